import { describe, expect, test } from "vitest";
import { liftOf } from "../../../src/changes/destroy/lift.ts";
import type { Item } from "../../../src/changes/items/model.ts";
import type { ResourceChange } from "../../../src/changes/model.ts";

const cluster: ResourceChange = {
  ...{ stackPath: [], action: "Modify", logicalId: "Cluster", type: "AWS::RDS::DBCluster" },
  ...{ replacement: "False", scope: ["Properties"], details: [] },
};
const nested: ResourceChange = { ...cluster, logicalId: "Inner", type: "AWS::CloudFormation::Stack" };
const inner: ResourceChange = { ...cluster, stackPath: ["Inner"] };

const change = (before: string | null, after: string | null): Item => ({ before, after, how: null });
const does: Item = { before: null, after: null, how: "{}" };
const off = change('"true"', '"false"');

type Given = Readonly<Record<string, Item>>;
const lifting: Given = {
  "resource Cluster": does,
  "property Cluster /Properties/DeletionProtection": off,
  "parameter DeletionProtection": off,
  "setting termination-protection": change('"on"', '"off"'),
};

const judged = (items: Given, resources: readonly ResourceChange[], areListed = true) => {
  const { lifted, others } = liftOf(new Map(Object.entries(items)), resources, areListed);
  return { lifted: [...lifted], others };
};

describe("an update lifts and does nothing else", () => {
  test.each<[string, Given, readonly ResourceChange[], readonly string[]]>([
    ["by a parameter", lifting, [cluster], ["Cluster"]],
    [
      "by the template",
      { ...lifting, "definition Cluster /Properties/DeletionProtection": change("true", "false") },
      [cluster],
      ["Cluster"],
    ],
    [
      "with a secret that is given again",
      { ...lifting, "parameter Password": { before: null, after: null, how: '"set, NoEcho"' } },
      [cluster],
      ["Cluster"],
    ],
    [
      "with a capability more",
      { ...lifting, "capability CAPABILITY_IAM": change(null, '"granted"') },
      [cluster],
      ["Cluster"],
    ],
    [
      "in a nested stack",
      {
        "resource Inner": does,
        "property Inner /Properties/Parameters/DeletionProtection": off,
        "resource Inner/Cluster": does,
        "property Inner/Cluster /Properties/DeletionProtection": off,
      },
      [nested, inner],
      ["Inner/Cluster"],
    ],
  ])("%s", (_, items, resources, lifted) => {
    expect(judged(items, resources)).toEqual({ lifted, others: [] });
  });
});

test("how the update fails is no matter of what it does; another deployment mode is", () => {
  const asked = { ...lifting, "option on-failure": change(null, '"keep"') };
  expect(judged(asked, [cluster]).others).toEqual([]);
  const other = { ...lifting, "option deployment-mode": change(null, '"revert-drift"') };
  expect(judged(other, [cluster]).others).toEqual(["option deployment-mode"]);
});

test("what is no property is not lifted by it, and no nested stack must be listed for what is in none", () => {
  expect(judged({ "definition Cluster /Properties/DeletionProtection": off }, [cluster])).toEqual({
    ...{ lifted: [], others: [] },
  });
  expect(judged(lifting, [cluster], false)).toEqual({ lifted: ["Cluster"], others: [] });
  const { replacement: _, ...bare } = cluster;
  expect(judged(lifting, [bare])).toEqual({ lifted: ["Cluster"], others: [] });
});

test("a property that is taken away is off, where nothing is on by itself", () => {
  const gone = { "property Cluster /Properties/DeletionProtection": change('"true"', null) };
  expect(judged(gone, [cluster])).toEqual({ lifted: ["Cluster"], others: [] });
  expect(judged(gone, [{ ...cluster, type: "AWS::QLDB::Ledger" }])).toEqual({
    ...{ lifted: [], others: Object.keys(gone) },
  });
});

test.each([
  "resource Gone",
  "property Gone /Properties/DeletionProtection",
  "definition Gone /Properties/DeletionProtection",
])("%s, of which CloudFormation lists nothing, is more", (name) => {
  expect(judged({ [name]: off }, [cluster])).toEqual({ lifted: [], others: [name] });
});

