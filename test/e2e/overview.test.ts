import { expect, test } from "vitest";
import type { Stage } from "../sandbox/stage.ts";
import {
  botComments,
  deploy,
  openSmallStage,
  outcome,
  preview,
  putStack,
  TEMPLATE_PATH,
  template,
} from "./stack.ts";

const OVERVIEW = "<!-- aurora-deploy-action overview ";

/** Three stacks of one repository: one that is there, two that are new. */
const STACKS = [{}, { "stack-name": "other" }, { "stack-name": "third", label: "prod" }] as const;

test.concurrent("three stacks on one pull request, in parallel jobs: one overview, right at each stage", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const [number, neighbour] = await Promise.all([open(stage, "topic", 60), open(stage, "neighbour", 90)]);

  const previews = [number, neighbour].flatMap((pull) =>
    STACKS.map((inputs) => preview(stage, pull, "opened", { inputs })),
  );
  for (const step of await Promise.all(previews))
    expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  const first = await overviewOf(stage, number);
  expect(first.lines).toEqual([
    "### 🟢 3 stacks: 1 modify, 2 add",
    "🟢 safe | app · us-east-1 | 1 modify | previewed",
    "🟢 safe | other · us-east-1 | new stack, 1 add | previewed",
    "🟢 safe | third · prod · us-east-1 | new stack, 1 add | previewed",
  ]);

  // A push that changes nothing of what was told: the same overview.
  await stage.repository.pushToPullRequest(number, { "README.md": "new" }, "Again");
  await Promise.all(STACKS.map((inputs) => preview(stage, number, "synchronize", { inputs })));
  expect(await overviewOf(stage, number)).toEqual(first);

  await stage.repository.merge(number);
  const seen: (readonly string[])[] = [];
  const hold = stage.aws.cloudFormation.hold("app");
  stage.aws.on({ operation: "DescribeStackEvents", when: "after" }, async () => {
    const { lines } = await overviewOf(stage, number);
    if (!hold.isHolding() || !lines.some((line) => /app · us-east-1 .*deploying/.test(line))) return;
    seen.push(lines);
    hold.letGo();
  });
  const deploys = await Promise.all(STACKS.map((inputs) => deploy(stage, { inputs })));
  for (const step of deploys) expect(outcome(step)).toEqual({ exitCode: 0, result: "deployed" });
  expect(seen).toHaveLength(1);
  expect(seen[0]?.[0]).toMatch(/^### 🚀 3 stacks: .*deploying/);
  const last = await overviewOf(stage, number);
  expect({ ...last, lines: last.lines.map((line) => line.replace(/\d+ s$/, "n s")) }).toEqual({
    ...first,
    lines: [
      "### ✅ 3 stacks: all deployed",
      " | app · us-east-1 | 1 modify | ✅ deployed in n s",
      " | other · us-east-1 | new stack, 1 add | ✅ deployed in n s",
      " | third · prod · us-east-1 | new stack, 1 add | ✅ deployed in n s",
    ],
  });
  expect((await overviewOf(stage, neighbour)).lines[0]).toBe("### 🕓 3 stacks: all out of date");
});

test.concurrent("a comment without an overview of its own costs one request more, and only where its state changed", async () => {
  await using stage = await openSmallStage();
  const number = await open(stage, "topic", 60);
  const counted = async (work: () => Promise<unknown>) => {
    const before = stage.github.requests.length;
    await work();
    return stage.github.requests
      .slice(before)
      .filter(({ path }) => /\/issues\/.*comments/.test(path))
      .map(({ method }) => method);
  };
  expect(await counted(() => preview(stage, number, "opened"))).toEqual(["GET", "POST", "GET"]);
  expect(await counted(() => preview(stage, number, "synchronize"))).toEqual(["GET", "PATCH", "GET"]);
  const inputs = { "stack-name": "other" };
  expect(await counted(() => preview(stage, number, "synchronize", { inputs }))).toEqual([
    ...["GET", "POST", "GET"],
    ...["GET", "POST", "GET"],
  ]);
  expect(await counted(() => preview(stage, number, "synchronize", { inputs }))).toEqual([
    "GET",
    "PATCH",
    "GET",
  ]);
  expect(await botComments(stage, number)).toHaveLength(3);
});

test.concurrent("an overview that cannot be written is said in the log, and fails nothing", async () => {
  await using stage = await openSmallStage();
  const number = await open(stage, "topic", 60);
  expect(outcome(await preview(stage, number, "opened"))).toEqual({ exitCode: 0, result: "previewed" });
  const inputs = { "stack-name": "other" };
  // The first is the stack's own comment.
  const fault = { method: "POST", path: "/repos/*/*/issues/*/comments", nth: 2 } as const;
  stage.github.faults.add({ ...fault, failure: { kind: "status", status: 422 } });
  const step = await preview(stage, number, "opened", { inputs });
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  expect(step.text).toContain(`The overview on #${number} could not be brought up to date`);
  expect(await botComments(stage, number)).toHaveLength(2);
  // The next one makes it.
  expect(outcome(await preview(stage, number, "synchronize"))).toEqual({ exitCode: 0, result: "previewed" });
  expect((await overviewOf(stage, number)).lines[0]).toBe("### 🟢 2 stacks: 2 add");
});

function open(stage: Stage, head: string, timeout: number): Promise<number> {
  return stage.repository.openPullRequest({ head, files: { [TEMPLATE_PATH]: template({ timeout }) } });
}

/** The one overview: its headline and its rows, each of whose links leads to the stack's own comment. */
async function overviewOf(stage: Stage, number: number) {
  const all = await botComments(stage, number);
  const overviews = all.filter(({ body }) => body.startsWith(OVERVIEW));
  expect(overviews.length).toBeLessThanOrEqual(1);
  const [overview] = overviews;
  const rows = overview?.body.match(/^\| .*\]\(.*$/gm) ?? [];
  for (const row of rows) {
    const [, name = "", id = ""] = /\[(.*?)\]\(.*#issuecomment-(\d+)\)/.exec(row) ?? [];
    expect(all.find((comment) => comment.id === Number(id))?.body).toContain(`${name}: `);
  }
  return {
    id: overview?.id,
    lines: [
      overview?.body.split("\n")[1] ?? "",
      ...rows.map((row) =>
        row
          .slice(2, -2)
          .replaceAll("&nbsp;", " ")
          .replace(/\[(.*?)\]\(.*?\)/, "$1"),
      ),
    ],
  };
}
