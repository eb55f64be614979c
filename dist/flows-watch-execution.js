import { ActionError } from "./errors.js";
import { METRIC_ALARM, alarmCause, alarmName, alarmText, arnParts, asReadBack, canonicalJson, changeSetUrl, chronological, firedText, isFailed, isInProgress, isMadeNestedStack, isMasked, isNestedStack, isNoEcho, isObject as isObject$1, isStackItself, mayBeByAlarm, nestedStackArn, poll, readParameters, resourceOf, rollBackFirst, rollbackCommand, scalarText, sha256, stackNameIn, stackUrl, uploadedDigest, uploadedName, waysOut, waysText, withSpelledNumbers } from "./stack-recovery.js";
import { ABOUT_TO_START, DEFINITION, HIDDEN_CHANGE, KNOWN_AFTER_APPLY, LEAST_CUT, NESTED_STACK, NOT_STARTED, NO_HISTORY, OF_THE_CDK, PROPERTY, RESOURCE, UNKNOWN as UNKNOWN$1, VALUES, acceptance, adviceOf, attributeParts, calledOffText, causeOf, causingResource, childScope, commitsSince, contextOf, cutParts, decidedEnd, definitionOf, deployedTemplates, differing, digestOf, distinct, endedAs, entries, evaluateValue, failingOf, failingText, fullSentence, functionOf, givenBeside, hangsOnMore, has, hiddenParts, historyOf, isAtRest, isEvaluatedObject, isLoop, isLooped, isNested, isObject as isObject$2, isRewritten, isShownInPart, isStoppedByLoss, isStored, isTerminal, isToldInPart, judge, keyText, known, knownValue, lackingCapability, leavesOut, leftBehindText, leftText, listedItems, listedText, lossText, mapStrings, nestedStacks, nestingProperty, nextStep, observeEvent, ofSam, ownCommit, parseTemplate, parseValue, partOf, pathKey, physicalName, placed, propertyLabel, reachOf, reachedText, recordedPulls, redact, redactItems, remembered as remembered$2, replacements, resourceGraph, resourceKey, resourcesOf, rootStatus, stackPaths, startOperation, statusAfter, subVariables, surroundings, templateItems, textHash, textIn, timeline, unboundFindings, unescaped, unseenItems, unshownFinding, upload, usualPolicy, valueAt as valueAt$1, valueItems, valueText, visitFunctions, wantedTemplates, wasCalledOff, wholeText, withCondition, withMadeAnew, withTemplateUrls, withoutLoops, withoutMadeAnew, withoutUploads, writtenAs, writtenItems } from "./report-summary.js";
import { DESCRIPTION_PREFIX, ServiceError, areNestedListed, helpFor, isLeftOpen, isThrottled, lackingText, refusalOf, unlessCancelled } from "./unlessCancelled.js";

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

// src/template/elsewhere.ts
const READS_OUTPUT = "Fn::GetStackOutput";
const IMPORTS = "Fn::ImportValue";
const CHOOSING = /* @__PURE__ */ new Set([
	"Fn::If",
	"Fn::Select",
	"Fn::FindInMap"
]);
function takesFromOthers(value) {
	return importsBeyond(value, /* @__PURE__ */ new Set()) || readsOutputs(value);
}
function importsBeyond(value, held) {
	return usesOf(value, IMPORTS).some(({ argument }) => typeof argument !== "string" || !held.has(argument));
}
function importsHeld(value) {
	const names = usesOf(value, IMPORTS).flatMap(({ argument, path }) => {
		const isChosen = path.some((step) => CHOOSING.has(step));
		return typeof argument !== "string" || argument.includes("{") || isChosen ? [] : [argument];
	});
	return new Set(names);
}
function readsOutputs(value) {
	return usesOf(value, READS_OUTPUT).length > 0;
}
function usesOf(value, wanted) {
	const found = [];
	visitFunctions(value, [], (use) => {
		if (use.name === wanted) found.push(use);
	});
	return found;
}
function isPutTogether(path, value) {
	return path.some(isLoop) || holdsMadeNames(value);
}
function holdsMadeNames(value) {
	if (Array.isArray(value)) return value.some(holdsMadeNames);
	if (!isObject$1(value)) return false;
	return Object.entries(value).some(([key, member]) => {
		if (isLoop(key) || key === "Ref" && isObject$1(member)) return true;
		if (key === "Fn::GetAtt" && attributeParts(member)?.logicalId === void 0) return true;
		return holdsMadeNames(member);
	});
}

// src/changes/items/made.ts
const MADE = "made";
function madeItems(resources, { wanted, deployed }, names) {
	const isTold = tellByDefinition(wanted);
	const open = resources.filter((change) => leavesOut(change) && !staysAsItIs(change) && !isTold(change));
	const shown = open.flatMap(({ stackPath, logicalId, after }) => {
		if (after === void 0) return [];
		const text = textOf$1(after, stackPath, names);
		return [[`${MADE} ${keyText(stackPath, logicalId)}`, {
			before: null,
			after: text,
			how: null
		}]];
	});
	const isHidden = hideByTaking(wanted, deployed);
	const unbound = resources.filter((change) => open.includes(change) && change.after === void 0 || isHidden(change));
	return {
		items: new Map(shown),
		unbound: unbound.map(({ stackPath, logicalId }) => keyText(stackPath, logicalId))
	};
}
function staysAsItIs({ before, after }) {
	return before !== void 0 && after !== void 0 && canonicalJson(before) === canonicalJson(after);
}
function takesFromOtherStacks(resources, pairs) {
	const templates = wantedTemplates(pairs);
	const around = surroundings(templates, [], {
		region: "",
		account: ""
	});
	const isUnread = ({ type, stackPath, logicalId }) => type === "AWS::CloudFormation::Stack" && !templates.has(pathKey([...stackPath, logicalId]));
	const isTaken = toldElsewhere(around, () => false);
	const isTelling = (parts) => parts !== void 0 && !parts.some(isTaken);
	const stays = resources.filter(({ action }) => action !== "Remove");
	return [...templates.values()].some(({ value }) => readsOutputs(value)) || stays.some((change) => isUnread(change) || !isTelling(told$1(change, around))) || unlisted$1(pairs).some((part) => !isTelling([part, ...reachOf(part, around)]));
}
function unlisted$1(pairs) {
	return pairs.flatMap(({ stackPath, after }) => [
		...stackPath.length === 0 ? [] : ["Resources"],
		"Outputs",
		"Hooks"
	].flatMap((section) => {
		const entries = valueAt$1(after, [section]);
		return Object.entries(isObject$1(entries) ? entries : {}).map(([name, value]) => partOf(stackPath, [section, name], withCondition(value), ""));
	}));
}
function tellByDefinition(around) {
	const isElsewhere = toldElsewhere(around, isStored);
	return (change) => {
		const parts = told$1(change, around);
		return parts !== void 0 && !parts.some(isElsewhere);
	};
}
function hideByTaking(around, deployed) {
	const isElsewhere = toldElsewhere(around, isStored, hangsOnMore);
	return (change) => {
		const { stackPath, logicalId } = change;
		const template = around.expanded.get(pathKey(stackPath))?.value;
		if (template === void 0) return false;
		const written = writtenAs(logicalId, template);
		const isOpen = (hidden, index, isDecided) => {
			if (written === null) return true;
			const own = partOf(stackPath, [
				...HIDDEN,
				logicalId,
				String(index)
			], hidden, "");
			return [own, ...reachOf(own, around)].some(isDecided);
		};
		return hiddenParts(change, written).some((hidden, index) => isOpen(hidden, index, isElsewhere)) || cutParts(change, written).some((hidden, index) => isOpen(hidden, index, takeBeside(change, deployed)));
	};
}
function takeBeside(change, deployed) {
	const held = importsHeld(surelyThere(change, deployed));
	return (part) => importsBeyond(part.value, held) || readsOutputs(part.value) || isStored(part) || hangsOnMore({ part: part.value });
}
function surelyThere({ stackPath, logicalId }, deployed) {
	const written = writtenAs(logicalId, deployed.expanded.get(pathKey(stackPath))?.value);
	const isAlways = (owner) => isObject$1(owner) && owner.Condition === void 0;
	return Array.isArray(written) ? written.filter(isAlways) : written;
}
const HIDDEN = ["hidden"];
function toldElsewhere(around, isOpen, isMade = isRewritten) {
	const isOpenStack = remembered$1((stack) => {
		const template = around.templates.get(stack);
		return template === void 0 || isMade(template.value);
	});
	const isLeft = remembered$1((part) => takesFromOthers(part.value) || isPutTogether(part.path, part.value) || isOpen(part));
	return (part) => {
		const stack = pathKey(part.stackPath);
		return isOpenStack(stack, stack) || isLeft(part.key, part);
	};
}
function told$1(change, around) {
	const definition = definitionOf(change, around.templates);
	if (definition === void 0) return void 0;
	const own = partOf(change.stackPath, ["Resources", change.logicalId], withCondition(definition), "");
	return [own, ...reachOf(own, around)];
}
function remembered$1(ask) {
	const known = /* @__PURE__ */ new Map();
	return (key, asked) => {
		const answer = known.get(key) ?? ask(asked);
		known.set(key, answer);
		return answer;
	};
}
function textOf$1(after, stackPath, { arn, passing, name }) {
	const replaced = [
		[arn, "<this stack>"],
		[arn?.split("/").at(-1), "<this stack's number>"],
		[passing, name]
	];
	const text = withoutUploads(canonicalJson(after));
	const plain = replaced.reduce((clean, [from, to]) => from ? clean.replaceAll(from, to) : clean, text);
	return stackPath.length === 0 ? plain : plain.replace(nestedName(name, stackPath), "<nested stack>");
}
function nestedName(root, stackPath) {
	const name = [root, ...stackPath.map((step) => `${step}-[A-Z0-9]{10,14}`)].join("-");
	return new RegExp(`(?:arn:[\\w-]+:cloudformation:[\\w-]+:\\d+:stack/)?\\b${name}\\b(?:/[0-9a-f-]{36})?`, "g");
}

