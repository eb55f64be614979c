import { describeChanges } from "../changes/describe.ts";
import { type Digest, digestOf } from "../changes/digest.ts";
import type { ChangeSet, ChangeSetType, Changes } from "../changes/model.ts";
import type { ReviewRecord } from "../changes/record.ts";
import { redact } from "../changes/redaction.ts";
import { type Acknowledgement, judge, type Verdict } from "../changes/verdict.ts";
import { ActionError } from "../errors.ts";
import { arnParts } from "../stack/console.ts";
import { disposition } from "../stack/disposition.ts";
import type { Stack } from "../stack/model.ts";
import type { ChangeSetRequest, PreparedChangeSet } from "../stack/request.ts";
import type { Finding, JsonObject, ResolvedParameter } from "../template/model.ts";
import { parseTemplate } from "../template/parse.ts";
import { type ChangeSetOrigin, changeSetRequest, inputDigest, sameParameters } from "./changeSetRequest.ts";
import type { StackJob } from "./job.ts";
import { learnHidden } from "./learnHidden.ts";
import type { ChangeSets, Log, Stacks, TemplateBucket } from "./ports.ts";
import { uploadTemplates } from "./templateUpload.ts";

/** What would happen to the stack, ready to be shown, compared and executed. */
export interface Proposal {
  /** AWS found nothing to change. */
  readonly empty: boolean;
  readonly changeSetArn: string;
  readonly stackArn: string;
  /** When the change set was made, in AWS's time. Milliseconds since the epoch; 0 for an empty one. */
  readonly createdAt: number;
  readonly changes: Changes;
  /** The same, fit for the public. */
  readonly shown: Changes;
  readonly digest: Digest;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  /** SHA-256 of what was asked of CloudFormation. */
  readonly input: string;
  /** The stack as it was, if it had resources. */
  readonly live: Stack | undefined;
}

export type Proposed =
  | { readonly kind: "proposed"; readonly proposal: Proposal }
  | { readonly kind: "failed"; readonly failure: Extract<PreparedChangeSet, { kind: "failed" }> };

interface ProposalPorts {
  readonly changeSets: Pick<ChangeSets, "prepare" | "describe" | "template">;
  readonly stacks: Pick<Stacks, "template">;
  readonly templateBucket: TemplateBucket;
  readonly log: Log;
}

/** Makes a change set and works out what it means. */
export async function propose(
  job: StackJob,
  stack: Stack | undefined,
  origin: ChangeSetOrigin,
  acknowledged: readonly Acknowledgement[],
  ports: ProposalPorts,
): Promise<Proposed> {
  const live = liveStack(stack);
  const parameters = job.rendered.parametersFor(live);
  const request = changeSetRequest(job, typeFor(live), parameters, origin);
  await uploadTemplates(job.rendered.uploads, ports);
  ports.log.info(`Creating change set ${request.name} (${request.type}) for stack ${request.stackName}.`);
  const [prepared, deployedTemplate] = await Promise.all([
    ports.changeSets.prepare(request),
    live === undefined ? undefined : deployed(live, ports),
  ]);
  learnHidden(job, { stack: live, parameters, deployedTemplate });
  if (prepared.kind === "failed") return { kind: "failed", failure: prepared };
  const ready = prepared.kind === "ready" ? prepared : undefined;
  if (ready !== undefined) await sameTemplate(request, ready.changeSet, ports);
  const { arn, stackArn } =
    ready?.changeSet ?? (prepared as { readonly arn: string; readonly stackArn: string });
  const found = { arn, stackArn, changeSet: ready?.changeSet, findings: ready?.findings ?? [] };
  return {
    kind: "proposed",
    proposal: proposalOf(job, live, request, parameters, deployedTemplate, found, acknowledged),
  };
}

/**
 * The recorded change set as a proposal, if it can still be executed and is what the same inputs would make today:
 * its template and parameters are asked from AWS. `undefined`: make a fresh one.
 */
