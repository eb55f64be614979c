import { canonicalJson, sha256 } from "../template/canonical.ts";
import type { Json } from "../template/model.ts";
import {
  type Changes,
  type ParameterChange,
  type PropertyChange,
  type ResourceChange,
  resourceKey,
} from "./model.ts";

/** Names the canonical form, so that a change of the form can never make two different reviews look alike. */
const FORM = "aurora-deploy-action/changes/1";

/** A digest with the parts that it is made of. Hashes are SHA-256 in hex. */
export interface Digest {
  readonly digest: string;
  /** One hash an item: `resource Cluster`, `parameter MaxCapacity`, `output Endpoint`, `tags`, `target`, … */
  readonly items: Readonly<Record<string, string>>;
}

/**
 * The digest of what a reviewer would see change (product contract, "Review binding"; docs/digest.md).
 * Order, ids, times and physical ids do not enter it, and NoEcho values by their names only.
 */
export function digestOf(changes: Changes): Digest {
  const items: Record<string, string> = {};
  for (const [name, form] of Object.entries(canonicalItems(changes)))
    items[name] = sha256(canonicalJson(form));
  return { digest: digestOfItems(items), items };
}

/** The digest that belongs to these item hashes. */
export function digestOfItems(items: Readonly<Record<string, string>>): string {
  return sha256(canonicalJson([FORM, items]));
}

/** The canonical form of every item: what its hash is taken over. */
export function canonicalItems(changes: Changes): Readonly<Record<string, Json>> {
  const items: Record<string, Json> = {
    target: { ...changes.target },
    capabilities: [...changes.capabilities].sort(),
    role: changes.roleArn ?? null,
  };
  for (const [key, forms] of Map.groupBy(changes.resources, resourceKey)) {
    const [form, ...more] = forms.map((change) => resourceForm(change, changes.definitions[key]));
    // AWS lists a resource once. Should it ever list one twice, neither may hide the other.
    items[`resource ${key}`] = more.length === 0 ? (form ?? null) : distinct([form ?? null, ...more]);
  }
  for (const parameter of changes.parameters) items[`parameter ${parameter.name}`] = parameterForm(parameter);
  for (const output of changes.outputs) {
    items[`output ${output.key}`] = { before: output.before ?? null, after: output.after ?? null };
  }
  if (changes.tags.length > 0) {
    items.tags = Object.fromEntries(
      changes.tags.map((tag) => [tag.key, { before: tag.before ?? null, after: tag.after ?? null }]),
    );
  }
  return items;
}

function resourceForm(change: ResourceChange, definition: string | undefined): Json {
  return {
    action: change.action,
    type: change.type,
    replacement: change.replacement ?? null,
    policyAction: change.policyAction ?? null,
    scope: [...change.scope].sort(),
    properties: distinct(change.details.map(propertyForm)),
    // A nested template that is not at hand has no rendered definition; what AWS shows of the resource stands in.
    definition: definition ?? (change.after === undefined ? null : sha256(canonicalJson(change.after))),
  };
}

/** AWS lists one property once per cause (Static and Dynamic); a reviewer sees one change. */
function distinct(forms: readonly Json[]): Json {
  return [...new Set(forms.map(canonicalJson))].sort();
}

function propertyForm(detail: PropertyChange): Json {
  return {
    attribute: detail.attribute,
    property: detail.path ?? detail.name ?? null,
    recreation: detail.requiresRecreation,
    change: detail.changeType ?? null,
    before: detail.before ?? null,
    after: detail.after ?? null,
  };
}

function parameterForm(parameter: ParameterChange): Json {
  if (parameter.noEcho) return { noEcho: true };
  return { before: parameter.before ?? null, after: parameter.after ?? null };
}
