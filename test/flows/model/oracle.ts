import type { DeployResult } from "../../../src/flows/result.ts";
import { intended } from "./content.ts";
import { contentOf, mainline, OUR_APP, type Pull, reachable } from "./gitHub.ts";
import { type Effect, isCovered, isSame, losesData } from "./review.ts";
import { type Done, type Execution, type JobOptions, type Session, STACK } from "./session.ts";

/** What the commands share beside the session. */
export interface Watch {
  readonly session: Session;
  /** The effect behind each digest that a blocked deploy named. */
  readonly named: Map<string, Effect>;
  /** Commits whose deploy ended green, and when (`Session.calls`). */
  readonly deployed: Map<string, number>;
  readonly violations: string[];
  /** How often what happened: a model that never executes anything proves nothing. */
  readonly seen: Map<string, number>;
}

export function count({ seen }: Watch, what: string): void {
  seen.set(what, (seen.get(what) ?? 0) + 1);
}

/** A deploy's options with the invariants watching every execution. */
export function watched(watch: Watch, commit: string, options: JobOptions): JobOptions {
  return {
    ...options,
    onExecute: (execution) => {
      const why = objection(watch, commit, options, execution);
      if (why !== undefined) watch.violations.push(`${why}: ${JSON.stringify([...execution.effect])}`);
    },
  };
}

/** Why this may not be executed; `undefined` when it may. */
function objection(
  watch: Watch,
  commit: string,
  { inputs = {}, gitHubDown }: JobOptions,
  { effect, at }: Execution,
): string | undefined {
  if (inputs["require-review"] === "false") return undefined;
  const approved = inputs["approved-digest"];
  const pulls = candidates(watch.session, commit);
  if (approved !== undefined) {
    const named = watch.named.get(approved);
    if (named === undefined || !isSame(named, effect))
      return "executed something else than approved-digest names";
    return lossObjection(watch.session, pulls, effect);
  }
  if (gitHubDown) return "executed although GitHub could not be asked";
  if (isOutrun(watch, commit, at)) return "an old job undid a newer deploy";
  const needed = Number(inputs["required-approvals"] ?? 0);
  const reviews = pulls
    .filter((pull) => approvals(watch.session, pull) >= needed)
    .flatMap((pull) => recordOf(watch.session, pull)?.effect ?? []);
  if (!reviews.some((review) => isSame(review, effect)) && !isCovered(effect, reviews))
    return "executed what nobody has reviewed";
  return lossObjection(watch.session, pulls, effect);
}

/** Merged pull requests that brought the commit, while it is on the branch. */
function candidates({ gitHub }: Session, commit: string): readonly Pull[] {
  if (!reachable(gitHub, gitHub.main).has(commit)) return [];
  const history = reachable(gitHub, commit);
  return gitHub.pulls.filter(
    (pull) => pull.merged && pull.base === "main" && pull.landed.some((sha) => history.has(sha)),
  );
}

/** Our app's newest check run on the head that was merged, if it is a record. */
function recordOf({ gitHub, recorded }: Session, { headSha }: Pull) {
  const newest = gitHub.runs.findLast(
    (run) => run.headSha === headSha && run.appId === OUR_APP && !run.name.endsWith("/ deploy"),
  );
  const effect = newest && recorded.get(newest.id);
  return newest && effect && { effect, at: newest.startedAt };
}

function approvals(session: Session, pull: Pull): number {
  const record = recordOf(session, pull);
  const latest = new Map(pull.approvals.map((approval) => [approval.reviewer, approval]));
  return [...latest.values()].filter(
    ({ reviewer, state, commitSha, at }) =>
      state === "APPROVED" &&
      reviewer !== "alice" &&
      commitSha === pull.headSha &&
      at > (record?.at ?? Infinity),
  ).length;
}

function lossObjection(session: Session, pulls: readonly Pull[], effect: Effect): string | undefined {
  if (!losesData(effect)) return undefined;
  const isAllowed = pulls.some(
    (pull) =>
      pull.labels.has("allow-destructive:Table") ||
      (pull.labels.has("allow-destructive") && recordOf(session, pull)?.effect.has("resource Table")),
  );
  return isAllowed ? undefined : "data was lost that nobody allowed to be lost";
}

/**
 * A newer deploy that ended so few calls before the execution could not be known: nothing locks GitHub and AWS together
 * but a concurrency group of the workflow.
 */
const UNKNOWABLE_CALLS = 3;

function isOutrun({ session, deployed }: Watch, commit: string, at: number): boolean {
  const line = mainline(session.gitHub);
  const place = line.indexOf(commit);
  const newer = place > 0 ? line.slice(0, place) : [];
  return newer.some((sha) => at - (deployed.get(sha) ?? Number.POSITIVE_INFINITY) > UNKNOWABLE_CALLS);
}

const GREEN: readonly DeployResult[] = ["deployed", "no-changes"];

/** What must hold when a deploy has ended, whatever it came to. */
export function judgeDeploy(watch: Watch, commit: string, done: Done, isStackTouched: boolean): void {
  const { session, violations, named, deployed } = watch;
  const { result } = done;
  const executions = done.executions.filter(({ taken }) => taken);
  if (result === undefined) return;
  count(watch, `deploy ${result.result} ${result.reasonCode ?? ""}`.trim());
  if (executions.length > 1) violations.push("one deploy executed twice");
  if (result.result === "blocked") {
    if (executions.length > 0) violations.push("blocked, and yet something was executed");
    const effect = session.effects.get(result.changeSetArn ?? "");
    if (effect !== undefined && result.changeDigest !== undefined) named.set(result.changeDigest, effect);
  }
  if (!GREEN.includes(result.result)) return;
  deployed.set(commit, session.calls);
  if (isStackTouched) return;
  const [wanted, present] = [wantedBy(session, commit), presentIn(session)];
  if (JSON.stringify(wanted) !== JSON.stringify(present)) {
    violations.push(`green, but the stack is ${JSON.stringify(present)} and not ${JSON.stringify(wanted)}`);
  }
}

function wantedBy({ gitHub, aws }: Session, commit: string) {
  const parameters = aws.cloudFormation.stack(STACK)?.definition?.parameters ?? [];
  const kept = parameters.find(({ key }) => key === "Kept")?.value ?? "30";
  return sorted(intended(contentOf(gitHub, commit), kept));
}

function presentIn({ aws }: Session) {
  const stack = aws.cloudFormation.stack(STACK);
  if (stack === undefined || stack.status.endsWith("_IN_PROGRESS")) return stack?.status;
  const texts = [...stack.resources.values()].map(({ logicalId, properties: p }) => [
    logicalId,
    logicalId === "Queue"
      ? `${p.VisibilityTimeout}/${p.DelaySeconds}`
      : String(p.DisplayName ?? p.VisibilityTimeout ?? p.TableName),
  ]);
  return sorted(Object.fromEntries(texts));
}

function sorted(record: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record).sort());
}
