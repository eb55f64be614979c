import { type Digest, digestOf } from "../../changes/digest.ts";
import { openReferences } from "../../changes/items/dynamicReferences.ts";
import type { Item, Items } from "../../changes/items/model.ts";
import type { TemplatePair } from "../../changes/items/templateItems.ts";
import type { ChangeSet, ChangeTarget } from "../../changes/model.ts";
import { areNestedListed } from "../../changes/request.ts";
import { ActionError } from "../../errors.ts";
import type { ParameterStore } from "../../ports/aws.ts";
import { arnParts } from "../../stack/console.ts";
import { canonicalJson, sha256 } from "../../template/canonical.ts";
import type { Finding } from "../../template/model.ts";
import type { StackJob } from "../job.ts";

/** How the names of the items begin that tell what a dynamic reference stands for. */
const START = "resolved ssm:";

/** What the dynamic references stand for, as items; and what cannot be told, for the reviewer. */
export interface ResolvedReferences {
  readonly items: Items;
  readonly findings: readonly Finding[];
}

/** Reads what `{{resolve:ssm:…}}` without a version stands for now, in all resources that change, nested ones included. */
export async function resolvedReferences(
  { inputs }: StackJob,
  changeSet: ChangeSet | undefined,
  templates: readonly TemplatePair[],
  { parameterStore }: { readonly parameterStore: ParameterStore },
): Promise<ResolvedReferences> {
  if (changeSet === undefined) return { items: new Map(), findings: [] };
  const { names, unknown } = openReferences({
    templates,
    changes: changeSet.resources,
    target: { stack: inputs.stackName, region: inputs.region, account: arnParts(changeSet.stackArn).account },
    values: changeSet.parameters,
    areNestedListed: areNestedListed(inputs),
  });
  const notBound = unknown.map((logicalId) => unboundFinding(`a reference in ${logicalId}`, logicalId));
  if (names.length === 0) return { items: new Map(), findings: notBound };
  try {
    return { items: await itemsOf(names, parameterStore), findings: notBound };
  } catch (error) {
    if (!(error instanceof ActionError) || error.reasonCode !== "access-denied") throw error;
    const findings = names.map((name) =>
      unboundFinding(`{{resolve:ssm:${name}}} (ssm:GetParameters is missing)`),
    );
    return { items: new Map(), findings: [...notBound, ...findings] };
  }
}

async function itemsOf(names: readonly string[], parameterStore: ParameterStore): Promise<Items> {
  const found = await parameterStore.read(names);
  const items = found.map(({ name, version, value }): [string, Item] => [
    `${START}${name}`,
    { before: null, after: canonicalJson({ version, value: sha256(value) }), how: null },
  ]);
  return new Map(items);
}

/** Whether the references still stand for what was bound: CloudFormation reads them when the change set is executed. */
export async function areStillResolved(
  { target, digest }: { readonly target: ChangeTarget; readonly digest: Digest },
  { parameterStore }: { readonly parameterStore: ParameterStore },
): Promise<boolean> {
  const bound = [...digest.items.keys()].filter((name) => name.startsWith(START));
  if (bound.length === 0) return true;
  const names = bound.map((name) => name.slice(START.length));
  const now = digestOf(target, await itemsOf(names, parameterStore)).items;
  return bound.every((name) => now.get(name)?.whole === digest.items.get(name)?.whole);
}

function unboundFinding(what: string, logicalId?: string): Finding {
  return {
    level: "warning",
    message: `What ${what} stands for is not bound to this review: it may be another value at the deploy. Name a version, as in {{resolve:ssm:name:1}}.`,
    ...(logicalId === undefined ? {} : { logicalId }),
  };
}
