import { isSayable } from "../secrets/secretNames.ts";
import type { Assignments, Finding, JsonObject } from "../template/model.ts";
import { didYouMean } from "../template/nearest.ts";
import { readRoot } from "../template/parameters/assignmentDocument.ts";
import {
  assignmentsOf,
  type Collected,
  collector,
  problemAt,
} from "../template/parameters/assignmentModel.ts";
import { objectAssignments, textOf } from "../template/parameters/assignmentObjects.ts";
import { formatOf } from "../template/text/parse.ts";
import { locator, type Placed } from "../template/text/place.ts";
import { OWN_KEYS } from "./matrix.ts";

/** One stack in a file. */
export interface DeploymentFile {
  /** The text of each input that the file sets, as a step would give it. */
  readonly inputs: ReadonlyMap<string, string>;
  readonly parameters: Assignments;
  readonly tags: Assignments;
  /** Stacks that must be deployed before this one. */
  readonly dependsOn: readonly string[];
  /** What a job of this stack gets beside what is known of it. */
  readonly matrix: JsonObject;
  readonly problems: readonly Finding[];
  /** Whether nothing could be read of it. */
  readonly isBroken: boolean;
}

/** The inputs that a file may set, as the step may: they say what the stack is. */
const FROM_A_FILE = [
  ...["template", "stack-name", "environment-suffix", "parameters-file", "missing-parameters", "region"],
  ...["capabilities", "role-arn", "notification-arns", "s3-bucket", "s3-prefix", "include-nested-stacks"],
  ...["import-existing-resources", "deployment-mode", "on-failure", "termination-protection"],
  ...[
    "rollback-alarms",
    "monitoring-minutes",
    "timeout-minutes",
    "label",
    "comment",
    "redact",
    "mask-outputs",
    "preflight",
  ],
];

/** They say who may deploy what, and how: a pull request that may change the file must not. */
const THE_WORKFLOWS_OWN = [
  ...["mode", "github-token", "require-review", "required-approvals", "approved-digest", "record-key"],
  ...["deploy-branch", "confirm", "allow-destructive", "on-destructive", "deployment-file", "deployments"],
];

const TEMPLATE_PATH = "template-file-path";
const SECTIONS = ["parameters", "tags", "depends-on", "matrix"];
const KEYS = [TEMPLATE_PATH, ...SECTIONS, ...FROM_A_FILE];

/**
 * Reads a deployment file, JSON or YAML: `template-file-path`, `parameters` and `tags` as in the stack deployment files of
 * AWS's Git sync, and further keys that are called as the inputs. Nothing is thrown: problems come with what could be read,
 * and repeat nothing of the text but names.
 * @param path as it is told; paths in the file are the repository's
 */
export function parseDeploymentFile(text: string, path: string): DeploymentFile {
  const source = text.startsWith("\ufeff") ? text.slice(1) : text;
  const locate = locator(source, path);
  const into: Reading = {
    inputs: new Map(),
    parameters: collector(path, locate),
    tags: collector(path, locate),
    dependsOn: [],
    matrix: {},
  };
  const root = readRoot(source, formatOf(source, path), into.parameters);
  if (root !== undefined && root.members === undefined) {
    const message = `A deployment file is a mapping with ${TEMPLATE_PATH}, parameters, tags and names of inputs.`;
    problemAt(into.parameters, root.at, message);
  }
  for (const [name, placed] of root?.members ?? []) readKey(name, placed, into);
  if (root?.members?.has(TEMPLATE_PATH) && root.members.has("template"))
    problemAt(into.parameters, root.at, `${TEMPLATE_PATH} and template name one template; keep one of them.`);
  return {
    inputs: into.inputs,
    parameters: assignmentsOf(into.parameters),
    tags: assignmentsOf(into.tags),
    dependsOn: into.dependsOn,
    matrix: into.matrix,
    problems: [...into.parameters.problems, ...into.tags.problems],
    isBroken: root?.members === undefined,
  };
}

interface Reading {
  readonly inputs: Map<string, string>;
  readonly parameters: Collected;
  readonly tags: Collected;
  dependsOn: readonly string[];
  matrix: JsonObject;
}

function readKey(name: string, placed: Placed, into: Reading): void {
  const { parameters: problems } = into;
  switch (name) {
    case "parameters":
    case "tags":
      if (placed.members !== undefined) objectAssignments(placed.members, into[name]);
      else problemAt(problems, placed.at, `${name} must be a mapping of names to values.`);
      return;
    case "depends-on":
      into.dependsOn = stackNames(placed, problems);
      return;
    case "matrix":
      into.matrix = matrixIn(placed, problems);
      return;
    case TEMPLATE_PATH:
      readInput(name, "template", placed, into);
      return;
    default:
      if (FROM_A_FILE.includes(name)) readInput(name, name, placed, into);
      else problemAt(problems, placed.at, refusal(name));
  }
}

function refusal(name: string): string {
  return THE_WORKFLOWS_OWN.includes(name)
    ? `${name} is the workflow's to decide: set it in the step, not in a deployment file.`
    : `A deployment file has no key ${isLikeKey(name) ? name : "of this name"}.${didYouMean(name, KEYS)}`;
}

/** Whether it may be a key with a slip in it. Any file can be named, and what is no key in one may be a secret (`TOKEN=…: x`). */
function isLikeKey(name: string): boolean {
  return /^[A-Za-z][\w-]{0,29}$/.test(name) && isSayable(name);
}

/** @param input the input that the key stands for */
function readInput(
  name: string,
  input: string,
  placed: Placed,
  { inputs, parameters: problems }: Reading,
): void {
  const lines = placed.items?.map(textOf) ?? [textOf(placed)];
  if (lines.every((line) => line !== undefined)) inputs.set(input, lines.join("\n"));
  else problemAt(problems, placed.at, `${name} must be a text, a number, true or false, or a list of them.`);
}

function matrixIn({ at, value, members }: Placed, problems: Collected): JsonObject {
  if (members === undefined) problemAt(problems, at, "matrix must be a mapping.");
  for (const [name, placed] of members ?? [])
    if (OWN_KEYS.includes(name))
      problemAt(problems, placed.at, `matrix may not set ${name}, which is known of the stack already.`);
  return members === undefined ? {} : (value as JsonObject);
}

/** CloudFormation's pattern for a stack's name. */
const STACK_NAME = /^[a-zA-Z][-a-zA-Z0-9]{0,127}$/;

function stackNames(placed: Placed, problems: Collected): readonly string[] {
  const names = (placed.items ?? [placed]).map(({ value }) => value);
  const known = names.filter((name): name is string => typeof name === "string" && STACK_NAME.test(name));
  if (known.length < names.length)
    problemAt(problems, placed.at, "depends-on must be a list of stack names.");
  return known;
}
