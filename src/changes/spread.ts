import type { Stack } from "../stack/model.ts";
import { canonicalJson, isObject } from "../template/canonical.ts";
import { functionOf, isLoop } from "../template/functions.ts";
import { hangsOnMore, isRewritten } from "../template/macros.ts";
import type { Json, JsonObject } from "../template/model.ts";
import { nestedStacks } from "../template/tree/nested.ts";
import type { Sides } from "./items/anew.ts";
import { writtenAs } from "./items/definitions.ts";
import { NESTED_STACK } from "./items/lookup.ts";
import { reachedText, reachOf } from "./items/reach.ts";
import { pathKey, type Surroundings } from "./items/references.ts";
import type { PropertyChange, ResourceChange } from "./model.ts";
import type { StackRequest } from "./request.ts";

/** Whether a line of a resource's says no more than is told elsewhere. */
type IsSpread = (detail: PropertyChange, change: ResourceChange) => boolean;

/**
 * What is done to resources for their own sake. Some lines CloudFormation gives to many of them for one reason: to all that can have tags
 * for a tag of the stack (`tag <Key>` tells it), and to all nested stacks that it does not look into (their templates are compared). As
 * items these would outdate all open reviews with each resource that a neighbour adds or removes.
 */
export function withoutSpread(
  resources: readonly ResourceChange[],
  request: Pick<StackRequest, "tags">,
  stack: Pick<Stack, "tags"> | undefined,
  sides: Sides,
): readonly ResourceChange[] {
  const kinds = [tellByStackTags(tagChanges(request.tags, stack?.tags), sides), tellByNestedTemplates(sides)];
  return resources.flatMap((change) => {
    // Where AWS drops the values of a resource, what it lists of it is not all.
    if (change.action !== "Modify" || change.withoutValues === true || isDrifted(change)) {
      return [change];
    }
    const isSpread = (detail: PropertyChange) => kinds.some((isOne) => isOne(detail, change));
    const spread = change.details.filter(isSpread);
    if (spread.length === 0) return [change];
    if (spread.length < change.details.length) {
      return [{ ...change, details: change.details.filter((detail) => !spread.includes(detail)) }];
    }
    return isInPlace(change) && isAll(change.scope, spread) ? [] : [change];
  });
}

/** What somebody changed or deleted by hand is made again, whatever is listed of it. */
function isDrifted({ driftStatus }: ResourceChange): boolean {
  return driftStatus === "DELETED" || driftStatus === "MODIFIED";
}

function isInPlace({ replacement = "False", policyAction }: ResourceChange): boolean {
  return replacement === "False" && policyAction === undefined;
}

function isAll(scope: readonly string[], details: readonly PropertyChange[]): boolean {
  return scope.every((one) => details.some(({ attribute }) => attribute === one));
}

