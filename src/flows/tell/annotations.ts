import { causeFinding, riskFindings } from "../../report/annotations.ts";
import type { ReportView } from "../../report/view.ts";
import type { Finding } from "../../template/model.ts";
import type { StackJob } from "../job.ts";

/**
 * What a check run puts on the lines of the pull request's files: findings, the verdict's risks and the resource at
 * which a deploy failed. Only files of the checkout have lines there: not the bundled template, and not the inputs.
 */
export function annotationsOf(job: StackJob, view: ReportView): readonly Finding[] {
  const { template } = job.rendered;
  const cause = view.state.kind === "deploy-failed" ? view.state.cause : undefined;
  const all = [
    ...view.findings,
    ...riskFindings(view.verdict?.risks ?? [], template),
    ...(cause === undefined ? [] : [causeFinding(cause, template)]),
  ];
  return all.filter(({ location }) => location !== undefined && isOfCheckout(job, location.file));
}

const INPUTS: ReadonlySet<string> = new Set(["parameters", "tags", "input parameters", "input tags"]);

function isOfCheckout({ inputs, rendered }: StackJob, file: string): boolean {
  return !INPUTS.has(file) && !(inputs.template.kind === "bundled" && file === rendered.template.file);
}
