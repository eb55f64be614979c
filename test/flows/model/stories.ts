import fc from "fast-check";
import { deployOf, deploys, policies } from "./deployHappenings.ts";
import { type MergeMethod, mergePull, openPull } from "./gitHub.ts";
import { at, changes, type Happening, happening, onNewest, preview } from "./happening.ts";
import { atomic, half, previews, slips } from "./pullHappenings.ts";
import { byHand, closings, trouble } from "./stackHappenings.ts";

/** A story: what happens, in order, to a stack that is there or not. */
export interface Story {
  readonly isThere: boolean;
  readonly happenings: readonly Happening[];
}

/** The usual way, so that most stories have something to spoil: opened, previewed, merged, deployed, with slips between. */
const usual: fc.Arbitrary<readonly Happening[]> = fc
  .record({
    change: changes,
    second: fc.option(changes, { freq: 3, nil: undefined }),
    method: fc.constantFrom<MergeMethod>("merge", "squash", "rebase"),
    isHalf: fc.nat(11).map((n) => n === 0),
    between: fc.array(fc.record({ place: fc.integer({ min: 1, max: 4 }), what: fc.oneof(slips, byHand) }), {
      maxLength: 3,
    }),
    until: fc.oneof(fc.constant(4), fc.nat(3)),
    inputs: policies,
  })
  .map(({ change, second, method, isHalf, between, until, inputs }) => {
    const steps = [
      at(`open ${JSON.stringify({ ...change, ...second })}`, ({ session }) => {
        openPull(session.gitHub, { ...change, ...second });
      }),
      happening("preview the newest", (watch) => onNewest(watch, (pull) => preview(watch, pull, {}))),
      happening(isHalf ? "merge half of the newest by hand" : `${method} the newest`, (watch) =>
        onNewest(watch, async (pull) => {
          const { gitHub } = watch.session;
          if (isHalf) mergePull(gitHub, pull, "by hand", half(watch, pull));
          else mergePull(gitHub, pull, method);
        }),
      ),
      deployOf({ back: 0, inputs, gitHubDown: false }),
    ].slice(0, until);
    return steps.flatMap((step, index) => [
      step,
      ...between.filter(({ place }) => place === index + 1).map(({ what }) => what),
    ]);
  });

export const stories: fc.Arbitrary<Story> = fc.record({
  isThere: fc.oneof(
    { weight: 3, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
  happenings: fc
    .array(
      fc.oneof(
        { weight: 10, arbitrary: usual },
        { weight: 6, arbitrary: atomic.map((one) => [one]) },
        { weight: 4, arbitrary: previews.map((one) => [one]) },
        { weight: 5, arbitrary: deploys.map((one) => [one]) },
        { weight: 2, arbitrary: byHand.map((one) => [one]) },
        { weight: 2, arbitrary: trouble.map((one) => [one]) },
        { weight: 1, arbitrary: closings.map((one) => [one]) },
      ),
      { minLength: 1, maxLength: 12 },
    )
    .map((parts) => parts.flat()),
});
