import { canonicalJson } from "../template/canonical.ts";
import type { Json } from "../template/model.ts";
import { canonicalItems, type Digest, digestOfItems } from "./digest.ts";
import type { Changes } from "./model.ts";

/** What a preview leaves behind for the deploy: kept in a check run's text, which only the app that made it can alter. */
export interface ReviewRecord {
  readonly digest: string;
  /** As in `Digest`; empty where the text had no room for them, so that only the whole digest can match. */
  readonly items: Readonly<Record<string, string>>;
  /** Absent where nothing was to change. */
  readonly changeSetArn?: string;
  /** SHA-256 of what was asked of CloudFormation (`inputDigest`). */
  readonly input: string;
  /** The canonical form of items, redacted: only to show what differs later. May be missing or partial. */
  readonly shown: Readonly<Record<string, Json>>;
}

/** GitHub's limit for a check run's `output.text`, in characters and in bytes of UTF-8. */
export const RECORD_LIMIT = 65_535;

const FENCE = "```json\n";

/**
 * @param changes the redacted changes, whose values may be public
 * @returns Markdown text of at most `limit` bytes that holds the record
 */
export function encodeRecord(
  digest: Digest,
  changes: Changes,
  origin: { readonly changeSetArn: string | undefined; readonly input: string },
  limit: number = RECORD_LIMIT,
): string {
  const base = {
    version: 1,
    digest: digest.digest,
    input: origin.input,
    ...(origin.changeSetArn === undefined ? {} : { changeSetArn: origin.changeSetArn }),
  };
  const whole = { ...base, items: digest.items, shown: canonicalItems(changes) };
  const fitting = [whole, { ...whole, shown: {} }, { ...base, items: {}, shown: {} }].map(recordText);
  return fitting.find((text) => new TextEncoder().encode(text).length <= limit) ?? "";
}

function recordText(record: Json): string {
  // Backticks never end the fence: JSON needs none, and may write them as escapes.
  const json = canonicalJson(record).replaceAll("`", "\\u0060");
  return `What the deploy compares with. The check run's external id is the digest.\n\n${FENCE}${json}\n\`\`\`\n`;
}

/** Reads a record back; `undefined` for anything that is not one or does not agree with itself. */
export function decodeRecord(text: string, externalId: string): ReviewRecord | undefined {
  const start = text.indexOf(FENCE);
  const end = text.lastIndexOf("\n```");
  if (start < 0 || end < start) return undefined;
  const record = parsed(text.slice(start + FENCE.length, end));
  if (record?.version !== 1 || record.digest !== externalId) return undefined;
  const { digest, input, changeSetArn } = record;
  const items = hashes(record.items);
  if (typeof digest !== "string" || typeof input !== "string" || items === undefined) return undefined;
  if (Object.keys(items).length > 0 && digestOfItems(items) !== digest) return undefined;
  return {
    digest,
    input,
    items,
    shown: (isRecord(record.shown) ? record.shown : {}) as Readonly<Record<string, Json>>,
    ...(typeof changeSetArn === "string" ? { changeSetArn } : {}),
  };
}

function parsed(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function hashes(value: unknown): Readonly<Record<string, string>> | undefined {
  if (!isRecord(value)) return undefined;
  return Object.values(value).every((hash) => typeof hash === "string")
    ? (value as Readonly<Record<string, string>>)
    : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
