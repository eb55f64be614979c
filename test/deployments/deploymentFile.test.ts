import { describe, expect, test } from "vitest";
import { parseDeploymentFile } from "../../src/deployments/deploymentFile.ts";
import { DEFAULTS } from "../../src/inputDefaults.ts";
import { action } from "../contract/action.ts";

const read = (text: string) => parseDeploymentFile(text, "deployments/app.yaml");
const said = (text: string) =>
  read(text).problems.map(({ location, message }) => `${location?.line}:${location?.column} ${message}`);

test("AWS's own format: template, parameters, tags", () => {
  const file = read(
    [
      "template-file-path: cfn/app.yaml",
      "parameters:",
      "  Size: 010",
      "  Zones: [a, b]",
      "tags:",
      "  team: payments",
    ].join("\n"),
  );
  expect(file.problems).toEqual([]);
  expect([...file.inputs]).toEqual([["template", "cfn/app.yaml"]]);
  expect([...file.parameters.values]).toEqual([
    ["Size", { kind: "value", value: "010" }],
    ["Zones", { kind: "value", value: "a,b" }],
  ]);
  expect([...file.tags.values]).toEqual([["team", { kind: "value", value: "payments" }]]);
});

test("JSON as well, a byte order mark too", () => {
  const { inputs, problems } = read('\ufeff{"template-file-path": "a.json", "timeout-minutes": 90}');
  expect(problems).toEqual([]);
  expect([...inputs]).toEqual([
    ["template", "a.json"],
    ["timeout-minutes", "90"],
  ]);
});

test("keys that are called as the inputs, as a step would give them", () => {
  const file = read(
    [
      "template: aurora-postgresql",
      "stack-name: app",
      "preflight: false",
      "termination-protection: yes",
      "notification-arns:",
      "  - arn:aws:sns:us-east-1:123456789012:a",
      "  - arn:aws:sns:us-east-1:123456789012:b",
      "depends-on: [network, data]",
      "matrix: {environment: production, runner: [self-hosted, large]}",
    ].join("\n"),
  );
  expect(file.problems).toEqual([]);
  expect(Object.fromEntries(file.inputs)).toEqual({
    template: "aurora-postgresql",
    "stack-name": "app",
    preflight: "false",
    "termination-protection": "yes",
    "notification-arns": "arn:aws:sns:us-east-1:123456789012:a\narn:aws:sns:us-east-1:123456789012:b",
  });
  expect(file.dependsOn).toEqual(["network", "data"]);
  expect(file.matrix).toEqual({ environment: "production", runner: ["self-hosted", "large"] });
});

describe("what is wrong, at its line", () => {
  test.for([
    ["stack-nam: app", "1:1 A deployment file has no key stack-nam. Did you mean stack-name?"],
    ["template: a\nparameter: {}", "2:1 A deployment file has no key parameter. Did you mean parameters?"],
    ["template: a\nrequire-review: false", "2:1 require-review is the workflow's to decide"],
    ["parameters: [a]", "1:1 parameters must be a mapping of names to values."],
    ["parameters: {A: {B: c}}", "A is an object; a value is text."],
    ["tags: team=a", "1:1 tags must be a mapping of names to values."],
    ["stack-name: {a: b}", "1:1 stack-name must be a text, a number, true or false, or a list of them."],
    ["stack-name:", "1:1 stack-name must be a text"],
    ["matrix: production", "1:1 matrix must be a mapping."],
    ["depends-on: [net work]", "1:1 depends-on must be a list of stack names."],
    ["template: a\ntemplate-file-path: b", "name one template; keep one of them."],
    ["- template: a", "A deployment file is a mapping"],
    ["stack-name: a\nstack-name: b", "stack-name"],
    ["", "the file is empty"],
  ] as const)("%s", ([text, message]) => expect(said(text).join("\n")).toContain(message));

  test("no value is repeated", () => {
    const secret = "hunter2-hunter2";
    for (const text of [
      `parameters: {P: {x: ${secret}}}`,
      `parameters: [${secret}]`,
      `matrix: ${secret}`,
      `a: b: ${secret}`,
      `depends-on: ["${secret}!"]`,
      // A file that is no deployment file, named by mistake or on purpose.
      `TOKEN=${secret}: 1`,
      `${secret} ${"x".repeat(300)}: 1`,
    ])
      expect(said(text).join("\n")).not.toContain(secret);
  });
});

/** The inputs that a file may not set, by what a file says to them. */
const own = Object.keys(action.inputs).filter((name) =>
  said(`${name}: x`).join().includes("is the workflow's"),
);

test("who may deploy what is the workflow's to decide, whatever a file says", () => {
  expect(own.sort()).toEqual(
    [
      ...["allow-destructive", "approved-digest", "confirm", "deploy-branch", "deployment-file"],
      "deployments",
      ...["github-token", "mode", "on-destructive", "record-key", "require-review", "required-approvals"],
    ].sort(),
  );
  for (const name of own) expect([...read(`${name}: x`).inputs]).toEqual([]);
});

test("every other input can be set, and has no default in action.yml that would hide that", () => {
  const settable = Object.keys(action.inputs).filter((name) => !own.includes(name));
  for (const name of settable) {
    expect(said(`${name}: {a: b}`).join(), name).not.toContain("no key");
    expect(action.inputs[name]?.default, name).toBeUndefined();
  }
  expect(Object.keys(DEFAULTS).filter((name) => !settable.includes(name))).toEqual([]);
});
