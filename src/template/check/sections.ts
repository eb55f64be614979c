import { isObject } from "../canonical.ts";
import type { Json } from "../model.ts";
import type { Checking } from "./check.ts";
import { checkMappings } from "./mappings.ts";

/** The template anatomy; `Globals` belongs to the AWS::Serverless transform. */
const SECTIONS = [
  "AWSTemplateFormatVersion",
  "Conditions",
  "Description",
  "Globals",
  "Hooks",
  "Mappings",
  "Metadata",
  "Outputs",
  "Parameters",
  "Resources",
  "Rules",
  "Transform",
] as const;

const MAPPINGS_OF_NAMES = ["Conditions", "Mappings", "Outputs", "Rules", "Metadata", "Hooks"] as const;

/** Checks the top level: known sections of the right kind, the version, and what Mappings and Outputs hold. */
export function checkSections(checking: Checking): void {
  const { source, report, hasMacros } = checking;
  for (const name of Object.keys(source.value)) {
    if ((SECTIONS as readonly string[]).includes(name) || hasMacros) continue;
    report("error", [name], `${name} is not a section of a template.${checking.suggest(name, SECTIONS)}`);
  }
  for (const name of MAPPINGS_OF_NAMES) {
    const section = source.value[name];
    if (section === undefined || section === null || isObject(section)) continue;
    report("error", [name], `${name} must be a mapping, not ${kindOf(section)}.`);
  }
  checkVersion(checking);
  checkMappings(checking);
  checkOutputs(checking);
}

/** Checks the version and the description. */
export function checkVersion({ source, report }: Checking): void {
  const version = source.value.AWSTemplateFormatVersion;
  if (version !== undefined && version !== null && version !== "2010-09-09") {
    report(
      "error",
      ["AWSTemplateFormatVersion"],
      'AWSTemplateFormatVersion has one valid value: "2010-09-09".',
    );
  }
  const description = source.value.Description;
  if (description !== undefined && description !== null && typeof description !== "string") {
    report("error", ["Description"], `Description must be text, not ${kindOf(description)}.`);
  }
}

const OUTPUT_ATTRIBUTES = ["Condition", "Description", "Export", "Value"] as const;

function checkOutputs(checking: Checking): void {
  const { source } = checking;
  if (!isObject(source.value.Outputs)) return;
  for (const [name, output] of Object.entries(source.value.Outputs)) {
    if (name.startsWith("Fn::") || output === null) continue;
    checkOutput(checking, name, output);
  }
}

function checkOutput({ report, hasMacros, suggest }: Checking, name: string, output: Json): void {
  const path = ["Outputs", name];
  if (!/^[A-Za-z0-9]{1,255}$/.test(name)) {
    report("error", path, `Output name "${name}": a name has letters and digits only, at most 255.`);
  }
  if (!isObject(output)) {
    report("error", path, `Output ${name} must be a mapping with a Value.`);
    return;
  }
  if (output.Value === undefined) report("error", path, `Output ${name} has no Value.`);
  if (Array.isArray(output.Value))
    report("error", [...path, "Value"], `The Value of output ${name} must be text, not a list.`);
  for (const attribute of Object.keys(output)) {
    if ((OUTPUT_ATTRIBUTES as readonly string[]).includes(attribute) || hasMacros) continue;
    const near = suggest(attribute, OUTPUT_ATTRIBUTES);
    report("error", [...path, attribute], `Output ${name} has the unknown attribute ${attribute}.${near}`);
  }
  if (output.Export !== undefined && !(isObject(output.Export) && output.Export.Name !== undefined)) {
    report("error", [...path, "Export"], `The Export of output ${name} must be a mapping with a Name.`);
  }
}

/** `a list`, `text`, … for messages. */
export function kindOf(value: Json): string {
  if (Array.isArray(value)) return "a list";
  if (value === null) return "nothing";
  switch (typeof value) {
    case "string":
      return "text";
    case "object":
      return "a mapping";
    default:
      return `a ${typeof value}`;
  }
}
