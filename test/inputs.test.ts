import { describe, expect, test } from "vitest";
import { parseInputs } from "../src/inputs.ts";
import { findingText } from "../src/template/problems.ts";

const GOOD = { "environment-suffix": "dev" };

function parse(given: Readonly<Record<string, string>>, region?: string) {
  return parseInputs((name) => ({ ...GOOD, ...given })[name] ?? "", region);
}

function problems(given: Readonly<Record<string, string>>): readonly string[] {
  return parse(given).problems.map(findingText);
}

test("the defaults of the contract", () => {
  const { inputs, problems } = parse({});
  expect(problems).toEqual([]);
  expect(inputs).toMatchObject({
    mode: "auto",
    template: { kind: "bundled", name: "aurora-postgresql" },
    stackName: "aurora-dev",
    missingParameters: "previous",
    tags: undefined,
    region: "us-east-1",
    capabilities: [],
    roleArn: undefined,
    notificationArns: undefined,
    rollbackAlarms: undefined,
    monitoringMinutes: undefined,
    includeNestedStacks: true,
    importExistingResources: false,
    deploymentMode: "standard",
    onFailure: "rollback",
    terminationProtection: undefined,
    timeoutMinutes: 60,
    deployBranch: undefined,
    requireReview: true,
    requiredApprovals: 0,
    approvedDigest: undefined,
    allowDestructive: [],
    onDestructive: "fail",
    comment: "always",
    preflight: true,
  });
});

const digest = "AB".repeat(32);

test.for<readonly [string, Readonly<Record<string, string>>, object]>([
  ["white space around a value", { mode: "  deploy \n" }, { mode: "deploy" }],
  [
    "a template of the workspace",
    { template: "infra/app.yaml", "stack-name": "app" },
    { template: { kind: "workspace", path: "infra/app.yaml" } },
  ],
  [
    "the suffix of a template of one's own, which says what it takes",
    { template: "infra/app.yaml", "stack-name": "app", "environment-suffix": "Prod_EU" },
    { environmentSuffix: "Prod_EU", stackName: "app" },
  ],
  [
    "that of the other bundled template",
    { template: "github-deploy-roles", "stack-name": "roles", "environment-suffix": "Prod" },
    { environmentSuffix: "Prod", stackName: "roles" },
  ],
  ["a stack of its own name", { "stack-name": "My-Stack-1" }, { stackName: "My-Stack-1" }],
  [
    "lists by commas and lines",
    { "allow-destructive": "A, B\nNetwork/C,,\n*" },
    { allowDestructive: ["A", "B", "Network/C", "*"] },
  ],
  [
    "files one a line, with comments",
    { "parameters-file": "a.json\n# no\n\n  b, c.json " },
    { parameterFiles: ["a.json", "b, c.json"] },
  ],
  [
    "flags in any common spelling",
    { "require-review": "NO", "import-existing-resources": "on" },
    { requireReview: false, importExistingResources: true },
  ],
  [
    "termination protection off is not the same as not said",
    { "termination-protection": "false" },
    { terminationProtection: false },
  ],
  ["a digest in capitals", { "approved-digest": digest }, { approvedDigest: digest.toLowerCase() }],
  [
    "a digest with a commit",
    { "approved-digest": `${digest}@${"B".repeat(40)}` },
    { approvedDigest: `${digest.toLowerCase()}@${"b".repeat(40)}` },
  ],
  ["a region of another partition", { region: "us-gov-west-1" }, { region: "us-gov-west-1" }],
  [
    "a role of another partition",
    { "role-arn": "arn:aws-cn:iam::123456789012:role/path/x" },
    { roleArn: "arn:aws-cn:iam::123456789012:role/path/x" },
  ],
  ["a branch as github.ref has it", { "deploy-branch": "refs/heads/main" }, { deployBranch: "main" }],
  [
    "a branch of any other name that git takes",
    { "deploy-branch": "release/1.x_é@2+{b}" },
    { deployBranch: "release/1.x_é@2+{b}" },
  ],
  ["the longest time-out", { "timeout-minutes": "2160" }, { timeoutMinutes: 2160 }],
])("%s", ([, given, expected]) => {
  const parsed = parse(given);
  expect(parsed.problems).toEqual([]);
  expect(parsed.inputs).toMatchObject(expected);
});

