import { ActionError } from "./errors.js";
import { NOT_STARTED, NO_HISTORY, adviceOf, causeOf, changeSetName, estimateText, evaluateTemplate, failingOf, fateLines, fullSentence, headline, inputError, isEvaluatedObject, isOfCluster, isProtectionPath, isStateful, isTerminal, keyText, obstacleLines, parseTemplate, placed, protectionOf, renderSummary, resourceKey, rollbackFailureText, shownView, stateOf, statusAfter, usualPolicy, wasCalledOff } from "./report-summary.js";
import { isMasked, isNoEcho, isObject, isStackItself, liftCommand, poll, protectAgainCommand, scalarText, unprotectCommand, waysOut, waysText, withSpelledNumbers } from "./stack-recovery.js";
import { ServiceError, isLeftOpen, unlessCancelled } from "./unlessCancelled.js";
import { PROTECTION, afterLostCall, discardChangeSet, disposition, duration, endText, estimateOf, execute, idleStack, logStack, nestedStacksIn, notStarted, outOfSight, propose, reasonOf, remaining, reportView, stuckIn, unlessBusy, watchOperation } from "./flows-watch-execution.js";

// src/changes/destroy/obstacles.ts
function obstacleText(obstacle, { stack, region }) {
	switch (obstacle.kind) {
		case "termination-protection": return {
			what: stack,
			type: "AWS::CloudFormation::Stack",
			why: "its termination protection is on",
			next: `set termination-protection: false, or run: ${liftCommand(stack, region)}`
		};
		case "deletion-protection": return {
			what: obstacle.resource.key,
			type: obstacle.resource.type,
			...protectionWords(obstacle, region)
		};
		case "export": return {
			what: obstacle.name,
			type: "export",
			why: `is imported by ${obstacle.importers.join(", ")}`,
			next: "delete these stacks, or take the import out of them, first"
		};
		case "content": return {
			what: obstacle.resource.key,
			type: obstacle.resource.type,
			why: `${obstacle.resource.physicalId ?? "it"} is not empty`,
			next: `empty it: ${emptyCommand(obstacle.resource, region)}`
		};
	}
}
function protectionWords({ resource, property, told }, region) {
	const command = unprotectCommand(resource.type, resource.physicalId, region);
	const next = `set ${property} to its off value by this run's parameters, together with termination-protection: false${command === void 0 ? "" : `, or run: ${command}`}`;
	return {
		why: {
			service: "its deletion protection is on",
			template: `its deletion protection is on (${property} in the deployed template)`,
			nobody: `whether its deletion protection is on cannot be told (${property})`
		}[told],
		next
	};
}
function emptyCommand({ type, physicalId = "<name>" }, region) {
	return type === "AWS::ECR::Repository" ? `aws ecr list-images --region ${region} --repository-name ${physicalId}, then aws ecr batch-delete-image; or set EmptyOnDelete` : `aws s3 rm --region ${region} --recursive s3://${physicalId} (a versioned one: all versions of its objects, too)`;
}

// src/stack/destroyNext.ts
function afterDeletion(end, place, stuck) {
	const isOver = end.kind === "failed" || end.kind === "cancelled" && end.status === "not started";
	const off = place.lifted !== void 0 && (isOver || mayStand(end)) ? `\n${place.lifted}` : "";
	const text = `${stateAfter(end, place, stuck)}${off}`;
	if (!place.isUnprotected || !mayStand(end)) return text;
	const on = protectAgainCommand(place.stack, place.region);
	return `${text}\nThe termination protection of stack ${place.stack} is off. Where the stack stays, turn it on again:\n${on}`;
}
function mayStand(end) {
	return end.kind === "failed" ? !end.status.startsWith("DELETE_") : isUntold(end);
}
function isUntold(end) {
	if (end.kind === "cancelled") return end.tookMs === 0 && end.status !== "not started";
	return end.kind === "lost-sight" && end.tookMs === 0;
}
function stateAfter(end, { stack, region }, stuck) {
	const failing = failingOf(end);
	if (failing !== void 0) return `The deletion ${end.kind === "lost-sight" ? "was going on when it was last seen" : "goes on"} (${failing.status}), and what is told above stands in its way. Put that right, then run this job again: it follows the deletion while that lasts, and once it has failed, begins it anew.`;
	switch (end.kind) {
		case "succeeded": return "";
		case "failed": {
			const ways = waysOut({
				stack,
				region,
				status: end.status,
				stuck
			});
			if (ways.length === 0) return `The stack is in ${end.status}. Put the cause right, then run this job again.`;
			return `The stack is in ${end.status}: what is gone is gone, and the rest takes no update any more. Put the cause right and run this job again, or:\n${waysText(ways)}`;
		}
		case "timed-out": return `CloudFormation goes on with the deletion (${end.status}). Run this job again to follow it to its end, or raise timeout-minutes.`;
		case "cancelled":
			if (end.status === "not started") return "Nothing was deleted.";
			if (isTerminal(end.status)) return `The job was cancelled when the deletion had just ended (${end.status}).`;
			if (isUntold(end)) return `The job was cancelled before CloudFormation answered: ${MAY_GO}`;
			return `The job was cancelled; CloudFormation goes on with the deletion (${end.status}). Run this job again to follow it to its end.`;
		case "lost-sight":
			if (isUntold(end)) return `CloudFormation's answer is lost: ${MAY_GO}`;
			return "The deletion may go on without being watched. Run this job again to follow it to its end.";
	}
}
const MAY_GO = "the stack may be on its way out, which its status tells. Run this job again to follow its deletion to the end; where it has not begun, that begins it.";
function afterLifting(end, place, stuck) {
	const failing = failingOf(end);
	if (failing !== void 0) return `Nothing was deleted; ${whileLiftingFails(failing)}`;
	switch (end.kind) {
		case "succeeded": return "";
		case "failed": return afterFailedLift(end, place, stuck);
		case "timed-out":
		case "lost-sight": return isUntold(end) ? MAY_HAVE_BEGUN : MAY_GO_ON;
		case "cancelled":
			if (end.status === "not started") return "Nothing was changed, and nothing deleted.";
			if (isUntold(end)) return MAY_HAVE_BEGUN;
			if (isTerminal(end.status)) return `Nothing was deleted; ${LIFTED} (${end.status}). ${ON_AGAIN}`;
			return "Nothing was deleted; the update goes on. Run this job again: it waits for its end, then looks anew.";
	}
}
const LIFTED = "the update has just ended, and the deletion protections that it was to turn off are off";
const ON_AGAIN = "Run this job again to go on, or deploy to turn them on again.";
const MAY_GO_ON = "Nothing was deleted; the update may go on. Run this job again: it waits for the update's end, then looks anew.";
const MAY_HAVE_BEGUN = "Nothing was deleted; the update may have begun, which the stack's status tells. Run this job again: it waits for the update's end, then looks anew.";
function whileLiftingFails({ status, isCalledOff, cause }) {
	const again = "un this job again: it waits for the update's end, then looks anew.";
	if (isCalledOff !== true) return `the update has failed (${status}). Put the cause right, then r${again}`;
	return `somebody called the update off (${status})${cause === void 0 ? "" : ", and its rollback met the failure that is told above"}. R${again}`;
}
function afterFailedLift({ status, isCalledOff }, place, stuck) {
	const ways = waysOut({
		...place,
		status,
		stuck
	});
	if (ways.length === 0 && isCalledOff === true) return `Nothing was deleted; somebody called the update off, and the stack is in ${status}. Run this job again.`;
	return ways.length === 0 ? `Nothing was deleted; the stack is in ${status}. Put the cause right, then run this job again.` : `Nothing was deleted; the stack is in ${status} and takes no update any more.\n${waysText(ways)}\nThen run this job again.`;
}

