import type { StackResource } from "../changes/request.ts";
import { isMadeNestedStack } from "../stack/eventKinds.ts";

/** A nested stack that is there, by its ARN. */
export interface NestedStack {
  readonly logicalId: string;
  readonly arn: string;
}

/** The nested stacks among a stack's resources. One that was deleted is gone. */
export function nestedStacksIn(resources: readonly StackResource[]): readonly NestedStack[] {
  return resources
    .filter((resource) => isMadeNestedStack(resource) && resource.status !== "DELETE_COMPLETE")
    .map(({ logicalId, physicalId = "" }) => ({ logicalId, arn: physicalId }));
}
