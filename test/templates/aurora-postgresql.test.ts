import { describe, expect, test } from "vitest";
import { ofType, production, properties, resources, template, text, world } from "./aurora.ts";
import { evaluate } from "./evaluate.ts";
import { constraintProblems, type JsonObject, type ParameterSet, readParameterSet } from "./template.ts";

describe("what was asked for", () => {
  test("PostgreSQL 15.4: the default; 15, 16 and 17 and no other", () => {
    const version = template.Parameters.EngineVersion!;
    expect(version.Default).toBe("15.4");
    for (const good of ["15.4", "15.12", "16.8", "17.5"])
      expect(constraintProblems(version, good)).toEqual([]);
    for (const bad of ["14.17", "18.1", "15", "115.4", "15.4.1", "16.8-limitless", ""])
      expect(constraintProblems(version, bad)).not.toEqual([]);
    expect(properties("AuroraCluster")).toMatchObject({
      Engine: "aurora-postgresql",
      EngineVersion: "15.12",
    });
  });

  test.for(["15", "16", "17"])(
    "the parameter group of %s: family and name follow the major version",
    (major) => {
      const given = { ...production, EngineVersion: `${major}.10` };
      expect(properties("ClusterParameterGroup", given)).toMatchObject({
        DBClusterParameterGroupName: `aurora-parameter-group-pg${major}-prod`,
        Family: `aurora-postgresql${major}`,
      });
      // RDS gives the instances the new version's default group only where they name none.
      for (const id of ofType("AWS::RDS::DBInstance"))
        expect(Object.keys(properties(id, given))).not.toContain("DBParameterGroupName");
    },
  );

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
    expect(template.Parameters.KmsKeyArn!.Default).toBe("");
    expect(keysOf(production)).toEqual([]);
  });

  test("a key of one's own: for storage, secret and Performance Insights, an ARN and no alias", () => {
    const { KmsKeyArn = "" } = readParameterSet("all-options");
    expect(keysOf({ ...production, KmsKeyArn, PerformanceInsights: "true" })).toEqual([
      ["DatabaseSecret", "KmsKeyId", KmsKeyArn],
      ["AuroraCluster", "KmsKeyId", KmsKeyArn],
      ["AuroraInstanceA", "PerformanceInsightsKMSKeyId", KmsKeyArn],
      ["AuroraInstanceB", "PerformanceInsightsKMSKeyId", KmsKeyArn],
    ]);
    const alias = KmsKeyArn.replace(/key\/.*/, "alias/aws/rds");
    expect(constraintProblems(template.Parameters.KmsKeyArn!, alias)).not.toEqual([]);
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

  test("restore: what a snapshot brings along is left out, and the rest is as it was", () => {
    const fresh = properties("AuroraCluster");
    const restored = properties("AuroraCluster", { ...production, SnapshotIdentifier: "before-the-move" });
    // "don't specify" of AWS::RDS::DBCluster's SnapshotIdentifier; a first database is created by nobody there.
    const { DatabaseName, MasterUsername, MasterUserPassword, StorageEncrypted, ...others } = fresh;
    expect(restored).toEqual({ ...others, SnapshotIdentifier: "before-the-move" });
    expect(fresh).not.toHaveProperty("SnapshotIdentifier");
    expect([DatabaseName, MasterUsername, MasterUserPassword, StorageEncrypted]).not.toContain(undefined);
  });

  test("switches that are off by default, and are sent either way so that they can be turned off again", () => {
    const { IamAuthentication, DataApi, StorageType } = template.Parameters;
    expect([IamAuthentication, DataApi, StorageType].map((one) => one!.Default)).toEqual([
      "false",
      "false",
      "aurora",
    ]);
    expect(properties("AuroraCluster")).toMatchObject({
      EnableIAMDatabaseAuthentication: "false",
      EnableHttpEndpoint: "false",
      StorageType: "aurora",
    });
    const on = { ...production, IamAuthentication: "true", DataApi: "true", StorageType: "aurora-iopt1" };
    expect(properties("AuroraCluster", on)).toMatchObject({
      EnableIAMDatabaseAuthentication: "true",
      EnableHttpEndpoint: "true",
      StorageType: "aurora-iopt1",
    });
  });

  test("few parameters stay required", () => {
    const required = Object.entries(template.Parameters).filter(([, { Default }]) => Default === undefined);
    expect(required.map(([name]) => name)).toEqual(["environmentSuffix", "VpcId", "SubnetIdA", "SubnetIdB"]);
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
      shared_preload_libraries: "pg_stat_statements,auto_explain",
      log_statement: "all",
      log_min_duration_statement: "1000",
      "auto_explain.log_min_duration": "1000",
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
      BackupRetentionPeriod: "7",
      PreferredBackupWindow: "03:00-04:00",
      CopyTagsToSnapshot: true,
    });
    const days = template.Parameters.BackupRetentionDays!;
    expect(["6", "7", "35", "36"].map((value) => constraintProblems(days, value).length)).toEqual([
      1, 0, 0, 1,
    ]);
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

/** Every property that names a KMS key, with its resource. */
function keysOf(given: ParameterSet) {
  return resources.flatMap(([id]) =>
    Object.entries(properties(id, given)).flatMap(([name, value]) =>
      /kms/i.test(name) ? [[id, name, value] as const] : [],
    ),
  );
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
