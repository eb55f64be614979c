import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { openTemplateBucket } from "../../src/aws/templateBucket.ts";
import { placeOf, type StoredFile, type StoredTemplate } from "../../src/template/tree/stored.ts";
import { startAws } from "../sandbox/aws/server.ts";
import { rejection } from "./fixture.ts";

beforeEach(() => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "example");
  onTestFinished(() => void vi.unstubAllEnvs());
});

const body = JSON.stringify({ Resources: { Größe: { Type: "AWS::SQS::Queue" } } });
const digest = createHash("sha256").update(body).digest("hex");

function template(url: string, bucket = "templates"): StoredTemplate {
  return { ...placeOf(digest, { bucket, prefix: "ci", region: "us-east-1", endpoint: url }), body };
}

function bucketAt(endpoint: string) {
  const options = { region: "us-east-1", endpoint, env: {}, version: "0.0.0-test", maxAttempts: 2 };
  return openTemplateBucket({ ...options, pathStyle: true, random: () => 0 });
}

async function startSandbox() {
  const aws = await startAws();
  onTestFinished(() => aws.close());
  const operations = () => aws.requests().map(({ operation }) => operation);
  return { aws, operations, bucket: bucketAt(aws.url) };
}

test("a template is uploaded when it is not there, and only then", async () => {
  const { aws, bucket, operations } = await startSandbox();
  const wanted = template(aws.url);
  expect(await bucket.store(wanted)).toBe("uploaded");
  expect(aws.objects.get("templates", `ci/aurora-deploy-action/${digest}.json`)).toBe(body);
  expect(aws.objects.readUrl(wanted.url)).toBe(body);
  expect(await bucket.store(wanted)).toBe("present");
  expect(operations().filter((operation) => operation === "PutObject")).toHaveLength(1);
});

test("other content under the template's key is replaced, not trusted", async () => {
  const { aws, bucket } = await startSandbox();
  const wanted = template(aws.url);
  aws.objects.put(wanted.bucket, wanted.key, '{"Resources":{"Backdoor":{"Type":"AWS::IAM::User"}}}');
  expect(await bucket.store(wanted)).toBe("uploaded");
  expect(aws.objects.get(wanted.bucket, wanted.key)).toBe(body);
});

test("without permission to look, the upload decides", async () => {
  const { aws, bucket } = await startSandbox();
  aws.faults.add({ scenario: "access-denied", operation: "HeadObject" });
  expect(await bucket.store(template(aws.url))).toBe("uploaded");
});

test("without permission to upload, the missing action is named", async () => {
  const { aws, bucket } = await startSandbox();
  aws.faults.add({ scenario: "access-denied", operation: "PutObject" });
  expect(await rejection(bucket.store(template(aws.url)))).toMatchObject({
    reasonCode: "access-denied",
    message: expect.stringContaining("Cannot put the template into bucket templates"),
    hint: expect.stringMatching(/^Allow s3:PutObject to role deploy: /),
  });
});

test("a lost answer and a throttled one are tried again", async () => {
  const { aws, bucket } = await startSandbox();
  aws.faults.add({ scenario: "lost-response", operation: "PutObject", times: 1 });
  aws.faults.add({ scenario: "unavailable", operation: "HeadObject", times: 1 });
  expect(await bucket.store(template(aws.url))).toBe("uploaded");
});

