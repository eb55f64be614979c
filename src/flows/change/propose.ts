import type { Acknowledgement } from "../../changes/acknowledgement.ts";
import { takesFromOtherStacks } from "../../changes/items/made.ts";
import type { ChangeSet, ChangeSetType } from "../../changes/model.ts";
import { areNestedListed, type ChangeSetRequest, type PreparedChangeSet } from "../../changes/request.ts";
import type { ReviewRecord } from "../../changes/review/record.ts";
import { ActionError } from "../../errors.ts";
import type { Alarms, ChangeSets, ParameterStore, Stacks, Subnets, TemplateBucket } from "../../ports/aws.ts";
import type { Clock, Log } from "../../ports/local.ts";
import { disposition } from "../../stack/disposition.ts";
import type { Stack } from "../../stack/model.ts";
import { lackingText } from "../../stack/refusals.ts";
import { isObject } from "../../template/canonical.ts";
import { lackingCapability } from "../../template/capabilities.ts";
import type { Json, JsonObject } from "../../template/model.ts";
import type { StackJob } from "../job.ts";
import { parametersWithZones } from "../preflight/zones.ts";
import { upload } from "../render/templateUpload.ts";
import {
  type ChangeSetOrigin,
  inputDigest,
  sameParameters,
  sameRollback,
  stackRequest,
} from "./changeSetRequest.ts";
import { earlierOperations } from "./earlierOperations.ts";
import { learnHidden } from "./learnHidden.ts";
import { type Found, type Proposal, proposalOf } from "./proposalOf.ts";
import { resolvedReferences } from "./resolvedReferences.ts";
import { wantedRollback } from "./rollback.ts";
import { type ComparedTemplates, comparedTemplates, deployedValue } from "./templatePairs.ts";

export type Proposed =
  | { readonly kind: "proposed"; readonly proposal: Proposal }
  | {
      readonly kind: "failed";
      readonly failure: Extract<PreparedChangeSet, { kind: "failed" }>;
      /** As of a proposal. */
      readonly isDiscarded?: true;
    };

/** What a change set is made with. */
export interface ProposalPorts {
  readonly changeSets: Pick<ChangeSets, "prepare" | "describe" | "template">;
  readonly stacks: Pick<Stacks, "template" | "resources" | "newestEvents">;
  readonly templateBucket: TemplateBucket;
  readonly parameterStore: ParameterStore;
  readonly subnets: Subnets;
  readonly alarms: Alarms;
  readonly clock: Clock;
  readonly log: Log;
}

/** What a change set is made for. */
export interface Wanted {
  readonly stack: Stack | undefined;
  readonly origin: ChangeSetOrigin;
  readonly acknowledged: readonly Acknowledgement[];
  /** Is told the templates as soon as they are read: long before CloudFormation is done. */
  readonly onTemplates?: ((templates: ComparedTemplates["templates"]) => void) | undefined;
}

/** Makes a change set and works out what it means. */
export async function propose(
  job: StackJob,
  { stack, origin, acknowledged, onTemplates }: Wanted,
  ports: ProposalPorts,
): Promise<Proposed> {
  const live = liveStack(stack);
  const [parameters, { rollback, findings }] = await Promise.all([
    parametersWithZones(job, live, ports),
    wantedRollback(job, live, ports),
  ]);
  const request = stackRequest(job, typeFor(live), { parameters, rollback }, origin);
  await upload(job.rendered, ports);
  ports.log.info(`Creating change set ${request.name} (${request.type}) for stack ${request.stackName}.`);
  const making = Promise.all([
    ports.changeSets.prepare(request),
    comparedTemplates(job.rendered, live, ports, areNestedListed(job.inputs)).then((read) => {
      onTemplates?.(read.templates);
      return read;
    }),
  ]);
  // After the change set, which everybody waits for, is on its way.
  const earlier = earlierOperations(live, ports);
  const [prepared, compared] = await making;
  learnHidden(job, { stack: live, parameters, deployedTemplate: deployedValue(compared) });
  if (prepared.kind === "failed") return { kind: "failed", failure: prepared };
  const ready = prepared.kind === "ready" ? prepared : undefined;
  if (ready !== undefined) await whole(request, ready.changeSet, ports);
  const refused = ready && unacknowledged(ready.changeSet, request);
  if (refused !== undefined) return refused;
  const { arn, stackArn } =
    ready?.changeSet ?? (prepared as { readonly arn: string; readonly stackArn: string });
  const told = [...(ready?.findings ?? []), ...findings];
  const found: Found = { arn, stackArn, changeSet: ready?.changeSet, findings: told };
  const resolved = await resolvedReferences(job, found.changeSet, compared.templates, ports);
  const sources = { live, request, parameters, compared, resolved, found, earlier: await earlier() };
  return { kind: "proposed", proposal: proposalOf(job, sources, acknowledged) };
}

