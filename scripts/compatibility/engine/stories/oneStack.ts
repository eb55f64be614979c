import { oneStack } from "../../../../test/e2e/workflows/pagePlaces.ts";
import { openOrders } from "../../../../test/e2e/workflows/repositories.ts";
import type { Playing } from "../engines.ts";
import { and, executed, outputsOf, type Story, skipped, told } from "../story.ts";

const { change } = oneStack();

const PAGE = "docs/examples/one-stack.md";

export const onOneStack: Story = { page: PAGE, plays: PAGE, events };

async function* events(playing: Playing) {
  await using play = await openOrders();
  const { repository } = play.stage;
  const happens = playing(play);
  const at = repository.event;
  const number = await repository.openPullRequest({ head: "topic", files: change(1) });
  const preview = { preview: "previewed", ...skipped("deploy") };
  yield told("a pull request", await happens(await at.pullRequest(number, "opened")), preview);
  const group = await repository.queue.enqueue(number, "squash");
  yield told("its entry in a merge queue", await happens(await at.mergeGroup(group)), preview);
  await repository.queue.mergeNext("github-merge-queue[bot]");
  const nothing = skipped("preview", "deploy");
  yield told("closed by its merge", await happens(await at.pullRequest(number, "closed")), nothing);
  const deploy = { ...skipped("preview"), deploy: "deployed" };
  yield and(
    told("the push of the merge", await happens(await at.push("main")), deploy),
    { executed: executed(play).join(", ") },
    { executed: "orders by orders-deploy" },
  );
  const drift = { ...skipped("preview"), deploy: "in-sync" };
  yield told("a schedule", await happens(await at.schedule("17 5 * * *")), drift);

  await repository.push("main", change(2), "Straight to main");
  const push = await happens(await at.push("main"));
  const blocked = { ...skipped("preview"), deploy: "blocked unreviewed" };
  yield told("a push that nobody has reviewed", push, blocked, "red");
  const byHand = async (digest: string) => happens(await at.workflowDispatch({ "approved-digest": digest }));
  const look = { ...skipped("preview"), deploy: "previewed" };
  yield told("by hand, without a digest", await byHand(""), look);
  yield told("by hand, with the digest", await byHand(outputsOf(push)["change-digest"] ?? ""), deploy);

  const other = await repository.openPullRequest({ head: "other", files: change(3) });
  await happens(await at.pullRequest(other, "opened"));
  await repository.close(other);
  const cleanUp = { preview: "cleaned-up", ...skipped("deploy") };
  yield told("closed unmerged", await happens(await at.pullRequest(other, "closed")), cleanUp);

  await repository.push("release", { "README.md": "# Release\n" }, "A branch");
  const aside = await repository.openPullRequest({ head: "aside", base: "release", files: change(4) });
  yield told(
    "a pull request into another branch",
    await happens(await at.pullRequest(aside, "opened")),
    {},
    "none",
  );
}
