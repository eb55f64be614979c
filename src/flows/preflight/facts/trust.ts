import { isObject } from "../../../template/canonical.ts";
import type { Json, JsonObject } from "../../../template/model.ts";

/**
 * Whether a role's trust policy may let a service assume it. What is not certain counts as trust: conditions, and
 * statements that say whom they do not mean. A denial is left to IAM.
 * @param service the principal without its domain: `lambda`, `ecs-tasks`
 */
export function trusts(policy: Json, service: string): boolean {
  if (!isObject(policy)) return true;
  return listed(policy.Statement)
    .filter(isObject)
    .some((statement) => statement.Effect === "Allow" && isAssuming(statement) && isFor(statement, service));
}

function isAssuming({ Action, NotAction }: JsonObject): boolean {
  if (NotAction !== undefined) return true;
  return listed(Action).some(
    (action) => typeof action === "string" && /^(\*|sts:(\*|assume(\*|role\*?)))$/i.test(action),
  );
}

function isFor({ Principal, NotPrincipal }: JsonObject, service: string): boolean {
  if (NotPrincipal !== undefined || Principal === "*") return true;
  if (!isObject(Principal)) return false;
  return listed(Principal.Service).some(
    (principal) => typeof principal === "string" && (principal === "*" || serviceOf(principal) === service),
  );
}

/** A principal may have a region's name in it, and the domain of a partition: `states.eu-west-1.amazonaws.com.cn`. */
function serviceOf(principal: string): string {
  return principal.replace(/\.amazonaws\.com(\.cn)?$/, "").replace(/\.[a-z]{2}(-[a-z]+)+-\d$/, "");
}

function listed(value: Json | undefined): readonly Json[] {
  if (Array.isArray(value)) return value as readonly Json[];
  return value === undefined ? [] : [value];
}
