import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseTemplate } from "../../src/template/text/parse.ts";
import { renderTemplate } from "../../src/template/tree/render.ts";
import { findCfnLint, lint } from "./cfn-lint.ts";
import { parameterSetNames, readAuroraText, readParameterSet } from "./template.ts";

const found = findCfnLint();
const why = found.kind === "found" ? "" : ` (skipped: ${found.reason})`;
const { body } = renderTemplate(parseTemplate(readAuroraText(), "templates/aurora-postgresql.json"));

test("cfn-lint is there to judge the rendered template", ({ skip }) => {
  if (found.kind === "missing" && process.env.CI !== "true") skip(found.reason);
  expect(found).toMatchObject({ kind: "found" });
});

describe.runIf(found.kind === "found")(
  `cfn-lint over the rendered bundled template, informational rules included${why}`,
  () => {
    const command = found.kind === "found" ? found.command : "";

    function lintWith(parameters: Readonly<Record<string, string>>) {
      const work = mkdtempSync(join(tmpdir(), "rendered-"));
      try {
        const path = join(work, "app.json");
        writeFileSync(path, body);
        return lint(command, path, { parameters, regions: regionsOf(parameters) });
      } finally {
        rmSync(work, { recursive: true });
      }
    }

    test.for(parameterSetNames)("is clean with the parameter set %s", (name) => {
      expect(lintWith(readParameterSet(name))).toEqual({ exitCode: 0, findings: "" });
    });

    // Were the parameters not taken, every set would be clean.
    test("a value that no resource can have is found", () => {
      const { exitCode, findings } = lintWith({ ...readParameterSet("production"), LogRetentionDays: "4" });
      expect(exitCode).not.toBe(0);
      expect(findings).toMatch(/LogRetentionDays|RetentionInDays/);
    });
  },
);

/** A parameter set that names zones is for their region. */
function regionsOf({ AvailabilityZoneA }: Readonly<Record<string, string>>): readonly string[] {
  return [AvailabilityZoneA?.replace(/[a-z]$/, "") ?? "us-east-1"];
}
