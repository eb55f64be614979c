import fc from "fast-check";
import { expect, test } from "vitest";
import type { RunResult } from "../../../src/flows/result.ts";
import { Died, discoverIn, type Files, filesAt, leaveCheck, push, type Repository } from "./memory.ts";

/** Stacks: each has a template, a deployment file and a parameter file; all share one template that some include. */
const STACKS = [0, 1, 2];
const nameOf = (stack: number) => `stack-${stack}`;
const checkOf = (stack: number) => `aurora-deploy / ${nameOf(stack)} (us-east-1) / deploy`;

/** How a stack needs another one of a lower number. */
interface Edge {
  readonly from: number;
  readonly to: number;
  readonly by: "depends-on" | "import";
}

type Graph = readonly Edge[];

const graphs: fc.Arbitrary<Graph> = fc
  .array(
    fc.record({
      from: fc.integer({ min: 1, max: 2 }),
      to: fc.integer({ min: 0, max: 1 }),
      by: fc.constantFrom("depends-on" as const, "import" as const),
    }),
    { maxLength: 6 },
  )
  .map((edges) => edges.filter(({ from, to }) => to < from));

function templateOf(stack: number, graph: Graph, version: number): string {
  const imports = graph.filter(({ from, by }) => from === stack && by === "import");
  return JSON.stringify({
    Parameters: { Title: { Type: "String" } },
    Resources: {
      Topic: { Type: "AWS::SNS::Topic", Properties: { DisplayName: { Ref: "Title" }, Version: version } },
      ...Object.fromEntries(
        imports.map(({ to }) => [
          `Of${to}`,
          {
            Type: "AWS::SNS::Topic",
            Properties: { DisplayName: { "Fn::ImportValue": `${nameOf(to)}-Out` } },
          },
        ]),
      ),
    },
    Outputs: {
      Out: { Value: "x", Export: { Name: { "Fn::Join": ["-", [{ Ref: "AWS::StackName" }, "Out"]] } } },
    },
  });
}

const PATHS = ["template", "parameters", "deployment"] as const;
const pathOf = (stack: number, what: (typeof PATHS)[number]) =>
  what === "deployment" ? `deployments/${stack}.yaml` : `${what}/${stack}.json`;

function contentOf(stack: number, what: (typeof PATHS)[number], graph: Graph, version: number): string {
  switch (what) {
    case "template":
      return templateOf(stack, graph, version);
    case "parameters":
      return JSON.stringify({ Title: `v${version}` });
    case "deployment": {
      const needs = graph
        .filter(({ from, by }) => from === stack && by === "depends-on")
        .map(({ to }) => nameOf(to));
      return `template-file-path: template/${stack}.json\nstack-name: ${nameOf(stack)}\nparameters-file: parameters/${stack}.json\ndepends-on: [${needs}]\ntags:\n  v: "${version}"\n`;
    }
  }
}

function firstFiles(graph: Graph): Files {
  const own = STACKS.flatMap((stack) =>
    PATHS.map((what) => [pathOf(stack, what), contentOf(stack, what, graph, 0)] as const),
  );
  return { ...Object.fromEntries(own), ".github/workflows/deploy.yml": "0", "README.md": "0" };
}

/** What a stack is deployed from, told apart by nothing that the action does. */
const signature = (files: Files, stack: number) =>
  JSON.stringify([files[".github/workflows/deploy.yml"], ...PATHS.map((what) => files[pathOf(stack, what)])]);

type Change =
  | {
      readonly kind: "file";
      readonly stack: number;
      readonly what: (typeof PATHS)[number];
      readonly version: number;
    }
  | { readonly kind: "readme"; readonly version: number }
  | { readonly kind: "workflow"; readonly version: number };

/** Few, so that things are often taken back. */
const version = fc.integer({ min: 0, max: 1 });
const changes: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("file" as const),
      stack: fc.constantFrom(...STACKS),
      what: fc.constantFrom(...PATHS),
      version,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("readme" as const), version }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("workflow" as const), version }) },
);

function changed(files: Files, change: Change, graph: Graph): Files {
  if (change.kind === "readme") return { ...files, "README.md": `${change.version}` };
  if (change.kind === "workflow") return { ...files, ".github/workflows/deploy.yml": `${change.version}` };
  const { stack, what } = change;
  return { ...files, [pathOf(stack, what)]: contentOf(stack, what, graph, change.version) };
}

/** What becomes of a stack's job. */
const outcomes = fc.constantFrom("settled", "settled", "settled", "failed", "begun", "never started");

type Step =
  /** A push whose run is replaced in the queue. */
  | { readonly kind: "push"; readonly changes: readonly Change[] }
  | { readonly kind: "run"; readonly outcomes: readonly string[]; readonly dieAt: number | undefined };

