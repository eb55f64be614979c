import { describe, expect, test } from "vitest";
import type { PropertyChange, ResourceChange } from "../../../src/changes/model.ts";
import { REMOVED_GUARDS } from "../../../src/changes/verdict/guardFacts.ts";
import { weakerGuards } from "../../../src/changes/verdict/guards.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";

const GROUP = "AWS::EC2::SecurityGroup";
const CLUSTER = "AWS::RDS::DBCluster";
const PARAMETERS = "AWS::RDS::DBClusterParameterGroup";

function changeOf(type: string, more: Partial<ResourceChange>): ResourceChange {
  return { stackPath: [], action: "Modify", logicalId: "R", type, scope: [], details: [], ...more };
}

/** What is weaker between two property sets; nothing before: a new resource. */
function weaker(type: string, before: JsonObject | undefined, after: JsonObject): readonly string[] {
  const sides = before === undefined ? { action: "Add" as const } : { before: { Properties: before } };
  return weakerGuards(changeOf(type, { ...sides, after: { Properties: after } })).map(
    ({ property, message }) => `${property}: ${message}`,
  );
}

/** What is weaker as the property changes alone tell it, where AWS gave no contexts. */
function told(...details: readonly Partial<PropertyChange>[]): readonly string[] {
  const all = details.map(
    (it): PropertyChange => ({
      ...{ attribute: "Properties", requiresRecreation: "Never", evaluation: "Static" },
      ...it,
    }),
  );
  return weakerGuards(changeOf(CLUSTER, { details: all })).map(
    ({ property, message }) => `${property}: ${message}`,
  );
}

describe("a removal", () => {
  test("of a guard is told by what ends", () => {
    expect(weakerGuards(changeOf("AWS::CloudTrail::Trail", { action: "Remove" }))).toEqual([
      { message: "is removed: calls are no longer recorded" },
    ]);
  });

  test.each(Object.entries(REMOVED_GUARDS))(
    "of %s that stays in the account ends nothing",
    (type, message) => {
      const removed = (policyAction: "Delete" | "Retain" | "ReplaceAndRetain") =>
        weakerGuards(changeOf(type, { action: "Remove", policyAction }));
      expect(removed("Delete")).toEqual([{ message }]);
      expect(removed("Retain")).toEqual([]);
      expect(removed("ReplaceAndRetain")).toEqual([]);
    },
  );

  test("of anything else is none", () => {
    expect(weakerGuards(changeOf("AWS::SQS::Queue", { action: "Remove" }))).toEqual([]);
  });
});

test.each(["Dynamic", "SyncWithActual"] as const)("%s changes nothing that is known", (action) => {
  const sides = { before: { Properties: { Encrypted: true } }, after: { Properties: { Encrypted: false } } };
  expect(weakerGuards(changeOf("AWS::EC2::Volume", { action, ...sides }))).toEqual([]);
  expect(weakerGuards(changeOf("AWS::EC2::Volume", sides))).toHaveLength(1);
});

