import { describe, expect, test } from "vitest";
import { PROTECTIONS } from "../../../src/changes/destroy/protections.data.ts";
import type { ResourceChange } from "../../../src/changes/model.ts";
import { weakerGuards } from "../../../src/changes/verdict/guards.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";

/** The messages about a resource whose properties change. */
function between(type: string, before: JsonObject | undefined, after: JsonObject): readonly string[] {
  const change: ResourceChange = {
    ...{ stackPath: [], logicalId: "R", type, scope: [], details: [] },
    ...(before === undefined ? { action: "Add" } : { action: "Modify", before: { Properties: before } }),
    after: { Properties: after },
  };
  return weakerGuards(change).map(({ property, message }) => `${property}: ${message}`);
}

/** Properties that have a value at a path of the table. */
function at(path: string, value: Json): JsonObject {
  if (path === "LoadBalancerAttributes/deletion_protection.enabled")
    return { LoadBalancerAttributes: [{ Key: "deletion_protection.enabled", Value: value }] };
  const built = path
    .split("/")
    .reduceRight((inner: Json, step) => (step === "*" ? [inner] : { [step]: inner }), value);
  return built as JsonObject;
}

describe.each(
  Object.entries(PROTECTIONS).flatMap(([path, types]) =>
    types.split(" ").map((type) => [type, path] as const),
  ),
)("%s, protected by %s", (name, path) => {
  const type = `AWS::${name}`;
  const what = /Terminat/.test(path) ? "termination" : "deletion";
  const LOST = [`${path.split("/")[0]}: loses its ${what} protection`];

  test("says that the protection goes off, and only that", () => {
    for (const [on, off] of [
      [true, false],
      ["true", "false"],
      ["ENABLED", "DISABLED"],
      ["ACTIVE", "INACTIVE"],
    ] as const) {
      expect(between(type, at(path, on), at(path, off))).toEqual(LOST);
      expect(between(type, at(path, off), at(path, on))).toEqual([]);
      expect(between(type, at(path, on), at(path, on))).toEqual([]);
      // A new load balancer or cluster that says no more is open to the internet, which is told.
      expect(between(type, undefined, at(path, off)).filter((it) => /protection/.test(it))).toEqual([]);
    }
    expect(between(type, at(path, true), at(path, { Ref: "Protection" }))).toEqual([]);
  });
});

test("what is protected by default is unprotected by a word, not by silence", () => {
  const DSQL = "AWS::DSQL::Cluster";
  const [on, off] = [{ DeletionProtectionEnabled: true }, { DeletionProtectionEnabled: false }];
  expect(between(DSQL, {}, off)).toEqual(["DeletionProtectionEnabled: loses its deletion protection"]);
  expect(between(DSQL, on, {})).toEqual([]);
  expect(between("AWS::DynamoDB::Table", on, {})).toHaveLength(1);
  expect(between("AWS::DynamoDB::Table", {}, off)).toEqual([]);
});

test("the degrees of an Auto Scaling group: only the last is none", () => {
  const group = (before: string, after: string) =>
    between(
      "AWS::AutoScaling::AutoScalingGroup",
      { DeletionProtection: before },
      { DeletionProtection: after },
    );
  expect(group("prevent-all-deletion", "none")).toHaveLength(1);
  expect(group("prevent-all-deletion", "prevent-force-deletion")).toEqual([]);
});

test("another attribute of a load balancer is none, and one that is not listed is off", () => {
  const attributes = (...pairs: readonly (readonly [string, string])[]) => ({
    LoadBalancerAttributes: pairs.map(([Key, Value]) => ({ Key, Value })),
  });
  const balancer = (before: JsonObject, after: JsonObject) =>
    between("AWS::ElasticLoadBalancingV2::LoadBalancer", before, after);
  const on = attributes(["idle_timeout.timeout_seconds", "60"], ["deletion_protection.enabled", "true"]);
  expect(balancer(on, attributes(["idle_timeout.timeout_seconds", "60"]))).toHaveLength(1);
  expect(balancer(attributes(["x", "true"]), attributes(["x", "false"]))).toEqual([]);
});

test("a type that the schema did not know yet is judged by the names of the others", () => {
  const [on, off] = [{ DeletionProtection: true }, { DeletionProtection: false }];
  expect(between("AWS::New::Database", on, off)).toEqual([
    "DeletionProtection: loses its deletion protection",
  ]);
});
