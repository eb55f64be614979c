import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";

const spec = loadAwsServiceSpecSync();

type Properties = ReturnType<typeof spec.all<"resource">>[number]["properties"];
type PropertyType = Properties[string]["type"];

/** How deep properties are followed; some hold themselves. */
const DEEPEST = 6;

/** Where CloudFormation knows texts in a type's properties, with a star for a list: `Targets.*.RoleArn`. */
export function leafPaths(type: string): readonly string[] {
  const [resource] = spec.lookup("resource", "cloudFormationType", "equals", type);
  return below(resource?.properties ?? {}, []);
}

function below(
  properties: Readonly<Record<string, { readonly type: PropertyType }>>,
  path: readonly string[],
): readonly string[] {
  if (path.length > DEEPEST) return [];
  return Object.entries(properties).flatMap(([name, { type }]) => of(type, [...path, name]));
}

function of(type: PropertyType, path: readonly string[]): readonly string[] {
  switch (type.type) {
    case "array":
      return of(type.element, [...path, "*"]);
    case "union":
      return type.types.flatMap((one) => of(one, path));
    case "ref":
      return below(spec.get("typeDefinition", type.reference.$ref).properties, path);
    default:
      return [path.join(".")];
  }
}
