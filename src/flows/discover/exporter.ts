import { deploymentName } from "../../deployments/deployment.ts";
import { ActionError } from "../../errors.ts";
import type { StackName } from "../job.ts";
import type { Exporter } from "../stackPorts.ts";
import { type DiscoverJob, type DiscoverPorts, discovered } from "./discover.ts";

/**
 * Who of the stacks that a pull request affects will make an export that another one of them lacks, in an earlier wave.
 * `undefined` where nobody does, or where it cannot be told.
 * @param lacking the stack that imports it
 */
export async function exporterOf(
  name: string,
  lacking: StackName,
  job: DiscoverJob,
  ports: DiscoverPorts,
): Promise<Exporter | undefined> {
  try {
    const { waves } = await discovered(job, ports);
    const own = waves.findIndex((wave) =>
      wave.some((each) => deploymentName(each) === deploymentName(lacking)),
    );
    for (const [index, wave] of waves.slice(0, Math.max(own, 0)).entries()) {
      const maker = wave.find(({ region, exports }) => region === lacking.region && exports.includes(name));
      if (maker !== undefined) return { stack: deploymentName(maker), file: maker.file, wave: index + 1 };
    }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    ports.log.debug(`Who exports ${name} cannot be told: ${error.message}`);
  }
  return undefined;
}
