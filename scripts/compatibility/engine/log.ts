import type { EndedJob } from "../../../test/e2e/workflows/telling.ts";
import type { Workflow } from "../../../test/sandbox/workflows/model.ts";

/** A line of act's log with `--json --verbose`. */
export interface Entry {
  readonly level: string;
  readonly msg: string;
  /** `<workflow>/<name of the job>`, filled up with spaces. */
  readonly job?: string;
  readonly jobID?: string;
  readonly matrix?: Readonly<Record<string, unknown>>;
  readonly jobResult?: string;
  /** The step's id or its place among the job's; longer where the step is in a composite action. */
  readonly stepID?: readonly string[];
  readonly stage?: string;
  readonly stepResult?: string;
  /** `set-output`, with `name` and `arg`. */
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
}

/** The lines of the log; what is no JSON, as act's own troubles at the start, is a line without a job. */
export function readLog(text: string): readonly Entry[] {
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line) => {
    if (!line.startsWith("{")) return { level: "info", msg: line };
    const entry = JSON.parse(line) as Entry;
    return { ...entry, msg: entry.msg.trimEnd() };
  });
}

/** What act's log says of each job of the workflow, and of each leg where the job has a matrix. */
export function jobsIn(workflow: Workflow, entries: readonly Entry[]) {
  const jobs = Object.keys(workflow.jobs).map((id) => {
    const legs = [...Map.groupBy(ofJob(id, entries), ({ matrix }) => JSON.stringify(matrix))].map(
      ([matrix, ofLeg]) => ({ ...ended(workflow, id, ofLeg), matrix: JSON.parse(matrix) as object }),
    );
    const [only] = legs;
    // A job that is skipped has no legs, whatever its matrix.
    const isOne = workflow.jobs[id]?.strategy === undefined || legs.every(isSkipped);
    if (only === undefined) return [id, { conclusion: NOT_TOLD, steps: [] }] as const;
    return [id, isOne ? { ...only, matrix: {} } : { ...only, legs }] as const;
  });
  return { jobs: Object.fromEntries(jobs) };
}

/** What is said of a job that act's log does not say how it ended. */
export const NOT_TOLD = "not told of";

function ofJob(id: string, entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ jobID }) => jobID === id);
}

function isSkipped({ conclusion }: EndedJob): boolean {
  return conclusion === "skipped";
}

function ended(workflow: Workflow, jobId: string, entries: readonly Entry[]): EndedJob {
  const steps = (workflow.jobs[jobId]?.steps ?? []).map(({ id, uses }, index) => {
    const own = entries.filter(
      ({ stepID, stage }) => stepID?.length === 1 && stepID[0] === (id ?? String(index)) && stage === "Main",
    );
    const outputs = own.filter(({ command }) => command === "set-output");
    return {
      ...(uses === undefined ? {} : { uses }),
      result: own.find(({ stepResult }) => stepResult !== undefined)?.stepResult,
      outputs: Object.fromEntries(outputs.map(({ name = "", arg = "" }) => [name, arg])),
    };
  });
  const own = entries.find(({ jobResult }) => jobResult !== undefined)?.jobResult;
  if (own === undefined || own === "skipped") return { conclusion: own ?? NOT_TOLD, steps: [] };
  // Of a matrix act knows one result, which a leg that fails gives to those that end after it.
  const isAlone = workflow.jobs[jobId]?.strategy === undefined;
  const isWell = steps.every(({ result }) => result === "success" || result === "skipped");
  return { conclusion: isWell && !(isAlone && own === "failure") ? "success" : "failure", steps };
}
