import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export interface Parameter {
  readonly Type: string;
  readonly Description?: string;
  readonly Default?: string | number;
  readonly AllowedValues?: readonly (string | number)[];
  readonly AllowedPattern?: string;
  readonly MinLength?: number;
  readonly MaxLength?: number;
  readonly MinValue?: number;
  readonly MaxValue?: number;
}

interface Resource {
  readonly Type: string;
  readonly Condition?: string;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly DependsOn?: readonly string[];
  readonly Properties: JsonObject;
}

interface Rule {
  readonly RuleCondition?: Json;
  readonly Assertions: readonly { readonly Assert: Json; readonly AssertDescription: string }[];
}

export interface Template {
  readonly Description: string;
  readonly Metadata: {
    readonly "AWS::CloudFormation::Interface": {
      readonly ParameterGroups: readonly {
        readonly Label: { readonly default: string };
        readonly Parameters: readonly string[];
      }[];
      readonly ParameterLabels: Readonly<Record<string, { readonly default: string }>>;
    };
  };
  readonly Parameters: Readonly<Record<string, Parameter>>;
  readonly Rules: Readonly<Record<string, Rule>>;
  readonly Conditions: JsonObject;
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs: Readonly<Record<string, { readonly Description?: string; readonly Value: Json }>>;
}

export type ParameterSet = Readonly<Record<string, string>>;

export const parameterSetNames = ["production", "development", "all-options"] as const;

/** The bundled template as text, as a user of the repository reads it. */
export function readAuroraText(): string {
  return readFileSync(join(import.meta.dirname, "../../templates/aurora-postgresql.json"), "utf8");
}

/** One of the example parameter sets beside this file: `{ "Name": "value" }`, values as CloudFormation gets them. */
export function readParameterSet(name: (typeof parameterSetNames)[number]): ParameterSet {
  return JSON.parse(
    readFileSync(join(import.meta.dirname, "parameter-sets", `${name}.json`), "utf8"),
  ) as ParameterSet;
}

/** The given values with the template's defaults under them; a parameter without both is left out. */
export function withDefaults(template: Template, given: ParameterSet): ParameterSet {
  const values = Object.entries(template.Parameters).flatMap(([name, { Default }]) => {
    const value = given[name] ?? Default;
    return value === undefined ? [] : [[name, String(value)]];
  });
  return Object.fromEntries(values);
}

/** What CloudFormation would refuse about `value`, in words; empty when it fits the parameter. */
export function constraintProblems(parameter: Parameter, value: string): string[] {
  const { AllowedValues, AllowedPattern, MinLength, MaxLength, MinValue, MaxValue } = parameter;
  const number = Number(value);
  const problems: [boolean, string][] = [
    [AllowedValues !== undefined && !AllowedValues.map(String).includes(value), "is not an allowed value"],
    [
      AllowedPattern !== undefined && !new RegExp(`^(?:${AllowedPattern})$`).test(value),
      "does not match the pattern",
    ],
    [value.length < (MinLength ?? 0) || value.length > (MaxLength ?? Infinity), "has the wrong length"],
    [parameter.Type === "Number" && (value.trim() === "" || Number.isNaN(number)), "is not a number"],
    [number < (MinValue ?? -Infinity) || number > (MaxValue ?? Infinity), "is out of range"],
    [parameter.Type === "AWS::EC2::VPC::Id" && !/^vpc-[0-9a-f]{8,17}$/.test(value), "is not a VPC id"],
    [
      parameter.Type === "AWS::EC2::Subnet::Id" && !/^subnet-[0-9a-f]{8,17}$/.test(value),
      "is not a subnet id",
    ],
  ];
  return problems.flatMap(([wrong, text]) => (wrong ? [text] : []));
}
