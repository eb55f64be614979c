import { sentText, sha256 } from "../canonical.ts";
import type { Json, RenderedTemplate } from "../model.ts";
import { type LocalFile, withValues } from "./localFiles.ts";
import { linkTree, type TemplateTree, type Upload } from "./tree.ts";

/** Where things will be found. */
export interface Places {
  /** What stands in a template in the place of a local file's path. */
  readonly file: (file: LocalFile, template: RenderedTemplate) => Json;
  /** The URL of a template by the SHA-256 of its body. */
  readonly template: (digest: string) => string;
}

/**
 * The tree with the places of files and of other local templates in its templates: what is sent, but for the URLs of
 * nested templates (`linkTree`). `uploads` are these other templates and what they nest, deepest first, every body
 * once.
 */
export function placeTree(
  tree: TemplateTree,
  places: Places,
): { readonly tree: TemplateTree; readonly uploads: readonly Upload[] } {
  const placing: Placing = { places, placed: new Map(), uploads: new Map() };
  return { tree: placeNode(tree, placing), uploads: [...placing.uploads.values()] };
}

interface Placing {
  readonly places: Places;
  /** A tree is one object wherever it is used, before and after. */
  readonly placed: Map<TemplateTree, TemplateTree>;
  readonly uploads: Map<string, Upload>;
}

function placeNode(tree: TemplateTree, placing: Placing): TemplateTree {
  const known = placing.placed.get(tree);
  if (known !== undefined) return known;
  const placed = withPlaces(tree, placing);
  placing.placed.set(tree, placed);
  return placed;
}

function withPlaces(tree: TemplateTree, placing: Placing): TemplateTree {
  const { template } = tree;
  const changes = [
    ...tree.files.map((file) => ({ path: file.path, value: placing.places.file(file, template) })),
    ...tree.others.map(({ path, tree: named }) => ({ path, value: urlOf(named, placing) })),
  ];
  const children = tree.children.map(({ logicalId, tree: child }) => ({
    logicalId,
    tree: placeNode(child, placing),
  }));
  if (changes.length === 0) return { ...tree, children };
  const value = withValues(template.value, changes);
  const body = sentText(value, template.spelling);
  return { template: { ...template, value, body }, children, others: [], files: [] };
}

function urlOf(named: TemplateTree, { places, placed, uploads }: Placing): string {
  const linked = linkTree(placeNode(named, { places, placed, uploads }), places.template);
  const { file, body } = linked.template;
  const digest = sha256(body);
  for (const upload of [...linked.uploads, { file, body, digest }]) uploads.set(upload.digest, upload);
  return places.template(digest);
}
