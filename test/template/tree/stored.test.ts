import { expect, test } from "vitest";
import { emulatedEndpoint, placeOf } from "../../../src/template/tree/stored.ts";

const DIGEST = "ab".repeat(32);
const KEY = `aurora-deploy-action/${DIGEST}.json`;

test.for([
  ["us-east-1", "https://templates.s3.us-east-1.amazonaws.com/"],
  ["eu-central-2", "https://templates.s3.eu-central-2.amazonaws.com/"],
  ["us-gov-west-1", "https://templates.s3.us-gov-west-1.amazonaws.com/"],
  ["cn-north-1", "https://templates.s3.cn-north-1.amazonaws.com.cn/"],
  ["us-iso-east-1", "https://templates.s3.us-iso-east-1.c2s.ic.gov/"],
  ["us-isob-east-1", "https://templates.s3.us-isob-east-1.sc2s.sgov.gov/"],
  ["us-isof-south-1", "https://templates.s3.us-isof-south-1.csp.hci.ic.gov/"],
  ["eu-isoe-west-1", "https://templates.s3.eu-isoe-west-1.cloud.adc-e.uk/"],
  ["eusc-de-east-1", "https://templates.s3.eusc-de-east-1.amazonaws.eu/"],
])("the URL in %s", ([region = "", base = ""]) => {
  expect(placeOf(DIGEST, { bucket: "templates", prefix: "", region }).url).toBe(`${base}${KEY}`);
});

test("a bucket with a dot is named in the path, as is every bucket of an emulator", () => {
  const dotted = { bucket: "templates.example.com", prefix: "a/b", region: "cn-northwest-1" };
  expect(placeOf(DIGEST, dotted)).toEqual({
    bucket: "templates.example.com",
    key: `a/b/${KEY}`,
    url: `https://s3.cn-northwest-1.amazonaws.com.cn/templates.example.com/a/b/${KEY}`,
  });
  const emulated = {
    bucket: "templates",
    prefix: "",
    region: "us-east-1",
    endpoint: "http://localhost:4566/",
  };
  expect(placeOf(DIGEST, emulated).url).toBe(`http://localhost:4566/templates/${KEY}`);
});

test.for<[Record<string, string>, string | undefined]>([
  [{}, undefined],
  [{ AWS_ENDPOINT_URL: "http://localhost:4566" }, "http://localhost:4566"],
  [
    { AWS_ENDPOINT_URL: "http://localhost:1", AWS_ENDPOINT_URL_S3: "http://localhost:2" },
    "http://localhost:2",
  ],
  [{ AWS_ENDPOINT_URL: "http://localhost:1", AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true" }, undefined],
  // AWS's own private endpoints: CloudFormation cannot read from them, and need not.
  [{ AWS_ENDPOINT_URL_S3: "https://bucket.vpce-1a2b3c4d.s3.us-east-1.vpce.amazonaws.com" }, undefined],
  [{ AWS_ENDPOINT_URL_S3: "https://s3.cn-north-1.amazonaws.com.cn" }, undefined],
  [{ AWS_ENDPOINT_URL: "https://amazonaws.com.example.org" }, "https://amazonaws.com.example.org"],
])("where S3 is with %j", ([env, endpoint]) => {
  expect(emulatedEndpoint(env)).toBe(endpoint);
});