/**
 * What macros make is known only now. Some of it CloudFormation would refuse when the change set is executed: it is told
 * as CloudFormation tells it, and before anybody reviews it.
 */
function unacknowledged(changeSet: ChangeSet, request: ChangeSetRequest): Proposed | undefined {
  const made = changeSet.resources.filter(({ action }) => action === "Add");
  const listed = made.map(({ type, after }) => ({ type, properties: propertiesIn(after) }));
  const lacking = lackingCapability(listed, request.capabilities);
  if (lacking === undefined) return undefined;
  const { arn, stackArn } = changeSet;
  return {
    kind: "failed",
    failure: { kind: "failed", arn, stackArn, reason: lackingText(lacking), findings: [] },
  };
}

function propertiesIn(after: Json | undefined): JsonObject | undefined {
  const properties = isObject(after) ? after.Properties : undefined;
  return isObject(properties) ? properties : undefined;
}

/**
 * The recorded change set as a proposal, if it can still be executed and is what the same inputs would make today:
 * its template and parameters are asked from AWS. `undefined`: make a fresh one.
 */
export async function proposeRecorded(
  job: StackJob,
  record: ReviewRecord,
  { stack, acknowledged }: Pick<Wanted, "stack" | "acknowledged">,
  ports: ProposalPorts,
): Promise<Proposal | undefined> {
  const live = liveStack(stack);
  const [parameters, { rollback, findings }] = await Promise.all([
    parametersWithZones(job, live, ports),
    wantedRollback(job, live, ports),
  ]);
  const request = stackRequest(
    job,
    typeFor(live),
    { parameters, rollback },
    {
      name: "",
      description: "",
      stackName: job.inputs.stackName,
    },
  );
  // A NoEcho value cannot be read back, so only a fresh change set is sure to carry the one that is given now.
  const secret = parameters.some((parameter) => parameter.noEcho && parameter.source !== "previous");
  if (record.changeSetArn === undefined || secret || record.input !== inputDigest(request, parameters))
    return undefined;
  const describing = Promise.all([
    ports.changeSets.describe(record.changeSetArn, request.stackName),
    // Nested templates, code and files are read while the change set is executed, long after its preview.
    upload(job.rendered, ports),
  ]);
  const earlier = earlierOperations(live, ports);
  const [changeSet] = await describing;
  if (changeSet?.status !== "CREATE_COMPLETE" || changeSet.executionStatus !== "AVAILABLE") return undefined;
  if (changeSet.stackName !== job.inputs.stackName) return undefined;
  const [body, compared] = await Promise.all([
    ports.changeSets.template(record.changeSetArn, request.stackName),
    comparedTemplates(job.rendered, live, ports, areNestedListed(job.inputs)),
  ]);
  if (body !== request.templateBody || !sameParameters(changeSet, parameters, live)) return undefined;
  if (!sameRollback(changeSet, request)) return undefined;
  if (takesFromOtherStacks(changeSet.resources, compared.templates)) return undefined;
  const found: Found = { arn: changeSet.arn, stackArn: changeSet.stackArn, changeSet, findings };
  const resolved = await resolvedReferences(job, changeSet, compared.templates, ports);
  const known = { live, request, parameters, compared, resolved, found, earlier: await earlier() };
  const proposal = proposalOf(job, known, acknowledged);
  return proposal.digest.digest === record.digest ? proposal : undefined;
}

/**
 * A new stack gets at least one resource: a description without any is not all of it, and what it leaves out nobody could
 * review. And others may be able to write to the bucket: what CloudFormation read there must be what was rendered.
 */
async function whole(
  request: ChangeSetRequest,
  { arn, resources }: ChangeSet,
  { changeSets }: Pick<ProposalPorts, "changeSets">,
): Promise<void> {
  if (request.type === "CREATE" && resources.length === 0) {
    throw new ActionError(
      `CloudFormation describes change set ${arn}, which creates the stack, without a single resource: that is not all of it.`,
      { reasonCode: "error", hint: "Run the job again. Nothing is executed that cannot be described." },
    );
  }
  if (request.templateUrl === undefined) return;
  const read = await changeSets.template(arn, request.stackName);
  if (read === request.templateBody) return;
  if (read === undefined) {
    throw new ActionError(`The template of change set ${arn} cannot be read back.`, {
      reasonCode: "stale-review",
      hint: "It was deleted meanwhile: run the job again, which makes another one. Or the role lacks cloudformation:GetTemplate.",
    });
  }
  throw new ActionError(
    `CloudFormation read another template at ${request.templateUrl} than was put there.`,
    {
      reasonCode: "error",
      hint: "Somebody else writes to the bucket: look at who may, then run the job again.",
    },
  );
}

/** The stack, if it has resources that a change set would update. */
export function liveStack(stack: Stack | undefined): Stack | undefined {
  return disposition(stack?.status).kind === "update" ? stack : undefined;
}

function typeFor(live: Stack | undefined): ChangeSetType {
  return live === undefined ? "CREATE" : "UPDATE";
}
