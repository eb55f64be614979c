import { expect } from "vitest";
import { type Outlets, openExit } from "../../../src/exit.ts";
import { publishComment } from "../../../src/flows/tell/publish.ts";
import type { Comments, GitHubWriters } from "../../../src/ports/github.ts";
import type { Log } from "../../../src/ports/local.ts";
import { markedStack } from "../../../src/report/comment.ts";
import type { ReportState, ReportView } from "../../../src/report/view.ts";
import { openSecrets } from "../../../src/secrets/secrets.ts";
import { jobOf, silent } from "../world.ts";
import { type Conversation, conversation, type Timeline, timeline } from "./commentsInTime.ts";

export const OVERVIEW = "<!-- aurora-deploy-action overview ";
export const BOT = "github-actions[bot]";

const nothing = (): void => undefined;
const OUTLETS: Outlets = {
  toolkit: {
    ...{ info: nothing, debug: nothing, notice: nothing, warning: nothing, error: nothing },
    ...{ startGroup: nothing, endGroup: nothing },
  },
  ...{ setSecret: nothing, setOutput: nothing, writeSummary: async () => undefined },
};

export interface Job {
  readonly stack: string;
  /** What it tells, one after the other: deployed in so many seconds. */
  readonly tells: readonly number[];
  /** When it begins. Milliseconds. */
  readonly at?: number;
  /** Dies with that request. */
  readonly dies?: number;
  /** What only this job knows to be one. */
  readonly secret?: string;
}

export function deployed(seconds: number): ReportState {
  return { kind: "deployed", tookMs: seconds * 1_000, outputs: [], timeline: [] };
}

export function viewOf(stack: string, state: ReportState): ReportView {
  return {
    ...{ stack, region: "us-east-1", state, findings: [], history: [], commit: "c".repeat(40) },
    secrets: openSecrets(),
    links: { run: "https://github.test/acme/app/actions/runs/1" },
  };
}

/** The comments as a job's run writes them: through the exit, which hides its secrets. */
export function guarded(comments: GitHubWriters["comments"], secret: string | undefined): Comments {
  const exit = openExit(OUTLETS);
  if (secret !== undefined) exit.secrets.learn([secret]);
  return exit.guarded({ comments, checks: {} as GitHubWriters["checks"] }).comments;
}

export interface World {
  readonly talk: Conversation;
  readonly time: Timeline;
  readonly warnings: string[];
}

/** What a job writes, one after the other. */
export async function tellAll({ talk, time, warnings }: World, job: Job): Promise<void> {
  const { stack, tells, at = 0, dies, secret } = job;
  const { inputs, cancel } = jobOf({ "stack-name": stack });
  const comments = guarded(talk.connect(time, BOT, dies), secret);
  const log: Log = { ...silent, warning: (line) => void warnings.push(line) };
  await time.clock.sleep(at);
  for (const seconds of tells) {
    const message = { pullRequest: 1, view: viewOf(stack, deployed(seconds)) };
    await publishComment({ inputs, cancel }, message, { comments, clock: time.clock, log });
  }
}

/** All jobs, side by side, until those have ended that do not die. */
export async function play(world: World, jobs: readonly Job[]): Promise<void> {
  const all = jobs.map((job) => ({ job, work: tellAll(world, job) }));
  await world.time.play(Promise.all(all.filter(({ job }) => job.dies === undefined).map(({ work }) => work)));
  // A dead job's last request may still be on its way.
  await world.time.play(world.time.clock.sleep(60_000));
}

export function openWorld(delay: () => number): World {
  return { talk: conversation(), time: timeline(delay), warnings: [] };
}

/** What the comments of the stacks say at their heads, by stack; one each, or the oldest counts. */
export function said({ talk }: World, may?: "doubles"): ReadonlyMap<string, string> {
  const own = talk.comments.filter(({ author, body }) => author === BOT && markedStack(body) !== undefined);
  const heads = own.map(({ body }) => /^### ✅ (\S+) · us-east-1: (.*)$/m.exec(body));
  const words = new Map(heads.toReversed().map((head) => [head?.[1] ?? "", head?.[2] ?? ""]));
  if (may === undefined) expect(words.size, "one comment a stack").toBe(own.length);
  return words;
}

/** What the overview says of them; one overview. */
export function overview({ talk }: World): ReadonlyMap<string, string> {
  const all = talk.comments.filter(({ author, body }) => author === BOT && body.startsWith(OVERVIEW));
  expect(all.length, "one overview").toBeLessThanOrEqual(1);
  const rows = [
    ...(all[0]?.body ?? "").matchAll(/^\| {2}\| \[(\S+) · us-east-1\]\(.*\) \| {2}\| ✅ (.*) \|$/gm),
  ];
  return new Map(rows.map(([, stack = "", words = ""]) => [stack, words]));
}

/** From a seed, numbers between 0 and 1 (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Mostly some 50 ms, now and then seconds. */
export function delays(seed: number): () => number {
  const next = random(seed);
  return () => (next() < 0.05 ? 3_000 * next() : 20 + 60 * next());
}
