import { isObject } from "./canonical.ts";
import type { Json, JsonObject, ReadTemplate } from "./model.ts";

/**
 * The text that CloudFormation makes of a scalar wherever it wants text: a parameter's value, one of its AllowedValues, what
 * a function compares or joins. A number keeps its spelling: `8.0` is no `8` (serverless-application-model#1135).
 * @param spelling as `ReadTemplate` has it at the scalar's place
 * @returns `undefined` for lists, objects and null
 */
export function scalarText(value: Json, spelling?: string): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number") return spelling ?? String(value);
  return typeof value === "boolean" ? String(value) : undefined;
}

/**
 * The template with texts in the place of numbers that JavaScript would spell differently (`8.0`, `15.10`, an integer past
 * 2^53): what functions make of it is what CloudFormation makes of it. In `Fn::ToJsonString` they stay, where a number is
 * not written as a text.
 */
export function withSpelledNumbers({ value, spelling }: ReadTemplate): JsonObject {
  if (spelling === undefined) return value;
  const path: (string | number)[] = [];
  const at = (step: string | number, member: Json): Json => {
    path.push(step);
    const spelled = spelledNumbers(member);
    path.pop();
    return spelled;
  };
  const spelledNumbers = (part: Json): Json => {
    if (typeof part === "number") return spelling([...path]) ?? part;
    if (Array.isArray(part)) return part.map((item: Json, index) => at(index, item));
    return isObject(part) ? spelledMembers(part) : part;
  };
  const spelledMembers = (object: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(object).map(([key, member]) => [
        key,
        key === "Fn::ToJsonString" ? member : at(key, member),
      ]),
    );
  return spelledMembers(value);
}
