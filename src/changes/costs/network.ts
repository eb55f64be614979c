import type { CostRule, Price } from "./model.ts";
import { exactly } from "./span.ts";
import { has, hourly, NO_COSTS, number, text, UNKNOWN_COSTS, valueAt } from "./values.ts";

/** What is there around the clock, at one price by the hour or by size. */
const NAT: Price = {
  ...{ service: "AmazonEC2", attributes: { productFamily: "NAT Gateway" } },
  ...{ usage: "NatGateway-Hours", unit: "hour" },
};

export const natGateway: CostRule = {
  properties: ["ConnectivityType", "AvailabilityMode"],
  costing: (resource) => {
    const isPlain =
      text(resource, "ConnectivityType", "public") === "public" &&
      text(resource, "AvailabilityMode", "zonal") === "zonal";
    return isPlain ? hourly(NAT, "NAT gateway") : UNKNOWN_COSTS;
  },
};

const ADDRESS: Price = {
  ...{ service: "AmazonVPC", attributes: { group: "VPCPublicIPv4Address" } },
  ...{ usage: "PublicIPv4:InUseAddress", unit: "hour" },
};

/** Since February 2024 every public IPv4 address costs the same, used or not; one's own do not. */
export const elasticAddress: CostRule = {
  properties: ["PublicIpv4Pool", "IpamPoolId", "Address"],
  costing: (resource) => {
    const isOwn = ["PublicIpv4Pool", "IpamPoolId", "Address"].some((property) => has(resource, property));
    return isOwn ? UNKNOWN_COSTS : hourly(ADDRESS, "public IPv4 address");
  },
};

/** Of an AMI nobody knows the operating system here: the price is said to be Linux's. */
export const instance: CostRule = {
  properties: ["InstanceType", "Tenancy", "HostId", "HostResourceGroupArn", "LaunchTemplate"],
  costing: (resource) => {
    const instanceType = text(resource, "InstanceType") ?? "";
    // A launch template may say everything, even that the instance is a spot instance.
    const isElsewhere = ["HostId", "HostResourceGroupArn", "LaunchTemplate"].some((it) => has(resource, it));
    if (!/^[a-z0-9-]+\.[a-z0-9-]+$/.test(instanceType) || isElsewhere) return UNKNOWN_COSTS;
    if (text(resource, "Tenancy", "default") !== "default") return UNKNOWN_COSTS;
    const attributes = {
      ...{ instanceType, operatingSystem: "Linux", tenancy: "Shared", preInstalledSw: "NA" },
      ...{ capacitystatus: "Used", licenseModel: "No License required" },
    };
    const price: Price = {
      ...{ service: "AmazonEC2", attributes },
      ...{ usage: `BoxUsage:${instanceType}`, unit: "hour" },
    };
    return hourly(price, `${instanceType} (as Linux)`);
  },
};

const BALANCERS: ReadonlyMap<string, string> = new Map([
  ["application", "Load Balancer-Application"],
  ["network", "Load Balancer-Network"],
  ["gateway", "Load Balancer-Gateway"],
]);

export const loadBalancer: CostRule = {
  properties: ["Type"],
  costing: (resource) => {
    const type = text(resource, "Type", "application") ?? "";
    const productFamily = BALANCERS.get(type);
    return productFamily === undefined
      ? UNKNOWN_COSTS
      : hourly(balancerPrice(productFamily), `${type} load balancer`);
  },
};

export const classicLoadBalancer: CostRule = {
  properties: [],
  costing: () => hourly(balancerPrice("Load Balancer"), "classic load balancer"),
};

function balancerPrice(productFamily: string): Price {
  return { service: "AWSELB", attributes: { productFamily }, usage: "LoadBalancerUsage", unit: "hour" };
}

const ENDPOINT: Price = {
  ...{ service: "AmazonVPC", attributes: { productFamily: "VpcEndpoint" } },
  ...{ usage: "VpcEndpoint-Hours", unit: "hour" },
};

/** An interface endpoint is paid in each of its subnets; one to a gateway costs nothing. */
export const endpoint: CostRule = {
  properties: ["VpcEndpointType", "SubnetIds", "ServiceRegion"],
  costing: (resource) => {
    const type = text(resource, "VpcEndpointType", "Gateway");
    if (type === "Gateway") return NO_COSTS;
    const subnets = valueAt(resource, "SubnetIds");
    const isPlain = type === "Interface" && !has(resource, "ServiceRegion") && Array.isArray(subnets);
    if (!isPlain || subnets.length === 0) return UNKNOWN_COSTS;
    return hourly(ENDPOINT, "interface endpoint", subnets.length);
  },
};

const VOLUMES: readonly string[] = ["gp2", "gp3", "st1", "sc1"];

/** Volumes that are paid by their size alone. */
export const volume: CostRule = {
  properties: ["VolumeType", "Size", "Iops", "Throughput"],
  costing: (resource) => {
    const [type, size] = [text(resource, "VolumeType", "gp2") ?? "", number(resource, "Size")];
    // So much is in gp3's price (EBS, "General Purpose SSD volumes").
    const isIncluded =
      (number(resource, "Iops", 0) ?? Infinity) <= 3_000 &&
      (number(resource, "Throughput", 0) ?? Infinity) <= 125;
    const isPlain = VOLUMES.includes(type) && isIncluded && !has(resource, "OutpostArn");
    if (size === undefined || !isPlain) return UNKNOWN_COSTS;
    const price: Price = {
      ...{ service: "AmazonEC2", attributes: { productFamily: "Storage", volumeApiName: type } },
      ...{ usage: `EBS:VolumeUsage.${type}`, unit: "GB-month" },
    };
    return { kind: "priced", what: `${size} GB ${type}`, parts: [{ price, amount: exactly(size) }] };
  },
};