// src/flows/destroy/endings.ts
function notAllowedEnding(job, { reason, explanation, hint }) {
	const state = {
		kind: "blocked",
		reason,
		explanation: fullSentence(explanation),
		delta: [],
		hint
	};
	return {
		result: "blocked",
		reasonCode: reason,
		message: `Nothing was deleted: ${explanation}.`,
		hint,
		summary: renderSummary(reportView(job, state))
	};
}
function absentEnding(job) {
	const { stackName, region } = job.inputs;
	return {
		result: "no-changes",
		message: `There is no stack ${stackName} in ${region}: nothing to destroy.`,
		hasChanges: false,
		summary: renderSummary(reportView(job, { kind: "absent" }))
	};
}
function protectedEnding(job, { root, fate, notes }, obstacles, explanation) {
	const { stackName: stack, region } = job.inputs;
	const texts = obstacles.map((obstacle) => obstacleText(obstacle, {
		stack,
		region
	}));
	const view = viewOf(job, {
		kind: "protected",
		explanation,
		obstacles: texts,
		fate
	}, root.arn, notes);
	const shown = shownView(view).state;
	return {
		lines: shown.kind === "protected" ? obstacleLines(shown.obstacles) : [],
		result: {
			result: "blocked",
			reasonCode: "protected",
			message: `${headline(view)}. ${explanation}`,
			hint: texts.map(({ what, why, next }) => `${what}: ${why}. Next: ${next}`).join("\n"),
			summary: renderSummary(view),
			stackId: root.arn,
			stackStatus: root.status
		}
	};
}
function deletedEnding(job, { root, fate, notes, lifted }, watched, { snapshots, stuck }) {
	const { end, timeline } = watched;
	const { ids, unnamed } = snapshots;
	const { stackName: stack, region } = job.inputs;
	const shared = {
		stackId: root.arn,
		stackStatus: statusAfter(end, root.status),
		finalSnapshots: ids
	};
	if (end.kind === "succeeded") {
		const state = {
			kind: "destroyed",
			tookMs: end.tookMs,
			fate,
			snapshots: ids,
			unnamed,
			timeline
		};
		const saved = ids.length === 0 ? "" : ` What is left of the data: ${ids.join(", ")}.`;
		return {
			result: "destroyed",
			message: `Stack ${stack} is deleted after ${duration(end.tookMs)}.${saved}`,
			hasChanges: true,
			...shared,
			...unnamed.length === 0 ? {} : { hint: unnamed.join("\n") },
			summary: renderSummary(viewOf(job, state, root.arn, notes))
		};
	}
	const isUnprotected = root.terminationProtection;
	const nextStep = afterDeletion(end, {
		stack,
		region,
		isUnprotected,
		lifted
	}, stuck);
	const untold = end.kind === "failed" ? [] : unnamed;
	return failed(job, end, viewOf(job, {
		kind: "destroy-failed",
		phase: "deleting",
		end,
		nextStep,
		fate,
		snapshots: ids,
		unnamed: untold,
		timeline
	}, root.arn, notes), {
		next: [nextStep, ...untold],
		shared
	});
}
function liftFailedEnding(job, { root, fate, notes }, { end, timeline, stack }, stuck) {
	const { stackName, region } = job.inputs;
	const nextStep = afterLifting(end, {
		stack: stackName,
		region
	}, stuck);
	const state = {
		kind: "destroy-failed",
		phase: "lifting",
		end,
		nextStep,
		fate,
		snapshots: [],
		unnamed: [],
		timeline
	};
	const shared = {
		stackId: root.arn,
		stackStatus: stack?.status ?? statusAfter(end, root.status)
	};
	return failed(job, end, viewOf(job, state, root.arn, notes), {
		next: [nextStep],
		shared
	});
}
function failed(job, end, view, { next, shared }) {
	return {
		result: "failed",
		reasonCode: reasonOf(end),
		message: failureMessage(job, end, view),
		hint: [
			toldCause(end)?.hint,
			adviceOf(end),
			...next
		].filter((part) => part !== void 0 && part !== "").join("\n"),
		...shared,
		summary: renderSummary(view)
	};
}
function failureMessage(job, end, view) {
	const cause = toldCause(end);
	const words = headline(view);
	const limit = `timeout-minutes is ${job.inputs.timeoutMinutes}.`;
	const why = end.kind === "lost-sight" ? end.reason : end.kind === "timed-out" ? limit : void 0;
	const told = wasCalledOff(end) ? rollbackFailureText : placed;
	const known = [...cause === void 0 ? [] : [told(cause)], ...why === void 0 ? [] : [why]];
	return known.length === 0 ? `${words}.` : `${words}: ${known.join("\n")}`;
}
function toldCause(end) {
	return end.kind === "failed" ? end.rollbackCause ?? end.cause : causeOf(end);
}
function viewOf(job, state, stackArn, notes) {
	const findings = notes.map((message) => ({
		level: "notice",
		message
	}));
	return reportView(job, state, {
		stackArn,
		findings
	});
}

