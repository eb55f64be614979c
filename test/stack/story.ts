import type { StackEvent } from "../../src/stack/model.ts";

export const ROOT = "arn:aws:cloudformation:us-east-1:123456789012:stack/app/1111";
export const CHILD = "arn:aws:cloudformation:us-east-1:123456789012:stack/app-Child-X/2222";
export const GRANDCHILD = "arn:aws:cloudformation:us-east-1:123456789012:stack/app-Child-X-Grand-Y/3333";
export const STACK = "AWS::CloudFormation::Stack";
export const START = Date.UTC(2026, 0, 5, 9);

let count = 0;

/** One event, `seconds` after nine o'clock. */
export function event(
  seconds: number,
  logicalId: string,
  status: string,
  more: Partial<StackEvent> = {},
): StackEvent {
  count += 1;
  const stackArn = more.stackArn ?? ROOT;
  return {
    id: `event-${count}`,
    stackArn,
    stackName: nameOf(stackArn),
    logicalId,
    physicalId: `${logicalId.toLowerCase()}-physical`,
    type: "AWS::SNS::Topic",
    at: START + seconds * 1000,
    status,
    ...more,
  };
}

/** An event of a stack about itself. */
export function itself(seconds: number, status: string, more: Partial<StackEvent> = {}): StackEvent {
  const stackArn = more.stackArn ?? ROOT;
  return event(seconds, nameOf(stackArn), status, { type: STACK, physicalId: stackArn, ...more });
}

/** An event of a parent stack about a nested stack. */
export function nested(
  seconds: number,
  logicalId: string,
  status: string,
  more: Partial<StackEvent> = {},
): StackEvent {
  return event(seconds, logicalId, status, { type: STACK, physicalId: CHILD, ...more });
}

/** The events with what they all share, oldest first. */
export function story(shared: Partial<StackEvent>, ...events: readonly StackEvent[]): StackEvent[] {
  return events.map((one) => ({ ...one, ...shared }));
}

function nameOf(stackArn: string): string {
  return stackArn.split("/")[1] ?? "";
}
