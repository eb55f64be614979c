import { expect, test } from "vitest";
import { ActionError } from "../../../src/errors.ts";
import { wantedRollback } from "../../../src/flows/change/rollback.ts";
import type { Alarms } from "../../../src/ports/aws.ts";
import type { Alarm, RollbackConfiguration } from "../../../src/stack/model.ts";
import { compositeAlarm, metricAlarm, stack } from "../../changes/items/examples.ts";

const [errors, all] = [metricAlarm("errors"), compositeAlarm("all")];
const there: readonly Alarm[] = [errors, all].map((alarm) => ({ ...alarm, state: "OK" }));
const answering: Alarms = { find: async (arns) => there.filter(({ arn }) => arns.includes(arn)) };
const failing = (reasonCode: "access-denied" | "error"): Alarms => ({
  find: () => Promise.reject(new ActionError("No.", { reasonCode })),
});

interface Given {
  readonly rollbackAlarms?: readonly string[] | "none";
  readonly monitoringMinutes?: number;
  readonly onFailure?: "rollback" | "keep";
}

function wanted(given: Given, has: RollbackConfiguration | undefined, alarms = answering) {
  const inputs = { rollbackAlarms: undefined, monitoringMinutes: undefined, timeoutMinutes: 60, ...given };
  const { rollback: _, ...plain } = stack;
  const live = has === undefined ? plain : { ...plain, rollback: has };
  return wantedRollback({ inputs: inputs as never }, live, { alarms });
}

const kept = { alarms: [all], minutes: 10 };

test.for<readonly [string, Given, RollbackConfiguration | undefined, RollbackConfiguration | undefined]>([
  ["nothing asked, nothing there", {}, undefined, undefined],
  ["nothing asked: what is there is left alone", {}, kept, undefined],
  [
    "alarms, with their kinds",
    { rollbackAlarms: [errors.arn, all.arn], monitoringMinutes: 5 },
    undefined,
    { alarms: [errors, all], minutes: 5 },
  ],
  ["alarms alone keep the time", { rollbackAlarms: [errors.arn] }, kept, { alarms: [errors], minutes: 10 }],
  ["a time alone keeps the alarms", { monitoringMinutes: 30 }, kept, { alarms: [all], minutes: 30 }],
  ["a time of nothing", { monitoringMinutes: 0 }, kept, { alarms: [all], minutes: 0 }],
  ["none takes both away", { rollbackAlarms: "none" }, kept, { alarms: [], minutes: 0 }],
  [
    "an alarm that is not there is sent as a metric one",
    { rollbackAlarms: [metricAlarm("gone").arn] },
    undefined,
    { alarms: [metricAlarm("gone")], minutes: 0 },
  ],
])("%s", async ([, given, has, expected]) => {
  expect(await wanted(given, has)).toEqual({ rollback: expected, findings: [] });
});

test("what kind the stack has them as need not be asked", async () => {
  const { rollback, findings } = await wanted({ rollbackAlarms: [all.arn] }, kept, failing("error"));
  expect(rollback).toEqual({ alarms: [all], minutes: 10 });
  expect(findings).toEqual([]);
});

test("where it may not be asked, a metric alarm is sent, and said", async () => {
  const given = { rollbackAlarms: [all.arn, errors.arn] };
  const { rollback, findings } = await wanted(given, undefined, failing("access-denied"));
  expect(rollback?.alarms).toEqual([metricAlarm("all"), errors]);
  expect(findings).toEqual([
    { level: "warning", message: expect.stringContaining("whether all, errors is a metric alarm or a") },
  ]);
});

test("any other trouble is one: what is sent would depend on it", async () => {
  await expect(wanted({ rollbackAlarms: [errors.arn] }, undefined, failing("error"))).rejects.toThrow("No.");
});

test.for<readonly [string, Given, RollbackConfiguration | undefined, string]>([
  ["a time and no alarms", { monitoringMinutes: 5 }, undefined, "Monitoring without alarms"],
  ["a kept time and no alarms", {}, { alarms: [], minutes: 5 }, "Monitoring without alarms"],
  ["a kept time that is longer than the run", {}, { alarms: [all], minutes: 60 }, "Raise timeout-minutes"],
  [
    "the same, with other alarms",
    { rollbackAlarms: [errors.arn] },
    { alarms: [all], minutes: 180 },
    "waits 180 min",
  ],
  ["alarms that stay, where nothing is to go back", { onFailure: "keep" }, kept, "on-failure: keep"],
])("%s: said", async ([, given, has, said]) => {
  const { findings } = await wanted(given, has);
  expect(findings).toEqual([{ level: "warning", message: expect.stringContaining(said) }]);
});
