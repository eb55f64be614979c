import { expect, test } from "vitest";
import {
  emulatedEndpoint,
  placeOf,
  type S3Object,
  s3Object,
  uploadedDigest,
  uploadedName,
} from "../../../src/template/tree/stored.ts";

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

test("a place ends in the extension that is asked for", () => {
  const store = { bucket: "b", prefix: "", region: "us-east-1", endpoint: "http://localhost:4566///" };
  const key = `aurora-deploy-action/${DIGEST}.zip`;
  expect(placeOf(DIGEST, store, ".zip")).toEqual({ bucket: "b", key, url: `http://localhost:4566/b/${key}` });
});

test.for<[Record<string, string>, string | undefined]>([
  [{ AWS_ENDPOINT_URL: "" }, undefined],
  [{ AWS_ENDPOINT_URL_S3: "", AWS_ENDPOINT_URL: "http://localhost:1" }, "http://localhost:1"],
  [{ AWS_ENDPOINT_URL: "no URL" }, undefined],
  [{ AWS_ENDPOINT_URL: "http://localhost:1", AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "True" }, undefined],
  [
    { AWS_ENDPOINT_URL: "http://localhost:1", AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "false" },
    "http://localhost:1",
  ],
])("where S3 is with the settings %j", ([env, endpoint]) => {
  expect(emulatedEndpoint(env)).toBe(endpoint);
});

test.for<[string | undefined, string | undefined]>([
  [undefined, undefined],
  ["", undefined],
  [`https://b.s3.us-east-1.amazonaws.com/${KEY}`, DIGEST],
  [`http://localhost:4566/b/a/${KEY}`, DIGEST],
  [`https://b.s3.us-east-1.amazonaws.com/${KEY}?versionId=1`, undefined],
  [`https://b.s3.us-east-1.amazonaws.com/aurora-deploy-action/${DIGEST}.zip`, undefined],
  [`https://b.s3.us-east-1.amazonaws.com/aurora-deploy-action/${DIGEST}a.json`, undefined],
  [`https://b.s3.us-east-1.amazonaws.com/aurora-deploy-action/${DIGEST.slice(1)}.json`, undefined],
  [`https://b.s3.us-east-1.amazonaws.com/aurora-deploy-action/${DIGEST.toUpperCase()}.json`, undefined],
  [`https://b.s3.us-east-1.amazonaws.com/other/${DIGEST}.json`, undefined],
])("the digest in %s", ([url, digest]) => {
  expect(uploadedDigest(url)).toBe(digest);
});

const named = (place: string) => `(uploaded template in ${place})`;

test.for<[string, string | undefined]>([
  [`https://b.s3.us-east-1.amazonaws.com/${KEY}`, named("s3://b")],
  [`https://b.s3.us-east-1.amazonaws.com/ci/${KEY}`, named("s3://b/ci")],
  [`https://B.S3.us-east-1.amazonaws.com/ci/${KEY}`, named("s3://b/ci")],
  [`https://b.s3.amazonaws.com/ci/${KEY}`, named("s3://b/ci")],
  [`https://b.s3-eu-west-1.amazonaws.com/ci/${KEY}`, named("s3://b/ci")],
  [`https://b.s3.dualstack.us-gov-west-1.amazonaws.com/ci/${KEY}`, named("s3://b/ci")],
  [`https://s3.eu-central-2.amazonaws.com/b/ci/${KEY}`, named("s3://b/ci")],
  [`https://s3.cn-north-1.amazonaws.com.cn/b.c/a/d/${KEY}`, named("s3://b.c/a/d")],
  [`https://b.s3.eusc-de-east-1.amazonaws.eu/${KEY}`, named("s3://b")],
  [`https://s3-b.s3.us-east-1.amazonaws.com/good/${KEY}`, named("s3://s3-b/good")],
  [`http://127.0.0.1:4566/b/ci/${KEY}`, named("http://127.0.0.1:4566/b/ci")],
  // No bucket's own host: nothing is taken to be the same as it.
  [`https://b.s3.us-east-1.example.com/${KEY}`, named("https://b.s3.us-east-1.example.com")],
  [
    `https://b.s3.us-east-1.amazonaws.com.example.com/${KEY}`,
    named("https://b.s3.us-east-1.amazonaws.com.example.com"),
  ],
  [
    `https://a-1.s3-accesspoint.us-east-1.amazonaws.com/${KEY}`,
    named("https://a-1.s3-accesspoint.us-east-1.amazonaws.com"),
  ],
  [`https://b.s3.us-east-1.amazonaws.com/${KEY},https://c/${KEY}`, named(`s3://b/${KEY},https://c`)],
  [`https://b.s3.us-east-1.amazonaws.com/${KEY}?versionId=1`, undefined],
  ["https://b.s3.us-east-1.amazonaws.com/t.json", undefined],
])("what %s reads as in a comparison", ([url, name]) => {
  expect(uploadedName(url)).toBe(name);
});

