import type { StackEvent } from "./model.ts";

const STACK_TYPE = "AWS::CloudFormation::Stack";

/** Whether it is a stack within another. */
export function isNestedStack({ type }: Pick<StackEvent, "type">): boolean {
  return type === STACK_TYPE;
}

/** Whether it is one, and is there: one that failed before it was made has no ARN. */
export function isMadeNestedStack(resource: Pick<StackEvent, "type" | "physicalId">): boolean {
  return isNestedStack(resource) && resource.physicalId?.startsWith("arn:") === true;
}

/** Whether the event is about the stack that it was read from, not about one of its resources. */
export function isStackItself(event: StackEvent): boolean {
  return event.type === STACK_TYPE && event.physicalId === event.stackArn;
}

/** The ARN of the nested stack that the event is about, if it is about one. */
export function nestedStackArn(event: StackEvent): string | undefined {
  // A nested stack that failed before it was made has no ARN.
  if (event.type !== STACK_TYPE || isStackItself(event) || !event.physicalId?.startsWith("arn:"))
    return undefined;
  return event.physicalId;
}

export function isInProgress(status: string): boolean {
  return status.endsWith("_IN_PROGRESS");
}

export function isFailed(status: string): boolean {
  return status.endsWith("_FAILED");
}

/** One resource of one stack: logical ids repeat across nested stacks. */
export function resourceOf(event: StackEvent): string {
  return `${event.stackArn} ${event.logicalId}`;
}

/** Oldest first. AWS answers newest first, and events of one millisecond keep AWS's order. */
export function chronological(newestFirst: readonly StackEvent[]): StackEvent[] {
  return newestFirst.toReversed().sort((a, b) => a.at - b.at);
}
