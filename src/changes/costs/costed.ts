import type { Costing, CostResource, PriceQuery } from "./model.ts";
import { costRule } from "./rules.ts";
import { UNKNOWN_COSTS } from "./values.ts";

/** A resource with what it costs in the deployed and in the wanted template. */
export interface Costed {
  /** As `resourceKey` gives it. */
  readonly key: string;
  readonly type: string;
  /** The key of the resource that decides with it. */
  readonly dependsOn?: string;
  /** Absent where this template has no such resource. */
  readonly before?: Costing;
  readonly after?: Costing;
}

/** The resources of both templates of whose type the costs can be told. */
export function costedResources(
  before: readonly CostResource[],
  after: readonly CostResource[],
): readonly Costed[] {
  const [old, wanted] = [costings(before), costings(after)];
  return [...new Set([...old.keys(), ...wanted.keys()])].flatMap((key): readonly Costed[] => {
    const [was, will] = [old.get(key), wanted.get(key)];
    const one = will ?? was;
    if (one === undefined) return [];
    const { type, dependsOn } = one;
    return [
      {
        ...{ key, type },
        ...(dependsOn === undefined ? {} : { dependsOn }),
        ...(was === undefined ? {} : { before: was.costing }),
        ...(will === undefined ? {} : { after: will.costing }),
      },
    ];
  });
}

/** So many questions are asked for one preview. */
const MOST_QUESTIONS = 12;

/** What is to be asked so that every difference has its price: each question once, those first that tell of the most. */
export function questionsFor(costed: readonly Costed[]): readonly PriceQuery[] {
  const wanted = costed
    .filter((one) => isKnown(one) && differs(one))
    .flatMap(({ before, after }) => [...queriesOf(before), ...queriesOf(after)]);
  const byKey = Map.groupBy(wanted, queryKey);
  return [...byKey.values()]
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_QUESTIONS)
    .flatMap(([query]) => query ?? []);
}

/** By which a question is found again. */
export function queryKey({ service, attributes }: PriceQuery): string {
  return JSON.stringify([service, Object.entries(attributes).sort()]);
}

/** Whether a resource's costs are others than before. */
export function differs({ before, after }: Pick<Costed, "before" | "after">): boolean {
  return JSON.stringify(partsOf(before)) !== JSON.stringify(partsOf(after));
}

/** Where one side is not known, the other's price alone tells nothing. */
function isKnown({ before, after }: Costed): boolean {
  return before?.kind !== "unknown" && after?.kind !== "unknown";
}

function partsOf(costing: Costing | undefined) {
  return costing?.kind === "priced" ? costing.parts : [];
}

function queriesOf(costing: Costing | undefined): readonly PriceQuery[] {
  return partsOf(costing).map(({ price: { service, attributes } }) => ({ service, attributes }));
}

interface OneSide {
  readonly type: string;
  readonly costing: Costing;
  readonly dependsOn?: string;
}

function costings(resources: readonly CostResource[]): ReadonlyMap<string, OneSide> {
  const byStack = Map.groupBy(resources, ({ key }) => stackOf(key));
  const all = resources.flatMap((resource): readonly (readonly [string, OneSide])[] => {
    const rule = costRule(resource.type);
    if (rule === undefined) return [];
    const siblings = byStack.get(stackOf(resource.key)) ?? [];
    const other = rule.dependsOn?.(resource, siblings);
    const costing = resource.exists === true ? rule.costing(resource, siblings) : UNKNOWN_COSTS;
    const { key, type } = resource;
    return [[key, { type, costing, ...(other === undefined ? {} : { dependsOn: other.key }) }]];
  });
  return new Map(all);
}

/** The nested stack that a resource is in. */
function stackOf(key: string): string {
  return key.split("/").slice(0, -1).join("/");
}
