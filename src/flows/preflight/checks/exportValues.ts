import { keyText } from "../../../changes/items/model.ts";
import type { Changes, ResourceChange } from "../../../changes/model.ts";
import { canonicalJson, isObject } from "../../../template/canonical.ts";
import type { Export, Reference } from "../../../template/evaluate/exports.ts";
import type { Json } from "../../../template/model.ts";

/**
 * Whether the value of an export, or whether it is there, may be another one after these changes: where it is defined
 * otherwise, or something that it hangs on changes.
 * @param before the output that makes it now
 */
export function mayChange(before: string, after: Export, changes: Changes): boolean {
  return (
    before !== after.output ||
    changes.outputs.some(
      (output) => [after.output, after.loop].includes(output.key) && isDefinedOtherwise(output),
    ) ||
    changes.template.some(({ name }) => /^(condition|mapping) /.test(name)) ||
    after.references.some((reference) => isTouched(reference, changes))
  );
}

/** Whether anything changes from which a value or a name can be known beforehand: where not, ours is a wrong guess. */
export function mayBeKnown({ outputs, parameters, template, resources }: Changes): boolean {
  // What the template says of a resource is told only where CloudFormation, which lists it, leaves it out: no export hangs on that.
  const listed = new Set(resources.map((it) => `definition ${keyText(it.stackPath, it.logicalId)}`));
  const others = template.filter(({ name }) => !listed.has(name.split(" ", 2).join(" ")));
  return outputs.length + parameters.length + others.length > 0;
}

function isDefinedOtherwise({ before, after }: Changes["outputs"][number]): boolean {
  return essence(before) !== essence(after);
}

function essence(definition: string | undefined): string {
  return canonicalJson(definition === undefined ? null : valued(JSON.parse(definition) as Json));
}

/** What makes a value: a description alone changes nothing, nor does one more item in a loop's list for what the others make. */
function valued(definition: Json): Json {
  if (Array.isArray(definition)) {
    const [identifier = null, , body = null] = definition as readonly Json[];
    const made = Object.entries(isObject(body) ? body : {}).map(([key, member]) => [key, valued(member)]);
    return [identifier, Object.fromEntries(made)];
  }
  const { Value = null, Condition = null } = isObject(definition) ? definition : {};
  return [Value, Condition];
}

function isTouched({ name, attribute }: Reference, changes: Changes): boolean {
  if (changes.parameters.some((parameter) => parameter.name === name)) return true;
  return changes.resources.some(
    (change) => (change.stackPath[0] ?? change.logicalId) === name && isValueTouched(change, attribute),
  );
}

/** Whether what `Ref` or `Fn::GetAtt` gives of a resource may be another value once it is changed so. */
function isValueTouched(change: ResourceChange, attribute: string | undefined): boolean {
  const { action, replacement, type, details, stackPath } = change;
  if (action !== "Modify") return action !== "Import";
  if (replacement === "True" || replacement === "Conditional") return true;
  // A change in place leaves the physical id.
  if (attribute === undefined) return false;
  // What a nested stack, or a custom resource, gives is its own affair.
  if (stackPath.length > 0 || SELF_WILLED.test(type)) return true;
  const last = attribute.split(".").at(-1);
  return details.some((detail) => detail.name === last);
}

const SELF_WILLED = /^(AWS::CloudFormation::(Stack|CustomResource)$|Custom::)/;
