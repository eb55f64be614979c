import type { Assignments, Finding } from "../model.ts";
import { formatOf } from "../text/parse.ts";
import { locator, type Placed } from "../text/place.ts";
import { readRoot } from "./assignmentDocument.ts";
import { assignmentsOf, type Collected, collector, problemAt } from "./assignmentModel.ts";
import { arrayAssignments, objectAssignments } from "./assignmentObjects.ts";

export interface ParameterFile {
  readonly parameters: Assignments;
  readonly tags: Assignments;
  readonly problems: readonly Finding[];
}

/**
 * Reads a parameter file in JSON or YAML: an object of values, the AWS CLI's list, or CodePipeline's template
 * configuration `{"Parameters": {…}, "Tags": {…}}`. Its `StackPolicy` is refused: it would be ignored silently.
 * Nothing is thrown: problems come with what could be read.
 */
export function parseParameterFile(text: string, path: string): ParameterFile {
  const source = text.startsWith("\ufeff") ? text.slice(1) : text;
  const locate = locator(source, path);
  const parameters = collector(path, locate);
  const tags = collector(path, locate);
  const root = readRoot(source, formatOf(source, path), parameters);
  if (root !== undefined) readFile(root, parameters, tags);
  return {
    parameters: assignmentsOf(parameters),
    tags: assignmentsOf(tags),
    problems: [...parameters.problems, ...tags.problems],
  };
}

function readFile(root: Placed, parameters: Collected, tags: Collected): void {
  if (root.items !== undefined) {
    arrayAssignments(root.items, parameters);
    return;
  }
  if (root.members === undefined) {
    problemAt(parameters, root.at, "A parameter file is an object of values or the AWS CLI's list.");
    return;
  }
  if (!isConfiguration(root.members)) {
    objectAssignments(root.members, parameters);
    return;
  }
  for (const [name, section] of root.members) readSection(name, section, parameters, tags);
}

/** A template may declare a parameter named `Tags`; a configuration's sections are objects or lists of objects. */
function isConfiguration(members: ReadonlyMap<string, Placed>): boolean {
  const sections = ["Parameters", "Tags", "StackPolicy"].map((name) => members.get(name));
  return sections.some(
    (section) => section?.members !== undefined || section?.items?.[0]?.members !== undefined,
  );
}

function readSection(name: string, section: Placed, parameters: Collected, tags: Collected): void {
  const into = name === "Tags" ? tags : parameters;
  switch (name) {
    case "Parameters":
    case "Tags":
      if (section.members !== undefined) objectAssignments(section.members, into);
      else if (section.items !== undefined) arrayAssignments(section.items, into);
      else problemAt(into, section.at, `${name} must be an object of values.`);
      return;
    case "StackPolicy":
      problemAt(
        parameters,
        section.at,
        "StackPolicy is not supported; remove it and set the policy on the stack itself.",
      );
      return;
    default:
      problemAt(
        parameters,
        section.at,
        `${name} stands beside Parameters and Tags; move it into Parameters if it is one.`,
      );
  }
}
