import { describe, expect, test } from "vitest";
import type { BindingSources } from "../../../src/changes/items/bind.ts";
import type { PropertyChange, ResourceChange } from "../../../src/changes/model.ts";
import { item, queue } from "../examples.ts";
import { bound, sources, stack, TEMPLATE } from "./examples.ts";

/** A topic whose name is made of a parameter. */
const topic: ResourceChange = { ...queue, logicalId: "Topic", type: "AWS::SNS::Topic" };
const { after: _, ...untold } = queue.details[0] as PropertyChange;
const SIZE = item(null, '{"Size":["1",null]}');

/** The items of the values behind the definitions of what changes. */
function values(change: Partial<ResourceChange>, given: Partial<BindingSources> = {}) {
  const changeSet = { resources: [{ ...topic, ...change }], parameters: [] };
  const { items } = bound({ changeSet, ...given });
  return Object.fromEntries([...items].filter(([name]) => name.startsWith("values ")));
}

describe("the values behind a definition are bound", () => {
  test.each<[string, Partial<ResourceChange>]>([
    ["of what is made", { action: "Add" }],
    ["of what is imported", { action: "Import" }],
    ["where AWS dropped the values", { withoutValues: true }],
    ["where one property's value is left out", { details: [...queue.details, untold] }],
    ["where one is left out that is new", { details: [{ ...untold, changeType: "Add" }] }],
  ])("%s", (_, change) => {
    expect(values(change)).toEqual({ "values Topic": SIZE });
  });

  test.each<[string, Partial<ResourceChange>]>([
    ["where every value is told", {}],
    ["where nothing changes in it", { details: [] }],
    ["where a property goes", { details: [{ ...untold, changeType: "Remove" }] }],
    ["where it is no property", { details: [{ ...untold, attribute: "Metadata" }] }],
    ["of a resource in a nested stack that is given none", { action: "Add", stackPath: ["Net"] }],
    ["of a resource that refers to none", { action: "Add", logicalId: "Nowhere" }],
  ])("not %s", (_, change) => {
    expect(values(change)).toEqual({});
  });

  test("not without the root's template", () => {
    expect(values({ action: "Add" }, { templates: [] })).toEqual({});
    const nested = { stackPath: ["Net"], before: undefined, after: { value: TEMPLATE } };
    expect(values({ action: "Add" }, { templates: [nested] })).toEqual({});
  });
});

describe("the value that a parameter will have", () => {
  const parameter = { name: "Size", noEcho: false } as const;
  const told = { name: "Size", value: "/size", resolved: "3" };
  const sizes = (given: Partial<BindingSources>, from: object = parameter) =>
    bound({
      parameters: [{ ...parameter, source: "given", ...from }],
      stack: { ...stack, parameters: [] },
      ...given,
    }).items.get("parameter Size")?.after;

  test("is what the change set tells, else what is given, else what is kept", () => {
    expect(sizes({ changeSet: { resources: [], parameters: [told] } }, { value: "2" })).toBe(
      '{"resolved":"3","value":"/size"}',
    );
    expect(sizes({}, { value: "2" })).toBe('"2"');
    const kept = { stack: { ...stack, parameters: [{ name: "Size", value: "7" }] } };
    expect(sizes(kept, { source: "previous" })).toBeUndefined();
  });

  test("is not told where it is a secret", () => {
    const changeSet = { resources: [], parameters: [{ ...told, value: "secret" }] };
    const text = JSON.stringify([
      ...bound({
        parameters: [{ name: "Size", noEcho: true, source: "given", value: "secret" }],
        changeSet,
      }).items,
    ]);
    expect(text).not.toContain("secret");
  });
});

describe("what the stack has under a name", () => {
  const now = (name: string, given: Partial<BindingSources> = {}) => bound(given).textNow(name);

  test("of content that is told as a whole, and of none", () => {
    const contents = { has: new Map([["content Net", '"hash"']]), wants: new Map() };
    expect(now("content Net", { contents })).toBe('"hash"');
    expect(now("content Other", { contents })).toBeNull();
  });

  test("of a capability that was granted", () => {
    expect(now("capability CAPABILITY_IAM")).toBe('"granted"');
    expect(now("capability CAPABILITY_NAMED_IAM")).toBeNull();
  });

  test("is nothing or unknown also where the commit's SHA is looked for", () => {
    const commits = ["a".repeat(40)];
    expect(now("tag none", { commits })).toBeNull();
    expect(now("option on-failure", { commits })).toBeUndefined();
  });

  test("of a property cannot be told without the template", () => {
    expect(now("property Queue /Properties/VisibilityTimeout", { templates: [] })).toBeUndefined();
  });

  test("of a stack that is not there yet nothing, and nothing can be told of its properties", () => {
    const templates = [{ stackPath: [], before: undefined, after: { value: TEMPLATE } }];
    const none = { stack: undefined, templates };
    expect(now("tag team", none)).toBeNull();
    expect(now("values Topic", none)).toBeUndefined();
    expect(now("property Queue /Properties/VisibilityTimeout", none)).toBeUndefined();
  });

  test("of a stack without parameters only what refers to none", () => {
    const none = { stack: undefined };
    expect(now("values Topic", none)).toBe("{}");
    expect(now("property Topic /Properties/DisplayName", none)).toBeUndefined();
    // The condition under which the queue is there refers to one.
    expect(now("property Queue /Properties/VisibilityTimeout", none)).toBeUndefined();
  });

  test("of a property whose value is made of the stack's own names", () => {
    const value = {
      Resources: {
        Queue: {
          Type: "AWS::SQS::Queue",
          Properties: {
            A: { "Fn::Sub": `\${AWS::Region} \${AWS::AccountId} \${AWS::StackName} \${AWS::StackId}` },
          },
        },
      },
    };
    const templates = [{ stackPath: [], before: { value }, after: { value } }];
    expect(now("property Queue /Properties/A", { templates })).toBe(
      JSON.stringify(`${sources.target.region} ${sources.target.account} app ${stack.arn}`),
    );
    expect(now("property Queue /Metadata/A", { templates })).toBeUndefined();
    expect(now("property Net/Queue /Properties/A", { templates })).toBeUndefined();
  });

  test("of a property whose parameter ends or begins with stars, but is not hidden", () => {
    const starred = (value: string) => ({ stack: { ...stack, parameters: [{ name: "Size", value }] } });
    const name = "property Topic /Properties/DisplayName";
    expect(now(name, starred("a**"))).toBe('"app-a**"');
    expect(now(name, starred("**a"))).toBe('"app-**a"');
    expect(now(name, starred("*"))).toBeUndefined();
  });

  test("of a property in a path with spaces", () => {
    const value = { Resources: { Queue: { Type: "AWS::SQS::Queue", Properties: { "A B": 1 } } } };
    const templates = [{ stackPath: [], before: { value }, after: { value } }];
    expect(now("property Queue /Properties/A B", { templates })).toBe('"1"');
  });
});