test("the region: the input, then the environment's", () => {
  expect(parse({}, "eu-west-1").inputs.region).toBe("eu-west-1");
  expect(parse({ region: "eu-north-1" }, "eu-west-1").inputs.region).toBe("eu-north-1");
});

const NAME = "a letter, then letters, digits and hyphens, at most 128 characters";
const SUFFIX = "lower-case letters, digits and single hyphens between them, at most 30 characters";
const MODES = "auto, render, preview, deploy, destroy, drift, cleanup, discover";
const MINUTES = "a number of minutes, more than 0 and at most 2160";
const HEX = "64 hexadecimal digits, or these with @ and the SHA of a commit";
const BRANCH = "the name of one branch, such as main: no pattern and no tag";
const CAPABILITIES = "CAPABILITY_IAM, CAPABILITY_NAMED_IAM or CAPABILITY_AUTO_EXPAND";

describe("a wrong input is named with its value and what would be right", () => {
  test.for<readonly [string, string, string]>([
    ["mode", "Deploy", `one of ${MODES}`],
    ["mode", "apply", `one of ${MODES}`],
    ["stack-name", "1app", NAME],
    ["stack-name", "my_app", NAME],
    ["stack-name", "a".repeat(129), NAME],
    ["stack-name", "app::error::x", NAME],
    ["environment-suffix", "Dev", SUFFIX],
    ["environment-suffix", "a--b", SUFFIX],
    ["environment-suffix", "-a", SUFFIX],
    ["environment-suffix", "x".repeat(31), SUFFIX],
    ["missing-parameters", "keep", "one of previous, default"],
    ["region", "Frankfurt", "an AWS region such as us-east-1"],
    ["region", "us-east-1a", "an AWS region such as us-east-1"],
    ["capabilities", "CAPABILITY_EVERYTHING", CAPABILITIES],
    ["role-arn", "arn:aws:iam::1:role/x", "the ARN of an IAM role"],
    ["role-arn", "arn:aws:iam::123456789012:user/x", "the ARN of an IAM role"],
    ["notification-arns", "topic", "ARNs of SNS topics"],
    ["s3-bucket", "No_Bucket", "the name of an S3 bucket"],
    ["include-nested-stacks", "maybe", "true or false"],
    ["import-existing-resources", "2", "true or false"],
    ["deployment-mode", "express", "one of standard, revert-drift"],
    ["on-failure", "ignore", "one of rollback, keep, delete"],
    ["termination-protection", "keep", "true or false"],
    ["timeout-minutes", "0", MINUTES],
    ["timeout-minutes", "2161", MINUTES],
    ["timeout-minutes", "1,5", MINUTES],
    ["timeout-minutes", "an hour", MINUTES],
    ["timeout-minutes", "-3", MINUTES],
    ["timeout-minutes", "1e3", MINUTES],
    ["required-approvals", "two", "a whole number from 0 to 100"],
    ["required-approvals", "101", "a whole number from 0 to 100"],
    ["require-review", "never", "true or false"],
    ...["release/*", "v?", "[main]", "main~1", "main^", "a:b", "main, release", "a\\b", "a..b", "a@{1}"].map(
      (name) => ["deploy-branch", name, BRANCH] as const,
    ),
    ...["/main", "main/", "a//b", ".a", "a/.b", "a.lock", "a.", "-a", "@", "refs/heads/", "refs/heads/*"].map(
      (name) => ["deploy-branch", name, BRANCH] as const,
    ),
    ...["refs/tags/v1", "refs/pull/7/merge", "refs/heads/refs/heads/main"].map(
      (name) => ["deploy-branch", name, BRANCH] as const,
    ),
    ["approved-digest", "abc", HEX],
    ["approved-digest", "g".repeat(64), HEX],
    ["approved-digest", "a".repeat(65), HEX],
    ["approved-digest", `${"a".repeat(64)}@main`, HEX],
    ["approved-digest", `${"a".repeat(64)}@${"b".repeat(41)}`, HEX],
    ["allow-destructive", "My-Table", "logical ids (Parent/Child for a nested stack) or *"],
    ["on-destructive", "ignore", "one of fail, warn"],
    ["comment", "sometimes", "one of always, changes, never"],
    ["preflight", "x", "true or false"],
  ])("%s: %s", ([name, value, right]) => {
    const given = name === "environment-suffix" ? { "stack-name": "app", [name]: value } : { [name]: value };
    expect(problems(given)).toEqual([`Input ${name} is "${value}": it must be ${right}.`]);
  });
});

