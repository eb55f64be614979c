import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // The last resort for what hangs. A test of seconds takes minutes on a machine that does other things, too.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // More than there are cores: the end-to-end tests mostly wait for the stacks of the sandbox.
    maxWorkers: 4,
  },
});
