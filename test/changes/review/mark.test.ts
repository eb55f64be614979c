import fc from "fast-check";
import { expect, test } from "vitest";
import { type DeployMark, decodeMark, encodeMark } from "../../../src/changes/review/mark.ts";

const mark: fc.Arbitrary<DeployMark> = fc.record({
  state: fc.constantFrom("begun", "settled"),
  account: fc.stringMatching(/^[0-9]{12}$/),
  digest: fc.stringMatching(/^[0-9a-f]{64}$/),
});

test("a mark is read back as it was written", () => {
  fc.assert(
    fc.property(mark, (given) => {
      expect(decodeMark(encodeMark(given))).toEqual(given);
    }),
  );
  expect(encodeMark({ state: "begun", account: "123456789012", digest: "d" })).toBe("begun 123456789012 d");
});

test.for(["", "begun", "begun ", "ended 123456789012 d", "begun 123456789012 d more", "d".repeat(64)])(
  "%j is none",
  (text) => expect(decodeMark(text)).toBeUndefined(),
);
