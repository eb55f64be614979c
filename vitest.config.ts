import { defineConfig } from "vitest/config";
import { tellSkipped } from "./test/tellSkipped.ts";

/** They run the bundle in processes of its own. */
const E2E = "test/e2e/**/*.test.ts";

/** Tens of thousands of cases, many processes, or what others wrote and must be fetched: seconds to minutes each. */
const WIDE = [
  "test/aws/faults.test.ts",
  "test/changes/review/explore.test.ts",
  "test/contract/release.test.ts",
  "test/estimate/operations.test.ts",
  "test/flows/discover/history.test.ts",
  "test/flows/leaks/*.test.ts",
  "test/flows/model/*.test.ts",
  "test/github/pulls.test.ts",
  "test/report/documents.test.ts",
  "test/template/**/{cfn-lint-values,corpus,fuzz,pyyaml}.test.ts",
  "test/templates/{cfn-lint,rendered}.test.ts",
];

/**
 * Files share a process, which puts back what one changes in the environment. Much of the time would go into loading the
 * same modules again for every file, and into reading the sandbox's description of all resource types: a second of CPU.
 */
const SHARED = { isolate: false, setupFiles: ["test/ownEnvironment.ts"] };

/** Where .ci/run wants the report that it counts in. */
const outputFile = process.env.TEST_REPORT;
const report: ["json", { outputFile: string }][] = outputFile === undefined ? [] : [["json", { outputFile }]];

export default defineConfig({
  test: {
    // The last resort for what hangs. A test of seconds takes minutes on a machine that does other things, too.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // More than there are cores: the end-to-end tests mostly wait for the stacks of the sandbox.
    maxWorkers: 4,
    globalSetup: ["test/ownTemporary.ts"],
    reporters: ["default", ...report, tellSkipped()],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: [E2E, ...WIDE],
          ...SHARED,
        },
      },
      { extends: true, test: { name: "wide", include: WIDE } },
      {
        extends: true,
        test: { name: "e2e", include: [E2E], globalSetup: ["test/e2e/currentBundle.ts"], ...SHARED },
      },
    ],
  },
});
