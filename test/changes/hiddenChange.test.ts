import { describe, expect, test } from "vitest";
import { isHiddenChange, markedSides } from "../../src/changes/hiddenChange.ts";
import type { Json } from "../../src/template/model.ts";

const R = "(redacted)";
const CHANGED = "(redacted: a hidden value changes)";
const MARK = "(a hidden value changes)";

/** The new side as it is shown, of texts and of what is shown of them. */
function told(rawBefore: string, rawAfter: string, before: string, after: string): string | undefined {
  const shown = [before, after].values();
  return markedSides({ before: rawBefore, after: rawAfter }, () => shown.next().value ?? "").after;
}

/** The same of JSON values. */
function toldJson(rawBefore: Json, rawAfter: Json, before: Json, after: Json): Json {
  const texts = [rawBefore, rawAfter, before, after].map((it) => JSON.stringify(it));
  return JSON.parse(told(...(texts as [string, string, string, string])) ?? "") as Json;
}

describe("a text of which a part is hidden", () => {
  test.each([
    ["both sides hidden", "secret 1", "secret 2", R, R, CHANGED],
    ["one part of both", "user secret 1", "user secret 2", `user ${R}`, `user ${R}`, `user ${R} ${MARK}`],
    ["something else changes", "a secret", "b secret", `a ${R}`, `b ${R}`, `b ${R}`],
    ["nothing changes", "secret", "secret", R, R, R],
    ["AWS hides it: whether it changes nobody knows", "****", "****", R, R, CHANGED],
    ["AWS hid it until now", "****", "seen", "****", "seen", "seen"],
    ["two asterisks are a text", "**", "**", "**", "**", "**"],
    ["asterisks at the end", "a****", "a****", "a****", "a****", "a****"],
    ["asterisks at the start", "****a", "****a", "****a", "****a", "****a"],
    ["JSON takes the place of a text", "secret 1", '{"a":"s"}', R, `{"a":"${R}"}`, `{"a":"${R}"}`],
    ["a text takes the place of JSON", '{"a":"s"}', "secret 1", `{"a":"${R}"}`, R, R],
  ])("%s", (_, rawBefore, rawAfter, before, after, expected) => {
    expect(told(rawBefore, rawAfter, before, after)).toBe(expected);
  });

  test("is marked line by line where its lines are the same in number", () => {
    const [before, after] = [`a\n${R}\nc`, `x\n${R}\nc`];
    expect(told("a\nsecret 1\nc", "x\nsecret 2\nc", before, after)).toBe(`x\n${CHANGED}\nc`);
    expect(told("a\nsecret 1\nc", "x\nsecret 2", before, `x\n${R}`)).toBe(`x\n${R}`);
  });
});

describe("a side that is not there", () => {
  test("is not made up, and the other one is not marked", () => {
    expect(markedSides({ after: "secret" }, () => R)).toStrictEqual({ after: R });
    expect(markedSides({ before: "secret" }, () => R)).toStrictEqual({ before: R });
    expect(markedSides({}, () => R)).toStrictEqual({});
  });

  test("the old side stays as it is shown", () => {
    expect(markedSides({ before: "1", after: "2" }, () => R)).toStrictEqual({ before: R, after: CHANGED });
  });
});

