import type { Json, JsonObject } from "../../template/model.ts";
import { asList, isObject } from "../resourceState.ts";

/** A statement that a type makes with properties of its own: who is let in, and where that is said. */
export interface Stated {
  readonly property: string;
  readonly entry: JsonObject;
}

type Test = readonly [operator: string, key: string, value: Json | undefined];

/** What types say without a policy, as the statement of one that says the same. */
export function statedIn(type: string, state: JsonObject): readonly Stated[] {
  switch (type) {
    case "AWS::Lambda::Permission":
      return allow("Principal", state, state.FunctionName, [
        ["ArnLike", "aws:SourceArn", state.SourceArn],
        ["StringEquals", "aws:SourceAccount", state.SourceAccount],
        ["StringEquals", "aws:PrincipalOrgID", state.PrincipalOrgID],
        ["StringEquals", "lambda:FunctionUrlAuthType", state.FunctionUrlAuthType],
        ["StringEquals", "lambda:EventSourceToken", state.EventSourceToken],
      ]);
    case "AWS::Lambda::LayerVersionPermission":
      return allow("Principal", state, state.LayerVersionArn, [
        ["StringEquals", "aws:PrincipalOrgID", state.OrganizationId],
      ]);
    case "AWS::Events::EventBusPolicy":
      return allow("Principal", state, state.EventBusName, [conditionOf(state.Condition)]);
    case "AWS::Signer::ProfilePermission":
      return allow("Principal", state, state.ProfileName, []);
    case "AWS::EC2::VPCEndpointServicePermissions":
      return allow("AllowedPrincipals", state, state.ServiceId, []);
    case "AWS::RAM::ResourceShare":
      return allow("Principals", state, state.ResourceArns, []);
    default:
      return [];
  }
}

/** A bus has its one condition as type, key and value. */
function conditionOf(condition: Json | undefined): Test {
  const { Type, Key, Value } = isObject(condition) ? condition : {};
  return [String(Type), String(Key), Value];
}

function allow(
  property: string,
  state: JsonObject,
  resource: Json | undefined,
  tests: readonly Test[],
): readonly Stated[] {
  const names = asList(state[property]).map(String);
  if (names.length === 0) return [];
  const services = names.filter((name) => /\.amazon(aws)?\.com(\.cn)?$/.test(name));
  const Condition: Record<string, JsonObject> = {};
  for (const [operator, key, value] of tests) {
    if (value !== undefined) Condition[operator] = { ...Condition[operator], [key]: value };
  }
  const entry: JsonObject = {
    Effect: "Allow",
    Principal: { AWS: names.filter((name) => !services.includes(name)), Service: services },
    Action: state.Action ?? "*",
    Resource: resource ?? "*",
    Condition,
  };
  return [{ property, entry }];
}
