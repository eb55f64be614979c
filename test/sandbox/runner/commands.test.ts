import { describe, expect, it } from "vitest";
import { parseCommand } from "./commands.ts";

const read = (line: string, resume?: string) => {
  const found = parseCommand(line, resume);
  return found === undefined ? undefined : [found.name, found.properties, found.message];
};

describe("parseCommand", () => {
  it.each([
    ["::error::m", ["error", {}, "m"]],
    ["  \t::ERROR file=a%3Ab%2Cc,line=1::x::y", ["error", { file: "a:b,c", line: "1" }, "x::y"]],
    ["::error:::m", ["error", {}, ":m"]],
    ["::warning::50%25%0Aoff%3A", ["warning", {}, "50%\noff%3A"]],
    ["before ##[error file=a%3Bb;line=2]m%5D%3A", ["error", { file: "a;b", line: "2" }, "m]%3A"]],
  ])("%j", (line, command) => expect(read(line)).toEqual(command));

  it.each([
    "text ::error::m",
    "::error",
    "::unknown::m",
    ":: error::m",
    "::error\tx::m",
    "##[ ##[error]m",
    "##[error",
    "",
  ])("%j is text", (line) => expect(read(line)).toBeUndefined());

  it("listens to nothing but the resume token while commands are stopped", () => {
    expect(read("::error::m", "token")).toBeUndefined();
    expect(read("::token::", "token")).toEqual(["token", {}, ""]);
  });
});
