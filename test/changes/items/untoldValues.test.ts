import fc from "fast-check";
import { expect, test } from "vitest";
import { digestOf } from "../../../src/changes/digest.ts";
import { bind } from "../../../src/changes/items/bind.ts";
import { evaluateTemplate, UNKNOWN } from "../../../src/template/evaluate/evaluate.ts";
import { childScope } from "../../../src/template/evaluate/evaluatedTree.ts";
import type { DeclaredParameter, Json, JsonObject } from "../../../src/template/model.ts";
import { queue, target } from "../examples.ts";
import { sources, stack } from "./examples.ts";

/** What a deployed stack can hold around a new resource: everything that others may have changed since its review. */
interface Around {
  readonly values: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, string>>;
  readonly conditions: JsonObject;
  readonly mappings: JsonObject;
  /** What a nested stack is given, and what it has otherwise. */
  readonly given: JsonObject;
  readonly defaults: JsonObject;
}

const NAMES = ["P", "Q"];
const KEYS = ["a", "b"];
const words = fc.constantFrom("a", "b", "a,b");

/** Expressions of a template; conditions only of what stands before them, so that none hangs on itself. */
const { expression, truth } = fc.letrec<{ readonly expression: Json; readonly truth: Json }>((tie) => {
  const name = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<Json>(...KEYS) },
    { weight: 2, arbitrary: fc.constantFrom(...NAMES).map((Ref): Json => ({ Ref })) },
    { weight: 1, arbitrary: tie("expression") },
  );
  const found = fc.tuple(fc.constantFrom<Json>("M", "N"), name, name).map((steps) => steps as Json[]);
  return {
    expression: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      words,
      fc.constantFrom(...NAMES, "AWS::NoValue").map((Ref): Json => ({ Ref })),
      found.map((steps): Json => ({ "Fn::FindInMap": steps })),
      fc
        .tuple(found, tie("expression"))
        .map(([steps, DefaultValue]): Json => ({ "Fn::FindInMap": [...steps, { DefaultValue }] })),
      fc.constantFrom(...NAMES).map((one): Json => ({ "Fn::Sub": `x\${${one}}` })),
      tie("expression").map((P): Json => ({ "Fn::Sub": [`\${P}-\${Q}`, { P }] })),
      fc
        .tuple(fc.constantFrom("C", "D"), tie("expression"), tie("expression"))
        .map((parts): Json => ({ "Fn::If": parts })),
      fc.array(tie("expression"), { maxLength: 2 }).map((list): Json => ({ "Fn::Join": ["-", list] })),
    ),
    truth: fc.oneof(
      { maxDepth: 2 },
      fc.tuple(tie("expression"), words).map((sides): Json => ({ "Fn::Equals": sides })),
      tie("truth").map((one): Json => ({ "Fn::Not": [one] })),
      fc.constant<Json>({ "Fn::Equals": [{ Ref: "P" }, "a"] }),
    ),
  };
});

const both = <T>(arbitrary: fc.Arbitrary<T>, names: readonly string[] = NAMES) =>
  fc.record(Object.fromEntries(names.map((name) => [name, arbitrary])));

const mapping = both(both(words, KEYS), KEYS);
const aroundArbitrary: fc.Arbitrary<Around> = fc.record({
  values: both(words),
  types: both(fc.constantFrom("String", "CommaDelimitedList")),
  conditions: fc.record({
    C: truth,
    D: fc.oneof(
      truth,
      fc.constant<Json>({ "Fn::Or": [{ Condition: "C" }, { "Fn::Equals": ["a", { Ref: "Q" }] }] }),
    ),
  }),
  mappings: fc.record({ M: mapping, N: mapping }, { requiredKeys: ["M"] }),
  given: fc.record({ P: expression, Q: expression }, { requiredKeys: [] }),
  defaults: both(words),
}) as fc.Arbitrary<Around>;

