import { expect, test } from "vitest";
import { START, templateOf } from "./model/content.ts";
import { openPull, type Pull } from "./model/gitHub.ts";
import { openSession, type Session, STACK } from "./model/session.ts";

async function previewed(s: Session, change: Parameters<typeof openPull>[1], killAt?: number): Promise<Pull> {
  const pull = openPull(s.gitHub, change);
  await s.preview(pull, killAt === undefined ? {} : { killAt });
  return pull;
}

function changeSets(s: Session): readonly string[] {
  const { Summaries } = s.aws.cloudFormation.handle("ListChangeSets", { StackName: STACK });
  return ((Summaries ?? []) as readonly { ChangeSetName: string }[]).map((set) => set.ChangeSetName);
}

const status = (s: Session) => s.aws.cloudFormation.stack(STACK)?.status;

/** Deleting a stack takes its time. */
function settled(s: Session): string | undefined {
  s.clock.advance(60_000);
  return status(s);
}

test("the last pull request's change set and the empty stack go", async () => {
  const s = openSession();
  const pull = await previewed(s, { Queue: "60" });
  expect(status(s)).toBe("REVIEW_IN_PROGRESS");
  const { result } = await s.cleanup(pull);
  expect(result).toMatchObject({
    result: "cleaned-up",
    message: expect.stringContaining("the empty stack app"),
  });
  expect(settled(s)).toBeUndefined();
});

test("another pull request's change set stays, and the stack with it", async () => {
  const s = openSession();
  const [one, two] = [await previewed(s, { Queue: "60" }), await previewed(s, { Queue: "90" })];
  await s.cleanup(one);
  expect(changeSets(s)).toEqual([expect.stringMatching(`^pr-${two.number}-`)]);
  expect(settled(s)).toBe("REVIEW_IN_PROGRESS");
});

test("pull request 1 is not 11", async () => {
  const s = openSession();
  const first = await previewed(s, { Queue: "60" });
  for (let n = 2; n <= 10; n++) openPull(s.gitHub, { Queue: "60" });
  const eleventh = await previewed(s, { Queue: "90" });
  expect(eleventh.number).toBe(11);
  await s.cleanup(first);
  expect(changeSets(s)).toEqual([expect.stringMatching("^pr-11-")]);
});

test("a stack with resources is never deleted", async () => {
  const s = openSession();
  s.aws.cloudFormation.putStack({ stackName: STACK, template: templateOf(START) });
  const pull = await previewed(s, { Queue: "60" });
  await s.cleanup(pull);
  expect(changeSets(s)).toEqual([]);
  expect(settled(s)).toBe("CREATE_COMPLETE");
});

test("change sets that somebody else named like ours stay", async () => {
  const s = openSession();
  s.aws.cloudFormation.handle("CreateChangeSet", {
    StackName: STACK,
    ChangeSetName: "pr-1-by-hand",
    ChangeSetType: "CREATE",
    TemplateBody: templateOf(START),
  });
  const pull = await previewed(s, { Queue: "60" });
  await s.cleanup(pull);
  expect(changeSets(s)).toEqual(["pr-1-by-hand"]);
  expect(settled(s)).toBe("REVIEW_IN_PROGRESS");
});

test("one that is still being made is waited for", async () => {
  const s = openSession();
  s.aws.cloudFormation.putStack({ stackName: STACK, template: templateOf(START) });
  let killAt = 1;
  let pull = await previewed(s, { Queue: "60" }, killAt);
  while (changeSets(s).length === 0) pull = await previewed(s, { Queue: "60" }, ++killAt);
  const { result, error } = await s.cleanup(pull);
  expect(error).toBeUndefined();
  expect(result).toMatchObject({ result: "cleaned-up", message: expect.stringContaining("1 change set") });
  expect(changeSets(s)).toEqual([]);
});

test("no stack, nothing to do; twice is once", async () => {
  const s = openSession();
  const pull = openPull(s.gitHub, { Queue: "60" });
  expect((await s.cleanup(pull)).result).toMatchObject({ result: "cleaned-up" });
  await s.preview(pull);
  await s.cleanup(pull);
  s.clock.advance(60_000);
  expect((await s.cleanup(pull)).result).toMatchObject({ message: expect.stringContaining("0 change sets") });
});
