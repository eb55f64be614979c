import { isObject } from "../../template/canonical.ts";
import type { Json, JsonObject } from "../../template/model.ts";
import type { ResourceChange } from "../model.ts";

/** Dynamic references to SSM parameters without a version: what they stand for is decided when CloudFormation reads them. */
export interface OpenReferences {
  /** Names that can be looked up. */
  readonly names: readonly string[];
  /** Resources whose references hold a function or a variable: what they name only CloudFormation knows. */
  readonly unknown: readonly string[];
}

const REFERENCE = /\{\{resolve:ssm:([^{}:]*(?:\$\{[^{}]*\}[^{}:]*)*)\}\}/g;

/**
 * The open references of the resources that a change set makes or changes; of the others CloudFormation reads none.
 * A plain `ssm` reference is no secret's: `ssm-secure` and `secretsmanager` are meant to give another value each time.
 */
export function openReferences(template: JsonObject, changes: readonly ResourceChange[]): OpenReferences {
  const names = new Set<string>();
  const unknown = new Set<string>();
  const resources = isObject(template.Resources) ? template.Resources : {};
  for (const { stackPath, logicalId, action } of changes) {
    if (stackPath.length > 0 || action === "Remove" || !Object.hasOwn(resources, logicalId)) continue;
    for (const text of textsIn(resources[logicalId] ?? null)) {
      for (const [, name = ""] of text.matchAll(REFERENCE)) {
        if (/^[\w./-]+$/.test(name)) names.add(name);
        else unknown.add(logicalId);
      }
    }
  }
  return { names: [...names].sort(), unknown: [...unknown].sort() };
}

function textsIn(value: Json): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
