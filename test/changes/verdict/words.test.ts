import { describe, expect, test } from "vitest";
import type { ResourceChange } from "../../../src/changes/model.ts";
import { judge } from "../../../src/changes/verdict/verdict.ts";
import type { JsonObject } from "../../../src/template/model.ts";

const TABLE = "AWS::DynamoDB::Table";
const INSTANCE = "AWS::RDS::DBInstance";
const SECRET = "AWS::SecretsManager::Secret";
const REPLACED = { replacement: "True", details: [changed("KeySchema", "Always")] } as const;

const NOTHING = {
  target: { stack: "app", region: "us-east-1", account: "123456789012", type: "UPDATE" as const },
  resources: [],
  settings: [],
  template: [],
  parameters: [],
  keptParameters: [],
  tags: [],
  outputs: [],
  capabilities: [],
};

function changed(name: string, requiresRecreation: "Never" | "Always" = "Never") {
  const path = `/Properties/${name}`;
  return { attribute: "Properties", name, path, requiresRecreation, evaluation: "Static" as const };
}

/** What is said of a resource's change, each risk as `kind property: message`. */
function said(type: string, more: Partial<ResourceChange>): readonly string[] {
  const change: ResourceChange = {
    ...{ stackPath: [], action: "Modify", logicalId: "R", type, scope: [], details: [] },
    ...more,
  };
  return judge({ ...NOTHING, resources: [change] }, []).risks.map(
    ({ kind, property = "-", message }) => `${kind} ${property}: ${message}`,
  );
}

const sides = (before: JsonObject, after: JsonObject) => ({
  before: { Properties: before },
  after: { Properties: after },
});

describe("of a resource with data that is removed", () => {
  test.each([
    [undefined, ["data-loss -: is deleted without a snapshot: its data is lost"]],
    ["Delete", ["data-loss -: is deleted without a snapshot: its data is lost"]],
    ["Snapshot", ["interruption -: is deleted; a final snapshot keeps its data"]],
    ["ReplaceAndSnapshot", ["interruption -: is deleted; a final snapshot keeps its data"]],
    ["Retain", []],
    ["ReplaceAndRetain", []],
  ] as const)("under the policy %s", (policyAction, risks) => {
    expect(said(TABLE, { action: "Remove", ...(policyAction && { policyAction }) })).toEqual(risks);
  });
});

test("of one with data whose change only the execution decides", () => {
  expect(said(TABLE, { action: "Dynamic" })).toEqual([
    "possible-replacement -: is changed in a way that only the execution decides: its data may be lost",
  ]);
  expect(said("AWS::SNS::Topic", { action: "Dynamic" })).toEqual([]);
});

test("of what a nested stack holds, whose changes are not listed", () => {
  const of = (logicalId: string, action: "Remove" | "Modify") => ({
    change: { stackPath: ["Net"], action, logicalId, type: TABLE, scope: [], details: [] },
    isCertain: true,
  });
  const unlisted = [of("Old", "Remove"), of("Table", "Modify")];
  expect(judge(NOTHING, [], { unlisted }).risks).toEqual([
    {
      ...{ kind: "data-loss", resource: "Net/Old", type: TABLE },
      message: "is deleted without a snapshot: its data is lost",
    },
    {
      ...{ kind: "possible-replacement", resource: "Net/Table", type: TABLE },
      message:
        "changes in a nested stack whose changes are not listed: it may be replaced, and its data be lost then",
    },
  ]);
});

