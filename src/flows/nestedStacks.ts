import type { StackResource } from "../changes/request.ts";
import { isNestedStack } from "../stack/eventKinds.ts";

/** A nested stack that is there, by its ARN. */
export interface NestedStack {
  readonly logicalId: string;
  readonly arn: string;
}

/** The nested stacks among a stack's resources. One that failed before it was made has no ARN, one that was deleted is gone. */
export function nestedStacksIn(resources: readonly StackResource[]): readonly NestedStack[] {
  return resources.flatMap(({ type, logicalId, physicalId = "", status }) =>
    isNestedStack({ type }) && physicalId.startsWith("arn:") && status !== "DELETE_COMPLETE"
      ? [{ logicalId, arn: physicalId }]
      : [],
  );
}
