import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { production, properties, resources, template } from "./aurora.ts";
import { isTaggable, unknownProperties } from "./spec.ts";
import { constraintProblems, type ParameterSet } from "./template.ts";

describe("names, tags and documentation", () => {
  const nameProperty =
    /^(DBClusterIdentifier|DBInstanceIdentifier|DBSubnetGroupName|DBClusterParameterGroupName|GroupName|RoleName|AlarmName|DashboardName|LogGroupName|SubscriptionName|Name)$/;
  const names = (given: ParameterSet) =>
    Object.fromEntries(
      resources.flatMap(([id, { Type, Properties }]) => {
        const own = Object.entries(Properties).filter(
          ([key, value]) => nameProperty.test(key) && JSON.stringify(value).includes("Fn::Sub"),
        );
        return own.map(([key]) => [id, [Type, String(properties(id, given)[key])] as const]);
      }),
    );

  test("every named resource is <resource-type>-<environmentSuffix>", () => {
    expect(Object.fromEntries(Object.entries(names(production)).map(([id, [, name]]) => [id, name]))).toEqual(
      {
        ClientSecurityGroup: "aurora-client-security-group-prod",
        DatabaseSecurityGroup: "aurora-database-security-group-prod",
        SubnetGroup: "aurora-subnet-group-prod",
        ClusterParameterGroup: "aurora-parameter-group-pg15-prod",
        DatabaseSecret: "aurora-secret-prod",
        PostgresqlLogGroup: "/aws/rds/cluster/aurora-cluster-prod/postgresql",
        AuroraCluster: "aurora-cluster-prod",
        MonitoringRole: "aurora-monitoring-role-prod",
        AuroraInstanceA: "aurora-instance-a-prod",
        AuroraInstanceB: "aurora-instance-b-prod",
        CpuAlarm: "aurora-cpu-alarm-prod",
        WriterCpuAlarm: "aurora-writer-cpu-alarm-prod",
        CapacityAlarm: "aurora-capacity-alarm-prod",
        MemoryAlarm: "aurora-memory-alarm-prod",
        ConnectionsAlarm: "aurora-connections-alarm-prod",
        DeadlocksAlarm: "aurora-deadlocks-alarm-prod",
        ReplicaLagAlarm: "aurora-replica-lag-alarm-prod",
        TransactionIdsAlarm: "aurora-transaction-ids-alarm-prod",
        ClusterEvents: "aurora-cluster-events-111122223333-database-alarms-prod",
        InstanceEvents: "aurora-instance-events-111122223333-database-alarms-prod",
        Dashboard: "aurora-dashboard-prod",
      },
    );
    const nameless = resources.filter(([id]) => !(id in names(production))).map(([, { Type }]) => Type);
    expect(nameless).toEqual([
      "AWS::EC2::SecurityGroupEgress",
      "AWS::SecretsManager::SecretTargetAttachment",
    ]);
  });

  test("the longest suffix keeps every name within its service's limit", () => {
    const suffix = "a".repeat(30);
    expect(constraintProblems(template.Parameters.environmentSuffix!, suffix)).toEqual([]);
    for (const [type, name] of Object.values(names({ ...production, environmentSuffix: suffix })))
      expect([name, name.length <= limitOf(type)]).toEqual([name, true]);
  });

  test.for(["", "Prod", "-a", "a-", "a--b", "a_b", "a".repeat(31)])(
    "environmentSuffix refuses %j",
    (suffix) => {
      expect(constraintProblems(template.Parameters.environmentSuffix!, suffix)).not.toEqual([]);
    },
  );

  test("every type that can carry tags carries Environment and ManagedBy, and the rest has none", () => {
    const tags = [
      { Key: "Environment", Value: { Ref: "Environment" } },
      { Key: "ManagedBy", Value: "CloudFormation" },
    ];
    expect(resources.map(([id, r]) => [id, r.Properties.Tags])).toEqual(
      resources.map(([id, r]) => [id, isTaggable(r.Type) ? tags : undefined]),
    );
    expect(template.Parameters.Environment!.Default).toBe("Production");
  });

  test("every parameter is described, labelled and in exactly one group", () => {
    const { ParameterGroups, ParameterLabels } = template.Metadata["AWS::CloudFormation::Interface"];
    const parameters = Object.keys(template.Parameters);
    expect(ParameterGroups.flatMap((group) => group.Parameters).sort()).toEqual(parameters.toSorted());
    expect(Object.keys(ParameterLabels).sort()).toEqual(parameters.toSorted());
    expect(
      Object.values(template.Parameters).every(({ Description = "" }) => Description.endsWith(".")),
    ).toBe(true);
    expect(template.Description.length).toBeLessThanOrEqual(1024);
  });

  test.for(resources)("%s uses only properties that its type has", ([, { Type, Properties }]) => {
    expect(unknownProperties(Type, Properties)).toEqual([]);
  });

  test("the README names every parameter, output and alarm", () => {
    const readme = readFileSync(join(import.meta.dirname, "../../templates/README.md"), "utf8");
    const alarms = Object.values(names(production)).flatMap(([type, name]) =>
      type === "AWS::CloudWatch::Alarm" ? [name] : [],
    );
    const wanted = [
      ...Object.keys(template.Parameters),
      ...Object.keys(template.Outputs),
      ...alarms.map((name) => name.replace(/-prod$/, "")),
    ];
    expect(wanted.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  test("it fits CloudFormation's inline limit", () => {
    expect(Buffer.byteLength(JSON.stringify(template))).toBeLessThanOrEqual(51_200);
  });
});

/** The longest name that the service takes. */
function limitOf(type: string): number {
  // "The name must be less than 255 characters" (CreateEventSubscription).
  if (type === "AWS::RDS::EventSubscription") return 254;
  if (type.startsWith("AWS::RDS")) return 63;
  return type === "AWS::IAM::Role" ? 64 : 255;
}
