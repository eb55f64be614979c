import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { startVitest } from "vitest/node";
import { tellSkipped } from "./tellSkipped.ts";

const root = mkdtempSync(join(tmpdir(), "skipping-"));
afterAll(() => rmSync(root, { recursive: true }));

/** Runs the files in a vitest of their own; what is told of them. */
async function told(files: Readonly<Record<string, string>>, options = {}): Promise<readonly string[]> {
  const folder = mkdtempSync(join(root, "run-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const lines: string[] = [];
  const reporters = [tellSkipped((text) => lines.push(...text.split("\n")))];
  const inner = { root: folder, config: false as const, globals: true, watch: false, reporters, ...options };
  await (await startVitest("test", [], inner)).close();
  return lines.filter((line) => line !== "");
}

const SKIPPING = {
  "a.test.js": `
    test("runs", () => {});
    test("skips itself", ({ skip }) => skip("needs a tool"));
    describe.skip("a group (skipped: needs a network)", () => {
      describe("with a group", () => { test("in it", () => {}); });
      test("of its own", () => {});
    });`,
  "b.test.js": `
    test("skips itself, too", ({ skip }) => skip("needs a tool"));
    test.skip("says nothing", () => {});`,
};

test("every skipped test is counted under its reason", async () => {
  expect(await told(SKIPPING)).toEqual([
    "Skipped: 5 of the tests",
    "  2 × needs a tool",
    "    a.test.js",
    "    b.test.js",
    "  2 × needs a network",
    "    a.test.js",
    "  1 × no reason given",
    "    b.test.js",
  ]);
});

test("nothing is said where nothing was skipped, or where tests were chosen by name", async () => {
  expect(await told({ "a.test.js": `test("runs", () => {});` })).toEqual([]);
  expect(await told(SKIPPING, { testNamePattern: "runs" })).toEqual([]);
});
