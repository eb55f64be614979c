import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ActionError } from "../../src/errors.ts";
import { evaluateRules, evaluateTemplate } from "../../src/template/evaluate/evaluate.ts";
import { parseTemplate } from "../../src/template/text/parse.ts";
import { renderTemplate } from "../../src/template/tree/render.ts";
import { BAD_TEMPLATES, BAD_YAML } from "./bad-templates.ts";
import { GOOD_JSON, GOOD_YAML } from "./good-templates.ts";
import { mutate, randomFrom } from "./mutate.ts";

/** `FUZZ_RUNS=100000 FUZZ_SEED=7 npx vitest run test/template/fuzz.test.ts` is the long run. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 2_000);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_122);

const aurora = readFileSync(new URL("../../templates/aurora-postgresql.json", import.meta.url), "utf8");
const small = [...BAD_YAML, ...BAD_TEMPLATES].map(([, , text]) => text).filter((text) => text.length < 2_000);
const scope = { parameters: {}, pseudo: { "AWS::Region": "us-east-1" } };

function seed(run: number): string {
  if (run % 100 === 0) return aurora;
  if (run % 4 === 0) return small[run % small.length] ?? "";
  return run % 2 === 0 ? GOOD_YAML : GOOD_JSON;
}

it(`${RUNS} damaged templates are taken or refused with an explanation`, {
  timeout: RUNS * 50 + 30_000,
}, () => {
  const random = randomFrom(SEED);
  const counts = { taken: 0, refused: 0, slowest: 0 };
  for (let run = 0; run < RUNS; run += 1) {
    const text = mutate(seed(run), random);
    const started = performance.now();
    const outcome = refusal(text);
    counts.slowest = Math.max(counts.slowest, performance.now() - started);
    if (outcome === undefined) counts.taken += 1;
    else counts.refused += 1;
    if (outcome !== undefined && !isExplained(outcome)) {
      expect.fail(
        `run ${run} of seed ${SEED}: ${outcome instanceof Error ? outcome.stack : outcome}\n---\n${text}`,
      );
    }
  }
  console.log(
    `fuzz: ${counts.taken} taken, ${counts.refused} refused, slowest ${counts.slowest.toFixed(1)} ms`,
  );
  expect(counts.taken).toBeGreaterThan(0);
  expect(counts.refused).toBeGreaterThan(0);
});

function refusal(text: string): unknown {
  try {
    const template = renderTemplate(parseTemplate(text, "fuzz.template"));
    evaluateTemplate(template, scope);
    evaluateRules(template, scope);
    expect(JSON.parse(template.body)).toEqual(template.value);
    return undefined;
  } catch (error) {
    return error;
  }
}

/** What it is, where it is (but for an empty or huge file), what it says. */
function isExplained(error: unknown): boolean {
  if (!(error instanceof ActionError) || error.reasonCode !== "invalid-template") return false;
  const hasPlace =
    /fuzz\.template:\d+:\d+: /.test(error.message) || /fuzz\.template: the file /.test(error.message);
  return (
    hasPlace &&
    (error.hint ?? "") !== "" &&
    !/undefined|\[object/.test(error.message.replaceAll(/^ .*$/gm, ""))
  );
}
