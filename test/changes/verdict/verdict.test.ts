import { describe, expect, test } from "vitest";
import type { Acknowledgement } from "../../../src/changes/acknowledgement.ts";
import type { Changes, PropertyChange, ResourceChange, SettingChange } from "../../../src/changes/model.ts";
import { KNOWN_AFTER_APPLY } from "../../../src/changes/model.ts";
import { judge, type Risk } from "../../../src/changes/verdict/verdict.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";

const TABLE = "AWS::DynamoDB::Table";

function change(logicalId: string, type: string, more: Partial<ResourceChange> = {}): ResourceChange {
  return {
    stackPath: [],
    action: "Modify",
    logicalId,
    type,
    replacement: "False",
    scope: ["Properties"],
    details: [],
    ...more,
  };
}

function detail(path: string, more: Partial<PropertyChange> = {}): PropertyChange {
  return {
    attribute: "Properties",
    name: path.split("/")[0] ?? "",
    path: `/Properties/${path}`,
    requiresRecreation: "Never",
    evaluation: "Static",
    ...more,
  };
}

function changesOf(resources: readonly ResourceChange[], settings: readonly SettingChange[] = []): Changes {
  return {
    target: { stack: "s", region: "us-east-1", account: "123456789012", type: "UPDATE" },
    resources,
    settings,
    template: [],
    parameters: [],
    keptParameters: [],
    tags: [],
    outputs: [],
    capabilities: [],
  };
}

function judged(resources: readonly ResourceChange[], acknowledgements: readonly Acknowledgement[] = []) {
  return judge(changesOf(resources), acknowledgements);
}

const kinds = (risks: readonly Risk[]) => risks.map(({ kind, resource }) => `${kind} ${resource}`);

/** The weaker guards between two property sets. */
function guards(type: string, before: JsonObject | undefined, after: JsonObject) {
  const sides = before === undefined ? { action: "Add" as const } : { before: { Properties: before } };
  return judged([change("R", type, { ...sides, after: { Properties: after } })])
    .risks.filter(({ kind }) => kind === "weaker-guard")
    .map(({ property, message }) => `${property}: ${message}`);
}

describe("data loss", () => {
  const replaced = {
    replacement: "True",
    details: [detail("KeySchema", { requiresRecreation: "Always" })],
  } as const;
  const removed = { action: "Remove" } as const;

  test.each([
    ["a table is removed", TABLE, { ...removed, policyAction: "Delete" }, true],
    ["a table is removed and AWS says no policy", TABLE, removed, true],
    ["a table is removed and retained", TABLE, { ...removed, policyAction: "Retain" }, false],
    [
      "a cluster is removed with a snapshot",
      "AWS::RDS::DBCluster",
      { ...removed, policyAction: "Snapshot" },
      false,
    ],
    ["a table is replaced", TABLE, { ...replaced, policyAction: "ReplaceAndDelete" }, true],
    ["a table is replaced and AWS says no policy", TABLE, replaced, true],
    [
      "a table is replaced and the old one retained",
      TABLE,
      { ...replaced, policyAction: "ReplaceAndRetain" },
      false,
    ],
    [
      "a cluster is replaced with a snapshot",
      "AWS::RDS::DBCluster",
      { ...replaced, policyAction: "ReplaceAndSnapshot" },
      false,
    ],
    [
      "a table may be replaced",
      TABLE,
      { ...replaced, replacement: "Conditional", policyAction: "ReplaceAndDelete" },
      false,
    ],
    ["a role is removed", "AWS::IAM::Role", { ...removed, policyAction: "Delete" }, false],
    ["a log group is removed", "AWS::Logs::LogGroup", { ...removed, policyAction: "Delete" }, true],
    ["a nested stack is removed", "AWS::CloudFormation::Stack", { ...removed, policyAction: "Delete" }, true],
    ["an image repository is removed", "AWS::ECR::Repository", { ...removed, policyAction: "Delete" }, true],
    [
      "a DocumentDB instance is removed",
      "AWS::DocDB::DBInstance",
      { ...removed, policyAction: "Delete" },
      false,
    ],
    [
      "a database instance is removed",
      "AWS::RDS::DBInstance",
      { ...removed, before: { Properties: { Engine: "postgres" } } },
      true,
    ],
    [
      "an Aurora instance is removed",
      "AWS::RDS::DBInstance",
      { ...removed, before: { Properties: { DBClusterIdentifier: "c" } } },
      false,
    ],
    [
      "an Aurora instance is replaced",
      "AWS::RDS::DBInstance",
      { ...replaced, before: { Properties: { Engine: "aurora-postgresql" } } },
      false,
    ],
  ] as const)("when %s", (_, type, more, isLoss) => {
    const verdict = judged([change("R", type, more as Partial<ResourceChange>)]);
    expect(verdict.risks.some(({ kind }) => kind === "data-loss")).toBe(isLoss);
    expect(verdict.level === "destructive").toBe(isLoss);
    expect(verdict.unacknowledged).toEqual(isLoss ? ["R"] : []);
  });

  test("is acknowledged by logical id, by path, by * and by nothing else", () => {
    const nested = change("T", TABLE, { action: "Remove", stackPath: ["Data"] });
    const by = (resource: string) => judged([nested], [{ resource, by: "label x" }]);
    for (const name of ["T", "Data/T", "*"]) {
      expect(by(name).unacknowledged).toEqual([]);
      expect(by(name).risks[0]?.acknowledgedBy).toBe("label x");
      expect(by(name).level).toBe("destructive");
    }
    for (const name of ["Data", "t", "Other/T", "", "T*"])
      expect(by(name).unacknowledged).toEqual(["Data/T"]);
  });

  test("names the nearer acknowledgement before the general one", () => {
    const verdict = judged(
      [change("T", TABLE, { action: "Remove" })],
      [
        { resource: "*", by: "input" },
        { resource: "T", by: "label" },
      ],
    );
    expect(verdict.risks[0]?.acknowledgedBy).toBe("label");
  });

  test("of a removal is not the new resource's of the same name", () => {
    const verdict = judged([
      change("R", TABLE, { action: "Remove" }),
      change("R", "AWS::S3::Bucket", { action: "Add" }),
    ]);
    expect(verdict.risks).toHaveLength(1);
    expect(verdict.risks[0]?.type).toBe(TABLE);
  });
});

