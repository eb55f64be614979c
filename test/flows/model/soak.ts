import { checkStories } from "./story.ts";

/**
 * Plays random stories for the time given: `npm run test:soak -- <seconds>`. It prints the seed of each round, and ends
 * with the shortest story that violates an invariant, if one does.
 */
const seconds = Number(process.argv[2] ?? 60);
const until = Date.now() + seconds * 1_000;
const seen = new Map<string, number>();
const write = (line: string) => void process.stdout.write(`${line}\n`);

while (Date.now() < until) {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const timeLeft = Math.max(1, Math.min(30_000, until - Date.now()));
  // What was not finished when the time was over is no failure.
  await checkStories({ numRuns: 1_000, seed, interruptAfterTimeLimit: timeLeft }, seen);
  write(`seed ${seed}: ${seen.get("stories") ?? 0} stories so far`);
}
for (const [what, times] of [...seen].sort()) write(`${String(times).padStart(8)} ${what}`);