describe("of a resource that is replaced", () => {
  const LOST =
    "data-loss KeySchema: is replaced and the old one deleted without a snapshot: its data is lost";
  const RETAINED = "is replaced; the old one stays in the account, the new one starts empty";
  const SNAPSHOT = "is replaced; a snapshot of the old one is kept, the new one starts empty";

  test.each([
    [undefined, LOST],
    ["Delete", LOST],
    ["ReplaceAndDelete", LOST],
    ["Retain", `replacement KeySchema: ${RETAINED}`],
    ["ReplaceAndRetain", `replacement KeySchema: ${RETAINED}`],
    ["Snapshot", `replacement KeySchema: ${SNAPSHOT}`],
    ["ReplaceAndSnapshot", `replacement KeySchema: ${SNAPSHOT}`],
  ] as const)("with data and the policy %s", (policyAction, risk) => {
    expect(said(TABLE, { ...REPLACED, ...(policyAction && { policyAction }) })).toEqual([risk]);
  });

  test("without data nothing is said of any", () => {
    expect(said("AWS::IAM::Role", REPLACED)).toEqual(["replacement KeySchema: is replaced"]);
  });

  test("perhaps: its data would be lost then, if it has some and nothing keeps it", () => {
    const perhaps = { ...REPLACED, replacement: "Conditional" } as const;
    expect(said(TABLE, perhaps)).toEqual([
      "possible-replacement KeySchema: may be replaced, and its data would be lost then",
    ]);
    const kept = ["possible-replacement KeySchema: may be replaced"];
    expect(said(TABLE, { ...perhaps, policyAction: "Retain" })).toEqual(kept);
    expect(said("AWS::IAM::Role", perhaps)).toEqual(kept);
    expect(said("AWS::IAM::Role", { ...perhaps, policyAction: "Delete" })).toEqual(kept);
  });

  test("it is not interrupted as well: it is another one", () => {
    const details = [changed("DBInstanceClass"), changed("Engine", "Always")];
    const more = { details, policyAction: "ReplaceAndSnapshot" } as const;
    expect(said(INSTANCE, { ...more, replacement: "True" })).toHaveLength(1);
    expect(said(INSTANCE, { ...more, replacement: "False" })).toEqual([
      expect.stringMatching(/^interruption DBInstanceClass/),
    ]);
  });
});

describe("of a fixed name that is kept", () => {
  const named = sides({ TableName: "t" }, { TableName: "t" });
  const WILL_FAIL =
    "will-fail TableName: is replaced but keeps its fixed name, which CloudFormation cannot give to the new one while the old one has it: the deploy will fail. Change TableName as well";

  test("by a replacement: it will fail", () => {
    const more = { ...REPLACED, ...named, policyAction: "Retain" } as const;
    expect(said(TABLE, more)).toContain(WILL_FAIL);
  });

  test("by what is no replacement, or perhaps none: nothing", () => {
    for (const replacement of ["False", "Conditional"] as const)
      expect(said(TABLE, { ...REPLACED, ...named, replacement }).join()).not.toContain("will-fail");
  });

  test("where AWS gave only what changes: nothing, for it may be generated", () => {
    const details = [{ ...changed("TableName"), before: "t", after: "t" }, ...REPLACED.details];
    expect(said(TABLE, { ...REPLACED, details }).join()).not.toContain("will-fail");
  });

  test("by a type of which many may have one name: nothing", () => {
    const more = { ...REPLACED, ...named };
    expect(said("AWS::EC2::Instance", more).join()).not.toContain("will-fail");
  });
});

describe("of a database instance", () => {
  const removedWith = (before?: JsonObject) =>
    said(INSTANCE, { action: "Remove", ...(before && { before: { Properties: before } }) });
  const lost = [expect.stringMatching(/^data-loss/)];

  test.each(["aurora-mysql", "docdb", "neptune"])("%s: the data is its cluster's", (Engine) => {
    expect(removedWith({ Engine })).toEqual(["interruption -: is removed: what it serves ends"]);
  });

  test("that is none of a cluster, or of which nothing is known, its data is lost", () => {
    expect(removedWith({ Engine: "postgres" })).toEqual(lost);
    expect(removedWith({ Engine: "not-aurora" })).toEqual(lost);
    expect(removedWith({})).toEqual(lost);
    expect(removedWith()).toEqual(lost);
    expect(said(INSTANCE, { action: "Remove", before: null })).toEqual(lost);
  });
});

test("of a cluster with a name of its own its data is lost like any other's", () => {
  const before = { Properties: { DBClusterIdentifier: "payments", Engine: "aurora-postgresql" } };
  expect(said("AWS::RDS::DBCluster", { action: "Remove", before })).toEqual([
    "data-loss -: is deleted without a snapshot: its data is lost",
  ]);
});

