import { expect, test } from "vitest";
import { openGroups } from "./groups.ts";

function open() {
  const groups = openGroups();
  const told: string[] = [];
  const member = (name: string) => ({
    start: () => void told.push(`${name} starts`),
    replaced: () => void told.push(`${name} is replaced`),
    interrupt: () => void told.push(`${name} is interrupted`),
  });
  const [a, b, c, d] = ["a", "b", "c", "d"].map(member);
  return { groups, told, a: a!, b: b!, c: c!, d: d! };
}

test("one runs, one waits, and a newer one takes its place", () => {
  const { groups, told, a, b, c, d } = open();
  groups.enter("deploy", a, false);
  groups.enter("Deploy", b, false);
  groups.enter("deploy", c, false);
  groups.enter("other", d, false);
  expect(told).toEqual(["a starts", "b is replaced", "d starts"]);
  groups.leave("deploy", a);
  groups.leave("deploy", c);
  expect(told.slice(3)).toEqual(["c starts"]);
  groups.enter("deploy", b, false);
  expect(told.slice(4)).toEqual(["b starts"]);
});

test("cancel-in-progress interrupts the running one, which the new one waits for", () => {
  const { groups, told, a, b } = open();
  groups.enter("deploy", a, true);
  groups.enter("deploy", b, true);
  expect(told).toEqual(["a starts", "a is interrupted"]);
  groups.leave("deploy", a);
  expect(told.slice(2)).toEqual(["b starts"]);
});

test("only what runs can leave", () => {
  const { groups, a, b } = open();
  groups.enter("deploy", a, false);
  groups.enter("deploy", b, false);
  expect(() => groups.leave("deploy", b)).toThrow("deploy");
});
