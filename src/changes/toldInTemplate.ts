import { canonicalJson } from "../template/canonical.ts";
import type { Json } from "../template/model.ts";
import { CONTENT } from "./items/bind.ts";
import { isToldInPart } from "./items/leftOut.ts";
import { type Item, type Items, keyText } from "./items/model.ts";
import { DEFINITION } from "./items/templateItems.ts";
import { KNOWN_AFTER_APPLY, type PropertyChange, type ResourceChange, type TemplateChange } from "./model.ts";
import { isObject, OF_THE_CDK, parseValue } from "./resourceState.ts";

/**
 * What differs between the templates and is told by no other list: sections, definitions of resources that CloudFormation
 * does not list, and what it leaves out of those that it lists (`DependsOn`, for one) or gives no value of.
 */
export function templateChanges(
  items: Items,
  resources: readonly ResourceChange[],
): readonly TemplateChange[] {
  // What changes its type goes and comes under one name: what comes is told.
  const inOrder = resources.toSorted((a, b) => Number(isMade(a)) - Number(isMade(b)));
  const listed = new Map(inOrder.map((change) => [keyOf(change), change] as const));
  return [...items].flatMap(([name, item]): TemplateChange[] => {
    const [start = "", key = "", ...pointer] = name.split(" ");
    if (!TEMPLATE.has(start)) return [];
    const change = start === DEFINITION ? listed.get(key) : undefined;
    // Of what is made the definition as a whole is told, and not its parts once more.
    if (change !== undefined && isMade(change) && pointer.length > 0 && items.has(`${start} ${key}`))
      return [];
    if (change !== undefined && isTold(pointer.join(" "), item, change)) return [];
    const [before, after] = [item.before ?? undefined, item.after ?? undefined];
    return [{ name, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
  });
}

const TEMPLATE: ReadonlySet<string> = new Set([
  DEFINITION,
  CONTENT,
  "declaration",
  "mapping",
  "condition",
  "rule",
  "hook",
  "metadata",
  "section",
]);

/** With what the template says of it, a resource that is made: CloudFormation need not tell all of what it will have. */
export function withWritten(change: ResourceChange, items: Items): ResourceChange {
  if (!isMade(change)) return change;
  const text = items.get(`${DEFINITION} ${keyOf(change)}`)?.after ?? null;
  const written = text === null ? null : (JSON.parse(text) as Json);
  return isObject(written) ? { ...change, written } : change;
}

function isMade({ action }: ResourceChange): boolean {
  return action === "Add" || action === "Import";
}

function keyOf({ stackPath, logicalId }: ResourceChange): string {
  return keyText(stackPath, logicalId);
}

/** Whether what CloudFormation lists of a resource tells of this place in its definition. */
function isTold(pointer: string, item: Item, change: ResourceChange): boolean {
  const { action, after, details } = change;
  if (action === "Remove") return true;
  // The definition as a whole: its context is shown.
  if (pointer === "" && isMade(change)) return after !== undefined;
  const places = new Set(details.map(placeOf));
  // What the CDK writes there for its own tools changes with each asset: that it does is enough.
  const [section, key = ""] = pointer.split("/").slice(1);
  if (section === "Metadata" && OF_THE_CDK.test(key) && details.some(isOfMetadata)) return true;
  const told = new Set(details.filter((detail) => tells(detail, item)).map(placeOf));
  const below = [...places].filter((place) => isWithin(place, pointer));
  return (
    [...told].some((place) => isWithin(pointer, place)) ||
    (below.length > 0 && below.every((place) => told.has(place)))
  );
}

function isOfMetadata({ attribute }: PropertyChange): boolean {
  return attribute === "Metadata";
}

function placeOf({ attribute, name, path }: PropertyChange): string {
  return path ?? `/${attribute}${name === undefined ? "" : `/${name}`}`;
}

function isWithin(pointer: string, place: string): boolean {
  return `${pointer}/`.startsWith(`${place}/`);
}

/**
 * Whether CloudFormation says what becomes of a property, and not only that it changes: of attributes (`Metadata`) it need give
 * no values, it drops them (aws-cdk-cli#1780), cuts them, and one word stands for all that is known later in part.
 */
function tells(detail: PropertyChange, item: Item): boolean {
  return !isToldInPart(detail) || (detail.after !== undefined && isWhole(detail.after, item));
}

/** A long value that is all there: the template's own, or JSON, which a cut one is no more. */
function isWhole(value: string, { after }: Item): boolean {
  if (value.includes(KNOWN_AFTER_APPLY)) return false;
  return typeof parseValue(value) !== "string" || canonicalJson(value) === after;
}
