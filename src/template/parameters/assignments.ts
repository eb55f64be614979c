import type { Assignments, Finding } from "../model.ts";
import { isBlank } from "../text/parse.ts";
import { locator } from "../text/place.ts";
import { readRoot } from "./assignmentDocument.ts";
import { lineAssignments } from "./assignmentLines.ts";
import { assignmentsOf, type Collected, collector, problemAt } from "./assignmentModel.ts";
import { arrayAssignments, objectAssignments } from "./assignmentObjects.ts";

export { parameterFileName, parseParameterFile } from "./parameterFile.ts";

export interface ParsedAssignments {
  readonly assignments: Assignments;
  readonly problems: readonly Finding[];
}

/**
 * Reads the `parameters` or `tags` input: lines of `Key=Value`, a JSON or YAML object, or the AWS CLI's list
 * (`[{"ParameterKey": …, "ParameterValue": …}]`, `[{"Key": …, "Value": …}]`). `origin` names the place in
 * messages. Nothing is thrown: problems come with what could be read.
 */
export function parseAssignments(text: string, origin: string): ParsedAssignments {
  if (isBlank(text)) return { assignments: { origin, values: new Map() }, problems: [] };
  const form = formOf(text);
  switch (form) {
    case "lines":
      return finish(lineAssignments(text, origin));
    case "json":
    case "yaml":
      return structured(text, origin, form);
  }
}

/**
 * What the text is. A first line `Key=Value` makes it lines, also when the value is JSON; `Key: Value` makes
 * it a YAML mapping, `- …` a YAML list. The key may have colons and spaces in it, as keys of tags do.
 */
function formOf(text: string): "lines" | "json" | "yaml" {
  const trimmed = text.trimStart();
  if (trimmed.startsWith("{") || trimmed.startsWith("[")) return "json";
  const first =
    text.split(/\r\n|\n|\r/).find((line) => !isBlank(line) && !/^\s*(?:---|%YAML.*)\s*$/.test(line)) ?? "";
  if (/^\s*-\s/.test(first)) return "yaml";
  const colon = /^\s*(?:"[^"]*"|'[^']*'|[^=:"'][^=]*?)\s*:(?:\s|$)/.test(first);
  return colon ? "yaml" : "lines";
}

function structured(text: string, origin: string, format: "json" | "yaml"): ParsedAssignments {
  const locate = locator(text, origin);
  const collected = collector(origin, locate);
  const root = readRoot(text, format, collected);
  if (root === undefined) return finish(collected);
  if (root.items !== undefined) arrayAssignments(root.items, collected);
  else if (root.members !== undefined) objectAssignments(root.members, collected);
  else
    problemAt(collected, root.at, `${origin} must be lines of Key=Value, an object, or the AWS CLI's list.`);
  return finish(collected);
}

/** What was collected, as assignments. */
function finish(collected: Collected): ParsedAssignments {
  return { assignments: assignmentsOf(collected), problems: collected.problems };
}
