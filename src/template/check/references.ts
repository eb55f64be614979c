import { isObject } from "../canonical.ts";
import { attributeParts, type FunctionUse, visitFunctions } from "../functions.ts";
import type { Json, JsonPath } from "../model.ts";
import { subVariables } from "../subText.ts";
import type { Checking } from "./check.ts";
import { EVALUATED } from "./functions.ts";
import { checkMapping } from "./mappings.ts";

/** Pseudo parameter reference. */
const PSEUDO_PARAMETERS = [
  "AWS::AccountId",
  "AWS::NoValue",
  "AWS::NotificationARNs",
  "AWS::Partition",
  "AWS::Region",
  "AWS::StackId",
  "AWS::StackName",
  "AWS::URLSuffix",
] as const;

interface Names {
  readonly parameters: readonly string[];
  readonly resources: readonly string[];
  /** Logical ids of modules: theirs is every longer name, too (`Module` holds `ModuleBucket`). */
  readonly modules: readonly string[];
  readonly conditions: readonly string[];
}

/** Checks that everything a template refers to exists: parameters, resources, conditions, mappings and their keys. */
export function checkReferences(checking: Checking): void {
  const names: Names = {
    parameters: keysOf(checking, "Parameters"),
    resources: keysOf(checking, "Resources"),
    modules: modulesOf(checking),
    conditions: keysOf(checking, "Conditions"),
  };
  for (const section of EVALUATED) {
    const value = checking.source.value[section];
    if (!isObject(value)) continue;
    visitFunctions(value, [section], (use) => checkUse(checking, names, use));
  }
  checkConditionAttributes(checking, names);
  checkDependsOn(checking, names);
}

function keysOf({ source }: Checking, section: string): readonly string[] {
  const value = source.value[section];
  return isObject(value) ? Object.keys(value) : [];
}

function modulesOf({ source }: Checking): readonly string[] {
  const { Resources: resources } = source.value;
  return Object.entries(isObject(resources) ? resources : {})
    .filter(([, resource]) => isObject(resource) && String(resource.Type).endsWith("::MODULE"))
    .map(([logicalId]) => logicalId);
}

function isResource(names: Names, name: string): boolean {
  return names.resources.includes(name) || names.modules.some((module) => name.startsWith(module));
}

function checkUse(checking: Checking, names: Names, use: FunctionUse): void {
  const { name, argument, path } = use;
  switch (name) {
    case "Ref":
      if (typeof argument === "string") checkName(checking, names, { name: argument, path, by: "Ref" });
      return;
    case "Fn::GetAtt":
      checkResourceName(checking, names, attributeParts(argument)?.logicalId, path);
      return;
    case "Fn::Sub":
      checkSub(checking, names, argument, path);
      return;
    case "Fn::If":
      checkCondition(checking, names, {
        name: Array.isArray(argument) ? argument[0] : undefined,
        path,
        by: "Fn::If",
      });
      return;
    case "Condition":
      // In a policy document "Condition" holds operators; only under Conditions is its text a name.
      if (path[0] === "Conditions")
        checkCondition(checking, names, { name: argument, path, by: "Condition" });
      return;
    case "Fn::FindInMap":
      checkMapping(checking, argument, path);
      return;
  }
}

/** A name, the place where it is used, and by what. */
interface Use<T> {
  readonly name: T;
  readonly path: JsonPath;
  readonly by: string;
}

function checkName(checking: Checking, names: Names, { name, path, by }: Use<string>): void {
  if ((PSEUDO_PARAMETERS as readonly string[]).includes(name) || names.parameters.includes(name)) return;
  const inResources = path[0] === "Resources" || path[0] === "Outputs" || path[0] === "Hooks";
  if (inResources && isResource(names, name)) return;
  if (checking.hasMacros) return;
  if (names.resources.includes(name)) {
    const message = `${by} to resource ${name}: ${path[0]} can refer to parameters only, as they are evaluated before resources.`;
    checking.report("error", path, message);
    return;
  }
  const known = [...names.parameters, ...(inResources ? names.resources : []), ...PSEUDO_PARAMETERS];
  const kinds = inResources ? "parameter or resource" : "parameter";
  checking.report(
    "error",
    path,
    `${by} to ${name}, which is not a ${kinds} of this template.${checking.suggest(name, known)}`,
  );
}

