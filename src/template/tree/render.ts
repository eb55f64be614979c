import { sentText } from "../canonical.ts";
import { byPlace, checkTemplate } from "../check/check.ts";
import type { RenderedTemplate, SourceTemplate } from "../model.ts";
import { readParameters } from "../parameters/declarations.ts";
import { invalidTemplate } from "../problems.ts";

/**
 * Makes a parsed template ready to be sent: its parameters, its minified JSON, its warnings. Throws
 * `invalid-template` that names every error with its place; `findingsOf` of the error gives them one by one.
 */
export function renderTemplate(source: SourceTemplate): RenderedTemplate {
  const { parameters, findings: malformed } = readParameters(source);
  const findings = [...(source.findings ?? []), ...malformed, ...checkTemplate(source)].sort(byPlace);
  const errors = findings.filter(({ level }) => level === "error");
  if (errors.length > 0) {
    throw invalidTemplate(errors, `Correct ${source.file}; nothing was sent to AWS.`);
  }
  const { file, value, locate, spelling } = source;
  const body = sentText(value, spelling);
  return { file, value, body, parameters, findings, locate, spelling };
}
