import { canonical, isObject } from "../json.ts";
import type { Json, JsonObject, Resource } from "../model.ts";
import { type Reference, referencesIn } from "../templates/references.ts";
import { isTaggable, type Recreation, recreationAt, tagProperty } from "../templates/spec.ts";
import type { TemplateResource } from "../templates/template.ts";
import { type Difference, type PropertyPath, valueAt } from "./differences.ts";

export interface Detail {
  readonly attribute: string;
  readonly name: string | undefined;
  readonly path: string | undefined;
  readonly recreation: Recreation;
  readonly kind: "Add" | "Remove" | "Modify";
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly evaluation: "Static" | "Dynamic";
  readonly source: string;
  readonly cause: string | undefined;
  /** With DeploymentMode REVERT_DRIFT: what was deployed, and what is really there. */
  readonly drift?: { readonly previous: Json | undefined; readonly actual: Json | undefined };
}

export interface DetailsOf {
  readonly resource: TemplateResource;
  readonly previous: TemplateResource | undefined;
  readonly deployed: Resource;
  readonly found: readonly Difference[];
  readonly shownBefore: JsonObject;
  readonly shownAfter: JsonObject;
  readonly changedParameters: ReadonlySet<string>;
  readonly isUncertain: (logicalId: string) => boolean;
  readonly stackTagsChanged: boolean;
  readonly revertDrift: boolean;
}

/** One detail for every changed path and each of its causes. */
export function detailsOf(of: DetailsOf): Detail[] {
  const properties = of.found.flatMap((difference) => propertyDetails(difference, of));
  const hasOwnTags = properties.some(({ attribute }) => attribute === "Tags");
  const stackTags = of.stackTagsChanged && isTaggable(of.resource.type) && !hasOwnTags ? [STACK_TAGS] : [];
  return [...properties, ...stackTags, ...attributeDetails(of)];
}

// A stack-level tag reaches every resource that can carry tags; there is no path in the template to name.
const STACK_TAGS: Detail = {
  attribute: "Tags",
  name: undefined,
  path: undefined,
  recreation: "Never",
  kind: "Modify",
  before: undefined,
  after: undefined,
  evaluation: "Static",
  source: "DirectModification",
  cause: undefined,
};

/** Why a nested stack is listed when CloudFormation does not look inside it. */
export const DIRECT_AUTOMATIC: Detail = {
  ...STACK_TAGS,
  attribute: "Properties",
  evaluation: "Dynamic",
  source: "Automatic",
};

interface Cause {
  readonly evaluation: "Static" | "Dynamic";
  readonly source: string;
  readonly cause: string | undefined;
}

function propertyDetails({ path, kind }: Difference, of: DetailsOf): Detail[] {
  const { type } = of.resource;
  const isTag = path[0] === tagProperty(type);
  const target = {
    attribute: isTag ? "Tags" : "Properties",
    name: isTag ? undefined : String(path[0]),
    path: `/Properties/${path.join("/")}`,
    recreation: isTag ? ("Never" as const) : recreationAt(type, path),
    kind,
    before: valueAt(of.shownBefore, path),
    after: valueAt(of.shownAfter, path),
  };
  const previous = valueAt(of.deployed.shown, path);
  const isDrift = of.revertDrift && canonical(previous) !== canonical(target.before);
  const drift = isDrift ? { drift: { previous, actual: target.before } } : {};
  return causesOf(path, of).map((cause) => ({ ...target, ...cause, ...drift }));
}

const DIRECT: Cause = { evaluation: "Static", source: "DirectModification", cause: undefined };

function causesOf(path: PropertyPath, of: DetailsOf): Cause[] {
  const expression = expressionAt(of.resource.properties, path);
  const references = distinct(referencesIn(expression));
  const fromResources = references.filter(({ target }) => of.isUncertain(target)).map(fromResource);
  const fromParameters = references
    .filter(({ target }) => of.changedParameters.has(target))
    .flatMap(fromParameter);
  const before = of.previous && expressionAt(of.previous.properties, path);
  const isEdited = canonical(before) !== canonical(expression);
  const causes = [...fromResources, ...fromParameters];
  return isEdited || causes.length === 0 ? [DIRECT, ...causes] : causes;
}

function fromResource({ target, attribute }: Reference): Cause {
  return attribute === undefined
    ? { evaluation: "Dynamic", source: "ResourceReference", cause: target }
    : { evaluation: "Dynamic", source: "ResourceAttribute", cause: `${target}.${attribute}` };
}

// CloudFormation lists a changed parameter twice: as the known cause, and as a modification it has yet to evaluate.
function fromParameter({ target }: Reference): Cause[] {
  return [
    { evaluation: "Static", source: "ParameterReference", cause: target },
    { evaluation: "Dynamic", source: "DirectModification", cause: undefined },
  ];
}

/** The template's expression that decides the value at a path: descends until an intrinsic function. */
function expressionAt(properties: JsonObject, path: PropertyPath): Json | undefined {
  let current: Json | undefined = properties;
  for (const part of path) {
    const next: Json | undefined = valueAt(current, [part]);
    if (isObject(current) && (isIntrinsic(current) || next === undefined)) return current;
    if (next === undefined) return current;
    current = next;
  }
  return current;
}

function isIntrinsic(value: JsonObject): boolean {
  const [name = "", ...others] = Object.keys(value);
  return others.length === 0 && (name === "Ref" || name.startsWith("Fn::"));
}

function distinct(references: readonly Reference[]): Reference[] {
  return [...new Map(references.map((reference) => [canonical({ ...reference }), reference])).values()];
}

function attributeDetails({ resource, previous }: DetailsOf): Detail[] {
  if (!previous) return [];
  const pairs: [string, Json | undefined, Json | undefined][] = [
    ["Metadata", previous.metadata, resource.metadata],
    ["DeletionPolicy", previous.deletionPolicy, resource.deletionPolicy],
    ["UpdateReplacePolicy", previous.updateReplacePolicy, resource.updateReplacePolicy],
  ];
  return pairs
    .filter(([, before, after]) => canonical(before) !== canonical(after))
    .map(([attribute, before, after]) => ({
      ...DIRECT,
      attribute,
      name: undefined,
      path: `/${attribute}`,
      recreation: "Never",
      kind: before === undefined ? "Add" : after === undefined ? "Remove" : "Modify",
      before,
      after,
    }));
}
