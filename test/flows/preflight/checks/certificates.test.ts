import { expect, test } from "vitest";
import { CERTIFICATE_PROPERTIES } from "../../../../src/flows/preflight/facts/certificateProperties.data.ts";
import { ACCOUNT, denied, detail, judged } from "../fixture.ts";
import { leafPaths } from "../leafPaths.ts";

const arn = (id: string, region = "us-east-1") => `arn:aws:acm:${region}:${ACCOUNT}:certificate/${id}`;

const STATES = ["ISSUED", "PENDING_VALIDATION", "FAILED", "VALIDATION_TIMED_OUT", "EXPIRED"];

/** Each certificate's id is its state. */
const certificates = (asked: string[] = []) => ({
  find: async (arns: readonly string[]) => {
    asked.push(...arns);
    return arns
      .map((one) => ({ arn: one, status: one.split("/")[1] ?? "" }))
      .filter(({ status }) => STATES.includes(status));
  },
});

const listener = (CertificateArn: unknown) => ({
  Web: { Type: "AWS::ElasticLoadBalancingV2::Listener", Properties: { Certificates: [{ CertificateArn }] } },
});
const distribution = (AcmCertificateArn: unknown) => ({
  Cdn: {
    Type: "AWS::CloudFront::Distribution",
    Properties: { DistributionConfig: { ViewerCertificate: { AcmCertificateArn } } },
  },
});

test.for<[string, object, readonly string[]]>([
  ["one that is issued", listener(arn("ISSUED", "eu-west-1")), []],
  [
    "one that is not there",
    listener(arn("none", "eu-west-1")),
    [`error Web ${arn("none", "eu-west-1")}: there is no such certificate in this account and region.`],
  ],
  [
    "one that waits",
    listener(arn("PENDING_VALIDATION", "eu-west-1")),
    [
      `error Web ${arn("PENDING_VALIDATION", "eu-west-1")}: the certificate is PENDING_VALIDATION. Services take an issued one only: validate its domain before the deploy.`,
    ],
  ],
  [
    "one that was not validated in time",
    listener(arn("VALIDATION_TIMED_OUT", "eu-west-1")),
    [
      `error Web ${arn("VALIDATION_TIMED_OUT", "eu-west-1")}: the certificate is VALIDATION_TIMED_OUT. It was never issued: request another one.`,
    ],
  ],
  [
    "one that is too old",
    listener(arn("EXPIRED", "eu-west-1")),
    [`warning Web ${arn("EXPIRED", "eu-west-1")}: the certificate is EXPIRED. Clients will not trust it.`],
  ],
  ["CloudFront's, from us-east-1", distribution(arn("ISSUED")), []],
  [
    "CloudFront's, from here",
    distribution(arn("ISSUED", "eu-west-1")),
    [
      `error Cdn ${arn("ISSUED", "eu-west-1")} is a certificate of eu-west-1: AWS::CloudFront::Distribution takes one of us-east-1 only.`,
    ],
  ],
  [
    "a load balancer's, from us-east-1",
    listener(arn("ISSUED")),
    [
      `error Web ${arn("ISSUED")} is a certificate of us-east-1: AWS::ElasticLoadBalancingV2::Listener takes one of eu-west-1 only.`,
    ],
  ],
  ["IAM's", listener(`arn:aws:iam::${ACCOUNT}:server-certificate/x`), []],
  [
    "one that the template makes",
    {
      ...listener({ Ref: "Own" }),
      Own: { Type: "AWS::CertificateManager::Certificate", Properties: { DomainName: "x.example" } },
    },
    [],
  ],
])("certificates: %s", async ([, resources, expected]) => {
  expect(await judged(resources, { certificates: certificates() }, { region: "eu-west-1" })).toEqual(
    expected,
  );
});

test("a preview warns of what may still be validated", async () => {
  const at = { isPreview: true };
  expect(await judged(listener(arn("PENDING_VALIDATION")), { certificates: certificates() }, at)).toEqual([
    expect.stringMatching(/^warning/),
  ]);
  expect(await judged(listener(arn("none")), { certificates: certificates() }, at)).toEqual([
    expect.stringMatching(/^error/),
  ]);
});

test("without the permission, the wrong region is found all the same", async () => {
  const resources = { ...listener(arn("none", "eu-west-1")), ...distribution(arn("x", "eu-west-1")) };
  const asked = { certificates: { find: () => Promise.reject(denied()) } };
  expect(await judged(resources, asked, { region: "eu-west-1" })).toEqual([
    expect.stringMatching(/^error Cdn .* takes one of us-east-1 only/),
    "notice Not checked before the deploy: whether the certificates are there and issued (the role lacks acm:DescribeCertificate).",
  ]);
});

test("a certificate that stays is not asked about", async () => {
  const asked: string[] = [];
  const change = {
    logicalId: "Web",
    action: "Modify",
    replacement: "False",
    details: [detail("Port")],
  } as const;
  const found = await judged(
    listener(arn("none")),
    { certificates: certificates(asked) },
    { changes: [change] },
  );
  expect([found, asked]).toEqual([[], []]);
});

test.for(Object.entries(CERTIFICATE_PROPERTIES))(
  "the properties of %s are CloudFormation's",
  ([type, properties]) => {
    const paths = leafPaths(type);
    expect(properties.filter(({ at }) => !paths.includes(at))).toEqual([]);
  },
);
