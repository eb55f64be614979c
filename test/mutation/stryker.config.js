// One folder of the core in a run, or a part of it: scripts/mutation.ts names them.
const folder = process.env.MUTATED_FOLDER;
const path = process.env.MUTATED_PATH ?? "";
const files = `.mutation/${folder}`;

export default {
  mutate: [path.endsWith(".ts") ? `src/${path}` : `src/${path}/**/*.ts`, "!src/**/*.data.ts"],
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "test/mutation/vitest.config.ts" },
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  // TypeScript 7 has no JavaScript API to rewrite a tsconfig with; vitest drops the types unchecked.
  tsconfigFile: "none",
  disableTypeChecks: false,
  concurrency: 1,
  incremental: true,
  incrementalFile: `${files}/incremental.json`,
  tempDirName: `${files}/sandboxes`,
  ignorePatterns: ["dist", "docs", "bench", "lib", ".mutation", "test/e2e"],
  reporters: ["progress-append-only", "json"],
  jsonReporter: { fileName: `${files}/report.json` },
};
