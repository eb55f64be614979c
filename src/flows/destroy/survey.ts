import { type Fate, fateOf } from "../../changes/destroy/fate.ts";
import type { Obstacle } from "../../changes/destroy/obstacles.ts";
import {
  type StandingResource,
  type StandingStack,
  standingResources,
} from "../../changes/destroy/standing.ts";
import type { StackResource } from "../../changes/request.ts";
import { estimateOfDeletion } from "../../estimate/deletion.ts";
import type { Estimate } from "../../estimate/estimate.ts";
import { isStackItself } from "../../stack/eventKinds.ts";
import type { Stack } from "../../stack/model.ts";
import { isObject } from "../../template/canonical.ts";
import type { JsonObject } from "../../template/model.ts";
import { isNoEcho } from "../../template/parameters/declarations.ts";
import { scalarText, withSpelledNumbers } from "../../template/scalarText.ts";
import { parseTemplate } from "../../template/text/parse.ts";
import { nestedStacksIn } from "../nestedStacks.ts";
import type { DestroyJob, DestroyPorts } from "./job.ts";
import { obstaclesOf } from "./questions.ts";
import { deletionBegan } from "./snapshots.ts";

/** What a deletion would meet. */
export interface Survey {
  readonly root: Stack;
  readonly resources: readonly StandingResource[];
  readonly fate: Fate;
  /** How long it takes. */
  readonly estimate: Estimate;
  readonly obstacles: readonly Obstacle[];
  /** What could not be asked, and what was taken for the answer. */
  readonly notes: readonly string[];
  /** Which deletion protections the run has turned off, as a sentence. */
  readonly lifted?: string;
}

type SurveyPorts = Pick<DestroyPorts, "stacks" | "deletions">;

/** Finds out whether all of the stack can be deleted, nested stacks included, and what becomes of it. Changes nothing. */
export async function survey(job: DestroyJob, root: Stack, ports: SurveyPorts): Promise<Survey> {
  const standing = await standingTree(job, root, ports);
  const { obstacles, notes } = await obstaclesOf(standing.stacks, standing.resources, ports);
  return {
    ...{ root, ...foreseen(standing), notes },
    obstacles: root.terminationProtection ? [{ kind: "termination-protection" }, ...obstacles] : obstacles,
  };
}

/** The same of a stack that is being deleted already: there is nothing left to ask. */
export async function remains(job: DestroyJob, root: Stack, ports: SurveyPorts): Promise<Survey> {
  return { root, ...foreseen(await standingTree(job, root, ports)), obstacles: [], notes: [] };
}

/** The same of one that could not be looked into. */
export function unread(root: Stack, ...notes: readonly string[]): Survey {
  return { root, ...foreseen({ stacks: [], resources: [] }), obstacles: [], notes };
}

function foreseen({ stacks, resources }: Awaited<ReturnType<typeof standingTree>>) {
  return { resources, fate: fateOf(resources), estimate: estimateOfDeletion(stacks, resources) };
}

async function standingTree(job: DestroyJob, root: Stack, ports: SurveyPorts) {
  const stacks = await tree(job, [], root, ports);
  return { stacks, resources: standingResources(stacks) };
}

async function tree(
  job: DestroyJob,
  stackPath: readonly string[],
  stack: Stack,
  ports: SurveyPorts,
): Promise<readonly StandingStack[]> {
  const [text, listed, gone] = await Promise.all([
    // An empty shell has none, and what is answered for it is documented nowhere.
    stack.status === SHELL ? undefined : ports.deletions.processedTemplate(stack.arn),
    ports.stacks.resources(stack.arn),
    /^DELETE_/.test(stack.status) ? goneIn(stack, ports) : [],
  ]);
  const known = new Set(listed.map(({ logicalId }) => logicalId));
  const resources = [...listed, ...gone.filter(({ logicalId }) => !known.has(logicalId))];
  const template =
    text === undefined ? undefined : withSpelledNumbers(parseTemplate(text, `the template of ${stack.name}`));
  learnSecrets(job, template);
  const below = await Promise.all(
    nestedStacksIn(resources).map(async ({ logicalId, arn }) => {
      const child = await ports.stacks.describe(arn);
      return child === undefined ? [] : tree(job, [...stackPath, logicalId], child, ports);
    }),
  );
  return [{ stackPath, stack, template, resources }, ...below.flat()];
}

/** What a deletion has taken already, by the stack's events: whether AWS lists it still is documented nowhere. */
async function goneIn(stack: Stack, { stacks }: SurveyPorts): Promise<readonly StackResource[]> {
  const events = await stacks.events(stack.arn, () => false);
  const since = deletionBegan(events) ?? Number.POSITIVE_INFINITY;
  const gone = events.filter((event) => event.at >= since && event.status === "DELETE_COMPLETE");
  return gone
    .filter((event) => !isStackItself(event))
    .map(({ logicalId, type, status, physicalId }) => ({
      ...{ logicalId, type, status },
      ...(physicalId === undefined ? {} : { physicalId }),
    }));
}

/** A stack that only a change set was made for. */
export const SHELL = "REVIEW_IN_PROGRESS";

/** AWS may repeat what nobody is to see: what is known of it without rendering anything is learned first. */
function learnSecrets({ secrets, inputs }: DestroyJob, template: JsonObject | undefined): void {
  const declared = isObject(template?.Parameters) ? Object.entries(template.Parameters) : [];
  const hidden = declared.filter(([name, declaration]) => isNoEcho(declaration) || secrets.isHidden(name));
  secrets.learn(
    hidden.flatMap(([name, declaration]) => {
      const given = inputs.parameters.values.get(name);
      const standard = isObject(declaration) ? scalarText(declaration.Default ?? null) : undefined;
      return [
        ...(given?.kind === "value" ? [given.value] : []),
        ...(standard === undefined ? [] : [standard]),
      ];
    }),
  );
}
