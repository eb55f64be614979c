// src/poll.ts
async function poll(options, step) {
	const { clock, delays, signal, deadline = Number.POSITIVE_INFINITY } = options;
	for (let attempt = 0;; attempt++) {
		if (signal?.aborted) return { kind: "aborted" };
		const last = clock.now() >= deadline;
		const value = await step();
		if (value !== void 0) return {
			kind: "done",
			value
		};
		if (last) return { kind: "timed-out" };
		await clock.sleep(Math.max(0, Math.min(delays(attempt), deadline - clock.now())), signal);
	}
}
function changeSetDelays(attempt) {
	return Math.min(2e3, Math.round(300 * 1.06 ** attempt));
}

// src/template/tree/stored.ts
const INLINE_BYTES = 51200;
function placeOf(digest, store, extension = ".json") {
	const { bucket, prefix } = store;
	const key = [
		prefix,
		"aurora-deploy-action",
		`${digest}${extension}`
	].filter((part) => part !== "").join("/");
	return {
		bucket,
		key,
		url: objectUrl(store, key)
	};
}
const UPLOADED = /^(.*)\/aurora-deploy-action\/([0-9a-f]{64})\.json$/;
function uploadedDigest(url) {
	return url === void 0 ? void 0 : UPLOADED.exec(url)?.[2];
}
function uploadedName(url) {
	const start = UPLOADED.exec(url)?.[1];
	if (start === void 0) return void 0;
	const object = isOnAws(url) ? s3Object(url, void 0) : void 0;
	const prefix = object && UPLOADED.exec(`/${object.key}`)?.[1];
	return `${UPLOADED_IN}${prefix === void 0 ? start : `s3://${object?.bucket}${prefix}`})`;
}
const UPLOADED_IN = "(uploaded template in ";
function s3Object(url, endpoint) {
	if (!URL.canParse(url)) return void 0;
	const { origin, hostname, pathname, searchParams } = new URL(url);
	const path = decoded(pathname.slice(1));
	if (path === void 0) return void 0;
	const version = searchParams.get("versionId") ?? void 0;
	const object = (bucket, key) => bucket === "" || key === "" ? void 0 : {
		bucket,
		key,
		...version === void 0 ? {} : { version }
	};
	const isEmulated = endpoint !== void 0 && URL.canParse(endpoint) && origin === new URL(endpoint).origin;
	const inHost = /^(.+)\.s3[.-](?:dualstack\.)?[a-z0-9.-]+$/.exec(hostname)?.[1];
	if (inHost !== void 0 && !isEmulated) return object(inHost, path);
	return isEmulated || /^s3[.-]/.test(hostname) ? object(path.split("/")[0] ?? "", path.split("/").slice(1).join("/")) : void 0;
}
function decoded(path) {
	try {
		return decodeURIComponent(path);
	} catch {
		return;
	}
}
const DOMAINS = [
	[/^cn-/, "amazonaws.com.cn"],
	[/^us-iso-/, "c2s.ic.gov"],
	[/^us-isob-/, "sc2s.sgov.gov"],
	[/^us-isof-/, "csp.hci.ic.gov"],
	[/^eu-isoe-/, "cloud.adc-e.uk"],
	[/^eusc-/, "amazonaws.eu"]
];
function isOnAws(url) {
	if (!URL.canParse(url)) return false;
	const { hostname } = new URL(url);
	const domain = ["amazonaws.com", ...DOMAINS.map(([, each]) => each)].find((each) => hostname.endsWith(`.${each}`));
	const rest = domain === void 0 ? "" : hostname.slice(0, -domain.length - 1);
	return /^(?:.+\.)?s3(?:[.-](?:dualstack\.)?[a-z]{2,5}(?:-[a-z]+)+-\d)?$/.test(rest);
}
function objectUrl({ bucket, region, endpoint }, key) {
	if (endpoint !== void 0) return `${endpoint.replace(/\/+$/, "")}/${bucket}/${key}`;
	const host = `s3.${region}.${domainOf(region)}`;
	return bucket.includes(".") ? `https://${host}/${bucket}/${key}` : `https://${bucket}.${host}/${key}`;
}
function domainOf(region) {
	return DOMAINS.find(([regions]) => regions.test(region))?.[1] ?? "amazonaws.com";
}
function emulatedEndpoint(env) {
	if (env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS?.toLowerCase() === "true") return void 0;
	const url = env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL;
	if (url === void 0 || url === "" || !URL.canParse(url)) return void 0;
	const { hostname } = new URL(url);
	return ["amazonaws.com", ...DOMAINS.map(([, domain]) => domain)].some((domain) => hostname.endsWith(`.${domain}`)) ? void 0 : url;
}