// src/changes/destroy/fate.ts
function fateOf(resources) {
	const there = resources.filter(({ isGone }) => !isGone);
	const of = (policy) => there.filter((resource) => resource.policy === policy);
	return {
		deleted: there.length - of("Retain").length,
		lost: of("Delete").filter(holdsData).map(named),
		kept: of("Retain").map(named),
		saved: of("Snapshot").map(named)
	};
}
function named({ stackPath, logicalId, type, physicalId }) {
	return {
		key: [...stackPath, logicalId].join("/"),
		type,
		...physicalId === void 0 ? {} : { physicalId }
	};
}
function holdsData({ type, properties }) {
	if (type === "AWS::CloudFormation::Stack" || !isStateful(type)) return false;
	return type !== "AWS::RDS::DBInstance" || !isOfCluster(properties);
}

// src/flows/destroy/snapshots.ts
const KINDS = {
	"AWS::RDS::DBCluster": "cluster",
	"AWS::RDS::DBInstance": "instance"
};
const SLACK_MS = 5e3;
async function finalSnapshots(resources, since, ports) {
	const found = await Promise.all(savedOf(resources).map((resource) => snapshotsOf(resource, since, ports)));
	return {
		ids: found.flatMap(({ ids }) => ids),
		unnamed: found.flatMap(({ unnamed }) => unnamed)
	};
}
function unnamedSnapshots(resources, why) {
	return {
		ids: [],
		unnamed: savedOf(resources).map((resource) => unnamedText(resource, why))
	};
}
function savedOf(resources) {
	return resources.filter(({ policy }) => policy === "Snapshot");
}
function unnamedText(resource, why) {
	const { key } = named(resource);
	return `${key}: the snapshot's name is not known (${why}); it begins with ${startOf(resource)}`;
}
function startOf({ type, stackName, logicalId }) {
	return type === "AWS::EC2::Volume" ? "snap-" : `${stackName}-snapshot-${logicalId}-`.toLowerCase();
}
async function snapshotsOf(resource, since, { deletions, log }) {
	const { type, physicalId } = resource;
	const kind = KINDS[type];
	const start = startOf(resource);
	const unnamed = (why) => ({
		ids: [],
		unnamed: [unnamedText(resource, why)]
	});
	if (kind === void 0 || physicalId === void 0) return unnamed(`only ${type}'s service can tell`);
	try {
		const last = (await deletions.snapshots(kind, physicalId)).filter(({ id, madeAt }) => madeAt === void 0 ? id.toLowerCase().startsWith(start) : madeAt >= since - SLACK_MS);
		if (last.length === 0) return unnamed("RDS tells of none that was made during the deletion");
		return {
			ids: last.map(({ id }) => id),
			unnamed: []
		};
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		log.warning(`${error.message} ${error.hint ?? ""}`.trimEnd());
		return unnamed("it could not be asked");
	}
}
function deletionBegan(events) {
	const begun = events.filter((event) => isStackItself(event) && event.status === "DELETE_IN_PROGRESS");
	return begun.length === 0 ? void 0 : Math.min(...begun.map(({ at }) => at));
}

// src/flows/destroy/aftermath.ts
async function told(job, found, watched, ports) {
	const known = await aftermath(job, found, watched, ports).catch((error) => {
		logStack(error, ports.log);
		ports.log.warning(`What is left could not be found out: ${String(error)}`);
		return {
			snapshots: unnamedSnapshots(found.resources, "it could not be found out"),
			stuck: []
		};
	});
	const result = deletedEnding(job, found, watched, known);
	if (result.result === "failed") ports.log.error(endText(result));
	for (const id of known.snapshots.ids) ports.log.info(`📸 ${id}`);
	for (const words of known.snapshots.unnamed) ports.log.info(`📸 ${words}`);
	return result;
}
async function aftermath(job, found, watched, ports) {
	return {
		snapshots: await snapshotsAfter(job, found, watched, ports),
		stuck: await stuckAfter(found.root, watched.end, ports)
	};
}
const NO_SNAPSHOTS = {
	ids: [],
	unnamed: []
};
async function snapshotsAfter(job, { root, resources }, watched, ports) {
	const { end } = watched;
	if (end.kind === "cancelled" && end.status === "not started") return NO_SNAPSHOTS;
	const since = await beganAt(root, watched, ports);
	if (since !== void 0 && !job.cancel.aborted) return finalSnapshots(resources, since, ports);
	if (end.kind === "failed") return NO_SNAPSHOTS;
	return unnamedSnapshots(resources, end.kind === "succeeded" ? "RDS was not asked" : "the deletion was not watched to its end");
}
async function beganAt(root, { events, end }, { stacks, log }) {
	if (end.kind === "cancelled" || end.kind === "lost-sight") return void 0;
	if (root.status !== "DELETE_FAILED") return deletionBegan(events);
	try {
		return deletionBegan(await stacks.events(root.arn, () => false));
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		log.warning(error.message);
		return deletionBegan(events);
	}
}
async function stuckAfter(root, end, ports) {
	if (end.kind !== "failed") return [];
	const stuck = await stuckIn(root.arn, ports);
	const cause = end.rollbackCause ?? end.cause;
	const isTold = stuck.some(({ stackName }) => stackName !== void 0);
	return cause?.stackName === void 0 || isTold ? stuck : [...stuck, cause];
}

