import { deploymentName } from "../../deployments/deployment.ts";
import { DISCOVER_CHECK, encodeSettlements, type Settlement } from "../../deployments/settlements.ts";
import { ActionError } from "../../errors.ts";
import type { CheckRun, CheckRunContent, Checks, Snapshot, Snapshots } from "../../ports/github.ts";
import { plural } from "../../report/text/words.ts";
import { LOOK_BACK } from "../review/review.ts";
import { WORKFLOWS } from "../review/untouched.ts";
import type { Why } from "./affected.ts";
import type { DiscoverJob, DiscoverPorts } from "./discover.ts";
import { type LastDeploy, lastDeploys } from "./lastDeploys.ts";
import { differsFrom, sourcesHash } from "./sources.ts";
import type { Surveyed } from "./survey.ts";

/** A pushed commit. */
interface Pushed {
  readonly commit: string;
}

/** What is asked about a push, and by whose check runs. */
interface Question {
  readonly commits: readonly string[];
  readonly check: CheckRun;
  readonly workflows: string | undefined;
  readonly snapshots: Snapshots;
}

interface Answer {
  readonly why: Why;
  /** Of a stack that is not affected. */
  readonly settlement?: Settlement;
  /** No deploy of it is known. */
  readonly isNew?: true;
}

type Answers = ReadonlyMap<Surveyed, Answer>;

/**
 * Which stacks are not what their last deploy made them, by the check runs that deploys and earlier discoveries have left:
 * so a merge whose run was replaced in the queue, or whose deploy failed, is found by the next push. What is not affected is
 * claimed in a check run on the commit, and then looked at once more. A deploy opens its own check run before it looks for
 * claims: so a deploy of an older commit sees the claim and stops, or is seen here and the claim is taken back. Only when
 * that is done the check run is completed, and counts for later discoveries.
 */
export async function sinceLastDeploys(
  all: readonly Surveyed[],
  { commit }: Pushed,
  job: DiscoverJob,
  ports: DiscoverPorts,
): Promise<ReadonlyMap<Surveyed, Why>> {
  const { pulls, checks, snapshots, log } = ports;
  const check = checks && (await openDiscoverCheck(job, commit, checks, ports));
  if (check === undefined || checks === undefined || pulls === undefined || snapshots === undefined) {
    log.warning("What was deployed last cannot be told without GitHub. Every stack is taken.");
    return new Map(all.map((each) => [each, "what was deployed last cannot be told"]));
  }
  const [ancestors, now] = await Promise.all([pulls.ancestors(commit, LOOK_BACK), snapshots.at(commit)]);
  const commits = [commit, ...ancestors];
  const question = { commits, check, workflows: await now?.id(WORKFLOWS), snapshots };
  const answers = await look(all, question);
  const claimed = all.filter((each) => answers.get(each)?.settlement !== undefined);
  if (claimed.length > 0) await leave(answers, "in_progress", check, checks);
  const again = await look(claimed, question);
  const settled = new Map([...answers, ...again]);
  await leave(settled, "completed", check, checks);
  return new Map([...settled].map(([each, { why }]) => [each, why]));
}

async function openDiscoverCheck(
  job: DiscoverJob,
  commit: string,
  checks: Checks,
  { log }: DiscoverPorts,
): Promise<CheckRun | undefined> {
  try {
    return await checks.create(commit, DISCOVER_CHECK, {
      externalId: "",
      status: "in_progress",
      title: "Looking for what is to be deployed",
      summary: `[The run](${job.run.url})`,
      annotations: [],
    });
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    log.warning(`No check run could be made: ${error.message} ${error.hint ?? ""}`);
    return undefined;
  }
}

async function look(
  all: readonly Surveyed[],
  { commits, check, workflows, snapshots }: Question,
): Promise<Answers> {
  const deployments = all.map(({ deployment }) => deployment);
  const last = await lastDeploys(deployments, commits, check.appId, { snapshots });
  const trees = new Map<string, Promise<Snapshot | undefined>>();
  const treeOf = (sha: string) => {
    const known = trees.get(sha) ?? snapshots.at(sha);
    trees.set(sha, known);
    return known;
  };
  const answers = await Promise.all(
    all.map(async (each) => {
      const hash = sourcesHash(each, workflows);
      const answer = await answerFor(each, last.get(each.deployment) ?? { kind: "never" }, {
        hash,
        workflows,
        treeOf,
      });
      return [each, answer] as const;
    }),
  );
  return new Map(answers);
}

interface Present {
  readonly hash: string;
  readonly workflows: string | undefined;
  readonly treeOf: (sha: string) => Promise<Snapshot | undefined>;
}

async function answerFor(each: Surveyed, last: LastDeploy, present: Present): Promise<Answer> {
  const { hash, workflows, treeOf } = present;
  switch (last.kind) {
    case "never":
      return { why: "no deploy of it is known", isNew: true };
    case "unsettled":
      return { why: `its deploy of ${last.commit.slice(0, 8)} has not settled it` };
    case "unchanged":
      return last.sources === hash
        ? { why: undefined, settlement: { commit: last.commit, sources: hash } }
        : { why: `it changed after ${last.commit.slice(0, 8)}` };
    case "settled": {
      const tree = await treeOf(last.commit);
      if (tree === undefined) return { why: `${last.commit.slice(0, 8)}, deployed last, cannot be read` };
      const differs =
        (await tree.id(WORKFLOWS)) === workflows ? await differsFrom(each, tree) : `${WORKFLOWS}/`;
      const [lacking] = each.trouble === undefined ? [] : each.unread;
      // That deploy had it, and git has it neither there nor here: an earlier step of its job made it.
      if (differs === undefined && lacking !== undefined)
        return {
          why: `${lacking} is not in the repository, and ${last.commit.slice(0, 8)} was deployed with it`,
        };
      return differs === undefined
        ? { why: undefined, settlement: { commit: last.commit, sources: hash } }
        : { why: `${differs} changed after ${last.commit.slice(0, 8)}, deployed last` };
    }
  }
}

async function leave(
  answers: Answers,
  status: CheckRunContent["status"],
  check: CheckRun,
  checks: Checks,
): Promise<void> {
  const claims = [...answers].flatMap(([{ deployment }, { settlement }]) =>
    settlement === undefined ? [] : [[deploymentName(deployment), settlement] as const],
  );
  const open = [...answers].flatMap(([{ deployment }, { settlement, isNew }]) =>
    settlement !== undefined || isNew ? [] : [deploymentName(deployment)],
  );
  const affected = answers.size - claims.length;
  await checks.update(check.id, {
    externalId: "",
    status,
    ...(status === "completed" ? { conclusion: "success" } : {}),
    title: `${affected} of ${plural(answers.size, "stack")} to be deployed`,
    summary: `As its last deploy made it: ${plural(claims.length, "stack")}. The next push begins from here.`,
    text: encodeSettlements(new Map(claims), open),
    annotations: [],
  });
}
