import { describe, expect, test } from "vitest";
import { coverageOf } from "../../src/changes/drift.ts";
import type { StackResource } from "../../src/changes/request.ts";

const resource = (logicalId: string, more: Partial<StackResource> = {}): StackResource => ({
  ...{ logicalId, type: "AWS::SNS::Topic", status: "CREATE_COMPLETE", physicalId: logicalId },
  ...more,
});
const nothing = { resources: [], unchecked: [] };
const leftOut = (listed: readonly StackResource[], found = nothing) =>
  coverageOf(listed, found).leftOut.map(({ logicalId }) => logicalId);

describe("a resource is left out", () => {
  test.each(["NOT_CHECKED", "UNSUPPORTED", "UNKNOWN", undefined])("with the status %s", (driftStatus) => {
    const more = driftStatus === undefined ? {} : { driftStatus };
    const listed = [resource("Zone", { type: "Custom::Zone", ...more })];
    expect(coverageOf(listed, nothing)).toEqual({
      checked: 0,
      leftOut: [{ stackPath: [], logicalId: "Zone", type: "Custom::Zone" }],
      untold: [],
    });
  });

  test.each(["IN_SYNC", "MODIFIED", "DELETED"])("unless it was checked: %s", (driftStatus) => {
    expect(coverageOf([resource("A", { driftStatus })], nothing)).toMatchObject({ checked: 1, leftOut: [] });
  });

  test("unless it is told otherwise: as drifted, or as one that could not be checked", () => {
    const drifted = { stackPath: [], logicalId: "A", type: "T", status: "DELETED", differences: [] } as const;
    const failed = { stackPath: [], logicalId: "B", reason: "Rate exceeded" };
    const found = { resources: [drifted], unchecked: [failed, { stackPath: [], reason: "as a whole" }] };
    const listed = ["A", "B", "C"].map((id) => resource(id, { driftStatus: "NOT_CHECKED" }));
    expect(coverageOf(listed, found)).toMatchObject({ checked: 1, leftOut: [{ logicalId: "C" }] });
  });

  test("unless it is gone", () => {
    expect(leftOut(["DELETE_COMPLETE", "DELETE_SKIPPED"].map((status) => resource("A", { status })))).toEqual(
      [],
    );
    expect(leftOut([resource("A", { status: "UPDATE_FAILED" })])).toEqual(["A"]);
  });

  test("unless it is a nested stack, which has a detection of its own", () => {
    const nested = { type: "AWS::CloudFormation::Stack", driftStatus: "NOT_CHECKED" };
    const arn = "arn:aws:cloudformation:us-east-1:123456789012:stack/app-Network-1/2";
    const never = { ...nested, physicalId: "", status: "CREATE_FAILED" };
    expect(leftOut([resource("Network", { ...nested, physicalId: arn }), resource("Never", never)])).toEqual([
      "Never",
    ]);
  });
});
