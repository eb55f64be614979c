import type { Json } from "../model.ts";
import type { World } from "../world.ts";

/** What a live stack exports under this name. */
export function exportedValue(world: World, name: string): string | undefined {
  return world.stacks
    .filter(({ status }) => status !== "DELETE_COMPLETE")
    .flatMap(({ outputs }) => outputs)
    .find(({ exportName }) => exportName === name)?.value;
}

/** The arguments of every `Fn::ImportValue` within an expression. */
export function importsIn(expression: unknown): readonly Json[] {
  if (Array.isArray(expression)) return expression.flatMap(importsIn);
  if (typeof expression !== "object" || expression === null) return [];
  return Object.entries(expression).flatMap(([key, value]) =>
    key === "Fn::ImportValue" ? [value as Json] : importsIn(value),
  );
}
