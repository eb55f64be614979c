import { isObject } from "../canonical.ts";
import { functionOf } from "../functions.ts";
import type { Json, JsonObject } from "../model.ts";

/** A parameter that must hold the zone of the subnet which another parameter names. */
export interface ZoneParameter {
  readonly zone: string;
  readonly subnet: string;
}

/**
 * The zone parameters of a template, by its own `Rules`: an assertion that a parameter is contained in
 * `Fn::ValueOf: [subnet, AvailabilityZone]`. A template cannot read that value into a resource ("rule-specific
 * intrinsic functions" work in rules only), so somebody has to look it up.
 */
export function zoneParameters({ Rules: rules }: JsonObject): readonly ZoneParameter[] {
  const assertions = members(rules).flatMap((rule) => (isObject(rule) ? items(rule.Assertions) : []));
  return assertions.flatMap((assertion) => {
    const use = functionOf(isObject(assertion) ? (assertion.Assert ?? null) : null);
    if (use?.name !== "Fn::Contains") return [];
    const [list, value] = items(use.argument);
    const zone = functionOf(items(list).length === 1 ? (items(list)[0] ?? null) : null);
    const known = functionOf(value ?? null);
    const [subnet, attribute] = known?.name === "Fn::ValueOf" ? items(known.argument) : [];
    if (zone?.name !== "Ref" || attribute !== "AvailabilityZone" || typeof subnet !== "string") return [];
    return [{ zone: String(zone.argument), subnet }];
  });
}

function items(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function members(value: Json | undefined): readonly Json[] {
  return isObject(value) ? Object.values(value) : [];
}
