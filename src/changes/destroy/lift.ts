import type { Json } from "../../template/model.ts";
import type { Item, Items } from "../items/model.ts";
import { keyText } from "../items/model.ts";
import { PROTECTION } from "../items/requestItems.ts";
import type { ResourceChange } from "../model.ts";
import { resourceKey } from "../model.ts";
import { isProtectionPath, stateOf } from "./protections.ts";

/** What an update would do that is to lift protections and nothing else. */
export interface Lift {
  /** Keys of the resources (`Inner/Table`) whose protection it turns off. */
  readonly lifted: ReadonlySet<string>;
  /** What it would change besides, by the names of the items. */
  readonly others: readonly string[];
}

const NESTED = "AWS::CloudFormation::Stack";

/**
 * Judges an update by its items, which cover all that it does: nothing may be among them but protections that are turned
 * off, the parameters that say so, and nested stacks that hand it on.
 * @param areNestedListed whether the change set says what nested stacks change
 */
export function liftOf(items: Items, resources: readonly ResourceChange[], areNestedListed: boolean): Lift {
  const changes = new Map(
    resources.map((change) => [keyText(change.stackPath, change.logicalId), change] as const),
  );
  const lifted = new Set<string>();
  const others: string[] = [];
  for (const [name, item] of items) {
    const change = changes.get(name.split(" ")[1] ?? "");
    if (change !== undefined && isLifting(name, item, change)) lifted.add(resourceKey(change));
    else if (!isHarmless(name, item, change, areNestedListed)) others.push(name);
  }
  return { lifted, others };
}

/** `property Cluster /Properties/DeletionProtection`, from on to off. */
function isLifting(name: string, { after }: Item, { type }: ResourceChange): boolean {
  const [start, , pointer = ""] = name.split(" ");
  return start === "property" && isProtectionPath(type, pointer) && stateOf(type, value(after)) === "off";
}

function isHarmless(
  name: string,
  item: Item,
  change: ResourceChange | undefined,
  areNestedListed: boolean,
): boolean {
  const [start, , pointer = ""] = name.split(" ");
  switch (start) {
    case "resource":
      return change !== undefined && staysInPlace(change) && (change.type !== NESTED || areNestedListed);
    case "property":
      // What is handed to a nested stack shows in what changes there.
      return change?.type === NESTED && areNestedListed && /^\/Properties\/Parameters\//.test(pointer);
    case "definition":
      // How the template says it; what comes of it is the property's own item.
      return change !== undefined && isProtectionPath(change.type, pointer);
    case "parameter":
      return isGivenSecret(item) || isTurnedOff(item);
    // How an update fails, and what else may be listed: what comes of it has items of its own.
    case "option":
      return HARMLESS_OPTIONS.has(name);
    // More may be asked for than before: it does nothing by itself.
    case "capability":
      return true;
    default:
      return name === PROTECTION;
  }
}

const HARMLESS_OPTIONS: ReadonlySet<string> = new Set([
  "option on-failure",
  "option include-nested-stacks",
  "option import-existing-resources",
]);

function staysInPlace({ action, replacement, scope }: ResourceChange): boolean {
  const isInPlace = action === "Modify" && (replacement === undefined || replacement === "False");
  return isInPlace && scope.every((attribute) => attribute === "Properties");
}

/** What a NoEcho value changes shows in the resources that use it. */
function isGivenSecret({ before, after }: Item): boolean {
  return before === null && after === null;
}

function isTurnedOff({ before, after }: Item): boolean {
  return after !== null && stateOf("", value(before)) === "on" && stateOf("", value(after)) === "off";
}

/** An item's canonical text as the value that it is. */
function value(text: string | null): Json | undefined {
  return text === null ? undefined : (JSON.parse(text) as Json);
}
