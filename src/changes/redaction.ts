import { withoutCutPairs } from "../secrets/cutPairs.ts";
import { isSecretName, nameMatcher } from "../secrets/secretNames.ts";
import { isHarmless, REDACTED, redactText } from "../secrets/secretText.ts";
import { canonicalJson } from "../template/canonical.ts";
import type { Json, JsonObject } from "../template/model.ts";
import { markedSides } from "./hiddenChange.ts";
import {
  type Hiding,
  hidingAt,
  hidingBeside,
  hidingOf,
  isFromNoEcho,
  memberHiding,
  type PlaceRules,
} from "./hiding.ts";
import { type Item, type Items, unescaped } from "./items/model.ts";
import { resourceForms } from "./items/resourceForms.ts";
import type { TemplatePair } from "./items/templateItems.ts";
import { VALUES } from "./items/untold.ts";
import { mapStrings } from "./mapStrings.ts";
import type { Changes, PropertyChange, ResourceChange, WatchedAlarms } from "./model.ts";
import { parseValue } from "./resourceState.ts";
import { secretParameters } from "./secretParameters.ts";

export { redactText } from "../secrets/secretText.ts";

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

interface Rules extends PlaceRules {
  readonly hide: (text: string) => string;
  /** Collects what was hidden, to find it again elsewhere. */
  readonly found: Set<string>;
}

function rulesOf(
  { noEcho, patterns, hide = (text) => text, templates = [] }: RedactionOptions,
  resources: readonly ResourceChange[] = [],
): Rules {
  const isListed = nameMatcher(patterns);
  const isHidden = (name: string) => isListed(name) || isSecretName(name);
  const names = new Set<string | undefined>(noEcho);
  const given = secretParameters(templates, { isHidden, isListed });
  return {
    isHidden,
    isListed,
    isGiven: (name) => given.has(name),
    forms: resourceForms(resources, templates),
    isNoEcho: (name) => names.has(name),
    hide,
    found: new Set<string>(),
  };
}

function hideChanges(changes: Changes, rules: Rules): Changes {
  const hiding = (name: string): Hiding => (rules.isHidden(name) || rules.isNoEcho(name) ? "all" : "none");
  // What is hidden for the sake of where it goes is looked for nowhere else: it can be the name of a table, say.
  const onlyHere: Rules = { ...rules, found: new Set() };
  const ofParameter = (name: string): [Hiding, Rules] =>
    hiding(name) === "none" && rules.isGiven(name) ? ["all", onlyHere] : [hiding(name), rules];
  return {
    ...changes,
    resources: changes.resources.map((change) => hideResource(change, rules)),
    parameters: changes.parameters.map((it) => hideSides(it, ...ofParameter(it.name))),
    keptParameters: changes.keptParameters.map((kept) => {
      const value = hideText(kept.value, ...ofParameter(kept.name));
      if (kept.default === undefined) return { ...kept, value };
      return { ...kept, value, default: hideText(kept.default, ...ofParameter(kept.name)) };
    }),
    tags: changes.tags.map((tag) => hideSides(tag, hiding(tag.key), rules)),
    outputs: changes.outputs.map((output) => hideSides(output, hiding(output.key), rules)),
    settings: changes.settings.map((setting) => hideSides(setting, hiding(setting.name), rules)),
    template: changes.template.map((change) => hideSides(change, hidingAt(change.name, rules), rules)),
    ...(changes.watched === undefined ? {} : { watched: hideAlarms(changes.watched, rules) }),
  };
}

