import { canonicalJson } from "../template/canonical.ts";
import type { Json } from "../template/model.ts";
import { HIDDEN_CHANGE } from "./hiddenChange.ts";

/** One item that differs between what was reviewed and what would happen now. */
export interface DeltaEntry {
  /** `resource Cluster`, `parameter MaxCapacity`, `output Endpoint`, `tags`, `target`, … */
  readonly item: string;
  readonly kind: "only-reviewed" | "only-present" | "differs";
  /** Only what differs inside the item, a line `name: value` each; absent where the record does not show it. */
  readonly reviewed?: string;
  readonly present?: string;
}

interface Side {
  readonly items: Readonly<Record<string, string>>;
  /** Canonical, redacted forms of the items (`canonicalItems`), as far as they are known. */
  readonly shown: Readonly<Record<string, Json>>;
}

/** What differs, item by item and property by property, in the items' order. */
export function deltaBetween(reviewed: Side, present: Side): readonly DeltaEntry[] {
  const names = [...new Set([...Object.keys(reviewed.items), ...Object.keys(present.items)])].sort();
  return names
    .filter((name) => reviewed.items[name] !== present.items[name])
    .map((name) => ({
      item: name,
      kind: kindOf(reviewed.items[name], present.items[name]),
      ...differences(reviewed.shown[name], present.shown[name]),
    }));
}

function kindOf(reviewed: string | undefined, present: string | undefined): DeltaEntry["kind"] {
  if (present === undefined) return "only-reviewed";
  return reviewed === undefined ? "only-present" : "differs";
}

function differences(
  reviewed: Json | undefined,
  present: Json | undefined,
): Pick<DeltaEntry, "reviewed" | "present"> {
  const before = flattened(reviewed);
  const after = flattened(present);
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

/** An item's form as flat name → value text; a resource's properties by their path. */
function flattened(form: Json | undefined): ReadonlyMap<string, string> {
  const flat = new Map<string, string>();
  if (!isObject(form)) {
    if (form !== undefined && form !== null) flat.set("value", textOf(form));
    return flat;
  }
  for (const [key, value] of Object.entries(form)) {
    if (key === "properties" && Array.isArray(value)) for (const text of value) addProperty(flat, text);
    else if (value !== null) flat.set(key === "definition" ? "definition (hash)" : key, textOf(value));
  }
  return flat;
}

function addProperty(flat: Map<string, string>, text: Json): void {
  if (typeof text !== "string") return;
  const form = parsed(text);
  if (!isObject(form)) return;
  const { attribute, property, ...rest } = form;
  const name = freeName(flat, nameOf(attribute ?? null, property ?? null));
  for (const [key, value] of Object.entries(rest))
    if (value !== null) flat.set(`${name} ${key}`, textOf(value));
}

function nameOf(attribute: Json, property: Json): string {
  if (property === null) return textOf(attribute);
  return attribute === "Properties" ? textOf(property) : `${textOf(property)} (${textOf(attribute)})`;
}

/** AWS can list one property with several values (an element added, another removed): none may hide another. */
function freeName(flat: ReadonlyMap<string, string>, name: string): string {
  const isTaken = (candidate: string) => [...flat.keys()].some((key) => key.startsWith(`${candidate} `));
  let free = name;
  for (let number = 2; isTaken(free); number++) free = `${name} [${number}]`;
  return free;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // A record holds what its maker wrote: what cannot be read is not shown.
    return undefined;
  }
}

function textOf(value: Json): string {
  return typeof value === "string" ? value : canonicalJson(value);
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
