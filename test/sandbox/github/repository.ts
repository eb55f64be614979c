import { act, actAll, type Stage } from "./happenings/actors.ts";
import { addCommit, type Push, pushCommit } from "./happenings/branches.ts";
import { eventBuilders } from "./happenings/events.ts";
import { mergeAll } from "./happenings/merge-all.ts";
import { openPull, pushToFork } from "./happenings/open-pull.ts";
import { readPull } from "./happenings/pulls.ts";
import { openQueue } from "./happenings/queue.ts";
import type { CheckRun, Comment, NewRepository, Repository } from "./happenings/story.ts";
import { readFiles, writeCheckout } from "./happenings/working-tree.ts";
import { organization } from "./identities.ts";
import { findPull, pullsOf } from "./state.ts";

export async function createRepository(stage: Stage, options: NewRepository): Promise<Repository> {
  const { name = "app", files = { "README.md": `# ${options.name ?? "app"}\n` } } = options;
  const fullName = `${organization}/${name}`;
  const fields = { name, private: options.private ?? false };
  await act(stage, "alice", "POST", `/orgs/${organization}/repos`, fields);
  await stage.serial(async () => {
    const sha = await addCommit(stage.backend, fullName, undefined, files, "Initial commit", "alice");
    await stage.backend.git.setRef(fullName, "refs/heads/main", sha);
  });
  return openRepository(stage, fullName, "main");
}

function openRepository(stage: Stage, fullName: string, defaultBranch: string): Repository {
  const { backend, serial } = stage;
  const target = { fullName, defaultBranch };
  const pushes = new Map<string, Push>();
  const repos = `/repos/${fullName}`;
  const patchPull = (by: string, number: number, change: object) =>
    act(stage, by, "PATCH", `${repos}/pulls/${number}`, change);
  const tip = async (branch: string): Promise<string> => {
    const sha = await backend.git.ref(fullName, `refs/heads/${branch}`);
    if (sha === undefined) throw new Error(`${fullName} has no branch ${branch}`);
    return sha;
  };
  const push: Repository["push"] = async (branch, files, message, options = {}) => {
    const done = await serial(() => pushCommit(backend, target, branch, files, message, options));
    pushes.set(branch, done);
    return done.after;
  };
  /** Notes the push that a merge is for the base branch. */
  const noting = async (branch: string, by: string, work: () => Promise<string>): Promise<string> => {
    const before = await tip(branch);
    const after = await work();
    pushes.set(branch, { ref: `refs/heads/${branch}`, before, after, pusher: by, forced: false });
    return after;
  };
  const queue = openQueue(stage, fullName);
  return {
    ...target,
    push,
    tip,
    tag: async (name, sha) =>
      void (await act(stage, "alice", "POST", `${repos}/git/refs`, { ref: `refs/tags/${name}`, sha })),
    openPullRequest: (pull) => openPull(stage, target, pull),
    pushToPullRequest(number, files, message, options = {}) {
      const pull = findPull(backend.state, fullName, number);
      if (pull === undefined) throw new Error(`there is no pull request ${fullName}#${number}`);
      if (pull.headRepo !== fullName) return pushToFork(stage, target, number, files, message);
      return push(pull.headRef, files, message, options);
    },
    merge(number, method = "merge", by = "alice") {
      const base = findPull(backend.state, fullName, number)?.baseRef ?? defaultBranch;
      return noting(base, by, async () => {
        const done = await act<{ sha: string }>(stage, by, "PUT", `${repos}/pulls/${number}/merge`, {
          merge_method: method,
        });
        return done.sha;
      });
    },
    mergeTogether: (numbers, by = "alice") =>
      noting(defaultBranch, by, () => mergeAll(stage, fullName, defaultBranch, numbers, by)),
    async deleteBranch(branch) {
      const open = pullsOf(backend.state, fullName).filter((pull) => pull.open && pull.headRef === branch);
      for (const pull of open) await patchPull("alice", pull.number, { state: "closed" });
      await serial(() => backend.git.deleteRef(fullName, `refs/heads/${branch}`));
    },
    close: async (number, by = "alice") => void (await patchPull(by, number, { state: "closed" })),
    reopen: async (number, by = "alice") => void (await patchPull(by, number, { state: "open" })),
    setBase: async (number, base) => void (await patchPull("alice", number, { base })),
    setDraft: async (number, draft) => void (await patchPull("alice", number, { draft })),
    label: async (number, name) =>
      void (await act(stage, "alice", "POST", `${repos}/issues/${number}/labels`, { labels: [name] })),
    unlabel: async (number, name) =>
      void (await act(
        stage,
        "alice",
        "DELETE",
        `${repos}/issues/${number}/labels/${encodeURIComponent(name)}`,
      )),
    async review(number, user, state, commit) {
      const event = { APPROVED: "APPROVE", CHANGES_REQUESTED: "REQUEST_CHANGES", COMMENTED: "COMMENT" }[
        state
      ];
      const body = { event, body: "A review", ...(commit === undefined ? {} : { commit_id: commit }) };
      return (await act<{ id: number }>(stage, user, "POST", `${repos}/pulls/${number}/reviews`, body)).id;
    },
    dismissReview: async (number, review) =>
      void (await act(stage, "alice", "PUT", `${repos}/pulls/${number}/reviews/${review}/dismissals`, {
        message: "No more",
      })),
    comment: async (number, user, body) =>
      (await act<{ id: number }>(stage, user, "POST", `${repos}/issues/${number}/comments`, { body })).id,
    editComment: async (comment, user, body) =>
      void (await act(stage, user, "PATCH", `${repos}/issues/comments/${comment}`, { body })),
    comments: (number) => actAll<Comment>(stage, "alice", `${repos}/issues/${number}/comments`),
    async checkRuns(ref) {
      const found: CheckRun[] = [];
      for (let page = 1; ; page++) {
        const query = `filter=all&per_page=100&page=${page}`;
        const path = `${repos}/commits/${encodeURIComponent(ref)}/check-runs?${query}`;
        const { check_runs: runs } = await act<{ check_runs: CheckRun[] }>(stage, "alice", "GET", path);
        found.push(...runs);
        if (runs.length < 100) return found;
      }
    },
    pull: (number) => serial(() => readPull(backend, fullName, number)),
    files: (ref) => serial(() => readFiles(backend, fullName, ref)),
    checkout: (ref, directory) => serial(() => writeCheckout(backend, fullName, ref, directory)),
    queue: { ...queue, mergeNext: (by) => noting(defaultBranch, by, () => queue.mergeNext(by)) },
    event: eventBuilders(stage, target, (branch) => pushes.get(branch)),
  };
}
