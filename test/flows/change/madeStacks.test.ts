import { describe, expect, test } from "vitest";
import { templateItems } from "../../../src/changes/items/templateItems.ts";
import { ActionError } from "../../../src/errors.ts";
import { comparedTemplates } from "../../../src/flows/change/templatePairs.ts";
import type { Stack } from "../../../src/stack/model.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";
import { parseTemplate } from "../../../src/template/text/parse.ts";
import { placeTree } from "../../../src/template/tree/placeTree.ts";
import { placeOf, uploadedName } from "../../../src/template/tree/stored.ts";
import { linkTree, renderTree } from "../../../src/template/tree/tree.ts";

// What is told of nested stacks that nobody writes out, where CloudFormation does not list what they change.

const STORE = { bucket: "templates", prefix: "", region: "us-east-1" };
const NESTED = "AWS::CloudFormation::Stack";
const ROOT = "arn:aws:cloudformation:eu-west-1:1:stack/app/0";
const LIST = { Ref: "Names" };
const ELSEWHERE = "https://elsewhere.s3.amazonaws.com/net.json";
const BOUGHT = `https://elsewhere.s3.amazonaws.com/aurora-deploy-action/${"a".repeat(64)}.json`;

const templateOf = (Resources: JsonObject) => JSON.stringify({ Resources });
const topic = (DisplayName: string) =>
  templateOf({ Topic: { Type: "AWS::SNS::Topic", Properties: { DisplayName } } });
const stackOf = (TemplateURL: Json) => ({ Type: NESTED, Properties: { TemplateURL } });
const loop = (TemplateURL: Json = "net.json", list: Json = ["A", "B"], variable = "N", label = "Nets") => ({
  [`Fn::ForEach::${label}`]: [variable, list, { [`Net\${${variable}}`]: stackOf(TemplateURL) }],
});
const application = (SemanticVersion: Json) => ({
  NetA: {
    Type: "AWS::Serverless::Application",
    Properties: { Location: { ApplicationId: "arn:aws:serverlessrepo:us-east-1:1:app", SemanticVersion } },
  },
});

interface Side {
  readonly resources: object;
  /** What the topic of the local template is called. */
  readonly title?: string;
  /** The local template, where it is no topic. */
  readonly net?: string;
  readonly mappings?: object;
}

function rendered({ resources, title = "one", net = topic(title), mappings: Mappings = {} }: Side) {
  const Parameters = { Names: { Type: "CommaDelimitedList" }, Version: { Type: "String" } };
  const text = JSON.stringify({
    ...{ Transform: "AWS::LanguageExtensions", Parameters, Mappings, Resources: resources },
  });
  const tree = renderTree(parseTemplate(text, "root.json"), (file) =>
    file === "other.json" ? topic("other") : net,
  );
  const url = (digest: string) => placeOf(digest, STORE).url;
  const placed = placeTree(tree, { file: () => "", template: url });
  const linked = linkTree(placed.tree, url);
  const uploads = [...placed.uploads, ...linked.uploads].map(({ file, body, digest }) => ({
    ...{ file, body, url: url(digest) },
  }));
  return { tree: placed.tree, template: linked.template, digests: linked.digests, uploads };
}

interface World {
  readonly deployed: Side;
  readonly wanted: Side;
  /** The nested stacks that are there: their paths. */
  readonly there?: readonly string[];
  /** The templates of nested stacks that have not the local one, by the stacks' names. */
  readonly texts?: Readonly<Record<string, string>>;
  /** What lies elsewhere, to a role that may read it. */
  readonly elsewhere?: string;
  readonly areListed?: boolean;
  readonly denied?: "resources" | "read" | "template";
}

