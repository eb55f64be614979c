import type { DeploymentFile } from "./deployments/deploymentFile.ts";
import { DEFAULTS } from "./inputDefaults.ts";
import { type InputReader, inputReader } from "./inputReader.ts";
import { branchNamed } from "./payload.ts";
import { checkRollbackInputs, type RollbackInputs, rollbackInputs } from "./stack/rollbackInputs.ts";
import type { Assignments, Finding } from "./template/model.ts";

export const MODES = [
  "auto",
  "render",
  "preview",
  "deploy",
  "destroy",
  "drift",
  "cleanup",
  "discover",
] as const;
export type Mode = (typeof MODES)[number];

/** The templates that the action ships, by the name that `template` takes. */
export const BUNDLED_TEMPLATES = ["aurora-postgresql", "github-deploy-roles"] as const;
export type BundledTemplate = (typeof BUNDLED_TEMPLATES)[number];

export type TemplateChoice =
  | { readonly kind: "bundled"; readonly name: BundledTemplate }
  | { readonly kind: "workspace"; readonly path: string };

/** Every input of action.yml, validated. What was left empty and has no default is `undefined`. */
export interface Inputs extends RollbackInputs {
  readonly mode: Mode;
  readonly template: TemplateChoice;
  readonly stackName: string;
  readonly environmentSuffix: string | undefined;
  readonly parameters: Assignments;
  readonly parameterFiles: readonly string[];
  readonly missingParameters: "previous" | "default";
  /** `undefined`: the stack's tags are left as they are. */
  readonly tags: Assignments | undefined;
  readonly region: string;
  readonly capabilities: readonly string[];
  readonly roleArn: string | undefined;
  readonly notificationArns: readonly string[] | undefined;
  readonly s3Bucket: string | undefined;
  readonly s3Prefix: string | undefined;
  readonly includeNestedStacks: boolean;
  readonly importExistingResources: boolean;
  readonly deploymentMode: "standard" | "revert-drift";
  readonly onFailure: "rollback" | "keep" | "delete";
  readonly terminationProtection: boolean | undefined;
  readonly timeoutMinutes: number;
  /** Its name alone. One that no branch can have stands as it was given: see `planFor`. */
  readonly deployBranch: string | undefined;
  readonly requireReview: boolean;
  readonly requiredApprovals: number;
  readonly approvedDigest: string | undefined;
  /** Tells one deploy from another of the same stack name and region, in another account. */
  readonly label: string | undefined;
  /** The KMS key that signs and verifies review records. */
  readonly recordKey: string | undefined;
  readonly allowDestructive: readonly string[];
  readonly onDestructive: "fail" | "warn";
  readonly confirm: string | undefined;
  /** Path of the file that says more of the stack, where the step does not. */
  readonly deploymentFile: string | undefined;
  /** Globs of the files that `discover` reads. */
  readonly deployments: readonly string[];
  readonly comment: "always" | "changes" | "never";
  readonly redact: readonly string[];
  readonly maskOutputs: readonly string[];
  readonly preflight: boolean;
  readonly githubToken: string;
}

export interface ParsedInputs {
  /** Where an input was wrong its default stands, so that everything else can still be checked. */
  readonly inputs: Inputs;
  /** The deployment file; of its parameters and tags the step's and those of parameter files win. */
  readonly file?: DeploymentFile;
  readonly problems: readonly Finding[];
}

/**
 * Reads and checks every input.
 * @param read the raw text of an input, empty where it is not set (trimming is done here)
 * @param fallbackRegion the environment's region (`AWS_REGION`), if any
 * @returns the inputs and all problems with them, none thrown
 */