function checkResourceName(checking: Checking, names: Names, name: string | undefined, path: JsonPath): void {
  if (name === undefined || isResource(names, name) || checking.hasMacros) return;
  const near = checking.suggest(name, names.resources);
  checking.report("error", path, `Fn::GetAtt of ${name}, which is not a resource of this template.${near}`);
}

function checkSub(checking: Checking, names: Names, argument: Json, path: JsonPath): void {
  const parts: readonly Json[] = Array.isArray(argument) ? argument : [argument];
  const [text, variables] = parts;
  if (typeof text !== "string") return;
  const own = isObject(variables) ? Object.keys(variables) : [];
  for (const variable of new Set(subVariables(text))) {
    if (own.includes(variable)) continue;
    const logicalId = variable.includes(".") ? variable.slice(0, variable.indexOf(".")) : undefined;
    if (!/^[A-Za-z0-9_.:]+$/.test(variable)) reportVariable(checking, variable, path);
    else if (logicalId === undefined)
      checkName(checking, names, { name: variable, path, by: `Fn::Sub refers with \${${variable}}` });
    else checkSubAttribute(checking, names, { logicalId, variable, path });
  }
}

function checkSubAttribute(
  checking: Checking,
  names: Names,
  {
    logicalId,
    variable,
    path,
  }: { readonly logicalId: string; readonly variable: string; readonly path: JsonPath },
): void {
  if (isResource(names, logicalId) || checking.hasMacros) return;
  const message = `Fn::Sub refers with \${${variable}} to ${logicalId}, which is not a resource of this template.`;
  checking.report("error", path, `${message}${checking.suggest(logicalId, names.resources)}`);
}

function reportVariable({ report }: Checking, variable: string, path: JsonPath): void {
  const shown = variable.length > 40 ? `${variable.slice(0, 39)}…` : variable;
  report(
    "error",
    path,
    `Fn::Sub has \${${shown}}: a name has letters, digits, "_", "." and ":" only. Write \${!${shown}} to keep it as text.`,
  );
}

function checkCondition(checking: Checking, names: Names, { name, path, by }: Use<Json | undefined>): void {
  if (typeof name !== "string" || names.conditions.includes(name) || checking.hasMacros) return;
  const near = checking.suggest(name, names.conditions);
  checking.report("error", path, `${by} uses the condition ${name}, which is not under Conditions.${near}`);
}

function checkConditionAttributes(checking: Checking, names: Names): void {
  for (const section of ["Resources", "Outputs"]) {
    const value = checking.source.value[section];
    if (!isObject(value)) continue;
    for (const [name, entry] of Object.entries(value)) {
      if (!isObject(entry) || entry.Condition === undefined) continue;
      const what = section === "Resources" ? `Resource ${name}` : `Output ${name}`;
      checkCondition(checking, names, {
        name: entry.Condition,
        path: [section, name, "Condition"],
        by: what,
      });
    }
  }
}

function checkDependsOn(checking: Checking, names: Names): void {
  const resources = checking.source.value.Resources;
  if (!isObject(resources)) return;
  for (const [logicalId, resource] of Object.entries(resources)) {
    if (!isObject(resource) || resource.DependsOn === undefined || resource.DependsOn === null) continue;
    const targets: readonly Json[] = Array.isArray(resource.DependsOn)
      ? resource.DependsOn
      : [resource.DependsOn];
    for (const target of targets) dependency(checking, names, logicalId, target);
  }
}

function dependency(checking: Checking, names: Names, logicalId: string, target: Json): void {
  const path = ["Resources", logicalId, "DependsOn"];
  if (target === null) return;
  if (typeof target !== "string") {
    checking.report("error", path, `The DependsOn of ${logicalId} must be a logical id or a list of them.`);
  } else if (!isResource(names, target) && !checking.hasMacros) {
    const near = checking.suggest(target, names.resources);
    checking.report(
      "error",
      path,
      `${logicalId} depends on ${target}, which is not a resource of this template.${near}`,
    );
  }
}
