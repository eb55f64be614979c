// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the notation of Fn::Sub.
import { expect, test } from "vitest";
import { logFindings, preflight } from "../../../src/flows/preflight/preflight.ts";
import type { Stack } from "../../../src/stack/model.ts";
import { ServiceError } from "../../../src/stack/serviceError.ts";
import {
  account,
  alarmArn,
  type Change,
  changesOf,
  cluster,
  denied,
  found,
  jobOf,
  live,
  log,
  METRIC,
  still,
} from "./fixture.ts";

const REFUSED =
  "error Db EngineVersion 15.4 cannot be created in us-east-1: of aurora-postgresql 15, RDS offers 15.10, 15.12.";

test.for<[string, object, readonly string[]]>([
  ["a version that is gone", { Db: cluster() }, [REFUSED]],
  ["one that is there", { Db: cluster({ EngineVersion: "15.12" }) }, []],
  ["a major version, for its newest", { Db: cluster({ EngineVersion: "15" }) }, []],
  ["the start of a number", { Db: cluster({ EngineVersion: "15.1" }) }, [REFUSED.replace("15.4", "15.1")]],
  [
    "a major version that is gone",
    { Db: cluster({ EngineVersion: "9.6" }) },
    [
      "error Db EngineVersion 9.6 cannot be created in us-east-1: of aurora-postgresql, RDS offers 14.17, 15.10, 15.12, 16.8.",
    ],
  ],
  ["no version: RDS takes its default", { Db: cluster({ EngineVersion: { Ref: "AWS::NoValue" } }) }, []],
  ["a version that only AWS knows", { Db: cluster({ EngineVersion: { "Fn::ImportValue": "Version" } }) }, []],
  ["a version that AWS reads", { Db: cluster({ EngineVersion: "{{resolve:ssm:/app/db:1}}" }) }, []],
  ["a copy keeps the version of its origin", { Db: cluster({ SnapshotIdentifier: "before" }) }, []],
  [
    "no copy where the snapshot is taken away",
    { Db: cluster({ SnapshotIdentifier: { Ref: "AWS::NoValue" } }) },
    [REFUSED],
  ],
  [
    "a copy where only AWS knows the snapshot",
    { Db: cluster({ SnapshotIdentifier: { "Fn::ImportValue": "Snapshot" } }) },
    [],
  ],
  ["a member of a global cluster too", { Db: cluster({ GlobalClusterIdentifier: "world" }) }, []],
  ["an engine that RDS says nothing of", { Db: cluster({ Engine: "unheard-of" }) }, []],
  [
    "Aurora MySQL",
    { Db: cluster({ Engine: "aurora-mysql", EngineVersion: "8.0.mysql_aurora.3.02.0" }) },
    [
      "error Db EngineVersion 8.0.mysql_aurora.3.02.0 cannot be created in us-east-1: of aurora-mysql 8, RDS offers 8.0.mysql_aurora.3.08.0, 8.0.mysql_aurora.3.10.0.",
    ],
  ],
  [
    "an instance of its own",
    { Db: { Type: "AWS::RDS::DBInstance", Properties: { Engine: "postgres", EngineVersion: "15.4" } } },
    [REFUSED.replace("aurora-postgresql", "postgres")],
  ],
  [
    "an instance class, by the version of its cluster",
    {
      Db: cluster({ EngineVersion: "15.12" }),
      Writer: {
        Type: "AWS::RDS::DBInstance",
        Properties: {
          DBClusterIdentifier: { Ref: "Db" },
          Engine: "aurora-postgresql",
          DBInstanceClass: "db.x99.huge",
        },
      },
    },
    ["error Writer DBInstanceClass db.x99.huge is not offered for aurora-postgresql 15.12 in us-east-1."],
  ],
  [
    "of a version that is gone, the class is not spoken of",
    {
      Db: cluster(),
      Writer: {
        Type: "AWS::RDS::DBInstance",
        Properties: { DBClusterIdentifier: { Ref: "Db" }, DBInstanceClass: "db.x99.huge" },
      },
    },
    [REFUSED],
  ],
  [
    "names, which RDS keeps in lower case",
    {
      Db: cluster({ EngineVersion: "16.8", DBClusterIdentifier: "Taken" }),
      Other: { Type: "AWS::RDS::DBInstance", Properties: { DBInstanceIdentifier: "free" } },
    },
    ["error Db DBClusterIdentifier taken is taken: another database has that name already."],
  ],
])("a new stack: %s", async ([, resources, expected]) => {
  expect(await found(resources)).toEqual(expected);
});

