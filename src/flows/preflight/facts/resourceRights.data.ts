/** What it takes to make and delete a resource, and the name by which IAM knows it. */
export interface ResourceRights {
  /** Service and resource of its ARN, with `NAME`. */
  readonly arn: `${string}:${string}`;
  /** An ARN without region (`iam`, `s3`), and without account (`s3`). */
  readonly scope?: "account" | "world";
  /** The property with its name; without it CloudFormation makes one of the stack's name and the logical id. */
  readonly name: string;
  readonly isLowerCase?: true;
  readonly make: string;
  /** In place, where one action does it whatever changes. */
  readonly change?: string;
  readonly remove: string;
}

/**
 * Actions and ARNs by the Service Authorization Reference; the tests look them up in a copy of it. Frequent types whose name
 * decides their ARN: of others IAM cannot be asked for the very resource, and a role that is allowed some resources
 * only would be said to lack everything.
 */
export const RESOURCE_RIGHTS: Readonly<Record<string, ResourceRights>> = {
  "AWS::CloudWatch::Alarm": {
    ...{ arn: "cloudwatch:alarm:NAME", name: "AlarmName" },
    ...{
      make: "cloudwatch:PutMetricAlarm",
      change: "cloudwatch:PutMetricAlarm",
      remove: "cloudwatch:DeleteAlarms",
    },
  },
  "AWS::DynamoDB::Table": {
    ...{ arn: "dynamodb:table/NAME", name: "TableName" },
    ...{ make: "dynamodb:CreateTable", remove: "dynamodb:DeleteTable" },
  },
  "AWS::Events::Rule": {
    ...{ arn: "events:rule/NAME", name: "Name" },
    ...{ make: "events:PutRule", change: "events:PutRule", remove: "events:DeleteRule" },
  },
  "AWS::IAM::Role": {
    ...{ arn: "iam:role/NAME", scope: "account", name: "RoleName" },
    ...{ make: "iam:CreateRole", remove: "iam:DeleteRole" },
  },
  "AWS::Lambda::Function": {
    ...{ arn: "lambda:function:NAME", name: "FunctionName" },
    ...{ make: "lambda:CreateFunction", remove: "lambda:DeleteFunction" },
  },
  "AWS::Logs::LogGroup": {
    ...{ arn: "logs:log-group:NAME", name: "LogGroupName" },
    ...{ make: "logs:CreateLogGroup", remove: "logs:DeleteLogGroup" },
  },
  "AWS::RDS::DBCluster": {
    ...{ arn: "rds:cluster:NAME", name: "DBClusterIdentifier", isLowerCase: true },
    ...{ make: "rds:CreateDBCluster", change: "rds:ModifyDBCluster", remove: "rds:DeleteDBCluster" },
  },
  "AWS::RDS::DBInstance": {
    ...{ arn: "rds:db:NAME", name: "DBInstanceIdentifier", isLowerCase: true },
    ...{ make: "rds:CreateDBInstance", change: "rds:ModifyDBInstance", remove: "rds:DeleteDBInstance" },
  },
  "AWS::S3::Bucket": {
    ...{ arn: "s3:NAME", scope: "world", name: "BucketName", isLowerCase: true },
    ...{ make: "s3:CreateBucket", remove: "s3:DeleteBucket" },
  },
  "AWS::SNS::Topic": {
    ...{ arn: "sns:NAME", name: "TopicName" },
    ...{ make: "sns:CreateTopic", change: "sns:SetTopicAttributes", remove: "sns:DeleteTopic" },
  },
  "AWS::SQS::Queue": {
    ...{ arn: "sqs:NAME", name: "QueueName" },
    ...{ make: "sqs:CreateQueue", change: "sqs:SetQueueAttributes", remove: "sqs:DeleteQueue" },
  },
  "AWS::SecretsManager::Secret": {
    ...{ arn: "secretsmanager:secret:NAME-AbCdEf", name: "Name" },
    ...{
      make: "secretsmanager:CreateSecret",
      change: "secretsmanager:UpdateSecret",
      remove: "secretsmanager:DeleteSecret",
    },
  },
  "AWS::StepFunctions::StateMachine": {
    ...{ arn: "states:stateMachine:NAME", name: "StateMachineName" },
    ...{
      make: "states:CreateStateMachine",
      change: "states:UpdateStateMachine",
      remove: "states:DeleteStateMachine",
    },
  },
};
