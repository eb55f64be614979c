import type { Place } from "../cloudformation/jobs/physical.ts";
import type { Account } from "./account.ts";
import { AwsError } from "./errors.ts";
import { type OutputStructure, type Params, text, texts } from "./query.ts";

/** IAM, as far as it tells of roles, whom they trust, and what they may. */
export function handleIam(
  operation: string,
  params: Params,
  { account, partition }: Place,
  { roles, lacking }: Account,
): OutputStructure {
  if (operation === "SimulatePrincipalPolicy") return simulated(params, lacking);
  if (operation !== "GetRole")
    throw new AwsError("InvalidAction", `Could not find operation ${operation} for version 2010-05-08`);
  const name = text(params, "RoleName") ?? "";
  const trusted = roles.get(name) ?? EVERYBODY;
  if (trusted === "gone")
    throw new AwsError("NoSuchEntity", `The role with name ${name} cannot be found.`, 404);
  const statement = {
    Effect: "Allow",
    Principal: { Service: trusted.map((service) => `${service}.amazonaws.com`) },
    Action: "sts:AssumeRole",
  };
  return {
    Role: {
      ...{ Path: "/", RoleName: name, RoleId: "AROAEXAMPLEROLEID0002", CreateDate: new Date(0) },
      Arn: `arn:${partition}:iam::${account}:role/${name}`,
      AssumeRolePolicyDocument: encodeURIComponent(
        JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
      ),
    },
  };
}

/** Who is trusted where nothing else is said. */
const EVERYBODY: readonly string[] = ["lambda", "ecs-tasks", "states", "events", "monitoring.rds", "rds"];

/** As IAM does: of several resources each has a result of its own. */
function simulated(params: Params, lacking: ReadonlySet<string>): OutputStructure {
  const arns = texts(params, "ResourceArns");
  return {
    EvaluationResults: texts(params, "ActionNames").map((action) => {
      const decision = lacking.has(action) ? "implicitDeny" : "allowed";
      const each = arns.map((arn) => ({ EvalResourceName: arn, EvalResourceDecision: decision }));
      return {
        ...{ EvalActionName: action, EvalResourceName: arns[0] ?? "*", EvalDecision: decision },
        ResourceSpecificResults: arns.length > 1 ? each : [],
      };
    }),
    IsTruncated: false,
  };
}
