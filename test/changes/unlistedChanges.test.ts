// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the notation of Fn::ForEach.
import { describe, expect, test } from "vitest";
import { type Changes, type ResourceChange, resourceKey } from "../../src/changes/model.ts";
import { unlistedChanges } from "../../src/changes/unlistedChanges.ts";
import { unlistedLosses } from "../../src/changes/verdict/losses.ts";
import { judge } from "../../src/changes/verdict/verdict.ts";
import type { Json, JsonObject } from "../../src/template/model.ts";
import { parseTemplate } from "../../src/template/text/parse.ts";

const TABLE = { Type: "AWS::DynamoDB::Table", Properties: { TableName: "orders" } };
const CLUSTER = { Type: "AWS::RDS::DBCluster", Properties: { Engine: "aurora-postgresql" } };

const TOLD = {
  "data-loss": "goes",
  "possible-replacement": "changes",
  interruption: "ends",
  replacement: "-",
} as const;

const NOTHING: Changes = {
  target: { stack: "app", region: "us-east-1", account: "123456789012", type: "UPDATE" },
  ...{ resources: [], parameters: [], tags: [], outputs: [], keptParameters: [], settings: [], template: [] },
  capabilities: [],
};

function judged(before: JsonObject, after: JsonObject) {
  const pair = {
    stackPath: ["Data"],
    before: { value: { Resources: before } },
    after: { value: { Resources: after } },
  };
  return judge(NOTHING, [], { unlisted: unlistedChanges([pair]) }).risks;
}

function losses(before: JsonObject, after: JsonObject, stackPath: readonly string[] = ["Data"]) {
  const pair = {
    stackPath,
    before: { value: { Resources: before } },
    after: { value: { Resources: after } },
  };
  return unlistedChanges([pair]).flatMap((unlisted) =>
    unlistedLosses(unlisted).map(({ kind }) => `${resourceKey(unlisted.change)} ${TOLD[kind]}`),
  );
}

test("a resource with data that goes, or becomes another", () => {
  expect(losses({ Orders: TABLE }, {})).toEqual(["Data/Orders goes"]);
  expect(losses({ Orders: TABLE }, { Orders: { Type: "AWS::SNS::Topic" } })).toEqual(["Data/Orders goes"]);
  expect(losses({ Inner: { Type: "AWS::CloudFormation::Stack" } }, {}, ["A", "B"])).toEqual([
    "A/B/Inner goes",
  ]);
});

test("one that is defined otherwise may be replaced", () => {
  const other = { ...TABLE, Properties: { TableName: "orders-2" } };
  expect(losses({ Orders: TABLE }, { Orders: other })).toEqual(["Data/Orders changes"]);
  expect(losses({ Orders: TABLE }, { Orders: { ...other, UpdateReplacePolicy: "Retain" } })).toEqual([]);
  expect(losses({ Orders: TABLE }, { Orders: { ...TABLE, Metadata: { a: 1 } } })).toEqual([]);
});

test("another text of a number is another definition", () => {
  const table = (text: string) =>
    parseTemplate(
      `{"Resources": {"T": {"Type": "AWS::DynamoDB::Table", "Properties": {"V": ${text}}}}}`,
      "t.json",
    );
  const found = (before: string, after: string) =>
    unlistedChanges([{ stackPath: ["Data"], before: table(before), after: table(after) }]).length;
  expect([found("15.1", "15.10"), found("15.10", "15.10")]).toEqual([1, 0]);
});

describe("in a loop", () => {
  const loop = (collection: Json, body: JsonObject = { "T${N}": TABLE }) => ({
    "Fn::ForEach::N": ["N", collection, body],
  });
  const list = (name: string) => ({ Ref: name });

  test.each<[string, JsonObject, JsonObject, readonly string[]]>([
    ["the same", loop(["a", "b"]), loop(["a", "b"]), []],
    ["one more, in another order", loop(["a", "b"]), loop(["c", "b", "a"]), []],
    ["one less", loop(["a", "b"]), loop(["a"]), ["Data/T${N} goes"]],
    ["the whole loop", loop(["a"]), {}, ["Data/T${N} goes"]],
    ["its body", loop(["a"]), loop(["a"], {}), ["Data/T${N} goes"]],
    ["another list, by its parameter", loop(list("A")), loop(list("B")), ["Data/T${N} changes"]],
    ["a list in the place of a parameter", loop(list("A")), loop(["a"]), ["Data/T${N} changes"]],
    ["the same parameter", loop(list("A")), loop(list("A")), []],
    [
      "another definition",
      loop(["a"]),
      loop(["a"], { "T${N}": { ...TABLE, Properties: { TableName: "x" } } }),
      ["Data/T${N} changes"],
    ],
    [
      "one less of a loop in a loop",
      loop(["a"], loop(["x", "y"])),
      loop(["a"], loop(["y"])),
      ["Data/T${N} goes"],
    ],
    [
      "one less of a loop around a loop",
      loop(["a", "b"], loop(["x"])),
      loop(["b"], loop(["x"])),
      ["Data/T${N} goes"],
    ],
  ])("%s", (_, before, after, expected) => {
    expect(losses(before, after)).toEqual(expected);
  });

  test("what is kept when it goes, and when it is replaced", () => {
    const kept = { "T${N}": { ...TABLE, DeletionPolicy: "Retain" } };
    const other = { "T${N}": { ...TABLE, DeletionPolicy: "Retain", Properties: { TableName: "x" } } };
    expect(losses(loop(["a", "b"], kept), loop(["a"], kept))).toEqual([]);
    expect(losses(loop(list("A"), kept), loop(list("B"), kept))).toEqual([]);
    expect(losses(loop(["a", "b"], kept), loop(["a"], other))).toEqual(["Data/T${N} changes"]);
    const replaced = { "T${N}": { ...TABLE, UpdateReplacePolicy: "Retain" } };
    expect(losses(loop(list("A"), replaced), loop(list("B"), replaced))).toEqual(["Data/T${N} changes"]);
  });
});

