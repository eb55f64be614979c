import { describe, expect, it } from "vitest";
import { ActionError } from "../../../src/errors.ts";
import { decodeTemplate } from "../../../src/template/text/decode.ts";

const utf16le = (text: string) => [...Buffer.from(text, "utf16le")];
const utf16be = (text: string) => [...Buffer.from(text, "utf16le").swap16()];

const decoded = (bytes: readonly number[]) => decodeTemplate(Uint8Array.from(bytes), "t.yaml");

function refusal(bytes: readonly number[]) {
  try {
    decoded(bytes);
  } catch (error) {
    if (error instanceof ActionError) return error;
    throw error;
  }
  throw new Error("It was taken.");
}

describe("the text of bytes", () => {
  it.each<[string, readonly number[], string]>([
    ["no bytes", [], ""],
    ["one byte", [0x41], "A"],
    ["a zero alone", [0], "\0"],
    ["two zeros", [0, 0], "\0\0"],
    ["UTF-8", [...Buffer.from("A: é€😀")], "A: é€😀"],
    ["UTF-8 with a mark", [0xef, 0xbb, 0xbf, ...Buffer.from("A: é")], "A: é"],
    ["the mark alone", [0xef, 0xbb, 0xbf], ""],
    ["UTF-16, low bytes first", [0xff, 0xfe, ...utf16le("A: é€")], "A: é€"],
    ["UTF-16, high bytes first", [0xfe, 0xff, ...utf16be("A: é€")], "A: é€"],
    ["UTF-16 without a mark, low bytes first", utf16le("A: é"), "A: é"],
    ["UTF-16 without a mark, high bytes first", utf16be("A: é"), "A: é"],
    ["one letter of it, low byte first", utf16le("A"), "A"],
    ["one letter of it, high byte first", utf16be("A"), "A"],
    ["a mark that starts with a letter past ASCII", [0xff, 0xfe, ...utf16le("é")], "é"],
    ["a letter that starts like the mark of UTF-8", [...Buffer.from("\uf8ff: 1")], "\uf8ff: 1"],
  ])("%s", (_, bytes, text) => {
    expect(decoded(bytes)).toBe(text);
  });
});

describe("bytes that are no text", () => {
  it.each<[string, readonly number[], string]>([
    ["on the first line", [0x41, 0xe9], "UTF-8 text (first bad byte on line 1)"],
    [
      "on the third line",
      [...Buffer.from("A: 1\nB: 2\nC: "), 0xe9, 0x0a],
      "UTF-8 text (first bad byte on line 3)",
    ],
    ["the first of them counts", [0x0a, 0xe9, 0x0a, 0xe9], "UTF-8 text (first bad byte on line 2)"],
    ["a half of the mark of UTF-16", [0xff, 0x41], "UTF-8 text (first bad byte on line 1)"],
    ["half a letter of UTF-16", [0xff, 0xfe, 0x41], "UTF-16LE text"],
    ["half a letter of it, high bytes first", [0xfe, 0xff, 0x00], "UTF-16BE text"],
    ["half of a pair", [0xff, 0xfe, 0x0a, 0x00, 0x00, 0xd8], "UTF-16LE text"],
  ])("%s", (_, bytes, what) => {
    const error = refusal(bytes);
    expect(error.message).toBe(`t.yaml: the file is not valid ${what}.`);
    expect(error.reasonCode).toBe("invalid-template");
    expect(error.hint).toBe("Save the file as UTF-8. If it is not a text file, name the template itself.");
    expect(error.cause).toBeInstanceOf(TypeError);
  });
});
