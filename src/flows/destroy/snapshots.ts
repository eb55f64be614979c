import { named } from "../../changes/destroy/fate.ts";
import type { StandingResource } from "../../changes/destroy/standing.ts";
import { ActionError } from "../../errors.ts";
import type { Deletions } from "../../ports/aws.ts";
import type { Log } from "../../ports/local.ts";
import { isStackItself } from "../../stack/eventKinds.ts";
import type { StackEvent } from "../../stack/model.ts";

/** The last snapshots of what a stack held. */
export interface FinalSnapshots {
  /** Identifiers, in the order of the resources. */
  readonly ids: readonly string[];
  /** What is said of those whose name is not known. */
  readonly unnamed: readonly string[];
}

type SnapshotKind = Parameters<Deletions["snapshots"]>[0];

/** Of these RDS tells the snapshots also when they are gone. */
const KINDS: Readonly<Record<string, SnapshotKind>> = {
  "AWS::RDS::DBCluster": "cluster",
  "AWS::RDS::DBInstance": "instance",
};

/** Two services' times may differ a little. Milliseconds. */
const SLACK_MS = 5_000;

/**
 * Names the snapshots that CloudFormation took of what it deleted: no event tells them. They are those of the database
 * that were made since its deletion began. A failure to ask fails nothing, for the snapshots are there all the same.
 * @param since AWS's time, milliseconds since the epoch
 */
export async function finalSnapshots(
  resources: readonly StandingResource[],
  since: number,
  ports: { readonly deletions: Pick<Deletions, "snapshots">; readonly log: Log },
): Promise<FinalSnapshots> {
  const found = await Promise.all(savedOf(resources).map((resource) => snapshotsOf(resource, since, ports)));
  return { ids: found.flatMap(({ ids }) => ids), unnamed: found.flatMap(({ unnamed }) => unnamed) };
}

/**
 * The same where nobody can be asked, or not yet: once the stack is gone, nobody tells what its last snapshots are called.
 * @param why in a few words
 */
export function unnamedSnapshots(resources: readonly StandingResource[], why: string): FinalSnapshots {
  return { ids: [], unnamed: savedOf(resources).map((resource) => unnamedText(resource, why)) };
}

function savedOf(resources: readonly StandingResource[]): readonly StandingResource[] {
  return resources.filter(({ policy }) => policy === "Snapshot");
}

function unnamedText(resource: StandingResource, why: string): string {
  const { key } = named(resource);
  return `${key}: the snapshot's name is not known (${why}); it begins with ${startOf(resource)}`;
}

/**
 * As the resource handlers of RDS name it, and others did before: `<stack>-snapshot-<logical id>-<random>`, by the stack
 * that has the resource. A volume's has no name but EC2's id.
 */
function startOf({ type, stackName, logicalId }: StandingResource): string {
  return type === "AWS::EC2::Volume" ? "snap-" : `${stackName}-snapshot-${logicalId}-`.toLowerCase();
}

async function snapshotsOf(
  resource: StandingResource,
  since: number,
  { deletions, log }: Parameters<typeof finalSnapshots>[2],
): Promise<FinalSnapshots> {
  const { type, physicalId } = resource;
  const kind = KINDS[type];
  const start = startOf(resource);
  const unnamed = (why: string): FinalSnapshots => ({ ids: [], unnamed: [unnamedText(resource, why)] });
  if (kind === undefined || physicalId === undefined) return unnamed(`only ${type}'s service can tell`);
  try {
    const all = await deletions.snapshots(kind, physicalId);
    const last = all.filter(({ id, madeAt }) =>
      madeAt === undefined ? id.toLowerCase().startsWith(start) : madeAt >= since - SLACK_MS,
    );
    if (last.length === 0) return unnamed("RDS tells of none that was made during the deletion");
    return { ids: last.map(({ id }) => id), unnamed: [] };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    log.warning(`${error.message} ${error.hint ?? ""}`.trimEnd());
    return unnamed("it could not be asked");
  }
}

/** When a stack's deletion began, earlier tries of it included; `undefined` where none did. AWS's time. */
export function deletionBegan(events: readonly StackEvent[]): number | undefined {
  const begun = events.filter((event) => isStackItself(event) && event.status === "DELETE_IN_PROGRESS");
  return begun.length === 0 ? undefined : Math.min(...begun.map(({ at }) => at));
}
