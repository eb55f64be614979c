import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

interface Workflow {
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly steps: readonly {
          readonly uses?: string;
          readonly with?: Readonly<Record<string, unknown>>;
        }[];
      }
    >
  >;
}

export const WORKFLOW_PATH = ".github/workflows/database.yml";

/** The workflow file of the README's quick start. */
export function quickStart(): string {
  const readme = readFileSync(join(import.meta.dirname, "../../../README.md"), "utf8");
  const workflow = /^```yaml\n(.*?)^```$/ms.exec(readme)?.[1];
  if (workflow === undefined) throw new Error("README.md has no workflow in a yaml block");
  return workflow;
}

/** The workflow with one more stack parameter. Throws when the workflow is not as the README has it. */
export function withParameter(workflow: string, assignment: string): string {
  return replaced(workflow, "EngineVersion=15.12\n", `EngineVersion=15.12\n            ${assignment}\n`);
}

/** The workflow with a template of the repository's own, for the same stack. */
export function withOwnTemplate(workflow: string, path: string): string {
  const inputs = `template: ${path}\n          stack-name: aurora-production\n          environment-suffix: production`;
  return replaced(workflow, "environment-suffix: production", inputs);
}

/** What the workflow hands to the action. Throws when a value needs an expression to be evaluated. */
export function inputsOf(workflow: string): Readonly<Record<string, string>> {
  const { jobs } = parse(workflow) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const inputs = steps.find((step) => step.uses?.startsWith("org/aurora-deploy-action@"))?.with ?? {};
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => {
      if (String(value).includes("${{")) throw new Error(`input ${name} needs an expression to be evaluated`);
      return [name, String(value)];
    }),
  );
}

function replaced(text: string, part: string, by: string): string {
  if (!text.includes(part)) throw new Error(`the README's workflow has no ${JSON.stringify(part)} any more`);
  return text.replace(part, by);
}
