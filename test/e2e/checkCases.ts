import type { Stage } from "../sandbox/stage.ts";

/** One check of the preflight: what it is about, found and not found. */
export interface Case {
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

/** Every check that is new to the list of them, each with one resource or two. */
export const CASES: readonly Case[] = [
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

/** All of them in one template. */
export const EVERY_RESOURCE = Object.assign({}, ...CASES.map(({ resources }) => resources)) as object;
