import { expect } from "vitest";
import type { Stage, Step } from "../../sandbox/stage.ts";
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

/** Long enough that a second attempt finds the operation running. Milliseconds. */
const durations = { operation: 1_500, changeSet: 60, step: 20 };

/** The stage on which the pull request is merged and its deploy about to start. */
export async function openStory({ type, changeSet }: Story): Promise<{ stage: Stage; number: number }> {
  const stage = await openSmallStage({ aws: { durations } });
  if (type === "UPDATE") putStack(stage);
  const { number, step } = await propose(stage, "topic", { timeout: 60, topics: ["News"] });
  if (changeSet === "fresh") {
    const ChangeSetName = step.outputs["change-set-arn"] ?? "";
    stage.aws.call("cloudformation", "DeleteChangeSet", { ChangeSetName });
  }
  await stage.repository.merge(number);
  stage.aws.forgetRequests();
  stage.github.requests.splice(0);
  return { stage, number };
}

/** The requests of a deploy that nothing disturbs. */
export async function requestsOf(story: Story): Promise<readonly Passage[]> {
  const { stage: opened } = await openStory(story);
  await using stage = opened;
  await using turnstile = await openTurnstile(stage);
  expect(outcome(await deploy(stage, turnstile.way))).toEqual({ exitCode: 0, result: "deployed" });
  return [...turnstile.passages];
}

/** Ends a deploy at the gate with a signal; `undefined` when it was over before it came there. */
export async function stopAt(
  stage: Stage,
  gate: Gate,
  signal: "SIGKILL" | "SIGTERM" | "cancel",
  inputs: Readonly<Record<string, string>> = {},
): Promise<Stopped> {
  await using turnstile = await openTurnstile(stage, gate);
  let [passage, at]: [Passage | undefined, number] = [undefined, 0];
  const now = turnstile.closed.then((closed) => {
    passage = closed;
    at = performance.now();
  });
  const step = await deploy(stage, { ...turnstile.way, inputs, stop: { with: signal, now } });
  return { step, passage, tookMs: performance.now() - at };
}

export interface Stopped {
  readonly step: Step;
  readonly passage: Passage | undefined;
  /** Milliseconds from the signal to the process's end. */
  readonly tookMs: number;
}

/** Runs the deploy again, as attempt 2 of the same run, and checks that all is as if nothing had happened. */
export async function endsWell(stage: Stage, number: number, story: Story, killed: Step): Promise<void> {
  const again = await deploy(stage, { again: { runId: killed.runId, attempt: 2 } });
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

/** Names of the stack's change sets but for executed ones, which AWS keeps. */
export function openChangeSets(stage: Stage): readonly string[] {
  const { Summaries } = stage.aws.call("cloudformation", "ListChangeSets", { StackName: STACK });
  const listed = Summaries as readonly { readonly ChangeSetName: string; readonly ExecutionStatus: string }[];
  return listed
    .filter(({ ExecutionStatus }) => ExecutionStatus !== "EXECUTE_COMPLETE")
    .map(({ ChangeSetName }) => ChangeSetName);
}
