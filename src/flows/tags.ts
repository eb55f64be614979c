import type { Assignments } from "../template/model.ts";
import type { Problem } from "./problems.ts";

// CloudFormation's limits for stack tags.
const TAG_LIMIT = 50;

/** The stack tags of all places, later ones winning; `undefined` values where none is given. */
export function mergedTags(layers: readonly Assignments[]) {
  const values: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const { origin, values: tags } of layers) {
    for (const [key, tag] of tags) {
      if (tag.kind === "previous")
        problems.push({ message: `${origin}: tag ${key} has no value; tags have no previous ones.` });
      else if (key.startsWith("aws:"))
        problems.push({ message: `${origin}: tag ${key} cannot be set, aws: is reserved.` });
      else values[key] = tag.value;
    }
  }
  const count = Object.keys(values).length;
  if (count > TAG_LIMIT)
    problems.push({ message: `${count} stack tags: CloudFormation takes at most ${TAG_LIMIT}.` });
  return { values: layers.some((layer) => layer.values.size > 0) ? values : undefined, problems };
}
