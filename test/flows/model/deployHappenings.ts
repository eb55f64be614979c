import fc from "fast-check";
import { mainline } from "./gitHub.ts";
import { type Happening, happening, pick, variables } from "./happening.ts";
import { judgeDeploy, watched } from "./oracle.ts";
import { atomic, previews } from "./pullHappenings.ts";
import { byHand } from "./stackHappenings.ts";
import type { JobOptions } from "./truth.ts";

export const policies: fc.Arbitrary<Readonly<Record<string, string>>> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: fc.constant({ "required-approvals": "1" }) },
  { weight: 1, arbitrary: fc.constant({ "require-review": "false" }) },
  { weight: 2, arbitrary: fc.constant({ "approved-digest": "the last blocked one" }) },
  { weight: 1, arbitrary: variables },
);

export interface DeployStep {
  /** How many commits of main ago; a commit that main has lost where `lost` says so. */
  readonly back: number;
  readonly lost?: boolean;
  readonly inputs: Readonly<Record<string, string>>;
  readonly killAt?: number | undefined;
  readonly timeoutMs?: number | undefined;
  readonly gitHubDown: boolean;
  readonly meanwhile?: { readonly at: number; readonly what: Happening } | undefined;
}

/** Another deploy in the midst of one: a workflow without a concurrency group. */
const nested: fc.Arbitrary<Happening> = fc
  .record<DeployStep>({
    back: fc.nat(2),
    inputs: fc.constant({}),
    gitHubDown: fc.constant(false),
    killAt: fc.option(fc.nat(60), { freq: 3, nil: undefined }),
  })
  .map(deployOf);

export const deploys: fc.Arbitrary<Happening> = fc
  .record<DeployStep>({
    back: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(4) }),
    lost: fc.nat(7).map((n) => n === 0),
    inputs: policies,
    killAt: fc.option(fc.nat(70), { freq: 6, nil: undefined }),
    // The first is over before anything is executed, the others mostly while the operation runs: the preflight's patience,
    // 5 s, passes at once on a clock that moves when somebody sleeps.
    timeoutMs: fc.option(fc.constantFrom(500, 6_500, 7_500, 9_000), { freq: 6, nil: undefined }),
    gitHubDown: fc.nat(9).map((n) => n === 0),
    meanwhile: fc.option(
      fc.record({ at: fc.integer({ min: 1, max: 60 }), what: fc.oneof(atomic, byHand, previews, nested) }),
      { freq: 3, nil: undefined },
    ),
  })
  .map(deployOf);

export function deployOf(step: DeployStep): Happening {
  const { back, lost, inputs, killAt, timeoutMs, gitHubDown, meanwhile } = step;
  const texts = [
    `deploy ${lost ? "landed" : "main~"}${back}`,
    ...Object.entries(inputs).flat(),
    ...(killAt === undefined ? [] : [`killed at ${killAt}`]),
    ...(timeoutMs === undefined ? [] : [`within ${timeoutMs} ms`]),
    ...(gitHubDown ? ["GitHub down"] : []),
    ...(meanwhile === undefined ? [] : [`meanwhile at ${meanwhile.at}: ${meanwhile.what.text}`]),
  ];
  return happening(texts.join(", "), async (watch) => {
    const { gitHub } = watch.session;
    const landed = gitHub.pulls.flatMap((pull) => pull.landed).reverse();
    const chosen = pick(lost ? landed : mainline(gitHub), back);
    const digest = [...watch.named.keys()].at(-1);
    if (chosen === undefined || ("approved-digest" in inputs && digest === undefined)) return;
    const options: JobOptions = {
      inputs: "approved-digest" in inputs ? { ...inputs, "approved-digest": digest ?? "" } : inputs,
      gitHubDown,
      ...(killAt === undefined ? {} : { killAt }),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
      ...(meanwhile === undefined
        ? {}
        : { meanwhile: { at: meanwhile.at, act: () => meanwhile.what.run(watch) } }),
    };
    const done = await watch.session.deploy(chosen, watched(watch, chosen, options));
    judgeDeploy(watch, chosen, done, meanwhile !== undefined);
  });
}
