import {
  type Evaluated,
  type EvaluatedObject,
  isEvaluatedObject,
  textOf,
} from "../../template/evaluate/evaluated.ts";
import type { Costing, CostResource, Price } from "./model.ts";
import { exactly } from "./span.ts";

export const UNKNOWN_COSTS: Costing = { kind: "unknown" };
export const NO_COSTS: Costing = { kind: "none" };

/** What is there around the clock, so many times. */
export function hourly(price: Price, what: string, times = 1): Costing {
  const words = times === 1 ? what : `${times} × ${what}`;
  return { kind: "priced", what: words, parts: [{ price, amount: exactly(times) }] };
}

/** A property, or what is below it, by its path: `ServerlessV2ScalingConfiguration.MinCapacity`. */
export function valueAt({ properties }: CostResource, path: string): Evaluated | undefined {
  return valueIn(properties, path);
}

/** Whether the property is there, whatever it is. */
export function has(resource: CostResource, path: string): boolean {
  return valueAt(resource, path) !== undefined;
}

/** A text that is known; `otherwise` where the property is not there; `undefined` where nobody knows it yet. */
export function text({ properties }: CostResource, path: string, otherwise?: string): string | undefined {
  return textIn(properties, path, otherwise);
}

/** The same of any object. */
export function textIn(object: EvaluatedObject, path: string, otherwise?: string): string | undefined {
  const value = valueIn(object, path);
  if (value === undefined) return otherwise;
  const known = textOf(value);
  return typeof known === "string" ? known : undefined;
}

/** The same for a plain number that is not negative; anything else is not known. */
export function number(resource: CostResource, path: string, otherwise?: number): number | undefined {
  const known = text(resource, path, otherwise === undefined ? undefined : String(otherwise));
  return known === undefined ? undefined : amountIn(known);
}

/** A number as templates write sizes; more than a million of anything is a mistake, or somebody's joke. */
export function amountIn(written: string): number | undefined {
  if (!/^\d{1,7}(\.\d{1,6})?$/.test(written)) return undefined;
  const amount = Number(written);
  return amount <= 1_000_000 ? amount : undefined;
}

/** The same for what is counted. */
export function count(resource: CostResource, path: string, otherwise?: number): number | undefined {
  const known = number(resource, path, otherwise);
  return known !== undefined && Number.isInteger(known) ? known : undefined;
}

/** Whether the property is there and true; `undefined` where nobody knows yet. */
export function flag(resource: CostResource, path: string): boolean | undefined {
  const known = text(resource, path, "false")?.toLowerCase();
  return known === "true" ? true : known === "false" ? false : undefined;
}

function valueIn(object: EvaluatedObject, path: string): Evaluated | undefined {
  return path
    .split(".")
    .reduce<Evaluated | undefined>(
      (value, step) => (isEvaluatedObject(value) && Object.hasOwn(value, step) ? value[step] : undefined),
      object,
    );
}
