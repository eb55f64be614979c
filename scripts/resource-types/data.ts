/**
 * Which types hold data, keys or message history that no template can bring back. CDK's list, which is published with the
 * schema, lacks most of them. In doubt a type holds some: one acknowledgement too many costs less than a loss.
 * Which names are those of kinds with data says `DATA_NAMES` in src/changes/resourceTypes.ts.
 */

/**
 * The published list marks some types that hold nothing of their own: the data of Neptune and DocumentDB lives in the
 * cluster, so losing an instance is an outage and not a loss.
 */
export const NOT_STATEFUL = ["AWS::DocDB::DBInstance", "AWS::Neptune::DBInstance"];

/** Types that the published list misses. */
export const ALSO_STATEFUL = [
  "AWS::ACMPCA::CertificateAuthority",
  "AWS::APS::Workspace",
  "AWS::AWSExternalAnthropic::Workspace",
  "AWS::AgentRegistry::Registry",
  "AWS::AmazonMQ::Broker",
  "AWS::AuditManager::Assessment",
  "AWS::Backup::LogicallyAirGappedBackupVault",
  "AWS::Bedrock::Session",
  "AWS::BedrockAgentCore::Dataset",
  "AWS::BedrockAgentCore::Memory",
  "AWS::Cases::Domain",
  "AWS::Cassandra::Keyspace",
  "AWS::Cassandra::Table",
  "AWS::Chime::AppInstance",
  "AWS::Chime::Channel",
  // Its handler deletes the stacks in all accounts before the set itself, with whatever they hold.
  "AWS::CloudFormation::StackSet",
  "AWS::CloudFront::KeyValueStore",
  "AWS::CloudHSM::Cluster",
  "AWS::CloudTrail::EventDataStore",
  "AWS::CodeArtifact::Domain",
  "AWS::CodeArtifact::Repository",
  "AWS::CodeCommit::Repository",
  "AWS::CodeStar::GitHubRepository",
  "AWS::Cognito::IdentityPool",
  "AWS::Connect::DataTable",
  "AWS::Connect::Instance",
  "AWS::CustomerProfiles::Domain",
  "AWS::DSQL::Cluster",
  "AWS::DataExchange::DataSet",
  "AWS::DataZone::Domain",
  "AWS::Detective::Graph",
  "AWS::DevOpsAgent::AgentSpace",
  "AWS::DirectoryService::MicrosoftAD",
  "AWS::DirectoryService::SimpleAD",
  "AWS::DocDBElastic::Cluster",
  "AWS::DocDBElastic::ClusterSnapshot",
  "AWS::ECR::PublicRepository",
  "AWS::ECR::Repository",
  // What was put into it by kubectl, Helm or GitOps (secrets, volume claims, custom resources) is in no template, and unlike
  // an EC2 instance nobody replaces a cluster day by day.
  "AWS::EKS::Cluster",
  "AWS::EMR::WALWorkspace",
  "AWS::ElastiCache::ServerlessCache",
  "AWS::ElastiCache::ServerlessCacheSnapshot",
  // Schemas that were found or put into it, as into Glue's.
  "AWS::EventSchemas::Registry",
  "AWS::Events::Archive",
  "AWS::FSx::Backup",
  // What was written into it goes to its repository only when told to.
  "AWS::FSx::FileCache",
  "AWS::FSx::Snapshot",
  "AWS::FSx::Volume",
  "AWS::FinSpace::Environment",
  // Managed catalogs of Redshift hold the tables themselves.
  "AWS::Glue::Catalog",
  // Takes the definitions of its tables along, those too that queries and crawlers made.
  "AWS::Glue::Database",
  // Takes its schemas along, those too that producers registered; what was written with them can't be read any more.
  "AWS::Glue::Registry",
  "AWS::Grafana::Workspace",
  "AWS::HealthAgent::Domain",
  "AWS::HealthImaging::Datastore",
  "AWS::HealthLake::FHIRDatastore",
  "AWS::IoTAnalytics::Channel",
  "AWS::IoTAnalytics::Datastore",
  "AWS::IoTSiteWise::Asset",
  "AWS::IoTTwinMaker::Workspace",
  "AWS::KMS::ReplicaKey",
  // Documents can be put into these two without a data source.
  "AWS::Kendra::Index",
  "AWS::QBusiness::Index",
  "AWS::KinesisVideo::Stream",
  "AWS::Lightsail::Bucket",
  "AWS::Lightsail::Database",
  "AWS::Lightsail::DatabaseSnapshot",
  "AWS::Lightsail::Disk",
  "AWS::Lightsail::DiskSnapshot",
  // Its blueprints (WordPress, LAMP) keep their database on the system disk, which always goes with it.
  "AWS::Lightsail::Instance",
  "AWS::Lightsail::InstanceSnapshot",
  "AWS::Location::GeofenceCollection",
  "AWS::Location::Tracker",
  "AWS::Logs::LogStream",
  "AWS::MSK::Cluster",
  "AWS::MSK::ServerlessCluster",
  "AWS::MSK::Topic",
  // Connections, variables and the history of all runs are in its own database.
  "AWS::MWAA::Environment",
  "AWS::MediaStore::Container",
  "AWS::MemoryDB::Cluster",
  "AWS::MemoryDB::MultiRegionCluster",
  "AWS::MemoryDB::Snapshot",
  "AWS::NeptuneGraph::Graph",
  "AWS::NeptuneGraph::GraphSnapshot",
  "AWS::ODB::CloudAutonomousVmCluster",
  "AWS::ODB::CloudVmCluster",
  "AWS::Omics::AnnotationStore",
  "AWS::Omics::ReferenceStore",
  "AWS::Omics::SequenceStore",
  "AWS::Omics::VariantStore",
  "AWS::OpenSearchServerless::Collection",
  "AWS::OpenSearchServerless::CollectionIndex",
  "AWS::OpenSearchServerless::Index",
  "AWS::OpsWorksCM::Server",
  "AWS::PaymentCryptography::Key",
  "AWS::Personalize::Dataset",
  "AWS::Pinpoint::App",
  "AWS::QuickSight::Space",
  "AWS::RDS::ClusterSnapshot",
  "AWS::RDS::DBShardGroup",
  "AWS::RDS::DBSnapshot",
  "AWS::Redshift::Snapshot",
  "AWS::RedshiftServerless::Namespace",
  "AWS::RedshiftServerless::Snapshot",
  "AWS::Rekognition::Collection",
  "AWS::Rekognition::Dataset",
  "AWS::S3Express::DirectoryBucket",
  "AWS::S3Files::FileSystem",
  "AWS::S3Outposts::Bucket",
  "AWS::S3Tables::Table",
  "AWS::S3Tables::TableBucket",
  "AWS::S3Vectors::Index",
  "AWS::S3Vectors::VectorBucket",
  "AWS::SCN::Dataset",
  "AWS::SCN::Namespace",
  "AWS::SES::ContactList",
  "AWS::SES::MailManagerAddressList",
  "AWS::SES::MailManagerArchive",
  "AWS::SMSVOICE::OptOutList",
  // "Deleting the replication set deletes all Incident Manager data" (DeleteReplicationSet, API reference).
  "AWS::SSMIncidents::ReplicationSet",
  // Of one account: its users and groups are in it.
  "AWS::SSO::Instance",
  "AWS::SageMaker::Domain",
  "AWS::SageMaker::FeatureGroup",
  "AWS::SageMaker::MlflowApp",
  "AWS::SageMaker::MlflowTrackingServer",
  "AWS::SageMaker::NotebookInstance",
  "AWS::SageMaker::Space",
  // A stack, made from a product.
  "AWS::ServiceCatalog::CloudFormationProvisionedProduct",
  "AWS::StorageGateway::Tape",
  "AWS::StorageGateway::Volume",
  "AWS::Timestream::Database",
  "AWS::Timestream::InfluxDBCluster",
  "AWS::Timestream::InfluxDBInstance",
  "AWS::Timestream::Table",
  // Applications put their policies into it while they run.
  "AWS::VerifiedPermissions::PolicyStore",
  "AWS::VoiceID::Domain",
  "AWS::Wisdom::KnowledgeBase",
  "AWS::WorkSpaces::Workspace",
  "AWS::WorkspacesInstances::Volume",
];

