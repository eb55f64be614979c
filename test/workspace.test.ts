import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorkspace } from "../src/workspace.ts";

let root: string;
let files: ReturnType<typeof openWorkspace>;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "workspace-"));
  const [workspace, action, temp] = ["work", "action", "temp"].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  await mkdir(join(workspace, "infra"), { recursive: true });
  await mkdir(join(action, "templates"), { recursive: true });
  await mkdir(temp);
  await writeFile(join(root, "secret.json"), "secret");
  await mkdir(join(root, "work-too"));
  await writeFile(join(root, "work-too", "stack.json"), "secret");
  await writeFile(join(workspace, "infra", "stack.json"), "{}");
  await writeFile(join(workspace, "..dots.json"), "dots");
  await writeFile(join(action, "templates", "aurora-postgresql.json"), "bundled");
  await symlink(join(workspace, "infra", "stack.json"), join(workspace, "inside.json"));
  await symlink(join(root, "secret.json"), join(workspace, "outside.json"));
  await symlink("../../secret.json", join(workspace, "infra", "relative.json"));
  await symlink(root, join(workspace, "up"));
  await symlink("loop.json", join(workspace, "loop.json"));
  await symlink("nowhere.json", join(workspace, "dangling.json"));
  execFileSync("mkfifo", [join(workspace, "fifo.json")]);
  await writeFile(join(workspace, "huge.json"), "");
  await truncate(join(workspace, "huge.json"), 10_000_001);
  await writeFile(join(workspace, "large.json"), "");
  await truncate(join(workspace, "large.json"), 10_000_000);
  files = openWorkspace({ workspace, action, temp });
});

afterAll(() => rm(root, { recursive: true }));

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("reads files of the checkout", () => {
  test.for<readonly [string, string]>([
    ["infra/stack.json", "{}"],
    ["./infra/../infra/stack.json", "{}"],
    ["inside.json", "{}"],
    ["..dots.json", "dots"],
    ["up/work/infra/stack.json", "{}"],
  ])("%s", async ([path, content]) => {
    expect(text(await files.read(path))).toBe(content);
  });

  test("by an absolute path that stays inside", async () => {
    expect(text(await files.read(join(root, "work", "infra", "stack.json")))).toBe("{}");
  });

  test("of ten million bytes", async () => {
    expect((await files.read("large.json")).length).toBe(10_000_000);
  });
});

describe("refuses everything else, by the path as it was given", () => {
  test.for<readonly [string, RegExp]>([
    ["../secret.json", /^\.\.\/secret\.json leads out of the workspace/],
    ["infra/../../secret.json", /leads out of the workspace/],
    ["..", /leads out of the workspace/],
    ["/etc/passwd", /^\/etc\/passwd leads out of the workspace/],
    ["../work-too/stack.json", /leads out of the workspace/],
    ["outside.json", /leads out of the workspace/],
    ["infra/relative.json", /leads out of the workspace/],
    ["up/secret.json", /leads out of the workspace/],
    ["infra", /^infra is a directory, not a file/],
    [".", /is a directory, not a file/],
    ["", /is a directory, not a file/],
    ["fifo.json", /^fifo\.json is not a regular file/],
    ["missing.json", /^missing\.json does not exist in the workspace/],
    ["infra/stack.json/more", /does not exist in the workspace/],
    ["dangling.json", /does not exist in the workspace/],
    ["loop.json", /does not exist in the workspace/],
    ["a\0b.json", /does not exist in the workspace/],
    [`${"x".repeat(5_000)}.json`, /does not exist in the workspace/],
    ["huge.json", /^huge\.json has 10,000,001 bytes, more than any CloudFormation template may have/],
  ])("%j", async ([path, message]) => {
    await expect(files.read(path)).rejects.toMatchObject({
      name: "ActionError",
      reasonCode: "invalid-input",
      message: expect.stringMatching(message),
    });
  });
});

describe("finds the files of globs", () => {
  test.for<readonly [readonly string[], readonly string[]]>([
    [["d/**"], ["d/a.yaml", "d/dangling.yaml", "d/deep/er/b.json", "d/link.yaml", "d/out.yaml"]],
    [
      ["d/*.yaml", "!d/{out,dangling}.yaml"],
      ["d/a.yaml", "d/link.yaml"],
    ],
    [
      ["./d/deep/**", "d/a.*"],
      ["d/a.yaml", "d/deep/er/b.json"],
    ],
    [["d/.dot/*"], ["d/.dot/c.yaml"]],
    [["d/.*.yaml"], ["d/.hidden.yaml"]],
    [["**/er/*"], ["d/deep/er/b.json"]],
    [["d/linked/**", "d/node_modules/**", "d/.git/**", "none/**", "../secret.json"], []],
    [["!d/a.yaml"], []],
  ])("%j", async ([globs, found]) => {
    const work = join(root, "work", "d");
    for (const folder of ["deep/er", ".dot", "node_modules/x", ".git"])
      await mkdir(join(work, folder), { recursive: true });
    for (const path of [
      "a.yaml",
      "deep/er/b.json",
      ".dot/c.yaml",
      ".hidden.yaml",
      "node_modules/x/d.yaml",
      ".git/e",
    ])
      await writeFile(join(work, path), "");
    await symlink("a.yaml", join(work, "link.yaml"));
    await symlink("nowhere.yaml", join(work, "dangling.yaml"));
    await symlink("../../secret.json", join(work, "out.yaml"));
    await symlink("deep", join(work, "linked"));
    try {
      expect(await files.find(globs)).toEqual(found);
    } finally {
      await rm(work, { recursive: true });
    }
  });
});

test("what was read and what was not is of one look at the files", async () => {
  const look = files.afresh();
  await look.read("infra/stack.json");
  await look.read("inside.json");
  for (const path of ["missing.json", "outside.json", "huge.json", "infra"])
    await expect(look.read(path)).rejects.toThrow();
  const as = { takes: "zip", limit: { bytes: 1_000, of: "contents", service: "AWS Lambda" } } as const;
  await expect(look.pack("nowhere", as)).rejects.toThrow();
  await look.pack("infra", as).catch(() => undefined);
  expect(look.sources().map(({ path, isLinked }) => [path, isLinked])).toEqual([
    ["infra/stack.json", false],
    ["inside.json", true],
  ]);
  expect(look.unread()).toEqual(["missing.json", "outside.json", "huge.json", "infra", "nowhere"]);
  expect(look.afresh().sources()).toEqual([]);
  expect(look.afresh().unread()).toEqual([]);
});

test("a bundled template comes from the action's own folder", async () => {
  expect(text(await files.readBundled("aurora-postgresql"))).toBe("bundled");
});

test("the rendered template is written beside the workspace, twice if need be", async () => {
  const path = await files.writeRendered("app", "{}");
  expect(await files.writeRendered("app", '{"a":1}')).toBe(path);
  expect(path).toBe(join(root, "temp", "aurora-deploy-action", "app.json"));
  expect(await readFile(path, "utf8")).toBe('{"a":1}');
});