// src/changes/destroy/standing.ts
function standingResources(stacks) {
	const retained = /* @__PURE__ */ new Set();
	return stacks.flatMap((standing) => {
		const { stackPath, stack } = standing;
		const isInRetained = stackPath.some((_, index) => retained.has(stackPath.slice(0, index + 1).join("/")));
		const definitions = definitionsOf(standing);
		const isThere = (resource) => isMade(resource) && (resource.status !== "DELETE_COMPLETE" || definitions.has(resource.logicalId));
		return standing.resources.filter(isThere).map((resource) => {
			const { logicalId, type, physicalId, status } = resource;
			const properties = definitions.properties.get(logicalId) ?? {};
			const policy = isInRetained ? "Retain" : policyOf(type, definitions.attribute(logicalId), properties);
			if (policy === "Retain") retained.add([...stackPath, logicalId].join("/"));
			return {
				stackPath,
				stackName: stack.name,
				logicalId,
				type,
				properties,
				policy,
				isGone: status === "DELETE_COMPLETE",
				...physicalId === void 0 || physicalId === "" ? {} : { physicalId }
			};
		});
	});
}
function isMade({ status, physicalId }) {
	return status !== "CREATE_FAILED" || physicalId !== void 0 && physicalId !== "";
}
function definitionsOf({ stack, template }) {
	const written = isObject(template?.Resources) ? template.Resources : {};
	const { resources } = evaluateTemplate({ value: template ?? {} }, scopeOf(stack));
	return {
		properties: new Map(resources.map(({ logicalId, properties }) => [logicalId, properties])),
		has: (logicalId) => Object.hasOwn(written, logicalId),
		attribute: (logicalId) => {
			const resource = Object.hasOwn(written, logicalId) ? written[logicalId] : void 0;
			return isObject(resource) ? resource.DeletionPolicy : void 0;
		}
	};
}
function scopeOf(stack) {
	const [, , , region, account] = stack.arn.split(":");
	const values = stack.parameters.map(({ name, value, resolved }) => [name, isMasked(value) ? void 0 : resolved ?? value]);
	return {
		parameters: Object.fromEntries(values),
		pseudo: {
			"AWS::Region": region,
			"AWS::AccountId": account,
			"AWS::StackName": stack.name,
			"AWS::StackId": stack.arn
		}
	};
}
function policyOf(type, written, properties) {
	if (written === "Retain" || written === "RetainExceptOnCreate") return "Retain";
	if (written === "Delete") return "Delete";
	if (type === "AWS::RDS::DBInstance" && isOfCluster(properties)) return "Delete";
	if (written === "Snapshot") return "Snapshot";
	return usualPolicy(type, properties);
}

// src/estimate/deletion.ts
function estimateOfDeletion(stacks, resources) {
	const changes = resources.filter(({ isGone }) => !isGone).map(({ stackPath, logicalId, type, policy, properties }) => {
		const change = {
			stackPath,
			logicalId,
			type,
			action: "Remove",
			policyAction: policy === "Retain" ? "Retain" : "Delete",
			scope: [],
			details: []
		};
		const before = { Properties: { DBClusterIdentifier: "" } };
		return isOfCluster(properties) ? {
			...change,
			before
		} : change;
	});
	const templates = stacks.map(({ stackPath, template }) => ({
		stackPath,
		before: template && { value: template },
		after: void 0
	}));
	return estimateOf({
		changes,
		templates,
		history: NO_HISTORY,
		areNestedListed: true
	});
}

// src/flows/destroy/questions.ts
const NOTHING = {
	obstacles: [],
	notes: []
};
async function obstaclesOf(stacks, resources, ports) {
	const deleted = resources.filter(({ policy, isGone }) => policy !== "Retain" && !isGone);
	const found = await Promise.all([
		...exportsOf(stacks, resources).map((name) => importedBy(name, stacks, ports)),
		...deleted.map((resource) => protectedBy(resource, ports)),
		...deleted.map((resource) => filledWith(resource, ports))
	]);
	const assumed = found.flatMap((it) => it.assumed ?? []);
	const notes = found.flatMap((it) => it.notes);
	return {
		obstacles: found.flatMap(({ obstacles }) => obstacles),
		notes: assumed.length === 0 ? notes : [...notes, assumption(assumed)]
	};
}
function assumption(names) {
	return `Not asked, but taken from the deployed template: whether these refuse their deletion: ${names.join(", ")}.`;
}
function exportsOf(stacks, resources) {
	const retained = new Set(resources.filter(({ policy }) => policy === "Retain").map((it) => [...it.stackPath, it.logicalId].join("/")));
	const isGoing = ({ stackPath }) => !stackPath.some((_, index) => retained.has(stackPath.slice(0, index + 1).join("/")));
	return stacks.filter(isGoing).flatMap(({ stack }) => stack.outputs.flatMap(({ exportName }) => exportName ?? []));
}
async function importedBy(name, stacks, { deletions }) {
	const ask = () => deletions.importers(name);
	const importers = await unlessDenied(ask);
	if (importers === "denied") return noted(`Whether other stacks import ${name} was not asked: the role lacks cloudformation:ListImports.`);
	const own = new Set(stacks.map(({ stack }) => stack.name));
	const others = importers.filter((stack) => !own.has(stack));
	return others.length === 0 ? NOTHING : {
		...NOTHING,
		obstacles: [{
			kind: "export",
			name,
			importers: others
		}]
	};
}
const DATABASES = {
	"AWS::RDS::DBCluster": ["cluster", "rds:DescribeDBClusters"],
	"AWS::RDS::DBInstance": ["instance", "rds:DescribeDBInstances"],
	"AWS::RDS::GlobalCluster": ["global-cluster", "rds:DescribeGlobalClusters"]
};
async function protectedBy(resource, { deletions }) {
	const { type, properties, physicalId } = resource;
	const protection = protectionOf(type, properties);
	if (protection === void 0 || type === "AWS::RDS::DBInstance" && isOfCluster(properties)) return NOTHING;
	const { property, state } = protection;
	const [kind, permission] = DATABASES[type] ?? [];
	const obstacle = (told) => ({
		...NOTHING,
		obstacles: [{
			kind: "deletion-protection",
			resource: named(resource),
			property,
			told
		}]
	});
	const told = state === "off" ? NOTHING : obstacle(state === "on" ? "template" : "nobody");
	const name = named(resource).key;
	if (kind === void 0 || physicalId === void 0) return {
		...told,
		assumed: `${name} (${type})`
	};
	const isProtected = await unlessDenied(() => deletions.isProtected(kind, physicalId));
	if (isProtected === "denied") return withNote(told, `${name}: whether it refuses its deletion is taken from the deployed template: the role lacks ${permission}.`);
	return isProtected === true ? obstacle("service") : NOTHING;
}
async function filledWith(resource, { deletions }) {
	const { type, physicalId } = resource;
	if (physicalId === void 0 || emptiesItself(resource)) return NOTHING;
	const full = {
		...NOTHING,
		obstacles: [{
			kind: "content",
			resource: named(resource)
		}]
	};
	if (type === "AWS::S3::Bucket") {
		const has = await unlessDenied(() => deletions.hasObjects(physicalId));
		if (has === "denied") return noted(notLookedInto(physicalId, "s3:ListBucketVersions"));
		return has ? full : NOTHING;
	}
	if (type === "AWS::ECR::Repository") {
		const has = await unlessDenied(() => deletions.hasImages(physicalId));
		if (has === "denied") return noted(notLookedInto(physicalId, "ecr:ListImages"));
		return has ? full : NOTHING;
	}
	return NOTHING;
}
const EMPTYING_TAGS = /* @__PURE__ */ new Set(["aws-cdk:auto-delete-objects", "aws-cdk:auto-delete-images"]);
function emptiesItself({ properties }) {
	const { EmptyOnDelete: emptied, Tags: tags } = properties;
	return String(emptied) === "true" || (Array.isArray(tags) ? tags : []).some((tag) => isEvaluatedObject(tag) && EMPTYING_TAGS.has(String(tag.Key)) && tag.Value === "true");
}
function notLookedInto(name, permission) {
	return `Whether ${name} is empty was not asked: the role lacks ${permission}. With content in it the deletion fails half-way.`;
}
function noted(note) {
	return withNote(NOTHING, note);
}
function withNote(found, note) {
	return {
		...found,
		notes: [...found.notes, note]
	};
}
async function unlessDenied(ask) {
	try {
		return await ask();
	} catch (error) {
		if (error instanceof ServiceError && error.trouble === "denied") return "denied";
		throw error;
	}
}

