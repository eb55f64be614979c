import type { RollbackConfiguration, StackParameter } from "../stack/model.ts";
import type { Json, JsonObject } from "../template/model.ts";

/** CloudFormation's ChangeSetType. */
export type ChangeSetType = "CREATE" | "UPDATE" | "IMPORT";

export type ChangeAction = "Add" | "Modify" | "Remove" | "Import" | "Dynamic" | "SyncWithActual";
export type Replacement = "True" | "False" | "Conditional";
export type PolicyAction =
  | "Delete"
  | "Retain"
  | "Snapshot"
  | "ReplaceAndDelete"
  | "ReplaceAndRetain"
  | "ReplaceAndSnapshot";

/** The text CloudFormation puts where a value will only be known while it executes. */
export const KNOWN_AFTER_APPLY = "{{changeSet:KNOWN_AFTER_APPLY}}";

/** One resource's change (ResourceChange), nested stacks' resources included. */
export interface ResourceChange {
  /** Logical ids of the nested stacks that lead here; empty in the root stack. */
  readonly stackPath: readonly string[];
  readonly action: ChangeAction;
  readonly logicalId: string;
  readonly physicalId?: string;
  readonly type: string;
  /** Only with `Modify`. */
  readonly replacement?: Replacement;
  readonly policyAction?: PolicyAction;
  /** Attributes that change: `Properties`, `Tags`, `Metadata`, `CreationPolicy`, `UpdatePolicy`, `DeletionPolicy`, … */
  readonly scope: readonly string[];
  readonly details: readonly PropertyChange[];
  /** The resource before and after, parsed from BeforeContext and AfterContext, where AWS gives them. */
  readonly before?: Json;
  readonly after?: Json;
  /** The definition that the template has of what is made: where a context leaves something out, it is told from here. */
  readonly written?: JsonObject;
  readonly driftStatus?: string;
  /**
   * True where AWS gave this change only without property values (its values were dropped from the
   * description that has them; aws-cdk-cli#1780).
   */
  readonly withoutValues?: boolean;
  /** True where AWS cut a context ("Large values can be truncated"): it is left out then. */
  readonly isCut?: boolean;
}

/** What happens to a resource in a nested stack whose changes nobody lists, as its templates tell it. */
export interface UnlistedChange {
  /** `Remove`, or `Modify`, of which nobody says whether it replaces. */
  readonly change: ResourceChange;
  /** Not of a removal where a loop goes through a list that is not written out. */
  readonly isCertain: boolean;
}

/** Why and how one property of a resource changes (ResourceChangeDetail). */
export interface PropertyChange {
  readonly attribute: string;
  /** The top-level property, e.g. `ServerlessV2ScalingConfiguration`. */
  readonly name?: string;
  /** JSON pointer of the property, e.g. `/Properties/ServerlessV2ScalingConfiguration/MaxCapacity`. */
  readonly path?: string;
  readonly requiresRecreation: "Never" | "Conditionally" | "Always";
  /** Value text as AWS gives it; may be truncated or `{{changeSet:KNOWN_AFTER_APPLY}}`. */
  readonly before?: string;
  readonly after?: string;
  readonly changeType?: "Add" | "Remove" | "Modify" | "SyncWithActual";
  readonly evaluation: "Static" | "Dynamic";
  readonly source?:
    | "ResourceReference"
    | "ParameterReference"
    | "ResourceAttribute"
    | "DirectModification"
    | "Automatic"
    | "NoModification";
  /** The parameter, resource or attribute that causes the change: `Cluster` or `Cluster.Endpoint.Address`. */
  readonly causingEntity?: string;
  /** The live value, where it drifted from the template's. */
  readonly drift?: { readonly previous: string; readonly actual: string };
}

