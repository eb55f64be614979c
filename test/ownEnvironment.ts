import { afterAll, vi } from "vitest";

// Test files share a process: what one changes in the environment must not decide what the next one sees.
const before = { ...process.env };
afterAll(() => {
  vi.unstubAllEnvs();
  for (const name of Object.keys(process.env)) if (!Object.hasOwn(before, name)) delete process.env[name];
  Object.assign(process.env, before);
});
