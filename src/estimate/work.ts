import { type ResourceChange, resourceKey } from "../changes/model.ts";
import type { ReplacementCertainty } from "../changes/verdict/replacement.ts";
import { isObject } from "../template/canonical.ts";
import { type History, remembered } from "./history.ts";
import { QUICKLY } from "./published.data.ts";
import { NOTHING } from "./span.ts";
import type { Known, Task, Verb } from "./task.ts";
import { typicalDuration } from "./typical.ts";

/** What a change of a resource is to CloudFormation: something on the way forward, and something at the clean-up. */
export interface Work {
  readonly forward?: Task;
  readonly cleanup?: Task;
}

/** What is known of a change beside itself. */
export interface Circumstances {
  readonly certainty: ReplacementCertainty;
  /** It holds no other change, as a nested stack may. */
  readonly isEmpty: boolean;
}

/** What has to be done for a change, and how long that takes by itself. */
export function workOf(
  change: ResourceChange,
  { certainty, isEmpty }: Circumstances,
  history: History,
): Work {
  const resource = resourceKey(change);
  const task = (verb: Verb, known = knownOf(history, change, verb)): Task => ({ resource, verb, ...known });
  const cleanup = isKept(change) ? {} : { cleanup: task("delete") };
  switch (change.action) {
    case "Add":
      return { forward: task("create") };
    case "Remove":
      return cleanup;
    case "Import":
      // It is there: CloudFormation reads it and sets its tags.
      return { forward: task("update", { span: QUICKLY, source: "typical" }) };
    case "Modify":
    case "SyncWithActual":
    case "Dynamic":
      break;
  }
  if (certainty === "certain") return { forward: task("create"), ...cleanup };
  const update = isOfTheStackOnly(change) ? NO_CALL : updateOf(change, isEmpty, history);
  if (certainty === "none") return { forward: task("update", update) };
  // AWS itself does not know yet: mostly the value turns out the same.
  const create = knownOf(history, change, "create");
  const high = Math.max(update.span.high, create.span.high);
  return {
    forward: task("update", { ...update, span: { ...update.span, high } }),
    ...(cleanup.cleanup && { cleanup: maybe(cleanup.cleanup) }),
  };
}

/** CloudFormation goes into every nested stack of a stack that it updates, also where nothing changes in it. */
function updateOf(change: ResourceChange, isEmpty: boolean, history: History): Known {
  const known = knownOf(history, change, "update");
  const isIdle = isEmpty && change.type === "AWS::CloudFormation::Stack" && known.source !== "history";
  return isIdle ? { span: QUICKLY, source: "typical" } : known;
}

/** Attributes that CloudFormation keeps for itself: no service is called for them. */
const OF_THE_STACK = ["Metadata", "CreationPolicy", "UpdatePolicy", "DeletionPolicy", "UpdateReplacePolicy"];

const NO_CALL: Known = { span: { ...NOTHING, high: 1_000 }, source: "typical" };

function isOfTheStackOnly({ action, scope }: ResourceChange): boolean {
  return action === "Modify" && scope.length > 0 && scope.every((name) => OF_THE_STACK.includes(name));
}

function isKept({ policyAction }: ResourceChange): boolean {
  return policyAction === "Retain" || policyAction === "ReplaceAndRetain";
}

function knownOf(history: History, change: ResourceChange, verb: Verb): Known {
  return (
    remembered(history, resourceKey(change), change.type, verb) ??
    typicalDuration(change.type, verb, isInCluster(change))
  );
}

/** By its properties, as far as the change set has them: those it will have, else those it had. */
function isInCluster({ type, before, after }: ResourceChange): boolean {
  if (type !== "AWS::RDS::DBInstance") return false;
  const definition = after ?? before;
  const properties = isObject(definition) ? definition.Properties : undefined;
  return isObject(properties) && properties.DBClusterIdentifier !== undefined;
}

function maybe(task: Task): Task {
  return { ...task, span: { ...NOTHING, high: task.span.high } };
}
