import type { Role } from "../../../ports/preflight.ts";
import { arnParts } from "../../../stack/console.ts";
import type { KnownResource } from "../../../template/evaluate/evaluatedTree.ts";
import type { Leaf } from "../../../template/evaluate/leaves.ts";
import type { CheckPorts, Examined, Means } from "../examined.ts";
import { ROLE_PROPERTIES, type RoleProperty } from "../facts/roleProperties.data.ts";
import { trusts } from "../facts/trust.ts";
import { asWarning, hasMaker, hasUnknownName, namesMade } from "../makers.ts";
import { type Check, changesAt, findingAt, propertyOf } from "../questions.ts";

interface Use {
  readonly resource: KnownResource;
  readonly leaf: Leaf;
  readonly arn: string;
  readonly name: string;
  readonly role: RoleProperty;
}

/**
 * Whether the roles that resources are given are there, and whether the service may assume them. Roles of other accounts
 * are not looked at, nor those that the template makes.
 */
export async function checkRoles(
  { resources, account }: Examined,
  { questions }: CheckPorts,
  { ask, matters }: Means,
): Promise<readonly Check[]> {
  const own = namesMade(resources, ROLE, "RoleName");
  const uses = resources
    .flatMap(usesOf)
    .filter(
      ({ resource, leaf, arn, name }) =>
        arnParts(arn).account === account &&
        !own.has(name) &&
        matters(resource.key, "changed", propertyOf(leaf)),
    );
  if (uses.length === 0) return [];
  const names = [...new Set(uses.map(({ name }) => name))];
  const question = {
    what: "whether the roles are there that services are to assume",
    permission: "iam:GetRole",
    ...changesAt(uses),
  } as const;
  const found = await ask(question, (signal) => questions.roles.find(names, signal));
  if (found === undefined) return [];
  const isSure = !hasMaker(resources) && !hasUnknownName(resources, ROLE, "RoleName");
  return uses.flatMap((use): readonly Check[] => {
    const message = wrongIn(
      use,
      found.find(({ name }) => name === use.name),
    );
    if (message === undefined) return [];
    const check: Check = {
      ...{ ...changesAt([use]), mayBeMade: true },
      finding: findingAt(use.resource, use.leaf.path, message),
    };
    return [isSure && use.role.refusal !== undefined ? check : asWarning(check)];
  });
}

/** Whether a resource is given a role by an ARN. */
export function namesRole(resource: KnownResource): boolean {
  return usesOf(resource).length > 0;
}

const ROLE = "AWS::IAM::Role";

function usesOf(resource: KnownResource): readonly Use[] {
  const roles = ROLE_PROPERTIES[resource.type];
  if (roles === undefined) return [];
  return resource.leaves().flatMap((leaf) => {
    const role = roles.find(({ at }) => at.test(leaf.at));
    const arn = leaf.text ?? "";
    const name = /^arn:[\w-]+:iam::\d{12}:role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(arn)?.[1];
    return role === undefined || name === undefined ? [] : [{ resource, leaf, arn, name, role }];
  });
}

/** What is wrong with a role, and what to do. */
function wrongIn({ arn, name, leaf, role: { service } }: Use, found: Role | undefined): string | undefined {
  const named = `${leaf.at.replaceAll(".*", "")} ${arn}`;
  if (found === undefined)
    return `${named}: there is no such role in this account. Create it before the deploy, or name another one.`;
  if (found.arn !== arn) return `${named}: the ARN of role ${name} is ${found.arn}.`;
  return trusts(found.trust, service)
    ? undefined
    : `${named}: its trust policy does not let ${service}.amazonaws.com assume it. Allow sts:AssumeRole to that principal before the deploy.`;
}
