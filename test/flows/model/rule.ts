import { fileOf, type Key } from "./content.ts";
import {
  type Effect,
  hereIn,
  isSame,
  isSamePart,
  losesData,
  namesCommit,
  operationName,
  textsOf,
} from "./effect.ts";
import { mainline, OUR_APP, type Pull, reachable, touches } from "./gitHub.ts";
import { type Execution, STACK, type TrueRecord, type World } from "./truth.ts";

/** What really came to an end: the model's own book, not the marks on check runs. */
export interface Book {
  readonly world: World;
  /** Commits whose deploy ended green and left the stack as they want it. */
  readonly settled: ReadonlySet<string>;
  /** Commits whose deploy has changed the stack, or had nothing to do; with the time, in calls. */
  readonly deployed: ReadonlyMap<string, { readonly at: number; readonly hasExecuted: boolean }>;
}

/** A merged pull request with the record that counts for it. */
interface Reviewed {
  readonly pull: Pull;
  readonly record: TrueRecord;
}

/** The pull requests that an execution goes by; or why there are none. */
type Judgement =
  | {
      readonly kind: "reviewed";
      readonly counted: readonly Reviewed[];
      readonly supplying: readonly Reviewed[];
    }
  | { readonly kind: "not"; readonly why: string };

/**
 * Whether what is executed was reviewed (docs/digest.md, "When a deploy executes"), by what really happened: who merged what
 * when, which preview showed what before, what the stack has.
 */
export function judge(book: Book, commit: string, { effect, request }: Execution): Judgement {
  const line = unsettled(book, commit);
  const own = line.find((sha) => !isLookedThrough(book, sha));
  if (own === undefined) return { kind: "not", why: "executed after its commit was settled" };
  const owners = reviewedAt(book, own);
  if (owners.length === 0) return { kind: "not", why: "executed what no pull request with a record brought" };
  const exact = owners.find(({ record }) => isSame(record.effect, effect));
  const since = (base: string) => (line.includes(base) ? line.slice(0, line.indexOf(base)) : line);
  const together = owners.map(({ record }) =>
    since(record.baseCommit).flatMap((sha) => reviewedAt(book, sha)),
  );
  const isOfCommit = namesCommit(effect);
  if (exact !== undefined && !isOfCommit)
    return { kind: "reviewed", counted: distinct([...owners, ...together.flat()]), supplying: [exact] };
  // Where a value names the commit, what touches no file of the deploy brings something all the same.
  const isBrought = (sha: string) =>
    reviewedAt(book, sha).length > 0 ||
    (isLookedThrough(book, sha) && (!isOfCommit || mergesAt(book, sha).length > 0));
  for (const [index, owner] of owners.entries()) {
    const commits = since(owner.record.baseCommit);
    if (!commits.every(isBrought)) continue;
    const records = distinct(together[index] ?? []);
    if (
      isSame(owner.record.effect, effect) ||
      isUnion(effect, records, {
        now: (name) => now(book, name, request?.shas ?? []),
        isGone: (name) => isOfGone(name, request),
      })
    ) {
      const supplying = isOfCommit
        ? distinct([owner, ...records])
        : records.filter(({ record }) => sharesAny(record.effect, effect));
      return { kind: "reviewed", counted: distinct([...owners, ...records]), supplying };
    }
  }
  return { kind: "not", why: "executed what nobody has reviewed" };
}

/** Along first parents down to the last settled commit, which is left out. */
function unsettled({ world, settled }: Book, commit: string): readonly string[] {
  const line = mainline(world.gitHub, commit);
  const end = line.findIndex((sha) => settled.has(sha));
  return end < 0 ? line : line.slice(0, end);
}

/** A commit that changes no file of this deploy, and that no recorded pull request brought. */
function isLookedThrough(book: Book, sha: string): boolean {
  const isDocs = !touches(book.world.gitHub, sha, (key: Key) => !fileOf(key).startsWith("docs/"));
  return (
    isDocs &&
    reviewedAt(book, sha).length === 0 &&
    (book.world.gitHub.commits.get(sha)?.parents.length ?? 0) > 0
  );
}

/** The pull requests whose merge put the commit on main. */
function mergesAt({ world }: Book, sha: string): readonly Pull[] {
  return world.gitHub.pulls.filter(
    (pull) => pull.merged && pull.base === "main" && pull.landed.includes(sha),
  );
}

function reviewedAt(book: Book, sha: string): readonly Reviewed[] {
  return mergesAt(book, sha).flatMap((pull) => {
    const record = recordOf(book, pull);
    return record === undefined ? [] : [{ pull, record }];
  });
}

