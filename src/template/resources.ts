import { isObject } from "./canonical.ts";
import type { Json, JsonObject, JsonPath } from "./model.ts";

/** A resource as a template defines it. */
export interface TemplateResource {
  /** In a loop as it is written there: `Role${Name}`. */
  readonly logicalId: string;
  readonly path: JsonPath;
  readonly resource: JsonObject;
}

/** The resources of a template, each body that a loop (`Fn::ForEach`) makes resources of included: once, however many it makes. */
export function resourcesOf(template: JsonObject): readonly TemplateResource[] {
  return isObject(template.Resources) ? below(template.Resources, ["Resources"]) : [];
}

/** Whether the resource is made by a loop: how many of it, and under which names, is not known. */
export function isLooped({ path }: Pick<TemplateResource, "path">): boolean {
  return path.length > 2;
}

function below(members: JsonObject, path: JsonPath): readonly TemplateResource[] {
  return Object.entries(members).flatMap(([logicalId, member]): readonly TemplateResource[] => {
    if (!logicalId.startsWith("Fn::ForEach")) {
      return isObject(member) ? [{ logicalId, path: [...path, logicalId], resource: member }] : [];
    }
    const body = Array.isArray(member) ? (member as readonly Json[])[2] : undefined;
    return isObject(body) ? below(body, [...path, logicalId, 2]) : [];
  });
}
