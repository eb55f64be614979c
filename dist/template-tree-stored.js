// src/changes/request.ts
const DESCRIPTION_PREFIX = "aurora-deploy-action";

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
function uploadedDigest(url) {
	return url === void 0 ? void 0 : /\/aurora-deploy-action\/([0-9a-f]{64})\.json$/.exec(url)?.[1];
}
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
	const inHost = /^(.+)\.s3[.-](?:dualstack\.)?[a-z0-9.-]+$/.exec(hostname)?.[1];
	if (/^s3[.-]/.test(hostname) || endpoint !== void 0 && URL.canParse(endpoint) && origin === new URL(endpoint).origin) return object(path.split("/")[0] ?? "", path.split("/").slice(1).join("/"));
	return inHost === void 0 ? void 0 : object(inHost, path);
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

export { COMPOSITE_ALARM, DESCRIPTION_PREFIX, INLINE_BYTES, METRIC_ALARM, alarmCause, alarmName, alarmText, arnParts, changeSetDelays, changeSetUrl, chronological, emulatedEndpoint, firedText, isFailed, isInProgress, isStackItself, mayBeByAlarm, nestedStackArn, placeOf, poll, resourceOf, s3Object, stackUrl, uploadedDigest };