test.each([
  ["that is new", null, '"false"'],
  ["that goes", '"true"', null],
  ["that was not on", '"perhaps"', '"false"'],
  ["of which nobody knows what it will be", '"true"', '"perhaps"'],
  ["that was a list", '["true"]', '"false"'],
  ["that becomes one", '"true"', '["false"]'],
])("a parameter %s is more", (_, before, after) => {
  expect(judged({ "parameter A": change(before, after) }, [cluster]).others).toEqual(["parameter A"]);
});

describe("an update that does more", () => {
  test.each<[string, Given, readonly ResourceChange[], string]>([
    [
      "another property",
      { ...lifting, "property Cluster /Properties/Port": change('"1"', '"2"') },
      [cluster],
      "property Cluster /Properties/Port",
    ],
    [
      "another resource",
      { ...lifting, "resource Queue": does },
      [cluster, { ...cluster, logicalId: "Queue", action: "Add" }],
      "resource Queue",
    ],
    ["a replacement", lifting, [{ ...cluster, replacement: "True" }], "resource Cluster"],
    ["perhaps a replacement", lifting, [{ ...cluster, replacement: "Conditional" }], "resource Cluster"],
    ["tags", lifting, [{ ...cluster, scope: ["Properties", "Tags"] }], "resource Cluster"],
    ["a removal", lifting, [{ ...cluster, action: "Remove" }], "resource Cluster"],
    [
      "another parameter",
      { ...lifting, "parameter Size": change('"1"', '"2"') },
      [cluster],
      "parameter Size",
    ],
    [
      "a parameter that is turned on",
      { ...lifting, "parameter Other": change('"false"', '"true"') },
      [cluster],
      "parameter Other",
    ],
    ["an output", { ...lifting, "output Endpoint": change("1", "2") }, [cluster], "output Endpoint"],
    ["a tag of the stack", { ...lifting, "tag team": change(null, '"a"') }, [cluster], "tag team"],
    ["a role", { ...lifting, "setting role": change(null, '"a"') }, [cluster], "setting role"],
    [
      "a parameter of a parameter group",
      { ...lifting, "property Group /Properties/Parameters/tls": off },
      [cluster, { ...cluster, logicalId: "Group", type: "AWS::RDS::DBClusterParameterGroup" }],
      "property Group /Properties/Parameters/tls",
    ],
    [
      "another template of a nested stack",
      { "property Inner /Properties/TemplateURL": off },
      [nested],
      "property Inner /Properties/TemplateURL",
    ],
    [
      "what a nested stack has deeper",
      { "property Inner /X/Properties/Parameters/A": off },
      [nested],
      "property Inner /X/Properties/Parameters/A",
    ],
    [
      "a definition of what is no protection, turned off",
      { ...lifting, "definition Cluster /Properties/StorageEncrypted": change("true", "false") },
      [cluster],
      "definition Cluster /Properties/StorageEncrypted",
    ],
    [
      "a definition",
      { ...lifting, "definition Cluster /DeletionPolicy": change('"Snapshot"', '"Delete"') },
      [cluster],
      "definition Cluster /DeletionPolicy",
    ],
    ["what nobody knows yet", { ...lifting, "future thing": does }, [cluster], "future thing"],
    [
      "what a reference stands for",
      { ...lifting, "resolved /app/size": change(null, '"1"') },
      [cluster],
      "resolved /app/size",
    ],
  ])("%s", (_, items, resources, other) => {
    expect(judged(items, resources).others).toContain(other);
  });

  test("nested stacks of which nothing is listed", () => {
    const items = { "resource Inner": does, "property Inner /Properties/Parameters/X": off };
    expect(judged(items, [nested], false).others).toEqual(Object.keys(items));
  });
});

test("a protection that stays on, comes on, or is not told is not lifted", () => {
  for (const after of ['"true"', '"{{changeSet:KNOWN_AFTER_APPLY}}"', '{"a":1}'])
    expect(
      judged({ "property Cluster /Properties/DeletionProtection": change('"false"', after) }, [cluster]),
    ).toEqual({
      lifted: [],
      others: ["property Cluster /Properties/DeletionProtection"],
    });
});