// src/flows/destroy/survey.ts
async function survey(job, root, ports) {
	const standing = await standingTree(job, root, ports);
	const { obstacles, notes } = await obstaclesOf(standing.stacks, standing.resources, ports);
	return {
		root,
		...foreseen(standing),
		notes,
		obstacles: root.terminationProtection ? [{ kind: "termination-protection" }, ...obstacles] : obstacles
	};
}
async function remains(job, root, ports) {
	return {
		root,
		...foreseen(await standingTree(job, root, ports)),
		obstacles: [],
		notes: []
	};
}
function unread(root, ...notes) {
	return {
		root,
		...foreseen({
			stacks: [],
			resources: []
		}),
		obstacles: [],
		notes
	};
}
function foreseen({ stacks, resources }) {
	return {
		resources,
		fate: fateOf(resources),
		estimate: estimateOfDeletion(stacks, resources)
	};
}
async function standingTree(job, root, ports) {
	const stacks = await tree(job, [], root, ports);
	return {
		stacks,
		resources: standingResources(stacks)
	};
}
async function tree(job, stackPath, stack, ports) {
	const [text, listed, gone] = await Promise.all([
		stack.status === "REVIEW_IN_PROGRESS" ? void 0 : ports.deletions.processedTemplate(stack.arn),
		ports.stacks.resources(stack.arn),
		/^DELETE_/.test(stack.status) ? goneIn(stack, ports) : []
	]);
	const known = new Set(listed.map(({ logicalId }) => logicalId));
	const resources = [...listed, ...gone.filter(({ logicalId }) => !known.has(logicalId))];
	const template = text === void 0 ? void 0 : withSpelledNumbers(parseTemplate(text, `the template of ${stack.name}`));
	learnSecrets(job, template);
	const below = await Promise.all(nestedStacksIn(resources).map(async ({ logicalId, arn }) => {
		const child = await ports.stacks.describe(arn);
		return child === void 0 ? [] : tree(job, [...stackPath, logicalId], child, ports);
	}));
	return [{
		stackPath,
		stack,
		template,
		resources
	}, ...below.flat()];
}
async function goneIn(stack, { stacks }) {
	const events = await stacks.events(stack.arn, () => false);
	const since = deletionBegan(events) ?? Number.POSITIVE_INFINITY;
	return events.filter((event) => event.at >= since && event.status === "DELETE_COMPLETE").filter((event) => !isStackItself(event)).map(({ logicalId, type, status, physicalId }) => ({
		logicalId,
		type,
		status,
		...physicalId === void 0 ? {} : { physicalId }
	}));
}
const SHELL = "REVIEW_IN_PROGRESS";
function learnSecrets({ secrets, inputs }, template) {
	const hidden = (isObject(template?.Parameters) ? Object.entries(template.Parameters) : []).filter(([name, declaration]) => isNoEcho(declaration) || secrets.isHidden(name));
	secrets.learn(hidden.flatMap(([name, declaration]) => {
		const given = inputs.parameters.values.get(name);
		const standard = isObject(declaration) ? scalarText(declaration.Default ?? null) : void 0;
		return [...given?.kind === "value" ? [given.value] : [], ...standard === void 0 ? [] : [standard]];
	}));
}

