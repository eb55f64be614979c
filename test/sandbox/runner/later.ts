import type { ChildProcess } from "node:child_process";
import { insideEnvironment } from "./environment.ts";

/**
 * Time that passes for one run alone: when a line of its log matches, its clock is moved on. So a time-out of an hour
 * needs no waiting, and comes when the test wants it, however busy the machine is.
 */
export interface Later {
  /** Each line that matches moves the clock on once more. */
  readonly whenLog: RegExp;
  readonly byMs: number;
}

export function laterEnvironment(later: Later | undefined): Readonly<Record<string, string>> {
  return later === undefined ? {} : { ...insideEnvironment, SANDBOX_TIME_PASSES_MS: String(later.byMs) };
}

/**
 * A run that has patience: timers of just so many milliseconds last twenty times as long. So what it gives up after some seconds it
 * does not give up because the machine is busy.
 */
export function patientEnvironment(ms: number | undefined): Readonly<Record<string, string>> {
  return ms === undefined ? {} : { ...insideEnvironment, SANDBOX_PATIENT_AT_MS: String(ms) };
}

export function makeLater(child: ChildProcess): void {
  child.kill("SIGUSR2");
}
