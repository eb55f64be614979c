import fc from "fast-check";
import { type Content, KEYS, templateOf, VALUES } from "./content.ts";
import {
  commit,
  contentOf,
  type MergeMethod,
  mainline,
  mergePull,
  OTHER_APP,
  openPull,
  type Pull,
  pushToPull,
  testMerge,
} from "./gitHub.ts";
import { count, judgeDeploy, type Watch, watched } from "./oracle.ts";
import { type JobOptions, STACK } from "./session.ts";

/** One thing that happens; a number chooses among what is there, so that every sequence of them makes sense. */
export interface Happening {
  readonly text: string;
  readonly run: (watch: Watch) => Promise<void>;
}

const changes: fc.Arbitrary<Content> = fc
  .constantFrom(...KEYS)
  .chain((key) => fc.constantFrom(...VALUES[key]).map((value) => ({ [key]: value })));

const choice = fc.nat(20);

export function happening(text: string, run: Happening["run"]): Happening {
  const happening = { text, run, [fc.toStringMethod]: () => text };
  return happening;
}

function openPulls({ session }: Watch): readonly Pull[] {
  return session.gitHub.pulls.filter((pull) => pull.open);
}

function pick<T>(items: readonly T[], number: number): T | undefined {
  return items[number % items.length];
}

export async function preview(watch: Watch, pull: Pull, options: JobOptions): Promise<void> {
  const content = testMerge(watch.session.gitHub, pull);
  if (content === undefined) return;
  const { result } = await watch.session.preview(pull, content, options);
  count(watch, `preview ${result?.result ?? "lost"}`);
}

const atomic: fc.Arbitrary<Happening> = fc.oneof(
  changes.map((change) =>
    happening(`open ${JSON.stringify(change)}`, async ({ session }) => void openPull(session.gitHub, change)),
  ),
  fc.tuple(choice, changes).map(([n, change]) =>
    happening(`push ${n} ${JSON.stringify(change)}`, async (watch) => {
      const pull = pick(openPulls(watch), n);
      if (pull) pushToPull(watch.session.gitHub, pull, change);
    }),
  ),
  fc
    .tuple(choice, fc.constantFrom<MergeMethod>("merge", "squash", "rebase"), fc.nat(3))
    .map(([n, method, lag]) =>
      happening(`${method} ${n}, lag ${lag}`, async (watch) => {
        const pull = pick(openPulls(watch), n);
        if (pull && mergePull(watch.session.gitHub, pull, method)) watch.session.gitHub.lag = lag;
      }),
    ),
  fc
    .tuple(choice, fc.constantFrom("allow-destructive", "allow-destructive:Table"), fc.boolean())
    .map(([n, label, on]) =>
      happening(`${on ? "" : "un"}label ${n} ${label}`, async ({ session }) => {
        const pull = pick(session.gitHub.pulls, n);
        if (on) pull?.labels.add(label);
        else pull?.labels.delete(label);
      }),
    ),
  fc.tuple(choice, fc.constantFrom("alice", "bob", "carol"), fc.boolean()).map(([n, reviewer, yes]) =>
    happening(`${reviewer} ${yes ? "approves" : "refuses"} ${n}`, async (watch) => {
      const pull = pick(watch.session.gitHub.pulls, n);
      if (pull) approve(watch, pull, reviewer, yes);
    }),
  ),
  fc.nat(60).map((s) => happening(`${s} s pass`, async ({ session }) => session.clock.advance(s * 1_000))),
);

/** What somebody does to the stack beside the action. */
const byHand: fc.Arbitrary<Happening> = fc.oneof(
  fc.tuple(changes, fc.constantFrom(undefined, "30", "60")).map(([change, kept]) =>
    happening(`stack by hand ${JSON.stringify(change)} ${kept ?? ""}`, async ({ session }) => {
      const { aws, gitHub } = session;
      const stack = aws.cloudFormation.stack(STACK);
      if (stack === undefined || !/^(CREATE|UPDATE)(_ROLLBACK)?_COMPLETE$/.test(stack.status)) return;
      const template = templateOf({ ...contentOf(gitHub, gitHub.main), ...change });
      try {
        aws.cloudFormation.updateStackByHand({
          stackName: STACK,
          template,
          parameters: kept === undefined ? {} : { Kept: kept },
        });
      } catch (error) {
        if (!/No updates are to be performed/.test(String(error))) throw error;
      }
    }),
  ),
  choice.map((n) =>
    happening(`delete change set ${n}`, async ({ session }) => {
      const { aws } = session;
      if (aws.cloudFormation.stack(STACK) === undefined) return;
      const { Summaries } = aws.cloudFormation.handle("ListChangeSets", { StackName: STACK });
      const set = pick((Summaries ?? []) as readonly { ChangeSetId: string; ExecutionStatus: string }[], n);
      if (set && set.ExecutionStatus === "AVAILABLE")
        aws.cloudFormation.handle("DeleteChangeSet", { ChangeSetName: set.ChangeSetId });
    }),
  ),
);