export async function proposeRecorded(
  job: StackJob,
  stack: Stack | undefined,
  record: ReviewRecord,
  acknowledged: readonly Acknowledgement[],
  ports: ProposalPorts,
): Promise<Proposal | undefined> {
  const live = liveStack(stack);
  const parameters = job.rendered.parametersFor(live);
  const request = changeSetRequest(job, typeFor(live), parameters, {
    name: "",
    description: "",
    stackName: job.inputs.stackName,
  });
  // A NoEcho value cannot be read back, so only a fresh change set is sure to carry the one that is given now.
  const secret = parameters.some((parameter) => parameter.noEcho && parameter.source !== "previous");
  if (record.changeSetArn === undefined || secret || record.input !== inputDigest(request, parameters))
    return undefined;
  const [changeSet] = await Promise.all([
    ports.changeSets.describe(record.changeSetArn),
    // Nested templates may be read again while the change set is executed, long after its preview.
    uploadTemplates(job.rendered.uploads, ports),
  ]);
  if (changeSet?.status !== "CREATE_COMPLETE" || changeSet.executionStatus !== "AVAILABLE") return undefined;
  if (changeSet.stackName !== job.inputs.stackName) return undefined;
  const [body, deployedTemplate] = await Promise.all([
    ports.changeSets.template(record.changeSetArn),
    live === undefined ? undefined : deployed(live, ports),
  ]);
  if (body !== request.templateBody || !sameParameters(changeSet, parameters, live)) return undefined;
  const found = { arn: changeSet.arn, stackArn: changeSet.stackArn, changeSet, findings: [] };
  const proposal = proposalOf(job, live, request, parameters, deployedTemplate, found, acknowledged);
  return proposal.digest.digest === record.digest ? proposal : undefined;
}

/** Others may be able to write to the bucket: what CloudFormation read there must be what was rendered. */
async function sameTemplate(
  request: ChangeSetRequest,
  { arn }: ChangeSet,
  { changeSets }: Pick<ProposalPorts, "changeSets">,
): Promise<void> {
  if (request.templateUrl === undefined || (await changeSets.template(arn)) === request.templateBody) return;
  throw new ActionError(
    `CloudFormation read another template at ${request.templateUrl} than was put there.`,
    {
      reasonCode: "error",
      hint: "Somebody else writes to the bucket: look at who may, then run the job again.",
    },
  );
}

interface Found {
  readonly arn: string;
  readonly stackArn: string;
  readonly changeSet: ChangeSet | undefined;
  readonly findings: readonly Finding[];
}

function proposalOf(
  job: StackJob,
  live: Stack | undefined,
  request: ChangeSetRequest,
  parameters: readonly ResolvedParameter[],
  deployedTemplate: JsonObject | undefined,
  found: Found,
  acknowledged: readonly Acknowledgement[],
): Proposal {
  const { inputs, rendered } = job;
  const sources = {
    target: {
      stack: inputs.stackName,
      region: inputs.region,
      account: arnParts(found.stackArn).account,
      type: request.type,
    },
    changeSet: found.changeSet,
    template: rendered.template,
    parameters,
    tags: rendered.tags,
    stack: live,
    deployedTemplate,
    capabilities: rendered.capabilities,
    roleArn: inputs.roleArn,
  };
  const changes = describeChanges(sources);
  const noEcho = learnHidden(job, sources);
  return {
    empty: found.changeSet === undefined,
    changeSetArn: found.arn,
    stackArn: found.stackArn,
    createdAt: found.changeSet?.createdAt ?? 0,
    changes,
    shown: redact(changes, { noEcho, patterns: inputs.redact, hide: job.secrets.hide }),
    digest: digestOf(changes),
    verdict: judge(changes, acknowledged),
    findings: found.findings,
    input: inputDigest(request, parameters),
    live,
  };
}

/** The stack, if it has resources that a change set would update. */
export function liveStack(stack: Stack | undefined): Stack | undefined {
  return disposition(stack?.status).kind === "update" ? stack : undefined;
}

function typeFor(live: Stack | undefined): ChangeSetType {
  return live === undefined ? "CREATE" : "UPDATE";
}

/** The deployed template; `undefined` where there is none that can be read. */
export async function deployed(
  stack: Stack,
  ports: { readonly stacks: Pick<Stacks, "template"> },
): Promise<JsonObject | undefined> {
  const text = await ports.stacks.template(stack.arn);
  if (text === undefined) return undefined;
  try {
    return parseTemplate(text, "the deployed template").value;
  } catch (error) {
    // Something that CloudFormation once took and we cannot read: its outputs count as unknown, all of ours as new.
    if (error instanceof ActionError) return undefined;
    throw error;
  }
}
