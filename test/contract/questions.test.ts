import { describe, expect, test } from "vitest";
import { REASON_CODES } from "../../scripts/reason-codes.ts";
import { read } from "./action.ts";
import { files } from "./pages.ts";

const PAGE = "docs/questions.md";
const [why = ""] = read(PAGE).split("\n## When there is no code\n");

describe(PAGE, () => {
  test("has a section only for codes that there are", () => {
    const codes = [...why.matchAll(/^### (.*)$/gm)].flatMap(([, title = ""]) =>
      [...title.matchAll(/`([a-z-]+)`/g)].map((match) => match[1] ?? ""),
    );
    expect(codes.length).toBeGreaterThan(8);
    expect(codes.filter((code) => !Object.hasOwn(REASON_CODES, code))).toEqual([]);
  });

  // Who searches the page for what the log says must find it.
  test("quotes the action in its own words", () => {
    const source = files
      .filter((path) => /^src\/.*\.ts$/.test(path))
      .map(read)
      .join("\n");
    const quoted = [...why.matchAll(/"([a-z][^"]*)"/g)].map((match) =>
      (match[1] ?? "").replaceAll(/\s+/g, " "),
    );
    const ofOthers = ["not authorized to perform sts:AssumeRoleWithWebIdentity"];
    expect(quoted.length).toBeGreaterThan(8);
    expect(quoted.filter((words) => !source.includes(words) && !ofOthers.includes(words))).toEqual([]);
  });
});
