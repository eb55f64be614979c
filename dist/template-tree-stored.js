// src/changes/request.ts
/**
* What the `Description` of every change set of this action starts with. It tells our own leftovers, which may be
* deleted, from other people's change sets, which never are.
*/
const DESCRIPTION_PREFIX = "aurora-deploy-action";

// src/poll.ts
/**
* Asks `step` at once and then after each delay, until it answers something. Throws what `step` throws.
* The SDK's waiters are not used: they start at 30 s and count some failures as success.
*/
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
/**
* A change set often settles within seconds: 0.3 s, growing by 6 % of what was waited already to 2 s. So one that takes
* 6 s is noticed after a third of a second on average, with 14 calls.
*/
function changeSetDelays(attempt) {
	return Math.min(2e3, Math.round(300 * 1.06 ** attempt));
}

// src/stack/console.ts
/** The parts of an ARN that say where a thing is: `arn:partition:service:region:account:rest`. */
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
/** The change set in the AWS console; `undefined` in a partition without one. */
function changeSetUrl(stackArn, changeSetArn) {
	return page(stackArn, `changesets/changes?stackId=${encodeURIComponent(stackArn)}&changeSetId=${encodeURIComponent(changeSetArn)}`);
}
/** The stack's events in the AWS console; `undefined` in a partition without one. */
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
/** Whether the event is about the stack that it was read from, not about one of its resources. */
function isStackItself(event) {
	return event.type === STACK_TYPE && event.physicalId === event.stackArn;
}
/** The ARN of the nested stack that the event is about, if it is about one. */
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
/** One resource of one stack: logical ids repeat across nested stacks. */
function resourceOf(event) {
	return `${event.stackArn} ${event.logicalId}`;
}
/** Oldest first. AWS answers newest first, and events of one millisecond keep AWS's order. */
function chronological(newestFirst) {
	return newestFirst.toReversed().sort((a, b) => a.at - b.at);
}

