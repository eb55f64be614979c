import { describe, expect, test } from "vitest";
import type { Who } from "../contract/permissions.ts";
import { ACCOUNT, type Asked, isAllowed } from "./authorize.ts";
import {
  ALL,
  allowedBy,
  keyPolicyOf,
  LEAST,
  policyOf,
  properties,
  RECORD_KEY,
  SERVICE_ROLE,
} from "./roles.ts";
import type { ParameterSet } from "./template.ts";

const ID = "0a1b2c3d-1111-2222-3333-444455556666";

function stack(name: string): string {
  return `arn:aws:cloudformation:us-east-1:${ACCOUNT}:stack/${name}/${ID}`;
}

function onStack(operation: string, name: string, context?: Asked["context"]): Asked {
  const action = `cloudformation:${operation}`;
  return { action, resource: stack(name), ...(context === undefined ? {} : { context }) };
}

function changeSet(name: string, role?: string): Asked["context"] {
  return {
    "cloudformation:ChangeSetName": name,
    ...(role === undefined ? {} : { "cloudformation:RoleArn": role }),
  };
}

function passing(role: string, service = "cloudformation.amazonaws.com"): Asked {
  return { action: "iam:PassRole", resource: role, context: { "iam:PassedToService": service } };
}

function ofKey(operation: string): Asked {
  return {
    action: `kms:${operation}`,
    resource: RECORD_KEY,
    context: { "kms:MacAlgorithm": "HMAC_SHA_256" },
  };
}

const PR = changeSet("pr-7-0a1b2c3d-1-1");
const ADMIN = `arn:aws:iam::${ACCOUNT}:role/admin`;
const WITHOUT_PASSING: ParameterSet = { ...ALL, PreviewPassesServiceRole: "false" };

type Case = readonly [what: string, who: Who, given: ParameterSet, asked: Asked];

const ALLOWED: readonly Case[] = [
  ["a change set of a pull request", "preview", LEAST, onStack("CreateChangeSet", "app-1", PR)],
  [
    "one with the service role",
    "preview",
    ALL,
    onStack("CreateChangeSet", "app", changeSet("pr-7", SERVICE_ROLE)),
  ],
  ["passing the service role", "preview", ALL, passing(SERVICE_ROLE)],
  ["the second prefix", "preview", ALL, onStack("CreateChangeSet", "aurora-prod", PR)],
  ["a nested stack", "preview", LEAST, onStack("GetTemplate", "app-Child-1ABC2DEF")],
  ["a nested stack's drift", "deploy", LEAST, onStack("DetectStackDrift", "app-Child-1ABC2DEF")],
  ["a nested stack's drifts", "deploy", LEAST, onStack("DescribeStackResourceDrifts", "app-Child-1ABC2DEF")],
  ["a look at the price list", "preview", LEAST, { action: "pricing:GetProducts", resource: "*" }],
  ["a stand-in's end", "preview", LEAST, onStack("DeleteStack", "app-preview-4711")],
  ["signing", "preview", ALL, ofKey("GenerateMac")],
  ["execution", "deploy", LEAST, onStack("ExecuteChangeSet", "app", PR)],
  ["the end of a failed creation", "deploy", LEAST, onStack("DeleteStack", "app")],
  ["termination protection", "deploy", LEAST, onStack("UpdateTerminationProtection", "app")],
  ["passing the service role", "deploy", ALL, passing(SERVICE_ROLE)],
  ["verifying", "deploy", ALL, ofKey("VerifyMac")],
  ["a look before a destroy", "deploy", ALL, { action: "rds:DescribeGlobalClusters", resource: "*" }],
];

