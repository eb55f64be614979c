import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Deployment } from "../../src/deployments/deployment.ts";
import { needsOf } from "../../src/deployments/needs.ts";
import { WAVES, wavesOf } from "../../src/deployments/waves.ts";
import { deploymentOf } from "./examples.ts";

/** Stacks by what each depends on. */
function stacks(needs: Readonly<Record<string, readonly string[]>>): readonly Deployment[] {
  return Object.entries(needs).map(([name, dependsOn]) => deploymentOf(name, { dependsOn }));
}

function waves(
  needs: Readonly<Record<string, readonly string[]>>,
  affected: readonly string[] = Object.keys(needs),
) {
  const all = stacks(needs);
  const chosen = all.filter(({ stackName }) => affected.includes(stackName));
  return wavesOf(chosen, needsOf(all)).map((wave) => wave.map(({ stackName }) => stackName));
}

function refusal(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return (error as Error).message;
  }
}

const CHAIN = { a: [], b: ["a"], c: ["b"], d: ["c"], e: ["d"] };

describe("each wave needs only those before it", () => {
  test.for<
    readonly [
      string,
      Readonly<Record<string, readonly string[]>>,
      readonly string[] | undefined,
      readonly (readonly string[])[],
    ]
  >([
    ["none", {}, undefined, [[], [], [], [], []]],
    ["alone", { a: [] }, undefined, [["a"], [], [], [], []]],
    ["side by side, in the order of their files", { b: [], a: [] }, undefined, [["b", "a"], [], [], [], []]],
    ["in a chain", CHAIN, undefined, [["a"], ["b"], ["c"], ["d"], ["e"]]],
    [
      "in a diamond",
      { d: ["b", "c"], b: ["a"], c: ["a"], a: [] },
      undefined,
      [["a"], ["b", "c"], ["d"], [], []],
    ],
    ["by the longest way", { a: [], b: ["a"], c: ["a", "b"] }, undefined, [["a"], ["b"], ["c"], [], []]],
    ["through one that is not affected", CHAIN, ["a", "e"], [["a"], ["e"], [], [], []]],
    ["only the last is affected", CHAIN, ["e"], [["e"], [], [], [], []]],
    ["a circle elsewhere is not theirs", { ...CHAIN, x: ["y"], y: ["x"] }, ["a"], [["a"], [], [], [], []]],
    ["nor is one that they only wait for", { x: ["y"], y: ["x"], z: ["x"] }, ["z"], [["z"], [], [], [], []]],
  ])("%s", ([, needs, affected, expected]) => {
    expect(waves(needs, affected)).toEqual(expected);
  });
});

describe("no order", () => {
  test.for<
    readonly [string, Readonly<Record<string, readonly string[]>>, readonly string[] | undefined, string]
  >([
    [
      "of itself",
      { a: ["a"] },
      undefined,
      "No order: a (us-east-1) → a (us-east-1). a (us-east-1) depends on a (us-east-1).",
    ],
    [
      "of two",
      { a: ["b"], b: ["a"] },
      undefined,
      "No order: a (us-east-1) → b (us-east-1) → a (us-east-1). a (us-east-1) depends on b (us-east-1); b (us-east-1) depends on a (us-east-1).",
    ],
    [
      "through stacks that are not affected",
      { a: ["b"], b: ["c"], c: ["a"] },
      ["b"],
      "No order: b (us-east-1) → c (us-east-1) → a (us-east-1) → b (us-east-1).",
    ],
    [
      "the shortest of two circles",
      { a: ["b", "c"], b: ["c"], c: ["a"] },
      ["a"],
      "No order: a (us-east-1) → c (us-east-1) → a (us-east-1).",
    ],
    [
      "of six waves",
      { ...CHAIN, f: ["e"] },
      undefined,
      "There are 5 waves, and these need more: a (us-east-1) → b (us-east-1) → c (us-east-1) → d (us-east-1) → e (us-east-1) → f (us-east-1).",
    ],
  ])("%s", ([, needs, affected, message]) => {
    expect(refusal(() => waves(needs, affected))).toContain(message);
  });

  test("of a thousand in a row is told by six", () => {
    const long = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, i) => [`s${i}`, i === 0 ? [] : [`s${i - 1}`]]),
    );
    expect(String(refusal(() => waves(long)))).toMatch(
      /^There are 5 waves, .*: s0 \(us-east-1\) → .* → s5 \(us-east-1\)\.$/,
    );
  });
});

test("of any acyclic needs: each stack once, after what it waits for by any way, and no later than that makes it", () => {
  const size = 12;
  const edges = fc.uniqueArray(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), {
    selector: String,
    maxLength: 20,
  });
  fc.assert(
    fc.property(edges, fc.subarray([...Array(size).keys()]), (pairs, chosen) => {
      const down = pairs.filter(([from, on]) => from > on);
      const needs = Object.fromEntries(
        Array.from({ length: size }, (_, i) => [
          `s${i}`,
          down.filter(([from]) => from === i).map(([, on]) => `s${on}`),
        ]),
      );
      const reaches = (from: string, to: string): boolean =>
        (needs[from] ?? []).some((on) => on === to || reaches(on, to));
      const names = chosen.map((i) => `s${i}`);
      const made = refusal(() => waves(needs, names));
      // Independent of how they are laid: a stack's place is the longest way to it among the affected.
      const place = (name: string): number =>
        1 + Math.max(0, ...names.filter((other) => reaches(name, other)).map(place));
      if (names.some((name) => place(name) > WAVES)) expect(made).toContain("these need more");
      else
        expect(made).toEqual(
          Array.from({ length: WAVES }, (_, i) => names.filter((name) => place(name) === i + 1)),
        );
    }),
  );
});
