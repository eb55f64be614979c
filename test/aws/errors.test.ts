import { describe, expect, test } from "vitest";
import {
  isDenied,
  isLimitReached,
  isMissingChangeSet,
  isMissingStack,
  isNameTaken,
  toActionError,
} from "../../src/aws/errors.ts";
import { ActionError } from "../../src/errors.ts";
import { ServiceError } from "../../src/stack/serviceError.ts";

function aws(name: string, message: string, httpStatusCode = 400): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode } });
}

test("a missing stack is told by name and the start of the message", () => {
  expect(isMissingStack(aws("ValidationError", "Stack with id app does not exist"))).toBe(true);
  expect(isMissingStack(aws("ValidationError", "Stack [app] does not exist"))).toBe(true);
  expect(isMissingStack(aws("StackNotFoundException", "nope"))).toBe(true);
  expect(isMissingStack(aws("ValidationError", "Template error: Stack with id app does not exist"))).toBe(
    false,
  );
  expect(isMissingStack(aws("Other", "Stack with id app does not exist"))).toBe(false);
  expect(isMissingStack("Stack with id app does not exist")).toBe(false);
});

test("names are known with and without Exception", () => {
  for (const suffix of ["", "Exception"]) {
    expect(isMissingChangeSet(aws(`ChangeSetNotFound${suffix}`, ""))).toBe(true);
    expect(isNameTaken(aws(`AlreadyExists${suffix}`, ""))).toBe(true);
    expect(isLimitReached(aws(`LimitExceeded${suffix}`, ""))).toBe(true);
    expect(isDenied(aws(`AccessDenied${suffix}`, ""))).toBe(true);
  }
});

describe("toActionError", () => {
  test.each<[Error, string, string, RegExp | undefined]>([
    [
      aws(
        "AccessDenied",
        "User: arn:aws:sts::1:assumed-role/x/y is not authorized to perform: cloudformation:CreateChangeSet on resource: arn:aws:cloudformation:us-east-1:1:stack/app/* because no identity-based policy allows the cloudformation:CreateChangeSet action",
        403,
      ),
      "denied",
      "access-denied",
      /^Allow cloudformation:CreateChangeSet /,
    ],
    [
      aws(
        "AccessDenied",
        "User: arn:aws:sts::1:assumed-role/x/y is not authorized to perform: cloudformation:DeleteStack on resource: * with an explicit deny in a service control policy",
        403,
      ),
      "denied",
      "access-denied",
      /explicitly denies cloudformation:DeleteStack/,
    ],
    [
      aws(
        "UnauthorizedOperation",
        "You are not authorized to perform this operation. User: arn:aws:sts::1:assumed-role/x/y is not authorized to perform: ec2:DescribeSubnets because no identity-based policy allows the ec2:DescribeSubnets action",
        403,
      ),
      "denied",
      "access-denied",
      /^Allow ec2:DescribeSubnets /,
    ],
    [
      aws("ExpiredToken", "The security token included in the request is expired", 403),
      "credentials",
      "access-denied",
      /role-duration-seconds/,
    ],
    [
      aws("InvalidClientTokenId", "The security token included in the request is invalid.", 403),
      "credentials",
      "access-denied",
      /credentials/,
    ],
    [
      aws("CredentialsProviderError", "Could not load credentials from any providers"),
      "credentials",
      "access-denied",
      /configure-aws-credentials/,
    ],
    [aws("Throttling", "Rate exceeded"), "throttled", "error", /same time/],
    [
      aws("InternalFailure", "We encountered an internal error. Please try again.", 500),
      "unavailable",
      "error",
      /health/,
    ],
    [
      Object.assign(new Error("getaddrinfo ENOTFOUND cloudformation.us-esat-1.amazonaws.com"), {
        code: "ENOTFOUND",
      }),
      "unavailable",
      "error",
      /`region`/,
    ],
    [
      new Error("wrapped", { cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }) }),
      "unavailable",
      "error",
      /network/,
    ],
    [
      aws("TimeoutError", "a request has exceeded the configured 30000 ms requestTimeout"),
      "unavailable",
      "error",
      /network/,
    ],
    [aws("ValidationError", "Stack with id app does not exist"), "refused", "error", /stack-name/],
    [
      aws(
        "ValidationError",
        "Stack:arn:aws:cloudformation:us-east-1:1:stack/app/1 is in UPDATE_IN_PROGRESS state and can not be updated.",
      ),
      "refused",
      "stack-busy",
      /wait/,
    ],
    [
      aws(
        "ValidationError",
        "Stack:arn:aws:cloudformation:us-east-1:1:stack/app/1 is in UPDATE_ROLLBACK_FAILED state and can not be updated.",
      ),
      "refused",
      "stack-unrecoverable",
      /state/,
    ],
    [
      aws("ValidationError", "Stack [app] cannot be deleted while TerminationProtection is enabled"),
      "refused",
      "invalid-input",
      /termination-protection/,
    ],
    [
      aws(
        "ValidationError",
        "Stack [app] already exists and cannot be created again with the changeSet [x].",
      ),
      "refused",
      "stale-review",
      /Run this job again/,
    ],
    [
      aws("InsufficientCapabilitiesException", "Requires capabilities : [CAPABILITY_NAMED_IAM]"),
      "refused",
      "invalid-input",
      /capabilities/,
    ],
    [aws("ValidationError", "Parameters: [Size] must have values"), "refused", "invalid-input", /parameters/],
    [
      aws(
        "ValidationError",
        "Template format error: Unresolved resource dependencies [X] in the Resources block of the template",
      ),
      "refused",
      "invalid-template",
      undefined,
    ],
    [
      aws(
        "ValidationError",
        "1 validation error detected: Value '…' at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to 51200",
      ),
      "refused",
      "invalid-template",
      /s3-bucket/,
    ],
    [
      aws("ValidationError", "Role arn:aws:iam::1:role/x is invalid or cannot be assumed"),
      "refused",
      "invalid-input",
      /role-arn/,
    ],
  ])("%s", (error, trouble, reasonCode, hint) => {
    const told = toActionError(error, "do this");
    expect(told).toBeInstanceOf(ServiceError);
    expect(told).toMatchObject({ trouble, reasonCode, cause: error });
    expect(told.message).toMatch(/^Cannot do this: .+[.!?]$/);
    if (hint === undefined) expect(told.hint).toBeUndefined();
    else expect(told.hint).toMatch(hint);
  });

  test("what is told already stays as it is", () => {
    const error = new ActionError("known", { reasonCode: "timeout" });
    expect(toActionError(error, "do this")).toBe(error);
  });

  test("a mistake of our own is not taken for AWS's", () => {
    const told = toActionError(new TypeError("x is not a function"), "do this");
    expect(told).not.toBeInstanceOf(ServiceError);
    expect(told).toMatchObject({ reasonCode: "error" });
  });
});
