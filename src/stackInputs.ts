import { parseDeploymentFile } from "./deployments/deploymentFile.ts";
import { attempt } from "./flows/render/problems.ts";
import { type ParsedInputs, parseInputs } from "./inputs.ts";
import type { Workspace } from "./ports/local.ts";
import type { Finding } from "./template/model.ts";
import { decodeTemplate } from "./template/text/parse.ts";

export interface InputSources {
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
