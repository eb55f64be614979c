import { isObject } from "../canonical.ts";
import type { Finding, Json, JsonPath, SourceTemplate } from "../model.ts";
import { invalidTemplate } from "../problems.ts";
import { parseFragment } from "../text/parse.ts";
import { MAX_VALUES } from "../text/yamlReading.ts";
import { isLocalPath, type ReadText, readLocal, workspacePath } from "./localPaths.ts";

/** A part of the result that was written in another file, or at another path. */
interface Graft {
  readonly at: JsonPath;
  readonly source: SourceTemplate;
  readonly from: JsonPath;
}

/** Includes past this depth are refused, as nested stacks are: recursion stays bounded. */
const MAX_DEPTH = 100;

interface Including {
  readonly read: ReadText;
  /** Files being included, outermost first: one of them again is a cycle. */
  readonly trail: readonly string[];
  readonly findings: Finding[];
  /** Every file that was included: it is read and expanded once. */
  readonly files: Map<string, Included>;
}

/** A file with what it includes. */
interface Included {
  readonly source: SourceTemplate;
  /** Values in it, those of what it includes as often as it includes them. */
  readonly size: number;
}

/** A file while its includes are put in. */
interface Open {
  readonly source: SourceTemplate;
  readonly grafts: Graft[];
  readonly warnings: Finding[];
  size: number;
}

/**
 * Puts local `AWS::Include` files in the place of their `Fn::Transform` (anywhere) or `Transform` (at the top): a
 * `Location` that is no URL, relative to the file that names it, as `aws cloudformation package` reads it. Other
 * transforms, and Locations that are URLs or functions, stay for CloudFormation. The result keeps the place of every
 * node in the file that it was written in. Throws `invalid-template` with every include that fails: no such file, out
 * of the workspace, a cycle (named), not a mapping, files that multiply without end. A key that is there already is
 * overwritten, with a warning: authors keep one for tools that do not know includes.
 */
export function includeLocal(source: SourceTemplate, read: ReadText): SourceTemplate {
  const including: Including = { read, trail: [source.file], findings: [], files: new Map() };
  const included = includeInto(source, including);
  if (including.findings.length > 0) throw invalidTemplate(including.findings, `Correct ${source.file}.`);
  return included.source;
}

function includeInto(source: SourceTemplate, including: Including): Included {
  const open: Open = { source, grafts: [], warnings: [], size: sizeOf(source.value) };
  const { grafts, warnings } = open;
  const value = expand(open, source.value, [], including);
  if (grafts.length === 0) return { source, size: open.size };
  const origin = (path: JsonPath) => originOf(grafts, path);
  const included: SourceTemplate = {
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
    // One file has many grafts, one a key, and tells its findings once.
    findings: [
      ...new Set([source, ...grafts.map((graft) => graft.source)].flatMap((each) => each.findings ?? [])),
      ...warnings,
    ],
  };
  return { source: included, size: open.size };
}

function sizeOf(value: Json): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item: Json) => sum + sizeOf(item), 1);
  if (!isObject(value)) return 1;
  return Object.values(value).reduce<number>((sum, member) => sum + sizeOf(member), 1);
}

function originOf(grafts: readonly Graft[], path: JsonPath): Graft | undefined {
  return grafts.findLast(
    ({ at }) => at.every((step, index) => path[index] === step) && path.length >= at.length,
  );
}

function translated({ at, from }: Graft, path: JsonPath): JsonPath {
  return [...from, ...path.slice(at.length)];
}

function expand(open: Open, value: Json, path: JsonPath, including: Including): Json {
  if (Array.isArray(value)) {
    return value.map((item: Json, index) => expand(open, item, [...path, index], including));
  }
  if (!isObject(value)) return value;
  const key = path.length === 0 && value["Fn::Transform"] === undefined ? "Transform" : "Fn::Transform";
  const locations = localIncludes(value[key]);
  const members = Object.entries(value).flatMap(([name, member]) => {
    const rest = name === key && locations.length > 0 ? withoutIncludes(member) : member;
    return rest === undefined ? [] : [[name, expand(open, rest, [...path, name], including)] as const];
  });
  const result = new Map<string, Json>(members);
  for (const location of locations) include(open, location, { path, key, result, including });
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

interface Target {
  readonly path: JsonPath;
  readonly key: string;
  readonly result: Map<string, Json>;
  readonly including: Including;
}

/** AWS::Include adds the file's keys beside the transform's own siblings. */
function include(open: Open, location: string, { path, key, result, including }: Target): void {
  const refuse = (message: string) => {
    including.findings.push({ level: "error", message, location: open.source.locate([...path, key]) });
  };
  const snippet = load(open.source.file, location, including, refuse);
  if (snippet === undefined) return;
  const { source, size } = snippet;
  open.size += size;
  if (open.size > MAX_VALUES) {
    const most = MAX_VALUES.toLocaleString("en-US");
    const { file } = open.source;
    refuse(`With ${source.file} and what else it includes, ${file} holds more than ${most} values.`);
    // Every file above this one holds even more.
    throw invalidTemplate(including.findings, `Correct ${file}.`);
  }
  for (const [name, member] of Object.entries(source.value)) {
    if (result.has(name)) {
      const { file, line } = source.locate([name]);
      const message = `${name} does not count here: ${file} (line ${line}), which is included, brings it, too.`;
      open.warnings.push({ level: "warning", message, location: open.source.locate([...path, name]) });
    }
    result.set(name, member);
    open.grafts.push({ at: [...path, name], source, from: [name] });
  }
}

function load(
  from: string,
  location: string,
  including: Including,
  refuse: (message: string) => void,
): Included | undefined {
  const { trail, files } = including;
  const file = workspacePath(from, location);
  if (file !== undefined && trail.includes(file)) {
    refuse(`Circular include: ${[...trail, file].join(" → ")}.`);
    return undefined;
  }
  if (file !== undefined && files.has(file)) return files.get(file);
  if (trail.length > MAX_DEPTH) {
    refuse(`${location} is included more than ${MAX_DEPTH} levels deep; no template needs that.`);
    return undefined;
  }
  const text = readLocal(including.read, location, file, refuse);
  if (file === undefined || text === undefined) return undefined;
  const included = includeInto(parseFragment(text, file), { ...including, trail: [...trail, file] });
  files.set(file, included);
  return included;
}
