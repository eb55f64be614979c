import { NESTED_STACK } from "../../changes/items/lookup.ts";
import type { StackResource } from "../../changes/request.ts";
import { ActionError } from "../../errors.ts";
import type { Stacks, TemplateBucket } from "../../ports/aws.ts";
import { canonicalJson, isObject } from "../../template/canonical.ts";
import { withoutLoops } from "../../template/evaluate/loops.ts";
import { visitFunctions } from "../../template/functions.ts";
import type { Json, ReadTemplate } from "../../template/model.ts";
import { resourcesOf } from "../../template/resources.ts";
import { withSpelledNumbers } from "../../template/scalarText.ts";
import { nestedStacks, nestingProperty } from "../../template/tree/nested.ts";
import { uploadedDigest, uploadedName } from "../../template/tree/stored.ts";

/** A nested stack of a template, however it is made. */
interface AnyStack {
  /** In a loop whose list is not known here as it is written there: `Net${Name}`. */
  readonly logicalId: string;
  /** A URL, or what names an application of the Serverless Application Repository. */
  readonly source: Json;
}

/** Every nested stack, those that loops make and the repository's applications included, by where each stands. */
export function anyStacks(template: ReadTemplate | undefined): ReadonlyMap<string, AnyStack> {
  if (template === undefined) return new Map();
  const made = withoutLoops(withSpelledNumbers(template), { parameters: {}, pseudo: {} });
  return new Map(
    resourcesOf(made).flatMap(({ logicalId, path, resource }) => {
      const property = nestingProperty(resource);
      if (property === undefined) return [];
      const source = (isObject(resource.Properties) ? resource.Properties[property] : undefined) ?? null;
      return [[path.join("/"), { logicalId, source }] as const];
    }),
  );
}

/** What a stack has and what it is to have, and what the templates that this action uploads are called. */
interface Sides {
  readonly before: ReadTemplate | undefined;
  readonly after: ReadTemplate;
  readonly uploadedAs: string | undefined;
  readonly physical: () => Promise<readonly StackResource[]>;
}

interface ReadPorts {
  readonly stacks: Pick<Stacks, "template">;
  readonly templateBucket: Pick<TemplateBucket, "read">;
}

/**
 * The nested stacks that loops make, and those of the Serverless Application Repository, that are there and may get another
 * template: they are not compared part by part, so that nobody can tell what they lose.
 * @returns their logical ids
 */
export async function changedStacks(
  { before, after, uploadedAs, physical }: Sides,
  ports: ReadPorts,
): Promise<readonly string[]> {
  const written = new Set(nestedStacks(after.value).map(({ logicalId }) => logicalId));
  const [had, has] = [anyStacks(before), anyStacks(after)];
  const open = [...has].flatMap(([place, stack]) => {
    const stays = isOneTemplate(had.get(place)?.source ?? null, stack.source, uploadedAs);
    return written.has(stack.logicalId) || stays ? [] : [stack];
  });
  if (open.length === 0) return [];
  const listed = await unlessDenied(physical());
  if (listed === undefined) return open.map(({ logicalId }) => logicalId);
  const named = new Set([...has.values()].map(({ logicalId }) => logicalId));
  const found = listed
    .filter(({ type }) => type === NESTED_STACK)
    .map(async ({ logicalId, physicalId: arn }) => {
      const sources = open.flatMap((it) => (isNameOf(it.logicalId, logicalId, named) ? [it.source] : []));
      if (sources.length === 0 || arn === undefined) return [];
      const [source = null, other] = sources;
      const isSame = other === undefined && (await isDeployed(source, arn, uploadedAs, ports));
      return isSame ? [] : [logicalId];
    });
  return (await Promise.all(found)).flat();
}

/**
 * Whether both name one template, whatever is in it: what this action uploads is called by its content, and a version of an
 * application in the repository stays what it was published as.
 */
function isOneTemplate(had: Json, has: Json, uploadedAs: string | undefined): boolean {
  if (isOurs(has, uploadedAs)) return typeof had === "string" && uploadedDigest(had) === uploadedDigest(has);
  return isObject(has) && !holdsFunction(has) && canonicalJson(had) === canonicalJson(has);
}

function isOurs(source: Json, uploadedAs: string | undefined): source is string {
  return uploadedAs !== undefined && typeof source === "string" && uploadedName(source) === uploadedAs;
}

function holdsFunction(value: Json): boolean {
  let isFound = false;
  visitFunctions(value, [], () => {
    isFound = true;
  });
  return isFound;
}

/** Whether a stack may be one that a template names so, and is called by no other name there. */
function isNameOf(written: string, logicalId: string, named: ReadonlySet<string>): boolean {
  if (named.has(logicalId)) return written === logicalId;
  const [start = "", ...more] = written.split(/[$&]\{[^}]*\}/);
  return more.length > 0 && logicalId.startsWith(start) && logicalId.endsWith(more.at(-1) ?? "");
}

/** Whether a stack has the very template that lies elsewhere. One that nests others may change by what these are. */
async function isDeployed(
  source: Json,
  arn: string,
  uploadedAs: string | undefined,
  { stacks, templateBucket }: ReadPorts,
): Promise<boolean> {
  if (typeof source !== "string" || isOurs(source, uploadedAs)) return false;
  const texts = await unlessDenied(Promise.all([stacks.template(arn), templateBucket.read(source)]));
  const [has, wants] = texts ?? [];
  return wants !== undefined && wants === has && !NESTS.test(wants);
}

const NESTS = /AWS::(?:CloudFormation::Stack|Serverless::Application)\b/;

async function unlessDenied<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof ActionError) || error.reasonCode !== "access-denied") throw error;
    return undefined;
  }
}
