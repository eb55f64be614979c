import { isObject } from "../../../template/canonical.ts";
import { functionOf, isLoop } from "../../../template/functions.ts";
import { isRewritten } from "../../../template/macros.ts";
import { unescaped } from "../model.ts";
import { pathKey, type Surroundings, valueAt } from "../references.ts";

/**
 * Tells of a resource, by its key, that no stack has it once a request is carried out: no template has one of its name, or of a
 * stack around it. Where a macro or a loop may make one, nobody can tell; a condition that is off leaves the name in the template.
 */
export function goneBy(wanted: Surroundings): (key: string) => boolean {
  return (key) => {
    const path = key.split("/").map(unescaped);
    return path.some((logicalId, depth) => isMissing(logicalId, path.slice(0, depth), wanted));
  };
}

function isMissing(logicalId: string, stackPath: readonly string[], { expanded }: Surroundings): boolean {
  const template = expanded.get(pathKey(stackPath));
  const resources = valueAt(template, ["Resources"]);
  if (template === undefined || !isObject(resources) || isRewritten(template.value)) return false;
  const names = Object.keys(resources);
  // One function alone may make them all.
  const isWritten = functionOf(resources) === undefined && !names.some(isLoop);
  return isWritten && !names.includes(logicalId);
}
