import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planFor } from "../src/event.ts";
import { MODES } from "../src/inputs.ts";
import type { GitHubEvent } from "../src/payload.ts";

const SHA = "a".repeat(40);
const repository = { full_name: "acme/app", default_branch: "main" };

const pullRequest = {
  number: 7,
  draft: false,
  merged: false,
  merge_commit_sha: "c".repeat(40),
  labels: [{ name: "allow-destructive:Table" }, { name: "bug" }],
  head: { sha: "b".repeat(40), ref: "topic", repo: { full_name: "acme/app" } },
  base: { ref: "main", repo: { full_name: "acme/app" } },
};

function event(name: string, payload: object, more: Partial<GitHubEvent> = {}): GitHubEvent {
  const ref = name === "pull_request" ? "refs/pull/7/merge" : "refs/heads/main";
  return {
    name,
    payload: { repository, ...payload },
    sha: SHA,
    ref,
    actor: "alice",
    hasAwsCredentials: true,
    ...more,
  };
}

function pull(action: string, more: object = {}, payload: object = {}): GitHubEvent {
  return event("pull_request", { action, pull_request: { ...pullRequest, ...more }, ...payload });
}

const preview = {
  kind: "preview",
  audience: {
    kind: "pull-request",
    number: 7,
    headSha: "b".repeat(40),
    labels: ["allow-destructive:Table", "bug"],
  },
};
const unrecorded = { ...preview, unlessRecorded: expect.stringContaining("changes nothing") };
const deploy = { kind: "deploy", commit: SHA, branch: "main", pullRequest: undefined };
const merged = { kind: "deploy", commit: "c".repeat(40), branch: "main", pullRequest: 7 };
const summary = { kind: "preview", audience: { kind: "summary", headSha: SHA } };
const skip = (reason: string) => ({ kind: "skip", reason });
const refuse = { kind: "refuse", reason: "unsupported-event" };
const refuseBranch = { kind: "refuse", reason: "wrong-branch" };
const fork = { head: { sha: "b".repeat(40), repo: { full_name: "mallory/app" } } };
const dependabot = { actor: "dependabot[bot]", hasAwsCredentials: false };

