import { createHash } from "node:crypto";
import type { Json, JsonObject, Resource } from "../model.ts";
import { resourceSpec } from "../templates/spec.ts";

/** Where resources live. */
export interface Place {
  readonly region: string;
  readonly account: string;
  readonly partition: string;
}

/** EC2's id prefixes; the ones that a database template meets, and its neighbours. */
const EC2_PREFIXES: Readonly<Record<string, string>> = {
  "AWS::EC2::Instance": "i",
  "AWS::EC2::InternetGateway": "igw",
  "AWS::EC2::NatGateway": "nat",
  "AWS::EC2::RouteTable": "rtb",
  "AWS::EC2::SecurityGroup": "sg",
  "AWS::EC2::SecurityGroupEgress": "sgr",
  "AWS::EC2::SecurityGroupIngress": "sgr",
  "AWS::EC2::Subnet": "subnet",
  "AWS::EC2::VPC": "vpc",
};

/** The property by which a user can name a resource of this type, and the name given, if any. */
export function customName(type: string, properties: JsonObject): string | undefined {
  const value = properties[namingProperty(type) ?? ""];
  return typeof value === "string" ? value : undefined;
}

/** A physical id as the service would give it; `random` makes the parts that nobody chooses. */
export function physicalIdFor(
  resource: { readonly logicalId: string; readonly type: string; readonly properties: JsonObject },
  stackName: string,
  place: Place,
  random: (length: number) => string,
): string {
  const { logicalId, type, properties } = resource;
  const prefix = EC2_PREFIXES[type];
  if (prefix) return `${prefix}-0${hash(random(12)).slice(0, 16)}`;
  const given = customName(type, properties);
  const made = `${stackName}-${logicalId}-${random(12).toUpperCase()}`;
  const name = given ?? (/^AWS::(RDS|S3)::/.test(type) ? made.toLowerCase() : made);
  if (type === "AWS::SecretsManager::Secret") return `${arnOf(type, name, place)}-${mixedCase(random(6))}`;
  // An attachment is identified by the secret that it completes.
  if (type === "AWS::SecretsManager::SecretTargetAttachment") return String(properties.SecretId);
  if (type === "AWS::SQS::Queue") return `https://sqs.${place.region}.amazonaws.com/${place.account}/${name}`;
  return isIdentifiedByArn(type) ? arnOf(type, name, place) : name;
}

/** The value of an attribute, stable for one physical resource. */
export function attributeOf(resource: Resource, attribute: string, place: Place): Json {
  const { type, physicalId, properties } = resource;
  const stored = resource.attributes[attribute];
  if (stored !== undefined) return stored;
  const endpoint = endpointOf(resource, attribute, place);
  if (endpoint !== undefined) return endpoint;
  if (/Arn$/.test(attribute))
    return physicalId.startsWith("arn:") ? physicalId : arnOf(type, physicalId, place);
  const own = properties[attribute];
  if (own !== undefined) return own;
  if (/^(Id|GroupId)$/.test(attribute) || resourceSpec(type)?.primaryIdentifier?.[0] === attribute) {
    return physicalId;
  }
  return `${attribute.toLowerCase().replaceAll(".", "-")}-${hash(`${physicalId}/${attribute}`).slice(0, 12)}`;
}

/** A resource's ARN by the service's published pattern. */
function arnOf(type: string, name: string, place: Place): string {
  const { region, account, partition } = place;
  const [, service = "", kind = ""] = type.toLowerCase().split("::");
  const pattern =
    resourceSpec(type)?.arnTemplate ?? `arn:\${Partition}:${service}:\${Region}:\${Account}:${kind}/\${Name}`;
  const known: Readonly<Record<string, string>> = { Partition: partition, Region: region, Account: account };
  return pattern.replace(/\$\{(\w+)\}/g, (_, key: string) => known[key] ?? name);
}

function endpointOf(resource: Resource, attribute: string, place: Place): Json | undefined {
  const { type, physicalId, properties } = resource;
  if (!type.startsWith("AWS::RDS::")) return undefined;
  // One account has one such label a region, so every endpoint shares it.
  const label = `c${hash(`${place.account}/${place.region}`).slice(0, 11)}`;
  const host = `${label}.${place.region}.rds.amazonaws.com`;
  const engine = String(properties.Engine ?? "aurora-postgresql");
  const isCluster = type === "AWS::RDS::DBCluster";
  switch (attribute) {
    case "Endpoint.Address":
      return isCluster ? `${physicalId}.cluster-${host}` : `${physicalId}.${host}`;
    case "ReadEndpoint.Address":
      return `${physicalId}.cluster-ro-${host}`;
    case "Endpoint.Port":
      return String(properties.Port ?? (engine.includes("postgres") ? 5432 : 3306));
    case "DBClusterResourceId":
      return `cluster-${hash(physicalId).slice(0, 26).toUpperCase()}`;
    default:
      return undefined;
  }
}

function namingProperty(type: string): string | undefined {
  const spec = resourceSpec(type);
  const kind = type.split("::").at(-1) ?? "";
  const candidates = [...(spec?.primaryIdentifier ?? []), "Name", `${kind}Name`, "GroupName"];
  return candidates.find((name) => spec?.properties[name]?.causesReplacement === "yes" && !/Id$/.test(name));
}

function isIdentifiedByArn(type: string): boolean {
  return /Arn$/.test(resourceSpec(type)?.primaryIdentifier?.[0] ?? "");
}

function hash(value: string): string {
  return createHash("sha256").update(value).digest("hex");
}

function mixedCase(value: string): string {
  return [...value].map((letter, index) => (index % 2 === 0 ? letter.toUpperCase() : letter)).join("");
}
