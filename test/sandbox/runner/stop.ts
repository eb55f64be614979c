import type { ChildProcess } from "node:child_process";
import { insideEnvironment } from "./environment.ts";

/**
 * How a run is interrupted: by one signal, or `cancel`, which is what GitHub does with a cancelled job: SIGINT, 7.5 s
 * later SIGTERM, 2.5 s after that SIGKILL. At a time, when a line matches, or when `now` resolves.
 */
export interface Stop {
  readonly with: "cancel" | NodeJS.Signals;
  readonly afterMs?: number;
  readonly whenLog?: RegExp;
  readonly now?: Promise<unknown>;
  /** Told when the program itself has taken SIGINT or SIGTERM: what reaches it from now on comes after the signal. */
  readonly arrived?: () => void;
  /** How many times as long as GitHub's runner this one waits for a cancelled job: a busy machine gives it less of its time. */
  readonly patience?: number;
}

export function stopEnvironment(stop: Stop | undefined): Readonly<Record<string, string>> {
  return stop?.arrived === undefined ? {} : { ...insideEnvironment, SANDBOX_TELLS_SIGNALS: "1" };
}

export interface Stopper {
  seen(line: string): void;
  /** Ends every timer. */
  done(): void;
}

/** Watches one process for the moment at which it is to be stopped. */
export function stopper(child: ChildProcess, stop: Stop | undefined): Stopper {
  const timers: NodeJS.Timeout[] = [];
  let fired = false;
  const fire = (): void => {
    if (fired || stop === undefined || child.exitCode !== null) return;
    fired = true;
    if (stop.with !== "cancel") {
      child.kill(stop.with);
      return;
    }
    child.kill("SIGINT");
    const { patience = 1 } = stop;
    timers.push(setTimeout(() => child.kill("SIGTERM"), 7_500 * patience));
    timers.push(setTimeout(() => child.kill("SIGKILL"), 10_000 * patience));
  };
  if (stop?.afterMs !== undefined) timers.push(setTimeout(fire, stop.afterMs));
  stop?.now?.then(fire, fire);
  if (stop?.arrived !== undefined) child.stdio[3]?.once("data", stop.arrived);
  return {
    seen(line) {
      if (stop?.whenLog?.test(line) === true) fire();
    },
    done: () => timers.forEach(clearTimeout),
  };
}
