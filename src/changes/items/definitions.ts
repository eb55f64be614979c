import { isObject } from "../../template/canonical.ts";
import { isLoop } from "../../template/functions.ts";
import type { Json, JsonObject, JsonPath } from "../../template/model.ts";
import { isLooped, resourcesOf } from "../../template/resources.ts";

/** What a template says of a resource. */
export interface Written {
  /** Its definition, or that which a loop makes it of; a list of them where several loops may. `null` where there is none. */
  readonly value: Json;
  /** What comes into it beside: the list that a loop goes through, and what SAM gives to all (`Globals`). */
  readonly beside: readonly Json[];
}

/** How a resource is written, that a loop makes (AWS::LanguageExtensions) included. */
export function writtenAs(logicalId: string, template: JsonObject | undefined): Written {
  const resources = template?.Resources;
  if (template === undefined || !isObject(resources)) return { value: null, beside: [] };
  if (Object.hasOwn(resources, logicalId)) {
    const value = resources[logicalId] ?? null;
    return { value, beside: globalsOf(value, template) };
  }
  const bodies = resourcesOf(template).filter((one) => isLooped(one) && isNameOf(one.logicalId, logicalId));
  const values = bodies.map(({ resource }) => resource);
  const beside = bodies.flatMap(({ path, resource }) => [
    ...collections(template, path),
    ...globalsOf(resource, template),
  ]);
  return { value: values.length > 1 ? values : (values[0] ?? null), beside };
}

/** Whether a name that is put together (`Role${Name}`, `Role&{Name}`) can be this one. */
function isNameOf(written: string, logicalId: string): boolean {
  const [first = "", ...rest] = written.split(/[$&]\{[^}]*\}/);
  const last = rest.pop();
  if (last === undefined) return written === logicalId;
  if (!logicalId.startsWith(first)) return false;
  let from = first.length;
  for (const piece of rest) {
    const found = logicalId.indexOf(piece, from);
    if (found < 0) return false;
    from = found + piece.length;
  }
  return logicalId.length - last.length >= from && logicalId.endsWith(last);
}

/** The lists that the loops on the way go through. */
function collections(template: JsonObject, path: JsonPath): readonly Json[] {
  const found: Json[] = [];
  let value: Json = template;
  for (const step of path) {
    value = (value as Record<string | number, Json>)[step] ?? null;
    if (typeof step === "string" && isLoop(step) && Array.isArray(value)) found.push(value[1] ?? null);
  }
  return found;
}

function globalsOf(definition: Json, { Globals }: JsonObject): readonly Json[] {
  const type = isObject(definition) ? definition.Type : undefined;
  const isServerless = typeof type === "string" && type.startsWith("AWS::Serverless::");
  return isServerless && Globals !== undefined ? [Globals] : [];
}
