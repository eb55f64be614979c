import { describe, expect, test } from "vitest";
import { wideGrants } from "../../../src/changes/policies/wideGrants.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";

const ROLE = "AWS::IAM::Role";

const OWN = "111122223333";

function widened(type: string, after: JsonObject, before?: JsonObject): readonly string[] {
  return wideGrants(type, { before, after }, { account: OWN }).map(
    ({ property, message }) => `${property}: ${message.replace("IAM is widened: ", "")}`,
  );
}

const allowing = (...statements: readonly JsonObject[]): JsonObject => ({
  Statement: statements.map((statement) => ({ Effect: "Allow", ...statement })),
});
const policy = (...statements: readonly JsonObject[]) =>
  widened("AWS::IAM::Policy", { PolicyDocument: allowing(...statements) }).map((it) =>
    it.replace("PolicyDocument: ", ""),
  );

describe("what a statement allows", () => {
  test.each<[JsonObject, readonly string[]]>([
    [{ Action: "*", Resource: "arn:x" }, ["action *"]],
    [{ Action: ["s3:*", "sqs:SendMessage"], Resource: ["arn:x", "*"] }, ["action s3:* on every resource"]],
    [{ Action: "s3:Put*", Resource: "arn:x" }, []],
    [{ Action: "s3:*Tagging", Resource: "arn:x" }, []],
    [{ Action: "odd s3:*", Resource: "arn:x" }, []],
    [{ Action: "*:*", Resource: "arn:x" }, ["action *:*"]],
    [{ Action: "s3:*", Resource: "arn:aws:s3:::*" }, ["action s3:* on every resource"]],
    [{ Action: "s3:PutObject", Resource: "arn:aws:s3:::*/*" }, ["s3:PutObject on every resource"]],
    [{ Action: "s3:PutObject", Resource: "arn:aws:s3:::own/*" }, []],
    [{ Action: "sqs:SendMessage", Resource: "*" }, ["sqs:SendMessage on every resource"]],
    [
      { Action: ["a:A", "b:Describe", "c:C", "d:D", "e:E"], Resource: "*" },
      ["a:A, c:C, d:D on every resource"],
    ],
    [{ Action: ["b:DescribeX", "b:ListX", "b:GetX", "logs:PutLogEvents"], Resource: "*" }, []],
    [{ Action: ["b:GetX", "b:PutX"], Resource: "*" }, ["b:PutX on every resource"]],
    [{ NotAction: "iam:*", Resource: "arn:x" }, ["an Allow with NotAction"]],
    [{ NotAction: "iam:*", Resource: "*" }, ["an Allow with NotAction"]],
    [{ Action: "s3:GetObject", NotResource: "arn:x" }, ["an Allow with NotResource"]],
    [{ Effect: "Deny", Action: "*", Resource: "*" }, []],
  ])("%j", (statement, grants) => {
    expect(policy(statement)).toEqual(grants);
  });

  test("is told once, and only what was not allowed before", () => {
    const [everything, s3] = [
      { Action: "*", Resource: "*" },
      { Action: "s3:*", Resource: "*" },
    ];
    expect(policy(everything, everything)).toEqual(["action * on every resource"]);
    const grown = widened(
      "AWS::IAM::Policy",
      { PolicyDocument: allowing(s3, everything) },
      { PolicyDocument: allowing(s3) },
    );
    expect(grown).toEqual(["PolicyDocument: action * on every resource"]);
  });

  test("is nothing where there is no statement", () => {
    for (const Statement of [undefined, null, "Allow", ["Allow", null]] as const)
      expect(
        widened("AWS::IAM::Policy", { PolicyDocument: { ...(Statement !== undefined && { Statement }) } }),
      ).toEqual([]);
    expect(
      widened("AWS::WAFv2::WebACL", { Rules: [{ Statement: { ManagedRuleGroupStatement: {} } }] }),
    ).toEqual([]);
    expect(widened("AWS::IAM::Policy", { PolicyDocument: "text" })).toEqual([]);
    expect(wideGrants(ROLE, { before: undefined, after: undefined })).toEqual([]);
  });
});

