import type { ChildProcess } from "node:child_process";

/**
 * Time that passes for one run alone: when a line of its log matches, its clock is moved on. So a time-out of an hour
 * needs no waiting, and comes when the test wants it, however busy the machine is.
 */
export interface Later {
  /** Each line that matches moves the clock on once more. */
  readonly whenLog: RegExp;
  readonly byMs: number;
}

const SIGNAL = "SIGUSR2";

/** What makes a Node program's clock one that can be moved on: `passing-time.ts`, loaded before it. */
export function laterEnvironment(later: Later | undefined): Readonly<Record<string, string>> {
  if (later === undefined) return {};
  const module = new URL("passing-time.ts", import.meta.url).href;
  return { NODE_OPTIONS: `--import=${module}`, SANDBOX_TIME_PASSES_MS: String(later.byMs) };
}

export function makeLater(child: ChildProcess): void {
  child.kill(SIGNAL);
}
