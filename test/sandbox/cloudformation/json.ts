import type { Json, JsonObject } from "./model.ts";

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value itself when it is an object, otherwise an empty one. */
export function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** JSON text with sorted keys: two values are equal exactly when their canonical texts are. */
export function canonical(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? "undefined";
  const pairs = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${pairs.join(",")}}`;
}

/** CloudFormation keeps scalars as text: `5432` and `"5432"`, `true` and `"true"` are the same property value. */
export function scalarsAsText(value: Json): Json {
  if (Array.isArray(value)) return value.map(scalarsAsText);
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, scalarsAsText(item)]));
  }
  return value === null ? null : String(value);
}
