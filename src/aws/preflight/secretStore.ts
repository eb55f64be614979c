import type { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import type { SecretStore, StoredSecret } from "../../ports/preflight.ts";
import { type ClientOptions, clientSettings } from "../client.ts";
import { isNamed } from "../errorName.ts";
import { asking } from "../errors.ts";

/** Secrets, of which no value is read. The SDK's client is loaded with the first call. Throws `ServiceError`s. */
export function openSecretStore(options: ClientOptions): SecretStore {
  let opened: Promise<Manager> | undefined;
  return {
    find: (ids, signal) =>
      asking(
        "ask for the secrets",
        async () => {
          opened ??= open(options);
          const manager = await opened;
          const found = await Promise.all(ids.map((id) => find(manager, id, signal)));
          return found.filter((secret) => secret !== undefined);
        },
        "Secrets Manager",
      ),
  };
}

interface Manager {
  readonly sdk: typeof import("../sdk/secretsManager.ts");
  readonly client: SecretsManagerClient;
}

async function open(options: ClientOptions): Promise<Manager> {
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
