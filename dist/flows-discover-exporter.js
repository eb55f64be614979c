import { deploymentName } from "./report-summary.js";
import { ActionError } from "./errors.js";
import { discovered } from "./flows-discover-discover.js";

// src/flows/discover/exporter.ts
/**
* Who of the stacks that a pull request affects will make an export that another one of them lacks, in an earlier wave.
* `undefined` where nobody does, or where it cannot be told.
* @param lacking the stack that imports it
*/
async function exporterOf(name, lacking, job, ports) {
	try {
		const { waves } = await discovered(job, ports);
		const own = waves.findIndex((wave) => wave.some((each) => deploymentName(each) === deploymentName(lacking)));
		for (const [index, wave] of waves.slice(0, Math.max(own, 0)).entries()) {
			const maker = wave.find(({ region, exports }) => region === lacking.region && exports.includes(name));
			if (maker !== void 0) return {
				stack: deploymentName(maker),
				file: maker.file,
				wave: index + 1
			};
		}
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		ports.log.debug(`Who exports ${name} cannot be told: ${error.message}`);
	}
}

export { exporterOf };