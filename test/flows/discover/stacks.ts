/** Files of a few small stacks, and changes of them. */
export const topic = (title: string, more: object = {}) =>
  JSON.stringify({
    Resources: { Topic: { Type: "AWS::SNS::Topic", Properties: { DisplayName: title } }, ...more },
  });

export const deployment = (template: string, stack: string, more = "") =>
  `template-file-path: ${template}\nstack-name: ${stack}\n${more}`;

/** A parent whose nested template is another file. */
export const nesting = (child: string) =>
  topic("parent", { Child: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: child } } });

const including = (path: string) =>
  JSON.stringify({
    Resources: { "Fn::Transform": { Name: "AWS::Include", Parameters: { Location: path } } },
  });

const packing = (folder: string) =>
  JSON.stringify({
    Resources: {
      Code: {
        Type: "AWS::Lambda::LayerVersion",
        Properties: { Content: folder },
      },
    },
  });

/** Stacks that are rendered from files of every kind. */
export const EVERY_KIND = {
  ".github/workflows/deploy.yml": "on: push\n",
  "README.md": "# Stacks\n",
  "cfn/plain.json": topic("plain"),
  "cfn/parent.json": nesting("child.json"),
  "cfn/child.json": topic("child"),
  "cfn/including.json": including("included.json"),
  "cfn/included.json": JSON.stringify({ T: { Type: "AWS::SNS::Topic" } }),
  "cfn/packing.json": packing("../src"),
  "src/a.txt": "a",
  "params/shared.json": "{}",
  "crlf.yaml": "Resources:\r\n  T:\r\n    Type: AWS::SNS::Topic\r\n",
  "deployments/plain.yaml": deployment("cfn/plain.json", "plain"),
  "deployments/nested.yml": deployment("./cfn/parent.json", "nested", "s3-bucket: artifacts\n"),
  "deployments/deep/er/include.json": JSON.stringify({
    "template-file-path": "cfn/including.json",
    "stack-name": "include",
  }),
  "deployments/packed.yaml": deployment("cfn/packing.json", "packed", "s3-bucket: artifacts\n"),
  "deployments/given.yaml": deployment("cfn/plain.json", "given", "parameters-file: params/shared.json\n"),
  "deployments/crlf.yaml": deployment("crlf.yaml", "crlf").replaceAll("\n", "\r\n"),
  "deployments/README.md": "One file a stack.\n",
} as const;
