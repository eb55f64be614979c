import type { JsonObject } from "../template/model.ts";
import { isNoEcho } from "../template/parameters/declarations.ts";
import { isObject } from "./resourceState.ts";

/** The declarations of a template's parameters, as they are written. */
export function declarationsIn(template: JsonObject | undefined): JsonObject {
  return isObject(template?.Parameters) ? template.Parameters : {};
}

/** The parameters that a template declares as NoEcho. */
export function noEchoNames(template: JsonObject | undefined): ReadonlySet<string> {
  const hidden = Object.entries(declarationsIn(template)).filter(([, declared]) => isNoEcho(declared));
  return new Set(hidden.map(([name]) => name));
}
