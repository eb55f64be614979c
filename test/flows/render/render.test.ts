// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the notation of Fn::ForEach.
import { describe, expect, test } from "vitest";
import { renderStack } from "../../../src/flows/render/render.ts";
import { parseInputs } from "../../../src/inputs.ts";
import { openSecrets } from "../../../src/secrets/secrets.ts";

const ROLE = "{Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}}}";

/** What is granted to a stack of these files, the template being `t.yaml`. */
async function capabilities(files: Readonly<Record<string, string>>, granted = "") {
  const inputs: Readonly<Record<string, string>> = {
    ...{ template: "t.yaml", "stack-name": "app", "s3-bucket": "templates", capabilities: granted },
  };
  const unused = () => {
    throw new Error("It is not asked for.");
  };
  const workspace = {
    read: async (path: string) => Buffer.from(files[path] ?? ""),
    ...{ pack: unused, sources: unused, headCommit: unused, readBundled: unused, writeRendered: unused },
  };
  const storage = { store: { bucket: "templates", prefix: "", region: "us-east-1" }, isSent: true };
  const parsed = parseInputs((name) => inputs[name] ?? "", undefined);
  return (await renderStack(parsed, workspace, storage, openSecrets())).capabilities;
}

describe("capabilities are granted for what is", () => {
  const nested = (type: string) => `{Type: ${type}, Properties: {TemplateURL: child.yaml}}`;
  const looped = (resource: string) =>
    `Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::N: [N, [a, b], {"R\${N}": ${resource}}]\n`;

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ["in a loop", { "t.yaml": looped(ROLE) }, ["CAPABILITY_IAM"]],
    [
      "in a loop of a nested stack",
      { "t.yaml": `Resources: {S: ${nested("AWS::CloudFormation::Stack")}}`, "child.yaml": looped(ROLE) },
      ["CAPABILITY_AUTO_EXPAND", "CAPABILITY_IAM"],
    ],
    [
      "in the nested stacks that a loop makes",
      {
        "t.yaml": looped(nested("AWS::CloudFormation::Stack")),
        "child.yaml": `Resources: {R: ${ROLE.replace("{}", "{}, RoleName: x")}}`,
      },
      ["CAPABILITY_NAMED_IAM"],
    ],
    [
      "not in a stack set, which has its own",
      {
        "t.yaml": looped(nested("AWS::CloudFormation::StackSet")),
        "child.yaml": `Resources: {R: ${ROLE}}`,
      },
      [],
    ],
  ])("%s", async (_, files, expected) => {
    expect(await capabilities(files)).toEqual(expected);
  });

  test("beside those that are given, once", async () => {
    const files = { "t.yaml": looped(ROLE) };
    expect(await capabilities(files, "CAPABILITY_IAM, CAPABILITY_AUTO_EXPAND")).toEqual([
      "CAPABILITY_AUTO_EXPAND",
      "CAPABILITY_IAM",
    ]);
  });
});
