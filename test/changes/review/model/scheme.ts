import type { Digest, ItemHash } from "../../../../src/changes/digest.ts";
import type { Tree, Values } from "./world.ts";

/** How the values of a world are called as items. */
export interface Scheme {
  readonly title: string;
  readonly names: readonly string[];
  /** What the stack has at first; nothing, where that is left out. */
  readonly start?: Values;
  /** One item for all of them, which says how they are changed together. */
  readonly operation?: { readonly name: string; readonly how: (changed: readonly boolean[]) => string };
  /** One more item of a resource that is there and stays, which has the value of something else: both by their places. */
  readonly following?: { readonly name: string; readonly resource: number; readonly cause: number };
}

/** Two things that have nothing to do with each other. */
export const APART: Scheme = { title: "two tags", names: ["tag X", "tag Y"] };

/** Two properties of one resource: a change of the second one replaces it. */
export const TOGETHER: Scheme = {
  title: "two properties of one resource",
  names: ["property Queue /Properties/X", "property Queue /Properties/Y"],
  operation: { name: "resource Queue", how: ([, second]) => (second ? "replace" : "modify") },
};

/** A resource that can go, and takes a value from elsewhere: it is listed when that changes. */
export const REMOVABLE: Scheme = {
  title: "a resource that takes a value",
  names: ["definition Rule", "tag X"],
  start: [1, 0],
  following: { name: "property Rule /Properties/X", resource: 0, cause: 1 },
};

/** The items of a tree against a stack. The texts are their own hashes: here nothing is gained by SHA-256. */
export function shown(scheme: Scheme, stack: Values, tree: Tree): Digest {
  const items = new Map<string, ItemHash>();
  const changed = scheme.names.map((name, at) => {
    const [before, after] = [stack[at] ?? 0, tree[at]?.value ?? 0];
    if (before === after) return false;
    items.set(name, { whole: `${before} to ${after}`, after: hashNow(after) });
    return true;
  });
  const { operation, following } = scheme;
  if (following !== undefined && isStaying(following.resource, stack, tree) && changed[following.cause]) {
    const [before, after] = [stack[following.cause] ?? 0, tree[following.cause]?.value ?? 0];
    items.set(following.name, { whole: `${before} to ${after}`, after: hashNow(after) });
  }
  if (operation !== undefined && items.size > 0) {
    items.set(operation.name, { whole: operation.how(changed), after: null });
  }
  return { digest: [...items].map(([name, { whole }]) => `${name}: ${whole}`).join(", "), items };
}

function isStaying(at: number, stack: Values, tree: Tree): boolean {
  return stack[at] !== 0 && tree[at]?.value !== 0;
}

/** What the stack has, as a hash: 0 is nothing. */
export function hashNow(value: number): string | null {
  return value === 0 ? null : String(value);
}
