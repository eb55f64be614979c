/** A workflow command as the runner understood it. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** The commands that the runner knows; it prints any other line as it is. */
const registered = new Set([
  "add-mask",
  "add-matcher",
  "add-path",
  "debug",
  "echo",
  "endgroup",
  "error",
  "group",
  "internal-set-repo-path",
  "notice",
  "remove-matcher",
  "save-state",
  "set-env",
  "set-output",
  "stop-commands",
  "warning",
]);

/**
 * Finds a command in a line as the runner does: `::name key=value,…::message` at its start, spaces before it allowed,
 * or the old `##[name key=value;…]message` anywhere in it. The second form is easily forgotten by those who print
 * text that is not theirs.
 */
export function parseCommand(line: string, resumeToken: string | undefined): Command | undefined {
  const found = parseColons(line) ?? parseBrackets(line);
  if (found === undefined) return undefined;
  if (resumeToken !== undefined) return found.name === resumeToken ? found : undefined;
  return registered.has(found.name) ? found : undefined;
}

function parseColons(line: string): Command | undefined {
  const text = line.replace(/^[\s\u0085]+/, "");
  const end = text.indexOf("::", 2);
  if (!text.startsWith("::") || end < 0) return undefined;
  const { name, properties } = split(text.slice(2, end));
  return {
    name,
    properties: pairs(properties.trim(), ",", unescapeProperty),
    message: unescapeData(text.slice(end + 2)),
  };
}

/** Only the first `##[` of a line counts. */
function parseBrackets(line: string): Command | undefined {
  const start = line.indexOf("##[");
  const end = start < 0 ? -1 : line.indexOf("]", start);
  if (end < 0) return undefined;
  const { name, properties } = split(line.slice(start + 3, end));
  return {
    name,
    properties: pairs(properties, ";", unescapeBrackets),
    message: unescapeBrackets(line.slice(end + 1)),
  };
}

function split(info: string): { name: string; properties: string } {
  const space = info.indexOf(" ");
  if (space < 0) return { name: info.toLowerCase(), properties: "" };
  return { name: info.slice(0, space).toLowerCase(), properties: info.slice(space + 1) };
}

function pairs(text: string, separator: string, decode: (value: string) => string): Record<string, string> {
  const entries = text.split(separator).flatMap((part) => {
    const at = part.indexOf("=");
    return at < 0 ? [] : [[part.slice(0, at), decode(part.slice(at + 1))] as const];
  });
  return Object.fromEntries(entries);
}

function unescapeData(value: string): string {
  return value.replace(/%0D/g, "\r").replace(/%0A/g, "\n").replace(/%25/g, "%");
}

function unescapeProperty(value: string): string {
  return unescapeData(value.replace(/%3A/g, ":").replace(/%2C/g, ","));
}

function unescapeBrackets(value: string): string {
  return unescapeData(value.replace(/%3B/g, ";").replace(/%5D/g, "]"));
}
