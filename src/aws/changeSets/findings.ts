import {
  type CloudFormationClient,
  DescribeEventsCommand,
  GetHookResultCommand,
  type HookResultSummary,
  ListHookResultsCommand,
  type OperationEvent,
} from "@aws-sdk/client-cloudformation";
import type { Finding } from "../../template/model.ts";
import { defined } from "../decode.ts";
import type { Edge } from "../edge.ts";
import { isDenied, isMissingHookResult, toActionError } from "../errors.ts";

/**
 * What AWS's validations and the account's hooks say about a change set, errors first. Never throws: without the
 * permission (or where the service is not there) it is one line of log, and the preview goes on.
 */
export async function changeSetFindings(edge: Edge, arn: string): Promise<readonly Finding[]> {
  const [validations, hooks] = await Promise.all([
    degrading(edge, "validation findings", "cloudformation:DescribeEvents", () =>
      validationFindings(edge.client, arn),
    ),
    degrading(edge, "hook findings", "cloudformation:ListHookResults and cloudformation:GetHookResult", () =>
      hookFindings(edge.client, arn),
    ),
  ]);
  const all = [...validations, ...hooks];
  return [...all.filter(({ level }) => level === "error"), ...all.filter(({ level }) => level !== "error")];
}

async function degrading(
  edge: Edge,
  what: string,
  actions: string,
  ask: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await ask();
  } catch (error) {
    const why = isDenied(error) ? `the role lacks ${actions}` : toActionError(error, "ask for them").message;
    edge.log.notice(`No ${what} are shown: ${why}`);
    return [];
  }
}

async function validationFindings(client: CloudFormationClient, arn: string): Promise<readonly Finding[]> {
  const events: OperationEvent[] = [];
  let page: string | undefined;
  do {
    // By ARN: a name would need the stack's as well, and finds no deleted stack's.
    const command = new DescribeEventsCommand({ ChangeSetName: arn, ...defined({ NextToken: page }) });
    const answer = await client.send(command);
    events.push(...(answer.OperationEvents ?? []));
    page = answer.NextToken;
  } while (page !== undefined);
  return events.filter((event) => event.ValidationStatus === "FAILED").map(validationFinding);
}

function validationFinding(event: OperationEvent): Finding {
  const where = event.ValidationPath === undefined ? "" : ` (${event.ValidationPath})`;
  const says = event.ValidationStatusReason ?? "failed";
  return {
    level: event.ValidationFailureMode === "WARN" ? "warning" : "error",
    message: `${event.ValidationName ?? "Validation"}: ${says}${where}`,
    ...defined({ logicalId: event.LogicalResourceId }),
  };
}

async function hookFindings(client: CloudFormationClient, arn: string): Promise<readonly Finding[]> {
  const results: HookResultSummary[] = [];
  let page: string | undefined;
  do {
    const command = new ListHookResultsCommand({
      TargetType: "CHANGE_SET",
      TargetId: arn,
      ...defined({ NextToken: page }),
    });
    const answer = await client.send(command).catch((error: unknown) => {
      if (isMissingHookResult(error)) return undefined;
      throw error;
    });
    results.push(...(answer?.HookResults ?? []));
    page = answer?.NextToken;
  } while (page !== undefined);
  const failures = results.filter(
    ({ Status }) => Status === "HOOK_COMPLETE_FAILED" || Status === "HOOK_FAILED",
  );
  return Promise.all(failures.map((result) => hookFinding(client, result)));
}

async function hookFinding(client: CloudFormationClient, result: HookResultSummary): Promise<Finding> {
  const id = result.HookResultId;
  const detail =
    id === undefined ? undefined : await client.send(new GetHookResultCommand({ HookResultId: id }));
  const annotations = (detail?.Annotations ?? [])
    .filter(({ Status }) => Status === "FAILED")
    .map(({ AnnotationName, StatusMessage, RemediationMessage }) =>
      [AnnotationName, StatusMessage, RemediationMessage].filter(Boolean).join(": "),
    );
  const says = [result.HookStatusReason ?? detail?.HookStatusReason ?? "failed", ...annotations].join(" ");
  return {
    level: result.FailureMode === "WARN" ? "warning" : "error",
    message: `Hook ${result.TypeName ?? ""}: ${says}`,
  };
}
