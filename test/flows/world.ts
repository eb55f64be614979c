import { type Digest, digestOf } from "../../src/changes/digest.ts";
import type { Item, Items } from "../../src/changes/items/model.ts";
import { fittingClaims, type RecordOrigin, recordText } from "../../src/changes/review/record.ts";
import { checkName, type StackJob, type WorkflowRun } from "../../src/flows/job.ts";
import { parseInputs } from "../../src/inputs.ts";
import type { CheckConclusion, Checks } from "../../src/ports/github.ts";
import type { Log } from "../../src/ports/local.ts";
import { openSecrets } from "../../src/secrets/secrets.ts";

export const silent: Log = {
  info: () => undefined,
  debug: () => undefined,
  notice: () => undefined,
  warning: () => undefined,
  error: () => undefined,
  group: (_, work) => work(),
};

export const run: WorkflowRun = {
  id: "9",
  attempt: 1,
  url: "https://github.test/acme/app/actions/runs/9",
  repository: "acme/app",
  repositoryId: "1001",
  number: "9",
  sha: "c".repeat(40),
};

/** A job for flows that never look at the template. */
export function jobOf(given: Readonly<Record<string, string>>, commit = "c".repeat(40)): StackJob {
  const all: Readonly<Record<string, string>> = { template: "stack.json", "stack-name": "app", ...given };
  const { inputs, problems } = parseInputs((name) => all[name] ?? "", "us-east-1");
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return {
    inputs,
    secrets: openSecrets(),
    rendered: { findings: [] } as unknown as StackJob["rendered"],
    run,
    commit,
    commits: [commit],
    deadline: 3_600_000,
    cancel: new AbortController().signal,
  };
}

/** Where everything here goes. */
export const target = { stack: "app", region: "us-east-1", account: "123456789012" } as const;

const MODIFY = '{"action":"Modify","policyAction":null,"replacement":"False","type":"AWS::SQS::Queue"}';

/** Items as a change of a queue's time-out makes them. */
export const queueItems: Items = new Map([
  ["resource Queue", { before: null, after: null, how: MODIFY }],
  ["definition Queue /Properties/VisibilityTimeout", change("30", "60")],
]);

/** What another pull request might change. */
export const sizeItems: Items = new Map([["parameter Size", change('"1"', '"2"')]]);

export function change(before: string | null, after: string | null): Item {
  return { before, after, how: null };
}

export interface Recorded {
  readonly changeSetArn?: string | undefined;
  readonly conclusion?: CheckConclusion;
  /** What the record claims, where it is not what is so. */
  readonly claims?: Partial<RecordOrigin>;
}

interface PreviewedPull {
  readonly number: number;
  readonly headSha: string;
  readonly base: string;
  readonly forkedFrom: string;
}

/** Leaves a record of these items on a head, as a preview does; answers its digest. */
export async function record(
  { checks }: { readonly checks: Checks },
  job: StackJob,
  pull: PreviewedPull,
  items: Items = queueItems,
  { changeSetArn, conclusion = "success", claims = {} }: Recorded = {},
): Promise<string> {
  const digest: Digest = digestOf(claims.target ?? target, items);
  const origin: RecordOrigin = {
    repository: job.run.repositoryId,
    target,
    pullRequest: pull.number,
    base: pull.base,
    baseCommit: pull.forkedFrom,
    head: pull.headSha,
    madeAt: 0,
    input: "i",
    ...(changeSetArn === undefined ? {} : { changeSetArn }),
    ...claims,
  };
  await checks.create(pull.headSha, checkName(job.inputs), {
    externalId: digest.digest,
    status: "completed",
    conclusion,
    title: "1 modify",
    summary: "the preview",
    text: recordText(fittingClaims({ digest, origin, shown: items }), undefined),
    annotations: [],
  });
  return digest.digest;
}
