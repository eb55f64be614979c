import { type Digest, digestOf } from "../../src/changes/digest.ts";
import type { Changes } from "../../src/changes/model.ts";
import { encodeRecord } from "../../src/changes/record.ts";
import { openSecrets } from "../../src/changes/secrets.ts";
import { checkName, type StackJob } from "../../src/flows/job.ts";
import type { CheckConclusion, Checks, Log } from "../../src/flows/ports.ts";
import { parseInputs } from "../../src/inputs.ts";
import { changes } from "../changes/examples.ts";

export const silent: Log = {
  info: () => undefined,
  debug: () => undefined,
  notice: () => undefined,
  warning: () => undefined,
  error: () => undefined,
  group: (_, work) => work(),
};

/** A job for flows that never look at the template. */
export function jobOf(given: Readonly<Record<string, string>>, commit = "c".repeat(40)): StackJob {
  const all: Readonly<Record<string, string>> = { template: "stack.json", "stack-name": "app", ...given };
  const { inputs, problems } = parseInputs((name) => all[name] ?? "", "us-east-1");
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return {
    inputs,
    rendered: { findings: [] } as unknown as StackJob["rendered"],
    secrets: openSecrets(),
    run: { id: "9", attempt: 1, url: "https://github.test/acme/app/actions/runs/9", repository: "acme/app" },
    commit,
    deadline: 3_600_000,
    cancel: new AbortController().signal,
  };
}

export interface Recorded {
  readonly changeSetArn?: string | undefined;
  readonly conclusion?: CheckConclusion;
}

/** Leaves a record of these changes on a head, as a preview does; answers its digest. */
export async function record(
  { checks }: { readonly checks: Checks },
  job: StackJob,
  { headSha }: { readonly headSha: string },
  given: Partial<Changes> = {},
  { changeSetArn, conclusion = "success" }: Recorded = {},
): Promise<string> {
  const shown = { ...changes, ...given };
  const made: Digest = digestOf(shown);
  await checks.create(headSha, checkName(job.inputs), {
    externalId: made.digest,
    status: "completed",
    conclusion,
    title: "1 modify",
    summary: "the preview",
    text: encodeRecord(made, shown, { changeSetArn, input: "i" }),
    annotations: [],
  });
  return made.digest;
}
