import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { createCloudFormationClient } from "../../src/aws/client.ts";
import { awsRetries, retryDelay } from "../../src/aws/retry.ts";
import { createStacks } from "../../src/aws/stacks.ts";
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
  const error = await rejection(createStacks(few).describe("app"));
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
    return createStacks(client).describe("app");
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
  expect(await createStacks(client).describe("app")).toMatchObject({ name: "app" });
});
