import {
  type CloudFormationClient,
  DescribeStackDriftDetectionStatusCommand,
  type DescribeStackDriftDetectionStatusOutput,
  DescribeStackResourceDriftsCommand,
  DetectStackDriftCommand,
  type StackResourceDrift,
} from "@aws-sdk/client-cloudformation";
import {
  coverageOf,
  type DriftCoverage,
  type DriftedProperty,
  NO_COVERAGE,
  type ResourceDrift,
  type StackDrift,
} from "../changes/drift.ts";
import { ActionError } from "../errors.ts";
import { changeSetDelays, poll } from "../poll.ts";
import type { Drifts } from "../ports/aws.ts";
import { defined, required } from "./decode.ts";
import type { Edge } from "./edge.ts";
import { asking, isDetecting, isRefused, isThrottled } from "./errors.ts";
import { listedResources } from "./stacks.ts";

/** Drift detection of a stack. Throws `ServiceError`s, and an `ActionError` when it was not over in time. */
export function createDrifts(edge: Edge): Drifts {
  return {
    detect: (stackArn, deadline) =>
      asking(`detect the drift of stack ${stackArn}`, async () => {
        const persist: Persist = (ask) => persistently(edge, { stackArn, deadline }, ask);
        const id = await persist(() => begun(edge.client, stackArn));
        const ended = await persist(() => detectionEnd(edge.client, id));
        if (ended.DetectionStatus !== "DETECTION_COMPLETE") {
          const found = driftOf(ended, await checkedNonetheless(edge.client, stackArn, persist));
          return { ...found, coverage: NO_COVERAGE };
        }
        const found = driftOf(ended, await listedDrifts(edge.client, stackArn, persist));
        return { ...found, coverage: await coverage(edge, { stackArn, deadline }, found) };
      }),
  };
}

type Persist = <T>(ask: () => Promise<T | undefined>) => Promise<T>;

/**
 * Asks until there is an answer, be AWS ever so slow. A call that is throttled for good has done nothing, so that it is made
 * again: what was detected for minutes must not be lost to it.
 */
async function persistently<T>(
  { clock, pace, cancel }: Edge,
  { stackArn, deadline }: { readonly stackArn: string; readonly deadline: number },
  ask: () => Promise<T | undefined>,
): Promise<T> {
  const delays = (attempt: number) => pace.pause(changeSetDelays(attempt));
  const options = { clock, delays, deadline, ...defined({ signal: cancel }) };
  const polled = await poll(options, async () => {
    try {
      return await ask();
    } catch (error) {
      if (isThrottled(error)) return undefined;
      throw error;
    }
  });
  if (polled.kind === "done") return polled.value;
  const cancelled = polled.kind === "aborted";
  throw new ActionError(
    cancelled
      ? `The job was cancelled while the drift of stack ${stackArn} was detected.`
      : `The drift of stack ${stackArn} was not detected in time.`,
    { reasonCode: cancelled ? "cancelled" : "timeout" },
  );
}

/** The id of a detection; `undefined` while another one runs, be it somebody's or one of ours whose answer was lost. */
async function begun(client: CloudFormationClient, stackArn: string): Promise<string | undefined> {
  try {
    const started = await client.send(new DetectStackDriftCommand({ StackName: stackArn }));
    return required(started.StackDriftDetectionId, "StackDriftDetectionId");
  } catch (error) {
    if (isDetecting(error)) return undefined;
    throw error;
  }
}

async function detectionEnd(
  client: CloudFormationClient,
  id: string,
): Promise<DescribeStackDriftDetectionStatusOutput | undefined> {
  const command = new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId: id });
  const answer = await client.send(command);
  return answer.DetectionStatus === "DETECTION_IN_PROGRESS" ? undefined : answer;
}

/** A detection that failed may have checked the other resources; where it checked none, AWS refuses the question. */
async function checkedNonetheless(client: CloudFormationClient, stackArn: string, persist: Persist) {
  try {
    return await listedDrifts(client, stackArn, persist);
  } catch (error) {
    if (isRefused(error)) return [];
    throw error;
  }
}