const DENIED: readonly Case[] = [
  ["execution", "preview", ALL, onStack("ExecuteChangeSet", "app", PR)],
  ["execution of a stand-in", "preview", ALL, onStack("ExecuteChangeSet", "app-preview-4711", PR)],
  ["an update", "preview", ALL, onStack("UpdateStack", "app")],
  ["the end of a stack", "preview", ALL, onStack("DeleteStack", "app")],
  ["the end of a stack of another prefix", "preview", ALL, onStack("DeleteStack", "other-preview-4711")],
  ["termination protection", "preview", ALL, onStack("UpdateTerminationProtection", "app")],
  ["another's change set", "preview", LEAST, onStack("CreateChangeSet", "other", PR)],
  [
    "a change set of a deploy's name",
    "preview",
    LEAST,
    onStack("CreateChangeSet", "app", changeSet("deploy-1")),
  ],
  ["passing any role", "preview", LEAST, passing(ADMIN)],
  ["passing any role where there is a service role", "preview", ALL, passing(ADMIN)],
  ["passing the service role where it is not wanted", "preview", WITHOUT_PASSING, passing(SERVICE_ROLE)],
  [
    "passing the service role to another service",
    "preview",
    ALL,
    passing(SERVICE_ROLE, "lambda.amazonaws.com"),
  ],
  [
    "a change set with another role",
    "preview",
    ALL,
    onStack("CreateChangeSet", "app", changeSet("pr-7", ADMIN)),
  ],
  ["drift detection", "preview", ALL, onStack("DetectStackDrift", "app")],
  ["execution elsewhere", "deploy", ALL, onStack("ExecuteChangeSet", "other", PR)],
  [
    "execution where a prefix is only within the name",
    "deploy",
    ALL,
    onStack("ExecuteChangeSet", "my-app", PR),
  ],
  ["deletion elsewhere", "deploy", ALL, onStack("DeleteStack", "other")],
  ["looking elsewhere", "deploy", ALL, onStack("DescribeStacks", "other")],
  ["termination protection elsewhere", "deploy", ALL, onStack("UpdateTerminationProtection", "other")],
  [
    "a change set with another role",
    "deploy",
    ALL,
    onStack("CreateChangeSet", "app", changeSet("deploy-1", ADMIN)),
  ],
  ["passing any role", "deploy", LEAST, passing(ADMIN)],
  ["passing another role than the service role", "deploy", ALL, passing(ADMIN)],
  ["signing", "deploy", ALL, ofKey("GenerateMac")],
  ["a look at the price list", "deploy", ALL, { action: "pricing:GetProducts", resource: "*" }],
  ["a look before a destroy", "deploy", LEAST, { action: "rds:DescribeGlobalClusters", resource: "*" }],
  ["another bucket", "deploy", ALL, { action: "s3:PutObject", resource: "arn:aws:s3:::other/a.json" }],
  [
    "another parameter",
    "preview",
    ALL,
    { action: "ssm:GetParameters", resource: `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/secret` },
  ],
];

describe("the policies of the roles", () => {
  test.for(ALLOWED)("allowed: %s, by the %s role", async ([, who, given, asked]) => {
    expect(await isAllowed(who, given, asked)).toBe(true);
  });

  test.for(DENIED)("denied: %s, by the %s role", async ([, who, given, asked]) => {
    expect(await isAllowed(who, given, asked)).toBe(false);
  });

  // These have no stack to be asked about: https://docs.aws.amazon.com/service-authorization/latest/reference/
  const withoutStack =
    /:(List(HookResults|Imports)|GetHookResult|Batch\w+|DescribeStackDriftDetectionStatus)$/;

  test.for(["preview", "deploy"] as const)(
    "the %s role may do all of CloudFormation's to its own stacks, and nothing to others",
    async (who) => {
      const actions = allowedBy(policyOf(who, ALL).Statement).filter(
        (action) => action.startsWith("cloudformation:") && !withoutStack.test(action),
      );
      const allowedOn = async (name: string) => {
        const asked = actions.map((action) =>
          onStack(
            action.slice("cloudformation:".length),
            name,
            action.endsWith(":CreateChangeSet") ? PR : undefined,
          ),
        );
        const answers = await Promise.all(asked.map((one) => isAllowed(who, ALL, one)));
        return actions.filter((_, index) => answers[index]);
      };
      expect(await allowedOn("app-preview-4711")).toEqual(actions);
      expect(await allowedOn("other")).toEqual([]);
      expect(await allowedOn("other-app")).toEqual([]);
    },
  );

  test("the key's administrators can neither sign nor verify, nor let others do it by a grant", () => {
    const [administration] = keyPolicyOf(ALL)?.Statement ?? [];
    const actions = [administration?.Action ?? []].flat();
    expect(administration?.Sid).toBe("AdministrationWithoutUse");
    expect(actions).toContain("kms:Put*");
    const patterns = actions.map((action) => new RegExp(`^${action.replaceAll("*", ".*")}$`));
    for (const use of ["kms:GenerateMac", "kms:VerifyMac", "kms:CreateGrant"]) {
      expect(patterns.filter((pattern) => pattern.test(use))).toEqual([]);
    }
  });

  test("the bucket is private, versioned, and reached by TLS only", () => {
    expect(properties("TemplateBucket", ALL)).toMatchObject({
      PublicAccessBlockConfiguration: {
        ...{ BlockPublicAcls: true, BlockPublicPolicy: true },
        ...{ IgnorePublicAcls: true, RestrictPublicBuckets: true },
      },
      VersioningConfiguration: { Status: "Enabled" },
    });
    expect(properties("TemplateBucketPolicy", ALL).PolicyDocument).toMatchObject({
      Statement: [
        {
          ...{ Effect: "Deny", Principal: "*", Action: "s3:*" },
          Resource: ["arn:aws:s3:::templates", "arn:aws:s3:::templates/*"],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    });
  });

  // "role policy size: 10,240 characters", white space not counted: IAM and STS quotas.
  test("they fit into a role with twenty prefixes of thirty characters", () => {
    const prefixes = Array.from({ length: 20 }, (_, index) => `a${index}`.padEnd(30, "x")).join(",");
    for (const who of ["preview", "deploy"] as const) {
      const { length } = JSON.stringify(policyOf(who, { ...ALL, StackNamePrefixes: prefixes }));
      expect(length).toBeLessThan(10_240);
    }
  });
});
