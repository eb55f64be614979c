import { accountsAndRegions } from "../../../../test/e2e/workflows/pagePlaces.ts";
import { openAccounts } from "../../../../test/e2e/workflows/repositories.ts";
import type { Playing } from "../engines.ts";
import { and, type Came, type Story, skipped, told } from "../story.ts";

const { change } = accountsAndRegions();

const PAGE = "docs/examples/accounts-and-regions.md";

export const onAccounts: Story = { page: PAGE, plays: PAGE, events };

const legs = (job: string, result: string): Came =>
  Object.fromEntries(
    ["staging eu-central-1", "production eu-central-1", "production us-east-1"].map((leg) => [
      `${job}: orders ${leg}`,
      result,
    ]),
  );
const found = { discover: "discovered" };

async function* events(playing: Playing) {
  const { play, places } = await openAccounts();
  await using _ = play;
  const { repository } = play.stage;
  const happens = playing(play);
  const at = repository.event;
  const number = await repository.openPullRequest({ head: "topic", files: change(1) });
  const previews = { ...found, ...legs("preview", "previewed"), previews: "success", ...skipped("deploy") };
  yield told("a pull request", await happens(await at.pullRequest(number, "opened")), previews);
  await repository.merge(number, "squash");
  const deploys = { ...found, ...skipped("preview", "previews"), ...legs("deploy", "deployed") };
  // Where it was deployed to, and that nobody went anywhere without a role.
  const push = await happens(await at.push("main"));
  const stacks = Object.entries(places).map(([name, aws]) => [
    name,
    aws.cloudFormation.stack("orders")?.status,
  ]);
  const there = Object.keys(places).map((name) => [name, "CREATE_COMPLETE"]);
  yield and(
    told("the push of the merge", push, deploys),
    { ...Object.fromEntries(stacks), "calls without a role": String(play.stage.aws.requests().length) },
    { ...Object.fromEntries(there), "calls without a role": "0" },
  );

  const files = { "README.md": "# Orders\n" };
  await repository.push("main", files, "Words");
  const nothing = { ...found, ...skipped("preview", "previews", "deploy") };
  yield told("a push for no stack", await happens(await at.push("main")), nothing);

  await repository.push("main", change(2), "Straight to main");
  const direct = await happens(await at.push("main"));
  const blocked = { ...found, ...skipped("preview", "previews"), ...legs("deploy", "blocked unreviewed") };
  yield told("a push that nobody has reviewed", direct, blocked, "red");
  const file = "deployments/production-us.yaml";
  const leg = direct.jobs.deploy?.legs?.find(({ matrix }) => matrix["deployment-file"] === file);
  const digest = leg?.steps.at(-1)?.outputs["change-digest"] ?? "";
  const inputs = { "deployment-file": file, "approved-digest": digest };
  const one = { "deploy: orders production us-east-1": "deployed" };
  const byHand = { ...found, ...skipped("preview", "previews"), ...one };
  yield told("by hand, one of the stacks", await happens(await at.workflowDispatch(inputs)), byHand);
}
