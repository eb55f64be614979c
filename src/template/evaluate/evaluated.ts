import type { Json } from "../model.ts";
import { scalarText } from "../scalarText.ts";

/** What only CloudFormation will know: a resource's physical id or attribute, an import, a kept parameter value. */
export const UNKNOWN: unique symbol = Symbol("unknown");

/** A value after evaluation; `UNKNOWN` can stand anywhere in it. */
export type Evaluated =
  | null
  | boolean
  | number
  | string
  | typeof UNKNOWN
  | readonly Evaluated[]
  | EvaluatedObject;
export interface EvaluatedObject {
  readonly [key: string]: Evaluated;
}

export type Truth = boolean | "unknown";

export interface Scope {
  /** Values of the declared parameters; `undefined` (or absent) when a value is not known. */
  readonly parameters: Readonly<Record<string, string | undefined>>;
  /** `AWS::Region`, `AWS::AccountId`, …; `undefined` (or absent) when not known. */
  readonly pseudo: Readonly<Record<string, string | undefined>>;
}

/** Whether an evaluated value is an object. */
export function isEvaluatedObject(value: Evaluated | undefined): value is EvaluatedObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether something in the value is unknown. */
function hasUnknown(value: Evaluated): boolean {
  if (value === UNKNOWN) return true;
  if (Array.isArray(value)) return value.some((item: Evaluated) => hasUnknown(item));
  return isEvaluatedObject(value) && Object.values(value).some(hasUnknown);
}

/** The text of a scalar, as CloudFormation makes it in `Fn::Join` and `Fn::Sub`; `UNKNOWN` for anything else. */
export function textOf(value: Evaluated | undefined): string | typeof UNKNOWN {
  return isScalar(value) ? (scalarText(value) ?? UNKNOWN) : UNKNOWN;
}

/** Equality as `Fn::Equals` sees it: scalars by their text (`true` equals `"true"`), lists and objects in depth. */
export function same(left: Evaluated, right: Evaluated): Truth {
  if (hasUnknown(left) || hasUnknown(right)) return "unknown";
  return JSON.stringify(texts(left)) === JSON.stringify(texts(right));
}

/** A value with no unknown part, as JSON; `undefined` when there is one. */
export function known(value: Evaluated): Json | undefined {
  return hasUnknown(value) ? undefined : (value as Json);
}

/** Three-valued logic: an unknown part decides nothing unless the other part already does. */
export function both(left: Truth, right: Truth): Truth {
  if (left === false || right === false) return false;
  return left === "unknown" || right === "unknown" ? "unknown" : true;
}

export function either(left: Truth, right: Truth): Truth {
  return not(both(not(left), not(right)));
}

export function not(value: Truth): Truth {
  return value === "unknown" ? "unknown" : !value;
}

function texts(value: Evaluated): Evaluated {
  if (Array.isArray(value)) return value.map((item: Evaluated) => texts(item));
  if (isEvaluatedObject(value)) {
    const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
    return Object.fromEntries(members.map(([key, member]) => [key, texts(member)]));
  }
  return isScalar(value) ? (scalarText(value) ?? value) : value;
}

function isScalar(value: Evaluated | undefined): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
