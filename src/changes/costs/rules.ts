import { clusterInstance, databaseCluster, databaseInstance } from "./databases.ts";
import type { CostRule } from "./model.ts";
import {
  classicLoadBalancer,
  elasticAddress,
  endpoint,
  instance,
  loadBalancer,
  natGateway,
  volume,
} from "./network.ts";
import { cacheCluster, replicationGroup, table } from "./stores.ts";

/** The types whose costs have bounds in the template. What is paid by use has none, and is not among them. */
const RULES: ReadonlyMap<string, CostRule> = new Map([
  ["AWS::RDS::DBInstance", databaseInstance],
  ["AWS::RDS::DBCluster", databaseCluster],
  ["AWS::DocDB::DBInstance", clusterInstance("AmazonDocDB", "AWS::DocDB::DBCluster")],
  ["AWS::Neptune::DBInstance", clusterInstance("AmazonNeptune", "AWS::Neptune::DBCluster")],
  ["AWS::EC2::NatGateway", natGateway],
  ["AWS::EC2::EIP", elasticAddress],
  ["AWS::EC2::Instance", instance],
  ["AWS::EC2::Volume", volume],
  ["AWS::EC2::VPCEndpoint", endpoint],
  ["AWS::ElasticLoadBalancingV2::LoadBalancer", loadBalancer],
  ["AWS::ElasticLoadBalancing::LoadBalancer", classicLoadBalancer],
  ["AWS::ElastiCache::CacheCluster", cacheCluster],
  ["AWS::ElastiCache::ReplicationGroup", replicationGroup],
  ["AWS::DynamoDB::Table", table],
]);

/** How the costs of a type's resources are told; `undefined` where nothing in the template tells them. */
export function costRule(type: string): CostRule | undefined {
  return RULES.get(type);
}
