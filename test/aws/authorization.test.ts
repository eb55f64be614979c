import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { openExplainer } from "../../src/aws/authorization.ts";
import type { Clock } from "../../src/ports/local.ts";
import { startAws } from "../sandbox/aws/server.ts";
import { encodedMessage } from "../sandbox/aws/sts.ts";

beforeEach(() => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "example");
  onTestFinished(() => void vi.unstubAllEnvs());
});

const PRINCIPAL = "arn:aws:sts::111122223333:assumed-role/deploy/session";
const denied = (action: string) =>
  `Encoded authorization failure message: ${encodedMessage({ action, resource: "*", principal: PRINCIPAL })} (Ec2)`;
const inWords = (action: string) =>
  `User: ${PRINCIPAL} is not authorized to perform: ${action} on resource: * (Ec2)`;

/** Sleeps end only when they are told to. */
function clockOf() {
  const waits: (() => void)[] = [];
  const clock: Clock = {
    now: () => 0,
    sleep: (_, signal) =>
      new Promise((end) => {
        waits.push(end);
        signal?.addEventListener("abort", () => end(), { once: true });
      }),
  };
  return { clock, pass: () => waits.forEach((end) => void end()) };
}

async function start() {
  const aws = await startAws();
  onTestFinished(() => aws.close());
  const { clock, pass } = clockOf();
  const options = { region: "us-east-1", endpoint: aws.url, env: {}, version: "0.0.0-test" };
  return { aws, pass, explain: openExplainer(options, clock) };
}

test("one message a run is decoded, however often it is met", async () => {
  const { aws, explain } = await start();
  expect(await explain("Rate exceeded")).toBe("Rate exceeded");
  expect(aws.requests()).toEqual([]);
  expect(await Promise.all([explain(denied("ec2:A")), explain(denied("ec2:A"))])).toEqual([
    inWords("ec2:A"),
    inWords("ec2:A"),
  ]);
  expect(await explain(denied("ec2:B"))).toBe(denied("ec2:B"));
  expect(await explain(denied("ec2:A"))).toBe(inWords("ec2:A"));
  expect(aws.requests()).toHaveLength(1);
});

test("what cannot be decoded stays, and is not asked for again", async () => {
  const { aws, explain } = await start();
  const text = "Encoded authorization failure message: not-what-STS-has-made-itself";
  expect(await explain(text)).toBe(text);
  expect(await explain(text)).toBe(text);
  expect(aws.requests()).toHaveLength(1);
});

test("STS is not waited for", async () => {
  const { aws, explain, pass } = await start();
  const text = denied("ec2:A");
  aws.faults.add({ scenario: "hang", operation: "DecodeAuthorizationMessage" });
  aws.on({ operation: "DecodeAuthorizationMessage", when: "before" }, pass);
  expect(await explain(text)).toBe(text);
});
