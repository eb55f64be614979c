import { ActionError } from "./errors.js";
import { INDEX_DELAYS_MS, NO_REVIEW, OWN_KEYS, PASSED_BY, assignmentsOf, baseDeployed, bringersFor, claimHash, collector, decodeRecord, decodeTemplate, encodeMark, existing, factsIn, findReview, fittingClaims, isMacro, labelsIn, matcher, matrixOf, newerDeployOf, objectAssignments, parseAssignments, previewBase, problemAt, readRoot, recordText, renderStack, reviewOf, textOf as textOf$1, unsettledLine } from "./deployments-globs.js";
import { areStillResolved, asker, attach, blockedEnding, changesAt, decide, declarationsIn, deployedTemplate, deployingView, discardChangeSet, disposition, duration, emptyEnding, endText, execute, executedEnding, failedResult, findingAt, hasChangeSet, idleStack, isFailure, judged as judged$4, liveStack, logStack, nestedStacksIn, noEchoNames, notStarted, presentChanges, propertyOf, proposalOutputs, propose, proposeRecorded, protectedEnding, refusedEnding, relevanceFor, reportView, runningExecution, scopesOf, stackOutputs, stepOutputs, sweepChangeSets, unansweredNotices, unlessBusy, untilGivenUp, withoutChangeSet } from "./flows-watch-execution.js";
import { alarmName, arnParts, asAscii, asReadBack, canonicalJson, didYouMean, emptyByHand, emulatedEndpoint, firedText, isObject, liftCommand, poll, readParameters, waysOut, waysText, withSpelledNumbers } from "./stack-recovery.js";
import { REDACTED, findingsOf, isSayable, isSecretName, nameMatcher, redactText } from "./template-problems.js";
import { DETAILS_CLOSE, HIDDEN_CHANGE, NOT_STARTED, PARAMETER, UNKNOWN as UNKNOWN$1, acceptance, acknowledgements, actionLabel, attempt, attributeParts, becauseText, block, blockedText, bytes, causesOf, cell, changeSetName, changesText, checkName, code, commentValue, contextOf, costText, countsText, deployCheckName, detailsOpen, documentSections, driftLines, endingText, estimateText, evaluateValue, evaluatedTree, formatOf, fullSentence, headline, inputError, isEvaluatedObject, isLossLabel, isObject as isObject$1, isResolvedLater, isStoppedByLoss, keyText, link, lossText, mapStrings, moment, omission, oneLine, otherRisks, ownCommit, pathOf, physicalName, plural, rank, recordedPulls, renderSummary, replacementText, resourceKey, shorten, shownDelta, shownDrift, shownView, sign as sign$1, subVariables, tableHead, tableRow, text as text$3, textOf as textOf$2, uncheckedText, usesMacros, visitFunctions, watchedLines, withinBudget, withoutLoops } from "./report-summary.js";
import { locator } from "./template-text-json.js";
import { DESCRIPTION_PREFIX, isLeftOpen, isThrottled } from "./unlessCancelled.js";
import { NO_COVERAGE, joinedCoverage } from "./changes-drift.js";
import { findInside, gitBlob, unreadable } from "./pack-gitBlob.js";
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import * as os from "os";
import { EOL } from "os";
import * as crypto from "crypto";
import * as fs$1 from "fs";
import { constants, promises as promises$1 } from "fs";
import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { mkdir, readFile, readdir, stat, writeFile } from "node:fs/promises";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
	issueCommand(name, {}, message);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs$1.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs$1.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/summary.js