const jobs = fc.array(outcomes, { minLength: STACKS.length, maxLength: STACKS.length });
const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("push" as const),
      changes: fc.array(changes, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("run" as const),
      outcomes: jobs,
      dieAt: fc.option(fc.integer({ min: 1, max: 14 }), { nil: undefined, freq: 4 }),
    }),
  },
);

interface Truth {
  /** What each stack really is made of. */
  readonly deployed: Map<number, string>;
  /** Whether its last deploy, if any, has settled it. */
  readonly isSettled: Map<number, boolean>;
}

const stacksIn = (matrix: string | undefined) =>
  (JSON.parse(matrix ?? "{}") as { include: readonly { "stack-name": string }[] }).include.map((entry) =>
    Number(entry["stack-name"].slice("stack-".length)),
  );

function expectOrder(result: RunResult, graph: Graph): void {
  const waves = (result.waves ?? []).map(stacksIn);
  const waveOf = (stack: number) => waves.findIndex((wave) => wave.includes(stack));
  expect(waves.flat().sort()).toEqual(stacksIn(result.matrix).toSorted());
  for (const { from, to } of graph) {
    if (waveOf(from) < 0 || waveOf(to) < 0) continue;
    expect(waveOf(from), `${from} after ${to}`).toBeGreaterThan(waveOf(to));
  }
}

/** Nothing is missed, and nothing is deployed that need not be. */
function expectExact(affected: readonly number[], head: Files, truth: Truth): void {
  for (const stack of STACKS) {
    const isDifferent = truth.deployed.get(stack) !== signature(head, stack);
    const isOpen = truth.isSettled.get(stack) !== true;
    expect(affected.includes(stack), `${nameOf(stack)}`).toBe(isDifferent || isOpen);
  }
}

function deployAll(
  repository: Repository,
  sha: string,
  affected: readonly number[],
  step: readonly string[],
  truth: Truth,
): void {
  const files = filesAt(repository, sha);
  for (const stack of affected) {
    const outcome = step[stack] ?? "settled";
    if (outcome === "never started") continue;
    const mark = `${outcome} 123456789012 ${"0".repeat(64)}`;
    leaveCheck(repository, {
      headSha: sha,
      name: checkOf(stack),
      externalId: outcome === "failed" ? "" : mark,
    });
    truth.isSettled.set(stack, outcome === "settled");
    if (outcome === "settled") truth.deployed.set(stack, signature(files, stack));
  }
}

test("pushes: no change is ever missed, and nothing is affected that is not", async () => {
  await fc.assert(
    fc.asyncProperty(graphs, fc.array(steps, { minLength: 4, maxLength: 16 }), async (graph, story) => {
      const repository: Repository = { commits: [], runs: [] };
      const truth: Truth = { deployed: new Map(), isSettled: new Map() };
      let head = push(repository, firstFiles(graph));
      for (const step of [...story, { kind: "run", outcomes: [], dieAt: undefined } as const]) {
        if (step.kind === "push") {
          const files = step.changes.reduce(
            (all, change) => changed(all, change, graph),
            filesAt(repository, head),
          );
          head = push(repository, files);
        } else if (step.kind === "run") {
          const discovery = {
            since: { kind: "deploys", commit: head },
            files: filesAt(repository, head),
            headCommit: head,
          } as const;
          const dieAt = step.dieAt === undefined ? {} : { dieAt: step.dieAt };
          const result = await discoverIn(repository, { ...discovery, ...dieAt }).catch((error: unknown) => {
            if (error instanceof Died) return undefined;
            throw error;
          });
          if (result === undefined) continue;
          const affected = stacksIn(result.matrix);
          expectExact(affected, filesAt(repository, head), truth);
          expectOrder(result, graph);
          deployAll(repository, head, affected, step.outcomes, truth);
        }
      }
    }),
    { numRuns: 250 },
  );
});

test("pull requests and merge groups: exactly what they change", async () => {
  await fc.assert(
    fc.asyncProperty(
      graphs,
      fc.array(changes, { maxLength: 4 }),
      fc.boolean(),
      async (graph, made, isGroup) => {
        const repository: Repository = { commits: [], runs: [] };
        const base = push(repository, firstFiles(graph));
        const files = made.reduce((all, change) => changed(all, change, graph), filesAt(repository, base));
        const head = push(repository, files);
        const audience = {
          kind: "pull-request",
          number: 1,
          headSha: head,
          baseRef: base,
          deployBranch: base,
          labels: [],
        } as const;
        const since = isGroup
          ? ({ kind: "commit", base, commit: head } as const)
          : ({ kind: "pull-request", audience } as const);
        const result = await discoverIn(repository, { since, files, headCommit: head });
        const different = STACKS.filter(
          (stack) => signature(files, stack) !== signature(filesAt(repository, base), stack),
        );
        expect(stacksIn(result.matrix).toSorted()).toEqual(different);
        expect(result.hasChanges).toBe(different.length > 0);
        expectOrder(result, graph);
      },
    ),
    { numRuns: 150 },
  );
});
