import { expect, test } from "vitest";
import { attempt, errorsOf, inputError } from "../../../src/flows/render/problems.ts";
import type { Finding } from "../../../src/template/model.ts";
import { findingsOf, invalidTemplate } from "../../../src/template/problems.ts";
import { parseTemplate } from "../../../src/template/text/parse.ts";

const wrongInput: Finding = { level: "error", message: "Input label is wrong." };
const placed: Finding = {
  level: "error",
  message: "Ref names no parameter.",
  location: { file: "stack.yaml", line: 3, column: 5 },
};

test("what a template's problems are about goes along with the other problems, line by line", async () => {
  const broken = await attempt(async () => parseTemplate("Resources: {A: [", "stack.yaml"));
  const checked = await attempt<never>(async () => {
    throw invalidTemplate([placed, { ...placed, location: { file: "stack.yaml", line: 9, column: 1 } }]);
  });
  const problems = [wrongInput, ...broken.problems, ...checked.problems, ...errorsOf([placed])];
  const findings = findingsOf(inputError(problems, []));
  expect(findings.map(({ location }) => location?.line)).toEqual([undefined, 1, 3, 9, 3]);
});

test("a problem that is on no line has no finding of its own", async () => {
  const missing = await attempt<never>(async () => {
    throw new Error("x");
  }).catch((error: unknown) => error);
  expect(missing).toBeInstanceOf(Error);
  expect(findingsOf(inputError([{ message: "a.yaml is missing" }], []))).toEqual([]);
});
