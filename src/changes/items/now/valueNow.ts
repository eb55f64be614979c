import { arnParts } from "../../../stack/console.ts";
import type { Stack } from "../../../stack/model.ts";
import { isObject } from "../../../template/canonical.ts";
import { contextOf } from "../../../template/evaluate/context.ts";
import { type Evaluated, isEvaluatedObject, known, UNKNOWN } from "../../../template/evaluate/evaluated.ts";
import { type Context, evaluateValue } from "../../../template/evaluate/value.ts";
import { hangsOnMore, isRewritten } from "../../../template/macros.ts";
import type { Json } from "../../../template/model.ts";
import { scalarText, withSpelledNumbers } from "../../../template/scalarText.ts";
import { KNOWN_AFTER_APPLY } from "../../model.ts";
import { writtenAs } from "../definitions.ts";
import { knownValue } from "../expanded.ts";
import { listedText } from "../listedItems.ts";
import { unescaped } from "../model.ts";
import { pathKey, type Surroundings } from "../references.ts";
import { knownLater } from "./knownLater.ts";

/** What the stack's resources have, by the names of what CloudFormation lists of them: `Queue`, `/Properties/DelaySeconds`. */
export interface ValuesNow {
  /** A value as CloudFormation lists it; `undefined` where only CloudFormation knows it. */
  readonly text: (key: string, place: string) => string | undefined;
  /**
   * How a value can have been listed of which CloudFormation did not tell all (`null`: nothing of it), by names and attributes of
   * resources of the same stack, or because it goes. Nothing where it hangs on more: on another stack, on a secret, on a macro.
   */
  readonly openTexts: (key: string, place: string) => readonly (string | null)[];
}

/** What the deployed templates and the stack's own parameters give. */
export function valuesNow(around: Surroundings, stack: Stack | undefined): ValuesNow {
  const contextAt = remembered((key: string) => contextIn(key, around, stack));
  const isRewrittenAt = remembered((key: string) => {
    const template = contextAt(key)?.template;
    return template !== undefined && isRewritten(template);
  });
  const found = remembered((name: string) => attributeAt(name, contextAt));
  const at = (key: string, place: string) => {
    // `Metadata /Metadata/Owner`: what is no property has its attribute in front.
    const [attribute = "", ...steps] = place
      .replace(/^[^/]+ /, "")
      .split("/")
      .slice(1)
      .map(unescaped);
    const stackKey = pathKey(key.split("/").slice(0, -1).map(unescaped));
    return { attribute: found(`${key} ${attribute}`), steps, isMade: () => isRewrittenAt(stackKey) };
  };
  return {
    text: (key, place) => {
      const { attribute, steps } = at(key, place);
      return attribute && shownText(valueAt(attribute.known, steps));
    },
    openTexts: (key, place) => {
      const { attribute, steps, isMade } = at(key, place);
      // What a macro makes of it nobody knows here.
      if (attribute === undefined || isMade()) return [];
      return openTextsOf(valueAt(attribute.known, steps), valueAt(attribute.later, steps));
    },
  };
}

/** Each is worked out once: there can be thousands of resources, and functions may make only so much text of one template. */
function remembered<T>(ask: (key: string) => T): (key: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (key) => {
    const found = known.get(key) ?? { answer: ask(key) };
    known.set(key, found);
    return found.answer;
  };
}

function contextIn(
  key: string,
  { expanded, scopes, values }: Surroundings,
  stack: Stack | undefined,
): Context | undefined {
  const [template, scope] = [expanded.get(key), scopes.get(key)];
  if (template === undefined || hangsOnMore(template.value)) return undefined;
  // A stack that is there has a value for each of its parameters, whatever their defaults are.
  const given = Object.fromEntries(values.map((parameter) => [parameter.name, knownValue(parameter)]));
  // What a nested stack is called nobody knows here.
  const own = key === "" ? { "AWS::StackName": stack?.name, "AWS::StackId": stack?.arn } : {};
  const partition = stack && arnParts(stack.arn).partition;
  const pseudo = { ...scope?.pseudo, ...own, "AWS::Partition": partition };
  return contextOf(withSpelledNumbers(template), {
    parameters: key === "" ? given : (scope?.parameters ?? {}),
    pseudo,
  });
}

