import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeText } from "./merge-text.ts";

const text = fc
  .array(fc.constantFrom("a\n", "b\n", "c\n", "d\n"), { maxLength: 12 })
  .map((all) => all.join(""));

describe("mergeText", () => {
  it.each([
    ["edits apart", "1\n2\n3\n4\n5\n", "x\n2\n3\n4\n5\n", "1\n2\n3\n4\ny\n", "x\n2\n3\n4\ny\n"],
    ["equal edits", "1\n2\n3\n", "1\nx\n3\n", "1\nx\n3\n", "1\nx\n3\n"],
    [
      "an insertion and a removal",
      "1\n2\n3\n4\n5\n",
      "0\n1\n2\n3\n4\n5\n",
      "1\n2\n3\n5\n",
      "0\n1\n2\n3\n5\n",
    ],
    ["no line end", "1\n2\n3\n4", "0\n2\n3\n4", "1\n2\n3\n9", "0\n2\n3\n9"],
    ["edits of one line", "1\n2\n3\n", "1\nx\n3\n", "1\ny\n3\n", undefined],
    ["edits of neighbouring lines", "1\n2\n3\n4\n", "1\nx\n3\n4\n", "1\n2\ny\n4\n", undefined],
  ])("%s", (_, base, ours, theirs, merged) => expect(mergeText(base, ours, theirs)).toBe(merged));

  it("takes the only change there is, and does not care about sides", () => {
    fc.assert(
      fc.property(text, text, text, (base, ours, theirs) => {
        expect(mergeText(base, ours, base)).toBe(ours);
        expect(mergeText(base, base, theirs)).toBe(theirs);
        expect(mergeText(base, ours, ours)).toBe(ours);
        expect(mergeText(base, ours, theirs)).toBe(mergeText(base, theirs, ours));
      }),
    );
  });
});