test.for<readonly [string, GitHubEvent, object]>([
  ["pull_request opened", pull("opened"), preview],
  ["pull_request synchronize", pull("synchronize"), preview],
  ["pull_request reopened", pull("reopened"), preview],
  ["pull_request ready_for_review", pull("ready_for_review"), preview],
  ["labeled allow-destructive", pull("labeled", {}, { label: { name: "allow-destructive" } }), preview],
  [
    "labeled allow-destructive:Table",
    pull("labeled", {}, { label: { name: "allow-destructive:Table" } }),
    preview,
  ],
  ["unlabeled allow-destructive", pull("unlabeled", {}, { label: { name: "allow-destructive" } }), preview],
  ["labeled something else", pull("labeled", {}, { label: { name: "bug" } }), unrecorded],
  [
    "labeled allow-destructively",
    pull("labeled", {}, { label: { name: "allow-destructively" } }),
    unrecorded,
  ],
  ["labeled, a label that is no more", pull("labeled"), unrecorded],
  ["edited, its base changed", pull("edited", {}, { changes: { base: { ref: { from: "old" } } } }), preview],
  ["edited, its title changed", pull("edited", {}, { changes: { title: { from: "old" } } }), unrecorded],
  ["edited, nobody says what", pull("edited"), unrecorded],
  ["assigned", pull("assigned"), unrecorded],
  ["no action", pull(""), unrecorded],
  ["labeled, and closed", pull("labeled", { state: "closed" }), skip("irrelevant-event")],
  ["labeled, a draft", pull("labeled", { draft: true }), skip("irrelevant-event")],
  ["converted to a draft", pull("converted_to_draft", { draft: true }), skip("irrelevant-event")],
  ["a draft is opened", pull("opened", { draft: true }), skip("draft")],
  ["a draft is pushed to", pull("synchronize", { draft: true }), skip("draft")],
  ["a draft that nobody reads of", pull("opened", { draft: undefined }), preview],
  ["closed, not merged", pull("closed"), { kind: "cleanup", pullRequest: 7 }],
  ["a draft is closed", pull("closed", { draft: true }), { kind: "cleanup", pullRequest: 7 }],
  ["closed, merged", pull("closed", { merged: true }), merged],
  [
    "closed, merged into another branch",
    pull("closed", { merged: true, base: { ...pullRequest.base, ref: "release" } }),
    skip("wrong-branch"),
  ],
  ["merged, but not closed", pull("synchronize", { merged: true }), preview],
  ["push to the deploy branch", event("push", {}), deploy],
  ["push elsewhere", event("push", {}, { ref: "refs/heads/topic" }), skip("wrong-branch")],
  ["push of a tag", event("push", {}, { ref: "refs/tags/main" }), skip("wrong-branch")],
  [
    "push to a branch whose name ends alike",
    event("push", {}, { ref: "refs/heads/x/main" }),
    skip("wrong-branch"),
  ],
  ["the deploy branch is deleted", event("push", { deleted: true }), skip("wrong-branch")],
  ["a forced push", event("push", { forced: true }), deploy],
  [
    "merge_group",
    event("merge_group", {
      merge_group: { head_sha: "d".repeat(40), base_sha: "e".repeat(40), base_ref: "refs/heads/main" },
    }),
    {
      kind: "preview",
      audience: { kind: "merge-group", headSha: "d".repeat(40), baseSha: "e".repeat(40), branch: "main" },
    },
  ],
  ["workflow_dispatch", event("workflow_dispatch", {}), summary],
  ["repository_dispatch", event("repository_dispatch", {}), summary],
  ["schedule", event("schedule", {}), { kind: "drift" }],
  ["pull_request_target", { ...pull("opened"), name: "pull_request_target" }, refuse],
  ["issue_comment", event("issue_comment", {}), refuse],
  ["workflow_run", event("workflow_run", {}), refuse],
  ["pull_request_review", { ...pull("submitted"), name: "pull_request_review" }, refuse],
  ["a fork's pull request", pull("opened", fork), skip("fork")],
  ["a deleted fork's", pull("synchronize", { head: { sha: SHA, repo: null } }), skip("fork")],
  ["a fork's, closed", pull("closed", fork), skip("fork")],
  ["a fork's, merged: the push deploys it", pull("closed", { ...fork, merged: true }), skip("fork")],
  ["a fork's draft", pull("opened", { ...fork, draft: true }), skip("fork")],
  [
    "a fork of the same name",
    pull("opened", { head: { sha: SHA, repo: { full_name: "acme/app2" } } }),
    skip("fork"),
  ],
  ["Dependabot without credentials", { ...pull("opened"), ...dependabot }, skip("fork")],
  ["Dependabot's push without credentials", { ...event("push", {}), ...dependabot }, skip("fork")],
  [
    "Dependabot with credentials of its own",
    { ...pull("opened"), ...dependabot, hasAwsCredentials: true },
    preview,
  ],
  [
    "anybody else without credentials: the action says what is missing",
    { ...pull("opened"), hasAwsCredentials: false },
    preview,
  ],
])("auto: %s", ([, given, expected]) => {
  expect(planFor(given, "auto", undefined)).toMatchObject(expected);
});

describe("deploy-branch", () => {
  const push = (branch: string) => event("push", {}, { ref: `refs/heads/${branch}` });
  test.for<readonly [string, GitHubEvent, string | undefined, object]>([
    ["names another branch", push("release/1"), "release/1", { ...deploy, branch: "release/1" }],
    ["the default branch deploys nothing then", push("main"), "release/1", skip("wrong-branch")],
    [
      "is the repository's default branch",
      { ...push("trunk"), payload: { repository: { default_branch: "trunk" } } },
      undefined,
      { kind: "deploy", branch: "trunk" },
    ],
    ["main where the payload does not say", { ...push("main"), payload: {} }, undefined, deploy],
    [
      "a pull request that is merged into it",
      pull("closed", { merged: true, base: { ...pullRequest.base, ref: "release/1" } }),
      "release/1",
      { ...merged, branch: "release/1" },
    ],
  ])("%s", ([, given, branch, expected]) => {
    expect(planFor(given, "auto", branch)).toMatchObject(expected);
  });

  // What is wrong is told by a flow, which a run that is skipped would never reach.
  describe.for(["release/*", "refs/tags/v1", "refs/pull/7/merge", "main, release"])(
    "%s skips nothing",
    (wrong) => {
      test.for<readonly [string, GitHubEvent, (typeof MODES)[number], object]>([
        ["a push", push("topic"), "auto", { ...deploy, branch: "topic" }],
        ["a merged pull request", pull("closed", { merged: true }), "auto", merged],
        ["a deploy by hand", event("workflow_dispatch", {}), "deploy", deploy],
        ["a deletion by hand", event("workflow_dispatch", {}), "destroy", { kind: "destroy" }],
        ["the stacks of a push", push("topic"), "discover", { kind: "discover" }],
        ["a preview", pull("opened"), "auto", preview],
        [
          "but a tag, which no branch is",
          event("push", {}, { ref: "refs/tags/v1" }),
          "auto",
          skip("wrong-branch"),
        ],
      ])("%s", ([, given, mode, expected]) => {
        expect(planFor(given, mode, wrong)).toMatchObject(expected);
      });
    },
  );
});

