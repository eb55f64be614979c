import type { Stacks } from "../../ports/aws.ts";
import type { Log } from "../../ports/local.ts";
import { isLeftOpen } from "../../stack/serviceError.ts";
import type { StackJob } from "../job.ts";
import { failedResult, type RunResult } from "../result.ts";
import type { Ending } from "../tell/ending.ts";
import { logStack } from "../unexpected.ts";

/**
 * Brings the termination protection of a stack that was deployed to the state that was decided on: it has a call of its
 * own, which takes effect at once.
 */
export async function protectStack(
  job: StackJob,
  ending: Ending,
  protection: boolean | undefined,
  ports: { readonly stacks: Pick<Stacks, "setTerminationProtection">; readonly log: Log },
): Promise<Ending> {
  const { stackName } = job.inputs;
  if (protection === undefined || ending.result.result !== "deployed") return ending;
  try {
    await ports.stacks.setTerminationProtection(stackName, protection);
    ports.log.info(`Termination protection of stack ${stackName} is ${protection ? "on" : "off"} now.`);
    return ending;
  } catch (error) {
    // Whatever it is: the operation is done, and an error that ends the run would tell that nothing was executed.
    logStack(error, ports.log);
    const on = protection ? "on" : "off";
    const failed = isLeftOpen(error)
      ? `whether its termination protection is ${on} is not known`
      : `its termination protection could not be turned ${on}`;
    return unprotected(ending, failed, failedResult(error));
  }
}

/** The operation is done and the run is not: neither a success nor an operation that failed. */
function unprotected(ending: Ending, what: string, error: RunResult): Ending {
  const failed = `${what}: ${error.message}`;
  const hint = error.hint === undefined ? {} : { hint: error.hint };
  const { reasonCode = "error" } = error;
  const { state } = ending.view;
  const result: RunResult = {
    ...ending.result,
    result: "failed",
    reasonCode,
    message: `${ending.result.message} But ${failed}`,
    ...hint,
  };
  if (state.kind !== "deployed") return { ...ending, result, conclusion: "failure", mark: "begun" };
  const end = { kind: "succeeded", status: ending.result.stackStatus ?? "", tookMs: state.tookMs } as const;
  const nextStep = [`All is deployed, but ${failed}`, ...Object.values(hint)].join("\n");
  return {
    ...ending,
    view: { ...ending.view, state: { kind: "deploy-failed", end, nextStep, timeline: state.timeline } },
    result,
    conclusion: "failure",
    mark: "begun",
  };
}
