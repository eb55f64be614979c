import { describe, expect, test } from "vitest";
import { KNOWN_AFTER_APPLY } from "../../../src/changes/model.ts";
import { wideGrants } from "../../../src/changes/policies/wideGrants.ts";
import type { JsonObject } from "../../../src/template/model.ts";

const UUID = "c5c3ca0a-1111-4222-8333-444455556666";
const AUD = { aud: "sts.amazonaws.com" };
const EVERYBODY = ["IAM is widened: everybody of an identity provider is allowed in"];

const provider = (issuer: string) => `arn:aws:iam::111122223333:oidc-provider/${issuer}`;

/** What is said of a new role that those may assume who sign in with a provider and meet these tests of their claims. */
function told(
  issuer: string,
  claims: Readonly<Record<string, string>>,
  Federated = provider(issuer),
  operator = "StringLike",
): readonly string[] {
  const tests = Object.entries(claims).map(([claim, value]) => [`${issuer}:${claim}`, value]);
  const statement: JsonObject = {
    Effect: "Allow",
    Principal: { Federated },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: { [operator]: Object.fromEntries(tests) },
  };
  const after = { AssumeRolePolicyDocument: { Statement: [statement] } };
  const states = { before: undefined, after };
  return wideGrants("AWS::IAM::Role", states, { account: "111122223333" }).map(({ message }) => message);
}

describe("a provider that is one customer's own", () => {
  const ISSUERS: readonly [string, Readonly<Record<string, string>>][] = [
    [`oidc.circleci.com/org/${UUID}`, { aud: UUID, sub: `org/${UUID}/project/*` }],
    [`oidc.circleci.com/org/${UUID}`, { aud: UUID }],
    [
      "api.bitbucket.org/2.0/workspaces/Acme/pipelines-config/identity/oidc",
      { aud: `ari:cloud:bitbucket::workspace/${UUID}`, sub: `{${UUID}}:*` },
    ],
    [`vstoken.dev.azure.com/${UUID}`, { aud: "api://AzureADTokenExchange", sub: "sc://acme/*" }],
    ["oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE", AUD],
    ["oidc.eks.cn-north-1.amazonaws.com.cn/id/EXAMPLED539D4633E53DE1B71EXAMPLE", AUD],
    ["token.actions.githubusercontent.com/acme-corp", AUD],
  ];

  test.each(ISSUERS)("lets in nobody else: %s %j", (issuer, claims) => {
    expect(told(issuer, claims)).toEqual([]);
    for (const arn of [KNOWN_AFTER_APPLY, "{{Provider}}", provider("{{Issuer}}")])
      expect(told(issuer, claims, arn)).toEqual([]);
  });

  test.each(["StringLikeIfExists", "ForAllValues:StringLike", "StringNotEquals", "Null"])(
    "is not known by %s alone",
    (operator) => {
      const [issuer, claims] = ISSUERS[0] ?? ["", {}];
      expect(told(issuer, claims, KNOWN_AFTER_APPLY, operator)).toEqual(EVERYBODY);
      expect(told(issuer, claims, provider(issuer), operator)).toEqual([]);
    },
  );

  test.each(ISSUERS)("is no other that only tests its claims: %s %j", (issuer, claims) => {
    expect(told(issuer, claims, provider("gitlab.com"))).toEqual(EVERYBODY);
  });

  test.each([
    "oidc.circleci.com",
    "oidc.circleci.com/org/",
    "api.bitbucket.org/2.0/workspaces/acme",
    "vstoken.dev.azure.com",
    `evil.example/oidc.circleci.com/org/${UUID}`,
    "oidc.eks.example.com/id/A",
  ])("has an address of that form: %s has not", (issuer) => {
    expect(told(issuer, AUD)).toEqual(EVERYBODY);
    expect(told(issuer, AUD, KNOWN_AFTER_APPLY)).toEqual(EVERYBODY);
  });
});

describe("a provider that many share", () => {
  test.each([
    ["token.actions.githubusercontent.com", "repo:acme/app:*", "repo:*"],
    ["gitlab.com", "project_path:acme/app:ref_type:branch:ref:*", "project_path:*/app:*"],
    ["agent.buildkite.com", "organization:acme:pipeline:app:*", "organization:*:pipeline:app:*"],
    ["app.terraform.io", "organization:acme:project:*", "organization:acme*"],
    ["oidc.codefresh.io", "account:64f0c2:pipeline:*", "account:*"],
    ["accounts.google.com", "100018646976219416293", "*"],
    ["identity.example.com", "org:acme:*", "org*"],
  ])("%s is to be asked for the customer", (issuer, named, anybodys) => {
    expect(told(issuer, { ...AUD, sub: named })).toEqual([]);
    expect(told(issuer, { ...AUD, sub: anybodys })).toEqual(EVERYBODY);
    expect(told(issuer, AUD)).toEqual(EVERYBODY);
    expect(told(issuer, {})).toEqual(EVERYBODY);
    expect(told(issuer, { ...AUD, sub: anybodys }, KNOWN_AFTER_APPLY)).toEqual(EVERYBODY);
  });

  test.each([
    ["api.pulumi.com/oidc", "aud", "aws:acme"],
    ["oidc.vercel.com", "aud", "https://vercel.com/acme"],
    ["www.amazon.com", "user_id", "amzn1.account.AHX1"],
    ["graph.facebook.com", "id", "1000"],
  ])("%s names the customer in %s", (issuer, claim, value) => {
    const federated = issuer.startsWith("www.") || issuer.startsWith("graph.") ? issuer : provider(issuer);
    expect(told(issuer, { [claim]: value }, federated)).toEqual([]);
    expect(told(issuer, { [claim]: "*" }, federated)).toEqual(EVERYBODY);
  });

  test("a client's ID of Google's is anybody's who signs in there", () => {
    expect(told("accounts.google.com", { aud: "66677788899900pro0" }, "accounts.google.com")).toEqual(
      EVERYBODY,
    );
  });
});
