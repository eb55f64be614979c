import { isObject } from "../canonical.ts";
import type { Json, JsonObject, JsonPath } from "../model.ts";

/**
 * The template with `""` for every `"Fn::GetAZs": null`, and where they are. `!GetAZs` without a region is the empty
 * text, "equivalent to specifying AWS::Region" (Fn::GetAZs); tools that write the long form of it, as AWS's own samples
 * have in their JSON (aws-cloudformation/rain#273), make a null of it, and nulls are refused.
 */
export function withZones(value: JsonObject): {
  readonly value: JsonObject;
  readonly paths: readonly JsonPath[];
} {
  const paths: JsonPath[] = [];
  const zoned = zonesIn(value, [], paths);
  return { value: paths.length > 0 && isObject(zoned) ? zoned : value, paths };
}

function zonesIn(value: Json, path: JsonPath, paths: JsonPath[]): Json {
  if (Array.isArray(value)) return value.map((item: Json, index) => zonesIn(item, [...path, index], paths));
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([key, member]): readonly [string, Json] => {
    const at = [...path, key];
    if (key !== "Fn::GetAZs" || member !== null) return [key, zonesIn(member, at, paths)];
    paths.push(at);
    return [key, ""];
  });
  return Object.fromEntries(members);
}
