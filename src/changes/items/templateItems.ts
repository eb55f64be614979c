import { canonicalSpelled, isObject } from "../../template/canonical.ts";
import { functionOf, isLoop } from "../../template/functions.ts";
import type { Json, JsonObject, JsonPath, ReadTemplate } from "../../template/model.ts";
import { escaped, type Item, type Items, keyText, nameText } from "./model.ts";

/** The template of one stack of the tree, deployed and wanted. */
export interface TemplatePair {
  /** Logical ids of the nested stacks that lead here; empty for the root. */
  readonly stackPath: readonly string[];
  /** `undefined`: there is none (yet), or the stack is to go. */
  readonly before: ReadTemplate | undefined;
  readonly after: ReadTemplate | undefined;
}

/** A part of a template that has a name of its own. */
interface Entry {
  readonly template: ReadTemplate;
  readonly path: JsonPath;
  readonly value: Json;
}

/** How the entries of CloudFormation's sections are called; entries of any other section are `section <Name> <entry>`. */
const NOUNS: Readonly<Record<string, string>> = {
  Resources: "definition",
  Outputs: "output",
  Parameters: "declaration",
  Mappings: "mapping",
  Conditions: "condition",
  Rules: "rule",
  Hooks: "hook",
  Metadata: "metadata",
};

/** The name of a resource's definition, and how those of its parts begin. */
export const DEFINITION = "definition";

/**
 * Everything in which two templates differ, whatever sections they have: an item for each entry of a section, and for
 * each property path of a resource that both have.
 */
export function templateItems({ stackPath, before, after }: TemplatePair): Items {
  const [has, wants] = [entriesOf(before, stackPath), entriesOf(after, stackPath)];
  const items = new Map<string, Item>();
  for (const name of new Set([...has.keys(), ...wants.keys()])) {
    const [old, wanted] = [has.get(name), wants.get(name)];
    const isInside = name.startsWith(`${DEFINITION} `);
    for (const [pointer, item] of isInside ? inside(old, wanted, "") : whole(old, wanted)) {
      items.set(pointer === "" ? name : `${name} ${pointer}`, item);
    }
  }
  return items;
}

/** Whether one function makes the whole section. A section with a single loop only looks like it. */
function isMade(section: JsonObject): boolean {
  const use = functionOf(section);
  return use !== undefined && !isLoop(use.name);
}

/** The text that a template has for an item's name, `null` where it has none. */
export function textIn(template: ReadTemplate | undefined, stackPath: readonly string[], name: string) {
  const [title, steps] = parts(name);
  let found = entriesOf(template, stackPath).get(title);
  for (const step of steps) found = found && member(found, unescaped(step));
  return textOf(found) ?? null;
}

/** `definition Queue /Properties/X` as the entry's title and the steps below it; other names have none. */
function parts(name: string): readonly [string, readonly string[]] {
  const [start, key, ...pointer] = name.split(" ");
  return start === DEFINITION ? [`${start} ${key}`, pointer.join(" ").split("/").slice(1)] : [name, []];
}

function entriesOf(
  template: ReadTemplate | undefined,
  stackPath: readonly string[],
): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  if (template === undefined) return entries;
  for (const [section, value] of Object.entries(template.value)) {
    const noun = Object.hasOwn(NOUNS, section) ? NOUNS[section] : undefined;
    const isWhole = !isObject(value) || section === "Transform" || isMade(value);
    if (isWhole) {
      entries.set(`section ${keyText(stackPath, section)}`, { template, path: [section], value });
      continue;
    }
    for (const [name, member] of Object.entries(value)) {
      const key = keyText(stackPath, name);
      const title = noun === undefined ? `section ${nameText(section)} ${key}` : `${noun} ${key}`;
      entries.set(title, { template, path: [section, name], value: member });
    }
  }
  return entries;
}

function whole(old: Entry | undefined, wanted: Entry | undefined): readonly (readonly [string, Item])[] {
  const [before, after] = [textOf(old) ?? null, textOf(wanted) ?? null];
  return before === after ? [] : [["", { before, after, how: null }]];
}

/** The paths at which two definitions differ. A list is one value: its items have no names by which to tell them apart. */
function inside(
  old: Entry | undefined,
  wanted: Entry | undefined,
  pointer: string,
): readonly (readonly [string, Item])[] {
  if (!hasMembers(old) || !hasMembers(wanted) || areOtherFunctions(old.value, wanted.value)) {
    return whole(old, wanted).map(([, item]) => [pointer, item]);
  }
  const keys = new Set([...Object.keys(old.value as JsonObject), ...Object.keys(wanted.value as JsonObject)]);
  return [...keys].flatMap((key) =>
    inside(member(old, key), member(wanted, key), `${pointer}/${escaped(key)}`),
  );
}

function hasMembers(entry: Entry | undefined): entry is Entry {
  // An empty object has no path below it that could tell that it is there.
  return entry !== undefined && isObject(entry.value) && Object.keys(entry.value).length > 0;
}

/** `{"Ref": …}` in place of `{"Fn::Sub": …}` is one change of one value. */
function areOtherFunctions(old: Json, wanted: Json): boolean {
  return functionOf(old)?.name !== functionOf(wanted)?.name;
}

function member(entry: Entry, key: string): Entry | undefined {
  const { template, path, value } = entry;
  if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
  return { template, path: [...path, key], value: value[key] ?? null };
}

function textOf(entry: Entry | undefined): string | undefined {
  return entry && canonicalSpelled(entry.value, entry.template.spelling, entry.path);
}

function unescaped(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}
