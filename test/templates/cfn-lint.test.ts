import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findCfnLint, lint } from "./cfn-lint.ts";

const found = findCfnLint();
const why = found.kind === "found" ? "" : ` (skipped: ${found.reason})`;
const folder = join(import.meta.dirname, "../../templates");
const templates = readdirSync(folder).filter(
  (name) => name.endsWith(".json") && isTemplate(join(folder, name)),
);

test("the bundled template is among what is linted", () => {
  expect(templates).toContain("aurora-postgresql.json");
});

// In CI a missing linter would let everything pass, so there its absence fails; elsewhere it is a visible skip.
test("cfn-lint is installed", ({ skip }) => {
  if (found.kind === "missing" && process.env.CI !== "true") skip(found.reason);
  expect(found).toMatchObject({ kind: "found" });
});

describe.runIf(found.kind === "found")(`cfn-lint, every region, informational rules included${why}`, () => {
  const command = found.kind === "found" ? found.command : "";

  test.for(templates)("%s is clean", (name) => {
    expect(lint(command, join(folder, name))).toEqual({ exitCode: 0, findings: "" });
  });

  test("a mistake in the bundled template is found", () => {
    const work = mkdtempSync(join(tmpdir(), "cfn-lint-"));
    try {
      const broken = readFileSync(join(folder, "aurora-postgresql.json"), "utf8").replace(
        '"BackupRetentionPeriod"',
        '"BackupRetention"',
      );
      writeFileSync(join(work, "broken.json"), broken);
      const result = lint(command, join(work, "broken.json"));
      expect(result.exitCode).not.toBe(0);
      expect(result.findings).toContain("E3002");
    } finally {
      rmSync(work, { recursive: true });
    }
  });
});

function isTemplate(path: string): boolean {
  const document: unknown = JSON.parse(readFileSync(path, "utf8"));
  return typeof document === "object" && document !== null && "Resources" in document;
}
