// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the notation of Fn::Sub.
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runAction } from "../sandbox/runner/run-action.ts";
import { temporaryDirectory } from "../sandbox/runner/temp.ts";
import type { Stage, Step } from "../sandbox/stage.ts";
import { readParameterSet } from "../templates/template.ts";
import { openSmallStage, outcome } from "./stack.ts";

/** What is in the workspace: a file's text or bytes, a directory, or a symbolic link. */
type Entry = string | Uint8Array | { readonly directory: true } | { readonly link: string };
type Files = Readonly<Record<string, Entry>>;
type Rendered = Pick<
  Step,
  "exitCode" | "outputs" | "annotations" | "peakMemoryBytes" | "timedOut" | "problems"
>;

const stages: Stage[] = [];
const stage = () => {
  const [opened] = stages;
  if (opened === undefined) throw new Error("The stage is not open yet.");
  return opened;
};
beforeAll(async () => {
  const opened = await openSmallStage();
  stages.push(opened);
  await opened.repository.push("main", { "a.txt": "a\n" }, "Anything");
});
afterAll(async () => {
  // Nothing of all this asked AWS anything, although the runs have credentials and an endpoint.
  const asked = stage().aws.requests();
  await stage()[Symbol.asyncDispose]();
  expect(asked).toEqual([]);
});

async function lay(folder: string, files: Files): Promise<void> {
  for (const [name, entry] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    if (typeof entry === "string" || entry instanceof Uint8Array) await writeFile(path, entry);
    else if ("link" in entry) await symlink(entry.link, path);
    else await mkdir(path);
  }
}

async function render(files: Files, inputs: Readonly<Record<string, string>> = {}): Promise<Rendered> {
  const { aws, github, repository } = stage();
  const workspace = await temporaryDirectory("workspace");
  await lay(workspace, files);
  return runAction({
    event: await repository.event.push("main"),
    github: { url: github.url, token: github.token(), repository: repository.fullName, runId: 1 },
    aws: { url: aws.url },
    inputs: { mode: "render", "stack-name": "app", ...inputs },
    workspace,
  });
}

async function renderedBytes({ outputs }: Rendered): Promise<Buffer> {
  return readFile(outputs["rendered-template"] ?? "");
}

/** The one error as a person finds it: on its line, or in the log. */
function refusal({ annotations, exitCode, outputs }: Rendered): string {
  expect({ exitCode, result: outputs["deploy-result"] }).toEqual({ exitCode: 1, result: "failed" });
  const errors = annotations.filter(({ level }) => level === "error");
  expect(errors).toHaveLength(1);
  const [error] = errors;
  const place = error?.file === undefined ? "" : `[${error.file}:${error.line}] `;
  return `${place}${error?.message}\n(${outputs["reason-code"]})`;
}

test.concurrent("the bundled template: minified, and the same bytes every time", async () => {
  const inputs = {
    template: "aurora-postgresql",
    "environment-suffix": "production",
    parameters: JSON.stringify(readParameterSet("production")).replace('"environmentSuffix":"prod",', ""),
  };
  const [first, second] = await Promise.all([render({}, inputs), render({}, inputs)]);
  expect(outcome(first as Step)).toEqual({ exitCode: 0, result: "rendered" });
  expect(first.problems).toEqual([]);
  const bytes = await renderedBytes(first);
  expect(first.outputs["rendered-template"]).not.toBe(second.outputs["rendered-template"]);
  expect(await renderedBytes(second)).toEqual(bytes);
  const source = await readFile(join(import.meta.dirname, "../../templates/aurora-postgresql.json"), "utf8");
  expect(bytes.toString("utf8")).toBe(JSON.stringify(JSON.parse(source)));
});

const yaml = `# A comment
Description: Größe
Parameters: {Name: {Type: String, AllowedPattern: "(a+)+$"}}
Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties: {QueueName: !Sub "x-\${Name}", DelaySeconds: 010, Tags: [{Key: v, Value: 8.0}]}
`;
const json =
  '{"Description":"Größe","Parameters":{"Name":{"Type":"String","AllowedPattern":"(a+)+$"}},"Resources":{"Queue":{"Type":"AWS::SQS::Queue","Properties":{"QueueName":{"Fn::Sub":"x-${Name}"},"DelaySeconds":8,"Tags":[{"Key":"v","Value":8.0}]}}}}';
const utf16 = (text: string) => Buffer.from(text, "utf16le");

