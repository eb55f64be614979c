import type { KnownResource } from "../../../template/evaluate/evaluatedTree.ts";
import type { CheckPorts, Examined, Means } from "../examined.ts";
import { asWarning } from "../makers.ts";
import { type Check, findingAt } from "../questions.ts";

/** RDS's quotas by type; DocumentDB's and Neptune's databases count as RDS's (Amazon RDS, "Quotas in Amazon RDS"). */
const QUOTAS: Readonly<Record<string, string>> = {
  "AWS::DocDB::DBCluster": "DBClusters",
  "AWS::DocDB::DBInstance": "DBInstances",
  "AWS::Neptune::DBCluster": "DBClusters",
  "AWS::Neptune::DBInstance": "DBInstances",
  "AWS::RDS::DBCluster": "DBClusters",
  "AWS::RDS::DBInstance": "DBInstances",
};

/** Whether the account may have as many databases more: a warning, for others make and delete some, too. */
export async function checkDatabaseQuotas(
  { resources, region }: Examined,
  { questions }: CheckPorts,
  { ask, matters }: Means,
): Promise<readonly Check[]> {
  const added = resources.filter(({ key, type }) => QUOTAS[type] !== undefined && matters(key, "added"));
  if (added.length === 0) return [];
  const question = {
    what: "whether RDS's quotas leave room",
    permission: "rds:DescribeAccountAttributes",
    resources: added.map(({ key }) => key),
    when: "added",
  } as const;
  const quotas = await ask(question, (signal) => questions.databases.quotas(signal));
  return (quotas ?? []).flatMap(({ name, used, max }) => {
    const own = added.filter(({ type }) => QUOTAS[type] === name);
    const [first] = own;
    return first === undefined || used + own.length <= max
      ? []
      : [short(first, own, `${used} of ${max} in ${region}`, name)];
  });
}

function short(first: KnownResource, own: readonly KnownResource[], has: string, quota: string): Check {
  const more = own.length === 1 ? "one more is" : `${own.length} more are`;
  const message = `The account has ${has} (RDS quota ${quota}), and ${more} to be made. Have the quota raised before the deploy.`;
  const finding = findingAt(first, "Engine", message);
  return asWarning({ resources: own.map(({ key }) => key), when: "added", finding });
}
