import type { IncomingMessage, ServerResponse } from "node:http";
import type { Aws } from "./aws.ts";
import { type Answer, respond } from "./edge.ts";
import { AwsError } from "./errors.ts";
import { escapeXml } from "./query.ts";

const OPERATIONS: Readonly<Record<string, string>> = {
  PUT: "PutObject",
  GET: "GetObject",
  HEAD: "HeadObject",
};

/** Answers S3's object calls, path style (`/bucket/key`). */
export function answerS3(
  aws: Aws,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? "GET";
  const path = decodeURIComponent((request.url ?? "/").split("?")[0] ?? "/").slice(1);
  const slash = path.includes("/") ? path.indexOf("/") : path.length;
  const [bucket, key] = [path.slice(0, slash), path.slice(slash + 1)];
  const isListing = key === "" && method === "GET" && /[?&]versions\b/.test(request.url ?? "");
  const operation = isListing ? "ListObjectVersions" : (OPERATIONS[method] ?? method);
  return respond(
    aws.begin("s3", operation, { Bucket: bucket, Key: key }),
    aws.moments,
    response,
    () => (isListing ? versions(aws, bucket) : run(aws, method, bucket, key, plainBody(request, body))),
    (error) => ({ status: error.status, body: method === "HEAD" ? "" : errorXml(error) }),
  );
}

function run(aws: Aws, method: string, bucket: string, key: string, body: Buffer): Answer {
  if (method === "PUT") {
    aws.objects.put(bucket, key, body);
    return { status: 200, body: "", headers: { etag: '"sandbox"' } };
  }
  const found = aws.objects.bytes(bucket, key);
  if (found === undefined) throw new AwsError("NoSuchKey", "The specified key does not exist.", 404);
  return { status: 200, body: method === "HEAD" ? "" : found };
}

/** One version of one object says all that is asked. */
function versions(aws: Aws, bucket: string): Answer {
  const version = "<Version><Key>any</Key><VersionId>null</VersionId><IsLatest>true</IsLatest></Version>";
  const held = aws.objects.isFilled(bucket) ? version : "";
  return {
    status: 200,
    body: `<ListVersionsResult><Name>${bucket}</Name>${held}<IsTruncated>false</IsTruncated></ListVersionsResult>`,
  };
}

/** SDKs send uploads in `aws-chunked` form, each chunk with its size, to carry a checksum at the end. */
function plainBody(request: IncomingMessage, body: Buffer): Buffer {
  if (!String(request.headers["content-encoding"] ?? "").includes("aws-chunked")) return body;
  let rest = body;
  const chunks: Buffer[] = [];
  for (;;) {
    const line = rest.indexOf("\r\n");
    const size = Number.parseInt(rest.subarray(0, line).toString(), 16);
    if (line < 0 || !size) return Buffer.concat(chunks);
    chunks.push(rest.subarray(line + 2, line + 2 + size));
    rest = rest.subarray(line + 4 + size);
  }
}

function errorXml(error: AwsError): string {
  return `<Error><Code>${error.code}</Code><Message>${escapeXml(error.message)}</Message></Error>`;
}
