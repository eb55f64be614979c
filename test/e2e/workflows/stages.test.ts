import { expect, test } from "vitest";
import type { Run } from "../../sandbox/workflows/actions.ts";
import { credentialsOf } from "../../sandbox/workflows/roles.ts";
import { rolesOf } from "./account.ts";
import { stagingAndProduction } from "./pagePlaces.ts";
import { readPage } from "./pages.ts";
import { executors, headOf, type Play, toldJobs } from "./play.ts";
import { openStages } from "./repositories.ts";

// docs/examples/staging-and-production.md, as it stands there.

const place = stagingAndProduction();
const WORKFLOW = ".github/workflows/orders.yml";
const account = rolesOf(readPage(place.page ?? ""));
const role = (name: string) =>
  credentialsOf(account.find(({ arn }) => arn.endsWith(`/${name}`))!).accessKeyId;
async function propose(play: Play, n: number, files = place.change(n)): Promise<number> {
  return play.stage.repository.openPullRequest({ head: `topic-${n}`, files });
}

/** A push that changes neither stack, whose staging waits for another one's. */
async function pushWords(play: Play, n: number): Promise<Run> {
  await play.stage.repository.push("main", { "README.md": `# Orders ${n}\n` }, "Words");
  const run = await play.push();
  await run.reached(/Waiting for what runs in orders-staging/);
  return run;
}

const looked = { "preview: staging": "previewed", "preview: production": "previewed" };
const calm = { staging: "skipped", production: "skipped" };

test.concurrent("a pull request shows both, a merge deploys to staging and then to production", async () => {
  await using play = await openStages();
  const { repository, aws } = play.stage;
  const number = await propose(play, 1);
  expect(await toldJobs(await play.pull(number, "opened"))).toEqual({ ...looked, ...calm });
  await repository.merge(number, "squash");
  // Its closing deploys nothing: the push does.
  expect(await toldJobs(await play.pull(number, "closed"))).toEqual({ preview: "skipped", ...calm });

  const hold = aws.cloudFormation.hold("orders-staging");
  const push = await play.push();
  await push.reached(/Queue.*CREATE_IN_PROGRESS/);
  expect(aws.cloudFormation.stack("orders-production")?.status).toBe("REVIEW_IN_PROGRESS");
  // Two more pushes: the first waits for staging, and the second takes its place.
  const [waits, comes] = [await pushWords(play, 1), await pushWords(play, 2)];
  expect(await toldJobs(waits)).toEqual({ preview: "skipped", staging: "cancelled", production: "skipped" });
  hold.letGo();
  expect(await toldJobs(push)).toEqual({ preview: "skipped", staging: "deployed", production: "deployed" });
  expect(await toldJobs(comes)).toEqual({
    preview: "skipped",
    staging: "no-changes",
    production: "no-changes",
  });
  expect(executors(play)).toEqual([role("orders-staging"), role("orders-production")]);
  expect(aws.cloudFormation.stack("orders-production")).toMatchObject({ terminationProtection: true });
});

test.concurrent("a merge queue's entry is previewed for both; closed unmerged, of both nothing is left", async () => {
  await using play = await openStages();
  const { repository, aws } = play.stage;
  const number = await propose(play, 1);
  await (await play.pull(number, "opened")).ended;
  const group = await repository.queue.enqueue(number, "squash");
  const [run] = await play.actions.happens(await repository.event.mergeGroup(group));
  expect(await toldJobs(run!)).toEqual({ ...looked, ...calm });
  await repository.close(number);
  expect(await toldJobs(await play.pull(number, "closed"))).toEqual({
    "preview: staging": "cleaned-up",
    "preview: production": "cleaned-up",
    ...calm,
  });
  // The preview role may not delete a stack: an empty shell without change sets may stay.
  for (const StackName of ["orders-staging", "orders-production"]) {
    if (aws.cloudFormation.stack(StackName) === undefined) continue;
    expect(aws.call("cloudformation", "ListChangeSets", { StackName }).Summaries).toEqual([]);
  }
});

test.concurrent("a staging that fails keeps production as it was; by hand it may go ahead", async () => {
  await using play = await openStages();
  const { repository, aws } = play.stage;
  const number = await propose(play, 1);
  await (await play.pull(number, "opened")).ended;
  await repository.merge(number, "squash");
  aws.faults.add({ scenario: "resource-fails", stack: "orders-staging", resource: "Queue", times: 1 });
  expect(await toldJobs(await play.push())).toEqual({
    preview: "skipped",
    staging: "failed rolled-back",
    production: "skipped",
  });
  expect(executors(play)).toEqual([role("orders-staging")]);

  const [check] = (await repository.checkRuns(await headOf(play, number))).filter(
    ({ name }) => name === "aurora-deploy / orders-production (us-east-1)",
  );
  const inputs = { environment: "production", "approved-digest": check?.external_id ?? "" };
  const [byHand] = await play.actions.happens(await repository.event.workflowDispatch(inputs));
  expect(await toldJobs(byHand!)).toEqual({ preview: "skipped", staging: "skipped", production: "deployed" });
  expect(executors(play)).toEqual([role("orders-staging"), role("orders-production")]);
});

test.concurrent("a pull request that names an environment, or a role that executes, gets neither", async () => {
  await using play = await openStages();
  const text = place.files[WORKFLOW] ?? "";
  const changed = (from: string | RegExp, to: string) => {
    const other = text.replace(from, to);
    if (other === text) throw new Error(`the page has no ${String(from)} any more`);
    return { [WORKFLOW]: other };
  };
  const named = changed(
    "    runs-on: ubuntu-latest\n",
    "    runs-on: ubuntu-latest\n    environment: production\n",
  );
  const number = await propose(play, 1, named);
  const end = await (await play.pull(number, "opened")).ended;
  expect(end.jobs.preview?.legs?.map(({ error }) => error)).toEqual(
    Array(2).fill(
      `Branch "refs/pull/${number}/merge" is not allowed to deploy to production due to environment protection rules.`,
    ),
  );
  const other = await propose(play, 2, changed("role/orders-preview", "role/orders-production"));
  const run = await (await play.pull(other, "opened")).ended;
  expect(run.jobs.preview?.steps.map(({ conclusion }) => conclusion)).toEqual(
    Array(2).fill(["success", "failure", "skipped"]).flat(),
  );
  expect(play.stage.aws.requests()).toEqual([]);
});
