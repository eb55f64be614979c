import type { Changes } from "../../changes/model.ts";
import type { AwsPorts } from "../../ports/aws.ts";
import type { Stack } from "../../stack/model.ts";
import type { Scope } from "../../template/evaluate/evaluated.ts";
import type { KnownResource } from "../../template/evaluate/evaluatedTree.ts";
import type { RenderedTemplate } from "../../template/model.ts";
import type { StoredPlace } from "../../template/tree/stored.ts";
import type { Ask, Check, Matters } from "./questions.ts";

/** What a check looks at. */
export interface Examined {
  readonly resources: readonly KnownResource[];
  readonly region: string;
  /** The account's number; `undefined` while it is not known. */
  readonly account: string | undefined;
  readonly stackName: string;
  /** Whether something may still be made before the deploy. */
  readonly isPreview: boolean;
  /** The role with which CloudFormation makes the resources; `undefined` where it makes them as the caller. */
  readonly roleArn: string | undefined;
  /** ARNs of the alarms that may turn the deploy back. */
  readonly rollbackAlarms: readonly string[];
  /** `undefined` while they are not known: of a new stack everything is added. */
  readonly changes: Changes | undefined;
  /** The stack as it is, and as it is to be; `undefined` of a new one, and while its changes are not known. */
  readonly stack: StackChange | undefined;
  /** What the run itself puts into a bucket before the change set is made. */
  readonly stored: readonly StoredPlace[];
}

export interface StackChange {
  readonly live: Stack;
  readonly changes: Changes;
  readonly template: RenderedTemplate;
  readonly scope: Scope;
}

export type CheckPorts = Pick<AwsPorts, "subnets" | "exports" | "parameterStore" | "alarms" | "questions">;

export interface Means {
  readonly ask: Ask;
  readonly matters: Matters;
}

/** Any account, to see which names and ARNs there would be where it is not known. */
export const ANYWHERE = { account: "000000000000", partition: "aws" };

/** One kind of mistake that CloudFormation finds out only while it executes. */
export interface PreflightCheck {
  /** Asks only about what matters for the changes, and nothing where its types are not among them. */
  readonly run: (of: Examined, ports: CheckPorts, means: Means) => Promise<readonly Check[]>;
  /** Whether the resource, evaluated for ANYWHERE, can only be judged where the account is known: that is a question more. */
  readonly wantsAccount?: (resource: KnownResource) => boolean;
}
