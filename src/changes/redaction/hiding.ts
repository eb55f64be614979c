import { VALUE_KEYS } from "../../secrets/pairKeys.ts";
import type { Json, JsonObject } from "../../template/model.ts";
import { PROPERTY } from "../items/listedItems.ts";
import { escaped, keyText, unescaped } from "../items/model.ts";
import type { Forms } from "../items/resourceForms.ts";
import { DEFINITION } from "../items/templateItems.ts";
import { VALUES } from "../items/untold.ts";
import type { PropertyChange, ResourceChange } from "../model.ts";
import { isNameKey, mayBeNamed, namingOf, pairOf } from "../pairs.ts";

/** `named`: because a name is a secret's, which need not be true of everything below it. */
export type Hiding = "none" | "named" | "all";

export interface NameRules {
  /** By the user's globs or because the name is a secret's. */
  readonly isHidden: (name: string) => boolean;
  readonly isListed: (name: string) => boolean;
}

/** How the members of an object are hidden that is hidden like this, by their names and by what they name each other. */
export function memberHiding(object: JsonObject, above: Hiding, rules: NameRules): (key: string) => Hiding {
  const pair = above === "all" ? undefined : pairOf(object);
  return (key) => {
    if (pair !== undefined && VALUE_KEYS.has(key) && pair.names.some(rules.isHidden)) return "all";
    // `ValueFrom` is where a value comes from (ECS: an ARN or a parameter's name), and its name no secret either.
    if (pair?.isFrom === true && (key === "ValueFrom" || isNameKey(key))) return "none";
    if (above === "all" || rules.isListed(key)) return "all";
    return above === "named" || rules.isHidden(key) ? "named" : "none";
  };
}

/** By what a place is judged. */
export interface PlaceRules extends NameRules {
  readonly isNoEcho: (name: string | undefined) => boolean;
  /** The keys of parameters by whose own names nothing is told, and that give a secret's place its value. */
  readonly given: ReadonlySet<string>;
  readonly forms: Forms;
}

/** How a property is hidden that CloudFormation lists. */
export function hidingOf(
  detail: PropertyChange,
  { stackPath, logicalId }: ResourceChange,
  rules: PlaceRules,
): Hiding {
  const { attribute, path = "", name = "" } = detail;
  const names = [...path.split("/"), name].map(unescaped);
  if (isFromNoEcho(detail, rules) || [path, ...names].some(rules.isListed)) return "all";
  const forms = () => rules.forms(keyText(stackPath, logicalId));
  const steps = path === "" ? [attribute, unescaped(name)] : stepsOf(path);
  if (hidingBeside(forms, steps, rules) === "all") return "all";
  return names.some(rules.isHidden) ? "named" : "none";
}

/** A template gives no resource the name of a parameter: what causes the change need not be told from each other. */
export function isFromNoEcho({ causingEntity }: PropertyChange, rules: PlaceRules): boolean {
  return rules.isNoEcho(causingEntity);
}

/** The properties that take a NoEcho value, by the names of their items: the template may have had it there in the clear. */
export function noEchoPlaces(resources: readonly ResourceChange[], rules: PlaceRules): readonly string[] {
  return resources.flatMap(({ stackPath, logicalId, details }) =>
    details
      .filter((detail) => isFromNoEcho(detail, rules))
      .flatMap(({ name, path = name === undefined ? undefined : `/Properties/${escaped(name)}` }) =>
        path === undefined ? [] : [`${DEFINITION} ${keyText(stackPath, logicalId)} ${path}`],
      ),
  );
}

/** Whether a place is one of these, in one, or around one: a list is one value of the template. */
export function isAtAny(name: string, places: readonly string[]): boolean {
  const isBelow = (place: string, other: string) => `${place}/`.startsWith(`${other}/`);
  return places.some((place) => isBelow(name, place) || isBelow(place, name));
}

/** How an item is hidden, by the names in its own: `property Db /Properties/MasterUserPassword`, `tag cost center`. */
export function hidingAt(name: string, rules: PlaceRules): Hiding {
  const key = name.slice(name.indexOf(" ") + 1);
  const place = key.slice(key.indexOf(" /") + 1);
  const names = [...key.split(/[ /]/), ...place.split("/")].map(unescaped);
  const isHidden = names.some((it) => rules.isHidden(it) || rules.isNoEcho(it));
  if (isHidden || [key, place].map(unescaped).some(rules.isListed)) return "all";
  const [start = "", resource = "", ...rest] = name.split(" ");
  if (start === "parameter" || start === "declaration") return rules.given.has(key) ? "all" : "none";
  if (start !== PROPERTY && start !== DEFINITION && start !== VALUES) return "none";
  return hidingBeside(() => rules.forms(resource), stepsOf(rest.join(" ")), rules);
}

/** The steps of a JSON pointer, whatever stands before it (`Tags /Tags/0/Value`). */
function stepsOf(pointer: string): readonly string[] {
  return pointer.split("/").slice(1).map(unescaped);
}

/**
 * How a value is hidden by what stands beside it: its place alone (`0/Value`) tells nothing of it.
 * @param forms what is known of the resource, asked for only where anything can stand there
 */
export function hidingBeside(
  forms: () => readonly Json[],
  steps: readonly string[],
  rules: NameRules,
): Hiding {
  if (!mayBeNamed(steps)) return "none";
  // Entries that were inserted or moved have another index before and after: it is a secret's if either says so.
  const namings = forms().map((form) => namingOf(form, steps));
  if (namings.some(({ names, isOpen }) => isOpen || names.some(rules.isHidden))) return "all";
  return namings.some(({ isFound }) => isFound) ? "none" : "all";
}