describe("where policies are", () => {
  const wide = allowing({ Action: "*", Resource: "*" });

  test("a role's own", () => {
    const Policies = [{ PolicyName: "a", PolicyDocument: wide }, "odd", { PolicyDocument: "odd" }, {}];
    expect(widened(ROLE, { Policies })).toEqual(["Policies: action * on every resource"]);
  });

  test("who may assume a role is a matter of principals", () => {
    const trust = allowing({ Action: "*", Principal: { AWS: "arn:x" } });
    expect(widened(ROLE, { AssumeRolePolicyDocument: trust })).toEqual([]);
    expect(widened(ROLE, { AssumeRolePolicyDocument: allowing({ Action: "*", Principal: "*" }) })).toEqual([
      "AssumeRolePolicyDocument: everybody is allowed in",
    ]);
  });

  test.each(["KeyPolicy", "ResourcePolicy", "RepositoryPolicyText", "PolicyText", "Policy"])(
    "%s speaks of its resource: only who is let in is wide",
    (property) => {
      const own = allowing({ Action: "*", Resource: "*", Principal: { AWS: `arn:aws:iam::${OWN}:root` } });
      expect(widened("AWS::Any::Type", { [property]: own })).toEqual([]);
      expect(
        widened("AWS::Any::Type", { [property]: allowing({ Principal: { AWS: ["arn:x", "*"] } }) }),
      ).toEqual([`${property}: everybody is allowed in`]);
    },
  );

  test("a bucket's: with a principal it is no identity's", () => {
    const statement = { Principal: { AWS: "arn:x" }, Action: "s3:*", Resource: "*" };
    expect(policy(statement)).toEqual([]);
  });

  const anybody = { Effect: "Allow", Principal: { AWS: "*" }, Action: "*", Resource: "*" };
  const open = { Statement: [anybody] };
  test.each<[string, JsonObject, string]>([
    ["AWS::OpenSearchService::Domain", { AccessPolicies: open }, "AccessPolicies"],
    ["AWS::DynamoDB::Table", { ResourcePolicy: { PolicyDocument: open } }, "ResourcePolicy"],
    ["AWS::DynamoDB::GlobalTable", { Replicas: [{ ResourcePolicy: { PolicyDocument: open } }] }, "Replicas"],
    ["AWS::EFS::FileSystem", { FileSystemPolicy: open }, "FileSystemPolicy"],
    ["AWS::Backup::BackupVault", { AccessPolicy: open }, "AccessPolicy"],
    ["AWS::Logs::ResourcePolicy", { PolicyDocument: JSON.stringify(open) }, "PolicyDocument"],
    ["AWS::Events::EventBusPolicy", { EventBusName: "b", Statement: anybody }, "Statement"],
    ["AWS::Events::EventBusPolicy", { Statement: JSON.stringify(open.Statement) }, "Statement"],
  ])("in %s, wherever it lies: %j", (type, state, property) => {
    expect(widened(type, state)).toEqual([`${property}: everybody is allowed in`]);
    expect(widened(type, state, state)).toEqual([]);
    expect(widened(type, {}, state)).toEqual([]);
  });

  test("in a set of permissions, as value or text", () => {
    for (const InlinePolicy of [wide, JSON.stringify(wide)] as const)
      expect(widened("AWS::SSO::PermissionSet", { InlinePolicy })).toEqual([
        "InlinePolicy: action * on every resource",
      ]);
  });

  test("not in a text that is none", () => {
    expect(widened(ROLE, { Description: "{not JSON", Tags: [{ Statement: "Allow" }] })).toEqual([]);
  });
});

