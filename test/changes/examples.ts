import fc from "fast-check";
import type { Approval, PresentChanges, ReviewedPull, ReviewPolicy } from "../../src/changes/decide.ts";
import { type Digest, digestOf } from "../../src/changes/digest.ts";
import type { Changes, PropertyChange, ResourceChange } from "../../src/changes/model.ts";
import { decodeRecord, encodeRecord, type ReviewRecord } from "../../src/changes/record.ts";

/** A queue whose time-out changes. */
export const queue: ResourceChange = {
  stackPath: [],
  action: "Modify",
  logicalId: "Queue",
  physicalId: "https://sqs.us-east-1.amazonaws.com/123456789012/app-Queue-1AB2C3",
  type: "AWS::SQS::Queue",
  replacement: "False",
  scope: ["Properties"],
  details: [
    {
      attribute: "Properties",
      name: "VisibilityTimeout",
      path: "/Properties/VisibilityTimeout",
      requiresRecreation: "Never",
      before: "30",
      after: "60",
      changeType: "Modify",
      evaluation: "Static",
      source: "DirectModification",
    },
  ],
};

export const changes: Changes = {
  target: { stack: "app", region: "us-east-1", account: "123456789012", type: "UPDATE" },
  resources: [queue],
  definitions: { Queue: "a".repeat(64) },
  parameters: [
    { name: "Size", noEcho: false, before: "1", after: "2" },
    { name: "Password", noEcho: true },
  ],
  keptParameters: [{ name: "Kept", value: "30", default: "10" }],
  tags: [{ key: "team", before: "a", after: "b" }],
  outputs: [{ key: "Url", after: '{"Ref":"Queue"}' }],
  capabilities: ["CAPABILITY_IAM"],
};

const word = fc.string({ maxLength: 12, unit: "grapheme" });
const id = fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,7}$/);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Leaves out the fields that have no value, as our types do. */
function dense<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}

const detail = fc
  .record({
    attribute: fc.constantFrom("Properties", "Tags", "Metadata", "DeletionPolicy"),
    name: maybe(id),
    path: maybe(fc.stringMatching(/^\/Properties\/[A-Z][a-z]{0,5}$/)),
    requiresRecreation: fc.constantFrom("Never", "Conditionally", "Always"),
    before: maybe(word),
    after: maybe(word),
    changeType: maybe(fc.constantFrom("Add", "Remove", "Modify", "SyncWithActual")),
    evaluation: fc.constantFrom("Static", "Dynamic"),
    source: maybe(fc.constantFrom("DirectModification", "ParameterReference")),
    causingEntity: maybe(id),
  })
  .map((it) => dense(it) as PropertyChange);

const resource = fc
  .record({
    stackPath: fc.array(id, { maxLength: 2 }),
    action: fc.constantFrom("Add", "Modify", "Remove", "Import", "Dynamic"),
    logicalId: id,
    physicalId: maybe(word),
    type: fc.constantFrom("AWS::SQS::Queue", "AWS::RDS::DBCluster"),
    replacement: maybe(fc.constantFrom("True", "False", "Conditional")),
    policyAction: maybe(fc.constantFrom("Delete", "Retain", "Snapshot")),
    scope: fc.uniqueArray(fc.constantFrom("Properties", "Tags", "Metadata"), { maxLength: 3 }),
    details: fc.array(detail, { maxLength: 4 }),
  })
  .map((it) => dense(it) as ResourceChange);

const sided = { before: maybe(word), after: maybe(word) };

/** Any changes; every name occurs once in its list, as in CloudFormation. */
export const anyChanges: fc.Arbitrary<Changes> = fc
  .record({
    target: fc.record({
      stack: id,
      region: fc.constantFrom("us-east-1", "eu-west-1"),
      account: fc.constantFrom("123456789012", "210987654321"),
      type: fc.constantFrom("CREATE", "UPDATE", "IMPORT"),
    }),
    resources: fc.uniqueArray(resource, {
      maxLength: 5,
      selector: (it) => [...it.stackPath, it.logicalId].join("/"),
    }),
    parameters: fc.uniqueArray(fc.record({ name: id, noEcho: fc.boolean(), ...sided }).map(dense), {
      maxLength: 4,
      selector: ({ name }) => name,
    }),
    tags: fc.uniqueArray(fc.record({ key: word, ...sided }).map(dense), {
      maxLength: 4,
      selector: ({ key }) => key,
    }),
    outputs: fc.uniqueArray(fc.record({ key: id, ...sided }).map(dense), {
      maxLength: 4,
      selector: ({ key }) => key,
    }),
    capabilities: fc.uniqueArray(
      fc.constantFrom("CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"),
    ),
    roleArn: maybe(fc.constant("arn:aws:iam::123456789012:role/cfn")),
  })
  .map((it) => {
    const definitions = it.resources.map((one, index) => [
      [...one.stackPath, one.logicalId].join("/"),
      String(index % 10).repeat(64),
    ]);
    return dense({ ...it, definitions: Object.fromEntries(definitions), keptParameters: [] }) as Changes;
  });

export function recordOf(digest: Digest, from: Changes = changes): ReviewRecord {
  const text = encodeRecord(digest, from, { changeSetArn: "arn:set", input: "i".repeat(64) });
  const record = decodeRecord(text, digest.digest);
  if (record === undefined) throw new Error("the record cannot be read back");
  return record;
}

export const digest = digestOf(changes);
export const HEAD = "1".repeat(40);

/** Previewed at second 100. */
export function pull(given: Partial<ReviewedPull> = {}): ReviewedPull {
  return {
    number: 7,
    merged: true,
    baseRef: "main",
    headSha: HEAD,
    author: "alice",
    record: recordOf(digest),
    recordedAt: 100_000,
    approvals: [],
    ...given,
  };
}

export function approval(given: Partial<Approval> = {}): Approval {
  return { reviewer: "bob", state: "APPROVED", commitSha: HEAD, at: 200_000, ...given };
}

export function present(given: Partial<PresentChanges> = {}): PresentChanges {
  return { empty: false, digest, unacknowledged: [], ...given };
}

export const policy: ReviewPolicy = {
  requireReview: true,
  requiredApprovals: 0,
  approvedDigest: undefined,
  onDestructive: "fail",
  deployBranch: "main",
};
