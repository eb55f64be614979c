/**
 * Names of properties that hold a KMS key, in CloudFormation's many spellings: `KmsKeyId`, `KMSMasterKeyID`,
 * `PerformanceInsightsKMSKeyId`, `AWSKMSKeyARN`.
 */
export const KEY_PROPERTY = /KMS(Master|Encryption)?(Key)?(Id|Arn|Identifier)?$/i;

/** Where a key is another region's: a replica's, or the one that data is moved from or to. */
export const ELSEWHERE = /(^|\.)(Replica|AutomaticBackupReplication|Source|Destination)/i;

/**
 * Types that refuse a key at once which is not there or not enabled, as their APIs say: RDS and its kin,
 * `KMSKeyNotAccessibleFault` (CreateDBCluster); Secrets Manager, `EncryptionFailure` (CreateSecret); CloudWatch Logs,
 * `InvalidParameterException` (AssociateKmsKey). Others take it, and fail when they use it.
 */
export const REFUSING: readonly string[] = [
  "AWS::DocDB::DBCluster",
  "AWS::Logs::LogGroup",
  "AWS::Neptune::DBCluster",
  "AWS::RDS::DBCluster",
  "AWS::RDS::DBInstance",
  "AWS::SecretsManager::Secret",
];
