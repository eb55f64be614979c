import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalItems, digestOf, digestOfItems } from "../../src/changes/digest.ts";
import type { Changes, ResourceChange } from "../../src/changes/model.ts";
import { canonicalJson, sha256 } from "../../src/template/canonical.ts";
import { anyChanges, changes, queue } from "./examples.ts";

const of = (given: Partial<Changes>) => digestOf({ ...changes, ...given }).digest;
const ofResource = (given: Partial<ResourceChange>) => of({ resources: [{ ...queue, ...given }] });
const [detail] = queue.details as [ResourceChange["details"][number]];
const ofDetail = (given: object) => ofResource({ details: [{ ...detail, ...given }] });
const { target } = changes;
const [size, password] = changes.parameters as [Changes["parameters"][number], Changes["parameters"][number]];

describe("what a reviewer would see changes the digest", () => {
  const before = digestOf(changes).digest;
  test.for<readonly [string, string]>([
    ["stack", of({ target: { ...target, stack: "other" } })],
    ["region", of({ target: { ...target, region: "eu-west-1" } })],
    ["account", of({ target: { ...target, account: "210987654321" } })],
    ["change set type", of({ target: { ...target, type: "CREATE" } })],
    ["a further resource", of({ resources: [queue, { ...queue, logicalId: "Spare" }] })],
    ["a resource less", of({ resources: [] })],
    ["logical id", ofResource({ logicalId: "Spare" })],
    ["the same logical id in a nested stack", ofResource({ stackPath: ["Network"] })],
    ["action", ofResource({ action: "Dynamic" })],
    ["type", ofResource({ type: "AWS::SNS::Topic" })],
    ["replacement", ofResource({ replacement: "Conditional" })],
    ["policy action", ofResource({ policyAction: "Retain" })],
    ["scope", ofResource({ scope: ["Properties", "Tags"] })],
    ["attribute", ofDetail({ attribute: "Metadata" })],
    ["path", ofDetail({ path: "/Properties/DelaySeconds" })],
    [
      "name, where there is no path",
      ofResource({
        details: [{ attribute: "Properties", name: "X", requiresRecreation: "Never", evaluation: "Static" }],
      }),
    ],
    ["recreation", ofDetail({ requiresRecreation: "Always" })],
    ["value before", ofDetail({ before: "31" })],
    ["value after", ofDetail({ after: "61" })],
    ["kind of change", ofDetail({ changeType: "Add" })],
    [
      "a further property",
      ofResource({ details: [detail, { ...detail, path: "/Properties/DelaySeconds" }] }),
    ],
    ["rendered definition", of({ definitions: { Queue: "b".repeat(64) } })],
    ["no rendered definition", of({ definitions: {} })],
    ["parameter value", of({ parameters: [{ ...size, after: "3" }, password] })],
    ["parameter value before", of({ parameters: [{ ...size, before: "0" }, password] })],
    ["a parameter less", of({ parameters: [password] })],
    ["a NoEcho parameter less", of({ parameters: [size] })],
    ["tag value", of({ tags: [{ key: "team", before: "a", after: "c" }] })],
    ["tag key", of({ tags: [{ key: "Team", before: "a", after: "b" }] })],
    ["no tags", of({ tags: [] })],
    ["output", of({ outputs: [{ key: "Url", after: '{"Ref":"Spare"}' }] })],
    ["output taken away instead of added", of({ outputs: [{ key: "Url", before: '{"Ref":"Queue"}' }] })],
    ["role", of({ roleArn: "arn:aws:iam::123456789012:role/cfn" })],
    ["capability", of({ capabilities: [] })],
  ])("%s", ([, after]) => {
    expect(after).not.toBe(before);
  });
});

describe("what a reviewer would not see does not", () => {
  const before = digestOf(changes).digest;
  test.for<readonly [string, string]>([
    ["physical id", ofResource({ physicalId: "another" })],
    ["why a property changes", ofDetail({ source: "ParameterReference", causingEntity: "Size" })],
    [
      "AWS lists a property once more, for another cause",
      ofResource({ details: [detail, { ...detail, evaluation: "Dynamic" }] }),
    ],
    ["a NoEcho value", of({ parameters: [size, { ...password, before: "old", after: "hunter2" }] })],
    ["parameters that are kept", of({ keptParameters: [] })],
    ["drift status", ofResource({ driftStatus: "MODIFIED" })],
  ])("%s", ([, after]) => {
    expect(after).toBe(before);
  });
});

test("order never matters", () => {
  fc.assert(
    fc.property(anyChanges, fc.infiniteStream(fc.nat()), (given, numbers) => {
      const mixed = <T>(list: readonly T[]): T[] =>
        list
          .map((item) => ({ item, at: numbers.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ item }) => item);
      const shuffled: Changes = {
        ...given,
        resources: mixed(
          given.resources.map((one) => ({ ...one, scope: mixed(one.scope), details: mixed(one.details) })),
        ),
        definitions: Object.fromEntries(mixed(Object.entries(given.definitions))),
        parameters: mixed(given.parameters),
        tags: mixed(given.tags),
        outputs: mixed(given.outputs),
        capabilities: mixed(given.capabilities),
      };
      expect(digestOf(shuffled)).toEqual(digestOf(given));
    }),
  );
});