export function parseInputs(
  read: (name: string) => string,
  fallbackRegion: string | undefined,
): ParsedInputs {
  const problems: Finding[] = [];
  const input = inputReader(read, (message) => problems.push({ level: "error", message }));
  const inputs: Inputs = {
    mode: input.choice("mode", MODES, "auto"),
    ...namesOf(input),
    parameters: input.assignments("parameters"),
    parameterFiles: input.lines("parameters-file"),
    missingParameters: input.choice(
      "missing-parameters",
      ["previous", "default"],
      DEFAULTS["missing-parameters"],
    ),
    tags: input.text("tags") === undefined ? undefined : input.assignments("tags"),
    region:
      input.matching("region", REGION, "an AWS region such as us-east-1") ?? fallbackRegion ?? "us-east-1",
    capabilities: input.list(
      "capabilities",
      CAPABILITY,
      "CAPABILITY_IAM, CAPABILITY_NAMED_IAM or CAPABILITY_AUTO_EXPAND",
    ),
    roleArn: input.matching("role-arn", ROLE_ARN, "the ARN of an IAM role"),
    notificationArns: notificationArns(input),
    ...rollbackInputs(input),
    s3Bucket: input.matching("s3-bucket", BUCKET, "the name of an S3 bucket"),
    s3Prefix: s3Prefix(input),
    includeNestedStacks: input.flag("include-nested-stacks", DEFAULTS["include-nested-stacks"]),
    importExistingResources: input.flag("import-existing-resources", DEFAULTS["import-existing-resources"]),
    deploymentMode: input.choice(
      "deployment-mode",
      ["standard", "revert-drift"],
      DEFAULTS["deployment-mode"],
    ),
    onFailure: input.choice("on-failure", ["rollback", "keep", "delete"], DEFAULTS["on-failure"]),
    terminationProtection:
      input.text("termination-protection") === undefined
        ? undefined
        : input.flag("termination-protection", false),
    timeoutMinutes: input.minutes("timeout-minutes", DEFAULTS["timeout-minutes"]),
    deployBranch: deployBranch(input),
    requireReview: input.flag("require-review", true),
    requiredApprovals: input.count("required-approvals", 0, 0, 100),
    approvedDigest: input.matching("approved-digest", DIGEST, A_DIGEST)?.toLowerCase(),
    label: input.matching("label", LABEL, "letters, digits and . _ - with single spaces between, at most 50"),
    recordKey: input.matching("record-key", KMS_KEY, "the id, alias or ARN of a KMS key"),
    allowDestructive: input.list(
      "allow-destructive",
      LOGICAL_ID,
      "logical ids (Parent/Child for a nested stack) or *",
    ),
    onDestructive: input.choice("on-destructive", ["fail", "warn"], "fail"),
    confirm: input.text("confirm"),
    deploymentFile: input.text("deployment-file"),
    deployments: input.text("deployments") === undefined ? ["deployments/**"] : input.lines("deployments"),
    comment: input.choice("comment", ["always", "changes", "never"], DEFAULTS.comment),
    redact: input.list("redact"),
    maskOutputs: input.list("mask-outputs"),
    preflight: input.flag("preflight", DEFAULTS.preflight),
    githubToken: input.text("github-token") ?? "",
  };
  checkRollbackInputs(inputs, inputs, input);
  return { inputs, problems: [...problems, ...input.assignmentProblems] };
}

/** Which template, and the name of the stack, which may follow from it. */
function namesOf(input: InputReader): Pick<Inputs, "template" | "stackName" | "environmentSuffix"> {
  const template = templateChoice(input.text("template") ?? DEFAULTS.template);
  // A template of one's own says itself what its parameter takes, and no stack is named after it.
  const environmentSuffix = isAurora(template)
    ? input.matching("environment-suffix", SUFFIX, SUFFIX_RULE)
    : input.text("environment-suffix");
  const stackName =
    input.matching("stack-name", STACK_NAME, STACK_NAME_RULE) ??
    defaultStackName(template, environmentSuffix);
  const named =
    input.text("stack-name") ?? (isAurora(template) ? input.text("environment-suffix") : undefined);
  // A suffix that is wrong is one problem, not two.
  const isOfOne = input.text("mode") !== "discover";
  if (isOfOne && stackName === undefined && named === undefined) {
    input.problem("stack-name", "", missingStackName(template));
  }
  return { template, stackName: stackName ?? "", environmentSuffix };
}

