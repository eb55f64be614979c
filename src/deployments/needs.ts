import { didYouMean } from "../template/nearest.ts";
import { type Deployment, deploymentName } from "./deployment.ts";

/** Why one stack is deployed after another. */
export interface Need {
  readonly on: Deployment;
  /** `depends-on`, an output that it reads, or the name of the export that it imports. */
  readonly by: { readonly kind: "depends-on" | "read" } | { readonly kind: "import"; readonly name: string };
}

export interface Needs {
  readonly of: ReadonlyMap<Deployment, readonly Need[]>;
  readonly problems: readonly string[];
}

/**
 * Which stacks each one waits for, by `depends-on`, by the outputs that it reads and by the names of exports. A name means the stack of the same region
 * and label where there is one; exports are of one region, and, of two with one name, of the account with the same label.
 */
export function needsOf(deployments: readonly Deployment[]): Needs {
  const problems: string[] = [];
  const of = new Map(
    deployments.map((deployment) => {
      const declared = deployment.dependsOn.flatMap((name): readonly Need[] => {
        const named = deployments.filter(({ stackName }) => stackName === name);
        // One alone, as a run by hand names it, waits for nobody.
        if (named.length === 0 && deployments.length > 1)
          problems.push(unknownStack(deployment, name, deployments));
        return nearest(deployment, named).map((on) => ({ on, by: { kind: "depends-on" } }));
      });
      const imported = deployment.imports.flatMap((name): readonly Need[] => {
        const makers = deployments.filter(
          ({ region, exports }) => region === deployment.region && exports.includes(name),
        );
        const others = nearest(deployment, makers).filter((on) => on !== deployment);
        return others.map((on) => ({ on, by: { kind: "import", name } }));
      });
      const read = deployment.reads.flatMap(({ stackName, region }): readonly Need[] => {
        const named = deployments.filter((each) => each.stackName === stackName && each.region === region);
        return nearest(deployment, named).map((on) => ({ on, by: { kind: "read" } }));
      });
      return [deployment, [...declared, ...read, ...imported]] as const;
    }),
  );
  return { of, problems };
}

/** Those of the same region and label, else of the same label, else of the same region, else all. */
function nearest({ region, label }: Deployment, candidates: readonly Deployment[]): readonly Deployment[] {
  const tries = [
    candidates.filter((each) => each.region === region && each.label === label),
    candidates.filter((each) => each.label === label),
    candidates.filter((each) => each.region === region),
  ];
  return tries.find((found) => found.length > 0) ?? candidates;
}

function unknownStack({ file }: Deployment, name: string, deployments: readonly Deployment[]): string {
  const known = [...new Set(deployments.map(({ stackName }) => stackName))];
  return `${file}: depends-on names ${name}, and no deployment file has a stack of this name.${didYouMean(name, known)}`;
}

/** `app (us-east-1) imports network-VpcId of network (us-east-1)`. */
export function needText(from: Deployment, { on, by }: Need): string {
  const what = by.kind === "import" ? `imports ${by.name} of` : WORDS[by.kind];
  return `${deploymentName(from)} ${what} ${deploymentName(on)}`;
}

const WORDS = { "depends-on": "depends on", read: "reads an output of" };
