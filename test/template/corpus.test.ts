import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ActionError } from "../../src/errors.ts";
import { evaluateRules, evaluateTemplate } from "../../src/template/evaluate/evaluate.ts";
import type { RenderedTemplate } from "../../src/template/model.ts";
import { resolveParameters } from "../../src/template/parameters/resolve.ts";
import { findingsOf } from "../../src/template/problems.ts";
import { decodeTemplate, parseTemplate } from "../../src/template/text/parse.ts";
import { renderTemplate } from "../../src/template/tree/render.ts";
import { corpus } from "./corpus.ts";
import { CAUSES } from "./refusalCauses.ts";

const { files: all, missing } = corpus();
const files = all.filter(({ isBroken }) => !isBroken);
const scope = { parameters: {}, pseudo: { "AWS::Region": "us-east-1" } };

type Outcome =
  | { readonly kind: "taken"; readonly template: RenderedTemplate }
  | { readonly kind: "refused"; readonly messages: readonly string[] };

describe.skipIf(missing !== undefined)(
  `public templates${missing === undefined ? "" : ` (skipped: ${missing})`}`,
  () => {
    const outcomes = files.map(({ name, path }) => ({ name, outcome: rendered(name, path) }));
    const taken = outcomes.flatMap(({ name, outcome }) =>
      outcome.kind === "taken" ? [{ name, template: outcome.template }] : [],
    );

    it("are at least two thousand, of many authors, with transforms and without", () => {
      const transformed = taken.filter(({ template }) => template.value.Transform !== undefined).length;
      console.log(
        `corpus: ${taken.length} taken (${transformed} with a transform), ${outcomes.length - taken.length} refused`,
      );
      expect(outcomes.length).toBeGreaterThanOrEqual(2_000);
      expect(taken.length).toBeGreaterThanOrEqual(1_700);
      expect(transformed).toBeGreaterThanOrEqual(50);
    });

    it("are refused only for what CloudFormation refuses, too", async () => {
      const refused = outcomes.flatMap(({ name, outcome }) =>
        outcome.kind === "refused" ? [{ name, messages: outcome.messages }] : [],
      );
      const page = [
        "# Public templates that are refused, and why",
        "",
        "By the first problem of each; CloudFormation's own words stand in front.",
        ...CAUSES.flatMap(({ title, says, messages }) => {
          const own = refused.filter((each) => messages.test(each.messages[0] ?? ""));
          if (own.length === 0) return [];
          return [
            "",
            `## ${title} (${own.length})`,
            "",
            `> ${says}`,
            "",
            "````text",
            ...own.map(entry),
            "````",
          ];
        }),
        "",
      ].join("\n");
      const unexplained = refused.flatMap(({ name, messages }) =>
        messages
          .filter((message) => !CAUSES.some((cause) => cause.messages.test(message)))
          .map((message) => `${name}: ${message}`),
      );
      expect(unexplained).toEqual([]);
      await expect(page).toMatchFileSnapshot("../golden/template/corpus-refusals.md");
    });

    it("take their own defaults, and their rules do", () => {
      const refused = taken.flatMap(({ name, template }) =>
        problemsOfDefaults(template).map((message) => `${name}: ${message}`),
      );
      expect(refused).toEqual([
        // CloudFormation does not take an empty text for one of them either.
        'cfn-lint@1.9.7/testData/valid/yaml/parameters-allowed-values.yaml: the template\'s default: Env is ""; it must be one of: Dev, QA.',
      ]);
    });
  },
);

/** What becomes of a template. What is sent must be the JSON that was read. */
function rendered(name: string, path: string): Outcome {
  try {
    const template = renderTemplate(parseTemplate(decodeTemplate(readFileSync(path), name), name));
    expect(JSON.parse(template.body)).toEqual(template.value);
    evaluateTemplate(template, scope);
    return { kind: "taken", template };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    const messages = findingsOf(error).map(({ message }) => message);
    return { kind: "refused", messages: messages.length > 0 ? messages : [error.message] };
  }
}

/** What a new stack that is given nothing meets, but for what it must be given. */
function problemsOfDefaults(template: RenderedTemplate): readonly string[] {
  const { parameters, problems } = resolveParameters({
    ...{ declared: template.parameters, layers: [], environmentSuffix: undefined, existing: undefined },
    ...{ missing: "default", mayKeepPrevious: "no" },
  });
  const values = Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
  return [...problems, ...evaluateRules(template, { ...scope, parameters: values })]
    .filter(({ level, message }) => level === "error" && !message.includes("has no value and no default"))
    .map(({ message }) => message);
}

const MOST_SHOWN = 3;

function entry({ name, messages }: { readonly name: string; readonly messages: readonly string[] }): string {
  const shown = messages.slice(0, MOST_SHOWN).map((message) => `  ${message.replaceAll(/\s+/g, " ")}`);
  const more = messages.length - shown.length;
  return [name, ...shown, ...(more > 0 ? [`  … and ${more} more`] : [])].join("\n");
}
