import type { Commit, Preview, Values, World } from "./world.ts";

/** What an execution is worth. */
export type Verdict =
  | { readonly kind: "reviewed" }
  /** Each value and each change was seen, but a value by the reviewers of one pull request and its change by another's. */
  | { readonly kind: "seen-by-two"; readonly what: string }
  | { readonly kind: "unreviewed"; readonly what: string };

/**
 * Judges an execution of a commit by values alone, and knows nothing of the rule: who put each value that the stack is
 * given into the tree, and did a reviewer see it there, together with all the rest of what that reviewer saw?
 *
 * A preview counts when its pull request was merged into what is deployed, when it ended before that, and when no deploy
 * that held it came to its end. For each value that the execution changes,
 * - a preview that counts had it in its tree, put there by somebody who put it into the deployed tree as well: by the
 *   pull request itself, or by whoever stands in the base that the reviewer saw;
 * - a preview that counts showed this very change, from the value that the stack has to the one that it is given, and
 *   nothing of that preview is left out: all else that it showed is in the deployed tree too, unless another preview that
 *   counts was made with what stands there instead.
 *
 * And whoever was shown all of an execution and nothing else, in the preview of the very pull request that brought what is
 * deployed, has reviewed it, however the values came there meanwhile.
 */
export function judge(world: World, index: number): Verdict {
  const { stack, scheme } = world;
  const { tree } = world.line[index] as Commit;
  const counting = countingPreviews(world, index);
  if (counting.some((it) => isOwn(it, world, index) && isExact(it, tree, stack))) return { kind: "reviewed" };
  const whole = counting.filter((preview) => isWhole(preview, tree, counting));
  let byTwo: string | undefined;
  for (const [at, { value }] of tree.entries()) {
    if (value === stack[at]) continue;
    const unreviewed = (why: string) =>
      ({ kind: "unreviewed", what: `${scheme.names[at]}: ${why}` }) as const;
    const showing = counting.filter((preview) => shows(preview, at) && isSame(preview, at, value, stack));
    if (!counting.some((preview) => hasSeen(preview, at, tree)))
      return unreviewed("no reviewer saw who put this value there");
    if (showing.length === 0) return unreviewed("no reviewer saw this change");
    const complete = showing.filter((preview) => whole.includes(preview));
    if (complete.length === 0) return unreviewed("half of what a reviewer saw");
    if (!complete.some((preview) => hasSeen(preview, at, tree))) byTwo = scheme.names[at];
  }
  return byTwo === undefined ? { kind: "reviewed" } : { kind: "seen-by-two", what: byTwo };
}

/** Previews of pull requests that are deployed for the first time. */
export function countingPreviews({ line, pulls }: World, index: number): readonly Preview[] {
  return pulls.flatMap(({ merged, recorded }) => {
    if (merged === undefined || recorded === undefined || merged > index) return [];
    const isDeployed = line.some(({ mark }, at) => at >= merged && mark === "settled");
    return isDeployed ? [] : [recorded];
  });
}

/** Whether its pull request brought the commit, or the last one before it that changes anything. */
function isOwn(preview: Preview, { line, pulls }: World, index: number): boolean {
  const { brought } = line.slice(0, index + 1).findLast((commit) => commit.brought !== "docs") as Commit;
  return typeof brought === "number" && pulls[brought - 1]?.recorded === preview;
}

function isExact(preview: Preview, tree: Commit["tree"], stack: Values): boolean {
  return tree.every(({ value }, at) => {
    const isChange = value !== stack[at];
    return isChange === shows(preview, at) && (!isChange || isSame(preview, at, value, stack));
  });
}

function isSame(preview: Preview, at: number, value: number, stack: Values): boolean {
  return preview.tree[at]?.value === value && preview.stack[at] === stack[at];
}

function isWhole(preview: Preview, tree: Commit["tree"], others: readonly Preview[]): boolean {
  return tree.every(
    ({ value }, at) =>
      !shows(preview, at) ||
      value === preview.tree[at]?.value ||
      others.some((other) => other !== preview && hasSeen(other, at, tree)),
  );
}

/** Whether a preview showed a change of this value. */
export function shows({ tree, stack }: Preview, at: number): boolean {
  return tree[at]?.value !== stack[at];
}

/** Whether the tree that was previewed had this value from one who put it into the deployed tree. */
export function hasSeen(preview: Preview, at: number, tree: Commit["tree"]): boolean {
  const [seen, now] = [preview.tree[at], tree[at]];
  return seen?.value === now?.value && ((seen?.by ?? 0) & (now?.by ?? 0)) !== 0;
}