test.for(["us-east-1", "eu-west-3", "us-gov-east-1", "cn-north-1", "us-isob-east-1", "eusc-de-east-1"])(
  "a template reads as its bucket, whatever its content, in %s",
  (region) => {
    for (const bucket of ["templates", "templates.example.com"]) {
      const { url } = placeOf(DIGEST, { bucket, prefix: "a/b", region });
      expect(uploadedName(url)).toBe(named(`s3://${bucket}/a/b`));
    }
  },
);

// "Methods for accessing a general purpose bucket", Amazon S3: the bucket in the host or in the path, with the Region after
// a dot, in older URLs after a hyphen or left out; dual-stack hosts.
test.for<[string, S3Object | undefined]>([
  ["https://b.s3.us-east-1.amazonaws.com/t.yaml", { bucket: "b", key: "t.yaml" }],
  ["https://b.s3-eu-west-1.amazonaws.com/t.yaml", { bucket: "b", key: "t.yaml" }],
  ["https://b.s3.amazonaws.com/t.yaml", { bucket: "b", key: "t.yaml" }],
  ["https://b.s3.dualstack.us-east-1.amazonaws.com/t.yaml", { bucket: "b", key: "t.yaml" }],
  ["https://b.s3.cn-north-1.amazonaws.com.cn/t.yaml", { bucket: "b", key: "t.yaml" }],
  [
    "https://templates.example.com.s3.amazonaws.com/t.yaml",
    { bucket: "templates.example.com", key: "t.yaml" },
  ],
  ["https://s3.us-east-1.amazonaws.com/b/t.yaml", { bucket: "b", key: "t.yaml" }],
  ["https://s3-eu-west-1.amazonaws.com/b/t.yaml", { bucket: "b", key: "t.yaml" }],
  ["https://s3.amazonaws.com/b/a/c/t.yaml", { bucket: "b", key: "a/c/t.yaml" }],
  ["https://s3.amazonaws.com/bucket.s3.x/t.yaml", { bucket: "bucket.s3.x", key: "t.yaml" }],
  ["https://b.s3.amazonaws.com/a/c/t.yaml?versionId=v1", { bucket: "b", key: "a/c/t.yaml", version: "v1" }],
  ["https://b.s3.amazonaws.com/a/c/t.yaml?version=v1", { bucket: "b", key: "a/c/t.yaml" }],
  ["https://b.s3.amazonaws.com/a%20b%2Bc/%C3%A9.yaml", { bucket: "b", key: "a b+c/é.yaml" }],
  ["https://s3-b.s3.us-east-1.amazonaws.com/a/t.yaml", { bucket: "s3-b", key: "a/t.yaml" }],
  ["https://b.s3.amazonaws.com/", undefined],
  ["https://s3.amazonaws.com/b", undefined],
  ["https://s3.amazonaws.com/b/", undefined],
  ["https://s3.amazonaws.com//t.yaml", undefined],
  ["https://example.com/b/t.yaml", undefined],
  ["https://bs3.amazonaws.com/t.yaml", undefined],
  ["https://b.s3x.example.com/t.yaml", undefined],
  ["https://b.s3.amazonaws.com/100%.yaml", undefined],
  ["./t.yaml", undefined],
  ["", undefined],
])("the object that %s names", ([url, object]) => {
  expect(s3Object(url, undefined)).toEqual(object);
});

test("an emulator's object is named in the path", () => {
  const object = { bucket: "b", key: "a/t.yaml" };
  expect(s3Object("http://localhost:4566/b/a/t.yaml", "http://localhost:4566/")).toEqual(object);
  expect(s3Object("http://localhost:4566/b/a/t.yaml", "http://localhost:4567")).toBeUndefined();
  expect(s3Object("http://localhost:4566/b/a/t.yaml", "no URL")).toBeUndefined();
  expect(s3Object("https://b.s3.amazonaws.com/a/t.yaml", "http://localhost:4566")).toEqual(object);
});
