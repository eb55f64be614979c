import type { ChangeCounts } from "../changes/verdict/counts.ts";
import type { Verdict } from "../changes/verdict/verdict.ts";
import { blockedText, changesText, endingText, sign } from "./headline.ts";
import { oneLine, shorten } from "./text/characters.ts";
import type { ReportView } from "./view.ts";

/** What a stack's comment says of it in the overview. Changes with the stack's state, and not with its progress. */
export interface OverviewLine {
  /** Stack, label and region, as they may be shown. */
  readonly where: string;
  readonly state: LineState;
  /** The sign at the head of the stack's comment. */
  readonly sign: string;
  readonly level?: Verdict["level"];
  readonly counts?: ChangeCounts;
  /** What changes, as the comment's headline says it; empty where that is not known. */
  readonly changes: string;
  /** What became of it: `previewed`, `deployed in 8 min 20 s`. */
  readonly words: string;
}

export type LineState = (typeof STATES)[number];

const STATES = [
  "failed",
  "blocked",
  "out-of-date",
  "deploying",
  "awaiting",
  "previewed",
  "deployed",
  "skipped",
  "no-changes",
] as const;

/** The line of a report; none of what no pull request is told, a destroy for instance. */
export function overviewLine(view: ReportView): OverviewLine | undefined {
  const told = stateOf(view);
  if (told === undefined) return undefined;
  const { changes, verdict, secrets } = view;
  return {
    where: secrets.hide(
      [view.stack, view.label, view.region].filter((part) => part !== undefined).join(" · "),
    ),
    ...told,
    sign: sign(view),
    changes: changes === undefined || told.state === "no-changes" ? "" : newOrNot(view),
    ...(verdict === undefined ? {} : { level: verdict.level, counts: verdict.counts }),
  };
}

/** The line in a form that any later run reads back: an HTML comment that GitHub does not show. */
export function lineBlock(view: ReportView): readonly string[] {
  const line = overviewLine(view);
  return line === undefined ? [] : [encoded(line)];
}

/** The hidden block of a comment's line as it stands there; `undefined` where there is none. */
export function rawLine(body: string): string | undefined {
  return [...body.slice(-MOST_CHARACTERS).matchAll(BLOCK)].at(-1)?.[1];
}

/**
 * The line that a comment of ours carries. For showing only: anybody who may edit the comment can write here, so that nothing
 * is decided by it, and whatever is no line reads as none.
 */
export function readLine(body: string): OverviewLine | undefined {
  const raw = rawLine(body);
  if (raw === undefined) return undefined;
  try {
    return lineOf(JSON.parse(Buffer.from(raw, "base64url").toString("utf8")));
  } catch {
    return undefined;
  }
}

const LABEL = "aurora-deploy-action line:1";
const BLOCK = new RegExp(`<!-- ${LABEL} ([A-Za-z0-9_-]+) -->`, "g");
const MOST_CHARACTERS = 4_000;
const MOST_OF_A_TEXT = 200;

function encoded(line: OverviewLine): string {
  const bounded = {
    ...line,
    where: bound(line.where),
    changes: bound(line.changes),
    words: bound(line.words),
  };
  return `<!-- ${LABEL} ${Buffer.from(JSON.stringify(bounded)).toString("base64url")} -->`;
}

function bound(value: string): string {
  return shorten(oneLine(value), MOST_OF_A_TEXT);
}

function stateOf(view: ReportView): Pick<OverviewLine, "state" | "words"> | undefined {
  const { state } = view;
  switch (state.kind) {
    case "previewed":
      return {
        state: "previewed",
        words: state.onMerge.kind === "will-block" ? "previewed, a merge would be blocked" : "previewed",
      };
    case "blocked":
      return { state: "blocked", words: blockedText(state.reason) };
    case "out-of-date":
      return { state: "out-of-date", words: "out of date" };
    case "deploying":
      return { state: "deploying", words: "deploying" };
    case "failed":
    case "deploy-failed":
      return { state: "failed", words: endingText(view) };
    case "deployed":
    case "awaiting":
    case "skipped":
    case "no-changes":
      return { state: state.kind, words: endingText(view) };
    case "drift":
    case "absent":
    case "protected":
    case "destroyed":
    case "destroy-failed":
      return undefined;
  }
}

/** As the headline of a preview has it. */
function newOrNot(view: ReportView): string {
  return `${view.changes?.target.type === "CREATE" ? "new stack, " : ""}${changesText(view)}`;
}

const LEVELS: readonly unknown[] = ["safe", "caution", "destructive"];

function lineOf(value: unknown): OverviewLine | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const {
    where,
    state,
    sign: mark,
    changes,
    words,
    level,
    counts,
  } = value as Readonly<Record<string, unknown>>;
  const isLine =
    [where, mark, changes, words].every(
      (text) => typeof text === "string" && text.length <= MOST_OF_A_TEXT,
    ) &&
    (STATES as readonly unknown[]).includes(state) &&
    (level === undefined || LEVELS.includes(level)) &&
    (counts === undefined || isCounts(counts));
  return isLine ? (value as OverviewLine) : undefined;
}

function isCounts(value: unknown): value is ChangeCounts {
  if (typeof value !== "object" || value === null) return false;
  const counts = value as Readonly<Record<string, unknown>>;
  return ["add", "modify", "replace", "remove", "import", "other"].every((kind) => {
    const count = counts[kind];
    return typeof count === "number" && Number.isInteger(count) && count >= 0 && count < 1e6;
  });
}
