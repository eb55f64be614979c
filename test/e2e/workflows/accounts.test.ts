import { expect, test } from "vitest";
import { botComments } from "../stack.ts";
import { accountsAndRegions } from "./pagePlaces.ts";
import { toldJobs } from "./play.ts";
import { openAccounts } from "./repositories.ts";

// docs/examples/accounts-and-regions.md, as it stands there: two accounts, one of them in two regions.

const place = accountsAndRegions();

const legs = (job: string, result: string) =>
  Object.fromEntries(
    ["staging eu-central-1", "production eu-central-1", "production us-east-1"].map((leg) => [
      `${job}: orders ${leg}`,
      result,
    ]),
  );
const found = { discover: "discovered" };

test.concurrent("each stack is previewed and deployed where its file says, by the roles of its account", async () => {
  const { play, places } = await openAccounts();
  await using _ = play;
  const { repository } = play.stage;
  const number = await repository.openPullRequest({ head: "topic", files: place.change(1) });
  const opened = await toldJobs(await play.pull(number, "opened"));
  expect(opened).toEqual({
    ...found,
    ...legs("preview", "previewed"),
    previews: "success",
    deploy: "skipped",
  });
  const headlines = (await botComments(play.stage, number)).map(({ body }) => /^### .*$/m.exec(body)?.[0]);
  for (const where of ["staging · eu-central-1", "production · eu-central-1", "production · us-east-1"])
    expect(headlines).toContainEqual(expect.stringContaining(`orders · ${where}: new stack`));
  await repository.merge(number, "squash");
  const idle = { preview: "skipped", previews: "skipped" };
  expect(await toldJobs(await play.push())).toEqual({ ...found, ...idle, ...legs("deploy", "deployed") });
  for (const [name, aws] of Object.entries(places)) {
    const [accountId, region] = name.split(" ");
    expect(aws.cloudFormation.stack("orders")?.id).toContain(`:${region}:${accountId}:stack/orders/`);
    expect(aws.cloudFormation.stack("orders")?.status).toBe("CREATE_COMPLETE");
  }
  // Nobody went to an account without its role.
  expect(play.stage.aws.requests()).toEqual([]);
});

test.concurrent("a role that a pull request writes into a file does not trust it; without an environment none does", async () => {
  const { play, places } = await openAccounts();
  await using _ = play;
  const { repository } = play.stage;
  const path = "deployments/production.yaml";
  const text = place.files[path] ?? "";
  const greedy = text.replace(/(preview-role: ).*/, "$1arn:aws:iam::444455556666:role/production-deploy");
  const number = await repository.openPullRequest({ head: "greedy", files: { [path]: greedy } });
  expect(await toldJobs(await play.pull(number, "opened"))).toEqual({
    ...found,
    "preview: orders production eu-central-1": "failure",
    previews: "failure",
    deploy: "skipped",
  });
  const bare = text.replace(/ {2}environment: .*\n/, "");
  expect([greedy, bare]).not.toContain(text);
  await repository.push("main", { [path]: bare }, "Without an environment");
  const end = await (await play.push()).ended;
  const leg = end.jobs.deploy?.legs?.find(({ matrix }) => matrix["deployment-file"] === path);
  expect(leg?.steps.map(({ conclusion }) => conclusion)).toEqual(["success", "failure", "skipped"]);
  expect(leg?.steps[1]?.text).toContain("ref:refs/heads/main");
  expect(places["444455556666 eu-central-1"].requests()).toEqual([]);
});

test.concurrent("by hand: one stack, by its file", async () => {
  const { play, places } = await openAccounts();
  await using _ = play;
  const { repository } = play.stage;
  const number = await repository.openPullRequest({ head: "topic", files: place.change(1) });
  // Nobody has previewed it.
  await repository.merge(number, "squash");
  const push = await play.push();
  expect(await toldJobs(push)).toMatchObject(legs("deploy", "blocked unreviewed"));
  const path = "deployments/production-us.yaml";
  const leg = (await push.ended).jobs.deploy?.legs?.find(({ matrix }) => matrix["deployment-file"] === path);
  const digest = leg?.steps.at(-1)?.outputs["change-digest"] ?? "";
  const inputs = { "deployment-file": path, "approved-digest": digest };
  const [run] = await play.actions.happens(await repository.event.workflowDispatch(inputs));
  expect(await toldJobs(run!)).toEqual({
    ...found,
    ...{ preview: "skipped", previews: "skipped" },
    "deploy: orders production us-east-1": "deployed",
  });
  expect(places["444455556666 us-east-1"].cloudFormation.stack("orders")?.status).toBe("CREATE_COMPLETE");
  expect(places["444455556666 eu-central-1"].cloudFormation.stack("orders")?.status).not.toBe(
    "CREATE_COMPLETE",
  );
});
