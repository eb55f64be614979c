import type { Key, Keys } from "../../ports/preflight.ts";
import { type ClientOptions, clientSettings, lazily } from "../client.ts";
import { required } from "../decode.ts";
import { isNamed } from "../errorName.ts";
import { forEachOf } from "./each.ts";

/** KMS's keys and their states. The client is loaded with the first call. */
export function openKeys(options: ClientOptions): Keys {
  const ask = lazily("KMS", () => open(options));
  return {
    find: (names, signal) =>
      ask("ask for the KMS keys", async (kms) => {
        const found = await forEachOf(names, (name) => find(kms, name, signal));
        return found.filter((key) => key !== undefined);
      }),
  };
}

async function open(options: ClientOptions) {
  const sdk = await import("../sdk/kms.ts");
  return { sdk, client: new sdk.KMSClient(clientSettings(options)) };
}

type Kms = Awaited<ReturnType<typeof open>>;

async function find({ sdk, client }: Kms, name: string, abortSignal: AbortSignal): Promise<Key | undefined> {
  try {
    const { KeyMetadata } = await client.send(new sdk.DescribeKeyCommand({ KeyId: name }), { abortSignal });
    return { name, state: required(KeyMetadata?.KeyState, "KeyState") };
  } catch (error) {
    if (isNamed(error, "NotFound")) return undefined;
    throw error;
  }
}
