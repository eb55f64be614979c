import { ActionError } from "./errors.js";

// src/secrets/secretWords.ts
const ABOUT = words("age algorithm arn at attribute audience bucket capacity character check class claim column config configuration count date day description detail domain duration enabled encryption endpoint error exchange expiration expiry expression field file flag flow format function generation generator grant header hint history host hour id identifier info issuer label lambda last length limit list location manager mapping mechanism message metadata method minute mode name number only option owner pair param parameter path per period pointer policy prefix property provider queue quota rate ref reference region request required reset role rotation rule schema scope second selection setting size source spec stage status storage store strategy suffix table tag time title topic trigger ttl type unit uri url usage user username validity vendor version");
const NEUTRAL = words("base backup binary blob body content current data default dev development encoded env hash main map master md new old override plain plaintext prev previous primary prod production raw secondary sha staging string test text value");
const KEYS_THAT_ARE_SECRET = words("access account activation api application auth authentication authorization cipher client crypto decryption deploy encryption enc hmac host jwt license licence master pre private secret service session shared sign signing ssh ssl static storage symmetric tls webhook");
const HARMLESS_NAMES = words("ec2sshkey keyname publickey publickeymaterial sshpublickey trustedhostkeys kmsencryptionkey servicetoken clientrequesttoken idempotencytoken continuationtoken nexttoken starttoken generatesecret generatesecretstring encryptpassword isvaluesecret manageadminpassword managemasterpassword managemasteruserpassword masterusersecret passwordresetrequired rotatemasteruserpassword secretsmanagersecretresourcedata usepreviousvalue");
const SECRET_NAMES = words("appkey appskey genappkey fnwksintkey nwkkey nwksenckey nwkskey snwksintkey hostkeybody certificatewallet secretstringtemplate");
function words(list) {
	return new Set(list.split(" "));
}

