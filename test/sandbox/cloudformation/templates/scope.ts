import type { Json, Parameter } from "../model.ts";
import type { World } from "../world.ts";
import type { Scope } from "./evaluate.ts";
import { conditionHolds } from "./evaluate.ts";
import { exportedValue } from "./exports.ts";
import { parameterValues } from "./parameters.ts";
import { inDependencyOrder } from "./references.ts";
import type { Template, TemplateResource } from "./template.ts";

/** Which stack an expression is evaluated in, and how it sees other resources. */
export interface ScopeOf {
  readonly stackName: string;
  readonly stackId: string;
  readonly template: Template;
  readonly parameters: readonly Parameter[];
  readonly notificationArns: readonly string[];
  readonly ref: (logicalId: string) => Json;
  readonly getAtt: (logicalId: string, attribute: string) => Json;
}

/** The scope of a stack's template; `masked` shows `NoEcho` parameters as asterisks. */
export function scopeOf(world: World, of: ScopeOf, masked = false): Scope {
  const { region, account, partition } = world.place;
  return {
    parameters: parameterValues(of.template, of.parameters, masked),
    pseudo: {
      "AWS::AccountId": account,
      "AWS::Partition": partition,
      "AWS::Region": region,
      "AWS::StackId": of.stackId,
      "AWS::StackName": of.stackName,
      "AWS::NotificationARNs": of.notificationArns,
      "AWS::URLSuffix": partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com",
    },
    mappings: of.template.mappings,
    conditions: of.template.conditions,
    ref: of.ref,
    getAtt: of.getAtt,
    importValue: (name) => exportedValue(world, name),
  };
}

/** The resources that exist under these parameters, each after what it depends on. */
export function wantedResources(template: Template, scope: Scope): TemplateResource[] {
  return inDependencyOrder(template)
    .map((id) => template.resources.get(id))
    .filter((resource) => resource !== undefined)
    .filter(({ condition }) => condition === undefined || conditionHolds(condition, scope));
}
