import type { LogLine } from "../runner/log.ts";

/** What the demo prints: headings, plain sentences, and the action's own log indented. */
export interface Screen {
  scene(title: string): void;
  say(text: string): void;
  /** A line of the action's log. */
  log(line: LogLine): void;
  /** Something that has to hold; what does not is remembered. */
  expect(what: string, holds: boolean, found?: unknown): void;
  readonly failures: readonly string[];
}

export function openScreen(write: (line: string) => void, colours: boolean): Screen {
  const paint = (code: number, text: string): string => (colours ? `\u001B[${code}m${text}\u001B[0m` : text);
  const failures: string[] = [];
  let scenes = 0;
  return {
    failures,
    scene: (title) => write(`\n${paint(1, `${++scenes}. ${title}`)}\n`),
    say: (text) => write(text),
    log({ text }) {
      const shown = onGitHub(text);
      if (shown !== undefined) write(paint(2, `   │ ${shown}`));
    },
    expect(what, holds, found) {
      if (!holds) failures.push(what);
      const detail = holds || found === undefined ? "" : ` (found: ${JSON.stringify(found)})`;
      write(paint(holds ? 32 : 31, `${holds ? "✓" : "✗"} ${what}${detail}`));
    },
  };
}

/** A line as the log page shows it: commands become what they do, `undefined` where they show nothing. */
function onGitHub(line: string): string | undefined {
  const [, command = "", message = ""] = /^::([a-z-]+)(?: .*?)?::(.*)$/.exec(line) ?? [];
  switch (command) {
    case "":
      return line;
    case "group":
      return `▾ ${message}`;
    case "error":
    case "warning":
    case "notice":
      return `${command[0]?.toUpperCase()}${command.slice(1)}: ${message.replaceAll("%0A", "\n   │   ").replaceAll("%25", "%")}`;
    default:
      return undefined;
  }
}
