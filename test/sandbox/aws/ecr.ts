import { AwsError } from "./errors.ts";
import type { OutputStructure, Params } from "./query.ts";

/** ECR, as far as a deletion asks it: which images a repository holds. */
export function handleEcr(
  operation: string,
  params: Params,
  images: ReadonlyMap<string, readonly string[]>,
): OutputStructure {
  if (operation !== "ListImages")
    throw new AwsError("UnknownOperationException", `ECR in the sandbox has no ${operation}`, 400);
  const tags = images.get(String(params.repositoryName)) ?? [];
  return { imageIds: tags.slice(0, 1).map((imageTag) => ({ imageTag })) };
}
