import type { KMSClient } from "@aws-sdk/client-kms";
import { ActionError } from "../errors.ts";
import type { Signer } from "../ports/aws.ts";
import { type ClientOptions, clientSettings } from "./client.ts";
import { isNamed } from "./errorName.ts";
import { asking } from "./errors.ts";

/** The MAC of the shortest keys; IAM can ask for it (`kms:MacAlgorithm`). */
const ALGORITHM = "HMAC_SHA_256";

interface Kms {
  readonly sdk: typeof import("./sdk/kms.ts");
  readonly client: KMSClient;
}

/**
 * Signs and verifies by one KMS key (GenerateMac, VerifyMac; the key's usage is GENERATE_VERIFY_MAC). The client is
 * loaded with the first call. Whatever fails throws: a signature that cannot be verified is none.
 */
export function openSigner(keyId: string, options: ClientOptions): Signer {
  let opened: Promise<Kms> | undefined;
  const kms = (): Promise<Kms> => {
    opened ??= open(options);
    return opened;
  };
  return {
    sign: (text) =>
      asking(
        `sign the record with KMS key ${keyId}`,
        async () => {
          const { sdk, client } = await kms();
          const { Mac: mac } = await client.send(
            new sdk.GenerateMacCommand({ KeyId: keyId, MacAlgorithm: ALGORITHM, Message: bytes(text) }),
          );
          if (mac === undefined)
            throw new ActionError("KMS answered without a MAC.", { reasonCode: "error" });
          return Buffer.from(mac).toString("base64");
        },
        "KMS",
      ),

    verify: (text, mac) =>
      asking(
        `verify the record with KMS key ${keyId}`,
        async () => {
          const { sdk, client } = await kms();
          const input = { KeyId: keyId, MacAlgorithm: ALGORITHM, Message: bytes(text) } as const;
          try {
            const command = new sdk.VerifyMacCommand({ ...input, Mac: Buffer.from(mac, "base64") });
            return (await client.send(command)).MacValid === true;
          } catch (error) {
            // A wrong MAC is an error to KMS.
            if (isNamed(error, "KMSInvalidMac")) return false;
            throw error;
          }
        },
        "KMS",
      ),
  };
}

async function open(options: ClientOptions): Promise<Kms> {
  const sdk = await import("./sdk/kms.ts");
  return { sdk, client: new sdk.KMSClient(clientSettings(options)) };
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
