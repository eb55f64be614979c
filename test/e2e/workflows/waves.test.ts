import { expect, test } from "vitest";
import { credentialsOf } from "../../sandbox/workflows/roles.ts";
import { rolesOf } from "./account.ts";
import { manyStacks } from "./pagePlaces.ts";
import { readPage } from "./pages.ts";
import { changeSets, executors, ourStep, type Play, toldJobs } from "./play.ts";
import { openStacks, stackChanges } from "./repositories.ts";

// docs/examples/many-stacks.md, as it stands there, with six stacks instead of forty.

const place = manyStacks();
const account = rolesOf(readPage(place.page ?? ""));
const keys = account.map((role) => credentialsOf(role).accessKeyId);
async function propose(play: Play, head: string, files: Readonly<Record<string, string>>) {
  const number = await play.stage.repository.openPullRequest({ head, files });
  return { number, told: await toldJobs(await play.pull(number, "opened")) };
}

async function merge(play: Play, number: number) {
  await play.stage.repository.merge(number, "squash");
  return play.push();
}

/** The jobs of a run that found these stacks to preview, and of one that found none. */
const previews = (...stacks: readonly string[]) => ({
  discover: "discovered",
  ...(stacks.length === 0 ? { preview: "skipped" } : {}),
  ...Object.fromEntries(stacks.map((stack) => [`preview: ${stack}`, "previewed"])),
  previews: "success",
  ...waves({}),
});

/** The jobs of a push, those that deploy as given. */
const pushed = (given: Readonly<Record<string, string>>) => ({
  discover: "discovered",
  preview: "skipped",
  previews: "skipped",
  ...waves(given),
});

function waves(given: Readonly<Record<string, string>>) {
  const jobs = [...[1, 2, 3, 4, 5].map((n) => `wave-${n}`), "drift", "by-hand"];
  const left = jobs.filter((id) => !Object.keys(given).some((job) => job.startsWith(id)));
  return { ...given, ...Object.fromEntries(left.map((id) => [id, "skipped"])) };
}

test.concurrent("what a pull request changes is previewed, and deployed in waves; nothing where it changes nothing", async () => {
  await using play = await openStacks();
  const { repository, aws } = play.stage;
  const files = { ...stackChanges.network(1), ...stackChanges.orders(1), ...stackChanges.mail(1) };
  const { number, told } = await propose(play, "topic", files);
  expect(told).toEqual(previews("mail", "network", "orders"));
  await repository.merge(number, "squash");
  // Its closing finds nothing out and deploys nothing: the push does.
  const closed = { ...pushed({}), discover: "skipped", previews: "success" };
  expect(await toldJobs(await play.pull(number, "closed"))).toEqual(closed);

  const hold = aws.cloudFormation.hold("network");
  const push = await play.push();
  await push.reached(/Topic.*UPDATE_IN_PROGRESS/);
  expect(aws.cloudFormation.stack("orders")?.status).toBe("CREATE_COMPLETE");
  hold.letGo();
  const inWaves = { "wave-1: mail": "deployed", "wave-1: network": "deployed", "wave-2: orders": "deployed" };
  expect(await toldJobs(push)).toEqual(pushed(inWaves));
  expect(new Set(executors(play))).toEqual(new Set([keys[1]]));

  const words = await propose(play, "words", { "README.md": "# Stacks\n" });
  expect(words.told).toEqual(previews());
  const nothing = await merge(play, words.number);
  expect(await toldJobs(nothing)).toEqual(pushed({}));
  expect((await nothing.ended).conclusion).toBe("success");
  expect(executors(play)).toHaveLength(3);
});

test.concurrent("a wave that fails stops the later ones; run again, it takes up what was left", async () => {
  await using play = await openStacks();
  const { aws } = play.stage;
  const { number } = await propose(play, "one", {
    ...stackChanges.network(1),
    ...stackChanges.orders(1),
    ...stackChanges.mail(1),
  });
  aws.faults.add({ scenario: "resource-fails", stack: "network", resource: "Topic", times: 1 });
  const failed = await merge(play, number);
  expect(await toldJobs(failed)).toEqual(
    pushed({ "wave-1: mail": "deployed", "wave-1: network": "failed rolled-back" }),
  );
  expect((await failed.ended).conclusion).toBe("failure");

  expect(await toldJobs(play.actions.again(failed))).toEqual(
    pushed({ "wave-1: network": "deployed", "wave-2: orders": "deployed" }),
  );
});

