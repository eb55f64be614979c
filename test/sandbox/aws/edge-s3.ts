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
  const query = new URLSearchParams((request.url ?? "").split("?")[1] ?? "");
  const listing = key === "" && method === "GET" ? listingOf(query) : undefined;
  return respond(
    aws.begin("s3", listing ?? OPERATIONS[method] ?? method, { Bucket: bucket, Key: key }),
    aws.moments,
    response,
    () => {
      const elsewhere = aws.account.bucketRegions.get(bucket);
      if (elsewhere !== undefined) return redirect(elsewhere);
      if (listing !== undefined) return listed(aws, bucket, query.get("prefix"), listing);
      return run(aws, method, bucket, key, plainBody(request, body));
    },
    (error) => ({ status: error.status, body: method === "HEAD" ? "" : errorXml(error) }),
  );
}

type Listing = "ListObjectVersions" | "ListObjectsV2";

function listingOf(query: URLSearchParams): Listing | undefined {
  if (query.has("versions")) return "ListObjectVersions";
  return query.get("list-type") === "2" ? "ListObjectsV2" : undefined;
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

/**
 * A listing. Without a prefix one version of one object says all that is asked. A bucket that something is looked for in is
 * there when it holds anything; none of them has versions, which S3 calls version `null`.
 */
function listed(aws: Aws, bucket: string, prefix: string | null, listing: Listing): Answer {
  const item = listing === "ListObjectsV2" ? "Contents" : "Version";
  const result = listing === "ListObjectsV2" ? "ListBucketResult" : "ListVersionsResult";
  if (prefix !== null && !aws.objects.isFilled(bucket))
    throw new AwsError("NoSuchBucket", "The specified bucket does not exist", 404);
  const keys = aws.objects
    .keys()
    .filter((name) => name.startsWith(`${bucket}/${prefix ?? ""}`))
    .map((name) => name.slice(bucket.length + 1))
    .toSorted();
  // Only the listing of versions tells them.
  const version = listing === "ListObjectVersions" ? "<VersionId>null</VersionId>" : "";
  const items = (prefix === null ? keys.slice(0, 1) : keys).map((key) => {
    const size = aws.objects.bytes(bucket, key)?.length ?? 0;
    return `<${item}><Key>${escapeXml(key)}</Key>${version}<Size>${size}</Size></${item}>`;
  });
  return {
    status: 200,
    body: `<${result}><Name>${bucket}</Name>${items.join("")}<IsTruncated>false</IsTruncated></${result}>`,
  };
}

/** What S3 answers about a bucket of another region. */
function redirect(region: string): Answer {
  const message = "The bucket you are attempting to access must be addressed using the specified endpoint.";
  return {
    status: 301,
    body: errorXml(new AwsError("PermanentRedirect", message, 301)),
    headers: { "x-amz-bucket-region": region },
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
