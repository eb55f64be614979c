import type { Key } from "../../../ports/preflight.ts";
import { arnParts } from "../../../stack/console.ts";
import type { KnownResource } from "../../../template/evaluate/evaluatedTree.ts";
import type { Leaf } from "../../../template/evaluate/leaves.ts";
import type { CheckPorts, Examined, Means } from "../examined.ts";
import { ELSEWHERE, KEY_PROPERTY, REFUSING } from "../facts/keyProperties.data.ts";
import { asWarning, hasMaker, hasUnknownName, namesMade } from "../makers.ts";
import { type Check, changesAt, findingAt, propertyOf } from "../questions.ts";

interface Use {
  readonly resource: KnownResource;
  readonly leaf: Leaf;
  /** As the template names it: id, ARN or alias. */
  readonly key: string;
}

/**
 * Whether the KMS keys that resources are given are there and enabled. Whether they may be used is their policies' to
 * say. AWS's own keys (`alias/aws/…`) are made when they are needed; keys of other accounts and regions are not looked at.
 */
export async function checkKeys(
  { resources, region, account }: Examined,
  { questions }: CheckPorts,
  { ask, matters }: Means,
): Promise<readonly Check[]> {
  const own = namesMade(resources, ALIAS, "AliasName");
  const isNear = (key: string) =>
    !isArn(key) || (arnParts(key).region === region && arnParts(key).account === account);
  const uses = resources
    .flatMap(usesOf)
    .filter(
      ({ resource, leaf, key }) =>
        isNear(key) && !own.has(aliasIn(key) ?? "") && matters(resource.key, "changed", propertyOf(leaf)),
    );
  if (uses.length === 0) return [];
  const question = {
    what: "whether the KMS keys are there and enabled",
    permission: "kms:DescribeKey",
    ...changesAt(uses),
  } as const;
  const names = [...new Set(uses.map(({ key }) => key))];
  const found = await ask(question, (signal) => questions.keys.find(names, signal));
  if (found === undefined) return [];
  const isSure = !hasMaker(resources) && !hasUnknownName(resources, ALIAS, "AliasName");
  return uses.flatMap((use) => {
    const check = judged(
      use,
      found.find(({ name }) => name === use.key),
    );
    if (check === undefined) return [];
    return [isSure && REFUSING.includes(use.resource.type) ? check : asWarning(check)];
  });
}

/** Whether a resource is given a key by an ARN, which tells its account. */
export function namesKeyByArn(resource: KnownResource): boolean {
  return usesOf(resource).some(({ key }) => isArn(key));
}

const ALIAS = "AWS::KMS::Alias";

const NAMED = new RegExp(
  [
    /^arn:[\w-]+:kms:[\w-]+:\d{12}:(key|alias)\/[\w/-]+$/,
    /^alias\/[\w/-]+$/,
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    /^mrk-[0-9a-f]{32}$/,
  ]
    .map(({ source }) => source)
    .join("|"),
);

function usesOf(resource: KnownResource): readonly Use[] {
  return resource.leaves().flatMap((leaf) => {
    const key = leaf.text ?? "";
    const isKey = KEY_PROPERTY.test(leaf.at) && !ELSEWHERE.test(leaf.at) && NAMED.test(key);
    return !isKey || aliasIn(key)?.startsWith("alias/aws/") ? [] : [{ resource, leaf, key }];
  });
}

function isArn(key: string): boolean {
  return key.startsWith("arn:");
}

function aliasIn(key: string): string | undefined {
  return /(?:^|:)(alias\/.+)$/.exec(key)?.[1];
}

function judged({ resource, leaf, key }: Use, found: Key | undefined): Check | undefined {
  const check = (message: string, more: Pick<Check, "mayBeMade">): Check => ({
    ...{ ...changesAt([{ resource, leaf }]), ...more },
    finding: findingAt(resource, leaf.path, message),
  });
  if (found === undefined) {
    // An alias may be made by then; KMS draws the ids, so that nobody makes a key with this one.
    const isAlias = aliasIn(key) !== undefined;
    const then = isAlias ? " Create it before the deploy." : "";
    return check(`${key}: there is no such KMS key in this account and region.${then}`, {
      ...(isAlias && { mayBeMade: true }),
    });
  }
  if (found.state === "Enabled") return undefined;
  const then =
    found.state === "PendingDeletion" ? "Cancel its deletion and enable it" : "See that it is enabled";
  return check(`${key}: the KMS key is ${found.state}. ${then} before the deploy, or name another one.`, {
    mayBeMade: true,
  });
}
