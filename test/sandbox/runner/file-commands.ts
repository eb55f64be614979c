/**
 * Reads a GITHUB_OUTPUT, GITHUB_STATE or GITHUB_ENV file by the runner's rules: `name=value`, or `name<<delimiter`, the
 * value's lines and the delimiter alone. Outside of Windows a carriage return is part of its line. Throws on what makes the runner fail the step.
 */
export function parseFileCommands(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line === "") continue;
    const equals = line.indexOf("=");
    const heredoc = line.indexOf("<<");
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      values[named(line.slice(0, equals), line)] = line.slice(equals + 1);
      continue;
    }
    if (heredoc < 0) throw new Error(`Invalid format '${line}'`);
    const name = named(line.slice(0, heredoc), line);
    const delimiter = line.slice(heredoc + 2);
    if (delimiter === "") throw new Error(`Invalid format '${line}'. Delimiter must not be empty`);
    const end = lines.findIndex((candidate, index) => index > at && candidate === delimiter);
    if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
    values[name] = lines.slice(at + 1, end).join("\n");
    at = end;
  }
  return values;
}

function named(name: string, line: string): string {
  if (name === "") throw new Error(`Invalid format '${line}'. Name must not be empty`);
  return name;
}
