import { describe, expect, test } from "vitest";
import { zizmor } from "../../scripts/install-zizmor.ts";
import { find } from "../../scripts/virtualenv.ts";
import { documentedWorkflows } from "../e2e/workflows/documentedWorkflows.ts";
import { read, root } from "./action.ts";
import { files } from "./pages.ts";
import { audit, type Finding } from "./zizmor.ts";

/** A rule's findings that stay: those whose first line, and whose file, begin so. */
interface Accepted {
  readonly rule: string;
  readonly where: readonly string[];
  readonly what?: string;
  readonly reason: string;
}

const accepted = JSON.parse(read("test/contract/accepted-workflow-findings.json")) as readonly Accepted[];
const found = find(zizmor, root);
const why = found.kind === "found" ? "" : ` (skipped: ${found.reason})`;
const own = files
  .filter((path) => /^(?:action\.yml|\.github\/(?:dependabot|workflows\/.*)\.ya?ml)$/.test(path))
  .map((name) => ({ name, text: read(name) }));

// In CI a missing program would let everything pass, so there its absence fails; elsewhere it is a visible skip.
test("zizmor is installed", ({ skip }) => {
  if (found.kind === "missing" && process.env.CI !== "true") skip(found.reason);
  expect(found).toMatchObject({ kind: "found" });
});

describe.runIf(found.kind === "found")(`zizmor, pedantic${why}`, () => {
  const command = found.kind === "found" ? found.command : "";

  test("finds what is accepted, and nothing else", () => {
    expect(own.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["action.yml", ".github/dependabot.yml", ".github/workflows/ci.yml"]),
    );
    const findings = audit(command, [...own, ...documentedWorkflows()]);
    expect(findings.filter((finding) => !accepted.some((one) => fits(one, finding)))).toEqual([]);
    const idle = accepted.flatMap((one) =>
      one.where
        .filter((where) => !findings.some((finding) => fits({ ...one, where: [where] }, finding)))
        .map((where) => `${one.rule} in ${where}`),
    );
    expect(idle).toEqual([]);
  });

  test("a mistake is found, in a workflow of the repository and in an example", () => {
    const pinned = /@[0-9a-f]{40} # v[\d.]+/;
    const ci = { name: ".github/workflows/ci.yml", text: read(".github/workflows/ci.yml") };
    const [example] = documentedWorkflows();
    const broken = [ci, { name: "README.md · Quick start 1", text: example?.text ?? "" }].map((one) => ({
      ...one,
      text: one.text.replace(pinned, "@v6"),
    }));
    const loose = audit(command, broken).filter(
      ({ rule, what }) => rule === "unpinned-uses" && !/^org\//.test(what),
    );
    expect(loose.map(({ where, what }) => [where, what])).toEqual(
      broken.map(({ name }) => [name, "actions/checkout@v6"]),
    );
  });

  test("a file that it cannot read is no file without findings", () => {
    expect(() => audit(command, [{ name: "broken", text: "jobs: [" }])).toThrow("zizmor judged nothing");
  });
});

function fits(one: Accepted, { rule, where, what }: Finding): boolean {
  return (
    one.rule === rule && one.where.some((start) => where.startsWith(start)) && what.startsWith(one.what ?? "")
  );
}

test("what is accepted has its reason", () => {
  expect(accepted.length).toBeGreaterThan(0);
  for (const { reason } of accepted) expect(reason).toMatch(/^.{30,}\.$/);
});
