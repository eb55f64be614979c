import { watchOperation } from "../src/flows/watch/watch.ts";
import type { StackEvent } from "../src/stack/model.ts";

/**
 * How watching an operation grows with its size: prints a table of time, memory and what was told, for operations of up
 * to 500 resources in each of 5 nested levels. `node --expose-gc bench/scale.ts`; without the flag memory is not
 * measured. Exits with 1 when an event is lost or doubled.
 */
const LEVELS = 5;
const SIZES = [1_000, 2_500, 5_000, 10_000, 20_000];

const ROUNDS = 5;

const rows = [];
for (const size of SIZES) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(size));
  // The fastest: what is slower is what else the machine had to do.
  rows.push(rounds.reduce((best, one) => (one["ms in all"] < best["ms in all"] ? one : best)));
}
console.table(rows);
if (rows.some((row) => row.told !== row.events || row.lines !== row.events)) process.exitCode = 1;

async function measure(size: number) {
  const service = scriptedService(operationOf(size));
  let lines = 0;
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const started = performance.now();
  const log = {
    info: (line: string) => void (/^\d\d:/.test(line) && lines++),
    debug: () => undefined,
    notice: () => undefined,
    warning: () => undefined,
    error: () => undefined,
    group: <T>(_: string, work: () => Promise<T>) => work(),
  };
  const { events, end } = await watchOperation(
    {
      stackArn: arn(0),
      stackName: "level-0",
      token: "ours",
      since: 0,
      deadline: Number.MAX_SAFE_INTEGER,
      total: 0,
      cancel: new AbortController().signal,
    },
    { stacks: service.stacks, pace: { pause: (wanted) => wanted }, clock: service.clock, log },
  );
  const ms = performance.now() - started;
  globalThis.gc?.();
  const grown = process.memoryUsage().heapUsed - before;
  return {
    events: service.size,
    told: events.length,
    lines,
    end: end.kind,
    looks: service.looks(),
    "ms in all": Math.round(ms),
    "µs per event": Math.round((ms * 1000) / size),
    "bytes held per event": globalThis.gc === undefined ? "?" : Math.round(grown / size),
  };
}

/** Events of five nested levels, at most 500 resources in each, a hundred in progress at a time. */
function operationOf(size: number): readonly StackEvent[] {
  const events: StackEvent[] = [];
  const add = (
    level: number,
    logicalId: string,
    status: string,
    at: number,
    physicalId: string,
    type: string,
  ) =>
    events.push({
      id: `e${events.length}`,
      stackArn: arn(level),
      stackName: `level-${level}`,
      logicalId,
      physicalId,
      type,
      status,
      at,
      token: "ours",
    });
  const stack = "AWS::CloudFormation::Stack";
  for (let level = 0; level < LEVELS; level++) {
    add(level, `level-${level}`, "UPDATE_IN_PROGRESS", level, arn(level), stack);
    if (level + 1 < LEVELS)
      add(level, `Nested${level + 1}`, "UPDATE_IN_PROGRESS", level, arn(level + 1), stack);
  }
  const steps = (size - 4 * LEVELS) / 2;
  for (let step = 0; step < steps; step++) {
    // More updates than resources: the same ones come round again, as in a rollback.
    const [level, id] = [step % LEVELS, Math.floor(step / LEVELS) % 500];
    const at = LEVELS + step * 100;
    add(level, `Resource${id}`, "UPDATE_IN_PROGRESS", at, `r-${level}-${id}`, "AWS::SNS::Topic");
    add(level, `Resource${id}`, "UPDATE_COMPLETE", at + 10_000, `r-${level}-${id}`, "AWS::SNS::Topic");
  }
  const last = LEVELS + steps * 100 + 10_000;
  for (let level = LEVELS - 1; level >= 0; level--) {
    if (level + 1 < LEVELS) add(level, `Nested${level + 1}`, "UPDATE_COMPLETE", last, arn(level + 1), stack);
    add(level, `level-${level}`, "UPDATE_COMPLETE", last, arn(level), stack);
  }
  return events;
}

/** The stacks' events as a clock of their own uncovers them. */
function scriptedService(all: readonly StackEvent[]) {
  let now = 0;
  let looks = 0;
  const byStack = Map.groupBy(
    all.toSorted((a, b) => a.at - b.at),
    (event) => event.stackArn,
  );
  return {
    size: all.length,
    looks: () => looks,
    clock: {
      now: () => now,
      sleep: async (ms: number) => {
        now += ms;
      },
    },
    stacks: {
      describe: async () => ({
        arn: arn(0),
        name: "level-0",
        status: "UPDATE_COMPLETE",
        parameters: [],
        tags: {},
        outputs: [],
        capabilities: [],
        notificationArns: [],
        terminationProtection: false,
        createdAt: 0,
      }),
      events: async (stackArn: string, isKnown: (event: StackEvent) => boolean) => {
        looks += 1;
        const events = byStack.get(stackArn) ?? [];
        const found: StackEvent[] = [];
        for (let i = upTo(events, now) - 1; i >= 0; i--) {
          const event = events[i];
          if (event === undefined || isKnown(event)) break;
          found.push(event);
        }
        return found;
      },
    },
  };
}

/** How many of the events, which are in order of time, are there at a time. */
function upTo(events: readonly StackEvent[], now: number): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.at ?? 0) <= now) low = middle + 1;
    else high = middle;
  }
  return low;
}

function arn(level: number): string {
  return `arn:aws:cloudformation:us-east-1:123456789012:stack/level-${level}/${level}`;
}
