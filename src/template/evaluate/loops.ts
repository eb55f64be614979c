import { isObject } from "../canonical.ts";
import { functionOf, isLoop } from "../functions.ts";
import type { Json, JsonObject } from "../model.ts";
import { contextOf } from "./context.ts";
import { type Evaluated, type Scope, textOf } from "./evaluated.ts";
import { type Context, evaluateValue } from "./value.ts";

/** A template has at most 500 resources and 200 outputs: loops that make far more are none that CloudFormation takes. */
const MOST_ENTRIES = 5_000;

/**
 * The template with what its loops make in their place, as `AWS::LanguageExtensions` does it: in names and values `${Identifier}`
 * and `Ref: Identifier` are the item, `&{Identifier}` its letters and digits.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 * A loop stays whose list is not known here, or that makes more than CloudFormation takes.
 */
export function withoutLoops(template: JsonObject, scope: Scope): JsonObject {
  if (!hasLoop(template)) return template;
  const expansion: Expansion = { context: contextOf(template, scope), left: MOST_ENTRIES };
  return expanded(template, expansion) as JsonObject;
}

/** The same of a template that has these resources or outputs alone: what their loops make, and none beside them. */
export function madeAlone(template: JsonObject, alone: JsonObject, scope?: Scope): JsonObject {
  const { Resources: _resources, Outputs: _outputs, ...head } = template;
  return withoutLoops({ ...head, ...alone }, scope ?? { parameters: {}, pseudo: {} });
}

interface Expansion {
  readonly context: Context;
  /** Entries that may still be made. */
  left: number;
}

function hasLoop(value: Json): boolean {
  if (Array.isArray(value)) return value.some(hasLoop);
  return isObject(value) && Object.entries(value).some(([key, member]) => isLoop(key) || hasLoop(member));
}

function expanded(value: Json, expansion: Expansion): Json {
  if (Array.isArray(value)) return value.map((item: Json) => expanded(item, expansion));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).flatMap(([key, member]): readonly (readonly [string, Json])[] =>
    isLoop(key) ? made(key, member, expansion) : [[key, expanded(member, expansion)]],
  );
  return Object.fromEntries(entries);
}

/** The entries that a loop makes, or the loop. */
function made(key: string, loop: Json, expansion: Expansion): readonly (readonly [string, Json])[] {
  const [name, list, body] = Array.isArray(loop) ? (loop as readonly Json[]) : [];
  const items = typeof name === "string" ? itemsOf(list ?? null, expansion) : undefined;
  if (typeof name !== "string" || items === undefined || !isObject(body)) return [[key, loop]];
  const entries = Object.entries(body);
  const count = items.length * entries.length;
  const hasRoom = expansion.context.hasRoom(items.length * JSON.stringify(body).length);
  if (count > expansion.left || !hasRoom) return [[key, loop]];
  expansion.left -= count;
  return items.flatMap((item) => {
    const round = Object.entries(expanded(substituted(body, name, item), expansion) as JsonObject);
    // A loop that stays is called the same in each round.
    return round.map(([one, value]) => [isLoop(one) ? `${one} ${item}` : one, value]);
  });
}

/** What is in a loop that stays, wherever it stands: what it goes through, and what it makes of an item that is not known. */
export function unknownRound(loop: Json): Json {
  const [name, list = null, body = null] = Array.isArray(loop) ? (loop as readonly Json[]) : [];
  return typeof name === "string" ? [list, substituted(body, name, undefined)] : loop;
}

function itemsOf(list: Json, { context }: Expansion): readonly string[] | undefined {
  const items = evaluateValue(context, list);
  if (!Array.isArray(items)) return undefined;
  const texts = (items as readonly Evaluated[]).map(textOf).filter((text) => typeof text === "string");
  return texts.length === items.length ? texts : undefined;
}

/**
 * A loop's body with an item in it.
 * @param item `undefined` where it is not known: its places are then functions that cannot be evaluated, and names stay as written
 */
export function substituted(value: Json, name: string, item: string | undefined): Json {
  const named = (text: string) => (item === undefined ? text : withItem(text, name, item));
  const inside = (part: Json): Json => {
    if (typeof part === "string") return item === undefined ? withoutItem(part, name) : named(part);
    if (Array.isArray(part)) return part.map(inside);
    if (!isObject(part)) return part;
    const use = functionOf(part);
    if (use?.name === "Ref" && use.argument === name) return item ?? part;
    const made = Object.fromEntries(
      Object.entries(part).map(([key, member]) => [named(key), inside(member)]),
    );
    return plainText(made);
  };
  return inside(value);
}

function withItem(text: string, name: string, item: string): string {
  return text
    .replaceAll(`\${${name}}`, () => item)
    .replaceAll(`&{${name}}`, () => item.replace(/[^A-Za-z0-9]/g, ""));
}

/** Nothing is declared under a loop's identifier, so that a function that refers to it gives nothing known. */
function withoutItem(text: string, name: string): Json {
  const spelled = text.replaceAll(`&{${name}}`, () => `\${${name}}`);
  return spelled.includes(`\${${name}}`) ? { "Fn::Sub": spelled } : text;
}

/** A name that is put together (`Fn::GetAtt: [{Fn::Sub: "Queue${Id}"}, Arn]`) is a text once nothing is left to put in. */
function plainText(value: JsonObject): Json {
  const { name, argument } = functionOf(value) ?? {};
  return name === "Fn::Sub" && typeof argument === "string" && !argument.includes("${") ? argument : value;
}
