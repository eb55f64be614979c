import {
  DescribeChangeSetCommand,
  DescribeEventsCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  GetHookResultCommand,
  ListHookResultsCommand,
} from "@aws-sdk/client-cloudformation";
import { expect, test } from "vitest";
import { type Bench, startBench, templateOf, topic } from "./fixture.ts";
import type { Fault } from "./scenarios.ts";

const template = (display: string) => templateOf({ A: topic({ TopicName: "a", DisplayName: display }) });

async function benchWithStack(...faults: readonly Fault[]): Promise<Bench> {
  const bench = await startBench();
  bench.aws.cloudFormation.putStack({ stackName: "app", template: template("one") });
  for (const fault of faults) bench.aws.faults.add(fault);
  return bench;
}

const describe = (bench: Bench) => bench.client.send(new DescribeStacksCommand({ StackName: "app" }));

test("stale-describe: the previous status is told at first, events tell the truth", async () => {
  const bench = await benchWithStack();
  const { ChangeSetId } = await bench.propose({ TemplateBody: template("two") });
  bench.aws.faults.add({ scenario: "stale-describe", times: 2 });
  await bench.client.send(new ExecuteChangeSetCommand({ ChangeSetName: ChangeSetId }));
  const seen = [];
  for (let call = 0; call < 3; call += 1) seen.push((await describe(bench)).Stacks?.[0]?.StackStatus);
  expect(seen).toEqual(["CREATE_COMPLETE", "CREATE_COMPLETE", "UPDATE_IN_PROGRESS"]);
  expect((await bench.story()).at(-1)).toBe("app UPDATE_IN_PROGRESS - User Initiated");
});

test("stale-describe: outputs and times are the previous ones, too, and how often it was told is counted", async () => {
  const bench = await startBench();
  const withOutput = (display: string) =>
    templateOf({ A: topic({ DisplayName: display }) }, { Outputs: { Name: { Value: display } } });
  bench.aws.cloudFormation.putStack({ stackName: "app", template: withOutput("one") });
  const { ChangeSetId } = await bench.propose({ TemplateBody: withOutput("two") });
  const stale = bench.aws.faults.add({ scenario: "stale-describe", times: 2 });
  // What was done before the fault is known everywhere: such answers are no use of it.
  await describe(bench);
  expect(bench.aws.faults.used(stale)).toBe(0);
  await bench.execute(ChangeSetId ?? "");
  for (const used of [1, 2]) {
    const told = (await describe(bench)).Stacks?.[0];
    expect(told).toMatchObject({ StackStatus: "CREATE_COMPLETE", Outputs: [{ OutputValue: "one" }] });
    expect(told?.LastUpdatedTime).toBeUndefined();
    expect(bench.aws.faults.used(stale)).toBe(used);
  }
  expect((await describe(bench)).Stacks?.[0]).toMatchObject({ Outputs: [{ OutputValue: "two" }] });
  bench.aws.faults.remove(stale);
  expect(bench.aws.faults.used(stale)).toBe(2);
});

test("stale-change-set: a set that was just made is not found at first", async () => {
  const bench = await benchWithStack({ scenario: "stale-change-set", times: 1 });
  await expect(bench.propose({ ChangeSetName: "s", TemplateBody: template("two") })).rejects.toMatchObject({
    name: "ChangeSetNotFoundException",
  });
  const set = await bench.client.send(new DescribeChangeSetCommand({ StackName: "app", ChangeSetName: "s" }));
  expect(set.Status).toBe("CREATE_COMPLETE");
});

test.each([
  ["throttle", { name: "Throttling", message: "Rate exceeded" }],
  ["server-error", { name: "InternalFailure", $metadata: expect.objectContaining({ httpStatusCode: 500 }) }],
  [
    "unavailable",
    { name: "ServiceUnavailable", $metadata: expect.objectContaining({ httpStatusCode: 503 }) },
  ],
  [
    "access-denied",
    {
      name: "AccessDenied",
      message: expect.stringMatching(/is not authorized to perform: cloudformation:DescribeStacks/),
    },
  ],
  ["reset", { code: "ECONNRESET" }],
] as const)("%s: the n-th call is hit, and no other", async (scenario, error) => {
  const bench = await benchWithStack({ scenario, operation: "DescribeStacks", nth: 2 });
  await describe(bench);
  await bench.client.send(new DescribeStackEventsCommand({ StackName: "app" }));
  await expect(describe(bench)).rejects.toMatchObject(error);
  await describe(bench);
});