/** What drifted, and what could not be checked, which AWS tells resource by resource (aws-cdk-cli#740). */
async function listedDrifts(
  client: CloudFormationClient,
  stackArn: string,
  persist: Persist,
): Promise<readonly StackResourceDrift[]> {
  const found: StackResourceDrift[] = [];
  let page: string | undefined;
  do {
    const command = new DescribeStackResourceDriftsCommand({
      StackName: stackArn,
      StackResourceDriftStatusFilters: ["MODIFIED", "DELETED", "UNKNOWN"],
      ...defined({ NextToken: page }),
    });
    const answer = await persist(() => client.send(command));
    found.push(...(answer.StackResourceDrifts ?? []));
    page = answer.NextToken;
  } while (page !== undefined);
  return found;
}

/** What was checked and what was left out. Where that cannot be told, what was found counts nonetheless. */
async function coverage(
  edge: Edge,
  { stackArn, deadline }: { readonly stackArn: string; readonly deadline: number },
  found: Found,
): Promise<DriftCoverage> {
  const patience = Math.min(deadline, edge.clock.now() + COVERAGE_PATIENCE_MS);
  const persist: Persist = (ask) => persistently(edge, { stackArn, deadline: patience }, ask);
  try {
    const listed = await asking(`list the resources of stack ${stackArn}`, () =>
      listedResources(edge.client, stackArn, persist),
    );
    return coverageOf(listed, found);
  } catch (error) {
    if (!(error instanceof ActionError) || error.reasonCode === "cancelled") throw error;
    const late = `The resources of stack ${stackArn} were not listed in time.`;
    const reason = error.reasonCode === "timeout" ? late : error.message;
    return { ...NO_COVERAGE, untold: [{ stackPath: [], reason }] };
  }
}

/** What the result does not hang on is not waited for: other stacks wait for their turn meanwhile. */
const COVERAGE_PATIENCE_MS = 60_000;

type Found = Pick<StackDrift, "resources" | "unchecked">;

function driftOf(
  ended: DescribeStackDriftDetectionStatusOutput,
  listed: readonly StackResourceDrift[],
): Found {
  const isUnknown = (drift: StackResourceDrift) => drift.StackResourceDriftStatus === "UNKNOWN";
  const resources = listed.filter((drift) => !isUnknown(drift)).map(decodeDrift);
  const unknown = listed.filter(isUnknown).map((drift) => ({
    stackPath: [],
    logicalId: required(drift.LogicalResourceId, "LogicalResourceId"),
    reason: drift.DriftStatusReason ?? NO_REASON,
  }));
  const reason = unexplained(ended, resources.length, unknown.length);
  return { resources, unchecked: [...unknown, ...(reason === undefined ? [] : [{ stackPath: [], reason }])] };
}

const NO_REASON = "no reason given";

/**
 * Why the stack is not known to be checked as a whole, where its resources do not tell: only IN_SYNC is in sync. UNKNOWN is
 * a detection that could not check something, and yet is complete; so can one be that checked nothing (NOT_CHECKED).
 */
function unexplained(
  ended: DescribeStackDriftDetectionStatusOutput,
  drifted: number,
  unknown: number,
): string | undefined {
  const { DetectionStatus, DetectionStatusReason, StackDriftStatus } = ended;
  if (DetectionStatus === "DETECTION_COMPLETE") {
    if (StackDriftStatus === "IN_SYNC" || unknown > 0) return undefined;
    if (StackDriftStatus === "DRIFTED" && drifted > 0) return undefined;
  }
  return (
    DetectionStatusReason ||
    (StackDriftStatus === undefined ? NO_REASON : `CloudFormation says ${StackDriftStatus}, and not why`)
  );
}

function decodeDrift(drift: StackResourceDrift): ResourceDrift {
  return {
    stackPath: [],
    logicalId: required(drift.LogicalResourceId, "LogicalResourceId"),
    type: required(drift.ResourceType, "ResourceType"),
    status: drift.StackResourceDriftStatus === "DELETED" ? "DELETED" : "MODIFIED",
    differences: (drift.PropertyDifferences ?? []).map(
      (difference): DriftedProperty => ({
        path: difference.PropertyPath ?? "",
        kind: difference.DifferenceType ?? "NOT_EQUAL",
        expected: difference.ExpectedValue ?? "",
        actual: difference.ActualValue ?? "",
      }),
    ),
    forms: [drift.ExpectedProperties ?? "", drift.ActualProperties ?? ""],
    ...defined({ physicalId: drift.PhysicalResourceId }),
  };
}
