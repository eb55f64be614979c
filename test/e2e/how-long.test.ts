import { expect, test } from "vitest";
import {
  botComments,
  calls,
  deploy,
  openSmallStage,
  outcome,
  propose,
  putStack,
  STACK,
  STARTED,
} from "./stack.ts";

const HOW_LONG = /\*\*How long\*\*: (.*)\.\n/;

test.concurrent("a preview says how long it takes: by typical times first, by the stack's own history later", async () => {
  await using stage = await openSmallStage();
  const first = await propose(stage, "first", {});
  const [comment] = await botComments(stage, first.number);
  expect(HOW_LONG.exec(comment?.body ?? "")?.[1]).toMatch(
    /^about \d+ s \(\d+ to \d+\), a guess from typical times$/,
  );
  expect(calls(stage, "DescribeStackEvents")).toEqual([]);
  await stage.repository.merge(first.number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });

  const second = await propose(stage, "second", { timeout: 60 });
  await stage.repository.merge(second.number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
  stage.aws.forgetRequests();
  const third = await propose(stage, "third", { timeout: 61 });
  const text = (await botComments(stage, third.number))[0]?.body ?? "";
  expect(HOW_LONG.exec(text)?.[1]).toBe("about 10 s, from this stack's own history");
  expect(third.step.text).toContain("takes about 10 s, from this stack's own history");
  expect(third.step.summary).toMatch(HOW_LONG);
  const [check] = await stage.repository.checkRuns(await stage.repository.tip("third"));
  expect(check?.output.summary).toMatch(HOW_LONG);
  expect(calls(stage, "DescribeStackEvents")).toHaveLength(1);
});

test.concurrent("without the right to read events a preview is the same, and says that it guesses", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const allowed = await propose(stage, "allowed", { timeout: 60 });
  const denial = stage.aws.faults.add({ scenario: "access-denied", operation: "DescribeStackEvents" });
  const denied = await propose(stage, "denied", { timeout: 60 });
  expect(stage.aws.faults.used(denial)).toBe(1);
  expect(outcome(denied.step)).toEqual({ exitCode: 0, result: "previewed" });
  expect(denied.step.annotations).toEqual([]);
  expect(denied.step.outputs["change-digest"]).toBe(allowed.step.outputs["change-digest"]);
  const [comment] = await botComments(stage, denied.number);
  expect(HOW_LONG.exec(comment?.body ?? "")?.[1]).toMatch(
    /, a guess from typical times; its own history may not be read \(cloudformation:DescribeStackEvents\)$/,
  );
});

test.concurrent("a deploy says how much longer it takes while it goes on, and in the end what was planned", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  const { number } = await propose(stage, "topic", { timeout: 60, topics: ["News"] });
  await stage.repository.merge(number);
  const hold = stage.aws.cloudFormation.hold(STACK);
  const told: string[] = [];
  const beats: string[] = [];
  stage.aws.on({ operation: "DescribeStackEvents", when: "after" }, async () => {
    if (!hold.isHolding()) return;
    const [comment] = await botComments(stage, number);
    const line = /\*\*\d of 2\*\* resources done, running for .*/.exec(comment?.body ?? "")?.[0];
    if (line !== undefined) told.push(line);
    if (line !== undefined && beats.length > 0) hold.letGo();
  });
  const step = await deploy(stage, {
    later: { whenLog: STARTED, byMs: 31_000 },
    onLine: ({ text }) => void (/^… .* for .*; .* left$/.test(text) && beats.push(text)),
  });
  expect(outcome(step)).toEqual({ exitCode: 0, result: "deployed" });
  expect(told[0]).toMatch(/^\*\*0 of 2\*\* resources done, running for \d+ s, about \d+ s left\.$/);
  expect(beats[0]).toMatch(/Queue \(AWS::SQS::Queue\) UPDATE_IN_PROGRESS for .*; about \d+ s left$/);
  expect(step.text).toMatch(/It takes about \d+ s.*, a guess from typical times\./);
  const [comment] = await botComments(stage, number);
  expect(comment?.body).toMatch(/planned about \d+ s.*, took \d+ s/);
  expect(step.summary).toContain("| Resource | Type | Status | Took | Planned |");
});
