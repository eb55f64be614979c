import { expect, test } from "vitest";
import type { StackDrift } from "../../src/changes/drift.ts";
import { driftLines, driftReport } from "../../src/report/sections/drift.ts";
import { shownDrift } from "../../src/report/shownView.ts";
import { withinBudget } from "../../src/report/text/budget.ts";
import { openSecrets } from "../../src/secrets/secrets.ts";

const drift: StackDrift = {
  resources: [],
  unchecked: [],
  coverage: {
    checked: 1_200,
    leftOut: [
      { stackPath: ["Network"], logicalId: "Zone", type: "Custom::Zone\n::error::`|@everyone" },
      ...Array.from({ length: 999 }, (_, index) => ({
        ...{ stackPath: [], logicalId: `Wait${index}`, type: "AWS::CloudFormation::WaitConditionHandle" },
      })),
    ],
    untold: [{ stackPath: ["Mail"], reason: "Cannot list, said hunter2-hunter2\n::error::" }],
  },
};
const secrets = openSecrets();
secrets.learn(["hunter2-hunter2"]);
const shown = shownDrift(drift, secrets);
const report = (limit: number) =>
  withinBudget(
    driftReport(shown, (count) => `${count} more`),
    limit,
  );

test("what was left out breaks no line of the log and no cell, and tells no secret", () => {
  const lines = driftLines(shown);
  expect(lines.join("")).not.toContain("\n");
  expect(lines.filter((line) => line.startsWith("::"))).toEqual([]);
  expect(report(1_000_000)).toMatch(/^\| `Network\/Zone` \| .*Custom::Zone.*@everyone.* \|$/m);
  for (const text of [lines.join("\n"), report(1_000_000)]) {
    expect(text).not.toContain("hunter2");
    expect(text).toContain("Mail");
  }
});

test("what has no room is counted, and how many were left out is told first", () => {
  const text = report(2_000);
  const rows = text.match(/^\| `(Network|Wait)/gm)?.length ?? 0;
  expect(rows).toBeGreaterThan(0);
  expect(text).toContain(`${1_000 - rows} more`);
  expect(text).toContain("Checked: 1,200 resources. Left out: 1000,");
  expect(text.length).toBeLessThanOrEqual(2_000);
});
