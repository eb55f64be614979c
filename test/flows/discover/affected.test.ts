import { describe, expect, test } from "vitest";
import type { Items } from "../../../src/changes/items/model.ts";
import { ActionError } from "../../../src/errors.ts";
import type { Since } from "../../../src/plan.ts";
import type { Checks } from "../../../src/ports/github.ts";
import { jobOf, queueItems, record } from "../world.ts";
import { group, OURS, openRepository, push, type Repository, stacksIn } from "./repository.ts";
import { deployment, EVERY_KIND, nesting, topic } from "./stacks.ts";

const ALL = ["crlf", "given", "include", "nested", "packed", "plain"];

async function affected(repository: Repository, since: Since, options = {}): Promise<readonly string[]> {
  return stacksIn((await repository.discover(since, options)).matrix).toSorted();
}

const pull = (headSha: string, baseRef = "main"): Since => ({
  kind: "pull-request",
  audience: { kind: "pull-request", number: 7, headSha, labels: [], baseRef, deployBranch: "main" },
});

type Change = Parameters<Repository["commit"]>[0];

describe("a change of", () => {
  test.for<readonly [string, Change, readonly string[]]>([
    ["nothing that is rendered", { "README.md": "# Other\n", "deployments/README.md": "x" }, []],
    [
      "a deployment file",
      { "deployments/plain.yaml": deployment("cfn/plain.json", "plain", "\n") },
      ["plain"],
    ],
    ["a template that two have", { "cfn/plain.json": topic("other") }, ["given", "plain"]],
    ["a nested template", { "cfn/child.json": topic("other") }, ["nested"]],
    ["an include", { "cfn/included.json": '{"T":{"Type":"AWS::SQS::Queue"}}' }, ["include"]],
    ["a packed file", { "src/a.txt": "b" }, ["packed"]],
    ["a packed folder: a file more", { "src/b.txt": "b" }, ["packed"]],
    ["a packed folder: another name", { "src/a.txt": null, "src/b.txt": "a" }, ["packed"]],
    ["a parameter file elsewhere", { "params/shared.json": "{ }" }, ["given"]],
    ["a line's end", { "crlf.yaml": "Resources:\n  T:\n    Type: AWS::SNS::Topic\n" }, ["crlf"]],
    ["a workflow", { ".github/workflows/deploy.yml": "on: [push]\n" }, ALL],
    ["anything below .github", { ".github/CODEOWNERS": "* @acme\n" }, ALL],
    [
      "a file that becomes a link to the same",
      { "cfn/plain.json": { link: "child.json" } },
      ["given", "plain"],
    ],
    ["a stack's name", { "deployments/plain.yaml": deployment("cfn/plain.json", "other") }, ["other"]],
    [
      "where its file is",
      { "deployments/plain.yaml": null, "deployments/x.yaml": deployment("cfn/plain.json", "plain") },
      ["plain"],
    ],
    [
      "the template's place",
      {
        "cfn/plain.json": null,
        "cfn/p.json": topic("plain"),
        "deployments/plain.yaml": deployment("cfn/p.json", "plain"),
      },
      ["given", "plain"],
    ],
  ])("%s: in a group, in a pull request, after a push", async ([, change, stacks]) => {
    await using repository = await openRepository(EVERY_KIND);
    const base = repository.first;
    for (const stack of ALL) repository.deployed(stack, base);
    const head = repository.commit(change);
    expect(await affected(repository, group(base, head))).toEqual(stacks);
    expect(await affected(repository, push(head))).toEqual(stacks);
    repository.git("branch", "--force", "base", base);
    expect(await affected(repository, pull(head, "base"))).toEqual(stacks);
  });
});

test("a file that the step names is every stack's", async () => {
  await using repository = await openRepository(EVERY_KIND);
  const head = repository.commit({ "params/shared.json": "{ }" });
  const inputs = { "parameters-file": "params/shared.json" };
  expect(await affected(repository, group(repository.first, head), { inputs })).toEqual(ALL);
  expect(await affected(repository, group(repository.first, head))).toEqual(["given"]);
});

test("a pull request that is merged for its test, and one whose head is checked out, bring the same", async () => {
  await using repository = await openRepository(EVERY_KIND);
  const start = repository.first;
  const head = repository.commit({ "cfn/child.json": topic("other") });
  repository.checkout(start);
  const base = repository.commit({ "crlf.yaml": "Resources: {T: {Type: AWS::SNS::Topic}}\r\n" });
  repository.git("branch", "--force", "main", base);
  repository.git("merge", "--quiet", "--no-ff", "--message", "test", head);
  expect(await affected(repository, pull(head))).toEqual(["nested"]);
  repository.checkout(head);
  expect(await affected(repository, pull(head))).toEqual(["nested"]);
});

