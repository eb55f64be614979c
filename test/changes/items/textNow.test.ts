import { describe, expect, test } from "vitest";
import { type BindingSources, bind } from "../../../src/changes/items/bind.ts";
import type { JsonObject } from "../../../src/template/model.ts";
import { item, queue } from "../examples.ts";
import { bound, request, sources, stack, TEMPLATE } from "./examples.ts";

const SECTIONS = Object.keys(TEMPLATE);
const pair = (
  before: JsonObject | undefined,
  after: JsonObject | undefined,
  stackPath: readonly string[] = [],
) => ({
  stackPath,
  before: before && { value: before },
  after: after && { value: after },
});

describe("what a template would bring is there once it is deployed:", () => {
  test.each(SECTIONS)("%s", (section) => {
    const { [section]: _gone, ...others } = TEMPLATE;
    for (const [before, after] of [
      [others, TEMPLATE],
      [TEMPLATE, others],
    ] as const) {
      for (const stackPath of [[], ["Net"], ["Net", "Deep"]]) {
        const { items, textNow } = bound({ templates: [pair(before, after, stackPath)] });
        const deployed = bound({ templates: [pair(after, before, stackPath)] });
        expect(items.size).toBeGreaterThan(0);
        for (const [name, wanted] of items) {
          expect(textNow(name), name).toBe(wanted.before);
          expect(deployed.textNow(name), name).toBe(wanted.after);
        }
      }
    }
  });

  test("inside a resource, by its paths", () => {
    const wanted = JSON.parse(
      JSON.stringify(TEMPLATE).replace('"VisibilityTimeout":30', '"VisibilityTimeout":60,"a/b~":{"c":1}'),
    ) as JsonObject;
    const { items } = bound({ templates: [pair(TEMPLATE, wanted)] });
    expect([...items.keys()]).toEqual([
      "definition Queue /Properties/VisibilityTimeout",
      "definition Queue /Properties/a~1b~0",
    ]);
    const deployed = bound({ templates: [pair(wanted, TEMPLATE)] });
    for (const [name, { before, after }] of items) {
      expect(bound().textNow(name)).toBe(before);
      expect(deployed.textNow(name)).toBe(after);
    }
  });

  test("of a nested stack whose template is not at hand nothing can be told", () => {
    for (const name of [
      "definition Net/Queue",
      "mapping Net/Sizes",
      "section Net/Transform",
      "section Future Net/Thing",
    ])
      expect(bound().textNow(name), name).toBeUndefined();
  });

  test("of a nested stack that is not there yet: nothing is there", () => {
    const { textNow } = bound({ templates: [...sources.templates, pair(undefined, TEMPLATE, ["Net"])] });
    expect(textNow("mapping Net/Sizes")).toBeNull();
    expect(textNow("mapping Sizes")).not.toBeNull();
  });
});

describe("what a request sets is there once it is done:", () => {
  const wanted = {
    tags: { owner: "me" },
    roleArn: "arn:aws:iam::123456789012:role/other",
    notificationArns: [],
    terminationProtection: false,
    capabilities: ["CAPABILITY_NAMED_IAM"],
  };
  const parameters = [
    { name: "Size", noEcho: false, source: "given", value: "2" },
    { name: "Password", noEcho: true, source: "previous" },
  ] as const;
  const asked: Partial<BindingSources> = { request: { ...request, ...wanted }, parameters };
  const done: Partial<BindingSources> = {
    stack: {
      ...stack,
      ...wanted,
      capabilities: ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"],
      parameters: [{ name: "Size", value: "2" }],
    },
  };

  test("each of them, before and after", () => {
    const { items, textNow } = bound(asked);
    expect([...items.keys()].sort()).toEqual([
      "capability CAPABILITY_NAMED_IAM",
      "parameter Size",
      "setting notification-arns",
      "setting role",
      "setting termination-protection",
      "tag owner",
      "tag team",
    ]);
    for (const [name, { before, after }] of items) {
      expect(textNow(name), name).toBe(before);
      expect(bound(done).textNow(name), name).toBe(after);
    }
  });

  test("a NoEcho value cannot be told, nor can an option, nor what is done to a resource", () => {
    for (const name of [
      "parameter Password",
      "option on-failure",
      "resource Queue",
      "resolved /size",
      "unseen Net",
    ])
      expect(bound().textNow(name), name).toBeUndefined();
  });
});

describe("a property as CloudFormation lists it", () => {
  const now = (name: string, given: Partial<BindingSources> = {}) => bound(given).textNow(name);
  const small = {
    ...TEMPLATE,
    Resources: {
      ...(TEMPLATE.Resources as JsonObject),
      Never: { Type: "x", Condition: "No", Properties: { A: 1 } },
    },
    Conditions: { ...(TEMPLATE.Conditions as JsonObject), No: { "Fn::Equals": [{ Ref: "Size" }, "9"] } },
  };
  const deployed = { templates: [pair(small, small)] };

  test.for<readonly [string, string | undefined]>([
    ["property Queue /Properties/VisibilityTimeout", '"30"'],
    ["property Queue /Properties/Fifo", '"false"'],
    ["property Queue /Properties/Tags/0/Value", '"b"'],
    // Objects and lists: CloudFormation may fill in what the template leaves out.
    ["property Queue /Properties/Tags", undefined],
    ["property Queue /Properties/Missing", undefined],
    ["property Queue /Properties/Tags/7/Value", undefined],
    ["property Queue Tags /Tags/0", undefined],
    ["property Gone /Properties/A", undefined],
    ["property Net/Queue /Properties/VisibilityTimeout", undefined],
    ["property Never /Properties/A", undefined],
  ])("%s: %j", ([name, expected]) => {
    expect(now(name, deployed)).toBe(expected);
  });

  test("with the stack's own parameters in it, where they are known", () => {
    const name = "property Topic /Properties/DisplayName";
    expect(now(name)).toBe('"app-1"');
    const hidden = { stack: { ...stack, parameters: [{ name: "Size", value: "****" }] } };
    expect(now(name, hidden)).toBeUndefined();
    const stored = { stack: { ...stack, parameters: [{ name: "Size", value: "/size", resolved: "7" }] } };
    expect(now(name, stored)).toBe('"app-7"');
  });

  test("is in effect as it was recorded", () => {
    const listed = bind({ ...sources, changeSet: { resources: [queue], parameters: [] } }).items;
    const name = "property Queue /Properties/VisibilityTimeout";
    expect(listed.get(name)).toEqual(item('"30"', '"60"', '{"change":"Modify","recreation":"Never"}'));
    expect(now(name)).toBe(listed.get(name)?.before);
  });

  test("the values behind a definition", () => {
    expect(now("values Topic")).toBe('{"":{"Parameters":{"Size":{"Value":["1",null]}}}}');
    expect(now("values Net/Topic")).toBeUndefined();
    expect(now("values Topic", { templates: [] })).toBeUndefined();
  });
});

test("the SHA of the very commit is read as the item has it", () => {
  const sha = "a".repeat(40);
  const tagged = { stack: { ...stack, tags: { team: `app:${sha}` } }, commits: [sha] };
  expect(bound(tagged).textNow("tag team")).toBe('"app:<this commit>"');
});
