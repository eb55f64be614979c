import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

function auroraTemplate(): Template {
  const path = join(import.meta.dirname, "../../../templates/aurora-postgresql.json");
  return JSON.parse(readFileSync(path, "utf8")) as Template;
}

/** Logical id and type of all that the bundled template makes; nothing in it is conditional. */
export function templateResources(): readonly (readonly [string, string])[] {
  return Object.entries(auroraTemplate().Resources).map(([id, { Type }]) => [id, Type]);
}

/** The bundled template with a new name for the cluster, which replaces it, and without the snapshot that would be kept. */
export function dangerousTemplate(): string {
  const template = auroraTemplate();
  const { AuroraCluster, ...others } = template.Resources;
  if (AuroraCluster === undefined) throw new Error("the bundled template has no AuroraCluster any more");
  const renamed = {
    ...AuroraCluster,
    DeletionPolicy: "Delete",
    UpdateReplacePolicy: "Delete",
    Properties: {
      ...AuroraCluster.Properties,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own notation
      DBClusterIdentifier: { "Fn::Sub": "payments-${environmentSuffix}" },
    },
  };
  return JSON.stringify({ ...template, Resources: { ...others, AuroraCluster: renamed } }, null, 2);
}
