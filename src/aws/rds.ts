import { type ClientOptions, clientSettings, lazily } from "./client.ts";

/** RDS's part of the SDK, and a client of it. */
export type Rds = Awaited<ReturnType<typeof open>>;

/** Asks RDS; the SDK's client is loaded with the first call. Throws `ServiceError`s. */
export function rdsAsker(options: ClientOptions) {
  return lazily("RDS", () => open(options));
}

async function open(options: ClientOptions) {
  const sdk = await import("./sdk/rds.ts");
  return { sdk, client: new sdk.RDSClient(clientSettings(options)) };
}
