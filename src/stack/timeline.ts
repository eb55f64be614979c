import { chronological, isInProgress, isStackItself, resourceOf } from "./eventKinds.ts";
import type { ResourceProgress, StackEvent } from "./model.ts";
import { stackPaths } from "./stackPaths.ts";

/**
 * What each resource went through in an operation, by start. A resource has a row for each of its phases: one that was
 * updated and then rolled back has two. The stacks themselves have none; nested stacks do, as resources.
 * Takes an operation's events in any order.
 */
export function timeline(events: readonly StackEvent[]): readonly ResourceProgress[] {
  const paths = stackPaths(events);
  const open = new Map<string, ResourceProgress>();
  const rows: ResourceProgress[] = [];
  for (const event of chronological(events.toReversed())) {
    if (isStackItself(event) || event.hook !== undefined) continue;
    const key = resourceOf(event);
    const phase = openPhase(open.get(key), event, paths.get(event.stackArn) ?? []);
    if (isInProgress(event.status)) {
      open.set(key, phase);
    } else {
      open.delete(key);
      rows.push(closePhase(phase, event));
    }
  }
  return [...rows, ...open.values()].sort((a, b) => a.startedAt - b.startedAt);
}

/** The phase that an event opens, or goes on with where `before` is still open. */
export function openPhase(
  before: ResourceProgress | undefined,
  event: StackEvent,
  stackPath: readonly string[],
): ResourceProgress {
  const physicalId = event.physicalId ?? before?.physicalId;
  return {
    stackPath,
    logicalId: event.logicalId,
    type: event.type,
    ...(physicalId === undefined ? {} : { physicalId }),
    status: event.status,
    startedAt: before?.startedAt ?? event.at,
  };
}

/** The phase at its end. */
function closePhase(phase: ResourceProgress, event: StackEvent): ResourceProgress {
  return { ...phase, status: event.status, endedAt: event.at };
}
