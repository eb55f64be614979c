import { placeText, syntaxError } from "./template-problems.js";

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

export { locator, nodeAt, parseJson, repeatedKeys, spellingAt };