import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Resource {
  readonly Condition?: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

function auroraTemplate(): Template {
  const path = join(import.meta.dirname, "../../../templates/aurora-postgresql.json");
  return JSON.parse(readFileSync(path, "utf8")) as Template;
}

/** What the bundled template makes in any case, with the name that it gives with this suffix. */
export function bundledResources(suffix: string): readonly { readonly id: string; readonly name?: string }[] {
  const always = Object.entries(auroraTemplate().Resources).filter(([, { Condition }]) => !Condition);
  return always.map(([id, { Properties }]) => {
    const names = Object.entries(Properties).flatMap(([property, value]) =>
      /(Name|Identifier)$/.test(property) ? suffixed(value, suffix) : [],
    );
    return { id, ...(names[0] === undefined ? {} : { name: names[0] }) };
  });
}

function suffixed(value: unknown, suffix: string): readonly string[] {
  const text = (value as { readonly "Fn::Sub"?: unknown })["Fn::Sub"];
  // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own notation
  const place = "${environmentSuffix}";
  return typeof text === "string" && text.includes(place) ? [text.replaceAll(place, suffix)] : [];
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
