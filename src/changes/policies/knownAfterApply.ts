import type { Json } from "../../template/model.ts";
import { KNOWN_AFTER_APPLY } from "../model.ts";
import { isObject, parseValue } from "../resourceState.ts";

/**
 * A value after a change, with the value before in each place where only the execution tells and the same may come out: AWS
 * says so of every reference to a resource that changes in any way, and mostly it is the same ARN as ever. The items of a list
 * may have moved: each takes the place of one item before, and none of two.
 */
export function settled(after: Json, before: Json | undefined): Json {
  if (!isUnknown(after)) return after;
  const then = typeof before === "string" ? parseValue(before) : before;
  if (Array.isArray(after)) {
    const partners = partnersOf(after, listOf(then));
    return after.map((item: Json, index) => settled(item, partners[index]));
  }
  const partner = Array.isArray(then) ? partnersOf([after], then)[0] : then;
  if (typeof after === "string") return settledText(after, partner);
  if (!isObject(after)) return after;
  return Object.fromEntries(
    Object.entries(after).map(([key, value]) => [
      key,
      settled(value, isObject(partner) ? partner[key] : undefined),
    ]),
  );
}

function settledText(after: string, before: Json | undefined): Json {
  const document = parseValue(after);
  // As a text alone, one statement that is not known could be taken for two.
  if (document !== after) return JSON.stringify(settled(document, before));
  return before !== undefined && mayBe(after, before) ? before : after;
}

function isUnknown(value: Json): boolean {
  if (typeof value === "string") return value.includes(KNOWN_AFTER_APPLY);
  return typeof value === "object" && value !== null && Object.values(value).some(isUnknown);
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** Whether a value may come out as the one before; the items of lists in any order, and one item written as no list. */
function mayBe(after: Json, before: Json): boolean {
  if (Array.isArray(after) || Array.isArray(before)) {
    const [items, others] = [listOf(after), listOf(before)];
    return items.length === others.length && matched(items, others).size === items.length;
  }
  if (isObject(after) && isObject(before)) return mayBeObject(after, before);
  if (isObject(after) || isObject(before)) return false;
  return mayBeText(String(after), String(before));
}

function mayBeObject(after: Readonly<Record<string, Json>>, before: Readonly<Record<string, Json>>): boolean {
  // The name of a statement says nothing of what it means.
  const keys = new Set([...Object.keys(after), ...Object.keys(before)].filter((key) => key !== "Sid"));
  return [...keys].every((key) => {
    const [value, other] = [after[key], before[key]];
    return value !== undefined && other !== undefined && mayBe(value, other);
  });
}

/** Wildcards are letters here: `bucket/a*` is not what `bucket/abc` was. */
function mayBeText(after: string, before: string): boolean {
  const [first = "", ...rest] = after.split(KNOWN_AFTER_APPLY);
  const last = rest.pop();
  if (last === undefined) return after === before;
  if (!before.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = before.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return before.length - last.length >= at && before.endsWith(last);
}

/**
 * The item before that each item stands for: one that it may come out as, else the one of its name, the one at its place, or
 * the next of its effect. What is known takes its like first, so that nothing unknown is taken for it.
 */
function partnersOf(after: readonly Json[], before: readonly Json[]): readonly (Json | undefined)[] {
  const pairs = matched(after, before);
  const isFree = (index: number) => ![...pairs.values()].includes(index);
  const rules: readonly ((at: number, of: number) => boolean)[] = [
    (at, of) => nameOf(after[at]) !== undefined && nameOf(after[at]) === nameOf(before[of]),
    (at, of) => at === of && effectOf(after[at]) === effectOf(before[of]),
    (at, of) => effectOf(after[at]) !== undefined && effectOf(after[at]) === effectOf(before[of]),
  ];
  for (const isAlike of rules) {
    for (const [at, item] of after.entries()) {
      if (pairs.has(at) || !isObject(item) || !isUnknown(item)) continue;
      const partner = before.findIndex((_, of) => isAlike(at, of) && isFree(of));
      if (partner >= 0) pairs.set(at, partner);
    }
  }
  return after.map((_, at) => before[pairs.get(at) ?? -1]);
}

/** How a list of policies, or a policy, tells its items apart. */
function nameOf(item: Json | undefined): Json | undefined {
  return isObject(item) ? (item.Sid ?? item.PolicyName) : undefined;
}

function effectOf(item: Json | undefined): Json | undefined {
  return isObject(item) ? item.Effect : undefined;
}

/**
 * As many items as possible, each with another one before that it may come out as (by their places in both lists): who comes
 * later may make one before take its second choice.
 */
function matched(after: readonly Json[], before: readonly Json[]): Map<number, number> {
  const choices = after.map((item, at) => choicesOf(item, at, before));
  const takenBy = new Map<number, number>();
  const place = (at: number, tried: Set<number>): boolean =>
    (choices[at] ?? []).some((of) => {
      if (tried.has(of)) return false;
      tried.add(of);
      const holder = takenBy.get(of);
      if (holder !== undefined && !place(holder, tried)) return false;
      takenBy.set(of, at);
      return true;
    });
  const places = [...after.keys()];
  const open = new Set(places.filter((at) => isUnknown(after[at] ?? null)));
  for (const at of [...places.filter((it) => !open.has(it)), ...open]) place(at, new Set());
  return new Map([...takenBy].map(([of, at]) => [at, of]));
}

/** The places before of what an item may come out as: first of its name, then its own place. */
function choicesOf(item: Json, at: number, before: readonly Json[]): readonly number[] {
  const name = nameOf(item);
  const isNamed = (of: number) => name !== undefined && nameOf(before[of]) === name;
  const far = (of: number) => (isNamed(of) ? 0 : of === at ? 1 : 2);
  return [...before.keys()]
    .filter((of) => mayBe(item, before[of] ?? null))
    .toSorted((one, other) => far(one) - far(other));
}
