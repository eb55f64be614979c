import { createHash } from "node:crypto";
import { asAscii } from "../secrets/ascii.ts";
import type { Json, JsonObject, JsonPath } from "./model.ts";

/**
 * The one text of a value: no spaces, keys in the order of their UTF-16 code units. Two values that are equal
 * have the same text, on every machine; digests are made over it.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${members.join(",")}}`;
}

/**
 * Canonical JSON whose numbers are spelled as they were written, where JavaScript would write them otherwise: to
 * CloudFormation `15.1` and `15.10` are two texts. `path` is where `value` stands in the template of `spelling`.
 */
export function canonicalSpelled(
  value: Json,
  spelling: ((path: JsonPath) => string | undefined) | undefined,
  path: JsonPath,
): string {
  if (typeof value === "number") return spelling?.(path) ?? JSON.stringify(value);
  if (Array.isArray(value)) {
    return `[${value.map((item: Json, index) => canonicalSpelled(item, spelling, [...path, index])).join(",")}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalSpelled(value[key] ?? null, spelling, [...path, key])}`);
  return `{${members.join(",")}}`;
}

/**
 * Minified JSON in the value's own key order (keys that are array indexes come first, as in every JavaScript
 * object). `spelling` gives the text of numbers that were written in a way JavaScript would not write them.
 */
export function minify(value: Json, spelling?: (path: JsonPath) => string | undefined): string {
  return spelling === undefined ? JSON.stringify(value) : spelled(value, [], spelling);
}

/**
 * A template as it is sent: minified, and of ASCII only. What else a text holds is escaped, for CloudFormation runs it, and gives
 * `?` for it where the template is read again (`asReadBack`). Only where it would be too large by that alone it is as it is written.
 */
export function sentText(value: Json, spelling?: (path: JsonPath) => string | undefined): string {
  const raw = minify(value, spelling);
  const escaped = asAscii(raw);
  return LIMITS.some((limit) => bytes(raw) <= limit && bytes(escaped) > limit) ? raw : escaped;
}

/** Bytes of a template in a request, and in S3. */
const LIMITS = [51_200, 1_000_000];

function bytes(text: string): number {
  return Buffer.byteLength(text, "utf8");
}

/** SHA-256 of the text's UTF-8 bytes, 64 lower-case hexadecimal digits. */
export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

function spelled(value: Json, path: JsonPath, spelling: (path: JsonPath) => string | undefined): string {
  if (typeof value === "number") return spelling(path) ?? JSON.stringify(value);
  if (Array.isArray(value)) {
    return `[${value.map((item, index) => spelled(item, [...path, index], spelling)).join(",")}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}:${spelled(member, [...path, key], spelling)}`,
  );
  return `{${members.join(",")}}`;
}

/** Whether a value is an object, and so neither a list nor a scalar. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
