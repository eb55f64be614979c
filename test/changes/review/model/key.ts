import type { Commit, Preview, Pull, World } from "./world.ts";

/**
 * What tells one world from another for all that can still happen: two worlds with one key have the same future. What is
 * settled is past: commits and records up to the last settled commit decide nothing any more.
 */
export function keyOf(world: World): string {
  const { line, pulls, stack, running, pushes, hands } = world;
  const settled = line.findLastIndex(({ mark }) => mark === "settled");
  const branches = pulls.map((pull) => {
    const { merged, recorded } = pull;
    if (merged !== undefined && merged <= settled) return "";
    return `${merged === undefined ? branch(world, pull) : merged - settled}:${preview(recorded, settled)}`;
  });
  const looking = running === undefined ? "" : `${running.pull}:${preview(running.preview, settled)}`;
  return [
    line.slice(settled).map(commit).join(""),
    branches.join("/"),
    stack.join(""),
    looking,
    `${pushes}${hands}`,
  ].join("|");
}

/** Where a branch left, as far as it makes a difference to a merge. */
function branch({ line }: World, { fork, head }: Pull): string {
  const marked = line.findLastIndex(({ mark }) => mark !== "none");
  const was = line[fork]?.tree.map(({ value }) => value).join("");
  return `${was}>${head.join("")}@${line.length - Math.max(fork, marked)}`;
}

function preview(it: Preview | undefined, settled: number): string {
  if (it === undefined) return "";
  return `${Math.max(it.base - settled, 0)}${it.stack.join("")}${cells(it)}`;
}

function commit(it: Commit): string {
  return `${cells(it)}${it.brought}${it.mark};`;
}

const known = new WeakMap<object, string>();

function cells(it: { readonly tree: Commit["tree"] }): string {
  const text = known.get(it.tree) ?? it.tree.map(({ value, by }) => `${value}.${by}`).join(",");
  known.set(it.tree, text);
  return text;
}
