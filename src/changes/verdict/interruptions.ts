import type { ResourceChange } from "../model.ts";

/** A property whose change takes the service away for a while although the resource stays. */
export interface Interruption {
  readonly property: string;
  readonly message: string;
}

/** What a modification in place interrupts, by AWS's "Update requires: Some interruptions" and the services' guides. */
export function interruptions(change: ResourceChange): readonly Interruption[] {
  if (change.action !== "Modify") return [];
  const known = INTERRUPTING[change.type];
  if (known === undefined) return [];
  const real = change.details.filter(({ changeType }) => changeType !== "SyncWithActual");
  const names = new Set(real.map(({ name }) => name).filter((name) => name !== undefined));
  return [...names].flatMap((property) => {
    const message = Object.hasOwn(known, property) ? known[property] : undefined;
    return message === undefined ? [] : [{ property, message }];
  });
}

const ENGINE = "is upgraded in place and is not available meanwhile";
const CLASS = "restarts on the new instance class";
const PARAMETERS = "takes static parameters only after a reboot";
const CERTIFICATE = "may restart for the new server certificate";

const DATABASE_INSTANCE = {
  DBInstanceClass: CLASS,
  EngineVersion: ENGINE,
  DBParameterGroupName: PARAMETERS,
  CACertificateIdentifier: CERTIFICATE,
} as const;

const DATABASE_CLUSTER = {
  EngineVersion: ENGINE,
  DBClusterParameterGroupName: PARAMETERS,
  Port: "closes all connections and listens on another port",
  NetworkType: "is not available while its network type changes",
} as const;

const INTERRUPTING: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "AWS::RDS::DBCluster": {
    ...DATABASE_CLUSTER,
    DBClusterInstanceClass: CLASS,
    Engine: ENGINE,
  },
  "AWS::RDS::DBInstance": {
    ...DATABASE_INSTANCE,
    MultiAZ: "may stall while a standby is made or dropped",
    StorageType: "is not available while its storage is converted",
    OptionGroupName: "may restart for the new options",
    NetworkType: "is not available while its network type changes",
  },
  "AWS::RDS::DBClusterParameterGroup": { Parameters: PARAMETERS },
  "AWS::RDS::DBParameterGroup": { Parameters: PARAMETERS },
  "AWS::DocDB::DBCluster": DATABASE_CLUSTER,
  "AWS::DocDB::DBInstance": DATABASE_INSTANCE,
  "AWS::Neptune::DBCluster": DATABASE_CLUSTER,
  "AWS::Neptune::DBInstance": DATABASE_INSTANCE,
  "AWS::Redshift::Cluster": {
    NodeType: "is read-only while it is resized",
    NumberOfNodes: "is read-only while it is resized",
    ClusterType: "is read-only while it is resized",
    ClusterVersion: ENGINE,
  },
  "AWS::ElastiCache::CacheCluster": { EngineVersion: ENGINE, CacheParameterGroupName: PARAMETERS },
  "AWS::ElastiCache::ReplicationGroup": {
    EngineVersion: "fails over while its nodes are upgraded",
    CacheNodeType: "fails over while its nodes are exchanged",
  },
  "AWS::MemoryDB::Cluster": {
    EngineVersion: "fails over while its nodes are upgraded",
    NodeType: "fails over while its nodes are exchanged",
  },
  "AWS::AmazonMQ::Broker": {
    EngineVersion: "reboots for the new engine",
    HostInstanceType: "reboots on the new instance type",
    Configuration: "takes the new configuration with a reboot",
  },
  "AWS::MSK::Cluster": {
    KafkaVersion: "restarts its brokers one by one",
    BrokerNodeGroupInfo: "restarts its brokers one by one",
  },
  "AWS::EC2::Instance": {
    InstanceType: "stops and starts again, with a new public address if it has no elastic one",
    UserData: "stops and starts again",
    EbsOptimized: "stops and starts again",
    KernelId: "stops and starts again",
    RamdiskId: "stops and starts again",
  },
  "AWS::DirectoryService::MicrosoftAD": { Edition: "is not available while its edition changes" },
};
