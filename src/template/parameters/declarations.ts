import { isObject } from "../canonical.ts";
import type { DeclaredParameter, Finding, Json, JsonObject, JsonPath, SourceTemplate } from "../model.ts";
import { didYouMean } from "../nearest.ts";
import { invalidTemplate } from "../problems.ts";
import { scalarText } from "../scalarText.ts";

const ATTRIBUTES = [
  "AllowedPattern",
  "AllowedValues",
  "ConstraintDescription",
  "Default",
  "Description",
  "MaxLength",
  "MaxValue",
  "MinLength",
  "MinValue",
  "NoEcho",
  "Type",
] as const;

type Report = (path: JsonPath, message: string) => void;
/** Of a number at a path in a declaration. */
type Spelling = (path: JsonPath) => string | undefined;

/**
 * The parameters that a template declares, in its order. Throws `invalid-template` with every malformed
 * declaration: no `Type`, an unknown attribute, a constraint that is not what it must be.
 */
export function declaredParameters(source: SourceTemplate): readonly DeclaredParameter[] {
  const { parameters, findings } = readParameters(source);
  if (findings.length > 0) throw invalidTemplate(findings);
  return parameters;
}

/** The same, with the problems as findings. */
export function readParameters(source: SourceTemplate): {
  readonly parameters: readonly DeclaredParameter[];
  readonly findings: readonly Finding[];
} {
  const findings: Finding[] = [];
  const report: Report = (path, message) =>
    findings.push({ level: "error", message, location: source.locate(["Parameters", ...path]) });
  const section = source.value.Parameters;
  // A section without a value is a finding of every check of values (null).
  if (section === undefined || section === null) return { parameters: [], findings };
  if (!isObject(section)) {
    report([], "Parameters must be a mapping of names to declarations.");
    return { parameters: [], findings };
  }
  const parameters = Object.entries(section).flatMap(([name, declaration]) => {
    const spelling: Spelling = (path) => source.spelling?.(["Parameters", name, ...path]);
    const parameter = readParameter(name, declaration, report, spelling);
    return parameter === undefined ? [] : [parameter];
  });
  return { parameters, findings };
}

function readParameter(
  name: string,
  declaration: Json,
  report: Report,
  spelling: Spelling,
): DeclaredParameter | undefined {
  if (!/^[A-Za-z0-9]{1,255}$/.test(name)) {
    report([name], `Parameter name "${name}": a name has letters and digits only, at most 255.`);
  }
  if (declaration === null) return undefined;
  if (!isObject(declaration)) {
    report([name], `Parameter ${name} must be a mapping with a Type.`);
    return undefined;
  }
  reportUnknown(name, declaration, report);
  const type = declaration.Type;
  if (typeof type !== "string") {
    const found = type === undefined ? "has no Type" : "has a Type that is not text";
    report([name], `Parameter ${name} ${found}; write for example "Type": "String".`);
    return undefined;
  }
  reportType(name, type, report);
  return {
    name,
    type,
    noEcho: isNoEcho(declaration),
    ...attributes(name, declaration, report, spelling),
  };
}

function reportUnknown(name: string, declaration: JsonObject, report: Report): void {
  for (const attribute of Object.keys(declaration)) {
    if ((ATTRIBUTES as readonly string[]).includes(attribute)) continue;
    report(
      [name, attribute],
      `Parameter ${name} has the unknown attribute ${attribute}.${didYouMean(attribute, ATTRIBUTES)}`,
    );
  }
}

const TYPES = ["String", "Number", "CommaDelimitedList", "List<Number>", "List<String>"] as const;

/** AWS adds types in the `AWS::` families, so that only their shape is checked here. */
function reportType(name: string, type: string, report: Report): void {
  if ((TYPES as readonly string[]).includes(type)) return;
  if (/^(?:List<)?AWS::[A-Za-z0-9]+(?:::[A-Za-z0-9]+)+(?:<.+>)?>?$/.test(type)) return;
  report([name, "Type"], `Parameter ${name} has the unknown type ${type}.${didYouMean(type, TYPES)}`);
}

type Attributes = Omit<DeclaredParameter, "name" | "type" | "noEcho">;

function attributes(name: string, declaration: JsonObject, report: Report, spelling: Spelling): Attributes {
  const text = (attribute: string) => {
    const value = declaration[attribute];
    if (value === undefined) return undefined;
    const read = scalarText(value, spelling([attribute]));
    if (read === undefined) report([name, attribute], `${attribute} of parameter ${name} must be text.`);
    return read;
  };
  const number = (attribute: string) => numberOf(name, declaration, attribute, report);
  return defined({
    default: text("Default"),
    description: text("Description"),
    constraintDescription: text("ConstraintDescription"),
    allowedValues: allowedValues(name, declaration, report, spelling),
    allowedPattern: text("AllowedPattern"),
    minLength: number("MinLength"),
    maxLength: number("MaxLength"),
    minValue: number("MinValue"),
    maxValue: number("MaxValue"),
  });
}

function numberOf(
  name: string,
  declaration: JsonObject,
  attribute: string,
  report: Report,
): number | undefined {
  const value = declaration[attribute];
  if (value === undefined) return undefined;
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number === "number" && Number.isFinite(number)) return number;
  report([name, attribute], `${attribute} of parameter ${name} must be a number.`);
  return undefined;
}

function allowedValues(
  name: string,
  declaration: JsonObject,
  report: Report,
  spelling: Spelling,
): readonly string[] | undefined {
  const values = declaration.AllowedValues;
  if (values === undefined) return undefined;
  const texts = Array.isArray(values)
    ? values.map((value: Json, index) => scalarText(value, spelling(["AllowedValues", index])))
    : [];
  if (texts.length > 0 && texts.every((text) => text !== undefined)) return texts;
  report([name, "AllowedValues"], `AllowedValues of parameter ${name} must be a list of one or more values.`);
  return undefined;
}

/** Whether a parameter's value is what CloudFormation shows in the place of a NoEcho one. */
export function isMasked(value: string): boolean {
  return /^\*{4,}$/.test(value);
}

/** Whether a declaration hides its value. CloudFormation takes `"true"` for `true` wherever a boolean is meant. */
export function isNoEcho(declaration: Json): boolean {
  const value = isObject(declaration) ? declaration.NoEcho : undefined;
  return value === true || (typeof value === "string" && value.toLowerCase() === "true");
}

function defined<T extends object>(value: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}
