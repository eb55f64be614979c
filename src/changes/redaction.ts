import { isSecretName, nameMatcher } from "../secrets/secretNames.ts";
import { isHarmless, REDACTED, redactText } from "../secrets/secretText.ts";
import { canonicalJson } from "../template/canonical.ts";
import type { Json, JsonObject } from "../template/model.ts";
import { markedSides } from "./hiddenChange.ts";
import type { Item, Items } from "./items/model.ts";
import { mapStrings } from "./mapStrings.ts";
import type { Changes, PropertyChange, ResourceChange, WatchedAlarms } from "./model.ts";
import { parseValue } from "./resourceState.ts";

export { redactText } from "../secrets/secretText.ts";

export interface RedactionOptions {
  /** Names of the parameters that are NoEcho, in the template or in the deployed one. */
  readonly noEcho: readonly string[];
  /** Globs of property and parameter names whose values are never shown (the `redact` input). */
  readonly patterns: readonly string[];
  /** Takes the run's known secrets out of a text (`Secrets.hide`). */
  readonly hide?: (text: string) => string;
}

/**
 * The changes as they may be shown: without NoEcho values, dynamic references, the values of properties and
 * parameters that are named like secrets or by the user, and whatever looks like a credential, at any depth. A value that
 * was hidden in one place is hidden wherever else it occurs. Of a hidden value that changes, the new side says so.
 *
 * For showing only: the digest and the verdict are taken from the changes as AWS gave them.
 */
export function redact(changes: Changes, options: RedactionOptions): Changes {
  const rules = rulesOf(options);
  const hidden = hideChanges(changes, rules);
  return mapStrings(hidden, withoutFound(rules.found));
}

/** One named value, a stack output or a drifted property, as it may be shown. @param path the names that lead to it */
export function redactNamed(
  path: string | readonly string[],
  value: string,
  isHidden = isSecretName,
): string {
  const rules = { ...rulesOf({ noEcho: [], patterns: [] }), isHidden };
  const names = typeof path === "string" ? [path] : [path.join("/"), ...path].map(unescaped);
  return hideText(value, names.some(isHidden) ? "all" : "none", rules);
}

/** `named`: because a name is a secret's, which need not be true of everything below it. */
type Hiding = "none" | "named" | "all";

interface Rules {
  /** By the user's globs or because the name is a secret's. */
  readonly isHidden: (name: string) => boolean;
  readonly isListed: (name: string) => boolean;
  readonly isNoEcho: (name: string | undefined) => boolean;
  readonly hide: (text: string) => string;
  /** Collects what was hidden, to find it again elsewhere. */
  readonly found: Set<string>;
}

function rulesOf({ noEcho, patterns, hide = (text) => text }: RedactionOptions): Rules {
  const isListed = nameMatcher(patterns);
  const names = new Set<string | undefined>(noEcho);
  return {
    isHidden: (name) => isListed(name) || isSecretName(name),
    isListed,
    isNoEcho: (name) => names.has(name),
    hide,
    found: new Set<string>(),
  };
}

