import type { Subnet } from "../../../ports/aws.ts";
import type { KnownResource } from "../../../template/evaluate/evaluatedTree.ts";
import type { CheckPorts, Examined, Means } from "../examined.ts";
import { type Check, findingAt } from "../questions.ts";

/** Types that want subnets in at least two zones ("add subnets to cover at least 2 availability zones"). */
const GROUPS: readonly string[] = [
  "AWS::RDS::DBSubnetGroup",
  "AWS::DocDB::DBSubnetGroup",
  "AWS::Neptune::DBSubnetGroup",
];

const ZONES = 2;

/**
 * Whether the subnets of database subnet groups are there, in two zones and one VPC, and in the VPC of the security
 * groups that the databases in them have, as far as the template says so.
 */
export async function checkSubnets(
  { resources }: Examined,
  { subnets }: CheckPorts,
  { ask, matters }: Means,
): Promise<readonly Check[]> {
  const groups = resources.flatMap((group) => {
    const isAsked = GROUPS.includes(group.type) && matters(group.key, "changed");
    const ids = isAsked ? group.texts("SubnetIds") : undefined;
    // What is no id is no value yet: a reference that CloudFormation resolves.
    return ids?.length && ids.every((id) => id.startsWith("subnet-")) ? [{ group, ids }] : [];
  });
  if (groups.length === 0) return [];
  const found = await ask(
    {
      what: "in which zones and VPC the subnets are",
      permission: "ec2:DescribeSubnets",
      resources: groups.map(({ group }) => group.key),
      when: "changed",
    },
    (signal) => subnets.find([...new Set(groups.flatMap(({ ids }) => ids))], signal),
  );
  if (found === undefined) return [];
  return groups.flatMap(({ group, ids }) => checkGroup(group, ids, found, resources));
}

function checkGroup(
  group: KnownResource,
  ids: readonly string[],
  found: readonly Subnet[],
  resources: readonly KnownResource[],
): readonly Check[] {
  const own = found.filter(({ id }) => ids.includes(id));
  const missing = ids.filter((id) => !own.some((subnet) => subnet.id === id));
  const zones = [...new Set(own.map(({ zone }) => zone))];
  const vpcs = [...new Set(own.map(({ vpc }) => vpc))];
  const messages = [
    ...(missing.length > 0
      ? [`${missing.join(", ")}: there is no such subnet in this account and region.`]
      : []),
    ...(missing.length === 0 && zones.length < ZONES
      ? [`The subnets ${ids.join(", ")} are all in ${zones.join(", ")}; a database wants two zones.`]
      : []),
    ...(vpcs.length > 1
      ? [`The subnets are in different VPCs: ${own.map(({ id, vpc }) => `${id} in ${vpc}`).join(", ")}.`]
      : []),
  ];
  const checks = messages.map(
    (message): Check => ({
      resources: [group.key],
      when: "changed",
      finding: findingAt(group, "SubnetIds", message),
    }),
  );
  const [vpc, other] = vpcs;
  return vpc === undefined || other !== undefined
    ? checks
    : [...checks, ...securityGroups(group, vpc, resources)];
}

/** Security groups of the template that are in another VPC than the databases that use them. */
function securityGroups(
  group: KnownResource,
  vpc: string,
  resources: readonly KnownResource[],
): readonly Check[] {
  const siblings = resources.filter(({ key }) => folderOf(key) === folderOf(group.key));
  const users = siblings.filter((one) => one.references("DBSubnetGroupName").includes(group.logicalId));
  return users.flatMap((user) => {
    const names = user.references("VpcSecurityGroupIds");
    const own = siblings.filter(
      ({ type, logicalId }) => type === SECURITY_GROUP && names.includes(logicalId),
    );
    return own.flatMap((securityGroup): readonly Check[] => {
      const its = securityGroup.text("VpcId");
      if (its === undefined || its === vpc) return [];
      const message = `It is in ${its}, but the subnets of ${user.logicalId} (${group.logicalId}) are in ${vpc}.`;
      return [{ resources: [user.key], when: "made", finding: findingAt(securityGroup, "VpcId", message) }];
    });
  });
}

const SECURITY_GROUP = "AWS::EC2::SecurityGroup";

/** The nested stack that a resource is in. */
function folderOf(key: string): string {
  return key.split("/").slice(0, -1).join("/");
}
