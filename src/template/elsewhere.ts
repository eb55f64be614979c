import { isObject } from "./canonical.ts";
import { attributeParts, isLoop, visitFunctions } from "./functions.ts";
import type { Json } from "./model.ts";

const READS_OUTPUT = "Fn::GetStackOutput";

/** Whether a value takes what another stack has. */
export function takesFromOthers(value: Json): boolean {
  return uses(value, "Fn::ImportValue") || readsOutputs(value);
}

/** Whether it takes an output that no import holds in place. */
export function readsOutputs(value: Json): boolean {
  return uses(value, READS_OUTPUT);
}

function uses(value: Json, wanted: string): boolean {
  let isUsed = false;
  visitFunctions(value, [], ({ name }) => {
    if (name === wanted) isUsed = true;
  });
  return isUsed;
}

/** Whether a function or a loop makes the names that are referred to (AWS::LanguageExtensions): which they are is not told. */
export function isPutTogether(path: readonly string[], value: Json): boolean {
  return path.some(isLoop) || holdsMadeNames(value);
}

export function holdsMadeNames(value: Json): boolean {
  if (Array.isArray(value)) return value.some(holdsMadeNames);
  if (!isObject(value)) return false;
  return Object.entries(value).some(([key, member]) => {
    if (isLoop(key) || (key === "Ref" && isObject(member))) return true;
    if (key === "Fn::GetAtt" && attributeParts(member)?.logicalId === undefined) return true;
    return holdsMadeNames(member);
  });
}
