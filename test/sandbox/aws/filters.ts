import type { Input, Params } from "./query.ts";

/**
 * The values of one filter: `Filter.1.Name=subnet-id&Filter.1.Value.1=…` in EC2's dialect,
 * `Filters.Filter.1.Name=…&Filters.Filter.1.Values.Value.1=…` in RDS's. `undefined` where there is no such filter.
 */
export function filterValues(params: Params, name: string): readonly string[] | undefined {
  const filters = numbered(at(params, "Filter") ?? at(at(params, "Filters"), "Filter"));
  const filter = filters.find((one) => at(one, "Name") === name);
  if (filter === undefined) return undefined;
  return numbered(at(filter, "Value") ?? at(at(filter, "Values"), "Value")).map(String);
}

function at(input: Input | undefined, name: string): Input | undefined {
  return typeof input === "object" && !Array.isArray(input) ? (input as Params)[name] : undefined;
}

function numbered(list: Input | undefined): readonly Input[] {
  if (typeof list !== "object" || Array.isArray(list)) return [];
  return Object.entries(list)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, value]) => value as Input);
}
