/** A stack as DescribeStacks tells it, with optionality ended. Times are milliseconds since the epoch. */
export interface Stack {
  readonly arn: string;
  readonly name: string;
  /** CloudFormation's StackStatus, e.g. `UPDATE_ROLLBACK_COMPLETE`. */
  readonly status: string;
  readonly statusReason?: string;
  readonly parameters: readonly StackParameter[];
  readonly tags: Readonly<Record<string, string>>;
  readonly outputs: readonly StackOutput[];
  readonly capabilities: readonly string[];
  readonly notificationArns: readonly string[];
  readonly roleArn?: string;
  readonly terminationProtection: boolean;
  /** Absent where it has neither alarms nor a monitoring time. */
  readonly rollback?: RollbackConfiguration;
  /** The change set that was executed last, if the last operation was one. */
  readonly changeSetArn?: string;
  readonly createdAt: number;
  readonly updatedAt?: number;
}

/** What CloudFormation watches while it makes or updates a stack: one alarm that fires, and it goes back. */
export interface RollbackConfiguration {
  readonly alarms: readonly RollbackAlarm[];
  /** How long it goes on watching once all resources are done, before it cleans up. */
  readonly minutes: number;
}

export interface RollbackAlarm {
  readonly arn: string;
  /** `AWS::CloudWatch::Alarm` or `AWS::CloudWatch::CompositeAlarm`. */
  readonly type: string;
}

/** An alarm as CloudWatch has it. */
export interface Alarm extends RollbackAlarm {
  /** `OK`, `ALARM` or `INSUFFICIENT_DATA`. */
  readonly state: string;
  /** Why it is in that state, in CloudWatch's words. */
  readonly reason?: string;
  /** Since when. Milliseconds since the epoch. */
  readonly since?: number;
}

export interface StackParameter {
  readonly name: string;
  /** `****` for a NoEcho parameter. */
  readonly value: string;
  /** What the value of an SSM parameter type stands for. */
  readonly resolved?: string;
}

export interface StackOutput {
  readonly key: string;
  readonly value: string;
  readonly description?: string;
  readonly exportName?: string;
}

/** One event of a stack operation (DescribeStackEvents). */
export interface StackEvent {
  readonly id: string;
  readonly stackArn: string;
  readonly stackName: string;
  readonly logicalId: string;
  readonly physicalId?: string;
  /** `AWS::CloudFormation::Stack` for the stack itself and for nested stacks. */
  readonly type: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly status: string;
  readonly reason?: string;
  /** The ClientRequestToken of the call that started the operation. */
  readonly token?: string;
  /** Differs between an update and its rollback. */
  readonly operationId?: string;
  readonly detailedStatus?: string;
  readonly hook?: HookEvent;
}

export interface HookEvent {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly failureMode?: string;
}

/** What made an operation fail: the earliest failure that is not the consequence of another. */
export interface RootCause {
  /** Logical ids of the nested stacks that lead to the resource; empty in the root stack. */
  readonly stackPath: readonly string[];
  /** The own name of the nested stack that it is in; absent in the root stack. */
  readonly stackName?: string;
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId?: string;
  readonly status: string;
  /** AWS's own words. */
  readonly reason: string;
  readonly at: number;
  /** The next step for a well-known cause. */
  readonly hint?: string;
  /** The rollback alarms that turned the operation back; none where it is only known that one did. */
  readonly alarms?: readonly Alarm[];
  /** Who can put it right; absent: whoever changes the template. */
  readonly remedy?: Remedy;
}

/** A well-known cause: AWS's words (and where it matters the resource type) and what to do about them. */
export interface KnownCause {
  readonly reason: RegExp;
  readonly type?: RegExp;
  readonly hint: string | ((match: RegExpMatchArray) => string);
  /** Who puts it right, where it is not whoever changes the template. */
  readonly remedy?: Remedy;
}

/** `elsewhere`: in the account, without a change of what was reviewed. `by-itself`: it may pass. */
export type Remedy = "elsewhere" | "by-itself";

/** One resource's part in an operation: a row of the timeline. Times are milliseconds since the epoch. */
export interface ResourceProgress {
  readonly stackPath: readonly string[];
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId?: string;
  readonly status: string;
  readonly startedAt: number;
  /** Absent while the resource is in progress. */
  readonly endedAt?: number;
}

/** The `status` of an operation that a cancelled run did not come to start. */
export const NOT_STARTED = "not started";

/** The `status` of an operation that was asked for, and of which nothing was seen. */
export const ABOUT_TO_START = "about to start";

/** How an operation that was watched ended. Durations are milliseconds. */
export type OperationEnd =
  | {
      readonly kind: "succeeded";
      readonly status: string;
      readonly tookMs: number;
      /** What was to be deleted and could not: it stays, in no stack; a nested stack by itself. Only where there is any. */
      readonly leftBehind?: readonly RootCause[];
      /** Why the stack's outputs are not known. A success without them is none. */
      readonly unread?: Unread;
    }
  | {
      readonly kind: "failed";
      readonly status: string;
      readonly tookMs: number;
      readonly cause: RootCause | undefined;
      /** Why the rollback failed in its turn; only where it did. */
      readonly rollbackCause?: RootCause;
      /** All that keeps the stack in a status that only a person can lead it out of, `rollbackCause` among it. */
      readonly stuck?: readonly RootCause[];
      /** What could not be deleted after a rollback that came to its end. */
      readonly leftBehind?: readonly RootCause[];
      /** What was made, and is kept by its DeletionPolicy although all else was taken back. Only where there is any. */
      readonly retained?: readonly RootCause[];
      /** A person stopped it: nothing had failed before it was turned back. */
      readonly isCalledOff?: true;
    }
  | {
      readonly kind: "timed-out" | "cancelled";
      readonly status: string;
      readonly tookMs: number;
      readonly failing?: Failing;
    }
  /** What has become of it is not known. */
  | ({
      readonly kind: "lost-sight";
      readonly tookMs: number;
      readonly failing?: Failing;
    } & Unread);

/** What is known of an operation that has failed, and was not at its end when it was seen last. */
export interface Failing {
  /** The root stack's own status then. */
  readonly status: string;
  readonly isRollingBack: boolean;
  /** `undefined` where no event says why. */
  readonly cause: RootCause | undefined;
  /** A person stopped it: nothing had failed before it was turned back. */
  readonly isCalledOff?: true;
}

/** Why a stack, or its operation, could not be read, and what to do about that. */
export interface Unread {
  readonly reason: string;
  readonly hint?: string;
}

/** What is known of an operation that had failed when it was seen last, without its end. */
export function failingOf(end: OperationEnd): Failing | undefined {
  return end.kind === "succeeded" || end.kind === "failed" ? undefined : end.failing;
}

/** Why an operation failed, whether or not it was watched to its end. */
export function causeOf(end: OperationEnd): RootCause | undefined {
  return end.kind === "failed" ? end.cause : failingOf(end)?.cause;
}

/** What to do about an end that was not seen, or after which the stack could not be read. */
export function adviceOf(end: OperationEnd): string | undefined {
  if (end.kind === "lost-sight") return end.hint;
  return end.kind === "succeeded" ? end.unread?.hint : undefined;
}
