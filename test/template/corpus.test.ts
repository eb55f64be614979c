import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ActionError } from "../../src/errors.ts";
import { evaluateTemplate } from "../../src/template/evaluate.ts";
import { decodeTemplate, parseTemplate } from "../../src/template/parse.ts";
import { renderTemplate } from "../../src/template/render.ts";
import { corpus } from "./corpus.ts";

const { files, missing } = corpus();
const scope = { parameters: {}, pseudo: { "AWS::Region": "us-east-1" } };

describe.skipIf(missing !== undefined)(
  `public templates${missing === undefined ? "" : ` (skipped: ${missing})`}`,
  () => {
    const outcomes = files.map(([name, path]) => [name, render(name, path)] as const);
    const refused = outcomes.filter(([, reason]) => reason !== undefined);

    it("at least 200 of many authors are taken", () => {
      console.log(`corpus: ${outcomes.length - refused.length} taken, ${refused.length} refused`);
      expect(outcomes.length - refused.length).toBeGreaterThanOrEqual(200);
    });

    it("those that are refused are refused for what CloudFormation refuses, too", async () => {
      const list = refused.map(([, reason]) => `${reason}\n`).join("\n");
      const page = `# Public templates that are refused, and why\n\n\`\`\`\`text\n${list}\`\`\`\`\n`;
      await expect(page).toMatchFileSnapshot("../golden/template/corpus-refusals.md");
    });
  },
);

/** Why a template is refused; nothing when it is taken. What is sent must be the JSON that was read. */
function render(name: string, path: string): string | undefined {
  try {
    const { value, body } = renderTemplate(parseTemplate(decodeTemplate(readFileSync(path), name), name));
    expect(JSON.parse(body)).toEqual(value);
    evaluateTemplate(value, scope);
    return undefined;
  } catch (error) {
    if (error instanceof ActionError) return error.message;
    throw error;
  }
}
