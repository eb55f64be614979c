import type { Audience } from "./audience.ts";
import type { WorkflowRun } from "./flows/job.ts";
import type { StackPorts } from "./flows/stackPorts.ts";
import type { Inputs } from "./inputs.ts";
import type { GitHubPorts } from "./ports/github.ts";
import type { Checkout, Clock, Log } from "./ports/local.ts";
import { openSecrets } from "./secrets/secrets.ts";
import { type InputSources, stackInputs } from "./stackInputs.ts";

/** What a discovery needs of the world. */
interface Surroundings extends InputSources {
  readonly run: WorkflowRun;
  readonly workspace: Checkout;
  readonly connectGitHub: (token: string) => Promise<GitHubPorts | undefined>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * What a survey of the deployment files needs. What the step of a discovery says itself wins, as it does in the steps that
 * follow; the step of one stack says nothing of the others.
 */
export function surveyPorts(world: Omit<Surroundings, "run" | "connectGitHub">) {
  const { workspace: checkout, clock, log, readInput } = world;
  const isOfAll = readInput("mode").trim() === "discover";
  const ofStep = (name: string) => (isOfAll && !OF_DISCOVER.has(name) ? readInput(name) : "");
  return {
    ...{ checkout, clock, log },
    // Nothing of a value is told here. The runner drops a job's output that holds a masked text, and so might the matrix.
    secrets: openSecrets(),
    headCommit: () => checkout.headCommit(),
    inputsOf: (file: string, files: Pick<Checkout, "read">) =>
      stackInputs(file, { ...world, readInput: ofStep }, files),
  };
}

/** Inputs that say nothing of a stack. */
const OF_DISCOVER: ReadonlySet<string> = new Set(["mode", "deployments"]);

/** Of a stack that a deployment file describes the others can be told, too. */
export function exporters(
  audience: Audience,
  inputs: Inputs,
  world: Surroundings,
): Pick<StackPorts, "exporterOf"> {
  if (inputs.deploymentFile === undefined || audience.kind !== "pull-request") return {};
  const since = { kind: "pull-request", audience } as const;
  return {
    exporterOf: async (name) => {
      const { exporterOf } = await import("./flows/discover/exporter.ts");
      return exporterOf(
        name,
        inputs,
        { globs: inputs.deployments, since, run: world.run },
        await discoverPorts(inputs, world),
      );
    },
  };
}

/** GitHub and the deployment files. */
export async function discoverPorts(inputs: Inputs, world: Surroundings) {
  const { pulls, checks, snapshots } = (await world.connectGitHub(inputs.githubToken)) ?? {};
  return { pulls, checks, snapshots, ...surveyPorts(world) };
}
