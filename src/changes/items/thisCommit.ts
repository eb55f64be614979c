import type { Item, Items } from "./model.ts";

/** What stands in an item for the full SHA of the commit that is previewed or deployed. */
const THIS_COMMIT = "<this commit>";

/**
 * A value that holds the SHA of the very commit (an image tag of `github.sha`) cannot be the same before and after the
 * merge. Its item says so, and has no value before: the one before is another commit's whenever anything was deployed.
 * @param shas full SHAs that mean this commit: in a preview the head's and the test merge's
 */
export function withThisCommit(items: Items, shas: readonly string[]): Items {
  const isHeld = heldIn(shas);
  return new Map([...items].map(([name, item]) => [name, isHeld(item) ? normalised(item, shas) : item]));
}

/** A text with the SHAs of this commit taken out. */
export function thisCommitIn(text: string, shas: readonly string[]): string {
  return shas.reduce((clean, sha) => (sha === "" ? clean : clean.replaceAll(sha, THIS_COMMIT)), text);
}

/**
 * Whether an item holds the commit's SHA by which something may be taken from the commit: what the stack gets then hangs on all
 * that the commit holds. What only says where a stack comes from does not count.
 */
export function namesThisCommit(items: Items): boolean {
  return [...items].some(
    ([name, { after }]) => after?.includes(THIS_COMMIT) === true && !SAYS_ONLY.test(name),
  );
}

/** Tags of the stack, with those that its resources have from it, and what nothing in a stack takes a value from. */
const SAYS_ONLY = /^(tag |output |metadata |section Description$|property \S+ Tags( |$))/;

function heldIn(shas: readonly string[]): (item: Item) => boolean {
  const known = shas.filter((sha) => sha !== "");
  return ({ after }) => after !== null && known.some((sha) => after.includes(sha));
}

function normalised({ after, how }: Item, shas: readonly string[]): Item {
  return { before: null, after: after === null ? null : thisCommitIn(after, shas), how };
}

/** How a reader is told of it. */
const COMMIT_WORDS = "(the commit that is deployed)";

/** A text of ours or of AWS's as a reviewer reads it. */
export function commitInWords(text: string, shas: readonly string[]): string {
  return thisCommitIn(text, shas).replaceAll(THIS_COMMIT, COMMIT_WORDS);
}
