import type { Finding } from "./template/model.ts";

/** The part of `@actions/core` that writes the log. */
export interface Toolkit {
  info(message: string): void;
  debug(message: string): void;
  notice(message: string, properties?: AnnotationPlace): void;
  warning(message: string, properties?: AnnotationPlace): void;
  error(message: string, properties?: AnnotationPlace): void;
  startGroup(name: string): void;
  endGroup(): void;
}

interface AnnotationPlace {
  file?: string;
  startLine?: number;
  startColumn?: number;
}

/** The job's log. Texts in it may come from AWS, a template or a pull request: none can act as a workflow command. */
export function createLog(toolkit: Toolkit) {
  return {
    info: (line: string): void => toolkit.info(neutralised(line)),
    debug: (line: string): void => toolkit.debug(neutralised(line)),
    notice: (line: string, finding?: Finding): void => toolkit.notice(neutralised(line), place(finding)),
    warning: (line: string, finding?: Finding): void => toolkit.warning(neutralised(line), place(finding)),
    error: (line: string, finding?: Finding): void => toolkit.error(neutralised(line), place(finding)),
    async group<T>(title: string, work: () => Promise<T>): Promise<T> {
      toolkit.startGroup(neutralised(title).replaceAll(/\s+/g, " "));
      try {
        return await work();
      } finally {
        toolkit.endGroup();
      }
    },
  };
}

/**
 * Text that the runner takes for text. It reads `::command::` at the start of a line, after white space, and the old
 * form `##[command]` anywhere in one (actions/runner, ActionCommand.cs); a lone carriage return starts a line too.
 * Other control characters could rewrite what a terminal shows.
 */
export function neutralised(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (character) =>
      character === "\n" || character === "\t" ? character : "\u00b7",
    )
    .replaceAll(/^(\s*):(?=:)/gmu, "$1\u00b7:")
    .replaceAll("##[", "##\u00b7[");
}

function place(finding: Finding | undefined): AnnotationPlace {
  if (finding?.location === undefined) return {};
  const { file, line, column } = finding.location;
  return { file, startLine: line, startColumn: column };
}