test("the parameter that gives the version is named, and so is its place", async () => {
  const parameters = { Version: { Type: "String", Default: "15.4" } };
  const resources = { Db: cluster({ EngineVersion: { Ref: "Version" } }) };
  const hint = " Set parameter Version to one that is offered.";
  expect(await found(resources, parameters)).toEqual([`${REFUSED}${hint}`]);
  expect(await found(resources, parameters, { parameters: "Version=15.12" })).toEqual([]);
  const job = await jobOf({ "stack.json": { Parameters: parameters, Resources: resources } });
  const { asked: _, ...ports } = account();
  const check = await preflight(
    job,
    { live: undefined, changes: undefined, isPreview: false },
    { ...ports, clock: still(), log },
  );
  expect(check(undefined)[0]?.location).toEqual({ file: "stack.json", line: 13, column: 9 });
});

test("a NoEcho value is in no finding", async () => {
  const parameters = { Version: { Type: "String", NoEcho: true } };
  const resources = { Db: cluster({ EngineVersion: { Ref: "Version" } }) };
  expect(await found(resources, parameters, { parameters: "Version=15.4" })).toEqual([]);
});

const subnetGroup = (...ids: readonly unknown[]) => ({
  Type: "AWS::RDS::DBSubnetGroup",
  Properties: { DBSubnetGroupDescription: "x", SubnetIds: ids },
});

test.for<[string, object, readonly string[]]>([
  ["two zones", { Group: subnetGroup("subnet-aaaaaaaa", "subnet-bbbbbbbb") }, []],
  [
    "one zone",
    { Group: subnetGroup("subnet-aaaaaaaa", "subnet-a2a2a2a2") },
    [
      "error Group The subnets subnet-aaaaaaaa, subnet-a2a2a2a2 are all in us-east-1a; a database wants two zones.",
    ],
  ],
  [
    "one that is not there",
    { Group: subnetGroup("subnet-aaaaaaaa", "subnet-dddddddd") },
    ["error Group subnet-dddddddd: there is no such subnet in this account and region."],
  ],
  [
    "two VPCs",
    { Group: subnetGroup("subnet-aaaaaaaa", "subnet-cccccccc") },
    [
      "error Group The subnets are in different VPCs: subnet-aaaaaaaa in vpc-11111111, subnet-cccccccc in vpc-22222222.",
    ],
  ],
  [
    "a security group of another VPC",
    {
      Group: subnetGroup("subnet-aaaaaaaa", "subnet-bbbbbbbb"),
      Wall: { Type: "AWS::EC2::SecurityGroup", Properties: { GroupDescription: "x", VpcId: "vpc-22222222" } },
      Db: cluster({
        EngineVersion: "16.8",
        DBSubnetGroupName: { Ref: "Group" },
        VpcSecurityGroupIds: [{ "Fn::GetAtt": ["Wall", "GroupId"] }],
      }),
    },
    ["error Wall It is in vpc-22222222, but the subnets of Db (Group) are in vpc-11111111."],
  ],
  ["none, which RDS refuses by itself", { Group: subnetGroup() }, []],
  [
    "those that the template makes",
    {
      Group: subnetGroup({ Ref: "Net" }, "subnet-aaaaaaaa"),
      Net: { Type: "AWS::EC2::Subnet", Properties: {} },
    },
    [],
  ],
])("subnets: %s", async ([, resources, expected]) => {
  expect(await found(resources)).toEqual(expected);
});

const handler = (value: unknown) => ({
  Fn: { Type: "AWS::Lambda::Function", Properties: { Environment: { Variables: { A: ["x", value] } } } },
});
const SO =
  "so that CloudFormation fails when it comes to Fn. Correct the reference, or make what it names before the deploy.";

