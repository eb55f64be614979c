import { type Crowded, type CrowdOptions, runCrowd } from "../test/flows/watch/crowd.ts";
import type { CallRate } from "../test/sandbox/aws/call-budget.ts";
import { openStage, type Stage } from "../test/sandbox/stage.ts";

/**
 * Many deploys in one account, whose calls to CloudFormation are limited: how long after AWS a deploy ends, how many calls it
 * makes, what is lost. `node bench/crowd.ts`, some minutes; with `simulated`, seconds, and without real processes.
 *
 * Simulated is the clock, and AWS: a token bucket that throttles. The watch, its pace and the retries are the real ones, also
 * around the calls before the execution. `waiter` is the floor: the same calls, then a look at the stack's status every 5 s,
 * with the SDK's own three attempts. Real are the processes, against the sandbox under a budget.
 *
 * AWS publishes no limits. 4 calls a second for 12 deploys are the measure; where it grows with the crowd, each deploy keeps
 * its third of a call a second, so that all sizes should do alike. At 4 calls a second for everybody, a crowd that is too
 * large for it must wait no longer than it is larger. Exits with 1 when a deploy of ours is lost, or when that is far off.
 */
const SIZES = [1, 12, 50, 200];
const RATE = 4;
const SHARE = RATE / 12;
const SEEDS = [1, 2, 3];
const ALONE_SECONDS = 60;
const CROWD_SECONDS = 30;

/** Both are more than the budget has room for. Up to twice as fast as the crowd grows is noise. */
const GROWN = { from: 50, to: 200 } as const;
const LINEAR = GROWN.to / GROWN.from;

interface Case {
  readonly how: "simulated" | "processes";
  readonly poller: "ours" | "waiter";
  readonly deploys: number;
  readonly rate: CallRate | undefined;
  readonly seconds: number;
}

type Measured = Pick<Crowded, "lag" | "calls" | "throttled">;

async function bench(isSimulated: boolean): Promise<void> {
  const rows: { readonly one: Case; readonly deploys: readonly Measured[] }[] = [];
  for (const one of cases(isSimulated)) {
    rows.push({ one, deploys: await (one.how === "simulated" ? simulated(one) : processes(one)) });
  }
  console.table(rows.map(({ one, deploys }) => row(one, deploys)));
  const ours = rows.filter(({ one }) => one.poller === "ours");
  const lost = ours.flatMap(({ deploys }) => deploys).filter(({ lag }) => lag === undefined).length;
  if (lost > 0) console.log(`lost: ${lost}`);
  const fixed = ours.filter(({ one }) => one.how === "simulated" && one.rate?.perSecond === RATE);
  const meanOf = (size: number) => mean(lagsOf(fixed.find(({ one }) => one.deploys === size)?.deploys ?? []));
  const growth = meanOf(GROWN.to) / meanOf(GROWN.from);
  const sizes = `${GROWN.to} deploys wait ${round(growth)} times as long on average as ${GROWN.from}`;
  console.log(`At ${RATE} calls a second ${sizes} (linear: ${LINEAR}).`);
  if (lost > 0 || !(growth < 2 * LINEAR)) process.exitCode = 1;
}

function cases(isSimulated: boolean): readonly Case[] {
  const grown = (size: number): CallRate => ({ perSecond: Math.max(RATE, size * SHARE) });
  const sized = (poller: Case["poller"], rateOf: (size: number) => CallRate) =>
    SIZES.map((deploys): Case => {
      const seconds = deploys === 1 ? ALONE_SECONDS : CROWD_SECONDS;
      return { how: "simulated", poller, deploys, rate: rateOf(deploys), seconds };
    });
  const alone: Case = {
    ...{ how: "simulated", poller: "ours", deploys: 1, rate: undefined, seconds: ALONE_SECONDS },
  };
  const real: readonly Case[] = [
    { ...alone, how: "processes" },
    { ...alone, how: "processes", deploys: 12, rate: { perSecond: RATE }, seconds: CROWD_SECONDS },
  ];
  return [
    alone,
    ...sized("ours", grown),
    ...sized("waiter", grown),
    ...sized("ours", () => ({ perSecond: RATE })).filter(({ deploys }) => deploys >= 12),
    ...(isSimulated ? [] : real),
  ];
}

