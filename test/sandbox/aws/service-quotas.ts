import type { Account } from "./account.ts";
import { AwsError } from "./errors.ts";
import { type OutputStructure, type Params, text } from "./query.ts";

/** Service Quotas, as far as it tells one quota's value: every account's five, where nothing else is said. */
export function handleServiceQuotas(operation: string, params: Params, { quotas }: Account): OutputStructure {
  if (operation !== "GetServiceQuota")
    throw new AwsError("UnknownOperationException", `Service Quotas in the sandbox has no ${operation}`);
  const code = text(params, "QuotaCode") ?? "";
  return { Quota: { QuotaCode: code, Value: quotas.get(code) ?? 5 } };
}
