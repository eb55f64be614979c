// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a name that looks like an expression of a workflow.
import { describe, expect, test } from "vitest";
import { parseInputs } from "../../../src/inputs.ts";
import { openRepository, push, stacksIn } from "./repository.ts";
import { deployment, topic } from "./stacks.ts";

const T = { "t.json": topic("t") };
const all = { kind: "everything", why: "all of them" } as const;

type Files = Parameters<typeof openRepository>[0];

/** What a discovery of these files says, or why it ends. */
async function discovered(files: Files, options = {}) {
  await using repository = await openRepository({ ...T, ...files });
  try {
    const { matrix, waves = [], summary = "" } = await repository.discover(all, options);
    return {
      stacks: stacksIn(matrix),
      waves: waves.map(stacksIn),
      matrix,
      summary,
      said: repository.warnings,
    };
  } catch (error) {
    return { error: String((error as Error).message), hint: (error as { hint?: string }).hint ?? "" };
  }
}

describe("files that do not say which stack they are of end it, all of them named", () => {
  test.for<readonly [string, Files, readonly (string | RegExp)[]]>([
    [
      "wrong keys, at their places",
      { "deployments/a.yaml": "template: t.json\nstack-nam: a\n", "deployments/b.yml": "mode: deploy\n" },
      [
        "deployments/a.yaml:2:1: ",
        "Did you mean stack-name?",
        "deployments/b.yml:1:1: mode is the workflow's",
      ],
    ],
    [
      "no stack's name",
      { "deployments/a.yaml": "template: t.json\n" },
      ["deployments/a.yaml: ", "stack-name"],
    ],
    ["nothing in it", { "deployments/a.yaml": "" }, ["deployments/a.yaml", "the file is empty"]],
    [
      "two of one stack",
      {
        "deployments/a.yaml": deployment("t.json", "x"),
        "deployments/b.json": '{"template":"t.json","stack-name":"x","region":"us-east-1"}',
      },
      ["deployments/a.yaml and deployments/b.json are both of x (us-east-1)."],
    ],
    [
      "a stack that nobody has",
      {
        "deployments/a.yaml": deployment("t.json", "orders", "depends-on: [payment]\n"),
        "deployments/b.yaml": deployment("t.json", "payments"),
      },
      [
        "deployments/a.yaml: depends-on names payment, and no deployment file has a stack of this name. Did you mean payments?",
      ],
    ],
    [
      "itself",
      { "deployments/a.yaml": deployment("t.json", "app", "depends-on: app\n") },
      ["No order: app (us-east-1) → app (us-east-1). app (us-east-1) depends on app (us-east-1)."],
    ],
    [
      "a link that leads out",
      { "deployments/a.yaml": { link: "/etc/hostname" } },
      ["deployments/a.yaml leads out of the workspace"],
    ],
    [
      "a link that leads nowhere",
      { "deployments/a.yaml": { link: "nowhere" } },
      ["deployments/a.yaml does not exist"],
    ],
    [
      "no file",
      { "elsewhere/a.yaml": deployment("t.json", "a") },
      ["No deployment file matches deployments/**."],
    ],
  ])("%s", async ([, files, texts]) => {
    const { error = "" } = await discovered(files);
    for (const text of texts) expect(error).toContain(text);
  });
});

test("one stack name in two regions and two accounts is two stacks, with a job each", async () => {
  const { stacks, matrix = "" } = await discovered({
    "deployments/a.yaml": deployment("t.json", "x"),
    "deployments/b.yaml": deployment("t.json", "x", "region: eu-west-1\n"),
    "deployments/c.yaml": deployment("t.json", "x", "label: prod\n"),
  });
  expect(stacks).toEqual(["x", "x", "x"]);
  expect(JSON.parse(matrix).include.at(-1)).toEqual({
    "stack-name": "x",
    region: "us-east-1",
    "deployment-file": "deployments/c.yaml",
    label: "prod",
  });
});

