import type {
  CreateChangeSetInput,
  ExecuteChangeSetInput,
  UpdateTerminationProtectionInput,
} from "@aws-sdk/client-cloudformation";

/**
 * What becomes of a field of a request: by which items of the digest it is bound (`changes/items`), that it is never sent,
 * or why it cannot change what is done.
 */
export type FieldBinding =
  | { readonly bound: string }
  | { readonly never: string }
  | { readonly harmless: string };

/** Every field of the input; one that a newer SDK adds does not compile until it is here. */
type EveryField<Input> = { readonly [Field in keyof Required<Input>]: FieldBinding };

const PLACE = { harmless: "where it goes: the digest's target" };
const NAME = { harmless: "a name, by which nothing is done" };

export const CREATE_CHANGE_SET = {
  StackName: PLACE,
  ChangeSetName: NAME,
  Description: NAME,
  ClientToken: { harmless: "makes a repeated request the same request" },
  TemplateBody: {
    bound: "definition, output, declaration, mapping, condition, rule, hook, metadata, section",
  },
  TemplateURL: { bound: "as TemplateBody: what CloudFormation read there is compared with it" },
  UsePreviousTemplate: { never: "the template of the commit is what was reviewed" },
  Parameters: { bound: "parameter" },
  Capabilities: { bound: "capability" },
  ResourceTypes: { never: "a restriction of who may do what" },
  RoleARN: { bound: "setting role" },
  RollbackConfiguration: { bound: "setting rollback-alarms, setting monitoring-minutes" },
  NotificationARNs: { bound: "setting notification-arns" },
  Tags: { bound: "tag" },
  ChangeSetType: { harmless: "what is created has nothing before" },
  ResourcesToImport: { never: "import-existing-resources finds them by their names" },
  IncludeNestedStacks: { bound: "option include-nested-stacks" },
  OnStackFailure: { bound: "option on-failure" },
  ImportExistingResources: { bound: "option import-existing-resources" },
  DeploymentMode: { bound: "option deployment-mode" },
  DisableValidation: { never: "what CloudFormation's own validation finds is shown to the reviewer" },
  DeploymentConfig: { never: "EXPRESS does not wait for what it makes to be stable" },
} as const satisfies EveryField<CreateChangeSetInput>;

export const EXECUTE_CHANGE_SET = {
  ChangeSetName: { harmless: "the change set that was decided on" },
  StackName: { harmless: "the stack of that change set" },
  ClientRequestToken: { harmless: "derived from the change set" },
  DisableRollback: { bound: "option on-failure" },
  RetainExceptOnCreate: { never: "the template's own policies count" },
} as const satisfies EveryField<ExecuteChangeSetInput>;

export const UPDATE_TERMINATION_PROTECTION = {
  StackName: PLACE,
  EnableTerminationProtection: { bound: "setting termination-protection" },
} as const satisfies EveryField<UpdateTerminationProtectionInput>;