describe("a security group", () => {
  const open = (rule: JsonObject) => weaker(GROUP, {}, { SecurityGroupIngress: [rule] });
  const opened = (what: string) => [`SecurityGroupIngress: is opened to the world: ${what}`];
  const CidrIp = "0.0.0.0/0";

  test.each<[JsonObject, string]>([
    [{ IpProtocol: "tcp", FromPort: 22, ToPort: 22, CidrIp }, "port 22 from 0.0.0.0/0"],
    [{ IpProtocol: "tcp", FromPort: "22", ToPort: "23", CidrIp }, "ports 22 to 23 from 0.0.0.0/0"],
    [{ IpProtocol: "tcp", FromPort: { Ref: "Port" }, ToPort: 22, CidrIp }, "a port from 0.0.0.0/0"],
    [{ IpProtocol: "tcp", FromPort: 22, CidrIp }, "a port from 0.0.0.0/0"],
    [{ IpProtocol: -1, CidrIp }, "every port from 0.0.0.0/0"],
    [{ IpProtocol: "-1", CidrIpv6: "2000::/3" }, "every port from 2000::/3"],
    [{ IpProtocol: "-1", CidrIpv6: "FC00::/3" }, "every port from FC00::/3"],
  ])("that lets the world in by %j", (rule, what) => {
    expect(open(rule)).toEqual(opened(what));
  });

  test.each<JsonObject>([
    { IpProtocol: "-1", CidrIp: "10.0.0.0/8" },
    { IpProtocol: "-1", CidrIp: "10.0.0.0/32" },
    { IpProtocol: "-1", CidrIp: { Ref: "Cidr" } },
    { IpProtocol: "-1", CidrIp: ["0.0.0.0/0"] },
    { IpProtocol: "-1", CidrIpv6: "fd00::/30" },
    { IpProtocol: "-1", CidrIp: "from 0.0.0.0/0" },
    { IpProtocol: "-1", CidrIpv6: "from ::/0" },
    { IpProtocol: "-1", CidrIpv6: "xyz/0" },
    { IpProtocol: "-1" },
  ])("that lets in no more than a part by %j", (rule) => {
    expect(open(rule)).toEqual([]);
  });

  const rule = (IpProtocol: Json, FromPort: number, ToPort = FromPort, source: JsonObject = { CidrIp }) => ({
    ...{ IpProtocol, FromPort, ToPort, ...source },
  });

  test.each<[string, JsonObject, JsonObject, string]>([
    ["another protocol", rule("tcp", 53), rule("udp", 53), "port 53 (udp) from 0.0.0.0/0"],
    ["a protocol's number", rule("tcp", 443), rule(17, 443), "port 443 (udp) from 0.0.0.0/0"],
    ["more ports", rule("tcp", 80), rule("tcp", 80, 90), "ports 80 to 90 from 0.0.0.0/0"],
    ["every one", rule("tcp", 0, 65_535), { IpProtocol: "-1", CidrIp }, "every port from 0.0.0.0/0"],
    ["more addresses", rule("tcp", 1, 1, { CidrIp: "128.0.0.0/1" }), rule("tcp", 1), "port 1 from 0.0.0.0/0"],
    ["another type of ICMP", rule("icmp", 3, 4), rule("icmp", 8, -1), "type 8 (icmp) from 0.0.0.0/0"],
    ["every code of it", rule("icmp", 3, 4), rule(1, 3, -1), "type 3 (icmp) from 0.0.0.0/0"],
    ["every type of it", rule("icmp", 3, -1), rule("icmp", -1), "every type (icmp) from 0.0.0.0/0"],
    ["IPv6", { IpProtocol: "-1", CidrIp }, rule("tcp", 1, 1, { CidrIpv6: "::/0" }), "port 1 from ::/0"],
  ])("that opens %s than it had is told", (_, had, has, what) => {
    expect(weaker(GROUP, { SecurityGroupIngress: [had] }, { SecurityGroupIngress: [has] })).toEqual(
      opened(what),
    );
  });

  test.each<[string, JsonObject, JsonObject]>([
    ["every port", { IpProtocol: "-1", CidrIp }, rule("tcp", 443)],
    ["a range", rule("tcp", 0, 65_535), rule("6", 443)],
    ["all addresses", rule("tcp", 443), rule("tcp", 443, 443, { CidrIp: "128.0.0.0/1" })],
    ["all of IPv6", { IpProtocol: -1, CidrIpv6: "::/0" }, rule("tcp", 1, 1, { CidrIpv6: "2000::/3" })],
    ["every type of ICMP", rule("icmp", -1), rule("icmp", 8, 0)],
    ["every code of a type", rule("icmp", 8, -1), rule("icmp", 8, 0)],
    ["ports that nobody knows", { IpProtocol: "tcp", CidrIp }, { IpProtocol: "tcp", CidrIp }],
  ])("that lets in less than before opens nothing: of %s", (_, had, has) => {
    expect(weaker(GROUP, { SecurityGroupIngress: [had] }, { SecurityGroupIngress: [has] })).toEqual([]);
  });

  test.each(["hunter2-S3cret", "constructor", "icmp-of-mine"])(
    "says no protocol that it does not know: %s",
    (name) => {
      expect(open(rule(name, 5432))).toEqual(opened("port 5432 (another protocol) from 0.0.0.0/0"));
    },
  );

  test("of another group is not told by what this one let in", () => {
    const of = (GroupId: string, it: JsonObject) => ({ GroupId, ...it });
    const moved = (had: JsonObject, has: JsonObject) =>
      weaker("AWS::EC2::SecurityGroupIngress", of("sg-1", had), of("sg-2", has));
    expect(moved(rule("tcp", 0, 65_535), rule("tcp", 22))).toEqual([
      "CidrIp: is opened to the world: port 22 from 0.0.0.0/0",
    ]);
    expect(moved(rule("tcp", 22), rule("tcp", 22))).toEqual([]);
  });

  test("whose rules are no list of rules opens nothing", () => {
    expect(weaker(GROUP, {}, { SecurityGroupIngress: ["0.0.0.0/0", null] })).toEqual([]);
    expect(weaker(GROUP, {}, {})).toEqual([]);
  });

  test("whose rule is a resource of its own is judged by that", () => {
    const rule = { IpProtocol: "-1", CidrIp };
    expect(weaker("AWS::EC2::SecurityGroupIngress", rule, rule)).toEqual([]);
    const old = { CIDRIP: CidrIp };
    expect(weaker("AWS::RDS::DBSecurityGroupIngress", undefined, old)).toEqual([
      "CidrIp: is opened to the world: a port from 0.0.0.0/0",
    ]);
  });
});

