// biome-ignore-all lint/suspicious/noTemplateCurlyInString: GitHub's own notation
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryDirectory } from "../../runner/temp.ts";
import { pipe, pushed } from "../pushed.ts";
import type { RunEnd } from "../results.ts";

const conclusions = ({ jobs }: RunEnd) =>
  Object.fromEntries(
    Object.entries(jobs).map(([id, { conclusion, legs = [] }]) => [
      id,
      [conclusion, ...legs.map((leg) => leg.conclusion)].join(" "),
    ]),
  );
const text = ({ jobs }: RunEnd, id: string) => jobs[id]?.steps.map((step) => step.text).join("");

test("matrix and strategy in every key that may use them, and the outputs of all jobs together", async () => {
  const { stage, happens } = await pushed(
    `
  a:
    strategy: { max-parallel: 1, matrix: { include: [{ site: one, on: metal }, { site: two, on: ubuntu-latest }] } }
    name: To \${{ matrix.site }}
    runs-on: \${{ matrix.on }}
    environment: \${{ matrix.site }}
    timeout-minutes: \${{ strategy.job-total }}
    concurrency: \${{ matrix.site }}
    env: { SITE: "\${{ matrix.site }}-\${{ strategy.job-index }}" }
    outputs:
      one: \${{ steps.it.outputs.one }}
      two: \${{ steps.it.outputs.two }}
      last: \${{ matrix.site }}
    steps:
      - id: it
        name: Go to \${{ matrix.site }}
        run: echo "\${{ matrix.site }}=$SITE-$KIND-\${{ vars.KIND }}" >> "$GITHUB_OUTPUT"
        env: { KIND: "\${{ matrix.on }}" }
      - { if: matrix.site == 'two', run: echo second }
  b:
    needs: a
    runs-on: ubuntu-latest
    steps: [{ run: "echo \${{ needs.a.result }} \${{ needs.a.outputs.one }} \${{ needs.a.outputs.two }} \${{ needs.a.outputs.last }}" }]
`,
    "on: push",
    {
      runners: ["ubuntu-latest", "metal"],
      vars: { KIND: "any" },
      environments: { two: { vars: { KIND: "its own" } } },
    },
  );
  await using _ = stage;
  const [run] = await happens();
  const end = await run!.ended;
  expect(conclusions(end)).toEqual({ a: "success success success", b: "success" });
  expect(end.jobs.a?.legs?.map(({ name }) => name)).toEqual(["To one", "To two"]);
  expect(end.jobs.a?.steps.map(({ name, conclusion }) => [name, conclusion])).toEqual([
    ["Go to one", "success"],
    ["Run echo second", "skipped"],
    ["Go to two", "success"],
    ["Run echo second", "success"],
  ]);
  expect(text(end, "b")).toBe("success one-0-metal-any two-1-ubuntu-latest-its own two\n");
});

const after = `
  after: { needs: a, runs-on: ubuntu-latest, steps: [{ run: echo }] }
  if_nothing_failed: { needs: a, if: "\${{ !cancelled() && !failure() }}", runs-on: ubuntu-latest, steps: [{ run: echo }] }
  if_failed: { needs: a, if: failure(), runs-on: ubuntu-latest, steps: [{ run: "echo \${{ needs.a.result }}" }] }
`;

test("the first leg that fails cancels what runs and what waits", async () => {
  const { path } = await pipe();
  const { path: start, letGo } = await pipe();
  const { stage, happens } = await pushed(`
  a:
    strategy: { max-parallel: 3, matrix: { n: [1, 2, 3, 4] } }
    concurrency: \${{ matrix.n == 3 && 'group-2' || format('group-{0}', matrix.n) }}
    runs-on: ubuntu-latest
    steps:
      - { if: matrix.n == 1, run: "cat ${start}; exit 1" }
      - { run: "echo begun \${{ matrix.n }}; cat ${path}" }
      - { if: always(), run: "echo \${{ job.status }}" }
${after}`);
  await using _ = stage;
  const [run] = await happens();
  await run!.reached(/begun 2/);
  await letGo();
  const end = await run!.ended;
  expect(conclusions(end)).toEqual({
    a: "failure failure cancelled cancelled cancelled",
    after: "skipped",
    if_nothing_failed: "skipped",
    if_failed: "success",
  });
  expect(end.conclusion).toBe("failure");
  expect(text(end, "if_failed")).toBe("failure\n");
  // The one that ran has its last word; those that waited, for a place or in a group, never began.
  expect(end.jobs.a?.legs?.map((leg) => leg.steps.map((step) => step.text))).toEqual([
    ["", "", "failure\n"],
    ["", "begun 2\n", "cancelled\n"],
    [],
    [],
  ]);
});

