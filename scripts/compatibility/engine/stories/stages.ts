import { stagingAndProduction } from "../../../../test/e2e/workflows/pagePlaces.ts";
import { openStages } from "../../../../test/e2e/workflows/repositories.ts";
import type { Playing } from "../engines.ts";
import { and, type Came, executed, type Story, skipped, told } from "../story.ts";

const { change, files } = stagingAndProduction();

const PAGE = "docs/examples/staging-and-production.md";

export const onStages: Story = { page: PAGE, plays: PAGE, events };

const looked = (result: string): Came => ({
  "preview: staging": result,
  "preview: production": result,
  ...skipped("staging", "production"),
});

async function* events(playing: Playing) {
  await using play = await openStages();
  const { repository, aws } = play.stage;
  const happens = playing(play);
  const at = repository.event;
  const number = await repository.openPullRequest({ head: "topic", files: change(1) });
  yield told("a pull request", await happens(await at.pullRequest(number, "opened")), looked("previewed"));
  await repository.merge(number, "squash");
  const nothing = skipped("preview", "staging", "production");
  yield told("closed by its merge", await happens(await at.pullRequest(number, "closed")), nothing);
  const both = { ...skipped("preview"), staging: "deployed", production: "deployed" };
  yield and(
    told("the push of the merge", await happens(await at.push("main")), both),
    { executed: executed(play).join(", ") },
    { executed: "orders-staging by orders-staging, orders-production by orders-production" },
  );

  const other = await repository.openPullRequest({ head: "other", files: change(2) });
  await happens(await at.pullRequest(other, "opened"));
  const { sha } = (await repository.pull(other)).head as { readonly sha: string };
  const checks = await repository.checkRuns(sha);
  await repository.merge(other, "squash");
  aws.faults.add({ scenario: "resource-fails", stack: "orders-staging", resource: "Queue", times: 1 });
  const failed = { ...skipped("preview", "production"), staging: "failed rolled-back" };
  yield told("a push whose staging fails", await happens(await at.push("main")), failed, "red");
  const digest = checks.find(({ name }) => name.includes("orders-production"))?.external_id ?? "";
  const inputs = { environment: "production", "approved-digest": digest };
  const byHand = { ...skipped("preview", "staging"), production: "deployed" };
  yield told("by hand, production alone", await happens(await at.workflowDispatch(inputs)), byHand);

  const last = await repository.openPullRequest({ head: "last", files: change(3) });
  await happens(await at.pullRequest(last, "opened"));
  await repository.close(last);
  yield told("closed unmerged", await happens(await at.pullRequest(last, "closed")), looked("cleaned-up"));

  const greedy = await repository.openPullRequest({ head: "greedy", files: inProduction() });
  const refused = {
    "preview: staging": "failure",
    "preview: production": "failure",
    ...skipped("staging", "production"),
  };
  yield told(
    "a pull request whose previews name an environment",
    await happens(await at.pullRequest(greedy, "opened")),
    refused,
    "red",
  );
}

/** The workflow as somebody would write it to get at what is meant for the environment. */
function inProduction(): Readonly<Record<string, string>> {
  const path = ".github/workflows/orders.yml";
  const text = files[path] ?? "";
  const runsOn = "    runs-on: ubuntu-latest\n";
  if (!text.includes(runsOn)) throw new Error(`${path} has no job that runs on ubuntu-latest any more`);
  return { [path]: text.replace(runsOn, `${runsOn}    environment: production\n`) };
}
