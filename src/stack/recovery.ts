import { isNestedStack } from "./eventKinds.ts";

/** What stands in the way of a stack that only a person can repair. */
export interface StuckResource {
  readonly logicalId: string;
  /** The own name of the nested stack that it is in; absent in the root stack. */
  readonly stackName?: string;
  readonly type: string;
  readonly physicalId?: string;
  /** Absent where it is not known. */
  readonly status?: string;
  /** AWS's words. */
  readonly reason?: string;
  /** Of a nested stack: somebody deletes or has deleted it. */
  readonly isDeleted?: true;
}

export interface StuckStack {
  readonly stack: string;
  readonly region: string;
  readonly status: string;
  readonly terminationProtection?: boolean;
  /** Those that failed, as far as they are known. */
  readonly stuck: readonly StuckResource[];
}

/** A way out: commands of the AWS CLI, each possible once the one before it is done, and what becomes of the stack. */
export interface Way {
  readonly commands: readonly string[];
  readonly effect: string;
}

/**
 * The ways that lead a stack out of an unrecoverable status, the one that loses least first; none for any other status.
 * Sources: the API reference of ContinueUpdateRollback (UPDATE_ROLLBACK_FAILED only; what is skipped must be in
 * UPDATE_FAILED) and DeleteStack (RetainResources and FORCE_DELETE_STACK are for DELETE_FAILED only; termination
 * protection refuses every deletion).
 */
export function waysOut(stuck: StuckStack): readonly Way[] {
  const command = (verb: string, options = "") =>
    `aws cloudformation ${verb} --region ${stuck.region} --stack-name ${stuck.stack}${options}`;
  const before = unprotecting(stuck);
  const skipped = orPlaceholder(namesToSkip(stuck.stuck.filter(canBeSkipped)));
  // What is in a nested stack cannot be retained from here: the nested stack can.
  const retained = orPlaceholder(
    stuck.stuck.flatMap(({ logicalId, stackName }) => (stackName === undefined ? [logicalId] : [])),
  );
  const lift = stuck.terminationProtection === true ? [command(LIFT)] : [];
  switch (stuck.status) {
    case "UPDATE_ROLLBACK_FAILED":
      return [
        {
          commands: [...before, command("continue-update-rollback")],
          effect: "Once the cause is out of the way, the stack goes back to its previous state",
        },
        {
          commands: [command("continue-update-rollback", ` --resources-to-skip ${skipped.join(" ")}`)],
          effect: `Or it goes back without what cannot: that stays as it is, and no longer as the template says${skipped.some(isPlaceholder) ? NAMED_SO : ""}`,
        },
      ];
    case "DELETE_FAILED":
      return [
        {
          commands: [...lift, command("delete-stack", ` --retain-resources ${retained.join(" ")}`)],
          effect: "The stack is deleted without what cannot be deleted: that stays, in no stack",
        },
        {
          commands: [...lift, command("delete-stack", " --deletion-mode FORCE_DELETE_STACK")],
          effect: "The same, without naming each",
        },
        {
          commands: [...lift, ...before, command("delete-stack")],
          effect:
            "Once the cause is out of the way, all of the stack is deleted, with the data that it holds",
        },
      ];
    case "ROLLBACK_FAILED":
      return [
        {
          commands: [...lift, ...before, command("delete-stack")],
          effect: "What is left of the creation is deleted; the next deploy creates the stack again",
        },
      ];
    case "IMPORT_ROLLBACK_FAILED":
      return [
        {
          // ContinueUpdateRollback takes only UPDATE_ROLLBACK_FAILED.
          commands: [command("describe-stack-events")],
          effect: "The events name what has to be put right by hand",
        },
      ];
    default:
      return [];
  }
}

/** Only what is in UPDATE_FAILED is skipped; what could not be created, which made the update fail, is still listed beside it. */
function canBeSkipped({ status = "UPDATE_FAILED" }: StuckResource): boolean {
  return status === "UPDATE_FAILED";
}

/**
 * The names as ContinueUpdateRollback takes them: what is in a nested stack, however deep, by that stack's own name ("Don't confuse
 * a child stack's name with its corresponding logical ID"), and a nested stack itself only where it is being deleted or was.
 */
function namesToSkip(stuck: readonly StuckResource[]): readonly string[] {
  const within = new Set(stuck.flatMap(({ stackName }) => stackName ?? []));
  const names = stuck.flatMap((resource) => {
    const { logicalId, stackName, physicalId = "", isDeleted } = resource;
    if (!isNestedStack(resource) || isDeleted === true)
      return [stackName === undefined ? logicalId : `${stackName}.${logicalId}`];
    return within.has(stackNameIn(physicalId) ?? "") ? [] : [IN_NESTED_STACK];
  });
  return [...new Set(names)];
}

