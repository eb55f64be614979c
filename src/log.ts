import type { Log } from "./ports/local.ts";
import type { Secrets, Shown } from "./secrets/secrets.ts";
import type { Finding } from "./template/model.ts";

/** The part of `@actions/core` that writes the log. */
export interface Toolkit {
  readonly info: (message: Shown) => void;
  readonly debug: (message: Shown) => void;
  readonly notice: (message: Shown, properties?: AnnotationPlace) => void;
  readonly warning: (message: Shown, properties?: AnnotationPlace) => void;
  readonly error: (message: Shown, properties?: AnnotationPlace) => void;
  readonly startGroup: (name: Shown) => void;
  readonly endGroup: () => void;
}

interface AnnotationPlace {
  file?: string;
  startLine?: number;
  startColumn?: number;
}

/**
 * The job's log. Texts in it may come from AWS, a template or a pull request: none can act as a workflow command, and no
 * secret of the run is in them (`hide`).
 */
export function createLog(toolkit: Toolkit, hide: Secrets["hide"]): Log {
  // Hidden before and after: a control character in a secret is one no more, and what is put together may be one.
  const shown = (text: string): Shown => hide(neutralised(hide(text)));
  return {
    info: (line) => toolkit.info(shown(line)),
    debug: (line) => toolkit.debug(shown(line)),
    notice: (line, finding) => toolkit.notice(shown(line), place(finding)),
    warning: (line, finding) => toolkit.warning(shown(line), place(finding)),
    error: (line, finding) => toolkit.error(shown(line), place(finding)),
    async group<T>(title: string, work: () => Promise<T>): Promise<T> {
      toolkit.startGroup(shown(title.replaceAll(/\s+/g, " ")));
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
