import type { RenderedTemplate } from "../model.ts";
import type { TemplateTree } from "./tree.ts";

/** The templates of a stack and of all that is nested in it, loops included, every file once, the outermost first. */
export function templatesOf(tree: TemplateTree): readonly RenderedTemplate[] {
  return parentsFirst(tree, ({ children, others }) => [
    ...children,
    ...others.filter(({ isNested }) => isNested),
  ]).map(({ template }) => template);
}

/** The trees of all local templates, those of stack sets included. */
export function localTemplatesOf(tree: TemplateTree): readonly TemplateTree[] {
  return parentsFirst(tree, (each) => [...each.children, ...each.others]);
}

/** How many nested stacks the tree makes: a file counts once for every stack that is made of it. */
export function nestedStackCount(tree: TemplateTree): number {
  const counts = new Map<TemplateTree, number>();
  const below = ({ children }: TemplateTree) =>
    children.reduce((sum, child) => sum + 1 + (counts.get(child.tree) ?? 0), 0);
  for (const node of parentsFirst(tree).toReversed()) counts.set(node, below(node));
  return counts.get(tree) ?? 0;
}

function parentsFirst(
  root: TemplateTree,
  named: (tree: TemplateTree) => readonly { readonly tree: TemplateTree }[] = ({ children }) => children,
): readonly TemplateTree[] {
  const visited = new Set<TemplateTree>();
  const childrenFirst: TemplateTree[] = [];
  const visit = (tree: TemplateTree): void => {
    if (visited.has(tree)) return;
    visited.add(tree);
    for (const child of named(tree).toReversed()) visit(child.tree);
    childrenFirst.push(tree);
  };
  visit(root);
  return childrenFirst.toReversed();
}
