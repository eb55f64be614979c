import fc from "fast-check";
import type { CostChange } from "../../src/changes/costs/model.ts";
import type { Changes, PropertyChange, ResourceChange } from "../../src/changes/model.ts";
import { redact } from "../../src/changes/redaction/redaction.ts";
import { judge } from "../../src/changes/verdict/verdict.ts";
import type { ReasonCode } from "../../src/errors.ts";
import type { ReportState, ReportView } from "../../src/report/view.ts";
import { openSecrets } from "../../src/secrets/secrets.ts";
import type { OperationEnd, ResourceProgress, RootCause } from "../../src/stack/model.ts";
import { hostileText } from "./hostile.ts";

const TYPES = [
  "AWS::DynamoDB::Table",
  "AWS::RDS::DBCluster",
  "AWS::RDS::DBInstance",
  "AWS::S3::Bucket",
  "AWS::EC2::SecurityGroup",
  "AWS::IAM::Role",
  "AWS::CloudWatch::Alarm",
  "AWS::SecretsManager::Secret",
];

/** A view in any state, with any texts in it. */
export function anyView(text: fc.Arbitrary<string> = hostileText(4)): fc.Arbitrary<ReportView> {
  return fc
    .record({
      stack: text,
      region: fc.constantFrom("us-east-1", "eu-central-1"),
      label: fc.option(text, { nil: undefined }),
      changes: fc.option(anyChanges(text), { nil: undefined, freq: 8 }),
      costs: fc.option(anyCosts(text), { nil: undefined }),
      state: anyState(text),
      findings: fc.array(anyFinding(text), { maxLength: 2 }),
      history: fc.array(
        fc.record({
          at: fc.integer({ min: 0, max: 2e12 }),
          commit: fc.constant("4f2c9d1e8b7a6053f1e2d3c4b5a69788f0e1d2c3"),
          text,
          runUrl: fc.oneof(text, fc.constant(RUN)),
        }),
        { maxLength: 3 },
      ),
      run: fc.oneof(text, fc.constant(RUN)),
      commit: fc.oneof(text, fc.constant("4f2c9d1e8b7a6053f1e2d3c4b5a69788f0e1d2c3")),
    })
    .map(({ changes, costs, run, label, ...view }) => ({
      ...view,
      secrets: openSecrets(),
      ...(label === undefined ? {} : { label }),
      ...(costs === undefined ? {} : { costs }),
      links: { run, changeSet: RUN },
      digest: "9b1fe2a0c84d5e6f7a8b9c0d1e2f30415263748596a7b8c9d0e1f2a3b4c5d6e7",
      ...(changes === undefined
        ? {}
        : { verdict: judge(changes, []), changes: redact(changes, { noEcho: [], patterns: [] }) }),
    }));
}

const RUN = "https://github.com/acme/payments/actions/runs/1234567890";

function anyCosts(text: fc.Arbitrary<string>): fc.Arbitrary<CostChange> {
  const amount = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  const span = fc.record({ from: amount, to: amount });
  return fc.record({
    currency: fc.constantFrom("USD" as const, "CNY" as const),
    total: span,
    lines: fc.array(fc.record({ resource: text, type: text, before: text, after: text, change: span }), {
      maxLength: 4,
    }),
    unpriced: fc.nat(3),
  });
}

function anyChanges(text: fc.Arbitrary<string>): fc.Arbitrary<Changes> {
  const sides = { before: fc.option(text, { nil: undefined }), after: fc.option(text, { nil: undefined }) };
  return fc
    .record({
      type: fc.constantFrom("CREATE" as const, "UPDATE" as const),
      resources: fc.uniqueArray(anyResource(text), { maxLength: 4, selector: ({ logicalId }) => logicalId }),
      parameters: fc.array(fc.record({ name: text, noEcho: fc.boolean(), ...sides }), { maxLength: 2 }),
      keptParameters: fc.array(
        fc.record({ name: text, value: text, default: fc.option(text, { nil: undefined }) }),
        { maxLength: 2 },
      ),
      tags: fc.array(fc.record({ key: text, ...sides }), { maxLength: 2 }),
      outputs: fc.array(fc.record({ key: text, ...sides }), { maxLength: 2 }),
      settings: fc.array(fc.record({ name: text, ...sides }), { maxLength: 2 }),
      template: fc.array(fc.record({ name: text, ...sides }), { maxLength: 2 }),
      capabilities: fc.array(text, { maxLength: 2 }),
      kept: fc.option(
        fc.record({
          roleArn: fc.option(text, { nil: undefined }),
          notificationArns: fc.array(text, { maxLength: 2 }),
          tags: fc.array(fc.record({ key: text, value: text }), { maxLength: 2 }),
        }),
        { nil: undefined },
      ),
      watched: fc.option(
        fc.record({
          alarms: fc.array(text, { maxLength: 2 }),
          minutes: fc.nat(180),
          kept: fc.boolean(),
        }),
        { nil: undefined },
      ),
    })
    .map(({ type, ...rest }) =>
      withoutUndefined({
        ...rest,
        target: { stack: "s", region: "us-east-1", account: "123456789012", type },
      }),
    ) as fc.Arbitrary<Changes>;
}

