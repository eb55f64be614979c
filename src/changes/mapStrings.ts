import { isObject } from "./resourceState.ts";

/** The same value with every text in it replaced. */
export function mapStrings<T>(value: T, map: (text: string) => string): T {
  if (typeof value === "string") return map(value) as T & string;
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, map)) as T & unknown[];
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, map)])) as T &
    object;
}
