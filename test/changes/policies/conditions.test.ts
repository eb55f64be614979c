import { describe, expect, test } from "vitest";
import { conditionsOf, implies } from "../../../src/changes/policies/conditions.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";

const implied = (narrow: JsonObject, wide: JsonObject) => implies(conditionsOf(narrow), conditionsOf(wide));
const of = (operator: string, value: Json, key = "aws:Key"): JsonObject => ({ [operator]: { [key]: value } });

describe("a condition", () => {
  test.each<[string, JsonObject, JsonObject]>([
    ["no condition", of("Bool", true), {}],
    ["itself, written in another way", of("bool", "True"), of("Bool", [true])],
    ["itself, with a key in other letters", of("StringEquals", "a", "AWS:KEY"), of("stringequals", ["a"])],
    ["one of more values", of("StringEquals", "a"), of("StringEquals", ["b", "a"])],
    ["one of a pattern that means more", of("StringLike", "a/b*"), of("StringLike", "a/*")],
    ["one of a pattern that means the value", of("StringEquals", "a/b"), of("StringLike", "a/*")],
    ["one of a fixed pattern", of("StringLike", "a"), of("StringEquals", "a")],
    ["one in any letters", of("StringEquals", "A"), of("StringEqualsIgnoreCase", "a")],
    ["one of ARNs, however they are compared", of("ArnEquals", "arn:a"), of("StringLike", "arn:*")],
    ["one of fewer exceptions", of("StringNotEquals", ["a", "b"]), of("StringNotEquals", "a")],
    ["one of a narrower exception", of("StringNotLike", "a*"), of("StringNotEquals", "ab")],
    ["one that holds without the key too", of("StringEquals", "a"), of("StringEqualsIfExists", "a")],
    ["a block of addresses that has it", of("IpAddress", "10.1.0.0/16"), of("IpAddress", ["10.0.0.0/8"])],
    ["a smaller exception of addresses", of("NotIpAddress", "10.0.0.0/8"), of("NotIpAddress", "10.9.8.7")],
    ["a longer time", of("NumericLessThan", "900"), of("NumericLessThan", 3600)],
    [
      "a later end",
      of("DateLessThanEquals", "2026-01-01T00:00:00Z"),
      of("DateLessThanEquals", "2027-01-01T00:00:00Z"),
    ],
    ["a lower bound", of("NumericGreaterThanEquals", "13"), of("NumericGreaterThanEquals", "12")],
    ["one of a set", of("ForAnyValue:StringEquals", "a"), of("ForAnyValue:StringLike", ["*"])],
  ])("implies %s", (_, narrow, wide) => {
    expect(implied(narrow, wide)).toBe(true);
  });

  test.each<[string, JsonObject, JsonObject]>([
    ["any condition", {}, of("Bool", true)],
    ["one of another key", of("StringEquals", "a", "aws:Other"), of("StringEquals", "a")],
    ["one of another value", of("StringEquals", "b"), of("StringEquals", "a")],
    ["one of other letters", of("StringEquals", "A"), of("StringEquals", "a")],
    ["one of one way to write it", of("StringEqualsIgnoreCase", "a"), of("StringLike", "a")],
    ["one of the value that a pattern may be", of("StringLike", "a*"), of("StringEquals", "a*")],
    ["one of a narrower pattern", of("StringLike", "*"), of("StringLike", "a*")],
    ["one of more exceptions", of("StringNotEquals", "a"), of("StringNotEquals", ["a", "b"])],
    ["its opposite", of("StringNotEquals", "a"), of("StringEquals", "a")],
    ["one that needs the key", of("StringEqualsIfExists", "a"), of("StringEquals", "a")],
    ["one of every value", of("StringEquals", "a"), of("ForAllValues:StringEquals", "a")],
    ["one of other addresses", of("IpAddress", "11.0.0.0/8"), of("IpAddress", "10.0.0.0/8")],
    ["one of fewer addresses", of("IpAddress", "10.0.0.0/8"), of("IpAddress", "10.0.0.0/16")],
    ["a shorter time", of("NumericLessThan", 3600), of("NumericLessThan", 900)],
    ["a time that is none", of("NumericLessThan", "soon"), of("NumericLessThan", "900")],
    ["a higher bound", of("NumericGreaterThanEquals", "12"), of("NumericGreaterThanEquals", "13")],
    ["whether a key is there", of("Null", "true"), of("Null", "false")],
  ])("does not imply %s", (_, narrow, wide) => {
    expect(implied(narrow, wide)).toBe(false);
  });

  test("has many tests, of which all must hold", () => {
    const two = { ...of("Bool", true), ...of("StringEquals", "a") };
    expect(implied(two, of("StringEquals", "a"))).toBe(true);
    expect(implied(of("StringEquals", "a"), two)).toBe(false);
  });

  test("is none where it is no object", () => {
    expect(conditionsOf("text")).toEqual([]);
    expect(conditionsOf({ StringEquals: "text" })).toEqual([]);
  });
});
