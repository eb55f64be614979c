import { protectionPaths, stateOf } from "../destroy/protections.ts";
import type { ResourceChange } from "../model.ts";
import { isWhole, type ResourceStates } from "../resourceState.ts";
import { isOff, isOn, isTakenOut, type Pair, pairsAt } from "./pairs.ts";
import type { WeakerGuard } from "./weakerGuard.ts";

/** The protection against its own deletion that a resource loses: wherever its type says that it has one. */
export function unprotected(change: ResourceChange, states: ResourceStates): readonly WeakerGuard[] {
  if (states.before === undefined) return [];
  return protectionPaths(change.type)
    .filter((path) => {
      const known = { old: isWhole(states, path), now: isTakenOut(change, states, path) };
      return pairsAt(states, path).some((pair) => isLost(change.type, pair, known));
    })
    .map((path) => {
      const [property = path] = path.split("/");
      const what = /Terminat/i.test(path) ? "termination" : "deletion";
      return { property, message: `loses its ${what} protection` };
    });
}

/** @param known whether of what has no value before, or afterwards, it is known that there is none */
function isLost(
  type: string,
  { old, now }: Pair,
  known: { readonly old: boolean; readonly now: boolean },
): boolean {
  if ((old === undefined && !known.old) || (now === undefined && !known.now)) return false;
  const wasOn = isOn(old) || stateOf(type, old) === "on";
  return wasOn && (isOff(now) || stateOf(type, now) === "off");
}
