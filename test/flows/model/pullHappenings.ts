import fc from "fast-check";
import type { Content, Key } from "./content.ts";
import {
  contentOf,
  type MergeMethod,
  mainline,
  mergePull,
  OTHER_APP,
  openPull,
  openTwin,
  type Pull,
  pushToMain,
  pushToPull,
  putFirst,
  updatePull,
} from "./gitHub.ts";
import {
  approve,
  at,
  changes,
  choice,
  type Happening,
  happening,
  onNewest,
  openPulls,
  pick,
  preview,
  variables,
} from "./happening.ts";
import type { Watch } from "./oracle.ts";
import type { JobOptions } from "./truth.ts";

const methods = fc.constantFrom<MergeMethod>("merge", "squash", "rebase");

/** What is not merged of a pull request when somebody makes the merge by hand: the key that its last commit changed. */
export function half({ session: { gitHub } }: Watch, pull: Pull): Content {
  const [head, before] = [contentOf(gitHub, pull.headSha), contentOf(gitHub, pull.forkedFrom)];
  const key = (Object.keys(head) as Key[]).find((one) => head[one] !== before[one]);
  return key === undefined ? {} : { [key]: before[key] ?? "" };
}

/** Brings back what the newest commit of main changed. */
function revert({ session: { gitHub } }: Watch): void {
  const [tip = "", before = ""] = mainline(gitHub);
  const [now, then] = [contentOf(gitHub, tip), contentOf(gitHub, before)];
  const keys = Object.keys({ ...now, ...then }) as Key[];
  const change = Object.fromEntries(
    keys.flatMap((key) => (now[key] === then[key] ? [] : [[key, then[key] ?? ""]])),
  );
  openPull(gitHub, change);
}

function onOpen(watch: Watch, n: number, act: (pull: Pull) => void): void {
  const pull = pick(openPulls(watch), n);
  if (pull) act(pull);
}

