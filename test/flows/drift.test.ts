import { describe, expect, test } from "vitest";
import { createDrifts } from "../../src/aws/drift.ts";
import { createStacks } from "../../src/aws/stacks.ts";
import { drift } from "../../src/flows/drift.ts";
import { createAws } from "../sandbox/aws/aws.ts";
import { virtualClock } from "../sandbox/aws/clock.ts";
import { AwsError } from "../sandbox/aws/errors.ts";
import { clientOf } from "./model/cloudFormation.ts";
import { freePace } from "./watch/freePace.ts";
import { jobOf, silent } from "./world.ts";

const topic = (properties: object = { DisplayName: "as it was" }) => ({
  Type: "AWS::SNS::Topic",
  Properties: properties,
});
const nested = (name: string, parameters: object = {}) => ({
  Type: "AWS::CloudFormation::Stack",
  Properties: {
    TemplateURL: `https://templates.s3.us-east-1.amazonaws.com/${name}.json`,
    Parameters: parameters,
  },
});

/** A stack of three levels: `Network` holds a topic and `Deeper`, which holds one, too. */
function openTree() {
  const clock = virtualClock();
  const aws = createAws({ clock });
  const put = (name: string, template: object) =>
    aws.objects.put("templates", `${name}.json`, JSON.stringify(template));
  put("deeper", { Resources: { Inner: topic() } });
  put("network", {
    Parameters: { Name: { Type: "String" } },
    Resources: {
      Vpc: topic({ DisplayName: { Ref: "Name" }, FifoTopic: false }),
      Deeper: nested("deeper"),
    },
  });
  aws.cloudFormation.putStack({
    stackName: "app",
    template: JSON.stringify({
      Parameters: { Password: { Type: "String", NoEcho: true } },
      Resources: {
        Queue: { Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout: 30 } },
        Network: nested("network", { Name: { Ref: "Password" } }),
      },
    }),
    parameters: { Password: "hunter2-hunter2" },
  });
  const arnOf = (stack: string, logicalId: string) =>
    aws.cloudFormation.stack(stack)?.resources.get(logicalId)?.physicalId ?? "";
  const network = arnOf("app", "Network");
  const deeper = arnOf(network, "Deeper");
  const nameOf = (arn: string) => aws.cloudFormation.stack(arn)?.name ?? "";
  const called: string[] = [];
  const faults: CallFault[] = [];
  const client = clientOf(aws, async (operation, params, answer) => {
    called.push(operation);
    const fault = faults.find(
      (it) =>
        it.operation === operation && it.times > 0 && (it.stack ?? params.StackName) === params.StackName,
    );
    if (fault === undefined) return answer();
    fault.times--;
    fault.meanwhile?.();
    throw new AwsError(fault.code, fault.message);
  });
  return { aws, clock, client, called, faults, network, deeper, nameOf };
}

/** Calls that are answered with an error after all retries. */
interface CallFault {
  readonly operation: string;
  readonly code: string;
  readonly message: string;
  readonly stack?: string;
  readonly meanwhile?: () => unknown;
  times: number;
}

type Tree = ReturnType<typeof openTree>;

const always = Number.POSITIVE_INFINITY;
const denied = { code: "AccessDenied", message: "not authorized to look at it", times: always };
const throttled = { code: "Throttling", message: "Rate exceeded" };

async function check(
  tree: Tree,
  { stack = "app", minutes = 60, cancel = new AbortController().signal } = {},
) {
  const { client } = tree;
  const clock = { now: tree.clock.now, sleep: async (ms: number) => tree.clock.advance(ms) };
  const lines: string[] = [];
  const log = { ...silent, info: (line: string) => void lines.push(line) };
  const given = jobOf({ mode: "drift", "stack-name": stack, "timeout-minutes": String(minutes) });
  const job = { ...given, deadline: clock.now() + minutes * 60_000, cancel };
  const edge = { client, clock, pace: freePace, log, cancel };
  const ports = { stacks: createStacks(edge), drifts: createDrifts(edge), pace: freePace, clock, log };
  const result = await drift(job, ports);
  return { result, lines, summary: result.summary ?? "" };
}

function detections({ called }: Tree): number {
  return called.filter((operation) => operation === "DetectStackDrift").length;
}

