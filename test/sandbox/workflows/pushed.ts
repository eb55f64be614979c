import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryDirectory } from "../runner/temp.ts";
import { openStage } from "../stage.ts";
import { openActions } from "./actions.ts";
import type { Settings } from "./scene.ts";

const PATH = ".github/workflows/a.yml";

/** A repository whose `main` has one workflow, and what a push of it starts. */
export async function pushed(jobs: string, head = "on: push", settings: Partial<Settings> = {}) {
  const stage = await openStage({ repository: { files: { [PATH]: `${head}\njobs:\n${jobs}` } } });
  const actions = openActions(stage, { roles: [], vars: { WHERE: "there" }, ...settings });
  await stage.repository.push("main", { "a.txt": "a\n" }, "A push");
  return { stage, actions, happens: async () => actions.happens(await stage.repository.event.push("main")) };
}

/** A pipe that a step reads: it waits until somebody writes. */
export async function pipe() {
  const path = join(await temporaryDirectory("pipe"), "pipe");
  execFileSync("mkfifo", [path]);
  return { path, letGo: () => writeFile(path, "") };
}
