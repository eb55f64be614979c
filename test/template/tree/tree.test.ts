// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the notation of Fn::Sub.
import { describe, expect, it } from "vitest";
import { ActionError } from "../../../src/errors.ts";
import { sha256 } from "../../../src/template/canonical.ts";
import { evaluatedTree } from "../../../src/template/evaluate/evaluatedTree.ts";
import { parseTemplate } from "../../../src/template/text/parse.ts";
import { includeLocal } from "../../../src/template/tree/include.ts";
import { isLocalPath, workspacePath } from "../../../src/template/tree/localPaths.ts";
import { linkTree, renderTree } from "../../../src/template/tree/tree.ts";
import { nestedStackCount, templatesOf } from "../../../src/template/tree/treeNodes.ts";

type Files = Readonly<Record<string, string>>;
const reader = (files: Files) => (path: string) => (Object.hasOwn(files, path) ? files[path] : undefined);
const main = (files: Files) => parseTemplate(files["cfn/main.yaml"] ?? "", "cfn/main.yaml");
const include = (files: Files) => includeLocal(main(files), reader(files));
const tree = (files: Files) => renderTree(main(files), reader(files));

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ActionError) return error.message;
    throw error;
  }
  throw new Error("It was taken.");
}

const transform = (location: string) =>
  `Fn::Transform: {Name: AWS::Include, Parameters: {Location: ${location}}}`;

describe("local AWS::Include", () => {
  const files = {
    "cfn/main.yaml": `Resources:
  A:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: x
      ${transform("./parts/topic.yaml")}
  ${transform("parts/queue.json")}
`,
    "cfn/parts/topic.yaml": `TopicName: !Sub "\${AWS::StackName}-a"\nTags:\n  - {Key: V, Value: 8.0}\n${transform("../more.yaml")}\n`,
    "cfn/more.yaml": "FifoTopic: true\n",
    "cfn/parts/queue.json": '{"Queue":\n  {"Type": "AWS::SQS::Queue"}}',
  };
  const included = include(files);
  it("puts the files in place, siblings kept, nested includes relative to their file", () => {
    expect(included.value).toEqual({
      Resources: {
        A: {
          Type: "AWS::SNS::Topic",
          Properties: {
            DisplayName: "x",
            TopicName: { "Fn::Sub": "${AWS::StackName}-a" },
            Tags: [{ Key: "V", Value: 8 }],
            FifoTopic: true,
          },
        },
        Queue: { Type: "AWS::SQS::Queue" },
      },
    });
  });
  it.each([
    [["Resources", "A", "Properties", "DisplayName"], "cfn/main.yaml", 5],
    [["Resources", "A", "Properties", "Tags", 0, "Value"], "cfn/parts/topic.yaml", 3],
    [["Resources", "A", "Properties", "FifoTopic"], "cfn/more.yaml", 1],
    [["Resources", "Queue", "Type"], "cfn/parts/queue.json", 2],
  ])("%j keeps its place", (path, file, line) => {
    expect(included.locate(path)).toMatchObject({ file, line });
  });
  it("keeps the spelling of numbers", () => {
    expect(included.spelling?.(["Resources", "A", "Properties", "Tags", 0, "Value"])).toBe("8.0");
  });
  it("takes it at the top, beside other transforms", () => {
    const top = include({
      "cfn/main.yaml":
        "Transform:\n  - AWS::LanguageExtensions\n  - {Name: AWS::Include, Parameters: {Location: a.yaml}}\n",
      "cfn/a.yaml": "Resources: {}\n",
    });
    expect(top.value).toEqual({ Transform: ["AWS::LanguageExtensions"], Resources: {} });
  });
  it("leaves URLs, functions and other macros to CloudFormation", () => {
    const text = `A: {${transform("s3://bucket/a.yaml")}}\nB: {${transform("!Ref Where")}}\nC: {Fn::Transform: {Name: M, Parameters: {Location: a.yaml}}}\n`;
    const source = parseTemplate(text, "cfn/main.yaml");
    expect(includeLocal(source, () => undefined)).toBe(source);
  });
  it("overwrites a key that is there already, with a warning", () => {
    const { value, findings, locate } = include({
      "cfn/main.yaml": `A:\n  x: {a: 1}\n  z: 3\n  ${transform("x.yaml")}\n`,
      "cfn/x.yaml": `y: 1\n\nx: {a: 2, b: yes}\n${transform("more.yaml")}\n`,
      "cfn/more.yaml": "y: 4\n",
    });
    expect(value).toEqual({ A: { x: { a: 2, b: true }, z: 3, y: 4 } });
    expect(locate(["A", "x", "b"])).toEqual({ file: "cfn/x.yaml", line: 3, column: 11 });
    expect(locate(["A", "y"])).toEqual({ file: "cfn/more.yaml", line: 1, column: 1 });
    expect(
      findings?.map(({ message, location }) => `${location?.file}:${location?.line}: ${message}`),
    ).toEqual([
      "cfn/x.yaml:3: yes without quotes is read as true. Put it in quotes if text is meant.",
      "cfn/x.yaml:1: y does not count here: cfn/more.yaml (line 1), which is included, brings it, too.",
      "cfn/main.yaml:2: x does not count here: cfn/x.yaml (line 3), which is included, brings it, too.",
    ]);
  });
  it("names everything that is wrong, with its place", () => {
    const message = refusal(() =>
      include({
        "cfn/main.yaml": [
          `A: {${transform("../../etc/passwd")}}`,
          `B: {${transform("/etc/passwd")}}`,
          `C: {${transform("nowhere.yaml")}}`,
          `E: {${transform("loop.yaml")}}`,
          "",
        ].join("\n"),
        "cfn/loop.yaml": `${transform("main.yaml")}\n`,
      }),
    );
    expect(message.split("\n")).toEqual([
      "4 problems:",
      "- cfn/main.yaml:1:5: ../../etc/passwd leads out of the repository; name a file inside it, relative to this one.",
      "- cfn/main.yaml:2:5: /etc/passwd leads out of the repository; name a file inside it, relative to this one.",
      "- cfn/main.yaml:3:5: There is no file cfn/nowhere.yaml (nowhere.yaml, relative to this file).",
      "- cfn/loop.yaml:1:1: Circular include: cfn/main.yaml → cfn/loop.yaml → cfn/main.yaml.",
    ]);
  });
});

