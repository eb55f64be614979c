import type { TemplatePair } from "../../src/changes/items/templateItems.ts";
import type { ResourceChange } from "../../src/changes/model.ts";
import { type Estimate, estimateOf } from "../../src/estimate/estimate.ts";
import { type History, NO_HISTORY } from "../../src/estimate/history.ts";
import type { JsonObject } from "../../src/template/model.ts";

/** A resource of an example: what is done to it, and what it waits for. */
export interface Example {
  readonly type: string;
  readonly after?: readonly string[];
  readonly action?: ResourceChange["action"];
  readonly more?: Partial<ResourceChange>;
}

export function changeOf(
  logicalId: string,
  { type, action = "Add", more }: Example,
  stackPath: readonly string[] = [],
): ResourceChange {
  const inPlace = action === "Modify" ? ({ replacement: "False" } as const) : {};
  return { stackPath, action, logicalId, type, scope: [], details: [], ...inPlace, ...more };
}

/** A template in which each resource refers to what it waits for. */
export function templateOf(resources: Readonly<Record<string, Example>>): JsonObject {
  return {
    Resources: Object.fromEntries(
      Object.entries(resources).map(([name, { type, after = [] }]) => [
        name,
        { Type: type, Properties: { For: after.map((other) => ({ Ref: other })) } },
      ]),
    ),
  };
}

/** The template as it is deployed and as it is wanted. */
export function pairOf(template: JsonObject, stackPath: readonly string[] = []): TemplatePair {
  return { stackPath, before: { value: template }, after: { value: template } };
}

/** The estimate of changes of one stack; resources without an action stay as they are. */
export function estimated(
  resources: Readonly<Record<string, Example>>,
  history: History = NO_HISTORY,
  monitoringMinutes?: number,
): Estimate {
  return estimateOf({
    changes: Object.entries(resources)
      .filter(([, { action }]) => action !== undefined)
      .map(([name, example]) => changeOf(name, example)),
    templates: [pairOf(templateOf(resources))],
    history,
    areNestedListed: true,
    monitoringMinutes,
  });
}
