import type { Place } from "../cloudformation/jobs/physical.ts";
import { AwsError } from "./errors.ts";
import type { OutputStructure } from "./query.ts";

/** STS, as far as a deploy asks it: who is calling. */
export function handleSts(operation: string, { account, partition }: Place): OutputStructure {
  if (operation !== "GetCallerIdentity") {
    throw new AwsError("InvalidAction", `Could not find operation ${operation} for version 2011-06-15`);
  }
  return {
    Arn: `arn:${partition}:sts::${account}:assumed-role/deploy/session`,
    UserId: "AROAEXAMPLEROLEID0001:session",
    Account: account,
  };
}
