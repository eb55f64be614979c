import type { Changes, ResourceChange } from "../../changes/model.ts";
import { resourceKey } from "../../changes/model.ts";
import { ActionError } from "../../errors.ts";
import { ServiceError } from "../../stack/serviceError.ts";
import type { KnownResource } from "../../template/evaluate/evaluatedTree.ts";
import type { Leaf } from "../../template/evaluate/leaves.ts";
import type { Finding, JsonPath } from "../../template/model.ts";

/** What must happen to its resources for a finding to matter: `made` is added or replaced. */
export type When = "added" | "made" | "changed";

/** What a check is about: it matters only when this happens to each of the resources (keys). */
export interface Subject {
  readonly resources: readonly string[];
  readonly when: When;
  /** Of a resource that is changed in place, only a change of one of these properties counts. */
  readonly properties?: readonly string[];
}

export interface Check extends Subject {
  readonly finding: Finding;
  /** What it lacks may be made before the deploy, by another stack of the pull request say: a preview only warns. */
  readonly mayBeMade?: true;
}

/** Whether a check matters: `maybe` where AWS itself does not know yet whether the resource is replaced. */
export type Relevance = (subject: Subject) => "yes" | "maybe" | "no";

/**
 * What matters for these changes. Without them (the change set is not there, or failed) everything does for a new
 * stack, and nothing for one that is there: what it has is left alone.
 */
export function relevanceFor(changes: Changes | undefined, isNewStack: boolean): Relevance {
  if (changes === undefined) return () => (isNewStack ? "yes" : "no");
  const byKey = new Map(changes.resources.map((change) => [resourceKey(change), change]));
  const of = (key: string, { when, properties }: Subject): "yes" | "maybe" | "no" => {
    const change = byKey.get(key);
    // A nested stack that is not described: what is in a new one is new.
    if (change === undefined) return isInNewStack(key, byKey) ? "yes" : "no";
    if (change.action === "Add") return "yes";
    if (when === "added" || change.action === "Remove" || change.action === "Import") return "no";
    if (change.replacement === "True") return "yes";
    if (when === "changed") return isTouched(change, properties) ? "yes" : "no";
    return change.replacement === "Conditional" || change.action === "Dynamic" ? "maybe" : "no";
  };
  return (subject) => {
    const all = subject.resources.map((key) => of(key, subject));
    return all.includes("no") ? "no" : all.includes("maybe") ? "maybe" : "yes";
  };
}

/** Where AWS tells no details, any property may change. */
function isTouched({ details }: ResourceChange, properties: readonly string[] | undefined): boolean {
  const names = details.flatMap(({ name }) => name ?? []);
  return properties === undefined || names.length === 0 || names.some((name) => properties.includes(name));
}

function isInNewStack(key: string, byKey: ReadonlyMap<string, { readonly action: string }>): boolean {
  const steps = key.split("/");
  return steps.some((_, index) => index > 0 && byKey.get(steps.slice(0, index).join("/"))?.action === "Add");
}

/** Whether a finding about the resource may matter, and so is worth a question. */
export type Matters = (key: string, when: When, properties?: readonly string[]) => boolean;

/** An error at a property, or at a place in one. */
export function findingAt(resource: KnownResource, property: string | JsonPath, message: string): Finding {
  return { level: "error", message, logicalId: resource.key, location: resource.locate(property) };
}

/** What is said or asked of places in resources: it matters where a property changes that one of them is in. */
export function changesAt(places: readonly Place[]) {
  const resources = [...new Set(places.map(({ resource }) => resource.key))];
  const properties = [...new Set(places.flatMap(({ leaf }) => propertyOf(leaf)))];
  return { resources, when: "changed", properties } as const;
}

interface Place {
  readonly resource: KnownResource;
  readonly leaf: Leaf;
}

/** The property, of the resource's own, that a place is in. */
export function propertyOf({ path: [property] }: Leaf): readonly string[] {
  return [String(property)];
}

/** A question to AWS about one resource or several, for the line that says that it had no answer. */
export interface Question extends Subject {
  /** Completes "Not checked before the deploy: ". */
  readonly what: string;
  /** The IAM action that it takes. */
  readonly permission: string;
}

/** A question that has no answer, and why not. */
export interface Unanswered extends Question {
  readonly why: "denied" | { readonly words: string };
}

/** Asks, or notes why there is no answer. */
export type Ask = <T>(
  question: Question,
  work: (signal: AbortSignal) => Promise<T>,
) => Promise<T | undefined>;

/** Questions that end with `signal`. What has no answer is put into `unanswered`. */
export function asker(signal: AbortSignal, unanswered: Unanswered[]): Ask {
  return async (question, work) => {
    try {
      return await untilGivenUp(signal, work(signal));
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      const isDenied = error instanceof ServiceError && error.trouble === "denied";
      const words = signal.aborted ? "AWS did not answer in time" : error.message.replace(/\.$/, "");
      unanswered.push({ ...question, why: isDenied ? "denied" : { words } });
      return undefined;
    }
  };
}

/** What could not be asked: one notice for all that has the same reason, missing permissions together. */
export function unansweredNotices(unanswered: readonly Unanswered[]): readonly Finding[] {
  const byReason = Map.groupBy(unanswered, ({ why }) => (why === "denied" ? why : why.words));
  return [...byReason].map(([reason, questions]) => {
    // Sorted, for answers come in any order.
    const listed = (words: readonly string[]) => [...new Set(words)].toSorted();
    const what = listed(questions.map((question) => question.what)).join("; ");
    const permissions = listed(questions.map(({ permission }) => permission)).join(", ");
    const why = questions[0]?.why === "denied" ? `the role lacks ${permissions}` : reason;
    return { level: "notice", message: `Not checked before the deploy: ${what} (${why}).` };
  });
}

/** A call that waits for its next attempt does not hear of the signal before that. */
export async function untilGivenUp<T>(signal: AbortSignal, answer: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const giveUp = () =>
    late.reject(
      new ActionError("AWS did not answer in time.", { reasonCode: "error", cause: signal.reason }),
    );
  if (signal.aborted) giveUp();
  signal.addEventListener("abort", giveUp, { once: true });
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}
