import { ActionError } from "../errors.ts";
import { poll } from "../poll.ts";
import { ServiceError } from "../stack/serviceError.ts";
import { defined } from "./decode.ts";
import type { Edge } from "./edge.ts";
import { errorKind, statusOf } from "./errorKind.ts";

const ofLostCalls = new WeakSet<object>();

/**
 * Remembers whether an answer to one of a call's attempts was lost. Its last error alone does not tell: by then the call may be
 * throttled, or the credentials may have ended.
 * @param error of one attempt
 * @param wasLost whether an answer to an earlier one was
 */
export function noteLost(error: unknown, wasLost: boolean): boolean {
  const isLost = wasLost || isLostAnswer(error);
  if (isLost && error instanceof Error) ofLostCalls.add(error);
  return isLost;
}

/**
 * Whether a call may have had its effect although it failed: an answer that got lost, to this attempt or an earlier one. One that
 * was throttled each time has done nothing.
 */
export function mayHaveArrived(error: unknown): boolean {
  return isLostAnswer(error) || (error instanceof Error && ofLostCalls.has(error));
}

function isLostAnswer(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof ActionError) return false;
  const { trouble } = errorKind(error, "");
  // What nobody knows and no answer came with: a line that broke in its own way.
  return trouble === "unavailable" || (trouble === "refused" && statusOf(error) === undefined);
}

interface LostCall {
  readonly failure: ActionError;
  /** What it was to bring about: "it is being deleted". */
  readonly what: string;
  /** Whether AWS shows that it did; `undefined` where it shows what was before. */
  readonly ask: () => Promise<boolean | undefined>;
}

/** Reads lag behind: what AWS shows right after a call can be what was before it. */
const LAG_MS = 3_000;
const LOOK_MS = 1_000;

/**
 * What became of a call whose answer is lost, as AWS shows it. Throws where it cannot be asked: `unavailable`, as the call may have
 * had its effect.
 */
export async function tookEffect(
  { clock, pace, cancel }: Pick<Edge, "clock" | "pace" | "cancel">,
  { failure, what, ask }: LostCall,
): Promise<boolean> {
  const options = { clock, delays: () => pace.pause(LOOK_MS), deadline: clock.now() + LAG_MS };
  const polled = await poll({ ...options, ...defined({ signal: cancel }) }, ask).catch(() => undefined);
  if (polled?.kind === "done") return polled.value;
  if (polled?.kind === "timed-out") return false;
  const { message, reasonCode, hint, cause } = failure;
  throw new ServiceError(`${message} Whether ${what} could not be asked either.`, {
    ...{ reasonCode, trouble: "unavailable", cause },
    ...defined({ hint }),
  });
}

/** The failure of a call that AWS shows to have had no effect. No `unavailable`, which would leave that open. */
export function withoutEffect(failure: ActionError): ActionError {
  if (!(failure instanceof ServiceError) || failure.trouble !== "unavailable") return failure;
  const { message, reasonCode, hint, cause } = failure;
  return new ActionError(message, { reasonCode, cause, ...defined({ hint }) });
}
