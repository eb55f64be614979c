import { decodeRecord } from "../../../src/changes/review/record.ts";
import type { CheckRun, Checks, PullRequest, Pulls } from "../../../src/ports/github.ts";
import { nestedTemplate } from "./content.ts";
import { OUR_APP } from "./gitHub.ts";
import type { GitHubPorts } from "./gitHubPorts.ts";
import { type AwsPorts, type Mutation, STACK } from "./truth.ts";

type Lister = (sha: string, runs: readonly CheckRun[], ports: GitHubPorts) => Promise<readonly CheckRun[]>;

/** A GitHub whose check runs are read with less care. */
function readingRecords(change: Lister): Mutation {
  return { gitHub: (ports) => ({ ...ports, checks: listing(ports, change, (name) => !isDeploy(name)) }) };
}

function readingMarks(change: (run: CheckRun) => CheckRun): Mutation {
  const changed: Lister = async (_, runs) => runs.map(change);
  return { gitHub: (ports) => ({ ...ports, checks: listing(ports, changed, isDeploy) }) };
}

function listing(ports: GitHubPorts, change: Lister, isMeant: (name: string) => boolean): Checks {
  const { checks } = ports;
  return {
    ...checks,
    list: async (sha, name) => {
      const runs = await checks.list(sha, name);
      const [meant = [], others = []] = [true, false].map((is) =>
        runs.filter((run) => isMeant(run.name) === is),
      );
      return [...(await change(sha, meant, ports)), ...others];
    },
  };
}

function isDeploy(name: string): boolean {
  return name.endsWith("/ deploy");
}

function readingPulls(change: (pulls: Pulls) => Partial<Pulls>): Mutation {
  return { gitHub: (ports) => ({ ...ports, pulls: { ...ports.pulls, ...change(ports.pulls) } }) };
}

function readingStacks(change: (ports: AwsPorts) => Partial<AwsPorts["stacks"]>): Mutation {
  return { aws: (ports) => ({ ...ports, stacks: { ...ports.stacks, ...change(ports) } }) };
}

/** GitHub and AWS, read or written with less care. */
export const READERS: Readonly<Record<string, Mutation>> = {
  "records of any app are trusted": {
    gitHub: (ports) => ({
      ...ports,
      checks: listing(
        ports,
        async (_, runs) => runs.map((run) => ({ ...run, appId: OUR_APP })),
        () => true,
      ),
    }),
  },
  "the oldest record counts": readingRecords(async (_, runs) => runs.toReversed()),
  "a record counts whenever it was made": readingRecords(async (_, runs) =>
    runs.map((run) => ({ ...run, completedAt: run.completedAt === 0 ? 0 : 1 })),
  ),
  "a merged pull request is previewed like an open one, and that counts": {
    gitHub: (ports) => ({
      ...ports,
      checks: listing(
        ports,
        async (_, runs) => runs.map((run) => ({ ...run, completedAt: run.completedAt === 0 ? 0 : 1 })),
        (name) => !isDeploy(name),
      ),
      pulls: {
        ...ports.pulls,
        get: async (number) => ({ ...(await ports.pulls.get(number)), open: true, merged: false }),
      },
    }),
  },
  "a record is its commit's, whatever the pull request": readingRecords(ofEveryPull),
  "newer deploys are not looked for": readingPulls((pulls) => ({
    commitsBetween: async (base, head) => (head === "main" ? [] : pulls.commitsBetween(base, head)),
  })),
  "commits need not be on the branch": readingPulls((pulls) => ({
    commitsBetween: async (base, head) => (base === "main" ? [] : pulls.commitsBetween(base, head)),
  })),
  "every commit is taken for one that changes nothing here": readingPulls(() => ({
    touched: async () => [],
  })),
  "whoever has the commit brought it": readingPulls((pulls) => ({
    containing: async (sha) =>
      (await pulls.containing(sha)).map((pull) => ({ ...pull, mergeCommitSha: sha })),
  })),
  "only the newest and the oldest preview are seen": readingRecords(async (_, runs) =>
    runs.filter((run, index) => index === 0 || index === runs.length - 1 || run.externalId === ""),
  ),
  "labels of every pull request count": readingPulls(withAllLabels),
  "a deploy that has begun counts only when it ended well": readingMarks((run) => ({
    ...run,
    externalId: run.conclusion === "success" ? run.externalId : "",
  })),
  "a deploy settles nothing": readingMarks((run) => ({
    ...run,
    externalId: run.externalId.replace(/^settled/, "begun"),
  })),
  "a failed shell is deleted when it is met": readingStacks(({ stacks }) => ({
    describe: async (name) => {
      const found = await stacks.describe(name);
      if (name !== STACK || found?.status !== "ROLLBACK_COMPLETE") return found;
      await stacks.delete(found.arn, "mutant");
      return undefined;
    },
  })),
  "nested templates are not looked into": {
    aws: (ports) => ({
      ...ports,
      templateBucket: { ...ports.templateBucket, read: async () => nestedTemplate("any") },
    }),
  },
  "the termination protection is set to what was asked, first of all": {
    aws: (ports) => ({
      ...ports,
      changeSets: {
        ...ports.changeSets,
        prepare: async (request) => {
          const { terminationProtection } = request as { readonly terminationProtection?: boolean };
          if (terminationProtection !== undefined && request.type === "UPDATE")
            await ports.stacks.setTerminationProtection(request.stackName, terminationProtection);
          return ports.changeSets.prepare(request);
        },
      },
    }),
  },
};

/** The record as if it had been made for the pull request that was merged. */
async function ofEveryPull(sha: string, runs: readonly CheckRun[], { pulls }: GitHubPorts) {
  const merged = (await pulls.mergedInto("main")).find(({ headSha }) => headSha === sha);
  if (merged === undefined) return runs;
  return runs.map((run) => {
    if (decodeRecord(run.text, run.externalId).kind !== "record") return run;
    const text = run.text
      .replace(/"pullRequest":\d+/, `"pullRequest":${merged.number}`)
      .replace(/"base":"[^"]*"/, `"base":"${merged.baseRef}"`);
    return { ...run, text };
  });
}

function withAllLabels(pulls: Pulls): Partial<Pulls> {
  const labelled = async (found: readonly PullRequest[]): Promise<readonly PullRequest[]> => {
    const [main, release, open] = await Promise.all([
      pulls.mergedInto("main"),
      pulls.mergedInto("release"),
      pulls.open(),
    ]);
    const labels = [...new Set([...main, ...release, ...open].flatMap((pull) => pull.labels))];
    return found.map((pull) => ({ ...pull, labels }));
  };
  return {
    containing: async (sha) => labelled(await pulls.containing(sha)),
    mergedInto: async (branch) => labelled(await pulls.mergedInto(branch)),
  };
}
