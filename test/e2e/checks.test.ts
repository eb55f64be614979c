import { expect, test } from "vitest";
import type { Stage } from "../sandbox/stage.ts";
import {
  botComments,
  calls,
  deploy,
  openQuickStage,
  outcome,
  preview,
  STACK,
  TEMPLATE_PATH,
} from "./stack.ts";

// Each check of the preflight through the bundle: what it finds, what it leaves alone, what it says without an answer.

interface Case {
  readonly check: string;
  /** What the pull request adds to a stack with a topic. */
  readonly resources: object;
  /** The same where the template is wrong. */
  readonly wrongResources?: object;
  /** What of the account is another than it should be. */
  readonly wrong?: (stage: Stage) => void;
  /** What must be there for the deploy to succeed. */
  readonly right?: (stage: Stage) => void;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly finding: string;
  /** A deploy does not say it again. */
  readonly isForPreviews?: boolean;
  /** What a preview comes to with it, and a deploy. */
  readonly preview: "warned" | "blocked";
  readonly deploy: "deployed" | "blocked";
  /** What is asked, and the permission that it takes. */
  readonly asked: readonly (readonly [operation: string, permission: string])[];
}

const CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/1a2b3c4d";

const database = (Family: string) => ({
  Group: {
    Type: "AWS::RDS::DBClusterParameterGroup",
    Properties: { Family, Description: "x", Parameters: {} },
  },
  Db: {
    Type: "AWS::RDS::DBCluster",
    Properties: {
      ...{ Engine: "aurora-postgresql", EngineVersion: "15.12" },
      DBClusterParameterGroupName: { Ref: "Group" },
    },
  },
});

const CASES: readonly Case[] = [
  {
    check: "code",
    resources: {
      Fn: {
        Type: "AWS::Lambda::Function",
        Properties: { Code: { S3Bucket: "code", S3Key: "fn.zip" }, Handler: "a.b", Runtime: "nodejs24.x" },
      },
    },
    wrong: ({ aws }) => aws.objects.put("code", "other.zip", "x"),
    right: ({ aws }) => aws.objects.put("code", "fn.zip", "x"),
    finding: "There is no fn.zip in bucket code.",
    ...{ preview: "warned", deploy: "blocked" },
    asked: [["ListObjectsV2", "s3:ListBucket"]],
  },
  {
    check: "roles",
    resources: {
      Machine: {
        Type: "AWS::StepFunctions::StateMachine",
        Properties: { RoleArn: "arn:aws:iam::123456789012:role/machine", DefinitionString: "{}" },
      },
    },
    wrong: ({ aws }) => void aws.account.roles.set("machine", ["lambda"]),
    finding: "its trust policy does not let states.amazonaws.com assume it",
    ...{ preview: "warned", deploy: "blocked" },
    asked: [["GetRole", "iam:GetRole"]],
  },
  {
    check: "certificates",
    resources: {
      Listener: {
        Type: "AWS::ElasticLoadBalancingV2::Listener",
        Properties: { Certificates: [{ CertificateArn: CERTIFICATE }], Port: 443, DefaultActions: [] },
      },
    },
    wrong: ({ aws }) => void aws.account.certificates.set(CERTIFICATE, "FAILED"),
    finding: "the certificate is FAILED",
    ...{ preview: "blocked", deploy: "blocked" },
    asked: [["DescribeCertificate", "acm:DescribeCertificate"]],
  },
  {
    check: "keys",
    resources: {
      Logs: { Type: "AWS::Logs::LogGroup", Properties: { KmsKeyId: "alias/logs" } },
    },
    wrong: ({ aws }) => void aws.account.keys.set("alias/logs", "Disabled"),
    finding: "alias/logs: the KMS key is Disabled.",
    ...{ preview: "warned", deploy: "blocked" },
    asked: [["DescribeKey", "kms:DescribeKey"]],
  },
  {
    check: "machines",
    resources: {
      Vm: {
        Type: "AWS::EC2::Instance",
        Properties: {
          ...{ ImageId: "ami-0a1b2c3d4e5f60001", InstanceType: "m6i.large" },
          AvailabilityZone: "us-east-1a",
        },
      },
    },
    wrong: ({ aws }) => void aws.account.images.set("ami-0a1b2c3d4e5f60001", "arm64"),
    finding: "Image ami-0a1b2c3d4e5f60001 is made for arm64, and m6i.large runs x86_64.",
    ...{ preview: "blocked", deploy: "blocked" },
    asked: [
      ["DescribeImages", "ec2:DescribeImages"],
      ["DescribeInstanceTypes", "ec2:DescribeInstanceTypes"],
      ["DescribeInstanceTypeOfferings", "ec2:DescribeInstanceTypeOfferings"],
    ],
  },
  {
    check: "addresses",
    resources: {
      Alb: {
        Type: "AWS::ElasticLoadBalancingV2::LoadBalancer",
        Properties: { Subnets: ["subnet-0a1b2c3d", "subnet-0a1b2c3e"] },
      },
    },
    wrong: ({ aws }) => void aws.account.freeAddresses.set("subnet-0a1b2c3e", 5),
    finding: "Subnet subnet-0a1b2c3e has 5 free addresses; Alb needs 8.",
    ...{ preview: "warned", deploy: "deployed" },
    asked: [["DescribeSubnets", "ec2:DescribeSubnets"]],
  },
  {
    check: "databaseQuotas",
    resources: database("aurora-postgresql15"),
    wrong: ({ aws }) => void aws.account.databaseQuotas.set("DBClusters", 0),
    finding: "The account has 0 of 0 in us-east-1 (RDS quota DBClusters), and one more is to be made.",
    ...{ preview: "warned", deploy: "deployed" },
    asked: [["DescribeAccountAttributes", "rds:DescribeAccountAttributes"]],
  },
  {
    check: "parameterGroups",
    resources: database("aurora-postgresql15"),
    wrongResources: database("aurora-postgresql14"),
    finding: "Parameter group Group is of family aurora-postgresql14, and aurora-postgresql 15.12 takes",
    ...{ preview: "blocked", deploy: "blocked" },
    asked: [["DescribeDBEngineVersions", "rds:DescribeDBEngineVersions"]],
  },
  {
    check: "deployer",
    resources: { Queue: { Type: "AWS::SQS::Queue", Properties: { QueueName: "orders" } } },
    inputs: { "role-arn": "arn:aws:iam::123456789012:role/service" },
    wrong: ({ aws }) => void aws.account.lacking.add("sqs:CreateQueue"),
    finding: "The role arn:aws:iam::123456789012:role/service may lack sqs:CreateQueue (Queue)",
    ...{ preview: "warned", deploy: "deployed", isForPreviews: true },
    asked: [["SimulatePrincipalPolicy", "iam:SimulatePrincipalPolicy"]],
  },
  {
    check: "quotas",
    resources: { Address: { Type: "AWS::EC2::EIP", Properties: { Domain: "vpc" } } },
    wrong: ({ aws }) => void aws.account.quotas.set("L-0263D0A3", 0),
    finding: "The account has 0 of 0 in us-east-1 (quota EC2-VPC Elastic IPs), and one more is to be made.",
    ...{ preview: "warned", deploy: "deployed" },
    asked: [["GetServiceQuota", "servicequotas:GetServiceQuota"]],
  },
];