describe("nested stacks, into which AWS does not look by itself,", () => {
  test("are looked at, each once", async () => {
    const tree = openTree();
    const { result } = await check(tree);
    expect(result).toMatchObject({ result: "in-sync", hasChanges: false });
    expect(detections(tree)).toBe(3);
  });

  test("are told by their paths", async () => {
    const tree = openTree();
    tree.aws.cloudFormation.changeResourceByHand(tree.network, "Vpc", { FifoTopic: true });
    tree.aws.cloudFormation.changeResourceByHand(tree.deeper, "Inner", null);
    const { result, lines, summary } = await check(tree);
    expect(result).toMatchObject({ result: "drifted", hasChanges: true });
    expect(summary).toContain("2 resources drifted");
    expect(summary).toContain("`Network/Vpc`");
    expect(summary).toMatch(/`Network\/Deeper\/Inner`.*deleted/);
    expect(lines.join("\n")).toContain("Network/Deeper/Inner");
    expect(lines).toContainEqual("      /FifoTopic: false → true");
  });

  test("do not tell what a NoEcho parameter of the stack above gave them", async () => {
    const tree = openTree();
    tree.aws.cloudFormation.changeResourceByHand(tree.network, "Vpc", { DisplayName: "another-secret" });
    const { result, lines, summary } = await check(tree);
    expect(result.result).toBe("drifted");
    const told = `${summary}\n${lines.join("\n")}`;
    expect(told).toContain("/DisplayName");
    expect(told).not.toContain("hunter2");
    expect(told).not.toContain("another-secret");
  });

  test("whose detection is refused are named, and nothing is in sync", async () => {
    const tree = openTree();
    tree.faults.push({ ...denied, operation: "DetectStackDrift", stack: tree.network });
    const { result, lines, summary } = await check(tree);
    expect(result).toMatchObject({ result: "failed", reasonCode: "access-denied" });
    expect(result.message).toMatch(/could not be detected: Network: .*not authorized to look at it/);
    expect(summary).toContain("- `Network`: ");
    expect(lines.join("\n")).toContain("not checked  Network: ");
    // What is below it is looked at nonetheless.
    expect(detections(tree)).toBe(3);
  });

  test("that cannot be listed are no reason to say in sync", async () => {
    const tree = openTree();
    tree.faults.push({ ...denied, operation: "ListStackResources" });
    const { result } = await check(tree);
    expect(result).toMatchObject({ result: "failed", reasonCode: "access-denied" });
    expect(result.message).toContain("Its nested stacks are not known.");
  });

  test("are not asked for where the template has none", async () => {
    const tree = openTree();
    tree.aws.cloudFormation.putStack({
      stackName: "flat",
      template: JSON.stringify({ Resources: { A: topic() } }),
    });
    const { result } = await check(tree, { stack: "flat" });
    expect(result.result).toBe("in-sync");
    // Once it is checked, they are listed to see which of them were.
    expect(tree.called.filter((it) => /List|ResourceDrifts/.test(it))).toEqual([
      "DescribeStackResourceDrifts",
      "ListStackResources",
    ]);
  });
});