var __awaiter$1 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile: writeFile$1 } = promises$1;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	filePath() {
		return __awaiter$1(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants.R_OK | constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	write(options) {
		return __awaiter$1(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile$1 : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	clear() {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	stringify() {
		return this._buffer;
	}
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	addEOL() {
		return this.addRaw(EOL);
	}
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const _summary = new Summary();
const summary = _summary;

// node_modules/@actions/core/lib/core.js
var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
var ExitCode;
(function(ExitCode) {
	ExitCode[ExitCode["Success"] = 0] = "Success";
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
function setOutput$1(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
function debug(message) {
	issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning$1(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
	process.stdout.write(message + os.EOL);
}
function startGroup(name) {
	issue("group", name);
}
function endGroup() {
	issue("endgroup");
}

// src/clock.ts
const systemClock = {
	now: () => Date.now(),
	async sleep(ms, signal) {
		try {
			await setTimeout(ms, void 0, signal === void 0 ? {} : { signal });
		} catch (error) {
			if (!signal?.aborted) throw error;
		}
	}
};

// src/log.ts
function createLog(toolkit, hide) {
	const shown = (text) => hide(neutralised(hide(text)));
	return {
		info: (line) => toolkit.info(shown(line)),
		debug: (line) => toolkit.debug(shown(line)),
		notice: (line, finding) => toolkit.notice(shown(line), place(finding)),
		warning: (line, finding) => toolkit.warning(shown(line), place(finding)),
		error: (line, finding) => toolkit.error(shown(line), place(finding)),
		async group(title, work) {
			toolkit.startGroup(shown(title.replaceAll(/\s+/g, " ")));
			try {
				return await work();
			} finally {
				toolkit.endGroup();
			}
		}
	};
}
function neutralised(text) {
	return text.replaceAll(/\r\n?/g, "\n").replaceAll(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (character) => character === "\n" || character === "	" ? character : "·").replaceAll(/^(\s*):(?=:)/gmu, "$1·:").replaceAll("##[", "##·[");
}
function place(finding) {
	if (finding?.location === void 0) return {};
	const { file, line, column } = finding.location;
	return {
		file,
		startLine: line,
		startColumn: column
	};
}

// src/secrets/secretForms.ts
function formsOf(value) {
	const pieces = [
		value,
		value.trim(),
		...lines(value),
		...members(value)
	].filter((piece) => !isTrivial(piece));
	return [...new Map(pieces.flatMap((piece) => spellings(piece).map((text) => [text, {
		text,
		anywhere: !isWord(piece)
	}]))).values()];
}
const SHORT$1 = 8;
const PLAIN_WORD = /^[A-Z]?[a-z]{1,14}$/;
function isWord(piece) {
	return piece.length < SHORT$1 || PLAIN_WORD.test(piece);
}
function isTrivial(piece) {
	if (piece.length < 3 || /^\d{3}$/.test(piece)) return true;
	if (/^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(piece)) return true;
	return /^(true|false|yes|off|none|null|nil|undefined|default|enabled|disabled|\*+|[\s{}[\],:;]*)$/i.test(piece);
}
function lines(value) {
	return /[\r\n]/.test(value) ? value.split(/[\r\n]+/).map((line) => line.trim()) : [];
}
function members(value) {
	if (!/^\s*\{/.test(value)) return [];
	const found = [];
	const visit = (node) => {
		if (typeof node === "string") found.push(node, ...lines(node));
		else if (typeof node === "object" && node !== null) for (const item of Object.values(node)) visit(item);
	};
	try {
		visit(JSON.parse(value));
	} catch {}
	return found;
}
function spellings(piece) {
	const text = piece.toWellFormed();
	const json = JSON.stringify(text).slice(1, -1);
	const url = encodeURIComponent(text);
	return [
		text,
		json,
		asAscii(json),
		...readBack(text),
		JSON.stringify(json).slice(1, -1),
		url,
		url.replace(/%../g, (code) => code.toLowerCase()),
		url.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
		url.replaceAll("%20", "+"),
		...piece.length < 6 ? [] : base64(text)
	];
}
function readBack(text) {
	const read = asReadBack(text);
	return read === text || read.replaceAll("?", "").length < LEAST_LEFT ? [] : [read];
}
const LEAST_LEFT = 4;
function base64(text) {
	const bytes = new TextEncoder().encode(text);
	return [
		0,
		1,
		2
	].flatMap((offset) => {
		const padded = new Uint8Array(offset + bytes.length);
		padded.set(bytes, offset);
		const whole = btoa(String.fromCharCode(...padded)).slice(Math.ceil(offset * 8 / 6), Math.floor(padded.length * 8 / 6));
		return [whole, whole.replaceAll("+", "-").replaceAll("/", "_")];
	});
}

// src/secrets/secrets.ts
function openSecrets(mask = () => void 0) {
	const learned = /* @__PURE__ */ new Set();
	let forms = [];
	let isListed = nameMatcher([]);
	const hideInDocument = (document, head = "") => {
		const kept = document.startsWith(head) ? head : "";
		const longOnes = forms.filter(({ anywhere }) => anywhere);
		return `${kept}${without(document.slice(kept.length), longOnes)}`;
	};
	return {
		learn(values) {
			const fresh = values.filter((value) => value !== "" && !learned.has(value));
			for (const value of fresh) {
				learned.add(value);
				if (formsOf(value).length > 0) for (const text of /* @__PURE__ */ new Set([value, asAscii(value)])) mask(text);
			}
			if (fresh.length > 0) forms = [...learned].flatMap(formsOf).sort((a, b) => b.text.length - a.text.length);
		},
		learnNames(globs) {
			isListed = nameMatcher(globs);
		},
		isHidden: (name) => isListed(name) || isSecretName(name),
		hide: (text) => redactText(without(text, forms)),
		hideInDocument,
		hideInJson: (json, kept = /* @__PURE__ */ new Set()) => json.replace(JSON_TEXT, (literal) => {
			const text = JSON.parse(literal);
			return kept.has(text) ? literal : JSON.stringify(hideInDocument(text));
		}),
		holds: (text) => without(text, forms) !== text
	};
}
const JSON_TEXT = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"/gu;
function without(text, forms) {
	const present = forms.filter((form) => text.includes(form.text));
	if (present.length === 0) return text;
	const pattern = present.map(({ text: form, anywhere }) => anywhere ? escaped(form) : `(?<![\\p{L}\\p{N}_])${escaped(form)}(?![\\p{L}\\p{N}_])`);
	return text.replace(new RegExp(pattern.join("|"), "gu"), REDACTED);
}
function escaped(text) {
	return text.toWellFormed().replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

// src/exit.ts
function openExit(outlets) {
	const secrets = openSecrets(outlets.setSecret);
	const log = remembering(createLog(outlets.toolkit, secrets.hide));
	return {
		secrets,
		log,
		guarded: (github) => ({
			...github,
			checks: guardedChecks(github.checks, secrets),
			comments: guardedComments(github.comments, secrets)
		}),
		async finish(result) {
			const told = withOutputs(result, secrets, outlets);
			await writeSummary(told.summary, secrets, outlets, log);
			tellEnd(told, log);
			return told.failed === true;
		}
	};
}
function remembering(log) {
	let told;
	let since = "nothing";
	return {
		...log,
		info(text) {
			if (since === "nothing") since = "lines";
			log.info(text);
		},
		notice(text, finding) {
			since = "annotations";
			log.notice(text, finding);
		},
		warning(text, finding) {
			since = "annotations";
			log.warning(text, finding);
		},
		error(text, finding) {
			[told, since] = [text, "nothing"];
			log.error(text, finding);
		},
		sinceTold: (text) => told === text ? since : void 0
	};
}
function tellEnd(result, log) {
	const text = endText(result);
	const since = log.sinceTold(text);
	if (since === "nothing") return;
	if (result.failed !== true || since === "lines") log.info(text);
	else log.error(text);
}
function withOutputs(result, secrets, outlets) {
	let failure;
	for (const output of stepOutputs(result)) try {
		setOutput(output, secrets, outlets);
	} catch (error) {
		failure ??= error instanceof Error ? error.message : String(error);
	}
	if (failure === void 0) return result;
	return {
		...result,
		failed: true,
		message: `${result.message} But the step's outputs could not be set: ${failure}`
	};
}
async function writeSummary(markdown, secrets, outlets, log) {
	if (markdown === void 0) return;
	try {
		await outlets.writeSummary(secrets.hideInDocument(markdown));
	} catch (error) {
		log.warning(`The job summary could not be written: ${String(error)}`);
	}
}
function setOutput(output, secrets, outlets) {
	const { name, value, secret, isOfStack } = output;
	if (secret || isOfStack && secrets.holds(value)) outlets.setSecret(value);
	const inJson = JSON.stringify(value).slice(1, -1);
	if (secret && inJson !== value) outlets.setSecret(inJson);
	outlets.setOutput(name, name === "change-summary" ? secrets.hideInJson(value) : value);
}
function guardedChecks(checks, secrets) {
	const shown = ({ text, ...content }) => ({
		...content,
		title: secrets.hide(content.title),
		summary: secrets.hideInDocument(content.summary),
		...text === void 0 ? {} : { text: secrets.hideInJson(text, factsIn(text, content.externalId)) },
		annotations: content.annotations.map((finding) => ({
			...finding,
			message: secrets.hide(finding.message)
		}))
	});
	return {
		list: checks.list,
		create: (sha, name, content) => checks.create(sha, name, shown(content)),
		update: (id, content) => checks.update(id, shown(content))
	};
}
function guardedComments(comments, secrets) {
	return {
		list: comments.list,
		remove: comments.remove,
		write: (place, marker, body) => comments.write(place, marker, secrets.hideInDocument(body, marker)),
		upsert: (pullRequest, marker, render) => comments.upsert(pullRequest, marker, (present) => {
			const body = render(present);
			return body === void 0 ? void 0 : secrets.hideInDocument(body, marker);
		})
	};
}

// src/network/proxies.ts
const SPELLINGS = {
	https: ["https_proxy", "HTTPS_PROXY"],
	http: ["http_proxy", "HTTP_PROXY"]
};
function proxyEnvironment(env) {
	const found = {};
	for (const scheme of ["https", "http"]) {
		const named = nameOf$1(scheme, env);
		if (named === void 0) continue;
		const proxy = usable(env[named] ?? "");
		if (proxy === void 0) throw unusable(named);
		found[SPELLINGS[scheme][0]] = proxy.url;
	}
	return found;
}
function proxySecrets(env) {
	return Object.values(SPELLINGS).flat().flatMap((name) => {
		const login = /^(?:[a-z0-9+.-]*:\/\/)?(.*)@/is.exec(env[name] ?? "")?.[1];
		if (login === void 0) return [];
		return [login, login.slice(login.indexOf(":") + 1)].flatMap((text) => [text, decoded$1(text) ?? text]);
	});
}
function shownProxy(url, env) {
	const name = nameOf$1(url.startsWith("https:") ? "https" : "http", env);
	return name === void 0 ? void 0 : usable(env[name] ?? "")?.shown;
}
function nameOf$1(scheme, env) {
	return SPELLINGS[scheme].find((name) => env[name] !== void 0 && env[name] !== "");
}
function usable(value) {
	const url = value.includes("://") ? value : `http://${value}`;
	if (/\s/.test(url) || !URL.canParse(url)) return void 0;
	const { protocol, hostname, host, username, password } = new URL(url);
	if (!["http:", "https:"].includes(protocol) || hostname === "") return void 0;
	if (decoded$1(username) === void 0 || decoded$1(password) === void 0) return void 0;
	return {
		url,
		shown: `${protocol}//${host}`
	};
}
function decoded$1(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return;
	}
}
function unusable(name) {
	return new ActionError(`${name} names no proxy that can be used.`, {
		reasonCode: "error",
		hint: `Set ${name} on this runner to the URL of an HTTP proxy, http://host:port. A user and a password in it are percent-encoded.`
	});
}

// src/deployments/deploymentFile.ts
const FROM_A_FILE = [
	...[
		"template",
		"stack-name",
		"environment-suffix",
		"parameters-file",
		"missing-parameters",
		"region"
	],
	...[
		"capabilities",
		"role-arn",
		"notification-arns",
		"s3-bucket",
		"s3-prefix",
		"include-nested-stacks"
	],
	...[
		"import-existing-resources",
		"deployment-mode",
		"on-failure",
		"termination-protection"
	],
	...[
		"rollback-alarms",
		"monitoring-minutes",
		"timeout-minutes",
		"label",
		"comment",
		"redact",
		"mask-outputs",
		"preflight"
	]
];
const THE_WORKFLOWS_OWN = [...[
	"mode",
	"github-token",
	"require-review",
	"required-approvals",
	"approved-digest",
	"record-key"
], ...[
	"deploy-branch",
	"confirm",
	"allow-destructive",
	"on-destructive",
	"deployment-file",
	"deployments"
]];
const TEMPLATE_PATH = "template-file-path";
const KEYS = [
	TEMPLATE_PATH,
	...[
		"parameters",
		"tags",
		"depends-on",
		"matrix"
	],
	...FROM_A_FILE
];
function parseDeploymentFile(text, path) {
	const source = text.startsWith("﻿") ? text.slice(1) : text;
	const locate = locator(source, path);
	const into = {
		inputs: /* @__PURE__ */ new Map(),
		parameters: collector(path, locate),
		tags: collector(path, locate),
		dependsOn: [],
		matrix: {}
	};
	const root = readRoot(source, formatOf(source, path), into.parameters);
	if (root !== void 0 && root.members === void 0) {
		const message = `A deployment file is a mapping with ${TEMPLATE_PATH}, parameters, tags and names of inputs.`;
		problemAt(into.parameters, root.at, message);
	}
	for (const [name, placed] of root?.members ?? []) readKey(name, placed, into);
	if (root?.members?.has(TEMPLATE_PATH) && root.members.has("template")) problemAt(into.parameters, root.at, `${TEMPLATE_PATH} and template name one template; keep one of them.`);
	return {
		inputs: into.inputs,
		parameters: assignmentsOf(into.parameters),
		tags: assignmentsOf(into.tags),
		dependsOn: into.dependsOn,
		matrix: into.matrix,
		problems: [...into.parameters.problems, ...into.tags.problems],
		isBroken: root?.members === void 0
	};
}
function readKey(name, placed, into) {
	const { parameters: problems } = into;
	switch (name) {
		case "parameters":
		case "tags":
			if (placed.members !== void 0) objectAssignments(placed.members, into[name]);
			else problemAt(problems, placed.at, `${name} must be a mapping of names to values.`);
			return;
		case "depends-on":
			into.dependsOn = stackNames(placed, problems);
			return;
		case "matrix":
			into.matrix = matrixIn(placed, problems);
			return;
		case TEMPLATE_PATH:
			readInput(name, "template", placed, into);
			return;
		default: if (FROM_A_FILE.includes(name)) readInput(name, name, placed, into);
		else problemAt(problems, placed.at, refusal(name));
	}
}
function refusal(name) {
	return THE_WORKFLOWS_OWN.includes(name) ? `${name} is the workflow's to decide: set it in the step, not in a deployment file.` : `A deployment file has no key ${isLikeKey(name) ? name : "of this name"}.${didYouMean(name, KEYS)}`;
}
function isLikeKey(name) {
	return /^[A-Za-z][\w-]{0,29}$/.test(name) && isSayable(name);
}
function readInput(name, input, placed, { inputs, parameters: problems }) {
	const lines = placed.items?.map(textOf$1) ?? [textOf$1(placed)];
	if (lines.every((line) => line !== void 0)) inputs.set(input, lines.join("\n"));
	else problemAt(problems, placed.at, `${name} must be a text, a number, true or false, or a list of them.`);
}
function matrixIn({ at, value, members }, problems) {
	if (members === void 0) problemAt(problems, at, "matrix must be a mapping.");
	for (const [name, placed] of members ?? []) if (OWN_KEYS.includes(name)) problemAt(problems, placed.at, `matrix may not set ${name}, which is known of the stack already.`);
	return members === void 0 ? {} : value;
}
const STACK_NAME$1 = /^[a-zA-Z][-a-zA-Z0-9]{0,127}$/;
function stackNames(placed, problems) {
	const names = (placed.items ?? [placed]).map(({ value }) => value);
	const known = names.filter((name) => typeof name === "string" && STACK_NAME$1.test(name));
	if (known.length < names.length) problemAt(problems, placed.at, "depends-on must be a list of stack names.");
	return known;
}

// src/inputDefaults.ts
const DEFAULTS = {
	template: "aurora-postgresql",
	"missing-parameters": "previous",
	"include-nested-stacks": true,
	"import-existing-resources": false,
	"deployment-mode": "standard",
	"on-failure": "rollback",
	"timeout-minutes": 60,
	comment: "always",
	preflight: true
};

// src/inputReader.ts
const TRUE = /^(true|yes|on|1)$/i;
const FALSE = /^(false|no|off|0)$/i;
function inputReader(read, report) {
	const assignmentProblems = [];
	const text = (name) => read(name).trim() || void 0;
	const problem = (name, value, right) => report(value === "" ? `Input ${name} is missing: ${right}.` : `Input ${name} is "${value}": it must be ${right}.`);
	const entries = (name) => read(name).split(/[\n,]/).map((entry) => entry.trim()).filter((entry) => entry !== "");
	return {
		assignmentProblems,
		text,
		problem,
		lines: (name) => read(name).split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#")),
		matching(name, pattern, right) {
			const value = text(name);
			if (value === void 0 || pattern.test(value)) return value;
			problem(name, value, right);
		},
		choice(name, choices, otherwise) {
			const value = text(name);
			if (value === void 0) return otherwise;
			const chosen = choices.find((choice) => choice === value);
			if (chosen === void 0) problem(name, value, `one of ${choices.join(", ")}`);
			return chosen ?? otherwise;
		},
		flag(name, otherwise) {
			const value = text(name);
			if (value === void 0) return otherwise;
			if (!TRUE.test(value) && !FALSE.test(value)) problem(name, value, "true or false");
			return TRUE.test(value) || otherwise && !FALSE.test(value);
		},
		...numbers(text, problem),
		list(name, pattern, right = "") {
			const all = entries(name);
			for (const entry of all) if (pattern && !pattern.test(entry)) problem(name, entry, right);
			return all.filter((entry) => pattern === void 0 || pattern.test(entry));
		},
		assignments(name) {
			const { assignments, problems } = parseAssignments(read(name), `input ${name}`);
			assignmentProblems.push(...problems);
			return assignments;
		}
	};
}
function numbers(text, problem) {
	return {
		count(name, otherwise, least, most) {
			const value = text(name);
			if (value === void 0) return otherwise;
			const number = /^\d{1,6}$/.test(value) ? Number(value) : NaN;
			if (number >= least && number <= most) return number;
			problem(name, value, `a whole number from ${least} to ${most}`);
			return otherwise;
		},
		minutes(name, otherwise) {
			const value = text(name);
			if (value === void 0) return otherwise;
			const number = /^\d{1,6}(\.\d{1,6})?$/.test(value) ? Number(value) : NaN;
			if (number > 0 && number <= 2160) return number;
			problem(name, value, "a number of minutes, more than 0 and at most 2160");
			return otherwise;
		}
	};
}

// src/payload.ts
function object(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
function array(value) {
	return Array.isArray(value) ? value : [];
}
function text$2(value) {
	return typeof value === "string" ? value : "";
}
function integer(value) {
	return Number.isSafeInteger(value) ? value : void 0;
}
function branchNamed(name) {
	const branch = name.startsWith(HEADS) ? name.slice(HEADS.length) : name;
	return isBranchName(branch) ? branch : void 0;
}
const HEADS = "refs/heads/";
const NEVER = /[\s\p{Cc}~^:?*[\\]|\.\.|@\{|\/\//u;
function isBranchName(name) {
	if (name === "" || name === "@" || /^(?:-|\/|refs\/)|[./]$/.test(name) || NEVER.test(name)) return false;
	return name.split("/").every((part) => !part.startsWith(".") && !part.endsWith(".lock"));
}

// src/stack/rollbackInputs.ts
const ALARM_ARN = /^arn:[a-z-]+:cloudwatch:[a-z0-9-]+:\d{12}:alarm:.{1,255}$/;
const MOST_ALARMS = 5;
const LONGEST_MINUTES = 180;
function rollbackInputs(input) {
	const isTimed = input.text("monitoring-minutes") !== void 0;
	const minutes = input.count("monitoring-minutes", 0, 0, LONGEST_MINUTES);
	return {
		rollbackAlarms: alarmsIn(input),
		monitoringMinutes: isTimed ? minutes : void 0
	};
}
function alarmsIn(input) {
	const lines = [...new Set(input.lines("rollback-alarms"))];
	if (lines.length === 0) return void 0;
	if (lines.length === 1 && lines[0] === "none") return "none";
	const wrong = lines.filter((line) => !ALARM_ARN.test(line));
	for (const line of wrong) input.problem("rollback-alarms", line, "ARNs of CloudWatch alarms, one a line, or none on its own");
	if (lines.length > MOST_ALARMS) input.problem("rollback-alarms", `${lines.length} alarms`, `at most ${MOST_ALARMS}, CloudFormation takes no more (a composite alarm joins several)`);
	const right = lines.filter((line) => !wrong.includes(line));
	return right.length === 0 ? void 0 : right;
}
function checkRollbackInputs({ rollbackAlarms, monitoringMinutes }, { region, timeoutMinutes }, input) {
	if (rollbackAlarms !== void 0 && rollbackAlarms !== "none") {
		const away = rollbackAlarms.filter((arn) => arn.split(":")[3] !== region);
		for (const arn of away) input.problem("rollback-alarms", arn, `alarms of ${region}, the region of the stack`);
	}
	if (monitoringMinutes === void 0) return;
	if (rollbackAlarms === "none") input.problem("monitoring-minutes", `${monitoringMinutes}`, "empty while rollback-alarms is none");
	else if (monitoringMinutes >= timeoutMinutes) input.problem("monitoring-minutes", `${monitoringMinutes}`, `less than timeout-minutes (${timeoutMinutes}), or no run would see its end`);
}

// src/inputs.ts
const MODES = [
	"auto",
	"render",
	"preview",
	"deploy",
	"destroy",
	"drift",
	"cleanup",
	"discover"
];
const BUNDLED_TEMPLATES = ["aurora-postgresql", "github-deploy-roles"];
function parseInputs(read, fallbackRegion) {
	const problems = [];
	const input = inputReader(read, (message) => problems.push({
		level: "error",
		message
	}));
	const inputs = {
		mode: input.choice("mode", MODES, "auto"),
		...namesOf$1(input),
		parameters: input.assignments("parameters"),
		parameterFiles: input.lines("parameters-file"),
		missingParameters: input.choice("missing-parameters", ["previous", "default"], DEFAULTS["missing-parameters"]),
		tags: input.text("tags") === void 0 ? void 0 : input.assignments("tags"),
		region: input.matching("region", REGION$1, "an AWS region such as us-east-1") ?? fallbackRegion ?? "us-east-1",
		capabilities: input.list("capabilities", CAPABILITY, "CAPABILITY_IAM, CAPABILITY_NAMED_IAM or CAPABILITY_AUTO_EXPAND"),
		roleArn: input.matching("role-arn", ROLE_ARN, "the ARN of an IAM role"),
		notificationArns: notificationArns(input),
		...rollbackInputs(input),
		s3Bucket: input.matching("s3-bucket", BUCKET$1, "the name of an S3 bucket"),
		s3Prefix: s3Prefix(input),
		includeNestedStacks: input.flag("include-nested-stacks", DEFAULTS["include-nested-stacks"]),
		importExistingResources: input.flag("import-existing-resources", DEFAULTS["import-existing-resources"]),
		deploymentMode: input.choice("deployment-mode", ["standard", "revert-drift"], DEFAULTS["deployment-mode"]),
		onFailure: input.choice("on-failure", [
			"rollback",
			"keep",
			"delete"
		], DEFAULTS["on-failure"]),
		terminationProtection: input.text("termination-protection") === void 0 ? void 0 : input.flag("termination-protection", false),
		timeoutMinutes: input.minutes("timeout-minutes", DEFAULTS["timeout-minutes"]),
		deployBranch: deployBranch(input),
		requireReview: input.flag("require-review", true),
		requiredApprovals: input.count("required-approvals", 0, 0, 100),
		approvedDigest: input.matching("approved-digest", DIGEST, A_DIGEST)?.toLowerCase(),
		label: input.matching("label", LABEL$2, "letters, digits and . _ - with single spaces between, at most 50"),
		recordKey: input.matching("record-key", KMS_KEY, "the id, alias or ARN of a KMS key"),
		allowDestructive: input.list("allow-destructive", LOGICAL_ID, "logical ids (Parent/Child for a nested stack) or *"),
		onDestructive: input.choice("on-destructive", ["fail", "warn"], "fail"),
		confirm: input.text("confirm"),
		deploymentFile: input.text("deployment-file"),
		deployments: input.text("deployments") === void 0 ? ["deployments/**"] : input.lines("deployments"),
		comment: input.choice("comment", [
			"always",
			"changes",
			"never"
		], DEFAULTS.comment),
		redact: input.list("redact"),
		maskOutputs: input.list("mask-outputs"),
		preflight: input.flag("preflight", DEFAULTS.preflight),
		githubToken: input.text("github-token") ?? ""
	};
	checkRollbackInputs(inputs, inputs, input);
	return {
		inputs,
		problems: [...problems, ...input.assignmentProblems]
	};
}
function namesOf$1(input) {
	const template = templateChoice(input.text("template") ?? DEFAULTS.template);
	const environmentSuffix = isAurora(template) ? input.matching("environment-suffix", SUFFIX, SUFFIX_RULE) : input.text("environment-suffix");
	const stackName = input.matching("stack-name", STACK_NAME, STACK_NAME_RULE) ?? defaultStackName(template, environmentSuffix);
	const named = input.text("stack-name") ?? (isAurora(template) ? input.text("environment-suffix") : void 0);
	if (input.text("mode") !== "discover" && stackName === void 0 && named === void 0) input.problem("stack-name", "", missingStackName(template));
	return {
		template,
		stackName: stackName ?? "",
		environmentSuffix
	};
}
const STACK_NAME = /^[a-zA-Z][-a-zA-Z0-9]{0,127}$/;
const STACK_NAME_RULE = "a letter, then letters, digits and hyphens, at most 128 characters";
const SUFFIX = /^(?=.{1,30}$)[a-z0-9]+(-[a-z0-9]+)*$/;
const SUFFIX_RULE = "lower-case letters, digits and single hyphens between them, at most 30 characters";
const REGION$1 = /^[a-z]{2,4}(-[a-z]+){1,3}-\d{1,2}$/;
const ROLE_ARN = /^arn:[a-z-]+:iam::\d{12}:role\/.+$/;
const TOPIC_ARN = /^arn:[a-z-]+:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}(\.fifo)?$/;
const BUCKET$1 = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const PREFIX = /^(?!(?:.*\/)?\.{1,2}(?:\/|$))[\w!.*'()=-]+(?:\/[\w!.*'()=-]+)*$/;
const CAPABILITY = /^CAPABILITY_(IAM|NAMED_IAM|AUTO_EXPAND)$/;
const LABEL$2 = /^(?=.{1,50}$)[\w.-]+( [\w.-]+)*$/;
const KMS_KEY = /^(arn:[a-z-]+:kms:[a-z0-9-]+:\d{12}:(key|alias)\/[\w/-]+|alias\/[\w/-]{1,250}|(mrk-)?[0-9a-f]{8}[0-9a-f-]{24,32})$/i;
const DIGEST = /^[0-9a-fA-F]{64}(@([0-9a-fA-F]{40}|[0-9a-fA-F]{64}))?$/;
const A_DIGEST = "64 hexadecimal digits, or these with @ and the SHA of a commit";
const LOGICAL_ID = /^(\*|[A-Za-z0-9]+(\/[A-Za-z0-9]+)*)$/;
function templateChoice(text) {
	const name = BUNDLED_TEMPLATES.find((bundled) => bundled === text);
	return name === void 0 ? {
		kind: "workspace",
		path: text
	} : {
		kind: "bundled",
		name
	};
}
function defaultStackName(template, suffix) {
	return isAurora(template) && suffix !== void 0 ? `aurora-${suffix}` : void 0;
}
function isAurora(template) {
	return template.kind === "bundled" && template.name === "aurora-postgresql";
}
function missingStackName(template) {
	if (isAurora(template)) return "name the stack, or set environment-suffix so that it is aurora-<environment-suffix>";
	return template.kind === "bundled" ? `name the stack: it is required with ${template.name}` : "name the stack: it is required with a template of your own";
}
function deployBranch(input) {
	const given = input.text("deploy-branch");
	const branch = given === void 0 ? void 0 : branchNamed(given);
	if (given !== void 0 && branch === void 0) input.problem("deploy-branch", given, "the name of one branch, such as main: no pattern and no tag");
	return branch ?? given;
}
function notificationArns(input) {
	const arns = input.list("notification-arns", TOPIC_ARN, "ARNs of SNS topics");
	if (arns.length > 5) input.problem("notification-arns", `${arns.length} topics`, "at most 5, CloudFormation takes no more");
	return arns.length === 0 ? void 0 : arns;
}
function s3Prefix(input) {
	const prefix = input.text("s3-prefix")?.replaceAll(/^\/+|\/+$/g, "");
	if (prefix === void 0 || prefix === "") return void 0;
	if (!PREFIX.test(prefix) || prefix.length > 900) input.problem("s3-prefix", prefix, "names of letters, digits and !_.*'()=- with single slashes between them");
	else if (input.text("s3-bucket") === void 0) input.problem("s3-prefix", prefix, "empty while s3-bucket is");
	return prefix;
}

// src/stackInputs.ts
async function stackInputs(path, { readInput, region }, workspace) {
	if (path === "") return parseInputs(readInput, region);
	const { value: file, problems } = await attempt(async () => parseDeploymentFile(decodeTemplate(await workspace.read(path), path), path));
	const read = (name) => readInput(name).trim() || (file?.inputs.get(name) ?? "");
	const parsed = parseInputs(read, region);
	const unread = problems.map(({ message }) => ({
		level: "error",
		message
	}));
	if (file === void 0 || file.isBroken) return {
		...parsed,
		problems: [...unread, ...file?.problems ?? []]
	};
	return {
		...parsed,
		file,
		problems: [...file.problems, ...parsed.problems]
	};
}

// src/discovery.ts
function surveyPorts(world) {
	const { workspace: checkout, clock, log, readInput } = world;
	const isOfAll = readInput("mode").trim() === "discover";
	const ofStep = (name) => isOfAll && !OF_DISCOVER.has(name) ? readInput(name) : "";
	return {
		checkout,
		clock,
		log,
		secrets: openSecrets(),
		headCommit: () => checkout.headCommit(),
		inputsOf: (file, files) => stackInputs(file, {
			...world,
			readInput: ofStep
		}, files)
	};
}
const OF_DISCOVER = /* @__PURE__ */ new Set(["mode", "deployments"]);
function exporters(audience, inputs, world) {
	if (inputs.deploymentFile === void 0 || audience.kind !== "pull-request") return {};
	const since = {
		kind: "pull-request",
		audience
	};
	return { exporterOf: async (name) => {
		const { exporterOf } = await import("./flows-discover-exporter.js");
		return exporterOf(name, inputs, {
			globs: inputs.deployments,
			since,
			run: world.run
		}, await discoverPorts(inputs, world));
	} };
}
async function discoverPorts(inputs, world) {
	const { pulls, checks, snapshots } = await world.connectGitHub(inputs.githubToken) ?? {};
	return {
		pulls,
		checks,
		snapshots,
		...surveyPorts(world)
	};
}

// src/audience.ts
function audienceOf(event, payload, deployBranch) {
	if (event.name === "pull_request") return pullRequestAudience(object(payload.pull_request), deployBranch);
	if (event.name === "merge_group") return mergeGroup(event, payload);
	return {
		kind: "summary",
		headSha: event.sha
	};
}
function pullRequestAudience(pull, deployBranch) {
	return {
		kind: "pull-request",
		number: integer(pull.number) ?? 0,
		headSha: text$2(object(pull.head).sha),
		baseRef: text$2(object(pull.base).ref),
		deployBranch,
		labels: array(pull.labels).map((label) => text$2(object(label).name))
	};
}
function mergeGroup(event, payload) {
	const group = object(payload.merge_group);
	return {
		kind: "merge-group",
		headSha: text$2(group.head_sha) || event.sha,
		baseSha: text$2(group.base_sha),
		branch: text$2(group.base_ref).replace(/^refs\/heads\//, "")
	};
}
function deployBranchOf(event, payload, given) {
	const fallback = text$2(object(payload.repository).default_branch) || "main";
	if (given === void 0) return fallback;
	const base = text$2(object(object(payload.pull_request).base).ref);
	return branchNamed(given) ?? (base || branchNamed(event.ref) || fallback);
}

// src/plan.ts
function skip(reason, explanation) {
	return {
		kind: "skip",
		reason,
		explanation
	};
}

// src/event.ts
function planFor(event, mode, deployBranch) {
	if (mode === "render") return { kind: "render" };
	if (event.name === "pull_request_target") return refusePullRequestTarget;
	const payload = object(event.payload);
	const branch = deployBranchOf(event, payload, deployBranch);
	if (mode === "destroy") return destroyOf(event, branch);
	if (mode === "discover") return discoverOf(event, payload, branch);
	const outsider = outsiderSkip(event, payload);
	if (outsider) return outsider;
	return mode === "auto" ? automatic(event, payload, branch) : asked$1(mode, event, payload, branch);
}
const refusePullRequestTarget = {
	kind: "refuse",
	reason: "unsupported-event",
	explanation: "pull_request_target runs a pull request's files next to the base branch's credentials",
	hint: "Trigger the workflow on pull_request instead."
};
function automatic(event, payload, branch) {
	switch (event.name) {
		case "pull_request": return pullRequest(event, payload, branch);
		case "push": return push(event, payload, branch);
		case "merge_group": return {
			kind: "preview",
			audience: mergeGroup(event, payload)
		};
		case "workflow_dispatch":
		case "repository_dispatch": return {
			kind: "preview",
			audience: {
				kind: "summary",
				headSha: event.sha
			}
		};
		case "schedule": return { kind: "drift" };
		default: return {
			kind: "refuse",
			reason: "unsupported-event",
			explanation: `mode auto has no meaning for the event ${event.name}`,
			hint: "Set the input mode to what this run is to do, or trigger the workflow on pull_request and push."
		};
	}
}
function asked$1(mode, event, payload, branch) {
	switch (mode) {
		case "preview": return {
			kind: "preview",
			audience: audienceOf(event, payload, branch)
		};
		case "deploy":
			if (event.name === "pull_request") return ownPullRequest(event, payload, branch);
			return event.name === "push" ? push(event, payload, branch) : manualDeploy(event, branch);
		case "cleanup": return cleanupOf(event, payload);
		case "drift": return { kind: "drift" };
	}
}
function cleanupOf(event, payload) {
	const number = integer(object(payload.pull_request).number);
	if (number !== void 0) return {
		kind: "cleanup",
		pullRequest: number
	};
	return {
		kind: "refuse",
		reason: "unsupported-event",
		explanation: `a clean-up needs a pull_request event with a pull request, this is ${event.name}`,
		hint: "Trigger it on pull_request with types: [closed]."
	};
}
function pullRequest(event, payload, branch) {
	const action = text$2(payload.action);
	const pull = object(payload.pull_request);
	if (action === "closed") return mergedPullRequest(event, payload, branch) ?? cleanupOf(event, payload);
	const isOwn = isPreviewAction(action, payload);
	const irrelevant = `pull_request ${action} changes nothing that a preview depends on`;
	if (!isOwn && (pull.draft === true || pull.state === "closed")) return skip("irrelevant-event", irrelevant);
	if (pull.draft === true) return skip("draft", `pull request #${integer(pull.number)} is a draft: the preview comes when it is ready for review`);
	const audience = pullRequestAudience(pull, branch);
	const unlessRecorded = `${irrelevant}, and this head has one`;
	return {
		kind: "preview",
		audience,
		...isOwn ? {} : { unlessRecorded }
	};
}
function isPreviewAction(action, payload) {
	switch (action) {
		case "opened":
		case "synchronize":
		case "reopened":
		case "ready_for_review": return true;
		case "labeled":
		case "unlabeled": return isLossLabel(text$2(object(payload.label).name));
		case "edited": return object(payload.changes).base !== void 0;
		default: return false;
	}
}
function ownPullRequest(event, payload, branch) {
	const merged = mergedPullRequest(event, payload, branch);
	if (merged !== void 0) return merged;
	if (text$2(payload.action) !== "closed") return deployOf(event, branch);
	const number = integer(object(payload.pull_request).number);
	return skip("irrelevant-event", `pull request #${number} was closed without a merge`);
}
function mergedPullRequest(event, payload, branch) {
	const pull = object(payload.pull_request);
	if (text$2(payload.action) !== "closed" || pull.merged !== true) return void 0;
	const base = text$2(object(pull.base).ref);
	if (base !== branch) return skip("wrong-branch", `merged into ${base}, deploys come from ${branch}`);
	return {
		kind: "deploy",
		commit: text$2(pull.merge_commit_sha) || event.sha,
		branch,
		pullRequest: integer(pull.number)
	};
}
function push(event, payload, branch) {
	if (event.ref !== `refs/heads/${branch}`) return skip("wrong-branch", `a push to ${event.ref}, deploys come from ${branch}`);
	if (payload.deleted === true) return skip("wrong-branch", `the branch ${branch} was deleted`);
	return deployOf(event, branch);
}
function manualDeploy(event, branch) {
	if (event.ref === `refs/heads/${branch}`) return deployOf(event, branch);
	return wrongBranch(`this run is on ${event.ref}, and deploys come from ${branch}`, branch);
}
function destroyOf(event, branch) {
	if (event.name !== "workflow_dispatch") return {
		kind: "refuse",
		reason: "unsupported-event",
		explanation: `a stack is destroyed by a person who starts the workflow (workflow_dispatch), and this is ${event.name}`,
		hint: "Give the workflow a workflow_dispatch trigger, and start it by hand."
	};
	if (event.ref === `refs/heads/${branch}`) return { kind: "destroy" };
	return wrongBranch(`this run is on ${event.ref}, and stacks are destroyed from ${branch}`, branch);
}
function wrongBranch(explanation, branch) {
	return {
		kind: "refuse",
		reason: "wrong-branch",
		explanation,
		hint: `Start the workflow on ${branch}, or name another branch in deploy-branch.`
	};
}
function deployOf(event, branch) {
	return {
		kind: "deploy",
		commit: event.sha,
		branch,
		pullRequest: void 0
	};
}
function discoverOf(event, payload, branch) {
	const pull = object(payload.pull_request);
	switch (event.name) {
		case "pull_request": {
			const outsider = forkSkip(payload);
			if (outsider !== void 0) return outsider;
			const merged = mergedPullRequest(event, payload, branch);
			if (merged !== void 0) return deploysOf(merged);
			return {
				kind: "discover",
				since: {
					kind: "pull-request",
					audience: pullRequestAudience(pull, branch)
				}
			};
		}
		case "push": {
			const plan = deploysOf(push(event, payload, branch));
			if (plan.kind !== "discover" || payload.forced !== true) return plan;
			return {
				kind: "discover",
				since: {
					kind: "everything",
					why: `${branch} was forced: what was deployed last may be in its history no more`
				}
			};
		}
		case "merge_group": {
			const { baseSha: base, headSha: commit } = mergeGroup(event, payload);
			return {
				kind: "discover",
				since: {
					kind: "commit",
					base,
					commit
				}
			};
		}
		default: return {
			kind: "discover",
			since: {
				kind: "everything",
				why: `${event.name} is about all of them`
			}
		};
	}
}
function deploysOf(plan) {
	return plan.kind === "deploy" ? {
		kind: "discover",
		since: {
			kind: "deploys",
			commit: plan.commit
		}
	} : plan;
}
function outsiderSkip(event, payload) {
	const fork = forkSkip(payload);
	if (fork !== void 0) return fork;
	if (event.actor === "dependabot[bot]" && !event.hasAwsCredentials) return skip("fork", "Dependabot's runs get no credentials; give it some as Dependabot secrets to preview its pull requests");
}
function forkSkip(payload) {
	const pull = object(payload.pull_request);
	const head = text$2(object(object(pull.head).repo).full_name);
	const base = text$2(object(object(pull.base).repo).full_name) || text$2(object(payload.repository).full_name);
	if (payload.pull_request !== void 0 && head !== base) return skip("fork", `pull request #${integer(pull.number)} comes from ${head || "a deleted fork"}, which gets no credentials`);
}

// src/flows/cleanup.ts
async function cleanup(inputs, pullRequest, ports) {
	const stack = await ports.stacks.describe(inputs.stackName);
	if (stack === void 0) return cleaned(inputs, 0, false);
	const all = await settledChangeSets(inputs, pullRequest, ports);
	const own = all.filter((set) => isOf$1(set, pullRequest));
	const left = [];
	for (const set of own) left.push(...await deleteChangeSet(set, stack, ports));
	const deleted = own.length - left.length;
	const usable = left.filter(({ set }) => !set.executionStatus.startsWith("EXECUTE_"));
	const [first] = usable;
	if (first !== void 0) throw stays(usable, first, deleted);
	return cleaned(inputs, deleted, deleted > 0 && deleted === all.length && await isShell(stack, ports) && await removed(stack, `cleanup-pr-${pullRequest}`, ports));
}
const NAMED_AT_MOST = 5;
function stays(left, { error }, deleted) {
	const names = left.slice(0, NAMED_AT_MOST).map(({ set }) => set.name);
	const more = left.length > names.length ? ` and ${left.length - names.length} more` : "";
	const verb = left.length === 1 ? "stays" : "stay";
	return new ActionError(`${sets(left.length)} of the pull request ${verb} (${names.join(", ")}${more}), ${deleted} deleted: ${error.message}`, {
		reasonCode: error.reasonCode,
		hint: error.hint ?? "Run this job again, or delete what stays in the console.",
		cause: error
	});
}
async function removed(stack, token, { stacks, log }) {
	try {
		await stacks.delete(stack.arn, token);
		return true;
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		log.notice(`The empty stack ${stack.name} (REVIEW_IN_PROGRESS) stays, the next change set uses it: ${error.message}`);
		return false;
	}
}
const SETTLES_WITHIN_MS = 6e4;
const POLL_MS$1 = 2e3;
async function settledChangeSets({ stackName }, pullRequest, { changeSets, pace, clock }) {
	const deadline = clock.now() + SETTLES_WITHIN_MS;
	let all = [];
	await poll({
		clock,
		delays: () => pace.pause(POLL_MS$1),
		deadline
	}, async () => {
		all = await changeSets.list(stackName);
		return all.some((set) => isOf$1(set, pullRequest) && /_(PENDING|IN_PROGRESS)$/.test(set.status)) ? void 0 : "settled";
	});
	return all;
}
function isOf$1({ name, description }, pullRequest) {
	return name.startsWith(`pr-${pullRequest}-`) && description.startsWith("aurora-deploy-action");
}
async function deleteChangeSet(set, stack, { changeSets, log }) {
	try {
		log.info(`Deleting change set ${set.name}.`);
		await changeSets.delete(set.arn, stack.arn);
		return [];
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		log.warning(`Change set ${set.name} stays: ${error.message}`);
		return [{
			set,
			error
		}];
	}
}
async function isShell(stack, { stacks }) {
	return stack.status === "REVIEW_IN_PROGRESS" && (await stacks.resources(stack.arn)).length === 0;
}
function cleaned({ stackName }, count, shell) {
	return {
		result: "cleaned-up",
		message: `Deleted ${sets(count)} of the pull request${shell ? ` and the empty stack ${stackName}` : ""}.`
	};
}
function sets(count) {
	return `${count} change set${count === 1 ? "" : "s"}`;
}

// src/flows/review/deployMark.ts
function ownMark(job, check, ports, needed) {
	let begun;
	const markOf = (state, { stackArn, digest }) => encodeMark({
		state,
		account: arnParts(stackArn).account,
		digest: digest?.digest ?? "unknown"
	});
	return {
		async begin(proposal) {
			if (check === void 0 || ports.checks === void 0) return;
			const mark = markOf("begun", proposal);
			begun = mark;
			try {
				await ports.checks.update(check.id, {
					externalId: mark,
					status: "in_progress",
					title: "Executing",
					summary: `It is decided: [this run](${job.run.url}) executes.`,
					annotations: []
				});
			} catch (error) {
				if (!(error instanceof ActionError) || needed) throw error;
				ports.log.warning(`The check run could not be marked: ${error.message}`);
			}
		},
		undo() {
			begun = void 0;
		},
		ended: (about, state) => state !== void 0 && about !== void 0 ? markOf(state, about) : begun ?? ""
	};
}

// src/flows/tell/errorEnding.ts
function errorEnding(reported, error, doing) {
	const result = failedResult(error);
	const { message, hint, reasonCode = "error" } = result;
	const next = hint === void 0 ? {} : { hint };
	const state = result.result === "blocked" && doing === "deploy" ? {
		kind: "blocked",
		reason: reasonCode,
		explanation: message,
		delta: [],
		...next
	} : {
		kind: "failed",
		doing,
		failure: {
			message,
			reasonCode,
			...next
		}
	};
	return {
		view: reportView(reported, state),
		result,
		conclusion: reasonCode === "cancelled" ? "cancelled" : "failure"
	};
}
function logFailure(result, log) {
	if (result.result === "failed" || result.result === "blocked") log.error(endText(result));
}

// src/report/check.ts
const CHECK_LIMIT = 65535;
function renderCheck(given) {
	const view = shownView(given);
	const style = {
		diff: {
			lines: 80,
			width: 300
		},
		newProperties: {
			lines: 60,
			width: 200
		},
		fullReport: {
			words: "full report in the job summary",
			url: view.links.run
		}
	};
	return {
		title: headline(view),
		summary: withinBudget(documentSections(view, style), CHECK_LIMIT, bytes)
	};
}

// src/report/annotations.ts
function riskFindings(risks, template) {
	return risks.map((risk) => ({
		level: levelOf(risk),
		message: `${risk.resource} ${risk.message}${risk.acknowledgedBy === void 0 ? "" : ` (acknowledged by ${risk.acknowledgedBy})`}`,
		logicalId: risk.resource,
		...risk.type === "Parameter" ? { location: template.locate(["Parameters", risk.resource]) } : placeOf$1(risk.resource, risk.property, template)
	}));
}
function causeFinding(cause, template) {
	const [alarm] = cause.alarms ?? [];
	if (alarm !== void 0) return {
		level: "error",
		message: firedText(alarm)
	};
	const resource = [...cause.stackPath, cause.logicalId].join("/");
	return {
		level: "error",
		message: `${resource} (${cause.type}) ${cause.status}: ${cause.reason}`,
		logicalId: resource,
		...placeOf$1(resource, void 0, template)
	};
}
const LEVELS$1 = {
	"data-loss": "error",
	"will-fail": "error",
	replacement: "warning",
	"possible-replacement": "warning",
	interruption: "warning",
	"weaker-guard": "warning",
	credentials: "warning"
};
function levelOf({ kind, acknowledgedBy }) {
	return acknowledgedBy === void 0 ? LEVELS$1[kind] : "warning";
}
function placeOf$1(resource, property, template) {
	const logicalId = resource.split("/")[0] ?? resource;
	const resources = template.value.Resources;
	if (!(typeof resources === "object" && resources !== null && Object.hasOwn(resources, logicalId))) return {};
	const path = [
		"Resources",
		logicalId,
		...property === void 0 || logicalId !== resource ? [] : propertyPath(property)
	];
	return { location: template.locate(path) };
}
function propertyPath(property) {
	return property === "DeletionPolicy" || property === "UpdateReplacePolicy" ? [property] : ["Properties", property];
}

// src/flows/tell/annotations.ts
function annotationsOf(job, view) {
	const { template } = job.rendered;
	const cause = view.state.kind === "deploy-failed" ? view.state.cause : void 0;
	return [
		...view.findings,
		...riskFindings(view.verdict?.risks ?? [], template),
		...cause === void 0 ? [] : [causeFinding(cause, template)]
	].filter(({ location }) => location !== void 0 && isOfCheckout(job, location.file));
}
const INPUTS = /* @__PURE__ */ new Set([
	"parameters",
	"tags",
	"input parameters",
	"input tags"
]);
function isOfCheckout({ inputs, rendered }, file) {
	return !INPUTS.has(file) && !(inputs.template.kind === "bundled" && file === rendered.template.file);
}

// src/flows/tell/ownCheck.ts
function openDeployCheck(job, ports, needed) {
	const name = deployCheckName(job.inputs);
	return openCheck(job, {
		sha: job.commit,
		name,
		title: "Deploying",
		about: "this deploy"
	}, ports, needed);
}
async function openCheck(job, { sha, name, title, about }, { checks, log }, needed) {
	if (checks === void 0) return void 0;
	try {
		return await checks.create(sha, name, {
			externalId: "",
			status: "in_progress",
			title,
			summary: `[The run](${job.run.url})`,
			annotations: []
		});
	} catch (error) {
		if (!(error instanceof ActionError) || needed && error.reasonCode !== "access-denied") throw error;
		log.warning(`No check run could be made for ${about}, so that no review can be trusted: ${error.message} ${error.hint ?? ""}`);
		return;
	}
}
async function closeCheck(job, check, { view, conclusion, externalId = view.digest ?? "" }, ports) {
	if (check === void 0 || ports.checks === void 0) return;
	const { checks, log } = ports;
	const complete = (content) => checks.update(check.id, {
		externalId,
		status: "completed",
		conclusion,
		...content
	});
	try {
		await complete({
			...renderCheck(view),
			annotations: annotationsOf(job, view)
		});
	} catch (error) {
		log.warning(`The check run could not be completed: ${messageOf$2(error)}`);
		await complete({
			title: headline(view),
			summary: `[The run](${job.run.url}) has the report.`,
			annotations: []
		}).catch((again) => log.debug(messageOf$2(again)));
	}
}
function messageOf$2(error) {
	return error instanceof Error ? error.message : String(error);
}

// src/report/overviewLine.ts
const STATES = [
	"failed",
	"blocked",
	"out-of-date",
	"deploying",
	"awaiting",
	"previewed",
	"deployed",
	"skipped",
	"no-changes"
];
function overviewLine(view) {
	const told = stateOf(view);
	if (told === void 0) return void 0;
	const { changes, verdict, secrets } = view;
	return {
		where: secrets.hide([
			view.stack,
			view.label,
			view.region
		].filter((part) => part !== void 0).join(" · ")),
		...told,
		sign: sign$1(view),
		changes: changes === void 0 || told.state === "no-changes" ? "" : newOrNot(view),
		...verdict === void 0 ? {} : {
			level: verdict.level,
			counts: verdict.counts
		}
	};
}
function lineBlock(view) {
	const line = overviewLine(view);
	return line === void 0 ? [] : [encoded(line)];
}
function rawLine(body) {
	return [...body.slice(-MOST_CHARACTERS$1).matchAll(BLOCK$1)].at(-1)?.[1];
}
function readLine(body) {
	const raw = rawLine(body);
	if (raw === void 0) return void 0;
	try {
		return lineOf$1(JSON.parse(Buffer.from(raw, "base64url").toString("utf8")));
	} catch {
		return;
	}
}
const LABEL$1 = "aurora-deploy-action line:1";
const BLOCK$1 = new RegExp(`<!-- ${LABEL$1} ([A-Za-z0-9_-]+) -->`, "g");
const MOST_CHARACTERS$1 = 4e3;
const MOST_OF_A_TEXT = 200;
function encoded(line) {
	const bounded = {
		...line,
		where: bound(line.where),
		changes: bound(line.changes),
		words: bound(line.words)
	};
	return `<!-- ${LABEL$1} ${Buffer.from(JSON.stringify(bounded)).toString("base64url")} -->`;
}
function bound(value) {
	return shorten(oneLine(value), MOST_OF_A_TEXT);
}
function stateOf(view) {
	const { state } = view;
	switch (state.kind) {
		case "previewed": return {
			state: "previewed",
			words: state.onMerge.kind === "will-block" ? "previewed, a merge would be blocked" : "previewed"
		};
		case "blocked": return {
			state: "blocked",
			words: blockedText(state.reason)
		};
		case "out-of-date": return {
			state: "out-of-date",
			words: "out of date"
		};
		case "deploying": return {
			state: "deploying",
			words: "deploying"
		};
		case "failed":
		case "deploy-failed": return {
			state: "failed",
			words: endingText(view)
		};
		case "deployed":
		case "awaiting":
		case "skipped":
		case "no-changes": return {
			state: state.kind,
			words: endingText(view)
		};
		case "drift":
		case "absent":
		case "protected":
		case "destroyed":
		case "destroy-failed": return;
	}
}
function newOrNot(view) {
	return `${view.changes?.target.type === "CREATE" ? "new stack, " : ""}${changesText(view)}`;
}
const LEVELS = [
	"safe",
	"caution",
	"destructive"
];
function lineOf$1(value) {
	if (typeof value !== "object" || value === null) return void 0;
	const { where, state, sign: mark, changes, words, level, counts } = value;
	return [
		where,
		mark,
		changes,
		words
	].every((text) => typeof text === "string" && text.length <= MOST_OF_A_TEXT) && STATES.includes(state) && (level === void 0 || LEVELS.includes(level)) && (counts === void 0 || isCounts(counts)) ? value : void 0;
}
function isCounts(value) {
	if (typeof value !== "object" || value === null) return false;
	const counts = value;
	return [
		"add",
		"modify",
		"replace",
		"remove",
		"import",
		"other"
	].every((kind) => {
		const count = counts[kind];
		return typeof count === "number" && Number.isInteger(count) && count >= 0 && count < 1e6;
	});
}

// src/report/sections/history.ts
const MOST = 20;
function readHistory(body) {
	const found = [...body.slice(-MOST_CHARACTERS).matchAll(BLOCK)].at(-1)?.[1];
	if (found === void 0) return [];
	const list = decode(found);
	return Array.isArray(list) ? list.slice(0, MOST).flatMap(entryOf) : [];
}
function historyBlock(history) {
	const kept = history.slice(0, MOST).map(({ at, commit, text: words, runUrl }) => ({
		at,
		commit: commit.slice(0, 64),
		text: shorten(oneLine(redactText(words)), 160),
		runUrl: runUrl.slice(0, 200)
	}));
	return `<!-- ${LABEL} ${Buffer.from(JSON.stringify(kept)).toString("base64url")} -->`;
}
function historySection(history, run, omitted) {
	const earlier = history.slice(history[0]?.runUrl === run ? 1 : 0, MOST);
	if (earlier.length === 0) return [];
	return [{
		open: detailsOpen(`<b>Earlier</b> (${plural(earlier.length, "entry", "entries")})`),
		items: earlier.map((entry) => ({
			priority: 8,
			forms: [historyLine(entry, run)]
		})),
		separator: "\n",
		close: DETAILS_CLOSE,
		omitted
	}];
}
const LABEL = "aurora-deploy-action history:1";
const BLOCK = new RegExp(`<!-- ${LABEL} ([A-Za-z0-9_-]+) -->`, "g");
const MOST_CHARACTERS = 2e4;
function historyLine({ at, commit, text: words, runUrl }, run) {
	const runs = /^https?:\/\/.+\/actions\/runs\//.exec(run)?.[0];
	const isOurs = runs !== void 0 && runUrl.startsWith(runs) && /^\d+(?:\/attempts\/\d+)?$/.test(runUrl.slice(runs.length));
	return `- ${moment(at)} · ${code(commit.slice(0, 8))} · ${text$3(words, 160)} · ${link("run", isOurs ? runUrl : void 0)}`;
}
function decode(block) {
	try {
		return JSON.parse(Buffer.from(block, "base64url").toString("utf8"));
	} catch {
		return;
	}
}
function entryOf(value) {
	if (typeof value !== "object" || value === null) return [];
	const { at, commit, text: words, runUrl } = value;
	return typeof at === "number" && Number.isFinite(at) && typeof commit === "string" && /^[0-9a-f]{7,64}$/.test(commit) && typeof words === "string" && typeof runUrl === "string" && /^https?:\/\//.test(runUrl) ? [{
		at,
		commit,
		text: shorten(words, 160),
		runUrl: runUrl.slice(0, 200)
	}] : [];
}

// src/report/comment.ts
const COMMENT_LIMIT = 65536;
function commentMarker({ stackName, region, label }) {
	const labelled = label === void 0 ? "" : ` label=${commentValue(label)}`;
	return `<!-- aurora-deploy-action stack=${commentValue(stackName)} region=${commentValue(region)}${labelled} -->`;
}
function markedStack(body) {
	const found = MARKER.exec(body);
	if (found === null) return void 0;
	const [stackName, region, label] = found.slice(1).map(decoded);
	if (stackName === void 0 || region === void 0) return void 0;
	const stack = {
		stackName,
		region,
		label
	};
	return body.startsWith(commentMarker(stack)) ? stack : void 0;
}
const MARKER = /^<!-- aurora-deploy-action stack=(\S*) region=(\S*)(?: label=(\S*))? -->/;
function decoded(value) {
	try {
		return value === void 0 ? void 0 : decodeURIComponent(value);
	} catch {
		return;
	}
}
function renderComment(given, marker) {
	const view = shownView(given);
	const style = {
		diff: {
			lines: 60,
			width: 200
		},
		newProperties: {
			lines: 40,
			width: 160
		},
		fullReport: {
			words: "full report in the job summary",
			url: view.links.run
		}
	};
	const blocks = [...view.history.length === 0 ? [] : [historyBlock(view.history)], ...lineBlock(view)];
	const ending = blocks.length === 0 ? "" : `\n\n${blocks.join("\n")}`;
	const sections = [...documentSections(view, style), ...historySection(view.history, view.links.run, (count) => omission(count, "entry", style))];
	return `${marker}\n${withinBudget(sections, COMMENT_LIMIT - marker.length - ending.length - 1)}${ending}`;
}

// src/report/overviewText.ts
function renderOverview(rows, marker) {
	const sorted = rows.toSorted((a, b) => severity(a) - severity(b) || order(a.where, b.where) || a.id - b.id);
	const sections = [
		block(0, `### ${text$3(overviewHeadline(sorted), 250)}`),
		tableOf(sorted),
		block(1, "*Worst first. A stack's name leads to its own comment.*")
	];
	return `${marker}\n${withinBudget(sections, COMMENT_LIMIT - marker.length - 1)}`;
}
function tableOf(rows) {
	return {
		open: `${tableHead([
			"Verdict",
			"Stack",
			"Changes",
			"State"
		]).join("\n")}\n`,
		items: rows.map(rowItem),
		separator: "\n",
		close: "",
		omitted: (count) => `*… and ${plural(count, "more stack")}, each with a comment of its own.*`
	};
}
function rowItem(row) {
	const { id, url } = row;
	const here = `#issuecomment-${id}`;
	return {
		priority: 0,
		forms: [
			rowText(row, {
				name: 200,
				words: 160
			}, (name) => link(name, url)),
			rowText(row, {
				name: 120,
				words: 80
			}, (name) => `[${name}](${here})`),
			rowText(row, {
				name: 80,
				words: 40
			}, (name) => `[${name}](${here})`)
		]
	};
}
function rowText({ where, line }, limit, linked) {
	const isOpen = line !== void 0 && [
		"previewed",
		"blocked",
		"deploying"
	].includes(line.state);
	const verdict = line?.level === void 0 || !isOpen ? "" : VERDICTS[line.level];
	const state = line === void 0 ? `${UNKNOWN} not known` : `${stateSign(line)}${line.words}`;
	return tableRow([
		verdict,
		linked(cell(where, limit.name)),
		cell(line?.changes ?? "", limit.words),
		cell(state, limit.words)
	]);
}
const VERDICTS = {
	destructive: "🛑&nbsp;data&nbsp;loss",
	caution: "⚠️&nbsp;caution",
	safe: "🟢&nbsp;safe"
};
function stateSign({ state, sign }) {
	return state === "previewed" ? "" : `${sign} `;
}
const UNKNOWN = "❔";
const SIGNS = [
	"❌",
	"🛑",
	"⛔",
	"⚠️",
	UNKNOWN,
	"🕓",
	"⏳",
	"🚀",
	"🟢",
	"✅",
	"⚪"
];
function severity({ line }) {
	const place = SIGNS.indexOf(line?.sign ?? UNKNOWN);
	return place === -1 ? SIGNS.indexOf(UNKNOWN) : place;
}
function order(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
function overviewHeadline(sorted) {
	const [worst] = sorted;
	const mark = worst === void 0 ? UNKNOWN : SIGNS[severity(worst)] ?? UNKNOWN;
	const open = sorted.flatMap(({ line }) => line?.counts !== void 0 && (line.state === "previewed" || line.state === "blocked") ? [line.counts] : []);
	const counts = countsText(summed(open));
	const words = [counts, statesText(sorted, counts !== "")].filter((part) => part !== "").join(" — ");
	return `${mark} ${plural(sorted.length, "stack")}: ${words}`;
}
function summed(all) {
	const sum = (kind) => all.reduce((total, counts) => total + counts[kind], 0);
	return {
		add: sum("add"),
		modify: sum("modify"),
		replace: sum("replace"),
		remove: sum("remove"),
		import: sum("import"),
		other: sum("other")
	};
}
function statesText(rows, isBesideCounts) {
	const states = Map.groupBy(rows, ({ line }) => line?.state ?? "unknown");
	const told = [...STATE_WORDS.keys()].filter((state) => states.has(state) && !(isBesideCounts && (state === "previewed" || state === "no-changes")));
	const [only] = told;
	if (only !== void 0 && states.size === 1) return only === "no-changes" ? "no changes" : `all ${STATE_WORDS.get(only)}`;
	return told.map((state) => `${states.get(state)?.length} ${STATE_WORDS.get(state)}`).join(", ");
}
const STATE_WORDS = /* @__PURE__ */ new Map([
	["failed", "failed"],
	["blocked", "blocked"],
	["unknown", "not known"],
	["out-of-date", "out of date"],
	["deploying", "deploying"],
	["awaiting", "to be previewed"],
	["previewed", "previewed"],
	["deployed", "deployed"],
	["skipped", "skipped"],
	["no-changes", "without changes"]
]);

// src/report/overview.ts
function overviewWork(comments) {
	const rows = rowsOf(comments);
	const [present, ...others] = comments.filter(({ body }) => body.startsWith(START));
	const doubles = others.map(({ id }) => id);
	if (rows.length < 2) {
		const all = present === void 0 ? doubles : [present.id, ...doubles];
		return all.length === 0 ? void 0 : { doubles: all };
	}
	const marker = `${START}of=${sourceHash(rows)} -->`;
	if (present?.body.startsWith(marker)) return doubles.length === 0 ? void 0 : { doubles };
	const body = renderOverview(rows, marker);
	return {
		doubles,
		write: {
			...present === void 0 ? {} : { id: present.id },
			marker,
			body
		}
	};
}
function stacksIn(comments) {
	return rowsOf(comments).length;
}
const START = "<!-- aurora-deploy-action overview ";
function rowsOf(comments) {
	const rows = /* @__PURE__ */ new Map();
	for (const comment of comments) {
		const stack = markedStack(comment.body);
		if (stack === void 0) continue;
		const marker = commentMarker(stack);
		if (rows.has(marker)) continue;
		const line = readLine(comment.body);
		rows.set(marker, {
			...comment,
			marker,
			line,
			where: line?.where ?? whereOf(stack)
		});
	}
	return [...rows.values()];
}
function whereOf({ stackName, label, region }) {
	return [
		stackName,
		label,
		region
	].filter((part) => part !== void 0).join(" · ");
}
function sourceHash(rows) {
	const sources = rows.map(({ id, marker, body }) => [
		id,
		marker,
		rawLine(body) ?? ""
	]);
	return createHash("sha256").update(JSON.stringify(sources), "utf8").digest("hex").slice(0, 32);
}

// src/flows/tell/unlessInterrupted.ts
async function unlessInterrupted(write) {
	try {
		return await write();
	} catch (error) {
		if (!(error instanceof ActionError) || error.reasonCode !== "cancelled") throw error;
		return write();
	}
}

// src/flows/tell/overview.ts
async function refreshOverview(refreshing, pullRequest, written, ports) {
	const { comments, log } = ports;
	if (comments === void 0) return;
	try {
		const first = {
			comments: written.beside,
			isCurrent: written.isCurrent
		};
		if (!await unlessInterrupted(() => untilRight(refreshing, {
			pullRequest,
			first
		}, {
			...ports,
			comments
		}))) log.warning(`The overview on #${pullRequest} may be behind: others kept changing it while there was time. ${NEXT$1}`);
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		log.warning(`The overview on #${pullRequest} could not be brought up to date: ${why} ${NEXT$1}`);
	}
}
const NEXT$1 = "Each stack's own comment says what is so.";
const ROUNDS = 8;
const PAUSE_MS$1 = 50;
const LONGEST_PAUSE_MS = 1e4;
const LAST_WORDS_MS = 2e3;
async function untilRight(refreshing, { pullRequest, first }, { comments, clock }) {
	const { cancel, over, since } = refreshing;
	const isLate = () => cancel.aborted && clock.now() - since > LAST_WORDS_MS;
	const isOver = () => over?.aborted === true;
	const read = async () => ({
		comments: await comments.list(pullRequest),
		isCurrent: true
	});
	let reading = first;
	for (let round = 0; !isRight(reading); round++) {
		if (round === ROUNDS || isLate()) return false;
		await clock.sleep(pauseMs(refreshing, reading, round), hurried(cancel, over));
		if (isOver()) return true;
		const present = await read();
		const work = overviewWork(present.comments);
		if (work === void 0 || isOver()) return true;
		await carryOut$1(work, pullRequest, comments);
		if (isLate()) return false;
		reading = await read();
	}
	return true;
}
function isRight({ comments, isCurrent }) {
	return isCurrent && overviewWork(comments) === void 0;
}
async function carryOut$1({ doubles, write }, pullRequest, comments) {
	for (const id of doubles) await comments.remove(id);
	if (write !== void 0) await comments.write({
		pullRequest,
		id: write.id
	}, write.marker, write.body);
}
function hurried(cancel, over) {
	return over === void 0 ? cancel : AbortSignal.any([cancel, over]);
}
function pauseMs({ inputs, cancel, since }, { comments }, round) {
	const stacks = stacksIn(comments);
	if (stacks < 2 || cancel.aborted) return 0;
	const longest = Math.min(PAUSE_MS$1 * stacks * 2 ** round, LONGEST_PAUSE_MS);
	const share = createHash("sha256").update(`${commentMarker(inputs)} ${since} ${round}`).digest().readUInt32BE() / 2 ** 32;
	return Math.round(longest * (round === 0 ? share : (1 + share) / 2));
}

// src/flows/tell/publish.ts
async function publishComment(teller, message, ports) {
	const since = ports.clock.now();
	const written = await tryWriting(teller, message, ports);
	if (written === void 0) return void 0;
	await refreshOverview({
		...teller,
		since
	}, message.pullRequest, written.comment, ports);
	return written.comment;
}
async function tryWriting({ inputs }, message, { comments, log }) {
	if (comments === void 0) return void 0;
	try {
		return await unlessInterrupted(() => writeComment(inputs, message, comments));
	} catch (error) {
		log.warning(`The comment on #${message.pullRequest} could not be written: ${messageOf$1(error)} The job summary has it all.`);
		return;
	}
}
async function writeComment(inputs, { pullRequest, view, entry, only }, comments) {
	if (inputs.comment === "never") return void 0;
	const marker = commentMarker(inputs);
	let isNews = false;
	const render = (present) => {
		if (only !== void 0 && only !== (present === void 0 ? "where there is none" : "where there is one")) return void 0;
		if (present === void 0 && inputs.comment === "changes" && view.state.kind === "no-changes") return void 0;
		if (view.state.kind === "no-changes" && readLine(present ?? "")?.state === "deployed") return void 0;
		const earlier = present === void 0 ? [] : readHistory(present);
		const history = entry === void 0 ? earlier : [entry, ...earlier];
		const body = renderComment({
			...view,
			history
		}, marker);
		isNews = present === void 0 || rawLine(present) !== rawLine(body);
		return body;
	};
	const comment = await comments.upsert(pullRequest, marker, render);
	return comment && {
		comment,
		isNews
	};
}
const BETWEEN_EDITS_MS = 15e3;
function progressComments(teller, ports) {
	let last = Number.NEGATIVE_INFINITY;
	let pending = Promise.resolve();
	const over = new AbortController();
	const tellOne = async (pullRequest, view) => {
		const since = ports.clock.now();
		const written = await tryWriting(teller, {
			pullRequest,
			view
		}, ports);
		return written?.isNews ? () => refreshOverview({
			...teller,
			since,
			over: over.signal
		}, pullRequest, written.comment, ports) : void 0;
	};
	return {
		async tell(pullRequests, view) {
			if (ports.clock.now() - last < BETWEEN_EDITS_MS) return;
			last = ports.clock.now();
			const told = Promise.all(pullRequests.map((pullRequest) => tellOne(pullRequest, view)));
			const earlier = pending;
			pending = told.then((refreshes) => Promise.all([earlier, ...refreshes.map((refresh) => refresh?.())]));
			await told;
		},
		async settled() {
			over.abort();
			await pending;
		}
	};
}
function messageOf$1(error) {
	if (error instanceof ActionError) return [error.message, error.hint ?? ""].join(" ").trim();
	return error instanceof Error ? error.message : String(error);
}

// src/flows/change/standIn.ts
async function proposeStandIn(job, shell, wanted, ports) {
	const stackName = `${job.inputs.stackName.slice(0, 100)}-preview-${job.run.id}`;
	ports.log.info(`Stack ${shell.name} is ${shell.status}: its creation is worked out as ${stackName}.`);
	const [proposed, left] = await Promise.all([propose(job, {
		...wanted,
		stack: void 0,
		origin: {
			...wanted.origin,
			stackName
		}
	}, ports), leftIfAsked(shell, ports)]);
	const made = proposed.kind === "proposed" ? proposed.proposal.changeSetArn : proposed.failure.arn;
	const standIn = proposed.kind === "proposed" ? proposed.proposal.stackArn : proposed.failure.stackArn;
	await discardChangeSet(made, standIn, ports);
	await removeStandIn(standIn, `preview-${job.run.id}-${job.run.attempt}`, ports);
	const about = { stackArn: shell.arn };
	if (proposed.kind === "failed") return {
		kind: "failed",
		failure: {
			...proposed.failure,
			...about
		},
		isDiscarded: true
	};
	const proposal = {
		...proposed.proposal,
		...about,
		isDiscarded: true
	};
	if (left.length === 0) return {
		kind: "proposed",
		proposal
	};
	return {
		kind: "proposed",
		proposal: {
			...proposal,
			obstacle: notEmpty(job, shell, left)
		}
	};
}
async function leftInShell(shell, { stacks }) {
	return (await stacks.resources(shell.arn)).filter(({ status }) => status !== "DELETE_COMPLETE");
}
function notEmpty({ inputs }, { name, status }, left) {
	return {
		message: `Stack ${name} is in ${status} and still has ${left.map(({ logicalId, physicalId }) => [logicalId, physicalId].filter(Boolean).join(" = ")).join(", ")}: it is not deleted.`,
		hint: emptyByHand(name, inputs.region)
	};
}
function obstructed$1({ message, hint }) {
	return new ActionError(message, {
		reasonCode: "stack-unrecoverable",
		hint
	});
}
async function leftIfAsked(shell, { stacks, log }) {
	try {
		return await leftInShell(shell, { stacks });
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		log.debug(error.message);
		return [];
	}
}
async function removeStandIn(arn, token, { stacks, log }) {
	try {
		await stacks.delete(arn, token);
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		log.warning(`The empty stack ${arn.split("/")[1] ?? arn} stays: ${error.message} ${error.hint ?? ""}`.trimEnd());
	}
}

// src/flows/deploy/candidateChanges.ts
function freshOrigin(commit) {
	return `deploy-${commit.slice(0, 8)}-`;
}
async function candidateChanges(deploy, stack) {
	const { job, review, ports } = deploy;
	const acknowledged = acknowledgements(job.inputs, []);
	if (stack !== void 0 && disposition(stack.status).kind === "recreate") return proposeStandIn(job, stack, {
		origin: originOf$1(deploy),
		acknowledged
	}, ports);
	for (const pull of review.own.length === 0 ? [] : review.history.line.flatMap(recordedPulls).slice(0, 1)) {
		const recorded = await proposeRecorded(job, pull.record, {
			stack,
			acknowledged
		}, ports);
		if (recorded !== void 0) {
			ports.log.info(`The change set that was reviewed in #${pull.number} is still good.`);
			return {
				kind: "proposed",
				proposal: recorded
			};
		}
	}
	return fresh(deploy, stack);
}
function fresh(deploy, stack) {
	const { job, ports } = deploy;
	const acknowledged = acknowledgements(job.inputs, []);
	return propose(job, {
		stack,
		origin: originOf$1(deploy),
		acknowledged
	}, ports);
}
async function discard({ job, commit, ports }, proposal) {
	if (proposal.isDiscarded) return proposal;
	if (!`${proposal.changeSetArn.split("/")[1] ?? ""}-`.startsWith(`${changeSetName("deploy", commit.commit, job.run)}-`)) return proposal;
	return await discardChangeSet(proposal.changeSetArn, proposal.stackArn, ports) ? {
		...proposal,
		isDiscarded: true
	} : proposal;
}
function originOf$1({ job, commit }) {
	return {
		name: changeSetName("deploy", commit.commit, job.run),
		description: `deploy of ${job.run.repository} at ${commit.commit}, ${job.run.url}`,
		stackName: job.inputs.stackName
	};
}

// src/report/sections/plan.ts
function planLines(changes, verdict) {
	const ranked = rank(changes, verdict);
	const certainties = new Map(ranked.map(({ key, replacement }) => [key, replacement]));
	const isNew = changes.target.type === "CREATE";
	const width = Math.min(40, Math.max(0, ...ranked.map(({ key }) => key.length)));
	return [
		...ranked.flatMap((it) => [
			resourceLine(it, width),
			...it.change.action === "Modify" ? causesOf(it.change, certainties).slice(0, 5).map(causeLine) : [],
			...[...new Set(it.risks.map(riskText))].map((risk) => `      ! ${risk}`)
		]),
		...otherRisks(verdict, ranked).map((risk) => `  ! ${whose(risk)} ${riskText(risk)}`),
		...changes.parameters.map((parameter) => `  parameter ${oneLine(parameter.name)}: ${parameterText(parameter, isNew)}`),
		...changes.tags.map(({ key, before, after }) => `  tag ${oneLine(key)}: ${side$1(before)} → ${side$1(after)}`),
		...changes.settings.map(({ name, before, after }) => `  setting ${oneLine(name)}: ${side$1(before)} → ${side$1(after)}`),
		...watchedLines(changes),
		...outputLines(changes.outputs),
		...isNew ? [] : templateLines(changes.template)
	];
}
function parameterText({ noEcho, exposed, before, after }, isNew) {
	if (exposed) return "no longer NoEcho";
	if (noEcho) return "set (NoEcho)";
	return isNew ? side$1(after) : `${side$1(before)} → ${side$1(after)}`;
}
function templateLines(template) {
	return [...Map.groupBy(template, ({ name }) => name.split(" ")[0] ?? "")].map(([kind, changes]) => {
		const names = changes.map(({ name }) => oneLine(name.slice(kind.length + 1)));
		return `  ${kind} differs: ${shorten(names.join(", "), 200)}`;
	});
}
function riskText({ message, acknowledgedBy }) {
	return `${oneLine(message)}${acknowledgedBy === void 0 ? "" : ` (acknowledged by ${oneLine(acknowledgedBy)})`}`;
}
function whose({ type, resource }) {
	return `${type === "Parameter" ? "parameter " : ""}${oneLine(resource)}`;
}
function resourceLine(ranked, width) {
	const { change, key } = ranked;
	const { now, next } = physicalName(change);
	const names = [now, next].filter((name) => name !== void 0).map((name) => oneLine(name));
	const name = names.length === 0 ? "" : `  ${names.join(" → ")}`;
	const replacement = replacementText(ranked);
	const note = ranked.replacement === "none" ? "" : `  (replacement: ${replacement})`;
	return `  ${actionLabel(ranked)}  ${oneLine(key).padEnd(width)}  ${oneLine(change.type)}${name}${note}`;
}
function causeLine({ property, before, after, hidden, because }) {
	const values = hidden ? ` ${HIDDEN_CHANGE}` : sides(before, after);
	const reason = because === void 0 ? "" : ` ${becauseText(because, (name) => name)}`;
	return `      ${oneLine(property)}:${values}${oneLine(reason) === "" ? "" : ` ${oneLine(reason)}`}${values + reason === "" ? " changes" : ""}`;
}
function sides(before, after) {
	if (before === void 0) return after === void 0 ? "" : ` → ${side$1(after)}`;
	return after === void 0 ? ` ${side$1(before)} → …` : ` ${side$1(before)} → ${side$1(after)}`;
}
function side$1(value) {
	if (value === void 0) return "(none)";
	return value === "" ? "(empty)" : shorten(oneLine(redactText(value)), 80);
}
function outputLines(outputs) {
	return [
		"added",
		"changed",
		"removed"
	].flatMap((word) => {
		const keys = outputs.filter((output) => outputWord(output) === word).map(({ key }) => oneLine(key));
		return keys.length === 0 ? [] : [`  outputs ${word}: ${keys.join(", ")}`];
	});
}
function outputWord({ before, after }) {
	if (before === void 0) return "added";
	return after === void 0 ? "removed" : "changed";
}

// src/flows/preflight/askedTogether.ts
function askedTogether(subnets) {
	let waiting;
	let answer;
	return { find: async (ids, signal) => {
		if (waiting === void 0 || answer === void 0) {
			const all = /* @__PURE__ */ new Set();
			waiting = all;
			answer = Promise.resolve().then(() => {
				waiting = void 0;
				return subnets.find([...all], signal);
			});
		}
		for (const id of ids) waiting.add(id);
		return (await answer).filter(({ id }) => ids.includes(id));
	} };
}

// src/flows/preflight/facts/addressNeeds.data.ts
const one = (at) => [{
	at,
	free: 1
}];
const ADDRESS_NEEDS = {
	"AWS::DocDB::DBSubnetGroup": one(/^SubnetIds\.\*$/),
	"AWS::EC2::Instance": one(/^(NetworkInterfaces\.\*\.)?SubnetId$/),
	"AWS::EC2::NatGateway": one(/^SubnetId$/),
	"AWS::EC2::NetworkInterface": one(/^SubnetId$/),
	"AWS::EC2::VPCEndpoint": one(/^SubnetIds\.\*$/),
	"AWS::ECS::Service": one(/^NetworkConfiguration\.AwsvpcConfiguration\.Subnets\.\*$/),
	"AWS::EFS::MountTarget": one(/^SubnetId$/),
	"AWS::EKS::Cluster": [{
		at: /^ResourcesVpcConfig\.SubnetIds\.\*$/,
		free: 6
	}],
	"AWS::ElastiCache::SubnetGroup": one(/^SubnetIds\.\*$/),
	"AWS::ElasticLoadBalancing::LoadBalancer": [{
		at: /^Subnets\.\*$/,
		free: 8
	}],
	"AWS::ElasticLoadBalancingV2::LoadBalancer": [{
		at: /^(Subnets\.\*|SubnetMappings\.\*\.SubnetId)$/,
		free: 8
	}],
	"AWS::Lambda::Function": one(/^VpcConfig\.SubnetIds\.\*$/),
	"AWS::MSK::Cluster": one(/^BrokerNodeGroupInfo\.ClientSubnets\.\*$/),
	"AWS::Neptune::DBSubnetGroup": one(/^SubnetIds\.\*$/),
	"AWS::OpenSearchService::Domain": one(/^VPCOptions\.SubnetIds\.\*$/),
	"AWS::RDS::DBSubnetGroup": one(/^SubnetIds\.\*$/)
};

// src/flows/preflight/makers.ts
function hasMaker(resources) {
	return resources.some(({ type, key }) => /^(Custom::|AWS::CloudFormation::CustomResource$)|::MODULE$/.test(type) || type === "AWS::CloudFormation::Stack" && !resources.some((one) => one.key.startsWith(`${key}/`)));
}
function namesMade(resources, type, property) {
	const own = resources.filter((resource) => resource.type === type);
	return new Set(own.flatMap((resource) => resource.text(property) ?? []));
}
function hasUnknownName(resources, type, property) {
	return resources.some((resource) => resource.type === type && resource.has(property) && resource.text(property) === void 0);
}
function asWarning(check) {
	return check.finding.level === "error" ? {
		...check,
		finding: {
			...check.finding,
			level: "warning"
		}
	} : check;
}

// src/flows/preflight/checks/addresses.ts
async function checkAddresses({ resources }, { subnets }, { ask, matters }) {
	const needs = resources.filter(({ key }) => matters(key, "made")).flatMap(needsOf);
	if (needs.length === 0) return [];
	const question = {
		what: "how many addresses are free in the subnets",
		permission: "ec2:DescribeSubnets",
		resources: [...new Set(needs.map(({ resource }) => resource.key))],
		when: "made"
	};
	const bySubnet = Map.groupBy(needs, ({ subnet }) => subnet);
	return (await ask(question, (signal) => subnets.find([...bySubnet.keys()], signal)) ?? []).flatMap(({ id, free }) => {
		const own = bySubnet.get(id) ?? [];
		const wanted = own.reduce((sum, need) => sum + need.free, 0);
		const [first] = own;
		if (first === void 0 || free === void 0 || free >= wanted) return [];
		const names = [...new Set(own.map(({ resource }) => resource.key))];
		const message = `Subnet ${id} has ${free} free ${free === 1 ? "address" : "addresses"}; ${names.join(", ")} ${names.length === 1 ? "needs" : "need"} ${wanted}.`;
		const finding = findingAt(first.resource, first.path, message);
		return [asWarning({
			resources: names,
			when: "made",
			finding
		})];
	});
}
function needsOf(resource) {
	const needs = ADDRESS_NEEDS[resource.type];
	if (needs === void 0) return [];
	return resource.leaves().flatMap(({ at, path, text }) => {
		const need = needs.find((one) => one.at.test(at));
		if (need === void 0 || !text?.startsWith("subnet-")) return [];
		return [{
			resource,
			path,
			subnet: text,
			free: isSmall(resource) ? 1 : need.free
		}];
	});
}
function isSmall(resource) {
	return resource.type === "AWS::ElasticLoadBalancingV2::LoadBalancer" && ["network", "gateway"].includes(resource.text("Type") ?? "");
}

// src/flows/preflight/checks/alarms.ts
async function checkAlarms({ rollbackAlarms: arns, changes }, { alarms }, { ask }) {
	if (arns.length === 0 || changes !== void 0 && isNothing(changes)) return [];
	const found = await ask({
		what: "whether a rollback alarm speaks against the deploy already",
		permission: "cloudwatch:DescribeAlarms",
		resources: [],
		when: "changed"
	}, (signal) => alarms.find(arns, signal));
	if (found === void 0) return [];
	const states = new Map(found.map((alarm) => [alarm.arn, alarm]));
	return arns.flatMap((arn) => {
		const alarm = states.get(arn);
		if (alarm === void 0) return [warning(missing$1(arn))];
		return alarm.state === "ALARM" ? [warning(firing(alarm))] : [];
	});
}
function isNothing({ resources, outputs, parameters }) {
	return resources.length + outputs.length + parameters.length === 0;
}
function missing$1(arn) {
	return `Rollback alarm ${alarmName(arn)} is not there (${arn}): CloudFormation rolls a deploy back whose alarm is missing. If it is a composite alarm, the role may just not see it: cloudwatch:DescribeAlarms must be allowed on *.`;
}
function firing({ arn, since, reason }) {
	const at = since === void 0 ? "" : ` since ${new Date(since).toISOString().slice(0, 16)}Z`;
	const why = reason === void 0 || reason === "" ? "" : `: ${reason}`;
	return `Rollback alarm ${alarmName(arn)} is in ALARM${at}, and while it is, CloudFormation rolls a deploy back${why}`;
}
function warning(message) {
	return {
		resources: [],
		when: "changed",
		finding: {
			level: "warning",
			message
		}
	};
}

// src/flows/preflight/facts/certificateProperties.data.ts
const CERTIFICATE_PROPERTIES = {
	"AWS::ApiGateway::DomainName": [{
		at: "CertificateArn",
		region: "us-east-1"
	}, {
		at: "RegionalCertificateArn",
		region: "own"
	}],
	"AWS::ApiGatewayV2::DomainName": [{
		at: "DomainNameConfigurations.*.CertificateArn",
		region: "own"
	}],
	"AWS::AppSync::DomainName": [{
		at: "CertificateArn",
		region: "us-east-1"
	}],
	"AWS::CloudFront::Distribution": [{
		at: "DistributionConfig.ViewerCertificate.AcmCertificateArn",
		region: "us-east-1"
	}],
	"AWS::Cognito::UserPoolDomain": [{
		at: "CustomDomainConfig.CertificateArn",
		region: "us-east-1"
	}],
	"AWS::ElasticLoadBalancing::LoadBalancer": [{
		at: "Listeners.*.SSLCertificateId",
		region: "own"
	}],
	"AWS::ElasticLoadBalancingV2::Listener": [{
		at: "Certificates.*.CertificateArn",
		region: "own"
	}],
	"AWS::ElasticLoadBalancingV2::ListenerCertificate": [{
		at: "Certificates.*.CertificateArn",
		region: "own"
	}],
	"AWS::OpenSearchService::Domain": [{
		at: "DomainEndpointOptions.CustomEndpointCertificateArn",
		region: "own"
	}]
};

// src/flows/preflight/checks/certificates.ts
async function checkCertificates({ resources, region }, { questions }, { ask, matters }) {
	const uses = resources.flatMap((resource) => usesOf$4(resource, region)).filter(({ resource, leaf }) => matters(resource.key, "changed", propertyOf(leaf)));
	const far = uses.filter((use) => arnParts(use.arn).region !== use.region);
	const near = uses.filter((use) => !far.includes(use));
	const elsewhere = far.map((use) => {
		return checkAt$1(use, `${use.arn} is a certificate of ${arnParts(use.arn).region}: ${use.resource.type} takes one of ${use.region} only.`);
	});
	if (near.length === 0) return elsewhere;
	const question = {
		what: "whether the certificates are there and issued",
		permission: "acm:DescribeCertificate",
		...changesAt(near)
	};
	const arns = [...new Set(near.map(({ arn }) => arn))];
	const found = await ask(question, (signal) => questions.certificates.find(arns, signal));
	if (found === void 0) return elsewhere;
	return [...elsewhere, ...near.flatMap((use) => judged$3(use, found))];
}
function usesOf$4(resource, own) {
	const properties = CERTIFICATE_PROPERTIES[resource.type] ?? [];
	return resource.leaves().flatMap((leaf) => {
		const property = properties.find(({ at }) => at === leaf.at);
		const arn = leaf.text ?? "";
		if (property === void 0 || !/^arn:[\w-]+:acm:[\w-]+:\d{12}:certificate\/./.test(arn)) return [];
		return [{
			resource,
			leaf,
			arn,
			region: property.region === "own" ? own : property.region
		}];
	});
}
function judged$3(use, found) {
	const state = found.find(({ arn }) => arn === use.arn)?.status;
	if (state === "ISSUED") return [];
	if (state === void 0) return [checkAt$1(use, `${use.arn}: there is no such certificate in this account and region.`)];
	const message = `${use.arn}: the certificate is ${state}.`;
	switch (state) {
		case "PENDING_VALIDATION": return [{
			...checkAt$1(use, `${message} Services take an issued one only: validate its domain before the deploy.`),
			mayBeMade: true
		}];
		case "FAILED":
		case "VALIDATION_TIMED_OUT": return [checkAt$1(use, `${message} It was never issued: request another one.`)];
		default: {
			const check = checkAt$1(use, `${message} Clients will not trust it.`);
			return [{
				...check,
				finding: {
					...check.finding,
					level: "warning"
				}
			}];
		}
	}
}
function checkAt$1(use, message) {
	return {
		...changesAt([use]),
		finding: findingAt(use.resource, use.leaf.path, message)
	};
}

// src/flows/preflight/examined.ts
const ANYWHERE = {
	account: "000000000000",
	partition: "aws"
};

// src/flows/preflight/facts/codeProperties.data.ts
const CODE_PROPERTIES = {
	"AWS::Lambda::Function": {
		property: "Code",
		bucket: "S3Bucket",
		key: "S3Key",
		version: "S3ObjectVersion"
	},
	"AWS::Lambda::LayerVersion": {
		property: "Content",
		bucket: "S3Bucket",
		key: "S3Key",
		version: "S3ObjectVersion"
	},
	"AWS::Serverless::Function": {
		property: "CodeUri",
		bucket: "Bucket",
		key: "Key",
		version: "Version",
		becomes: "Code"
	}
};

// src/flows/preflight/checks/code.ts
async function checkCode({ resources, region, stored }, { questions }, { ask, matters }) {
	const buckets = namesMade(resources, BUCKET, "BucketName");
	const uses = resources.flatMap(usesOf$3).filter(({ resource, properties, object: { bucket, key } }) => matters(resource.key, "changed", properties) && !buckets.has(bucket) && !stored.some((place) => place.bucket === bucket && place.key === key));
	const byBucket = [...Map.groupBy(uses, ({ object }) => object.bucket)];
	const found = await Promise.all(byBucket.map(([bucket, some]) => askedOf(bucket, some, questions.objects, ask)));
	const isSure = !hasMaker(resources) && !hasUnknownName(resources, BUCKET, "BucketName");
	const checks = found.flat().flatMap(([use, state]) => judged$2(use, state, region));
	return isSure ? checks : checks.map(asWarning);
}
function namesAccountsBucket(resource) {
	return usesOf$3(resource).some(({ object: { bucket } }) => bucket.includes(ANYWHERE.account));
}
const BUCKET = "AWS::S3::Bucket";
function usesOf$3(resource) {
	const where = CODE_PROPERTIES[resource.type];
	if (where === void 0) return [];
	const leaves = resource.leaves();
	const at = (name) => leaves.find((leaf) => leaf.at === `${where.property}.${name}`);
	const whole = /^s3:\/\/([^/]+)\/(.+)$/.exec(resource.text(where.property) ?? "");
	const [bucket, key] = [whole?.[1] ?? at(where.bucket)?.text, whole?.[2] ?? at(where.key)?.text];
	const version = at(where.version);
	if (bucket === void 0 || key === void 0 || version !== void 0 && version.text === void 0) return [];
	const object = {
		bucket,
		key,
		...version?.text === void 0 ? {} : { version: version.text }
	};
	const { property, becomes = property } = where;
	return [{
		resource,
		property,
		properties: [property, becomes],
		object
	}];
}
async function askedOf(bucket, uses, objects, ask) {
	const isVersioned = uses.some(({ object }) => object.version !== void 0);
	return (await ask({
		what: `whether the code is in bucket ${bucket}`,
		permission: isVersioned ? "s3:ListBucketVersions or s3:ListBucket" : "s3:ListBucket",
		resources: uses.map(({ resource }) => resource.key),
		when: "changed",
		properties: [...new Set(uses.flatMap(({ properties }) => properties))]
	}, (signal) => objects.find(uses.map(({ object }) => object), signal)) ?? []).flatMap((state, index) => {
		const use = uses[index];
		return use === void 0 ? [] : [[use, state]];
	});
}
const MOST_BYTES = 262144e3;
function judged$2({ resource, property, properties, object }, state, region) {
	const check = (message, more = {}) => ({
		resources: [resource.key],
		when: "changed",
		properties,
		...more,
		finding: findingAt(resource, property, message)
	});
	const { bucket, key, version } = object;
	const put = "Put the code there before the deploy.";
	switch (state.kind) {
		case "no-bucket": return [check(`There is no bucket ${bucket}, where its code is to be. ${put}`, { mayBeMade: true })];
		case "no-object": return [check(`There is no ${key} in bucket ${bucket}. ${put}`, { mayBeMade: true })];
		case "no-version": return [check(`Of ${key} in bucket ${bucket} there is no version ${version}. ${put}`, { mayBeMade: true })];
		case "elsewhere": return [check(`Bucket ${bucket} is in ${state.region ?? "another region"}: Lambda takes code from buckets of its own region, ${region}, only.`)];
		case "there": return (state.bytes ?? 0) > MOST_BYTES ? [asWarning(check(`${key} in bucket ${bucket} has ${megabytes(state.bytes ?? 0)}: Lambda takes 250 MB, unzipped.`))] : [];
	}
}
function megabytes(bytes) {
	return `${Math.ceil(bytes / 1024 / 1024)} MB`;
}

// src/flows/preflight/checks/databaseQuotas.ts
const QUOTAS = {
	"AWS::DocDB::DBCluster": "DBClusters",
	"AWS::DocDB::DBInstance": "DBInstances",
	"AWS::Neptune::DBCluster": "DBClusters",
	"AWS::Neptune::DBInstance": "DBInstances",
	"AWS::RDS::DBCluster": "DBClusters",
	"AWS::RDS::DBInstance": "DBInstances"
};
async function checkDatabaseQuotas({ resources, region }, { questions }, { ask, matters }) {
	const added = resources.filter(({ key, type }) => QUOTAS[type] !== void 0 && matters(key, "added"));
	if (added.length === 0) return [];
	return (await ask({
		what: "whether RDS's quotas leave room",
		permission: "rds:DescribeAccountAttributes",
		resources: added.map(({ key }) => key),
		when: "added"
	}, (signal) => questions.databases.quotas(signal)) ?? []).flatMap(({ name, used, max }) => {
		const own = added.filter(({ type }) => QUOTAS[type] === name);
		const [first] = own;
		return first === void 0 || used + own.length <= max ? [] : [short(first, own, `${used} of ${max} in ${region}`, name)];
	});
}
function short(first, own, has, quota) {
	const message = `The account has ${has} (RDS quota ${quota}), and ${own.length === 1 ? "one more is" : `${own.length} more are`} to be made. Have the quota raised before the deploy.`;
	const finding = findingAt(first, "Engine", message);
	return asWarning({
		resources: own.map(({ key }) => key),
		when: "added",
		finding
	});
}

// src/flows/preflight/checks/engines.ts
const ENGINES$1 = {
	"AWS::DocDB::DBCluster": "docdb",
	"AWS::Neptune::DBCluster": "neptune",
	"AWS::RDS::DBCluster": void 0,
	"AWS::RDS::DBInstance": void 0
};
const COPIES = [
	"SnapshotIdentifier",
	"DBSnapshotIdentifier",
	"DBClusterSnapshotIdentifier",
	"SourceDBClusterIdentifier",
	"SourceDBInstanceIdentifier",
	"SourceDBInstanceAutomatedBackupsArn",
	"SourceDbiResourceId",
	"SourceDbClusterResourceId",
	"ReplicationSourceIdentifier",
	"GlobalClusterIdentifier"
];
function engineOf(resource) {
	if (!Object.hasOwn(ENGINES$1, resource.type) || COPIES.some((property) => resource.has(property))) return [];
	const engine = ENGINES$1[resource.type] ?? resource.text("Engine");
	const version = resource.text("EngineVersion");
	return engine === void 0 || version === void 0 ? [] : [{
		resource,
		engine,
		version
	}];
}
function useOf(resource, engines) {
	return engines.find((use) => use.resource === resource) ?? clusterOf(resource, engines);
}
function clusterOf(instance, engines) {
	const [cluster] = instance.references("DBClusterIdentifier");
	return cluster === void 0 ? void 0 : engines.find(({ resource }) => resource.key === siblingKey(instance, cluster));
}
function siblingKey({ key }, logicalId) {
	return [...key.split("/").slice(0, -1), logicalId].join("/");
}
function isVersion(meant, offered) {
	return offered === meant || offered.startsWith(`${meant}.`);
}

// src/flows/preflight/checks/databases.ts
async function checkDatabases({ resources, region }, { questions }, { ask, matters }) {
	const isMade = resources.filter(({ key }) => matters(key, "made"));
	const isAdded = resources.filter(({ key }) => matters(key, "added"));
	const engines = isMade.flatMap(engineOf);
	const byEngine = [...Map.groupBy(engines, ({ engine }) => engine)];
	const byClass = [...Map.groupBy(classUses(isMade, engines), ({ engine, version, instanceClass }) => [
		engine,
		version,
		instanceClass
	].join(" ")).values()];
	if (isMade.length === 0) return [];
	const { databases } = questions;
	const [versions, classes, clusters, instances] = await Promise.all([
		Promise.all(byEngine.map(([engine, uses]) => checkVersions({
			engine,
			uses,
			region
		}, databases, ask))),
		Promise.all(byClass.map((uses) => checkClass(uses, region, databases, ask))),
		checkNames(isAdded, CLUSTER, (names, signal) => databases.takenClusters(names, signal), ask),
		checkNames(isAdded, INSTANCE, (names, signal) => databases.takenInstances(names, signal), ask)
	]);
	const wrong = versions.flat();
	const known = new Set(wrong.flatMap((check) => check.resources));
	const distinct = classes.flat().filter((check) => !check.resources.some((key) => known.has(key)));
	return [
		...wrong,
		...distinct,
		...clusters,
		...instances
	];
}
const CLUSTER = {
	type: "AWS::RDS::DBCluster",
	name: "DBClusterIdentifier",
	permission: "rds:DescribeDBClusters"
};
const INSTANCE = {
	type: "AWS::RDS::DBInstance",
	name: "DBInstanceIdentifier",
	permission: "rds:DescribeDBInstances"
};
async function checkVersions({ engine, uses, region }, databases, ask) {
	const subjects = uses.map(({ resource }) => resource.key);
	const offered = await ask({
		what: `whether ${engine} ${[...new Set(uses.map(({ version }) => version))].join(", ")} can be created`,
		permission: "rds:DescribeDBEngineVersions",
		...made(...subjects)
	}, (signal) => databases.versions(engine, signal));
	if (offered === void 0 || offered.length === 0) return [];
	const names = offered.map((one) => one.version);
	return uses.flatMap(({ resource, version }) => {
		if (names.some((one) => isVersion(version, one))) return [];
		const message = `EngineVersion ${version} cannot be created in ${region}: ${offerText(engine, version, names)}${parameterHint(resource)}`;
		return [{
			...made(resource.key),
			finding: findingAt(resource, "EngineVersion", message)
		}];
	});
}
const MOST_SHOWN = 12;
function offerText(engine, version, offered) {
	const major = version.split(".")[0];
	const same = offered.filter((one) => one.split(".")[0] === major);
	const shown = same.length > 0 ? same : offered;
	const left = shown.length > MOST_SHOWN ? "… " : "";
	return `of ${same.length > 0 ? `${engine} ${major}` : engine}, RDS offers ${left}${shown.slice(-12).join(", ")}.`;
}
function parameterHint(resource) {
	const [parameter] = resource.references("EngineVersion");
	return parameter === void 0 ? "" : ` Set parameter ${parameter} to one that is offered.`;
}
function classUses(resources, engines) {
	return resources.flatMap((resource) => {
		const property = resource.type === CLUSTER.type ? "DBClusterInstanceClass" : "DBInstanceClass";
		const instanceClass = resource.text(property);
		const own = useOf(resource, engines);
		if (instanceClass === void 0 || own === void 0 || resource.type !== CLUSTER.type && resource.type !== INSTANCE.type) return [];
		const keys = [.../* @__PURE__ */ new Set([resource.key, own.resource.key])];
		return [{
			...own,
			resource,
			property,
			instanceClass,
			keys
		}];
	});
}
async function checkClass(uses, region, databases, ask) {
	const [first] = uses;
	if (first === void 0) return [];
	const { engine, version, instanceClass } = first;
	if (await ask({
		what: `whether ${engine} ${version} runs on ${instanceClass}`,
		permission: "rds:DescribeOrderableDBInstanceOptions",
		...made(...uses.map(({ resource }) => resource.key))
	}, (signal) => databases.isOffered({
		engine,
		version,
		instanceClass
	}, signal)) !== false) return [];
	return uses.map(({ resource, property, keys }) => {
		const message = `${property} ${instanceClass} is not offered for ${engine} ${version} in ${region}.`;
		return {
			...made(...keys),
			finding: findingAt(resource, property, message)
		};
	});
}
async function checkNames(resources, { type, name, permission }, taken, ask) {
	const named = resources.flatMap((resource) => {
		const identifier = resource.type === type ? resource.text(name)?.toLowerCase() : void 0;
		return identifier === void 0 ? [] : [{
			resource,
			identifier
		}];
	});
	if (named.length === 0) return [];
	const subject = {
		resources: named.map(({ resource }) => resource.key),
		when: "added"
	};
	const found = await ask({
		what: `whether the names of ${type} are free`,
		permission,
		...subject
	}, (signal) => taken([...new Set(named.map(({ identifier }) => identifier))], signal));
	return named.filter(({ identifier }) => found?.includes(identifier)).map(({ resource, identifier }) => ({
		resources: [resource.key],
		when: "added",
		finding: findingAt(resource, name, `${name} ${identifier} is taken: another database has that name already.`)
	}));
}
function made(...resources) {
	return {
		resources,
		when: "made"
	};
}

// src/flows/preflight/facts/resourceRights.data.ts
const RESOURCE_RIGHTS = {
	"AWS::CloudWatch::Alarm": {
		arn: "cloudwatch:alarm:NAME",
		name: "AlarmName",
		make: "cloudwatch:PutMetricAlarm",
		change: "cloudwatch:PutMetricAlarm",
		remove: "cloudwatch:DeleteAlarms"
	},
	"AWS::DynamoDB::Table": {
		arn: "dynamodb:table/NAME",
		name: "TableName",
		make: "dynamodb:CreateTable",
		remove: "dynamodb:DeleteTable"
	},
	"AWS::Events::Rule": {
		arn: "events:rule/NAME",
		name: "Name",
		make: "events:PutRule",
		change: "events:PutRule",
		remove: "events:DeleteRule"
	},
	"AWS::IAM::Role": {
		arn: "iam:role/NAME",
		scope: "account",
		name: "RoleName",
		make: "iam:CreateRole",
		remove: "iam:DeleteRole"
	},
	"AWS::Lambda::Function": {
		arn: "lambda:function:NAME",
		name: "FunctionName",
		make: "lambda:CreateFunction",
		remove: "lambda:DeleteFunction"
	},
	"AWS::Logs::LogGroup": {
		arn: "logs:log-group:NAME",
		name: "LogGroupName",
		make: "logs:CreateLogGroup",
		remove: "logs:DeleteLogGroup"
	},
	"AWS::RDS::DBCluster": {
		arn: "rds:cluster:NAME",
		name: "DBClusterIdentifier",
		isLowerCase: true,
		make: "rds:CreateDBCluster",
		change: "rds:ModifyDBCluster",
		remove: "rds:DeleteDBCluster"
	},
	"AWS::RDS::DBInstance": {
		arn: "rds:db:NAME",
		name: "DBInstanceIdentifier",
		isLowerCase: true,
		make: "rds:CreateDBInstance",
		change: "rds:ModifyDBInstance",
		remove: "rds:DeleteDBInstance"
	},
	"AWS::S3::Bucket": {
		arn: "s3:NAME",
		scope: "world",
		name: "BucketName",
		isLowerCase: true,
		make: "s3:CreateBucket",
		remove: "s3:DeleteBucket"
	},
	"AWS::SNS::Topic": {
		arn: "sns:NAME",
		name: "TopicName",
		make: "sns:CreateTopic",
		change: "sns:SetTopicAttributes",
		remove: "sns:DeleteTopic"
	},
	"AWS::SQS::Queue": {
		arn: "sqs:NAME",
		name: "QueueName",
		make: "sqs:CreateQueue",
		change: "sqs:SetQueueAttributes",
		remove: "sqs:DeleteQueue"
	},
	"AWS::SecretsManager::Secret": {
		arn: "secretsmanager:secret:NAME-AbCdEf",
		name: "Name",
		make: "secretsmanager:CreateSecret",
		change: "secretsmanager:UpdateSecret",
		remove: "secretsmanager:DeleteSecret"
	},
	"AWS::StepFunctions::StateMachine": {
		arn: "states:stateMachine:NAME",
		name: "StateMachineName",
		make: "states:CreateStateMachine",
		change: "states:UpdateStateMachine",
		remove: "states:DeleteStateMachine"
	}
};

// src/flows/preflight/checks/deedsOf.ts
function deedsOf({ resources, changes, region, stackName }, account) {
	const place = {
		...account,
		region,
		stackName
	};
	if (changes === void 0) return resources.flatMap((resource) => makes(resource, place));
	const byKey = new Map(resources.map((resource) => [resource.key, resource]));
	return changes.resources.flatMap((change) => deedsIn(change, byKey.get(resourceKey(change)), place));
}
function deedsIn(change, resource, of) {
	const made = resource === void 0 ? [] : makes(resource, of);
	const isKept = change.policyAction === "Retain" || change.policyAction === "ReplaceAndRetain";
	switch (change.action) {
		case "Add": return made;
		case "Remove": return isKept ? [] : there(change, "remove", of);
		case "Modify":
			if (change.replacement === "True") return isKept ? made : [...made, ...there(change, "remove", of)];
			return change.replacement === "False" && change.scope.includes("Properties") ? there(change, "change", of) : [];
		default: return [];
	}
}
function makes(resource, of) {
	const rights = RESOURCE_RIGHTS[resource.type];
	const name = rights && nameOf(resource, rights, of.stackName);
	return rights === void 0 || name === void 0 ? [] : deed(resource.key, rights.make, arnOf(rights, name, of));
}
function there(change, what, of) {
	const rights = RESOURCE_RIGHTS[change.type];
	const id = change.physicalId;
	if (rights === void 0 || id === void 0) return [];
	const arn = id.startsWith("arn:") ? id : arnOf(rights, id.split("/").at(-1) ?? id, of);
	return deed(resourceKey(change), rights[what], arn);
}
function deed(key, action, arn) {
	return action === void 0 || arn === void 0 ? [] : [{
		key,
		action,
		arn
	}];
}
function nameOf(resource, rights, stackName) {
	const isNamed = resource.has(rights.name);
	const given = resource.text(rights.name);
	if (isNamed || resource.key.includes("/")) return given;
	const made = `${stackName}-${resource.logicalId}-1A2B3C4D5E6F`;
	return rights.isLowerCase ? made.toLowerCase() : made;
}
function arnOf({ arn, scope }, name, { account, partition, region }) {
	const [service, ...rest] = arn.split(":");
	return [
		"arn",
		partition,
		service,
		...[scope === void 0 ? region : "", scope === "world" ? "" : account],
		rest.join(":").replace("NAME", name)
	].join(":");
}

// src/flows/preflight/checks/deployer.ts
const MOST_OF_A_KIND = 10;
async function checkDeployer(of, { questions }, { ask }) {
	const role = of.roleArn;
	if (role === void 0 || !of.isPreview) return [];
	const deeds = deedsOf(of, arnParts(role));
	if (deeds.length === 0) return [];
	const question = {
		what: "what the role that makes the resources may lack",
		permission: "iam:SimulatePrincipalPolicy",
		resources: [...new Set(deeds.map(({ key }) => key))],
		when: "changed"
	};
	const kinds = [...Map.groupBy(deeds, ({ action }) => action)];
	return lacking(role, deeds, (await ask(question, (signal) => Promise.all(kinds.map(([action, some]) => {
		const arns = [...new Set(some.map(({ arn }) => arn))].slice(0, MOST_OF_A_KIND);
		return questions.roles.denials({
			role,
			action,
			arns
		}, signal);
	}))))?.flat() ?? []);
}
const LISTED$1 = 5;
function lacking(role, deeds, denials) {
	const denied = deeds.filter(({ action, arn }) => denials.some((denial) => denial.action === action && denial.arn === arn));
	if (denied.length === 0) return [];
	const lines = [...Map.groupBy(denied, ({ action }) => action)].map(([action, some]) => `${action} (${some.map(({ key }) => key).join(", ")})`);
	const more = lines.length > LISTED$1 ? ` and ${lines.length - LISTED$1} more` : "";
	return [{
		resources: [],
		when: "changed",
		finding: {
			level: "warning",
			message: `The role ${role} may lack ${lines.slice(0, LISTED$1).join(", ")}${more}: by a simulation of its policies, which knows no tags and not every condition.`
		}
	}];
}

// src/template/evaluate/exports.ts
const HARMLESS = ["AWS::Serverless-2016-10-31", "AWS::LanguageExtensions"];
function exportsOf(source, scope) {
	const written = withSpelledNumbers(source);
	const template = withoutLoops(written, scope);
	const context = contextOf(template, scope);
	const exports = existing(template, written.Outputs, scope).flatMap(({ id, loop, entry, isCertain }) => {
		if (!isObject(entry.Export)) return [];
		const { Export: made, Value = null } = entry;
		return [{
			output: id,
			...loop === void 0 ? {} : { loop },
			name: knownText(context, made.Name ?? null),
			value: knownText(context, Value),
			isCertain,
			references: referencesOf(template, entry)
		}];
	});
	return {
		exports,
		isComplete: !hasMacro(template) && exports.every(({ name }) => name !== void 0)
	};
}
function knownText(context, value) {
	const text = textOf$2(evaluateValue(context, value));
	return text === UNKNOWN$1 || isResolvedLater(text) ? void 0 : text;
}
function hasMacro({ Transform = [], Outputs = {} }) {
	const transforms = Array.isArray(Transform) ? Transform : [Transform];
	return isObject(Outputs) && (isMacro(Outputs) || Object.hasOwn(Outputs, "Fn::Transform")) || transforms.some((transform) => !HARMLESS.includes(transform));
}
function referencesOf(template, { Value = null, Condition }) {
	const conditions = isObject(template.Conditions) ? template.Conditions : {};
	const found = [];
	const done = /* @__PURE__ */ new Set();
	const visit = (value) => visitFunctions(value, [], ({ name, argument }) => {
		found.push(...referred(name, argument));
		const condition = conditionIn(name, argument);
		if (condition !== void 0) visitCondition(condition);
	});
	const visitCondition = (name) => {
		if (done.has(name)) return;
		done.add(name);
		visit(conditions[name] ?? null);
	};
	visit(Value);
	if (typeof Condition === "string") visitCondition(Condition);
	return found;
}
function referred(name, argument) {
	if (name === "Ref") return [{ name: String(argument) }];
	if (name === "Fn::GetAtt") {
		const { logicalId, attribute } = attributeParts(argument) ?? {};
		return logicalId === void 0 ? [] : [{
			name: logicalId,
			...typeof attribute === "string" ? { attribute } : {}
		}];
	}
	if (name !== "Fn::Sub") return [];
	return subReferences(Array.isArray(argument) ? argument : [argument]);
}
function subReferences([text, given = null]) {
	if (typeof text !== "string") return [];
	return subVariables(text).filter((name) => !isObject(given) || !Object.hasOwn(given, name)).map((variable) => {
		const [logicalId = "", ...attribute] = variable.split(".");
		return {
			name: logicalId,
			...attribute.length === 0 ? {} : { attribute: attribute.join(".") }
		};
	});
}
function conditionIn(name, argument) {
	const [first] = Array.isArray(argument) ? argument : [];
	if (name === "Fn::If" && typeof first === "string") return first;
	return name === "Condition" ? String(argument) : void 0;
}

// src/flows/preflight/checks/exportValues.ts
function mayChange(before, after, changes) {
	return before !== after.output || changes.outputs.some((output) => [after.output, after.loop].includes(output.key) && isDefinedOtherwise(output)) || changes.template.some(({ name }) => /^(condition|mapping) /.test(name)) || after.references.some((reference) => isTouched$1(reference, changes));
}
function mayBeKnown({ outputs, parameters, template, resources }) {
	const listed = new Set(resources.map((it) => `definition ${keyText(it.stackPath, it.logicalId)}`));
	const others = template.filter(({ name }) => !listed.has(name.split(" ", 2).join(" ")));
	return outputs.length + parameters.length + others.length > 0;
}
function isDefinedOtherwise({ before, after }) {
	return essence(before) !== essence(after);
}
function essence(definition) {
	return canonicalJson(definition === void 0 ? null : valued(JSON.parse(definition)));
}
function valued(definition) {
	if (Array.isArray(definition)) {
		const [identifier = null, , body = null] = definition;
		const made = Object.entries(isObject(body) ? body : {}).map(([key, member]) => [key, valued(member)]);
		return [identifier, Object.fromEntries(made)];
	}
	const { Value = null, Condition = null } = isObject(definition) ? definition : {};
	return [Value, Condition];
}
function isTouched$1({ name, attribute }, changes) {
	if (changes.parameters.some((parameter) => parameter.name === name)) return true;
	return changes.resources.some((change) => (change.stackPath[0] ?? change.logicalId) === name && isValueTouched(change, attribute));
}
function isValueTouched(change, attribute) {
	const { action, replacement, type, details, stackPath } = change;
	if (action !== "Modify") return action !== "Import";
	if (replacement === "True" || replacement === "Conditional") return true;
	if (attribute === void 0) return false;
	if (stackPath.length > 0 || SELF_WILLED.test(type)) return true;
	const last = attribute.split(".").at(-1);
	return details.some((detail) => detail.name === last);
}
const SELF_WILLED = /^(AWS::CloudFormation::(Stack|CustomResource)$|Custom::)/;

// src/flows/preflight/checks/exports.ts
const AT_ONCE$1 = 10;
async function checkExports({ stack: of }, { exports }, { ask }) {
	const fates = of === void 0 ? [] : fatesOf(of);
	if (of === void 0 || fates.length === 0) return [];
	const importers = /* @__PURE__ */ new Map();
	await ask({
		what: `whether other stacks import ${listed$1(fates.map(({ name }) => name))}`,
		permission: "cloudformation:ListImports",
		resources: [],
		when: "changed"
	}, async (signal) => {
		for (let at = 0; at < fates.length; at += AT_ONCE$1) {
			const some = fates.slice(at, at + AT_ONCE$1);
			const one = async ({ name }) => importers.set(name, await exports.importers(name, signal));
			await Promise.all(some.map(one));
		}
	});
	return fates.flatMap((fate) => checkOf(fate, importers, of));
}
function fatesOf(of) {
	const exported = of.live.outputs.flatMap((output) => output.exportName === void 0 ? [] : [{
		...output,
		exportName: output.exportName
	}]);
	if (exported.length === 0) return [];
	const next = exportsOf(of.template, of.scope);
	return exported.flatMap((output) => {
		const fate = fateOf(output, next, of);
		return fate === void 0 ? [] : [{
			name: output.exportName,
			output: output.key,
			...fate
		}];
	});
}
function fateOf(before, { exports, isComplete }, { changes }) {
	const after = exports.find(({ name }) => name === before.exportName);
	if (after === void 0) return mayBeKnown(changes) ? goneFate(before, exports, isComplete) : void 0;
	const isSame = after.value === void 0 ? void 0 : isSameText(before.value, after.value);
	if (isSame === false && after.isCertain && isComplete && mayBeKnown(changes)) return {
		verb: "updated",
		isCertain: true,
		happens: "gets another value"
	};
	if (isSame === true && after.isCertain || !mayChange(before.key, after, changes)) return void 0;
	return after.isCertain ? {
		verb: "updated",
		isCertain: false,
		happens: "may get another value, which is known after apply"
	} : {
		verb: "deleted",
		isCertain: false,
		happens: "may go: its condition is decided by CloudFormation"
	};
}
function goneFate({ key }, exports, isComplete) {
	if (!isComplete) return {
		verb: "deleted",
		isCertain: false,
		happens: "may go: the template has no such export before CloudFormation has worked it out"
	};
	const renamed = exports.find(({ output }) => output === key)?.name;
	return {
		verb: "deleted",
		isCertain: true,
		happens: renamed === void 0 ? "goes" : `is renamed to ${renamed}`
	};
}
function isSameText(before, after) {
	return before === after || after !== "" && before !== "" && Number(before) === Number(after);
}
function checkOf(fate, importers, { live, template }) {
	const by = importers.get(fate.name) ?? [];
	if (by.length === 0) return [];
	const others = by.filter((name) => !isNestedIn(live.name, name));
	return [{
		resources: [],
		when: "changed",
		finding: {
			level: fate.isCertain && others.length > 0 ? "error" : "warning",
			message: messageOf(fate, others.length > 0 ? others : by),
			location: template.locate([
				"Outputs",
				fate.output,
				"Export",
				"Name"
			])
		}
	}];
}
function messageOf({ name, verb, isCertain, happens }, importers) {
	const will = isCertain ? "fails" : "fails, if so,";
	return `Export ${name} ${happens}, and ${listed$1(importers)} ${importers.length === 1 ? "imports" : "import"} it: CloudFormation ${will} at the end of the deploy, as an export in use cannot be ${verb}. Keep it as it is until nobody imports it: ${NEXT}`;
}
const NEXT = "add a new export, move the importing stacks to it, then take this one out.";
function isNestedIn(parent, name) {
	return name.startsWith(`${parent}-`) && /^[A-Za-z0-9]+-[A-Z0-9]{10,14}$/.test(name.slice(parent.length + 1));
}
const LISTED = 5;
function listed$1(names) {
	const more = names.length - LISTED;
	return `${names.slice(0, LISTED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

// src/flows/preflight/facts/keyProperties.data.ts
const KEY_PROPERTY = /KMS(Master|Encryption)?(Key)?(Id|Arn|Identifier)?$/i;
const ELSEWHERE = /(^|\.)(Replica|AutomaticBackupReplication|Source|Destination)/i;
const REFUSING = [
	"AWS::DocDB::DBCluster",
	"AWS::Logs::LogGroup",
	"AWS::Neptune::DBCluster",
	"AWS::RDS::DBCluster",
	"AWS::RDS::DBInstance",
	"AWS::SecretsManager::Secret"
];

// src/flows/preflight/checks/keys.ts
async function checkKeys({ resources, region, account }, { questions }, { ask, matters }) {
	const own = namesMade(resources, ALIAS, "AliasName");
	const isNear = (key) => !isArn(key) || arnParts(key).region === region && arnParts(key).account === account;
	const uses = resources.flatMap(usesOf$2).filter(({ resource, leaf, key }) => isNear(key) && !own.has(aliasIn(key) ?? "") && matters(resource.key, "changed", propertyOf(leaf)));
	if (uses.length === 0) return [];
	const question = {
		what: "whether the KMS keys are there and enabled",
		permission: "kms:DescribeKey",
		...changesAt(uses)
	};
	const names = [...new Set(uses.map(({ key }) => key))];
	const found = await ask(question, (signal) => questions.keys.find(names, signal));
	if (found === void 0) return [];
	const isSure = !hasMaker(resources) && !hasUnknownName(resources, ALIAS, "AliasName");
	return uses.flatMap((use) => {
		const check = judged$1(use, found.find(({ name }) => name === use.key));
		if (check === void 0) return [];
		return [isSure && REFUSING.includes(use.resource.type) ? check : asWarning(check)];
	});
}
function namesKeyByArn(resource) {
	return usesOf$2(resource).some(({ key }) => isArn(key));
}
const ALIAS = "AWS::KMS::Alias";
const NAMED = new RegExp([
	/^arn:[\w-]+:kms:[\w-]+:\d{12}:(key|alias)\/[\w/-]+$/,
	/^alias\/[\w/-]+$/,
	/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
	/^mrk-[0-9a-f]{32}$/
].map(({ source }) => source).join("|"));
function usesOf$2(resource) {
	return resource.leaves().flatMap((leaf) => {
		const key = leaf.text ?? "";
		return !(KEY_PROPERTY.test(leaf.at) && !ELSEWHERE.test(leaf.at) && NAMED.test(key)) || aliasIn(key)?.startsWith("alias/aws/") ? [] : [{
			resource,
			leaf,
			key
		}];
	});
}
function isArn(key) {
	return key.startsWith("arn:");
}
function aliasIn(key) {
	return /(?:^|:)(alias\/.+)$/.exec(key)?.[1];
}
function judged$1({ resource, leaf, key }, found) {
	const check = (message, more) => ({
		...changesAt([{
			resource,
			leaf
		}]),
		...more,
		finding: findingAt(resource, leaf.path, message)
	});
	if (found === void 0) {
		const isAlias = aliasIn(key) !== void 0;
		return check(`${key}: there is no such KMS key in this account and region.${isAlias ? " Create it before the deploy." : ""}`, { ...isAlias && { mayBeMade: true } });
	}
	if (found.state === "Enabled") return void 0;
	const then = found.state === "PendingDeletion" ? "Cancel its deletion and enable it" : "See that it is enabled";
	return check(`${key}: the KMS key is ${found.state}. ${then} before the deploy, or name another one.`, { mayBeMade: true });
}

// src/flows/preflight/checks/machineZones.ts
const PROPERTIES$2 = [
	"InstanceType",
	"SubnetId",
	"AvailabilityZone"
];
async function zoneChecks(machines, { machines: offered, subnets }, { ask }) {
	const located = machines.flatMap(locatedAt);
	if (located.length === 0) return [];
	const subject = {
		resources: located.map(({ resource }) => resource.key),
		when: "changed",
		properties: PROPERTIES$2
	};
	const names = [...new Set(located.map(({ type }) => type.text ?? ""))];
	const ids = [...new Set(located.flatMap(({ subnet }) => subnet ?? []))];
	const [zones, lying] = await Promise.all([ask({
		what: "in which zones the instance types are offered",
		permission: "ec2:DescribeInstanceTypeOfferings",
		...subject
	}, (signal) => offered.zones(names, signal)), ids.length === 0 ? [] : ask({
		what: "in which zones the instances' subnets are",
		permission: "ec2:DescribeSubnets",
		...subject
	}, (signal) => subnets.find(ids, signal))]);
	return located.flatMap(({ resource, type, zone, subnet }) => {
		const where = zone ?? lying?.find(({ id }) => id === subnet)?.zone;
		const own = zones?.find(({ name }) => name === type.text)?.zones ?? [];
		if (where === void 0 || own.length === 0 || own.includes(where)) return [];
		const message = `Instance type ${type.text} is not offered in ${where}, but in ${own.toSorted().join(", ")}.`;
		const finding = findingAt(resource, type.path, message);
		return [{
			resources: [resource.key],
			when: "changed",
			properties: PROPERTIES$2,
			finding
		}];
	});
}
function locatedAt({ resource, type }) {
	const zone = resource.text("AvailabilityZone");
	const subnet = resource.text("SubnetId");
	const isKnown = zone !== void 0 || subnet?.startsWith("subnet-");
	return type === void 0 || resource.type !== "AWS::EC2::Instance" || !isKnown ? [] : [{
		resource,
		type,
		zone,
		subnet
	}];
}

// src/flows/preflight/checks/machines.ts
async function checkMachines({ resources, region }, { questions, subnets }, means) {
	const all = resources.flatMap((resource) => machineOf(resource, means));
	if (all.length === 0) return [];
	const { machines } = questions;
	const [images, types, zones] = await Promise.all([
		asked(IMAGES, all, (ids, signal) => machines.images(ids, signal), means),
		asked(TYPES, all, (names, signal) => machines.types(names, signal), means),
		zoneChecks(all, {
			machines,
			subnets
		}, means)
	]);
	return [...all.flatMap((machine) => [
		...imageChecks(machine, images, region),
		...typeChecks(machine, types, region),
		...fitChecks(machine, images, types)
	]), ...zones].map((check) => isSure(check, all) ? check : asWarning(check));
}
const PLACES = {
	"AWS::AutoScaling::LaunchConfiguration": "",
	"AWS::EC2::Instance": "",
	"AWS::EC2::LaunchTemplate": "LaunchTemplateData."
};
function isSure({ resources: [key] }, machines) {
	return machines.find(({ resource }) => resource.key === key)?.resource.type === "AWS::EC2::Instance";
}
function machineOf(resource, { matters }) {
	const place = PLACES[resource.type];
	if (place === void 0 || !matters(resource.key, "changed", PROPERTIES$1)) return [];
	const leaves = resource.leaves();
	const at = (name, shape) => leaves.find((leaf) => leaf.at === `${place}${name}` && shape.test(leaf.text ?? ""));
	return [{
		resource,
		image: at("ImageId", /^ami-/),
		type: at("InstanceType", /^[a-z0-9-]+\.[a-z0-9-]+$/)
	}];
}
const PROPERTIES$1 = [
	"ImageId",
	"InstanceType",
	"LaunchTemplateData"
];
const IMAGES = {
	part: "image",
	what: "whether the machine images are there",
	permission: "ec2:DescribeImages"
};
const TYPES = {
	part: "type",
	what: "whether the instance types are offered, and fit their images",
	permission: "ec2:DescribeInstanceTypes"
};
async function asked({ part, ...question }, machines, work, { ask }) {
	const some = machines.filter((machine) => machine[part] !== void 0);
	if (some.length === 0) return void 0;
	const names = [...new Set(some.map((machine) => machine[part]?.text ?? ""))];
	const resources = some.map(({ resource }) => resource.key);
	return ask({
		...question,
		resources,
		when: "changed",
		properties: PROPERTIES$1
	}, (signal) => work(names, signal));
}
function imageChecks({ resource, image }, images, region) {
	if (image === void 0 || images === void 0) return [];
	const found = images.find(({ id }) => id === image.text);
	if (found?.state === "available") return [];
	if (found?.state === "pending") return [{
		...checkAt(resource, image, `Image ${image.text} is still being made.`),
		mayBeMade: true
	}];
	const what = found === void 0 ? "is not there, or not for this account" : `is ${found.state}`;
	return [checkAt(resource, image, `Image ${image.text} ${what}, in ${region}: name another one.`)];
}
function typeChecks({ resource, type }, types, region) {
	if (type === void 0 || types === void 0 || types.some(({ name }) => name === type.text)) return [];
	return [checkAt(resource, type, `Instance type ${type.text} is not offered in ${region}.`)];
}
function fitChecks({ resource, image, type }, images, types) {
	const architecture = images?.find(({ id }) => id === image?.text)?.architecture;
	const takes = types?.find(({ name }) => name === type?.text)?.architectures ?? [];
	if (image === void 0 || architecture === void 0 || takes.length === 0) return [];
	if (takes.includes(architecture)) return [];
	return [checkAt(resource, image, `Image ${image.text} is made for ${architecture}, and ${type?.text} runs ${takes.join(", ")}.`)];
}
function checkAt(resource, { path }, message) {
	const finding = findingAt(resource, path, message);
	return {
		resources: [resource.key],
		when: "changed",
		properties: PROPERTIES$1,
		finding
	};
}

// src/flows/preflight/checks/parameterGroups.ts
const GROUPS$1 = {
	"AWS::DocDB::DBCluster": "DBClusterParameterGroupName",
	"AWS::Neptune::DBCluster": "DBClusterParameterGroupName",
	"AWS::RDS::DBCluster": "DBClusterParameterGroupName",
	"AWS::RDS::DBInstance": "DBParameterGroupName"
};
const PROPERTIES = ["EngineVersion", ...new Set(Object.values(GROUPS$1))];
async function checkParameterGroups({ resources }, { questions }, { ask, matters }) {
	const engines = resources.flatMap(engineOf);
	const uses = resources.flatMap((resource) => usesOf$1(resource, engines, resources)).filter(({ resource }) => matters(resource.key, "changed", PROPERTIES));
	return (await Promise.all([...Map.groupBy(uses, ({ engine }) => engine)].map(async ([engine, some]) => {
		const versions = await ask({
			what: `whether parameter groups fit ${engine}`,
			permission: "rds:DescribeDBEngineVersions",
			resources: some.map(({ resource }) => resource.key),
			when: "changed",
			properties: PROPERTIES
		}, (signal) => questions.databases.versions(engine, signal));
		return some.flatMap((use) => judged(use, versions ?? []));
	}))).flat();
}
function usesOf$1(resource, engines, resources) {
	const property = GROUPS$1[resource.type];
	const use = property === void 0 ? void 0 : useOf(resource, engines);
	if (property === void 0 || use === void 0) return [];
	const [own] = resource.references(property);
	const group = resources.find(({ key }) => own !== void 0 && key === siblingKey(resource, own));
	const name = resource.text(property);
	const family = group?.text("Family") ?? /^default\.(.+)$/.exec(name ?? "")?.[1];
	if (family === void 0) return [];
	return [{
		...use,
		resource,
		property,
		group: group?.logicalId ?? name ?? "",
		family
	}];
}
function judged(use, versions) {
	const fitting = versions.filter(({ version }) => isVersion(use.version, version));
	const families = [...new Set(fitting.flatMap(({ family }) => family ?? []))];
	if (families.length === 0 || families.includes(use.family)) return [];
	const { resource, property, engine, version, group, family } = use;
	const message = `Parameter group ${group} is of family ${family}, and ${engine} ${version} takes ${families.join(", ")}: name a group of that family.`;
	const finding = findingAt(resource, property, message);
	return [{
		resources: [resource.key],
		when: "changed",
		properties: PROPERTIES,
		finding
	}];
}

// src/flows/preflight/checks/quotas.ts
const KINDS$1 = {
	"AWS::EC2::EIP": {
		kind: "addresses",
		name: "EC2-VPC Elastic IPs",
		counted: "ec2:DescribeAddresses",
		property: "Domain"
	},
	"AWS::EC2::InternetGateway": {
		kind: "gateways",
		name: "Internet gateways per Region",
		counted: "ec2:DescribeInternetGateways",
		property: "Tags"
	},
	"AWS::EC2::VPC": {
		kind: "vpcs",
		name: "VPCs per Region",
		counted: "ec2:DescribeVpcs",
		property: "CidrBlock"
	}
};
async function checkQuotas({ resources, region }, { questions }, { ask, matters }) {
	const added = resources.filter(({ key, type }) => KINDS$1[type] !== void 0 && matters(key, "added"));
	return (await Promise.all([...Map.groupBy(added, ({ type }) => type)].map(async ([type, some]) => {
		const [kind, [first]] = [KINDS$1[type], some];
		if (kind === void 0 || first === void 0) return [];
		const subject = {
			resources: some.map(({ key }) => key),
			when: "added"
		};
		const quota = await ask({
			what: `whether the quota ${kind.name} leaves room`,
			permission: `servicequotas:GetServiceQuota or ${kind.counted}`,
			...subject
		}, (signal) => questions.quotas.find(kind.kind, signal));
		if (quota === void 0 || quota.used + some.length <= quota.max) return [];
		const more = some.length === 1 ? "one more is" : `${some.length} more are`;
		const message = `The account has ${quota.used} of ${quota.max} in ${region} (quota ${kind.name}), and ${more} to be made. Have the quota raised before the deploy.`;
		return [asWarning({
			...subject,
			finding: findingAt(first, kind.property, message)
		})];
	}))).flat();
}

// src/flows/preflight/checks/references.ts
async function checkReferences({ resources, region }, { parameterStore, questions: { secretStore } }, { ask, matters }) {
	const uses = resources.filter(({ key }) => matters(key, "changed")).flatMap((resource) => resource.dynamicReferences.map((found) => ({
		resource,
		...found
	})));
	const [own, isSure] = [madeHere(resources), isAllKnown(resources)];
	const others = uses.filter(({ reference: { id } }) => !own.has(id) && isNear(id, region));
	const of = (...services) => others.filter(({ reference }) => services.includes(reference.service));
	return (await Promise.all([checkParameters(of("ssm", "ssm-secure"), parameterStore, ask), checkSecrets(of("secretsmanager"), secretStore, ask)])).flat().map((check) => isSure ? check : asWarning(check));
}
async function checkParameters(uses, parameterStore, ask) {
	if (uses.length === 0) return [];
	const found = await ask({
		what: "whether the parameters of Systems Manager are there that dynamic references name",
		permission: "ssm:GetParameters",
		...subject(uses)
	}, () => parameterStore.read(idsOf(uses)));
	if (found === void 0) return [];
	return uses.flatMap((use) => {
		const { id, version = 0 } = use.reference;
		const newest = found.find(({ name }) => name === id)?.version;
		if (newest === void 0) return [missing(use, "there is no such parameter in this account and region")];
		return version > newest ? [missing(use, `the newest version of the parameter is ${newest}`)] : [];
	});
}
async function checkSecrets(uses, secretStore, ask) {
	if (uses.length === 0) return [];
	const found = await ask({
		what: "whether the secrets are there that dynamic references name",
		permission: "secretsmanager:DescribeSecret",
		...subject(uses)
	}, (signal) => secretStore.find(idsOf(uses), signal));
	if (found === void 0) return [];
	return uses.flatMap((use) => {
		const { id, stage } = use.reference;
		const secret = found.find((one) => one.id === id);
		if (secret === void 0) return [missing(use, "there is no such secret in this account and region")];
		if (secret.isBeingDeleted) return [missing(use, "the secret is scheduled for deletion")];
		return stage === void 0 || secret.stages.includes(stage) ? [] : [missing(use, "no version of the secret has this staging label")];
	});
}
function missing({ resource, property, reference }, what) {
	const message = `${reference.text}: ${what}, so that CloudFormation fails when it comes to ${resource.logicalId}. Correct the reference, or make what it names before the deploy.`;
	const finding = findingAt(resource, property, message);
	return {
		resources: [resource.key],
		when: "changed",
		finding,
		mayBeMade: true
	};
}
function subject(uses) {
	return {
		resources: [...new Set(uses.map(({ resource }) => resource.key))],
		when: "changed"
	};
}
function idsOf(uses) {
	return [...new Set(uses.map(({ reference }) => reference.id))];
}
function isNear(id, region) {
	return !id.startsWith("arn:") || arnParts(id).region === region;
}
const STORES = ["AWS::SecretsManager::Secret", "AWS::SSM::Parameter"];
function madeHere(resources) {
	return new Set(STORES.flatMap((type) => [...namesMade(resources, type, "Name")]));
}
function isAllKnown(resources) {
	return !hasMaker(resources) && !STORES.some((type) => hasUnknownName(resources, type, "Name"));
}

// src/flows/preflight/facts/roleProperties.data.ts
const role = (at, service, refusal) => ({
	at,
	service,
	...refusal === void 0 ? {} : { refusal }
});
const MONITORED = [role(/^MonitoringRoleArn$/, "monitoring.rds", "IAM role ARN value is invalid or does not include the required permissions"), role(/^AssociatedRoles\.\*\.RoleArn$/, "rds")];
const ROLE_PROPERTIES = {
	"AWS::ApiGateway::Account": [role(/^CloudWatchRoleArn$/, "apigateway")],
	"AWS::AppSync::DataSource": [role(/^ServiceRoleArn$/, "appsync")],
	"AWS::AppSync::GraphQLApi": [role(/^LogConfig\.CloudWatchLogsRoleArn$/, "appsync")],
	"AWS::AutoScaling::LifecycleHook": [role(/^RoleARN$/, "autoscaling")],
	"AWS::Backup::BackupSelection": [role(/^BackupSelection\.IamRoleArn$/, "backup")],
	"AWS::CloudTrail::Trail": [role(/^CloudWatchLogsRoleArn$/, "cloudtrail")],
	"AWS::CodeBuild::Project": [role(/^ServiceRole$/, "codebuild")],
	"AWS::CodePipeline::Pipeline": [role(/^RoleArn$/, "codepipeline", "is not authorized to perform AssumeRole on role")],
	"AWS::DLM::LifecyclePolicy": [role(/^ExecutionRoleArn$/, "dlm")],
	"AWS::ECS::TaskDefinition": [role(/^(Task|Execution)RoleArn$/, "ecs-tasks")],
	"AWS::EKS::Cluster": [role(/^RoleArn$/, "eks", "could not be assumed because it does not exist or the trusted entity is not correct")],
	"AWS::EKS::FargateProfile": [role(/^PodExecutionRoleArn$/, "eks-fargate-pods")],
	"AWS::EKS::Nodegroup": [role(/^NodeRole$/, "ec2")],
	"AWS::Events::Rule": [role(/^(Targets\.\*\.)?RoleArn$/, "events", "cannot be assumed by principal")],
	"AWS::Glue::Crawler": [role(/^Role$/, "glue")],
	"AWS::Glue::Job": [role(/^Role$/, "glue")],
	"AWS::IoT::TopicRule": [role(/^TopicRulePayload\..*RoleArn$/, "iot")],
	"AWS::KinesisFirehose::DeliveryStream": [role(/RoleARN$/, "firehose")],
	"AWS::Lambda::Function": [role(/^Role$/, "lambda", "The role defined for the function cannot be assumed by Lambda")],
	"AWS::Logs::SubscriptionFilter": [role(/^RoleArn$/, "logs")],
	"AWS::Pipes::Pipe": [role(/^RoleArn$/, "pipes")],
	"AWS::RDS::DBCluster": MONITORED,
	"AWS::RDS::DBInstance": MONITORED,
	"AWS::RDS::DBProxy": [role(/^RoleArn$/, "rds")],
	"AWS::Redshift::Cluster": [role(/^IamRoles\.\*$/, "redshift")],
	"AWS::S3::Bucket": [role(/^ReplicationConfiguration\.Role$/, "s3")],
	"AWS::SageMaker::Model": [role(/^ExecutionRoleArn$/, "sagemaker")],
	"AWS::Scheduler::Schedule": [role(/^Target\.RoleArn$/, "scheduler", "The execution role you provide must allow AWS EventBridge Scheduler to assume the role")],
	"AWS::Serverless::Function": [role(/^Role$/, "lambda", "The role defined for the function cannot be assumed by Lambda")],
	"AWS::SNS::Subscription": [role(/^SubscriptionRoleArn$/, "sns")],
	"AWS::StepFunctions::StateMachine": [role(/^RoleArn$/, "states", "Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role")]
};

// src/flows/preflight/facts/trust.ts
function trusts(policy, service) {
	if (!isObject(policy)) return true;
	return listed(policy.Statement).filter(isObject).some((statement) => statement.Effect === "Allow" && isAssuming(statement) && isFor(statement, service));
}
function isAssuming({ Action, NotAction }) {
	if (NotAction !== void 0) return true;
	return listed(Action).some((action) => typeof action === "string" && /^(\*|sts:(\*|assume(\*|role\*?)))$/i.test(action));
}
function isFor({ Principal, NotPrincipal }, service) {
	if (NotPrincipal !== void 0 || Principal === "*") return true;
	if (!isObject(Principal)) return false;
	return listed(Principal.Service).some((principal) => typeof principal === "string" && (principal === "*" || serviceOf(principal) === service));
}
function serviceOf(principal) {
	return principal.replace(/\.amazonaws\.com(\.cn)?$/, "").replace(/\.[a-z]{2}(-[a-z]+)+-\d$/, "");
}
function listed(value) {
	if (Array.isArray(value)) return value;
	return value === void 0 ? [] : [value];
}

// src/flows/preflight/checks/roles.ts
async function checkRoles({ resources, account }, { questions }, { ask, matters }) {
	const own = namesMade(resources, ROLE, "RoleName");
	const uses = resources.flatMap(usesOf).filter(({ resource, leaf, arn, name }) => arnParts(arn).account === account && !own.has(name) && matters(resource.key, "changed", propertyOf(leaf)));
	if (uses.length === 0) return [];
	const names = [...new Set(uses.map(({ name }) => name))];
	const found = await ask({
		what: "whether the roles are there that services are to assume",
		permission: "iam:GetRole",
		...changesAt(uses)
	}, (signal) => questions.roles.find(names, signal));
	if (found === void 0) return [];
	const isSure = !hasMaker(resources) && !hasUnknownName(resources, ROLE, "RoleName");
	return uses.flatMap((use) => {
		const message = wrongIn(use, found.find(({ name }) => name === use.name));
		if (message === void 0) return [];
		const check = {
			...changesAt([use]),
			mayBeMade: true,
			finding: findingAt(use.resource, use.leaf.path, message)
		};
		return [isSure && use.role.refusal !== void 0 ? check : asWarning(check)];
	});
}
function namesRole(resource) {
	return usesOf(resource).length > 0;
}
const ROLE = "AWS::IAM::Role";
function usesOf(resource) {
	const roles = ROLE_PROPERTIES[resource.type];
	if (roles === void 0) return [];
	return resource.leaves().flatMap((leaf) => {
		const role = roles.find(({ at }) => at.test(leaf.at));
		const arn = leaf.text ?? "";
		const name = /^arn:[\w-]+:iam::\d{12}:role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(arn)?.[1];
		return role === void 0 || name === void 0 ? [] : [{
			resource,
			leaf,
			arn,
			name,
			role
		}];
	});
}
function wrongIn({ arn, name, leaf, role: { service } }, found) {
	const named = `${leaf.at.replaceAll(".*", "")} ${arn}`;
	if (found === void 0) return `${named}: there is no such role in this account. Create it before the deploy, or name another one.`;
	if (found.arn !== arn) return `${named}: the ARN of role ${name} is ${found.arn}.`;
	return trusts(found.trust, service) ? void 0 : `${named}: its trust policy does not let ${service}.amazonaws.com assume it. Allow sts:AssumeRole to that principal before the deploy.`;
}

// src/flows/preflight/checks/subnets.ts
const GROUPS = [
	"AWS::RDS::DBSubnetGroup",
	"AWS::DocDB::DBSubnetGroup",
	"AWS::Neptune::DBSubnetGroup"
];
const ZONES = 2;
async function checkSubnets({ resources }, { subnets }, { ask, matters }) {
	const groups = resources.flatMap((group) => {
		const ids = GROUPS.includes(group.type) && matters(group.key, "changed") ? group.texts("SubnetIds") : void 0;
		return ids?.length && ids.every((id) => id.startsWith("subnet-")) ? [{
			group,
			ids
		}] : [];
	});
	if (groups.length === 0) return [];
	const found = await ask({
		what: "in which zones and VPC the subnets are",
		permission: "ec2:DescribeSubnets",
		resources: groups.map(({ group }) => group.key),
		when: "changed"
	}, (signal) => subnets.find([...new Set(groups.flatMap(({ ids }) => ids))], signal));
	if (found === void 0) return [];
	return groups.flatMap(({ group, ids }) => checkGroup(group, ids, found, resources));
}
function checkGroup(group, ids, found, resources) {
	const own = found.filter(({ id }) => ids.includes(id));
	const missing = ids.filter((id) => !own.some((subnet) => subnet.id === id));
	const zones = [...new Set(own.map(({ zone }) => zone))];
	const vpcs = [...new Set(own.map(({ vpc }) => vpc))];
	const checks = [
		...missing.length > 0 ? [`${missing.join(", ")}: there is no such subnet in this account and region.`] : [],
		...missing.length === 0 && zones.length < ZONES ? [`The subnets ${ids.join(", ")} are all in ${zones.join(", ")}; a database wants two zones.`] : [],
		...vpcs.length > 1 ? [`The subnets are in different VPCs: ${own.map(({ id, vpc }) => `${id} in ${vpc}`).join(", ")}.`] : []
	].map((message) => ({
		resources: [group.key],
		when: "changed",
		finding: findingAt(group, "SubnetIds", message)
	}));
	const [vpc, other] = vpcs;
	return vpc === void 0 || other !== void 0 ? checks : [...checks, ...securityGroups(group, vpc, resources)];
}
function securityGroups(group, vpc, resources) {
	const siblings = resources.filter(({ key }) => folderOf(key) === folderOf(group.key));
	return siblings.filter((one) => one.references("DBSubnetGroupName").includes(group.logicalId)).flatMap((user) => {
		const names = user.references("VpcSecurityGroupIds");
		return siblings.filter(({ type, logicalId }) => type === SECURITY_GROUP && names.includes(logicalId)).flatMap((securityGroup) => {
			const its = securityGroup.text("VpcId");
			if (its === void 0 || its === vpc) return [];
			const message = `It is in ${its}, but the subnets of ${user.logicalId} (${group.logicalId}) are in ${vpc}.`;
			return [{
				resources: [user.key],
				when: "made",
				finding: findingAt(securityGroup, "VpcId", message)
			}];
		});
	});
}
const SECURITY_GROUP = "AWS::EC2::SecurityGroup";
function folderOf(key) {
	return key.split("/").slice(0, -1).join("/");
}

// src/flows/preflight/checks/checks.ts
const CHECKS = [
	{ run: checkDatabases },
	{ run: checkSubnets },
	{ run: checkReferences },
	{ run: checkExports },
	{
		run: checkCode,
		wantsAccount: namesAccountsBucket
	},
	{
		run: checkRoles,
		wantsAccount: namesRole
	},
	{ run: checkCertificates },
	{
		run: checkKeys,
		wantsAccount: namesKeyByArn
	},
	{ run: checkMachines },
	{ run: checkAddresses },
	{ run: checkParameterGroups },
	{ run: checkDatabaseQuotas },
	{ run: checkDeployer },
	{ run: checkQuotas },
	{ run: checkAlarms }
];

// src/flows/preflight/preflight.ts
const PATIENCE_MS$1 = 5e3;
async function preflight(job, scope, ports) {
	const outcome = job.inputs.preflight ? await within$1(job.cancel, ports.clock, (signal) => runChecks(job, scope, signal, ports)) : {
		checks: [],
		unanswered: []
	};
	return (now) => relevant(outcome, relevanceFor(now, scope.live === void 0), scope);
}
function logFindings(findings, log) {
	for (const finding of findings) {
		const line = finding.logicalId === void 0 ? finding.message : `${finding.logicalId}: ${finding.message}`;
		if (finding.level === "error") log.error(line, finding);
		else if (finding.level === "warning") log.warning(line, finding);
		else log.notice(line);
	}
}
function warningsOf(proposal) {
	return (proposal?.findings ?? []).filter(({ level }) => level === "warning");
}
async function runChecks(job, scope, signal, ports) {
	const relevance = relevanceFor(scope.changes, scope.live === void 0);
	const matters = (key, when, properties) => relevance({
		resources: [key],
		when,
		...properties && { properties }
	}) !== "no";
	const unanswered = [];
	const ask = asker(signal, unanswered);
	const of = await examined(job, scope, {
		ask,
		matters
	}, ports);
	const shared = {
		...ports,
		subnets: askedTogether(ports.subnets)
	};
	return {
		checks: (await Promise.all(CHECKS.map(({ run }) => run(of, shared, {
			ask,
			matters
		})))).flat(),
		unanswered
	};
}
async function examined(job, { live, changes, isPreview }, { ask, matters }, ports) {
	const { tree, files } = job.rendered;
	const resourcesAt = (place) => evaluatedTree(tree, scopeOf(job, live, place));
	const known = placeOf(live?.arn, changes?.target.account);
	const wanting = (known.partition === void 0 ? resourcesAt(ANYWHERE) : []).filter((resource) => matters(resource.key, "changed") && CHECKS.some(({ wantsAccount }) => wantsAccount?.(resource)));
	const question = {
		what: "what the account's number decides",
		permission: "sts:GetCallerIdentity",
		resources: wanting.map(({ key }) => key),
		when: "changed"
	};
	const caller = wanting.length === 0 ? void 0 : await ask(question, ports.questions.caller);
	const place = caller === void 0 ? known : placeOf(caller.arn, caller.account);
	return {
		resources: resourcesAt(place),
		region: job.inputs.region,
		account: place.account,
		stackName: job.inputs.stackName,
		isPreview,
		roleArn: job.inputs.roleArn ?? live?.roleArn,
		rollbackAlarms: watchedAlarms(job, live),
		changes,
		stack: live && changes && {
			live,
			changes,
			template: tree.template,
			scope: scopeOf(job, live, place)
		},
		stored: files
	};
}
function watchedAlarms({ inputs }, live) {
	if (inputs.rollbackAlarms === "none") return [];
	return inputs.rollbackAlarms ?? (live?.rollback?.alarms ?? []).map(({ arn }) => arn);
}
function placeOf(arn, account) {
	const parts = arn === void 0 ? void 0 : arnParts(arn);
	return {
		account: account ?? parts?.account,
		partition: parts?.partition
	};
}
function relevant({ checks, unanswered }, relevance, { isPreview }) {
	const found = checks.flatMap((check) => {
		const matters = relevance(check);
		if (matters === "no") return [];
		return [(matters === "maybe" || isPreview && check.mayBeMade === true) && check.finding.level === "error" ? {
			...check.finding,
			level: "warning"
		} : check.finding];
	});
	const missed = unanswered.filter(({ resources, ...question }) => resources.length === 0 || resources.some((key) => relevance({
		...question,
		resources: [key]
	}) !== "no"));
	const all = [...found, ...unansweredNotices(missed)];
	return [...new Map(all.map((finding) => [JSON.stringify(finding), finding])).values()];
}
function scopeOf({ inputs, rendered }, live, place) {
	const kept = new Map(live?.parameters.map(({ name, value }) => [name, value]));
	const parameters = rendered.parametersFor(live).map(({ name, noEcho, value }) => [name, noEcho ? void 0 : value ?? kept.get(name)]);
	return {
		parameters: Object.fromEntries(parameters),
		pseudo: {
			"AWS::Region": inputs.region,
			"AWS::StackName": inputs.stackName,
			"AWS::AccountId": place.account,
			"AWS::Partition": place.partition,
			"AWS::StackId": live?.arn
		}
	};
}
async function within$1(cancel, clock, work) {
	const [late, done] = [new AbortController(), new AbortController()];
	const timer = clock.sleep(PATIENCE_MS$1, done.signal).then(() => late.abort());
	try {
		return await work(AbortSignal.any([late.signal, cancel]));
	} finally {
		done.abort();
		await timer;
	}
}

// src/flows/tell/preflightEnding.ts
function isStopped(findings) {
	return findings.some(({ level }) => level === "error");
}
function preflightEnding(job, proposal, findings) {
	const explanation = `A check before the deploy failed: ${findings.filter(({ level }) => level === "error").map(sentence).join(" ")}`;
	const state = {
		kind: "blocked",
		reason: "preflight",
		explanation: SHORT,
		delta: [],
		hint: HINT
	};
	const result = {
		result: "blocked",
		reasonCode: "preflight",
		message: explanation,
		hint: HINT,
		...proposalOutputs(proposal)
	};
	return {
		view: reportView(job, state, {
			proposal,
			findings
		}),
		result,
		conclusion: "failure"
	};
}
const SHORT = "A check before the deploy found what CloudFormation would fail on while it executes.";
const HINT = "Correct what was found. If the check itself is wrong, preflight: false goes on without it.";
function sentence({ logicalId, message }) {
	return logicalId === void 0 ? message : `${logicalId}: ${message}`;
}

// src/flows/deploy/deployment.ts
function needsReview({ inputs }) {
	return inputs.requireReview && inputs.approvedDigest === void 0;
}
function follower({ job, review, progress }, proposal) {
	const told = review.pulls.map((pull) => pull.number);
	return (now) => progress.tell(told, deployingView(job, proposal, now));
}

// src/flows/deploy/failedCreation.ts
const POLL_MS = 1e3;
async function removeShell(job, stack, ports) {
	const left = await leftInShell(stack, ports);
	if (left.length > 0) throw obstructed$1(notEmpty(job, stack, left));
	await unprotect(job, stack, ports);
	ports.log.info(`Stack ${stack.name} is an empty shell (${stack.status}): deleting it so that it can be created again.`);
	await ports.stacks.delete(stack.arn, `shell-${job.run.id}-${job.run.attempt}`);
	await deleted(job, stack, ports);
}
async function unprotect({ inputs }, stack, { stacks, log }) {
	if (!stack.terminationProtection) return;
	if (inputs.terminationProtection !== false) throw new ActionError(`Stack ${stack.name} is an empty shell (${stack.status}) that its termination protection keeps.`, {
		reasonCode: "stack-unrecoverable",
		hint: `Nothing is in it. Lift the protection and run this job again:\n${liftCommand(stack.name, inputs.region)}`
	});
	await stacks.setTerminationProtection(stack.name, false);
	log.info(`Termination protection of stack ${stack.name} is off now, as termination-protection asks.`);
}
async function deleted(job, stack, ports) {
	const { inputs, cancel, deadline } = job;
	let last = stack;
	const polled = await poll({
		clock: ports.clock,
		delays: () => ports.pace.pause(POLL_MS),
		signal: cancel,
		deadline
	}, async () => {
		const now = await ports.stacks.describe(stack.arn);
		if (now === void 0 || now.status === "DELETE_COMPLETE") return "gone";
		last = now;
		return disposition(now.status).kind === "unrecoverable" ? "stuck" : void 0;
	});
	if (polled.kind === "done" && polled.value === "gone") return;
	const { status, statusReason } = last;
	const ways = waysOut({
		stack: stack.name,
		region: inputs.region,
		status,
		stuck: []
	});
	const state = statusReason === void 0 ? status : `${status}: ${statusReason}`;
	throw new ActionError(`The empty shell of stack ${stack.name} was not deleted (${state}).`, {
		reasonCode: STAYS[polled.kind],
		hint: ways.length === 0 ? "Run this job again when it is gone." : waysText(ways)
	});
}
const STAYS = {
	done: "stack-unrecoverable",
	aborted: "cancelled",
	"timed-out": "timeout"
};

// src/flows/deploy/followed.ts
function withStack(followed, stack) {
	const { operation } = followed;
	if (operation.stack !== void 0 || !isAsLeft(followed, stack)) return followed;
	return {
		...followed,
		operation: {
			...operation,
			stack
		}
	};
}
function isAsLeft({ changeSetArn, operation }, stack) {
	const { end } = operation;
	return end.kind === "succeeded" && stack?.changeSetArn === changeSetArn && (operation.stack === void 0 ? stack.status === end.status : stack.updatedAt === operation.stack.updatedAt);
}
function afterFollowed(job, ending, { followed, proposal, stack }, log) {
	const { state } = ending.view;
	if (state.kind === "deployed" || state.kind === "deploy-failed" && !isNotStarted(ending)) return ending;
	if (state.kind === "no-changes") return nothingLeft(job, followed, {
		proposal,
		stack
	});
	const isRest = proposal !== void 0 && isAsLeft(followed, stack);
	const beside = fullSentence(`${isRest ? "What is to change beside it was not executed" : proposal === void 0 ? "Whether anything else is left to change could not be found out" : "The stack was changed again since, and what differs from this commit now was not executed"}: ${whyNot(ending)}`);
	if (isRest || !followed.isOwn) return withRest(job, ending, followed, beside);
	log.warning([beside, ...hintOf(ending)].join(" "));
	return besideIt(executedEnding(job, followed.operation, void 0), beside);
}
function nothingLeft(job, { operation }, { proposal, stack }) {
	const ending = executedEnding(job, {
		...operation,
		stack: stack ?? operation.stack
	}, proposal);
	return {
		...ending,
		result: {
			...ending.result,
			...stackOutputs(stack)
		}
	};
}
function isNotStarted({ view: { state } }) {
	return state.kind === "deploy-failed" && state.end.kind === "cancelled" && state.end.status === "not started";
}
function besideIt(ending, beside) {
	const { view, result } = ending;
	return {
		...ending,
		view: view.state.kind === "deployed" ? {
			...view,
			state: {
				...view.state,
				beside
			}
		} : view,
		result: {
			...result,
			message: `${result.message} ${beside}`
		},
		mark: "begun"
	};
}
function withRest(job, ending, { isOwn, operation }, rest) {
	const { view, result } = ending;
	const { end, stack, timeline } = operation;
	if (end.kind !== "succeeded") return ending;
	const done = `${isOwn ? "What an earlier attempt of this deploy executed is done" : "What another deploy executed, or an earlier attempt of this one, is done"}: stack ${job.inputs.stackName} was ${end.status} after ${duration(end.tookMs)}.`;
	const nextStep = [`${done} ${rest}`, ...hintOf(ending)].join("\n");
	const state = view.state.kind === "blocked" ? {
		...view.state,
		done
	} : {
		kind: "deploy-failed",
		end,
		nextStep,
		timeline
	};
	return {
		...ending,
		view: {
			...view,
			state
		},
		result: {
			...result,
			message: `${done} ${rest}`,
			...stackOutputs(stack),
			stackStatus: end.status
		},
		...isOwn ? { mark: "begun" } : {}
	};
}
function whyNot({ view: { state }, result }) {
	return state.kind === "blocked" && state.reason !== "preflight" ? state.explanation : result.message;
}
function hintOf({ result: { hint } }) {
	return hint === void 0 ? [] : [hint];
}

// src/flows/deploy/knownReview.ts
async function askForReview({ job, commit, check, ports }, account, { delays, isOfCommit = false } = {}) {
	const { checks, pulls, signer, clock, log, sources } = ports;
	if (checks === void 0 || pulls === void 0) return unknown(NO_TOKEN);
	if (check === void 0 && needsReview(job)) return unknown(NO_CHECK);
	const asked = {
		checks,
		pulls,
		signer,
		clock,
		log,
		sources: sources()
	};
	try {
		const ours = {
			appId: check?.appId,
			account
		};
		return await findReview({
			job,
			deployed: commit,
			ours,
			delays: delays ?? [],
			isOfCommit
		}, asked);
	} catch (error) {
		if (!(error instanceof ActionError) || needsReview(job)) throw error;
		log.warning(`GitHub could not be asked about the pull request: ${error.message}`);
		return NO_REVIEW;
	}
}
const NO_TOKEN = {
	problem: "without a github-token nothing is known of its pull request",
	remedy: "Give the step a github-token: by default it takes the job's own."
};
const NO_CHECK = {
	problem: "the token may make no check run, by whose app records are told from forged ones",
	remedy: "Give the job \"permissions: checks: write\", and run it again."
};
function unknown(why) {
	return {
		...NO_REVIEW,
		history: {
			...NO_REVIEW.history,
			...why
		}
	};
}
function firstReview(deploy) {
	return deploy.ports.log.group("Review", async () => {
		const review = await askForReview(deploy, void 0);
		for (const line of reviewLines(review)) deploy.ports.log.info(line);
		return review;
	});
}
function presentReview(deploy, { stackArn, thisCommit }) {
	if (!needsReview(deploy.job)) return Promise.resolve(deploy.review);
	const { account } = arnParts(stackArn);
	const isOfCommit = thisCommit !== void 0;
	const { own, history } = deploy.review;
	const isKnown = own.length > 0 && (!isOfCommit || history.line.every(({ brought }) => brought.pulls.length > 0));
	const { log } = deploy.ports;
	return log.group("Review, now that the changes are known", async () => {
		const review = await askForReview(deploy, account, {
			delays: isKnown ? [] : INDEX_DELAYS_MS,
			isOfCommit
		});
		const [before, after] = [deploy.review, review].map(reviewLines);
		const isSame = before?.join("\n") === after?.join("\n");
		for (const line of isSame ? ["As before."] : after ?? []) log.info(line);
		return review;
	});
}
function reviewLines({ history }) {
	return history.line.flatMap(({ sha, brought }) => {
		const commit = sha.slice(0, 8);
		if (brought.by === "nobody-needed") return [`${commit} changes nothing that is deployed here.`];
		if (brought.pulls.length === 0) return [`${commit} was brought by no merged pull request.`];
		return brought.pulls.map(({ number, headSha, record, problem }) => {
			const lacks = `no preview of it is recorded${problem === void 0 ? "" : `: ${problem}`}`;
			const what = record === void 0 ? lacks : `its preview has the digest ${record.digest}`;
			return `${commit} was brought by #${number}, head ${headSha.slice(0, 8)}: ${what}`;
		});
	});
}

// src/flows/deploy/outOfTime.ts
function isOutOfTime({ deadline }, clock) {
	return clock.now() >= deadline;
}
function outOfTime({ inputs }) {
	return new ActionError(`${inputs.timeoutMinutes} minutes were over before anything was executed.`, {
		reasonCode: "timeout",
		hint: "Run this job again, or raise timeout-minutes."
	});
}

// src/flows/deploy/protectStack.ts
async function protectStack(job, ending, protection, ports) {
	const { stackName } = job.inputs;
	if (protection === void 0 || ending.result.result !== "deployed") return ending;
	try {
		await ports.stacks.setTerminationProtection(stackName, protection);
		ports.log.info(`Termination protection of stack ${stackName} is ${protection ? "on" : "off"} now.`);
		return ending;
	} catch (error) {
		logStack(error, ports.log);
		const on = protection ? "on" : "off";
		return unprotected(ending, isLeftOpen(error) ? `whether its termination protection is ${on} is not known` : `its termination protection could not be turned ${on}`, failedResult(error));
	}
}
function unprotected(ending, what, error) {
	const failed = `${what}: ${error.message}`;
	const hint = error.hint === void 0 ? {} : { hint: error.hint };
	const { reasonCode = "error" } = error;
	const { state } = ending.view;
	const result = {
		...ending.result,
		result: "failed",
		reasonCode,
		message: `${ending.result.message} But ${failed}`,
		...hint
	};
	if (state.kind !== "deployed") return {
		...ending,
		result,
		conclusion: "failure",
		mark: "begun"
	};
	const end = {
		kind: "succeeded",
		status: ending.result.stackStatus ?? "",
		tookMs: state.tookMs
	};
	const nextStep = [`All is deployed, but ${failed}`, ...Object.values(hint)].join("\n");
	return {
		...ending,
		view: {
			...ending.view,
			state: {
				kind: "deploy-failed",
				end,
				nextStep,
				timeline: state.timeline
			}
		},
		result,
		conclusion: "failure",
		mark: "begun"
	};
}

// src/flows/deploy/sameStack.ts
function hasMoved(then, now) {
	if (then === void 0 || now === void 0) return then !== now && disposition(now?.status).kind !== "create";
	return then.arn !== now.arn || then.terminationProtection !== now.terminationProtection;
}
function movedOn({ inputs }) {
	return new ActionError(`Stack ${inputs.stackName}, or an SSM parameter that it refers to, was changed while this deploy was about to execute: nothing was executed.`, {
		reasonCode: "stale-review",
		hint: "Run this job again: it looks at the stack anew."
	});
}

// src/flows/deploy/unlessThrottled.ts
const PAUSE_MS = 5e3;
async function unlessThrottled(job, { clock, pace, log }, attempt) {
	for (;;) try {
		return await attempt();
	} catch (error) {
		const pause = pace.pause(PAUSE_MS);
		if (!isThrottled(error) || job.cancel.aborted || clock.now() + pause >= job.deadline) throw error;
		log.info(`Looking once more before anything is executed, for AWS throttles it. (${error.message})`);
		await clock.sleep(pause, job.cancel);
	}
}

// src/flows/deploy/conclude.ts
async function conclude(deploy, proposal, stack) {
	const { job, mark, ports } = deploy;
	for (const line of planLines(proposal.shown, proposal.verdict)) ports.log.info(line);
	const decision = decided(deploy, proposal);
	if (decision.kind !== "execute") return stopped(deploy, proposal, decision, stack);
	const { live } = proposal;
	const found = (await preflight(job, {
		live,
		changes: proposal.changes,
		isPreview: false
	}, ports))(proposal.changes);
	logFindings([...warningsOf(proposal), ...found], ports.log);
	if (isStopped(found)) return preflightEnding(job, await discard(deploy, proposal), found);
	if (proposal.obstacle !== void 0) throw obstructed$1(proposal.obstacle);
	await inTime(deploy, proposal);
	try {
		await mark.begin(proposal);
		const made = await inPlaceOfShell(deploy, proposal, stack);
		if (made.kind === "ended") return made.ending;
		return await unlessThrottled(job, ports, () => lastLook(deploy, made.proposal, made.stack));
	} catch (error) {
		if (error instanceof ActionError) mark.undo();
		throw error;
	}
}
const OLD_MS = 5e3;
async function lastLook(deploy, proposal, stack) {
	const { job, mark, ports } = deploy;
	const { account } = arnParts(proposal.stackArn);
	const [seen, now, isResolved] = await Promise.all([
		reviewNow(deploy, account).then((review) => ({
			review,
			at: ports.clock.now()
		})),
		ports.stacks.describe(job.inputs.stackName),
		areStillResolved(proposal, ports)
	]);
	const review = ports.clock.now() - seen.at >= OLD_MS ? await reviewNow(deploy, account) : seen.review;
	const last = judged$4(job, proposal, acknowledgements(job.inputs, labelsIn(review, proposal.digest)));
	const decision = decided({
		...deploy,
		review
	}, last);
	if (decision.kind !== "execute" || hasMoved(stack, now) || !isResolved) {
		mark.undo();
		if (decision.kind !== "execute") return stopped(deploy, last, decision, stack);
		await discard(deploy, last);
		throw movedOn(job);
	}
	await inTime(deploy, last);
	return act({
		...deploy,
		review
	}, last, decision.because, stack);
}
async function inTime(deploy, proposal) {
	const { job, mark, ports } = deploy;
	if (!isOutOfTime(job, ports.clock)) return;
	mark.undo();
	await discard(deploy, proposal);
	throw outOfTime(job);
}
async function reviewNow(deploy, account) {
	const { job, review } = deploy;
	if (!needsReview(job) && !job.inputs.requireReview) return review;
	const now = await askForReview(deploy, account);
	if (needsReview(job)) return now;
	const { newerDeploy } = now.history;
	return newerDeploy === void 0 ? review : {
		...review,
		history: {
			...review.history,
			newerDeploy
		}
	};
}
async function act(deploy, proposal, because, stack) {
	const { job, followed, mark, ports } = deploy;
	const { changeSetArn, stackArn, createdAt, changes, protection, estimate } = proposal;
	ports.log.info(`Executing: ${because}.`);
	if (estimate !== void 0) ports.log.info(`It takes ${estimateText(estimate)}.`);
	if (!proposal.executable) {
		const done = followed && isAsLeft(followed, stack) ? executedEnding(job, followed.operation, proposal) : protectedEnding(job, proposal, stack);
		const ending = await protectStack(job, done, protection, ports);
		await discard(deploy, proposal);
		return ending;
	}
	const request = {
		changeSetArn,
		stackArn,
		total: changes.resources.length,
		since: createdAt,
		rollback: proposal.rollback,
		estimate,
		onProgress: follower(deploy, proposal)
	};
	const operation = await execute(job, request, ports);
	if (operation === notStarted) mark.undo();
	const ending = executedEnding(job, operation, proposal);
	return protectStack(job, ending, protection, ports);
}
function decided({ job, review, decideBy }, proposal) {
	return decideBy(presentChanges(proposal), review.history, job.inputs);
}
async function stopped(deploy, proposal, decision, stack) {
	const left = await discard(deploy, proposal);
	return decision.kind === "no-changes" ? emptyEnding(deploy.job, left, stack) : blockedEnding(deploy.job, decision, left);
}
async function inPlaceOfShell(deploy, proposal, stack) {
	const { job, mark, ports } = deploy;
	if (stack === void 0 || disposition(stack.status).kind !== "recreate") return {
		kind: "made",
		proposal,
		stack
	};
	await removeShell(job, stack, ports);
	const proposed = await fresh(deploy, void 0);
	if (proposed.kind === "failed") {
		mark.undo();
		return {
			kind: "ended",
			ending: refusedEnding(job, proposed.failure, "deploy")
		};
	}
	const made = proposed.proposal;
	if (made.digest.digest === proposal.digest.digest) return {
		kind: "made",
		proposal: made,
		stack: void 0
	};
	mark.undo();
	const left = await discard(deploy, made);
	return {
		kind: "ended",
		ending: blockedEnding(job, {
			kind: "blocked",
			reason: "stale-review",
			explanation: "what CloudFormation would do is not what it said before the failed stack was deleted"
		}, left)
	};
}

// src/flows/deploy/followEarlier.ts
async function followEarlier(deploy) {
	const { job, review, ports } = deploy;
	const stack = await ports.stacks.describe(job.inputs.stackName);
	const running = await runningExecution(stack, (arn) => isOurs(arn, deploy), ports);
	if (running === void 0) return {
		stack,
		followed: void 0
	};
	const { changeSetArn } = running;
	const isOwn = isOwnFor(changeSetArn, deploy);
	ports.log.info(`${isOwn ? OWN : MAY_BE_ANOTHERS} (${running.stack.status}): following it.`);
	const operation = await attach(job, running, follower(deploy, void 0), ports);
	const record = review.own.find((pull) => pull.record?.changeSetArn === changeSetArn)?.record;
	return {
		stack,
		followed: {
			isOwn,
			changeSetArn,
			stackArn: running.stack.arn,
			digest: record,
			operation
		}
	};
}
const OWN = "An earlier attempt of this deploy is still running";
const MAY_BE_ANOTHERS = "What was reviewed is being executed already, by another deploy or an earlier attempt of this one";
function isOurs(changeSetArn, deploy) {
	return isFresh(changeSetArn, deploy) || isReviewed(changeSetArn, deploy);
}
function isOwnFor(changeSetArn, deploy) {
	const { commit, review } = deploy;
	return isFresh(changeSetArn, deploy) || ownCommit(review.history)?.sha === commit.commit;
}
function isFresh(changeSetArn, { commit }) {
	return (changeSetArn.split("/")[1] ?? "").startsWith(freshOrigin(commit.commit));
}
function isReviewed(changeSetArn, { review }) {
	return review.own.some(({ record }) => record?.changeSetArn === changeSetArn);
}

// src/report/sections/deltaLines.ts
function deltaLines(delta) {
	return delta.flatMap((entry) => [
		`  ${oneLine(entry.item)}: ${KINDS[entry.kind]}`,
		...side("-", entry.reviewed),
		...side("+", entry.present)
	]);
}
const KINDS = {
	"only-reviewed": "was reviewed and would not happen now",
	"only-present": "is new since the review",
	differs: "is not what was reviewed"
};
function side(sign, lines) {
	return lines === void 0 ? [] : lines.split("\n").map((line) => `    ${sign} ${oneLine(line)}`);
}

// src/flows/tell/neighbours.ts
const AT_A_TIME = 4;
const AT_MOST = 100;
async function markNeighboursOutOfDate(job, executed, ports) {
	const { pulls, checks, log } = ports;
	if (pulls === void 0 || checks === void 0 || executed.check === void 0) return;
	try {
		const queue = (await pulls.open()).filter(({ number }) => !executed.pullRequests.includes(number)).sort((a, b) => b.number - a.number).slice(0, AT_MOST);
		const after = {
			...executed,
			alive: aliveSets(job, ports)
		};
		const mark = (pull) => markOne(job, pull, after, {
			...ports,
			checks
		});
		const marked = (await inTurn(queue, mark)).filter((isMarked) => isMarked).length;
		if (marked > 0) log.info(`Marked the previews of ${plural(marked, "other open pull request")} as out of date.`);
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		log.warning(`Not all previews of other open pull requests could be marked as out of date: ${why}`);
	}
}
function aliveSets({ inputs }, { changeSets }) {
	let asked;
	const ask = async () => new Set((await changeSets.list(inputs.stackName)).map((set) => set.arn));
	return () => {
		asked ??= ask();
		return asked;
	};
}
async function markOne(job, pull, executed, ports) {
	const run = (await ports.checks.list(pull.headSha, checkName(job.inputs))).find(({ appId, status }) => appId === executed.check?.appId && status === "completed");
	const decoded = run && decodeRecord(run.text, run.externalId);
	if (run === void 0 || decoded?.kind !== "record") return false;
	const { record } = decoded;
	const view = outOfDateView(job, pull.headSha, record, executed);
	const check = renderCheck(view);
	if (run.title === check.title || !await isOutdated(run, record, executed)) return false;
	await Promise.all([ports.checks.update(run.id, {
		externalId: run.externalId,
		status: "completed",
		conclusion: run.conclusion === "failure" ? "failure" : "success",
		...run.completedAt > 0 ? { completedAt: run.completedAt } : {},
		...check,
		text: run.text,
		annotations: []
	}), markComment(job, pull.number, view, ports)]);
	return true;
}
async function isOutdated(run, { changeSetArn }, { check, isUnreviewed, alive }) {
	if (isUnreviewed) return true;
	if (changeSetArn !== void 0) return !(await alive()).has(changeSetArn);
	return check !== void 0 && run.startedAt < check.startedAt;
}
async function markComment(job, pullRequest, view, ports) {
	const { comments, clock } = ports;
	if (comments === void 0) return;
	const since = clock.now();
	const written = await writeComment(job.inputs, {
		pullRequest,
		view,
		only: "where there is one"
	}, comments);
	if (written !== void 0) await refreshOverview({
		...job,
		since
	}, pullRequest, written.comment, ports);
}
function outOfDateView(job, headSha, { digest }, { isUnreviewed }) {
	const explanation = isUnreviewed ? unreviewedText(job.commit) : deployedText(job.commit);
	const { rendered: _rendered, ...about } = job;
	return {
		...reportView({
			...about,
			commit: headSha
		}, {
			kind: "out-of-date",
			explanation
		}),
		digest
	};
}
function unreviewedText(commit) {
	return `The deploy of ${commit.slice(0, 8)} is blocked, as nobody has reviewed it. What was previewed before that commit is not deployed on top of it: update this branch, so that its preview shows both.`;
}
function deployedText(commit) {
	return `The deploy of ${commit.slice(0, 8)} came after this preview. A merge still deploys what was reviewed here if the changes are the same then; otherwise it is blocked and shows what differs. To see the changes as they are now, update this branch.`;
}
async function inTurn(items, work) {
	const results = [];
	for (let start = 0; start < items.length; start += AT_A_TIME) results.push(...await Promise.all(items.slice(start, start + AT_A_TIME).map(work)));
	return results;
}

// src/flows/deploy/tellDeploy.ts
async function tellDeploy(job, ending, { check, mark, review, proposal, followed }, ports) {
	const { view, result } = ending;
	tellDelta(view, ports.log);
	logFailure(result, ports.log);
	const entry = {
		at: ports.clock.now(),
		commit: job.commit,
		text: endingText(view),
		runUrl: job.run.url
	};
	const { pulls } = review;
	const [comments] = await Promise.all([Promise.all(toldOf(review).map((pull) => publishComment(job, {
		...pull,
		view,
		entry
	}, ports))), closeCheck(job, check, {
		...ending,
		externalId: mark.ended(proposal ?? followed, ending.mark)
	}, ports)]);
	if ((followed !== void 0 || outdates(view.state) || isInTheWay(view, review)) && !job.cancel.aborted) {
		const executed = {
			isUnreviewed: isInTheWay(view, review),
			pullRequests: pulls.map((pull) => pull.number),
			check
		};
		await markNeighboursOutOfDate(job, executed, ports);
	}
	const url = comments.find((comment) => comment !== void 0)?.url;
	return {
		...result,
		summary: renderSummary(view),
		...url === void 0 ? {} : { commentUrl: url }
	};
}
function toldOf({ pulls, own }) {
	const recorded = pulls.map(({ number }) => number);
	const unrecorded = own.map(({ number }) => number).filter((number) => !recorded.includes(number));
	return [...recorded.map((pullRequest) => ({ pullRequest })), ...unrecorded.map((pullRequest) => ({
		pullRequest,
		only: "where there is one"
	}))];
}
function outdates(state) {
	return state.kind === "deployed" || state.kind === "deploy-failed" && state.end.kind !== "cancelled";
}
function isInTheWay({ state }, { history }) {
	return state.kind === "blocked" && state.reason === "unreviewed" && ownCommit(history) !== void 0;
}
function tellDelta({ state, secrets }, log) {
	if (state.kind !== "blocked" || state.delta.length === 0) return;
	log.info("What differs (- what was reviewed, + what would happen now):");
	const shown = state.delta.map((entry) => shownDelta(entry, secrets.hide));
	for (const line of deltaLines(shown)) log.info(line);
}

// src/flows/deploy/deploy.ts
async function deploy(job, commit, ports, decideBy = decide) {
	const check = await openDeployCheck(job, ports, needsReview(job));
	const mark = ownMark(job, check, ports, needsReview(job));
	const progress = progressComments(job, ports);
	const begun = {
		job,
		commit,
		check,
		mark,
		decideBy,
		progress,
		followed: void 0,
		ports
	};
	let reached = {
		review: NO_REVIEW,
		proposal: void 0,
		stack: void 0,
		followed: void 0
	};
	const reach = (more) => {
		reached = {
			...reached,
			...more
		};
		return reached;
	};
	let ending;
	try {
		await sameCheckout(job, commit, ports);
		const review = await firstReview(begun);
		reach({ review });
		ending = await unlessBusy(job, ports, () => {
			const { followed } = reach({
				review,
				proposal: void 0
			});
			return reachEnding({
				...begun,
				review,
				followed
			}, reach);
		});
	} catch (error) {
		logStack(error, ports.log);
		ending = errorEnding(job, error, "deploy");
	}
	const { followed } = reached;
	if (followed !== void 0) ending = afterFollowed(job, ending, {
		...reached,
		followed
	}, ports.log);
	await progress.settled();
	return tellDeploy(job, ending, {
		check,
		mark,
		...reached
	}, ports);
}
async function reachEnding(deploy, reach) {
	const { job, ports } = deploy;
	const found = await followEarlier(deploy);
	if (found.followed !== void 0 && found.followed.operation.end.kind !== "succeeded") return executedEnding(job, found.followed.operation, void 0);
	const seen = reach({ followed: found.followed ?? deploy.followed });
	const justSeen = found.followed === void 0 ? found : void 0;
	const stack = await idleStack(job, ports, { justSeen });
	const { followed } = reach({
		stack,
		followed: seen.followed && withStack(seen.followed, stack)
	});
	const proposed = await candidateChanges(deploy, stack);
	if (proposed.kind === "failed") {
		if (!proposed.isDiscarded) await discardChangeSet(proposed.failure.arn, proposed.failure.stackArn, ports);
		return refusedEnding(job, proposed.failure, "deploy");
	}
	const { proposal } = proposed;
	reach({ proposal });
	if (proposal.empty) {
		await discardChangeSet(proposal.changeSetArn, proposal.stackArn, ports);
		return emptyEnding(job, proposal, stack);
	}
	const review = await presentReview(deploy, proposal);
	const present = judged$4(job, proposal, acknowledgements(job.inputs, labelsIn(review, proposal.digest)));
	reach({
		review,
		proposal: present
	});
	return conclude({
		...deploy,
		review,
		followed
	}, present, stack);
}
async function sameCheckout(job, { commit }, { headCommit }) {
	const checkedOut = needsReview(job) ? await headCommit() : void 0;
	if (checkedOut === void 0 || checkedOut === commit) return;
	throw new ActionError(`The workspace holds ${checkedOut.slice(0, 8)}, and ${commit.slice(0, 8)} is to be deployed: what was reviewed cannot be told.`, {
		reasonCode: "unreviewed",
		hint: `Let actions/checkout take its default, the commit of the event.`
	});
}

// src/flows/discover/nothingFound.ts
const NOTHING_FOUND = {
	hasChanges: false,
	matrix: matrixOf([]),
	waves: Array.from({ length: 5 }, () => matrixOf([]))
};

// src/changes/noEchoDrift.ts
function noEchoUse(template, passed) {
	if (template === void 0) return {
		takes: () => true,
		passes: () => void 0
	};
	const declared = Object.keys(declarationsIn(template));
	const names = /* @__PURE__ */ new Set([...noEchoNames(template), ...passed ?? declared]);
	const resources = isObject$1(template.Resources) ? template.Resources : {};
	const propertiesOf = (logicalId) => {
		const resource = Object.hasOwn(resources, logicalId) ? resources[logicalId] : void 0;
		return isObject$1(resource) ? resource.Properties : void 0;
	};
	const mayTakeUnseen = names.size > 0 && usesMacros(template);
	return {
		takes: ({ logicalId }, path) => Object.hasOwn(resources, logicalId) ? takesAt(propertiesOf(logicalId) ?? null, path.split("/").slice(1), names) : mayTakeUnseen,
		passes: (nested) => passedBy(propertiesOf(nested), names)
	};
}
function passedBy(nested, names) {
	if (names.size === 0) return /* @__PURE__ */ new Set();
	if (!isObject$1(nested)) return void 0;
	const given = nested.Parameters ?? {};
	if (!isObject$1(given) || Object.keys(given).some((key) => key.includes("::") || key === "Ref")) return refersTo(given, names) ? void 0 : /* @__PURE__ */ new Set();
	return new Set(Object.keys(given).filter((key) => refersTo(given[key] ?? null, names)));
}
function withoutNoEcho(drift, isHidden) {
	const resources = drift.resources.map((resource) => ({
		...resource,
		differences: resource.differences.map((it) => isHidden(resource, it.path) ? {
			...it,
			expected: masked(it.expected),
			actual: masked(it.actual)
		} : it)
	}));
	return {
		...drift,
		resources
	};
}
function masked(value) {
	return value === "" ? "" : "****";
}
function takesAt(node, steps, names) {
	const [step, ...rest] = steps;
	if (step === void 0) return refersTo(node, names);
	if (Array.isArray(node)) return node.some((item) => takesAt(item, rest, names));
	return isObject$1(node) && Object.hasOwn(node, step) ? takesAt(node[step] ?? null, rest, names) : refersTo(node, names);
}
function refersTo(node, names) {
	if (typeof node === "string") return [...node.matchAll(/\$\{\s*(\w+)\s*\}/g)].some(([, name = ""]) => names.has(name));
	if (Array.isArray(node)) return node.some((item) => refersTo(item, names));
	if (!isObject$1(node)) return false;
	return names.has(node.Ref) || Object.values(node).some((member) => refersTo(member, names));
}

// src/flows/driftTree.ts
function driftOfTree(arn, deadline, ports) {
	const tree = {
		...ports,
		deadline,
		inTurn: openTurns(AT_ONCE)
	};
	return driftBelow({
		arn,
		stackPath: [],
		passed: /* @__PURE__ */ new Set()
	}, tree);
}
const AT_ONCE = 4;
async function driftBelow(node, tree) {
	const reading = tree.inTurn(() => readTemplate(node, tree));
	const [own, nested] = await Promise.all([tree.inTurn(() => detected(node, tree)), reading.then((template) => nestedDrift(node, template, tree))]);
	const { takes } = noEchoUse(await reading, node.passed);
	return joined([{
		...own,
		drift: withoutNoEcho(own.drift, takes)
	}, nested]);
}
function detected({ arn, stackPath }, { drifts, deadline, clock, log }) {
	return unlessFailed(stackPath, "", async () => {
		if (clock.now() >= deadline) throw new ActionError("Its turn did not come in time.", { reasonCode: "timeout" });
		if (stackPath.length > 0) log.info(`Looking into nested stack ${stackPath.join("/")}.`);
		return {
			drift: at(stackPath, await drifts.detect(arn, deadline)),
			failures: []
		};
	});
}
function at(stackPath, { resources, unchecked, coverage }) {
	const here = (it) => ({
		...it,
		stackPath
	});
	const { checked, leftOut, untold } = coverage;
	return {
		resources: resources.map(here),
		unchecked: unchecked.map(here),
		coverage: {
			checked,
			leftOut: leftOut.map(here),
			untold: untold.map(here)
		}
	};
}
async function nestedDrift(node, template, tree) {
	if (!mayNest(template)) return joined([]);
	return unlessFailed(node.stackPath, "Its nested stacks are not known. ", async () => {
		const { passes } = noEchoUse(template, node.passed);
		const listed = await tree.inTurn(() => tree.stacks.resources(node.arn));
		const nodes = nestedStacksIn(listed).map(({ logicalId, arn }) => ({
			arn,
			stackPath: [...node.stackPath, logicalId],
			passed: passes(logicalId)
		}));
		return joined(await Promise.all(nodes.map((nested) => driftBelow(nested, tree))));
	});
}
function mayNest(template) {
	return template === void 0 || /AWS::CloudFormation::Stack"|Transform"|::MODULE"/.test(JSON.stringify(template));
}
async function unlessFailed(stackPath, what, look) {
	try {
		return await look();
	} catch (error) {
		if (!(error instanceof ActionError) || error.reasonCode === "cancelled") throw error;
		const isLate = error.reasonCode === "timeout" ? { isLate: true } : {};
		return {
			drift: {
				resources: [],
				unchecked: [{
					stackPath,
					reason: `${what}${error.message}`,
					...isLate
				}],
				coverage: NO_COVERAGE
			},
			failures: [error]
		};
	}
}
async function readTemplate({ arn, stackPath }, ports) {
	try {
		return await deployedTemplate({ arn }, ports);
	} catch (error) {
		if (!(error instanceof ActionError) || error.reasonCode === "cancelled") throw error;
		const where = stackPath.length === 0 ? "" : ` in ${stackPath.join("/")}`;
		ports.log.warning(`No value that drifted${where} is shown, as NoEcho ones may be among them: ${error.message}`);
		return;
	}
}
function joined(all) {
	return {
		drift: {
			resources: all.flatMap(({ drift }) => drift.resources),
			unchecked: all.flatMap(({ drift }) => drift.unchecked),
			coverage: joinedCoverage(all.map(({ drift }) => drift.coverage))
		},
		failures: all.flatMap(({ failures }) => failures)
	};
}
function openTurns(atOnce) {
	const waiting = [];
	let free = atOnce;
	return async (work) => {
		if (free > 0) free--;
		else await new Promise((resolve) => waiting.push(resolve));
		try {
			return await work();
		} finally {
			const next = waiting.shift();
			if (next === void 0) free++;
			else next();
		}
	};
}

// src/flows/drift.ts
async function drift(job, ports) {
	const stack = await idleStack(job, ports, { mayBeKept: true });
	if (stack === void 0 || stack.status === "REVIEW_IN_PROGRESS") throw new ActionError(`There is no stack ${job.inputs.stackName} in ${job.inputs.region} to check for drift.`, {
		reasonCode: "invalid-input",
		hint: "Check stack-name and region; drift can be detected once the stack is deployed."
	});
	const found = await driftOfTree(stack.arn, job.deadline, ports);
	const shown = shownDrift(found.drift, job.secrets);
	const view = reportView(job, {
		kind: "drift",
		drift: found.drift
	}, { stackArn: stack.arn });
	for (const line of driftLines(shown)) ports.log.info(line);
	return {
		...endOf(job, headline(view), {
			...found,
			drift: shown
		}),
		hasChanges: found.drift.resources.length > 0,
		summary: renderSummary(view),
		stackId: stack.arn,
		stackStatus: stack.status,
		stackOutputs: stack.outputs
	};
}
function endOf(job, message, { drift: found, failures }) {
	const { inputs } = job;
	const late = found.unchecked.filter(({ isLate }) => isLate === true);
	if (late.length > 0) return notInTime(job, late, {
		drift: found,
		failures
	});
	if (found.resources.length > 0) return {
		result: "drifted",
		message
	};
	if (found.unchecked.length === 0) return {
		result: "in-sync",
		message
	};
	return {
		result: "failed",
		reasonCode: failures[0]?.reasonCode ?? "error",
		message: `The drift of ${inputs.stackName} could not be detected: ${firstOf(found.unchecked)}`,
		hint: failures[0]?.hint ?? "The role of this job, and not the stack's service role, needs to read every resource of the stack, besides cloudformation:DetectStackDrift."
	};
}
function notInTime({ inputs }, late, { drift: { resources, unchecked }, failures }) {
	const others = unchecked.filter(({ isLate }) => isLate !== true);
	const names = late.slice(0, MOST_NAMED).map((it) => pathOf(it) || "the stack itself");
	const more = late.length > MOST_NAMED ? ` and ${late.length - MOST_NAMED} more` : "";
	const hint = failures.find(({ reasonCode }) => reasonCode !== "timeout")?.hint;
	return {
		result: "failed",
		reasonCode: "timeout",
		message: [
			`The drift of ${inputs.stackName} was not detected within ${inputs.timeoutMinutes} minutes (timeout-minutes).`,
			`Not reached: ${names.join(", ")}${more}.`,
			...others.length === 0 ? [] : [fullSentence(`Not checked for other reasons: ${firstOf(others)}`)],
			...resources.length === 0 ? [] : [`By then ${plural(resources.length, "resource")} had drifted.`]
		].join(" "),
		hint: ["What was begun goes on in CloudFormation. Run this job again, or raise timeout-minutes.", ...hint === void 0 ? [] : [hint]].join("\n")
	};
}
const MOST_NAMED = 5;
function firstOf([first, ...others]) {
	if (first === void 0) return "";
	return `${uncheckedText(first)}${others.length === 0 ? "" : ` (and ${others.length} more, see above)`}`;
}

// src/flows/preview/awaiting.ts
const NO_EXPORT = /No export named (\S+) found/;
async function awaitedBy(proposed, audience, { exporterOf }) {
	if (proposed.kind !== "failed" || audience.kind !== "pull-request") return void 0;
	const name = NO_EXPORT.exec(proposed.failure.reason)?.[1];
	const by = name === void 0 ? void 0 : await exporterOf?.(name);
	return name === void 0 || by === void 0 ? void 0 : {
		name,
		by
	};
}
function awaitingEnding(job, { failure }, { name, by }) {
	const view = reportView(job, {
		kind: "awaiting",
		name,
		by
	}, { stackArn: failure.stackArn });
	return {
		view,
		result: {
			result: "previewed",
			reasonCode: "unreviewed",
			message: `${headline(view)}: ${name} will be exported by ${by.stack} in wave ${by.wave}.`,
			hint: "Its deploy after that wave is blocked, and names the digest to approve. To review it here, merge the exporting stack first, in a pull request of its own.",
			hasChanges: true
		},
		conclusion: "neutral",
		proposal: void 0,
		changeSetArn: failure.arn,
		lines: []
	};
}

// src/changes/costs/span.ts
function exactly(amount) {
	return {
		from: amount,
		to: amount
	};
}
function plus(one, other) {
	return {
		from: one.from + other.from,
		to: one.to + other.to
	};
}
function around(numbers) {
	return numbers.length === 0 ? exactly(0) : {
		from: Math.min(...numbers),
		to: Math.max(...numbers)
	};
}
function within({ from, to }, wanted) {
	return Math.min(Math.max(wanted, from), to);
}

// src/changes/costs/values.ts
const UNKNOWN_COSTS = { kind: "unknown" };
const NO_COSTS = { kind: "none" };
function hourly(price, what, times = 1) {
	return {
		kind: "priced",
		what: times === 1 ? what : `${times} × ${what}`,
		parts: [{
			price,
			amount: exactly(times)
		}]
	};
}
function valueAt({ properties }, path) {
	return valueIn(properties, path);
}
function has(resource, path) {
	return valueAt(resource, path) !== void 0;
}
function text$1({ properties }, path, otherwise) {
	return textIn(properties, path, otherwise);
}
function textIn(object, path, otherwise) {
	const value = valueIn(object, path);
	if (value === void 0) return otherwise;
	const known = textOf$2(value);
	return typeof known === "string" ? known : void 0;
}
function number(resource, path, otherwise) {
	const known = text$1(resource, path, otherwise === void 0 ? void 0 : String(otherwise));
	return known === void 0 ? void 0 : amountIn(known);
}
function amountIn(written) {
	if (!/^\d{1,7}(\.\d{1,6})?$/.test(written)) return void 0;
	const amount = Number(written);
	return amount <= 1e6 ? amount : void 0;
}
function count(resource, path, otherwise) {
	const known = number(resource, path, otherwise);
	return known !== void 0 && Number.isInteger(known) ? known : void 0;
}
function flag(resource, path) {
	const known = text$1(resource, path, "false")?.toLowerCase();
	return known === "true" ? true : known === "false" ? false : void 0;
}
function valueIn(object, path) {
	return path.split(".").reduce((value, step) => isEvaluatedObject(value) && Object.hasOwn(value, step) ? value[step] : void 0, object);
}

// src/changes/costs/databases.ts
const CLASS = /^db\.[a-z0-9]+(\.[a-z0-9-]+){1,2}$/;
const SERVERLESS = "db.serverless";
const databaseInstance = {
	properties: [...[
		"DBInstanceClass",
		"Engine",
		"MultiAZ",
		"LicenseModel",
		"DBClusterIdentifier"
	], ...[
		"StorageType",
		"AllocatedStorage",
		"Iops",
		"StorageThroughput"
	]],
	dependsOn: clusterIn("AWS::RDS::DBCluster"),
	costing: (resource, siblings) => {
		const cluster = clusterIn("AWS::RDS::DBCluster")(resource, siblings);
		const engine = text$1(resource, "Engine") ?? (cluster && text$1(cluster, "Engine"));
		const aurora = AURORA.get(engine ?? "");
		if (aurora !== void 0) return auroraInstance(resource, cluster, aurora);
		return has(resource, "DBClusterIdentifier") ? UNKNOWN_COSTS : ownInstance(resource, engine);
	}
};
const databaseCluster = {
	properties: [
		"DBClusterInstanceClass",
		"EngineMode",
		"StorageType",
		"ServerlessV2ScalingConfiguration"
	],
	costing: (cluster) => {
		return has(cluster, "DBClusterInstanceClass") || text$1(cluster, "EngineMode") === "serverless" ? UNKNOWN_COSTS : NO_COSTS;
	}
};
function clusterInstance(service, clusterType) {
	return {
		properties: ["DBInstanceClass", "DBClusterIdentifier"],
		dependsOn: clusterIn(clusterType),
		costing: (resource, siblings) => {
			const cluster = clusterIn(clusterType)(resource, siblings);
			const instanceClass = classOf(resource);
			const isOptimized = optimized(cluster, "standard", "iopt1");
			if (isOptimized === void 0 || instanceClass === void 0) return UNKNOWN_COSTS;
			const price = instancePrice(service, { instanceType: instanceClass }, usageOf(isOptimized));
			return {
				kind: "priced",
				what: `${instanceClass}${isOptimized ? " (I/O-Optimized)" : ""}`,
				parts: [{
					price,
					amount: exactly(1)
				}]
			};
		}
	};
}
const AURORA = /* @__PURE__ */ new Map([["aurora-postgresql", "Aurora PostgreSQL"], ["aurora-mysql", "Aurora MySQL"]]);
function auroraInstance(resource, cluster, databaseEngine) {
	const instanceClass = text$1(resource, "DBInstanceClass");
	const isOptimized = optimized(cluster, "aurora", "aurora-iopt1");
	if (cluster === void 0 || isOptimized === void 0) return UNKNOWN_COSTS;
	if (instanceClass === SERVERLESS) return serverless(cluster, databaseEngine, isOptimized);
	const provisioned = classOf(resource);
	if (provisioned === void 0) return UNKNOWN_COSTS;
	const price = instancePrice("AmazonRDS", {
		instanceType: provisioned,
		databaseEngine,
		deploymentOption: "Single-AZ",
		licenseModel: "No license required"
	}, usageOf(isOptimized));
	return {
		kind: "priced",
		what: `${provisioned} (${databaseEngine}${isOptimized ? ", I/O-Optimized" : ""})`,
		parts: [{
			price,
			amount: exactly(1)
		}]
	};
}
function serverless(cluster, databaseEngine, isOptimized) {
	const from = number(cluster, "ServerlessV2ScalingConfiguration.MinCapacity");
	const to = number(cluster, "ServerlessV2ScalingConfiguration.MaxCapacity");
	if (from === void 0 || to === void 0 || from > to) return UNKNOWN_COSTS;
	const price = {
		service: "AmazonRDS",
		attributes: {
			productFamily: "ServerlessV2",
			databaseEngine
		},
		usage: isOptimized ? "Aurora:ServerlessV2IOOptimizedUsage" : "Aurora:ServerlessV2Usage",
		unit: "capacity hour"
	};
	return {
		kind: "priced",
		what: `Aurora capacity ${from === to ? `${from}` : `${from} to ${to}`} ACU${isOptimized ? " (I/O-Optimized)" : ""}`,
		parts: [{
			price,
			amount: {
				from,
				to
			}
		}]
	};
}
const ENGINES = /* @__PURE__ */ new Map([
	["postgres", { databaseEngine: "PostgreSQL" }],
	["mysql", { databaseEngine: "MySQL" }],
	["mariadb", { databaseEngine: "MariaDB" }],
	["sqlserver-ex", {
		databaseEngine: "SQL Server",
		databaseEdition: "Express"
	}],
	["sqlserver-web", {
		databaseEngine: "SQL Server",
		databaseEdition: "Web"
	}],
	["sqlserver-se", {
		databaseEngine: "SQL Server",
		databaseEdition: "Standard"
	}],
	["sqlserver-ee", {
		databaseEngine: "SQL Server",
		databaseEdition: "Enterprise"
	}],
	["oracle-se2", {
		databaseEngine: "Oracle",
		databaseEdition: "Standard Two"
	}],
	["oracle-ee", {
		databaseEngine: "Oracle",
		databaseEdition: "Enterprise"
	}]
]);
const LICENSES = /* @__PURE__ */ new Map([["license-included", "License included"], ["bring-your-own-license", "Bring your own license"]]);
const VOLUMES$1 = /* @__PURE__ */ new Map([["gp2", {
	volumeType: "General Purpose",
	usage: "GP2-Storage"
}], ["gp3", {
	volumeType: "General Purpose-GP3",
	usage: "GP3-Storage"
}]]);
function ownInstance(resource, engineName) {
	const engine = ENGINES.get(engineName ?? "");
	const [instanceType, isMultiZone] = [classOf(resource), flag(resource, "MultiAZ")];
	const volumeName = text$1(resource, "StorageType") ?? "";
	const [volume, size] = [VOLUMES$1.get(volumeName), number(resource, "AllocatedStorage")];
	const isExtra = has(resource, "Iops") || has(resource, "StorageThroughput");
	if (engine === void 0 || instanceType === void 0 || isMultiZone === void 0) return UNKNOWN_COSTS;
	if (volume === void 0 || size === void 0 || isExtra) return UNKNOWN_COSTS;
	const licenseModel = licenseOf(resource, engine);
	if (licenseModel === void 0 || isMultiZone && engine.databaseEngine === "SQL Server") return UNKNOWN_COSTS;
	const deploymentOption = isMultiZone ? "Multi-AZ" : "Single-AZ";
	const instance = instancePrice("AmazonRDS", {
		...engine,
		instanceType,
		deploymentOption,
		licenseModel
	}, isMultiZone ? "Multi-AZUsage:" : "InstanceUsage:");
	const storage = {
		service: "AmazonRDS",
		attributes: {
			productFamily: "Database Storage",
			volumeType: volume.volumeType,
			deploymentOption
		},
		usage: `RDS:${isMultiZone ? "Multi-AZ-" : ""}${volume.usage}`,
		unit: "GB-month",
		among: { databaseEngine: [engine.databaseEngine, "Any"] }
	};
	return {
		kind: "priced",
		what: `${instanceType} (${[
			engine.databaseEngine,
			...isMultiZone ? ["Multi-AZ"] : [],
			`${size} GB ${volumeName}`
		].join(", ")})`,
		parts: [{
			price: instance,
			amount: exactly(1)
		}, {
			price: storage,
			amount: exactly(size)
		}]
	};
}
function licenseOf(resource, { databaseEngine, databaseEdition }) {
	if (databaseEdition === void 0) return "No license required";
	const otherwise = databaseEngine === "SQL Server" ? "license-included" : void 0;
	return LICENSES.get(text$1(resource, "LicenseModel", otherwise) ?? "");
}
function instancePrice(service, attributes, usage) {
	return {
		service,
		attributes: {
			productFamily: "Database Instance",
			...attributes
		},
		usage,
		unit: "hour"
	};
}
function usageOf(isOptimized) {
	return isOptimized ? "InstanceUsageIOOptimized:" : "InstanceUsage:";
}
function classOf(resource) {
	const instanceClass = text$1(resource, "DBInstanceClass");
	return instanceClass !== void 0 && CLASS.test(instanceClass) ? instanceClass : void 0;
}
function optimized(cluster, standard, other) {
	if (cluster === void 0 || cluster.exists !== true) return void 0;
	const kind = text$1(cluster, "StorageType", standard);
	return kind === standard ? false : kind === other ? true : void 0;
}
function clusterIn(type) {
	return (instance, siblings) => {
		const clusters = siblings.filter((one) => one.type === type);
		const referred = instance.references("DBClusterIdentifier");
		const name = text$1(instance, "DBClusterIdentifier");
		return clusters.find(({ logicalId }) => referred.includes(logicalId)) ?? clusters.find((one) => name !== void 0 && text$1(one, "DBClusterIdentifier") === name);
	};
}

// src/changes/costs/network.ts
const NAT = {
	service: "AmazonEC2",
	attributes: { productFamily: "NAT Gateway" },
	usage: "NatGateway-Hours",
	unit: "hour"
};
const natGateway = {
	properties: ["ConnectivityType", "AvailabilityMode"],
	costing: (resource) => {
		return text$1(resource, "ConnectivityType", "public") === "public" && text$1(resource, "AvailabilityMode", "zonal") === "zonal" ? hourly(NAT, "NAT gateway") : UNKNOWN_COSTS;
	}
};
const ADDRESS = {
	service: "AmazonVPC",
	attributes: { group: "VPCPublicIPv4Address" },
	usage: "PublicIPv4:InUseAddress",
	unit: "hour"
};
const elasticAddress = {
	properties: [
		"PublicIpv4Pool",
		"IpamPoolId",
		"Address"
	],
	costing: (resource) => {
		return [
			"PublicIpv4Pool",
			"IpamPoolId",
			"Address"
		].some((property) => has(resource, property)) ? UNKNOWN_COSTS : hourly(ADDRESS, "public IPv4 address");
	}
};
const instance = {
	properties: [
		"InstanceType",
		"Tenancy",
		"HostId",
		"HostResourceGroupArn",
		"LaunchTemplate"
	],
	costing: (resource) => {
		const instanceType = text$1(resource, "InstanceType") ?? "";
		const isElsewhere = [
			"HostId",
			"HostResourceGroupArn",
			"LaunchTemplate"
		].some((it) => has(resource, it));
		if (!/^[a-z0-9-]+\.[a-z0-9-]+$/.test(instanceType) || isElsewhere) return UNKNOWN_COSTS;
		if (text$1(resource, "Tenancy", "default") !== "default") return UNKNOWN_COSTS;
		const price = {
			service: "AmazonEC2",
			attributes: {
				instanceType,
				operatingSystem: "Linux",
				tenancy: "Shared",
				preInstalledSw: "NA",
				capacitystatus: "Used",
				licenseModel: "No License required"
			},
			usage: `BoxUsage:${instanceType}`,
			unit: "hour"
		};
		return hourly(price, `${instanceType} (as Linux)`);
	}
};
const BALANCERS = /* @__PURE__ */ new Map([
	["application", "Load Balancer-Application"],
	["network", "Load Balancer-Network"],
	["gateway", "Load Balancer-Gateway"]
]);
const loadBalancer = {
	properties: ["Type"],
	costing: (resource) => {
		const type = text$1(resource, "Type", "application") ?? "";
		const productFamily = BALANCERS.get(type);
		return productFamily === void 0 ? UNKNOWN_COSTS : hourly(balancerPrice(productFamily), `${type} load balancer`);
	}
};
const classicLoadBalancer = {
	properties: [],
	costing: () => hourly(balancerPrice("Load Balancer"), "classic load balancer")
};
function balancerPrice(productFamily) {
	return {
		service: "AWSELB",
		attributes: { productFamily },
		usage: "LoadBalancerUsage",
		unit: "hour"
	};
}
const ENDPOINT = {
	service: "AmazonVPC",
	attributes: { productFamily: "VpcEndpoint" },
	usage: "VpcEndpoint-Hours",
	unit: "hour"
};
const endpoint = {
	properties: [
		"VpcEndpointType",
		"SubnetIds",
		"ServiceRegion"
	],
	costing: (resource) => {
		const type = text$1(resource, "VpcEndpointType", "Gateway");
		if (type === "Gateway") return NO_COSTS;
		const subnets = valueAt(resource, "SubnetIds");
		if (!(type === "Interface" && !has(resource, "ServiceRegion") && Array.isArray(subnets)) || subnets.length === 0) return UNKNOWN_COSTS;
		return hourly(ENDPOINT, "interface endpoint", subnets.length);
	}
};
const VOLUMES = [
	"gp2",
	"gp3",
	"st1",
	"sc1"
];
const volume = {
	properties: [
		"VolumeType",
		"Size",
		"Iops",
		"Throughput"
	],
	costing: (resource) => {
		const [type, size] = [text$1(resource, "VolumeType", "gp2") ?? "", number(resource, "Size")];
		const isIncluded = (number(resource, "Iops", 0) ?? Infinity) <= 3e3 && (number(resource, "Throughput", 0) ?? Infinity) <= 125;
		const isPlain = VOLUMES.includes(type) && isIncluded && !has(resource, "OutpostArn");
		if (size === void 0 || !isPlain) return UNKNOWN_COSTS;
		const price = {
			service: "AmazonEC2",
			attributes: {
				productFamily: "Storage",
				volumeApiName: type
			},
			usage: `EBS:VolumeUsage.${type}`,
			unit: "GB-month"
		};
		return {
			kind: "priced",
			what: `${size} GB ${type}`,
			parts: [{
				price,
				amount: exactly(size)
			}]
		};
	}
};

// src/changes/costs/stores.ts
const CACHES = /* @__PURE__ */ new Map([
	["redis", "Redis"],
	["memcached", "Memcached"],
	["valkey", "Valkey"]
]);
const cacheCluster = {
	properties: [
		"CacheNodeType",
		"Engine",
		"NumCacheNodes",
		"ReplicationGroupId"
	],
	costing: (resource) => has(resource, "ReplicationGroupId") ? UNKNOWN_COSTS : nodes(resource, text$1(resource, "Engine"), count(resource, "NumCacheNodes"))
};
const replicationGroup = {
	properties: [...[
		"CacheNodeType",
		"Engine",
		"NumCacheClusters",
		"NumNodeGroups",
		"ReplicasPerNodeGroup"
	], "NodeGroupConfiguration"],
	costing: (resource) => {
		const own = count(resource, "NumCacheClusters");
		const replicas = count(resource, "ReplicasPerNodeGroup");
		const groups = count(resource, "NumNodeGroups", 1);
		const shards = replicas === void 0 || groups === void 0 ? void 0 : groups * (replicas + 1);
		const isPlain = !has(resource, "NodeGroupConfiguration") && !has(resource, "GlobalReplicationGroupId");
		const total = has(resource, "NumCacheClusters") ? own : shards;
		return isPlain ? nodes(resource, text$1(resource, "Engine", "redis"), total) : UNKNOWN_COSTS;
	}
};
function nodes(resource, engine, total) {
	const type = text$1(resource, "CacheNodeType") ?? "";
	const cacheEngine = CACHES.get(engine?.toLowerCase() ?? "");
	if (cacheEngine === void 0 || total === void 0 || total === 0) return UNKNOWN_COSTS;
	if (!/^cache\.[a-z0-9]+\.[a-z0-9]+$/.test(type)) return UNKNOWN_COSTS;
	const price = {
		service: "AmazonElastiCache",
		attributes: {
			instanceType: type,
			cacheEngine
		},
		usage: `NodeUsage:${type}`,
		unit: "hour"
	};
	return hourly(price, `${type} (${cacheEngine})`, total);
}
const table = {
	properties: [
		"BillingMode",
		"ProvisionedThroughput",
		"GlobalSecondaryIndexes",
		"TableClass"
	],
	costing: (resource, siblings) => {
		const mode = text$1(resource, "BillingMode", "PROVISIONED");
		if (mode === "PAY_PER_REQUEST") return NO_COSTS;
		const prefix = PREFIXES.get(text$1(resource, "TableClass", "STANDARD") ?? "");
		if (mode !== "PROVISIONED" || prefix === void 0 || siblings.some(isScaling)) return UNKNOWN_COSTS;
		const [read, write] = [units(resource, "ReadCapacityUnits"), units(resource, "WriteCapacityUnits")];
		if (read === void 0 || write === void 0) return UNKNOWN_COSTS;
		const parts = [{
			price: throughput("DDB-ReadUnits", `${prefix}ReadCapacityUnit-Hrs`),
			amount: exactly(read)
		}, {
			price: throughput("DDB-WriteUnits", `${prefix}WriteCapacityUnit-Hrs`),
			amount: exactly(write)
		}];
		return {
			kind: "priced",
			what: `${read} read and ${write} write units`,
			parts
		};
	}
};
const PREFIXES = /* @__PURE__ */ new Map([["STANDARD", ""], ["STANDARD_INFREQUENT_ACCESS", "IA-"]]);
function units(resource, name) {
	const indexes = valueAt(resource, "GlobalSecondaryIndexes") ?? [];
	if (!Array.isArray(indexes)) return void 0;
	return [resource.properties, ...indexes].map((one) => isEvaluatedObject(one) ? amountIn(textIn(one, `ProvisionedThroughput.${name}`) ?? "") : void 0).reduce((sum, one) => sum === void 0 || one === void 0 ? void 0 : sum + one, 0);
}
function isScaling(one) {
	const namespace = text$1(one, "ServiceNamespace") ?? "dynamodb";
	return one.type === "AWS::ApplicationAutoScaling::ScalableTarget" && namespace === "dynamodb";
}
function throughput(group, usage) {
	return {
		service: "AmazonDynamoDB",
		attributes: { group },
		usage,
		unit: "throughput hour"
	};
}

// src/changes/costs/rules.ts
const RULES = /* @__PURE__ */ new Map([
	["AWS::RDS::DBInstance", databaseInstance],
	["AWS::RDS::DBCluster", databaseCluster],
	["AWS::DocDB::DBInstance", clusterInstance("AmazonDocDB", "AWS::DocDB::DBCluster")],
	["AWS::Neptune::DBInstance", clusterInstance("AmazonNeptune", "AWS::Neptune::DBCluster")],
	["AWS::EC2::NatGateway", natGateway],
	["AWS::EC2::EIP", elasticAddress],
	["AWS::EC2::Instance", instance],
	["AWS::EC2::Volume", volume],
	["AWS::EC2::VPCEndpoint", endpoint],
	["AWS::ElasticLoadBalancingV2::LoadBalancer", loadBalancer],
	["AWS::ElasticLoadBalancing::LoadBalancer", classicLoadBalancer],
	["AWS::ElastiCache::CacheCluster", cacheCluster],
	["AWS::ElastiCache::ReplicationGroup", replicationGroup],
	["AWS::DynamoDB::Table", table]
]);
function costRule(type) {
	return RULES.get(type);
}

// src/changes/costs/costed.ts
function costedResources(before, after) {
	const [old, wanted] = [costings(before), costings(after)];
	return [.../* @__PURE__ */ new Set([...old.keys(), ...wanted.keys()])].flatMap((key) => {
		const [was, will] = [old.get(key), wanted.get(key)];
		const one = will ?? was;
		if (one === void 0) return [];
		const { type, dependsOn } = one;
		return [{
			key,
			type,
			...dependsOn === void 0 ? {} : { dependsOn },
			...was === void 0 ? {} : { before: was.costing },
			...will === void 0 ? {} : { after: will.costing }
		}];
	});
}
const MOST_QUESTIONS = 12;
function questionsFor(costed) {
	const wanted = costed.filter((one) => isKnown(one) && differs(one)).flatMap(({ before, after }) => [...queriesOf(before), ...queriesOf(after)]);
	return [...Map.groupBy(wanted, queryKey).values()].sort((a, b) => b.length - a.length).slice(0, MOST_QUESTIONS).flatMap(([query]) => query ?? []);
}
function queryKey({ service, attributes }) {
	return JSON.stringify([service, Object.entries(attributes).sort()]);
}
function differs({ before, after }) {
	return JSON.stringify(partsOf(before)) !== JSON.stringify(partsOf(after));
}
function isKnown({ before, after }) {
	return before?.kind !== "unknown" && after?.kind !== "unknown";
}
function partsOf(costing) {
	return costing?.kind === "priced" ? costing.parts : [];
}
function queriesOf(costing) {
	return partsOf(costing).map(({ price: { service, attributes } }) => ({
		service,
		attributes
	}));
}
function costings(resources) {
	const byStack = Map.groupBy(resources, ({ key }) => stackOf(key));
	const all = resources.flatMap((resource) => {
		const rule = costRule(resource.type);
		if (rule === void 0) return [];
		const siblings = byStack.get(stackOf(resource.key)) ?? [];
		const other = rule.dependsOn?.(resource, siblings);
		const costing = resource.exists === true ? rule.costing(resource, siblings) : UNKNOWN_COSTS;
		const { key, type } = resource;
		return [[key, {
			type,
			costing,
			...other === void 0 ? {} : { dependsOn: other.key }
		}]];
	});
	return new Map(all);
}
function stackOf(key) {
	return key.split("/").slice(0, -1).join("/");
}

// src/changes/costs/costChange.ts
function costChange(costed, changes, prices) {
	const listed = {
		byKey: new Map(changes.resources.map((change) => [resourceKey(change), change])),
		within: new Set(changes.resources.map(({ stackPath }) => stackPath.join("/")))
	};
	const found = costed.map((one) => lineOf(one, listed, prices));
	const lines = found.filter((line) => typeof line === "object");
	if (lines.length === 0) return void 0;
	const known = new Set(costed.map(({ key }) => key));
	return {
		currency: prices.currency,
		total: lines.map(({ change }) => change).reduce(plus, exactly(0)),
		lines: lines.toSorted((a, b) => weight(b) - weight(a)),
		unpriced: found.filter((line) => line === "unpriced").length + unseen(changes, known)
	};
}
function unseen({ resources }, known) {
	return resources.filter((change) => ["Add", "Remove"].includes(change.action) && costRule(change.type) !== void 0 && !known.has(resourceKey(change))).length;
}
function lineOf(costed, listed, prices) {
	const sides = sidesOf(costed, listed);
	if (sides === void 0) return void 0;
	const { before, after } = sides;
	if (before.kind === "unknown" || after.kind === "unknown") return before.kind !== after.kind || isTouched(costed, listed) ? "unpriced" : void 0;
	if (!differs(sides)) return void 0;
	const change = difference(paid(before, prices), paid(after, prices));
	if (change === void 0) return "unpriced";
	const { key, type } = costed;
	return {
		resource: key,
		type,
		change,
		...before.kind === "priced" ? { before: before.what } : {},
		...after.kind === "priced" ? { after: after.what } : {}
	};
}
function sidesOf(costed, listed) {
	const { key, dependsOn, before = UNKNOWN_COSTS, after = UNKNOWN_COSTS } = costed;
	const { byKey } = listed;
	const other = dependsOn === void 0 ? void 0 : byKey.get(dependsOn);
	const change = byKey.get(key) ?? nestedIn(key, listed) ?? (other?.action === "Modify" ? other : void 0);
	switch (change?.action) {
		case "Add": return {
			before: NO_COSTS,
			after
		};
		case "Remove": return change.policyAction === "Retain" ? void 0 : {
			before,
			after: NO_COSTS
		};
		case "Modify": return {
			before: change.policyAction === "ReplaceAndRetain" ? NO_COSTS : before,
			after
		};
		default: return;
	}
}
function nestedIn(key, { byKey, within }) {
	const steps = key.split("/");
	return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join("/")).flatMap((path) => {
		const change = byKey.get(path);
		const isWhole = change?.action === "Add" || change?.action === "Remove";
		return change !== void 0 && (isWhole || change.action === "Modify" && !within.has(path)) ? [change] : [];
	})[0];
}
function isTouched({ key, dependsOn }, { byKey }) {
	return [key, ...dependsOn === void 0 ? [] : [dependsOn]].some((one) => {
		const change = byKey.get(one);
		if (change === void 0) return false;
		const properties = costRule(change.type)?.properties ?? [];
		return change.action !== "Modify" || change.details.some(({ name }) => properties.includes(name ?? ""));
	});
}
const HOURS = 730;
function paid(costing, { unitPrice }) {
	const parts = costing.kind === "priced" ? costing.parts : [];
	const all = parts.flatMap((part) => {
		const price = unitPrice(part.price);
		return price === void 0 ? [] : [{
			...part,
			each: price * (part.price.unit === "GB-month" ? 1 : HOURS)
		}];
	});
	return all.length === parts.length ? all : void 0;
}
function difference(before, after) {
	if (before === void 0 || after === void 0) return void 0;
	const loads = [...before, ...after].flatMap(({ amount }) => [amount.from, amount.to]);
	return around(loads.map((load) => costsAt(load, after) - costsAt(load, before)));
}
function costsAt(load, all) {
	return all.reduce((sum, { amount, each }) => sum + each * within(amount, load), 0);
}
function weight({ change }) {
	return Math.max(Math.abs(change.from), Math.abs(change.to));
}

// src/changes/costs/priceList.ts
function unitPrice(price, documents, { region, currency }) {
	const asked = {
		...price,
		attributes: {
			...price.attributes,
			regionCode: region
		}
	};
	const products = documents.map(parsed).filter((document) => isOf(document, asked));
	const found = new Set(products.map((document) => onDemand(document, price.unit, currency)));
	const [only] = found;
	return found.size === 1 ? only : void 0;
}
const REGION = /^(?:[A-Z]{3}\d{1,2}-|EU-)/;
function isOf(document, { usage, among, attributes: wanted }) {
	const product = member(document, "product");
	const attributes = member(product, "attributes");
	const type = text(attributes, "usagetype")?.replace(REGION, "");
	if (type === void 0 || !(usage.endsWith(":") ? type.startsWith(usage) : type === usage)) return false;
	if ((text(attributes, "locationType") ?? IN_REGION) !== IN_REGION) return false;
	if ((text(attributes, "deploymentModel") ?? "") !== "") return false;
	return Object.entries(wanted).every(([name, value]) => [void 0, value].includes(text(name === "productFamily" ? product : attributes, name))) && Object.entries(among ?? {}).every(([name, values]) => {
		const value = text(attributes, name);
		return value === void 0 || values.includes(value);
	});
}
const IN_REGION = "AWS Region";
const UNITS = {
	hour: /^(hrs|hours?)$/i,
	"capacity hour": /^acu-(hrs?|hours?)$/i,
	"GB-month": /^gb-mo(nth)?$/i,
	"throughput hour": /^((read|write)capacityunit-)?(hrs|hours?)$/i
};
function onDemand(document, unit, currency) {
	const [term, other] = Object.values(member(member(document, "terms"), "OnDemand") ?? {});
	if (term === void 0 || other !== void 0) return void 0;
	const dimensions = Object.values(member(term, "priceDimensions") ?? {});
	const isAlike = dimensions.every((one) => UNITS[unit].test(text(one, "unit") ?? ""));
	const amounts = dimensions.map((one) => amountOf(text(member(one, "pricePerUnit"), currency)));
	const paid = new Set(amounts.filter((amount) => amount !== 0));
	const [only] = paid;
	return isAlike && paid.size === 1 ? only : void 0;
}
function amountOf(written) {
	return written !== void 0 && /^\d{1,6}(\.\d{1,12})?$/.test(written) ? Number(written) : void 0;
}
function parsed(document) {
	try {
		return JSON.parse(document);
	} catch {
		return;
	}
}
function member(value, name) {
	const found = isObject(value) && Object.hasOwn(value, name) ? value[name] : void 0;
	return isObject(found) ? found : void 0;
}
function text(value, name) {
	const found = isObject(value) && Object.hasOwn(value, name) ? value[name] : void 0;
	return typeof found === "string" ? found : void 0;
}

// src/changes/costs/templates.ts
function costResources({ templates, side, scope, isHidden }) {
	const nodes = templates.flatMap((pair) => {
		const template = pair[side];
		return template === void 0 ? [] : [{
			path: pair.stackPath,
			template
		}];
	});
	const root = nodes.find(({ path }) => path.length === 0);
	if (root === void 0 || !nodes.some(({ template }) => isPaid(template))) return [];
	const tree = treeOf(root, {
		below: Map.groupBy(nodes, ({ path }) => path.length === 0 ? void 0 : parentOf(path)),
		isHidden
	});
	const told = new Set(tree.template.parameters.map(({ name }) => name));
	const parameters = Object.fromEntries(Object.entries(scope.parameters).filter(([name]) => told.has(name)));
	return evaluatedTree(tree, {
		...scope,
		parameters
	}).map((resource) => ({
		...resource,
		properties: veiled(resource.properties, isHidden)
	}));
}
function treeOf({ path, template }, means) {
	const { parameters } = readParameters({
		...template,
		file: "",
		locate: () => NOWHERE
	});
	const told = parameters.filter(({ name, noEcho }) => !noEcho && !means.isHidden(name));
	const nested = means.below.get(path.join("/")) ?? [];
	return {
		template: {
			...template,
			parameters: told,
			locate: () => NOWHERE
		},
		children: nested.map((node) => ({
			logicalId: node.path.at(-1) ?? "",
			tree: treeOf(node, means)
		}))
	};
}
function parentOf(path) {
	return path.slice(0, -1).join("/");
}
function isPaid({ value: { Resources } }) {
	return isObject(Resources) && Object.values(Resources).some((one) => isObject(one) && costRule(String(one.Type)) !== void 0);
}
const NOWHERE = {
	file: "",
	line: 1,
	column: 1
};
function veiled(object, isHidden) {
	return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, isHidden(name) ? UNKNOWN$1 : veiledValue(value, isHidden)]));
}
function veiledValue(value, isHidden) {
	if (Array.isArray(value)) return value.map((item) => veiledValue(item, isHidden));
	return isEvaluatedObject(value) ? veiled(value, isHidden) : value;
}

// src/flows/preview/costs.ts
const PATIENCE_MS = 5e3;
const HEAD_START_MS$1 = 100;
function openCosts(job, live, ports) {
	const [late, ended] = [new AbortController(), new AbortController()];
	let asked;
	return {
		begin: (templates) => {
			if (!job.inputs.preflight) return;
			const giveUp = () => late.abort();
			ports.clock.sleep(PATIENCE_MS, ended.signal).then(giveUp, giveUp);
			asked = answers(AbortSignal.any([late.signal, job.cancel]), () => costedBy(job, live, templates), ports);
			asked.catch(() => void 0);
		},
		of: async (changes) => {
			if (asked === void 0 || changes === void 0) return void 0;
			try {
				const answered = await asked;
				return answered && billed(answered, changes, job.inputs.region);
			} catch (error) {
				ports.log.warning(`What the changes cost is not told: ${error instanceof Error ? error.message : error}`);
				logStack(error, ports.log);
				return;
			}
		},
		close: () => ended.abort()
	};
}
async function whileAsked(job, live, ports, work) {
	const costs = openCosts(job, live, ports);
	try {
		return await work(costs);
	} finally {
		costs.close();
	}
}
function withCosts(ending, costs) {
	return costs === void 0 ? ending : {
		...ending,
		view: {
			...ending.view,
			costs
		},
		lines: [...ending.lines, costText(costs)]
	};
}
function costedBy(job, live, templates) {
	const { isHidden } = job.secrets;
	const { before, after } = scopesOf(job, live, job.rendered.parametersFor(live));
	return costedResources(costResources({
		templates,
		side: "before",
		scope: before,
		isHidden
	}), costResources({
		templates,
		side: "after",
		scope: after,
		isHidden
	}));
}
async function answers(signal, costedNow, { prices, clock, log }) {
	await clock.sleep(HEAD_START_MS$1, signal);
	const costed = costedNow();
	const [first, ...others] = questionsFor(costed);
	if (first === void 0) return void 0;
	const whyNot = [];
	const answerTo = async (query) => {
		try {
			return [queryKey(query), await untilGivenUp(signal, prices.products(query, signal))];
		} catch (error) {
			if (!(error instanceof ActionError)) throw error;
			whyNot.push(error.message);
			return;
		}
	};
	const one = await answerTo(first);
	const rest = one === void 0 ? [] : await Promise.all(others.map(answerTo));
	const [reason] = whyNot;
	if (reason !== void 0) log.debug(`Costs are not told, or not all of them: ${reason}`);
	return {
		costed,
		documents: new Map([one, ...rest].filter((answer) => answer !== void 0))
	};
}
function billed({ costed, documents }, changes, region) {
	const currency = region.startsWith("cn-") ? "CNY" : "USD";
	const priceOf = (price) => unitPrice(price, documents.get(queryKey(price)) ?? [], {
		region,
		currency
	});
	return costChange(costed, changes, {
		currency,
		unitPrice: priceOf
	});
}

// src/flows/preview/mergeGroup.ts
function openMergeGroupCheck(job, { headSha }, ports) {
	const check = {
		sha: headSha,
		name: checkName(job.inputs),
		title: "Comparing with what was reviewed",
		about: "this merge group"
	};
	return openCheck(job, check, ports, true);
}
async function decideMergeGroup(job, { audience, proposal, appId }, ports) {
	const { headSha, branch } = audience;
	const ours = {
		appId,
		account: proposal.target.account
	};
	const [queued, ancestors, merged] = await Promise.all([
		groupOf(audience, ports.pulls),
		ports.pulls.ancestors(headSha, 200),
		ports.pulls.mergedInto(branch)
	]);
	const shas = [headSha, ...ancestors];
	const question = {
		job,
		deployed: {
			commit: headSha,
			branch,
			pullRequest: void 0
		},
		ours
	};
	const placed = placedOn(shas, queued, branch);
	const bringers = bringersFor(question, shas, [...merged, ...placed], ports);
	const review = reviewOf(await unsettledLine(question, shas, bringers, ports));
	const present = judged$4(job, proposal, acknowledgements(job.inputs, labelsIn(review, proposal.digest)));
	return {
		decision: decide(presentChanges(present), review.history, {
			...job.inputs,
			approvedDigest: void 0
		}),
		proposal: present
	};
}
async function groupOf(audience, pulls) {
	const entries = entriesUpTo(audience.headSha, await pulls.queued(audience.branch));
	return Promise.all(entries.map(async (entry) => ({
		...entry,
		pull: await pulls.get(entry.number)
	})));
}
function entriesUpTo(headSha, queue) {
	const entries = [];
	for (let start = headSha;;) {
		const entry = queue.find((candidate) => candidate.headSha === start && !entries.includes(candidate));
		if (entry === void 0) return entries;
		entries.push(entry);
		start = entry.baseSha;
	}
}
function placedOn(shas, queued, branch) {
	return queued.filter(({ pull }) => pull.baseRef === branch).flatMap(({ pull, headSha, baseSha }) => {
		const from = shas.indexOf(headSha);
		const to = shas.indexOf(baseSha);
		return (from < 0 ? [] : shas.slice(from, to < 0 ? from + 1 : to)).map((sha) => ({
			...pull,
			merged: true,
			mergeCommitSha: sha
		}));
	});
}

// src/flows/preview/groupEnding.ts
async function groupEnding(job, { audience, check }, ending, { pulls, checks, sources, ...ports }) {
	const { proposal } = ending;
	if (proposal === void 0 || ending.result.reasonCode === "preflight") return ending;
	if (pulls === void 0 || checks === void 0) return blocked(job, ending, noGitHub);
	const asked = {
		...ports,
		pulls,
		checks,
		sources: sources()
	};
	const group = {
		audience,
		proposal,
		appId: check?.appId
	};
	const { decision, proposal: present } = await decideMergeGroup(job, group, asked);
	const known = {
		...ending,
		proposal: present
	};
	if (decision.kind === "blocked") return blocked(job, known, decision);
	if (present.obstacle !== void 0) return obstructed(known, present, present.obstacle);
	const message = `Everything in this group was reviewed: ${decision.kind === "execute" ? decision.because : "there is nothing to change"}.`;
	ports.log.info(message);
	const { reasonCode: _reason, hint: _hint, ...result } = ending.result;
	return {
		...known,
		view: {
			...ending.view,
			state: proposal.empty ? { kind: "no-changes" } : onMerge,
			verdict: present.verdict
		},
		result: {
			...result,
			result: proposal.empty ? "no-changes" : "previewed",
			message
		},
		conclusion: "success"
	};
}
const onMerge = {
	kind: "previewed",
	onMerge: { kind: "executes" }
};
const noGitHub = {
	kind: "blocked",
	reason: "unreviewed",
	explanation: "without a github-token nothing is known of the group's pull requests",
	remedy: "Give the step a github-token: by default it takes the job's own."
};
function obstructed(ending, { verdict }, { message, hint }) {
	const reason = "stack-unrecoverable";
	const state = {
		kind: "blocked",
		reason,
		explanation: message,
		delta: [],
		hint
	};
	return {
		...ending,
		view: {
			...ending.view,
			state,
			verdict
		},
		result: {
			...ending.result,
			result: "blocked",
			reasonCode: reason,
			message,
			hint
		},
		conclusion: "failure"
	};
}
function blocked(job, ending, decision) {
	return {
		...ending,
		...blockedEnding(job, decision, ending.proposal, queueHint(decision, ending.proposal))
	};
}
function queueHint({ reason, remedy }, proposal) {
	const again = "then put the pull request into the queue again.";
	switch (reason) {
		case "destructive": return `To accept the loss, set ${acceptance(proposal?.verdict.unacknowledged ?? [])}, wait for the preview, ${again}`;
		case "not-approved": return `Get the approving reviews, ${again}`;
		default: return remedy ?? `Bring the pull request up to date with its base branch, wait for its preview, ${again}`;
	}
}

// src/flows/preview/previewEnding.ts
function previewEnding(job, proposed, found) {
	if (proposed.kind === "proposed") return proposedEnding(job, proposed.proposal, found);
	const { failure } = proposed;
	const { result, ...told } = refusedEnding(job, failure, "preview", found);
	return {
		...told,
		result: proposed.isDiscarded ? result : {
			...result,
			changeSetArn: failure.arn
		},
		proposal: void 0,
		changeSetArn: failure.arn,
		lines: []
	};
}
function proposedEnding(job, proposal, found) {
	const { verdict, shown, digest, changeSetArn, empty, estimate } = proposal;
	const takes = estimate === void 0 ? [] : [`takes ${estimateText(estimate)}`];
	const shared = {
		proposal,
		changeSetArn,
		lines: [
			...planLines(shown, verdict),
			...takes,
			`digest ${digest.digest}`
		]
	};
	if (isStopped(found)) return {
		...preflightEnding(job, proposal, found),
		...shared
	};
	const { unacknowledged } = verdict;
	if (!empty && isStoppedByLoss(unacknowledged, job.inputs)) {
		const loss = lossOf(unacknowledged);
		const view = reportView(job, {
			kind: "blocked",
			reason: "destructive",
			delta: [],
			...loss
		}, {
			proposal,
			findings: found
		});
		const { explanation: message, hint } = loss;
		return {
			view,
			result: {
				result: "blocked",
				reasonCode: "destructive",
				message,
				hint,
				...proposalOutputs(proposal)
			},
			conclusion: "failure",
			...shared
		};
	}
	const state = empty ? { kind: "no-changes" } : {
		kind: "previewed",
		onMerge: onMergeOf$1(proposal)
	};
	const view = reportView(job, state, {
		proposal,
		findings: found
	});
	return {
		view,
		result: {
			result: empty ? "no-changes" : "previewed",
			message: headline(view),
			...proposalOutputs(proposal)
		},
		conclusion: "success",
		...shared
	};
}
function lossOf(keys) {
	return {
		explanation: fullSentence(lossText(keys)),
		hint: `If that is wanted, a maintainer sets ${acceptance(keys)}.`
	};
}
function onMergeOf$1({ passing, obstacle }) {
	if (obstacle !== void 0) return {
		kind: "will-block",
		explanation: `${obstacle.message} ${obstacle.hint}`
	};
	const [first] = passing;
	if (first === void 0) return { kind: "executes" };
	return {
		kind: "will-block",
		explanation: `${passing.map(({ name, holds }) => `${name} holds ${holds}`).join("; ")}: after the merge it is another one, so that the deploy is blocked. Use the full SHA of the commit (github.sha), which is recognised as such, or a value that stays.`
	};
}

// src/flows/preview/previewProposal.ts
async function previewProposal(job, { stack, onTemplates }, audience, ports) {
	const origin = originOf(job, audience);
	const labels = audience.kind === "pull-request" ? audience.labels : [];
	const acknowledged = acknowledgements(job.inputs, labels);
	if (stack === void 0 || disposition(stack.status).kind !== "recreate") return propose(job, {
		stack,
		origin,
		acknowledged,
		onTemplates
	}, ports);
	return proposeStandIn(job, stack, {
		origin,
		acknowledged,
		onTemplates
	}, ports);
}
function originOf({ inputs, run }, audience) {
	const [name, from] = namesOf(audience);
	return {
		name: changeSetName(name, audience.headSha, run),
		description: `${from} of ${run.repository} at ${audience.headSha}, ${run.url}`,
		stackName: inputs.stackName
	};
}
function namesOf(audience) {
	switch (audience.kind) {
		case "pull-request": return [`pr-${audience.number}`, `pull request #${audience.number}`];
		case "merge-group": return ["queue", `merge queue of ${audience.branch}`];
		case "summary": return ["manual", "manual preview"];
	}
}

// src/flows/review/recorded.ts
function isRecordOf({ text, externalId }, { number, baseRef }) {
	const decoded = decodeRecord(text, externalId);
	return decoded.kind === "record" && decoded.record.pullRequest === number && decoded.record.base === baseRef;
}
async function isRecorded(stack, { number, headSha, baseRef }, { checks, log }) {
	if (checks === void 0) return true;
	try {
		return (await checks.list(headSha, checkName(stack))).some((run) => isRecordOf(run, {
			number,
			baseRef
		}));
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		log.warning(`Whether ${headSha.slice(0, 8)} has a preview could not be asked: ${error.message}`);
		return false;
	}
}

// src/flows/preview/previewRecord.ts
async function recordPreview(job, pull, ending, ports) {
	const { checks, log } = ports;
	if (checks === void 0) return unrecorded("there is no github-token");
	try {
		const record = await recordOf(job, pull, ending.proposal, {
			...ports,
			checks
		});
		if (record.kind === "text") {
			const onMerge = onMergeOf(pull, ending, record.text);
			const content = contentOf(job, told(ending, onMerge), record.text);
			await refuseOtherAccounts(job, await checks.create(pull.headSha, checkName(job.inputs), content), ending, { checks });
			return onMerge;
		}
		if (record.why !== void 0) log.warning(`This preview is not recorded: ${record.why}.`);
		const onMerge = record.why === void 0 ? merged(pull) : unrecorded(record.why);
		if (record.why === void 0 || !await hasRecord$1(job, pull, checks)) await checks.create(pull.headSha, checkName(job.inputs), contentOf(job, told(ending, onMerge), void 0));
		return onMerge;
	} catch (error) {
		if (!(error instanceof ActionError) || error.reasonCode === "invalid-input") throw error;
		const why = [error.message, error.hint].filter((part) => part !== void 0).join(" ");
		log.warning(`The check run that records this preview could not be written, so a deploy would be blocked as unreviewed. ${why}`);
		return unrecorded(error.hint ?? error.message);
	}
}
function onMergeOf(pull, { proposal, view: { state } }, text) {
	const decoded = decodeRecord(text, proposal?.digest.digest ?? "");
	const byLabel = (proposal?.verdict.risks ?? []).filter(({ acknowledgedBy }) => acknowledgedBy?.startsWith("label "));
	if (byLabel.length === 0 || decoded.kind !== "record" || decoded.record.items !== void 0) return state.kind === "previewed" && state.onMerge.kind === "will-block" ? state.onMerge : merged(pull);
	return {
		kind: "will-block",
		explanation: `These are too many changes to be recorded one by one, and then no label can speak for ${byLabel.map(({ resource }) => resource).join(", ")}: a deploy would be blocked as destructive. Name them in the input allow-destructive.`
	};
}
function merged({ baseRef, deployBranch }) {
	if (baseRef === deployBranch) return { kind: "executes" };
	return {
		kind: "elsewhere",
		explanation: `it goes into ${baseRef}, and deploys come from ${deployBranch}. The pull request that brings it there has a preview of its own.`
	};
}
async function recordOf(job, pull, proposal, ports) {
	const { base } = pull;
	if (proposal === void 0) return { kind: "none" };
	if (base.kind === "unknown") return {
		kind: "none",
		why: base.why
	};
	const newer = await newerThanBase(job, {
		commit: base.commit,
		branch: pull.baseRef
	}, proposal, ports);
	if (newer !== void 0) return {
		kind: "none",
		why: `${newer.slice(0, 8)} was deployed after ${base.commit.slice(0, 8)}, on which this preview was made, so that it shows the changes of others being taken back: update the branch`
	};
	const { digest, shownItems, changeSetArn, input, target } = proposal;
	const { secrets } = job;
	const origin = {
		repository: job.run.repositoryId,
		target,
		pullRequest: pull.number,
		base: pull.baseRef,
		baseCommit: base.commit,
		head: pull.headSha,
		madeAt: ports.clock.now(),
		input,
		...hasChangeSet(proposal) ? { changeSetArn } : {}
	};
	const shown = new Map([...shownItems].map(([name, item]) => [name, mapStrings(item, secrets.hideInDocument)]));
	const claims = fittingClaims({
		digest,
		origin,
		shown
	});
	const mac = await ports.signer?.sign(claimHash(claims));
	return {
		kind: "text",
		text: recordText(claims, mac)
	};
}
async function newerThanBase(job, base, { target }, { pulls, checks }) {
	if (pulls === void 0) return void 0;
	return newerDeployOf(job, base, { account: target.account }, {
		pulls,
		checks
	});
}
function contentOf(job, { proposal, view, conclusion }, text) {
	return {
		externalId: text === void 0 ? "" : proposal?.digest.digest ?? "",
		status: "completed",
		conclusion,
		...renderCheck(view),
		...text === void 0 ? {} : { text },
		annotations: annotationsOf(job, view)
	};
}
function told(ending, onMerge) {
	const { state } = ending.view;
	const view = {
		...ending.view,
		state: state.kind === "previewed" ? {
			...state,
			onMerge
		} : state
	};
	const isRecorded = state.kind === "previewed" && state.onMerge === onMerge || onMerge.kind !== "will-block";
	return {
		...ending,
		view,
		conclusion: isRecorded ? ending.conclusion : "failure"
	};
}
async function hasRecord$1(job, pull, checks) {
	return (await checks.list(pull.headSha, checkName(job.inputs))).some((run) => isRecordOf(run, pull));
}
async function refuseOtherAccounts(job, own, ending, { checks }) {
	const account = ending.proposal?.target.account;
	const other = (await checks.list(own.headSha, checkName(job.inputs))).filter((run) => run.appId === own.appId && run.id !== own.id).map((run) => decodeRecord(run.text, run.externalId)).find((decoded) => decoded.kind === "record" && decoded.record.target.account !== account);
	if (other?.kind !== "record") return;
	const error = new ActionError(`Account ${other.record.target.account} has a deploy of the same name, ${checkName(job.inputs)}, on this commit; this one goes to ${account}.`, {
		reasonCode: "invalid-input",
		hint: "Give each of the two a label of its own (input label), such as prod."
	});
	await checks.update(own.id, {
		...contentOf(job, ending, void 0),
		conclusion: "failure",
		title: error.message.slice(0, 255),
		summary: `${error.message}\n\n${error.hint ?? ""}`,
		text: "",
		annotations: []
	});
	throw error;
}
function unrecorded(why) {
	return {
		kind: "will-block",
		explanation: `This preview could not be recorded, so a deploy would be blocked as unreviewed. ${fullSentence(why)}`
	};
}

// src/flows/preview/preview.ts
async function preview(job, audience, ports) {
	switch (audience.kind) {
		case "pull-request": {
			const [base, labels] = await Promise.all([previewBase(job, audience, ports), presentLabels(audience, ports)]);
			const { stack, ending } = await onIdleStack(job, {
				...audience,
				labels
			}, base, ports);
			logFailure(ending.result, ports.log);
			return resultOf(stack, ...await tellPullRequest(job, {
				...audience,
				base
			}, ending, ports));
		}
		case "merge-group": return previewMergeGroup(job, audience, ports);
		case "summary": {
			const { stack, ending } = await onIdleStack(job, audience, void 0, ports);
			return resultOf(stack, ending.result, ending.view);
		}
	}
}
async function presentLabels({ number, labels }, { pulls, log }) {
	if (pulls === void 0) return labels;
	try {
		return (await pulls.get(number)).labels;
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		log.warning(`The labels of #${number} are those of the event: ${error.message}`);
		return labels;
	}
}
async function previewMergeGroup(job, audience, ports) {
	const check = await openMergeGroupCheck(job, audience, ports);
	try {
		const { stack, ending } = await onIdleStack(job, audience, void 0, ports);
		const judged = await groupEnding(job, {
			audience,
			check
		}, ending, ports);
		logFailure(judged.result, ports.log);
		const left = await discardChangeSet(ending.changeSetArn, job.inputs.stackName, ports) ? withoutChangeSet(judged) : judged;
		await closeCheck(job, check, left, ports);
		return resultOf(stack, left.result, left.view);
	} catch (error) {
		const ending = errorEnding(job, error, "preview");
		logFailure(ending.result, ports.log);
		logStack(error, ports.log);
		await closeCheck(job, check, ending, ports);
		return resultOf(void 0, ending.result, ending.view);
	}
}
function onIdleStack(job, audience, base, ports) {
	return unlessBusy(job, ports, async () => {
		if (base !== void 0) await baseDeployed(job, base, ports);
		const stack = await idleStack(job, ports);
		return {
			stack,
			ending: await whileAsked(job, liveStack(stack), ports, (costs) => workedOut(job, audience, {
				stack,
				costs
			}, ports))
		};
	});
}
async function workedOut(job, audience, { stack, costs }, ports) {
	const live = liveStack(stack);
	const [proposed, early] = await Promise.all([previewProposal(job, {
		stack,
		onTemplates: costs.begin
	}, audience, ports), live === void 0 ? earlyPreflight(job, ports) : void 0]);
	const awaited = await awaitedBy(proposed, audience, ports);
	if (awaited !== void 0 && proposed.kind === "failed") return awaitingEnding(job, proposed, awaited);
	const changes = proposed.kind === "failed" ? void 0 : proposed.proposal.changes;
	const [checked, cost] = await Promise.all([early ?? preflight(job, {
		live,
		changes,
		isPreview: true
	}, ports), costs.of(changes)]);
	const found = checked(changes);
	const ending = withCosts(previewEnding(job, proposed, found.filter(({ level }) => level !== "notice")), cost);
	for (const line of ending.lines) ports.log.info(line);
	logFindings([...warningsOf(ending.proposal), ...found], ports.log);
	return ending;
}
const HEAD_START_MS = 100;
async function earlyPreflight(job, ports) {
	if (job.inputs.preflight) await ports.clock.sleep(HEAD_START_MS, job.cancel);
	return preflight(job, {
		live: void 0,
		changes: void 0,
		isPreview: true
	}, ports);
}
async function tellPullRequest(job, pull, ending, ports) {
	const still = await standing(pull, ports);
	const isGone = (still === "pushed on" || still === "closed") && await discardChangeSet(ending.changeSetArn, job.inputs.stackName, ports);
	if (still !== "open") {
		const left = isGone ? withoutChangeSet(ending) : ending;
		const view = goneView(left.view, pull, still);
		const first = {
			pullRequest: pull.number,
			view,
			only: "where there is none"
		};
		const comment = still === "merged" ? await publishComment(job, first, ports) : void 0;
		return [
			left.result,
			view,
			comment
		];
	}
	const onMerge = await recordPreview(job, pull, ending, ports);
	const { state } = ending.view;
	const view = state.kind === "previewed" ? {
		...ending.view,
		state: {
			...state,
			onMerge
		}
	} : ending.view;
	const entry = {
		at: ports.clock.now(),
		commit: pull.headSha,
		text: endingText(view),
		runUrl: job.run.url
	};
	const comment = await publishComment(job, {
		pullRequest: pull.number,
		view,
		entry
	}, ports);
	const left = (await sweepChangeSets(job, pull.number, ending.changeSetArn, ports)).includes(ending.changeSetArn) ? withoutChangeSet({
		...ending,
		view
	}) : {
		...ending,
		view
	};
	return [
		state.kind === "previewed" ? {
			...left.result,
			message: headline(view)
		} : left.result,
		left.view,
		comment
	];
}
const GONE = {
	"pushed on": "its head has moved on since",
	merged: "it is merged already, and nothing is reviewed after the merge",
	closed: "it is closed"
};
function goneView(view, { number }, gone) {
	const explanation = `This preview is not recorded: #${number} has changed while it was made (${GONE[gone]}).`;
	return view.state.kind === "previewed" ? {
		...view,
		state: {
			...view.state,
			onMerge: {
				kind: "will-block",
				explanation
			}
		}
	} : view;
}
async function standing({ number, headSha }, { pulls, log }) {
	if (pulls === void 0) return "open";
	try {
		const now = await pulls.get(number);
		const gone = now.merged ? "merged" : !now.open ? "closed" : now.headSha !== headSha ? "pushed on" : void 0;
		if (gone === void 0) return "open";
		log.warning(`This preview of #${number} at ${headSha.slice(0, 8)} is not recorded: ${GONE[gone]}.`);
		return gone;
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		return "open";
	}
}
function resultOf(stack, result, view, comment) {
	return {
		...result,
		summary: renderSummary(view),
		...comment === void 0 ? {} : { commentUrl: comment.url },
		...stack === void 0 ? {} : {
			stackId: stack.arn,
			stackStatus: stack.status
		}
	};
}

// src/flows/tell/failure.ts
async function reportFailure(error, failed, log, connect) {
	const { plan, inputs, run, secrets, cancel } = failed;
	const about = {
		...named(inputs),
		run,
		commit: commitOf(failed),
		secrets
	};
	const { view, result, conclusion } = errorEnding(about, error, plan.kind);
	logFailure(result, log);
	logStack(error, log);
	const told = {
		...result,
		summary: renderSummary(view)
	};
	if (inputs.stackName === "" || plan.kind !== "preview" && plan.kind !== "deploy") return told;
	try {
		const url = await tell(plan, inputs, {
			view,
			conclusion,
			findings: findingsOf(error),
			run,
			cancel
		}, await connect());
		return {
			...told,
			...url === void 0 ? {} : { commentUrl: url }
		};
	} catch (other) {
		logStack(other, log);
		log.warning(`GitHub could not be told: ${other instanceof Error ? other.message : String(other)}`);
		return told;
	}
}
async function tell(plan, inputs, failed, ports) {
	const { view, run, cancel } = failed;
	const entry = {
		at: ports.clock.now(),
		commit: view.commit,
		text: endingText(view),
		runUrl: run.url
	};
	const [comments] = await Promise.all([pullsOf(plan, inputs, ports).then((pulls) => Promise.all(pulls.map((pull) => publishComment({
		inputs,
		cancel
	}, {
		...pull,
		view,
		entry
	}, ports)))), recordFailure(plan, inputs, failed, ports)]);
	return comments.find((comment) => comment !== void 0)?.url;
}
function commitOf({ plan, commit }) {
	if (plan.kind === "deploy") return plan.commit;
	return plan.kind === "preview" ? plan.audience.headSha : commit;
}
async function pullsOf(plan, inputs, ports) {
	if (plan.kind === "preview") return plan.audience.kind === "pull-request" ? [{ pullRequest: plan.audience.number }] : [];
	const { pulls, checks, log } = ports;
	if (pulls === void 0 || checks === void 0) return [];
	try {
		const brought = await broughtBy(plan, pulls);
		const previewed = await Promise.all(brought.map((pull) => wasPreviewed(pull, inputs, checks)));
		return brought.map(({ number }, index) => ({
			pullRequest: number,
			...previewed[index] ? {} : { only: "where there is one" }
		}));
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		log.warning(`The pull request of ${plan.commit.slice(0, 8)} could not be found: ${error.message}`);
		return [];
	}
}
async function broughtBy({ pullRequest, branch, commit }, pulls) {
	if (pullRequest !== void 0) return [await pulls.get(pullRequest)];
	return (await pulls.mergedInto(branch)).filter((pull) => pull.mergeCommitSha === commit);
}
async function wasPreviewed({ headSha }, inputs, checks) {
	return (await checks.list(headSha, checkName(inputs))).length > 0;
}
async function recordFailure(plan, inputs, { view, conclusion, findings }, { checks, log }) {
	if (checks === void 0 || plan.kind === "preview" && plan.audience.kind === "summary") return;
	const name = plan.kind === "deploy" ? deployCheckName(inputs) : checkName(inputs);
	try {
		await checks.create(view.commit, name, {
			externalId: "",
			status: "completed",
			conclusion,
			...renderCheck(view),
			annotations: findings
		});
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		log.warning(`The check run could not be written: ${error.message} ${error.hint ?? ""}`);
	}
}
function notDone(plan, { inputs, run, commit, secrets }) {
	const { reason } = plan;
	const explanation = fullSentence(plan.explanation);
	const about = {
		...named(inputs),
		run,
		commit,
		secrets
	};
	if (plan.kind === "skip") {
		const summary = renderSummary(reportView(about, {
			kind: "skipped",
			reason,
			explanation
		}));
		return {
			result: "skipped",
			reasonCode: reason,
			message: `Skipped: ${plan.explanation}.`,
			summary
		};
	}
	const { hint } = plan;
	return {
		result: "blocked",
		reasonCode: reason,
		message: `Refused: ${plan.explanation}.`,
		hint,
		summary: renderSummary(reportView(about, {
			kind: "blocked",
			reason,
			explanation,
			delta: [],
			hint
		}))
	};
}
function named(inputs) {
	return { inputs: inputs.stackName === "" ? {
		...inputs,
		stackName: "aurora-deploy"
	} : inputs };
}

// src/run.ts
async function run(world) {
	const parsed = await stackInputs(world.readInput("deployment-file").trim(), world, world.workspace);
	const { mode, maskOutputs, redact } = parsed.inputs;
	world.secrets.learnNames(redact);
	const plan = planFor(world.event, mode, parsed.inputs.deployBranch);
	const result = await carryOut(plan, withEventProblems(parsed, plan, world.event), world);
	return {
		...mode === "discover" ? NOTHING_FOUND : {},
		...result,
		failed: isFailure(result.result, mode),
		secretOutputs: maskOutputs
	};
}
function withEventProblems(parsed, plan, { name }) {
	const isManual = name === "workflow_dispatch" || name === "repository_dispatch";
	if (plan.kind !== "deploy" || parsed.inputs.approvedDigest === void 0 || isManual) return parsed;
	const message = `Input approved-digest is given in a run for ${name}: it is for runs that a person starts (workflow_dispatch).`;
	return {
		...parsed,
		problems: [...parsed.problems, {
			level: "error",
			message
		}]
	};
}
async function carryOut(plan, parsed, world) {
	const { run, event, secrets } = world;
	const told = {
		inputs: parsed.inputs,
		run,
		commit: event.sha,
		secrets
	};
	switch (plan.kind) {
		case "skip":
		case "refuse": return notDone(plan, told);
		default: return doing(plan, parsed, world).catch((error) => reportFailure(error, {
			...told,
			plan,
			cancel: world.cancel
		}, world.log, async () => ({
			...await githubPorts(parsed.inputs, world),
			...world
		})));
	}
}
async function doing(plan, parsed, world) {
	const { inputs } = parsed;
	switch (plan.kind) {
		case "preview": {
			const { audience, unlessRecorded } = plan;
			if (unlessRecorded !== void 0 && await hasRecord(audience, inputs, world)) return notDone({
				kind: "skip",
				reason: "irrelevant-event",
				explanation: unlessRecorded
			}, {
				...world,
				inputs,
				commit: world.event.sha
			});
			return onTemplate(plan, parsed, world);
		}
		case "cleanup": return tidy(plan.pullRequest, parsed, world);
		case "drift": return checkDrift(parsed, world);
		case "destroy": return destroyStack(parsed, world);
		case "discover": return discoverStacks(plan, parsed, world);
		default: return onTemplate(plan, parsed, world);
	}
}
async function hasRecord(audience, inputs, world) {
	if (audience.kind !== "pull-request") return false;
	const { checks } = await githubPorts(inputs, world);
	return isRecorded(inputs, audience, {
		checks,
		log: world.log
	});
}
async function onTemplate(plan, parsed, world) {
	const rendered = await renderFor(parsed, plan.kind !== "render", world);
	for (const notice of rendered.notices) world.log.notice(notice.message, notice);
	for (const finding of rendered.findings) world.log.warning(finding.message, finding);
	const renderedTemplate = await world.workspace.writeRendered(parsed.inputs.stackName, rendered.template.body);
	for (const { name, body } of rendered.nested) await world.workspace.writeRendered(name, body);
	return {
		...await onStack(plan, parsed.inputs, rendered, world),
		renderedTemplate
	};
}
async function onStack(plan, inputs, rendered, world) {
	if (plan.kind === "render") return {
		result: "rendered",
		message: `Rendered ${rendered.template.file}.`
	};
	const ports = await portsOf(inputs, world);
	const job = jobOf(inputs, rendered, plan.kind === "preview" ? plan.audience.headSha : plan.commit, world);
	switch (plan.kind) {
		case "preview": return preview(job, plan.audience, {
			...ports,
			...exporters(plan.audience, inputs, world)
		});
		case "deploy": return deploy(job, plan, ports);
	}
}
function renderFor(parsed, isSent, world) {
	const store = templateStore(parsed.inputs, world.s3Endpoint);
	return renderStack(parsed, world.workspace, {
		store,
		isSent
	}, world.secrets);
}
async function destroyStack(parsed, world) {
	const { inputs, problems } = parsed;
	const job = {
		...watchingJob(inputs, world),
		startedBy: world.startedBy
	};
	const render = () => renderFor(parsed, true, world);
	const { destroy } = await import("./flows-destroy-destroy.js");
	return destroy({
		...job,
		render
	}, problems, await portsOf(inputs, world));
}
async function discoverStacks({ since }, { inputs, problems }, world) {
	if (problems.length > 0) throw inputError(problems, []);
	const { discover } = await import("./discover.js");
	return discover({
		globs: inputs.deployments,
		since,
		run: world.run
	}, await discoverPorts(inputs, world));
}
async function checkDrift({ inputs, problems }, world) {
	if (problems.length > 0) throw inputError(problems, []);
	const job = watchingJob(inputs, world);
	return drift(job, await portsOf(inputs, world));
}
function watchingJob(inputs, world) {
	const { secrets, run, event, cancel } = world;
	return {
		inputs,
		secrets,
		run,
		commit: event.sha,
		deadline: deadlineOf(inputs, world),
		cancel
	};
}
async function tidy(pullRequest, { inputs, problems }, world) {
	if (problems.length > 0) throw inputError(problems, []);
	return cleanup(inputs, pullRequest, await portsOf(inputs, world));
}
async function portsOf(inputs, world) {
	const { clock, log, workspace } = world;
	const { recordKey } = inputs;
	const [aws, github] = await Promise.all([world.connectAws(inputs.region), githubPorts(inputs, world)]);
	return {
		...aws,
		...github,
		signer: recordKey === void 0 ? void 0 : aws.signer(recordKey),
		sources: () => workspace.sources(),
		headCommit: () => workspace.headCommit(),
		clock,
		log
	};
}
async function githubPorts(inputs, world) {
	const github = await world.connectGitHub(inputs.githubToken);
	return {
		checks: github?.checks,
		comments: github?.comments,
		pulls: github?.pulls,
		people: github?.people
	};
}
function templateStore(inputs, endpoint) {
	const { s3Bucket: bucket, s3Prefix: prefix = "", region } = inputs;
	if (bucket === void 0) return void 0;
	return {
		bucket,
		prefix,
		region,
		...endpoint === void 0 ? {} : { endpoint }
	};
}
function jobOf(inputs, rendered, commit, world) {
	return {
		inputs,
		rendered,
		secrets: world.secrets,
		run: world.run,
		commit,
		commits: [.../* @__PURE__ */ new Set([commit, world.run.sha])].filter((sha) => /^[0-9a-f]{40,64}$/.test(sha)),
		deadline: deadlineOf(inputs, world),
		cancel: world.cancel
	};
}
function deadlineOf({ timeoutMinutes }, { clock }) {
	return clock.now() + timeoutMinutes * 6e4;
}

// src/version.ts
const VERSION = "0.1.0";

// src/workspace.ts
const LARGEST_FILE = 1e7;
function openWorkspace(places) {
	const sources = /* @__PURE__ */ new Map();
	const unread = /* @__PURE__ */ new Set();
	const reading = async (path, work) => {
		unread.add(path);
		const value = await work();
		unread.delete(path);
		return value;
	};
	return {
		async read(path) {
			const { bytes, isLinked } = await reading(path, async () => {
				const place = await inside(places.workspace, path);
				return {
					bytes: await readFile(place.found),
					isLinked: place.isLinked
				};
			});
			sources.set(path, {
				path,
				blob: gitBlob(bytes.length).update(bytes).digest("hex"),
				isLinked
			});
			return bytes;
		},
		async pack(path, as) {
			const into = await folderIn(places.temp);
			const { pack } = await import("./pack-pack.js");
			const { source, packed } = await reading(path, () => pack({
				workspace: places.workspace,
				path,
				into
			}, as));
			sources.set(`pack ${path}`, source);
			return packed;
		},
		sources: () => [...sources.values()],
		unread: () => [...unread],
		afresh: () => openWorkspace(places),
		async find(globs) {
			const matches = matcher(globs);
			const found = (await filesBelow(places.workspace)).filter(({ path }) => matches(path));
			const isFile = await Promise.all(found.map(({ path, isLink }) => !isLink || isNoFolder(join(places.workspace, path))));
			return found.flatMap(({ path }, index) => isFile[index] ? [path] : []).sort();
		},
		headCommit: () => headCommit(join(places.workspace, ".git")),
		async readBundled(template) {
			return readFile(join(places.action, "templates", `${template}.json`));
		},
		async writeRendered(stackName, json) {
			const path = join(places.temp, "aurora-deploy-action", `${stackName}.json`);
			try {
				await folderIn(places.temp);
				await writeFile(path, json);
			} catch (cause) {
				throw unwritable(path, cause);
			}
			return path;
		}
	};
}
async function filesBelow(folder, prefix = "") {
	const entries = await readdir(join(folder, prefix), { withFileTypes: true });
	return (await Promise.all(entries.map((entry) => {
		const path = `${prefix}${entry.name}`;
		if (entry.isFile() || entry.isSymbolicLink()) return [{
			path,
			isLink: entry.isSymbolicLink()
		}];
		return entry.isDirectory() && !PASSED_BY.has(entry.name) ? filesBelow(folder, `${path}/`) : [];
	}))).flat();
}
async function isNoFolder(path) {
	try {
		return !(await stat(path)).isDirectory();
	} catch {
		return true;
	}
}
async function folderIn(temp) {
	const folder = join(temp, "aurora-deploy-action");
	await mkdir(folder, { recursive: true });
	return folder;
}
async function headCommit(git) {
	const head = await textOf(join(git, "HEAD"));
	const ref = /^ref: (refs\/[\w./-]+)$/.exec(head ?? "")?.[1];
	const sha = ref === void 0 ? head : await textOf(join(git, ref)) ?? await packed(git, ref);
	return sha !== void 0 && /^[0-9a-f]{40,64}$/.test(sha) ? sha : void 0;
}
async function packed(git, ref) {
	return ((await textOf(join(git, "packed-refs")))?.split("\n") ?? []).find((line) => line.endsWith(` ${ref}`))?.split(" ")[0];
}
async function textOf(path) {
	try {
		return (await readFile(path, "utf8")).trim();
	} catch {
		return;
	}
}
async function inside(workspace, path) {
	const place = await findInside(workspace, path);
	const { size } = await regularFile(place.found, path);
	if (size > LARGEST_FILE) throw unreadable(`${path} has ${size.toLocaleString("en-US")} bytes, more than any CloudFormation template may have.`);
	return place;
}
async function regularFile(found, path) {
	const file = await stat(found);
	if (file.isDirectory()) throw unreadable(`${path} is a directory, not a file.`);
	if (!file.isFile()) throw unreadable(`${path} is not a regular file.`);
	return file;
}
function unwritable(path, cause) {
	const why = cause instanceof Error ? cause.message : String(cause);
	return new ActionError(`The rendered template cannot be written to ${path}: ${why}`, {
		reasonCode: "error",
		hint: "The runner's RUNNER_TEMP must be a folder that this job may write to, with space left.",
		cause
	});
}

// src/index.ts
const exit = openExit({
	toolkit: {
		debug,
		endGroup,
		error,
		info,
		notice,
		startGroup,
		warning: warning$1
	},
	setSecret,
	setOutput: setOutput$1,
	writeSummary: (markdown) => summary.addRaw(markdown, true).write()
});
const { log } = exit;
async function main() {
	const { stdout, stderr } = process;
	for (const stream of [stdout, stderr]) stream.on("error", () => void 0);
	let result;
	try {
		result = await run(world(cancellation()));
	} catch (error) {
		result = failedResult(error);
		logStack(error, log);
	}
	if (await exit.finish(result)) process.exitCode = ExitCode.Failure;
	process.stdout.write("", () => process.exit());
}
function cancellation() {
	const controller = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => controller.abort());
	return controller.signal;
}
function world(cancel) {
	const env = process.env;
	const s3Endpoint = emulatedEndpoint(env);
	exit.secrets.learn(proxySecrets(env));
	const required = (name) => {
		const value = env[name];
		if (value === void 0 || value === "") throw new ActionError(`${name} is not set: this runs inside GitHub Actions only.`, { reasonCode: "error" });
		return value;
	};
	return {
		readInput: (name) => getInput(name, { trimWhitespace: false }),
		event: event(required("GITHUB_EVENT_NAME"), required("GITHUB_EVENT_PATH")),
		run: workflowRun(required("GITHUB_REPOSITORY"), required("GITHUB_RUN_ID")),
		startedBy: startedBy(),
		region: env.AWS_REGION,
		workspace: openWorkspace({
			workspace: required("GITHUB_WORKSPACE"),
			action: resolve(dirname(process.argv[1] ?? ""), ".."),
			temp: required("RUNNER_TEMP")
		}),
		connectAws: async (region) => {
			setProxies();
			const { connectAws } = await import("./aws-connect.js");
			return connectAws({
				region,
				env,
				version: VERSION,
				s3Endpoint,
				clock: systemClock,
				log,
				cancel
			});
		},
		s3Endpoint,
		connectGitHub: async (token) => token === "" ? void 0 : repository(token, cancel),
		secrets: exit.secrets,
		clock: systemClock,
		log,
		cancel
	};
}
function event(name, path) {
	const { env } = process;
	return {
		name,
		payload: JSON.parse(readFileSync(path, "utf8")),
		sha: env.GITHUB_SHA ?? "",
		ref: env.GITHUB_REF ?? "",
		actor: env.GITHUB_ACTOR ?? "",
		hasAwsCredentials: CREDENTIALS.some((variable) => env[variable] !== void 0 && env[variable] !== "")
	};
}
function startedBy() {
	const { GITHUB_TRIGGERING_ACTOR: by, GITHUB_ACTOR: first, GITHUB_RUN_ATTEMPT: attempt } = process.env;
	const known = by !== void 0 && by !== "" ? by : attempt === "1" ? first : void 0;
	return known === "" ? void 0 : known;
}
const CREDENTIALS = [
	"AWS_ACCESS_KEY_ID",
	"AWS_PROFILE",
	"AWS_WEB_IDENTITY_TOKEN_FILE",
	"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
	"AWS_CONTAINER_CREDENTIALS_FULL_URI"
];
function workflowRun(repository, id) {
	const { env } = process;
	const { GITHUB_SERVER_URL: server = "https://github.com", GITHUB_RUN_ATTEMPT: attempt = "1" } = env;
	return {
		id,
		attempt: Number(attempt),
		url: `${server}/${repository}/actions/runs/${id}/attempts/${attempt}`,
		repository,
		repositoryId: env.GITHUB_REPOSITORY_ID ?? "",
		number: env.GITHUB_RUN_NUMBER ?? "",
		sha: env.GITHUB_SHA ?? ""
	};
}
async function repository(token, cancel) {
	const { GITHUB_API_URL: apiUrl = "https://api.github.com", GITHUB_REPOSITORY: repository = "" } = process.env;
	setProxies();
	const { connectGitHub } = await import("./github-connect.js");
	const sleep = (ms) => systemClock.sleep(ms, cancel);
	const proxy = shownProxy(apiUrl, process.env);
	return exit.guarded(connectGitHub({
		token,
		apiUrl,
		repository,
		proxy,
		sleep,
		cancel
	}));
}
function setProxies() {
	Object.assign(process.env, proxyEnvironment(process.env));
}
await main();

export {  };