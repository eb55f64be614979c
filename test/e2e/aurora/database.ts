import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Resource } from "../../sandbox/cloudformation/model.ts";
import type { Stage, Step } from "../../sandbox/stage.ts";
import { AURORA_TEMPLATE } from "../auroraTemplate.ts";
import { botComments, deploy, openQuickStage, preview } from "../stack.ts";

export type Parameters = Readonly<Record<string, string>>;

const root = join(import.meta.dirname, "../../..");

export const STACK = "aurora-prod";
const { environmentSuffix: SUFFIX = "", ...named } = JSON.parse(
  readFileSync(join(root, "test/templates/parameter-sets/production.json"), "utf8"),
) as Parameters;

/** The production parameters, with subnets that lie in the zones named, by the sandbox's rule for them. */
export const PRODUCTION: Parameters = {
  ...named,
  SubnetIdA: "subnet-0a1b2c3d4e5f60a00",
  SubnetIdB: "subnet-0a1b2c3d4e5f60b01",
};

export const SNAPSHOT = "before-the-move";

export interface Change {
  /** Over the production parameters, before and after. */
  readonly from?: Parameters;
  readonly to?: Parameters;
  readonly inputs?: Readonly<Record<string, string>>;
  /** More files of the pull request. */
  readonly files?: Readonly<Record<string, string>>;
  readonly before?: (stage: Stage) => void;
}

export const DEPLOYED = { exitCode: 0, result: "deployed" };
export const ROLLED_BACK = { exitCode: 1, result: "failed", reason: "rolled-back" };

export interface Played {
  readonly stage: Stage;
  readonly previewed: Step;
  /** The comment of the preview. */
  readonly comment: string;
  readonly deployed: Step;
  /** The comment after the deploy. */
  readonly ending: string;
}

/** What one row of the table says, played: the row's first cell, the change, what must come of it. */
export type Row = readonly [row: string, change: Change, shows: (played: Played) => Promise<void> | void];

/** A database that is there for long, a pull request that changes its parameters, its preview, its merge, its deploy. */
export async function play({ from, to, inputs, files, before }: Change): Promise<Played> {
  const old = { ...PRODUCTION, ...from };
  const stage = await openDatabaseStage(old, inputs);
  const parameters = { ...old, environmentSuffix: SUFFIX };
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: AURORA_TEMPLATE, parameters });
  before?.(stage);
  return propose(stage, { ...old, ...to }, files);
}

/** A stage whose account has a snapshot of a database, too. */
export async function openDatabaseStage(
  parameters: Parameters,
  inputs: Change["inputs"] = {},
): Promise<Stage> {
  const stage = await openQuickStage({
    repository: { files: parametersFile(parameters) },
    inputs: { "environment-suffix": SUFFIX, "parameters-file": "production.json", ...inputs },
  });
  const properties = { Engine: "aurora-postgresql", EngineVersion: "15.12" };
  stage.aws.cloudFormation.existing.push({
    type: "AWS::RDS::DBClusterSnapshot",
    physicalId: SNAPSHOT,
    properties,
  });
  return stage;
}

let pulls = 0;

/** A pull request to these parameters, previewed, merged and deployed. */
export async function propose(
  stage: Stage,
  parameters: Parameters,
  files: Change["files"] = {},
): Promise<Played> {
  pulls += 1;
  const number = await stage.repository.openPullRequest({
    head: `change-${pulls}`,
    files: { ...parametersFile(parameters), ...files },
  });
  const previewed = await preview(stage, number, "opened");
  const [comment] = await botComments(stage, number);
  await stage.repository.merge(number);
  const deployed = await deploy(stage);
  const [ending] = await botComments(stage, number);
  return { stage, previewed, comment: comment?.body ?? "", deployed, ending: ending?.body ?? "" };
}

export function resource(stage: Stage, logicalId: string, stackName = STACK): Resource {
  const found = stage.aws.cloudFormation.stack(stackName)?.resources.get(logicalId);
  if (found === undefined) throw new Error(`${stackName} has no ${logicalId}`);
  return found;
}

/** Events of resources since the deploy began, oldest first: `ClusterParameterGroup UPDATE_COMPLETE`. */
export function events(stage: Stage, stackName = STACK): readonly string[] {
  const stack = stage.aws.cloudFormation.stack(stackName);
  const own = stack?.events ?? [];
  const starts = own.map(
    ({ physicalId, status }) => physicalId === stack?.id && status === "UPDATE_IN_PROGRESS",
  );
  return own.slice(starts.indexOf(true)).map(({ logicalId, status }) => `${logicalId} ${status}`);
}

/** Resources that the deploy changed, in the alphabet's order. */
export function changedIn(stage: Stage): readonly string[] {
  const done = events(stage).flatMap((line) => /^(\w+) UPDATE_COMPLETE$/.exec(line)?.[1] ?? []);
  return [...new Set(done)].filter((id) => id !== STACK && id !== "aurora").sort();
}

function parametersFile(parameters: Parameters): Readonly<Record<string, string>> {
  return { "production.json": JSON.stringify(parameters, null, 2) };
}
