// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the notation of Fn::Sub.
import { expect, test } from "vitest";
import { ROLE_PROPERTIES } from "../../../../src/flows/preflight/facts/roleProperties.data.ts";
import { trusts } from "../../../../src/flows/preflight/facts/trust.ts";
import type { Role } from "../../../../src/ports/preflight.ts";
import type { Json } from "../../../../src/template/model.ts";
import { ACCOUNT, denied, detail, judged } from "../fixture.ts";
import { leafPaths } from "../leafPaths.ts";

const arnOf = (name: string, account = ACCOUNT) => `arn:aws:iam::${account}:role/${name}`;

const trusting = (Service: string): Json => ({
  Statement: [{ Effect: "Allow", Principal: { Service }, Action: "sts:AssumeRole" }],
});

const ROLES: readonly Role[] = [
  { name: "fn", arn: arnOf("fn"), trust: trusting("lambda.amazonaws.com") },
  { name: "other", arn: arnOf("other"), trust: trusting("ec2.amazonaws.com") },
  { name: "deep", arn: arnOf("team/deep"), trust: trusting("lambda.amazonaws.com") },
];

const roles = (asked: string[] = []) => ({
  find: async (names: readonly string[]) => {
    asked.push(...names);
    return ROLES.filter(({ name }) => names.includes(name));
  },
  denials: async () => [],
});

const fn = (Role: unknown) => ({ Fn: { Type: "AWS::Lambda::Function", Properties: { Role } } });
const NONE = "there is no such role in this account. Create it before the deploy, or name another one.";

test.for<[string, object, readonly string[]]>([
  ["one that is there", fn(arnOf("fn")), []],
  ["one that is not", fn(arnOf("none")), [`error Fn Role ${arnOf("none")}: ${NONE}`]],
  [
    "the account's number by a function",
    fn({ "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:role/none" }),
    [`error Fn Role ${arnOf("none")}: ${NONE}`],
  ],
  [
    "one that does not trust Lambda",
    fn(arnOf("other")),
    [
      `error Fn Role ${arnOf("other")}: its trust policy does not let lambda.amazonaws.com assume it. Allow sts:AssumeRole to that principal before the deploy.`,
    ],
  ],
  ["one with a path", fn(arnOf("team/deep")), []],
  [
    "one without its path",
    fn(arnOf("deep")),
    [`error Fn Role ${arnOf("deep")}: the ARN of role deep is ${arnOf("team/deep")}.`],
  ],
  ["one of another account", fn(arnOf("none", "999999999999")), []],
  [
    "one that the template makes",
    { ...fn({ "Fn::GetAtt": ["R", "Arn"] }), R: { Type: "AWS::IAM::Role", Properties: {} } },
    [],
  ],
  [
    "one that the template makes, by its name",
    { ...fn(arnOf("mine")), R: { Type: "AWS::IAM::Role", Properties: { RoleName: "mine" } } },
    [],
  ],
  [
    "one that the template may make",
    {
      ...fn(arnOf("none")),
      R: { Type: "AWS::IAM::Role", Properties: { RoleName: { "Fn::ImportValue": "N" } } },
    },
    [`warning Fn Role ${arnOf("none")}: ${NONE}`],
  ],
  [
    "one that a nested stack may make",
    {
      ...fn(arnOf("none")),
      Inner: {
        Type: "AWS::CloudFormation::Stack",
        Properties: { TemplateURL: "https://s3.amazonaws.com/b/t" },
      },
    },
    [`warning Fn Role ${arnOf("none")}: ${NONE}`],
  ],
  [
    "of a service that may take it at first",
    { Task: { Type: "AWS::ECS::TaskDefinition", Properties: { TaskRoleArn: arnOf("none") } } },
    [`warning Task TaskRoleArn ${arnOf("none")}: ${NONE}`],
  ],
  [
    "in a list",
    {
      Rule: {
        Type: "AWS::Events::Rule",
        Properties: { Targets: [{ Arn: "x" }, { RoleArn: arnOf("none") }] },
      },
    },
    [`error Rule Targets.RoleArn ${arnOf("none")}: ${NONE}`],
  ],
])("roles: %s", async ([, resources, expected]) => {
  expect(await judged(resources, { roles: roles() })).toEqual(expected);
});

