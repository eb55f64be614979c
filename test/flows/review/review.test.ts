import { describe, expect, test } from "vitest";
import { digestOf } from "../../../src/changes/digest.ts";
import { ownCommit, recordedPulls } from "../../../src/changes/review/history.ts";
import { encodeMark } from "../../../src/changes/review/mark.ts";
import { ActionError } from "../../../src/errors.ts";
import { deployCheckName, type StackJob } from "../../../src/flows/job.ts";
import { findReview, labelsIn, type Review } from "../../../src/flows/review/review.ts";
import { type Content, START, TEMPLATE, templateOf } from "../model/content.ts";
import {
  contentOf,
  emptyGitHub,
  type GitHubModel,
  type MergeMethod,
  mergePull,
  OTHER_APP,
  OUR_APP,
  openPull,
  openTwin,
  type Pull,
  pushToMain,
  pushToPull,
  putFirst,
} from "../model/gitHub.ts";
import { type AroundCall, blobOf, portsOf } from "../model/gitHubPorts.ts";
import { change, jobOf, queueItems, type Recorded, record, silent, sizeItems, target } from "../world.ts";

const job: StackJob = jobOf({});
const ACCOUNT = target.account;

interface Asked {
  readonly pullRequest?: number;
  readonly appId?: number | undefined;
  readonly account?: string;
  readonly delays?: readonly number[];
  readonly isOfCommit?: boolean;
  readonly around?: AroundCall;
  readonly isOtherFile?: boolean;
}

interface World {
  readonly gitHub: GitHubModel;
  readonly open: (change?: Content, base?: string) => Pull;
  readonly recorded: (pull: Pull, given?: Recorded, appId?: number) => Promise<string>;
  /** A pull request with a record of ours on its head, merged. */
  readonly merged: (method?: MergeMethod, given?: Recorded) => Promise<Pull>;
  /** A deploy of the commit that left this mark. */
  readonly marked: (
    sha: string,
    state: "begun" | "settled" | "",
    appId?: number,
    account?: string,
    given?: Readonly<Record<string, string>>,
  ) => Promise<void>;
  readonly review: (sha: string, asked?: Asked) => Promise<Review>;
  readonly slept: number[];
  readonly pass: (seconds: number) => void;
}

function world(): World {
  const time = { now: 1_000_000 };
  const gitHub = emptyGitHub(START, () => time.now);
  const slept: number[] = [];
  const open = (given: Content = { Topic: `t${gitHub.pulls.length}` }, base?: string) =>
    openPull(gitHub, given, base);
  const recorded = (pull: Pull, given?: Recorded, appId = OUR_APP) =>
    record(portsOf(gitHub, appId), job, pull, queueItems, given);
  return {
    gitHub,
    slept,
    open,
    recorded,
    pass: (seconds) => {
      time.now += seconds * 1_000;
    },
    async merged(method = "squash", given) {
      const pull = open();
      await recorded(pull, given);
      mergePull(gitHub, pull, method);
      return pull;
    },
    async marked(sha, state, appId = OUR_APP, account = ACCOUNT, given = {}) {
      await portsOf(gitHub, appId).checks.create(sha, deployCheckName(jobOf(given).inputs), {
        externalId: state === "" ? "" : encodeMark({ state, account, digest: "d" }),
        status: state === "" ? "in_progress" : "completed",
        title: "t",
        summary: "s",
        annotations: [],
      });
    },
    review(sha, asked = {}) {
      const { pullRequest, account = ACCOUNT, delays = [], isOfCommit = false, around, isOtherFile } = asked;
      const appId = "appId" in asked ? asked.appId : OUR_APP;
      const clock = { sleep: async (ms: number) => void slept.push(ms) };
      const text = isOtherFile ? "made by an earlier step" : templateOf(contentOf(gitHub, sha));
      const sources = [{ path: TEMPLATE, blob: blobOf(text), isLinked: false }];
      const ports = { ...portsOf(gitHub, OUR_APP, around), signer: undefined, clock, log: silent, sources };
      const deployed = { commit: sha, branch: "main", pullRequest };
      return findReview({ job, deployed, ours: { appId, account }, delays, isOfCommit }, ports);
    },
  };
}

/** What stands on the line: the numbers of the pull requests, `-` for a commit that changes nothing here. */
function lineOf({ history }: Review): string {
  const words = history.line.map(({ brought }) =>
    brought.by === "nobody-needed" ? "-" : `[${brought.pulls.map(({ number }) => number).join()}]`,
  );
  return `${words.join(" ")}${history.isWhole ? "" : " …"}`;
}

