import { describe, expect, it } from "vitest";
import { violations } from "../../src/template/constraints.ts";
import { matchesPattern } from "../../src/template/javaPattern.ts";
import { nearest } from "../../src/template/nearest.ts";

describe("AllowedPattern is Java's and matches the whole value", () => {
  it.each<[string, string, boolean | undefined]>([
    ["[a-z]+", "abc", true],
    ["[a-z]+", "abc1", false],
    ["^[a-z]+$", "abc", true],
    ["a|b", "ab", false],
    ["(?i)abc", "ABC", true],
    ["\\p{Alpha}+", "aB", true],
    ["[\\p{Alnum}-]+", "a-1", true],
    ["\\P{Digit}+", "ab", true],
    ["\\Aabc\\z", "abc", true],
    ["[\\w\\.\\-]+@x", "a.b-c@x", true],
    ["\\s", "\u00a0", false],
    ["[^\\s]", "\u00a0", true],
    ["\\d{3}", "123", true],
    ["arn:aws:s3:::[a-z]\\/\\-", "arn:aws:s3:::a/-", true],
    ["", "", true],
    ["[a-z]++", "abc", undefined],
    ["(?>a)b", "ab", undefined],
    ["[a-z&&[^b]]", "a", undefined],
    ["[a-c[x-z]]", "a", undefined],
    ["\\Qa.b\\E", "a.b", undefined],
    ["\\h", " ", undefined],
    ["\\p{IsLatin}", "a", undefined],
    ["(?m)a", "a", undefined],
    ["(", "a", undefined],
    ["[a", "a", undefined],
  ])("%s on %s", (pattern, value, expected) => {
    expect(matchesPattern(pattern, value)).toBe(expected);
  });
});

describe("types have the shapes that CloudFormation gives them", () => {
  it.each<[string, string, boolean]>([
    ["Number", "1", true],
    ["Number", "-1.5e3", true],
    ["Number", ".5", true],
    ["Number", "", false],
    ["Number", "0x10", false],
    ["Number", "Infinity", false],
    ["Number", "1,5", false],
    ["List<Number>", "1, 2,3", true],
    ["List<Number>", "1,,3", false],
    ["CommaDelimitedList", "", true],
    ["String", "", true],
    ["AWS::EC2::Subnet::Id", "subnet-0a1b2c3d", true],
    ["AWS::EC2::Subnet::Id", "subnet-0a1b2c3d4e5f60001", true],
    ["AWS::EC2::Subnet::Id", "subnet-0a1b2c", false],
    ["AWS::EC2::Subnet::Id", "sg-0a1b2c3d", false],
    ["List<AWS::EC2::Subnet::Id>", "subnet-0a1b2c3d, subnet-0a1b2c3e", true],
    ["List<AWS::EC2::Subnet::Id>", "", false],
    ["AWS::EC2::SecurityGroup::Id", "sg-0a1b2c3d", true],
    ["AWS::EC2::VPC::Id", "vpc-0a1b2c3d", true],
    ["AWS::EC2::Image::Id", "ami-0a1b2c3d", true],
    ["AWS::EC2::AvailabilityZone::Name", "us-east-1a", true],
    ["AWS::EC2::AvailabilityZone::Name", "us-west-2-lax-1a", true],
    ["AWS::EC2::AvailabilityZone::Name", "us-east-1", false],
    ["AWS::EC2::KeyPair::KeyName", "any thing", true],
    ["AWS::EC2::KeyPair::KeyName", "", false],
    ["AWS::SSM::Parameter::Value<AWS::EC2::Subnet::Id>", "/network/subnet", true],
    ["AWS::SSM::Parameter::Name", "", true],
  ])("%s: %s", (type, value, fits) => {
    expect(violations({ name: "P", type, noEcho: false }, value).length === 0).toBe(fits);
  });
});

describe("nearest", () => {
  it.each<[string, readonly string[], string | undefined]>([
    ["EngineVerison", ["EngineVersion", "Engine"], "EngineVersion"],
    ["bucket", ["Queue", "Bucket"], "Bucket"],
    ["ab", ["cd", "a"], undefined],
    ["Topic", ["Queue"], undefined],
    ["x", ["X"], "X"],
    ["", ["a"], undefined],
  ])("%s among %j", (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });
});
