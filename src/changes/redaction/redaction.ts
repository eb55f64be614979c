import { isSecretName, nameMatcher } from "../../secrets/secretNames.ts";
import { REDACTED, redactText } from "../../secrets/secretText.ts";
import { canonicalJson } from "../../template/canonical.ts";
import type { Json, JsonObject } from "../../template/model.ts";
import { markedSides } from "../hiddenChange.ts";
import { type Item, type Items, keyText, nameText, unescaped } from "../items/model.ts";
import { resourceForms } from "../items/resourceForms.ts";
import type { TemplatePair } from "../items/templateItems.ts";
import { VALUES } from "../items/untold.ts";
import { mapStrings } from "../mapStrings.ts";
import type { Changes, PropertyChange, ResourceChange, TemplateChange } from "../model.ts";
import { hideAlarms, hideKept } from "./hideSettings.ts";
import { type HidingRules, hideAt, hideJson, hideMembers, hideText, withoutFound } from "./hideValue.ts";
import {
  type Hiding,
  hidingAt,
  hidingBeside,
  hidingOf,
  isAtAny,
  isFromNoEcho,
  noEchoPlaces,
} from "./hiding.ts";
import { secretParameters } from "./secretParameters.ts";

export { redactText } from "../../secrets/secretText.ts";

export interface RedactionOptions {
  /** Names of the parameters that are NoEcho, in the template or in the deployed one. */
  readonly noEcho: readonly string[];
  /** Globs of property and parameter names whose values are never shown (the `redact` input). */
  readonly patterns: readonly string[];
  /** Takes the run's known secrets out of a text (`Secrets.hide`). */
  readonly hide?: (text: string) => string;
  /** The templates that are compared: what a value is called that CloudFormation lists by its place in a list. */
  readonly templates?: readonly TemplatePair[];
}

/**
 * The changes as they may be shown: without NoEcho values, dynamic references, the values of properties and
 * parameters that are named like secrets or by the user, and whatever looks like a credential, at any depth. A value that
 * was hidden in one place is hidden wherever else it occurs. Of a hidden value that changes, the new side says so.
 *
 * For showing only: the digest and the verdict are taken from the changes as AWS gave them.
 */
export function redact(changes: Changes, options: RedactionOptions): Changes {
  const rules = rulesOf(options, changes.resources);
  const hidden = hideChanges(changes, rules);
  return mapStrings(hidden, withoutFound(rules.found));
}

/**
 * One named value, a stack output or a drifted property, as it may be shown.
 * @param path the names that lead to it
 * @param forms of a property: what is known of its resource
 */
export function redactNamed(
  path: string | readonly string[],
  value: string,
  isHidden = isSecretName,
  forms?: readonly Json[],
): string {
  const rules = { ...rulesOf({ noEcho: [], patterns: [] }), isHidden };
  const names = typeof path === "string" ? [path] : [path.join("/"), ...path].map(unescaped);
  const steps = names.slice(1).filter((step) => step !== "");
  const beside = forms === undefined ? "none" : hidingBeside(() => forms, steps, rules);
  return hideText(value, names.some(isHidden) ? "all" : beside, rules);
}

function rulesOf(
  { noEcho, patterns, hide = (text) => text, templates = [] }: RedactionOptions,
  resources: readonly ResourceChange[] = [],
): HidingRules {
  const isListed = nameMatcher(patterns);
  const isHidden = (name: string) => isListed(name) || isSecretName(name);
  const names = new Set<string | undefined>(noEcho);
  return {
    isHidden,
    isListed,
    given: secretParameters(templates, { isHidden, isListed }),
    forms: resourceForms(resources, templates),
    isNoEcho: (name) => names.has(name),
    hide,
    found: new Set<string>(),
  };
}

function hideChanges(changes: Changes, rules: HidingRules): Changes {
  const hiding = (name: string): Hiding => (rules.isHidden(name) || rules.isNoEcho(name) ? "all" : "none");
  const secret = noEchoPlaces(changes.resources, rules);
  const ofParameter = (name: string): [Hiding, HidingRules] =>
    hiding(name) === "none" && rules.given.has(name) ? ["all", onlyHere(rules)] : [hiding(name), rules];
  return {
    ...changes,
    resources: changes.resources.map((change) => hideChange(change, rules)),
    parameters: changes.parameters.map((it) => hideSides(it, ...ofParameter(it.name))),
    keptParameters: changes.keptParameters.map((kept) => {
      const value = hideText(kept.value, ...ofParameter(kept.name));
      if (kept.default === undefined) return { ...kept, value };
      return { ...kept, value, default: hideText(kept.default, ...ofParameter(kept.name)) };
    }),
    tags: changes.tags.map((tag) => hideSides(tag, hiding(tag.key), rules)),
    outputs: changes.outputs.map((output) => hideSides(output, hiding(output.key), rules)),
    settings: changes.settings.map((setting) => hideSides(setting, hiding(setting.name), rules)),
    template: changes.template.map((change) => hideTemplate(change, rules, secret)),
    ...(changes.watched === undefined ? {} : { watched: hideAlarms(changes.watched, rules) }),
    ...(changes.kept === undefined ? {} : { kept: hideKept(changes.kept, hiding, rules) }),
    ...(changes.roleArn === undefined ? {} : { roleArn: hideText(changes.roleArn, "none", rules) }),
  };
}

/**
 * The items of a review as they may be shown and recorded. Each text stays canonical JSON.
 * @param resources what CloudFormation lists: what is called how in them
 */
