import { describe, expect, test } from "vitest";
import type { BindingSources } from "../../../src/changes/items/bind.ts";
import { KNOWN_AFTER_APPLY, type PropertyChange } from "../../../src/changes/model.ts";
import type { StackRequest } from "../../../src/changes/request.ts";
import type { Json, ResolvedParameter } from "../../../src/template/model.ts";
import { queue } from "../examples.ts";
import { bound, compositeAlarm, metricAlarm, request, stack, TEMPLATE } from "./examples.ts";

const names = (given: Partial<BindingSources>) => [...bound(given).items.keys()].sort();
const asked = (given: object) => bound({ request: { ...request, ...given } });

test("what stays as it is makes no item", () => {
  expect(bound().items).toEqual(new Map());
});

test("what the request leaves out stays as it is", () => {
  const left = {
    tags: undefined,
    roleArn: undefined,
    notificationArns: undefined,
    rollback: undefined,
    terminationProtection: undefined,
    capabilities: [],
  };
  expect(asked(left).items).toEqual(new Map());
});

/** Another value for every field, with the item that tells it; or why the field cannot change what is done. */
const FIELDS: {
  readonly [K in keyof Required<StackRequest>]:
    | { readonly item: string; readonly values: readonly StackRequest[K][] }
    | { readonly cannot: string };
} = {
  stackName: { cannot: "the target of the digest names it" },
  name: { cannot: "the change set's own" },
  type: { cannot: "what is created has nothing before, and the resources say Import" },
  description: { cannot: "the change set's own" },
  templateBody: { cannot: "the templates tell it, entry by entry" },
  templateUrl: { cannot: "the same template in the bucket" },
  parameters: { cannot: "the resolved parameters tell them" },
  tags: { item: "tag team", values: [{ team: "b" }, { team: "c" }, {}] },
  capabilities: { item: "capability CAPABILITY_NAMED_IAM", values: [["CAPABILITY_NAMED_IAM"]] },
  roleArn: {
    item: "setting role",
    values: ["arn:aws:iam::123456789012:role/a", "arn:aws:iam::123456789012:role/b"],
  },
  notificationArns: { item: "setting notification-arns", values: [[], ["arn:x"], ["arn:x", "arn:y"]] },
  rollback: {
    item: "setting rollback-alarms",
    values: [
      { alarms: [], minutes: 10 },
      { alarms: [metricAlarm("b")], minutes: 10 },
      { alarms: [metricAlarm("a"), metricAlarm("b")], minutes: 10 },
      { alarms: [metricAlarm("b"), compositeAlarm("a"), metricAlarm("c")], minutes: 10 },
    ],
  },
  includeNestedStacks: { item: "option include-nested-stacks", values: [false] },
  importExistingResources: { item: "option import-existing-resources", values: [true] },
  deploymentMode: { item: "option deployment-mode", values: ["revert-drift"] },
  onFailure: { item: "option on-failure", values: ["keep", "delete"] },
  terminationProtection: { item: "setting termination-protection", values: [false] },
};

describe("every field of the request is bound:", () => {
  test.each(Object.entries(FIELDS))("%s", (field, what) => {
    if ("cannot" in what) return expect(what.cannot).not.toBe("");
    const made = what.values.map((value) => asked({ [field]: value }));
    for (const { items } of made) expect([...items.keys()]).toEqual([what.item]);
    expect(new Set([bound(), ...made].map(({ digest }) => digest.digest)).size).toBe(made.length + 1);
  });

  test("and one that nobody has thought of is an item too", () => {
    expect([...asked({ monitoringMinutes: 5 }).items]).toEqual([
      ["option monitoring-minutes", { before: null, after: "5", how: null }],
    ]);
    const made = [false, 0, "", null, [], {}].map((value) => asked({ fieldOfTomorrow: value }).digest.digest);
    expect(new Set(made).size).toBe(made.length);
    // Neither is asked for.
    expect(asked({ fieldOfTomorrow: null }).items).toEqual(new Map());
    expect(asked({ fieldOfTomorrow: undefined }).items).toEqual(new Map());
  });
});

describe("parameters", () => {
  const given = (...parameters: readonly Partial<ResolvedParameter>[]) => ({
    parameters: parameters.map((it) => ({ name: "Size", noEcho: false, source: "given" as const, ...it })),
  });
  const kept: ResolvedParameter = { name: "Password", noEcho: true, source: "previous" };

  test.for<readonly [string, Partial<BindingSources>, readonly string[]]>([
    ["another value", given({ value: "2" }, kept), ["parameter Size"]],
    ["kept", given({ source: "previous" }, kept), []],
    ["one more", given({ value: "1" }, kept, { name: "More", value: "" }), ["parameter More"]],
    ["one less", given(kept), ["parameter Size"]],
    [
      "NoEcho, set anew",
      given({ value: "1" }, { ...kept, source: "given", value: "hunter2" }),
      ["parameter Password"],
    ],
    [
      "NoEcho that is taken away",
      given({ value: "1" }, { name: "Password", value: "x" }),
      ["parameter Password"],
    ],
    ["NoEcho from now on", given({ value: "1", noEcho: true }, kept), ["parameter Size"]],
  ])("%s", ([, changed, expected]) => {
    expect(names(changed)).toEqual(expected);
  });

  test("a NoEcho value is in no item", () => {
    const secret = (value: string) => bound(given({ value: "1" }, { ...kept, source: "given", value }));
    expect(secret("hunter2").digest).toEqual(secret("hunter3").digest);
    expect(JSON.stringify([...secret("hunter2").items])).not.toContain("hunter");
  });

  test("what an SSM type stands for is part of the value", () => {
    const resolved = (to: string) => ({
      changeSet: { resources: [], parameters: [{ name: "Size", value: "/size", resolved: to }] },
      ...given({ value: "/size" }, kept),
    });
    expect(bound(resolved("1")).digest).not.toEqual(bound(resolved("2")).digest);
  });
});