describe("a mode that is named", () => {
  const target: GitHubEvent = { ...pull("opened"), name: "pull_request_target" };
  test.for(MODES.filter((mode) => mode !== "render"))("pull_request_target is refused: %s", (mode) => {
    expect(planFor(target, mode, undefined)).toMatchObject(refuse);
  });

  test.for<readonly [(typeof MODES)[number], string, GitHubEvent, object]>([
    ["render", "asks nobody for anything", target, { kind: "render" }],
    ["render", "a fork", pull("opened", fork), { kind: "render" }],
    ["preview", "pull request", pull("synchronize"), preview],
    ["preview", "draft: it was asked for", pull("opened", { draft: true }), preview],
    ["preview", "fork", pull("opened", fork), skip("fork")],
    ["preview", "push", event("push", {}), summary],
    [
      "preview",
      "merge group without a payload",
      event("merge_group", {}),
      { audience: { kind: "merge-group", headSha: SHA } },
    ],
    ["deploy", "push", event("push", {}), deploy],
    ["deploy", "push elsewhere", event("push", {}, { ref: "refs/heads/x" }), skip("wrong-branch")],
    ["deploy", "workflow_dispatch", event("workflow_dispatch", {}), deploy],
    ["deploy", "schedule", event("schedule", {}), deploy],
    ["deploy", "merged pull request", pull("closed", { merged: true }), merged],
    [
      "deploy",
      "merged elsewhere",
      pull("closed", { merged: true, base: { ...pullRequest.base, ref: "x" } }),
      skip("wrong-branch"),
    ],
    ["deploy", "open pull request: nothing is merged, the decision blocks it", pull("opened"), deploy],
    ["deploy", "closed without a merge", pull("closed"), skip("irrelevant-event")],
    ["deploy", "fork", pull("opened", fork), skip("fork")],
    ["cleanup", "pull request", pull("closed"), { kind: "cleanup", pullRequest: 7 }],
    ["cleanup", "push", event("push", {}), refuse],
    ["drift", "push", event("push", {}), { kind: "drift" }],
    ["destroy", "workflow_dispatch", event("workflow_dispatch", {}), { kind: "destroy" }],
    ["destroy", "elsewhere", event("workflow_dispatch", {}, { ref: "refs/heads/x" }), refuseBranch],
    ["destroy", "a tag", event("workflow_dispatch", {}, { ref: "refs/tags/main" }), refuseBranch],
    ["destroy", "fork: it must not look done", pull("opened", fork), refuse],
    ["destroy", "push", event("push", {}), refuse],
    ["destroy", "repository_dispatch: no person", event("repository_dispatch", {}), refuse],
    ["destroy", "schedule", event("schedule", {}), refuse],
    ["destroy", "merged pull request", pull("closed", { merged: true }), refuse],
  ])("%s: %s", ([mode, , given, expected]) => {
    expect(planFor(given, mode, undefined)).toMatchObject(expected);
  });
});

