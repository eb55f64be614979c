// Loaded into a run before its program (see later.ts and stop.ts): the sandbox's hand in it.
import { writeSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import timers from "node:timers/promises";

const { SANDBOX_TIME_PASSES_MS, SANDBOX_TELLS_SIGNALS, SANDBOX_PATIENT_AT_MS } = process.env;

// Timers stay: what waits for a moment by the clock looks at the clock again when its timer ends.
const now = Date.now;
let ahead = 0;
Date.now = () => now() + ahead;
process.on("SIGUSR2", () => {
  ahead += Number(SANDBOX_TIME_PASSES_MS ?? 0);
});

// The program's own listeners, which are added later, are called in the same turn.
if (SANDBOX_TELLS_SIGNALS !== undefined)
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => writeSync(3, `${signal}\n`));

if (SANDBOX_PATIENT_AT_MS !== undefined) {
  const longer = (ms = 0): number => (ms === Number(SANDBOX_PATIENT_AT_MS) ? ms * 20 : ms);
  const { setTimeout: sleep } = timers;
  timers.setTimeout = (ms, ...more) => sleep(longer(ms), ...more);
  syncBuiltinESMExports();
  const { setTimeout: start } = globalThis;
  const startLonger = (act: () => void, ms?: number, ...more: []) => start(act, longer(ms), ...more);
  globalThis.setTimeout = Object.assign(startLonger, start);
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (ms) => timeout(longer(ms));
}
