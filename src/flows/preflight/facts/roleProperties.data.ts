/** A property that names a role which a service assumes. */
export interface RoleProperty {
  /** Which leaves of the properties: `Targets.*.RoleArn`. */
  readonly at: RegExp;
  /** The service's principal without its domain. */
  readonly service: string;
  /**
   * The words with which the service refuses a role that it cannot assume, as public reports have them; without them it
   * may take such a role and fail only when it uses it.
   */
  readonly refusal?: string;
}

const role = (at: RegExp, service: string, refusal?: string): RoleProperty => ({
  at,
  service,
  ...(refusal === undefined ? {} : { refusal }),
});

const MONITORED = [
  role(
    /^MonitoringRoleArn$/,
    "monitoring.rds",
    "IAM role ARN value is invalid or does not include the required permissions",
  ),
  role(/^AssociatedRoles\.\*\.RoleArn$/, "rds"),
];

/** By type; CloudFormation's template reference names the properties, each service's guide its principal. */
export const ROLE_PROPERTIES: Readonly<Record<string, readonly RoleProperty[]>> = {
  "AWS::ApiGateway::Account": [role(/^CloudWatchRoleArn$/, "apigateway")],
  "AWS::AppSync::DataSource": [role(/^ServiceRoleArn$/, "appsync")],
  "AWS::AppSync::GraphQLApi": [role(/^LogConfig\.CloudWatchLogsRoleArn$/, "appsync")],
  "AWS::AutoScaling::LifecycleHook": [role(/^RoleARN$/, "autoscaling")],
  "AWS::Backup::BackupSelection": [role(/^BackupSelection\.IamRoleArn$/, "backup")],
  "AWS::CloudTrail::Trail": [role(/^CloudWatchLogsRoleArn$/, "cloudtrail")],
  "AWS::CodeBuild::Project": [role(/^ServiceRole$/, "codebuild")],
  "AWS::CodePipeline::Pipeline": [
    role(/^RoleArn$/, "codepipeline", "is not authorized to perform AssumeRole on role"),
  ],
  "AWS::DLM::LifecyclePolicy": [role(/^ExecutionRoleArn$/, "dlm")],
  "AWS::ECS::TaskDefinition": [role(/^(Task|Execution)RoleArn$/, "ecs-tasks")],
  "AWS::EKS::Cluster": [
    role(
      /^RoleArn$/,
      "eks",
      "could not be assumed because it does not exist or the trusted entity is not correct",
    ),
  ],
  "AWS::EKS::FargateProfile": [role(/^PodExecutionRoleArn$/, "eks-fargate-pods")],
  "AWS::EKS::Nodegroup": [role(/^NodeRole$/, "ec2")],
  "AWS::Events::Rule": [role(/^(Targets\.\*\.)?RoleArn$/, "events", "cannot be assumed by principal")],
  "AWS::Glue::Crawler": [role(/^Role$/, "glue")],
  "AWS::Glue::Job": [role(/^Role$/, "glue")],
  "AWS::IoT::TopicRule": [role(/^TopicRulePayload\..*RoleArn$/, "iot")],
  "AWS::KinesisFirehose::DeliveryStream": [role(/RoleARN$/, "firehose")],
  "AWS::Lambda::Function": [
    role(/^Role$/, "lambda", "The role defined for the function cannot be assumed by Lambda"),
  ],
  "AWS::Logs::SubscriptionFilter": [role(/^RoleArn$/, "logs")],
  "AWS::Pipes::Pipe": [role(/^RoleArn$/, "pipes")],
  "AWS::RDS::DBCluster": MONITORED,
  "AWS::RDS::DBInstance": MONITORED,
  "AWS::RDS::DBProxy": [role(/^RoleArn$/, "rds")],
  "AWS::Redshift::Cluster": [role(/^IamRoles\.\*$/, "redshift")],
  "AWS::S3::Bucket": [role(/^ReplicationConfiguration\.Role$/, "s3")],
  "AWS::SageMaker::Model": [role(/^ExecutionRoleArn$/, "sagemaker")],
  "AWS::Scheduler::Schedule": [
    role(
      /^Target\.RoleArn$/,
      "scheduler",
      "The execution role you provide must allow AWS EventBridge Scheduler to assume the role",
    ),
  ],
  "AWS::Serverless::Function": [
    role(/^Role$/, "lambda", "The role defined for the function cannot be assumed by Lambda"),
  ],
  "AWS::SNS::Subscription": [role(/^SubscriptionRoleArn$/, "sns")],
  "AWS::StepFunctions::StateMachine": [
    role(
      /^RoleArn$/,
      "states",
      "Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role",
    ),
  ],
};