// src/stack/console.ts
function arnParts(arn) {
	const [, partition = "aws", , region = "", account = ""] = arn.split(":");
	return {
		partition,
		region,
		account
	};
}
const CONSOLES = {
	aws: (region) => `https://${region}.console.aws.amazon.com`,
	"aws-cn": () => "https://console.amazonaws.cn",
	"aws-us-gov": () => "https://console.amazonaws-us-gov.com"
};
function changeSetUrl(stackArn, changeSetArn) {
	return page(stackArn, `changesets/changes?stackId=${encodeURIComponent(stackArn)}&changeSetId=${encodeURIComponent(changeSetArn)}`);
}
function stackUrl(stackArn) {
	return page(stackArn, `events?stackId=${encodeURIComponent(stackArn)}`);
}
function page(arn, path) {
	const { partition, region } = arnParts(arn);
	const origin = CONSOLES[partition]?.(region);
	return origin && `${origin}/cloudformation/home?region=${region}#/stacks/${path}`;
}

// src/stack/eventKinds.ts
const STACK_TYPE = "AWS::CloudFormation::Stack";
function isNestedStack({ type }) {
	return type === STACK_TYPE;
}
function isStackItself(event) {
	return event.type === STACK_TYPE && event.physicalId === event.stackArn;
}
function nestedStackArn(event) {
	if (event.type !== STACK_TYPE || isStackItself(event) || !event.physicalId?.startsWith("arn:")) return void 0;
	return event.physicalId;
}
function isInProgress(status) {
	return status.endsWith("_IN_PROGRESS");
}
function isFailed(status) {
	return status.endsWith("_FAILED");
}
function resourceOf(event) {
	return `${event.stackArn} ${event.logicalId}`;
}
function chronological(newestFirst) {
	return newestFirst.toReversed().sort((a, b) => a.at - b.at);
}

// src/stack/alarms.ts
const METRIC_ALARM = "AWS::CloudWatch::Alarm";
const COMPOSITE_ALARM = "AWS::CloudWatch::CompositeAlarm";
function alarmName(arn) {
	return arn.split(":").slice(6).join(":");
}
function alarmText({ arn, type }) {
	return type === "AWS::CloudWatch::Alarm" ? arn : `${type} ${arn}`;
}
function firedText({ arn, since, reason = "" }) {
	const at = since === void 0 ? "" : ` at ${new Date(since).toISOString().slice(11, 19)} UTC`;
	return `rollback alarm ${alarmName(arn)} fired${at}${reason === "" ? "." : `: ${reason}`}`;
}
function mayBeByAlarm(cause) {
	if (cause === void 0) return true;
	return cause.type === STACK && cause.stackPath.length === 0 && /ROLLBACK/.test(cause.status) && /alarm|rollback trigger|monitor/i.test(cause.reason);
}
const STACK = "AWS::CloudFormation::Stack";
function alarmCause(events, cause, found) {
	if (found === "denied") return cause && {
		...cause,
		alarms: [],
		hint: ASK
	};
	const turn = cause ?? turnedBack(events);
	if (turn === void 0) return cause;
	const alarms = /:alarm:/.test(turn.reason) ? namedIn(turn.reason, found) : firingAt(turn.at, found);
	const [first] = alarms;
	return first === void 0 ? cause : {
		...turn,
		alarms,
		hint: lookAt(first)
	};
}
const ASK = "To be told here which alarm fired and why, allow cloudwatch:DescribeAlarms on * to the role that this job assumes.";
function namedIn(text, alarms) {
	let rest = text;
	return alarms.toSorted((a, b) => b.arn.length - a.arn.length).filter(({ arn }) => {
		const parts = rest.split(arn);
		rest = parts.join("");
		return parts.slice(1).some((after) => !/^[\w-]/.test(after));
	});
}
const SLACK_MS = 3e4;
function firingAt(at, alarms) {
	return alarms.filter(({ state, since = at }) => state === "ALARM" && since <= at + SLACK_MS);
}
function turnedBack(events) {
	const turn = chronological(events.toReversed()).find((event) => isStackItself(event) && event.status.endsWith("ROLLBACK_IN_PROGRESS"));
	if (turn === void 0) return void 0;
	const { logicalId, type, status, reason = "", at } = turn;
	return {
		stackPath: [],
		logicalId,
		type,
		status,
		reason,
		at
	};
}
function lookAt({ arn }) {
	const { region } = arnParts(arn);
	return `See what the alarm has seen:\naws cloudwatch describe-alarm-history --region ${region} --history-item-type StateUpdate --alarm-name ${`'${alarmName(arn).replaceAll("'", "'\\''")}'`}`;
}