test.for<[string, object, readonly string[]]>([
  ["a secret that is there", handler("{{resolve:secretsmanager:app/db:SecretString:password}}"), []],
  [
    "one that is not",
    handler("a {{resolve:secretsmanager:gone:SecretString:password}} b"),
    [
      `error Fn {{resolve:secretsmanager:gone:SecretString:password}}: there is no such secret in this account and region, ${SO}`,
    ],
  ],
  [
    "one that is not, by its ARN",
    handler("{{resolve:secretsmanager:arn:aws:secretsmanager:us-east-1:111122223333:secret:gone-AbCdEf}}"),
    [
      `error Fn {{resolve:secretsmanager:arn:aws:secretsmanager:us-east-1:111122223333:secret:gone-AbCdEf}}: there is no such secret in this account and region, ${SO}`,
    ],
  ],
  [
    "one of another region",
    handler("{{resolve:secretsmanager:arn:aws:secretsmanager:eu-west-1:111122223333:secret:gone-AbCdEf}}"),
    [],
  ],
  [
    "one that is being deleted",
    handler("{{resolve:secretsmanager:dying}}"),
    [`error Fn {{resolve:secretsmanager:dying}}: the secret is scheduled for deletion, ${SO}`],
  ],
  [
    "a staging label that nobody set",
    handler("{{resolve:secretsmanager:app/db:SecretString::MINE}}"),
    [
      `error Fn {{resolve:secretsmanager:app/db:SecretString::MINE}}: no version of the secret has this staging label, ${SO}`,
    ],
  ],
  ["a staging label", handler("{{resolve:secretsmanager:app/db:SecretString::AWSCURRENT}}"), []],
  ["a parameter", handler("{{resolve:ssm:/app/db}}{{resolve:ssm-secure:/app/db:3}}"), []],
  [
    "a parameter that is not there",
    handler("{{resolve:ssm-secure:/app/none:1}}"),
    [
      `error Fn {{resolve:ssm-secure:/app/none:1}}: there is no such parameter in this account and region, ${SO}`,
    ],
  ],
  [
    "a version that is not there yet",
    handler("{{resolve:ssm:/app/db:4}}"),
    [`error Fn {{resolve:ssm:/app/db:4}}: the newest version of the parameter is 3, ${SO}`],
  ],
  [
    "a name that only AWS knows",
    handler({ "Fn::Sub": ["{{resolve:ssm:${N}}}", { N: { "Fn::ImportValue": "x" } }] }),
    [],
  ],
  [
    "what the template makes itself",
    {
      ...handler("{{resolve:secretsmanager:gone}}"),
      Secret: { Type: "AWS::SecretsManager::Secret", Properties: { Name: "gone" } },
    },
    [],
  ],
  [
    "what it may make itself",
    { ...handler("{{resolve:secretsmanager:dying}}"), Maker: { Type: "Custom::Maker", Properties: {} } },
    [`warning Fn {{resolve:secretsmanager:dying}}: the secret is scheduled for deletion, ${SO}`],
  ],
])("dynamic references: %s", async ([, resources, expected]) => {
  expect(await found(resources)).toEqual(expected);
});

test("of a stack that is there, only the references of what changes are asked about", async () => {
  const job = await jobOf({
    "stack.json": {
      Resources: { ...handler("{{resolve:secretsmanager:gone}}"), T: { Type: "AWS::SNS::Topic" } },
    },
  });
  for (const [logicalId, times] of [
    ["T", 0],
    ["Fn", 1],
  ] as const) {
    const changes = changesOf([{ logicalId, action: "Modify", replacement: "False" }]);
    const { asked, ...ports } = account();
    const check = await preflight(
      job,
      { live, changes, isPreview: false },
      { ...ports, clock: still(), log },
    );
    expect(check(changes)).toHaveLength(times);
    expect(asked).toEqual(times === 0 ? [] : ["secrets gone"]);
  }
});

test.for<[string, Change, readonly string[]]>([
  ["added", { logicalId: "Db", action: "Add" }, ["error"]],
  ["replaced", { logicalId: "Db", action: "Modify", replacement: "True" }, ["error"]],
  ["perhaps replaced", { logicalId: "Db", action: "Modify", replacement: "Conditional" }, ["warning"]],
  ["modified", { logicalId: "Db", action: "Modify", replacement: "False" }, []],
  ["removed", { logicalId: "Db", action: "Remove" }, []],
  ["imported", { logicalId: "Db", action: "Import" }, []],
  ["untouched", { logicalId: "Other", action: "Add" }, []],
])("in a stack that is there, a cluster that is %s", async ([, change, levels]) => {
  const job = await jobOf({
    "stack.json": {
      Parameters: { Version: { Type: "String", Default: "16.8" } },
      Resources: { Db: cluster({ EngineVersion: { Ref: "Version" } }) },
    },
  });
  const changes = changesOf([change]);
  const { asked, ...ports } = account();
  const check = await preflight(job, { live, changes, isPreview: false }, { ...ports, clock: still(), log });
  // The kept value counts, not the template's default.
  expect(check(changes).map(({ level }) => level)).toEqual(levels);
  // Nothing is asked that does not matter.
  const quotas = change.logicalId === "Db" && change.action === "Add" ? ["quotas"] : [];
  expect(asked).toEqual(levels.length > 0 ? ["versions aurora-postgresql", ...quotas] : []);
});

