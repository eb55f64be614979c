import type { RecordedRequest } from "../../sandbox/aws/requests.ts";
import { ACCOUNT, type Asked } from "../../templates/authorize.ts";
import { RECORD_KEY } from "../../templates/roles.ts";

type Params = Readonly<Record<string, unknown>>;

/** IAM's names for S3's operations: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html */
const SERVICES: Readonly<Record<string, string>> = {
  // CloudWatch signs its calls by another name than IAM has for it.
  monitoring: "cloudwatch",
};
const IAM_NAMES: Readonly<Record<string, string>> = {
  HeadObject: "GetObject",
  ListObjectVersions: "ListBucketVersions",
  ListObjectsV2: "ListBucket",
};

/** An id for what has no name of its own in the call: AWS asks about `stack/<name>/*`. */
const ID = "0a1b2c3d-1111-2222-3333-444455556666";

/**
 * What AWS asks IAM about one call: its action on its resource, and what is behind a change set with a role or tags.
 * By https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudformation.html and its neighbours.
 */
export function askedBy({ service, operation, params }: RecordedRequest): readonly Asked[] {
  const given = params as Params;
  const action = `${SERVICES[service] ?? service}:${IAM_NAMES[operation] ?? operation}`;
  if (service === "s3") return [{ action, resource: s3Resource(action, given) }];
  if (service === "kms") {
    // The sandbox has its own key, which stands for the template's.
    return [{ action, resource: RECORD_KEY, context: { "kms:MacAlgorithm": String(given.MacAlgorithm) } }];
  }
  if (operation === "SimulatePrincipalPolicy") return [{ action, resource: String(given.PolicySourceArn) }];
  if (service !== "cloudformation") return [{ action, resource: "*" }];
  const own = { action, resource: cloudFormationResource(operation, given) };
  return operation === "CreateChangeSet" ? ofChangeSet(own, given) : [own];
}

function ofChangeSet(own: Asked, { ChangeSetName, RoleARN: role, Tags: tags }: Params): readonly Asked[] {
  const name = String(ChangeSetName);
  const context = {
    "cloudformation:ChangeSetName": name,
    ...(role === undefined ? {} : { "cloudformation:RoleArn": String(role) }),
  };
  const passing = {
    action: "iam:PassRole",
    resource: String(role),
    context: { "iam:PassedToService": "cloudformation.amazonaws.com" },
  };
  const changeSet = `arn:aws:cloudformation:us-east-1:${ACCOUNT}:changeSet/${name}/${ID}`;
  const tagging = [own.resource, changeSet].flatMap((resource) =>
    ["TagResource", "UntagResource"].map((tag) => ({ action: `cloudformation:${tag}`, resource })),
  );
  return [
    { ...own, context },
    ...(role === undefined ? [] : [passing]),
    ...(tags === undefined ? [] : tagging),
  ];
}

/** What of CloudFormation's has no resource, and what is by a change set's ARN. */
const EVERYWHERE = [
  "ListHookResults",
  "GetHookResult",
  "ListImports",
  "DescribeStackDriftDetectionStatus",
  "BatchDescribeTypeConfigurations",
];

function cloudFormationResource(operation: string, { StackName, ChangeSetName }: Params): string {
  if (EVERYWHERE.includes(operation)) return "*";
  if (operation === "DescribeEvents") return String(ChangeSetName);
  // A nested stack's change set is described by its ARN alone, which does not tell the stack: it is one of this.
  const stack = String(StackName ?? "app");
  return stack.startsWith("arn:")
    ? stack
    : `arn:aws:cloudformation:us-east-1:${ACCOUNT}:stack/${stack}/${ID}`;
}

function s3Resource(action: string, { Bucket, Key }: Params): string {
  return ["s3:ListBucketVersions", "s3:ListBucket"].includes(action)
    ? `arn:aws:s3:::${Bucket}`
    : `arn:aws:s3:::${Bucket}/${Key}`;
}
