import type { Stack } from "../stack/model.ts";
import { canonicalJson, sha256 } from "../template/canonical.ts";
import type { Json, JsonObject, RenderedTemplate, ResolvedParameter } from "../template/model.ts";
import {
  type ChangeSet,
  type Changes,
  type ChangeTarget,
  type KeptParameter,
  type OutputChange,
  type ParameterChange,
  type ResourceChange,
  resourceKey,
  type TagChange,
} from "./model.ts";

/** Everything that is known when a change set has settled. */
export interface ChangeSources {
  readonly target: ChangeTarget;
  /** Absent when AWS found nothing to change. */
  readonly changeSet: Pick<ChangeSet, "resources" | "parameters" | "stackArn" | "stackName"> | undefined;
  readonly template: RenderedTemplate;
  readonly parameters: readonly ResolvedParameter[];
  /** The wanted stack tags; `undefined` leaves them as they are. */
  readonly tags: Readonly<Record<string, string>> | undefined;
  /** The stack as it is; `undefined` when it will be created. */
  readonly stack: Stack | undefined;
  /** The deployed template; `undefined` when the stack will be created. */
  readonly deployedTemplate: JsonObject | undefined;
  readonly capabilities: readonly string[];
  readonly roleArn: string | undefined;
}

/** Puts together what a reviewer would see change: resources from AWS, the rest from what is deployed and what is wanted. */
export function describeChanges(sources: ChangeSources): Changes {
  const kept = keptParameters(sources);
  return {
    target: sources.target,
    resources: sources.changeSet?.resources ?? [],
    definitions: definitions(sources, kept),
    parameters: parameterChanges(sources),
    keptParameters: kept,
    tags: tagChanges(sources.stack?.tags ?? {}, sources.tags),
    outputs: outputChanges(
      section(sources.deployedTemplate, "Outputs"),
      section(sources.template.value, "Outputs"),
    ),
    capabilities: sources.capabilities,
    ...(sources.roleArn === undefined ? {} : { roleArn: sources.roleArn }),
  };
}

/** Only the root template is at hand here: a nested stack's resources have no rendered definition. */
function definitions(
  { changeSet, template, target }: ChangeSources,
  kept: readonly KeptParameter[],
): Record<string, string> {
  const rendered = section(template.value, "Resources");
  const hashes: Record<string, string> = {};
  for (const change of changeSet?.resources ?? []) {
    const definition = change.stackPath.length === 0 ? own(rendered, change.logicalId) : undefined;
    if (definition === undefined || changeSet === undefined) continue;
    const form = isCreated(change)
      ? { definition, created: created(change, changeSet, target, kept) }
      : definition;
    hashes[resourceKey(change)] = sha256(canonicalJson(form));
  }
  return hashes;
}

/** AWS lists no property of a resource that it will make: what its reader sees of it is the resource as a whole. */
function isCreated({ action }: ResourceChange): boolean {
  return action === "Add" || action === "Import";
}

/**
 * The values that a new resource would get. Its definition alone does not tell them: a parameter that keeps its value is
 * no change, and yet somebody may have given the stack another value since the review. Where AWS does not show the
 * resource, the kept parameters stand in. The stack's own ARN (and the name of a stack that was made for a preview
 * only) is not what a review is about.
 */
function created(
  { after }: ResourceChange,
  { stackArn, stackName }: Pick<ChangeSet, "stackArn" | "stackName">,
  target: ChangeTarget,
  kept: readonly KeptParameter[],
): Json {
  if (after === undefined) return kept.map(({ name, value }) => [name, value]);
  const text = canonicalJson(after).replaceAll(stackArn, "AWS::StackId");
  return stackName === target.stack ? text : text.replaceAll(stackName, target.stack);
}

function parameterChanges({ parameters, stack, changeSet }: ChangeSources): readonly ParameterChange[] {
  const before = new Map(stack?.parameters.map((parameter) => [parameter.name, parameter.value]));
  const changed = parameters.flatMap((parameter): ParameterChange[] => {
    const { name, noEcho } = parameter;
    // AWS shows **** for a NoEcho value: whether it changes cannot be known, that it is set anew can.
    if (noEcho) return parameter.source === "previous" ? [] : [{ name, noEcho }];
    const old = before.get(name);
    const value = (changeSet && own(changeSet.parameters, name)) ?? parameter.value ?? old;
    return value === old ? [] : [{ name, noEcho, ...defined("before", old), ...defined("after", value) }];
  });
  const declared = new Set(parameters.map((parameter) => parameter.name));
  const removed = [...before].filter(([name]) => !declared.has(name));
  return [
    ...changed,
    ...removed.map(([name, value]) => ({
      name,
      noEcho: value === "****",
      ...(value === "****" ? {} : { before: value }),
    })),
  ];
}

function keptParameters({ parameters, stack, template }: ChangeSources): readonly KeptParameter[] {
  const present = new Map(stack?.parameters.map((parameter) => [parameter.name, parameter.value]));
  const defaults = new Map(template.parameters.map((declared) => [declared.name, declared.default]));
  return parameters
    .filter((parameter) => parameter.source === "previous")
    .map(({ name, noEcho }) => ({
      name,
      value: noEcho ? "****" : (present.get(name) ?? ""),
      ...(noEcho ? {} : defined("default", defaults.get(name))),
    }));
}

function tagChanges(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>> | undefined,
): readonly TagChange[] {
  if (after === undefined) return [];
  return keysOf(before, after)
    .filter((key) => own(before, key) !== own(after, key))
    .map((key) => ({ key, ...defined("before", own(before, key)), ...defined("after", own(after, key)) }));
}

function outputChanges(before: JsonObject, after: JsonObject): readonly OutputChange[] {
  const form = (value: Json | undefined) => (value === undefined ? undefined : canonicalJson(value));
  return keysOf(before, after)
    .map((key) => ({ key, before: form(own(before, key)), after: form(own(after, key)) }))
    .filter((output) => output.before !== output.after)
    .map((output) => ({
      key: output.key,
      ...defined("before", output.before),
      ...defined("after", output.after),
    }));
}

function keysOf(...records: readonly Readonly<Record<string, unknown>>[]): readonly string[] {
  return [...new Set(records.flatMap(Object.keys))].sort();
}

/** A member by a name that others chose: `constructor` must not find what every object has. */
function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function section(template: JsonObject | undefined, name: string): JsonObject {
  const value = template?.[name];
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

/** `{[name]: value}`, or nothing where there is no value (exactOptionalPropertyTypes). */
function defined<K extends string>(name: K, value: string | undefined): { readonly [P in K]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [P in K]: string });
}
