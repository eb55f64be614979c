import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { awsEnvironment, stepEnvironment } from "../../runner/environment.ts";
import { readStepFiles, stepFiles } from "../../runner/step-files.ts";
import type { Done, StepScene } from "../jobs/steps.ts";

/** A step of `run:`, by `bash -e` as on a Linux runner where no shell is named. */
export async function runScript(script: string, scene: StepScene): Promise<Done> {
  const { stage, event, workspace, token, settings } = scene;
  const files = await stepFiles(event);
  const path = join(files.temp, "script.sh");
  await writeFile(path, script);
  const github = { url: stage.github.url, token, repository: stage.repository.fullName, runId: scene.id };
  const plain = stepEnvironment(event, github, files, workspace, false);
  const env = {
    ...plain,
    ...awsEnvironment({ url: stage.aws.url, credentials: null }),
    ...scene.env,
    ...(settings.programs === undefined ? {} : { PATH: `${settings.programs}:${plain.PATH}` }),
  };
  // A group of its own: whoever cancels a job cancels what its scripts have started, too.
  const child = spawn("bash", ["-e", path], {
    cwd: workspace,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  void scene.cancelled.then(() => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGTERM");
  });
  const lines: string[] = [];
  const read = [child.stdout, child.stderr].map(async (stream) => {
    for await (const line of createInterface(stream)) {
      lines.push(line);
      scene.onLine(line);
    }
  });
  const [[exitCode]] = (await Promise.all([once(child, "close"), ...read])) as [[number | null]];
  const { outputs, env: exported } = await readStepFiles(files);
  const ended = exitCode === 0 ? "success" : "failure";
  const text = lines.map((line) => `${line}\n`).join("");
  return { conclusion: scene.isCancelled() ? "cancelled" : ended, text, outputs, exported };
}
