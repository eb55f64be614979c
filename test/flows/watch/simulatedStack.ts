import type { Stack, StackEvent } from "../../../src/stack/model.ts";
import { event, itself, nested, ROOT, START, story } from "../../stack/story.ts";
import type { SimulatedClient } from "./simulatedAccount.ts";

/** What an operation does. Times are seconds. */
export interface Operating {
  readonly takes: number;
  /**
   * `quiet`: one of three resources takes nearly all the time. `busy`: one resource after the other, something happens every
   * second. `nested`: four nested stacks side by side, each with a few resources.
   */
  readonly shape: "quiet" | "busy" | "nested";
}

/** From the last resource's end to the stack's: 0.6 to 2.6 s. */
const LEAST_GAP = 0.6;

/** A stack whose operation begins when it is told so, and that is asked through somebody's calls. */
export function operatingStack({ takes, shape }: Operating, random: () => number) {
  let events: readonly StackEvent[] = [];
  const gap = LEAST_GAP + 2 * random();
  const listed = (stackArn: string, now: number) =>
    events
      .filter((one) => one.stackArn === stackArn && one.at <= now)
      .toSorted((a, b) => a.at - b.at)
      .toReversed();
  return {
    begin: (now: number): void => {
      events = SHAPES[shape]((now - START) / 1_000, takes, gap, random);
    },
    endAt: () => events.findLast(({ physicalId }) => physicalId === ROOT)?.at ?? Number.NaN,
    events: () => events.length,
    resources: shape === "nested" ? 0 : shape === "busy" ? Math.floor(takes) : 3,
    askedBy: (call: SimulatedClient["call"]) => ({
      events: (stackArn: string, isKnown: (event: StackEvent) => boolean) =>
        call("DescribeStackEvents", (now) => {
          const newest = listed(stackArn, now);
          const known = newest.findIndex(isKnown);
          return known === -1 ? newest : newest.slice(0, known);
        }),
      describe: () => call("DescribeStacks", (now) => stackIn(listed(ROOT, now))),
    }),
  };
}

type Shape = (from: number, takes: number, gap: number, random: () => number) => readonly StackEvent[];

const SHAPES: Readonly<Record<Operating["shape"], Shape>> = {
  quiet: (from, takes, gap, random) =>
    wrapped(from, takes, gap, [
      ...during("First", from + 1, from + 2 + random() * (takes / 2 - 2)),
      ...during("Second", from + 1, from + 2 + random() * (takes / 2 - 2)),
      ...during("Third", from + 1, from + takes - gap),
    ]),
  busy: (from, takes, gap) => {
    const count = Math.floor(takes);
    const each = (takes - gap - 1) / count;
    const one = (_: unknown, i: number) =>
      during(`R${i}`, from + 1 + i * each, from + 1 + (i + 1) * each - 0.01);
    return wrapped(from, takes, gap, Array.from({ length: count }, one).flat());
  },
  nested: (from, takes, gap, random) => {
    const one = (_: unknown, i: number) =>
      child(`Nested${i}`, from + 1, from + takes - gap - (i === 3 ? 0 : random() * (takes / 2)));
    return wrapped(from, takes, gap, Array.from({ length: 4 }, one).flat());
  },
};

function wrapped(from: number, takes: number, gap: number, inner: readonly StackEvent[]) {
  return story(
    { token: "ours", operationId: "op" },
    itself(from + 0.3, "UPDATE_IN_PROGRESS"),
    ...inner,
    itself(from + takes - gap / 2, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"),
    itself(from + takes, "UPDATE_COMPLETE"),
  );
}

function during(name: string, from: number, to: number, more: Partial<StackEvent> = {}) {
  return [event(from, name, "UPDATE_IN_PROGRESS", more), event(to, name, "UPDATE_COMPLETE", more)];
}

function child(name: string, from: number, to: number) {
  const stackArn = ROOT.replace("stack/app/", `stack/app-${name}/`);
  const within = (to - from) / 4;
  return [
    nested(from, name, "UPDATE_IN_PROGRESS", { physicalId: stackArn }),
    itself(from + 0.1, "UPDATE_IN_PROGRESS", { stackArn }),
    ...during("Quick", from + 0.2, from + within, { stackArn }),
    ...during("Slow", from + within, to - 1, { stackArn }),
    itself(to - 0.5, "UPDATE_COMPLETE", { stackArn }),
    nested(to, name, "UPDATE_COMPLETE", { physicalId: stackArn }),
  ];
}

function stackIn(newest: readonly StackEvent[]): Stack {
  const own = newest.filter(({ physicalId }) => physicalId === ROOT);
  const updatedAt = own.at(-1)?.at;
  return {
    ...{ arn: ROOT, name: "app", status: own[0]?.status ?? "CREATE_COMPLETE" },
    ...{ parameters: [], tags: {}, outputs: [], capabilities: [], notificationArns: [] },
    ...{ terminationProtection: false, createdAt: START - 3_600_000 },
    ...(updatedAt === undefined ? {} : { updatedAt }),
  };
}