// CloudFormation's own patterns and limits; the suffix is that of aurora-postgresql (RDS identifiers hold 63 characters).
const STACK_NAME = /^[a-zA-Z][-a-zA-Z0-9]{0,127}$/;
const STACK_NAME_RULE = "a letter, then letters, digits and hyphens, at most 128 characters";
const SUFFIX = /^(?=.{1,30}$)[a-z0-9]+(-[a-z0-9]+)*$/;
const SUFFIX_RULE = "lower-case letters, digits and single hyphens between them, at most 30 characters";
const REGION = /^[a-z]{2,4}(-[a-z]+){1,3}-\d{1,2}$/;
const ROLE_ARN = /^arn:[a-z-]+:iam::\d{12}:role\/.+$/;
const TOPIC_ARN = /^arn:[a-z-]+:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}(\.fifo)?$/;
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
// Of the characters that S3 calls safe in a key, those that a URL keeps as they are; no segment is `.` or `..`.
const PREFIX = /^(?!(?:.*\/)?\.{1,2}(?:\/|$))[\w!.*'()=-]+(?:\/[\w!.*'()=-]+)*$/;
const CAPABILITY = /^CAPABILITY_(IAM|NAMED_IAM|AUTO_EXPAND)$/;
const LABEL = /^(?=.{1,50}$)[\w.-]+( [\w.-]+)*$/;
// KMS's KeyId: a key's id or ARN, an alias or its ARN (API reference, GenerateMac).
const KMS_KEY =
  /^(arn:[a-z-]+:kms:[a-z0-9-]+:\d{12}:(key|alias)\/[\w/-]+|alias\/[\w/-]{1,250}|(mrk-)?[0-9a-f]{8}[0-9a-f-]{24,32})$/i;
/** Where a value of the changes names the commit, the digest alone does not say which one was meant. */
const DIGEST = /^[0-9a-fA-F]{64}(@([0-9a-fA-F]{40}|[0-9a-fA-F]{64}))?$/;
const A_DIGEST = "64 hexadecimal digits, or these with @ and the SHA of a commit";
const LOGICAL_ID = /^(\*|[A-Za-z0-9]+(\/[A-Za-z0-9]+)*)$/;

function templateChoice(text: string): TemplateChoice {
  const name = BUNDLED_TEMPLATES.find((bundled) => bundled === text);
  return name === undefined ? { kind: "workspace", path: text } : { kind: "bundled", name };
}

function defaultStackName(template: TemplateChoice, suffix: string | undefined): string | undefined {
  return isAurora(template) && suffix !== undefined ? `aurora-${suffix}` : undefined;
}

/** The one template whose stacks have a name of their own accord. */
function isAurora(template: TemplateChoice): boolean {
  return template.kind === "bundled" && template.name === "aurora-postgresql";
}

function missingStackName(template: TemplateChoice): string {
  if (isAurora(template)) {
    return "name the stack, or set environment-suffix so that it is aurora-<environment-suffix>";
  }
  return template.kind === "bundled"
    ? `name the stack: it is required with ${template.name}`
    : "name the stack: it is required with a template of your own";
}

function deployBranch(input: InputReader): string | undefined {
  const given = input.text("deploy-branch");
  const branch = given === undefined ? undefined : branchNamed(given);
  if (given !== undefined && branch === undefined)
    input.problem("deploy-branch", given, "the name of one branch, such as main: no pattern and no tag");
  return branch ?? given;
}

function notificationArns(input: InputReader): readonly string[] | undefined {
  const arns = input.list("notification-arns", TOPIC_ARN, "ARNs of SNS topics");
  if (arns.length > 5)
    input.problem("notification-arns", `${arns.length} topics`, "at most 5, CloudFormation takes no more");
  return arns.length === 0 ? undefined : arns;
}

function s3Prefix(input: InputReader): string | undefined {
  const prefix = input.text("s3-prefix")?.replaceAll(/^\/+|\/+$/g, "");
  if (prefix === undefined || prefix === "") return undefined;
  if (!PREFIX.test(prefix) || prefix.length > 900) {
    input.problem(
      "s3-prefix",
      prefix,
      "names of letters, digits and !_.*'()=- with single slashes between them",
    );
  } else if (input.text("s3-bucket") === undefined) {
    input.problem("s3-prefix", prefix, "empty while s3-bucket is");
  }
  return prefix;
}
