import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDeploymentFile } from "../../src/deployments/deploymentFile.ts";
import { matrixOf, OWN_KEYS } from "../../src/deployments/matrix.ts";
import type { JsonObject } from "../../src/template/model.ts";
import { deploymentOf } from "./examples.ts";

const read = (json: string) => JSON.parse(json) as { include: readonly Record<string, unknown>[] };

test("none: a matrix without jobs", () => expect(matrixOf([])).toBe('{"include":[]}'));

test("an entry a stack, in their order, a label only where there is one", () => {
  const dev = deploymentOf("b", { label: "dev", region: "eu-west-1" });
  expect(read(matrixOf([deploymentOf("a"), dev])).include).toEqual([
    { "stack-name": "a", region: "us-east-1", "deployment-file": "deployments/a.yaml" },
    { "stack-name": "b", region: "eu-west-1", "deployment-file": "deployments/b.yaml", label: "dev" },
  ]);
});

test("whatever a file says there comes through as it is, on one line, and takes nothing's place", () => {
  const key = fc.string().filter((name) => !OWN_KEYS.includes(name) && name !== "__proto__");
  fc.assert(
    fc.property(fc.dictionary(key, fc.jsonValue()), fc.string(), (given, file) => {
      const matrix = JSON.parse(JSON.stringify(given)) as JsonObject;
      const json = matrixOf([deploymentOf("a", { matrix, file })]);
      expect(json).not.toMatch(/[\r\n]/);
      expect(read(json).include).toEqual([
        { "stack-name": "a", region: "us-east-1", "deployment-file": file, ...matrix },
      ]);
    }),
  );
});

test.for(OWN_KEYS)("a file may not say %s there", (name) => {
  const { problems } = parseDeploymentFile(`matrix: {${name}: x}`, "a.yaml");
  expect(problems.map(({ message }) => message)).toEqual([
    `matrix may not set ${name}, which is known of the stack already.`,
  ]);
});
