import { CONTENT } from "../../changes/items/bind.ts";
import type { Texts } from "../../changes/items/model.ts";
import { keyText } from "../../changes/items/model.ts";
import type { TemplatePair } from "../../changes/items/templateItems.ts";
import type { StackResource } from "../../changes/request.ts";
import { ActionError } from "../../errors.ts";
import type { Stacks, TemplateBucket } from "../../ports/aws.ts";
import type { Stack } from "../../stack/model.ts";
import { canonicalJson, sha256 } from "../../template/canonical.ts";
import type { JsonObject, ReadTemplate } from "../../template/model.ts";
import { withSpelledNumbers } from "../../template/scalarText.ts";
import { restored } from "../../template/text/readBack.ts";
import { nestedStacks, withTemplateUrls } from "../../template/tree/nested.ts";
import { type StoredTemplate, uploadedDigest, uploadedName } from "../../template/tree/stored.ts";
import type { LinkedTree, TemplateTree } from "../../template/tree/tree.ts";
import { parsed, urlsIn } from "./anyStacks.ts";
import { changedStacks } from "./madeStacks.ts";
import { type OwnTemplates, ownTemplates, readingOnce } from "./ownTemplates.ts";

interface ReadPorts {
  readonly stacks: Pick<Stacks, "template" | "resources">;
  readonly templateBucket: Pick<TemplateBucket, "read">;
}

/** The templates of the whole tree, deployed and wanted, and what could be compared only as a whole or not at all. */
export interface ComparedTemplates {
  readonly templates: readonly TemplatePair[];
  readonly contents: { readonly has: Texts; readonly wants: Texts };
  /** Nested stacks whose template cannot be read: what they would change is bound by nothing. By their keys. */
  readonly unseen: readonly string[];
  /** Those of which only that they change is known, and not what they lose, by their keys. */
  readonly uncompared: readonly string[];
}

/** What is to be: the template and its local nested templates, what their URLs read as in a comparison, and what names them. */
export interface WantedTemplates extends Pick<LinkedTree, "digests"> {
  readonly tree: TemplateTree;
  readonly uploadedAs: string | undefined;
  /** What this action uploads. */
  readonly uploads: readonly Pick<StoredTemplate, "url" | "body">[];
}

/** The deployed template of the root stack, where it can be read, with the texts of its numbers. */
export function deployedValue({ templates }: ComparedTemplates): JsonObject | undefined {
  const before = templates.find(({ stackPath }) => stackPath.length === 0)?.before;
  return before && withSpelledNumbers(before);
}

/** The deployed template; `undefined` where there is none that can be read. */
export async function deployedTemplate(
  stack: Pick<Stack, "arn">,
  { stacks }: { readonly stacks: Pick<Stacks, "template"> },
): Promise<JsonObject | undefined> {
  const text = await stacks.template(stack.arn);
  return text === undefined ? undefined : parsed(text)?.value;
}

/** One nested stack of the tree, or the root. */
interface Node {
  readonly stackPath: readonly string[];
  readonly wanted: Wanted;
  /** The stack as it is deployed; `undefined` where there is none yet. */
  readonly arn: string | undefined;
  /** Whether CloudFormation lists the changes of nested stacks. */
  readonly areListed: boolean;
  readonly own: OwnTemplates;
}

type Wanted =
  | ({ readonly kind: "local" } & WantedTemplates)
  | { readonly kind: "remote"; readonly text: string };

/** Remote templates can nest each other: so deep they are followed. */
const MAX_DEPTH = 20;

/**
 * Reads what is deployed and what is wanted, nested stacks included. A local nested template has a name that its content
 * decides: where the deployed stack has that very name, nothing needs to be read.
 * @param areListed whether CloudFormation lists the changes of nested stacks
 */
