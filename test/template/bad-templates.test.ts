import { expect, it } from "vitest";
import { ActionError } from "../../src/errors.ts";
import { parseTemplate } from "../../src/template/text/parse.ts";
import { renderTemplate } from "../../src/template/tree/render.ts";
import { BAD_JSON, BAD_TEMPLATES, BAD_YAML, type BadInput } from "./bad-templates.ts";

function refusal(file: string, text: string): ActionError {
  try {
    renderTemplate(parseTemplate(text, file));
  } catch (error) {
    if (error instanceof ActionError) return error;
    throw error;
  }
  throw new Error("The input was taken.");
}

function entry([title, file, text]: BadInput): string {
  const { message, hint, reasonCode } = refusal(file, text);
  expect(reasonCode, title).toBe("invalid-template");
  expect(message, title).toContain(file);
  const shown = text.length > 400 ? `${text.slice(0, 160)}…` : text;
  const next = hint === undefined ? "" : `\n→ ${hint}`;
  return `### ${title}\n\`\`\`\`${file.slice(2)}\n${shown.replace(/\n$/, "")}\n\`\`\`\`\n\`\`\`\`text\n${message}${next}\n\`\`\`\`\n`;
}

function page(title: string, inputs: readonly BadInput[]): string {
  return [`# ${title}\n`, ...inputs.map(entry)].join("\n");
}

it.each([
  ["Broken JSON", "broken-json", BAD_JSON],
  ["Broken YAML", "broken-yaml", BAD_YAML],
  ["Templates that CloudFormation would refuse", "refused-templates", BAD_TEMPLATES],
] as const)("%s: exact messages", async (title, name, inputs) => {
  await expect(page(title, inputs)).toMatchFileSnapshot(`../golden/template/${name}.md`);
});

it("covers at least sixty bad inputs", () => {
  expect(BAD_JSON.length + BAD_YAML.length + BAD_TEMPLATES.length).toBeGreaterThanOrEqual(60);
});
