import {
  type CloudFormationClient,
  DescribeStackDriftDetectionStatusCommand,
  type DescribeStackDriftDetectionStatusOutput,
  DescribeStackResourceDriftsCommand,
  DetectStackDriftCommand,
  type StackResourceDrift,
} from "@aws-sdk/client-cloudformation";
import { ActionError } from "../errors.ts";
import { changeSetDelays, poll } from "../poll.ts";
import type { Drifts } from "../ports/aws.ts";
import type { DriftedProperty, ResourceDrift } from "../stack/model.ts";
import { defined, required } from "./decode.ts";
import type { Edge } from "./edge.ts";
import { asking, isRefused } from "./errors.ts";

/** A detection asks every resource's service in turn: some minutes for hundreds of them. */
const DETECTS_WITHIN_MS = 30 * 60_000;

/** Drift detection of a stack. Throws `ServiceError`s, and an `ActionError` when AWS could not detect. */
export function createDrifts(edge: Edge): Drifts {
  return {
    detect: (stackArn) =>
      asking(`detect the drift of stack ${stackArn}`, async () => {
        const { client } = edge;
        const started = await client.send(new DetectStackDriftCommand({ StackName: stackArn }));
        const id = required(started.StackDriftDetectionId, "StackDriftDetectionId");
        const ended = await detectionEnd(edge, id, stackArn);
        if (ended.DetectionStatus !== "DETECTION_FAILED") {
          return { resources: await driftedResources(client, stackArn) };
        }
        const incomplete = ended.DetectionStatusReason ?? "no reason given";
        return { resources: await checkedNonetheless(client, stackArn), incomplete };
      }),
  };
}

async function detectionEnd(
  { client, clock, pace, cancel }: Edge,
  id: string,
  stackArn: string,
): Promise<DescribeStackDriftDetectionStatusOutput> {
  const deadline = clock.now() + DETECTS_WITHIN_MS;
  const delays = (attempt: number) => pace.pause(changeSetDelays(attempt));
  const options = { clock, delays, deadline, ...defined({ signal: cancel }) };
  const polled = await poll(options, async () => {
    const command = new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId: id });
    const answer = await client.send(command);
    return answer.DetectionStatus === "DETECTION_IN_PROGRESS" ? undefined : answer;
  });
  if (polled.kind === "done") return polled.value;
  const cancelled = polled.kind === "aborted";
  throw new ActionError(
    cancelled
      ? `The job was cancelled while the drift of stack ${stackArn} was detected.`
      : `The drift of stack ${stackArn} was not detected within ${DETECTS_WITHIN_MS / 60_000} minutes.`,
    { reasonCode: cancelled ? "cancelled" : "timeout" },
  );
}

/** A detection that failed may have checked the other resources; where it checked none, AWS refuses the question. */
async function checkedNonetheless(client: CloudFormationClient, stackArn: string) {
  try {
    return await driftedResources(client, stackArn);
  } catch (error) {
    if (isRefused(error)) return [];
    throw error;
  }
}

async function driftedResources(
  client: CloudFormationClient,
  stackArn: string,
): Promise<readonly ResourceDrift[]> {
  const found: ResourceDrift[] = [];
  let page: string | undefined;
  do {
    const command = new DescribeStackResourceDriftsCommand({
      StackName: stackArn,
      StackResourceDriftStatusFilters: ["MODIFIED", "DELETED"],
      ...defined({ NextToken: page }),
    });
    const answer = await client.send(command);
    found.push(...(answer.StackResourceDrifts ?? []).map(decodeDrift));
    page = answer.NextToken;
  } while (page !== undefined);
  return found;
}

function decodeDrift(drift: StackResourceDrift): ResourceDrift {
  return {
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
    ...defined({ physicalId: drift.PhysicalResourceId }),
  };
}