// src/flows/destroy/terminationProtection.ts
async function unprotect(job, stack, ports) {
	const of = `the termination protection of stack ${stack.name}`;
	try {
		await protect(stack, false, ports);
	} catch (error) {
		if (!isLeftOpen(error)) throw error;
		throw withHint(error, `Whether ${of} is still on is not known. ${onAgain(job, stack)}`);
	}
	if (!job.cancel.aborted) return;
	throw withHint(new ActionError("The job was cancelled before the deletion was asked for.", { reasonCode: "cancelled" }), `T${of.slice(1)} is off. ${onAgain(job, stack)}`);
}
async function protectedAgain(job, stack, error, ports) {
	try {
		await protect(stack, true, ports);
		return error;
	} catch (failure) {
		if (!(failure instanceof ActionError)) throw failure;
		const whether = isLeftOpen(failure) ? "whether it is on again is not known" : "could not be turned on again";
		const hint = `${`The termination protection of stack ${stack.name} was turned off, and ${whether}`}: ${failure.message} ${onAgain(job, stack)}`;
		if (error instanceof ActionError) return withHint(error, hint);
		ports.log.warning(hint);
		return error;
	}
}
async function protect(stack, on, { stacks, log }) {
	await stacks.setTerminationProtection(stack.name, on);
	log.info(`Termination protection of stack ${stack.name} is ${on ? "on again" : "off now"}.`);
}
function onAgain({ inputs }, stack) {
	return `To turn it on again:\n${protectAgainCommand(stack.name, inputs.region)}`;
}
function withHint(error, more) {
	const { message, reasonCode, hint } = error;
	return new ActionError(message, {
		reasonCode,
		cause: error,
		hint: hint === void 0 ? more : `${hint}\n${more}`
	});
}

// src/flows/destroy/deletion.ts
async function deleteStack(job, doomed, ports) {
	const { stack } = doomed;
	if (job.cancel.aborted) return notStarted;
	const token = `${tokenStart(job)}${job.run.attempt}-${ports.clock.now().toString(36)}`;
	if (stack.terminationProtection) await unprotect(job, stack, ports);
	ports.log.info(`Deleting stack ${stack.name}.`);
	try {
		await ports.stacks.delete(stack.arn, token);
	} catch (error) {
		const lost = afterLostCall(error, job);
		if (lost !== void 0) return lost;
		throw stack.terminationProtection ? await protectedAgain(job, stack, error, ports) : error;
	}
	if (stack.status === "REVIEW_IN_PROGRESS") return shellGone(job, stack, ports);
	return watch(job, doomed, await begunToken(job, stack, token, ports), ports);
}
const LOOKS = 5;
async function begunToken({ cancel }, stack, own, { stacks, pace, clock, log }) {
	try {
		for (let look = 1; look <= LOOKS && !cancel.aborted; look++) {
			const newest = await newestOfStack(stack.arn, stacks);
			if ((newest?.token === own || /^DELETE_(IN_PROGRESS|COMPLETE)$/.test(newest?.status ?? "")) && newest?.token !== void 0) {
				if (newest.token !== own) log.info("Another run's deletion was quicker: following that.");
				return newest.token;
			}
			await clock.sleep(pace.pause(POLL_MS), cancel);
		}
	} catch (error) {
		logStack(error, log);
		log.debug(String(error));
	}
	return own;
}
async function newestOfStack(stackArn, stacks) {
	let newest;
	await stacks.events(stackArn, (event) => {
		if (!isStackItself(event)) return false;
		newest ??= event;
		return true;
	});
	return newest;
}
const POLL_MS = 1e3;
async function shellGone({ cancel, deadline }, stack, { stacks, pace, clock, log }) {
	const since = clock.now();
	const options = {
		clock,
		delays: () => pace.pause(POLL_MS),
		signal: cancel,
		deadline
	};
	const tookMs = () => Math.max(1, clock.now() - since);
	try {
		const polled = await poll(options, async () => {
			const now = await stacks.describe(stack.arn);
			if (now?.status === "DELETE_FAILED") return now;
			return now === void 0 || now.status === "DELETE_COMPLETE" ? "gone" : void 0;
		});
		return {
			...notStarted,
			end: shellEnd(polled, tookMs(), clock.now())
		};
	} catch (error) {
		logStack(error, log);
		const { end, ...unseen } = afterLostCall(error, { cancel }) ?? outOfSight(error);
		return {
			...unseen,
			end: {
				...end,
				tookMs: tookMs()
			}
		};
	}
}
function shellEnd(polled, tookMs, at) {
	const status = "DELETE_IN_PROGRESS";
	if (polled.kind === "aborted") return {
		kind: "cancelled",
		status,
		tookMs
	};
	if (polled.kind === "timed-out") return {
		kind: "timed-out",
		status,
		tookMs
	};
	if (polled.value === "gone") return {
		kind: "succeeded",
		status: "DELETE_COMPLETE",
		tookMs
	};
	const { name, arn, status: stuck, statusReason: reason } = polled.value;
	return {
		kind: "failed",
		status: stuck,
		tookMs,
		cause: reason === void 0 ? void 0 : {
			stackPath: [],
			logicalId: name,
			type: "AWS::CloudFormation::Stack",
			physicalId: arn,
			status: stuck,
			reason,
			at
		}
	};
}
async function runningDeletion(job, stack, { stacks }) {
	const begun = (await stacks.events(stack.arn, () => false)).find((event) => isStackItself(event) && event.status === "DELETE_IN_PROGRESS");
	return begun?.token?.startsWith(tokenStart(job)) === true ? begun.token : void 0;
}
function followDeletion(job, doomed, token, ports) {
	ports.log.info("An earlier attempt of this destroy is still running (DELETE_IN_PROGRESS): following it.");
	return watch(job, doomed, token, ports);
}
function tokenStart({ run }) {
	return `destroy-${run.id}-`;
}
async function watch(job, { stack, total, estimate }, token, ports) {
	const { deadline, cancel } = job;
	const since = stack.updatedAt ?? stack.createdAt;
	const request = {
		stackArn: stack.arn,
		stackName: stack.name,
		token,
		since,
		deadline,
		total,
		cancel,
		isDeletion: true,
		left: (operation, now) => remaining(estimate, operation, now)
	};
	try {
		return await ports.log.group(`Deleting ${stack.name}`, () => watchOperation(request, ports));
	} catch (error) {
		logStack(error, ports.log);
		return outOfSight(error, true);
	}
}

