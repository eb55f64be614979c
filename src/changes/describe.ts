import type { Stack } from "../stack/model.ts";
import { canonicalJson, sha256 } from "../template/canonical.ts";
import type { Json, JsonObject, RenderedTemplate, ResolvedParameter } from "../template/model.ts";
import { hiddenParameters } from "./hiddenParameters.ts";
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

type Described = Pick<
  ChangeSet,
  "resources" | "parameters" | "resolvedParameters" | "stackArn" | "stackName"
>;

/** Everything that is known when a change set has settled. */
export interface ChangeSources {
  readonly target: ChangeTarget;
  /** Absent when AWS found nothing to change. */
  readonly changeSet: Described | undefined;
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

function parameterChanges(sources: ChangeSources): readonly ParameterChange[] {
  const { parameters, stack, changeSet } = sources;
  const { names, exposed } = hiddenParameters(sources);
  const before = new Map(stack?.parameters.map((parameter) => [parameter.name, parameter]));
  const changed = parameters.flatMap(({ name, source, value }): ParameterChange[] => {
    if (exposed.has(name)) return [{ name, noEcho: true, exposed: true }];
    // AWS shows **** for a NoEcho value: whether it changes cannot be known, that it is set anew can.
    if (names.has(name)) return source === "previous" ? [] : [{ name, noEcho: true }];
    const old = before.get(name);
    const after = (changeSet && own(changeSet.parameters, name)) ?? value ?? old?.value;
    const resolved = changeSet?.resolvedParameters && own(changeSet.resolvedParameters, name);
    // Without the resolved value (nothing changes, or AWS does not tell it) the names are what can be compared.
    const isSame =
      after === old?.value &&
      (resolved === undefined || old?.resolved === undefined || resolved === old.resolved);
    if (isSame) return [];
    return [
      {
        name,
        noEcho: false,
        ...defined("before", standing(old?.value, old?.resolved)),
        ...defined("after", standing(after, resolved)),
      },
    ];
  });
  const declared = new Set(parameters.map((parameter) => parameter.name));
  const removed = [...before.values()].filter(({ name }) => !declared.has(name));
  return [
    ...changed,
    ...removed.map(({ name, value, resolved }) =>
      names.has(name)
        ? { name, noEcho: true }
        : { name, noEcho: false, ...defined("before", standing(value, resolved)) },
    ),
  ];
}

/** `/app/ami (ami-1)`: a name with what it stands for. */
function standing(value: string | undefined, resolved: string | undefined): string | undefined {
  return value === undefined || resolved === undefined || resolved === value
    ? value
    : `${value} (${resolved})`;
}

function keptParameters(sources: ChangeSources): readonly KeptParameter[] {
  const { parameters, stack, template } = sources;
  const { names } = hiddenParameters(sources);
  const changed = new Set(parameterChanges(sources).map(({ name }) => name));
  const present = new Map(stack?.parameters.map((parameter) => [parameter.name, parameter]));
  const defaults = new Map(template.parameters.map((declared) => [declared.name, declared.default]));
  return parameters
    .filter(({ name, source }) => source === "previous" && !changed.has(name))
    .map(({ name }) => {
      if (names.has(name)) return { name, value: "****" };
      const { value, resolved } = present.get(name) ?? {};
      return {
        name,
        value: standing(value, resolved) ?? "",
        ...defined("default", standardOf(defaults.get(name), value, resolved)),
      };
    });
}

/** The default in the form of the value, where both are the same name. */
function standardOf(
  standard: string | undefined,
  value: string | undefined,
  resolved: string | undefined,
): string | undefined {
  return standard === value ? standing(standard, resolved) : standard;
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
