import type { EngineVersion } from "../../../ports/preflight.ts";
import type { KnownResource } from "../../../template/evaluate/evaluatedTree.ts";
import type { CheckPorts, Examined, Means } from "../examined.ts";
import { type Check, findingAt } from "../questions.ts";
import { type EngineUse, engineOf, isVersion, siblingKey, useOf } from "./engines.ts";

interface GroupUse extends EngineUse {
  readonly property: string;
  /** As the template names it. */
  readonly group: string;
  readonly family: string;
}

/** The property that names a database's parameter group, by type. */
const GROUPS: Readonly<Record<string, string>> = {
  "AWS::DocDB::DBCluster": "DBClusterParameterGroupName",
  "AWS::Neptune::DBCluster": "DBClusterParameterGroupName",
  "AWS::RDS::DBCluster": "DBClusterParameterGroupName",
  "AWS::RDS::DBInstance": "DBParameterGroupName",
};

const PROPERTIES = ["EngineVersion", ...new Set(Object.values(GROUPS))];

/**
 * Whether parameter groups of the template, and default ones, fit the version of their databases: an upgrade that forgets
 * the group fails ("The parameter group … cannot be used for this instance"). Of other groups nobody knows the family.
 */
export async function checkParameterGroups(
  { resources }: Examined,
  { questions }: CheckPorts,
  { ask, matters }: Means,
): Promise<readonly Check[]> {
  const engines = resources.flatMap(engineOf);
  const uses = resources
    .flatMap((resource) => usesOf(resource, engines, resources))
    .filter(({ resource }) => matters(resource.key, "changed", PROPERTIES));
  const found = await Promise.all(
    [...Map.groupBy(uses, ({ engine }) => engine)].map(async ([engine, some]) => {
      const question = {
        what: `whether parameter groups fit ${engine}`,
        permission: "rds:DescribeDBEngineVersions",
        resources: some.map(({ resource }) => resource.key),
        when: "changed",
        properties: PROPERTIES,
      } as const;
      const versions = await ask(question, (signal) => questions.databases.versions(engine, signal));
      return some.flatMap((use) => judged(use, versions ?? []));
    }),
  );
  return found.flat();
}

function usesOf(
  resource: KnownResource,
  engines: readonly EngineUse[],
  resources: readonly KnownResource[],
): readonly GroupUse[] {
  const property = GROUPS[resource.type];
  const use = property === undefined ? undefined : useOf(resource, engines);
  if (property === undefined || use === undefined) return [];
  const [own] = resource.references(property);
  const group = resources.find(({ key }) => own !== undefined && key === siblingKey(resource, own));
  const name = resource.text(property);
  const family = group?.text("Family") ?? /^default\.(.+)$/.exec(name ?? "")?.[1];
  if (family === undefined) return [];
  return [{ ...use, resource, property, group: group?.logicalId ?? name ?? "", family }];
}

function judged(use: GroupUse, versions: readonly EngineVersion[]): readonly Check[] {
  const fitting = versions.filter(({ version }) => isVersion(use.version, version));
  const families = [...new Set(fitting.flatMap(({ family }) => family ?? []))];
  // What cannot be created is told of as such; one that is there already RDS may no longer list.
  if (families.length === 0 || families.includes(use.family)) return [];
  const { resource, property, engine, version, group, family } = use;
  const message = `Parameter group ${group} is of family ${family}, and ${engine} ${version} takes ${families.join(", ")}: name a group of that family.`;
  const finding = findingAt(resource, property, message);
  return [{ resources: [resource.key], when: "changed", properties: PROPERTIES, finding }];
}
