import { type Changes, resourceKey } from "../../changes/model.ts";
import { disposition } from "../../stack/disposition.ts";
import type { Stack } from "../../stack/model.ts";
import { rollbackCommand } from "../../stack/recovery.ts";
import type { Finding } from "../../template/model.ts";
import type { StackJob } from "../job.ts";

/**
 * What a reviewer should know of replacements that are deployed with rollback disabled. CloudFormation fails each of them, in an
 * executed change set as in a direct update: "Immutable update types aren't supported" ("Choose how to handle failures when
 * provisioning resources"; sam-cli#4164, aws-cdk#30546, cdk-cli#1931). No more than a warning, for CloudFormation is said to lift
 * that (cdk-cli#1970), and nothing tells whether it has.
 * @param live the stack as it is
 */
export function keepFindings(
  { inputs }: StackJob,
  live: Stack | undefined,
  { resources }: Pick<Changes, "resources">,
): readonly Finding[] {
  const replaced = resources.filter(
    ({ action, replacement }) =>
      action === "Modify" && (replacement === "True" || replacement === "Conditional"),
  );
  if (inputs.onFailure !== "keep" || live === undefined || replaced.length === 0) return [];
  const verb = replaced.some(({ replacement }) => replacement === "True") ? "replaces" : "may replace";
  const named = replaced.slice(0, MOST_NAMED).map(resourceKey).join(", ");
  const more = replaced.length > MOST_NAMED ? ` and ${replaced.length - MOST_NAMED} more` : "";
  const message = `Replacement with on-failure: keep: this ${verb} ${named}${more}, and with rollback disabled CloudFormation fails that ("Replacement type updates not supported on stack with disable-rollback"); the stack then stays as it is by then, in UPDATE_FAILED. ${remedy(inputs, live)}`;
  return [{ level: "warning", message }];
}

/** A stack that is kept takes no deploy that rolls back: it is rolled back first. */
function remedy({ region }: StackJob["inputs"], { name, status }: Stack): string {
  const state = disposition(status);
  const isKept = state.kind === "update" && state.kept === true;
  return isKept
    ? `Roll the stack back (${rollbackCommand(name, region)}), then deploy this with on-failure: rollback.`
    : "Deploy this with on-failure: rollback.";
}

const MOST_NAMED = 5;
