import { canonicalJson } from "../../template/canonical.ts";
import type { Json, JsonObject } from "../../template/model.ts";
import { asList, isObject, type ResourceStates } from "../resourceState.ts";
import type { WeakerGuard } from "./weakerGuard.ts";

/** What a rule of a security group admits from at least an eighth of all addresses. */
interface Opening {
  /** `tcp`; `-1`: all; empty: none is named. */
  readonly protocol: string;
  /** `NaN` where they are not known. */
  readonly from: number;
  readonly to: number;
  readonly source: string;
}

const RULE_TYPES = new Set(["AWS::EC2::SecurityGroupIngress", "AWS::RDS::DBSecurityGroupIngress"]);

/** What is open to everybody afterwards, and was not before. */
export function openedToWorld(type: string, { before, after }: ResourceStates): readonly WeakerGuard[] {
  const openings = (state: JsonObject | undefined) =>
    (RULE_TYPES.has(type) ? [state ?? {}] : asList(state?.SecurityGroupIngress)).flatMap(openingsOf);
  const known = openings(before);
  const property = RULE_TYPES.has(type) ? "CidrIp" : "SecurityGroupIngress";
  // What another group let in says nothing of this one, save that this very rule was there.
  const isSameGroup = canonicalJson(before?.GroupId ?? null) === canonicalJson(after?.GroupId ?? null);
  const isKnown = (opening: Opening) => (wide: Opening) =>
    isSameGroup ? admits(wide, opening) : openingText(wide) === openingText(opening);
  return openings(after)
    .filter((opening) => !known.some(isKnown(opening)))
    .map((opening) => ({ property, message: `is opened to the world: ${openingText(opening)}` }));
}

function openingsOf(rule: Json): readonly Opening[] {
  if (!isObject(rule)) return [];
  const { IpProtocol = "" } = rule;
  const protocol = PROTOCOLS.get(String(IpProtocol)) ?? String(IpProtocol).toLowerCase();
  const [from = Number.NaN, to = Number.NaN] = [rule.FromPort, rule.ToPort].map(Number);
  return [rule.CidrIp, rule.CidrIpv6, rule.CIDRIP]
    .filter(isWorld)
    .map((source) => ({ protocol, from, to, source }));
}

/** "Use the protocol name or number" (IpPermission): by its number it is the same one. */
const PROTOCOLS: ReadonlyMap<string, string> = new Map([
  ["1", "icmp"],
  ["6", "tcp"],
  ["17", "udp"],
  ["58", "icmpv6"],
]);

function isWorld(source: Json | undefined): source is string {
  if (typeof source !== "string") return false;
  return /^[\d.]+\/[0-3]$/.test(source) || /^[\da-f:]+\/[0-3]$/i.test(source);
}

/** Whether one that was there lets in all that another one does. */
function admits(wide: Opening, { protocol, from, to, source }: Opening): boolean {
  const isEverybody = wide.source === (source.includes(":") ? "::/0" : "0.0.0.0/0");
  if (wide.source !== source && !isEverybody) return false;
  if (wide.protocol === "-1") return true;
  if (wide.protocol !== protocol) return false;
  if (Object.is(wide.from, from) && Object.is(wide.to, to)) return true;
  if (isIcmp(protocol)) return wide.from === -1 || (wide.from === from && wide.to === -1);
  return wide.from <= from && wide.to >= to;
}

/** There the ports are a type and a code, each `-1` for all, and no range (IpPermission). */
function isIcmp(protocol: string): boolean {
  return protocol === "icmp" || protocol === "icmpv6";
}

/** `port 5432 from 0.0.0.0/0`, `port 53 (udp) from ::/0`, `type 8 (icmp) from 0.0.0.0/0`. */
function openingText({ protocol, from, to, source }: Opening): string {
  if (protocol === "-1") return `every port from ${source}`;
  if (isIcmp(protocol)) return `${from >= 0 ? `type ${from}` : "every type"} (${protocol}) from ${source}`;
  // What else is written there may be anybody's value.
  const named = /^(udp|\d{1,3})$/.test(protocol) ? protocol : "another protocol";
  const other = protocol === "tcp" || protocol === "" ? "" : ` (${named})`;
  const isKnown = Number.isInteger(from) && Number.isInteger(to);
  const ports = !isKnown ? "a port" : from === to ? `port ${from}` : `ports ${from} to ${to}`;
  return `${ports}${other} from ${source}`;
}
