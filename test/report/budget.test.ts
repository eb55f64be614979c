import fc from "fast-check";
import { expect, test } from "vitest";
import { block, bytes, item, type Section, withinBudget } from "../../src/report/text/budget.ts";

const note = (count: number) => `*${count} left out*`;

function section(items: readonly (readonly [priority: number, form: string])[]): Section {
  return {
    open: "<details>\n",
    items: items.map(([priority, form]) => item(priority, form)),
    separator: "\n",
    close: "\n</details>",
    omitted: note,
  };
}

test("everything is there when there is room", () => {
  const parts = [
    block(0, "head"),
    section([
      [1, "a"],
      [1, "b"],
    ]),
    block(0, "foot"),
  ];
  expect(withinBudget(parts, 1_000)).toBe("head\n\n<details>\na\nb\n</details>\n\nfoot");
});

test("what matters less goes first, and is counted", () => {
  const parts = [
    section([
      [5, "x".repeat(50)],
      [5, "y".repeat(50)],
    ]),
    section([[1, "z".repeat(50)]]),
  ];
  expect(withinBudget(parts, 130)).toBe(`*2 left out*\n\n<details>\n${"z".repeat(50)}\n</details>`);
});

test("a section shows its beginning: after the first item that is too long its later ones stay out", () => {
  const parts = [
    section([
      [1, "a"],
      [1, "b".repeat(500)],
      [1, "c"],
    ]),
  ];
  expect(withinBudget(parts, 100)).toBe("<details>\na\n</details>\n\n*2 left out*");
});

test("items of priority 0 are kept in a poorer form before anything else is shown", () => {
  const rich = "r".repeat(60);
  const parts: Section[] = [
    block(1, "b".repeat(60)),
    {
      open: "",
      separator: "\n",
      close: "",
      items: [
        { priority: 0, forms: [rich, "p1"] },
        { priority: 0, forms: [rich, "p2"] },
      ],
    },
  ];
  expect(withinBudget(parts, 70)).toBe(`${rich}\np2`);
});

test("never more than the limit, never a cut item, every omission counted, the indispensable always there", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 40 }).map((value) => value.replaceAll("\n", " "));
  const entry = fc.record({
    priority: fc.integer({ min: 0, max: 4 }),
    length: fc.integer({ min: 1, max: 200 }),
    text,
  });
  const sections = fc.array(fc.array(entry, { maxLength: 12 }), { maxLength: 6 });
  fc.assert(
    fc.property(sections, fc.integer({ min: 0, max: 2_000 }), fc.boolean(), (lists, room, inBytes) => {
      const measure = inBytes ? bytes : (value: string) => value.length;
      const named = lists.map((list, at) =>
        list.map(
          (it, index) => [it.priority, `«${at}.${index} ${it.text} ${"-".repeat(it.length)}»`] as const,
        ),
      );
      const parts = named.map(section);
      const kept = named.flat().filter(([priority]) => priority === 0);
      // The least that must be held: notes, frames and the items of priority 0.
      const least =
        named.reduce((sum) => sum + 60, 0) + kept.reduce((sum, [, form]) => sum + measure(form) + 1, 0);
      const limit = least + room;
      const made = withinBudget(parts, limit, measure);
      expect(measure(made)).toBeLessThanOrEqual(limit);
      for (const [, form] of kept) expect(made).toContain(form);
      const shown = named.flat().filter(([, form]) => made.includes(form)).length;
      const counted = [...made.matchAll(/\*(\d+) left out\*/g)].reduce(
        (sum, [, count]) => sum + Number(count),
        0,
      );
      expect(shown + counted).toBe(named.flat().length);
      expect(made.split("<details>").length).toBe(made.split("</details>").length);
    }),
    { numRuns: 10_000 },
  );
});