/** The record of the commit's own pull request, or why there is none. */
function ownRecord({ history }: Review): string | undefined {
  const own = ownCommit(history);
  if (own === undefined || own.brought.by === "nobody-needed") return "no own commit";
  return recordedPulls(own)[0]?.record.digest ?? own.brought.pulls[0]?.problem;
}

describe("the line of commits that are not settled", () => {
  test.for<MergeMethod>(["merge", "squash", "rebase", "by hand"])(
    "one pull request, by %s",
    async (method) => {
      const { gitHub, merged, marked, review } = world();
      await marked(gitHub.main, "settled");
      const pull = await merged(method);
      const found = await review(gitHub.main);
      expect(lineOf(found)).toBe("[1]");
      expect(found).toMatchObject({ own: [{ number: pull.number, headSha: pull.headSha }] });
    },
  );

  test("ends at the settled commit, or where the own pull request was previewed", async () => {
    const { gitHub, merged, marked, review } = world();
    await marked(gitHub.main, "settled");
    // Each was opened on the tip, so that its record speaks for all before it.
    for (let n = 0; n < 3; n++) await merged();
    expect(lineOf(await review(gitHub.main))).toBe("[3]");
    const pulls = [1, 2].map(() => openPull(gitHub, { Delay: "5" }));
    for (const pull of pulls) await record(portsOf(gitHub, OUR_APP), job, pull);
    for (const pull of pulls) mergePull(gitHub, pull, "squash");
    expect(lineOf(await review(gitHub.main))).toBe("[5] [4]");
  });

  test("a deploy that has only begun, ended without a mark, or is another's, settles nothing", async () => {
    for (const [state, appId, account] of [
      ["begun", OUR_APP, ACCOUNT],
      ["", OUR_APP, ACCOUNT],
      ["settled", OTHER_APP, ACCOUNT],
      ["settled", OUR_APP, "210987654321"],
    ] as const) {
      const { gitHub, open, recorded, marked, review } = world();
      const pulls = [open({ Topic: "a" }), open({ Delay: "5" })];
      for (const pull of pulls) await recorded(pull);
      mergePull(gitHub, pulls[0] as Pull, "squash");
      await marked(gitHub.main, state, appId, account);
      mergePull(gitHub, pulls[1] as Pull, "squash");
      expect(lineOf(await review(gitHub.main))).toBe("[2] [1]");
    }
  });

  test("a rebase of several commits: each is the pull request's", async () => {
    const { gitHub, open, recorded, marked, review } = world();
    await marked(gitHub.main, "settled");
    const pull = open({ Topic: "a" });
    for (const value of ["b", "c"]) pushToPull(gitHub, pull, { Topic: value });
    await recorded(pull);
    mergePull(gitHub, pull, "rebase");
    expect(pull.landed).toHaveLength(3);
    const found = await review(gitHub.main);
    expect(lineOf(found)).toBe("[1] [1] [1]");
    expect(found.pulls).toHaveLength(1);
  });

  test("a push straight to the branch stands on it, and brings nobody", async () => {
    const { gitHub, merged, review, slept } = world();
    await merged();
    pushToMain(gitHub, { Queue: "60" });
    const found = await review(gitHub.main, { delays: [1_000, 2_000] });
    expect(found.own).toEqual([]);
    // It might be a merge that the index does not know yet.
    expect(slept).toEqual([1_000, 2_000]);
    expect(lineOf(found)).toMatch(/^\[\] \[1\]/);
  });

  test("longer than is looked: it is not whole", async () => {
    const { gitHub, review } = world();
    for (let n = 0; n < 201; n++) pushToMain(gitHub, { Queue: String(n) });
    const found = await review(gitHub.main);
    expect(lineOf(found)).toMatch(/^(\[\] ){201}…$/);
  });

  test("settled itself: nothing is left", async () => {
    const { gitHub, merged, marked, review } = world();
    await merged();
    await marked(gitHub.main, "settled");
    expect(lineOf(await review(gitHub.main))).toBe("");
  });

  test("merged into another branch brings nothing, also where the event names it", async () => {
    const { gitHub, open, recorded, review } = world();
    const pull = open({ Topic: "a" }, "release");
    await recorded(pull);
    mergePull(gitHub, pull, "squash");
    expect((await review(gitHub.main, { pullRequest: pull.number })).own).toEqual([]);
  });

  test.for<MergeMethod>(["merge", "squash", "rebase", "by hand"])(
    "the head of one merged by %s, back on the branch without its merge, was brought by nobody",
    async (method) => {
      const { gitHub, merged, marked, review } = world();
      const before = gitHub.main;
      await marked(before, "settled");
      const pull = await merged(method);
      await marked(gitHub.main, "settled");
      await marked(pushToMain(gitHub, { Topic: "taken back" }), "settled");
      // A push that needs no force: the former tip is its second parent.
      putFirst(gitHub, pull);
      expect(lineOf(await review(gitHub.main))).toBe("- []");
      gitHub.main = pull.headSha;
      expect(lineOf(await review(gitHub.main))).toBe("[]");
    },
  );

  test("a rebase whose commits the index does not know yet is waited for where a value names the commit", async () => {
    const { gitHub, open, recorded, marked, review, slept } = world();
    await marked(gitHub.main, "settled");
    const pull = open({ Topic: "a" });
    pushToPull(gitHub, pull, { Docs: "b" });
    pushToPull(gitHub, pull, { Topic: "c" });
    await recorded(pull);
    mergePull(gitHub, pull, "rebase");
    const late = (calls: number): AroundCall => {
      let left = calls;
      return async (call, work) => {
        if (call !== "pulls.containing" || left === 0) return work();
        left -= 1;
        return [] as never;
      };
    };
    const asked = { delays: [1_000, 2_000, 3_000], isOfCommit: true };
    expect(lineOf(await review(gitHub.main, { ...asked, around: late(1) }))).toBe("[1] [1] [1]");
    expect(slept).toEqual([1_000]);
    // All that is waited is waited once, and nothing where no value names the commit.
    expect(lineOf(await review(gitHub.main, { ...asked, around: late(99) }))).toBe("[1] - []");
    expect(slept).toEqual([1_000, 1_000, 2_000, 3_000]);
    await review(gitHub.main, { ...asked, isOfCommit: false, around: late(99) });
    expect(slept).toHaveLength(4);
  });

  test("known from the event", async () => {
    const { gitHub, merged, review } = world();
    const pull = await merged();
    gitHub.lag = 99;
    expect(lineOf(await review(gitHub.main, { pullRequest: pull.number }))).toBe("[1]");
  });
});

