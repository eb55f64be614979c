import type { CodeObject, CodeState, Objects } from "../../ports/preflight.ts";
import { type ClientOptions, clientSettings, lazily } from "../client.ts";
import { defined } from "../decode.ts";
import { isNamed } from "../errorName.ts";
import { forEachOf } from "./each.ts";

export interface ObjectOptions extends ClientOptions {
  /** Base URL of S3 where it is an emulator's: then buckets are in the path. */
  readonly s3Endpoint: string | undefined;
}

/**
 * Whether objects are there. By lists of names (`s3:ListBucket`), so that nobody need be allowed to read them: HeadObject
 * takes the right to the content, and answers "denied" for what is not there.
 */
export function openObjects({ s3Endpoint, ...options }: ObjectOptions): Objects {
  const ask = lazily("S3", () => open(options, s3Endpoint !== undefined));
  return {
    find: (objects, signal) =>
      ask("look for code in S3", (s3) => forEachOf(objects, (object) => find(s3, object, signal))),
  };
}

async function open(options: ClientOptions, forcePathStyle: boolean) {
  const sdk = await import("../sdk/s3.ts");
  return { sdk, client: new sdk.S3Client({ ...clientSettings(options), forcePathStyle }) };
}

type S3 = Awaited<ReturnType<typeof open>>;

async function find(s3: S3, object: CodeObject, signal: AbortSignal): Promise<CodeState> {
  try {
    return object.version === undefined
      ? await newest(s3, object, signal)
      : await ofVersion(s3, object, object.version, signal);
  } catch (error) {
    if (isNamed(error, "NoSuchBucket")) return { kind: "no-bucket" };
    if (isNamed(error, "PermanentRedirect"))
      return { kind: "elsewhere", ...defined({ region: regionIn(error) }) };
    throw error;
  }
}

/** Names come in their order, so that of those that begin with a key the key itself is the first. */
async function newest(
  { sdk, client }: S3,
  { bucket, key }: CodeObject,
  abortSignal: AbortSignal,
): Promise<CodeState> {
  const command = new sdk.ListObjectsV2Command({ Bucket: bucket, Prefix: key, MaxKeys: 1 });
  const [first] = (await client.send(command, { abortSignal })).Contents ?? [];
  return first?.Key === key ? { kind: "there", ...defined({ bytes: first.Size }) } : { kind: "no-object" };
}

async function ofVersion(
  { sdk, client }: S3,
  { bucket, key }: CodeObject,
  version: string,
  abortSignal: AbortSignal,
): Promise<CodeState> {
  const command = new sdk.ListObjectVersionsCommand({ Bucket: bucket, Prefix: key });
  const { Versions = [], IsTruncated = false } = await client.send(command, { abortSignal });
  const own = Versions.filter(({ Key }) => Key === key);
  const found = own.find(({ VersionId }) => VersionId === version);
  if (found !== undefined) return { kind: "there", ...defined({ bytes: found.Size }) };
  // What is beyond a thousand versions nobody looks at: it is taken for there.
  if (IsTruncated) return { kind: "there" };
  return { kind: own.length === 0 ? "no-object" : "no-version" };
}

/** S3 names a bucket's region in a header of the redirect. */
function regionIn(error: unknown): string | undefined {
  const response: unknown = error instanceof Error && "$response" in error ? error.$response : undefined;
  return (response as { readonly headers?: Readonly<Record<string, string>> } | undefined)?.headers?.[
    "x-amz-bucket-region"
  ];
}
