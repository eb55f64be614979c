import type { Assignments, Finding } from "../../template/model.ts";
import { tagProblems } from "../../template/parameters/tagLimits.ts";
import type { Problem } from "./problems.ts";

// CloudFormation's limits for stack tags.
const TAG_LIMIT = 50;

/** The stack tags of all places, later ones winning; `undefined` values where none is given. */
export function mergedTags(layers: readonly Assignments[]) {
  const values = new Map<string, string>();
  const problems: Problem[] = [];
  const findings: Finding[] = [];
  for (const { origin, values: tags } of layers) {
    for (const [key, tag] of tags) {
      if (tag.kind === "previous")
        problems.push({ message: `${origin}: tag ${key} has no value; tags have no previous ones.` });
      else {
        values.set(key, tag.value);
        for (const { level, why } of tagProblems(key, tag.value)) {
          const message = `${origin}: tag ${shown(key)} ${why}.`;
          if (level === "error") problems.push({ message });
          else findings.push({ level, message });
        }
      }
    }
  }
  if (values.size > TAG_LIMIT)
    problems.push({ message: `${values.size} stack tags: CloudFormation takes at most ${TAG_LIMIT}.` });
  // An entry that is called `__proto__` is one like every other (an assignment to an object's would be none).
  const tags: Readonly<Record<string, string>> = Object.fromEntries(values);
  return { values: layers.some((layer) => layer.values.size > 0) ? tags : undefined, problems, findings };
}

/** A key for a message: on one line, and not a whole novel. */
function shown(key: string): string {
  const line = key.replaceAll(/\p{Cc}+/gu, " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
