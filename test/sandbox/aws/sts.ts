import type { Place } from "../cloudformation/jobs/physical.ts";
import { AwsError } from "./errors.ts";
import type { OutputStructure, Params } from "./query.ts";

/** STS, as far as a deploy asks it: who is calling, and what an encoded denial says. */
export function handleSts(operation: string, params: Params, { account, partition }: Place): OutputStructure {
  if (operation === "DecodeAuthorizationMessage") return { DecodedMessage: decoded(params.EncodedMessage) };
  if (operation !== "GetCallerIdentity") {
    throw new AwsError("InvalidAction", `Could not find operation ${operation} for version 2011-06-15`);
  }
  return {
    Arn: `arn:${partition}:sts::${account}:assumed-role/deploy/session`,
    UserId: "AROAEXAMPLEROLEID0001:session",
    Account: account,
  };
}

/** A denial as a service encodes it, in the form that `DecodeAuthorizationMessage` gives back. */
export function encodedMessage(denial: {
  readonly action: string;
  readonly resource: string;
  readonly principal: string;
  readonly explicitDeny?: boolean;
}): string {
  const { action, resource, principal, explicitDeny = false } = denial;
  const context = {
    principal: { id: "AROAEXAMPLEROLEID0001:session", arn: principal },
    ...{ action, resource },
    conditions: { items: [{ key: "aws:Region", values: { items: [{ value: "us-east-1" }] } }] },
  };
  const message = { allowed: false, explicitDeny, matchedStatements: { items: [] }, context };
  return Buffer.from(JSON.stringify(message)).toString("base64url");
}

function decoded(message: unknown): string {
  const text = Buffer.from(String(message), "base64url").toString();
  if (!text.startsWith("{"))
    throw new AwsError("InvalidAuthorizationMessageException", "Message is not authorized or is invalid");
  return text;
}
