import type { LegEnd, StepEnd } from "../../sandbox/workflows/results.ts";

/** As much of a job's end as is told of it. */
export interface EndedJob {
  readonly conclusion: string;
  readonly steps: readonly Pick<StepEnd, "uses" | "outputs">[];
}

/** As much of a run's end. */
export interface EndedJobs {
  readonly jobs: Readonly<
    Record<
      string,
      EndedJob & { readonly legs?: readonly (EndedJob & { readonly matrix: LegEnd["matrix"] })[] }
    >
  >;
}

/** What became of each job, of each leg where it has a matrix: the action's result and reason, or else the job's own. */
export function jobsTold({ jobs }: EndedJobs): Readonly<Record<string, string>> {
  const each = Object.entries(jobs).flatMap(([id, end]) =>
    end.legs === undefined
      ? [[id, resultOf(end)] as const]
      : end.legs.map((leg) => [`${id}: ${legName(leg.matrix)}`, resultOf(leg)] as const),
  );
  return Object.fromEntries(each);
}

function legName(matrix: LegEnd["matrix"]): string {
  const { stage, label, region } = matrix;
  return String(stage ?? [matrix["stack-name"], ...(label === undefined ? [] : [label, region])].join(" "));
}

function resultOf({ conclusion, steps }: EndedJob): string {
  const { "deploy-result": result, "reason-code": reason = "" } = steps.find(isOurs)?.outputs ?? {};
  return result === undefined ? conclusion : [result, ...(reason === "" ? [] : [reason])].join(" ");
}

/** Whether a step is one of this action. */
export function isOurs({ uses }: Pick<StepEnd, "uses">): boolean {
  return uses?.startsWith("org/aurora-deploy-action@") === true;
}
