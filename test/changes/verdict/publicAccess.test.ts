import { describe, expect, test } from "vitest";
import { weakerGuards } from "../../../src/changes/verdict/guards.ts";
import type { Json, JsonObject } from "../../../src/template/model.ts";

const REACHABLE = "becomes reachable from the internet";
const PUBLIC = "may be made public";

/** What a change opens, and with `null` a new resource. */
function opened(type: string, before: JsonObject | null, after: JsonObject): readonly string[] {
  const sides = { after: { Properties: after }, ...(before !== null && { before: { Properties: before } }) };
  const change = { stackPath: [], action: before === null ? "Add" : "Modify", logicalId: "R", type } as const;
  return weakerGuards({ ...change, scope: [], details: [], ...sides }).map(
    ({ property, message }) => `${property}: ${message}`,
  );
}

/** A state with one value at a path; `*` is a list of it. */
function at(path: string, value: Json): JsonObject {
  const [step = "", ...rest] = path.split("/");
  if (rest.length === 0) return { [step]: value };
  if (rest[0] === "*") return { [step]: [rest.length === 1 ? value : at(rest.slice(1).join("/"), value)] };
  return { [step]: at(rest.join("/"), value) };
}

const WHETHER_NEW_OR_CHANGED: readonly [string, string, Json, Json, string][] = [
  ["AWS::ElasticLoadBalancingV2::LoadBalancer", "Scheme", "internal", "internet-facing", REACHABLE],
  ["AWS::ElasticLoadBalancing::LoadBalancer", "Scheme", "internal", "internet-facing", REACHABLE],
  [
    "AWS::MSK::Cluster",
    "BrokerNodeGroupInfo/ConnectivityInfo/PublicAccess/Type",
    "DISABLED",
    "SERVICE_PROVIDED_EIPS",
    REACHABLE,
  ],
  ["AWS::EKS::Cluster", "ResourcesVpcConfig/PublicAccessCidrs/*", "203.0.113.0/24", "0.0.0.0/0", REACHABLE],
  ["AWS::EKS::Cluster", "ResourcesVpcConfig/PublicAccessCidrs/*", "2001:db8::/32", "::/0", REACHABLE],
  ["AWS::DMS::ReplicationInstance", "PubliclyAccessible", false, true, REACHABLE],
  ["AWS::NeptuneGraph::Graph", "PublicConnectivity", "false", "true", REACHABLE],
  ["AWS::MWAA::Environment", "WebserverAccessMode", "PRIVATE_ONLY", "PUBLIC_AND_PRIVATE", REACHABLE],
  ["AWS::Transfer::Server", "EndpointType", "VPC", "PUBLIC", REACHABLE],
  ["AWS::S3::Bucket", "AccessControl", "Private", "PublicRead", "may be read by everybody"],
  ["AWS::S3::Bucket", "AccessControl", "PublicRead", "PublicReadWrite", "may be written by everybody"],
  [
    "AWS::Lambda::Url",
    "AuthType",
    "AWS_IAM",
    "NONE",
    "IAM is widened: everybody may call the function's URL",
  ],
  [
    "AWS::Cognito::IdentityPool",
    "AllowUnauthenticatedIdentities",
    false,
    true,
    "gives credentials to everybody",
  ],
  ["AWS::Lightsail::Bucket", "AccessRules/GetObject", "private", "public", "may be read by everybody"],
  ["AWS::SecretsManager::ResourcePolicy", "BlockPublicPolicy", true, false, PUBLIC],
];

const ONLY_CHANGED: readonly [string, string, Json, Json, string][] = [
  [
    "AWS::AppRunner::Service",
    "NetworkConfiguration/IngressConfiguration/IsPubliclyAccessible",
    false,
    true,
    REACHABLE,
  ],
  ["AWS::ApiGateway::RestApi", "EndpointConfiguration/Types/*", "PRIVATE", "REGIONAL", REACHABLE],
  ["AWS::VpcLattice::Service", "AuthType", "AWS_IAM", "NONE", "no longer asks who calls"],
  ["AWS::VpcLattice::ServiceNetwork", "AuthType", "AWS_IAM", "NONE", "no longer asks who calls"],
  [
    "AWS::ECS::Service",
    "NetworkConfiguration/AwsvpcConfiguration/AssignPublicIp",
    "DISABLED",
    "ENABLED",
    "gets public addresses",
  ],
  [
    "AWS::EC2::Instance",
    "NetworkInterfaces/*/AssociatePublicIpAddress",
    false,
    true,
    "gets public addresses",
  ],
  ["AWS::AutoScaling::LaunchConfiguration", "AssociatePublicIpAddress", false, true, "gets public addresses"],
  [
    "AWS::Cognito::UserPool",
    "AdminCreateUserConfig/AllowAdminCreateUserOnly",
    true,
    false,
    "lets everybody sign up",
  ],
];

