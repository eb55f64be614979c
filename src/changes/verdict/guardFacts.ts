/** Resources that are a protection themselves, and what ends with them. */
export const REMOVED_GUARDS: Readonly<Record<string, string>> = {
  "AWS::AccessAnalyzer::Analyzer": "is removed: access from outside is no longer looked for",
  "AWS::Backup::BackupPlan": "is removed: its backups end",
  "AWS::Backup::BackupSelection": "is removed: what it selects is no longer backed up",
  "AWS::Backup::LegalHold": "is removed: the backups that it held can be deleted",
  "AWS::CloudTrail::Trail": "is removed: calls are no longer recorded",
  "AWS::CloudWatch::Alarm": "is removed: nobody is alarmed any more",
  "AWS::CloudWatch::CompositeAlarm": "is removed: nobody is alarmed any more",
  "AWS::Config::ConfigRule": "is removed: its rule is no longer checked",
  "AWS::Config::ConfigurationRecorder": "is removed: changes of resources are no longer recorded",
  "AWS::EC2::FlowLog": "is removed: network traffic is no longer recorded",
  "AWS::GuardDuty::Detector": "is removed: threats are no longer detected",
  "AWS::Macie::Session": "is removed: sensitive data is no longer looked for",
  "AWS::SecretsManager::RotationSchedule": "is removed: the secret no longer rotates",
  "AWS::SecurityHub::Hub": "is removed: findings are no longer collected",
  "AWS::Shield::Protection": "is removed: attacks by traffic are no longer fended off",
  "AWS::WAFRegional::WebACLAssociation": "is removed: requests are no longer filtered",
  "AWS::WAFv2::WebACLAssociation": "is removed: requests are no longer filtered",
};

interface Switch {
  /** Steps below `Properties`, `*` any item of a list. */
  readonly path: string;
  /** The value that protects. `on` also reads ACTIVE, ENABLED and the like. */
  readonly safe: "on" | "off";
  readonly message: string;
  /** Said of a new resource too: it is open to everybody. Only of what is safe where it is off. */
  readonly alsoNew?: boolean;
}

const ENCRYPTION = "is no longer encrypted";
const TRANSIT = "no longer encrypts its connections";
const PITR = "can no longer be restored to a point in time";
const BACKUPS = "is no longer backed up";
const VERSIONS = "no longer keeps old versions of its objects";

// By property, whatever the type: the names mean the same everywhere they occur.
export const SWITCHES: readonly Switch[] = [
  { path: "StorageEncrypted", safe: "on", message: ENCRYPTION },
  { path: "Encrypted", safe: "on", message: ENCRYPTION },
  { path: "AtRestEncryptionEnabled", safe: "on", message: ENCRYPTION },
  { path: "EncryptionAtRestOptions/Enabled", safe: "on", message: ENCRYPTION },
  { path: "SSESpecification/SSEEnabled", safe: "on", message: ENCRYPTION },
  { path: "SqsManagedSseEnabled", safe: "on", message: ENCRYPTION },
  { path: "TransitEncryptionEnabled", safe: "on", message: TRANSIT },
  { path: "NodeToNodeEncryptionOptions/Enabled", safe: "on", message: TRANSIT },
  { path: "DomainEndpointOptions/EnforceHTTPS", safe: "on", message: TRANSIT },
  { path: "RequireTLS", safe: "on", message: TRANSIT },
  {
    path: "PubliclyAccessible",
    safe: "off",
    message: "becomes reachable from the internet",
    alsoNew: true,
  },
  {
    path: "ResourcesVpcConfig/EndpointPublicAccess",
    safe: "off",
    message: "becomes reachable from the internet",
    alsoNew: true,
  },
  { path: "MapPublicIpOnLaunch", safe: "off", message: "gives public addresses to what is launched in it" },
  { path: "DeleteAutomatedBackups", safe: "off", message: "loses its backups when it is deleted" },
  { path: "PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled", safe: "on", message: PITR },
  {
    path: "Replicas/*/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled",
    safe: "on",
    message: PITR,
  },
  { path: "PointInTimeRecoveryEnabled", safe: "on", message: PITR },
  { path: "BackupPolicy/Status", safe: "on", message: BACKUPS },
  { path: "BackupRetention", safe: "on", message: BACKUPS },
  { path: "DisableAutomatedBackup", safe: "off", message: BACKUPS },
  { path: "EnableIAMDatabaseAuthentication", safe: "on", message: "no longer takes IAM authentication" },
  { path: "EnablePerformanceInsights", safe: "on", message: "loses Performance Insights" },
  { path: "PerformanceInsightsEnabled", safe: "on", message: "loses Performance Insights" },
  { path: "ActionsEnabled", safe: "on", message: "no longer acts when it goes off" },
  { path: "IsLogging", safe: "on", message: "no longer records calls" },
  {
    path: "EnableLogFileValidation",
    safe: "on",
    message: "no longer proves that its log files are unaltered",
  },
  { path: "EnableKeyRotation", safe: "on", message: "no longer rotates" },
  { path: "MultiAZ", safe: "on", message: "loses its standby in another zone" },
  { path: "PublicAccessBlockConfiguration/BlockPublicAcls", safe: "on", message: "may be made public" },
  { path: "PublicAccessBlockConfiguration/BlockPublicPolicy", safe: "on", message: "may be made public" },
  { path: "PublicAccessBlockConfiguration/IgnorePublicAcls", safe: "on", message: "may be made public" },
  { path: "PublicAccessBlockConfiguration/RestrictPublicBuckets", safe: "on", message: "may be made public" },
  { path: "VersioningConfiguration/Status", safe: "on", message: VERSIONS },
  { path: "ObjectVersioning", safe: "on", message: VERSIONS },
  { path: "AutoMinorVersionUpgrade", safe: "on", message: "no longer gets security patches by itself" },
];

