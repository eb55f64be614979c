import { createHash } from "node:crypto";
import { canonicalJson, sha256 } from "../template/canonical.ts";
import type { Item, Items } from "./items/model.ts";
import type { ChangeTarget } from "./model.ts";

/** Names the canonical form, so that a change of the form can never make two different reviews look alike. */
const FORM = "aurora-deploy-action/changes/2";

/** An item as a digest has it. Both are SHA-256 in base64url without padding, 43 characters. */
export interface ItemHash {
  /** Of the whole item: what is done. */
  readonly whole: string;
  /** Of what the stack will have; `null` where it will have nothing, or the item is about the operation only. */
  readonly after: string | null;
}

export type ItemHashes = ReadonlyMap<string, ItemHash>;

/** A digest with the parts that it is made of. */
export interface Digest {
  /** SHA-256, 64 hexadecimal digits. */
  readonly digest: string;
  readonly items: ItemHashes;
}

/**
 * The digest of a request: of all its items (docs/digest.md) and of where it goes.
 * Order, ids, times and physical ids do not enter it, and NoEcho values by their names only.
 */
export function digestOf(target: ChangeTarget, items: Items): Digest {
  const hashes = new Map([...items].map(([name, item]) => [name, hashOf(item)]));
  return { digest: digestOfItems(target, hashes), items: hashes };
}

/** The digest that belongs to these item hashes. */
export function digestOfItems({ account, region, stack }: ChangeTarget, items: ItemHashes): string {
  const hashes = [...items].map(([name, { whole }]) => [name, whole] as const);
  return sha256(canonicalJson([FORM, { account, region, stack }, Object.fromEntries(hashes)]));
}

/** The hash of a canonical text, or of none. */
export function textHash(text: string | null): string | null {
  return text === null ? null : createHash("sha256").update(text).digest("base64url");
}

function hashOf({ before, after, how }: Item): ItemHash {
  return { whole: textHash(canonicalJson([before, after, how])) ?? "", after: textHash(after) };
}
