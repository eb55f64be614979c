import { isObject } from "./canonical.ts";
import { attributeParts, type FunctionUse, isLoop, visitFunctions } from "./functions.ts";
import type { Json } from "./model.ts";

const READS_OUTPUT = "Fn::GetStackOutput";
const IMPORTS = "Fn::ImportValue";
/** What is in these may never be asked for. */
const CHOOSING: ReadonlySet<string | number> = new Set(["Fn::If", "Fn::Select", "Fn::FindInMap"]);

/** Whether a value takes what another stack has. */
export function takesFromOthers(value: Json): boolean {
  return importsBeyond(value, new Set()) || readsOutputs(value);
}

/** Whether it imports anything but these exports. Of a name that a function makes nobody knows which it is. */
export function importsBeyond(value: Json, held: ReadonlySet<string>): boolean {
  return usesOf(value, IMPORTS).some(({ argument }) => typeof argument !== "string" || !held.has(argument));
}

/**
 * The exports that it imports, whatever is chosen in it. While a stack does, nobody can change or remove what they are.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html
 */
export function importsHeld(value: Json): ReadonlySet<string> {
  const names = usesOf(value, IMPORTS).flatMap(({ argument, path }) => {
    const isChosen = path.some((step) => CHOOSING.has(step));
    // In a loop that stays, a name is not yet what it will be.
    return typeof argument !== "string" || argument.includes("{") || isChosen ? [] : [argument];
  });
  return new Set(names);
}

/** Whether it takes an output that no import holds in place. */
export function readsOutputs(value: Json): boolean {
  return usesOf(value, READS_OUTPUT).length > 0;
}

function usesOf(value: Json, wanted: string): readonly FunctionUse[] {
  const found: FunctionUse[] = [];
  visitFunctions(value, [], (use) => {
    if (use.name === wanted) found.push(use);
  });
  return found;
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
