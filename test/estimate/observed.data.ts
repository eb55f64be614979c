/**
 * How long resources took in operations that people have published, in seconds: the logs of `cdk deploy` (events of
 * CloudFormation with their times) and of `terraform apply` and `destroy` ("… complete after 1m36s") in public repositories
 * and issues, among them aws/aws-cdk#7885, tungbq/aws-lab-with-terraform#100, turbot/steampipe-plugin-aws#131 and
 * DevopsArtFactory/terraform-provisioning#47. Nothing here comes from rain, of which our own table is made.
 */
export const CREATED: Readonly<Record<string, readonly number[]>> = {
  "AWS::ApiGateway::Method": [3, 3, 2],
  "AWS::CloudFront::Distribution": [216, 178, 187, 180],
  "AWS::DynamoDB::Table": [31, 31, 32, 31, 41],
  "AWS::EC2::EIP": [15, 16],
  "AWS::EC2::InternetGateway": [15],
  "AWS::EC2::NatGateway": [96, 106, 96, 115, 118, 92, 118, 116, 121, 87, 84],
  "AWS::EC2::Route": [2, 3, 2],
  "AWS::EC2::RouteTable": [12, 12],
  "AWS::EC2::SecurityGroup": [10],
  "AWS::EC2::Subnet": [5, 5, 7, 3],
  "AWS::EC2::SubnetRouteTableAssociation": [2, 2],
  "AWS::EC2::VPC": [12, 13, 24],
  "AWS::EC2::VPCGatewayAttachment": [3],
  "AWS::ECS::Service": [61, 62, 92],
  "AWS::EKS::Cluster": [503, 652, 546, 663, 623, 622, 564, 612, 683, 535, 513],
  "AWS::ElastiCache::CacheCluster": [365, 317, 222],
  "AWS::ElastiCache::ReplicationGroup": [358, 547, 419, 555],
  "AWS::ElasticLoadBalancingV2::LoadBalancer": [148, 176, 135, 141, 156, 187],
  "AWS::Events::Rule": [62],
  "AWS::IAM::Policy": [17, 12],
  "AWS::IAM::Role": [18, 16],
  "AWS::Lambda::Function": [8, 10],
  "AWS::Lambda::Permission": [2],
  "AWS::Logs::LogGroup": [10],
  // Of Aurora.
  "AWS::RDS::DBCluster": [43],
  "AWS::RDS::DBInstance": [381, 741],
  "AWS::S3::Bucket": [23, 21, 22, 22, 13],
  "AWS::SQS::Queue": [31, 31],
};

/** Instances of RDS that belong to no cluster. What is known of their deletion is in our own table, too. */
export const ALONE_DELETED: readonly number[] = [285, 312];
export const ALONE: readonly number[] = [246, 296, 196, 247, 243, 233, 245, 1_026, 842, 612, 479, 315, 454];

export const UPDATED: Readonly<Record<string, readonly number[]>> = {
  "AWS::Lambda::Function": [7, 9, 1, 1],
  "AWS::RDS::DBInstance": [135, 125],
};

export const DELETED: Readonly<Record<string, readonly number[]>> = {
  "AWS::EC2::EIP": [1, 2],
  "AWS::EC2::InternetGateway": [1],
  "AWS::EC2::NatGateway": [48, 64],
  "AWS::EC2::Route": [2, 1],
  "AWS::EC2::RouteTable": [1, 2],
  "AWS::EC2::SecurityGroup": [2],
  "AWS::EC2::Subnet": [1, 2],
  "AWS::EC2::SubnetRouteTableAssociation": [17, 27, 16],
  "AWS::EC2::VPC": [2],
  "AWS::Events::Rule": [32],
  "AWS::IAM::Role": [12, 10],
  "AWS::Lambda::Function": [9, 4, 73],
  "AWS::RDS::DBCluster": [63],
  "AWS::RDS::DBInstance": [589, 707],
  "AWS::SQS::Queue": [31, 31],
};

/** By logical id: a function in a VPC, whose network interfaces take minutes, and (made up) a program that takes its time. */
export const UNUSUAL: Readonly<Record<string, readonly number[]>> = {
  Slow: [228, 229],
  Migration: [150, 240, 300],
};

/** All that is in none of these: what the same logs show of most types. */
export const OTHERS: readonly number[] = [1, 2, 2, 3, 4];
