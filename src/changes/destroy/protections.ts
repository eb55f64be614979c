import {
  type Evaluated,
  type EvaluatedObject,
  isEvaluatedObject,
  UNKNOWN,
} from "../../template/evaluate/evaluated.ts";
import { PROTECTIONS } from "./protections.data.ts";

/** Whether a resource refuses its own deletion, as far as its properties tell. */
export interface Protection {
  /** The property to change, as the template writes it: `DeletionProtection`. */
  readonly property: string;
  readonly state: "on" | "off" | "unknown";
}

/** What a resource of this type says of its protection; `undefined` where the type has none. */
export function protectionOf(type: string, properties: EvaluatedObject): Protection | undefined {
  const path = paths().get(type);
  if (path === undefined) return undefined;
  const states = valuesAt(properties, path).map((value) => stateOf(type, value));
  const state = states.includes("on") ? "on" : states.includes("unknown") ? "unknown" : "off";
  return { property: path[0] ?? "", state };
}

/** Whether the type has a protection of its own at all. */
export function canBeProtected(type: string): boolean {
  return paths().has(type);
}

/** The paths below `Properties` at which a type says so: its own or, where the schema knew none yet, all that there are. */
export function protectionPaths(type: string): readonly string[] {
  const own = paths().get(type);
  return own === undefined ? Object.keys(PROTECTIONS) : [own.join("/")];
}

/**
 * Whether the property path of a change, `/Properties/DeletionProtection`, is the type's protection. A list of keys and
 * values is changed as a list: which of its keys is meant no path says.
 */
export function isProtectionPath(type: string, pointer: string): boolean {
  const path = paths().get(type);
  const steps = pointer.split("/").slice(2);
  if (path === undefined || !pointer.startsWith("/Properties/") || steps.length !== path.length) return false;
  return path.every((step, index) =>
    step === "*" ? /^\d+$/.test(steps[index] ?? "") : steps[index] === step,
  );
}

/** What a value says: of the property, or of a parameter that it is taken from. `undefined`: there is none. */
export function stateOf(type: string, value: Evaluated | undefined): Protection["state"] {
  if (value === undefined || value === null) return ON_BY_DEFAULT.has(type) ? "on" : "off";
  if (typeof value === "object") return "unknown";
  const text = String(value).toLowerCase();
  if (OFF.has(text)) return "off";
  return ON.has(text) ? "on" : "unknown";
}

// `BYPASS` and `ACCOUNT_DEFAULT` are AppConfig's, whose check only asks whether the thing was used within the hour.
const OFF = new Set(["false", "disabled", "inactive", "none", "bypass", "account_default"]);
const ON = new Set(["true", "enabled", "active", "apply", "prevent-force-deletion", "prevent-all-deletion"]);

/**
 * Protected where the template says nothing. Sources: the properties' texts in the schema (QLDB), and the API references
 * of CloudTrail's CreateEventDataStore, NeptuneGraph's CreateGraph and DSQL's CreateCluster.
 */
const ON_BY_DEFAULT: ReadonlySet<string> = new Set([
  "AWS::CloudTrail::EventDataStore",
  "AWS::DSQL::Cluster",
  "AWS::NeptuneGraph::Graph",
  "AWS::QLDB::Ledger",
]);

/** The values at a path; a list of keys and values is entered by a key. */
function valuesAt(value: Evaluated | undefined, path: readonly string[]): readonly (Evaluated | undefined)[] {
  const [step, ...rest] = path;
  if (step === undefined || value === UNKNOWN) return [value];
  if (Array.isArray(value)) return listAt(value as readonly Evaluated[], step, rest);
  return valuesAt(isEvaluatedObject(value) ? value[step] : undefined, rest);
}

function listAt(
  items: readonly Evaluated[],
  step: string,
  rest: readonly string[],
): readonly (Evaluated | undefined)[] {
  if (step === "*") return items.flatMap((item) => valuesAt(item, rest));
  const objects = items.map((item) => (isEvaluatedObject(item) ? item : undefined));
  const entry = objects.find((item) => item?.Key === step);
  if (entry !== undefined) return [entry.Value];
  return [objects.some((item) => item === undefined || item.Key === UNKNOWN) ? UNKNOWN : undefined];
}

// Built at first use: few runs destroy anything.
let byType: ReadonlyMap<string, readonly string[]> | undefined;

function paths(): ReadonlyMap<string, readonly string[]> {
  byType ??= new Map(
    Object.entries(PROTECTIONS).flatMap(([path, types]) =>
      types.split(" ").map((type) => [`AWS::${type}`, path.split("/")] as const),
    ),
  );
  return byType;
}
