import fc from "fast-check";
import { START, templateOf } from "./content.ts";
import { count, watchOver } from "./oracle.ts";
import { openSession } from "./session.ts";
import { type Story, stories } from "./stories.ts";
import { type Mutation, STACK } from "./truth.ts";

/** An invariant did not hold. */
export class Violation extends Error {}

/** Plays one story; throws what it violated. */
export async function play(
  { isThere, happenings }: Story,
  seen: Map<string, number> = new Map(),
  mutation?: Mutation,
): Promise<void> {
  const session = openSession(mutation);
  if (isThere) session.aws.cloudFormation.putStack({ stackName: STACK, template: templateOf(START) });
  const watch = watchOver(session, seen);
  count(watch, "stories");
  for (const { run } of happenings) {
    await run(watch);
    if (watch.violations.length === 0) continue;
    const texts = [isThere ? "the stack is there" : "no stack", ...happenings.map(({ text }) => text)];
    throw new Violation(`${watch.violations.join("\n")}\nin:\n${texts.join("\n")}`);
  }
}

/** Checks so many random stories; throws with the shortest story that violates something. */
export async function checkStories(
  parameters: fc.Parameters<[Story]>,
  seen: Map<string, number>,
  mutation?: Mutation,
): Promise<void> {
  const property = fc.asyncProperty(stories, (story) => play(story, seen, mutation));
  await fc.assert(property, parameters);
}
