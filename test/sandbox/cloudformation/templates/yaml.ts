import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from "yaml";
import type { Json } from "../model.ts";

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Parses a YAML template with CloudFormation's short forms (`!Sub x`) into their long ones. */
export function parseYaml(body: string): { readonly value: Json } | { readonly error: Position } {
  const document = parseDocument(body, { version: "1.1", logLevel: "silent", prettyErrors: true });
  const [error] = document.errors;
  if (error) {
    const at = error.linePos?.[0];
    return { error: { line: at?.line ?? 1, column: at?.col ?? 1 } };
  }
  return { value: toJson(document.contents, document as unknown as Document) };
}

function toJson(node: unknown, document: Document): Json {
  if (isAlias(node)) return toJson(node.resolve(document), document);
  const tag = (node as Node | null)?.tag;
  const value = untagged(node, document);
  return tag?.startsWith("!") && !tag.startsWith("!!") ? longForm(tag.slice(1), value) : value;
}

function untagged(node: unknown, document: Document): Json {
  if (isMap(node)) {
    return Object.fromEntries(
      node.items.map((pair) => [keyOf(pair.key), toJson(pair.value, document)]),
    ) as Json;
  }
  if (isSeq(node)) return node.items.map((item) => toJson(item, document));
  if (!isScalar(node)) return null;
  // Dates stay text (`AWSTemplateFormatVersion: 2010-09-09`), and so does a bare `y` or `n`.
  const isText = node.value instanceof Date || /^[yn]$/i.test(node.source ?? "");
  return isText ? (node.source ?? "") : (node.value as Json);
}

function keyOf(key: unknown): string {
  return isScalar(key) ? (key.source ?? String(key.value)) : String(key);
}

function longForm(name: string, value: Json): Json {
  if (name === "Ref" || name === "Condition") return { [name]: value };
  if (name !== "GetAtt" || typeof value !== "string") return { [`Fn::${name}`]: value };
  const dot = value.indexOf(".");
  return { "Fn::GetAtt": [value.slice(0, dot), value.slice(dot + 1)] };
}