test("of a stack that is there nothing is asked without its changes", async () => {
  const job = await jobOf({ "stack.json": { Resources: { Db: cluster() } } });
  const { asked, ...ports } = account();
  const check = await preflight(
    job,
    { live, changes: undefined, isPreview: false },
    { ...ports, clock: still(), log },
  );
  expect(check(undefined)).toEqual([]);
  expect(asked).toEqual([]);
});

test("a nested template sees what its parent gives it", async () => {
  const job = await jobOf({
    "stack.json": {
      Parameters: { Version: { Type: "String", Default: "15.4" } },
      Resources: {
        Data: {
          Type: "AWS::CloudFormation::Stack",
          Properties: { TemplateURL: "data.json", Parameters: { V: { Ref: "Version" } } },
        },
      },
    },
    "data.json": {
      Parameters: { V: { Type: "String", Default: "16.8" } },
      Resources: { Db: cluster({ EngineVersion: { Ref: "V" } }) },
    },
  });
  const check = await preflight(
    job,
    { live: undefined, changes: undefined, isPreview: false },
    { ...account(), clock: still(), log },
  );
  expect(check(changesOf([{ logicalId: "Db", stackPath: ["Data"], action: "Add" }]))).toMatchObject([
    { level: "error", logicalId: "Data/Db", location: { file: "data.json" } },
  ]);
  // Its own change set is not described: what is in a new nested stack is new.
  expect(check(changesOf([{ logicalId: "Data", action: "Add" }]))).toHaveLength(1);
  expect(check(changesOf([{ logicalId: "Data", action: "Modify" }]))).toEqual([]);
});

test("what cannot be asked is one notice, whatever else is found", async () => {
  const { asked: _, ...ports } = account({
    versions: () => Promise.reject(denied()),
    takenClusters: () =>
      Promise.reject(
        new ServiceError("Cannot ask: RDS is away.", { reasonCode: "error", trouble: "unavailable" }),
      ),
  });
  const job = await jobOf({
    "stack.json": {
      Resources: {
        Db: cluster({ DBClusterIdentifier: "taken" }),
        Second: cluster({ DBClusterIdentifier: "second" }),
        Group: subnetGroup("subnet-aaaaaaaa", "subnet-a2a2a2a2"),
      },
    },
  });
  const check = await preflight(
    job,
    { live: undefined, changes: undefined, isPreview: false },
    { ...ports, clock: still(), log },
  );
  const lines: string[] = [];
  logFindings(check(undefined), {
    ...log,
    notice: (line) => void lines.push(line),
    error: (line) => void lines.push(line),
  });
  expect(lines.toSorted()).toEqual([
    "Group: The subnets subnet-aaaaaaaa, subnet-a2a2a2a2 are all in us-east-1a; a database wants two zones.",
    "Not checked before the deploy: whether aurora-postgresql 15.4 can be created (the role lacks rds:DescribeDBEngineVersions).",
    "Not checked before the deploy: whether the names of AWS::RDS::DBCluster are free (Cannot ask: RDS is away).",
  ]);
});

test("questions that AWS does not answer are given up", async () => {
  const clock = still();
  const { asked: _, ...ports } = account({
    versions: (_, signal) =>
      new Promise((_resolve, reject) => {
        const gone = new ServiceError("Cannot ask: Request aborted.", {
          reasonCode: "error",
          trouble: "unavailable",
        });
        signal.addEventListener("abort", () => reject(gone), { once: true });
        clock.pass();
      }),
  });
  const job = await jobOf({ "stack.json": { Resources: { Db: cluster() } } });
  const check = await preflight(
    job,
    { live: undefined, changes: undefined, isPreview: false },
    { ...ports, clock, log },
  );
  expect(check(undefined)).toEqual([
    {
      level: "notice",
      message:
        "Not checked before the deploy: whether aurora-postgresql 15.4 can be created (AWS did not answer in time).",
    },
  ]);
});

test("preflight: false asks nothing", async () => {
  const { asked, ...ports } = account();
  const job = await jobOf({ "stack.json": { Resources: { Db: cluster() } } }, { preflight: "false" });
  const check = await preflight(
    job,
    { live: undefined, changes: undefined, isPreview: false },
    { ...ports, clock: still(), log },
  );
  expect(check(undefined)).toEqual([]);
  expect(asked).toEqual([]);
});

