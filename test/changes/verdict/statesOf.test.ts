import { expect, test } from "vitest";
import type { PropertyChange, ResourceChange } from "../../../src/changes/model.ts";
import { weakerGuards } from "../../../src/changes/verdict/guards.ts";
import { losses } from "../../../src/changes/verdict/losses.ts";
import { statesOf } from "../../../src/changes/verdict/statesOf.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";

const GROUP = "AWS::EC2::SecurityGroup";
const INSTANCE = "AWS::RDS::DBInstance";
const READER = { DBClusterIdentifier: "{{Cluster}}", Engine: "aurora-postgresql" };

const side = (known: JsonObject, raw: JsonObject = known) => ({ known, raw });
const rule = (CidrIp: Json) => ({
  SecurityGroupIngress: [{ IpProtocol: "tcp", FromPort: 5432, ToPort: 5432, CidrIp }],
});

function detail(name: string, more: Partial<PropertyChange> = {}): PropertyChange {
  return { attribute: "Properties", name, path: `/Properties/${name}`, ...RECREATION, ...more };
}

const RECREATION = { requiresRecreation: "Never", evaluation: "Static" } as const;

function changeOf(type: string, more: Partial<ResourceChange>): ResourceChange {
  return { stackPath: [], action: "Modify", logicalId: "R", type, scope: [], details: [], ...more };
}

interface Sides {
  readonly before?: JsonObject;
  readonly after?: JsonObject;
}

/** What is told of a change by the templates, where CloudFormation drops all values, and by CloudFormation itself. */
function toldBy(type: string, { before, after }: Sides, more: Partial<ResourceChange>) {
  const told = (change: ResourceChange, states = {}) => [
    ...losses(change, more.replacement === "True" ? "certain" : "none", states),
    ...weakerGuards(change, { written: new Map([["R", states]]) }),
  ];
  const written = { ...(before && { before: side(before) }), ...(after && { after: side(after) }) };
  const shown = {
    ...(before && { before: { Properties: before } }),
    ...(after && { after: { Properties: after } }),
  };
  return {
    dropped: told(changeOf(type, { withoutValues: true, ...more }), written),
    shown: told(changeOf(type, { ...shown, ...more })),
  };
}

test.each<[string, string, Sides, Partial<ResourceChange>, number]>([
  [
    "a group that is opened",
    GROUP,
    { before: rule("10.0.0.0/8"), after: rule("0.0.0.0/0") },
    { details: [detail("SecurityGroupIngress")] },
    1,
  ],
  [
    "a cluster that is no longer protected",
    "AWS::RDS::DBCluster",
    { before: { DeletionProtection: true }, after: { DeletionProtection: false } },
    { details: [detail("DeletionProtection")] },
    1,
  ],
  ["a new public instance", INSTANCE, { after: { PubliclyAccessible: true } }, { action: "Add" }, 1],
  [
    "an instance of a cluster that goes",
    INSTANCE,
    { before: READER },
    { action: "Remove", policyAction: "Delete" },
    1,
  ],
  [
    "an instance of a cluster that is replaced",
    INSTANCE,
    { before: READER, after: { ...READER, AvailabilityZone: "b" } },
    {
      ...{ replacement: "True", policyAction: "ReplaceAndDelete" },
      details: [detail("AvailabilityZone", { requiresRecreation: "Always" })],
    },
    1,
  ],
])("%s is judged by the templates where CloudFormation drops its values", (_, type, sides, more, count) => {
  const { dropped, shown } = toldBy(type, sides, more);
  expect(dropped).toEqual(shown);
  expect(shown).toHaveLength(count);
  expect(JSON.stringify(shown)).not.toContain("data is lost");
});

const opening = changeOf(GROUP, { details: [detail("GroupDescription", { before: "a", after: "b" })] });

test("what a template leaves to CloudFormation is as CloudFormation tells it, on both sides", () => {
  const raw = { ...rule("10.0.0.0/8"), GroupDescription: { "Fn::ImportValue": "x" } };
  const written = { before: side(rule("10.0.0.0/8"), raw), after: side(rule("0.0.0.0/0")) };
  expect(statesOf(opening, written)).toEqual({
    before: { ...rule("10.0.0.0/8"), GroupDescription: "a" },
    after: { ...rule("0.0.0.0/0"), GroupDescription: "b" },
    complete: false,
    open: new Set(["GroupDescription"]),
  });
});

test("of what another stack exports CloudFormation tells the value, where it does", () => {
  const [was, will] = [{ DeletionProtection: "{{import a}}" }, { DeletionProtection: "{{import b}}" }];
  const listed = detail("DeletionProtection", { before: "true", after: "false" });
  const told = (change: Partial<ResourceChange>) =>
    statesOf(changeOf("AWS::RDS::DBCluster", change), { before: side(was), after: side(will) }).after;
  expect(told({ details: [listed] })).toEqual({ DeletionProtection: "false" });
  expect(told({ details: [detail("DeletionProtection")] })).toEqual(will);
});

test("a property that goes is told beside one that only CloudFormation knows", () => {
  const password = { MasterUserPassword: "{{resolve:secretsmanager:x}}" };
  const had = { DeletionProtection: true, EnableCloudwatchLogsExports: ["postgresql"] };
  const change = changeOf("AWS::RDS::DBCluster", {
    withoutValues: true,
    details: Object.keys(had).map((name) => detail(name)),
  });
  const written = new Map([["R", { before: side(had, { ...had, ...password }), after: side({}, password) }]]);
  expect(weakerGuards(change, { written }).map(({ property }) => property)).toEqual([
    "DeletionProtection",
    "EnableCloudwatchLogsExports",
  ]);
  const open = new Map([["R", { before: side({}, had), after: side({}) }]]);
  expect(weakerGuards(change, { written: open })).toEqual([]);
});

test("a side that no template tells leaves both to CloudFormation", () => {
  const told = { before: { GroupDescription: "a" }, after: { GroupDescription: "b" }, complete: false };
  expect(statesOf(opening)).toEqual(told);
  expect(statesOf(opening, { after: side(rule("0.0.0.0/0")) })).toEqual(told);
});

test("what drifted is not what the deployed template says", () => {
  const drifted = { ...opening, details: opening.details.map((it) => ({ ...it, drift: { actual: "c" } })) };
  const written = { before: side(rule("10.0.0.0/8")), after: side(rule("0.0.0.0/0")) };
  expect(statesOf(drifted as unknown as ResourceChange, written).after).toEqual({ GroupDescription: "b" });
});

test("what CloudFormation shows whole is as it shows it", () => {
  const sides = { before: { Properties: rule("10.0.0.0/8") }, after: { Properties: rule("10.0.0.0/8") } };
  const written = { before: side(rule("0.0.0.0/0")), after: side(rule("0.0.0.0/0")) };
  expect(statesOf(changeOf(GROUP, sides), written).after).toEqual(rule("10.0.0.0/8"));
});