test("a wrong value never weakens a guard: the default stands", () => {
  const { inputs } = parse({
    "require-review": "flase",
    "on-destructive": "wran",
    "required-approvals": "-1",
    "approved-digest": "nope",
    "allow-destructive": "My-Table",
  });
  expect(inputs).toMatchObject({
    requireReview: true,
    onDestructive: "fail",
    approvedDigest: undefined,
    allowDestructive: [],
  });
});

test("one wrong entry of a list is named, and only it", () => {
  expect(problems({ capabilities: "CAPABILITY_IAM,NOPE,CAPABILITY_AUTO_EXPAND" })).toEqual([
    `Input capabilities is "NOPE": it must be ${CAPABILITIES}.`,
  ]);
  expect(parse({ capabilities: "CAPABILITY_IAM,NOPE" }).inputs.capabilities).toEqual(["CAPABILITY_IAM"]);
});

test("more topics than CloudFormation takes", () => {
  const topics = Array.from({ length: 6 }, (_, n) => `arn:aws:sns:us-east-1:123456789012:t${n}`).join("\n");
  expect(problems({ "notification-arns": topics })).toEqual([
    expect.stringMatching(/^Input notification-arns is "6 topics": .*at most 5/),
  ]);
});

const alarm = (name: string, region = "us-east-1") =>
  `arn:aws:cloudwatch:${region}:123456789012:alarm:${name}`;
const alarms = (count: number) => Array.from({ length: count }, (_, n) => alarm(`a${n}`));

