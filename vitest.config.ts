import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // The end-to-end tests start the bundle, several at once, on machines that may be busy.
    testTimeout: 90_000,
    // More than there are cores: the end-to-end tests mostly wait for the stacks of the sandbox.
    maxWorkers: 4,
  },
});