/** S3 as it answers what the sandbox does not know: other regions, buckets that do not exist, checksums. */
async function startS3(
  answer: (method: string) => { status: number; headers?: Record<string, string>; body?: string },
) {
  const seen: { readonly method: string; readonly headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      const method = request.method ?? "";
      seen.push({ method, headers: request.headers });
      const { status, headers = {}, body: text = "" } = answer(method);
      response.writeHead(status, headers).end(method === "HEAD" ? "" : text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, seen, bucket: bucketAt(url) };
}

const error = (code: string) => `<Error><Code>${code}</Code><Message>${code} it is</Message></Error>`;

test.for([
  [301, "PermanentRedirect"],
  [400, "AuthorizationHeaderMalformed"],
  [403, "AccessDenied"],
] as const)("a bucket of another region (%i) is named with its region", async ([status, code]) => {
  const headers = { "x-amz-bucket-region": "eu-west-1" };
  const s3 = await startS3(() => ({ status, headers, body: error(code) }));
  expect(await rejection(s3.bucket.store(template(s3.url)))).toMatchObject({
    reasonCode: "invalid-input",
    message: "Bucket templates is in eu-west-1, but the stack is in us-east-1.",
    hint: "Name a bucket of us-east-1 in s3-bucket.",
  });
});

test("a bucket that does not exist", async () => {
  const s3 = await startS3(() => ({ status: 404, body: error("NoSuchBucket") }));
  expect(await rejection(s3.bucket.store(template(s3.url)))).toMatchObject({
    reasonCode: "invalid-input",
    message: "There is no bucket templates.",
  });
});

test.for([
  ["the template's own", createHash("sha256").update(body).digest("base64"), "present", ["HEAD"]],
  ["another", createHash("sha256").update("{}").digest("base64"), "uploaded", ["HEAD", "PUT"]],
] as const)("%s checksum on the object", async ([, held, outcome, methods]) => {
  const s3 = await startS3(() => ({ status: 200, headers: { "x-amz-checksum-sha256": held } }));
  expect(await s3.bucket.store(template(s3.url))).toBe(outcome);
  expect(s3.seen.map(({ method }) => method)).toEqual(methods);
});

test("the upload carries its checksum, and leaves encryption to the bucket", async () => {
  const s3 = await startS3((method) => ({ status: method === "PUT" ? 200 : 404 }));
  await s3.bucket.store(template(s3.url));
  const headers: IncomingHttpHeaders = s3.seen.find(({ method }) => method === "PUT")?.headers ?? {};
  expect(headers["x-amz-checksum-sha256"]).toBe(createHash("sha256").update(body).digest("base64"));
  expect(headers["content-type"]).toBe("application/json");
  expect(Object.keys(headers).filter((name) => name.startsWith("x-amz-server-side"))).toEqual([]);
});

/** Three million bytes that are no text. */
const noise = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => (index * 2654435761) >>> 24));

async function fileFor(url: string): Promise<StoredFile> {
  const folder = await mkdtemp(join(tmpdir(), "bucket-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "code.zip");
  await writeFile(file, noise);
  const sha256 = createHash("sha256").update(noise).digest("hex");
  const place = placeOf(
    sha256,
    { bucket: "templates", prefix: "ci", region: "us-east-1", endpoint: url },
    ".zip",
  );
  return { ...place, name: "src", file, bytes: noise.length, digest: sha256 };
}

test("a file is uploaded byte by byte when it is not there, and only then", async () => {
  const { aws, bucket, operations } = await startSandbox();
  const wanted = await fileFor(aws.url);
  expect(wanted.key).toBe(`ci/aurora-deploy-action/${wanted.digest}.zip`);
  expect(await bucket.store(wanted)).toBe("uploaded");
  expect(aws.objects.bytes("templates", wanted.key)?.equals(noise)).toBe(true);
  expect(await bucket.store(wanted)).toBe("present");
  aws.objects.put("templates", wanted.key, noise.subarray(1));
  expect(await bucket.store(wanted)).toBe("uploaded");
  expect(operations().filter((operation) => operation === "PutObject")).toHaveLength(2);
});

test.for([
  ["lost-response", 2, 3],
  ["unavailable", 3, 4],
] as const)(
  "a file's upload that ends %s %i times is made again, whole",
  async ([scenario, times, calls]) => {
    const { aws, bucket, operations } = await startSandbox();
    const wanted = await fileFor(aws.url);
    aws.faults.add({ scenario, operation: "PutObject", times });
    expect(await bucket.store(wanted)).toBe("uploaded");
    expect(aws.objects.bytes("templates", wanted.key)?.equals(noise)).toBe(true);
    expect(operations().filter((operation) => operation === "PutObject")).toHaveLength(calls);
  },
);

test("a file's upload that is denied is not made again, and the missing action is named", async () => {
  const { aws, bucket, operations } = await startSandbox();
  aws.faults.add({ scenario: "access-denied", operation: "PutObject" });
  expect(await rejection(bucket.store(await fileFor(aws.url)))).toMatchObject({
    reasonCode: "access-denied",
    message: expect.stringContaining("Cannot put src into bucket templates"),
    hint: expect.stringMatching(/^Allow s3:PutObject to role deploy: /),
  });
  expect(operations().filter((operation) => operation === "PutObject")).toHaveLength(1);
});

test("a file's upload carries its size and checksum, and is not cut into chunks", async () => {
  const s3 = await startS3((method) => ({ status: method === "PUT" ? 200 : 404 }));
  const wanted = await fileFor(s3.url);
  await s3.bucket.store(wanted);
  const headers: IncomingHttpHeaders = s3.seen.find(({ method }) => method === "PUT")?.headers ?? {};
  expect(headers["content-length"]).toBe("3000000");
  expect(headers["content-encoding"]).toBeUndefined();
  expect(headers["x-amz-checksum-sha256"]).toBe(createHash("sha256").update(noise).digest("base64"));
});
