import { expect, test } from "vitest";
import { openAlarms } from "../../src/aws/alarms.ts";
import { ServiceError } from "../../src/stack/serviceError.ts";
import { rejection, startEdges } from "./fixture.ts";

async function connected() {
  const { aws, clock } = await startEdges();
  const options = { region: "us-east-1", endpoint: aws.url, env: {}, version: "0", random: () => 0 };
  return { aws, clock, alarms: aws.cloudFormation.alarms, edge: openAlarms({ ...options, maxAttempts: 1 }) };
}

test("metric and composite alarms, in one call, with state, reason and time", async () => {
  const { aws, clock, alarms, edge } = await connected();
  const errors = alarms.put("errors: 5xx, all", { state: "ALARM", reason: "Threshold Crossed: 1 datapoint" });
  const all = alarms.put("all", { type: "AWS::CloudWatch::CompositeAlarm" });
  alarms.put("another");
  const since = Math.floor(clock.now() / 1_000) * 1_000;
  const found = await edge.find([errors, all, errors]);
  expect(found).toMatchObject([
    { arn: errors, type: "AWS::CloudWatch::Alarm", state: "ALARM", reason: "Threshold Crossed: 1 datapoint" },
    { arn: all, type: "AWS::CloudWatch::CompositeAlarm", state: "OK" },
  ]);
  for (const alarm of found) expect(alarm.since).toBeGreaterThanOrEqual(since);
  expect(aws.requests().filter(({ service }) => service === "monitoring")).toHaveLength(1);
});

test("one of the same name in another account, or in another region, is another one", async () => {
  const { alarms, edge } = await connected();
  const own = alarms.put("errors");
  const away = [own.replace("123456789012", "999999999999"), own.replace("us-east-1", "eu-west-1")];
  expect(await edge.find(away)).toEqual([]);
  expect(await edge.find([`${own}-not-there`])).toEqual([]);
});

test("a permission that is missing is told as such", async () => {
  const { aws, edge } = await connected();
  aws.faults.add({ scenario: "access-denied", operation: "DescribeAlarms" });
  const error = await rejection(edge.find(["arn:aws:cloudwatch:us-east-1:123456789012:alarm:x"]));
  expect(error).toBeInstanceOf(ServiceError);
  expect(error).toMatchObject({ trouble: "denied", reasonCode: "access-denied" });
});
