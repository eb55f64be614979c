import { execFileSync } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { runAction } from "../sandbox/runner/run-action.ts";
import { temporaryDirectory } from "../sandbox/runner/temp.ts";
import { readParameterSet } from "../templates/template.ts";

const root = join(import.meta.dirname, "../..");

/**
 * What GitHub packs of a commit, and a runner downloads and unpacks before every run of the action: the commit, without
 * what `.gitattributes` leaves out. Those of the working tree count, so that a change of them is seen before it is committed.
 */
function archive(): Buffer {
  return execFileSync("git", ["archive", "--worktree-attributes", "--format=tar", "HEAD"], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  });
}

describe("the archive that a run downloads", () => {
  let packed: Buffer;
  let action: string;
  beforeAll(async () => {
    packed = archive();
    action = await temporaryDirectory("action");
    execFileSync("tar", ["-xf", "-", "-C", action], { input: packed });
  });

  test("holds what runs, and what says what it is", async () => {
    expect((await readdir(action)).sort()).toEqual([
      "LICENSE",
      "README.md",
      "action.yml",
      "dist",
      "templates",
    ]);
  });

  test("holds every chunk of the bundle: a run loads them when it needs them", async () => {
    const committed = execFileSync("git", ["ls-tree", "--name-only", "HEAD:dist"], {
      cwd: root,
      encoding: "utf8",
    });
    expect((await readdir(join(action, "dist"))).sort()).toEqual(committed.trim().split("\n").sort());
  });

  test("is small", () => {
    // Nearly all of it is dist/, which every run downloads. Without .gitattributes it would be four times as much.
    expect(gzipSync(packed).length).toBeLessThan(900_000);
  });

  /** Runs `mode: render` with the unpacked archive alone: the job has nothing else of this repository. */
  async function render(inputs: Readonly<Record<string, string>>, files: Readonly<Record<string, string>>) {
    const workspace = await temporaryDirectory("workspace");
    for (const [name, text] of Object.entries(files)) await writeFile(join(workspace, name), text);
    const run = await runAction({
      bundle: join(action, "dist/index.js"),
      actionFile: join(action, "action.yml"),
      event: {
        name: "push",
        payload: { after: "a".repeat(40) },
        sha: "a".repeat(40),
        ref: "refs/heads/main",
      },
      // Rendering asks nobody.
      github: { url: "http://127.0.0.1:9", token: "none", repository: "acme/app", runId: 1 },
      aws: { credentials: null },
      inputs: { mode: "render", "stack-name": "app", ...inputs },
      workspace,
    });
    expect(run).toMatchObject({ exitCode: 0, problems: [], outputs: { "deploy-result": "rendered" } });
    return JSON.parse(await readFile(run.outputs["rendered-template"] ?? "", "utf8"));
  }

  test("renders the bundled template", async () => {
    const parameters = JSON.stringify(readParameterSet("production"));
    const rendered = await render({ template: "aurora-postgresql", parameters }, {});
    const own = JSON.parse(await readFile(join(root, "templates/aurora-postgresql.json"), "utf8"));
    expect(rendered).toEqual(own);
  });

  test("renders a template of the workspace", async () => {
    const template = "Resources:\n  Queue: {Type: AWS::SQS::Queue}\n";
    expect(await render({ template: "queue.yaml" }, { "queue.yaml": template })).toEqual({
      Resources: { Queue: { Type: "AWS::SQS::Queue" } },
    });
  });
});
