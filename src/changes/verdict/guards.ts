import type { Json } from "../../template/model.ts";
import { type ResourceChange, resourceKey } from "../model.ts";
import { policyStates } from "../policies/policyStates.ts";
import { lostDenials } from "../policies/removedPolicy.ts";
import type { Rename } from "../policies/renames.ts";
import type { Side } from "../policies/shown.ts";
import { wideGrants } from "../policies/wideGrants.ts";
import type { Written, WrittenStates } from "../policies/written.ts";
import { asList, attributeOf, isObject, isWhole, type ResourceStates } from "../resourceState.ts";
import { usualPolicy } from "../usualPolicy.ts";
import { lowered } from "./amounts.ts";
import { unprotected } from "./deletion.ts";
import {
  BLOCKS,
  DATABASE_PARAMETERS,
  EMPTIED,
  LISTS,
  ON_BY_DEFAULT,
  REMOVED_GUARDS,
  SWITCHES,
  WEAKER_VALUES,
} from "./guardFacts.ts";
import { isRetained } from "./losses.ts";
import { openedToWorld } from "./openings.ts";
import { isOff, isOn, isTakenOut, pairsAt } from "./pairs.ts";
import { publicAccess } from "./publicAccess.ts";
import { stacksThatGo } from "./stackSets.ts";
import { statesOf } from "./statesOf.ts";
import type { WeakerGuard } from "./weakerGuard.ts";

/** What is known around a change. */
export interface Around {
  /** The stack's own, to tell another one that is let in. */
  readonly account?: string;
  /** What the templates say of resources that CloudFormation does not show whole. */
  readonly written?: Written;
  /** Of the stack's own resources that are replaced. */
  readonly rename?: Rename | undefined;
}

/** Every protection that a change weakens or a new resource lacks in a way that opens it to everybody. */
export function weakerGuards(change: ResourceChange, around: Around = {}): readonly WeakerGuard[] {
  if (change.action === "Remove") return isRetained(change) ? [] : removedGuard(change, around);
  // SyncWithActual alters CloudFormation's own records only (ResourceChange, API reference).
  if (change.action === "Dynamic" || change.action === "SyncWithActual") return [];
  const states = statesOf(change, around.written?.get(resourceKey(change)));
  const found = [
    ...openedToWorld(change.type, states),
    ...unprotected(change, states),
    ...switches(change, states),
    ...weakened(change, states),
    ...publicAccess(change.type, states),
    ...lowered(change, states),
    ...unmonitored(change, states),
    ...dropped(change, states),
    ...parameters(change, states),
    ...access(change, around),
    ...policies(change, states, around),
    ...stacksThatGo(change, states),
  ];
  // Several settings may come to the same, which is told once.
  return [...new Map(found.map((guard) => [`${guard.property}: ${guard.message}`, guard])).values()];
}

function removedGuard(change: ResourceChange, { written }: Around): readonly WeakerGuard[] {
  const message = REMOVED_GUARDS[change.type] ?? lostDenials(change, written?.get(resourceKey(change)));
  return message === undefined ? [] : [{ message }];
}

function access(change: ResourceChange, { account, written, rename }: Around): readonly WeakerGuard[] {
  const { untold, ...states } = policyStates(change, written?.get(resourceKey(change)));
  const message = "CloudFormation shows only a part of this policy: whether it allows more cannot be told";
  return [
    ...wideGrants(change.type, states, { account, rename }),
    ...untold.map((where) => ({ ...where, message })),
  ];
}

function switches(change: ResourceChange, states: ResourceStates): readonly WeakerGuard[] {
  const isNew = states.before === undefined;
  return SWITCHES.filter(({ path, safe, alsoNew }) => {
    const isAbsent = isTakenOut(change, states, path) && !ON_BY_DEFAULT.has(path);
    return pairsAt(states, path).some(({ old, now }) => {
      if (isNew) return alsoNew === true && isOn(now);
      if (safe === "off") return isOn(now) && !isOn(old);
      // Without contexts an absent value says nothing; an internet-facing default does not exist among these.
      const isOffNow = isOff(now) || (now === undefined && isAbsent);
      return isOn(old) && isOffNow && !isEncryptedAnyway(change.type, path);
    });
  }).map(({ path, message }) => ({ property: path.split("/")[0] ?? path, message }));
}

// Turning encryption off on these makes a new, empty resource: the replacement says more.
function isEncryptedAnyway(type: string, path: string): boolean {
  return /^AWS::DynamoDB::(?:Global)?Table$/.test(type) && path.startsWith("SSESpecification");
}

function unmonitored(change: ResourceChange, states: ResourceStates): readonly WeakerGuard[] {
  const [was, is] = [states.before?.MonitoringInterval, states.after?.MonitoringInterval];
  const isOffNow = is === undefined ? isTakenOut(change, states, "MonitoringInterval") : !(Number(is) > 0);
  return Number(was ?? 0) > 0 && isOffNow
    ? [{ property: "MonitoringInterval", message: "loses Enhanced Monitoring" }]
    : [];
}

