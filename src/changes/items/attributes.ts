import { attributeParts } from "../../template/functions.ts";
import type { Json } from "../../template/model.ts";
import {
  asWhole,
  at,
  condition,
  isNested,
  makersAt,
  namesAt,
  parts,
  type Scope,
  templateOf,
} from "./lookup.ts";
import type { Part } from "./references.ts";

/** Where the stack around a nested one says what it gives. */
export function givenPath(logicalId: string): readonly string[] {
  return ["Resources", logicalId, "Properties", "Parameters"];
}

/**
 * What the use of an attribute takes: an output of a nested stack, or a property that a resource gives again under its own name
 * (a network's `CidrBlock`). A function (AWS::LanguageExtensions) can name any of them.
 */
export function attribute(argument: Json, scope: Scope): readonly Part[] {
  const { logicalId, attribute: named } = attributeParts(argument) ?? {};
  if (named === undefined) return [];
  const name = typeof named === "string" ? named : undefined;
  if (logicalId !== undefined) return attributeOf(logicalId, name, scope);
  return namesAt(["Resources"], scope).flatMap((id) => attributeOf(id, name, scope));
}

function attributeOf(logicalId: string, name: string | undefined, scope: Scope): readonly Part[] {
  const resource = ["Resources", logicalId];
  const inside = { ...scope, stackPath: [...scope.stackPath, logicalId] };
  if (templateOf(inside) !== undefined) return outputs(name, inside);
  const declared = at(resource, scope);
  if (declared === undefined) return makersAt(["Resources"], scope);
  if (isNested(declared)) return [asWhole(inside), ...parts([givenPath(logicalId)], scope)];
  return name === undefined ? [] : parts([[...resource, "Properties", name]], scope);
}

function outputs(name: string | undefined, inside: Scope): readonly Part[] {
  const section = ["Outputs"];
  const named = name?.replace(/^Outputs\./, "");
  const wanted = namesAt(section, inside).filter((one) => named === undefined || one === named);
  const isWritten = named !== undefined && wanted.length > 0;
  return [
    ...wanted.flatMap((one) => [
      ...parts([[...section, one, "Value"]], inside),
      ...condition(at([...section, one, "Condition"], inside), inside),
    ]),
    ...(isWritten ? [] : makersAt(section, inside)),
  ];
}
