import type { Json, JsonPath, Location } from "../model.ts";

/** A value of a parsed file with its place. Offsets count UTF-16 code units from the start of the text. */
export interface Placed {
  readonly value: Json;
  /** Where to point at: the key of an object's member, else the value itself. */
  readonly at: number;
  readonly members?: ReadonlyMap<string, Placed>;
  readonly items?: readonly Placed[];
  /** The source text of a number that JavaScript would spell differently. */
  readonly spelling?: string;
  /** A YAML scalar without quotes as it is written: for readers to whom every value is text. */
  readonly plain?: string;
  /** How many values it holds, itself included: what an alias costs when it is expanded. */
  readonly size: number;
}

/** The line and column (from 1) of an offset in `text`. */
export function locator(text: string, file: string): (offset: number) => Location {
  const starts = lineStarts(text);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** The node at `path`, or its nearest ancestor that was in the file. */
export function nodeAt(root: Placed, path: JsonPath): Placed {
  let node = root;
  for (const step of path) {
    const next = childAt(node, step);
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

/** The spelling of the number at exactly `path`. */
export function spellingAt(root: Placed, path: JsonPath): string | undefined {
  let node: Placed | undefined = root;
  for (const step of path) {
    if (node === undefined) return undefined;
    node = childAt(node, step);
  }
  return node?.spelling;
}

function childAt(node: Placed, step: string | number): Placed | undefined {
  return typeof step === "number" ? node.items?.[step] : node.members?.get(step);
}

/** Lines end with LF, CRLF or a lone CR, as YAML and editors count them. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}
