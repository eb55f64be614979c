import { describe, expect, test } from "vitest";
import type { Price } from "../../../src/changes/costs/model.ts";
import { unitPrice } from "../../../src/changes/costs/priceList.ts";
import { documentOf, type Product } from "../../sandbox/aws/pricing.ts";
import { spoilt } from "./examples.ts";

const price: Price = {
  ...{ service: "AmazonEC2", attributes: { productFamily: "NAT Gateway" } },
  ...{ usage: "NatGateway-Hours", unit: "hour" },
};
const product: Product = {
  ...{ service: "AmazonEC2", family: "NAT Gateway", unit: "Hrs", prices: ["0.0450000000"] },
  attributes: { regionCode: "eu-central-1", usagetype: "EUC1-NatGateway-Hours", locationType: "AWS Region" },
};
const place = { region: "eu-central-1", currency: "USD" } as const;
const read = (...documents: readonly string[]) => unitPrice(price, documents, place);
const as = (attributes: Readonly<Record<string, string>>, more: Partial<Product> = {}) =>
  documentOf({ ...product, attributes: { ...product.attributes, ...attributes }, ...more });

test("the one price", () => {
  expect(read(documentOf(product))).toBe(0.045);
  expect(read(documentOf(product), as({ usagetype: "EUC1-NatGateway-Bytes" }, { unit: "GB" }))).toBe(0.045);
});

test.each(["NatGateway-Hours", "EU-NatGateway-Hours", "USE1-NatGateway-Hours", "APS10-NatGateway-Hours"])(
  "whatever the region's prefix: %s",
  (usagetype) => {
    expect(read(as({ usagetype }))).toBe(0.045);
  },
);

test("twice the same is one price, two are none", () => {
  expect(read(documentOf(product), documentOf(product))).toBe(0.045);
  expect(read(documentOf(product), documentOf({ ...product, prices: ["0.0460000000"] }))).toBeUndefined();
});

test("the account's free tier is not the stack's, other tiers are no plain price", () => {
  expect(read(documentOf({ ...product, prices: ["0.0000000000", "0.0450000000"] }))).toBe(0.045);
  expect(read(documentOf({ ...product, prices: ["0.0500000000", "0.0450000000"] }))).toBeUndefined();
});

test.each([
  ["7", 7],
  ["123456.5", 123_456.5],
  ["1234567.5", undefined],
])("a price of %s", (written, expected) => {
  expect(read(documentOf({ ...product, prices: [written] }))).toBe(expected);
});

test("an attribute that may have one of several values", () => {
  const among: Price = { ...price, among: { databaseEngine: ["MySQL", "Any"] } };
  const asked = (attributes: Readonly<Record<string, string>>) => unitPrice(among, [as(attributes)], place);
  expect([{}, { databaseEngine: "Any" }, { databaseEngine: "MySQL" }].map(asked)).toEqual([
    ...[0.045, 0.045, 0.045],
  ]);
  expect(asked({ databaseEngine: "MariaDB" })).toBeUndefined();
});

test("a usage that is followed by a size", () => {
  const sized: Price = { ...price, usage: "InstanceUsage:" };
  const asked = (document: string) => unitPrice(sized, [document], place);
  expect(asked(as({ usagetype: "EUC1-InstanceUsage:db.r6g.large" }))).toBe(0.045);
  expect(asked(as({ usagetype: "EUC1-Multi-AZUsage:db.r6g.large" }))).toBeUndefined();
  const { usagetype: _, ...rest } = product.attributes;
  expect(asked(documentOf({ ...product, attributes: rest }))).toBeUndefined();
});

test("China's prices are in its own currency", () => {
  const yuan = spoilt(product, (it) => JSON.parse(JSON.stringify(it).replace('"USD"', '"CNY"')) as unknown);
  expect(unitPrice(price, [yuan], { ...place, currency: "CNY" })).toBe(0.045);
  expect(read(yuan)).toBeUndefined();
});

describe("another thing", () => {
  test.each([
    { usagetype: "EUC1-NatGateway-Hours-Extra" },
    { usagetype: "TS-NatGateway-Hours" },
    { usagetype: "EUC1-ExtendedSupportYr3-NatGateway-Hours" },
    { locationType: "AWS Outposts" },
    { regionCode: "us-east-1" },
    { deploymentModel: "Custom" },
  ])("%j", (attributes) => {
    expect(read(as(attributes))).toBeUndefined();
  });

  test("of another family, where the list is asked by one that knows no filters", () => {
    expect(read(as({}, { family: "Storage" }))).toBeUndefined();
  });
});

const HOUR = { unit: "Hrs", pricePerUnit: { USD: "0.045" } };
const GOOD = { priceDimensions: { b: HOUR } };
const TWO = { b: HOUR, c: { ...HOUR, unit: "GB" } };
const dimension = (more: unknown) =>
  spoilt(product, (it) => ({ ...it, terms: { OnDemand: { a: { priceDimensions: { b: more } } } } }));

describe("a document that is not as it should be has no price, and takes it from the others", () => {
  test.each<readonly [string, string]>([
    ["nothing", ""],
    ["no JSON", "{"],
    ["null", "null"],
    ["a number", "0.045"],
    ["a list", "[]"],
    ["no product", spoilt(product, ({ product: _, ...rest }) => rest)],
    ["no terms", spoilt(product, ({ terms: _, ...rest }) => rest)],
    ["terms of another kind", spoilt(product, (it) => ({ ...it, terms: { OnDemand: "0.045" } }))],
    [
      "no dimension",
      spoilt(product, (it) => ({ ...it, terms: { OnDemand: { a: { priceDimensions: {} } } } })),
    ],
    ["two terms", spoilt(product, (it) => ({ ...it, terms: { OnDemand: { a: GOOD, b: GOOD } } }))],
    [
      "two dimensions, one in another unit",
      spoilt(product, (it) => ({ ...it, terms: { OnDemand: { a: { priceDimensions: { ...TWO } } } } })),
    ],
    ["a number for a text", dimension({ unit: "Hrs", pricePerUnit: { USD: 0.045 } })],
    ["another unit", dimension({ unit: "GB", pricePerUnit: { USD: "0.045" } })],
    ["no unit", dimension({ pricePerUnit: { USD: "0.045" } })],
    ...[
      "NaN",
      "-0.045",
      "1e300",
      `1${"0".repeat(300)}`,
      "Infinity",
      "",
      " 0.045",
      "0,045",
      "0x1",
      "0.0",
      "٣",
    ].map(
      (USD) => [`a price of ${USD.slice(0, 10)}`, dimension({ unit: "Hrs", pricePerUnit: { USD } })] as const,
    ),
  ])("%s", (_, document) => {
    expect(read(document)).toBeUndefined();
  });

  test("the same beside a good one of the same thing", () => {
    expect(
      read(documentOf(product), dimension({ unit: "Hrs", pricePerUnit: { USD: "NaN" } })),
    ).toBeUndefined();
  });
});