// src/changes/review/union.ts
function differencesFromUnion(present, records, facts) {
	const unknown = [...present.items].filter(([name, { whole }]) => !records.some((pull) => itemsOf$1(pull).get(name)?.whole === whole));
	const missing = records.flatMap((pull, index) => [...itemsOf$1(pull).keys()].filter((name) => present.items.get(name)?.whole !== itemsOf$1(pull).get(name)?.whole && !isOverridden(name, records, index) && !isOfGone(name, facts) && !isInEffect(name, itemsOf$1(pull), present.items, facts)));
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
function isOperation(name) {
	return name.startsWith(`${RESOURCE} `);
}
function isOfGone(name, { isGone }) {
	const about = resourceItem(name);
	return about !== void 0 && about.start !== "definition" && isGone(about.key);
}
function isInEffect(name, recorded, present, facts) {
	const after = recorded.get(name)?.after ?? null;
	if (isOperation(name) || isOfWholeStack(name, after, recorded)) return isDone(name, recorded, present);
	const now = facts.hashNow(name);
	return now === void 0 ? isAsWritten(name, recorded, present, facts) : now === after;
}
function isOfWholeStack(name, after, recorded) {
	const about = resourceItem(name);
	if (about?.start !== "property" || about.pointer !== "/Properties" || after !== null) return false;
	return [...recorded.keys()].some((other) => isWithin$1(other, about.key));
}
function isDone(name, recorded, present) {
	const key = resourceItem(name)?.key ?? "";
	const isAbout = (other) => isWithin$1(other, key) || PARTS.has(startOf$2(other)) && resourceItem(other)?.key === key;
	return !present.has(`${"resource"} ${key}`) && [...recorded.keys()].some((other) => other !== name && isAbout(other));
}
function isWithin$1(name, stack) {
	const [start = "", key = ""] = name.split(" ");
	return (PARTS.has(start) || start === "output") && key.startsWith(`${stack}/`);
}
const PARTS = /* @__PURE__ */ new Set([DEFINITION, PROPERTY]);
function isAsWritten(name, recorded, present, { hashNow, openHashesNow }) {
	const about = resourceItem(name);
	if (about?.start !== "property" || !openHashesNow(name).includes(recorded.get(name)?.after ?? null)) return false;
	if (itemsAbout(about.key, present).length > 0) return false;
	const written = itemsAbout(about.key, recorded).filter((other) => isBehind(other, about));
	return written.some((other) => isWholly(about, resourceItem(other))) && written.every((other) => hashNow(other) === (recorded.get(other)?.after ?? null));
}
function itemsAbout(key, items) {
	const found = sorted.get(items) ?? Map.groupBy(items.keys(), (name) => resourceItem(name)?.key);
	sorted.set(items, found);
	return found.get(key) ?? [];
}
const sorted = /* @__PURE__ */ new WeakMap();
function isBehind(name, place) {
	const other = resourceItem(name);
	if (other === void 0 || other.key !== place.key) return false;
	if (other.start !== "definition" && other.start !== "values") return false;
	return isIn(other.pointer, place.pointer) || isIn(place.pointer, other.pointer);
}
function isWholly(place, other) {
	return other?.start === "definition" && isIn(place.pointer, other.pointer);
}
function isIn(pointer, outer) {
	return pointer === outer || pointer.startsWith(`${outer}/`);
}
function startOf$2(name) {
	return name.split(" ", 1)[0] ?? "";
}
function resourceItem(name) {
	const [start = "", key = "", ...rest] = name.split(" ");
	if (!OF_RESOURCES.has(start)) return void 0;
	const pointer = rest.join(" ").replace(/^[^/]+ /, "");
	return start === "values" && pointer !== "" && !pointer.startsWith("/") ? void 0 : {
		start,
		key,
		pointer
	};
}
const OF_RESOURCES = /* @__PURE__ */ new Set([
	RESOURCE,
	DEFINITION,
	PROPERTY,
	VALUES,
	MADE
]);

// src/changes/review/decide.ts
function decide(present, history, policy) {
	if (present.empty) return { kind: "no-changes" };
	const { newerDeploy } = history;
	if (policy.requireReview && newerDeploy !== void 0) return {
		...blocked("stale-review", `${short(newerDeploy)} is newer, and what it holds is deployed or about to be`),
		remedy: `What this commit brought is in ${short(newerDeploy)} too, unless it was taken back by then. If that deploy failed, run its job again.`
	};
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
	const reviewers = reviewersOf(present, history, policy);
	if ("kind" in reviewers) return reviewers;
	const unapproved = reviewers.filter((pull) => approvalsOf(pull) < policy.requiredApprovals);
	if (unapproved.length > 0) return blocked("not-approved", unapproved.map((pull) => lackingApprovals(pull, policy.requiredApprovals)).join("; "));
	return {
		kind: "execute",
		because: `reviewed in ${names(reviewers)}`
	};
}
function reviewersOf(present, history, policy) {
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
	const gap = since.find((commit) => isGap(commit, present, policy));
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
function isGap(commit, { thisCommit }, { requiredApprovals }) {
	const { brought } = commit;
	if (brought.by === "pull-requests") return recordedPulls(commit).length === 0;
	return thisCommit !== void 0 && (brought.pulls.length === 0 || requiredApprovals > 0);
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
	const differences = differencesFromUnion(present.digest, records, present);
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
	if (brought.by === "nobody-needed") {
		const merged = brought.pulls.map((number) => `#${number}`).join(", ");
		return `${merged === "" ? `no merged pull request brought ${short(sha)}` : `there is no preview of ${merged} by which approvals count`}, and a value of the changes names the commit that is deployed, with all that it holds`;
	}
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
		return true;
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		log.warning(`Change set ${arn.split("/")[1] ?? arn} stays: ${error.message} ${error.hint ?? ""}`.trimEnd());
		return false;
	}
}
async function sweepChangeSets(job, pullRequest, latest, ports) {
	const gone = [];
	try {
		const ours = (await ports.changeSets.list(job.inputs.stackName)).filter((set) => set.description.startsWith(DESCRIPTION_PREFIX));
		const made = ours.find((set) => set.arn === latest);
		const stale = ours.filter((set) => set.status === "FAILED" || made !== void 0 && isOlder(set, made, pullRequest));
		for (const set of stale) {
			await ports.changeSets.delete(set.arn, job.inputs.stackName);
			gone.push(set.arn);
		}
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		ports.log.warning(`Older change sets of #${pullRequest} were not deleted: ${error.message}`);
	}
	return gone;
}
function isOlder(set, than, pullRequest) {
	return set.name.startsWith(`pr-${pullRequest}-`) && set.createdAt !== void 0 && than.createdAt !== void 0 && set.createdAt < than.createdAt && set.executionStatus !== "EXECUTE_IN_PROGRESS";
}

// src/flows/change/verdictOf.ts
function judged(job, proposal, acknowledged) {
	return {
		...proposal,
		verdict: verdictOf(job, proposal, acknowledged)
	};
}
function verdictOf({ inputs }, { changes, unseen, uncompared, unlisted, written }, acknowledged) {
	const hidden = areNestedListed(inputs) ? {} : {
		unseen,
		uncompared
	};
	return judge(changes, acknowledged, {
		...hidden,
		unlisted,
		written
	});
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
	if (text !== null) addValue(flat, name, parsed$1(text));
}
function addValue(flat, name, value) {
	if (!isObject(value) || Object.keys(value).length === 0) {
		if (value !== null) flat.set(name === "" ? "how" : name, textOf(value));
		return;
	}
	for (const [key, member] of Object.entries(value)) addValue(flat, joined$1(name, key), member);
}
function joined$1(name, key) {
	if (name === "") return key;
	return name.includes(" ") ? `${name}/${key}` : `${name} ${key}`;
}
function parsed$1(text) {
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

// src/changes/noEcho.ts
function declarationsIn(template) {
	return isObject$2(template?.Parameters) ? template.Parameters : {};
}
function noEchoNames(template) {
	const hidden = Object.entries(declarationsIn(template)).filter(([, declared]) => isNoEcho(declared));
	return new Set(hidden.map(([name]) => name));
}

// src/changes/hiddenParameters.ts
function hiddenParameters({ template, stack, deployedTemplate }) {
	const declared = new Map(template.parameters.map(({ name, noEcho }) => [name, noEcho]));
	const hiddenNow = [...noEchoNames(deployedTemplate), ...(stack?.parameters ?? []).filter(({ value }) => isMasked(value)).map(({ name }) => name)];
	const hiddenThen = [...declared].filter(([, noEcho]) => noEcho).map(([name]) => name);
	return {
		names: /* @__PURE__ */ new Set([...hiddenNow, ...hiddenThen]),
		exposed: new Set(hiddenNow.filter((name) => declared.get(name) === false))
	};
}
function hiddenValues(sources) {
	const { parameters, stack, deployedTemplate, changeSet } = sources;
	const { names } = hiddenParameters(sources);
	return [
		...parameters,
		...stack?.parameters ?? [],
		...changeSet?.parameters ?? [],
		...Object.entries(declarationsIn(deployedTemplate)).map(([name, it]) => ({
			name,
			value: defaultOf(it)
		}))
	].filter(({ name }) => names.has(name)).flatMap(({ value, resolved }) => [value, resolved].filter((text) => text !== void 0)).filter((text) => !isMasked(text));
}
function defaultOf(declaration) {
	return isObject$2(declaration) ? scalarText(declaration.Default ?? null) : void 0;
}

// src/changes/items/requestItems.ts
function requestItems(request, parameters, values, stack) {
	const has = textsOf(stack);
	return new Map([
		...differing(has, wanted(request, values, stack)),
		...givenSecrets(parameters),
		...optionItems(request)
	]);
}
function textsOf(stack) {
	return new Map([
		...settingTexts({
			role: stack?.roleArn,
			topics: stack?.notificationArns ?? [],
			isProtected: stack?.terminationProtection ?? false
		}),
		...rollbackTexts(stack?.rollback),
		...tagTexts(stack?.tags ?? {}),
		...capabilityTexts(stack?.capabilities ?? []),
		...valueTexts(stack?.parameters ?? [])
	]);
}
function wanted(request, values, stack) {
	return new Map([
		...settingTexts({
			role: request.roleArn ?? stack?.roleArn,
			topics: request.notificationArns ?? stack?.notificationArns ?? [],
			isProtected: request.terminationProtection ?? stack?.terminationProtection ?? false
		}),
		...rollbackTexts(request.rollback ?? stack?.rollback),
		...tagTexts(request.tags ?? stack?.tags ?? {}),
		...capabilityTexts([...stack?.capabilities ?? [], ...request.capabilities]),
		...valueTexts(values)
	]);
}
function settingTexts({ role, topics, isProtected }) {
	return [
		...role === void 0 ? [] : [["setting role", canonicalJson(role)]],
		...topics.length === 0 ? [] : [["setting notification-arns", canonicalJson([...topics].sort())]],
		[PROTECTION, canonicalJson(isProtected ? "on" : "off")]
	];
}
const PROTECTION = "setting termination-protection";
const ROLLBACK_SETTINGS = ["setting rollback-alarms", "setting monitoring-minutes"];
function rollbackTexts(rollback) {
	const { alarms = [], minutes = 0 } = rollback ?? {};
	return [...alarms.length === 0 ? [] : [[ROLLBACK_SETTINGS[0], canonicalJson(alarms.map(alarmText).sort())]], ...minutes === 0 ? [] : [[ROLLBACK_SETTINGS[1], canonicalJson(minutes)]]];
}
function tagTexts(tags) {
	return Object.entries(tags).filter(([key]) => !/^aws:/i.test(key)).map(([key, value]) => [`tag ${key}`, canonicalJson(value)]);
}
function capabilityTexts(capabilities) {
	return capabilities.map((capability) => [`capability ${capability}`, canonicalJson("granted")]);
}
function valueTexts(values) {
	return values.map(({ name, value, resolved }) => [`parameter ${name}`, canonicalJson(resolved === void 0 || isMasked(value) ? value : {
		resolved,
		value
	})]);
}
function givenSecrets(parameters) {
	const given = parameters.filter(({ noEcho, source }) => noEcho && source !== "previous");
	const item = {
		before: null,
		after: null,
		how: canonicalJson("set, NoEcho")
	};
	return new Map(given.map(({ name }) => [`parameter ${name}`, item]));
}
const DEFAULTS = {
	includeNestedStacks: true,
	importExistingResources: false,
	deploymentMode: "standard",
	onFailure: "rollback"
};
function optionItems(request) {
	const { stackName: _stack, name: _name, description: _description, templateUrl: _url, type: _type, templateBody: _body, parameters: _parameters, tags: _tags, capabilities: _capabilities, roleArn: _role, notificationArns: _topics, rollback: _rollback, terminationProtection: _protection, ...options } = request;
	return new Map(Object.entries(options).flatMap(([name, value]) => {
		const text = canonicalJson(value ?? null);
		if (value === void 0 || text === canonicalJson(DEFAULTS[name] ?? null)) return [];
		return [[`option ${inputName(name)}`, {
			before: null,
			after: text,
			how: null
		}]];
	}));
}
function inputName(field) {
	return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

// src/changes/spread.ts
function withoutSpread(resources, request, stack, sides) {
	const kinds = [tellByStackTags(tagChanges(request.tags, stack?.tags), sides), tellByNestedTemplates(sides)];
	return resources.flatMap((change) => {
		if (change.action !== "Modify" || change.withoutValues === true || isDrifted(change)) return [change];
		const isSpread = (detail) => kinds.some((isOne) => isOne(detail, change));
		const spread = change.details.filter(isSpread);
		if (spread.length === 0) return [change];
		if (spread.length < change.details.length) return [{
			...change,
			details: change.details.filter((detail) => !spread.includes(detail))
		}];
		return isInPlace(change) && isAll(change.scope, spread) ? [] : [change];
	});
}
function isDrifted({ driftStatus }) {
	return driftStatus === "DELETED" || driftStatus === "MODIFIED";
}
function isInPlace({ replacement = "False", policyAction }) {
	return replacement === "False" && policyAction === void 0;
}
function isAll(scope, details) {
	return scope.every((one) => details.some(({ attribute }) => attribute === one));
}
function tagChanges(wants, has = {}) {
	if (wants === void 0) return [];
	return [.../* @__PURE__ */ new Set([...Object.keys(has), ...Object.keys(wants)])].filter((key) => !/^aws:/i.test(key) && has[key] !== wants[key]).map((key) => ({
		key,
		before: has[key],
		after: wants[key]
	}));
}
function tellByStackTags(tags, { wanted, deployed }) {
	const isMade = rewriting();
	const isSteady = ({ stackPath, logicalId }) => {
		const path = [...stackPath, logicalId];
		return path.every((_, depth) => {
			const [now, then] = [wanted, deployed].map((around) => ownTags(path.slice(0, depth + 1), around, isMade));
			return now !== void 0 && now === then && !tags.some(({ key }) => isNamedIn(now, key));
		});
	};
	return (detail, change) => tags.length > 0 && isOfTags(detail) && areOfStack(detail, tags) && isSteady(change);
}
function isNamedIn(own, key) {
	return own.replaceAll("\\", "").includes(`"${key.replaceAll(/["\\]/g, "")}`);
}
function isOfTags({ attribute, requiresRecreation, causingEntity, changeType, drift }) {
	return attribute === "Tags" && requiresRecreation === "Never" && causingEntity === void 0 && !(drift !== void 0 || changeType === "SyncWithActual");
}
const TAKEN = /Fn::ImportValue|Fn::GetStackOutput|\{\{resolve:|NoEcho|"sha256 /;
function rewriting() {
	const known = /* @__PURE__ */ new Map();
	return (template) => {
		const isMade = known.get(template) ?? isRewritten(template);
		known.set(template, isMade);
		return isMade;
	};
}
function ownTags(path, around, isMade) {
	const [stackPath, logicalId] = [path.slice(0, -1), path.at(-1) ?? ""];
	const key = pathKey(stackPath);
	const raw = around.templates.get(key);
	const definition = writtenAs(logicalId, around.expanded.get(key)?.value);
	if (raw === void 0 || isMade(raw.value) || !isObject$1(definition)) return void 0;
	const { Properties = {} } = definition;
	if (!isObject$1(Properties) || functionOf(Properties) !== void 0) return void 0;
	if (Object.keys(Properties).some(isLoop)) return void 0;
	const value = Object.fromEntries(Object.entries(Properties).filter(([name]) => /tag/i.test(name)));
	const text = canonicalJson([value, reachedText(reachOf({
		stackPath,
		value
	}, around)) ?? null]);
	return TAKEN.test(text) ? void 0 : text;
}
function areOfStack({ before, after }, tags) {
	if (before === void 0 && after === void 0) return true;
	const [was, is] = [tagsIn(before), tagsIn(after)];
	if (was === void 0 || is === void 0) return tags.some((tag) => tag.before === before && tag.after === after);
	return [.../* @__PURE__ */ new Set([...was.keys(), ...is.keys()])].every((key) => {
		const [old, wanted] = [was.get(key), is.get(key)];
		return old === wanted || tags.some((tag) => tag.key === key && tag.before === old && tag.after === wanted);
	});
}
function tagsIn(shown = "[]") {
	let parsed;
	try {
		parsed = JSON.parse(shown);
	} catch {
		return;
	}
	const list = Array.isArray(parsed) ? parsed : [];
	const tags = list.flatMap((tag) => isTag(tag) ? [[tag.Key, tag.Value]] : []);
	return Array.isArray(parsed) && tags.length === list.length ? new Map(tags) : void 0;
}
function isTag(tag) {
	if (!isObject$1(tag)) return false;
	return Object.keys(tag).sort().join() === "Key,Value" && Object.values(tag).every(isText);
}
function isText(value) {
	return typeof value === "string";
}
function tellByNestedTemplates({ wanted, deployed, areNestedListed }) {
	const isTold = (stackPath) => {
		const key = pathKey(stackPath);
		const template = wanted.expanded.get(key)?.value;
		if (template === void 0 || !deployed.templates.has(key) || hangsOnOthers(template)) return false;
		return nestedStacks(template).every(({ logicalId }) => isTold([...stackPath, logicalId]));
	};
	return ({ source }, { type, stackPath, logicalId }) => !areNestedListed && source === "Automatic" && type === "AWS::CloudFormation::Stack" && isTold([...stackPath, logicalId]);
}
const READ_ANEW = /"Fn::ImportValue":|"Fn::GetStackOutput":|"AWS::SSM::Parameter::Value<|::MODULE"/;
function hangsOnOthers(template) {
	const { Resources } = template;
	return isObject$1(Resources) && Object.keys(Resources).some(isLoop) || hangsOnMore(template) || READ_ANEW.test(canonicalJson(template));
}

// src/changes/items/now/gone.ts
function goneBy(wanted, deployed) {
	const [wants, has] = [declaredIn$1(wanted), declaredIn$1(deployed)];
	return (key) => {
		const path = key.split("/").map(unescaped);
		const leaves = path.findIndex((logicalId, depth) => isMissing(logicalId, wants(path.slice(0, depth))));
		return leaves >= 0 && !mayBeKept(path, leaves, has);
	};
}
function declaredIn$1({ expanded, scopes }) {
	const known = /* @__PURE__ */ new Map();
	return (stackPath) => {
		const key = pathKey(stackPath);
		if (!known.has(key)) known.set(key, declared(expanded.get(key), scopes.get(key)));
		return known.get(key);
	};
}
function declared(read, scope) {
	const resources = valueAt$1(read, ["Resources"]);
	if (read === void 0 || !isObject$1(resources)) return void 0;
	const template = read.value;
	const { condition } = contextOf(withSpelledNumbers(read), scope ?? {
		parameters: {},
		pseudo: {}
	});
	return {
		resources,
		isAll: !(functionOf(resources) !== void 0 || Object.keys(resources).some(isLoop)) && !isRewritten(template) && !Object.values(resources).some(isModule),
		condition
	};
}
function isModule(definition) {
	return isObject$1(definition) && String(definition.Type).endsWith("::MODULE");
}
function isMissing(logicalId, template) {
	return template?.isAll === true && !Object.hasOwn(template.resources, logicalId);
}
function mayBeKept(path, leaves, has) {
	const left = path.map((logicalId, depth) => ({
		logicalId,
		template: has(path.slice(0, depth))
	}));
	if (!!left.some(({ logicalId, template }) => isMissing(logicalId, template))) return false;
	return !left.every(({ logicalId, template }) => isSwitchedOn(logicalId, template)) || !left.slice(leaves).every(({ logicalId, template }) => isDeleted(logicalId, template));
}
function isDeleted(logicalId, template) {
	const definition = template?.isAll === true ? template.resources[logicalId] : void 0;
	if (!isObject$1(definition)) return false;
	const { DeletionPolicy = "Delete" } = definition;
	return DeletionPolicy === "Delete" || DeletionPolicy === "Snapshot";
}
function isSwitchedOn(logicalId, template) {
	const definition = template?.resources[logicalId];
	if (!isObject$1(definition)) return false;
	const { Condition } = definition;
	return Condition === void 0 || typeof Condition === "string" && template?.condition(Condition) === true;
}

// src/changes/items/now/textNow.ts
function textNow(name, has) {
	const [start = "", key = "", ...rest] = name.split(" ");
	switch (start) {
		case RESOURCE:
		case "option":
		case "resolved":
		case "unseen":
		case MADE: return;
		case PROPERTY: return has.listed.text(key, rest.join(" "));
		case VALUES: return valueText([key, ...rest], has.deployed);
		case "setting":
		case "tag":
		case "capability": return textsOf(has.stack).get(name) ?? null;
		case "parameter": return parameterNow(name, key, has);
		case "content": return has.contents.has.get(name) ?? null;
		default: {
			const stackPath = (start === "section" ? rest[0] ?? key : key).split("/").slice(0, -1);
			const pair = has.templates.find((one) => pathKey(one.stackPath) === pathKey(stackPath));
			if (pair === void 0) return void 0;
			return wholeText(name, has.deployed) ?? textIn(pair.before, stackPath, name);
		}
	}
}
function openTextsNow(name, listed) {
	const [start, key = "", ...rest] = name.split(" ");
	return start === "property" ? listed.openTexts(key, rest.join(" ")) : [];
}
function parameterNow(name, key, { parameters, stack }) {
	if (parameters.some((parameter) => parameter.noEcho && parameter.name === key)) return void 0;
	return textsOf(stack).get(name) ?? null;
}

// src/changes/items/now/knownLater.ts
function knownLater(value, template) {
	if (Array.isArray(value)) return value.map((item) => knownLater(item, template));
	if (!isObject$1(value)) return value;
	const use = functionOf(value);
	if (use?.name === "Ref" && isResource(String(use.argument), template)) return KNOWN_AFTER_APPLY;
	if (use?.name === "Fn::GetAtt" && givesAttribute(use.argument, template)) return KNOWN_AFTER_APPLY;
	if (use?.name === "Fn::Sub") return { "Fn::Sub": substituted$1(use.argument, template) };
	return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, knownLater(member, template)]));
}
function substituted$1(argument, template) {
	const [text = null, own = {}] = Array.isArray(argument) ? argument : [argument];
	if (typeof text !== "string" || !isObject$1(own)) return argument;
	const later = subVariables(text).filter((name) => name.includes(".") ? givesAttribute(name, template) : isResource(name, template));
	return [text, {
		...Object.fromEntries(later.map((name) => [name, KNOWN_AFTER_APPLY])),
		...knownLater(own, template)
	}];
}
function givesAttribute(argument, template) {
	const { logicalId, attribute } = attributeParts(argument) ?? {};
	if (logicalId === void 0 || typeof attribute !== "string" || !isResource(logicalId, template)) return false;
	const { Resources } = template;
	return isObject$1(Resources) && !isNested(Resources[logicalId] ?? null);
}
function isResource(name, { Resources }) {
	return isObject$1(Resources) && Object.hasOwn(Resources, name);
}

// src/changes/items/now/valueNow.ts
function valuesNow(around, stack) {
	const contextAt = remembered((key) => contextIn(key, around, stack));
	const isRewrittenAt = remembered((key) => {
		const template = contextAt(key)?.template;
		return template !== void 0 && isRewritten(template);
	});
	const found = remembered((name) => attributeAt(name, contextAt));
	const at = (key, place) => {
		const [attribute = "", ...steps] = place.replace(/^[^/]+ /, "").split("/").slice(1).map(unescaped);
		const stackKey = pathKey(key.split("/").slice(0, -1).map(unescaped));
		return {
			attribute: found(`${key} ${attribute}`),
			steps,
			isMade: () => isRewrittenAt(stackKey)
		};
	};
	return {
		text: (key, place) => {
			const { attribute, steps } = at(key, place);
			return attribute && shownText(valueAt(attribute.known, steps));
		},
		openTexts: (key, place) => {
			const { attribute, steps, isMade } = at(key, place);
			if (attribute === void 0 || isMade()) return [];
			return openTextsOf(valueAt(attribute.known, steps), valueAt(attribute.later, steps));
		}
	};
}
function remembered(ask) {
	const known = /* @__PURE__ */ new Map();
	return (key) => {
		const found = known.get(key) ?? { answer: ask(key) };
		known.set(key, found);
		return found.answer;
	};
}
function contextIn(key, { expanded, scopes, values }, stack) {
	const [template, scope] = [expanded.get(key), scopes.get(key)];
	if (template === void 0 || hangsOnMore(template.value)) return void 0;
	const given = Object.fromEntries(values.map((parameter) => [parameter.name, knownValue(parameter)]));
	const own = key === "" ? {
		"AWS::StackName": stack?.name,
		"AWS::StackId": stack?.arn
	} : {};
	const partition = stack && arnParts(stack.arn).partition;
	const pseudo = {
		...scope?.pseudo,
		...own,
		"AWS::Partition": partition
	};
	return contextOf(withSpelledNumbers(template), {
		parameters: key === "" ? given : scope?.parameters ?? {},
		pseudo
	});
}
function attributeAt(name, contextAt) {
	const [key = "", attribute = ""] = name.split(" ");
	const path = key.split("/").map(unescaped);
	const above = path.map((_, depth) => contextAt(pathKey(path.slice(0, depth))));
	const isAll = path.every((logicalId, depth) => isThere(logicalId, above[depth]));
	const context = above.at(-1);
	const definition = writtenAs(path.at(-1) ?? "", context?.template);
	if (!isAll || context === void 0 || !ATTRIBUTES.has(attribute) || !isObject$1(definition)) return void 0;
	const written = definition[attribute];
	return {
		known: written === void 0 ? void 0 : evaluateValue(context, written),
		later: written === void 0 ? void 0 : evaluateValue(context, knownLater(written, context.template))
	};
}
function isThere(logicalId, context) {
	const definition = writtenAs(logicalId, context?.template);
	if (context === void 0 || !isObject$1(definition)) return false;
	const { Condition } = definition;
	return Condition === void 0 || typeof Condition === "string" && context.condition(Condition) === true;
}
const ATTRIBUTES = /* @__PURE__ */ new Set([
	"Properties",
	"Metadata",
	"DeletionPolicy",
	"UpdateReplacePolicy"
]);
function valueAt(value, steps) {
	return steps.reduce((found, step) => {
		if (found === UNKNOWN$1) return UNKNOWN$1;
		if (Array.isArray(found)) return found[/^\d+$/.test(step) ? Number(step) : -1];
		return isEvaluatedObject(found) && Object.hasOwn(found, step) ? found[step] : void 0;
	}, value);
}
function shownText(value) {
	const whole = value === void 0 ? void 0 : known(value);
	if (whole === void 0 || whole === null) return void 0;
	return listedText(scalarText(whole) ?? JSON.stringify(scalarsAsText(whole)));
}
function scalarsAsText(value) {
	if (Array.isArray(value)) return value.map(scalarsAsText);
	if (!isObject$1(value)) return scalarText(value) ?? value;
	return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, scalarsAsText(member)]));
}
function openTextsOf(value, later) {
	if (value === void 0) return [null];
	const text = shownText(later);
	if (text === void 0 || known(value) !== void 0) return [];
	return [
		text,
		shownText(withStandIns(value)) ?? null,
		listedText(KNOWN_AFTER_APPLY)
	].filter((one) => one !== null);
}
function withStandIns(value) {
	if (value === UNKNOWN$1) return KNOWN_AFTER_APPLY;
	if (Array.isArray(value)) return value.map((item) => withStandIns(item));
	if (!isEvaluatedObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withStandIns(member)]));
}

// src/changes/items/thisCommit.ts
const THIS_COMMIT = "<this commit>";
function withThisCommit(items, shas) {
	const isHeld = heldIn$1(shas);
	return new Map([...items].map(([name, item]) => [name, isHeld(item) ? normalised(item, shas) : item]));
}
function thisCommitIn(text, shas) {
	return shas.reduce((clean, sha) => sha === "" ? clean : clean.replaceAll(sha, THIS_COMMIT), text);
}
function namesThisCommit(items) {
	return [...items].some(([name, { after }]) => after?.includes(THIS_COMMIT) === true && !SAYS_ONLY.test(name));
}
const SAYS_ONLY = /^(tag |metadata |section Description$|property \S+ Tags( |$))/;
function heldIn$1(shas) {
	const known = shas.filter((sha) => sha !== "");
	return ({ after }) => after !== null && known.some((sha) => after.includes(sha));
}
function normalised({ after, how }, shas) {
	return {
		before: null,
		after: after === null ? null : thisCommitIn(after, shas),
		how
	};
}
const COMMIT_WORDS = "(the commit that is deployed)";
function commitInWords(text, shas) {
	return thisCommitIn(text, shas).replaceAll(THIS_COMMIT, COMMIT_WORDS);
}

