import type { CostResource, Price } from "../../../src/changes/costs/model.ts";
import { unitPrice } from "../../../src/changes/costs/priceList.ts";
import type { ResourceChange } from "../../../src/changes/model.ts";
import type { EvaluatedObject } from "../../../src/template/evaluate/evaluated.ts";
import { PRODUCTS } from "../../sandbox/aws/prices.data.ts";
import { documentOf, handlePricing, type Product } from "../../sandbox/aws/pricing.ts";
import type { Params } from "../../sandbox/aws/query.ts";

/** A resource of the root stack; `Ref`s are written as `refs`. */
export function resource(
  logicalId: string,
  type: string,
  properties: EvaluatedObject = {},
  refs: Readonly<Record<string, string>> = {},
): CostResource {
  const references = (property: string) => [refs[property]].filter((one) => one !== undefined);
  return { key: logicalId, logicalId, type, exists: true, properties, references };
}

/** What the sandbox's price list says, asked and read as a preview does. */
function listPrice(price: Price, products: readonly Product[] = PRODUCTS): number | undefined {
  const attributes = { ...price.attributes, regionCode: "us-east-1" };
  const Filters = Object.entries(attributes).map(([Field, Value]) => ({ Type: "TERM_MATCH", Field, Value }));
  const params = { ServiceCode: price.service, Filters } as unknown as Params;
  const { PriceList } = handlePricing("GetProducts", params, products) as unknown as {
    readonly PriceList: readonly string[];
  };
  return unitPrice(price, PriceList, { region: "us-east-1", currency: "USD" });
}

export const prices = { currency: "USD", unitPrice: (price: Price) => listPrice(price) } as const;

export function change(
  logicalId: string,
  type: string,
  action: ResourceChange["action"],
  more: Partial<ResourceChange> = {},
): ResourceChange {
  return { stackPath: [], action, logicalId, type, scope: [], details: [], ...more };
}

export function touched(...names: readonly string[]): Pick<ResourceChange, "details"> {
  return {
    details: names.map((name) => ({
      ...{ attribute: "Properties", name, requiresRecreation: "Never", evaluation: "Static" },
    })),
  };
}

/** A document of the price list as text, with something in it that is otherwise. */
export function spoilt(product: Product, spoil: (document: Record<string, unknown>) => unknown): string {
  return JSON.stringify(spoil(JSON.parse(documentOf(product)) as Record<string, unknown>));
}
