import { botComments } from "../../../../test/e2e/stack.ts";
import { DATABASE, headOf, openPlay, type Play } from "../../../../test/e2e/workflows/play.ts";
import { quickStart, WORKFLOW_PATH, withParameter } from "../../../../test/sandbox/demo/workflow.ts";
import { and, type Came, type Story, told } from "../story.ts";

/** The README's workflow, from the pull request that brings it to its outputs in the next step. */
export const onQuickStart: Story = {
  page: "README.md, quick start",
  plays: "README.md · Quick start 1",
  async *events(playing) {
    await using play = await openPlay({ public: true });
    const { repository, aws } = play.stage;
    const happens = playing(play);
    const at = repository.event;
    const files = (more: string) => ({ [WORKFLOW_PATH]: withParameter(quickStart(), more) });
    const number = await repository.openPullRequest({
      head: "add",
      files: { [WORKFLOW_PATH]: quickStart() },
    });
    const opened = await happens(await at.pullRequest(number, "opened"));
    yield and(told("a pull request", opened, came("previewed")), await seen(play, number), {
      comments: "one, with the cluster",
      check: "success",
      stack: "REVIEW_IN_PROGRESS",
    });
    const [before] = await botComments(play.stage, number);
    await repository.pushToPullRequest(number, files("MaxCapacity=4"), "Larger");
    const again = await happens(await at.pullRequest(number, "synchronize"));
    const [after, ...others] = await botComments(play.stage, number);
    const isEdited = after?.id === before?.id && after?.body !== before?.body && others.length === 0;
    yield and(
      told("a second push to it", again, came("previewed")),
      { "the same comment": isEdited ? "edited" : "not edited" },
      { "the same comment": "edited" },
    );

    await repository.merge(number, "squash");
    yield told("closed by its merge", await happens(await at.pullRequest(number, "closed")), came("skipped"));
    const push = await happens(await at.push("main"));
    yield and(
      told("the push of the merge", push, came("deployed")),
      { "in the next step": /Connect to aurora-cluster-production/.exec(push.log)?.[0] ?? "nothing" },
      { "in the next step": "Connect to aurora-cluster-production" },
    );

    const theirs = await repository.openPullRequest({
      head: "theirs",
      fork: "mallory",
      files: files("MaxCapacity=8"),
    });
    const asked = aws.requests().length;
    const fork = await happens(await at.pullRequest(theirs, "opened", { sender: "mallory" }));
    yield and(
      told("a fork's pull request", fork, came("skipped fork")),
      { "calls to AWS": String(aws.requests().length - asked) },
      { "calls to AWS": "0" },
    );
  },
};

const came = (result: string): Came => ({ database: result });

async function seen(play: Play, number: number): Promise<Came> {
  const comments = await botComments(play.stage, number);
  const hasCluster = comments.length === 1 && comments[0]?.body.includes("AuroraCluster") === true;
  const [check] = await play.stage.repository.checkRuns(await headOf(play, number));
  return {
    comments: hasCluster ? "one, with the cluster" : String(comments.length),
    check: String(check?.conclusion),
    stack: play.stage.aws.cloudFormation.stack(DATABASE)?.status ?? "none",
  };
}
