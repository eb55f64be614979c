import { isObject } from "./canonical.ts";
import { isLocalPath, notFound, type ReadText, workspacePath } from "./localPaths.ts";
import type { Finding, Json, JsonPath, SourceTemplate } from "./model.ts";
import { parseTemplate } from "./parse.ts";
import { invalidTemplate } from "./problems.ts";

/** A part of the result that was written in another file, or at another path. */
interface Graft {
  readonly at: JsonPath;
  readonly source: SourceTemplate;
  readonly from: JsonPath;
}

interface Including {
  readonly read: ReadText;
  /** Files being included, outermost first: one of them again is a cycle. */
  readonly trail: readonly string[];
  readonly findings: Finding[];
}

/**
 * Puts local `AWS::Include` files in the place of their `Fn::Transform` (anywhere) or `Transform` (at the top): a
 * `Location` that is no URL, relative to the file that names it, as `aws cloudformation package` reads it. Other
 * transforms, and Locations that are URLs or functions, stay for CloudFormation. The result keeps the place of every
 * node in the file that it was written in. Throws `invalid-template` with every include that fails: no such file, out
 * of the workspace, a cycle (named), not a mapping, a key that is there already.
 */
export function includeLocal(source: SourceTemplate, read: ReadText): SourceTemplate {
  const including: Including = { read, trail: [source.file], findings: [] };
  const included = includeInto(source, including);
  if (including.findings.length > 0) throw invalidTemplate(including.findings, `Correct ${source.file}.`);
  return included;
}

function includeInto(source: SourceTemplate, including: Including): SourceTemplate {
  const grafts: Graft[] = [];
  const value = expand(source, source.value, [], including, grafts);
  if (grafts.length === 0) return source;
  const origin = (path: JsonPath) => originOf(grafts, path);
  return {
    file: source.file,
    value: isObject(value) ? value : {},
    locate: (path) => {
      const graft = origin(path);
      return graft === undefined ? source.locate(path) : graft.source.locate(translated(graft, path));
    },
    spelling: (path) => {
      const graft = origin(path);
      return graft === undefined ? source.spelling?.(path) : graft.source.spelling?.(translated(graft, path));
    },
    findings: [...(source.findings ?? []), ...grafts.flatMap((graft) => graft.source.findings ?? [])],
  };
}

function originOf(grafts: readonly Graft[], path: JsonPath): Graft | undefined {
  return grafts.findLast(
    ({ at }) => at.every((step, index) => path[index] === step) && path.length >= at.length,
  );
}

function translated({ at, from }: Graft, path: JsonPath): JsonPath {
  return [...from, ...path.slice(at.length)];
}

function expand(
  source: SourceTemplate,
  value: Json,
  path: JsonPath,
  including: Including,
  grafts: Graft[],
): Json {
  if (Array.isArray(value)) {
    return value.map((item: Json, index) => expand(source, item, [...path, index], including, grafts));
  }
  if (!isObject(value)) return value;
  const key = path.length === 0 && value["Fn::Transform"] === undefined ? "Transform" : "Fn::Transform";
  const locations = localIncludes(value[key]);
  const members = Object.entries(value).flatMap(([name, member]) => {
    const rest = name === key && locations.length > 0 ? withoutIncludes(member) : member;
    return rest === undefined
      ? []
      : [[name, expand(source, rest, [...path, name], including, grafts)] as const];
  });
  const result = new Map<string, Json>(members);
  for (const location of locations) {
    const snippet = load(source, [...path, key], location, including);
    if (snippet !== undefined) graft(source, snippet, { path, key, result, including, grafts });
  }
  return Object.fromEntries(result);
}

/** The local Locations of one transform or a list of them. */
function localIncludes(transform: Json | undefined): readonly string[] {
  const transforms: readonly Json[] = Array.isArray(transform) ? transform : [transform ?? null];
  return transforms.flatMap((entry) => {
    const location = localLocation(entry);
    return location === undefined ? [] : [location];
  });
}

function withoutIncludes(transform: Json): Json | undefined {
  if (!Array.isArray(transform)) return undefined;
  const rest = (transform as readonly Json[]).filter((entry) => localLocation(entry) === undefined);
  return rest.length === 0 ? undefined : rest;
}

function localLocation(transform: Json): string | undefined {
  if (!isObject(transform) || transform.Name !== "AWS::Include" || !isObject(transform.Parameters))
    return undefined;
  const { Location: location } = transform.Parameters;
  return typeof location === "string" && isLocalPath(location) ? location : undefined;
}

function load(
  source: SourceTemplate,
  path: JsonPath,
  location: string,
  including: Including,
): SourceTemplate | undefined {
  const refuse = (message: string) => {
    including.findings.push({ level: "error", message, location: source.locate(path) });
    return undefined;
  };
  const file = workspacePath(source.file, location);
  if (file === undefined) return refuse(notFound(location, file));
  if (including.trail.includes(file)) {
    return refuse(`Circular include: ${[...including.trail, file].join(" → ")}.`);
  }
  const text = including.read(file);
  if (text === undefined) return refuse(notFound(location, file));
  return includeInto(parseTemplate(text, file), { ...including, trail: [...including.trail, file] });
}

interface Target {
  readonly path: JsonPath;
  readonly key: string;
  readonly result: Map<string, Json>;
  readonly including: Including;
  readonly grafts: Graft[];
}

/** AWS::Include adds the snippet's keys beside the transform's own siblings. */
function graft(
  source: SourceTemplate,
  snippet: SourceTemplate,
  { path, key, result, including, grafts }: Target,
): void {
  for (const [name, member] of Object.entries(snippet.value)) {
    if (result.has(name)) {
      const { file, line } = snippet.locate([name]);
      const message = `${file} (line ${line}) brings ${name}, which is here already; keep one of them.`;
      including.findings.push({ level: "error", message, location: source.locate([...path, key]) });
      continue;
    }
    result.set(name, member);
    grafts.push({ at: [...path, name], source: snippet, from: [name] });
  }
}
