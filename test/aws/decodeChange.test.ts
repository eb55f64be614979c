import { expect, test } from "vitest";
import { decodeChange } from "../../src/aws/changeSets/decodeChange.ts";

const change = {
  ResourceChange: {
    ...{ Action: "Modify", LogicalResourceId: "Policy", ResourceType: "AWS::S3::BucketPolicy" },
    ...{ Scope: [], Details: [] },
  },
} as const;

function contexts(BeforeContext?: string, AfterContext?: string) {
  const given = { ...change.ResourceChange, BeforeContext, AfterContext };
  const { before, after, isCut } = decodeChange({ ResourceChange: given } as never, [], false);
  return { before, after, isCut };
}

test("a context that was cut is none, and known as that", () => {
  const whole = '{"Properties":{"A":"1"}}';
  const read = { Properties: { A: "1" } };
  expect(contexts(whole, whole)).toEqual({ before: read, after: read, isCut: undefined });
  expect(contexts(whole, whole.slice(0, 9))).toEqual({ before: read, after: undefined, isCut: true });
  expect(contexts(whole.slice(0, 9), whole)).toEqual({ before: undefined, after: read, isCut: true });
  expect(contexts()).toEqual({ before: undefined, after: undefined, isCut: undefined });
  expect(contexts("", "")).toEqual({ before: undefined, after: undefined, isCut: undefined });
});
