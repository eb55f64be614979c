import { ActionError } from "./errors.js";
import { AFTER, BEFORE, HIDDEN_CHANGE, KNOWN_AFTER_APPLY, NOTHING as NOTHING$1, NOT_STARTED, NO_HISTORY, RESOURCE, acceptance, areNestedListed, beginOf, canonicalJson, commitsSince, comparedTemplates, criticalPath, definitionOf, deployedValue, digestOf, distinct, fullSentence, functionOf, historyOf, inTurn, inputDigest, isObject$1, isStoppedByLoss, lackingCapability, learnHidden, leftOf, leftText, lossText, ownCommit, pathKey, physicalName, propertyLabel, proposalOf, recordedPulls, replacements, resourceKey, sameParameters, sameRollback, sha256, stackPaths, stackRequest, takesFromOtherStacks, upload, wantedTemplates } from "./report-summary.js";
import { DESCRIPTION_PREFIX, METRIC_ALARM, alarmCause, alarmName, changeSetUrl, chronological, firedText, isFailed, isInProgress, isStackItself, mayBeByAlarm, nestedStackArn, poll, resourceOf, stackUrl } from "./template-tree-stored.js";
import { ServiceError, helpFor, lackingText, refusalOf, unlessCancelled } from "./stack-hints.js";

// src/flows/result.ts
function isFailure(result, mode) {
	return result === "failed" || result === "blocked" || result === "drifted" && mode === "drift";
}
function failedResult(error) {
	const message = error instanceof Error ? error.message : String(error);
	if (!(error instanceof ActionError)) return {
		result: "failed",
		reasonCode: "error",
		failed: true,
		message: `Unexpected error: ${message}`,
		hint: "This is a fault of the action. Run it again with debug logging (ACTIONS_STEP_DEBUG) to see where it happened."
	};
	return {
		result: BLOCKING.has(error.reasonCode) ? "blocked" : "failed",
		reasonCode: error.reasonCode,
		failed: true,
		message,
		...error.hint === void 0 ? {} : { hint: error.hint }
	};
}
function endText({ message, hint }) {
	return hint === void 0 ? message : `${message}\n${hint}`;
}
const BLOCKING = /* @__PURE__ */ new Set([
	"unreviewed",
	"stale-review",
	"not-approved",
	"destructive"
]);
function stepOutputs(result) {
	const stackOutputs = result.stackOutputs ?? [];
	const own = [
		["deploy-result", result.result],
		["reason-code", result.reasonCode],
		["has-changes", result.hasChanges?.toString()],
		["change-set-arn", result.changeSetArn],
		["change-set-url", result.changeSetUrl],
		["change-digest", result.changeDigest],
		["change-summary", result.changeSummary],
		["comment-url", result.commentUrl],
		["stack-id", result.stackId],
		["stack-status", result.stackStatus],
		["rendered-template", result.renderedTemplate],
		["final-snapshot", result.finalSnapshots?.join("\n")],
		["matrix", result.matrix],
		...(result.waves ?? []).map((wave, index) => [`wave-${index + 1}`, wave])
	];
	const all = Object.fromEntries(stackOutputs.map((output) => [output.key, output.value]));
	return [
		...stackOutputs.map(({ key, value }) => ({
			name: key,
			value,
			secret: result.secretOutputs?.includes(key) === true,
			isOfStack: true
		})),
		...own.flatMap(([name, value]) => value === void 0 ? [] : [{
			name,
			value,
			secret: false,
			isOfStack: false
		}]),
		...result.stackOutputs === void 0 ? [] : [{
			name: "stack-outputs",
			value: JSON.stringify(all),
			secret: false,
			isOfStack: true
		}]
	];
}

// src/flows/unexpected.ts
function logStack(error, log) {
	if (error instanceof ActionError) return;
	log.debug(error instanceof Error ? error.stack ?? error.message : String(error));
}

// src/changes/review/approvals.ts
function approvalsOf(pull) {
	const latest = /* @__PURE__ */ new Map();
	for (const approval of [...pull.approvals].sort((a, b) => a.at - b.at)) if (approval.state !== "COMMENTED" && approval.state !== "PENDING") latest.set(approval.reviewer, approval);
	return [...latest.values()].filter((approval) => approval.state === "APPROVED" && approval.reviewer !== pull.author && approval.commitSha === pull.headSha && approval.at > pull.recordedAt).length;
}
function lackingApprovals(pull, required) {
	return `#${pull.number} has ${approvalsOf(pull)} of ${required} approving reviews of ${pull.headSha.slice(0, 8)} given after its preview`;
}

// src/changes/review/union.ts
function differencesFromUnion(present, records, hashNow) {
	const unknown = [...present.items].filter(([name, { whole }]) => !records.some((pull) => itemsOf$1(pull).get(name)?.whole === whole));
	const missing = records.flatMap((pull, index) => [...itemsOf$1(pull).keys()].filter((name) => present.items.get(name)?.whole !== itemsOf$1(pull).get(name)?.whole && !isOverridden(name, records, index) && !isInEffect(name, itemsOf$1(pull), present.items, hashNow)));
	return [...unknown.map(([name]) => ({
		name,
		why: "in-no-record"
	})), ...[...new Set(missing)].map((name) => ({
		name,
		why: "not-present"
	}))];
}
function supplying(present, records) {
	return records.filter((pull) => [...itemsOf$1(pull)].some(([name, { whole }]) => present.items.get(name)?.whole === whole));
}
const NONE = /* @__PURE__ */ new Map();
function itemsOf$1({ record }) {
	return record.items ?? NONE;
}
function isOverridden(name, records, index) {
	return records.some((other, at) => at !== index && (at < index || isOperation(name)) && itemsOf$1(other).has(name));
}
function isInEffect(name, recorded, present, hashNow) {
	if (!isOperation(name)) {
		const now = hashNow(name);
		return now !== void 0 && now === (recorded.get(name)?.after ?? null);
	}
	const key = name.slice(RESOURCE.length + 1);
	const isAbout = (other) => other !== name && other.split(" ")[1] === key && PARTS.has(other.split(" ")[0] ?? "");
	return !present.has(name) && [...recorded.keys()].some(isAbout);
}
function isOperation(name) {
	return name.startsWith(`${RESOURCE} `);
}
const PARTS = /* @__PURE__ */ new Set(["definition", "property"]);

// src/changes/review/decide.ts
function decide(present, history, policy) {
	if (present.empty) return { kind: "no-changes" };
	const { newerDeploy } = history;
	if (policy.requireReview && newerDeploy !== void 0) return blocked("stale-review", `${short(newerDeploy)} is newer, and what it holds is deployed or about to be`);
	const review = policy.approvedDigest === void 0 ? reviewOf(present, history, policy) : namedDigest(present, policy.approvedDigest);
	if (review.kind !== "execute") return review;
	return isStoppedByLoss(present.unacknowledged, policy) ? blocked("destructive", lossText(present.unacknowledged)) : review;
}
function namedDigest(present, approved) {
	return approvableDigest(present) === approved ? {
		kind: "execute",
		because: "approved-digest names exactly these changes"
	} : blocked("stale-review", `the approved-digest is ${approved}, the changes have ${approvableDigest(present)}`);
}
function approvableDigest({ digest: { digest }, thisCommit }) {
	return thisCommit === void 0 ? digest : `${digest}@${thisCommit}`;
}
function reviewOf(present, history, policy) {
	if (!policy.requireReview) return {
		kind: "execute",
		because: "require-review is false"
	};
	const reviewers = reviewersOf(present, history);
	if ("kind" in reviewers) return reviewers;
	const unapproved = reviewers.filter((pull) => approvalsOf(pull) < policy.requiredApprovals);
	if (unapproved.length > 0) return blocked("not-approved", unapproved.map((pull) => lackingApprovals(pull, policy.requiredApprovals)).join("; "));
	return {
		kind: "execute",
		because: `reviewed in ${names(reviewers)}`
	};
}
function reviewersOf(present, history) {
	const own = ownCommit(history);
	if (own === void 0) return unknown(history);
	const recorded = recordedPulls(own);
	const [newest] = recorded;
	if (newest === void 0) return blocked("unreviewed", whyUnreviewed(own));
	const exact = recorded.find((pull) => pull.record.digest === present.digest.digest);
	if (exact !== void 0 && present.thisCommit === void 0) return [exact];
	const speaking = exact ?? newest;
	const { baseCommit } = speaking.record;
	const since = commitsSince(history, baseCommit);
	if (since === void 0) return differs([speaking], `${short(baseCommit)}, on which ${names([speaking])} was previewed, lies further back than was looked`);
	const gap = since.find((commit) => isGap(commit, present));
	if (gap !== void 0) return {
		...blocked("unreviewed", whyUnreviewed(gap)),
		compared: [speaking]
	};
	const together = [...new Map(since.flatMap(recordedPulls).map((pull) => [pull.number, pull])).values()];
	const records = together.length === 0 ? [speaking] : together;
	if (exact !== void 0) return records;
	const supplied = unionOf(present, records);
	return "kind" in supplied || present.thisCommit === void 0 ? supplied : records;
}
function isGap(commit, { thisCommit }) {
	const { brought } = commit;
	if (brought.by === "nobody-needed") return thisCommit !== void 0 && brought.pulls.length === 0;
	return recordedPulls(commit).length === 0;
}
function unknown(history) {
	const { problem, remedy } = history;
	if (problem === void 0) return blocked("unreviewed", whySettled(history));
	return {
		...blocked("unreviewed", problem),
		...remedy === void 0 ? {} : { remedy }
	};
}
function unionOf(present, records) {
	const partial = records.filter(({ record }) => record.items === void 0);
	if (partial.length > 0) return differs(records, `${names(partial)} changed too much to be recorded one by one, so that only exactly the same changes are executed`);
	const differences = differencesFromUnion(present.digest, records, present.hashNow);
	if (differences.length > 0) return differs(records, told(differences));
	return supplying(present.digest, records);
}
function differs(compared, why) {
	return {
		...blocked("stale-review", `${`the changes are not those that were reviewed in ${names(compared)}`}: ${why}`),
		compared
	};
}
function told(differences) {
	const [first] = differences;
	if (first === void 0) return "";
	const more = new Set(differences.map(({ name }) => name)).size - 1;
	const words = first.why === "in-no-record" ? `nobody reviewed ${first.name} as it is now` : `${first.name} was reviewed and would not happen`;
	return more === 0 ? words : `${words}, and ${more} more ${more === 1 ? "differs" : "differ"}`;
}
function whySettled({ line }) {
	return line.length === 0 ? "this commit was deployed already, so that what differs now has been reviewed by nobody" : `no commit since the last deploy changes what is deployed here, so that what differs now has been reviewed by nobody`;
}
function whyUnreviewed({ sha, brought }) {
	if (brought.by === "nobody-needed") return `no merged pull request brought ${short(sha)}, and a value of the changes names the commit that is deployed, with all that it holds`;
	const { pulls } = brought;
	if (pulls.length === 0) return `no merged pull request brought ${short(sha)}`;
	return pulls.map((pull) => `there is no preview of ${nameAt(pull)} to go by${because(pull)}`).join("; ");
}
function because({ problem }) {
	return problem === void 0 ? "" : ` (${problem})`;
}
function nameAt({ number, headSha }) {
	return `#${number} at ${short(headSha)}`;
}
function names(pulls) {
	return pulls.map((pull) => `#${pull.number}`).join(", ");
}
function short(sha) {
	return sha.slice(0, 8);
}
function blocked(reason, explanation) {
	return {
		kind: "blocked",
		reason,
		explanation
	};
}

// src/flows/change/leftovers.ts
async function discardChangeSet(arn, stack, { changeSets, log }) {
	try {
		await changeSets.delete(arn, stack);
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		log.warning(`Change set ${arn.split("/")[1] ?? arn} stays: ${error.message} ${error.hint ?? ""}`.trimEnd());
	}
}
async function sweepChangeSets(job, pullRequest, latest, ports) {
	try {
		const ours = (await ports.changeSets.list(job.inputs.stackName)).filter((set) => set.description.startsWith(DESCRIPTION_PREFIX));
		const made = ours.find((set) => set.arn === latest);
		const stale = ours.filter((set) => set.status === "FAILED" || made !== void 0 && isOlder(set, made, pullRequest));
		for (const set of stale) await ports.changeSets.delete(set.arn, job.inputs.stackName);
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		ports.log.warning(`Older change sets of #${pullRequest} were not deleted: ${error.message}`);
	}
}
function isOlder(set, than, pullRequest) {
	return set.name.startsWith(`pr-${pullRequest}-`) && set.createdAt !== void 0 && than.createdAt !== void 0 && set.createdAt < than.createdAt && set.executionStatus !== "EXECUTE_IN_PROGRESS";
}

