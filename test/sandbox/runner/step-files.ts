import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RunEvent, StepFiles } from "./environment.ts";
import { parseFileCommands } from "./file-commands.ts";
import { temporaryDirectory } from "./temp.ts";

/** GitHub drops a summary that is larger. */
const summaryLimit = 1024 * 1024;

/** Makes RUNNER_TEMP with the empty files that a step writes to and the event file that it reads. */
export async function stepFiles(event: RunEvent): Promise<StepFiles> {
  const temp = await temporaryDirectory("run");
  const commands = join(temp, "_runner_file_commands");
  const home = join(temp, "_home");
  const workflow = join(temp, "_github_workflow");
  await Promise.all([commands, home, workflow].map((directory) => mkdir(directory)));
  const files = {
    temp,
    home,
    event: join(workflow, "event.json"),
    output: join(commands, "set_output"),
    summary: join(commands, "step_summary"),
    state: join(commands, "save_state"),
    env: join(commands, "set_env"),
    path: join(commands, "add_path"),
  };
  const empty = [files.output, files.summary, files.state, files.env, files.path].map((file) =>
    writeFile(file, ""),
  );
  await Promise.all([...empty, writeFile(files.event, JSON.stringify(event.payload, null, 2))]);
  return files;
}

/** What the step wrote, and what the runner would complain about in it. */
export async function readStepFiles(files: StepFiles) {
  const problems: string[] = [];
  const parsed = async (file: string, what: string): Promise<Record<string, string>> => {
    try {
      return parseFileCommands(await readFile(file, "utf8"));
    } catch (error) {
      problems.push(`Unable to process file command '${what}' successfully: ${(error as Error).message}`);
      return {};
    }
  };
  const [outputs, state, env] = await Promise.all([
    parsed(files.output, "output"),
    parsed(files.state, "state"),
    parsed(files.env, "env"),
  ]);
  const summary = await readFile(files.summary, "utf8");
  const size = Buffer.byteLength(summary);
  if (size > summaryLimit)
    problems.push(`$GITHUB_STEP_SUMMARY upload aborted, supports content up to 1024k, got ${size}`);
  return { outputs, state, env, summary, problems };
}
