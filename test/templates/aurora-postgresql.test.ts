import { describe, expect, test } from "vitest";
import { ofType, production, properties, resources, template, text, world } from "./aurora.ts";
import { evaluate } from "./evaluate.ts";
import { constraintProblems, type JsonObject } from "./template.ts";

describe("what was asked for", () => {
  test("PostgreSQL 15.4: the default, and every 15.x but no other", () => {
    const version = template.Parameters.EngineVersion!;
    expect(version.Default).toBe("15.4");
    expect(version.AllowedPattern).toBe("^15\\.\\d+$");
    expect(properties("AuroraCluster")).toMatchObject({
      Engine: "aurora-postgresql",
      EngineVersion: "15.12",
    });
    expect(properties("ClusterParameterGroup").Family).toBe("aurora-postgresql15");
  });

  test("credentials: a generated secret, read by dynamic references, attached, never rotated", () => {
    const secret = properties("DatabaseSecret");
    expect(secret.GenerateSecretString).toMatchObject({
      GenerateStringKey: "password",
      ExcludePunctuation: true,
    });
    expect(JSON.parse((secret.GenerateSecretString as JsonObject).SecretStringTemplate as string)).toEqual({
      username: "dbadmin",
    });
    const reference = (field: string) => `{{resolve:secretsmanager:DatabaseSecret:SecretString:${field}}}`;
    expect(properties("AuroraCluster")).toMatchObject({
      MasterUsername: reference("username"),
      MasterUserPassword: reference("password"),
    });
    expect(properties("AuroraCluster")).not.toHaveProperty("ManageMasterUserPassword");
    expect(properties("SecretAttachment")).toEqual({
      SecretId: "DatabaseSecret",
      TargetId: "AuroraCluster",
      TargetType: "AWS::RDS::DBCluster",
    });
    expect(ofType("AWS::SecretsManager::RotationSchedule")).toEqual([]);
    expect(secret).not.toHaveProperty("SecretString");
  });

  test("AWS managed KMS keys: encrypted, and no key named anywhere", () => {
    expect(properties("AuroraCluster").StorageEncrypted).toBe(true);
    const keys = resources.flatMap(([id]) => Object.keys(properties(id)).filter((name) => /kms/i.test(name)));
    expect(keys).toEqual([]);
  });

  test("exactly two availability zones: two subnets, a writer and a reader, each pinned to its subnet's zone", () => {
    expect(properties("SubnetGroup").SubnetIds).toEqual([production.SubnetIdA, production.SubnetIdB]);
    const instances = ofType("AWS::RDS::DBInstance");
    expect(instances.map((id) => properties(id).AvailabilityZone)).toEqual(["us-east-1a", "us-east-1b"]);
    expect(template.Resources.AuroraInstanceB!.DependsOn).toEqual(["AuroraInstanceA"]);
    const unpinned = properties("AuroraInstanceA", {
      ...production,
      AvailabilityZoneA: "",
      AvailabilityZoneB: "",
    });
    expect(unpinned).not.toHaveProperty("AvailabilityZone");
  });

  test("deletion protection is a parameter that is on by default", () => {
    expect(template.Parameters.DeletionProtection).toMatchObject({
      Default: "true",
      AllowedValues: ["true", "false"],
    });
    expect(template.Resources.AuroraCluster!.Properties.DeletionProtection).toEqual({
      Ref: "DeletionProtection",
    });
  });

  test("everything is destroyable: the cluster with a snapshot, the rest deleted, nothing retained", () => {
    const policies = resources.map(([id, r]) => [id, r.DeletionPolicy, r.UpdateReplacePolicy]);
    const wanted = resources.map(([id, r]) =>
      r.Type === "AWS::RDS::DBCluster" ? [id, "Snapshot", "Snapshot"] : [id, "Delete", "Delete"],
    );
    expect(policies).toEqual(wanted);
    expect(text).not.toContain('Retain"');
  });

  test("logging: every statement, slow queries, lock waits, temp files, connections, TLS only", () => {
    expect(properties("ClusterParameterGroup").Parameters).toEqual({
      log_statement: "all",
      log_min_duration_statement: "1000",
      log_lock_waits: "1",
      log_temp_files: "0",
      log_connections: "1",
      log_disconnections: "1",
      "rds.force_ssl": "1",
    });
    expect(properties("AuroraCluster").DBClusterParameterGroupName).toBe("ClusterParameterGroup");
  });

  test("the log group has retention, RDS's name, and is there before the cluster; the text in it is announced", () => {
    expect(properties("AuroraCluster").EnableCloudwatchLogsExports).toEqual(["postgresql"]);
    const name = `/aws/rds/cluster/${properties("AuroraCluster").DBClusterIdentifier}/postgresql`;
    expect(properties("PostgresqlLogGroup")).toMatchObject({ LogGroupName: name, RetentionInDays: "365" });
    expect(template.Resources.AuroraCluster!.DependsOn).toContain("PostgresqlLogGroup");
    expect(template.Parameters.LogRetentionDays!.Description).toContain("full text of every statement");
  });

  test("security groups: 5432 from the client group, a CIDR only when given, egress closed", () => {
    const port = { IpProtocol: "tcp", FromPort: 5432, ToPort: 5432 };
    const fromClients = { ...port, SourceSecurityGroupId: "ClientSecurityGroup.GroupId" };
    const database = properties("DatabaseSecurityGroup");
    expect(database.SecurityGroupIngress).toMatchObject([fromClients]);
    expect(database.SecurityGroupIngress).toHaveLength(1);
    const withCidr = properties("DatabaseSecurityGroup", { ...production, ClientCidr: "10.0.0.0/16" });
    expect(withCidr.SecurityGroupIngress).toMatchObject([fromClients, { ...port, CidrIp: "10.0.0.0/16" }]);
    const closed = [{ IpProtocol: "-1", CidrIp: "127.0.0.1/32" }];
    expect(database.SecurityGroupEgress).toMatchObject(closed);
    expect(properties("ClientSecurityGroup").SecurityGroupEgress).toMatchObject(closed);
    expect(properties("ClientToDatabaseEgress")).toMatchObject({
      ...port,
      DestinationSecurityGroupId: "DatabaseSecurityGroup.GroupId",
    });
    expect(properties("AuroraCluster").VpcSecurityGroupIds).toEqual(["DatabaseSecurityGroup.GroupId"]);
  });

  test.for(["0.0.0.0/0", "10.0.0.0/7", "10.0.0.256/32", "10.0.0.0", "::/0"])(
    "ClientCidr refuses %s",
    (cidr) => {
      expect(constraintProblems(template.Parameters.ClientCidr!, cidr)).not.toEqual([]);
    },
  );

  test("CPU above 80% for 5 minutes", () => {
    expect(alarm("CPUUtilization")).toMatchObject({
      Namespace: "AWS/RDS",
      Dimensions: [{ Name: "DBClusterIdentifier", Value: "AuroraCluster" }],
      Statistic: "Average",
      Period: 60,
      EvaluationPeriods: 5,
      DatapointsToAlarm: 5,
      ComparisonOperator: "GreaterThanThreshold",
      Threshold: 80,
    });
    const silent = ofType("AWS::CloudWatch::Alarm").filter(
      (id) => "InsufficientDataActions" in properties(id),
    );
    expect(silent).toEqual(["CpuAlarm"]);
  });

  test.for([
    ["ACUUtilization", "Maximum", "GreaterThanThreshold", 90, "missing"],
    ["FreeableMemory", "Minimum", "LessThanThreshold", "134217728", "missing"],
    ["DatabaseConnections", "Maximum", "GreaterThanThreshold", "150", "missing"],
    ["Deadlocks", "Maximum", "GreaterThanThreshold", 0, "notBreaching"],
    ["AuroraReplicaLagMaximum", "Maximum", "GreaterThanThreshold", 1000, "notBreaching"],
  ] as const)(
    "comprehensive monitoring: an alarm on %s",
    ([metric, Statistic, ComparisonOperator, Threshold, TreatMissingData]) => {
      expect(alarm(metric)).toMatchObject({
        Namespace: "AWS/RDS",
        Statistic,
        ComparisonOperator,
        Threshold,
        TreatMissingData,
      });
      expect(alarm(metric).Dimensions).toEqual([{ Name: "DBClusterIdentifier", Value: "AuroraCluster" }]);
    },
  );

  test("alarms tell the topic about alarm and recovery, and nobody when there is none", () => {
    for (const id of ofType("AWS::CloudWatch::Alarm")) {
      expect(properties(id)).toMatchObject({
        AlarmActions: [production.AlarmTopicArn],
        OKActions: [production.AlarmTopicArn],
      });
      expect(properties(id, { ...production, AlarmTopicArn: "" })).toMatchObject({
        AlarmActions: [],
        OKActions: [],
      });
    }
  });

  test("comprehensive monitoring: a dashboard of widgets that overlap nowhere and fit 24 columns", () => {
    const { widgets } = JSON.parse(properties("Dashboard").DashboardBody as string) as { widgets: Widget[] };
    const cells = widgets.flatMap(({ x, y, width, height }) =>
      Array.from({ length: width * height }, (_, i) => `${x + (i % width)},${y + Math.floor(i / width)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(widgets.every(({ x, width }) => x + width <= 24)).toBe(true);
    const shown = widgets.flatMap(({ properties: { metrics = [] } }) => metrics.map(([, metric]) => metric));
    const alarmed = ofType("AWS::CloudWatch::Alarm").map((id) => String(properties(id).MetricName));
    expect(shown).toEqual(expect.arrayContaining(alarmed));
    expect(widgets[0]?.properties.alarms).toEqual(ofType("AWS::CloudWatch::Alarm").map((id) => `${id}.Arn`));
  });

  test("comprehensive monitoring: Enhanced Monitoring every 60 s and 7 days of Performance Insights", () => {
    for (const id of ofType("AWS::RDS::DBInstance")) {
      expect(properties(id)).toMatchObject({
        MonitoringInterval: 60,
        MonitoringRoleArn: "MonitoringRole.Arn",
        EnablePerformanceInsights: true,
        PerformanceInsightsRetentionPeriod: 7,
      });
    }
    const policy = "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole";
    expect(properties("MonitoringRole").ManagedPolicyArns).toEqual([policy]);
    const [statement] = (
      properties("MonitoringRole").AssumeRolePolicyDocument as unknown as { Statement: JsonObject[] }
    ).Statement;
    const arns = ofType("AWS::RDS::DBInstance").map(
      (id) => `arn:aws:rds:us-east-1:111122223333:db:${properties(id).DBInstanceIdentifier}`,
    );
    expect(statement).toMatchObject({
      Principal: { Service: "monitoring.rds.amazonaws.com" },
      Condition: { ArnEquals: { "aws:SourceArn": arns } },
    });
  });

  test("0.5 to 1 ACU by default on serverless instances", () => {
    expect(properties("AuroraCluster").ServerlessV2ScalingConfiguration).toEqual({
      MinCapacity: "0.5",
      MaxCapacity: "1",
    });
    expect(ofType("AWS::RDS::DBInstance").map((id) => properties(id).DBInstanceClass)).toEqual([
      "db.serverless",
      "db.serverless",
    ]);
  });

  test("backups: 7 days, 03:00-04:00, tags copied, and no maintenance window overlaps", () => {
    const cluster = properties("AuroraCluster");
    expect(cluster).toMatchObject({
      BackupRetentionPeriod: 7,
      PreferredBackupWindow: "03:00-04:00",
      CopyTagsToSnapshot: true,
    });
    const owners = ["AuroraCluster", ...ofType("AWS::RDS::DBInstance")];
    const windows = owners.map((id) => String(properties(id).PreferredMaintenanceWindow));
    // Backup windows are daily, so only the hours of a maintenance window count; RDS wants at least 30 minutes.
    const ranges = [cluster.PreferredBackupWindow as string, ...windows.map(hours)]
      .map(minutes)
      .sort(([a], [b]) => a - b);
    for (const [index, [start, end]] of ranges.entries()) {
      expect(end - start).toBeGreaterThanOrEqual(30);
      expect(start).toBeGreaterThanOrEqual(ranges[index - 1]?.[1] ?? 0);
    }
  });

  test("us-east-1 or any other region: nothing is bound to one", () => {
    const { Description: _, ...rest } = template;
    const code = JSON.stringify({
      Rules: rest.Rules,
      Conditions: rest.Conditions,
      Resources: rest.Resources,
      Outputs: rest.Outputs,
    });
    expect(code).not.toMatch(/\b[a-z]{2}(-[a-z]+)+-\d\b/);
    expect(code).not.toContain("arn:aws:");
  });

  test("outputs: what applications need, each described", () => {
    const outputs = Object.fromEntries(
      Object.entries(template.Outputs).map(([id, { Value }]) => [
        id,
        evaluate(template, world(production), Value),
      ]),
    );
    expect(outputs).toEqual({
      ClusterEndpoint: "AuroraCluster.Endpoint.Address",
      ReaderEndpoint: "AuroraCluster.ReadEndpoint.Address",
      SecretArn: "DatabaseSecret",
      ClusterPort: "AuroraCluster.Endpoint.Port",
      ClusterIdentifier: "AuroraCluster",
      ClusterArn: "AuroraCluster.DBClusterArn",
      DatabaseName: "transactions",
      ClientSecurityGroupId: "ClientSecurityGroup.GroupId",
      DatabaseSecurityGroupId: "DatabaseSecurityGroup.GroupId",
      LogGroupName: "PostgresqlLogGroup",
      DashboardName: "Dashboard",
    });
    expect(Object.values(template.Outputs).every(({ Description }) => (Description ?? "") !== "")).toBe(true);
  });
});

interface Widget {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: {
    readonly metrics?: readonly (readonly string[])[];
    readonly alarms?: readonly string[];
  };
}

function alarm(metric: string): JsonObject {
  const [found, ...more] = ofType("AWS::CloudWatch::Alarm")
    .map((id) => properties(id))
    .filter((alarm) => alarm.MetricName === metric);
  expect(more).toEqual([]);
  return found!;
}

/** `sun:05:00-sun:05:30` → `05:00-05:30`; a window over midnight is not supported and fails the match. */
function hours(window: string): string {
  const [, day, from, lastDay, to] = /^(\w{3}):(\d\d:\d\d)-(\w{3}):(\d\d:\d\d)$/.exec(window) ?? [];
  expect([window, lastDay]).toEqual([window, day]);
  return `${from}-${to}`;
}

function minutes(range: string): readonly [number, number] {
  const [start = NaN, end = NaN] = range
    .split("-")
    .map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
  return [start, end];
}