describe("a switch", () => {
  const OFF = ["DeletionProtection: loses its deletion protection"];
  const protection = (before: Json, after: Json) =>
    weaker(CLUSTER, { DeletionProtection: before }, { DeletionProtection: after });

  test.each<[Json, Json]>([
    [true, false],
    ["1", "0"],
    ["on", "off"],
    ["Yes", "No"],
    ["ACTIVE", "INACTIVE"],
    ["Enabled", "Disabled"],
    ["Enabled", "Suspended"],
  ])("from %j to %j is weaker", (before, after) => {
    expect(protection(before, after)).toEqual(OFF);
  });

  test.each<[Json, Json]>([
    [false, true],
    [false, false],
    [true, true],
    ["unknown", false],
    [true, "unknown"],
    ["not on", "off"],
    ["on call", "off"],
    ["on", "set off"],
    ["on", "off-line"],
    [true, { Ref: "Protection" }],
  ])("from %j to %j is not known to be", (before, after) => {
    expect(protection(before, after)).toEqual([]);
  });

  test("that was never on is missed by nobody, in a new resource either", () => {
    expect(weaker(CLUSTER, {}, {})).toEqual([]);
    expect(weaker(CLUSTER, undefined, { DeletionProtection: false })).toEqual([]);
  });

  test("that is dropped is off, unless AWS turns it on by itself", () => {
    expect(weaker(CLUSTER, { DeletionProtection: true }, {})).toEqual(OFF);
    expect(weaker("AWS::CloudWatch::Alarm", { ActionsEnabled: true }, {})).toEqual([]);
  });

  test("that opens to everybody is told of a new resource, too; others are not", () => {
    const PUBLIC = ["PubliclyAccessible: becomes reachable from the internet"];
    expect(weaker("AWS::RDS::DBInstance", undefined, { PubliclyAccessible: true })).toEqual(PUBLIC);
    expect(weaker("AWS::RDS::DBInstance", undefined, { PubliclyAccessible: false })).toEqual([]);
    expect(weaker("AWS::RDS::DBInstance", undefined, { MultiAZ: true, MapPublicIpOnLaunch: true })).toEqual(
      [],
    );
    expect(
      weaker("AWS::RDS::DBInstance", { PubliclyAccessible: true }, { PubliclyAccessible: true }),
    ).toEqual([]);
  });

  test("inside the items of a list is found there, each by its region", () => {
    const replica = (Region: string, PointInTimeRecoveryEnabled?: boolean) => ({
      ...{ Region, DeletionProtectionEnabled: PointInTimeRecoveryEnabled ?? false },
      ...(PointInTimeRecoveryEnabled === undefined
        ? {}
        : { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled } }),
    });
    const table = (before: Json, after: Json) =>
      weaker("AWS::DynamoDB::GlobalTable", { Replicas: before }, { Replicas: after });
    const [on, off] = [replica("us-east-1", true), replica("us-east-1", false)];
    const LOST = [
      "Replicas: loses its deletion protection",
      "Replicas: can no longer be restored to a point in time",
    ];
    expect(table([on], [off])).toEqual(LOST);
    expect(table([on], [replica("us-east-1")])).toEqual(LOST);
    expect(table([off, replica("eu-west-1", true)], [replica("eu-west-1", false), off])).toEqual(LOST);
    expect(table([off, replica("eu-west-1", true)], [replica("eu-west-1", true), off])).toEqual([]);
    // A replica that goes is another matter, and so is a new one.
    expect(table([on, replica("eu-west-1", true)], [on])).toEqual([]);
    expect(table([on], [on, replica("eu-west-1", false)])).toEqual([]);
    expect(table("x", [off])).toEqual([]);
    expect(table([on], null)).toEqual([]);
    // As single changes tell it, without contexts.
    const path = "/Properties/Replicas/0/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled";
    expect(told({ name: "Replicas", path, before: "true", after: "false" })).toEqual([LOST[1]]);
  });

  test.each<[string, string, Json, Json]>([
    ["AWS::EFS::FileSystem", "BackupPolicy", { Status: "ENABLED" }, { Status: "DISABLED" }],
    ["AWS::Lightsail::Database", "BackupRetention", true, false],
    ["AWS::OpsWorksCM::Server", "DisableAutomatedBackup", false, true],
  ])("of %s for backups: %s", (type, property, before, after) => {
    const LOST = [`${property}: is no longer backed up`];
    expect(weaker(type, { [property]: before }, { [property]: after })).toEqual(LOST);
    expect(weaker(type, { [property]: after }, { [property]: before })).toEqual([]);
  });

  test("of a keyspace's table and of old versions is one, too", () => {
    const [on, off] = [{ PointInTimeRecoveryEnabled: true }, { PointInTimeRecoveryEnabled: false }];
    const PITR = ["PointInTimeRecoveryEnabled: can no longer be restored to a point in time"];
    expect(weaker("AWS::Cassandra::Table", on, off)).toEqual(PITR);
    expect(weaker("AWS::Cassandra::Table", on, {})).toEqual(PITR);
    expect(
      weaker("AWS::Lightsail::Bucket", { ObjectVersioning: true }, { ObjectVersioning: false }),
    ).toHaveLength(1);
  });

  test("inside a block is found there", () => {
    const versions = (Status: string) => ({ VersioningConfiguration: { Status } });
    expect(weaker("AWS::S3::Bucket", versions("Enabled"), versions("Suspended"))).toEqual([
      "VersioningConfiguration: no longer keeps old versions of its objects",
    ]);
    expect(weaker("AWS::S3::Bucket", { VersioningConfiguration: "Enabled" }, versions("Suspended"))).toEqual(
      [],
    );
  });

  test("for a table's encryption says nothing: a table is always encrypted", () => {
    const encrypted = (SSEEnabled: boolean) => ({ SSESpecification: { SSEEnabled } });
    expect(weaker("AWS::DynamoDB::Table", encrypted(true), encrypted(false))).toEqual([]);
    expect(weaker("AWS::DAX::Cluster", encrypted(true), encrypted(false))).toHaveLength(1);
    expect(weaker("AWS::DynamoDB::GlobalTable", encrypted(true), encrypted(false))).toEqual([]);
    const other = { DeletionProtectionEnabled: true };
    expect(weaker("AWS::DynamoDB::Table", other, { DeletionProtectionEnabled: false })).toHaveLength(1);
  });

  test("is known to be off where only changes are told, and only if one says so", () => {
    expect(told({ name: "DeletionProtection", before: "true", after: "false" })).toEqual(OFF);
    expect(told({ name: "DeletionProtection", before: "true" })).toEqual([]);
    expect(told({ name: "DeletionProtection", before: "true", changeType: "Remove" })).toEqual(OFF);
    expect(told({ name: "DeletionProtection", after: "false" })).toEqual([]);
    expect(told({ name: "StorageEncrypted", before: "true", changeType: "Remove" })).toHaveLength(1);
    expect(told({ name: "StorageEncrypted", before: "true", changeType: "Modify" })).toEqual([]);
  });
});

