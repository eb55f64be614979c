import { expect, test } from "vitest";
import { type Entry, jobsIn, NOT_TOLD, readLog } from "../../scripts/compatibility/engine/log.ts";
import { judge, STORIES } from "../../scripts/compatibility/engine/look.ts";
import { localRepositories } from "../../scripts/compatibility/engine/replaced.ts";
import { WORKS } from "../../scripts/compatibility/table.ts";
import { examples } from "../e2e/workflows/examples.ts";
import { jobsTold } from "../e2e/workflows/telling.ts";
import { readWorkflow } from "../sandbox/workflows/read.ts";

// Lines as act 0.2.89 writes them with `--json --verbose`.

const workflow = readWorkflow(
  "a.yml",
  `
on: push
jobs:
  one:
    runs-on: ubuntu-latest
    steps:
      - run: "true"
      - id: said
        uses: org/aurora-deploy-action@v1
  legs:
    runs-on: ubuntu-latest
    strategy: { matrix: { stage: [a, b, c] } }
    steps:
      - run: "true"
  never:
    needs: legs
    runs-on: ubuntu-latest
    strategy: { matrix: { stage: [a, b] } }
    steps:
      - uses: org/aurora-deploy-action@v1
  lost:
    runs-on: ubuntu-latest
    steps:
      - run: "true"
`,
);

const step = (jobID: string, stepID: string, more: Partial<Entry>, matrix: Entry["matrix"] = {}): Entry => ({
  ...{ level: "info", msg: "", jobID, matrix, stage: "Main", stepID: [stepID] },
  ...more,
});
const job = (jobID: string, jobResult: string, matrix: Entry["matrix"] = {}): Entry => ({
  ...{ level: "info", msg: "", jobID, matrix, jobResult },
});
const leg = (stage: string, stepResult: string, result: string): readonly Entry[] => [
  step("legs", "0", { stepResult }, { stage }),
  job("legs", result, { stage }),
];

test("a job is told by its steps, a leg without what act says of its matrix, a skipped one without legs", () => {
  const said = { command: "set-output", name: "deploy-result" };
  const entries = [
    step("one", "0", { stepResult: "success" }),
    step("one", "said", { stepResult: "success" }),
    step("one", "said", { ...said, arg: "deployed" }),
    // What a composite action's own step says is not this step's.
    { ...step("one", "said", { ...said, arg: "previewed" }), stepID: ["said", "0"] },
    job("one", "success"),
    ...leg("a", "success", "success"),
    ...leg("b", "failure", "failure"),
    ...leg("c", "success", "failure"),
    job("never", "skipped", { stage: "a" }),
    job("never", "skipped", { stage: "b" }),
  ];
  expect(jobsTold(jobsIn(workflow, entries))).toEqual({
    one: "deployed",
    "legs: a": "success",
    "legs: b": "failure",
    "legs: c": "success",
    never: "skipped",
    lost: NOT_TOLD,
  });
});

test("a job that fails before or beside its steps has failed", () => {
  const done = step("lost", "0", { stepResult: "success" });
  for (const entries of [[job("lost", "failure")], [done, job("lost", "failure")], [job("lost", "success")]])
    expect(jobsTold(jobsIn(workflow, entries))).toMatchObject({ lost: "failure" });
});

test("the log has a line for each line, in JSON or not", () => {
  const text = 'Error: no such event\n{"level":"info","jobID":"one","msg":"said\\n"}\n';
  expect(readLog(text)).toEqual([
    { level: "info", msg: "Error: no such event" },
    { level: "info", jobID: "one", msg: "said" },
  ]);
});

test("every pin of an action has its replacement, and no other action", () => {
  const used = [
    "uses: org/aurora-deploy-action@v1\n",
    "- uses: aws-actions/configure-aws-credentials@abc # v6",
  ];
  const replaced = { action: "/ours", credentials: "/theirs" };
  expect(localRepositories([...used, ...used, "uses: actions/checkout@v6"], replaced)).toEqual([
    "org/aurora-deploy-action@v1=/ours",
    "aws-actions/configure-aws-credentials@abc=/theirs",
  ]);
});

test("an event works, has a gap that is explained, or fails the run", () => {
  const gaps = [{ engine: "act", rows: ["two"], found: /^run: green instead of none$/, gap: "act does not" }];
  const expected = { run: "none" };
  const different = { found: { run: "green" }, expected };
  const { cells, unexplained } = judge(
    [
      { row: "one", engine: "act 1", found: expected, expected },
      { row: "two", engine: "act 1", ...different },
      { row: "two", engine: "ours", ...different },
      { row: "three", engine: "act 1", ...different },
    ],
    gaps,
  );
  expect(cells.filter(({ column }) => column !== "What comes of it").map(({ says }) => says)).toEqual([
    WORKS,
    "its gap 1",
    "unexplained",
    "unexplained",
  ]);
  expect(unexplained).toEqual([
    "ours, two: run: green instead of none",
    "act 1, three: run: green instead of none",
  ]);
});

test("what comes of an event is told by what jobs come to, the skipped ones last", () => {
  const words = (came: Readonly<Record<string, string>>) =>
    judge([{ row: "one", engine: "act", found: came, expected: came }], []).cells[0]?.says;
  const some = {
    run: "red",
    deploy: "skipped",
    "preview: a": "previewed",
    "preview: b": "previewed",
    c: "failure",
  };
  expect(words(some)).toBe("red; preview a, preview b: previewed; c: failure; others skipped");
  expect(words({ run: "green", preview: "skipped", deploy: "skipped" })).toBe("every job skipped");
  expect(words({ run: "none" })).toBe("no run");
});

test("every example of README and docs is in a story, and every story plays one", () => {
  const ids = examples().map(({ id }) => id);
  // A step that several examples make is played once, and named by all of them.
  const isPlayed = (id: string): boolean =>
    STORIES.some(({ plays }) => id.startsWith(plays) || plays.split(/, (?=README|docs)/).includes(id));
  expect(ids.filter((id) => !isPlayed(id))).toEqual([]);
  expect(
    STORIES.filter(({ plays }) => !ids.some((id) => plays.startsWith(id) || id.startsWith(plays))),
  ).toEqual([]);
});
