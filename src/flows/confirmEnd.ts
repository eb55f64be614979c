import { isInProgress } from "../stack/eventKinds.ts";
import type { Stack } from "../stack/model.ts";
import { isTerminal, type Operation } from "../stack/operation.ts";
import { ServiceError } from "../stack/serviceError.ts";
import { lookAtAll, type Sight } from "./look.ts";
import type { WatchPorts, WatchRequest } from "./watch.ts";

/** DescribeStacks and the lists of events lag by seconds; asked so often (6 s) before their answer is taken as it is. */
const ASKED_AT_MOST = 6;

export type Confirmed =
  | { readonly kind: "ended"; readonly sight: Sight; readonly stack: Stack | undefined }
  /** The operation goes on: a rollback followed on what looked like its end. */
  | { readonly kind: "goes-on"; readonly sight: Sight };

/**
 * After the root stack's terminal event: a final read of all events, and the stack itself, asked again while it is told
 * in an older state (its outputs would be the old ones) or events are missing. `CREATE_FAILED` and `UPDATE_FAILED` are an end only where the
 * stack stays in them.
 */
export async function confirmEnd(
  before: Sight,
  request: WatchRequest,
  ports: WatchPorts,
): Promise<Confirmed> {
  let sight = before;
  for (let asked = 1; ; asked++) {
    const [seen, stack] = await Promise.all([lookAtAll(sight, request, ports), describe(request, ports)]);
    sight = { ...seen, trouble: undefined };
    const { end } = sight.operation;
    if (end === undefined) return { kind: "goes-on", sight };
    if (stack !== "unknown" && isAsTold(stack, end.status) && isComplete(sight.operation))
      return { kind: "ended", sight, stack };
    if (asked >= ASKED_AT_MOST) return taken(sight, end.status, stack, ports);
    await ports.clock.sleep(400 * asked, request.cancel);
  }
}

function taken(
  sight: Sight,
  status: string,
  stack: Stack | undefined | "unknown",
  ports: WatchPorts,
): Confirmed {
  if (stack === "unknown" || !isAsTold(stack, status)) {
    if (isKept(status) && stack !== "unknown" && isInProgress(stack?.status ?? ""))
      return { kind: "goes-on", sight };
    ports.log.warning(`The operation ended ${status}, but the stack cannot be read in that state yet.`);
  }
  return { kind: "ended", sight, stack: stack === "unknown" ? undefined : stack };
}

/** Whether all that began has ended: otherwise events are still to be listed. */
function isComplete({ stackArn, stacks, open }: Operation): boolean {
  const unfinished = [...stacks].some(
    ([arn, { status }]) => arn !== stackArn && status && !isTerminal(status),
  );
  return open.size === 0 && !unfinished;
}

async function describe(request: WatchRequest, ports: WatchPorts): Promise<Stack | undefined | "unknown"> {
  try {
    return await ports.stacks.describe(request.stackArn);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    ports.log.debug(error.message);
    return "unknown";
  }
}

function isAsTold(stack: Stack | undefined, status: string): boolean {
  return stack === undefined ? status === "DELETE_COMPLETE" : stack.status === status;
}

function isKept(status: string): boolean {
  return status === "CREATE_FAILED" || status === "UPDATE_FAILED";
}
