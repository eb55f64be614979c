import type { DeployResult } from "../../../src/flows/result.ts";
import { intended } from "./content.ts";
import { type Effect, isSame, namesCommit, showEffect, type Texts, textsOf } from "./effect.ts";
import { contentOf, mainline, reachable } from "./gitHub.ts";
import { approvalsOf, type Book, isLossAllowed, judge } from "./rule.ts";
import type { Session } from "./session.ts";
import { type Done, type Execution, type JobOptions, STACK } from "./truth.ts";

/** What the commands share beside the session. */
export interface Watch {
  readonly session: Session;
  /** The effect behind each digest that a blocked deploy named. */
  readonly named: Map<string, Effect>;
  readonly settled: Set<string>;
  readonly deployed: Map<string, { readonly at: number; readonly hasExecuted: boolean }>;
  readonly violations: string[];
  /** What each deploy came to, in order. */
  readonly outcomes: string[];
  /** How often what happened: a model that never executes anything proves nothing. */
  readonly seen: Map<string, number>;
}

export function watchOver(session: Session, seen: Map<string, number>): Watch {
  const books = { named: new Map(), settled: new Set<string>(), deployed: new Map() };
  return { session, ...books, violations: [], outcomes: [], seen };
}

export function count({ seen }: Watch, what: string): void {
  seen.set(what, (seen.get(what) ?? 0) + 1);
}

/** A deploy's options with the invariants watching everything that it does to the stack. */
export function watched(watch: Watch, commit: string, options: JobOptions): JobOptions {
  const done: Execution[] = [];
  return {
    ...options,
    onExecute: (execution) => {
      const why = objection(watch, commit, options, execution, done);
      if (why !== undefined) watch.violations.push(`${why}: ${showEffect(execution.effect)}`);
      done.push(execution);
      if (execution.what !== "shell" && isMarked(watch.session, commit))
        watch.deployed.set(commit, { at: execution.at, hasExecuted: true });
    },
  };
}

/** Why this may not be done; `undefined` when it may. */
function objection(
  watch: Watch,
  commit: string,
  { inputs = {}, gitHubDown }: JobOptions,
  execution: Execution,
  before: readonly Execution[],
): string | undefined {
  // It is as it would be set: another run of the same commit was quicker.
  if (execution.what === "protection" && !execution.effect.has("protection")) return undefined;
  // The protection has a call of its own, and was judged with the change set.
  const whole = before.find(({ what }) => what === "change set");
  if (execution.what === "protection" && whole !== undefined)
    return protectionObjection(execution, whole.effect);
  if (inputs["require-review"] === "false") return undefined;
  const { effect } = execution;
  const approved = inputs["approved-digest"];
  if (approved !== undefined) {
    const named = watch.named.get(approved);
    const isOther = namesCommit(effect) && !approved.endsWith(`@${commit}`);
    if (named === undefined || isOther || !isSame(named, effect))
      return "executed something else than approved-digest names";
    // What GitHub did not say was not to be known.
    const isKnown = !gitHubDown && execution.changedAt <= execution.markedAt;
    return isKnown && isOutrun(watch, commit, execution) ? "an old job undid a newer deploy" : undefined;
  }
  // What GitHub says otherwise after the last look was not to be known.
  const isLate = execution.changedAt > execution.markedAt;
  if (gitHubDown) return "executed although GitHub could not be asked";
  const book: Book = { world: watch.session, settled: watch.settled, deployed: watch.deployed };
  if (!isLate && !reachable(watch.session.gitHub, watch.session.gitHub.main).has(commit))
    return "executed a commit that the branch lost";
  if (!isMarked(watch.session, commit)) return "executed without a mark on its commit";
  if (isOutrun(watch, commit, execution)) return "an old job undid a newer deploy";
  const judged = judge(book, commit, execution);
  if (judged.kind === "not") return judged.why;
  if (isLate) return undefined;
  const needed = Number(inputs["required-approvals"] ?? 0);
  if (judged.supplying.some((reviewed) => approvalsOf(watch.session, reviewed) < needed))
    return "executed what too few have approved";
  return isLossAllowed(judged.counted, effect) ? undefined : "data was lost that nobody allowed to be lost";
}

/** Whether the deploy has left a mark: others can know of it. */
function isMarked({ gitHub }: Session, commit: string): boolean {
  return gitHub.runs.some((run) => run.headSha === commit && /^(begun|settled) /.test(run.externalId));
}

function protectionObjection({ effect }: Execution, whole: Effect): string | undefined {
  const [set, reviewed] = [effect.get("protection"), whole.get("protection")];
  return set === undefined || set.after === reviewed?.after
    ? undefined
    : "the protection was set otherwise than reviewed";
}

/**
 * A newer deploy that executed makes older change sets worthless, so that nothing else can come of an old job than what it
 * began before. That one had nothing to do can be known only from its mark: an old job that had its last look just before
 * it cannot know, for nothing locks GitHub and AWS together but a concurrency group of the workflow.
 */
