import type { ParameterStore } from "../../../ports/aws.ts";
import type { SecretStore } from "../../../ports/preflight.ts";
import { arnParts } from "../../../stack/console.ts";
import type { DynamicReference } from "../../../template/evaluate/dynamicReferences.ts";
import type { KnownResource } from "../../../template/evaluate/evaluatedTree.ts";
import type { CheckPorts, Examined, Means } from "../examined.ts";
import { asWarning, hasMaker, hasUnknownName, namesMade } from "../makers.ts";
import { type Ask, type Check, findingAt } from "../questions.ts";

interface Use {
  readonly resource: KnownResource;
  readonly property: string;
  readonly reference: DynamicReference;
}

/**
 * Whether the parameters and secrets are there that resources refer to which are made or changed: CloudFormation reads
 * them when it comes to the resource. No secret's value is read. What the template makes itself is left out.
 */
export async function checkReferences(
  { resources, region }: Examined,
  { parameterStore, questions: { secretStore } }: CheckPorts,
  { ask, matters }: Means,
): Promise<readonly Check[]> {
  const uses = resources
    .filter(({ key }) => matters(key, "changed"))
    .flatMap((resource) => resource.dynamicReferences.map((found) => ({ resource, ...found })));
  const [own, isSure] = [madeHere(resources), isAllKnown(resources)];
  const others = uses.filter(({ reference: { id } }) => !own.has(id) && isNear(id, region));
  const of = (...services: readonly string[]) =>
    others.filter(({ reference }) => services.includes(reference.service));
  const found = await Promise.all([
    checkParameters(of("ssm", "ssm-secure"), parameterStore, ask),
    checkSecrets(of("secretsmanager"), secretStore, ask),
  ]);
  return found.flat().map((check) => (isSure ? check : asWarning(check)));
}

async function checkParameters(
  uses: readonly Use[],
  parameterStore: ParameterStore,
  ask: Ask,
): Promise<readonly Check[]> {
  if (uses.length === 0) return [];
  const what = "whether the parameters of Systems Manager are there that dynamic references name";
  const found = await ask({ what, permission: "ssm:GetParameters", ...subject(uses) }, () =>
    parameterStore.read(idsOf(uses)),
  );
  if (found === undefined) return [];
  return uses.flatMap((use): readonly Check[] => {
    const { id, version = 0 } = use.reference;
    const newest = found.find(({ name }) => name === id)?.version;
    if (newest === undefined) return [missing(use, "there is no such parameter in this account and region")];
    return version > newest ? [missing(use, `the newest version of the parameter is ${newest}`)] : [];
  });
}

async function checkSecrets(
  uses: readonly Use[],
  secretStore: SecretStore,
  ask: Ask,
): Promise<readonly Check[]> {
  if (uses.length === 0) return [];
  const what = "whether the secrets are there that dynamic references name";
  const found = await ask({ what, permission: "secretsmanager:DescribeSecret", ...subject(uses) }, (signal) =>
    secretStore.find(idsOf(uses), signal),
  );
  if (found === undefined) return [];
  return uses.flatMap((use): readonly Check[] => {
    const { id, stage } = use.reference;
    const secret = found.find((one) => one.id === id);
    if (secret === undefined) return [missing(use, "there is no such secret in this account and region")];
    if (secret.isBeingDeleted) return [missing(use, "the secret is scheduled for deletion")];
    return stage === undefined || secret.stages.includes(stage)
      ? []
      : [missing(use, "no version of the secret has this staging label")];
  });
}

/** The reference is written in full: reports hide what it names, as they do everywhere. */
function missing({ resource, property, reference }: Use, what: string): Check {
  const message = `${reference.text}: ${what}, so that CloudFormation fails when it comes to ${resource.logicalId}. Correct the reference, or make what it names before the deploy.`;
  const finding = findingAt(resource, property, message);
  return { resources: [resource.key], when: "changed", finding, mayBeMade: true };
}

function subject(uses: readonly Use[]) {
  return { resources: [...new Set(uses.map(({ resource }) => resource.key))], when: "changed" } as const;
}

function idsOf(uses: readonly Use[]): readonly string[] {
  return [...new Set(uses.map(({ reference }) => reference.id))];
}

/** A secret of another region, or account, is not for us to judge. */
function isNear(id: string, region: string): boolean {
  return !id.startsWith("arn:") || arnParts(id).region === region;
}

const STORES: readonly string[] = ["AWS::SecretsManager::Secret", "AWS::SSM::Parameter"];

/** Names of what the template makes: it may be there by the time that it is referred to. */
function madeHere(resources: readonly KnownResource[]): ReadonlySet<string> {
  return new Set(STORES.flatMap((type) => [...namesMade(resources, type, "Name")]));
}

/** Whether nothing in the template could make a store under a name that is not known. */
function isAllKnown(resources: readonly KnownResource[]): boolean {
  return !hasMaker(resources) && !STORES.some((type) => hasUnknownName(resources, type, "Name"));
}