describe("files that include each other many times", () => {
  const chained = (depth: number, last: string): Files =>
    Object.fromEntries(
      Array.from({ length: depth + 1 }, (_, n) => {
        const next = transform(`i${n + 1}.yaml`);
        const text = n === depth ? last : `A: {${next}}\nB: {${next}}\n`;
        return [n === 0 ? "cfn/main.yaml" : `cfn/i${n}.yaml`, text];
      }),
    );
  it("are read once, and warn once", () => {
    const { value, findings } = include(chained(12, "A: yes\nB: 1\nC: 2\n"));
    expect(JSON.stringify(value).split("true")).toHaveLength(2 ** 12 + 1);
    expect(findings?.map(({ location }) => location?.file)).toEqual(["cfn/i12.yaml"]);
  });
  it("are refused where they multiply", () => {
    expect(refusal(() => include(chained(60, "A: 1\n")))).toBe(
      "cfn/i45.yaml:2:5: With cfn/i46.yaml and what else it includes, cfn/i45.yaml holds more than 250,000 values.",
    );
  });
  it("are refused where they go too deep", () => {
    const files = Object.fromEntries(
      Array.from({ length: 500 }, (_, n) => [
        n === 0 ? "cfn/main.yaml" : `cfn/i${n}.yaml`,
        `A: {${transform(`i${n + 1}.yaml`)}}\n`,
      ]),
    );
    expect(refusal(() => include(files))).toBe(
      "cfn/i100.yaml:1:5: i101.yaml is included more than 100 levels deep; no template needs that.",
    );
  });
});

