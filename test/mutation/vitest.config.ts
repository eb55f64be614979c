import { defineConfig } from "vitest/config";

/** The tests that judge the core's mutants: its own, without those that walk through tens of thousands of histories. */
export default defineConfig({
  test: {
    include: ["test/{changes,secrets,stack,template}/**/*.test.ts"],
    exclude: [
      "test/changes/review/explore.test.ts",
      "test/template/**/{cfn-lint-values,corpus,fuzz,pyyaml}.test.ts",
    ],
    isolate: false,
    env: { FEWER_CASES: "50" },
    setupFiles: ["test/mutation/sameCases.ts"],
  },
});
