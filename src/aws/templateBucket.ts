import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { S3Client } from "@aws-sdk/client-s3";
import { ActionError } from "../errors.ts";
import type { TemplateBucket } from "../ports/aws.ts";
import { type S3Object, type StoredFile, type StoredTemplate, s3Object } from "../template/tree/stored.ts";
import { type ClientOptions, clientSettings } from "./client.ts";
import { defined } from "./decode.ts";
import { asking, isDenied } from "./errors.ts";

export interface TemplateBucketOptions extends ClientOptions {
  /** Whether buckets are in the path of a URL: emulators have no host for each. */
  readonly pathStyle: boolean;
  /** Base URL of S3 where it is an emulator's. */
  readonly s3Endpoint?: string | undefined;
}

/**
 * The bucket that AWS reads templates and other files from. The SDK's S3 client is loaded with the first call: few runs
 * need it, and every run would wait for it.
 */
export function openTemplateBucket(options: TemplateBucketOptions): TemplateBucket {
  let opened: Promise<Bucket> | undefined;
  return {
    // The upload only says which state is wanted, so that it may be repeated; encryption is what the bucket has by default.
    store: (object) =>
      asking(
        `put ${"body" in object ? "the template" : object.name} into bucket ${object.bucket}`,
        async () => {
          opened ??= open(options);
          return store(await opened, object, options.region);
        },
        "S3",
      ),
    read: (url) =>
      asking(
        `read the template ${url}`,
        async () => {
          const object = s3Object(url, options.s3Endpoint);
          if (object === undefined) return undefined;
          opened ??= open(options);
          return read(await opened, object);
        },
        "S3",
      ),
  };
}

async function read(
  { sdk, client }: Bucket,
  { bucket, key, version }: S3Object,
): Promise<string | undefined> {
  try {
    const command = new sdk.GetObjectCommand({
      Bucket: bucket,
      Key: key,
      ...defined({ VersionId: version }),
    });
    return await (await client.send(command)).Body?.transformToString("utf-8");
  } catch (error) {
    // A bucket of another region answers with a redirect, which says as little as a refusal.
    const isElsewhere = headerOf(error, "x-amz-bucket-region") !== undefined;
    if (isMissingObject(error) || isForbidden(error) || isElsewhere) return undefined;
    if (error instanceof Error && error.name === "NoSuchBucket") return undefined;
    throw error;
  }
}

interface Bucket {
  readonly sdk: typeof import("./sdk/s3.ts");
  readonly client: S3Client;
}

async function open(options: TemplateBucketOptions): Promise<Bucket> {
  const sdk = await import("./sdk/s3.ts");
  const client = new sdk.S3Client({
    ...clientSettings(options),
    forcePathStyle: options.pathStyle,
    logger: QUIET,
  });
  return { sdk, client };
}

const silent = (): void => undefined;

/** Without a logger the SDK writes past our log that it repeats no call whose body is a stream; `uploadFile` does. */
const QUIET = { trace: silent, debug: silent, info: silent, warn: silent, error: silent };

async function store(bucket: Bucket, object: StoredTemplate | StoredFile, region: string) {
  try {
    if (await isPresent(bucket, object)) return "present";
    await ("body" in object ? uploadTemplate(bucket, object) : uploadFile(bucket, object));
    return "uploaded";
  } catch (error) {
    throw elsewhere(error, object.bucket, region) ?? missingBucket(error, object.bucket) ?? error;
  }
}

/**
 * Whether exactly this object is there. Its key says so, but others may be able to write to the bucket: S3's own
 * checksum, or where there is none the content, has the last word.
 */
