import { isObject } from "../canonical.ts";
import type { Json, JsonPath } from "../model.ts";
import type { Checking } from "./check.ts";

type Reporting = Pick<Checking, "source" | "report">;

/** Checks that the Mappings section has two levels of names and plain values below them. */
export function checkMappings({ source, report }: Reporting): void {
  if (!isObject(source.value.Mappings)) return;
  for (const [name, mapping] of Object.entries(source.value.Mappings)) {
    if (name === "Fn::Transform" || mapping === null) continue;
    if (!isObject(mapping)) {
      report("error", ["Mappings", name], `Mapping ${name} must hold keys with names and values.`);
      continue;
    }
    for (const [key, values] of Object.entries(mapping)) checkRow({ source, report }, [name, key], values);
  }
}

function checkRow({ report }: Reporting, [name, key]: readonly [string, string], values: Json): void {
  if (values === null || key === "Fn::Transform") return;
  if (!isObject(values)) {
    report("error", ["Mappings", name, key], `Key ${key} of mapping ${name} must hold names and values.`);
    return;
  }
  for (const [attribute, value] of Object.entries(values)) {
    // "The values can be String or List types" (Mappings); what a list holds may be mappings (cloudform#38).
    if (!isObject(value) || attribute === "Fn::Transform") continue;
    const message = `${attribute} of mapping ${name} must be text or a list; mappings hold no functions.`;
    report("error", ["Mappings", name, key, attribute], message);
  }
}

/** Checks that the mapping, key and name of an `Fn::FindInMap` exist, as far as they are written out. */
export function checkMapping(checking: Checking, argument: Json, path: JsonPath): void {
  if (!Array.isArray(argument)) return;
  const [name, key, attribute, options] = argument as readonly Json[];
  if (typeof name !== "string" || checking.hasMacros) return;
  const { Mappings: section } = checking.source.value;
  const mappings = isObject(section) ? section : {};
  const mapping = Object.hasOwn(mappings, name) ? mappings[name] : undefined;
  if (mapping === undefined) {
    const near = checking.suggest(name, Object.keys(mappings));
    checking.report(
      "error",
      path,
      `Fn::FindInMap uses the mapping ${name}, which is not under Mappings.${near}`,
    );
    return;
  }
  // With a DefaultValue (AWS::LanguageExtensions) a missing key is what it is for.
  if (isObject(options) && options.DefaultValue !== undefined) return;
  if (isObject(mapping)) checkMappingKeys(checking, { name, mapping, key, attribute, path });
}

interface MappingUse {
  readonly name: string;
  readonly mapping: Readonly<Record<string, Json>>;
  readonly key: Json | undefined;
  readonly attribute: Json | undefined;
  readonly path: JsonPath;
}

function checkMappingKeys(checking: Checking, { name, mapping, key, attribute, path }: MappingUse): void {
  if (typeof key === "string" && !Object.hasOwn(mapping, key)) {
    const near = checking.suggest(key, Object.keys(mapping));
    checking.report("error", path, `Mapping ${name} has no key ${key}.${near}`);
    return;
  }
  if (typeof attribute !== "string") return;
  const rows = typeof key === "string" ? [mapping[key]] : Object.values(mapping);
  const known = rows.flatMap((row) => (isObject(row) ? Object.keys(row) : []));
  if (known.includes(attribute)) return;
  const where = typeof key === "string" ? ` under ${key}` : "";
  checking.report(
    "error",
    path,
    `Mapping ${name} has no ${attribute}${where}.${checking.suggest(attribute, known)}`,
  );
}
