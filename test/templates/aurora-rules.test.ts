import { describe, expect, test } from "vitest";
import { production, template, world } from "./aurora.ts";
import { failedAssertions } from "./evaluate.ts";
import { constraintProblems, parameterSetNames, readParameterSet, withDefaults } from "./template.ts";

describe("rules", () => {
  test.for(parameterSetNames)("the %s parameters are accepted", (name) => {
    const given = readParameterSet(name);
    const values = withDefaults(template, given);
    expect(Object.keys(given).filter((key) => !(key in template.Parameters))).toEqual([]);
    expect(Object.keys(values).sort()).toEqual(Object.keys(template.Parameters).sort());
    const problems = Object.entries(values).flatMap(([key, value]) =>
      constraintProblems(template.Parameters[key]!, value).map((p) => `${key} ${p}`),
    );
    expect(problems).toEqual([]);
    expect(failedAssertions(template, world(given))).toEqual([]);
  });

  test("all-options gives every parameter", () => {
    expect(Object.keys(readParameterSet("all-options")).sort()).toEqual(
      Object.keys(template.Parameters).sort(),
    );
  });

  test("the two subnets must be in two zones", () => {
    const sameZone = { ...production, SubnetIdB: production.SubnetIdA!, AvailabilityZoneB: "us-east-1a" };
    expect(failedAssertions(template, world(sameZone))).toEqual([
      "SubnetIdA and SubnetIdB must be in two different availability zones.",
    ]);
  });

  test("both subnets must be in the VPC", () => {
    const { subnets } = world(production);
    const elsewhere = {
      parameters: withDefaults(template, { ...production, VpcId: "vpc-00000000" }),
      subnets,
    };
    expect(failedAssertions(template, elsewhere)).toEqual([
      "SubnetIdA must be a subnet of VpcId.",
      "SubnetIdB must be a subnet of VpcId.",
    ]);
  });

  test("zones are both given, and right, or both empty", () => {
    const { subnets } = world(production);
    const failures = (AvailabilityZoneA: string, AvailabilityZoneB: string) =>
      failedAssertions(template, {
        parameters: withDefaults(template, { ...production, AvailabilityZoneA, AvailabilityZoneB }),
        subnets,
      }).length;
    expect([failures("us-east-1a", "us-east-1b"), failures("", "")]).toEqual([0, 0]);
    expect([
      failures("us-east-1b", "us-east-1a"),
      failures("us-east-1a", ""),
      failures("", "us-east-1b"),
    ]).toEqual([2, 1, 1]);
  });

  test("the minimum capacity is at most the maximum, for every pair that can be chosen", () => {
    const { MinCapacity, MaxCapacity } = template.Parameters;
    for (const min of MinCapacity!.AllowedValues!.map(String)) {
      for (const max of MaxCapacity!.AllowedValues!.map(String)) {
        const failures = failedAssertions(
          template,
          world({ ...production, MinCapacity: min, MaxCapacity: max }),
        );
        expect([min, max, failures.length]).toEqual([min, max, Number(min) <= Number(max) ? 0 : 1]);
      }
    }
  });
});
