import { ActionError } from "./errors.js";
import { INDEX_DELAYS_MS, NO_REVIEW, OWN_KEYS, PASSED_BY, assignmentsOf, baseDeployed, bringersFor, claimHash, collector, commitsSince, decodeRecord, decodeTemplate, encodeMark, evaluatedTree, existing, factsIn, findReview, fittingClaims, isMacro, labelsIn, matcher, matrixOf, newerDeployOf, objectAssignments, ownCommit, parseAssignments, previewBase, problemAt, readRoot, recordText, recordedPulls, renderStack, reviewOf as reviewOf$1, textOf as textOf$1, unsettledLine } from "./deployments-globs.js";
import { areStillResolved, asker, attach, blockedEnding, deployingView, discardChangeSet, disposition, emptyEnding, endText, execute, executedEnding, failedResult, findingAt, idleStack, isFailure, liftCommand, liveStack, logStack, proposalOutputs, propose, proposeRecorded, protectedEnding, refusedEnding, relevanceFor, reportView, runningExecution, stepOutputs, sweepChangeSets, unlessBusy, waysOut, waysText } from "./flows-watch-idle.js";
import { REDACTED, findingsOf, isSayable, isSecretName, locator, nameMatcher, redactText } from "./template-text-json.js";
import { DETAILS_CLOSE, HIDDEN_CHANGE, PARAMETER, RESOURCE, UNKNOWN as UNKNOWN$1, acceptance, acknowledgements, actionLabel, arnParts, attempt, attributeParts, block, blockedText, bytes, canonicalJson, causesOf, cell, changeSetName, changesText, checkName, code, commentValue, countsText, deployCheckName, deployedTemplate, detailsOpen, didYouMean, documentSections, driftLines, endingText, evaluateValue, formatOf, headline, inputError, isLossLabel, isObject as isObject$1, isObject$1 as isObject, isStoppedByLoss, judged, link, lossText, mapStrings, moment, noEchoNames, omission, oneLine, otherRisks, physicalName, plural, rank, renderSummary, replacementText, shorten, shownDelta, shownDrift, shownView, sign as sign$1, subVariables, tableHead, tableRow, text as text$1, textOf as textOf$2, visitFunctions, withinBudget } from "./report-summary.js";
import { DESCRIPTION_PREFIX, emulatedEndpoint, poll } from "./template-tree-stored.js";
import { ServiceError } from "./stack-hints.js";
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
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
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
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
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
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
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
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter$1(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile$1 : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
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
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
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
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
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
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Gets the value of an input.
* Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
* Returns an empty string if the value is not defined.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string
*/
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput$1(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Writes debug message to user log
* @param message debug message
*/
function debug(message) {
	issueCommand("debug", {}, message);
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a notice issue
* @param message notice issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + os.EOL);
}
/**
* Begin an output group.
*
* Output until the next `groupEnd` will be foldable in this group
*
* @param name The name of the output group
*/
function startGroup(name) {
	issue("group", name);
}
/**
* End an output group.
*/
function endGroup() {
	issue("endgroup");
}

// src/clock.ts
/** The machine's time. */
const systemClock = {
	now: () => Date.now(),
	/** Ends early, without an error, when `signal` aborts. */
	async sleep(ms, signal) {
		try {
			await setTimeout(ms, void 0, signal === void 0 ? {} : { signal });
		} catch (error) {
			if (!signal?.aborted) throw error;
		}
	}
};

// src/log.ts
/**
* The job's log. Texts in it may come from AWS, a template or a pull request: none can act as a workflow command, and no
* secret of the run is in them (`hide`).
*/
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
/**
* Text that the runner takes for text. It reads `::command::` at the start of a line, after white space, and the old
* form `##[command]` anywhere in one (actions/runner, ActionCommand.cs); a lone carriage return starts a line too.
* Other control characters could rewrite what a terminal shows.
*/
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
/**
* How a value may come back: as it is, line by line, as a member of the JSON that it is, and each of these URL-, JSON-
* and base64-encoded. None for a value that says nothing: hiding `true` would only show that it is one.
*/
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
/** Shorter ones occur by chance in names, numbers and ids. */
const SHORT$1 = 8;
/** A plain word, `postgres` say, is a part of other words: `aurora-postgresql`. */
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
/** The texts in a JSON object: a service that is given one tells of its members. */
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
		JSON.stringify(json).slice(1, -1),
		url,
		url.replace(/%../g, (code) => code.toLowerCase()),
		url.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
		url.replaceAll("%20", "+"),
		...piece.length < 6 ? [] : base64(text)
	];
}
/** At each of the three places where a value can begin in a longer text; only what no neighbour changes. */
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
/** @param mask is told every value that is learned and says something: the runner hides it in what other steps print */
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
				if (formsOf(value).length > 0) mask(value);
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
/**
* The one way out. Every text that the action writes anywhere passes through here: log and annotations, comments, check
* runs, the job summary and the step outputs. What the run learns of its secrets is hidden in all of them from then on.
* (The runner's own masking works in the log alone.)
*/
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
		/**
		* Tells what a run came to, wherever it can be told. Outputs first: they are set whatever comes after, on failure too.
		* @returns whether the step fails: also where the outputs, for which others wait, could not be set
		*/
		async finish(result) {
			const told = withOutputs(result, secrets, outlets);
			await writeSummary(told.summary, secrets, outlets, log);
			tellEnd(told, log);
			return told.failed === true;
		}
	};
}
/** A log that knows what was written since an error was told. */
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
/**
* The cause is in the last lines of the log, and the last of its annotations. What was told before GitHub was is repeated
* only where something was written since.
*/
function tellEnd(result, log) {
	const text = endText(result);
	const since = log.sinceTold(text);
	if (since === "nothing") return;
	if (result.failed !== true || since === "lines") log.info(text);
	else log.error(text);
}
/** The result once its outputs are set, or with why they could not be. */
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
/** A stack's outputs are exported as they are: whoever needs them needs all of them. One that holds a secret is masked. */
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
/** Of two spellings the lower case wins, as in curl, in Node and in @actions/http-client. */
const SPELLINGS = {
	https: ["https_proxy", "HTTPS_PROXY"],
	http: ["http_proxy", "HTTP_PROXY"]
};
/**
* The environment's proxies as both clients understand them: each is the URL of an HTTP proxy, under its lower-case name.
* The clients disagree about anything else: of `host:port` one goes through the proxy and the other around it, and of
* SOCKS one knows nothing and the other crashes. GitHub's runner takes `host:port` for `http://host:port`.
* Throws `ActionError` where a proxy is named that cannot be used; its value, which may hold a password, is not repeated.
*/
function proxyEnvironment(env) {
	const found = {};
	for (const scheme of ["https", "http"]) {
		const named = nameOf(scheme, env);
		if (named === void 0) continue;
		const proxy = usable(env[named] ?? "");
		if (proxy === void 0) throw unusable(named);
		found[SPELLINGS[scheme][0]] = proxy.url;
	}
	return found;
}
/** What the proxies' URLs hold that nobody may read: passwords as they are written and as they are meant, and the header. */
function proxySecrets(env) {
	return Object.values(SPELLINGS).flat().flatMap((name) => {
		const login = /^(?:[a-z0-9+.-]*:\/\/)?(.*)@/is.exec(env[name] ?? "")?.[1];
		if (login === void 0) return [];
		return [login, login.slice(login.indexOf(":") + 1)].flatMap((text) => [text, decoded$1(text) ?? text]);
	});
}
/** The proxy for what has this URL, without its credentials, for people. NO_PROXY is not looked at. */
function shownProxy(url, env) {
	const name = nameOf(url.startsWith("https:") ? "https" : "http", env);
	return name === void 0 ? void 0 : usable(env[name] ?? "")?.shown;
}
function nameOf(scheme, env) {
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
/** The inputs that a file may set, as the step may: they say what the stack is. */
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
		"timeout-minutes",
		"label",
		"comment",
		"redact",
		"mask-outputs",
		"preflight"
	]
];
/** They say who may deploy what, and how: a pull request that may change the file must not. */
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
/**
* Reads a deployment file, JSON or YAML: `template-file-path`, `parameters` and `tags` as in the stack deployment files of
* AWS's Git sync, and further keys that are called as the inputs. Nothing is thrown: problems come with what could be read,
* and repeat nothing of the text but names.
* @param path as it is told; paths in the file are the repository's
*/
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
/** Whether it may be a key with a slip in it. Any file can be named, and what is no key in one may be a secret (`TOKEN=…: x`). */
function isLikeKey(name) {
	return /^[A-Za-z][\w-]{0,29}$/.test(name) && isSayable(name);
}
/** @param input the input that the key stands for */
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
/** CloudFormation's pattern for a stack's name. */
const STACK_NAME$1 = /^[a-zA-Z][-a-zA-Z0-9]{0,127}$/;
function stackNames(placed, problems) {
	const names = (placed.items ?? [placed]).map(({ value }) => value);
	const known = names.filter((name) => typeof name === "string" && STACK_NAME$1.test(name));
	if (known.length < names.length) problemAt(problems, placed.at, "depends-on must be a list of stack names.");
	return known;
}

