import type { ReportLinks, ReportView } from "../report/view.ts";
import { changeSetUrl, stackUrl } from "../stack/console.ts";
import type { StackJob } from "./job.ts";

type Reported = Pick<StackJob, "run" | "commit" | "secrets"> & {
  readonly inputs: Pick<StackJob["inputs"], "stackName" | "region" | "label">;
};

/** The parts of a view that need neither a rendered template nor a change set. */
export function viewBase(
  { inputs, run, commit, secrets }: Reported,
  stackArn?: string,
): Omit<ReportView, "state"> {
  return {
    secrets,
    stack: inputs.stackName,
    region: inputs.region,
    ...(inputs.label === undefined ? {} : { label: inputs.label }),
    commit,
    links: { run: run.url, ...link("stack", stackArn && stackUrl(stackArn)) },
    findings: [],
    history: [],
  };
}

/** The parts that every view of a job with a rendered template has. */
export function reportBase(
  job: StackJob,
  stackArn: string | undefined,
  changeSetArn: string | undefined,
): Omit<ReportView, "state"> {
  const base = viewBase(job, stackArn);
  const changeSet = stackArn && changeSetArn && changeSetUrl(stackArn, changeSetArn);
  return {
    ...base,
    links: { ...base.links, ...link("changeSet", changeSet) },
    findings: job.rendered.findings,
  };
}

function link(name: "stack" | "changeSet", url: string | undefined): Partial<ReportLinks> {
  return url === undefined || url === "" ? {} : { [name]: url };
}
