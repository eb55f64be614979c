import { isObject } from "../canonical.ts";
import { freedomOf, usesMacros } from "../macros.ts";
import type { Finding, Json, JsonObject, JsonPath, SourceTemplate } from "../model.ts";
import { didYouMean } from "../nearest.ts";
import { circularConditions, circularResources } from "./cycles.ts";
import { checkFunctions } from "./functions.ts";
import { checkLimits, checkSize } from "./limits.ts";
import { checkReferences } from "./references.ts";
import { checkResources } from "./resources.ts";
import { checkSections, checkVersion } from "./sections.ts";

const SUGGESTIONS = 100;

/** What every check gets: the template, and where findings go. */
export interface Checking {
  readonly source: SourceTemplate;
  readonly report: (level: Finding["level"], path: JsonPath, message: string) => void;
  /** ` Did you mean X?`, or nothing; for the first problems only, as looking costs time. */
  readonly suggest: (word: string, candidates: Iterable<string>) => string;
  /** A macro may add what seems to be missing; only CloudFormation sees the template that it makes. */
  readonly hasMacros: boolean;
}

/**
 * Everything that is wrong with a template as far as it can be known without AWS, in the file's order. What a macro of
 * somebody's own may make of it is left to the macro.
 */
export function checkTemplate(source: SourceTemplate): readonly Finding[] {
  const findings: Finding[] = [];
  const freedom = freedomOf(source.value);
  const checking: Checking = {
    source,
    suggest: (word, candidates) => (findings.length < SUGGESTIONS ? didYouMean(word, candidates) : ""),
    hasMacros: freedom !== "none",
    report: (level, path, message) => {
      const [section, logicalId] = path;
      const about = section === "Resources" && typeof logicalId === "string" ? { logicalId } : {};
      findings.push({ level, message, location: source.locate(path), ...about });
    },
  };
  if (!hasSections(source.value)) {
    checkResources(checking);
    return findings;
  }
  const checks = freedom === "anything" ? BEFORE_MACROS : CHECKS;
  for (const check of checks) check(checking);
  return findings.sort(byPlace);
}

/** Without one of these a file is no template, and what its keys are called is nobody's business. */
function hasSections(value: JsonObject): boolean {
  return ["Resources", "AWSTemplateFormatVersion", "Transform", "Fn::Transform"].some((name) =>
    Object.hasOwn(value, name),
  );
}

/** What no macro changes. */
const BEFORE_MACROS = [checkVersion, checkSize] as const;

const CHECKS = [
  checkSections,
  checkResources,
  checkFunctions,
  checkReferences,
  circularResources,
  circularConditions,
  checkLimits,
  checkNulls,
] as const;

/** CloudFormation: "[/…] 'null' values are not allowed in templates". A macro may take them out or have them mean something. */
function checkNulls(checking: Checking): void {
  if (!usesMacros(checking.source.value)) reportNulls(checking, checking.source.value, []);
}

function reportNulls(checking: Checking, value: Json, path: JsonPath): void {
  if (value === null) {
    const name = path.at(-1);
    const what = typeof name === "number" ? `Item ${name + 1} of the list` : `${name ?? "The template"}`;
    checking.report(
      "error",
      path,
      `${what} has no value (null); CloudFormation takes none. Give it one or remove it.`,
    );
  } else if (Array.isArray(value)) {
    value.forEach((item: Json, index) => {
      reportNulls(checking, item, [...path, index]);
    });
  } else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) reportNulls(checking, member, [...path, key]);
  }
}

/** The order in which a person reads the file. */
export function byPlace(left: Finding, right: Finding): number {
  const line = (left.location?.line ?? 0) - (right.location?.line ?? 0);
  return line !== 0 ? line : (left.location?.column ?? 0) - (right.location?.column ?? 0);
}