// src/stack/alarms.ts
const METRIC_ALARM = "AWS::CloudWatch::Alarm";
const COMPOSITE_ALARM = "AWS::CloudWatch::CompositeAlarm";
/** An alarm's name: in the ARN it stands last, and may hold colons. */
function alarmName(arn) {
	return arn.split(":").slice(6).join(":");
}
/** An alarm in a list of texts: its ARN, and before it the type of one that is no metric alarm. No ARN begins so. */
function alarmText({ arn, type }) {
	return type === "AWS::CloudWatch::Alarm" ? arn : `${type} ${arn}`;
}
/** Which rollback alarm fired, when and why. */
function firedText({ arn, since, reason = "" }) {
	const at = since === void 0 ? "" : ` at ${new Date(since).toISOString().slice(11, 19)} UTC`;
	return `rollback alarm ${alarmName(arn)} fired${at}${reason === "" ? "." : `: ${reason}`}`;
}
/**
* Whether a rollback alarm may have turned an operation back: nothing failed, as far as is known, and the stack itself says
* nothing, or speaks of an alarm. What CloudFormation says then is documented nowhere.
*/
function mayBeByAlarm(cause) {
	if (cause === void 0) return true;
	return cause.type === STACK && cause.stackPath.length === 0 && /ROLLBACK/.test(cause.status) && /alarm|rollback trigger|monitor/i.test(cause.reason);
}
const STACK = "AWS::CloudFormation::Stack";
/**
* The cause with the alarms that fired: those that CloudFormation names, else those that were in ALARM when it turned back.
* @param events the operation's
* @param found the alarms as CloudWatch tells them; `denied` where it may not be asked
* @returns the cause as it is known already where no alarm can be told from it
*/
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
/** Those whose ARN stands in the text, and not only as the beginning of a longer one. */
function namedIn(text, alarms) {
	let rest = text;
	return alarms.toSorted((a, b) => b.arn.length - a.arn.length).filter(({ arn }) => {
		const parts = rest.split(arn);
		rest = parts.join("");
		return parts.slice(1).some((after) => !/^[\w-]/.test(after));
	});
}
/** How far CloudFormation's clock and CloudWatch's may be apart, with the time that it takes to notice. */
const SLACK_MS = 3e4;
/** One that has fired only since did not turn it back. */
function firingAt(at, alarms) {
	return alarms.filter(({ state, since = at }) => state === "ALARM" && since <= at + SLACK_MS);
}
/** The stack's own event that says it goes back, as a cause without words. */
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
/** CloudFormation quota: a template in the request itself, in bytes of UTF-8. */
const INLINE_BYTES = 51200;
/**
* The place of a template or file, which its content alone decides: the same content is uploaded once, another one never
* takes its place, and a run that makes it again gets the same URL.
* @param digest SHA-256 of the content, 64 hexadecimal digits
* @param extension of the name, with its dot
*/
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
/** The digest in the URL of a template that `placeOf` placed; `undefined` for any other URL. */
function uploadedDigest(url) {
	return url === void 0 ? void 0 : /\/aurora-deploy-action\/([0-9a-f]{64})\.json$/.exec(url)?.[1];
}
/**
* The object that a `TemplateURL` names: the bucket in the host or in the path, in any partition, or under an emulator's
* base URL. `undefined` for what is no S3 URL.
*/
function s3Object(url, endpoint) {
	if (!URL.canParse(url)) return void 0;
	const { origin, hostname, pathname, searchParams } = new URL(url);
	const path = decodeURIComponent(pathname.slice(1));
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
/** S3's hosts end in the partition's own domain (the partitions table of the AWS SDKs). */
const DOMAINS = [
	[/^cn-/, "amazonaws.com.cn"],
	[/^us-iso-/, "c2s.ic.gov"],
	[/^us-isob-/, "sc2s.sgov.gov"],
	[/^us-isof-/, "csp.hci.ic.gov"],
	[/^eu-isoe-/, "cloud.adc-e.uk"],
	[/^eusc-/, "amazonaws.eu"]
];
/**
* The URL of an object. In the bucket's own host, but where the bucket has a dot in its name, which the certificate of
* `*.s3.<region>.<domain>` does not cover, and on an emulator, whose host has no subdomains: there in the path.
*/
function objectUrl({ bucket, region, endpoint }, key) {
	if (endpoint !== void 0) return `${endpoint.replace(/\/+$/, "")}/${bucket}/${key}`;
	const host = `s3.${region}.${domainOf(region)}`;
	return bucket.includes(".") ? `https://${host}/${bucket}/${key}` : `https://${bucket}.${host}/${key}`;
}
function domainOf(region) {
	return DOMAINS.find(([regions]) => regions.test(region))?.[1] ?? "amazonaws.com";
}
/**
* The base URL of S3 where the environment puts it elsewhere than on AWS (`AWS_ENDPOINT_URL_S3`, `AWS_ENDPOINT_URL`).
* A private endpoint of AWS's own is no such place: CloudFormation reads from the public one, whoever uploads how.
*/
function emulatedEndpoint(env) {
	if (env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS?.toLowerCase() === "true") return void 0;
	const url = env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL;
	if (url === void 0 || url === "" || !URL.canParse(url)) return void 0;
	const { hostname } = new URL(url);
	return ["amazonaws.com", ...DOMAINS.map(([, domain]) => domain)].some((domain) => hostname.endsWith(`.${domain}`)) ? void 0 : url;
}

export { COMPOSITE_ALARM, DESCRIPTION_PREFIX, INLINE_BYTES, METRIC_ALARM, alarmCause, alarmName, alarmText, arnParts, changeSetDelays, changeSetUrl, chronological, emulatedEndpoint, firedText, isFailed, isInProgress, isStackItself, mayBeByAlarm, nestedStackArn, placeOf, poll, resourceOf, s3Object, stackUrl, uploadedDigest };