describe("commits that change nothing of this deploy", () => {
  test("are looked through, pushes and pull requests without a record", async () => {
    const { gitHub, merged, open, review } = world();
    const pull = await merged();
    pushToMain(gitHub, { Docs: "a" });
    mergePull(gitHub, open({ Docs: "b" }), "squash");
    const found = await review(gitHub.main);
    expect(lineOf(found)).toBe("- - [1]");
    expect(found.own).toMatchObject([{ number: pull.number }]);
  });

  test("but not one that was previewed: its record says so itself", async () => {
    const { gitHub, open, recorded, review } = world();
    const pull = open({ Docs: "a" });
    await recorded(pull);
    mergePull(gitHub, pull, "squash");
    expect(lineOf(await review(gitHub.main))).toBe("[1]");
  });

  test.for<Content>([{ Queue: "60" }, { Note: "x" }, { Team: "a" }])(
    "not one that touches the template or the workflow: %o",
    async (touched) => {
      const { gitHub, merged, review } = world();
      await merged();
      pushToMain(gitHub, touched);
      expect(lineOf(await review(gitHub.main))).toMatch(/^\[\] /);
    },
  );

  test("and none at all where the template was made by an earlier step", async () => {
    const { gitHub, merged, review } = world();
    await merged();
    pushToMain(gitHub, { Docs: "a" });
    expect(lineOf(await review(gitHub.main, { isOtherFile: true }))).toMatch(/^\[\] /);
  });
});

