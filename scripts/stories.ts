import { mkdirSync, writeFileSync } from "node:fs";
import { openDatabaseStage, PRODUCTION, play, propose, SNAPSHOT } from "../test/e2e/aurora/database.ts";
import { AURORA_STACK, destroy, LIFT, openAuroraStage } from "../test/e2e/destroy/stage.ts";
import { deploy, openQuickStage, preview } from "../test/e2e/stack.ts";
import type { Step } from "../test/sandbox/stage.ts";
import { galleryPage, toHtml } from "./gallery.ts";

const FOLDER = new URL("../docs/gallery/stories/", import.meta.url);

type Part = readonly [title: string, step: Step];

/** What a database goes through, played by the packaged action against the local AWS: log and summary of each run. */
const STORIES: Readonly<Record<string, () => Promise<readonly Part[]>>> = {
  async upgrade() {
    const played = await play({ from: { EngineVersion: "15.12" }, to: { EngineVersion: "16.8" } });
    await played.stage[Symbol.asyncDispose]();
    return [
      ["The preview of 15.12 → 16.8", played.previewed],
      ["The deploy", played.deployed],
    ];
  },
  async restore() {
    await using stage = await openDatabaseStage(PRODUCTION, { "environment-suffix": "copy" });
    const restored = await propose(stage, { ...PRODUCTION, SnapshotIdentifier: SNAPSHOT });
    return [
      ["The preview of a new stack from a snapshot", restored.previewed],
      ["The deploy", restored.deployed],
    ];
  },
  async "teardown-protected"() {
    await using stage = await openAuroraStage();
    return [["mode: destroy, with the protections on", await destroy(stage, AURORA_STACK)]];
  },
  async teardown() {
    await using stage = await openAuroraStage();
    return [["mode: destroy, lifting the protections", await destroy(stage, AURORA_STACK, { inputs: LIFT })]];
  },
  async recovery() {
    const inputs = { "environment-suffix": "prod", "parameters-file": "production.json" };
    await using stage = await openQuickStage({ inputs });
    const files = { "production.json": JSON.stringify(PRODUCTION) };
    const number = await stage.repository.openPullRequest({ head: "database", files });
    await preview(stage, number, "opened");
    await stage.repository.merge(number);
    const reason = "Cannot create a db.serverless instance: insufficient capacity";
    stage.aws.faults.add({ scenario: "resource-fails", resource: "AuroraInstanceA", on: "create", reason });
    return [["A first creation whose instance fails", await deploy(stage)]];
  },
};

mkdirSync(FOLDER, { recursive: true });
for (const [name, story] of Object.entries(STORIES)) {
  const parts = (await story()).map(([title, { text, summary }]) =>
    [`## ${title}`, "### Log", `\`\`\`text\n${text.trimEnd()}\n\`\`\``, "### Job summary", summary].join(
      "\n\n",
    ),
  );
  writeFileSync(new URL(`${name}.html`, FOLDER), galleryPage(name, toHtml(parts.join("\n\n")), "../"));
}
