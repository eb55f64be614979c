import { NESTED_STACK } from "../../changes/items/lookup.ts";
import type { StackResource } from "../../changes/request.ts";
import { ActionError } from "../../errors.ts";
import type { Stacks, TemplateBucket } from "../../ports/aws.ts";
import { asReadBack } from "../../secrets/ascii.ts";
import { canonicalJson } from "../../template/canonical.ts";
import type { Json, ReadTemplate } from "../../template/model.ts";
import { uploadedDigest } from "../../template/tree/stored.ts";
import { type AnyStack, anyStacks, parsed } from "./anyStacks.ts";
import type { OwnTemplates } from "./ownTemplates.ts";

/** What a stack has and what it is to have. */
interface Sides {
  readonly before: ReadTemplate | undefined;
  readonly after: ReadTemplate;
  readonly own: OwnTemplates;
  /** The nested stacks that are compared part by part, by their logical ids: nothing is told of them. */
  readonly compared: ReadonlySet<string>;
  /** The stack; `undefined` where there is none yet. */
  readonly arn: string | undefined;
  readonly physical: () => Promise<readonly StackResource[]>;
}

interface ReadPorts {
  readonly stacks: Pick<Stacks, "template" | "resources">;
  readonly templateBucket: Pick<TemplateBucket, "read">;
}

/** A nested stack that may get another template. */
interface OpenStack extends AnyStack {
  /** Whether it is known that it gets another one. */
  readonly isAnother: boolean;
}

/**
 * The nested stacks that loops make, and those of the Serverless Application Repository, that are there and may get another
 * template: they are not compared part by part, so that nobody can tell what they lose.
 * @returns their logical ids
 */
export async function changedStacks(sides: Sides, ports: ReadPorts): Promise<readonly string[]> {
  const { before, after, own, arn: around, physical } = sides;
  const [had, has] = [anyStacks(before, around), anyStacks(after, around)];
  const open = openStacks(had, has, sides);
  if (open.length === 0) return [];
  const listed = await unlessDenied(physical());
  if (listed === undefined) {
    const mayBeThere = ({ logicalId }: AnyStack) =>
      before === undefined || [...had.values()].some((it) => mayMeet(it.logicalId, logicalId));
    return open.filter(mayBeThere).map(({ logicalId }) => logicalId);
  }
  const names = new Set([...has.values()].map(({ logicalId }) => logicalId));
  const found = listed
    .filter(({ type }) => type === NESTED_STACK)
    .map(async ({ logicalId, physicalId: arn }) => {
      const called = namesOf(logicalId, names);
      const [stack, other] = open.filter((it) => called.has(it.logicalId));
      if (stack === undefined || arn === undefined) return [];
      const stays =
        other === undefined && !stack.isAnother && (await isDeployed(stack.source, { arn, own }, ports));
      return stays ? [] : [logicalId];
    });
  return (await Promise.all(found)).flat();
}

/** Those of which what is written alone does not tell that they stay what they are. */
function openStacks(
  had: ReadonlyMap<string, AnyStack>,
  has: ReadonlyMap<string, AnyStack>,
  { own, compared }: Pick<Sides, "own" | "compared">,
): readonly OpenStack[] {
  return [...has].flatMap(([place, stack]) => {
    const [was, is] = [had.get(place)?.source, stack.source];
    const isSame = was !== undefined && isOneTemplate(was, is, own);
    if (compared.has(stack.logicalId) || (isSame && own.isClosed(is))) return [];
    return [{ ...stack, isAnother: own.isOurs(is) && was !== undefined && !isSame }];
  });
}

/**
 * Whether both name one template, whatever is in it: what this action uploads is called by its content, and a version of an
 * application in the repository stays what it was published as.
 */
function isOneTemplate(had: Json, has: Json, own: OwnTemplates): boolean {
  if (own.isOurs(has)) return typeof had === "string" && uploadedDigest(had) === uploadedDigest(has);
  return canonicalJson(had) === canonicalJson(has);
}

/** What stands for an item in a name: `${Name}`, `&{Name}`. */
const ITEM = /[$&]\{[^}]*\}/;

/** The names of a template by which a stack may be called there: its very own, or else those that loops make most alike. */
function namesOf(logicalId: string, names: ReadonlySet<string>): ReadonlySet<string> {
  if (names.has(logicalId)) return new Set([logicalId]);
  const alike = [...names].filter((name) => isMadeOf(name, logicalId));
  const longest = Math.max(...alike.map((name) => startOf(name).length));
  return new Set(alike.filter((name) => startOf(name).length === longest));
}

/** Whether a loop can make this name of the one that is written in it. */
function isMadeOf(written: string, logicalId: string): boolean {
  const end = written.split(ITEM).at(-1) ?? "";
  return ITEM.test(written) && logicalId.startsWith(startOf(written)) && logicalId.endsWith(end);
}

/** Whether two names, as they are written, may be one. */
function mayMeet(one: string, other: string): boolean {
  if (one === other || isMadeOf(one, other) || isMadeOf(other, one)) return true;
  const [a, b] = [startOf(one), startOf(other)];
  return ITEM.test(one) && ITEM.test(other) && (a.startsWith(b) || b.startsWith(a));
}

/** What a name begins with, whatever the items are. */
function startOf(written: string): string {
  return written.split(ITEM)[0] ?? "";
}

/** Whether a stack has the very template that is named, and everything that is nested in it the one that is named there. */
async function isDeployed(
  source: Json,
  { arn, own }: { readonly arn: string; readonly own: OwnTemplates },
  ports: ReadPorts,
): Promise<boolean> {
  // What a loop puts into a place is not known here; S3 refuses a bucket of such a name.
  if (typeof source !== "string" || ITEM.test(source)) return false;
  const { stacks, templateBucket } = ports;
  const texts = await unlessDenied(Promise.all([stacks.template(arn), templateBucket.read(source)]));
  const [has, wants] = texts ?? [];
  if (wants === undefined || (has !== wants && has !== asReadBack(wants))) return false;
  if (!NESTS.test(wants)) return true;
  const template = parsed(wants, source);
  if (template === undefined) return false;
  const inside = { before: template, after: template, own, arn, compared: new Set<string>() };
  const changed = await changedStacks({ ...inside, physical: () => stacks.resources(arn) }, ports);
  return changed.length === 0;
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