test("faults can hit every n-th call, or any with a probability from a seed", async () => {
  const outcomes = async (fault: Fault) => {
    const bench = await benchWithStack(fault);
    const hits = [];
    for (let call = 0; call < 12; call += 1)
      hits.push(
        await describe(bench).then(
          () => 0,
          () => 1,
        ),
      );
    return hits.join("");
  };
  expect(await outcomes({ scenario: "throttle", every: 3 })).toBe("001001001001");
  const random = { scenario: "throttle", probability: 0.5, seed: "7" } as const;
  const first = await outcomes(random);
  expect(first).toBe(await outcomes(random));
  expect(first).toMatch(/1.*0|0.*1/);
  expect(first).not.toBe(await outcomes({ ...random, seed: "8" }));
});

test("expired-token: after so many calls nothing works any more", async () => {
  const bench = await benchWithStack({ scenario: "expired-token", after: 1 });
  await describe(bench);
  await expect(describe(bench)).rejects.toMatchObject({ name: "ExpiredToken" });
  await expect(describe(bench)).rejects.toMatchObject({ name: "ExpiredToken" });
});

test("lost-response: the execution starts although its answer never comes", async () => {
  const bench = await benchWithStack({ scenario: "lost-response", operation: "ExecuteChangeSet" });
  const { ChangeSetId } = await bench.propose({ TemplateBody: template("two") });
  const execute = new ExecuteChangeSetCommand({ ChangeSetName: ChangeSetId, ClientRequestToken: "t" });
  await expect(bench.client.send(execute)).rejects.toMatchObject({ code: "ECONNRESET" });
  expect((await describe(bench)).Stacks?.[0]?.StackStatus).toBe("UPDATE_IN_PROGRESS");
  expect(bench.aws.requests().at(-2)).toMatchObject({
    operation: "ExecuteChangeSet",
    outcome: "lost-response",
  });
});

test("hang: no answer comes; slow: it comes late", async () => {
  const bench = await benchWithStack({ scenario: "hang", operation: "DescribeStacks" });
  const answer = bench.client.send(new DescribeStacksCommand({}), { abortSignal: AbortSignal.timeout(50) });
  await expect(answer).rejects.toMatchObject({ name: "AbortError" });
  bench.aws.faults.clear();
  bench.aws.faults.add({ scenario: "slow", ms: 60 });
  const started = performance.now();
  await describe(bench);
  expect(performance.now() - started).toBeGreaterThan(50);
});

test("dropped-changes: with values a change is missing, and a reason says so", async () => {
  const bench = await benchWithStack({ scenario: "dropped-changes", resource: "A" });
  const set = await bench.propose({ TemplateBody: template("two") });
  expect(set.Changes).toEqual([]);
  expect(set.StatusReason).toMatch(
    /^\[WARN\] --include-property-values option can return incomplete ChangeSet data because: .*Logical Id: A,/,
  );
  const plain = await bench.client.send(new DescribeChangeSetCommand({ ChangeSetName: set.ChangeSetId }));
  expect(plain.Changes).toHaveLength(1);
});

test("hidden-changes: a complete change set that can be executed is told without its changes", async () => {
  const bench = await benchWithStack({ scenario: "hidden-changes" });
  const set = await bench.propose({ TemplateBody: template("two") });
  expect(set).toMatchObject({ Status: "CREATE_COMPLETE", ExecutionStatus: "AVAILABLE", Changes: [] });
});

test("missing-reason: a failed set tells why only without values", async () => {
  const bench = await benchWithStack({ scenario: "missing-reason" });
  const set = await bench.propose({ TemplateBody: template("one") });
  expect([set.Status, set.StatusReason]).toEqual(["FAILED", undefined]);
  const plain = await bench.client.send(new DescribeChangeSetCommand({ ChangeSetName: set.ChangeSetId }));
  expect(plain.StatusReason).toMatch(/^The submitted information/);
});

test("change-set-fails: for any other reason", async () => {
  const bench = await benchWithStack({ scenario: "change-set-fails", reason: "Transform failed" });
  expect(await bench.propose({ TemplateBody: template("two") })).toMatchObject({
    Status: "FAILED",
    StatusReason: "Transform failed",
  });
});

