import { isSayable } from "../../secrets/secretNames.ts";
import type { Finding } from "../model.ts";
import { didYouMean, nearest } from "../nearest.ts";
import type { Placed } from "../text/place.ts";
import { type Collected, problemAt } from "./assignmentModel.ts";
import { samOverrides, samTags } from "./samValues.ts";

type Members = ReadonlyMap<string, Placed>;
const NONE: Members = new Map();

const DEFAULT = "default";
const TAKEN = ["parameter_overrides", "tags"] as const;

/** What else `sam deploy` is told there, with the input that tells it here. */
const INPUTS: Readonly<Record<string, string>> = {
  stack_name: "stack-name",
  region: "region",
  template_file: "template",
  template: "template",
  capabilities: "capabilities",
  role_arn: "role-arn",
  notification_arns: "notification-arns",
  s3_bucket: "s3-bucket",
  resolve_s3: "s3-bucket",
  s3_prefix: "s3-prefix",
  on_failure: "on-failure",
  disable_rollback: "on-failure",
  max_wait_duration: "timeout-minutes",
};

/** Whether TOML is what SAM reads with `file://` in its `parameter_overrides`: names and values, and nothing in sections. */
export function looksLikeSamValues({ members = NONE }: Placed): boolean {
  const isFlat = [...members.values()].every((member) => member.members === undefined);
  return isFlat && members.size > 0 && !members.has("version");
}

/** Whether a file's text is a configuration of SAM: environments, in them commands, in them `parameters`. */
export function looksLikeSamConfig({ members }: Placed): boolean {
  return [...(members ?? NONE).values()].some((environment) => isEnvironment(environment));
}

function isEnvironment({ members }: Placed): boolean {
  return [...(members ?? NONE).values()].some((command) => command.members?.has("parameters") === true);
}

/**
 * Reads what `sam deploy` takes from its configuration file (SamConfig.get_all in aws-sam-cli): of an environment, the
 * parameters of `deploy`, each key of which replaces the one of `global`. `parameter_overrides` and `tags` are taken; what
 * else an input has is named in a notice.
 * @param chosen the environment, where it is not `default`
 */
export function readSamConfig(
  root: Placed,
  chosen: string | undefined,
  parameters: Collected,
  tags: Collected,
): readonly Finding[] {
  if (!isKnownVersion(root, parameters)) return [];
  const name = chosen ?? DEFAULT;
  const environment = root.members?.get(name);
  if (environment === undefined || environment.members === undefined) {
    problemAt(parameters, environment?.at ?? root.at, noEnvironment(root, chosen));
    return [];
  }
  reportMisplaced(environment, parameters);
  const settings = new Map([
    ...parametersOf(environment, "global", parameters),
    ...parametersOf(environment, "deploy", parameters),
  ]);
  for (const [key, placed] of settings) {
    if (key === "parameter_overrides") samOverrides(placed, parameters);
    else if (key === "tags") samTags(placed, tags);
    else reportNearMiss(key, placed, parameters);
  }
  return notices(environment, settings, parameters);
}

/** SAM refuses a file without a number here, and has made one version of the format so far. */
function isKnownVersion(root: Placed, collected: Collected): boolean {
  const version = root.members?.get("version");
  if (version?.value === 0.1) return true;
  const message =
    version === undefined
      ? "This is not a SAM configuration: it has no version (0.1), without which SAM does not read it."
      : "This version of SAM's configuration is not known here; the one that is has version 0.1.";
  problemAt(collected, version?.at ?? root.at, message);
  return false;
}

function noEnvironment({ members = NONE }: Placed, chosen: string | undefined): string {
  const names = [...members]
    .filter(([name, member]) => isEnvironment(member) && isLikeKey(name))
    .map(([name]) => name);
  if (names.length === 0) return "This configuration of SAM has no environment with parameters of a command.";
  const has = `It has: ${names.slice(0, 20).join(", ")}.`;
  if (chosen === undefined)
    return `SAM's configuration has no environment ${DEFAULT}. ${has} Name one: path#environment.`;
  return `SAM's configuration has no environment of this name.${didYouMean(chosen, names)} ${has}`;
}

/** Any file can be named, and what is no key in one may be a part of a secret. */
function isLikeKey(name: string): boolean {
  return /^[A-Za-z][\w-]{0,29}$/.test(name) && isSayable(name);
}

function parametersOf({ members = NONE }: Placed, command: string, collected: Collected): Members {
  const section = members.get(command);
  const found = section?.members?.get("parameters");
  const wrong = section !== undefined && section.members === undefined ? section : found;
  if (wrong !== undefined && wrong.members === undefined)
    problemAt(collected, wrong.at, `${command} must be a section with a section parameters, as SAM has it.`);
  return found?.members ?? NONE;
}

/** What SAM reads nowhere else than in a command's `parameters`, and would not miss. */
function reportMisplaced(environment: Placed, collected: Collected): void {
  const { members = NONE } = environment;
  const others = ["parameters", "deploy", "global"].map((name) => members.get(name));
  for (const section of [environment, ...others]) {
    for (const key of TAKEN) {
      const placed = section?.members?.get(key);
      if (placed !== undefined)
        problemAt(
          collected,
          placed.at,
          `SAM does not read ${key} here; its place is the section deploy.parameters.`,
        );
    }
  }
  for (const [name, { at }] of members) {
    if (name !== "deploy" && nearest(name, ["deploy"]) !== undefined)
      problemAt(collected, at, "SAM has no command of this name. Did you mean deploy?");
  }
}

function reportNearMiss(key: string, { at }: Placed, collected: Collected): void {
  const near = nearest(key, TAKEN);
  if (near !== undefined) problemAt(collected, at, `SAM has no setting of this name. Did you mean ${near}?`);
}

function notices(environment: Placed, settings: Members, { origin, locate }: Collected): readonly Finding[] {
  const notice = (message: string): Finding => ({
    level: "notice",
    message: `${origin} ${message}`,
    location: locate(environment.at),
  });
  const aside = [...settings.keys()].filter((key) => Object.hasOwn(INPUTS, key));
  const inputs = [...new Set(aside.map((key) => INPUTS[key]))];
  const found: Finding[] = [];
  if (!TAKEN.some((key) => settings.has(key)))
    found.push(notice("has neither parameter_overrides nor tags for sam deploy in this environment."));
  if (aside.length > 0) {
    const what = inputs.length === 1 ? "input" : "inputs";
    found.push(
      notice(
        `also sets ${aside.join(", ")}. Only parameters and tags are taken from it: set the ${what} ${inputs.join(", ")} where that is to count.`,
      ),
    );
  }
  return found;
}
