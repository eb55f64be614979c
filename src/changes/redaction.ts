import type { Json } from "../template/model.ts";
import type { Changes, PropertyChange, ResourceChange } from "./model.ts";
import { isObject } from "./resourceState.ts";
import { isSecretName, nameMatcher } from "./secretNames.ts";
import { REDACTED, redactText } from "./secretText.ts";

export { redactText } from "./secretText.ts";

export interface RedactionOptions {
  /** Names of the template's NoEcho parameters. */
  readonly noEcho: readonly string[];
  /** Globs of property and parameter names whose values are never shown (the `redact` input). */
  readonly patterns: readonly string[];
}

/**
 * The changes as they may be shown: without NoEcho values, dynamic references, the values of properties and
 * parameters that are named like secrets or by the user, and whatever looks like a credential, at any depth. A value that
 * was hidden in one place is hidden wherever else it occurs.
 *
 * For showing only: the digest and the verdict are taken from the changes as AWS gave them.
 */
export function redact(changes: Changes, options: RedactionOptions): Changes {
  const isListed = nameMatcher(options.patterns);
  const found = new Set<string>();
  const noEcho = new Set(options.noEcho);
  const rules: Rules = {
    isHidden: (name) => isListed(name) || isSecretName(name),
    isListed,
    isNoEcho: (name) => noEcho.has(name),
    found,
  };
  const hidden = hide(changes, rules);
  return found.size === 0 ? hidden : mapStrings(hidden, withoutFound(found));
}

/** One named value, a stack output or a parameter, as it may be shown. */
export function redactNamed(name: string, value: string): string {
  return isSecretName(name) ? hideString(value) : redactText(value);
}

interface Rules {
  /** By the user's globs or because the name is a secret's. */
  readonly isHidden: (name: string) => boolean;
  readonly isListed: (name: string) => boolean;
  readonly isNoEcho: (name: string) => boolean;
  /** Collects what was hidden, to find it again elsewhere. */
  readonly found: Set<string>;
}

function hide(changes: Changes, rules: Rules): Changes {
  const named = (it: Changes["parameters"][number]) =>
    hideSides(it, rules.isHidden(it.name) || rules.isNoEcho(it.name), rules);
  return {
    ...changes,
    resources: changes.resources.map((change) => hideResource(change, rules)),
    parameters: changes.parameters.map(named),
    keptParameters: changes.keptParameters.map((kept) => {
      const isSecret = rules.isHidden(kept.name) || rules.isNoEcho(kept.name);
      const value = hideText(kept.value, isSecret, rules);
      if (kept.default === undefined) return { ...kept, value };
      return { ...kept, value, default: hideText(kept.default, isSecret, rules) };
    }),
    tags: changes.tags.map((tag) => hideSides(tag, rules.isHidden(tag.key), rules)),
    outputs: changes.outputs.map((output) => hideSides(output, rules.isHidden(output.key), rules)),
  };
}

function hideSides<T extends { readonly before?: string; readonly after?: string }>(
  item: T,
  isSecret: boolean,
  rules: Rules,
): T {
  return {
    ...item,
    ...(item.before === undefined ? {} : { before: hideText(item.before, isSecret, rules) }),
    ...(item.after === undefined ? {} : { after: hideText(item.after, isSecret, rules) }),
  };
}

function hideResource(change: ResourceChange, rules: Rules): ResourceChange {
  const secretNames = new Set(
    change.details.filter((detail) => isFromNoEcho(detail, rules)).map((detail) => detail.name ?? ""),
  );
  // A property that takes a NoEcho value shows it in the contexts as well.
  const inContext: Rules = {
    ...rules,
    isHidden: (name) => rules.isHidden(name) || secretNames.has(name),
  };
  return {
    ...change,
    details: change.details.map((detail) => hideDetail(detail, rules)),
    ...(change.before === undefined ? {} : { before: hideJson(change.before, false, inContext) }),
    ...(change.after === undefined ? {} : { after: hideJson(change.after, false, inContext) }),
    ...(change.physicalId === undefined ? {} : { physicalId: redactText(change.physicalId) }),
  };
}