const trouble: fc.Arbitrary<Happening> = fc.oneof(
  fc.nat(12).map((nth) =>
    happening(`throttle call ${nth + 1}`, async ({ session }) => {
      session.aws.faults.add({ scenario: "throttle", nth: nth + 1 });
    }),
  ),
  fc.constantFrom("Queue", "Topic", "Table").map((resource) =>
    happening(`${resource} fails once`, async ({ session }) => {
      session.aws.faults.add({ scenario: "resource-fails", resource, times: 1 });
    }),
  ),
  fc.constant(
    happening("stale describe", async ({ session }) => {
      session.aws.faults.add({ scenario: "stale-describe", times: 1 });
    }),
  ),
  fc.constant(
    happening("main is forced back", async ({ session }) => {
      session.gitHub.main = mainline(session.gitHub)[1] ?? session.gitHub.main;
    }),
  ),
  changes.map((change) =>
    happening(`straight to main ${JSON.stringify(change)}`, async ({ session: { gitHub } }) => {
      gitHub.main = commit(gitHub, [gitHub.main], { ...contentOf(gitHub, gitHub.main), ...change }).sha;
    }),
  ),
);

const previews: fc.Arbitrary<Happening> = fc
  .tuple(choice, fc.boolean(), fc.option(fc.nat(30), { freq: 4, nil: undefined }))
  .map(([n, isOther, killAt]) => {
    const other = isOther && n % 5 === 0;
    return happening(
      `${other ? "another app's " : ""}preview ${n}${killAt ? `, killed at ${killAt}` : ""}`,
      async (watch) => {
        const pull = pick(openPulls(watch), n);
        if (pull === undefined) return;
        await preview(watch, pull, {
          ...(other ? { appId: OTHER_APP } : {}),
          ...(killAt === undefined ? {} : { killAt }),
        });
      },
    );
  });

/** What comes between the steps of the usual way, and is about its own pull request. */
const slip: fc.Arbitrary<Happening> = fc.oneof(
  changes.map((change) =>
    happening(`push ${JSON.stringify(change)} to the newest`, (watch) =>
      onNewest(watch, async (pull) => pushToPull(watch.session.gitHub, pull, change)),
    ),
  ),
  fc
    .constantFrom("alice", "bob")
    .map((reviewer) =>
      happening(`${reviewer} approves the newest`, (watch) =>
        onNewest(watch, async (pull) => approve(watch, pull, reviewer, true)),
      ),
    ),
  byHand,
  fc.constant(
    happening("preview the newest again", (watch) => onNewest(watch, (pull) => preview(watch, pull, {}))),
  ),
);

function approve({ session }: Watch, pull: Pull, reviewer: string, yes: boolean): void {
  session.clock.advance(1_500);
  const at = Math.floor(session.clock.now() / 1_000) * 1_000;
  const state = yes ? "APPROVED" : "CHANGES_REQUESTED";
  pull.approvals.push({ reviewer, state, commitSha: pull.headSha, at });
}

const policies: fc.Arbitrary<Readonly<Record<string, string>>> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: fc.constant({ "required-approvals": "1" }) },
  { weight: 1, arbitrary: fc.constant({ "require-review": "false" }) },
  { weight: 2, arbitrary: fc.constant({ "approved-digest": "the last blocked one" }) },
);

export interface DeployStep {
  /** How many commits of main ago; a commit that main has lost where `lost` says so. */
  readonly back: number;
  readonly lost?: boolean;
  readonly inputs: Readonly<Record<string, string>>;
  readonly killAt?: number | undefined;
  readonly gitHubDown: boolean;
  readonly meanwhile?: { readonly at: number; readonly what: Happening } | undefined;
}

/** Another deploy in the midst of one: a workflow without a concurrency group. */
const nested: fc.Arbitrary<Happening> = fc
  .record<DeployStep>({
    back: fc.nat(2),
    inputs: fc.constant({}),
    gitHubDown: fc.constant(false),
    killAt: fc.option(fc.nat(40), { freq: 3, nil: undefined }),
  })
  .map(deployOf);

