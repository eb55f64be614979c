// Loaded into a run before its program (see later.ts): at each SIGUSR2 its clock is so many milliseconds later. Timers
// are not touched: what waits for a moment by the clock looks at the clock again when its timer ends.
const byMs = Number(process.env.SANDBOX_TIME_PASSES_MS);
const now = Date.now;
let ahead = 0;
Date.now = () => now() + ahead;
process.on("SIGUSR2", () => {
  ahead += byMs;
});
