import { cleanup } from "../../../src/flows/cleanup.ts";
import { deploy } from "../../../src/flows/deploy/deploy.ts";
import { preview } from "../../../src/flows/preview/preview.ts";
import { createAws } from "../../sandbox/aws/aws.ts";
import { virtualClock } from "../../sandbox/aws/clock.ts";
import { nestedTemplate, START } from "./content.ts";
import { contentOf, emptyGitHub, type Pull, type PullJob, type QueueEntry, startJob } from "./gitHub.ts";
import { inRun } from "./run.ts";
import type { Done, JobOptions, MadeChangeSet, Mutation, TrueRecord, World } from "./truth.ts";

export type { JobOptions } from "./truth.ts";
export { STACK } from "./truth.ts";

/** One repository, one stack, and the action's flows on both. Time passes only where a flow waits. */
export function openSession(mutation: Mutation = {}) {
  const clock = virtualClock();
  const aws = createAws({
    clock,
    durations: {
      changeSet: 1_000,
      step: 200,
      create: 2_000,
      update: 2_000,
      delete: 1_000,
      minute: 500,
      types: {},
    },
  });
  for (const name of ["one", "other"]) aws.cloudFormation.alarms.put(name);
  aws.objects.put("templates", "child.json", nestedTemplate("one"));
  const gitHub = emptyGitHub(START, clock.now);
  const world: World = {
    ...{ mutation, clock, aws, gitHub },
    changeSets: new Map<string, MadeChangeSet>(),
    records: [] as TrueRecord[],
    executed: new Set<string>(),
    ...{ runs: 0, calls: 0, isBlind: false },
  };
  const flows = {
    /** The pull request's workflow: a new run, unless one of its old jobs is run again. */
    async preview(pull: Pull, options: JobOptions = {}, old?: PullJob): Promise<Done> {
      const job = old ?? startJob(gitHub, pull, options.checkout ?? "merge");
      if (job === undefined)
        return { result: undefined, error: undefined, executions: [], proposed: undefined, trace: [] };
      const { head, base, merge, checkedOut } = job;
      const place = {
        content: contentOf(gitHub, checkedOut),
        commit: head,
        sha: merge,
        checkedOut,
        previewed: { pull: pull.number, ...job },
      };
      const labels = [...pull.labels];
      const audience = {
        kind: "pull-request",
        number: pull.number,
        headSha: head,
        baseRef: base,
        deployBranch: "main",
        labels,
      } as const;
      return inRun(world, options, place, (at) => preview(at.job, audience, at.ports));
    },
    deploy(commit: string, options: JobOptions = {}, pullRequest?: number) {
      const deployed = { commit, branch: "main", pullRequest };
      const place = { content: contentOf(gitHub, commit), commit, sha: commit, checkedOut: commit };
      return inRun(world, options, place, (at) => deploy(at.job, deployed, at.ports, mutation.decideBy));
    },
    /** The run for a merge group. */
    async mergeGroup({ headSha, baseSha }: QueueEntry): Promise<Done> {
      const place = {
        content: contentOf(gitHub, headSha),
        commit: headSha,
        sha: headSha,
        checkedOut: headSha,
      };
      const audience = { kind: "merge-group", headSha, baseSha, branch: "main" } as const;
      return inRun(world, {}, place, (at) => preview(at.job, audience, at.ports));
    },
    cleanup(pull: Pull, options: JobOptions = {}) {
      const commit = pull.headSha;
      const place = { content: contentOf(gitHub, commit), commit, sha: commit, checkedOut: commit };
      return inRun(world, options, place, (at) => cleanup(at.job.inputs, pull.number, at.ports));
    },
  };
  return Object.assign(world, flows);
}

export type Session = ReturnType<typeof openSession>;