async function compared(world: World) {
  const { deployed, wanted, there = ["NetA", "NetB"], texts = {}, elsewhere, areListed, denied } = world;
  const refuse = (what: World["denied"]) => {
    if (denied === what) throw new ActionError("Denied.", { reasonCode: "access-denied" });
  };
  const before = rendered(deployed);
  const local = before.uploads.find(({ file }) => file === "net.json")?.body;
  const asked: string[] = [];
  const ports = {
    stacks: {
      template: async (arn: string) => {
        if (arn === ROOT) return before.template.body;
        refuse("template");
        // CloudFormation gives back only what is ASCII.
        return (texts[arn] ?? local ?? topic("one")).replace(/[^ -~\s]/gu, "?");
      },
      resources: async (arn: string) => {
        refuse("resources");
        const others = [{ logicalId: "NetQueue", physicalId: "q", type: "AWS::SQS::Queue", status: "" }];
        const start = arn === ROOT ? "" : `${arn}/`;
        const inside = there.filter(
          (path) => path.startsWith(start) && !path.slice(start.length).includes("/"),
        );
        const stacks = inside.map((path) => ({
          ...{
            logicalId: path.slice(start.length),
            physicalId: path,
            type: NESTED,
            status: "CREATE_COMPLETE",
          },
        }));
        return [...others, ...stacks];
      },
    },
    templateBucket: {
      read: async (url: string) => {
        refuse("read");
        asked.push(url);
        if (url.includes("$")) throw new Error("InvalidBucketName");
        return elsewhere;
      },
    },
  };
  const { template: _, ...rest } = rendered(wanted);
  const uploadedAs = uploadedName(placeOf("0".repeat(64), STORE).url);
  const live = { arn: ROOT } as unknown as Stack;
  return { asked, ...(await comparedTemplates({ ...rest, uploadedAs }, live, ports, areListed)) };
}

async function uncompared(world: World) {
  const { unseen, uncompared } = await compared(world);
  expect(unseen).toEqual([]);
  return uncompared;
}

type More = Partial<World> & Pick<Side, "net" | "mappings">;

const stays = (resources: object, { net, mappings, ...more }: More = {}) => {
  const side = { resources, ...(net && { net }), ...(mappings && { mappings }) };
  return uncompared({ deployed: side, wanted: side, ...more });
};
const another = (resources: object, more: Partial<World> = {}) =>
  uncompared({ deployed: { resources }, wanted: { resources, title: "two" }, ...more });
const becomes = (had: object, has: object, more: Partial<World> = {}) =>
  uncompared({ deployed: { resources: had }, wanted: { resources: has }, ...more });

