/** Addresses that a resource takes in each subnet that a property names. */
export interface AddressNeed {
  /** Which leaves of the properties: `VpcConfig.SubnetIds.*`. */
  readonly at: RegExp;
  /** At least so many must be free. */
  readonly free: number;
}

const one = (at: RegExp): readonly AddressNeed[] => [{ at, free: 1 }];

/**
 * By type. Eight for an Application or Classic Load Balancer: Elastic Load Balancing's guides, "Subnets for your load balancer",
 * want at least eight free addresses in each subnet to scale. Six for a cluster: Amazon EKS, "Subnet requirements". One, a
 * network interface, for all others; how many a service makes later, when it scales, nobody can tell.
 */
export const ADDRESS_NEEDS: Readonly<Record<string, readonly AddressNeed[]>> = {
  "AWS::DocDB::DBSubnetGroup": one(/^SubnetIds\.\*$/),
  "AWS::EC2::Instance": one(/^(NetworkInterfaces\.\*\.)?SubnetId$/),
  "AWS::EC2::NatGateway": one(/^SubnetId$/),
  "AWS::EC2::NetworkInterface": one(/^SubnetId$/),
  "AWS::EC2::VPCEndpoint": one(/^SubnetIds\.\*$/),
  "AWS::ECS::Service": one(/^NetworkConfiguration\.AwsvpcConfiguration\.Subnets\.\*$/),
  "AWS::EFS::MountTarget": one(/^SubnetId$/),
  "AWS::EKS::Cluster": [{ at: /^ResourcesVpcConfig\.SubnetIds\.\*$/, free: 6 }],
  "AWS::ElastiCache::SubnetGroup": one(/^SubnetIds\.\*$/),
  "AWS::ElasticLoadBalancing::LoadBalancer": [{ at: /^Subnets\.\*$/, free: 8 }],
  "AWS::ElasticLoadBalancingV2::LoadBalancer": [
    { at: /^(Subnets\.\*|SubnetMappings\.\*\.SubnetId)$/, free: 8 },
  ],
  "AWS::Lambda::Function": one(/^VpcConfig\.SubnetIds\.\*$/),
  "AWS::MSK::Cluster": one(/^BrokerNodeGroupInfo\.ClientSubnets\.\*$/),
  "AWS::Neptune::DBSubnetGroup": one(/^SubnetIds\.\*$/),
  "AWS::OpenSearchService::Domain": one(/^VPCOptions\.SubnetIds\.\*$/),
  "AWS::RDS::DBSubnetGroup": one(/^SubnetIds\.\*$/),
};
