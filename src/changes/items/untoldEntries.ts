import { canonicalJson, isObject } from "../../template/canonical.ts";
import { readsOutputs, takesFromOthers } from "../../template/elsewhere.ts";
import { hangsOnMore } from "../../template/macros.ts";
import type { JsonObject } from "../../template/model.ts";
import type { ResourceChange } from "../model.ts";
import type { Sides } from "./anew.ts";
import { withCondition } from "./definitions.ts";
import { keyText } from "./model.ts";
import { reachedText, reachOf } from "./reach.ts";
import { type Part, partOf, pathKey, type Surroundings, valueAt } from "./references.ts";
import { isStored } from "./referred.ts";
import type { TemplatePair } from "./templateItems.ts";

/** Sections of which CloudFormation lists nothing, and how an entry of them is called. */
const SECTIONS = { Outputs: "output", Hooks: "hook" } as const;

/**
 * Outputs and hooks that hang on more than the templates and what the parameters are: a file that is included, a macro of somebody's own,
 * another stack. What CloudFormation makes of a resource it shows; what it makes of these it does not.
 */
export function untoldEntries(
  resources: readonly ResourceChange[],
  pairs: readonly TemplatePair[],
  sides: Sides,
): readonly string[] {
  const updated = new Set(resources.map(({ stackPath, logicalId }) => pathKey([...stackPath, logicalId])));
  return pairs
    .filter(({ stackPath }) => stackPath.length === 0 || updated.has(stackPath[0] ?? ""))
    .flatMap(({ stackPath, after }) => {
      if (after === undefined) return [];
      // What rewrites the template makes its outputs, those that are not written, too.
      const isRewritten = hangsOnMore({ Transform: after.value.Transform ?? null });
      return Object.entries(SECTIONS).flatMap(([section, noun]) => {
        const entries = entriesIn(sides.wanted, stackPath, section);
        const isMade = isRewritten
          ? section === "Outputs" || Object.keys(entries).length > 0
          : MACRO in entries;
        if (isMade) return [keyText(stackPath, section)];
        return Object.keys(entries)
          .filter((name) => isDecidedElsewhere(stackPath, [section, name], sides))
          .map((name) => `${noun} ${keyText(stackPath, name)}`);
      });
    });
}

const MACRO = "Fn::Transform";

function isDecidedElsewhere(stackPath: readonly string[], path: readonly string[], sides: Sides): boolean {
  const [has, wants] = [sides.deployed, sides.wanted].map((around) => partsOf(stackPath, path, around));
  const isOpen = (part: Part) =>
    readsOutputs(part.value) || isStored(part) || hangsOnMore({ part: part.value });
  if (wants === undefined) return false;
  if (wants.some(isOpen)) return true;
  // An export that the stack imports already cannot become another.
  return wants.some(({ value }) => takesFromOthers(value)) && reachedText(wants) !== reachedText(has ?? []);
}

/** An entry and all that it hangs on. */
function partsOf(
  stackPath: readonly string[],
  path: readonly string[],
  around: Surroundings,
): readonly Part[] {
  const value = withCondition(valueAt(around.expanded.get(pathKey(stackPath)), path) ?? null);
  const own = partOf(stackPath, path, value, canonicalJson(value));
  return [own, ...reachOf(own, around)];
}

function entriesIn(around: Surroundings, stackPath: readonly string[], section: string): JsonObject {
  const entries = valueAt(around.expanded.get(pathKey(stackPath)), [section]);
  return isObject(entries) ? entries : {};
}