/**
 * The newest record of the merged head that was complete before the merge, for this pull request and this base, and did
 * not show a deploy being taken back that was done when its run began.
 */
function recordOf(
  { world, deployed }: Book,
  { number, headSha, base, mergedAt }: Pull,
): TrueRecord | undefined {
  const held = reachable(world.gitHub, world.gitHub.main);
  const isBehind = ({ baseCommit, begunAt }: TrueRecord) =>
    [...deployed].some(
      ([sha, { at }]) =>
        at < begunAt && sha !== baseCommit && held.has(sha) && reachable(world.gitHub, sha).has(baseCommit),
    );
  return world.records.findLast(
    (record) =>
      !isBehind(record) &&
      record.appId === OUR_APP &&
      record.pull === number &&
      record.head === headSha &&
      record.base === base &&
      (mergedAt === undefined || record.at <= mergedAt),
  );
}

interface Known {
  readonly now: (name: string) => string | undefined;
  readonly isGone: (name: string) => boolean;
}

function isUnion(effect: Effect, records: readonly Reviewed[], { now, isGone }: Known): boolean {
  const isIn = ([name, part]: readonly [string, Effect extends ReadonlyMap<string, infer P> ? P : never]) =>
    records.some(({ record }) => isSamePart(record.effect.get(name), part));
  if (![...effect].every(isIn)) return false;
  return records.every(({ record }, index) =>
    [...record.effect].every(([name, part]) => {
      if (isSamePart(effect.get(name), part)) return true;
      // Newest first: what a later one says of the same thing stands for it.
      const later = isOperation(name)
        ? records.filter((other) => other.record !== record)
        : records.slice(0, index);
      if (later.some((other) => other.record.effect.has(name))) return true;
      if (isGone(name)) return true;
      if (isOperation(name)) return !effect.has(operationName(name.split(" ")[1] ?? ""));
      return now(name) === part.after;
    }),
  );
}

/** What is done to a resource as a whole: done when nothing is to be done to it any more. */
function isOperation(name: string): boolean {
  return name.startsWith("operation ") || name.startsWith("context ");
}

/** What is done to a resource, or to a part of it, that what is asked for has no more: that it goes is a part of its own. */
function isOfGone(name: string, request: Execution["request"]): boolean {
  const [start = "", id = ""] = name.split(" ");
  if (request === undefined || !["value", "context", "operation"].includes(start)) return false;
  return ![...request.wants.keys()].some((part) => part.startsWith(`template /Resources/${id}/`));
}

function sharesAny(recorded: Effect, effect: Effect): boolean {
  return [...recorded].some(([name, part]) => isSamePart(effect.get(name), part));
}

/** What the stack has under a name of an effect. */
function now({ world }: Book, name: string, shas: readonly string[]): string | undefined {
  const stack = world.aws.cloudFormation.stack(STACK);
  const [, id = "", path = ""] = name.split(" ");
  if (!name.startsWith("value ")) {
    const text = textsOf(stack).get(name);
    return text === undefined ? undefined : hereIn(text, shas);
  }
  let value: unknown = stack?.resources.get(id)?.properties;
  for (const step of path.split("/").slice(2)) value = (value as Record<string, unknown> | undefined)?.[step];
  return value === undefined ? undefined : hereIn(String(value), shas);
}

function distinct(all: readonly Reviewed[]): readonly Reviewed[] {
  return [...new Map(all.map((one) => [one.pull.number, one])).values()];
}

/** Whether a loss of data was allowed by a pull request that shows it. */
export function isLossAllowed(counted: readonly Reviewed[], effect: Effect): boolean {
  if (!losesData(effect)) return true;
  return counted.some(
    ({ pull, record }) =>
      (pull.labels.has("allow-destructive") || pull.labels.has("allow-destructive:Table")) &&
      record.effect.has(operationName("Table")),
  );
}

/** Approving reviews of the merged head, given in sight of its preview, by others than the author. */
export function approvalsOf({ records }: World, { pull, record }: Reviewed): number {
  const shown = records.filter(
    (one) =>
      one.appId === OUR_APP &&
      one.pull === pull.number &&
      one.head === record.head &&
      one.base === record.base &&
      one.at <= record.at,
  );
  // Since something else was shown last.
  const other = shown.findLastIndex((one) => !isSame(one.effect, record.effect));
  const first = shown[other + 1];
  const latest = new Map(pull.approvals.map((approval) => [approval.reviewer, approval]));
  return [...latest.values()].filter(
    ({ reviewer, state, commitSha, at }) =>
      state === "APPROVED" &&
      reviewer !== "alice" &&
      commitSha === pull.headSha &&
      at > (first?.at ?? record.at),
  ).length;
}
