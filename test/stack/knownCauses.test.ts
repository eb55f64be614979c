import { expect, test } from "vitest";
import { helpFor, hintFor, KNOWN_CAUSES } from "../../src/stack/knownCauses.ts";

/** Texts as AWS writes them, each with a word of the hint that must come of it. */
const CAUSES: readonly (readonly [type: string, reason: string, hint: RegExp])[] = [
  [
    "AWS::Events::Rule",
    "Replacement type updates not supported on stack with disable-rollback.",
    /rollback-stack.*on-failure: rollback/,
  ],
  [
    "AWS::RDS::DBCluster",
    'Resource handler returned message: "Cannot find version 16.1 for aurora-postgresql (Service: Rds, Status Code: 400, Request ID: 1)" (RequestToken: 1, HandlerErrorCode: InvalidRequest)',
    /describe-db-engine-versions/,
  ],
  [
    "AWS::RDS::DBCluster",
    'Resource handler returned message: "Cannot find upgrade target from 13.9 with requested version 16.1. (Service: Rds, Status Code: 400)"',
    /describe-db-engine-versions/,
  ],
  [
    "AWS::RDS::DBInstance",
    "RDS does not support creating a DB instance with the following combination: DBInstanceClass=db.t2.micro, Engine=aurora-postgresql, EngineVersion=16.4, LicenseModel=postgresql-license. (Service: Rds, Status Code: 400)",
    /orderable-db-instance-options/,
  ],
  [
    "AWS::RDS::DBCluster",
    'Resource handler returned message: "Cannot delete protected Cluster, please disable deletion protection and try again. (Service: Rds, Status Code: 400)"',
    /deletion protection off/,
  ],
  [
    "AWS::RDS::DBInstance",
    "Cannot delete protected DB Instance, please disable deletion protection and try again.",
    /deletion protection off/,
  ],
  [
    "AWS::RDS::DBSubnetGroup",
    'Resource handler returned message: "The DB subnet group doesn\'t meet Availability Zone (AZ) coverage requirement. Current AZ coverage: us-east-1a. Add subnets to cover at least 2 AZs. (Service: Rds, Status Code: 400)"',
    /two availability zones/,
  ],
  [
    "AWS::RDS::DBSubnetGroup",
    "Some input subnets in :[subnet-123] are invalid. (Service: Rds, Status Code: 400)",
    /one VPC/,
  ],
  [
    "AWS::RDS::DBInstance",
    "The DB instance and EC2 security group are in different VPCs. The DB instance is in vpc-1 and the EC2 security group is in vpc-2",
    /same VPC/,
  ],
  [
    "AWS::RDS::DBCluster",
    "The Parameter Group default.aurora-postgresql15 with DBParameterGroupFamily aurora-postgresql15 can't be used for this instance. Please use a Parameter Group with DBParameterGroupFamily aurora-postgresql16",
    /family/,
  ],
  [
    "AWS::RDS::DBCluster",
    "The parameter MasterUserPassword is not a valid password. Only printable ASCII characters besides '/', '@', '\"', ' ' may be used.",
    /Secrets Manager/,
  ],
  [
    "AWS::RDS::DBCluster",
    "MasterUsername admin cannot be used as it is a reserved word used by the engine",
    /reserved/,
  ],
  [
    "AWS::RDS::DBCluster",
    "Cannot create the cluster snapshot because one with the identifier app-final already exists",
    /snapshot/,
  ],
  [
    "AWS::RDS::DBCluster",
    "DB Cluster already exists (Service: Rds, Status Code: 400)",
    /import-existing-resources/,
  ],
  [
    "AWS::EC2::SecurityGroup",
    "resource sg-0123456789 has a dependent object (Service: Ec2, Status Code: 400, Request ID: 1)",
    /describe-network-interfaces/,
  ],
  [
    "AWS::EC2::Subnet",
    "The subnet 'subnet-0123' has dependencies and cannot be deleted. (Service: Ec2, Status Code: 400)",
    /still uses/,
  ],
  [
    "AWS::EC2::Subnet",
    "The CIDR '10.0.1.0/24' conflicts with another subnet (Service: Ec2, Status Code: 400)",
    /range/,
  ],
  [
    "AWS::EC2::SecurityGroup",
    "The vpc ID 'vpc-0123' does not exist (Service: Ec2, Status Code: 400)",
    /region/,
  ],
  [
    "AWS::S3::Bucket",
    "The bucket you tried to delete is not empty (Service: S3, Status Code: 409)",
    /Empty the bucket/,
  ],
  ["AWS::S3::Bucket", "my-bucket already exists (Service: S3, Status Code: 0)", /shared by all accounts/],
  [
    "AWS::IAM::Role",
    "deploy-role already exists in stack arn:aws:cloudformation:us-east-1:1:stack/other/1",
    /belongs to arn:aws:cloudformation:us-east-1:1:stack\/other\/1/,
  ],
  [
    "AWS::IAM::Role",
    "Resource of type 'AWS::IAM::Role' with identifier 'deploy-role' already exists.",
    /import-existing-resources/,
  ],
  [
    "AWS::DynamoDB::Table",
    "CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename orders and update the stack again.",
    /another name/,
  ],
  [
    "AWS::IAM::Role",
    "API: iam:CreateRole User: arn:aws:sts::1:assumed-role/deploy/x is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::1:role/x because no identity-based policy allows the iam:CreateRole action",
    /Allow iam:CreateRole/,
  ],
  [
    "AWS::Lambda::Function",
    "User: arn:aws:sts::1:assumed-role/deploy/x is not authorized to perform: iam:PassRole on resource: arn:aws:iam::1:role/fn because no identity-based policy allows the iam:PassRole action",
    /iam:PassRole on arn:aws:iam::1:role\/fn/,
  ],
  [
    "AWS::RDS::DBCluster",
    "User: arn:aws:sts::1:assumed-role/d/x is not authorized to perform: iam:CreateServiceLinkedRole on resource: *",
    /service-linked role/,
  ],
  [
    "AWS::SQS::Queue",
    "User: arn:aws:sts::1:assumed-role/d/x is not authorized to perform: sqs:CreateQueue on resource: arn:aws:sqs:us-east-1:1:q with an explicit deny in a service control policy",
    /explicitly denies sqs:CreateQueue/,
  ],
  [
    "AWS::EC2::Instance",
    "You are not authorized to perform this operation. Encoded authorization failure message: abc (Service: AmazonEC2; Status Code: 403)",
    /decode-authorization-message/,
  ],
  ["AWS::S3::Bucket", "Access Denied (Service: S3, Status Code: 403)", /CloudTrail/],
  [
    "AWS::Lambda::Function",
    "The role defined for the function cannot be assumed by Lambda. (Service: Lambda, Status Code: 400)",
    /trust policy/,
  ],
  ["AWS::CloudFormation::Stack", "Export with name app-url is already exported by stack other.", /app-url/],
  ["AWS::CloudFormation::Stack", "Export app-url cannot be deleted as it is in use by consumer", /app-url/],
  [
    "AWS::CloudFormation::Stack",
    "Update canceled. Cannot update export app-url as it is in use by a, b and c.",
    /app-url is shared/,
  ],
  [
    "AWS::CloudFormation::Stack",
    "No export named app-url found. Rollback requested by user.",
    /exports app-url/,
  ],
  [
    "AWS::SecretsManager::Secret",
    "You can't create this secret because a secret with this name is already scheduled for deletion. (Service: SecretsManager, Status Code: 400)",
    /restore-secret/,
  ],
  [
    "AWS::EC2::VPC",
    "The maximum number of VPCs has been reached. (Service: Ec2, Status Code: 400) (HandlerErrorCode: ServiceLimitExceeded)",
    /quota/,
  ],
  ["AWS::RDS::DBInstance", "DB Instance quota exceeded. InstanceQuotaExceeded (Service: Rds)", /quota/],
  ["AWS::Lambda::Function", "Rate exceeded (Service: Lambda, Status Code: 429)", /throttled/],
  [
    "AWS::EC2::Instance",
    "We currently do not have sufficient t3.large capacity in the Availability Zone you requested (us-east-1e). InsufficientInstanceCapacity",
    /capacity/,
  ],
  [
    "Custom::Thing",
    "Received response status [FAILED] from custom resource. Message returned: boom (RequestId: 1)",
    /CloudWatch log/,
  ],
  [
    "Custom::Thing",
    "CloudFormation did not receive a response from your Custom Resource. Please check your logs for requestId [1].",
    /never answered/,
  ],
  [
    "AWS::ECS::Service",
    'Resource handler returned message: "Exceeded attempts to wait" (HandlerErrorCode: NotStabilized)',
    /ready in time/,
  ],
  [
    "AWS::AutoScaling::AutoScalingGroup",
    "Failed to receive 2 resource signal(s) within the specified duration",
    /cfn-init/,
  ],
  [
    "AWS::RDS::DBCluster",
    "KMSKeyNotAccessibleFault: The specified KMS key [arn:aws:kms:us-east-1:1:key/1] does not exist, is not enabled or you do not have permissions to access it.",
    /KMS key/,
  ],
  ["AWS::S3::Bucket", "The following hook(s) failed: [Private::Guard::Hook]", /hook/],
  [
    "",
    "The following hook(s)/validation failed: [AWS::EarlyValidation::PropertyValidation].",
    /CloudFormation's own validation/,
  ],
  [
    "AWS::SNS::Topic",
    "Properties validation failed for resource Topic with message: #: extraneous key [Nmae] is not permitted",
    /correct the template/,
  ],
  ["AWS::SNS::Topic", "Encountered unsupported property Nmae", /correct the template/],
  ["", "Circular dependency between resources: [A, B]", /circle/],
  [
    "AWS::CloudFormation::Stack",
    "S3 error: Access Denied For more information check http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html",
    /nested template/,
  ],
  ["AWS::CloudFormation::Stack", "TemplateURL must be a supported URL.", /nested template/],
  [
    "AWS::SNS::Topic",
    "The security token included in the request is expired (Service: Sns, Status Code: 403)",
    /role-arn/,
  ],
  ["AWS::CloudFormation::Stack", "Requires capabilities : [CAPABILITY_NAMED_IAM]", /capabilities/],
  ["AWS::CloudFormation::Stack", "No updates are to be performed.", /Nothing differs/],
  [
    "AWS::RDS::DBInstance",
    "Action denied by stack policy: Statement [#1] does not allow [Update:Replace] for resource [LogicalResourceId/DB]",
    /set-stack-policy/,
  ],
  ["AWS::RDS::DBCluster", "Action not allowed by stack policy", /set-stack-policy/],
  [
    "AWS::RDS::DBCluster",
    'Resource handler returned message: "DatabaseName catalog cannot be used.  It is a reserved word for this engine (Service: Rds, Status Code: 400, Request ID: 1)" (RequestToken: 2, HandlerErrorCode: InvalidRequest)',
    /the name catalog: .* such as catalogdb\./,
  ],
  [
    "AWS::RDS::DBInstance",
    "DBName flag cannot be used.  It is a reserved word for this engine (Service: Rds, Status Code: 400)",
    /flagdb/,
  ],
];

