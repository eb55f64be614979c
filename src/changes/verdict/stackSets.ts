import type { JsonObject } from "../../template/model.ts";
import type { ResourceChange } from "../model.ts";
import { asList, isObject, isWhole, type ResourceStates } from "../resourceState.ts";
import type { WeakerGuard } from "./weakerGuard.ts";

const STACK_SET = "AWS::CloudFormation::StackSet";
const PROPERTY = "StackInstancesGroup";

/** So many places are named; the others are counted. */
const NAMED = 3;

/**
 * Stacks that a stack set deletes in its accounts: those of a target or region that leaves its list. (The handler deletes
 * them before it does anything else; what becomes of their resources only their own template says.)
 */
export function stacksThatGo(change: ResourceChange, states: ResourceStates): readonly WeakerGuard[] {
  if (change.type !== STACK_SET || change.action !== "Modify" || !isWhole(states, PROPERTY)) return [];
  const kept = placesOf(states.after);
  const gone = [...placesOf(states.before)].filter((place) => !kept.has(place));
  if (gone.length === 0) return [];
  const more = gone.length > NAMED ? ` and ${gone.length - NAMED} more` : "";
  return [{ property: PROPERTY, message: `deletes its stacks in ${gone.slice(0, NAMED).join(", ")}${more}` }];
}

/** `eu-central-1 of ou-ab12-cd34ef56`, for every target and region; a filter of accounts makes it another place. */
function placesOf(state: JsonObject | undefined): ReadonlySet<string> {
  const groups = asList(state?.[PROPERTY]).filter(isObject);
  return new Set(
    groups.flatMap((group) => {
      const targets = isObject(group.DeploymentTargets) ? group.DeploymentTargets : {};
      const filter =
        targets.AccountFilterType === undefined ? "" : ` (${JSON.stringify(targets.AccountFilterType)})`;
      const ids = [...asList(targets.OrganizationalUnitIds), ...asList(targets.Accounts)];
      return asList(group.Regions).flatMap((region) => ids.map((id) => `${region} of ${id}${filter}`));
    }),
  );
}
