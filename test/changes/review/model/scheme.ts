import type { Digest, ItemHash } from "../../../../src/changes/digest.ts";
import type { Tree, Values } from "./world.ts";

/** How the values of a world are called as items. */
export interface Scheme {
  readonly title: string;
  readonly names: readonly string[];
  /** One item for all of them, which says how they are changed together. */
  readonly operation?: { readonly name: string; readonly how: (changed: readonly boolean[]) => string };
}

/** Two things that have nothing to do with each other. */
export const APART: Scheme = { title: "two tags", names: ["tag X", "tag Y"] };

/** Two properties of one resource: a change of the second one replaces it. */
export const TOGETHER: Scheme = {
  title: "two properties of one resource",
  names: ["property Queue /Properties/X", "property Queue /Properties/Y"],
  operation: { name: "resource Queue", how: ([, second]) => (second ? "replace" : "modify") },
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
  const { operation } = scheme;
  if (operation !== undefined && items.size > 0) {
    items.set(operation.name, { whole: operation.how(changed), after: null });
  }
  return { digest: [...items].map(([name, { whole }]) => `${name}: ${whole}`).join(", "), items };
}

/** What the stack has, as a hash: 0 is nothing. */
export function hashNow(value: number): string | null {
  return value === 0 ? null : String(value);
}