/** Two surroundings that share most of what they hold, so that what differs is what matters. */
const two = fc
  .tuple(
    aroundArbitrary,
    aroundArbitrary,
    fc.subarray(["values", "types", "conditions", "mappings", "given", "defaults"]),
  )
  .chain(([one, other, parts]) => {
    const mixed = { ...one, ...Object.fromEntries(parts.map((part) => [part, other[part as keyof Around]])) };
    const key = fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...KEYS), words);
    return fc.record({
      one: fc.constant(one),
      other: fc.oneof(
        fc.constant(mixed),
        key.map(([first, second, word]) => withEntry(one, first, second, word)),
      ),
    });
  });

function withEntry(around: Around, first: string, second: string, word: string): Around {
  const M = around.mappings.M as Readonly<Record<string, JsonObject>>;
  return {
    ...around,
    mappings: { ...around.mappings, M: { ...M, [first]: { ...M[first], [second]: word } } },
  };
}

const declared = (around: Around) =>
  NAMES.map(
    (name): DeclaredParameter => ({
      name,
      type: around.types[name] ?? "",
      default: String(around.defaults[name]),
      noEcho: false,
    }),
  );

function templates(around: Around, isNested: boolean, definition: JsonObject | undefined) {
  const Parameters = Object.fromEntries(
    declared(around).map(({ name, type, default: Default = "" }) => [name, { Type: type, Default }]),
  );
  const own = { Parameters, Conditions: around.conditions, Mappings: around.mappings };
  const holds = { ...own, Resources: definition === undefined ? {} : { Queue: definition } };
  const net = {
    Type: "AWS::CloudFormation::Stack",
    Properties: { TemplateURL: "u", Parameters: around.given },
  };
  return isNested ? [{ ...own, Resources: { Net: net } }, holds] : [holds];
}

/** What becomes of the resource. */
function made(around: Around, isNested: boolean, definition: JsonObject): string {
  const [root = {}, inner] = templates(around, isNested, definition);
  const scope = { parameters: around.values, pseudo: { "AWS::Region": target.region } };
  const outer = evaluateTemplate({ value: root }, scope);
  const net = outer.resources.find(({ logicalId }) => logicalId === "Net");
  const { resources } =
    inner === undefined
      ? outer
      : evaluateTemplate(
          { value: inner },
          childScope({ parameters: declared(around) }, net?.properties.Parameters, scope),
        );
  const found = resources.find(({ logicalId }) => logicalId === "Queue");
  return JSON.stringify(found ?? null, (_, value: unknown) => (value === UNKNOWN ? "(unknown)" : value));
}

/** The digest of what makes it, where everything around it is deployed. */
function digest(around: Around, isNested: boolean, definition: JsonObject): string {
  const [before, after] = [templates(around, isNested, undefined), templates(around, isNested, definition)];
  const stackPath = isNested ? ["Net"] : [];
  const kept = NAMES.map((name) => ({ name, value: around.values[name] ?? "" }));
  const { items } = bind({
    ...sources,
    stack: { ...stack, parameters: kept },
    parameters: NAMES.map((name) => ({ name, noEcho: false, source: "previous" })),
    changeSet: { parameters: [], resources: [{ ...queue, stackPath, action: "Add", details: [] }] },
    templates: after.map((value, depth) => ({
      stackPath: stackPath.slice(0, depth),
      before: { value: before[depth] ?? {} },
      after: { value },
    })),
  });
  return digestOf(target, items).digest;
}

test("where something else becomes of a new resource, the digest is another", () => {
  let differences = 0;
  const Condition = fc.constantFrom(undefined, "C", "D");
  fc.assert(
    fc.property(two, expression, Condition, fc.boolean(), ({ one, other }, value, condition, isNested) => {
      const definition = {
        Type: "AWS::SQS::Queue",
        ...(condition === undefined ? {} : { Condition: condition }),
        Properties: { A: value },
      };
      if (made(one, isNested, definition) === made(other, isNested, definition)) return;
      differences += 1;
      expect(digest(one, isNested, definition)).not.toBe(digest(other, isNested, definition));
    }),
    { numRuns: 1_500 },
  );
  expect(differences).toBeGreaterThan(150);
});
