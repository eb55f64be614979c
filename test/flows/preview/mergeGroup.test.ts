import { describe, expect, test } from "vitest";
import { digestOf, textHash } from "../../../src/changes/digest.ts";
import type { Items } from "../../../src/changes/items/model.ts";
import type { Changes, ResourceChange } from "../../../src/changes/model.ts";
import { encodeMark } from "../../../src/changes/review/mark.ts";
import { ActionError } from "../../../src/errors.ts";
import type { Proposal } from "../../../src/flows/change/proposalOf.ts";
import { checkName, deployCheckName } from "../../../src/flows/job.ts";
import { decideMergeGroup, openMergeGroupCheck } from "../../../src/flows/preview/mergeGroup.ts";
import { START, TEMPLATE, templateOf } from "../model/content.ts";
import {
  commit,
  contentOf,
  emptyGitHub,
  mergePull,
  OTHER_APP,
  OUR_APP,
  openPull,
  type Pull,
  pushToMain,
} from "../model/gitHub.ts";
import { blobOf, portsOf } from "../model/gitHubPorts.ts";
import { change, jobOf, queueItems, record, silent, sizeItems, target } from "../world.ts";

type Queued = { readonly number: number; readonly headSha: string; readonly baseSha: string };

/** Two parts of a change, so that two pull requests can have reviewed one each. */
const both: Items = new Map([...queueItems, ...sizeItems]);
const none: Items = new Map();

const table: ResourceChange = {
  stackPath: [],
  logicalId: "Table",
  type: "AWS::DynamoDB::Table",
  action: "Remove",
  policyAction: "Delete",
  scope: [],
  details: [],
};
const tableItems: Items = new Map([["resource Table", change(null, null)]]);

const changes: Changes = {
  target: { ...target, type: "UPDATE" },
  resources: [],
  parameters: [],
  keptParameters: [],
  tags: [],
  outputs: [],
  settings: [],
  template: [],
  capabilities: [],
};

/** What the preview of a group came to, as far as it is judged. */
function proposalOf(items: Items): Proposal {
  const part: Pick<Proposal, "empty" | "target" | "digest" | "hashNow" | "isGone" | "changes" | "unseen"> = {
    empty: items.size === 0,
    target: changes.target,
    digest: digestOf(target, items),
    // The stack has what each item starts from, until nothing of it is left to do.
    hashNow: (name) => textHash(items.get(name)?.before ?? null),
    isGone: () => false,
    changes: { ...changes, resources: items.has("resource Table") ? [table] : [] },
    unseen: [],
  };
  return part as Proposal;
}

function world(given: Readonly<Record<string, string>> = {}) {
  const gitHub = emptyGitHub(START, () => 1_000_000);
  const job = jobOf(given);
  const queueEntries: Queued[] = [];
  const ports = (appId = OUR_APP, head = gitHub.main) => {
    const made = portsOf(gitHub, appId);
    const pulls = {
      ...made.pulls,
      queued: async (branch: string) => (branch === "main" ? queueEntries : []),
    };
    const blob = blobOf(templateOf(contentOf(gitHub, head)));
    return {
      ...{ ...made, pulls, log: silent, signer: undefined },
      clock: { sleep: async () => undefined },
      sources: [{ path: TEMPLATE, blob, isLinked: false }],
    };
  };
  return {
    gitHub,
    job,
    ports,
    async previewed(items: Items, appId = OUR_APP): Promise<Pull> {
      const pull = openPull(gitHub, { Topic: `${gitHub.pulls.length}` });
      await record(ports(appId), job, pull, items);
      return pull;
    },
    /** Puts a pull request at the end of the queue. */
    enqueue(pull: Pull): Queued {
      const baseSha = queueEntries.at(-1)?.headSha ?? gitHub.main;
      const content = { ...contentOf(gitHub, baseSha), Topic: `queued ${pull.number}` };
      const entry = { number: pull.number, headSha: commit(gitHub, [baseSha], content).sha, baseSha };
      queueEntries.push(entry);
      return entry;
    },
    settled: () =>
      ports().checks.create(gitHub.main, deployCheckName(job.inputs), {
        externalId: encodeMark({ state: "settled", account: target.account, digest: "d" }),
        status: "completed",
        conclusion: "success",
        title: "t",
        summary: "s",
        annotations: [],
      }),
    judge(entry: Queued, items: Items = both, appId: number | undefined = OUR_APP) {
      const audience = {
        kind: "merge-group",
        headSha: entry.headSha,
        baseSha: entry.baseSha,
        branch: "main",
      } as const;
      return decideMergeGroup(
        job,
        { audience, proposal: proposalOf(items), appId },
        ports(OUR_APP, entry.headSha),
      );
    },
  };
}