const branches: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: changes.map((change) =>
      at(`open ${JSON.stringify(change)}`, ({ session }) => void openPull(session.gitHub, change)),
    ),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(choice, changes)
      .map(([n, change]) =>
        at(`push ${n} ${JSON.stringify(change)}`, (watch) =>
          onOpen(watch, n, (pull) => pushToPull(watch.session.gitHub, pull, change)),
        ),
      ),
  },
  {
    weight: 2,
    arbitrary: choice.map((n) =>
      at(`update ${n}`, (watch) => onOpen(watch, n, (pull) => updatePull(watch.session.gitHub, pull))),
    ),
  },
  {
    weight: 1,
    arbitrary: choice.map((n) =>
      at(`twin of ${n} into release`, (watch) =>
        onOpen(watch, n, (pull) => void openTwin(watch.session.gitHub, pull, "release")),
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(choice, fc.constantFrom("main", "release")).map(([n, base]) =>
      at(`base of ${n} is ${base}`, (watch) =>
        onOpen(watch, n, (pull) => {
          pull.base = base;
        }),
      ),
    ),
  },
  { weight: 1, arbitrary: fc.constant(at("open a revert", revert)) },
  {
    weight: 2,
    arbitrary: changes.map((change) =>
      at(
        `straight to main ${JSON.stringify(change)}`,
        ({ session }) => void pushToMain(session.gitHub, change),
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: choice.map((n) =>
      at(`the head of the merged ${n} is put first among main's parents`, ({ session: { gitHub } }) => {
        const pull = pick(
          gitHub.pulls.filter(({ merged }) => merged),
          n,
        );
        if (pull) putFirst(gitHub, pull);
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant(
      at("main is forced back", ({ session }) => {
        session.gitHub.main = mainline(session.gitHub)[1] ?? session.gitHub.main;
      }),
    ),
  },
);

const merges: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(choice, methods, fc.nat(3)).map(([n, method, lag]) =>
      at(`${method} ${n}, lag ${lag}`, (watch) =>
        onOpen(watch, n, (pull) => {
          if (mergePull(watch.session.gitHub, pull, method)) watch.session.gitHub.lag = lag;
        }),
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: choice.map((n) =>
      at(`merge half of ${n} by hand`, (watch) =>
        onOpen(watch, n, (pull) => void mergePull(watch.session.gitHub, pull, "by hand", half(watch, pull))),
      ),
    ),
  },
);

const opinions: fc.Arbitrary<Happening> = fc.oneof(
  fc
    .tuple(choice, fc.constantFrom("allow-destructive", "allow-destructive:Table"), fc.boolean())
    .map(([n, label, on]) =>
      at(`${on ? "" : "un"}label ${n} ${label}`, ({ session }) => {
        const pull = pick(session.gitHub.pulls, n);
        if (on) pull?.labels.add(label);
        else pull?.labels.delete(label);
      }),
    ),
  fc.tuple(choice, fc.constantFrom("alice", "bob", "carol"), fc.boolean()).map(([n, reviewer, yes]) =>
    at(`${reviewer} ${yes ? "approves" : "refuses"} ${n}`, (watch) => {
      const pull = pick(watch.session.gitHub.pulls, n);
      if (pull) approve(watch, pull, reviewer, yes);
    }),
  ),
  fc.nat(60).map((s) => at(`${s} s pass`, ({ session }) => session.clock.advance(s * 1_000))),
);

/** Everything that takes no run of the action. */
export const atomic: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 5, arbitrary: branches },
  { weight: 3, arbitrary: merges },
  { weight: 3, arbitrary: opinions },
);

interface PreviewStep {
  readonly n: number;
  readonly options: JobOptions;
  /** One of the pull request's jobs is run again, merged or not. */
  readonly old: number | undefined;
  /** It is merged in the midst of it. */
  readonly mergedAt: number | undefined;
  readonly method: MergeMethod;
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq: number) => fc.option(arbitrary, { freq, nil: undefined });

export const previews: fc.Arbitrary<Happening> = fc
  .record({
    n: choice,
    other: fc.nat(9).map((n) => n === 0),
    head: fc.nat(3).map((n) => n === 0),
    killAt: maybe(fc.nat(30), 5),
    inputs: maybe(variables, 6),
    old: maybe(choice, 3),
    mergedAt: maybe(fc.integer({ min: 1, max: 25 }), 4),
    method: methods,
  })
  .map(({ n, other, head, killAt, inputs, old, mergedAt, method }) =>
    previewOf({
      ...{ n, old, mergedAt, method },
      options: {
        ...(other ? { appId: OTHER_APP } : {}),
        ...(head ? { checkout: "head" as const } : {}),
        ...(killAt === undefined ? {} : { killAt }),
        ...(inputs === undefined ? {} : { inputs }),
      },
    }),
  );

function previewOf({ n, options, old, mergedAt, method }: PreviewStep): Happening {
  const texts = [
    old === undefined ? `preview ${n}` : `run job ${old} of ${n} again`,
    ...(Object.keys(options).length === 0 ? [] : [JSON.stringify(options)]),
    ...(mergedAt === undefined ? [] : [`${method} at ${mergedAt}`]),
  ];
  return happening(texts.join(", "), async (watch) => {
    const { gitHub } = watch.session;
    const pull = pick(old === undefined ? openPulls(watch) : gitHub.pulls, n);
    if (pull === undefined) return;
    const act = async () => void mergePull(gitHub, pull, method);
    const meanwhile = mergedAt === undefined ? {} : { meanwhile: { at: mergedAt, act } };
    await preview(watch, pull, { ...options, ...meanwhile }, old);
  });
}

/** What comes between the steps of the usual way, and is about its own pull request. */
export const slips: fc.Arbitrary<Happening> = fc.oneof(
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
  fc.constant(
    happening("preview the newest again", (watch) => onNewest(watch, (pull) => preview(watch, pull, {}))),
  ),
  fc.constant(
    happening("update and preview the newest", (watch) =>
      onNewest(watch, async (pull) => {
        updatePull(watch.session.gitHub, pull);
        await preview(watch, pull, {});
      }),
    ),
  ),
);