// src/changes/items/untoldEntries.ts
const SECTIONS = {
	Outputs: "output",
	Hooks: "hook"
};
function untoldEntries(resources, pairs, sides) {
	const updated = new Set(resources.map(({ stackPath, logicalId }) => pathKey([...stackPath, logicalId])));
	const isUpdated = ({ stackPath }) => stackPath.length === 0 || updated.has(stackPath[0] ?? "");
	return pairs.filter(isUpdated).flatMap(({ stackPath, after }) => {
		if (after === void 0) return [];
		const isRewritten = hangsOnMore({ Transform: after.value.Transform ?? null });
		return Object.entries(SECTIONS).flatMap(([section, noun]) => {
			const entries = entriesIn(sides.wanted, stackPath, section);
			if (isRewritten ? Object.keys(entries).length > 0 : MACRO in entries) return [keyText(stackPath, section)];
			return Object.keys(entries).filter((name) => isDecidedElsewhere({
				stackPath,
				path: [section, name]
			}, sides, isUpdated)).map((name) => `${noun} ${keyText(stackPath, name)}`);
		});
	});
}
const MACRO = "Fn::Transform";
function isDecidedElsewhere(place, { wanted, deployed }, isUpdated) {
	const wants = partsOf(place, wanted).filter(isUpdated);
	const isOpen = (part) => readsOutputs(part.value) || isStored(part) || hangsOnMore({ part: part.value });
	if (wants.some(isOpen)) return true;
	const held = heldIn(entryAt(place, deployed));
	if (!wants.some((part) => importsBeyond(part.value, held))) return false;
	return reachedText(wants) !== reachedText(partsOf(place, deployed).filter(isUpdated));
}
function partsOf(place, around) {
	const { stackPath, path } = place;
	const value = withCondition(undescribed(entryAt(place, around)));
	const own = partOf(stackPath, path, value, canonicalJson(value));
	return [own, ...reachOf(own, around)];
}
function undescribed(entry) {
	if (!isObject$1(entry)) return entry;
	const { Description: _, ...deciding } = entry;
	return deciding;
}
function heldIn(entry) {
	return isObject$1(entry) && entry.Condition === void 0 ? importsHeld(entry) : /* @__PURE__ */ new Set();
}
function entryAt({ stackPath, path }, around) {
	return valueAt$1(around.expanded.get(pathKey(stackPath)), path) ?? null;
}
function entriesIn(around, stackPath, section) {
	const entries = valueAt$1(around.expanded.get(pathKey(stackPath)), [section]);
	return isObject$1(entries) ? entries : {};
}

// src/changes/items/bind.ts
function bind(given) {
	const listed = given.changeSet?.resources ?? [];
	const sources = {
		...given,
		templates: withoutMadeAnew(given.templates, listed)
	};
	const { request, parameters, changeSet, stack, templates, contents, commits } = sources;
	const values = wantedValues(sources);
	const around = wantedAround(sources, values);
	const differences = new Map(templates.flatMap((pair) => [...templateItems(pair)]));
	const deployed = deployedAround(sources);
	const has = valuesNow(deployed, stack);
	const sides = {
		wanted: around,
		deployed,
		areNestedListed: areNestedListed(request)
	};
	const pairs = changeSet === void 0 ? [] : templates;
	const resources = withoutSpread(listed, request, stack, sides);
	const made = madeItems(resources, sides, namesOf$1(sources));
	const written = withMadeAnew(differences, {
		...sides,
		resources,
		pairs,
		outputs: new Set(stack?.outputs.map(({ key }) => key))
	});
	const items = new Map([
		...written,
		...writtenItems(written, listed, templates, sides),
		...requestItems(request, parameters, values, stack),
		...listedItems(resources),
		...valueItems(resources, sides),
		...made.items,
		...differing(contents.has, contents.wants),
		...sources.others
	]);
	const here = (text) => typeof text === "string" ? thisCommitIn(text, commits) : text;
	return {
		items: withThisCommit(items, commits),
		unbound: [...made.unbound, ...untoldEntries(listed, pairs, sides)],
		textNow: (name) => here(textNow(name, {
			...sources,
			deployed,
			listed: has
		})),
		openTextsNow: (name) => openTextsNow(name, has).map(here),
		isGone: goneBy(around, deployed)
	};
}
function wantedValues({ parameters, changeSet, stack }) {
	const told = new Map(changeSet?.parameters.map((parameter) => [parameter.name, parameter]));
	const kept = new Map(stack?.parameters.map((parameter) => [parameter.name, parameter]));
	return parameters.map(({ name, noEcho, value }) => {
		const old = kept.get(name);
		const known = told.get(name) ?? (value === void 0 || value === old?.value ? old : void 0);
		if (noEcho) return old ?? {
			name,
			value: "****"
		};
		return {
			name,
			value: known?.value ?? value ?? "",
			resolved: known?.resolved
		};
	});
}
function wantedAround({ target, request, stack, templates }, values) {
	const topics = topicsOf(request.notificationArns ?? stack?.notificationArns);
	return surroundings(wantedTemplates(templates), [...values, ...topics], target);
}
function deployedAround({ target, stack, templates }) {
	const values = [...stack?.parameters ?? [], ...topicsOf(stack?.notificationArns)];
	return surroundings(deployedTemplates(templates), values, target);
}
function topicsOf(arns = []) {
	return arns.length === 0 ? [] : [{
		name: "AWS::NotificationARNs",
		value: [...arns].sort().join()
	}];
}
function namesOf$1({ target, request, changeSet, stack }) {
	return {
		arn: stack === void 0 ? changeSet?.stackArn : void 0,
		passing: request.stackName === target.stack ? void 0 : request.stackName,
		name: target.stack
	};
}
const CONTENT = "content";

// src/changes/toldInTemplate.ts
function templateChanges(items, resources) {
	const inOrder = resources.toSorted((a, b) => Number(isMade$1(a)) - Number(isMade$1(b)));
	const listed = new Map(inOrder.map((change) => [keyOf$1(change), change]));
	return [...items].flatMap(([name, item]) => {
		const [start = "", key = "", ...pointer] = name.split(" ");
		if (!TEMPLATE.has(start)) return [];
		const change = start === "definition" ? listed.get(key) : void 0;
		if (change !== void 0 && isMade$1(change) && pointer.length > 0 && items.has(`${start} ${key}`)) return [];
		if (change !== void 0 && isTold$1(pointer.join(" "), item, change)) return [];
		const [before, after] = [item.before ?? void 0, item.after ?? void 0];
		return [{
			name,
			...before === void 0 ? {} : { before },
			...after === void 0 ? {} : { after }
		}];
	});
}
const TEMPLATE = /* @__PURE__ */ new Set([
	DEFINITION,
	CONTENT,
	"declaration",
	"mapping",
	"condition",
	"rule",
	"hook",
	"metadata",
	"section"
]);
function withWritten(change, items) {
	if (!isMade$1(change)) return change;
	const text = items.get(`${"definition"} ${keyOf$1(change)}`)?.after ?? null;
	const written = text === null ? null : JSON.parse(text);
	return isObject$2(written) ? {
		...change,
		written
	} : change;
}
function isMade$1({ action }) {
	return action === "Add" || action === "Import";
}
function keyOf$1({ stackPath, logicalId }) {
	return keyText(stackPath, logicalId);
}
function isTold$1(pointer, item, change) {
	const { action, after, details } = change;
	if (action === "Remove") return true;
	if (pointer === "" && isMade$1(change)) return after !== void 0;
	const places = new Set(details.map(placeOf));
	const [section, key = ""] = pointer.split("/").slice(1);
	if (section === "Metadata" && OF_THE_CDK.test(key) && details.some(isOfMetadata)) return true;
	const told = new Set(details.filter((detail) => tells(detail, item)).map(placeOf));
	const below = [...places].filter((place) => isWithin(place, pointer));
	return [...told].some((place) => isWithin(pointer, place)) || below.length > 0 && below.every((place) => told.has(place));
}
function isOfMetadata({ attribute }) {
	return attribute === "Metadata";
}
function placeOf({ attribute, name, path }) {
	return path ?? `/${attribute}${name === void 0 ? "" : `/${name}`}`;
}
function isWithin(pointer, place) {
	return `${pointer}/`.startsWith(`${place}/`);
}
function tells(detail, item) {
	return !isToldInPart(detail) || detail.after !== void 0 && isWhole(detail.after, item);
}
function isWhole(value, { after }) {
	if (value.includes("{{changeSet:KNOWN_AFTER_APPLY}}")) return false;
	return typeof parseValue(value) !== "string" || canonicalJson(value) === after;
}

// src/changes/describe.ts
function describeChanges(sources) {
	const resources = sources.changeSet?.resources ?? [];
	return {
		target: sources.target,
		resources: resources.map((change) => withWritten(change, sources.items)),
		parameters: parameterChanges(sources),
		keptParameters: keptParameters(sources),
		tags: named$1(sources.items, "tag").map(({ name, before, after }) => ({
			key: name,
			...defined("before", plain(before)),
			...defined("after", plain(after))
		})),
		outputs: named$1(sources.items, "output").map(({ name, before, after }) => ({
			key: name,
			...defined("before", before ?? void 0),
			...defined("after", after ?? void 0)
		})),
		settings: settingChanges(sources.items),
		template: templateChanges(sources.items, resources),
		capabilities: sources.capabilities,
		...watched$1(sources),
		...kept$1(sources),
		...sources.roleArn === void 0 ? {} : { roleArn: sources.roleArn }
	};
}
function named$1(items, start) {
	return [...items].filter(([name]) => name.startsWith(`${start} `)).map(([name, item]) => ({
		...item,
		name: name.slice(start.length + 1)
	})).sort((a, b) => a.name < b.name ? -1 : 1);
}
function settingChanges(items) {
	return SETTINGS.flatMap((start) => named$1(items, start)).map(({ name, before, after }) => ({
		name,
		...defined("before", plain(before)),
		...defined("after", plain(after))
	}));
}
function watched$1({ rollback, stack, items }) {
	const { alarms = [], minutes = 0 } = rollback ?? stack?.rollback ?? {};
	if (alarms.length === 0 && minutes === 0) return {};
	const kept = !ROLLBACK_SETTINGS.some((name) => items.has(name));
	return { watched: {
		alarms: alarms.map(alarmText).sort(),
		minutes,
		kept
	} };
}
function kept$1({ stack, roleArn, notificationArns, tags }) {
	const role = roleArn === void 0 ? stack?.roleArn : void 0;
	const topics = notificationArns === void 0 ? stack?.notificationArns ?? [] : [];
	const given = (tags === void 0 ? Object.entries(stack?.tags ?? {}) : []).filter(([key]) => !/^aws:/i.test(key)).map(([key, value]) => ({
		key,
		value
	}));
	if (role === void 0 && topics.length + given.length === 0) return {};
	return { kept: {
		...defined("roleArn", role),
		notificationArns: [...topics].sort(),
		tags: given.sort((a, b) => a.key < b.key ? -1 : 1)
	} };
}
const SETTINGS = [
	"setting",
	"capability",
	"option"
];
function plain(text) {
	if (text === null) return void 0;
	const value = parseValue(JSON.parse(text));
	return typeof value === "string" ? value : canonicalJson(value);
}
function parameterChanges(sources) {
	const { parameters, stack, changeSet } = sources;
	const { names, exposed } = hiddenParameters(sources);
	const before = new Map(stack?.parameters.map((parameter) => [parameter.name, parameter]));
	const changed = parameters.flatMap(({ name, source, value, zoneOf }) => {
		if (exposed.has(name)) return [{
			name,
			noEcho: true,
			exposed: true
		}];
		if (names.has(name)) return source === "previous" ? [] : [{
			name,
			noEcho: true
		}];
		const old = before.get(name);
		const told = changeSet?.parameters.find((it) => it.name === name);
		const after = told?.value ?? value ?? old?.value;
		const resolved = told?.resolved;
		if (after === old?.value && (resolved === void 0 || old?.resolved === void 0 || resolved === old.resolved)) return [];
		return [{
			name,
			noEcho: false,
			...defined("before", standing(old?.value, old?.resolved)),
			...defined("after", standing(after, resolved)),
			...defined("zoneOf", zoneOf)
		}];
	});
	const declared = new Set(parameters.map((parameter) => parameter.name));
	const removed = [...before.values()].filter(({ name }) => !declared.has(name));
	return [...changed, ...removed.map(({ name, value, resolved }) => names.has(name) ? {
		name,
		noEcho: true
	} : {
		name,
		noEcho: false,
		...defined("before", standing(value, resolved))
	})];
}
function standing(value, resolved) {
	return resolved === void 0 || resolved === value ? value : `${value} (${resolved})`;
}
function keptParameters(sources) {
	const { parameters, stack, template } = sources;
	const { names } = hiddenParameters(sources);
	const changed = new Set(parameterChanges(sources).map(({ name }) => name));
	const present = new Map(stack?.parameters.map((parameter) => [parameter.name, parameter]));
	const defaults = new Map(template.parameters.map((declared) => [declared.name, declared.default]));
	return parameters.filter(({ name, source }) => source === "previous" && !changed.has(name)).map(({ name }) => {
		if (names.has(name)) return {
			name,
			value: "****"
		};
		const { value, resolved } = present.get(name) ?? {};
		return {
			name,
			value: standing(value, resolved) ?? "",
			...defined("default", standardOf(defaults.get(name), value, resolved))
		};
	});
}
function standardOf(standard, value, resolved) {
	return standard === value ? standing(standard, resolved) : standard;
}
function defined(name, value) {
	return value === void 0 ? {} : { [name]: value };
}

// src/changes/items/passing.ts
const SHORT_SHA = 7;
const REPEATED = /* @__PURE__ */ new Set([
	PROPERTY,
	MADE,
	VALUES
]);
function passingValues(items, run) {
	return [...items].flatMap(([name, { after }]) => {
		if (after === null || REPEATED.has(name.split(" ")[0] ?? "")) return [];
		const holds = heldBy(after, run, /^(parameter|tag) /.test(name));
		return holds === void 0 ? [] : [{
			name,
			holds
		}];
	});
}
function heldBy(text, { commits, runId, runNumber }, isGiven) {
	for (const sha of commits) {
		const short = new RegExp(`(?<![0-9a-f])${sha.slice(0, SHORT_SHA)}[0-9a-f]{0,32}(?![0-9a-f])`).exec(text)?.[0];
		if (short !== void 0 && sha.startsWith(short)) return `the short SHA ${short}`;
	}
	if (isWord(runId, text) && runId.length > 5) return `the run's id ${runId}`;
	return isGiven && runNumber.length > 1 && new RegExp(`^"([A-Za-z]+[-.]?)?${runNumber}"$`).test(text) ? `the run's number ${runNumber}` : void 0;
}
function isWord(word, text) {
	return /^\d+$/.test(word) && new RegExp(`(?<!\\d)${word}(?!\\d)`).test(text);
}

// src/changes/policies/named.ts
function namerOf({ Resources }, stackPath, known) {
	const place = stackPath.map((id) => `${id}/`).join("");
	return (reference) => {
		if (reference.startsWith("AWS::") && reference !== "AWS::NoValue") return known[reference] === void 0 ? `{{${place}${reference.replace("::", ".")}}}` : void 0;
		const [id = ""] = reference.split(".");
		const definition = isObject$1(Resources) && Object.hasOwn(Resources, id) ? Resources[id] : void 0;
		const type = isObject$1(definition) ? String(definition.Type) : "";
		return MAY_ANSWER.test(type) ? void 0 : `{{${place}${reference}}}`;
	};
}
const MAY_ANSWER = /^(?!AWS::)|^AWS::CloudFormation::|^AWS::Serverless::Application$|^AWS::SSM::Parameter$|::MODULE$/;
function named(value, name) {
	if (Array.isArray(value)) return value.map((item) => named(item, name));
	if (!isObject$1(value)) return value;
	const use = functionOf(value);
	if (use === void 0) return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, named(member, name)]));
	return call(use, name) ?? value;
}
function call({ name: called, argument }, name) {
	const items = Array.isArray(argument) ? argument : [argument];
	switch (called) {
		case "Ref": return name(String(argument));
		case "Fn::GetAtt": {
			const { logicalId, attribute } = attributeParts(argument) ?? {};
			return logicalId === void 0 || typeof attribute !== "string" ? void 0 : name(`${logicalId}.${attribute}`);
		}
		case "Fn::ImportValue": return { "Fn::Join": ["", [
			"{{import ",
			named(argument, name),
			"}}"
		]] };
		case "Fn::Sub": return substituted(items, name);
		case "Fn::If":
		case "Fn::Join":
		case "Fn::ToJsonString": return { [called]: named(argument, name) };
		default: return;
	}
}
function substituted([text, given = {}], name) {
	if (typeof text !== "string" || !isObject$1(given)) return void 0;
	const names = subVariables(text).flatMap((variable) => {
		const found = name(variable);
		return found === void 0 ? [] : [[variable, found]];
	});
	return { "Fn::Sub": [text, {
		...Object.fromEntries(names),
		...named(given, name)
	}] };
}

// src/changes/policies/written.ts
function writtenStates(resources, sources) {
	const asked = resources.filter(isShownInPart);
	if (asked.length === 0) return /* @__PURE__ */ new Map();
	const sides = {
		before: treeOf("before", sources),
		after: treeOf("after", sources)
	};
	return new Map(asked.map((change) => {
		const [before, after] = [writtenIn(sides.before, change), writtenIn(sides.after, change)];
		return [resourceKey(change), {
			...before && { before },
			...after && { after }
		}];
	}));
}
function treeOf(side, { templates, scopes }) {
	const byPath = new Map(templates.map((pair) => [pair.stackPath.join("/"), pair]));
	const stacks = /* @__PURE__ */ new Map();
	const stackAt = (stackPath) => {
		const key = stackPath.join("/");
		if (!stacks.has(key)) stacks.set(key, stackOf(stackPath));
		return stacks.get(key);
	};
	const stackOf = (stackPath) => {
		const template = byPath.get(stackPath.join("/"))?.[side];
		if (template === void 0 || hangsOnMore(template.value)) return void 0;
		const parent = stackPath.length === 0 ? void 0 : stackAt(stackPath.slice(0, -1));
		const pair = byPath.get("");
		if (stackPath.length === 0) return opened(template, stackPath, rootScopes(scopes[side], pair));
		return parent && opened(template, stackPath, innerScopes(template, parent, stackPath.at(-1) ?? ""));
	};
	return stackAt;
}
function opened(source, stackPath, scopes) {
	const template = withSpelledNumbers(source);
	return {
		template,
		name: namerOf(template, stackPath, scopes.strict.pseudo),
		strict: contextOf(template, scopes.strict),
		scopes
	};
}
function rootScopes(scope, pair) {
	const declared = [pair?.before, pair?.after].flatMap((template) => template ? declaredIn(template) : []);
	const hidden = new Set(declared.filter(({ noEcho }) => noEcho).map(({ name }) => name));
	const told = Object.entries(scope.parameters).filter(([name]) => !hidden.has(name));
	const strict = {
		...scope,
		parameters: Object.fromEntries(told)
	};
	return {
		strict,
		open: strict
	};
}
function innerScopes(template, parent, logicalId) {
	const parameters = declaredIn(template).filter(({ noEcho }) => !noEcho);
	const given = propertiesIn$1(parent, logicalId)?.Parameters ?? {};
	const strict = evaluateValue(parent.strict, given);
	const open = evaluateValue(openContext(parent), named(given, parent.name));
	return {
		strict: childScope({ parameters }, strict, parent.scopes.strict),
		open: childScope({ parameters }, open, parent.scopes.open)
	};
}
function declaredIn(template) {
	return readParameters({
		...template,
		file: "",
		locate: () => NOWHERE
	}).parameters;
}
const NOWHERE = {
	file: "",
	line: 1,
	column: 1
};
function openContext({ template, strict, scopes }) {
	return {
		...contextOf(template, scopes.open),
		condition: strict.condition
	};
}
function writtenIn(tree, { stackPath, logicalId, type }) {
	const stack = tree(stackPath);
	if (stack === void 0) return void 0;
	const raw = propertiesIn$1(stack, logicalId, type);
	if (raw === void 0) return void 0;
	const evaluated = evaluateValue(openContext(stack), named(raw, stack.name));
	if (!isEvaluatedObject(evaluated)) return void 0;
	const entries = Object.entries(evaluated).flatMap(([property, value]) => {
		const json = value === UNKNOWN$1 ? void 0 : known(value);
		return json === void 0 || isResolvedLater(json) ? [] : [[property, json]];
	});
	const taken = Object.entries(raw).filter(([property]) => evaluated[property] !== void 0);
	const policies = policiesIn(stack, logicalId);
	return {
		known: Object.fromEntries(entries),
		raw: Object.fromEntries(taken),
		policies
	};
}
function policiesIn(stack, logicalId) {
	const { DeletionPolicy, UpdateReplacePolicy } = definitionIn(stack, logicalId) ?? {};
	const told = Object.entries({
		DeletionPolicy,
		UpdateReplacePolicy
	}).flatMap(([name, value]) => value === void 0 ? [] : [[name, known(evaluateValue(stack.strict, value)) ?? null]]);
	return Object.fromEntries(told);
}
function isResolvedLater(value) {
	return JSON.stringify(value).includes("{{resolve:");
}
function definitionIn({ template: { Resources } }, logicalId) {
	const found = isObject$1(Resources) && Object.hasOwn(Resources, logicalId) ? Resources[logicalId] : void 0;
	return isObject$1(found) ? found : void 0;
}
function propertiesIn$1(stack, logicalId, type) {
	const found = definitionIn(stack, logicalId);
	if (found === void 0 || type !== void 0 && found.Type !== type) return void 0;
	return isObject$1(found.Properties) ? found.Properties : {};
}

