import { describe, expect, it } from "vitest";
import { mergedTags } from "../../../src/flows/render/tags.ts";
import { parseAssignments } from "../../../src/template/parameters/assignments.ts";
import { tagProblems } from "../../../src/template/parameters/tagLimits.ts";

describe("limits of a stack tag", () => {
  it.each<[string, string, string, readonly string[]]>([
    ["a usual one", "my:team", "shop/a+b=c_d.e-f@g 1", []],
    ["letters of any script", "équipe", "店舗", []],
    ["the longest", "k".repeat(128), "v".repeat(256), []],
    ["characters, not code units", "k", "😀".repeat(256), ["warning 😀 in its value"]],
    ["a key that is too long", "k".repeat(129), "v", ["error a key of 129 characters"]],
    ["a value that is too long", "k", "v".repeat(257), ["error a value of 257 characters"]],
    ["no key", "", "v", ["error no key"]],
    ["no value", "k", "", ["error an empty value"]],
    ["AWS's prefix", "aws:x", "v", ["error the prefix"]],
    ["in capitals", "AWS:x", "v", ["error the prefix"]],
    ["in the value", "k", "aws:x", ["error the prefix"]],
    ["elsewhere it is no prefix", "x:aws:", "v", []],
    ["a line break", "k", "a\nb", ["error a line break"]],
    [
      "characters that some services refuse",
      "a&b",
      "x, (y)",
      ["warning & in its key", "warning , ( ) in its value"],
    ],
  ])("%s", (_, key, value, expected) => {
    const found = tagProblems(key, value).map(({ level, why }) => `${level} ${why}`);
    expect(found).toHaveLength(expected.length);
    expected.forEach((start, index) => {
      const [level = "", ...words] = start.split(" ");
      expect(found[index]).toMatch(level);
      expect(found[index]).toContain(words.join(" "));
    });
  });
});

it("every tag that is given is judged, with its origin", () => {
  const { assignments } = parseAssignments(
    `Good=x\nAws:bad=y\nOdd=a,b\n${"k".repeat(130)}=z\nEmpty=`,
    "input tags",
  );
  const { values, problems, findings } = mergedTags([assignments]);
  expect(Object.keys(values ?? {})).toHaveLength(5);
  expect(problems.map(({ message }) => message)).toEqual([
    'input tags: tag Aws:bad cannot be set, the prefix "aws:" is reserved.',
    `input tags: tag ${"k".repeat(39)}… has a key of 130 characters; CloudFormation takes at most 128.`,
    "input tags: tag Empty has an empty value; CloudFormation takes none. Give it one or leave the tag out.",
  ]);
  expect(findings).toEqual([
    {
      level: "warning",
      message:
        "input tags: tag Odd has , in its value; many services take only letters, digits, spaces and _ . : / = + - @, and a resource that gets the tag may fail.",
    },
  ]);
});
