import { isObject } from "../canonical.ts";
import { attributeParts, visitFunctions } from "../functions.ts";
import { usesMacros } from "../macros.ts";
import type {
  DeclaredParameter,
  Finding,
  Json,
  JsonObject,
  JsonPath,
  RenderedTemplate,
  SourceTemplate,
} from "../model.ts";
import { didYouMean } from "../nearest.ts";
import { violations } from "../parameters/constraints.ts";
import { quoted } from "../parameters/resolveProblems.ts";
import { scalarText } from "../scalarText.ts";
import { subVariables } from "../subText.ts";
import { isLocalPath } from "./localPaths.ts";

/** The types that make a nested stack, and the property that names its template. */
const NESTING: ReadonlyMap<string, string> = new Map([
  ["AWS::CloudFormation::Stack", "TemplateURL"],
  // A text is a template's place; an object names an application of the Serverless Application Repository.
  ["AWS::Serverless::Application", "Location"],
]);

/** A nested stack whose template is a local file. */
export interface NestedTemplate {
  readonly logicalId: string;
  /** As it is written: relative to the template that names it. */
  readonly templateUrl: string;
  readonly path: JsonPath;
}

/** The nested stacks of a template whose template is a local path, as `aws cloudformation package` reads it. */
export function nestedTemplates(value: JsonObject): readonly NestedTemplate[] {
  if (!isObject(value.Resources)) return [];
  return Object.entries(value.Resources).flatMap(([logicalId, resource]) => {
    const nesting = nestingOf(resource);
    const templateUrl = nesting?.properties[nesting.property];
    if (nesting === undefined || typeof templateUrl !== "string" || !isLocalPath(templateUrl)) return [];
    return [{ logicalId, templateUrl, path: ["Resources", logicalId, "Properties", nesting.property] }];
  });
}

/** A nested stack as its parent's template names it. */
export interface NestedStack {
  readonly logicalId: string;
  /** `undefined` where only CloudFormation can tell. */
  readonly url: string | undefined;
  readonly isLocal: boolean;
}

/** The nested stacks that a template writes out. What a loop makes is none of them, nor is an application of the repository's. */
export function nestedStacks(value: JsonObject): readonly NestedStack[] {
  if (!isObject(value.Resources)) return [];
  return Object.entries(value.Resources).flatMap(([logicalId, resource]): NestedStack[] => {
    const nesting = nestingOf(resource);
    if (nesting === undefined) return [];
    const url = nesting.properties[nesting.property];
    return typeof url === "string"
      ? [{ logicalId, url, isLocal: isLocalPath(url) }]
      : [{ logicalId, url: undefined, isLocal: false }];
  });
}

/** The template with other URLs of its nested templates, by logical id. */
export function withTemplateUrls(value: JsonObject, urls: ReadonlyMap<string, string>): JsonObject {
  const resources = isObject(value.Resources) ? value.Resources : {};
  const changed = Object.entries(resources).map(([logicalId, resource]) => {
    const url = urls.get(logicalId);
    const nesting = nestingOf(resource);
    if (url === undefined || nesting === undefined || !isObject(resource)) return [logicalId, resource];
    return [logicalId, { ...resource, Properties: { ...nesting.properties, [nesting.property]: url } }];
  });
  return { ...value, Resources: Object.fromEntries(changed) };
}

/** The property that names the template of a nested stack; `undefined` of any other resource. */
export function nestingProperty(resource: JsonObject): string | undefined {
  return NESTING.get(String(resource.Type));
}

function nestingOf(resource: Json) {
  const property = isObject(resource) ? nestingProperty(resource) : undefined;
  if (!isObject(resource) || property === undefined) return undefined;
  const properties = isObject(resource.Properties) ? resource.Properties : {};
  return property === "Location" && typeof properties.Location !== "string"
    ? undefined
    : { property, properties };
}

/**
 * Checks what a parent gives to a nested stack against the child's declarations, and which of the child's outputs it
 * uses: parameters that the child has not, required ones that are missing, literal values that break a constraint.
 */
