import type { ResourceChange } from "../model.ts";
import { propertiesOf } from "../resourceState.ts";
import { statementsOf } from "./placed.ts";
import { policyStates } from "./policyStates.ts";
import { isPolicyType } from "./policyTypes.ts";
import type { WrittenStates } from "./written.ts";

/** What ends with a policy that is removed; `undefined` where it denied nothing, or is none. */
export function lostDenials(change: ResourceChange, written: WrittenStates = {}): string | undefined {
  if (!isPolicyType(change.type)) return undefined;
  const { before, untold } = policyStates(change, written);
  const denies = statementsOf(change.type, before).some(({ statement }) => statement.effect === "Deny");
  if (denies) return "is removed: its denials no longer hold";
  const properties = propertiesOf(change.before);
  const isOpen = /"Fn::(?:If|Transform)"/.test(JSON.stringify(properties ?? null));
  const isKnown = (properties !== undefined && !isOpen) || written.before !== undefined;
  return isKnown && untold.length === 0 ? undefined : "is removed: whether it denied anything cannot be told";
}
