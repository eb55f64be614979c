import { quickStart, WORKFLOW_PATH, withParameter } from "../../../test/sandbox/demo/workflow.ts";
import { openStage, type Stage } from "../../../test/sandbox/stage.ts";
import { WORKS } from "../table.ts";
import { type Played, play, type Replaced } from "./act.ts";

/** What one event of the quick start came to: `works`, or what was found instead. */
export interface EnginePlay {
  readonly step: string;
  readonly says: string;
}

const STACK = "aurora-production";

/** Nobody has to wait for a database here. */
const QUICK = { changeSet: 60, step: 10, create: 60, update: 60, delete: 30, types: {} };

/** The README's workflow in act, from the pull request that brings it to its outputs in the next step. */
export async function playQuickStart(
  act: string,
  replaced: Replaced,
  tell: (line: string) => void,
): Promise<readonly EnginePlay[]> {
  await using stage = await openStage({
    aws: { durations: QUICK },
    repository: { name: "shop", files: { "README.md": "# shop\n" } },
  });
  let runs = 0;
  const run: Scene["run"] = async (event) => {
    const played = await play(act, replaced, stage, event, ++runs);
    tell(played.log);
    return played;
  };
  const found: EnginePlay[] = [];
  for (const [step, go] of STEPS) {
    const says = await go({ stage, run }).then(
      () => WORKS,
      (error: Error) => error.message,
    );
    tell(`${step}: ${says}`);
    found.push({ step, says });
  }
  return found;
}

interface Scene {
  readonly stage: Stage;
  readonly run: (event: Parameters<typeof play>[3]) => Promise<Played>;
}

const STEPS: readonly (readonly [step: string, go: (scene: Scene) => Promise<void>])[] = [
  ["a pull request opened: a preview, its comment and record", opened],
  ["a second push to it: the same comment", synchronized],
  ["closed by its merge: the job is skipped", closed],
  ["the push of the merge: a deploy, its outputs in the next step", pushed],
  ["a pull request of a fork: no credentials, nothing asked", forked],
];

async function opened({ stage: { repository, aws }, run }: Scene): Promise<void> {
  const files = { [WORKFLOW_PATH]: quickStart() };
  const number = await repository.openPullRequest({ head: "add-database", files });
  const { exitCode, log } = await run(await repository.event.pullRequest(number, "opened"));
  expectThat(exitCode === 0, `act ended with ${exitCode}: ${lastLine(log)}`);
  const [comment] = await repository.comments(number);
  expectThat(comment?.body.includes("AuroraCluster") === true, "there is no comment with the cluster");
  const [check] = await repository.checkRuns(await headOf(repository, number));
  expectThat(check?.conclusion === "success", `the check is ${check?.conclusion}`);
  expectThat(aws.cloudFormation.stack(STACK)?.status === "REVIEW_IN_PROGRESS", "the stack is no shell");
}

async function synchronized({ stage: { repository }, run }: Scene): Promise<void> {
  const files = { [WORKFLOW_PATH]: withParameter(quickStart(), "MaxCapacity=4") };
  const [before] = await repository.comments(1);
  await repository.pushToPullRequest(1, files, "Larger");
  const { exitCode, log } = await run(await repository.event.pullRequest(1, "synchronize"));
  expectThat(exitCode === 0, `act ended with ${exitCode}: ${lastLine(log)}`);
  const after = await repository.comments(1);
  expectThat(after.length === 1, `there are ${after.length} comments`);
  expectThat(after[0]?.body !== before?.body, "the comment was not edited");
}

async function closed({ stage: { repository, github }, run }: Scene): Promise<void> {
  await repository.merge(1, "squash");
  const asked = github.requests.length;
  const { exitCode, log } = await run(await repository.event.pullRequest(1, "closed"));
  expectThat(exitCode === 0, `act ended with ${exitCode}: ${lastLine(log)}`);
  expectThat(github.requests.length === asked, "GitHub was asked");
}

async function pushed({ stage: { repository, aws }, run }: Scene): Promise<void> {
  const { exitCode, log } = await run(await repository.event.push("main"));
  expectThat(exitCode === 0, `act ended with ${exitCode}: ${lastLine(log)}`);
  expectThat(aws.cloudFormation.stack(STACK)?.status === "CREATE_COMPLETE", "the stack is not there");
  expectThat(/Connect to aurora-cluster-production\S*/.test(log), "the next step has no ClusterEndpoint");
}

async function forked({ stage: { repository, aws }, run }: Scene): Promise<void> {
  const files = { [WORKFLOW_PATH]: withParameter(quickStart(), "MaxCapacity=8") };
  const number = await repository.openPullRequest({ head: "theirs", fork: "mallory", files });
  const asked = aws.requests().length;
  const { exitCode, log } = await run(await repository.event.pullRequest(number, "opened"));
  expectThat(exitCode === 0, `act ended with ${exitCode}: ${lastLine(log)}`);
  expectThat(aws.requests().length === asked, "AWS was asked");
  expectThat(/fork/.test(log), "the log says nothing of a fork");
}

async function headOf(repository: Stage["repository"], number: number): Promise<string> {
  return ((await repository.pull(number)).head as { readonly sha: string }).sha;
}

function expectThat(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

function lastLine(log: string): string {
  return log.trim().split("\n").at(-1) ?? "";
}
