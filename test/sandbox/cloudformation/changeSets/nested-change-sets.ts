import { nestedDefinition } from "../jobs/nested.ts";
import { objectOf } from "../json.ts";
import type { Stack } from "../model.ts";
import { newStack } from "../stacks.ts";
import { stackArn, uuid, type World } from "../world.ts";
import type { Change } from "./changes.ts";
import type { ChangeSet } from "./changeset.ts";
import type { Contents } from "./contents.ts";
import { DIRECT_AUTOMATIC } from "./details.ts";

type Plan = (stack: Stack, changeSet: ChangeSet) => Contents;

/**
 * Adds nested stacks to a change set: with IncludeNestedStacks each gets a change set of its own;
 * without, CloudFormation does not look inside and lists every nested stack as possibly changing.
 */
export function withNestedChangeSets(
  world: World,
  stack: Stack,
  changeSet: ChangeSet,
  changes: readonly Change[],
  plan: Plan,
): readonly Change[] {
  const listed = new Set(changes.map(({ logicalId }) => logicalId));
  const silent = [...stack.resources.values()].filter(
    ({ type, logicalId }) => type === NESTED && !listed.has(logicalId),
  );
  const unlisted = silent.map(({ logicalId, physicalId, shown }): Change => {
    const context = { Properties: shown };
    return { ...AUTOMATIC, logicalId, physicalId, before: context, after: context };
  });
  if (!changeSet.includeNestedStacks) return [...changes, ...unlisted];
  return [...changes, ...unlisted].flatMap((change) => {
    if (change.type !== NESTED || change.action === "Remove") return [change];
    const child = childChangeSet(world, stack, changeSet, change, plan);
    const isEmpty = child.changes.length === 0 && !listed.has(change.logicalId);
    if (!isEmpty) world.changeSets.push(child);
    return isEmpty ? [] : [{ ...change, changeSetId: child.id }];
  });
}

const NESTED = "AWS::CloudFormation::Stack";

const AUTOMATIC = {
  action: "Modify",
  type: NESTED,
  replacement: "False",
  policyAction: undefined,
  scope: ["Properties"],
  details: [DIRECT_AUTOMATIC],
} as const;

function childChangeSet(world: World, parent: Stack, set: ChangeSet, change: Change, plan: Plan): ChangeSet {
  const existing = world.stacks.find(({ id }) => id === change.physicalId);
  const stack = existing ?? shell(world, parent, change.logicalId, set.createdAt);
  const properties = objectOf(change.after?.Properties);
  const definition = nestedDefinition(world, properties, set.definition.tags, existing?.definition);
  const name = `${set.name}-${change.logicalId}-${world.random(12).toUpperCase()}`;
  const { partition, region, account } = world.place;
  const child: ChangeSet = {
    ...set,
    id: `arn:${partition}:cloudformation:${region}:${account}:changeSet/${name}/${uuid(world)}`,
    name,
    stackId: stack.id,
    stackName: stack.name,
    type: existing ? "UPDATE" : "CREATE",
    definition,
    parentId: set.id,
    rootId: set.rootId ?? set.id,
    imports: [],
  };
  return { ...child, ...plan(stack, child) };
}

/** A nested stack that is to be made; it is a shell like any other until the execution. */
function shell(world: World, parent: Stack, logicalId: string, now: number): Stack {
  const name = `${parent.name}-${logicalId}-${world.random(12).toUpperCase()}`;
  const stack = newStack(stackArn(world, name), name, now, {
    parentId: parent.id,
    rootId: parent.rootId ?? parent.id,
  });
  world.stacks.push(stack);
  return stack;
}
