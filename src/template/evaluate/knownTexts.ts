import type { JsonPath } from "../model.ts";
import { type Evaluated, isEvaluatedObject, textOf, UNKNOWN } from "./evaluated.ts";

/** A text or number in a resource's properties, at whatever depth. */
export interface KnownText {
  /** From the properties on. */
  readonly path: JsonPath;
  /** The same with dots, and a star for a place in a list: `Certificates.*.CertificateArn`. */
  readonly at: string;
  readonly text: string;
}

/** All that is known in a value; what only AWS knows is left out. */
export function knownTexts(value: Evaluated, path: JsonPath = []): readonly KnownText[] {
  if (Array.isArray(value))
    return value.flatMap((item: Evaluated, index) => knownTexts(item, [...path, index]));
  if (isEvaluatedObject(value))
    return Object.entries(value).flatMap(([name, member]) => knownTexts(member, [...path, name]));
  const text = textOf(value);
  if (text === UNKNOWN) return [];
  return [{ path, at: path.map((step) => (typeof step === "number" ? "*" : step)).join("."), text }];
}