describe("rollback alarms", () => {
  test.for<readonly [string, Readonly<Record<string, string>>, object]>([
    ["none at all", {}, { rollbackAlarms: undefined, monitoringMinutes: undefined }],
    ["one a line", { "rollback-alarms": alarms(5).join("\n") }, { rollbackAlarms: alarms(5) }],
    [
      "the same one twice",
      { "rollback-alarms": [...alarms(5), alarm("a0")].join("\n") },
      { rollbackAlarms: alarms(5) },
    ],
    [
      "with comments, commas and spaces in a name",
      { "rollback-alarms": `# errors\n  ${alarm("5xx, all of them: now")}\n\n` },
      { rollbackAlarms: [alarm("5xx, all of them: now")] },
    ],
    [
      "of another partition",
      { region: "cn-north-1", "rollback-alarms": alarm("x", "cn-north-1").replace("aws", "aws-cn") },
      { rollbackAlarms: ["arn:aws-cn:cloudwatch:cn-north-1:123456789012:alarm:x"] },
    ],
    ["taken away", { "rollback-alarms": " none\n" }, { rollbackAlarms: "none" }],
    [
      "an alarm that is called none",
      { "rollback-alarms": alarm("none") },
      { rollbackAlarms: [alarm("none")] },
    ],
    ["no time", { "monitoring-minutes": "0" }, { monitoringMinutes: 0 }],
    [
      "the longest time",
      { "monitoring-minutes": "180", "timeout-minutes": "181" },
      { monitoringMinutes: 180 },
    ],
    ["a time alone", { "monitoring-minutes": "5" }, { rollbackAlarms: undefined, monitoringMinutes: 5 }],
  ])("%s", ([, given, expected]) => {
    const parsed = parse(given);
    expect(parsed.problems).toEqual([]);
    expect(parsed.inputs).toMatchObject(expected);
  });

  const ARNS = "ARNs of CloudWatch alarms, one a line, or none on its own";
  const MINUTES_OF = "a whole number from 0 to 180";
  test.for<readonly [string, string, string, Readonly<Record<string, string>>?]>([
    ["rollback-alarms", "errors", ARNS],
    ["rollback-alarms", "None", ARNS],
    ["rollback-alarms", alarm(""), ARNS],
    ["rollback-alarms", alarm("x".repeat(256)), ARNS],
    ["rollback-alarms", "arn:aws:sns:us-east-1:123456789012:alarm:x", ARNS],
    ["rollback-alarms", `${alarm("a")},${alarm("b", "eu-west-1")}`.replace("alarm:", "topic:"), ARNS],
    ["rollback-alarms", alarm("x", "eu-west-1"), "alarms of us-east-1, the region of the stack"],
    [
      "rollback-alarms",
      alarm("<b>::error::x`"),
      "alarms of eu-west-1, the region of the stack",
      { region: "eu-west-1" },
    ],
    ["monitoring-minutes", "181", MINUTES_OF],
    ["monitoring-minutes", "1.5", MINUTES_OF],
    ["monitoring-minutes", "-1", MINUTES_OF],
    ["monitoring-minutes", "5 min", MINUTES_OF],
    ["monitoring-minutes", "5", "empty while rollback-alarms is none", { "rollback-alarms": "none" }],
    ["monitoring-minutes", "0", "empty while rollback-alarms is none", { "rollback-alarms": "none" }],
    ["monitoring-minutes", "60", "less than timeout-minutes (60), or no run would see its end"],
    [
      "monitoring-minutes",
      "3",
      "less than timeout-minutes (2.5), or no run would see its end",
      { "timeout-minutes": "2.5" },
    ],
  ])("%s: %s", ([name, value, right, others = {}]) => {
    expect(problems({ ...others, [name]: value })).toEqual([
      `Input ${name} is "${value}": it must be ${right}.`,
    ]);
  });

  test("six of them, and what else is wrong, at once", () => {
    const given = [...alarms(4), alarm("away", "eu-west-1"), "six"].join("\n");
    expect(problems({ "rollback-alarms": given, "monitoring-minutes": "x" })).toEqual([
      `Input monitoring-minutes is "x": it must be ${MINUTES_OF}.`,
      `Input rollback-alarms is "six": it must be ${ARNS}.`,
      expect.stringMatching(
        /^Input rollback-alarms is "6 alarms": it must be at most 5, CloudFormation takes no more/,
      ),
      `Input rollback-alarms is "${alarm("away", "eu-west-1")}": it must be alarms of us-east-1, the region of the stack.`,
    ]);
  });

  test("a wrong one alone takes none away from the stack, and one beside others only itself", () => {
    const kept = (...lines: readonly string[]) =>
      parse({ "rollback-alarms": lines.join("\n") }).inputs.rollbackAlarms;
    expect(kept("errors")).toBeUndefined();
    expect(kept("errors", alarm("a"))).toEqual([alarm("a")]);
  });

  test("none beside an alarm is no alarm", () => {
    expect(problems({ "rollback-alarms": `none\n${alarm("a")}` })).toEqual([
      `Input rollback-alarms is "none": it must be ${ARNS}.`,
    ]);
  });
});

describe("a stack without a name", () => {
  const missing = (given: Readonly<Record<string, string>>) =>
    parseInputs((name) => given[name] ?? "", undefined).problems.map(({ message }) => message);
  test("of the bundled template", () => {
    expect(missing({})).toEqual([
      "Input stack-name is missing: name the stack, or set environment-suffix so that it is aurora-<environment-suffix>.",
    ]);
  });
  test("of the bundled roles", () => {
    expect(missing({ template: "github-deploy-roles", "environment-suffix": "dev" })).toEqual([
      "Input stack-name is missing: name the stack: it is required with github-deploy-roles.",
    ]);
  });
  test("of a template of one's own", () => {
    expect(missing({ template: "a.json", "environment-suffix": "dev" })).toEqual([
      "Input stack-name is missing: name the stack: it is required with a template of your own.",
    ]);
  });
  test("whose name is wrong is not missing as well", () => {
    expect(missing({ "stack-name": "9" })).toEqual([`Input stack-name is "9": it must be ${NAME}.`]);
  });
});

test("every problem is there at once, assignments included", () => {
  const all = problems({
    mode: "x",
    region: "y",
    "timeout-minutes": "z",
    parameters: "no equals sign",
    tags: "neither",
  });
  expect(all).toHaveLength(5);
  for (const name of ["mode", "region", "timeout-minutes", "parameters", "tags"]) {
    expect(all.filter((message) => message.includes(name))).toHaveLength(1);
  }
});
