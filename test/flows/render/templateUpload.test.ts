import { expect, test } from "vitest";
import { linkTemplate, upload } from "../../../src/flows/render/templateUpload.ts";
import { parseTemplate } from "../../../src/template/text/parse.ts";
import type { StoredFile, StoredTemplate } from "../../../src/template/tree/stored.ts";
import { renderTree } from "../../../src/template/tree/tree.ts";

const store = { bucket: "templates", prefix: "ci", region: "us-east-1" };

/** A template that has exactly so many bytes when it is minified. */
function loaded(bytes: number, filler = "x", indent = 0) {
  const template = (padding: string) => ({
    Metadata: { padding },
    Resources: { Topic: { Type: "AWS::SNS::Topic" } },
  });
  const missing = bytes - Buffer.byteLength(JSON.stringify(template("")));
  const padding = filler.repeat(Math.floor(missing / Buffer.byteLength(filler)));
  const rest = "x".repeat(missing - Buffer.byteLength(padding));
  const text = JSON.stringify(template(padding + rest), null, indent);
  const tree = renderTree(parseTemplate(text, "stack.json"), () => undefined);
  return { tree, sourceBytes: Buffer.byteLength(text) };
}

test.for([
  [51_200, "x", false],
  [51_201, "x", true],
  // The limit is in bytes, not in characters. What is too large by its escapes alone goes as it is written.
  [51_200, "ü", false],
  [51_202, "ü", true],
] as const)("%i bytes of %s", ([bytes, filler, isStored]) => {
  const { template, templateUrl, uploads, problems } = linkTemplate(loaded(bytes, filler), {
    store,
    isSent: true,
  });
  expect(Buffer.byteLength(JSON.stringify(template.value))).toBe(bytes);
  expect(problems).toEqual([]);
  expect(uploads.map(({ body }) => body)).toEqual(isStored ? [template.body] : []);
  expect(templateUrl).toBe(uploads[0]?.url);
});

test("without a bucket the message gives what minifying saved", () => {
  const told = (indent: number) =>
    linkTemplate(loaded(60_000, "x", indent), { store: undefined, isSent: true }).problems;
  expect(told(8)).toEqual([
    "stack.json has 60,000 bytes even as minified JSON, which saved 118 of 60,118 (0%). CloudFormation takes at most 51,200 in a request: name a bucket in s3-bucket for larger ones, or nest a part of it.",
  ]);
  expect(told(0)).toEqual([
    expect.stringMatching(/^stack\.json has 60,000 bytes as minified JSON\. CloudFormation/),
  ]);
  expect(linkTemplate(loaded(60_000), { store: undefined, isSent: false })).toMatchObject({
    problems: [],
    templateUrl: undefined,
    uploads: [],
  });
});

test("two nested stacks of one template are one upload, below their parent's", async () => {
  const nested = { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: "child.json" } };
  const child = JSON.stringify({ Resources: { Topic: { Type: "AWS::SNS::Topic" } } });
  const text = JSON.stringify({ Resources: { One: nested, Two: nested } });
  const tree = renderTree(parseTemplate(text, "stack.json"), (path) =>
    path === "child.json" ? child : undefined,
  );
  const linked = linkTemplate({ tree, sourceBytes: text.length }, { store, isSent: true });
  expect(linked.uploads).toHaveLength(1);
  expect(linked.template.body.split(linked.uploads[0]?.url ?? "?")).toHaveLength(3);

  const held: (StoredTemplate | StoredFile)[] = [];
  const lines: string[] = [];
  const file = { name: "src", file: "/tmp/x.zip", bytes: 1234, digest: "0".repeat(64) };
  const files = [{ ...file, bucket: "templates", key: "ci/x.zip", url: "" }];
  await upload(
    { files, uploads: linked.uploads },
    {
      templateBucket: {
        store: async (object) => {
          held.push(object);
          return "body" in object ? "uploaded" : "present";
        },
      },
      log: { info: (line) => void lines.push(line) },
    },
  );
  expect(held).toEqual([...files, expect.objectContaining({ body: child })]);
  expect(lines).toEqual([
    "src, 1,234 bytes, already at s3://templates/ci/x.zip",
    expect.stringMatching(
      /^Template of 50 bytes, uploaded to s3:\/\/templates\/ci\/aurora-deploy-action\/[0-9a-f]{64}\.json$/,
    ),
  ]);
});
