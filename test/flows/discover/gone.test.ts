import { expect, test } from "vitest";
import { group, openRepository } from "./repository.ts";
import { deployment, topic } from "./stacks.ts";

const aurora = "template: aurora-postgresql\nenvironment-suffix: prod\n";
const FILES = {
  "t.json": topic("t"),
  "deployments/a.yaml": deployment("t.json", "a"),
  "deployments/b.yaml": deployment("t.json", "b", "region: eu-west-1\nlabel: prod\n"),
  "deployments/aurora.yaml": aurora,
  "deployments/link.yaml": { link: "../other/linked.yaml" },
  "other/linked.yaml": deployment("t.json", "linked"),
  "deployments/node_modules/x.yaml": deployment("t.json", "package"),
  "deployments/README.md": "x",
  "elsewhere/c.yaml": deployment("t.json", "c"),
};

const stays = "stays as it is, and nothing deploys it any more";

type Change = Parameters<Awaited<ReturnType<typeof openRepository>>["commit"]>[0];

test.for<readonly [string, Change, readonly string[]]>([
  ["stays", { "t.json": topic("u") }, []],
  ["changes", { "deployments/a.yaml": deployment("t.json", "a", "tags: {a: b}\n") }, []],
  ["goes", { "deployments/a.yaml": null }, [`deployments/a.yaml goes: stack a (us-east-1) ${stays}`]],
  [
    "goes, with region and label",
    { "deployments/b.yaml": null },
    [`deployments/b.yaml goes: stack b (prod, eu-west-1) ${stays}`],
  ],
  ["is moved", { "deployments/a.yaml": null, "deployments/x/y.yml": deployment("t.json", "a") }, []],
  [
    "is moved, and changes",
    { "deployments/aurora.yaml": null, "deployments/db.yaml": `${aurora}tags: {a: b}\n` },
    [],
  ],
  [
    "is moved to another region",
    { "deployments/a.yaml": null, "deployments/x.yaml": deployment("t.json", "a", "region: eu-west-1\n") },
    [`deployments/a.yaml goes: stack a (us-east-1) ${stays}`],
  ],
  [
    "is moved to another label",
    { "deployments/b.yaml": deployment("t.json", "b", "region: eu-west-1\nlabel: dev\n") },
    [`deployments/b.yaml is another stack's now: stack b (prod, eu-west-1) ${stays}`],
  ],
  [
    "names another stack",
    { "deployments/a.yaml": deployment("t.json", "other") },
    [`deployments/a.yaml is another stack's now: stack a (us-east-1) ${stays}`],
  ],
  [
    "is moved out of the globs",
    { "deployments/a.yaml": null, "old/a.yaml": deployment("t.json", "a") },
    [`deployments/a.yaml goes: stack a (us-east-1) ${stays}`],
  ],
  ["was none", { "deployments/README.md": null, "elsewhere/c.yaml": null }, []],
  [
    "goes, of a name that its inputs make",
    { "deployments/aurora.yaml": null },
    [`deployments/aurora.yaml goes: stack aurora-prod (us-east-1) ${stays}`],
  ],
])("a deployment file that %s", async ([, change, told]) => {
  await using repository = await openRepository(FILES);
  const base = repository.first;
  const { summary = "" } = await repository.discover(group(base, repository.commit(change)));
  expect(summary.match(/^- .*$/gm)?.map((line) => line.slice(2)) ?? []).toEqual(
    told.map((text) => expect.stringContaining(text.replace(/\((.*)\)/, "\\($1\\)").slice(0, 10))),
  );
  for (const text of told) expect(summary.replaceAll("\\", "")).toContain(text);
});

test("what cannot be read goes all the same, and its stack is not known", async () => {
  await using repository = await openRepository({ ...FILES, "deployments/wrong.yaml": "nam: x\n" });
  const head = repository.commit({ "deployments/wrong.yaml": null });
  const { summary } = await repository.discover(group(repository.first, head));
  expect(summary).toContain(`deployments/wrong.yaml goes: its stack ${stays}`);
});

test("where GitHub does not list the base whole, nothing is said", async () => {
  await using repository = await openRepository(FILES);
  const head = repository.commit({ "deployments/a.yaml": null });
  const base = repository.snapshots;
  await repository.discover(group(repository.first, head));
  for (const [sha, known] of base) if (known !== undefined) base.set(sha, { ...known, files: undefined });
  const { summary } = await repository.discover(group(repository.first, head));
  expect(summary).not.toContain("goes");
});
