import { ActionError } from "./errors.js";
import { canonicalJson, didYouMean, isObject, nearest as nearest$1, placeOf, poll, scalarText, sentText, sha256 } from "./stack-recovery.js";
import { DEFINITION, RESOURCE, UNKNOWN, UNSEEN as UNSEEN$1, attempt, checkName, commitsSince, contextOf, deployCheckName, deploymentName, digestOfItems, errorsOf, evaluateRules, evaluateValue, formatOf, functionOf, inputError, isBlank, isDeployCheckOf, isLoop, isOfStack, labelsFor, linkTemplate, linkTree, localTemplatesOf, neededCapabilities, oneLine$1 as oneLine, ownCommit, parseDocument, parseTemplate, problemAt as problemAt$1, quoted, recordedPulls, renderTree, substituted, templatesOf, textOf as textOf$2, unknownNames, valueProblems, withValues, workspacePath } from "./report-summary.js";
import { findingsOf, invalidTemplate, isSayable } from "./template-problems.js";
import { locator } from "./template-text-json.js";
import { posix } from "node:path";

// src/changes/review/record.ts
const RECORD_LIMIT = 65535;
const VERSION$1 = 2;
const FENCE$1 = "```json\n";
function fittingClaims(draft, limit = RECORD_LIMIT) {
	const { digest, origin, shown } = draft;
	const { target, changeSetArn, ...rest } = origin;
	const { account, region, stack } = target;
	const base = {
		version: VERSION$1,
		digest: digest.digest,
		target: {
			account,
			region,
			stack
		},
		...rest,
		...changeSetArn === void 0 ? {} : { changeSetArn }
	};
	const items = Object.fromEntries([...digest.items].map(([name, { whole, after }]) => [name, [whole, after]]));
	const forms = Object.fromEntries([...shown].map(([name, { before, after, how }]) => [name, [
		before,
		after,
		how
	]]));
	const fits = (claims) => bytes(recordText(claims, "m".repeat(MAC_CHARACTERS))) <= limit;
	return [{
		...base,
		items,
		shown: forms
	}, {
		...base,
		items
	}].find(fits) ?? base;
}
const MAC_CHARACTERS = 44;
function claimHash(claims) {
	return sha256(canonicalJson(claims));
}
function recordText(claims, mac) {
	const record = mac === void 0 ? claims : {
		...claims,
		mac
	};
	const json = canonicalJson(record).replaceAll("`", "\\u0060");
	return `What the deploy compares with. The check run's external id is the digest.\n\n${FENCE$1}${json}\n\`\`\`\n`;
}
function decodeRecord(text, externalId) {
	const none = { kind: "none" };
	const parsed = claimsIn(text);
	if (parsed === void 0) return none;
	if (parsed.version !== VERSION$1) return typeof parsed.version === "number" ? { kind: "other-version" } : none;
	const { mac, ...claims } = parsed;
	const record = recordOf(claims, externalId);
	if (record === void 0) return none;
	return {
		kind: "record",
		record: {
			...record,
			...typeof mac === "string" ? { mac } : {}
		},
		claimHash: claimHash(claims)
	};
}
function factsIn(text, externalId) {
	if (decodeRecord(text, externalId).kind !== "record") return /* @__PURE__ */ new Set();
	const { digest, target, repository, base, baseCommit, head, input, changeSetArn, items, mac } = claimsIn(text) ?? {};
	const facts = {
		digest,
		target,
		repository,
		base,
		baseCommit,
		head,
		input,
		changeSetArn,
		items,
		mac
	};
	const texts = /* @__PURE__ */ new Set();
	const visit = (value) => {
		if (typeof value === "string") texts.add(value);
		else if (Array.isArray(value)) for (const item of value) visit(item);
		else if (isFields(value)) for (const [key, item] of Object.entries(value)) {
			texts.add(key);
			visit(item);
		}
	};
	visit(facts);
	return texts;
}
function claimsIn(text) {
	const start = text.indexOf(FENCE$1);
	const end = text.lastIndexOf("\n```");
	return start < 0 || end < start ? void 0 : parsedObject(text.slice(start + 8, end));
}
function recordOf(claims, externalId) {
	const { digest, changeSetArn } = claims;
	const origin = originOf(claims);
	if (origin === void 0 || typeof digest !== "string" || digest !== externalId) return void 0;
	const items = claims.items === void 0 ? void 0 : hashesOf(claims.items);
	if (items === "malformed") return void 0;
	if (items !== void 0 && digestOfItems(origin.target, items) !== digest) return void 0;
	return {
		...origin,
		digest,
		items,
		shown: shownOf(claims.shown),
		...typeof changeSetArn === "string" ? { changeSetArn } : {}
	};
}
function originOf(claims) {
	const { repository, pullRequest, base, baseCommit, head, madeAt, input } = claims;
	const { account, region, stack } = isFields(claims.target) ? claims.target : {};
	const texts = [
		repository,
		base,
		baseCommit,
		head,
		input,
		account,
		region,
		stack
	];
	if (!texts.every((text) => typeof text === "string")) return void 0;
	if (typeof pullRequest !== "number" || typeof madeAt !== "number") return void 0;
	const [repositoryText, baseText, baseCommitText, headText, inputText, accountText, regionText, stackText] = texts;
	return {
		repository: repositoryText,
		target: {
			account: accountText,
			region: regionText,
			stack: stackText
		},
		pullRequest,
		base: baseText,
		baseCommit: baseCommitText,
		head: headText,
		madeAt,
		input: inputText
	};
}
function hashesOf(value) {
	if (!isFields(value)) return "malformed";
	const hashes = /* @__PURE__ */ new Map();
	for (const [name, pair] of Object.entries(value)) {
		const [whole, after] = Array.isArray(pair) ? pair : [];
		if (typeof whole !== "string" || typeof after !== "string" && after !== null) return "malformed";
		hashes.set(name, {
			whole,
			after
		});
	}
	return hashes;
}
function shownOf(value) {
	const shown = /* @__PURE__ */ new Map();
	for (const [name, form] of Object.entries(isFields(value) ? value : {})) {
		const [before, after, how] = Array.isArray(form) ? form : [];
		shown.set(name, {
			before: textOf$1(before),
			after: textOf$1(after),
			how: textOf$1(how)
		});
	}
	return shown;
}
function textOf$1(value) {
	return typeof value === "string" ? value : null;
}
function parsedObject(json) {
	try {
		const value = JSON.parse(json);
		return isFields(value) ? value : void 0;
	} catch {
		return;
	}
}
function isFields(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function bytes(text) {
	return new TextEncoder().encode(text).length;
}

// src/template/text/decode.ts
const MARKS = [
	{
		bytes: [
			239,
			187,
			191
		],
		encoding: "utf-8"
	},
	{
		bytes: [255, 254],
		encoding: "utf-16le"
	},
	{
		bytes: [254, 255],
		encoding: "utf-16be"
	}
];
function decodeTemplate(bytes, file) {
	const encoding = encodingOf(bytes);
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch (cause) {
		const line = lineOfFirstBadByte(bytes, encoding);
		throw new ActionError(`${file}: the file is not valid ${encoding.toUpperCase()} text${line}.`, {
			reasonCode: "invalid-template",
			hint: "Save the file as UTF-8. If it is not a text file, name the template itself.",
			cause
		});
	}
}
function encodingOf(bytes) {
	const marked = MARKS.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
	if (marked !== void 0) return marked.encoding;
	if (bytes.length >= 2 && bytes[0] !== 0 && bytes[1] === 0) return "utf-16le";
	if (bytes.length >= 2 && bytes[0] === 0 && bytes[1] !== 0) return "utf-16be";
	return "utf-8";
}
function lineOfFirstBadByte(bytes, encoding) {
	if (encoding !== "utf-8") return "";
	const text = new TextDecoder("utf-8").decode(bytes);
	const bad = text.indexOf("�");
	return bad === -1 ? "" : ` (first bad byte on line ${text.slice(0, bad).split("\n").length})`;
}

// src/template/parameters/assignmentDocument.ts
function readRoot(text, format, collected) {
	try {
		return parseDocument(text, collected.origin, {
			what: "list of values",
			format,
			quoting: "no-quotes",
			repeated: "refused"
		}).root;
	} catch (error) {
		return collect(error, collected);
	}
}
async function readTomlRoot(text, collected) {
	const { parseToml } = await import("./template-text-toml.js");
	try {
		return parseToml(text, collected.origin);
	} catch (error) {
		return collect(error, collected);
	}
}
function collect(error, collected) {
	if (!(error instanceof ActionError)) throw error;
	const findings = findingsOf(error);
	collected.problems.push(...findings.length > 0 ? findings.map(withoutExcerpt) : [{
		level: "error",
		message: error.message
	}]);
}
function withoutExcerpt({ excerpt: _, ...finding }) {
	return finding;
}

// src/template/parameters/assignmentModel.ts
function collector(origin, locate) {
	return {
		origin,
		locate,
		values: /* @__PURE__ */ new Map(),
		places: /* @__PURE__ */ new Map(),
		problems: [],
		isBroken: false
	};
}
function problemAt(collected, offset, message) {
	collected.problems.push({
		level: "error",
		message,
		location: collected.locate(offset)
	});
}
function assignmentsOf({ origin, values, places, locate, isBroken }) {
	return {
		origin,
		values,
		places: new Map([...places].map(([name, offset]) => [name, locate(offset)])),
		...isBroken ? { isBroken: true } : {}
	};
}
function assign(collected, name, value, offset) {
	const first = collected.places.get(name);
	if (first !== void 0) {
		const { line } = collected.locate(first);
		problemAt(collected, offset, `${isSayable(name) ? name : "This name"} is given twice (first on line ${line}); keep one of them.`);
		return;
	}
	collected.places.set(name, offset);
	collected.values.set(name, value);
}

// src/template/parameters/assignmentObjects.ts
function objectAssignments(members, collected) {
	for (const [name, member] of members) {
		const value = textOf(member);
		if (value === void 0) problemAt(collected, member.at, `${said(name)} ${notText(member)}`);
		else assign(collected, name, {
			kind: "value",
			value
		}, member.at);
	}
}
function said(name) {
	return isSayable(name) ? name : "This name";
}
function arrayAssignments(items, collected) {
	items.forEach((item, index) => {
		const members = item.members;
		if (members === void 0) lineItem(item, index, collected);
		else entry(members, item, index, collected);
	});
}
function lineItem(item, index, collected) {
	const text = typeof item.value === "string" ? item.value : "";
	const split = text.indexOf("=");
	if (split > 0) {
		const value = {
			kind: "value",
			value: text.slice(split + 1)
		};
		assign(collected, text.slice(0, split).trim(), value, item.at);
		return;
	}
	problemAt(collected, item.at, `Entry ${index + 1} is not an object with ParameterKey and ParameterValue (for tags: Key and Value).`);
}
function entry(members, item, index, collected) {
	const key = members.get("ParameterKey") ?? members.get("Key");
	if (typeof key?.value !== "string" || key.value === "") {
		problemAt(collected, item.at, `Entry ${index + 1} has no ParameterKey (for tags: Key).`);
		return;
	}
	const name = key.value;
	reportUnknown(members, index, collected);
	const value = members.get("ParameterValue") ?? members.get("Value");
	const previous = members.get("UsePreviousValue");
	if (previous?.value === true || previous?.value === "true") {
		if (value === void 0) assign(collected, name, { kind: "previous" }, item.at);
		else problemAt(collected, item.at, `${said(name)} has both a value and UsePreviousValue; keep one of them.`);
		return;
	}
	const text = value === void 0 ? void 0 : textOf(value);
	if (text !== void 0) assign(collected, name, {
		kind: "value",
		value: text
	}, item.at);
	else if (value === void 0) problemAt(collected, item.at, `${said(name)} has no ParameterValue (for tags: Value).`);
	else problemAt(collected, value.at, `${said(name)} ${notText(value)}`);
}
const MEMBERS = [
	"ParameterKey",
	"ParameterValue",
	"UsePreviousValue",
	"ResolvedValue",
	"Key",
	"Value"
];
function reportUnknown(members, index, collected) {
	for (const [name, { at }] of members) {
		if (MEMBERS.includes(name)) continue;
		const near = didYouMean(name, MEMBERS);
		problemAt(collected, at, `Entry ${index + 1} has a member that is neither ParameterKey nor ParameterValue (for tags: Key, Value).${near}`);
	}
}
function textOf(placed) {
	const { value, spelling, plain, items } = placed;
	if (plain !== void 0 && value !== null) return plain;
	if (items === void 0) return scalarText(value, spelling);
	const texts = items.map((item) => item.items === void 0 ? textOf(item) : void 0);
	return texts.every((text) => text !== void 0) ? texts.join(",") : void 0;
}
function notText({ value, items }) {
	if (value === null) return "has no value; write \"\" for an empty one, or leave the name out.";
	if (items !== void 0) return "is a list whose items are not all text, numbers or booleans.";
	return "is an object; a value is text. To pass JSON, write it as a text in quotes.";
}

// src/deployments/matrix.ts
const OWN_KEYS = [
	"stack-name",
	"region",
	"deployment-file",
	"label"
];
function matrixOf(deployments) {
	const include = deployments.map(({ file, stackName, region, label, matrix }) => ({
		"stack-name": stackName,
		region,
		"deployment-file": file,
		...label === void 0 ? {} : { label },
		...matrix
	}));
	return JSON.stringify({ include });
}

// src/template/parameters/assignmentLines.ts
function lineAssignments(text, origin) {
	const collected = collector(origin, locator(text, origin));
	for (const match of text.matchAll(/[^\r\n]+/g)) {
		const line = match[0];
		if (line.trim() === "" || line.trimStart().startsWith("#")) continue;
		readLine(collected, line, match.index);
	}
	return collected;
}
function readLine(collected, line, start) {
	const offset = start + (line.length - line.trimStart().length);
	const split = line.indexOf("=");
	const name = line.slice(0, split).trim();
	const value = line.slice(split + 1).trim();
	if (split === -1) {
		collected.isBroken = true;
		problemAt(collected, offset, "This line is not Key=Value. Write one Key=Value a line (\"#\" starts a comment line), and a value of several lines in the JSON or YAML form.");
		return;
	}
	if (name === "") {
		problemAt(collected, offset, "A name is missing before the \"=\".");
		return;
	}
	assign(collected, name, {
		kind: "value",
		value
	}, offset);
}

// src/template/parameters/samPairs.ts
const KEY = `([A-Za-z0-9"']+)`;
const VALUE = String.raw`("(?:\\[^\n]|[^"\\])*"|'(?:\\[^\n]|[^'\\])*'|(?:\\[^\n]|[^ "\\])+)`;
const LONG = `ParameterKey=${KEY},ParameterValue=${VALUE}`;
const SHORT = `${KEY}=${VALUE}`;
function overridePairs(source) {
	const text = source.trim();
	const isLong = new RegExp(LONG).test(text);
	const pair = new RegExp(isLong ? LONG : SHORT, "y");
	const gap = isLong ? /\s+/y : /\s* (?=\S)/y;
	const pairs = [];
	for (let at = 0; at < text.length; at = gap.lastIndex) {
		pair.lastIndex = at;
		const [, name = "", value = ""] = pair.exec(text) ?? [];
		if (name === "") return {
			pairs,
			problem: notRead(text, at)
		};
		if (!/^(["']).*\1$/s.test(value) && /[^\S ]/.test(value)) return {
			pairs,
			problem: BREAK
		};
		pairs.push([unquoted(name), unquoted(value)]);
		gap.lastIndex = pair.lastIndex;
		if (pair.lastIndex === text.length) break;
		if (!gap.test(text)) return {
			pairs,
			problem: /[\r\n]/.test(text[pair.lastIndex] ?? "") ? UNSEEN : SKIPPED
		};
	}
	return pairs.length > 0 ? { pairs } : {
		pairs,
		problem: SKIPPED
	};
}
const SKIPPED = `SAM finds no Key=Value here and would leave this out. Put a value with spaces or quotes in double quotes (\\" for one inside), or write a list of them.`;
const BREAK = "SAM takes a tab or a line break for a part of the value before it. Write a list of \"Key=Value\", or one line.";
const UNSEEN = "SAM sees no Key=Value that stands behind a line break without a space before it. Indent the line.";
function notRead(text, at) {
	const isEmpty = new RegExp(`${KEY}=(?:\\s|$)`, "y");
	isEmpty.lastIndex = at;
	return isEmpty.test(text) ? "SAM leaves out a name with nothing after its \"=\"; write Key=\"\"." : SKIPPED;
}
function tagPairs(source) {
	if (source.split("=").length === 2) return oneTag(source);
	const text = source.trim();
	const tag = /([^\s"'=\\]+)=("(?:[^"\\\s]| )*"|'(?:[^'\\\s]| )*'|[^\s"'=\\]*)(?:\s+|$)/y;
	const pairs = [];
	for (let at = 0; at < text.length; at = tag.lastIndex) {
		tag.lastIndex = at;
		const [, name, value] = tag.exec(text) ?? [];
		if (name === void 0 || value === void 0) return {
			pairs,
			problem: TAGS
		};
		pairs.push([name, unquoted(value)]);
	}
	return hasOneMeaning(source, pairs) ? { pairs } : {
		pairs: [],
		problem: TAGS
	};
}
const TAGS = "SAM may read this otherwise than it looks. Write a list with one \"Key=Value\" each, and a value with \"=\" in it in quotes.";
function oneTag(source) {
	const [name = "", value = ""] = source.split("=").map(unquoted);
	return name.trim() !== name || value.trim() !== value || /^$|"/.test(name) || value.includes("\"") ? {
		pairs: [],
		problem: TAGS
	} : { pairs: [[name, value]] };
}
function hasOneMeaning(source, pairs) {
	const isAllPairs = source.split(" ").every((word) => word.split("=").length === 2);
	const values = new Set(pairs.map(([, value]) => value));
	const hasLines = /[^\S ]/.test(source);
	if (isAllPairs && (hasLines || [...values].some((value) => value.includes(" ")))) return false;
	if (pairs.some(([, value]) => value.includes("=")) && (hasLines || values.has("") || source.includes("'"))) return false;
	return new Set([...values].map((value) => value.replaceAll(" ", "_"))).size === values.size;
}
function unquoted(text) {
	const quote = text[0];
	return ((quote === "\"" || quote === "'") && text.endsWith(quote) ? text.slice(1, -1) : text).replaceAll("\\ ", " ").replaceAll("\\\"", "\"").replaceAll("\\'", "'");
}

// src/template/parameters/samValues.ts
const ABOUT = "parameter_overrides";
function samOverrides(placed, collected) {
	const { value, items, members } = placed;
	if (items !== void 0) for (const item of items) samOverrides(item, collected);
	else if (members !== void 0) for (const [name, member] of members) override(name, member, collected);
	else if (typeof value !== "string") problemAt(collected, placed.at, `${ABOUT} must be a text, a mapping of names to values, or a list of these.`);
	else if (value.startsWith("file://")) problemAt(collected, placed.at, OTHER_FILE);
	else if (value !== "") take(overridePairs(value), placed, collected, ABOUT);
}
const OTHER_FILE = "SAM reads more values from another file here; name that file in parameters-file, in front of this one if its values are to lose.";
function samTags(placed, collected) {
	for (const item of placed.items ?? [placed]) if (typeof item.value !== "string") problemAt(collected, item.at, "tags must be a text of Key=Value, or a list of such texts.");
	else if (item.value !== "") take(tagPairs(item.value), item, collected, "tags");
}
function take(read, { at }, collected, what) {
	for (const [name, value] of read.pairs) assign(collected, name, {
		kind: "value",
		value
	}, at);
	if (read.problem === void 0) return;
	collected.isBroken = true;
	const last = read.pairs.at(-1)?.[0];
	const behind = last !== void 0 && isSayable(last) ? ` (behind ${last})` : "";
	problemAt(collected, at, `${what}${behind}: ${read.problem}`);
}
function override(key, placed, collected) {
	if (key === "$include") {
		problemAt(collected, placed.at, OTHER_FILE);
		return;
	}
	const name = unquoted(key);
	const text = placed.items === void 0 ? scalar(placed) : list(placed.items);
	if (typeof text === "string") {
		assign(collected, name, {
			kind: "value",
			value: unquoted(text)
		}, placed.at);
		return;
	}
	problemAt(collected, placed.at, `${isSayable(name) ? name : "This entry"} ${text.problem}`);
}
function list(items) {
	const texts = items.map(scalar);
	return texts.find((text) => typeof text !== "string") ?? texts.map((text) => String(text).trim()).filter((text) => text !== "").join(",");
}
function scalar({ value, plain, items, members }) {
	if (items !== void 0 || members !== void 0) return { problem: "must be a text, a number or a list of these. To pass JSON, write it as a text in quotes." };
	if (value === null) return { problem: "has no value; write \"\" for an empty one, or leave the name out." };
	if (typeof value === "string" && plain === void 0) return value;
	if (plain !== void 0 && isAsWritten(plain)) return plain;
	return typeof value === "boolean" || /^(?:true|false)$/i.test(plain ?? "") ? { problem: "is true or false without quotes, which SAM sends as \"True\" or \"False\". Put it in quotes." } : { problem: "is a number that SAM sends otherwise than it is written. Put it in quotes." };
}
function isAsWritten(plain) {
	if (/^(?:true|false)$/i.test(plain)) return false;
	if (!NUMBER.test(plain) && !TIME.test(plain)) return true;
	if (/^\d{4}-\d\d-\d\d$/.test(plain)) return true;
	if (/^(?:0|-?[1-9]\d*)$/.test(plain)) return true;
	return /^-?(?:0|[1-9]\d*)\.(?:0|(?!0000)\d*[1-9])$/.test(plain) && plain.replace(/\D/g, "").length <= 15;
}
const NUMBER = /^[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[\da-f_]+|[\d_]+|\d[\d_]*\.[\d_]*(?:e[-+]?\d+)?|\d[\d_]*e[-+]?\d+|\.[\d_]+(?:e[-+]?\d+)?|\.inf|\.nan)$/i;
const TIME = /^\d{4}-\d\d?-\d\d?(?:$|[Tt\s])/;

// src/template/parameters/samConfig.ts
const NONE = /* @__PURE__ */ new Map();
const DEFAULT = "default";
const TAKEN = ["parameter_overrides", "tags"];
const INPUTS = {
	stack_name: "stack-name",
	region: "region",
	template_file: "template",
	template: "template",
	capabilities: "capabilities",
	role_arn: "role-arn",
	notification_arns: "notification-arns",
	s3_bucket: "s3-bucket",
	resolve_s3: "s3-bucket",
	s3_prefix: "s3-prefix",
	on_failure: "on-failure",
	disable_rollback: "on-failure",
	max_wait_duration: "timeout-minutes"
};
function looksLikeSamValues({ members = NONE }) {
	return [...members.values()].every((member) => member.members === void 0) && members.size > 0 && !members.has("version");
}
function looksLikeSamConfig({ members }) {
	return [...(members ?? NONE).values()].some((environment) => isEnvironment(environment));
}
function isEnvironment({ members }) {
	return [...(members ?? NONE).values()].some((command) => command.members?.has("parameters") === true);
}
function readSamConfig(root, chosen, parameters, tags) {
	if (!isKnownVersion(root, parameters)) return [];
	const name = chosen ?? DEFAULT;
	const environment = root.members?.get(name);
	if (environment === void 0 || environment.members === void 0) {
		problemAt(parameters, environment?.at ?? root.at, noEnvironment(root, chosen));
		return [];
	}
	reportMisplaced(environment, parameters);
	const settings = new Map([...parametersOf(environment, "global", parameters), ...parametersOf(environment, "deploy", parameters)]);
	for (const [key, placed] of settings) if (key === "parameter_overrides") samOverrides(placed, parameters);
	else if (key === "tags") samTags(placed, tags);
	else reportNearMiss(key, placed, parameters);
	return notices(environment, settings, parameters);
}
function isKnownVersion(root, collected) {
	const version = root.members?.get("version");
	if (version?.value === .1) return true;
	const message = version === void 0 ? "This is not a SAM configuration: it has no version (0.1), without which SAM does not read it." : "This version of SAM's configuration is not known here; the one that is has version 0.1.";
	problemAt(collected, version?.at ?? root.at, message);
	return false;
}
function noEnvironment({ members = NONE }, chosen) {
	const names = [...members].filter(([name, member]) => isEnvironment(member) && isLikeKey(name)).map(([name]) => name);
	if (names.length === 0) return "This configuration of SAM has no environment with parameters of a command.";
	const has = `It has: ${names.slice(0, 20).join(", ")}.`;
	if (chosen === void 0) return `SAM's configuration has no environment ${DEFAULT}. ${has} Name one: path#environment.`;
	return `SAM's configuration has no environment of this name.${didYouMean(chosen, names)} ${has}`;
}
function isLikeKey(name) {
	return /^[A-Za-z][\w-]{0,29}$/.test(name) && isSayable(name);
}
function parametersOf({ members = NONE }, command, collected) {
	const section = members.get(command);
	const found = section?.members?.get("parameters");
	const wrong = section !== void 0 && section.members === void 0 ? section : found;
	if (wrong !== void 0 && wrong.members === void 0) problemAt(collected, wrong.at, `${command} must be a section with a section parameters, as SAM has it.`);
	return found?.members ?? NONE;
}
function reportMisplaced(environment, collected) {
	const { members = NONE } = environment;
	const others = [
		"parameters",
		"deploy",
		"global"
	].map((name) => members.get(name));
	for (const section of [environment, ...others]) for (const key of TAKEN) {
		const placed = section?.members?.get(key);
		if (placed !== void 0) problemAt(collected, placed.at, `SAM does not read ${key} here; its place is the section deploy.parameters.`);
	}
	for (const [name, { at }] of members) if (name !== "deploy" && nearest$1(name, ["deploy"]) !== void 0) problemAt(collected, at, "SAM has no command of this name. Did you mean deploy?");
}
function reportNearMiss(key, { at }, collected) {
	const near = nearest$1(key, TAKEN);
	if (near !== void 0) problemAt(collected, at, `SAM has no setting of this name. Did you mean ${near}?`);
}
function notices(environment, settings, { origin, locate }) {
	const notice = (message) => ({
		level: "notice",
		message: `${origin} ${message}`,
		location: locate(environment.at)
	});
	const aside = [...settings.keys()].filter((key) => Object.hasOwn(INPUTS, key));
	const inputs = [...new Set(aside.map((key) => INPUTS[key]))];
	const found = [];
	if (!TAKEN.some((key) => settings.has(key))) found.push(notice("has neither parameter_overrides nor tags for sam deploy in this environment."));
	if (aside.length > 0) {
		const what = inputs.length === 1 ? "input" : "inputs";
		found.push(notice(`also sets ${aside.join(", ")}. Only parameters and tags are taken from it: set the ${what} ${inputs.join(", ")} where that is to count.`));
	}
	return found;
}

// src/template/parameters/parameterFile.ts
function parameterFileName(name) {
	const [, path, environment] = /^(.+\.(?:toml|ya?ml))#([^#/]+)$/i.exec(name) ?? [];
	return path === void 0 || environment === void 0 ? { path: name } : {
		path,
		environment
	};
}
async function parseParameterFile(text, path, environment) {
	const source = text.startsWith("﻿") ? text.slice(1) : text;
	const locate = locator(source, path);
	const parameters = collector(path, locate);
	const tags = collector(path, locate);
	const isToml = path.toLowerCase().endsWith(".toml");
	const root = isToml ? await readTomlRoot(source, parameters) : readRoot(source, formatOf(source, path), parameters);
	let notices = [];
	if (root !== void 0 && isToml && environment === void 0 && looksLikeSamValues(root)) samOverrides(root, parameters);
	else if (root !== void 0 && (isToml || isSamConfig(root, path, environment))) notices = readSamConfig(root, environment, parameters, tags);
	else if (root !== void 0) readFile(root, parameters, tags);
	return {
		parameters: assignmentsOf(parameters),
		tags: assignmentsOf(tags),
		problems: [...parameters.problems, ...tags.problems],
		notices
	};
}
function isSamConfig(root, path, environment) {
	return environment !== void 0 || /(?:^|\/)samconfig\.ya?ml$/i.test(path) || looksLikeSamConfig(root);
}
function readFile(root, parameters, tags) {
	if (root.items !== void 0) {
		arrayAssignments(root.items, parameters);
		return;
	}
	if (root.members === void 0) {
		problemAt(parameters, root.at, "A parameter file is an object of values or the AWS CLI's list.");
		return;
	}
	if (!isConfiguration(root.members)) {
		objectAssignments(root.members, parameters);
		return;
	}
	for (const [name, section] of root.members) {
		const twin = LOWER.find((lower) => lower === name && root.members?.has(capitalised(lower)));
		if (twin === void 0) readSection(name, section, parameters, tags);
		else problemAt(parameters, section.at, `${twin} stands beside ${capitalised(twin)}; keep one of them.`);
	}
}
function capitalised(name) {
	return name.replace(/^./, (letter) => letter.toUpperCase());
}
const SECTIONS = [
	"Parameters",
	"Tags",
	"StackPolicy"
];
const LOWER = ["parameters", "tags"];
function isConfiguration(members) {
	const sections = [...SECTIONS, ...LOWER].map((name) => members.get(name));
	const [first] = members.get("Parameters")?.items ?? [];
	return typeof first?.value === "string" && first.value.includes("=") || sections.some((section) => section?.members !== void 0 || section?.items?.[0]?.members !== void 0);
}
function readSection(name, section, parameters, tags) {
	const into = /^tags$/i.test(name) ? tags : parameters;
	switch (name) {
		case "Parameters":
		case "Tags":
		case "parameters":
		case "tags":
			readValues(name, section, into);
			return;
		case "StackPolicy":
			problemAt(parameters, section.at, "StackPolicy is not supported; remove it and set the policy on the stack itself.");
			return;
		case "template-file-path":
			problemAt(parameters, section.at, "This is a deployment file of Git sync; name it in the input deployment-file.");
			return;
		default: problemAt(parameters, section.at, stray(name));
	}
}
function readValues(name, section, into) {
	if (section.members !== void 0) objectAssignments(section.members, into);
	else if (section.items !== void 0) arrayAssignments(section.items, into);
	else problemAt(into, section.at, `${name} must be an object of values.`);
}
function stray(name) {
	const said = isSayable(name) ? name : "A key of another name";
	const near = didYouMean(name, SECTIONS);
	return `${said} stands beside Parameters and Tags${near === "" ? "; move it into Parameters if it is one." : `.${near}`}`;
}

// src/template/parameters/assignments.ts
function parseAssignments(text, origin) {
	if (isBlank(text)) return {
		assignments: {
			origin,
			values: /* @__PURE__ */ new Map()
		},
		problems: []
	};
	const form = formOf(text);
	switch (form) {
		case "lines": return finish(lineAssignments(text, origin));
		case "json":
		case "yaml": return structured(text, origin, form);
	}
}
function formOf(text) {
	const trimmed = text.trimStart();
	if (trimmed.startsWith("{") || trimmed.startsWith("[")) return "json";
	const first = text.split(/\r\n|\n|\r/).find((line) => !isBlank(line) && !/^\s*(?:---|%YAML.*)\s*$/.test(line)) ?? "";
	if (/^\s*-\s/.test(first)) return "yaml";
	return /^\s*(?:"[^"]*"|'[^']*'|[^=:"'][^=]*?)\s*:(?:\s|$)/.test(first) ? "yaml" : "lines";
}
function structured(text, origin, format) {
	const locate = locator(text, origin);
	const collected = collector(origin, locate);
	const root = readRoot(text, format, collected);
	if (root === void 0) return finish(collected);
	if (root.items !== void 0) arrayAssignments(root.items, collected);
	else if (root.members !== void 0) objectAssignments(root.members, collected);
	else problemAt(collected, root.at, `${origin} must be lines of Key=Value, an object, or the AWS CLI's list.`);
	return finish(collected);
}
function finish(collected) {
	return {
		assignments: assignmentsOf(collected),
		problems: collected.problems
	};
}

// src/changes/review/mark.ts
function encodeMark({ state, account, digest }) {
	return `${state} ${account} ${digest}`;
}
function decodeMark(externalId) {
	const [state, account = "", digest = "", ...more] = externalId.split(" ");
	if (state !== "begun" && state !== "settled" || account === "" || more.length > 0) return void 0;
	return {
		state,
		account,
		digest
	};
}

// src/deployments/settlements.ts
const DISCOVER_CHECK = "aurora-deploy / discover";
const VERSION = 1;
const FENCE = "```json\n";
const MOST = 65e3;
function encodeSettlements(settlements, open) {
	const stacks = {};
	let length = 200 + JSON.stringify(open).length;
	for (const [name, { commit, sources }] of settlements) {
		length += JSON.stringify(name).length + commit.length + sources.length + 20;
		if (length > MOST) break;
		stacks[name] = [commit, sources];
	}
	return `${FENCE}${JSON.stringify({
		version: VERSION,
		...length <= MOST ? { open } : { more: true },
		stacks
	})}\n\`\`\``;
}
function isUnknownTo(text, name) {
	const open = contentOf(text)?.open;
	return Array.isArray(open) && !open.includes(name) && !decodeSettlements(text).has(name);
}
function maySettle(text, stack) {
	if (contentOf(text)?.more === true) return true;
	const settlements = decodeSettlements(text);
	const name = deploymentName(stack);
	if (settlements.has(name)) return true;
	return isUnknownTo(text, name) && [...settlements.keys()].some((other) => isOfStack(other, stack));
}
function decodeSettlements(text) {
	const found = /* @__PURE__ */ new Map();
	const value = contentOf(text);
	if (value === void 0 || !isObject(value.stacks)) return found;
	for (const [name, pair] of Object.entries(value.stacks)) {
		const [commit, sources] = Array.isArray(pair) ? pair : [];
		if (typeof commit === "string" && typeof sources === "string") found.set(name, {
			commit,
			sources
		});
	}
	return found;
}
function contentOf(text) {
	const value = parsed(text.startsWith(FENCE) ? text.slice(8, text.lastIndexOf("\n```")) : "");
	return isObject(value) && value.version === VERSION ? value : void 0;
}
function parsed(json) {
	try {
		return JSON.parse(json);
	} catch {
		return;
	}
}

// src/flows/review/untouched.ts
const WORKFLOWS = ".github";
function untouchedBy(commit, sources, { pulls }) {
	let known;
	return async (sha) => {
		known ??= areAsCommitted(commit, sources, pulls);
		if (!await known) return false;
		const touched = await pulls.touched(sha);
		return touched !== void 0 && !touched.some((path) => isSource(path, sources));
	};
}
async function areAsCommitted(commit, sources, pulls) {
	if (sources.some(({ isLinked }) => isLinked)) return false;
	const blobs = await Promise.all(sources.map(({ path, isFolder }) => isFolder ? pulls.tree(commit, gitPath(path)) : pulls.blob(commit, gitPath(path))));
	return sources.every(({ blob }, index) => blobs[index] === blob);
}
function isSource(touched, sources) {
	return touched.startsWith(`${".github"}/`) || sources.some(({ path, isFolder }) => gitPath(path) === touched || gitPath(path).startsWith(`${touched}/`) || isFolder === true && isBelow(touched, gitPath(path)));
}
function isBelow(touched, folder) {
	return folder === "" || touched.startsWith(`${folder}/`);
}
function gitPath(path) {
	const names = [];
	for (const name of path.split("/")) if (name === "..") names.pop();
	else if (name !== "" && name !== ".") names.push(name);
	return names.join("/");
}

// src/flows/review/deployMarks.ts
const LOOK_AHEAD = 300;
async function marksOf(job, sha, ours, { checks }) {
	return (await checks.list(sha, deployCheckName(job.inputs))).filter((run) => run.appId === ours.appId).flatMap((run) => markOf(run, ours));
}
function markOf({ externalId }, { account }) {
	const mark = decodeMark(externalId);
	return mark !== void 0 && (account ?? mark.account) === mark.account ? [mark] : [];
}
async function newerDeployOf(job, { commit, branch, sources }, ours, ports) {
	const newer = await ports.pulls.commitsBetween(commit, branch);
	for (const sha of newer.slice(-300).reverse()) {
		const runs = await ports.checks.list(sha);
		if (runs.some((run) => isDeployOf(run, job, ours) && markOf(run, ours).length > 0)) return sha;
		if (sources === void 0 || !runs.some((run) => isClaim(run, job))) continue;
		if (!await holdsTheSame({
			sha,
			commit,
			sources
		}, ports)) return sha;
	}
	if (newer.length <= LOOK_AHEAD) return void 0;
	throw new ActionError(`${branch} has ${newer.length} commits after ${commit.slice(0, 8)}, too many to tell whether one of them is deployed already.`, {
		reasonCode: "stale-review",
		hint: `Take the newest commit of ${branch} instead.`
	});
}
function isDeployOf({ name }, { inputs }, { account }) {
	return account === void 0 ? name === deployCheckName(inputs) : isDeployCheckOf(name, inputs);
}
function isClaim({ name, text }, { inputs }) {
	return name === "aurora-deploy / discover" && maySettle(text, inputs);
}
async function holdsTheSame({ sha, commit, sources }, { pulls }) {
	const [isSame, then, now] = await Promise.all([
		areAsCommitted(sha, sources, pulls),
		pulls.tree(commit, WORKFLOWS),
		pulls.tree(sha, WORKFLOWS)
	]);
	return isSame && then === now;
}
async function isOnBranch({ commit, branch }, { pulls }) {
	return (await pulls.commitsBetween(branch, commit)).length === 0;
}

// src/flows/review/reviewedPull.ts
async function reviewedPull(job, pull, ours, ports) {
	const isAsked = job.inputs.requiredApprovals > 0;
	const [runs, approvals] = await Promise.all([ports.checks.list(pull.headSha, checkName(job.inputs)), isAsked ? ports.pulls.reviews(pull.number) : []]);
	const judgedRuns = runs.filter((run) => run.appId === ours.appId && run.status === "completed").map((run) => ({
		run,
		...judged(job, pull, ours, run)
	}));
	const previews = ports.signer === void 0 ? judgedRuns : judgedRuns.toSorted(newestSigned);
	const { record, problem } = await firstSigned(previews, ports.signer);
	return {
		number: pull.number,
		headSha: pull.headSha,
		author: pull.author,
		labels: pull.labels,
		record,
		recordedAt: await shownSince(previews, isAsked ? ports.signer : void 0),
		approvals,
		...record !== void 0 || problem === void 0 ? {} : { problem }
	};
}
function judged(job, pull, { account }, run) {
	const decoded = decodeRecord(run.text, run.externalId);
	if (decoded.kind === "other-version") return { problem: "its preview was recorded by another version of this action: preview it again" };
	if (decoded.kind === "none") return {};
	const { target, pullRequest, base, head, repository } = decoded.record;
	const { stackName, region } = job.inputs;
	if (target.stack !== stackName || target.region !== region) return {};
	if ((account ?? target.account) !== target.account) return { problem: "its preview is of another account" };
	if (pullRequest !== pull.number || head !== pull.headSha || repository !== job.run.repositoryId) return { problem: "the preview of its head is of another pull request" };
	if (base !== pull.baseRef) return { problem: `its preview was made for ${base}, not for ${pull.baseRef}` };
	if (pull.mergedAt !== void 0 && !(run.completedAt > 0 && run.completedAt <= pull.mergedAt)) return { problem: "its preview ended after the merge" };
	return { found: decoded };
}
async function firstSigned(previews, signer) {
	let problem = previews.find((preview) => preview.problem !== void 0)?.problem;
	for (const { found } of previews) {
		if (found === void 0) continue;
		const { record } = found;
		if (signer === void 0 || await isSigned(found, signer)) return {
			record,
			problem: void 0
		};
		problem = "its record is not signed by record-key";
	}
	return {
		record: void 0,
		problem
	};
}
function newestSigned(one, other) {
	return (other.found?.record.madeAt ?? 0) - (one.found?.record.madeAt ?? 0);
}
async function shownSince(previews, signer) {
	let since = Number.POSITIVE_INFINITY;
	let digest;
	for (const { run, found } of previews) {
		if (found === void 0 || signer !== void 0 && !await isSigned(found, signer)) continue;
		digest ??= found.record.digest;
		if (found.record.digest !== digest) return since;
		const shownAt = signer === void 0 ? run.completedAt : Math.max(run.completedAt, found.record.madeAt);
		since = Math.min(since, shownAt);
	}
	return since;
}
async function isSigned({ record, claimHash }, signer) {
	return record.mac !== void 0 && await signer.verify(claimHash, record.mac);
}
function labelsOf({ labels, record }, present) {
	const resources = [...record?.items ?? []].flatMap(([item, { whole }]) => {
		const [start, key = ""] = item.split(" ");
		if (present.items.get(item)?.whole !== whole) return [];
		const isUnlisted = start === "definition" && !present.items.has(`${"resource"} ${key}`);
		return start === "resource" || start === "unseen" || isUnlisted ? [key] : [];
	});
	return labelsFor([...new Set(resources)], labels);
}

// src/flows/review/review.ts
const NO_REVIEW = {
	history: {
		line: [],
		isWhole: true
	},
	pulls: [],
	own: [],
	counted: []
};
const LOOK_BACK = 200;
const INDEX_DELAYS_MS = [
	1e3,
	2e3,
	3e3,
	4e3,
	5e3
];
async function findReview(question, ports) {
	const { job, deployed, ours } = question;
	const [ancestors, isHeld, newerDeploy, merged] = await Promise.all([
		ports.pulls.ancestors(deployed.commit, 200),
		isOnBranch(deployed, ports),
		newerDeployOf(job, {
			...deployed,
			sources: ports.sources
		}, ours, ports),
		ports.pulls.mergedInto(deployed.branch)
	]);
	if (!isHeld) return lost(deployed, newerDeploy, ports.log);
	const shas = [deployed.commit, ...ancestors];
	const bringers = bringersFor(question, shas, merged, ports);
	const line = await unsettledLine(question, shas, bringers, ports);
	const review = reviewOf({
		...line,
		newerDeploy
	});
	if (line.line.length > 0 || newerDeploy !== void 0) return review;
	const settled = {
		sha: deployed.commit,
		brought: await bringers(deployed.commit)
	};
	return {
		...review,
		pulls: distinct(recordedPulls(settled))
	};
}
function reviewOf(history) {
	const pulls = distinct(history.line.flatMap(recordedPulls));
	const own = ownCommit(history);
	const [newest] = own === void 0 ? [] : recordedPulls(own);
	const counted = newest === void 0 ? [] : distinct([newest, ...(commitsSince(history, newest.record.baseCommit) ?? []).flatMap(recordedPulls)]);
	return {
		history,
		pulls,
		own: own?.brought.by === "pull-requests" ? own.brought.pulls : [],
		counted
	};
}
function labelsIn({ counted }, present) {
	return counted.flatMap((pull) => labelsOf(pull, present));
}
function distinct(pulls) {
	return [...new Map(pulls.map((pull) => [pull.number, pull])).values()];
}
function lost({ commit, branch }, newerDeploy, log) {
	const problem = `${commit.slice(0, 8)} is not (any more) a commit of ${branch}`;
	log.warning(`${problem}.`);
	const remedy = `Deploy what ${branch} holds now: run the job of its newest commit.`;
	return {
		...NO_REVIEW,
		history: {
			line: [],
			isWhole: true,
			newerDeploy,
			problem,
			remedy
		}
	};
}
async function unsettledLine({ job, ours }, shas, broughtBy, ports) {
	const line = [];
	for (const sha of shas) {
		const own = ownCommit({
			line,
			isWhole: false
		});
		if (own !== void 0 && recordedPulls(own).some(({ record }) => record.baseCommit === sha)) return {
			line,
			isWhole: true
		};
		const [marks, brought] = await Promise.all([marksOf(job, sha, ours, ports), broughtBy(sha)]);
		if (marks.some(({ state }) => state === "settled")) return {
			line,
			isWhole: true
		};
		line.push({
			sha,
			brought
		});
	}
	return {
		line,
		isWhole: shas.length <= 200
	};
}
function bringersFor({ job, deployed, ours, delays = [], isOfCommit = false }, shas, merged, ports) {
	const known = /* @__PURE__ */ new Map();
	const reviewed = (pull) => {
		const asked = known.get(pull.number) ?? reviewedPull(job, pull, ours, ports);
		known.set(pull.number, asked);
		return asked;
	};
	const isUntouched = untouchedBy(deployed.commit, ports.sources, ports);
	const waits = [...delays];
	const into = (found, sha) => found.filter((pull) => pull.baseRef === deployed.branch && isMergedBy(pull, sha, shas));
	const isMissed = async (sha) => isOfCommit || sha === deployed.commit && !await isUntouched(sha);
	return async (sha) => {
		const indexed = into(await pullsOf(sha, deployed, merged, ports), sha);
		const found = indexed.length === 0 && waits.length > 0 && await isMissed(sha) ? await untilIndexed(sha, waits, (all) => into(all, sha), ports) : indexed;
		const pulls = await Promise.all(found.map(reviewed));
		if (pulls.some(({ record }) => record !== void 0)) return {
			by: "pull-requests",
			pulls
		};
		if (await isUntouched(sha)) return {
			by: "nobody-needed",
			pulls: found.map(({ number }) => number)
		};
		return {
			by: "pull-requests",
			pulls
		};
	};
}
function isMergedBy({ merged, mergeCommitSha }, sha, shas) {
	const at = mergeCommitSha === void 0 ? -1 : shas.indexOf(mergeCommitSha);
	return merged && at >= 0 && at <= shas.indexOf(sha);
}
async function pullsOf(sha, { commit, pullRequest }, merged, { pulls }) {
	const brought = merged.filter((pull) => pull.mergeCommitSha === sha);
	if (brought.length > 0) return brought;
	return sha === commit && pullRequest !== void 0 ? [await pulls.get(pullRequest)] : pulls.containing(sha);
}
async function untilIndexed(commit, waits, counting, ports) {
	for (let delay = waits.shift(); delay !== void 0; delay = waits.shift()) {
		ports.log.info(`GitHub knows no merged pull request of ${commit.slice(0, 8)} yet: asking again in ${delay / 1e3} s.`);
		await ports.clock.sleep(delay);
		const found = counting(await ports.pulls.containing(commit));
		if (found.length > 0) return found;
	}
	return [];
}

// src/template/evaluate/entries.ts
function existing(template, section, scope) {
	return entriesOf(contextOf(template, scope), section);
}
function entriesOf(context, section) {
	return (isObject(section) && !isMacro(section) ? Object.entries(section) : []).flatMap(([id, entry]) => {
		if (isLoop(id)) return looped(context, entry).map((made) => ({
			...made,
			loop: id
		}));
		if (!isObject(entry)) return [];
		const isIn = typeof entry.Condition === "string" ? context.condition(entry.Condition) : true;
		return isIn === false ? [] : [{
			id,
			entry,
			isCertain: isIn === true
		}];
	});
}
function isMacro(section) {
	const use = functionOf(section);
	return use !== void 0 && !isLoop(use.name);
}
function looped(context, loop) {
	const [name, list, body = null] = Array.isArray(loop) ? loop : [];
	if (typeof name !== "string") return [];
	return itemsOf(context, list ?? null, body).flatMap((item) => {
		const isKnown = typeof item === "string";
		const made = entriesOf(context, substituted(body, name, isKnown ? item : void 0));
		return isKnown ? made : made.map((entry) => ({
			...entry,
			isCertain: false
		}));
	});
}
function itemsOf(context, list, body) {
	const items = evaluateValue(context, list);
	if (!Array.isArray(items) || !context.hasRoom(items.length * JSON.stringify(body).length)) return [UNKNOWN];
	return items.map(textOf$2);
}

// src/deployments/needs.ts
function needsOf(deployments) {
	const problems = [];
	return {
		of: new Map(deployments.map((deployment) => {
			const declared = deployment.dependsOn.flatMap((name) => {
				const named = deployments.filter(({ stackName }) => stackName === name);
				if (named.length === 0 && deployments.length > 1) problems.push(unknownStack(deployment, name, deployments));
				return nearest(deployment, named).map((on) => ({
					on,
					by: { kind: "depends-on" }
				}));
			});
			const imported = deployment.imports.flatMap((name) => {
				return nearest(deployment, deployments.filter(({ region, exports }) => region === deployment.region && exports.includes(name))).filter((on) => on !== deployment).map((on) => ({
					on,
					by: {
						kind: "import",
						name
					}
				}));
			});
			const read = deployment.reads.flatMap(({ stackName, region }) => {
				return nearest(deployment, deployments.filter((each) => each.stackName === stackName && each.region === region)).map((on) => ({
					on,
					by: { kind: "read" }
				}));
			});
			return [deployment, [
				...declared,
				...read,
				...imported
			]];
		})),
		problems
	};
}
function nearest({ region, label }, candidates) {
	return [
		candidates.filter((each) => each.region === region && each.label === label),
		candidates.filter((each) => each.label === label),
		candidates.filter((each) => each.region === region)
	].find((found) => found.length > 0) ?? candidates;
}
function unknownStack({ file }, name, deployments) {
	const known = [...new Set(deployments.map(({ stackName }) => stackName))];
	return `${file}: depends-on names ${name}, and no deployment file has a stack of this name.${didYouMean(name, known)}`;
}
function needText(from, { on, by }) {
	const what = by.kind === "import" ? `imports ${by.name} of` : WORDS[by.kind];
	return `${deploymentName(from)} ${what} ${deploymentName(on)}`;
}
const WORDS = {
	"depends-on": "depends on",
	read: "reads an output of"
};

// src/deployments/waves.ts
const WAVES = 5;
function wavesOf(affected, { of }) {
	const isAffected = new Set(affected);
	const before = new Map(affected.map((each) => [each, reached(each, of)]));
	for (const each of affected) if (before.get(each)?.has(each)) throw circle(each, of);
	const known = /* @__PURE__ */ new Map();
	const waveOf = (each) => {
		const found = known.get(each);
		if (found !== void 0) return found;
		const earlier = [...before.get(each) ?? []].filter((other) => isAffected.has(other));
		const wave = 1 + Math.max(0, ...earlier.map(waveOf));
		known.set(each, wave);
		return wave;
	};
	const late = affected.find((each) => waveOf(each) === 6);
	if (late !== void 0) throw tooLong(late, before, isAffected);
	return Array.from({ length: 5 }, (_, index) => affected.filter((each) => waveOf(each) === index + 1));
}
function reached(from, of) {
	return new Set(ways(from, of).keys());
}
function ways(from, of) {
	const found = /* @__PURE__ */ new Map();
	let next = [from];
	while (next.length > 0) next = next.flatMap((by) => (of.get(by) ?? []).flatMap((need) => {
		if (found.has(need.on)) return [];
		found.set(need.on, {
			by,
			need
		});
		return [need.on];
	}));
	return found;
}
function circle(through, of) {
	const known = ways(through, of);
	const texts = [];
	const names = [deploymentName(through)];
	let at = through;
	do {
		const step = known.get(at);
		if (step === void 0) break;
		texts.unshift(needText(step.by, step.need));
		names.unshift(deploymentName(step.by));
		at = step.by;
	} while (at !== through);
	return new ActionError(`No order: ${names.join(" → ")}. ${texts.join("; ")}.`, {
		reasonCode: "invalid-input",
		hint: "Take one of these away: a stack that two others need can hold what they share."
	});
}
function tooLong(late, before, isAffected) {
	const depth = /* @__PURE__ */ new Map();
	const chainOf = (each) => {
		const found = depth.get(each);
		if (found !== void 0) return found;
		const chain = [...[...before.get(each) ?? []].filter((other) => isAffected.has(other)).map(chainOf).reduce((best, chain) => chain.length > best.length ? chain : best, []), each];
		depth.set(each, chain);
		return chain;
	};
	const chain = chainOf(late).map(deploymentName).join(" → ");
	return new ActionError(`There are ${5} waves, and these need more: ${chain}.`, {
		reasonCode: "invalid-input",
		hint: "Deploy some of them in a pull request of their own, or put stacks together."
	});
}

// src/flows/preview/previewBase.ts
async function previewBase(job, pull, ports) {
	const { pulls } = ports;
	if (pulls === void 0) return {
		kind: "unknown",
		why: "there is no github-token"
	};
	try {
		return await baseOf(await ports.headCommit() ?? job.run.sha, pull, pulls);
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		return {
			kind: "unknown",
			why: [error.message, error.hint].filter((part) => part !== void 0).join(" ")
		};
	}
}
async function baseOf(checkedOut, pull, pulls) {
	const commit = checkedOut === pull.headSha ? await pulls.mergeBase(pull.baseRef, pull.headSha) : await mergedOnto(checkedOut, pull.headSha, pulls);
	if (commit === void 0) return {
		kind: "unknown",
		why: `the checkout is at ${checkedOut.slice(0, 8)}, which is neither the head of the pull request nor its test merge`
	};
	if (await isOnBranch({
		commit,
		branch: pull.baseRef
	}, { pulls })) return {
		kind: "known",
		commit
	};
	return {
		kind: "unknown",
		why: `the tree was made on ${commit.slice(0, 8)}, which is not a commit of ${pull.baseRef}: push once more, so that GitHub merges it anew`
	};
}
async function mergedOnto(merge, head, pulls) {
	const [base, merged, ...more] = await pulls.parents(merge) ?? [];
	return merged === head && more.length === 0 ? base : void 0;
}
const LOOK_MS = 3e3;
const PATIENCE_MS = 6e4;
async function baseDeployed(job, base, ports) {
	const { checks, clock, log } = ports;
	if (base.kind === "unknown" || checks === void 0) return;
	const deadline = Math.min(clock.now() + PATIENCE_MS, job.deadline);
	let isTold = false;
	await poll({
		clock,
		delays: () => LOOK_MS,
		signal: job.cancel,
		deadline
	}, async () => {
		if (!await isBeingDeployed(job, base.commit, checks, log)) return "deployed";
		if (!isTold) log.info(`${base.commit.slice(0, 8)}, on which this was made, is just being deployed: waiting for it.`);
		isTold = true;
	});
}
async function isBeingDeployed(job, sha, checks, log) {
	try {
		const runs = await checks.list(sha, deployCheckName(job.inputs));
		return runs[0] !== void 0 && runs[0].status !== "completed";
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		log.debug(`Whether ${sha} is being deployed could not be asked: ${error.message}`);
		return false;
	}
}

// src/flows/render/loadTemplate.ts
async function loadTemplate(choice, workspace) {
	const isBundled = choice.kind === "bundled";
	const file = isBundled ? `templates/${choice.name}.json` : choice.path;
	const bytes = isBundled ? await workspace.readBundled(choice.name) : await workspace.read(file);
	return {
		tree: await renderWith(parseTemplate(decodeTemplate(bytes, file), file), workspace),
		sourceBytes: bytes.length
	};
}
async function renderWith(source, workspace) {
	const pieces = /* @__PURE__ */ new Map();
	for (;;) {
		const unread = /* @__PURE__ */ new Set();
		const attempt = rendered(source, (path) => {
			const piece = pieces.get(path);
			if (piece === void 0) unread.add(path);
			if (piece !== void 0 && "refusal" in piece) throw piece.refusal;
			return piece?.text;
		});
		if (unread.size === 0) {
			if ("error" in attempt) throw attempt.error;
			return attempt.tree;
		}
		await Promise.all([...unread].map(async (path) => {
			pieces.set(path, await readPiece(path, workspace));
		}));
	}
}
function rendered(source, read) {
	try {
		return { tree: renderTree(source, read) };
	} catch (error) {
		return { error };
	}
}
async function readPiece(path, workspace) {
	try {
		return { text: decodeTemplate(await workspace.read(path), path) };
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		return isMissing(error) ? { text: void 0 } : { refusal: error };
	}
}
function isMissing({ cause }) {
	return cause instanceof Error && "code" in cause && cause.code === "ENOENT";
}

// src/template/parameters/resolve.ts
function resolveParameters(request) {
	const parameters = [];
	const problems = [...unknownNames(request.declared, request.layers)];
	const undecided = [];
	for (const declaration of request.declared) {
		const outcome = decide(declaration, request);
		if (outcome.kind === "problem") problems.push(outcome.finding);
		if (outcome.kind === "undecided") undecided.push(declaration.name);
		if (outcome.kind !== "resolved") continue;
		parameters.push(outcome.parameter);
		problems.push(...valueProblems(declaration, outcome.parameter, outcome.from));
	}
	return {
		parameters,
		problems,
		undecided
	};
}
function decide(declaration, request) {
	const named = lastNamed(declaration.name, request.layers);
	const { environmentSuffix } = request;
	if (environmentSuffix !== void 0 && isSuffixName(declaration.name)) return suffixOutcome(declaration, named, environmentSuffix);
	if (named === void 0) return unnamed(declaration, request);
	if (named.given.kind === "previous") return keptOutcome(declaration, named, request);
	return resolved(declaration, "given", named.given.value, named);
}
function isSuffixName(name) {
	return name === "environmentSuffix" || name === "EnvironmentSuffix";
}
function suffixOutcome(declaration, named, suffix) {
	if (named === void 0) return resolved(declaration, "suffix", suffix);
	if (named.given.kind === "value" && named.given.value === suffix) return resolved(declaration, "given", suffix, named);
	const shown = named.given.kind === "previous" ? "UsePreviousValue" : quoted(declaration, named.given.value);
	const other = quoted(declaration, suffix);
	return problem$1(`${declaration.name} is ${shown}, but environment-suffix gives it ${other}. Remove one of the two.`, named);
}
function keptOutcome(declaration, named, request) {
	const { name } = declaration;
	if (request.mayKeepPrevious === "no") return problem$1(`${name} has UsePreviousValue, but there is no stack yet to keep a value from. Give it a value.`, named);
	if (request.existing !== void 0 && !request.existing.includes(name)) return problem$1(`${name} has UsePreviousValue, but the stack has no parameter of this name yet. Give it a value.`, named);
	return resolved(declaration, "previous");
}
function unnamed(declaration, request) {
	const stackHasIt = request.existing === void 0 || request.existing.includes(declaration.name);
	if (request.missing === "previous" && request.mayKeepPrevious === "yes" && stackHasIt) return resolved(declaration, "previous");
	if (declaration.default !== void 0) return resolved(declaration, "default", declaration.default);
	if (request.missing === "previous" && request.mayKeepPrevious === "unknown") return { kind: "undecided" };
	const about = declaration.description === void 0 ? "" : ` (${oneLine(declaration.description)})`;
	return problem$1(`Parameter ${declaration.name}${about} has no value and no default. ${howToGive(declaration.name)}`);
}
function howToGive(name) {
	if (isSuffixName(name)) return "Set the input environment-suffix.";
	return `Add a line "${name}=…" to the input parameters, or name it in a file of parameters-file.`;
}
function resolved({ name, noEcho }, source, value, from) {
	return {
		kind: "resolved",
		parameter: {
			name,
			noEcho,
			source,
			...value === void 0 ? {} : { value }
		},
		...from === void 0 ? {} : { from }
	};
}
function problem$1(message, place) {
	return {
		kind: "problem",
		finding: problemAt$1("error", message, place)
	};
}
function lastNamed(name, layers) {
	const layer = layers.findLast(({ values }) => values.has(name));
	const given = layer?.values.get(name);
	if (layer === void 0 || given === void 0) return void 0;
	const location = layer.places?.get(name);
	return {
		origin: layer.origin,
		given,
		...location === void 0 ? {} : { location }
	};
}

// src/flows/render/parameters.ts
function secretValues(template, layers, isHidden) {
	const declared = new Map(template?.parameters.map((parameter) => [parameter.name, parameter]));
	const isSecret = (name) => declared.get(name)?.noEcho === true || isHidden(name);
	const given = layers.flatMap((layer) => [...layer.values].flatMap(([name, value]) => value.kind === "value" ? [[name, value.value]] : []));
	const defaults = [...declared.values()].flatMap((parameter) => parameter.noEcho && parameter.default !== void 0 ? [[parameter.name, parameter.default]] : []);
	return [...given, ...defaults].flatMap(([name, value]) => {
		if (!isSecret(name)) return [];
		return /List/.test(declared.get(name)?.type ?? "") ? [value, ...value.split(",").map((item) => item.trim())] : [value];
	});
}
function brokenRules({ template, region }, values) {
	const parameters = Object.fromEntries(values.map(({ name, value }) => [name, value]));
	return evaluateRules(template, {
		parameters,
		pseudo: { "AWS::Region": region }
	});
}
function checkParameters({ tree }, layers, inputs) {
	const request = {
		declared: tree.template.parameters,
		layers,
		environmentSuffix: inputs.environmentSuffix,
		missing: inputs.missingParameters,
		template: tree.template,
		region: inputs.region
	};
	const resolved = resolveParameters({
		...request,
		existing: void 0,
		mayKeepPrevious: "unknown"
	});
	const certain = resolved.parameters.filter(({ source }) => source !== "default" || request.missing === "default");
	return {
		request,
		undecided: resolved.undecided,
		findings: resolved.problems.filter((problem) => problem.level !== "error"),
		problems: errorsOf([...resolved.problems, ...brokenRules(request, certain)])
	};
}
function parametersFor(request, stack) {
	const resolved = resolveParameters({
		...request,
		existing: stack?.parameters.map((parameter) => parameter.name),
		mayKeepPrevious: stack === void 0 ? "no" : "yes"
	});
	const problems = errorsOf([...resolved.problems, ...brokenRules(request, resolved.parameters)]);
	if (problems.length > 0) throw inputError(problems, []);
	return resolved.parameters;
}

// src/template/tree/placeTree.ts
function placeTree(tree, places) {
	const placing = {
		places,
		placed: /* @__PURE__ */ new Map(),
		uploads: /* @__PURE__ */ new Map()
	};
	return {
		tree: placeNode(tree, placing),
		uploads: [...placing.uploads.values()]
	};
}
function placeNode(tree, placing) {
	const known = placing.placed.get(tree);
	if (known !== void 0) return known;
	const placed = withPlaces(tree, placing);
	placing.placed.set(tree, placed);
	return placed;
}
function withPlaces(tree, placing) {
	const { template } = tree;
	const changes = [...tree.files.map((file) => ({
		path: file.path,
		value: placing.places.file(file, template)
	})), ...tree.others.map(({ path, tree: named }) => ({
		path,
		value: urlOf(named, placing)
	}))];
	const children = tree.children.map(({ logicalId, tree: child }) => ({
		logicalId,
		tree: placeNode(child, placing)
	}));
	if (changes.length === 0) return {
		...tree,
		children
	};
	const value = withValues(template.value, changes);
	const body = sentText(value, template.spelling);
	return {
		template: {
			...template,
			value,
			body
		},
		children,
		others: [],
		files: []
	};
}
function urlOf(named, { places, placed, uploads }) {
	const linked = linkTree(placeNode(named, {
		places,
		placed,
		uploads
	}), places.template);
	const { file, body } = linked.template;
	const digest = sha256(body);
	for (const upload of [...linked.uploads, {
		file,
		body,
		digest
	}]) uploads.set(upload.digest, upload);
	return places.template(digest);
}

// src/flows/render/placeFiles.ts
async function placeFiles(tree, workspace, { store, isSent }) {
	const uses = localTemplatesOf(tree).flatMap(({ template, files }) => files.map((file) => ({
		file,
		template
	})));
	if (store === void 0 && isSent) refuseWithoutBucket(tree, uses);
	const packed = await packAll(uses, workspace);
	const placed = placeTree(tree, {
		file: (file, template) => placeIn(file, packedFor({
			file,
			template
		}, packed), store),
		template: (digest) => store === void 0 ? `./${digest}.json` : placeOf(digest, store).url
	});
	return {
		tree: placed.tree,
		templates: placed.uploads,
		files: store === void 0 ? [] : storedFiles(packed, store)
	};
}
async function packAll(uses, workspace) {
	const done = /* @__PURE__ */ new Map();
	const findings = [];
	for (const use of uses) {
		const key = keyOf(use);
		if (done.has(key)) continue;
		const path = pathOf(use);
		try {
			if (path === void 0) findings.push(problem(use, "it leads out of the repository. Name what is inside it, relative to this file."));
			else done.set(key, {
				path,
				packed: await workspace.pack(path, use.file)
			});
		} catch (error) {
			if (!(error instanceof ActionError)) throw error;
			findings.push(problem(use, reason(error)));
		}
	}
	if (findings.length > 0) throw invalidTemplate(findings);
	return done;
}
function reason({ message, cause }) {
	return cause instanceof Error && "code" in cause ? "there is no such file or folder. It is relative to this file." : message;
}
function written(local) {
	return JSON.stringify(local.length <= LONGEST_PATH ? local : `${local.slice(0, LONGEST_PATH)}…`);
}
const LONGEST_PATH = 200;
function problem({ file, template }, why) {
	const { property, owner, local, path } = file;
	return {
		level: "error",
		message: `${property} of ${owner} is ${written(local)}: ${why}`,
		location: template.locate(path),
		logicalId: owner
	};
}
function pathOf({ file, template }) {
	return workspacePath(template.locate(file.path).file, file.local);
}
function keyOf(use) {
	const { takes, limit } = use.file;
	return JSON.stringify([
		pathOf(use) ?? use.file.local,
		takes,
		limit
	]);
}
function packedFor(use, packed) {
	const found = packed.get(keyOf(use));
	if (found === void 0) throw new Error(`${use.file.local} is not packed.`);
	return found.packed;
}
function placeIn({ wants }, { digest, extension }, store) {
	if (store === void 0) return `./${digest}${extension}`;
	const { bucket, key } = placeOf(digest, store, extension);
	return wants === "s3-uri" ? `s3://${bucket}/${key}` : {
		[wants.bucket]: bucket,
		[wants.key]: key
	};
}
function storedFiles(packed, store) {
	return [...new Map([...packed.values()].map(({ path, packed: { file, bytes, digest, extension } }) => {
		const place = placeOf(digest, store, extension);
		return [place.key, {
			...place,
			name: path,
			file,
			bytes,
			digest
		}];
	})).values()];
}
const NEEDS_BUCKET = "AWS reads it from S3 only. Name a bucket in s3-bucket, then it is uploaded.";
function refuseWithoutBucket(tree, uses) {
	const templates = localTemplatesOf(tree).flatMap(({ template, others }) => others.map(({ logicalId, path, tree: { template: own } }) => ({
		level: "error",
		message: `${path.at(-1)} of ${logicalId} is ${own.file}: ${NEEDS_BUCKET}`,
		location: template.locate(path),
		logicalId
	})));
	const findings = [...uses.map((use) => problem(use, NEEDS_BUCKET)), ...templates];
	if (findings.length === 0) return;
	const { message, cause } = invalidTemplate(findings);
	throw new ActionError(message, {
		reasonCode: "invalid-input",
		cause
	});
}

// src/template/parameters/tagLimits.ts
function tagProblems(key, value) {
	const problems = [];
	const error = (why) => problems.push({
		level: "error",
		why
	});
	if (/^aws:/i.test(key) || /^aws:/i.test(value)) error("cannot be set, the prefix \"aws:\" is reserved");
	if (key === "") error("has no key");
	if (length(key) > MOST_KEY) error(`has a key of ${length(key)} characters; CloudFormation takes at most ${MOST_KEY}`);
	if (value === "") error("has an empty value; CloudFormation takes none. Give it one or leave the tag out");
	if (length(value) > MOST_VALUE) error(`has a value of ${length(value)} characters; CloudFormation takes at most ${MOST_VALUE}`);
	if (/\p{Cc}/u.test(key + value)) error("has a line break or another control character in it");
	else problems.push(...oddCharacters(key, "key"), ...oddCharacters(value, "value"));
	return problems;
}
const MOST_KEY = 128;
const MOST_VALUE = 256;
function length(text) {
	return [...text].length;
}
function oddCharacters(text, part) {
	const odd = new Set(text.match(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu));
	if (odd.size === 0) return [];
	return [{
		level: "warning",
		why: `has ${[...odd].slice(0, 5).join(" ")} in its ${part}; many services take only letters, digits, spaces and _ . : / = + - @, and a resource that gets the tag may fail`
	}];
}

// src/flows/render/tags.ts
const TAG_LIMIT = 50;
function mergedTags(layers) {
	const values = /* @__PURE__ */ new Map();
	const problems = [];
	const findings = [];
	for (const { origin, values: tags } of layers) for (const [key, tag] of tags) if (tag.kind === "previous") problems.push({ message: `${origin}: tag ${key} has no value; tags have no previous ones.` });
	else {
		values.set(key, tag.value);
		for (const { level, why } of tagProblems(key, tag.value)) {
			const message = `${origin}: tag ${shown(key)} ${why}.`;
			if (level === "error") problems.push({ message });
			else findings.push({
				level,
				message
			});
		}
	}
	if (values.size > TAG_LIMIT) problems.push({ message: `${values.size} stack tags: CloudFormation takes at most ${TAG_LIMIT}.` });
	const tags = Object.fromEntries(values);
	return {
		values: layers.some((layer) => layer.values.size > 0) ? tags : void 0,
		problems,
		findings
	};
}
function shown(key) {
	const line = key.replaceAll(/\p{Cc}+/gu, " ");
	return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

// src/flows/render/render.ts
async function renderStack({ inputs, problems, file: deployment }, workspace, storage, secrets) {
	const [template, files] = await Promise.all([attempt(() => loadPlaced(inputs.template, workspace, storage)), Promise.all(inputs.parameterFiles.map((name) => attempt(() => loadParameters(name, workspace))))]);
	const loaded = files.flatMap((file) => file.value === void 0 ? [] : [file.value]);
	const layers = [
		...deployment ? [deployment.parameters] : [],
		...loaded.map((file) => file.parameters),
		inputs.parameters
	];
	secrets.learn(secretValues(template.value?.tree.template, layers, secrets.isHidden));
	const checked = template.value && checkParameters(template.value, layers, inputs);
	const linked = template.value && linkTemplate(template.value, storage);
	const tags = mergedTags([
		...deployment ? [deployment.tags] : [],
		...loaded.map((file) => file.tags),
		...inputs.tags ? [inputs.tags] : []
	]);
	const all = [
		...problems,
		...template.problems,
		...files.flatMap((file) => file.problems),
		...loaded.flatMap((file) => errorsOf(file.problems)),
		...checked?.problems ?? [],
		...(linked?.problems ?? []).map((message) => ({ message })),
		...tags.problems
	];
	if (template.value === void 0 || checked === void 0 || linked === void 0 || all.length > 0) throw inputError(all, checked?.undecided ?? []);
	const { tree, files: stored, findings, needed } = template.value;
	const { problems: _none, ...sent } = linked;
	return {
		...sent,
		tree,
		files: stored,
		tags: tags.values,
		capabilities: [.../* @__PURE__ */ new Set([...inputs.capabilities, ...needed])].sort(),
		findings: [
			...findings,
			...checked.findings,
			...tags.findings
		],
		notices: loaded.flatMap((file) => file.notices),
		parametersFor: (stack) => parametersFor(checked.request, stack)
	};
}
async function loadPlaced(choice, workspace, storage) {
	const loaded = await loadTemplate(choice, workspace);
	const findings = localTemplatesOf(loaded.tree).flatMap(({ template }) => template.findings);
	const [root = loaded.tree.template, ...nested] = templatesOf(loaded.tree);
	const needed = neededCapabilities(root.value, nested.map(({ value }) => value));
	return {
		...loaded,
		...await placeFiles(loaded.tree, workspace, storage),
		findings,
		needed
	};
}
async function loadParameters(name, workspace) {
	const { path, environment } = parameterFileName(name);
	return parseParameterFile(decodeTemplate(await workspace.read(path), path), path, environment);
}

// src/deployments/globs.ts
function matcher(globs) {
	const plain = globs.map((glob) => glob.replace(/^(!?)(?:\.?\/)+/, "$1"));
	const wanted = plain.filter((glob) => !glob.startsWith("!"));
	const unwanted = plain.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1));
	return (path) => !path.split("/").some((name) => PASSED_BY.has(name)) && wanted.some((glob) => posix.matchesGlob(path, glob)) && !unwanted.some((glob) => posix.matchesGlob(path, glob));
}
const PASSED_BY = /* @__PURE__ */ new Set([".git", "node_modules"]);

export { DISCOVER_CHECK, INDEX_DELAYS_MS, NO_REVIEW, OWN_KEYS, PASSED_BY, WORKFLOWS, assignmentsOf, baseDeployed, bringersFor, claimHash, collector, decodeMark, decodeRecord, decodeSettlements, decodeTemplate, encodeMark, encodeSettlements, existing, factsIn, findReview, fittingClaims, gitPath, isMacro, isUnknownTo, labelsIn, matcher, matrixOf, needsOf, newerDeployOf, objectAssignments, parseAssignments, previewBase, problemAt, readRoot, recordText, renderStack, reviewOf, textOf, unsettledLine, wavesOf };