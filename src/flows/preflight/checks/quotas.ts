import type { QuotaKind } from "../../../ports/preflight.ts";
import type { CheckPorts, Examined, Means } from "../examined.ts";
import { asWarning } from "../makers.ts";
import { type Check, findingAt } from "../questions.ts";

/**
 * Quotas that new accounts reach first, five of each (Amazon VPC quotas; Amazon EC2, "Elastic IP address quota"), and whose use one
 * call counts. `property` is where the finding stands.
 */
const KINDS: Readonly<
  Record<
    string,
    { readonly kind: QuotaKind; readonly name: string; readonly counted: string; readonly property: string }
  >
> = {
  "AWS::EC2::EIP": {
    ...{ kind: "addresses", name: "EC2-VPC Elastic IPs" },
    ...{ counted: "ec2:DescribeAddresses", property: "Domain" },
  },
  "AWS::EC2::InternetGateway": {
    ...{ kind: "gateways", name: "Internet gateways per Region" },
    ...{ counted: "ec2:DescribeInternetGateways", property: "Tags" },
  },
  "AWS::EC2::VPC": {
    ...{ kind: "vpcs", name: "VPCs per Region" },
    ...{ counted: "ec2:DescribeVpcs", property: "CidrBlock" },
  },
};

/** Whether quotas leave room for what is added: a warning, for others make and delete things, too. */
export async function checkQuotas(
  { resources, region }: Examined,
  { questions }: CheckPorts,
  { ask, matters }: Means,
): Promise<readonly Check[]> {
  const added = resources.filter(({ key, type }) => KINDS[type] !== undefined && matters(key, "added"));
  const found = await Promise.all(
    [...Map.groupBy(added, ({ type }) => type)].map(async ([type, some]): Promise<readonly Check[]> => {
      const [kind, [first]] = [KINDS[type], some];
      if (kind === undefined || first === undefined) return [];
      const subject = { resources: some.map(({ key }) => key), when: "added" } as const;
      const question = {
        what: `whether the quota ${kind.name} leaves room`,
        permission: `servicequotas:GetServiceQuota or ${kind.counted}`,
        ...subject,
      };
      const quota = await ask(question, (signal) => questions.quotas.find(kind.kind, signal));
      if (quota === undefined || quota.used + some.length <= quota.max) return [];
      const more = some.length === 1 ? "one more is" : `${some.length} more are`;
      const message = `The account has ${quota.used} of ${quota.max} in ${region} (quota ${kind.name}), and ${more} to be made. Have the quota raised before the deploy.`;
      return [asWarning({ ...subject, finding: findingAt(first, kind.property, message) })];
    }),
  );
  return found.flat();
}