describe("JSON of which a part is hidden", () => {
  test("is marked where the hidden value is, and only there", () => {
    expect(
      toldJson(
        { a: "s1", b: { c: "same" }, d: 1 },
        { a: "s2", b: { c: "same" }, d: 2 },
        { a: R, b: { c: R }, d: 1 },
        { a: R, b: { c: R }, d: 2 },
      ),
    ).toEqual({ a: CHANGED, b: { c: R }, d: 2 });
  });

  test("is marked where numbers, lists or objects were hidden as one", () => {
    expect(toldJson({ a: 1 }, { a: 2 }, { a: R }, { a: R })).toEqual({ a: CHANGED });
    expect(toldJson({ a: [1] }, { a: [2] }, { a: R }, { a: R })).toEqual({ a: CHANGED });
    expect(toldJson({ a: { b: 1 } }, { a: { b: 1 } }, { a: R }, { a: R })).toEqual({ a: R });
    expect(toldJson({ a: { b: 1 } }, { a: "s" }, { a: { b: 1 } }, { a: R })).toEqual({ a: R });
  });

  test("has its members compared by their raw names: a name can be hidden, too", () => {
    expect(
      toldJson({ s1: "x", b: "y1" }, { b: "y2", s1: "x" }, { [R]: "x", b: R }, { b: R, [R]: "x" }),
    ).toEqual({
      b: CHANGED,
      [R]: "x",
    });
  });

  test("is marked where a text in it is hidden in part, or is JSON or lines of its own", () => {
    const inner = (secret: string) => `{"user":"u","pw":"${secret}"}`;
    const script = (start: string, secret: string) => `${start}\nlogin ${secret}\nend`;
    expect(
      toldJson(
        { a: "user s1", b: inner("s1"), c: script("a", "s1"), d: 1 },
        { a: "user s2", b: inner("s2"), c: script("b", "s2"), d: 2 },
        { a: `user ${R}`, b: inner(R), c: script("a", R), d: 1 },
        { a: `user ${R}`, b: inner(R), c: script("b", R), d: 2 },
      ),
    ).toEqual({ a: `user ${R} ${MARK}`, b: inner(CHANGED), c: script("b", `${R} ${MARK}`), d: 2 });
  });

  test("is marked where AWS hides a value in it: that both sides are equal says nothing", () => {
    const masked = { Login: "app", Password: "****" };
    expect(toldJson(masked, masked, masked, masked)).toEqual({ ...masked, Password: CHANGED });
    expect(toldJson([masked], [masked], [masked], [masked])).toEqual([{ ...masked, Password: CHANGED }]);
  });

  test("is as it is shown where a value becomes one of another kind", () => {
    expect(toldJson({ a: 1 }, { a: "x s" }, { a: R }, { a: `x ${R}` })).toEqual({ a: `x ${R}` });
    expect(toldJson({ a: "x s" }, { a: 1 }, { a: `x ${R}` }, { a: R })).toEqual({ a: R });
    expect(toldJson({ a: { b: "s" } }, { a: 1 }, { a: { b: R } }, { a: 1 })).toEqual({ a: 1 });
    expect(toldJson({ a: null }, { a: { b: "s" } }, { a: null }, { a: { b: R } })).toEqual({ a: { b: R } });
    expect(toldJson({ a: null }, { a: ["s"] }, { a: null }, { a: [R] })).toEqual({ a: [R] });
    expect(toldJson({ a: { 0: "s" } }, { a: ["t"] }, { a: { 0: R } }, { a: [R] })).toEqual({ a: [R] });
  });

  test("that is new is as it is shown", () => {
    expect(toldJson({ a: "s" }, { a: "s", b: "t" }, { a: R }, { a: R, b: R })).toEqual({ a: R, b: R });
    expect(toldJson({ a: "s" }, { a: { b: "t" } }, { a: R }, { a: { b: R } })).toEqual({ a: { b: R } });
    expect(toldJson({ a: "s" }, { a: ["t"] }, { a: R }, { a: [R] })).toEqual({ a: [R] });
    expect(toldJson({ a: 1 }, { a: null }, { a: R }, { a: null })).toEqual({ a: null });
  });

  test("that AWS has cut is compared as text", () => {
    const cut = (text: string) => `{"a":"${text}`;
    expect(told(cut("secret 1"), cut("secret 2"), cut(R), cut(R))).toBe(`${cut(R)} ${MARK}`);
    expect(told('x {"a":1}', 'x {"a":2}', `x ${R}`, `x ${R}`)).toBe(`x ${R} ${MARK}`);
  });
});

describe("a list of which a part is hidden", () => {
  test.each(["Name", "Key", "ParameterKey", "name", "key"])("has its items compared by their %s", (key) => {
    const one = (name: string, value: string) => ({ [key]: name, Value: value });
    expect(
      toldJson(
        [one("a", "s1"), one("b", "t")],
        [one("b", "t"), one("a", "s2")],
        [one("a", R), one("b", R)],
        [one("b", R), one("a", R)],
      ),
    ).toEqual([one("b", R), one("a", CHANGED)]);
  });

  test("has them compared by their places where they have none", () => {
    expect(toldJson(["s1", "t"], ["s2", "t", "u"], [R, R], [R, R, R])).toEqual([CHANGED, R, R]);
    const odd = (value: string) => ({ Name: 1, Value: value });
    expect(toldJson([odd("s1")], [odd("s2")], [odd(R)], [odd(R)])).toEqual([odd(CHANGED)]);
    expect(toldJson([{ Name: "0" }], ["s"], [{ Name: "0" }], [R])).toEqual([R]);
    expect(toldJson([null, "s1"], [null, "s2"], [null, R], [null, R])).toEqual([null, CHANGED]);
    const referred = (ref: string, value: string) => ({ Name: { Ref: ref }, Value: value });
    expect(
      toldJson(
        [referred("A", "s"), referred("B", "t1")],
        [referred("A", "s"), referred("B", "t2")],
        [referred("A", R), referred("B", R)],
        [referred("A", R), referred("B", R)],
      ),
    ).toEqual([referred("A", R), referred("B", CHANGED)]);
  });
});

test("two sides differ in what is hidden only if the mark says so", () => {
  expect(isHiddenChange({ before: R, after: CHANGED })).toBe(true);
  expect(isHiddenChange({ before: `user ${R}`, after: `user ${R} ${MARK}` })).toBe(true);
  expect(isHiddenChange({ before: `user ${R}`, after: `other ${R} ${MARK}` })).toBe(false);
  expect(isHiddenChange({ before: R, after: R })).toBe(false);
  expect(isHiddenChange({ after: CHANGED })).toBe(false);
  expect(isHiddenChange({ after: `undefined ${MARK}` })).toBe(false);
  expect(isHiddenChange({ before: R })).toBe(false);
});
