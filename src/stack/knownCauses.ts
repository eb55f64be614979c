import { DECODE_IT, deniedHint } from "./denials.ts";
import type { Remedy } from "./model.ts";
import { capabilityHint, MISSING_CAPABILITIES } from "./refusals.ts";

/** A well-known cause: AWS's words (and where it matters the resource type) and what to do about them. */
export interface KnownCause {
  readonly reason: RegExp;
  readonly type?: RegExp;
  readonly hint: string | ((match: RegExpMatchArray) => string);
  /** Who puts it right, where it is not whoever changes the template. */
  readonly remedy?: Remedy;
}

const RDS = /^AWS::RDS::/;

/** The special ones stand before the general ones. */
export const KNOWN_CAUSES: readonly KnownCause[] = [
  {
    reason: MISSING_CAPABILITIES,
    hint: ([, missing = ""]) => capabilityHint(missing),
  },
  {
    reason: /TemplateURL must|S3 error: (?:Access Denied|The specified key does not exist)/i,
    hint: "Check that the nested template's object exists and that the role that deploys may read it.",
    remedy: "elsewhere",
  },
  {
    reason: /^Replacement type updates not supported on stack with disable-rollback/i,
    hint: "CloudFormation replaces nothing with on-failure: keep. Roll the stack back with `aws cloudformation rollback-stack`, then deploy with on-failure: rollback.",
  },
  // Permissions
  {
    reason: /not authorized to perform: iam:CreateServiceLinkedRole/i,
    hint: ({ input = "" }) =>
      `The service-linked role can also be created once by hand. ${deniedHint(input)}`,
    remedy: "elsewhere",
  },
  {
    reason: /not authorized to perform: [\w-]+:\w+/i,
    hint: ({ input = "" }) => deniedHint(input),
    remedy: "elsewhere",
  },
  { reason: /encoded authorization failure message/i, hint: DECODE_IT, remedy: "elsewhere" },
  {
    reason: /(?:is invalid or cannot be assumed|cannot be assumed by|Unable to assume role)/i,
    hint: "Check that the role exists and that its trust policy lets this service assume it.",
    remedy: "elsewhere",
  },
  {
    reason:
      /(?:AccessDenied|Access Denied|UnauthorizedOperation|You are not authorized to perform this operation)/i,
    hint: "The role that deploys lacks a permission for this resource. CloudTrail's event of this minute names it.",
    remedy: "elsewhere",
  },
  // RDS and Aurora
  {
    type: RDS,
    reason:
      /Cannot find (?:version|upgrade target)|(?:Invalid|Unsupported) (?:DB )?engine version|no versions? .*available/i,
    hint: "This engine version cannot be created (any more) in this region: list the present ones with `aws rds describe-db-engine-versions`.",
  },
  {
    type: RDS,
    reason: /RDS does not support creating a DB instance with the following combination/i,
    hint: "This instance class is not offered with this engine version here: `aws rds describe-orderable-db-instance-options` lists what is.",
  },
  {
    type: RDS,
    reason:
      /Serverless ?v2.*(?:not supported|isn't supported|doesn't support)|ServerlessV2ScalingConfiguration/i,
    hint: "Set ServerlessV2ScalingConfiguration to what this engine version supports: minimum and maximum in steps of 0.5 ACU.",
  },
  {
    type: RDS,
    reason:
      /DB ?[Ss]ubnet ?[Gg]roup doesn'?t meet (?:the )?(?:A|availability)|Add subnets to cover at least/i,
    hint: "Give the DB subnet group subnets in at least two availability zones.",
  },
  {
    type: RDS,
    reason: /Some input subnets .*(?:are invalid|invalid)|InvalidSubnet/i,
    hint: "Check that the subnet ids exist in this region and belong to one VPC.",
  },
  {
    type: RDS,
    reason:
      /security group .*(?:are|is) not in the same VPC|DB instance and EC2 security group are in different VPCs/i,
    hint: "Take the security groups and the DB subnet group from the same VPC.",
  },
  {
    type: RDS,
    reason: /Cannot delete protected (?:Cluster|DB Instance)|deletion protection|DeletionProtection/i,
    hint: "Turn the deletion protection off in a deploy of its own, or, where the stack takes none any more, with `aws rds modify-db-cluster --no-deletion-protection` (or modify-db-instance). Then delete or replace the database.",
  },
  {
    type: RDS,
    reason: /(?:parameter|Parameter) ?group ?family|DBParameterGroupFamily/,
    hint: "The parameter group's family must be the engine version's: change both together, under a new name.",
  },
  {
    type: RDS,
    reason:
      /(?:The parameter|Master ?User ?[Pp]assword|password).* (?:is not a valid password|must be at least|Only printable ASCII)/i,
    hint: 'Use a password of 8 to 128 printable characters without /, @, " or spaces; best let Secrets Manager make it.',
  },
  {
    type: RDS,
    reason: /MasterUsername .*(?:reserved|cannot be used)|cannot be used as it is a reserved word/i,
    hint: "Choose another master user name: this one is reserved by the engine.",
  },
  {
    type: RDS,
    reason:
      /DB ?(?:Cluster)?Snapshot ?(?:already exists|AlreadyExists)|Cannot create the (?:cluster )?snapshot because .* already exists/i,
    hint: "A snapshot with that name is there already: delete or rename it.",
    remedy: "elsewhere",
  },
  // Networks
  {
    type: /SecurityGroup/,
    reason: /has a dependent object|DependencyViolation/i,
    hint: "Something outside the stack still uses the security group: `aws ec2 describe-network-interfaces --filters Name=group-id,Values=<id>` names it.",
    remedy: "elsewhere",
  },
  {
    reason: /has dependencies and cannot be deleted|DependencyViolation|has a dependent object/i,
    hint: "Something outside the stack still uses this resource: remove that first, then try again.",
    remedy: "elsewhere",
  },
  {
    reason: /CIDR .*conflicts with another subnet|InvalidSubnet\.Conflict/i,
    hint: "Choose a range that no other subnet of the VPC uses.",
  },
  {
    reason: /(?:The )?(?:vpc|subnet|security group|sg|ami|image|key pair).*? does not exist/i,
    hint: "Check the id, the account and the region: it is not there.",
  },
  // Names and replacement
  {
    reason: /cannot update a stack when a custom-named resource requires replacing/i,
    hint: "Give the resource another name in the same change (or none, so that CloudFormation picks one): the replacement is made before the old one is deleted.",
  },
  {
    reason:
      /Export (?:with name )?(\S+) (?:is already exported by stack|(?:cannot be (?:deleted|updated) )?as it is in use by)/i,
    hint: ([, name]) =>
      `The export ${name} is shared: free the name, or remove its Fn::ImportValue from the other stacks first.`,
  },
  {
    reason: /No export named (\S+) found/i,
    hint: ([, name]) => `Deploy the stack that exports ${name} first, in this region and account.`,
    remedy: "elsewhere",
  },
  {
    type: /^AWS::SecretsManager::/,
    reason: /scheduled for deletion/i,
    hint: "A secret of this name waits for its deletion: `aws secretsmanager restore-secret`, or delete it with --force-delete-without-recovery.",
    remedy: "elsewhere",
  },
  {
    type: /^AWS::S3::Bucket$/,
    reason: /bucket you tried to delete is not empty|BucketNotEmpty/i,
    hint: "Empty the bucket (all versions), or give it DeletionPolicy: Retain.",
    remedy: "elsewhere",
  },
  {
    type: /^AWS::S3::Bucket$/,
    reason: /already exists|BucketAlreadyExists|not available/i,
    hint: "Bucket names are shared by all accounts: choose another, or none.",
  },
  {
    reason: /already ?exists(?! in stack)|AlreadyExists|EntityAlreadyExists|already in use|Duplicate/i,
    hint: "Something of this name is there already: rename it, delete the old one, or take it into the stack with import-existing-resources.",
  },
  {
    reason: /already exists in stack (\S+)/i,
    hint: ([, stack]) =>
      `The resource belongs to ${stack}: remove it there with DeletionPolicy: Retain first.`,
  },
  // Limits
  {
    reason:
      /(?:LimitExceeded|limit exceeded|exceeded? (?:the |your )?(?:\w+ )?(?:quota|limit)|QuotaExceeded|maximum number of|service quota)/i,
    hint: "A quota of the account is reached: delete what is not needed, or ask for more in Service Quotas.",
    remedy: "elsewhere",
  },
  {
    reason: /Rate exceeded|Throttling|Too ?Many ?Requests/i,
    hint: "AWS throttled the resource's own calls. Run the deploy again; if it comes back, chain resources with DependsOn.",
    remedy: "by-itself",
  },
  {
    reason:
      /insufficient capacity|do not have enough capacity|InsufficientInstanceCapacity|InsufficientDBInstanceCapacity/i,
    hint: "AWS has no capacity of this class in this zone now: try again later, or take another class or zone.",
    remedy: "by-itself",
  },
  // Custom resources, roles, state
  {
    reason: /Received response status \[FAILED\] from custom resource/i,
    hint: "The custom resource's function answered FAILED: its CloudWatch log has the details.",
  },
  {
    reason:
      /(?:CloudFormation did not receive a response from your Custom Resource|Custom Resource failed to stabilize)/i,
    hint: "The custom resource's function never answered: look for a crash or time-out in its CloudWatch log.",
  },
  {
    reason:
      /timed out waiting for|did not stabilize|Exceeded attempts to wait|NotStabilized|failed to stabilize/i,
    hint: "The resource did not become ready in time: look at its own events in the service's console, then run the deploy again.",
    remedy: "by-itself",
  },
  {
    reason: /Failed to receive (\d+) resource signal/i,
    hint: "The instances did not signal success: look at /var/log/cfn-init.log and /var/log/cloud-init-output.log on one of them.",
  },
  {
    reason:
      /KMS.*(?:is disabled|is pending deletion|not exist|InvalidArn)|KMSKeyNotAccessible|kms key .*(?:does not exist|not enabled)/i,
    hint: "Check that the KMS key is enabled, in this region, and that its policy lets this service use it.",
    remedy: "elsewhere",
  },
  {
    reason: /hook\(s\)\/validation failed: \[AWS::EarlyValidation::/i,
    hint: "CloudFormation's own validation refuses it before anything is changed: correct what it names.",
  },
  {
    reason: /The following hook\(s\) failed|hook\(s\)\/validation failed/i,
    hint: "A CloudFormation hook of this account refuses the resource: change what it names, or speak to whoever runs the hook.",
  },
  {
    reason:
      /(?:Encountered unsupported property|extraneous key|Unsupported property|Properties validation failed|Model validation failed|required key)/i,
    hint: "The resource's properties do not fit its type: correct the template at the property that is named.",
  },
  {
    reason: /Circular dependency/i,
    hint: "Break the circle: move a rule to a resource of its own (e.g. AWS::EC2::SecurityGroupIngress).",
  },
  {
    reason: /The security token included in the request is (?:invalid|expired)/i,
    hint: "The credentials that CloudFormation uses ended: deploy with role-arn, so that the stack has a role of its own.",
    remedy: "by-itself",
  },
  {
    reason: /No updates are to be performed|didn't contain changes/i,
    hint: "Nothing differs from what is deployed.",
  },
];
