import { type Estimate, estimateOf } from "../../src/estimate/estimate.ts";
import { NO_HISTORY } from "../../src/estimate/history.ts";
import { remaining } from "../../src/estimate/remaining.ts";
import type { Span } from "../../src/estimate/span.ts";
import { earlierOperations } from "../../src/flows/change/earlierOperations.ts";
import { watchOperation } from "../../src/flows/watch/watch.ts";
import type { JsonObject } from "../../src/template/model.ts";
import { requestFor, startEdges } from "../aws/fixture.ts";
import { silent } from "../flows/world.ts";
import { pairOf } from "./examples.ts";
import { ALONE, ALONE_DELETED, CREATED, DELETED, OTHERS, UNUSUAL, UPDATED } from "./observed.data.ts";

export type Resources = Readonly<Record<string, Resource>>;

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DependsOn?: readonly string[];
}

/** A stack: its resources, and those of its nested stacks. */
export interface State {
  readonly resources: Resources;
  readonly nested?: Readonly<Record<string, Resources>>;
}

/** An operation that is estimated before it is executed, and what the stack went through before. */
export interface Recorded {
  readonly about: string;
  /** The stack's earlier states, each deployed after the other; none: it is created. */
  readonly before: readonly State[];
  readonly wanted: State;
}

export function resource(
  type: string,
  properties: Readonly<Record<string, unknown>> = {},
  after: readonly string[] = [],
): Resource {
  return { Type: type, Properties: properties, ...(after.length === 0 ? {} : { DependsOn: after }) };
}

/** What came of an operation, beside what was said of it. */
export interface Played {
  readonly about: string;
  readonly estimate: Estimate;
  /** What would have been said without the stack's history. */
  readonly guess: Estimate;
  readonly tookMs: number;
  /** What was said to be left whenever it was looked at, and what was left. */
  readonly looks: readonly { readonly said: Span; readonly wasMs: number }[];
}

/** Plays an operation in the sandbox, after those before it, with durations as people have observed them. */
export async function play({ about, before, wanted }: Recorded, seed: number): Promise<Played> {
  const random = randomFrom(`${about} ${seed}`);
  const reality = realityOf(random);
  const step = 2_500 + 2_000 * random();
  const edges = await startEdges({ durations: { ...reality, step, changeSet: 2_000 } });
  for (const state of before) await operate(state);
  return { about, ...(await operate(wanted)) };

  async function operate({ resources, nested = {} }: State): Promise<Omit<Played, "about">> {
    const body = templateOf(resources, Object.keys(nested));
    for (const [name, inner] of Object.entries(nested)) {
      edges.aws.objects.put("templates", `${name}.json`, JSON.stringify(templateOf(inner)));
    }
    const live = await edges.stacks.describe("app");
    const earlier = earlierOperations(live, { ...edges, log: silent });
    const prepared = await edges.changeSets.prepare(
      requestFor(
        {},
        {
          ...{ name: `set-${Math.round(edges.clock.now())}`, type: live === undefined ? "CREATE" : "UPDATE" },
          ...{ templateBody: JSON.stringify(body), capabilities: ["CAPABILITY_NAMED_IAM"] },
        },
      ),
    );
    if (prepared.kind !== "ready") throw new Error(`${about}: ${prepared.reason}`);
    const { changeSet } = prepared;
    const { history } = await earlier();
    const deployed = live === undefined ? undefined : await edges.stacks.template("app");
    const root = {
      ...pairOf(body),
      before: deployed === undefined ? undefined : { value: JSON.parse(deployed) },
    };
    const inner = Object.entries(nested).map(([name, it]) => pairOf(templateOf(it), [name]));
    const known = { changes: changeSet.resources, templates: [root, ...inner], areNestedListed: true };
    const estimate = estimateOf({ ...known, history });
    const said: { readonly at: number; readonly said: Span }[] = [];
    const token = `run-${Math.round(edges.clock.now())}`;
    const { arn: changeSetArn, stackArn, createdAt: since, resources: changes } = changeSet;
    await edges.changeSets.execute({ changeSetArn, stackArn, token, disableRollback: false });
    const { end } = await watchOperation(
      {
        ...{ stackArn, stackName: "app", token, since, total: changes.length },
        ...{ deadline: edges.clock.now() + 7_200_000, cancel: new AbortController().signal },
        onProgress: ({ left, now }) => void (left && said.push({ at: now, said: left })),
        left: (operation, now) => remaining(estimate, operation, now),
      },
      { ...edges, log: silent },
    );
    if (end.kind !== "succeeded") throw new Error(`${about}: ${JSON.stringify(end)}`);
    const endAt = edges.clock.now();
    edges.advance(60_000);
    return {
      estimate,
      guess: estimateOf({ ...known, history: NO_HISTORY }),
      tookMs: end.tookMs,
      looks: said.map(({ at, said: span }) => ({ said: span, wasMs: endAt - at })),
    };
  }
}

/** How far an estimate is off, as a share of what it took. */
export function errorOf({ estimate, tookMs }: Pick<Played, "estimate" | "tookMs">): number {
  return Math.abs(estimate.total.typical - tookMs) / tookMs;
}

function templateOf(resources: Resources, nested: readonly string[] = []): JsonObject {
  const url = (name: string) => `https://templates.s3.us-east-1.amazonaws.com/${name}.json`;
  return {
    Resources: Object.fromEntries(
      Object.entries(resources).map(([name, it]) => [
        name,
        nested.includes(name) ? { ...it, Properties: { TemplateURL: url(name) } } : it,
      ]),
    ),
  } as unknown as JsonObject;
}

/** A stack whose resources take each its time, a little more or less whenever something is done to it. */
function realityOf(random: () => number) {
  const bases = new Map<string, number>();
  return {
    resource: (
      { logicalId, type }: { logicalId: string; type: string },
      action: "create" | "update" | "delete",
    ) => {
      const key = `${logicalId} ${type} ${action}`;
      const list = observed(logicalId, type, action);
      const base = bases.get(key) ?? list[Math.floor(random() * list.length)] ?? 0;
      bases.set(key, base);
      const noise = Math.exp(0.12 * normal(random));
      // CloudFormation begins a resource up to two seconds after it could.
      return 1_000 * (base * noise + 2 * random());
    },
  };
}

function observed(
  logicalId: string,
  type: string,
  action: "create" | "update" | "delete",
): readonly number[] {
  if (action === "create" && logicalId === "Database") return ALONE;
  if (action === "delete" && logicalId === "Database") return ALONE_DELETED;
  if (UNUSUAL[logicalId] !== undefined) return UNUSUAL[logicalId];
  const table = { create: CREATED, update: UPDATED, delete: DELETED }[action];
  return table[type] ?? OTHERS;
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Numbers from 0 to 1 that are the same for the same text (mulberry32). */
function randomFrom(text: string): () => number {
  let state = [...text].reduce((hash, char) => Math.imul(hash ^ char.charCodeAt(0), 0x01000193), 0x811c9dc5);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
