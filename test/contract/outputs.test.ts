import { describe, expect, test } from "vitest";
import { action, OUTPUTS } from "./action.ts";

describe("outputs", () => {
  test("action.yml declares exactly the names of the contract", () => {
    expect(Object.keys(action.outputs)).toEqual([...OUTPUTS]);
  });

  // CloudFormation's output keys are alphanumeric, so a name with a hyphen can never be a stack output's.
  // `matrix`, a name of GitHub's own, is set by a discovery alone, which has no stack.
  const ours = Object.keys(action.outputs).filter((name) => name !== "matrix");
  test.for(ours)("%s cannot collide with a stack output", (name) => {
    expect(name).toMatch(/^[a-z]+(-[a-z0-9]+)+$/);
  });

  test("the action runs the committed bundle on Node 24", () => {
    expect(action.runs).toEqual({ using: "node24", main: "dist/index.js" });
  });
});
