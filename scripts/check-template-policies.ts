import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { template, world } from "../test/templates/aurora.ts";
import { evaluate } from "../test/templates/evaluate.ts";
import * as roles from "../test/templates/roles.ts";
import { type Json, type ParameterSet, readParameterSet } from "../test/templates/template.ts";
import { runCfnGuard } from "./policies/cfnGuard.ts";
import { runCheckov } from "./policies/checkov.ts";
import type { AcceptedFinding, PolicyFinding } from "./policies/model.ts";

const root = join(import.meta.dirname, "..");

/** A template that is shown to the checkers. */
interface Judged {
  /** Where the findings are that stay. */
  readonly accepted: string;
  /**
   * What the template comes to, with as little said as it takes and with every switch set. The checkers read no
   * functions, so they get what these evaluate to.
   */
  readonly sets: Readonly<Record<string, string>>;
}

function templates(): readonly Judged[] {
  const aurora = Object.entries(parameterSets()).map(([set, given]) => [set, evaluated(given)] as const);
  return [
    { accepted: "test/templates/accepted-findings.json", sets: Object.fromEntries(aurora) },
    {
      accepted: "test/templates/accepted-role-findings.json",
      sets: { least: rolesWith(roles.LEAST), all: rolesWith(roles.ALL) },
    },
  ];
}

function rolesWith(given: ParameterSet): string {
  const resources = roles.resourcesWith(given).map((id) => {
    const { Condition: _, ...resource } = roles.template.Resources[id] ?? {};
    return [id, { ...resource, Properties: roles.properties(id, given) }] as const;
  });
  return asTemplate(Object.fromEntries(resources));
}

function asTemplate(Resources: object): string {
  return JSON.stringify({ AWSTemplateFormatVersion: "2010-09-09", Resources }, null, 2);
}

function parameterSets(): Readonly<Record<string, ParameterSet>> {
  const {
    environmentSuffix = "",
    VpcId = "",
    SubnetIdA = "",
    SubnetIdB = "",
  } = readParameterSet("production");
  return {
    defaults: { environmentSuffix, VpcId, SubnetIdA, SubnetIdB },
    "all-options": readParameterSet("all-options"),
  };
}

/** The template as it is with these parameters: no parameters, conditions or functions left. */
function evaluated(given: ParameterSet): string {
  const inWorld = world(given);
  const wanted = Object.entries(template.Resources).filter(
    ([, { Condition }]) => Condition === undefined || evaluate(template, inWorld, { Condition }) === true,
  );
  const Resources = Object.fromEntries(
    wanted.map(([id, { Condition: _, ...resource }]) => {
      const Properties = typed(evaluate(template, inWorld, resource.Properties));
      return [id, { ...resource, Properties }];
    }),
  );
  return asTemplate(Resources);
}

/** Parameters are text; CloudFormation makes of it what the property's type is. */
function typed(value: Json): Json {
  if (Array.isArray(value)) return value.map(typed);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, typed(item)]));
  }
  if (value === "true" || value === "false") return value === "true";
  return typeof value === "string" && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

function findingsIn(text: string): readonly PolicyFinding[] {
  const work = mkdtempSync(join(tmpdir(), "policies-"));
  try {
    const path = join(work, "template.json");
    writeFileSync(path, text);
    return [...runCheckov(root, path), ...runCfnGuard(root, path)];
  } finally {
    rmSync(work, { recursive: true });
  }
}

function keyOf({ tool, rule, resource }: PolicyFinding, set: string): string {
  return `${tool} ${rule} ${resource} (${set})`;
}

function check({ accepted: file, sets: texts }: Judged): boolean {
  const accepted = JSON.parse(readFileSync(join(root, file), "utf8")) as readonly AcceptedFinding[];
  const sets = Object.keys(texts);
  const found = Object.entries(texts).flatMap(([set, text]) =>
    findingsIn(text).map((finding) => keyOf(finding, set)),
  );
  const known = accepted.flatMap(({ resources, with: among, ...finding }) =>
    (among ?? sets).flatMap((set) => resources.map((resource) => keyOf({ ...finding, resource }, set))),
  );
  const fresh = [...new Set(found)].filter((key) => !known.includes(key));
  const gone = known.filter((key) => !found.includes(key));
  for (const key of fresh) console.log(`not accepted: ${key}`);
  for (const key of gone) console.log(`accepted, and not found any more: ${key}`);
  console.log(`${new Set(found).size} findings, ${known.length} accepted in ${file}`);
  return fresh.length === 0 && gone.length === 0;
}

if (import.meta.main) process.exitCode = templates().map(check).every(Boolean) ? 0 : 1;
