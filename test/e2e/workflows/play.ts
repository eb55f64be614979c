import type { AwsOptions } from "../../sandbox/aws/aws.ts";
import { inputsOf, quickStart } from "../../sandbox/demo/workflow.ts";
import type { FileChanges } from "../../sandbox/github/git/git.ts";
import type { Comment } from "../../sandbox/github/happenings/story.ts";
import type { Stage } from "../../sandbox/stage.ts";
import { type Actions, openActions, type Run } from "../../sandbox/workflows/actions.ts";
import type { RunEnd, StepEnd } from "../../sandbox/workflows/results.ts";
import { allowedBy, type Role } from "../../sandbox/workflows/roles.ts";
import type { Settings } from "../../sandbox/workflows/scene.ts";
import { AURORA_TEMPLATE } from "../auroraTemplate.ts";
import { botComments, calls, openQuickStage } from "../stack.ts";
import { oneRole } from "./account.ts";
import { WORKFLOW } from "./places.ts";
import { isOurs, jobsTold } from "./telling.ts";

/** A repository with workflows, the GitHub that runs them, and the account that they deploy to. */
export interface Play extends AsyncDisposable {
  readonly stage: Stage;
  readonly actions: Actions;
  /** What the repository's settings hold, for another engine than these. */
  readonly settings: Settings;
  /** The one run that an event of the pull request starts. */
  pull(
    number: number,
    action: string,
    extra?: Readonly<Record<string, unknown>>,
    sender?: string,
  ): Promise<Run>;
  /** The one run that the last push to main starts; a merge is one. */
  push(): Promise<Run>;
}

export interface PlayOptions {
  /** What `main` holds at first. */
  readonly files?: FileChanges;
  /** The account's roles; the quick start's one by default. */
  readonly account?: readonly Role[];
  readonly vars?: Readonly<Record<string, string>>;
  readonly programs?: string;
  readonly environments?: Settings["environments"];
  /** Other accounts and regions. */
  readonly elsewhere?: AwsOptions["elsewhere"];
  /** A public repository is one that strangers can fork. */
  readonly public?: boolean;
}

export async function openPlay(options: PlayOptions = {}): Promise<Play> {
  const { files = {}, account: roles = oneRole, vars, programs, environments, elsewhere } = options;
  const stage = await openQuickStage({
    aws: { allows: allowedBy(roles), ...(elsewhere === undefined ? {} : { elsewhere }) },
    repository: { files: { "README.md": "# app\n", ...files }, private: options.public !== true },
  });
  const settings: Settings = {
    roles,
    ...(vars === undefined ? {} : { vars }),
    ...(programs === undefined ? {} : { programs }),
    ...(environments === undefined ? {} : { environments }),
  };
  const actions = openActions(stage, settings);
  const { event } = stage.repository;
  return {
    stage,
    actions,
    settings,
    pull: async (number, action, extra = {}, sender = "alice") =>
      only(await actions.happens(await event.pullRequest(number, action, { extra, sender }))),
    push: async () => only(await actions.happens(await event.push("main"))),
    [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
  };
}

/** The quick start's stack. */
export const DATABASE = "aurora-production";

/** The quick start, or what stands for it, is on `main`, and its stack is as it says. */
export async function openDatabase(workflow = quickStart(), options: PlayOptions = {}): Promise<Play> {
  const play = await openPlay({ files: { [WORKFLOW]: workflow, "docs/notes.md": "Notes\n" }, ...options });
  const { "environment-suffix": suffix = "", parameters = "" } = inputsOf(quickStart());
  const assignments = parameters
    .trim()
    .split("\n")
    .map((line) => line.split("=") as [string, string]);
  play.stage.aws.cloudFormation.putStack({
    stackName: DATABASE,
    template: AURORA_TEMPLATE,
    parameters: { environmentSuffix: suffix, ...Object.fromEntries(assignments) },
  });
  return play;
}

/** The run of an event that starts exactly one. */
export function only(runs: readonly Run[]): Run {
  const [run] = runs;
  if (run === undefined || runs.length > 1)
    throw new Error(`${runs.length} runs were started instead of one`);
  return run;
}

export const previewed = { run: "success", result: "previewed" };
export const deployed = { run: "success", result: "deployed" };

/** What a run came to, in the form that tests compare: the run's own conclusion, the action's result and reason. */
export async function told(run: Run) {
  const end = await run.ended;
  const step = ourStep(end);
  const { "deploy-result": result, "reason-code": reason = "" } = step?.outputs ?? {};
  return {
    run: end.conclusion,
    ...(result === undefined ? {} : { result }),
    ...(reason === "" ? {} : { reason }),
  };
}

/** What became of each job of a run, of each leg where it has a matrix: the action's result, or else the job's own. */
export async function toldJobs(run: Run): Promise<Readonly<Record<string, string>>> {
  return jobsTold(await run.ended);
}

/** The step of this action. */
export function ourStep(end: RunEnd): StepEnd | undefined {
  return stepsOf(end).find(isOurs);
}

function stepsOf(end: RunEnd): readonly StepEnd[] {
  return Object.values(end.jobs).flatMap(({ steps }) => steps);
}

/** The steps that were not skipped, and how they ended. */
export function playedSteps(end: RunEnd): readonly string[] {
  return stepsOf(end)
    .filter(({ conclusion }) => conclusion !== "skipped")
    .map(({ name, uses, conclusion }) => `${uses?.replace(/^.*\/|@.*$/g, "") ?? name}: ${conclusion}`);
}

/** The role whose credentials a run got, `undefined` for none. */
export function roleOf(end: RunEnd): string | undefined {
  const [, arn] = stepsOf(end).flatMap(({ text }) => /^Assumed (\S+) as/.exec(text) ?? []);
  return arn;
}

/** The first line that a reader of the pull request sees, of the one comment that there is. */
export async function headline({ stage }: Play, number: number): Promise<string | undefined> {
  const [comment, ...more] = await botComments(stage, number);
  if (more.length > 0) throw new Error(`#${number} has ${more.length + 1} comments`);
  return firstLine(comment);
}

function firstLine(comment: Comment | undefined): string | undefined {
  return comment?.body.split("\n").find((line) => line.startsWith("#"));
}

/** The check runs of a commit, `name: conclusion`. */
export async function checks({ stage }: Play, ref: string): Promise<readonly string[]> {
  const runs = await stage.repository.checkRuns(ref);
  return runs.map(({ name, status, conclusion }) => `${name}: ${conclusion ?? status}`);
}

export async function headOf({ stage }: Play, number: number): Promise<string> {
  return ((await stage.repository.pull(number)).head as { readonly sha: string }).sha;
}

/** The names of the stack's change sets. */
export function changeSets({ stage }: Play, stack: string): readonly string[] {
  const { Summaries } = stage.aws.call("cloudformation", "ListChangeSets", { StackName: stack });
  return (Summaries as readonly { readonly ChangeSetName: string }[]).map(
    ({ ChangeSetName }) => ChangeSetName,
  );
}

/** Whose keys have executed a change set, oldest first. */
export function executors({ stage }: Play): readonly (string | undefined)[] {
  return calls(stage, "ExecuteChangeSet").map(({ accessKeyId }) => accessKeyId);
}
