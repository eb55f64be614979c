import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { credentialsOf } from "../../sandbox/workflows/roles.ts";
import { blocksOf, documents, type Example, examples } from "./examples.ts";
import { accountFor, lives } from "./lives.ts";
import { PLACES, type Place, placeOf } from "./places.ts";
import {
  changeSets,
  checks,
  deployed,
  executors,
  headline,
  headOf,
  openPlay,
  ourStep,
  type Play,
  playedSteps,
  previewed,
  roleOf,
  told,
} from "./play.ts";

const all = examples();

describe("the examples of README and docs", () => {
  test("each has its place, and every place its example", () => {
    expect(all.map(({ id }) => id).sort()).toEqual(Object.keys(PLACES).sort());
  });

  test("nothing that runs a step stands outside of a block that is played", () => {
    for (const file of documents()) {
      const text = readFileSync(join(import.meta.dirname, "../../..", file), "utf8");
      const lines = text.split("\n").filter((line) => /^\s*(- )?(uses|runs-on):/.test(line));
      const played = blocksOf(file, text).flatMap((block) => block.text.split("\n"));
      expect(lines.filter((line) => !played.includes(line))).toEqual([]);
    }
  });

  test("a new one that nobody plays is noticed", () => {
    const [block] = blocksOf("docs/new.md", "## New\n\n```yaml\n- uses: actions/checkout@v6\n```\n");
    expect(block?.id).toBe("docs/new.md · New 1");
    expect(() => placeOf(block as Example)).toThrow("no test plays docs/new.md · New 1");
    expect(() => blocksOf("docs/new.md", "```yaml\nfoo: 1\n```\n")).toThrow("a piece of what?");
  });
});

test.concurrent.for(lives(all))("the ordinary life of %s", async ([, place]) => {
  const { roles, ...account } = accountFor(place);
  await using play = await openPlay(account);
  const { repository, aws } = play.stage;
  // What an example names is there.
  for (const [arn] of JSON.stringify(place.files).matchAll(/arn:aws:cloudwatch:[\w:-]+/g))
    aws.cloudFormation.alarms.put(arn);
  const number = await repository.openPullRequest({ head: "one", files: place.files });
  const opened = await play.pull(number, "opened");
  expect(await told(opened)).toEqual(previewed);
  expect(roleOf(await opened.ended)).toBe(roles.preview);
  const recorded = `aurora-deploy / ${place.stack} (us-east-1): success`;
  expect(await checks(play, await headOf(play, number))).toEqual([recorded]);
  if (place.isWhole) await touchedUp(play, number, place);
  expect(await headline(play, number)).toMatch(new RegExp(`^### .*${place.stack} · us-east-1: .*add`));

  await repository.merge(number, "squash");
  // Its closing deploys nothing: the push does.
  expect(await told(await play.pull(number, "closed"))).toEqual({ run: "skipped" });
  const pushed = await play.push();
  expect(await told(pushed)).toEqual(deployed);
  expect(aws.cloudFormation.stack(place.stack)?.status).toBe("CREATE_COMPLETE");
  expect(await headline(play, number)).toContain("deployed");
  const end = await pushed.ended;
  expect(roleOf(end)).toBe(roles.deploy);
  expect(executors(play)).toEqual([credentialsOf({ arn: roles.deploy }).accessKeyId]);
  expect(ourStep(end)?.outputs).toMatchObject(matching(place.outputs));
  expect(playedSteps(end)).toEqual(place.steps.map((step) => `${step}: success`));
  if (place.isWhole) await closedUnmerged(play, place);
});

/** What people do to a pull request while it is open. */
async function touchedUp(play: Play, number: number, place: Place): Promise<void> {
  await play.stage.repository.pushToPullRequest(number, place.change(1), "Once more");
  expect(await told(await play.pull(number, "synchronize"))).toEqual(previewed);
  const unchanged = { run: "success", result: "skipped", reason: "irrelevant-event" };
  expect(await told(await play.pull(number, "labeled", { label: { name: "bug" } }))).toEqual(unchanged);
  const edited = { changes: { title: { from: "x" } } };
  expect(await told(await play.pull(number, "edited", edited))).toEqual(unchanged);
}

async function closedUnmerged(play: Play, place: Place): Promise<void> {
  const { repository, aws } = play.stage;
  const number = await repository.openPullRequest({ head: "two", files: place.change(2) });
  expect(await told(await play.pull(number, "opened"))).toEqual(previewed);
  await repository.close(number);
  expect(await told(await play.pull(number, "closed"))).toEqual({ run: "success", result: "cleaned-up" });
  expect(changeSets(play, place.stack).filter((name) => name.startsWith(`pr-${number}-`))).toEqual([]);
  expect(aws.cloudFormation.stack(place.stack)?.status).toBe("CREATE_COMPLETE");
}

function matching(outputs: Place["outputs"]): Readonly<Record<string, unknown>> {
  const entries = Object.entries(outputs);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value instanceof RegExp ? expect.stringMatching(value) : value]),
  );
}