// src/stack/recovery.ts
function waysOut(stuck) {
	const command = (verb, options = "") => `aws cloudformation ${verb} --region ${stuck.region} --stack-name ${stuck.stack}${options}`;
	const before = unprotecting(stuck);
	const skipped = orPlaceholder(namesToSkip(stuck.stuck.filter(canBeSkipped)));
	const retained = orPlaceholder(stuck.stuck.flatMap(({ logicalId, stackName }) => stackName === void 0 ? [logicalId] : []));
	const lift = stuck.terminationProtection === true ? [command(LIFT)] : [];
	switch (stuck.status) {
		case "UPDATE_ROLLBACK_FAILED": return [{
			commands: [...before, command("continue-update-rollback")],
			effect: "Once the cause is out of the way, the stack goes back to its previous state"
		}, {
			commands: [command("continue-update-rollback", ` --resources-to-skip ${skipped.join(" ")}`)],
			effect: `Or it goes back without what cannot: that stays as it is, and no longer as the template says${skipped.some(isPlaceholder) ? NAMED_SO : ""}`
		}];
		case "DELETE_FAILED": return [
			{
				commands: [...lift, command("delete-stack", ` --retain-resources ${retained.join(" ")}`)],
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
function canBeSkipped({ status = "UPDATE_FAILED" }) {
	return status === "UPDATE_FAILED";
}
function namesToSkip(stuck) {
	const within = new Set(stuck.flatMap(({ stackName }) => stackName ?? []));
	const names = stuck.flatMap((resource) => {
		const { logicalId, stackName, physicalId = "", isDeleted } = resource;
		if (!isNestedStack(resource) || isDeleted === true) return [stackName === void 0 ? logicalId : `${stackName}.${logicalId}`];
		return within.has(stackNameIn(physicalId) ?? "") ? [] : [IN_NESTED_STACK];
	});
	return [...new Set(names)];
}
function stackNameIn(arn) {
	return /:stack\/([^/]+)\//.exec(arn)?.[1];
}
const IN_NESTED_STACK = "<NestedStackName>.<LogicalId>";
function orPlaceholder(names) {
	return names.length > 0 ? names : ["<LogicalId>"];
}
function isPlaceholder(name) {
	return name.endsWith("<LogicalId>");
}
const NAMED_SO = ". What is in a nested stack is named with that stack's own name, as its ARN has it, and a nested stack itself only once it is deleted";
const LIFT = "update-termination-protection --no-enable-termination-protection";
function waysText(ways) {
	return ways.map(({ commands, effect }) => `${effect}:\n${commands.join("\n")}`).join("\n");
}
function emptyByHand(stack, region) {
	return `The next deploy deletes an empty stack only. Deleting this one by hand keeps what is left, in no stack:\naws cloudformation delete-stack --region ${region} --stack-name ${stack}\n${MEETS_IT}`;
}
const MEETS_IT = "Where its name is fixed, the next attempt fails on it: delete it first, or set import-existing-resources: true. With DeletionPolicy: RetainExceptOnCreate a failed creation keeps nothing.";
function rollBackFirst(stack, region) {
	return `Roll it back first, and run this job again:\n${rollbackCommand(stack, region)}\nOr set on-failure: keep, and the deploy goes on from there.`;
}
function rollbackCommand(stack, region) {
	return `aws cloudformation rollback-stack --region ${region} --stack-name ${stack}`;
}
function liftCommand(stack, region) {
	return `aws cloudformation ${LIFT} --region ${region} --stack-name ${stack}`;
}
function protectAgainCommand(stack, region) {
	return liftCommand(stack, region).replace("--no-enable", "--enable");
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

export { COMPOSITE_ALARM, INLINE_BYTES, MEETS_IT, METRIC_ALARM, UPLOADED_IN, alarmCause, alarmName, alarmText, arnParts, changeSetDelays, changeSetUrl, chronological, emptyByHand, emulatedEndpoint, firedText, isFailed, isInProgress, isNestedStack, isStackItself, liftCommand, mayBeByAlarm, nestedStackArn, placeOf, poll, protectAgainCommand, resourceOf, rollBackFirst, rollbackCommand, s3Object, stackNameIn, stackUrl, unprotectCommand, uploadedDigest, uploadedName, waysOut, waysText };