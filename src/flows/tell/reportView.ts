import type { ReportLinks, ReportState, ReportView } from "../../report/view.ts";
import { changeSetUrl, stackUrl } from "../../stack/console.ts";
import type { Finding } from "../../template/model.ts";
import { hasChangeSet, type Proposal } from "../change/proposalOf.ts";
import type { StackJob } from "../job.ts";

/** What a report is about: a job, or as much of one as there is where no template was rendered. */
export type Reported = Pick<StackJob, "run" | "commit" | "secrets"> & {
  readonly inputs: Pick<StackJob["inputs"], "stackName" | "region" | "label">;
  readonly rendered?: Pick<StackJob["rendered"], "findings">;
};

/** What is known beside the state. */
export interface Known {
  readonly proposal?: Proposal | undefined;
  /** Where there is no proposal to tell it. */
  readonly stackArn?: string | undefined;
  /** Beside those of the rendered template and of the proposal. */
  readonly findings?: readonly Finding[];
}

/** The report of a run in a state: all that comment, check run and summary are made from. */
export function reportView(
  { inputs, run, commit, secrets, rendered }: Reported,
  state: ReportState,
  { proposal, stackArn = proposal?.stackArn, findings = [] }: Known = {},
): ReportView {
  return {
    secrets,
    state,
    stack: inputs.stackName,
    region: inputs.region,
    ...(inputs.label === undefined ? {} : { label: inputs.label }),
    commit,
    links: {
      run: run.url,
      ...link("stack", stackArn && stackUrl(stackArn)),
      ...(proposal !== undefined && hasChangeSet(proposal)
        ? link("changeSet", changeSetUrl(proposal.stackArn, proposal.changeSetArn))
        : {}),
    },
    findings: [...(rendered?.findings ?? []), ...(proposal?.findings ?? []), ...findings],
    history: [],
    ...(proposal === undefined
      ? {}
      : {
          ...{ changes: proposal.shown, verdict: proposal.verdict, digest: proposal.digest.digest },
          ...(proposal.estimate === undefined ? {} : { estimate: proposal.estimate }),
        }),
  };
}

function link(name: "stack" | "changeSet", url: string | undefined): Partial<ReportLinks> {
  return url === undefined || url === "" ? {} : { [name]: url };
}
