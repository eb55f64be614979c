import { validationError } from "../../aws/errors.ts";
import { isObject, objectOf } from "../json.ts";
import type { Json, JsonObject } from "../model.ts";
import { checkReferences } from "./references.ts";
import { resourceSpec } from "./spec.ts";
import { parseYaml } from "./yaml.ts";

export interface TemplateResource {
  readonly logicalId: string;
  readonly type: string;
  readonly condition: string | undefined;
  readonly properties: JsonObject;
  readonly dependsOn: readonly string[];
  readonly deletionPolicy: string | undefined;
  readonly updateReplacePolicy: string | undefined;
  readonly metadata: Json | undefined;
}

export interface Template {
  readonly source: JsonObject;
  readonly description: string | undefined;
  readonly parameters: Readonly<Record<string, JsonObject>>;
  readonly mappings: JsonObject;
  readonly conditions: JsonObject;
  readonly resources: ReadonlyMap<string, TemplateResource>;
  readonly outputs: Readonly<Record<string, JsonObject>>;
  readonly transforms: readonly string[];
}

const SECTIONS = new Set(
  (
    "AWSTemplateFormatVersion Description Metadata Parameters Rules Mappings Conditions Transform Hooks " +
    "Resources Outputs"
  ).split(" "),
);

/** Reads a template (JSON or YAML) and refuses what CloudFormation refuses, in its words. */
export function readTemplate(body: string): Template {
  const known = READ.get(body);
  if (known) return known;
  const template = read(body);
  if (READ.size > 200) READ.clear();
  READ.set(body, template);
  return template;
}

/** Templates read before: one template is looked at many times during an operation, and never changes. */
const READ = new Map<string, Template>();

function read(body: string): Template {
  const source = parseBody(body);
  if (!isObject(source)) throw validationError("Template format error: unsupported structure.");
  const unknown = Object.keys(source).filter((section) => !SECTIONS.has(section));
  if (unknown.length > 0) {
    throw validationError(`Invalid template property or properties [${unknown.join(", ")}]`);
  }
  const template = shape(source);
  checkTypes(template);
  checkReferences(template);
  return template;
}

function parseBody(body: string): Json {
  if (body.trimStart().startsWith("{")) return parseJson(body);
  const parsed = parseYaml(body);
  if ("value" in parsed) return parsed.value;
  const { line, column } = parsed.error;
  throw validationError(`Template format error: YAML not well-formed. (line ${line}, column ${column})`);
}

function parseJson(body: string): Json {
  try {
    return JSON.parse(body) as Json;
  } catch {
    const before = body.slice(0, firstBadCharacter(body)).split("\n");
    const place = `(line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`;
    throw validationError(`Template format error: JSON not well-formed. ${place}`);
  }
}

/** Where JSON stops being JSON. Not every message of the parser tells, so the shortest bad prefix is sought. */
function firstBadCharacter(body: string): number {
  let [good, bad] = [0, body.length + 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isBadPrefix(body.slice(0, middle))) bad = middle;
    else good = middle;
  }
  return good;
}

function isBadPrefix(prefix: string): boolean {
  try {
    JSON.parse(prefix);
    return false;
  } catch (error) {
    const { message } = error as Error;
    if (/end of JSON|Unterminated/.test(message)) return false;
    const position = /position (\d+)/.exec(message)?.[1];
    return position === undefined || Number(position) < prefix.length;
  }
}

function shape(source: JsonObject): Template {
  const resources = Object.entries(objectOf(source.Resources));
  if (resources.length === 0) {
    throw validationError("Template format error: At least one Resources member must be defined.");
  }
  return {
    source,
    description: typeof source.Description === "string" ? source.Description : undefined,
    parameters: objectOf(source.Parameters) as Template["parameters"],
    mappings: objectOf(source.Mappings),
    conditions: objectOf(source.Conditions),
    resources: new Map(resources.map(([id, body]) => [id, resource(id, body)])),
    outputs: objectOf(source.Outputs) as Template["outputs"],
    transforms: [source.Transform ?? []].flat().filter((name) => typeof name === "string"),
  };
}

function resource(logicalId: string, body: Json): TemplateResource {
  if (!/^[a-zA-Z0-9]{1,255}$/.test(logicalId)) {
    throw validationError(`Template format error: Resource name ${logicalId} is non alphanumeric.`);
  }
  if (!isObject(body) || typeof body.Type !== "string") {
    throw validationError(
      `Template format error: [/Resources/${logicalId}] Every Resources object must contain a Type member.`,
    );
  }
  return {
    logicalId,
    type: body.Type,
    condition: name(body.Condition),
    properties: objectOf(body.Properties),
    dependsOn: [body.DependsOn ?? []].flat().filter((id) => typeof id === "string"),
    deletionPolicy: name(body.DeletionPolicy),
    updateReplacePolicy: name(body.UpdateReplacePolicy),
    metadata: body.Metadata,
  };
}

function name(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function checkTypes(template: Template): void {
  const types = [...template.resources.values()].map(({ type }) => type);
  // Custom resources, modules and private types are not in any public list of types.
  const unknown = types.filter((type) => type.startsWith("AWS::") && !resourceSpec(type));
  if (unknown.length > 0) {
    throw validationError(
      `Template format error: Unrecognized resource types: [${[...new Set(unknown)].join(", ")}]`,
    );
  }
}