function isFromNoEcho(detail: PropertyChange, rules: Rules): boolean {
  return detail.source === "ParameterReference" && rules.isNoEcho(detail.causingEntity ?? "");
}

function hideDetail(detail: PropertyChange, rules: Rules): PropertyChange {
  const steps = [...(detail.path ?? "").split("/").slice(1), detail.name ?? ""].filter((step) => step !== "");
  const isSecret =
    isFromNoEcho(detail, rules) ||
    rules.isListed(detail.path ?? "") ||
    steps.some((step) => rules.isHidden(step));
  const sides = hideSides(detail, isSecret, rules);
  if (sides.drift === undefined) return sides;
  return {
    ...sides,
    drift: {
      previous: hideText(sides.drift.previous, isSecret, rules),
      actual: hideText(sides.drift.actual, isSecret, rules),
    },
  };
}

/** A value as text: JSON text is hidden key by key, anything else as a whole or by its form. */
function hideText(text: string, isSecret: boolean, rules: Rules): string {
  if (/^\s*[[{]/.test(text) && !text.trimStart().startsWith("{{")) {
    const parsed = parseJson(text);
    if (parsed !== undefined) return JSON.stringify(hideJson(parsed, isSecret, rules));
    if (!isSecret) return hideString(text, false, rules);
  }
  return hideString(text, isSecret, rules);
}

function hideJson(value: Json, isSecret: boolean, rules: Rules): Json {
  if (typeof value === "string") return hideText(value, isSecret, rules);
  // A flag or a number is no secret on its own, unless the user names it or its name says exactly that.
  if (typeof value === "number") return isSecret ? REDACTED : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => hideJson(item, isSecret, rules));
  const entries = Object.entries(value as Readonly<Record<string, Json>>);
  const named = nameOfPair(value as Readonly<Record<string, Json>>);
  const isPairSecret = named !== undefined && rules.isHidden(named);
  return Object.fromEntries(
    entries.map(([key, item]) => {
      const isNamed = rules.isHidden(key) || (isPairSecret && VALUE_KEYS.has(key));
      return [redactText(key), hideJson(item, isSecret || isNamed, rules)];
    }),
  );
}

// Lists of `{Name, Value}` name a value beside it: ECS environments, tags, parameters, options.
const NAME_KEYS = ["Name", "Key", "ParameterName", "ParameterKey", "OptionName", "name", "key"];
const VALUE_KEYS = new Set(["Value", "ParameterValue", "StringValue", "ValueFrom", "value"]);

function nameOfPair(value: Readonly<Record<string, Json>>): string | undefined {
  const name = NAME_KEYS.map((key) => value[key]).find((it) => typeof it === "string");
  return typeof name === "string" ? name : undefined;
}

function hideString(text: string, isSecret = true, rules?: Rules): string {
  if (!isSecret) return redactText(hidePairsInText(text, rules));
  if (isHarmless(text)) return text;
  // The form is worth showing where it is all there is: which kind of reference the value comes from.
  const shown = redactText(text);
  if (/^\([a-z0-9-]+ reference\)$/.test(shown)) return shown;
  rules?.found.add(text);
  return REDACTED;
}

/** What stands for no value, or hides one already. */
function isHarmless(text: string): boolean {
  return (
    text === "" || /^\*+$/.test(text) || /^(true|false|null)$/i.test(text) || text.startsWith("{{changeSet:")
  );
}

/** JSON that AWS cut off cannot be parsed: its `"Password": "…` pairs are found as text. */
function hidePairsInText(text: string, rules: Rules | undefined): string {
  if (!text.includes('"')) return text;
  return text.replace(
    /(\\?"([\w.-]{1,128})\\?"\s{0,5}:\s{0,5}\\?")((?:[^"\\]|\\(?!")[\s\S])*)/g,
    (whole, lead: string, name: string, value: string) => {
      const isSecret = rules?.isHidden(name) ?? isSecretName(name);
      if (!isSecret || isHarmless(value)) return whole;
      rules?.found.add(value);
      return `${lead}${REDACTED}`;
    },
  );
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

function mapStrings<T>(value: T, map: (text: string) => string): T {
  if (typeof value === "string") return map(value) as T & string;
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, map)) as T & unknown[];
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, map)])) as T &
    object;
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
