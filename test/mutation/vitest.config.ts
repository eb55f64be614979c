import { defineConfig } from "vitest/config";

// Everything reads templates: what other rooms would notice of them takes a long time, and a test beside them says it better.
const judges = process.env.MUTATED_FOLDER === "template" ? "template" : "{changes,secrets,stack,template}";

/** The tests that judge the core's mutants: its own, without those that walk through tens of thousands of histories. */
export default defineConfig({
  test: {
    include: [`test/${judges}/**/*.test.ts`],
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
