import { type Digest, digestOf, textHash } from "../../../src/changes/digest.ts";
import type { Item } from "../../../src/changes/items/model.ts";
import type { RecordedPull } from "../../../src/changes/review/history.ts";
import { target } from "../examples.ts";
import { BASE, pull, recordOf } from "./examples.ts";

export type Given = Readonly<Record<string, Item>>;

export const made = (given: Given): Digest => digestOf(target, new Map(Object.entries(given)));

export function recorded(number: number, given: Given, baseCommit = BASE): RecordedPull {
  return pull({ number, record: recordOf(made(given), { pullRequest: number, baseCommit }) });
}

/** The stack as it is: texts by the items' names; what is not there cannot be told. */
export type Now = Readonly<Record<string, string | null>>;
export const hashNow = (now: Now) => (name: string) =>
  Object.hasOwn(now, name) ? textHash(now[name] ?? null) : undefined;
