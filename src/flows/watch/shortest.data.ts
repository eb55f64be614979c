/**
 * Creations that are never done sooner, in seconds: far below what AWS's pages and users tell, for a wrong figure costs
 * seconds, and a missing one some calls. Updates and deletions vary too much to be listed.
 */
const SHORTEST_CREATIONS: Readonly<Record<string, number>> = {
  "AWS::CertificateManager::Certificate": 15,
  "AWS::CloudFront::Distribution": 60,
  "AWS::DocDB::DBCluster": 25,
  "AWS::DocDB::DBInstance": 120,
  "AWS::EC2::NatGateway": 45,
  "AWS::EC2::VPNConnection": 60,
  "AWS::EKS::Cluster": 300,
  "AWS::EKS::Nodegroup": 60,
  "AWS::ElastiCache::CacheCluster": 120,
  "AWS::ElastiCache::ReplicationGroup": 180,
  "AWS::ElasticLoadBalancingV2::LoadBalancer": 60,
  "AWS::FSx::FileSystem": 240,
  "AWS::IAM::InstanceProfile": 10,
  "AWS::IAM::Role": 8,
  "AWS::MSK::Cluster": 600,
  "AWS::Neptune::DBCluster": 25,
  "AWS::Neptune::DBInstance": 120,
  "AWS::OpenSearchService::Domain": 300,
  "AWS::RDS::DBCluster": 25,
  "AWS::RDS::DBInstance": 120,
  "AWS::RDS::DBProxy": 60,
  "AWS::Redshift::Cluster": 90,
};

/** How long at least a resource stays in this status, milliseconds; 0 where nothing is known. */
export function shortestMs(type: string, status: string): number {
  return status === "CREATE_IN_PROGRESS" ? (SHORTEST_CREATIONS[type] ?? 0) * 1_000 : 0;
}