test("ids, times, causes and NoEcho values never matter", () => {
  fc.assert(
    fc.property(anyChanges, fc.string(), (given, noise) => {
      const noisy: Changes = {
        ...given,
        resources: given.resources.map((one) => ({
          ...one,
          physicalId: noise,
          details: one.details.map((it) => ({ ...it, evaluation: "Dynamic" as const, causingEntity: noise })),
        })),
        parameters: given.parameters.map((one) =>
          one.noEcho ? { ...one, before: noise, after: noise } : one,
        ),
      };
      expect(digestOf(noisy).digest).toBe(digestOf(given).digest);
    }),
  );
});

test("two changes have one digest exactly when they look the same, written down in a way of its own", () => {
  fc.assert(
    fc.property(anyChanges, anyChanges, fc.nat(), (one, other, part) => {
      // Mixed from both, so that equal pairs and near misses are common.
      const keys = Object.keys(one) as (keyof Changes)[];
      const mixed = Object.fromEntries(
        keys.map((key, index) => [key, (part >> index) & 1 ? other[key] : one[key]]),
      ) as unknown as Changes;
      expect(digestOf(mixed).digest === digestOf(one).digest).toBe(seen(mixed) === seen(one));
    }),
    { numRuns: 300 },
  );
});

/** What a reviewer sees, as sorted lines: a second, plainer wording of the same idea. */
function seen(given: Changes): string {
  const lines = [`${JSON.stringify(given.target)} ${given.roleArn} ${[...given.capabilities].sort()}`];
  for (const one of given.resources) {
    const key = [...one.stackPath, one.logicalId].join("/");
    lines.push(
      JSON.stringify([
        "r",
        key,
        one.action,
        one.type,
        one.replacement,
        one.policyAction,
        [...one.scope].sort(),
        given.definitions[key],
      ]),
    );
    for (const it of one.details) {
      lines.push(
        JSON.stringify([
          "p",
          key,
          it.attribute,
          it.path ?? it.name,
          it.requiresRecreation,
          it.changeType,
          it.before,
          it.after,
        ]),
      );
    }
  }
  for (const it of given.parameters) {
    lines.push(JSON.stringify(it.noEcho ? ["n", it.name] : ["v", it.name, it.before, it.after]));
  }
  for (const it of given.outputs) lines.push(JSON.stringify(["o", it.key, it.before, it.after]));
  for (const it of given.tags) lines.push(JSON.stringify(["t", it.key, it.before, it.after]));
  return [...new Set(lines)].sort().join("\n");
}

test("a resource that AWS should list twice is seen twice, in any order", () => {
  const twin: ResourceChange = { ...queue, action: "Remove", details: [] };
  const both = of({ resources: [queue, twin] });
  expect(both).toBe(of({ resources: [twin, queue] }));
  expect(both).not.toBe(of({ resources: [queue] }));
  expect(both).not.toBe(of({ resources: [twin] }));
});

test("names that every JavaScript object has are names like any other", () => {
  for (const name of ["__proto__", "constructor", "toString"]) {
    const tagged = of({ tags: [{ key: name, after: "x" }] });
    expect(tagged).not.toBe(of({ tags: [] }));
    expect(tagged).not.toBe(of({ tags: [{ key: name, after: "y" }] }));
    expect(of({ outputs: [{ key: name, after: "1" }] })).not.toBe(
      of({ outputs: [{ key: name, after: "2" }] }),
    );
  }
});

describe("vectors (docs/digest.md)", () => {
  const folder = new URL("../golden/digest/", import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  test("there are some", () => expect(files.length).toBeGreaterThan(4));

  interface Vector {
    readonly changes: Changes;
    readonly canonical: Readonly<Record<string, string>>;
    readonly items: Readonly<Record<string, string>>;
    readonly digest: string;
  }

  test.for(files)("%s", (file) => {
    const vector = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Vector;
    expect(digestOf(vector.changes)).toEqual({ digest: vector.digest, items: vector.items });
    const forms = Object.entries(canonicalItems(vector.changes)).map(([name, form]) => [
      name,
      canonicalJson(form),
    ]);
    expect(Object.fromEntries(forms)).toEqual(vector.canonical);
    // The texts alone lead to the digest, without a line of ours but SHA-256.
    const hashes = Object.fromEntries(
      Object.entries(vector.canonical).map(([name, text]) => [name, sha256(text)]),
    );
    expect(hashes).toEqual(vector.items);
    expect(digestOfItems(vector.items)).toBe(vector.digest);
  });
});
