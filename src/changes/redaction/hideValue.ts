import { withoutCutPairs } from "../../secrets/cutPairs.ts";
import { isHarmless, REDACTED, redactText } from "../../secrets/secretText.ts";
import { isObject } from "../../template/canonical.ts";
import { functionOf } from "../../template/functions.ts";
import type { Json } from "../../template/model.ts";
import { parseValue } from "../resourceState.ts";
import { type Hiding, memberHiding, type PlaceRules } from "./hiding.ts";

/** By what values are hidden. */
export interface HidingRules extends PlaceRules {
  readonly hide: (text: string) => string;
  /** Collects what was hidden, to find it again elsewhere. */
  readonly found: Set<string>;
}

/** A value as text: JSON text is hidden key by key, anything else as a whole or by its form. */
export function hideText(text: string, hiding: Hiding, rules: HidingRules): string {
  const value = parseValue(text);
  return typeof value === "string"
    ? hideString(text, hiding, rules)
    : JSON.stringify(hideJson(value, hiding, rules));
}

export function hideJson(value: Json, hiding: Hiding, rules: HidingRules): Json {
  if (typeof value === "string") return hideText(value, hiding, rules);
  // A flag or a number is no secret on its own, unless the user names it or its name says exactly that.
  if (typeof value === "number") {
    return hiding === "none" && rules.hide(String(value)) === String(value) ? value : REDACTED;
  }
  if (Array.isArray(value)) return value.map((item: Json) => hideJson(item, hiding, rules));
  if (!isObject(value)) return value;
  const joined = hiding === "none" ? joinedIn(value) : undefined;
  if (joined !== undefined) return { [JOIN]: [joined.delimiter, hideJoined(joined, rules)] };
  return hideMembers(value, hiding, rules, (member, _, own) => hideJson(member, own, rules));
}

/** What stands at a place: the argument of a function is judged as the function is. */
export function hideAt(name: string, value: Json, hiding: Hiding, rules: HidingRules): Json {
  if (!name.endsWith(`/${JOIN}`)) return hideJson(value, hiding, rules);
  const shown = hideJson({ [JOIN]: value }, hiding, rules);
  return isObject(shown) ? (shown[JOIN] ?? null) : shown;
}

const JOIN = "Fn::Join";

interface Joined {
  readonly delimiter: string;
  readonly parts: readonly Json[];
}

function joinedIn(value: Json): Joined | undefined {
  const { name, argument } = functionOf(value) ?? {};
  if (name !== JOIN || !Array.isArray(argument) || argument.length !== 2) return undefined;
  const [delimiter, parts] = argument as readonly Json[];
  return typeof delimiter === "string" && Array.isArray(parts) ? { delimiter, parts } : undefined;
}

/** The parts of a text: in one where a name is in one of them and its value in the next. */
function hideJoined({ delimiter, parts }: Joined, rules: HidingRules): readonly Json[] {
  const shown: Json[] = [];
  let run: string[] = [];
  const close = () => {
    const text = run.join(delimiter);
    const whole = hideText(text, "none", rules);
    shown.push(...(whole === text ? run : [whole]));
    run = [];
  };
  for (const part of parts) {
    const own = hideJson(part, "none", rules);
    if (typeof own === "string") {
      run.push(own);
    } else {
      close();
      shown.push(own);
    }
  }
  close();
  return shown;
}

/**
 * The members of an object as they may be shown, with their names.
 * @param hide shows one, which is hidden like this by its name
 */
export function hideMembers(
  value: Json,
  above: Hiding,
  rules: HidingRules,
  hide: (member: Json, name: string, hiding: Hiding) => Json,
): Json {
  if (!isObject(value)) return hideJson(value, above, rules);
  const hidingOfMember = memberHiding(value, above, rules);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      redactText(rules.hide(name)),
      hide(member, name, hidingOfMember(name)),
    ]),
  );
}

function hideString(text: string, hiding: Hiding, rules: HidingRules): string {
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
export function withoutFound(found: ReadonlySet<string>): (text: string) => string {
  const values = [...found]
    .filter((value) => value.length >= 8 && /[^A-Za-z-]/.test(value) && !/^(arn:|\()/.test(value))
    .sort((a, b) => b.length - a.length)
    .slice(0, 200)
    // In a text of JSON a quote, a backslash and a line break are two characters.
    .flatMap((value) => [...new Set([JSON.stringify(value).slice(1, -1), value])]);
  return (text) => values.reduce((clean, value) => clean.replaceAll(value, REDACTED), text);
}