// src/changes/unlistedChanges.ts
function unlistedChanges(templates) {
	return templates.flatMap(({ stackPath, before, after }) => {
		if (stackPath.length === 0 || before === void 0 || after === void 0) return [];
		const [had, wanted] = [withSpelledNumbers(before), withSpelledNumbers(after)];
		const definitions = new Map(resourcesOf(wanted).map(({ path, resource }) => [path.join("/"), resource]));
		return resourcesOf(had).flatMap(({ logicalId, path, resource: old }) => {
			const type = typeOf(old);
			const now = definitions.get(path.join("/"));
			const isGone = typeOf(now) !== type;
			const rounds = isGone ? "some" : roundsLost(loopsAround(had, path), loopsAround(wanted, path));
			const isCut = now !== void 0 && mayBeCut(now, old, JSON.stringify(had.Conditions) !== JSON.stringify(wanted.Conditions));
			const fewer = rounds === "none" && isCut ? "perhaps" : rounds;
			const resource = {
				stackPath,
				logicalId,
				type,
				scope: [],
				before: old
			};
			const modified = isGone || now === void 0 ? void 0 : modificationOf(resource, now);
			return [...fewer === "none" ? [] : [{
				change: removalOf(resource),
				isCertain: fewer === "some"
			}], ...modified === void 0 ? [] : [{
				change: modified,
				isCertain: true
			}]];
		});
	});
}
function removalOf(resource) {
	const { type, before } = resource;
	const { DeletionPolicy = usualPolicy(type, propertiesOf(before)) } = before;
	return {
		...resource,
		action: "Remove",
		details: [],
		policyAction: POLICIES[keeping(DeletionPolicy)].goes
	};
}
function modificationOf(resource, now) {
	const [had, has] = [propertiesOf(resource.before), propertiesOf(now)];
	const names = [.../* @__PURE__ */ new Set([...Object.keys(had), ...Object.keys(has)])].filter((name) => JSON.stringify(had[name]) !== JSON.stringify(has[name]));
	if (names.length === 0) return void 0;
	const details = names.map((name) => {
		return {
			attribute: "Properties",
			name,
			path: `/Properties/${name}`,
			requiresRecreation: "Conditionally",
			evaluation: "Dynamic"
		};
	});
	const { replaced } = POLICIES[keeping(now.UpdateReplacePolicy)];
	return {
		...resource,
		action: "Modify",
		details,
		after: now,
		policyAction: replaced
	};
}
function keeping(policy) {
	if (policy === "Retain" || policy === "RetainExceptOnCreate") return "Retain";
	return policy === "Snapshot" ? "Snapshot" : "Delete";
}
const POLICIES = {
	Delete: {
		goes: "Delete",
		replaced: "ReplaceAndDelete"
	},
	Retain: {
		goes: "Retain",
		replaced: "ReplaceAndRetain"
	},
	Snapshot: {
		goes: "Snapshot",
		replaced: "ReplaceAndSnapshot"
	}
};
function loopsAround(template, path) {
	const found = [];
	let node = template;
	for (const step of path) if (Array.isArray(node)) {
		const [, collection = null, body = null] = node;
		found.push(collection);
		node = body;
	} else node = isObject$1(node) && typeof step === "string" ? node[step] ?? null : null;
	return found;
}
function roundsLost(before, after) {
	const losses = before.map((had, index) => {
		const has = after[index] ?? null;
		if (JSON.stringify(had) === JSON.stringify(has)) return "none";
		if (!isPlainList(had) || !isPlainList(has)) return "perhaps";
		return had.every((item) => has.includes(item)) ? "none" : "some";
	});
	return losses.includes("some") ? "some" : losses.includes("perhaps") ? "perhaps" : "none";
}
function isPlainList(collection) {
	return Array.isArray(collection) && collection.every((item) => typeof item === "string");
}
function mayBeCut(now, old, areOthers) {
	return now.Condition !== void 0 && (areOthers || now.Condition !== old.Condition);
}
function typeOf(definition) {
	const type = isObject$1(definition) ? String(definition.Type) : "";
	return MADE_BY_SAM[type] ?? type;
}
const MADE_BY_SAM = {
	"AWS::Serverless::Api": "AWS::ApiGateway::RestApi",
	"AWS::Serverless::Application": "AWS::CloudFormation::Stack",
	"AWS::Serverless::Function": "AWS::Lambda::Function",
	"AWS::Serverless::HttpApi": "AWS::ApiGatewayV2::Api",
	"AWS::Serverless::SimpleTable": "AWS::DynamoDB::Table",
	"AWS::Serverless::StateMachine": "AWS::StepFunctions::StateMachine"
};
function propertiesOf(definition) {
	return isObject$1(definition) && isObject$1(definition.Properties) ? definition.Properties : {};
}

// src/estimate/span.ts
const NOTHING$2 = {
	low: 0,
	typical: 0,
	high: 0
};
function seconds(low, typical, high) {
	return {
		low: low * 1e3,
		typical: typical * 1e3,
		high: high * 1e3
	};
}
function inTurn(...spans) {
	return spans.reduce((sum, span) => ({
		low: sum.low + span.low,
		typical: sum.typical + span.typical,
		high: sum.high + span.high
	}), NOTHING$2);
}
function sideBySide(...spans) {
	return spans.reduce((longest, span) => ({
		low: Math.max(longest.low, span.low),
		typical: Math.max(longest.typical, span.typical),
		high: Math.max(longest.high, span.high)
	}), NOTHING$2);
}
function leftOf({ low, typical, high }, elapsed) {
	const gone = Math.max(0, elapsed);
	const left = gone < typical ? typical - gone : Math.max(2e3, gone / 10);
	return {
		low: Math.max(0, low - gone),
		typical: left,
		high: Math.max(high - gone, left * 2)
	};
}

// src/estimate/criticalPath.ts
function criticalPath(steps) {
	const byKey = new Map(steps.map((step) => [step.key, step]));
	const ends = /* @__PURE__ */ new Map();
	for (const { key } of steps) settle(key, byKey, ends);
	return sideBySide(...ends.values());
}
function settle(key, byKey, ends) {
	const trail = [key];
	const onTrail = new Set(trail);
	for (let top = trail.at(-1); top !== void 0; top = trail.at(-1)) {
		const step = byKey.get(top);
		const open = step?.after.find((other) => byKey.has(other) && !ends.has(other) && !onTrail.has(other));
		if (open !== void 0) {
			trail.push(open);
			onTrail.add(open);
			continue;
		}
		const waits = (step?.after ?? []).map((other) => ends.get(other) ?? NOTHING$2);
		if (step !== void 0 && !ends.has(top)) ends.set(top, inTurn(sideBySide(...waits), step.span));
		onTrail.delete(top);
		trail.pop();
	}
}

// src/estimate/published.data.ts
const DELETIONS = {
	"AWS::AutoScaling::AutoScalingGroup": seconds(60, 300, 600),
	"AWS::CloudFront::Distribution": seconds(150, 300, 2400),
	"AWS::EC2::Instance": seconds(18, 30, 120),
	"AWS::EC2::NatGateway": seconds(40, 61, 110),
	"AWS::EKS::Cluster": seconds(180, 320, 720),
	"AWS::EKS::Nodegroup": seconds(100, 150, 600),
	"AWS::ElasticLoadBalancingV2::LoadBalancer": seconds(5, 30, 160),
	"AWS::RDS::DBCluster": seconds(40, 63, 400),
	"AWS::RDS::DBInstance": seconds(200, 300, 600),
	"AWS::SQS::Queue": seconds(25, 60, 75)
};
const CREATIONS = { "AWS::RDS::DBCluster": seconds(35, 61, 400) };
const IN_CLUSTER = {
	create: seconds(230, 383, 1040),
	delete: seconds(400, 650, 900)
};
const SOMEBODYS = seconds(2, 30, 300);
const UNKNOWN = seconds(2, 10, 120);
const QUICKLY = seconds(1, 3, 15);
const BEFORE = seconds(2, 4, 8);
const AFTER = seconds(1, 3, 6);
const HOP = seconds(0, 1, 3);
const AFTER_NESTED = seconds(2, 8, 20);

// src/estimate/steps.ts
function forwardSteps(tasks, changes, templates) {
	const nodes = /* @__PURE__ */ new Map();
	for (const { stackPath, after } of templates) if (after !== void 0) addGraph(nodes, stackPath, resourceGraph(after.value));
	for (const change of changes) addNode(nodes, change, change.details.map(causingResource).filter((id) => id !== void 0));
	return stepsOf(nodes, tasks);
}
function cleanupSteps(tasks, changes, templates) {
	if (tasks.size === 0) return [];
	const nodes = /* @__PURE__ */ new Map();
	for (const { stackPath, before } of templates) if (before !== void 0) addGraph(nodes, stackPath, turned(resourceGraph(before.value)));
	for (const change of changes) addNode(nodes, change, []);
	return stepsOf(nodes, tasks);
}
function addGraph(nodes, stackPath, graph) {
	for (const [logicalId, after] of graph) addNode(nodes, {
		stackPath,
		logicalId
	}, [...after]);
}
function addNode(nodes, resource, after) {
	const key = resourceKey(resource);
	const { stackPath } = resource;
	const node = nodes.get(key) ?? {
		stackPath,
		after: /* @__PURE__ */ new Set()
	};
	for (const logicalId of after) {
		const other = resourceKey({
			stackPath,
			logicalId
		});
		if (other !== key) node.after.add(other);
	}
	nodes.set(key, node);
}
function turned(graph) {
	const dependents = new Map([...graph.keys()].map((name) => [name, /* @__PURE__ */ new Set()]));
	for (const [name, after] of graph) for (const other of after) dependents.get(other)?.add(name);
	return dependents;
}
function stepsOf(nodes, tasks) {
	const inside = Map.groupBy(nodes.keys(), (key) => nodes.get(key)?.stackPath.join("/") ?? "");
	const isBusy = (stack) => (inside.get(stack) ?? []).some((key) => tasks.has(key) || isBusy(key));
	return [...nodes].flatMap(([key, { stackPath, after }]) => {
		const waits = [...after, ...stackPath.length === 0 ? [] : [beginOf(stackPath.join("/"))]];
		const inner = inside.get(key) ?? [];
		const task = tasks.get(key);
		if (inner.length === 0 || task !== void 0 && !isBusy(key)) return [{
			key,
			after: waits,
			span: task === void 0 ? NOTHING$2 : inTurn(HOP, task.span)
		}];
		const begin = beginOf(key);
		const [before, at] = isBusy(key) ? [inTurn(HOP, BEFORE), AFTER_NESTED] : [NOTHING$2, NOTHING$2];
		return [{
			key: begin,
			after: waits,
			span: before
		}, {
			key,
			after: [begin, ...inner],
			span: at
		}];
	});
}
function beginOf(stackKey) {
	return `${stackKey}/`;
}