const deploys: fc.Arbitrary<Happening> = fc
  .record<DeployStep>({
    back: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(4) }),
    lost: fc.nat(7).map((n) => n === 0),
    inputs: policies,
    killAt: fc.option(fc.nat(40), { freq: 6, nil: undefined }),
    gitHubDown: fc.nat(9).map((n) => n === 0),
    meanwhile: fc.option(
      fc.record({ at: fc.integer({ min: 1, max: 30 }), what: fc.oneof(atomic, byHand, previews, nested) }),
      { freq: 3, nil: undefined },
    ),
  })
  .map(deployOf);

export function deployOf(step: DeployStep): Happening {
  const { back, lost, inputs, killAt, gitHubDown, meanwhile } = step;
  const texts = [
    `deploy ${lost ? "landed" : "main~"}${back}`,
    ...Object.entries(inputs).flat(),
    ...(killAt === undefined ? [] : [`killed at ${killAt}`]),
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
      ...(meanwhile === undefined
        ? {}
        : { meanwhile: { at: meanwhile.at, act: () => meanwhile.what.run(watch) } }),
    };
    const done = await watch.session.deploy(chosen, watched(watch, chosen, options));
    judgeDeploy(watch, chosen, done, meanwhile !== undefined);
  });
}

const closings: fc.Arbitrary<Happening> = choice.map((n) =>
  happening(`close ${n}`, async (watch) => {
    const pull = pick(openPulls(watch), n);
    if (pull === undefined) return;
    pull.open = false;
    const before = changeSets(watch);
    const stack = watch.session.aws.cloudFormation.stack(STACK);
    const { result } = await watch.session.cleanup(pull);
    count(watch, `cleanup ${result?.result ?? "lost"}`);
    const gone = before.filter((name) => !changeSets(watch).includes(name));
    const isOurs = (name: string) => name.startsWith(`pr-${pull.number}-`);
    const after = watch.session.aws.cloudFormation.stack(STACK);
    if (after !== undefined && !gone.every(isOurs))
      watch.violations.push(`cleanup of #${pull.number} deleted ${gone}`);
    if (after === undefined && stack !== undefined && (stack.resources.size > 0 || !before.every(isOurs)))
      watch.violations.push(`cleanup of #${pull.number} deleted a stack that is needed`);
  }),
);

function changeSets({ session }: Watch): readonly string[] {
  if (session.aws.cloudFormation.stack(STACK) === undefined) return [];
  const { Summaries } = session.aws.cloudFormation.handle("ListChangeSets", { StackName: STACK });
  return ((Summaries ?? []) as readonly { ChangeSetName: string }[]).map((set) => set.ChangeSetName);
}

/** The usual way, so that most stories have something to spoil: opened, previewed, merged, deployed, with slips between. */
const usual: fc.Arbitrary<readonly Happening[]> = fc
  .record({
    change: changes,
    second: fc.option(changes, { freq: 3, nil: undefined }),
    method: fc.constantFrom<MergeMethod>("merge", "squash", "rebase"),
    slips: fc.array(fc.record({ place: fc.integer({ min: 1, max: 4 }), what: slip }), { maxLength: 3 }),
    until: fc.oneof(fc.constant(4), fc.nat(3)),
    inputs: policies,
  })
  .map(({ change, second, method, slips, until, inputs }) => {
    const steps = [
      happening(`open ${JSON.stringify({ ...change, ...second })}`, async ({ session }) => {
        openPull(session.gitHub, { ...change, ...second });
      }),
      happening("preview the newest", (watch) => onNewest(watch, (pull) => preview(watch, pull, {}))),
      happening(`${method} the newest`, (watch) =>
        onNewest(watch, async (pull) => void mergePull(watch.session.gitHub, pull, method)),
      ),
      deployOf({ back: 0, inputs, gitHubDown: false }),
    ].slice(0, until);
    return steps.flatMap((step, index) => [
      step,
      ...slips.filter(({ place }) => place === index + 1).map(({ what }) => what),
    ]);
  });

export async function onNewest({ session }: Watch, work: (pull: Pull) => Promise<void>): Promise<void> {
  const pull = session.gitHub.pulls.at(-1);
  if (pull?.open) await work(pull);
}

/** A story: what happens, in order, to a stack that is there or not. */
export const stories: fc.Arbitrary<{ readonly isThere: boolean; readonly happenings: readonly Happening[] }> =
  fc.record({
    isThere: fc.oneof(
      { weight: 3, arbitrary: fc.constant(true) },
      { weight: 1, arbitrary: fc.constant(false) },
    ),
    happenings: fc
      .array(
        fc.oneof(
          { weight: 10, arbitrary: usual },
          { weight: 5, arbitrary: atomic.map((one) => [one]) },
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