describe("a nested stack that is not written out as such", () => {
  test.each<[string, object, More]>([
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
    expect(await becomes(application("1.0.0"), application("2.0.0"))).toEqual(["NetA"]);
    expect(await stays(loop(ELSEWHERE), { elsewhere: topic("two") })).toEqual(["NetA", "NetB"]);
  });

  test("may be another where nobody can tell what its template is", async () => {
    expect(await stays(loop(ELSEWHERE))).toEqual(["NetA", "NetB"]);
    expect(await stays(loop(ELSEWHERE), { denied: "read" })).toEqual(["NetA", "NetB"]);
    expect(await stays(loop(LIST))).toEqual(["NetA", "NetB"]);
    expect(await stays(application({ Ref: "Version" }))).toEqual(["NetA"]);
    // Called as this action calls what it uploads, and not in its bucket: anybody may have put anything there.
    expect(await stays(loop(BOUGHT))).toEqual(["NetA", "NetB"]);
    expect(await another(loop(), { denied: "resources" })).toEqual(["NetA", "NetB"]);
  });

  test("loses nothing where it is new, or another resource is called like it", async () => {
    expect(await another(loop(), { there: [] })).toEqual([]);
    expect(await another(loop("net.json", ["A", "B", "C"]))).toEqual(["NetA", "NetB"]);
    expect(await becomes(loop(), loop("net.json", ["A", "B", "C"]))).toEqual([]);
    const beside = { ...loop("net.json", LIST), Network: stackOf("net.json") };
    expect(await another(beside, { there: ["NetA", "Network"] })).toEqual(["NetA"]);
  });

  test("loses nothing where it is new, to a role that may not list what is there", async () => {
    const denied = "resources";
    const topics = { Network: { Type: "AWS::SNS::Topic" }, Subnet: stackOf("net.json") };
    expect(await becomes(topics, { ...topics, ...loop() }, { denied })).toEqual([]);
    expect(await becomes(topics, { ...topics, ...loop("net.json", LIST) }, { denied })).toEqual([]);
    // Of what is not known any may be the one that was there.
    expect(await becomes(loop(), loop("net.json", LIST), { denied })).toEqual([`Net\${N}`]);
    expect(await becomes(loop("net.json", LIST), loop("net.json", LIST, "Id"), { denied })).toEqual([
      `Net\${Id}`,
    ]);
  });

  test("is that of the loop whose names begin most like it", async () => {
    const loops = (Network: Json) => ({
      ...loop("net.json", LIST),
      "Fn::ForEach::More": ["N", LIST, { "Network${N}": stackOf(Network) }],
    });
    const there = ["NetA", "NetworkA"];
    expect(await another(loops("other.json"), { there })).toEqual(["NetA"]);
    expect(await becomes(loops("net.json"), loops("other.json"), { there })).toEqual(["NetworkA"]);
  });

  test("is compared with what was written out or made otherwise before", async () => {
    const [written, made] = [{ NetA: stackOf("net.json") }, loop("net.json", ["A"])];
    expect(await becomes(written, made)).toEqual([]);
    const changed = { deployed: { resources: written }, wanted: { resources: made, title: "two" } };
    expect(await uncompared(changed)).toEqual(["NetA"]);
    expect(await becomes(made, application("1.0.0"))).toEqual(["NetA"]);
  });

  test.each<[string, object, object]>([
    ["its loop has another variable", loop("net.json", LIST), loop("net.json", LIST, "Name")],
    ["its loop has another label", loop("net.json", LIST), loop("net.json", LIST, "N", "Networks")],
    ["its loop's list becomes a parameter", loop(), loop("net.json", LIST)],
    ["its loop's list is written out", loop("net.json", LIST), loop()],
    ["it was written out", { NetA: stackOf("net.json"), NetB: stackOf("net.json") }, loop("net.json", LIST)],
  ])("loses nothing where it is written otherwise alone: %s", async (_, had, has) => {
    expect(await becomes(had, has)).toEqual([]);
    const changed = { deployed: { resources: had }, wanted: { resources: has, title: "two" } };
    expect(await uncompared(changed)).toEqual(["NetA", "NetB"]);
    expect(await becomes(had, has, { denied: "template" })).toEqual(["NetA", "NetB"]);
  });

  test("is the deployed one whatever letters are in it, of which CloudFormation gives a question mark", async () => {
    const texts = { NetA: topic("Grüße 🛑"), NetB: topic("Grüße 🛑") };
    expect(await stays(loop(ELSEWHERE), { elsewhere: topic("Grüße 🛑"), texts })).toEqual([]);
    expect(await stays(loop(ELSEWHERE), { elsewhere: topic("Grüsse 🛑"), texts })).toEqual(["NetA", "NetB"]);
  });

  test("may be another where a loop that nobody knows puts its items into the place", async () => {
    const place = `https://templates-\${N}.s3.us-east-1.amazonaws.com/net.json`;
    expect(await stays(loop(place, LIST))).toEqual(["NetA", "NetB"]);
  });

  test("has what a mapping says", async () => {
    const mappings = (Version: string) => ({ Of: { A: { Url: ELSEWHERE, Version }, B: { Url: ELSEWHERE } } });
    const found = (item: Json, name: string) => ({ "Fn::FindInMap": ["Of", item, name] });
    const versions = { mappings: mappings("1.0.0") };
    expect(await stays(application(found("A", "Version")), versions)).toEqual([]);
    const elsewhere = { ...versions, elsewhere: topic("one") };
    const written = stackOf(found("A", "Url"));
    expect(await stays({ NetA: written, NetB: written }, elsewhere)).toEqual([]);
    expect(await stays(loop(found({ Ref: "N" }, "Url")), elsewhere)).toEqual([]);
    const side = (version: string) => ({
      ...{ resources: application(found("A", "Version")), mappings: mappings(version) },
    });
    expect(await uncompared({ deployed: side("1.0.0"), wanted: side("2.0.0") })).toEqual(["NetA"]);
    // The item stands in a text, and no such key is there: that says nothing of the item.
    const byDefault = { "Fn::FindInMap": ["Of", `\${N}`, "Version", { DefaultValue: "1.0.0" }] };
    const looped = { "Fn::ForEach::Nets": ["N", LIST, application(byDefault)] };
    expect(await stays(looped, versions)).toEqual(["NetA"]);
  });

  test("is read in the region of the stack, however its URL names that", async () => {
    const TemplateURL = { "Fn::Sub": `https://net.s3.\${AWS::Region}.amazonaws.com/net.json` };
    const side = { resources: { ...loop(TemplateURL, ["A"]), NetB: stackOf(TemplateURL) } };
    const { asked, unseen, uncompared } = await compared({
      deployed: side,
      wanted: side,
      elsewhere: topic("one"),
    });
    expect(asked).toEqual(["https://net.s3.eu-west-1.amazonaws.com/net.json"]);
    expect({ unseen, uncompared }).toEqual({ unseen: [], uncompared: [] });
  });

  test("is read once, however many have it", async () => {
    const side = { resources: { ...loop(ELSEWHERE), Written: stackOf(ELSEWHERE) } };
    const { asked } = await compared({ deployed: side, wanted: side, elsewhere: topic("one") });
    expect(asked).toEqual([ELSEWHERE]);
  });

  test("may be another where it is written out and nobody can tell what it had", async () => {
    const [had, has] = [{ NetA: stackOf({ Ref: "Version" }) }, { NetA: stackOf("net.json") }];
    expect(await becomes(had, has, { denied: "resources" })).toEqual(["NetA"]);
    expect(await becomes({ Topic: { Type: "AWS::SNS::Topic" } }, has, { denied: "resources" })).toEqual([]);
  });

  test("is left to CloudFormation where that lists what it changes", async () => {
    const areListed = true;
    expect(await another(loop(), { areListed })).toEqual([]);
    expect(await stays(loop(ELSEWHERE), { areListed })).toEqual([]);
  });
});

