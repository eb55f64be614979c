import { isObject } from "../../template/canonical.ts";
import type { Json } from "../../template/model.ts";
import type { Currency, Price, Unit } from "./model.ts";

/**
 * The one price in what AWS's price list answered (documents in its format `aws_v1`); `undefined` where there is none, where
 * there are several, or where a document is not as it should be: no price is better than a wrong one.
 */
export function unitPrice(
  price: Price,
  documents: readonly string[],
  { region, currency }: { readonly region: string; readonly currency: Currency },
): number | undefined {
  const asked = { ...price, attributes: { ...price.attributes, regionCode: region } };
  const products = documents.map(parsed).filter((document) => isOf(document, asked));
  const found = new Set(products.map((document) => onDemand(document, price.unit, currency)));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/**
 * What stands before a usage type: the region (`EUC1-`), nothing in the oldest two, `EU-` in Ireland. Other words there
 * (`TS-`, `Global-`, `ExtendedSupportYr3-`) make another usage of it.
 */
const REGION = /^(?:[A-Z]{3}\d{1,2}-|EU-)/;

function isOf(document: Json | undefined, { usage, among, attributes: wanted }: Price): boolean {
  const product = member(document, "product");
  const attributes = member(product, "attributes");
  const type = text(attributes, "usagetype")?.replace(REGION, "");
  if (type === undefined || !(usage.endsWith(":") ? type.startsWith(usage) : type === usage)) return false;
  // What is sold outside of regions (Outposts, Local Zones) has prices of its own.
  if ((text(attributes, "locationType") ?? IN_REGION) !== IN_REGION) return false;
  // RDS Custom is sold under the same names.
  if ((text(attributes, "deploymentModel") ?? "") !== "") return false;
  const isAsked = Object.entries(wanted).every(([name, value]) =>
    [undefined, value].includes(text(name === "productFamily" ? product : attributes, name)),
  );
  return (
    isAsked &&
    Object.entries(among ?? {}).every(([name, values]) => {
      const value = text(attributes, name);
      return value === undefined || values.includes(value);
    })
  );
}

const IN_REGION = "AWS Region";

/** As the services write them. */
const UNITS: Readonly<Record<Unit, RegExp>> = {
  hour: /^(hrs|hours?)$/i,
  "capacity hour": /^acu-(hrs?|hours?)$/i,
  "GB-month": /^gb-mo(nth)?$/i,
  "throughput hour": /^((read|write)capacityunit-)?(hrs|hours?)$/i,
};

/** Past AWS's free tier, which is the account's and not the stack's. */
function onDemand(document: Json | undefined, unit: Unit, currency: Currency): number | undefined {
  const terms = Object.values(member(member(document, "terms"), "OnDemand") ?? {});
  const [term, other] = terms;
  if (term === undefined || other !== undefined) return undefined;
  const dimensions = Object.values(member(term, "priceDimensions") ?? {});
  const isAlike = dimensions.every((one) => UNITS[unit].test(text(one, "unit") ?? ""));
  const amounts = dimensions.map((one) => amountOf(text(member(one, "pricePerUnit"), currency)));
  const paid = new Set(amounts.filter((amount) => amount !== 0));
  const [only] = paid;
  return isAlike && paid.size === 1 ? only : undefined;
}

/** `0.1200000000`. */
function amountOf(written: string | undefined): number | undefined {
  return written !== undefined && /^\d{1,6}(\.\d{1,12})?$/.test(written) ? Number(written) : undefined;
}

function parsed(document: string): Json | undefined {
  try {
    return JSON.parse(document) as Json;
  } catch {
    // What is no JSON has no price.
    return undefined;
  }
}

function member(value: Json | undefined, name: string) {
  const found = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return isObject(found) ? found : undefined;
}

function text(value: Json | undefined, name: string): string | undefined {
  const found = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return typeof found === "string" ? found : undefined;
}
