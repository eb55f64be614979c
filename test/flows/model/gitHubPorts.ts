import { createHash } from "node:crypto";
import type { CheckRun, Checks, Comments, PullRequest, Pulls } from "../../../src/ports/github.ts";
import { changedKeys, fileOf, TEMPLATE, templateOf } from "./content.ts";
import {
  branchCommits,
  contentOf,
  type GitHubModel,
  type ModelRun,
  mainline,
  mergeBase,
  type Pull,
  reachable,
  seconds,
  tipOf,
} from "./gitHub.ts";

export interface GitHubPorts {
  readonly pulls: Pulls;
  readonly checks: Checks;
  readonly comments: Comments;
}

/** Is told each call, by `pulls.get`, and does it; may throw instead. */
export type AroundCall = <T>(call: string, work: () => T) => Promise<T>;

/** The ports over the model. `made` is told each check run. */
export function portsOf(
  model: GitHubModel,
  appId: number,
  around: AroundCall = async (_, work) => work(),
  made: (run: CheckRun) => void = () => undefined,
): GitHubPorts {
  return {
    pulls: pullsPort(model, around),
    checks: checksPort(model, appId, around, made),
    comments: commentsPort(model, around),
  };
}

/** Git's id of a file's content. */
export function blobOf(content: string): string {
  return createHash("sha1")
    .update(`blob ${Buffer.byteLength(content)}\0${content}`)
    .digest("hex");
}

function pullOf(pull: Pull): PullRequest {
  return {
    number: pull.number,
    headSha: pull.headSha,
    baseRef: pull.base,
    open: pull.open,
    merged: pull.merged,
    ...(pull.mergedAt === undefined ? {} : { mergedAt: pull.mergedAt }),
    ...(pull.mergeSha === undefined ? {} : { mergeCommitSha: pull.mergeSha }),
    author: "alice",
    labels: [...pull.labels],
    draft: false,
    fromFork: false,
    url: `https://github.test/acme/app/pull/${pull.number}`,
  };
}

function pullsPort(model: GitHubModel, around: AroundCall): Pulls {
  const wanted = (number: number): Pull => {
    const pull = model.pulls.find((candidate) => candidate.number === number);
    if (pull === undefined) throw new Error(`there is no #${number}`);
    return pull;
  };
  /** The index lags behind a merge. */
  const isLate = (sha: string): boolean => {
    if (model.lag === 0 || sha !== model.main) return false;
    model.lag -= 1;
    return true;
  };
  return {
    get: (number) => around("pulls.get", () => pullOf(wanted(number))),
    containing: (sha) =>
      around("pulls.containing", () => {
        const onMain = reachable(model, model.main).has(sha);
        if (onMain && isLate(sha)) return [];
        return model.pulls
          .filter((pull) =>
            onMain
              ? pull.merged && [...pull.landed, ...branchCommits(model, pull)].includes(sha)
              : pull.open && branchCommits(model, pull).includes(sha),
          )
          .map(pullOf);
      }),
    commitsBetween: (base, head) =>
      around("pulls.commitsBetween", () => {
        const without = reachable(model, tipOf(model, base));
        return [...reachable(model, tipOf(model, head))].filter((sha) => !without.has(sha)).reverse();
      }),
    ancestors: (sha, limit) => around("pulls.ancestors", () => mainline(model, sha).slice(1, limit + 1)),
    parents: (sha) => around("pulls.parents", () => model.commits.get(sha)?.parents),
    mergeBase: (base, head) =>
      around("pulls.mergeBase", () => mergeBase(model, tipOf(model, base), tipOf(model, head))),
    touched: (sha) =>
      around("pulls.touched", () => {
        const [parent = ""] = model.commits.get(sha)?.parents ?? [];
        const keys = changedKeys(contentOf(model, parent), contentOf(model, sha));
        return [...new Set(keys.map(fileOf))];
      }),
    blob: (sha, path) =>
      around("pulls.blob", () =>
        path === TEMPLATE && model.commits.has(sha) ? blobOf(templateOf(contentOf(model, sha))) : undefined,
      ),
    // No deploy of the model packs a folder.
    tree: () => around("pulls.tree", () => undefined),
    reviews: (number) => around("pulls.reviews", () => [...wanted(number).approvals]),
    open: () => around("pulls.open", () => model.pulls.filter((pull) => pull.open).map(pullOf)),
    mergedInto: (branch) =>
      around("pulls.mergedInto", () => {
        const late = isLate(model.main);
        return model.pulls
          .filter((pull) => pull.merged && pull.base === branch && !(late && pull.mergeSha === model.main))
          .map(pullOf);
      }),
    queued: () => around("pulls.queued", () => model.queue),
  };
}

