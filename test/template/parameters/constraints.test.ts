import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearest } from "../../../src/template/nearest.ts";
import { violations } from "../../../src/template/parameters/constraints.ts";
import { patternMatcher } from "../../../src/template/parameters/javaPattern.ts";
import { FEWER } from "../../mutation/fewerCases.ts";

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
    expect(patternMatcher(pattern)(value)).toBe(expected);
  });

  it.each<[string, string, boolean | undefined]>([
    ["(?=.*[a-z])(?=.*\\d)[a-z\\d]{8,}", "abcdefg1", true],
    ["(?=.*[a-z])(?=.*\\d)[a-z\\d]{8,}", "abcdefgh", false],
    ["(?!.*--)[a-z-]+", "a-b", true],
    ["(?!.*--)[a-z-]+", "a--b", false],
    ["^\\bfoo\\b.bar$", "foo-bar", true],
    ["(?<word>a+)-?b", "aab", true],
    ["(?<=a)b", "b", undefined],
    ["(a)\\1", "aa", undefined],
    ["a{2,1}", "aa", undefined],
    ["a**", "aa", undefined],
    ["*a", "a", undefined],
    ["[b-a]", "a", undefined],
    ["[]a]", "a", undefined],
    ["[-a.]+", "a-.", true],
    ["[a-]+", "a-", true],
    ["[\\w-.]+", "a-.", true],
    ["a.c", "a\u{1f600}c", true],
    ["a.c", "a\nc", false],
    ["(?i)[a-c]ä", "BÄ", false],
    ["(?i)[a-c]ä", "Bä", true],
    ["\\x41\\u0042\\t\\.", "AB\t.", true],
    ["a|", "", true],
    ["()", "", true],
  ])("%s on %j", (pattern, value, expected) => {
    expect(patternMatcher(pattern)(value)).toBe(expected);
  });

  const long = "a".repeat(4_096);
  it.each<[string, boolean | undefined]>([
    ["(a+)+$", true],
    ["(a+)+b", false],
    ["(a|a)*b", false],
    ["(.*)*x", false],
    ["a*a*a*a*a*a*b", false],
    ["(?=(a+)+b).*", false],
    [".{1,4096}", true],
    ["((a{1,9}){1,9}){1,99}", undefined],
    ["(((a{1,99}){1,99}){1,99}){1,99}", undefined],
  ])("%s on 4,096 characters ends", (pattern, expected) => {
    expect(patternMatcher(pattern)(long)).toBe(expected);
  });
  it("the time is bounded over all items of a list", () => {
    const allowedPattern = "((a{1,9}){1,9}){1,99}";
    const list = Array.from({ length: 100 }, () => "a".repeat(39)).join(",");
    const parameter = { name: "P", type: "CommaDelimitedList", noEcho: false, allowedPattern };
    expect(violations(parameter, list).some(({ kind }) => kind === "undecided")).toBe(true);
  });
});

describe("patterns without Java's own notations match as JavaScript's expressions do", () => {
  const atom = fc.constantFrom(
    "a",
    "b",
    "-",
    ".",
    "[ab]",
    "[^a]",
    "[a-c]",
    "\\d",
    "\\W",
    "(?:^)",
    "(?:$)",
    "(?:\\b)",
    "\\.",
  );
  const quantifier = fc.constantFrom("", "", "", "*", "+", "?", "{2}", "{1,2}", "{2,}", "+?");
  const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
    part: fc
      .tuple(
        fc.oneof(
          { maxDepth: 3 },
          atom,
          fc
            .tuple(fc.constantFrom("(", "(?:", "(?=", "(?!"), tie("pattern"))
            .map(([open, rest]) => `${open}${rest})`),
        ),
        quantifier,
      )
      .map((parts) => parts.join("")),
    pattern: fc
      .array(
        fc.array(tie("part"), { maxLength: 3 }).map((parts) => parts.join("")),
        { minLength: 1, maxLength: 3 },
      )
      .map((options) => options.join("|")),
  }));
  it("whatever the pattern and the value", () => {
    const value = fc.string({ unit: fc.constantFrom("a", "b", "c", "-", ".", "1"), maxLength: 6 });
    fc.assert(
      fc.property(pattern, fc.array(value, { minLength: 1, maxLength: 5 }), (source, values) => {
        const expression = new RegExp(`^(?:${source})$`);
        const matches = patternMatcher(source);
        for (const text of values) expect(matches(text), `${source} on ${text}`).toBe(expression.test(text));
      }),
      { numRuns: 2_000 / FEWER },
    );
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
    ["AWS::EC2::AvailabilityZone::Name", "us-east-1-wl1-bos-wlz-1", true],
    ["AWS::EC2::AvailabilityZone::Name", "eu-west-3-cmn-wlz-1a", true],
    ["AWS::EC2::AvailabilityZone::Name", "us-east-1-atl-2a", true],
    ["AWS::EC2::AvailabilityZone::Name", "us-gov-west-1c", true],
    ["AWS::EC2::AvailabilityZone::Name", "us-iso-east-1a", true],
    ["AWS::EC2::AvailabilityZone::Name", "eusc-de-east-1b", true],
    ["AWS::EC2::AvailabilityZone::Name", "cn-northwest-1a", true],
    ["AWS::EC2::AvailabilityZone::Name", "use1-az1", false],
    ["AWS::EC2::AvailabilityZone::Name", "", false],
    ["List<AWS::EC2::AvailabilityZone::Name>", "us-east-1a, us-east-1-wl1-bos-wlz-1", true],
    ["AWS::EC2::Image::Id", "aki-919dcaf8", true],
    ["AWS::EC2::Image::Id", "{{resolve:ssm:/ami}}", true],
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
