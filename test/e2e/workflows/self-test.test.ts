import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryDirectory } from "../../sandbox/runner/temp.ts";
import { only, openPlay, type Play } from "./play.ts";

// The workflow by which this repository tries its own action, played: on GitHub it would fail where it fails here.

const root = join(import.meta.dirname, "../../..");
const PATH = ".github/workflows/self-test.yml";

/** All that the workflow needs of the repository, as it is now. */
function repository(): Readonly<Record<string, string>> {
  const paths = [PATH, "action.yml", "package.json", "dist", "test/sandbox", "templates/*.json"];
  const listed = execFileSync(
    "git",
    ["ls-files", "-z", "--cached", "--others", "--exclude-standard", ...paths],
    {
      cwd: root,
      encoding: "utf8",
    },
  );
  const files = listed.split("\0").filter((path) => path !== "" && !/\.(?:test\.ts|map)$/.test(path));
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

async function open(change: (files: Record<string, string>) => void = () => {}): Promise<Play> {
  const files = { ...repository() };
  change(files);
  const programs = await temporaryDirectory("programs");
  // What `npm ci` would lay, without a registry.
  writeFileSync(
    join(programs, "npm"),
    `#!/bin/sh\n[ "$1" = ci ] && ln -s ${root}/node_modules node_modules\n`,
  );
  chmodSync(join(programs, "npm"), 0o700);
  return openPlay({ files, programs });
}

/** How the run ended, and what its last step but one says that the steps came to. */
async function cameTo(run: Awaited<ReturnType<Play["push"]>>) {
  const { conclusion, jobs } = await run.ended;
  const steps = jobs["self-test"]?.steps ?? [];
  const failed = steps.filter((step) => step.outcome === "failure").map(({ name, text }) => [name, text]);
  const told = steps.find(({ name }) => name === "What each step came to")?.text.trim();
  return { conclusion, failed, told };
}

const passed = (told: string) => ({ conclusion: "success", failed: [], told });

test.concurrent("the self-test passes on each event, and a preview of it is recorded", async () => {
  await using play = await open();
  const { repository: repo } = play.stage;
  const number = await repo.openPullRequest({ head: "topic", files: { "README.md": "# more\n" } });
  expect(await cameTo(await play.pull(number, "opened"))).toEqual(passed("rendered previewed"));
  const { head } = (await repo.pull(number)) as { readonly head: { readonly sha: string } };
  const checks = await repo.checkRuns(head.sha);
  expect(checks.map(({ name, conclusion }) => [name, conclusion])).toEqual([
    ["aurora-deploy / self-test (us-east-1)", "success"],
  ]);
  const group = await repo.queue.enqueue(number, "squash");
  const queued = only(await play.actions.happens(await repo.event.mergeGroup(group)));
  expect(await cameTo(queued)).toEqual(passed("rendered previewed"));
  await repo.queue.mergeNext("github-merge-queue[bot]");
  expect(await cameTo(await play.push())).toEqual(passed("rendered deployed  in-sync"));
  const byHand = only(await play.actions.happens(await repo.event.workflowDispatch({}, "main")));
  expect(await cameTo(byHand)).toEqual(passed("rendered previewed deployed in-sync destroyed"));
  const second = await repo.openPullRequest({ head: "other", files: { "README.md": "# other\n" } });
  await repo.close(second);
  expect(await cameTo(await play.pull(second, "closed"))).toEqual(passed("rendered cleaned-up"));
});

test.concurrent.for([
  ["does nothing and passes", "process.exit(0);\n"],
  ["fails", "process.exit(1);\n"],
])("an action that %s fails it, and the local AWS ends with it", async ([, program = ""]) => {
  await using play = await open((files) => {
    files["dist/index.js"] = program;
  });
  await play.stage.repository.push("main", { "README.md": "# more\n" }, "Straight to main");
  const run = await play.push();
  expect((await cameTo(run)).conclusion).toBe("failure");
  const steps = (await run.ended).jobs["self-test"]?.steps ?? [];
  expect(steps.at(-1)).toMatchObject({ name: "End of the local AWS", outcome: "success" });
});