describe("who is let in", () => {
  const into = (statement: JsonObject) =>
    widened("AWS::SQS::QueuePolicy", { PolicyDocument: allowing(statement) });
  const everybody = "PolicyDocument: everybody is allowed in";
  const another = "PolicyDocument: another account is allowed in";

  test.each<[Json, readonly string[]]>([
    ["*", [everybody]],
    [{ AWS: "*" }, [everybody]],
    [{ Service: "*" }, []],
    [`arn:aws:iam::${OWN}:root`, []],
    [{ AWS: [OWN, `arn:aws:iam::${OWN}:role/app`, `arn:aws:sts::${OWN}:assumed-role/app/x`] }, []],
    [{ AWS: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1" }, []],
    [{ AWS: ["999999999999"] }, [another]],
    [{ AWS: [OWN, "arn:aws:iam::999999999999:role/app"] }, [another]],
  ])("by the principal %j", (Principal, grants) => {
    expect(into({ Principal })).toEqual(grants);
  });

  const cases: readonly [string, string, Json][] = [
    ["StringEquals", "aws:PrincipalOrgID", "o-1"],
    ["StringEquals", "aws:SourceVpce", ["vpce-1", "vpce-2"]],
    ["ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "o-1/r-1/*"],
    ["ArnLike", "AWS:SourceArn", `arn:aws:sns:*:${OWN}:*`],
    ["ArnEquals", "aws:SourceArn", "arn:aws:s3:::bucket"],
    ["IpAddress", "aws:SourceIp", ["203.0.113.0/24", "2001:db8::/32"]],
    ["Bool", "elasticfilesystem:AccessedViaMountTarget", true],
    ["StringEquals", "kms:CallerAccount", OWN],
  ];
  test.each(cases)("not, where a condition lets only known ones in: %s %s %j", (operator, key, value) => {
    expect(into({ Principal: "*", Condition: { [operator]: { [key]: value } } })).toEqual([]);
  });

  test.each<[string, string, Json]>([
    ["StringLike", "aws:PrincipalOrgID", "*"],
    ["StringEquals", "aws:PrincipalOrgID", []],
    ["StringEqualsIfExists", "aws:PrincipalOrgID", "o-1"],
    ["ForAllValues:StringEquals", "aws:PrincipalOrgID", "o-1"],
    ["StringNotEquals", "aws:PrincipalOrgID", "o-1"],
    ["StringEquals", "aws:PrincipalTag/team", "a"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM writes its variables so.
    ["StringEquals", "aws:SourceAccount", "${aws:PrincipalAccount}"],
    ["ArnLike", "aws:SourceArn", "arn:aws:sns:*:*:topic"],
    ["IpAddress", "aws:SourceIp", ["203.0.113.0/24", "0.0.0.0/1"]],
    ["IpAddress", "aws:SourceIp", "::/0"],
    ["Bool", "aws:SecureTransport", "true"],
  ])("under a condition that everybody may meet: %s %s %j", (operator, key, value) => {
    const Condition = { [operator]: { [key]: value } };
    expect(into({ Principal: "*", Condition })).toEqual([`${everybody}, under a condition`]);
  });

  test("by a condition that names another account", () => {
    for (const [key, value] of [
      ["aws:PrincipalAccount", "999999999999"],
      ["aws:SourceArn", "arn:aws:sns:us-east-1:999999999999:topic"],
    ] as const)
      expect(into({ Principal: "*", Condition: { StringEquals: { [key]: value } } })).toEqual([another]);
  });

  test("whose accounts nobody can tell apart is told nothing of", () => {
    const after = { PolicyDocument: allowing({ Principal: { AWS: "999999999999" } }) };
    expect(wideGrants(ROLE, { before: undefined, after })).toEqual([]);
  });

  test("everybody but some is nearly everybody", () => {
    expect(into({ NotPrincipal: { AWS: "arn:x" } })).toContain("PolicyDocument: an Allow with NotPrincipal");
  });
});

describe("a managed policy", () => {
  const managed = (...ManagedPolicyArns: readonly Json[]) => widened(ROLE, { ManagedPolicyArns });
  const arn = (name: string) => `arn:aws:iam::aws:policy/${name}`;

  test.each(["AdministratorAccess", "PowerUserAccess", "IAMFullAccess", "AmazonS3FullAccess"])(
    "%s is wide",
    (name) => {
      expect(managed(arn("ReadOnlyAccess"), arn(name))).toEqual([
        `ManagedPolicyArns: managed policy ${name}`,
      ]);
    },
  );

  test("is wide wherever it is given", () => {
    const ManagedPolicies = [arn("job-function/ReadOnly"), arn("AdministratorAccess")];
    const given = ["ManagedPolicies: managed policy AdministratorAccess"];
    expect(widened("AWS::SSO::PermissionSet", { ManagedPolicies })).toEqual(given);
    expect(widened("AWS::SSO::PermissionSet", { ManagedPolicies }, { ManagedPolicies })).toEqual([]);
    const PolicyArn = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy";
    expect(widened("AWS::EKS::AccessEntry", { AccessPolicies: [{ PolicyArn }] })).toEqual([
      "AccessPolicies: managed policy AmazonEKSClusterAdminPolicy",
    ]);
  });

  test("that limits is not", () => {
    const wide = arn("PowerUserAccess");
    expect(widened(ROLE, { PermissionsBoundary: wide })).toEqual([]);
    expect(widened("AWS::SSO::PermissionSet", { PermissionsBoundary: { ManagedPolicyArn: wide } })).toEqual(
      [],
    );
    expect(widened("AWS::RolesAnywhere::Profile", { ManagedPolicyArns: [wide] })).toEqual([]);
  });

  test("that reads, or whose name only begins so, is not", () => {
    expect(managed(arn("ReadOnlyAccess"), arn("AdministratorAccessLike"), { Ref: "Policy" })).toEqual([]);
    expect(widened(ROLE, {})).toEqual([]);
  });
});

describe("a function", () => {
  const INVOKE = ["Principal: everybody is allowed in"];
  const permission = (more: JsonObject) => widened("AWS::Lambda::Permission", { Principal: "*", ...more });

  test("that everybody may invoke, unless something narrows it", () => {
    expect(permission({})).toEqual(INVOKE);
    for (const key of ["SourceArn", "SourceAccount", "PrincipalOrgID"])
      expect(permission({ [key]: "x" })).toEqual([]);
    expect(permission({ Principal: "s3.amazonaws.com" })).toEqual([]);
    expect(widened("AWS::Any::Type", { Principal: "*" })).toEqual([]);
  });

  test("that a service may invoke for fewer sources no more", () => {
    const Principal = "s3.amazonaws.com";
    const of = { Principal, SourceArn: "arn:aws:s3:::a", SourceAccount: OWN };
    const { SourceAccount: _, ...fewer } = of;
    expect(widened("AWS::Lambda::Permission", fewer, of)).toEqual([
      "Principal: who is allowed in must meet a condition fewer",
    ]);
    expect(widened("AWS::Lambda::Permission", of, fewer)).toEqual([]);
    expect(widened("AWS::Lambda::Permission", { ...of, SourceArn: "arn:aws:s3:::b" }, of)).toEqual([]);
  });
});

describe("who is let in by properties", () => {
  test.each<[string, JsonObject, readonly string[]]>([
    ["AWS::Events::EventBusPolicy", { Principal: "*", Action: "events:PutEvents" }, ["Principal: everybody"]],
    ["AWS::Events::EventBusPolicy", { Principal: "999999999999" }, ["Principal: another account"]],
    ["AWS::Events::EventBusPolicy", { Principal: "*", Condition: condition("o-1") }, []],
    ["AWS::Lambda::LayerVersionPermission", { Principal: "*" }, ["Principal: everybody"]],
    ["AWS::Lambda::LayerVersionPermission", { Principal: "*", OrganizationId: "o-1" }, []],
    ["AWS::Lambda::LayerVersionPermission", { Principal: OWN }, []],
    ["AWS::Signer::ProfilePermission", { Principal: "999999999999" }, ["Principal: another account"]],
    [
      "AWS::EC2::VPCEndpointServicePermissions",
      { AllowedPrincipals: ["*"] },
      ["AllowedPrincipals: everybody"],
    ],
    ["AWS::RAM::ResourceShare", { Principals: [OWN, "999999999999"] }, ["Principals: another account"]],
    ["AWS::RAM::ResourceShare", { Name: "share" }, []],
  ])("%s %j", (type, state, expected) => {
    expect(widened(type, state)).toEqual(expected.map((text) => `${text} is allowed in`));
    expect(widened(type, state, state)).toEqual([]);
  });

  function condition(Value: string): JsonObject {
    return { Type: "StringEquals", Key: "aws:PrincipalOrgID", Value };
  }
});

describe("a statement that is told as it was told before", () => {
  const grows = (type: string, before: readonly JsonObject[], after: readonly JsonObject[]) =>
    widened(type, { PolicyDocument: allowing(...after) }, { PolicyDocument: allowing(...before) }).map((it) =>
      it.replace("PolicyDocument: ", ""),
    );
  const read = { Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::site/assets/*" };
  const all = { Action: "*", Resource: "*" };
  const mfa = { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } };
  const bucket = (name: string) => ({ Action: "s3:*", Resource: `arn:aws:s3:::${name}/*` });

  test.each<[string, JsonObject[], JsonObject[], string]>([
    [
      "a bucket that can be written as well",
      [read],
      [read, { ...read, Action: ["s3:PutObject", "s3:DeleteObject"], Resource: "arn:aws:s3:::site/*" }],
      "everybody is allowed in (more actions, more resources)",
    ],
    ["without MFA", [{ ...all, ...mfa }], [all], "action * on every resource (a condition fewer)"],
    ["another bucket", [bucket("dev")], [bucket("prod")], "action s3:* (other resources)"],
    [
      "one more bucket",
      [bucket("dev")],
      [{ ...bucket("dev"), Resource: ["arn:aws:s3:::dev/*", "arn:aws:s3:::prod/*"] }],
      "action s3:* (more resources)",
    ],
    [
      "every bucket",
      [bucket("dev")],
      [{ Action: "s3:*", Resource: "arn:aws:s3:::*" }],
      "action s3:* on every resource",
    ],
    [
      "a condition that everybody meets",
      [{ Principal: "*", Condition: { ArnEquals: { "aws:SourceArn": `arn:aws:sns:us-east-1:${OWN}:t` } } }],
      [{ Principal: "*", Condition: { StringLike: { "aws:SourceArn": "*" } } }],
      "everybody is allowed in, under a condition",
    ],
    [
      "another organization",
      [{ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }],
      [{ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-2" } } }],
      "who is allowed in must meet other conditions",
    ],
    [
      "fewer exceptions",
      [{ NotAction: ["iam:*", "sts:*"], Resource: "*" }],
      [{ NotAction: "iam:*", Resource: "*" }],
      "an Allow with NotAction (more actions)",
    ],
  ])("grows: %s", (_, before, after, expected) => {
    expect(grows("AWS::Any::Policy", before, after)).toEqual([expected]);
    expect(grows("AWS::Any::Policy", after, after)).toEqual([]);
  });

  test.each<[string, JsonObject[], JsonObject[]]>([
    [
      "split in two",
      [{ ...all, Action: ["s3:*", "sqs:*"] }],
      [
        { ...all, Action: "sqs:*" },
        { ...all, Action: "S3:*" },
      ],
    ],
    [
      "joined",
      [bucket("a"), bucket("b")],
      [{ ...bucket("a"), Resource: ["arn:aws:s3:::b/*", "arn:aws:s3:::a/*"] }],
    ],
    ["from everything to one service", [all], [{ Action: "s3:*", Resource: "*" }]],
    [
      "to a part of what its pattern meant",
      [bucket("a")],
      [{ Action: "s3:*", Resource: "arn:aws:s3:::a/b/*" }],
    ],
    ["to all but some", [all], [{ NotAction: "iam:*", Resource: "*" }]],
    [
      "from all but some to others",
      [{ NotAction: "iam:*", Resource: "*" }],
      [{ Action: "s3:*", Resource: "*" }],
    ],
    ["under one more condition", [all], [{ ...all, ...mfa }]],
    ["from everybody to another account", [{ Principal: "*" }], [{ Principal: { AWS: "999999999999" } }]],
    [
      "from an account to one of its roles",
      [{ Principal: { AWS: "arn:aws:iam::999999999999:root" } }],
      [{ Principal: { AWS: "arn:aws:iam::999999999999:role/app" } }],
    ],
    ["named in another way", [{ Principal: "*" }], [{ Principal: { AWS: ["*"] }, Sid: "Everybody" }]],
    ["gone", [all, read], []],
  ])("does not grow: %s", (_, before, after) => {
    expect(grows("AWS::Any::Policy", before, after)).toEqual([]);
  });

  test("is the same where only the execution tells the ARN of what it was about", () => {
    const known = (text: string) => text.replaceAll("dev", "{{changeSet:KNOWN_AFTER_APPLY}}");
    const applied = { ...bucket("dev"), Resource: known("arn:aws:s3:::dev/*") };
    expect(grows("AWS::IAM::Policy", [bucket("dev")], [applied])).toEqual([]);
    const more = { ...applied, Resource: [applied.Resource, applied.Resource] };
    const [before, after] = [{ ...applied, Resource: ["arn:aws:s3:::dev/*"] }, more];
    expect(grows("AWS::IAM::Policy", [before], [after])).toEqual(["action s3:* (more resources)"]);
  });

  test("is compared as a whole where its parts are too many, and takes no longer", () => {
    const many = (count: number, text: string) =>
      Array.from({ length: count }, (_, index) => `${text}${index}`);
    const [Action, Resource] = [["s3:*", ...many(300, "s3:A")], many(300, "arn:aws:s3:::b")];
    const started = performance.now();
    expect(
      grows("AWS::IAM::Policy", [{ Action, Resource }], [{ Action, Resource: Resource.slice(1) }]),
    ).toEqual([]);
    expect(
      grows("AWS::IAM::Policy", [{ Action, Resource }], [{ Action, Resource: [...Resource, "arn:x"] }]),
    ).toEqual(["action s3:* (more resources)"]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test("grows where less is denied, though nothing else is allowed", () => {
    const deny = (more: JsonObject): JsonObject => ({
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      ...more,
    });
    const plain = { Condition: { Bool: { "aws:SecureTransport": "false" } } };
    const less = ["less is denied"];
    const both = [deny(plain), deny({ Resource: "arn:aws:s3:::site/private/*" })];
    expect(grows("AWS::S3::BucketPolicy", both, both.toReversed())).toEqual([]);
    expect(grows("AWS::S3::BucketPolicy", [], both)).toEqual([]);
    expect(grows("AWS::S3::BucketPolicy", both, both.slice(1))).toEqual(less);
    expect(grows("AWS::S3::BucketPolicy", [deny({})], [deny(plain)])).toEqual(less);
    expect(grows("AWS::S3::BucketPolicy", [deny(plain)], [deny({})])).toEqual([]);
    expect(grows("AWS::S3::BucketPolicy", [deny(plain)], [deny({ Action: "*" })])).toEqual([]);
  });
});

describe("who may assume a role", () => {
  const GITHUB = "token.actions.githubusercontent.com";
  const provider = (name: string) => ({ Federated: `arn:aws:iam::${OWN}:oidc-provider/${name}` });
  const signedIn = (sub: Json, operator = "StringLike", name = GITHUB): JsonObject => ({
    Principal: provider(name),
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: {
      [operator]: { [`${name}:sub`]: sub },
      StringEquals: { [`${name}:aud`]: "sts.amazonaws.com" },
    },
  });
  const main = signedIn("repo:acme/app:ref:refs/heads/main");
  const service = { Principal: { Service: "sns.amazonaws.com" }, Action: "sts:AssumeRole" };
  const trust = (after: readonly JsonObject[], before?: readonly JsonObject[]) =>
    widened(
      ROLE,
      { AssumeRolePolicyDocument: allowing(...after) },
      before && { AssumeRolePolicyDocument: allowing(...before) },
    ).map((it) => it.replace("AssumeRolePolicyDocument: ", ""));

  test("of a new one: a service, its own account, and whom a provider is asked about, are nothing to be told", () => {
    expect(trust([main, service, { Principal: { AWS: OWN }, Action: "sts:AssumeRole" }])).toEqual([]);
    expect(
      trust([signedIn("repo:acme/*"), signedIn("system:serviceaccount:app:*", "StringLike", "oidc.eks")]),
    ).toEqual([]);
    expect(trust([{ Principal: { AWS: "999999999999" } }])).toEqual(["another account is allowed in"]);
  });

  test.each(["*", "repo:*", "repo:acme*", "repo:*/app:*"])("of everybody at a provider: %s", (sub) => {
    const everybody = ["everybody of an identity provider is allowed in"];
    expect(trust([signedIn(sub)])).toEqual(everybody);
    expect(trust([signedIn(sub)], [main])).toEqual(everybody);
    expect(trust([signedIn(sub)], [{ Principal: { AWS: "*" } }])).toEqual(everybody);
    expect(trust([main], [signedIn(sub)])).toEqual([]);
  });

  test.each([
    ["repository", "acme/app", true],
    ["repository", "acme/*", true],
    ["repository", "acme*", false],
    ["repository_id", "123456789", true],
    ["repository_owner_id", "1234567", true],
    ["ref", "refs/heads/main", false],
    ["job_workflow_ref", "acme/app/.github/workflows/deploy.yml@refs/heads/main", false],
  ])("by the claim %s of %s: known is %s", (claim, value, isKnown) => {
    const Condition = { StringLike: { [`${GITHUB}:${claim}`]: value } };
    expect(trust([{ ...main, Condition }])).toHaveLength(isKnown ? 0 : 1);
  });

  test("where nothing is asked of the subject", () => {
    const { Condition: _, ...unasked } = main;
    for (const statement of [unasked, signedIn("false", "Null")])
      expect(trust([statement])).toEqual(["everybody of an identity provider is allowed in"]);
  });

  test("of users of a company's own provider is nothing to be told", () => {
    const Condition = { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } };
    expect(
      trust([{ Principal: { Federated: `arn:aws:iam::${OWN}:saml-provider/corp` }, Condition }]),
    ).toEqual([]);
  });

  test("where others come in than before", () => {
    expect(trust([signedIn("repo:acme/app:ref:refs/heads/dev")], [main])).toEqual([
      "who is allowed in must meet other conditions",
    ]);
    expect(trust([signedIn("repo:acme/app:*")], [main])).toEqual([
      "who is allowed in must meet other conditions",
    ]);
    expect(trust([main, signedIn("repo:a/b:*", "StringLike", "oidc.eks")], [main])).toEqual([
      "another identity provider is allowed in",
    ]);
    const root = (...accounts: readonly string[]) => ({
      Principal: { AWS: accounts.map((account) => `arn:aws:iam::${account}:root`) },
    });
    expect(trust([root(OWN, "999999999999")], [root(OWN)])).toEqual(["another account is allowed in"]);
    expect(trust([root("999999999999", "888888888888")], [root("999999999999")])).toEqual([
      "another account is allowed in (more principals)",
    ]);
    expect(trust([root("999999999999")], [root("999999999999", OWN)])).toEqual([]);
    expect(trust([root("999999999999", OWN)], [root("999999999999")])).toEqual([]);
  });

  test("where less is asked of them", () => {
    const asked = { ...service, Condition: { StringEquals: { "aws:SourceAccount": OWN } } };
    expect(trust([service], [asked])).toEqual(["who is allowed in must meet a condition fewer"]);
    expect(trust([asked], [service])).toEqual([]);
    const external = {
      Principal: { AWS: "999999999999" },
      Condition: { StringEquals: { "sts:ExternalId": "x" } },
    };
    expect(trust([{ Principal: external.Principal }], [external])).toEqual([
      "another account is allowed in (a condition fewer)",
    ]);
  });
});

describe("a policy that only limits", () => {
  const mine = allowing({ Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::mine/*" });
  const all = allowing({ Principal: "*", Action: "*", Resource: "*" });
  const endpoint = (after: JsonObject, before?: JsonObject) =>
    widened("AWS::EC2::VPCEndpoint", after, before);
  const widest = ["PolicyDocument: action * on every resource"];

  test("of an endpoint: without one everything is let through", () => {
    expect(endpoint({ PolicyDocument: mine }, {})).toEqual([]);
    expect(endpoint({ PolicyDocument: mine })).toEqual([]);
    expect(endpoint({ PolicyDocument: all })).toEqual([]);
    expect(endpoint({ PolicyDocument: all }, {})).toEqual([]);
    expect(endpoint({}, { PolicyDocument: all })).toEqual([]);
    expect(endpoint({}, { PolicyDocument: mine })).toEqual(widest);
    expect(endpoint({ PolicyDocument: JSON.stringify(all) }, { PolicyDocument: mine })).toEqual(widest);
  });

  test("of an endpoint says nothing of principals", () => {
    const role = allowing({ Principal: { AWS: "999999999999" }, Action: "s3:GetObject", Resource: "arn:x" });
    expect(endpoint({ PolicyDocument: role }, { PolicyDocument: mine })).toEqual([]);
    expect(endpoint({ PolicyDocument: mine }, { PolicyDocument: role })).toEqual([]);
  });

  test.each([
    ["AWS::Organizations::Policy", "Content"],
    ["AWS::RolesAnywhere::Profile", "SessionPolicy"],
    ["AWS::Transfer::User", "Policy"],
  ])("of %s", (type, property) => {
    const every = allowing({ Action: "*", Resource: "*" });
    const part = allowing({ Action: "s3:*", Resource: "arn:aws:s3:::a" });
    expect(widened(type, { [property]: JSON.stringify(every) })).toEqual([]);
    expect(widened(type, { [property]: every }, { [property]: part })).toEqual([
      `${property}: action * on every resource`,
    ]);
  });
});
