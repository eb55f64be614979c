import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isObject } from "../../../src/template/canonical.ts";
import { contextOf } from "../../../src/template/evaluate/context.ts";
import { type Evaluated, same } from "../../../src/template/evaluate/evaluated.ts";
import { evaluateValue, isNoValue } from "../../../src/template/evaluate/value.ts";
import { functionOf, visitFunctions } from "../../../src/template/functions.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";
import { decodeTemplate, parseTemplate } from "../../../src/template/text/parse.ts";
import { pythonOfCfnLint } from "../cfnLintPython.ts";
import { corpus } from "../corpus.ts";

/** What cfn-lint makes of a function under one choice of parameters and conditions. */
interface Resolved {
  readonly value: Json;
  readonly refs: Readonly<Record<string, Json>>;
  readonly conditions: Readonly<Record<string, boolean>>;
}
interface Answer {
  readonly path: string;
  readonly uses?: readonly {
    readonly at: readonly (string | number)[];
    readonly values: readonly Resolved[];
  }[];
  readonly error?: string;
}

const { files: all, missing: noCorpus } = corpus([
  "cfn-lint@1.58.0",
  "cfripper@1.22.1",
  "@mapbox/cloudfriend@9.4.3",
  "aws-cdk@2.1029.0",
]);
const files = all.filter(({ isBroken }) => !isBroken);
const python = pythonOfCfnLint();
const missing = noCorpus ?? ("missing" in python ? python.missing : undefined);

describe.skipIf(missing !== undefined)(
  `functions in public templates${missing === undefined ? "" : ` (skipped: ${missing})`}`,
  () => {
    it("evaluate to what cfn-lint resolves them to", { timeout: 120_000 }, () => {
      const counts = { equal: 0, unknown: 0, different: 0 };
      const unknown: Record<string, number> = {};
      const told: string[] = [];
      for (const { path, uses = [] } of answers()) {
        const file = files.find((each) => each.path === path)?.name ?? path;
        const template = parsed(file, path);
        if (template === undefined) continue;
        for (const { at, values } of uses) {
          for (const resolved of values.filter(isWhole)) {
            const own = evaluated(template, at, resolved);
            const outcome = compared(own, candidates(resolved, values));
            counts[outcome] += 1;
            const name = functionOf(nodeAt(template, at))?.name ?? "";
            if (outcome === "unknown") unknown[name] = (unknown[name] ?? 0) + 1;
            if (outcome === "different") told.push(difference(file, at, resolved.value, own));
          }
        }
      }
      console.log(`cfn-lint: ${JSON.stringify(counts)}; not known here: ${JSON.stringify(unknown)}`);
      expect(told).toEqual([]);
      expect(counts.equal).toBeGreaterThan(1_500);
    });
  },
);

function answers(): readonly Answer[] {
  if ("missing" in python) return [];
  const script = join(import.meta.dirname, "cfn_lint_values.py");
  const input = files.map(({ path }) => `${path}\n`).join("");
  const { status, stdout, stderr } = spawnSync(python.command, [script], {
    input,
    encoding: "utf8",
    maxBuffer: 200_000_000,
    timeout: 100_000,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const lines = stdout.trimEnd().split("\n");
  expect(lines).toHaveLength(files.length);
  return lines.map((line) => JSON.parse(line) as Answer);
}

function parsed(name: string, path: string): JsonObject | undefined {
  try {
    return parseTemplate(decodeTemplate(readFileSync(path), name), name).value;
  } catch {
    // The corpus test tells what is refused, and why.
    return undefined;
  }
}

/** The function at a place, with the parameters and the branches that cfn-lint chose. */
function evaluated(
  template: JsonObject,
  at: readonly (string | number)[],
  { refs, conditions }: Resolved,
): Evaluated {
  const texts = Object.entries(refs).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(",") : String(value),
  ]);
  const values = Object.fromEntries(texts) as Record<string, string>;
  // An Fn::Sub in an Fn::Sub loses the name that cfn-lint gives to every stack.
  const pseudo = { "AWS::StackName": "teststack", ...values };
  const context = contextOf(template, { parameters: values, pseudo });
  const chosen = { ...context, condition: (name: string) => conditions[name] ?? context.condition(name) };
  return evaluateValue(chosen, nodeAt(template, at));
}

function nodeAt(template: JsonObject, at: readonly (string | number)[]): Json {
  return at.reduce<Json>((node, step) => {
    const next = Array.isArray(node) ? node[Number(step)] : isObject(node) ? node[step] : undefined;
    if (next === undefined) throw new Error(`nothing at ${at.join("/")}`);
    return next;
  }, template);
}

/** A branch of an Fn::If, say, is given as it is written, with functions in it. */
function isWhole({ value }: Resolved): boolean {
  let hasFunctions = false;
  visitFunctions(value, [], () => {
    hasFunctions = true;
  });
  return !hasFunctions;
}

/** Of a mapping whose key it does not know, an AWS::Region say, cfn-lint names every value under one choice. */
function candidates({ refs, conditions }: Resolved, values: readonly Resolved[]): readonly Json[] {
  const choice = JSON.stringify([refs, conditions]);
  return values
    .filter((other) => JSON.stringify([other.refs, other.conditions]) === choice)
    .map(({ value }) => value);
}

function compared(own: Evaluated, theirs: readonly Json[]): "equal" | "unknown" | "different" {
  if (isNoValue(own)) return theirs.some((value) => JSON.stringify(value) === "{}") ? "equal" : "different";
  const verdicts = theirs.map((value) => same(jsonOf(own), jsonOf(value)));
  if (verdicts.includes(true)) return "equal";
  return verdicts.includes("unknown") ? "unknown" : "different";
}

/** Fn::ToJsonString: Python puts spaces where JavaScript puts none. */
function jsonOf(value: Evaluated): Evaluated {
  if (typeof value !== "string" || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
}

function difference(name: string, at: readonly (string | number)[], theirs: Json, own: Evaluated): string {
  return `- ${name}, ${at.join("/")}: cfn-lint \`${JSON.stringify(theirs)}\`, here \`${JSON.stringify(own)}\``;
}
