import { expect, test } from "vitest";
import { pipe, pushed } from "./pushed.ts";

test("steps: conditions, outputs, variables, forgiveness", async () => {
  const { stage, happens } = await pushed(`
  a:
    runs-on: ubuntu-latest
    env: { WORD: job }
    outputs: { word: "\${{ steps.one.outputs.word }}" }
    steps:
      - id: one
        run: |
          echo "word=$WORD-$STEP-\${{ vars.WHERE }}" >> "$GITHUB_OUTPUT"
          echo "LATER=yes" >> "$GITHUB_ENV"
        env: { STEP: step }
      - { run: 'test "$LATER" = yes && test "$WORD" = job && test -z "$STEP"' }
      - { run: exit 3, continue-on-error: true }
      - { name: "After \${{ steps.one.outcome }}", run: "false" }
      - { run: echo never }
      - { if: failure(), run: echo at last }
`);
  await using _ = stage;
  const [run] = await happens();
  const { conclusion, jobs } = await run!.ended;
  expect(conclusion).toBe("failure");
  expect(jobs.a?.outputs).toEqual({ word: "job-step-there" });
  expect(jobs.a?.steps.map(({ name, outcome, conclusion }) => [name, outcome, conclusion]).slice(1)).toEqual([
    [expect.stringContaining("test"), "success", "success"],
    ["Run exit 3", "failure", "success"],
    ["After success", "failure", "failure"],
    ["Run echo never", "skipped", "skipped"],
    ["Run echo at last", "success", "success"],
  ]);
});

test("jobs: what needs a failed or a skipped one is skipped, unless its condition says otherwise", async () => {
  const { stage, happens } = await pushed(`
  one: { runs-on: ubuntu-latest, if: "\${{ github.ref != 'refs/heads/main' }}", steps: [{ run: echo }] }
  two: { runs-on: ubuntu-latest, needs: one, steps: [{ run: echo }] }
  three: { runs-on: ubuntu-latest, needs: two, if: "\${{ !cancelled() && !failure() }}", steps: [{ run: 'echo \${{ needs.two.result }}' }] }
  four: { runs-on: ubuntu-latest, steps: [{ run: "false" }] }
  five: { runs-on: ubuntu-latest, needs: [three, four], steps: [{ run: echo }] }
  six: { runs-on: ubuntu-latest, needs: five, if: failure(), steps: [{ run: echo }] }
`);
  await using _ = stage;
  const [run] = await happens();
  const { jobs } = await run!.ended;
  expect(Object.entries(jobs).map(([id, { conclusion }]) => `${id}: ${conclusion}`)).toEqual([
    "one: skipped",
    "two: skipped",
    "three: success",
    "four: failure",
    "five: skipped",
    "six: success",
  ]);
  expect(jobs.three?.steps[0]?.text).toBe("skipped\n");
});

const waiting = (path: string) => `{ runs-on: ubuntu-latest, steps: [{ run: 'echo begun; cat ${path}' }] }`;

test("a run in a group: the newer one follows, and what waited between them is cancelled", async () => {
  const { path, letGo } = await pipe();
  const { stage, happens } = await pushed(
    `  a: ${waiting(path)}`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's own notation
    "on: push\nconcurrency: the-${{ github.ref_name }}",
  );
  await using _ = stage;
  const [[one], [two], [three]] = [await happens(), await happens(), await happens()];
  await one!.reached(/begun/);
  expect([one, two, three].map((run) => run!.status())).toEqual(["in_progress", "completed", "pending"]);
  expect(await two!.ended).toEqual({ conclusion: "cancelled", jobs: {} });
  await letGo();
  expect((await one!.ended).conclusion).toBe("success");
  await three!.reached(/begun/);
  await letGo();
  expect((await three!.ended).conclusion).toBe("success");
});

test("cancel-in-progress and the button end what is running", async () => {
  const { path } = await pipe();
  const head = "on: push\nconcurrency: { group: one, cancel-in-progress: true }";
  const { stage, happens } = await pushed(`  a: ${waiting(path)}`, head);
  await using _ = stage;
  const [one] = await happens();
  await one!.reached(/begun/);
  const [two] = await happens();
  expect((await one!.ended).conclusion).toBe("cancelled");
  await two!.reached(/begun/);
  two!.cancel();
  const { conclusion, jobs } = await two!.ended;
  expect([conclusion, jobs.a?.steps[0]?.conclusion]).toEqual(["cancelled", "cancelled"]);
});

test("a job in a group: of two runs' jobs one waits, and a third takes its place", async () => {
  const { path, letGo } = await pipe();
  const { stage, happens, actions } = await pushed(`
  first: { runs-on: ubuntu-latest, steps: [{ run: echo }] }
  a: { concurrency: alone, runs-on: ubuntu-latest, steps: [{ run: 'echo begun; cat ${path}' }] }
`);
  await using _ = stage;
  const [one] = await happens();
  await one!.reached(/begun/);
  const [[two], [three]] = [await happens(), await happens()];
  expect((await two!.ended).jobs).toMatchObject({
    first: { conclusion: "success" },
    a: { conclusion: "cancelled" },
  });
  await letGo();
  await three!.reached(/begun/);
  await letGo();
  expect((await three!.ended).conclusion).toBe("success");
  const again = actions.again(one!);
  expect([again.id, again.attempt, again.event]).toEqual([one!.id, 2, one!.event]);
  await again.reached(/begun/);
  await letGo();
  expect((await again.ended).conclusion).toBe("success");
});

test.for([
  ["runs-on: ubuntu-latest, steps: [{ uses: somebody/else@v1 }]", "nobody plays somebody/else@v1"],
  [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's own notation
    "runs-on: ubuntu-latest, env: { A: a, B: '${{ env.A }}' }, steps: [{ run: echo }]",
    "Unrecognized named-value: 'env'",
  ],
  ["runs-on: windows-latest, steps: [{ run: echo }]", "there is no runner windows-latest"],
  [
    "runs-on: ubuntu-latest, timeout-minutes: soon, steps: [{ run: echo }]",
    "timeout-minutes soon is no time",
  ],
] as const)("what cannot be played rejects the run: %s", async ([job, message]) => {
  const { stage, happens } = await pushed(`  a: { ${job} }\n`);
  await using _ = stage;
  const [run] = await happens();
  await expect(run!.ended).rejects.toThrow(message);
});
