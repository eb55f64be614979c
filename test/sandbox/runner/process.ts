import { spawn } from "node:child_process";
import { type Later, makeLater } from "./later.ts";
import { type LogLine, openLog, type StepLog } from "./log.ts";
import { watchMemory } from "./memory.ts";
import { type Stop, stopper } from "./stop.ts";

export interface ProcessOptions {
  readonly workspace: string;
  /** Masked from the first line on, as the runner does with the job's token. */
  readonly secrets: readonly string[];
  readonly stop?: Stop | undefined;
  readonly later?: Later | undefined;
  readonly timeoutMs: number;
  readonly onLine?: ((line: LogLine) => void) | undefined;
  /** Whoever reads the log stops with such a line: what is written after it meets a closed pipe. */
  readonly hangUpAt?: RegExp | undefined;
}

export interface Ended {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly timedOut: boolean;
  readonly wallMs: number;
  readonly peakMemoryBytes: number | undefined;
  readonly log: StepLog;
}

/** Runs a program with the Node that runs this, with this environment and no other, to its end. */
export async function runProcess(
  bundle: string,
  env: Readonly<Record<string, string>>,
  options: ProcessOptions,
): Promise<Ended> {
  const started = performance.now();
  const since = (): number => performance.now() - started;
  const child = spawn(process.execPath, [bundle], {
    cwd: options.workspace,
    env,
    stdio: ["ignore", "pipe", "pipe", options.stop?.arrived === undefined ? "ignore" : "pipe"],
  });
  const stop = stopper(child, options.stop);
  const memory = watchMemory(child.pid);
  const log = openLog(options.secrets, (line) => {
    options.onLine?.(line);
    stop.seen(line.text);
    if (options.hangUpAt?.test(line.text) === true) child.stdout?.destroy();
    if (options.later?.whenLog.test(line.text) === true) makeLater(child);
  });
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream]?.setEncoding("utf8").on("data", (text: string) => log.take(stream, text, since()));
  }
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    child.kill("SIGKILL");
  }, options.timeoutMs);
  try {
    const [exitCode, signal] = await new Promise<[number | null, NodeJS.Signals | null]>(
      (resolve, reject) => {
        child.once("error", reject);
        child.once("close", (code, by) => resolve([code, by]));
      },
    );
    log.end(since());
    return { exitCode, signal, timedOut, wallMs: since(), peakMemoryBytes: memory.stop(), log };
  } finally {
    clearTimeout(timer);
    stop.done();
    memory.stop();
  }
}