describe("Enhanced Monitoring", () => {
  const monitoring = (before: JsonObject, after: JsonObject) => weaker("AWS::RDS::DBInstance", before, after);

  test("ends when its interval is dropped or zero", () => {
    const LOST = ["MonitoringInterval: loses Enhanced Monitoring"];
    expect(monitoring({ MonitoringInterval: 60 }, {})).toEqual(LOST);
    expect(monitoring({ MonitoringInterval: "60" }, { MonitoringInterval: "0" })).toEqual(LOST);
  });

  test("does not while there is one, or where there was none", () => {
    expect(monitoring({ MonitoringInterval: 1 }, { MonitoringInterval: 60 })).toEqual([]);
    expect(monitoring({ MonitoringInterval: 60 }, { MonitoringInterval: 1 })).toEqual([]);
    expect(monitoring({}, {})).toEqual([]);
    expect(monitoring({ MonitoringInterval: 0 }, {})).toEqual([]);
  });
});

describe("lists and blocks that protect", () => {
  const LOGS = ["EnableCloudwatchLogsExports: no longer sends these logs to CloudWatch"];
  const logs = (...entries: readonly string[]) => ({ EnableCloudwatchLogsExports: entries });

  test("an entry that goes is told, one that comes or moves is not", () => {
    expect(weaker(CLUSTER, logs("audit", "error"), logs("error"))).toEqual(LOGS);
    expect(weaker(CLUSTER, logs("audit", "error"), logs("error", "slow"))).toEqual(LOGS);
    expect(weaker(CLUSTER, logs("audit"), {})).toEqual(LOGS);
    expect(weaker(CLUSTER, logs("audit"), logs("error", "audit"))).toEqual([]);
    expect(weaker(CLUSTER, {}, logs("error"))).toEqual([]);
  });

  test("a list that was put together of single changes is one, and so is one text", () => {
    const one = (value: Json) => ({ EnableCloudwatchLogsExports: value });
    expect(weaker(CLUSTER, one({ 0: "audit", 1: "error" }), one({ 0: "error" }))).toEqual(LOGS);
    expect(weaker(CLUSTER, one({ 0: "audit" }), one(["audit"]))).toEqual([]);
    expect(weaker(CLUSTER, one("audit"), {})).toEqual(LOGS);
    expect(weaker(CLUSTER, one("on"), one("no"))).toEqual(LOGS);
    expect(weaker(CLUSTER, one("audit"), one("audit"))).toEqual([]);
    expect(weaker(CLUSTER, one(null), {})).toEqual([]);
  });

  test("an alarm that tells somebody else is no weaker; one that tells nobody is", () => {
    const alarm = (...AlarmActions: readonly string[]) => ({ AlarmActions });
    expect(weaker("AWS::CloudWatch::Alarm", alarm("a"), alarm("b"))).toEqual([]);
    expect(weaker("AWS::CloudWatch::Alarm", alarm("a", "b"), alarm("b"))).toEqual([]);
    expect(weaker("AWS::CloudWatch::Alarm", alarm("a"), alarm())).toEqual([
      "AlarmActions: no longer tells anybody when it goes off",
    ]);
  });

  test.each([
    ["LoggingConfiguration", "no longer logs access"],
    ["PermissionsBoundary", "loses its permissions boundary"],
  ])("%s that goes", (property, message) => {
    expect(weaker("AWS::Any::Type", { [property]: "x" }, {})).toEqual([`${property}: ${message}`]);
    expect(weaker("AWS::Any::Type", { [property]: "x" }, { [property]: "y" })).toEqual([]);
    expect(weaker("AWS::Any::Type", {}, {})).toEqual([]);
    expect(weaker("AWS::Any::Type", {}, { [property]: "x" })).toEqual([]);
  });

  test("are not missed where only changes are told, in an import, or in a new resource", () => {
    expect(told({ name: "LoggingConfiguration", before: "{}" })).toEqual([]);
    const sides = { before: { Properties: logs("a") }, after: { Properties: {} } };
    expect(weakerGuards(changeOf(CLUSTER, { action: "Import", ...sides }))).toEqual([]);
    expect(weaker(CLUSTER, undefined, {})).toEqual([]);
  });
});