// src/secrets/secretNames.ts
function isSecretName(name) {
	const known = verdicts.get(name);
	if (known !== void 0) return known;
	const verdict = judge(name);
	if (verdicts.size < 5e3) verdicts.set(name, verdict);
	return verdict;
}
function isSayable(name) {
	if (name.length > 128 || /[^\w.:/ @+=-]/u.test(name.replace(/[\p{L}\p{N}]/gu, ""))) return false;
	const changes = name.match(/[a-z](?=[A-Z\d])|[A-Z](?=\d)|\d(?=[A-Za-z])|[A-Z](?=[A-Z][a-z])/g)?.length ?? 0;
	return name.length < 16 || changes / name.length < .3;
}
function nameMatcher(globs) {
	const patterns = globs.map((glob) => {
		const source = glob.replace(/[.+^${}()|[\]\\]/g, "\\$&").replace(/\*+/g, ".*").replace(/\?/g, ".");
		return new RegExp(`^${source}$`, "is");
	});
	return (name) => patterns.some((pattern) => pattern.test(name));
}
const verdicts = /* @__PURE__ */ new Map();
const LONGEST = 200;
function judge(name) {
	const plain = name.slice(0, LONGEST).replace(/[^A-Za-z0-9]/g, "").toLowerCase();
	if (HARMLESS_NAMES.has(plain)) return false;
	if (SECRET_NAMES.has(plain) || ADDRESS.test(plain)) return true;
	const words = wordsOf(name);
	const at = words.findLastIndex((_, index) => strengthAt(words, index) !== "none");
	if (at < 0 || / public keys?$/.test(` ${words.join(" ")}`)) return false;
	const tail = words.slice(at + 1);
	if (tail.every((word) => NEUTRAL.has(singular(word)))) return true;
	return strengthAt(words, at) === "strong" && !isAbout(tail);
}
function isAbout(words) {
	const at = words.findLastIndex((word) => !NEUTRAL.has(singular(word)));
	const last = singular(words[at] ?? "");
	return ABOUT.has(last) || last === "key" && /^(json|string)$/.test(words[at - 1] ?? "");
}
const ADDRESS = /(databaseurl|databaseuri|dburl|dburi|mongodburi|mongourl|mongouri|redisurl|amqpurl|webhookurl|dsn)$/;
const COMPOUND = /(?:password|passwd|passphrase|passcode|credential|secretkey|secret(?!ar[iy])|token(?!i[sz])|apikey|privatekey|accesskey|connectionstring)s?/g;
const PASS = /^(db|smtp|user|root|admin|my|mysql|pg|postgres|redis|mail|email|ftp|ldap|app)pass$/;
function wordsOf(name) {
	return name.slice(0, LONGEST).replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2").toLowerCase().replace(COMPOUND, " $& ").split(/[^a-z0-9]+/).map((word) => word.replace(/\d+$/, "").replace(PASS, "password")).filter((word) => word !== "");
}
function strengthAt(words, index) {
	const word = singular(words[index] ?? "");
	const before = words[index - 1] ?? "";
	if (words[index] === "tokens" && AMOUNTS.has(before)) return "none";
	if (STRONG.has(word)) return "strong";
	if (WEAK.has(word)) return "weak";
	if (word === "key") return KEYS_THAT_ARE_SECRET.has(before) ? "strong" : "none";
	return PAIRS.has(`${before} ${word}`) ? "strong" : "none";
}
const STRONG = /* @__PURE__ */ new Set([
	"password",
	"passwd",
	"pwd",
	"passphrase",
	"passcode",
	"secret",
	"token",
	"credential",
	"apikey",
	"privatekey",
	"secretkey",
	"accesskey",
	"connectionstring",
	"keytab"
]);
const WEAK = /* @__PURE__ */ new Set([
	"pass",
	"pin",
	"cred"
]);
const PAIRS = /* @__PURE__ */ new Set([
	"connection string",
	"key material",
	"auth code",
	"authorization code",
	"pin code"
]);
const AMOUNTS = /* @__PURE__ */ new Set([
	"max",
	"min",
	"total",
	"num",
	"input",
	"output",
	"overlap",
	"prompt",
	"http"
]);
function singular(word) {
	if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
	return word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

// src/secrets/secretText.ts
const REDACTED = "(redacted)";
const BY_NAME = {
	isHidden: isSecretName,
	found: () => void 0
};
function redactText(text, rules = BY_NAME) {
	if (!ANY_MARK.test(text)) return withoutEncoded(text, rules);
	let clean = text;
	for (const [mark, pattern, replacement] of FORMS) {
		if (!mark.test(clean)) continue;
		clean = typeof replacement === "string" ? clean.replace(pattern, replacement) : clean.replace(pattern, (...groups) => replacement(rules, groups));
	}
	return withoutEncoded(clean, rules);
}
function isHarmless(text) {
	return /^(?:|\*+|true|false|null|\(redacted[^()]*\)|\([a-z0-9-]+ reference\))$/i.test(text) || isReference(text);
}
function isReference(text) {
	return text.startsWith("{{changeSet:") || /^arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:\d*:\S+$/.test(text);
}
function named$1({ isHidden, found }, [whole = "", lead = "", name = "", value = ""]) {
	if (!isHidden(name)) return whole;
	const [, quote = "", inner = value] = /^(["']?)([\s\S]*?)\1$/.exec(value) ?? [];
	if (isHarmless(inner) || isShellReference(inner)) return whole;
	found(inner);
	return `${lead}${quote}${REDACTED}${quote}`;
}
function isShellReference(text) {
	return /^\$(?:[A-Z_][A-Z0-9_]*|\{[A-Za-z_][\w:.-]*\}|\(.*)$/.test(text);
}
function withoutEncoded(text, rules) {
	if (text.length < 24 || !/[A-Za-z0-9+/]{24}/.test(text)) return text;
	return text.replace(BASE64, (encoded) => {
		const decoded = decodedText(encoded);
		return decoded === void 0 || redactText(decoded, rules) === decoded ? encoded : REDACTED;
	});
}
const BASE64 = /(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/]{24,65536}={0,2}(?![A-Za-z0-9+/_=-])/g;
function decodedText(encoded) {
	try {
		const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
		const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? void 0 : text;
	} catch {
		return;
	}
}
const FORMS = [
	[
		/\{\{resolve:/,
		/\{\{resolve:([a-z0-9-]{1,30})(?::(?:[^{}]|\$\{[^{}]*\})*)?(?:\}\}|$)/g,
		`($1 reference)`
	],
	[
		/PRIVATE KEY/,
		/-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g,
		REDACTED
	],
	[
		/A[KS]IA/,
		/(?<![A-Za-z0-9])A[KS]IA[A-Z0-9]{16}(?![A-Z0-9])/g,
		REDACTED
	],
	[
		/secret/i,
		/((?:aws)?_?secret_?(?:access)?_?key["']?\s*[:=]\s*["']?)[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])/gi,
		`$1${REDACTED}`
	],
	[
		/gh[pousr]_|github_pat_/,
		/\b(?:gh[pousr]_[A-Za-z0-9_]{20,255}|github_pat_[A-Za-z0-9_]{20,255})/g,
		REDACTED
	],
	[
		/glpat-|npm_|xox/,
		/\b(?:glpat-[\w-]{20,64}|npm_[A-Za-z0-9]{36}|xox[abeoprs]-[\w-]{10,200})/g,
		REDACTED
	],
	[
		/hooks\.slack/,
		/hooks\.slack\.com\/(?:services|workflows)\/[\w/]{1,200}/g,
		`hooks.slack.com/${REDACTED}`
	],
	[
		/[sr]k_(?:live|test)_|AIza/,
		/\b(?:[sr]k_(?:live|test)_[A-Za-z0-9]{10,200}|AIza[\w-]{35})/g,
		REDACTED
	],
	[
		/SG\.|sk-/,
		/\b(?:SG\.[\w-]{16,64}\.[\w-]{16,64}|sk-[\w-]{20,200})/g,
		REDACTED
	],
	[
		/eyJ/,
		/\beyJ[\w-]{5,4000}\.[\w-]{5,8000}(?:\.[\w-]{0,2000})?/g,
		REDACTED
	],
	[
		/bearer|basic/i,
		/\b(bearer|basic)\s+[\w.~+/=-]{16,4000}/gi,
		`$1 ${REDACTED}`
	],
	[
		/:\/\//,
		/([a-z][a-z0-9+.-]{1,30}:\/\/[^\s:/?#@"'<>]{0,256}:)[^\s/"'<>]{1,512}(?=@)/gi,
		`$1${REDACTED}`
	],
	[
		/PRIVATE KEY/,
		/[A-Za-z0-9+/=\s]{40,20000}-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g,
		REDACTED
	],
	[
		/FwoG|IQoJ/,
		/\b(?:FwoGZXIvYXdz|IQoJb3JpZ2lu)[A-Za-z0-9+/=]{50,4000}/g,
		REDACTED
	],
	[
		/":|" :/,
		/((?<!\\)(\\{0,3})"([\w.$-]{1,128})\2"\s{0,5}:\s{0,5}\2")((?:(?!\2")[^\\]|\\(?!\2?")[\s\S]){1,8192})/g,
		(rules, [whole = "", lead = "", _escape, name = "", value = ""]) => named$1(rules, [
			whole,
			lead,
			name,
			value
		])
	],
	[
		/=/,
		/((?<![\w.-])([A-Za-z_][\w.-]{0,127})["']?\s{0,5}=(?!=)[ \t]{0,5})("[^"\n]{0,8192}"|'[^'\n]{0,8192}'|[^\s;,"'&|<>]{1,8192})/g,
		named$1
	],
	[
		/--\w/,
		/((?<![\w-])--([A-Za-z][\w-]{0,63})(?:[ \t]+|=))("[^"\n]{0,512}"|'[^'\n]{0,512}'|[^\s;|<>&"'-][^\s;|<>&"']{0,512})/g,
		named$1
	],
	[
		/:/,
		/((?<=^[ \t]{0,200}(?:- )?["']?)([A-Za-z_][\w.-]{0,127})["']?[ \t]{0,5}:[ \t]{1,20})("[^"\n]{0,8192}"|'[^'\n]{0,8192}'|[^\s"'#|>][^\s]{0,8192}(?=[ \t]*(?:#.*)?$))/gm,
		named$1
	],
	[
		/\s-p/,
		/(\b(?:mysql\w{0,10}|mariadb[\w-]{0,12}|sshpass|docker\s+login|podman\s+login|helm\s+registry\s+login|sqlcmd|az\s+login)\b[^\n|;&]{0,256}?\s-[pP][ \t]?)("[^"\n]{1,256}"|'[^'\n]{1,256}'|[^\s"'$-][^\s"']{0,256})/g,
		`$1${REDACTED}`
	],
	[
		/redis-cli/,
		/(\bredis-cli\b[^\n|;&]{0,256}?\s-a[ \t]+)("[^"\n]{1,256}"|'[^'\n]{1,256}'|[^\s"'$]{1,256})/g,
		`$1${REDACTED}`
	],
	[
		/\s(?:-u|--user)/,
		/(\b(?:curl|wget|ldapsearch)\b[^\n|;&]{0,512}?\s(?:-u|--user)(?:[ \t]+|=)?["']?[^\s:"']{1,128}:)[^\s"'$]{1,256}/g,
		`$1${REDACTED}`
	],
	[
		/passwd/,
		/(\becho\s+(?:-\w+\s+)?["']?[\w.-]{1,64}:)[^\s"'|]{1,256}(?=["']?\s*\|\s*(?:sudo\s+)?chpasswd)/g,
		`$1${REDACTED}`
	]
];
const ANY_MARK = new RegExp(FORMS.map(([mark]) => mark.source).join("|"), "i");

// src/secrets/pairKeys.ts
const NAME_KEYS = [...[
	"Name",
	"Key",
	"ParameterName",
	"ParameterKey",
	"OptionName",
	"HeaderName",
	"Variable"
], ...["name", "key"]];
const VALUE_KEYS = /* @__PURE__ */ new Set([...[
	"Value",
	"ParameterValue",
	"StringValue",
	"HeaderValue",
	"value"
]]);

// src/template/excerpt.ts
const EXCERPT_WIDTH = 100;
function excerpt(text, { line, column }) {
	const source = shownLine(linesOf(text, line), line - 1).replaceAll("	", " ");
	const from = source.length <= EXCERPT_WIDTH ? 0 : Math.max(0, Math.min(column, source.length) - 1 - EXCERPT_WIDTH / 2);
	const shown = source.slice(from, from + EXCERPT_WIDTH);
	const before = from > 0 ? "…" : "";
	const after = from + EXCERPT_WIDTH < source.length ? "…" : "";
	const number = String(line);
	const caret = " ".repeat(Math.max(0, Math.min(column - 1 - from, shown.length)) + before.length);
	const gutter = `  ${" ".repeat(number.length)} |`;
	return `  ${number} | ${before}${visible(shown)}${after}\n${gutter} ${caret}^`;
}
function withoutHidden(message, text, { line }) {
	const lines = linesOf(text, line);
	const source = lines[line - 1] ?? "";
	const shown = shownLine(lines, line - 1);
	if (shown === source) return message;
	return source.split(/[\s"'{}[\],:;=*&!]+/).filter((word) => word.length >= 3 && !shown.includes(word)).reduce((clean, word) => clean.replaceAll(word, REDACTED), message);
}
function linesOf(text, line) {
	return text.split(/\r\n|\n|\r/, line + NEAR);
}
const NEAR = 8;
function shownLine(lines, at) {
	const line = lines[at] ?? "";
	const indentation = /^\s*/.exec(line)?.[0] ?? "";
	if (isWithinSecret(lines, at) || isWithinKey(lines, at)) return `${indentation}${REDACTED}`;
	for (const match of line.matchAll(ASSIGNMENT)) {
		const [lead = "", name = ""] = match;
		if (isSecretName(name) || SIBLINGS.has(name) && isNamedNearby(lines, at, name)) {
			const value = match.index + lead.length;
			return line.slice(value).trim() === "" ? line : `${line.slice(0, value)}${REDACTED}`;
		}
	}
	return redactText(line).replace(RANDOM, REDACTED);
}
const ASSIGNMENT = /([A-Za-z_][\w.-]{0,127})["']?[ \t]{0,20}[:=][ \t]{0,20}/g;
const RANDOM = /(?<![\w+/=-])(?=[\w+/=-]*\d)(?=[\w+/=-]*[a-z])(?=[\w+/=-]*[A-Z])[\w+/=-]{24,512}(?![\w+/=-])/g;
function isWithinSecret(lines, at) {
	let indentation = indentationOf(lines[at] ?? "");
	for (let above = at - 1; above >= 0 && indentation > 0; above -= 1) {
		const line = lines[above] ?? "";
		if (line.trim() === "" || indentationOf(line) >= indentation) continue;
		indentation = indentationOf(line);
		const name = /^\s*(?:- )?["']?([A-Za-z_][\w.-]{0,127})["']?\s*:/.exec(line)?.[1];
		if (name !== void 0 && isSecretName(name)) return true;
	}
	return false;
}
function indentationOf(line) {
	return /^\s*/.exec(line)?.[0].length ?? 0;
}
function isWithinKey(lines, at) {
	const above = lines.slice(Math.max(0, at - 200), at + 1);
	const begun = above.findLastIndex((line) => /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/.test(line));
	return begun >= 0 && !above.slice(begun, -1).some((line) => /-----END [A-Z0-9 ]*PRIVATE KEY/.test(line));
}
const SIBLINGS = /* @__PURE__ */ new Set([...VALUE_KEYS, "Default"]);
const NAMED = new RegExp(`\\b(?:${NAME_KEYS.join("|")})["']?\\s*:\\s*["']?([\\w.-]{1,128})`, "g");
function isNamedNearby(lines, at, name) {
	const near = lines.slice(Math.max(0, at - NEAR), at + NEAR).join("\n");
	if (name === "Default") return /NoEcho/.test(near);
	return [...near.matchAll(NAMED)].some(([, named = ""]) => isSecretName(named));
}
function visible(text) {
	return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, "·");
}

// src/template/problems.ts
const MOST_LISTED = 100;
function placeText({ file, line, column }) {
	return `${file}:${line}:${column}`;
}
function findingText({ location, message, excerpt: shown }) {
	const line = location === void 0 ? message : `${placeText(location)}: ${message}`;
	return shown === void 0 ? line : `${line}\n${shown}`;
}
function invalidTemplate(findings, hint) {
	const [only] = findings;
	const message = findings.length === 1 && only !== void 0 ? findingText(only) : `${findings.length} problems:\n${listed(findings)}`;
	return new ActionError(message, {
		reasonCode: "invalid-template",
		cause: findings,
		...hint === void 0 ? {} : { hint }
	});
}
function listed(findings) {
	const lines = findings.slice(0, MOST_LISTED).map((finding) => `- ${findingText(finding)}`);
	const more = findings.length - lines.length;
	return [...lines, ...more > 0 ? [`… and ${more} more`] : []].join("\n");
}
function findingsOf(error) {
	return error instanceof ActionError && Array.isArray(error.cause) ? error.cause : [];
}
function syntaxError(text, location, message, hint) {
	return invalidTemplate([{
		level: "error",
		message: withoutHidden(message, text, location),
		location,
		excerpt: excerpt(text, location)
	}], hint);
}

// src/template/text/jsonErrors.ts
const WORDS = {
	True: "true",
	False: "false",
	None: "null",
	NULL: "null",
	TRUE: "true",
	FALSE: "false"
};
function unexpected(cursor, where) {
	const { text, at } = cursor;
	const next = text[at];
	if (next === void 0) return cursor.fail(at, `The file ends ${where}.`);
	if (text.startsWith("//", at) || text.startsWith("/*", at) || next === "#") return cursor.fail(at, "JSON has no comments. Remove it, or keep the text in a \"Description\" or \"Metadata\".");
	if (next === "'") return cursor.fail(at, "JSON strings take double quotes, not single ones.");
	if (next === "“" || next === "”") return cursor.fail(at, "This is a typographic quote; JSON strings take plain double quotes (\").");
	if (/[A-Za-z_$]/.test(next)) return cursor.fail(at, word(cursor, where));
	if (next === ",") return cursor.fail(at, `A "," stands ${where}; remove it or add what is missing.`);
	if (next === "+" || next === ".") return cursor.fail(at, `No JSON number starts with "${next}".`);
	return cursor.fail(at, `${named(text, at)} stands ${where}.`);
}
function word({ text, at, quoting }, where) {
	const found = /[\w$:.-]*/y;
	found.lastIndex = at;
	const name = (found.exec(text)?.[0] ?? "").slice(0, 60);
	const right = Object.hasOwn(WORDS, name) ? WORDS[name] : void 0;
	if (right !== void 0) return `JSON writes ${name} as ${right}.`;
	if (quoting === "no-quotes") return `Text without quotes stands ${where}; put it in double quotes.`;
	const bare = name.replace(/:$/, "");
	return `${bare} stands ${where}; text takes double quotes: "${bare}".`;
}
function named(text, at) {
	const code = text.codePointAt(at) ?? 0;
	return code > 32 && code < 127 ? `"${String.fromCodePoint(code)}"` : `The character U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

// src/template/text/jsonTokens.ts
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const PLAIN = /[^"\\\p{Cc}]*/uy;
const ESCAPES = {
	"\"": "\"",
	"\\": "\\",
	"/": "/",
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	"
};
function skipSpace(cursor) {
	const { text } = cursor;
	for (;;) {
		const code = text.charCodeAt(cursor.at);
		if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
		cursor.at += 1;
	}
}
function jsonNumber(cursor) {
	NUMBER.lastIndex = cursor.at;
	const text = NUMBER.exec(cursor.text)?.[0];
	if (text === void 0) return void 0;
	const end = cursor.at + text.length;
	const next = cursor.text[end] ?? "";
	if (/[\w.+]/.test(next)) badNumber(cursor, end);
	const value = Number(text);
	if (!Number.isFinite(value)) cursor.fail(cursor.at, "This number is out of range.");
	cursor.at = end;
	return String(value) === text ? { value } : {
		value,
		spelling: text
	};
}
function badNumber(cursor, end) {
	const whole = /[\w.+-]*/y;
	whole.lastIndex = cursor.at;
	const text = whole.exec(cursor.text)?.[0] ?? "";
	const zero = /^-?0\d/.test(text) ? " JSON numbers have no leading zero." : "";
	return cursor.fail(zero === "" ? end : cursor.at, `${cursor.quoting === "quotes" ? text : "This"} is not a JSON number.${zero} Put it in double quotes if text is meant.`);
}
function jsonString(cursor) {
	const open = cursor.at;
	cursor.at += 1;
	let value = "";
	for (;;) {
		PLAIN.lastIndex = cursor.at;
		const plain = PLAIN.exec(cursor.text)?.[0] ?? "";
		value += plain;
		cursor.at += plain.length;
		const next = cursor.text[cursor.at];
		if (next === "\"") {
			cursor.at += 1;
			return value;
		}
		value += next === "\\" ? escaped(cursor) : control(cursor, next, open);
	}
}
function escaped(cursor) {
	const at = cursor.at;
	const letter = cursor.text[at + 1] ?? "";
	const simple = ESCAPES[letter];
	cursor.at += 2;
	if (simple !== void 0 && Object.hasOwn(ESCAPES, letter)) return simple;
	if (letter !== "u") cursor.fail(at, `"\\${letter}" is not a JSON escape; a backslash itself is written \\\\.`);
	const hex = cursor.text.slice(cursor.at, cursor.at + 4);
	if (!/^[0-9a-fA-F]{4}$/.test(hex)) cursor.fail(at, "\\u takes four hexadecimal digits, as in \\u00e9.");
	cursor.at += 4;
	return String.fromCharCode(Number.parseInt(hex, 16));
}
function control(cursor, character, open) {
	if (character === void 0) return cursor.fail(open, "This string is never closed: a closing double quote (\") is missing.");
	if (character === "\n" || character === "\r") cursor.fail(open, "A line ends inside this string. Close it, or write the line break as \\n.");
	const code = character.charCodeAt(0);
	if (code < 32) {
		const written = character === "	" ? "\\t" : `\\u${code.toString(16).padStart(4, "0")}`;
		cursor.fail(cursor.at, `A control character stands in this string; write it as ${written}.`);
	}
	cursor.at += 1;
	return character;
}

// src/template/text/place.ts
function locator(text, file) {
	const starts = lineStarts(text);
	return (offset) => {
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = low + high + 1 >> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return {
			file,
			line: low + 1,
			column: offset - (starts[low] ?? 0) + 1
		};
	};
}
function nodeAt(root, path) {
	let node = root;
	for (const step of path) {
		const next = childAt(node, step);
		if (next === void 0) return node;
		node = next;
	}
	return node;
}
function spellingAt(root, path) {
	let node = root;
	for (const step of path) {
		if (node === void 0) return void 0;
		node = childAt(node, step);
	}
	return node?.spelling;
}
function childAt(node, step) {
	return typeof step === "number" ? node.items?.[step] : node.members?.get(step);
}
function lineStarts(text) {
	const starts = [0];
	for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
	return starts;
}

// src/template/text/json.ts
const MAX_DEPTH = 200;
function parseJson(text, file, quoting = "quotes") {
	const locate = locator(text, file);
	const cursor = {
		text,
		at: 0,
		depth: 0,
		quoting,
		fail: (offset, message) => {
			throw syntaxError(text, locate(offset), message, hintFor(file));
		},
		repeated: [],
		place: (offset) => placeText(locate(offset))
	};
	skipSpace(cursor);
	const root = readValue(cursor, cursor.at);
	skipSpace(cursor);
	if (cursor.at < text.length) unexpected(cursor, "after the end of the template");
	return {
		root,
		problems: [],
		repeated: cursor.repeated
	};
}
function hintFor(file) {
	if (file.toLowerCase().endsWith(".json")) return "Correct the JSON; an editor shows the same place.";
	return "Correct the JSON: a text that starts with \"{\" or \"[\" is read as strict JSON, whatever the file is called.";
}
function readValue(cursor, at) {
	const first = cursor.text[cursor.at];
	if (first === "{") return nested(cursor, () => readObject(cursor, at));
	if (first === "[") return nested(cursor, () => readArray(cursor, at));
	if (first === "\"") return {
		value: jsonString(cursor),
		at,
		size: 1
	};
	const number = jsonNumber(cursor);
	if (number !== void 0) return {
		...number,
		at,
		size: 1
	};
	for (const [word, value] of LITERALS) if (cursor.text.startsWith(word, cursor.at) && !/\w/.test(cursor.text[cursor.at + word.length] ?? "")) {
		cursor.at += word.length;
		return {
			value,
			at,
			size: 1
		};
	}
	return unexpected(cursor, "where a value is expected");
}
const LITERALS = [
	["true", true],
	["false", false],
	["null", null]
];
function nested(cursor, read) {
	cursor.depth += 1;
	if (cursor.depth > 200) cursor.fail(cursor.at, `Nested more than ${200} levels deep; no CloudFormation template needs that.`);
	const placed = read();
	cursor.depth -= 1;
	return placed;
}
function readObject(cursor, at) {
	const open = cursor.at;
	const members = /* @__PURE__ */ new Map();
	const places = /* @__PURE__ */ new Map();
	let size = 1;
	let previousEnd = step(cursor, 1);
	while (!closes(cursor, {
		bracket: "}",
		open,
		end: members.size > 0 ? previousEnd : void 0
	})) {
		const keyAt = cursor.at;
		if (cursor.text[keyAt] !== "\"") unexpected(cursor, "where a key in double quotes or \"}\" is expected");
		const key = jsonString(cursor);
		skipSpace(cursor);
		if (cursor.text[cursor.at] !== ":") unexpected(cursor, `where the ":" after the key "${key}" is expected`);
		step(cursor, 1);
		const member = readValue(cursor, keyAt);
		members.set(key, member);
		places.set(key, [...places.get(key) ?? [], keyAt]);
		size += member.size;
		previousEnd = cursor.at;
		skipSpace(cursor);
	}
	cursor.repeated.push(...repeatedKeys(places));
	return {
		value: Object.fromEntries([...members].map(([key, member]) => [key, member.value])),
		at,
		members,
		size
	};
}
function repeatedKeys(places) {
	return [...places].flatMap(([name, offsets]) => offsets.length > 1 ? [{
		name,
		offsets
	}] : []);
}
function readArray(cursor, at) {
	const open = cursor.at;
	const items = [];
	let size = 1;
	let previousEnd = step(cursor, 1);
	while (!closes(cursor, {
		bracket: "]",
		open,
		end: items.length > 0 ? previousEnd : void 0
	})) {
		const item = readValue(cursor, cursor.at);
		items.push(item);
		size += item.size;
		previousEnd = cursor.at;
		skipSpace(cursor);
	}
	return {
		value: items.map((item) => item.value),
		at,
		items,
		size
	};
}
function closes(cursor, { bracket, open, end }) {
	const next = cursor.text[cursor.at];
	if (next === bracket) {
		cursor.at += 1;
		return true;
	}
	const unclosed = `The file ends before the "${bracket === "}" ? "{" : "["}" of ${cursor.place(open)} is closed with "${bracket}".`;
	if (next === void 0) cursor.fail(cursor.text.length, unclosed);
	if (end === void 0) return false;
	if (next !== ",") afterValue(cursor, bracket, open, end);
	const comma = cursor.at;
	step(cursor, 1);
	if (cursor.text[cursor.at] === bracket) cursor.fail(comma, `Trailing comma: JSON allows none before "${bracket}". Remove it.`);
	if (cursor.text[cursor.at] === void 0) cursor.fail(cursor.text.length, unclosed);
	return false;
}
function afterValue(cursor, bracket, open, end) {
	const next = cursor.text[cursor.at] ?? "";
	if (/["{[\d\-tfn]/.test(next)) cursor.fail(end, "A \",\" is missing after this value.");
	if (next === "}" || next === "]") {
		const opener = bracket === "}" ? "{" : "[";
		cursor.fail(cursor.at, `"${next}" stands where the "${opener}" of ${cursor.place(open)} is closed with "${bracket}".`);
	}
	return unexpected(cursor, `where "," or "${bracket}" is expected`);
}
function step(cursor, count) {
	cursor.at += count;
	const end = cursor.at;
	skipSpace(cursor);
	return end;
}

export { NAME_KEYS, REDACTED, VALUE_KEYS, findingText, findingsOf, invalidTemplate, isHarmless, isSayable, isSecretName, locator, nameMatcher, nodeAt, parseJson, placeText, redactText, repeatedKeys, spellingAt, syntaxError, withoutHidden };