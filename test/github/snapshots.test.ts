import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Repository } from "../../src/github/client.ts";
import { createSnapshots } from "../../src/github/snapshots.ts";
import { gitBlob } from "../../src/pack/gitBlob.ts";
import { type Fixture, openFixture } from "./fixture.ts";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture[Symbol.asyncDispose]());

const FILES = {
  "a.json": "{}",
  "cfn/b.json": "b",
  "cfn/deep/c.txt": "ü\r\n",
  ".github/workflows/x.yml": "x",
};
const blobOf = (text: string) => gitBlob(Buffer.byteLength(text)).update(text).digest("hex");

test("a commit's tree is one request: files by git's own ids, folders too", async () => {
  const repository = await fixture.repository(FILES);
  const { snapshots, pulls } = fixture.connect(repository);
  const sha = await repository.tip("main");
  const before = fixture.github.requests.length;
  const tree = await snapshots.at(sha);
  expect(Object.fromEntries(tree?.files ?? [])).toEqual(
    Object.fromEntries(Object.entries(FILES).map(([path, text]) => [path, blobOf(text)])),
  );
  expect(await tree?.id("cfn/deep/c.txt")).toBe(blobOf("ü\r\n"));
  const folder = await tree?.id("cfn/deep");
  expect(fixture.github.requests.length - before).toBe(1);
  expect(folder).toMatch(/^[0-9a-f]{40}$/);
  expect(folder).toBe(await pulls.tree(sha, "cfn/deep"));
  expect(await snapshots.text(blobOf("ü\r\n"))).toBe("ü\r\n");
});

test.for(["none.json", "cfn/none", "a.json/x", "cfn/deep/c.txt/x", "", "cfn/"])(
  "there is nothing at %j",
  async (path) => {
    const repository = await fixture.repository(FILES);
    const tree = await fixture.connect(repository).snapshots.at(await repository.tip("main"));
    expect(await tree?.id(path)).toBeUndefined();
  },
);

test("a commit that GitHub does not have is none", async () => {
  const repository = await fixture.repository(FILES);
  expect(await fixture.connect(repository).snapshots.at("f".repeat(40))).toBeUndefined();
});

test("more check runs than a page has, every name's and app's, newest first", async () => {
  const repository = await fixture.repository(FILES);
  const sha = await repository.tip("main");
  const ours = fixture.connect(repository);
  const token = fixture.github.token({ app: "other-app", permissions: { checks: "write" } });
  const content = {
    externalId: "",
    status: "completed",
    conclusion: "success",
    title: "t",
    summary: "s",
  } as const;
  for (let n = 0; n < 104; n++)
    await ours.checks.create(sha, `check ${n % 60}`, { ...content, text: `text ${n}`, annotations: [] });
  await fixture.connect(repository, token).checks.create(sha, "theirs", { ...content, annotations: [] });
  const runs = await ours.snapshots.checkRuns(sha);
  expect(runs).toHaveLength(105);
  expect(runs[0]).toMatchObject({ name: "theirs", appId: 424242, headSha: sha, text: "" });
  expect(runs.slice(1).map(({ text }) => text)).toEqual(
    Array.from({ length: 104 }, (_, n) => `text ${103 - n}`),
  );
  expect(new Set(runs.slice(1).map(({ appId }) => appId))).toEqual(new Set([15368]));
});

/** GitHub's answer where a tree is more than it lists at once: these folders, by their ids, one at a time. */
function truncated(folders: Readonly<Record<string, readonly (readonly [string, string, string])[]>>) {
  const asked: string[] = [];
  const getTree = async ({ tree_sha, recursive }: { tree_sha: string; recursive?: string }) => {
    asked.push(`${tree_sha}${recursive === undefined ? "" : " whole"}`);
    const entries = folders[tree_sha];
    if (entries === undefined) throw Object.assign(new Error("Not Found"), { status: 404 });
    const tree = entries.map(([path, sha, type]) => ({ path, sha, type }));
    return {
      data: { tree: recursive === undefined ? tree : tree.slice(0, 1), truncated: recursive !== undefined },
    };
  };
  const octokit = { rest: { git: { getTree } } };
  return {
    asked,
    snapshots: createSnapshots({ octokit, owner: "acme", repo: "app" } as unknown as Repository),
  };
}

describe("a tree that is too large for one answer", () => {
  const folders = {
    commit: [
      ["a.json", "1", "blob"],
      ["cfn", "tree-cfn", "tree"],
      ["library", "other-commit", "commit"],
    ],
    "tree-cfn": [
      ["b.json", "2", "blob"],
      ["deep", "tree-deep", "tree"],
    ],
    "tree-deep": [["c.txt", "3", "blob"]],
  } as const;

  test("is walked folder by folder, each once", async () => {
    const { asked, snapshots } = truncated(folders);
    const tree = await snapshots.at("commit");
    expect(tree?.files).toBeUndefined();
    const paths = ["a.json", "cfn/b.json", "cfn/deep/c.txt", "cfn/deep", "cfn/none", "none/x"];
    expect(await Promise.all(paths.map((path) => tree?.id(path)))).toEqual([
      "1",
      "2",
      "3",
      "tree-deep",
      undefined,
      undefined,
    ]);
    expect(asked.toSorted()).toEqual(["commit", "commit whole", "tree-cfn", "tree-deep"]);
  });

  test("a path through a file, or into another repository, leads nowhere", async () => {
    const { snapshots } = truncated(folders);
    const tree = await snapshots.at("commit");
    for (const path of ["a.json/x", "library/x", "", "cfn/"])
      expect(await tree?.id(path), path).toBeUndefined();
  });
});

test("another repository's commit in a tree is no file", async () => {
  const getTree = async () => ({
    data: {
      truncated: false,
      tree: [
        { path: "deployments/x.yaml", sha: "1", type: "commit" },
        { path: "deployments/y.yaml", sha: "2", type: "blob" },
      ],
    },
  });
  const octokit = { rest: { git: { getTree } } };
  const snapshots = createSnapshots({ octokit, owner: "acme", repo: "app" } as unknown as Repository);
  const tree = await snapshots.at("commit");
  expect([...(tree?.files ?? [])]).toEqual([["deployments/y.yaml", "2"]]);
  expect(await tree?.id("deployments/x.yaml")).toBe("1");
});
