import { expect } from "vitest";
import type { Hold } from "../../sandbox/cloudformation/holds.ts";
import type { Stage, Step, StepOptions } from "../../sandbox/stage.ts";
import {
  botComments,
  deploy,
  openSmallStage,
  operationsOf,
  outcome,
  propose,
  putStack,
  STACK,
  statusOf,
} from "../stack.ts";
import { type Gate, openTurnstile, type Passage } from "./turnstile.ts";

/** A deploy of a merged pull request: of a new stack or a change, with the reviewed change set or without it. */
export interface Story {
  readonly name: string;
  readonly type: "CREATE" | "UPDATE";
  readonly changeSet: "recorded" | "fresh";
}

export const stories: readonly Story[] = (["UPDATE", "CREATE"] as const).flatMap((type) =>
  (["recorded", "fresh"] as const).map((changeSet) => ({ name: `${type}, ${changeSet}`, type, changeSet })),
);

/** The stage on which the pull request is merged and its deploy about to start. */
export interface OpenStory extends AsyncDisposable {
  readonly stage: Stage;
  readonly number: number;
  /** The deploy's operation, which goes on when it was looked at twice: by one attempt, or by one and the next. */
  readonly hold: Hold;
}

export async function openStory({ type, changeSet }: Story): Promise<OpenStory> {
  const stage = await openSmallStage();
  if (type === "UPDATE") putStack(stage);
  const { number, step } = await propose(stage, "topic", { timeout: 60, topics: ["News"] });
  if (changeSet === "fresh") {
    const ChangeSetName = step.outputs["change-set-arn"] ?? "";
    stage.aws.call("cloudformation", "DeleteChangeSet", { ChangeSetName });
  }
  await stage.repository.merge(number);
  stage.aws.forgetRequests();
  stage.github.requests.splice(0);
  return {
    stage,
    number,
    hold: heldForTwoLooks(stage),
    [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
  };
}

function heldForTwoLooks(stage: Stage): Hold {
  const hold = stage.aws.cloudFormation.hold(STACK);
  let looks = 0;
  stage.aws.on({ operation: "DescribeStackEvents", when: "after" }, () => {
    if (hold.isHolding() && ++looks === 2) hold.letGo();
  });
  return hold;
}

/** The requests of a deploy that nothing disturbs. */
export async function requestsOf(story: Story): Promise<readonly Passage[]> {
  await using opened = await openStory(story);
  const { stage } = opened;
  await using turnstile = await openTurnstile(stage);
  expect(outcome(await deploy(stage, turnstile.way))).toEqual({ exitCode: 0, result: "deployed" });
  return [...turnstile.passages];
}

/** Ends a deploy at the gate with a signal; `undefined` when it was over before it came there. */
export async function stopAt(
  stage: Stage,
  gate: Gate,
  signal: "SIGKILL" | "SIGTERM" | "cancel",
  options: Pick<StepOptions, "patientAtMs"> = {},
): Promise<Stopped> {
  await using turnstile = await openTurnstile(stage, gate);
  let [passage, at]: [Passage | undefined, number] = [undefined, 0];
  // biome-ignore lint/plugin: measured, to know how busy the machine is
  const startedAt = performance.now();
  const now = turnstile.closed.then((closed) => {
    passage = closed;
    // biome-ignore lint/plugin: measured, and judged by how busy the machine is
    at = performance.now();
  });
  const arrived = signal === "SIGKILL" ? {} : { arrived: turnstile.answer };
  const stop = { with: signal, now, patience: 20, ...arrived };
  const step = await deploy(stage, { ...turnstile.way, ...options, stop });
  // biome-ignore lint/plugin: measured, and judged by how busy the machine is
  const tookMs = performance.now() - at;
  return { step, passage, tookMs, allowedMs: allowedMs(turnstile.firstAt() - startedAt) };
}

/** What the runner waits between SIGINT and SIGTERM. Milliseconds. */
const RUNNER_WAITS_MS = 7_500;

/**
 * How long a cancelled run may take to end. The more, the busier the machine is: by the time that the run needed to its
 * first request, which is nothing but work, some 0.3 s where there is nobody else.
 */
function allowedMs(firstRequestMs: number): number {
  return RUNNER_WAITS_MS + 5 * firstRequestMs;
}

export interface Stopped {
  readonly step: Step;
  readonly passage: Passage | undefined;
  /** Milliseconds from the signal to the process's end. */
  readonly tookMs: number;
  readonly allowedMs: number;
}

/** Runs the deploy again, as attempt 2 of the same run, and checks that all is as if nothing had happened. */
export async function endsWell(opened: OpenStory, story: Story, killed: Step): Promise<void> {
  const { stage, number, hold } = opened;
  const isRunning = hold.isHolding();
  const again = await deploy(stage, { again: { runId: killed.runId, attempt: 2 } });
  if (isRunning) expect(again.text).toMatch(/An earlier attempt of this deploy is still running/);
  expect(again.exitCode, again.text).toBe(0);
  expect(["deployed", "no-changes"], again.text).toContain(again.outputs["deploy-result"]);
  expect(again.outputs.QueueArn).toMatch(/^arn:aws:sqs:/);
  expect(again.problems).toEqual([]);
  const once =
    story.type === "CREATE" ? ["CREATE_IN_PROGRESS"] : ["CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS"];
  expect(operationsOf(stage)).toEqual(once);
  expect(statusOf(stage)).toBe(`${story.type}_COMPLETE`);
  expect(openChangeSets(stage), "change sets that lie about").toEqual([]);
  const comments = await botComments(stage, number);
  expect(comments).toHaveLength(1);
  const headline = comments[0]?.body.split("\n").find((line) => line.startsWith("###")) ?? "";
  expect(headline).toMatch(/deployed|nothing to change|no changes/i);
  const runs = (await stage.repository.checkRuns("main")).filter(({ name }) => name.endsWith("/ deploy"));
  const newest = runs.toSorted((a, b) => b.id - a.id)[0];
  expect(newest).toMatchObject({ status: "completed", conclusion: "success" });
}

/** Does the work for each, so many at once: as one ends the next begins, for a batch would wait for its slowest. */
export async function severalAtOnce<T, R>(
  all: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<R>,
): Promise<readonly R[]> {
  const done: R[] = [];
  const next = all.entries();
  const worker = async () => {
    for (const [index, one] of next) done[index] = await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return done;
}

/** Names of the stack's change sets but for executed ones, which AWS keeps. */
export function openChangeSets(stage: Stage): readonly string[] {
  const { Summaries } = stage.aws.call("cloudformation", "ListChangeSets", { StackName: STACK });
  const listed = Summaries as readonly { readonly ChangeSetName: string; readonly ExecutionStatus: string }[];
  return listed
    .filter(({ ExecutionStatus }) => ExecutionStatus !== "EXECUTE_COMPLETE")
    .map(({ ChangeSetName }) => ChangeSetName);
}