describe("a stack that a pull request changes no more", () => {
  /** The repository, with a pull request whose first commit was previewed with these items. */
  const changedAndBack = async (items: Items | undefined, appends = 0) => {
    const repository = await openRepository(EVERY_KIND);
    const job = jobOf({ "stack-name": "nested" });
    const first = repository.commit({ "cfn/child.json": topic("other") });
    const pulled = { number: 7, headSha: first, base: "main", forkedFrom: repository.first };
    const known = { id: 1, appId: OURS, startedAt: 0, completedAt: 0, url: "" };
    const create: Checks["create"] = async (headSha, name, content) => {
      const run = { ...known, ...content, name, headSha, text: content.text ?? "" };
      repository.runs.push(run);
      return run;
    };
    if (items !== undefined) await record({ checks: { create } as Checks }, job, pulled, items);
    for (let n = 0; n < appends; n++) repository.commit({ "README.md": `${n}` });
    const head = repository.commit({ "cfn/child.json": topic("child") });
    repository.git("branch", "--force", "base", repository.first);
    return { repository, head, first };
  };

  test.for<readonly [string, Items | undefined, number, readonly string[]]>([
    ["is previewed once more, where an earlier preview shows changes", queueItems, 0, ["nested"]],
    ["also some commits later", queueItems, 3, ["nested"]],
    ["and not where that showed none", new Map(), 0, []],
    ["and not where there was none", undefined, 0, []],
    ["and not where it is too long ago", queueItems, 21, []],
  ])("%s", async ([, items, appends, stacks]) => {
    const { repository, head, first } = await changedAndBack(items, appends);
    await using _ = repository;
    const { matrix, summary } = await repository.discover(pull(head, "base"));
    expect(stacksIn(matrix)).toEqual(stacks);
    if (stacks.length > 0)
      expect(summary).toContain(`no more: the preview of \`${first.slice(0, 8)}\` shows`);
  });

  test("is not looked for where the token may not", async () => {
    const { repository, head } = await changedAndBack(queueItems);
    await using _ = repository;
    repository.before = () => {
      throw new ActionError("denied", { reasonCode: "access-denied" });
    };
    expect(await affected(repository, pull(head, "base"))).toEqual([]);
  });
});

describe("what cannot be told is affected, and said", () => {
  const pushed = async (options: object, since?: Since) => {
    await using repository = await openRepository(EVERY_KIND);
    for (const stack of ALL) repository.deployed(stack, repository.first);
    const head = repository.commit({ "README.md": "x" });
    const stacks = await affected(repository, since ?? push(head), options);
    return { stacks, said: repository.warnings.join("\n") };
  };
  const nobody = { pulls: undefined, checks: undefined, snapshots: undefined };

  test("without a token", async () => {
    const { stacks, said } = await pushed({ ports: nobody });
    expect(stacks).toEqual(ALL);
    expect(said).toContain("cannot be told without GitHub");
    expect(await pushed({ ports: nobody }, pull("a".repeat(40)))).toMatchObject({
      stacks: ALL,
      said: expect.stringContaining("there is no github-token"),
    });
  });

  test("a base that GitHub does not have", async () => {
    const { stacks, said } = await pushed({}, group("unknown-base", "unknown-head"));
    expect(stacks).toEqual(ALL);
    expect(said).toContain("the commit unknown- cannot be read");
  });

  test("a checkout that is neither the head nor its test merge", async () => {
    const { stacks, said } = await pushed({}, pull("f".repeat(40)));
    expect(stacks).toEqual(ALL);
    expect(said).toContain("neither the head of the pull request nor its test merge");
  });
});

describe("a stack that cannot be rendered", () => {
  const BROKEN = {
    "README.md": "# Stacks\n",
    "cfn/parent.json": nesting("child.json"),
    "cfn/child.json": topic("child"),
    "cfn/broken.json": '{"Resources": {"T": {}}}',
    "deployments/broken.yaml": deployment("cfn/broken.json", "broken"),
    "deployments/parent.yaml": deployment("cfn/parent.json", "parent", "s3-bucket: artifacts\n"),
    "deployments/made.yaml": deployment("build/made.json", "made"),
  };

  test.for<readonly [string, Change, readonly string[]]>([
    ["did not change", { "README.md": "x" }, []],
    ["changed", { "cfn/broken.json": '{"Resources": {"T": 1}}' }, ["broken"]],
    ["lost its nested template", { "cfn/child.json": null }, ["parent"]],
    ["lost its template", { "cfn/broken.json": null }, ["broken"]],
    ["has one that is no template now", { "cfn/parent.json": "{" }, ["parent"]],
  ])("and %s", async ([, change, stacks]) => {
    await using repository = await openRepository(BROKEN);
    const base = repository.first;
    const head = repository.commit(change);
    expect(await affected(repository, group(base, head))).toEqual(stacks);
  });

  test("and is not affected is said: whether it changed may not be in what could be read", async () => {
    await using repository = await openRepository(BROKEN);
    const base = repository.first;
    await repository.discover(group(base, repository.commit({ "README.md": "x" })));
    const said = repository.warnings.join("\n");
    expect(said).toContain("deployments/made.yaml: ");
    expect(said).toContain("build/made.json does not exist");
    expect(said).toContain("deployments/broken.yaml: ");
    expect(said).not.toContain("deployments/parent.yaml");
  });

  test("here, though its last deploy could: an earlier step makes what it lacks, and nobody knows what that is now", async () => {
    await using repository = await openRepository(BROKEN);
    for (const stack of ["broken", "parent", "made"]) repository.deployed(stack, repository.first);
    const head = repository.commit({ "README.md": "x" });
    const { matrix, summary } = await repository.discover(push(head));
    expect(stacksIn(matrix)).toEqual(["made"]);
    expect(summary).toContain("build/made.json");
    expect(await affected(repository, push(repository.commit({ "README.md": "y" })))).toEqual(["made"]);
  });
});
