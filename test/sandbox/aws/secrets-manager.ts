import { AwsError } from "./errors.ts";
import type { OutputStructure, Params } from "./query.ts";

/** Secrets Manager, as far as it tells whether a secret is there. All are, but for those that are said to be missing. */
export function handleSecretsManager(
  operation: string,
  params: Params,
  missing: ReadonlyMap<string, "gone" | "being deleted">,
): OutputStructure {
  if (operation !== "DescribeSecret") {
    throw new AwsError(
      "UnknownOperationException",
      `Secrets Manager in the sandbox has no ${operation}`,
      400,
    );
  }
  const id = String(params.SecretId);
  if (missing.get(id) === "gone")
    throw new AwsError("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
  return {
    Name: id,
    VersionIdsToStages: { "0b8a3c1e": ["AWSCURRENT"], "1f4f6c2a": ["AWSPREVIOUS"] },
    ...(missing.has(id) ? { DeletedDate: 1_700_000_000 } : {}),
  } as unknown as OutputStructure;
}
