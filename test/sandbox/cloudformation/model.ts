/** A value in a template or in resolved properties: JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export interface Parameter {
  readonly key: string;
  readonly value: string;
  readonly noEcho: boolean;
  /** What an SSM parameter type's name stood for when the definition was made. */
  readonly resolved?: string;
}

export interface Tag {
  readonly key: string;
  readonly value: string;
}

export interface StackOutput {
  readonly key: string;
  readonly value: string;
  readonly description?: string;
  readonly exportName?: string;
}

/** What a stack is asked to be: the template with everything that decides how it evaluates. */
export interface Definition {
  readonly body: string;
  readonly parameters: readonly Parameter[];
  readonly tags: readonly Tag[];
}

/** A resource as it was deployed. */
export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
  readonly properties: JsonObject;
  /** `properties` as anybody may read them: `NoEcho` values as asterisks. */
  readonly shown: JsonObject;
  readonly attributes: Readonly<Record<string, Json>>;
  /** What is really there when somebody changed it outside of CloudFormation; `null` when it was deleted. */
  readonly actual?: JsonObject | null;
}

/** The last known status of a resource, as DescribeStackResources tells it. */
export interface ResourceStatus {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
  readonly status: string;
  readonly reason: string | undefined;
  readonly at: number;
}

export interface StackEvent {
  readonly id: string;
  readonly at: number;
  readonly stackId: string;
  readonly stackName: string;
  readonly logicalId: string;
  readonly physicalId: string;
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly detailedStatus?: string;
  readonly properties?: string;
  readonly token?: string;
  readonly operationId?: string;
  readonly hook?: HookEvent;
}

export interface HookEvent {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly failureMode: string;
}

export type OperationType =
  | "CREATE_STACK"
  | "UPDATE_STACK"
  | "DELETE_STACK"
  | "ROLLBACK"
  | "CONTINUE_ROLLBACK"
  | "CREATE_CHANGESET";

export interface Operation {
  readonly id: string;
  readonly type: OperationType;
  readonly token: string | undefined;
}

export interface Stack {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly parentId: string | undefined;
  readonly rootId: string | undefined;
  status: string;
  statusReason: string | undefined;
  updatedAt: number | undefined;
  deletedAt: number | undefined;
  /** What was deployed last; undefined while the stack is an empty shell. */
  definition: Definition | undefined;
  outputs: readonly StackOutput[];
  capabilities: readonly string[];
  notificationArns: readonly string[];
  rollback: RollbackConfiguration;
  roleArn: string | undefined;
  terminationProtection: boolean;
  disableRollback: boolean;
  changeSetId: string | undefined;
  /** As the last detection found it; `unknown`: why which resources could not be checked. */
  drift: { status: string; at: number | undefined; unknown?: ReadonlyMap<string, string> };
  readonly resources: Map<string, Resource>;
  readonly statuses: Map<string, ResourceStatus>;
  readonly events: StackEvent[];
  /** Newest first, as DescribeStacks lists them. */
  operations: readonly Operation[];
  /** What a rollback would go back to, while an update is under way or stands failed. */
  previous: StackSnapshot | undefined;
}

/** What is watched while a stack is made or updated, and for some minutes after it. */
export interface RollbackConfiguration {
  readonly triggers: readonly { readonly arn: string; readonly type: string }[];
  readonly minutes: number;
}

/** An alarm of CloudWatch. */
export interface Alarm {
  readonly arn: string;
  readonly type: "AWS::CloudWatch::Alarm" | "AWS::CloudWatch::CompositeAlarm";
  readonly state: "OK" | "ALARM" | "INSUFFICIENT_DATA";
  readonly reason: string;
  readonly since: number;
}

export interface StackSnapshot {
  readonly definition: Definition | undefined;
  readonly outputs: readonly StackOutput[];
  readonly resources: ReadonlyMap<string, Resource>;
}