test("with fail-fast: false the others go on, and the job has failed all the same", async () => {
  const { stage, happens } = await pushed(`
  a:
    strategy: { fail-fast: false, matrix: { n: [1, 2, 3] } }
    runs-on: ubuntu-latest
    steps: [{ run: "test \${{ matrix.n }} != 1" }]
${after}`);
  await using _ = stage;
  const [run] = await happens();
  expect(conclusions(await run!.ended)).toEqual({
    a: "failure failure success success",
    after: "skipped",
    if_nothing_failed: "skipped",
    if_failed: "success",
  });
});

test("max-parallel: so many at once, and no more", async () => {
  const folder = await temporaryDirectory("done");
  const [one, two] = [await pipe(), await pipe()];
  const { stage, happens } = await pushed(`
  a:
    strategy: { max-parallel: 2, matrix: { n: [1, 2, 3], include: [{ n: 1, wait: ${one.path} }, { n: 2, wait: ${two.path} }, { n: 3, wait: /dev/null }] } }
    runs-on: ubuntu-latest
    steps:
      - { if: matrix.n == 3, run: "ls ${join(folder, "done-*")}" }
      - { run: "echo begun \${{ matrix.n }}; cat \${{ matrix.wait }}; touch ${folder}/done-\${{ matrix.n }}" }
`);
  await using _ = stage;
  const [run] = await happens();
  await Promise.all([run!.reached(/begun 1/), run!.reached(/begun 2/)]);
  await two.letGo();
  await run!.reached(/begun 3/);
  await one.letGo();
  expect((await run!.ended).conclusion).toBe("success");
});

test("legs in one group: one runs, one waits, and what waited before is cancelled", async () => {
  const { path, letGo } = await pipe();
  const { stage, happens } = await pushed(`
  a:
    strategy: { matrix: { n: [1, 2, 3] } }
    concurrency: one
    runs-on: ubuntu-latest
    steps: [{ run: "echo begun \${{ matrix.n }}; cat ${path}" }]
`);
  await using _ = stage;
  const [run] = await happens();
  for (const n of [1, 3]) {
    await run!.reached(new RegExp(`begun ${n}`));
    await letGo();
  }
  expect(conclusions(await run!.ended)).toEqual({ a: "cancelled success cancelled success" });
});

test("the button ends legs that run and legs that wait", async () => {
  const { path } = await pipe();
  const { stage, happens } = await pushed(`
  a:
    strategy: { matrix: { n: [1, 2] } }
    concurrency: one
    runs-on: ubuntu-latest
    steps: [{ run: "echo begun; cat ${path}" }]
  after: { needs: a, if: always(), runs-on: ubuntu-latest, steps: [{ run: echo }] }
`);
  await using _ = stage;
  const [run] = await happens();
  await run!.reached(/begun/);
  run!.cancel();
  expect(conclusions(await run!.ended)).toMatchObject({ a: "cancelled cancelled cancelled" });
});

