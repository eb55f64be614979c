import { createHash } from "node:crypto";
import type { OutputStructure, Params } from "../../sandbox/aws/query.ts";
import type { Stack } from "../../sandbox/cloudformation/model.ts";

/**
 * What a whole request does to the stack, from CloudFormation's side and not by our items: what the stack has and will
 * have under each name (every leaf of the template, parameters, tags, settings), and what the change set lists. Two
 * requests do the same exactly when their effects are equal.
 */
export type Effect = ReadonlyMap<string, Part>;
export type Texts = ReadonlyMap<string, string>;

export interface Part {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A request as it was sent, with what the stack had then. */
export interface Request {
  readonly has: Texts;
  readonly wants: Texts;
  /** The full SHAs that mean the commit at hand. */
  readonly shas: readonly string[];
}

const HERE = "<here>";

/** Whether what is done hangs on which commit is deployed. */
export function namesCommit(effect: Effect): boolean {
  return [...effect.values()].some(({ after }) => after?.includes(HERE) === true);
}

/** What a stack has. */
export function textsOf(stack: Stack | undefined): Texts {
  if (stack === undefined) return new Map([PROTECTED_OFF]);
  const { definition, roleArn, notificationArns, rollback, terminationProtection, capabilities } = stack;
  return new Map([
    ...(definition === undefined ? [] : leavesOf(definition.body)),
    ...(definition?.parameters ?? []).map(({ key, value }) => [`parameter ${key}`, value] as const),
    ...(definition?.tags ?? []).map(({ key, value }) => [`tag ${key}`, value] as const),
    ...capabilities.map((name) => [`capability ${name}`, "granted"] as const),
    ...(roleArn === undefined ? [] : [["role", roleArn] as const]),
    ...(notificationArns.length === 0 ? [] : [["topics", [...notificationArns].sort().join()] as const]),
    ...watchedTexts(
      rollback.triggers.map(({ arn }) => arn),
      rollback.minutes,
    ),
    ["protection", String(terminationProtection)],
  ]);
}

const PROTECTED_OFF = ["protection", "false"] as const;

/** What a nested stack's template holds when it is read. */
export const NESTED = "nested Child";

/**
 * What CreateChangeSet asks for. What it leaves out stays as it is.
 * @param protection the termination protection that the run was given, which has a call of its own
 * @param onFailure as the run was given it, which partly goes with the execution
 */
export function requestOf(
  params: Params,
  stack: Stack | undefined,
  {
    protection,
    onFailure,
    nested,
    shas,
  }: {
    protection: string | undefined;
    onFailure: string;
    readonly nested: string | undefined;
    shas: readonly string[];
  },
): Request {
  const has = textsOf(stack);
  const lists = params as Readonly<Record<string, readonly Record<string, string>[] | undefined>>;
  const wants = new Map<string, string>([
    ...leavesOf(String(params.TemplateBody)),
    ...kept(has, /^(role|topics|protection|capability .*)$/),
    ...(params.RollbackConfiguration === undefined
      ? kept(has, /^(alarms|minutes)$/)
      : watchedIn(params.RollbackConfiguration)),
    ...(params.Tags === undefined ? kept(has, /^tag /) : []),
    ...(lists.Parameters ?? []).map((given) => parameterOf(given, has)),
    ...(lists.Tags ?? []).map(({ Key, Value = "" }) => [`tag ${Key}`, Value] as const),
    ...((lists.Capabilities ?? []) as readonly unknown[]).map(
      (name) => [`capability ${String(name)}`, "granted"] as const,
    ),
    ...(params.RoleARN === undefined ? [] : [["role", String(params.RoleARN)] as const]),
    ...topicsOf(lists.NotificationARNs as readonly unknown[] | undefined),
    ...(protection === undefined ? [] : [["protection", protection] as const]),
    ...(nested === undefined ? [] : [[NESTED, nested] as const]),
    ...(onFailure === "rollback" ? [] : [["option on-failure", onFailure] as const]),
  ]);
  return { has, wants, shas };
}

function watchedIn(given: Params[string]): readonly (readonly [string, string])[] {
  const { RollbackTriggers, MonitoringTimeInMinutes } = given as unknown as {
    readonly RollbackTriggers: readonly { readonly Arn: string }[] | "";
    readonly MonitoringTimeInMinutes: string;
  };
  return watchedTexts(
    [...RollbackTriggers].map((trigger) => (trigger as { readonly Arn: string }).Arn),
    Number(MonitoringTimeInMinutes),
  );
}

function watchedTexts(alarms: readonly string[], minutes: number): readonly (readonly [string, string])[] {
  return [
    ...(alarms.length === 0 ? [] : [["alarms", [...alarms].sort().join()] as const]),
    ...(minutes === 0 ? [] : [["minutes", String(minutes)] as const]),
  ];
}

function topicsOf(arns: readonly unknown[] | undefined): readonly (readonly [string, string])[] {
  return arns === undefined || arns.length === 0 ? [] : [["topics", arns.map(String).sort().join()]];
}

function kept(has: Texts, names: RegExp): readonly (readonly [string, string])[] {
  return [...has].filter(([name]) => names.test(name));
}

function parameterOf({ ParameterKey, ParameterValue }: Record<string, string>, has: Texts) {
  const name = `parameter ${ParameterKey}`;
  return [name, ParameterValue ?? has.get(name) ?? ""] as const;
}

/** @param described the answer of DescribeChangeSet with property values; absent where there is nothing to change */
export function effectOf({ has, wants, shas }: Request, described: OutputStructure | undefined): Effect {
  const effect = new Map<string, Part>();
  for (const name of new Set([...has.keys(), ...wants.keys()])) {
    const [before, after] = [has.get(name), wants.get(name)];
    if (before !== after) effect.set(name, here({ before, after }, shas));
  }
  for (const [name, part] of listed(described)) effect.set(name, here(part, shas));
  return effect;
}

interface Detail {
  readonly Target: Readonly<Record<string, string | undefined>>;
  readonly ChangeSource?: string;
}

interface Change {
  readonly [field: string]: unknown;
  readonly Details?: readonly Detail[];
}

/**
 * What is done to a resource because it is in this stack, and to each that will be: it gets the stack's tags (no resource here has its own),
 * and where it is a nested stack it is looked at anew. The tags and what the nested template holds are parts of their own.
 */
function isSpread({ Target, ChangeSource }: Detail): boolean {
  return Target.Attribute === "Tags" || ChangeSource === "Automatic";
}

function listed(described: OutputStructure | undefined): readonly (readonly [string, Part])[] {
  const changes = (described?.Changes ?? []) as readonly { readonly ResourceChange: Change }[];
  return changes.flatMap(({ ResourceChange: change }) => {
    const { Action, Replacement, PolicyAction, ResourceType, Details: all = [] } = change;
    const Details = all.filter((detail) => !isSpread(detail));
    if (Action === "Modify" && Replacement === "False" && Details.length === 0) return [];
    const id = String(change.LogicalResourceId);
    const operation = JSON.stringify([Action, Replacement, PolicyAction, ResourceType]);
    return [
      [operationName(id), { before: undefined, after: operation }] as const,
      // What is made anew has all its values here, resolved.
      ...(Action === "Add"
        ? [[`context ${id}`, { before: undefined, after: String(change.AfterContext) }] as const]
        : []),
      ...Details.map(({ Target }) => {
        const { Attribute, Path, Name, RequiresRecreation, BeforeValue, AfterValue } = Target;
        const name = `value ${id} ${Path ?? `${Attribute} ${Name ?? ""}`} ${RequiresRecreation}`;
        return [name, { before: BeforeValue, after: AfterValue }] as const;
      }),
    ];
  });
}

export function operationName(logicalId: string): string {
  return `operation ${logicalId}`;
}

/** A value that holds the SHA of the very commit is the same for every commit, whatever was there before. */
function here(part: Part, shas: readonly string[]): Part {
  if (part.after === undefined || !shas.some((sha) => part.after?.includes(sha))) return part;
  return { before: undefined, after: hereIn(part.after, shas) };
}

export function hereIn(text: string, shas: readonly string[]): string {
  return shas.reduce((clean, sha) => clean.replaceAll(sha, HERE), text);
}

const leaves = new Map<string, readonly (readonly [string, string])[]>();

/** Every leaf of a template by its path; lists are leaves. */
function leavesOf(body: string): readonly (readonly [string, string])[] {
  const key = createHash("sha1").update(body).digest("base64");
  const known = leaves.get(key);
  if (known !== undefined) return known;
  const found: (readonly [string, string])[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      found.push([path, JSON.stringify(value)]);
    } else {
      for (const [name, member] of Object.entries(value)) walk(member, `${path}/${name}`);
    }
  };
  walk(JSON.parse(body), "template ");
  leaves.set(key, found);
  return found;
}

export function isSamePart(a: Part | undefined, b: Part | undefined): boolean {
  return a?.before === b?.before && a?.after === b?.after && (a === undefined) === (b === undefined);
}

export function isSame(a: Effect, b: Effect): boolean {
  return a.size === b.size && [...a].every(([name, part]) => isSamePart(part, b.get(name)));
}

/** Whether data would be lost: the table is replaced or removed. */
export function losesData(effect: Effect): boolean {
  const [action, replacement] = operationOn("Table", effect);
  return action === "Remove" || (action === "Modify" && replacement === "True");
}

function operationOn(logicalId: string, effect: Effect): readonly (string | undefined)[] {
  const text = effect.get(operationName(logicalId))?.after;
  return text === undefined ? [] : (JSON.parse(text) as readonly string[]);
}

export function showEffect(effect: Effect): string {
  return JSON.stringify([...effect].map(([name, { before, after }]) => `${name}: ${before} → ${after}`));
}
