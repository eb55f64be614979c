import type { ReportView } from "../report/view.ts";
import { changeSetUrl, stackUrl } from "../stack/console.ts";
import type { StackJob } from "./job.ts";

/** The parts that every view of a job has. */
export function reportBase(
  job: StackJob,
  stackArn: string | undefined,
  changeSetArn: string | undefined,
): Omit<ReportView, "state"> {
  const stack = stackArn === undefined ? undefined : stackUrl(stackArn);
  const changeSet =
    stackArn === undefined || changeSetArn === undefined ? undefined : changeSetUrl(stackArn, changeSetArn);
  return {
    stack: job.inputs.stackName,
    region: job.inputs.region,
    commit: job.commit,
    links: {
      run: job.run.url,
      ...(changeSet === undefined ? {} : { changeSet }),
      ...(stack === undefined ? {} : { stack }),
    },
    findings: job.rendered.findings,
    history: [],
  };
}
