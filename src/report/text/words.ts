import type { ResourceChange } from "../../changes/model.ts";
import type { ChangeCounts } from "../../changes/verdict/counts.ts";

/** `8 min 20 s`, `45 s`, `1 h 5 min`: at most two units. `ms` is in milliseconds. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return joined([`${minutes} min`, seconds % 60 > 0 ? `${seconds % 60} s` : ""]);
  return joined([`${Math.floor(minutes / 60)} h`, minutes % 60 > 0 ? `${minutes % 60} min` : ""]);
}

/** `2026-03-01 14:05 UTC`. `at` is in milliseconds since the epoch. */
export function moment(at: number): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return "unknown time";
  return `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** `1 replace, 2 modify, 1 add`, worst first; empty where no resource changes. */
export function countsText(counts: ChangeCounts, resources: readonly ResourceChange[] = []): string {
  const order = ["replace", "remove", "modify", "import", "other", "add"] as const;
  return order
    .filter((kind) => counts[kind] > 0)
    .map((kind) => (kind === "other" ? others(counts.other, resources) : `${counts[kind]} ${kind}`))
    .join(", ");
}

function others(count: number, resources: readonly ResourceChange[]): string {
  const dynamic = resources.filter(({ action }) => action === "Dynamic").length;
  const sync = resources.filter(({ action }) => action === "SyncWithActual").length;
  if (dynamic + sync !== count) return `${count} other`;
  return joined([dynamic > 0 ? `${dynamic} dynamic` : "", sync > 0 ? `${sync} sync` : ""], ", ");
}

/**
 * An explanation as a full sentence: `the token …` → `The token ….` It begins with a word, or with a commit,
 * which stays as it is: a name at its head would be written otherwise than it is.
 */
export function fullSentence(words: string): string {
  const begun = /^[0-9a-f]{7,40}\b/.test(words) ? words : sentence(words);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

/** `1 resource`, `2 resources`. */
export function plural(count: number, noun: string, several = `${noun}s`): string {
  // The first call of toLocaleString makes Node read ICU's data, 10 ms, and most counts are small.
  const figure = count < 1_000 ? String(count) : count.toLocaleString("en-US");
  return `${figure} ${count === 1 ? noun : several}`;
}

function joined(parts: readonly string[], separator = " "): string {
  return parts.filter((part) => part !== "").join(separator);
}

/** The text as a sentence begins. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
