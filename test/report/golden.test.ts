import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { renderCheck } from "../../src/report/check.ts";
import { commentMarker, renderComment } from "../../src/report/comment.ts";
import { renderSummary } from "../../src/report/summary.ts";
import { GOLDEN, readSituation, situationNames, viewOf } from "./situations.ts";

// UPDATE_GOLDEN=1 writes the files anew; read the difference before you commit it.
const UPDATE = process.env.UPDATE_GOLDEN === "1";

describe("the report of", () => {
  test.each(situationNames())("%s", (name) => {
    const situation = readSituation(name);
    const view = viewOf(situation);
    const comment = renderComment(
      view,
      commentMarker({ stackName: view.stack, region: view.region, label: view.label }),
    );
    expectGolden(`${name}.md`, comment);
    if (situation.render?.includes("summary")) expectGolden(`${name}.summary.md`, renderSummary(view));

    expect(comment.length).toBeLessThanOrEqual(65_536);
    const check = renderCheck(view);
    expect(Buffer.byteLength(check.summary)).toBeLessThanOrEqual(65_535);
    expect(check.title).toContain(view.stack);
    expect(Buffer.byteLength(renderSummary(view))).toBeLessThanOrEqual(1_048_576);
  });

  test("at least 25 situations", () => {
    expect(situationNames().length).toBeGreaterThanOrEqual(25);
  });
});

function expectGolden(file: string, actual: string): void {
  const path = new URL(file, GOLDEN);
  if (UPDATE) writeFileSync(path, `${actual}\n`);
  expect(existsSync(path), `${file} is missing: run with UPDATE_GOLDEN=1`).toBe(true);
  expect(`${actual}\n`).toBe(readFileSync(path, "utf8"));
}