function hideAlarms(watched: WatchedAlarms, rules: Rules): WatchedAlarms {
  return { ...watched, alarms: watched.alarms.map((alarm) => hideText(alarm, "none", rules)) };
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
  const isGivenOnly = (name: string) => rules.isGiven(name) && !rules.isHidden(name) && !rules.isNoEcho(name);
  // As in the changes, what only goes to a secret's place is looked for nowhere else.
  const onlyHere: Rules = { ...rules, found: new Set() };
  const ofValues: Rules = { ...onlyHere, isHidden: (name) => rules.isGiven(name) || rules.isHidden(name) };
  const hidden = [...items].map(([name, { before, after, how }]) => {
    const hiding = hidingAt(name, rules);
    const isOfValues = name.startsWith(`${VALUES} `);
    const [, parameter] = /^(?:parameter|declaration) (\S+)$/.exec(name) ?? [];
    const own = isOfValues ? ofValues : parameter !== undefined && isGivenOnly(parameter) ? onlyHere : rules;
    const side = (text: string | null) => {
      if (text === null) return null;
      const value = jsonIn(text);
      if (isOfValues) hideJson(value, hiding, rules);
      return hideJson(value, hiding, own);
    };
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
  rules: Rules,
): T {
  return { ...item, ...markedSides(item, (text) => hideText(text, hiding, rules)) };
}

function hideResource(change: ResourceChange, rules: Rules): ResourceChange {
  const fromNoEcho = change.details.filter((detail) => isFromNoEcho(detail, rules));
  const secretNames = new Set<string | undefined>(fromNoEcho.map(({ name }) => name));
  // A property that takes a NoEcho value shows it in the contexts as well.
  const inContext: Rules = {
    ...rules,
    isHidden: (name) => rules.isHidden(name) || secretNames.has(name),
    isListed: (name) => rules.isListed(name) || secretNames.has(name),
  };
  return {
    ...change,
    details: change.details.map((detail) => hideDetail(detail, change, rules)),
    ...(change.before === undefined ? {} : { before: hideJson(change.before, "none", inContext) }),
    ...(change.after === undefined ? {} : { after: hideJson(change.after, "none", inContext) }),
    ...(change.physicalId === undefined ? {} : { physicalId: redactText(rules.hide(change.physicalId)) }),
  };
}

function hideDetail(detail: PropertyChange, change: ResourceChange, rules: Rules): PropertyChange {
  const hiding = hidingOf(detail, change, rules);
  const sides = hideSides(detail, hiding, rules);
  if (detail.drift === undefined) return sides;
  const { previous, actual } = detail.drift;
  const { before, after } = hideSides({ before: previous, after: actual }, hiding, rules);
  return { ...sides, drift: { previous: before, actual: after } };
}

/** A value as text: JSON text is hidden key by key, anything else as a whole or by its form. */
function hideText(text: string, hiding: Hiding, rules: Rules): string {
  const value = parseValue(text);
  return typeof value === "string"
    ? hideString(text, hiding, rules)
    : JSON.stringify(hideJson(value, hiding, rules));
}

function hideJson(value: Json, hiding: Hiding, rules: Rules): Json {
  if (typeof value === "string") return hideText(value, hiding, rules);
  // A flag or a number is no secret on its own, unless the user names it or its name says exactly that.
  if (typeof value === "number") {
    return hiding === "none" && rules.hide(String(value)) === String(value) ? value : REDACTED;
  }
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item: Json) => hideJson(item, hiding, rules));
  const object = value as JsonObject;
  const hidingOfMember = memberHiding(object, hiding, rules);
  const entries = Object.entries(object).map(([key, item]) => {
    return [redactText(rules.hide(key)), hideJson(item, hidingOfMember(key), rules)] as const;
  });
  return Object.fromEntries(entries);
}

function hideString(text: string, hiding: Hiding, rules: Rules): string {
  if (hiding === "none") {
    const texts = { isHidden: rules.isHidden, found: (value: string) => rules.found.add(value) };
    // AWS cuts long values: what begins like JSON and is a text still is none any more.
    const whole = /^\s*[[{]/.test(text) ? withoutCutPairs(text, texts) : text;
    return redactText(rules.hide(whole), texts);
  }
  if (isHarmless(text)) return text;
  // The form is worth showing where it is all there is: which kind of reference the value comes from.
  const shown = redactText(text);
  if (/^\([a-z0-9-]+ reference\)$/.test(shown)) return shown;
  rules.found.add(text);
  return REDACTED;
}

/**
 * Replaces every hidden value where it stands inside other text. Short ones and plain words are left: they
 * would blank out half a template without hiding anything.
 */
function withoutFound(found: ReadonlySet<string>): (text: string) => string {
  const values = [...found]
    .filter((value) => value.length >= 8 && /[^A-Za-z-]/.test(value) && !/^(arn:|\()/.test(value))
    .sort((a, b) => b.length - a.length)
    .slice(0, 200);
  return (text) => values.reduce((clean, value) => clean.replaceAll(value, REDACTED), text);
}
