import type { ChangeSet, ChangeSetType } from "../../changes/model.ts";
import { DESCRIPTION_PREFIX, type StackRequest } from "../../changes/request.ts";
import { alarmText } from "../../stack/alarms.ts";
import type { RollbackConfiguration, Stack } from "../../stack/model.ts";
import { canonicalJson, sha256 } from "../../template/canonical.ts";
import type { ResolvedParameter } from "../../template/model.ts";
import type { StackJob } from "../job.ts";

/** Where and as what a change set is made. */
export interface ChangeSetOrigin {
  readonly name: string;
  /** Where it comes from, for those who find it in the console. */
  readonly description: string;
  /** Other than the job's stack only for a stack whose failed shell stands in the way (`standIn.ts`). */
  readonly stackName: string;
}

/** What of a request takes a look at AWS to know. */
interface Worked {
  readonly parameters: readonly ResolvedParameter[];
  readonly rollback: RollbackConfiguration | undefined;
}

/** What is asked of CloudFormation for a job. */
export function stackRequest(
  { inputs, rendered }: StackJob,
  type: ChangeSetType,
  { parameters, rollback }: Worked,
  origin: ChangeSetOrigin,
): StackRequest {
  return {
    stackName: origin.stackName,
    name: origin.name,
    type,
    description: `${DESCRIPTION_PREFIX}: ${origin.description}`,
    templateBody: rendered.template.body,
    ...(rendered.templateUrl === undefined ? {} : { templateUrl: rendered.templateUrl }),
    parameters: parameters.map(({ name, value }) => (value === undefined ? { name } : { name, value })),
    tags: rendered.tags,
    capabilities: rendered.capabilities,
    roleArn: inputs.roleArn,
    notificationArns: inputs.notificationArns,
    rollback,
    includeNestedStacks: inputs.includeNestedStacks,
    importExistingResources: inputs.importExistingResources,
    deploymentMode: inputs.deploymentMode,
    onFailure: inputs.onFailure,
    terminationProtection: inputs.terminationProtection,
  };
}

/** Everything that is asked of CloudFormation but for names and places, and NoEcho values by their names only. */
export function inputDigest(request: StackRequest, parameters: readonly ResolvedParameter[]): string {
  const {
    name: _name,
    description: _text,
    stackName: _stackName,
    templateUrl: _url,
    rollback,
    ...asked
  } = request;
  const plain = parameters.map(({ name, noEcho, value }) => [name, noEcho ? "NoEcho" : (value ?? null)]);
  return sha256(
    canonicalJson({
      ...asked,
      parameters: plain,
      tags: asked.tags ?? null,
      roleArn: asked.roleArn ?? null,
      notificationArns: asked.notificationArns ?? null,
      rollback: rollback === undefined ? null : { ...rollback, alarms: rollback.alarms.map(alarmText) },
      terminationProtection: asked.terminationProtection ?? null,
    }),
  );
}

/** Whether the change set would set the very values that are wanted now. */
export function sameParameters(
  changeSet: ChangeSet,
  parameters: readonly ResolvedParameter[],
  live: Stack | undefined,
): boolean {
  const present = new Map(live?.parameters.map((parameter) => [parameter.name, parameter.value]));
  const wanted = new Map(changeSet.parameters.map((parameter) => [parameter.name, parameter.value]));
  return (
    wanted.size === parameters.length &&
    parameters.every(
      ({ name, noEcho, value }) =>
        wanted.has(name) && (noEcho || wanted.get(name) === (value ?? present.get(name))),
    )
  );
}

/** Whether the change set has the very rollback alarms that are asked for; where nothing is asked, the stack's stay. */
export function sameRollback({ rollback: made }: ChangeSet, { rollback }: StackRequest): boolean {
  if (rollback === undefined) return true;
  const textOf = (one: RollbackConfiguration | undefined) =>
    canonicalJson([(one?.alarms ?? []).map(alarmText).sort(), one?.minutes ?? 0]);
  return textOf(made) === textOf(rollback);
}
