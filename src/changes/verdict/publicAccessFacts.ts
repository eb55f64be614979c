/** A property that opens a resource to everybody. */
interface PublicAccess {
  readonly type: string;
  /** `*` is every entry of a list. */
  readonly path: string;
  readonly open: RegExp;
  readonly message: string;
  /** Where the property is not set, it is open. */
  readonly isDefault?: boolean;
  /** Where another property has such a value, this one opens nothing. */
  readonly unless?: readonly [path: string, value: RegExp];
  /** Said of a change only: open is what new ones of the type mostly are. */
  readonly onlyChanged?: boolean;
}

const REACHABLE = "becomes reachable from the internet";
const UNASKED = "no longer asks who calls";
const ADDRESSES = "gets public addresses";
const TRUE = /^true$/i;
const NONE = /^NONE$/;
// At least an eighth of all addresses.
const WORLD = /^[\d.]+\/[0-3]$|^[\da-f:]+\/[0-3]$/i;

const DEFAULT = { isDefault: true };
const CHANGED = { onlyChanged: true };

// biome-ignore format: a line a fact
export const PUBLIC_ACCESS: readonly PublicAccess[] = [
  // "The default is an Internet-facing load balancer", and one of gateways has no scheme (CreateLoadBalancer, API reference).
  { type: "AWS::ElasticLoadBalancingV2::LoadBalancer", path: "Scheme", open: /^internet-facing$/, message: REACHABLE, ...DEFAULT, unless: ["Type", /^gateway$/] },
  { type: "AWS::ElasticLoadBalancing::LoadBalancer", path: "Scheme", open: /^internet-facing$/, message: REACHABLE, ...DEFAULT },
  { type: "AWS::EKS::Cluster", path: "ResourcesVpcConfig/PublicAccessCidrs/*", open: WORLD, message: REACHABLE, ...DEFAULT, unless: ["ResourcesVpcConfig/EndpointPublicAccess", /^false$/i] },
  { type: "AWS::MSK::Cluster", path: "BrokerNodeGroupInfo/ConnectivityInfo/PublicAccess/Type", open: /^SERVICE_PROVIDED_EIPS$/, message: REACHABLE },
  { type: "AWS::DMS::ReplicationInstance", path: "PubliclyAccessible", open: TRUE, message: REACHABLE, ...DEFAULT },
  { type: "AWS::NeptuneGraph::Graph", path: "PublicConnectivity", open: TRUE, message: REACHABLE },
  { type: "AWS::MWAA::Environment", path: "WebserverAccessMode", open: /^PUBLIC_/, message: REACHABLE },
  { type: "AWS::Transfer::Server", path: "EndpointType", open: /^PUBLIC$/, message: REACHABLE, ...DEFAULT },
  { type: "AWS::AppRunner::Service", path: "NetworkConfiguration/IngressConfiguration/IsPubliclyAccessible", open: TRUE, message: REACHABLE, ...CHANGED },
  { type: "AWS::ApiGateway::RestApi", path: "EndpointConfiguration/Types/*", open: /^(EDGE|REGIONAL)$/, message: REACHABLE, ...DEFAULT, ...CHANGED },
  { type: "AWS::S3::Bucket", path: "AccessControl", open: /^(PublicRead|PublicReadWrite|AuthenticatedRead)$/, message: "may be read by everybody" },
  { type: "AWS::S3::Bucket", path: "AccessControl", open: /^PublicReadWrite$/, message: "may be written by everybody" },
  { type: "AWS::Lightsail::Bucket", path: "AccessRules/GetObject", open: /^public$/, message: "may be read by everybody" },
  { type: "AWS::SecretsManager::ResourcePolicy", path: "BlockPublicPolicy", open: /^false$/i, message: "may be made public" },
  { type: "AWS::Lambda::Url", path: "AuthType", open: NONE, message: "IAM is widened: everybody may call the function's URL" },
  { type: "AWS::Cognito::IdentityPool", path: "AllowUnauthenticatedIdentities", open: TRUE, message: "gives credentials to everybody" },
  { type: "AWS::Cognito::UserPool", path: "AdminCreateUserConfig/AllowAdminCreateUserOnly", open: /^false$/i, message: "lets everybody sign up", ...DEFAULT, ...CHANGED },
  { type: "AWS::VpcLattice::Service", path: "AuthType", open: NONE, message: UNASKED, ...DEFAULT, ...CHANGED },
  { type: "AWS::VpcLattice::ServiceNetwork", path: "AuthType", open: NONE, message: UNASKED, ...DEFAULT, ...CHANGED },
  { type: "AWS::ECS::Service", path: "NetworkConfiguration/AwsvpcConfiguration/AssignPublicIp", open: /^ENABLED$/, message: ADDRESSES, ...CHANGED },
  { type: "AWS::EC2::Instance", path: "NetworkInterfaces/*/AssociatePublicIpAddress", open: TRUE, message: ADDRESSES, ...CHANGED },
  { type: "AWS::AutoScaling::LaunchConfiguration", path: "AssociatePublicIpAddress", open: TRUE, message: ADDRESSES, ...CHANGED },
];
