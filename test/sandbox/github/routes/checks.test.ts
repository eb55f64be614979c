import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Repository } from "../happenings/story.ts";
import { type jobPermissions, readOnlyPermissions } from "../identities.ts";
import { place, refusal, startTestbed, type Testbed } from "../testbed.ts";

let bed: Testbed;
let repository: Repository;
let head_sha: string;
beforeAll(async () => {
  bed = await startTestbed();
});
afterAll(() => bed.github.close());

const name = "aurora-deploy / app (us-east-1)";
const output = { title: "1 add", summary: "One **add**" };

async function freshHead(): Promise<void> {
  repository = await bed.repository();
  const number = await repository.openPullRequest({ head: "one", files: { a: "1\n" } });
  head_sha = ((await repository.pull(number)) as { head: { sha: string } }).head.sha;
}

describe("check runs", () => {
  beforeAll(freshHead);

  it("belong to the app of the token and keep the digest", async () => {
    const { rest } = bed.octokit();
    const made = await rest.checks.create({
      ...place(repository),
      name,
      head_sha,
      external_id: "d1",
      conclusion: "success",
      output,
    });
    expect(made.data).toMatchObject({
      status: "completed",
      conclusion: "success",
      external_id: "d1",
      app: { id: 15368, slug: "github-actions" },
      output: { ...output, annotations_count: 0 },
      html_url: `${bed.github.url}/${repository.fullName}/runs/${made.data.id}`,
      pull_requests: [{ head: { sha: head_sha } }],
    });
    expect(made.data.completed_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const got = await rest.checks.get({ ...place(repository), check_run_id: made.data.id });
    expect(got.data).toMatchObject({ id: made.data.id, app: { slug: "github-actions" }, output });
  });

  it("are only changed by the app that made them", async () => {
    const { rest } = bed.octokit();
    const other = bed.octokit(bed.github.token({ app: "other-app" })).rest;
    const { id } = (await rest.checks.create({ ...place(repository), name, head_sha, status: "in_progress" }))
      .data;
    const forged = other.checks.update({ ...place(repository), check_run_id: id, external_id: "forged" });
    expect(await refusal(forged)).toMatchObject({
      status: 403,
      message: expect.stringContaining("only be modified by"),
    });
    const person = bed.octokit(bed.github.userToken("alice")).rest;
    const byHand = person.checks.create({ ...place(repository), name, head_sha });
    expect(await refusal(byHand)).toMatchObject({ status: 403 });
    const got = await rest.checks.get({ ...place(repository), check_run_id: id });
    expect(got.data).toMatchObject({ external_id: "", status: "in_progress", conclusion: null });
    const done = await rest.checks.update({ ...place(repository), check_run_id: id, conclusion: "failure" });
    expect(done.data).toMatchObject({ status: "completed", conclusion: "failure" });
  });

  it("are written by no token without checks: write", async () => {
    const create = (permissions: typeof jobPermissions) =>
      bed
        .octokit(bed.github.token({ permissions }))
        .rest.checks.create({ ...place(repository), name, head_sha });
    const message = expect.stringContaining("Resource not accessible by integration");
    expect(await refusal(create(readOnlyPermissions))).toMatchObject({ status: 403, message });
    expect(await refusal(create({ contents: "write" }))).toMatchObject({ status: 403, message });
  });

  it("are listed by app and name, the newest first, in pages", async () => {
    await freshHead();
    const ours = bed.octokit().rest;
    const other = bed.octokit(bed.github.token({ app: "other-app" })).rest;
    const ids: number[] = [];
    for (let n = 0; n < 35; n++)
      ids.push((await ours.checks.create({ ...place(repository), name, head_sha })).data.id);
    const foreign = (
      await other.checks.create({ ...place(repository), name, head_sha, external_id: "forged" })
    ).data.id;
    const list = async (query: object) => {
      const { data } = await ours.checks.listForRef({
        ...place(repository),
        ref: head_sha,
        check_name: name,
        ...query,
      });
      return { total: data.total_count, ids: data.check_runs.map((run) => run.id) };
    };
    expect(await list({ filter: "latest" })).toEqual({ total: 2, ids: [foreign, ids.at(-1)] });
    const pages = [await list({ filter: "all" }), await list({ filter: "all", page: 2 })];
    expect(pages.map((page) => page.ids.length)).toEqual([30, 6]);
    expect(pages.flatMap((page) => page.ids)).toEqual([foreign, ...ids.toReversed()]);
    expect(await list({ filter: "all", app_id: 15368 })).toMatchObject({ total: 35 });
    expect(await list({ check_name: "another" })).toEqual({ total: 0, ids: [] });
    const all = await ours.checks.listForRef.endpoint.merge({
      ...place(repository),
      ref: head_sha,
      filter: "all",
    });
    expect(await bed.octokit().paginate(all as never)).toHaveLength(36);
  });
});

describe("a check run's output", () => {
  beforeAll(freshHead);
  const create = (shown: object) =>
    bed.octokit().rest.checks.create({ ...place(repository), name, head_sha, output: shown as never });
  const annotation = {
    path: "stack.json",
    start_line: 1,
    end_line: 1,
    annotation_level: "warning",
    message: "m",
  };

  it.each([
    ["65,535 characters of summary", { title: "t", summary: "x".repeat(65_535) }],
    ["65,535 characters of text", { ...output, text: "x".repeat(65_535) }],
    ["50 annotations", { ...output, annotations: Array(50).fill(annotation) }],
  ])("may have %s", async (_, shown) => expect((await create(shown)).status).toBe(201));

  it.each([
    [
      "65,536 characters",
      { title: "t", summary: "x".repeat(65_536) },
      "Only 65535 characters are allowed; 65536 were",
    ],
    [
      "65,536 characters of text",
      { ...output, text: "x".repeat(65_536) },
      "Only 65535 characters are allowed",
    ],
    ["more bytes than 65,535", { title: "t", summary: "é".repeat(40_000) }, "maximum bytesize of 65535"],
    ["51 annotations", { ...output, annotations: Array(51).fill(annotation) }, "No more than 50 items"],
    ["no title", { summary: "s" }, '"title" wasn\'t supplied'],
    [
      "an unknown level",
      { ...output, annotations: [{ ...annotation, annotation_level: "error" }] },
      "annotation_level",
    ],
  ])("may not have %s", async (_, shown, message) => {
    expect(await refusal(create(shown))).toMatchObject({
      status: 422,
      message: expect.stringContaining(message),
    });
  });

  it("gathers the annotations of every update", async () => {
    const { rest } = bed.octokit();
    const { id } = (await create({ ...output, annotations: Array(50).fill(annotation) })).data;
    const more = {
      ...output,
      annotations: [{ ...annotation, title: "Last", start_line: 9, end_line: 9 }] as never,
    };
    const updated = await rest.checks.update({ ...place(repository), check_run_id: id, output: more });
    expect(updated.data.output.annotations_count).toBe(51);
    const listed = await rest.checks.listAnnotations({
      ...place(repository),
      check_run_id: id,
      per_page: 50,
      page: 2,
    });
    expect(listed.data).toMatchObject([{ title: "Last", start_line: 9, path: "stack.json" }]);
  });

  it("is for commits that exist", async () => {
    const made = bed.octokit().rest.checks.create({ ...place(repository), name, head_sha: "e".repeat(40) });
    expect(await refusal(made)).toMatchObject({
      status: 422,
      message: expect.stringContaining("No commit found"),
    });
  });
});
