import { type Command, parseCommand } from "./commands.ts";

export interface LogLine {
  /** Milliseconds from the start of the process to the arrival of the line. */
  readonly at: number;
  readonly stream: "stdout" | "stderr";
  /** As a person sees it on GitHub: masked. */
  readonly text: string;
}

export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly message: string;
  readonly title: string | undefined;
  readonly file: string | undefined;
  readonly line: number | undefined;
}

export interface StepLog {
  readonly lines: LogLine[];
  readonly commands: Command[];
  readonly masks: string[];
  readonly groups: string[];
  readonly annotations: Annotation[];
  /** Bytes of one stream as they came; `end` takes what is left without a line end. */
  take(stream: LogLine["stream"], text: string, at: number): void;
  end(at: number): void;
}

/**
 * Reads a step's output as the runner does: line by line (a lone carriage return ends a line, too), commands obeyed
 * until `stop-commands`, every masked value replaced from then on.
 */
export function openLog(secrets: readonly string[], onLine: (line: LogLine) => void): StepLog {
  const rest = { stdout: "", stderr: "" };
  const log = {
    lines: [] as LogLine[],
    commands: [] as Command[],
    masks: [...secrets],
    groups: [] as string[],
    annotations: [] as Annotation[],
  };
  let resumeToken: string | undefined;
  const read = (stream: LogLine["stream"], raw: string, at: number): void => {
    const command = parseCommand(raw, resumeToken);
    if (command !== undefined) {
      if (resumeToken !== undefined) resumeToken = undefined;
      else if (command.name === "stop-commands") resumeToken = command.message.toLowerCase();
      else obey(log, command);
    }
    const line = { at, stream, text: mask(log.masks, raw) };
    log.lines.push(line);
    onLine(line);
  };
  return {
    ...log,
    take(stream, text, at) {
      const parts = (rest[stream] + text).split(/\r\n|\n|\r(?!$)/);
      rest[stream] = parts.pop() ?? "";
      for (const part of parts) read(stream, part, at);
    },
    end(at) {
      for (const stream of ["stdout", "stderr"] as const) {
        if (rest[stream] !== "") read(stream, rest[stream].replace(/\r$/, ""), at);
        rest[stream] = "";
      }
    },
  };
}

function obey(log: Pick<StepLog, "commands" | "masks" | "groups" | "annotations">, command: Command): void {
  const { name, properties, message } = command;
  log.commands.push(command);
  if (name === "add-mask") log.masks.push(...maskedValues(message));
  if (name === "group") log.groups.push(message);
  if (name === "error" || name === "warning" || name === "notice") {
    const { title, file, line } = properties;
    log.annotations.push({
      level: name,
      message,
      title,
      file,
      line: line === undefined ? undefined : Number(line),
    });
  }
}

/** The runner masks a value of several lines as a whole and line by line. */
function maskedValues(value: string): string[] {
  const lines = value.split(/\r?\n/).filter((line) => line.trim() !== "");
  return [...new Set([value, ...lines])].filter((secret) => secret.trim() !== "");
}

/** Replaces every secret as the runner does; in a text of several lines, too. */
export function mask(secrets: readonly string[], text: string): string {
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((masked, secret) => masked.replaceAll(secret, "***"), text);
}