/** Texts in which a more general cause, or another one, has a word: the particular one is told. */
const BESIDE_OTHERS: typeof CAUSES = [
  [
    "AWS::S3::Bucket",
    "logs already exists in stack arn:aws:cloudformation:us-east-1:1:stack/other/1.",
    /^The resource belongs to arn:aws:cloudformation:us-east-1:1:stack\/other\/1: remove it there/,
  ],
  ["AWS::S3::Bucket", "Your previous request succeeded and you already own it.", /import-existing-resources/],
  [
    "AWS::RDS::DBCluster",
    "The following hook(s) failed: [AWS::ControlTower::Hook] AWS::ControlTower::Hook: [CT.RDS.PR.16]: Require an Amazon RDS cluster to have deletion protection configured",
    /^A CloudFormation hook/,
  ],
  [
    "AWS::RDS::DBCluster",
    "Properties validation failed for resource Cluster with message: #/DeletionProtection: expected type: Boolean, found: String",
    /correct the template/,
  ],
  [
    "AWS::ApiGateway::UsagePlan",
    "Model validation failed (#/ThrottlingBurstLimit: failed validation constraint)",
    /correct the template/,
  ],
  [
    "Custom::Thing",
    "Received response status [FAILED] from custom resource. Message returned: An error occurred (AccessDenied) when calling the PutObject operation: Access Denied",
    /custom resource's function answered FAILED/,
  ],
  [
    "Custom::Thing",
    "Received response status [FAILED] from custom resource. Message returned: the bucket already exists",
    /custom resource's function answered FAILED/,
  ],
  [
    "Custom::Thing",
    "Received response status [FAILED] from custom resource. Message returned: User: arn:aws:sts::1:assumed-role/fn/x is not authorized to perform: s3:PutObject on resource: *",
    /Allow s3:PutObject on \* to role fn/,
  ],
  [
    "AWS::RDS::DBCluster",
    'Resource handler returned message: "The specified KMS key [arn:aws:kms:us-east-1:1:key/1] does not exist, is not enabled or you do not have permissions to access it." (HandlerErrorCode: AccessDenied)',
    /KMS key/,
  ],
  [
    "AWS::SNS::Topic",
    'Resource handler returned message: "The security token included in the request is expired" (HandlerErrorCode: AccessDenied)',
    /role-arn/,
  ],
  ["AWS::EC2::Instance", "Request limit exceeded. (Service: Ec2, Code: RequestLimitExceeded)", /throttled/],
];