const templateWith = (resources: object) =>
  JSON.stringify({ Resources: { Topic: { Type: "AWS::SNS::Topic", Properties: {} }, ...resources } });

/** A pull request that adds the resources to a stack with a topic. */
async function openPull(
  resources: object,
  before: (stage: Stage) => void = () => undefined,
  inputs: Readonly<Record<string, string>> = {},
) {
  const stage = await openQuickStage({
    repository: { files: { [TEMPLATE_PATH]: templateWith({}) } },
    inputs: { template: TEMPLATE_PATH, "stack-name": STACK, ...inputs },
  });
  stage.aws.cloudFormation.putStack({ stackName: STACK, template: templateWith({}) });
  before(stage);
  const files = { [TEMPLATE_PATH]: templateWith(resources) };
  return { stage, number: await stage.repository.openPullRequest({ head: "more", files }) };
}

const PREVIEWS = {
  warned: { exitCode: 0, result: "previewed" },
  blocked: { exitCode: 1, result: "blocked", reason: "preflight" },
};
const DEPLOYS = {
  deployed: { exitCode: 0, result: "deployed" },
  blocked: { exitCode: 1, result: "blocked", reason: "preflight" },
};

test.concurrent.for(CASES)(
  "$check: what is wrong is said, and what is certain to fail is not deployed",
  async (it) => {
    const { stage: opened, number } = await openPull(it.wrongResources ?? it.resources, it.wrong, it.inputs);
    await using stage = opened;
    const step = await preview(stage, number, "opened");
    expect(step.text).toContain(it.finding);
    expect(outcome(step)).toEqual(PREVIEWS[it.preview]);
    // As Markdown writes it.
    expect((await botComments(stage, number))[0]?.body?.replaceAll(/[\\`]/g, "")).toContain(it.finding);
    await stage.repository.merge(number);
    const deployed = await deploy(stage);
    if (it.isForPreviews !== true) expect(deployed.text).toContain(it.finding);
    expect(outcome(deployed)).toEqual(DEPLOYS[it.deploy]);
    expect(calls(stage, "ExecuteChangeSet")).toHaveLength(it.deploy === "deployed" ? 1 : 0);
  },
);

test.concurrent.for(CASES)("$check: what is right is asked about, and deployed", async (it) => {
  const { stage: opened, number } = await openPull(it.resources, it.right, it.inputs);
  await using stage = opened;
  const step = await preview(stage, number, "opened");
  expect(outcome(step), step.text).toEqual({ exitCode: 0, result: "previewed" });
  expect(step.problems).toEqual([]);
  expect(step.text).not.toContain("Not checked before the deploy");
  for (const [operation] of it.asked) expect(calls(stage, operation)).toMatchObject([{ outcome: "ok" }]);
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
});

test.concurrent.for(CASES)("$check: without the permission the preview goes on, and says so", async (it) => {
  const { stage: opened, number } = await openPull(it.wrongResources ?? it.resources, it.wrong, it.inputs);
  await using stage = opened;
  for (const [operation] of it.asked) stage.aws.faults.add({ scenario: "access-denied", operation });
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  const lines = step.text.split("\n").filter((line) => line.includes("Not checked before the deploy"));
  expect(lines).toHaveLength(1);
  for (const [, permission] of it.asked) expect(lines[0]).toContain(permission);
  expect(step.text).not.toContain(it.finding);
});

test.concurrent("of a change of something else nothing is asked", async () => {
  const all = Object.assign({}, ...CASES.map(({ resources }) => resources)) as object;
  const { stage: opened } = await openPull({});
  await using stage = opened;
  stage.aws.cloudFormation.updateStackByHand({ stackName: STACK, template: templateWith(all) });
  const files = {
    [TEMPLATE_PATH]: templateWith({ ...all, Another: { Type: "AWS::SNS::Topic", Properties: {} } }),
  };
  const number = await stage.repository.openPullRequest({ head: "another", files });
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  expect(new Set(stage.aws.requests().map(({ service }) => service))).toEqual(new Set(["cloudformation"]));
});

test.concurrent("a question that nobody answers is given up, and the others are answered", async () => {
  const all = Object.assign({}, ...CASES.map(({ resources }) => resources)) as object;
  const { stage: opened, number } = await openPull(all, (it) => {
    const { aws } = it;
    for (const { right } of CASES) right?.(it);
    aws.faults.add({ scenario: "hang", operation: "GetRole" });
    aws.account.keys.set("alias/logs", "Disabled");
  });
  await using stage = opened;
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  expect(step.text).toContain(
    "Not checked before the deploy: whether the roles are there that services are to assume (AWS did not answer in time).",
  );
  expect(step.text).toContain("alias/logs: the KMS key is Disabled.");
});

const HOSTILE = "x%0A::error::gone%0A@everyone <img src=x> [y](https://evil.example)`</details>";

test.concurrent("what a template names is text, in the log and in the comment", async () => {
  const resources = {
    Fn: {
      Type: "AWS::Lambda::Function",
      Properties: { Code: { S3Bucket: "code", S3Key: HOSTILE.replaceAll("%0A", "\n") } },
    },
  };
  const { stage: opened, number } = await openPull(resources, ({ aws }) => aws.objects.put("code", "a", "x"));
  await using stage = opened;
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  expect(step.text).toContain("in bucket code. Put the code there before the deploy.");
  expect(step.text.split("\n").filter((line) => line.startsWith("::error"))).toEqual([]);
  const body = (await botComments(stage, number))[0]?.body ?? "";
  expect(body).toContain(
    "There is no x `::error::gone` `@everyone` &lt;img src\\=x&gt; ``[y](https://evil.example)`</details>`` in bucket code.",
  );
});

test.concurrent("of a new stack, the account is asked for where an ARN waits for it", async () => {
  const role = { "Fn::Sub": "arn:aws:iam::$" + "{AWS::AccountId}:role/machine" };
  const machine = {
    Machine: {
      Type: "AWS::StepFunctions::StateMachine",
      Properties: { RoleArn: role, DefinitionString: "{}" },
    },
  };
  await using stage = await openQuickStage({
    repository: { files: { [TEMPLATE_PATH]: templateWith({}) } },
    inputs: { template: TEMPLATE_PATH, "stack-name": STACK },
  });
  stage.aws.account.roles.set("machine", "gone");
  const files = { [TEMPLATE_PATH]: templateWith(machine) };
  const number = await stage.repository.openPullRequest({ head: "more", files });
  const step = await preview(stage, number, "opened");
  expect(outcome(step)).toEqual({ exitCode: 0, result: "previewed" });
  expect(step.text).toContain("RoleArn arn:aws:iam::123456789012:role/machine: there is no such role");
  expect(calls(stage, "GetCallerIdentity")).toMatchObject([{ outcome: "ok" }]);
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 1, result: "blocked", reason: "preflight" });
});
