import type { Certificate } from "../../../ports/preflight.ts";
import { arnParts } from "../../../stack/console.ts";
import type { KnownResource } from "../../../template/evaluate/evaluatedTree.ts";
import type { Leaf } from "../../../template/evaluate/leaves.ts";
import type { CheckPorts, Examined, Means } from "../examined.ts";
import { CERTIFICATE_PROPERTIES } from "../facts/certificateProperties.data.ts";
import { type Check, changesAt, findingAt, propertyOf } from "../questions.ts";

interface Use {
  readonly resource: KnownResource;
  readonly leaf: Leaf;
  readonly arn: string;
  /** The region that its certificate must be of. */
  readonly region: string;
}

/**
 * Whether certificates are there, issued, and of the region that the service takes them from; that much the ARN says
 * without any question. A certificate of the template's own is waited for by CloudFormation.
 */
export async function checkCertificates(
  { resources, region }: Examined,
  { questions }: CheckPorts,
  { ask, matters }: Means,
): Promise<readonly Check[]> {
  const uses = resources
    .flatMap((resource) => usesOf(resource, region))
    .filter(({ resource, leaf }) => matters(resource.key, "changed", propertyOf(leaf)));
  const far = uses.filter((use) => arnParts(use.arn).region !== use.region);
  const near = uses.filter((use) => !far.includes(use));
  const elsewhere = far.map((use) => {
    const message = `${use.arn} is a certificate of ${arnParts(use.arn).region}: ${use.resource.type} takes one of ${use.region} only.`;
    return checkAt(use, message);
  });
  if (near.length === 0) return elsewhere;
  const question = {
    what: "whether the certificates are there and issued",
    permission: "acm:DescribeCertificate",
    ...changesAt(near),
  } as const;
  const arns = [...new Set(near.map(({ arn }) => arn))];
  const found = await ask(question, (signal) => questions.certificates.find(arns, signal));
  if (found === undefined) return elsewhere;
  return [...elsewhere, ...near.flatMap((use) => judged(use, found))];
}

function usesOf(resource: KnownResource, own: string): readonly Use[] {
  const properties = CERTIFICATE_PROPERTIES[resource.type] ?? [];
  return resource.leaves().flatMap((leaf) => {
    const property = properties.find(({ at }) => at === leaf.at);
    const arn = leaf.text ?? "";
    // Others are server certificates of IAM's.
    if (property === undefined || !/^arn:[\w-]+:acm:[\w-]+:\d{12}:certificate\/./.test(arn)) return [];
    return [{ resource, leaf, arn, region: property.region === "own" ? own : property.region }];
  });
}

function judged(use: Use, found: readonly Certificate[]): readonly Check[] {
  const state = found.find(({ arn }) => arn === use.arn)?.status;
  if (state === "ISSUED") return [];
  if (state === undefined)
    return [checkAt(use, `${use.arn}: there is no such certificate in this account and region.`)];
  const message = `${use.arn}: the certificate is ${state}.`;
  switch (state) {
    // It may be issued by then: whoever owns the domain need only add the record.
    case "PENDING_VALIDATION":
      return [
        {
          ...checkAt(
            use,
            `${message} Services take an issued one only: validate its domain before the deploy.`,
          ),
          mayBeMade: true,
        },
      ];
    case "FAILED":
    case "VALIDATION_TIMED_OUT":
      return [checkAt(use, `${message} It was never issued: request another one.`)];
    default: {
      // Expired, revoked or inactive: what some services let pass.
      const check = checkAt(use, `${message} Clients will not trust it.`);
      return [{ ...check, finding: { ...check.finding, level: "warning" } }];
    }
  }
}

function checkAt(use: Use, message: string): Check {
  return { ...changesAt([use]), finding: findingAt(use.resource, use.leaf.path, message) };
}