test.concurrent.for<[string, string, Files]>([
  ["YAML", "t.yaml", { "t.yaml": yaml }],
  ["YAML with Windows line ends", "t.yml", { "t.yml": yaml.replaceAll("\n", "\r\n") }],
  ["YAML with a byte order mark", "t.template", { "t.template": `\ufeff${yaml}` }],
  ["UTF-16 with a mark", "t.yaml", { "t.yaml": utf16(`\ufeff${yaml}`) }],
  ["UTF-16, the other byte order", "t.yaml", { "t.yaml": utf16(`\ufeff${yaml}`).swap16() }],
  ["UTF-16 without a mark", "t.yaml", { "t.yaml": utf16(yaml) }],
  ["JSON", "cfn/t.json", { "cfn/t.json": json.replaceAll(",", ",\n\t") }],
  ["JSON with a byte order mark", "t.json", { "t.json": `\ufeff${json}` }],
  ["JSON behind another ending", "t.yaml", { "t.yaml": json }],
  ["a link inside the workspace", "t.yaml", { "real/a.yaml": yaml, "t.yaml": { link: "real/a.yaml" } }],
])("%s gives the same bytes", async ([, template, files]) => {
  // The value takes forever to match by backtracking.
  const step = await render(files, { template, parameters: `Name=${"a".repeat(4_000)}` });
  expect(outcome(step as Step)).toEqual({ exitCode: 0, result: "rendered" });
  // Characters beyond ASCII are escaped: CloudFormation gives nothing else of them back.
  const sent = json.replace("Größe", String.raw`Gr\u00f6\u00dfe`);
  expect((await renderedBytes(step)).toString("utf8")).toBe(sent);
});

const versioned = `Parameters: {V: {Type: String, Default: 8.0, AllowedValues: [8.0, 7.4]}}
Rules: {Known: {Assertions: [{Assert: {"Fn::Contains": [[8.0, 7.4], !Ref V]}}]}}
Resources: {N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: n.yaml, Parameters: {V: 8.0}}}}
`;
const versionedChild =
  "Parameters: {V: {Type: String, AllowedValues: ['8.0']}}\nResources: {T: {Type: AWS::SNS::Topic}}\n";

test.concurrent.for(["", "V=8.0", "V: 7.4", '{"V": 8.0}'])(
  "a version that is a number: %j",
  async (parameters) => {
    const files = { "t.yaml": versioned, "n.yaml": versionedChild };
    const inputs = { template: "t.yaml", parameters, "missing-parameters": "default" };
    expect(outcome((await render(files, inputs)) as Step)).toEqual({ exitCode: 0, result: "rendered" });
  },
);

const suffixed = `Parameters: {EnvironmentSuffix: {Type: String, AllowedValues: [Dev, Prod]}}
Resources: {T: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref EnvironmentSuffix}}}
`;

test.concurrent("a template of one's own says what its suffix may be", async () => {
  const own = (suffix: string) =>
    render({ "t.yaml": suffixed }, { template: "t.yaml", "environment-suffix": suffix });
  expect(outcome((await own("Prod")) as Step)).toEqual({ exitCode: 0, result: "rendered" });
  expect(refusal(await own("prod"))).toContain('EnvironmentSuffix is "prod"; it must be one of: Dev, Prod.');
});

const nesting = (next: string, name: string) =>
  `  ${name}: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ${next}}}\n`;
const including = (next: string) => `{Fn::Transform: {Name: AWS::Include, Parameters: {Location: ${next}}}}`;
const levels = (count: number, text: (next: string) => string, last: string): Files =>
  Object.fromEntries(
    Array.from({ length: count + 1 }, (_, n) => [
      n === 0 ? "t.yaml" : `t${n}.yaml`,
      n === count ? last : text(`t${n + 1}.yaml`),
    ]),
  );
const bomb = ["a: &a [x, x]", ..."bcdefghijklmnopqrstuvwxyz".split("").map(doubled), ""].join("\n");
function doubled(name: string): string {
  const before = String.fromCharCode(name.charCodeAt(0) - 1);
  return `${name}: &${name} [*${before}, *${before}]`;
}

