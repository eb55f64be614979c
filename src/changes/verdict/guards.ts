import type { Json, JsonObject } from "../../template/model.ts";
import type { ResourceChange } from "../model.ts";
import { wideGrants } from "../policies/wideGrants.ts";
import { asList, attributeOf, isObject, type ResourceStates, resourceStates } from "../resourceState.ts";
import {
  AMOUNTS,
  BLOCKS,
  DATABASE_PARAMETERS,
  LISTS,
  ON_BY_DEFAULT,
  REMOVED_GUARDS,
  SWITCHES,
} from "./guardFacts.ts";
import { publicAccess } from "./publicAccess.ts";
import { stacksThatGo } from "./stackSets.ts";
import type { WeakerGuard } from "./weakerGuard.ts";

/**
 * Every protection that a change weakens or a new resource lacks in a way that opens it to everybody.
 * @param account the stack's own, to tell another one that is let in
 */
export function weakerGuards(change: ResourceChange, account?: string): readonly WeakerGuard[] {
  if (change.action === "Remove") return removedGuard(change.type);
  // SyncWithActual alters CloudFormation's own records only (ResourceChange, API reference).
  if (change.action === "Dynamic" || change.action === "SyncWithActual") return [];
  const states = resourceStates(change);
  const found = [
    ...openedToWorld(change.type, states),
    ...switches(change, states),
    ...publicAccess(change.type, states),
    ...lowered(states),
    ...dropped(change, states),
    ...parameters(change, states),
    ...wideGrants(change.type, states, account),
    ...policies(change),
    ...stacksThatGo(change, states),
  ];
  // Several settings may come to the same, which is told once.
  return [...new Map(found.map((guard) => [`${guard.property}: ${guard.message}`, guard])).values()];
}

function removedGuard(type: string): readonly WeakerGuard[] {
  const message = REMOVED_GUARDS[type];
  return message === undefined ? [] : [{ message }];
}

const INGRESS_RULE_TYPES = new Set(["AWS::EC2::SecurityGroupIngress", "AWS::RDS::DBSecurityGroupIngress"]);

function openedToWorld(type: string, { before, after }: ResourceStates): readonly WeakerGuard[] {
  const rules = (state: JsonObject | undefined) =>
    INGRESS_RULE_TYPES.has(type) ? [state ?? {}] : asList(state?.SecurityGroupIngress);
  const open = (state: JsonObject | undefined) => new Set(rules(state).flatMap(worldOpening));
  const known = open(before);
  const property = INGRESS_RULE_TYPES.has(type) ? "CidrIp" : "SecurityGroupIngress";
  return [...open(after)]
    .filter((opening) => !known.has(opening))
    .map((opening) => ({ property, message: `is opened to the world: ${opening}` }));
}

/** `port 5432 from 0.0.0.0/0`, where a rule admits at least an eighth of all addresses. */
function worldOpening(rule: Json): readonly string[] {
  if (!isObject(rule)) return [];
  const sources = [rule.CidrIp, rule.CidrIpv6, rule.CIDRIP];
  return sources.filter(isWorld).map((source) => `${ports(rule)} from ${source}`);
}

function isWorld(source: Json | undefined): source is string {
  if (typeof source !== "string") return false;
  return /^[\d.]+\/[0-3]$/.test(source) || /^[\da-f:]+\/[0-3]$/i.test(source);
}

function ports(rule: JsonObject): string {
  if (String(rule.IpProtocol) === "-1") return "every port";
  const numbers = [rule.FromPort, rule.ToPort].map(Number);
  const [from = Number.NaN, to = Number.NaN] = numbers;
  if (!Number.isInteger(from) || !Number.isInteger(to)) return "a port";
  return from === to ? `port ${from}` : `ports ${from} to ${to}`;
}

function switches(
  { type }: ResourceChange,
  { before, after, complete }: ResourceStates,
): readonly WeakerGuard[] {
  return SWITCHES.filter(({ path, safe, alsoNew }) => {
    const now = at(after, path);
    if (before === undefined) return alsoNew === true && isOn(now);
    const then = at(before, path);
    if (safe === "off") return isOn(now) && !isOn(then);
    // Without contexts an absent value says nothing; an internet-facing default does not exist among these.
    const isAbsentNow = now === undefined && complete && !ON_BY_DEFAULT.has(path);
    return isOn(then) && (isOff(now) || isAbsentNow) && !isEncryptedAnyway(type, path);
  }).map(({ path, message }) => ({ property: path.split("/")[0] ?? path, message }));
}