describe("old jobs and lost commits", () => {
  test.for(["begun", "settled"] as const)("a newer commit's deploy is %s", async (state) => {
    const { gitHub, merged, marked, review } = world();
    await merged();
    const old = gitHub.main;
    await merged();
    await marked(gitHub.main, state);
    expect((await review(old)).history.newerDeploy).toBe(gitHub.main);
    expect((await review(gitHub.main)).history.newerDeploy).toBeUndefined();
  });

  test("no newer deploy that has not decided yet, no other account's, no other stack's", async () => {
    const { gitHub, merged, marked, review } = world();
    await merged();
    const old = gitHub.main;
    await merged();
    await marked(gitHub.main, "");
    await marked(gitHub.main, "settled", OUR_APP, "210987654321");
    for (const other of [{ "stack-name": "queue-2" }, { "stack-name": "my-queue" }, { region: "us-east-2" }])
      await marked(gitHub.main, "settled", OUR_APP, ACCOUNT, other);
    expect((await review(old)).history.newerDeploy).toBeUndefined();
  });

  test.for([
    ["under another label", OUR_APP, { label: "prod" }],
    ["by another app", OTHER_APP, {}],
    ["by another app under another label", OTHER_APP, { label: "us-east-2" }],
  ] as const)("a newer deploy %s, which settles nothing here", async ([, appId, given]) => {
    const { gitHub, merged, marked, review } = world();
    await merged();
    const old = gitHub.main;
    await merged();
    await marked(gitHub.main, "begun", appId, ACCOUNT, given);
    expect((await review(old)).history.newerDeploy).toBe(gitHub.main);
    await marked(gitHub.main, "settled", appId, ACCOUNT, given);
    expect(lineOf(await review(gitHub.main))).toBe("[2]");
  });

  test("even where many commits came after that", async () => {
    const { gitHub, merged, marked, review } = world();
    await merged();
    const old = gitHub.main;
    await merged();
    const newer = gitHub.main;
    await marked(newer, "begun");
    for (let n = 0; n < 120; n++) pushToMain(gitHub, {});
    expect((await review(old)).history.newerDeploy).toBe(newer);
  });

  test("too many to tell: nothing is assumed", async () => {
    const { gitHub, merged, review } = world();
    await merged();
    const old = gitHub.main;
    for (let n = 0; n < 301; n++) pushToMain(gitHub, {});
    await expect(review(old)).rejects.toThrow(ActionError);
    await expect(review(old)).rejects.toMatchObject({ reasonCode: "stale-review" });
  });

  test("what the branch was forced away from has no review any more", async () => {
    const { gitHub, merged, review } = world();
    const before = gitHub.main;
    const pull = await merged();
    const lost = gitHub.main;
    gitHub.main = before;
    pushToMain(gitHub, {});
    const found = await review(lost, { pullRequest: pull.number });
    expect(found.history).toMatchObject({ line: [], problem: expect.stringContaining("not (any more)") });
    expect(found.counted).toEqual([]);
  });
});

describe("records", () => {
  test("of the newest check run of ours on the head that was merged", async () => {
    const { gitHub, open, recorded, review } = world();
    const pull = open();
    await recorded(pull);
    const newest = await record(portsOf(gitHub, OUR_APP), job, pull, sizeItems);
    mergePull(gitHub, pull, "squash");
    expect(ownRecord(await review(gitHub.main))).toBe(newest);
  });

  test("a preview that failed after a good one leaves that one as it is", async () => {
    const { gitHub, open, recorded, review } = world();
    const pull = open();
    const good = await recorded(pull);
    await portsOf(gitHub, OUR_APP).checks.create(pull.headSha, "aurora-deploy / app (us-east-1)", {
      externalId: "",
      status: "completed",
      conclusion: "failure",
      title: "failed",
      summary: "failed",
      annotations: [],
    });
    mergePull(gitHub, pull, "squash");
    expect(ownRecord(await review(gitHub.main))).toBe(good);
  });

  test("not of an earlier head", async () => {
    const { gitHub, open, recorded, review } = world();
    const pull = open();
    await recorded(pull);
    pushToPull(gitHub, pull, { Topic: "b" });
    mergePull(gitHub, pull, "squash");
    expect(ownRecord(await review(gitHub.main))).toBeUndefined();
  });

  test("not of another app, however new, and not while our app is unknown", async () => {
    const { gitHub, open, recorded, merged, review } = world();
    const pull = open();
    await recorded(pull, {}, OTHER_APP);
    mergePull(gitHub, pull, "squash");
    expect(ownRecord(await review(gitHub.main))).toBeUndefined();
    await merged();
    expect(ownRecord(await review(gitHub.main))).toMatch(/^[0-9a-f]{64}$/);
    expect(ownRecord(await review(gitHub.main, { appId: undefined }))).toBeUndefined();
  });

  test.for<readonly [string, Recorded, string]>([
    ["another pull request", { claims: { pullRequest: 99 } }, "of another pull request"],
    ["another head", { claims: { head: "f".repeat(40) } }, "of another pull request"],
    ["another repository", { claims: { repository: "7" } }, "of another pull request"],
    ["another base", { claims: { base: "release" } }, "was made for release, not for main"],
    ["another account", { claims: { target: { ...target, account: "210987654321" } } }, "of another account"],
  ])("not one that says that it is of %s", async ([, given, why]) => {
    const { gitHub, merged, review } = world();
    await merged("squash", given);
    expect(ownRecord(await review(gitHub.main))).toContain(why);
  });

  test("not one whose check run was complete after the merge; in the same second it counts", async () => {
    const { gitHub, open, recorded, review, pass } = world();
    const pull = open();
    mergePull(gitHub, pull, "squash");
    await recorded(pull);
    expect(ownRecord(await review(gitHub.main))).toMatch(/^[0-9a-f]{64}$/);
    pass(1);
    const late = open();
    mergePull(gitHub, late, "squash");
    pass(1);
    await recorded(late);
    expect(ownRecord(await review(gitHub.main))).toContain("ended after the merge");
  });

  test("one head in two pull requests: each has its own", async () => {
    const { gitHub, open, recorded, review } = world();
    const pull = open();
    const other = openTwin(gitHub, pull, "release");
    const own = await recorded(pull);
    await recorded(other);
    mergePull(gitHub, pull, "squash");
    // The newest check run is the other one's.
    expect(ownRecord(await review(gitHub.main))).toBe(own);
  });
});

