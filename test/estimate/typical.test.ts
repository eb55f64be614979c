import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";
import { expect, test } from "vitest";
import { QUICK, SLOW } from "../../src/estimate/durations.data.ts";
import { DELETIONS } from "../../src/estimate/published.data.ts";
import { typicalDuration } from "../../src/estimate/typical.ts";

test("the tables name types that there are, each once", () => {
  const known = new Set(
    loadAwsServiceSpecSync()
      .all("resource")
      .map(({ cloudFormationType }) => cloudFormationType),
  );
  const quick = Object.entries(QUICK).flatMap(([service, names]) =>
    names.split(" ").map((name) => `AWS::${service}::${name}`),
  );
  const types = [...Object.keys(SLOW).map((type) => `AWS::${type}`), ...quick];
  expect(types.filter((type) => !known.has(type))).toEqual([]);
  expect(types).toHaveLength(new Set(types).size);
  expect(Object.keys(DELETIONS).filter((type) => !known.has(type))).toEqual([]);
});

test.each([
  ["AWS::RDS::DBCluster", "create", 222, "typical"],
  ["AWS::RDS::DBCluster", "update", 62, "typical"],
  ["AWS::RDS::DBCluster", "delete", 63, "typical"],
  ["AWS::SNS::Topic", "create", 3, "typical"],
  ["AWS::SNS::Topic", "delete", 3, "typical"],
  // An update of a second is nothing that was measured, and its deletion was not published.
  ["AWS::MSK::ServerlessCluster", "update", 3, "unknown"],
  ["AWS::MSK::ServerlessCluster", "delete", 46, "unknown"],
  ["AWS::Brand::New", "create", 10, "unknown"],
  ["Custom::Thing", "create", 30, "unknown"],
  ["AWS::CloudFormation::CustomResource", "create", 30, "unknown"],
] as const)("%s %s takes %i s (%s)", (type, verb, typical, source) => {
  const known = typicalDuration(type, verb);
  expect([known.span.typical / 1_000, known.source]).toEqual([typical, source]);
});
