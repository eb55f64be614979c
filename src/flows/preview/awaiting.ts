import type { Audience } from "../../audience.ts";
import { headline } from "../../report/headline.ts";
import type { Proposed } from "../change/propose.ts";
import type { StackJob } from "../job.ts";
import type { Exporter, StackPorts } from "../stackPorts.ts";
import { reportView } from "../tell/reportView.ts";
import type { PreviewEnding } from "./previewEnding.ts";

/** CloudFormation's words for a value that no stack exports (yet). */
const NO_EXPORT = /No export named (\S+) found/;

/** An export that the stack lacks, and who makes it in an earlier wave. */
export interface Awaited {
  readonly name: string;
  readonly by: Exporter;
}

/** What a change set was refused for, if it is an export that another stack of the same pull request makes before. */
export async function awaitedBy(
  proposed: Proposed,
  audience: Audience,
  { exporterOf }: Pick<StackPorts, "exporterOf">,
): Promise<Awaited | undefined> {
  if (proposed.kind !== "failed" || audience.kind !== "pull-request") return undefined;
  const name = NO_EXPORT.exec(proposed.failure.reason)?.[1];
  const by = name === undefined ? undefined : await exporterOf?.(name);
  return name === undefined || by === undefined ? undefined : { name, by };
}

/**
 * There is no change set yet, which is nobody's fault: the step passes. Nothing is recorded, so that the deploy after that
 * wave is blocked, with the digest of what it would do.
 */
export function awaitingEnding(
  job: StackJob,
  { failure }: Extract<Proposed, { kind: "failed" }>,
  { name, by }: Awaited,
): PreviewEnding {
  const view = reportView(job, { kind: "awaiting", name, by }, { stackArn: failure.stackArn });
  return {
    view,
    result: {
      result: "previewed",
      reasonCode: "unreviewed",
      message: `${headline(view)}: ${name} will be exported by ${by.stack} in wave ${by.wave}.`,
      hint: "Its deploy after that wave is blocked, and names the digest to approve. To review it here, merge the exporting stack first, in a pull request of its own.",
      hasChanges: true,
    },
    conclusion: "neutral",
    proposal: undefined,
    changeSetArn: failure.arn,
    lines: [],
  };
}
