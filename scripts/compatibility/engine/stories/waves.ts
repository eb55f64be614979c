import { openStacks, stackChanges } from "../../../../test/e2e/workflows/repositories.ts";
import type { Repository } from "../../../../test/sandbox/github/happenings/story.ts";
import type { Happens, Playing } from "../engines.ts";
import { and, type Came, executed, type Story, skipped, told } from "../story.ts";

const PAGE = "docs/examples/many-stacks.md";

export const onWaves: Story = { page: PAGE, plays: PAGE, events };

const DEPLOYS = ["wave-1", "wave-2", "wave-3", "wave-4", "wave-5", "drift", "by-hand"];

/** Every job, those that do something as given. */
function jobs(given: Came, ...none: readonly string[]): Came {
  const isGiven = (id: string): boolean => Object.keys(given).some((job) => job.split(":")[0] === id);
  return { ...skipped(...[...none, ...DEPLOYS].filter((id) => !isGiven(id))), ...given };
}

const previews = (given: Came): Came =>
  jobs({ discover: "discovered", previews: "success", ...given }, "preview");
const pushed = (given: Came): Came => jobs({ discover: "discovered", ...given }, "preview", "previews");

const everyStack = (n: number) => ({
  ...stackChanges.network(n),
  ...stackChanges.orders(n),
  ...stackChanges.mail(n),
});

async function* events(playing: Playing) {
  await using play = await openStacks(undefined, { public: true });
  const { repository, aws } = play.stage;
  const happens = playing(play);
  const at = repository.event;
  const one = await repository.openPullRequest({ head: "one", files: everyStack(1) });
  const three = {
    "preview: mail": "previewed",
    "preview: network": "previewed",
    "preview: orders": "previewed",
  };
  yield told(
    "a pull request for three of six stacks",
    await happens(await at.pullRequest(one, "opened")),
    previews(three),
  );
  await repository.merge(one, "squash");
  const closed = jobs({ previews: "success" }, "discover", "preview");
  yield told("closed by its merge", await happens(await at.pullRequest(one, "closed")), closed);
  const waves = { "wave-1: mail": "deployed", "wave-1: network": "deployed", "wave-2: orders": "deployed" };
  yield and(
    told("the push of the merge, in two waves", await happens(await at.push("main")), pushed(waves)),
    { "executed last": executed(play).at(-1) ?? "nothing" },
    { "executed last": "orders by stacks-deploy" },
  );

  const words = await repository.openPullRequest({ head: "words", files: { "README.md": "# Stacks\n" } });
  yield told(
    "a pull request for no stack",
    await happens(await at.pullRequest(words, "opened")),
    previews({}),
  );
  await repository.merge(words, "squash");
  yield told("a push for no stack", await happens(await at.push("main")), pushed({}));

  const two = await repository.openPullRequest({ head: "two", files: everyStack(2) });
  await happens(await at.pullRequest(two, "opened"));
  await repository.merge(two, "squash");
  aws.faults.add({ scenario: "resource-fails", stack: "network", resource: "Topic", times: 1 });
  const failed = { "wave-1: mail": "deployed", "wave-1: network": "failed rolled-back" };
  yield told("a push whose first wave fails", await happens(await at.push("main")), pushed(failed), "red");
  yield* laterEvents(happens, repository, two);
}

/** What happens beside pull requests and merges, and to those that nobody may preview. */
async function* laterEvents(happens: Happens, repository: Repository, failed: number) {
  const at = repository.event;
  const { sha } = (await repository.pull(failed)).head as { readonly sha: string };
  const checks = await repository.checkRuns(sha);
  const digest = checks.find(({ name }) => name.includes("/ network ("))?.external_id ?? "";
  const inputs = { "deployment-file": "deployments/network.yaml", "approved-digest": digest };
  const byHand = jobs({ "by-hand": "deployed" }, "discover", "preview", "previews");
  yield told("by hand, the stack that failed", await happens(await at.workflowDispatch(inputs)), byHand);

  const stacks = ["customers", "invoices", "mail", "network", "orders", "search"];
  const drift = Object.fromEntries(stacks.map((stack) => [`drift: ${stack}`, "in-sync"]));
  yield told("a schedule", await happens(await at.schedule("17 5 * * *")), pushed(drift));

  const files = stackChanges.mail(3);
  const queued = await repository.openPullRequest({ head: "three", files });
  await happens(await at.pullRequest(queued, "opened"));
  const group = await repository.queue.enqueue(queued, "squash");
  const mail = previews({ "preview: mail": "previewed" });
  yield told("an entry in a merge queue", await happens(await at.mergeGroup(group)), mail);
  await repository.close(queued);
  const cleanUp = previews({ "preview: mail": "cleaned-up" });
  yield told("closed unmerged", await happens(await at.pullRequest(queued, "closed")), cleanUp);

  const theirs = await repository.openPullRequest({ head: "theirs", fork: "mallory", files });
  const outside = previews({ discover: "skipped fork" });
  yield told(
    "a fork's pull request",
    await happens(await at.pullRequest(theirs, "opened", { sender: "mallory" })),
    outside,
  );
  const author = "dependabot[bot]";
  const bots = await repository.openPullRequest({ head: "dependabot/x", author, files });
  const bot = previews({ "preview: mail": "skipped fork" });
  yield told(
    "Dependabot's pull request",
    await happens(await at.pullRequest(bots, "opened", { sender: author })),
    bot,
  );
}
