import type { Json } from "../../template/model.ts";
import type { ResourceChange } from "../model.ts";
import { isObject, isWhole, type ResourceStates } from "../resourceState.ts";

/** A property's value before and after; `undefined`: there is none, or none is known. */
export interface Pair {
  readonly old: Json | undefined;
  readonly now: Json | undefined;
}

/**
 * The values at a path below the properties: a step `*` is every item of a list that is there before and after, and a list of
 * keys and values is entered by a key.
 */
export function pairsAt({ before, after }: ResourceStates, path: string): readonly Pair[] {
  return below({ old: before, now: after }, path.split("/"));
}

function below({ old, now }: Pair, path: readonly string[]): readonly Pair[] {
  const [step, ...rest] = path;
  if (step === undefined) return [{ old, now }];
  if (step !== "*") return below({ old: child(old, step), now: child(now, step) }, rest);
  const later = items(now);
  return [...items(old)].flatMap(([name, item]) =>
    later.has(name) ? below({ old: item, now: later.get(name) }, rest) : [],
  );
}

function child(node: Json | undefined, step: string): Json | undefined {
  if (!Array.isArray(node)) return isObject(node) ? node[step] : undefined;
  const entries = (node as readonly Json[]).filter(isObject);
  return entries.find(({ Key }) => Key === step)?.Value;
}

/** The items of a list, those of a region by it: another order is no change. (Without contexts a list is an object.) */
function items(node: Json | undefined): ReadonlyMap<string, Json> {
  if (typeof node !== "object" || node === null) return new Map();
  return new Map(Object.entries(node).map(([index, item]) => [regionOf(item) ?? index, item]));
}

function regionOf(item: Json): string | undefined {
  return isObject(item) && typeof item.Region === "string" ? item.Region : undefined;
}

/** Whether a property that has no value afterwards is known to have none, and not only unknown. */
export function isTakenOut(change: ResourceChange, states: ResourceStates, path: string): boolean {
  const pointer = `/Properties/${path}`;
  return (
    isWhole(states, path) ||
    change.details.some(
      (detail) =>
        detail.changeType === "Remove" &&
        `${pointer}/`.startsWith(`${detail.path ?? `/Properties/${detail.name}`}/`),
    )
  );
}

/** `on`, `ACTIVE`, `Enabled`: whatever the property is called, it is on. */
export function isOn(value: Json | undefined): boolean {
  return /^(true|1|on|yes|active|enabled)$/i.test(String(value));
}

/** As `isOn`; what is not there is not off. */
export function isOff(value: Json | undefined): boolean {
  return /^(false|0|off|no|inactive|disabled|suspended)$/i.test(String(value));
}
