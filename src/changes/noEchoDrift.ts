import { usesMacros } from "../template/macros.ts";
import type { Json, JsonObject } from "../template/model.ts";
import type { ResourceDrift, StackDrift } from "./drift.ts";
import { declarationsIn, noEchoNames } from "./noEcho.ts";
import { isObject } from "./resourceState.ts";

/** What of a stack takes the values of NoEcho parameters, as its deployed template tells. */
export interface NoEchoUse {
  /** Whether a drifted property of the stack's own resource takes one: drift detection may tell it. */
  readonly takes: (resource: Pick<ResourceDrift, "logicalId">, path: string) => boolean;
  /** The parameters of a nested stack that one is passed to, be they declared NoEcho there or not; `undefined`: perhaps any. */
  readonly passes: (nested: string) => ReadonlySet<string> | undefined;
}

/**
 * @param template absent where it cannot be read: then every property may take one
 * @param passed the parameters that take one from the stack above; `undefined`: perhaps any
 */
export function noEchoUse(
  template: JsonObject | undefined,
  passed: ReadonlySet<string> | undefined,
): NoEchoUse {
  if (template === undefined) return { takes: () => true, passes: () => undefined };
  const declared = Object.keys(declarationsIn(template));
  const names = new Set([...noEchoNames(template), ...(passed ?? declared)]);
  const resources = isObject(template.Resources) ? template.Resources : {};
  const propertiesOf = (logicalId: string) => {
    const resource = Object.hasOwn(resources, logicalId) ? resources[logicalId] : undefined;
    return isObject(resource) ? resource.Properties : undefined;
  };
  // What a macro or a loop makes is not in the template as it was sent: such a resource may take any that is there.
  const mayTakeUnseen = names.size > 0 && usesMacros(template);
  return {
    takes: ({ logicalId }, path) =>
      Object.hasOwn(resources, logicalId)
        ? takesAt(propertiesOf(logicalId) ?? null, path.split("/").slice(1), names)
        : mayTakeUnseen,
    passes: (nested) => passedBy(propertiesOf(nested), names),
  };
}

/** What has no plain list of parameters to be read (a macro or a loop makes it) may pass anything on that is there. */
function passedBy(nested: Json | undefined, names: ReadonlySet<string>): ReadonlySet<string> | undefined {
  if (names.size === 0) return new Set();
  if (!isObject(nested)) return undefined;
  const given = nested.Parameters ?? {};
  if (!isObject(given) || Object.keys(given).some((key) => key.includes("::") || key === "Ref"))
    return refersTo(given, names) ? undefined : new Set();
  return new Set(Object.keys(given).filter((key) => refersTo(given[key] ?? null, names)));
}

/** The drift with nothing but asterisks where a property may not be shown, as AWS itself writes a NoEcho value. */
export function withoutNoEcho(drift: StackDrift, isHidden: NoEchoUse["takes"]): StackDrift {
  const resources = drift.resources.map((resource) => ({
    ...resource,
    differences: resource.differences.map((it) =>
      isHidden(resource, it.path) ? { ...it, expected: masked(it.expected), actual: masked(it.actual) } : it,
    ),
  }));
  return { ...drift, resources };
}

function masked(value: string): string {
  return value === "" ? "" : "****";
}

/**
 * Whether what is at a path below a node takes one: the function that makes it, or what is there. In a list any item may stand
 * at the place by now: somebody takes one out by hand, or a condition leaves it out, and all behind it moves.
 */
function takesAt(node: Json, steps: readonly string[], names: ReadonlySet<unknown>): boolean {
  const [step, ...rest] = steps;
  if (step === undefined) return refersTo(node, names);
  if (Array.isArray(node)) return node.some((item: Json) => takesAt(item, rest, names));
  return isObject(node) && Object.hasOwn(node, step)
    ? takesAt(node[step] ?? null, rest, names)
    : refersTo(node, names);
}

function refersTo(node: Json, names: ReadonlySet<unknown>): boolean {
  if (typeof node === "string")
    return [...node.matchAll(/\$\{\s*(\w+)\s*\}/g)].some(([, name = ""]) => names.has(name));
  if (Array.isArray(node)) return node.some((item: Json) => refersTo(item, names));
  if (!isObject(node)) return false;
  return names.has(node.Ref) || Object.values(node).some((member) => refersTo(member, names));
}
