import type { Digest, ItemHashes } from "../digest.ts";
import { PROPERTY, RESOURCE } from "../items/listedItems.ts";
import { MADE } from "../items/made.ts";
import { DEFINITION } from "../items/templateItems.ts";
import { VALUES } from "../items/untold.ts";
import type { RecordedPull } from "./history.ts";

/** What the stack has under an item's name, as a hash; `undefined` where that cannot be told. */
export type HashNow = (name: string) => string | null | undefined;

/** What is known of the stack, as it is and as it will be. */
export interface StackFacts {
  readonly hashNow: HashNow;
  /**
   * How a property can have been recorded of which CloudFormation could not tell all (docs/digest.md, "What counts as in effect"),
   * as hashes; nothing where it hangs on what the stack's templates do not say.
   */
  readonly openHashesNow: (name: string) => readonly (string | null)[];
  /** Whether no stack has a resource of this key once the present changes are made. */
  readonly isGone: (key: string) => boolean;
}

/** What stands between the present items and the records. */
export interface Difference {
  readonly name: string;
  readonly why: "in-no-record" | "not-present";
}

/**
 * Whether the present items are exactly the union of these records (docs/digest.md, "When a deploy executes", 6):
 * every present item is in one of them, and every item of theirs is present, overridden by a later record's item of the
 * same name, in effect already, or about a part of what is gone. Half of a review is none.
 * @param records newest first
 * @returns what differs; nothing where the union is exact
 */
export function differencesFromUnion(
  present: Digest,
  records: readonly RecordedPull[],
  facts: StackFacts,
): readonly Difference[] {
  const unknown = [...present.items].filter(
    ([name, { whole }]) => !records.some((pull) => itemsOf(pull).get(name)?.whole === whole),
  );
  const missing = records.flatMap((pull, index) =>
    [...itemsOf(pull).keys()].filter(
      (name) =>
        present.items.get(name)?.whole !== itemsOf(pull).get(name)?.whole &&
        !isOverridden(name, records, index) &&
        !isOfGone(name, facts) &&
        !isInEffect(name, itemsOf(pull), present.items, facts),
    ),
  );
  return [
    ...unknown.map(([name]): Difference => ({ name, why: "in-no-record" })),
    ...[...new Set(missing)].map((name): Difference => ({ name, why: "not-present" })),
  ];
}

/** The records that an item of the present ones comes from. */
export function supplying(present: Digest, records: readonly RecordedPull[]): readonly RecordedPull[] {
  return records.filter((pull) =>
    [...itemsOf(pull)].some(([name, { whole }]) => present.items.get(name)?.whole === whole),
  );
}

const NONE: ItemHashes = new Map();

function itemsOf({ record }: RecordedPull): ItemHashes {
  return record.items ?? NONE;
}

/**
 * A later record's item of the same name stands for it. How a resource is changed as a whole (in place, by replacement)
 * follows from all its changes together: there any record's.
 */
function isOverridden(name: string, records: readonly RecordedPull[], index: number): boolean {
  return records.some(
    (other, at) => at !== index && (at < index || isOperation(name)) && itemsOf(other).has(name),
  );
}

function isOperation(name: string): boolean {
  return name.startsWith(`${RESOURCE} `);
}

/**
 * Whether an item says what CloudFormation makes of a resource that somebody removes: that it goes is an item of its own,
 * and nothing is done to its parts any more. What a pull request writes in its definition is not told by that.
 */
function isOfGone(name: string, { isGone }: StackFacts): boolean {
  const about = resourceItem(name);
  return about !== undefined && about.start !== DEFINITION && isGone(about.key);
}

/** Whether the stack is already as the item would make it. */
function isInEffect(name: string, recorded: ItemHashes, present: ItemHashes, facts: StackFacts): boolean {
  const after = recorded.get(name)?.after ?? null;
  if (isOperation(name) || isOfWholeStack(name, after, recorded)) return isDone(name, recorded, present);
  const now = facts.hashNow(name);
  return now === undefined ? isAsWritten(name, recorded, present, facts) : now === after;
}

/** CloudFormation lists a nested stack when anything in it may change, by all of its properties and no value. */
function isOfWholeStack(name: string, after: string | null, recorded: ItemHashes): boolean {
  const about = resourceItem(name);
  if (about?.start !== PROPERTY || about.pointer !== "/Properties" || after !== null) return false;
  return [...recorded.keys()].some((other) => isWithin(other, about.key));
}