describe("local nested stacks", () => {
  const child =
    "Parameters:\n  Name: {Type: String, AllowedPattern: '[a-z]+'}\n  Size: {Type: Number, Default: 1}\nResources:\n  T: {Type: AWS::SNS::Topic}\nOutputs:\n  Arn: {Value: !Ref T}\n";
  const parent = (parameters: string, url = "child.yaml") =>
    `Resources:\n  Nested:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: ${url}\n      Parameters: ${parameters}\nOutputs:\n  Arn: {Value: !GetAtt Nested.Outputs.Arn}\n`;
  it("are rendered, linked by their content and listed once", () => {
    const twice = `${parent("{Name: a}").replace("Outputs:\n", "  Other:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: ./child.yaml, Parameters: {Name: !Ref AWS::StackName, Size: 8.0}}\nOutputs:\n")}`;
    const rendered = tree({ "cfn/main.yaml": twice, "cfn/child.yaml": child });
    const { template, uploads } = linkTree(rendered, (digest) => `https://bucket/${digest}`);
    const body = rendered.children[0]?.tree.template.body ?? "";
    expect(uploads).toEqual([{ file: "cfn/child.yaml", body, digest: sha256(body) }]);
    expect(template.value).toMatchObject({
      Resources: {
        Nested: { Properties: { TemplateURL: `https://bucket/${sha256(body)}` } },
        Other: { Properties: { TemplateURL: `https://bucket/${sha256(body)}` } },
      },
    });
    expect(JSON.parse(template.body)).toEqual(template.value);
    expect(template.body).toContain('"Size":8.0');
  });
  it("deepest first, when they nest further", () => {
    const middle = parent("{Name: a}", "deep/child.yaml");
    const files = {
      "cfn/main.yaml": parent("{}", "middle.yaml"),
      "cfn/middle.yaml": middle,
      "cfn/deep/child.yaml": child,
    };
    const { uploads, digests } = linkTree(tree(files), (digest) => `https://bucket/${digest}`);
    expect(uploads.map(({ file }) => file)).toEqual(["cfn/deep/child.yaml", "cfn/middle.yaml"]);
    expect(uploads[1]?.body).toContain(uploads[0]?.digest);
    expect([...digests.values()]).toEqual(uploads.map(({ digest }) => digest));
  });
  it.each(["5.7", "8.0"])("are given the text of a number: %s", (version) => {
    const versions = child.replace("'[a-z]+'", "'\\d\\.\\d', AllowedValues: ['5.7', '8.0']");
    const rendered = tree({ "cfn/main.yaml": parent(`{Name: ${version}}`), "cfn/child.yaml": versions });
    expect(rendered.children).toHaveLength(1);
  });
  it("at a URL are left alone", () => {
    const rendered = tree({ "cfn/main.yaml": parent("{Name: a}", "https://bucket/child.yaml") });
    expect(linkTree(rendered, () => "x")).toEqual({
      template: rendered.template,
      uploads: [],
      digests: new Map(),
    });
  });
  it.each([
    [
      "an unknown and a missing parameter",
      "{Nmae: a}",
      child,
      [
        "cfn/main.yaml:6:20: Nmae is not a parameter of cfn/child.yaml. Did you mean Name?",
        "cfn/main.yaml:6:7: Nested gives no value for parameter Name of cfn/child.yaml, which has no default.",
      ],
    ],
    [
      "a value that breaks a constraint",
      "{Name: A1, Size: big}",
      child,
      [
        'cfn/main.yaml:6:20: Name of cfn/child.yaml is "A1"; it must match [a-z]+.',
        'cfn/main.yaml:6:30: Size of cfn/child.yaml is "big"; it must be a number.',
      ],
    ],
    [
      "an output that the child has not",
      "{Name: a}",
      child.replace("Arn:", "Arns:"),
      ["cfn/main.yaml:8:24: cfn/child.yaml has no output Arn. Did you mean Arns?"],
    ],
    [
      "a broken child",
      "{Name: a}",
      "Resources:\n  T: {Type: x}\n  U: !Nope x\n",
      ["cfn/child.yaml:3:12: !Nope is not a CloudFormation function."],
    ],
    [
      "a child in a circle",
      "{}",
      parent("{}", "main.yaml"),
      ["cfn/child.yaml:5:7: Circular nesting: cfn/main.yaml → cfn/child.yaml → cfn/main.yaml."],
    ],
  ])("%s", (title, parameters, text, expected) => {
    const files = { "cfn/main.yaml": parent(parameters), "cfn/child.yaml": text };
    const lines = refusal(() => tree(files)).split("\n");
    const told = lines.length === 1 ? lines : lines.slice(1).map((line) => line.slice(2));
    expect(told, title).toEqual(expected);
  });
  it("an output that the child has not, in texts", () => {
    const main = `Resources:
  Child: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: child.yaml, Parameters: {Name: a}}}
  T: {Type: AWS::SNS::Topic, Properties: {TopicName: !Sub "\${Child.Outputs.Am}-\${Child.Arn}"}}
Outputs:
  A: {Value: !Sub ["\${Child.Outputs.Ann}\${Child.Outputs.Own}\${Child.Outputs.Arn}", {Child.Outputs.Own: x}]}
`;
    const files = { "cfn/main.yaml": main, "cfn/child.yaml": child };
    expect(refusal(() => tree(files)).split("\n")).toEqual([
      "2 problems:",
      "- cfn/main.yaml:3:59: cfn/child.yaml has no output Am.",
      "- cfn/main.yaml:5:19: cfn/child.yaml has no output Ann. Did you mean Arn?",
    ]);
    // What a macro of the child brings is not known.
    const macro = `Transform: AWS::Serverless-2016-10-31\n${child}`;
    const include = `Transform: {Name: AWS::Include, Parameters: {Location: "s3://b/x"}}\n${child}`;
    for (const text of [macro, include]) {
      expect(() => tree({ "cfn/main.yaml": main, "cfn/child.yaml": text })).not.toThrow();
    }
  });
});