/** A value that protected in its place, and the one that no longer does. */
function weakened(change: ResourceChange, states: ResourceStates): readonly WeakerGuard[] {
  if (change.action !== "Modify") return [];
  return WEAKER_VALUES.filter(({ types, path, strong, weak }) => {
    if (!types.includes(change.type)) return false;
    const isAbsent = isTakenOut(change, states, path);
    return pairsAt(states, path).some(({ old, now }) => {
      if (typeof old !== "string" || !strong.test(old)) return false;
      return now === undefined ? isAbsent && weak.test("") : weak.test(String(now));
    });
  }).map(({ path, message }) => ({ property: path.split("/")[0] ?? path, message }));
}

/** Entries of a protecting list, or a whole protecting block, that are gone afterwards. */
function dropped(change: ResourceChange, states: ResourceStates): readonly WeakerGuard[] {
  if (change.action !== "Modify") return [];
  const { before, after } = states;
  const lists = LISTS.filter(([property]) => {
    const kept = new Set(asList(after?.[property]).map((entry) => JSON.stringify(entry)));
    return asList(before?.[property]).some((entry) => !kept.has(JSON.stringify(entry)));
  });
  const emptied = EMPTIED.filter(
    ([types, property]) =>
      types.test(change.type) &&
      asList(before?.[property]).length > 0 &&
      asList(after?.[property]).length === 0,
  ).map(([, property, message]) => [property, message] as const);
  const blocks = BLOCKS.filter(
    ([property]) => before?.[property] !== undefined && after?.[property] === undefined,
  );
  return [...lists, ...emptied, ...blocks]
    .filter(([property]) => isWhole(states, property))
    .map(([property, message]) => ({ property, message }));
}

function parameters(change: ResourceChange, states: ResourceStates): readonly WeakerGuard[] {
  if (!/ParameterGroup$/.test(change.type)) return [];
  const [then, now] = [states.before?.Parameters, states.after?.Parameters];
  if (!isObject(then)) return [];
  const value = (name: string) => (isObject(now) ? now[name] : undefined);
  const isKnown = (name: string) =>
    value(name) !== undefined || isTakenOut(change, states, `Parameters/${name}`);
  const weaker = Object.entries(DATABASE_PARAMETERS).filter(
    ([name]) => isOn(then[name]) && isKnown(name) && !isOn(value(name)),
  );
  const isLessLogged = isKnown(LOGGED) && logged(then[LOGGED]) > logged(value(LOGGED));
  return [
    ...weaker.map(([, message]) => ({ property: "Parameters", message })),
    ...(isLessLogged ? [{ property: "Parameters", message: "logs fewer statements (log_statement)" }] : []),
  ];
}

const LOGGED = "log_statement";

/** How much is logged; nothing, where it is `none` or nobody knows. */
function logged(value: Json | undefined): number {
  return ["ddl", "mod", "all"].indexOf(String(value).toLowerCase());
}

const POLICIES = ["DeletionPolicy", "UpdateReplacePolicy"] as const;

/** A deletion that kept the data until now and would not any more. */
function policies(
  change: ResourceChange,
  states: ResourceStates,
  { written }: Around,
): readonly WeakerGuard[] {
  if (change.action !== "Modify") return [];
  const sides = { states, written: written?.get(resourceKey(change)) ?? {} };
  return POLICIES.flatMap((attribute): WeakerGuard[] => {
    const isListed = change.details.some((it) => it.attribute === attribute);
    const [then, now] = (["before", "after"] as const).map((side) =>
      policyOn(side, change, attribute, sides),
    );
    const kept = then === "Retain" || then === "Snapshot" || then === "RetainExceptOnCreate";
    if (!kept || (now !== "Delete" && !(isListed && now === undefined))) return [];
    return [
      {
        property: attribute,
        message: `would no longer ${then === "Snapshot" ? "leave a snapshot" : "be kept"}`,
      },
    ];
  });
}

/** As CloudFormation shows it, or a template says; `null` where it is not known, `undefined` where there is none. */
function policyOn(
  side: Side,
  change: ResourceChange,
  attribute: (typeof POLICIES)[number],
  { states, written }: { readonly states: ResourceStates; readonly written: WrittenStates },
): Json | undefined {
  const detail = change.details.find((it) => it.attribute === attribute);
  const shown = detail?.[side] ?? attributeOf(change[side], attribute);
  if (shown !== undefined) return shown;
  const told = written[side]?.policies;
  if (told !== undefined && Object.hasOwn(told, attribute)) return told[attribute];
  // Of a side of which nothing is shown nobody knows that it says nothing.
  const isSeen = detail !== undefined || change[side] !== undefined || written[side] !== undefined;
  if (!isSeen) return null;
  // The other policies that hold by default keep nothing, and are not told as a loss.
  return attribute === "DeletionPolicy" && usualPolicy(change.type, states[side] ?? {}) === "Snapshot"
    ? "Snapshot"
    : undefined;
}