// src/estimate/durations.data.ts
const SLOW = {
	"APS::RuleGroupsNamespace": "47 44",
	"APS::Workspace": "30 66",
	"AmazonMQ::Broker": "604 3",
	"AmazonMQ::ConfigurationAssociation": "177 1",
	"Amplify::Domain": "46 1",
	"ApiGateway::BasePathMapping": "12 0",
	"ApiGateway::DomainName": "14 3",
	"ApiGateway::VpcLink": "429 2",
	"ApiGatewayV2::VpcLink": "124 0",
	"AppConfig::Deployment": "133 0",
	"AppFlow::ConnectorProfile": "9 10",
	"AppFlow::Flow": "10 10",
	"AppRunner::Service": "218 143",
	"AppRunner::VpcIngressConnection": "38 0",
	"AppStream::Fleet": "20 3",
	"AppStream::ImageBuilder": "817 1",
	"AppSync::ApiCache": "437 1",
	"AppSync::DomainNameApiAssociation": "313 200",
	"ApplicationInsights::Application": "45 1",
	"Athena::CapacityReservation": "84 2",
	"AutoScaling::ScheduledAction": "12 0",
	"AutoScaling::WarmPool": "24 12",
	"AutoScalingPlans::ScalingPlan": "61 1",
	"Backup::Framework": "22 22",
	"Budgets::Budget": "1 16",
	"Cassandra::Keyspace": "16 4",
	"Cassandra::Table": "27 38",
	"CertificateManager::Certificate": "239 0",
	"Cloud9::EnvironmentEC2": "48 1",
	"CloudFormation::CustomResource": "119 19",
	"CloudFormation::HookVersion": "44 1",
	"CloudFormation::ModuleVersion": "17 1",
	"CloudFormation::PublicTypeVersion": "167 1",
	"CloudFormation::ResourceVersion": "108 1",
	"CloudFormation::Stack": "133 37",
	"CloudFormation::StackSet": "17 16",
	"CloudFormation::WaitCondition": "210 0",
	"CloudFront::Distribution": "266 164",
	"CloudFront::Function": "5 41",
	"CodeArtifact::Repository": "12 2",
	"CodeDeploy::DeploymentGroup": "20 9",
	"CodeGuruReviewer::RepositoryAssociation": "34 1",
	"CodePipeline::Pipeline": "71 3",
	"Cognito::UserPoolGroup": "21 1",
	"Comprehend::DocumentClassifier": "1846 2",
	"Comprehend::Flywheel": "20 2",
	"Config::ConformancePack": "34 35",
	"Config::OrganizationConfigRule": "106 1",
	"Config::OrganizationConformancePack": "227 223",
	"Connect::Instance": "71 1",
	"Connect::PhoneNumber": "6 33",
	"Connect::TrafficDistributionGroup": "231 2",
	"ControlTower::EnabledControl": "107 1",
	"DAX::Cluster": "485 0",
	"DMS::Endpoint": "7 12",
	"DMS::EventSubscription": "20 0",
	"DMS::ReplicationInstance": "778 0",
	"DMS::ReplicationSubnetGroup": "2 19",
	"DMS::ReplicationTask": "54 23",
	"Detective::Graph": "18 2",
	"Detective::MemberInvitation": "32 1",
	"DirectoryService::MicrosoftAD": "1698 1",
	"DirectoryService::SimpleAD": "435 2",
	"DocDB::DBCluster": "68 1",
	"DocDB::DBInstance": "298 2",
	"DocDBElastic::Cluster": "1299 193",
	"DynamoDB::GlobalTable": "64 13",
	"DynamoDB::Table": "15 10",
	"EC2::CapacityReservationFleet": "33 135",
	"EC2::ClientVpnAuthorizationRule": "240 0",
	"EC2::ClientVpnRoute": "37 1",
	"EC2::ClientVpnTargetNetworkAssociation": "463 0",
	"EC2::CustomerGateway": "17 2",
	"EC2::EC2Fleet": "3 57",
	"EC2::EIP": "17 2",
	"EC2::EgressOnlyInternetGateway": "17 1",
	"EC2::Host": "17 2",
	"EC2::IPAMPool": "18 28",
	"EC2::IPAMPoolCidr": "10 1",
	"EC2::Instance": "16 16",
	"EC2::InstanceConnectEndpoint": "316 2",
	"EC2::InternetGateway": "17 16",
	"EC2::NatGateway": "106 5",
	"EC2::NetworkAcl": "17 16",
	"EC2::NetworkInsightsAccessScopeAnalysis": "63 2",
	"EC2::NetworkInsightsAnalysis": "23 2",
	"EC2::NetworkInterface": "12 2",
	"EC2::NetworkInterfaceAttachment": "12 11",
	"EC2::NetworkInterfacePermission": "16 1",
	"EC2::PlacementGroup": "17 0",
	"EC2::RouteTable": "12 11",
	"EC2::SpotFleet": "4 64",
	"EC2::Subnet": "4 10",
	"EC2::SubnetNetworkAclAssociation": "13 1",
	"EC2::TransitGateway": "53 2",
	"EC2::TransitGatewayAttachment": "50 29",
	"EC2::TransitGatewayMulticastDomain": "17 1",
	"EC2::TransitGatewayMulticastDomainAssociation": "18 1",
	"EC2::TransitGatewayPeeringAttachment": "39 1",
	"EC2::TransitGatewayPolicyTableAssociation": "35 1",
	"EC2::TransitGatewayVpcAttachment": "49 4",
	"EC2::VPC": "12 2",
	"EC2::VPCCidrBlock": "23 1",
	"EC2::VPCEndpoint": "47 11",
	"EC2::VPCGatewayAttachment": "12 11",
	"EC2::VPCPeeringConnection": "10 1",
	"EC2::VPNConnection": "165 2",
	"EC2::VPNConnectionRoute": "18 1",
	"EC2::VPNGatewayRoutePropagation": "18 18",
	"EC2::VerifiedAccessEndpoint": "783 303",
	"ECS::ClusterCapacityProviderAssociations": "13 31",
	"ECS::Service": "119 71",
	"ECS::TaskSet": "62 5",
	"EFS::MountTarget": "93 0",
	"EKS::Addon": "15 9",
	"EKS::Cluster": "544 285",
	"EKS::FargateProfile": "18 2",
	"EKS::IdentityProviderConfig": "433 2",
	"EKS::Nodegroup": "160 671",
	"EMR::Cluster": "503 11",
	"EMR::InstanceFleetConfig": "308 1",
	"EMR::InstanceGroupConfig": "192 0",
	"ElastiCache::CacheCluster": "344 113",
	"ElastiCache::GlobalReplicationGroup": "119 1",
	"ElastiCache::ReplicationGroup": "712 208",
	"ElastiCache::UserGroup": "42 2",
	"ElasticBeanstalk::Environment": "252 391",
	"ElasticLoadBalancingV2::LoadBalancer": "116 2",
	"ElasticLoadBalancingV2::TargetGroup": "18 6",
	"Elasticsearch::Domain": "1070 281",
	"Events::Endpoint": "6 11",
	"Events::Rule": "62 1",
	"FSx::DataRepositoryAssociation": "73 28",
	"FSx::FileSystem": "637 331",
	"FSx::Snapshot": "62 32",
	"FSx::StorageVirtualMachine": "176 32",
	"FSx::Volume": "65 39",
	"GameLift::Fleet": "130 1",
	"GameLift::GameServerGroup": "18 1",
	"GlobalAccelerator::Accelerator": "27 29",
	"GlobalAccelerator::EndpointGroup": "46 342",
	"GlobalAccelerator::Listener": "2 31",
	"Glue::DevEndpoint": "437 1",
	"Grafana::Workspace": "467 0",
	"GroundStation::DataflowEndpointGroup": "36 1",
	"HealthLake::FHIRDatastore": "2025 2",
	"IAM::Group": "12 2",
	"IAM::GroupPolicy": "32 1",
	"IAM::InstanceProfile": "126 0",
	"IAM::ManagedPolicy": "16 1",
	"IAM::Policy": "17 3",
	"IAM::Role": "12 17",
	"IAM::RolePolicy": "32 1",
	"IAM::ServerCertificate": "122 1",
	"IAM::User": "37 2",
	"IAM::UserPolicy": "32 0",
	"IAM::VirtualMFADevice": "124 1",
	"ImageBuilder::Image": "846 1",
	"IoT::PolicyPrincipalAttachment": "60 1",
	"IoT::RoleAlias": "1 32",
	"IoT::ThingPrincipalAttachment": "61 1",
	"IoTEvents::AlarmModel": "11 12",
	"IoTEvents::DetectorModel": "12 14",
	"IoTSiteWise::Asset": "13 9",
	"IoTSiteWise::AssetModel": "11 14",
	"IoTSiteWise::Portal": "46 7",
	"KMS::Alias": "62 13",
	"KMS::Key": "122 71",
	"KMS::ReplicaKey": "124 54",
	"KafkaConnect::Connector": "607 632",
	"Kendra::DataSource": "16 9",
	"Kendra::Faq": "10 1",
	"Kendra::Index": "1970 290",
	"KendraRanking::ExecutionPlan": "491 1",
	"Kinesis::Stream": "14 29",
	"Kinesis::StreamConsumer": "12 0",
	"KinesisAnalyticsV2::Application": "7 104",
	"KinesisFirehose::DeliveryStream": "77 4",
	"KinesisVideo::Stream": "6 12",
	"Lambda::Alias": "51 218",
	"Lambda::EventSourceMapping": "10 1",
	"Lambda::Function": "25 12",
	"Lex::Bot": "25 0",
	"Lex::BotVersion": "51 1",
	"Lightsail::Bucket": "59 28",
	"Lightsail::Container": "54 526",
	"Lightsail::Database": "793 598",
	"Lightsail::Disk": "16 13",
	"Lightsail::Instance": "86 104",
	"Lightsail::LoadBalancer": "77 142",
	"Lightsail::LoadBalancerTlsCertificate": "37 1",
	"Lightsail::StaticIp": "28 10",
	"Logs::LogStream": "11 0",
	"M2::Environment": "168 321",
	"MSK::Cluster": "1833 1481",
	"MSK::ServerlessCluster": "138 1",
	"MSK::VpcConnection": "130 1",
	"MWAA::Environment": "111 117",
	"MediaLive::Channel": "18 22",
	"MediaLive::Input": "6 25",
	"MediaStore::Container": "36 1",
	"MemoryDB::ACL": "2 53",
	"MemoryDB::Cluster": "1054 236",
	"MemoryDB::User": "2 50",
	"Neptune::DBCluster": "79 2",
	"Neptune::DBInstance": "845 528",
	"NetworkFirewall::Firewall": "312 21",
	"NetworkFirewall::LoggingConfiguration": "10 0",
	"NetworkManager::ConnectAttachment": "51 2",
	"NetworkManager::ConnectPeer": "213 2",
	"NetworkManager::CoreNetwork": "206 4",
	"NetworkManager::SiteToSiteVpnAttachment": "287 2",
	"NetworkManager::TransitGatewayPeering": "393 2",
	"NetworkManager::TransitGatewayRegistration": "32 1",
	"NetworkManager::TransitGatewayRouteTableAttachment": "162 2",
	"NetworkManager::VpcAttachment": "109 106",
	"NimbleStudio::LaunchProfile": "25 8",
	"OSIS::Pipeline": "500 539",
	"Omics::AnnotationStore": "243 2",
	"Omics::VariantStore": "240 2",
	"OpenSearchServerless::Collection": "134 0",
	"OpenSearchServerless::VpcEndpoint": "76 0",
	"OpenSearchService::Domain": "887 347",
	"OpsWorks::Instance": "119 0",
	"OpsWorksCM::Server": "955 6",
	"Organizations::Account": "16 2",
	"PCAConnectorAD::Connector": "59 2",
	"Panorama::ApplicationInstance": "61 1",
	"Personalize::Dataset": "23 197",
	"Personalize::DatasetGroup": "19 1",
	"Pipes::Pipe": "14 12",
	"QLDB::Ledger": "81 1",
	"QuickSight::Analysis": "113 129",
	"QuickSight::Dashboard": "102 139",
	"QuickSight::DataSet": "24 32",
	"QuickSight::DataSource": "22 25",
	"QuickSight::RefreshSchedule": "62 1",
	"QuickSight::Template": "113 114",
	"QuickSight::Theme": "47 47",
	"QuickSight::Topic": "67 1",
	"QuickSight::VPCConnection": "107 1",
	"RAM::ResourceShare": "16 9",
	"RDS::DBCluster": "222 62",
	"RDS::DBInstance": "595 171",
	"RDS::DBProxy": "225 63",
	"RDS::DBProxyEndpoint": "163 106",
	"RDS::DBProxyTargetGroup": "85 4",
	"Redshift::Cluster": "239 90",
	"Redshift::EndpointAccess": "180 1",
	"RedshiftServerless::Workgroup": "123 1",
	"Rekognition::Collection": "67 1",
	"ResourceExplorer2::Index": "32 2",
	"Route53::DNSSEC": "32 1",
	"Route53::HostedZone": "71 16",
	"Route53::KeySigningKey": "32 33",
	"Route53::RecordSet": "20 2",
	"Route53::RecordSetGroup": "33 1",
	"Route53RecoveryControl::ControlPanel": "12 1",
	"Route53RecoveryControl::RoutingControl": "24 1",
	"Route53RecoveryControl::SafetyRule": "14 1",
	"Route53Resolver::FirewallRuleGroup": "43 1",
	"Route53Resolver::FirewallRuleGroupAssociation": "63 1",
	"Route53Resolver::ResolverConfig": "185 1",
	"Route53Resolver::ResolverDNSSECConfig": "185 1",
	"Route53Resolver::ResolverEndpoint": "40 1",
	"Route53Resolver::ResolverQueryLoggingConfigAssociation": "10 0",
	"Route53Resolver::ResolverRule": "17 16",
	"Route53Resolver::ResolverRuleAssociation": "97 0",
	"S3::AccessPoint": "32 2",
	"S3::Bucket": "30 31",
	"S3::BucketPolicy": "12 12",
	"S3::MultiRegionAccessPoint": "220 1",
	"S3::MultiRegionAccessPointPolicy": "12 15",
	"S3Outposts::AccessPoint": "82 2",
	"S3Outposts::Bucket": "42 2",
	"S3Outposts::Endpoint": "253 1",
	"SES::ConfigurationSetEventDestination": "11 0",
	"SES::DedicatedIpPool": "11 1",
	"SES::EmailIdentity": "127 2",
	"SES::Template": "12 1",
	"SES::VdmAttributes": "11 1",
	"SNS::TopicInlinePolicy": "32 32",
	"SQS::Queue": "72 2",
	"SQS::QueueInlinePolicy": "32 1",
	"SSM::Document": "32 2",
	"SSMIncidents::ReplicationSet": "101 969",
	"SSO::Assignment": "15 1",
	"SageMaker::App": "187 1",
	"SageMaker::Domain": "279 1",
	"SageMaker::Endpoint": "242 272",
	"SageMaker::FeatureGroup": "27 6",
	"SageMaker::InferenceExperiment": "171 184",
	"SageMaker::ModelCard": "6 11",
	"SageMaker::ModelPackage": "258 8",
	"SageMaker::MonitoringSchedule": "12 12",
	"SageMaker::NotebookInstance": "234 155",
	"SageMaker::Project": "29 1",
	"SecretsManager::RotationSchedule": "17 1",
	"SecurityHub::Hub": "13 1",
	"SecurityHub::Standard": "57 8",
	"ServiceCatalog::CloudFormationProduct": "11 10",
	"ServiceCatalog::CloudFormationProvisionedProduct": "133 73",
	"ServiceDiscovery::HttpNamespace": "46 1",
	"ServiceDiscovery::Instance": "10 1",
	"ServiceDiscovery::PrivateDnsNamespace": "46 12",
	"ServiceDiscovery::PublicDnsNamespace": "46 1",
	"ServiceDiscovery::Service": "1 22",
	"Shield::DRTAccess": "10 1",
	"Shield::ProactiveEngagement": "10 1",
	"Shield::Protection": "7 19",
	"SimSpaceWeaver::Simulation": "221 1",
	"Synthetics::Canary": "25 28",
	"SystemsManagerSAP::Application": "12 1",
	"Transfer::Server": "204 5",
	"Transfer::User": "10 7",
	"VoiceID::Domain": "2 62",
	"VpcLattice::ServiceNetworkVpcAssociation": "31 131",
	"WAFRegional::ByteMatchSet": "72 1",
	"WAFRegional::GeoMatchSet": "70 1",
	"WAFRegional::IPSet": "74 0",
	"WAFRegional::RateBasedRule": "61 1",
	"WAFRegional::RegexPatternSet": "72 1",
	"WAFRegional::Rule": "51 0",
	"WAFRegional::SizeConstraintSet": "71 1",
	"WAFRegional::SqlInjectionMatchSet": "71 0",
	"WAFRegional::WebACL": "59 0",
	"WAFRegional::XssMatchSet": "74 0",
	"WorkSpaces::Workspace": "1619 1"
};
const QUICK = {
	ACMPCA: "Certificate CertificateAuthority CertificateAuthorityActivation Permission",
	AccessAnalyzer: "Analyzer",
	AmazonMQ: "Configuration",
	Amplify: "App Branch",
	AmplifyUIBuilder: "Component Form Theme",
	ApiGateway: "Account ApiKey Authorizer ClientCertificate Deployment DocumentationPart DocumentationVersion GatewayResponse Method Model RequestValidator Resource RestApi Stage UsagePlan UsagePlanKey",
	ApiGatewayV2: "Api ApiMapping Authorizer Deployment DomainName Integration IntegrationResponse Model Route RouteResponse Stage",
	AppConfig: "Application ConfigurationProfile DeploymentStrategy Environment Extension ExtensionAssociation HostedConfigurationVersion",
	AppFlow: "Connector",
	AppIntegrations: "Application DataIntegration EventIntegration",
	AppMesh: "GatewayRoute Mesh Route VirtualGateway VirtualNode VirtualRouter VirtualService",
	AppRunner: "AutoScalingConfiguration ObservabilityConfiguration VpcConnector",
	AppStream: "AppBlock Application ApplicationEntitlementAssociation ApplicationFleetAssociation DirectoryConfig Entitlement Stack StackFleetAssociation",
	AppSync: "ApiKey DataSource DomainName FunctionConfiguration GraphQLApi GraphQLSchema Resolver SourceApiAssociation",
	ApplicationAutoScaling: "ScalableTarget ScalingPolicy",
	Athena: "DataCatalog NamedQuery PreparedStatement WorkGroup",
	AuditManager: "Assessment",
	AutoScaling: "AutoScalingGroup LaunchConfiguration LifecycleHook ScalingPolicy",
	Backup: "BackupPlan BackupSelection BackupVault ReportPlan",
	BackupGateway: "Hypervisor",
	Batch: "ComputeEnvironment JobDefinition JobQueue SchedulingPolicy",
	Budgets: "BudgetsAction",
	CE: "CostCategory",
	CUR: "ReportDefinition",
	CertificateManager: "Account",
	Chatbot: "MicrosoftTeamsChannelConfiguration SlackChannelConfiguration",
	CleanRooms: "AnalysisTemplate Collaboration ConfiguredTable ConfiguredTableAssociation Membership",
	CloudFormation: "HookDefaultVersion HookTypeConfig Macro ModuleDefaultVersion Publisher ResourceDefaultVersion TypeActivation WaitConditionHandle",
	CloudFront: "CachePolicy CloudFrontOriginAccessIdentity ContinuousDeploymentPolicy KeyGroup OriginAccessControl OriginRequestPolicy PublicKey RealtimeLogConfig ResponseHeadersPolicy",
	CloudTrail: "Channel EventDataStore ResourcePolicy Trail",
	CloudWatch: "Alarm AnomalyDetector CompositeAlarm Dashboard InsightRule MetricStream",
	CodeArtifact: "Domain",
	CodeBuild: "Project ReportGroup SourceCredential",
	CodeCommit: "Repository",
	CodeDeploy: "Application DeploymentConfig",
	CodeGuruProfiler: "ProfilingGroup",
	CodePipeline: "CustomActionType Webhook",
	CodeStar: "GitHubRepository",
	CodeStarConnections: "Connection",
	CodeStarNotifications: "NotificationRule",
	Cognito: "IdentityPool IdentityPoolPrincipalTag IdentityPoolRoleAttachment UserPool UserPoolClient UserPoolDomain UserPoolIdentityProvider UserPoolResourceServer UserPoolRiskConfigurationAttachment UserPoolUICustomizationAttachment UserPoolUser UserPoolUserToGroupAttachment",
	Config: "AggregationAuthorization ConfigRule ConfigurationAggregator ConfigurationRecorder DeliveryChannel RemediationConfiguration StoredQuery",
	Connect: "ApprovedOrigin ContactFlow ContactFlowModule EvaluationForm HoursOfOperation InstanceStorageConfig IntegrationAssociation Prompt Queue QuickConnect RoutingProfile Rule SecurityKey TaskTemplate User UserHierarchyGroup View ViewVersion",
	ConnectCampaigns: "Campaign",
	CustomerProfiles: "CalculatedAttributeDefinition Domain EventStream Integration ObjectType",
	DAX: "ParameterGroup SubnetGroup",
	DLM: "LifecyclePolicy",
	DMS: "Certificate DataProvider InstanceProfile MigrationProject ReplicationConfig",
	DataBrew: "Dataset Job Project Recipe Ruleset Schedule",
	DataPipeline: "Pipeline",
	DataSync: "Agent LocationAzureBlob LocationEFS LocationFSxLustre LocationFSxONTAP LocationFSxOpenZFS LocationFSxWindows LocationHDFS LocationNFS LocationObjectStorage LocationS3 LocationSMB Task",
	Detective: "OrganizationAdmin",
	DevOpsGuru: "LogAnomalyDetectionIntegration NotificationChannel ResourceCollection",
	DeviceFarm: "DevicePool InstanceProfile NetworkProfile Project TestGridProject VPCEConfiguration",
	DocDB: "DBClusterParameterGroup DBSubnetGroup EventSubscription",
	EC2: "CapacityReservation CarrierGateway ClientVpnEndpoint DHCPOptions EIPAssociation FlowLog GatewayRouteTableAssociation IPAM IPAMAllocation IPAMResourceDiscovery IPAMResourceDiscoveryAssociation IPAMScope IpPoolRouteTableAssociation KeyPair LaunchTemplate LocalGatewayRoute LocalGatewayRouteTable LocalGatewayRouteTableVPCAssociation LocalGatewayRouteTableVirtualInterfaceGroupAssociation NetworkAclEntry NetworkInsightsAccessScope NetworkInsightsPath NetworkPerformanceMetricSubscription PrefixList Route SecurityGroup SecurityGroupEgress SecurityGroupIngress SubnetCidrBlock SubnetRouteTableAssociation TrafficMirrorFilter TrafficMirrorFilterRule TrafficMirrorSession TrafficMirrorTarget TransitGatewayConnect TransitGatewayMulticastGroupMember TransitGatewayMulticastGroupSource TransitGatewayPolicyTable TransitGatewayRoute TransitGatewayRouteTable TransitGatewayRouteTableAssociation TransitGatewayRouteTablePropagation VPCDHCPOptionsAssociation VPCEndpointConnectionNotification VPCEndpointService VPCEndpointServicePermissions VPNGateway VerifiedAccessGroup VerifiedAccessInstance VerifiedAccessTrustProvider Volume VolumeAttachment",
	ECR: "PublicRepository PullThroughCacheRule RegistryPolicy ReplicationConfiguration Repository",
	ECS: "CapacityProvider Cluster PrimaryTaskSet TaskDefinition",
	EFS: "AccessPoint FileSystem",
	EMR: "SecurityConfiguration Step Studio StudioSessionMapping WALWorkspace",
	EMRContainers: "VirtualCluster",
	EMRServerless: "Application",
	ElastiCache: "ParameterGroup SecurityGroup SubnetGroup User",
	ElasticBeanstalk: "Application ApplicationVersion ConfigurationTemplate",
	ElasticLoadBalancing: "LoadBalancer",
	ElasticLoadBalancingV2: "Listener ListenerCertificate ListenerRule",
	EntityResolution: "SchemaMapping",
	EventSchemas: "Discoverer Registry RegistryPolicy Schema",
	Events: "ApiDestination Archive Connection EventBus EventBusPolicy",
	Evidently: "Experiment Feature Launch Project Segment",
	FIS: "ExperimentTemplate",
	FMS: "NotificationChannel Policy ResourceSet",
	Forecast: "Dataset DatasetGroup",
	FraudDetector: "Detector EntityType EventType Label List Outcome Variable",
	GameLift: "Alias Build GameSessionQueue Location MatchmakingConfiguration MatchmakingRuleSet Script",
	Glue: "Classifier Connection Crawler CustomEntityType DataCatalogEncryptionSettings DataQualityRuleset Database Job MLTransform Partition Registry Schema SchemaVersion SecurityConfiguration Table Trigger Workflow",
	Greengrass: "ConnectorDefinition ConnectorDefinitionVersion CoreDefinition CoreDefinitionVersion DeviceDefinition DeviceDefinitionVersion FunctionDefinition FunctionDefinitionVersion Group GroupVersion LoggerDefinition LoggerDefinitionVersion ResourceDefinition ResourceDefinitionVersion SubscriptionDefinition SubscriptionDefinitionVersion",
	GreengrassV2: "ComponentVersion Deployment",
	GroundStation: "Config MissionProfile",
	GuardDuty: "Detector Filter IPSet Master ThreatIntelSet",
	IAM: "AccessKey OIDCProvider SAMLProvider ServiceLinkedRole UserToGroupAddition",
	IVS: "Channel PlaybackKeyPair RecordingConfiguration StreamKey",
	IVSChat: "LoggingConfiguration Room",
	IdentityStore: "Group GroupMembership",
	ImageBuilder: "Component ContainerRecipe DistributionConfiguration ImagePipeline ImageRecipe InfrastructureConfiguration",
	Inspector: "AssessmentTarget AssessmentTemplate ResourceGroup",
	InspectorV2: "Filter",
	InternetMonitor: "Monitor",
	IoT: "AccountAuditConfiguration Authorizer BillingGroup CACertificate Certificate CustomMetric Dimension DomainConfiguration FleetMetric JobTemplate Logging MitigationAction Policy ProvisioningTemplate ResourceSpecificLogging ScheduledAudit SecurityProfile Thing ThingGroup ThingType TopicRule TopicRuleDestination",
	IoTAnalytics: "Channel Dataset Datastore Pipeline",
	IoTCoreDeviceAdvisor: "SuiteDefinition",
	IoTEvents: "Input",
	IoTFleetHub: "Application",
	IoTSiteWise: "AccessPolicy Dashboard Gateway Project",
	IoTTwinMaker: "ComponentType Entity Scene SyncJob Workspace",
	IoTWireless: "Destination DeviceProfile FuotaTask MulticastGroup NetworkAnalyzerConfiguration ServiceProfile TaskDefinition WirelessDevice WirelessGateway",
	KinesisAnalytics: "Application ApplicationOutput ApplicationReferenceDataSource",
	KinesisAnalyticsV2: "ApplicationCloudWatchLoggingOption ApplicationOutput ApplicationReferenceDataSource",
	KinesisVideo: "SignalingChannel",
	LakeFormation: "DataCellsFilter DataLakeSettings Permissions PrincipalPermissions Resource Tag TagAssociation",
	Lambda: "CodeSigningConfig EventInvokeConfig LayerVersion LayerVersionPermission Permission Url Version",
	Lex: "BotAlias ResourcePolicy",
	LicenseManager: "Grant License",
	Lightsail: "Alarm Certificate",
	Location: "GeofenceCollection Map PlaceIndex RouteCalculator Tracker TrackerConsumer",
	Logs: "AccountPolicy Destination LogGroup MetricFilter QueryDefinition ResourcePolicy SubscriptionFilter",
	LookoutMetrics: "Alert AnomalyDetector",
	LookoutVision: "Project",
	M2: "Application",
	MSK: "BatchScramSecret ClusterPolicy Configuration",
	Macie: "AllowList CustomDataIdentifier Session",
	MediaConnect: "Bridge BridgeOutput BridgeSource Flow FlowEntitlement FlowOutput FlowSource FlowVpcInterface Gateway",
	MediaConvert: "JobTemplate Preset Queue",
	MediaLive: "InputSecurityGroup",
	MediaPackage: "Asset Channel OriginEndpoint PackagingConfiguration PackagingGroup",
	MediaPackageV2: "Channel ChannelGroup ChannelPolicy OriginEndpoint OriginEndpointPolicy",
	MediaTailor: "Channel ChannelPolicy LiveSource PlaybackConfiguration SourceLocation VodSource",
	MemoryDB: "ParameterGroup SubnetGroup",
	Neptune: "DBClusterParameterGroup DBParameterGroup DBSubnetGroup",
	NetworkFirewall: "FirewallPolicy RuleGroup TLSInspectionConfiguration",
	NetworkManager: "CustomerGatewayAssociation Device GlobalNetwork Link LinkAssociation Site",
	NimbleStudio: "StreamingImage Studio StudioComponent",
	Oam: "Link Sink",
	Omics: "ReferenceStore RunGroup SequenceStore Workflow",
	OpenSearchServerless: "AccessPolicy SecurityConfig SecurityPolicy",
	OpsWorks: "App ElasticLoadBalancerAttachment Layer Stack",
	Organizations: "Organization OrganizationalUnit Policy ResourcePolicy",
	PCAConnectorAD: "DirectoryRegistration ServicePrincipalName Template TemplateGroupAccessControlEntry",
	Panorama: "Package PackageVersion",
	Personalize: "Schema Solution",
	Pinpoint: "ADMChannel APNSChannel APNSSandboxChannel APNSVoipChannel APNSVoipSandboxChannel App ApplicationSettings BaiduChannel Campaign EmailChannel EmailTemplate EventStream GCMChannel InAppTemplate PushTemplate SMSChannel Segment SmsTemplate VoiceChannel",
	PinpointEmail: "ConfigurationSet ConfigurationSetEventDestination DedicatedIpPool",
	Proton: "EnvironmentAccountConnection EnvironmentTemplate ServiceTemplate",
	QLDB: "Stream",
	RAM: "Permission",
	RDS: "CustomDBEngineVersion DBClusterParameterGroup DBParameterGroup DBSecurityGroup DBSubnetGroup EventSubscription GlobalCluster OptionGroup",
	RUM: "AppMonitor",
	Rbin: "Rule",
	Redshift: "ClusterParameterGroup ClusterSubnetGroup EndpointAuthorization EventSubscription ScheduledAction",
	RedshiftServerless: "Namespace",
	RefactorSpaces: "Application Environment Route Service",
	Rekognition: "Project StreamProcessor",
	ResilienceHub: "App ResiliencyPolicy",
	ResourceExplorer2: "DefaultViewAssociation View",
	ResourceGroups: "Group",
	RoboMaker: "RobotApplication RobotApplicationVersion SimulationApplication SimulationApplicationVersion",
	RolesAnywhere: "CRL Profile TrustAnchor",
	Route53: "CidrCollection HealthCheck",
	Route53RecoveryControl: "Cluster",
	Route53RecoveryReadiness: "Cell ReadinessCheck RecoveryGroup ResourceSet",
	Route53Resolver: "FirewallDomainList OutpostResolver ResolverQueryLoggingConfig",
	S3: "StorageLens",
	S3ObjectLambda: "AccessPoint AccessPointPolicy",
	S3Outposts: "BucketPolicy",
	SES: "ConfigurationSet ContactList ReceiptFilter ReceiptRule ReceiptRuleSet",
	SNS: "Subscription Topic TopicPolicy",
	SQS: "QueuePolicy",
	SSM: "Association MaintenanceWindow MaintenanceWindowTarget MaintenanceWindowTask Parameter PatchBaseline ResourceDataSync ResourcePolicy",
	SSMContacts: "Contact ContactChannel Plan Rotation",
	SSMIncidents: "ResponsePlan",
	SSO: "InstanceAccessControlAttributeConfiguration PermissionSet",
	SageMaker: "AppImageConfig CodeRepository DataQualityJobDefinition Device DeviceFleet EndpointConfig Image ImageVersion Model ModelBiasJobDefinition ModelExplainabilityJobDefinition ModelPackageGroup ModelQualityJobDefinition NotebookInstanceLifecycleConfig Pipeline Space UserProfile Workteam",
	Scheduler: "Schedule ScheduleGroup",
	SecretsManager: "ResourcePolicy Secret SecretTargetAttachment",
	SecurityHub: "AutomationRule",
	ServiceCatalog: "AcceptedPortfolioShare LaunchNotificationConstraint LaunchRoleConstraint LaunchTemplateConstraint Portfolio PortfolioPrincipalAssociation PortfolioProductAssociation PortfolioShare ResourceUpdateConstraint ServiceAction ServiceActionAssociation StackSetConstraint TagOption TagOptionAssociation",
	ServiceCatalogAppRegistry: "Application AttributeGroup AttributeGroupAssociation ResourceAssociation",
	Shield: "ProtectionGroup",
	Signer: "ProfilePermission SigningProfile",
	StepFunctions: "Activity StateMachine StateMachineAlias StateMachineVersion",
	SupportApp: "AccountAlias SlackChannelConfiguration SlackWorkspaceConfiguration",
	Synthetics: "Group",
	Timestream: "Database ScheduledQuery Table",
	Transfer: "Agreement Certificate Connector Profile Workflow",
	VerifiedPermissions: "IdentitySource Policy PolicyStore PolicyTemplate",
	VpcLattice: "AccessLogSubscription AuthPolicy Listener ResourcePolicy Rule Service ServiceNetwork ServiceNetworkServiceAssociation TargetGroup",
	WAF: "IPSet Rule WebACL",
	WAFRegional: "WebACLAssociation",
	WAFv2: "IPSet LoggingConfiguration RegexPatternSet RuleGroup WebACL WebACLAssociation",
	Wisdom: "Assistant AssistantAssociation KnowledgeBase",
	WorkSpaces: "ConnectionAlias",
	WorkSpacesWeb: "BrowserSettings IdentityProvider IpAccessSettings NetworkSettings Portal TrustStore UserAccessLoggingSettings UserSettings",
	XRay: "Group ResourcePolicy SamplingRule"
};

