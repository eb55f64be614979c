import { canonicalJson, isObject } from "../../template/canonical.ts";
import { importsBeyond, importsHeld, readsOutputs } from "../../template/elsewhere.ts";
import { hangsOnMore } from "../../template/macros.ts";
import type { Json, JsonObject } from "../../template/model.ts";
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
  const isUpdated = ({ stackPath }: Stacked) => stackPath.length === 0 || updated.has(stackPath[0] ?? "");
  return pairs.filter(isUpdated).flatMap(({ stackPath, after }) => {
    if (after === undefined) return [];
    // What rewrites the template makes others of its outputs. Where it has none, nothing is said: what a macro adds is written nowhere, and
    // all previews of a template without outputs would say it.
    const isRewritten = hangsOnMore({ Transform: after.value.Transform ?? null });
    return Object.entries(SECTIONS).flatMap(([section, noun]) => {
      const entries = entriesIn(sides.wanted, stackPath, section);
      const isMade = isRewritten ? Object.keys(entries).length > 0 : MACRO in entries;
      if (isMade) return [keyText(stackPath, section)];
      return Object.keys(entries)
        .filter((name) => isDecidedElsewhere({ stackPath, path: [section, name] }, sides, isUpdated))
        .map((name) => `${noun} ${keyText(stackPath, name)}`);
    });
  });
}

const MACRO = "Fn::Transform";

type Stacked = Pick<Part, "stackPath">;
type Place = Pick<Part, "stackPath" | "path">;

function isDecidedElsewhere(
  place: Place,
  { wanted, deployed }: Sides,
  isUpdated: (one: Stacked) => boolean,
): boolean {
  // What a nested stack puts out stays, where nothing updates it.
  const wants = partsOf(place, wanted).filter(isUpdated);
  const isOpen = (part: Part) =>
    readsOutputs(part.value) || isStored(part) || hangsOnMore({ part: part.value });
  if (wants.some(isOpen)) return true;
  // An export that the stack imports already cannot become another.
  const held = heldIn(entryAt(place, deployed));
  if (!wants.some((part) => importsBeyond(part.value, held))) return false;
  return reachedText(wants) !== reachedText(partsOf(place, deployed).filter(isUpdated));
}

/** An entry and all that it hangs on. What describes it decides nothing. */
function partsOf(place: Place, around: Surroundings): readonly Part[] {
  const { stackPath, path } = place;
  const value = withCondition(undescribed(entryAt(place, around)));
  const own = partOf(stackPath, path, value, canonicalJson(value));
  return [own, ...reachOf(own, around)];
}

function undescribed(entry: Json): Json {
  if (!isObject(entry)) return entry;
  const { Description: _, ...deciding } = entry;
  return deciding;
}

/** The exports that an entry imports, if it is there. */
function heldIn(entry: Json): ReadonlySet<string> {
  return isObject(entry) && entry.Condition === undefined ? importsHeld(entry) : new Set();
}

function entryAt({ stackPath, path }: Place, around: Surroundings): Json {
  return valueAt(around.expanded.get(pathKey(stackPath)), path) ?? null;
}

function entriesIn(around: Surroundings, stackPath: readonly string[], section: string): JsonObject {
  const entries = valueAt(around.expanded.get(pathKey(stackPath)), [section]);
  return isObject(entries) ? entries : {};
}
