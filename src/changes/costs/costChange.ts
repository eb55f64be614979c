import { type Changes, type ResourceChange, resourceKey } from "../model.ts";
import { type Costed, differs } from "./costed.ts";
import type { CostChange, Costing, CostLine, Currency, Part, Price } from "./model.ts";
import { costRule } from "./rules.ts";
import { around, exactly, plus, within } from "./span.ts";
import { NO_COSTS, UNKNOWN_COSTS } from "./values.ts";

export interface Prices {
  readonly currency: Currency;
  /** What one unit costs; `undefined` where no plain price was found. */
  readonly unitPrice: (price: Price) => number | undefined;
}

/**
 * What the changes do to the costs of a month. Only what is added, removed or changed in something that its price depends on
 * counts; what is imported is paid already, what is retained goes on being paid. `undefined` where nothing can be said.
 */
export function costChange(
  costed: readonly Costed[],
  changes: Pick<Changes, "resources">,
  prices: Prices,
): CostChange | undefined {
  const listed = {
    byKey: new Map(changes.resources.map((change) => [resourceKey(change), change])),
    within: new Set(changes.resources.map(({ stackPath }) => stackPath.join("/"))),
  };
  const found = costed.map((one) => lineOf(one, listed, prices));
  const lines = found.filter((line) => typeof line === "object");
  if (lines.length === 0) return undefined;
  const known = new Set(costed.map(({ key }) => key));
  return {
    currency: prices.currency,
    total: lines.map(({ change }) => change).reduce(plus, exactly(0)),
    lines: lines.toSorted((a, b) => weight(b) - weight(a)),
    unpriced: found.filter((line) => line === "unpriced").length + unseen(changes, known),
  };
}

/** What is made or goes and is in neither template as it was read: a loop's, or a macro's. */
function unseen({ resources }: Pick<Changes, "resources">, known: ReadonlySet<string>): number {
  return resources.filter(
    (change) =>
      ["Add", "Remove"].includes(change.action) &&
      costRule(change.type) !== undefined &&
      !known.has(resourceKey(change)),
  ).length;
}

interface Listed {
  readonly byKey: ReadonlyMap<string, ResourceChange>;
  /** The stacks of which a resource is listed. */
  readonly within: ReadonlySet<string>;
}

function lineOf(costed: Costed, listed: Listed, prices: Prices): CostLine | "unpriced" | undefined {
  const sides = sidesOf(costed, listed);
  if (sides === undefined) return undefined;
  const { before, after } = sides;
  if (before.kind === "unknown" || after.kind === "unknown")
    return before.kind !== after.kind || isTouched(costed, listed) ? "unpriced" : undefined;
  if (!differs(sides)) return undefined;
  const change = difference(paid(before, prices), paid(after, prices));
  if (change === undefined) return "unpriced";
  const { key, type } = costed;
  return {
    ...{ resource: key, type, change },
    ...(before.kind === "priced" ? { before: before.what } : {}),
    ...(after.kind === "priced" ? { after: after.what } : {}),
  };
}

interface Sides {
  readonly before: Costing;
  readonly after: Costing;
}

/** What counts on either side; `undefined` where nothing happens to the resource. */
function sidesOf(costed: Costed, listed: Listed): Sides | undefined {
  // A side that must be there and is not in its template as it was read: nobody knows.
  const { key, dependsOn, before = UNKNOWN_COSTS, after = UNKNOWN_COSTS } = costed;
  const { byKey } = listed;
  const other = dependsOn === undefined ? undefined : byKey.get(dependsOn);
  const change = byKey.get(key) ?? nestedIn(key, listed) ?? (other?.action === "Modify" ? other : undefined);
  switch (change?.action) {
    case "Add":
      return { before: NO_COSTS, after };
    case "Remove":
      return change.policyAction === "Retain" ? undefined : { before, after: NO_COSTS };
    case "Modify":
      return { before: change.policyAction === "ReplaceAndRetain" ? NO_COSTS : before, after };
    default:
      return undefined;
  }
}

/**
 * The nested stack that is made, goes or changes with what is in it, where its resources are not listed (the input
 * `include-nested-stacks`): then the templates alone tell.
 */
function nestedIn(key: string, { byKey, within }: Listed): ResourceChange | undefined {
  const steps = key.split("/");
  return steps
    .slice(1)
    .map((_, index) => steps.slice(0, index + 1).join("/"))
    .flatMap((path) => {
      const change = byKey.get(path);
      const isWhole = change?.action === "Add" || change?.action === "Remove";
      return change !== undefined && (isWhole || (change.action === "Modify" && !within.has(path)))
        ? [change]
        : [];
    })[0];
}

/** Whether something changes that the price depends on, whatever it is. */
function isTouched({ key, dependsOn }: Costed, { byKey }: Listed): boolean {
  return [key, ...(dependsOn === undefined ? [] : [dependsOn])].some((one) => {
    const change = byKey.get(one);
    if (change === undefined) return false;
    const properties = costRule(change.type)?.properties ?? [];
    return change.action !== "Modify" || change.details.some(({ name }) => properties.includes(name ?? ""));
  });
}

/** What each part costs a month for one of its units; `undefined` where a price is missing. */
type Paid = readonly (Part & { readonly each: number })[];

/** A month as AWS's own calculator counts it. */
const HOURS = 730;

function paid(costing: Costing, { unitPrice }: Prices): Paid | undefined {
  const parts = costing.kind === "priced" ? costing.parts : [];
  const all = parts.flatMap((part) => {
    const price = unitPrice(part.price);
    return price === undefined
      ? []
      : [{ ...part, each: price * (part.price.unit === "GB-month" ? 1 : HOURS) }];
  });
  return all.length === parts.length ? all : undefined;
}

/**
 * What changes at one and the same load, whatever it is: capacity that follows the load is there before and after. The ends
 * of both ranges are the loads at which the difference turns, so that its least and its most are among them.
 */
function difference(before: Paid | undefined, after: Paid | undefined) {
  if (before === undefined || after === undefined) return undefined;
  const loads = [...before, ...after].flatMap(({ amount }) => [amount.from, amount.to]);
  return around(loads.map((load) => costsAt(load, after) - costsAt(load, before)));
}

function costsAt(load: number, all: Paid): number {
  return all.reduce((sum, { amount, each }) => sum + each * within(amount, load), 0);
}

function weight({ change }: CostLine): number {
  return Math.max(Math.abs(change.from), Math.abs(change.to));
}