/** Templates that each nest the next one `times` times; the last one has a topic. */
function chain(depth: number, times: number): Files {
  const nested = (n: number) =>
    Array.from(
      { length: times },
      (_, index) =>
        `  N${index}: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: t${n}.yaml, Parameters: {Name: !Ref Name}}}\n`,
    ).join("");
  const text = (n: number) =>
    `Parameters: {Name: {Type: String, Default: x}}\nResources:\n  T: {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref Name}}\n${n === depth ? "" : nested(n + 1)}`;
  return Object.fromEntries(
    Array.from({ length: depth + 1 }, (_, n) => [n === 0 ? "cfn/main.yaml" : `cfn/t${n}.yaml`, text(n)]),
  );
}

describe("a chain of templates, each nesting the next one twice", () => {
  it("renders every file once, and as one object wherever it is nested", () => {
    const read: string[] = [];
    const files = chain(10, 2);
    const rendered = renderTree(main(files), (path) => {
      read.push(path);
      return files[path];
    });
    expect(read).toHaveLength(10);
    expect(rendered.children[0]?.tree).toBe(rendered.children[1]?.tree);
    expect(templatesOf(rendered).map(({ file }) => file)).toEqual(Object.keys(files));
    expect(nestedStackCount(rendered)).toBe(2 ** 11 - 2);
    expect(linkTree(rendered, (digest) => digest).uploads).toHaveLength(10);
    const resources = evaluatedTree(rendered, { parameters: { Name: "y" }, pseudo: {} });
    expect(resources).toHaveLength(2 * (2 ** 11 - 1) - 1);
    expect(new Set(resources.map(({ key }) => key)).size).toBe(resources.length);
    expect(
      resources.filter(({ type, text }) => type === "AWS::SNS::Topic" && text("TopicName") === "y"),
    ).toHaveLength(2 ** 11 - 1);
  });
  it.each([[11], [60]])("is refused with the number when it makes too many stacks (%i levels)", (depth) => {
    expect(refusal(() => tree(chain(depth, 2)))).toBe(
      "cfn/main.yaml:2:1: This template makes more than 2,500 nested stacks, each use of a file counted; CloudFormation works on no more in one operation. Nest fewer, or split them into several stacks.",
    );
  });
  it("is refused when it goes deeper than anybody can operate", () => {
    expect(() => tree(chain(100, 1))).not.toThrow();
    expect(refusal(() => tree(chain(2_000, 1)))).toBe(
      "cfn/t100.yaml:4:55: t101.yaml is nested more than 100 levels deep; no stack needs that.",
    );
  });
  it("tells the problems of a file once, and those of its uses every time", () => {
    const files = { ...chain(2, 2), "cfn/t2.yaml": "Resources: {T: {Type: x}}\n" };
    expect(refusal(() => tree(files)).split("\n")).toHaveLength(1);
    const strict = "Resources: {T: {Type: AWS::SNS::Topic}}\n";
    expect(refusal(() => tree({ ...chain(2, 2), "cfn/t2.yaml": strict })).split("\n")).toEqual([
      "2 problems:",
      "- cfn/t1.yaml:4:90: Name is not a parameter of cfn/t2.yaml.",
      "- cfn/t1.yaml:5:90: Name is not a parameter of cfn/t2.yaml.",
    ]);
  });
});

it.each([
  ["cfn/main.yaml", "a.yaml", "cfn/a.yaml"],
  ["main.yaml", "./a/b.yaml", "a/b.yaml"],
  ["cfn/x/main.yaml", "../a.yaml", "cfn/a.yaml"],
  ["cfn/main.yaml", "parts\\a.yaml", "cfn/parts/a.yaml"],
  ["cfn/main.yaml", "../../a.yaml", undefined],
  ["cfn/main.yaml", "../cfn/../../a", undefined],
  ["cfn/main.yaml", "/a.yaml", undefined],
  ["cfn/main.yaml", "~/a.yaml", undefined],
  ["cfn/main.yaml", "file://a.yaml", "cfn/a.yaml"],
  ["cfn/main.yaml", "file:///a.yaml", undefined],
  ["cfn/main.yaml", "file://../../a.yaml", undefined],
  ["cfn/main.yaml", "C:\\a.yaml", undefined],
])("%s + %s", (from, local, expected) => {
  expect(workspacePath(from, local)).toBe(expected);
});

it.each([
  ["a.yaml", true],
  ["./a", true],
  ["https://x/a", false],
  ["s3://b/a", false],
  ["S3://b/a", false],
  ["file:///etc/passwd", true],
  ["FILE://a", true],
  ["C:\\a", true],
  ["{{resolve:ssm:/template/url}}", false],
  ["", false],
])("%s is local: %s", (text, expected) => {
  expect(isLocalPath(text)).toBe(expected);
});
