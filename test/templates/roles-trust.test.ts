import { describe, expect, test } from "vitest";
import type { Who } from "../contract/permissions.ts";
import { DEPLOY_ROLE, PREVIEW_ROLE, twoRoles } from "../e2e/workflows/account.ts";
import { failedAssertions } from "./evaluate.ts";
import { ALL, LEAST, properties, resourcesWith, template, trustOf } from "./roles.ts";
import { unknownProperties } from "./spec.ts";
import { constraintProblems, type ParameterSet, withDefaults } from "./template.ts";

const HOST = "token.actions.githubusercontent.com";
const IDS = { GitHubOwnerId: "1234567", GitHubRepositoryId: "123456789" };

/** The tokens that a role takes: what their `sub` must be, and what their other claims. */
function taken(who: Who, given: ParameterSet) {
  const [statement, ...others] = trustOf(who, given).Statement;
  expect(others).toEqual([]);
  expect(statement?.Action).toBe("sts:AssumeRoleWithWebIdentity");
  const condition = statement?.Condition as Record<string, Record<string, string | readonly string[]>>;
  const claims = Object.entries(condition).flatMap(([operator, wanted]) =>
    Object.entries(wanted).map(([key, value]) => [key.slice(HOST.length + 1), { operator, value }] as const),
  );
  return Object.fromEntries(claims);
}

describe("whom the roles trust", () => {
  test.for([
    ["preview", PREVIEW_ROLE],
    ["deploy", DEPLOY_ROLE],
  ] as const)("the %s role trusts whom the README says, by both forms of the name", ([who, arn]) => {
    const readme = twoRoles.find((role) => role.arn === arn)?.trusts ?? [];
    const { sub, aud } = taken(who, { ...LEAST, ...IDS });
    expect([...(sub?.value ?? [])].toSorted()).toEqual(readme.toSorted());
    expect(aud).toEqual({ operator: "StringEquals", value: "sts.amazonaws.com" });
  });

  test("without ids by the plain name only", () => {
    expect(taken("preview", LEAST).sub).toEqual({
      operator: "StringLike",
      value: ["repo:acme/app:pull_request", "repo:acme/app:ref:refs/heads/gh-readonly-queue/main/*"],
    });
    expect(taken("deploy", { ...LEAST, DeployBranch: "release" })).toEqual({
      aud: { operator: "StringEquals", value: "sts.amazonaws.com" },
      sub: { operator: "StringEquals", value: ["repo:acme/app:ref:refs/heads/release"] },
    });
  });

  // A pull request changes its own workflow, and no workflow that it calls at the deploy branch.
  test("with a workflow for previews nobody else", () => {
    const PreviewWorkflowRef = "acme/app/.github/workflows/preview.yml@refs/heads/main";
    const { job_workflow_ref, ...others } = taken("preview", { ...LEAST, PreviewWorkflowRef });
    expect(job_workflow_ref).toEqual({ operator: "StringEquals", value: PreviewWorkflowRef });
    expect(others).toEqual(taken("preview", LEAST));
  });

  // A pull request's own workflow may name the environment: its `ref` is refs/pull/…/merge.
  test("with an environment nobody without it, and only on the deploy branch", () => {
    expect(taken("deploy", { ...LEAST, ...IDS, DeployEnvironment: "production" })).toEqual({
      aud: { operator: "StringEquals", value: "sts.amazonaws.com" },
      ref: { operator: "StringEquals", value: "refs/heads/main" },
      sub: {
        operator: "StringEquals",
        value: [
          "repo:acme/app:environment:production",
          "repo:acme@1234567/app@123456789:environment:production",
        ],
      },
    });
  });

  test("by the provider that is made, or the account's own", () => {
    const providers = (["true", "false"] as const).map(
      (CreateOidcProvider) => trustOf("deploy", { ...LEAST, CreateOidcProvider }).Statement[0]?.Principal,
    );
    expect(providers).toEqual([
      { Federated: "OidcProvider" },
      { Federated: `arn:aws:iam::111122223333:oidc-provider/${HOST}` },
    ]);
  });
});

