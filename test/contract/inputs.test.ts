import { describe, expect, test } from "vitest";
import { parseInputs } from "../../src/inputs.ts";
import { action, INPUT_DEFAULTS } from "./action.ts";

const SUFFIX = { "environment-suffix": "prod" };

function parsed(given: Readonly<Record<string, string>>) {
  const asked = new Set<string>();
  const read = (name: string): string => {
    asked.add(name);
    return given[name] ?? "";
  };
  return { ...parseInputs(read, undefined), asked };
}

/** What the runner hands over when a workflow sets nothing but the suffix. */
function declaredDefaults(): Record<string, string> {
  const defaults = Object.entries(action.inputs).map(([name, { default: value }]) => [name, value ?? ""]);
  return { ...Object.fromEntries(defaults), "github-token": "", ...SUFFIX };
}

describe("inputs", () => {
  test("action.yml declares exactly the names and defaults of the contract", () => {
    const declared = Object.entries(action.inputs).map(([name, input]) => [name, input.default]);
    expect(Object.fromEntries(declared)).toEqual(INPUT_DEFAULTS);
  });

  test("every declared input is read, and nothing else", () => {
    expect([...parsed({}).asked].sort()).toEqual(Object.keys(action.inputs).sort());
  });

  test("the defaults in action.yml are those of the code", () => {
    const declared = parsed(declaredDefaults());
    expect(declared.problems).toEqual([]);
    expect(declared.inputs).toEqual(parsed(SUFFIX).inputs);
  });

  test("region falls back to the environment's, then to us-east-1", () => {
    expect(parsed(SUFFIX).inputs.region).toBe("us-east-1");
    expect(
      parseInputs((name) => (name === "environment-suffix" ? "prod" : ""), "eu-west-1").inputs.region,
    ).toBe("eu-west-1");
  });

  test.for(Object.entries(action.inputs))("%s is described in one line", ([, { description }]) => {
    expect(description.trim()).toMatch(/^[^\n]{10,200}\.$/);
  });
});
