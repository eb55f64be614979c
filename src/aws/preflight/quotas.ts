import type { QuotaKind, Quotas } from "../../ports/preflight.ts";
import { type ClientOptions, clientSettings, lazily } from "../client.ts";
import { required } from "../decode.ts";
import { isNamed } from "../errorName.ts";
import { openCounts } from "./counts.ts";

/** Quotas, and how much of them is used. The clients are loaded with the first call. */
export function openQuotas(options: ClientOptions): Quotas {
  const ask = lazily("Service Quotas", () => open(options));
  const count = openCounts(options);
  return {
    find: async (kind, signal) => {
      const [max, used] = await Promise.all([
        ask("ask for a quota", (quotas) => maxOf(quotas, kind, signal)),
        count(kind, signal),
      ]);
      return max === undefined ? undefined : { used, max };
    },
  };
}

async function open(options: ClientOptions) {
  const sdk = await import("../sdk/serviceQuotas.ts");
  return { sdk, client: new sdk.ServiceQuotasClient(clientSettings(options)) };
}

/** As `aws service-quotas list-service-quotas` has them: codes are the same in every account. */
const CODES: Readonly<Record<QuotaKind, { readonly ServiceCode: string; readonly QuotaCode: string }>> = {
  addresses: { ServiceCode: "ec2", QuotaCode: "L-0263D0A3" },
  gateways: { ServiceCode: "vpc", QuotaCode: "L-A4707A72" },
  vpcs: { ServiceCode: "vpc", QuotaCode: "L-F678F1CE" },
};

async function maxOf(
  { sdk, client }: Awaited<ReturnType<typeof open>>,
  kind: QuotaKind,
  abortSignal: AbortSignal,
): Promise<number | undefined> {
  try {
    const answer = await client.send(new sdk.GetServiceQuotaCommand(CODES[kind]), { abortSignal });
    return required(answer.Quota?.Value, "Value");
  } catch (error) {
    // A region that does not know the quota.
    if (isNamed(error, "NoSuchResource")) return undefined;
    throw error;
  }
}