test("what the step itself says is said for every stack, and wins", async () => {
  const files = { "deployments/a.yaml": deployment("t.json", "a", "region: eu-west-1\n") };
  const { matrix = "" } = await discovered(files, { inputs: { region: "eu-north-1", label: "dev" } });
  expect(JSON.parse(matrix).include).toMatchObject([{ region: "eu-north-1", label: "dev" }]);
});

test("a deployment file behind a link is one, and is always affected: git knows the link alone", async () => {
  await using repository = await openRepository({
    ...T,
    "shared/a.yaml": deployment("t.json", "a"),
    "deployments/a.yaml": { link: "../shared/a.yaml" },
    "deployments/folder": { link: "../shared" },
  });
  repository.deployed("a", repository.first);
  const { matrix } = await repository.discover(push(repository.commit({ "README.md": "x" })));
  expect(stacksIn(matrix)).toEqual(["a"]);
});

test("why a stack cannot be rendered: the first of its problems, with its place", async () => {
  const { summary } = await discovered({
    "wrong.json": '{"Resources": {"A": {}, "B": {}}}',
    "deployments/a.yaml": deployment("wrong.json", "a"),
    "deployments/b.yaml": deployment("none.json", "b"),
  });
  expect(summary).toMatch(
    /all of them \(it cannot be rendered: `wrong\.json:1:\d+`: Resource A has no Type\. And 1 more\.\)/,
  );
  expect(summary).toContain("(it cannot be rendered: none.json does not exist");
});

describe("the order", () => {
  const exporting = (name: string) =>
    JSON.stringify({
      Resources: { T: { Type: "AWS::SNS::Topic" } },
      Outputs: { O: { Value: "x", Export: { Name: name } } },
    });
  const importing = (name: unknown) =>
    topic("x", { U: { Type: "AWS::SNS::Topic", Properties: { DisplayName: { "Fn::ImportValue": name } } } });

  test("by exports and imports, and by what a file names", async () => {
    const { waves } = await discovered({
      "net.json": exporting("net-vpc"),
      "app.json": importing("net-vpc"),
      "deployments/1.yaml": deployment("app.json", "app"),
      "deployments/2.yaml": deployment("net.json", "net"),
      "deployments/3.yaml": deployment("t.json", "last", "depends-on: [app]\n"),
    });
    expect(waves).toEqual([["net"], ["app"], ["last"], [], []]);
  });

  test("by outputs that are read without an export", async () => {
    const read = { "Fn::GetStackOutput": { StackName: "net", OutputName: "O" } };
    const reading = { T: { Type: "AWS::SNS::Topic", Properties: { DisplayName: read } } };
    const { waves } = await discovered({
      "app.json": JSON.stringify({ Resources: reading }),
      "deployments/1.yaml": deployment("app.json", "app"),
      "deployments/2.yaml": deployment("t.json", "net"),
    });
    expect(waves).toEqual([["net"], ["app"], [], [], []]);
  });

  test("an import under a name that only AWS knows is said", async () => {
    const { said = [] } = await discovered({
      "app.json": importing({ "Fn::GetAtt": ["T", "TopicName"] }).replace('"Topic"', '"T"'),
      "deployments/1.yaml": deployment("app.json", "app"),
    });
    expect(said.join()).toContain("deployments/1.yaml: it imports a value under a name that only AWS knows");
  });

  test("a circle of two, and six waves", async () => {
    const circle = await discovered({
      "deployments/1.yaml": deployment("t.json", "a", "depends-on: [b]\n"),
      "deployments/2.yaml": deployment("t.json", "b", "depends-on: [a]\n"),
    });
    expect(circle.error).toContain("No order: a (us-east-1) → b (us-east-1) → a (us-east-1).");
    const chain = Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [
        `deployments/${i}.yaml`,
        deployment("t.json", `s${i}`, i === 0 ? "" : `depends-on: [s${i - 1}]\n`),
      ]),
    );
    const { error = "" } = await discovered(chain);
    expect(error).toContain("There are 5 waves, and these need more: s0 (us-east-1) → ");
    expect(error).toContain(" → s5 (us-east-1).");
  });
});

