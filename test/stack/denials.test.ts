import { expect, test } from "vitest";
import {
  decodedDenial,
  denialHint,
  denialIn,
  deniedHint,
  encodedDenial,
  withDenial,
} from "../../src/stack/denials.ts";

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
    {
      ...{ action: "rds:CreateDBCluster", principal: ROLE, resource: CLUSTER },
      allowedByNo: "identity-based policy",
    },
  ],
  [
    "no resource",
    `User: ${ROLE} is not authorized to perform: ec2:DescribeSubnets because no identity-based policy allows it`,
    { action: "ec2:DescribeSubnets", principal: ROLE, allowedByNo: "identity-based policy" },
  ],
  ["no user", "API: not authorized to perform: sqs:CreateQueue", { action: "sqs:CreateQueue" }],
  [
    "S3's, in quotes",
    `"User: ${ROLE} is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::b/k" because no identity-based policy allows it"`,
    {
      ...{ action: "s3:PutObject", principal: ROLE, resource: "arn:aws:s3:::b/k" },
      allowedByNo: "identity-based policy",
    },
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
  [
    "full stops within it and a row of marks after it",
    `User: ${ROLE} is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::b.c/a.b).;`,
    { action: "s3:PutObject", principal: ROLE, resource: "arn:aws:s3:::b.c/a.b" },
  ],
  [
    "nothing but marks for a resource",
    "not authorized to perform: s3:PutObject on resource: ).",
    { action: "s3:PutObject" },
  ],
  [
    "an explicit deny of nobody knows which policy, some words later",
    `User: ${ROLE} is not authorized to perform: sqs:CreateQueue on the resource 'q' with an explicit deny`,
    { action: "sqs:CreateQueue", principal: ROLE, resource: "q", deniedBy: "policy" },
  ],
  [
    "an explicit deny, and more after it",
    "not authorized to perform: a:B with an explicit deny in an identity-based policy (Service: Sqs)",
    { action: "a:B", deniedBy: "identity-based policy" },
  ],
  [
    "another one's explicit deny",
    "not authorized to perform: a:B. Another call failed with an explicit deny",
    { action: "a:B" },
  ],
  ["no action that AWS would name", `User: ${ROLE} is not authorized to perform: iam:*`, undefined],
  ["something else", "Access Denied (Service: S3)", undefined],
])("a denial in words: %s", ([, text, expected]) => {
  expect(denialIn(text)).toStrictEqual(expected);
});

const context = {
  principal: { id: "AROA:run-1", arn: ROLE },
  action: "ec2:RunInstances",
  resource: "arn:aws:ec2:us-east-1:111122223333:instance/*",
  conditions: { items: [{ key: "x", values: { items: [{ value: "hidden" }] } }] },
};

const { action, resource } = context;

test.for<[string, object, object]>([
  ["whole", { allowed: false, explicitDeny: false, context }, { action, principal: ROLE, resource }],
  [
    "an explicit deny",
    { explicitDeny: true, context },
    { action, principal: ROLE, resource, deniedBy: "policy" },
  ],
  ["an explicit deny in other words", { explicitDeny: "true", context: { action } }, { action }],
  ["nobody and nothing named", { context: { action, principal: null } }, { action }],
  [
    "names that none can be",
    { context: { ...context, resource: "x\n::error::y", principal: { arn: "a `b` c" } } },
    { action },
  ],
  [
    "names that are no texts",
    { context: { ...context, resource: 7, principal: { arn: [ROLE] } } },
    { action },
  ],
  ["a name that is a text for a principal", { context: { action, principal: ROLE } }, { action }],
])("a decoded message: %s", ([, decoded, expected]) => {
  expect(decodedDenial(JSON.stringify(decoded))).toStrictEqual(expected);
});

test.for([
  ...["", "{", "null", "[]", "{}", '"text"', "7", '{"context":7}', '{"context":null}', '{"context":{}}'],
  ...["iam:*", "x: a:B", "a:B c", "", null, 7, ["a:B"]].map((one) =>
    JSON.stringify({ context: { action: one } }),
  ),
])("no decoded message: %s", (other) => {
  expect(decodedDenial(other)).toBeUndefined();
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
    expect(denialIn(withDenial(text, one))).toStrictEqual(one);
});

