import { twoRoles, variables } from "../../../../test/e2e/workflows/account.ts";
import { example } from "../../../../test/e2e/workflows/examples.ts";
import { linter } from "../../../../test/e2e/workflows/linter.ts";
import { placeOf, production, WORKFLOW, withParameter } from "../../../../test/e2e/workflows/places.ts";
import { DATABASE, openDatabase, openPlay } from "../../../../test/e2e/workflows/play.ts";
import { openStaging, STAGING } from "../../../../test/e2e/workflows/repositories.ts";
import { and, type Came, outputsOf, type Story, told } from "../story.ts";

const came = (result: string): Came => ({ database: result });

const slowed = (ms: number) => ({
  [WORKFLOW]: withParameter(production(), `SlowQueryThresholdMs=${ms}`, "EngineVersion="),
});

/** "By hand, on a schedule, in a merge queue", with the two roles of "AWS permissions". */
export const everyTrigger: Story = {
  page: "README.md, by hand, on a schedule, in a merge queue",
  plays: "README.md · AWS permissions 1",
  async *events(playing) {
    await using play = await openDatabase(production(), { account: twoRoles, vars: variables });
    const { repository, aws } = play.stage;
    const happens = playing(play);
    const at = repository.event;
    yield told("a schedule", await happens(await at.schedule("17 5 * * *")), came("in-sync"));
    const byHand = { Parameters: { log_min_duration_statement: "5" } };
    aws.cloudFormation.changeResourceByHand(DATABASE, "ClusterParameterGroup", byHand);
    yield told(
      "a schedule, after a change by hand",
      await happens(await at.schedule("17 5 * * *")),
      came("drifted"),
    );

    await repository.push("main", slowed(250), "Straight to main");
    const push = await happens(await at.push("main"));
    yield told("a push that nobody has reviewed", push, came("blocked unreviewed"), "red");
    const started = async (digest: string, branch = "main") =>
      happens(await at.workflowDispatch({ "approved-digest": digest }, branch));
    yield told("by hand, without a digest", await started(""), came("previewed"));
    yield told(
      "by hand, with a wrong digest",
      await started("0".repeat(64)),
      came("blocked stale-review"),
      "red",
    );
    const digest = outputsOf(push)["change-digest"] ?? "";
    yield told("by hand, with the digest", await started(digest), came("deployed"));

    const number = await repository.openPullRequest({ head: "topic", files: slowed(500) });
    await happens(await at.pullRequest(number, "opened"));
    const group = await repository.queue.enqueue(number, "squash");
    yield told("an entry in a merge queue", await happens(await at.mergeGroup(group)), came("previewed"));
    await repository.queue.mergeNext("github-merge-queue[bot]");
    yield told("the push of its merge", await happens(await at.push("main")), came("deployed"));
  },
};

/** "Destroying a stack". */
export const destroying: Story = {
  page: "README.md, destroying a stack",
  plays: "README.md · Destroying a stack 1",
  async *events(playing) {
    await using play = await openStaging();
    const happens = playing(play);
    const { event } = play.stage.repository;
    const other = await happens(await event.workflowDispatch({ stack: DATABASE }));
    yield told("by hand, with another stack's name", other, came("failed invalid-input"), "red");
    const own = await happens(await event.workflowDispatch({ stack: STAGING }));
    const status = play.stage.aws.cloudFormation.stack(STAGING)?.status ?? "DELETE_COMPLETE";
    yield and(
      told("by hand, with the stack's name", own, came("destroyed")),
      { [STAGING]: status },
      { [STAGING]: "DELETE_COMPLETE" },
    );
  },
};

/** `mode: render`, and a linter after it. */
export const rendering: Story = {
  page: "docs/rendering.md",
  plays: "docs/rendering.md · Rendering 1",
  async *events(playing) {
    const { files } = placeOf(example("docs/rendering.md · Rendering 1"));
    await using play = await openPlay({ files, programs: await linter(), public: true });
    const { repository, aws } = play.stage;
    const happens = playing(play);
    for (const fork of [undefined, "mallory"]) {
      const changed = { "infra/stack.yaml": `# ${fork}\n${files["infra/stack.yaml"] ?? ""}` };
      const number = await repository.openPullRequest({
        head: `topic-${fork}`,
        files: changed,
        ...(fork === undefined ? {} : { fork }),
      });
      const end = await happens(await repository.event.pullRequest(number, "opened"));
      const event = fork === undefined ? "a pull request" : "a fork's pull request";
      yield and(
        told(event, end, came("rendered")),
        { linted: /^Linted$/m.test(end.log) ? "yes" : "no", "calls to AWS": String(aws.requests().length) },
        { linted: "yes", "calls to AWS": "0" },
      );
    }
  },
};