// src/estimate/typical.ts
function typicalDuration(type, verb, isInCluster = false) {
	if (!type.startsWith("AWS::") || type === "AWS::CloudFormation::CustomResource") return {
		span: SOMEBODYS,
		source: "unknown"
	};
	if (isInCluster && verb !== "update") return {
		span: IN_CLUSTER[verb],
		source: "typical"
	};
	const [create = 0, update = 0] = slow(type);
	const made = CREATIONS[type];
	if (verb === "create" && made !== void 0) return {
		span: made,
		source: "typical"
	};
	if (verb === "delete") return typicalDeletion(type, create);
	const average = verb === "create" ? create : update;
	if (create > 0 && (verb === "create" || update > 1)) return {
		span: around(average),
		source: "typical"
	};
	if (create > 0) return {
		span: {
			...QUICKLY,
			high: create * 1e3
		},
		source: "unknown"
	};
	return isQuick(type) ? {
		span: QUICKLY,
		source: "typical"
	} : {
		span: UNKNOWN,
		source: "unknown"
	};
}
function typicalDeletion(type, create) {
	const published = DELETIONS[type];
	if (published !== void 0) return {
		span: published,
		source: "typical"
	};
	if (create >= LONG) return {
		span: seconds(2, create / 3, create),
		source: "unknown"
	};
	return create > 0 || isQuick(type) ? {
		span: QUICKLY,
		source: "typical"
	} : {
		span: UNKNOWN,
		source: "unknown"
	};
}
const LONG = 90;
function around(average) {
	const low = Math.min(average * .6, average - 2);
	return seconds(Math.max(0, low), average, Math.max(average * 1.75, average + 10));
}
function slow(type) {
	return (SLOW[type.slice(5)] ?? "").split(" ").filter(Boolean).map(Number);
}
function isQuick(type) {
	const [, service = "", ...name] = type.split("::");
	return (QUICK[service] ?? "").split(" ").includes(name.join("::"));
}

// src/estimate/work.ts
function workOf(change, { certainty, isEmpty }, history) {
	const resource = resourceKey(change);
	const task = (verb, known = knownOf(history, change, verb)) => ({
		resource,
		verb,
		...known
	});
	const cleanup = isKept$1(change) ? {} : { cleanup: task("delete") };
	switch (change.action) {
		case "Add": return { forward: task("create") };
		case "Remove": return cleanup;
		case "Import": return { forward: task("update", {
			span: QUICKLY,
			source: "typical"
		}) };
	}
	if (certainty === "certain") return {
		forward: task("create"),
		...cleanup
	};
	const update = isOfTheStackOnly(change) ? NO_CALL : updateOf(change, isEmpty, history);
	if (certainty === "none") return { forward: task("update", update) };
	const create = knownOf(history, change, "create");
	const high = Math.max(update.span.high, create.span.high);
	return {
		forward: task("update", {
			...update,
			span: {
				...update.span,
				high
			}
		}),
		...cleanup.cleanup && { cleanup: maybe(cleanup.cleanup) }
	};
}
function updateOf(change, isEmpty, history) {
	const known = knownOf(history, change, "update");
	return isEmpty && change.type === "AWS::CloudFormation::Stack" && known.source !== "history" ? {
		span: QUICKLY,
		source: "typical"
	} : known;
}
const OF_THE_STACK = [
	"Metadata",
	"CreationPolicy",
	"UpdatePolicy",
	"DeletionPolicy",
	"UpdateReplacePolicy"
];
const NO_CALL = {
	span: {
		...NOTHING$2,
		high: 1e3
	},
	source: "typical"
};
function isOfTheStackOnly({ action, scope }) {
	return action === "Modify" && scope.length > 0 && scope.every((name) => OF_THE_STACK.includes(name));
}
function isKept$1({ policyAction }) {
	return policyAction === "Retain" || policyAction === "ReplaceAndRetain";
}
function knownOf(history, change, verb) {
	return remembered$2(history, resourceKey(change), change.type, verb) ?? typicalDuration(change.type, verb, isInCluster(change));
}
function isInCluster({ type, before, after }) {
	if (type !== "AWS::RDS::DBInstance") return false;
	const definition = after ?? before;
	const properties = isObject$1(definition) ? definition.Properties : void 0;
	return isObject$1(properties) && properties.DBClusterIdentifier !== void 0;
}
function maybe(task) {
	return {
		...task,
		span: {
			...NOTHING$2,
			high: task.span.high
		}
	};
}

// src/estimate/estimate.ts
function estimateOf(estimated) {
	const { changes, templates, history, areNestedListed, monitoringMinutes = 0 } = estimated;
	const certainties = replacements(changes);
	const holders = new Set(changes.map(({ stackPath }) => stackPath.join("/")));
	const work = changes.map((change) => {
		const key = resourceKey(change);
		const isEmpty = areNestedListed && !holders.has(key);
		return workOf(change, {
			certainty: certainties.get(key) ?? "none",
			isEmpty
		}, history);
	});
	const tasksOf = (part) => new Map(work.flatMap(({ [part]: task }) => task === void 0 ? [] : [[task.resource, task]]));
	const [onward, last] = [tasksOf("forward"), tasksOf("cleanup")];
	const plan = {
		forward: forwardSteps(onward, changes, templates),
		cleanup: cleanupSteps(last, changes, templates),
		monitoring: monitoringMinutes * 6e4
	};
	return {
		...plan,
		total: totalOf(plan),
		tasks: [...onward.values(), ...last.values()]
	};
}
function totalOf({ forward, cleanup, monitoring }) {
	const watched = {
		low: monitoring,
		typical: monitoring,
		high: monitoring
	};
	const cleaned = cleanup.length === 0 ? NOTHING$2 : criticalPath(cleanup);
	return inTurn(BEFORE, criticalPath(forward), watched, AFTER, cleaned);
}

// src/flows/change/changeSetRequest.ts
function stackRequest({ inputs, rendered }, type, { parameters, rollback }, origin) {
	return {
		stackName: origin.stackName,
		name: origin.name,
		type,
		description: `${DESCRIPTION_PREFIX}: ${origin.description}`,
		templateBody: rendered.template.body,
		...rendered.templateUrl === void 0 ? {} : { templateUrl: rendered.templateUrl },
		parameters: parameters.map(({ name, value }) => value === void 0 ? { name } : {
			name,
			value
		}),
		tags: rendered.tags,
		capabilities: rendered.capabilities,
		roleArn: inputs.roleArn,
		notificationArns: inputs.notificationArns,
		rollback,
		includeNestedStacks: inputs.includeNestedStacks,
		importExistingResources: inputs.importExistingResources,
		deploymentMode: inputs.deploymentMode,
		onFailure: inputs.onFailure,
		terminationProtection: inputs.terminationProtection
	};
}
function inputDigest(request, parameters) {
	const { name: _name, description: _text, stackName: _stackName, templateUrl: _url, rollback, ...asked } = request;
	const plain = parameters.map(({ name, noEcho, value }) => [name, noEcho ? "NoEcho" : value ?? null]);
	return sha256(canonicalJson({
		...asked,
		parameters: plain,
		tags: asked.tags ?? null,
		roleArn: asked.roleArn ?? null,
		notificationArns: asked.notificationArns ?? null,
		rollback: rollback === void 0 ? null : {
			...rollback,
			alarms: rollback.alarms.map(alarmText)
		},
		terminationProtection: asked.terminationProtection ?? null
	}));
}
function sameParameters(changeSet, parameters, live) {
	const present = new Map(live?.parameters.map((parameter) => [parameter.name, parameter.value]));
	const wanted = new Map(changeSet.parameters.map((parameter) => [parameter.name, parameter.value]));
	return wanted.size === parameters.length && parameters.every(({ name, noEcho, value }) => wanted.has(name) && (noEcho || wanted.get(name) === (value ?? present.get(name))));
}
function sameRollback({ rollback: made }, { rollback }) {
	if (rollback === void 0) return true;
	const textOf = (one) => canonicalJson([(one?.alarms ?? []).map(alarmText).sort(), one?.minutes ?? 0]);
	return textOf(made) === textOf(rollback);
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

// src/flows/change/keeping.ts
function keepFindings({ inputs }, live, { resources }) {
	const replaced = resources.filter(({ action, replacement }) => action === "Modify" && (replacement === "True" || replacement === "Conditional"));
	if (inputs.onFailure !== "keep" || live === void 0 || replaced.length === 0) return [];
	return [{
		level: "warning",
		message: `Replacement with on-failure: keep: this ${replaced.some(({ replacement }) => replacement === "True") ? "replaces" : "may replace"} ${replaced.slice(0, MOST_NAMED).map(resourceKey).join(", ")}${replaced.length > MOST_NAMED ? ` and ${replaced.length - MOST_NAMED} more` : ""}, and with rollback disabled CloudFormation fails that ("Replacement type updates not supported on stack with disable-rollback"); the stack then stays as it is by then, in UPDATE_FAILED. ${remedy(inputs, live)}`
	}];
}
function remedy({ region }, { name, status }) {
	const state = disposition(status);
	return state.kind === "update" && state.kept === true ? `Roll the stack back (${rollbackCommand(name, region)}), then deploy this with on-failure: rollback.` : "Deploy this with on-failure: rollback.";
}
const MOST_NAMED = 5;

// src/flows/change/learnHidden.ts
function learnHidden({ rendered, secrets }, known) {
	const sources = {
		changeSet: void 0,
		...known,
		template: rendered.template
	};
	secrets.learn(hiddenValues(sources));
	return [...hiddenParameters(sources).names];
}

// src/flows/change/scopes.ts
function scopesOf({ inputs }, live, parameters, arn = live?.arn) {
	const has = new Map(live?.parameters.map(({ name, value }) => [name, value]));
	const wants = parameters.map(({ name, value }) => [name, value ?? has.get(name)]);
	const pseudo = {
		"AWS::Region": inputs.region,
		"AWS::StackName": inputs.stackName,
		"AWS::AccountId": arn && arnParts(arn).account,
		"AWS::Partition": arn && arnParts(arn).partition
	};
	return {
		before: {
			parameters: Object.fromEntries(has),
			pseudo
		},
		after: {
			parameters: Object.fromEntries(wants),
			pseudo
		}
	};
}

// src/template/text/readBack.ts
function restored(had, wanted) {
	return isAscii(had) ? withLetters(had, wanted) : had;
}
function isAscii(value) {
	return /^\p{ASCII}*$/u.test(JSON.stringify(value));
}
function withLetters(had, wanted) {
	if (typeof had === "string") return restoredText(had, wanted);
	if (Array.isArray(had)) {
		const items = Array.isArray(wanted) ? wanted : [];
		return had.map((item, index) => withLetters(item, items[index] ?? null));
	}
	if (!isObject$1(had) || !isObject$1(wanted)) return had;
	return Object.fromEntries(Object.entries(had).map(([key, member]) => {
		const name = Object.hasOwn(wanted, key) ? key : restoredKey(key, wanted, had);
		return [name, withLetters(member, Object.hasOwn(wanted, name) ? wanted[name] ?? null : null)];
	}));
}
function restoredText(had, wanted) {
	return had.includes("?") && typeof wanted === "string" && asReadBack(wanted) === had ? wanted : had;
}
function restoredKey(key, wanted, had) {
	if (!key.includes("?")) return key;
	return Object.keys(wanted).find((name) => asReadBack(name) === key && !Object.hasOwn(had, name)) ?? key;
}

// src/flows/change/anyStacks.ts
function anyStacks(template, arn) {
	if (template === void 0) return /* @__PURE__ */ new Map();
	const scope = {
		parameters: {},
		pseudo: arn === void 0 ? {} : pseudoOf(arn)
	};
	const made = withoutLoops(withSpelledNumbers(template), scope);
	const context = contextOf(made, scope);
	return new Map(resourcesOf(made).flatMap(({ logicalId, path, resource }) => {
		const property = nestingProperty(resource);
		if (property === void 0) return [];
		const written = (isObject$1(resource.Properties) ? resource.Properties[property] : void 0) ?? null;
		const source = (isLooped({ path }) ? void 0 : known(evaluateValue(context, written))) ?? written;
		return [[path.join("/"), {
			logicalId,
			source
		}]];
	}));
}
function urlsIn(template, arn) {
	return new Map([...anyStacks(template, arn).values()].map(({ logicalId, source }) => [logicalId, typeof source === "string" ? source : void 0]));
}
function pseudoOf(arn) {
	const { region, account, partition } = arnParts(arn);
	return {
		"AWS::Region": region,
		"AWS::AccountId": account,
		"AWS::Partition": partition
	};
}
function parsed(text, file = "the deployed template") {
	try {
		return parseTemplate(text, file);
	} catch (error) {
		if (error instanceof ActionError) return void 0;
		throw error;
	}
}

// src/flows/change/madeStacks.ts
async function changedStacks(sides, ports) {
	const { before, after, own, arn: around, physical } = sides;
	const [had, has] = [anyStacks(before, around), anyStacks(after, around)];
	const open = openStacks(had, has, sides);
	if (open.length === 0) return [];
	const listed = await unlessDenied(physical());
	if (listed === void 0) {
		const mayBeThere = ({ logicalId }) => before === void 0 || [...had.values()].some((it) => mayMeet(it.logicalId, logicalId));
		return open.filter(mayBeThere).map(({ logicalId }) => logicalId);
	}
	const names = new Set([...has.values()].map(({ logicalId }) => logicalId));
	const found = listed.filter(({ type }) => type === NESTED_STACK).map(async ({ logicalId, physicalId: arn }) => {
		const called = namesOf(logicalId, names);
		const [stack, other] = open.filter((it) => called.has(it.logicalId));
		if (stack === void 0 || arn === void 0) return [];
		return other === void 0 && !stack.isAnother && await isDeployed(stack.source, {
			arn,
			own
		}, ports) ? [] : [logicalId];
	});
	return (await Promise.all(found)).flat();
}
function openStacks(had, has, { own, compared }) {
	return [...has].flatMap(([place, stack]) => {
		const [was, is] = [had.get(place)?.source, stack.source];
		const isSame = was !== void 0 && isOneTemplate(was, is, own);
		if (compared.has(stack.logicalId) || isSame && own.isClosed(is)) return [];
		return [{
			...stack,
			isAnother: own.isOurs(is) && was !== void 0 && !isSame
		}];
	});
}
function isOneTemplate(had, has, own) {
	if (own.isOurs(has)) return typeof had === "string" && uploadedDigest(had) === uploadedDigest(has);
	return canonicalJson(had) === canonicalJson(has);
}
const ITEM = /[$&]\{[^}]*\}/;
function namesOf(logicalId, names) {
	if (names.has(logicalId)) return /* @__PURE__ */ new Set([logicalId]);
	const alike = [...names].filter((name) => isMadeOf(name, logicalId));
	const longest = Math.max(...alike.map((name) => startOf$1(name).length));
	return new Set(alike.filter((name) => startOf$1(name).length === longest));
}
function isMadeOf(written, logicalId) {
	const end = written.split(ITEM).at(-1) ?? "";
	return ITEM.test(written) && logicalId.startsWith(startOf$1(written)) && logicalId.endsWith(end);
}
function mayMeet(one, other) {
	if (one === other || isMadeOf(one, other) || isMadeOf(other, one)) return true;
	const [a, b] = [startOf$1(one), startOf$1(other)];
	return ITEM.test(one) && ITEM.test(other) && (a.startsWith(b) || b.startsWith(a));
}
function startOf$1(written) {
	return written.split(ITEM)[0] ?? "";
}
async function isDeployed(source, { arn, own }, ports) {
	if (typeof source !== "string" || ITEM.test(source)) return false;
	const { stacks, templateBucket } = ports;
	const [has, wants] = await unlessDenied(Promise.all([stacks.template(arn), templateBucket.read(source)])) ?? [];
	if (wants === void 0 || has !== wants && has !== asReadBack(wants)) return false;
	if (!NESTS.test(wants)) return true;
	const template = parsed(wants, source);
	if (template === void 0) return false;
	return (await changedStacks({
		before: template,
		after: template,
		own,
		arn,
		compared: /* @__PURE__ */ new Set(),
		physical: () => stacks.resources(arn)
	}, ports)).length === 0;
}
const NESTS = /AWS::(?:CloudFormation::Stack|Serverless::Application)\b/;
async function unlessDenied(asked) {
	try {
		return await asked;
	} catch (error) {
		if (!(error instanceof ActionError) || error.reasonCode !== "access-denied") throw error;
		return;
	}
}

