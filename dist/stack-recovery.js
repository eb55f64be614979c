import "./template-problems.js";
import { createHash } from "node:crypto";

// src/secrets/ascii.ts
function asAscii(json) {
	return json.replaceAll(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function asReadBack(text) {
	return text.replaceAll(/[\u{80}-\u{10ffff}]/gu, "?");
}

// src/template/canonical.ts
function canonicalJson(value) {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
	if (!isObject(value)) return JSON.stringify(value);
	return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`).join(",")}}`;
}
function canonicalSpelled(value, spelling, path) {
	if (typeof value === "number") return spelling?.(path) ?? JSON.stringify(value);
	if (Array.isArray(value)) return `[${value.map((item, index) => canonicalSpelled(item, spelling, [...path, index])).join(",")}]`;
	if (!isObject(value)) return JSON.stringify(value);
	return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonicalSpelled(value[key] ?? null, spelling, [...path, key])}`).join(",")}}`;
}
function minify(value, spelling) {
	return spelling === void 0 ? JSON.stringify(value) : spelled(value, [], spelling);
}
function sentText(value, spelling) {
	const raw = minify(value, spelling);
	const escaped = asAscii(raw);
	return LIMITS.some((limit) => bytes(raw) <= limit && bytes(escaped) > limit) ? raw : escaped;
}
const LIMITS = [51200, 1e6];
function bytes(text) {
	return Buffer.byteLength(text, "utf8");
}
function sha256(text) {
	return createHash("sha256").update(text, "utf8").digest("hex");
}
function spelled(value, path, spelling) {
	if (typeof value === "number") return spelling(path) ?? JSON.stringify(value);
	if (Array.isArray(value)) return `[${value.map((item, index) => spelled(item, [...path, index], spelling)).join(",")}]`;
	if (!isObject(value)) return JSON.stringify(value);
	return `{${Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${spelled(member, [...path, key], spelling)}`).join(",")}}`;
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/template/nearest.ts
function nearest(word, candidates) {
	const limit = Math.min(3, Math.floor(word.length / 3));
	let best;
	let bestDistance = limit + 1;
	for (const candidate of candidates) {
		const distance = candidate.toLowerCase() === word.toLowerCase() ? 0 : distanceWithin(word, candidate, limit);
		if (distance < bestDistance) {
			best = candidate;
			bestDistance = distance;
		}
	}
	return best;
}
function didYouMean(word, candidates) {
	const near = nearest(word, candidates);
	return near === void 0 ? "" : ` Did you mean ${near}?`;
}
function distanceWithin(from, to, limit) {
	if (Math.abs(from.length - to.length) > limit) return limit + 1;
	if (from.length > 255 || to.length > 255) return limit + 1;
	let beforeLast = [];
	let last = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (let row = 1; row <= from.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= to.length; column += 1) current.push(cell([from, row], [to, column], {
			current,
			last,
			beforeLast
		}));
		[beforeLast, last] = [last, current];
	}
	return last[to.length] ?? limit + 1;
}
function cell([from, row], [to, column], rows) {
	const cost = from[row - 1] === to[column - 1] ? 0 : 1;
	const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
	return Math.min((rows.current[column - 1] ?? 0) + 1, (rows.last[column] ?? 0) + 1, (rows.last[column - 1] ?? 0) + cost, swapped ? (rows.beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY);
}

// src/template/scalarText.ts
function scalarText(value, spelling) {
	if (typeof value === "string") return value;
	if (typeof value === "number") return spelling ?? String(value);
	return typeof value === "boolean" ? String(value) : void 0;
}
function withSpelledNumbers({ value, spelling }) {
	if (spelling === void 0) return value;
	const path = [];
	const at = (step, member) => {
		path.push(step);
		const spelled = spelledNumbers(member);
		path.pop();
		return spelled;
	};
	const spelledNumbers = (part) => {
		if (typeof part === "number") return spelling([...path]) ?? part;
		if (Array.isArray(part)) return part.map((item, index) => at(index, item));
		return isObject(part) ? spelledMembers(part) : part;
	};
	const spelledMembers = (object) => Object.fromEntries(Object.entries(object).map(([key, member]) => [key, key === "Fn::ToJsonString" ? member : at(key, member)]));
	return spelledMembers(value);
}

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

// src/template/parameters/declarations.ts
const ATTRIBUTES = [
	"AllowedPattern",
	"AllowedValues",
	"ConstraintDescription",
	"Default",
	"Description",
	"MaxLength",
	"MaxValue",
	"MinLength",
	"MinValue",
	"NoEcho",
	"Type"
];
function readParameters(source) {
	const findings = [];
	const report = (path, message) => findings.push({
		level: "error",
		message,
		location: source.locate(["Parameters", ...path])
	});
	const section = source.value.Parameters;
	if (section === void 0 || section === null) return {
		parameters: [],
		findings
	};
	if (!isObject(section)) {
		report([], "Parameters must be a mapping of names to declarations.");
		return {
			parameters: [],
			findings
		};
	}
	return {
		parameters: Object.entries(section).flatMap(([name, declaration]) => {
			const spelling = (path) => source.spelling?.([
				"Parameters",
				name,
				...path
			]);
			const parameter = readParameter(name, declaration, report, spelling);
			return parameter === void 0 ? [] : [parameter];
		}),
		findings
	};
}
function readParameter(name, declaration, report, spelling) {
	if (!/^[A-Za-z0-9]{1,255}$/.test(name)) report([name], `Parameter name "${name}": a name has letters and digits only, at most 255.`);
	if (declaration === null) return void 0;
	if (!isObject(declaration)) {
		report([name], `Parameter ${name} must be a mapping with a Type.`);
		return;
	}
	reportUnknown(name, declaration, report);
	const type = declaration.Type;
	if (typeof type !== "string") {
		report([name], `Parameter ${name} ${type === void 0 ? "has no Type" : "has a Type that is not text"}; write for example "Type": "String".`);
		return;
	}
	reportType(name, type, report);
	return {
		name,
		type,
		noEcho: isNoEcho(declaration),
		...attributes(name, declaration, report, spelling)
	};
}
function reportUnknown(name, declaration, report) {
	for (const attribute of Object.keys(declaration)) {
		if (ATTRIBUTES.includes(attribute)) continue;
		report([name, attribute], `Parameter ${name} has the unknown attribute ${attribute}.${didYouMean(attribute, ATTRIBUTES)}`);
	}
}
const TYPES = [
	"String",
	"Number",
	"CommaDelimitedList",
	"List<Number>",
	"List<String>"
];
function reportType(name, type, report) {
	if (TYPES.includes(type)) return;
	if (/^(?:List<)?AWS::[A-Za-z0-9]+(?:::[A-Za-z0-9]+)+(?:<.+>)?>?$/.test(type)) return;
	report([name, "Type"], `Parameter ${name} has the unknown type ${type}.${didYouMean(type, TYPES)}`);
}
function attributes(name, declaration, report, spelling) {
	const text = (attribute) => {
		const value = declaration[attribute];
		if (value === void 0) return void 0;
		const read = scalarText(value, spelling([attribute]));
		if (read === void 0) report([name, attribute], `${attribute} of parameter ${name} must be text.`);
		return read;
	};
	const number = (attribute) => numberOf(name, declaration, attribute, report);
	return defined({
		default: text("Default"),
		description: text("Description"),
		constraintDescription: text("ConstraintDescription"),
		allowedValues: allowedValues(name, declaration, report, spelling),
		allowedPattern: text("AllowedPattern"),
		minLength: number("MinLength"),
		maxLength: number("MaxLength"),
		minValue: number("MinValue"),
		maxValue: number("MaxValue")
	});
}
function numberOf(name, declaration, attribute, report) {
	const value = declaration[attribute];
	if (value === void 0) return void 0;
	const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
	if (typeof number === "number" && Number.isFinite(number)) return number;
	report([name, attribute], `${attribute} of parameter ${name} must be a number.`);
}
function allowedValues(name, declaration, report, spelling) {
	const values = declaration.AllowedValues;
	if (values === void 0) return void 0;
	const texts = Array.isArray(values) ? values.map((value, index) => scalarText(value, spelling(["AllowedValues", index]))) : [];
	if (texts.length > 0 && texts.every((text) => text !== void 0)) return texts;
	report([name, "AllowedValues"], `AllowedValues of parameter ${name} must be a list of one or more values.`);
}
function isMasked(value) {
	return /^\*{4,}$/.test(value);
}
function isNoEcho(declaration) {
	const value = isObject(declaration) ? declaration.NoEcho : void 0;
	return value === true || typeof value === "string" && value.toLowerCase() === "true";
}
function defined(value) {
	return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== void 0));
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
function isMadeNestedStack(resource) {
	return isNestedStack(resource) && resource.physicalId?.startsWith("arn:") === true;
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

export { COMPOSITE_ALARM, INLINE_BYTES, MEETS_IT, METRIC_ALARM, UPLOADED_IN, alarmCause, alarmName, alarmText, arnParts, asAscii, asReadBack, canonicalJson, canonicalSpelled, changeSetDelays, changeSetUrl, chronological, didYouMean, emptyByHand, emulatedEndpoint, firedText, isFailed, isInProgress, isMadeNestedStack, isMasked, isNestedStack, isNoEcho, isObject, isStackItself, liftCommand, mayBeByAlarm, minify, nearest, nestedStackArn, placeOf, poll, protectAgainCommand, readParameters, resourceOf, rollBackFirst, rollbackCommand, s3Object, scalarText, sentText, sha256, stackNameIn, stackUrl, unprotectCommand, uploadedDigest, uploadedName, waysOut, waysText, withSpelledNumbers };