test("the index lags: asked again after each delay, and no longer than they last", async () => {
  const { gitHub, merged, review, slept } = world();
  const pull = await merged();
  gitHub.lag = 3;
  expect((await review(gitHub.main, { delays: [1_000, 2_000, 3_000] })).own).toMatchObject([
    { number: pull.number },
  ]);
  expect(slept).toEqual([1_000, 2_000]);
  gitHub.lag = 99;
  expect((await review(gitHub.main, { delays: [1_000] })).own).toEqual([]);
  gitHub.lag = 2;
  expect((await review(gitHub.main)).own).toEqual([]);
});

describe("labels", () => {
  test("speak for the resources in their own pull request's record, and for nothing where there is none", async () => {
    const { gitHub, open, marked, recorded, review } = world();
    await marked(gitHub.main, "settled");
    const [one, two, three] = [open({ Topic: "a" }), open({ Delay: "5" }), open({ Spare: "45" })];
    await recorded(one);
    one.labels.add("allow-destructive").add("bug").add("allow-destructive:Table");
    two.labels.add("allow-destructive:Queue");
    const table = new Map([["resource Data/Table", change(null, null)]]);
    await record(portsOf(gitHub, OUR_APP), job, three, table);
    three.labels.add("allow-destructive:Table");
    for (const pull of [one, two, three]) mergePull(gitHub, pull, "squash");
    open({ Table: "one" }).labels.add("allow-destructive:Table");
    const found = await review(gitHub.main);
    const recordedItems = found.counted.flatMap((pull) => [...(pull.record?.items ?? [])]);
    const present = { digest: "", items: new Map(recordedItems) };
    expect(labelsIn(found, present).toSorted()).toEqual([
      "allow-destructive:Queue",
      "allow-destructive:Table",
    ]);
  });

  test("say nothing of a resource to which something else is done now than their record shows", async () => {
    const { gitHub, open, review } = world();
    const pull = open();
    const item = (how: string) => new Map([["resource Table", { before: null, after: null, how }]]);
    await record(portsOf(gitHub, OUR_APP), job, pull, item("tagged"));
    pull.labels.add("allow-destructive").add("allow-destructive:Table");
    mergePull(gitHub, pull, "squash");
    const found = await review(gitHub.main);
    expect(labelsIn(found, digestOf(target, item("tagged")))).toHaveLength(2);
    expect(labelsIn(found, digestOf(target, item("replaced")))).toEqual([]);
  });

  test("of what was merged before the own pull request was previewed do not count", async () => {
    const { gitHub, open, merged, recorded, review } = world();
    const earlier = open();
    await recorded(earlier);
    earlier.labels.add("allow-destructive");
    mergePull(gitHub, earlier, "squash");
    await merged();
    expect((await review(gitHub.main)).counted.map(({ number }) => number)).not.toContain(earlier.number);
  });
});

test("GitHub that cannot be asked is an error, whichever question it is", async () => {
  const { gitHub, merged, review } = world();
  await merged();
  let isReached = true;
  for (let nth = 1; isReached; nth++) {
    let calls = 0;
    const around: AroundCall = async (_, work) => {
      calls += 1;
      if (calls === nth) throw new ActionError("GitHub could not answer", { reasonCode: "error" });
      return work();
    };
    const settled = await review(gitHub.main, { pullRequest: 1, around }).catch((error: unknown) => error);
    isReached = calls >= nth;
    if (isReached) expect(settled).toBeInstanceOf(ActionError);
    else expect(nth).toBeGreaterThan(6);
  }
});
