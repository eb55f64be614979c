import { sentText, sha256 } from "../canonical.ts";
import type { Finding, Location, RenderedTemplate, SourceTemplate } from "../model.ts";
import { findingsOf, invalidTemplate } from "../problems.ts";
import { parseTemplate } from "../text/parse.ts";
import { includeLocal } from "./include.ts";
import { type LocalFile, localFiles, type OtherTemplate, otherTemplates } from "./localFiles.ts";
import { type ReadText, readLocal, workspacePath } from "./localPaths.ts";
import { checkNested, type NestedTemplate, nestedTemplates, withTemplateUrls } from "./nested.ts";
import { renderTemplate } from "./render.ts";
import { nestedStackCount } from "./treeNodes.ts";

/** A rendered template and everything local that it names. */
export interface TemplateTree {
  readonly template: RenderedTemplate;
  /** The local templates of its nested stacks. */
  readonly children: readonly { readonly logicalId: string; readonly tree: TemplateTree }[];
  /** Its other local templates (`otherTemplates`), by where they are named; none once they have their URLs. */
  readonly others: readonly OtherTree[];
  /** The files and folders that are to be in S3; none once they have their places there. */
  readonly files: readonly LocalFile[];
}

export interface OtherTree extends Pick<OtherTemplate, "logicalId" | "path" | "isNested"> {
  readonly tree: TemplateTree;
}

/** A template that must be in the bucket before its parent can be used. */
export interface Upload {
  readonly file: string;
  readonly body: string;
  /** SHA-256 of the body, 64 hexadecimal digits: its name in the bucket. */
  readonly digest: string;
}

/** How deep nesting may go: far past what anybody operates, far short of what exhausts the stack. */
const MAX_DEPTH = 100;

/**
 * CloudFormation creates, updates or deletes at most 2,500 resources of nested stacks in one operation (CloudFormation
 * quotas, Nested stacks), and each nested stack is one of them.
 */
const MAX_STACKS = 2_500;

/**
 * Renders a template with everything local that it names: `AWS::Include` files put in, the templates of nested stacks
 * rendered and checked against what they are given. A file is rendered once, however often it is nested, and its tree
 * is one object in all these places. Throws `invalid-template` with the problems of all files.
 */
export function renderTree(source: SourceTemplate, read: ReadText): TemplateTree {
  const rendering: Rendering = { read, findings: [], files: new Map() };
  const tree = renderNode(source, [source.file], rendering);
  if (tree !== undefined) refuseTooMany(tree, rendering);
  const errors = rendering.findings.filter(({ level }) => level === "error");
  if (errors.length > 0 || tree === undefined) {
    throw invalidTemplate(errors, "Correct what is named; nothing was sent to AWS.");
  }
  return tree;
}

/** A tree as it is sent. */
export interface LinkedTree {
  readonly template: RenderedTemplate;
  /** Deepest first, every body once. */
  readonly uploads: readonly Upload[];
  /** SHA-256 of the body of every nested template, with the URLs of those that it nests. */
  readonly digests: ReadonlyMap<TemplateTree, string>;
}

/**
 * The tree as one template, with the URLs under which its nested templates will be found (`url` gets the SHA-256 of
 * a body), and what is to be uploaded first.
 */
export function linkTree(tree: TemplateTree, url: (digest: string) => string): LinkedTree {
  const uploads = new Map<string, Upload>();
  const digests = new Map<TemplateTree, string>();
  const uploaded = (child: TemplateTree): string => {
    const known = digests.get(child);
    if (known !== undefined) return url(known);
    const { file, body } = linkNode(child, uploaded);
    const digest = sha256(body);
    // Another file of the same content, or the same one by another path: one object in the bucket.
    if (!uploads.has(digest)) uploads.set(digest, { file, body, digest });
    digests.set(child, digest);
    return url(digest);
  };
  return { template: linkNode(tree, uploaded), uploads: [...uploads.values()], digests };
}

function linkNode(
  { template, children }: TemplateTree,
  urlOf: (child: TemplateTree) => string,
): RenderedTemplate {
  if (children.length === 0) return template;
  const urls = new Map(children.map(({ logicalId, tree }) => [logicalId, urlOf(tree)]));
  const value = withTemplateUrls(template.value, urls);
  return { ...template, value, body: sentText(value, template.spelling) };
}

/** What is known and found while a tree is rendered. */
interface Rendering {
  readonly read: ReadText;
  readonly findings: Finding[];
  /** What became of every nested file that was rendered; `undefined` of one that cannot be used. */
  readonly files: Map<string, TemplateTree | undefined>;
}

function renderNode(
  source: SourceTemplate,
  trail: readonly string[],
  rendering: Rendering,
): TemplateTree | undefined {
  const included = attempt(rendering, () => includeLocal(source, rendering.read));
  if (included === undefined) return undefined;
  const template = attempt(rendering, () => renderTemplate(included));
  // Of a template with problems the nested ones are looked at, too: all that is wrong is told at once.
  const children = nestedTemplates(included.value).flatMap((nested) => {
    const { logicalId, path } = nested;
    const tree = nestedTree(nested, included.locate(path), trail, rendering);
    if (tree === undefined) return [];
    rendering.findings.push(...checkNested(included, logicalId, tree.template));
    return [{ logicalId, tree }];
  });
  const others = otherTemplates(included.value).flatMap((named) => {
    const tree = nestedTree(named, included.locate(named.path), trail, rendering);
    const { logicalId, path, isNested } = named;
    return tree === undefined ? [] : [{ logicalId, path, isNested, tree }];
  });
  return template && { template, children, others, files: localFiles(included.value) };
}

function nestedTree(
  { logicalId, templateUrl }: NestedTemplate,
  location: Location,
  trail: readonly string[],
  rendering: Rendering,
): TemplateTree | undefined {
  const refuse = (message: string) => {
    rendering.findings.push({ level: "error", message, location, logicalId });
    return undefined;
  };
  const file = workspacePath(location.file, templateUrl);
  if (file !== undefined && trail.includes(file))
    return refuse(`Circular nesting: ${[...trail, file].join(" → ")}.`);
  if (file !== undefined && rendering.files.has(file)) return rendering.files.get(file);
  if (trail.length > MAX_DEPTH)
    return refuse(`${templateUrl} is nested more than ${MAX_DEPTH} levels deep; no stack needs that.`);
  const text = readLocal(rendering.read, templateUrl, file, refuse);
  if (file === undefined || text === undefined) return undefined;
  const source = attempt(rendering, () => parseTemplate(text, file));
  const tree = source === undefined ? undefined : renderNode(source, [...trail, file], rendering);
  rendering.files.set(file, tree);
  return tree;
}

/** Keeps the problems of one file and goes on with the next, so that all are told at once. */
function attempt<T>({ findings }: Rendering, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    const found = findingsOf(error);
    if (found.length === 0) throw error;
    findings.push(...found);
    return undefined;
  }
}

/** A file that nests the next one twice, and so on, makes few files and very many stacks. */
function refuseTooMany(tree: TemplateTree, { findings }: Rendering): void {
  if (nestedStackCount(tree) <= MAX_STACKS) return;
  const message = `This template makes more than ${MAX_STACKS.toLocaleString("en-US")} nested stacks, each use of a file counted; CloudFormation works on no more in one operation. Nest fewer, or split them into several stacks.`;
  findings.push({ level: "error", message, location: tree.template.locate(["Resources"]) });
}