export function redactItems(
  items: Items,
  options: RedactionOptions,
  resources: readonly ResourceChange[] = [],
): Items {
  const rules = rulesOf(options, resources);
  const hidden = [...items].map(([name, { before, after, how }]) => {
    const side = (text: string | null) => (text === null ? null : hideItem(name, jsonIn(text), rules));
    return { name, before: side(before), after: side(after), how };
  });
  // In the values and not in their texts, where a line break is two characters.
  const clean = withoutFound(rules.found);
  const textOf = (value: Json) => (value === null ? null : canonicalJson(mapStrings(value, clean)));
  return new Map(
    hidden.map(({ name, before, after, how }): [string, Item] => [
      name,
      { before: textOf(before), after: textOf(after), how },
    ]),
  );
}

const NONE: ReadonlySet<string> = new Set();

function hideItem(name: string, value: Json, rules: HidingRules): Json {
  const shown = hideAt(name, value, hidingAt(name, { ...rules, given: NONE }), rules);
  if (rules.given.size === 0) return shown;
  const [start, key = ""] = name.split(" ");
  const own = start === VALUES ? onlyHere(rules) : (within(key, rules) ?? onlyHere(rules));
  const hiding = hidingAt(name, own);
  return start === VALUES ? hideBehind(value, hiding, own) : hideAt(name, value, hiding, own);
}

/** What is behind a definition, in each stack: the values of its parameters, and what it gives to others. */
function hideBehind(value: Json, hiding: Hiding, rules: HidingRules): Json {
  return hideMembers(value, hiding, rules, (template, stack, inStack) =>
    hideMembers(template, inStack, rules, (entries, section, inSection) =>
      hideMembers(entries, inSection, rules, (entry, name, inEntry) => {
        const key = [stack, name].filter((step) => step !== "").join("/");
        const isGiven = section === "Parameters" && rules.given.has(key);
        const own = section === "Resources" ? within(key, rules) : undefined;
        return hideJson(entry, isGiven ? "all" : inEntry, own ?? rules);
      }),
    ),
  );
}

/** By what is hidden what a nested stack is given, where any of its parameters goes to a secret's place. */
function within(key: string, rules: HidingRules): HidingRules | undefined {
  const isGiven = (name: string) => rules.given.has(`${key}/${nameText(name)}`);
  if (![...rules.given].some((one) => one.startsWith(`${key}/`))) return undefined;
  return { ...onlyHere(rules), isHidden: (name) => isGiven(name) || rules.isHidden(name) };
}

/** What is hidden for the sake of where it goes is looked for nowhere else: it can be the name of a table, say. */
function onlyHere(rules: HidingRules): HidingRules {
  return { ...rules, found: new Set() };
}

/** What a canonical text stands for; `null` is one, too. */
function jsonIn(text: string): Json {
  try {
    return (JSON.parse(text) as Json) ?? text;
  } catch {
    return text;
  }
}

function hideSides<T extends { readonly before?: string; readonly after?: string }>(
  item: T,
  hiding: Hiding,
  rules: HidingRules,
): T {
  return { ...item, ...markedSides(item, (text) => hideText(text, hiding, rules)) };
}

/** By what is hidden what a nested stack is given, too: its definition says it before CloudFormation does. */
function hideTemplate(change: TemplateChange, rules: HidingRules, secret: readonly string[]): TemplateChange {
  const [, key = ""] = change.name.split(" ");
  const isSecret = isAtAny(change.name, secret);
  const own = isSecret ? onlyHere(rules) : (within(key, rules) ?? rules);
  const hiding = isSecret ? "all" : hidingAt(change.name, own);
  return { ...change, ...markedSides(change, (text) => hideCanonical(change.name, text, hiding, own)) };
}

/** A text is hidden as it is and not as JSON writes it, where a line break is two characters. */
function hideCanonical(name: string, text: string, hiding: Hiding, rules: HidingRules): string {
  const value = jsonIn(text);
  if (Array.isArray(value)) return JSON.stringify(hideAt(name, value, hiding, rules));
  if (typeof value !== "string" || value === text) return hideText(text, hiding, rules);
  const shown = hideText(value, hiding, rules);
  return shown === REDACTED ? shown : canonicalJson(shown);
}

function hideChange(change: ResourceChange, rules: HidingRules): ResourceChange {
  const shown = hideResource(change, rules);
  const own = within(keyText(change.stackPath, change.logicalId), rules);
  return own === undefined ? shown : hideResource(change, own);
}

function hideResource(change: ResourceChange, rules: HidingRules): ResourceChange {
  const fromNoEcho = change.details.filter((detail) => isFromNoEcho(detail, rules));
  const secretNames = new Set<string | undefined>(fromNoEcho.map(({ name }) => name));
  // A property that takes a NoEcho value shows it in the contexts as well.
  const inContext: HidingRules = {
    ...rules,
    isHidden: (name) => rules.isHidden(name) || secretNames.has(name),
    isListed: (name) => rules.isListed(name) || secretNames.has(name),
  };
  return {
    ...change,
    details: change.details.map((detail) => hideDetail(detail, change, rules)),
    ...(change.before === undefined ? {} : { before: hideJson(change.before, "none", inContext) }),
    ...(change.after === undefined ? {} : { after: hideJson(change.after, "none", inContext) }),
    ...(change.written === undefined
      ? {}
      : { written: hideJson(change.written, "none", inContext) as JsonObject }),
    ...(change.physicalId === undefined ? {} : { physicalId: redactText(rules.hide(change.physicalId)) }),
  };
}

function hideDetail(detail: PropertyChange, change: ResourceChange, rules: HidingRules): PropertyChange {
  const hiding = hidingOf(detail, change, rules);
  const sides = hideSides(detail, hiding, rules);
  if (detail.drift === undefined) return sides;
  const { previous, actual } = detail.drift;
  const { before, after } = hideSides({ before: previous, after: actual }, hiding, rules);
  return { ...sides, drift: { previous: before, actual: after } };
}
