import { AwsError } from "./errors.ts";
import type { OutputStructure, Params } from "./query.ts";

/** One thing that AWS sells: an entry of its price list. */
export interface Product {
  readonly service: string;
  readonly family?: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly unit: string;
  /** By tiers, cheapest use first; US dollars as the list writes them. */
  readonly prices: readonly string[];
  /** What is answered in place of the document that this would be. */
  readonly document?: string;
}

/** The largest page that GetProducts gives. */
const PAGE = 100;

/** The Price List Query API, as far as it finds products. */
export function handlePricing(
  operation: string,
  params: Params,
  products: readonly Product[],
): OutputStructure {
  if (operation !== "GetProducts") {
    throw new AwsError("UnknownOperationException", `Pricing in the sandbox has no ${operation}`, 400);
  }
  const filters = params.Filters as unknown as readonly { Type: string; Field: string; Value: string }[];
  const found = products.filter(
    (product) =>
      product.service === String(params.ServiceCode) &&
      filters.every(({ Type, Field, Value }) => Type === "TERM_MATCH" && fieldOf(product, Field) === Value),
  );
  const start = Number(params.NextToken ?? 0);
  return {
    FormatVersion: "aws_v1",
    PriceList: found.slice(start, start + PAGE).map((product, index) => documentOf(product, start + index)),
    ...(found.length > start + PAGE ? { NextToken: String(start + PAGE) } : {}),
  } as unknown as OutputStructure;
}

function fieldOf({ family, attributes }: Product, field: string): string | undefined {
  return field === "productFamily" ? family : attributes[field];
}

/** As AWS writes it (format `aws_v1`). */
export function documentOf(
  { service, family, attributes, unit, prices, document }: Product,
  index = 0,
): string {
  if (document !== undefined) return document;
  const sku = `SANDBOX${String(index).padStart(9, "0")}`;
  const term = `${sku}.JRTCKXETXF`;
  const dimensions = prices.map((USD, tier) => [
    `${term}.TIER${tier}`,
    {
      ...{ unit, rateCode: `${term}.TIER${tier}`, description: `$${USD} per ${unit}`, appliesTo: [] },
      ...{ beginRange: tier === 0 ? "0" : "18600", endRange: tier === prices.length - 1 ? "Inf" : "18600" },
      pricePerUnit: { USD },
    },
  ]);
  return JSON.stringify({
    product: { sku, ...(family === undefined ? {} : { productFamily: family }), attributes },
    serviceCode: service,
    terms: {
      OnDemand: {
        [term]: {
          ...{ sku, offerTermCode: "JRTCKXETXF", effectiveDate: "2025-11-01T00:00:00Z", termAttributes: {} },
          priceDimensions: Object.fromEntries(dimensions) as unknown,
        },
      },
    },
    version: "20251101000000",
    publicationDate: "2025-11-01T00:00:00Z",
  });
}
