import { expect, test } from "vitest";
import { rolesOf } from "./account.ts";
import { oneStack } from "./pagePlaces.ts";
import { readPage } from "./pages.ts";
import { only, ourStep, previewed, roleOf, told } from "./play.ts";
import { openOrders } from "./repositories.ts";

// docs/examples/one-stack.md, as it stands there. Its pull requests and merges are played in every.test.ts.

const place = oneStack();
const account = rolesOf(readPage(place.page ?? ""));
const [previewRole, deployRole] = account.map(({ arn }) => arn);

test.concurrent("a schedule looks for drift, a merge queue's entry is previewed", async () => {
  await using play = await openOrders();
  const { repository } = play.stage;
  const drift = only(await play.actions.happens(await repository.event.schedule("17 5 * * *")));
  expect(await told(drift)).toEqual({ run: "success", result: "in-sync" });
  expect(roleOf(await drift.ended)).toBe(deployRole);
  const number = await repository.openPullRequest({ head: "topic", files: place.change(1) });
  await (await play.pull(number, "opened")).ended;
  const group = await repository.queue.enqueue(number, "squash");
  const queued = only(await play.actions.happens(await repository.event.mergeGroup(group)));
  expect(await told(queued)).toEqual(previewed);
  expect(roleOf(await queued.ended)).toBe(previewRole);
});

test.concurrent("by hand: a preview in the summary, and a deploy of what a digest names", async () => {
  await using play = await openOrders();
  const { repository } = play.stage;
  const byHand = async (digest: string) =>
    only(await play.actions.happens(await repository.event.workflowDispatch({ "approved-digest": digest })));
  await repository.push("main", place.change(1), "Straight to main");
  const push = await play.push();
  expect(await told(push)).toEqual({ run: "failure", result: "blocked", reason: "unreviewed" });
  expect(await told(await byHand(""))).toEqual(previewed);
  const run = await byHand(ourStep(await push.ended)?.outputs["change-digest"] ?? "");
  expect(await told(run)).toEqual({ run: "success", result: "deployed" });
  expect(roleOf(await run.ended)).toBe(deployRole);
});