/** An attribute of a resource that is there. */
interface Attribute {
  /** `undefined` where it has none. */
  readonly known: Evaluated | undefined;
  /** With CloudFormation's stand-in where another resource of the stack gives something to it. */
  readonly later: Evaluated | undefined;
}

/** @param name key and attribute: `Net/Queue Properties` */
function attributeAt(name: string, contextAt: (key: string) => Context | undefined): Attribute | undefined {
  const [key = "", attribute = ""] = name.split(" ");
  const path = key.split("/").map(unescaped);
  const above = path.map((_, depth) => contextAt(pathKey(path.slice(0, depth))));
  const isAll = path.every((logicalId, depth) => isThere(logicalId, above[depth]));
  const context = above.at(-1);
  const definition = writtenAs(path.at(-1) ?? "", context?.template);
  if (!isAll || context === undefined || !ATTRIBUTES.has(attribute) || !isObject(definition))
    return undefined;
  const written = definition[attribute];
  return {
    known: written === undefined ? undefined : evaluateValue(context, written),
    later: written === undefined ? undefined : evaluateValue(context, knownLater(written, context.template)),
  };
}

function isThere(logicalId: string, context: Context | undefined): boolean {
  const definition = writtenAs(logicalId, context?.template);
  if (context === undefined || !isObject(definition)) return false;
  const { Condition } = definition;
  return Condition === undefined || (typeof Condition === "string" && context.condition(Condition) === true);
}

/** What CloudFormation lists by its values. */
const ATTRIBUTES: ReadonlySet<string> = new Set([
  "Properties",
  "Metadata",
  "DeletionPolicy",
  "UpdateReplacePolicy",
]);

/** What is at a place; `undefined` where nothing is. */
function valueAt(value: Evaluated | undefined, steps: readonly string[]): Evaluated | undefined {
  return steps.reduce<Evaluated | undefined>((found, step) => {
    if (found === UNKNOWN) return UNKNOWN;
    if (Array.isArray(found)) return (found as readonly Evaluated[])[/^\d+$/.test(step) ? Number(step) : -1];
    return isEvaluatedObject(found) && Object.hasOwn(found, step) ? found[step] : undefined;
  }, value);
}

/** A value as CloudFormation lists it: scalars by their text, in lists and objects as well (as in AfterContext). */
function shownText(value: Evaluated | undefined): string | undefined {
  const whole = value === undefined ? undefined : known(value);
  if (whole === undefined || whole === null) return undefined;
  return listedText(scalarText(whole) ?? JSON.stringify(scalarsAsText(whole)));
}

function scalarsAsText(value: Json): Json {
  if (Array.isArray(value)) return value.map(scalarsAsText);
  if (!isObject(value)) return scalarText(value) ?? value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, scalarsAsText(member)]));
}

/** With anything in it that is known later the whole value is, or the value of a function, or what is put into its text. */
function openTextsOf(value: Evaluated | undefined, later: Evaluated | undefined): readonly (string | null)[] {
  if (value === undefined) return [null];
  const text = shownText(later);
  if (text === undefined || known(value) !== undefined) return [];
  return [text, shownText(withStandIns(value)) ?? null, listedText(KNOWN_AFTER_APPLY)].filter(
    (one) => one !== null,
  );
}

function withStandIns(value: Evaluated): Evaluated {
  if (value === UNKNOWN) return KNOWN_AFTER_APPLY;
  if (Array.isArray(value)) return value.map((item: Evaluated) => withStandIns(item));
  if (!isEvaluatedObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withStandIns(member)]));
}
