import { readFileSync } from "node:fs";

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

/** Reads vitest's JSON report; throws when the run wrote none. */
function count(path: string): string {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(path, "utf8")) as Report;
  return `${numPassedTests} ${numFailedTests}`;
}

console.log(count(process.argv[2] ?? ""));