// src/flows/change/ownTemplates.ts
function ownTemplates(uploads, uploadedAs) {
	const bodies = new Map(uploads.map(({ url, body }) => [uploadedDigest(url), body]));
	const isOurs = (source) => uploadedAs !== void 0 && typeof source === "string" && uploadedName(source) === uploadedAs;
	const isClosed = (source) => isOurs(source) ? nestsClosed(uploadedDigest(source)) : isObject$1(source) && !holdsFunction(source);
	const decided = /* @__PURE__ */ new Map();
	const nestsClosed = (digest) => {
		const known = decided.get(digest);
		if (known !== void 0) return known;
		const body = bodies.get(digest);
		const stacks = body === void 0 ? [] : [...anyStacks(parseTemplate(body, `${digest}`)).values()];
		const decision = body !== void 0 && stacks.every(({ source }) => isClosed(source));
		decided.set(digest, decision);
		return decision;
	};
	return {
		isOurs,
		isClosed,
		nestsClosed
	};
}
function readingOnce(uploads, { read }) {
	const texts = new Map(uploads.map(({ url, body }) => [url, Promise.resolve(body)]));
	return { read: (url) => {
		const text = texts.get(url) ?? read(url);
		texts.set(url, text);
		return text;
	} };
}
function holdsFunction(value) {
	let isFound = false;
	visitFunctions(value, [], () => {
		isFound = true;
	});
	return isFound;
}

// src/flows/change/templatePairs.ts
function deployedValue({ templates }) {
	const before = templates.find(({ stackPath }) => stackPath.length === 0)?.before;
	return before && withSpelledNumbers(before);
}
async function deployedTemplate(stack, { stacks }) {
	const text = await stacks.template(stack.arn);
	return text === void 0 ? void 0 : parsed(text)?.value;
}
const MAX_DEPTH = 20;
async function comparedTemplates({ tree, uploadedAs, digests, uploads }, live, { stacks, templateBucket }, areListed = false) {
	const wanted = {
		kind: "local",
		tree,
		uploadedAs,
		digests,
		uploads
	};
	const own = ownTemplates(uploads, uploadedAs);
	const ports = {
		stacks,
		templateBucket: readingOnce(uploads, templateBucket)
	};
	return compare({
		stackPath: [],
		wanted,
		arn: live?.arn,
		areListed,
		own
	}, ports);
}
async function compare(node, ports) {
	const { stackPath, wanted, arn } = node;
	const deployedText = arn === void 0 ? void 0 : await ports.stacks.template(arn);
	const after = wanted.kind === "local" ? wanted.tree.template : parsed(wanted.text);
	const ours = wanted.kind === "local" ? wanted : void 0;
	const before = deployedText === void 0 ? void 0 : deployed(deployedText, after);
	const pair = {
		stackPath,
		before: before && comparable(before, ours),
		after: after && comparable(after, ours)
	};
	const whole = after !== void 0 && (deployedText === void 0 || before !== void 0) ? NOTHING$1 : asWhole(stackPath, deployedText, wanted.kind === "remote" ? wanted.text : wanted.tree.template.body);
	const below = after === void 0 ? [] : await nested(node, before, after, ports);
	const [[had], [has]] = [[...whole.has.values()], [...whole.wants.values()]];
	const uncompared = stackPath.length > 0 && had !== void 0 && had !== has ? [keyOf(stackPath)] : [];
	return joined([{
		templates: [pair],
		contents: whole,
		unseen: [],
		uncompared
	}, ...below]);
}
async function nested({ stackPath, wanted, arn, areListed, own }, before, after, ports) {
	const stacks = nestedStacks(after.value);
	if (areListed && stacks.length === 0 || stackPath.length >= MAX_DEPTH) return [];
	const deployedUrls = urlsIn(before);
	const urls = areListed ? void 0 : urlsIn(after, arn);
	const children = new Map(wanted.kind === "local" ? wanted.tree.children.map(({ logicalId, tree }) => [logicalId, tree]) : []);
	const physical = lazily(() => arn === void 0 ? [] : ports.stacks.resources(arn));
	const compared = new Set(stacks.map(({ logicalId }) => logicalId));
	const made = areListed ? [] : await changedStacks({
		before,
		after,
		own,
		compared,
		arn,
		physical
	}, ports);
	const below = await Promise.all(stacks.map(async ({ logicalId, url }) => {
		const path = [...stackPath, logicalId];
		const child = children.get(logicalId);
		const has = uploadedDigest(deployedUrls.get(logicalId));
		const wants = child && wanted.kind === "local" ? wanted.digests.get(child) : void 0;
		const stays = has !== void 0 && has === wants;
		const isWhole = stays && (areListed || own.nestsClosed(wants));
		const leaf = stays && child?.children.length === 0 ? child : void 0;
		if (leaf !== void 0 && isWhole) return unchanged(path, leaf);
		try {
			const text = child === void 0 ? await read(url ?? urls?.get(logicalId), ports) : "";
			if (text === void 0) return {
				...EMPTY,
				unseen: [keyOf(path)]
			};
			const nestedArn = physicalId(await physical(), logicalId);
			const node = {
				stackPath: path,
				wanted: child === void 0 || wanted.kind === "remote" ? {
					kind: "remote",
					text
				} : {
					...wanted,
					tree: child
				},
				arn: nestedArn,
				areListed,
				own
			};
			return await (leaf === void 0 ? compare(node, ports) : inUnchanged(node, leaf, ports));
		} catch (error) {
			if (!(error instanceof ActionError) || error.reasonCode !== "access-denied") throw error;
			return child === void 0 ? {
				...EMPTY,
				unseen: [keyOf(path)]
			} : {
				...EMPTY,
				contents: wholeTexts(path, has, wants),
				uncompared: deployedUrls.has(logicalId) && !isWhole ? [keyOf(path)] : []
			};
		}
	}));
	const uncompared = made.map((logicalId) => keyOf([...stackPath, logicalId]));
	return [...below, {
		...EMPTY,
		uncompared
	}];
}
function read(url, { templateBucket }) {
	return url === void 0 ? Promise.resolve(void 0) : templateBucket.read(url);
}
function lazily(make) {
	let made;
	return () => {
		made ??= Promise.resolve(make());
		return made;
	};
}
function physicalId(resources, logicalId) {
	return resources.find((resource) => resource.logicalId === logicalId)?.physicalId;
}
function unchanged(stackPath, { template }) {
	return {
		...EMPTY,
		templates: [{
			stackPath,
			before: template,
			after: template
		}]
	};
}
async function inUnchanged(node, leaf, ports) {
	const { template } = leaf;
	const below = node.arn === void 0 ? [] : await nested(node, template, template, ports);
	return joined([unchanged(node.stackPath, leaf), ...below]);
}
function comparable(template, ours) {
	if (ours === void 0) return template;
	const children = new Set(ours.tree.children.map(({ logicalId }) => logicalId));
	const urls = nestedStacks(template.value).flatMap(({ logicalId, url = "", isLocal }) => {
		const name = isLocal ? ours.uploadedAs : uploadedName(url);
		return name !== void 0 && children.has(logicalId) ? [[logicalId, name]] : [];
	});
	return urls.length === 0 ? template : {
		...template,
		value: withTemplateUrls(template.value, new Map(urls))
	};
}
function deployed(text, wanted) {
	const read = parsed(text);
	return read && wanted ? {
		...read,
		value: restored(read.value, wanted.value)
	} : read;
}
function keyOf(stackPath) {
	return keyText(stackPath.slice(0, -1), stackPath.at(-1) ?? "");
}
const NOTHING$1 = {
	has: /* @__PURE__ */ new Map(),
	wants: /* @__PURE__ */ new Map()
};
const EMPTY = {
	templates: [],
	contents: NOTHING$1,
	unseen: [],
	uncompared: []
};
function asWhole(stackPath, has, wants) {
	return wholeTexts(stackPath, has && sha256(has), sha256(wants));
}
function wholeTexts(stackPath, has, wants) {
	const name = `${CONTENT} ${keyText(stackPath.slice(0, -1), stackPath.at(-1) ?? "template")}`;
	const side = (digest) => new Map(digest === void 0 ? [] : [[name, canonicalJson(digest)]]);
	return {
		has: side(has),
		wants: side(wants)
	};
}
function joined(all) {
	return {
		templates: all.flatMap(({ templates }) => templates),
		contents: {
			has: new Map(all.flatMap(({ contents }) => [...contents.has])),
			wants: new Map(all.flatMap(({ contents }) => [...contents.wants]))
		},
		unseen: all.flatMap(({ unseen }) => unseen),
		uncompared: all.flatMap(({ uncompared }) => uncompared)
	};
}

