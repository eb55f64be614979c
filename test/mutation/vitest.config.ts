import { defineConfig } from "vitest/config";

const EVERY = ["test/{changes,secrets,stack,template}/**/*.test.ts"];

// Everything reads templates and hides secrets: what other rooms would notice of them takes a long time, and a test of
// them says it better.
const JUDGES: Readonly<Record<string, readonly string[]>> = {
  template: ["test/template/**/*.test.ts"],
  secrets: ["test/secrets/*.test.ts", "test/changes/redaction/*.test.ts"],
  // What is read of the inputs for rollback alarms is told with all other inputs.
  stack: [...EVERY, "test/inputs.test.ts"],
};

/** The tests that judge the core's mutants: its own, without those that walk through tens of thousands of histories. */
export default defineConfig({
  test: {
    include: [...(JUDGES[process.env.MUTATED_FOLDER ?? ""] ?? EVERY)],
    exclude: [
      "test/changes/review/explore.test.ts",
      "test/template/**/{cfn-lint-values,corpus,fuzz,pyyaml}.test.ts",
    ],
    isolate: false,
    // Stryker has its own limit, by what the test took without a change; the first run may be a slow machine's.
    testTimeout: 300_000,
    env: { FEWER_CASES: "50" },
    setupFiles: ["test/mutation/sameCases.ts"],
  },
});
