import { isObject } from "./canonical.ts";
import { violations } from "./constraints.ts";
import { attributeParts, visitFunctions } from "./functions.ts";
import { isLocalPath } from "./localPaths.ts";
import { usesMacros } from "./macros.ts";
import type {
  DeclaredParameter,
  Finding,
  Json,
  JsonObject,
  JsonPath,
  RenderedTemplate,
  SourceTemplate,
} from "./model.ts";
import { didYouMean } from "./nearest.ts";
import { scalarText } from "./parameters.ts";
import { quoted } from "./resolveProblems.ts";
import { subVariables } from "./subText.ts";

/** An `AWS::CloudFormation::Stack` whose template is a local file. */
export interface NestedTemplate {
  readonly logicalId: string;
  /** As it is written: relative to the template that names it. */
  readonly templateUrl: string;
  readonly path: JsonPath;
}

/** The nested stacks of a template whose `TemplateURL` is a local path, as `aws cloudformation package` reads it. */
export function nestedTemplates(value: JsonObject): readonly NestedTemplate[] {
  if (!isObject(value.Resources)) return [];
  return Object.entries(value.Resources).flatMap(([logicalId, resource]) => {
    const templateUrl = nestedProperties(resource)?.TemplateURL;
    if (typeof templateUrl !== "string" || !isLocalPath(templateUrl)) return [];
    return [{ logicalId, templateUrl, path: ["Resources", logicalId, "Properties", "TemplateURL"] }];
  });
}

/** What stands in a comparison for the URL of a template that this action uploads: its content decides it. */
export const UPLOADED = "(uploaded template)";

/** A nested stack as its parent's template names it. */
export interface NestedStack {
  readonly logicalId: string;
  /** `undefined` where only CloudFormation can tell. */
  readonly url: string | undefined;
  readonly isLocal: boolean;
}

/** Every nested stack of a template. */
export function nestedStacks(value: JsonObject): readonly NestedStack[] {
  if (!isObject(value.Resources)) return [];
  return Object.entries(value.Resources).flatMap(([logicalId, resource]): NestedStack[] => {
    if (!isObject(resource) || resource.Type !== "AWS::CloudFormation::Stack") return [];
    const url = nestedProperties(resource)?.TemplateURL;
    return typeof url === "string"
      ? [{ logicalId, url, isLocal: isLocalPath(url) }]
      : [{ logicalId, url: undefined, isLocal: false }];
  });
}

/** The template with other `TemplateURL`s, by logical id. */
export function withTemplateUrls(value: JsonObject, urls: ReadonlyMap<string, string>): JsonObject {
  const resources = isObject(value.Resources) ? value.Resources : {};
  const changed = Object.entries(resources).map(([logicalId, resource]) => {
    const url = urls.get(logicalId);
    const properties = nestedProperties(resource);
    if (url === undefined || properties === undefined || !isObject(resource)) return [logicalId, resource];
    return [logicalId, { ...resource, Properties: { ...properties, TemplateURL: url } }];
  });
  return { ...value, Resources: Object.fromEntries(changed) };
}

function nestedProperties(resource: Json): JsonObject | undefined {
  if (!isObject(resource) || resource.Type !== "AWS::CloudFormation::Stack") return undefined;
  return isObject(resource.Properties) ? resource.Properties : undefined;
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
  const properties = nestedProperties(resources[logicalId] ?? null) ?? {};
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
            givenProblems(child, name, value).map((message) => finding([...path, name], message)),
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

function givenProblems(child: RenderedTemplate, name: string, value: Json): readonly string[] {
  const declaration = child.parameters.find((parameter) => parameter.name === name);
  if (declaration === undefined) {
    const names = child.parameters.map((parameter) => parameter.name);
    return [`${name} is no parameter of ${child.file}.${didYouMean(name, names)}`];
  }
  const text = scalarText(value);
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
