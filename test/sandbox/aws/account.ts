/**
 * What the account holds beside its stacks, as far as it is asked before a deploy: everything that is named is there and
 * well, but for what is said to be otherwise here.
 */
export interface Account {
  /** Buckets that are in another region. */
  readonly bucketRegions: Map<string, string>;
  /** Roles that are not there, or that trust these services only (`lambda`). */
  readonly roles: Map<string, "gone" | readonly string[]>;
  /** States of certificates that are not `ISSUED`, by ARN. */
  readonly certificates: Map<string, string>;
  /** States of KMS keys that are not `Enabled`, by the name that they are asked for. */
  readonly keys: Map<string, string>;
  /** Images that are not there, or of another architecture than x86_64. */
  readonly images: Map<string, "gone" | "arm64">;
  /** Free addresses of subnets that have less than most. */
  readonly freeAddresses: Map<string, number>;
  /** RDS's quotas where they are not what every account has. */
  readonly databaseQuotas: Map<string, number>;
  /** What IAM's simulator says that no role may do: `sqs:CreateQueue`. */
  readonly lacking: Set<string>;
  /** Values of quotas that are not five, by code. */
  readonly quotas: Map<string, number>;
}

export function createAccount(): Account {
  return {
    bucketRegions: new Map(),
    roles: new Map(),
    certificates: new Map(),
    keys: new Map(),
    images: new Map(),
    freeAddresses: new Map(),
    databaseQuotas: new Map(),
    lacking: new Set(),
    quotas: new Map(),
  };
}
