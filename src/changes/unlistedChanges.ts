import { isObject } from "../template/canonical.ts";
import type { Json, JsonObject, JsonPath } from "../template/model.ts";
import { resourcesOf } from "../template/resources.ts";
import { withSpelledNumbers } from "../template/scalarText.ts";
import type { TemplatePair } from "./items/templateItems.ts";
import type { PropertyChange, ResourceChange, UnlistedChange } from "./model.ts";
import { usualPolicy } from "./usualPolicy.ts";

/**
 * What becomes of the resources of nested stacks whose changes CloudFormation is not asked to list, as their templates tell
 * it: those that go, and those that are defined otherwise, of which nobody says whether they are replaced.
 */
export function unlistedChanges(templates: readonly TemplatePair[]): readonly UnlistedChange[] {
  return templates.flatMap(({ stackPath, before, after }) => {
    if (stackPath.length === 0 || before === undefined || after === undefined) return [];
    const [had, wanted] = [withSpelledNumbers(before), withSpelledNumbers(after)];
    const definitions = new Map(resourcesOf(wanted).map(({ path, resource }) => [path.join("/"), resource]));
    return resourcesOf(had).flatMap(({ logicalId, path, resource: old }): readonly UnlistedChange[] => {
      const type = typeOf(old);
      const now = definitions.get(path.join("/"));
      const isGone = typeOf(now) !== type;
      const rounds = isGone ? "some" : roundsLost(loopsAround(had, path), loopsAround(wanted, path));
      const isCut =
        now !== undefined &&
        mayBeCut(now, old, JSON.stringify(had.Conditions) !== JSON.stringify(wanted.Conditions));
      const fewer = rounds === "none" && isCut ? "perhaps" : rounds;
      const resource = { stackPath, logicalId, type, scope: [], before: old };
      const modified = isGone || now === undefined ? undefined : modificationOf(resource, now);
      return [
        ...(fewer === "none" ? [] : [{ change: removalOf(resource), isCertain: fewer === "some" }]),
        ...(modified === undefined ? [] : [{ change: modified, isCertain: true }]),
      ];
    });
  });
}

type Deployed = Pick<ResourceChange, "stackPath" | "logicalId" | "type" | "scope"> & {
  readonly before: JsonObject;
};

/** What goes is kept by its deployed policy, what is replaced by the new one. */
function removalOf(resource: Deployed): ResourceChange {
  const { type, before } = resource;
  const { DeletionPolicy = usualPolicy(type, propertiesOf(before)) } = before;
  return { ...resource, action: "Remove", details: [], policyAction: POLICIES[keeping(DeletionPolicy)].goes };
}

function modificationOf(resource: Deployed, now: JsonObject): ResourceChange | undefined {
  const [had, has] = [propertiesOf(resource.before), propertiesOf(now)];
  const names = [...new Set([...Object.keys(had), ...Object.keys(has)])].filter(
    (name) => JSON.stringify(had[name]) !== JSON.stringify(has[name]),
  );
  if (names.length === 0) return undefined;
  const details = names.map((name): PropertyChange => {
    const path = `/Properties/${name}`;
    return {
      ...{ attribute: "Properties", name, path },
      requiresRecreation: "Conditionally",
      evaluation: "Dynamic",
    };
  });
  const { replaced } = POLICIES[keeping(now.UpdateReplacePolicy)];
  return { ...resource, action: "Modify", details, after: now, policyAction: replaced };
}

/** What a function makes, and what CloudFormation does not know, keeps nothing. */
function keeping(policy: Json | undefined): keyof typeof POLICIES {
  if (policy === "Retain" || policy === "RetainExceptOnCreate") return "Retain";
  return policy === "Snapshot" ? "Snapshot" : "Delete";
}

const POLICIES = {
  Delete: { goes: "Delete", replaced: "ReplaceAndDelete" },
  Retain: { goes: "Retain", replaced: "ReplaceAndRetain" },
  Snapshot: { goes: "Snapshot", replaced: "ReplaceAndSnapshot" },
} as const;

/** What the loops around a place go through, the outermost first. */
function loopsAround(template: JsonObject, path: JsonPath): readonly Json[] {
  const found: Json[] = [];
  let node: Json = template;
  for (const step of path) {
    if (Array.isArray(node)) {
      const [, collection = null, body = null] = node as readonly Json[];
      found.push(collection);
      node = body;
    } else node = isObject(node) && typeof step === "string" ? (node[step] ?? null) : null;
  }
  return found;
}

/** Whether loops make less than they did: certain where both lists are written out. */
function roundsLost(before: readonly Json[], after: readonly Json[]): "none" | "some" | "perhaps" {
  const losses = before.map((had, index) => {
    const has = after[index] ?? null;
    if (JSON.stringify(had) === JSON.stringify(has)) return "none";
    if (!isPlainList(had) || !isPlainList(has)) return "perhaps";
    return had.every((item) => has.includes(item)) ? "none" : "some";
  });
  return losses.includes("some") ? "some" : losses.includes("perhaps") ? "perhaps" : "none";
}

function isPlainList(collection: Json): collection is readonly string[] {
  return Array.isArray(collection) && collection.every((item) => typeof item === "string");
}

/** Whether a condition that is another one now may take the resource away: what it comes to is not followed here. */
function mayBeCut(now: JsonObject, old: JsonObject, areOthers: boolean): boolean {
  return now.Condition !== undefined && (areOthers || now.Condition !== old.Condition);
}

/** What SAM makes of its own types is what there is. */
function typeOf(definition: Json | undefined): string {
  const type = isObject(definition) ? String(definition.Type) : "";
  return MADE_BY_SAM[type] ?? type;
}

const MADE_BY_SAM: Readonly<Record<string, string>> = {
  "AWS::Serverless::Api": "AWS::ApiGateway::RestApi",
  "AWS::Serverless::Application": "AWS::CloudFormation::Stack",
  "AWS::Serverless::Function": "AWS::Lambda::Function",
  "AWS::Serverless::HttpApi": "AWS::ApiGatewayV2::Api",
  "AWS::Serverless::SimpleTable": "AWS::DynamoDB::Table",
  "AWS::Serverless::StateMachine": "AWS::StepFunctions::StateMachine",
};

function propertiesOf(definition: Json | undefined): JsonObject {
  return isObject(definition) && isObject(definition.Properties) ? definition.Properties : {};
}
