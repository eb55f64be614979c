import type { Json } from "../../template/model.ts";
import { asList, isObject } from "../resourceState.ts";
import { contains, fixedStart, holdsAddresses } from "./patterns.ts";

/** One test of a statement's `Condition`: the request's `key` against `values`, of which one must hold. */
export interface Condition {
  /** `forallvalues`, `foranyvalue` or nothing. */
  readonly set: string;
  /** In lower case, like the key: IAM takes capitals for the same. */
  readonly operator: string;
  readonly ifExists: boolean;
  readonly key: string;
  readonly values: readonly string[];
}

/** The tests of a `Condition` element, all of which must hold. */
export function conditionsOf(value: Json | undefined): readonly Condition[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, tests]) => {
    if (!isObject(tests)) return [];
    const [, set = "", operator = "", exists] =
      /^(?:(forallvalues|foranyvalue):)?(.*?)(ifexists)?$/.exec(name.toLowerCase()) ?? [];
    return Object.entries(tests).map(([key, values]) => ({
      ...{ set, operator, ifExists: exists !== undefined, key: key.toLowerCase() },
      values: asList(values).map((it) => (typeof it === "string" ? it : JSON.stringify(it))),
    }));
  });
}

/** Whether each request that meets the first conditions meets the others too. */
export function implies(narrow: readonly Condition[], wide: readonly Condition[]): boolean {
  return wide.every((test) => narrow.some((other) => impliesTest(other, test)));
}

function impliesTest(narrow: Condition, wide: Condition): boolean {
  if (narrow.key !== wide.key || narrow.set !== wide.set || (narrow.ifExists && !wide.ifExists)) return false;
  if (isNegated(narrow) !== isNegated(wide)) return false;
  // A negated operator holds where no value does: there more values are the narrower test.
  return isNegated(narrow)
    ? wide.values.every((value) => narrow.values.some((other) => holds(narrow, other, wide, value)))
    : narrow.values.every((value) => wide.values.some((other) => holds(wide, other, narrow, value)));
}

function isNegated({ operator }: Condition): boolean {
  return /^(string|arn|numeric|date|binary)not|^notip/.test(operator);
}

/** Whether a value of one test takes in all that a value of another does. */
function holds(wide: Condition, outer: string, narrow: Condition, inner: string): boolean {
  const [one, other] = [wide.operator, narrow.operator];
  if (isText(one) && isText(other)) return holdsText(one, outer, other, inner);
  if (one !== other) return false;
  if (/ipaddress$/.test(one)) return holdsAddresses(outer, inner);
  if (/lessthan/.test(one)) return outer === inner || amount(inner) <= amount(outer);
  if (/greaterthan/.test(one)) return outer === inner || amount(inner) >= amount(outer);
  return one === "bool" || one === "null" ? same(outer, inner) : outer === inner;
}

function holdsText(one: string, outer: string, other: string, inner: string): boolean {
  if (other.endsWith("ignorecase") && !one.endsWith("ignorecase")) return false;
  if (isLike(one)) return contains(outer, inner);
  if (isLike(other) && fixedStart(inner) !== inner) return false;
  return one.endsWith("ignorecase") ? same(outer, inner) : outer === inner;
}

function isText(operator: string): boolean {
  return /^(string|arn)/.test(operator);
}

/** A `*` is a wildcard in `StringLike` and in all operators of ARNs, and a mere letter in the others. */
function isLike(operator: string): boolean {
  return operator.startsWith("arn") || operator.endsWith("like");
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** A number or a date. */
function amount(text: string): number {
  const number = Number(text);
  return Number.isNaN(number) ? Date.parse(text) : number;
}
