import { AwsError } from "../../aws/errors.ts";
import type { Template } from "./template.ts";

/** IAM types that CloudFormation wants acknowledged, with the property that names such a resource. */
const IAM_NAMES: Readonly<Record<string, string | undefined>> = {
  "AWS::IAM::AccessKey": undefined,
  "AWS::IAM::Group": "GroupName",
  "AWS::IAM::GroupPolicy": undefined,
  "AWS::IAM::InstanceProfile": "InstanceProfileName",
  "AWS::IAM::ManagedPolicy": "ManagedPolicyName",
  "AWS::IAM::Policy": undefined,
  "AWS::IAM::Role": "RoleName",
  "AWS::IAM::RolePolicy": undefined,
  "AWS::IAM::User": "UserName",
  "AWS::IAM::UserPolicy": undefined,
  "AWS::IAM::UserToGroupAddition": undefined,
};

export interface NeededCapabilities {
  readonly capabilities: readonly string[];
  readonly reason: string | undefined;
}

/** What a template needs acknowledged: IAM resources, named ones more so, and macros. */
export function neededCapabilities(template: Template): NeededCapabilities {
  const iam = [...template.resources.values()].filter(({ type }) => type in IAM_NAMES);
  const named = iam.some(({ type, properties }) => {
    const name = IAM_NAMES[type];
    return name !== undefined && properties[name] !== undefined;
  });
  const capabilities = [
    ...(iam.length === 0 ? [] : [named ? "CAPABILITY_NAMED_IAM" : "CAPABILITY_IAM"]),
    ...(template.transforms.length === 0 ? [] : ["CAPABILITY_AUTO_EXPAND"]),
  ];
  const types = [...new Set(iam.map(({ type }) => type))];
  const reason =
    iam.length === 0 ? undefined : `The following resource(s) require capabilities: [${types.join(", ")}]`;
  return { capabilities, reason };
}

/**
 * Throws InsufficientCapabilitiesException unless everything that the template and its nested ones need was granted. A
 * change set wants nothing for the template's own macros: "this capability does not apply to creating change sets".
 */
export function requireCapabilities(
  template: Template,
  nested: readonly Template[],
  { granted, isChangeSet }: { readonly granted: readonly string[]; readonly isChangeSet: boolean },
): void {
  const isGranted = (needed: string) =>
    granted.includes(needed) || (needed === "CAPABILITY_IAM" && granted.includes("CAPABILITY_NAMED_IAM"));
  const own = neededCapabilities(template).capabilities.filter(
    (needed) => !isChangeSet || needed !== "CAPABILITY_AUTO_EXPAND",
  );
  const needed = new Set([...own, ...nested.flatMap((each) => neededCapabilities(each).capabilities)]);
  const missing = [...needed].filter((capability) => !isGranted(capability));
  if (missing.length === 0) return;
  throw new AwsError("InsufficientCapabilitiesException", `Requires capabilities : [${missing.join(", ")}]`);
}