describe("a value that opens a resource", () => {
  test.each([...WHETHER_NEW_OR_CHANGED, ...ONLY_CHANGED])(
    "%s %s: %j, then %j",
    (type, path, shut, open, message) => {
      const told = [`${path.split("/")[0]}: ${message}`];
      expect(opened(type, at(path, shut), at(path, open))).toEqual(told);
      expect(opened(type, at(path, open), at(path, shut))).toEqual([]);
      expect(opened(type, at(path, open), at(path, open))).toEqual([]);
    },
  );

  test.each(WHETHER_NEW_OR_CHANGED)(
    "%s %s: it is told of a new one too",
    (type, path, shut, open, message) => {
      expect(opened(type, null, at(path, open))).toContain(`${path.split("/")[0]}: ${message}`);
      expect(opened(type, null, at(path, shut)).filter((it) => it.endsWith(message))).toEqual([]);
    },
  );

  test.each(ONLY_CHANGED)("%s %s: it is not told of a new one", (type, path, _, open) => {
    expect(opened(type, null, at(path, open))).toEqual([]);
  });

  test.each([
    "AWS::ElasticLoadBalancingV2::LoadBalancer",
    "AWS::ElasticLoadBalancing::LoadBalancer",
    "AWS::EKS::Cluster",
    "AWS::DMS::ReplicationInstance",
    "AWS::Transfer::Server",
  ])("%s is open where nothing is said", (type) => {
    expect(opened(type, null, {})).toEqual([expect.stringContaining(REACHABLE)]);
    expect(opened(type, {}, { Tags: [] })).toEqual([]);
  });

  test("is none where another makes it nothing", () => {
    const ELB = "AWS::ElasticLoadBalancingV2::LoadBalancer";
    expect(opened(ELB, null, { Type: "gateway" })).toEqual([]);
    const cluster = (EndpointPublicAccess: boolean) => ({ ResourcesVpcConfig: { EndpointPublicAccess } });
    expect(opened("AWS::EKS::Cluster", null, cluster(false))).toEqual([]);
    expect(opened("AWS::EKS::Cluster", null, cluster(true))).toHaveLength(1);
    expect(opened("AWS::EKS::Cluster", cluster(false), cluster(true))).toHaveLength(1);
  });

  test("is not what is missing where only what changes is known", () => {
    const detail = { attribute: "Properties", name: "Tags", path: "/Properties/Tags", after: "[]" } as const;
    const details = [{ ...detail, requiresRecreation: "Never", evaluation: "Static" } as const];
    const type = "AWS::DMS::ReplicationInstance";
    const change = { stackPath: [], action: "Modify", logicalId: "R", type, scope: [], details } as const;
    expect(weakerGuards(change)).toEqual([]);
  });
});

describe("what keeps a bucket from being public", () => {
  const block = (...on: readonly string[]): JsonObject => {
    const names = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"];
    return {
      PublicAccessBlockConfiguration: Object.fromEntries(names.map((name) => [name, on.includes(name)])),
    };
  };
  const told = [`PublicAccessBlockConfiguration: ${PUBLIC}`];
  const BUCKET = "AWS::S3::Bucket";

  test("is off in a new one", () => {
    expect(opened(BUCKET, null, block())).toEqual(told);
    expect(opened(BUCKET, null, block("BlockPublicAcls", "IgnorePublicAcls"))).toEqual(told);
    expect(opened(BUCKET, null, block("BlockPublicPolicy", "RestrictPublicBuckets"))).toEqual(told);
    expect(opened(BUCKET, null, { PublicAccessBlockConfiguration: {} })).toEqual(told);
    expect(opened("AWS::S3::AccessPoint", null, block())).toEqual(told);
  });

  test("is on in a new one, by one of each pair or by default", () => {
    expect(opened(BUCKET, null, block("BlockPublicPolicy", "BlockPublicAcls"))).toEqual([]);
    expect(opened(BUCKET, null, block("RestrictPublicBuckets", "IgnorePublicAcls"))).toEqual([]);
    expect(opened(BUCKET, null, {})).toEqual([]);
  });

  test("is taken off, which is told once", () => {
    const on = block("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets");
    expect(opened(BUCKET, on, block())).toEqual(told);
    expect(opened(BUCKET, {}, block())).toEqual(told);
    expect(opened(BUCKET, block(), block())).toEqual([]);
  });
});

describe("a network policy of OpenSearch Serverless", () => {
  const policy = (AllowFromPublic: boolean, ...Resource: readonly string[]): JsonObject => {
    const Rules = [{ ResourceType: "collection", Resource }];
    return { Type: "network", Policy: JSON.stringify([{ Rules, AllowFromPublic }]) };
  };
  const told = ["Policy: is opened to the world"];
  const type = "AWS::OpenSearchServerless::SecurityPolicy";

  test("opens what it lets everybody reach", () => {
    expect(opened(type, null, policy(true, "collection/a"))).toEqual(told);
    expect(opened(type, null, { Policy: '[{"AllowFromPublic":true}]' })).toEqual(told);
    expect(opened(type, policy(false, "collection/a"), policy(true, "collection/a"))).toEqual(told);
    expect(opened(type, policy(true, "collection/a"), policy(true, "collection/a", "collection/*"))).toEqual(
      told,
    );
  });

  test("opens nothing else", () => {
    expect(opened(type, null, policy(false, "collection/a"))).toEqual([]);
    expect(opened(type, policy(true, "collection/a", "collection/b"), policy(true, "collection/b"))).toEqual(
      [],
    );
    expect(opened(type, null, { Policy: '{"Rules":[],"AWSOwnedKey":true}' })).toEqual([]);
    expect(opened(type, null, { Policy: "[{" })).toEqual([]);
    expect(opened("AWS::Any::Type", null, policy(true, "collection/a"))).toEqual([]);
  });
});