describe("a parameter group", () => {
  const group = (before: JsonObject, after: Json) =>
    weaker(PARAMETERS, { Parameters: before }, after === null ? {} : { Parameters: after });
  const TLS = ["Parameters: no longer demands TLS"];
  const FEWER = ["Parameters: logs fewer statements (log_statement)"];

  test("that no longer demands what it did is weaker", () => {
    expect(group({ "rds.force_ssl": "1" }, { "rds.force_ssl": "0" })).toEqual(TLS);
    expect(group({ "rds.force_ssl": "1" }, {})).toEqual(TLS);
    expect(group({ "rds.force_ssl": "1" }, null)).toEqual(TLS);
  });

  test("that demands the same, more, or something else is not", () => {
    expect(group({ "rds.force_ssl": "1" }, { "rds.force_ssl": "on" })).toEqual([]);
    expect(group({ "rds.force_ssl": "0" }, { "rds.force_ssl": "1" })).toEqual([]);
    expect(group({ "rds.force_ssl": "0" }, {})).toEqual([]);
    expect(group({ work_mem: "1" }, { work_mem: "0" })).toEqual([]);
    expect(weaker(PARAMETERS, {}, {})).toEqual([]);
    expect(weaker(PARAMETERS, { Parameters: "x" }, {})).toEqual([]);
    expect(weaker(PARAMETERS, undefined, { Parameters: {} })).toEqual([]);
  });

  test("is one by its type", () => {
    const [on, off] = [{ Parameters: { tls: "enabled" } }, { Parameters: { tls: "disabled" } }];
    expect(weaker("AWS::DocDB::DBClusterParameterGroup", on, off)).toEqual(TLS);
    expect(weaker("AWS::SSM::Document", on, off)).toEqual([]);
    expect(weaker("AWS::RDS::ParameterGroupCopy", on, off)).toEqual([]);
  });

  test.each([
    ["all", "mod"],
    ["mod", "ddl"],
    ["ddl", "none"],
    ["ALL", undefined],
  ])("that logs %s and then %s logs fewer statements", (before, after) => {
    const then = { log_statement: before };
    const now: JsonObject = after === undefined ? {} : { log_statement: after };
    expect(group(then, now)).toEqual(FEWER);
    expect(group(now, then)).toEqual([]);
  });
});

