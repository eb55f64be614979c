import { named } from "../../changes/destroy/fate.ts";
import type { Obstacle } from "../../changes/destroy/obstacles.ts";
import { protectionOf } from "../../changes/destroy/protections.ts";
import type { StandingResource, StandingStack } from "../../changes/destroy/standing.ts";
import { isOfCluster } from "../../changes/usualPolicy.ts";
import type { DatabaseKind } from "../../ports/aws.ts";
import { ServiceError } from "../../stack/serviceError.ts";
import { type Evaluated, isEvaluatedObject } from "../../template/evaluate/evaluated.ts";
import type { DestroyPorts } from "./job.ts";

type AskPorts = Pick<DestroyPorts, "deletions">;

/** What an answer came to: nothing, something in the way, or that it could not be asked. */
interface Found {
  readonly obstacles: readonly Obstacle[];
  readonly notes: readonly string[];
  /** Whose protection only the deployed template tells. */
  readonly assumed?: string;
}

const NOTHING: Found = { obstacles: [], notes: [] };

/** Asks the services what refuses its deletion. What may not be asked is noted, and the template's own values count. */
export async function obstaclesOf(
  stacks: readonly StandingStack[],
  resources: readonly StandingResource[],
  ports: AskPorts,
): Promise<Found> {
  const deleted = resources.filter(({ policy, isGone }) => policy !== "Retain" && !isGone);
  const found = await Promise.all([
    ...exportsOf(stacks, resources).map((name) => importedBy(name, stacks, ports)),
    ...deleted.map((resource) => protectedBy(resource, ports)),
    ...deleted.map((resource) => filledWith(resource, ports)),
  ]);
  const assumed = found.flatMap((it) => it.assumed ?? []);
  const notes = found.flatMap((it) => it.notes);
  return {
    obstacles: found.flatMap(({ obstacles }) => obstacles),
    notes: assumed.length === 0 ? notes : [...notes, assumption(assumed)],
  };
}

function assumption(names: readonly string[]): string {
  return `Not asked, but taken from the deployed template: whether these refuse their deletion: ${names.join(", ")}.`;
}

/** Names of the exports that go: those of nested stacks that stay as a whole stay, too. */
function exportsOf(
  stacks: readonly StandingStack[],
  resources: readonly StandingResource[],
): readonly string[] {
  const retained = new Set(
    resources
      .filter(({ policy }) => policy === "Retain")
      .map((it) => [...it.stackPath, it.logicalId].join("/")),
  );
  const isGoing = ({ stackPath }: StandingStack) =>
    !stackPath.some((_, index) => retained.has(stackPath.slice(0, index + 1).join("/")));
  return stacks
    .filter(isGoing)
    .flatMap(({ stack }) => stack.outputs.flatMap(({ exportName }) => exportName ?? []));
}

async function importedBy(
  name: string,
  stacks: readonly StandingStack[],
  { deletions }: AskPorts,
): Promise<Found> {
  const ask = () => deletions.importers(name);
  const importers = await unlessDenied(ask);
  if (importers === "denied")
    return noted(
      `Whether other stacks import ${name} was not asked: the role lacks cloudformation:ListImports.`,
    );
  // A nested stack that imports from its neighbour goes with it.
  const own = new Set(stacks.map(({ stack }) => stack.name));
  const others = importers.filter((stack) => !own.has(stack));
  return others.length === 0
    ? NOTHING
    : { ...NOTHING, obstacles: [{ kind: "export", name, importers: others }] };
}

/** Databases that RDS itself tells of, and the permission that it takes. */
const DATABASES: Readonly<Record<string, readonly [DatabaseKind, string]>> = {
  "AWS::RDS::DBCluster": ["cluster", "rds:DescribeDBClusters"],
  "AWS::RDS::DBInstance": ["instance", "rds:DescribeDBInstances"],
  "AWS::RDS::GlobalCluster": ["global-cluster", "rds:DescribeGlobalClusters"],
};

async function protectedBy(resource: StandingResource, { deletions }: AskPorts): Promise<Found> {
  const { type, properties, physicalId } = resource;
  const protection = protectionOf(type, properties);
  // An instance of a cluster has no protection of its own: the cluster's counts.
  if (protection === undefined || (type === "AWS::RDS::DBInstance" && isOfCluster(properties)))
    return NOTHING;
  const { property, state } = protection;
  const [kind, permission] = DATABASES[type] ?? [];
  const obstacle = (told: "service" | "template" | "nobody"): Found => ({
    ...NOTHING,
    obstacles: [{ kind: "deletion-protection", resource: named(resource), property, told }],
  });
  const told = state === "off" ? NOTHING : obstacle(state === "on" ? "template" : "nobody");
  const name = named(resource).key;
  if (kind === undefined || physicalId === undefined) return { ...told, assumed: `${name} (${type})` };
  const isProtected = await unlessDenied(() => deletions.isProtected(kind, physicalId));
  if (isProtected === "denied") {
    const note = `${name}: whether it refuses its deletion is taken from the deployed template: the role lacks ${permission}.`;
    return withNote(told, note);
  }
  return isProtected === true ? obstacle("service") : NOTHING;
}

async function filledWith(resource: StandingResource, { deletions }: AskPorts): Promise<Found> {
  const { type, physicalId } = resource;
  if (physicalId === undefined || emptiesItself(resource)) return NOTHING;
  const full: Found = { ...NOTHING, obstacles: [{ kind: "content", resource: named(resource) }] };
  if (type === "AWS::S3::Bucket") {
    const has = await unlessDenied(() => deletions.hasObjects(physicalId));
    if (has === "denied") return noted(notLookedInto(physicalId, "s3:ListBucketVersions"));
    return has ? full : NOTHING;
  }
  if (type === "AWS::ECR::Repository") {
    const has = await unlessDenied(() => deletions.hasImages(physicalId));
    if (has === "denied") return noted(notLookedInto(physicalId, "ecr:ListImages"));
    return has ? full : NOTHING;
  }
  return NOTHING;
}

/** CDK's autoDeleteObjects and autoDeleteImages: a custom resource empties what is tagged so, when it is deleted itself. */
const EMPTYING_TAGS = new Set(["aws-cdk:auto-delete-objects", "aws-cdk:auto-delete-images"]);

function emptiesItself({ properties }: StandingResource): boolean {
  const { EmptyOnDelete: emptied, Tags: tags } = properties;
  const all = Array.isArray(tags) ? (tags as readonly Evaluated[]) : [];
  return (
    String(emptied) === "true" ||
    all.some((tag) => isEvaluatedObject(tag) && EMPTYING_TAGS.has(String(tag.Key)) && tag.Value === "true")
  );
}

function notLookedInto(name: string, permission: string): string {
  return `Whether ${name} is empty was not asked: the role lacks ${permission}. With content in it the deletion fails half-way.`;
}

function noted(note: string): Found {
  return withNote(NOTHING, note);
}

function withNote(found: Found, note: string): Found {
  return { ...found, notes: [...found.notes, note] };
}

async function unlessDenied<T>(ask: () => Promise<T>): Promise<T | "denied"> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ServiceError && error.trouble === "denied") return "denied";
    throw error;
  }
}