// AWS turns these on where a template leaves them out, so that dropping them weakens nothing.
export const ON_BY_DEFAULT = new Set([
  "ActionsEnabled",
  "SqsManagedSseEnabled",
  "AutoMinorVersionUpgrade",
  "DeleteAutomatedBackups",
]);

/** Lists that protect by their entries. */
export const LISTS: readonly (readonly [property: string, message: string])[] = [
  ["EnableCloudwatchLogsExports", "no longer sends these logs to CloudWatch"],
  ["ManagedRules", "loses rules"],
];

/** Lists that protect while there is anything in them: another receiver of an alarm is no weaker alarm. */
export const EMPTIED: readonly (readonly [types: RegExp, property: string, message: string])[] = [
  [/./, "AlarmActions", "no longer tells anybody when it goes off"],
  [/^AWS::WAF.*::(?:WebACL|RuleGroup)$/, "Rules", "no longer filters by any rule"],
];

/** Properties that protect by being there. */
export const BLOCKS: readonly (readonly [property: string, message: string])[] = [
  ["LoggingConfiguration", "no longer logs access"],
  ["BucketEncryption", "loses its own encryption settings"],
  ["PublicAccessBlockConfiguration", "may be made public"],
  ["KmsMasterKeyId", "is no longer encrypted with its key"],
  ["KmsKeyId", "is no longer encrypted with its key"],
  ["KMSKeyId", "is no longer encrypted with its key"],
  ["PermissionsBoundary", "loses its permissions boundary"],
];

// Database parameters by name: `1`, `on` and `true` mean the same.
export const DATABASE_PARAMETERS: Readonly<Record<string, string>> = {
  "rds.force_ssl": "no longer demands TLS",
  require_secure_transport: "no longer demands TLS",
  require_ssl: "no longer demands TLS",
  tls: "no longer demands TLS",
  "rds.force_admin_logging_level": "no longer logs what administrators do",
  log_connections: "no longer logs connections",
  log_disconnections: "no longer logs disconnections",
  audit_logs: "no longer writes audit logs",
};

interface WeakerValue {
  readonly types: readonly string[];
  readonly path: string;
  readonly strong: RegExp;
  /** The empty text stands for a property that has gone. */
  readonly weak: RegExp;
  readonly message: string;
}

const LISTENER = { types: ["AWS::ElasticLoadBalancingV2::Listener"], path: "Protocol", message: TRANSIT };
const SECOND_FACTOR = { types: ["AWS::Cognito::UserPool"], path: "MfaConfiguration" };

/** Values that protect among others, by the types whose property they are. */
export const WEAKER_VALUES: readonly WeakerValue[] = [
  { ...SECOND_FACTOR, strong: /^ON$/, weak: /^OPTIONAL$/, message: "no longer demands a second factor" },
  {
    ...SECOND_FACTOR,
    strong: /^(?:ON|OPTIONAL)$/,
    weak: /^(?:OFF)?$/,
    message: "no longer asks for a second factor",
  },
  {
    ...{ types: ["AWS::ApiGateway::Method", "AWS::ApiGatewayV2::Route"], path: "AuthorizationType" },
    ...{ strong: /^(?!NONE$)./, weak: /^(?:NONE)?$/, message: "can be called without authorization" },
  },
  { ...LISTENER, strong: /^HTTPS$/, weak: /^HTTP$/ },
  { ...LISTENER, strong: /^TLS$/, weak: /^(?:TCP|UDP|TCP_UDP)$/ },
  {
    ...{ types: ["AWS::Kinesis::Stream"], path: "StreamEncryption/EncryptionType", message: ENCRYPTION },
    ...{ strong: /^KMS$/, weak: /^(?:NONE)?$/ },
  },
];
