import { expect, test } from "vitest";
import { DISCOVER_CHECK, decodeSettlements } from "../../../src/deployments/settlements.ts";
import { FOREIGN, openRepository, push, type Repository, stacksIn } from "./repository.ts";

const template = (title: string) =>
  JSON.stringify({ Resources: { Topic: { Type: "AWS::SNS::Topic", Properties: { DisplayName: title } } } });

const FILES = {
  "a.json": template("first"),
  "b.json": template("first"),
  "deployments/a.yaml": "template-file-path: a.json\nstack-name: a\n",
  "deployments/b.yaml": "template-file-path: b.json\nstack-name: b\n",
};

/** Both stacks deployed; then `a` is changed, and the change taken back before any run looked at it. */
async function openTakenBack(): Promise<Repository & { readonly changed: string; readonly back: string }> {
  const repository = await openRepository(FILES);
  for (const stack of ["a", "b"]) repository.deployed(stack, repository.first);
  const changed = repository.commit({ "a.json": template("second") });
  const back = repository.commit({ "a.json": template("first") });
  return Object.assign(repository, { changed, back });
}

test("what was taken back before it was deployed needs no deploy", async () => {
  await using repository = await openTakenBack();
  const { matrix } = await repository.discover(push(repository.back));
  expect(stacksIn(matrix)).toEqual([]);
  const check = repository.runs.at(-1);
  expect(check).toMatchObject({ name: DISCOVER_CHECK, status: "completed" });
  expect(check?.text).toContain("a (us-east-1)");
});

test.for(["checks.create", "checks.update"])(
  "a deploy of the older commit that begins just before %s is seen, and nothing is claimed of its stack",
  async (call) => {
    await using repository = await openTakenBack();
    let isBegun = false;
    repository.before = (now) => {
      if (now !== call || isBegun) return;
      isBegun = true;
      repository.deployed("a", repository.changed, "none");
    };
    const { matrix } = await repository.discover(push(repository.back));
    expect(isBegun).toBe(true);
    expect(stacksIn(matrix)).toEqual(["a"]);
    const text = repository.runs.find(({ name }) => name === DISCOVER_CHECK)?.text ?? "";
    expect([...decodeSettlements(text).keys()]).toEqual(["b (us-east-1)"]);
  },
);

test("a discovery that was killed before it looked again says nothing to the next one", async () => {
  await using repository = await openTakenBack();
  let updates = 0;
  repository.before = (call) => {
    if (call === "checks.update") updates += 1;
    if (call === "checkRuns" && updates === 1) throw new Error("killed");
  };
  await expect(repository.discover(push(repository.back))).rejects.toThrow("killed");
  // It claims the stack, so that a deploy of the older commit that looks now stops. One that looked before is under way.
  expect(repository.runs.at(-1)).toMatchObject({ name: DISCOVER_CHECK, status: "in_progress" });
  expect(repository.runs.at(-1)?.text).toContain("a (us-east-1)");
  repository.deployed("a", repository.changed);
  repository.before = () => undefined;
  expect(stacksIn((await repository.discover(push(repository.back))).matrix)).toEqual(["a"]);
  const next = repository.commit({ "README.md": "# Anything\n" });
  expect(stacksIn((await repository.discover(push(next))).matrix)).toEqual(["a"]);
});

test("two discoveries of one commit: neither takes the other's unfinished claim for a fact", async () => {
  await using repository = await openTakenBack();
  let inner: ReturnType<Repository["discover"]> | undefined;
  let updates = 0;
  repository.before = (call) => {
    if (call !== "checks.update" || ++updates !== 1) return;
    // The second begins while the first has looked and left nothing yet; a deploy begins between them.
    repository.deployed("a", repository.changed, "begun");
    inner = repository.discover(push(repository.back));
  };
  const outer = await repository.discover(push(repository.back));
  expect([outer, await inner].map((each) => stacksIn(each?.matrix))).toEqual([["a"], ["a"]]);
});

test("another app's check runs say nothing", async () => {
  await using repository = await openTakenBack();
  await repository.discover(push(repository.back));
  const claim = repository.runs.at(-1);
  if (claim === undefined) throw new Error("there is no claim");
  const next = repository.commit({ "a.json": template("third") });
  repository.deployed("a", next, "settled", FOREIGN);
  repository.runs.push({ ...claim, id: repository.runs.length + 1, headSha: next, appId: FOREIGN });
  expect(stacksIn((await repository.discover(push(next))).matrix)).toEqual(["a"]);
});

test("the old discovery, run again after newer ones: it says what is so at its commit, and the newest stays right", async () => {
  await using repository = await openTakenBack();
  const { back } = repository;
  await repository.discover(push(back));
  const newer = repository.commit({ "a.json": template("third") });
  expect(stacksIn((await repository.discover(push(newer))).matrix)).toEqual(["a"]);
  repository.deployed("a", newer);
  repository.checkout(back);
  await repository.discover(push(back));
  repository.checkout(newer);
  expect(stacksIn((await repository.discover(push(newer))).matrix)).toEqual([]);
});

test("a stack that was never deployed is looked for once, and what is claimed is looked at twice", async () => {
  await using repository = await openTakenBack();
  for (let n = 0; n < 6; n++) repository.commit({ "README.md": `# ${n}\n` });
  const settled = repository.commit({ "README.md": "# Settled\n" });
  for (const stack of ["a", "b"]) repository.deployed(stack, settled);
  const next = repository.commit({ "deployments/c.yaml": "template-file-path: a.json\nstack-name: c\n" });
  expect(stacksIn((await repository.discover(push(next))).matrix)).toEqual(["c"]);
  const times = (sha: string) => repository.asked.filter((each) => each === sha).length;
  expect([next, settled, repository.first].map(times)).toEqual([2, 2, 1]);
});
