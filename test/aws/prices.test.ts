import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { openPrices, priceListRegion } from "../../src/aws/preflight/prices.ts";
import { startAws } from "../sandbox/aws/server.ts";
import { rejection } from "./fixture.ts";

beforeEach(() => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "example");
  onTestFinished(() => void vi.unstubAllEnvs());
});

async function start(region = "us-east-1") {
  const aws = await startAws();
  onTestFinished(() => aws.close());
  const options = { region, endpoint: aws.url, env: {}, version: "0.0.0-test", maxAttempts: 3 };
  const prices = openPrices({ ...options, random: () => 0 });
  return { aws, prices, signal: new AbortController().signal };
}

const GATEWAYS = { service: "AmazonEC2", attributes: { productFamily: "NAT Gateway" } };

test("the documents of what fits, of the region alone", async () => {
  const { aws, prices, signal } = await start();
  const found = await prices.products(GATEWAYS, signal);
  expect(found.map((document) => JSON.parse(document) as unknown)).toMatchObject([
    { product: { attributes: { usagetype: "NatGateway-Hours", regionCode: "us-east-1" } } },
    { product: { attributes: { usagetype: "NatGateway-Bytes" } } },
  ]);
  expect(aws.requests()).toMatchObject([
    {
      ...{ service: "pricing", operation: "GetProducts" },
      params: {
        ServiceCode: "AmazonEC2",
        FormatVersion: "aws_v1",
        Filters: [
          { Type: "TERM_MATCH", Field: "productFamily", Value: "NAT Gateway" },
          { Type: "TERM_MATCH", Field: "regionCode", Value: "us-east-1" },
        ],
      },
    },
  ]);
});

test.each([
  [250, 3, 250],
  // With so many there is no one price, and nobody asks on.
  [301, 3, 0],
])("%i products in pages", async (many, calls, expected) => {
  const { aws, prices, signal } = await start();
  const [product] = aws.products;
  const service = "AmazonMany";
  for (let index = 0; index < many; index++)
    aws.products.push({ ...(product as typeof product & object), service });
  expect(await prices.products({ service, attributes: {} }, signal)).toHaveLength(expected);
  expect(aws.requests()).toHaveLength(calls);
});

test.each([
  ["us-east-1", "us-east-1"],
  ["us-west-2", "us-east-1"],
  ["ca-west-1", "us-east-1"],
  ["sa-east-1", "us-east-1"],
  ["mx-central-1", "us-east-1"],
  ["eu-north-1", "eu-central-1"],
  ["af-south-1", "eu-central-1"],
  ["ap-southeast-2", "ap-south-1"],
  ["me-central-1", "ap-south-1"],
  ["il-central-1", "ap-south-1"],
  ["cn-north-1", "cn-northwest-1"],
  ["us-gov-west-1", undefined],
  ["us-iso-east-1", undefined],
  ["us-isob-east-1", undefined],
  ["eu-isoe-west-1", undefined],
  ["eusc-de-east-1", undefined],
])("the prices of %s are asked for in %s", (region, expected) => {
  expect(priceListRegion(region)).toBe(expected);
});

test("where there is no price list, nothing is asked", async () => {
  const { aws, prices, signal } = await start("us-gov-west-1");
  expect(await prices.products(GATEWAYS, signal)).toEqual([]);
  expect(aws.requests()).toEqual([]);
});

test("denied", async () => {
  const { aws, prices, signal } = await start();
  aws.faults.add({ scenario: "access-denied", operation: "GetProducts" });
  const error = await rejection(prices.products(GATEWAYS, signal));
  expect(error).toMatchObject({ trouble: "denied" });
  expect(aws.requests()).toHaveLength(1);
});
