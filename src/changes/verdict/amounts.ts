import type { Json } from "../../template/model.ts";
import type { ResourceChange } from "../model.ts";
import { isWhole, type ResourceStates } from "../resourceState.ts";
import { isTakenOut, type Pair, pairsAt } from "./pairs.ts";
import type { WeakerGuard } from "./weakerGuard.ts";

/** What is kept less long than before, or of which the template no longer says how long. */
export function lowered(change: ResourceChange, states: ResourceStates): readonly WeakerGuard[] {
  if (states.before === undefined) return [];
  return AMOUNTS.flatMap((it): readonly WeakerGuard[] => {
    const known = { complete: isWhole(states, it.path), absent: isTakenOut(change, states, it.path) };
    const messages = pairsAt(states, it.path).map((pair) => weaker(it, change.type, pair, known));
    const property = it.path.split("/")[0] ?? it.path;
    return messages.flatMap((message) => (message === undefined ? [] : [{ property, message }]));
  });
}

interface Amount {
  readonly path: string;
  readonly unit: "day" | "hour" | "second";
  /** What is kept so long. */
  readonly kept: string;
  /** What AWS takes for these types where the template says nothing; sources: the properties' texts in the schema. */
  readonly byDefault?: Readonly<Record<string, number>>;
  /** Zero means forever. */
  readonly isEndless?: true;
}

const FOREVER = Number.POSITIVE_INFINITY;
/** Of a key: how long its deletion can be taken back. */
const WAITING = "PendingWindowInDays";
const BACKUPS = { unit: "day", kept: "backups" } as const;

/** Numbers that protect by their size. */
const AMOUNTS: readonly Amount[] = [
  {
    ...{ path: "BackupRetentionPeriod", ...BACKUPS },
    byDefault: {
      "AWS::RDS::DBCluster": 1,
      "AWS::RDS::DBInstance": 1,
      "AWS::DocDB::DBCluster": 1,
      "AWS::Neptune::DBCluster": 1,
    },
  },
  {
    ...{ path: "SnapshotRetentionLimit", ...BACKUPS },
    byDefault: { "AWS::ElastiCache::CacheCluster": 0, "AWS::ElastiCache::ReplicationGroup": 0 },
  },
  {
    ...{ path: "AutomatedSnapshotRetentionPeriod", ...BACKUPS },
    byDefault: { "AWS::Redshift::Cluster": 1 },
  },
  { path: "AutomaticBackupReplicationRetentionPeriod", ...BACKUPS },
  ...["LustreConfiguration", "OntapConfiguration", "OpenZFSConfiguration", "WindowsConfiguration"].map(
    (block) => ({ path: `${block}/AutomaticBackupRetentionDays`, ...BACKUPS }),
  ),
  {
    ...{ path: "RetentionInDays", unit: "day", kept: "logs" },
    byDefault: { "AWS::Logs::LogGroup": FOREVER },
  },
  {
    ...{ path: "RetentionPeriodHours", unit: "hour", kept: "records" },
    byDefault: { "AWS::Kinesis::Stream": 24 },
  },
  { path: "DataRetentionInHours", unit: "hour", kept: "media" },
  {
    ...{ path: "MessageRetentionPeriod", unit: "second", kept: "messages" },
    byDefault: { "AWS::SQS::Queue": 345_600 },
  },
  {
    ...{ path: "RetentionDays", unit: "day", kept: "events", isEndless: true },
    byDefault: { "AWS::Events::Archive": FOREVER },
  },
  { path: "RetentionPeriod", unit: "day", kept: "contents" },
  { path: "RetentionProperties/MagneticStoreRetentionPeriodInDays", unit: "day", kept: "records" },
  {
    ...{ path: "PerformanceInsightsRetentionPeriod", unit: "day", kept: "metrics" },
    byDefault: { "AWS::RDS::DBCluster": 7, "AWS::RDS::DBInstance": 7 },
  },
  {
    ...{ path: WAITING, unit: "day", kept: "deleted keys" },
    byDefault: { "AWS::KMS::Key": 30, "AWS::KMS::ReplicaKey": 30 },
  },
];

/**
 * Types whose handler sets the default where the property goes: "setBackupRetentionPeriod(… == null ? 1 : …)" (ModelAdapter of
 * the published handler of AWS::RDS::DBCluster). That of AWS::RDS::DBInstance leaves the service what it has; of others
 * nothing is published, so that no more is said than that the template is silent.
 */
const SET_BY_HANDLER = new Set(["AWS::RDS::DBCluster BackupRetentionPeriod"]);

function weaker(it: Amount, type: string, { old, now }: Pair, is: Known): string | undefined {
  const usual = it.byDefault?.[type];
  const was = amount(it, old) ?? (old === undefined && is.complete ? usual : undefined);
  if (was === undefined) return undefined;
  const isGone = old !== undefined && now === undefined && is.absent;
  const next = isGone ? usual : amount(it, now);
  if (next === undefined ? !isGone : next >= was) return undefined;
  if (next !== undefined && (!isGone || SET_BY_HANDLER.has(`${type} ${it.path}`)))
    return shorter(it, was, next);
  const fallback = next === undefined ? "" : `; the default is ${text(it, next)}`;
  return `no longer says how long its ${it.kept} are kept (${text(it, was)} until now${fallback})`;
}

interface Known {
  /** Whether all that was said before is known. */
  readonly complete: boolean;
  /** Whether what has no value afterwards is said no more. */
  readonly absent: boolean;
}

function shorter(it: Amount, was: number, next: number): string {
  if (it.path === WAITING) return `can be lost after ${text(it, next)}, not ${was}`;
  if (next === 0 && it.kept === BACKUPS.kept) return "is no longer backed up";
  return `keeps its ${it.kept} ${text(it, next)} instead of ${was === FOREVER ? "forever" : was}`;
}

function text({ unit }: Amount, count: number): string {
  return count === FOREVER ? "forever" : count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
}

function amount({ isEndless }: Amount, value: Json | undefined): number | undefined {
  if (value === "" || typeof value === "object") return undefined;
  const number = Number(value);
  if (!Number.isFinite(number)) return undefined;
  return isEndless && number === 0 ? FOREVER : number;
}
