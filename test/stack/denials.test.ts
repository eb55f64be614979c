import { expect, test } from "vitest";
import { decodedDenial, denialHint, denialIn, encodedDenial, withDenial } from "../../src/stack/denials.ts";

const ROLE = "arn:aws:sts::111122223333:assumed-role/deploy/run-1";
const CLUSTER = "arn:aws:rds:us-east-1:111122223333:cluster:orders";
const hint = (text: string) => {
  const denial = denialIn(text);
  return denial && denialHint(denial, "the role that deploys");
};

test.for<[string, string, object | undefined]>([
  [
    "a resource handler's",
    `Resource handler returned message: "User: ${ROLE} is not authorized to perform: rds:CreateDBCluster on resource: ${CLUSTER} because no identity-based policy allows the rds:CreateDBCluster action (Service: Rds, Status Code: 403, Request ID: x)" (RequestToken: y, HandlerErrorCode: AccessDenied)`,
    { action: "rds:CreateDBCluster", principal: ROLE, resource: CLUSTER },
  ],
  [
    "no resource",
    `User: ${ROLE} is not authorized to perform: ec2:DescribeSubnets because no identity-based policy allows it`,
    { action: "ec2:DescribeSubnets", principal: ROLE },
  ],
  ["no user", "API: not authorized to perform: sqs:CreateQueue", { action: "sqs:CreateQueue" }],
  [
    "a quote and a full stop after it",
    `"User: ${ROLE} is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::b/k"`,
    { action: "s3:PutObject", principal: ROLE },
  ],
  [
    "a full stop after it",
    `User: ${ROLE} is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::b/k.`,
    { action: "s3:PutObject", principal: ROLE, resource: "arn:aws:s3:::b/k" },
  ],
  [
    "an explicit deny",
    `User: ${ROLE} is not authorized to perform: sqs:CreateQueue on resource: * with an explicit deny in a service control policy`,
    { action: "sqs:CreateQueue", principal: ROLE, resource: "*", deniedBy: "service control policy" },
  ],
  ["no action that AWS would name", `User: ${ROLE} is not authorized to perform: iam:*`, undefined],
  ["something else", "Access Denied (Service: S3)", undefined],
])("a denial in words: %s", ([, text, expected]) => {
  expect(denialIn(text)).toEqual(expected);
});

const context = {
  principal: { id: "AROA:run-1", arn: ROLE },
  action: "ec2:RunInstances",
  resource: "arn:aws:ec2:us-east-1:111122223333:instance/*",
  conditions: { items: [{ key: "x", values: { items: [{ value: "hidden" }] } }] },
};

test("a decoded message, and what is none", () => {
  const { action, resource } = context;
  expect(decodedDenial(JSON.stringify({ allowed: false, explicitDeny: false, context }))).toEqual({
    ...{ action, resource, principal: ROLE },
  });
  expect(decodedDenial(JSON.stringify({ explicitDeny: true, context }))?.deniedBy).toBe("policy");
  for (const other of ["", "{", "null", "[]", "{}", '{"context":{"action":"iam:*"}}', '{"context":7}'])
    expect(decodedDenial(other), other).toBeUndefined();
  const forged = { ...context, resource: "x\n::error::y", principal: { arn: "a `b` c" } };
  expect(decodedDenial(JSON.stringify({ context: forged }))).toEqual({ action });
});

test("what is decoded stands in place of the encoded message, whatever is in it", () => {
  const encoded = "abcdefghij_klmnopqrst-uvwxyz";
  const text = `You are not authorized to perform this operation. Encoded authorization failure message: ${encoded} (Service: Ec2)`;
  expect(encodedDenial(text)).toBe(encoded);
  expect(encodedDenial("Encoded authorization failure message: short")).toBeUndefined();
  const denial = { action: "ec2:RunInstances", principal: ROLE, resource: "$&$1" };
  expect(withDenial(text, denial)).toBe(
    `You are not authorized to perform this operation. User: ${ROLE} is not authorized to perform: ec2:RunInstances on resource: $&$1 (Service: Ec2)`,
  );
  for (const one of [denial, { ...denial, deniedBy: "policy" }])
    expect(denialIn(withDenial(text, one))).toEqual(one);
});

test.for<[string, string, string]>([
  [
    "a role",
    `User: ${ROLE} is not authorized to perform: rds:CreateDBCluster on resource: ${CLUSTER} because`,
    `Allow rds:CreateDBCluster on ${CLUSTER} to role deploy: add this statement to its policy.\n{"Effect":"Allow","Action":"rds:CreateDBCluster","Resource":"${CLUSTER}"}`,
  ],
  [
    "a user with a path",
    "User: arn:aws:iam::111122223333:user/team/ann is not authorized to perform: a:B",
    'Allow a:B to user ann: add this statement to its policy, with the resource in place of * where the action takes one.\n{"Effect":"Allow","Action":"a:B","Resource":"*"}',
  ],
  [
    "nobody who is named",
    "not authorized to perform: a:B on resource: arn:aws:cloudformation:us-east-1:111122223333:stack/app/1f2e",
    'Allow a:B on arn:aws:cloudformation:us-east-1:111122223333:stack/app/1f2e to the role that deploys: add this statement to its policy.\n{"Effect":"Allow","Action":"a:B","Resource":"arn:aws:cloudformation:us-east-1:111122223333:stack/app/*"}',
  ],
])("the hint is a statement to copy: %s", ([, text, expected]) => {
  expect(hint(text)).toBe(expected);
});

test("where a policy says no, no statement helps", () => {
  const text = `User: ${ROLE} is not authorized to perform: a:B with an explicit deny in a permissions boundary`;
  expect(hint(text)).toMatch(/^A permissions boundary explicitly denies a:B to role deploy, /);
  expect(hint(text)).not.toContain("Effect");
});
