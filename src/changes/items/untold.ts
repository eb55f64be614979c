import type { ResourceChange } from "../model.ts";
import { type Items, keyText } from "./model.ts";
import { valuesBehind, type WantedTemplates } from "./references.ts";
import type { ParameterValue } from "./requestItems.ts";

/** How the names of the items begin that tell the values behind a definition. */
export const VALUES = "values";

/** The values behind a definition, of what is made anew and where CloudFormation leaves values out. */
export function valueItems(
  resources: readonly ResourceChange[],
  templates: WantedTemplates,
  values: readonly ParameterValue[],
): Items {
  return new Map(
    resources.filter(isUntold).flatMap(({ stackPath, logicalId }) => {
      const after = valuesBehind(templates, [...stackPath, logicalId], values);
      return after === "{}"
        ? []
        : [[`${VALUES} ${keyText(stackPath, logicalId)}`, { before: null, after, how: null }]];
    }),
  );
}

/** Whether CloudFormation does not list, property by property, what a resource will be. */
export function isUntold({ action, withoutValues, details }: ResourceChange): boolean {
  if (action === "Add" || action === "Import" || withoutValues === true) return true;
  return details.some(
    ({ attribute, after, changeType }) =>
      attribute === "Properties" && after === undefined && changeType !== "Remove",
  );
}
