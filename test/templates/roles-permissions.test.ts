import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { actionsOf, rows, type Who } from "../contract/permissions.ts";
import { ALL, allowedBy, keyPolicyOf, LEAST, policyOf, ROLES } from "./roles.ts";
import type { ParameterSet } from "./template.ts";

const root = join(import.meta.dirname, "../..");

/** What the README's table gives to both roles, whatever is asked for. */
const ALWAYS = [
  "preview and cleanup",
  "`tags`",
  "transforms and macros",
  "the bundled template's rules",
  "`preflight`",
  "rollback alarms",
  "costs in a preview",
  "denials put into words",
];
const DEPLOYS = ["deploy", "`mode: drift`, `schedule`"];
const ASKED_FOR = [
  "`role-arn`",
  "parameters of a type `AWS::SSM::Parameter::Value<…>`",
  "`record-key`",
  "`{{resolve:ssm:…}}` without a version",
  "nested stacks with a template in S3",
  "`s3-bucket`",
  "code of Lambda functions in S3 that the action does not put there itself",
];
const DESTROYS = ["`mode: destroy`"];

/** The managed policies of the parameter ResourcePolicyArns give that. */
const OF_THE_RESOURCES = ["creating the resources"];

/** What the template gives a role: its own policy, and the key's. */
function givenTo(who: Who, given: ParameterSet): readonly string[] {
  const ofKey = (keyPolicyOf(given)?.Statement ?? []).filter(
    ({ Principal }) => Principal?.AWS === ROLES[who],
  );
  return allowedBy([...policyOf(who, given).Statement, ...ofKey]);
}

function tableGives(who: Who, names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap((row) => actionsOf(row, who)))].toSorted();
}

describe("the roles may do what the README's table says, and nothing else", () => {
  test("the table has no other row", () => {
    const known = [...ALWAYS, ...DEPLOYS, ...ASKED_FOR, ...DESTROYS, ...OF_THE_RESOURCES];
    expect([...rows.keys()].toSorted()).toEqual(known.toSorted());
  });

  test("previews, by default", () => {
    expect(givenTo("preview", LEAST)).toEqual(tableGives("preview", ALWAYS));
  });

  test("deploys, by default", () => {
    expect(givenTo("deploy", LEAST)).toEqual(tableGives("deploy", [...ALWAYS, ...DEPLOYS]));
  });

  test("previews, with everything", () => {
    expect(givenTo("preview", ALL)).toEqual(tableGives("preview", [...ALWAYS, ...ASKED_FOR]));
  });

  test("deploys, with everything", () => {
    const names = [...ALWAYS, ...DEPLOYS, ...ASKED_FOR, ...DESTROYS];
    expect(givenTo("deploy", ALL)).toEqual(tableGives("deploy", names));
  });
});

/** IAM's names for operations, and services, that it calls otherwise: https://docs.aws.amazon.com/AmazonS3/latest/API/ */
const IAM_NAMES: Readonly<Record<string, string>> = {
  "s3:HeadObject": "s3:GetObject",
  "s3:ListObjectVersions": "s3:ListBucketVersions",
  // ListObjectsV2, too: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
  "s3:ListObjectsV2": "s3:ListBucket",
  "service-quotas:GetServiceQuota": "servicequotas:GetServiceQuota",
  "secrets-manager:DescribeSecret": "secretsmanager:DescribeSecret",
};

/** What AWS asks IAM about behind a call, under another name than the call's. */
const BEHIND_A_CALL = [
  // Of CreateChangeSet with a role, and with tags.
  ...["iam:PassRole", "cloudformation:TagResource", "cloudformation:UntagResource"],
  // Of DetectStackDrift, for each resource.
  ...["cloudformation:DetectStackResourceDrift", "cloudformation:BatchDescribeTypeConfigurations"],
];

/** Of which client src/aws/sdk/ takes each command that is loaded late. */
function clientOf(): ReadonlyMap<string, string> {
  const folder = join(root, "src/aws/sdk");
  const named = readdirSync(folder).flatMap((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const client = /from "@aws-sdk\/client-([\w-]+)"/.exec(text)?.[1] ?? "";
    return [...text.matchAll(/(\w+)Command\b/g)].map(([, name = ""]) => [name, client] as const);
  });
  const twice = named.filter(([name], index) => named.findIndex(([other]) => other === name) !== index);
  if (twice.length > 0) throw new Error(`whose are they? ${JSON.stringify(twice)}`);
  return new Map(named);
}

/** IAM's names for all that src/aws sends. */
function sentByTheCode(): readonly string[] {
  const clients = clientOf();
  const folder = join(root, "src/aws");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const found = files.flatMap((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    return [...text.matchAll(/new (\w+\.)*([A-Z]\w+)Command\(/g)].map(([, loaded, name = ""]) => {
      // CloudFormation's client is always there, the others are loaded when they are needed.
      const client = loaded === undefined ? "cloudformation" : clients.get(name);
      const types = `node_modules/@aws-sdk/client-${client}/dist-types/commands/${name}Command.d.ts`;
      if (client === undefined || !existsSync(join(root, types))) throw new Error(`whose is ${name}?`);
      return IAM_NAMES[`${client}:${name}`] ?? `${client}:${name}`;
    });
  });
  return [...new Set(found)].toSorted();
}

describe("the roles may do what the code does", () => {
  const both = [...new Set([...givenTo("preview", ALL), ...givenTo("deploy", ALL)])];

  test("every call that src/aws can make is allowed to one of them", () => {
    const sent = sentByTheCode();
    expect(sent).toEqual(expect.arrayContaining(["cloudformation:ExecuteChangeSet", "ecr:ListImages"]));
    expect(sent.filter((action) => !both.includes(action))).toEqual([]);
  });

  test("nothing is allowed that no call needs", () => {
    const needed = [...sentByTheCode(), ...BEHIND_A_CALL];
    expect(both.filter((action) => !needed.includes(action))).toEqual([]);
    expect(BEHIND_A_CALL.filter((action) => !both.includes(action))).toEqual([]);
  });
});
