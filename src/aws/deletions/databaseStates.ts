import type { DatabaseSnapshot, Deletions } from "../../ports/aws.ts";
import type { ClientOptions } from "../client.ts";
import { defined } from "../decode.ts";
import { type Rds, rdsAsker } from "../rds.ts";

type DatabaseStates = Pick<Deletions, "isProtected" | "snapshots">;

/** Whether databases are protected, and their snapshots. The SDK's RDS client is loaded with the first call. */
export function openDatabaseStates(options: ClientOptions): DatabaseStates {
  const ask = rdsAsker(options);
  return {
    isProtected: (kind, id) =>
      ask(`ask for the deletion protection of ${id}`, (rds) => PROTECTED[kind](rds, id)),
    snapshots: (kind, id) => ask(`look for the snapshots of ${id}`, (rds) => SNAPSHOTS[kind](rds, id)),
  };
}

type Ask<T> = (rds: Rds, id: string) => Promise<T>;

// A filter answers nothing for what is not there, where naming it would be an error.
const PROTECTED: Readonly<Record<Parameters<Deletions["isProtected"]>[0], Ask<boolean | undefined>>> = {
  cluster: async ({ sdk, client }, id) => {
    const Filters = [{ Name: "db-cluster-id", Values: [id] }];
    const { DBClusters: [found] = [] } = await client.send(new sdk.DescribeDBClustersCommand({ Filters }));
    return found && found.DeletionProtection === true;
  },
  instance: async ({ sdk, client }, id) => {
    const Filters = [{ Name: "db-instance-id", Values: [id] }];
    const { DBInstances: [found] = [] } = await client.send(new sdk.DescribeDBInstancesCommand({ Filters }));
    return found && found.DeletionProtection === true;
  },
  "global-cluster": async ({ sdk, client }, id) => {
    try {
      const command = new sdk.DescribeGlobalClustersCommand({ GlobalClusterIdentifier: id });
      const { GlobalClusters: [found] = [] } = await client.send(command);
      return found && found.DeletionProtection === true;
    } catch (error) {
      if (error instanceof Error && error.name.startsWith("GlobalClusterNotFound")) return undefined;
      throw error;
    }
  },
};

const SNAPSHOTS: Readonly<Record<Parameters<Deletions["snapshots"]>[0], Ask<readonly DatabaseSnapshot[]>>> = {
  // Last snapshots are manual ones: automated backups go with their database.
  cluster: (rds, id) =>
    allPages(async (Marker) => {
      const command = new rds.sdk.DescribeDBClusterSnapshotsCommand({
        ...{ DBClusterIdentifier: id, SnapshotType: "manual" },
        ...defined({ Marker }),
      });
      const answer = await rds.client.send(command);
      const found = (answer.DBClusterSnapshots ?? []).map((it) =>
        snapshot(it.DBClusterSnapshotIdentifier, it.SnapshotCreateTime),
      );
      return { found, next: answer.Marker };
    }),
  instance: (rds, id) =>
    allPages(async (Marker) => {
      const command = new rds.sdk.DescribeDBSnapshotsCommand({
        ...{ DBInstanceIdentifier: id, SnapshotType: "manual" },
        ...defined({ Marker }),
      });
      const answer = await rds.client.send(command);
      const found = (answer.DBSnapshots ?? []).map((it) =>
        snapshot(it.DBSnapshotIdentifier, it.SnapshotCreateTime),
      );
      return { found, next: answer.Marker };
    }),
};

interface Page {
  readonly found: readonly (readonly DatabaseSnapshot[])[];
  readonly next: string | undefined;
}

async function allPages(ask: (marker: string | undefined) => Promise<Page>) {
  const all: DatabaseSnapshot[] = [];
  let marker: string | undefined;
  do {
    const { found, next } = await ask(marker);
    all.push(...found.flat());
    marker = next;
  } while (marker !== undefined && marker !== "");
  return all;
}

function snapshot(id: string | undefined, madeAt: Date | undefined): readonly DatabaseSnapshot[] {
  return id === undefined ? [] : [{ id, ...defined({ madeAt: madeAt?.getTime() }) }];
}
