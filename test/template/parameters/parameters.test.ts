import { expect, it } from "vitest";
import {
  parameterFileName,
  parseAssignments,
  parseParameterFile,
} from "../../../src/template/parameters/assignments.ts";
import { declaredParameters } from "../../../src/template/parameters/declarations.ts";
import { resolveParameters } from "../../../src/template/parameters/resolve.ts";
import { findingText } from "../../../src/template/problems.ts";
import { parseTemplate } from "../../../src/template/text/parse.ts";
import { BAD_PARAMETERS, type BadParameters, DECLARATIONS, REQUIRED } from "./bad-parameters.ts";

const declared = declaredParameters(parseTemplate(DECLARATIONS, "t.yaml"));

async function problems({
  origin,
  text,
  suffix,
  existing,
  mayKeepPrevious = "no",
}: BadParameters): Promise<readonly string[]> {
  const read = origin === "parameters" ? parseAssignments(text, origin) : await readFile(text, origin);
  const resolved = resolveParameters({
    declared,
    layers: [read.assignments],
    environmentSuffix: suffix,
    existing,
    missing: "previous",
    mayKeepPrevious,
  });
  return [...read.problems, ...resolved.problems].map(
    (finding) => `${finding.level === "error" ? "" : `${finding.level}: `}${findingText(finding)}`,
  );
}

async function readFile(text: string, name: string) {
  const { path, environment } = parameterFileName(name);
  const { parameters, problems } = await parseParameterFile(text, path, environment);
  return { assignments: parameters, problems };
}

async function entry(bad: BadParameters): Promise<string> {
  const around = bad.suffix === undefined ? "" : ` (environment-suffix: ${bad.suffix})`;
  const shown = bad.text.length > 400 ? `${bad.text.slice(0, 160)}…` : bad.text;
  const found = await problems(bad);
  expect(found, bad.title).not.toEqual([]);
  return `### ${bad.title}\n${bad.origin}${around}:\n\`\`\`\`text\n${shown}\n\`\`\`\`\n${found.map((line) => `- ${line}`).join("\n")}\n`;
}

it("bad parameters: exact messages", async () => {
  const page = ["# Bad parameters\n", ...(await Promise.all(BAD_PARAMETERS.map(entry)))].join("\n");
  expect(page.match(/^- .*hunter2.*$/gm)).toBeNull();
  await expect(page).toMatchFileSnapshot("../../golden/template/bad-parameters.md");
});

it("names every required parameter that has no value", () => {
  const required = declaredParameters(parseTemplate(REQUIRED, "t.yaml"));
  const request = {
    declared: required,
    layers: [],
    environmentSuffix: undefined,
    existing: undefined,
  } as const;
  const { problems, undecided } = resolveParameters({
    ...request,
    missing: "previous",
    mayKeepPrevious: "no",
  });
  expect(undecided).toEqual([]);
  expect(problems).toHaveLength(required.length);
  expect(problems.map(({ message }) => message)).toContain(
    'Parameter Size has no value and no default. Add a line "Size=…" to the input parameters, or name it in a file of parameters-file.',
  );
  expect(problems[0]?.message).toBe(
    "Parameter environmentSuffix has no value and no default. Set the input environment-suffix.",
  );
});