function isOutrun({ session, deployed }: Watch, commit: string, { what, markedAt }: Execution): boolean {
  const line = mainline(session.gitHub);
  const place = line.indexOf(commit);
  const newer = place > 0 ? line.slice(0, place) : [];
  return newer.some((sha) => {
    const done = deployed.get(sha);
    if (done === undefined) return false;
    return (done.hasExecuted && what === "change set") || done.at <= markedAt;
  });
}

const GREEN: readonly DeployResult[] = ["deployed", "no-changes"];

/** What must hold when a deploy has ended, whatever it came to. */
export function judgeDeploy(watch: Watch, commit: string, done: Done, isStackTouched: boolean): void {
  const { session, violations, deployed } = watch;
  const { result, executions, proposed } = done;
  const outcome = result === undefined ? "killed" : `${result.result} ${result.reasonCode ?? ""}`.trim();
  watch.outcomes.push(outcome);
  if (result === undefined) return;
  count(watch, `deploy ${outcome}`);
  if (executions.filter(({ what }) => what === "change set").length > 1)
    violations.push("one deploy executed twice");
  if (result.result === "blocked") judgeBlocked(watch, commit, done);
  if (!GREEN.includes(result.result)) return;
  if (isTold(session, commit) && !deployed.has(commit))
    deployed.set(commit, { at: session.calls, hasExecuted: false });
  if (isStackTouched) return;
  const [wanted, present] = [wantedBy(session, commit), presentIn(session)];
  if (JSON.stringify(wanted) !== JSON.stringify(present))
    violations.push(`green, but the stack is ${JSON.stringify(present)} and not ${JSON.stringify(wanted)}`);
  const missing = proposed === undefined ? [] : notInEffect(session, proposed.request.wants);
  if (missing.length === 0 && isTold(session, commit)) watch.settled.add(commit);
  // Some settings CloudFormation takes only together with another change: then it is said that they wait.
  const isWaiting = /takes effect with its next change/.test(result.message);
  if (missing.length > 0 && result.result === "deployed" && !isWaiting)
    violations.push(`deployed without ${missing.join()}`);
}

/** Whether the deploy's check run says that it came to a good end: others can know of it. */
function isTold({ gitHub }: Session, commit: string): boolean {
  return gitHub.runs.some(
    (run) => run.headSha === commit && run.name.endsWith("/ deploy") && run.conclusion === "success",
  );
}

/** What was asked for and the stack does not have. Options and capabilities are about the operation only. */
function notInEffect({ aws }: Session, wants: Texts): readonly string[] {
  const has = textsOf(aws.cloudFormation.stack(STACK));
  return [...wants].flatMap(([name, text]) =>
    /^(option|capability|nested) /.test(name) || has.get(name) === text ? [] : [name],
  );
}

function judgeBlocked(
  { violations, named }: Watch,
  commit: string,
  { result, executions, trace, proposed }: Done,
): void {
  if (executions.some(({ what }) => what !== "shell"))
    violations.push("blocked, and yet something was executed");
  // A shell is deleted when it is decided; then the change set is made in earnest, and compared once more.
  const isMadeAnew = trace.lastIndexOf("> CreateChangeSet") > trace.lastIndexOf("> DeleteStack");
  if (executions.some(({ what }) => what === "shell") && !isMadeAnew)
    violations.push("blocked, and yet the shell was deleted");
  if (proposed === undefined || result?.changeDigest === undefined) return;
  const { effect } = proposed;
  const which = namesCommit(effect) ? `@${commit}` : "";
  named.set(`${result.changeDigest}${which}`, effect);
}

function wantedBy({ gitHub, aws }: Session, commit: string) {
  const parameters = aws.cloudFormation.stack(STACK)?.definition?.parameters ?? [];
  const parameter = (name: string) => parameters.find(({ key }) => key === name)?.value;
  const content = contentOf(gitHub, commit);
  const image = content.Image ? commit : (parameter("Image") ?? "none");
  return sorted(intended(content, parameter("Kept") ?? "30", image));
}

/** Resources that are there or not. */
const NAMES: Readonly<Record<string, string>> = { Worker: "role", Child: "nested" };

function presentIn({ aws }: Session) {
  const stack = aws.cloudFormation.stack(STACK);
  // While it cleans up, the outcome is certain: what the new template lacks is on its way out.
  const isCleaning = stack?.status.endsWith("_CLEANUP_IN_PROGRESS") === true;
  if (stack === undefined || (!isCleaning && stack.status.endsWith("_IN_PROGRESS"))) return stack?.status;
  const kept = Object.keys(
    (JSON.parse(stack.definition?.body ?? "{}") as { readonly Resources?: object }).Resources ?? {},
  );
  const resources = [...stack.resources.values()].filter(
    ({ logicalId }) => !isCleaning || kept.includes(logicalId),
  );
  const texts = resources.map(({ logicalId, properties: p }) => [
    logicalId,
    logicalId === "Queue"
      ? `${p.VisibilityTimeout}/${p.DelaySeconds}`
      : (NAMES[logicalId] ?? String(p.DisplayName ?? p.VisibilityTimeout ?? p.TableName)),
  ]);
  return sorted(Object.fromEntries(texts));
}

function sorted(record: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record).sort());
}
