import { isObject } from "../canonical.ts";
import { attributeParts, FUNCTION_NAMES, type FunctionUse, visitFunctions } from "../functions.ts";
import type { Json, JsonPath } from "../model.ts";
import type { Checking } from "./check.ts";

/** How many arguments a function's list has, and how it is written. */
const LISTS: Readonly<Record<string, { readonly from: number; readonly to: number; readonly form: string }>> =
  {
    "Fn::And": { from: 2, to: 10, form: "a list of 2 to 10 conditions" },
    "Fn::Cidr": { from: 2, to: 3, form: "[ipBlock, count, cidrBits]" },
    "Fn::Equals": { from: 2, to: 2, form: "[value, value]" },
    "Fn::FindInMap": { from: 3, to: 4, form: "[mapping, key, name]" },
    "Fn::If": { from: 3, to: 3, form: "[condition, value if true, value if false]" },
    "Fn::Join": { from: 2, to: 2, form: "[delimiter, list]" },
    "Fn::Not": { from: 1, to: 1, form: "a list of one condition" },
    "Fn::Or": { from: 2, to: 10, form: "a list of 2 to 10 conditions" },
    "Fn::Select": { from: 2, to: 2, form: "[index, list]" },
    "Fn::Split": { from: 2, to: 2, form: "[delimiter, text]" },
  };

/** The sections in which functions are evaluated; `Metadata` at the top is not. */
export const EVALUATED = ["Resources", "Outputs", "Conditions", "Rules", "Hooks"] as const;

/** Checks every function for its name and the form of its argument. */
export function checkFunctions(checking: Checking): void {
  for (const section of EVALUATED) {
    const value = checking.source.value[section];
    if (!isObject(value)) continue;
    visitFunctions(value, [section], (use) => checkFunction(checking, use));
    lonelyFunctions(checking, value, [section]);
  }
}

function checkFunction({ report, hasMacros, suggest }: Checking, use: FunctionUse): void {
  const { name, argument, path } = use;
  if (name === "Condition" || name.startsWith("Fn::ForEach")) return;
  if (!(FUNCTION_NAMES as readonly string[]).includes(name)) {
    if (!hasMacros)
      report("error", path, `${name} is not a CloudFormation function.${suggest(name, FUNCTION_NAMES)}`);
    return;
  }
  const list = Object.hasOwn(LISTS, name) ? LISTS[name] : undefined;
  if (list !== undefined && !hasLength(argument, list.from, list.to)) {
    report("error", path, `${name} takes ${list.form}${found(argument)}.`);
  }
  if (name === "Fn::GetAtt" && attributeParts(argument) === undefined) {
    report("error", path, 'Fn::GetAtt takes [logical id, attribute] or "LogicalId.Attribute".');
  }
  if (name === "Fn::Sub" && !isSub(argument)) {
    report("error", path, "Fn::Sub takes text, or [text, mapping of variables].");
  }
}

function hasLength(argument: Json, from: number, to: number): boolean {
  // A function that gives the whole list (Fn::Split, Fn::Transform) can only be judged by CloudFormation.
  if (!Array.isArray(argument)) return isObject(argument);
  return argument.length >= from && argument.length <= to;
}

function found(argument: Json): string {
  if (!Array.isArray(argument)) return ", as a list";
  return `; ${argument.length === 1 ? "1 item is" : `${argument.length} items are`} given`;
}

function isSub(argument: Json): boolean {
  if (typeof argument === "string") return true;
  if (isObject(argument)) return argument["Fn::Transform"] !== undefined;
  if (!Array.isArray(argument)) return false;
  const [text, variables] = argument as readonly Json[];
  return argument.length <= 2 && typeof text === "string" && (variables === undefined || isObject(variables));
}

/** A function beside other keys is no function to CloudFormation; macros' `Fn::Transform` and `Fn::ForEach` may be. */
function lonelyFunctions(checking: Checking, value: Json, path: JsonPath): void {
  if (Array.isArray(value)) {
    value.forEach((item: Json, index) => {
      lonelyFunctions(checking, item, [...path, index]);
    });
    return;
  }
  if (!isObject(value)) return;
  const keys = Object.keys(value);
  const key = keys.find(
    (name) => (FUNCTION_NAMES as readonly string[]).includes(name) && name.startsWith("Fn::"),
  );
  if (key !== undefined && keys.length > 1 && key !== "Fn::Transform") {
    const others = keys.filter((name) => name !== key).join(", ");
    checking.report(
      "warning",
      [...path, key],
      `${key} stands beside ${others}; a function must be its mapping's only key.`,
    );
  }
  for (const [name, member] of Object.entries(value)) lonelyFunctions(checking, member, [...path, name]);
}
