import { expect, it } from "vitest";
import { sha256 } from "../../../src/template/canonical.ts";
import { parseTemplate } from "../../../src/template/text/parse.ts";
import { placeTree } from "../../../src/template/tree/placeTree.ts";
import { linkTree, renderTree } from "../../../src/template/tree/tree.ts";

type Files = Readonly<Record<string, string>>;
const treeOf = (files: Files) =>
  renderTree(parseTemplate(files["t.yaml"] ?? "", "t.yaml"), (path) => files[path]);

const url = (digest: string) => `https://b/${digest}.json`;
const places = {
  file: ({ local }: { readonly local: string }, { file }: { readonly file: string }) => ({
    from: file,
    local,
  }),
  template: url,
};

const code = (logicalId: string, local: string) =>
  `  ${logicalId}: {Type: AWS::Lambda::LayerVersion, Properties: {LayerName: x, Content: ${local}}}\n`;
const stack = (logicalId: string, file: string) =>
  `  ${logicalId}: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ${file}}}\n`;
const set = (logicalId: string, file: string) =>
  `  ${logicalId}: {Type: AWS::CloudFormation::StackSet, Properties: {StackSetName: s, PermissionModel: SELF_MANAGED, TemplateURL: ${file}}}\n`;
const topic = (logicalId: string) => `  ${logicalId}: {Type: AWS::SNS::Topic}\n`;
const template = (...resources: readonly string[]) => `Resources:\n${resources.join("")}`;

it("leaves what names nothing else as it is", () => {
  const tree = treeOf({ "t.yaml": template(topic("T")) });
  const placed = placeTree(tree, places);
  expect(placed).toEqual({ tree, uploads: [] });
  expect(placed.tree.template).toBe(tree.template);
});

it("puts the places of files in, numbers as they are spelled", () => {
  const tree = treeOf({
    "t.yaml": `Metadata: {Version: 8.0}\n${template(code("L", "layer"), code("M", "s3://b/k"))}`,
  });
  const { tree: placed, uploads } = placeTree(tree, places);
  const layer = (Content: unknown) => ({
    Type: "AWS::Lambda::LayerVersion",
    Properties: { LayerName: "x", Content },
  });
  const value = {
    Metadata: { Version: 8 },
    Resources: { L: layer({ from: "t.yaml", local: "layer" }), M: layer("s3://b/k") },
  };
  expect(placed.template.value).toEqual(value);
  expect(JSON.parse(placed.template.body)).toEqual(value);
  expect(placed.template.body).toContain('"Version":8.0');
  expect([placed.files, placed.others, placed.children, uploads]).toEqual([[], [], [], []]);
  expect(tree.files).toHaveLength(1);
});

it("puts them into nested templates too, once for each file", () => {
  const tree = treeOf({
    "t.yaml": template(stack("A", "c.yaml"), stack("B", "c.yaml"), code("L", "own")),
    "c.yaml": template(code("L", "layer")),
  });
  const { tree: placed, uploads } = placeTree(tree, places);
  expect(placed.children.map(({ logicalId }) => logicalId)).toEqual(["A", "B"]);
  expect(placed.children[0]?.tree).toBe(placed.children[1]?.tree);
  expect(placed.children[0]?.tree.template.body).toContain('{"from":"c.yaml","local":"layer"}');
  expect(placed.template.body).toContain('{"from":"t.yaml","local":"own"}');
  expect(uploads).toEqual([]);
  expect(linkTree(placed, url).uploads.map(({ file }) => file)).toEqual(["c.yaml"]);
});

it("uploads other templates and what they nest, deepest first, every body once", () => {
  const tree = treeOf({
    "t.yaml": template(set("S", "s.yaml"), set("R", "s.yaml"), set("Q", "q.yaml")),
    "s.yaml": template(stack("N", "n.yaml"), code("L", "layer")),
    "n.yaml": template(topic("T")),
    "q.yaml": template(topic("T")),
  });
  const { tree: placed, uploads } = placeTree(tree, places);
  expect(uploads.map(({ body }) => sha256(body))).toEqual(uploads.map(({ digest }) => digest));
  const [nested, outer] = uploads;
  // q.yaml has the body of n.yaml.
  expect(uploads).toHaveLength(2);
  expect(JSON.parse(nested?.body ?? "")).toEqual({ Resources: { T: { Type: "AWS::SNS::Topic" } } });
  expect(outer?.file).toBe("s.yaml");
  expect(outer?.body).toContain(`"TemplateURL":"${url(nested?.digest ?? "")}"`);
  expect(outer?.body).toContain('{"from":"s.yaml","local":"layer"}');
  const named = (digest = "") => ({ Properties: { TemplateURL: url(digest) } });
  expect(placed.template.value).toMatchObject({
    Resources: { S: named(outer?.digest), R: named(outer?.digest), Q: named(nested?.digest) },
  });
  expect(placed.others).toEqual([]);
});

it("keeps a parent that names nothing itself, with its children placed", () => {
  const tree = treeOf({
    "t.yaml": template(stack("A", "c.yaml")),
    "c.yaml": template(set("S", "s.yaml")),
    "s.yaml": template(topic("T")),
  });
  const { tree: placed, uploads } = placeTree(tree, places);
  expect(placed.template).toBe(tree.template);
  expect(uploads.map(({ file }) => file)).toEqual(["s.yaml"]);
  expect(placed.children[0]?.tree.template.body).toContain(url(uploads[0]?.digest ?? ""));
});