/** Causes of which AWS's own words are not known here. */
const WITHOUT_TEXT: readonly string[] = [
  "Set ServerlessV2ScalingConfiguration to what this engine version supports: minimum and maximum in steps of 0.5 ACU.",
];

test.each([...CAUSES, ...BESIDE_OTHERS])("%s: %s", (type, reason, hint) => {
  expect(hintFor(type, reason)).toMatch(hint);
});

test("who puts it right is told where it is not whoever changes the template, and only there", () => {
  expect(helpFor("AWS::S3::Bucket", "Access Denied (Service: S3, Status Code: 403)")).toStrictEqual({
    hint: "The role that deploys lacks a permission for this resource. CloudTrail's event of this minute names it.",
    remedy: "elsewhere",
  });
  expect(helpFor("AWS::RDS::DBInstance", "Action not allowed by stack policy")?.remedy).toBe("elsewhere");
  const subnets = "DB Subnet Group doesn't meet availability zone coverage requirement.";
  expect(helpFor("AWS::RDS::DBSubnetGroup", subnets)).toStrictEqual({
    hint: "Give the DB subnet group subnets in at least two availability zones.",
  });
});

test("every known cause is the first that fits one of the texts: none stands behind a more general one", () => {
  const first = (type: string, reason: string) =>
    KNOWN_CAUSES.find((cause) => (cause.type?.test(type) ?? true) && cause.reason.test(reason));
  const met = new Set(CAUSES.map(([type, reason]) => first(type, reason)));
  const unmet = KNOWN_CAUSES.filter((cause) => !met.has(cause)).map(({ hint }) => hint);
  expect(unmet).toEqual(WITHOUT_TEXT);
});

test("every hint is a different one's answer to at least 25 causes", () => {
  expect(new Set(CAUSES.map(([type, reason]) => hintFor(type, reason))).size).toBeGreaterThanOrEqual(25);
});

test.each([
  ["AWS::SNS::Topic", "Resource creation cancelled"],
  ["AWS::RDS::OptionGroup", "The option group family does not exist"],
  ["AWS::SNS::Topic", "Internal Failure"],
  ["AWS::SNS::Topic", ""],
])("no hint is better than a wrong one: %s %s", (type, reason) => {
  expect(hintFor(type, reason)).toBeUndefined();
});

test("hints take only what AWS's text has, on one line but for what is to be copied", () => {
  for (const [type, reason] of CAUSES)
    expect(hintFor(type, reason)).not.toMatch(/undefined|\n(?!capabilities: |\{"Effect":)/);
});