async function simulated({ deploys, poller, rate, seconds }: Case): Promise<readonly Measured[]> {
  const all: Measured[] = [];
  for (const seed of SEEDS) {
    const operation = { takes: seconds + seed / SEEDS.length, shape: "quiet" } as const;
    const options: CrowdOptions = { deploys, poller, operation, seed };
    all.push(...(await runCrowd(rate === undefined ? options : { ...options, rate })).deploys);
  }
  return all;
}

/** One reviewed change, merged, and deployed to many stacks at once: a process for each. */
async function processes({ deploys, rate, seconds }: Case): Promise<readonly Measured[]> {
  await using stage = await openStage({
    aws: { durations: { step: 200, types: {}, changeSet: 300, operation: seconds * 1000 } },
    repository: { files: { "stack.json": template(30) } },
    inputs: { template: "stack.json" },
  });
  const names = Array.from({ length: deploys }, (_, i) => `app-${i + 1}`);
  await propose(stage, names);
  stage.aws.forgetRequests();
  stage.aws.limitCalls(rate);
  const push = await stage.repository.event.push("main");
  const lags = await Promise.all(
    names.map(async (name) => {
      const step = await stage.run(push, { inputs: { "stack-name": name }, timeoutMs: 900_000 });
      const endedAt = Date.now();
      if (step.outputs["deploy-result"] !== "deployed") console.log(step.text);
      const doneAt = stage.aws.cloudFormation.stack(name)?.events.at(-1)?.at ?? 0;
      return step.outputs["deploy-result"] === "deployed" ? endedAt - doneAt : undefined;
    }),
  );
  const requests = stage.aws.requests().filter(({ service }) => service === "cloudformation");
  const throttled = requests.filter(({ outcome }) => outcome === "Throttling").length;
  // Whose call it was is not told; their number is.
  return lags.map((lag) => ({ lag, calls: requests.length / deploys, throttled: throttled / deploys }));
}

async function propose(stage: Stage, names: readonly string[]): Promise<void> {
  for (const stackName of names) stage.aws.cloudFormation.putStack({ stackName, template: template(30) });
  const files = { "stack.json": template(60) };
  const number = await stage.repository.openPullRequest({ head: "change", files });
  const opened = await stage.repository.event.pullRequest(number, "opened");
  for (const name of names) {
    const step = await stage.run(opened, { inputs: { "stack-name": name } });
    if (step.outputs["deploy-result"] !== "previewed") throw new Error(step.text);
  }
  await stage.repository.merge(number);
}

function template(timeout: number): string {
  const resources = ["First", "Second", "Third"].map((id) => [
    id,
    { Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout: timeout } },
  ]);
  return JSON.stringify({ Resources: Object.fromEntries(resources) });
}

function row({ how, poller, deploys, rate, seconds }: Case, measured: readonly Measured[]) {
  const lags = lagsOf(measured).toSorted((a, b) => a - b);
  return {
    how,
    poller,
    deploys,
    "operation s": seconds,
    "calls/s": rate === undefined ? "any" : round(rate.perSecond),
    "lag median s": round(lags[Math.floor((lags.length - 1) / 2)] ?? Number.NaN),
    "lag max s": round(lags.at(-1) ?? Number.NaN),
    "calls a deploy": round(mean(measured.map(({ calls }) => calls))),
    "of them throttled": round(mean(measured.map(({ throttled }) => throttled))),
    lost: `${measured.length - lags.length} of ${measured.length}`,
  };
}

/** Seconds; without those that were lost. */
function lagsOf(measured: readonly Measured[]): readonly number[] {
  return measured.flatMap(({ lag }) => (lag === undefined ? [] : [lag / 1000]));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

await bench(process.argv[2] === "simulated");