const blocked = (reason: string) => ({ decision: { kind: "blocked", reason } });

test("the digest that was reviewed in the group's pull request", async () => {
  const { previewed, enqueue, judge } = world();
  const pull = await previewed(both);
  expect(await judge(enqueue(pull))).toMatchObject({
    decision: { kind: "execute", because: "reviewed in #1" },
  });
});

test("other changes than were reviewed", async () => {
  const { previewed, enqueue, judge } = world();
  const pull = await previewed(queueItems);
  expect(await judge(enqueue(pull))).toMatchObject(blocked("stale-review"));
});

test("nothing to change", async () => {
  const { previewed, enqueue, judge } = world();
  const entry = enqueue(await previewed(both));
  expect(await judge(entry, none)).toMatchObject({ decision: { kind: "no-changes" } });
});

test("every item in one of the pull requests ahead in the queue", async () => {
  const { previewed, enqueue, judge } = world();
  enqueue(await previewed(sizeItems));
  const entry = enqueue(await previewed(queueItems));
  expect(await judge(entry)).toMatchObject({
    decision: { kind: "execute", because: expect.stringMatching(/#1.*#2|#2.*#1/) },
  });
});

test("a pull request behind it in the queue reviewed nothing of it", async () => {
  const { previewed, enqueue, judge } = world();
  const entry = enqueue(await previewed(queueItems));
  enqueue(await previewed(sizeItems));
  expect(await judge(entry)).toMatchObject(blocked("stale-review"));
});

test("an open pull request that is not in the queue did not either", async () => {
  const { previewed, enqueue, judge } = world();
  await previewed(sizeItems);
  const entry = enqueue(await previewed(queueItems));
  expect(await judge(entry)).toMatchObject(blocked("stale-review"));
});

test("what is merged and not deployed yet counts, what is settled does not", async () => {
  const { gitHub, previewed, enqueue, judge, settled } = world();
  await settled();
  const [one, two] = [await previewed(sizeItems), await previewed(queueItems)];
  mergePull(gitHub, one, "squash");
  const entry = enqueue(two);
  expect(await judge(entry)).toMatchObject({ decision: { kind: "execute" } });
  await settled();
  expect(await judge(entry)).toMatchObject(blocked("stale-review"));
  expect(await judge(entry, queueItems)).toMatchObject({
    decision: { kind: "execute", because: "reviewed in #2" },
  });
});

test("half of what the group's pull requests show is none of it", async () => {
  const { previewed, enqueue, judge } = world();
  const entry = enqueue(await previewed(both));
  expect(await judge(entry, queueItems)).toMatchObject(blocked("stale-review"));
});

test.for([
  ["docs/guide.md", { Docs: "a" }, "stale-review"],
  ["the template", { Delay: "5" }, "unreviewed"],
] as const)("a push below the queue that touches %s", async ([, pushed, reason]) => {
  const { gitHub, previewed, enqueue, judge, settled } = world();
  await settled();
  const pull = await previewed(queueItems);
  pushToMain(gitHub, pushed);
  const entry = enqueue(pull);
  expect(await judge(entry)).toMatchObject(blocked(reason));
  // It changes nothing of the stack after all: everything that would happen was reviewed.
  expect(await judge(entry, queueItems)).toMatchObject({ decision: { kind: "execute" } });
});

test("no preview, another app's preview, and no app of ours", async () => {
  const { gitHub, previewed, enqueue, judge } = world();
  const bare = enqueue(openPull(gitHub, { Topic: "a" }));
  expect(await judge(bare)).toMatchObject(blocked("unreviewed"));
  const other = enqueue(await previewed(both, OTHER_APP));
  expect(await judge(other)).toMatchObject(blocked("unreviewed"));
  const ours = enqueue(await previewed(both));
  expect(await judge(ours, both, -1)).toMatchObject(blocked("unreviewed"));
});

test("a group that is no entry of the queue any more", async () => {
  const { gitHub, previewed, judge } = world();
  await previewed(both);
  const gone = { number: 1, headSha: commit(gitHub, [gitHub.main], {}).sha, baseSha: gitHub.main };
  expect(await judge(gone)).toMatchObject(blocked("unreviewed"));
});

test("a pull request into another branch", async () => {
  const { gitHub, job, ports, enqueue, judge } = world();
  const pull = openPull(gitHub, { Topic: "a" }, "release");
  await record(ports(), job, pull, both);
  expect(await judge(enqueue(pull))).toMatchObject(blocked("unreviewed"));
});

describe("policy", () => {
  test("approvals are counted", async () => {
    const { previewed, enqueue, judge } = world({ "required-approvals": "1" });
    const pull = await previewed(both);
    const entry = enqueue(pull);
    expect(await judge(entry)).toMatchObject(blocked("not-approved"));
    pull.approvals.push({ reviewer: "bob", state: "APPROVED", commitSha: pull.headSha, at: 2_000_000 });
    expect(await judge(entry)).toMatchObject({ decision: { kind: "execute" } });
  });

  test("data loss wants the label of a pull request of the group", async () => {
    const { previewed, enqueue, judge } = world();
    const pull = await previewed(tableItems);
    const entry = enqueue(pull);
    expect(await judge(entry, tableItems)).toMatchObject(blocked("destructive"));
    pull.labels.add("allow-destructive:Table");
    expect(await judge(entry, tableItems)).toMatchObject({
      decision: { kind: "execute" },
      proposal: { verdict: { unacknowledged: [] } },
    });
  });

  test("approved-digest is no review here", async () => {
    const { gitHub, enqueue, judge } = world({ "approved-digest": digestOf(target, both).digest });
    expect(await judge(enqueue(openPull(gitHub, { Topic: "a" })))).toMatchObject(blocked("unreviewed"));
  });

  test("require-review: false lets everything pass", async () => {
    const { gitHub, enqueue, judge } = world({ "require-review": "false" });
    expect(await judge(enqueue(openPull(gitHub, { Topic: "a" })))).toMatchObject({
      decision: { kind: "execute" },
    });
  });
});

describe("the group's check run", () => {
  const audience = {
    kind: "merge-group",
    headSha: "d".repeat(40),
    baseSha: "e".repeat(40),
    branch: "main",
  } as const;

  test("is opened on the group's head under the preview's name, and tells our app", async () => {
    const { job, ports } = world();
    const run = await openMergeGroupCheck(job, audience, ports());
    expect(run).toMatchObject({
      name: checkName(job.inputs),
      headSha: audience.headSha,
      appId: OUR_APP,
      status: "in_progress",
      externalId: "",
    });
  });

  test("is not there without a token or the permission", async () => {
    const { job, ports } = world();
    const denied = async () => {
      throw new ActionError("no", { reasonCode: "access-denied", hint: "checks: write" });
    };
    expect(await openMergeGroupCheck(job, audience, { checks: undefined, log: silent })).toBeUndefined();
    const checks = { ...ports().checks, create: denied };
    expect(await openMergeGroupCheck(job, audience, { checks, log: silent })).toBeUndefined();
  });

  test("GitHub that cannot be asked is an error", async () => {
    const { job, ports } = world();
    const down = async () => {
      throw new ActionError("502", { reasonCode: "error" });
    };
    await expect(
      openMergeGroupCheck(job, audience, { checks: { ...ports().checks, create: down }, log: silent }),
    ).rejects.toThrow("502");
  });
});