describe("discover: what the stacks are compared with", () => {
  const discover = (since: object) => ({ kind: "discover", since });
  const every = (why: string) => discover({ kind: "everything", why: expect.stringContaining(why) });
  const ofPull = discover({ kind: "pull-request", audience: preview.audience });
  const deploys = (commit: string) => discover({ kind: "deploys", commit });
  const elsewhere = { base: { ...pullRequest.base, ref: "x" } };
  const merge_group = { base_sha: "1".repeat(40), head_sha: "2".repeat(40), base_ref: "refs/heads/main" };
  test.for<readonly [string, GitHubEvent, object]>([
    ["pull_request opened", pull("opened"), ofPull],
    ["pull_request synchronize", pull("synchronize"), ofPull],
    ["pull_request labeled", pull("labeled", {}, { label: { name: "bug" } }), ofPull],
    ["a draft", pull("opened", { draft: true }), ofPull],
    ["a pull request into another branch", pull("opened", elsewhere), ofPull],
    ["closed without a merge: there may be something to clean up", pull("closed"), ofPull],
    ["merged", pull("closed", { merged: true }), deploys("c".repeat(40))],
    [
      "merged, and GitHub does not say where",
      pull("closed", { merged: true, merge_commit_sha: null }),
      deploys(SHA),
    ],
    ["merged elsewhere", pull("closed", { merged: true, ...elsewhere }), skip("wrong-branch")],
    ["a fork", pull("opened", fork), skip("fork")],
    ["a fork, merged", pull("closed", { merged: true, ...fork }), skip("fork")],
    ["Dependabot, which needs no credentials for it", { ...pull("opened"), ...dependabot }, ofPull],
    ["push", event("push", {}), deploys(SHA)],
    ["push elsewhere", event("push", {}, { ref: "refs/heads/x" }), skip("wrong-branch")],
    ["push of a tag", event("push", {}, { ref: "refs/tags/main" }), skip("wrong-branch")],
    ["push, deleted", event("push", { deleted: true }), skip("wrong-branch")],
    ["push, forced: its deploys are in another history", event("push", { forced: true }), every("forced")],
    [
      "push elsewhere, forced",
      event("push", { forced: true }, { ref: "refs/heads/x" }),
      skip("wrong-branch"),
    ],
    [
      "merge_group",
      event("merge_group", { merge_group }),
      discover({ kind: "commit", base: merge_group.base_sha, commit: merge_group.head_sha }),
    ],
    ["workflow_dispatch", event("workflow_dispatch", {}), every("workflow_dispatch")],
    [
      "workflow_dispatch elsewhere",
      event("workflow_dispatch", {}, { ref: "refs/heads/x" }),
      every("workflow_dispatch"),
    ],
    ["repository_dispatch", event("repository_dispatch", {}), every("repository_dispatch")],
    ["schedule", event("schedule", {}), every("schedule")],
    ["release", event("release", {}), every("release")],
  ])("%s", ([, given, expected]) => {
    expect(planFor(given, "discover", undefined)).toMatchObject(expected);
  });

  test("with a deploy-branch", () => {
    const push = event("push", {}, { ref: "refs/heads/release" });
    expect(planFor(push, "discover", "release")).toMatchObject(deploys(SHA));
    expect(planFor(event("push", {}), "discover", "release")).toMatchObject(skip("wrong-branch"));
  });
});

test("a merge whose commit GitHub does not say is deployed from where the run stands", () => {
  expect(planFor(pull("closed", { merged: true, merge_commit_sha: null }), "auto", undefined)).toMatchObject({
    kind: "deploy",
    commit: SHA,
    pullRequest: 7,
  });
});

test("a closed pull request without a number cleans up nobody's change sets", () => {
  expect(planFor(pull("closed", { number: undefined }), "auto", undefined)).toMatchObject(refuse);
});

test("whatever the payload holds, a plan is made, and an unmerged one is never a deploy of a pull request", () => {
  const names = fc.constantFrom(
    "pull_request",
    "push",
    "merge_group",
    "schedule",
    "workflow_dispatch",
    "release",
  );
  const payload = fc.oneof(
    fc.anything(),
    fc.record(
      { action: fc.string(), pull_request: fc.anything(), repository: fc.anything() },
      { requiredKeys: [] },
    ),
  );
  fc.assert(
    fc.property(names, payload, fc.constantFrom(...MODES), (name, given, mode) => {
      const plan = planFor({ ...event(name, {}), payload: given }, mode, undefined);
      if (plan.kind === "deploy" && plan.pullRequest !== undefined) {
        expect((given as { pull_request: { merged: unknown } }).pull_request.merged).toBe(true);
      }
      if (plan.kind === "skip" || plan.kind === "refuse") expect(plan.explanation).not.toBe("");
    }),
  );
});