test("a preview only warns, and without the permission it says so", async () => {
  expect(await judged(fn(arnOf("none")), { roles: roles() }, { isPreview: true })).toEqual([
    `warning Fn Role ${arnOf("none")}: ${NONE}`,
  ]);
  expect(
    await judged(fn(arnOf("none")), { roles: { ...roles(), find: () => Promise.reject(denied()) } }),
  ).toEqual([
    "notice Not checked before the deploy: whether the roles are there that services are to assume (the role lacks iam:GetRole).",
  ]);
});

test("a role that stays is not asked about", async () => {
  const asked: string[] = [];
  const change = { logicalId: "Fn", action: "Modify", replacement: "False" } as const;
  const judge = (name: string) =>
    judged(fn(arnOf("none")), { roles: roles(asked) }, { changes: [{ ...change, details: [detail(name)] }] });
  expect([await judge("MemorySize"), asked]).toEqual([[], []]);
  expect([await judge("Role"), asked]).toEqual([[expect.stringMatching(/^error/)], ["none"]]);
});

test("whose account it is, is asked only where an ARN is there to be judged", async () => {
  const asked: string[] = [];
  const caller = async () => {
    asked.push("caller");
    return { account: ACCOUNT, arn: `arn:aws:sts::${ACCOUNT}:assumed-role/x/y` };
  };
  const own = { R: { Type: "AWS::IAM::Role", Properties: {} } };
  await judged({ ...fn({ "Fn::GetAtt": ["R", "Arn"] }), ...own }, { caller, roles: roles() });
  expect(asked).toEqual([]);
  await judged(fn(arnOf("fn")), { caller, roles: roles() });
  expect(asked).toEqual(["caller"]);
});

const allowing = (more: object): Json => ({
  Statement: { Effect: "Allow", Action: "sts:AssumeRole", ...more },
});

test.for<[string, Json, boolean]>([
  ["its principal", allowing({ Principal: { Service: "states.amazonaws.com" } }), true],
  [
    "its principal among others",
    allowing({ Principal: { Service: ["x.amazonaws.com", "states.amazonaws.com"] } }),
    true,
  ],
  ["that of a region", allowing({ Principal: { Service: "states.eu-west-1.amazonaws.com" } }), true],
  ["that of China", allowing({ Principal: { Service: "states.cn-north-1.amazonaws.com.cn" } }), true],
  ["another one", allowing({ Principal: { Service: "ec2.amazonaws.com" } }), false],
  ["an account", allowing({ Principal: { AWS: "111122223333" } }), false],
  ["everybody", allowing({ Principal: "*" }), true],
  ["all but some", allowing({ NotPrincipal: { AWS: "111122223333" } }), true],
  [
    "another action",
    allowing({ Principal: { Service: "states.amazonaws.com" }, Action: "sts:TagSession" }),
    false,
  ],
  ["every action", allowing({ Principal: { Service: "states.amazonaws.com" }, Action: ["sts:*"] }), true],
  [
    "all actions but some",
    { Statement: [{ Effect: "Allow", NotAction: "sts:X", Principal: { Service: "states.amazonaws.com" } }] },
    true,
  ],
  [
    "a denial",
    {
      Statement: [
        { Effect: "Deny", Principal: { Service: "states.amazonaws.com" }, Action: "sts:AssumeRole" },
      ],
    },
    false,
  ],
  ["nobody", {}, false],
  ["what is no policy", "x", true],
])("a trust policy with %s", ([, policy, expected]) => {
  expect(trusts(policy, "states")).toBe(expected);
});

test.for(Object.entries(ROLE_PROPERTIES).filter(([type]) => !type.startsWith("AWS::Serverless::")))(
  "the properties of %s are CloudFormation's",
  ([type, properties]) => {
    const paths = leafPaths(type);
    expect(properties.filter(({ at }) => !paths.some((path) => at.test(path)))).toEqual([]);
  },
);
