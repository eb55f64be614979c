import type { Changes } from "../../changes/model.ts";
import type { Clock, Log } from "../../ports/local.ts";
import { arnParts } from "../../stack/console.ts";
import type { Stack } from "../../stack/model.ts";
import type { Scope } from "../../template/evaluate/evaluated.ts";
import { evaluatedTree } from "../../template/evaluate/evaluatedTree.ts";
import type { Finding } from "../../template/model.ts";
import type { StackJob } from "../job.ts";
import { askedTogether } from "./askedTogether.ts";
import { CHECKS } from "./checks/checks.ts";
import { ANYWHERE, type CheckPorts, type Examined, type Means } from "./examined.ts";
import {
  asker,
  type Check,
  type Matters,
  type Relevance,
  relevanceFor,
  type Unanswered,
  unansweredNotices,
} from "./questions.ts";

export interface PreflightPorts extends CheckPorts {
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
  const outcome = job.inputs.preflight
    ? await within(job.cancel, ports.clock, (signal) => runChecks(job, scope, signal, ports))
    : { checks: [], unanswered: [] };
  return (now) => relevant(outcome, relevanceFor(now, scope.live === undefined), scope);
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

/** What CloudFormation's validations, hooks and alarms warn of. What is only worth knowing is in the report. */
export function warningsOf(proposal: { readonly findings: readonly Finding[] } | undefined) {
  return (proposal?.findings ?? []).filter(({ level }) => level === "warning");
}

interface Outcome {
  readonly checks: readonly Check[];
  readonly unanswered: readonly Unanswered[];
}

async function runChecks(
  job: StackJob,
  scope: PreflightScope,
  signal: AbortSignal,
  ports: PreflightPorts,
): Promise<Outcome> {
  const relevance = relevanceFor(scope.changes, scope.live === undefined);
  const matters: Matters = (key, when, properties) =>
    relevance({ resources: [key], when, ...(properties && { properties }) }) !== "no";
  const unanswered: Unanswered[] = [];
  const ask = asker(signal, unanswered);
  const of = await examined(job, scope, { ask, matters }, ports);
  const shared = { ...ports, subnets: askedTogether(ports.subnets) };
  const found = await Promise.all(CHECKS.map(({ run }) => run(of, shared, { ask, matters })));
  return { checks: found.flat(), unanswered };
}

/** A new stack's account and partition are not known: they are asked for where a check is lost without them. */
async function examined(
  job: StackJob,
  { live, changes, isPreview }: PreflightScope,
  { ask, matters }: Means,
  ports: PreflightPorts,
): Promise<Examined> {
  const { tree, files } = job.rendered;
  const resourcesAt = (place: Place) => evaluatedTree(tree, scopeOf(job, live, place));
  const known = placeOf(live?.arn, changes?.target.account);
  const wanting = (known.partition === undefined ? resourcesAt(ANYWHERE) : []).filter(
    (resource) =>
      matters(resource.key, "changed") && CHECKS.some(({ wantsAccount }) => wantsAccount?.(resource)),
  );
  const question = {
    what: "what the account's number decides",
    permission: "sts:GetCallerIdentity",
    resources: wanting.map(({ key }) => key),
    when: "changed",
  } as const;
  const caller = wanting.length === 0 ? undefined : await ask(question, ports.questions.caller);
  const place = caller === undefined ? known : placeOf(caller.arn, caller.account);
  return {
    resources: resourcesAt(place),
    region: job.inputs.region,
    account: place.account,
    stackName: job.inputs.stackName,
    isPreview,
    roleArn: job.inputs.roleArn ?? live?.roleArn,
    rollbackAlarms: watchedAlarms(job, live),
    changes,
    stack: live && changes && { live, changes, template: tree.template, scope: scopeOf(job, live, place) },
    stored: files,
  };
}

/** ARNs of the alarms that may turn the deploy back: the new ones, or those that the stack has. */
function watchedAlarms({ inputs }: StackJob, live: Stack | undefined): readonly string[] {
  if (inputs.rollbackAlarms === "none") return [];
  return inputs.rollbackAlarms ?? (live?.rollback?.alarms ?? []).map(({ arn }) => arn);
}

interface Place {
  readonly account: string | undefined;
  readonly partition: string | undefined;
}

function placeOf(arn: string | undefined, account: string | undefined): Place {
  const parts = arn === undefined ? undefined : arnParts(arn);
  return { account: account ?? parts?.account, partition: parts?.partition };
}

function relevant(
  { checks, unanswered }: Outcome,
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
  // It matters if it does for any of the resources; what is about none of them always does.
  const missed = unanswered.filter(
    ({ resources, ...question }) =>
      resources.length === 0 ||
      resources.some((key) => relevance({ ...question, resources: [key] }) !== "no"),
  );
  // Of what several checks find alike, one line.
  const all = [...found, ...unansweredNotices(missed)];
  return [...new Map(all.map((finding) => [JSON.stringify(finding), finding])).values()];
}

/** What is known about the stack as it will be, but for NoEcho values: findings are public. */
function scopeOf({ inputs, rendered }: StackJob, live: Stack | undefined, place: Place): Scope {
  const kept = new Map(live?.parameters.map(({ name, value }) => [name, value]));
  const parameters = rendered
    .parametersFor(live)
    .map(({ name, noEcho, value }) => [name, noEcho ? undefined : (value ?? kept.get(name))] as const);
  return {
    parameters: Object.fromEntries(parameters),
    pseudo: {
      "AWS::Region": inputs.region,
      "AWS::StackName": inputs.stackName,
      "AWS::AccountId": place.account,
      "AWS::Partition": place.partition,
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
