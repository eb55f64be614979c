import { attributeOf } from "../jobs/physical.ts";
import { canonical, objectOf } from "../json.ts";
import type { Definition, Json, JsonObject, Resource, Stack } from "../model.ts";
import { evaluateObject, type Scope } from "../templates/evaluate.ts";
import { replacePolicy } from "../templates/policies.ts";
import { scopeOf, wantedResources } from "../templates/scope.ts";
import { readTemplate, type Template, type TemplateResource } from "../templates/template.ts";
import type { World } from "../world.ts";
import { addition, contextOf, removal, replacementOf } from "./change-entries.ts";
import { type Detail, detailsOf } from "./details.ts";
import { differences } from "./differences.ts";

export type ChangeAction = "Add" | "Modify" | "Remove" | "Import" | "Dynamic" | "SyncWithActual";
export type Replacement = "True" | "False" | "Conditional";

export interface Change {
  readonly action: ChangeAction;
  readonly logicalId: string;
  readonly physicalId: string | undefined;
  readonly type: string;
  readonly replacement: Replacement | undefined;
  readonly policyAction: string | undefined;
  readonly scope: readonly string[];
  readonly details: readonly Detail[];
  readonly before: JsonObject | undefined;
  readonly after: JsonObject | undefined;
  readonly changeSetId?: string;
  readonly driftStatus?: string;
}

/** Stands in a change set for a value that only the execution will tell. */
export const KNOWN_AFTER_APPLY = "{{changeSet:KNOWN_AFTER_APPLY}}";

/** What is compared: the stack as deployed, and what it is asked to become. */
export interface Comparison {
  readonly stack: Pick<Stack, "id" | "name" | "resources" | "definition" | "notificationArns">;
  readonly target: Definition;
  /** Compare with what is really there instead of what was deployed (DeploymentMode REVERT_DRIFT). */
  readonly revertDrift: boolean;
}

/** The changes that turn a stack into its target, in dependency order, removals last. */
export function compare(world: World, comparison: Comparison): Change[] {
  const { stack, target } = comparison;
  const template = readTemplate(target.body);
  const before = stack.definition ? readTemplate(stack.definition.body) : undefined;
  const uncertain = new Map<string, Resource | undefined>();
  const outlook: Outlook = { world, comparison, template, before, uncertain };
  const wanted = wantedResources(template, scopeFor(outlook, false));
  const changes = wanted.flatMap((resource) => changeOf(resource, outlook));
  const kept = new Set(wanted.map(({ logicalId }) => logicalId));
  const removed = [...stack.resources.values()].filter(({ logicalId }) => !kept.has(logicalId));
  return [
    ...changes,
    ...removed.map((resource) => removal(resource, before?.resources.get(resource.logicalId))),
  ];
}

interface Outlook {
  readonly world: World;
  readonly comparison: Comparison;
  readonly template: Template;
  readonly before: Template | undefined;
  /** Resources whose identity (undefined) or attributes (the resource as it will be) are not those of today. */
  readonly uncertain: Map<string, Resource | undefined>;
}

function scopeFor(outlook: Outlook, masked: boolean): Scope {
  const { world, comparison, template, uncertain } = outlook;
  const { stack, target } = comparison;
  const { place } = world;
  return scopeOf(
    world,
    {
      stackName: stack.name,
      stackId: stack.id,
      template,
      parameters: target.parameters,
      notificationArns: stack.notificationArns,
      ref: (id) => (isUnknown(id, outlook) ? KNOWN_AFTER_APPLY : (stack.resources.get(id)?.physicalId ?? "")),
      getAtt: (id, attribute) => {
        const deployed = stack.resources.get(id);
        if (isUnknown(id, outlook) || !deployed) return KNOWN_AFTER_APPLY;
        const later = uncertain.get(id) ?? deployed;
        const [now, then] = [attributeOf(deployed, attribute, place), attributeOf(later, attribute, place)];
        const isSame =
          canonical(now) === canonical(then) && !(uncertain.has(id) && world.faults.attributesChurn());
        return isSame ? now : KNOWN_AFTER_APPLY;
      },
    },
    masked,
  );
}

function isUnknown(id: string, { uncertain }: Outlook): boolean {
  return uncertain.has(id) && uncertain.get(id) === undefined;
}

function changeOf(resource: TemplateResource, outlook: Outlook): Change[] {
  const { logicalId, type } = resource;
  const deployed = outlook.comparison.stack.resources.get(logicalId);
  const properties = evaluateObject(resource.properties, scopeFor(outlook, false));
  const shown = evaluateObject(resource.properties, scopeFor(outlook, true));
  const isNewType = deployed !== undefined && deployed.type !== type;
  if (!deployed || isNewType) {
    outlook.uncertain.set(logicalId, undefined);
    const add = addition(resource, contextOf(resource, shown));
    return deployed ? [removal(deployed, outlook.before?.resources.get(logicalId)), add] : [add];
  }
  const details = detailsFor(resource, deployed, { properties, shown }, outlook);
  if (details.length === 0) return [];
  const replacement = replacementOf(details);
  const isReplaced = replacement !== "False";
  outlook.uncertain.set(logicalId, isReplaced ? undefined : { ...deployed, properties });
  const previous = outlook.before?.resources.get(logicalId) ?? resource;
  return [
    {
      action: outlook.comparison.revertDrift && isDrifted(deployed) ? "SyncWithActual" : "Modify",
      logicalId,
      physicalId: deployed.physicalId,
      type,
      replacement,
      policyAction: isReplaced ? replacePolicy(resource) : undefined,
      scope: [...new Set(details.map(({ attribute }) => attribute))],
      details,
      before: contextOf(previous, deployed.shown),
      after: contextOf(resource, shown),
      ...(outlook.comparison.revertDrift
        ? { driftStatus: isDrifted(deployed) ? "MODIFIED" : "IN_SYNC" }
        : {}),
    },
  ];
}

function detailsFor(
  resource: TemplateResource,
  deployed: Resource,
  next: { readonly properties: JsonObject; readonly shown: JsonObject },
  outlook: Outlook,
): Detail[] {
  const { stack, target, revertDrift } = outlook.comparison;
  const previous = outlook.before?.resources.get(resource.logicalId);
  const current = revertDrift && deployed.actual ? deployed.actual : deployed.properties;
  return detailsOf({
    resource,
    previous,
    deployed,
    found: differences(current, next.properties),
    shownBefore: revertDrift ? current : deployed.shown,
    shownAfter: next.shown,
    changedParameters: changedParameters(stack.definition, target),
    isUncertain: (id) => outlook.uncertain.has(id),
    stackTagsChanged: canonical(tagsOf(stack.definition)) !== canonical(tagsOf(target)),
    revertDrift,
  });
}

function isDrifted(resource: Resource): boolean {
  return (
    resource.actual !== undefined && canonical(objectOf(resource.actual)) !== canonical(resource.properties)
  );
}

function changedParameters(before: Definition | undefined, after: Definition): Set<string> {
  const old = new Map(before?.parameters.map(({ key, value, resolved = value }) => [key, resolved]));
  const changed = after.parameters.filter(({ key, value, resolved = value }) => old.get(key) !== resolved);
  return new Set(changed.map(({ key }) => key));
}

function tagsOf(definition: Definition | undefined): Json {
  return Object.fromEntries((definition?.tags ?? []).map(({ key, value }) => [key, value]));
}
