import type { Json } from "../../template/model.ts";
import { KNOWN_AFTER_APPLY, type PropertyChange, type ResourceChange } from "../model.ts";
import { isObject, parseValue, propertiesOf, resourceStates } from "../resourceState.ts";

export type Side = "before" | "after";

/** What CloudFormation shows of a property: its value, that it is not there, or not all of it. */
export type Shown = { readonly value: Json | undefined } | "in part";

/** Whether CloudFormation leaves out or cuts anything of what the resource has or will have. */
export function isShownInPart(change: ResourceChange): boolean {
  const { before, after, complete } = resourceStates(change);
  return !complete || [before, after].some((state) => isPartial(state ?? null, ""));
}

/** A property on one side, on which the resource is. */
export function shownOf(change: ResourceChange, property: string, side: Side): Shown {
  const context = propertiesOf(change[side]);
  if (context !== undefined) return whole(property, context[property]);
  const details = detailsOf(change, property);
  const [detail, ...more] = details;
  if (detail === undefined) {
    // What is not listed stays as the other side has it, where there is another.
    const other = change.action === "Modify" ? propertiesOf(change[otherSide(side)]) : undefined;
    return other === undefined ? "in part" : whole(property, other[property]);
  }
  if (more.length > 0 || !isOfWhole(detail, property)) return "in part";
  const text = detail[side];
  if (text !== undefined) return whole(property, parseValue(text));
  const isMissing = detail.changeType === (side === "before" ? "Add" : "Remove");
  return isMissing ? { value: undefined } : "in part";
}

export function detailsOf({ details }: ResourceChange, property: string): readonly PropertyChange[] {
  return details.filter(({ attribute, name }) => attribute === "Properties" && name === property);
}

function otherSide(side: Side): Side {
  return side === "before" ? "after" : "before";
}

function isOfWhole({ path }: PropertyChange, property: string): boolean {
  return path === undefined || path === `/Properties/${property}` || path === "/Properties";
}

function whole(property: string, value: Json | undefined): Shown {
  return value !== undefined && isPartial(value, property) ? "in part" : { value };
}

/** What only the execution tells of these is no ARN or name, but whole statements. */
const OF_STATEMENTS = /(Policy|Policies|PolicyDocument|PolicyText|ManagedPolicyArns|^Statement|^Effect)$/;

/** JSON that was cut ("Large values can be truncated", ResourceTargetDefinition), or a part of a policy known later only. */
function isPartial(value: Json, key: string): boolean {
  if (typeof value === "string") {
    if (value === KNOWN_AFTER_APPLY) return OF_STATEMENTS.test(key);
    const read = parseValue(value);
    return read === value ? /^\s*(\{\s*"|\[\s*[[{"])/.test(value) : isPartial(read, key);
  }
  if (Array.isArray(value)) return value.some((item: Json) => isPartial(item, key));
  return isObject(value) && Object.entries(value).some(([name, member]) => isPartial(member, name));
}
