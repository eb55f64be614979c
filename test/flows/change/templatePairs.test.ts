import { describe, expect, test } from "vitest";
import { differing } from "../../../src/changes/items/model.ts";
import { templateItems } from "../../../src/changes/items/templateItems.ts";
import { ActionError } from "../../../src/errors.ts";
import { comparedTemplates, deployedValue } from "../../../src/flows/change/templatePairs.ts";
import type { Stack } from "../../../src/stack/model.ts";
import type { Json } from "../../../src/template/model.ts";
import { parseTemplate } from "../../../src/template/text/parse.ts";
import { placeTree } from "../../../src/template/tree/placeTree.ts";
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
  return { tree, ...linkTree(tree, (digest) => placeOf(digest, STORE).url) };
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
  const { tree, digests } = treeOf(wanted);
  const uploadedAs = uploadedName(placeOf("0".repeat(64), STORE).url);
  return comparedTemplates({ tree, digests, uploadedAs }, { arn: "root" } as unknown as Stack, ports);
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

describe("a nested stack that is not written out as such", () => {
  const NESTED = "AWS::CloudFormation::Stack";
  const stackOf = (TemplateURL: Json) => ({ Type: NESTED, Properties: { TemplateURL } });
  const loop = (TemplateURL: Json = "net.json", list: Json = ["A", "B"]) => ({
    "Fn::ForEach::Nets": ["N", list, { "Net${N}": stackOf(TemplateURL) }],
  });
  const application = (SemanticVersion: Json) => ({
    NetA: {
      Type: "AWS::Serverless::Application",
      Properties: { Location: { ApplicationId: "arn:aws:serverlessrepo:us-east-1:1:app", SemanticVersion } },
    },
  });
  const LIST = { Ref: "Names" };
  const ELSEWHERE = "https://elsewhere.s3.amazonaws.com/net.json";
  const BOUGHT = `https://elsewhere.s3.amazonaws.com/aurora-deploy-action/${"a".repeat(64)}.json`;

  interface Side {
    readonly resources: object;
    /** What the topic of the local template is called. */
    readonly title?: string;
  }

  function rendered({ resources, title = "one" }: Side) {
    const Parameters = { Names: { Type: "CommaDelimitedList" }, Version: { Type: "String" } };
    const text = JSON.stringify({ Transform: "AWS::LanguageExtensions", Parameters, Resources: resources });
    const tree = renderTree(parseTemplate(text, "root.json"), () => topic(title));
    const url = (digest: string) => placeOf(digest, STORE).url;
    const placed = placeTree(tree, { file: () => "", template: url }).tree;
    return { tree: placed, ...linkTree(placed, url) };
  }

  interface World {
    readonly deployed: Side;
    readonly wanted: Side;
    /** The nested stacks that are there. */
    readonly there?: readonly string[];
    /** What lies elsewhere, to a role that may read it. */
    readonly elsewhere?: string;
    readonly areListed?: boolean;
    readonly denied?: "resources" | "read";
  }

  async function uncompared(world: World) {
    const { deployed, wanted, there = ["NetA", "NetB"], elsewhere, areListed, denied } = world;
    const refuse = (what: World["denied"]) => {
      if (denied === what) throw new ActionError("Denied.", { reasonCode: "access-denied" });
    };
    const ports = {
      stacks: {
        template: async (arn: string) =>
          arn === "root" ? rendered(deployed).template.body : topic(deployed.title ?? "one"),
        resources: async () => {
          refuse("resources");
          const others = [{ logicalId: "NetQueue", physicalId: "q", type: "AWS::SQS::Queue", status: "" }];
          const stacks = there.map((logicalId) => ({
            ...{ logicalId, physicalId: logicalId, type: NESTED, status: "CREATE_COMPLETE" },
          }));
          return [...others, ...stacks];
        },
      },
      templateBucket: {
        read: async () => {
          refuse("read");
          return elsewhere;
        },
      },
    };
    const { tree, digests } = rendered(wanted);
    const uploadedAs = uploadedName(placeOf("0".repeat(64), STORE).url);
    const live = { arn: "root" } as unknown as Stack;
    const compared = await comparedTemplates({ tree, digests, uploadedAs }, live, ports, areListed);
    expect(compared.unseen).toEqual([]);
    return compared.uncompared;
  }

  const stays = (resources: object, more: Partial<World> = {}) =>
    uncompared({ deployed: { resources }, wanted: { resources }, ...more });
  const another = (resources: object, more: Partial<World> = {}) =>
    uncompared({ deployed: { resources }, wanted: { resources, title: "two" }, ...more });

  test.each<[string, object, Partial<World>]>([
    ["of a loop", loop(), {}],
    ["of a loop whose list is not known", loop("net.json", LIST), {}],
    ["of the repository", application("1.0.0"), {}],
    ["of the repository in a loop", { "Fn::ForEach::Nets": ["N", LIST, application("1.0.0")] }, {}],
    ["that lies elsewhere and is the deployed one", loop(ELSEWHERE), { elsewhere: topic("one") }],
  ])("loses nothing where it stays: %s", async (_, resources, more) => {
    expect(await stays(resources, more)).toEqual([]);
  });

  test("loses what nobody sees where its template is another", async () => {
    expect(await another(loop())).toEqual(["NetA", "NetB"]);
    expect(await another(loop("net.json", LIST))).toEqual(["NetA", "NetB"]);
    const versions = {
      deployed: { resources: application("1.0.0") },
      wanted: { resources: application("2.0.0") },
    };
    expect(await uncompared(versions)).toEqual(["NetA"]);
    expect(await stays(loop(ELSEWHERE), { elsewhere: topic("two") })).toEqual(["NetA", "NetB"]);
  });

  test("may be another where nobody can tell what its template is", async () => {
    expect(await stays(loop(ELSEWHERE))).toEqual(["NetA", "NetB"]);
    expect(await stays(loop(ELSEWHERE), { denied: "read" })).toEqual(["NetA", "NetB"]);
    expect(await stays(loop(LIST))).toEqual(["NetA", "NetB"]);
    expect(await stays(application({ Ref: "Version" }))).toEqual(["NetA"]);
    // Called as this action calls what it uploads, and not in its bucket: anybody may have put anything there.
    expect(await stays(loop(BOUGHT))).toEqual(["NetA", "NetB"]);
    // What lies elsewhere nests another one that lies elsewhere.
    const deeper = topic("one").replace("AWS::SNS::Topic", NESTED);
    expect(await stays(loop(ELSEWHERE), { elsewhere: deeper })).toEqual(["NetA", "NetB"]);
    expect(await another(loop(), { denied: "resources" })).toEqual(["NetA", "NetB"]);
  });

  test("loses nothing where it is new, or another resource is called like it", async () => {
    expect(await another(loop(), { there: [] })).toEqual([]);
    expect(await another(loop("net.json", ["A", "B", "C"]))).toEqual(["NetA", "NetB"]);
    const [deployed, wanted] = [{ resources: loop() }, { resources: loop("net.json", ["A", "B", "C"]) }];
    expect(await uncompared({ deployed, wanted })).toEqual([]);
    const beside = { ...loop("net.json", LIST), Network: stackOf("net.json") };
    expect(await another(beside, { there: ["NetA", "Network"] })).toEqual(["NetA"]);
  });

  test("is compared with what was written out or made otherwise before", async () => {
    const [written, made] = [
      { resources: { NetA: stackOf("net.json") } },
      { resources: loop("net.json", ["A"]) },
    ];
    expect(await uncompared({ deployed: written, wanted: made })).toEqual([]);
    expect(await uncompared({ deployed: written, wanted: { ...made, title: "two" } })).toEqual(["NetA"]);
    const asked = { resources: application("1.0.0") };
    expect(await uncompared({ deployed: made, wanted: asked })).toEqual(["NetA"]);
  });

  test("is left to CloudFormation where that lists what it changes", async () => {
    const areListed = true;
    expect(await another(loop(), { areListed })).toEqual([]);
    expect(await stays(loop(ELSEWHERE), { areListed })).toEqual([]);
  });
});
