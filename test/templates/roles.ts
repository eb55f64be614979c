import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Who } from "../contract/permissions.ts";
import { evaluate } from "./evaluate.ts";
import { type Json, type JsonObject, type ParameterSet, type Template, withDefaults } from "./template.ts";

const path = join(import.meta.dirname, "../../templates/github-deploy-roles.json");

export const template = JSON.parse(readFileSync(path, "utf8")) as Template;

/** As little said as it takes. */
export const LEAST: ParameterSet = { GitHubRepository: "acme/app", StackNamePrefixes: "app" };

/** Everything that can be asked for. */
export const ALL: ParameterSet = {
  ...LEAST,
  StackNamePrefixes: "app,aurora-,payments-",
  GitHubOwnerId: "1234567",
  GitHubRepositoryId: "123456789",
  PreviewWorkflowRef: "acme/app/.github/workflows/preview.yml@refs/heads/main",
  ResourcePolicyArns: "arn:aws:iam::aws:policy/AmazonRDSFullAccess",
  DriftPolicyArns: "arn:aws:iam::aws:policy/ReadOnlyAccess",
  SsmParameterPrefixes: "app/,shared/",
  CodeBuckets: "code,artifacts.acme",
  AllowDestroy: "true",
  CreateServiceRole: "true",
  CreateRecordKey: "true",
  CreateTemplateBucket: "true",
};

export const SERVICE_ROLE = "arn:aws:iam::123456789012:role/cloudformation";
export const RECORD_KEY = "arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d-1111-2222-3333-444455556666";
export const ROLES: Readonly<Record<Who, string>> = {
  preview: "arn:aws:iam::123456789012:role/preview",
  deploy: "arn:aws:iam::123456789012:role/deploy",
};

export interface Statement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: JsonObject;
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: JsonObject;
}

export interface Policy {
  readonly Version: string;
  readonly Statement: readonly Statement[];
}

/** The policy of what a role may do, as it is with these parameters. */
export function policyOf(who: Who, given: ParameterSet): Policy {
  const id = { preview: "PreviewPolicy", deploy: "DeployPolicy" }[who];
  return properties(id, given).PolicyDocument as unknown as Policy;
}

/** The policy of whom a role trusts. */
export function trustOf(who: Who, given: ParameterSet): Policy {
  const id = { preview: "PreviewRole", deploy: "DeployRole" }[who];
  return properties(id, given).AssumeRolePolicyDocument as unknown as Policy;
}

/** The policy of the key that signs records; `undefined` where there is none. */
export function keyPolicyOf(given: ParameterSet): Policy | undefined {
  if (given.CreateRecordKey !== "true") return undefined;
  return properties("RecordKey", given).KeyPolicy as unknown as Policy;
}

/** The properties of one resource, with the ARNs that its neighbours have once they are there. */
export function properties(id: string, given: ParameterSet): JsonObject {
  const world = { parameters: withDefaults(template, given), subnets: {} };
  const evaluated = evaluate(template, world, template.Resources[id]?.Properties ?? {});
  return JSON.parse(withArns(evaluated)) as JsonObject;
}

/** The resources that there are with these parameters. */
export function resourcesWith(given: ParameterSet): readonly string[] {
  const world = { parameters: withDefaults(template, given), subnets: {} };
  return Object.entries(template.Resources).flatMap(([id, { Condition }]) =>
    Condition === undefined || evaluate(template, world, { Condition }) === true ? [id] : [],
  );
}

const ARNS: readonly (readonly [string, string])[] = [
  ["ServiceRole.Arn", SERVICE_ROLE],
  ["PreviewRole.Arn", ROLES.preview],
  ["DeployRole.Arn", ROLES.deploy],
  ["TemplateBucket.Arn", "arn:aws:s3:::templates"],
];

function withArns(value: Json): string {
  const text = JSON.stringify(value);
  return ARNS.reduce((replaced, [name, arn]) => replaced.replaceAll(name, arn), text);
}

/** What every statement allows, each action once. */
export function allowedBy(statements: readonly Statement[]): readonly string[] {
  return [...new Set(statements.flatMap(({ Action }) => Action))].toSorted();
}