describe("a resource that is made", () => {
  const added = { ...queue, action: "Add" as const, details: [], logicalId: "Topic" };
  const { Topic: _topic, ...others } = TEMPLATE.Resources as Readonly<Record<string, never>>;
  const deployed = { ...TEMPLATE, Resources: others };
  const made = (given: Partial<BindingSources> = {}) =>
    bound({
      templates: [{ stackPath: [], before: { value: deployed }, after: { value: TEMPLATE } }],
      changeSet: { resources: [added], parameters: [] },
      ...given,
    });

  test("is bound by its definition, and by the values that it refers to", () => {
    expect([...made().items.keys()].sort()).toEqual(["definition Topic", "resource Topic", "values Topic"]);
    expect(made().items.get("values Topic")?.after).toBe('{"":{"Parameters":{"Size":{"Value":["1",null]}}}}');
  });

  test("with another value of a kept parameter is not what was reviewed", () => {
    const parameters: readonly ResolvedParameter[] = [{ name: "Size", noEcho: false, source: "previous" }];
    const elsewhere = { ...stack, parameters: [{ name: "Size", value: "2" }] };
    expect(made({ parameters }).items.get("values Topic")?.after).toBe(
      '{"":{"Parameters":{"Size":{"Value":["1",null]}}}}',
    );
    expect(made({ parameters, stack: elsewhere }).items.get("values Topic")?.after).toBe(
      '{"":{"Parameters":{"Size":{"Value":["2",null]}}}}',
    );
  });

  test("in a stack that is made: all of it has nothing before", () => {
    const { items } = bound({
      stack: undefined,
      templates: [{ stackPath: [], before: undefined, after: { value: TEMPLATE } }],
    });
    const { before } = items.get("setting termination-protection") ?? {};
    // A stack that is made has none at first.
    expect(before).toBe('"off"');
    for (const [name, item] of items) if (!name.startsWith("setting t")) expect(item.before).toBeNull();
    const nouns = [...new Set([...items.keys()].map((name) => name.split(" ")[0]))].sort();
    expect(nouns).toEqual([
      ...["capability", "condition", "declaration", "definition", "hook", "mapping", "metadata", "output"],
      ...["parameter", "rule", "section", "setting", "tag"],
    ]);
  });
});

describe("a value that is known only later", () => {
  const service = { ...queue, logicalId: "Service", type: "AWS::ECS::Service" };
  const [detail] = queue.details as [PropertyChange];
  const TASK = "TaskDefinition";
  /** A service that takes another task definition, in a stack where `was` is deployed and is `before`. */
  const digest = (was: Json, before: string, given: Partial<BindingSources> = {}) => {
    const holding = (value: Json) => ({
      value: {
        Parameters: { Size: { Type: "String" } },
        Resources: { Service: { Type: service.type, Properties: { [TASK]: value } } },
      },
    });
    const wanted = { "Fn::Sub": `\${Task}-\${Size}` };
    const path = `/Properties/${TASK}`;
    const later = { ...detail, name: TASK, path, before, after: KNOWN_AFTER_APPLY };
    return bound({
      templates: [{ stackPath: [], before: holding(was), after: holding(wanted) }],
      changeSet: { resources: [{ ...service, details: [later] }], parameters: [] },
      ...given,
    }).digest.digest;
  };
  const same = { "Fn::Sub": `\${Task}-\${Size}` };

  test("is what was reviewed, whatever id the last deploy drew", () => {
    expect(digest(same, "app:41-1")).toBe(digest(same, "app:42-1"));
    expect(digest({ Ref: "Old" }, "old:1")).toBe(digest({ Ref: "Old" }, "old:2"));
  });

  test("is not, where somebody has written something else in its place", () => {
    expect(digest("app:1", "app:1")).not.toBe(digest("app:2", "app:2"));
    expect(digest("app:1", "app:1")).not.toBe(digest(same, "app:1"));
  });

  test("is not, where another value is behind it", () => {
    const kept: readonly ResolvedParameter[] = [{ name: "Size", noEcho: false, source: "previous" }];
    const sized = (value: string) =>
      digest(same, `app:41-${value}`, {
        parameters: kept,
        stack: { ...stack, parameters: [{ name: "Size", value }] },
      });
    expect(sized("1")).not.toBe(sized("2"));
  });
});

test("the SHA of the very commit reads the same before and after the merge", () => {
  const [head, merge, older] = ["a", "b", "c"].map((digit) => digit.repeat(40)) as [string, string, string];
  const tagged = (sha: string, commits: readonly string[], was = older) =>
    bound({
      request: { ...request, tags: { team: `app:${sha}` } },
      stack: { ...stack, tags: { team: `app:${was}` } },
      commits,
    });
  expect(tagged(head, [head]).digest).toEqual(tagged(merge, [merge]).digest);
  expect(tagged(head, [head]).items.get("tag team")).toEqual({
    before: null,
    after: '"app:<this commit>"',
    how: null,
  });
  // Another commit's is a value like any other, and so is one before.
  expect(tagged(older, [head], merge).digest).not.toEqual(tagged(head, [head], merge).digest);
  // Redeployed, nothing changes: the same text on both sides is no item.
  expect(tagged(head, [head], head).items).toEqual(new Map());
});

test("what stands for itself, and what has a state, is taken as it is given", () => {
  const contents = { has: new Map([["content Net", '"1"']]), wants: new Map([["content Net", '"2"']]) };
  const others = new Map([["resolved /size", { before: null, after: '"1"', how: null }]]);
  expect(names({ contents, others })).toEqual(["content Net", "resolved /size"]);
});
