import { isMadeNestedStack } from "./stack-recovery.js";

// src/changes/drift.ts
function coverageOf(listed, found) {
	const drifted = new Set(found.resources.map(({ logicalId }) => logicalId));
	const failed = new Set(found.unchecked.map(({ logicalId }) => logicalId));
	const present = listed.filter(({ status }) => !GONE.has(status));
	const isChecked = ({ logicalId, driftStatus = "NOT_CHECKED" }) => CHECKED.has(driftStatus) || drifted.has(logicalId);
	return {
		checked: present.filter(isChecked).length,
		leftOut: present.filter((one) => !isChecked(one) && !failed.has(one.logicalId) && !isMadeNestedStack(one)).map(({ logicalId, type }) => ({
			stackPath: [],
			logicalId,
			type
		})),
		untold: []
	};
}
const CHECKED = /* @__PURE__ */ new Set([
	"IN_SYNC",
	"MODIFIED",
	"DELETED"
]);
const GONE = /* @__PURE__ */ new Set(["DELETE_COMPLETE", "DELETE_SKIPPED"]);
const NO_COVERAGE = {
	checked: 0,
	leftOut: [],
	untold: []
};
function joinedCoverage(all) {
	return {
		checked: all.reduce((sum, { checked }) => sum + checked, 0),
		leftOut: all.flatMap(({ leftOut }) => leftOut),
		untold: all.flatMap(({ untold }) => untold)
	};
}

export { NO_COVERAGE, coverageOf, joinedCoverage };