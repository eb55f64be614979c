import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A run's own temporary directory, for its workers and what they start: vitest ends a worker by a signal, upon which nothing
 * of it tidies up.
 */
export default function ownTemporaryDirectory(): () => void {
  const root = mkdtempSync(join(tmpdir(), "aurora-deploy-tests-"));
  process.env.TMPDIR = root;
  return () => rmSync(root, { recursive: true, force: true, maxRetries: 3 });
}
