import { type Digest, digestOf, textHash } from "../../../src/changes/digest.ts";
import type { Binding } from "../../../src/changes/items/bind.ts";
import type { Item } from "../../../src/changes/items/model.ts";
import type { RecordedPull } from "../../../src/changes/review/history.ts";
import { differencesFromUnion, type StackFacts } from "../../../src/changes/review/union.ts";
import { target } from "../examples.ts";
import { BASE, pull, recordOf } from "./examples.ts";

export type Given = Readonly<Record<string, Item>>;

export const made = (given: Given): Digest => digestOf(target, new Map(Object.entries(given)));

export function recorded(number: number, given: Given, baseCommit = BASE): RecordedPull {
  return pull({ number, record: recordOf(made(given), { pullRequest: number, baseCommit }) });
}

/** The stack as it is: texts by the items' names; what is not there cannot be told. */
export type Now = Readonly<Record<string, string | null>>;

/** What is known of a stack: what it has, how it has what CloudFormation could not tell, and which resources it will not have. */
export function factsOf(now: Now, open: Now = {}, gone: readonly string[] = []): StackFacts {
  return {
    hashNow: (name) => (Object.hasOwn(now, name) ? textHash(now[name] ?? null) : undefined),
    openHashesNow: (name) => (Object.hasOwn(open, name) ? [textHash(open[name] ?? null)] : []),
    isGone: (key) => gone.includes(key),
  };
}

/** What a deploy does that the records, newest first, do not say, or the other way round. */
export function differencesBetween(all: Binding, ...reviewed: readonly Binding[]): readonly string[] {
  const records = reviewed.map(({ items }, index) => recorded(9 - index, Object.fromEntries(items)));
  const facts: StackFacts = {
    hashNow: (name) => {
      const text = all.textNow(name);
      return text === undefined ? undefined : textHash(text);
    },
    openHashesNow: (name) => all.openTextsNow(name).map(textHash),
    isGone: all.isGone,
  };
  const found = differencesFromUnion(digestOf(target, all.items), records, facts);
  return found.map(({ why, name }) => `${why} ${name}`);
}
