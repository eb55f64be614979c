import type { JsonPath } from "../model.ts";
import { type Evaluated, isEvaluatedObject, textOf, UNKNOWN } from "./evaluated.ts";

/** What is no list and no object in a resource's properties, at whatever depth. */
export interface Leaf {
  /** From the properties on. */
  readonly path: JsonPath;
  /** The same with dots, and a star for a place in a list: `Certificates.*.CertificateArn`. */
  readonly at: string;
  /** `undefined` for what only AWS knows. */
  readonly text: string | undefined;
}

/** Whether CloudFormation puts something else in its place while it executes. */
export function isResolvedLater(text: string): boolean {
  return text.includes("{{resolve:");
}

/** The leaves of a value, in its order. */
export function leavesOf(value: Evaluated, path: JsonPath = []): readonly Leaf[] {
  if (Array.isArray(value))
    return value.flatMap((item: Evaluated, index) => leavesOf(item, [...path, index]));
  if (isEvaluatedObject(value))
    return Object.entries(value).flatMap(([name, member]) => leavesOf(member, [...path, name]));
  const text = textOf(value);
  const at = path.map((step) => (typeof step === "number" ? "*" : step)).join(".");
  return [{ path, at, text: text === UNKNOWN || isResolvedLater(text) ? undefined : text }];
}
