import fc from "fast-check";
import { type Content, KEYS, valuesOf } from "./content.ts";
import type { Pull } from "./gitHub.ts";
import { count, type Watch } from "./oracle.ts";
import type { JobOptions } from "./truth.ts";

/** One thing that happens; a number chooses among what is there, so that every sequence of them makes sense. */
export interface Happening {
  readonly text: string;
  readonly run: (watch: Watch) => Promise<void>;
}

export function happening(text: string, run: Happening["run"]): Happening {
  const made = { text, run, [fc.toStringMethod]: () => text };
  return made;
}

/** Something that takes no time. */
export function at(text: string, act: (watch: Watch) => void): Happening {
  return happening(text, async (watch) => act(watch));
}

export const choice = fc.nat(20);

export const changes: fc.Arbitrary<Content> = fc
  .constantFrom(...KEYS.filter((key) => key !== "Nested"))
  .chain((key) => fc.constantFrom(...valuesOf(key)).map((value) => ({ [key]: value })));

export function pick<T>(items: readonly T[], number: number): T | undefined {
  return items[number % items.length];
}

export function openPulls({ session }: Watch): readonly Pull[] {
  return session.gitHub.pulls.filter((pull) => pull.open);
}

export async function onNewest({ session }: Watch, work: (pull: Pull) => Promise<void>): Promise<void> {
  const pull = session.gitHub.pulls.at(-1);
  if (pull?.open) await work(pull);
}

export async function preview(watch: Watch, pull: Pull, options: JobOptions, old?: number): Promise<void> {
  const job = old === undefined ? undefined : pick(pull.jobs, old);
  if (old !== undefined && job === undefined) return;
  const { result } = await watch.session.preview(pull, options, job);
  count(watch, `preview ${result?.result ?? "lost"}`);
}

export function approve({ session }: Watch, pull: Pull, reviewer: string, yes: boolean): void {
  session.clock.advance(1_500);
  const time = Math.floor(session.clock.now() / 1_000) * 1_000;
  const state = yes ? "APPROVED" : "CHANGES_REQUESTED";
  pull.approvals.push({ reviewer, state, commitSha: pull.headSha, at: time });
}

/** Settings that a run is given beside what its commit's workflow says: a variable of the repository, say. */
export const variables: fc.Arbitrary<Readonly<Record<string, string>>> = fc.constantFrom(
  { "termination-protection": "true" },
  { "termination-protection": "false" },
  { "on-failure": "keep" },
  { tags: "team=z" },
  { "role-arn": "arn:aws:iam::123456789012:role/other" },
  { "notification-arns": "arn:aws:sns:us-east-1:123456789012:other" },
  { "rollback-alarms": "arn:aws:cloudwatch:us-east-1:123456789012:alarm:other", "monitoring-minutes": "7" },
);
