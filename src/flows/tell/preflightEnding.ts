import type { ReportState } from "../../report/view.ts";
import type { Finding } from "../../template/model.ts";
import type { Proposal } from "../change/proposalOf.ts";
import type { StackJob } from "../job.ts";
import type { RunResult } from "../result.ts";
import { type Ending, proposalOutputs } from "./ending.ts";
import { reportView } from "./reportView.ts";

/** Whether something was found that would make the deploy fail. */
export function isStopped(findings: readonly Finding[]): boolean {
  return findings.some(({ level }) => level === "error");
}

/** What a preview or a deploy says that the preflight stops. The changes are shown with it: they can still be read. */
export function preflightEnding(job: StackJob, proposal: Proposal, findings: readonly Finding[]): Ending {
  const errors = findings.filter(({ level }) => level === "error");
  const explanation = `A check before the deploy failed: ${errors.map(sentence).join(" ")}`;
  const state: ReportState = {
    kind: "blocked",
    reason: "preflight",
    explanation: SHORT,
    delta: [],
    hint: HINT,
  };
  const result: RunResult = {
    result: "blocked",
    reasonCode: "preflight",
    message: explanation,
    hint: HINT,
    ...proposalOutputs(proposal),
  };
  return { view: reportView(job, state, { proposal, findings }), result, conclusion: "failure" };
}

const SHORT = "A check before the deploy found what CloudFormation would fail on while it executes.";
const HINT = "Correct what was found. If the check itself is wrong, preflight: false goes on without it.";

function sentence({ logicalId, message }: Finding): string {
  return logicalId === undefined ? message : `${logicalId}: ${message}`;
}
