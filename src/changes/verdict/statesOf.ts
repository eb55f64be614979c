import type { JsonObject } from "../../template/model.ts";
import type { ResourceChange } from "../model.ts";
import type { WrittenSide, WrittenStates } from "../policies/written.ts";
import { type ResourceStates, resourceStates } from "../resourceState.ts";

/**
 * A resource on both sides. Where CloudFormation drops or cuts its values (aws-cdk-cli#1780) they are those of the templates;
 * what one of these leaves to CloudFormation is on both sides as CloudFormation tells it, so that like is compared with like.
 * @param written what the templates say of it; a side that is missing is known to none of them
 */
export function statesOf(change: ResourceChange, { before, after }: WrittenStates = {}): ResourceStates {
  const shown = resourceStates(change);
  const isWritten =
    (shown.before === undefined || before !== undefined) &&
    (shown.after === undefined || after !== undefined);
  // What drifted is not what the deployed template says.
  const hasDrifted = change.details.some(({ drift }) => drift !== undefined);
  if (shown.complete || !isWritten || hasDrifted) return shown;
  const open = new Set([...openIn(before), ...openIn(after), ...importedIn(change, [before, after])]);
  const told = (state: JsonObject | undefined, side: WrittenSide | undefined): JsonObject | undefined =>
    state && {
      ...pick(state, (name) => open.has(name)),
      ...pick(side?.known ?? {}, (name) => !open.has(name)),
    };
  const sides = { before: told(shown.before, before), after: told(shown.after, after) };
  return { ...sides, complete: open.size === 0, open };
}

/** The properties that a template has, and whose values only CloudFormation knows. */
function openIn(side: WrittenSide | undefined): readonly string[] {
  return side === undefined ? [] : Object.keys(side.raw).filter((name) => side.known[name] === undefined);
}

/**
 * The properties with another stack's export in them, where CloudFormation lists a value: by the name of the export two sides
 * are known to be the same, and not what they are.
 */
function importedIn(
  { details }: ResourceChange,
  sides: readonly (WrittenSide | undefined)[],
): readonly string[] {
  const listed = details.filter(
    ({ attribute, before, after }) => attribute === "Properties" && (before ?? after) !== undefined,
  );
  return listed
    .flatMap(({ name = "" }) => name)
    .filter((name) => sides.some((side) => JSON.stringify(side?.known[name] ?? null).includes("{{import ")));
}

function pick(properties: JsonObject, isWanted: (name: string) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => isWanted(name)));
}
