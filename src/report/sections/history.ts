import { redactText } from "../../changes/redaction/redaction.ts";
import type { Section } from "../text/budget.ts";
import { oneLine, shorten } from "../text/characters.ts";
import { code, DETAILS_CLOSE, detailsOpen, link, text } from "../text/markdown.ts";
import { moment, plural } from "../text/words.ts";
import type { HistoryEntry } from "../view.ts";

const MOST = 20;

/**
 * The entries that an earlier body of ours carries, newest first; at most 20. For showing only: anybody who may edit
 * the comment can write here, so nothing is decided by it, and whatever is no entry reads as none.
 */
export function readHistory(body: string): readonly HistoryEntry[] {
  const found = [...body.slice(-MOST_CHARACTERS).matchAll(BLOCK)].at(-1)?.[1];
  if (found === undefined) return [];
  const list = decode(found);
  return Array.isArray(list) ? list.slice(0, MOST).flatMap(entryOf) : [];
}

/** The entries in a form that a later run reads back: an HTML comment that GitHub does not show. */
export function historyBlock(history: readonly HistoryEntry[]): string {
  const kept = history.slice(0, MOST).map(({ at, commit, text: words, runUrl }) => ({
    at,
    commit: commit.slice(0, 64),
    text: shorten(oneLine(redactText(words)), 160),
    runUrl: runUrl.slice(0, 200),
  }));
  return `<!-- ${LABEL} ${Buffer.from(JSON.stringify(kept)).toString("base64url")} -->`;
}

/**
 * The earlier states as a folded list. What this very run came to is the newest entry, for the next run to read: the
 * report itself says that.
 */
export function historySection(
  history: readonly HistoryEntry[],
  run: string,
  omitted: (count: number) => string,
): readonly Section[] {
  const earlier = history.slice(history[0]?.runUrl === run ? 1 : 0, MOST);
  if (earlier.length === 0) return [];
  return [
    {
      open: detailsOpen(`<b>Earlier</b> (${plural(earlier.length, "entry", "entries")})`),
      items: earlier.map((entry) => ({ priority: 8, forms: [historyLine(entry, run)] })),
      separator: "\n",
      close: DETAILS_CLOSE,
      omitted,
    },
  ];
}

const LABEL = "aurora-deploy-action history:1";
const BLOCK = new RegExp(`<!-- ${LABEL} ([A-Za-z0-9_-]+) -->`, "g");
// Twenty entries of the bounds above in base64, with room to spare.
const MOST_CHARACTERS = 20_000;

function historyLine({ at, commit, text: words, runUrl }: HistoryEntry, run: string): string {
  // The block can be edited by hand: only another run of this repository is linked to.
  const runs = /^https?:\/\/.+\/actions\/runs\//.exec(run)?.[0];
  const isOurs =
    runs !== undefined &&
    runUrl.startsWith(runs) &&
    /^\d+(?:\/attempts\/\d+)?$/.test(runUrl.slice(runs.length));
  return `- ${moment(at)} · ${code(commit.slice(0, 8))} · ${text(words, 160)} · ${link("run", isOurs ? runUrl : undefined)}`;
}

function decode(block: string): unknown {
  try {
    return JSON.parse(Buffer.from(block, "base64url").toString("utf8"));
  } catch {
    // Somebody edited it: the history begins anew.
    return undefined;
  }
}

function entryOf(value: unknown): readonly HistoryEntry[] {
  if (typeof value !== "object" || value === null) return [];
  const { at, commit, text: words, runUrl } = value as Readonly<Record<string, unknown>>;
  const isEntry =
    typeof at === "number" &&
    Number.isFinite(at) &&
    typeof commit === "string" &&
    /^[0-9a-f]{7,64}$/.test(commit) &&
    typeof words === "string" &&
    typeof runUrl === "string" &&
    /^https?:\/\//.test(runUrl);
  return isEntry ? [{ at, commit, text: shorten(words, 160), runUrl: runUrl.slice(0, 200) }] : [];
}
