import type { Product } from "./pricing.ts";

/** Real list prices of us-east-1 (2025), with what stands beside them in AWS's price list and must not be taken for them. */
export const PRODUCTS: readonly Product[] = [
  ...["Aurora PostgreSQL", "Aurora MySQL"].flatMap((databaseEngine): readonly Product[] => [
    acu(databaseEngine, "Aurora:ServerlessV2Usage", "0.1200000000"),
    acu(databaseEngine, "Aurora:ServerlessV2IOOptimizedUsage", "0.1600000000"),
  ]),
  ...[
    ["db.r6g.large", "0.2600000000", "0.3380000000"],
    ["db.r6g.xlarge", "0.5190000000", "0.6750000000"],
  ].flatMap(([instanceType = "", standard = "", optimized = ""]): readonly Product[] => [
    aurora(instanceType, `InstanceUsage:${instanceType}`, standard),
    aurora(instanceType, `InstanceUsageIOOptimized:${instanceType}`, optimized),
  ]),
  own("db.t4g.micro", "Single-AZ", "InstanceUsage:db.t4g.micro", "0.0160000000"),
  own("db.t4g.micro", "Multi-AZ", "Multi-AZUsage:db.t4g.micro", "0.0320000000"),
  storage("Single-AZ", "RDS:GP3-Storage", "0.1150000000"),
  storage("Multi-AZ", "RDS:Multi-AZ-GP3-Storage", "0.2300000000"),
  product("AmazonEC2", "NAT Gateway", "NatGateway-Hours", "Hrs", "0.0450000000", { operation: "NatGateway" }),
  product("AmazonEC2", "NAT Gateway", "NatGateway-Bytes", "GB", "0.0450000000", { operation: "NatGateway" }),
  product("AmazonEC2", "Compute Instance", "BoxUsage:t3.micro", "Hrs", "0.0104000000", {
    ...{ instanceType: "t3.micro", operatingSystem: "Linux", tenancy: "Shared", preInstalledSw: "NA" },
    ...{ capacitystatus: "Used", licenseModel: "No License required", operation: "RunInstances" },
  }),
  product("AmazonEC2", "Compute Instance", "UnusedBox:t3.micro", "Hrs", "0.0104000000", {
    ...{ instanceType: "t3.micro", operatingSystem: "Linux", tenancy: "Shared", preInstalledSw: "NA" },
    ...{ capacitystatus: "UnusedCapacityReservation", licenseModel: "No License required" },
  }),
  product("AmazonEC2", "Storage", "EBS:VolumeUsage.gp3", "GB-Mo", "0.0800000000", { volumeApiName: "gp3" }),
  product("AmazonVPC", undefined, "USE1-PublicIPv4:InUseAddress", "Hrs", "0.0050000000", {
    group: "VPCPublicIPv4Address",
  }),
  product("AmazonVPC", undefined, "USE1-PublicIPv4:IdleAddress", "Hrs", "0.0050000000", {
    group: "VPCPublicIPv4Address",
  }),
  product("AmazonVPC", "VpcEndpoint", "USE1-VpcEndpoint-Hours", "Hrs", "0.0100000000"),
  product("AWSELB", "Load Balancer-Application", "LoadBalancerUsage", "Hrs", "0.0225000000"),
  product("AWSELB", "Load Balancer-Application", "TS-LoadBalancerUsage", "Hrs", "0.0056000000"),
  product("AWSELB", "Load Balancer-Application", "LCUUsage", "LCU-Hrs", "0.0080000000"),
  product("AmazonElastiCache", "Cache Instance", "NodeUsage:cache.t4g.micro", "Hrs", "0.0160000000", {
    ...{ instanceType: "cache.t4g.micro", cacheEngine: "Redis" },
  }),
  product(
    "AmazonElastiCache",
    "Cache Instance",
    "USE1-ExtendedSupportYr3-NodeUsage:cache.t4g.micro",
    "Hrs",
    "0.0260000000",
    { instanceType: "cache.t4g.micro", cacheEngine: "Redis" },
  ),
  throughput("DDB-ReadUnits", "ReadCapacityUnit-Hrs", "0.0001300000"),
  throughput("DDB-ReadUnits", "IA-ReadCapacityUnit-Hrs", "0.0001600000"),
  throughput("DDB-WriteUnits", "WriteCapacityUnit-Hrs", "0.0006500000"),
  throughput("DDB-WriteUnits", "IA-WriteCapacityUnit-Hrs", "0.0008100000"),
];

function product(
  service: string,
  family: string | undefined,
  usagetype: string,
  unit: string,
  usd: string,
  attributes: Readonly<Record<string, string>> = {},
): Product {
  const place = { regionCode: "us-east-1", location: "US East (N. Virginia)", locationType: "AWS Region" };
  return {
    ...{ service, unit, prices: [usd] },
    ...(family === undefined ? {} : { family }),
    attributes: { ...place, servicecode: service, usagetype, ...attributes },
  };
}

function acu(databaseEngine: string, usagetype: string, usd: string): Product {
  return product("AmazonRDS", "ServerlessV2", usagetype, "ACU-Hr", usd, { databaseEngine });
}

function aurora(instanceType: string, usagetype: string, usd: string): Product {
  return product("AmazonRDS", "Database Instance", usagetype, "Hrs", usd, {
    ...{ instanceType, databaseEngine: "Aurora PostgreSQL", deploymentOption: "Single-AZ" },
    licenseModel: "No license required",
  });
}

function own(instanceType: string, deploymentOption: string, usagetype: string, usd: string): Product {
  return product("AmazonRDS", "Database Instance", usagetype, "Hrs", usd, {
    ...{ instanceType, deploymentOption, databaseEngine: "PostgreSQL", licenseModel: "No license required" },
  });
}

function storage(deploymentOption: string, usagetype: string, usd: string): Product {
  return product("AmazonRDS", "Database Storage", usagetype, "GB-Mo", usd, {
    ...{ deploymentOption, volumeType: "General Purpose-GP3", databaseEngine: "Any" },
  });
}

/** The first of it is free, for the account as a whole. */
function throughput(group: string, usagetype: string, usd: string): Product {
  const unit = usagetype.replace("IA-", "");
  const paid = product("AmazonDynamoDB", "Provisioned IOPS", usagetype, unit, usd, { group });
  return { ...paid, prices: ["0.0000000000", usd] };
}