test.each(["fail", "warn"] as const)("validation-%s: DescribeEvents tells the finding", async (mode) => {
  const bench = await benchWithStack({
    scenario: `validation-${mode}`,
    resource: "A",
    reason: "it is there",
  });
  const set = await bench.propose({ TemplateBody: template("two") });
  expect(set.Status).toBe(mode === "fail" ? "FAILED" : "CREATE_COMPLETE");
  if (mode === "fail")
    expect(set.StatusReason).toMatch(
      /^The following hook\(s\)\/validation failed: \[AWS::EarlyValidation::ResourceExistenceCheck\]\. .*DescribeEvents API/,
    );
  const { OperationEvents = [] } = await bench.client.send(
    new DescribeEventsCommand({ ChangeSetName: set.ChangeSetId }),
  );
  expect(OperationEvents.find(({ EventType }) => EventType === "VALIDATION_ERROR")).toMatchObject({
    LogicalResourceId: "A",
    ValidationFailureMode: mode.toUpperCase(),
    ValidationStatusReason: "it is there",
    ValidationPath: "/Resources/A",
  });
  await expect(bench.client.send(new DescribeEventsCommand({ ChangeSetName: "set-1" }))).rejects.toThrow(
    "One of ChangeSetName, OperationId or StackName must be specified",
  );
});

test.each(["fail", "warn"] as const)(
  "hook-%s: ListHookResults and GetHookResult tell the finding",
  async (mode) => {
    const bench = await benchWithStack({
      scenario: `hook-${mode}`,
      resource: "A",
      reason: "against the rules",
    });
    const set = await bench.propose({ TemplateBody: template("two") });
    expect(set.Status).toBe(mode === "fail" ? "FAILED" : "CREATE_COMPLETE");
    const target = { TargetType: "CHANGE_SET", TargetId: set.ChangeSetId } as const;
    const { HookResults = [] } = await bench.client.send(new ListHookResultsCommand(target));
    expect(HookResults).toMatchObject([{ FailureMode: mode.toUpperCase(), Status: "HOOK_COMPLETE_FAILED" }]);
    const result = await bench.client.send(
      new GetHookResultCommand({ HookResultId: HookResults[0]?.HookResultId }),
    );
    expect(result.Annotations?.[0]?.StatusMessage).toBe("A: against the rules");
  },
);

test("resource-hook-fail: a Hook stops a resource while it is updated", async () => {
  const bench = await benchWithStack({ scenario: "resource-hook-fail", resource: "A" });
  await bench.deploy({ TemplateBody: template("two") });
  expect(await bench.story()).toContain(
    "A UPDATE_FAILED - The following hook(s) failed: [Private::Guard::Policy]",
  );
  expect((await bench.events()).find(({ HookType }) => HookType)).toMatchObject({
    HookStatus: "HOOK_COMPLETE_FAILED",
    HookFailureMode: "FAIL",
    HookInvocationPoint: "PRE_PROVISION",
  });
});

test("hidden-changes: a change set that can be executed is told to be without changes", async () => {
  const bench = await benchWithStack({ scenario: "hidden-changes" });
  const told = await bench.propose({ TemplateBody: template("two") });
  expect(told).toMatchObject({ Status: "CREATE_COMPLETE", ExecutionStatus: "AVAILABLE" });
  expect(told.Changes ?? []).toEqual([]);
});

test("page: an answer that is no XML", async () => {
  const bench = await benchWithStack({ scenario: "page", status: 502 });
  await expect(describe(bench)).rejects.toMatchObject({ $metadata: { httpStatusCode: 502 } });
});

test("left-out: a field that is optional by the API is not there", async () => {
  const bench = await benchWithStack({ scenario: "left-out", field: "StackId" });
  const [stack] = (await describe(bench)).Stacks ?? [];
  expect(stack).toMatchObject({ StackName: "app" });
  expect(stack?.StackId).toBeUndefined();
});

test.each([
  [
    { scenario: "refused", reason: "No" },
    { name: "ValidationError", message: "No" },
  ],
  [{ scenario: "token-taken" }, { name: "TokenAlreadyExistsException" }],
  [
    { scenario: "capabilities", reason: "CAPABILITY_IAM" },
    { name: "InsufficientCapabilitiesException", message: "Requires capabilities : [CAPABILITY_IAM]" },
  ],
] as const)("%j: what AWS answers", async (fault, error) => {
  const bench = await benchWithStack(fault);
  await expect(describe(bench)).rejects.toMatchObject(error);
});
