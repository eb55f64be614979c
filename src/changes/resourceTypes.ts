import {
  HOLDS_NOTHING,
  ON_DISKS,
  PLAIN_NAMES,
  SERVING,
  STATEFUL,
  UNIQUE_NAMES,
} from "./resourceTypes.data.ts";

/**
 * Whether deleting a resource of this type takes data along that no template brings back: stored rows and
 * objects, messages, logs, keys, images. From AWS's published schema with the corrections that
 * scripts/resource-types/data.ts lists.
 */
export function isStateful(type: string): boolean {
  stateful ??= new Set(split(STATEFUL));
  return stateful.has(type);
}

/** Whether a resource of this type has disks that go with it, and which as a rule hold nothing that is not elsewhere. */
export function isOnDisks(type: string): boolean {
  onDisks ??= new Set(split(ON_DISKS));
  return onDisks.has(type);
}

/** Whether removing a resource of this type takes a service away from somebody (scripts/resource-types/serving.ts). */
export function isServing(type: string): boolean {
  serving ??= new Set(split(SERVING));
  return serving.has(type);
}

/**
 * Whether nobody here knows if a resource of this type holds data: it comes from a registry of others
 * (`MongoDB::Atlas::Cluster`), or AWS has made it since, with the name of a kind that mostly holds some. (What a custom resource
 * does is in the reader's own code.)
 */
export function isUnjudged(type: string): boolean {
  if (!type.startsWith("AWS::")) return !/^(?:Alexa|Custom)::/.test(type);
  nothing ??= new Set(split(HOLDS_NOTHING));
  return DATA_NAMES.test(type) && !isStateful(type) && !isOnDisks(type) && !nothing.has(type);
}

/** Names of kinds that mostly hold data. Of each type of the schema that is so named it is decided whether it does. */
const DATA_NAMES =
  /(?:Archive|Backup|Bucket|Cache|Catalog|Cluster|Collection|Container|Database|Data[sS]et|Data[sS]tore|Disk|Domain|FileSystem|Graph|Index|Instance|Key|Keyspace|KnowledgeBase|Ledger|List|Memory|Namespace|Queue|Registry|Repository|Server|Session|Snapshot|Space|StorageVirtualMachine|Store|Stream|Table|Tape|Topic|TopicV2|Tracker|Vault|Volume|Workspace)$/;

/** The property with which a template names a resource of this type: `DBClusterIdentifier`. */
export function nameProperty(type: string): string | undefined {
  return uniqueNameProperty(type) ?? plainNames().get(type);
}

/**
 * The naming property, where two resources cannot have one name at a time. A replacement is created before the
 * old resource is deleted, so such a resource cannot be replaced under its own name.
 */
export function uniqueNameProperty(type: string): string | undefined {
  return uniqueNames().get(type);
}

// Built at first use: most starts of the action need none of them.
let stateful: ReadonlySet<string> | undefined;
let nothing: ReadonlySet<string> | undefined;
let onDisks: ReadonlySet<string> | undefined;
let serving: ReadonlySet<string> | undefined;
let unique: ReadonlyMap<string, string> | undefined;
let plain: ReadonlyMap<string, string> | undefined;

function uniqueNames(): ReadonlyMap<string, string> {
  unique ??= invert(UNIQUE_NAMES);
  return unique;
}

function plainNames(): ReadonlyMap<string, string> {
  plain ??= invert(PLAIN_NAMES);
  return plain;
}

function invert(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([property, types]) =>
      split(types).map((type) => [type, property] as const),
    ),
  );
}

function split(types: string): readonly string[] {
  return types.split(" ").map((type) => `AWS::${type}`);
}
