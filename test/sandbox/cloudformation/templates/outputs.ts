import type { Json, JsonObject, StackOutput } from "../model.ts";
import { evaluate, type Scope } from "./evaluate.ts";
import type { Template } from "./template.ts";

/** Evaluates the outputs section against the resources that the scope knows. */
export function outputsOf(template: Template, scope: Scope): StackOutput[] {
  return Object.entries(template.outputs).flatMap(([key, output]) => {
    const condition = output.Condition;
    if (typeof condition === "string" && !evaluate({ "Fn::If": [condition, true, false] }, scope)) return [];
    const value = evaluate(output.Value ?? "", scope);
    const exported = output.Export as JsonObject | undefined;
    return [
      {
        key,
        value: textOf(value),
        ...(typeof output.Description === "string" ? { description: output.Description } : {}),
        ...(exported?.Name === undefined ? {} : { exportName: textOf(evaluate(exported.Name, scope)) }),
      },
    ];
  });
}

function textOf(value: Json): string {
  return Array.isArray(value) ? value.join(",") : typeof value === "string" ? value : JSON.stringify(value);
}
