import type { Json, JsonObject } from "../../template/model.ts";
import type { ResourceChange } from "../model.ts";
import { resourceStates } from "../resourceState.ts";
import { statementsOf } from "./placed.ts";
import { hasPolicy } from "./policyTypes.ts";
import { detailsOf, isShownInPart, type Side, shownOf } from "./shown.ts";
import type { WrittenStates } from "./written.ts";

interface Untold {
  readonly property?: string;
}

/** A resource on both sides, each property whole or left out on both. */
export interface PolicyStates {
  readonly before: JsonObject | undefined;
  readonly after: JsonObject | undefined;
  /** Policies that change or are new, and of which nobody can tell the whole; without a property where none is shown. */
  readonly untold: readonly Untold[];
}

/**
 * What a resource's policies are compared by. What CloudFormation cut, left out, or will know later is neither lost nor gained:
 * there the templates are asked, for both sides, so that like is compared with like.
 */
export function policyStates(change: ResourceChange, written: WrittenStates = {}): PolicyStates {
  const { before, after } = resourceStates(change);
  if (!isShownInPart(change)) return { before, after, untold: [] };
  const sides: readonly Side[] = [
    ...(before ? ["before" as const] : []),
    ...(after ? ["after" as const] : []),
  ];
  const names = new Set([
    ...Object.keys({ ...before, ...after, ...written.before?.raw, ...written.after?.raw }),
    ...change.details.flatMap(({ attribute, name }) => (attribute === "Properties" && name ? [name] : [])),
  ]);
  const known: { readonly [S in Side]: Record<string, Json> } = { before: {}, after: {} };
  const untold: Untold[] = isUnseen(change, written) ? [{}] : [];
  for (const property of names) {
    const values = shownOn(sides, change, property) ?? writtenOn(sides, change, written, property);
    if (values === undefined) {
      if (mayChange(change, property) && isPolicy(change, property, written)) untold.push({ property });
      continue;
    }
    for (const [side, value] of values) if (value !== undefined) known[side][property] = value;
  }
  return { before: before && known.before, after: after && known.after, untold };
}

/** Whether CloudFormation cut or dropped all that a new resource will have, and no template has it: SAM makes roles. */
function isUnseen(change: ResourceChange, { after }: WrittenStates): boolean {
  const isNew = change.action === "Add" || change.action === "Import";
  const isLeftOut = change.isCut === true || change.withoutValues === true;
  return isNew && isLeftOut && after === undefined && change.details.length === 0 && hasPolicy(change.type);
}

type Values = readonly (readonly [Side, Json | undefined])[];

function shownOn(sides: readonly Side[], change: ResourceChange, property: string): Values | undefined {
  const values = sides.flatMap((side) => {
    const shown = shownOf(change, property, side);
    return shown === "in part" ? [] : [[side, shown.value] as const];
  });
  return values.length === sides.length ? values : undefined;
}

function writtenOn(
  sides: readonly Side[],
  change: ResourceChange,
  written: WrittenStates,
  property: string,
): Values | undefined {
  // What drifted is not what the deployed template says.
  if (detailsOf(change, property).some(({ drift }) => drift !== undefined)) return undefined;
  const values = sides.flatMap((side) => {
    const { known = {}, raw = { [property]: null } } = written[side] ?? {};
    const isTold = known[property] !== undefined || raw[property] === undefined;
    return isTold ? [[side, known[property]] as const] : [];
  });
  const { before = null, after = null } = Object.fromEntries(values);
  return values.length === sides.length && !letsInUnknown(change.type, { [property]: after }, before)
    ? values
    : undefined;
}

/** Whether the name of another stack's export says who is let in, and said nothing of it before: it may be anybody. */
function letsInUnknown(type: string, after: JsonObject, before: Json): boolean {
  const known = JSON.stringify(before);
  return statementsOf(type, after).some(({ statement: { principals, conditions } }) =>
    [...principals.items, ...conditions.flatMap(({ values }) => values)].some((text) =>
      (text.match(IMPORT) ?? []).some((name) => !known.includes(name)),
    ),
  );
}

const IMPORT = /\{\{import .*?\}\}/g;

function mayChange(change: ResourceChange, property: string): boolean {
  return change.action !== "Modify" || detailsOf(change, property).length > 0;
}

const CALLED_SO =
  /^((Key|Resource|Inline|Session|Access|FileSystem)Policy|AccessPolicies|\w*Policy(Document|Text)|ManagedPolic(yArns|ies))$/;

function isPolicy(change: ResourceChange, property: string, written: WrittenStates): boolean {
  const { before, after } = resourceStates(change);
  const texts = detailsOf(change, property).flatMap(({ before: old = "", after: now = "" }) => [old, now]);
  return (
    CALLED_SO.test(property) ||
    (property === "Policies" && change.type.startsWith("AWS::IAM::")) ||
    [before, after].some((state) => isStatement(change.type, property, state)) ||
    [written.before?.raw, written.after?.raw].some((raw) => isStatement(change.type, property, raw)) ||
    texts.some((text) => /Effect[\\"\s]*:[\\"\s]*(Allow|Deny)/.test(text)) ||
    detailsOf(change, property).some(({ path }) => /\/Statement(\/|$)/.test(path ?? ""))
  );
}

function isStatement(type: string, property: string, state: JsonObject | undefined): boolean {
  const value = state?.[property];
  return (
    value !== undefined && statementsOf(type, { [property]: value }).some((it) => it.property === property)
  );
}
