import { REDACTED } from "../secrets/secretText.ts";
import type { Json, JsonObject } from "../template/model.ts";
import { isObject, parseValue } from "./resourceState.ts";

/** What is said where a hidden value changes. */
export const HIDDEN_CHANGE = "a hidden value changes";

/** The new side of a value of which both sides are hidden. */
const CHANGED = `(redacted: ${HIDDEN_CHANGE})`;

interface Sides {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** Whether two shown sides differ in nothing but what is hidden: that it changes is all there is to say. */
export function isHiddenChange({ before, after }: Sides): boolean {
  return before !== undefined && (after === CHANGED || after === withMark(before));
}

function withMark(text: string): string {
  return `${text} (${HIDDEN_CHANGE})`;
}

/**
 * Both sides as they are shown, where a difference was hidden with the mark that there is one: two equal sides would read
 * as no change. @param show how one of them is shown
 */
export function markedSides(
  { before, after }: Sides,
  show: (text: string) => string,
): { readonly before?: string; readonly after?: string } {
  if (before === undefined) return after === undefined ? {} : { after: show(after) };
  if (after === undefined) return { before: show(before) };
  const [left, right] = [show(before), show(after)] as const;
  return { before: left, after: markedText(before, after, left, right) };
}

function markedText(rawBefore: string, rawAfter: string, before: string, after: string): string {
  // AWS shows every NoEcho value as this: that they are equal says nothing.
  if (/^\*{3,}$/.test(rawBefore) && rawBefore === rawAfter) return CHANGED;
  const [left, right] = [parseValue(rawBefore), parseValue(rawAfter)] as const;
  const [leftShown, rightShown] = [parseValue(before), parseValue(after)] as const;
  // AWS cuts long values: they are no JSON any more, and compared as texts.
  return [left, right, leftShown, rightShown].every((it) => typeof it === "object")
    ? JSON.stringify(markedJson(left, right, leftShown, rightShown))
    : markedString(rawBefore, rawAfter, before, after);
}

function markedString(rawBefore: string, rawAfter: string, before: string, after: string): string {
  if (rawBefore === rawAfter) return after;
  if (before === after) return after === REDACTED ? CHANGED : withMark(after);
  const raws = [rawBefore.split("\n"), rawAfter.split("\n")] as const;
  const shown = [before.split("\n"), after.split("\n")] as const;
  const lengths = new Set([...raws, ...shown].map((lines) => lines.length));
  if (lengths.size > 1 || lengths.has(1)) return after;
  return shown[1]
    .map((line, at) => markedString(raws[0][at] ?? "", raws[1][at] ?? "", shown[0][at] ?? "", line))
    .join("\n");
}

function markedJson(rawBefore: Json, rawAfter: Json, before: Json, after: Json): Json {
  if (typeof after === "string") {
    if (typeof rawBefore === "string" && typeof rawAfter === "string" && typeof before === "string") {
      return markedText(rawBefore, rawAfter, before, after);
    }
    return before === after && JSON.stringify(rawBefore) !== JSON.stringify(rawAfter) ? CHANGED : after;
  }
  if (Array.isArray(after)) return markedList(rawBefore, rawAfter, before, after);
  if (!isObject(after) || !isObject(before) || !isObject(rawAfter) || !isObject(rawBefore)) return after;
  const olds = members(rawBefore, before);
  // A key can be hidden too: the shown members are in the order of the raw ones.
  const names = Object.keys(rawAfter);
  const entries = Object.entries(after).map(([key, value], index) => {
    const name = names[index] ?? "";
    const old = olds.get(name);
    return [
      key,
      old === undefined ? value : markedJson(old.raw, rawAfter[name] ?? null, old.shown, value),
    ] as const;
  });
  return Object.fromEntries(entries);
}

interface Member {
  readonly raw: Json;
  readonly shown: Json;
}

function members(raw: JsonObject, shown: JsonObject): ReadonlyMap<string, Member> {
  const values = Object.values(shown);
  return new Map(
    Object.entries(raw).map(([name, value], index) => [name, { raw: value, shown: values[index] ?? null }]),
  );
}

/** Items that have a name are compared by it, others by their place. */
function markedList(rawBefore: Json, rawAfter: Json, before: Json, after: readonly Json[]): Json {
  if (!Array.isArray(rawBefore) || !Array.isArray(rawAfter) || !Array.isArray(before)) return after;
  const olds = new Map(
    (rawBefore as readonly Json[]).map((raw, at) => [
      nameOf(raw) ?? String(at),
      { raw, shown: (before as readonly Json[])[at] ?? null },
    ]),
  );
  return after.map((value, at) => {
    const raw = (rawAfter as readonly Json[])[at] ?? null;
    const old = olds.get(nameOf(raw) ?? String(at));
    return old === undefined ? value : markedJson(old.raw, raw, old.shown, value);
  });
}

function nameOf(item: Json): string | undefined {
  if (!isObject(item)) return undefined;
  const name = item.Name ?? item.Key ?? item.ParameterKey ?? item.name ?? item.key;
  return typeof name === "string" ? `named ${name}` : undefined;
}
