import { ActionError } from "../../errors.ts";
import type { Estimate } from "../../estimate/estimate.ts";
import { type History, historyOf, NO_HISTORY } from "../../estimate/history.ts";
import type { Stacks } from "../../ports/aws.ts";
import type { Clock, Log } from "../../ports/local.ts";
import { nestedStackArn } from "../../stack/eventKinds.ts";
import type { Stack, StackEvent } from "../../stack/model.ts";
import { timeline } from "../../stack/timeline.ts";

/** What earlier operations of a stack tell; `unread` says why it is nothing where there should be something. */
export interface Earlier extends Pick<Estimate, "unread"> {
  readonly history: History;
}

interface EarlierPorts {
  readonly stacks: Pick<Stacks, "newestEvents">;
  readonly clock: Clock;
  readonly log: Log;
}

/** Nobody waits longer for it than this, once all else is there. */
const BLINK_MS = 250;

/**
 * Begins to read how long this stack's resources took before, beside what a change set takes anyway; what it answers gives
 * what is there by then. It costs one call, and one more where there are nested stacks. Whatever goes wrong with it fails nothing.
 */
export function earlierOperations(live: Stack | undefined, ports: EarlierPorts): () => Promise<Earlier> {
  let known: Earlier | undefined;
  const reading = readEarlier(live, ports).then((earlier) => {
    known = earlier;
    return earlier;
  });
  // It is thrown where it is waited for, and that may never be.
  reading.catch(() => undefined);
  return async () => {
    if (known !== undefined) return known;
    const over = new AbortController();
    const late = ports.clock.sleep(BLINK_MS, over.signal).then(() => LATE);
    const earlier = await Promise.race([reading, late]);
    over.abort();
    return earlier;
  };
}

const LATE: Earlier = { history: NO_HISTORY, unread: "failed" };

async function readEarlier(live: Stack | undefined, ports: EarlierPorts): Promise<Earlier> {
  if (live === undefined) return { history: NO_HISTORY };
  try {
    const root = await ports.stacks.newestEvents(live.arn);
    const nested = slowestNested(root);
    const inside = nested === undefined ? [] : await ports.stacks.newestEvents(nested);
    return { history: historyOf([...root, ...inside]) };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    ports.log.debug(`The stack's earlier operations cannot be read: ${error.message}`);
    return { history: NO_HISTORY, unread: error.reasonCode === "access-denied" ? "denied" : "failed" };
  }
}

/** The nested stack on which the earlier operations waited longest. */
function slowestNested(events: readonly StackEvent[]): string | undefined {
  const nested = new Set(events.map(nestedStackArn).filter((arn) => arn !== undefined));
  const rows = timeline(events).filter(({ physicalId }) => nested.has(physicalId ?? ""));
  const took = ({ startedAt, endedAt = startedAt }: (typeof rows)[number]) => endedAt - startedAt;
  return rows.toSorted((a, b) => took(b) - took(a))[0]?.physicalId;
}
