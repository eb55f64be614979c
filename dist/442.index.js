export const id = 442;
export const ids = [442];
export const modules = {

/***/ 3442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseToml: () => (/* binding */ parseToml)
});

// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
// EXTERNAL MODULE: ./lib/template/problems.js
var problems = __webpack_require__(2036);
// EXTERNAL MODULE: ./lib/template/text/json.js + 2 modules
var text_json = __webpack_require__(8070);
// EXTERNAL MODULE: ./lib/template/text/place.js
var place = __webpack_require__(7435);
;// CONCATENATED MODULE: ./lib/template/text/tomlMarks.js


/**
 * The statement of every value of a valid TOML text. The parser gives no places, but it says where a statement ends: a
 * statement begins and ends with a line, and the shortest run of lines that is TOML by itself is one.
 */
function marksOf(text) {
    const root = newMark(0, text);
    let table = root;
    for (const { at, source, value } of statements(text)) {
        if (source.startsWith("["))
            table = headed(root, value, { at, source });
        else
            note(table, value, { at, source }, 0);
    }
    return root;
}
/** A value of many lines is parsed at each that may be its last; hostile ones end the search, not the run. */
const MOST_PARSED = 8_000_000;
function* statements(text) {
    let at = 0;
    let end = 0;
    let parsed = 0;
    for (const line of text.matchAll(/[^\n]*(?:\n|$)/g)) {
        end = line.index + line[0].length;
        if (at === line.index && /^\s*(?:#.*)?$/.test(line[0]))
            at = end;
        // Only these close what may span lines.
        if (at === end || (at < line.index && !/["'\]}]/.test(line[0])))
            continue;
        parsed += end - at;
        if (parsed > MOST_PARSED)
            return;
        const value = parseAlone(text.slice(at, end));
        if (value === undefined)
            continue;
        const source = text.slice(at, end);
        const indentation = source.length - source.trimStart().length;
        yield { at: at + indentation, source: source.slice(indentation), value };
        at = end;
    }
}
function parseAlone(source) {
    try {
        return (0,dist/* parse */.qg)(source, { integersAsBigInt: true });
    }
    catch (error) {
        if (error instanceof dist/* TomlError */.zx)
            return undefined;
        throw error;
    }
}
/** The table that a header opens: `[a.b]` is read as `{a: {b: {}}}`, `[[a.b]]` as `{a: {b: [{}]}}`. */
function headed(root, value, origin) {
    let mark = root;
    let rest = value;
    while (rest !== undefined && !Array.isArray(rest)) {
        const [entry] = Object.entries(rest);
        if (entry === undefined)
            return mark;
        mark = child(mark, entry[0], origin);
        rest = entry[1];
        // A table of an array that was opened before is meant by its name: the last one.
        if (!Array.isArray(rest))
            mark = mark.items.at(-1) ?? mark;
    }
    const item = newMark(origin.at, origin.source);
    mark.items.push(item);
    return item;
}
function child(mark, key, { at, source }) {
    const found = mark.members.get(key);
    if (found !== undefined)
        return found;
    const made = newMark(at, source);
    mark.members.set(key, made);
    return made;
}
/** The values inside of a statement's value are where the statement is. */
function note(mark, value, origin, depth) {
    if (typeof value !== "object" || Array.isArray(value) || depth > text_json/* MAX_DEPTH */.lr)
        return;
    for (const [key, member] of Object.entries(value))
        note(child(mark, key, origin), member, origin, depth + 1);
}
function newMark(at, source) {
    return { at, source, members: new Map(), items: [] };
}

;// CONCATENATED MODULE: ./lib/template/text/toml.js





/**
 * Reads TOML with the place of every value as far as the line of its statement. A number has its `plain` text where that is
 * how the file spells it. Throws `invalid-template` for a syntax error; nothing of the text is in the message.
 */
function parseToml(text, file) {
    const locate = (0,place/* locator */.fl)(text, file);
    const fail = (offset, message) => {
        throw (0,problems/* invalidTemplate */.kU)([{ level: "error", message, location: locate(offset) }], `Correct ${file}.`);
    };
    try {
        const table = (0,dist/* parse */.qg)(text, { integersAsBigInt: true, maxDepth: text_json/* MAX_DEPTH */.lr });
        return placed(table, { mark: marksOf(text), at: 0, depth: 0, source: text, fail });
    }
    catch (error) {
        if (!(error instanceof dist/* TomlError */.zx))
            throw error;
        const { line, column } = error;
        const location = { file, line, column };
        throw (0,problems/* invalidTemplate */.kU)([{ level: "error", message: syntaxMessage(error), location }], `Correct ${file}.`);
    }
}
function placed(value, around) {
    const { mark, depth, fail } = around;
    const at = mark?.at ?? around.at;
    const source = mark?.source ?? around.source;
    if (depth > text_json/* MAX_DEPTH */.lr)
        fail(at, `Nested more than ${text_json/* MAX_DEPTH */.lr} levels deep; no list of values needs that.`);
    const inside = (child, childMark) => placed(child, { mark: childMark, at, depth: depth + 1, source, fail });
    if (typeof value === "string" || typeof value === "boolean")
        return { value, at, size: 1 };
    if (typeof value === "number" || typeof value === "bigint")
        return placedNumber(value, at, source);
    if (value instanceof dist/* TomlDate */.PJ) {
        if (!value.isDate())
            fail(at, "A time has no place in a list of values; put it in quotes.");
        return { value: value.toISOString(), at, size: 1 };
    }
    if (Array.isArray(value)) {
        const items = value.map((item, index) => inside(item, mark?.items[index]));
        return { value: items.map((item) => item.value), at, items, size: 1 + sizeOf(items) };
    }
    const members = new Map(Object.entries(value).map(([key, member]) => [key, inside(member, mark?.members.get(key))]));
    const json = Object.fromEntries([...members].map(([key, member]) => [key, member.value]));
    return { value: json, at, members, size: 1 + sizeOf([...members.values()]) };
}
function sizeOf(values) {
    let size = 0;
    for (const value of values)
        size += value.size;
    return size;
}
/** The parser gives a number's value and not how it is spelled: whether it stands there as it is usually written. */
function placedNumber(value, at, source) {
    const usual = Number.isInteger(value) ? `${value}.0` : `${value}`;
    const isSpelledSo = source.split(/[^\w.+-]+/).includes(usual);
    return { value: Number(value), at, size: 1, ...(isSpelledSo ? { plain: usual } : {}) };
}
const PREFIX = "Invalid TOML document: ";
/** What the parser says, which never quotes the text, as a sentence. */
function syntaxMessage({ message }) {
    const [said = ""] = message.split("\n");
    const words = said.startsWith(PREFIX) ? said.slice(PREFIX.length) : "";
    return KNOWN.has(words) ? `This is no valid TOML: ${words}.` : "This is no valid TOML.";
}
const KNOWN = new Set([
    "each key-value declaration must be followed by an end-of-line",
    "expected comma or end of structure",
    "illegal character in key",
    "incomplete key-value: cannot find end of key",
    "invalid value",
    "trying to redefine an already defined table or value",
    "trying to redefine an already defined value",
    "unexpected end of key",
    "unfinished array",
    "unfinished string",
    "unfinished table",
    "unrecognised escape sequence",
]);


/***/ })

};
