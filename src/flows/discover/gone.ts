import { deploymentName } from "../../deployments/deployment.ts";
import type { Snapshot, Snapshots } from "../../ports/github.ts";
import { isDeploymentFile, type Surveyed, type SurveyPorts } from "./survey.ts";

/** A stack of which the base has a deployment file and this tree has none. */
export interface Gone {
  /** Its file in the base. */
  readonly file: string;
  /** Whether the file is there still, for another stack. */
  readonly isThere: boolean;
  /** `app (prod, us-east-1)`; `undefined` where it cannot be told. */
  readonly name: string | undefined;
}

interface Former {
  readonly snapshots: Pick<Snapshots, "text"> | undefined;
  readonly inputsOf: SurveyPorts["inputsOf"];
}

/** So many files of the base are read at most, a request each: of more it is said that they go. */
const MOST_READ = 100;

/**
 * Stacks whose deployment file goes or becomes another stack's, without those that have another file now. They stay as they
 * are; nothing deploys them any more.
 */
export async function goneStacks(
  all: readonly Surveyed[],
  base: Snapshot | undefined,
  matches: (path: string) => boolean,
  ports: Former,
): Promise<readonly Gone[]> {
  const present = new Set(all.map(({ deployment }) => deployment.file));
  // A file that was only moved is of the same stack, and need not be read.
  const blobs = new Set(all.flatMap(({ sources }) => sources.map(({ blob }) => blob)));
  const former = [...(base?.files ?? [])].filter(
    ([path, blob]) => matches(path) && isDeploymentFile(path) && !blobs.has(blob),
  );
  const gone = await Promise.all(
    former.map(async ([file, blob], index) => {
      const name = index < MOST_READ ? await nameIn(file, blob, ports) : undefined;
      return { file, isThere: present.has(file), name };
    }),
  );
  const kept = new Set(all.map(({ deployment }) => deploymentName(deployment)));
  return gone.filter(({ name, isThere }) => (name === undefined ? !isThere : !kept.has(name)));
}

async function nameIn(
  file: string,
  blob: string,
  { snapshots, inputsOf }: Former,
): Promise<string | undefined> {
  const bytes = new TextEncoder().encode((await snapshots?.text(blob)) ?? "");
  const { inputs, problems } = await inputsOf(file, { read: async () => bytes });
  return problems.length > 0 ? undefined : deploymentName(inputs);
}
