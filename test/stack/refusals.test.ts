import { describe, expect, test } from "vitest";
import { capabilityHint, lackingText, refusalOf } from "../../src/stack/refusals.ts";

const INVALID = "invalid-template";

describe("AWS's answer", () => {
  test.each([
    [
      "Stack:arn:aws:x is in UPDATE_IN_PROGRESS state and can not be updated.",
      "stack-busy",
      "wait for its end",
    ],
    [
      "Stack:arn:aws:x is in ROLLBACK_FAILED state and can not be updated.",
      "stack-unrecoverable",
      "no update",
    ],
    [
      "This stack is currently in a non-terminal [CREATE_FAILED] state. To update the stack from this state, please use the disable-rollback parameter with update-stack API. To rollback to the last known good state, use the rollback-stack API",
      "stack-unrecoverable",
      "or deploy with `on-failure: keep`",
    ],
    ["Stack:arn:aws:x is in DELETE_FAILED state and cannot be updated.", "stack-unrecoverable", "no update"],
    [
      "Stack [app] cannot be deleted while TerminationProtection is enabled",
      "invalid-input",
      "update-termination-protection --no-enable-termination-protection --region eu-west-1 --stack-name app",
    ],
    ["Stack [app] already exists", "stale-review", "Run this job again"],
    ["Requires capabilities : [CAPABILITY_IAM]", "invalid-input", "\ncapabilities: CAPABILITY_IAM"],
    ["Role arn:aws:iam::1:role/x is invalid or cannot be assumed", "invalid-input", "`role-arn`"],
    ["Parameters: [Size] must have values", "invalid-input", "`parameters`"],
    [
      "Parameter values specified for a template which does not require them.",
      "invalid-input",
      "`parameters`",
    ],
    ["Parameter validation failed: parameter value x for …", "invalid-input", "`parameters-file`"],
    [
      "1 validation error detected: Value '…' at 'templateBody' failed to satisfy constraint: …",
      INVALID,
      "`s3-bucket`",
    ],
  ])("%s", (message, reasonCode, hint) => {
    expect(refusalOf(message, "eu-west-1")).toEqual({
      reasonCode,
      hint: expect.stringContaining(hint),
    });
  });

  test.each([
    "Template format error: Unrecognized resource types: [AWS::No::Such]",
    "Template error: instance of Fn::GetAtt references undefined resource X",
    "Template Validation error: …",
    "Unresolved resource dependencies [X] in the Resources block of the template",
    "Circular dependency between resources: [A, B]",
    "Transform AWS::Serverless-2016-10-31 failed with: …",
    "Unrecognized resource types: [AWS::No::Such]",
    "Invalid template resource property 'X'",
    "Every Default member must be a string.",
  ])("%s: the template is wrong, and the message says how", (message) => {
    expect(refusalOf(message)).toEqual({ reasonCode: INVALID });
  });

  test("of which the region is not known has a place for it in the command", () => {
    const { hint } = refusalOf("Stack [app] cannot be deleted while TerminationProtection is enabled");
    expect(hint).toContain("--region <region> --stack-name app");
  });

  test("that nobody knows is just an error, also where it quotes one that is known", () => {
    expect(refusalOf("Something new")).toEqual({ reasonCode: "error" });
    expect(refusalOf("The output is called Stack [app] already exists")).toEqual({ reasonCode: "error" });
  });
});

describe("a capability that is missing", () => {
  test("is written down once each, as the line to add", () => {
    expect(capabilityHint("CAPABILITY_IAM, CAPABILITY_AUTO_EXPAND, CAPABILITY_IAM")).toMatch(
      /that is previewed.*:\ncapabilities: CAPABILITY_IAM, CAPABILITY_AUTO_EXPAND$/,
    );
  });

  test("that is not named is the one that allows most names", () => {
    expect(capabilityHint("")).toMatch(/\ncapabilities: CAPABILITY_NAMED_IAM$/);
  });

  test("that CloudFormation has not asked for yet reads as if it had", () => {
    expect(refusalOf(lackingText("CAPABILITY_AUTO_EXPAND")).hint).toBe(
      capabilityHint("CAPABILITY_AUTO_EXPAND"),
    );
  });
});
