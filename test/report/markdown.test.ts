import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commentMarker } from "../../src/report/comment.ts";
import { isRightToLeft, oneLine, visible } from "../../src/report/text/characters.ts";
import {
  alert,
  cell,
  cellCode,
  code,
  details,
  fence,
  htmlCode,
  link,
  mermaidLabel,
  table,
  text,
} from "../../src/report/text/markdown.ts";
import { foreign, hostileText, parse, reactions, readable, textNodes } from "./hostile.ts";

const RUNS = { numRuns: 10_000 };

const markedStack = fc.record({
  stackName: hostileText(4),
  region: hostileText(4),
  label: fc.option(hostileText(4), { nil: undefined }),
});

describe("any text", () => {
  test("stays a paragraph's plain text", () => {
    fc.assert(
      fc.property(hostileText(), (value) => {
        const tokens = parse(`Said: ${text(value)}`);
        expect(foreign(tokens)).toEqual([]);
        expect(reactions(textNodes(tokens))).toEqual([]);
        expect(tokens.filter(({ type }) => type === "paragraph_open")).toHaveLength(1);
      }),
      RUNS,
    );
  });

  test("stays plain text at the beginning of a paragraph, a heading and an alert", () => {
    fc.assert(
      fc.property(hostileText(), (value) => {
        fc.pre(oneLine(value) !== "");
        for (const lead of ["", "### ", "- "]) {
          const tokens = parse(`${lead}${text(value)}`);
          const own = lead === "### " ? ["heading_open "] : lead === "- " ? ["bullet_list_open "] : [];
          expect(foreign(tokens)).toEqual(own);
          expect(reactions(textNodes(tokens))).toEqual([]);
        }
        const quoted = parse(alert("WARNING", text(value)));
        expect(foreign(quoted)).toEqual(["blockquote_open "]);
      }),
      RUNS,
    );
  });

  test("is readable as it was", () => {
    fc.assert(
      fc.property(hostileText(), (value) => {
        const plain = oneLine(value);
        fc.pre(!plain.includes("`") && plain !== "" && !isRightToLeft(plain) && plain.length < 150);
        expect(readable(parse(text(value)))).toBe(oneLine(disarmed(plain)));
        expect(readable(parse(`x ${code(value)}`))).toBe(`x ${disarmed(plain)}`);
      }),
      RUNS,
    );
  });

  test("stays in its cell", () => {
    fc.assert(
      fc.property(hostileText(), hostileText(), hostileText(), (first, second, third) => {
        const rows = [
          ["A", "B", "C"],
          [cell(first), cellCode(second), `${cell(third)} → ${cellCode(first)}`],
          ["x", "y", "z"],
        ];
        const tokens = parse(table(rows));
        expect(foreign(tokens)).toEqual([]);
        expect(reactions(textNodes(tokens))).toEqual([]);
        expect(tokens[0]?.type).toBe("table_open");
        expect(tokens.filter(({ type }) => type === "td_open")).toHaveLength(6);
        expect(tokens.filter(({ type }) => type === "table_open" || type === "paragraph_open")).toHaveLength(
          1,
        );
        const cells = tokens.filter(
          (token, at) => token.type === "inline" && tokens[at - 1]?.type === "td_open",
        );
        if (second.length < 60 && !isRightToLeft(second) && oneLine(second) !== "") {
          expect(readable(cells[1]?.children ?? [])).toBe(disarmed(oneLine(second)));
        }
      }),
      RUNS,
    );
  });

  test("stays in its fence", () => {
    fc.assert(
      fc.property(hostileText(14), (value) => {
        const tokens = parse(`before\n\n${fence(value, "diff")}\n\nafter`);
        expect(tokens.map(({ type }) => type).filter((type) => type !== "text" && type !== "inline")).toEqual(
          ["paragraph_open", "paragraph_close", "fence", "paragraph_open", "paragraph_close"],
        );
        const body = tokens.find(({ type }) => type === "fence");
        expect(body?.info).toBe("diff");
        expect(body?.content).toBe(`${disarmed(visible(value)).replace(/\n+$/, "")}\n`);
      }),
      RUNS,
    );
  });

  test("stays in a summary's code", () => {
    fc.assert(
      fc.property(hostileText(), (value) => {
        const tokens = parse(details(htmlCode(value), "body"));
        expect(tokens.map(({ type }) => type)).toEqual([
          "html_block",
          "paragraph_open",
          "inline",
          "text",
          "paragraph_close",
          "html_block",
        ]);
        const inner = /^<details><summary><code>([^<>]*)<\/code><\/summary>\n$/.exec(
          tokens[0]?.content ?? "",
        );
        expect(inner).not.toBeNull();
      }),
      RUNS,
    );
  });

  test("holds no character that hides or reorders others", () => {
    const hiding = /[\p{Cf}\p{Cc}]/u;
    fc.assert(
      fc.property(hostileText(), (value) => {
        // Line feeds and tabs belong to fences; the two isolates are ours and come in pairs.
        const allowed = /[\n\t]|\u2068(?=[^\u2068\u2069]*\u2069)|(?<=\u2068[^\u2068\u2069]*)\u2069/g;
        for (const rendered of [text(value), cell(value), code(value), fence(value, ""), htmlCode(value)]) {
          expect(hiding.test(rendered.replace(allowed, ""))).toBe(false);
        }
      }),
      RUNS,
    );
  });

  test("cannot make a link lead elsewhere", () => {
    fc.assert(
      fc.property(hostileText(), (value) => {
        const tokens = parse(link("run", `https://github.com/${value}`));
        const links = tokens.filter(({ type }) => type === "link_open");
        expect(links.length).toBeLessThanOrEqual(1);
        for (const found of links) expect(String(found.attrGet("href"))).toMatch(/^https:\/\/github\.com\//);
        expect(foreign(tokens).filter((it) => !it.startsWith("link_open"))).toEqual([]);
        expect(link("run", value.startsWith("http") ? undefined : value)).toBe("run");
      }),
      RUNS,
    );
  });

  test("has a marker of its own that nothing else has", () => {
    fc.assert(
      fc.property(markedStack, markedStack, (one, other) => {
        const marker = commentMarker(one);
        expect(marker).toMatch(
          /^<!-- aurora-deploy-action stack=[\w.%-]* region=[\w.%-]*( label=[\w.%-]*)? -->$/,
        );
        expect(marker.slice(4, -3)).not.toContain("--");
        const isSame =
          one.stackName.toWellFormed() === other.stackName.toWellFormed() &&
          one.region.toWellFormed() === other.region.toWellFormed() &&
          one.label?.toWellFormed() === other.label?.toWellFormed();
        expect(marker === commentMarker(other)).toBe(isSame);
        for (const rendered of [
          text(marker),
          cell(marker),
          code(marker),
          fence(marker, ""),
          htmlCode(marker),
        ]) {
          expect(rendered).not.toContain("<!--");
        }
      }),
      RUNS,
    );
  });

  test("is a plain label in a diagram", () => {
    fc.assert(
      fc.property(hostileText(), (value) => {
        expect(mermaidLabel(value)).toMatch(/^[\p{L}\p{N} ._/-]+$/u);
      }),
      RUNS,
    );
  });
});

describe("a text", () => {
  test.each([
    ["plain words stay, with punctuation", "plain words stay, with punctuation"],
    ["see #12, @octocat.", "see `#12`, `@octocat`."],
    ["run `aws rds describe-db-clusters` first", "run `aws rds describe-db-clusters` first"],
    ["port 5432 from 0.0.0.0/0", "port 5432 from `0.0.0.0/0`"],
    ["<b>a|b</b>", "&lt;b&gt;a&#124;b&lt;/b&gt;"],
    ["1. first", "1\\. first"],
    ["--- rule", "\\--- rule"],
    ["two\nlines", "two lines"],
    ["a\u202eb", "a⟨U+202E⟩b"],
  ])("%j becomes %j", (value, expected) => {
    expect(text(value)).toBe(expected);
  });

  test("of right-to-left letters is isolated from its neighbours", () => {
    expect(code("שלום")).toBe("\u2068`שלום`\u2069");
  });

  test("that is nothing says so as code", () => {
    expect(code(" \n ")).toBe("*(empty)*");
  });
});

function disarmed(value: string): string {
  return value.replaceAll("<!--", "‹!--");
}
