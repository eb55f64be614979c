import fc from "fast-check";
import { expect, test } from "vitest";
import { append, emptyLedger, entries, has, type Ledger } from "../../src/stack/ledger.ts";

test("a ledger keeps each key once, in order", () => {
  const ledger = append(append(append(emptyLedger<number>(), "a", 1), "b", 2), "a", 3);
  expect(entries(ledger)).toEqual([1, 2]);
  expect(entries(ledger, 1)).toEqual([2]);
  expect([has(ledger, "a"), has(ledger, "c")]).toEqual([true, false]);
});

test("ledgers that grew from one another never see each other's entries", () => {
  const step = fc.record({ from: fc.nat(), key: fc.constantFrom(..."abcdefgh") });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const grown: { ledger: Ledger<string>; expected: readonly string[] }[] = [
        { ledger: emptyLedger(), expected: [] },
      ];
      for (const { from, key } of steps) {
        const { ledger, expected } = grown[from % grown.length]!;
        grown.push({
          ledger: append(ledger, key, key),
          expected: expected.includes(key) ? expected : [...expected, key],
        });
      }
      for (const { ledger, expected } of grown) {
        expect(entries(ledger)).toEqual(expected);
        for (const key of "abcdefgh") expect(has(ledger, key)).toBe(expected.includes(key));
      }
    }),
  );
});
