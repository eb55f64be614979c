import type { Deletions } from "../../ports/aws.ts";
import { type ClientOptions, clientSettings, lazily } from "../client.ts";

export interface ContentsOptions {
  /** Base URL of S3 where it is an emulator's: there buckets are in the path of a URL. */
  readonly s3Endpoint: string | undefined;
}

/** Whether buckets and repositories are empty. The clients are loaded with their first call. */
export function openContents(
  options: ClientOptions & ContentsOptions,
): Pick<Deletions, "hasObjects" | "hasImages"> {
  const askS3 = lazily("S3", () => openS3(options));
  const askEcr = lazily("ECR", () => openEcr(options));
  return {
    hasObjects: (bucket) => askS3(`look into bucket ${bucket}`, (s3) => hasObjects(s3, bucket)),
    hasImages: (repository) =>
      askEcr(`look into repository ${repository}`, (ecr) => hasImages(ecr, repository)),
  };
}

async function openS3(options: ClientOptions & ContentsOptions) {
  const sdk = await import("../sdk/s3.ts");
  const forcePathStyle = options.s3Endpoint !== undefined;
  return { sdk, client: new sdk.S3Client({ ...clientSettings(options), forcePathStyle }) };
}

async function openEcr(options: ClientOptions) {
  const sdk = await import("../sdk/ecr.ts");
  return { sdk, client: new sdk.ECRClient(clientSettings(options)) };
}

/** A bucket is deleted only without any version of an object, and any delete marker (API reference, DeleteBucket). */
async function hasObjects({ sdk, client }: Awaited<ReturnType<typeof openS3>>, Bucket: string) {
  try {
    const command = new sdk.ListObjectVersionsCommand({ Bucket, MaxKeys: 1 });
    const { Versions = [], DeleteMarkers = [] } = await client.send(command);
    return Versions.length + DeleteMarkers.length > 0;
  } catch (error) {
    if (isNamed(error, "NoSuchBucket")) return false;
    throw error;
  }
}

async function hasImages({ sdk, client }: Awaited<ReturnType<typeof openEcr>>, repositoryName: string) {
  try {
    const command = new sdk.ListImagesCommand({ repositoryName, maxResults: 1 });
    const { imageIds = [] } = await client.send(command);
    return imageIds.length > 0;
  } catch (error) {
    if (isNamed(error, "RepositoryNotFoundException")) return false;
    throw error;
  }
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
