import { QUICK, SLOW } from "./durations.data.ts";
import { CREATIONS, DELETIONS, IN_CLUSTER, QUICKLY, SOMEBODYS, UNKNOWN } from "./published.data.ts";
import { type Span, seconds } from "./span.ts";
import type { Known, Verb } from "./task.ts";

/**
 * How long resources of a type mostly take, by what others have published.
 * @param isInCluster of an instance of RDS: whether it is one of a cluster
 */
export function typicalDuration(type: string, verb: Verb, isInCluster = false): Known {
  if (!type.startsWith("AWS::") || type === "AWS::CloudFormation::CustomResource") {
    return { span: SOMEBODYS, source: "unknown" };
  }
  if (isInCluster && verb !== "update") return { span: IN_CLUSTER[verb], source: "typical" };
  const [create = 0, update = 0] = slow(type);
  const made = CREATIONS[type];
  if (verb === "create" && made !== undefined) return { span: made, source: "typical" };
  if (verb === "delete") return typicalDeletion(type, create);
  const average = verb === "create" ? create : update;
  // Of types that are slow to make, an update of a second was mostly never seen.
  const isSeen = verb === "create" || update > 1;
  if (create > 0 && isSeen) return { span: around(average), source: "typical" };
  if (create > 0) return { span: { ...QUICKLY, high: create * 1_000 }, source: "unknown" };
  return isQuick(type) ? { span: QUICKLY, source: "typical" } : { span: UNKNOWN, source: "unknown" };
}

/** Where nothing was published it is guessed by the creation: what takes long to make mostly does to take away. */
function typicalDeletion(type: string, create: number): Known {
  const published = DELETIONS[type];
  if (published !== undefined) return { span: published, source: "typical" };
  if (create >= LONG) return { span: seconds(2, create / 3, create), source: "unknown" };
  return create > 0 || isQuick(type)
    ? { span: QUICKLY, source: "typical" }
    : { span: UNKNOWN, source: "unknown" };
}

/** Seconds of a creation from which on a deletion is not taken for quick. */
const LONG = 90;

/** An average has few below its half and few above its double; quick ones vary by seconds. */
function around(average: number): Span {
  const low = Math.min(average * 0.6, average - 2);
  return seconds(Math.max(0, low), average, Math.max(average * 1.75, average + 10));
}

function slow(type: string): readonly number[] {
  return (SLOW[type.slice("AWS::".length)] ?? "").split(" ").filter(Boolean).map(Number);
}

function isQuick(type: string): boolean {
  const [, service = "", ...name] = type.split("::");
  return (QUICK[service] ?? "").split(" ").includes(name.join("::"));
}
