import { describe, expect, test } from "vitest";
import type { ResourceChange } from "../../../src/changes/model.ts";
import { weakerGuards } from "../../../src/changes/verdict/guards.ts";
import type { JsonObject } from "../../../src/template/model.ts";

const group = (regions: readonly string[], targets: JsonObject): JsonObject => ({
  DeploymentTargets: targets,
  Regions: regions,
});
const unit = (id: string): JsonObject => ({ OrganizationalUnitIds: [id] });

function told(
  before: readonly JsonObject[],
  after: readonly JsonObject[],
  type = "AWS::CloudFormation::StackSet",
  action: ResourceChange["action"] = "Modify",
) {
  const state = (groups: readonly JsonObject[]) => ({ Properties: { StackInstancesGroup: groups } });
  const change: ResourceChange = {
    ...{ stackPath: [], action, logicalId: "Baseline", type, scope: [], details: [] },
    ...(action === "Add" ? {} : { before: state(before) }),
    ...(action === "Remove" ? {} : { after: state(after) }),
  };
  return weakerGuards(change).map(({ message }) => message);
}

describe("a stack set's stacks", () => {
  test("of a region that leaves the list are deleted", () => {
    const before = [group(["us-east-1", "eu-central-1"], unit("ou-1"))];
    expect(told(before, [group(["us-east-1"], unit("ou-1"))])).toEqual([
      "deletes its stacks in eu-central-1 of ou-1",
    ]);
    expect(told(before, [group(["us-east-1"], unit("ou-1"))], "AWS::SNS::Topic")).toEqual([]);
  });

  test("of a target that leaves it are, in each region; many are counted", () => {
    const regions = ["us-east-1", "us-west-2"];
    const before = [
      group(regions, unit("ou-1")),
      group(regions, { Accounts: ["111111111111", "222222222222"] }),
    ];
    expect(told(before, [group(regions, unit("ou-1"))])).toEqual([
      "deletes its stacks in us-east-1 of 111111111111, us-east-1 of 222222222222, us-west-2 of 111111111111 and 1 more",
    ]);
    expect(told(before, [])).toHaveLength(1);
    expect(told([group(["us-east-1"], { Accounts: ["1", "2", "3"] })], [])).toEqual([
      "deletes its stacks in us-east-1 of 1, us-east-1 of 2, us-east-1 of 3",
    ]);
  });

  test("of one that comes or goes are told elsewhere, and what is no group is none", () => {
    const before = [group(["us-east-1"], unit("ou-1"))];
    expect(told(before, before, undefined, "Add")).toEqual([]);
    expect(told(before, before, undefined, "Remove")).toEqual([]);
    expect(told([...before, "{{resolve:ssm:/groups}}" as never, null as never], before)).toEqual([]);
  });

  test("stay where the same places are written otherwise, or where there are more", () => {
    const before = [group(["us-east-1", "us-west-2"], unit("ou-1"))];
    const apart = [group(["us-west-2"], unit("ou-1")), group(["us-east-1"], unit("ou-1"))];
    expect(told(before, apart)).toEqual([]);
    expect(told(before, [group(["us-east-1", "us-west-2", "eu-west-1"], unit("ou-1"))])).toEqual([]);
  });

  test("may go where the filter of accounts is another one", () => {
    const filtered = { ...unit("ou-1"), Accounts: ["111111111111"], AccountFilterType: "DIFFERENCE" };
    expect(told([group(["us-east-1"], unit("ou-1"))], [group(["us-east-1"], filtered)])).toEqual([
      "deletes its stacks in us-east-1 of ou-1",
    ]);
  });
});
