/**
 * Which types somebody or something outside uses as it runs, so that removing one takes a service away although no data goes:
 * machines, functions, APIs, load balancers, names, ways through the network. Not their parts and wiring (a method, a route,
 * a target group, a policy): these go with them, or their own row says enough. An alarm at each would be read by nobody.
 */

/** Names of kinds that mostly serve: a type so named is in one of the two lists below, or holds data. */
export const SERVING_NAMES =
  /(?:Accelerator|Alias|Api|App|Application|AutoScalingGroup|Broker|Channel|Cluster|Connection|Container|Distribution|DomainName|DomainNameV2|EIP|Endpoint|Environment|Fleet|Function|Gateway|HostedZone|Instance|Listener|LoadBalancer|Nodegroup|PhoneNumber|Pipe|Portal|Proxy|RecordSet|RecordSetGroup|Runtime|Server|Service|Stage|StateMachine|Url|Workgroup)$/;

/** By what they serve. The types are written without their leading `AWS::`. */
export const SERVING: Readonly<Record<string, string>> = {
  machines:
    "AppStream::Fleet AutoScaling::AutoScalingGroup Batch::ComputeEnvironment DAX::Cluster DMS::ReplicationInstance DocDB::DBInstance EC2::EC2Fleet EC2::Instance EC2::SpotFleet EKS::FargateProfile EKS::Nodegroup EMRServerless::Application ElasticBeanstalk::Environment GameLift::ContainerFleet GameLift::Fleet IoTSiteWise::Gateway M2::Environment MediaLive::Cluster Neptune::DBInstance OpsWorks::Instance PCS::Cluster PCS::ComputeNodeGroup Panorama::ApplicationInstance RDS::DBInstance RedshiftServerless::Workgroup Route53RecoveryControl::Cluster SageMaker::Cluster WorkSpaces::WorkspacesPool WorkspacesInstances::WorkspaceInstance",
  "programs that run":
    "AppRunner::Service BedrockAgentCore::Runtime ECS::Daemon ECS::ExpressGatewayService ECS::Service KinesisAnalytics::Application KinesisAnalyticsV2::Application Lambda::Function Lightsail::Container M2::Application Pipes::Pipe StepFunctions::StateMachine",
  "APIs and pages":
    "Amplify::App Amplify::Branch ApiGateway::RestApi ApiGateway::Stage ApiGatewayV2::Api ApiGatewayV2::Stage AppSync::Api AppSync::GraphQLApi Bedrock::Agent Cognito::UserPoolClient Comprehend::DocumentClassifierEndpoint IoTSiteWise::Portal Lambda::Url Lex::Bot QBusiness::Application SageMaker::Endpoint SageMaker::InferenceComponent SageMaker::PartnerApp Transfer::Server Transfer::WebApp WorkSpacesWeb::Portal",
  "ways to them":
    "AppMesh::VirtualGateway AppMesh::VirtualService AppRunner::VpcIngressConnection BedrockAgentCore::Gateway BedrockAgentCore::HarnessEndpoint BedrockAgentCore::RuntimeEndpoint CloudFront::Distribution CloudFront::DistributionTenant CloudFront::StreamingDistribution ElasticLoadBalancing::LoadBalancer ElasticLoadBalancingV2::Listener ElasticLoadBalancingV2::LoadBalancer EMRContainers::Endpoint Events::Endpoint GlobalAccelerator::Accelerator GlobalAccelerator::EndpointGroup GlobalAccelerator::Listener Lightsail::Distribution Lightsail::LoadBalancer NeptuneGraph::PrivateGraphEndpoint OpenSearchServerless::VpcEndpoint RDS::DBProxy RDS::DBProxyEndpoint RefactorSpaces::Service S3::AccessPoint S3::MultiRegionAccessPoint S3ObjectLambda::AccessPoint S3Outposts::Endpoint VpcLattice::Listener VpcLattice::ResourceGateway VpcLattice::Service",
  "names by which they are called":
    "Amplify::Domain ApiGateway::DomainName ApiGateway::DomainNameV2 ApiGatewayV2::DomainName AppSync::DomainName Bedrock::AgentAlias Bedrock::FlowAlias Cognito::UserPoolDomain EC2::EIP GameLift::Alias KMS::Alias Lambda::Alias Lex::BotAlias Lightsail::Domain Lightsail::StaticIp PaymentCryptography::Alias Route53::HostedZone Route53::RecordSet Route53::RecordSetGroup Route53::TrafficPolicyInstance ServiceDiscovery::Instance ServiceDiscovery::Service StepFunctions::StateMachineAlias VerifiedPermissions::PolicyStoreAlias WorkSpaces::ConnectionAlias",
  "ways through the network":
    "DirectConnect::Connection DirectConnect::DirectConnectGateway EC2::CarrierGateway EC2::ClientVpnEndpoint EC2::EgressOnlyInternetGateway EC2::InstanceConnectEndpoint EC2::InternetGateway EC2::NatGateway EC2::TransitGateway EC2::VPCEndpoint EC2::VPCEndpointService EC2::VPCPeeringConnection EC2::VPNConnection EC2::VPNGateway EC2::VerifiedAccessEndpoint Interconnect::Connection NetworkFirewall::Firewall NetworkManager::Connection ODB::OdbPeeringConnection RTBFabric::RequesterGateway RTBFabric::ResponderGateway Route53Resolver::ResolverEndpoint",
  "mail, messages, calls and media":
    "Chime::SipMediaApplication Chime::VoiceConnector Connect::PhoneNumber Events::EventBus IVS::Channel IVS::Stage Kinesis::Channel KinesisFirehose::DeliveryStream KinesisVideo::SignalingChannel MSK::Channel MediaConnect::Flow MediaConnect::Gateway MediaLive::Channel MediaPackage::Channel MediaPackage::OriginEndpoint MediaPackageV2::Channel MediaPackageV2::OriginEndpoint MediaTailor::Channel SES::EmailIdentity SES::MultiRegionEndpoint SMSVOICE::PhoneNumber SNS::Topic",
  "settings that programs read while they run": "AppConfig::ConfigurationProfile AppConfig::Environment",
};

