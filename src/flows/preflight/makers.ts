import type { KnownResource } from "../../template/evaluate/evaluatedTree.ts";
import type { Check } from "./questions.ts";

/**
 * Whether something in the template may make anything that others name: a custom resource, a module, or a nested stack
 * whose template is not in the workspace.
 */
export function hasMaker(resources: readonly KnownResource[]): boolean {
  return resources.some(
    ({ type, key }) =>
      /^(Custom::|AWS::CloudFormation::CustomResource$)|::MODULE$/.test(type) ||
      (type === "AWS::CloudFormation::Stack" && !resources.some((one) => one.key.startsWith(`${key}/`))),
  );
}

/** The names that the template itself gives to what it makes of a type. */
export function namesMade(
  resources: readonly KnownResource[],
  type: string,
  property: string,
): ReadonlySet<string> {
  const own = resources.filter((resource) => resource.type === type);
  return new Set(own.flatMap((resource) => resource.text(property) ?? []));
}

/** Whether the template makes something of the type under a name that is not known before the deploy. */
export function hasUnknownName(resources: readonly KnownResource[], type: string, property: string): boolean {
  return resources.some(
    (resource) => resource.type === type && resource.has(property) && resource.text(property) === undefined,
  );
}

/** What is not certain to fail. */
export function asWarning(check: Check): Check {
  return check.finding.level === "error"
    ? { ...check, finding: { ...check.finding, level: "warning" } }
    : check;
}
