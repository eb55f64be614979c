import type { Place } from "../cloudformation/jobs/physical.ts";
import type { Account } from "./account.ts";
import type { Aws } from "./aws.ts";
import { AwsError } from "./errors.ts";
import { filterValues } from "./filters.ts";
import type { OutputStructure, Params } from "./query.ts";

/** EC2, as far as a preview asks it: subnets, images and instance types. */
export function handleEc2(
  operation: string,
  params: Params,
  place: Place & Pick<Aws, "cloudFormation">,
  held: Account,
): OutputStructure {
  const counted = COUNTED[operation];
  if (counted !== undefined) {
    const [type, set, id] = counted;
    const all = place.cloudFormation.resourcesOf(type);
    return { [set]: all.map(({ physicalId }) => ({ [id]: physicalId })) };
  }

  switch (operation) {
    case "DescribeSubnets":
      return subnets(params, place, held);
    case "DescribeImages":
      return images(params, held);
    case "DescribeInstanceTypes":
      return instanceTypes(params);
    case "DescribeInstanceTypeOfferings":
      return offerings(params, place);
    default:
      throw new AwsError("InvalidAction", `The action ${operation} is not valid for this web service.`);
  }
}

/** What is only counted: of which type, in which list, under which name. Those of stacks are all that there are. */
const COUNTED: Readonly<Record<string, readonly [string, string, string]>> = {
  DescribeAddresses: ["AWS::EC2::EIP", "addressesSet", "allocationId"],
  DescribeInternetGateways: ["AWS::EC2::InternetGateway", "internetGatewaySet", "internetGatewayId"],
  DescribeVpcs: ["AWS::EC2::VPC", "vpcSet", "vpcId"],
};

function images(params: Params, held: Account): OutputStructure {
  const ids = Object.values((params.ImageId ?? {}) as Record<string, string>);
  const gone = ids.filter((id) => held.images.get(id) === "gone");
  if (gone.length > 0)
    throw new AwsError("InvalidAMIID.NotFound", `The image id '[${gone.join(", ")}]' does not exist`);
  return {
    imagesSet: ids.map((id) => ({
      imageId: id,
      imageState: "available",
      architecture: held.images.get(id) ?? "x86_64",
    })),
  };
}

/** Every family of these is there; a `g` behind the generation means AWS's own processors. */
const INSTANCE_TYPE = /^(t2|t3|t4g|[cmr][5-8][a-z]?)\.[a-z0-9]+$/;

function typesIn(params: Params): readonly string[] {
  return (filterValues(params, "instance-type") ?? []).filter((name) => INSTANCE_TYPE.test(name));
}

function instanceTypes(params: Params): OutputStructure {
  return {
    instanceTypeSet: typesIn(params).map((name) => ({
      instanceType: name,
      processorInfo: { supportedArchitectures: [/^[a-z]\d+g/.test(name) ? "arm64" : "x86_64"] },
    })),
  };
}

/** The oldest are not in the last zone. */
function offerings(params: Params, { region }: Place): OutputStructure {
  return {
    instanceTypeOfferingSet: typesIn(params).flatMap((name) =>
      (name.startsWith("t2.") ? ["a", "b"] : ["a", "b", "c"]).map((letter) => ({
        ...{ instanceType: name, locationType: "availability-zone" },
        location: `${region}${letter}`,
      })),
    ),
  };
}

function subnets(params: Params, place: Place, held: Account): OutputStructure {
  const filtered = filterValues(params, "subnet-id");
  // A filter finds nothing where naming an id is an error.
  if (filtered !== undefined)
    return { subnetSet: filtered.filter(isThere).map((id) => subnet(id, place, held)) };
  const ids = Object.entries((params.SubnetId ?? {}) as Record<string, string>)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, id]) => id);
  const malformed = ids.find((id) => !isThere(id));
  if (malformed !== undefined) {
    throw new AwsError("InvalidSubnetID.NotFound", `The subnet ID '${malformed}' does not exist`);
  }
  return { subnetSet: ids.map((subnetId) => subnet(subnetId, place, held)) };
}

/** Every well-formed subnet exists, but for those of sixes alone, so that tests can ask for one that does not. */
function isThere(id: string): boolean {
  return /^subnet-[0-9a-f]{8,17}$/.test(id) && !/^subnet-6+$/.test(id);
}

/** The zone's letter: the last hex digit of a subnet's id decides it, so that tests can choose. */
export function zoneOf(subnetId: string): string {
  return "abc"[Number.parseInt(subnetId.at(-1) ?? "0", 16) % 3] ?? "a";
}

function subnet(subnetId: string, { region, account }: Place, held: Account): OutputStructure {
  return {
    subnetId,
    vpcId: "vpc-0a1b2c3d4e5f60718",
    state: "available",
    availabilityZone: `${region}${zoneOf(subnetId)}`,
    ownerId: account,
    cidrBlock: "10.0.0.0/24",
    availableIpAddressCount: held.freeAddresses.get(subnetId) ?? 250,
  };
}
