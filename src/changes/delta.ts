import { canonicalJson } from "../template/canonical.ts";
import type { Json } from "../template/model.ts";
import type { ItemHashes } from "./digest.ts";
import { HIDDEN_CHANGE } from "./hiddenChange.ts";
import type { Item, Items } from "./items/model.ts";

/** One item that differs between what was reviewed and what would happen now. */
export interface DeltaEntry {
  /** `resource Queue`, `property Queue /Properties/DelaySeconds`, `parameter Size`, … */
  readonly item: string;
  readonly kind: "only-reviewed" | "only-present" | "differs";
  /** Only what differs inside the item, a line `name: value` each; absent where the record does not show it. */
  readonly reviewed?: string;
  readonly present?: string;
}

interface Side {
  readonly items: ItemHashes;
  /** The items, redacted, as far as they are known. */
  readonly shown: Items;
}

/** What differs, item by item and value by value, in the order of the items' names. */
export function deltaBetween(reviewed: Side, present: Side): readonly DeltaEntry[] {
  const names = [...new Set([...reviewed.items.keys(), ...present.items.keys()])].sort();
  return names
    .filter((name) => reviewed.items.get(name)?.whole !== present.items.get(name)?.whole)
    .map((name) => ({
      item: name,
      kind: kindOf(reviewed.items.has(name), present.items.has(name)),
      ...differences(reviewed.shown.get(name), present.shown.get(name)),
    }));
}

function kindOf(isReviewed: boolean, isPresent: boolean): DeltaEntry["kind"] {
  if (!isPresent) return "only-reviewed";
  return isReviewed ? "differs" : "only-present";
}

function differences(
  reviewed: Item | undefined,
  present: Item | undefined,
): Pick<DeltaEntry, "reviewed" | "present"> {
  const [before, after] = [flattened(reviewed), flattened(present)];
  const told = { ...lines("reviewed", before, after), ...lines("present", after, before) };
  if (reviewed === undefined || present === undefined || Object.keys(told).length > 0) return told;
  // The hashes differ, and what may be shown does not: the difference is in what is redacted.
  return { reviewed: "a hidden value", present: HIDDEN_CHANGE };
}

function lines<K extends string>(
  name: K,
  side: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): { readonly [P in K]?: string } {
  const own = [...side]
    .filter(([key, value]) => other.get(key) !== value)
    .map(([key, value]) => `${key}: ${value}`);
  return own.length === 0 ? {} : ({ [name]: own.join("\n") } as { readonly [P in K]: string });
}

/** An item as flat name → value text, the values' members by their paths. */
function flattened(item: Item | undefined): ReadonlyMap<string, string> {
  const flat = new Map<string, string>();
  if (item === undefined) return flat;
  addText(flat, "before", item.before);
  addText(flat, "after", item.after);
  addText(flat, "", item.how);
  return flat;
}

function addText(flat: Map<string, string>, name: string, text: string | null): void {
  if (text !== null) addValue(flat, name, parsed(text));
}

function addValue(flat: Map<string, string>, name: string, value: Json): void {
  if (!isObject(value) || Object.keys(value).length === 0) {
    if (value !== null) flat.set(name === "" ? "how" : name, textOf(value));
    return;
  }
  for (const [key, member] of Object.entries(value)) addValue(flat, joined(name, key), member);
}

function joined(name: string, key: string): string {
  if (name === "") return key;
  return name.includes(" ") ? `${name}/${key}` : `${name} ${key}`;
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // A record holds what its maker wrote: what cannot be read is shown as it is.
    return text;
  }
}

function textOf(value: Json): string {
  return typeof value === "string" ? value : canonicalJson(value);
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
