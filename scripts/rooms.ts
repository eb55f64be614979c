import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/**
 * The rooms of src/ and their imports. Checks that each room imports only what it may, that no two rooms need each other
 * and that none is crowded, and draws the map into docs/architecture.md: `node scripts/rooms.ts`, with `--check` it only
 * says whether the map is current.
 */
const PAGE = "docs/architecture.md";
const MOST_FILES = 20;

/** A file of src/ that is no room's. `index.ts` and `run.ts` wire everything and may import all. */
const FREE = ["index", "run"];

const TEMPLATE = ["template", "template/*"];
const CORE = [...TEMPLATE, "changes", "changes/*", "estimate", "stack", "secrets", "errors"];

/** What a room may import, beside the files of its own folder and of the folder above. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  secrets: ["errors"],
  stack: ["errors"],
  template: ["secrets", "errors"],
  "template/text": ["secrets", "errors"],
  "template/parameters": ["template/text", "secrets", "errors"],
  "template/check": ["errors"],
  "template/tree": ["template/text", "template/parameters", "template/check", "errors"],
  "template/evaluate": ["template/tree", "errors"],
  changes: [...TEMPLATE, "changes/*", "stack", "secrets", "errors"],
  "changes/costs": [...TEMPLATE, "changes/items", "errors"],
  "changes/destroy": [...TEMPLATE, "changes/items", "stack", "errors"],
  "changes/policies": [...TEMPLATE, "changes/items", "errors"],
  "changes/redaction": [...TEMPLATE, "changes/items", "secrets", "errors"],
  "changes/verdict": [...TEMPLATE, "changes/destroy", "changes/policies", "stack", "errors"],
  "changes/items": [...TEMPLATE, "stack", "errors"],
  "changes/items/now": ["changes", ...TEMPLATE, "stack", "errors"],
  "changes/review": [...TEMPLATE, "changes/items", "errors"],
  estimate: ["template", "changes", "changes/destroy", "changes/items", "changes/verdict", "stack"],
  report: ["report/*", ...CORE],
  "report/sections": ["report/text", ...CORE],
  "report/text": CORE,
  deployments: ["template", "template/text", "template/parameters", "secrets", "errors"],
  ports: CORE,
  flows: [
    "flows/*",
    "deployments",
    "ports",
    "report",
    "report/*",
    "inputs",
    "audience",
    "plan",
    "poll",
    ...CORE,
  ],
  "flows/render": ["ports", "inputs", ...CORE],
  "flows/change": ["flows/preflight", "flows/render", "ports", ...CORE],
  "flows/review": ["flows/change", "deployments", "ports", ...CORE],
  "flows/watch": ["ports", "poll", "unlessCancelled", ...CORE],
  "flows/preflight": ["ports", ...CORE],
  "flows/preflight/checks": ["flows/preflight/facts", "ports", ...CORE],
  "flows/preflight/facts": CORE,
  "flows/discover": [
    ...["flows/preview", "flows/render", "flows/review", "deployments", "ports", "report", "report/text"],
    ...["inputs", "plan", ...CORE],
  ],
  "flows/tell": ["flows/change", "flows/watch", "ports", "report", "report/*", "inputs", "plan", ...CORE],
  "flows/preview": ["flows/*", "ports", "report", "report/*", "audience", "poll", ...CORE],
  "flows/deploy": ["flows/*", "ports", "report", "report/*", "poll", ...CORE],
  "flows/destroy": ["flows/*", "ports", "report", "report/*", "inputs", "poll", "unlessCancelled", ...CORE],
  aws: ["aws/*", "ports", "poll", "unlessCancelled", ...CORE],
  "aws/changeSets": ["ports", "poll", ...CORE],
  "aws/deletions": ["aws/sdk", "ports", "poll", ...CORE],
  "aws/preflight": ["aws/sdk", "ports", ...CORE],
  "aws/sdk": [],
  github: ["ports", ...CORE],
  network: ["errors"],
  pack: ["ports", "inside", ...CORE],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

const src = join(import.meta.dirname, "..", "src");

/** Every import between two rooms, by the files. */
function imports(): readonly Import[] {
  return sources().flatMap((from) => {
    const text = readFileSync(join(src, from), "utf8");
    const found = [...text.matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)];
    return found.map(([, path = ""]) => ({ from, to: normalize(join(dirname(from), path)) }));
  });
}

function sources(): readonly string[] {
  return readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
}

/** A file's folder; a file that lies in src/ itself is a room of its own. */
function roomOf(file: string): string {
  const folder = dirname(file);
  return folder === "." ? file.replace(/\.ts$/, "") : folder;
}