async function isPresent({ sdk, client }: Bucket, object: StoredTemplate | StoredFile): Promise<boolean> {
  const place = { Bucket: object.bucket, Key: object.key };
  try {
    const head = await client.send(new sdk.HeadObjectCommand({ ...place, ChecksumMode: "ENABLED" }));
    if (head.ChecksumSHA256 !== undefined) return head.ChecksumSHA256 === checksum(object);
    const { Body: held } = await client.send(new sdk.GetObjectCommand(place));
    const hash = createHash("sha256");
    // In Node the SDK gives a stream; a file may be too large for the memory.
    for await (const chunk of (held ?? []) as AsyncIterable<Uint8Array>) hash.update(chunk);
    return hash.digest("base64") === checksum(object);
  } catch (error) {
    // Without s3:ListBucket, S3 answers 403 for what is not there: then the upload tells what may be done.
    if (isMissingObject(error) || isForbidden(error)) return false;
    throw error;
  }
}

async function uploadTemplate({ sdk, client }: Bucket, template: StoredTemplate): Promise<void> {
  const { bucket, key, body } = template;
  await client.send(
    new sdk.PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: body,
      ContentType: "application/json",
      ChecksumSHA256: checksum(template),
    }),
  );
}

/** The SDK repeats no call whose body is a stream, for it has been read: a new one is opened each time. */
const FILE_ATTEMPTS = 4;

/** A connection that takes so few bytes a millisecond is taken for dead. */
const SLOWEST_UPLOAD = 100;

async function uploadFile(bucket: Bucket, file: StoredFile): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await sendFile(bucket, file);
    } catch (error) {
      const status = statusOf(error) ?? 500;
      if (attempt >= FILE_ATTEMPTS || (status < 500 && status !== 429)) throw error;
      await sleep(250 * 2 ** attempt);
    }
  }
}

async function sendFile({ sdk, client }: Bucket, stored: StoredFile): Promise<void> {
  const { bucket, key, file, bytes } = stored;
  const body = createReadStream(file);
  try {
    await client.send(
      new sdk.PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: body,
        ContentLength: bytes,
        ChecksumSHA256: checksum(stored),
      }),
      { requestTimeout: 30_000 + bytes / SLOWEST_UPLOAD },
    );
  } finally {
    body.destroy();
  }
}

/** As S3 gives it: base64. */
function checksum(object: StoredTemplate | StoredFile): string {
  return "body" in object
    ? createHash("sha256").update(object.body, "utf8").digest("base64")
    : Buffer.from(object.digest, "hex").toString("base64");
}

function isMissingObject(error: unknown): boolean {
  return error instanceof Error && (error.name === "NotFound" || error.name === "NoSuchKey");
}

/** The answer to HEAD has no body, and so no code: `403` is all that is known. */
function isForbidden(error: unknown): boolean {
  return isDenied(error) || (error instanceof Error && error.name === "403") || statusOf(error) === 403;
}

/** S3 names a bucket's region in a header of whatever it answers to a call in another region (301 or 400). */
function elsewhere(error: unknown, bucket: string, region: string): ActionError | undefined {
  const actual = headerOf(error, "x-amz-bucket-region");
  if (actual === undefined || actual === region) return undefined;
  return new ActionError(`Bucket ${bucket} is in ${actual}, but the stack is in ${region}.`, {
    reasonCode: "invalid-input",
    hint: `Name a bucket of ${region} in s3-bucket.`,
    cause: error,
  });
}

function missingBucket(error: unknown, bucket: string): ActionError | undefined {
  if (!(error instanceof Error) || error.name !== "NoSuchBucket") return undefined;
  return new ActionError(`There is no bucket ${bucket}.`, {
    reasonCode: "invalid-input",
    hint: "Create it, or name another one in s3-bucket.",
    cause: error,
  });
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && "$metadata" in error
    ? (error.$metadata as { readonly httpStatusCode?: number }).httpStatusCode
    : undefined;
}

function headerOf(error: unknown, name: string): string | undefined {
  const response: unknown = error instanceof Error && "$response" in error ? error.$response : undefined;
  return (response as { readonly headers?: Readonly<Record<string, string>> } | undefined)?.headers?.[name];
}