test("the policy that keeps what goes is the deployed one; of databases it is Snapshot where none is named", () => {
  for (const DeletionPolicy of ["Retain", "RetainExceptOnCreate"])
    expect(losses({ Orders: { ...TABLE, DeletionPolicy } }, {})).toEqual([]);
  expect(losses({ Orders: { ...TABLE, DeletionPolicy: "Snapshot" } }, {})).toEqual(["Data/Orders ends"]);
  expect(losses({ Orders: { ...TABLE, UpdateReplacePolicy: "Retain" } }, {})).toEqual(["Data/Orders goes"]);
  expect(losses({ Db: CLUSTER }, {})).toEqual(["Data/Db ends"]);
  expect(losses({ Db: { ...CLUSTER, DeletionPolicy: "Delete" } }, {})).toEqual(["Data/Db goes"]);
});

test("a database alone is kept by a snapshot, and an instance of a cluster holds nothing", () => {
  const instance = (Properties: JsonObject, more: JsonObject = {}) => ({
    Db: { Type: "AWS::RDS::DBInstance", Properties, ...more },
  });
  expect(losses(instance({ Engine: "postgres" }), {})).toEqual(["Data/Db ends"]);
  expect(losses(instance({ Engine: "postgres" }, { DeletionPolicy: "Delete" }), {})).toEqual([
    "Data/Db goes",
  ]);
  expect(losses(instance({ Engine: "postgres" }), instance({ Engine: "mysql" }))).toEqual([
    "Data/Db changes",
  ]);
  expect(losses({ Db: { Type: "AWS::RDS::DBInstance", DeletionPolicy: "Delete" } }, {})).toEqual([
    "Data/Db goes",
  ]);
  for (const Properties of [{ DBClusterIdentifier: { Ref: "Cluster" } }, { Engine: "aurora-postgresql" }])
    expect(losses(instance(Properties, { DeletionPolicy: "Delete" }), {})).toEqual(["Data/Db ends"]);
});

test("a policy that CloudFormation does not know, or that a function makes, keeps nothing", () => {
  for (const DeletionPolicy of ["NoRetain", "RetainAll", { Ref: "Policy" }, null])
    expect(losses({ Orders: { ...TABLE, DeletionPolicy } }, {})).toEqual(["Data/Orders goes"]);
});

test("nothing of a nested stack that comes or goes as a whole, or whose template is odd", () => {
  const whole = { value: { Resources: { Orders: TABLE } } };
  expect(unlistedChanges([{ stackPath: ["A"], before: undefined, after: whole }])).toEqual([]);
  expect(unlistedChanges([{ stackPath: ["A"], before: whole, after: undefined }])).toEqual([]);
  const [odd, other] = [{ value: { Resources: null } }, { value: { Resources: { Orders: null } } }];
  expect(unlistedChanges([{ stackPath: ["A"], before: odd, after: odd }])).toEqual([]);
  expect(unlistedChanges([{ stackPath: ["A"], before: other, after: other }])).toEqual([]);
  expect(losses({ Orders: TABLE }, { Orders: null })).toEqual(["Data/Orders goes"]);
});

test("nothing of the root stack, of what is new, and of what neither holds data nor serves", () => {
  expect(losses({ Orders: TABLE }, {}, [])).toEqual([]);
  expect(losses({}, { Orders: TABLE })).toEqual([]);
  expect(losses({ Role: { Type: "AWS::IAM::Role" } }, {})).toEqual([]);
  const topic = (DisplayName: string) => ({ T: { Type: "AWS::SNS::Topic", Properties: { DisplayName } } });
  expect(losses(topic("a"), topic("b"))).toEqual([]);
});

