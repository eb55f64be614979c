import type { Clock, Log } from "../../../src/ports/local.ts";
import type { Stack, StackEvent } from "../../../src/stack/model.ts";
import { ServiceError, type Trouble } from "../../../src/stack/serviceError.ts";
import { ROOT, START } from "../../stack/story.ts";
import { freePace } from "./freePace.ts";

/** What a scripted service does besides telling its story. */
export interface Script {
  /** Events of all stacks; each is there from its own time on, or `listedLate` milliseconds later. */
  readonly events: readonly StackEvent[];
  readonly listedLate?: (event: StackEvent) => number;
  /** DescribeStacks lags behind by this much. */
  readonly describeLag?: number;
  /** The trouble that calls meet at a time (ms since nine o'clock). */
  readonly trouble?: (ms: number, call: "events" | "describe") => Trouble | undefined;
  /** What helps against it. */
  readonly hint?: string;
  readonly answerAfter?: number;
}

/** Stacks in memory whose state is a function of a fake clock that only sleeping moves. */
export function scripted(script: Script) {
  let now = START;
  const lines: string[] = [];
  const calls: { readonly call: string; readonly at: number }[] = [];
  const timers: { readonly at: number; readonly run: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    sleep: async (ms, signal) => {
      const until = now + ms;
      for (const timer of timers.filter(({ at }) => at > now && at <= until).sort((a, b) => a.at - b.at)) {
        now = timer.at;
        timer.run();
        if (signal?.aborted) return;
      }
      now = until;
    },
  };
  const meet = (call: "events" | "describe") => {
    calls.push({ call, at: now - START });
    now += script.answerAfter ?? 0;
    const trouble = script.trouble?.(now - START, call);
    if (trouble !== undefined)
      throw new ServiceError(`Cannot ask: ${trouble}.`, {
        ...{ reasonCode: "error", trouble },
        ...(script.hint === undefined ? {} : { hint: script.hint }),
      });
  };
  const listed = (stackArn: string, at: number) =>
    script.events
      .filter((event) => event.stackArn === stackArn && event.at + (script.listedLate?.(event) ?? 0) <= at)
      .toSorted((a, b) => a.at - b.at);
  const stacks = {
    events: async (stackArn: string, isKnown: (event: StackEvent) => boolean) => {
      meet("events");
      const newest = listed(stackArn, now).toReversed();
      const known = newest.findIndex(isKnown);
      return known === -1 ? newest : newest.slice(0, known);
    },
    describe: async (): Promise<Stack | undefined> => {
      meet("describe");
      const own = listed(ROOT, now - (script.describeLag ?? 0)).filter((event) => event.physicalId === ROOT);
      const updatedAt = own.findLast(({ status }) => status === "UPDATE_IN_PROGRESS")?.at;
      return stackIn(own.at(-1)?.status ?? "CREATE_COMPLETE", updatedAt);
    },
  };
  const write = (line: string) => void lines.push(line);
  const log: Log = {
    info: write,
    debug: () => undefined,
    notice: write,
    warning: (line) => write(`warning: ${line}`),
    error: write,
    group: (_, work) => work(),
  };
  return {
    ports: { stacks, pace: freePace, clock, log },
    lines,
    calls,
    /** Runs at a time, ms since nine o'clock. */
    at: (ms: number, run: () => void) => void timers.push({ at: START + ms, run }),
    ms: () => now - START,
  };
}

function stackIn(status: string, updatedAt: number | undefined): Stack {
  return {
    arn: ROOT,
    name: "app",
    status,
    parameters: [],
    tags: {},
    outputs: [
      { key: "Since", value: `${status} ${updatedAt === undefined ? "" : (updatedAt - START) / 1000}` },
    ],
    capabilities: [],
    notificationArns: [],
    terminationProtection: false,
    createdAt: START,
    ...(updatedAt === undefined ? {} : { updatedAt }),
  };
}
