import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ActionError } from "../../../src/errors.ts";
import { isObject } from "../../../src/template/canonical.ts";
import type { Json } from "../../../src/template/model.ts";
import { findingsOf } from "../../../src/template/problems.ts";
import { decodeTemplate, formatOf, parseTemplate } from "../../../src/template/text/parse.ts";
import { pythonOfCfnLint } from "../cfnLintPython.ts";
import { type CorpusFile, corpus } from "../corpus.ts";

type Answer =
  | { readonly path: string; readonly value: Json }
  | { readonly path: string; readonly error: string };
type Reading = { readonly value: Json } | { readonly messages: readonly string[] };

/** What CloudFormation refuses in a document that YAML itself allows. */
const EXPLAINED: readonly (readonly [why: string, messages: RegExp])[] = [
  ["CloudFormation does not have the tag", /is not a CloudFormation function/],
  [
    "it is no template: a text, a list, nothing",
    /must be a mapping with a Resources section|the file is empty/,
  ],
  ["aliases that multiply", /holds more than 250,000 values/],
];

const { files: all, missing: noCorpus } = corpus();
const python = pythonOfCfnLint();
const missing = noCorpus ?? ("missing" in python ? python.missing : undefined);
const files = all.filter(isYaml);

describe.skipIf(missing !== undefined)(
  `YAML of public templates, broken ones included${missing === undefined ? "" : ` (skipped: ${missing})`}`,
  () => {
    it("is read as PyYAML reads it with SnakeYAML's tables", { timeout: 240_000 }, async () => {
      const counts = { same: 0, "both refuse": 0 };
      const told: string[] = [];
      const unexplained: string[] = [];
      for (const [index, answer] of answers().entries()) {
        const { name, path } = files[index] ?? { name: "", path: "" };
        expect(path).toBe(answer.path);
        const own = reading(name, path);
        const why = difference(own, answer);
        if (why === "same" || why === "both refuse") counts[why] += 1;
        else if (EXPLAINED.some(([known]) => known === why)) told.push(`${name}\n  ${why}`);
        else unexplained.push(`${name}: ${why}`);
      }
      console.log(`PyYAML: ${JSON.stringify(counts)}, ${told.length} differences`);
      expect(unexplained).toEqual([]);
      expect(counts.same).toBeGreaterThan(1_000);
      const page = `# YAML that PyYAML reads and that is refused here, and why\n\n\`\`\`\`text\n${told.join("\n")}\n\`\`\`\`\n`;
      await expect(page).toMatchFileSnapshot("../../golden/template/pyyaml-differences.md");
    });
  },
);

function isYaml({ path }: CorpusFile): boolean {
  return formatOf(readFileSync(path, "utf8"), path) === "yaml";
}

function answers(): readonly Answer[] {
  if ("missing" in python) return [];
  const script = join(import.meta.dirname, "pyyaml_reading.py");
  const { status, stdout, stderr } = spawnSync(python.command, [script], {
    input: files.map(({ path }) => `${path}\n`).join(""),
    encoding: "utf8",
    maxBuffer: 500_000_000,
    timeout: 200_000,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Answer);
}

function reading(name: string, path: string): Reading {
  try {
    return { value: parseTemplate(decodeTemplate(readFileSync(path), name), name).value };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    const messages = findingsOf(error).map(({ message }) => message);
    return { messages: messages.length > 0 ? messages : [error.message] };
  }
}

/** `same`, `both refuse`, why ours alone refuses, or where the two differ. */
function difference(own: Reading, answer: Answer): string {
  if ("error" in answer) return "messages" in own ? "both refuse" : `PyYAML: ${answer.error}`;
  if ("messages" in own) {
    const known = EXPLAINED.find(([, form]) => own.messages.every((message) => form.test(message)));
    return known?.[0] ?? own.messages.join(" / ");
  }
  return differentAt(own.value, answer.value, []) ?? "same";
}

function differentAt(own: Json, theirs: Json, path: readonly string[]): string | undefined {
  if (Array.isArray(own) && Array.isArray(theirs) && own.length === theirs.length) {
    return first(
      own.map((item: Json, index) => differentAt(item, theirs[index] ?? null, [...path, `${index}`])),
    );
  }
  if (isObject(own) && isObject(theirs)) {
    const keys = new Set([...Object.keys(own), ...Object.keys(theirs)]);
    return first(
      [...keys].map((key) => {
        const isInBoth = Object.hasOwn(own, key) && Object.hasOwn(theirs, key);
        return isInBoth
          ? differentAt(own[key] ?? null, theirs[key] ?? null, [...path, key])
          : `/${[...path, key].join("/")} is in one only`;
      }),
    );
  }
  // The region is what a null in Fn::GetAZs means.
  if (own === "" && theirs === null && path.at(-1) === "Fn::GetAZs") return undefined;
  if (own === theirs) return undefined;
  return `/${path.join("/")}: ${JSON.stringify(own)}, PyYAML ${JSON.stringify(theirs)}`;
}

function first(found: readonly (string | undefined)[]): string | undefined {
  return found.find((each) => each !== undefined);
}
