import { describe, expect, test } from "vitest";
import { mutationReport } from "../../scripts/mutation-report.ts";

const SOURCE = `export function most(a: number, b: number): number {
  if (a > b) return a;
  return b;
}
`;

/** A mutant of \`part\`, which is on the line. */
function mutant(status: string, line: number, part: string, replacement: string) {
  const column = (SOURCE.split("\n")[line - 1] ?? "").indexOf(part) + 1;
  return {
    mutatorName: "Any",
    status,
    replacement,
    location: { start: { line, column }, end: { line, column: column + part.length } },
  };
}

const killed = mutant("Killed", 3, "b", "a");
const survived = mutant("Survived", 2, "a > b", "a >= b");

function resultOf(folder: string, ...mutants: readonly ReturnType<typeof mutant>[]) {
  return { folder, files: { [`src/${folder}/most.ts`]: { source: SOURCE, mutants } } };
}

const nine = Array.from({ length: 9 }, () => killed);

describe("the score", () => {
  test("is noticed of all that was tried: time-outs are noticed, and what no test runs is not", () => {
    const timedOut = { ...killed, status: "Timeout" };
    const unrun = { ...killed, status: "NoCoverage" };
    const leftOut = { ...killed, status: "Ignored" };
    const { markdown } = mutationReport(resultOf("template", killed, timedOut, survived, unrun, leftOut), []);
    expect(markdown).toContain("| **all** | 50.0 % | 2 | 2 | 1 |\n| most.ts | 50.0 % | 2 | 2 | 1 |");
  });

  test("below the goal is complained about where every survivor counts", () => {
    const explained = [{ file: "changes/most.ts", of: "a > b", why: "equal is equal" }];
    const complaints = (folder: string) =>
      mutationReport(resultOf(folder, killed, survived), explained).complaints;
    expect(complaints("changes")).toEqual(["The score of src/changes is below 85 %"]);
    expect(complaints("template")).toEqual([]);
  });
});

describe("a survivor", () => {
  const result = resultOf("changes", ...nine, survived);

  test("that nobody explained is complained about, with its place", () => {
    const { markdown, complaints } = mutationReport(result, []);
    expect(complaints).toEqual(["Nobody noticed, nor explained: changes/most.ts:2 a > b → a >= b"]);
    expect(markdown).toContain("### changes/most.ts\n\n**Not explained**\n\n- 2: `a > b → a >= b`");
  });

  test.for(["if (a > b)", "→ a >= b", /^a > b → a >=/])("is explained by %s of it", (of) => {
    const why = "The larger of two equal numbers is either.";
    const { markdown, complaints } = mutationReport(result, [{ file: "changes/most.ts", of, why }]);
    expect(complaints).toEqual([]);
    expect(markdown).toContain(`${why}\n\n- 2: \`a > b → a >= b\``);
  });

  test("that is no more leaves an explanation that nobody needs, and that is said", () => {
    const explained = [
      { file: "changes/most.ts", of: "a > b", why: "…" },
      { file: "changes/most.ts", of: "return b", why: "…" },
      { file: "stack/most.ts", of: "x", why: "…" },
    ];
    expect(mutationReport(result, explained).complaints).toEqual([
      "Explained, but nothing there survives: changes/most.ts return b",
    ]);
  });
});