export function checkNested(
  parent: SourceTemplate,
  logicalId: string,
  child: RenderedTemplate,
): readonly Finding[] {
  const resources = isObject(parent.value.Resources) ? parent.value.Resources : {};
  const properties = nestingOf(resources[logicalId] ?? null)?.properties ?? {};
  const path = ["Resources", logicalId, "Properties", "Parameters"];
  const finding = (at: JsonPath, message: string): Finding => ({
    level: "error",
    message,
    location: parent.locate(at),
    logicalId,
  });
  // A function or macro may give parameters that are not visible here.
  const isPlain = properties.Parameters === undefined || isObject(properties.Parameters);
  const given = isObject(properties.Parameters) ? properties.Parameters : {};
  const missing = child.parameters.filter(
    ({ name, default: value }) => value === undefined && !Object.hasOwn(given, name),
  );
  return [
    ...(isPlain && given["Fn::If"] === undefined && given["Fn::Transform"] === undefined
      ? [
          ...Object.entries(given).flatMap(([name, value]) =>
            givenProblems(child, name, scalarText(value, parent.spelling?.([...path, name]))).map((message) =>
              finding([...path, name], message),
            ),
          ),
          ...missing.map(({ name }) =>
            finding(
              path,
              `${logicalId} gives no value for parameter ${name} of ${child.file}, which has no default.`,
            ),
          ),
        ]
      : []),
    ...outputProblems(parent.value, logicalId, child).map(([at, message]) => finding(at, message)),
  ];
}

/** @param text `undefined` of what is no literal */
function givenProblems(child: RenderedTemplate, name: string, text: string | undefined): readonly string[] {
  const declaration = child.parameters.find((parameter) => parameter.name === name);
  if (declaration === undefined) {
    const names = child.parameters.map((parameter) => parameter.name);
    return [`${name} is not a parameter of ${child.file}.${didYouMean(name, names)}`];
  }
  return text === undefined ? [] : literalProblems(declaration, text, child.file);
}

function literalProblems(declaration: DeclaredParameter, text: string, file: string): readonly string[] {
  return violations(declaration, text).flatMap((violation) => {
    if (violation.kind === "undecided") return [];
    return [`${declaration.name} of ${file} is ${quoted(declaration, text)}; it must ${violation.must}.`];
  });
}

function outputProblems(
  value: JsonObject,
  logicalId: string,
  child: RenderedTemplate,
): readonly [JsonPath, string][] {
  const outputs = isObject(child.value.Outputs) ? Object.keys(child.value.Outputs) : [];
  if (outputs.some((name) => name.startsWith("Fn::")) || usesMacros(child.value)) return [];
  const problems: [JsonPath, string][] = [];
  visitFunctions(
    { Resources: value.Resources ?? {}, Outputs: value.Outputs ?? {} },
    [],
    ({ name, argument, path }) => {
      for (const attribute of attributesOf(name, argument, logicalId)) {
        const output = /^Outputs\.(.+)$/.exec(attribute)?.[1];
        if (output === undefined || outputs.includes(output)) continue;
        problems.push([path, `${child.file} has no output ${output}.${didYouMean(output, outputs)}`]);
      }
    },
  );
  return problems;
}

/** The attributes of a resource that an `Fn::GetAtt` or the text of an `Fn::Sub` reads. */
function attributesOf(name: string, argument: Json, logicalId: string): readonly string[] {
  if (name === "Fn::GetAtt") {
    const parts = attributeParts(argument);
    return parts?.logicalId === logicalId && typeof parts.attribute === "string" ? [parts.attribute] : [];
  }
  const [text, variables] = name !== "Fn::Sub" ? [] : Array.isArray(argument) ? argument : [argument];
  if (typeof text !== "string") return [];
  const own = isObject(variables) ? variables : {};
  const named = [...new Set(subVariables(text))].filter((variable) => !Object.hasOwn(own, variable));
  return named.flatMap((variable) =>
    variable.startsWith(`${logicalId}.`) ? [variable.slice(logicalId.length + 1)] : [],
  );
}