/**
 * Machines with disks of their own. As a rule they hold nothing that is not elsewhere, and replacing one is everyday work (a
 * new image): to ask for an acknowledgement each time would teach people to give it unread. That the disks go is said.
 */
export const ON_DISKS = [
  "AWS::EC2::Instance",
  "AWS::OpsWorks::Instance",
  "AWS::SageMaker::Cluster",
  "AWS::WorkspacesInstances::WorkspaceInstance",
];

/** Types that are named like ones with data, and why they hold none. */
export const HOLDS_NOTHING: Readonly<Record<string, string>> = {
  "its data is in the clusters that are its members":
    "DocDB::GlobalCluster Neptune::GlobalCluster RDS::GlobalCluster",
  "its data is in its cluster": "DocDB::DBInstance Neptune::DBInstance",
  "a cache of what is elsewhere": "AppSync::ApiCache DAX::Cluster Omics::RunCache",
  "computes or serves, and stores elsewhere":
    "DMS::ReplicationInstance ECS::Cluster EMRContainers::VirtualCluster Glue::Session Lightsail::Container MediaLive::Cluster PCS::Cluster Panorama::ApplicationInstance Route53RecoveryControl::Cluster Transfer::Server",
  "passes on what comes in, or queues work whose input is elsewhere":
    "AppSync::ChannelNamespace Batch::JobQueue CloudWatch::MetricStream Connect::Queue CustomerProfiles::EventStream Deadline::Queue GameLift::GameSessionQueue IoT::Stream KinesisFirehose::DeliveryStream MediaConnect::FlowMediaStream MediaConvert::Queue PCS::Queue Personalize::EventTracker Pinpoint::EventStream QLDB::Stream SNS::Topic",
  "describes or indexes what is elsewhere and stays there":
    "Athena::DataCatalog Bedrock::KnowledgeBase CleanRooms::ConfiguredTable CleanRooms::IdMappingTable CleanRooms::IntermediateTable CleanRoomsML::TrainingDataset DataBrew::Dataset DevOpsGuru::ResourceCollection EC2::SqlHaStandbyDetectedInstance EntityResolution::IdNamespace Forecast::Dataset Glue::Table IoTAnalytics::Dataset IoTSiteWise::Dataset Location::PlaceIndex OpsWorks::Volume QuickSight::DataSet QuickSight::KnowledgeBase QuickSight::Topic QuickSight::TopicV2 ResourceExplorer2::Index SageMaker::CodeRepository",
  "can be deleted only when it is empty":
    "FSx::StorageVirtualMachine S3Tables::Namespace ServiceDiscovery::HttpNamespace ServiceDiscovery::PrivateDnsNamespace ServiceDiscovery::PublicDnsNamespace",
  "is written whole in the template":
    "APS::RuleGroupsNamespace Amplify::Domain CloudFront::AnycastIpList CloudFront::TrustStore Cognito::UserPoolDomain Cognito::UserPoolResourceServer Connect::Workspace ElasticLoadBalancingV2::TrustStore FMS::ApplicationsList FMS::ProtocolsList FraudDetector::List IoTFleetWise::SignalCatalog IoTSiteWise::Workspace Kendra::QuerySuggestionsBlockList Lightsail::Domain Macie::AllowList Route53::CidrCollection Route53::TrafficPolicyInstance Route53GlobalResolver::FirewallDomainList Route53Resolver::FirewallDomainList S3::AccessGrantsInstance SES::MailManagerAddonInstance SecurityAgent::AgentSpace SecurityAgent::TargetDomain ServiceDiscovery::Instance WorkSpacesWeb::TrustStore",
  "finds again by itself what it looks for": "Macie::Session",
  "network only":
    "EC2::LocalGatewayRouteTable EC2::PrefixList EC2::RouteServer EC2::RouteTable EC2::TrafficMirrorSession EC2::TransitGatewayMulticastDomain EC2::TransitGatewayPolicyTable EC2::TransitGatewayRouteTable EC2::VerifiedAccessInstance",
  "a key with which nothing stored is encrypted, so that another takes its place":
    "ApiGateway::ApiKey ApiGateway::UsagePlanKey AppSync::ApiKey CloudFront::PublicKey Connect::SecurityKey IAM::AccessKey IVS::PublicKey IVS::StreamKey Location::APIKey Route53::KeySigningKey Transfer::HostKey",
  "is never in a change set: a macro makes other types of it": "Serverless::SimpleTable",
};
