import { type ResourceChange, resourceKey } from "../../../changes/model.ts";
import type { KnownResource } from "../../../template/evaluate/evaluatedTree.ts";
import type { Examined } from "../examined.ts";
import { RESOURCE_RIGHTS, type ResourceRights } from "../facts/resourceRights.data.ts";

/** One call that CloudFormation makes to change a resource, as far as its type is known. */
export interface Deed {
  readonly key: string;
  readonly action: string;
  readonly arn: string;
}

/**
 * What CloudFormation is about to do to resources of known types. In nested stacks those without a name of their own are
 * left out.
 * @param account where the resources are
 */
export function deedsOf(
  { resources, changes, region, stackName }: Examined,
  account: Pick<Place, "partition" | "account">,
): readonly Deed[] {
  const place = { ...account, region, stackName };
  if (changes === undefined) return resources.flatMap((resource) => makes(resource, place));
  const byKey = new Map(resources.map((resource) => [resource.key, resource]));
  return changes.resources.flatMap((change) => deedsIn(change, byKey.get(resourceKey(change)), place));
}

interface Place {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
  readonly stackName: string;
}

function deedsIn(change: ResourceChange, resource: KnownResource | undefined, of: Place): readonly Deed[] {
  const made = resource === undefined ? [] : makes(resource, of);
  const isKept = change.policyAction === "Retain" || change.policyAction === "ReplaceAndRetain";
  switch (change.action) {
    case "Add":
      return made;
    case "Remove":
      return isKept ? [] : there(change, "remove", of);
    case "Modify":
      if (change.replacement === "True") return isKept ? made : [...made, ...there(change, "remove", of)];
      // Tags and policies alone take other actions.
      return change.replacement === "False" && change.scope.includes("Properties")
        ? there(change, "change", of)
        : [];
    default:
      return [];
  }
}

function makes(resource: KnownResource, of: Place): readonly Deed[] {
  const rights = RESOURCE_RIGHTS[resource.type];
  const name = rights && nameOf(resource, rights, of.stackName);
  return rights === undefined || name === undefined
    ? []
    : deed(resource.key, rights.make, arnOf(rights, name, of));
}

function there(change: ResourceChange, what: "change" | "remove", of: Place): readonly Deed[] {
  const rights = RESOURCE_RIGHTS[change.type];
  const id = change.physicalId;
  if (rights === undefined || id === undefined) return [];
  // A queue's physical id is its URL, a topic's its ARN.
  const arn = id.startsWith("arn:") ? id : arnOf(rights, id.split("/").at(-1) ?? id, of);
  return deed(resourceKey(change), rights[what], arn);
}

function deed(key: string, action: string | undefined, arn: string | undefined): readonly Deed[] {
  return action === undefined || arn === undefined ? [] : [{ key, action, arn }];
}

/** What CloudFormation names a resource that has no name: `app-Topic-1A2B3C4D5E6F`. */
function nameOf(resource: KnownResource, rights: ResourceRights, stackName: string): string | undefined {
  const isNamed = resource.has(rights.name);
  const given = resource.text(rights.name);
  if (isNamed || resource.key.includes("/")) return given;
  const made = `${stackName}-${resource.logicalId}-1A2B3C4D5E6F`;
  return rights.isLowerCase ? made.toLowerCase() : made;
}

function arnOf({ arn, scope }: ResourceRights, name: string, { account, partition, region }: Place): string {
  const [service, ...rest] = arn.split(":");
  const place = [scope === undefined ? region : "", scope === "world" ? "" : account];
  return ["arn", partition, service, ...place, rest.join(":").replace("NAME", name)].join(":");
}