// The local template stays, and what it nests lies elsewhere: CloudFormation updates it all the same.
describe("what is nested in a template that stays", () => {
  const net = templateOf({ Deep: stackOf(ELSEWHERE) });
  const deep = { there: ["NetA", "NetA/Deep"], texts: { "NetA/Deep": topic("one") }, net };
  const [equal, lost] = [{ elsewhere: topic("one") }, { elsewhere: templateOf({}) }];
  const made = loop("net.json", ["A"]);

  test("may be another, below one that a loop makes", async () => {
    expect(await stays(made, { ...deep, ...lost })).toEqual(["NetA"]);
    expect(await stays(made, { ...deep, ...equal })).toEqual([]);
    expect(await stays(made, deep)).toEqual(["NetA"]);
    expect(await stays(made, { ...deep, ...equal, denied: "resources" })).toEqual(["NetA"]);
    // It lies elsewhere itself.
    const texts = { NetA: templateOf({ Deep: stackOf(BOUGHT) }), "NetA/Deep": topic("one") };
    expect(await stays(loop(ELSEWHERE, ["A"]), { ...deep, texts, elsewhere: texts.NetA })).toEqual(["NetA"]);
  });

  async function below(world: More) {
    const { net: text = net, ...more } = world;
    const side = { resources: { NetA: stackOf("net.json") }, net: text };
    const { templates, unseen, uncompared } = await compared({
      deployed: side,
      wanted: side,
      ...deep,
      ...more,
    });
    return { items: templates.flatMap((pair) => [...templateItems(pair).keys()]), unseen, uncompared };
  }
  const NOTHING = { items: [], unseen: [], uncompared: [] };

  test("is compared where all of it is written out", async () => {
    expect(await below(lost)).toEqual({ ...NOTHING, items: ["definition NetA/Deep/Topic"] });
    expect(await below(equal)).toEqual(NOTHING);
    expect(await below({})).toEqual({ ...NOTHING, unseen: ["NetA/Deep"] });
    expect(await below({ ...lost, there: [] })).toEqual(NOTHING);
    expect(await below({ ...lost, areListed: true })).toEqual(NOTHING);
    expect(await below({ ...equal, denied: "resources" })).toEqual({ ...NOTHING, uncompared: ["NetA"] });
  });

  test("may be another where a loop makes it in one that is written out", async () => {
    const inner = JSON.stringify({ Transform: "AWS::LanguageExtensions", Resources: loop(ELSEWHERE, ["X"]) });
    const there = ["NetA", "NetA/NetX"];
    const looped = { net: inner, there, texts: { "NetA/NetX": topic("one") } };
    expect(await below({ ...looped, ...lost })).toEqual({ ...NOTHING, uncompared: ["NetA/NetX"] });
    expect(await below({ ...looped, ...equal })).toEqual(NOTHING);
  });

  test("stays where it is a version in the repository, or local in its turn", async () => {
    const denied = "resources";
    const bought = templateOf(application("1.0.0"));
    expect(await below({ net: bought, denied })).toEqual(NOTHING);
    expect(await stays(made, { net: bought, denied })).toEqual([]);
    const local = templateOf({ Deep: stackOf("other.json") });
    expect(await below({ net: local, denied })).toEqual(NOTHING);
    expect(await stays(made, { net: local, denied })).toEqual([]);
    const open = templateOf(application({ "Fn::ImportValue": "version" }));
    expect(await below({ net: open, there: ["NetA", "NetA/NetA"] })).toEqual({
      ...NOTHING,
      uncompared: ["NetA/NetA"],
    });
  });
});
