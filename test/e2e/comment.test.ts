import { expect, test } from "vitest";
import {
  botComments,
  deploy,
  openSmallStage,
  outcome,
  preview,
  propose,
  putStack,
  TEMPLATE_PATH,
  template,
} from "./stack.ts";

test.concurrent("five pushes leave one comment, which is the first one, edited", async () => {
  await using stage = await openSmallStage();
  const { number } = await propose(stage, "topic", { timeout: 1 });
  const [first] = await botComments(stage, number);
  for (const timeout of [2, 3, 4, 5]) {
    await stage.repository.pushToPullRequest(
      number,
      { [TEMPLATE_PATH]: template({ timeout }) },
      `${timeout}`,
    );
    expect(outcome(await preview(stage, number))).toEqual({ exitCode: 0, result: "previewed" });
  }
  const all = await stage.repository.comments(number);
  expect(all.map(({ id }) => id)).toEqual([first?.id]);
  const { head } = (await stage.repository.pull(number)) as { readonly head: { readonly sha: string } };
  expect(all[0]?.body).toContain(head.sha.slice(0, 7));
  // What it says now is no earlier state.
  expect(first?.body).not.toContain("<b>Earlier</b>");
  expect(all[0]?.body).toContain("<b>Earlier</b> (4 entries)");
});

test.concurrent("it is found again behind 150 comments of others", async () => {
  await using stage = await openSmallStage();
  const number = await stage.repository.openPullRequest({
    head: "topic",
    files: { [TEMPLATE_PATH]: template({ timeout: 1 }) },
  });
  for (let n = 1; n <= 150; n++)
    await stage.repository.comment(number, n % 2 ? "bob" : "carol", `comment ${n}`);
  await preview(stage, number, "opened");
  await preview(stage, number);
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
  const all = await stage.repository.comments(number);
  expect(all).toHaveLength(151);
  expect(all.slice(0, 150).map(({ body }) => body)).toEqual(
    Array.from({ length: 150 }, (_, n) => `comment ${n + 1}`),
  );
  expect(all[150]?.body).toContain(stage.aws.cloudFormation.stack("app")?.name);
});

test.concurrent("a comment of somebody else with our marker is never ours", async () => {
  await using stage = await openSmallStage();
  const { number: source } = await propose(stage, "source", { timeout: 1 });
  const [original] = await botComments(stage, source);
  const forged = original?.body ?? "";
  const number = await stage.repository.openPullRequest({
    head: "topic",
    files: { [TEMPLATE_PATH]: template({ timeout: 2 }) },
  });
  const theirs = await stage.repository.comment(number, "mallory", forged);
  await preview(stage, number, "opened");
  await preview(stage, number);
  const all = await stage.repository.comments(number);
  expect(all).toHaveLength(2);
  expect(all.find(({ id }) => id === theirs)).toMatchObject({ body: forged, user: { login: "mallory" } });
  expect(all.find(({ id }) => id !== theirs)?.user.login).toBe("github-actions[bot]");
});

test.concurrent("whatever is written into the comment changes no decision", async () => {
  await using stage = await openSmallStage();
  const { number: other } = await propose(stage, "other", { timeout: 99 });
  const [reviewedElsewhere] = await botComments(stage, other);
  const { number } = await propose(stage, "topic", { timeout: 1 });
  const [comment] = await botComments(stage, number);
  await stage.repository.editComment(comment?.id ?? 0, "alice", reviewedElsewhere?.body ?? "");
  // The head that is merged was never previewed; the comment claims that its changes were.
  await stage.repository.pushToPullRequest(
    number,
    { [TEMPLATE_PATH]: template({ timeout: 99 }) },
    "Sneak it in",
  );
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 1, result: "blocked", reason: "unreviewed" });
});

test.concurrent("two runs at once end with one comment", async () => {
  await using stage = await openSmallStage();
  const number = await stage.repository.openPullRequest({
    head: "topic",
    files: { [TEMPLATE_PATH]: template({ timeout: 1 }) },
  });
  const both = await Promise.all([preview(stage, number, "opened"), preview(stage, number)]);
  expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  expect(await stage.repository.comments(number)).toHaveLength(1);
});

test.concurrent.for([
  ["never", 0],
  ["changes", 0],
  ["always", 1],
] as const)("comment: %s writes %i comments where nothing changes", async ([comment, count]) => {
  await using stage = await openSmallStage();
  stage.aws.cloudFormation.putStack({ stackName: "app", template: template({ timeout: 1 }) });
  const { number, step } = await propose(stage, "topic", { timeout: 1 }, { inputs: { comment } });
  expect(outcome(step)).toEqual({ exitCode: 0, result: "no-changes" });
  expect(await stage.repository.comments(number)).toHaveLength(count);
});

test.concurrent("a preview that ends late writes over neither a newer push nor the deploy", async () => {
  await using stage = await openSmallStage();
  const number = await stage.repository.openPullRequest({
    head: "topic",
    files: { [TEMPLATE_PATH]: template({ timeout: 1 }) },
  });
  const late = await stage.repository.event.pullRequest(number, "opened");
  await stage.repository.pushToPullRequest(number, { [TEMPLATE_PATH]: template({ timeout: 2 }) }, "Again");
  const newest = await stage.repository.event.pullRequest(number, "synchronize");
  await stage.run(newest);
  const [reviewed] = await botComments(stage, number);
  expect(outcome(await stage.run(late))).toEqual({ exitCode: 0, result: "previewed" });
  expect(await botComments(stage, number)).toEqual([reviewed]);
  await stage.repository.merge(number);
  expect(outcome(await deploy(stage))).toEqual({ exitCode: 0, result: "deployed" });
  const [deployed] = await botComments(stage, number);
  await stage.run(newest);
  expect(await botComments(stage, number)).toEqual([deployed]);
});

test.concurrent("a pull request into a branch that nothing is deployed from says that its merge deploys nothing", async () => {
  await using stage = await openSmallStage();
  putStack(stage);
  await stage.repository.push("feature", { "docs.md": "Words\n" }, "Start");
  const files = { [TEMPLATE_PATH]: template({ timeout: 60 }) };
  const above = await stage.repository.openPullRequest({ head: "above", base: "feature", files });
  expect(outcome(await preview(stage, above, "opened"))).toEqual({ exitCode: 0, result: "previewed" });
  const [comment] = await botComments(stage, above);
  expect(comment?.body).toContain("nothing is executed: it goes into feature, and deploys come from main.");
  expect(comment?.body).not.toContain("exactly these changes are executed");
  const { head } = (await stage.repository.pull(above)) as { readonly head: { readonly sha: string } };
  const [check] = await stage.repository.checkRuns(head.sha);
  expect(check).toMatchObject({
    conclusion: "success",
    output: { summary: expect.stringContaining("nothing is executed") },
  });
});