describe("of a secret that is generated anew", () => {
  const generated = { details: [changed("Description"), changed("GenerateSecretString")] };

  test("that its old value is no longer what others were given", () => {
    expect(said(SECRET, generated)).toEqual([
      "credentials GenerateSecretString: gets a newly generated value; whatever was given the old one (a database's password) no longer fits it until it is updated too",
    ]);
  });

  test("nothing where it is new, or no secret", () => {
    expect(said(SECRET, { ...generated, action: "Add" })).toEqual([]);
    expect(said("AWS::IAM::Role", generated)).toEqual([]);
  });
});

describe("of the stack", () => {
  const OF_STACK = { type: "AWS::CloudFormation::Stack" };

  test("that nobody can see what a nested stack changes", () => {
    expect(judge(NOTHING, [], { unseen: ["Network"] }).risks).toEqual([
      {
        ...OF_STACK,
        kind: "data-loss",
        resource: "Network",
        message:
          "has a template that cannot be read here, and CloudFormation is not asked to list its changes: what it changes nobody has seen, and data may be lost",
      },
    ]);
  });

  test("that nobody compares what a nested stack changes", () => {
    expect(judge(NOTHING, [], { uncompared: ["Network"] }).risks).toEqual([
      {
        ...OF_STACK,
        kind: "data-loss",
        resource: "Network",
        message:
          "may get another template, which is not compared here (a loop makes it, it is an application, or what is deployed may not be read), and CloudFormation is not asked to list its changes: what it changes nobody has seen, and data may be lost",
      },
    ]);
  });

  test("that it loses its termination protection", () => {
    const settings = [{ name: "termination-protection", before: "on", after: "off" }];
    expect(judge({ ...NOTHING, settings }, []).risks).toEqual([
      {
        ...OF_STACK,
        kind: "weaker-guard",
        resource: "app",
        message: "loses its termination protection: a delete-stack then deletes it with everything in it",
      },
    ]);
  });

  test.for([
    ["all of them", ["a", "b"], undefined, "a, b"],
    ["one of them", ["a", "b"], ["b", "c"], "a"],
  ] as const)("that it loses rollback alarms: %s", ([, had, has, lost]) => {
    const list = (names: readonly string[] | undefined) =>
      names && JSON.stringify(names.map((name) => `arn:aws:cloudwatch:us-east-1:123456789012:alarm:${name}`));
    const setting = { name: "rollback-alarms", before: list(had) ?? "", after: list(has) ?? "" };
    expect(judge({ ...NOTHING, settings: [setting] }, []).risks).toMatchObject([
      { kind: "weaker-guard", message: expect.stringContaining(`loses a rollback alarm: ${lost} turns no`) },
    ]);
  });

  test.for([
    [undefined, '["arn:aws:cloudwatch:us-east-1:123456789012:alarm:a"]'],
    [
      '["arn:aws:cloudwatch:us-east-1:123456789012:alarm:a"]',
      '["AWS::CloudWatch::CompositeAlarm arn:aws:cloudwatch:us-east-1:123456789012:alarm:a"]',
    ],
    ["(redacted)", "(redacted)"],
  ] as const)(
    "nothing of rollback alarms that come, of the same one, or of hidden ones",
    ([before, after]) => {
      const setting = { name: "rollback-alarms", after, ...(before === undefined ? {} : { before }) };
      expect(judge({ ...NOTHING, settings: [setting] }, []).risks).toEqual([]);
    },
  );

  test("that a parameter's value is hidden no more", () => {
    const parameter = (more: object) => ({
      name: "Password",
      noEcho: false,
      before: "a",
      after: "b",
      ...more,
    });
    const risksOf = (more: object) => judge({ ...NOTHING, parameters: [parameter(more)] }, []).risks;
    expect(risksOf({ exposed: true })).toEqual([
      {
        kind: "weaker-guard",
        resource: "Password",
        type: "Parameter",
        property: "NoEcho",
        message: "loses its NoEcho: its value can then be read by anyone who may describe the stack",
      },
    ]);
    expect(risksOf({})).toEqual([]);
  });
});

test("only the loss of data is acknowledged", () => {
  const resources = [
    { ...REPLACED, stackPath: [], action: "Modify", logicalId: "R", type: "AWS::IAM::Role" },
  ];
  const changes = { ...NOTHING, resources: resources.map((it) => ({ ...it, scope: [] }) as ResourceChange) };
  expect(judge(changes, [{ resource: "*", by: "the label" }]).risks[0]).not.toHaveProperty("acknowledgedBy");
});
