import { canonicalJson, sha256 } from "../../template/canonical.ts";
import type { Json } from "../../template/model.ts";
import { type Digest, digestOfItems, type ItemHash, type ItemHashes } from "../digest.ts";
import type { Item, Items } from "../items/model.ts";
import type { ChangeTarget } from "../model.ts";

/** What a record says about the review that it stands for. */
export interface RecordOrigin {
  /** GitHub's id of the repository: names can be given away. */
  readonly repository: string;
  readonly target: ChangeTarget;
  readonly pullRequest: number;
  /** The branch that the pull request is to be merged into. */
  readonly base: string;
  /** The commit of that branch on which the previewed tree was made: the record speaks for the tree up to it. */
  readonly baseCommit: string;
  readonly head: string;
  /** Milliseconds since the epoch, by the runner's clock. */
  readonly madeAt: number;
  /** Absent where nothing was to change. */
  readonly changeSetArn?: string;
  /** SHA-256 of what was asked of CloudFormation (`inputDigest`). */
  readonly input: string;
}

/** What a preview leaves behind for the deploy: kept in a check run's text, which only the app that made it can alter. */
export interface ReviewRecord extends RecordOrigin {
  readonly digest: string;
  /** `undefined` where the text had no room for them, so that only the whole digest can match. */
  readonly items: ItemHashes | undefined;
  /** The items, redacted: only to show what differs later. May be missing or partial. */
  readonly shown: Items;
  /** KMS's MAC of `claimHash`, where the record is signed. */
  readonly mac?: string;
}

/** What a check run's text holds. */
export type DecodedRecord =
  | { readonly kind: "record"; readonly record: ReviewRecord; readonly claimHash: string }
  /** Of a version of this action whose digests say something else. */
  | { readonly kind: "other-version" }
  | { readonly kind: "none" };

/** GitHub's limit for a check run's `output.text`, in characters and in bytes of UTF-8. */
export const RECORD_LIMIT = 65_535;

const VERSION = 2;
const FENCE = "```json\n";

/** A record that can still be shortened: the longest form that fits is written. */
export interface RecordDraft {
  readonly digest: Digest;
  readonly origin: RecordOrigin;
  /** Redacted: the record is as public as the repository's check runs. */
  readonly shown: Items;
}

/** The record in the longest form that leaves room in a text of `limit` bytes: without what is shown, without items. */
export function fittingClaims(draft: RecordDraft, limit: number = RECORD_LIMIT): Json {
  const { digest, origin, shown } = draft;
  const { target, changeSetArn, ...rest } = origin;
  const { account, region, stack } = target;
  const base = {
    version: VERSION,
    digest: digest.digest,
    target: { account, region, stack },
    ...rest,
    ...(changeSetArn === undefined ? {} : { changeSetArn }),
  };
  const items = Object.fromEntries(
    [...digest.items].map(([name, { whole, after }]) => [name, [whole, after]]),
  );
  const forms = Object.fromEntries(
    [...shown].map(([name, { before, after, how }]) => [name, [before, after, how]]),
  );
  const fits = (claims: Json) => bytes(recordText(claims, "m".repeat(MAC_CHARACTERS))) <= limit;
  return (
    [
      { ...base, items, shown: forms },
      { ...base, items },
    ].find(fits) ?? base
  );
}

/** A MAC of HMAC_SHA_256 in base64. */
const MAC_CHARACTERS = 44;

/** What is signed: a hash of everything that the record claims, so that no part of it can be moved elsewhere. */
export function claimHash(claims: Json): string {
  return sha256(canonicalJson(claims));
}

/** Markdown text that holds the record. */
export function recordText(claims: Json, mac: string | undefined): string {
  const record = mac === undefined ? claims : { ...(claims as Readonly<Record<string, Json>>), mac };
  // Backticks never end the fence: JSON needs none, and may write them as escapes.
  const json = canonicalJson(record).replaceAll("`", "\\u0060");
  return `What the deploy compares with. The check run's external id is the digest.\n\n${FENCE}${json}\n\`\`\`\n`;
}

