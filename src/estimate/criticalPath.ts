import { inTurn, NOTHING, type Span, sideBySide } from "./span.ts";
import type { Step } from "./task.ts";

/**
 * How long it takes until all steps are done, each begun when all that it waits for is: the longest chain. Steps that nobody
 * has are no wait, and a step that waits for itself does not.
 */
export function criticalPath(steps: readonly Step[]): Span {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const ends = new Map<string, Span>();
  for (const { key } of steps) settle(key, byKey, ends);
  return sideBySide(...ends.values());
}

/** Works out a step's end, after those of the steps that it waits for; with a trail of its own, for chains can be long. */
function settle(key: string, byKey: ReadonlyMap<string, Step>, ends: Map<string, Span>): void {
  const trail = [key];
  const onTrail = new Set(trail);
  for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
    const step = byKey.get(top);
    const open = step?.after.find((other) => byKey.has(other) && !ends.has(other) && !onTrail.has(other));
    if (open !== undefined) {
      trail.push(open);
      onTrail.add(open);
      continue;
    }
    const waits = (step?.after ?? []).map((other) => ends.get(other) ?? NOTHING);
    if (step !== undefined && !ends.has(top)) ends.set(top, inTurn(sideBySide(...waits), step.span));
    onTrail.delete(top);
    trail.pop();
  }
}
