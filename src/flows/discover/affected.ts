import type { Snapshot } from "../../ports/github.ts";
import { type PreviewBase, previewBase } from "../preview/previewBase.ts";
import { WORKFLOWS } from "../review/untouched.ts";
import type { DiscoverJob, DiscoverPorts } from "./discover.ts";
import { formerlyPreviewed } from "./formerPreviews.ts";
import { sinceLastDeploys } from "./sinceLastDeploys.ts";
import { differsFrom } from "./sources.ts";
import type { Surveyed } from "./survey.ts";

/** Why a stack is affected; `undefined` where it is not. */
export type Why = string | undefined;

/** What the event affects, and the tree that it is compared with, where it is one. */
export interface Affected {
  readonly why: ReadonlyMap<Surveyed, Why>;
  readonly base?: Snapshot;
}

/** Which of the stacks the event affects. What cannot be told is affected, and the log says why. */
export async function affectedOf(
  all: readonly Surveyed[],
  job: DiscoverJob,
  ports: DiscoverPorts,
): Promise<Affected> {
  const { since } = job;
  switch (since.kind) {
    case "everything":
      return { why: everyOne(all, since.why) };
    case "pull-request": {
      const base = await previewBase(job, since.audience, ports);
      const found = await sinceBase(all, base, (await ports.headCommit()) ?? job.run.sha, ports);
      return { ...found, why: await withFormer(found.why, base, since.audience.headSha, ports) };
    }
    case "commit":
      return sinceBase(all, { kind: "known", commit: since.base }, since.commit, ports);
    case "deploys":
      return { why: await sinceLastDeploys(all, since, job, ports) };
  }
}

/** What a pull request changes, and what it changed in an earlier commit that was previewed. */
async function withFormer(
  why: Affected["why"],
  base: PreviewBase,
  head: string,
  ports: DiscoverPorts,
): Promise<Affected["why"]> {
  const rest = [...why].flatMap(([each, reason]) => (reason === undefined ? [each] : []));
  if (base.kind === "unknown" || rest.length === 0) return why;
  const commits = (await ports.pulls?.commitsBetween(base.commit, head)) ?? [];
  return new Map([...why, ...(await formerlyPreviewed(rest, commits, ports))]);
}

/** All of them, for one reason. */
function everyOne(all: readonly Surveyed[], why: string): Affected["why"] {
  return new Map(all.map((each) => [each, why]));
}

async function sinceBase(
  all: readonly Surveyed[],
  base: PreviewBase,
  head: string,
  { snapshots, log }: DiscoverPorts,
): Promise<Affected> {
  const before = base.kind === "known" ? await snapshots?.at(base.commit) : undefined;
  if (before === undefined) {
    const why = base.kind === "unknown" ? base.why : `the commit ${base.commit.slice(0, 8)} cannot be read`;
    log.warning(`What this changes cannot be told: ${why}. Every stack is taken.`);
    return { why: everyOne(all, "what changed cannot be told") };
  }
  if (await workflowsDiffer(before, head, { snapshots })) {
    return { why: everyOne(all, `${WORKFLOWS}/ changes, and may change what a step is given`), base: before };
  }
  const why = await Promise.all(
    all.map(async (each) => [each, changes(await differsFrom(each, before))] as const),
  );
  return { why: new Map(why), base: before };
}

/** `network.yaml changes`. */
function changes(path: string | undefined): Why {
  return path === undefined ? undefined : `${path} changes`;
}

async function workflowsDiffer(
  before: Snapshot,
  head: string,
  { snapshots }: Pick<DiscoverPorts, "snapshots">,
): Promise<boolean> {
  const now = await snapshots?.at(head);
  return now === undefined || (await now.id(WORKFLOWS)) !== (await before.id(WORKFLOWS));
}