test("what is decoded without a name, a resource and a policy", () => {
  const text = "No. Encoded authorization failure message: abcdefghij_klmnopqrst-uvwxyz (Service: Ec2)";
  expect(withDenial(text, { action: "a:B" })).toBe(
    "No. User: unknown is not authorized to perform: a:B (Service: Ec2)",
  );
  expect(withDenial(text, { action: "a:B", deniedBy: "policy" })).toBe(
    "No. User: unknown is not authorized to perform: a:B with an explicit deny (Service: Ec2)",
  );
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

const ACCOUNT = "111122223333";

test.for<[string | undefined, string]>([
  [`arn:aws:iam::${ACCOUNT}:role/deploy`, "role deploy"],
  [`arn:aws:iam::${ACCOUNT}:role/a/b/deploy`, "role deploy"],
  [`arn:aws:iam::${ACCOUNT}:user/ann`, "user ann"],
  [`arn:aws:iam::${ACCOUNT}:user/a/b/ann`, "user ann"],
  [`arn:aws:sts::${ACCOUNT}:assumed-role/deploy/run/1`, "role deploy"],
  [`arn:aws:sts::${ACCOUNT}:federated-user/ann`, "whoever"],
  [`arn:aws:iam::${ACCOUNT}:root`, "whoever"],
  [`arn:aws:iam::${ACCOUNT}:role/deploy/`, "whoever"],
  [`arn:aws:iam::${ACCOUNT}:role/`, "whoever"],
  [undefined, "whoever"],
])("%s is told as %s", ([principal, who]) => {
  const denial = { action: "a:B", resource: CLUSTER, ...(principal === undefined ? {} : { principal }) };
  expect(denialHint(denial, "whoever")).toBe(
    `Allow a:B on ${CLUSTER} to ${who}: add this statement to its policy.\n{"Effect":"Allow","Action":"a:B","Resource":"${CLUSTER}"}`,
  );
});

const STACK = `arn:aws:cloudformation:us-east-1:${ACCOUNT}:stack/app`;

test.for<[string, string]>([
  [`${STACK}/1f2e`, `${STACK}/*`],
  [`${STACK}/*`, `${STACK}/*`],
  [`${STACK}/`, `${STACK}/`],
  [
    `arn:aws-cn:cloudformation:cn-north-1:${ACCOUNT}:stack/app/1f2e/x`,
    "arn:aws-cn:cloudformation:cn-north-1:111122223333:stack/app/*",
  ],
  [
    `arn:aws:cloudformation:us-east-1:${ACCOUNT}:stackset/app:1f2e`,
    `arn:aws:cloudformation:us-east-1:${ACCOUNT}:stackset/app:1f2e`,
  ],
  [`arn:aws:s3:::bucket/${STACK}/1f2e`, `arn:aws:s3:::bucket/${STACK}/1f2e`],
])("the statement for %s is for %s", ([resource, widened]) => {
  expect(denialHint({ action: "a:B", resource }, "whoever")).toBe(
    `Allow a:B on ${resource} to whoever: add this statement to its policy.\n{"Effect":"Allow","Action":"a:B","Resource":"${widened}"}`,
  );
});

test.for<[string, string]>([
  ["policy", "A policy"],
  ["permissions boundary", "A permissions boundary"],
  ["identity-based policy", "An identity-based policy"],
])("where a policy says no, no statement helps: %s", ([deniedBy, who]) => {
  const nothingMore =
    "which no further permission changes: look at service control policies, permissions boundaries and session policies.";
  expect(denialHint({ action: "a:B", principal: ROLE, deniedBy }, "whoever")).toBe(
    `${who} explicitly denies a:B to role deploy, ${nothingMore}`,
  );
  expect(denialHint({ action: "a:B", resource: "c", deniedBy }, "whoever")).toBe(
    `${who} explicitly denies a:B on c to whoever, ${nothingMore}`,
  );
});

test("the hint of a reason: of nobody who is named, and of none", () => {
  expect(deniedHint("not authorized to perform: a:B on resource: *")).toBe(
    'Allow a:B on * to the role that deploys (or the stack\'s service role): add this statement to its policy.\n{"Effect":"Allow","Action":"a:B","Resource":"*"}',
  );
  expect(deniedHint("Access Denied (Service: S3)")).toBe("");
});

const USER = "arn:aws:iam::111122223333:user/ann";
const IAM = "arn:aws:iam::111122223333";
const WITH_PATH = ", with the path before the name where it has one";
const WITH_ARN = ", with its ARN in place of * where the action takes one";

/** Texts as IAM, Secrets Manager, S3 and KMS write them, the hint's end and the statement's Resource. */
test.for<[string, string, string]>([
  [
    `Resource handler returned message: "User: ${ROLE} is not authorized to perform: iam:PutRolePolicy on resource: role app-Role-1ABC because no identity-based policy allows the iam:PutRolePolicy action (Service: Iam, Status Code: 403, Request ID: 1)" (RequestToken: 2, HandlerErrorCode: AccessDenied)`,
    `Allow iam:PutRolePolicy on role app-Role-1ABC to role deploy: add this statement to its policy${WITH_PATH}.`,
    `${IAM}:role/app-Role-1ABC`,
  ],
  [
    `User: ${USER} is not authorized to perform: iam:RemoveRoleFromInstanceProfile on resource: instance profile eksctl-x-NodeInstanceProfile-qNlJ2ojEWOdP because no identity-based policy allows the iam:RemoveRoleFromInstanceProfile action`,
    `Allow iam:RemoveRoleFromInstanceProfile on instance profile eksctl-x-NodeInstanceProfile-qNlJ2ojEWOdP to user ann: add this statement to its policy${WITH_PATH}.`,
    `${IAM}:instance-profile/eksctl-x-NodeInstanceProfile-qNlJ2ojEWOdP`,
  ],
  [
    "User: arn:aws-cn:sts::111122223333:assumed-role/deploy/x is not authorized to perform: iam:CreatePolicy on resource: policy export2023-01-16-13.45.26.022 because no identity-based policy allows the iam:CreatePolicy action",
    `Allow iam:CreatePolicy on policy export2023-01-16-13.45.26.022 to role deploy: add this statement to its policy${WITH_PATH}.`,
    "arn:aws-cn:iam::111122223333:policy/export2023-01-16-13.45.26.022",
  ],
  [
    `User: ${USER} is not authorized to perform: iam:GetPolicy on resource: policy arn:aws:iam::aws:policy/Token because no identity-based policy allows the iam:GetPolicy action`,
    "Allow iam:GetPolicy on policy arn:aws:iam::aws:policy/Token to user ann: add this statement to its policy.",
    "arn:aws:iam::aws:policy/Token",
  ],
  [
    `User: ${USER} is not authorized to perform: iam:ListPolicies on resource: policy path / because no identity-based policy allows the iam:ListPolicies action`,
    "Allow iam:ListPolicies on policy path / to user ann: add this statement to its policy.",
    "*",
  ],
  [
    `User: ${USER} is not authorized to perform: iam:RemoveUserFromGroup on resource: group iam-group-VCVVSEI39MNZ`,
    `Allow iam:RemoveUserFromGroup on group iam-group-VCVVSEI39MNZ to user ann: add this statement to its policy${WITH_PATH}.`,
    `${IAM}:group/iam-group-VCVVSEI39MNZ`,
  ],
  [
    `User: ${USER} is not authorized to perform: iam:UpdateAccessKey on resource: user user-1_01`,
    `Allow iam:UpdateAccessKey on user user-1_01 to user ann: add this statement to its policy${WITH_PATH}.`,
    `${IAM}:user/user-1_01`,
  ],
  [
    `User: ${USER} is not authorized to perform: iam:DeleteServerCertificate on resource: server certificate a.com2020\n\tstatus code: 403`,
    `Allow iam:DeleteServerCertificate on server certificate a.com2020 to user ann: add this statement to its policy${WITH_PATH}.`,
    `${IAM}:server-certificate/a.com2020`,
  ],
  [
    "User: anonymous is not authorized to perform: iam:GetRole on resource: role x because no identity-based policy allows the iam:GetRole action",
    `Allow iam:GetRole on role x to whoever: add this statement to its policy${WITH_ARN}.`,
    "*",
  ],
  [
    `User: ${USER} is not authorized to perform: secretsmanager:CreateSecret on resource: acp/cms because no identity-based policy allows the secretsmanager:CreateSecret action`,
    `Allow secretsmanager:CreateSecret on acp/cms to user ann: add this statement to its policy${WITH_ARN}.`,
    "*",
  ],
  [
    `User: ${USER} is not authorized to perform: secretsmanager:CreateSecret on resource: role app because no identity-based policy allows the secretsmanager:CreateSecret action`,
    `Allow secretsmanager:CreateSecret on role app to user ann: add this statement to its policy${WITH_ARN}.`,
    "*",
  ],
  [
    `User: ${USER} is not authorized to perform: secretsmanager:CreateSecret on resource: policy because no identity-based policy allows the secretsmanager:CreateSecret action`,
    `Allow secretsmanager:CreateSecret on policy to user ann: add this statement to its policy${WITH_ARN}.`,
    "*",
  ],
  [
    `User: ${USER} is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
    "Allow kms:Decrypt to user ann: add this statement to its policy, with the resource in place of * where the action takes one.",
    "*",
  ],
  [
    `User: ${USER} is not authorized to perform: iam:PutRolePolicy on resource: role x because no permissions boundary allows the iam:PutRolePolicy action`,
    `Allow iam:PutRolePolicy on role x to user ann: add this statement to its permissions boundary${WITH_PATH}.`,
    `${IAM}:role/x`,
  ],
  [
    `User: ${USER} is not authorized to perform: sqs:CreateQueue on resource: * because no service control policy allows the sqs:CreateQueue action`,
    "Allow sqs:CreateQueue on * to user ann: add this statement to a service control policy of the account.",
    "*",
  ],
  [
    `User: ${USER} is not authorized to perform: sqs:CreateQueue on resource: * because no session policy allows the sqs:CreateQueue action`,
    "Allow sqs:CreateQueue on * to user ann: add this statement to the policy of its session.",
    "*",
  ],
])("what AWS writes: %s", ([text, told, resource]) => {
  const [, action] = /perform: (\S+)/.exec(text) ?? [];
  const [, who] = /perform: \S+ on resource: (.+?) (?:because|with)/.exec(text) ?? [];
  const denial = denialIn(text);
  if (who !== undefined) expect(denial?.resource).toBe(who);
  expect(denial && denialHint(denial, "whoever")).toBe(
    `${told}\n${JSON.stringify({ Effect: "Allow", Action: action, Resource: resource })}`,
  );
});

test.for<[string, string]>([
  [
    `User: ${USER} is not authorized to perform: iam:CreatePolicyVersion on resource: policy ${IAM}:policy/ec2_scheduler with an explicit deny in an identity-based policy`,
    `An identity-based policy explicitly denies iam:CreatePolicyVersion on policy ${IAM}:policy/ec2_scheduler to user ann, which`,
  ],
  [
    `User: ${ROLE} is not authorized to perform: iam:PutRolePolicy on resource: role aurora-production-MonitoringRole-1ABCDEFGHIJKL with an explicit deny in a service control policy`,
    "A service control policy explicitly denies iam:PutRolePolicy on role aurora-production-MonitoringRole-1ABCDEFGHIJKL to role deploy, which",
  ],
  [
    `User: ${ROLE} is not authorized to perform: iam:CreatePolicy on resource: policy a.b.c-0123456789012345678901234567890123456789 with an explicit deny`,
    "A policy explicitly denies iam:CreatePolicy on policy a.b.c-0123456789012345678901234567890123456789 to role deploy, which",
  ],
  [
    `S3Exception: User: ${USER} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::docs/a.pdf" with an explicit deny in an identity-based policy: arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3 (Service: S3, Status Code: 403)`,
    "An identity-based policy arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3 explicitly denies s3:GetObject on arn:aws:s3:::docs/a.pdf to user ann, which",
  ],
  [
    `User: ${ROLE} is not authorized to perform: iam:CreateServiceLinkedRole on resource: arn:aws:iam::111122223333:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS with an explicit deny in a permissions boundary: ${IAM}:policy/lab.`,
    `A permissions boundary ${IAM}:policy/lab explicitly denies iam:CreateServiceLinkedRole`,
  ],
  [
    `User: ${ROLE} is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::b/k" because no VPC endpoint policy allows the s3:PutObject action`,
    "Allow s3:PutObject on arn:aws:s3:::b/k to role deploy in the VPC endpoint policy, which does not.",
  ],
])("no statement where it would not help: %s", ([text, told]) => {
  expect(deniedHint(text).startsWith(told)).toBe(true);
  expect(deniedHint(text)).not.toMatch(/statement|\{/);
});

test("the deny of another denial in the same text is not this one's", () => {
  const one = `User: ${ROLE} is not authorized to perform: a:B on resource: *, and not authorized to perform: c:D with an explicit deny`;
  expect(denialIn(one)).toStrictEqual({ action: "a:B", principal: ROLE, resource: "*" });
});
