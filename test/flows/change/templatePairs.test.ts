import { expect, test } from "vitest";
import { differing } from "../../../src/changes/items/model.ts";
import { templateItems } from "../../../src/changes/items/templateItems.ts";
import { ActionError } from "../../../src/errors.ts";
import { comparedTemplates, deployedValue } from "../../../src/flows/change/templatePairs.ts";
import type { Stack } from "../../../src/stack/model.ts";
import { parseTemplate } from "../../../src/template/text/parse.ts";
import { placeOf, uploadedName } from "../../../src/template/tree/stored.ts";
import { linkTree, renderTree } from "../../../src/template/tree/tree.ts";

// A stack in a stack in a stack, of local templates: what is deployed, against what is wanted.

const STORE = { bucket: "templates", prefix: "", region: "us-east-1" };

const nesting = (file: string) =>
  JSON.stringify({
    Resources: { Net: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: file } } },
  });
const topic = (title: string) =>
  JSON.stringify({ Resources: { Topic: { Type: "AWS::SNS::Topic", Properties: { DisplayName: title } } } });

function treeOf(title: string) {
  const files: Readonly<Record<string, string>> = {
    "root.json": nesting("middle.json"),
    "middle.json": nesting("deep.json"),
    "deep.json": topic(title),
  };
  const tree = renderTree(parseTemplate(files["root.json"] ?? "", "root.json"), (file) => files[file]);
  const url = (digest: string) => placeOf(digest, STORE).url;
  const { uploads, ...linked } = linkTree(tree, url);
  return { tree, ...linked, uploads: uploads.map(({ body, digest }) => ({ url: url(digest), body })) };
}

/** What is compared of this title where the first is deployed, to a role that may read the stacks of these names. */
async function comparedOf(deployed: string, wanted: string, readable: readonly string[]) {
  const { template, uploads } = treeOf(deployed);
  const bodies = new Map([
    ["root", template.body],
    ["middle", uploads[1]?.body],
    ["deep", uploads[0]?.body],
  ]);
  const ports = {
    stacks: {
      template: async (arn: string) => {
        if (!readable.includes(arn)) throw new ActionError("Denied.", { reasonCode: "access-denied" });
        return bodies.get(arn);
      },
      resources: async (arn: string) => [
        {
          logicalId: "Net",
          physicalId: arn === "root" ? "middle" : "deep",
          type: "AWS::CloudFormation::Stack",
          status: "CREATE_COMPLETE",
        },
      ],
    },
    templateBucket: { read: async () => undefined },
  };
  const { tree, digests, uploads: own } = treeOf(wanted);
  const uploadedAs = uploadedName(placeOf("0".repeat(64), STORE).url);
  return comparedTemplates(
    { tree, digests, uploadedAs, uploads: own },
    { arn: "root" } as unknown as Stack,
    ports,
  );
}

async function itemsOf(...given: Parameters<typeof comparedOf>) {
  const compared = await comparedOf(...given);
  const { has, wants } = compared.contents;
  const items = [...compared.templates.flatMap((pair) => [...templateItems(pair)]), ...differing(has, wants)];
  return items.map(([name]) => name);
}

const ALL = ["root", "middle", "deep"];

test.each([1, 2, 3])("the same templates have no item, however few of them can be read (%d)", async (few) => {
  expect(await itemsOf("one", "one", ALL.slice(0, few))).toEqual([]);
});

test("another one is an item where its content is, or where nobody can look any deeper", async () => {
  expect(await itemsOf("one", "two", ALL)).toEqual(["definition Net/Net/Topic /Properties/DisplayName"]);
  expect(await itemsOf("one", "two", ALL.slice(0, 2))).toEqual(["content Net/Net"]);
  expect(await itemsOf("one", "two", ALL.slice(0, 1))).toEqual(["content Net"]);
});

test("what a nested stack loses that changes is not known where what is deployed cannot be read", async () => {
  expect((await comparedOf("one", "two", ALL)).uncompared).toEqual([]);
  expect((await comparedOf("one", "two", ALL.slice(0, 2))).uncompared).toEqual(["Net/Net"]);
  expect((await comparedOf("one", "two", ALL.slice(0, 1))).uncompared).toEqual(["Net"]);
  expect((await comparedOf("one", "one", ALL.slice(0, 1))).uncompared).toEqual([]);
});

// What is hidden wherever AWS repeats it is the text, not the number.
test("the deployed template has its numbers as the texts that CloudFormation makes of them", () => {
  const text =
    '{"Parameters": {"Pin": {"Type": "String", "NoEcho": true, "Default": 1234567.10}}, "Resources": {}}';
  const before = parseTemplate(text, "the deployed template");
  const pair = { stackPath: [], before, after: undefined };
  const nested = {
    stackPath: ["Nested"],
    before: parseTemplate('{"Resources": {}}', "t.json"),
    after: undefined,
  };
  const contents = { has: new Map(), wants: new Map() };
  const compared = { templates: [nested, pair], contents, unseen: [], uncompared: [] };
  expect(deployedValue(compared)).toEqual({
    Parameters: { Pin: { Type: "String", NoEcho: true, Default: "1234567.10" } },
    Resources: {},
  });
});
