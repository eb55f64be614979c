import type { Digest, ItemHashes } from "../digest.ts";
import { RESOURCE } from "../items/listedItems.ts";
import type { RecordedPull } from "./history.ts";

/** What the stack has under an item's name, as a hash; `undefined` where that cannot be told. */
export type HashNow = (name: string) => string | null | undefined;

/** What stands between the present items and the records. */
export interface Difference {
  readonly name: string;
  readonly why: "in-no-record" | "not-present";
}

/**
 * Whether the present items are exactly the union of these records (docs/digest.md, "When a deploy executes", 6):
 * every present item is in one of them, and every item of theirs is present, overridden by a later record's item of the
 * same name, or in effect already. Half of a review is none.
 * @param records newest first
 * @returns what differs; nothing where the union is exact
 */
export function differencesFromUnion(
  present: Digest,
  records: readonly RecordedPull[],
  hashNow: HashNow,
): readonly Difference[] {
  const unknown = [...present.items].filter(
    ([name, { whole }]) => !records.some((pull) => itemsOf(pull).get(name)?.whole === whole),
  );
  const missing = records.flatMap((pull, index) =>
    [...itemsOf(pull).keys()].filter(
      (name) =>
        present.items.get(name)?.whole !== itemsOf(pull).get(name)?.whole &&
        !isOverridden(name, records, index) &&
        !isInEffect(name, itemsOf(pull), present.items, hashNow),
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

/**
 * Whether the stack is already as the item would make it. What is done to a resource as a whole leaves nothing by which
 * to tell it: it is done when nothing is to be done to the resource any more, and the record has items that say what it
 * was about; these are judged one by one.
 */
function isInEffect(name: string, recorded: ItemHashes, present: ItemHashes, hashNow: HashNow): boolean {
  if (!isOperation(name)) {
    const now = hashNow(name);
    return now !== undefined && now === (recorded.get(name)?.after ?? null);
  }
  const key = name.slice(RESOURCE.length + 1);
  const isAbout = (other: string) =>
    other !== name && other.split(" ")[1] === key && PARTS.has(other.split(" ")[0] ?? "");
  return !present.has(name) && [...recorded.keys()].some(isAbout);
}

function isOperation(name: string): boolean {
  return name.startsWith(`${RESOURCE} `);
}

/** Items that tell what a resource is, or will be. */
const PARTS: ReadonlySet<string> = new Set(["definition", "property"]);
