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
function named({ isHidden, found }, [whole = "", lead = "", name = "", value = ""]) {
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
	const hasSecret = (encoded) => {
		const decoded = decodedText(encoded);
		return decoded !== void 0 && redactText(decoded, rules) !== decoded;
	};
	return text.replace(BASE64_LINES, (whole, lines, last) => {
		if (hasSecret(whole)) return REDACTED;
		return hasSecret(lines) ? `${REDACTED}\n${last}` : whole;
	}).replace(BASE64, (encoded) => hasSecret(encoded) ? REDACTED : encoded);
}
const BASE64_LINES = /(?<![A-Za-z0-9+/_=-])((?:[A-Za-z0-9+/]{64}\r?\n[ \t]{0,40}){1,1000}|(?:[A-Za-z0-9+/]{76}\r?\n[ \t]{0,40}){1,1000})([A-Za-z0-9+/]{1,76}={0,2})(?![A-Za-z0-9+/_=-])/g;
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
		(rules, [whole = "", lead = "", _escape, name = "", value = ""]) => named(rules, [
			whole,
			lead,
			name,
			value
		])
	],
	[
		/=/,
		/((?<![\w.-])([A-Za-z_][\w.-]{0,127})["']?\s{0,5}=(?!=)[ \t]{0,5})("[^"\n]{0,8192}"|'[^'\n]{0,8192}'|[^\s;,"'&|<>]{1,8192})/g,
		named
	],
	[
		/--\w/,
		/((?<![\w-])--([A-Za-z][\w-]{0,63})(?:[ \t]+|=))("[^"\n]{0,512}"|'[^'\n]{0,512}'|[^\s;|<>&"'-][^\s;|<>&"']{0,512})/g,
		named
	],
	[
		/:/,
		/((?<=^[ \t]{0,200}(?:- )?["']?)([A-Za-z_][\w.-]{0,127})["']?[ \t]{0,5}:[ \t]{1,20})("[^"\n]{0,8192}"|'[^'\n]{0,8192}'|[^\s"'#|>][^\s]{0,8192}(?=[ \t]*(?:#.*)?$))/gm,
		named
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

export { NAME_KEYS, REDACTED, VALUE_KEYS, findingText, findingsOf, invalidTemplate, isHarmless, isSayable, isSecretName, nameMatcher, placeText, redactText, syntaxError, withoutHidden };