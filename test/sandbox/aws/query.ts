import type { AwsError } from "./errors.ts";

/** One request's input: strings, lists and structures, as the AWS Query protocol carries them. */
export type Input = string | readonly Input[] | { readonly [name: string]: Input };
export type Params = { readonly [name: string]: Input };

/**
 * Reads a form-encoded AWS Query body into nested input.
 * `A.member.2.B=x` is list `A`, item 2, field `B`; `A.entry.1.key` and `.value` are a map; `A=` may be an empty list.
 */
export function parseQuery(body: string): Params {
  const root: Draft = {};
  for (const [name, value] of new URLSearchParams(body)) place(root, name.split("."), value);
  return collapse(root) as Params;
}

/** The text of a field, or undefined when it is absent or empty (the protocol cannot tell those apart). */
export function text(params: Params, name: string): string | undefined {
  const value = params[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function flag(params: Params, name: string): boolean | undefined {
  const value = text(params, name);
  return value === undefined ? undefined : value === "true";
}

export function texts(params: Params, name: string): string[] {
  const value = params[name];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

export function structures(params: Params, name: string): Params[] {
  const value = params[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === "object") : [];
}

export type Output = string | number | boolean | Date | undefined | readonly Output[] | OutputStructure;
export interface OutputStructure {
  readonly [name: string]: Output;
}

/** The element name of a list's items: `member` in Query, `item` in EC2, a name for each list in RDS. */
export type ItemName = (list: string) => string;

/** An AWS Query answer: `<OpResponse><OpResult>…</OpResult><ResponseMetadata>…`. */
export function queryXml(
  operation: string,
  namespace: string,
  result: OutputStructure,
  id: string,
  item?: ItemName,
): string {
  const metadata = `<ResponseMetadata><RequestId>${id}</RequestId></ResponseMetadata>`;
  const body = `<${operation}Result>${fields(result, item)}</${operation}Result>`;
  return `<${operation}Response xmlns="${namespace}">${body}${metadata}</${operation}Response>`;
}

export function queryErrorXml(error: AwsError, namespace: string, id: string): string {
  const type = error.status >= 500 ? "Receiver" : "Sender";
  const detail = `<Type>${type}</Type><Code>${error.code}</Code><Message>${escapeXml(error.message)}</Message>`;
  return `<ErrorResponse xmlns="${namespace}"><Error>${detail}</Error><RequestId>${id}</RequestId></ErrorResponse>`;
}

/** XML for a structure's fields. */
export function fields(structure: OutputStructure, item: ItemName = () => "member"): string {
  return Object.entries(structure)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `<${name}>${content(value, item, name)}</${name}>`)
    .join("");
}

/** Escapes text for XML. Characters that XML 1.0 cannot hold at all become U+FFFD, as no parser would take them. */
export function escapeXml(value: string): string {
  return value
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#xD;");
}

function content(value: Output, item: ItemName, list: string): string {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    const name = item(list);
    return value.map((entry: Output) => `<${name}>${content(entry, item, name)}</${name}>`).join("");
  }
  if (typeof value === "object") return fields(value as OutputStructure, item);
  return escapeXml(String(value ?? ""));
}

interface Draft {
  [name: string]: Draft | string;
}

function place(draft: Draft, path: readonly string[], value: string): void {
  const [head = "", ...rest] = path;
  if (rest.length === 0) {
    draft[head] = value;
    return;
  }
  const next = draft[head];
  const child: Draft = typeof next === "object" ? next : {};
  draft[head] = child;
  place(child, rest, value);
}

function collapse(draft: Draft | string): Input {
  if (typeof draft === "string") return draft;
  if (typeof draft.member === "object") return inOrder(draft.member).map(collapse);
  if (typeof draft.entry === "object") return mapOf(draft.entry);
  return Object.fromEntries(Object.entries(draft).map(([name, value]) => [name, collapse(value)]));
}

function mapOf(entries: Draft): Params {
  const pairs = inOrder(entries).filter((entry) => typeof entry === "object");
  return Object.fromEntries(pairs.map((pair) => [String(pair.key), String(pair.value)]));
}

function inOrder(items: Draft): (Draft | string)[] {
  return Object.keys(items)
    .sort((a, b) => Number(a) - Number(b))
    .map((key) => items[key] ?? "");
}
