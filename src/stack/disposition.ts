/** What may be done to a stack in a given state. */
export type Disposition =
  /** There is no stack, or only a shell without resources: a CREATE change set. */
  | { readonly kind: "create" }
  /**
   * `kept`: a failed operation left what it had made (`on-failure: keep`). An update goes on from there only if it keeps, too:
   * any other is refused until the stack is rolled back (aws-cli#6368, amazon.aws#1655; the CDK's `failpaused-need-rollback-first`).
   */
  | { readonly kind: "update"; readonly kept?: true }
  /** A creation was rolled back: the empty shell must be deleted first, which only a deploy may do. */
  | { readonly kind: "recreate" }
  | { readonly kind: "busy" }
  /** Only a person can decide how to go on; `waysOut` says with what. */
  | { readonly kind: "unrecoverable" };

/**
 * What a stack's status allows; `undefined` means that there is no stack.
 * Source: the API reference's StackStatus and "Understand stack creation/update events"; docs/engine.md, "States".
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
