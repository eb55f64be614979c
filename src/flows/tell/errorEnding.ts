import type { Log } from "../../ports/local.ts";
import type { Doing } from "../../report/doing.ts";
import type { ReportState } from "../../report/view.ts";
import { endText, failedResult, type RunResult } from "../result.ts";
import type { Ending } from "./ending.ts";
import { type Reported, reportView } from "./reportView.ts";

/**
 * What a run comes to that an error ended: worded from what was being done. In a deploy a doubt about the review blocks.
 * A deploy whose operation may have begun is no business of this: its end is the operation's (`execution.ts`).
 */
export function errorEnding(reported: Reported, error: unknown, doing: Doing): Ending {
  const result = failedResult(error);
  const { message, hint, reasonCode = "error" } = result;
  const next = hint === undefined ? {} : { hint };
  const state: ReportState =
    result.result === "blocked" && doing === "deploy"
      ? { kind: "blocked", reason: reasonCode, explanation: message, delta: [], ...next }
      : { kind: "failed", doing, failure: { message, reasonCode, ...next } };
  return {
    view: reportView(reported, state),
    result,
    conclusion: reasonCode === "cancelled" ? "cancelled" : "failure",
  };
}

/**
 * Says how a failed run ends as soon as that is known: telling GitHub can take long, or never come to an end. Whatever is
 * written after it, the exit says it once more at the end.
 */
export function logFailure(result: RunResult, log: Pick<Log, "error">): void {
  if (result.result === "failed" || result.result === "blocked") log.error(endText(result));
}
