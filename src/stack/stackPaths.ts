import { nestedStackArn } from "./eventKinds.ts";
import type { StackEvent } from "./model.ts";

/** The logical ids that lead to each nested stack that the events tell of, by its ARN. Any order of events will do. */
export function stackPaths(events: readonly StackEvent[]): ReadonlyMap<string, readonly string[]> {
  const parents = new Map<string, StackEvent>();
  for (const event of events) {
    const nested = nestedStackArn(event);
    if (nested !== undefined) parents.set(nested, event);
  }
  const pathOf = (stackArn: string): readonly string[] => {
    const parent = parents.get(stackArn);
    return parent === undefined ? [] : [...pathOf(parent.stackArn), parent.logicalId];
  };
  return new Map([...parents.keys()].map((arn) => [arn, pathOf(arn)]));
}
