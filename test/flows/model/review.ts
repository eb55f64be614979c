import type { OutputStructure } from "../../sandbox/aws/query.ts";

/**
 * What a reader of a change set would see, taken from CloudFormation's own answer and not from our digest: a text for each
 * thing that changes. Two change sets do the same exactly when their effects are equal.
 */
export type Effect = ReadonlyMap<string, string>;

interface Detail {
  readonly Target: Readonly<Record<string, unknown>>;
}

interface Resource {
  readonly [field: string]: unknown;
  readonly Details?: readonly Detail[];
}

/** @param described the answer of DescribeChangeSet with property values */
export function effectOf(described: OutputStructure, present: ReadonlyMap<string, string>): Effect {
  const effect = new Map<string, string>();
  for (const { ResourceChange: change } of (described.Changes ?? []) as { ResourceChange: Resource }[]) {
    const { Action, Replacement, PolicyAction, ResourceType, Scope, Details = [] } = change;
    const details = Details.map(({ Target: t }) =>
      JSON.stringify([t.Attribute, t.Path ?? t.Name, t.RequiresRecreation, t.BeforeValue, t.AfterValue]),
    );
    const made = Action === "Add" ? change.AfterContext : undefined;
    const told = [Action, Replacement, PolicyAction, ResourceType, Scope, [...new Set(details)].sort(), made];
    effect.set(`resource ${String(change.LogicalResourceId)}`, JSON.stringify(told));
  }
  for (const parameter of (described.Parameters ?? []) as Record<string, string>[]) {
    const { ParameterKey: name = "", ParameterValue: value = "" } = parameter;
    if (present.get(name) !== value) effect.set(`parameter ${name}`, `${present.get(name)} → ${value}`);
  }
  return effect;
}

export function isSame(a: Effect, b: Effect): boolean {
  return a.size === b.size && [...a].every(([name, text]) => b.get(name) === text);
}

/** Whether every part of the effect stands in one of those. */
export function isCovered(effect: Effect, by: readonly Effect[]): boolean {
  return [...effect].every(([name, text]) => by.some((other) => other.get(name) === text));
}

/** Whether data would be lost: the table is replaced or removed. */
export function losesData(effect: Effect): boolean {
  const table = effect.get("resource Table");
  return table !== undefined && (table.startsWith('["Remove"') || table.startsWith('["Modify","True"'));
}
