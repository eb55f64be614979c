import { evaluate, type World } from "./evaluate.ts";
import {
  type JsonObject,
  type ParameterSet,
  readAuroraText,
  readParameterSet,
  type Template,
  withDefaults,
} from "./template.ts";

export const text = readAuroraText();
export const template = JSON.parse(text) as Template;
export const resources = Object.entries(template.Resources);
export const production = readParameterSet("production");

/** The given parameters over the defaults, in an account whose two subnets lie where the parameters say. */
export function world(given: ParameterSet): World {
  const parameters = withDefaults(template, given);
  const {
    VpcId = "",
    SubnetIdA = "",
    SubnetIdB = "",
    AvailabilityZoneA = "",
    AvailabilityZoneB = "",
  } = given;
  const subnetB = { VpcId, AvailabilityZone: AvailabilityZoneB || "us-east-1b" };
  const subnetA = { VpcId, AvailabilityZone: AvailabilityZoneA || "us-east-1a" };
  return { parameters, subnets: { [SubnetIdB]: subnetB, [SubnetIdA]: subnetA } };
}

/** The properties of one resource as CloudFormation would see them with these parameters. */
export function properties(id: string, given: ParameterSet = production): JsonObject {
  return evaluate(template, world(given), template.Resources[id]!.Properties) as JsonObject;
}

/** Logical ids of all resources of a type, in the order of the template. */
export function ofType(type: string): string[] {
  return resources.flatMap(([id, { Type }]) => (Type === type ? [id] : []));
}
