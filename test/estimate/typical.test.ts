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

test("an instance of a cluster is another thing than a database alone", () => {
  const of = (verb: "create" | "update" | "delete", isInCluster: boolean) =>
    typicalDuration("AWS::RDS::DBInstance", verb, isInCluster).span.typical / 1_000;
  expect([of("create", true), of("create", false)]).toEqual([383, 595]);
  expect([of("delete", true), of("delete", false)]).toEqual([650, 300]);
  expect(of("update", true)).toBe(of("update", false));
});

test.each([
  // An empty one: rain's average, with those that are restored, is 222 s.
  ["AWS::RDS::DBCluster", "create", 61, "typical"],
  ["AWS::RDS::DBInstance", "create", 595, "typical"],
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