const made = (matrix: object, condition = "") => `
  find:
    runs-on: ubuntu-latest
    outputs: { m: "\${{ steps.f.outputs.m }}", any: "\${{ steps.f.outputs.m != env.NONE }}" }
    env: { NONE: '{"include":[]}' }
    steps:
      - id: f
        run: echo 'm=${JSON.stringify(matrix)}' >> "$GITHUB_OUTPUT"
  a:
    needs: find
    ${condition}
    strategy: { matrix: "\${{ fromJSON(needs.find.outputs.m) }}" }
    runs-on: ubuntu-latest
    environment: \${{ matrix.environment }}
    steps: [{ run: "echo \${{ matrix.stack-name }}" }]
`;

test.for([
  ["without a condition", "", "failure"],
  ["with one that holds", "if: always()", "failure"],
  ["with one that does not", "if: ${{ needs.find.outputs.any == 'true' }}", "skipped"],
] as const)("a matrix without jobs, %s: %s", async ([, condition, conclusion]) => {
  const { stage, happens } = await pushed(made({ include: [] }, condition) + after);
  await using _ = stage;
  const [run] = await happens();
  const end = await run!.ended;
  expect(end.jobs.a?.conclusion).toBe(conclusion);
  expect(end.jobs.a?.error).toBe(
    conclusion === "failure"
      ? "Error when evaluating 'strategy' for job 'a'. Matrix must define at least one vector"
      : undefined,
  );
  expect(end.jobs.if_nothing_failed?.conclusion).toBe(conclusion === "failure" ? "skipped" : "success");
});

test("a matrix that another job has found: what one leg lacks is empty", async () => {
  const environments = { staging: { branches: ["main"] }, production: { branches: ["release"] } };
  const matrix = {
    include: [
      { "stack-name": "x" },
      { "stack-name": "y", environment: "staging" },
      { "stack-name": "z", environment: "production" },
    ],
  };
  const { stage, happens } = await pushed(made(matrix), "on: push", { environments });
  await using _ = stage;
  const [run] = await happens();
  const end = await run!.ended;
  expect(end.jobs.a?.legs?.map(({ error }) => error)).toEqual([
    undefined,
    undefined,
    'Branch "main" is not allowed to deploy to production due to environment protection rules.',
  ]);
  expect(end.jobs.a?.conclusion).toBe("failure");
});

test.for([
  [
    "the steps",
    "{ strategy: { matrix: { a: [1] } }, runs-on: ubuntu-latest, steps: [{ run: 'echo ${{ matrix.b }}' }] }",
  ],
  [
    "a job's if",
    "{ strategy: { matrix: { a: [1] } }, if: matrix.a == 1, runs-on: ubuntu-latest, steps: [{ run: echo }] }",
  ],
  ["a job without", "{ runs-on: ubuntu-latest, steps: [{ run: 'echo ${{ matrix.b }}' }] }"],
] as const)("a slip is an error: %s", async ([, job]) => {
  const { stage, happens } = await pushed(`  a: ${job}\n`);
  await using _ = stage;
  const [run] = await happens();
  await expect(run!.ended).rejects.toThrow(/matrix\.b is not there|Unrecognized named-value: 'matrix'/);
});

test("the name of an environment is in the identity", async () => {
  const role = {
    arn: "arn:aws:iam::111122223333:role/deploy",
    trusts: ["repo:acme/app:environment:staging"],
  };
  const { stage, happens } = await pushed(
    `
  a:
    strategy: { fail-fast: false, matrix: { to: [staging, production, ''] } }
    runs-on: ubuntu-latest
    environment: { name: "\${{ matrix.to }}" }
    permissions: { id-token: write }
    steps: [{ uses: aws-actions/configure-aws-credentials@v6, with: { role-to-assume: "${role.arn}", aws-region: eu-west-1 } }]
`,
    "on: push",
    { roles: [role] },
  );
  await using _ = stage;
  const [run] = await happens();
  const end = await run!.ended;
  const name = stage.repository.fullName;
  expect(end.jobs.a?.legs?.map(({ steps }) => steps[0]?.text.trim())).toEqual([
    `Assumed ${role.arn} as repo:${name}:environment:staging`,
    expect.stringContaining(`repo:${name}:environment:production)`),
    expect.stringContaining(`repo:${name}:ref:refs/heads/main)`),
  ]);
});
