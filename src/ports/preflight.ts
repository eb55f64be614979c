import type { Json } from "../template/model.ts";

/** An instance class with an engine's version. */
export interface OfferedInstance {
  readonly engine: string;
  readonly version: string;
  readonly instanceClass: string;
}

export interface EngineVersion {
  readonly version: string;
  /** That of the parameter groups that fit it: `aurora-postgresql15`. */
  readonly family?: string;
}

export interface DatabaseQuota {
  readonly name: string;
  readonly used: number;
  readonly max: number;
}

/** What RDS offers in the region, and which names are taken. */
export interface Databases {
  /** The versions of an engine that can be created now, in RDS's order. */
  versions(engine: string, signal: AbortSignal): Promise<readonly EngineVersion[]>;
  /** Whether instances of this class can be made with this version. */
  isOffered(instance: OfferedInstance, signal: AbortSignal): Promise<boolean>;
  /** Those of the identifiers that a cluster of the account has in this region. */
  takenClusters(identifiers: readonly string[], signal: AbortSignal): Promise<readonly string[]>;
  /** The same for instances. */
  takenInstances(identifiers: readonly string[], signal: AbortSignal): Promise<readonly string[]>;
  /** The account's quotas in this region: `DBClusters`, `DBInstances`, … */
  quotas(signal: AbortSignal): Promise<readonly DatabaseQuota[]>;
}

export interface StoredSecret {
  /** As it was asked for. */
  readonly id: string;
  /** It waits for its deletion: nobody can read it any more. */
  readonly isBeingDeleted: boolean;
  /** The staging labels of all its versions. */
  readonly stages: readonly string[];
}

/** Secrets Manager's secrets, without their values. */
export interface SecretStore {
  /** Those of the secrets (names or ARNs) that there are. */
  find(ids: readonly string[], signal: AbortSignal): Promise<readonly StoredSecret[]>;
}

/** An object in S3, in its newest version where none is named. */
export interface CodeObject {
  readonly bucket: string;
  readonly key: string;
  readonly version?: string;
}

export type CodeState =
  | { readonly kind: "there"; readonly bytes?: number }
  | { readonly kind: "no-bucket" | "no-object" | "no-version" }
  /** The bucket is another region's, which S3 mostly names. */
  | { readonly kind: "elsewhere"; readonly region?: string };

/** S3's objects, whose content nobody reads. */
export interface Objects {
  /** What there is of each, in this order. */
  find(objects: readonly CodeObject[], signal: AbortSignal): Promise<readonly CodeState[]>;
}

/** A role of the account. */
export interface Role {
  readonly name: string;
  readonly arn: string;
  /** Its trust policy. */
  readonly trust: Json;
}

/** One action on some resources, which a role or user is to be allowed. */
export interface Simulation {
  /** ARN of the role or user. */
  readonly role: string;
  readonly action: string;
  readonly arns: readonly string[];
}

export interface Denial {
  readonly action: string;
  readonly arn: string;
}

export interface Roles {
  /** Those of the roles that there are. */
  find(names: readonly string[], signal: AbortSignal): Promise<readonly Role[]>;
  /** What a role's policies do not allow, by IAM's simulator, where it misses nothing to tell. */
  denials(simulation: Simulation, signal: AbortSignal): Promise<readonly Denial[]>;
}

/** A certificate of Certificate Manager's. */
export interface Certificate {
  readonly arn: string;
  /** `ISSUED`, `PENDING_VALIDATION`, `EXPIRED`, … */
  readonly status: string;
}

export interface Certificates {
  /** Those of the certificates that there are, each in its ARN's region. */
  find(arns: readonly string[], signal: AbortSignal): Promise<readonly Certificate[]>;
}

/** A key of KMS's. */
export interface Key {
  /** As it was asked for: id, ARN or alias. */
  readonly name: string;
  /** `Enabled`, `Disabled`, `PendingDeletion`, … */
  readonly state: string;
}

export interface Keys {
  /** Those of the keys that there are. */
  find(names: readonly string[], signal: AbortSignal): Promise<readonly Key[]>;
}

/** An image of EC2's. */
export interface MachineImage {
  readonly id: string;
  /** `available`, `pending`, `failed`, … */
  readonly state: string;
  readonly architecture?: string;
}

export interface InstanceType {
  readonly name: string;
  /** Those that it runs. */
  readonly architectures: readonly string[];
}

/** What of EC2's is there for this account in this region. */
export interface Machines {
  /** Those of the images that there are. */
  images(ids: readonly string[], signal: AbortSignal): Promise<readonly MachineImage[]>;
  /** Those of the instance types that the region offers. */
  types(names: readonly string[], signal: AbortSignal): Promise<readonly InstanceType[]>;
  /** The zones in which each of the instance types is offered. */
  zones(
    names: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly { readonly name: string; readonly zones: readonly string[] }[]>;
}

/** What is counted: VPCs, elastic addresses, internet gateways. */
export type QuotaKind = "addresses" | "gateways" | "vpcs";

export interface Quota {
  readonly used: number;
  readonly max: number;
}

/** The account's quotas in the region. */
export interface Quotas {
  /** `undefined` where the region has no such quota. */
  find(kind: QuotaKind, signal: AbortSignal): Promise<Quota | undefined>;
}

/** Who asks. */
export interface Caller {
  readonly account: string;
  readonly arn: string;
}

/** What preflight checks alone ask of AWS. Every failure of AWS's is a `ServiceError`. */
export interface Questions {
  /** Whose credentials these are. */
  readonly caller: (signal: AbortSignal) => Promise<Caller>;
  readonly databases: Databases;
  readonly secretStore: SecretStore;
  readonly objects: Objects;
  readonly roles: Roles;
  readonly certificates: Certificates;
  readonly keys: Keys;
  readonly machines: Machines;
  readonly quotas: Quotas;
}
