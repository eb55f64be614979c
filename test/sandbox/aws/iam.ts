import type { Place } from "../cloudformation/jobs/physical.ts";
import type { Account } from "./account.ts";
import { AwsError } from "./errors.ts";
import { type OutputStructure, type Params, text } from "./query.ts";

/** IAM, as far as it tells of roles and whom they trust. */
export function handleIam(
  operation: string,
  params: Params,
  { account, partition }: Place,
  { roles }: Account,
): OutputStructure {
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
