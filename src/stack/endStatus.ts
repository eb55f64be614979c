import { ABOUT_TO_START, NOT_STARTED, type OperationEnd } from "./model.ts";

/**
 * The stack's status as an operation left it, for others to go by: CloudFormation's word for it, or `unknown` where something
 * was begun, or may have been, and it is not known what became of it.
 * @param before the status where nothing was begun, as far as it is known
 */
export function statusAfter<Before extends string | undefined>(
  end: OperationEnd,
  before: Before,
): string | Before {
  if (end.kind === "lost-sight" || end.status === ABOUT_TO_START) return "unknown";
  return end.status === NOT_STARTED ? before : end.status;
}
