// Loaded into a run before its program (see later.ts and stop.ts). Timers are not touched: what waits for a moment by the
// clock looks at the clock again when its timer ends.
import { writeSync } from "node:fs";

const passesMs = Number(process.env.SANDBOX_TIME_PASSES_MS ?? 0);
const now = Date.now;
let ahead = 0;
Date.now = () => now() + ahead;
process.on("SIGUSR2", () => {
  ahead += passesMs;
});

// The program's own listeners, which are added later, are called in the same turn.
if (process.env.SANDBOX_TELLS_SIGNALS !== undefined)
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => writeSync(3, `${signal}\n`));
