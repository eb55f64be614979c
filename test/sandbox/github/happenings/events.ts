import type { Stage } from "./actors.ts";
import { noCommit, type Push } from "./branches.ts";
import {
  type Json,
  mergeGroupEvent,
  pullContext,
  pushEvent,
  surroundings,
  tip,
  type WorkflowEvent,
} from "./payloads.ts";
import { readPull } from "./pulls.ts";
import type { MergeGroup } from "./queue.ts";

interface PullEventOptions {
  readonly sender?: string;
  /** Fields of the action: `label` for labeled, `changes` for edited, `before` and `after` for synchronize. */
  readonly extra?: Json;
}

export interface EventBuilders {
  pullRequest(number: number, action: string, options?: PullEventOptions): Promise<WorkflowEvent>;
  pullRequestTarget(number: number, action: string, options?: PullEventOptions): Promise<WorkflowEvent>;
  /** The last push to the branch (a merge is one), or the one given. */
  push(branch: string, push?: Push): Promise<WorkflowEvent>;
  pushTag(tag: string, sha: string): Promise<WorkflowEvent>;
  mergeGroup(group: MergeGroup): Promise<WorkflowEvent>;
  workflowDispatch(inputs?: Json, branch?: string): Promise<WorkflowEvent>;
  repositoryDispatch(eventType: string, clientPayload?: Json): Promise<WorkflowEvent>;
  schedule(cron?: string): Promise<WorkflowEvent>;
}

interface Target {
  readonly fullName: string;
  readonly defaultBranch: string;
}

export function eventBuilders(
  stage: Stage,
  repo: Target,
  lastPush: (branch: string) => Push | undefined,
): EventBuilders {
  const { backend } = stage;
  const { fullName, defaultBranch } = repo;
  const onBranch = async (name: string, branch: string, fields: Json): Promise<WorkflowEvent> => ({
    name,
    payload: { ...fields, ...(await surroundings(backend, fullName, "alice")) },
    sha: await tip(backend, fullName, branch),
    ref: `refs/heads/${branch}`,
    headRef: "",
    baseRef: "",
    actor: "alice",
  });
  const pullEvent = async (name: string, number: number, action: string, options: PullEventOptions) => {
    const { sender = "alice", extra = {} } = options;
    const pull = await readPull(backend, fullName, number);
    const payload = {
      action,
      number,
      pull_request: pull,
      ...extra,
      ...(await surroundings(backend, fullName, sender)),
    };
    return { name, payload, ...(await pullContext(backend, fullName, number, name)), actor: sender };
  };
  return {
    pullRequest: (number, action, options = {}) =>
      stage.serial(() => pullEvent("pull_request", number, action, options)),
    pullRequestTarget: (number, action, options = {}) =>
      stage.serial(() => pullEvent("pull_request_target", number, action, options)),
    push: (branch, given) =>
      stage.serial(async () => {
        const push = given ?? lastPush(branch);
        if (push === undefined) throw new Error(`nothing was pushed to ${branch} of ${fullName}`);
        return pushEvent(backend, fullName, push);
      }),
    pushTag: (tag, sha) =>
      stage.serial(() => {
        const push = {
          ref: `refs/tags/${tag}`,
          before: noCommit,
          after: sha,
          pusher: "alice",
          forced: false,
        };
        return pushEvent(backend, fullName, push);
      }),
    mergeGroup: (group) => stage.serial(() => mergeGroupEvent(backend, fullName, group)),
    workflowDispatch: (inputs = {}, branch = defaultBranch) =>
      stage.serial(() => {
        const workflow = ".github/workflows/deploy.yml";
        return onBranch("workflow_dispatch", branch, { inputs, ref: `refs/heads/${branch}`, workflow });
      }),
    repositoryDispatch: (eventType, clientPayload = {}) =>
      stage.serial(() => {
        const fields = { action: eventType, branch: defaultBranch, client_payload: clientPayload };
        return onBranch("repository_dispatch", defaultBranch, fields);
      }),
    schedule: (cron = "0 6 * * *") =>
      stage.serial(() => onBranch("schedule", defaultBranch, { schedule: cron })),
  };
}
