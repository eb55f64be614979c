import { KNOWN_AFTER_APPLY } from "../../changes/model.ts";
import type { Json } from "../../template/model.ts";

// What a diff on GitHub shows without scrolling, so that two tags stay in one line.
const ONE_LINE = 110;

/**
 * Indented JSON in which whatever fits into a line stays in one: a tag, a rule, a short list. Built from the leaves, so
 * that the time grows with the value's size only.
 */
export function compactJson(value: Json, indent = ""): string {
  if (typeof value === "string") return JSON.stringify(plainValue(value));
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((item: Json) => compactJson(item, inner))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${compactJson(item, inner)}`);
  if (parts.length === 0) return isList ? "[]" : "{}";
  const length = parts.reduce((sum, part) => sum + part.length + 2, indent.length + 4);
  if (length <= ONE_LINE && !parts.some((part) => part.includes("\n"))) {
    return isList ? `[${parts.join(", ")}]` : `{ ${parts.join(", ")} }`;
  }
  const lines = parts.map((part) => `${inner}${part}`).join(",\n");
  return isList ? `[\n${lines}\n${indent}]` : `{\n${lines}\n${indent}}`;
}

/** A value's text with CloudFormation's placeholder in words. */
export function plainValue(value: string): string {
  return value.replaceAll(KNOWN_AFTER_APPLY, "(known after apply)");
}
