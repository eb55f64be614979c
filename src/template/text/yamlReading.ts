import type { Scalar } from "yaml";
import type { Json } from "../model.ts";
import type { Quoting, RepeatedKey } from "./json.ts";
import type { Placed } from "./place.ts";
import { plainScalar } from "./yamlScalars.ts";

/** More values than this only come from aliases that multiply ("billion laughs"): no real template has a tenth. */
export const MAX_VALUES = 250_000;
export const CORE = "tag:yaml.org,2002:";

/** What is known and found while a document is read. */
export interface Reading {
  readonly quoting: Quoting;
  /** The end of a text whose last line has no line break; `undefined` of any other. */
  readonly openEnd: number | undefined;
  readonly anchors: Map<string, Placed>;
  /** Anchors whose node is being read. */
  readonly open: Set<string>;
  readonly problems: { offset: number; message: string }[];
  readonly surprises: { offset: number; message: string }[];
  readonly repeated: RepeatedKey[];
}

/** A scalar node's value: quoted ones are text, plain ones what CloudFormation makes of them. */
export function readScalar(reading: Reading, node: Scalar.Parsed, at: number): Placed {
  const text = scalarText(reading, node);
  const tag = node.tag?.startsWith(CORE) ? node.tag.slice(CORE.length) : node.tag;
  if (node.type !== "PLAIN" && tag === undefined) return { value: text, at, size: 1 };
  if (tag !== undefined) return readTaggedScalar(reading, text, tag, at);
  const { value, spelling, surprise } = plainScalar(text);
  if (surprise !== undefined) reading.surprises.push({ offset: at, message: surprise });
  return { value, at, size: 1, plain: text, ...(spelling === undefined ? {} : { spelling }) };
}

/** The parser gives a block's last line a line break also where the file ends without one; SnakeYAML does not. */
function scalarText({ openEnd }: Reading, { value, type, range }: Scalar.Parsed): string {
  const text = String(value ?? "");
  const isOpen = openEnd !== undefined && range[1] >= openEnd && type?.startsWith("BLOCK_") === true;
  return isOpen && text.endsWith("\n") ? text.slice(0, -1) : text;
}

/** `!!str 0123`, `!!int "5"`; under a function's tag (`!Ref 123`) a scalar is always text. */
function readTaggedScalar(reading: Reading, text: string, tag: string, at: number): Placed {
  refuseTag(reading, tag, ["str", "int", "float", "bool", "null"], at);
  if (!["int", "float", "bool", "null"].includes(tag)) return { value: text, at, size: 1 };
  const { value, spelling } = plainScalar(text);
  const kind = value === null ? "null" : typeof value === "number" ? "number" : typeof value;
  const wanted = tag === "bool" ? "boolean" : tag === "null" ? "null" : "number";
  if (kind !== wanted)
    return problem(
      reading,
      at,
      `${reading.quoting === "quotes" ? `"${text}"` : "This"} is not a value for the tag !!${tag}.`,
    );
  return { value, at, size: 1, ...(spelling === undefined ? {} : { spelling }) };
}

/** Notes a tag that is not `allowed`: CloudFormation supports no binary, omap, pairs, set and timestamp tags (template formats). */
export function refuseTag(
  reading: Reading,
  tag: string | undefined,
  allowed: readonly string[],
  at: number,
): void {
  const name = tag?.startsWith(CORE) ? tag.slice(CORE.length) : tag;
  if (name === undefined || name.startsWith("!") || allowed.includes(name)) return;
  problem(reading, at, `CloudFormation does not support the tag !!${name} here; write the value itself.`);
}

/** Notes that there are more values than any template has; a null stands for them. */
export function tooLarge(reading: Reading, at: number): Placed {
  const limit = MAX_VALUES.toLocaleString("en-US");
  const message = `With its aliases expanded the template holds more than ${limit} values. Use fewer aliases.`;
  // What is around it is too large as well: said once.
  if (reading.problems.some((earlier) => earlier.message === message)) return { value: null, at, size: 1 };
  return problem(reading, at, message);
}

/** Notes a problem; a null stands for the value. */
export function problem(reading: Reading, offset: number, message: string): Placed {
  reading.problems.push({ offset, message });
  const value: Json = null;
  return { value, at: offset, size: 1 };
}