export async function comparedTemplates(
  { tree, uploadedAs, digests, uploads }: WantedTemplates,
  live: Stack | undefined,
  { stacks, templateBucket }: ReadPorts,
  areListed = false,
): Promise<ComparedTemplates> {
  const wanted = { kind: "local", tree, uploadedAs, digests, uploads } as const;
  const own = ownTemplates(uploads, uploadedAs);
  const ports = { stacks, templateBucket: readingOnce(uploads, templateBucket) };
  return compare({ stackPath: [], wanted, arn: live?.arn, areListed, own }, ports);
}

async function compare(node: Node, ports: ReadPorts): Promise<ComparedTemplates> {
  const { stackPath, wanted, arn } = node;
  const deployedText = arn === undefined ? undefined : await ports.stacks.template(arn);
  const after = wanted.kind === "local" ? wanted.tree.template : parsed(wanted.text);
  const ours = wanted.kind === "local" ? wanted : undefined;
  const before = deployedText === undefined ? undefined : deployed(deployedText, after);
  const pair = {
    stackPath,
    before: before && comparable(before, ours),
    after: after && comparable(after, ours),
  };
  const isCompared = after !== undefined && (deployedText === undefined || before !== undefined);
  const whole = isCompared
    ? NOTHING
    : asWhole(stackPath, deployedText, wanted.kind === "remote" ? wanted.text : wanted.tree.template.body);
  const below = after === undefined ? [] : await nested(node, before, after, ports);
  // Of the root CloudFormation lists the changes, one that is new loses nothing, nor does one that stays.
  const [[had], [has]] = [[...whole.has.values()], [...whole.wants.values()]];
  const uncompared = stackPath.length > 0 && had !== undefined && had !== has ? [keyOf(stackPath)] : [];
  return joined([{ templates: [pair], contents: whole, unseen: [], uncompared }, ...below]);
}

/** The nested stacks below a template. */
async function nested(
  { stackPath, wanted, arn, areListed, own }: Node,
  before: ReadTemplate | undefined,
  after: ReadTemplate,
  ports: ReadPorts,
): Promise<readonly ComparedTemplates[]> {
  const stacks = nestedStacks(after.value);
  if ((areListed && stacks.length === 0) || stackPath.length >= MAX_DEPTH) return [];
  const deployedUrls = urlsIn(before);
  const urls = areListed ? undefined : urlsIn(after, arn);
  const children = new Map(
    wanted.kind === "local" ? wanted.tree.children.map(({ logicalId, tree }) => [logicalId, tree]) : [],
  );
  const physical = lazily(() => (arn === undefined ? [] : ports.stacks.resources(arn)));
  const compared = new Set(stacks.map(({ logicalId }) => logicalId));
  const made = areListed ? [] : await changedStacks({ before, after, own, compared, arn, physical }, ports);
  const below = await Promise.all(
    stacks.map(async ({ logicalId, url }): Promise<ComparedTemplates> => {
      const path = [...stackPath, logicalId];
      const child = children.get(logicalId);
      const has = uploadedDigest(deployedUrls.get(logicalId));
      const wants = child && wanted.kind === "local" ? wanted.digests.get(child) : undefined;
      const stays = has !== undefined && has === wants;
      // Where CloudFormation lists nothing, what is nested in it and lies elsewhere may have become another.
      const isWhole = stays && (areListed || own.nestsClosed(wants));
      const leaf = stays && child?.children.length === 0 ? child : undefined;
      if (leaf !== undefined && isWhole) return unchanged(path, leaf);
      try {
        const text = child === undefined ? await read(url ?? urls?.get(logicalId), ports) : "";
        if (text === undefined) return { ...EMPTY, unseen: [keyOf(path)] };
        const nestedArn = physicalId(await physical(), logicalId);
        const next: Wanted =
          child === undefined || wanted.kind === "remote"
            ? { kind: "remote", text }
            : { ...wanted, tree: child };
        const node = { stackPath: path, wanted: next, arn: nestedArn, areListed, own };
        return await (leaf === undefined ? compare(node, ports) : inUnchanged(node, leaf, ports));
      } catch (error) {
        if (!(error instanceof ActionError) || error.reasonCode !== "access-denied") throw error;
        return child === undefined
          ? { ...EMPTY, unseen: [keyOf(path)] }
          : {
              ...EMPTY,
              contents: wholeTexts(path, has, wants),
              uncompared: deployedUrls.has(logicalId) && !isWhole ? [keyOf(path)] : [],
            };
      }
    }),
  );
  const uncompared = made.map((logicalId) => keyOf([...stackPath, logicalId]));
  return [...below, { ...EMPTY, uncompared }];
}