const refused: readonly (readonly [what: string, template: string, files: Files])[] = [
  ["no such file", "t.yaml", {}],
  ["a directory", "t.yaml", { "t.yaml": { directory: true } }],
  ["a path out of the workspace", "../t.yaml", {}],
  ["an absolute path", "/etc/hostname", {}],
  ["a link out of the workspace", "t.yaml", { "t.yaml": { link: "/etc/hostname" } }],
  ["a link to a directory outside", "etc/hostname", { etc: { link: "/etc" } }],
  ["a link to nothing", "t.yaml", { "t.yaml": { link: "nowhere.yaml" } }],
  ["an empty file", "t.yaml", { "t.yaml": "" }],
  ["a file that is not text", "t.yaml", { "t.yaml": Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0xff, 0xfe) }],
  ["a file of 10 MB", "t.json", { "t.json": `{"A":"${"x".repeat(9_999_990)}"}` }],
  ["a file of more than 10 MB", "t.json", { "t.json": `{"A":"${"x".repeat(10_000_000)}"}` }],
  [
    "JSON that is nested 10,000 levels deep",
    "t.json",
    { "t.json": `{"Resources":${'{"a":'.repeat(10_000)}1${"}".repeat(10_001)}` },
  ],
  ["YAML that is nested 10,000 levels deep", "t.yaml", { "t.yaml": `Resources: ${"[".repeat(10_000)}` }],
  ["aliases that multiply", "t.yaml", { "t.yaml": `${bomb}Resources: 0\n` }],
  [
    "nested stacks that multiply",
    "t.yaml",
    levels(
      40,
      (next) => `Resources:\n${nesting(next, "A")}${nesting(next, "B")}`,
      "Resources: {T: {Type: AWS::SNS::Topic}}\n",
    ),
  ],
  [
    "includes that multiply",
    "t.yaml",
    levels(40, (next) => `A: ${including(next)}\nB: ${including(next)}\n`, "A: 1\n"),
  ],
  [
    "an include out of the workspace, through a link",
    "t.yaml",
    { "t.yaml": `Resources: ${including("parts/hostname")}\n`, parts: { link: "/etc" } },
  ],
  [
    "a trailing comma",
    "t.json",
    { "t.json": '{\n  "Resources": {\n    "A": {"Type": "AWS::SNS::Topic",}\n  }\n}\n' },
  ],
  [
    "a rule that does not hold",
    "t.yaml",
    {
      "t.yaml":
        "Rules:\n  Two:\n    Assertions:\n      - Assert: !Equals [a, b]\n        AssertDescription: Both must be one.\nResources: {T: {Type: AWS::SNS::Topic}}\n",
    },
  ],
  [
    "several problems in several files",
    "t.yaml",
    {
      "t.yaml": `Resources:\n${nesting("child.yaml", "Child")}  T: {Type: AWS::SNS::Topic, DependsOn: Chidl}\n`,
      "child.yaml": "Resources:\n  T: {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref Name}}\n",
    },
  ],
];

test("what cannot be rendered is refused in bounded time and memory, and says why", async () => {
  const told: string[] = [];
  for (const [what, template, files] of refused) {
    const step = await render(files, { template });
    expect(step.timedOut, what).toBe(false);
    // A run that refuses a small file needs about 100 MB.
    expect(step.peakMemoryBytes ?? 0, what).toBeLessThan(400_000_000);
    expect(step.outputs["rendered-template"], what).toBeUndefined();
    told.push(`## ${what}\n\n\`\`\`text\n${refusal(step)}\n\`\`\`\n`);
  }
  const page = `# What \`mode: render\` refuses, and what it says\n\n${told.join("\n")}`;
  await expect(page).toMatchFileSnapshot("../golden/template/render-refusals.md");
});

test.concurrent("nested templates lie beside the rendered one, the same file once", async () => {
  const child = "Resources: {T: {Type: AWS::SNS::Topic}}\n";
  const files = levels(9, (next) => `Resources:\n${nesting(next, "A")}${nesting(next, "B")}`, child);
  const step = await render(files, { template: "t.yaml" });
  expect(outcome(step as Step)).toEqual({ exitCode: 0, result: "rendered" });
  const path = step.outputs["rendered-template"] ?? "";
  expect(await readdir(dirname(path))).toHaveLength(10);
});

test.concurrent("what a configuration of SAM sets beside parameters and tags is named, and not taken", async () => {
  const config = `version = 0.1
[prod.deploy.parameters]
stack_name = "somebody-elses"
capabilities = "CAPABILITY_IAM"
parameter_overrides = "Name=\\"a b\\""
`;
  const run = await render(
    { "t.yaml": yaml.replace("(a+)+$", "a b"), "infra/samconfig.toml": config },
    { template: "t.yaml", "parameters-file": "infra/samconfig.toml#prod" },
  );
  expect(outcome(run as Step)).toEqual({ exitCode: 0, result: "rendered" });
  expect(run.annotations.filter(({ level }) => level === "notice")).toEqual([
    {
      level: "notice",
      file: "infra/samconfig.toml",
      line: 2,
      message:
        "infra/samconfig.toml also sets stack_name, capabilities. Only parameters and tags are taken from it: set the inputs stack-name, capabilities where that is to count.",
    },
  ]);
});
