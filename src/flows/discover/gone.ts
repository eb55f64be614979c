import { parseDeploymentFile } from "../../deployments/deploymentFile.ts";
import type { Snapshot, Snapshots } from "../../ports/github.ts";
import { isDeploymentFile, type Surveyed } from "./survey.ts";

/** A deployment file that the base has and this tree has not. */
export interface Gone {
  readonly file: string;
  /** `undefined` where it does not say it. */
  readonly stackName: string | undefined;
}

/**
 * Deployment files that go, without those whose stack has another file now. Their stacks stay as they are; nothing deploys
 * them any more.
 */
export async function goneFiles(
  all: readonly Surveyed[],
  base: Snapshot | undefined,
  matches: (path: string) => boolean,
  { snapshots }: { readonly snapshots: Pick<Snapshots, "text"> | undefined },
): Promise<readonly Gone[]> {
  const present = new Set(all.map(({ deployment }) => deployment.file));
  const former = [...(base?.files ?? [])].filter(
    ([path]) => matches(path) && isDeploymentFile(path) && !present.has(path),
  );
  const gone = await Promise.all(
    former.map(async ([file, blob]): Promise<Gone & { readonly region?: string | undefined }> => {
      const { inputs } = parseDeploymentFile((await snapshots?.text(blob)) ?? "", file);
      return { file, stackName: inputs.get("stack-name"), region: inputs.get("region") };
    }),
  );
  const isMoved = ({ stackName, region }: (typeof gone)[number]) =>
    all.some(
      ({ deployment }) =>
        deployment.stackName === stackName && (region === undefined || deployment.region === region),
    );
  return gone.filter((each) => !isMoved(each)).map(({ file, stackName }) => ({ file, stackName }));
}
