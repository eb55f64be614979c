/** As much of an OpenAPI 3.0 description as is read here. */
export interface Description {
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export type Schema = Readonly<Record<string, unknown>>;

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Operation {
  readonly parameters?: readonly unknown[];
  readonly requestBody?: Content & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, unknown>>;
}

type PathItem = Readonly<Record<string, unknown>> & { readonly parameters?: readonly unknown[] };

/** An operation, and what a path gives its parameters. */
export interface Found {
  /** `/repos/{owner}/{repo}/check-runs`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly given: Readonly<Record<string, string>>;
  readonly body: Schema | undefined;
  readonly isBodyRequired: boolean;
  /** By status. `empty` is an answer without a body. */
  readonly answers: Readonly<Record<string, Schema | "empty">>;
}

/** Finds the operation of a method and path, where several fit the one that says most. */
export function openPaths(description: Description): (method: string, path: string) => Found | undefined {
  const compiled = Object.entries(description.paths)
    .map(([path, item]) => ({ path, item, pattern: patternOf(path) }))
    .sort((a, b) => literalsIn(b.path) - literalsIn(a.path));
  return (method, path) => {
    for (const { path: declared, item, pattern } of compiled) {
      const match = pattern.exec(path);
      const operation = item[method.toLowerCase()] as Operation | undefined;
      if (match === null || operation === undefined) continue;
      const all = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
      return {
        path: declared,
        parameters: all.map((parameter) => resolved(description, parameter) as Parameter),
        given: Object.fromEntries(
          Object.entries(match.groups ?? {}).map(([name, value = ""]) => [name, decodeURIComponent(value)]),
        ),
        body: schemaOf(operation.requestBody),
        isBodyRequired: operation.requestBody?.required === true,
        answers: answersOf(description, operation),
      };
    }
    return undefined;
  };
}

function literalsIn(path: string): number {
  return path.split("/").filter((segment) => !segment.startsWith("{")).length;
}

/** What a reference stands for, `#/components/…`; anything else is itself. */
export function resolved(description: Description, value: unknown): unknown {
  const { $ref } = (value ?? {}) as { readonly $ref?: string };
  if ($ref === undefined) return value;
  const [, , kind = "", name = ""] = $ref.split("/");
  const found = description.components[kind]?.[name];
  if (found === undefined) throw new Error(`The description has no ${$ref}.`);
  return resolved(description, found);
}

/** These hold slashes, whatever the description's form for them. */
const WITH_SLASHES: readonly string[] = ["path", "ref", "basehead"];

/** Contents are asked for with their path, "if you omit the path parameter" for the root, says the description. */
const OMITTABLE = "/{path}";

function patternOf(path: string): RegExp {
  if (path.endsWith(OMITTABLE)) {
    const folder = patternOf(path.slice(0, -OMITTABLE.length)).source.slice(1, -1);
    return new RegExp(`^${folder}(?:/(?<path>.*))?$`);
  }
  const source = path.replace(/\{(\w+)\}|[.+?^$()|[\]\\]/g, (text, name?: string) => {
    if (name === undefined) return `\\${text}`;
    return `(?<${name}>${WITH_SLASHES.includes(name) ? ".+" : "[^/]+"})`;
  });
  return new RegExp(`^${source}$`);
}

function schemaOf(body: Content | undefined): Schema | undefined {
  return body?.content?.["application/json"]?.schema;
}

function answersOf(description: Description, { responses }: Operation): Found["answers"] {
  return Object.fromEntries(
    Object.entries(responses).map(([status, value]) => {
      const response = resolved(description, value) as Content;
      return [status, schemaOf(response) ?? (response.content === undefined ? "empty" : {})];
    }),
  );
}

/** Method and path of operations by their ids: `GET /repos/{owner}/{repo}/pulls` of `pulls/list`. */
export function pathsOf(description: Description, ids: ReadonlySet<string>): readonly string[] {
  return Object.entries(description.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) => {
      const { operationId = "" } = operation as { readonly operationId?: string };
      return ids.has(operationId) ? [`${method.toUpperCase()} ${path}`] : [];
    }),
  );
}