// Turning encryption off on these makes a new, empty resource: the replacement says more.
function isEncryptedAnyway(type: string, path: string): boolean {
  return type === "AWS::DynamoDB::Table" && path.startsWith("SSESpecification");
}

function lowered({ before, after }: ResourceStates): readonly WeakerGuard[] {
  const guards = AMOUNTS.flatMap(({ path, message }): WeakerGuard[] => {
    const then = amount(before?.[path]);
    const now = amount(after?.[path]);
    if (then === undefined || now === undefined || now >= then) return [];
    return [{ property: path, message: message(then, now) }];
  });
  const monitored = amount(before?.MonitoringInterval) ?? 0;
  const isMonitored = (amount(after?.MonitoringInterval) ?? 0) > 0;
  if (monitored === 0 || isMonitored) return guards;
  return [...guards, { property: "MonitoringInterval", message: "loses Enhanced Monitoring" }];
}

/** Entries of a protecting list, or a whole protecting block, that are gone afterwards. */
function dropped(
  change: ResourceChange,
  { before, after, complete }: ResourceStates,
): readonly WeakerGuard[] {
  if (change.action !== "Modify" || !complete) return [];
  const lists = LISTS.filter(([property]) => {
    const kept = new Set(asList(after?.[property]).map((entry) => JSON.stringify(entry)));
    const isShorter = asList(before?.[property]).some((entry) => !kept.has(JSON.stringify(entry)));
    // Another receiver of an alarm is no weaker alarm.
    return property === "AlarmActions" ? isShorter && kept.size === 0 : isShorter;
  });
  const blocks = BLOCKS.filter(
    ([property]) => before?.[property] !== undefined && after?.[property] === undefined,
  );
  return [...lists, ...blocks].map(([property, message]) => ({ property, message }));
}

function parameters(change: ResourceChange, { before, after }: ResourceStates): readonly WeakerGuard[] {
  if (!/ParameterGroup$/.test(change.type)) return [];
  const then = before?.Parameters;
  const now = after?.Parameters;
  if (!isObject(then)) return [];
  const value = (name: string) => (isObject(now) ? now[name] : undefined);
  const weaker = Object.entries(DATABASE_PARAMETERS).filter(
    ([name]) => isOn(then[name]) && !isOn(value(name)),
  );
  const statements = logged(then.log_statement) > logged(value("log_statement"));
  return [
    ...weaker.map(([, message]) => ({ property: "Parameters", message })),
    ...(statements ? [{ property: "Parameters", message: "logs fewer statements (log_statement)" }] : []),
  ];
}

/** How much is logged; nothing, where it is `none` or nobody knows. */
function logged(value: Json | undefined): number {
  return ["ddl", "mod", "all"].indexOf(String(value).toLowerCase());
}

/** A deletion that kept the data until now and would not any more. */
function policies(change: ResourceChange): readonly WeakerGuard[] {
  if (change.action !== "Modify") return [];
  return (["DeletionPolicy", "UpdateReplacePolicy"] as const).flatMap((attribute): WeakerGuard[] => {
    const detail = change.details.find((it) => it.attribute === attribute);
    const then = detail?.before ?? attributeOf(change.before, attribute);
    const now = detail?.after ?? attributeOf(change.after, attribute);
    const kept = then === "Retain" || then === "Snapshot" || then === "RetainExceptOnCreate";
    if (!kept || (now !== "Delete" && !(detail !== undefined && now === undefined))) return [];
    return [
      {
        property: attribute,
        message: `would no longer ${then === "Snapshot" ? "leave a snapshot" : "be kept"}`,
      },
    ];
  });
}

function at(state: JsonObject | undefined, path: string): Json | undefined {
  let node: Json | undefined = state;
  for (const step of path.split("/")) node = isObject(node) ? node[step] : undefined;
  return node;
}

function isOn(value: Json | undefined): boolean {
  return /^(true|1|on|yes|active|enabled)$/i.test(String(value));
}

function isOff(value: Json | undefined): boolean {
  return /^(false|0|off|no|inactive|disabled|suspended)$/i.test(String(value));
}

function amount(value: Json | undefined): number | undefined {
  if (value === "" || typeof value === "object") return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}
