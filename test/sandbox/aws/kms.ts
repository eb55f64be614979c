import { createHmac } from "node:crypto";
import type { Account } from "./account.ts";
import { AwsError } from "./errors.ts";
import { type OutputStructure, type Params, text } from "./query.ts";

/** A key of the account for HMACs (`HMAC_256`, `GENERATE_VERIFY_MAC`). */
export const MAC_KEY = "arn:aws:kms:us-east-1:123456789012:key/1a2b3c4d-1111-2222-3333-444455556666";

const NAMES: readonly string[] = [MAC_KEY, "1a2b3c4d-1111-2222-3333-444455556666", "alias/reviews"];

/**
 * KMS, as far as records are signed, GenerateMac and VerifyMac of one key, whose material only this process has; and as far
 * as it tells whether keys are there.
 */
export function handleKms(operation: string, params: Params, { keys }: Account): OutputStructure {
  const key = text(params, "KeyId") ?? "";
  if (operation === "DescribeKey") return described(key, keys.get(key) ?? "Enabled");
  if (!NAMES.includes(key)) throw new AwsError("NotFoundException", `Key '${key}' does not exist`, 400);
  const message = Buffer.from(text(params, "Message") ?? "", "base64");
  if (message.length < 1 || message.length > 4_096) {
    throw new AwsError("ValidationException", "Message must have 1 to 4096 bytes", 400);
  }
  const mac = createHmac("sha256", "the sandbox's key").update(message).digest("base64");
  const named = { KeyId: MAC_KEY, MacAlgorithm: text(params, "MacAlgorithm") };
  switch (operation) {
    case "GenerateMac":
      return { ...named, Mac: mac };
    case "VerifyMac":
      if (text(params, "Mac") === mac) return { ...named, MacValid: true };
      throw new AwsError("KMSInvalidMacException", "", 400);
    default:
      throw new AwsError("UnknownOperationException", `KMS in the sandbox has no ${operation}`, 400);
  }
}

function described(key: string, state: string): OutputStructure {
  if (state === "gone") throw new AwsError("NotFoundException", `Key '${key}' does not exist`, 400);
  return { KeyMetadata: { KeyId: key, KeyState: state, KeyUsage: "ENCRYPT_DECRYPT" } };
}