test("a parameter group that logs what nobody knows, or nothing, loses no statements", () => {
  const group = (before: JsonObject, after: JsonObject) =>
    weaker(PARAMETERS, { Parameters: before }, { Parameters: after });
  for (const before of [{}, { log_statement: "none" }, { log_statement: { Ref: "Level" } }])
    for (const after of [{}, { log_statement: "none" }, { log_statement: { Ref: "Level" } }])
      expect(group(before, after)).toEqual([]);
});

describe("a deletion that kept the data", () => {
  const policies = (attribute: string, before: Json | undefined, after: Json | undefined) =>
    weakerGuards(
      changeOf("AWS::S3::Bucket", {
        before: { Properties: {}, ...(before !== undefined && { [attribute]: before }) },
        after: { Properties: {}, ...(after !== undefined && { [attribute]: after }) },
      }),
    );
  const detail = (more: Partial<PropertyChange>) => told({ attribute: "DeletionPolicy", ...more });
  const KEPT = "DeletionPolicy: would no longer be kept";

  test.each([
    ["DeletionPolicy", "Retain", "would no longer be kept"],
    ["DeletionPolicy", "RetainExceptOnCreate", "would no longer be kept"],
    ["DeletionPolicy", "Snapshot", "would no longer leave a snapshot"],
    ["UpdateReplacePolicy", "Retain", "would no longer be kept"],
  ])("%s %s: %s", (property, before, message) => {
    expect(policies(property, before, "Delete")).toEqual([{ property, message }]);
    expect(policies(property, before, "Retain")).toEqual([]);
    expect(policies(property, before, undefined)).toEqual([]);
  });

  test("is told by the change of the attribute alone, also when it goes", () => {
    const gone = { attribute: "DeletionPolicy", requiresRecreation: "Never", evaluation: "Static" } as const;
    expect(detail({ before: "Retain", after: "Delete" })).toEqual([KEPT]);
    const bucket = changeOf("AWS::S3::Bucket", { details: [{ ...gone, before: "Retain" }] });
    expect(weakerGuards(bucket).map(({ message }) => message)).toEqual(["would no longer be kept"]);
    expect(detail({ before: "Retain", after: "Snapshot" })).toEqual([]);
    expect(detail({ before: "Delete" })).toEqual([]);
    expect(told({ attribute: "Metadata", before: "Retain", after: "Delete" })).toEqual([]);
  });

  // "The default policy is Snapshot" (DeletionPolicy attribute).
  test.each<[string, JsonObject, boolean]>([
    [CLUSTER, {}, true],
    ["AWS::RDS::DBInstance", { Engine: "postgres" }, true],
    ["AWS::RDS::DBInstance", { DBClusterIdentifier: "a" }, false],
    ["AWS::RDS::DBInstance", { Engine: "aurora-mysql" }, false],
    ["AWS::S3::Bucket", {}, false],
  ])("by what holds of a %s %j where the template says nothing", (type, Properties, isKept) => {
    const change = (had: JsonObject, has: JsonObject) =>
      weakerGuards(changeOf(type, { before: { Properties, ...had }, after: { Properties, ...has } })).length;
    expect(change({}, { DeletionPolicy: "Delete" })).toBe(isKept ? 1 : 0);
    expect(change({}, { UpdateReplacePolicy: "Delete" })).toBe(0);
    expect(change({ DeletionPolicy: "Delete" }, {})).toBe(0);
    const detail = {
      attribute: "DeletionPolicy",
      requiresRecreation: "Never",
      evaluation: "Static",
    } as const;
    const gone = changeOf(type, {
      before: { Properties },
      after: { Properties },
      details: [{ ...detail, before: "Snapshot" }],
    });
    expect(weakerGuards(gone)).toHaveLength(isKept ? 0 : 1);
  });

  const sides = (before: JsonObject, after: JsonObject) => ({
    before: { known: {}, raw: {}, policies: before },
    after: { known: {}, raw: {}, policies: after },
  });

  test.each<[string, JsonObject, JsonObject, readonly string[]]>([
    ["that kept it", { DeletionPolicy: "Retain" }, { DeletionPolicy: "Delete" }, [KEPT]],
    ["by default", {}, { DeletionPolicy: "Delete" }, ["DeletionPolicy: would no longer leave a snapshot"]],
    ["that did not", { DeletionPolicy: "Delete" }, { DeletionPolicy: "Delete" }, []],
    ["that does by default now", { DeletionPolicy: "Retain" }, {}, []],
    ["that nobody knows", { DeletionPolicy: null }, { DeletionPolicy: "Delete" }, []],
  ])("is told by the templates where CloudFormation shows nothing: one %s", (_, before, after, expected) => {
    const written = new Map([["R", sides(before, after)]]);
    const found = weakerGuards(changeOf(CLUSTER, { withoutValues: true }), { written });
    expect(found.map(({ property, message }) => `${property}: ${message}`)).toEqual(expected);
  });

  test("is not taken for the default where CloudFormation cuts one side", () => {
    const after = { Properties: {}, DeletionPolicy: "Delete" };
    expect(weakerGuards(changeOf(CLUSTER, { after }))).toEqual([]);
  });

  test("is none of a new resource", () => {
    const change = {
      action: "Import",
      before: { DeletionPolicy: "Retain" },
      after: { DeletionPolicy: "Delete" },
    };
    expect(weakerGuards(changeOf("AWS::S3::Bucket", change as Partial<ResourceChange>))).toEqual([]);
  });
});