describe("what CloudFormation cannot check", () => {
  const zone = {
    Type: "Custom::Zone",
    Properties: { ServiceToken: "arn:aws:lambda:us-east-1:1:function:f" },
  };
  const documents = { Type: "AWS::DocDB::DBCluster", Properties: { BackupRetentionPeriod: 7 } };

  /** A stack with a topic and a custom resource, and with a nested one that has both kinds, too. */
  function openPartly() {
    const tree = openTree();
    tree.aws.objects.put(
      "templates",
      "mixed.json",
      JSON.stringify({ Resources: { A: topic(), Db: documents } }),
    );
    tree.aws.cloudFormation.putStack({
      stackName: "partly",
      template: JSON.stringify({ Resources: { News: topic(), Zone: zone, Inner: nested("mixed") } }),
    });
    const inner = tree.aws.cloudFormation.stack("partly")?.resources.get("Inner")?.physicalId ?? "";
    return { tree, inner };
  }

  test("is in sync, and is named", async () => {
    const { tree, inner } = openPartly();
    tree.aws.cloudFormation.changeResourceByHand(inner, "Db", { BackupRetentionPeriod: 1 });
    const { result, lines, summary } = await check(tree, { stack: "partly" });
    expect(result).toMatchObject({ result: "in-sync", hasChanges: false });
    // The nested stack is a resource that is checked, too.
    expect(result.message).toContain("in sync, 2 of 5 resources not checked");
    expect(summary).toContain(
      "Nothing was found that was changed outside of CloudFormation in what could be checked.",
    );
    const told =
      "Checked: 3 resources. Left out: 2, as a rule because CloudFormation cannot detect the drift of their type.";
    expect(summary).toContain(told);
    expect(summary).toContain("| `Zone` | `Custom::Zone` |");
    expect(summary).toContain("| `Inner/Db` | `DocDB::DBCluster` |");
    expect(lines).toContain(`  ${told}`);
    expect(lines).toContain("  ➖ left out  Zone  Custom::Zone");
    expect(lines).toContain("  ➖ left out  Inner/Db  AWS::DocDB::DBCluster");
  });

  test("is named beside what drifted, and beside what failed", async () => {
    const { tree, inner } = openPartly();
    tree.aws.cloudFormation.changeResourceByHand(inner, "A", { DisplayName: "by hand" });
    const drifted = await check(tree, { stack: "partly" });
    expect(drifted.result).toMatchObject({ result: "drifted", hasChanges: true });
    expect(drifted.result.message).toContain("1 resource drifted, 2 of 5 resources not checked");
    expect(drifted.summary).toContain("| `Zone` | `Custom::Zone` |");
    tree.aws.faults.add({
      scenario: "drift-unknown",
      stack: "partly",
      resource: "News",
      reason: "Rate exceeded",
    });
    const failed = await check(tree, { stack: "partly" });
    expect(failed.result.message).toContain("1 resource drifted, not everything could be checked");
    expect(failed.summary).toContain("Checked: 2 resources. Left out: 2,");
    expect(failed.lines).toContain("  ➖ left out  Zone  Custom::Zone");
  });

  test("is not called in sync where it is all that there is", async () => {
    const tree = openTree();
    tree.aws.cloudFormation.putStack({
      stackName: "zones",
      template: JSON.stringify({ Resources: { Zone: zone } }),
    });
    const { result, summary } = await check(tree, { stack: "zones" });
    expect(result).toMatchObject({
      result: "in-sync",
      message: expect.stringContaining("none of 1 resource checked"),
    });
    expect(summary).toContain("### ⚠️ ");
  });

  test("fails nothing where it may not be listed: that it is not known is said", async () => {
    const { tree } = openPartly();
    tree.aws.cloudFormation.putStack({
      stackName: "flat",
      template: JSON.stringify({ Resources: { A: topic(), Zone: zone } }),
    });
    tree.faults.push({ ...denied, operation: "ListStackResources" });
    const { result, lines, summary } = await check(tree, { stack: "flat" });
    expect(result).toMatchObject({ result: "in-sync", hasChanges: false });
    expect(result.message).toContain("in sync, what was left out is not known");
    expect(summary).toMatch(
      /left out is not known everywhere:\*\*\n\n- Cannot list the resources of stack .*not authorized/,
    );
    expect(summary).not.toContain("Checked:");
    expect(lines.join("\n")).toMatch(
      /left out is not known {2}Cannot list the resources of stack .*not authorized/,
    );
  });

  test.each([40, always])(
    "is asked for again while it is throttled (%d times), though not without end",
    async (times) => {
      const tree = openTree();
      tree.aws.cloudFormation.putStack({
        stackName: "flat",
        template: JSON.stringify({ Resources: { A: topic(), Zone: zone } }),
      });
      tree.faults.push({ ...throttled, operation: "ListStackResources", times });
      const before = tree.clock.now();
      const { result } = await check(tree, { stack: "flat" });
      expect(result.result).toBe("in-sync");
      expect(result.message).toContain(
        times === 40 ? "1 of 2 resources not checked" : "what was left out is not known",
      );
      expect(tree.clock.now() - before).toBeLessThan(3 * 60_000);
    },
  );

  test("costs no result where the time ends meanwhile", async () => {
    const tree = openTree();
    tree.aws.cloudFormation.putStack({
      stackName: "flat",
      template: JSON.stringify({ Resources: { A: topic() } }),
    });
    tree.aws.cloudFormation.changeResourceByHand("flat", "A", null);
    const meanwhile = () => tree.clock.advance(60 * 60_000);
    tree.faults.push({ ...throttled, operation: "ListStackResources", times: always, meanwhile });
    const { result, summary } = await check(tree, { stack: "flat" });
    expect(result).toMatchObject({ result: "drifted", hasChanges: true });
    expect(summary).toContain("were not listed in time");
  });

  test("is not guessed where the detection failed", async () => {
    const { tree } = openPartly();
    tree.aws.faults.add({
      scenario: "drift-detection-fails",
      stack: "partly",
      reason: "Failed to detect drift",
    });
    const { result, summary } = await check(tree, { stack: "partly" });
    expect(result).toMatchObject({ result: "failed" });
    expect(summary).toContain("Checked: 1 resource. Left out: 1,");
    expect(summary).not.toContain("`Zone`");
  });

  test("is found on all pages, and the log names some of many", async () => {
    const tree = openTree();
    const many = Array.from({ length: 250 }, (_, index) => [
      [`Topic${index}`, topic()],
      [`Zone${index}`, zone],
    ]).flat();
    tree.aws.cloudFormation.putStack({
      stackName: "large",
      template: JSON.stringify({ Resources: Object.fromEntries(many) }),
    });
    const { result, lines, summary } = await check(tree, { stack: "large" });
    expect(result.message).toContain("in sync, 250 of 500 resources not checked");
    expect(lines.filter((line) => line.includes("left out"))).toHaveLength(20);
    expect(lines).toContain("  … and 230 more resources, see the job summary");
    expect(summary.match(/^\| `Zone\d+` /gm)).toHaveLength(250);
  });
});