// src/flows/change/proposalOf.ts
function proposalOf(job, sources, acknowledged) {
	const { live, request, parameters, compared, resolved, found } = sources;
	const { inputs, commits } = job;
	const { changeSet } = found;
	const { target, items, unbound, facts, described } = boundBy(job, sources);
	const changes = describeChanges(described);
	const unlisted = areNestedListed(inputs) ? [] : unlistedChanges(compared.templates);
	const written = writtenStates(changes.resources, {
		templates: compared.templates,
		scopes: scopesOf(job, live, parameters, found.stackArn)
	});
	const { unseen, uncompared } = compared;
	const judgeable = {
		changes,
		unseen,
		uncompared,
		unlisted,
		written
	};
	const hiding = {
		noEcho: learnHidden(job, described),
		patterns: inputs.redact,
		hide: job.secrets.hide,
		templates: compared.templates
	};
	const inWords = (text) => commitInWords(text, commits);
	const isProtectionChanged = items.has(PROTECTION);
	const rollback = request.rollback ?? live?.rollback;
	return {
		empty: changeSet === void 0 && !isProtectionChanged,
		executable: changeSet !== void 0,
		protection: isProtectionChanged ? request.terminationProtection : void 0,
		settled: ![...items].some(isLasting),
		changeSetArn: found.arn,
		stackArn: found.stackArn,
		createdAt: changeSet?.createdAt ?? 0,
		target,
		...judgeable,
		shown: mapStrings(redact(changes, hiding), inWords),
		digest: digestOf(target, items),
		shownItems: redactItems(items, hiding, changes.resources),
		...facts,
		thisCommit: namesThisCommit(items) ? commits[0] : void 0,
		passing: passingValues(items, {
			commits,
			runId: job.run.id,
			runNumber: job.run.number
		}),
		verdict: verdictOf(job, judgeable, acknowledged),
		findings: [
			...found.findings,
			...resolved.findings,
			...keepFindings(job, live, changes),
			...unboundFindings(compared.unseen, areNestedListed(inputs)),
			...unbound.map(unshownFinding)
		],
		estimate: changeSet && estimated(job, {
			changeSet,
			rollback
		}, sources),
		input: inputDigest(request, parameters),
		live,
		rollback
	};
}
function estimated({ inputs }, { changeSet, rollback }, { compared: { templates }, earlier: { history, unread } }) {
	const estimate = estimateOf({
		changes: changeSet.resources,
		templates,
		history,
		areNestedListed: areNestedListed(inputs),
		monitoringMinutes: rollback?.minutes
	});
	return unread === void 0 ? estimate : {
		...estimate,
		unread
	};
}
function boundBy({ inputs, rendered, commits }, { live, request, parameters, compared, resolved, found }) {
	const { changeSet, stackArn } = found;
	const { account } = arnParts(stackArn);
	const target = {
		stack: inputs.stackName,
		region: inputs.region,
		account,
		type: request.type
	};
	const { templates, contents } = compared;
	const areListed = areNestedListed(inputs);
	const unseen = areListed ? compared.unseen : [...compared.unseen, ...compared.uncompared];
	const { items, unbound, textNow, openTextsNow, isGone } = bind({
		target,
		request,
		parameters,
		changeSet,
		templates,
		contents,
		commits,
		stack: live,
		others: new Map([...resolved.items, ...unseenItems(unseen, areListed)])
	});
	const described = {
		target,
		items,
		changeSet,
		parameters,
		template: rendered.template,
		stack: live,
		deployedTemplate: deployedValue(compared),
		capabilities: rendered.capabilities,
		roleArn: request.roleArn,
		notificationArns: request.notificationArns,
		tags: request.tags,
		rollback: request.rollback
	};
	const hashNow = (name) => {
		const text = textNow(name);
		return text === void 0 ? void 0 : textHash(text);
	};
	const openHashesNow = (name) => openTextsNow(name).map(textHash);
	return {
		target,
		items,
		unbound,
		facts: {
			hashNow,
			openHashesNow,
			isGone
		},
		described
	};
}
function isLasting([name, { after, how }]) {
	return !(after === null && how !== null) && name !== "setting termination-protection" && !/^(option|capability|resource|property|values|made|resolved|unseen) /.test(name);
}
function hasChangeSet({ executable, isDiscarded }) {
	return executable && isDiscarded !== true;
}
function presentChanges({ empty, digest, hashNow, openHashesNow, isGone, thisCommit, verdict: { unacknowledged } }) {
	return {
		empty,
		digest,
		hashNow,
		openHashesNow,
		isGone,
		thisCommit,
		unacknowledged
	};
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
			...proposal !== void 0 && hasChangeSet(proposal) ? link("changeSet", changeSetUrl(proposal.stackArn, proposal.changeSetArn)) : {}
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
function blockedEnding(job, decision, proposal, hint = blockedHint(decision, proposal)) {
	const delta = proposal === void 0 ? [] : deltaFrom(decision.compared ?? [], proposal);
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
		...hasChangeSet(proposal) ? {
			changeSetArn: proposal.changeSetArn,
			...url === void 0 ? {} : { changeSetUrl: url }
		} : {},
		changeDigest: proposal.digest.digest,
		changeSummary: changeSummary(proposal.shown, proposal.verdict),
		stackId: proposal.stackArn
	};
}
function withoutChangeSet(ending) {
	const { changeSetArn: _arn, changeSetUrl: _url, ...result } = ending.result;
	const { changeSet: _link, ...links } = ending.view.links;
	return {
		...ending,
		result,
		view: {
			...ending.view,
			links
		}
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
		case "not-approved": return `GitHub's page takes no approval of a merged pull request: open a new one.${deliberate}`;
		case "unreviewed": return `${remedy ?? "Open a pull request on top of this commit: its preview shows all that is not deployed yet, and its merge deploys that."}${deliberate}`;
		default: return remedy ?? `Open a pull request to review the changes as they are now.${deliberate}`;
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

// src/flows/tell/executedEnding.ts
function executedEnding(job, watched, proposal) {
	const { stack } = watched;
	const end = toldEnd(watched);
	const status = statusAfter(end, stack?.status);
	const shared = {
		...proposal ? proposalOutputs(proposal) : {},
		...stackOutputs(stack),
		...status === void 0 ? {} : { stackStatus: status }
	};
	if (end.kind === "succeeded" && end.unread === void 0) {
		const isWaiting = proposal !== void 0 && waits(proposal);
		return {
			view: reportView(job, {
				kind: "deployed",
				tookMs: end.tookMs,
				waits: isWaiting,
				...end.leftBehind === void 0 ? {} : { leftBehind: end.leftBehind },
				outputs: shownOutputs(job, stack),
				timeline: watched.timeline
			}, { proposal }),
			result: {
				result: "deployed",
				message: `Stack ${job.inputs.stackName} is ${end.status} after ${duration(end.tookMs)}.${isWaiting ? WAITS : ""}${leftBehind$1(end.leftBehind)}`,
				...shared
			},
			conclusion: "success",
			mark: isWaiting ? "begun" : "settled"
		};
	}
	const next = nextStep(job.inputs.stackName, job.inputs.region, end);
	const cause = causeOf(end);
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
			message: `${failureMessage(job, end)}${leftBehind$1("leftBehind" in end ? end.leftBehind : void 0)}`,
			hint: [
				cause?.hint,
				adviceOf(end),
				...rollbackFailure(end),
				next
			].filter((part) => part !== void 0).join("\n"),
			...shared
		},
		conclusion: reasonOf(end) === "cancelled" ? "cancelled" : "failure"
	};
}
function leftBehind$1(left) {
	return left === void 0 ? "" : `\n${leftBehindText(left)}`;
}
const WAITS = " What else differs in the template or the stack's settings takes effect with its next change.";
function toldEnd({ end, stack, unread }) {
	if (end.kind !== "succeeded" || stack !== void 0) return end;
	return {
		...end,
		unread: unread ?? { reason: "nobody could say what state it is in." }
	};
}
function reasonOf(end) {
	switch (end.kind) {
		case "timed-out": return "timeout";
		case "cancelled": return "cancelled";
		case "failed":
			if (disposition(end.status).kind === "unrecoverable") return "stack-unrecoverable";
			if (end.isCalledOff === true) return "cancelled";
			return /ROLLBACK|DELETE_COMPLETE/.test(end.status) ? "rolled-back" : "error";
		default: return "error";
	}
}
function failureMessage(job, end) {
	const failing = failingOf(end);
	const how = endMessage(job, end);
	return failing === void 0 ? how : `Stack ${job.inputs.stackName} ${failingText(failing)}\n${how}`;
}
function endMessage(job, end) {
	const stack = `Stack ${job.inputs.stackName}`;
	switch (end.kind) {
		case "succeeded": return `${stack} is ${end.status} after ${duration(end.tookMs)}, but its outputs could not be read: ${end.unread?.reason}`;
		case "failed": {
			const { cause } = end;
			if (end.isCalledOff === true) return `${stack} ended in ${end.status}: ${calledOffText(cause)}`;
			if (cause === void 0) return `${stack} ended in ${end.status}, and no event says why.`;
			const [alarm] = cause.alarms ?? [];
			if (alarm !== void 0) return `${stack} ended in ${end.status}: ${firedText(alarm)}`;
			return `${stack} ended in ${end.status}: ${placed(cause)}`;
		}
		case "timed-out": return `${stack} was not done after ${job.inputs.timeoutMinutes} minutes.`;
		case "cancelled":
			if (end.status === "not started") return `The job was cancelled before anything was executed on stack ${job.inputs.stackName}.`;
			return end.tookMs === 0 ? `The job was cancelled before CloudFormation answered: whether stack ${job.inputs.stackName} is being changed is not known.` : `The job was cancelled while it watched stack ${job.inputs.stackName}.`;
		case "lost-sight": return end.tookMs === 0 ? `Whether stack ${job.inputs.stackName} is being changed is not known: ${end.reason}` : `${stack} could not be watched to the end: ${end.reason}`;
	}
}
function rollbackFailure(end) {
	if (end.kind !== "failed" || end.rollbackCause === void 0 || wasCalledOff(end)) return [];
	return [`The rollback failed as well: ${placed(end.rollbackCause)}`, end.rollbackCause.hint];
}

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
function stuckResources(events) {
	const paths = stackPaths(events);
	const { forward, rollback } = split(events, paths);
	return lastOf(rollback.length > 0 ? rollback : forward).filter(({ status, reason }) => isFailed(status) && !isCancellation(reason)).map((event) => cause(event, paths, event.reason ?? ""));
}
function isCalledOff(events) {
	const paths = stackPaths(events);
	const { forward, rollback } = split(events, paths);
	return rollback[0]?.reason === USER_INITIATED && firstFailure(forward, paths) === void 0;
}
const USER_INITIATED = "User Initiated";
function leftBehind(events) {
	const paths = stackPaths(events);
	const left = lastlyIn("DELETE_FAILED", events);
	const stacks = new Set(left.map((event) => nestedStackArn(event)));
	return left.filter(({ stackArn }) => !stacks.has(stackArn)).map((event) => cause(event, paths, withInner$1(event, left)));
}
function withInner$1(event, left) {
	const arn = nestedStackArn(event);
	const reasons = left.filter(({ stackArn }) => stackArn === arn).map((one) => `${one.logicalId}: ${withInner$1(one, left)}`);
	return [event.reason ?? "", ...reasons].filter((text) => text !== "").join(" ");
}
function retained(events) {
	const paths = stackPaths(events);
	return lastlyIn("DELETE_SKIPPED", events).map((event) => cause(event, paths, event.reason ?? ""));
}
function lastlyIn(status, events) {
	return lastOf(chronological(events.toReversed())).filter((event) => event.status === status);
}
function lastOf(ordered) {
	const last = /* @__PURE__ */ new Map();
	for (const event of ordered) {
		if (isStackItself(event) || event.hook !== void 0) continue;
		const key = `${resourceOf(event)} ${event.physicalId ?? ""}`;
		last.delete(key);
		last.set(key, event);
	}
	return [...last.values()];
}
function isCancellation(reason) {
	return /^Resource (creation|update|deletion|import) (was )?cancell?ed/i.test(reason ?? "");
}
function split(events, paths) {
	const ordered = chronological(events.toReversed());
	const root = ordered.filter((event) => isStackItself(event) && !paths.has(event.stackArn));
	const wasDelete = root[0]?.status.startsWith("DELETE") === true;
	const turn = root.find(({ status }) => status.includes("ROLLBACK_") || status.startsWith("DELETE") && !wasDelete);
	const back = root.find(({ status }) => status === "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS");
	const at = turn === void 0 ? ordered.length : ordered.indexOf(turn);
	const until = back === void 0 ? ordered.length : ordered.indexOf(back);
	return {
		forward: ordered.slice(0, at),
		rollback: ordered.slice(at, until)
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
	return event && cause(event, paths, withHooks(event, events));
}
function withHooks(failure, events) {
	const nested = nestedStackArn(failure);
	const said = chronological(events.toReversed()).filter((event) => isHookFailure(event) && (resourceOf(event) === resourceOf(failure) || isOf(nested, event))).map((event) => `${event.hook?.type}: ${event.hook?.reason ?? event.hook?.status}`).filter((text) => !failure.reason?.includes(text));
	return [failure.reason ?? "", ...new Set(said)].filter((text) => text !== "").join(" ");
}
function isOf(stackArn, event) {
	return event.stackArn === stackArn && isStackItself(event);
}
function isHookFailure(event) {
	return event.hook?.status.endsWith("FAILED") === true && event.hook.failureMode !== "WARN";
}
function cause(event, paths, reason) {
	const help = helpFor(event.type, reason);
	return {
		stackPath: paths.get(event.stackArn) ?? [],
		...paths.has(event.stackArn) ? { stackName: event.stackName } : {},
		logicalId: event.logicalId,
		type: event.type,
		...event.physicalId === void 0 || event.physicalId === "" ? {} : { physicalId: event.physicalId },
		status: event.status,
		reason,
		at: event.at,
		...help
	};
}

// src/flows/nestedStacks.ts
function nestedStacksIn(resources) {
	return resources.filter((resource) => isMadeNestedStack(resource) && resource.status !== "DELETE_COMPLETE").map(({ logicalId, physicalId = "" }) => ({
		logicalId,
		arn: physicalId
	}));
}

// src/flows/watch/stuck.ts
async function stuckIn(stackArn, ports) {
	const failed = (await asFarAsAllowed(ports, () => ports.stacks.resources(stackArn)))?.filter(({ status, reason }) => isFailed(status) && !isCancellation(reason)) ?? [];
	return (await Promise.all(failed.map((one) => withInner(one, ports)))).flat();
}
async function withInner(resource, ports) {
	const [nested] = nestedStacksIn([resource]);
	if (nested === void 0) return [resource];
	const isDeleted = (await asFarAsAllowed(ports, () => ports.stacks.describe(nested.arn)))?.status.startsWith("DELETE_") === true;
	const stackName = stackNameIn(nested.arn) ?? nested.arn;
	const inner = await stuckIn(nested.arn, ports);
	return [isDeleted ? {
		...resource,
		isDeleted
	} : resource, ...inner.map((one) => ({
		stackName,
		...one
	}))];
}
async function asFarAsAllowed({ log }, ask) {
	try {
		return await ask();
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		log.debug(error.message);
		return;
	}
}

// src/flows/watch/idle.ts
async function idleStack(job, ports, { mayBeStuck = false, mayBeKept = mayBeStuck, justSeen } = {}) {
	const since = ports.clock.now();
	let seen;
	let first = justSeen;
	const look = async () => {
		const { stack } = first ?? { stack: await ports.stacks.describe(job.inputs.stackName) };
		first = void 0;
		const state = disposition(stack?.status);
		if (mayBeStuck && state.kind === "unrecoverable") return { stack };
		if (stack !== void 0 && state.kind === "update" && state.kept && !mayBeKept) refuseKept(stack, job);
		if (stack === void 0 || state.kind !== "busy" && state.kind !== "unrecoverable") return { stack };
		if (state.kind === "unrecoverable") throw unrecoverable(stack, job, await stuckIn(stack.arn, ports));
		if (seen?.status !== stack.status) ports.log.info(`Stack ${stack.name} is ${stack.status}: waiting until that is over.`);
		seen = stack;
	};
	const delays = () => ports.pace.pause(untilNextLook$1(ports.clock.now() - since));
	const polled = await poll({
		...job,
		clock: ports.clock,
		delays,
		signal: job.cancel
	}, look);
	if (polled.kind === "done") return polled.value.stack;
	throw polled.kind === "aborted" ? cancelledWaiting(job, seen) : stillBusy(job, seen);
}
function untilNextLook$1(waited) {
	return Math.min(5e3, Math.max(1e3, waited / 7));
}
function refuseKept({ name, status }, { inputs }) {
	if (inputs.onFailure === "keep") return;
	throw new ActionError(`Stack ${name} is in ${status}: its last operation failed and was kept as it was, and CloudFormation updates it only with on-failure: keep.`, {
		reasonCode: "stack-unrecoverable",
		hint: rollBackFirst(name, inputs.region)
	});
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
function listed({ templates, changes, target, values }) {
	const around = surroundings(wantedTemplates(templates), values, target);
	return changes.filter(({ action }) => action !== "Remove").map((change) => {
		const { stackPath, logicalId, after } = change;
		const written = writtenAs(logicalId, around.expanded.get(pathKey(stackPath))?.value);
		const told = textsIn(shownOf(change, Array.isArray(written)));
		return {
			logicalId,
			defined: after !== void 0 && told.every(isTold) ? textsIn(Array.isArray(written) ? null : written) : taken$1(change, written, around),
			told
		};
	});
}
function shownOf({ after = null, details, type }, isBeside) {
	const own = isBeside ? ofSam(type) : void 0;
	const properties = isObject$1(after) && isObject$1(after.Properties) ? after.Properties : {};
	const others = Object.entries(properties).filter(([name]) => name !== own);
	const listed = details.filter(({ name }) => own === void 0 || name !== own);
	return [own === void 0 || !isObject$1(after) ? after : {
		...after,
		Properties: Object.fromEntries(others)
	}, ...listed.map((detail) => detail.after ?? null)];
}
function isTold(text) {
	return text.length < 1e3 && !text.includes("{{changeSet:KNOWN_AFTER_APPLY}}");
}
function taken$1({ stackPath }, written, around) {
	const template = around.expanded.get(pathKey(stackPath))?.value ?? {};
	const value = written === null ? loopsIn(template) : givenBeside(written);
	const parts = reachOf({
		stackPath,
		value
	}, around);
	const reached = parts.flatMap((part) => part.value === null ? [part.text] : textsIn(part.value));
	const given = written === null || isMade(template, [value, ...parts.map((part) => part.value)]) || holdsMadeNames(value) ? [...around.values.map((parameter) => parameter.value), ...textsIn(template.Mappings ?? null)] : [];
	return [
		...textsIn(value),
		...reached,
		...given
	];
}
function isMade({ Transform = null, "Fn::Transform": top = null, Resources }, values) {
	const beside = isObject$1(Resources) ? Resources["Fn::Transform"] ?? null : null;
	return hangsOnMore({
		Transform: [
			Transform,
			top,
			beside
		],
		values
	});
}
function loopsIn({ Resources }) {
	return Object.entries(isObject$1(Resources) ? Resources : {}).flatMap(([key, loop]) => isLoop(key) ? [loop] : []);
}
function unlisted({ templates, values, areNestedListed }) {
	return templates.filter(({ stackPath, after }) => !areNestedListed && stackPath.length > 0 && after !== void 0).map(({ stackPath, after }) => ({
		logicalId: stackPath.at(-1) ?? "",
		defined: [...textsIn(after?.value ?? null), ...values.map(({ value }) => value)],
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
		target: {
			stack: inputs.stackName,
			region: inputs.region,
			account: arnParts(changeSet.stackArn).account
		},
		values: changeSet.parameters,
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
	const making = Promise.all([ports.changeSets.prepare(request), comparedTemplates(job.rendered, live, ports, areNestedListed(job.inputs)).then((read) => {
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
	const [body, compared] = await Promise.all([ports.changeSets.template(record.changeSetArn, request.stackName), comparedTemplates(job.rendered, live, ports, areNestedListed(job.inputs))]);
	if (body !== request.templateBody || !sameParameters(changeSet, parameters, live)) return void 0;
	if (!sameRollback(changeSet, request)) return void 0;
	if (takesFromOtherStacks(changeSet.resources, compared.templates)) return void 0;
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
	const cleaned = cleanup.length === 0 ? NOTHING$2 : criticalPath(left(cleanup, deletedState(operation), now));
	if (decidedEnd(operation) !== void 0) return inTurn(cleaned, AFTER);
	const onward = criticalPath(left(forward, forwardState(forward, operation), now));
	const isWatching = operation.open.size === 0 && operation.finished.size > 0 && onward.typical === 0;
	const watched = Math.max(0, monitoring - (isWatching ? now - operation.newestAt : 0));
	const before = operation.open.size === 0 && operation.finished.size === 0 ? leftOf(BEFORE, now - operation.begun.at) : NOTHING$2;
	return inTurn(before, onward, {
		low: watched,
		typical: watched,
		high: watched
	}, AFTER, cleaned);
}
function left(steps, stateOf, now) {
	return steps.map((step) => {
		const state = stateOf(step.key);
		if (state === "to come" || step.span === NOTHING$2) return step;
		return {
			...step,
			span: state === "done" ? NOTHING$2 : leftOf(step.span, now - state.since)
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
	if (rollback === void 0 || rollback.alarms.length === 0 || !isTurnedBack(end)) return watched;
	const before = causeOf(end);
	if (!mayBeByAlarm(before)) return watched;
	const cause = alarmCause(events, before, await asked(rollback, ports));
	return {
		...watched,
		end: withCause(end, cause)
	};
}
function isTurnedBack(end) {
	if (end.kind === "failed") return end.isCalledOff !== true;
	const failing = failingOf(end);
	return end.kind !== "cancelled" && failing?.isRollingBack === true && failing.isCalledOff !== true;
}
function withCause(end, cause) {
	if (end.kind === "failed") return {
		...end,
		cause
	};
	const failing = failingOf(end);
	return end.kind === "succeeded" || failing === void 0 ? end : {
		...end,
		failing: {
			...failing,
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
		const hasEnded = error instanceof ServiceError && error.trouble === "credentials";
		return error.reasonCode === "access-denied" && !hasEnded ? "denied" : [];
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
function afterLostCall(error, { cancel }) {
	if (!isLeftOpen(error)) return void 0;
	return cancel.aborted || error.reasonCode === "cancelled" ? neverAnswered : outOfSight(error);
}
function outOfSight(error, hasBegun = false) {
	const reason = error instanceof Error ? error.message : String(error);
	const hint = error instanceof ActionError ? error.hint : void 0;
	return {
		...notStarted,
		end: {
			kind: "lost-sight",
			reason,
			tookMs: hasBegun ? 1 : 0,
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
		status: ABOUT_TO_START,
		tookMs: 0
	}
};

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
function untilNextLook(sight, request, { clock, pace }) {
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
			after: { stack: answer.stack }
		};
		if (asked >= ASKED_AT_MOST || answer.kind === "error" && !answer.error.mayPass) return taken(sight, end.status, answer, ports);
		await ports.clock.sleep(ports.pace.pause(400 * asked), request.cancel);
	}
}
function taken(sight, status, answer, ports) {
	const stack = answer.kind === "stack" ? answer.stack : void 0;
	if (answer.kind === "stack" && hasStatus(stack, status)) return {
		kind: "ended",
		sight,
		after: { stack }
	};
	if (isKept(status) && isInProgress(stack?.status ?? "")) return {
		kind: "goes-on",
		sight
	};
	if (stack !== void 0 && isSettledByIt(stack, sight.operation)) {
		ports.log.warning(`The last event says ${status}, and the stack ${stack.status}: the stack is believed.`);
		const operation = endedAs(sight.operation, stack.status);
		return {
			kind: "ended",
			sight: {
				...sight,
				operation
			},
			after: { stack }
		};
	}
	const unread = unreadAs(answer);
	ports.log.warning(`The operation ended ${status}, but the stack cannot be read in that state: ${unread.reason}`);
	return {
		kind: "ended",
		sight,
		after: {
			stack: void 0,
			unread
		}
	};
}
function unreadAs(answer) {
	if (answer.kind === "stack") return { reason: answer.stack === void 0 ? "it is gone." : `it is told as ${answer.stack.status}.` };
	const { message: reason, hint } = answer.error;
	return hint === void 0 ? { reason } : {
		reason,
		hint
	};
}
function isComplete({ stackArn, stacks, open }) {
	const unfinished = [...stacks].some(([arn, { status }]) => arn !== stackArn && status && !isTerminal(status));
	return open.size === 0 && !unfinished;
}
async function stackInCleanup(request, ports) {
	const answer = await describe(request, ports);
	if (answer.kind === "stack" && answer.stack?.status.startsWith("UPDATE_COMPLETE")) return { stack: answer.stack };
	const unread = unreadAs(answer);
	ports.log.warning(`The update is done, but the stack cannot be read in that state: ${unread.reason}`);
	return {
		stack: void 0,
		unread
	};
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
		return {
			kind: "error",
			error
		};
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

// src/flows/watch/ends.ts
function ended({ operation }) {
	const { status, succeeded, tookMs } = operation.end ?? {
		status: "",
		succeeded: false,
		tookMs: 0
	};
	if (!succeeded) return failed(operation.events, status, tookMs);
	return {
		kind: "succeeded",
		status,
		tookMs,
		...leftIn(operation.events)
	};
}
function endedUnread(sight, now) {
	const end = ended(sight);
	return end.kind === "succeeded" ? stopped("cancelled", sight, now) : end;
}
function goneUnseen({ startedAt }, now) {
	return {
		kind: "succeeded",
		status: "DELETE_COMPLETE",
		tookMs: now - startedAt
	};
}
function gaveUp(sight, deadline, now) {
	const { trouble, operation } = sight;
	const isLate = now >= deadline;
	const isBlind = trouble !== void 0 && (isLate || !trouble.error.mayPass);
	if (!isLate && !isBlind) return void 0;
	const tookMs = timeOf(sight, now);
	const status = rootStatus(operation) ?? "";
	const decided = decidedEnd(operation);
	if (decided === "succeeded") return {
		kind: "succeeded",
		status,
		tookMs
	};
	if (decided === "failed") return failed(operation.events, status, tookMs);
	if (!isBlind) return stopped("timed-out", sight, now);
	const { message: reason, hint } = trouble.error;
	return {
		kind: "lost-sight",
		reason,
		tookMs,
		...hint === void 0 ? {} : { hint },
		...failingIn(operation)
	};
}
function stopped(kind, sight, now) {
	const { operation } = sight;
	return {
		kind,
		status: rootStatus(operation) ?? "about to start",
		tookMs: timeOf(sight, now),
		...failingIn(operation)
	};
}
function timeOf({ startedAt }, now) {
	return Math.max(1, now - startedAt);
}
function failing(operation) {
	if (operation.end?.succeeded === true || decidedEnd(operation) === "succeeded") return void 0;
	const events = entries(operation.events);
	const cause = operation.isDeletion ? stuckNow(operation) : rootCause(events);
	if (cause === void 0 && !operation.rollingBack) return void 0;
	return {
		status: rootStatus(operation) ?? "",
		isRollingBack: operation.rollingBack,
		cause,
		...isCalledOff(events) ? { isCalledOff: true } : {}
	};
}
function stuckNow({ events }) {
	const stuck = stuckResources(entries(events));
	return stuck.find((one) => !isNestedStack(one)) ?? stuck[0];
}
function failingIn(operation) {
	const known = failing(operation);
	return known === void 0 ? {} : { failing: known };
}
function leftIn(events) {
	const left = leftBehind(entries(events));
	return left.length === 0 ? {} : { leftBehind: left };
}
function retainedIn(events) {
	const kept = retained(entries(events));
	return kept.length === 0 ? {} : { retained: kept };
}
function failed(events, status, tookMs) {
	const all = entries(events);
	const isStuck = isFailed(status);
	const rollback = isStuck ? rollbackCause(all) : void 0;
	const stuck = isStuck ? stuckResources(all) : [];
	const isOff = isCalledOff(all);
	return {
		kind: "failed",
		status,
		tookMs,
		cause: (isOff ? rollback : void 0) ?? rootCause(all),
		...rollback === void 0 ? {} : { rollbackCause: rollback },
		...stuck.length === 0 ? {} : { stuck },
		...isTerminal(status) && !isStuck ? {
			...leftIn(events),
			...retainedIn(events)
		} : {},
		...isOff ? { isCalledOff: true } : {}
	};
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
	const now = () => ports.clock.now();
	let sight = firstSight(request, now());
	await ports.clock.sleep(untilNextLook(sight, request, ports), request.cancel);
	for (;;) {
		const seen = await unlessCancelled(request.cancel, () => look(sight, request, ports));
		if (seen === "cancelled") return watched(sight, stopped("cancelled", sight, now()));
		if (seen.operation !== sight.operation) reporter.tell(seen.operation);
		sight = seen;
		if (sight.operation.end !== void 0) {
			const confirmed = await unlessCancelled(request.cancel, () => confirmEnd(sight, request, ports));
			if (confirmed === "cancelled") return watched(sight, endedUnread(sight, now()));
			sight = confirmed.sight;
			if (confirmed.kind === "ended") return watched(sight, ended(sight), confirmed.after);
		}
		if (await isGoneUnseen(sight, request, ports)) return watched(sight, goneUnseen(sight, now()));
		const over = gaveUp(sight, request.deadline, now());
		if (over?.kind === "succeeded") return watched(sight, over, await stackInCleanup(request, ports));
		if (over !== void 0) return watched(sight, over);
		const quiet = heartbeat(sight, request, ports);
		if (quiet !== sight && isMonitored(sight, request, now())) reporter.tell(sight.operation, true);
		sight = quiet;
		await ports.clock.sleep(untilNextLook(sight, request, ports), request.cancel);
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
function watched(sight, end, after = { stack: void 0 }) {
	const events = entries(sight.operation.events);
	return {
		end,
		events,
		timeline: timeline(events),
		...after
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
function attach(job, running, onProgress, ports) {
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
		const lost = afterLostCall(error, job);
		if (lost !== void 0) return lost;
		if (job.cancel.aborted && isThrottled(error)) return notStarted;
		throw error;
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
		warnOfLeft(seen, ports);
		return await withFiredAlarms(seen, rollback, ports);
	} catch (error) {
		logStack(error, ports.log);
		return outOfSight(error, true);
	}
}
function warnOfLeft({ end }, { log }) {
	const left = end.kind === "succeeded" || end.kind === "failed" ? end.leftBehind ?? [] : [];
	if (left.length > 0) log.warning(leftBehindText(left));
}

export { PROTECTION, afterLostCall, areStillResolved, asker, attach, blockedEnding, changesAt, decide, declarationsIn, deployedTemplate, deployingView, discardChangeSet, disposition, duration, emptyEnding, endText, estimateOf, execute, executedEnding, failedResult, findingAt, hasChangeSet, idleStack, isFailure, judged, liveStack, logStack, nestedStacksIn, noEchoNames, notStarted, outOfSight, presentChanges, propertyOf, proposalOutputs, propose, proposeRecorded, protectedEnding, reasonOf, refusedEnding, relevanceFor, remaining, reportView, runningExecution, scopesOf, stackOutputs, stepOutputs, stuckIn, sweepChangeSets, unansweredNotices, unlessBusy, untilGivenUp, watchOperation, withoutChangeSet };