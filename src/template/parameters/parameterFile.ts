import { isSayable } from "../../secrets/secretNames.ts";
import type { Assignments, Finding } from "../model.ts";
import { didYouMean } from "../nearest.ts";
import { formatOf } from "../text/parse.ts";
import { locator, type Placed } from "../text/place.ts";
import { readRoot, readTomlRoot } from "./assignmentDocument.ts";
import { assignmentsOf, type Collected, collector, problemAt } from "./assignmentModel.ts";
import { arrayAssignments, objectAssignments } from "./assignmentObjects.ts";
import { looksLikeSamConfig, looksLikeSamValues, readSamConfig } from "./samConfig.ts";
import { samOverrides } from "./samValues.ts";

export interface ParameterFile {
  readonly parameters: Assignments;
  readonly tags: Assignments;
  readonly problems: readonly Finding[];
  /** What the file holds that is not taken from it. */
  readonly notices: readonly Finding[];
}

/** A file as `parameters-file` names it. */
export interface ParameterFileName {
  readonly path: string;
  /** Of a configuration of SAM, behind a `#`: the environment. */
  readonly environment?: string;
}

/** `samconfig.toml#prod` is the file `samconfig.toml` and its environment `prod`; other names are paths as they stand. */
export function parameterFileName(name: string): ParameterFileName {
  const [, path, environment] = /^(.+\.(?:toml|ya?ml))#([^#/]+)$/i.exec(name) ?? [];
  return path === undefined || environment === undefined ? { path: name } : { path, environment };
}

/**
 * Reads a parameter file. In JSON or YAML: an object of values, the AWS CLI's list, or CodePipeline's template configuration
 * `{"Parameters": {…}, "Tags": {…}}`, which is rain's, too. In TOML or YAML: SAM's configuration, in TOML also its values alone. A `StackPolicy` is refused:
 * it would be ignored silently. Nothing is thrown: problems come with what could be read.
 */
export async function parseParameterFile(
  text: string,
  path: string,
  environment?: string,
): Promise<ParameterFile> {
  const source = text.startsWith("\ufeff") ? text.slice(1) : text;
  const locate = locator(source, path);
  const parameters = collector(path, locate);
  const tags = collector(path, locate);
  const isToml = path.toLowerCase().endsWith(".toml");
  const root = isToml
    ? await readTomlRoot(source, parameters)
    : readRoot(source, formatOf(source, path), parameters);
  let notices: readonly Finding[] = [];
  if (root !== undefined && isToml && environment === undefined && looksLikeSamValues(root))
    samOverrides(root, parameters);
  else if (root !== undefined && (isToml || isSamConfig(root, path, environment)))
    notices = readSamConfig(root, environment, parameters, tags);
  else if (root !== undefined) readFile(root, parameters, tags);
  return {
    parameters: assignmentsOf(parameters),
    tags: assignmentsOf(tags),
    problems: [...parameters.problems, ...tags.problems],
    notices,
  };
}

function isSamConfig(root: Placed, path: string, environment: string | undefined): boolean {
  return environment !== undefined || /(?:^|\/)samconfig\.ya?ml$/i.test(path) || looksLikeSamConfig(root);
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
  for (const [name, section] of root.members) {
    const twin = LOWER.find((lower) => lower === name && root.members?.has(capitalised(lower)));
    if (twin === undefined) readSection(name, section, parameters, tags);
    else problemAt(parameters, section.at, `${twin} stands beside ${capitalised(twin)}; keep one of them.`);
  }
}

function capitalised(name: string): string {
  return name.replace(/^./, (letter) => letter.toUpperCase());
}

const SECTIONS = ["Parameters", "Tags", "StackPolicy"];
/** As rain takes them, too, where there are none with a capital. */
const LOWER = ["parameters", "tags"];

/** A template may declare a parameter named `Tags`; a configuration's sections are objects or lists of objects. */
function isConfiguration(members: ReadonlyMap<string, Placed>): boolean {
  const sections = [...SECTIONS, ...LOWER].map((name) => members.get(name));
  // Of the CLI's lists of "Key=Value" one stands for all: no template has a list that is called Parameters.
  const [first] = members.get("Parameters")?.items ?? [];
  return (
    (typeof first?.value === "string" && first.value.includes("=")) ||
    sections.some((section) => section?.members !== undefined || section?.items?.[0]?.members !== undefined)
  );
}

function readSection(name: string, section: Placed, parameters: Collected, tags: Collected): void {
  const into = /^tags$/i.test(name) ? tags : parameters;
  switch (name) {
    case "Parameters":
    case "Tags":
    case "parameters":
    case "tags":
      readValues(name, section, into);
      return;
    case "StackPolicy":
      problemAt(
        parameters,
        section.at,
        "StackPolicy is not supported; remove it and set the policy on the stack itself.",
      );
      return;
    case "template-file-path":
      problemAt(
        parameters,
        section.at,
        "This is a deployment file of Git sync; name it in the input deployment-file.",
      );
      return;
    default:
      problemAt(parameters, section.at, stray(name));
  }
}

function readValues(name: string, section: Placed, into: Collected): void {
  if (section.members !== undefined) objectAssignments(section.members, into);
  else if (section.items !== undefined) arrayAssignments(section.items, into);
  else problemAt(into, section.at, `${name} must be an object of values.`);
}

function stray(name: string): string {
  const said = isSayable(name) ? name : "A key of another name";
  const near = didYouMean(name, SECTIONS);
  return `${said} stands beside Parameters and Tags${near === "" ? "; move it into Parameters if it is one." : `.${near}`}`;
}