test("many nested stacks are not all detected at once", async () => {
  const tree = openTree();
  const names = Array.from({ length: 12 }, (_, index) => `Nested${index}`);
  const template = { Resources: Object.fromEntries(names.map((name) => [name, nested("deeper")])) };
  tree.aws.cloudFormation.putStack({ stackName: "wide", template: JSON.stringify(template) });
  const { result } = await check(tree, { stack: "wide" });
  expect(result.result).toBe("in-sync");
  expect(detections(tree)).toBe(13);
  const running = { now: 0, most: 0 };
  for (const operation of tree.called) {
    if (operation === "DetectStackDrift") running.most = Math.max(running.most, ++running.now);
    // The last call of each detection.
    if (operation === "DescribeStackResourceDrifts") running.now--;
  }
  expect(running).toEqual({ now: 0, most: 4 });
});

describe("a detection that could not check everything", () => {
  test.each(["root", "nested"] as const)(
    "is complete, and yet not in sync (%s), for its resource is UNKNOWN",
    async (where) => {
      const tree = openTree();
      const stack = where === "root" ? "app" : tree.nameOf(tree.network);
      const resource = where === "root" ? "Queue" : "Vpc";
      tree.aws.faults.add({ scenario: "drift-unknown", stack, resource, reason: "Rate exceeded" });
      const { result, summary } = await check(tree);
      const path = where === "root" ? "Queue" : "Network/Vpc";
      expect(result).toMatchObject({ result: "failed", reasonCode: "error" });
      expect(result.message).toContain(`could not be detected: ${path}: Rate exceeded`);
      expect(summary).toContain(`- \`${path}\`: Rate exceeded`);
      expect(summary).toContain("not everything could be checked");
    },
  );

  test("tells what it found, and what it did not look at", async () => {
    const tree = openTree();
    tree.aws.cloudFormation.changeResourceByHand("app", "Queue", { VisibilityTimeout: 99 });
    tree.aws.faults.add({
      ...{ scenario: "drift-detection-fails", stack: tree.nameOf(tree.deeper) },
      ...{ reason: "Failed to detect drift on resources [Inner]" },
    });
    const { result, summary } = await check(tree);
    expect(result.result).toBe("drifted");
    expect(summary).toContain("1 resource drifted, not everything could be checked");
    expect(summary).toMatch(/- `Network\/Deeper`: Failed to detect drift on resources \\?\[Inner/);
  });
});

describe("time", () => {
  test("is over at timeout-minutes, which fails the run whatever was found by then", async () => {
    const tree = openTree();
    tree.aws.cloudFormation.changeResourceByHand("app", "Queue", { VisibilityTimeout: 99 });
    tree.faults.push({ ...throttled, operation: "DetectStackDrift", stack: tree.network, times: always });
    const before = tree.clock.now();
    const { result, summary } = await check(tree, { minutes: 2.5 });
    expect(result).toMatchObject({ result: "failed", reasonCode: "timeout", hasChanges: true });
    expect(result.message).toContain("within 2.5 minutes (timeout-minutes)");
    expect(summary).toContain("- `Network`: The drift of stack");
    expect(summary).toContain("1 resource drifted");
    expect(tree.clock.now() - before).toBeLessThan(4 * 60_000);
  });

  test("that is over says what it did not suffice for, and what failed and drifted by then", async () => {
    const tree = openTree();
    tree.aws.cloudFormation.changeResourceByHand("app", "Queue", { VisibilityTimeout: 99 });
    tree.faults.push({ ...throttled, operation: "DetectStackDrift", stack: tree.network, times: always });
    tree.aws.faults.add({
      ...{ scenario: "drift-detection-fails", stack: tree.nameOf(tree.deeper), reason: "No right to read" },
    });
    const { result } = await check(tree, { minutes: 2.5 });
    expect(result).toMatchObject({ result: "failed", reasonCode: "timeout" });
    expect(result.message).toBe(
      "The drift of app was not detected within 2.5 minutes (timeout-minutes). Not reached: Network. Not checked for other reasons: Network/Deeper: No right to read. By then 1 resource had drifted.",
    );
  });

  test("that is over leaves the next step of what failed", async () => {
    const tree = openTree();
    tree.faults.push({ ...throttled, operation: "DetectStackDrift", stack: tree.network, times: always });
    tree.faults.push({ ...denied, operation: "DetectStackDrift", stack: tree.deeper });
    const { result } = await check(tree, { minutes: 2.5 });
    expect(result.message).toMatch(
      /Not reached: Network\. Not checked for other reasons: Network\/Deeper: Cannot/,
    );
    expect(result.hint).toMatch(/raise timeout-minutes\.\nAllow the call to the role/);
  });

  test.each(["DetectStackDrift", "DescribeStackDriftDetectionStatus", "DescribeStackResourceDrifts"])(
    "is what a throttled %s takes, and no result is lost to it",
    async (operation) => {
      const tree = openTree();
      tree.aws.cloudFormation.changeResourceByHand(tree.deeper, "Inner", null);
      const fault = { ...throttled, operation, times: 40 };
      tree.faults.push(fault);
      const { result, summary } = await check(tree);
      expect(fault.times).toBe(0);
      expect(result.result).toBe("drifted");
      expect(summary).toContain("1 resource drifted");
      expect(summary).not.toContain("not everything");
    },
  );

  test("is given to a detection that somebody else began", async () => {
    const tree = openTree();
    tree.aws.cloudFormation.handle("DetectStackDrift", { StackName: "app" });
    const { result } = await check(tree);
    expect(result.result).toBe("in-sync");
    expect(detections(tree)).toBeGreaterThan(3);
  });

  test("ends with the job that is cancelled", async () => {
    const tree = openTree();
    const controller = new AbortController();
    const asked = () => tree.called.filter((it) => it === "DescribeStackDriftDetectionStatus").length;
    tree.faults.push({
      ...{ ...throttled, operation: "DescribeStackDriftDetectionStatus", times: 3 },
      meanwhile: () => asked() === 3 && controller.abort(),
    });
    await expect(check(tree, { cancel: controller.signal })).rejects.toMatchObject({
      reasonCode: "cancelled",
      message: expect.stringMatching(/^The job was cancelled while the drift of stack/),
    });
    expect(asked()).toBeLessThan(7);
  });

  test("ends with a job that is cancelled while what was left out is asked for", async () => {
    const tree = openTree();
    const controller = new AbortController();
    tree.faults.push({
      ...{ ...throttled, operation: "ListStackResources", times: always },
      meanwhile: () => controller.abort(),
    });
    tree.aws.cloudFormation.putStack({
      stackName: "flat",
      template: JSON.stringify({ Resources: { A: topic() } }),
    });
    await expect(check(tree, { stack: "flat", cancel: controller.signal })).rejects.toMatchObject({
      reasonCode: "cancelled",
    });
  });
});
