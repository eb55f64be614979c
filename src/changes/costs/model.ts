import type { EvaluatedObject } from "../../template/evaluate/evaluated.ts";

/** From the least to the most. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One question to AWS's price list (GetProducts): all attributes must be as they are here. */
export interface PriceQuery {
  /** The service's code: `AmazonRDS`. */
  readonly service: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What tells the one price among the answers to a question. */
export interface Price extends PriceQuery {
  /** The usage type without the region's prefix (`EUC1-`); one that ends with `:` is followed by a size. */
  readonly usage: string;
  readonly unit: Unit;
  /** Attributes that may have one of several values, where the product has them at all. */
  readonly among?: Readonly<Record<string, readonly string[]>>;
}

export type Unit = "hour" | "capacity hour" | "GB-month" | "throughput hour";

/** A price and how much of it a resource takes: of what is paid by the hour, so many at a time. */
export interface Part {
  readonly price: Price;
  readonly amount: Span;
}

/**
 * What a resource costs as far as its template says: `none` of its own, or that cannot be told. `capacity` means that what
 * its one part takes goes up and down with the load.
 */
export type Costing =
  | { readonly kind: "priced"; readonly what: string; readonly parts: readonly Part[] }
  | { readonly kind: "none" }
  | { readonly kind: "unknown" };

/** A resource of one of the templates, deployed or wanted, with what it is evaluated to. */
export interface CostResource {
  /** Across nested stacks: `Network/Gateway`. */
  readonly key: string;
  readonly logicalId: string;
  readonly type: string;
  readonly exists: true | "unknown";
  readonly properties: EvaluatedObject;
  /** The logical ids that a property refers to. */
  readonly references: (property: string) => readonly string[];
}

/** What the costs of a type's resources are read from. */
export interface CostRule {
  /** Properties that the price depends on. */
  readonly properties: readonly string[];
  /** @param siblings the resources of the same stack */
  readonly costing: (resource: CostResource, siblings: readonly CostResource[]) => Costing;
  /** The resource that decides with it: an instance's cluster. */
  readonly dependsOn?: (
    resource: CostResource,
    siblings: readonly CostResource[],
  ) => CostResource | undefined;
}

export type Currency = "USD" | "CNY";

/** What changes a month, as it is shown. Money, not rounded. */
export interface CostChange {
  readonly currency: Currency;
  readonly total: Span;
  /** Dearest first. */
  readonly lines: readonly CostLine[];
  /** Resources whose costs change, or may, and that have no plain price. */
  readonly unpriced: number;
}

export interface CostLine {
  /** As `resourceKey` gives it. */
  readonly resource: string;
  readonly type: string;
  /** `db.r6g.large`; absent on the side where the resource is not. */
  readonly before?: string;
  readonly after?: string;
  readonly change: Span;
}
