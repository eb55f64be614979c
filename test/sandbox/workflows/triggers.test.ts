import { describe, expect, test } from "vitest";
import type { WorkflowEvent } from "../github/happenings/payloads.ts";
import { readWorkflow } from "./read.ts";
import { rightsOf, subjectOf } from "./rights.ts";
import { isStarted } from "./triggers.ts";

const JOB = "jobs: {a: {runs-on: ubuntu-latest, steps: [{run: 'true'}]}}";
const workflow = (head: string) => readWorkflow("a.yml", `${head}\n${JOB}\n`);

const repository = { full_name: "acme/app" };
const event = (name: string, parts: Partial<WorkflowEvent> = {}): WorkflowEvent => ({
  name,
  sha: "0".repeat(40),
  ref: "refs/heads/main",
  headRef: "",
  baseRef: "",
  actor: "alice",
  ...parts,
  payload: { repository, ...parts.payload },
});
const pull = (action: string, from = "acme/app", baseRef = "main") =>
  event("pull_request", {
    baseRef,
    ref: "refs/pull/1/merge",
    payload: { action, pull_request: { head: { repo: from === "" ? null : { full_name: from } } } },
  });

describe("what starts a run", () => {
  test.for([
    ["on: push", event("push"), true],
    ["on: [push, pull_request]", pull("opened"), true],
    ["on: push", pull("opened"), false],
    ["on: pull_request", pull("labeled"), false],
    ["on: {pull_request: {types: [labeled]}}", pull("labeled"), true],
    ["on: {pull_request: {types: [labeled]}}", pull("opened"), false],
    ["on: {pull_request: {branches: [main]}}", pull("opened", "acme/app", "release"), false],
    ["on: {push: {branches: [main]}}", event("push", { ref: "refs/heads/topic" }), false],
    ["on: {push: {branches: [main]}}", event("push", { ref: "refs/tags/main" }), false],
    ["on: {push: {tags: ['v*']}}", event("push", { ref: "refs/tags/v1" }), true],
    ["on: {push: {tags: ['v*']}}", event("push"), false],
    [
      "on: {push: {branches: ['release/**', '!release/old/**']}}",
      event("push", { ref: "refs/heads/release/a/b" }),
      true,
    ],
    [
      "on: {push: {branches: ['release/**', '!release/old/**']}}",
      event("push", { ref: "refs/heads/release/old/b" }),
      false,
    ],
    ["on: {push: {branches: ['release/*']}}", event("push", { ref: "refs/heads/release/a/b" }), false],
    ["on: {push: {branches-ignore: [main]}}", event("push"), false],
    ["on: {push: {paths: ['infra/**']}}", event("push"), true],
    ["on: {push: {paths: ['docs/**']}}", event("push"), false],
    ["on: {push: {paths-ignore: ['**/*.yaml']}}", event("push"), false],
    ["on: {merge_group: null}", event("merge_group", { payload: { action: "checks_requested" } }), true],
    ["on: {schedule: [{cron: 1 2 * * *}]}", event("schedule", { payload: { schedule: "1 2 * * *" } }), true],
    ["on: {schedule: [{cron: 1 2 * * *}]}", event("schedule", { payload: { schedule: "3 4 * * *" } }), false],
    ["on: workflow_dispatch", event("workflow_dispatch"), true],
  ] as const)("%s", async ([on, happened, started]) => {
    expect(await isStarted(workflow(on), happened, async () => ["infra/a.yaml"])).toBe(started);
  });
});

describe("what a job has in its hands", () => {
  const asked = workflow(
    "on: pull_request\npermissions: {id-token: write, contents: read, pull-requests: write, checks: none}",
  );
  const all = { token: { contents: "read", pull_requests: "write" }, hasIdentity: true, hasSecrets: true };
  const outside = {
    token: { contents: "read", pull_requests: "read" },
    hasIdentity: false,
    hasSecrets: false,
  };

  test.for([
    ["a pull request of the repository", pull("opened"), all],
    ["a fork's", pull("opened", "mallory/app"), outside],
    ["a deleted fork's", pull("opened", ""), outside],
    ["Dependabot's", { ...pull("opened"), actor: "dependabot[bot]" }, outside],
    ["a schedule that Dependabot's commit has", event("schedule", { actor: "dependabot[bot]" }), all],
  ] as const)("%s", ([, happened, rights]) => {
    expect(rightsOf(asked, asked.jobs.a!, happened)).toEqual(rights);
  });

  test("a job's own permissions take the place of the workflow's, and without any a token only reads", () => {
    const own = { ...asked.jobs.a!, permissions: { checks: "write" } as const };
    expect(rightsOf(asked, own, event("push"))).toMatchObject({
      token: { checks: "write" },
      hasIdentity: false,
    });
    const bare = workflow("on: push");
    expect(rightsOf(bare, bare.jobs.a!, event("push")).token).toEqual({ contents: "read", packages: "read" });
  });

  test.for([
    [event("push"), undefined, "repo:acme/app:ref:refs/heads/main"],
    [pull("closed"), undefined, "repo:acme/app:pull_request"],
    [event("push"), "production", "repo:acme/app:environment:production"],
  ] as const)("its subject", ([happened, environment, subject]) => {
    expect(subjectOf("acme/app", happened, environment)).toBe(subject);
  });
});

describe("what is not played is refused", () => {
  test.for([
    ["on: push\ndefaults: {}", "defaults is not played"],
    ["on: issue_comment", "on.issue_comment: this event is not played"],
    ["on: {push: {authors: [a]}}", "authors is not played"],
    ["on: push\npermissions: write-all", "write-all says less"],
    ["on: push\npermissions: {contents: admin}", "contents: admin"],
    ["on: push\nconcurrency: {group: a, queue: max}", "queue is not played"],
  ] as const)("%s", ([head, message]) => {
    expect(() => workflow(head)).toThrow(message);
  });

  test.for([
    ["{runs-on: [self-hosted, linux], steps: []}", "runs-on is played with one label only"],
    ["{runs-on: ubuntu-latest, strategy: {}, steps: []}", "a strategy without a matrix"],
    ["{runs-on: ubuntu-latest, strategy: {matrix: {a: [1]}, jobs: 3}, steps: []}", "jobs is not played"],
    ["{runs-on: ubuntu-latest, environment: {name: a, url: b}, steps: []}", "url is not played"],
    ["{runs-on: ubuntu-latest, steps: [{run: a, uses: b}]}", "uses or run?"],
    ["{runs-on: ubuntu-latest, steps: [{run: a, shell: pwsh}]}", "shell is not played"],
  ] as const)("the job %s", ([job, message]) => {
    expect(() => readWorkflow("a.yml", `on: push\njobs: {a: ${job}}\n`)).toThrow(message);
  });
});
