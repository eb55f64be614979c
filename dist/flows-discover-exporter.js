import { deploymentName } from "./report-summary.js";
import { ActionError } from "./errors.js";
import { discovered } from "./flows-discover-discover.js";

// src/flows/discover/exporter.ts
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