import type { CheckRun, GitHubWriters, ShownContent } from "../ports/github.ts";
import type { Finding } from "../template/model.ts";
import type { Octokit, Repository } from "./client.ts";

/** GitHub's limit for a check run's annotations. */
const ANNOTATIONS_A_REQUEST = 50;

/** Check runs: the record of a review, which only the app that made it can alter. */
export function createChecks({ octokit, owner, repo }: Repository): GitHubWriters["checks"] {
  async function update(id: number, content: ShownContent, annotations: ShownContent["annotations"]) {
    const { data } = await octokit.rest.checks.update({
      owner,
      repo,
      check_run_id: id,
      ...fields(content, annotations),
    });
    return decodeCheckRun(data);
  }

  /** More than 50 annotations go in further requests: each adds to those before. */
  async function addAnnotations(id: number, content: ShownContent): Promise<void> {
    for (
      let start = ANNOTATIONS_A_REQUEST;
      start < content.annotations.length;
      start += ANNOTATIONS_A_REQUEST
    ) {
      await update(id, content, content.annotations.slice(start, start + ANNOTATIONS_A_REQUEST));
    }
  }

  return {
    async create(sha: string, name: string, content: ShownContent) {
      const first = content.annotations.slice(0, ANNOTATIONS_A_REQUEST);
      const { data } = await octokit.rest.checks.create({
        owner,
        repo,
        head_sha: sha,
        name,
        ...fields(content, first),
      });
      await addAnnotations(data.id, content);
      return decodeCheckRun(data);
    },

    async update(id: number, content: ShownContent) {
      const run = await update(id, content, content.annotations.slice(0, ANNOTATIONS_A_REQUEST));
      await addAnnotations(id, content);
      return run;
    },

    list: (sha: string, name?: string) => listCheckRuns({ octokit, owner, repo }, sha, name),
  };
}

/** Every app's, newest first; of any name where none is given. */
export async function listCheckRuns(
  { octokit, owner, repo }: Repository,
  sha: string,
  name?: string,
): Promise<readonly CheckRun[]> {
  const runs = await octokit.paginate(octokit.rest.checks.listForRef, {
    owner,
    repo,
    ref: sha,
    ...(name === undefined ? {} : { check_name: name }),
    filter: "all",
    per_page: 100,
  });
  return runs.map(decodeCheckRun).sort((a, b) => b.id - a.id);
}

function fields(content: ShownContent, annotations: ShownContent["annotations"]) {
  return {
    external_id: content.externalId,
    status: content.status,
    ...(content.conclusion === undefined ? {} : { conclusion: content.conclusion }),
    ...(content.completedAt === undefined
      ? {}
      : { completed_at: new Date(content.completedAt).toISOString().replace(/\.\d{3}Z$/, "Z") }),
    output: {
      title: content.title.slice(0, 255),
      summary: content.summary,
      ...(content.text === undefined ? {} : { text: content.text }),
      annotations: annotations.flatMap(annotation),
    },
  };
}

function annotation({ level, message, location }: Finding) {
  if (location === undefined) return [];
  const levels = { error: "failure", warning: "warning", notice: "notice" } as const;
  return [
    {
      path: location.file,
      start_line: location.line,
      end_line: location.line,
      annotation_level: levels[level],
      message: message.slice(0, 64_000),
    },
  ];
}

type ApiCheckRun = Awaited<ReturnType<Octokit["rest"]["checks"]["get"]>>["data"];

/** GitHub's check run as ours. */
function decodeCheckRun(run: ApiCheckRun) {
  return {
    id: run.id,
    name: run.name,
    headSha: run.head_sha,
    // A check run without an app cannot be ours: 0 is nobody's id.
    appId: run.app?.id ?? 0,
    externalId: run.external_id ?? "",
    status: run.status === "completed" ? ("completed" as const) : ("in_progress" as const),
    ...(run.conclusion === null ? {} : { conclusion: run.conclusion }),
    startedAt: Date.parse(run.started_at ?? "") || 0,
    completedAt: Date.parse(run.completed_at ?? "") || 0,
    title: run.output.title ?? "",
    text: run.output.text ?? "",
    url: run.html_url ?? run.details_url ?? "",
  };
}