// src/changes/destroy/lift.ts
const NESTED = "AWS::CloudFormation::Stack";
function liftOf(items, resources, areNestedListed) {
	const changes = new Map(resources.map((change) => [keyText(change.stackPath, change.logicalId), change]));
	const lifted = /* @__PURE__ */ new Set();
	const others = [];
	for (const [name, item] of items) {
		const change = changes.get(name.split(" ")[1] ?? "");
		if (change !== void 0 && isLifting(name, item, change)) lifted.add(resourceKey(change));
		else if (!isHarmless(name, item, change, areNestedListed)) others.push(name);
	}
	return {
		lifted,
		others
	};
}
function isLifting(name, { after }, { type }) {
	const [start, , pointer = ""] = name.split(" ");
	return start === "property" && isProtectionPath(type, pointer) && stateOf(type, value(after)) === "off";
}
function isHarmless(name, item, change, areNestedListed) {
	const [start, , pointer = ""] = name.split(" ");
	switch (start) {
		case "resource": return change !== void 0 && staysInPlace(change) && (change.type !== NESTED || areNestedListed);
		case "property": return change?.type === NESTED && areNestedListed && /^\/Properties\/Parameters\//.test(pointer);
		case "definition": return change !== void 0 && isProtectionPath(change.type, pointer);
		case "parameter": return isGivenSecret(item) || isTurnedOff(item);
		case "option": return HARMLESS_OPTIONS.has(name);
		case "capability": return true;
		default: return name === PROTECTION;
	}
}
const HARMLESS_OPTIONS = /* @__PURE__ */ new Set([
	"option on-failure",
	"option include-nested-stacks",
	"option import-existing-resources"
]);
function staysInPlace({ action, replacement, scope }) {
	return action === "Modify" && (replacement === void 0 || replacement === "False") && scope.every((attribute) => attribute === "Properties");
}
function isGivenSecret({ before, after }) {
	return before === null && after === null;
}
function isTurnedOff({ before, after }) {
	return after !== null && stateOf("", value(before)) === "on" && stateOf("", value(after)) === "off";
}
function value(text) {
	return text === null ? void 0 : JSON.parse(text);
}

// src/flows/destroy/lifting.ts
async function lift(job, { root, obstacles }, ports) {
	const wanted = protectedOnes(obstacles);
	if (disposition(root.status).kind !== "update") return {
		...stopped(`the stack takes no update in ${root.status}`),
		ways: await waysOutOf(job, root, ports)
	};
	const proposed = await proposeLift(job, root, ports);
	if (proposed.kind === "stopped") return proposed;
	const { stackJob, made } = proposed;
	if (made.kind === "failed") {
		await discardChangeSet(made.failure.arn, made.failure.stackArn, ports);
		return stopped(`CloudFormation refused the update that was to lift them: ${made.failure.reason}`);
	}
	const { proposal } = made;
	const objection = objectionTo(proposal, wanted, job);
	if (objection !== void 0) {
		await discardChangeSet(proposal.changeSetArn, proposal.stackArn, ports);
		return stopped(objection);
	}
	ports.log.info(`Turning the deletion protection off, and changing nothing else: ${keysOf(wanted)}.`);
	const request = {
		changeSetArn: proposal.changeSetArn,
		stackArn: proposal.stackArn,
		since: proposal.createdAt,
		rollback: proposal.rollback,
		total: proposal.changes.resources.length,
		title: `Lifting the protections of ${root.name}`
	};
	return {
		kind: "watched",
		watched: await execute(stackJob, request, ports)
	};
}
async function waysOutOf(job, root, ports) {
	const { stackName: stack, region } = job.inputs;
	const { status, terminationProtection } = root;
	const stuck = await stuckIn(root.arn, ports);
	return waysOut({
		stack,
		region,
		status,
		terminationProtection,
		stuck
	});
}
function protectedOnes(obstacles) {
	return obstacles.flatMap((obstacle) => obstacle.kind === "deletion-protection" ? [obstacle.resource] : []);
}
async function proposeLift(job, stack, ports) {
	const { render, startedBy: _by, ...rest } = job;
	try {
		const stackJob = {
			...rest,
			rendered: await render(),
			commits: [job.commit]
		};
		const origin = {
			name: changeSetName("destroy", job.commit, job.run),
			description: `lifts protections before a destroy by ${job.run.repository}, ${job.run.url}`,
			stackName: job.inputs.stackName
		};
		return {
			kind: "proposed",
			stackJob,
			made: await propose(stackJob, {
				stack,
				origin,
				acknowledged: []
			}, ports)
		};
	} catch (error) {
		if (!(error instanceof ActionError && /^invalid-(input|template)$/.test(error.reasonCode))) throw error;
		return stopped(`the update that is to lift them cannot be made: ${error.message}`);
	}
}
function objectionTo({ shownItems, changes, executable }, wanted, { inputs }) {
	const { lifted, others } = liftOf(shownItems, changes.resources, inputs.includeNestedStacks);
	const left = wanted.filter(({ key }) => !lifted.has(key));
	if (!executable || left.length > 0) return `the template with this run's parameters leaves the protection of ${keysOf(left)} on`;
	if (others.length === 0) return void 0;
	return `the update that was to lift the protections would change more than that: ${others.slice(0, 5).join(", ")}${others.length > 5 ? ` and ${others.length - 5} more` : ""}. Deploy that first, or destroy from what is deployed`;
}
function keysOf(resources) {
	return resources.map(({ key }) => key).join(", ");
}
function stopped(explanation) {
	return {
		kind: "stopped",
		explanation
	};
}

// src/flows/destroy/permission.ts
function confirmProblems({ inputs }) {
	const { confirm, stackName } = inputs;
	if (stackName === "" || confirm === stackName) return [];
	return [{
		level: "error",
		message: `Input confirm ${confirm === void 0 ? "is not set" : `is "${confirm}"`}: mode: destroy needs the stack's name in it, ${stackName}.`
	}];
}
async function refusal({ startedBy }, { people }) {
	if (people === void 0) return {
		reason: "not-approved",
		explanation: "without github-token nobody can tell whether the person who started this run may push",
		hint: "Leave github-token at its default."
	};
	if (startedBy === void 0) return {
		reason: "not-approved",
		explanation: "this is a run that was started again, and GitHub does not say by whom",
		hint: "Start the workflow anew instead."
	};
	if (await mayPush(startedBy, people)) return void 0;
	return {
		reason: "not-approved",
		explanation: `this run was started by ${startedBy}, who has no write access to the repository`,
		hint: "Somebody with write access has to start it."
	};
}
async function mayPush(login, people) {
	try {
		return await people.mayPush(login);
	} catch (error) {
		if (!(error instanceof ActionError) || error.reasonCode !== "access-denied") throw error;
		throw new ActionError(`Whether ${login} may push could not be asked: ${error.message}`, {
			reasonCode: "access-denied",
			...error.hint === void 0 ? {} : { hint: error.hint },
			cause: error
		});
	}
}

