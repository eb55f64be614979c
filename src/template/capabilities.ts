import { isObject } from "./canonical.ts";
import { usesMacros } from "./macros.ts";
import type { Json, JsonObject } from "./model.ts";
import { resourcesOf } from "./resources.ts";

/**
 * The types that CloudFormation wants acknowledged, with the property that gives such a resource its name ("If you
 * have IAM resources with custom names, you must specify CAPABILITY_NAMED_IAM", CreateChangeSet, Capabilities).
 */
const IAM_TYPES: ReadonlyMap<string, string | undefined> = new Map([
  ["AWS::IAM::AccessKey", undefined],
  ["AWS::IAM::Group", "GroupName"],
  ["AWS::IAM::GroupPolicy", undefined],
  ["AWS::IAM::InstanceProfile", "InstanceProfileName"],
  ["AWS::IAM::ManagedPolicy", "ManagedPolicyName"],
  ["AWS::IAM::Policy", undefined],
  ["AWS::IAM::Role", "RoleName"],
  ["AWS::IAM::RolePolicy", undefined],
  ["AWS::IAM::User", "UserName"],
  ["AWS::IAM::UserPolicy", undefined],
  ["AWS::IAM::UserToGroupAddition", undefined],
]);

export type Capability = "CAPABILITY_AUTO_EXPAND" | "CAPABILITY_IAM" | "CAPABILITY_NAMED_IAM";

/**
 * The capabilities that CloudFormation will ask for when it makes a change set: the IAM ones for what is in the
 * template or its nested ones, and `CAPABILITY_AUTO_EXPAND` for macros in *nested* stacks. For the template's own macros
 * "this capability does not apply to creating change sets" (CreateChangeSet): what they make is in the change set. Nested
 * templates at a URL, and what macros of somebody's own make, are not known here.
 */
export function neededCapabilities(root: JsonObject, nested: readonly JsonObject[]): readonly Capability[] {
  const resources = [root, ...nested].flatMap(resourcesIn);
  const named = resources.some(isNamed);
  const expands =
    nested.some(usesMacros) || resources.some(({ Type }) => Type === "AWS::Serverless::Application");
  const needed: Capability[] = [];
  if (expands) needed.push("CAPABILITY_AUTO_EXPAND");
  if (named) needed.push("CAPABILITY_NAMED_IAM");
  else if (resources.some((resource) => IAM_TYPES.has(String(resource.Type)) || makesRoles(resource))) {
    needed.push("CAPABILITY_IAM");
  }
  return needed;
}

/**
 * The IAM capability that listed resources need and that was not granted: macros, or templates at a URL, brought them.
 * CloudFormation may say so only when the change set is executed.
 */
export function lackingCapability(
  listed: readonly { readonly type: string; readonly properties: JsonObject | undefined }[],
  granted: readonly string[],
): Capability | undefined {
  if (granted.includes("CAPABILITY_NAMED_IAM")) return undefined;
  const iam = listed.filter(({ type }) => IAM_TYPES.has(type));
  if (iam.some(({ type, properties }) => isNamed({ Type: type, Properties: properties ?? {} })))
    return "CAPABILITY_NAMED_IAM";
  return iam.length === 0 || granted.includes("CAPABILITY_IAM") ? undefined : "CAPABILITY_IAM";
}

function resourcesIn(template: JsonObject): readonly JsonObject[] {
  return resourcesOf(template).map(({ resource }) => withGlobals(resource, template.Globals));
}

/**
 * A function of AWS::Serverless with what `Globals` say of its deployment preference, key by key: of what decides whether a
 * function's roles are made, Globals can hold nothing else (the translator's globals.py: no Role, no Events).
 */
function withGlobals(resource: JsonObject, globals: Json | undefined): JsonObject {
  const { Type: type, Properties: properties, IgnoreGlobals: ignored } = resource;
  const ofFunctions = isObject(globals) && isObject(globals.Function) ? globals.Function : {};
  const { DeploymentPreference: shared } = ofFunctions;
  if (type !== "AWS::Serverless::Function" || shared === undefined || !isObject(properties)) return resource;
  if (ignored === "*" || (Array.isArray(ignored) && ignored.includes("DeploymentPreference")))
    return resource;
  const { DeploymentPreference: own = shared } = properties;
  const merged = isObject(own) && isObject(shared) ? { ...shared, ...own } : own;
  return { ...resource, Properties: { ...properties, DeploymentPreference: merged } };
}

function isNamed({ Type: type, Properties: properties }: JsonObject): boolean {
  const property = IAM_TYPES.get(String(type));
  return property !== undefined && isObject(properties) && properties[property] !== undefined;
}

/** Of AWS::Serverless's types those that become no IAM resources; an application is a nested stack of its own. */
const WITHOUT_ROLES = ["Api", "Application", "HttpApi", "LayerVersion", "SimpleTable", "WebSocketApi"];

/**
 * Whether AWS::Serverless makes IAM resources of this one (SAM, "generated CloudFormation resources"; none of them has a
 * name of its own). A function that has a role gets others only for a deployment preference and some events.
 */
function makesRoles({ Type: type, Properties: properties, Connectors: connectors }: JsonObject): boolean {
  const kind = /^AWS::Serverless::(\w+)$/.exec(String(type))?.[1];
  if (connectors !== undefined) return true;
  if (kind === undefined || WITHOUT_ROLES.includes(kind)) return false;
  if (kind !== "Function" || !isObject(properties)) return true;
  const { Role: role, Events: events, DeploymentPreference: preference } = properties;
  const schedules =
    isObject(events) && Object.values(events).some((event) => isObject(event) && event.Type === "ScheduleV2");
  const hasRole = typeof role === "string" || (isObject(role) && role["Fn::If"] === undefined);
  return !hasRole || schedules || makesServiceRole(preference);
}

/** CodeDeploy's role, for all functions whose preference is not turned off and names none (deployment_preference_collection.py). */
function makesServiceRole(preference: Json | undefined): boolean {
  if (!isObject(preference)) return preference !== undefined;
  const { Enabled: enabled = true, Role: role } = preference;
  return role === undefined && enabled !== false && enabled !== "false" && enabled !== "False";
}
