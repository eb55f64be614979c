import type { PropertyChange } from "../../changes/model.ts";
import { causingResource } from "../../changes/verdict/replacement.ts";
import type { Section } from "../text/budget.ts";
import { DETAILS_CLOSE, detailsOpen, fence, mermaidLabel } from "../text/markdown.ts";
import { shortType } from "../text/names.ts";
import type { RankedChange } from "./ranking.ts";

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

// GitHub's Mermaid refuses very large diagrams, and nobody reads one of more arrows than this.
const MOST_EDGES = 60;

/** How replacements spread from resource to resource, as a Mermaid graph; nothing where none does. */
export function spreadGraph(ranked: readonly RankedChange[]): readonly Section[] {
  const replaced = new Map(
    ranked.filter(({ replacement }) => replacement !== "none").map((it) => [it.key, it]),
  );
  const edges = [...replaced.values()].flatMap((it) => edgesTo(it, replaced));
  if (!edges.some(({ from }) => replaced.has(from))) return [];
  const shown = edges.slice(0, MOST_EDGES);
  const nodes = [...new Set(shown.flatMap(({ from, to }) => [from, to]))];
  const ids = new Map(nodes.map((node, index) => [node, `n${index}`]));
  const lines = [
    "flowchart LR",
    ...nodes.map((node) => `  ${ids.get(node)}${shape(node, replaced.get(node))}`),
    ...shown.map(({ from, to, label }) => `  ${ids.get(from)} -->|"${mermaidLabel(label)}"| ${ids.get(to)}`),
    "  classDef lost stroke:#cf222e,stroke-width:3px",
    "  classDef maybe stroke-dasharray:4 3",
  ];
  const form = fence(lines.join("\n"), "mermaid");
  const open = detailsOpen("<b>How replacements spread</b>");
  return [{ open, items: [{ priority: 6, forms: [form] }], separator: "", close: DETAILS_CLOSE }];
}

function edgesTo(
  { change, key }: RankedChange,
  replaced: ReadonlyMap<string, RankedChange>,
): readonly Edge[] {
  const found = change.details.flatMap((detail): readonly Edge[] => {
    if (detail.requiresRecreation === "Never") return [];
    const from = origin(detail, change.stackPath, replaced);
    return from === undefined ? [] : [{ from, to: key, label: detail.name ?? detail.attribute }];
  });
  return [...new Map(found.map((edge) => [`${edge.from}\n${edge.label}`, edge])).values()];
}

function origin(
  detail: PropertyChange,
  stackPath: readonly string[],
  replaced: ReadonlyMap<string, RankedChange>,
): string | undefined {
  if (detail.source === "ParameterReference") return `parameter ${detail.causingEntity ?? ""}`;
  const cause = causingResource(detail);
  const key = cause === undefined ? undefined : [...stackPath, cause].join("/");
  return key !== undefined && replaced.has(key) ? key : undefined;
}

function shape(node: string, ranked: RankedChange | undefined): string {
  if (ranked === undefined) return `(["${mermaidLabel(node)}"])`;
  const label = `${mermaidLabel(node)}<br>${mermaidLabel(shortType(ranked.change.type).replaceAll("::", " "))}`;
  const style = ranked.isDestructive ? ":::lost" : ranked.replacement === "possible" ? ":::maybe" : "";
  return `["${label}"]${style}`;
}
