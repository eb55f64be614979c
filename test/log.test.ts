import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLog, neutralised } from "../src/log.ts";
import { openSecrets } from "../src/secrets/secrets.ts";
import { parseCommand } from "./sandbox/runner/commands.ts";

/** What the runner would take for a command in text that was printed: it ends lines at CR, LF and CRLF. */
function commandsIn(text: string) {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => parseCommand(line, undefined))
    .filter((command) => command !== undefined);
}

const names = fc.constantFrom("error", "add-mask", "set-output", "stop-commands", "group", "save-state");
const blank = fc.stringMatching(/^[ \t\v\f\u0085\u00a0\u2003\u2028\ufeff]{0,4}$/);
const breaks = fc.constantFrom("", "\n", "\r", "\r\n", "\u2028", "\u0085", "\v", "\0");

/** Text that is made of what commands are made of. */
const hostile = fc
  .array(
    fc.oneof(
      fc
        .tuple(breaks, blank, names, fc.string({ maxLength: 5 }))
        .map(([b, w, n, s]) => `${b}${w}::${n} ${s}::x`),
      fc.tuple(fc.string({ maxLength: 5 }), names).map(([s, n]) => `${s}##[${n}]x`),
      fc.constantFrom(
        ":",
        "::",
        "#",
        "##",
        "##[",
        "[",
        "]",
        "\n",
        "\r",
        " ",
        "%0A::error::",
        "\u0000",
        "\u200b",
      ),
      fc.string({ maxLength: 8, unit: "binary" }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));

test("no text can act as a workflow command", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(commandsIn(neutralised(text))).toEqual([]);
    }),
    { numRuns: 20_000 },
  );
});

test("the generator does make commands of untreated text", () => {
  const found = fc.sample(hostile, { numRuns: 500, seed: 1 }).filter((text) => commandsIn(text).length > 0);
  expect(found.length).toBeGreaterThan(50);
});

test.for<readonly [string, string]>([
  ["::error::x", "\u00b7::error::x"],
  ["  ::add-mask::x", "  \u00b7::add-mask::x"],
  ["a\n::error::x", "a\n\u00b7::error::x"],
  ["a\r::error::x", "a\n\u00b7::error::x"],
  ["a ##[error]x", "a ##\u00b7[error]x"],
  ["\u0085::error::x", "\u00b7::error::x"],
])("%j is written %j", ([text, expected]) => {
  expect(neutralised(text)).toBe(expected);
});

test.for([
  "AWS::SQS::Queue Queue CREATE_COMPLETE",
  "arn:aws:sqs:us-east-1:123456789012:queue",
  "a: b :: c",
  "# heading ## two",
  "tab\tand\nlines",
  "Grüße 😀 ✔",
])("harmless text stays as it is: %j", (text) => {
  expect(neutralised(text)).toBe(text);
});

test.for(["\u001b[2K\rforged", "\u202ereversed", "\u0007bell", "a\u0008b", "\u2066x\u2069"])(
  "what would rewrite a terminal's text goes: %j",
  (text) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(neutralised(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/);
  },
);

test("twice is once", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(neutralised(neutralised(text))).toBe(neutralised(text));
    }),
  );
});

describe("the log", () => {
  function recorded() {
    const lines: string[] = [];
    const secrets = openSecrets();
    const write = (kind: string) => (text: string, place?: object) =>
      void lines.push(
        `${kind} ${text}${place && Object.keys(place).length > 0 ? ` ${JSON.stringify(place)}` : ""}`,
      );
    const log = createLog(
      {
        info: write("info"),
        debug: write("debug"),
        notice: write("notice"),
        warning: write("warning"),
        error: write("error"),
        startGroup: write("group"),
        endGroup: () => void lines.push("end"),
      },
      secrets.hide,
    );
    return { log, lines, secrets };
  }

  test("treats every way in", async () => {
    const { log, lines } = recorded();
    for (const kind of ["info", "debug", "notice", "warning", "error"] as const)
      log[kind]("::set-env name=A::b");
    await log.group("::error::title\nand more", async () => undefined);
    for (const line of lines) expect(commandsIn(line.replace(/^\w+ /, ""))).toEqual([]);
    expect(lines).toContain("group \u00b7::error::title and more");
  });

  test("holds no secret, however it was broken by what is not printable", async () => {
    const { log, lines, secrets } = recorded();
    secrets.learn(["hunter2\u0001hunter3", "Pa55word-with-length"]);
    for (const kind of ["info", "debug", "notice", "warning", "error"] as const)
      log[kind]("a hunter2\u0001hunter3 b Pa55word-with-length");
    await log.group("Pa55word-with-length", async () => undefined);
    expect(lines.join("\n")).not.toMatch(/hunter|Pa55/);
  });

  test("puts an annotation on its line", () => {
    const { log, lines } = recorded();
    const location = { file: "stack.json", line: 3, column: 5 };
    log.warning("look", { level: "warning", message: "look", location });
    log.error("no place", { level: "error", message: "no place" });
    expect(lines).toEqual([
      'warning look {"file":"stack.json","startLine":3,"startColumn":5}',
      "error no place",
    ]);
  });

  test("a group ends, and its work's answer or error comes out", async () => {
    const { log, lines } = recorded();
    expect(await log.group("a", async () => 7)).toBe(7);
    await expect(
      log.group("b", async () => {
        throw new Error("inside");
      }),
    ).rejects.toThrow("inside");
    expect(lines).toEqual(["group a", "end", "group b", "end"]);
  });
});
