import type { EvaluationResult } from "@aws-sdk/client-iam";
import type { Denial, Role, Roles, Simulation } from "../../ports/preflight.ts";
import type { Json } from "../../template/model.ts";
import { type ClientOptions, clientSettings, lazily } from "../client.ts";
import { defined, required } from "../decode.ts";
import { isNamed } from "../errorName.ts";
import { forEachOf } from "./each.ts";

/** The account's roles and whom they trust. IAM's client is loaded with the first call. */
export function openRoles(options: ClientOptions): Roles {
  const ask = lazily("IAM", () => open(options));
  return {
    find: (names, signal) =>
      ask("ask for the roles", async (iam) => {
        const found = await forEachOf(names, (name) => find(iam, name, signal));
        return found.filter((role) => role !== undefined);
      }),
    denials: (simulation, signal) =>
      ask("simulate the role's policies", (iam) => denials(iam, simulation, signal)),
  };
}

async function open(options: ClientOptions) {
  const sdk = await import("../sdk/iam.ts");
  return { sdk, client: new sdk.IAMClient(clientSettings(options)) };
}

type Iam = Awaited<ReturnType<typeof open>>;

async function find({ sdk, client }: Iam, name: string, abortSignal: AbortSignal): Promise<Role | undefined> {
  try {
    const { Role: role } = await client.send(new sdk.GetRoleCommand({ RoleName: name }), { abortSignal });
    // IAM gives policies as they stand in a URL (API reference, GetRole).
    const trust = decodeURIComponent(required(role?.AssumeRolePolicyDocument, "AssumeRolePolicyDocument"));
    return { name, arn: required(role?.Arn, "Arn"), trust: JSON.parse(trust) as Json };
  } catch (error) {
    if (isNamed(error, "NoSuchEntity")) return undefined;
    throw error;
  }
}

async function denials(
  { sdk, client }: Iam,
  { role, action, arns }: Simulation,
  abortSignal: AbortSignal,
): Promise<readonly Denial[]> {
  const found: Denial[] = [];
  let Marker: string | undefined;
  do {
    const command = new sdk.SimulatePrincipalPolicyCommand({
      ...{ PolicySourceArn: role, ActionNames: [action], ResourceArns: [...arns] },
      ...defined({ Marker }),
    });
    const answer = await client.send(command, { abortSignal });
    found.push(...(answer.EvaluationResults ?? []).flatMap(deniedIn));
    Marker = answer.IsTruncated === true ? answer.Marker : undefined;
  } while (Marker !== undefined);
  return found;
}

/** Of several resources IAM tells one by one, of a single one all together. */
function deniedIn(result: EvaluationResult): readonly Denial[] {
  const each = (result.ResourceSpecificResults ?? []).map((one) => ({
    arn: one.EvalResourceName,
    decision: one.EvalResourceDecision,
    missing: one.MissingContextValues,
  }));
  const whole = {
    arn: result.EvalResourceName,
    decision: result.EvalDecision,
    missing: result.MissingContextValues,
  };
  return (each.length > 0 ? each : [whole]).flatMap(({ arn, decision, missing = [] }) => {
    // What hangs on a condition that the simulation knows no value of may be allowed all the same.
    const isDenied = decision === "explicitDeny" || (decision === "implicitDeny" && missing.length === 0);
    return arn !== undefined && isDenied
      ? [{ action: required(result.EvalActionName, "EvalActionName"), arn }]
      : [];
  });
}
