import { isObject } from "../../../template/canonical.ts";
import { attributeParts, functionOf } from "../../../template/functions.ts";
import type { Json, JsonObject } from "../../../template/model.ts";
import { subVariables } from "../../../template/subText.ts";
import { KNOWN_AFTER_APPLY } from "../../model.ts";
import { isNested } from "../lookup.ts";

/**
 * A value with CloudFormation's stand-in in the place of what a resource of the same stack gives it. What a nested stack puts out
 * can come from anywhere: that stays what it is.
 */
export function knownLater(value: Json, template: JsonObject): Json {
  if (Array.isArray(value)) return value.map((item: Json) => knownLater(item, template));
  if (!isObject(value)) return value;
  const use = functionOf(value);
  if (use?.name === "Ref" && isResource(String(use.argument), template)) return KNOWN_AFTER_APPLY;
  if (use?.name === "Fn::GetAtt" && givesAttribute(use.argument, template)) return KNOWN_AFTER_APPLY;
  if (use?.name === "Fn::Sub") return { "Fn::Sub": substituted(use.argument, template) };
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, knownLater(member, template)]),
  );
}

function substituted(argument: Json, template: JsonObject): Json {
  const [text = null, own = {}] = Array.isArray(argument) ? (argument as readonly Json[]) : [argument];
  if (typeof text !== "string" || !isObject(own)) return argument;
  const later = subVariables(text).filter((name) =>
    name.includes(".") ? givesAttribute(name, template) : isResource(name, template),
  );
  const standIns = Object.fromEntries(later.map((name) => [name, KNOWN_AFTER_APPLY]));
  return [text, { ...standIns, ...(knownLater(own, template) as JsonObject) }];
}

function givesAttribute(argument: Json, template: JsonObject): boolean {
  const { logicalId, attribute } = attributeParts(argument) ?? {};
  if (logicalId === undefined || typeof attribute !== "string" || !isResource(logicalId, template))
    return false;
  const { Resources } = template;
  return isObject(Resources) && !isNested(Resources[logicalId] ?? null);
}

function isResource(name: string, { Resources }: JsonObject): boolean {
  return isObject(Resources) && Object.hasOwn(Resources, name);
}
