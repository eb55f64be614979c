import type { Place } from "../cloudformation/jobs/physical.ts";
import { AwsError } from "./errors.ts";
import { filterValues } from "./filters.ts";
import type { OutputStructure, Params } from "./query.ts";

/** EC2, as far as a preview asks it: in which zone and VPC each subnet lies. */
export function handleEc2(operation: string, params: Params, { region, account }: Place): OutputStructure {
  if (operation !== "DescribeSubnets") {
    throw new AwsError("InvalidAction", `The action ${operation} is not valid for this web service.`);
  }
  const filtered = filterValues(params, "subnet-id");
  // A filter finds nothing where naming an id is an error.
  if (filtered !== undefined)
    return { subnetSet: filtered.filter(isThere).map((id) => subnet(id, region, account)) };
  const ids = Object.entries((params.SubnetId ?? {}) as Record<string, string>)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, id]) => id);
  const malformed = ids.find((id) => !isThere(id));
  if (malformed !== undefined) {
    throw new AwsError("InvalidSubnetID.NotFound", `The subnet ID '${malformed}' does not exist`);
  }
  return { subnetSet: ids.map((subnetId) => subnet(subnetId, region, account)) };
}

/** Every well-formed subnet exists, but for those of sixes alone, so that tests can ask for one that does not. */
function isThere(id: string): boolean {
  return /^subnet-[0-9a-f]{8,17}$/.test(id) && !/^subnet-6+$/.test(id);
}

/** The zone's letter: the last hex digit of a subnet's id decides it, so that tests can choose. */
export function zoneOf(subnetId: string): string {
  return "abc"[Number.parseInt(subnetId.at(-1) ?? "0", 16) % 3] ?? "a";
}

function subnet(subnetId: string, region: string, account: string): OutputStructure {
  return {
    subnetId,
    vpcId: "vpc-0a1b2c3d4e5f60718",
    state: "available",
    availabilityZone: `${region}${zoneOf(subnetId)}`,
    ownerId: account,
    cidrBlock: "10.0.0.0/24",
  };
}
