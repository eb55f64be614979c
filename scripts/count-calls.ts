import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fleetFiles, NETWORK, settle, stacksIn } from "../test/e2e/discover/fleet.ts";
import {
  deploy,
  openQuickStage,
  openSmallStage,
  preview,
  putStack,
  TEMPLATE_PATH,
  template,
} from "../test/e2e/stack.ts";
import type { Stage, Step } from "../test/sandbox/stage.ts";

/**
 * Counts what a run asks GitHub and AWS, by playing it with the bundle against the local ones, and writes the table into
 * docs/scale.md.
 */
const PAGE = join(import.meta.dirname, "..", "docs", "scale.md");
const [START, END] = ["<!-- generated: calls -->", "<!-- /generated -->"];

interface Row {
  readonly what: string;
  readonly github: number;
  /** Those that make or change something: GitHub limits them by themselves. */
  readonly written: number;
  readonly aws: readonly string[];
}

/** Runs something, and counts what it asked. */
async function counted(stage: Stage, what: string, run: () => Promise<Step>): Promise<Row> {
  const before = { github: stage.github.requests.length, aws: stage.aws.requests().length };
  const step = await run();
  if (step.exitCode !== 0) throw new Error(`${what}: ${step.text}`);
  const github = stage.github.requests.slice(before.github);
  const written = github.filter(({ method, path }) => method !== "GET" && !path.endsWith("/graphql"));
  const aws = stage.aws.requests().slice(before.aws);
  return { what, github: github.length, written: written.length, aws: aws.map(({ operation }) => operation) };
}

/** The small stack that is there, changed by a pull request. */
async function oneStack(): Promise<readonly Row[]> {
  await using stage = await openSmallStage();
  putStack(stage);
  const { repository } = stage;
  const files = { [TEMPLATE_PATH]: template({ timeout: 60 }) };
  const number = await repository.openPullRequest({ head: "topic", files });
  const first = await counted(stage, "preview, first of a pull request", () =>
    preview(stage, number, "opened"),
  );
  await repository.pushToPullRequest(number, { [TEMPLATE_PATH]: template({ timeout: 61 }) }, "Once more");
  const second = await counted(stage, "preview of a further push", () => preview(stage, number));
  await repository.merge(number);
  const merged = await counted(stage, "deploy of the merge, done at once", () => deploy(stage));
  await repository.push("main", { "README.md": "# Anything\n" }, "Nothing that is deployed");
  const nothing = await counted(stage, "deploy with no changes", () => deploy(stage));
  return [first, second, merged, nothing];
}

/** A stack whose pull request has another one's comment already, so that there is an overview to keep. */
async function besideAnother(): Promise<readonly Row[]> {
  await using stage = await openSmallStage();
  const { repository } = stage;
  const files = { [TEMPLATE_PATH]: template({ timeout: 60 }) };
  const number = await repository.openPullRequest({ head: "topic", files });
  await preview(stage, number, "opened");
  const other = { inputs: { "stack-name": "other" } };
  const first = await counted(stage, "preview, first of a second stack, with the overview", () =>
    preview(stage, number, "opened", other),
  );
  await repository.pushToPullRequest(number, { [TEMPLATE_PATH]: template({ topics: ["News"] }) }, "One more");
  const second = await counted(stage, "preview of a further push, with another line in the overview", () =>
    preview(stage, number, "synchronize", other),
  );
  await repository.merge(number);
  const merged = await counted(stage, "deploy of its merge, done at once, with the overview", () =>
    deploy(stage, other),
  );
  return [first, second, merged];
}

/** A repository of forty, of which three are touched. */
async function forty(): Promise<readonly Row[]> {
  const fleet = { data: 9, apps: 30 };
  await using stage = await openQuickStage({
    repository: { files: fleetFiles(fleet) },
    inputs: { mode: "discover" },
  });
  const { repository } = stage;
  const matrix = (await stage.run(await repository.event.workflowDispatch())).outputs.matrix;
  await settle(stage, await repository.tip("main"), stacksIn(matrix));
  const files = {
    "params/app-1.yaml": "Title: x\n",
    "params/app-2.yaml": "Title: y\n",
    "cfn/network.json": networkOf(),
  };
  const number = await repository.openPullRequest({ head: "topic", files });
  const onPull = await counted(stage, "discovery of a pull request, 40 stacks, 3 affected", async () =>
    affecting(3, await preview(stage, number, "opened")),
  );
  await repository.merge(number);
  const first = await counted(stage, "discovery of a push, 40 stacks, 3 affected", async () =>
    affecting(3, await deploy(stage)),
  );
  await settle(stage, await repository.tip("main"), [NETWORK, "app-1", "app-2"]);
  await repository.push("main", { "README.md": "# Anything\n" }, "Nothing that is deployed");
  const next = await counted(stage, "discovery of the next push, none affected", async () =>
    affecting(0, await deploy(stage)),
  );
  return [onPull, first, next];
}

/** A row must say what was counted. */
function affecting(count: number, step: Step): Step {
  const { length } = stacksIn(step.outputs.matrix);
  if (length !== count) throw new Error(`${length} stacks are affected, not ${count}: ${step.text}`);
  return step;
}

function networkOf(): string {
  const files = fleetFiles({ data: 1, apps: 1 });
  const text = files["cfn/network.json"] ?? "";
  return text.replace('"vpc"', '"another"');
}

function lineOf({ what, github, written, aws }: Row): string {
  const counts = Map.groupBy(aws, (operation) => operation);
  const named = [...counts].map(([operation, all]) =>
    all.length === 1 ? operation : `${all.length} ${operation}`,
  );
  return `| ${what} | ${github} | ${written} | ${aws.length} | ${named.join(", ")} |`;
}

const rows = [...(await oneStack()), ...(await besideAnother()), ...(await forty())];
const table = [
  "| run | GitHub requests | of these, writing | AWS calls | which |",
  "| --- | --: | --: | --: | --- |",
  ...rows.map(lineOf),
].join("\n");
const page = readFileSync(PAGE, "utf8");
const start = page.indexOf(START) + START.length;
writeFileSync(PAGE, `${page.slice(0, start)}\n\n${table}\n\n${page.slice(page.indexOf(END, start))}`);