function hideChanges(changes: Changes, rules: Rules): Changes {
  const hiding = (name: string): Hiding => (rules.isHidden(name) || rules.isNoEcho(name) ? "all" : "none");
  return {
    ...changes,
    resources: changes.resources.map((change) => hideResource(change, rules)),
    parameters: changes.parameters.map((it) => hideSides(it, hiding(it.name), rules)),
    keptParameters: changes.keptParameters.map((kept) => {
      const value = hideText(kept.value, hiding(kept.name), rules);
      if (kept.default === undefined) return { ...kept, value };
      return { ...kept, value, default: hideText(kept.default, hiding(kept.name), rules) };
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

/** The items of a review as they may be shown and recorded. Each text stays canonical JSON. */
export function redactItems(items: Items, options: RedactionOptions): Items {
  const rules = rulesOf(options);
  const hidden = [...items].map(([name, { before, after, how }]) => {
    const hiding = hidingAt(name, rules);
    const side = (text: string | null) => (text === null ? null : hideJson(jsonIn(text), hiding, rules));
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

/** How an item is hidden, by the names in its own: `property Db /Properties/MasterUserPassword`, `tag cost center`. */
function hidingAt(name: string, rules: Rules): Hiding {
  const key = name.slice(name.indexOf(" ") + 1);
  const place = key.slice(key.indexOf(" /") + 1);
  const names = [...key.split(/[ /]/), ...place.split("/")].map(unescaped);
  const isHidden = names.some((it) => rules.isHidden(it) || rules.isNoEcho(it));
  return isHidden || [key, place].map(unescaped).some(rules.isListed) ? "all" : "none";
}

/** A step of a JSON pointer or of an item's name (`nameText`) as the name that it is. */
function unescaped(step: string): string {
  return step.replaceAll("~2", " ").replaceAll("~1", "/").replaceAll("~0", "~");
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
    details: change.details.map((detail) => hideDetail(detail, rules)),
    ...(change.before === undefined ? {} : { before: hideJson(change.before, "none", inContext) }),
    ...(change.after === undefined ? {} : { after: hideJson(change.after, "none", inContext) }),
    ...(change.physicalId === undefined ? {} : { physicalId: redactText(rules.hide(change.physicalId)) }),
  };
}

/** A template gives no resource the name of a parameter: what causes the change need not be told from each other. */
function isFromNoEcho({ causingEntity }: PropertyChange, rules: Rules): boolean {
  return rules.isNoEcho(causingEntity);
}

function hideDetail(detail: PropertyChange, rules: Rules): PropertyChange {
  const hiding = hidingOf(detail, rules);
  const sides = hideSides(detail, hiding, rules);
  if (detail.drift === undefined) return sides;
  const { previous, actual } = detail.drift;
  const { before, after } = hideSides({ before: previous, after: actual }, hiding, rules);
  return { ...sides, drift: { previous: before, actual: after } };
}

function hidingOf(detail: PropertyChange, rules: Rules): Hiding {
  const { path = "", name = "" } = detail;
  const names = [...path.split("/"), name].map(unescaped);
  if (isFromNoEcho(detail, rules) || [path, ...names].some(rules.isListed)) return "all";
  return names.some(rules.isHidden) ? "named" : "none";
}

/** How a member is hidden whose parent is hidden like this. */
function below(above: Hiding, name: string, rules: Rules): Hiding {
  if (above === "all" || rules.isListed(name)) return "all";
  return above === "named" || rules.isHidden(name) ? "named" : "none";
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
  const pair = hiding === "all" ? undefined : pairOf(object);
  const entries = Object.entries(object).map(([key, item]) => {
    const own = pair === undefined ? below(hiding, key, rules) : memberHiding(pair, key, hiding, rules);
    return [redactText(rules.hide(key)), hideJson(item, own, rules)] as const;
  });
  return Object.fromEntries(entries);
}

// Lists of `{Name, Value}` name a value beside it: ECS environments, tags, parameters, options.
const NAME_KEYS = ["Name", "Key", "ParameterName", "ParameterKey", "OptionName", "name", "key"];
const VALUE_KEYS = new Set(["Value", "ParameterValue", "StringValue", "value"]);

/** The name that an object gives to its value, and whether it is said where the value comes from. */
function pairOf(object: JsonObject): { readonly name: string; readonly isFrom: boolean } | undefined {
  const name = NAME_KEYS.map((key) => object[key]).find((it) => typeof it === "string");
  return name === undefined ? undefined : { name, isFrom: object.ValueFrom !== undefined };
}

function memberHiding(
  { name, isFrom }: NonNullable<ReturnType<typeof pairOf>>,
  key: string,
  hiding: Hiding,
  rules: Rules,
): Hiding {
  if (VALUE_KEYS.has(key) && rules.isHidden(name)) return "all";
  // `ValueFrom` is where a value comes from (ECS: an ARN or a parameter's name), and its name no secret either.
  if (isFrom && (key === "ValueFrom" || NAME_KEYS.includes(key))) return "none";
  return below(hiding, key, rules);
}

function hideString(text: string, hiding: Hiding, rules: Rules): string {
  if (hiding === "none") {
    const found = (value: string) => rules.found.add(value);
    return redactText(rules.hide(text), { isHidden: rules.isHidden, found });
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