function checksPort(
  model: GitHubModel,
  appId: number,
  around: AroundCall,
  made: (run: CheckRun) => void,
): Checks {
  return {
    create: (sha, name, content) =>
      around("checks.create", () => {
        const id = model.runs.length + 1;
        const run = runOf(model, { id, name, headSha: sha, appId, startedAt: seconds(model.now()) }, content);
        model.runs.push(run);
        made(run);
        return run;
      }),
    update: (id, content) =>
      around("checks.update", () => {
        const index = model.runs.findIndex((run) => run.id === id);
        const old = model.runs[index];
        if (old === undefined || old.appId !== appId) throw new Error(`check run ${id} is not ours`);
        const run = runOf(model, old, content);
        model.runs[index] = run;
        return run;
      }),
    list: (sha, name) =>
      around("checks.list", () =>
        model.runs
          .filter((run) => run.headSha === sha && (name === undefined || run.name === name))
          .reverse(),
      ),
  };
}

type RunIdentity = Pick<CheckRun, "id" | "name" | "headSha" | "appId" | "startedAt">;

function runOf(
  model: GitHubModel,
  { id, name, headSha, appId, startedAt }: RunIdentity,
  content: ModelRun["content"],
): ModelRun {
  const isCompleted = content.status === "completed";
  return {
    ...{ id, name, headSha, appId, startedAt, content },
    externalId: content.externalId,
    status: content.status,
    ...(content.conclusion === undefined ? {} : { conclusion: content.conclusion }),
    completedAt: isCompleted ? (content.completedAt ?? seconds(model.now())) : 0,
    title: content.title,
    text: content.text ?? "",
    url: `https://github.test/acme/app/runs/${id}`,
  };
}

function commentsPort(model: GitHubModel, around: AroundCall): Comments {
  const show = ({ id, body }: { id: number; body: string }) => ({
    id,
    body,
    url: `https://github.test/c/${id}`,
  });
  const listed = (pull: number) => model.comments.filter((one) => one.pull === pull).map(show);
  const make = (pull: number, body: string) => {
    const made = { id: (model.comments.at(-1)?.id ?? 0) + 1, pull, body };
    model.comments.push(made);
    return made;
  };
  return {
    upsert: (pull, marker, render) =>
      around("comments.upsert", () => {
        const beside = listed(pull);
        const present = model.comments.find((one) => one.pull === pull && one.body.startsWith(marker));
        const body = render(present?.body);
        if (body === undefined) return present && { ...show(present), beside, isCurrent: true };
        if (present !== undefined) {
          present.body = body;
          return { ...show(present), beside, isCurrent: false };
        }
        const made = make(pull, body);
        return { ...show(made), beside: listed(pull), isCurrent: true };
      }),
    list: (pull) => around("comments.list", () => listed(pull)),
    write: ({ pullRequest, id }, _marker, body) =>
      around("comments.write", () => {
        if (id === undefined) make(pullRequest, body);
        for (const one of model.comments) if (one.id === id) one.body = body;
      }),
    remove: (id) =>
      around("comments.remove", () => {
        model.comments.splice(0, Infinity, ...model.comments.filter((one) => one.id !== id));
      }),
  };
}
