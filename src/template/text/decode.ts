import { ActionError } from "../../errors.ts";

const MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
];

/**
 * The text of a file's bytes: UTF-8, or what its byte order mark says (UTF-16 in both orders, as editors on
 * Windows write it), or UTF-16 without a mark when every other byte at the start is zero. The mark is not part of
 * the text. Throws `invalid-template` for bytes that are none of these.
 */
export function decodeTemplate(bytes: Uint8Array, file: string): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    const line = lineOfFirstBadByte(bytes, encoding);
    throw new ActionError(`${file}: the file is not valid ${encoding.toUpperCase()} text${line}.`, {
      reasonCode: "invalid-template",
      hint: "Save the file as UTF-8. If it is not a text file, name the template itself.",
      cause,
    });
  }
}

function encodingOf(bytes: Uint8Array): string {
  const marked = MARKS.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return marked.encoding;
  // A template starts with ASCII ("{", "A", "#", …), which UTF-16 pads with zero bytes.
  if (bytes.length >= 2 && bytes[0] !== 0 && bytes[1] === 0) return "utf-16le";
  if (bytes.length >= 2 && bytes[0] === 0 && bytes[1] !== 0) return "utf-16be";
  return "utf-8";
}

function lineOfFirstBadByte(bytes: Uint8Array, encoding: string): string {
  if (encoding !== "utf-8") return "";
  const text = new TextDecoder("utf-8").decode(bytes);
  const bad = text.indexOf("\ufffd");
  return bad === -1 ? "" : ` (first bad byte on line ${text.slice(0, bad).split("\n").length})`;
}