function read(url: string | undefined, { templateBucket }: ReadPorts): Promise<string | undefined> {
  return url === undefined ? Promise.resolve(undefined) : templateBucket.read(url);
}

function lazily<T>(make: () => T | Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= Promise.resolve(make());
    return made;
  };
}

function physicalId(resources: readonly StackResource[], logicalId: string): string | undefined {
  return resources.find((resource) => resource.logicalId === logicalId)?.physicalId;
}

function unchanged(stackPath: readonly string[], { template }: TemplateTree): ComparedTemplates {
  return { ...EMPTY, templates: [{ stackPath, before: template, after: template }] };
}

/** The nested stacks below a template that stays what it is. */
async function inUnchanged(node: Node, leaf: TemplateTree, ports: ReadPorts): Promise<ComparedTemplates> {
  const { template } = leaf;
  const below = node.arn === undefined ? [] : await nested(node, template, template, ports);
  return joined([unchanged(node.stackPath, leaf), ...below]);
}

/**
 * Names of uploaded templates are content: their content is compared, item by item, and of the names only where they lie.
 * @param ours the template whose nested templates this action uploads: what others name alike can be anything
 */
function comparable(template: ReadTemplate, ours: WantedTemplates | undefined): ReadTemplate {
  if (ours === undefined) return template;
  const children = new Set(ours.tree.children.map(({ logicalId }) => logicalId));
  const urls = nestedStacks(template.value).flatMap(({ logicalId, url = "", isLocal }) => {
    const name = isLocal ? ours.uploadedAs : uploadedName(url);
    return name !== undefined && children.has(logicalId) ? [[logicalId, name] as const] : [];
  });
  return urls.length === 0
    ? template
    : { ...template, value: withTemplateUrls(template.value, new Map(urls)) };
}

function deployed(text: string, wanted: ReadTemplate | undefined): ReadTemplate | undefined {
  const read = parsed(text);
  return read && wanted ? { ...read, value: restored(read.value, wanted.value) as JsonObject } : read;
}

/** A nested stack's key, by the logical ids that lead to it and its own. */
function keyOf(stackPath: readonly string[]): string {
  return keyText(stackPath.slice(0, -1), stackPath.at(-1) ?? "");
}

const NOTHING: ComparedTemplates["contents"] = { has: new Map(), wants: new Map() };
const EMPTY: ComparedTemplates = { templates: [], contents: NOTHING, unseen: [], uncompared: [] };

function asWhole(stackPath: readonly string[], has: string | undefined, wants: string) {
  return wholeTexts(stackPath, has && sha256(has), sha256(wants));
}

function wholeTexts(stackPath: readonly string[], has: string | undefined, wants: string | undefined) {
  const name = `${CONTENT} ${keyText(stackPath.slice(0, -1), stackPath.at(-1) ?? "template")}`;
  const side = (digest: string | undefined): Texts =>
    new Map(digest === undefined ? [] : [[name, canonicalJson(digest)]]);
  return { has: side(has), wants: side(wants) };
}

function joined(all: readonly ComparedTemplates[]): ComparedTemplates {
  return {
    templates: all.flatMap(({ templates }) => templates),
    contents: {
      has: new Map(all.flatMap(({ contents }) => [...contents.has])),
      wants: new Map(all.flatMap(({ contents }) => [...contents.wants])),
    },
    unseen: all.flatMap(({ unseen }) => unseen),
    uncompared: all.flatMap(({ uncompared }) => uncompared),
  };
}
