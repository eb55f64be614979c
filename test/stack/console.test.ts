import { describe, expect, test } from "vitest";
import { arnParts, changeSetUrl, stackUrl } from "../../src/stack/console.ts";

const arnIn = (partition: string, region: string, what: string) =>
  `arn:${partition}:cloudformation:${region}:123456789012:${what}`;
const STACK = "stack/app/1111";

test("an ARN says where a thing is", () => {
  expect(arnParts(arnIn("aws-cn", "cn-north-1", STACK))).toEqual({
    partition: "aws-cn",
    region: "cn-north-1",
    account: "123456789012",
  });
});

test("what is no ARN is nowhere", () => {
  expect(arnParts("app")).toEqual({ partition: "aws", region: "", account: "" });
});

describe("the AWS console", () => {
  test.each([
    ["aws", "eu-west-1", "https://eu-west-1.console.aws.amazon.com"],
    ["aws-cn", "cn-north-1", "https://console.amazonaws.cn"],
    ["aws-us-gov", "us-gov-west-1", "https://console.amazonaws-us-gov.com"],
  ])("of %s shows a stack's events and a change set", (partition, region, console) => {
    const stack = arnIn(partition, region, STACK);
    const changeSet = arnIn(partition, region, "changeSet/review/2222");
    const page = `${console}/cloudformation/home?region=${region}#/stacks`;
    const encoded = (arn: string) => arn.replaceAll(":", "%3A").replaceAll("/", "%2F");
    expect(stackUrl(stack)).toBe(`${page}/events?stackId=${encoded(stack)}`);
    expect(changeSetUrl(stack, changeSet)).toBe(
      `${page}/changesets/changes?stackId=${encoded(stack)}&changeSetId=${encoded(changeSet)}`,
    );
  });

  test("of a partition that has none for everybody is not linked", () => {
    const stack = arnIn("aws-iso", "us-iso-east-1", STACK);
    expect(stackUrl(stack)).toBeUndefined();
    expect(changeSetUrl(stack, stack)).toBeUndefined();
  });
});