/**
 * What is done to a resource as a whole leaves nothing by which to tell it: it is done when nothing is to be done to the
 * resource any more, and the record has items that say what it was about, of a nested stack what is in it; these are judged
 * one by one.
 */
function isDone(name: string, recorded: ItemHashes, present: ItemHashes): boolean {
  const key = resourceItem(name)?.key ?? "";
  const isAbout = (other: string) =>
    isWithin(other, key) || (PARTS.has(startOf(other)) && resourceItem(other)?.key === key);
  return (
    !present.has(`${RESOURCE} ${key}`) &&
    [...recorded.keys()].some((other) => other !== name && isAbout(other))
  );
}

/** Whether an item tells something that is in a nested stack. */
function isWithin(name: string, stack: string): boolean {
  const [start = "", key = ""] = name.split(" ");
  return (PARTS.has(start) || start === "output") && key.startsWith(`${stack}/`);
}

/** Items that tell what a resource is, or will be. */
const PARTS: ReadonlySet<string> = new Set([DEFINITION, PROPERTY]);

/**
 * Whether a property, of which CloudFormation could not tell all, is as it was recorded: nothing is to be done to its resource,
 * the very place is written as the record says, and so is all that is behind it. The value follows from these.
 */
function isAsWritten(
  name: string,
  recorded: ItemHashes,
  present: ItemHashes,
  { hashNow, openHashesNow }: StackFacts,
): boolean {
  const about = resourceItem(name);
  if (about?.start !== PROPERTY || !openHashesNow(name).includes(recorded.get(name)?.after ?? null))
    return false;
  if (itemsAbout(about.key, present).length > 0) return false;
  const written = itemsAbout(about.key, recorded).filter((other) => isBehind(other, about));
  return (
    written.some((other) => isWholly(about, resourceItem(other))) &&
    written.every((other) => hashNow(other) === (recorded.get(other)?.after ?? null))
  );
}

/** The names of the items about one resource, sorted once for all that is asked of them: there can be thousands of each. */
function itemsAbout(key: string, items: ItemHashes): readonly string[] {
  const found = sorted.get(items) ?? Map.groupBy(items.keys(), (name) => resourceItem(name)?.key);
  sorted.set(items, found);
  return found.get(key) ?? [];
}

const sorted = new WeakMap<ItemHashes, ReadonlyMap<string | undefined, readonly string[]>>();

/** Whether an item tells how the place of another, or a part of it, is written, or what is behind that. */
function isBehind(name: string, place: ResourceItem): boolean {
  const other = resourceItem(name);
  if (other === undefined || other.key !== place.key) return false;
  if (other.start !== DEFINITION && other.start !== VALUES) return false;
  return isIn(other.pointer, place.pointer) || isIn(place.pointer, other.pointer);
}

/** Whether an item tells how all of a place is written. */
function isWholly(place: ResourceItem, other: ResourceItem | undefined): boolean {
  return other?.start === DEFINITION && isIn(place.pointer, other.pointer);
}

/** Whether one JSON pointer is another or leads into it. */
function isIn(pointer: string, outer: string): boolean {
  return pointer === outer || pointer.startsWith(`${outer}/`);
}

/** An item about a resource, or about a place in its definition. */
interface ResourceItem {
  readonly start: string;
  readonly key: string;
  /** JSON pointer; empty for the whole. */
  readonly pointer: string;
}

function startOf(name: string): string {
  return name.split(" ", 1)[0] ?? "";
}

function resourceItem(name: string): ResourceItem | undefined {
  const [start = "", key = "", ...rest] = name.split(" ");
  if (!OF_RESOURCES.has(start)) return undefined;
  // `Metadata /Metadata/Owner` (what is no property has its attribute in front); but `values output Url` is an output's.
  const pointer = rest.join(" ").replace(/^[^/]+ /, "");
  return start === VALUES && pointer !== "" && !pointer.startsWith("/") ? undefined : { start, key, pointer };
}

const OF_RESOURCES: ReadonlySet<string> = new Set([RESOURCE, DEFINITION, PROPERTY, VALUES, MADE]);
