import { expect, test } from "vitest";
import { ADDRESS_NEEDS } from "../../../../src/flows/preflight/facts/addressNeeds.data.ts";
import { preflight } from "../../../../src/flows/preflight/preflight.ts";
import type { Subnet } from "../../../../src/ports/aws.ts";
import { account, type Change, changesOf, jobOf, live, log, still } from "../fixture.ts";
import { leafPaths } from "../leafPaths.ts";

const SUBNETS: readonly Subnet[] = [
  { id: "subnet-aaaaaaaa", zone: "us-east-1a", vpc: "vpc-11111111", free: 9 },
  { id: "subnet-bbbbbbbb", zone: "us-east-1b", vpc: "vpc-11111111", free: 1 },
  { id: "subnet-cccccccc", zone: "us-east-1c", vpc: "vpc-11111111" },
];

async function found(resources: object, changes?: readonly Change[]) {
  const asked: string[] = [];
  const job = await jobOf({ "stack.json": { Resources: resources } });
  const find = async (ids: readonly string[]) => {
    asked.push(ids.join(" "));
    return SUBNETS.filter(({ id }) => ids.includes(id));
  };
  const known = changes && changesOf(changes);
  const check = await preflight(
    job,
    { live: changes && live, changes: known, isPreview: false },
    { ...account(), subnets: { find }, clock: still(), log },
  );
  return {
    asked,
    lines: check(known).map(({ level, logicalId, message }) => `${level} ${logicalId} ${message}`),
  };
}

const alb = (subnets: readonly unknown[], more: object = {}) => ({
  Type: "AWS::ElasticLoadBalancingV2::LoadBalancer",
  Properties: { Subnets: subnets, ...more },
});
const fn = (...SubnetIds: readonly unknown[]) => ({
  Type: "AWS::Lambda::Function",
  Properties: { VpcConfig: { SubnetIds } },
});

test.for<[string, object, readonly string[]]>([
  ["enough", { Alb: alb(["subnet-aaaaaaaa"]), Fn: fn("subnet-aaaaaaaa", "subnet-bbbbbbbb") }, []],
  [
    "too few for a load balancer",
    { Alb: alb(["subnet-aaaaaaaa", "subnet-bbbbbbbb"]) },
    ["warning Alb Subnet subnet-bbbbbbbb has 1 free address; Alb needs 8."],
  ],
  ["enough for a load balancer with one address", { Nlb: alb(["subnet-bbbbbbbb"], { Type: "network" }) }, []],
  [
    "too few for all together",
    { Alb: alb(["subnet-aaaaaaaa"]), Fn: fn("subnet-aaaaaaaa"), Other: fn("subnet-aaaaaaaa") },
    ["warning Alb Subnet subnet-aaaaaaaa has 9 free addresses; Alb, Fn, Other need 10."],
  ],
  ["a subnet of which EC2 does not say it", { Alb: alb(["subnet-cccccccc"]) }, []],
  [
    "one that the template makes",
    { Alb: alb([{ Ref: "Net" }]), Net: { Type: "AWS::EC2::Subnet", Properties: {} } },
    [],
  ],
])("addresses: %s", async ([, resources, expected]) => {
  expect((await found(resources)).lines).toEqual(expected);
});

test("what is there already has its addresses", async () => {
  const resources = { Alb: alb(["subnet-bbbbbbbb"]) };
  expect(await found(resources, [{ logicalId: "Alb", action: "Modify", replacement: "False" }])).toEqual({
    ...{ asked: [], lines: [] },
  });
  expect((await found(resources, [{ logicalId: "Alb", action: "Add" }])).lines).toHaveLength(1);
});

test("checks that want subnets ask for them in one call", async () => {
  const group = {
    Type: "AWS::RDS::DBSubnetGroup",
    Properties: { SubnetIds: ["subnet-aaaaaaaa", "subnet-bbbbbbbb"] },
  };
  const { asked, lines } = await found({ Group: group, Alb: alb(["subnet-cccccccc"]) });
  expect([asked, lines]).toEqual([["subnet-aaaaaaaa subnet-bbbbbbbb subnet-cccccccc"], []]);
});

test.for(Object.entries(ADDRESS_NEEDS))("the properties of %s are CloudFormation's", ([type, needs]) => {
  const paths = leafPaths(type);
  expect(needs.filter(({ at }) => !paths.some((path) => at.test(path)))).toEqual([]);
});
