import type { RDSClient } from "@aws-sdk/client-rds";
import { type ClientOptions, clientSettings } from "./client.ts";
import { asking } from "./errors.ts";

/** RDS's part of the SDK, and a client of it. */
export interface Rds {
  readonly sdk: typeof import("./sdk/rds.ts");
  readonly client: RDSClient;
}

/** Asks RDS; the SDK's client is loaded with the first call. Throws `ServiceError`s. */
export function rdsAsker(options: ClientOptions) {
  let opened: Promise<Rds> | undefined;
  return <T>(doing: string, work: (rds: Rds) => Promise<T>): Promise<T> =>
    asking(
      doing,
      async () => {
        opened ??= open(options);
        return work(await opened);
      },
      "RDS",
    );
}

async function open(options: ClientOptions): Promise<Rds> {
  const sdk = await import("./sdk/rds.ts");
  return { sdk, client: new sdk.RDSClient(clientSettings(options)) };
}
