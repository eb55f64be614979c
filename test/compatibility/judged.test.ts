import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { cellsOf } from "../../scripts/compatibility/judged.ts";
import { requireIntegrity } from "../../scripts/compatibility/published.ts";
import { WORKS } from "../../scripts/compatibility/table.ts";

test("a problem that is explained is in its cell, any other fails too", () => {
  const judged = {
    operations: ["GET /a", "GET /a/b", "sts:Ask"],
    problems: ["GET /a: answer 200/x must be string", "sts:Ask output.Y: no such member"],
  };
  const accepted = [{ problem: /\/x must be string$/, because: "it may be null" }];
  expect(cellsOf("one", judged, accepted, ["GET /a", "GET /b"])).toEqual({
    cells: [
      { row: "GET /a", column: "one", says: "it may be null" },
      { row: "GET /a/b", column: "one", says: WORKS },
      { row: "GET /b", column: "one", says: "not played" },
      { row: "sts:Ask", column: "one", says: "not as published" },
    ],
    unexplained: ["one: sts:Ask output.Y: no such member"],
  });
});

test("an archive of other bytes is refused", () => {
  const bytes = Buffer.from("archive");
  const integrity = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
  expect(() => requireIntegrity(bytes, integrity)).not.toThrow();
  expect(() => requireIntegrity(Buffer.from("other"), integrity)).toThrow("integrity");
});
