import { DATABASE_CAUSES } from "./databaseCauses.ts";
import { DECODE_IT, deniedHint } from "./denials.ts";
import type { KnownCause, Remedy } from "./model.ts";
import { capabilityHint, MISSING_CAPABILITIES } from "./refusals.ts";

/** What helps against a well-known cause, and who can do it. */
export interface Help {
  readonly hint: string;
  readonly remedy?: Remedy;
}

/**
 * What helps against a well-known cause of a failed resource, stack or change set; `undefined` for any other. The first
 * entry that fits wins, so the special ones stand before the general ones.
 */
export function helpFor(type: string, reason: string): Help | undefined {
  for (const known of KNOWN_CAUSES) {
    const match = known.type === undefined || known.type.test(type) ? reason.match(known.reason) : null;
    if (match !== null) return helpOf(known, match);
  }
  return undefined;
}

/** The next step alone. */
export function hintFor(type: string, reason: string): string | undefined {
  return helpFor(type, reason)?.hint;
}

function helpOf({ hint, remedy }: KnownCause, match: RegExpMatchArray): Help {
  const text = typeof hint === "string" ? hint : hint(match);
  return remedy === undefined ? { hint: text } : { hint: text, remedy };
}

/** The special ones stand before the general ones. */
export const KNOWN_CAUSES: readonly KnownCause[] = [
  // CloudFormation's own words, and those of a hook: what they speak of may look like any other cause
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
  {
    reason: /hook\(s\)\/validation failed: \[AWS::EarlyValidation::/i,
    hint: "CloudFormation's own validation refuses it before anything is changed: correct what it names.",
  },
  {
    reason: /The following hook\(s\) failed|hook\(s\)\/validation failed/i,
    hint: "A CloudFormation hook of this account refuses it: change what it names, or speak to whoever runs the hook.",
  },
  {
    // CloudFormation enforces it while it executes; a change set has no way around it (ExecuteChangeSet).
    reason: /Action (?:denied|not allowed) by stack policy/i,
    hint: "The stack's policy forbids it: allow it there with `aws cloudformation set-stack-policy`, and forbid it again after the deploy.",
    remedy: "elsewhere",
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
    reason: /already exists in stack ([^\s"]*[^\s".,;)])/i,
    hint: ([, stack]) =>
      `The resource belongs to ${stack}: remove it there with DeletionPolicy: Retain first, and take it in with import-existing-resources. Where that is this stack, leave it its old logical id.`,
  },
  // Permissions that are named
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
  // Functions, in their own words
  {
    reason: /Received response status \[FAILED\] from custom resource/i,
    hint: "The custom resource's function answered FAILED: its CloudWatch log has the details.",
  },
  {
    reason:
      /(?:CloudFormation did not receive a response from your Custom Resource|Custom Resource failed to stabilize)/i,
    hint: "The custom resource's function never answered: look for a crash or time-out in its CloudWatch log.",
  },
  // Roles and keys
  {
    reason: /(?:is invalid or cannot be assumed|cannot be assumed by|Unable to assume role)/i,
    hint: "Check that the role exists and that its trust policy lets this service assume it.",
    remedy: "elsewhere",
  },
  {
    reason: /The security token included in the request is (?:invalid|expired)/i,
    hint: "The credentials that CloudFormation uses ended: deploy with role-arn, so that the stack has a role of its own.",
    remedy: "by-itself",
  },
  {
    reason:
      /KMS.*(?:is disabled|is pending deletion|not exist|InvalidArn)|KMSKeyNotAccessible|kms key .*(?:does not exist|not enabled)/i,
    hint: "Check that the KMS key is enabled, in this region, and that its policy lets this service use it.",
    remedy: "elsewhere",
  },
  ...DATABASE_CAUSES,
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
    reason: /\b(?:vpc|subnet|security group|sg|ami|image|key pair)s?\b.*? does not exist/i,
    hint: "Check the id, the account and the region: it is not there.",
  },
  // Names
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
    hint: "Bucket names are shared by all accounts, and this one is taken. Where that bucket is yours, take it into the stack with import-existing-resources; otherwise choose another name, or none.",
  },
  {
    reason: /already ?exists|already in use|already own|Duplicate/i,
    hint: "Something of this name is there already: rename it, delete the old one, or take it into the stack with import-existing-resources.",
  },
  // Limits: a call that is throttled may be said to exceed one, too
  {
    reason: /Rate exceeded|\bThrottling(?:Exception)?\b|Too ?Many ?Requests|Request ?limit ?exceeded/i,
    hint: "AWS throttled the resource's own calls. Run the deploy again; if it comes back, chain resources with DependsOn.",
    remedy: "by-itself",
  },
  {
    reason:
      /(?:LimitExceeded|limit exceeded|exceeded? (?:the |your )?(?:\w+ )?(?:quota|limit)|QuotaExceeded|maximum number of|service quota)/i,
    hint: "A quota of the account is reached: delete what is not needed, or ask for more in Service Quotas.",
    remedy: "elsewhere",
  },
  {
    reason:
      /insufficient capacity|do not have enough capacity|InsufficientInstanceCapacity|InsufficientDBInstanceCapacity/i,
    hint: "AWS has no capacity of this class in this zone now: try again later, or take another class or zone.",
    remedy: "by-itself",
  },
  // State
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
  // What says least
  {
    reason:
      /(?:AccessDenied|Access Denied|UnauthorizedOperation|You are not authorized to perform this operation)/i,
    hint: "The role that deploys lacks a permission for this resource. CloudTrail's event of this minute names it.",
    remedy: "elsewhere",
  },
  {
    reason: /No updates are to be performed|didn't contain changes/i,
    hint: "Nothing differs from what is deployed.",
  },
];
