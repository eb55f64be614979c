import { createHash } from "node:crypto";
import { commentMarker, type MarkedStack, markedStack } from "./comment.ts";
import { rawLine, readLine } from "./overviewLine.ts";
import { type OverviewRow, renderOverview } from "./overviewText.ts";

/** A comment of our account as it stands on a pull request. */
export interface PostedComment {
  readonly id: number;
  readonly url: string;
  readonly body: string;
}

/** What is to be done so that there is one overview, made of the stacks' comments as they are. */
export interface OverviewWork {
  /** Ids of overviews that are too many. */
  readonly doubles: readonly number[];
  readonly write?: {
    /** The overview that is there. */
    readonly id?: number;
    /** The first line, by which it is found and which says what it was made of. */
    readonly marker: string;
    readonly body: string;
  };
}

/**
 * Compares the overview with the stacks' comments that it is made of; `undefined` where it is as it should be. There is one
 * where two stacks or more have a comment. Nothing of the present overview is kept: it is derived, never added to.
 * @param comments all of our account on the pull request, oldest first
 */
export function overviewWork(comments: readonly PostedComment[]): OverviewWork | undefined {
  const rows = rowsOf(comments);
  const [present, ...others] = comments.filter(({ body }) => body.startsWith(START));
  const doubles = others.map(({ id }) => id);
  if (rows.length < 2) {
    const all = present === undefined ? doubles : [present.id, ...doubles];
    return all.length === 0 ? undefined : { doubles: all };
  }
  const marker = `${START}of=${sourceHash(rows)} -->`;
  if (present?.body.startsWith(marker)) return doubles.length === 0 ? undefined : { doubles };
  const body = renderOverview(rows, marker);
  return { doubles, write: { ...(present === undefined ? {} : { id: present.id }), marker, body } };
}

/** How many stacks have a comment of ours. */
export function stacksIn(comments: readonly PostedComment[]): number {
  return rowsOf(comments).length;
}

const START = "<!-- aurora-deploy-action overview ";

interface Row extends OverviewRow {
  /** The comment's marker: it tells one stack from another. */
  readonly marker: string;
  readonly body: string;
}

/** One for each stack; of doubles the oldest comment, which is the one that stays. */
function rowsOf(comments: readonly PostedComment[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const comment of comments) {
    const stack = markedStack(comment.body);
    if (stack === undefined) continue;
    const marker = commentMarker(stack);
    if (rows.has(marker)) continue;
    const line = readLine(comment.body);
    rows.set(marker, { ...comment, marker, line, where: line?.where ?? whereOf(stack) });
  }
  return [...rows.values()];
}

function whereOf({ stackName, label, region }: MarkedStack): string {
  return [stackName, label, region].filter((part) => part !== undefined).join(" · ");
}

/**
 * What the overview was made of, and not how it reads: runs know different secrets and may be of different versions, and what
 * one has made of the same comments must be right for the other.
 */
function sourceHash(rows: readonly Row[]): string {
  const sources = rows.map(({ id, marker, body }) => [id, marker, rawLine(body) ?? ""]);
  return createHash("sha256").update(JSON.stringify(sources), "utf8").digest("hex").slice(0, 32);
}