/** A tag of the stack that becomes another one. */
interface Retagged {
  readonly key: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

type Tags = Readonly<Record<string, string>>;

/** Where the request names no tags, the stack keeps those that it has. */
function tagChanges(wants: Tags | undefined, has: Tags = {}): readonly Retagged[] {
  if (wants === undefined) return [];
  return [...new Set([...Object.keys(has), ...Object.keys(wants)])]
    .filter((key) => !/^aws:/i.test(key) && has[key] !== wants[key])
    .map((key) => ({ key, before: has[key], after: wants[key] }));
}

function tellByStackTags(tags: readonly Retagged[], { wanted, deployed }: Sides): IsSpread {
  const isMade = rewriting();
  const isSteady = ({ stackPath, logicalId }: ResourceChange) => {
    const path = [...stackPath, logicalId];
    // A nested stack's own tags spread over all that is in it.
    return path.every((_, depth) => {
      const [now, then] = [wanted, deployed].map((around) =>
        ownTags(path.slice(0, depth + 1), around, isMade),
      );
      // A tag of its own under the same key stands before the stack's: what it has then hangs on both.
      return now !== undefined && now === then && !tags.some(({ key }) => isNamedIn(now, key));
    });
  };
  return (detail, change) =>
    tags.length > 0 && isOfTags(detail) && areOfStack(detail, tags) && isSteady(change);
}

/** Also in what is behind, whose text is JSON in JSON. */
function isNamedIn(own: string, key: string): boolean {
  return own.replaceAll("\\", "").includes(`"${key.replaceAll(/["\\]/g, "")}`);
}

function isOfTags({ attribute, requiresRecreation, causingEntity, changeType, drift }: PropertyChange) {
  const isDrift = drift !== undefined || changeType === "SyncWithActual";
  return attribute === "Tags" && requiresRecreation === "Never" && causingEntity === undefined && !isDrift;
}

/** What can be another thing though no template and no parameter is: who is given it cannot be told to have the same tags as before. */
const TAKEN = /Fn::ImportValue|Fn::GetStackOutput|\{\{resolve:|NoEcho|"sha256 /;

/** Whether a macro rewrites a template, which is asked for each of its resources. */
function rewriting(): (template: JsonObject) => boolean {
  const known = new Map<JsonObject, boolean>();
  return (template) => {
    const isMade = known.get(template) ?? isRewritten(template);
    known.set(template, isMade);
    return isMade;
  };
}

/**
 * The tags that a resource has from its definition, with all that they hang on.
 * @returns `undefined` where the templates do not tell
 */
function ownTags(
  path: readonly string[],
  around: Surroundings,
  isMade: (template: JsonObject) => boolean,
): string | undefined {
  const [stackPath, logicalId] = [path.slice(0, -1), path.at(-1) ?? ""];
  const key = pathKey(stackPath);
  const raw = around.templates.get(key);
  const definition = writtenAs(logicalId, around.expanded.get(key)?.value);
  // Macros can give tags: SAM does to all that it makes.
  if (raw === undefined || isMade(raw.value) || !isObject(definition)) return undefined;
  const { Properties = {} } = definition;
  if (!isObject(Properties) || functionOf(Properties) !== undefined) return undefined;
  if (Object.keys(Properties).some(isLoop)) return undefined;
  const value = Object.fromEntries(Object.entries(Properties).filter(([name]) => /tag/i.test(name)));
  const text = canonicalJson([value, reachedText(reachOf({ stackPath, value }, around)) ?? null]);
  return TAKEN.test(text) ? undefined : text;
}

/** Where values are told: whether they differ in nothing but the stack's tags. */
function areOfStack({ before, after }: PropertyChange, tags: readonly Retagged[]): boolean {
  if (before === undefined && after === undefined) return true;
  const [was, is] = [tagsIn(before), tagsIn(after)];
  if (was === undefined || is === undefined) {
    return tags.some((tag) => tag.before === before && tag.after === after);
  }
  return [...new Set([...was.keys(), ...is.keys()])].every((key) => {
    const [old, wanted] = [was.get(key), is.get(key)];
    return (
      old === wanted || tags.some((tag) => tag.key === key && tag.before === old && tag.after === wanted)
    );
  });
}

/** A list of tags as CloudFormation shows it, by their keys. */
function tagsIn(shown = "[]"): ReadonlyMap<string, string> | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(shown);
  } catch {
    return undefined;
  }
  const list = Array.isArray(parsed) ? (parsed as readonly Json[]) : [];
  const tags = list.flatMap((tag) => (isTag(tag) ? [[tag.Key, tag.Value] as const] : []));
  return Array.isArray(parsed) && tags.length === list.length ? new Map(tags) : undefined;
}

function isTag(tag: Json): tag is { readonly Key: string; readonly Value: string } {
  if (!isObject(tag)) return false;
  return Object.keys(tag).sort().join() === "Key,Value" && Object.values(tag).every(isText);
}

function isText(value: Json): value is string {
  return typeof value === "string";
}

/**
 * Where CloudFormation does not look into nested stacks, it lists each of them in every change set ("Automatic"), for anything in it may
 * change: what does, the templates tell, where all of them can be read and hang on nothing else.
 */
function tellByNestedTemplates({ wanted, deployed, areNestedListed }: Sides): IsSpread {
  const isTold = (stackPath: readonly string[]): boolean => {
    const key = pathKey(stackPath);
    const template = wanted.expanded.get(key)?.value;
    if (template === undefined || !deployed.templates.has(key) || hangsOnOthers(template)) return false;
    return nestedStacks(template).every(({ logicalId }) => isTold([...stackPath, logicalId]));
  };
  return ({ source }, { type, stackPath, logicalId }) =>
    !areNestedListed && source === "Automatic" && type === NESTED_STACK && isTold([...stackPath, logicalId]);
}

/** What an update of a nested stack reads once more: what comes of it can be another thing though its template is the same. */
const READ_ANEW = /"Fn::ImportValue":|"Fn::GetStackOutput":|"AWS::SSM::Parameter::Value<|::MODULE"/;

function hangsOnOthers(template: JsonObject): boolean {
  const { Resources } = template;
  const isOpen = isObject(Resources) && Object.keys(Resources).some(isLoop);
  return isOpen || hangsOnMore(template) || READ_ANEW.test(canonicalJson(template));
}
