import type { Caller } from "../../ports/preflight.ts";
import { type ClientOptions, clientSettings, lazily } from "../client.ts";
import { required } from "../decode.ts";
import { onceEach } from "./each.ts";

/** Whose credentials these are, which everybody may ask. */
export function openCaller(options: ClientOptions): (signal: AbortSignal) => Promise<Caller> {
  const ask = lazily("STS", async () => {
    const sdk = await import("../sdk/sts.ts");
    return { sdk, client: new sdk.STSClient(clientSettings(options)) };
  });
  const known = onceEach((_, abortSignal) =>
    ask("ask who is calling", async ({ sdk, client }) => {
      const answer = await client.send(new sdk.GetCallerIdentityCommand({}), { abortSignal });
      return { account: required(answer.Account, "Account"), arn: required(answer.Arn, "Arn") };
    }),
  );
  return (signal) => known("", signal);
}
