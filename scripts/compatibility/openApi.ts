import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import type { Exchange } from "../../test/sandbox/traffic.ts";
import { type Description, type Found, openPaths, type Parameter, type Schema } from "./description.ts";
import { withoutNullable } from "./nullable.ts";
import { unknownMembers } from "./unknownMembers.ts";

/** What a published description says of a request and its answer. */
export interface Judgement {
  /** `POST /repos/{owner}/{repo}/check-runs`; undefined where the description has no such call. */
  readonly operation: string | undefined;
  readonly problems: readonly string[];
}

export type Judge = (exchange: Exchange) => Judgement;

/**
 * Reads an OpenAPI 3.0 description: method and path are known, query, path and body as declared and no more than that;
 * the answer as declared for its status, no member invented. Answers of a fault are not looked at.
 */
export function openJudge(description: Description, { answers }: { readonly answers: boolean }): Judge {
  const find = openPaths(description);
  const conforms = openSchemas(description);
  return (exchange) => {
    const { pathname, searchParams } = new URL(exchange.url, "http://local");
    const found = find(exchange.method, pathname);
    if (found === undefined) return { operation: undefined, problems: ["the description has no such call"] };
    const problems = [
      ...queryProblems(found, searchParams, conforms),
      ...pathProblems(found, conforms),
      ...bodyProblems(found, exchange, conforms),
      ...(answers && !exchange.faulty ? answerProblems(found, exchange, conforms) : []),
    ];
    return { operation: `${exchange.method} ${found.path}`, problems };
  };
}

/** What is wrong with a value of this schema. `at` says where it stands. */
type Conforms = (schema: Schema, value: unknown, at: string) => readonly string[];

function openSchemas(description: Description): Conforms {
  // GitHub's own formats and keywords (`x-…`) are no errors of its description.
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  const { components } = description;
  ajv.addSchema({ $id: DOCUMENT, components: withoutNullable(components) as object });
  const compiled = new Map<Schema, ValidateFunction>();
  return (schema, value, at) => {
    const validate = compiled.get(schema) ?? ajv.compile(pointing(withoutNullable(schema)) as object);
    compiled.set(schema, validate);
    validate(value);
    const wrong = (validate.errors ?? [])
      .filter(({ keyword, params }) => !SUMMING.includes(keyword) && params.type !== "null")
      .map(({ instancePath, message, params }) => {
        const detail = "allowedValues" in params ? ` ${JSON.stringify(params.allowedValues)}` : "";
        return `${at}${instancePath.replaceAll(/\/\d+/g, "/*")} ${message}${detail}`;
      });
    return [...new Set([...wrong, ...unknownMembers(description, schema, value, at)])];
  };
}

const DOCUMENT = "description";

/** They only say that one of the errors beside them is there, as "must be null" does of what may be null. */
const SUMMING: readonly string[] = ["if", "anyOf", "oneOf"];

/** The schema with its references into the document: it is compiled by itself. */
function pointing(schema: unknown): unknown {
  const text = JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${DOCUMENT}#/`);
  return JSON.parse(text) as unknown;
}

function queryProblems(found: Found, query: URLSearchParams, conforms: Conforms): readonly string[] {
  const declared = found.parameters.filter(({ in: where }) => where === "query");
  const unknown = [...query.keys()].filter((name) => !declared.some((parameter) => parameter.name === name));
  const missing = declared.filter(({ name, required }) => required === true && !query.has(name));
  return [
    ...unknown.map((name) => `query ${name} is not declared`),
    ...missing.map(({ name }) => `query ${name} is required`),
    ...declared.flatMap((parameter) =>
      query
        .getAll(parameter.name)
        .flatMap((text) => conforms(parameter.schema, carried(parameter, text), `query ${parameter.name}`)),
    ),
  ];
}

function pathProblems(found: Found, conforms: Conforms): readonly string[] {
  return found.parameters
    .filter(({ in: where }) => where === "path")
    .flatMap((parameter) => {
      const text = found.given[parameter.name];
      if (text === undefined) return [`path ${parameter.name} is not in the path`];
      return conforms(parameter.schema, carried(parameter, text), `path ${parameter.name}`);
    });
}

/** Queries and paths carry text. */
function carried({ schema }: Parameter, text: string): unknown {
  if (schema.type === "integer" || schema.type === "number") return text === "" ? text : Number(text);
  return schema.type === "boolean" ? { true: true, false: false }[text] : text;
}

function bodyProblems(found: Found, { body }: Exchange, conforms: Conforms): readonly string[] {
  const schema = found.body;
  if (body === "") return found.isBodyRequired ? ["body is required"] : [];
  if (schema === undefined) return ["body is not declared"];
  return conforms(schema, JSON.parse(body) as unknown, "body");
}

function answerProblems(
  found: Found,
  { status, answer, answerHeaders }: Exchange,
  conforms: Conforms,
): readonly string[] {
  const schema = found.answers[String(status)];
  // Refusals of the rights and of the rate are not declared for each call, and all have one shape.
  if (schema === undefined && status >= 400) {
    return conforms({ $ref: "#/components/schemas/basic-error" }, parsed(answer), `answer ${status}`);
  }
  if (schema === undefined) return [`answer ${status} is not declared`];
  if (schema === "empty") return answer === "" ? [] : [`answer ${status} has a body`];
  if (answerHeaders["content-type"]?.includes("json") === false) return [];
  return conforms(schema, parsed(answer), `answer ${status}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
