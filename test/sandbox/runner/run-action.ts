import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stepInputs } from "./action-inputs.ts";
import type { Command } from "./commands.ts";
import {
  type AwsContext,
  awsEnvironment,
  type GitHubContext,
  type RunEvent,
  stepEnvironment,
} from "./environment.ts";
import { type Later, laterEnvironment, patientEnvironment } from "./later.ts";
import { type Annotation, type LogLine, mask } from "./log.ts";
import { runProcess } from "./process.ts";
import { readStepFiles, stepFiles } from "./step-files.ts";
import { type Stop, stopEnvironment } from "./stop.ts";

export interface RunOptions {
  /** The program; `dist/index.js` of this repository by default. */
  readonly bundle?: string;
  /** Where the inputs' defaults are declared; `action.yml` of this repository by default. */
  readonly actionFile?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event: RunEvent;
  readonly github: GitHubContext;
  readonly aws?: AwsContext;
  /** GITHUB_WORKSPACE and the working directory. */
  readonly workspace: string;
  /** Added last, over everything else. */
  readonly env?: Readonly<Record<string, string>>;
  /** RUNNER_DEBUG=1, as in a re-run with debug logging. */
  readonly debug?: boolean;
  readonly stop?: Stop;
  /** Time that passes for the run alone, and at once. */
  readonly later?: Later;
  /** Timers of just so many milliseconds last twenty times as long: what a busy machine delays is not given up. */
  readonly patientAtMs?: number;
  /** Past it the process is killed and `timedOut` is set: the last resort for what hangs. 3 minutes by default. */
  readonly timeoutMs?: number;
  readonly onLine?: (line: LogLine) => void;
  /** Whoever reads the log stops with such a line: what is written after it meets a closed pipe. */
  readonly hangUpAt?: RegExp;
}

export interface RunResult {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly timedOut: boolean;
  /** stdout and stderr in order of arrival, masked as on GitHub. */
  readonly log: readonly LogLine[];
  readonly text: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly exportedVariables: Readonly<Record<string, string>>;
  /** Masked, as GitHub does before it shows it. */
  readonly summary: string;
  readonly commands: readonly Command[];
  readonly masks: readonly string[];
  readonly annotations: readonly Annotation[];
  readonly groups: readonly string[];
  /** What the runner itself would complain about: malformed output files, a summary over 1 MiB, unknown inputs. */
  readonly problems: readonly string[];
  readonly wallMs: number;
  /** Peak resident memory as last seen; undefined where the system does not tell. */
  readonly peakMemoryBytes: number | undefined;
  /** RUNNER_TEMP of the run; it stays until this process ends. */
  readonly temp: string;
}

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");

/** Runs an action's program in a process of its own with the environment that GitHub's runner gives it. */
export async function runAction(options: RunOptions): Promise<RunResult> {
  const {
    bundle = join(root, "dist/index.js"),
    actionFile = join(root, "action.yml"),
    event,
    github,
    workspace,
  } = options;
  const files = await stepFiles(event);
  const inputs = await stepInputs(actionFile, options.inputs ?? {}, { "github.token": github.token });
  const env = {
    ...stepEnvironment(event, github, files, workspace, options.debug ?? false),
    ...awsEnvironment(options.aws ?? {}),
    ...inputs.env,
    ...laterEnvironment(options.later),
    ...stopEnvironment(options.stop),
    ...patientEnvironment(options.patientAtMs),
    ...options.env,
  };
  const ended = await runProcess(bundle, env, {
    workspace,
    secrets: [github.token],
    stop: options.stop,
    later: options.later,
    timeoutMs: options.timeoutMs ?? 180_000,
    onLine: options.onLine,
    hangUpAt: options.hangUpAt,
  });
  const read = await readStepFiles(files);
  const { lines, masks, annotations, groups, commands } = ended.log;
  return {
    exitCode: ended.exitCode,
    signal: ended.signal,
    timedOut: ended.timedOut,
    log: lines,
    text: lines.map((line) => `${line.text}\n`).join(""),
    outputs: read.outputs,
    state: read.state,
    exportedVariables: read.env,
    summary: mask(masks, read.summary),
    commands,
    masks: masks.slice(1),
    annotations,
    groups,
    problems: [...inputs.warnings, ...read.problems],
    wallMs: ended.wallMs,
    peakMemoryBytes: ended.peakMemoryBytes,
    temp: files.temp,
  };
}