/** Reads a record back; `none` for anything that is not one or does not agree with itself. */
export function decodeRecord(text: string, externalId: string): DecodedRecord {
  const none = { kind: "none" } as const;
  const parsed = claimsIn(text);
  if (parsed === undefined) return none;
  if (parsed.version !== VERSION)
    return typeof parsed.version === "number" ? { kind: "other-version" } : none;
  const { mac, ...claims } = parsed;
  const record = recordOf(claims, externalId);
  if (record === undefined) return none;
  return {
    kind: "record",
    record: { ...record, ...(typeof mac === "string" ? { mac } : {}) },
    claimHash: claimHash(claims as Json),
  };
}

/**
 * The texts of a record that the deploy goes by: names, places and hashes, which are no secrets, whatever value a
 * parameter has. Hidden, the record would be one of something else. What is shown is none of them.
 */
export function factsIn(text: string, externalId: string): ReadonlySet<string> {
  if (decodeRecord(text, externalId).kind !== "record") return new Set();
  const { digest, target, repository, base, baseCommit, head, input, changeSetArn, items, mac } =
    claimsIn(text) ?? {};
  const facts = { digest, target, repository, base, baseCommit, head, input, changeSetArn, items, mac };
  const texts = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === "string") texts.add(value);
    else if (Array.isArray(value)) for (const item of value as readonly unknown[]) visit(item);
    else if (isFields(value))
      for (const [key, item] of Object.entries(value)) {
        texts.add(key);
        visit(item);
      }
  };
  visit(facts);
  return texts;
}

function claimsIn(text: string): Fields | undefined {
  const start = text.indexOf(FENCE);
  const end = text.lastIndexOf("\n```");
  return start < 0 || end < start ? undefined : parsedObject(text.slice(start + FENCE.length, end));
}

type Fields = Readonly<Record<string, unknown>>;

function recordOf(claims: Fields, externalId: string): Omit<ReviewRecord, "mac"> | undefined {
  const { digest, changeSetArn } = claims;
  const origin = originOf(claims);
  if (origin === undefined || typeof digest !== "string" || digest !== externalId) return undefined;
  const items = claims.items === undefined ? undefined : hashesOf(claims.items);
  if (items === "malformed") return undefined;
  if (items !== undefined && digestOfItems(origin.target, items) !== digest) return undefined;
  return {
    ...origin,
    digest,
    items,
    shown: shownOf(claims.shown),
    ...(typeof changeSetArn === "string" ? { changeSetArn } : {}),
  };
}

function originOf(claims: Fields): RecordOrigin | undefined {
  const { repository, pullRequest, base, baseCommit, head, madeAt, input } = claims;
  const { account, region, stack } = isFields(claims.target) ? claims.target : {};
  const texts = [repository, base, baseCommit, head, input, account, region, stack];
  if (!texts.every((text) => typeof text === "string")) return undefined;
  if (typeof pullRequest !== "number" || typeof madeAt !== "number") return undefined;
  const [repositoryText, baseText, baseCommitText, headText, inputText, accountText, regionText, stackText] =
    texts as readonly string[] as [string, string, string, string, string, string, string, string];
  return {
    repository: repositoryText,
    target: { account: accountText, region: regionText, stack: stackText },
    pullRequest,
    base: baseText,
    baseCommit: baseCommitText,
    head: headText,
    madeAt,
    input: inputText,
  };
}

function hashesOf(value: unknown): ItemHashes | "malformed" {
  if (!isFields(value)) return "malformed";
  const hashes = new Map<string, ItemHash>();
  for (const [name, pair] of Object.entries(value)) {
    const [whole, after] = Array.isArray(pair) ? (pair as readonly unknown[]) : [];
    if (typeof whole !== "string" || (typeof after !== "string" && after !== null)) return "malformed";
    hashes.set(name, { whole, after });
  }
  return hashes;
}

function shownOf(value: unknown): Items {
  const shown = new Map<string, Item>();
  for (const [name, form] of Object.entries(isFields(value) ? value : {})) {
    const [before, after, how] = Array.isArray(form) ? (form as readonly unknown[]) : [];
    shown.set(name, { before: textOf(before), after: textOf(after), how: textOf(how) });
  }
  return shown;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function parsedObject(json: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