// src/changes/delta.ts
function deltaBetween(reviewed, present) {
	return [.../* @__PURE__ */ new Set([...reviewed.items.keys(), ...present.items.keys()])].sort().filter((name) => reviewed.items.get(name)?.whole !== present.items.get(name)?.whole).map((name) => ({
		item: name,
		kind: kindOf(reviewed.items.has(name), present.items.has(name)),
		...differences(reviewed.shown.get(name), present.shown.get(name))
	}));
}
function kindOf(isReviewed, isPresent) {
	if (!isPresent) return "only-reviewed";
	return isReviewed ? "differs" : "only-present";
}
function differences(reviewed, present) {
	const [before, after] = [flattened(reviewed), flattened(present)];
	const told = {
		...lines("reviewed", before, after),
		...lines("present", after, before)
	};
	if (reviewed === void 0 || present === void 0 || Object.keys(told).length > 0) return told;
	return {
		reviewed: "a hidden value",
		present: HIDDEN_CHANGE
	};
}
function lines(name, side, other) {
	const own = [...side].filter(([key, value]) => other.get(key) !== value).map(([key, value]) => `${key}: ${value}`);
	return own.length === 0 ? {} : { [name]: own.join("\n") };
}
function flattened(item) {
	const flat = /* @__PURE__ */ new Map();
	if (item === void 0) return flat;
	addText(flat, "before", item.before);
	addText(flat, "after", item.after);
	addText(flat, "", item.how);
	return flat;
}
function addText(flat, name, text) {
	if (text !== null) addValue(flat, name, parsed(text));
}
function addValue(flat, name, value) {
	if (!isObject(value) || Object.keys(value).length === 0) {
		if (value !== null) flat.set(name === "" ? "how" : name, textOf(value));
		return;
	}
	for (const [key, member] of Object.entries(value)) addValue(flat, joined(name, key), member);
}
function joined(name, key) {
	if (name === "") return key;
	return name.includes(" ") ? `${name}/${key}` : `${name} ${key}`;
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
function textOf(value) {
	return typeof value === "string" ? value : canonicalJson(value);
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/report/outputs.ts
function changeSummary(changes, verdict) {
	const certainty = replacements(changes.resources);
	return JSON.stringify({
		version: 1,
		stack: changes.target.stack,
		region: changes.target.region,
		type: changes.target.type,
		counts: verdict.counts,
		verdict: {
			level: verdict.level,
			risks: verdict.risks,
			unacknowledged: verdict.unacknowledged
		},
		resources: changes.resources.map((change) => {
			const { now, next } = physicalName(change);
			return {
				id: resourceKey(change),
				type: change.type,
				action: change.action,
				replacement: certainty.get(resourceKey(change)) ?? "none",
				...change.policyAction === void 0 ? {} : { policyAction: change.policyAction },
				...now === void 0 ? {} : { name: now },
				...next === void 0 ? {} : { newName: next },
				properties: [...new Set(distinct(change.details).map(propertyLabel))]
			};
		}),
		parameters: changes.parameters.map(({ name }) => name),
		tags: changes.tags.map(({ key }) => key),
		outputs: changes.outputs.map(({ key }) => key)
	});
}

// src/flows/tell/reportView.ts
function reportView({ inputs, run, commit, secrets, rendered }, state, { proposal, stackArn = proposal?.stackArn, findings = [] } = {}) {
	return {
		secrets,
		state,
		stack: inputs.stackName,
		region: inputs.region,
		...inputs.label === void 0 ? {} : { label: inputs.label },
		commit,
		links: {
			run: run.url,
			...link("stack", stackArn && stackUrl(stackArn)),
			...proposal?.executable ? link("changeSet", changeSetUrl(proposal.stackArn, proposal.changeSetArn)) : {}
		},
		findings: [
			...rendered?.findings ?? [],
			...proposal?.findings ?? [],
			...findings
		],
		history: [],
		...proposal === void 0 ? {} : {
			changes: proposal.shown,
			verdict: proposal.verdict,
			digest: proposal.digest.digest,
			...proposal.estimate === void 0 ? {} : { estimate: proposal.estimate }
		}
	};
}
function link(name, url) {
	return url === void 0 || url === "" ? {} : { [name]: url };
}

// src/flows/tell/ending.ts
function emptyEnding(job, proposal, stack) {
	return {
		view: reportView(job, { kind: "no-changes" }, { proposal }),
		result: {
			result: "no-changes",
			message: nothingText(job, proposal),
			...proposalOutputs(proposal),
			...stackOutputs(stack)
		},
		conclusion: "success",
		mark: markOf(proposal)
	};
}
function nothingText({ inputs }, { settled }) {
	return settled ? `Stack ${inputs.stackName} is what the template says: nothing to change.` : `CloudFormation finds nothing to change in stack ${inputs.stackName}: what differs in the template or the stack's settings takes effect with its next change.`;
}
function protectedText({ inputs }, { settled }) {
	return settled ? `Nothing but the termination protection of stack ${inputs.stackName} was to change.` : `The termination protection of stack ${inputs.stackName} is all that could be changed now: CloudFormation finds nothing else to change, and what else differs takes effect with its next change.`;
}
function protectedEnding(job, proposal, stack) {
	const outputs = shownOutputs(job, stack);
	return {
		view: reportView(job, {
			kind: "deployed",
			tookMs: 0,
			waits: waits(proposal),
			outputs,
			timeline: []
		}, { proposal }),
		result: {
			result: "deployed",
			message: protectedText(job, proposal),
			...proposalOutputs(proposal),
			...stackOutputs(stack)
		},
		conclusion: "success",
		mark: markOf(proposal)
	};
}
function waits({ executable, settled }) {
	return !executable && !settled;
}
function markOf({ settled }) {
	return settled ? "settled" : "begun";
}
function blockedEnding(job, decision, proposal) {
	const delta = proposal === void 0 ? [] : deltaFrom(decision.compared ?? [], proposal);
	const hint = blockedHint(decision, proposal);
	return {
		view: reportView(job, {
			kind: "blocked",
			reason: decision.reason,
			explanation: fullSentence(decision.explanation),
			delta,
			hint
		}, { proposal }),
		result: {
			result: "blocked",
			reasonCode: decision.reason,
			message: `Nothing was executed: ${decision.explanation}.`,
			hint,
			...proposal ? proposalOutputs(proposal) : {}
		},
		conclusion: "failure"
	};
}
function refusedEnding(job, { reason, hint, findings, stackArn }, doing, found = []) {
	const { reasonCode, hint: next = hint } = refusalOf(reason);
	const errors = findings.filter(({ level }) => level === "error");
	const message = `CloudFormation refused the change set: ${errors.length === 0 ? reason : untilAdvice(reason)}`;
	const failure = {
		message,
		reasonCode,
		...next === void 0 ? {} : { hint: next }
	};
	const known = {
		stackArn,
		findings: [...findings, ...found]
	};
	return {
		view: reportView(job, {
			kind: "failed",
			doing,
			failure
		}, known),
		result: {
			result: "failed",
			...failure,
			message: [message, ...errors.map(findingLine)].join("\n")
		},
		conclusion: "failure"
	};
}
function untilAdvice(reason) {
	return reason.replace(/ To troubleshoot Early Validation errors, use the DescribeEvents API.*$/, "");
}
function findingLine({ logicalId, message }) {
	return `- ${logicalId === void 0 ? "" : `${logicalId}: `}${message}`;
}
function deployingView(job, proposal, progress) {
	return reportView(job, {
		kind: "deploying",
		...progress
	}, { proposal });
}
function proposalOutputs(proposal) {
	const url = changeSetUrl(proposal.stackArn, proposal.changeSetArn);
	return {
		hasChanges: !proposal.empty,
		...proposal.executable ? {
			changeSetArn: proposal.changeSetArn,
			...url === void 0 ? {} : { changeSetUrl: url }
		} : {},
		changeDigest: proposal.digest.digest,
		changeSummary: changeSummary(proposal.shown, proposal.verdict),
		stackId: proposal.stackArn
	};
}
function stackOutputs(stack) {
	return stack === void 0 ? {} : {
		stackId: stack.arn,
		stackStatus: stack.status,
		stackOutputs: stack.outputs
	};
}
function shownOutputs({ inputs }, stack) {
	return (stack?.outputs ?? []).map((output) => inputs.maskOutputs.includes(output.key) ? {
		...output,
		value: "***"
	} : output);
}
function deltaFrom(compared, proposal) {
	if (compared.length === 0) return [];
	const records = compared.map(({ record }) => record).toReversed();
	const reviewed = {
		items: new Map(records.flatMap(({ items }) => [...items ?? []])),
		shown: new Map(records.flatMap(({ shown }) => [...shown]))
	};
	const inEffect = (name) => !proposal.digest.items.has(name) && proposal.hashNow(name) === reviewed.items.get(name)?.after;
	const open = new Map([...reviewed.items].filter(([name]) => !inEffect(name)));
	return deltaBetween({
		...reviewed,
		items: open
	}, {
		items: proposal.digest.items,
		shown: proposal.shownItems
	});
}
function blockedHint({ reason, remedy }, proposal) {
	const deliberate = proposal === void 0 ? "" : ` To execute exactly these changes anyway, a maintainer runs the workflow with mode: deploy and approved-digest: ${approvableDigest(proposal)}`;
	switch (reason) {
		case "destructive": return `To accept the loss, set ${acceptance(proposal?.verdict.unacknowledged ?? [])}, and run this job again.`;
		case "not-approved": return "Get the approving reviews, then run this job again.";
		case "unreviewed": return `${remedy ?? "Open a pull request on top of this commit: its preview shows all that is not deployed yet, and its merge deploys that."}${deliberate}`;
		default: return `Open a pull request to review the changes as they are now.${deliberate}`;
	}
}

// src/stack/disposition.ts
function disposition(status) {
	switch (status) {
		case void 0:
		case "DELETE_COMPLETE":
		case "REVIEW_IN_PROGRESS": return { kind: "create" };
		case "CREATE_COMPLETE":
		case "UPDATE_COMPLETE":
		case "UPDATE_ROLLBACK_COMPLETE":
		case "IMPORT_COMPLETE":
		case "IMPORT_ROLLBACK_COMPLETE": return { kind: "update" };
		case "CREATE_FAILED":
		case "UPDATE_FAILED": return {
			kind: "update",
			kept: true
		};
		case "ROLLBACK_COMPLETE": return { kind: "recreate" };
		case "ROLLBACK_FAILED":
		case "UPDATE_ROLLBACK_FAILED":
		case "IMPORT_ROLLBACK_FAILED":
		case "DELETE_FAILED": return { kind: "unrecoverable" };
		default: return { kind: status.endsWith("_IN_PROGRESS") ? "busy" : "unrecoverable" };
	}
}

// src/stack/eventLine.ts
function eventLine(event, context) {
	const name = [...context.stackPath, event.logicalId].join("/");
	const parts = [
		new Date(event.at).toISOString().slice(11, 19),
		symbol(event),
		name,
		event.type,
		event.hook === void 0 ? event.status : `${event.hook.type} ${event.hook.status}`,
		context.tookMs === void 0 ? "" : duration(context.tookMs),
		context.done === void 0 || !context.total ? "" : `${context.done}/${context.total}`
	];
	const reason = event.hook?.reason ?? event.reason;
	const line = parts.filter((part) => part !== "").join("  ");
	return oneLine(reason === void 0 || reason === "" ? line : `${line}  ${reason}`);
}
function duration(ms) {
	if (ms < 1e3) return `${Math.max(0, Math.round(ms))} ms`;
	const seconds = Math.round(ms / 1e3);
	if (seconds < 60) return `${seconds} s`;
	const minutes = Math.floor(seconds / 60);
	if (minutes < 60) return `${minutes}m ${String(seconds % 60).padStart(2, "0")}s`;
	return `${Math.floor(minutes / 60)}h ${String(minutes % 60).padStart(2, "0")}m`;
}
function symbol(event) {
	const status = event.hook?.status ?? event.status;
	if (isFailed(status)) return "✖";
	if (status.includes("ROLLBACK")) return "↩";
	if (isInProgress(status)) return "…";
	return status.includes("DELETE") ? "−" : "✔";
}
function oneLine(text) {
	return text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, " ");
}

// src/stack/ledger.ts
function emptyLedger() {
	return {
		size: 0,
		storage: {
			entries: [],
			positions: /* @__PURE__ */ new Map()
		}
	};
}
function has(ledger, key) {
	return (ledger.storage.positions.get(key) ?? Number.POSITIVE_INFINITY) < ledger.size;
}
function append(ledger, key, entry) {
	if (has(ledger, key)) return ledger;
	const storage = ledger.storage.entries.length === ledger.size ? ledger.storage : fork(ledger);
	storage.entries.push(entry);
	storage.positions.set(key, ledger.size);
	return {
		size: ledger.size + 1,
		storage
	};
}
function entries(ledger, from = 0) {
	return ledger.storage.entries.slice(from, ledger.size);
}
function fork(ledger) {
	const { storage, size } = ledger;
	return {
		entries: storage.entries.slice(0, size),
		positions: new Map([...storage.positions].filter(([, position]) => position < size))
	};
}

// src/stack/timeline.ts
function timeline(events) {
	const paths = stackPaths(events);
	const open = /* @__PURE__ */ new Map();
	const rows = [];
	for (const event of chronological(events.toReversed())) {
		if (isStackItself(event) || event.hook !== void 0) continue;
		const key = resourceOf(event);
		const phase = openPhase(open.get(key), event, paths.get(event.stackArn) ?? []);
		if (isInProgress(event.status)) open.set(key, phase);
		else {
			open.delete(key);
			rows.push(closePhase(phase, event));
		}
	}
	return [...rows, ...open.values()].sort((a, b) => a.startedAt - b.startedAt);
}
function openPhase(before, event, stackPath) {
	const physicalId = event.physicalId ?? before?.physicalId;
	return {
		stackPath,
		logicalId: event.logicalId,
		type: event.type,
		...physicalId === void 0 ? {} : { physicalId },
		status: event.status,
		startedAt: before?.startedAt ?? event.at
	};
}
function closePhase(phase, event) {
	return {
		...phase,
		status: event.status,
		endedAt: event.at
	};
}

// src/stack/operation.ts
function startOperation(request) {
	return {
		stackArn: request.stackArn,
		token: request.token,
		since: request.since,
		isDeletion: request.isDeletion ?? false,
		begun: void 0,
		operationIds: /* @__PURE__ */ new Set(),
		events: emptyLedger(),
		newestAt: 0,
		stacks: /* @__PURE__ */ new Map([[request.stackArn, {
			path: [],
			status: void 0,
			at: 0
		}]]),
		open: /* @__PURE__ */ new Map(),
		finished: emptyLedger(),
		rollingBack: false,
		end: void 0
	};
}
function observeEvent(operation, event) {
	if (has(operation.events, event.id) || !belongs(operation, event)) return operation;
	const next = {
		...operation,
		events: append(operation.events, event.id, event),
		newestAt: Math.max(operation.newestAt, event.at),
		operationIds: withOperationId(operation, event),
		stacks: withNestedStack(operation.stacks, event)
	};
	if (event.hook !== void 0) return next;
	return isStackItself(event) ? afterStackEvent(next, event) : afterResourceEvent(next, event);
}
function isTerminal(status) {
	return /^(CREATE|UPDATE|DELETE|IMPORT|ROLLBACK|UPDATE_ROLLBACK|IMPORT_ROLLBACK)_(COMPLETE|FAILED)$/.test(status);
}
function rootStatus(operation) {
	return operation.stacks.get(operation.stackArn)?.status;
}
function decidedEnd(operation) {
	const status = rootStatus(operation);
	if (status === "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS") return "succeeded";
	if (status === "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS") return "failed";
}
function isAtRest(operation) {
	const { begun, open, rollingBack, end } = operation;
	if (begun === void 0 || rollingBack || end !== void 0 || open.size > 0) return false;
	return /^(CREATE|UPDATE|IMPORT)_IN_PROGRESS$/.test(rootStatus(operation) ?? "");
}
function endedAs(operation, status) {
	const { begun, end } = operation;
	if (begun === void 0 || end === void 0) return operation;
	return {
		...operation,
		end: {
			...end,
			status,
			succeeded: isSuccess(begun, status)
		}
	};
}
function belongs(operation, event) {
	const { begun } = operation;
	if (event.stackArn !== operation.stackArn) return begun !== void 0 && event.at >= begun.at && operation.stacks.has(event.stackArn);
	if (operation.token !== void 0 && event.token === operation.token) return true;
	if (event.operationId !== void 0 && operation.operationIds.has(event.operationId)) return true;
	if (begun === void 0) return begins(operation, event);
	return event.at >= begun.at && operation.end === void 0;
}
function begins(operation, event) {
	const isMarked = event.token !== void 0 || event.operationId !== void 0;
	if (operation.token !== void 0 && isMarked) return false;
	const start = isStackItself(event) && isInProgress(event.status) && event.status !== "REVIEW_IN_PROGRESS";
	const isOfItsKind = event.status === "DELETE_IN_PROGRESS" === operation.isDeletion;
	return start && isOfItsKind && event.at >= operation.since;
}
function withOperationId(operation, { operationId, stackArn }) {
	if (operationId === void 0 || operation.operationIds.has(operationId) || stackArn !== operation.stackArn) return operation.operationIds;
	return /* @__PURE__ */ new Set([...operation.operationIds, operationId]);
}
function withNestedStack(stacks, event) {
	const nested = nestedStackArn(event);
	if (nested === void 0 || stacks.has(nested)) return stacks;
	const path = [...stacks.get(event.stackArn)?.path ?? [], event.logicalId];
	return new Map([...stacks, [nested, {
		path,
		status: void 0,
		at: 0
	}]]);
}
function afterStackEvent(operation, event) {
	const before = operation.stacks.get(event.stackArn);
	if (before === void 0 || event.at < before.at) return operation;
	const stacks = new Map(operation.stacks).set(event.stackArn, {
		path: before.path,
		status: event.status,
		at: event.at
	});
	if (event.stackArn !== operation.stackArn) return {
		...operation,
		stacks
	};
	const begun = operation.begun ?? {
		at: event.at,
		status: event.status
	};
	const turnedBack = event.status.includes("ROLLBACK") || event.status.startsWith("DELETE") && !isDelete(begun);
	const rollingBack = operation.rollingBack || turnedBack;
	return {
		...operation,
		stacks,
		begun,
		rollingBack,
		end: endOf(begun, event)
	};
}
function afterResourceEvent(operation, event) {
	const key = resourceOf(event);
	const open = new Map(operation.open);
	if (isInProgress(event.status)) {
		open.set(key, openPhase(open.get(key), event, operation.stacks.get(event.stackArn)?.path ?? []));
		return {
			...operation,
			open
		};
	}
	open.delete(key);
	const finished = operation.rollingBack ? operation.finished : append(operation.finished, key, true);
	return {
		...operation,
		open,
		finished
	};
}
function endOf(begun, { status, at }) {
	if (!isTerminal(status)) return void 0;
	return {
		status,
		succeeded: isSuccess(begun, status),
		tookMs: Math.max(0, at - begun.at)
	};
}
function isSuccess(begun, status) {
	if (status === "DELETE_COMPLETE" || isDelete(begun)) return status === "DELETE_COMPLETE" && isDelete(begun);
	return status === "CREATE_COMPLETE" || status === "UPDATE_COMPLETE" || status === "IMPORT_COMPLETE";
}
function isDelete(begun) {
	return begun.status === "DELETE_IN_PROGRESS";
}

// src/stack/recovery.ts
function waysOut(stuck) {
	const command = (verb, options = "") => `aws cloudformation ${verb} --region ${stuck.region} --stack-name ${stuck.stack}${options}`;
	const before = unprotecting(stuck);
	const ids = stuck.stuck.filter((resource) => stuck.status !== "UPDATE_ROLLBACK_FAILED" || canBeSkipped(resource)).flatMap(({ logicalId }) => logicalId ?? []);
	const resources = ids.length > 0 ? ids.join(" ") : "<LogicalId>";
	const lift = stuck.terminationProtection === true ? [command(LIFT)] : [];
	switch (stuck.status) {
		case "UPDATE_ROLLBACK_FAILED": return [{
			commands: [...before, command("continue-update-rollback")],
			effect: "Once the cause is out of the way, the stack goes back to its previous state"
		}, {
			commands: [command("continue-update-rollback", ` --resources-to-skip ${resources}`)],
			effect: "Or it goes back without what cannot: that stays as it is, and no longer as the template says"
		}];
		case "DELETE_FAILED": return [
			{
				commands: [...lift, command("delete-stack", ` --retain-resources ${resources}`)],
				effect: "The stack is deleted without what cannot be deleted: that stays, in no stack"
			},
			{
				commands: [...lift, command("delete-stack", " --deletion-mode FORCE_DELETE_STACK")],
				effect: "The same, without naming each"
			},
			{
				commands: [
					...lift,
					...before,
					command("delete-stack")
				],
				effect: "Once the cause is out of the way, all of the stack is deleted, with the data that it holds"
			}
		];
		case "ROLLBACK_FAILED": return [{
			commands: [
				...lift,
				...before,
				command("delete-stack")
			],
			effect: "What is left of the creation is deleted; the next deploy creates the stack again"
		}];
		case "IMPORT_ROLLBACK_FAILED": return [{
			commands: [command("describe-stack-events")],
			effect: "The events name what has to be put right by hand"
		}];
		default: return [];
	}
}
function canBeSkipped({ type, status = "UPDATE_FAILED" }) {
	return type !== "AWS::CloudFormation::Stack" && status === "UPDATE_FAILED";
}
const LIFT = "update-termination-protection --no-enable-termination-protection";
function waysText(ways) {
	return ways.map(({ commands, effect }) => `${effect}:\n${commands.join("\n")}`).join("\n");
}
function liftCommand(stack, region) {
	return `aws cloudformation ${LIFT} --region ${region} --stack-name ${stack}`;
}
const PROTECTIONS = {
	"AWS::RDS::DBCluster": (id) => `rds modify-db-cluster --db-cluster-identifier ${id} --no-deletion-protection`,
	"AWS::RDS::DBInstance": (id) => `rds modify-db-instance --db-instance-identifier ${id} --no-deletion-protection --apply-immediately`,
	"AWS::RDS::GlobalCluster": (id) => `rds modify-global-cluster --global-cluster-identifier ${id} --no-deletion-protection`,
	"AWS::DocDB::DBCluster": (id) => `docdb modify-db-cluster --db-cluster-identifier ${id} --no-deletion-protection`,
	"AWS::Neptune::DBCluster": (id) => `neptune modify-db-cluster --db-cluster-identifier ${id} --no-deletion-protection`,
	"AWS::DynamoDB::Table": (id) => `dynamodb update-table --table-name ${id} --no-deletion-protection-enabled`
};
function unprotectCommand(type, physicalId, region) {
	const command = PROTECTIONS[type];
	return command && `aws ${command(physicalId ?? "<name>")} --region ${region}`;
}
function unprotecting({ stuck, region }) {
	return stuck.flatMap(({ type, physicalId, reason = "" }) => {
		if (!/deletion ?protect|cannot delete protected/i.test(reason)) return [];
		return unprotectCommand(type, physicalId, region) ?? [];
	});
}

// src/stack/nextStep.ts
function nextStep(stack, region, end) {
	switch (end.kind) {
		case "succeeded": return "";
		case "failed": return afterFailure(stack, region, end);
		case "timed-out": return `CloudFormation goes on with the operation (${end.status}). Run this job again to follow it to its end, or raise timeout-minutes.`;
		case "cancelled":
			if (end.status === "not started") return "The stack was left as it is. Run this job again to deploy.";
			if (isTerminal(end.status)) return `The operation had just ended (${end.status}). Run this job again for its outputs.`;
			return `CloudFormation goes on with the operation (${end.status}). Run this job again to follow it to its end.`;
		case "lost-sight": return "The operation may go on without being watched. Run this job again to follow it to its end.";
	}
}
function afterFailure(stack, region, end) {
	const { status } = end;
	const ways = waysOut({
		stack,
		region,
		status,
		stuck: stuckBy(end)
	});
	if (ways.length > 0) return `The stack is in ${status} and needs a person.\n${waysText(ways)}`;
	switch (status) {
		case "UPDATE_ROLLBACK_COMPLETE":
		case "IMPORT_ROLLBACK_COMPLETE": return `The stack is back in its previous state (${status}). ${onward(end)}`;
		case "ROLLBACK_COMPLETE": return `Nothing is left of the creation but an empty shell (ROLLBACK_COMPLETE); the next deploy deletes it and creates the stack again. ${onward(end)}`;
		case "CREATE_FAILED":
		case "UPDATE_FAILED": return `What was made is kept for debugging (${status}). The next deploy goes on from there. ${onward(end)} To go back to the state before:\naws cloudformation rollback-stack --region ${region} --stack-name ${stack}`;
		case "DELETE_COMPLETE": return `The stack was deleted again, as on-failure: delete asks. ${onward(end)}`;
		default: return `The stack is in ${status}.`;
	}
}
function onward({ isCalledOff, cause }) {
	if (isCalledOff === true) return `Run this job again to deploy after all, or ${REVERT}.`;
	if (cause?.alarms !== void 0) return `If the alarm fired because of these changes, ${REVERT}, or fix it in a new pull request; if not, run this job again once the alarm is OK.`;
	switch (cause?.remedy) {
		case "by-itself": return `It may pass: run this job again. If it fails alike, ${REVERT}.`;
		case "elsewhere": return `Once that is put right, run this job again: what was reviewed needs no new pull request. Or ${REVERT}.`;
		default: return `Fix the cause in a new pull request, or ${REVERT}.`;
	}
}
const REVERT = "take the change back with the button Revert of its pull request";
function stuckBy({ rollbackCause, cause }) {
	const stuck = rollbackCause ?? cause;
	if (stuck === void 0) return [];
	const { type, status, reason, physicalId, logicalId, stackPath } = stuck;
	return [{
		type,
		status,
		reason,
		...physicalId === void 0 ? {} : { physicalId },
		...stackPath.length === 0 ? { logicalId } : {}
	}];
}

// src/flows/tell/executedEnding.ts
function executedEnding(job, watched, proposal) {
	const { stack } = watched;
	const end = toldEnd(watched);
	const shared = {
		...proposal ? proposalOutputs(proposal) : {},
		...stackOutputs(stack),
		stackStatus: end.kind === "lost-sight" ? "unknown" : end.status
	};
	if (end.kind === "succeeded") {
		const isWaiting = proposal !== void 0 && waits(proposal);
		return {
			view: reportView(job, {
				kind: "deployed",
				tookMs: end.tookMs,
				waits: isWaiting,
				outputs: shownOutputs(job, stack),
				timeline: watched.timeline
			}, { proposal }),
			result: {
				result: "deployed",
				message: `Stack ${job.inputs.stackName} is ${end.status} after ${duration(end.tookMs)}.${isWaiting ? WAITS : ""}`,
				...shared
			},
			conclusion: "success",
			mark: "settled"
		};
	}
	const next = nextStep(job.inputs.stackName, job.inputs.region, end);
	const cause = end.kind === "failed" ? end.cause : void 0;
	const advice = end.kind === "lost-sight" ? end.hint : cause?.hint;
	const state = {
		kind: "deploy-failed",
		end,
		nextStep: next,
		timeline: watched.timeline,
		...cause ? { cause } : {}
	};
	return {
		view: reportView(job, state, { proposal }),
		result: {
			result: "failed",
			reasonCode: reasonOf(end),
			message: failureMessage(job, end),
			hint: [
				advice,
				...rollbackFailure(end),
				next
			].filter((part) => part !== void 0).join("\n"),
			...shared
		},
		conclusion: reasonOf(end) === "cancelled" ? "cancelled" : "failure"
	};
}
const WAITS = " What else differs in the template or the stack's settings takes effect with its next change.";
function toldEnd({ end, stack }) {
	if (end.kind !== "succeeded" || stack !== void 0) return end;
	return {
		kind: "lost-sight",
		reason: `it ended ${end.status}, but it cannot be read in that state yet, so that its outputs are not known`,
		tookMs: end.tookMs
	};
}
function reasonOf(end) {
	switch (end.kind) {
		case "timed-out": return "timeout";
		case "cancelled": return "cancelled";
		case "failed":
			if (end.isCalledOff === true) return "cancelled";
			if (disposition(end.status).kind === "unrecoverable") return "stack-unrecoverable";
			return /ROLLBACK|DELETE_COMPLETE/.test(end.status) ? "rolled-back" : "error";
		default: return "error";
	}
}
function failureMessage(job, end) {
	const stack = `Stack ${job.inputs.stackName}`;
	switch (end.kind) {
		case "failed": {
			const { cause } = end;
			if (end.isCalledOff === true && cause === void 0) return `${stack} ended in ${end.status}: somebody called the operation off (User Initiated).`;
			if (cause === void 0) return `${stack} ended in ${end.status}, and no event says why.`;
			const [alarm] = cause.alarms ?? [];
			if (alarm !== void 0) return `${stack} ended in ${end.status}: ${firedText(alarm)}`;
			return `${stack} ended in ${end.status}: ${placed(cause)}`;
		}
		case "timed-out": return `${stack} was not done after ${job.inputs.timeoutMinutes} minutes.`;
		case "cancelled": return end.status === "not started" ? `The job was cancelled before anything was executed on stack ${job.inputs.stackName}.` : `The job was cancelled while it watched stack ${job.inputs.stackName}.`;
		case "lost-sight": return `${stack} could not be watched to the end: ${end.reason}`;
	}
}
function placed({ stackPath, logicalId, type, status, reason }) {
	return `${[...stackPath, logicalId].join("/")} (${type}) ${status}: ${reason}`;
}
function rollbackFailure(end) {
	if (end.kind !== "failed" || end.rollbackCause === void 0) return [];
	return [`The rollback failed as well: ${placed(end.rollbackCause)}`, end.rollbackCause.hint];
}

// src/flows/watch/unlessBusy.ts
const PAUSE_MS = 5e3;
async function unlessBusy(job, { clock, log }, attempt) {
	for (;;) try {
		return await attempt();
	} catch (error) {
		if (!(error instanceof ActionError && error.reasonCode === "stack-busy") || job.cancel.aborted || clock.now() + PAUSE_MS >= job.deadline) throw error;
		log.info(`Another operation on the stack was quicker: starting over when it is done. (${error.message})`);
		await clock.sleep(PAUSE_MS, job.cancel);
	}
}

// src/template/parameters/zoneParameters.ts
function zoneParameters({ Rules: rules }) {
	return members(rules).flatMap((rule) => isObject$1(rule) ? items(rule.Assertions) : []).flatMap((assertion) => {
		const use = functionOf(isObject$1(assertion) ? assertion.Assert ?? null : null);
		if (use?.name !== "Fn::Contains") return [];
		const [list, value] = items(use.argument);
		const zone = functionOf(items(list).length === 1 ? items(list)[0] ?? null : null);
		const known = functionOf(value ?? null);
		const [subnet, attribute] = known?.name === "Fn::ValueOf" ? items(known.argument) : [];
		if (zone?.name !== "Ref" || attribute !== "AvailabilityZone" || typeof subnet !== "string") return [];
		return [{
			zone: String(zone.argument),
			subnet
		}];
	});
}
function items(value) {
	return Array.isArray(value) ? value : [];
}
function members(value) {
	return isObject$1(value) ? Object.values(value) : [];
}

// src/flows/preflight/questions.ts
function relevanceFor(changes, isNewStack) {
	if (changes === void 0) return () => isNewStack ? "yes" : "no";
	const byKey = new Map(changes.resources.map((change) => [resourceKey(change), change]));
	const of = (key, { when, properties }) => {
		const change = byKey.get(key);
		if (change === void 0) return isInNewStack(key, byKey) ? "yes" : "no";
		if (change.action === "Add") return "yes";
		if (when === "added" || change.action === "Remove" || change.action === "Import") return "no";
		if (change.replacement === "True") return "yes";
		if (when === "changed") return isTouched(change, properties) ? "yes" : "no";
		return change.replacement === "Conditional" || change.action === "Dynamic" ? "maybe" : "no";
	};
	return (subject) => {
		const all = subject.resources.map((key) => of(key, subject));
		return all.includes("no") ? "no" : all.includes("maybe") ? "maybe" : "yes";
	};
}
function isTouched({ details }, properties) {
	const names = details.flatMap(({ name }) => name ?? []);
	return properties === void 0 || names.length === 0 || names.some((name) => properties.includes(name));
}
function isInNewStack(key, byKey) {
	const steps = key.split("/");
	return steps.some((_, index) => index > 0 && byKey.get(steps.slice(0, index).join("/"))?.action === "Add");
}
function findingAt(resource, property, message) {
	return {
		level: "error",
		message,
		logicalId: resource.key,
		location: resource.locate(property)
	};
}
function changesAt(places) {
	return {
		resources: [...new Set(places.map(({ resource }) => resource.key))],
		when: "changed",
		properties: [...new Set(places.flatMap(({ leaf }) => propertyOf(leaf)))]
	};
}
function propertyOf({ path: [property] }) {
	return [String(property)];
}
function asker(signal, unanswered) {
	return async (question, work) => {
		try {
			return await untilGivenUp(signal, work(signal));
		} catch (error) {
			if (!(error instanceof ActionError)) throw error;
			const isDenied = error instanceof ServiceError && error.trouble === "denied";
			const words = signal.aborted ? "AWS did not answer in time" : error.message.replace(/\.$/, "");
			unanswered.push({
				...question,
				why: isDenied ? "denied" : { words }
			});
			return;
		}
	};
}
function unansweredNotices(unanswered) {
	return [...Map.groupBy(unanswered, ({ why }) => why === "denied" ? why : why.words)].map(([reason, questions]) => {
		const listed = (words) => [...new Set(words)].toSorted();
		const what = listed(questions.map((question) => question.what)).join("; ");
		const permissions = listed(questions.map(({ permission }) => permission)).join(", ");
		return {
			level: "notice",
			message: `Not checked before the deploy: ${what} (${questions[0]?.why === "denied" ? `the role lacks ${permissions}` : reason}).`
		};
	});
}
async function untilGivenUp(signal, answer) {
	const late = Promise.withResolvers();
	const giveUp = () => late.reject(new ActionError("AWS did not answer in time.", {
		reasonCode: "error",
		cause: signal.reason
	}));
	if (signal.aborted) giveUp();
	signal.addEventListener("abort", giveUp, { once: true });
	try {
		return await Promise.race([answer, late.promise]);
	} finally {
		signal.removeEventListener("abort", giveUp);
	}
}

// src/flows/preflight/zones.ts
async function parametersWithZones(job, live, ports) {
	const parameters = job.rendered.parametersFor(live);
	const isEmpty = (name) => parameters.some((it) => it.name === name && it.value === "" && !it.noEcho);
	const empty = zoneParameters(job.rendered.template.value).filter(({ zone }) => isEmpty(zone));
	if (empty.length === 0) return parameters;
	return live === void 0 ? filled(parameters, empty, await subnetsOf(job, parameters, empty, ports), ports.log) : kept(parameters, empty, live);
}
function kept(parameters, empty, live) {
	const isKept = (name) => empty.some(({ zone }) => zone === name) && live.parameters.some((present) => present.name === name && present.value !== "");
	return parameters.map((it) => isKept(it.name) ? {
		name: it.name,
		noEcho: it.noEcho,
		source: "previous"
	} : it);
}
function filled(parameters, empty, found, log) {
	const values = new Map(parameters.map(({ name, value }) => [name, value]));
	return parameters.map((it) => {
		const from = empty.find(({ zone }) => zone === it.name)?.subnet;
		const subnet = from === void 0 ? void 0 : found.find(({ id }) => id === values.get(from));
		if (from === void 0 || subnet === void 0) return it;
		log.info(`${it.name} is ${subnet.zone}, the zone of ${subnet.id} (${from}).`);
		return {
			name: it.name,
			noEcho: it.noEcho,
			source: "subnet",
			value: subnet.zone,
			zoneOf: from
		};
	});
}
async function subnetsOf({ inputs, cancel }, parameters, empty, { subnets, log }) {
	const wanted = new Set(empty.map(({ subnet }) => subnet));
	const ids = parameters.flatMap(({ name, value }) => wanted.has(name) && value?.startsWith("subnet-") ? [value] : []);
	if (!inputs.preflight || ids.length === 0) return [];
	const unanswered = [];
	const question = {
		what: `the zones of ${ids.join(", ")}, so ${empty.map(({ zone }) => zone).join(", ")} stay empty`,
		permission: "ec2:DescribeSubnets",
		resources: [""],
		when: "made"
	};
	const found = await asker(cancel, unanswered)(question, (signal) => subnets.find(ids, signal));
	for (const { message } of unansweredNotices(unanswered)) log.notice(message);
	return found ?? [];
}

// src/flows/change/earlierOperations.ts
const BLINK_MS = 250;
function earlierOperations(live, ports) {
	let known;
	const reading = readEarlier(live, ports).then((earlier) => {
		known = earlier;
		return earlier;
	});
	reading.catch(() => void 0);
	return async () => {
		if (known !== void 0) return known;
		const over = new AbortController();
		const late = ports.clock.sleep(BLINK_MS, over.signal).then(() => LATE);
		const earlier = await Promise.race([reading, late]);
		over.abort();
		return earlier;
	};
}
const LATE = {
	history: NO_HISTORY,
	unread: "failed"
};
async function readEarlier(live, ports) {
	if (live === void 0) return { history: NO_HISTORY };
	try {
		const root = await ports.stacks.newestEvents(live.arn);
		const nested = slowestNested(root);
		const inside = nested === void 0 ? [] : await ports.stacks.newestEvents(nested);
		return { history: historyOf([...root, ...inside]) };
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		ports.log.debug(`The stack's earlier operations cannot be read: ${error.message}`);
		return {
			history: NO_HISTORY,
			unread: error.reasonCode === "access-denied" ? "denied" : "failed"
		};
	}
}
function slowestNested(events) {
	const nested = new Set(events.map(nestedStackArn).filter((arn) => arn !== void 0));
	const rows = timeline(events).filter(({ physicalId }) => nested.has(physicalId ?? ""));
	const took = ({ startedAt, endedAt = startedAt }) => endedAt - startedAt;
	return rows.toSorted((a, b) => took(b) - took(a))[0]?.physicalId;
}

// src/changes/items/dynamicReferences.ts
const OPEN = /\{\{resolve:ssm:([\w./-]+)\}\}/g;
const COMPLETE = /\{\{resolve:ssm:[\w./-]+(?::\d+)?\}\}/g;
const BEGINNING = /\{\{resolve:(?!ssm-secure:|secretsmanager:)/g;
function openReferences(sources) {
	const places = [...listed(sources), ...unlisted(sources)];
	const names = places.flatMap(({ defined, told }) => [...defined, ...told].flatMap((text) => [...text.matchAll(OPEN)].map(([, name = ""]) => name)));
	const unknown = places.filter(isUnknown).map(({ logicalId }) => logicalId);
	return {
		names: [...new Set(names)].sort(),
		unknown: [...new Set(unknown)].sort()
	};
}
function listed({ templates, changes, values }) {
	const wanted = wantedTemplates(templates);
	return changes.filter(({ action }) => action !== "Remove").map((change) => {
		const { stackPath, logicalId, after, details } = change;
		const told = textsIn([after ?? null, ...details.map((detail) => detail.after ?? null)]);
		const mappings = wanted.get(pathKey(stackPath))?.Mappings;
		const given = after === void 0 ? [...values, ...textsIn(mappings ?? null)] : [];
		return {
			logicalId,
			defined: [...textsIn(definitionOf(change, wanted) ?? null), ...given],
			told
		};
	});
}
function unlisted({ templates, values, areNestedListed }) {
	return templates.filter(({ stackPath, after }) => !areNestedListed && stackPath.length > 0 && after !== void 0).map(({ stackPath, after }) => ({
		logicalId: stackPath.at(-1) ?? "",
		defined: [...textsIn(after?.value ?? null), ...values],
		told: []
	}));
}
function isUnknown({ defined, told }) {
	const isWhole = (text) => count(text, BEGINNING) === count(text, COMPLETE);
	if (defined.every(isWhole)) return false;
	return !(told.some((text) => count(text, COMPLETE) > 0) && told.every(isWhole)) || told.includes("{{changeSet:KNOWN_AFTER_APPLY}}");
}
function count(text, pattern) {
	return text.match(pattern)?.length ?? 0;
}
function textsIn(value) {
	if (typeof value === "string") return [value];
	if (Array.isArray(value)) return value.flatMap(textsIn);
	return isObject$1(value) ? Object.values(value).flatMap(textsIn) : [];
}

// src/flows/change/resolvedReferences.ts
const START = "resolved ssm:";
async function resolvedReferences({ inputs }, changeSet, templates, { parameterStore }) {
	if (changeSet === void 0) return {
		items: /* @__PURE__ */ new Map(),
		findings: []
	};
	const { names, unknown } = openReferences({
		templates,
		changes: changeSet.resources,
		values: changeSet.parameters.map(({ value }) => value),
		areNestedListed: areNestedListed(inputs)
	});
	const notBound = unknown.map((logicalId) => unboundFinding(`a reference in ${logicalId}`, logicalId));
	if (names.length === 0) return {
		items: /* @__PURE__ */ new Map(),
		findings: notBound
	};
	try {
		return {
			items: await itemsOf(names, parameterStore),
			findings: notBound
		};
	} catch (error) {
		if (!(error instanceof ActionError) || error.reasonCode !== "access-denied") throw error;
		const findings = names.map((name) => unboundFinding(`{{resolve:ssm:${name}}} (ssm:GetParameters is missing)`));
		return {
			items: /* @__PURE__ */ new Map(),
			findings: [...notBound, ...findings]
		};
	}
}
async function itemsOf(names, parameterStore) {
	const items = (await parameterStore.read(names)).map(({ name, version, value }) => [`${START}${name}`, {
		before: null,
		after: canonicalJson({
			version,
			value: sha256(value)
		}),
		how: null
	}]);
	return new Map(items);
}
async function areStillResolved({ target, digest }, { parameterStore }) {
	const bound = [...digest.items.keys()].filter((name) => name.startsWith(START));
	if (bound.length === 0) return true;
	const names = bound.map((name) => name.slice(13));
	const now = digestOf(target, await itemsOf(names, parameterStore)).items;
	return bound.every((name) => now.get(name)?.whole === digest.items.get(name)?.whole);
}
function unboundFinding(what, logicalId) {
	return {
		level: "warning",
		message: `What ${what} stands for is not bound to this review: it may be another value at the deploy. Name a version, as in {{resolve:ssm:name:1}}.`,
		...logicalId === void 0 ? {} : { logicalId }
	};
}

// src/flows/change/rollback.ts
async function wantedRollback({ inputs }, live, ports) {
	const { rollbackAlarms, monitoringMinutes } = inputs;
	const kept = live?.rollback ?? NOTHING;
	if (rollbackAlarms === void 0 && monitoringMinutes === void 0) return {
		rollback: void 0,
		findings: doubts(kept, inputs)
	};
	if (rollbackAlarms === "none") return {
		rollback: NOTHING,
		findings: []
	};
	const { alarms, findings } = rollbackAlarms === void 0 ? {
		alarms: kept.alarms,
		findings: []
	} : await typed(rollbackAlarms, kept.alarms, ports);
	const rollback = {
		alarms,
		minutes: monitoringMinutes ?? kept.minutes
	};
	return {
		rollback,
		findings: [...findings, ...doubts(rollback, inputs)]
	};
}
const NOTHING = {
	alarms: [],
	minutes: 0
};
async function typed(arns, kept, { alarms }) {
	const types = new Map(kept.map(({ arn, type }) => [arn, type]));
	const unknown = arns.filter((arn) => !types.has(arn));
	const findings = [];
	try {
		const found = unknown.length === 0 ? [] : await alarms.find(unknown);
		for (const { arn, type } of found) types.set(arn, type);
	} catch (error) {
		if (!(error instanceof ActionError) || error.reasonCode !== "access-denied") throw error;
		findings.push({
			level: "warning",
			message: unasked(unknown)
		});
	}
	return {
		alarms: arns.map((arn) => ({
			arn,
			type: types.get(arn) ?? "AWS::CloudWatch::Alarm"
		})),
		findings
	};
}
function unasked(arns) {
	return `Rollback alarms: whether ${arns.map(alarmName).join(", ")} is a metric alarm or a composite one could not be asked (cloudwatch:DescribeAlarms is missing). It is sent as a metric alarm; if it is a composite one, CloudFormation does not find it, and rolls the deploy back.`;
}
function doubts({ alarms, minutes }, { timeoutMinutes, onFailure }) {
	const waits = `CloudFormation waits ${minutes} min after all resources are done, before it cleans up`;
	return [
		[minutes > 0 && alarms.length === 0, `Monitoring without alarms: ${waits}, and nothing but a person (CancelUpdateStack) turns the deploy back meanwhile. Name alarms in rollback-alarms, or set monitoring-minutes: 0.`],
		[minutes >= timeoutMinutes, `Monitoring longer than the run: ${waits}, and this run gives up after ${timeoutMinutes} min (timeout). Raise timeout-minutes, or lower monitoring-minutes.`],
		[alarms.length > 0 && onFailure === "keep", "Rollback alarms with on-failure: keep: CloudFormation is told not to roll back, and what it does when an alarm fires then is not documented."]
	].flatMap(([isSo, message]) => isSo ? [warning(message)] : []);
}
function warning(message) {
	return {
		level: "warning",
		message
	};
}

// src/flows/change/propose.ts
async function propose(job, { stack, origin, acknowledged, onTemplates }, ports) {
	const live = liveStack(stack);
	const [parameters, { rollback, findings }] = await Promise.all([parametersWithZones(job, live, ports), wantedRollback(job, live, ports)]);
	const request = stackRequest(job, typeFor(live), {
		parameters,
		rollback
	}, origin);
	await upload(job.rendered, ports);
	ports.log.info(`Creating change set ${request.name} (${request.type}) for stack ${request.stackName}.`);
	const making = Promise.all([ports.changeSets.prepare(request), comparedTemplates(job.rendered.tree, live, ports).then((read) => {
		onTemplates?.(read.templates);
		return read;
	})]);
	const earlier = earlierOperations(live, ports);
	const [prepared, compared] = await making;
	learnHidden(job, {
		stack: live,
		parameters,
		deployedTemplate: deployedValue(compared)
	});
	if (prepared.kind === "failed") return {
		kind: "failed",
		failure: prepared
	};
	const ready = prepared.kind === "ready" ? prepared : void 0;
	if (ready !== void 0) await whole(request, ready.changeSet, ports);
	const refused = ready && unacknowledged(ready.changeSet, request);
	if (refused !== void 0) return refused;
	const { arn, stackArn } = ready?.changeSet ?? prepared;
	const told = [...ready?.findings ?? [], ...findings];
	const found = {
		arn,
		stackArn,
		changeSet: ready?.changeSet,
		findings: told
	};
	const sources = {
		live,
		request,
		parameters,
		compared,
		resolved: await resolvedReferences(job, found.changeSet, compared.templates, ports),
		found,
		earlier: await earlier()
	};
	return {
		kind: "proposed",
		proposal: proposalOf(job, sources, acknowledged)
	};
}
function unacknowledged(changeSet, request) {
	const listed = changeSet.resources.filter(({ action }) => action === "Add").map(({ type, after }) => ({
		type,
		properties: propertiesIn(after)
	}));
	const lacking = lackingCapability(listed, request.capabilities);
	if (lacking === void 0) return void 0;
	const { arn, stackArn } = changeSet;
	return {
		kind: "failed",
		failure: {
			kind: "failed",
			arn,
			stackArn,
			reason: lackingText(lacking),
			findings: []
		}
	};
}
function propertiesIn(after) {
	const properties = isObject$1(after) ? after.Properties : void 0;
	return isObject$1(properties) ? properties : void 0;
}
async function proposeRecorded(job, record, { stack, acknowledged }, ports) {
	const live = liveStack(stack);
	const [parameters, { rollback, findings }] = await Promise.all([parametersWithZones(job, live, ports), wantedRollback(job, live, ports)]);
	const request = stackRequest(job, typeFor(live), {
		parameters,
		rollback
	}, {
		name: "",
		description: "",
		stackName: job.inputs.stackName
	});
	const secret = parameters.some((parameter) => parameter.noEcho && parameter.source !== "previous");
	if (record.changeSetArn === void 0 || secret || record.input !== inputDigest(request, parameters)) return void 0;
	const describing = Promise.all([ports.changeSets.describe(record.changeSetArn, request.stackName), upload(job.rendered, ports)]);
	const earlier = earlierOperations(live, ports);
	const [changeSet] = await describing;
	if (changeSet?.status !== "CREATE_COMPLETE" || changeSet.executionStatus !== "AVAILABLE") return void 0;
	if (changeSet.stackName !== job.inputs.stackName) return void 0;
	const [body, compared] = await Promise.all([ports.changeSets.template(record.changeSetArn, request.stackName), comparedTemplates(job.rendered.tree, live, ports)]);
	if (body !== request.templateBody || !sameParameters(changeSet, parameters, live)) return void 0;
	if (!sameRollback(changeSet, request)) return void 0;
	if (takesFromOtherStacks(changeSet.resources, wantedTemplates(compared.templates))) return void 0;
	const found = {
		arn: changeSet.arn,
		stackArn: changeSet.stackArn,
		changeSet,
		findings
	};
	const known = {
		live,
		request,
		parameters,
		compared,
		resolved: await resolvedReferences(job, changeSet, compared.templates, ports),
		found,
		earlier: await earlier()
	};
	const proposal = proposalOf(job, known, acknowledged);
	return proposal.digest.digest === record.digest ? proposal : void 0;
}
async function whole(request, { arn, resources }, { changeSets }) {
	if (request.type === "CREATE" && resources.length === 0) throw new ActionError(`CloudFormation describes change set ${arn}, which creates the stack, without a single resource: that is not all of it.`, {
		reasonCode: "error",
		hint: "Run the job again. Nothing is executed that cannot be described."
	});
	if (request.templateUrl === void 0) return;
	const read = await changeSets.template(arn, request.stackName);
	if (read === request.templateBody) return;
	if (read === void 0) throw new ActionError(`The template of change set ${arn} cannot be read back.`, {
		reasonCode: "stale-review",
		hint: "It was deleted meanwhile: run the job again, which makes another one. Or the role lacks cloudformation:GetTemplate."
	});
	throw new ActionError(`CloudFormation read another template at ${request.templateUrl} than was put there.`, {
		reasonCode: "error",
		hint: "Somebody else writes to the bucket: look at who may, then run the job again."
	});
}
function liveStack(stack) {
	return disposition(stack?.status).kind === "update" ? stack : void 0;
}
function typeFor(live) {
	return live === void 0 ? "CREATE" : "UPDATE";
}

// src/estimate/remaining.ts
function remaining(estimate, operation, now) {
	if (operation.rollingBack || operation.end !== void 0) return void 0;
	if (operation.begun === void 0) return estimate.total;
	const { forward, cleanup, monitoring } = estimate;
	const cleaned = cleanup.length === 0 ? NOTHING$1 : criticalPath(left(cleanup, deletedState(operation), now));
	if (decidedEnd(operation) !== void 0) return inTurn(cleaned, AFTER);
	const onward = criticalPath(left(forward, forwardState(forward, operation), now));
	const isWatching = operation.open.size === 0 && operation.finished.size > 0 && onward.typical === 0;
	const watched = Math.max(0, monitoring - (isWatching ? now - operation.newestAt : 0));
	const before = operation.open.size === 0 && operation.finished.size === 0 ? leftOf(BEFORE, now - operation.begun.at) : NOTHING$1;
	return inTurn(before, onward, {
		low: watched,
		typical: watched,
		high: watched
	}, AFTER, cleaned);
}
function left(steps, stateOf, now) {
	return steps.map((step) => {
		const state = stateOf(step.key);
		if (state === "to come" || step.span === NOTHING$1) return step;
		return {
			...step,
			span: state === "done" ? NOTHING$1 : leftOf(step.span, now - state.since)
		};
	});
}
function forwardState(steps, operation) {
	const arns = arnsByKey(operation);
	const keys = new Set(steps.map(({ key }) => key));
	const opened = new Set([...operation.open.values()].map(({ stackPath }) => stackPath.join("/")));
	return (key) => {
		if (key.endsWith("/")) return beginState(key.slice(0, -1), operation, arns, opened);
		const id = idOf(key, arns);
		if (id === void 0) return "to come";
		if (has(operation.finished, id)) return "done";
		const open = operation.open.get(id);
		return open === void 0 || keys.has(beginOf(key)) ? "to come" : { since: open.startedAt };
	};
}
function beginState(stackKey, operation, arns, opened) {
	const arn = arns.get(stackKey);
	const id = idOf(stackKey, arns);
	if (id !== void 0 && has(operation.finished, id)) return "done";
	if (arn === void 0) return "to come";
	if (opened.has(stackKey) || entries(operation.events).some((it) => it.stackArn === arn && !isStackItself(it))) return "done";
	const open = id === void 0 ? void 0 : operation.open.get(id);
	return open === void 0 ? "to come" : { since: open.startedAt };
}
function deletedState(operation) {
	const arns = arnsByKey(operation);
	const gone = new Set(entries(operation.events).filter(({ status }) => status === "DELETE_COMPLETE" || status === "DELETE_SKIPPED").map(resourceOf));
	return (key) => {
		const id = idOf(key.endsWith("/") ? key.slice(0, -1) : key, arns);
		if (id === void 0) return "to come";
		if (gone.has(id)) return "done";
		const open = operation.open.get(id);
		return open === void 0 || !open.status.startsWith("DELETE") ? "to come" : { since: open.startedAt };
	};
}
function arnsByKey({ stacks }) {
	return new Map([...stacks].map(([arn, { path }]) => [path.join("/"), arn]));
}
function idOf(key, arns) {
	const slash = key.lastIndexOf("/");
	const arn = arns.get(slash === -1 ? "" : key.slice(0, slash));
	return arn === void 0 ? void 0 : `${arn} ${key.slice(slash + 1)}`;
}

// src/flows/watch/firedAlarms.ts
const PATIENCE_MS = 3e3;
async function withFiredAlarms(watched, rollback, ports) {
	const { end, events } = watched;
	if (end.kind !== "failed" || rollback === void 0 || rollback.alarms.length === 0) return watched;
	if (end.isCalledOff === true || !mayBeByAlarm(end.cause)) return watched;
	const found = await asked(rollback, ports);
	const cause = alarmCause(events, end.cause, found);
	return {
		...watched,
		end: {
			...end,
			cause
		}
	};
}
async function asked({ alarms: watched }, { alarms, clock, log }) {
	const over = new AbortController();
	try {
		const answer = alarms.find(watched.map(({ arn }) => arn));
		return await Promise.race([answer, clock.sleep(PATIENCE_MS, over.signal)]) ?? [];
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		log.debug(error.message);
		return error.reasonCode === "access-denied" ? "denied" : [];
	} finally {
		over.abort();
	}
}

// src/flows/watch/unseen.ts
const GRACE_MS$1 = 3e3;
async function answered({ cancel }, { clock }, call) {
	const answer = call();
	const early = await unlessCancelled(cancel, () => answer);
	if (early !== "cancelled") return early;
	const over = new AbortController();
	const late = await Promise.race([answer, clock.sleep(GRACE_MS$1, over.signal)]);
	over.abort();
	return late ?? "cancelled";
}
function outOfSight(error) {
	const reason = error instanceof Error ? error.message : String(error);
	const hint = error instanceof ActionError ? error.hint : void 0;
	return {
		...notStarted,
		end: {
			kind: "lost-sight",
			reason,
			tookMs: 0,
			...hint === void 0 ? {} : { hint }
		}
	};
}
const notStarted = {
	end: {
		kind: "cancelled",
		status: NOT_STARTED,
		tookMs: 0
	},
	events: [],
	timeline: [],
	stack: void 0
};
const neverAnswered = {
	...notStarted,
	end: {
		kind: "cancelled",
		status: "about to start",
		tookMs: 0
	}
};

// src/stack/rootCause.ts
function rootCause(events) {
	const paths = stackPaths(events);
	const { forward, rollback } = split(events, paths);
	return firstFailure(forward, paths) ?? stackReason(events, paths) ?? firstFailure(rollback, paths);
}
function rollbackCause(events) {
	const paths = stackPaths(events);
	return firstFailure(split(events, paths).rollback, paths);
}
function isCalledOff(events) {
	const paths = stackPaths(events);
	const { forward, rollback } = split(events, paths);
	return rollback[0]?.reason === USER_INITIATED && firstFailure(forward, paths) === void 0;
}
const USER_INITIATED = "User Initiated";
function isCancellation(reason) {
	return /^Resource (creation|update|deletion|import) (was )?cancell?ed/i.test(reason ?? "");
}
function split(events, paths) {
	const ordered = chronological(events.toReversed());
	const root = ordered.filter((event) => isStackItself(event) && !paths.has(event.stackArn));
	const wasDelete = root[0]?.status.startsWith("DELETE") === true;
	const turn = root.find(({ status }) => status.includes("ROLLBACK_") || status.startsWith("DELETE") && !wasDelete);
	const at = turn === void 0 ? ordered.length : ordered.indexOf(turn);
	return {
		forward: ordered.slice(0, at),
		rollback: ordered.slice(at)
	};
}
function firstFailure(ordered, paths) {
	const failures = ordered.filter((event) => isFailed(event.status) && !isStackItself(event) && !isCancellation(event.reason));
	const failedStacks = new Set(failures.map((event) => event.stackArn));
	const inner = failures.find((event) => !failedStacks.has(nestedStackArn(event) ?? ""));
	return inner && cause(inner, paths, withHooks(inner, ordered));
}
function stackReason(events, paths) {
	const told = chronological(events.toReversed()).filter((event) => isStackItself(event) && !paths.has(event.stackArn) && (isFailed(event.status) || event.status.endsWith("ROLLBACK_IN_PROGRESS")) && event.reason !== void 0 && event.reason !== USER_INITIATED);
	const event = told.find((event) => !/^The following resource\(s\) failed/.test(event.reason ?? "")) ?? told[0];
	return event && cause(event, paths, event.reason ?? "");
}
function withHooks(failure, ordered) {
	const said = ordered.filter((event) => resourceOf(event) === resourceOf(failure) && isHookFailure(event)).map((event) => `${event.hook?.type}: ${event.hook?.reason ?? event.hook?.status}`).filter((text) => !failure.reason?.includes(text));
	return [failure.reason ?? "", ...new Set(said)].filter((text) => text !== "").join(" ");
}
function isHookFailure(event) {
	return event.hook?.status.endsWith("FAILED") === true && event.hook.failureMode !== "WARN";
}
function cause(event, paths, reason) {
	const help = helpFor(event.type, reason);
	return {
		stackPath: paths.get(event.stackArn) ?? [],
		logicalId: event.logicalId,
		type: event.type,
		...event.physicalId === void 0 || event.physicalId === "" ? {} : { physicalId: event.physicalId },
		status: event.status,
		reason,
		at: event.at,
		...help
	};
}

// src/flows/watch/shortest.data.ts
const SHORTEST_CREATIONS = {
	"AWS::CertificateManager::Certificate": 15,
	"AWS::CloudFront::Distribution": 60,
	"AWS::DocDB::DBCluster": 25,
	"AWS::DocDB::DBInstance": 120,
	"AWS::EC2::NatGateway": 45,
	"AWS::EC2::VPNConnection": 60,
	"AWS::EKS::Cluster": 300,
	"AWS::EKS::Nodegroup": 60,
	"AWS::ElastiCache::CacheCluster": 120,
	"AWS::ElastiCache::ReplicationGroup": 180,
	"AWS::ElasticLoadBalancingV2::LoadBalancer": 60,
	"AWS::FSx::FileSystem": 240,
	"AWS::IAM::InstanceProfile": 10,
	"AWS::IAM::Role": 8,
	"AWS::MSK::Cluster": 600,
	"AWS::Neptune::DBCluster": 25,
	"AWS::Neptune::DBInstance": 120,
	"AWS::OpenSearchService::Domain": 300,
	"AWS::RDS::DBCluster": 25,
	"AWS::RDS::DBInstance": 120,
	"AWS::RDS::DBProxy": 60,
	"AWS::Redshift::Cluster": 90
};
function shortestMs(type, status) {
	return status === "CREATE_IN_PROGRESS" ? (SHORTEST_CREATIONS[type] ?? 0) * 1e3 : 0;
}

// src/flows/watch/pause.ts
const SOON_MS = 1e3;
const LONGEST_MS = 5e3;
const USUAL_MS = {
	from: 2500,
	to: 3400
};
function wantedPause(moment) {
	const { operation, now, startedAt, newsAt } = moment;
	const quiet = now - newsAt;
	if (operation.begun === void 0 || isEndNext(moment)) return between(SOON_MS, quiet / 6, LONGEST_MS);
	return between(between(USUAL_MS.from, (now - startedAt) / 3, USUAL_MS.to), Math.max(quiet / 16, untilFirstEnd(operation, now)), LONGEST_MS);
}
function isEndNext({ operation, total }) {
	if (decidedEnd(operation) !== void 0 || hasEndedInside(operation)) return true;
	return operation.open.size === 0 && operation.finished.size >= total;
}
function hasEndedInside({ open, stacks }) {
	return [...open.values()].some(({ stackPath, physicalId = "" }) => {
		const status = stacks.get(physicalId)?.status;
		return stackPath.length === 0 && status !== void 0 && isTerminal(status);
	});
}
function untilFirstEnd({ open, rollingBack }, now) {
	if (open.size === 0 || rollingBack) return 0;
	return Math.min(...[...open.values()].map((resource) => goesOnFor(resource, now)));
}
function goesOnFor({ type, status, startedAt }, now) {
	return isInProgress(status) ? Math.max(0, startedAt + shortestMs(type, status) - now) : 0;
}
function between(least, value, most) {
	return Math.min(most, Math.max(least, value));
}

// src/flows/watch/monitoring.ts
const SURELY_MS = 2e3;
const PROBABLY_MS = 15e3;
function isMonitored(sight, { rollback, total }, now) {
	const { operation, newsAt } = sight;
	if (rollback === void 0 || rollback.minutes === 0 || !isAtRest(operation)) return false;
	const isAllDone = total > 0 && operation.finished.size >= total;
	return now - newsAt >= (isAllDone ? SURELY_MS : PROBABLY_MS);
}
function monitoringText({ alarms, minutes }) {
	const names = alarms.map(({ arn }) => alarmName(arn)).join(", ");
	return `monitoring for ${minutes} min: ${alarms.length === 0 ? "no alarm" : `${alarms.length === 1 ? "alarm" : "alarms"} ${names}`}`;
}

// src/flows/watch/watchLog.ts
const HEARTBEAT_MS = 3e4;
const NAMED_IN_HEARTBEAT = 5;
function tellEvents(sight, lists, request, ports) {
	let { operation } = sight;
	for (const event of chronological(lists.toReversed().flat())) {
		const next = observeEvent(operation, event);
		if (next !== operation) ports.log.info(line(operation, next, event, request.total));
		operation = next;
	}
	if (operation === sight.operation) return sight;
	const now = ports.clock.now();
	return {
		...sight,
		operation,
		newsAt: now,
		saidAt: now
	};
}
function heartbeat(sight, request, ports) {
	const now = ports.clock.now();
	if (sight.monitoredAt !== sight.newsAt && isMonitored(sight, request, now) && request.rollback !== void 0) {
		ports.log.info(`… all resources are done, ${monitoringText(request.rollback)}`);
		return {
			...sight,
			saidAt: now,
			monitoredAt: sight.newsAt
		};
	}
	if (now - sight.saidAt < HEARTBEAT_MS) return sight;
	const left = request.left?.(sight.operation, now);
	const longer = left === void 0 ? "" : `; ${leftText(left)}`;
	const what = request.rollback !== void 0 && isMonitored(sight, request, now) ? `${monitoringText(request.rollback)}, since ${duration(now - sight.newsAt)}` : whatGoesOn(sight.operation, request, now);
	ports.log.info(`… ${duration(now - sight.startedAt)}: ${what}${longer}`);
	return {
		...sight,
		saidAt: now
	};
}
function whatGoesOn(operation, request, now) {
	if (operation.begun === void 0) return `no event of the operation yet (stack ${request.stackName})`;
	const open = [...operation.open.values()].sort((a, b) => a.startedAt - b.startedAt);
	if (open.length === 0) return `stack ${request.stackName} is ${rootStatus(operation)}`;
	const named = open.slice(0, NAMED_IN_HEARTBEAT).map(({ stackPath, logicalId, type, status, startedAt }) => {
		return `${[...stackPath, logicalId].join("/")} (${type}) ${status} for ${duration(now - startedAt)}`;
	});
	const more = open.length - named.length;
	return [...named, ...more > 0 ? [`and ${more} more`] : []].join(", ");
}
function line(before, after, event, total) {
	const stackPath = after.stacks.get(event.stackArn)?.path ?? [];
	if (event.hook !== void 0 || isInProgress(event.status)) return eventLine(event, { stackPath });
	if (isStackItself(event)) return eventLine(event, {
		stackPath,
		...tookOf(after, event)
	});
	const started = before.open.get(resourceOf(event))?.startedAt;
	return eventLine(event, {
		stackPath,
		...started === void 0 ? {} : { tookMs: event.at - started },
		...after.rollingBack ? {} : {
			done: after.finished.size,
			total: Math.max(total, after.finished.size)
		}
	});
}
function tookOf(operation, event) {
	const { end, stackArn } = operation;
	return end !== void 0 && event.stackArn === stackArn ? { tookMs: end.tookMs } : {};
}

// src/flows/watch/look.ts
const REREAD_MS = 1e4;
async function look(sight, request, ports) {
	const stackArn = whoseTurn(sight, request);
	const looks = sight.looks + 1;
	const lookedAt = new Map(sight.lookedAt).set(stackArn, looks);
	return lookAt([stackArn], {
		...sight,
		looks,
		lookedAt
	}, request, ports);
}
function whoseTurn(sight, { stackArn }) {
	const { operation, looks, lookedAt } = sight;
	const atNested = [...lookedAt].filter(([arn]) => arn !== stackArn).map(([, at]) => at);
	const atRoot = looks - Math.max(0, ...atNested);
	const nested = movingStacks(operation);
	const isDue = atRoot >= (nested.some((arn) => !isOpen(operation, arn)) ? 1 : 2);
	const since = (arn) => lookedAt.get(arn) ?? 0;
	const [longest] = nested.toSorted((a, b) => since(a) - since(b));
	return isDue && longest !== void 0 ? longest : stackArn;
}
const AT_ONCE = 2;
async function lookAtAll(sight, request, ports) {
	const asked = /* @__PURE__ */ new Set();
	let seen = sight;
	for (;;) {
		const left = [request.stackArn, ...unfinishedStacks(seen.operation)].filter((arn) => !asked.has(arn));
		if (left.length === 0) return seen;
		const next = left.slice(0, AT_ONCE);
		for (const arn of next) asked.add(arn);
		seen = await lookAt(next, seen, request, ports);
		if (seen.trouble !== void 0) return seen;
	}
}
function untilNextLook$1(sight, request, { clock, pace }) {
	const now = clock.now();
	const { trouble } = sight;
	const wanted = trouble === void 0 ? wantedNow(sight, request, now) : Math.min(1e4, 1e3 * 2 ** trouble.times);
	return Math.max(0, Math.min(pace.pause(wanted), request.deadline - now));
}
function wantedNow(sight, request, now) {
	const { operation, startedAt, newsAt, looks, lookedAt } = sight;
	const wanted = wantedPause({
		operation,
		now,
		startedAt,
		newsAt,
		total: request.total
	});
	const { stackArn } = request;
	const isBetween = lookedAt.get(stackArn) !== looks || whoseTurn(sight, request) !== stackArn;
	return looks > 0 && isBetween ? Math.max(SOON_MS, wanted / 2) : wanted;
}
async function lookAt(stackArns, sight, request, ports) {
	try {
		const known = isKnown(sight.operation);
		const pages = await Promise.all(stackArns.map((arn) => ports.stacks.events(arn, known)));
		return {
			...tellEvents(sight, pages, request, ports),
			trouble: void 0
		};
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		return troubled(sight, error, ports);
	}
}
function isKnown(operation) {
	const first = operation.begun?.at ?? operation.since;
	return (event) => event.at < first || has(operation.events, event.id) && event.at < operation.newestAt - REREAD_MS;
}
function movingStacks(operation) {
	return unfinishedStacks(operation).filter((arn) => operation.stacks.get(arn)?.status !== void 0 || isOpen(operation, arn));
}
function isOpen({ open }, arn) {
	return [...open.values()].some(({ physicalId }) => physicalId === arn);
}
function unfinishedStacks(operation) {
	return [...operation.stacks].filter(([arn, { status }]) => arn !== operation.stackArn && !(status && isTerminal(status))).map(([arn]) => arn);
}
function troubled(sight, error, ports) {
	if (error.mayPass && sight.trouble === void 0) ports.log.warning(`${error.message} Still trying.`);
	return {
		...sight,
		trouble: {
			error,
			times: (sight.trouble?.times ?? 0) + 1
		}
	};
}

// src/flows/watch/confirmEnd.ts
const ASKED_AT_MOST = 6;
async function confirmEnd(before, request, ports) {
	let sight = before;
	for (let asked = 1;; asked++) {
		const [seen, answer] = await Promise.all([lookAtAll(sight, request, ports), describe(request, ports)]);
		sight = {
			...seen,
			trouble: void 0
		};
		const isUnread = seen.trouble?.error.mayPass === true;
		const { end } = sight.operation;
		if (end === void 0) return {
			kind: "goes-on",
			sight
		};
		if (answer.kind === "stack" && isCurrent(answer.stack, end.status, sight.operation) && !isUnread && isComplete(sight.operation)) return {
			kind: "ended",
			sight,
			stack: answer.stack
		};
		if (asked >= ASKED_AT_MOST || answer.kind === "unreadable") return taken(sight, end.status, answer, ports);
		await ports.clock.sleep(ports.pace.pause(400 * asked), request.cancel);
	}
}
function taken(sight, status, answer, ports) {
	const stack = answer.kind === "stack" ? answer.stack : void 0;
	if (answer.kind === "stack" && hasStatus(stack, status)) return {
		kind: "ended",
		sight,
		stack
	};
	if (isKept(status) && isInProgress(stack?.status ?? "")) return {
		kind: "goes-on",
		sight
	};
	if (stack !== void 0 && isSettledByIt(stack, sight.operation)) {
		ports.log.warning(`The last event says ${status}, and the stack ${stack.status}: the stack is believed.`);
		return {
			kind: "ended",
			sight: {
				...sight,
				operation: endedAs(sight.operation, stack.status)
			},
			stack
		};
	}
	ports.log.warning(`The operation ended ${status}, but the stack cannot be read in that state.`);
	return {
		kind: "ended",
		sight,
		stack: void 0
	};
}
function isComplete({ stackArn, stacks, open }) {
	const unfinished = [...stacks].some(([arn, { status }]) => arn !== stackArn && status && !isTerminal(status));
	return open.size === 0 && !unfinished;
}
async function stackInCleanup(request, ports) {
	const answer = await describe(request, ports);
	if (answer.kind === "stack" && answer.stack?.status.startsWith("UPDATE_COMPLETE")) return answer.stack;
	ports.log.warning("The update is done, but the stack cannot be read in that state.");
}
async function describe(request, ports) {
	try {
		return {
			kind: "stack",
			stack: await ports.stacks.describe(request.stackArn)
		};
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		ports.log.debug(error.message);
		return { kind: error.mayPass ? "trouble" : "unreadable" };
	}
}
const FIRST_EVENT_WITHIN_MS = 3e4;
function isCurrent(stack, status, { begun }) {
	if (!hasStatus(stack, status)) return false;
	if (stack?.updatedAt === void 0 || begun?.status !== "UPDATE_IN_PROGRESS") return true;
	return stack.updatedAt >= begun.at - FIRST_EVENT_WITHIN_MS;
}
function isSettledByIt(stack, { begun, end }) {
	if (begun === void 0 || end === void 0 || !isTerminal(stack.status)) return false;
	const { createdAt, updatedAt } = stack;
	const endedAt = begun.at + end.tookMs;
	if (begun.status === "CREATE_IN_PROGRESS") return updatedAt === void 0 && createdAt <= endedAt;
	return updatedAt !== void 0 && updatedAt >= begun.at - FIRST_EVENT_WITHIN_MS && updatedAt <= endedAt;
}
function hasStatus(stack, status) {
	return stack === void 0 ? status === "DELETE_COMPLETE" : stack.status === status;
}
function isKept(status) {
	return status === "CREATE_FAILED" || status === "UPDATE_FAILED";
}

// src/flows/watch/goneUnseen.ts
const LOOKS = 5;
async function isGoneUnseen({ operation, looks }, request, ports) {
	if (!operation.isDeletion || operation.begun !== void 0 || looks < LOOKS) return false;
	const answer = await describe(request, ports);
	const isGone = answer.kind === "stack" && (answer.stack === void 0 || answer.stack.status === "DELETE_COMPLETE");
	if (isGone) ports.log.warning("The stack is deleted, and no event told of it.");
	return isGone;
}

// src/flows/watch/watchProgress.ts
function progressReporter(request, ports) {
	const { onProgress } = request;
	let underWay;
	const report = async (operation, isMonitored) => {
		const monitoring = isMonitored && request.rollback ? { monitoring: request.rollback } : {};
		try {
			await onProgress?.({
				...progressOf(operation, request, ports.clock.now()),
				...monitoring
			});
		} catch (error) {
			ports.log.debug(`Progress could not be reported: ${error instanceof Error ? error.message : String(error)}`);
		} finally {
			underWay = void 0;
		}
	};
	return {
		tell: (operation, isMonitored = false) => {
			if (onProgress !== void 0) underWay ??= report(operation, isMonitored);
		},
		underWay: () => underWay
	};
}
const GRACE_MS = 3e3;
async function lastReport(reporter, { cancel }, { clock }) {
	const report = reporter.underWay();
	if (report === void 0 || await unlessCancelled(cancel, () => report) !== "cancelled") return;
	const over = new AbortController();
	await Promise.race([report, clock.sleep(GRACE_MS, over.signal)]);
	over.abort();
}
function progressOf(operation, { total, left }, now) {
	const longer = left?.(operation, now);
	return {
		startedAt: operation.begun?.at ?? now,
		now,
		done: operation.finished.size,
		total: Math.max(total, operation.finished.size),
		...longer === void 0 ? {} : { left: longer },
		inProgress: [...operation.open.values()]
	};
}

// src/flows/watch/watch.ts
async function watchOperation(request, ports) {
	const reporter = progressReporter(request, ports);
	const result = await watchToEnd(request, reporter, ports);
	await lastReport(reporter, request, ports);
	return result;
}
async function watchToEnd(request, reporter, ports) {
	let sight = firstSight(request, ports.clock.now());
	await ports.clock.sleep(untilNextLook$1(sight, request, ports), request.cancel);
	for (;;) {
		const seen = await unlessCancelled(request.cancel, () => look(sight, request, ports));
		if (seen === "cancelled") return watched(sight, stopped("cancelled", sight, ports));
		if (seen.operation !== sight.operation) reporter.tell(seen.operation);
		sight = seen;
		if (sight.operation.end !== void 0) {
			const confirmed = await unlessCancelled(request.cancel, () => confirmEnd(sight, request, ports));
			if (confirmed === "cancelled") return watched(sight, endedUnread(sight, ports));
			sight = confirmed.sight;
			if (confirmed.kind === "ended") return watched(sight, ended(sight), confirmed.stack);
		}
		if (await isGoneUnseen(sight, request, ports)) return watched(sight, goneUnseen(sight, ports));
		const over = gaveUp(sight, request, ports);
		if (over?.kind === "succeeded") return watched(sight, over, await stackInCleanup(request, ports));
		if (over !== void 0) return watched(sight, over);
		const quiet = heartbeat(sight, request, ports);
		if (quiet !== sight && isMonitored(sight, request, ports.clock.now())) reporter.tell(sight.operation, true);
		sight = quiet;
		await ports.clock.sleep(untilNextLook$1(sight, request, ports), request.cancel);
	}
}
function firstSight(request, now) {
	return {
		operation: startOperation(request),
		startedAt: now,
		newsAt: now,
		saidAt: now,
		monitoredAt: void 0,
		looks: 0,
		lookedAt: /* @__PURE__ */ new Map(),
		trouble: void 0
	};
}
function watched(sight, end, stack) {
	const events = entries(sight.operation.events);
	return {
		end,
		events,
		timeline: timeline(events),
		stack
	};
}
function endedUnread(sight, ports) {
	const end = ended(sight);
	return end.kind === "succeeded" ? stopped("cancelled", sight, ports) : end;
}
function ended({ operation }) {
	const { status, succeeded, tookMs } = operation.end ?? {
		status: "",
		succeeded: false,
		tookMs: 0
	};
	return succeeded ? {
		kind: "succeeded",
		status,
		tookMs
	} : failed(operation.events, status, tookMs);
}
function failed(events, status, tookMs) {
	const all = entries(events);
	const rollback = rollbackCause(all);
	return {
		kind: "failed",
		status,
		tookMs,
		cause: rootCause(all),
		...rollback === void 0 ? {} : { rollbackCause: rollback },
		...isCalledOff(all) ? { isCalledOff: true } : {}
	};
}
function goneUnseen({ startedAt }, { clock }) {
	return {
		kind: "succeeded",
		status: "DELETE_COMPLETE",
		tookMs: clock.now() - startedAt
	};
}
function gaveUp(sight, request, ports) {
	const { trouble, operation } = sight;
	const late = ports.clock.now() >= request.deadline;
	const tookMs = ports.clock.now() - sight.startedAt;
	if (trouble !== void 0 && (late || !trouble.error.mayPass)) {
		const { message: reason, hint } = trouble.error;
		return {
			kind: "lost-sight",
			reason,
			tookMs,
			...hint === void 0 ? {} : { hint }
		};
	}
	if (!late) return void 0;
	const decided = decidedEnd(operation);
	const status = rootStatus(operation) ?? "";
	if (decided === "succeeded") return {
		kind: "succeeded",
		status,
		tookMs
	};
	if (decided === "failed") return failed(operation.events, status, tookMs);
	return stopped("timed-out", sight, ports);
}
function stopped(kind, sight, ports) {
	return {
		kind,
		status: rootStatus(sight.operation) ?? "about to start",
		tookMs: ports.clock.now() - sight.startedAt
	};
}

// src/flows/watch/execution.ts
async function execute(job, request, ports) {
	if (job.cancel.aborted) return notStarted;
	const token = executionToken(request.changeSetArn);
	const started = await answered(job, ports, () => start(job, request, token, ports));
	if (started === "cancelled") return neverAnswered;
	if (typeof started === "object") return started;
	if (started === "started") return watch(job, request, token, ports);
	ports.log.info("This change set is being executed already: following that.");
	return watch(job, request, void 0, ports);
}
async function runningExecution(stack, isOurs, ports) {
	const changeSetArn = stack?.changeSetArn;
	if (stack === void 0 || changeSetArn === void 0 || !isOurs(changeSetArn)) return void 0;
	if (disposition(stack.status).kind !== "busy") return void 0;
	const since = startOf(stack);
	const events = await ports.stacks.events(stack.arn, (event) => event.at < since);
	const token = executionToken(changeSetArn);
	return events.some((event) => event.token === token) ? {
		stack,
		changeSetArn
	} : void 0;
}
async function attach(job, running, onProgress, ports) {
	ports.log.info(`An earlier attempt of this deploy is still running (${running.stack.status}): following it.`);
	const { changeSetArn, stack } = running;
	const { arn: stackArn, rollback } = stack;
	return watch(job, {
		changeSetArn,
		stackArn,
		total: 0,
		since: startOf(stack),
		rollback,
		onProgress
	}, executionToken(changeSetArn), ports);
}
async function start(job, { changeSetArn, stackArn }, token, { changeSets }) {
	try {
		return await changeSets.execute({
			changeSetArn,
			stackArn,
			token,
			disableRollback: disableRollback(job)
		});
	} catch (error) {
		if (!(error instanceof ServiceError) || error.trouble !== "unavailable") throw error;
		return outOfSight(error);
	}
}
function startOf(stack) {
	return stack.updatedAt ?? stack.createdAt;
}
function executionToken(changeSetArn) {
	return `aurora-deploy-${sha256(changeSetArn).slice(0, 40)}`;
}
function disableRollback({ inputs }) {
	return inputs.onFailure === "delete" ? void 0 : inputs.onFailure === "keep";
}
async function watch(job, request, token, ports) {
	const { stackArn, since, total, rollback, estimate, onProgress } = request;
	const { title = `Deploying ${job.inputs.stackName}` } = request;
	const { deadline, cancel } = job;
	const { stackName } = job.inputs;
	const watched = {
		stackArn,
		stackName,
		token,
		since,
		deadline,
		total,
		rollback,
		cancel,
		...onProgress === void 0 ? {} : { onProgress },
		...estimate && { left: (operation, now) => remaining(estimate, operation, now) }
	};
	try {
		const seen = await ports.log.group(title, () => watchOperation(watched, ports));
		return await withFiredAlarms(seen, rollback, ports);
	} catch (error) {
		logStack(error, ports.log);
		return outOfSight(error);
	}
}

// src/flows/watch/idle.ts
async function idleStack(job, ports, { mayBeStuck = false, justSeen } = {}) {
	const since = ports.clock.now();
	let seen;
	let first = justSeen;
	const look = async () => {
		const { stack } = first ?? { stack: await ports.stacks.describe(job.inputs.stackName) };
		first = void 0;
		const state = disposition(stack?.status);
		if (mayBeStuck && state.kind === "unrecoverable") return { stack };
		if (stack === void 0 || state.kind !== "busy" && state.kind !== "unrecoverable") return { stack };
		if (state.kind === "unrecoverable") throw unrecoverable(stack, job, await stuckIn(stack, ports));
		if (seen?.status !== stack.status) ports.log.info(`Stack ${stack.name} is ${stack.status}: waiting until that is over.`);
		seen = stack;
	};
	const delays = () => ports.pace.pause(untilNextLook(ports.clock.now() - since));
	const polled = await poll({
		...job,
		clock: ports.clock,
		delays,
		signal: job.cancel
	}, look);
	if (polled.kind === "done") return polled.value.stack;
	throw polled.kind === "aborted" ? cancelledWaiting(job, seen) : stillBusy(job, seen);
}
function untilNextLook(waited) {
	return Math.min(5e3, Math.max(1e3, waited / 7));
}
async function stuckIn(stack, { stacks, log }) {
	try {
		return (await stacks.resources(stack.arn)).filter(({ status }) => isFailed(status));
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		log.debug(error.message);
		return [];
	}
}
function unrecoverable(stack, job, stuck) {
	const { name, status, terminationProtection } = stack;
	const ways = waysOut({
		stack: name,
		region: job.inputs.region,
		status,
		terminationProtection,
		stuck
	});
	const because = stack.statusReason === void 0 ? "" : ` (${stack.statusReason})`;
	return new ActionError(`Stack ${stack.name} is in ${stack.status}${because}: nothing can be changed until a person repairs it.`, {
		reasonCode: "stack-unrecoverable",
		hint: ways.length === 0 ? "See the stack's events in the console." : waysText(ways)
	});
}
function stillBusy({ inputs }, stack) {
	return new ActionError(`Stack ${inputs.stackName} is still ${stack?.status} after ${inputs.timeoutMinutes} minutes: nothing was started.`, {
		reasonCode: "stack-busy",
		hint: "Run this job again when that operation is over, or raise timeout-minutes."
	});
}
function cancelledWaiting({ inputs }, stack) {
	const state = stack === void 0 ? "" : ` (${stack.status})`;
	return new ActionError(`The job was cancelled while it waited for stack ${inputs.stackName}${state}: nothing was started.`, { reasonCode: "cancelled" });
}

export { answered, areStillResolved, asker, attach, blockedEnding, changesAt, decide, deployingView, discardChangeSet, disposition, duration, emptyEnding, endText, execute, executedEnding, failedResult, findingAt, idleStack, isFailure, isTerminal, liftCommand, liveStack, logStack, neverAnswered, notStarted, outOfSight, propertyOf, proposalOutputs, propose, proposeRecorded, protectedEnding, reasonOf, refusedEnding, relevanceFor, remaining, reportView, runningExecution, stepOutputs, sweepChangeSets, unansweredNotices, unlessBusy, unprotectCommand, untilGivenUp, watchOperation, waysOut, waysText };