function anyResource(text: fc.Arbitrary<string>): fc.Arbitrary<ResourceChange> {
  const detail = fc
    .record({
      attribute: fc.constantFrom("Properties", "Tags", "DeletionPolicy"),
      name: text,
      path: fc.option(
        text.map((value) => `/Properties/${value}`),
        { nil: undefined },
      ),
      requiresRecreation: fc.constantFrom("Never" as const, "Always" as const, "Conditionally" as const),
      before: fc.option(text, { nil: undefined }),
      after: fc.option(fc.oneof(text, fc.constant("{{changeSet:KNOWN_AFTER_APPLY}}")), { nil: undefined }),
      evaluation: fc.constantFrom("Static" as const, "Dynamic" as const),
      source: fc.constantFrom(
        "DirectModification" as const,
        "ParameterReference" as const,
        "ResourceReference" as const,
        "Automatic" as const,
      ),
      causingEntity: fc.option(text, { nil: undefined }),
    })
    .map(withoutUndefined) as fc.Arbitrary<PropertyChange>;
  return fc
    .record({
      stackPath: fc.array(text, { maxLength: 1 }),
      action: fc.constantFrom(
        "Add" as const,
        "Modify" as const,
        "Modify" as const,
        "Remove" as const,
        "Import" as const,
        "Dynamic" as const,
        "SyncWithActual" as const,
      ),
      logicalId: fc
        .tuple(fc.integer({ min: 0, max: 999 }), text)
        .map(([number, tail]) => `R${number}${tail}`),
      physicalId: fc.option(text, { nil: undefined }),
      type: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...TYPES) }, { weight: 1, arbitrary: text }),
      replacement: fc.constantFrom("True" as const, "False" as const, "Conditional" as const),
      policyAction: fc.constantFrom(
        undefined,
        "Delete" as const,
        "ReplaceAndDelete" as const,
        "ReplaceAndSnapshot" as const,
      ),
      scope: fc.array(text, { maxLength: 1 }),
      details: fc.array(detail, { maxLength: 3 }),
      after: fc.option(anyDefinition(text), { nil: undefined }),
      written: fc.option(anyDefinition(text), { nil: undefined }),
    })
    .map(withoutUndefined) as fc.Arbitrary<ResourceChange>;
}

function anyDefinition(text: fc.Arbitrary<string>) {
  const value = fc.oneof(
    text,
    fc.array(text, { maxLength: 2 }),
    fc.integer(),
    fc.constant("{{changeSet:KNOWN_AFTER_APPLY}}"),
  );
  const members = fc.dictionary(fc.oneof(text, fc.constant("Name")), value, { maxKeys: 3 });
  return fc.record({ Properties: members, Metadata: members });
}

function anyFinding(text: fc.Arbitrary<string>) {
  return fc.record({
    level: fc.constantFrom("error" as const, "warning" as const, "notice" as const),
    message: text,
    logicalId: text,
    location: fc.record({ file: text, line: fc.constant(3), column: fc.constant(7) }),
  });
}