describe("replacement", () => {
  const always = (more: Partial<PropertyChange>) => detail("P", { requiresRecreation: "Always", ...more });

  test("is only possible where it hangs on what nobody knows yet", () => {
    for (const unknown of [{ after: KNOWN_AFTER_APPLY }, { evaluation: "Dynamic" as const }]) {
      const verdict = judged([change("R", TABLE, { replacement: "True", details: [always(unknown)] })]);
      expect(kinds(verdict.risks)).toEqual(["possible-replacement R"]);
      expect(verdict.risks[0]?.message).toContain("its data would be lost");
      expect(verdict.counts).toMatchObject({ modify: 1, replace: 0 });
    }
  });

  test("is certain with one settled cause among unknown ones", () => {
    const verdict = judged([
      change("R", TABLE, {
        replacement: "True",
        details: [always({ after: KNOWN_AFTER_APPLY }), always({ after: "b" })],
      }),
    ]);
    expect(kinds(verdict.risks)).toEqual(["data-loss R"]);
    expect(verdict.counts.replace).toBe(1);
  });

  test("spreads with certainty along references to what is certainly replaced, however far and in any order", () => {
    const follows = (id: string, cause: string) =>
      change(id, "AWS::RDS::DBInstance", {
        replacement: "Conditional",
        details: [
          always({
            after: KNOWN_AFTER_APPLY,
            evaluation: "Dynamic",
            source: "ResourceReference",
            causingEntity: cause,
          }),
        ],
      });
    const root = change("A", "AWS::RDS::DBSubnetGroup", {
      replacement: "True",
      details: [always({ after: "x" })],
    });
    const verdict = judged([
      follows("D", "C"),
      follows("C", "B"),
      follows("B", "A"),
      root,
      follows("X", "Y"),
    ]);
    expect(verdict.counts.replace).toBe(4);
    expect(kinds(verdict.risks).filter((it) => it.startsWith("possible"))).toEqual([
      "possible-replacement X",
    ]);
  });

  test("does not spread into another nested stack by an equal name", () => {
    const root = change("A", TABLE, {
      replacement: "True",
      details: [always({ after: "x" })],
      stackPath: ["One"],
    });
    const other = change("B", TABLE, {
      replacement: "Conditional",
      stackPath: ["Two"],
      details: [always({ evaluation: "Dynamic", source: "ResourceReference", causingEntity: "A" })],
    });
    expect(judged([root, other]).counts.replace).toBe(1);
  });

  test("under the same fixed name will fail", () => {
    const side = (extra: JsonObject) => ({ Properties: { DBClusterIdentifier: "c", ...extra } });
    const verdict = judged([
      change("R", "AWS::RDS::DBCluster", {
        replacement: "True",
        policyAction: "ReplaceAndSnapshot",
        before: side({ DatabaseName: "a" }),
        after: side({ DatabaseName: "b" }),
        details: [detail("DatabaseName", { requiresRecreation: "Always" })],
      }),
    ]);
    expect(kinds(verdict.risks)).toEqual(["will-fail R", "replacement R"]);
    expect(verdict.risks[0]?.message).toContain("Change DBClusterIdentifier");
  });

  test.each([
    ["is given a new name", { TableName: "a" }, { TableName: "b" }],
    ["had and has a generated name", {}, {}],
    ["gets its first fixed name", {}, { TableName: "b" }],
  ])("of a resource that %s can work", (_, before, after) => {
    const verdict = judged([
      change("R", TABLE, {
        replacement: "True",
        before: { Properties: before },
        after: { Properties: after },
      }),
    ]);
    expect(verdict.risks.some(({ kind }) => kind === "will-fail")).toBe(false);
  });
});

