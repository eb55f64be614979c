import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { expect, onTestFinished, test } from "vitest";
import { createCloudFormationClient, TRY_LIMITS } from "../../src/aws/client.ts";
import { awsRetries, retryDelay, triedAtMost } from "../../src/aws/retry.ts";
import { createStacks } from "../../src/aws/stacks.ts";
import { freePace } from "../flows/watch/freePace.ts";
import { rejection, startEdges, templateOf, topic } from "./fixture.ts";

const jitter = (value: number) => () => value;

test("delays double from 0.1 s, from 0.5 s when throttled, up to 5 s, half of it jitter", () => {
  const delays = (errorType: "THROTTLING" | "TRANSIENT", random: number) =>
    [1, 2, 3, 8].map((retries) => retryDelay(retries, { errorType }, jitter(random)));
  expect(delays("TRANSIENT", 0)).toEqual([50, 100, 200, 2500]);
  expect(delays("TRANSIENT", 1)).toEqual([100, 200, 400, 5000]);
  expect(delays("THROTTLING", 0)).toEqual([250, 500, 1000, 2500]);
  expect(delays("THROTTLING", 1)).toEqual([500, 1000, 2000, 5000]);
});

test("what will not pass is not retried", async () => {
  const retries = awsRetries({ maxAttempts: 8, random: jitter(0) });
  const token = await retries.acquireInitialRetryToken("");
  const limit = Object.assign(new Error("limit"), { name: "LimitExceededException" });
  await expect(retries.refreshRetryTokenForRetry(token, { errorType: "CLIENT_ERROR" })).rejects.toThrow();
  await expect(
    retries.refreshRetryTokenForRetry(token, { errorType: "THROTTLING", error: limit as never }),
  ).rejects.toThrow();
});

test("calls end after the attempts that were given", async () => {
  const { aws, client } = await startEdges();
  aws.faults.add({ scenario: "unavailable" });
  const few = createCloudFormationClient({
    region: "us-east-1",
    endpoint: aws.url,
    env: {},
    version: "0",
    maxAttempts: 3,
    random: jitter(0),
  });
  onTestFinished(() => few.destroy());
  client.destroy();
  const error = await rejection(stacksOf(few).describe("app"));
  expect(error).toMatchObject({ trouble: "unavailable" });
  expect(aws.requests().filter(({ operation }) => operation === "DescribeStacks")).toHaveLength(3);
});

test("a proxy is used, except for the hosts that NO_PROXY names", async () => {
  const { aws } = await startEdges();
  aws.cloudFormation.putStack({ stackName: "app", template: templateOf({ Topic: topic() }) });
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void proxy.close());
  const HTTP_PROXY = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const ask = async (env: Record<string, string>) => {
    const client = createCloudFormationClient({
      region: "us-east-1",
      endpoint: aws.url,
      env,
      version: "0",
      maxAttempts: 1,
    });
    onTestFinished(() => client.destroy());
    return stacksOf(client).describe("app");
  };
  expect(await rejection(ask({ HTTP_PROXY }))).toMatchObject({ trouble: "unavailable" });
  expect(asked).toEqual([`${aws.url}/`]);
  expect(await ask({ HTTP_PROXY, NO_PROXY: "127.0.0.1" })).toMatchObject({ name: "app" });
  expect(asked).toHaveLength(1);
});

test("a call that is never answered is given up and made again", async () => {
  const { aws } = await startEdges();
  aws.cloudFormation.putStack({ stackName: "app", template: templateOf({ Topic: topic() }) });
  aws.faults.add({ scenario: "hang", times: 1 });
  const client = createCloudFormationClient({
    region: "us-east-1",
    endpoint: aws.url,
    env: {},
    version: "0",
    requestTimeoutMs: 100,
    random: jitter(0),
  });
  onTestFinished(() => client.destroy());
  expect(await stacksOf(client).describe("app")).toMatchObject({ name: "app" });
});

test("a throttled call that is retried silently slows down what polls", async () => {
  const { aws, stacks, pace } = await startEdges();
  aws.cloudFormation.putStack({ stackName: "app", template: templateOf({ Topic: topic() }) });
  await stacks.describe("app");
  expect(pace.pause(1_000)).toBe(1_000);
  const throttle = aws.faults.add({ scenario: "throttle", times: 1 });
  expect(await stacks.describe("app")).toMatchObject({ name: "app" });
  expect(aws.faults.used(throttle)).toBe(1);
  expect(pace.pause(1_000)).toBeGreaterThan(2_000);
});

test("a call is throttled more often than it fails otherwise, and each is counted by itself", async () => {
  const retries = awsRetries({ maxAttempts: 2, maxThrottled: 5, random: jitter(0) });
  let token = await retries.acquireInitialRetryToken("");
  const next = async (errorType: "THROTTLING" | "TRANSIENT") => {
    token = await retries.refreshRetryTokenForRetry(token, { errorType });
    return token.getRetryDelay();
  };
  expect([await next("THROTTLING"), await next("THROTTLING"), await next("THROTTLING")]).toEqual([
    250, 500, 1000,
  ]);
  expect(await next("TRANSIENT")).toBe(50);
  expect(await next("THROTTLING")).toBe(2000);
  await expect(next("TRANSIENT")).rejects.toThrow();
  await expect(next("THROTTLING")).rejects.toThrow();
});

test("the retries of a throttled call go by the pace where that is slower", () => {
  const delays = [1, 5, 8].map((retries) =>
    retryDelay(retries, { errorType: "THROTTLING" }, jitter(1), 20_000),
  );
  expect(delays).toEqual([500, 8_000, 20_000]);
  expect(retryDelay(8, { errorType: "TRANSIENT" }, jitter(1), 20_000)).toBe(5_000);
});

test.each([
  ["ExecuteChangeSet", "Throttling", 6],
  ["ExecuteChangeSet", "ServiceUnavailable", 8],
  ["DescribeStacks", "Throttling", 40],
  ["DescribeEvents", "ServiceUnavailable", 2],
] as const)("%s that meets %s is tried %i times", async (operation, name, times) => {
  const error = Object.assign(new Error("no"), { name });
  const errorType = name === "Throttling" ? "THROTTLING" : "TRANSIENT";
  const attempt = limited(operation, () => Promise.reject(error));
  const retries = awsRetries({ maxAttempts: 8, maxThrottled: 40, random: jitter(0) });
  let tried = 0;
  const call = async () => {
    for (let token = await retries.acquireInitialRetryToken(""); ; tried++) {
      await attempt().catch(() => undefined);
      token = await retries.refreshRetryTokenForRetry(token, { errorType, error: error as never });
    }
  };
  await expect(call()).rejects.toThrow("no further attempt");
  expect(tried + 1).toBe(times);
});

type Middleware = (next: () => Promise<unknown>, context: { commandName: string }) => () => Promise<unknown>;

/** One call's attempts, as the client's limits see them. */
function limited(operation: string, attempt: () => Promise<unknown>): () => Promise<unknown> {
  const added: Middleware[] = [];
  const middlewareStack = { add: (middleware: Middleware) => added.push(middleware) };
  triedAtMost(TRY_LIMITS, { middlewareStack } as never);
  return added[0]?.(attempt, { commandName: `${operation}Command` }) ?? attempt;
}

/** Stacks by a client of its own. */
function stacksOf(client: CloudFormationClient) {
  const clock = { now: Date.now, sleep: async () => undefined };
  return createStacks({ client, clock, pace: freePace, cancel: undefined });
}