function anyState(text: fc.Arbitrary<string>): fc.Arbitrary<ReportState> {
  const progress: fc.Arbitrary<ResourceProgress> = fc.record({
    stackPath: fc.array(text, { maxLength: 1 }),
    logicalId: text,
    type: text,
    status: fc.oneof(text, fc.constant("CREATE_FAILED")),
    startedAt: fc.integer({ min: 0, max: 2e12 }),
  });
  const timeline = fc.array(progress, { maxLength: 2 });
  const reason = fc.constantFrom<ReasonCode>("stale-review", "fork", "error");
  const alarm = fc.record({ arn: text, type: text, state: text, reason: text, since: fc.nat(2e12) });
  const plainCause = {
    stackPath: fc.array(text, { maxLength: 1 }),
    logicalId: text,
    type: text,
    physicalId: text,
    status: text,
    reason: text,
    at: fc.constant(1),
    hint: text,
  };
  const cause: fc.Arbitrary<RootCause> = fc.oneof(
    fc.record(plainCause),
    fc.record({ ...plainCause, alarms: fc.array(alarm, { maxLength: 2 }) }),
  );
  const leftBehind = fc.array(fc.record(plainCause), { minLength: 1, maxLength: 3 });
  const delta = fc.array(
    fc.record({
      item: text,
      kind: fc.constantFrom("only-reviewed" as const, "only-present" as const, "differs" as const),
      reviewed: text,
      present: text,
    }),
    { maxLength: 2 },
  );
  const outputs = fc.array(fc.record({ key: text, value: text, description: text }), { maxLength: 2 });
  const tookMs = fc.integer({ min: 0, max: 1e7 });
  const deploying = {
    kind: fc.constant("deploying" as const),
    startedAt: fc.constant(0),
    now: tookMs,
    done: fc.nat(9),
    total: fc.nat(9),
    inProgress: timeline,
  };
  return fc.oneof<fc.Arbitrary<ReportState>[]>(
    fc.constant({ kind: "previewed", onMerge: { kind: "executes" } }),
    text.map((explanation) => ({ kind: "previewed", onMerge: { kind: "will-block", explanation } })),
    text.map((explanation) => ({ kind: "previewed", onMerge: { kind: "elsewhere", explanation } })),
    fc.constant({ kind: "no-changes" }),
    fc.record({
      kind: fc.constant("awaiting"),
      name: text,
      by: fc.record({ stack: text, file: text, wave: fc.integer({ min: 1, max: 5 }) }),
    }),
    fc.record({
      kind: fc.constant("failed"),
      doing: fc.constantFrom("preview" as const, "deploy" as const),
      failure: fc.record({ message: text, hint: text, reasonCode: reason }),
    }),
    fc.record({ kind: fc.constant("blocked"), reason, explanation: text, delta, hint: text }),
    fc.record({ kind: fc.constant("blocked"), reason, explanation: text, delta, done: text }),
    fc.record({ kind: fc.constant("skipped"), reason, explanation: text }),
    fc.record(deploying),
    fc.record({
      ...deploying,
      monitoring: fc.record({ alarms: fc.array(alarm, { maxLength: 2 }), minutes: fc.nat(180) }),
    }),
    fc.record({ kind: fc.constant("deployed"), tookMs, outputs, timeline }),
    fc.record({ kind: fc.constant("deployed"), tookMs, outputs, timeline, beside: text }),
    fc.record({ kind: fc.constant("deployed"), tookMs, outputs, timeline, leftBehind }),
    fc.record({
      kind: fc.constant("deploy-failed"),
      end: fc.record({ kind: fc.constant("failed"), status: text, tookMs, cause, leftBehind }),
      cause,
      nextStep: text,
      timeline,
    }),
    fc.record({
      kind: fc.constant("deploy-failed"),
      end: fc.oneof<fc.Arbitrary<OperationEnd>[]>(
        fc.record({ kind: fc.constant("lost-sight"), reason: text, tookMs }),
        fc.record({
          ...{ kind: fc.constant("succeeded"), status: text, tookMs, leftBehind },
          unread: fc.record({ reason: text, hint: text }),
        }),
        failingEnd(text, cause),
      ),
      nextStep: text,
      timeline,
    }),
    fc.record({ kind: fc.constant("out-of-date"), explanation: text }),
    ...destroyStates(
      text,
      fc.oneof<fc.Arbitrary<OperationEnd>[]>(
        fc.record({ kind: fc.constant("failed"), status: text, tookMs, cause }),
        failingEnd(text, cause),
      ),
      timeline,
    ),
  );
}

/** An operation that had failed, and was not seen to its end. */
function failingEnd(text: fc.Arbitrary<string>, cause: fc.Arbitrary<RootCause>): fc.Arbitrary<OperationEnd> {
  const shared = {
    tookMs: fc.integer({ min: 1, max: 9_000 }),
    failing: fc.record({ status: text, isRollingBack: fc.boolean(), cause }),
  };
  return fc.oneof<fc.Arbitrary<OperationEnd>[]>(
    fc.record({ kind: fc.constantFrom("timed-out", "cancelled"), status: text, ...shared }),
    fc.record({ kind: fc.constant("lost-sight"), reason: text, hint: text, ...shared }),
  );
}

function destroyStates(
  text: fc.Arbitrary<string>,
  failed: fc.Arbitrary<OperationEnd>,
  timeline: fc.Arbitrary<ResourceProgress[]>,
): fc.Arbitrary<ReportState>[] {
  const resources = fc.array(fc.record({ key: text, type: text, physicalId: text }), { maxLength: 2 });
  const fate = fc.record({ deleted: fc.nat(9), lost: resources, kept: resources, saved: resources });
  const texts = fc.array(text, { maxLength: 2 });
  const obstacle = fc.record({ what: text, type: text, why: text, next: text });
  const lost = fc.record({ kind: fc.constant("lost-sight"), reason: text, hint: text, tookMs: fc.nat(9) });
  return [
    fc.constant({ kind: "absent" }),
    fc.record({
      ...{ kind: fc.constant("protected"), explanation: text, fate },
      obstacles: fc.array(obstacle, { maxLength: 2 }),
    }),
    fc.record({
      ...{ kind: fc.constant("destroyed"), tookMs: fc.nat(9), fate, timeline },
      ...{ snapshots: texts, unnamed: texts },
    }),
    fc.record({
      ...{ kind: fc.constant("destroy-failed"), phase: fc.constantFrom("lifting", "deleting") },
      ...{ end: fc.oneof<fc.Arbitrary<OperationEnd>[]>(failed, lost), nextStep: text, fate, timeline },
      ...{ snapshots: texts, unnamed: texts },
    }),
  ];
}

function withoutUndefined<T extends object>(value: T): T {
  const entries = Object.entries(value).map(([key, it]) => [
    key,
    Array.isArray(it)
      ? it.map((item) => (typeof item === "object" && item !== null ? withoutUndefined(item) : item))
      : it,
  ]);
  return Object.fromEntries(entries.filter(([, it]) => it !== undefined)) as T;
}
