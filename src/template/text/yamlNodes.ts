import { type Document, isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode } from "yaml";
import { type ParsedText, type Quoting, repeatedKeys } from "./json.ts";
import type { Placed } from "./place.ts";
import { CORE, MAX_VALUES, problem, type Reading, readScalar, refuseTag, tooLarge } from "./yamlReading.ts";
import { longForm, shortFormArgument, unknownTag } from "./yamlTags.ts";

const VALUE_TAG = 'Functions have no meaning here; put a value that starts with "!" in quotes.';

export interface ParsedYaml extends ParsedText {
  /** Values that are not what they look like, e.g. `yes` without quotes. */
  readonly surprises: readonly { readonly offset: number; readonly message: string }[];
}

/** The document's value with the place of everything in it. */
export function readDocument(document: Document.Parsed, text: string, quoting: Quoting): ParsedYaml {
  const reading: Reading = {
    quoting,
    openEnd: /\S[ \t]*$/.test(text.slice(-1_000)) ? text.length : undefined,
    anchors: new Map(),
    open: new Set(),
    problems: [],
    surprises: [],
    repeated: [],
  };
  const root = readNode(reading, document.contents, 0);
  const { problems, surprises, repeated } = reading;
  return { root, problems, surprises, repeated };
}

function readNode(reading: Reading, node: ParsedNode | null, fallback: number): Placed {
  if (node === null) return { value: null, at: fallback, size: 1 };
  const at = node.range[0];
  if (isAlias(node)) return readAlias(reading, node.source, at);
  const { anchor } = node;
  if (anchor === undefined) return tagged(reading, node, at);
  reading.open.add(anchor);
  const placed = tagged(reading, node, at);
  reading.open.delete(anchor);
  reading.anchors.set(anchor, placed);
  return placed;
}

function readAlias(reading: Reading, name: string, at: number): Placed {
  const anchor = reading.anchors.get(name);
  if (anchor !== undefined) return { ...anchor, at };
  if (reading.open.has(name))
    return problem(reading, at, "This alias stands inside its own anchor; it would never end.");
  const shown = reading.quoting === "quotes" ? ` &${name}` : "";
  const advice = 'Set the anchor before it is used, or put the text in quotes if it only starts with "*".';
  return problem(reading, at, `No anchor${shown} stands before this alias. ${advice}`);
}

function tagged(reading: Reading, node: ParsedNode, at: number): Placed {
  const tag = node.tag;
  if (tag === undefined || tag === "!" || tag.startsWith(CORE)) return readContent(reading, node, at);
  const key = longForm(tag);
  if (key === undefined) {
    return problem(reading, at, reading.quoting === "quotes" ? unknownTag(tag) : VALUE_TAG);
  }
  const content = readContent(reading, node, at);
  const argument = shortFormArgument(tag, content.value);
  const split = Array.isArray(argument) && !Array.isArray(content.value);
  const placed = split ? { value: argument, at, size: 1 + argument.length } : content;
  return { value: { [key]: placed.value }, at, members: new Map([[key, placed]]), size: placed.size + 1 };
}

function readContent(reading: Reading, node: ParsedNode, at: number): Placed {
  if (isMap(node)) return readMap(reading, node.items, at, node.tag);
  if (isSeq(node)) return readSeq(reading, node.items as ParsedNode[], at, node.tag);
  if (isScalar(node)) return readScalar(reading, node, at);
  return { value: null, at, size: 1 };
}

function readSeq(
  reading: Reading,
  nodes: readonly ParsedNode[],
  at: number,
  tag: string | undefined,
): Placed {
  refuseTag(reading, tag, ["seq"], at);
  const items: Placed[] = [];
  let size = 1;
  for (const node of nodes) {
    const item = readNode(reading, node, at);
    size += item.size;
    if (size > MAX_VALUES) return tooLarge(reading, item.at);
    items.push(item);
  }
  return { value: items.map((item) => item.value), at, items, size };
}

type Pairs = readonly Pair<ParsedNode, ParsedNode | null>[];

function readMap(reading: Reading, pairs: Pairs, at: number, tag: string | undefined): Placed {
  refuseTag(reading, tag, ["map"], at);
  const own = new Map<string, Placed>();
  const places = new Map<string, readonly number[]>();
  const merged: Placed[] = [];
  for (const { key, value } of pairs) {
    const keyAt = key?.range?.[0] ?? at;
    const member = { ...readNode(reading, value, keyAt), at: keyAt };
    const name = isMergeKey(key) ? undefined : keyText(reading, key, keyAt);
    if (isMergeKey(key)) merged.push(...mergeSources(reading, member, keyAt));
    if (name === undefined) continue;
    own.set(name, member);
    places.set(name, [...(places.get(name) ?? []), keyAt]);
  }
  reading.repeated.push(...repeatedKeys(places));
  const members = withMerged(own, merged);
  const size = [...members.values()].reduce((sum, member) => sum + member.size, 1);
  if (size > MAX_VALUES) return tooLarge(reading, at);
  const value = Object.fromEntries([...members].map(([name, member]) => [name, member.value]));
  return { value, at, members, size };
}

/** Keys are text as written: a mapping's `012345678901:` stays an account id, `on:` stays `on`. */
function keyText(reading: Reading, key: ParsedNode | null, at: number): string | undefined {
  if (isScalar(key)) return typeof key.value === "string" ? key.value : (key.source ?? "");
  const alias = isAlias(key) ? reading.anchors.get(key.source)?.value : undefined;
  if (typeof alias === "string" || typeof alias === "number") return String(alias);
  problem(reading, at, "A key must be text; this one is a list, a mapping or nothing.");
  return undefined;
}

function isMergeKey(key: ParsedNode | null): boolean {
  return isScalar(key) && key.type === "PLAIN" && key.value === "<<";
}

function mergeSources(reading: Reading, source: Placed, at: number): readonly Placed[] {
  const sources = source.items ?? [source];
  const valid = sources.filter((item) => item.members !== undefined);
  if (valid.length !== sources.length) problem(reading, at, '"<<" merges a mapping or a list of mappings.');
  return valid;
}

/** The mapping's own keys win over merged ones, and an earlier merge source over a later one (YAML merge type). */
function withMerged(
  own: ReadonlyMap<string, Placed>,
  sources: readonly Placed[],
): ReadonlyMap<string, Placed> {
  if (sources.length === 0) return own;
  const members = new Map<string, Placed>();
  for (const source of sources) {
    for (const [name, member] of source.members ?? []) if (!members.has(name)) members.set(name, member);
  }
  for (const [name, member] of own) members.set(name, member);
  return members;
}
