import { alarmText } from "../../stack/alarms.ts";
import type { RollbackConfiguration, Stack } from "../../stack/model.ts";
import { canonicalJson } from "../../template/canonical.ts";
import type { Json, ResolvedParameter } from "../../template/model.ts";
import { isMasked } from "../../template/parameters/declarations.ts";
import type { StackRequest } from "../request.ts";
import { differing, type Item, type Items, type Texts } from "./model.ts";

/** The values that the stack's parameters have, or would have. */
export interface ParameterValue {
  readonly name: string;
  /** `****` for NoEcho. */
  readonly value: string;
  /** What an SSM parameter type stands for (`ResolvedValue`). */
  readonly resolved?: string | undefined;
}

/**
 * What a request asks for beside its template, against what the stack has. What the request leaves out stays as it is
 * and makes no item. A field that no line here names is an option of the operation: it is bound as it is.
 */
export function requestItems(
  request: StackRequest,
  parameters: readonly ResolvedParameter[],
  values: readonly ParameterValue[],
  stack: Stack | undefined,
): Items {
  const has = textsOf(stack);
  return new Map([
    ...differing(has, wanted(request, values, stack)),
    ...givenSecrets(parameters),
    ...optionItems(request),
  ]);
}

/** What the stack has, by the names of the items. */
export function textsOf(stack: Stack | undefined): Texts {
  return new Map([
    ...settingTexts({
      role: stack?.roleArn,
      topics: stack?.notificationArns ?? [],
      isProtected: stack?.terminationProtection ?? false,
    }),
    ...rollbackTexts(stack?.rollback),
    ...tagTexts(stack?.tags ?? {}),
    ...capabilityTexts(stack?.capabilities ?? []),
    ...valueTexts(stack?.parameters ?? []),
  ]);
}

function wanted(request: StackRequest, values: readonly ParameterValue[], stack: Stack | undefined): Texts {
  return new Map([
    ...settingTexts({
      role: request.roleArn ?? stack?.roleArn,
      topics: request.notificationArns ?? stack?.notificationArns ?? [],
      isProtected: request.terminationProtection ?? stack?.terminationProtection ?? false,
    }),
    ...rollbackTexts(request.rollback ?? stack?.rollback),
    ...tagTexts(request.tags ?? stack?.tags ?? {}),
    // Fewer capabilities than were granted once forbid something and do nothing.
    ...capabilityTexts([...(stack?.capabilities ?? []), ...request.capabilities]),
    ...valueTexts(values),
  ]);
}

interface Settings {
  readonly role: string | undefined;
  readonly topics: readonly string[];
  readonly isProtected: boolean;
}

function settingTexts({ role, topics, isProtected }: Settings): readonly (readonly [string, string])[] {
  return [
    ...(role === undefined ? [] : [["setting role", canonicalJson(role)] as const]),
    ...(topics.length === 0
      ? []
      : [["setting notification-arns", canonicalJson([...topics].sort())] as const]),
    [PROTECTION, canonicalJson(isProtected ? "on" : "off")],
  ];
}

/** The name of the item that says whether the stack is protected from deletion: set by a call of its own. */
export const PROTECTION = "setting termination-protection";

/** The names of the items that say what CloudFormation watches, and for how long after it is done. */
export const ROLLBACK_SETTINGS = ["setting rollback-alarms", "setting monitoring-minutes"] as const;

/** The alarms with their types: by the wrong one CloudFormation finds none of this name. */
function rollbackTexts(rollback: RollbackConfiguration | undefined): readonly (readonly [string, string])[] {
  const { alarms = [], minutes = 0 } = rollback ?? {};
  return [
    ...(alarms.length === 0
      ? []
      : [[ROLLBACK_SETTINGS[0], canonicalJson(alarms.map(alarmText).sort())] as const]),
    ...(minutes === 0 ? [] : [[ROLLBACK_SETTINGS[1], canonicalJson(minutes)] as const]),
  ];
}

/** Tags of AWS's own (those of a Service Catalog product) are told as the stack's; no request can name or remove one. */
function tagTexts(tags: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(tags)
    .filter(([key]) => !/^aws:/i.test(key))
    .map(([key, value]) => [`tag ${key}`, canonicalJson(value)]);
}

function capabilityTexts(capabilities: readonly string[]): readonly (readonly [string, string])[] {
  return capabilities.map((capability) => [`capability ${capability}`, canonicalJson("granted")]);
}

/** Of a value that CloudFormation does not show, what it stands for says nothing either. */
function valueTexts(values: readonly ParameterValue[]): readonly (readonly [string, string])[] {
  return values.map(({ name, value, resolved }) => [
    `parameter ${name}`,
    canonicalJson(resolved === undefined || isMasked(value) ? value : { resolved, value }),
  ]);
}

/** CloudFormation shows NoEcho values as `****`: whether one changes cannot be known, that it is set anew can. */
function givenSecrets(parameters: readonly ResolvedParameter[]): Items {
  const given = parameters.filter(({ noEcho, source }) => noEcho && source !== "previous");
  const item: Item = { before: null, after: null, how: canonicalJson("set, NoEcho") };
  return new Map(given.map(({ name }) => [`parameter ${name}`, item]));
}

/** What is not worth a word: CloudFormation's and this action's own defaults. */
const DEFAULTS: Readonly<Record<string, Json>> = {
  includeNestedStacks: true,
  importExistingResources: false,
  deploymentMode: "standard",
  onFailure: "rollback",
};

function optionItems(request: StackRequest): Items {
  const {
    // Names and places; a template in the bucket is the same as in the request.
    stackName: _stack,
    name: _name,
    description: _description,
    templateUrl: _url,
    // CREATE or UPDATE: what is created has nothing before.
    type: _type,
    // The template's own items tell it.
    templateBody: _body,
    parameters: _parameters,
    tags: _tags,
    capabilities: _capabilities,
    roleArn: _role,
    notificationArns: _topics,
    rollback: _rollback,
    terminationProtection: _protection,
    ...options
  } = request;
  return new Map(
    Object.entries(options).flatMap(([name, value]): [string, Item][] => {
      const text = canonicalJson((value ?? null) as Json);
      if (value === undefined || text === canonicalJson(DEFAULTS[name] ?? null)) return [];
      return [[`option ${inputName(name)}`, { before: null, after: text, how: null }]];
    }),
  );
}

/** `onFailure` as the input is called: `on-failure`. */
function inputName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
