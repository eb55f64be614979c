import type { KnownResource } from "../../../template/evaluate/evaluatedTree.ts";
import type { CheckPorts, Examined, Means } from "../examined.ts";
import { ADDRESS_NEEDS } from "../facts/addressNeeds.data.ts";
import { asWarning } from "../makers.ts";
import { type Check, findingAt } from "../questions.ts";

interface Need {
  readonly resource: KnownResource;
  readonly path: readonly (string | number)[];
  readonly subnet: string;
  readonly free: number;
}

/** Whether subnets have addresses for what is made in them: a warning, for somebody may let some go until then. */
export async function checkAddresses(
  { resources }: Examined,
  { subnets }: CheckPorts,
  { ask, matters }: Means,
): Promise<readonly Check[]> {
  const needs = resources.filter(({ key }) => matters(key, "made")).flatMap(needsOf);
  if (needs.length === 0) return [];
  const question = {
    what: "how many addresses are free in the subnets",
    permission: "ec2:DescribeSubnets",
    resources: [...new Set(needs.map(({ resource }) => resource.key))],
    when: "made",
  } as const;
  const bySubnet = Map.groupBy(needs, ({ subnet }) => subnet);
  const found = await ask(question, (signal) => subnets.find([...bySubnet.keys()], signal));
  return (found ?? []).flatMap(({ id, free }) => {
    const own = bySubnet.get(id) ?? [];
    const wanted = own.reduce((sum, need) => sum + need.free, 0);
    const [first] = own;
    if (first === undefined || free === undefined || free >= wanted) return [];
    const names = [...new Set(own.map(({ resource }) => resource.key))];
    const message = `Subnet ${id} has ${free} free ${free === 1 ? "address" : "addresses"}; ${names.join(", ")} ${names.length === 1 ? "needs" : "need"} ${wanted}.`;
    const finding = findingAt(first.resource, first.path, message);
    return [asWarning({ resources: names, when: "made", finding })];
  });
}

function needsOf(resource: KnownResource): readonly Need[] {
  const needs = ADDRESS_NEEDS[resource.type];
  if (needs === undefined) return [];
  return resource.leaves().flatMap(({ at, path, text }) => {
    const need = needs.find((one) => one.at.test(at));
    if (need === undefined || !text?.startsWith("subnet-")) return [];
    return [{ resource, path, subnet: text, free: isSmall(resource) ? 1 : need.free }];
  });
}

/** A load balancer that takes one address in each subnet and keeps it. */
function isSmall(resource: KnownResource): boolean {
  const isOfNewKind = resource.type === "AWS::ElasticLoadBalancingV2::LoadBalancer";
  return isOfNewKind && ["network", "gateway"].includes(resource.text("Type") ?? "");
}