// src/inputDefaults.ts
/**
* What stands where neither the step nor a deployment file says anything. action.yml declares none of these: with a
* `default:` there, an input that a file sets could not be told from one that the step sets.
*/
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
/**
* @param read the raw text of an input, empty where it is not set
* @param report told what is wrong
*/
function inputReader(read, report) {
	const assignmentProblems = [];
	const text = (name) => read(name).trim() || void 0;
	const problem = (name, value, right) => report(value === "" ? `Input ${name} is missing: ${right}.` : `Input ${name} is "${value}": it must be ${right}.`);
	const entries = (name) => read(name).split(/[\n,]/).map((entry) => entry.trim()).filter((entry) => entry !== "");
	return {
		assignmentProblems,
		text,
		problem,
		/** One a line; lines that start with `#` are comments. */
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
		/** Separated by commas or newlines. */
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
		/** More than none, at most a day and a half (GitHub's own limit for a job on its machines is 6 hours). */
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
/** The templates that the action ships, by the name that `template` takes. */
const BUNDLED_TEMPLATES = ["aurora-postgresql", "github-deploy-roles"];
/**
* Reads and checks every input.
* @param read the raw text of an input, empty where it is not set (trimming is done here)
* @param fallbackRegion the environment's region (`AWS_REGION`), if any
* @returns the inputs and all problems with them, none thrown
*/
function parseInputs(read, fallbackRegion) {
	const problems = [];
	const input = inputReader(read, (message) => problems.push({
		level: "error",
		message
	}));
	return {
		inputs: {
			mode: input.choice("mode", MODES, "auto"),
			...namesOf$1(input),
			parameters: input.assignments("parameters"),
			parameterFiles: input.lines("parameters-file"),
			missingParameters: input.choice("missing-parameters", ["previous", "default"], DEFAULTS["missing-parameters"]),
			tags: input.text("tags") === void 0 ? void 0 : input.assignments("tags"),
			region: input.matching("region", REGION, "an AWS region such as us-east-1") ?? fallbackRegion ?? "us-east-1",
			capabilities: input.list("capabilities", CAPABILITY, "CAPABILITY_IAM, CAPABILITY_NAMED_IAM or CAPABILITY_AUTO_EXPAND"),
			roleArn: input.matching("role-arn", ROLE_ARN, "the ARN of an IAM role"),
			notificationArns: notificationArns(input),
			s3Bucket: input.matching("s3-bucket", BUCKET, "the name of an S3 bucket"),
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
			deployBranch: input.text("deploy-branch"),
			requireReview: input.flag("require-review", true),
			requiredApprovals: input.count("required-approvals", 0, 0, 100),
			approvedDigest: input.matching("approved-digest", DIGEST, "64 hexadecimal digits")?.toLowerCase(),
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
		},
		problems: [...problems, ...input.assignmentProblems]
	};
}
/** Which template, and the name of the stack, which may follow from it. */
function namesOf$1(input) {
	const template = templateChoice(input.text("template") ?? DEFAULTS.template);
	const environmentSuffix = input.matching("environment-suffix", SUFFIX, "lower-case letters, digits and single hyphens between them, at most 30 characters");
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
const REGION = /^[a-z]{2,4}(-[a-z]+){1,3}-\d{1,2}$/;
const ROLE_ARN = /^arn:[a-z-]+:iam::\d{12}:role\/.+$/;
const TOPIC_ARN = /^arn:[a-z-]+:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}(\.fifo)?$/;
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const PREFIX = /^(?!(?:.*\/)?\.{1,2}(?:\/|$))[\w!.*'()=-]+(?:\/[\w!.*'()=-]+)*$/;
const CAPABILITY = /^CAPABILITY_(IAM|NAMED_IAM|AUTO_EXPAND)$/;
const LABEL$2 = /^(?=.{1,50}$)[\w.-]+( [\w.-]+)*$/;
const KMS_KEY = /^(arn:[a-z-]+:kms:[a-z0-9-]+:\d{12}:(key|alias)\/[\w/-]+|alias\/[\w/-]{1,250}|(mrk-)?[0-9a-f]{8}[0-9a-f-]{24,32})$/i;
const DIGEST = /^[0-9a-fA-F]{64}$/;
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
/** The one template whose stacks have a name of their own accord. */
function isAurora(template) {
	return template.kind === "bundled" && template.name === "aurora-postgresql";
}
function missingStackName(template) {
	if (isAurora(template)) return "name the stack, or set environment-suffix so that it is aurora-<environment-suffix>";
	return template.kind === "bundled" ? `name the stack: it is required with ${template.name}` : "name the stack: it is required with a template of your own";
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
/**
* The step's inputs, and those of a deployment file where the step says nothing.
* @param path of the file; empty for none
*/
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
/**
* What a survey of the deployment files needs. What the step of a discovery says itself wins, as it does in the steps that
* follow; the step of one stack says nothing of the others.
*/
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
/** Inputs that say nothing of a stack. */
const OF_DISCOVER = /* @__PURE__ */ new Set(["mode", "deployments"]);
/** Of a stack that a deployment file describes the others can be told, too. */
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
/** GitHub and the deployment files. */
async function discoverPorts(inputs, world) {
	const { pulls, checks, snapshots } = await world.connectGitHub(inputs.githubToken) ?? {};
	return {
		pulls,
		checks,
		snapshots,
		...surveyPorts(world)
	};
}

// src/payload.ts
function object(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
function array(value) {
	return Array.isArray(value) ? value : [];
}
function text(value) {
	return typeof value === "string" ? value : "";
}
function integer(value) {
	return Number.isSafeInteger(value) ? value : void 0;
}

// src/audience.ts
/** Whom a preview of this event is for, whatever the event is. */
function audienceOf(event, payload) {
	if (event.name === "pull_request") return pullRequestAudience(object(payload.pull_request));
	if (event.name === "merge_group") return mergeGroup(event, payload);
	return {
		kind: "summary",
		headSha: event.sha
	};
}
function pullRequestAudience(pull) {
	return {
		kind: "pull-request",
		number: integer(pull.number) ?? 0,
		headSha: text(object(pull.head).sha),
		baseRef: text(object(pull.base).ref),
		labels: array(pull.labels).map((label) => text(object(label).name))
	};
}
function mergeGroup(event, payload) {
	const group = object(payload.merge_group);
	return {
		kind: "merge-group",
		headSha: text(group.head_sha) || event.sha,
		baseSha: text(group.base_sha),
		branch: text(group.base_ref).replace(/^refs\/heads\//, "")
	};
}

// src/plan.ts
/** Nothing to do, for a reason that is no failure. */
function skip(reason, explanation) {
	return {
		kind: "skip",
		reason,
		explanation
	};
}

// src/event.ts
/**
* Decides what an event means (README, "What happens when").
* @param deployBranch the `deploy-branch` input; `undefined` takes the repository's default branch
*/
function planFor(event, mode, deployBranch) {
	if (mode === "render") return { kind: "render" };
	if (event.name === "pull_request_target") return refusePullRequestTarget;
	const payload = object(event.payload);
	const branch = deployBranch ?? (text(object(payload.repository).default_branch) || "main");
	if (mode === "destroy") return destroyOf(event, branch);
	if (mode === "discover") return discoverOf(event, payload, branch);
	const outsider = outsiderSkip(event, payload);
	if (outsider) return outsider;
	return mode === "auto" ? automatic(event, payload, branch) : asked(mode, event, payload, branch);
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
/** The mode was named: the event only says about which commit and for whom. */
function asked(mode, event, payload, branch) {
	switch (mode) {
		case "preview": return {
			kind: "preview",
			audience: audienceOf(event, payload)
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
	const action = text(payload.action);
	const pull = object(payload.pull_request);
	if (action === "closed") return mergedPullRequest(event, payload, branch) ?? cleanupOf(event, payload);
	const isOwn = isPreviewAction(action, payload);
	const irrelevant = `pull_request ${action} changes nothing that a preview depends on`;
	if (!isOwn && (pull.draft === true || pull.state === "closed")) return skip("irrelevant-event", irrelevant);
	if (pull.draft === true) return skip("draft", `pull request #${integer(pull.number)} is a draft: the preview comes when it is ready for review`);
	const audience = pullRequestAudience(pull);
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
		case "unlabeled": return isLossLabel(text(object(payload.label).name));
		case "edited": return object(payload.changes).base !== void 0;
		default: return false;
	}
}
/**
* `mode: deploy` on a pull request: its merge, or a stack of its own while it is open (which only `require-review: false`
* lets pass). What was closed without a merge is nobody's wish any more.
*/
function ownPullRequest(event, payload, branch) {
	const merged = mergedPullRequest(event, payload, branch);
	if (merged !== void 0) return merged;
	if (text(payload.action) !== "closed") return deployOf(event, branch);
	const number = integer(object(payload.pull_request).number);
	return skip("irrelevant-event", `pull request #${number} was closed without a merge`);
}
/** The deploy of a pull request's merge, `undefined` if it was not merged. */
function mergedPullRequest(event, payload, branch) {
	const pull = object(payload.pull_request);
	if (text(payload.action) !== "closed" || pull.merged !== true) return void 0;
	const base = text(object(pull.base).ref);
	if (base !== branch) return skip("wrong-branch", `merged into ${base}, deploys come from ${branch}`);
	return {
		kind: "deploy",
		commit: text(pull.merge_commit_sha) || event.sha,
		branch,
		pullRequest: integer(pull.number)
	};
}
function push(event, payload, branch) {
	if (event.ref !== `refs/heads/${branch}`) return skip("wrong-branch", `a push to ${event.ref}, deploys come from ${branch}`);
	if (payload.deleted === true) return skip("wrong-branch", `${branch} was deleted`);
	return deployOf(event, branch);
}
/** Somebody asked for it, and must not take a run that deploys nothing for one that did. */
function manualDeploy(event, branch) {
	if (event.ref === `refs/heads/${branch}`) return deployOf(event, branch);
	return wrongBranch(`this run is on ${event.ref}, and deploys come from ${branch}`, branch);
}
/** A person starts it, on the branch that is deployed; whether this person may is for the flow to ask. */
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
/** It asks nobody but GitHub: Dependabot, which has no credentials here, may still have some in the jobs that follow. */
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
					audience: pullRequestAudience(pull)
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
/** Runs that have no credentials by GitHub's design: forks' pull requests, and Dependabot's without its own secrets. */
function outsiderSkip(event, payload) {
	const fork = forkSkip(payload);
	if (fork !== void 0) return fork;
	if (event.actor === "dependabot[bot]" && !event.hasAwsCredentials) return skip("fork", "Dependabot's runs get no credentials; give it some as Dependabot secrets to preview its pull requests");
}
function forkSkip(payload) {
	const pull = object(payload.pull_request);
	const head = text(object(object(pull.head).repo).full_name);
	const base = text(object(object(pull.base).repo).full_name) || text(object(payload.repository).full_name);
	if (payload.pull_request !== void 0 && head !== base) return skip("fork", `pull request #${integer(pull.number)} comes from ${head || "a deleted fork"}, which gets no credentials`);
}

// src/flows/cleanup.ts
/**
* After a pull request was closed without a merge: deletes its change sets, and the stack only if it is the empty
* REVIEW_IN_PROGRESS shell that a change set of ours made and that no other change set needs.
*/
async function cleanup(inputs, pullRequest, ports) {
	const stack = await ports.stacks.describe(inputs.stackName);
	if (stack === void 0) return cleaned(inputs, 0, false);
	const all = await settledChangeSets(inputs, pullRequest, ports);
	const own = all.filter((set) => isOf(set, pullRequest));
	let deleted = 0;
	for (const set of own) if (await deleteChangeSet(set, stack, ports)) deleted++;
	const isLeft = deleted > 0 && deleted === all.length && await isShell(stack, ports);
	return cleaned(inputs, deleted, isLeft && await removed(stack, `cleanup-pr-${pullRequest}`, ports));
}
/**
* Who may delete an empty shell may delete the database (IAM knows no condition on a stack's status), so that the right
* may well be missing: then the shell stays, which costs nothing and is used by the next change set.
*/
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
/** A change set that is still being made, by a preview that the closing overtook, cannot be deleted yet. */
async function settledChangeSets({ stackName }, pullRequest, { changeSets, pace, clock }) {
	const deadline = clock.now() + SETTLES_WITHIN_MS;
	let all = [];
	await poll({
		clock,
		delays: () => pace.pause(POLL_MS$1),
		deadline
	}, async () => {
		all = await changeSets.list(stackName);
		return all.some((set) => isOf(set, pullRequest) && /_(PENDING|IN_PROGRESS)$/.test(set.status)) ? void 0 : "settled";
	});
	return all;
}
function isOf({ name, description }, pullRequest) {
	return name.startsWith(`pr-${pullRequest}-`) && description.startsWith("aurora-deploy-action");
}
/** One that cannot be deleted does not keep the others. */
async function deleteChangeSet(set, stack, { changeSets, log }) {
	try {
		log.info(`Deleting change set ${set.name}.`);
		await changeSets.delete(set.arn, stack.arn);
		return true;
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		log.warning(`Change set ${set.name} stays: ${error.message}`);
		return false;
	}
}
async function isShell(stack, { stacks }) {
	return stack.status === "REVIEW_IN_PROGRESS" && (await stacks.resources(stack.arn)).length === 0;
}
function cleaned({ stackName }, count, shell) {
	return {
		result: "cleaned-up",
		message: `Deleted ${`${count} change set${count === 1 ? "" : "s"}`} of the pull request${shell ? ` and the empty stack ${stackName}` : ""}.`
	};
}

// src/changes/review/approvals.ts
/** Approving reviews that count: of the previewed head, after the preview, not the author's, each reviewer's latest. */
function approvalsOf(pull) {
	const latest = /* @__PURE__ */ new Map();
	for (const approval of [...pull.approvals].sort((a, b) => a.at - b.at)) if (approval.state !== "COMMENTED" && approval.state !== "PENDING") latest.set(approval.reviewer, approval);
	return [...latest.values()].filter((approval) => approval.state === "APPROVED" && approval.reviewer !== pull.author && approval.commitSha === pull.headSha && approval.at > pull.recordedAt).length;
}
/** What a pull request lacks, for those who wait for its deploy. */
function lackingApprovals(pull, required) {
	return `#${pull.number} has ${approvalsOf(pull)} of ${required} approving reviews of ${pull.headSha.slice(0, 8)} given after its preview`;
}

// src/changes/review/union.ts
/**
* Whether the present items are exactly the union of these records (docs/digest.md, "When a deploy executes", 6):
* every present item is in one of them, and every item of theirs is present, overridden by a later record's item of the
* same name, or in effect already. Half of a review is none.
* @param records newest first
* @returns what differs; nothing where the union is exact
*/
function differencesFromUnion(present, records, hashNow) {
	const unknown = [...present.items].filter(([name, { whole }]) => !records.some((pull) => itemsOf(pull).get(name)?.whole === whole));
	const missing = records.flatMap((pull, index) => [...itemsOf(pull).keys()].filter((name) => present.items.get(name)?.whole !== itemsOf(pull).get(name)?.whole && !isOverridden(name, records, index) && !isInEffect(name, itemsOf(pull), present.items, hashNow)));
	return [...unknown.map(([name]) => ({
		name,
		why: "in-no-record"
	})), ...[...new Set(missing)].map((name) => ({
		name,
		why: "not-present"
	}))];
}
/** The records that an item of the present ones comes from. */
function supplying(present, records) {
	return records.filter((pull) => [...itemsOf(pull)].some(([name, { whole }]) => present.items.get(name)?.whole === whole));
}
const NONE = /* @__PURE__ */ new Map();
function itemsOf({ record }) {
	return record.items ?? NONE;
}
/**
* A later record's item of the same name stands for it. How a resource is changed as a whole (in place, by replacement)
* follows from all its changes together: there any record's.
*/
function isOverridden(name, records, index) {
	return records.some((other, at) => at !== index && (at < index || isOperation(name)) && itemsOf(other).has(name));
}
/**
* Whether the stack is already as the item would make it. What is done to a resource as a whole leaves nothing by which
* to tell it: it is done when nothing is to be done to the resource any more, and the record has items that say what it
* was about; these are judged one by one.
*/
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
/** Items that tell what a resource is, or will be. */
const PARTS = /* @__PURE__ */ new Set(["definition", "property"]);

// src/changes/review/decide.ts
/**
* Whether the present changes may be executed (docs/digest.md, "When a deploy executes"). Pure, and the only place that
* decides it: nothing is executed unless this says `execute`.
*/
function decide(present, history, policy) {
	if (present.empty) return { kind: "no-changes" };
	const { newerDeploy } = history;
	if (policy.requireReview && newerDeploy !== void 0) return blocked$1("stale-review", `${short(newerDeploy)} is newer, and what it holds is deployed or about to be`);
	const review = policy.approvedDigest === void 0 ? reviewOf(present, history, policy) : namedDigest(present, policy.approvedDigest);
	if (review.kind !== "execute") return review;
	return isStoppedByLoss(present.unacknowledged, policy) ? blocked$1("destructive", lossText(present.unacknowledged)) : review;
}
function namedDigest(present, approved) {
	return present.digest.digest === approved ? {
		kind: "execute",
		because: "approved-digest names exactly these changes"
	} : blocked$1("stale-review", `approved-digest is ${approved}, the changes have ${present.digest.digest}`);
}
function reviewOf(present, history, policy) {
	if (!policy.requireReview) return {
		kind: "execute",
		because: "require-review is false"
	};
	const reviewers = reviewersOf(present, history);
	if ("kind" in reviewers) return reviewers;
	const unapproved = reviewers.filter((pull) => approvalsOf(pull) < policy.requiredApprovals);
	if (unapproved.length > 0) return blocked$1("not-approved", unapproved.map((pull) => lackingApprovals(pull, policy.requiredApprovals)).join("; "));
	return {
		kind: "execute",
		because: `reviewed in ${names(reviewers)}`
	};
}
/** The pull requests in which the present changes were reviewed, all of them and nothing else. */
function reviewersOf(present, history) {
	const own = ownCommit(history);
	if (own === void 0) return unknown$1(history);
	const recorded = recordedPulls(own);
	const [newest] = recorded;
	if (newest === void 0) return blocked$1("unreviewed", whyUnreviewed(own));
	const exact = recorded.find((pull) => pull.record.digest === present.digest.digest);
	if (exact !== void 0) return [exact];
	const since = commitsSince(history, newest.record.baseCommit);
	if (since === void 0) return differs([newest], `${short(newest.record.baseCommit)}, on which ${names([newest])} was previewed, lies further back than was looked`);
	const gap = since.find((commit) => commit.brought.by === "pull-requests" && recordedPulls(commit).length === 0);
	if (gap !== void 0) return {
		...blocked$1("unreviewed", whyUnreviewed(gap)),
		compared: [newest]
	};
	const together = [...new Map(since.flatMap(recordedPulls).map((pull) => [pull.number, pull])).values()];
	return unionOf(present, together.length === 0 ? [newest] : together);
}
/** No commit to look at: nothing can be said of this one, or all of it is deployed. */
function unknown$1(history) {
	const { problem, remedy } = history;
	if (problem === void 0) return blocked$1("unreviewed", whySettled(history));
	return {
		...blocked$1("unreviewed", problem),
		...remedy === void 0 ? {} : { remedy }
	};
}
function unionOf(present, records) {
	const partial = records.filter(({ record }) => record.items === void 0);
	if (partial.length > 0) return differs(records, `${names(partial)} changed too much to be recorded one by one, so that only exactly the same changes are executed`);
	const differences = differencesFromUnion(present.digest, records, present.hashNow);
	if (differences.length > 0) return differs(records, told$1(differences));
	return supplying(present.digest, records);
}
function differs(compared, why) {
	return {
		...blocked$1("stale-review", `${`the changes are not those that were reviewed in ${names(compared)}`}: ${why}`),
		compared
	};
}
function told$1(differences) {
	const [first, ...more] = differences;
	if (first === void 0) return "";
	const words = first.why === "in-no-record" ? "was reviewed by nobody" : "was reviewed and would not happen";
	return `${first.name} ${words}${more.length === 0 ? "" : `, and ${more.length} more`}`;
}
function whySettled({ line }) {
	return line.length === 0 ? "this commit was deployed already, so that what differs now has been reviewed by nobody" : `no commit since the last deploy changes what is deployed here, so that what differs now has been reviewed by nobody`;
}
function whyUnreviewed({ sha, brought }) {
	const pulls = brought.by === "pull-requests" ? brought.pulls : [];
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
function blocked$1(reason, explanation) {
	return {
		kind: "blocked",
		reason,
		explanation
	};
}

// src/flows/review/deployMark.ts
/** @param needed whether a review is needed: if not, GitHub need not be there at all */
function ownMark(job, check, ports, needed) {
	let begun;
	const markOf = (state, { stackArn, digest }) => encodeMark({
		state,
		account: arnParts(stackArn).account,
		digest: digest.digest
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
		ended: (proposal, state) => state !== void 0 && proposal !== void 0 ? markOf(state, proposal) : begun ?? ""
	};
}

// src/flows/tell/errorEnding.ts
/**
* What a run comes to that an error ended: worded from what was being done. In a deploy a doubt about the review blocks.
* A deploy whose operation may have begun is no business of this: its end is the operation's (`execution.ts`).
*/
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
/**
* Says how a failed run ends as soon as that is known: telling GitHub can take long, or never come to an end. Whatever is
* written after it, the exit says it once more at the end.
*/
function logFailure(result, log) {
	if (result.result === "failed" || result.result === "blocked") log.error(endText(result));
}

// src/report/check.ts
/** A check run's output: GitHub counts 65,535 for its summary; bytes are never fewer than characters. */
const CHECK_LIMIT = 65535;
/** A check run's title (plain text) and summary (Markdown): the report, as it is on record. */
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
/**
* A verdict's risks as findings on the template's lines: on the property that causes the risk, else on the resource. A
* resource that the template does not hold (any more, or a nested stack's) has no line.
*/
function riskFindings(risks, template) {
	return risks.map((risk) => ({
		level: levelOf(risk),
		message: `${risk.resource} ${risk.message}${risk.acknowledgedBy === void 0 ? "" : ` (acknowledged by ${risk.acknowledgedBy})`}`,
		logicalId: risk.resource,
		...risk.type === "Parameter" ? { location: template.locate(["Parameters", risk.resource]) } : placeOf(risk.resource, risk.property, template)
	}));
}
/** The resource at which a deploy failed, on its line. */
function causeFinding(cause, template) {
	const resource = [...cause.stackPath, cause.logicalId].join("/");
	return {
		level: "error",
		message: `${resource} (${cause.type}) ${cause.status}: ${cause.reason}`,
		logicalId: resource,
		...placeOf(resource, void 0, template)
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
function placeOf(resource, property, template) {
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
/**
* What a check run puts on the lines of the pull request's files: findings, the verdict's risks and the resource at
* which a deploy failed. Only files of the checkout have lines there: not the bundled template, and not the inputs.
*/
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
/**
* Opens the deploy's own check run on the commit; the next deploy finds the last deployed commit by it.
* @param needed whether a review is needed: if not, GitHub need not be there at all
*/
function openDeployCheck(job, ports, needed) {
	const name = deployCheckName(job.inputs);
	return openCheck(job, {
		sha: job.commit,
		name,
		title: "Deploying",
		about: "this deploy"
	}, ports, needed);
}
/**
* Opens a check run. It tells which app is ours, whose records are to be trusted. `undefined` where the token may not
* write check runs, or, where it is not needed, where GitHub cannot be asked.
*/
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
/** Closes a check run with what came of it. What cannot be written is said in the log and fails nothing. */
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
/** The line of a report; none of what no pull request is told, a destroy for instance. */
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
/** The line in a form that any later run reads back: an HTML comment that GitHub does not show. */
function lineBlock(view) {
	const line = overviewLine(view);
	return line === void 0 ? [] : [encoded(line)];
}
/** The hidden block of a comment's line as it stands there; `undefined` where there is none. */
function rawLine(body) {
	return [...body.slice(-MOST_CHARACTERS$1).matchAll(BLOCK$1)].at(-1)?.[1];
}
/**
* The line that a comment of ours carries. For showing only: anybody who may edit the comment can write here, so that nothing
* is decided by it, and whatever is no line reads as none.
*/
function readLine(body) {
	const raw = rawLine(body);
	if (raw === void 0) return void 0;
	try {
		return lineOf(JSON.parse(Buffer.from(raw, "base64url").toString("utf8")));
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
			words: state.onMerge.kind === "executes" ? "previewed" : "previewed, a merge would be blocked"
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
/** As the headline of a preview has it. */
function newOrNot(view) {
	return `${view.changes?.target.type === "CREATE" ? "new stack, " : ""}${changesText(view)}`;
}
const LEVELS = [
	"safe",
	"caution",
	"destructive"
];
function lineOf(value) {
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
/**
* The entries that an earlier body of ours carries, newest first; at most 20. For showing only: anybody who may edit
* the comment can write here, so nothing is decided by it, and whatever is no entry reads as none.
*/
function readHistory(body) {
	const found = [...body.slice(-MOST_CHARACTERS).matchAll(BLOCK)].at(-1)?.[1];
	if (found === void 0) return [];
	const list = decode(found);
	return Array.isArray(list) ? list.slice(0, MOST).flatMap(entryOf) : [];
}
/** The entries in a form that a later run reads back: an HTML comment that GitHub does not show. */
function historyBlock(history) {
	const kept = history.slice(0, MOST).map(({ at, commit, text: words, runUrl }) => ({
		at,
		commit: commit.slice(0, 64),
		text: shorten(oneLine(redactText(words)), 160),
		runUrl: runUrl.slice(0, 200)
	}));
	return `<!-- ${LABEL} ${Buffer.from(JSON.stringify(kept)).toString("base64url")} -->`;
}
/** The earlier states as a folded list. */
function historySection(history, run, omitted) {
	if (history.length === 0) return [];
	return [{
		open: detailsOpen(`<b>Earlier</b> (${plural(history.length, "entry", "entries")})`),
		items: history.slice(0, MOST).map((entry) => ({
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
	return `- ${moment(at)} · ${code(commit.slice(0, 8))} · ${text$1(words, 160)} · ${link("run", isOurs ? runUrl : void 0)}`;
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
/** GitHub refuses a comment with more ("body is too long (maximum is 65536 characters)"). */
const COMMENT_LIMIT = 65536;
/** By which the one comment of a stack, region and label is found again; no two of them have the same. */
function commentMarker({ stackName, region, label }) {
	const labelled = label === void 0 ? "" : ` label=${commentValue(label)}`;
	return `<!-- aurora-deploy-action stack=${commentValue(stackName)} region=${commentValue(region)}${labelled} -->`;
}
/** The stack that a comment of ours is about; `undefined` for any that no stack's marker begins. */
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
/** The pull request comment: Markdown of at most 65,536 characters whose first line is `marker`. */
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
/** The overview: Markdown of at most 65,536 characters whose first line is `marker`. Worst first, then by name. */
function renderOverview(rows, marker) {
	const sorted = rows.toSorted((a, b) => severity(a) - severity(b) || order(a.where, b.where) || a.id - b.id);
	const sections = [
		block(0, `### ${text$1(overviewHeadline(sorted), 250)}`),
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
/** 256 stacks, the most that a matrix can have, fit in the poorest form: some 220 characters each. */
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
/** What was only previewed has the verdict's sign, which stands in its row already. */
function stateSign({ state, sign }) {
	return state === "previewed" ? "" : `${sign} `;
}
/** The signs of the stacks' comments, worst first, and of what is not known. */
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
/** By code units: the same on every machine. */
function order(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
/** `🛑 3 stacks: 1 replace, 4 modify`, `❌ 3 stacks: 1 failed, 2 deployed`. */
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
/** The states by their numbers; beside what changes those that need no word are left out. */
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
/**
* Compares the overview with the stacks' comments that it is made of; `undefined` where it is as it should be. There is one
* where two stacks or more have a comment. Nothing of the present overview is kept: it is derived, never added to.
* @param comments all of our account on the pull request, oldest first
*/
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
/** How many stacks have a comment of ours. */
function stacksIn(comments) {
	return rowsOf(comments).length;
}
const START = "<!-- aurora-deploy-action overview ";
/** One for each stack; of doubles the oldest comment, which is the one that stays. */
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
/**
* What the overview was made of, and not how it reads: runs know different secrets and may be of different versions, and what
* one has made of the same comments must be right for the other.
*/
function sourceHash(rows) {
	const sources = rows.map(({ id, marker, body }) => [
		id,
		marker,
		rawLine(body) ?? ""
	]);
	return createHash("sha256").update(JSON.stringify(sources), "utf8").digest("hex").slice(0, 32);
}

// src/flows/tell/unlessInterrupted.ts
/** The cancellation ends what is being asked when it comes. What is asked after it gets a moment: these are last words. */
async function unlessInterrupted(write) {
	try {
		return await write();
	} catch (error) {
		if (!(error instanceof ActionError) || error.reasonCode !== "cancelled") throw error;
		return write();
	}
}

// src/flows/tell/overview.ts
/**
* Brings a pull request's overview up to date after a comment was written there. It never fails a run.
*
* Why no update is lost, however many jobs do this at the same time: whoever writes anything, its comment or the overview,
* reads all comments afterwards, and ends only when it has read an overview that was made of the very comments that it has
* read. So whoever makes the last change of all sees the final state after it, and leaves it right. What is read in pages, one
* after the other, does no harm to that: after the last change every page is final.
*
* Three things can leave an overview behind, until the next change of state: a job that dies between its write and its look,
* one that has no more rounds or time left (the log says so), and a GitHub that answers with what was.
*/
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
/** So many times a job writes; its pauses come to half a minute at most, with forty stacks to one. */
const ROUNDS = 8;
/** A first pause for each stack that has a comment, so that of many jobs at once few have to write. */
const PAUSE_MS$1 = 50;
const LONGEST_PAUSE_MS = 1e4;
/** The runner kills a cancelled job after 10 s, and its result is still to be told. */
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
/**
* Longer with each round, and another for each job: its name and the time decide. Who has written once mostly waits for others
* only, each of whom will write itself: so the later pauses are no shorter than half of the longest.
*/
function pauseMs({ inputs, cancel, since }, { comments }, round) {
	const stacks = stacksIn(comments);
	if (stacks < 2 || cancel.aborted) return 0;
	const longest = Math.min(PAUSE_MS$1 * stacks * 2 ** round, LONGEST_PAUSE_MS);
	const share = createHash("sha256").update(`${commentMarker(inputs)} ${since} ${round}`).digest().readUInt32BE() / 2 ** 32;
	return Math.round(longest * (round === 0 ? share : (1 + share) / 2));
}

// src/flows/tell/publish.ts
/**
* Brings the stack's one comment on a pull request up to date, and the overview with it. It never fails a run: what cannot
* be written is said in the log, and the job summary has everything.
*/
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
/** Writes the stack's comment alone; `undefined` where there is none and none is made. */
async function writeComment(inputs, { pullRequest, view, entry, only }, comments) {
	if (inputs.comment === "never") return void 0;
	const marker = commentMarker(inputs);
	let isNews = false;
	const render = (present) => {
		if (only !== void 0 && only !== (present === void 0 ? "where there is none" : "where there is one")) return void 0;
		if (present === void 0 && inputs.comment === "changes" && view.state.kind === "no-changes") return void 0;
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
/**
* Edits are at least 15 s apart (GitHub limits how much content a token makes), and none can fail the deploy. The overview
* is told only that the deploy has begun: how far it is makes no other line.
*/
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
	return error instanceof Error ? error.message : String(error);
}

// src/flows/change/standIn.ts
/**
* What the creation of a stack would do whose failed shell stands in the way: a stack whose creation was rolled back takes
* no change set until it is deleted. It is made for an empty stack of another name, which says the same: everything is
* added. The stand-in is gone afterwards; it is named so that IAM can allow stand-ins to be deleted and nothing else.
*/
async function proposeStandIn(job, shell, wanted, ports) {
	const stackName = `${job.inputs.stackName.slice(0, 100)}-preview-${job.run.id}`;
	ports.log.info(`Stack ${shell.name} is ${shell.status}: its creation is worked out as ${stackName}.`);
	const proposed = await propose(job, {
		...wanted,
		stack: void 0,
		origin: {
			...wanted.origin,
			stackName
		}
	}, ports);
	const made = proposed.kind === "proposed" ? proposed.proposal.changeSetArn : proposed.failure.arn;
	const standIn = proposed.kind === "proposed" ? proposed.proposal.stackArn : proposed.failure.stackArn;
	await discardChangeSet(made, standIn, ports);
	await removeStandIn(standIn, `preview-${job.run.id}-${job.run.attempt}`, ports);
	return proposed;
}
/** One that stays is an empty stack of a name of its own: said in the log, and nothing fails for it. */
async function removeStandIn(arn, token, { stacks, log }) {
	try {
		await stacks.delete(arn, token);
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		log.warning(`The empty stack ${arn.split("/")[1] ?? arn} stays: ${error.message} ${error.hint ?? ""}`.trimEnd());
	}
}

// src/flows/deploy/candidateChanges.ts
/** How the names of the change sets begin that a deploy of this commit makes. */
function freshOrigin(commit) {
	return `deploy-${commit.slice(0, 8)}-`;
}
/**
* The changes to decide on: the recorded change set where it is still good, otherwise a fresh one. A failed creation's
* shell takes none: there they are made on a stand-in, and nothing is touched before it is decided.
*/
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
/** A change set of this deploy's own. */
function fresh(deploy, stack) {
	const { job, ports } = deploy;
	const acknowledged = acknowledgements(job.inputs, []);
	return propose(job, {
		stack,
		origin: originOf$1(deploy),
		acknowledged
	}, ports);
}
/** A change set that was made only to compare; the reviewed one stays, for it may be good again. */
async function discard({ job, commit, ports }, proposal) {
	if ((proposal.changeSetArn.split("/")[1] ?? "") !== changeSetName("deploy", commit.commit, job.run)) return;
	await discardChangeSet(proposal.changeSetArn, proposal.stackArn, ports);
}
function originOf$1({ job, commit }) {
	return {
		name: changeSetName("deploy", commit.commit, job.run),
		description: `deploy of ${job.run.repository} at ${commit.commit}, ${job.run.url}`,
		stackName: job.inputs.stackName
	};
}

// src/report/sections/plan.ts
/** The change set as plain lines for the log, worst first; risks below the resource that they are about. */
function planLines(changes, verdict) {
	const ranked = rank(changes, verdict);
	const certainties = new Map(ranked.map(({ key, replacement }) => [key, replacement]));
	const width = Math.min(40, Math.max(0, ...ranked.map(({ key }) => key.length)));
	return [
		...ranked.flatMap((it) => [
			resourceLine(it, width),
			...it.change.action === "Modify" ? causesOf(it.change, certainties).slice(0, 5).map(causeLine) : [],
			...it.risks.map((risk) => `      ! ${riskText(risk)}`)
		]),
		...otherRisks(verdict, ranked).map((risk) => `  ! ${whose(risk)} ${riskText(risk)}`),
		...changes.parameters.map((parameter) => `  parameter ${oneLine(parameter.name)}: ${parameterText(parameter)}`),
		...changes.tags.map(({ key, before, after }) => `  tag ${oneLine(key)}: ${side$1(before)} → ${side$1(after)}`),
		...changes.settings.map(({ name, before, after }) => `  setting ${oneLine(name)}: ${side$1(before)} → ${side$1(after)}`),
		...outputLines(changes.outputs),
		...templateLines(changes.template)
	];
}
function parameterText({ noEcho, exposed, before, after }) {
	if (exposed) return "no longer NoEcho";
	return noEcho ? "set (NoEcho)" : `${side$1(before)} → ${side$1(after)}`;
}
/** One line for each kind: a new stack has many of them. */
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
	const values = hidden ? ` ${HIDDEN_CHANGE}` : before !== void 0 || after !== void 0 ? ` ${side$1(before)} → ${side$1(after)}` : "";
	const reason = because === void 0 ? "" : ` ${[
		because.lead,
		because.entity,
		because.tail
	].filter((part) => part !== "").join(" ")}`;
	return `      ${oneLine(property)}:${values}${oneLine(reason) === "" ? "" : ` ${oneLine(reason)}`}${values + reason === "" ? " changes" : ""}`;
}
function side$1(value) {
	if (value === void 0) return "(none)";
	return value === "" ? "(empty)" : shorten(oneLine(redactText(value)), 80);
}
/** One line for all that are added, and so on: a new stack adds them all. */
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

// src/flows/preflight/databases.ts
/**
* Whether RDS can make the clusters and instances of a template: engine version, instance class, names. CloudFormation
* finds out while it executes. An existing database is left alone, and so is one that is made from a snapshot or as a
* copy: those may keep a version that cannot be created anew.
*/
async function checkDatabases(resources, region, databases, { ask, matters }) {
	const isMade = resources.filter(({ key }) => matters(key, "made"));
	const isAdded = resources.filter(({ key }) => matters(key, "added"));
	const engines = isMade.flatMap((resource) => engineOf(resource));
	const byEngine = [...Map.groupBy(engines, ({ engine }) => engine)];
	const byClass = [...Map.groupBy(classUses(isMade, engines), ({ engine, version, instanceClass }) => [
		engine,
		version,
		instanceClass
	].join(" ")).values()];
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
/** What makes a database from another one, with the version of that one. */
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
	if (resource.type !== CLUSTER.type && resource.type !== INSTANCE.type) return [];
	const [engine, version] = [resource.text("Engine"), resource.text("EngineVersion")];
	const isCopy = COPIES.some((property) => resource.has(property));
	return engine === void 0 || version === void 0 || isCopy ? [] : [{
		resource,
		engine,
		version
	}];
}
async function checkVersions({ engine, uses, region }, databases, ask) {
	const subjects = uses.map(({ resource }) => resource.key);
	const offered = await ask({
		what: `whether ${engine} ${[...new Set(uses.map(({ version }) => version))].join(", ")} can be created`,
		permission: "rds:DescribeDBEngineVersions",
		...made(...subjects)
	}, (signal) => databases.versions(engine, signal));
	if (offered === void 0 || offered.length === 0) return [];
	return uses.flatMap(({ resource, version }) => {
		if (offered.some((one) => one === version || one.startsWith(`${version}.`))) return [];
		const message = `EngineVersion ${version} cannot be created in ${region}: ${offerText(engine, version, offered)}${parameterHint(resource)}`;
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
/** Instances with the version that they have, or that their cluster in the same template gives them. */
function classUses(resources, engines) {
	return resources.flatMap((resource) => {
		const property = resource.type === CLUSTER.type ? "DBClusterInstanceClass" : "DBInstanceClass";
		const instanceClass = resource.text(property);
		const own = engines.find((use) => use.resource === resource) ?? clusterOf(resource, engines);
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
function clusterOf(instance, engines) {
	const [cluster] = instance.references("DBClusterIdentifier");
	if (cluster === void 0) return void 0;
	const key = [...instance.key.split("/").slice(0, -1), cluster].join("/");
	return engines.find(({ resource }) => resource.key === key);
}
/** The uses are of one class and version: one question for all of them. */
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

// src/template/evaluate/exports.ts
/** Transforms that make no exports of their own and take none away. */
const HARMLESS = ["AWS::Serverless-2016-10-31", "AWS::LanguageExtensions"];
/** The exports of one template, nested stacks' left out. */
function exportsOf(template, scope) {
	const exports = existing(template, template.Outputs, scope).flatMap((entry) => {
		if (!isObject(entry.entry.Export)) return [];
		const { Export: made, Value = null } = entry.entry;
		const name = textOf$2(evaluateValue(entry.context, made.Name ?? null));
		return [{
			output: entry.id,
			name: name === UNKNOWN$1 ? void 0 : name,
			value: knownValue(entry, Value),
			isCertain: entry.isCertain,
			references: referencesOf(template, entry.entry)
		}];
	});
	return {
		exports,
		isComplete: !hasMacro(template) && exports.every(({ name }) => name !== void 0)
	};
}
function knownValue({ context }, value) {
	const text = textOf$2(evaluateValue(context, value));
	return text === UNKNOWN$1 || text.includes("{{resolve:") ? void 0 : text;
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
	const text = Array.isArray(argument) ? argument[0] : argument;
	return typeof text !== "string" ? [] : subVariables(text).map((variable) => {
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

// src/flows/preflight/exportValues.ts
/**
* Whether the value of an export, or whether it is there, may be another one after these changes: where it is defined
* otherwise, or something that it hangs on changes.
* @param before the output that makes it now
*/
function mayChange(before, after, changes) {
	return before !== after.output || changes.outputs.some((output) => output.key === after.output && isDefinedOtherwise(output)) || changes.template.some(({ name }) => /^(condition|mapping) /.test(name)) || after.references.some((reference) => isTouched(reference, changes));
}
/** Whether anything changes from which a value or a name can be known beforehand: where not, ours is a wrong guess. */
function mayBeKnown({ outputs, parameters, template }) {
	return outputs.length + parameters.length + template.length > 0;
}
/** A description alone changes nothing. */
function isDefinedOtherwise({ before, after }) {
	return essence(before) !== essence(after);
}
function essence(definition) {
	const value = definition === void 0 ? {} : JSON.parse(definition);
	const { Value = null, Condition = null } = isObject(value) ? value : {};
	return canonicalJson([Value, Condition]);
}
function isTouched({ name, attribute }, changes) {
	if (changes.parameters.some((parameter) => parameter.name === name)) return true;
	return changes.resources.some((change) => (change.stackPath[0] ?? change.logicalId) === name && isValueTouched(change, attribute));
}
/** Whether what `Ref` or `Fn::GetAtt` gives of a resource may be another value once it is changed so. */
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

// src/flows/preflight/exports.ts
/** CloudFormation's budget of calls is the whole account's. */
const AT_ONCE = 10;
/**
* Whether exports that go, or get another value, are imported by other stacks: CloudFormation looks at that last of all,
* when every resource is changed, and takes everything back. Only exports that go or change are asked about; those of
* nested stacks are not looked at.
*/
async function checkExports(of, exports, { ask }) {
	const fates = fatesOf(of);
	if (fates.length === 0) return [];
	const importers = /* @__PURE__ */ new Map();
	await ask({
		what: `whether other stacks import ${listed(fates.map(({ name }) => name))}`,
		permission: "cloudformation:ListImports",
		resources: [],
		when: "changed"
	}, async (signal) => {
		for (let at = 0; at < fates.length; at += AT_ONCE) {
			const some = fates.slice(at, at + AT_ONCE);
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
	const next = exportsOf(of.template.value, of.scope);
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
/** A number is sent as it is written, and told as a text. */
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
	return `Export ${name} ${happens}, and ${listed(importers)} ${importers.length === 1 ? "imports" : "import"} it: CloudFormation ${will} at the end of the deploy, as an export in use cannot be ${verb}. Keep it as it is until nobody imports it: ${NEXT}`;
}
const NEXT = "add a new export, move the importing stacks to it, then take this one out.";
/** As CloudFormation names a nested stack: its parent's name, its logical id and some capitals and digits. */
function isNestedIn(parent, name) {
	return name.startsWith(`${parent}-`) && /^[A-Za-z0-9]+-[A-Z0-9]{10,14}$/.test(name.slice(parent.length + 1));
}
const LISTED = 5;
function listed(names) {
	const more = names.length - LISTED;
	return `${names.slice(0, LISTED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

// src/flows/preflight/references.ts
/**
* Whether the parameters and secrets are there that resources refer to which are made or changed: CloudFormation reads
* them when it comes to the resource. No secret's value is read. What the template makes itself is left out.
*/
async function checkReferences(resources, region, { parameterStore, secretStore }, { ask, matters }) {
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
/** The reference is written in full: reports hide what it names, as they do everywhere. */
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
function asWarning(check) {
	return {
		...check,
		finding: {
			...check.finding,
			level: "warning"
		}
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
/** A secret of another region, or account, is not for us to judge. */
function isNear(id, region) {
	return !id.startsWith("arn:") || arnParts(id).region === region;
}
const STORES = ["AWS::SecretsManager::Secret", "AWS::SSM::Parameter"];
/** Names of what the template makes: it may be there by the time that it is referred to. */
function madeHere(resources) {
	const stores = resources.filter(({ type }) => STORES.includes(type));
	return new Set(stores.flatMap((store) => store.text("Name") ?? []));
}
/** Whether nothing in the template could make a store under a name that is not known. */
function isAllKnown(resources) {
	return resources.every(({ type, has, text }) => !/^(Custom::|AWS::CloudFormation::CustomResource$)/.test(type) && !(STORES.includes(type) && has("Name") && text("Name") === void 0));
}

// src/flows/preflight/subnets.ts
/** Types that want subnets in at least two zones ("add subnets to cover at least 2 availability zones"). */
const GROUPS = [
	"AWS::RDS::DBSubnetGroup",
	"AWS::DocDB::DBSubnetGroup",
	"AWS::Neptune::DBSubnetGroup"
];
const ZONES = 2;
/**
* Whether the subnets of database subnet groups are there, in two zones and one VPC, and in the VPC of the security
* groups that the databases in them have, as far as the template says so.
*/
async function checkSubnets(resources, subnets, { ask, matters }) {
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
/** Security groups of the template that are in another VPC than the databases that use them. */
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
/** The nested stack that a resource is in. */
function folderOf(key) {
	return key.split("/").slice(0, -1).join("/");
}

// src/flows/preflight/preflight.ts
/** Questions that take longer than this are given up: the change set is there by then. */
const PATIENCE_MS = 5e3;
/**
* Checks beyond CloudFormation's own, which it finds out while it executes only: all questions at once, in bounded
* time. It never fails: what cannot be asked is one line in the log.
*/
async function preflight(job, scope, ports) {
	const checks = job.inputs.preflight ? await within(job.cancel, ports.clock, (signal) => runChecks(job, scope, signal, ports)) : [];
	return (now) => relevant(checks, relevanceFor(now, scope.live === void 0), scope);
}
/** Writes findings to the log, those with a place as annotations. */
function logFindings(findings, log) {
	for (const finding of findings) {
		const line = finding.logicalId === void 0 ? finding.message : `${finding.logicalId}: ${finding.message}`;
		if (finding.level === "error") log.error(line, finding);
		else if (finding.level === "warning") log.warning(line, finding);
		else log.notice(line);
	}
}
async function runChecks(job, { live, changes }, signal, { databases, subnets, exports, parameterStore, secretStore }) {
	const { region } = job.inputs;
	const { tree } = job.rendered;
	const scope = scopeOf(job, live);
	const resources = evaluatedTree(tree, scope);
	const relevance = relevanceFor(changes, live === void 0);
	const matters = (key, when) => relevance({
		resources: [key],
		when
	}) !== "no";
	const unanswered = [];
	const means = {
		ask: asker(signal, unanswered),
		matters
	};
	return [...(await Promise.all([
		checkDatabases(resources, region, databases, means),
		checkSubnets(resources, subnets, means),
		checkReferences(resources, region, {
			parameterStore,
			secretStore
		}, means),
		...live === void 0 || changes === void 0 ? [] : [checkExports({
			live,
			changes,
			template: tree.template,
			scope
		}, exports, means)]
	])).flat(), ...unanswered];
}
function relevant(checks, relevance, { isPreview }) {
	const found = checks.flatMap((check) => {
		const matters = relevance(check);
		if (matters === "no") return [];
		return [(matters === "maybe" || isPreview && check.mayBeMade === true) && check.finding.level === "error" ? {
			...check.finding,
			level: "warning"
		} : check.finding];
	});
	return [...new Map(found.map((finding) => [JSON.stringify(finding), finding])).values()];
}
/** What is known about the stack as it will be, but for NoEcho values: findings are public. */
function scopeOf({ inputs, rendered }, live) {
	const kept = new Map(live?.parameters.map(({ name, value }) => [name, value]));
	const parameters = rendered.parametersFor(live).map(({ name, noEcho, value }) => [name, noEcho ? void 0 : value ?? kept.get(name)]);
	return {
		parameters: Object.fromEntries(parameters),
		pseudo: {
			"AWS::Region": inputs.region,
			"AWS::StackName": inputs.stackName,
			"AWS::AccountId": live && arnParts(live.arn).account,
			"AWS::Partition": live && arnParts(live.arn).partition,
			"AWS::StackId": live?.arn
		}
	};
}
async function within(cancel, clock, work) {
	const [late, done] = [new AbortController(), new AbortController()];
	const timer = clock.sleep(PATIENCE_MS, done.signal).then(() => late.abort());
	try {
		return await work(AbortSignal.any([late.signal, cancel]));
	} finally {
		done.abort();
		await timer;
	}
}

// src/flows/tell/preflightEnding.ts
/** Whether something was found that would make the deploy fail. */
function isStopped(findings) {
	return findings.some(({ level }) => level === "error");
}
/** What a preview or a deploy says that the preflight stops. The changes are shown with it: they can still be read. */
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
/** Whether nothing may be executed that was not reviewed. */
function needsReview({ inputs }) {
	return inputs.requireReview && inputs.approvedDigest === void 0;
}
/** Keeps the merged pull requests' comments up to date while the operation runs. */
function follower({ job, review, progress }, proposal) {
	const told = review.pulls.map((pull) => pull.number);
	return (now) => progress.tell(told, deployingView(job, proposal, now));
}

// src/flows/deploy/failedCreation.ts
const POLL_MS = 1e3;
/**
* Deletes the shell of a stack whose creation was rolled back, so that it can be created again. A stack that still has
* a resource (one that is retained, say) is never deleted.
*/
async function removeShell(job, stack, ports) {
	const left = (await ports.stacks.resources(stack.arn)).filter((resource) => resource.status !== "DELETE_COMPLETE");
	if (left.length > 0) throw new ActionError(`Stack ${stack.name} is in ${stack.status} and still has ${left.map((resource) => resource.logicalId).join(", ")}: it is not deleted.`, {
		reasonCode: "stack-unrecoverable",
		hint: `Look at what is left, then run: aws cloudformation delete-stack --region ${job.inputs.region} --stack-name ${stack.name}`
	});
	await unprotect(job, stack, ports);
	ports.log.info(`Stack ${stack.name} is an empty shell (${stack.status}): deleting it so that it can be created again.`);
	await ports.stacks.delete(stack.arn, `shell-${job.run.id}-${job.run.attempt}`);
	await deleted(job, stack, ports);
}
/** Termination protection refuses the deletion: it is lifted where the run was told that the stack is to have none. */
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
	let status = stack.status;
	const polled = await poll({
		clock: ports.clock,
		delays: () => ports.pace.pause(POLL_MS),
		signal: cancel,
		deadline
	}, async () => {
		const now = await ports.stacks.describe(stack.arn);
		if (now === void 0 || now.status === "DELETE_COMPLETE") return "gone";
		status = now.status;
		return disposition(status).kind === "unrecoverable" ? "stuck" : void 0;
	});
	if (polled.kind === "done" && polled.value === "gone") return;
	const ways = waysOut({
		stack: stack.name,
		region: inputs.region,
		status,
		stuck: []
	});
	throw new ActionError(`The empty shell of stack ${stack.name} was not deleted (${status}).`, {
		reasonCode: STAYS[polled.kind],
		hint: ways.length === 0 ? "Run this job again when it is gone." : waysText(ways)
	});
}
const STAYS = {
	done: "stack-unrecoverable",
	aborted: "cancelled",
	"timed-out": "timeout"
};

// src/flows/deploy/knownReview.ts
/**
* Everything that GitHub knows. Without it nothing is executed, unless no review is asked for.
* @param account the stack's, as soon as it is known: records and marks of others do not exist
*/
async function askForReview({ job, commit, check, ports }, account, delays) {
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
		return await findReview({
			job,
			deployed: commit,
			ours: {
				appId: check?.appId,
				account
			},
			delays
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
/** Asks GitHub before anything else: what is known then is followed, compared with and told. */
function firstReview(deploy) {
	return deploy.ports.log.group("Review", async () => {
		const review = await askForReview(deploy, void 0, []);
		tellReview(review, deploy);
		return review;
	});
}
/**
* The review as it is when the changes are known. GitHub's index lags: a pull request that it does not know yet is waited
* for, and since it was asked first the stack may have been.
*/
function presentReview(deploy, account) {
	if (!needsReview(deploy.job)) return Promise.resolve(deploy.review);
	return deploy.ports.log.group("Review of these changes", async () => {
		const review = await askForReview(deploy, account, deploy.review.own.length > 0 ? [] : INDEX_DELAYS_MS);
		tellReview(review, deploy);
		return review;
	});
}
function tellReview({ history }, { ports: { log } }) {
	for (const { sha, brought } of history.line) {
		if (brought.by === "nobody-needed") log.info(`${sha.slice(0, 8)} changes nothing that is deployed here.`);
		else if (brought.pulls.length === 0) log.info(`${sha.slice(0, 8)} was brought by no merged pull request.`);
		for (const { number, headSha, record, problem } of brought.by === "nobody-needed" ? [] : brought.pulls) {
			const what = record?.digest ?? `no record of a preview${problem === void 0 ? "" : `: ${problem}`}`;
			log.info(`${sha.slice(0, 8)} is #${number}, head ${headSha.slice(0, 8)}: ${what}`);
		}
	}
}

// src/flows/deploy/protectStack.ts
/**
* Brings the termination protection of a stack that was deployed to the state that was decided on: it has a call of its
* own, which takes effect at once.
*/
async function protectStack(job, ending, protection, ports) {
	const { stackName } = job.inputs;
	if (protection === void 0 || ending.result.result !== "deployed") return ending;
	try {
		await ports.stacks.setTerminationProtection(stackName, protection);
		ports.log.info(`Termination protection of stack ${stackName} is ${protection ? "on" : "off"} now.`);
		return ending;
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		return unprotected(ending, protection, error);
	}
}
/** The operation is done and the run is not: neither a success nor an operation that failed. */
function unprotected(ending, protection, error) {
	const failed = `its termination protection could not be turned ${protection ? "on" : "off"}: ${error.message}`;
	const hint = error.hint === void 0 ? {} : { hint: error.hint };
	const { state } = ending.view;
	const result = {
		...ending.result,
		result: "failed",
		reasonCode: error.reasonCode,
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
/**
* Whether the stack is another than the one that it was decided about, as far as CloudFormation would not notice: it
* refuses a change set that an operation has outrun, and the termination protection is changed by no operation.
*/
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
/**
* Looks and acts at once, and does both again where AWS throttled one of them for so long that what was seen is not the last
* word any more: a call that is throttled has done nothing. Ends with AWS's error at the job's deadline.
*/
async function unlessThrottled(job, { clock, pace, log }, attempt) {
	for (;;) try {
		return await attempt();
	} catch (error) {
		const pause = pace.pause(PAUSE_MS);
		if (!(error instanceof ServiceError && error.trouble === "throttled") || job.cancel.aborted || clock.now() + pause >= job.deadline) throw error;
		log.info(`Looking once more before anything is executed, for AWS throttles it. (${error.message})`);
		await clock.sleep(pause, job.cancel);
	}
}

// src/flows/deploy/conclude.ts
/**
* Decides, and acts on it. Everything that takes time comes before the last look at GitHub and AWS; it is decided once
* more by what that shows, and the very next call executes.
*/
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
	logFindings(found, ports.log);
	if (isStopped(found)) {
		await discard(deploy, proposal);
		return preflightEnding(job, proposal, found);
	}
	await mark.begin(proposal);
	const made = await inPlaceOfShell(deploy, proposal, stack);
	if (made.kind === "ended") return made.ending;
	return unlessThrottled(job, ports, () => lastLook(deploy, made.proposal, made.stack));
}
/** AWS may have throttled its part of a look: what GitHub said so long before is asked again. Milliseconds. */
const OLD_MS = 5e3;
/** The last look, the last decision, and right after it the one place where something is executed. */
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
	const last = judged(job, proposal, acknowledgements(job.inputs, labelsIn(review, proposal.digest)));
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
	return act({
		...deploy,
		review
	}, last, decision.because, stack);
}
/** A digest that somebody names needs no review, and no more than a review runs over a newer deploy. */
async function reviewNow(deploy, account) {
	const { job, review } = deploy;
	if (!needsReview(job) && !job.inputs.requireReview) return review;
	const now = await askForReview(deploy, account, []);
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
	const { job, ports } = deploy;
	const { changeSetArn, stackArn, createdAt, changes, protection } = proposal;
	ports.log.info(`Executing: ${because}.`);
	if (!proposal.executable) {
		const ending = await protectStack(job, protectedEnding(job, proposal, stack), protection, ports);
		await discard(deploy, proposal);
		return ending;
	}
	const request = {
		changeSetArn,
		stackArn,
		total: changes.resources.length,
		since: createdAt,
		onProgress: follower(deploy, proposal)
	};
	const ending = executedEnding(job, await execute(job, request, ports), proposal);
	return protectStack(job, ending, protection, ports);
}
function decided({ job, review, decideBy }, proposal) {
	const { empty, digest, hashNow, verdict } = proposal;
	return decideBy({
		empty,
		digest,
		hashNow,
		unacknowledged: verdict.unacknowledged
	}, review.history, job.inputs);
}
async function stopped(deploy, proposal, decision, stack) {
	await discard(deploy, proposal);
	return decision.kind === "no-changes" ? emptyEnding(deploy.job, proposal, stack) : blockedEnding(deploy.job, decision, proposal);
}
/**
* A failed creation's shell is deleted once it is decided to create the stack anew, and its change set made in earnest,
* which must be what was decided on.
*/
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
	await discard(deploy, made);
	return {
		kind: "ended",
		ending: blockedEnding(job, {
			kind: "blocked",
			reason: "stale-review",
			explanation: "what CloudFormation would do is not what it said before the failed stack was deleted"
		}, made)
	};
}

// src/flows/deploy/readyStack.ts
/** The stack when nothing runs on it (any more) and a change set can be made; or why it does not come to that. */
async function readyStack(deploy) {
	const { job, ports } = deploy;
	const stack = await ports.stacks.describe(job.inputs.stackName);
	const running = await runningExecution(stack, (arn) => isOurs(arn, deploy), ports);
	const followed = running && await attach(job, running, follower(deploy, void 0), ports);
	if (followed !== void 0 && followed.end.kind !== "succeeded") return {
		kind: "ended",
		ending: executedEnding(job, followed, void 0)
	};
	return {
		kind: "ready",
		stack: await idleStack(job, ports, { justSeen: followed === void 0 ? { stack } : void 0 }),
		followed
	};
}
/** Whether this deploy, in this attempt or an earlier one, may have executed that change set. */
function isOurs(changeSetArn, { commit, review }) {
	return (changeSetArn.split("/")[1] ?? "").startsWith(freshOrigin(commit.commit)) || review.own.some(({ record }) => record?.changeSetArn === changeSetArn);
}

// src/report/sections/deltaLines.ts
/** What differs from what was reviewed, as plain lines for the log: `-` as it was reviewed, `+` as it is now. */
function deltaLines(delta) {
	return delta.flatMap((entry) => [
		`  ${oneLine(entry.item)}: ${KINDS[entry.kind]}`,
		...side("-", entry.reviewed),
		...side("+", entry.present)
	]);
}
const KINDS = {
	"only-reviewed": "was reviewed, would not happen now",
	"only-present": "would happen now, was not reviewed",
	differs: "is not what was reviewed"
};
function side(sign, lines) {
	return lines === void 0 ? [] : lines.split("\n").map((line) => `    ${sign} ${oneLine(line)}`);
}

// src/flows/tell/neighbours.ts
/** GitHub asks for few requests at a time (secondary rate limits). */
const AT_A_TIME = 4;
/** Pull requests that are looked at, the youngest: a deploy must not spend a large repository's rate limit. */
const AT_MOST = 100;
/**
* After an execution, which deleted the stack's other change sets, and after a deploy that was blocked as unreviewed: marks
* the comments and check runs of the other open pull requests for this stack as out of date. Never throws: what cannot be written is one warning.
*
* A check run is marked, and stays the record of its review, with its conclusion and the time of its completion: the next
* deploy compares the changes anyway, so that a stale record executes nothing, and a pull request whose changes are the
* same as before need not be previewed again.
*/
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
		if (marked > 0) log.info(`Marked the previews of ${marked} other open pull requests as out of date.`);
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		log.warning(`Not all previews of other open pull requests could be marked as out of date: ${why}`);
	}
}
/** Asked for once, and only where a pull request has a preview of this stack: most have none. */
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
/** Whether the execution came after the preview: its change set is gone, or, without one, the clock says so. */
async function isOutdated(run, { changeSetArn }, { check, isUnreviewed, alive }) {
	if (isUnreviewed) return true;
	if (changeSetArn !== void 0) return !(await alive()).has(changeSetArn);
	return check !== void 0 && run.startedAt < check.startedAt;
}
/** Only a comment of ours that is there: what nobody has read cannot mislead. */
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
/** Works the items off, a few at a time; the results in the items' order. An error ends it, after what was begun. */
async function inTurn(items, work) {
	const results = [];
	for (let start = 0; start < items.length; start += AT_A_TIME) results.push(...await Promise.all(items.slice(start, start + AT_A_TIME).map(work)));
	return results;
}

// src/flows/deploy/tellDeploy.ts
/** Says what a deploy came to: on the pull requests, in the check run and in the summary. */
async function tellDeploy(job, ending, { check, mark, review, proposal }, ports) {
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
		externalId: mark.ended(proposal, ending.mark)
	}, ports)]);
	if (outdatesNeighbours(view, review) && !job.cancel.aborted) {
		const executed = {
			isUnreviewed: view.state.kind === "blocked",
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
/**
* Everybody with a record. And who brought the commit without one: merged with a push after the last preview, its comment
* shows an earlier head; where there is none, it has nothing to do with this stack.
*/
function toldOf({ pulls, own }) {
	const recorded = pulls.map(({ number }) => number);
	const unrecorded = own.map(({ number }) => number).filter((number) => !recorded.includes(number));
	return [...recorded.map((pullRequest) => ({ pullRequest })), ...unrecorded.map((pullRequest) => ({
		pullRequest,
		only: "where there is one"
	}))];
}
/**
* An execution deletes the stack's other change sets, however it ends. And while a commit is not settled that nobody
* reviewed, no pull request that was previewed before it deploys: a commit of the branch, of which that is known.
*/
function outdatesNeighbours({ state }, { history }) {
	if (state.kind === "blocked") return state.reason === "unreviewed" && ownCommit(history) !== void 0;
	return state.kind === "deployed" || state.kind === "deploy-failed" && state.end.kind !== "cancelled";
}
function tellDelta({ state, secrets }, log) {
	if (state.kind !== "blocked" || state.delta.length === 0) return;
	log.info("What differs from what was reviewed:");
	const shown = state.delta.map((entry) => shownDelta(entry, secrets.hide));
	for (const line of deltaLines(shown)) log.info(line);
}

// src/flows/deploy/deploy.ts
/**
* Executes exactly what was reviewed, or nothing (docs/digest.md, "When a deploy executes"; docs/engine.md, "A deploy").
* @param decideBy what decides; tests show with others that they notice a wrong one
*/
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
		ports
	};
	let reached = {
		review: NO_REVIEW,
		proposal: void 0,
		ending: void 0
	};
	let ending;
	try {
		await sameCheckout(job, commit, ports);
		const review = await firstReview(begun);
		reached = {
			...reached,
			review
		};
		reached = await unlessBusy(job, ports, () => reachEnding({
			...begun,
			review
		}));
		ending = reached.ending ?? errorEnding(job, /* @__PURE__ */ new Error("the deploy came to no end"), "deploy");
	} catch (error) {
		logStack(error, ports.log);
		ending = errorEnding(job, error, "deploy");
	}
	await progress.settled();
	return tellDeploy(job, ending, {
		check,
		mark,
		...reached
	}, ports);
}
async function reachEnding(deploy) {
	const { job, review, ports } = deploy;
	const ready = await readyStack(deploy);
	if (ready.kind === "ended") return {
		ending: ready.ending,
		review,
		proposal: void 0
	};
	const proposed = await candidateChanges(deploy, ready.stack);
	if (proposed.kind === "failed") {
		await discardChangeSet(proposed.failure.arn, proposed.failure.stackArn, ports);
		return {
			ending: refusedEnding(job, proposed.failure, "deploy"),
			review,
			proposal: void 0
		};
	}
	const { proposal } = proposed;
	if (proposal.empty) return {
		ending: await nothingLeft(deploy, proposal, ready),
		review,
		proposal
	};
	const known = await presentReview(deploy, arnParts(proposal.stackArn).account);
	const present = judged(job, proposal, acknowledgements(job.inputs, labelsIn(known, proposal.digest)));
	return {
		ending: await conclude({
			...deploy,
			review: known
		}, present, ready.stack),
		review: known,
		proposal: present
	};
}
/** AWS found nothing to change: it was so already, or an earlier attempt of this deploy has done it meanwhile. */
async function nothingLeft({ job, ports }, proposal, { stack, followed }) {
	await discardChangeSet(proposal.changeSetArn, proposal.stackArn, ports);
	return followed ? executedEnding(job, followed, proposal) : emptyEnding(job, proposal, stack);
}
/**
* The tree that is rendered must be the commit's: reviews are looked for along the commit's line, and another checkout
* may hold what no commit of that line brought. Nothing can be said where the workspace is no checkout.
*/
async function sameCheckout(job, { commit }, { headCommit }) {
	const checkedOut = needsReview(job) ? await headCommit() : void 0;
	if (checkedOut === void 0 || checkedOut === commit) return;
	throw new ActionError(`The workspace holds ${checkedOut.slice(0, 8)}, and ${commit.slice(0, 8)} is to be deployed: what was reviewed cannot be told.`, {
		reasonCode: "unreviewed",
		hint: `Let actions/checkout take its default, the commit of the event.`
	});
}

// src/flows/discover/nothingFound.ts
/** What is set where nothing was found out, so that a job that reads it has a matrix without jobs. */
const NOTHING_FOUND = {
	hasChanges: false,
	matrix: matrixOf([]),
	waves: Array.from({ length: 5 }, () => matrixOf([]))
};

// src/changes/noEchoDrift.ts
/**
* Whether a drifted property takes the value of a NoEcho parameter, by the deployed template: drift detection may tell it.
* @param template absent where it cannot be read: then every property may
*/
function takesNoEcho(template) {
	if (template === void 0) return () => true;
	const names = noEchoNames(template);
	const resources = isObject$1(template.Resources) ? template.Resources : {};
	return ({ logicalId }, path) => {
		const resource = Object.hasOwn(resources, logicalId) ? resources[logicalId] : void 0;
		return refersTo(expressionAt((isObject$1(resource) ? resource.Properties : void 0) ?? null, path), names);
	};
}
/** The drift with nothing but asterisks where a property may not be shown, as AWS itself writes a NoEcho value. */
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
/** What decides the value at a path: the node there, or the function above it that makes it. */
function expressionAt(properties, path) {
	let node = properties;
	for (const step of path.split("/").slice(1)) {
		const next = isObject$1(node) && Object.hasOwn(node, step) ? node[step] : itemAt(node, step);
		if (next === void 0) return node;
		node = next;
	}
	return node;
}
function itemAt(node, step) {
	return Array.isArray(node) ? node[Number(step)] : void 0;
}
function refersTo(node, names) {
	if (typeof node === "string") return [...node.matchAll(/\$\{\s*(\w+)\s*\}/g)].some(([, name = ""]) => names.has(name));
	if (Array.isArray(node)) return node.some((item) => refersTo(item, names));
	if (!isObject$1(node)) return false;
	return names.has(node.Ref) || Object.values(node).some((member) => refersTo(member, names));
}

// src/flows/drift.ts
/** Finds out what was changed outside of CloudFormation, and reports it per property. Changes nothing. */
async function drift(job, ports) {
	const stack = await idleStack(job, ports);
	if (stack === void 0 || stack.status === "REVIEW_IN_PROGRESS") throw new ActionError(`There is no stack ${job.inputs.stackName} in ${job.inputs.region} to check for drift.`, {
		reasonCode: "invalid-input",
		hint: "Check stack-name and region; drift can be detected once the stack is deployed."
	});
	const [detected, isHidden] = await Promise.all([ports.drifts.detect(stack.arn), hiddenProperties(stack, ports)]);
	const found = withoutNoEcho(detected, isHidden);
	const view = reportView(job, {
		kind: "drift",
		drift: found
	}, { stackArn: stack.arn });
	for (const line of driftLines(shownDrift(found, job.secrets))) ports.log.info(line);
	const drifted = found.resources.length > 0;
	return {
		...endOf(view, found, drifted),
		hasChanges: drifted,
		summary: renderSummary(view),
		stackId: stack.arn,
		stackStatus: stack.status,
		stackOutputs: stack.outputs
	};
}
/** Drift detection may tell what a NoEcho parameter gave to a property: the deployed template says which these are. */
async function hiddenProperties(stack, ports) {
	try {
		return takesNoEcho(await deployedTemplate(stack, ports));
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		ports.log.warning(`No value that drifted is shown, as NoEcho ones may be among them: ${error.message}`);
		return takesNoEcho(void 0);
	}
}
/** "In sync" is only said when every resource was checked. */
function endOf(view, { incomplete }, drifted) {
	if (incomplete !== void 0 && !drifted) return {
		result: "failed",
		reasonCode: "error",
		message: `The drift of ${view.stack} could not be detected: ${incomplete}`,
		hint: "The role needs to read every resource of the stack, besides cloudformation:DetectStackDrift."
	};
	return {
		result: drifted ? "drifted" : "in-sync",
		message: headline(view)
	};
}

// src/flows/preview/awaiting.ts
/** CloudFormation's words for a value that no stack exports (yet). */
const NO_EXPORT = /No export named (\S+) found/;
/** What a change set was refused for, if it is an export that another stack of the same pull request makes before. */
async function awaitedBy(proposed, audience, { exporterOf }) {
	if (proposed.kind !== "failed" || audience.kind !== "pull-request") return void 0;
	const name = NO_EXPORT.exec(proposed.failure.reason)?.[1];
	const by = name === void 0 ? void 0 : await exporterOf?.(name);
	return name === void 0 || by === void 0 ? void 0 : {
		name,
		by
	};
}
/**
* There is no change set yet, which is nobody's fault: the step passes. Nothing is recorded, so that the deploy after that
* wave is blocked, with the digest of what it would do.
*/
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

// src/flows/preview/mergeGroup.ts
/**
* Opens the check run that the merge queue waits for where branch protection requires it: the preview's name, on the
* group's head. `undefined` where the token may not write check runs.
*/
function openMergeGroupCheck(job, { headSha }, ports) {
	const check = {
		sha: headSha,
		name: checkName(job.inputs),
		title: "Comparing with what was reviewed",
		about: "this merge group"
	};
	return openCheck(job, check, ports, true);
}
/**
* Whether what the merged group would do to the stack was reviewed: the rule of a deploy (`decide`), with the pull
* requests of the queue up to this one counted as merged, for that is what is being asked. Executes nothing.
*/
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
	const bringers = bringersFor(question, [...merged, ...placedOn(shas, queued, branch)], ports);
	const review = reviewOf$1(await unsettledLine(question, shas, bringers, ports));
	const present = judged(job, proposal, acknowledgements(job.inputs, labelsIn(review, proposal.digest)));
	const { empty, digest, hashNow, verdict } = present;
	return {
		decision: decide({
			empty,
			digest,
			hashNow,
			unacknowledged: verdict.unacknowledged
		}, review.history, {
			...job.inputs,
			approvedDigest: void 0
		}),
		proposal: present
	};
}
/** The queue's entries from this group's down to the branch. */
async function groupOf(audience, pulls) {
	const entries = entriesUpTo(audience.headSha, await pulls.queued(audience.branch));
	return Promise.all(entries.map(async (entry) => ({
		...entry,
		pull: await pulls.get(entry.number)
	})));
}
/** GitHub stacks the entries: each starts from the commit that the one before it ends with. */
function entriesUpTo(headSha, queue) {
	const entries = [];
	for (let start = headSha;;) {
		const entry = queue.find((candidate) => candidate.headSha === start && !entries.includes(candidate));
		if (entry === void 0) return entries;
		entries.push(entry);
		start = entry.baseSha;
	}
}
/** The queue's pull requests as if they were merged, once for each of the commits that they put on the line. */
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
/** The preview of a merge group passes only if all that it shows was reviewed in the group's pull requests. */
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
	explanation: "without a github-token nothing is known of the group's pull requests"
};
function blocked(job, ending, decision) {
	return {
		...ending,
		...blockedEnding(job, decision, ending.proposal)
	};
}

// src/flows/preview/previewEnding.ts
/** @param found what the preflight found */
function previewEnding(job, proposed, found) {
	if (proposed.kind === "proposed") return proposedEnding(job, proposed.proposal, found);
	const { failure } = proposed;
	const { result, ...told } = refusedEnding(job, failure, "preview", found);
	return {
		...told,
		result: {
			...result,
			changeSetArn: failure.arn
		},
		proposal: void 0,
		changeSetArn: failure.arn,
		lines: failure.findings.map((finding) => finding.message)
	};
}
function proposedEnding(job, proposal, found) {
	const { verdict, shown, digest, changeSetArn, empty } = proposal;
	const shared = {
		proposal,
		changeSetArn,
		lines: [...planLines(shown, verdict), `digest ${digest.digest}`]
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
/** What is said where the loss of data stops a preview. */
function lossOf(keys) {
	const [first = "", ...rest] = lossText(keys);
	return {
		explanation: `${first.toUpperCase()}${rest.join("")}.`,
		hint: `If that is wanted, a maintainer sets ${acceptance(keys)}.`
	};
}
/** A value that cannot be the same after the merge makes a deploy that is not what was reviewed. */
function onMergeOf$1({ passing }) {
	const [first] = passing;
	if (first === void 0) return { kind: "executes" };
	return {
		kind: "will-block",
		explanation: `${passing.map(({ name, holds }) => `${name} holds ${holds}`).join("; ")}: after the merge it is another one, so that the deploy is blocked. Use the full SHA of the commit (github.sha), which is recognised as such, or a value that stays.`
	};
}

// src/flows/preview/previewProposal.ts
/** The change set that a preview shows. A failed creation's shell takes none: there it is made on a stand-in. */
async function previewProposal(job, stack, audience, ports) {
	const origin = originOf(job, audience);
	const labels = audience.kind === "pull-request" ? audience.labels : [];
	const acknowledged = acknowledgements(job.inputs, labels);
	if (stack === void 0 || disposition(stack.status).kind !== "recreate") return propose(job, {
		stack,
		origin,
		acknowledged
	}, ports);
	return proposeStandIn(job, stack, {
		origin,
		acknowledged
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
/** For the change set's name, and for those who find it in the console. */
function namesOf(audience) {
	switch (audience.kind) {
		case "pull-request": return [`pr-${audience.number}`, `pull request #${audience.number}`];
		case "merge-group": return ["queue", `merge queue of ${audience.branch}`];
		case "summary": return ["manual", "manual preview"];
	}
}

// src/flows/preview/previewRecord.ts
/**
* Writes the check run that a deploy goes by; without it the preview still works, and says what that means. A preview
* that cannot stand for a review writes its check run without a record, and where an earlier preview of this head has
* left one, none: that one is left as it is.
*/
async function recordPreview(job, pull, ending, ports) {
	const { checks, log } = ports;
	if (checks === void 0) return unrecorded("there is no github-token");
	try {
		const record = await recordOf(job, pull, ending.proposal, {
			...ports,
			checks
		});
		if (record.kind === "text") {
			const onMerge = onMergeOf(ending, record.text);
			const content = contentOf(job, told(ending, onMerge), record.text);
			await refuseOtherAccounts(job, await checks.create(pull.headSha, checkName(job.inputs), content), ending, { checks });
			return onMerge;
		}
		if (record.why !== void 0) log.warning(`This preview is not recorded: ${record.why}.`);
		const onMerge = record.why === void 0 ? { kind: "executes" } : unrecorded(record.why);
		if (record.why === void 0 || !await hasRecord$1(job, pull.headSha, checks)) await checks.create(pull.headSha, checkName(job.inputs), contentOf(job, told(ending, onMerge), void 0));
		return onMerge;
	} catch (error) {
		if (!(error instanceof ActionError) || error.reasonCode === "invalid-input") throw error;
		const why = [error.message, error.hint].filter((part) => part !== void 0).join(" ");
		log.warning(`The check run that records this preview could not be written, so a deploy would be blocked as unreviewed. ${why}`);
		return unrecorded(error.hint ?? error.message);
	}
}
/** Labels speak for what their record shows: where its items were left out, the deploy takes none for a loss of data. */
function onMergeOf({ proposal }, text) {
	const decoded = decodeRecord(text, proposal?.digest.digest ?? "");
	const byLabel = (proposal?.verdict.risks ?? []).filter(({ acknowledgedBy }) => acknowledgedBy?.startsWith("label "));
	if (byLabel.length === 0 || decoded.kind !== "record" || decoded.record.items !== void 0) return { kind: "executes" };
	return {
		kind: "will-block",
		explanation: `These are too many changes to be recorded one by one, and then no label can speak for ${byLabel.map(({ resource }) => resource).join(", ")}: a deploy would be blocked as destructive. Name them in the input allow-destructive.`
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
	const { digest, shownItems, changeSetArn, executable, input, target } = proposal;
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
		...executable ? { changeSetArn } : {}
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
/** A commit of the base branch after the base commit whose deploy has begun or is done. */
async function newerThanBase(job, base, { target }, { pulls, checks }) {
	if (pulls === void 0) return void 0;
	const ours = {
		appId: "any",
		account: target.account
	};
	return newerDeployOf(job, base, ours, {
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
/** A preview that stands for no review is no success: whoever waits for the check run waits for a review. */
function told(ending, onMerge) {
	const { state } = ending.view;
	const view = {
		...ending.view,
		state: state.kind === "previewed" ? {
			...state,
			onMerge
		} : state
	};
	return {
		...ending,
		view,
		conclusion: onMerge.kind === "executes" ? ending.conclusion : "failure"
	};
}
async function hasRecord$1(job, headSha, checks) {
	return (await checks.list(headSha, checkName(job.inputs))).some((run) => decodeRecord(run.text, run.externalId).kind === "record");
}
/** One name for the deploys of two accounts: the records of each would hide the other's. */
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
		explanation: `This preview could not be recorded (${why}), so a deploy would be blocked as unreviewed.`
	};
}

// src/flows/preview/preview.ts
/** Makes a change set and shows it to whoever is to read it: a pull request, the merge queue, or the job summary. */
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
/** The labels that the pull request has now: those of the event are of its day, and the job can be run again later. */
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
/** Whatever becomes of it, the check run that the queue waits for is completed. */
async function previewMergeGroup(job, audience, ports) {
	const check = await openMergeGroupCheck(job, audience, ports);
	try {
		const { stack, ending } = await onIdleStack(job, audience, void 0, ports);
		const judged = await groupEnding(job, {
			audience,
			check
		}, ending, ports);
		logFailure(judged.result, ports.log);
		await closeCheck(job, check, judged, ports);
		await discardChangeSet(ending.changeSetArn, job.inputs.stackName, ports);
		return resultOf(stack, judged.result, judged.view);
	} catch (error) {
		const ending = errorEnding(job, error, "preview");
		logFailure(ending.result, ports.log);
		logStack(error, ports.log);
		await closeCheck(job, check, ending, ports);
		return resultOf(void 0, ending.result, ending.view);
	}
}
/** The stack when nothing runs on it, and what would happen to it. */
function onIdleStack(job, audience, base, ports) {
	return unlessBusy(job, ports, async () => {
		if (base !== void 0) await baseDeployed(job, base, ports);
		const stack = await idleStack(job, ports);
		return {
			stack,
			ending: await workedOut(job, audience, stack, ports)
		};
	});
}
/**
* What would happen, by CloudFormation's account and by our own checks. Those of a new stack run at the same time; for
* one that is there, what is worth a question is known from the change set only, and mostly nothing is.
*/
async function workedOut(job, audience, stack, ports) {
	const live = liveStack(stack);
	const [proposed, early] = await Promise.all([previewProposal(job, stack, audience, ports), live === void 0 ? earlyPreflight(job, ports) : void 0]);
	const awaited = await awaitedBy(proposed, audience, ports);
	if (awaited !== void 0 && proposed.kind === "failed") return awaitingEnding(job, proposed, awaited);
	const changes = proposed.kind === "failed" ? void 0 : proposed.proposal.changes;
	const found = (early ?? await preflight(job, {
		live,
		changes,
		isPreview: true
	}, ports))(changes);
	const ending = previewEnding(job, proposed, found.filter(({ level }) => level !== "notice"));
	for (const line of ending.lines) ports.log.info(line);
	logFindings(found, ports.log);
	return ending;
}
/** Reading the code of two more clients takes the thread for 0.2 s: CreateChangeSet is to be on its way before that. */
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
	if (still === "pushed on" || still === "closed") await discardChangeSet(ending.changeSetArn, job.inputs.stackName, ports);
	if (still !== "open") {
		const view = goneView(ending.view, pull, still);
		const first = {
			pullRequest: pull.number,
			view,
			only: "where there is none"
		};
		const comment = still === "merged" ? await publishComment(job, first, ports) : void 0;
		return [
			ending.result,
			view,
			comment
		];
	}
	const onMerge = await recordPreview(job, pull, ending, ports);
	const { state } = ending.view;
	const view = state.kind === "previewed" && onMerge.kind === "will-block" ? {
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
	await sweepChangeSets(job, pull.number, ending.changeSetArn, ports);
	return [
		ending.result,
		view,
		comment
	];
}
const GONE = {
	"pushed on": "its head has moved on since",
	merged: "it is merged already, and nothing is reviewed after the merge",
	closed: "it is closed"
};
/** What the summary says of a preview that came too late: it stands for no review. */
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
/**
* Where the pull request stands after what may have been a slow preview, which must not write over what a newer push
* or the deploy has said since.
*/
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

// src/flows/review/recorded.ts
/**
* Whether a pull request's head has a preview that is recorded for this stack, for it and its base. Where nothing can be recorded for want of a token, another
* preview would change nothing; where GitHub does not answer, one too many is better than none.
*/
async function isRecorded(stack, { number, headSha, baseRef }, { checks, log }) {
	if (checks === void 0) return true;
	try {
		return (await checks.list(headSha, checkName(stack))).some((run) => {
			const decoded = decodeRecord(run.text, run.externalId);
			return decoded.kind === "record" && decoded.record.pullRequest === number && decoded.record.base === baseRef;
		});
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		log.warning(`Whether ${headSha.slice(0, 8)} has a preview could not be asked: ${error.message}`);
		return false;
	}
}

// src/flows/tell/failure.ts
/**
* A run that an error ended before its flow could tell of it, whatever the error is: the log says so at once, then
* comment, check run and summary do, so that nobody decides from an older preview or waits for a deploy. Never throws.
* @param connect GitHub's side, asked for when the log has it
*/
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
/**
* The previewed pull request, or those of which the deployed commit is the merge. One whose merged head was never
* previewed for this stack is told where an earlier head was; otherwise it has nothing to do with it.
*/
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
/** A preview that failed has left a check run too, and a comment that must not stay as it is. */
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
/** A run that does nothing says why where people look: in the job summary, too. */
function notDone(plan, { inputs, run, commit, secrets }) {
	const { reason, explanation } = plan;
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
			message: `Skipped: ${explanation}.`,
			summary
		};
	}
	const { hint } = plan;
	return {
		result: "blocked",
		reasonCode: reason,
		message: `Refused: ${explanation}.`,
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
/** Where no name is known the action's own stands. */
function named(inputs) {
	return { inputs: inputs.stackName === "" ? {
		...inputs,
		stackName: "aurora-deploy"
	} : inputs };
}

// src/run.ts
/** The story: inputs and event say what to do, a flow does it, the result says what came of it. */
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
/** A digest is approved by the person who starts a run, and by nobody for those that come by themselves. */
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
/** What is deployed is what is destroyed: the checkout is read only where it says that a protection goes. */
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
/** Drift is the difference to the deployed template: the one in the checkout is not read. */
async function checkDrift({ inputs, problems }, world) {
	if (problems.length > 0) throw inputError(problems, []);
	const job = watchingJob(inputs, world);
	return drift(job, await portsOf(inputs, world));
}
/** What every flow starts from that renders nothing. */
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
/** The action's version, as package.json has it; CloudTrail shows it in the user agent. */
const VERSION = "0.1.0";

// src/workspace.ts
/** A template may have 1 MB through S3; ten times that is nobody's template. */
const LARGEST_FILE = 1e7;
/** Files of the checkout and of the action. Nothing outside the workspace is ever read, symbolic links included. */
function openWorkspace(places) {
	const sources = /* @__PURE__ */ new Map();
	const unread = /* @__PURE__ */ new Set();
	/** Remembers the path if the work on it fails. */
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
/** Paths of the folder's files and links, `/` between names. */
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
/** Of a link: that it leads to a folder, of which the files may be found elsewhere. One that leads nowhere is told when it is read. */
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
/** What `HEAD` says, directly (actions/checkout detaches it) or by the branch that it names. */
async function headCommit(git) {
	const head = await textOf(join(git, "HEAD"));
	const ref = /^ref: (refs\/[\w./-]+)$/.exec(head ?? "")?.[1];
	const sha = ref === void 0 ? head : await textOf(join(git, ref)) ?? await packed(git, ref);
	return sha !== void 0 && /^[0-9a-f]{40,64}$/.test(sha) ? sha : void 0;
}
async function packed(git, ref) {
	return ((await textOf(join(git, "packed-refs")))?.split("\n") ?? []).find((line) => line.endsWith(` ${ref}`))?.split(" ")[0];
}
/** A small text file's content; `undefined` where there is none: a workspace need not be a checkout. */
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
		warning
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
/**
* The runner ends a cancelled job with SIGINT, 7.5 s later with SIGTERM, and 2.5 s after that it kills it. What it is
* told first starts the orderly end, which must fit in that time.
*/
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
/** On a run that was started again GITHUB_ACTOR stays whoever started it first; GitHub Enterprise Server before 3.7 says no more. */
function startedBy() {
	const { GITHUB_TRIGGERING_ACTOR: by, GITHUB_ACTOR: first, GITHUB_RUN_ATTEMPT: attempt } = process.env;
	const known = by !== void 0 && by !== "" ? by : attempt === "1" ? first : void 0;
	return known === "" ? void 0 : known;
}
/** Where the SDK finds credentials in an environment; only those of an instance's own profile cannot be seen here. */
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
/** @actions/http-client, which says what goes through a proxy, reads the process's own environment. */
function setProxies() {
	Object.assign(process.env, proxyEnvironment(process.env));
}
await main();

export {  };