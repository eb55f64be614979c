import type { SecretStore, StoredSecret } from "../../ports/preflight.ts";
import { type ClientOptions, clientSettings, lazily } from "../client.ts";
import { isNamed } from "../errorName.ts";

/** Secrets, of which no value is read. The SDK's client is loaded with the first call. Throws `ServiceError`s. */
export function openSecretStore(options: ClientOptions): SecretStore {
  const ask = lazily("Secrets Manager", () => open(options));
  return {
    find: (ids, signal) =>
      ask("ask for the secrets", async (manager) => {
        const found = await Promise.all(ids.map((id) => find(manager, id, signal)));
        return found.filter((secret) => secret !== undefined);
      }),
  };
}

type Manager = Awaited<ReturnType<typeof open>>;

async function open(options: ClientOptions) {
  const sdk = await import("../sdk/secretsManager.ts");
  return { sdk, client: new sdk.SecretsManagerClient(clientSettings(options)) };
}

async function find({ sdk, client }: Manager, id: string, abortSignal: AbortSignal) {
  try {
    const command = new sdk.DescribeSecretCommand({ SecretId: id });
    const { DeletedDate, VersionIdsToStages = {} } = await client.send(command, { abortSignal });
    const found: StoredSecret = {
      id,
      isBeingDeleted: DeletedDate !== undefined,
      stages: Object.values(VersionIdsToStages).flatMap((stages) => stages ?? []),
    };
    return found;
  } catch (error) {
    if (isNamed(error, "ResourceNotFound")) return undefined;
    throw error;
  }
}