function isFamily(one: string, other: string): boolean {
  return one === other || dirname(one) === other || dirname(other) === one;
}

function isAllowed({ from, to }: Import): boolean {
  const [room, target] = [roomOf(from), roomOf(to)];
  if (!from.includes("/") || isFamily(room, target)) return true;
  const allowed = MAY_IMPORT[room] ?? [];
  return allowed.some(
    (name) => name === target || (name.endsWith("/*") && dirname(target) === name.slice(0, -2)),
  );
}

function forbidden(all: readonly Import[]): readonly string[] {
  const rooms = new Set(
    sources()
      .filter((file) => file.includes("/"))
      .map(roomOf),
  );
  return [
    ...all.filter((one) => !isAllowed(one)).map(({ from, to }) => `src/${from} may not import src/${to}`),
    ...all
      .filter(({ from, to }) => FREE.includes(roomOf(to)) && !FREE.includes(roomOf(from)))
      .map(({ from, to }) => `src/${from} imports src/${to}, which wires everything`),
    ...[...rooms]
      .filter((room) => MAY_IMPORT[room] === undefined)
      .map((room) => `src/${room} is no room that scripts/rooms.ts knows`),
  ];
}

/** Rooms that need each other. A folder's own files and its rooms are one family, whose files the linter keeps apart. */
function cycles(all: readonly Import[]): readonly string[] {
  const edges = new Map<string, Set<string>>();
  for (const { from, to } of all) {
    const [room, target] = [roomOf(from), roomOf(to)];
    if (isFamily(room, target)) continue;
    edges.set(room, (edges.get(room) ?? new Set()).add(target));
  }
  const reaches = (start: string, goal: string): boolean => {
    const seen = new Set<string>();
    const open = [start];
    for (let room = open.pop(); room !== undefined; room = open.pop()) {
      for (const next of edges.get(room) ?? []) {
        if (next === goal) return true;
        if (!seen.has(next)) open.push(next);
        seen.add(next);
      }
    }
    return false;
  };
  return [...edges.keys()]
    .filter((room) => reaches(room, room))
    .map((room) => `src/${room} needs itself through other rooms`);
}

function crowded(): readonly string[] {
  const counts = Map.groupBy(sources(), (file) => dirname(file));
  return [...counts]
    .filter(([, files]) => files.length > MOST_FILES)
    .map(([folder, files]) => `src/${folder} has ${files.length} files, more than ${MOST_FILES}`);
}

/** Three pictures: the rooms as a whole, and what is inside of the two largest. */
function map(all: readonly Import[]): string {
  const top = (room: string) => room.split("/")[0] ?? room;
  const folders = new Set(
    sources()
      .filter((file) => file.includes("/"))
      .map((file) => top(file)),
  );
  const whole = all
    .map(
      ({ from, to }) =>
        [from.includes("/") ? top(from) : "entry", to.includes("/") ? top(to) : "entry"] as const,
    )
    .filter(([, to]) => folders.has(to));
  const inside = (parent: string) =>
    all
      .map(({ from, to }) => [roomOf(from), roomOf(to)] as const)
      .filter(([from, to]) => dirname(from) === parent && dirname(to) === parent)
      .map(([from, to]) => [from.slice(parent.length + 1), to.slice(parent.length + 1)] as const);
  return [
    "The rooms; `entry` is the files of `src/` itself (`index.ts`, `run.ts`, what reads inputs and events):",
    picture(whole),
    "Inside `flows/`:",
    picture(inside("flows")),
    "Inside `template/`:",
    picture(inside("template")),
  ].join("\n\n");
}

function picture(pairs: readonly (readonly [string, string])[]): string {
  const edges = new Set(pairs.filter(([from, to]) => from !== to).map(([from, to]) => `  ${from} --> ${to}`));
  return ["```mermaid", "flowchart TD", ...[...edges].sort(), "```"].join("\n");
}

const all = imports();
const problems = [...forbidden(all), ...cycles(all), ...crowded()];
const page = readFileSync(PAGE, "utf8");
const drawn = page.replace(
  /(<!-- generated: rooms -->\n).*?(<!-- \/generated -->)/s,
  (_, start: string, end: string) => `${start}\n${map(all)}\n\n${end}`,
);
if (!drawn.includes("```mermaid\nflowchart TD\n  ")) problems.push(`${PAGE} has no place for the map`);
if (process.argv.includes("--check")) {
  if (drawn !== page) problems.push(`the map in ${PAGE} is not current: run npm run generate:rooms`);
} else {
  writeFileSync(PAGE, drawn);
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