describe("a value that protects among others", () => {
  const values = (type: string, property: string, before: Json | undefined, after: Json | undefined) =>
    weaker(
      `AWS::${type}`,
      before === undefined ? {} : { [property]: before },
      after === undefined ? {} : { [property]: after },
    ).map((line) => line.replace(`${property}: `, ""));
  const [HTTPS, FACTOR] = ["no longer encrypts its connections", "no longer asks for a second factor"];
  const OPEN = "can be called without authorization";
  const KMS = { EncryptionType: "KMS", KeyId: "k" };

  test.each<[string, string, Json, Json | undefined, string]>([
    ["Cognito::UserPool", "MfaConfiguration", "ON", "OFF", FACTOR],
    ["Cognito::UserPool", "MfaConfiguration", "OPTIONAL", "OFF", FACTOR],
    ["Cognito::UserPool", "MfaConfiguration", "ON", undefined, FACTOR],
    ["Cognito::UserPool", "MfaConfiguration", "ON", "OPTIONAL", "no longer demands a second factor"],
    ["ApiGateway::Method", "AuthorizationType", "AWS_IAM", "NONE", OPEN],
    ["ApiGatewayV2::Route", "AuthorizationType", "JWT", undefined, OPEN],
    ["ElasticLoadBalancingV2::Listener", "Protocol", "HTTPS", "HTTP", HTTPS],
    ["ElasticLoadBalancingV2::Listener", "Protocol", "TLS", "TCP", HTTPS],
    ["Kinesis::Stream", "StreamEncryption", KMS, undefined, "is no longer encrypted"],
    ["Logs::LogGroup", "KmsKeyId", "k", undefined, "is no longer encrypted with its key"],
    ["CloudTrail::Trail", "KMSKeyId", "k", undefined, "is no longer encrypted with its key"],
    ["WAFv2::WebACL", "Rules", [{ Name: "a" }], [], "no longer filters by any rule"],
    ["WAFRegional::WebACL", "Rules", [{ RuleId: "a" }], undefined, "no longer filters by any rule"],
  ])("%s %s", (type, property, before, after, message) => {
    expect(values(type, property, before, after)).toEqual([message]);
    expect(values(type, property, after, before)).toEqual([]);
    expect(values(type, property, before, before)).toEqual([]);
  });

  test.each<[string, string, Json, Json | undefined]>([
    ["Cognito::UserPool", "MfaConfiguration", "ON", { Ref: "Mfa" }],
    ["ApiGateway::Method", "AuthorizationType", "AWS_IAM", "CUSTOM"],
    ["ElasticLoadBalancingV2::Listener", "Protocol", "HTTP", "TCP"],
    ["ElasticLoadBalancingV2::TargetGroup", "Protocol", "HTTPS", "HTTP"],
    ["WAFv2::WebACL", "Rules", [{ Name: "a" }, { Name: "b" }], [{ Name: "b" }]],
    ["Events::Any", "Rules", [{ Name: "a" }], []],
  ])("is not known to be weaker: %s %s", (type, property, before, after) => {
    expect(values(type, property, before, after)).toEqual([]);
  });

  test("is none of a new resource", () => {
    expect(weaker("AWS::ApiGateway::Method", undefined, { AuthorizationType: "NONE" })).toEqual([]);
  });
});