// src/flows/destroy/destroy.ts
async function destroy(job, problems, ports) {
	const all = [...problems, ...confirmProblems(job)];
	if (all.length > 0) throw inputError(all, []);
	const refused = await refusal(job, ports);
	if (refused !== void 0) return notAllowedEnding(job, refused);
	const followed = await earlierDeletion(job, ports);
	if (followed !== void 0) return followed;
	return unlessBusy(job, ports, async () => {
		const stack = await idleStack(job, ports, { mayBeStuck: true });
		return stack === void 0 ? absentEnding(job) : destroyed(job, stack, ports);
	});
}
async function earlierDeletion(job, ports) {
	const stack = await ports.stacks.describe(job.inputs.stackName);
	if (stack?.status !== "DELETE_IN_PROGRESS") return void 0;
	let token;
	try {
		token = await runningDeletion(job, stack, ports);
	} catch (error) {
		logStack(error, ports.log);
		const end = {
			kind: "cancelled",
			status: stack.status,
			tookMs: 1
		};
		const unseen = outOfSight(error, true);
		return told(job, unread(stack), job.cancel.aborted ? {
			...unseen,
			end
		} : unseen, ports);
	}
	if (token === void 0) return void 0;
	const left = await remains(job, stack, ports).catch((error) => {
		logStack(error, ports.log);
		const note = `What is in the stack could not be read: ${error instanceof Error ? error.message : String(error)}`;
		ports.log.notice(note);
		return unread(stack, note);
	});
	const doomed = {
		stack,
		total: 0,
		estimate: left.estimate
	};
	const watched = await followDeletion(job, doomed, token, ports);
	return told(job, left, watched, ports);
}
async function destroyed(job, stack, ports) {
	const verdict = await cleared(job, await surveyed(job, stack, ports), ports);
	if (verdict.kind === "ended") return verdict.result;
	const found = verdict.survey;
	for (const line of fateLines(found.fate)) ports.log.info(job.secrets.hide(line));
	ports.log.info(`It takes ${estimateText(found.estimate)}.`);
	const doomed = {
		stack: found.root,
		total: found.fate.deleted,
		estimate: found.estimate
	};
	const watched = await saying(found.lifted, async () => {
		await lastLook(job, found, ports);
		return deleteStack(job, doomed, ports);
	});
	return told(job, found, watched, ports);
}
async function surveyed(job, stack, ports, said = []) {
	ports.log.info(`Looking whether everything in stack ${stack.name} (${stack.status}) can be deleted.`);
	const found = await unlessCancelled(job.cancel, () => survey(job, stack, ports));
	if (found === "cancelled") throw new ActionError("The job was cancelled while the stack was looked at: nothing was deleted.", { reasonCode: "cancelled" });
	for (const note of found.notes) if (!said.includes(note)) ports.log.notice(note);
	return found;
}
async function cleared(job, found, ports) {
	const isTold = job.inputs.terminationProtection === false;
	const left = found.obstacles.filter(({ kind }) => kind !== "termination-protection" || !isTold);
	if (left.length === 0) return {
		kind: "clear",
		survey: found
	};
	if (!(isTold && left.every(({ kind }) => kind === "deletion-protection"))) return stop(job, {
		...found,
		obstacles: left
	}, NOT_ALL, ports);
	const lifting = await lift(job, found, ports);
	if (lifting.kind === "stopped") {
		const { explanation, ways = [] } = lifting;
		const lines = [`${NOT_ALL} And ${explanation}.`, ...ways.length === 0 ? [] : [waysText(ways)]];
		return stop(job, {
			...found,
			obstacles: left
		}, lines.join("\n"), ports);
	}
	const { watched } = lifting;
	if (watched.end.kind !== "succeeded") {
		const stuck = await stuckAfter(found.root, watched.end, ports);
		return {
			kind: "ended",
			result: liftFailedEnding(job, found, watched, stuck)
		};
	}
	return afterLift(job, found, watched, ports);
}
const NOT_ALL = "Not everything in the stack can be deleted, so that nothing was.";
async function afterLift(job, before, { stack }, ports) {
	const off = `The deletion protection of ${protectedOnes(before.obstacles).map(({ key }) => key).join(", ")} is off now.`;
	const found = await saying(off, () => surveyed(job, stack ?? before.root, ports, before.notes));
	const left = found.obstacles.filter(({ kind }) => kind !== "termination-protection");
	if (left.length === 0) return {
		kind: "clear",
		survey: {
			...found,
			lifted: off
		}
	};
	return stop(job, {
		...found,
		obstacles: left
	}, `${NOT_ALL} ${off}`, ports);
}
async function saying(words, work) {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof ActionError) || words === void 0) throw error;
		const { message, reasonCode, hint } = error;
		const more = hint === void 0 ? {} : { hint };
		throw new ActionError(`${message} ${words}`, {
			reasonCode,
			...more,
			cause: error
		});
	}
}
async function stop(job, found, explanation, { log }) {
	const { result, lines } = protectedEnding(job, found, found.obstacles, explanation);
	for (const line of lines) log.info(line);
	return {
		kind: "ended",
		result
	};
}
async function lastLook(job, { root }, { stacks, clock }) {
	const now = await stacks.describe(root.arn);
	if (clock.now() >= job.deadline) throw new ActionError(`${job.inputs.timeoutMinutes} minutes were over before anything was deleted.`, {
		reasonCode: "timeout",
		hint: "Run this job again, or raise timeout-minutes."
	});
	if (now?.status === root.status && now.updatedAt === root.updatedAt && now.terminationProtection === root.terminationProtection) return;
	throw new ActionError(`Stack ${root.name} was changed while it was looked at: nothing was deleted.`, {
		reasonCode: "stack-busy",
		hint: "Run this job again: it looks at the stack anew."
	});
}

export { destroy };