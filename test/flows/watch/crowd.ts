import { THROTTLED_AT_MOST } from "../../../src/aws/client.ts";
import { openPace } from "../../../src/aws/pace.ts";
import { awsRetries } from "../../../src/aws/retry.ts";
import { unlessThrottled } from "../../../src/flows/deploy/unlessThrottled.ts";
import { type WatchRequest, watchOperation } from "../../../src/flows/watch/watch.ts";
import type { Pace } from "../../../src/ports/aws.ts";
import type { Clock } from "../../../src/ports/local.ts";
import { ServiceError } from "../../../src/stack/serviceError.ts";
import type { CallRate } from "../../sandbox/aws/call-budget.ts";
import { ROOT, START } from "../../stack/story.ts";
import { silent } from "../world.ts";
import { type Arrival, type SimulatedClient, simulatedAccount } from "./simulatedAccount.ts";
import { type Operating, operatingStack } from "./simulatedStack.ts";
import { simulatedTime } from "./simulatedTime.ts";

/** Deploys that share one account's budget of calls, on a simulated clock. */
export interface CrowdOptions {
  readonly deploys: number;
  readonly operation: Operating;
  /** As many calls as they like where this is left out. */
  readonly rate?: CallRate;
  readonly seed?: number;
  /** `waiter`: a look every five seconds, and the SDK's own three attempts; for comparison. */
  readonly poller?: "ours" | "waiter";
}

/** One deploy as it went. Times are milliseconds. */
export interface Crowded {
  /** From the operation's end to the watch's; `undefined` where the deploy was lost. */
  readonly lag: number | undefined;
  readonly calls: number;
  readonly throttled: number;
  /** The events that the watch told, and those that there were. */
  readonly told: readonly [seen: number, all: number];
}

export interface Crowd {
  readonly deploys: readonly Crowded[];
  readonly arrivals: readonly Arrival[];
}

/** They begin within this time, as jobs that one push starts. Milliseconds. */
const WITHIN_MS = 2_000;

/** What one deploy has. */
interface One {
  readonly client: SimulatedClient;
  readonly clock: Clock;
  readonly pace: Pace;
}

/** Runs deploys side by side, each with the calls that it makes of CloudFormation from its start to its end. */
export async function runCrowd(options: CrowdOptions): Promise<Crowd> {
  const { deploys, operation, rate, seed = 1, poller = "ours" } = options;
  const { clock, run } = simulatedTime(START);
  const account = simulatedAccount(clock, rate);
  const random = randomFrom(seed);
  const task = async (): Promise<Crowded> => {
    await clock.sleep(random() * WITHIN_MS);
    const pace = openPace(clock.now, random);
    const retries =
      poller === "ours"
        ? awsRetries({ maxAttempts: 8, maxThrottled: THROTTLED_AT_MOST, random, pace })
        : standardRetries(random);
    const one = { client: account.clientWith(retries), clock, pace };
    const end = await (poller === "ours" ? ours : waiter)(one, operatingStack(operation, random));
    return { ...end, ...one.client.counted() };
  };
  return { deploys: await run(Array.from({ length: deploys }, () => task)), arrivals: account.arrivals };
}

type Ended = Pick<Crowded, "lag" | "told">;
type OperatingStack = ReturnType<typeof operatingStack>;

/** What a deploy of ours calls: `followEarlier`, `idleStack`, `candidateChanges`, the last look, the execution, the watch. */
async function ours({ client, clock, pace }: One, stack: OperatingStack): Promise<Ended> {
  const read = (operation: string) => client.call(operation, () => undefined);
  const deadline = clock.now() + 3_600_000;
  const job = { cancel: new AbortController().signal, deadline };
  try {
    await read("DescribeStacks");
    await Promise.all([read("DescribeChangeSet"), read("DescribeChangeSet")]);
    await Promise.all([read("GetTemplate"), read("GetTemplate")]);
    await unlessThrottled(job, { clock, pace, log: silent }, async () => {
      await read("DescribeStacks");
      await client.call("ExecuteChangeSet", stack.begin);
    });
  } catch (error) {
    return lost(error, stack);
  }
  const request: WatchRequest = {
    ...{ stackArn: ROOT, stackName: "app", token: "ours", since: START - 60_000 },
    ...{ ...job, total: stack.resources },
  };
  const stacks = stack.askedBy(client.call);
  const { end, events } = await watchOperation(request, { stacks, pace, clock, log: silent });
  const lag = end.kind === "succeeded" ? clock.now() - stack.endAt() : undefined;
  return { lag, told: [events.length, stack.events()] };
}

/** The same calls, and then the stack's status every five seconds. */
async function waiter({ client, clock }: One, stack: OperatingStack): Promise<Ended> {
  const read = (operation: string) => client.call(operation, () => undefined);
  try {
    await read("DescribeStacks");
    await Promise.all([read("DescribeChangeSet"), read("DescribeChangeSet")]);
    await Promise.all([read("GetTemplate"), read("GetTemplate")]);
    await read("DescribeStacks");
    await client.call("ExecuteChangeSet", stack.begin);
    while (!(await isOver(stack.askedBy(client.call)))) await clock.sleep(5_000);
  } catch (error) {
    return lost(error, stack);
  }
  return { lag: clock.now() - stack.endAt(), told: [0, stack.events()] };
}

/** The SDK's waiters take an error of a look for "not yet". */
async function isOver(stacks: ReturnType<OperatingStack["askedBy"]>): Promise<boolean> {
  try {
    return (await stacks.describe()).status === "UPDATE_COMPLETE";
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return false;
  }
}

function lost(error: unknown, stack: OperatingStack): Ended {
  if (!(error instanceof ServiceError)) throw error;
  return { lag: undefined, told: [0, stack.events()] };
}

type Retries = ReturnType<typeof awsRetries>;

/** The SDK's own: three attempts in all, and up to 0.5 s between them, then up to one, all of it jitter. */
function standardRetries(random: () => number): Retries {
  const tokenOf = (count: number, delay: number) =>
    ({ getRetryCount: () => count, getRetryDelay: () => delay }) as Awaited<
      ReturnType<Retries["acquireInitialRetryToken"]>
    >;
  return {
    acquireInitialRetryToken: async () => tokenOf(0, 0),
    refreshRetryTokenForRetry: async (token) => {
      const retries = token.getRetryCount() + 1;
      if (retries >= 3) throw new Error("no further attempt");
      return tokenOf(retries, random() * 500 * 2 ** (retries - 1));
    },
    recordSuccess: () => undefined,
  };
}

/** Mulberry32: a run can be repeated exactly. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
