/** What may be done to a stack in a given state. */
export type Disposition =
  /** There is no stack, or only a shell without resources: a CREATE change set. */
  | { readonly kind: "create" }
  /** `kept`: a failed operation left what it had made (`on-failure: keep`); an update goes on from there. */
  | { readonly kind: "update"; readonly kept?: true }
  /** A creation was rolled back: the empty shell must be deleted first, which only a deploy may do. */
  | { readonly kind: "recreate" }
  | { readonly kind: "busy" }
  /** Only a person can decide how to go on; `recoveryCommands` says with what. */
  | { readonly kind: "unrecoverable" };

/**
 * What a stack's status allows; `undefined` means that there is no stack.
 * Source: the API reference's StackStatus and "Understand stack creation/update events"; product.md §8.
 */
export function disposition(status: string | undefined): Disposition {
  switch (status) {
    case undefined:
    case "DELETE_COMPLETE":
    // Made by a CREATE change set: no resources yet, and an UPDATE change set fails on it.
    case "REVIEW_IN_PROGRESS":
      return { kind: "create" };
    case "CREATE_COMPLETE":
    case "UPDATE_COMPLETE":
    case "UPDATE_ROLLBACK_COMPLETE":
    case "IMPORT_COMPLETE":
    case "IMPORT_ROLLBACK_COMPLETE":
      return { kind: "update" };
    case "CREATE_FAILED":
    case "UPDATE_FAILED":
      return { kind: "update", kept: true };
    case "ROLLBACK_COMPLETE":
      return { kind: "recreate" };
    // Unlike ROLLBACK_COMPLETE it still has resources, the ones that could not be deleted: never ours to delete.
    case "ROLLBACK_FAILED":
    case "UPDATE_ROLLBACK_FAILED":
    case "IMPORT_ROLLBACK_FAILED":
    case "DELETE_FAILED":
      return { kind: "unrecoverable" };
    default:
      return { kind: status.endsWith("_IN_PROGRESS") ? "busy" : "unrecoverable" };
  }
}

/**
 * The commands of the AWS CLI that lead a stack out of an unrecoverable status, likeliest first; empty for any other
 * status. `stuck` are the logical ids of the resources that stand in the way, where they are known.
 */
export function recoveryCommands(
  stack: string,
  region: string,
  status: string,
  stuck: readonly string[] = [],
): readonly string[] {
  const command = (verb: string, options = "") =>
    `aws cloudformation ${verb} --region ${region} --stack-name ${stack}${options}`;
  const resources = stuck.length > 0 ? stuck.join(" ") : "<LogicalId>";
  switch (status) {
    case "UPDATE_ROLLBACK_FAILED":
      return [
        command("continue-update-rollback"),
        command("continue-update-rollback", ` --resources-to-skip ${resources}`),
      ];
    case "DELETE_FAILED":
      return [
        command("delete-stack", ` --retain-resources ${resources}`),
        command("delete-stack", " --deletion-mode FORCE_DELETE_STACK"),
      ];
    case "ROLLBACK_FAILED":
      return [command("delete-stack")];
    case "IMPORT_ROLLBACK_FAILED":
      // ContinueUpdateRollback takes only UPDATE_ROLLBACK_FAILED; the events name what has to be put right by hand.
      return [command("describe-stack-events")];
    default:
      return [];
  }
}
