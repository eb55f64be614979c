import { redactText } from "../../changes/redaction/redaction.ts";
import { fence, text } from "./markdown.ts";

/** What to do next, in words of ours that may quote AWS: prose as prose, and commands so that they can be copied. */
export function instructions(words: string): string {
  const parts: { readonly command: boolean; readonly lines: string[] }[] = [];
  for (const line of redactText(words).split("\n")) {
    const command = /^\s*(?:aws |capabilities: |\{"Effect":)/.test(line);
    const last = parts.at(-1);
    if (last?.command === command) last.lines.push(line);
    else parts.push({ command, lines: [line] });
  }
  return parts
    .map(({ command, lines }) =>
      command ? fence(lines.map((line) => line.trim()).join("\n"), "text") : text(lines.join("\n")),
    )
    .join("\n\n");
}
