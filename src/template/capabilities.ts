import { isObject } from "./canonical.ts";
import type { Json, JsonObject } from "./model.ts";

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

export interface NeededCapabilities {
  /** `CAPABILITY_IAM` or `CAPABILITY_NAMED_IAM` (which includes the former), or nothing. */
  readonly iam: readonly ("CAPABILITY_IAM" | "CAPABILITY_NAMED_IAM")[];
  /** The logical ids that need it. */
  readonly because: readonly string[];
  /**
   * Whether a macro rewrites the template. CreateStack and UpdateStack want `CAPABILITY_AUTO_EXPAND` then; a change
   * set shows what the macro made, and wants it only for macros in nested stacks (CreateChangeSet, Capabilities).
   */
  readonly autoExpand: boolean;
}

/** The capabilities that CloudFormation will ask for, from the template alone (nested stacks have their own). */
export function neededCapabilities(value: JsonObject): NeededCapabilities {
  const resources = isObject(value.Resources) ? Object.entries(value.Resources) : [];
  const iam = resources.filter(([, resource]) => isObject(resource) && IAM_TYPES.has(String(resource.Type)));
  const named = iam.some(([, resource]) => isNamed(resource));
  return {
    iam: iam.length === 0 ? [] : [named ? "CAPABILITY_NAMED_IAM" : "CAPABILITY_IAM"],
    because: iam.map(([logicalId]) => logicalId),
    autoExpand: usesMacros(value),
  };
}

function isNamed(resource: Json): boolean {
  if (!isObject(resource) || !isObject(resource.Properties)) return false;
  const property = IAM_TYPES.get(String(resource.Type));
  return property !== undefined && resource.Properties[property] !== undefined;
}

/**
 * Every macro counts, the ones that CloudFormation hosts included (`AWS::Include`, `AWS::Serverless`,
 * `AWS::LanguageExtensions`; CreateStack, Capabilities), at the top (`Transform`) and below (`Fn::Transform`).
 */
export function usesMacros(value: Json): boolean {
  if (Array.isArray(value)) return value.some(usesMacros);
  if (!isObject(value)) return false;
  if (value.Transform !== undefined && isMacroName(value.Transform)) return true;
  return Object.entries(value).some(([key, member]) => key === "Fn::Transform" || usesMacros(member));
}

/** A property may be named `Transform`, too (WAF, Glue): there it is no macro's name. */
function isMacroName(transform: Json): boolean {
  return typeof transform === "string" || Array.isArray(transform);
}
