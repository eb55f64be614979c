import { expect, test } from "vitest";
import { duration, eventLine } from "../../src/stack/eventLine.ts";
import { event } from "./story.ts";

test.each([
  [event(61, "Topic", "CREATE_IN_PROGRESS"), {}, "09:01:01  …  Topic  AWS::SNS::Topic  CREATE_IN_PROGRESS"],
  [
    event(61, "Topic", "CREATE_COMPLETE"),
    { stackPath: ["Child"], tookMs: 250_000, done: 3, total: 14 },
    "09:01:01  ✔  Child/Topic  AWS::SNS::Topic  CREATE_COMPLETE  4m 10s  3/14",
  ],
  [
    event(0, "Topic", "CREATE_FAILED", { reason: "no\r\n::set-output name=x::y\u2028z" }),
    { done: 1, total: 0 },
    "09:00:00  ✖  Topic  AWS::SNS::Topic  CREATE_FAILED  no ::set-output name=x::y z",
  ],
  [
    event(0, "app", "UPDATE_ROLLBACK_IN_PROGRESS"),
    {},
    "09:00:00  ↩  app  AWS::SNS::Topic  UPDATE_ROLLBACK_IN_PROGRESS",
  ],
  [
    event(0, "Topic", "CREATE_COMPLETE", { reason: "" }),
    {},
    "09:00:00  ✔  Topic  AWS::SNS::Topic  CREATE_COMPLETE",
  ],
  [
    event(0, "Topic", "CREATE_COMPLETE"),
    { total: 14 },
    "09:00:00  ✔  Topic  AWS::SNS::Topic  CREATE_COMPLETE",
  ],
  [event(0, "Old", "DELETE_COMPLETE"), {}, "09:00:00  −  Old  AWS::SNS::Topic  DELETE_COMPLETE"],
  [
    event(0, "Bucket", "CREATE_IN_PROGRESS", {
      hook: { type: "Private::Guard::Hook", status: "HOOK_COMPLETE_FAILED", reason: "no encryption" },
    }),
    {},
    "09:00:00  ✖  Bucket  AWS::SNS::Topic  Private::Guard::Hook HOOK_COMPLETE_FAILED  no encryption",
  ],
])("%#", (one, context, line) => {
  expect(eventLine(one, { stackPath: [], ...context })).toBe(line);
});

test.each([
  [-5, "0 ms"],
  [850, "850 ms"],
  [999, "999 ms"],
  [1000, "1 s"],
  [12_400, "12 s"],
  [59_700, "1m 00s"],
  [250_000, "4m 10s"],
  [3_600_000, "1h 00m"],
  [3_720_000, "1h 02m"],
])("%i ms: %s", (ms, text) => {
  expect(duration(ms)).toBe(text);
});
