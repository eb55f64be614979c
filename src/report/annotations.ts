import { PARAMETER, type Risk, type RiskKind } from "../changes/verdict/verdict.ts";
import { firedText } from "../stack/alarms.ts";
import type { RootCause } from "../stack/model.ts";
import type { Finding, JsonObject, JsonPath, Location } from "../template/model.ts";

/** What is needed to find a resource's place in the user's file. */
export interface Located {
  readonly value: JsonObject;
  readonly locate: (path: JsonPath) => Location;
}

/**
 * A verdict's risks as findings on the template's lines: on the property that causes the risk, else on the resource. A
 * resource that the template does not hold (any more, or a nested stack's) has no line.
 */
export function riskFindings(risks: readonly Risk[], template: Located): readonly Finding[] {
  return risks.map((risk) => ({
    level: levelOf(risk),
    message: `${risk.resource} ${risk.message}${risk.acknowledgedBy === undefined ? "" : ` (acknowledged by ${risk.acknowledgedBy})`}`,
    logicalId: risk.resource,
    ...(risk.type === PARAMETER
      ? { location: template.locate(["Parameters", risk.resource]) }
      : placeOf(risk.resource, risk.property, template)),
  }));
}

/** The resource at which a deploy failed, on its line. */
export function causeFinding(cause: RootCause, template: Located): Finding {
  const [alarm] = cause.alarms ?? [];
  // An alarm has no line, and the stack may be called as a resource is.
  if (alarm !== undefined) return { level: "error", message: firedText(alarm) };
  const resource = [...cause.stackPath, cause.logicalId].join("/");
  return {
    level: "error",
    message: `${resource} (${cause.type}) ${cause.status}: ${cause.reason}`,
    logicalId: resource,
    ...placeOf(resource, undefined, template),
  };
}

const LEVELS: Readonly<Record<RiskKind, Finding["level"]>> = {
  "data-loss": "error",
  "will-fail": "error",
  replacement: "warning",
  "possible-replacement": "warning",
  interruption: "warning",
  "weaker-guard": "warning",
  credentials: "warning",
};

function levelOf({ kind, acknowledgedBy }: Risk): Finding["level"] {
  return acknowledgedBy === undefined ? LEVELS[kind] : "warning";
}

function placeOf(
  resource: string,
  property: string | undefined,
  template: Located,
): { readonly location?: Location } {
  // A nested stack's resource stands in another template: its parent's line is the nested stack's resource.
  const logicalId = resource.split("/")[0] ?? resource;
  const resources = template.value.Resources;
  const isThere = typeof resources === "object" && resources !== null && Object.hasOwn(resources, logicalId);
  if (!isThere) return {};
  const isNested = logicalId !== resource;
  const path = [
    "Resources",
    logicalId,
    ...(property === undefined || isNested ? [] : propertyPath(property)),
  ];
  return { location: template.locate(path) };
}

function propertyPath(property: string): readonly string[] {
  return property === "DeletionPolicy" || property === "UpdateReplacePolicy"
    ? [property]
    : ["Properties", property];
}