describe("what is made", () => {
  const always = ["PreviewRole", "PreviewPolicy", "DeployRole", "DeployPolicy"];

  test("the optional parts only where they are asked for", () => {
    expect(resourcesWith({ ...LEAST, CreateOidcProvider: "false" }).toSorted()).toEqual(always.toSorted());
    expect(resourcesWith(ALL).toSorted()).toEqual(Object.keys(template.Resources).toSorted());
  });

  test("the resources' policies go to whoever makes the resources", () => {
    const policies = (given: ParameterSet) =>
      ["DeployRole", "ServiceRole"].map((id) => properties(id, given).ManagedPolicyArns);
    const arn = "arn:aws:iam::aws:policy/AmazonRDSFullAccess";
    expect(policies(LEAST)).toEqual([undefined, undefined]);
    expect(policies({ ...LEAST, ResourcePolicyArns: arn })[0]).toEqual([arn]);
    const ofService = { ...LEAST, ResourcePolicyArns: arn, CreateServiceRole: "true" };
    expect(policies(ofService)).toEqual([undefined, [arn]]);
    const { DriftPolicyArns } = ALL;
    expect(policies({ ...ofService, DriftPolicyArns: String(DriftPolicyArns) })).toEqual([
      [DriftPolicyArns],
      [arn],
    ]);
    const both = { ...LEAST, ResourcePolicyArns: arn, DriftPolicyArns: String(DriftPolicyArns) };
    expect(policies(both)[0]).toEqual([arn, DriftPolicyArns]);
  });

  test("every property is one that its type has", () => {
    const unknown = Object.entries(template.Resources).flatMap(([id, { Type }]) =>
      unknownProperties(Type, properties(id, ALL)).map((problem) => `${id}: ${problem}`),
    );
    expect(unknown).toEqual([]);
  });

  test("what holds data stays when the stack goes", () => {
    for (const id of ["RecordKey", "TemplateBucket", "OidcProvider"]) {
      expect(template.Resources[id]).toMatchObject({
        DeletionPolicy: "RetainExceptOnCreate",
        UpdateReplacePolicy: "Retain",
      });
    }
  });
});

describe("the parameters", () => {
  test.for([
    ["LEAST", LEAST],
    ["ALL", ALL],
  ] as const)("%s is taken", ([, given]) => {
    const values = withDefaults(template, given);
    expect(Object.keys(values).toSorted()).toEqual(Object.keys(template.Parameters).toSorted());
    expect(Object.entries(values).flatMap(([name, value]) => problemsOf(name, value))).toEqual([]);
    expect(failedAssertions(template, { parameters: values, subnets: {} })).toEqual([]);
  });

  // Each would let somebody else in, or reach further than it looks.
  test.for([
    ["GitHubRepository", "acme/*"],
    ["GitHubRepository", "acme/app:ref"],
    ["GitHubRepository", "app"],
    ["GitHubOwnerId", "*"],
    ["GitHubRepositoryId", "1*"],
    ["DeployBranch", "*"],
    ["DeployBranch", "release/?"],
    ["DeployBranch", ""],
    ["DeployEnvironment", "prod*"],
    ["PreviewWorkflowRef", "acme/app/.github/workflows/*@refs/heads/main"],
    ["PreviewWorkflowRef", "acme/app/.github/workflows/preview.yml"],
    ["PreviewWorkflowRef", ".github/workflows/preview.yml@refs/heads/main"],
    ["StackNamePrefixes", ""],
    ["StackNamePrefixes", "app-,"],
    ["StackNamePrefixes", ",app-"],
    ["StackNamePrefixes", "app-,,web-"],
    ["StackNamePrefixes", "app-|*"],
    ["StackNamePrefixes", "*"],
    ["StackNamePrefixes", "app/*"],
    ["SsmParameterPrefixes", "*"],
    ["SsmParameterPrefixes", "/app"],
    ["ResourcePolicyArns", "AdministratorAccess"],
    ["DriftPolicyArns", "ReadOnlyAccess"],
    ["DeploySessionSeconds", "900"],
  ] as const)("%s is not %j", ([name, value]) => {
    expect(problemsOf(name, value)).not.toEqual([]);
  });

  test("one id without the other is refused", () => {
    const failed = (given: ParameterSet) =>
      failedAssertions(template, { parameters: withDefaults(template, { ...LEAST, ...given }), subnets: {} });
    expect(failed({ GitHubOwnerId: "1" })).toEqual([
      "GitHubRepositoryId is missing: give both ids or neither.",
    ]);
    expect(failed({ GitHubRepositoryId: "1" })).toEqual([
      "GitHubOwnerId is missing: give both ids or neither.",
    ]);
    expect(failed(IDS)).toEqual([]);
  });

  test("each has a description, a label and a place in the console", () => {
    const { ParameterGroups, ParameterLabels } = template.Metadata["AWS::CloudFormation::Interface"];
    const names = Object.keys(template.Parameters).toSorted();
    expect(ParameterGroups.flatMap(({ Parameters }) => Parameters).toSorted()).toEqual(names);
    expect(Object.keys(ParameterLabels).toSorted()).toEqual(names);
    for (const { Description = "" } of Object.values(template.Parameters)) {
      expect(Description).toMatch(/\.$/);
    }
  });
});

function problemsOf(name: string, value: string): readonly string[] {
  const parameter = template.Parameters[name];
  if (parameter === undefined) return [`${name} is no parameter`];
  return constraintProblems(parameter, value).map((problem) => `${name} ${problem}`);
}
