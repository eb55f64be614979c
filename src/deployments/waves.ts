import { ActionError } from "../errors.ts";
import { type Deployment, deploymentName } from "./deployment.ts";
import { type Need, type Needs, needText } from "./needs.ts";

/** So many outputs `wave-1` … there are. */
export const WAVES = 5;

/**
 * The affected stacks in the order in which they can be deployed: each wave needs only those before it. A stack that is not
 * affected passes its own needs on, and has no place itself. Throws `invalid-input` for a circle through an affected
 * stack, and where there are more waves than outputs.
 * @returns `WAVES` waves, each in the order of `affected`; the last ones may be empty
 */
export function wavesOf(affected: readonly Deployment[], { of }: Needs): readonly (readonly Deployment[])[] {
  const isAffected = new Set(affected);
  const before = new Map(affected.map((each) => [each, reached(each, of)]));
  for (const each of affected) if (before.get(each)?.has(each)) throw circle(each, of);
  const known = new Map<Deployment, number>();
  const waveOf = (each: Deployment): number => {
    const found = known.get(each);
    if (found !== undefined) return found;
    const earlier = [...(before.get(each) ?? [])].filter((other) => isAffected.has(other));
    const wave = 1 + Math.max(0, ...earlier.map(waveOf));
    known.set(each, wave);
    return wave;
  };
  // The first wave too many: what needs still more of them would make a long story.
  const late = affected.find((each) => waveOf(each) === WAVES + 1);
  if (late !== undefined) throw tooLong(late, before, isAffected);
  return Array.from({ length: WAVES }, (_, index) => affected.filter((each) => waveOf(each) === index + 1));
}

type NeedsOf = Needs["of"];

/** Everything that a stack waits for, directly or through others; itself too where it waits for itself. */
function reached(from: Deployment, of: NeedsOf): ReadonlySet<Deployment> {
  return new Set(ways(from, of).keys());
}

/** What a stack waits for, each with the need on the shortest way to it. */
function ways(
  from: Deployment,
  of: NeedsOf,
): ReadonlyMap<Deployment, { readonly by: Deployment; readonly need: Need }> {
  const found = new Map<Deployment, { readonly by: Deployment; readonly need: Need }>();
  let next: readonly Deployment[] = [from];
  while (next.length > 0) {
    next = next.flatMap((by) =>
      (of.get(by) ?? []).flatMap((need) => {
        if (found.has(need.on)) return [];
        found.set(need.on, { by, need });
        return [need.on];
      }),
    );
  }
  return found;
}

function circle(through: Deployment, of: NeedsOf): ActionError {
  const known = ways(through, of);
  const texts: string[] = [];
  const names: string[] = [deploymentName(through)];
  let at = through;
  do {
    const step = known.get(at);
    if (step === undefined) break;
    texts.unshift(needText(step.by, step.need));
    names.unshift(deploymentName(step.by));
    at = step.by;
  } while (at !== through);
  return new ActionError(`No order: ${names.join(" → ")}. ${texts.join("; ")}.`, {
    reasonCode: "invalid-input",
    hint: "Take one of these away: a stack that two others need can hold what they share.",
  });
}

function tooLong(
  late: Deployment,
  before: ReadonlyMap<Deployment, ReadonlySet<Deployment>>,
  isAffected: ReadonlySet<Deployment>,
): ActionError {
  const depth = new Map<Deployment, readonly Deployment[]>();
  const chainOf = (each: Deployment): readonly Deployment[] => {
    const found = depth.get(each);
    if (found !== undefined) return found;
    const earlier = [...(before.get(each) ?? [])].filter((other) => isAffected.has(other)).map(chainOf);
    const longest = earlier.reduce((best, chain) => (chain.length > best.length ? chain : best), []);
    const chain = [...longest, each];
    depth.set(each, chain);
    return chain;
  };
  const chain = chainOf(late).map(deploymentName).join(" → ");
  return new ActionError(`There are ${WAVES} waves, and these need more: ${chain}.`, {
    reasonCode: "invalid-input",
    hint: "Deploy some of them in a pull request of their own, or put stacks together.",
  });
}