describe("an interruption", () => {
  test.each([
    ["AWS::RDS::DBCluster", "EngineVersion", true],
    ["AWS::RDS::DBInstance", "DBInstanceClass", true],
    ["AWS::RDS::DBCluster", "ServerlessV2ScalingConfiguration/MaxCapacity", false],
    ["AWS::RDS::DBCluster", "BackupRetentionPeriod", false],
    ["AWS::CloudWatch::Alarm", "EngineVersion", false],
    ["AWS::RDS::DBCluster", "constructor", false],
  ])("of %s by %s: %s", (type, path, isInterrupted) => {
    const verdict = judged([change("R", type, { details: [detail(path)] })]);
    expect(verdict.risks.some(({ kind }) => kind === "interruption")).toBe(isInterrupted);
  });
});

describe("a guard is weaker", () => {
  const SG = "AWS::EC2::SecurityGroup";
  const rule = (source: JsonObject): JsonObject => ({
    SecurityGroupIngress: [{ IpProtocol: "tcp", FromPort: 5432, ToPort: 5432, ...source }],
  });
  const allow = (statement: JsonObject): JsonObject => ({
    PolicyDocument: { Statement: [{ Effect: "Allow", ...statement }] },
  });

  test.each<[string, string, JsonObject | undefined, JsonObject, readonly string[]]>([
    [
      "world-open IPv4",
      SG,
      rule({ CidrIp: "10.0.0.0/8" }),
      rule({ CidrIp: "0.0.0.0/0" }),
      ["SecurityGroupIngress: is opened to the world: port 5432 from 0.0.0.0/0"],
    ],
    [
      "world-open IPv6",
      SG,
      {},
      rule({ CidrIpv6: "::/0" }),
      ["SecurityGroupIngress: is opened to the world: port 5432 from ::/0"],
    ],
    [
      "a half of the world",
      SG,
      {},
      rule({ CidrIp: "128.0.0.0/1" }),
      ["SecurityGroupIngress: is opened to the world: port 5432 from 128.0.0.0/1"],
    ],
    [
      "a new world-open group",
      SG,
      undefined,
      rule({ CidrIp: "0.0.0.0/0" }),
      ["SecurityGroupIngress: is opened to the world: port 5432 from 0.0.0.0/0"],
    ],
    ["a group that was open already", SG, rule({ CidrIp: "0.0.0.0/0" }), rule({ CidrIp: "0.0.0.0/0" }), []],
    ["a private network", SG, {}, rule({ CidrIp: "10.0.0.0/8" }), []],
    [
      "another port of an open group",
      SG,
      rule({ CidrIp: "0.0.0.0/0" }),
      { SecurityGroupIngress: [{ IpProtocol: "-1", CidrIp: "0.0.0.0/0" }] },
      ["SecurityGroupIngress: is opened to the world: every port from 0.0.0.0/0"],
    ],
    [
      "a rule of its own",
      "AWS::EC2::SecurityGroupIngress",
      undefined,
      { IpProtocol: "tcp", FromPort: 22, ToPort: 22, CidrIp: "0.0.0.0/0" },
      ["CidrIp: is opened to the world: port 22 from 0.0.0.0/0"],
    ],
    [
      "deletion protection off",
      "AWS::RDS::DBCluster",
      { DeletionProtection: true },
      { DeletionProtection: false },
      ["DeletionProtection: loses its deletion protection"],
    ],
    [
      "deletion protection dropped, as text",
      "AWS::RDS::DBCluster",
      { DeletionProtection: "true" },
      {},
      ["DeletionProtection: loses its deletion protection"],
    ],
    [
      "deletion protection on",
      "AWS::RDS::DBCluster",
      { DeletionProtection: false },
      { DeletionProtection: true },
      [],
    ],
    [
      "encryption off",
      "AWS::RDS::DBCluster",
      { StorageEncrypted: true },
      { StorageEncrypted: false },
      ["StorageEncrypted: is no longer encrypted"],
    ],
    [
      "fewer backups",
      "AWS::RDS::DBCluster",
      { BackupRetentionPeriod: 7 },
      { BackupRetentionPeriod: "1" },
      ["BackupRetentionPeriod: keeps its backups 1 day instead of 7"],
    ],
    [
      "no backups",
      "AWS::RDS::DBInstance",
      { BackupRetentionPeriod: 7 },
      { BackupRetentionPeriod: 0 },
      ["BackupRetentionPeriod: is no longer backed up"],
    ],
    ["more backups", "AWS::RDS::DBCluster", { BackupRetentionPeriod: 7 }, { BackupRetentionPeriod: 14 }, []],
    [
      "public access",
      "AWS::RDS::DBInstance",
      { PubliclyAccessible: false },
      { PubliclyAccessible: true },
      ["PubliclyAccessible: becomes reachable from the internet"],
    ],
    [
      "a new public database",
      "AWS::RDS::DBInstance",
      undefined,
      { PubliclyAccessible: true },
      ["PubliclyAccessible: becomes reachable from the internet"],
    ],
    [
      "a bucket's block off",
      "AWS::S3::Bucket",
      { PublicAccessBlockConfiguration: { BlockPublicAcls: true } },
      { PublicAccessBlockConfiguration: { BlockPublicAcls: false } },
      ["PublicAccessBlockConfiguration: may be made public"],
    ],
    [
      "a log export dropped",
      "AWS::RDS::DBCluster",
      { EnableCloudwatchLogsExports: ["postgresql"] },
      { EnableCloudwatchLogsExports: [] },
      ["EnableCloudwatchLogsExports: no longer sends these logs to CloudWatch"],
    ],
    [
      "logs kept shorter",
      "AWS::Logs::LogGroup",
      { RetentionInDays: 90 },
      { RetentionInDays: 7 },
      ["RetentionInDays: keeps its logs 7 days instead of 90"],
    ],
    ["logs kept for ever", "AWS::Logs::LogGroup", { RetentionInDays: 90 }, {}, []],
    [
      "TLS not demanded",
      "AWS::RDS::DBClusterParameterGroup",
      { Parameters: { "rds.force_ssl": "1" } },
      { Parameters: { "rds.force_ssl": "0" } },
      ["Parameters: no longer demands TLS"],
    ],
    [
      "fewer statements logged",
      "AWS::RDS::DBClusterParameterGroup",
      { Parameters: { log_statement: "all" } },
      { Parameters: { log_statement: "ddl" } },
      ["Parameters: logs fewer statements (log_statement)"],
    ],
    [
      "an alarm that does nothing",
      "AWS::CloudWatch::Alarm",
      { ActionsEnabled: true },
      { ActionsEnabled: false },
      ["ActionsEnabled: no longer acts when it goes off"],
    ],
    [
      "Enhanced Monitoring off",
      "AWS::RDS::DBInstance",
      { MonitoringInterval: 60 },
      { MonitoringInterval: 0 },
      ["MonitoringInterval: loses Enhanced Monitoring"],
    ],
    [
      "a wildcard action",
      "AWS::IAM::Policy",
      allow({ Action: "s3:GetObject", Resource: "arn:x" }),
      allow({ Action: "s3:*", Resource: "arn:x" }),
      ["PolicyDocument: IAM is widened: action s3:*"],
    ],
    [
      "everything",
      "AWS::IAM::Policy",
      undefined,
      allow({ Action: "*", Resource: "*" }),
      ["PolicyDocument: IAM is widened: action * on every resource"],
    ],
    [
      "a wildcard resource for writes",
      "AWS::IAM::ManagedPolicy",
      allow({ Action: "s3:PutObject", Resource: "arn:x" }),
      allow({ Action: "s3:PutObject", Resource: "*" }),
      ["PolicyDocument: IAM is widened: s3:PutObject on every resource"],
    ],
    [
      "a wildcard resource for reads",
      "AWS::IAM::Policy",
      undefined,
      allow({ Action: "ec2:DescribeVpcs", Resource: "*" }),
      [],
    ],
    [
      "everybody in a bucket policy",
      "AWS::S3::BucketPolicy",
      undefined,
      allow({ Action: "s3:GetObject", Principal: "*", Resource: "arn:x" }),
      ["PolicyDocument: IAM is widened: everybody is allowed in"],
    ],
    [
      "a denial of everybody",
      "AWS::S3::BucketPolicy",
      undefined,
      { PolicyDocument: { Statement: [{ Effect: "Deny", Principal: "*", Action: "*", Resource: "*" }] } },
      [],
    ],
    [
      "an administrator",
      "AWS::IAM::Role",
      { ManagedPolicyArns: [] },
      { ManagedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"] },
      ["ManagedPolicyArns: IAM is widened: managed policy AdministratorAccess"],
    ],
    [
      "a key's own policy",
      "AWS::KMS::Key",
      undefined,
      {
        KeyPolicy: {
          Statement: [
            {
              Effect: "Allow",
              Principal: { AWS: "arn:aws:iam::123456789012:root" },
              Action: "kms:*",
              Resource: "*",
            },
          ],
        },
      },
      [],
    ],
    [
      "a function's URL",
      "AWS::Lambda::Url",
      { AuthType: "AWS_IAM" },
      { AuthType: "NONE" },
      ["AuthType: IAM is widened: everybody may call the function's URL"],
    ],
  ])("%s", (_, type, before, after, expected) => {
    expect(guards(type, before, after)).toEqual(expected);
  });

  test("when an alarm or a trail is removed", () => {
    const verdict = judged([
      change("A", "AWS::CloudWatch::Alarm", { action: "Remove" }),
      change("T", "AWS::CloudTrail::Trail", { action: "Remove" }),
    ]);
    expect(kinds(verdict.risks)).toEqual(["weaker-guard A", "weaker-guard T"]);
  });

  test("when a deletion would no longer keep the data", () => {
    const weaker = (before: Json, after: Json) =>
      judged([
        change("R", TABLE, {
          before: { Properties: {}, DeletionPolicy: before },
          after: { Properties: {}, DeletionPolicy: after },
        }),
      ]).risks;
    expect(weaker("Retain", "Delete")[0]?.message).toBe("would no longer be kept");
    expect(weaker("Delete", "Retain")).toEqual([]);
  });

  test("seen from the property changes alone, where AWS gave no contexts", () => {
    const verdict = judged([
      change("C", "AWS::RDS::DBCluster", {
        details: [
          detail("DeletionProtection", { before: "true", after: "false" }),
          detail("BackupRetentionPeriod", { before: "7", after: "1" }),
        ],
      }),
      change("G", "AWS::EC2::SecurityGroup", {
        details: [detail("SecurityGroupIngress/0/CidrIp", { before: "10.0.0.0/8", after: "0.0.0.0/0" })],
      }),
    ]);
    expect(kinds(verdict.risks)).toEqual(["weaker-guard C", "weaker-guard C", "weaker-guard G"]);
  });
});

test("a newly generated secret no longer fits", () => {
  const verdict = judged([
    change("S", "AWS::SecretsManager::Secret", { details: [detail("GenerateSecretString/PasswordLength")] }),
  ]);
  expect(kinds(verdict.risks)).toEqual(["credentials S"]);
  expect(
    judged([change("S", "AWS::SecretsManager::Secret", { details: [detail("Description")] })]).risks,
  ).toEqual([]);
});

test("risks come worst first and the counts add up", () => {
  const verdict = judged([
    change("E", "AWS::RDS::DBCluster", { details: [detail("EngineVersion")] }),
    change("N", TABLE, { action: "Add" }),
    change("I", TABLE, { action: "Import" }),
    change("D", TABLE, { action: "Dynamic" }),
    change("W", TABLE, { action: "SyncWithActual" }),
    change("R", TABLE, { action: "Remove" }),
  ]);
  expect(kinds(verdict.risks)).toEqual(["data-loss R", "possible-replacement D", "interruption E"]);
  expect(verdict.counts).toEqual({ add: 1, modify: 1, replace: 0, remove: 1, import: 1, other: 2 });
});

test("nothing to say is safe", () => {
  expect(judged([change("R", TABLE, { details: [detail("BillingMode")] })])).toEqual({
    level: "safe",
    risks: [],
    unacknowledged: [],
    counts: { add: 0, modify: 1, replace: 0, remove: 0, import: 0, other: 0 },
  });
});

describe("guards of the stack itself", () => {
  const protection = (sides: Partial<SettingChange>) =>
    judge(changesOf([], [{ name: "termination-protection", ...sides }]), []);

  test("termination protection that is taken away is a weaker guard of the stack", () => {
    const verdict = protection({ before: "on", after: "off" });
    expect(kinds(verdict.risks)).toEqual(["weaker-guard s"]);
    expect(verdict).toMatchObject({ level: "caution", unacknowledged: [] });
  });

  test.for<Partial<SettingChange>>([{ before: "off", after: "on" }, { after: "on" }])(
    "%o is none",
    (sides) => {
      expect(protection(sides)).toMatchObject({ level: "safe", risks: [] });
    },
  );

  test("other settings say nothing on their own", () => {
    const settings = [
      { name: "on-failure", after: "off" },
      { name: "role", before: "on", after: "off" },
    ];
    expect(judge(changesOf([], settings), []).risks).toEqual([]);
  });
});

describe("nested stacks that nobody can see", () => {
  const NESTED = "AWS::CloudFormation::Stack";

  test("may lose data, each of them, whether CloudFormation lists it or not", () => {
    const verdict = judge(changesOf([change("Network", NESTED)]), [], {
      unseen: ["Network"],
      uncompared: ["Network/Peering"],
    });
    expect(kinds(verdict.risks)).toEqual(["data-loss Network", "data-loss Network/Peering"]);
    expect(verdict.unacknowledged).toEqual(["Network", "Network/Peering"]);
    expect(verdict.level).toBe("destructive");
  });

  test("are acknowledged by name, one by one", () => {
    const by = [{ resource: "Peering", by: "the label" }];
    const verdict = judge(changesOf([]), by, { unseen: ["Network", "Network/Peering"] });
    expect(verdict.unacknowledged).toEqual(["Network"]);
    expect(
      judge(changesOf([]), [{ resource: "*", by: "x" }], { unseen: ["Network"] }).unacknowledged,
    ).toEqual([]);
  });

  test("of which there are none are no risk", () => {
    expect(judge(changesOf([change("Network", NESTED)]), [], { unseen: [] }).risks).toEqual([]);
  });
});

test("a fixed name that stays is told by the templates where CloudFormation drops it", () => {
  const table = change("Orders", "AWS::DynamoDB::Table", {
    ...{ replacement: "True", policyAction: "ReplaceAndRetain", withoutValues: true },
    details: [detail("KeySchema", { requiresRecreation: "Always" })],
  });
  const side = (TableName: string) => ({ known: { TableName }, raw: { TableName } });
  const kinds = (was: string, will: string) => {
    const written = new Map([["Orders", { before: side(was), after: side(will) }]]);
    return judge(changesOf([table]), [], { written }).risks.map(({ kind }) => kind);
  };
  expect(kinds("orders", "orders")).toContain("will-fail");
  expect(kinds("orders", "orders2")).not.toContain("will-fail");
  // What it is made of is replaced: CloudFormation lists it.
  const named = { ...table, details: [...table.details, detail("TableName")] };
  const written = new Map([["Orders", { before: side("{{Fn}}"), after: side("{{Fn}}") }]]);
  expect(judge(changesOf([named]), [], { written }).risks.map(({ kind }) => kind)).not.toContain("will-fail");
});