/** The name in a stack's ARN: `…:stack/<name>/<id>`. */
export function stackNameIn(arn: string): string | undefined {
  return /:stack\/([^/]+)\//.exec(arn)?.[1];
}

const IN_NESTED_STACK = "<NestedStackName>.<LogicalId>";

function orPlaceholder(names: readonly string[]): readonly string[] {
  return names.length > 0 ? names : ["<LogicalId>"];
}

function isPlaceholder(name: string): boolean {
  return name.endsWith("<LogicalId>");
}

const NAMED_SO =
  ". What is in a nested stack is named with that stack's own name, as its ARN has it, and a nested stack itself only once it is deleted";

const LIFT = "update-termination-protection --no-enable-termination-protection";

/** The ways as text to act on: a sentence, then its commands, each on a line of its own. */
export function waysText(ways: readonly Way[]): string {
  return ways.map(({ commands, effect }) => `${effect}:\n${commands.join("\n")}`).join("\n");
}

/** What to do about a failed creation's stack that still has what a DeletionPolicy keeps. Plain text. */
export function emptyByHand(stack: string, region: string): string {
  return `The next deploy deletes an empty stack only. Deleting this one by hand keeps what is left, in no stack:\naws cloudformation delete-stack --region ${region} --stack-name ${stack}\n${MEETS_IT}`;
}

/** Of what a DeletionPolicy kept. */
export const MEETS_IT =
  "Where its name is fixed, the next attempt fails on it: delete it first, or set import-existing-resources: true. With DeletionPolicy: RetainExceptOnCreate a failed creation keeps nothing.";

/** What to do with a stack that was kept as it failed, where the deploy does not keep in its turn. Plain text. */
export function rollBackFirst(stack: string, region: string): string {
  return `Roll it back first, and run this job again:\n${rollbackCommand(stack, region)}\nOr set on-failure: keep, and the deploy goes on from there.`;
}

/** Brings a stack that was kept as it failed back to its last stable state (RollbackStack). */
export function rollbackCommand(stack: string, region: string): string {
  return `aws cloudformation rollback-stack --region ${region} --stack-name ${stack}`;
}

/** Turns the termination protection of a stack off. */
export function liftCommand(stack: string, region: string): string {
  return `aws cloudformation ${LIFT} --region ${region} --stack-name ${stack}`;
}

/** Turns it on again, where it was turned off for a deletion. */
export function protectAgainCommand(stack: string, region: string): string {
  return liftCommand(stack, region).replace("--no-enable", "--enable");
}

/** How a service turns off the protection of its own that refuses a deletion, by the resource's type. */
const PROTECTIONS: Readonly<Record<string, (id: string) => string>> = {
  "AWS::RDS::DBCluster": (id) =>
    `rds modify-db-cluster --db-cluster-identifier ${id} --no-deletion-protection`,
  "AWS::RDS::DBInstance": (id) =>
    `rds modify-db-instance --db-instance-identifier ${id} --no-deletion-protection --apply-immediately`,
  "AWS::RDS::GlobalCluster": (id) =>
    `rds modify-global-cluster --global-cluster-identifier ${id} --no-deletion-protection`,
  "AWS::DocDB::DBCluster": (id) =>
    `docdb modify-db-cluster --db-cluster-identifier ${id} --no-deletion-protection`,
  "AWS::Neptune::DBCluster": (id) =>
    `neptune modify-db-cluster --db-cluster-identifier ${id} --no-deletion-protection`,
  "AWS::DynamoDB::Table": (id) => `dynamodb update-table --table-name ${id} --no-deletion-protection-enabled`,
};

/** Turns the deletion protection of a resource off by its own service; `undefined` where no such command is known here. */
export function unprotectCommand(
  type: string,
  physicalId: string | undefined,
  region: string,
): string | undefined {
  const command = PROTECTIONS[type];
  return command && `aws ${command(physicalId ?? "<name>")} --region ${region}`;
}

function unprotecting({ stuck, region }: StuckStack): readonly string[] {
  return stuck.flatMap(({ type, physicalId, reason = "" }) => {
    if (!/deletion ?protect|cannot delete protected/i.test(reason)) return [];
    return unprotectCommand(type, physicalId, region) ?? [];
  });
}