/** Types that are named like ones that serve, and why removing one by itself takes nothing away from anybody. */
export const SERVES_NOTHING: Readonly<Record<string, string>> = {
  "groups what serves by itself, or can be deleted only when that has gone":
    "AccountAccess::Application AppConfig::Application AppIntegrations::Application AppStream::Application ApplicationInsights::Application Batch::ServiceEnvironment CodeDeploy::Application DataZone::Environment DevOpsAgent::Service DocDB::GlobalCluster ECS::Cluster EMRContainers::VirtualCluster EVS::Environment ElasticBeanstalk::Application GameLiftStreams::Application IoTFleetHub::Application IoTFleetWise::Fleet IoTSiteWise::Application Neptune::GlobalCluster RDS::GlobalCluster RefactorSpaces::Application RefactorSpaces::Environment ResilienceHub::App ResilienceHubV2::Service RoboMaker::Fleet RoboMaker::RobotApplication RoboMaker::SimulationApplication S3::AccessGrantsInstance SecurityAgent::Application Serverless::Application ServerlessRepo::Application ServiceCatalogAppRegistry::Application SystemsManagerSAP::Application Redshift::QEV2IdcApplication SSO::Application",
  "is never in a change set: a macro makes other types of it":
    "Serverless::Api Serverless::Function Serverless::HttpApi Serverless::StateMachine",
  "is used by people or builds at work, not by what runs":
    "CodeBuild::Fleet CodeConnections::Connection CodeStarConnections::Connection Deadline::Fleet Deadline::LicenseEndpoint Deadline::QueueEnvironment Glue::DevEndpoint OpsWorks::App OpenSearchService::Application QuickSight::OAuthClientApplication SageMaker::App WorkSpacesThinClient::Environment",
  "the wiring of what serves":
    "CertificateManager::AcmeEndpoint CloudFront::ConnectionFunction CloudFront::Function DMS::Endpoint DataZone::Connection DevOpsAgent::PrivateConnection EC2::CustomerGateway EC2::RouteServer EC2::RouteServerEndpoint EC2::VerifiedAccessInstance Events::Connection Glue::Connection IoTWireless::WirelessGateway MSK::VpcConnection MediaTailor::Function Proton::EnvironmentAccountConnection QuickSight::VPCConnection ResilienceHubV2::ServiceFunction Connect::ContactFlowModuleAlias Cognito::UserPoolResourceServer IoT::RoleAlias SageMaker::DeviceFleet SES::MailManagerAddonInstance",
  "tells or records, and is no service":
    "CloudTrail::Channel Config::DeliveryChannel DevOpsGuru::NotificationChannel EC2::SqlHaStandbyDetectedInstance FMS::NotificationChannel SSMContacts::ContactChannel SupportApp::AccountAlias",
  "reserves capacity": "EC2::CapacityReservationFleet",
  "one way among others of a Pinpoint project, whose removal is told":
    "Pinpoint::ADMChannel Pinpoint::APNSChannel Pinpoint::APNSSandboxChannel Pinpoint::APNSVoipChannel Pinpoint::APNSVoipSandboxChannel Pinpoint::BaiduChannel Pinpoint::EmailChannel Pinpoint::GCMChannel Pinpoint::SMSChannel Pinpoint::VoiceChannel",
  "runs nothing by itself": "Glue::UserDefinedFunction",
};