describe("what goes is judged as if it were listed", () => {
  const TYPES = [
    ...["AWS::DynamoDB::Table", "AWS::RDS::DBCluster", "AWS::RDS::DBInstance", "AWS::EC2::Instance"],
    ...[
      "AWS::ECS::Service",
      "AWS::SNS::Topic",
      "AWS::IAM::Role",
      "MongoDB::Atlas::Cluster",
      "Custom::Zone",
      "AWS::CloudTrail::Trail",
    ],
  ];

  test.each(TYPES)("%s", (Type) => {
    for (const DeletionPolicy of ["Delete", "Retain", "Snapshot"] as const) {
      const definition = { Type, DeletionPolicy };
      const listed: ResourceChange = {
        ...{ stackPath: ["Data"], action: "Remove", logicalId: "It", type: Type, scope: [], details: [] },
        ...{ policyAction: DeletionPolicy, before: definition },
      };
      const changes = { ...NOTHING, resources: [listed] };
      expect(judged({ It: definition }, {})).toEqual(judge(changes, []).risks);
    }
  });

  test("and what may go as what may be", () => {
    const loop = (name: string, Type: string, more: JsonObject = {}) => ({
      "Fn::ForEach::N": ["N", { Ref: name }, { "It${N}": { Type, ...more } }],
    });
    const said = (Type: string, more: JsonObject = {}) =>
      judged(loop("A", Type, more), loop("B", Type, more)).map(({ kind, message }) => `${kind}: ${message}`);
    expect(said("AWS::ECS::Service")).toEqual(["interruption: may be removed: what it serves ends"]);
    expect(said("MongoDB::Atlas::Cluster")).toEqual([
      "interruption: may be removed: what it serves or holds cannot be judged, for its type is not known here",
    ]);
    expect(said("AWS::RDS::DBCluster")).toEqual([
      "interruption: may be deleted; a final snapshot keeps its data",
    ]);
    expect(said("AWS::DynamoDB::Table")).toEqual([
      "possible-replacement: changes in a nested stack whose changes are not listed: it may be deleted, and its data be lost then",
    ]);
    expect(said("AWS::ECS::Service", { DeletionPolicy: "Retain" })).toEqual([]);
  });
});

test("what changes is told where its type is not known, and where it takes the service away for a while", () => {
  const of =
    (Type: string, more: JsonObject = {}) =>
    (Properties: JsonObject) => ({
      It: { Type, Properties, ...more },
    });
  const [atlas, kept] = [of("MongoDB::Atlas::Cluster"), of("A::B::C", { UpdateReplacePolicy: "Retain" })];
  const told = (before: JsonObject, after: JsonObject) =>
    judged(before, after).map(({ kind, property, message }) => [kind, property, message]);
  expect(told(atlas({ Size: 1 }), atlas({ Size: 2 }))).toEqual([
    [
      "possible-replacement",
      undefined,
      "changes in a nested stack whose changes are not listed: it may be replaced, and what it serves or holds cannot be judged, for its type is not known here",
    ],
  ]);
  expect(told(atlas({ Size: 1 }), atlas({ Size: 1 }))).toEqual([]);
  expect(told(kept({ Size: 1 }), kept({ Size: 2 }))).toEqual([]);
  const cluster = of("AWS::RDS::DBCluster", { UpdateReplacePolicy: "Snapshot" });
  expect(
    told(cluster({ EngineVersion: "16.1", Port: 1 }), cluster({ EngineVersion: "16.2", Port: 1 })),
  ).toEqual([["interruption", "EngineVersion", "is upgraded in place and is not available meanwhile"]]);
  // One that comes, and one that goes, is a change as well.
  expect(told(cluster({}), cluster({ Port: 1 }))).toHaveLength(1);
  expect(told(cluster({ Port: 1 }), cluster({}))).toHaveLength(1);
});

test("what may go by another condition, or what a condition comes to", () => {
  const stack = (more: JsonObject, Conditions: JsonObject = { C: true }) => ({
    value: { Conditions, Resources: { Orders: { ...TABLE, ...more } } },
  });
  const of = (before: ReturnType<typeof stack>, after: ReturnType<typeof stack>) =>
    unlistedChanges([{ stackPath: ["Data"], before, after }]).flatMap(unlistedLosses);
  const message = expect.stringContaining("it may be deleted") as unknown;
  const told = [{ kind: "possible-replacement", message }];
  expect(of(stack({}), stack({ Condition: "C" }))).toEqual(told);
  expect(of(stack({ Condition: "C" }), stack({ Condition: "D" }))).toEqual(told);
  expect(of(stack({ Condition: "C" }), stack({ Condition: "C" }, { C: false }))).toEqual(told);
  expect(of(stack({ Condition: "C" }), stack({ Condition: "C" }))).toEqual([]);
  expect(of(stack({}), stack({}, { C: false }))).toEqual([]);
  expect(of(stack({ Condition: "C" }), stack({}))).toEqual([]);
});

test("what SAM makes of its own types", () => {
  const of = (type: string) => losses({ Orders: { Type: type } }, {});
  expect(of("AWS::Serverless::SimpleTable")).toEqual(["Data/Orders goes"]);
  expect(of("AWS::Serverless::Application")).toEqual(["Data/Orders goes"]);
  expect(of("AWS::Serverless::LayerVersion")).toEqual([]);
});
