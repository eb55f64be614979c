import { type OutputStructure, text } from "../../aws/query.ts";
import type { JsonObject } from "../model.ts";
import { neededCapabilities } from "../templates/capabilities.ts";
import { resourceSpec } from "../templates/spec.ts";
import { readTemplate, type Template } from "../templates/template.ts";
import { requireStack } from "../world.ts";
import { type Handler, templateBody } from "./input.ts";

export const getTemplateSummary: Handler = (world, params) => {
  const name = text(params, "StackName");
  const body =
    name === undefined
      ? templateBody(world, params, undefined)
      : (requireStack(world, name).definition?.body ?? "");
  const template = readTemplate(body);
  const types = [...template.resources.values()].map(({ type }) => type);
  const metadata = template.source.Metadata;
  return {
    Parameters: Object.entries(template.parameters).map(([key, declaration]) => ({
      ...declared(key, declaration),
      ParameterType: String(declaration.Type ?? "String"),
      ParameterConstraints: {
        AllowedValues: Array.isArray(declaration.AllowedValues)
          ? declaration.AllowedValues.map(String)
          : undefined,
      },
    })),
    ...described(template),
    ResourceTypes: [...new Set(types)],
    Version: typeof template.source.AWSTemplateFormatVersion === "string" ? "2010-09-09" : undefined,
    Metadata: metadata === undefined ? undefined : JSON.stringify(metadata),
    ResourceIdentifierSummaries: [...new Set(types)].map((type) => ({
      ResourceType: type,
      LogicalResourceIds: [...template.resources.values()]
        .filter((resource) => resource.type === type)
        .map(({ logicalId }) => logicalId),
      ResourceIdentifiers: [...(resourceSpec(type)?.primaryIdentifier ?? [])],
    })),
  };
};

export const validateTemplate: Handler = (world, params) => {
  const template = readTemplate(templateBody(world, params, undefined));
  return {
    Parameters: Object.entries(template.parameters).map(([key, declaration]) => declared(key, declaration)),
    ...described(template),
  };
};

function described(template: Template): OutputStructure {
  const { capabilities, reason } = neededCapabilities(template);
  return {
    Description: template.description,
    Capabilities: capabilities,
    CapabilitiesReason: reason,
    DeclaredTransforms: template.transforms,
  };
}

function declared(key: string, declaration: JsonObject): OutputStructure {
  return {
    ParameterKey: key,
    DefaultValue: declaration.Default === undefined ? undefined : String(declaration.Default),
    NoEcho: String(declaration.NoEcho) === "true",
    Description: typeof declaration.Description === "string" ? declaration.Description : undefined,
  };
}