describe("where CloudFormation shows one side in full and cuts the other", () => {
  const HOST = "AWS::RDS::DBInstance";
  const rule = (CidrIp: string): JsonObject => ({ IpProtocol: "tcp", FromPort: 22, ToPort: 22, CidrIp });
  const listed = (more: Partial<PropertyChange>): PropertyChange => ({
    ...{ attribute: "Properties", requiresRecreation: "Never", evaluation: "Static", changeType: "Modify" },
    ...more,
  });
  const tags = listed({ name: "Tags", path: "/Properties/Tags", before: "[]", after: '[{"Key":"a' });
  const half = (type: string, side: "before" | "after", state: JsonObject, detail = tags) =>
    weakerGuards(changeOf(type, { [side]: { Properties: state }, details: [detail] })).map(
      ({ property, message }) => `${property}: ${message}`,
    );

  test.each<[string, JsonObject]>([
    [HOST, { MonitoringInterval: 60, DeletionProtection: true, PubliclyAccessible: true }],
    [GROUP, { SecurityGroupIngress: [rule("0.0.0.0/0"), rule("10.0.0.0/8")] }],
    [PARAMETERS, { Parameters: { "rds.force_ssl": "1", log_statement: "all" } }],
    ["AWS::Lambda::Url", { AuthType: "NONE" }],
    ["AWS::Logs::LogGroup", { RetentionInDays: 30, Tags: [] }],
  ])("what is not listed stays: %s %j", (type, state) => {
    for (const side of ["before", "after"] as const) expect(half(type, side, state)).toEqual([]);
  });

  test("what is listed changes, and nothing beside it", () => {
    const parameter = (name: string, before: string, after: string) =>
      listed({ name: "Parameters", path: `/Properties/Parameters/${name}`, before, after });
    const state = { Parameters: { "rds.force_ssl": "1", log_statement: "all", work_mem: "4" } };
    expect(half(PARAMETERS, "before", state, parameter("work_mem", "4", "8"))).toEqual([]);
    expect(half(PARAMETERS, "before", state, parameter("log_statement", "all", "ddl"))).toEqual([
      "Parameters: logs fewer statements (log_statement)",
    ]);
    const more = listed({
      ...{ name: "SecurityGroupIngress", path: "/Properties/SecurityGroupIngress/1" },
      ...{ changeType: "Add", after: JSON.stringify(rule("0.0.0.0/0")) },
    });
    const rules = { SecurityGroupIngress: [rule("10.0.0.0/8"), rule("0.0.0.0/0")] };
    expect(half(GROUP, "after", rules, more)).toEqual([
      "SecurityGroupIngress: is opened to the world: port 22 from 0.0.0.0/0",
    ]);
  });

  test("what is listed without its value is not known to be less", () => {
    const unknown = (name: string) => listed({ name, path: `/Properties/${name}` });
    expect(half(HOST, "before", { MonitoringInterval: 60 }, unknown("MonitoringInterval"))).toEqual([]);
    expect(
      half(PARAMETERS, "before", { Parameters: { log_statement: "all" } }, unknown("Parameters")),
    ).toEqual([]);
    const gone = { ...unknown("MonitoringInterval"), changeType: "Remove" as const };
    expect(half(HOST, "before", { MonitoringInterval: 60 }, gone)).toEqual([
      "MonitoringInterval: loses Enhanced Monitoring",
    ]);
  });

  test("values that were cut are no values", () => {
    const cut = (before: string, after: string) =>
      listed({ name: "Parameters", path: "/Properties/Parameters", before, after });
    const text = '{"rds.force_ssl":"1","log_statement":"all"}';
    expect(
      half(PARAMETERS, "before", JSON.parse(`{"Parameters":${text}}`), cut(text, text.slice(0, 20))),
    ).toEqual([]);
  });
});