test.concurrent("a job whose place a newer push takes: its run deploys no later wave, and the newer one all", async () => {
  await using play = await openStacks();
  const { aws } = play.stage;
  const numbers = [];
  for (const change of [stackChanges.network, stackChanges.orders]) {
    numbers.push((await propose(play, `topic-${numbers.length}`, change(1))).number);
  }
  const [one = 0, two = 0] = numbers;
  const hold = aws.cloudFormation.hold("network");
  const first = await merge(play, one);
  await first.reached(/Topic.*UPDATE_IN_PROGRESS/);
  const second = await merge(play, two);
  await second.reached(/Waiting for what runs in deploy-us-east-1-network/);
  await play.stage.repository.push("main", { "README.md": "# Stacks\n" }, "Words");
  const third = await play.push();
  expect(await toldJobs(second)).toEqual(pushed({ "wave-1: network": "cancelled" }));
  hold.letGo();
  expect(await toldJobs(first)).toEqual(pushed({ "wave-1: network": "deployed" }));
  expect(await toldJobs(third)).toEqual(
    pushed({ "wave-1: network": "no-changes", "wave-2: orders": "deployed" }),
  );
});

test.concurrent("in a merge queue, on a schedule, closed unmerged", async () => {
  await using play = await openStacks(["network", "orders"]);
  const { repository } = play.stage;
  const { number } = await propose(play, "one", stackChanges.orders(1));
  const group = await repository.queue.enqueue(number, "squash");
  const [queued] = await play.actions.happens(await repository.event.mergeGroup(group));
  expect(await toldJobs(queued!)).toEqual(previews("orders"));

  const [drift] = await play.actions.happens(await repository.event.schedule("17 5 * * *"));
  const found = { "drift: network": "in-sync", "drift: orders": "in-sync" };
  expect(await toldJobs(drift!)).toEqual(pushed(found));

  await repository.close(number);
  const closed = { ...previews("orders"), "preview: orders": "cleaned-up" };
  expect(await toldJobs(await play.pull(number, "closed"))).toEqual(closed);
  expect(changeSets(play, "orders")).toEqual([]);
});

test.concurrent("merged before its preview: blocked, and deployed by hand with the digest", async () => {
  await using play = await openStacks();
  const { repository } = play.stage;
  const number = await repository.openPullRequest({ head: "topic", files: stackChanges.mail(1) });
  const push = await merge(play, number);
  expect(await toldJobs(push)).toEqual(pushed({ "wave-1: mail": "blocked unreviewed" }));
  const leg = (await push.ended).jobs["wave-1"]?.legs?.[0];
  const inputs = {
    "deployment-file": "deployments/mail.yaml",
    "approved-digest": leg?.steps.at(-1)?.outputs["change-digest"] ?? "",
  };
  const [byHand] = await play.actions.happens(await repository.event.workflowDispatch(inputs));
  expect(ourStep(await byHand!.ended)?.outputs["deploy-result"]).toBe("deployed");
  expect((await toldJobs(byHand!))["by-hand"]).toBe("deployed");
});

test.concurrent("a fork's and Dependabot's pull requests: green, and without a preview", async () => {
  await using play = await openStacks(["mail"], { public: true });
  const { repository, aws } = play.stage;
  const files = stackChanges.mail(1);
  const theirs = await repository.openPullRequest({ head: "theirs", fork: "mallory", files });
  const fork = await toldJobs(await play.pull(theirs, "opened", {}, "mallory"));
  expect(fork).toEqual({ ...previews(), discover: "skipped fork" });
  const bot = "dependabot[bot]";
  const bots = await repository.openPullRequest({ head: "dependabot/x", author: bot, files });
  const dependabot = await toldJobs(await play.pull(bots, "opened", {}, bot));
  expect(dependabot).toEqual({ ...previews("mail"), "preview: mail": "skipped fork" });
  expect(aws.requests()).toEqual([]);
});
