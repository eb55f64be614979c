import { runSimulation } from "@cloud-copilot/iam-simulate";
import type { Who } from "../contract/permissions.ts";
import { keyPolicyOf, policyOf, RECORD_KEY, ROLES } from "./roles.ts";
import type { ParameterSet } from "./template.ts";

/** One question to IAM. */
export interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
}

export const ACCOUNT = "123456789012";

/**
 * Whether the role may do that with the policies that the template makes of these parameters, as IAM evaluates policies: by a library that knows AWS's list of
 * actions, of the resources and condition keys that each has, and refuses a question which AWS could not ask. (moto's
 * evaluation knows no conditions but those of a role's trust.)
 */
export async function isAllowed(who: Who, given: ParameterSet, asked: Asked): Promise<boolean> {
  const { action, resource, context = {} } = asked;
  const result = await runSimulation(
    {
      request: {
        principal: ROLES[who],
        action,
        resource: { resource, accountId: ACCOUNT },
        contextVariables: Object.fromEntries(
          Object.entries(context).map(([key, value]) => [
            key,
            typeof value === "string" ? value : [...value],
          ]),
        ),
      },
      identityPolicies: [{ name: "role", policy: policyOf(who, given) }],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      ...(resource === RECORD_KEY ? { resourcePolicy: keyPolicyOf(given) } : {}),
    },
    { simulationMode: "Strict" },
  );
  if (result.resultType === "error") {
    throw new Error(`${action} on ${resource}: ${JSON.stringify(result.errors)}`);
  }
  const ignored = result.resultType === "single" ? (result.result.ignoredContextKeys ?? []) : [];
  if (ignored.length > 0) throw new Error(`${action} has no condition key ${ignored.join(", ")}`);
  return result.overallResult === "Allowed";
}
