import type { Changes } from "../../changes/model.ts";
import type { Alarms, Databases, Exports, ParameterStore, SecretStore, Subnets } from "../../ports/aws.ts";
import type { Clock, Log } from "../../ports/local.ts";
import { arnParts } from "../../stack/console.ts";
import type { Stack } from "../../stack/model.ts";
import { evaluatedTree } from "../../template/evaluate/evaluatedTree.ts";
import type { Finding } from "../../template/model.ts";
import type { StackJob } from "../job.ts";
import { checkAlarms } from "./alarms.ts";
import { checkDatabases } from "./databases.ts";
import { checkExports } from "./exports.ts";
import { asker, type Check, type Matters, type Relevance, relevanceFor } from "./questions.ts";
import { checkReferences } from "./references.ts";
import { checkSubnets } from "./subnets.ts";

export interface PreflightPorts {
  readonly databases: Databases;
  readonly subnets: Subnets;
  readonly exports: Exports;
  readonly parameterStore: ParameterStore;
  readonly secretStore: SecretStore;
  readonly alarms: Alarms;
  readonly clock: Clock;
  readonly log: Log;
}

/** What a preflight is asked for: only what matters for the changes is asked. */
export interface PreflightScope {
  /** The stack, if it has resources. */
  readonly live: Stack | undefined;
  /** `undefined` where they are not known yet: everything may matter for a new stack, nothing for one that is there. */
  readonly changes: Changes | undefined;
  /** Whether something may still be made before the deploy. */
  readonly isPreview: boolean;
}

/** What was found, to be read with the changes once these are known. */
export type Preflight = (changes: Changes | undefined) => readonly Finding[];

/** Questions that take longer than this are given up: the change set is there by then. */
const PATIENCE_MS = 5_000;

/**
 * Checks beyond CloudFormation's own, which it finds out while it executes only: all questions at once, in bounded
 * time. It never fails: what cannot be asked is one line in the log.
 */
export async function preflight(
  job: StackJob,
  scope: PreflightScope,
  ports: PreflightPorts,
): Promise<Preflight> {
  const checks = job.inputs.preflight
    ? await within(job.cancel, ports.clock, (signal) => runChecks(job, scope, signal, ports))
    : [];
  return (now) => relevant(checks, relevanceFor(now, scope.live === undefined), scope);
}

/** Writes findings to the log, those with a place as annotations. */
export function logFindings(findings: readonly Finding[], log: Log): void {
  for (const finding of findings) {
    const line =
      finding.logicalId === undefined ? finding.message : `${finding.logicalId}: ${finding.message}`;
    if (finding.level === "error") log.error(line, finding);
    else if (finding.level === "warning") log.warning(line, finding);
    else log.notice(line);
  }
}

async function runChecks(
  job: StackJob,
  { live, changes }: PreflightScope,
  signal: AbortSignal,
  { databases, subnets, exports, parameterStore, secretStore, alarms }: PreflightPorts,
): Promise<readonly Check[]> {
  const { region } = job.inputs;
  const { tree } = job.rendered;
  const scope = scopeOf(job, live);
  const resources = evaluatedTree(tree, scope);
  const relevance = relevanceFor(changes, live === undefined);
  const matters: Matters = (key, when) => relevance({ resources: [key], when }) !== "no";
  const unanswered: Check[] = [];
  const means = { ask: asker(signal, unanswered), matters };
  const found = await Promise.all([
    checkDatabases(resources, region, databases, means),
    checkSubnets(resources, subnets, means),
    checkReferences(resources, region, { parameterStore, secretStore }, means),
    checkAlarms(job, { live, changes }, alarms, means.ask),
    ...(live === undefined || changes === undefined
      ? []
      : [checkExports({ live, changes, template: tree.template, scope }, exports, means)]),
  ]);
  return [...found.flat(), ...unanswered];
}

function relevant(
  checks: readonly Check[],
  relevance: Relevance,
  { isPreview }: Pick<PreflightScope, "isPreview">,
): readonly Finding[] {
  const found = checks.flatMap((check): readonly Finding[] => {
    const matters = relevance(check);
    if (matters === "no") return [];
    const isUnsure = matters === "maybe" || (isPreview && check.mayBeMade === true);
    const isLess = isUnsure && check.finding.level === "error";
    return [isLess ? { ...check.finding, level: "warning" } : check.finding];
  });
  // One missing answer may be about several resources.
  return [...new Map(found.map((finding) => [JSON.stringify(finding), finding])).values()];
}

/** What is known about the stack as it will be, but for NoEcho values: findings are public. */
function scopeOf({ inputs, rendered }: StackJob, live: Stack | undefined) {
  const kept = new Map(live?.parameters.map(({ name, value }) => [name, value]));
  const parameters = rendered
    .parametersFor(live)
    .map(({ name, noEcho, value }) => [name, noEcho ? undefined : (value ?? kept.get(name))] as const);
  return {
    parameters: Object.fromEntries(parameters),
    pseudo: {
      "AWS::Region": inputs.region,
      "AWS::StackName": inputs.stackName,
      "AWS::AccountId": live && arnParts(live.arn).account,
      "AWS::Partition": live && arnParts(live.arn).partition,
      "AWS::StackId": live?.arn,
    },
  };
}

async function within<T>(
  cancel: AbortSignal,
  clock: Clock,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const [late, done] = [new AbortController(), new AbortController()];
  const timer = clock.sleep(PATIENCE_MS, done.signal).then(() => late.abort());
  try {
    return await work(AbortSignal.any([late.signal, cancel]));
  } finally {
    done.abort();
    await timer;
  }
}
