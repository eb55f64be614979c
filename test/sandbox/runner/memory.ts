import { readFileSync } from "node:fs";

/** Follows a process's peak resident memory where `/proc` tells it (Linux); elsewhere `stop` returns undefined. */
export function watchMemory(pid: number | undefined): { stop(): number | undefined } {
  let peak: number | undefined;
  const look = (): void => {
    peak = readPeak(pid) ?? peak;
  };
  const timer = setInterval(look, 50);
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}

function readPeak(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    // No /proc, or the process has just ended: the last look counts.
    return undefined;
  }
}