test("missing permissions are one line, and so is what took too long", async () => {
  const clock = still();
  const slow = () => {
    // When all that has an answer has given it.
    setImmediate(clock.pass);
    return Promise.withResolvers<never>().promise;
  };
  const resources = {
    Db: cluster({ EngineVersion: "15.12", DBClusterIdentifier: "orders" }),
    Group: subnetGroup("subnet-aaaaaaaa", "subnet-bbbbbbbb"),
    ...handler("{{resolve:secretsmanager:app/db}}"),
  };
  const job = await jobOf({ "stack.json": { Resources: resources } });
  const { asked: _, ...ports } = account(
    { versions: slow, takenClusters: () => Promise.reject(denied()) },
    { secretStore: { find: slow } },
  );
  const check = await preflight(
    job,
    { live: undefined, changes: undefined, isPreview: false },
    { ...ports, subnets: { find: () => Promise.reject(denied()) }, clock, log },
  );
  expect(check(undefined).map(({ message }) => message)).toEqual([
    "Not checked before the deploy: how many addresses are free in the subnets; in which zones and VPC the subnets are; whether the names of AWS::RDS::DBCluster are free (the role lacks ec2:DescribeSubnets, rds:DescribeDBClusters).",
    "Not checked before the deploy: whether aurora-postgresql 15.12 can be created; whether the secrets are there that dynamic references name (AWS did not answer in time).",
  ]);
});

const TEMPLATE = { Queue: { Type: "AWS::SQS::Queue" } };
const watching = (...names: readonly string[]): Stack => ({
  ...live,
  rollback: { alarms: names.map((name) => ({ arn: alarmArn(name), type: METRIC })), minutes: 5 },
});
const MODIFIED = changesOf([{ logicalId: "Queue", action: "Modify" }]);

test.for<
  readonly [string, Readonly<Record<string, string>>, Stack | undefined, readonly string[], readonly RegExp[]]
>([
  ["none at all", {}, live, [], []],
  [
    "new ones",
    { "rollback-alarms": [alarmArn("ok"), alarmArn("firing"), alarmArn("gone")].join("\n") },
    undefined,
    ["alarms ok firing gone"],
    [
      /^Rollback alarm firing is in ALARM since 2026-03-01T12:34Z, and while it is, .*: Threshold Crossed\.$/,
      /^Rollback alarm gone is not there \(arn.*If it is a composite alarm, the role may just not see it/,
    ],
  ],
  ["those that stay", {}, watching("firing", "silent"), ["alarms firing silent"], [/^Rollback alarm firing/]],
  [
    "instead of those that stay",
    { "rollback-alarms": alarmArn("ok") },
    watching("firing"),
    ["alarms ok"],
    [],
  ],
  ["none any more", { "rollback-alarms": "none" }, watching("firing"), [], []],
])("rollback alarms: %s", async ([, inputs, stack, questions, expected]) => {
  const job = await jobOf({ "stack.json": { Resources: TEMPLATE } }, inputs);
  const changes = stack && MODIFIED;
  const { asked, ...ports } = account();
  const scope = { live: stack, changes, isPreview: false };
  const check = await preflight(job, scope, { ...ports, clock: still(), log });
  expect(asked).toEqual(questions);
  const found = check(changes);
  // An alarm can be OK again at any time: nothing is certain to fail.
  expect(found.map(({ level }) => level)).toEqual(expected.map(() => "warning"));
  for (const [index, message] of expected.entries()) expect(found[index]?.message).toMatch(message);
});

test("rollback alarms are not asked about where nothing is executed", async () => {
  const job = await jobOf({ "stack.json": { Resources: TEMPLATE } });
  const { asked, ...ports } = account();
  const nothing = changesOf([]);
  const scope = { live: watching("firing"), changes: nothing, isPreview: true };
  const check = await preflight(job, scope, { ...ports, clock: still(), log });
  expect([asked, check(nothing)]).toEqual([[], []]);
});

test("rollback alarms that may not be asked about are one notice", async () => {
  const job = await jobOf({ "stack.json": { Resources: TEMPLATE } });
  const { asked: _, ...ports } = account();
  const denied = new ServiceError("No.", { reasonCode: "access-denied", trouble: "denied" });
  const alarms = { find: () => Promise.reject(denied) };
  const scope = { live: watching("ok"), changes: MODIFIED, isPreview: true };
  const check = await preflight(job, scope, { ...ports, alarms, clock: still(), log });
  const message =
    "Not checked before the deploy: whether a rollback alarm speaks against the deploy already (the role lacks cloudwatch:DescribeAlarms).";
  expect(check(MODIFIED)).toEqual([{ level: "notice", message }]);
});
