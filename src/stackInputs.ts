import { parseDeploymentFile } from "./deployments/deploymentFile.ts";
import { attempt } from "./flows/render/problems.ts";
import { type ParsedInputs, parseInputs } from "./inputs.ts";
import type { Checkout, Clock, Log, Workspace } from "./ports/local.ts";
import { openSecrets } from "./secrets/secrets.ts";
import type { Finding } from "./template/model.ts";
import { decodeTemplate } from "./template/text/parse.ts";

interface InputSources {
  /** The raw text of an input of the step. */
  readonly readInput: (name: string) => string;
  /** `AWS_REGION`. */
  readonly region: string | undefined;
}

/**
 * The step's inputs, and those of a deployment file where the step says nothing.
 * @param path of the file; empty for none
 */
export async function stackInputs(
  path: string,
  { readInput, region }: InputSources,
  workspace: Pick<Workspace, "read">,
): Promise<ParsedInputs> {
  if (path === "") return parseInputs(readInput, region);
  const { value: file, problems } = await attempt(async () =>
    parseDeploymentFile(decodeTemplate(await workspace.read(path), path), path),
  );
  const read = (name: string) => readInput(name).trim() || (file?.inputs.get(name) ?? "");
  const parsed = parseInputs(read, region);
  const unread = problems.map(({ message }): Finding => ({ level: "error", message }));
  // What a file lacks that could not be read is not missing.
  if (file === undefined || file.isBroken)
    return { ...parsed, problems: [...unread, ...(file?.problems ?? [])] };
  return { ...parsed, file, problems: [...file.problems, ...parsed.problems] };
}

interface Surroundings extends InputSources {
  readonly workspace: Checkout;
  readonly clock: Clock;
  readonly log: Log;
}

/** What a survey of the deployment files needs. Their stacks' inputs are what a step with each of them would have. */
export function surveyPorts(world: Surroundings) {
  const { workspace: checkout, clock, log, readInput } = world;
  const ofStep = (name: string) => (OF_DISCOVER.has(name) ? "" : readInput(name));
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
