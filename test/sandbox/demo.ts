import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { changeItByHand } from "./demo/changeItByHand.ts";
import { createTheDatabase } from "./demo/createTheDatabase.ts";
import { endangerTheData } from "./demo/endangerTheData.ts";
import type { Kept, Play } from "./demo/play.ts";
import { openScreen } from "./demo/screen.ts";
import { openStage } from "./stage.ts";

const folder = join(import.meta.dirname, "../../.demo");

/** Real minutes as seconds, so that there is something to watch and nobody has to wait for it. Milliseconds. */
const durations = {
  changeSet: 600,
  step: 100,
  create: 500,
  update: 400,
  delete: 300,
  types: { "AWS::RDS::DBCluster": 3_000, "AWS::RDS::DBInstance": 6_000, "AWS::IAM::Role": 1_500 },
};

/** Plays the main job from a pull request to a running database, and what happens when it must not go on. */
async function demo(): Promise<boolean> {
  const started = performance.now();
  await using stage = await openStage({ aws: { durations }, repository: { name: "shop" } });
  const screen = openScreen((line) => console.log(line), process.stdout.isTTY);
  screen.say(
    "Aurora Deploy on a local GitHub and a local CloudFormation. Lines with │ are the action's own log.",
  );
  const play: Play = { stage, screen };
  await rm(folder, { recursive: true, force: true });
  const files: string[] = [];
  for (const scene of [createTheDatabase, changeItByHand, endangerTheData])
    files.push(...(await keep(await scene(play))));
  const seconds = ((performance.now() - started) / 1_000).toFixed(0);
  screen.say(`\nAll of it took ${seconds} s. To look at:`);
  for (const file of files) screen.say(`  ${file}`);
  screen.say(
    screen.failures.length === 0 ? "\nEverything went as told." : `\n${screen.failures.length} went wrong.`,
  );
  return screen.failures.length === 0;
}

/** Writes what a scene left and returns the paths. */
async function keep({ pullRequest, comment, step }: Kept): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const contents = {
    "comment.md": comment.body,
    "summary.md": step.summary,
    "outputs.json": `${JSON.stringify(step.outputs, null, 2)}\n`,
  };
  return Promise.all(
    Object.entries(contents).map(async ([name, text]) => {
      const path = join(folder, `pull-request-${pullRequest}-${name}`);
      await writeFile(path, text);
      return relative(process.cwd(), path);
    }),
  );
}

process.exitCode = (await demo()) ? 0 : 1;