/** A change set as CloudFormation describes it: all pages, nested change sets included. */
export interface ChangeSet {
  readonly arn: string;
  readonly name: string;
  readonly stackArn: string;
  readonly stackName: string;
  readonly status: string;
  readonly statusReason?: string;
  /** `AVAILABLE` when it can be executed. */
  readonly executionStatus: string;
  readonly resources: readonly ResourceChange[];
  /** Values as AWS holds them; `****` for NoEcho. */
  readonly parameters: readonly StackParameter[];
  readonly tags: Readonly<Record<string, string>>;
  readonly capabilities: readonly string[];
  readonly notificationArns: readonly string[];
  /** What it was made with; absent for neither alarms nor a monitoring time. */
  readonly rollback?: RollbackConfiguration;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** Where the changes go. A part of what is reviewed. */
export interface ChangeTarget {
  readonly stack: string;
  readonly region: string;
  readonly account: string;
}

/**
 * A stack parameter whose value the change set would change. `NoEcho` values are never held. One of an SSM type is its
 * name and what stands behind it: `/app/ami (ami-1)`.
 */
export interface ParameterChange {
  readonly name: string;
  readonly noEcho: boolean;
  /** Its NoEcho is taken away: from then on CloudFormation shows the value. */
  readonly exposed?: true;
  readonly before?: string;
  readonly after?: string;
  /** Nobody gave the value: it is the zone of the subnet that this parameter names. */
  readonly zoneOf?: string;
}

/** A stack parameter that is not named and stays as it is, shown so that nobody takes the template's default for it. */
export interface KeptParameter {
  readonly name: string;
  /** `****` for NoEcho. */
  readonly value: string;
  readonly default?: string;
}

export interface TagChange {
  readonly key: string;
  readonly before?: string;
  readonly after?: string;
}

/** A stack output whose definition changes; definitions are canonical JSON. */
export interface OutputChange {
  readonly key: string;
  readonly before?: string;
  readonly after?: string;
}

/** A setting of the stack or an option of the operation that changes: `termination-protection`, `role`, `on-failure`. */
export interface SettingChange {
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
}

/** What CloudFormation watches while it executes: one alarm that fires, and it goes back. */
export interface WatchedAlarms {
  /** As the item has them (`alarmText`). */
  readonly alarms: readonly string[];
  /** How long it goes on watching once all resources are done. */
  readonly minutes: number;
  /** Whether the stack has all of it already. */
  readonly kept: boolean;
}

/** What the stack has, and the request leaves out: it stays. */
export interface KeptSettings {
  /** With this role CloudFormation acts. */
  readonly roleArn?: string;
  readonly notificationArns: readonly string[];
  readonly tags: readonly { readonly key: string; readonly value: string }[];
}

/** A difference in the templates that no change of a resource, a parameter or an output tells. Canonical JSON. */
export interface TemplateChange {
  /** As the item is called: `mapping Sizes`, `section Transform`, `definition Queue /DeletionPolicy`. */
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
}

/** What changes, as it is shown to a reviewer. What is bound are the items (`items/bind.ts`), which say the same and more. */
export interface Changes {
  readonly target: ChangeTarget & { readonly type: ChangeSetType };
  readonly resources: readonly ResourceChange[];
  readonly parameters: readonly ParameterChange[];
  readonly keptParameters: readonly KeptParameter[];
  readonly tags: readonly TagChange[];
  readonly outputs: readonly OutputChange[];
  readonly settings: readonly SettingChange[];
  readonly template: readonly TemplateChange[];
  readonly capabilities: readonly string[];
  /** Absent where nothing is watched. */
  readonly watched?: WatchedAlarms;
  /** Absent where nothing of it is there. */
  readonly kept?: KeptSettings;
  /** The role that CloudFormation is asked to act with; absent: the one that is kept, or else the caller's own. */
  readonly roleArn?: string;
}

/** The name of a resource across nested stacks: `Network/Subnet`. */
export function resourceKey(change: Pick<ResourceChange, "stackPath" | "logicalId">): string {
  return [...change.stackPath, change.logicalId].join("/");
}
