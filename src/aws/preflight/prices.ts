import type { PriceQuery } from "../../changes/costs/model.ts";
import type { Prices } from "../../ports/aws.ts";
import { type ClientOptions, clientSettings, lazily } from "../client.ts";
import { defined } from "../decode.ts";

/** AWS's price list. The SDK's client is loaded with the first call. Throws `ServiceError`s. */
export function openPrices(options: ClientOptions): Prices {
  const listRegion = priceListRegion(options.region);
  if (listRegion === undefined) return { products: async () => [] };
  const ask = lazily("the Price List", () => open({ ...options, region: listRegion }));
  return {
    products: (query, signal) =>
      ask(`ask for prices of ${query.service}`, (pricing) =>
        products(pricing, query, options.region, signal),
      ),
  };
}

/**
 * Where the prices of a region are asked for: the API is in few regions, and each tells those of its whole partition ("AWS
 * Price List Query API endpoints"). `undefined` where a partition has none: GovCloud, the isolated ones.
 */
export function priceListRegion(region: string): string | undefined {
  if (region.startsWith("cn-")) return "cn-northwest-1";
  if (/^(us-gov|us-iso\w*|eu-iso\w*|eusc)-/.test(region)) return undefined;
  if (/^(ap|me|il)-/.test(region)) return "ap-south-1";
  return /^(eu|af)-/.test(region) ? "eu-central-1" : "us-east-1";
}

type Pricing = Awaited<ReturnType<typeof open>>;

async function open(options: ClientOptions) {
  const sdk = await import("../sdk/pricing.ts");
  return { sdk, client: new sdk.PricingClient(clientSettings(options)) };
}

/** What is asked for is one product or a few; what has more pages than these has no one price. */
const MOST_PAGES = 3;

async function products(
  { sdk, client }: Pricing,
  { service, attributes }: PriceQuery,
  region: string,
  abortSignal: AbortSignal,
): Promise<readonly string[]> {
  const Filters = Object.entries({ ...attributes, regionCode: region }).map(([Field, Value]) => ({
    ...{ Type: "TERM_MATCH" as const, Field, Value },
  }));
  const found: string[] = [];
  let NextToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const input = { ServiceCode: service, Filters, FormatVersion: "aws_v1", ...defined({ NextToken }) };
    const answer = await client.send(new sdk.GetProductsCommand(input), { abortSignal });
    // A text of the SDK's own kind, which is JSON.
    for (const document of answer.PriceList ?? []) found.push(String(document));
    NextToken = answer.NextToken;
    if (NextToken === undefined || NextToken === "") return found;
  }
  return [];
}
