import { minify, sha256 } from "./canonical.ts";
import { includeLocal } from "./include.ts";
import { notFound, type ReadText, workspacePath } from "./localPaths.ts";
import type { Finding, RenderedTemplate, SourceTemplate } from "./model.ts";
import { checkNested, nestedTemplates, withTemplateUrls } from "./nested.ts";
import { parseTemplate } from "./parse.ts";
import { findingsOf, invalidTemplate } from "./problems.ts";
import { renderTemplate } from "./render.ts";

/** A rendered template and the local templates of its nested stacks. */
export interface TemplateTree {
  readonly template: RenderedTemplate;
  readonly children: readonly { readonly logicalId: string; readonly tree: TemplateTree }[];
}

/** A template that must be in the bucket before its parent can be used. */
export interface Upload {
  readonly file: string;
  readonly body: string;
  /** SHA-256 of the body, 64 hexadecimal digits: its name in the bucket. */
  readonly digest: string;
}

/**
 * Renders a template with everything local that it names: `AWS::Include` files put in, the templates of nested stacks
 * rendered and checked against what they are given. Throws `invalid-template` with the problems of all files.
 */
export function renderTree(source: SourceTemplate, read: ReadText): TemplateTree {
  const findings: Finding[] = [];
  const tree = renderNode(source, read, [source.file], findings);
  const errors = findings.filter(({ level }) => level === "error");
  if (errors.length > 0 || tree === undefined) {
    throw invalidTemplate(errors, "Correct these files; nothing was sent to AWS.");
  }
  return tree;
}

/**
 * The tree as one template, with the URLs under which its nested templates will be found (`url` gets the SHA-256 of
 * a body), and what is to be uploaded first, deepest first, every body once.
 */
export function linkTree(
  tree: TemplateTree,
  url: (digest: string) => string,
): { readonly template: RenderedTemplate; readonly uploads: readonly Upload[] } {
  if (tree.children.length === 0) return { template: tree.template, uploads: [] };
  const uploads = new Map<string, Upload>();
  const urls = new Map<string, string>();
  for (const child of tree.children) {
    const linked = linkTree(child.tree, url);
    const { file, body } = linked.template;
    const digest = sha256(body);
    for (const upload of [...linked.uploads, { file, body, digest }]) uploads.set(upload.digest, upload);
    urls.set(child.logicalId, url(digest));
  }
  const value = withTemplateUrls(tree.template.value, urls);
  const { spelling } = tree.template;
  return {
    template: { ...tree.template, value, body: minify(value, spelling) },
    uploads: [...uploads.values()],
  };
}

function renderNode(
  source: SourceTemplate,
  read: ReadText,
  trail: readonly string[],
  findings: Finding[],
): TemplateTree | undefined {
  const rendered = attempt(findings, () => {
    const included = includeLocal(source, read);
    return { included, template: renderTemplate(included) };
  });
  if (rendered === undefined) return undefined;
  const { included, template } = rendered;
  const children = nestedTemplates(template.value).flatMap(({ logicalId, templateUrl, path }) => {
    const refuse = (message: string) => {
      findings.push({ level: "error", message, location: included.locate(path), logicalId });
      return [];
    };
    const { file } = included.locate(path);
    const child = workspacePath(file, templateUrl);
    if (child !== undefined && trail.includes(child))
      return refuse(`Circular nesting: ${[...trail, child].join(" → ")}.`);
    const text = child === undefined ? undefined : read(child);
    if (child === undefined || text === undefined) return refuse(notFound(templateUrl, child));
    const tree = renderChild(text, child, read, trail, findings);
    if (tree === undefined) return [];
    findings.push(...checkNested(included, logicalId, tree.template));
    return [{ logicalId, tree }];
  });
  return { template, children };
}

function renderChild(
  text: string,
  file: string,
  read: ReadText,
  trail: readonly string[],
  findings: Finding[],
): TemplateTree | undefined {
  const source = attempt(findings, () => parseTemplate(text, file));
  return source === undefined ? undefined : renderNode(source, read, [...trail, file], findings);
}

/** Keeps the problems of one file and goes on with the next, so that all are told at once. */
function attempt<T>(findings: Finding[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    const found = findingsOf(error);
    if (found.length === 0) throw error;
    findings.push(...found);
    return undefined;
  }
}
