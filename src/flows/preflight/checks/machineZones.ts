import type { Subnets } from "../../../ports/aws.ts";
import type { Machines } from "../../../ports/preflight.ts";
import type { KnownResource } from "../../../template/evaluate/evaluatedTree.ts";
import type { Leaf } from "../../../template/evaluate/leaves.ts";
import type { Means } from "../examined.ts";
import { type Check, findingAt } from "../questions.ts";

interface Located {
  readonly resource: KnownResource;
  readonly type: Leaf;
  readonly zone: string | undefined;
  readonly subnet: string | undefined;
}

const PROPERTIES = ["InstanceType", "SubnetId", "AvailabilityZone"];

/** Whether instance types are offered in the zones of their instances, as a subnet or the template says. */
export async function zoneChecks(
  machines: readonly { readonly resource: KnownResource; readonly type: Leaf | undefined }[],
  { machines: offered, subnets }: { readonly machines: Machines; readonly subnets: Subnets },
  { ask }: Means,
): Promise<readonly Check[]> {
  const located = machines.flatMap(locatedAt);
  if (located.length === 0) return [];
  const subject = {
    resources: located.map(({ resource }) => resource.key),
    when: "changed",
    properties: PROPERTIES,
  } as const;
  const names = [...new Set(located.map(({ type }) => type.text ?? ""))];
  const ids = [...new Set(located.flatMap(({ subnet }) => subnet ?? []))];
  const [zones, lying] = await Promise.all([
    ask(
      {
        what: "in which zones the instance types are offered",
        permission: "ec2:DescribeInstanceTypeOfferings",
        ...subject,
      },
      (signal) => offered.zones(names, signal),
    ),
    ids.length === 0
      ? []
      : ask(
          {
            what: "in which zones the instances' subnets are",
            permission: "ec2:DescribeSubnets",
            ...subject,
          },
          (signal) => subnets.find(ids, signal),
        ),
  ]);
  return located.flatMap(({ resource, type, zone, subnet }): readonly Check[] => {
    const where = zone ?? lying?.find(({ id }) => id === subnet)?.zone;
    const own = zones?.find(({ name }) => name === type.text)?.zones ?? [];
    // A type that is offered nowhere is told of as such.
    if (where === undefined || own.length === 0 || own.includes(where)) return [];
    const message = `Instance type ${type.text} is not offered in ${where}, but in ${own.toSorted().join(", ")}.`;
    const finding = findingAt(resource, type.path, message);
    return [{ resources: [resource.key], when: "changed", properties: PROPERTIES, finding }];
  });
}

function locatedAt({
  resource,
  type,
}: {
  readonly resource: KnownResource;
  readonly type: Leaf | undefined;
}): readonly Located[] {
  const zone = resource.text("AvailabilityZone");
  const subnet = resource.text("SubnetId");
  const isKnown = zone !== undefined || subnet?.startsWith("subnet-");
  return type === undefined || resource.type !== "AWS::EC2::Instance" || !isKnown
    ? []
    : [{ resource, type, zone, subnet }];
}
