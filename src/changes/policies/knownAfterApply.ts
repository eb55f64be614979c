import type { Json } from "../../template/model.ts";
import { KNOWN_AFTER_APPLY } from "../model.ts";
import { isObject } from "../resourceState.ts";
import { contains } from "./patterns.ts";

/**
 * A value after a change, with the value before in each place where only the execution tells and the same may come out: AWS
 * says so of every reference to a resource that changes in any way, and mostly it is the same ARN as ever.
 */
export function settled(after: Json, before: Json | undefined): Json {
  if (typeof after === "string") {
    const isSame =
      typeof before === "string" &&
      after.includes(KNOWN_AFTER_APPLY) &&
      contains(after.replaceAll(KNOWN_AFTER_APPLY, "*"), before);
    return isSame ? before : after;
  }
  if (Array.isArray(after)) {
    return after.map((item: Json, index) => settled(item, Array.isArray(before) ? before[index] : undefined));
  }
  if (!isObject(after)) return after;
  return Object.fromEntries(
    Object.entries(after).map(([key, value]) => [
      key,
      settled(value, isObject(before) ? before[key] : undefined),
    ]),
  );
}