describe("more stacks than a matrix may have jobs", () => {
  const many = (count: number, more: (i: number) => string) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `deployments/${i}.yaml`,
        deployment("t.json", `s${i}`, more(i)),
      ]),
    );

  test.for<readonly [string, number, (i: number) => string, RegExp | undefined]>([
    ["256", 256, () => "", undefined],
    ["257, in one wave", 257, () => "", /^257 stacks in wave 1 .* divide them among several discoveries/],
    [
      "300, in two",
      300,
      (i) => (i < 150 ? "" : `depends-on: s${i - 150}\n`),
      /^300 stacks .*: use the waves\.$/,
    ],
  ])("%s", async ([, count, more, said]) => {
    const { stacks, said: warnings = [] } = await discovered(many(count, more));
    expect(stacks).toHaveLength(count);
    expect(warnings).toEqual(said === undefined ? [] : [expect.stringMatching(said)]);
  });
});

test("so many files are not open at once that the system refuses one", async () => {
  const [open, most] = [new Set<string>(), { seen: 0 }];
  const inputsOf = async (file: string, files: { read: (path: string) => Promise<Uint8Array> }) => {
    open.add(file);
    most.seen = Math.max(most.seen, open.size);
    const text = new TextDecoder().decode(await files.read(file));
    open.delete(file);
    const given: Readonly<Record<string, string>> = {
      template: "t.json",
      "stack-name": /s\d+/.exec(text)?.[0] ?? "",
    };
    return parseInputs((name) => given[name] ?? "", "us-east-1");
  };
  const files = Array.from({ length: 120 }, (_, i) => [
    `deployments/${i}.yaml`,
    deployment("t.json", `s${i}`),
  ]);
  const { stacks } = await discovered(Object.fromEntries(files), { ports: { inputsOf } });
  expect(stacks).toHaveLength(120);
  expect(most.seen).toBe(50);
});

describe("hostile files", () => {
  test("names that would be markup, commands or lines", async () => {
    const names = [
      "deployments/::set-output name=matrix::x.yaml",
      "deployments/a\n::error::b.yaml",
      "deployments/| <img src=x> `code` [l](http:x) @acme.yaml",
      "deployments/<!-- aurora -->.yaml",
      "deployments/${{ secrets.X }}.yaml",
    ];
    const files = names.map((name, i) => [name, deployment("missing.json", `s${i}`)] as const);
    const { summary = "", matrix = "" } = await discovered(Object.fromEntries(files));
    const given = JSON.parse(matrix).include.map((each: Record<string, string>) => each["deployment-file"]);
    expect(given.toSorted()).toEqual(names.toSorted());
    expect(matrix).not.toContain("\n");
    expect(summary.split("\n").filter((line) => line.startsWith("::"))).toEqual([]);
    expect(summary).toContain("``deployments/\\| <img src=x> `code` [l](http:x) @acme.yaml``");
    expect(summary).not.toContain("<!--");
  });

  test("aliases of aliases, and five megabytes of text, end soon", async () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[..."bcdefghij"]
      .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefghi"[i]}`).join(",")}]`)
      .join("\n")}\n`;
    const { error = "" } = await discovered({ "deployments/bomb.yaml": `matrix: {}\n${bomb}` });
    expect(error).toContain("deployments/bomb.yaml");
    expect(error.length).toBeLessThan(10_000);
    const large = deployment("t.json", "a", `tags:\n${"  k: v # x\n".repeat(1)}# ${"x".repeat(5_000_000)}\n`);
    expect(await discovered({ "deployments/large.yaml": large })).toMatchObject({ stacks: ["a"] });
  });
});
