import { __commonJSMin, __require } from "./rolldown-runtime.js";
import { ActionError } from "./errors.js";
import { INLINE_BYTES, MEETS_IT, UPLOADED_IN, alarmName, arnParts, canonicalJson, canonicalSpelled, chronological, didYouMean, emptyByHand, firedText, isInProgress, isMasked, isNestedStack, isNoEcho, isObject as isObject$1, isStackItself, minify, nestedStackArn, placeOf as placeOf$2, readParameters, resourceOf, rollbackCommand, scalarText as scalarText$1, sentText, sha256, uploadedName, waysOut, waysText, withSpelledNumbers } from "./stack-recovery.js";
import { NAME_KEYS, REDACTED, VALUE_KEYS, findingText, findingsOf, invalidTemplate, isHarmless, isSayable, isSecretName, nameMatcher, placeText, redactText, syntaxError, withoutHidden } from "./template-problems.js";
import { locator, nodeAt, parseJson, repeatedKeys, spellingAt } from "./template-text-json.js";
import { createHash } from "node:crypto";

// src/changes/digest.ts
const FORM = "aurora-deploy-action/changes/2";
function digestOf(target, items) {
	const hashes = new Map([...items].map(([name, item]) => [name, hashOf(item)]));
	return {
		digest: digestOfItems(target, hashes),
		items: hashes
	};
}
function digestOfItems({ account, region, stack }, items) {
	const hashes = [...items].map(([name, { whole }]) => [name, whole]);
	return sha256(canonicalJson([
		FORM,
		{
			account,
			region,
			stack
		},
		Object.fromEntries(hashes)
	]));
}
function textHash(text) {
	return text === null ? null : createHash("sha256").update(text).digest("base64url");
}
function hashOf({ before, after, how }) {
	return {
		whole: textHash(canonicalJson([
			before,
			after,
			how
		])) ?? "",
		after: textHash(after)
	};
}

// src/template/text/emptyZones.ts
function withZones(value) {
	const paths = [];
	const zoned = zonesIn(value, [], paths);
	return {
		value: paths.length > 0 && isObject$1(zoned) ? zoned : value,
		paths
	};
}
function zonesIn(value, path, paths) {
	if (Array.isArray(value)) return value.map((item, index) => zonesIn(item, [...path, index], paths));
	if (!isObject$1(value)) return value;
	const members = Object.entries(value).map(([key, member]) => {
		const at = [...path, key];
		if (key !== "Fn::GetAZs" || member !== null) return [key, zonesIn(member, at, paths)];
		paths.push(at);
		return [key, ""];
	});
	return Object.fromEntries(members);
}

// node_modules/yaml/dist/nodes/identity.js
var require_identity = /* @__PURE__ */ __commonJSMin(((exports) => {
	const ALIAS = Symbol.for("yaml.alias");
	const DOC = Symbol.for("yaml.document");
	const MAP = Symbol.for("yaml.map");
	const PAIR = Symbol.for("yaml.pair");
	const SCALAR = Symbol.for("yaml.scalar");
	const SEQ = Symbol.for("yaml.seq");
	const NODE_TYPE = Symbol.for("yaml.node.type");
	const isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
	const isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
	const isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
	const isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
	const isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
	const isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
	function isCollection(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case MAP:
			case SEQ: return true;
		}
		return false;
	}
	function isNode(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case ALIAS:
			case MAP:
			case SCALAR:
			case SEQ: return true;
		}
		return false;
	}
	const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;
	exports.ALIAS = ALIAS;
	exports.DOC = DOC;
	exports.MAP = MAP;
	exports.NODE_TYPE = NODE_TYPE;
	exports.PAIR = PAIR;
	exports.SCALAR = SCALAR;
	exports.SEQ = SEQ;
	exports.hasAnchor = hasAnchor;
	exports.isAlias = isAlias;
	exports.isCollection = isCollection;
	exports.isDocument = isDocument;
	exports.isMap = isMap;
	exports.isNode = isNode;
	exports.isPair = isPair;
	exports.isScalar = isScalar;
	exports.isSeq = isSeq;
}));

// node_modules/yaml/dist/visit.js
var require_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove node");
	function visit(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (visit_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else visit_(null, node, visitor_, Object.freeze([]));
	}
	visit.BREAK = BREAK;
	visit.SKIP = SKIP;
	visit.REMOVE = REMOVE;
	function visit_(key, node, visitor, path) {
		const ctrl = callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visit_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = visit_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = visit_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = visit_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	async function visitAsync(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (await visitAsync_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else await visitAsync_(null, node, visitor_, Object.freeze([]));
	}
	visitAsync.BREAK = BREAK;
	visitAsync.SKIP = SKIP;
	visitAsync.REMOVE = REMOVE;
	async function visitAsync_(key, node, visitor, path) {
		const ctrl = await callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visitAsync_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = await visitAsync_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = await visitAsync_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = await visitAsync_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	function initVisitor(visitor) {
		if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) return Object.assign({
			Alias: visitor.Node,
			Map: visitor.Node,
			Scalar: visitor.Node,
			Seq: visitor.Node
		}, visitor.Value && {
			Map: visitor.Value,
			Scalar: visitor.Value,
			Seq: visitor.Value
		}, visitor.Collection && {
			Map: visitor.Collection,
			Seq: visitor.Collection
		}, visitor);
		return visitor;
	}
	function callVisitor(key, node, visitor, path) {
		if (typeof visitor === "function") return visitor(key, node, path);
		if (identity.isMap(node)) return visitor.Map?.(key, node, path);
		if (identity.isSeq(node)) return visitor.Seq?.(key, node, path);
		if (identity.isPair(node)) return visitor.Pair?.(key, node, path);
		if (identity.isScalar(node)) return visitor.Scalar?.(key, node, path);
		if (identity.isAlias(node)) return visitor.Alias?.(key, node, path);
	}
	function replaceNode(key, path, node) {
		const parent = path[path.length - 1];
		if (identity.isCollection(parent)) parent.items[key] = node;
		else if (identity.isPair(parent)) {
			if (key === "key") parent.key = node;
			else parent.value = node;
		} else if (identity.isDocument(parent)) parent.contents = node;
		else {
			const pt = identity.isAlias(parent) ? "alias" : "scalar";
			throw new Error(`Cannot replace node with ${pt} parent`);
		}
	}
	exports.visit = visit;
	exports.visitAsync = visitAsync;
}));

// node_modules/yaml/dist/doc/directives.js
var require_directives = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	const escapeChars = {
		"!": "%21",
		",": "%2C",
		"[": "%5B",
		"]": "%5D",
		"{": "%7B",
		"}": "%7D"
	};
	const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
	var Directives = class Directives {
		constructor(yaml, tags) {
			this.docStart = null;
			this.docEnd = false;
			this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
			this.tags = Object.assign({}, Directives.defaultTags, tags);
		}
		clone() {
			const copy = new Directives(this.yaml, this.tags);
			copy.docStart = this.docStart;
			return copy;
		}
		atDocument() {
			const res = new Directives(this.yaml, this.tags);
			switch (this.yaml.version) {
				case "1.1":
					this.atNextDocument = true;
					break;
				case "1.2":
					this.atNextDocument = false;
					this.yaml = {
						explicit: Directives.defaultYaml.explicit,
						version: "1.2"
					};
					this.tags = Object.assign({}, Directives.defaultTags);
			}
			return res;
		}
		add(line, onError) {
			if (this.atNextDocument) {
				this.yaml = {
					explicit: Directives.defaultYaml.explicit,
					version: "1.1"
				};
				this.tags = Object.assign({}, Directives.defaultTags);
				this.atNextDocument = false;
			}
			const parts = line.trim().split(/[ \t]+/);
			const name = parts.shift();
			switch (name) {
				case "%TAG": {
					if (parts.length !== 2) {
						onError(0, "%TAG directive should contain exactly two parts");
						if (parts.length < 2) return false;
					}
					const [handle, prefix] = parts;
					this.tags[handle] = prefix;
					return true;
				}
				case "%YAML": {
					this.yaml.explicit = true;
					if (parts.length !== 1) {
						onError(0, "%YAML directive should contain exactly one part");
						return false;
					}
					const [version] = parts;
					if (version === "1.1" || version === "1.2") {
						this.yaml.version = version;
						return true;
					} else {
						const isValid = /^\d+\.\d+$/.test(version);
						onError(6, `Unsupported YAML version ${version}`, isValid);
						return false;
					}
				}
				default:
					onError(0, `Unknown directive ${name}`, true);
					return false;
			}
		}
		tagName(source, onError) {
			if (source === "!") return "!";
			if (source[0] !== "!") {
				onError(`Not a valid tag: ${source}`);
				return null;
			}
			if (source[1] === "<") {
				const verbatim = source.slice(2, -1);
				if (verbatim === "!" || verbatim === "!!") {
					onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
					return null;
				}
				if (source[source.length - 1] !== ">") onError("Verbatim tags must end with a >");
				return verbatim;
			}
			const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
			if (!suffix) onError(`The ${source} tag has no suffix`);
			const prefix = this.tags[handle];
			if (prefix) try {
				return prefix + decodeURIComponent(suffix);
			} catch (error) {
				onError(String(error));
				return null;
			}
			if (handle === "!") return source;
			onError(`Could not resolve tag: ${source}`);
			return null;
		}
		tagString(tag) {
			for (const [handle, prefix] of Object.entries(this.tags)) if (tag.startsWith(prefix)) return handle + escapeTagName(tag.substring(prefix.length));
			return tag[0] === "!" ? tag : `!<${tag}>`;
		}
		toString(doc) {
			const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
			const tagEntries = Object.entries(this.tags);
			let tagNames;
			if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
				const tags = {};
				visit.visit(doc.contents, (_key, node) => {
					if (identity.isNode(node) && node.tag) tags[node.tag] = true;
				});
				tagNames = Object.keys(tags);
			} else tagNames = [];
			for (const [handle, prefix] of tagEntries) {
				if (handle === "!!" && prefix === "tag:yaml.org,2002:") continue;
				if (!doc || tagNames.some((tn) => tn.startsWith(prefix))) lines.push(`%TAG ${handle} ${prefix}`);
			}
			return lines.join("\n");
		}
	};
	Directives.defaultYaml = {
		explicit: false,
		version: "1.2"
	};
	Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
	exports.Directives = Directives;
}));

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	function anchorIsValid(anchor) {
		if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
			const msg = `Anchor must not contain whitespace or control characters: ${JSON.stringify(anchor)}`;
			throw new Error(msg);
		}
		return true;
	}
	function anchorNames(root) {
		const anchors = /* @__PURE__ */ new Set();
		visit.visit(root, { Value(_key, node) {
			if (node.anchor) anchors.add(node.anchor);
		} });
		return anchors;
	}
	function findNewAnchor(prefix, exclude) {
		for (let i = 1;; ++i) {
			const name = `${prefix}${i}`;
			if (!exclude.has(name)) return name;
		}
	}
	function createNodeAnchors(doc, prefix) {
		const aliasObjects = [];
		const sourceObjects = /* @__PURE__ */ new Map();
		let prevAnchors = null;
		return {
			onAnchor: (source) => {
				aliasObjects.push(source);
				prevAnchors ?? (prevAnchors = anchorNames(doc));
				const anchor = findNewAnchor(prefix, prevAnchors);
				prevAnchors.add(anchor);
				return anchor;
			},
			setAnchors: () => {
				for (const source of aliasObjects) {
					const ref = sourceObjects.get(source);
					if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) ref.node.anchor = ref.anchor;
					else {
						const error = /* @__PURE__ */ new Error("Failed to resolve repeated object (this should not happen)");
						error.source = source;
						throw error;
					}
				}
			},
			sourceObjects
		};
	}
	exports.anchorIsValid = anchorIsValid;
	exports.anchorNames = anchorNames;
	exports.createNodeAnchors = createNodeAnchors;
	exports.findNewAnchor = findNewAnchor;
}));

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = /* @__PURE__ */ __commonJSMin(((exports) => {
	function applyReviver(reviver, obj, key, val) {
		if (val && typeof val === "object") {
			if (Array.isArray(val)) for (let i = 0, len = val.length; i < len; ++i) {
				const v0 = val[i];
				const v1 = applyReviver(reviver, val, String(i), v0);
				if (v1 === void 0) delete val[i];
				else if (v1 !== v0) val[i] = v1;
			}
			else if (val instanceof Map) for (const k of Array.from(val.keys())) {
				const v0 = val.get(k);
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) val.delete(k);
				else if (v1 !== v0) val.set(k, v1);
			}
			else if (val instanceof Set) for (const v0 of Array.from(val)) {
				const v1 = applyReviver(reviver, val, v0, v0);
				if (v1 === void 0) val.delete(v0);
				else if (v1 !== v0) {
					val.delete(v0);
					val.add(v1);
				}
			}
			else for (const [k, v0] of Object.entries(val)) {
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) delete val[k];
				else if (v1 !== v0) val[k] = v1;
			}
		}
		return reviver.call(obj, key, val);
	}
	exports.applyReviver = applyReviver;
}));

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	function toJS(value, arg, ctx) {
		if (Array.isArray(value)) return value.map((v, i) => toJS(v, String(i), ctx));
		if (value && typeof value.toJSON === "function") {
			if (!ctx || !identity.hasAnchor(value)) return value.toJSON(arg, ctx);
			const data = {
				aliasCount: 0,
				count: 1,
				res: void 0
			};
			ctx.anchors.set(value, data);
			ctx.onCreate = (res) => {
				data.res = res;
				delete ctx.onCreate;
			};
			const res = value.toJSON(arg, ctx);
			if (ctx.onCreate) ctx.onCreate(res);
			return res;
		}
		if (typeof value === "bigint" && !ctx?.keep) return Number(value);
		return value;
	}
	exports.toJS = toJS;
}));

// node_modules/yaml/dist/nodes/Node.js
var require_Node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var applyReviver = require_applyReviver();
	var identity = require_identity();
	var toJS = require_toJS();
	var NodeBase = class {
		constructor(type) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: type });
		}
		clone() {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			if (!identity.isDocument(doc)) throw new TypeError("A document argument is required");
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc,
				keep: true,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this, "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
	};
	exports.NodeBase = NodeBase;
}));

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var visit = require_visit();
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	var Alias = class extends Node.NodeBase {
		constructor(source) {
			super(identity.ALIAS);
			this.source = source;
			Object.defineProperty(this, "tag", { set() {
				throw new Error("Alias nodes cannot have tags");
			} });
		}
		resolve(doc, ctx) {
			if (ctx?.maxAliasCount === 0) throw new ReferenceError("Alias resolution is disabled");
			let nodes;
			if (ctx?.aliasResolveCache) nodes = ctx.aliasResolveCache;
			else {
				nodes = [];
				visit.visit(doc, { Node: (_key, node) => {
					if (identity.isAlias(node) || identity.hasAnchor(node)) nodes.push(node);
				} });
				if (ctx) ctx.aliasResolveCache = nodes;
			}
			let found = void 0;
			for (const node of nodes) {
				if (node === this) break;
				if (node.anchor === this.source) found = node;
			}
			if (found && ctx) {
				const { anchors, doc, maxAliasCount } = ctx;
				let data = anchors.get(found);
				if (!data) {
					toJS.toJS(found, null, ctx);
					data = anchors.get(found);
				}
				/* istanbul ignore if */
				if (data?.res === void 0) throw new ReferenceError("This should not happen: Alias anchor was not resolved?");
				if (maxAliasCount >= 0) {
					data.count += 1;
					if (data.aliasCount === 0) data.aliasCount = getAliasCount(doc, found, anchors);
					if (data.count * data.aliasCount > maxAliasCount) throw new ReferenceError("Excessive alias count indicates a resource exhaustion attack");
				}
			}
			return found;
		}
		toJSON(_arg, ctx) {
			if (!ctx) return { source: this.source };
			const source = this.resolve(ctx.doc, ctx);
			if (!source) {
				const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
				throw new ReferenceError(msg);
			}
			return ctx.anchors.get(source).res;
		}
		toString(ctx, _onComment, _onChompKeep) {
			const src = `*${this.source}`;
			if (ctx) {
				anchors.anchorIsValid(this.source);
				if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
					const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
					throw new Error(msg);
				}
				if (ctx.implicitKey) return `${src} `;
			}
			return src;
		}
	};
	function getAliasCount(doc, node, anchors) {
		if (identity.isAlias(node)) {
			const source = node.resolve(doc);
			const anchor = anchors && source && anchors.get(source);
			return anchor ? anchor.count * anchor.aliasCount : 0;
		} else if (identity.isCollection(node)) {
			let count = 0;
			for (const item of node.items) {
				const c = getAliasCount(doc, item, anchors);
				if (c > count) count = c;
			}
			return count;
		} else if (identity.isPair(node)) {
			const kc = getAliasCount(doc, node.key, anchors);
			const vc = getAliasCount(doc, node.value, anchors);
			return Math.max(kc, vc);
		}
		return 1;
	}
	exports.Alias = Alias;
}));

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	const isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
	var Scalar = class extends Node.NodeBase {
		constructor(value) {
			super(identity.SCALAR);
			this.value = value;
		}
		toJSON(arg, ctx) {
			return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
		}
		toString() {
			return String(this.value);
		}
	};
	Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
	Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
	Scalar.PLAIN = "PLAIN";
	Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
	Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
	exports.Scalar = Scalar;
	exports.isScalarValue = isScalarValue;
}));

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var Scalar = require_Scalar();
	const defaultTagPrefix = "tag:yaml.org,2002:";
	function findTagObject(value, tagName, tags) {
		if (tagName) {
			const match = tags.filter((t) => t.tag === tagName);
			const tagObj = match.find((t) => !t.format) ?? match[0];
			if (!tagObj) throw new Error(`Tag ${tagName} not found`);
			return tagObj;
		}
		return tags.find((t) => t.identify?.(value) && !t.format);
	}
	function createNode(value, tagName, ctx) {
		if (identity.isDocument(value)) value = value.contents;
		if (identity.isNode(value)) return value;
		if (identity.isPair(value)) {
			const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
			map.items.push(value);
			return map;
		}
		if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) value = value.valueOf();
		const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
		let ref = void 0;
		if (aliasDuplicateObjects && value && typeof value === "object") {
			ref = sourceObjects.get(value);
			if (ref) {
				ref.anchor ?? (ref.anchor = onAnchor(value));
				return new Alias.Alias(ref.anchor);
			} else {
				ref = {
					anchor: null,
					node: null
				};
				sourceObjects.set(value, ref);
			}
		}
		if (tagName?.startsWith("!!")) tagName = defaultTagPrefix + tagName.slice(2);
		let tagObj = findTagObject(value, tagName, schema.tags);
		if (!tagObj) {
			if (value && typeof value.toJSON === "function") value = value.toJSON();
			if (!value || typeof value !== "object") {
				const node = new Scalar.Scalar(value);
				if (ref) ref.node = node;
				return node;
			}
			tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
		}
		if (onTagObj) {
			onTagObj(tagObj);
			delete ctx.onTagObj;
		}
		const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
		if (tagName) node.tag = tagName;
		else if (!tagObj.default) node.tag = tagObj.tag;
		if (ref) ref.node = node;
		return node;
	}
	exports.createNode = createNode;
}));

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var identity = require_identity();
	var Node = require_Node();
	function collectionFromPath(schema, path, value) {
		let v = value;
		for (let i = path.length - 1; i >= 0; --i) {
			const k = path[i];
			if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
				const a = [];
				a[k] = v;
				v = a;
			} else v = /* @__PURE__ */ new Map([[k, v]]);
		}
		return createNode.createNode(v, void 0, {
			aliasDuplicateObjects: false,
			keepUndefined: false,
			onAnchor: () => {
				throw new Error("This should not happen, please report a bug.");
			},
			schema,
			sourceObjects: /* @__PURE__ */ new Map()
		});
	}
	const isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
	var Collection = class extends Node.NodeBase {
		constructor(type, schema) {
			super(type);
			Object.defineProperty(this, "schema", {
				value: schema,
				configurable: true,
				enumerable: false,
				writable: true
			});
		}
		clone(schema) {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (schema) copy.schema = schema;
			copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		addIn(path, value) {
			if (isEmptyPath(path)) this.add(value);
			else {
				const [key, ...rest] = path;
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.addIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
		deleteIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.delete(key);
			const node = this.get(key, true);
			if (identity.isCollection(node)) return node.deleteIn(rest);
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
		}
		getIn(path, keepScalar) {
			const [key, ...rest] = path;
			const node = this.get(key, true);
			if (rest.length === 0) return !keepScalar && identity.isScalar(node) ? node.value : node;
			else return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
		}
		hasAllNullValues(allowScalar) {
			return this.items.every((node) => {
				if (!identity.isPair(node)) return false;
				const n = node.value;
				return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
			});
		}
		hasIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.has(key);
			const node = this.get(key, true);
			return identity.isCollection(node) ? node.hasIn(rest) : false;
		}
		setIn(path, value) {
			const [key, ...rest] = path;
			if (rest.length === 0) this.set(key, value);
			else {
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.setIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
	};
	exports.Collection = Collection;
	exports.collectionFromPath = collectionFromPath;
	exports.isEmptyPath = isEmptyPath;
}));

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = /* @__PURE__ */ __commonJSMin(((exports) => {
	const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
	function indentComment(comment, indent) {
		if (/^\n+$/.test(comment)) return comment.substring(1);
		return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
	}
	const lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
	exports.indentComment = indentComment;
	exports.lineComment = lineComment;
	exports.stringifyComment = stringifyComment;
}));

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = /* @__PURE__ */ __commonJSMin(((exports) => {
	const FOLD_FLOW = "flow";
	const FOLD_BLOCK = "block";
	const FOLD_QUOTED = "quoted";
	function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
		if (!lineWidth || lineWidth < 0) return text;
		if (lineWidth < minContentWidth) minContentWidth = 0;
		const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
		if (text.length <= endStep) return text;
		const folds = [];
		const escapedFolds = {};
		let end = lineWidth - indent.length;
		if (typeof indentAtStart === "number") {
			if (indentAtStart > lineWidth - Math.max(2, minContentWidth)) folds.push(0);
			else end = lineWidth - indentAtStart;
		}
		let split = void 0;
		let prev = void 0;
		let overflow = false;
		let i = -1;
		let escStart = -1;
		let escEnd = -1;
		if (mode === FOLD_BLOCK) {
			i = consumeMoreIndentedLines(text, i, indent.length);
			if (i !== -1) end = i + endStep;
		}
		for (let ch; ch = text[i += 1];) {
			if (mode === FOLD_QUOTED && ch === "\\") {
				escStart = i;
				switch (text[i + 1]) {
					case "x":
						i += 3;
						break;
					case "u":
						i += 5;
						break;
					case "U":
						i += 9;
						break;
					default: i += 1;
				}
				escEnd = i;
			}
			if (ch === "\n") {
				if (mode === FOLD_BLOCK) i = consumeMoreIndentedLines(text, i, indent.length);
				end = i + indent.length + endStep;
				split = void 0;
			} else {
				if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
					const next = text[i + 1];
					if (next && next !== " " && next !== "\n" && next !== "	") split = i;
				}
				if (i >= end) {
					if (split) {
						folds.push(split);
						end = split + endStep;
						split = void 0;
					} else if (mode === FOLD_QUOTED) {
						while (prev === " " || prev === "	") {
							prev = ch;
							ch = text[i += 1];
							overflow = true;
						}
						const j = i > escEnd + 1 ? i - 2 : escStart - 1;
						if (escapedFolds[j]) return text;
						folds.push(j);
						escapedFolds[j] = true;
						end = j + endStep;
						split = void 0;
					} else overflow = true;
				}
			}
			prev = ch;
		}
		if (overflow && onOverflow) onOverflow();
		if (folds.length === 0) return text;
		if (onFold) onFold();
		let res = text.slice(0, folds[0]);
		for (let i = 0; i < folds.length; ++i) {
			const fold = folds[i];
			const end = folds[i + 1] || text.length;
			if (fold === 0) res = `\n${indent}${text.slice(0, end)}`;
			else {
				if (mode === FOLD_QUOTED && escapedFolds[fold]) res += `${text[fold]}\\`;
				res += `\n${indent}${text.slice(fold + 1, end)}`;
			}
		}
		return res;
	}
	function consumeMoreIndentedLines(text, i, indent) {
		let end = i;
		let start = i + 1;
		let ch = text[start];
		while (ch === " " || ch === "	") if (i < start + indent) ch = text[++i];
		else {
			do
				ch = text[++i];
			while (ch && ch !== "\n");
			end = i;
			start = i + 1;
			ch = text[start];
		}
		return end;
	}
	exports.FOLD_BLOCK = FOLD_BLOCK;
	exports.FOLD_FLOW = FOLD_FLOW;
	exports.FOLD_QUOTED = FOLD_QUOTED;
	exports.foldFlowLines = foldFlowLines;
}));

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var foldFlowLines = require_foldFlowLines();
	const getFoldOptions = (ctx, isBlock) => ({
		indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
		lineWidth: ctx.options.lineWidth,
		minContentWidth: ctx.options.minContentWidth
	});
	const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
	function lineLengthOverLimit(str, lineWidth, indentLength) {
		if (!lineWidth || lineWidth < 0) return false;
		const limit = lineWidth - indentLength;
		const strLen = str.length;
		if (strLen <= limit) return false;
		for (let i = 0, start = 0; i < strLen; ++i) if (str[i] === "\n") {
			if (i - start > limit) return true;
			start = i + 1;
			if (strLen - start <= limit) return false;
		}
		return true;
	}
	function doubleQuotedString(value, ctx) {
		const json = JSON.stringify(value);
		if (ctx.options.doubleQuotedAsJSON) return json;
		const { implicitKey } = ctx;
		const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		let str = "";
		let start = 0;
		for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
			if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
				str += json.slice(start, i) + "\\ ";
				i += 1;
				start = i;
				ch = "\\";
			}
			if (ch === "\\") switch (json[i + 1]) {
				case "u":
					{
						str += json.slice(start, i);
						const code = json.substr(i + 2, 4);
						switch (code) {
							case "0000":
								str += "\\0";
								break;
							case "0007":
								str += "\\a";
								break;
							case "000b":
								str += "\\v";
								break;
							case "001b":
								str += "\\e";
								break;
							case "0085":
								str += "\\N";
								break;
							case "00a0":
								str += "\\_";
								break;
							case "2028":
								str += "\\L";
								break;
							case "2029":
								str += "\\P";
								break;
							default: if (code.substr(0, 2) === "00") str += "\\x" + code.substr(2);
							else str += json.substr(i, 6);
						}
						i += 5;
						start = i + 1;
					}
					break;
				case "n":
					if (implicitKey || json[i + 2] === "\"" || json.length < minMultiLineLength) i += 1;
					else {
						str += json.slice(start, i) + "\n\n";
						while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== "\"") {
							str += "\n";
							i += 2;
						}
						str += indent;
						if (json[i + 2] === " ") str += "\\";
						i += 1;
						start = i + 1;
					}
					break;
				default: i += 1;
			}
		}
		str = start ? str + json.slice(start) : json;
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
	}
	function singleQuotedString(value, ctx) {
		if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value)) return doubleQuotedString(value, ctx);
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
		return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function quotedString(value, ctx) {
		const { singleQuote } = ctx.options;
		let qs;
		if (singleQuote === false) qs = doubleQuotedString;
		else {
			const hasDouble = value.includes("\"");
			const hasSingle = value.includes("'");
			if (hasDouble && !hasSingle) qs = singleQuotedString;
			else if (hasSingle && !hasDouble) qs = doubleQuotedString;
			else qs = singleQuote ? singleQuotedString : doubleQuotedString;
		}
		return qs(value, ctx);
	}
	let blockEndNewlines;
	try {
		blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
	} catch {
		blockEndNewlines = /\n+(?!\n|$)/g;
	}
	function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
		const { blockQuote, commentString, lineWidth } = ctx.options;
		if (!blockQuote || /\n[\t ]+$/.test(value)) return quotedString(value, ctx);
		const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
		const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
		if (!value) return literal ? "|\n" : ">\n";
		let chomp;
		let endStart;
		for (endStart = value.length; endStart > 0; --endStart) {
			const ch = value[endStart - 1];
			if (ch !== "\n" && ch !== "	" && ch !== " ") break;
		}
		let end = value.substring(endStart);
		const endNlPos = end.indexOf("\n");
		if (endNlPos === -1) chomp = "-";
		else if (value === end || endNlPos !== end.length - 1) {
			chomp = "+";
			if (onChompKeep) onChompKeep();
		} else chomp = "";
		if (end) {
			value = value.slice(0, -end.length);
			if (end[end.length - 1] === "\n") end = end.slice(0, -1);
			end = end.replace(blockEndNewlines, `$&${indent}`);
		}
		let startWithSpace = false;
		let startEnd;
		let startNlPos = -1;
		for (startEnd = 0; startEnd < value.length; ++startEnd) {
			const ch = value[startEnd];
			if (ch === " ") startWithSpace = true;
			else if (ch === "\n") startNlPos = startEnd;
			else break;
		}
		let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
		if (start) {
			value = value.substring(start.length);
			start = start.replace(/\n+/g, `$&${indent}`);
		}
		let header = (startWithSpace ? indent ? "2" : "1" : "") + chomp;
		if (comment) {
			header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
			if (onComment) onComment();
		}
		if (!literal) {
			const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
			let literalFallback = false;
			const foldOptions = getFoldOptions(ctx, true);
			if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) foldOptions.onOverflow = () => {
				literalFallback = true;
			};
			const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
			if (!literalFallback) return `>${header}\n${indent}${body}`;
		}
		value = value.replace(/\n+/g, `$&${indent}`);
		return `|${header}\n${indent}${start}${value}${end}`;
	}
	function plainString(item, ctx, onComment, onChompKeep) {
		const { type, value } = item;
		const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
		if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) return quotedString(value, ctx);
		if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
		if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) return blockString(item, ctx, onComment, onChompKeep);
		if (containsDocumentMarker(value)) {
			if (indent === "") {
				ctx.forceBlockIndent = true;
				return blockString(item, ctx, onComment, onChompKeep);
			} else if (implicitKey && indent === indentStep) return quotedString(value, ctx);
		}
		const str = value.replace(/\n+/g, `$&\n${indent}`);
		if (actualString) {
			const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
			const { compat, tags } = ctx.doc.schema;
			if (tags.some(test) || compat?.some(test)) return quotedString(value, ctx);
		}
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function stringifyString(item, ctx, onComment, onChompKeep) {
		const { implicitKey, inFlow } = ctx;
		const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
		let { type } = item;
		if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
			if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value)) type = Scalar.Scalar.QUOTE_DOUBLE;
		}
		const _stringify = (_type) => {
			switch (_type) {
				case Scalar.Scalar.BLOCK_FOLDED:
				case Scalar.Scalar.BLOCK_LITERAL: return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
				case Scalar.Scalar.QUOTE_DOUBLE: return doubleQuotedString(ss.value, ctx);
				case Scalar.Scalar.QUOTE_SINGLE: return singleQuotedString(ss.value, ctx);
				case Scalar.Scalar.PLAIN: return plainString(ss, ctx, onComment, onChompKeep);
				default: return null;
			}
		};
		let res = _stringify(type);
		if (res === null) {
			const { defaultKeyType, defaultStringType } = ctx.options;
			const t = implicitKey && defaultKeyType || defaultStringType;
			res = _stringify(t);
			if (res === null) throw new Error(`Unsupported default string type ${t}`);
		}
		return res;
	}
	exports.stringifyString = stringifyString;
}));

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var identity = require_identity();
	var stringifyComment = require_stringifyComment();
	var stringifyString = require_stringifyString();
	function createStringifyContext(doc, options) {
		const opt = Object.assign({
			blockQuote: true,
			commentString: stringifyComment.stringifyComment,
			defaultKeyType: null,
			defaultStringType: "PLAIN",
			directives: null,
			doubleQuotedAsJSON: false,
			doubleQuotedMinMultiLineLength: 40,
			falseStr: "false",
			flowCollectionPadding: true,
			indentSeq: true,
			lineWidth: 80,
			minContentWidth: 20,
			nullStr: "null",
			simpleKeys: false,
			singleQuote: null,
			trailingComma: false,
			trueStr: "true",
			verifyAliasOrder: true
		}, doc.schema.toStringOptions, options);
		let inFlow;
		switch (opt.collectionStyle) {
			case "block":
				inFlow = false;
				break;
			case "flow":
				inFlow = true;
				break;
			default: inFlow = null;
		}
		return {
			anchors: /* @__PURE__ */ new Set(),
			doc,
			flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
			indent: "",
			indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
			inFlow,
			options: opt
		};
	}
	function getTagObject(tags, item) {
		if (item.tag) {
			const match = tags.filter((t) => t.tag === item.tag);
			if (match.length > 0) return match.find((t) => t.format === item.format) ?? match[0];
		}
		let tagObj = void 0;
		let obj;
		if (identity.isScalar(item)) {
			obj = item.value;
			let match = tags.filter((t) => t.identify?.(obj));
			if (match.length > 1) {
				const testMatch = match.filter((t) => t.test);
				if (testMatch.length > 0) match = testMatch;
			}
			tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
		} else {
			obj = item;
			tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
		}
		if (!tagObj) {
			const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
			throw new Error(`Tag not resolved for ${name} value`);
		}
		return tagObj;
	}
	function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
		if (!doc.directives) return "";
		const props = [];
		const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
		if (anchor && anchors.anchorIsValid(anchor)) {
			anchors$1.add(anchor);
			props.push(`&${anchor}`);
		}
		const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
		if (tag) props.push(doc.directives.tagString(tag));
		return props.join(" ");
	}
	function stringify(item, ctx, onComment, onChompKeep) {
		if (identity.isPair(item)) return item.toString(ctx, onComment, onChompKeep);
		if (identity.isAlias(item)) {
			if (ctx.doc.directives) return item.toString(ctx);
			if (ctx.resolvedAliases?.has(item)) throw new TypeError(`Cannot stringify circular structure without alias nodes`);
			else {
				if (ctx.resolvedAliases) ctx.resolvedAliases.add(item);
				else ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
				item = item.resolve(ctx.doc);
			}
		}
		let tagObj = void 0;
		const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
		tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
		const props = stringifyProps(node, tagObj, ctx);
		if (props.length > 0) ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
		const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
		if (!props) return str;
		return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}\n${ctx.indent}${str}`;
	}
	exports.createStringifyContext = createStringifyContext;
	exports.stringify = stringify;
}));

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
		const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
		let keyComment = identity.isNode(key) && key.comment || null;
		if (simpleKeys) {
			if (keyComment) throw new Error("With simple keys, key nodes cannot have comments");
			if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") throw new Error("With simple keys, collection cannot be used as a key value");
		}
		let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
		ctx = Object.assign({}, ctx, {
			allNullValues: false,
			implicitKey: !explicitKey && (simpleKeys || !allNullValues),
			indent: indent + indentStep
		});
		let keyCommentDone = false;
		let chompKeep = false;
		let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
		if (!explicitKey && !ctx.inFlow && str.length > 1024) {
			if (simpleKeys) throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
			explicitKey = true;
		}
		if (ctx.inFlow) {
			if (allNullValues || value == null) {
				if (keyCommentDone && onComment) onComment();
				return str === "" ? "?" : explicitKey ? `? ${str}` : str;
			}
		} else if (allNullValues && !simpleKeys || value == null && explicitKey) {
			str = `? ${str}`;
			if (keyComment && !keyCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			else if (chompKeep && onChompKeep) onChompKeep();
			return str;
		}
		if (keyCommentDone) keyComment = null;
		if (explicitKey) {
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			str = `? ${str}\n${indent}:`;
		} else {
			str = `${str}:`;
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
		}
		let vsb, vcb, valueComment;
		if (identity.isNode(value)) {
			vsb = !!value.spaceBefore;
			vcb = value.commentBefore;
			valueComment = value.comment;
		} else {
			vsb = false;
			vcb = null;
			valueComment = null;
			if (value && typeof value === "object") value = doc.createNode(value);
		}
		ctx.implicitKey = false;
		if (!explicitKey && !keyComment && identity.isScalar(value)) ctx.indentAtStart = str.length + 1;
		chompKeep = false;
		if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) ctx.indent = ctx.indent.substring(2);
		let valueCommentDone = false;
		const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
		let ws = " ";
		if (keyComment || vsb || vcb) {
			ws = vsb ? "\n" : "";
			if (vcb) {
				const cs = commentString(vcb);
				ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
			}
			if (valueStr === "" && !ctx.inFlow) {
				if (ws === "\n" && valueComment) ws = "\n\n";
			} else ws += `\n${ctx.indent}`;
		} else if (!explicitKey && identity.isCollection(value)) {
			const vs0 = valueStr[0];
			const nl0 = valueStr.indexOf("\n");
			const hasNewline = nl0 !== -1;
			const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
			if (hasNewline || !flow) {
				let hasPropsLine = false;
				if (hasNewline && (vs0 === "&" || vs0 === "!")) {
					let sp0 = valueStr.indexOf(" ");
					if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") sp0 = valueStr.indexOf(" ", sp0 + 1);
					if (sp0 === -1 || nl0 < sp0) hasPropsLine = true;
				}
				if (!hasPropsLine) ws = `\n${ctx.indent}`;
			}
		} else if (valueStr === "" || valueStr[0] === "\n") ws = "";
		str += ws + valueStr;
		if (ctx.inFlow) {
			if (valueCommentDone && onComment) onComment();
		} else if (valueComment && !valueCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
		else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	exports.stringifyPair = stringifyPair;
}));

// node_modules/yaml/dist/log.js
var require_log = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	function debug(logLevel, ...messages) {
		if (logLevel === "debug") console.log(...messages);
	}
	function warn(logLevel, warning) {
		if (logLevel === "debug" || logLevel === "warn") {
			if (typeof node_process.emitWarning === "function") node_process.emitWarning(warning);
			else console.warn(warning);
		}
	}
	exports.debug = debug;
	exports.warn = warn;
}));

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	const MERGE_KEY = "<<";
	const merge = {
		identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
		default: "key",
		tag: "tag:yaml.org,2002:merge",
		test: /^<<$/,
		resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), { addToJSMap: addMergeToJSMap }),
		stringify: () => MERGE_KEY
	};
	const isMergeKey = (ctx, key) => (merge.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
	function addMergeToJSMap(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (identity.isSeq(source)) for (const it of source.items) mergeValue(ctx, map, it);
		else if (Array.isArray(source)) for (const it of source) mergeValue(ctx, map, it);
		else mergeValue(ctx, map, source);
	}
	function mergeValue(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (!identity.isMap(source)) throw new Error("Merge sources must be maps or map aliases");
		const srcMap = source.toJSON(null, ctx, Map);
		for (const [key, value] of srcMap) if (map instanceof Map) {
			if (!map.has(key)) map.set(key, value);
		} else if (map instanceof Set) map.add(key);
		else if (!Object.prototype.hasOwnProperty.call(map, key)) Object.defineProperty(map, key, {
			value,
			writable: true,
			enumerable: true,
			configurable: true
		});
		return map;
	}
	function resolveAliasValue(ctx, value) {
		return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
	}
	exports.addMergeToJSMap = addMergeToJSMap;
	exports.isMergeKey = isMergeKey;
	exports.merge = merge;
}));

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var log = require_log();
	var merge = require_merge();
	var stringify = require_stringify();
	var identity = require_identity();
	var toJS = require_toJS();
	function addPairToJSMap(ctx, map, { key, value }) {
		if (identity.isNode(key) && key.addToJSMap) key.addToJSMap(ctx, map, value);
		else if (merge.isMergeKey(ctx, key)) merge.addMergeToJSMap(ctx, map, value);
		else {
			const jsKey = toJS.toJS(key, "", ctx);
			if (map instanceof Map) map.set(jsKey, toJS.toJS(value, jsKey, ctx));
			else if (map instanceof Set) map.add(jsKey);
			else {
				const stringKey = stringifyKey(key, jsKey, ctx);
				const jsValue = toJS.toJS(value, stringKey, ctx);
				if (stringKey in map) Object.defineProperty(map, stringKey, {
					value: jsValue,
					writable: true,
					enumerable: true,
					configurable: true
				});
				else map[stringKey] = jsValue;
			}
		}
		return map;
	}
	function stringifyKey(key, jsKey, ctx) {
		if (jsKey === null) return "";
		if (typeof jsKey !== "object") return String(jsKey);
		if (identity.isNode(key) && ctx?.doc) {
			const strCtx = stringify.createStringifyContext(ctx.doc, {});
			strCtx.anchors = /* @__PURE__ */ new Set();
			for (const node of ctx.anchors.keys()) strCtx.anchors.add(node.anchor);
			strCtx.inFlow = true;
			strCtx.inStringifyKey = true;
			const strKey = key.toString(strCtx);
			if (!ctx.mapKeyWarned) {
				let jsonStr = JSON.stringify(strKey);
				if (jsonStr.length > 40) jsonStr = jsonStr.substring(0, 36) + "...\"";
				log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
				ctx.mapKeyWarned = true;
			}
			return strKey;
		}
		return JSON.stringify(jsKey);
	}
	exports.addPairToJSMap = addPairToJSMap;
}));

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyPair = require_stringifyPair();
	var addPairToJSMap = require_addPairToJSMap();
	var identity = require_identity();
	function createPair(key, value, ctx) {
		const k = createNode.createNode(key, void 0, ctx);
		const v = createNode.createNode(value, void 0, ctx);
		return new Pair(k, v);
	}
	var Pair = class Pair {
		constructor(key, value = null) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
			this.key = key;
			this.value = value;
		}
		clone(schema) {
			let { key, value } = this;
			if (identity.isNode(key)) key = key.clone(schema);
			if (identity.isNode(value)) value = value.clone(schema);
			return new Pair(key, value);
		}
		toJSON(_, ctx) {
			const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			return addPairToJSMap.addPairToJSMap(ctx, pair, this);
		}
		toString(ctx, onComment, onChompKeep) {
			return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
		}
	};
	exports.Pair = Pair;
	exports.createPair = createPair;
}));

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyCollection(collection, ctx, options) {
		return (ctx.inFlow ?? collection.flow ? stringifyFlowCollection : stringifyBlockCollection)(collection, ctx, options);
	}
	function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
		const { indent, options: { commentString } } = ctx;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			type: null
		});
		let chompKeep = false;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (!chompKeep && item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (!chompKeep && ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
				}
			}
			chompKeep = false;
			let str = stringify.stringify(item, itemCtx, () => comment = null, () => chompKeep = true);
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			if (chompKeep && comment) chompKeep = false;
			lines.push(blockItemPrefix + str);
		}
		let str;
		if (lines.length === 0) str = flowChars.start + flowChars.end;
		else {
			str = lines[0];
			for (let i = 1; i < lines.length; ++i) {
				const line = lines[i];
				str += line ? `\n${indent}${line}` : "\n";
			}
		}
		if (comment) {
			str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
			if (onComment) onComment();
		} else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
		const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
		itemIndent += indentStep;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			inFlow: true,
			type: null
		});
		let reqNewline = false;
		let linesAtValue = 0;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, false);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, false);
					if (ik.comment) reqNewline = true;
				}
				const iv = identity.isNode(item.value) ? item.value : null;
				if (iv) {
					if (iv.comment) comment = iv.comment;
					if (iv.commentBefore) reqNewline = true;
				} else if (item.value == null && ik?.comment) comment = ik.comment;
			}
			if (comment) reqNewline = true;
			let str = stringify.stringify(item, itemCtx, () => comment = null);
			reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
			if (i < items.length - 1) str += ",";
			else if (ctx.options.trailingComma) {
				if (ctx.options.lineWidth > 0) reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
				if (reqNewline) str += ",";
			}
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			lines.push(str);
			linesAtValue = lines.length;
		}
		const { start, end } = flowChars;
		if (lines.length === 0) return start + end;
		else {
			if (!reqNewline) {
				const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
				reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
			}
			if (reqNewline) {
				let str = start;
				for (const line of lines) str += line ? `\n${indentStep}${indent}${line}` : "\n";
				return `${str}\n${indent}${end}`;
			} else return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
		}
	}
	function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
		if (comment && chompKeep) comment = comment.replace(/^\n+/, "");
		if (comment) {
			const ic = stringifyComment.indentComment(commentString(comment), indent);
			lines.push(ic.trimStart());
		}
	}
	exports.stringifyCollection = stringifyCollection;
}));

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyCollection = require_stringifyCollection();
	var addPairToJSMap = require_addPairToJSMap();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	function findPair(items, key) {
		const k = identity.isScalar(key) ? key.value : key;
		for (const it of items) if (identity.isPair(it)) {
			if (it.key === key || it.key === k) return it;
			if (identity.isScalar(it.key) && it.key.value === k) return it;
		}
	}
	var YAMLMap = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:map";
		}
		constructor(schema) {
			super(identity.MAP, schema);
			this.items = [];
		}
		static from(schema, obj, ctx) {
			const { keepUndefined, replacer } = ctx;
			const map = new this(schema);
			const add = (key, value) => {
				if (typeof replacer === "function") value = replacer.call(obj, key, value);
				else if (Array.isArray(replacer) && !replacer.includes(key)) return;
				if (value !== void 0 || keepUndefined) map.items.push(Pair.createPair(key, value, ctx));
			};
			if (obj instanceof Map) for (const [key, value] of obj) add(key, value);
			else if (obj && typeof obj === "object") for (const key of Object.keys(obj)) add(key, obj[key]);
			if (typeof schema.sortMapEntries === "function") map.items.sort(schema.sortMapEntries);
			return map;
		}
		add(pair, overwrite) {
			let _pair;
			if (identity.isPair(pair)) _pair = pair;
			else if (!pair || typeof pair !== "object" || !("key" in pair)) _pair = new Pair.Pair(pair, pair?.value);
			else _pair = new Pair.Pair(pair.key, pair.value);
			const prev = findPair(this.items, _pair.key);
			const sortEntries = this.schema?.sortMapEntries;
			if (prev) {
				if (!overwrite) throw new Error(`Key ${_pair.key} already set`);
				if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value)) prev.value.value = _pair.value;
				else prev.value = _pair.value;
			} else if (sortEntries) {
				const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
				if (i === -1) this.items.push(_pair);
				else this.items.splice(i, 0, _pair);
			} else this.items.push(_pair);
		}
		delete(key) {
			const it = findPair(this.items, key);
			if (!it) return false;
			return this.items.splice(this.items.indexOf(it), 1).length > 0;
		}
		get(key, keepScalar) {
			const node = findPair(this.items, key)?.value;
			return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
		}
		has(key) {
			return !!findPair(this.items, key);
		}
		set(key, value) {
			this.add(new Pair.Pair(key, value), true);
		}
		toJSON(_, ctx, Type) {
			const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const item of this.items) addPairToJSMap.addPairToJSMap(ctx, map, item);
			return map;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			for (const item of this.items) if (!identity.isPair(item)) throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
			if (!ctx.allNullValues && this.hasAllNullValues(false)) ctx = Object.assign({}, ctx, { allNullValues: true });
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "",
				flowChars: {
					start: "{",
					end: "}"
				},
				itemIndent: ctx.indent || "",
				onChompKeep,
				onComment
			});
		}
	};
	exports.YAMLMap = YAMLMap;
	exports.findPair = findPair;
}));

// node_modules/yaml/dist/schema/common/map.js
var require_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLMap = require_YAMLMap();
	const map = {
		collection: "map",
		default: true,
		nodeClass: YAMLMap.YAMLMap,
		tag: "tag:yaml.org,2002:map",
		resolve(map, onError) {
			if (!identity.isMap(map)) onError("Expected a mapping for this tag");
			return map;
		},
		createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
	};
	exports.map = map;
}));

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyCollection = require_stringifyCollection();
	var Collection = require_Collection();
	var identity = require_identity();
	var Scalar = require_Scalar();
	var toJS = require_toJS();
	var YAMLSeq = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:seq";
		}
		constructor(schema) {
			super(identity.SEQ, schema);
			this.items = [];
		}
		add(value) {
			this.items.push(value);
		}
		delete(key) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return false;
			return this.items.splice(idx, 1).length > 0;
		}
		get(key, keepScalar) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return void 0;
			const it = this.items[idx];
			return !keepScalar && identity.isScalar(it) ? it.value : it;
		}
		has(key) {
			const idx = asItemIndex(key);
			return typeof idx === "number" && idx < this.items.length;
		}
		set(key, value) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") throw new Error(`Expected a valid index, not ${key}.`);
			const prev = this.items[idx];
			if (identity.isScalar(prev) && Scalar.isScalarValue(value)) prev.value = value;
			else this.items[idx] = value;
		}
		toJSON(_, ctx) {
			const seq = [];
			if (ctx?.onCreate) ctx.onCreate(seq);
			let i = 0;
			for (const item of this.items) seq.push(toJS.toJS(item, String(i++), ctx));
			return seq;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "- ",
				flowChars: {
					start: "[",
					end: "]"
				},
				itemIndent: (ctx.indent || "") + "  ",
				onChompKeep,
				onComment
			});
		}
		static from(schema, obj, ctx) {
			const { replacer } = ctx;
			const seq = new this(schema);
			if (obj && Symbol.iterator in Object(obj)) {
				let i = 0;
				for (let it of obj) {
					if (typeof replacer === "function") {
						const key = obj instanceof Set ? it : String(i++);
						it = replacer.call(obj, key, it);
					}
					seq.items.push(createNode.createNode(it, void 0, ctx));
				}
			}
			return seq;
		}
	};
	function asItemIndex(key) {
		let idx = identity.isScalar(key) ? key.value : key;
		if (idx && typeof idx === "string") idx = Number(idx);
		return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
	}
	exports.YAMLSeq = YAMLSeq;
}));

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLSeq = require_YAMLSeq();
	const seq = {
		collection: "seq",
		default: true,
		nodeClass: YAMLSeq.YAMLSeq,
		tag: "tag:yaml.org,2002:seq",
		resolve(seq, onError) {
			if (!identity.isSeq(seq)) onError("Expected a sequence for this tag");
			return seq;
		},
		createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
	};
	exports.seq = seq;
}));

// node_modules/yaml/dist/schema/common/string.js
var require_string = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyString = require_stringifyString();
	const string = {
		identify: (value) => typeof value === "string",
		default: true,
		tag: "tag:yaml.org,2002:str",
		resolve: (str) => str,
		stringify(item, ctx, onComment, onChompKeep) {
			ctx = Object.assign({ actualString: true }, ctx);
			return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
		}
	};
	exports.string = string;
}));

// node_modules/yaml/dist/schema/common/null.js
var require_null = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const nullTag = {
		identify: (value) => value == null,
		createNode: () => new Scalar.Scalar(null),
		default: true,
		tag: "tag:yaml.org,2002:null",
		test: /^(?:~|[Nn]ull|NULL)?$/,
		resolve: () => new Scalar.Scalar(null),
		stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
	};
	exports.nullTag = nullTag;
}));

// node_modules/yaml/dist/schema/core/bool.js
var require_bool$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const boolTag = {
		identify: (value) => typeof value === "boolean",
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
		resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
		stringify({ source, value }, ctx) {
			if (source && boolTag.test.test(source)) {
				if (value === (source[0] === "t" || source[0] === "T")) return source;
			}
			return value ? ctx.options.trueStr : ctx.options.falseStr;
		}
	};
	exports.boolTag = boolTag;
}));

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = /* @__PURE__ */ __commonJSMin(((exports) => {
	function stringifyNumber({ format, minFractionDigits, tag, value }) {
		if (typeof value === "bigint") return String(value);
		const num = typeof value === "number" ? value : Number(value);
		if (!isFinite(num)) return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
		let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
		if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
			let i = n.indexOf(".");
			if (i < 0) {
				i = n.length;
				n += ".";
			}
			let d = minFractionDigits - (n.length - i - 1);
			while (d-- > 0) n += "0";
		}
		return n;
	}
	exports.stringifyNumber = stringifyNumber;
}));

// node_modules/yaml/dist/schema/core/float.js
var require_float$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	const float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str));
			const dot = str.indexOf(".");
			if (dot !== -1 && str[str.length - 1] === "0") node.minFractionDigits = str.length - dot - 1;
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.float = float;
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));

// node_modules/yaml/dist/schema/core/int.js
var require_int$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	const intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value) && value >= 0) return prefix + value.toString(radix);
		return stringifyNumber.stringifyNumber(node);
	}
	const intOct = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^0o[0-7]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
		stringify: (node) => intStringify(node, 8, "0o")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^0x[0-9a-fA-F]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));

// node_modules/yaml/dist/schema/core/schema.js
var require_schema$2 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	const schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.boolTag,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float
	];
	exports.schema = schema;
}));

// node_modules/yaml/dist/schema/json/schema.js
var require_schema$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var map = require_map();
	var seq = require_seq();
	function intIdentify(value) {
		return typeof value === "bigint" || Number.isInteger(value);
	}
	const stringifyJSON = ({ value }) => JSON.stringify(value);
	const jsonScalars = [
		{
			identify: (value) => typeof value === "string",
			default: true,
			tag: "tag:yaml.org,2002:str",
			resolve: (str) => str,
			stringify: stringifyJSON
		},
		{
			identify: (value) => value == null,
			createNode: () => new Scalar.Scalar(null),
			default: true,
			tag: "tag:yaml.org,2002:null",
			test: /^null$/,
			resolve: () => null,
			stringify: stringifyJSON
		},
		{
			identify: (value) => typeof value === "boolean",
			default: true,
			tag: "tag:yaml.org,2002:bool",
			test: /^true$|^false$/,
			resolve: (str) => str === "true",
			stringify: stringifyJSON
		},
		{
			identify: intIdentify,
			default: true,
			tag: "tag:yaml.org,2002:int",
			test: /^-?(?:0|[1-9][0-9]*)$/,
			resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
			stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
		},
		{
			identify: (value) => typeof value === "number",
			default: true,
			tag: "tag:yaml.org,2002:float",
			test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
			resolve: (str) => parseFloat(str),
			stringify: stringifyJSON
		}
	];
	const schema = [map.map, seq.seq].concat(jsonScalars, {
		default: true,
		tag: "",
		test: /^/,
		resolve(str, onError) {
			onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
			return str;
		}
	});
	exports.schema = schema;
}));

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_buffer = __require("buffer");
	var Scalar = require_Scalar();
	var stringifyString = require_stringifyString();
	const binary = {
		identify: (value) => value instanceof Uint8Array,
		default: false,
		tag: "tag:yaml.org,2002:binary",
		resolve(src, onError) {
			if (typeof node_buffer.Buffer === "function") return node_buffer.Buffer.from(src, "base64");
			else if (typeof atob === "function") {
				const str = atob(src.replace(/[\n\r]/g, ""));
				const buffer = new Uint8Array(str.length);
				for (let i = 0; i < str.length; ++i) buffer[i] = str.charCodeAt(i);
				return buffer;
			} else {
				onError("This environment does not support reading binary tags; either Buffer or atob is required");
				return src;
			}
		},
		stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
			if (!value) return "";
			const buf = value;
			let str;
			if (typeof node_buffer.Buffer === "function") str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
			else if (typeof btoa === "function") {
				let s = "";
				for (let i = 0; i < buf.length; ++i) s += String.fromCharCode(buf[i]);
				str = btoa(s);
			} else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
			type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
			if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
				const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
				const n = Math.ceil(str.length / lineWidth);
				const lines = new Array(n);
				for (let i = 0, o = 0; i < n; ++i, o += lineWidth) lines[i] = str.substr(o, lineWidth);
				str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
			}
			return stringifyString.stringifyString({
				comment,
				type,
				value: str
			}, ctx, onComment, onChompKeep);
		}
	};
	exports.binary = binary;
}));

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLSeq = require_YAMLSeq();
	function resolvePairs(seq, onError) {
		if (identity.isSeq(seq)) for (let i = 0; i < seq.items.length; ++i) {
			let item = seq.items[i];
			if (identity.isPair(item)) continue;
			else if (identity.isMap(item)) {
				if (item.items.length > 1) onError("Each pair must have its own sequence indicator");
				const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
				if (item.commentBefore) pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}\n${pair.key.commentBefore}` : item.commentBefore;
				if (item.comment) {
					const cn = pair.value ?? pair.key;
					cn.comment = cn.comment ? `${item.comment}\n${cn.comment}` : item.comment;
				}
				item = pair;
			}
			seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
		}
		else onError("Expected a sequence for this tag");
		return seq;
	}
	function createPairs(schema, iterable, ctx) {
		const { replacer } = ctx;
		const pairs = new YAMLSeq.YAMLSeq(schema);
		pairs.tag = "tag:yaml.org,2002:pairs";
		let i = 0;
		if (iterable && Symbol.iterator in Object(iterable)) for (let it of iterable) {
			if (typeof replacer === "function") it = replacer.call(iterable, String(i++), it);
			let key, value;
			if (Array.isArray(it)) {
				if (it.length === 2) {
					key = it[0];
					value = it[1];
				} else throw new TypeError(`Expected [key, value] tuple: ${it}`);
			} else if (it && it instanceof Object) {
				const keys = Object.keys(it);
				if (keys.length === 1) {
					key = keys[0];
					value = it[key];
				} else throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
			} else key = it;
			pairs.items.push(Pair.createPair(key, value, ctx));
		}
		return pairs;
	}
	const pairs = {
		collection: "seq",
		default: false,
		tag: "tag:yaml.org,2002:pairs",
		resolve: resolvePairs,
		createNode: createPairs
	};
	exports.createPairs = createPairs;
	exports.pairs = pairs;
	exports.resolvePairs = resolvePairs;
}));

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var toJS = require_toJS();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var pairs = require_pairs();
	var YAMLOMap = class YAMLOMap extends YAMLSeq.YAMLSeq {
		constructor() {
			super();
			this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
			this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
			this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
			this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
			this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
			this.tag = YAMLOMap.tag;
		}
		toJSON(_, ctx) {
			if (!ctx) return super.toJSON(_);
			const map = /* @__PURE__ */ new Map();
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const pair of this.items) {
				let key, value;
				if (identity.isPair(pair)) {
					key = toJS.toJS(pair.key, "", ctx);
					value = toJS.toJS(pair.value, key, ctx);
				} else key = toJS.toJS(pair, "", ctx);
				if (map.has(key)) throw new Error("Ordered maps must not include duplicate keys");
				map.set(key, value);
			}
			return map;
		}
		static from(schema, iterable, ctx) {
			const pairs$1 = pairs.createPairs(schema, iterable, ctx);
			const omap = new this();
			omap.items = pairs$1.items;
			return omap;
		}
	};
	YAMLOMap.tag = "tag:yaml.org,2002:omap";
	const omap = {
		collection: "seq",
		identify: (value) => value instanceof Map,
		nodeClass: YAMLOMap,
		default: false,
		tag: "tag:yaml.org,2002:omap",
		resolve(seq, onError) {
			const pairs$1 = pairs.resolvePairs(seq, onError);
			const seenKeys = [];
			for (const { key } of pairs$1.items) if (identity.isScalar(key)) {
				if (seenKeys.includes(key.value)) onError(`Ordered maps must not include duplicate keys: ${key.value}`);
				else seenKeys.push(key.value);
			}
			return Object.assign(new YAMLOMap(), pairs$1);
		},
		createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
	};
	exports.YAMLOMap = YAMLOMap;
	exports.omap = omap;
}));

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function boolStringify({ value, source }, ctx) {
		if (source && (value ? trueTag : falseTag).test.test(source)) return source;
		return value ? ctx.options.trueStr : ctx.options.falseStr;
	}
	const trueTag = {
		identify: (value) => value === true,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
		resolve: () => new Scalar.Scalar(true),
		stringify: boolStringify
	};
	const falseTag = {
		identify: (value) => value === false,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
		resolve: () => new Scalar.Scalar(false),
		stringify: boolStringify
	};
	exports.falseTag = falseTag;
	exports.trueTag = trueTag;
}));

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str.replace(/_/g, "")),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	const float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
			const dot = str.indexOf(".");
			if (dot !== -1) {
				const f = str.substring(dot + 1).replace(/_/g, "");
				if (f[f.length - 1] === "0") node.minFractionDigits = f.length;
			}
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.float = float;
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	function intResolve(str, offset, radix, { intAsBigInt }) {
		const sign = str[0];
		if (sign === "-" || sign === "+") offset += 1;
		str = str.substring(offset).replace(/_/g, "");
		if (intAsBigInt) {
			switch (radix) {
				case 2:
					str = `0b${str}`;
					break;
				case 8:
					str = `0o${str}`;
					break;
				case 16: str = `0x${str}`;
			}
			const n = BigInt(str);
			return sign === "-" ? BigInt(-1) * n : n;
		}
		const n = parseInt(str, radix);
		return sign === "-" ? -1 * n : n;
	}
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value)) {
			const str = value.toString(radix);
			return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
		}
		return stringifyNumber.stringifyNumber(node);
	}
	const intBin = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "BIN",
		test: /^[-+]?0b[0-1_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
		stringify: (node) => intStringify(node, 2, "0b")
	};
	const intOct = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^[-+]?0[0-7_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
		stringify: (node) => intStringify(node, 8, "0")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9][0-9_]*$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^[-+]?0x[0-9a-fA-F_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intBin = intBin;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSet = class YAMLSet extends YAMLMap.YAMLMap {
		constructor(schema) {
			super(schema);
			this.tag = YAMLSet.tag;
		}
		add(key) {
			let pair;
			if (identity.isPair(key)) pair = key;
			else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null) pair = new Pair.Pair(key.key, null);
			else pair = new Pair.Pair(key, null);
			if (!YAMLMap.findPair(this.items, pair.key)) this.items.push(pair);
		}
		get(key, keepPair) {
			const pair = YAMLMap.findPair(this.items, key);
			return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
		}
		set(key, value) {
			if (typeof value !== "boolean") throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
			const prev = YAMLMap.findPair(this.items, key);
			if (prev && !value) this.items.splice(this.items.indexOf(prev), 1);
			else if (!prev && value) this.items.push(new Pair.Pair(key));
		}
		toJSON(_, ctx) {
			return super.toJSON(_, ctx, Set);
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			if (this.hasAllNullValues(true)) return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
			else throw new Error("Set items must all have null values");
		}
		static from(schema, iterable, ctx) {
			const { replacer } = ctx;
			const set = new this(schema);
			if (iterable && Symbol.iterator in Object(iterable)) for (let value of iterable) {
				if (typeof replacer === "function") value = replacer.call(iterable, value, value);
				set.items.push(Pair.createPair(value, null, ctx));
			}
			return set;
		}
	};
	YAMLSet.tag = "tag:yaml.org,2002:set";
	const set = {
		collection: "map",
		identify: (value) => value instanceof Set,
		nodeClass: YAMLSet,
		default: false,
		tag: "tag:yaml.org,2002:set",
		createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
		resolve(map, onError) {
			if (identity.isMap(map)) {
				if (map.hasAllNullValues(true)) return Object.assign(new YAMLSet(), map);
				else onError("Set items must all have null values");
			} else onError("Expected a mapping for this tag");
			return map;
		}
	};
	exports.YAMLSet = YAMLSet;
	exports.set = set;
}));

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	function parseSexagesimal(str, asBigInt) {
		const sign = str[0];
		const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
		const num = (n) => asBigInt ? BigInt(n) : Number(n);
		const res = parts.replace(/_/g, "").split(":").reduce((res, p) => res * num(60) + num(p), num(0));
		return sign === "-" ? num(-1) * res : res;
	}
	function stringifySexagesimal(node) {
		let { value } = node;
		let num = (n) => n;
		if (typeof value === "bigint") num = (n) => BigInt(n);
		else if (isNaN(value) || !isFinite(value)) return stringifyNumber.stringifyNumber(node);
		let sign = "";
		if (value < 0) {
			sign = "-";
			value *= num(-1);
		}
		const _60 = num(60);
		const parts = [value % _60];
		if (value < 60) parts.unshift(0);
		else {
			value = (value - parts[0]) / _60;
			parts.unshift(value % _60);
			if (value >= 60) {
				value = (value - parts[0]) / _60;
				parts.unshift(value);
			}
		}
		return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
	}
	const intTime = {
		identify: (value) => typeof value === "bigint" || Number.isInteger(value),
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
		resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
		stringify: stringifySexagesimal
	};
	const floatTime = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
		resolve: (str) => parseSexagesimal(str, false),
		stringify: stringifySexagesimal
	};
	const timestamp = {
		identify: (value) => value instanceof Date,
		default: true,
		tag: "tag:yaml.org,2002:timestamp",
		test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
		resolve(str) {
			const match = str.match(timestamp.test);
			if (!match) throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
			const [, year, month, day, hour, minute, second] = match.map(Number);
			const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
			let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
			const tz = match[8];
			if (tz && tz !== "Z") {
				let d = parseSexagesimal(tz, false);
				if (Math.abs(d) < 30) d *= 60;
				date -= 6e4 * d;
			}
			return new Date(date);
		},
		stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
	};
	exports.floatTime = floatTime;
	exports.intTime = intTime;
	exports.timestamp = timestamp;
}));

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var binary = require_binary();
	var bool = require_bool();
	var float = require_float();
	var int = require_int();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var set = require_set();
	var timestamp = require_timestamp();
	const schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.trueTag,
		bool.falseTag,
		int.intBin,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float,
		binary.binary,
		merge.merge,
		omap.omap,
		pairs.pairs,
		set.set,
		timestamp.intTime,
		timestamp.floatTime,
		timestamp.timestamp
	];
	exports.schema = schema;
}));

// node_modules/yaml/dist/schema/tags.js
var require_tags = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	var schema = require_schema$2();
	var schema$1 = require_schema$1();
	var binary = require_binary();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var schema$2 = require_schema();
	var set = require_set();
	var timestamp = require_timestamp();
	const schemas = /* @__PURE__ */ new Map([
		["core", schema.schema],
		["failsafe", [
			map.map,
			seq.seq,
			string.string
		]],
		["json", schema$1.schema],
		["yaml11", schema$2.schema],
		["yaml-1.1", schema$2.schema]
	]);
	const tagsByName = {
		binary: binary.binary,
		bool: bool.boolTag,
		float: float.float,
		floatExp: float.floatExp,
		floatNaN: float.floatNaN,
		floatTime: timestamp.floatTime,
		int: int.int,
		intHex: int.intHex,
		intOct: int.intOct,
		intTime: timestamp.intTime,
		map: map.map,
		merge: merge.merge,
		null: _null.nullTag,
		omap: omap.omap,
		pairs: pairs.pairs,
		seq: seq.seq,
		set: set.set,
		timestamp: timestamp.timestamp
	};
	const coreKnownTags = {
		"tag:yaml.org,2002:binary": binary.binary,
		"tag:yaml.org,2002:merge": merge.merge,
		"tag:yaml.org,2002:omap": omap.omap,
		"tag:yaml.org,2002:pairs": pairs.pairs,
		"tag:yaml.org,2002:set": set.set,
		"tag:yaml.org,2002:timestamp": timestamp.timestamp
	};
	function getTags(customTags, schemaName, addMergeTag) {
		const schemaTags = schemas.get(schemaName);
		if (schemaTags && !customTags) return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
		let tags = schemaTags;
		if (!tags) {
			if (Array.isArray(customTags)) tags = [];
			else {
				const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
			}
		}
		if (Array.isArray(customTags)) for (const tag of customTags) tags = tags.concat(tag);
		else if (typeof customTags === "function") tags = customTags(tags.slice());
		if (addMergeTag) tags = tags.concat(merge.merge);
		return tags.reduce((tags, tag) => {
			const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
			if (!tagObj) {
				const tagName = JSON.stringify(tag);
				const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
			}
			if (!tags.includes(tagObj)) tags.push(tagObj);
			return tags;
		}, []);
	}
	exports.coreKnownTags = coreKnownTags;
	exports.getTags = getTags;
}));

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var map = require_map();
	var seq = require_seq();
	var string = require_string();
	var tags = require_tags();
	const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
	var Schema = class Schema {
		constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
			this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
			this.name = typeof schema === "string" && schema || "core";
			this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
			this.tags = tags.getTags(customTags, this.name, merge);
			this.toStringOptions = toStringDefaults ?? null;
			Object.defineProperty(this, identity.MAP, { value: map.map });
			Object.defineProperty(this, identity.SCALAR, { value: string.string });
			Object.defineProperty(this, identity.SEQ, { value: seq.seq });
			this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
		}
		clone() {
			const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
			copy.tags = this.tags.slice();
			return copy;
		}
	};
	exports.Schema = Schema;
}));

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyDocument(doc, options) {
		const lines = [];
		let hasDirectives = options.directives === true;
		if (options.directives !== false && doc.directives) {
			const dir = doc.directives.toString(doc);
			if (dir) {
				lines.push(dir);
				hasDirectives = true;
			} else if (doc.directives.docStart) hasDirectives = true;
		}
		if (hasDirectives) lines.push("---");
		const ctx = stringify.createStringifyContext(doc, options);
		const { commentString } = ctx.options;
		if (doc.commentBefore) {
			if (lines.length !== 1) lines.unshift("");
			const cs = commentString(doc.commentBefore);
			lines.unshift(stringifyComment.indentComment(cs, ""));
		}
		let chompKeep = false;
		let contentComment = null;
		if (doc.contents) {
			if (identity.isNode(doc.contents)) {
				if (doc.contents.spaceBefore && hasDirectives) lines.push("");
				if (doc.contents.commentBefore) {
					const cs = commentString(doc.contents.commentBefore);
					lines.push(stringifyComment.indentComment(cs, ""));
				}
				ctx.forceBlockIndent = !!doc.comment;
				contentComment = doc.contents.comment;
			}
			const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
			let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
			if (contentComment) body += stringifyComment.lineComment(body, "", commentString(contentComment));
			if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") lines[lines.length - 1] = `--- ${body}`;
			else lines.push(body);
		} else lines.push(stringify.stringify(doc.contents, ctx));
		if (doc.directives?.docEnd) {
			if (doc.comment) {
				const cs = commentString(doc.comment);
				if (cs.includes("\n")) {
					lines.push("...");
					lines.push(stringifyComment.indentComment(cs, ""));
				} else lines.push(`... ${cs}`);
			} else lines.push("...");
		} else {
			let dc = doc.comment;
			if (dc && chompKeep) dc = dc.replace(/^\n+/, "");
			if (dc) {
				if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "") lines.push("");
				lines.push(stringifyComment.indentComment(commentString(dc), ""));
			}
		}
		return lines.join("\n") + "\n";
	}
	exports.stringifyDocument = stringifyDocument;
}));

// node_modules/yaml/dist/doc/Document.js
var require_Document = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var toJS = require_toJS();
	var Schema = require_Schema();
	var stringifyDocument = require_stringifyDocument();
	var anchors = require_anchors();
	var applyReviver = require_applyReviver();
	var createNode = require_createNode();
	var directives = require_directives();
	var Document = class Document {
		constructor(value, replacer, options) {
			this.commentBefore = null;
			this.comment = null;
			this.errors = [];
			this.warnings = [];
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
			let _replacer = null;
			if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
			else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const opt = Object.assign({
				intAsBigInt: false,
				keepSourceTokens: false,
				logLevel: "warn",
				prettyErrors: true,
				strict: true,
				stringKeys: false,
				uniqueKeys: true,
				version: "1.2"
			}, options);
			this.options = opt;
			let { version } = opt;
			if (options?._directives) {
				this.directives = options._directives.atDocument();
				if (this.directives.yaml.explicit) version = this.directives.yaml.version;
			} else this.directives = new directives.Directives({ version });
			this.setSchema(version, options);
			this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
		}
		clone() {
			const copy = Object.create(Document.prototype, { [identity.NODE_TYPE]: { value: identity.DOC } });
			copy.commentBefore = this.commentBefore;
			copy.comment = this.comment;
			copy.errors = this.errors.slice();
			copy.warnings = this.warnings.slice();
			copy.options = Object.assign({}, this.options);
			if (this.directives) copy.directives = this.directives.clone();
			copy.schema = this.schema.clone();
			copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		add(value) {
			if (assertCollection(this.contents)) this.contents.add(value);
		}
		addIn(path, value) {
			if (assertCollection(this.contents)) this.contents.addIn(path, value);
		}
		createAlias(node, name) {
			if (!node.anchor) {
				const prev = anchors.anchorNames(this);
				node.anchor = !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
			}
			return new Alias.Alias(node.anchor);
		}
		createNode(value, replacer, options) {
			let _replacer = void 0;
			if (typeof replacer === "function") {
				value = replacer.call({ "": value }, "", value);
				_replacer = replacer;
			} else if (Array.isArray(replacer)) {
				const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
				const asStr = replacer.filter(keyToStr).map(String);
				if (asStr.length > 0) replacer = replacer.concat(asStr);
				_replacer = replacer;
			} else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
			const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, anchorPrefix || "a");
			const ctx = {
				aliasDuplicateObjects: aliasDuplicateObjects ?? true,
				keepUndefined: keepUndefined ?? false,
				onAnchor,
				onTagObj,
				replacer: _replacer,
				schema: this.schema,
				sourceObjects
			};
			const node = createNode.createNode(value, tag, ctx);
			if (flow && identity.isCollection(node)) node.flow = true;
			setAnchors();
			return node;
		}
		createPair(key, value, options = {}) {
			const k = this.createNode(key, null, options);
			const v = this.createNode(value, null, options);
			return new Pair.Pair(k, v);
		}
		delete(key) {
			return assertCollection(this.contents) ? this.contents.delete(key) : false;
		}
		deleteIn(path) {
			if (Collection.isEmptyPath(path)) {
				if (this.contents == null) return false;
				this.contents = null;
				return true;
			}
			return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
		}
		get(key, keepScalar) {
			return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
		}
		getIn(path, keepScalar) {
			if (Collection.isEmptyPath(path)) return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
			return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
		}
		has(key) {
			return identity.isCollection(this.contents) ? this.contents.has(key) : false;
		}
		hasIn(path) {
			if (Collection.isEmptyPath(path)) return this.contents !== void 0;
			return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
		}
		set(key, value) {
			if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, [key], value);
			else if (assertCollection(this.contents)) this.contents.set(key, value);
		}
		setIn(path, value) {
			if (Collection.isEmptyPath(path)) this.contents = value;
			else if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
			else if (assertCollection(this.contents)) this.contents.setIn(path, value);
		}
		setSchema(version, options = {}) {
			if (typeof version === "number") version = String(version);
			let opt;
			switch (version) {
				case "1.1":
					if (this.directives) this.directives.yaml.version = "1.1";
					else this.directives = new directives.Directives({ version: "1.1" });
					opt = {
						resolveKnownTags: false,
						schema: "yaml-1.1"
					};
					break;
				case "1.2":
				case "next":
					if (this.directives) this.directives.yaml.version = version;
					else this.directives = new directives.Directives({ version });
					opt = {
						resolveKnownTags: true,
						schema: "core"
					};
					break;
				case null:
					if (this.directives) delete this.directives;
					opt = null;
					break;
				default: {
					const sv = JSON.stringify(version);
					throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
				}
			}
			if (options.schema instanceof Object) this.schema = options.schema;
			else if (opt) this.schema = new Schema.Schema(Object.assign(opt, options));
			else throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
		}
		toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc: this,
				keep: !json,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
		toJSON(jsonArg, onAnchor) {
			return this.toJS({
				json: true,
				jsonArg,
				mapAsMap: false,
				onAnchor
			});
		}
		toString(options = {}) {
			if (this.errors.length > 0) throw new Error("Document with errors cannot be stringified");
			if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
				const s = JSON.stringify(options.indent);
				throw new Error(`"indent" option must be a positive integer, not ${s}`);
			}
			return stringifyDocument.stringifyDocument(this, options);
		}
	};
	function assertCollection(contents) {
		if (identity.isCollection(contents)) return true;
		throw new Error("Expected a YAML collection as document contents");
	}
	exports.Document = Document;
}));

// node_modules/yaml/dist/errors.js
var require_errors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLError = class extends Error {
		constructor(name, pos, code, message) {
			super();
			this.name = name;
			this.code = code;
			this.message = message;
			this.pos = pos;
		}
	};
	var YAMLParseError = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLParseError", pos, code, message);
		}
	};
	var YAMLWarning = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLWarning", pos, code, message);
		}
	};
	const prettifyError = (src, lc) => (error) => {
		if (error.pos[0] === -1) return;
		error.linePos = error.pos.map((pos) => lc.linePos(pos));
		const { line, col } = error.linePos[0];
		error.message += ` at line ${line}, column ${col}`;
		let ci = col - 1;
		let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
		if (ci >= 60 && lineStr.length > 80) {
			const trimStart = Math.min(ci - 39, lineStr.length - 79);
			lineStr = "…" + lineStr.substring(trimStart);
			ci -= trimStart - 1;
		}
		if (lineStr.length > 80) lineStr = lineStr.substring(0, 79) + "…";
		if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
			let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
			if (prev.length > 80) prev = prev.substring(0, 79) + "…\n";
			lineStr = prev + lineStr;
		}
		if (/[^ ]/.test(lineStr)) {
			let count = 1;
			const end = error.linePos[1];
			if (end?.line === line && end.col > col) count = Math.max(1, Math.min(end.col - col, 80 - ci));
			const pointer = " ".repeat(ci) + "^".repeat(count);
			error.message += `:\n\n${lineStr}\n${pointer}\n`;
		}
	};
	exports.YAMLError = YAMLError;
	exports.YAMLParseError = YAMLParseError;
	exports.YAMLWarning = YAMLWarning;
	exports.prettifyError = prettifyError;
}));

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
		let spaceBefore = false;
		let atNewline = startOnNewline;
		let hasSpace = startOnNewline;
		let comment = "";
		let commentSep = "";
		let hasNewline = false;
		let reqSpace = false;
		let tab = null;
		let anchor = null;
		let tag = null;
		let newlineAfterProp = null;
		let comma = null;
		let found = null;
		let start = null;
		for (const token of tokens) {
			if (reqSpace) {
				if (token.type !== "space" && token.type !== "newline" && token.type !== "comma") onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
				reqSpace = false;
			}
			if (tab) {
				if (atNewline && token.type !== "comment" && token.type !== "newline") onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
				tab = null;
			}
			switch (token.type) {
				case "space":
					if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) tab = token;
					hasSpace = true;
					break;
				case "comment": {
					if (!hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					const cb = token.source.substring(1) || " ";
					if (!comment) comment = cb;
					else comment += commentSep + cb;
					commentSep = "";
					atNewline = false;
					break;
				}
				case "newline":
					if (atNewline) {
						if (comment) comment += token.source;
						else if (!found || indicator !== "seq-item-ind") spaceBefore = true;
					} else commentSep += token.source;
					atNewline = true;
					hasNewline = true;
					if (anchor || tag) newlineAfterProp = token;
					hasSpace = true;
					break;
				case "anchor":
					if (anchor) onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
					if (token.source.endsWith(":")) onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
					anchor = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case "tag":
					if (tag) onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
					tag = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case indicator:
					if (anchor || tag) onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
					if (found) onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
					found = token;
					atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
					hasSpace = false;
					break;
				case "comma": if (flow) {
					if (comma) onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
					comma = token;
					atNewline = false;
					hasSpace = false;
					break;
				}
				default:
					onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
					atNewline = false;
					hasSpace = false;
			}
		}
		const last = tokens[tokens.length - 1];
		const end = last ? last.offset + last.source.length : offset;
		if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
		if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq")) onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
		return {
			comma,
			found,
			spaceBefore,
			comment,
			hasNewline,
			anchor,
			tag,
			newlineAfterProp,
			end,
			start: start ?? end
		};
	}
	exports.resolveProps = resolveProps;
}));

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = /* @__PURE__ */ __commonJSMin(((exports) => {
	function containsNewline(key) {
		if (!key) return null;
		switch (key.type) {
			case "alias":
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				if (key.source.includes("\n")) return true;
				if (key.end) {
					for (const st of key.end) if (st.type === "newline") return true;
				}
				return false;
			case "flow-collection":
				for (const it of key.items) {
					for (const st of it.start) if (st.type === "newline") return true;
					if (it.sep) {
						for (const st of it.sep) if (st.type === "newline") return true;
					}
					if (containsNewline(it.key) || containsNewline(it.value)) return true;
				}
				return false;
			default: return true;
		}
	}
	exports.containsNewline = containsNewline;
}));

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = /* @__PURE__ */ __commonJSMin(((exports) => {
	var utilContainsNewline = require_util_contains_newline();
	function flowIndentCheck(indent, fc, onError) {
		if (fc?.type === "flow-collection") {
			const end = fc.end[0];
			if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) onError(end, "BAD_INDENT", "Flow end indicator should be more indented than parent", true);
		}
	}
	exports.flowIndentCheck = flowIndentCheck;
}));

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	function mapIncludes(ctx, items, search) {
		const { uniqueKeys } = ctx.options;
		if (uniqueKeys === false) return false;
		const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
		return items.some((pair) => isEqual(pair.key, search));
	}
	exports.mapIncludes = mapIncludes;
}));

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	var utilMapIncludes = require_util_map_includes();
	const startColMsg = "All mapping items must start at the same column";
	function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
		const map = new ((tag?.nodeClass) ?? YAMLMap.YAMLMap)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		let offset = bm.offset;
		let commentEnd = null;
		for (const collItem of bm.items) {
			const { start, key, sep, value } = collItem;
			const keyProps = resolveProps.resolveProps(start, {
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: bm.indent,
				startOnNewline: true
			});
			const implicitKey = !keyProps.found;
			if (implicitKey) {
				if (key) {
					if (key.type === "block-seq") onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
					else if ("indent" in key && key.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
				}
				if (!keyProps.anchor && !keyProps.tag && !sep) {
					commentEnd = keyProps.end;
					if (keyProps.comment) {
						if (map.comment) map.comment += "\n" + keyProps.comment;
						else map.comment = keyProps.comment;
					}
					continue;
				}
				if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
			} else if (keyProps.found?.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
			ctx.atKey = true;
			const keyStart = keyProps.end;
			const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
			ctx.atKey = false;
			if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
			const valueProps = resolveProps.resolveProps(sep ?? [], {
				indicator: "map-value-ind",
				next: value,
				offset: keyNode.range[2],
				onError,
				parentIndent: bm.indent,
				startOnNewline: !key || key.type === "block-scalar"
			});
			offset = valueProps.end;
			if (valueProps.found) {
				if (implicitKey) {
					if (value?.type === "block-map" && !valueProps.hasNewline) onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
					if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024) onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
				if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
				offset = valueNode.range[2];
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			} else {
				if (implicitKey) onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
				if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			}
		}
		if (commentEnd && commentEnd < offset) onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
		map.range = [
			bm.offset,
			offset,
			commentEnd ?? offset
		];
		return map;
	}
	exports.resolveBlockMap = resolveBlockMap;
}));

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLSeq = require_YAMLSeq();
	var resolveProps = require_resolve_props();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
		const seq = new ((tag?.nodeClass) ?? YAMLSeq.YAMLSeq)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = bs.offset;
		let commentEnd = null;
		for (const { start, value } of bs.items) {
			const props = resolveProps.resolveProps(start, {
				indicator: "seq-item-ind",
				next: value,
				offset,
				onError,
				parentIndent: bs.indent,
				startOnNewline: true
			});
			if (!props.found) {
				if (props.anchor || props.tag || value) {
					if (value?.type === "block-seq") onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
					else onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
				} else {
					commentEnd = props.end;
					if (props.comment) seq.comment = props.comment;
					continue;
				}
			}
			const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
			offset = node.range[2];
			seq.items.push(node);
		}
		seq.range = [
			bs.offset,
			offset,
			commentEnd ?? offset
		];
		return seq;
	}
	exports.resolveBlockSeq = resolveBlockSeq;
}));

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveEnd(end, offset, reqSpace, onError) {
		let comment = "";
		if (end) {
			let hasSpace = false;
			let sep = "";
			for (const token of end) {
				const { source, type } = token;
				switch (type) {
					case "space":
						hasSpace = true;
						break;
					case "comment": {
						if (reqSpace && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
						const cb = source.substring(1) || " ";
						if (!comment) comment = cb;
						else comment += sep + cb;
						sep = "";
						break;
					}
					case "newline":
						if (comment) sep += source;
						hasSpace = true;
						break;
					default: onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
				}
				offset += source.length;
			}
		}
		return {
			comment,
			offset
		};
	}
	exports.resolveEnd = resolveEnd;
}));

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilMapIncludes = require_util_map_includes();
	const blockMsg = "Block collections are not allowed within flow collections";
	const isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
	function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
		const isMap = fc.start.source === "{";
		const fcName = isMap ? "flow map" : "flow sequence";
		const coll = new ((tag?.nodeClass) ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq))(ctx.schema);
		coll.flow = true;
		const atRoot = ctx.atRoot;
		if (atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = fc.offset + fc.start.source.length;
		for (let i = 0; i < fc.items.length; ++i) {
			const collItem = fc.items[i];
			const { start, key, sep, value } = collItem;
			const props = resolveProps.resolveProps(start, {
				flow: fcName,
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: fc.indent,
				startOnNewline: false
			});
			if (!props.found) {
				if (!props.anchor && !props.tag && !sep && !value) {
					if (i === 0 && props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
					else if (i < fc.items.length - 1) onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
					if (props.comment) {
						if (coll.comment) coll.comment += "\n" + props.comment;
						else coll.comment = props.comment;
					}
					offset = props.end;
					continue;
				}
				if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key)) onError(key, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
			}
			if (i === 0) {
				if (props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
			} else {
				if (!props.comma) onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
				if (props.comment) {
					let prevItemComment = "";
					loop: for (const st of start) switch (st.type) {
						case "comma":
						case "space": break;
						case "comment":
							prevItemComment = st.source.substring(1);
							break loop;
						default: break loop;
					}
					if (prevItemComment) {
						let prev = coll.items[coll.items.length - 1];
						if (identity.isPair(prev)) prev = prev.value ?? prev.key;
						if (prev.comment) prev.comment += "\n" + prevItemComment;
						else prev.comment = prevItemComment;
						props.comment = props.comment.substring(prevItemComment.length + 1);
					}
				}
			}
			if (!isMap && !sep && !props.found) {
				const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
				coll.items.push(valueNode);
				offset = valueNode.range[2];
				if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
			} else {
				ctx.atKey = true;
				const keyStart = props.end;
				const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
				if (isBlock(key)) onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
				ctx.atKey = false;
				const valueProps = resolveProps.resolveProps(sep ?? [], {
					flow: fcName,
					indicator: "map-value-ind",
					next: value,
					offset: keyNode.range[2],
					onError,
					parentIndent: fc.indent,
					startOnNewline: false
				});
				if (valueProps.found) {
					if (!isMap && !props.found && ctx.options.strict) {
						if (sep) for (const st of sep) {
							if (st === valueProps.found) break;
							if (st.type === "newline") {
								onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
								break;
							}
						}
						if (props.start < valueProps.found.offset - 1024) onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
					}
				} else if (value) {
					if ("source" in value && value.source?.[0] === ":") onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
					else onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
				if (valueNode) {
					if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
				} else if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				if (isMap) {
					const map = coll;
					if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
					map.items.push(pair);
				} else {
					const map = new YAMLMap.YAMLMap(ctx.schema);
					map.flow = true;
					map.items.push(pair);
					const endRange = (valueNode ?? keyNode).range;
					map.range = [
						keyNode.range[0],
						endRange[1],
						endRange[2]
					];
					coll.items.push(map);
				}
				offset = valueNode ? valueNode.range[2] : valueProps.end;
			}
		}
		const expectedEnd = isMap ? "}" : "]";
		const [ce, ...ee] = fc.end;
		let cePos = offset;
		if (ce?.source === expectedEnd) cePos = ce.offset + ce.source.length;
		else {
			const name = fcName[0].toUpperCase() + fcName.substring(1);
			const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
			onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
			if (ce && ce.source.length !== 1) ee.unshift(ce);
		}
		if (ee.length > 0) {
			const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
			if (end.comment) {
				if (coll.comment) coll.comment += "\n" + end.comment;
				else coll.comment = end.comment;
			}
			coll.range = [
				fc.offset,
				cePos,
				end.offset
			];
		} else coll.range = [
			fc.offset,
			cePos,
			cePos
		];
		return coll;
	}
	exports.resolveFlowCollection = resolveFlowCollection;
}));

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveBlockMap = require_resolve_block_map();
	var resolveBlockSeq = require_resolve_block_seq();
	var resolveFlowCollection = require_resolve_flow_collection();
	function resolveCollection(CN, ctx, token, onError, tagName, tag) {
		const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
		const Coll = coll.constructor;
		if (tagName === "!" || tagName === Coll.tagName) {
			coll.tag = Coll.tagName;
			return coll;
		}
		if (tagName) coll.tag = tagName;
		return coll;
	}
	function composeCollection(CN, ctx, token, props, onError) {
		const tagToken = props.tag;
		const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
		if (token.type === "block-seq") {
			const { anchor, newlineAfterProp: nl } = props;
			const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
			if (lastProp && (!nl || nl.offset < lastProp.offset)) onError(lastProp, "MISSING_CHAR", "Missing newline after block sequence props");
		}
		const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
		if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") return resolveCollection(CN, ctx, token, onError, tagName);
		let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
		if (!tag) {
			const kt = ctx.schema.knownTags[tagName];
			if (kt?.collection === expType) {
				ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
				tag = kt;
			} else {
				if (kt) onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
				else onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
				return resolveCollection(CN, ctx, token, onError, tagName);
			}
		}
		const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
		const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
		const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
		node.range = coll.range;
		node.tag = tagName;
		if (tag?.format) node.format = tag.format;
		return node;
	}
	exports.composeCollection = composeCollection;
}));

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function resolveBlockScalar(ctx, scalar, onError) {
		const start = scalar.offset;
		const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
		if (!header) return {
			value: "",
			type: null,
			comment: "",
			range: [
				start,
				start,
				start
			]
		};
		const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
		const lines = scalar.source ? splitLines(scalar.source) : [];
		let chompStart = lines.length;
		for (let i = lines.length - 1; i >= 0; --i) {
			const content = lines[i][1];
			if (content === "" || content === "\r") chompStart = i;
			else break;
		}
		if (chompStart === 0) {
			const value = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
			let end = start + header.length;
			if (scalar.source) end += scalar.source.length;
			return {
				value,
				type,
				comment: header.comment,
				range: [
					start,
					end,
					end
				]
			};
		}
		let trimIndent = scalar.indent + header.indent;
		let offset = scalar.offset + header.length;
		let contentStart = 0;
		for (let i = 0; i < chompStart; ++i) {
			const [indent, content] = lines[i];
			if (content === "" || content === "\r") {
				if (header.indent === 0 && indent.length > trimIndent) trimIndent = indent.length;
			} else {
				if (indent.length < trimIndent) onError(offset + indent.length, "MISSING_CHAR", "Block scalars with more-indented leading empty lines must use an explicit indentation indicator");
				if (header.indent === 0) trimIndent = indent.length;
				contentStart = i;
				if (trimIndent === 0 && !ctx.atRoot) onError(offset, "BAD_INDENT", "Block scalar values in collections must be indented");
				break;
			}
			offset += indent.length + content.length + 1;
		}
		for (let i = lines.length - 1; i >= chompStart; --i) if (lines[i][0].length > trimIndent) chompStart = i + 1;
		let value = "";
		let sep = "";
		let prevMoreIndented = false;
		for (let i = 0; i < contentStart; ++i) value += lines[i][0].slice(trimIndent) + "\n";
		for (let i = contentStart; i < chompStart; ++i) {
			let [indent, content] = lines[i];
			offset += indent.length + content.length + 1;
			const crlf = content[content.length - 1] === "\r";
			if (crlf) content = content.slice(0, -1);
			/* istanbul ignore if already caught in lexer */
			if (content && indent.length < trimIndent) {
				const message = `Block scalar lines must not be less indented than their ${header.indent ? "explicit indentation indicator" : "first line"}`;
				onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
				indent = "";
			}
			if (type === Scalar.Scalar.BLOCK_LITERAL) {
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
			} else if (indent.length > trimIndent || content[0] === "	") {
				if (sep === " ") sep = "\n";
				else if (!prevMoreIndented && sep === "\n") sep = "\n\n";
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
				prevMoreIndented = true;
			} else if (content === "") {
				if (sep === "\n") value += "\n";
				else sep = "\n";
			} else {
				value += sep + content;
				sep = " ";
				prevMoreIndented = false;
			}
		}
		switch (header.chomp) {
			case "-": break;
			case "+":
				for (let i = chompStart; i < lines.length; ++i) value += "\n" + lines[i][0].slice(trimIndent);
				if (value[value.length - 1] !== "\n") value += "\n";
				break;
			default: value += "\n";
		}
		const end = start + header.length + scalar.source.length;
		return {
			value,
			type,
			comment: header.comment,
			range: [
				start,
				end,
				end
			]
		};
	}
	function parseBlockScalarHeader({ offset, props }, strict, onError) {
		/* istanbul ignore if should not happen */
		if (props[0].type !== "block-scalar-header") {
			onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
			return null;
		}
		const { source } = props[0];
		const mode = source[0];
		let indent = 0;
		let chomp = "";
		let error = -1;
		for (let i = 1; i < source.length; ++i) {
			const ch = source[i];
			if (!chomp && (ch === "-" || ch === "+")) chomp = ch;
			else {
				const n = Number(ch);
				if (!indent && n) indent = n;
				else if (error === -1) error = offset + i;
			}
		}
		if (error !== -1) onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
		let hasSpace = false;
		let comment = "";
		let length = source.length;
		for (let i = 1; i < props.length; ++i) {
			const token = props[i];
			switch (token.type) {
				case "space": hasSpace = true;
				case "newline":
					length += token.source.length;
					break;
				case "comment":
					if (strict && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					length += token.source.length;
					comment = token.source.substring(1);
					break;
				case "error":
					onError(token, "UNEXPECTED_TOKEN", token.message);
					length += token.source.length;
					break;
				/* istanbul ignore next should not happen */
				default: {
					onError(token, "UNEXPECTED_TOKEN", `Unexpected token in block scalar header: ${token.type}`);
					const ts = token.source;
					if (ts && typeof ts === "string") length += ts.length;
				}
			}
		}
		return {
			mode,
			indent,
			chomp,
			comment,
			length
		};
	}
	function splitLines(source) {
		const split = source.split(/\n( *)/);
		const first = split[0];
		const m = first.match(/^( *)/);
		const lines = [m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first]];
		for (let i = 1; i < split.length; i += 2) lines.push([split[i], split[i + 1]]);
		return lines;
	}
	exports.resolveBlockScalar = resolveBlockScalar;
}));

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var resolveEnd = require_resolve_end();
	function resolveFlowScalar(scalar, strict, onError) {
		const { offset, type, source, end } = scalar;
		let _type;
		let value;
		const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
		switch (type) {
			case "scalar":
				_type = Scalar.Scalar.PLAIN;
				value = plainValue(source, _onError);
				break;
			case "single-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_SINGLE;
				value = singleQuotedValue(source, _onError);
				break;
			case "double-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_DOUBLE;
				value = doubleQuotedValue(source, _onError);
				break;
			/* istanbul ignore next should not happen */
			default:
				onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
				return {
					value: "",
					type: null,
					comment: "",
					range: [
						offset,
						offset + source.length,
						offset + source.length
					]
				};
		}
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
		return {
			value,
			type: _type,
			comment: re.comment,
			range: [
				offset,
				valueEnd,
				re.offset
			]
		};
	}
	function plainValue(source, onError) {
		let badChar = "";
		switch (source[0]) {
			/* istanbul ignore next should not happen */
			case "	":
				badChar = "a tab character";
				break;
			case ",":
				badChar = "flow indicator character ,";
				break;
			case "%":
				badChar = "directive indicator character %";
				break;
			case "|":
			case ">":
				badChar = `block scalar indicator ${source[0]}`;
				break;
			case "@":
			case "`": badChar = `reserved character ${source[0]}`;
		}
		if (badChar) onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
		return unfoldLines(source);
	}
	function singleQuotedValue(source, onError) {
		if (source[source.length - 1] !== "'" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
		return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
	}
	function unfoldLines(source) {
		const line = /(.*?)\r?\n/sy;
		let match = line.exec(source);
		if (!match) return source;
		let trimEnd, trimBoth;
		try {
			trimEnd = new RegExp("(?<![ 	])[ 	]+$");
			trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
		} catch {
			trimEnd = /[ \t]+$/;
			trimBoth = /^[ \t]+|[ \t]+$/g;
		}
		let res = match[1].replace(trimEnd, "");
		let sep = " ";
		let pos = line.lastIndex;
		while (match = line.exec(source)) {
			const lm = match[1].replace(trimBoth, "");
			if (lm === "") {
				if (sep === "\n") res += sep;
				else sep = "\n";
			} else {
				res += sep + lm;
				sep = " ";
			}
			pos = line.lastIndex;
		}
		const last = /[ \t]*(.*)/sy;
		last.lastIndex = pos;
		match = last.exec(source);
		return res + sep + (match?.[1] ?? "");
	}
	function doubleQuotedValue(source, onError) {
		let res = "";
		for (let i = 1; i < source.length - 1; ++i) {
			const ch = source[i];
			if (ch === "\r" && source[i + 1] === "\n") continue;
			if (ch === "\n") {
				const { fold, offset } = foldNewline(source, i);
				res += fold;
				i = offset;
			} else if (ch === "\\") {
				let next = source[++i];
				const cc = escapeCodes[next];
				if (cc) res += cc;
				else if (next === "\n") {
					next = source[i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "\r" && source[i + 1] === "\n") {
					next = source[++i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "x" || next === "u" || next === "U") {
					const length = next === "x" ? 2 : next === "u" ? 4 : 8;
					res += parseCharCode(source, i + 1, length, onError);
					i += length;
				} else {
					const raw = source.substr(i - 1, 2);
					onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
					res += raw;
				}
			} else if (ch === " " || ch === "	") {
				const wsStart = i;
				let next = source[i + 1];
				while (next === " " || next === "	") next = source[++i + 1];
				if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n")) res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
			} else res += ch;
		}
		if (source[source.length - 1] !== "\"" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing \"quote");
		return res;
	}
	function foldNewline(source, offset) {
		let fold = "";
		let ch = source[offset + 1];
		while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
			if (ch === "\r" && source[offset + 2] !== "\n") break;
			if (ch === "\n") fold += "\n";
			offset += 1;
			ch = source[offset + 1];
		}
		if (!fold) fold = " ";
		return {
			fold,
			offset
		};
	}
	const escapeCodes = {
		"0": "\0",
		a: "\x07",
		b: "\b",
		e: "\x1B",
		f: "\f",
		n: "\n",
		r: "\r",
		t: "	",
		v: "\v",
		N: "",
		_: "\xA0",
		L: "\u2028",
		P: "\u2029",
		" ": " ",
		"\"": "\"",
		"/": "/",
		"\\": "\\",
		"	": "	"
	};
	function parseCharCode(source, offset, length, onError) {
		const cc = source.substr(offset, length);
		const code = cc.length === length && /^[0-9a-fA-F]+$/.test(cc) ? parseInt(cc, 16) : NaN;
		try {
			return String.fromCodePoint(code);
		} catch {
			const raw = source.substr(offset - 2, length + 2);
			onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
			return raw;
		}
	}
	exports.resolveFlowScalar = resolveFlowScalar;
}));

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	function composeScalar(ctx, token, tagToken, onError) {
		const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
		const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
		let tag;
		if (ctx.options.stringKeys && ctx.atKey) tag = ctx.schema[identity.SCALAR];
		else if (tagName) tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
		else if (token.type === "scalar") tag = findScalarTagByTest(ctx, value, token, onError);
		else tag = ctx.schema[identity.SCALAR];
		let scalar;
		try {
			const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
			scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
		} catch (error) {
			const msg = error instanceof Error ? error.message : String(error);
			onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
			scalar = new Scalar.Scalar(value);
		}
		scalar.range = range;
		scalar.source = value;
		if (type) scalar.type = type;
		if (tagName) scalar.tag = tagName;
		if (tag.format) scalar.format = tag.format;
		if (comment) scalar.comment = comment;
		return scalar;
	}
	function findScalarTagByName(schema, value, tagName, tagToken, onError) {
		if (tagName === "!") return schema[identity.SCALAR];
		const matchWithTest = [];
		for (const tag of schema.tags) if (!tag.collection && tag.tag === tagName) {
			if (tag.default && tag.test) matchWithTest.push(tag);
			else return tag;
		}
		for (const tag of matchWithTest) if (tag.test?.test(value)) return tag;
		const kt = schema.knownTags[tagName];
		if (kt && !kt.collection) {
			schema.tags.push(Object.assign({}, kt, {
				default: false,
				test: void 0
			}));
			return kt;
		}
		onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
		return schema[identity.SCALAR];
	}
	function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
		const tag = schema.tags.find((tag) => (tag.default === true || atKey && tag.default === "key") && tag.test?.test(value)) || schema[identity.SCALAR];
		if (schema.compat) {
			const compat = schema.compat.find((tag) => tag.default && tag.test?.test(value)) ?? schema[identity.SCALAR];
			if (tag.tag !== compat.tag) onError(token, "TAG_RESOLVE_FAILED", `Value may be parsed as either ${directives.tagString(tag.tag)} or ${directives.tagString(compat.tag)}`, true);
		}
		return tag;
	}
	exports.composeScalar = composeScalar;
}));

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = /* @__PURE__ */ __commonJSMin(((exports) => {
	function emptyScalarPosition(offset, before, pos) {
		if (before) {
			pos ?? (pos = before.length);
			for (let i = pos - 1; i >= 0; --i) {
				let st = before[i];
				switch (st.type) {
					case "space":
					case "comment":
					case "newline":
						offset -= st.source.length;
						continue;
				}
				st = before[++i];
				while (st?.type === "space") {
					offset += st.source.length;
					st = before[++i];
				}
				break;
			}
		}
		return offset;
	}
	exports.emptyScalarPosition = emptyScalarPosition;
}));

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var composeCollection = require_compose_collection();
	var composeScalar = require_compose_scalar();
	var resolveEnd = require_resolve_end();
	var utilEmptyScalarPosition = require_util_empty_scalar_position();
	const CN = {
		composeNode,
		composeEmptyNode
	};
	function composeNode(ctx, token, props, onError) {
		const atKey = ctx.atKey;
		const { spaceBefore, comment, anchor, tag } = props;
		let node;
		let isSrcToken = true;
		switch (token.type) {
			case "alias":
				node = composeAlias(ctx, token, onError);
				if (anchor || tag) onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
				break;
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "block-scalar":
				node = composeScalar.composeScalar(ctx, token, tag, onError);
				if (anchor) node.anchor = anchor.source.substring(1);
				break;
			case "block-map":
			case "block-seq":
			case "flow-collection":
				try {
					node = composeCollection.composeCollection(CN, ctx, token, props, onError);
					if (anchor) node.anchor = anchor.source.substring(1);
				} catch (error) {
					onError(token, "RESOURCE_EXHAUSTION", error instanceof Error ? error.message : String(error));
				}
				break;
			default:
				onError(token, "UNEXPECTED_TOKEN", token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`);
				isSrcToken = false;
		}
		node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
		if (anchor && node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) onError(tag ?? token, "NON_STRING_KEY", "With stringKeys, all keys must be strings");
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			if (token.type === "scalar" && token.source === "") node.comment = comment;
			else node.commentBefore = comment;
		}
		if (ctx.options.keepSourceTokens && isSrcToken) node.srcToken = token;
		return node;
	}
	function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
		const token = {
			type: "scalar",
			offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
			indent: -1,
			source: ""
		};
		const node = composeScalar.composeScalar(ctx, token, tag, onError);
		if (anchor) {
			node.anchor = anchor.source.substring(1);
			if (node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		}
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			node.comment = comment;
			node.range[2] = end;
		}
		return node;
	}
	function composeAlias({ options }, { offset, source, end }, onError) {
		const alias = new Alias.Alias(source.substring(1));
		if (alias.source === "") onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
		if (alias.source.endsWith(":")) onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
		alias.range = [
			offset,
			valueEnd,
			re.offset
		];
		if (re.comment) alias.comment = re.comment;
		return alias;
	}
	exports.composeEmptyNode = composeEmptyNode;
	exports.composeNode = composeNode;
}));

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Document = require_Document();
	var composeNode = require_compose_node();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	function composeDoc(options, directives, { offset, start, value, end }, onError) {
		const opts = Object.assign({ _directives: directives }, options);
		const doc = new Document.Document(void 0, opts);
		const ctx = {
			atKey: false,
			atRoot: true,
			directives: doc.directives,
			options: doc.options,
			schema: doc.schema
		};
		const props = resolveProps.resolveProps(start, {
			indicator: "doc-start",
			next: value ?? end?.[0],
			offset,
			onError,
			parentIndent: 0,
			startOnNewline: true
		});
		if (props.found) {
			doc.directives.docStart = true;
			if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline) onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
		}
		doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
		const contentEnd = doc.contents.range[2];
		const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
		if (re.comment) doc.comment = re.comment;
		doc.range = [
			offset,
			contentEnd,
			re.offset
		];
		return doc;
	}
	exports.composeDoc = composeDoc;
}));

// node_modules/yaml/dist/compose/composer.js
var require_composer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var directives = require_directives();
	var Document = require_Document();
	var errors = require_errors();
	var identity = require_identity();
	var composeDoc = require_compose_doc();
	var resolveEnd = require_resolve_end();
	function getErrorPos(src) {
		if (typeof src === "number") return [src, src + 1];
		if (Array.isArray(src)) return src.length === 2 ? src : [src[0], src[1]];
		const { offset, source } = src;
		return [offset, offset + (typeof source === "string" ? source.length : 1)];
	}
	function parsePrelude(prelude) {
		let comment = "";
		let atComment = false;
		let afterEmptyLine = false;
		for (let i = 0; i < prelude.length; ++i) {
			const source = prelude[i];
			switch (source[0]) {
				case "#":
					comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
					atComment = true;
					afterEmptyLine = false;
					break;
				case "%":
					if (prelude[i + 1]?.[0] !== "#") i += 1;
					atComment = false;
					break;
				default:
					if (!atComment) afterEmptyLine = true;
					atComment = false;
			}
		}
		return {
			comment,
			afterEmptyLine
		};
	}
	var Composer = class {
		constructor(options = {}) {
			this.doc = null;
			this.atDirectives = false;
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
			this.onError = (source, code, message, warning) => {
				const pos = getErrorPos(source);
				if (warning) this.warnings.push(new errors.YAMLWarning(pos, code, message));
				else this.errors.push(new errors.YAMLParseError(pos, code, message));
			};
			this.directives = new directives.Directives({ version: options.version || "1.2" });
			this.options = options;
		}
		decorate(doc, afterDoc) {
			const { comment, afterEmptyLine } = parsePrelude(this.prelude);
			if (comment) {
				const dc = doc.contents;
				if (afterDoc) doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
				else if (afterEmptyLine || doc.directives.docStart || !dc) doc.commentBefore = comment;
				else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
					let it = dc.items[0];
					if (identity.isPair(it)) it = it.key;
					const cb = it.commentBefore;
					it.commentBefore = cb ? `${comment}\n${cb}` : comment;
				} else {
					const cb = dc.commentBefore;
					dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
				}
			}
			if (afterDoc) {
				for (let i = 0; i < this.errors.length; ++i) doc.errors.push(this.errors[i]);
				for (let i = 0; i < this.warnings.length; ++i) doc.warnings.push(this.warnings[i]);
			} else {
				doc.errors = this.errors;
				doc.warnings = this.warnings;
			}
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
		}
		streamInfo() {
			return {
				comment: parsePrelude(this.prelude).comment,
				directives: this.directives,
				errors: this.errors,
				warnings: this.warnings
			};
		}
		*compose(tokens, forceDoc = false, endOffset = -1) {
			for (const token of tokens) yield* this.next(token);
			yield* this.end(forceDoc, endOffset);
		}
		*next(token) {
			if (node_process.env.LOG_STREAM) console.dir(token, { depth: null });
			switch (token.type) {
				case "directive":
					this.directives.add(token.source, (offset, message, warning) => {
						const pos = getErrorPos(token);
						pos[0] += offset;
						this.onError(pos, "BAD_DIRECTIVE", message, warning);
					});
					this.prelude.push(token.source);
					this.atDirectives = true;
					break;
				case "document": {
					const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
					if (this.atDirectives && !doc.directives.docStart) this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
					this.decorate(doc, false);
					if (this.doc) yield this.doc;
					this.doc = doc;
					this.atDirectives = false;
					break;
				}
				case "byte-order-mark":
				case "space": break;
				case "comment":
				case "newline":
					this.prelude.push(token.source);
					break;
				case "error": {
					const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
					const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
					if (this.atDirectives || !this.doc) this.errors.push(error);
					else this.doc.errors.push(error);
					break;
				}
				case "doc-end": {
					if (!this.doc) {
						this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", "Unexpected doc-end without preceding document"));
						break;
					}
					this.doc.directives.docEnd = true;
					const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
					this.decorate(this.doc, true);
					if (end.comment) {
						const dc = this.doc.comment;
						this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
					}
					this.doc.range[2] = end.offset;
					break;
				}
				default: this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
			}
		}
		*end(forceDoc = false, endOffset = -1) {
			if (this.doc) {
				this.decorate(this.doc, true);
				yield this.doc;
				this.doc = null;
			} else if (forceDoc) {
				const opts = Object.assign({ _directives: this.directives }, this.options);
				const doc = new Document.Document(void 0, opts);
				if (this.atDirectives) this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
				doc.range = [
					0,
					endOffset,
					endOffset
				];
				this.decorate(doc, false);
				yield doc;
			}
		}
	};
	exports.Composer = Composer;
}));

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	var errors = require_errors();
	var stringifyString = require_stringifyString();
	function resolveAsScalar(token, strict = true, onError) {
		if (token) {
			const _onError = (pos, code, message) => {
				const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
				if (onError) onError(offset, code, message);
				else throw new errors.YAMLParseError([offset, offset + 1], code, message);
			};
			switch (token.type) {
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
				case "block-scalar": return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
			}
		}
		return null;
	}
	function createScalarToken(value, context) {
		const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey,
			indent: indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		const end = context.end ?? [{
			type: "newline",
			offset: -1,
			indent,
			source: "\n"
		}];
		switch (source[0]) {
			case "|":
			case ">": {
				const he = source.indexOf("\n");
				const head = source.substring(0, he);
				const body = source.substring(he + 1) + "\n";
				const props = [{
					type: "block-scalar-header",
					offset,
					indent,
					source: head
				}];
				if (!addEndtoBlockProps(props, end)) props.push({
					type: "newline",
					offset: -1,
					indent,
					source: "\n"
				});
				return {
					type: "block-scalar",
					offset,
					indent,
					props,
					source: body
				};
			}
			case "\"": return {
				type: "double-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			case "'": return {
				type: "single-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			default: return {
				type: "scalar",
				offset,
				indent,
				source,
				end
			};
		}
	}
	function setScalarValue(token, value, context = {}) {
		let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
		let indent = "indent" in token ? token.indent : null;
		if (afterKey && typeof indent === "number") indent += 2;
		if (!type) switch (token.type) {
			case "single-quoted-scalar":
				type = "QUOTE_SINGLE";
				break;
			case "double-quoted-scalar":
				type = "QUOTE_DOUBLE";
				break;
			case "block-scalar": {
				const header = token.props[0];
				if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
				type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
				break;
			}
			default: type = "PLAIN";
		}
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey: implicitKey || indent === null,
			indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		switch (source[0]) {
			case "|":
			case ">":
				setBlockScalarValue(token, source);
				break;
			case "\"":
				setFlowScalarValue(token, source, "double-quoted-scalar");
				break;
			case "'":
				setFlowScalarValue(token, source, "single-quoted-scalar");
				break;
			default: setFlowScalarValue(token, source, "scalar");
		}
	}
	function setBlockScalarValue(token, source) {
		const he = source.indexOf("\n");
		const head = source.substring(0, he);
		const body = source.substring(he + 1) + "\n";
		if (token.type === "block-scalar") {
			const header = token.props[0];
			if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
			header.source = head;
			token.source = body;
		} else {
			const { offset } = token;
			const indent = "indent" in token ? token.indent : -1;
			const props = [{
				type: "block-scalar-header",
				offset,
				indent,
				source: head
			}];
			if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0)) props.push({
				type: "newline",
				offset: -1,
				indent,
				source: "\n"
			});
			for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
			Object.assign(token, {
				type: "block-scalar",
				indent,
				props,
				source: body
			});
		}
	}
	function addEndtoBlockProps(props, end) {
		if (end) for (const st of end) switch (st.type) {
			case "space":
			case "comment":
				props.push(st);
				break;
			case "newline":
				props.push(st);
				return true;
		}
		return false;
	}
	function setFlowScalarValue(token, source, type) {
		switch (token.type) {
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				token.type = type;
				token.source = source;
				break;
			case "block-scalar": {
				const end = token.props.slice(1);
				let oa = source.length;
				if (token.props[0].type === "block-scalar-header") oa -= token.props[0].source.length;
				for (const tok of end) tok.offset += oa;
				delete token.props;
				Object.assign(token, {
					type,
					source,
					end
				});
				break;
			}
			case "block-map":
			case "block-seq": {
				const nl = {
					type: "newline",
					offset: token.offset + source.length,
					indent: token.indent,
					source: "\n"
				};
				delete token.items;
				Object.assign(token, {
					type,
					source,
					end: [nl]
				});
				break;
			}
			default: {
				const indent = "indent" in token ? token.indent : -1;
				const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
				for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
				Object.assign(token, {
					type,
					indent,
					source,
					end
				});
			}
		}
	}
	exports.createScalarToken = createScalarToken;
	exports.resolveAsScalar = resolveAsScalar;
	exports.setScalarValue = setScalarValue;
}));

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	const stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
	function stringifyToken(token) {
		switch (token.type) {
			case "block-scalar": {
				let res = "";
				for (const tok of token.props) res += stringifyToken(tok);
				return res + token.source;
			}
			case "block-map":
			case "block-seq": {
				let res = "";
				for (const item of token.items) res += stringifyItem(item);
				return res;
			}
			case "flow-collection": {
				let res = token.start.source;
				for (const item of token.items) res += stringifyItem(item);
				for (const st of token.end) res += st.source;
				return res;
			}
			case "document": {
				let res = stringifyItem(token);
				if (token.end) for (const st of token.end) res += st.source;
				return res;
			}
			default: {
				let res = token.source;
				if ("end" in token && token.end) for (const st of token.end) res += st.source;
				return res;
			}
		}
	}
	function stringifyItem({ start, key, sep, value }) {
		let res = "";
		for (const st of start) res += st.source;
		if (key) res += stringifyToken(key);
		if (sep) for (const st of sep) res += st.source;
		if (value) res += stringifyToken(value);
		return res;
	}
	exports.stringify = stringify;
}));

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove item");
	function visit(cst, visitor) {
		if ("type" in cst && cst.type === "document") cst = {
			start: cst.start,
			value: cst.value
		};
		_visit(Object.freeze([]), cst, visitor);
	}
	visit.BREAK = BREAK;
	visit.SKIP = SKIP;
	visit.REMOVE = REMOVE;
	visit.itemAtPath = (cst, path) => {
		let item = cst;
		for (const [field, index] of path) {
			const tok = item?.[field];
			if (tok && "items" in tok) item = tok.items[index];
			else return void 0;
		}
		return item;
	};
	visit.parentCollection = (cst, path) => {
		const parent = visit.itemAtPath(cst, path.slice(0, -1));
		const field = path[path.length - 1][0];
		const coll = parent?.[field];
		if (coll && "items" in coll) return coll;
		throw new Error("Parent collection not found");
	};
	function _visit(path, item, visitor) {
		let ctrl = visitor(item, path);
		if (typeof ctrl === "symbol") return ctrl;
		for (const field of ["key", "value"]) {
			const token = item[field];
			if (token && "items" in token) {
				for (let i = 0; i < token.items.length; ++i) {
					const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						token.items.splice(i, 1);
						i -= 1;
					}
				}
				if (typeof ctrl === "function" && field === "key") ctrl = ctrl(item, path);
			}
		}
		return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
	}
	exports.visit = visit;
}));

// node_modules/yaml/dist/parse/cst.js
var require_cst = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cstScalar = require_cst_scalar();
	var cstStringify = require_cst_stringify();
	var cstVisit = require_cst_visit();
	const BOM = "﻿";
	const DOCUMENT = "";
	const FLOW_END = "";
	const SCALAR = "";
	const isCollection = (token) => !!token && "items" in token;
	const isScalar = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
	/* istanbul ignore next */
	function prettyToken(token) {
		switch (token) {
			case BOM: return "<BOM>";
			case DOCUMENT: return "<DOC>";
			case FLOW_END: return "<FLOW_END>";
			case SCALAR: return "<SCALAR>";
			default: return JSON.stringify(token);
		}
	}
	function tokenType(source) {
		switch (source) {
			case BOM: return "byte-order-mark";
			case DOCUMENT: return "doc-mode";
			case FLOW_END: return "flow-error-end";
			case SCALAR: return "scalar";
			case "---": return "doc-start";
			case "...": return "doc-end";
			case "":
			case "\n":
			case "\r\n": return "newline";
			case "-": return "seq-item-ind";
			case "?": return "explicit-key-ind";
			case ":": return "map-value-ind";
			case "{": return "flow-map-start";
			case "}": return "flow-map-end";
			case "[": return "flow-seq-start";
			case "]": return "flow-seq-end";
			case ",": return "comma";
		}
		switch (source[0]) {
			case " ":
			case "	": return "space";
			case "#": return "comment";
			case "%": return "directive-line";
			case "*": return "alias";
			case "&": return "anchor";
			case "!": return "tag";
			case "'": return "single-quoted-scalar";
			case "\"": return "double-quoted-scalar";
			case "|":
			case ">": return "block-scalar-header";
		}
		return null;
	}
	exports.createScalarToken = cstScalar.createScalarToken;
	exports.resolveAsScalar = cstScalar.resolveAsScalar;
	exports.setScalarValue = cstScalar.setScalarValue;
	exports.stringify = cstStringify.stringify;
	exports.visit = cstVisit.visit;
	exports.BOM = BOM;
	exports.DOCUMENT = DOCUMENT;
	exports.FLOW_END = FLOW_END;
	exports.SCALAR = SCALAR;
	exports.isCollection = isCollection;
	exports.isScalar = isScalar;
	exports.prettyToken = prettyToken;
	exports.tokenType = tokenType;
}));

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cst = require_cst();
	function isEmpty(ch) {
		switch (ch) {
			case void 0:
			case " ":
			case "\n":
			case "\r":
			case "	": return true;
			default: return false;
		}
	}
	const hexDigits = /* @__PURE__ */ new Set("0123456789ABCDEFabcdef");
	const tagChars = /* @__PURE__ */ new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
	const flowIndicatorChars = /* @__PURE__ */ new Set(",[]{}");
	const invalidAnchorChars = /* @__PURE__ */ new Set(" ,[]{}\n\r	");
	const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
	var Lexer = class {
		constructor() {
			this.atEnd = false;
			this.blockScalarIndent = -1;
			this.blockScalarKeep = false;
			this.buffer = "";
			this.flowKey = false;
			this.flowLevel = 0;
			this.indentNext = 0;
			this.indentValue = 0;
			this.lineEndPos = null;
			this.next = null;
			this.pos = 0;
		}
		*lex(source, incomplete = false) {
			if (source) {
				if (typeof source !== "string") throw TypeError("source is not a string");
				this.buffer = this.buffer ? this.buffer + source : source;
				this.lineEndPos = null;
			}
			this.atEnd = !incomplete;
			let next = this.next ?? "stream";
			while (next && (incomplete || this.hasChars(1))) next = yield* this.parseNext(next);
		}
		atLineEnd() {
			let i = this.pos;
			let ch = this.buffer[i];
			while (ch === " " || ch === "	") ch = this.buffer[++i];
			if (!ch || ch === "#" || ch === "\n") return true;
			if (ch === "\r") return this.buffer[i + 1] === "\n";
			return false;
		}
		charAt(n) {
			return this.buffer[this.pos + n];
		}
		continueScalar(offset) {
			let ch = this.buffer[offset];
			if (this.indentNext > 0) {
				let indent = 0;
				while (ch === " ") ch = this.buffer[++indent + offset];
				if (ch === "\r") {
					const next = this.buffer[indent + offset + 1];
					if (next === "\n" || !next && !this.atEnd) return offset + indent + 1;
				}
				return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
			}
			if (ch === "-" || ch === ".") {
				const dt = this.buffer.substr(offset, 3);
				if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3])) return -1;
			}
			return offset;
		}
		getLine() {
			let end = this.lineEndPos;
			if (typeof end !== "number" || end !== -1 && end < this.pos) {
				end = this.buffer.indexOf("\n", this.pos);
				this.lineEndPos = end;
			}
			if (end === -1) return this.atEnd ? this.buffer.substring(this.pos) : null;
			if (this.buffer[end - 1] === "\r") end -= 1;
			return this.buffer.substring(this.pos, end);
		}
		hasChars(n) {
			return this.pos + n <= this.buffer.length;
		}
		setNext(state) {
			this.buffer = this.buffer.substring(this.pos);
			this.pos = 0;
			this.lineEndPos = null;
			this.next = state;
			return null;
		}
		peek(n) {
			return this.buffer.substr(this.pos, n);
		}
		*parseNext(next) {
			switch (next) {
				case "stream": return yield* this.parseStream();
				case "line-start": return yield* this.parseLineStart();
				case "block-start": return yield* this.parseBlockStart();
				case "doc": return yield* this.parseDocument();
				case "flow": return yield* this.parseFlowCollection();
				case "quoted-scalar": return yield* this.parseQuotedScalar();
				case "block-scalar": return yield* this.parseBlockScalar();
				case "plain-scalar": return yield* this.parsePlainScalar();
			}
		}
		*parseStream() {
			let line = this.getLine();
			if (line === null) return this.setNext("stream");
			if (line[0] === cst.BOM) {
				yield* this.pushCount(1);
				line = line.substring(1);
			}
			if (line[0] === "%") {
				let dirEnd = line.length;
				let cs = line.indexOf("#");
				while (cs !== -1) {
					const ch = line[cs - 1];
					if (ch === " " || ch === "	") {
						dirEnd = cs - 1;
						break;
					} else cs = line.indexOf("#", cs + 1);
				}
				while (true) {
					const ch = line[dirEnd - 1];
					if (ch === " " || ch === "	") dirEnd -= 1;
					else break;
				}
				const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
				yield* this.pushCount(line.length - n);
				this.pushNewline();
				return "stream";
			}
			if (this.atLineEnd()) {
				const sp = yield* this.pushSpaces(true);
				yield* this.pushCount(line.length - sp);
				yield* this.pushNewline();
				return "stream";
			}
			yield cst.DOCUMENT;
			return yield* this.parseLineStart();
		}
		*parseLineStart() {
			const ch = this.charAt(0);
			if (!ch && !this.atEnd) return this.setNext("line-start");
			if (ch === "-" || ch === ".") {
				if (!this.atEnd && !this.hasChars(4)) return this.setNext("line-start");
				const s = this.peek(3);
				if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
					yield* this.pushCount(3);
					this.indentValue = 0;
					this.indentNext = 0;
					return s === "---" ? "doc" : "stream";
				}
			}
			this.indentValue = yield* this.pushSpaces(false);
			if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1))) this.indentNext = this.indentValue;
			return yield* this.parseBlockStart();
		}
		*parseBlockStart() {
			const [ch0, ch1] = this.peek(2);
			if (!ch1 && !this.atEnd) return this.setNext("block-start");
			if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
				const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
				this.indentNext = this.indentValue + 1;
				this.indentValue += n;
				return "block-start";
			}
			return "doc";
		}
		*parseDocument() {
			yield* this.pushSpaces(true);
			const line = this.getLine();
			if (line === null) return this.setNext("doc");
			let n = yield* this.pushIndicators();
			switch (line[n]) {
				case "#": yield* this.pushCount(line.length - n);
				case void 0:
					yield* this.pushNewline();
					return yield* this.parseLineStart();
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel = 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					return "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "doc";
				case "\"":
				case "'": return yield* this.parseQuotedScalar();
				case "|":
				case ">":
					n += yield* this.parseBlockScalarHeader();
					n += yield* this.pushSpaces(true);
					yield* this.pushCount(line.length - n);
					yield* this.pushNewline();
					return yield* this.parseBlockScalar();
				default: return yield* this.parsePlainScalar();
			}
		}
		*parseFlowCollection() {
			let nl, sp;
			let indent = -1;
			do {
				nl = yield* this.pushNewline();
				if (nl > 0) {
					sp = yield* this.pushSpaces(false);
					this.indentValue = indent = sp;
				} else sp = 0;
				sp += yield* this.pushSpaces(true);
			} while (nl + sp > 0);
			const line = this.getLine();
			if (line === null) return this.setNext("flow");
			if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
				if (!(indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}"))) {
					this.flowLevel = 0;
					yield cst.FLOW_END;
					return yield* this.parseLineStart();
				}
			}
			let n = 0;
			while (line[n] === ",") {
				n += yield* this.pushCount(1);
				n += yield* this.pushSpaces(true);
				this.flowKey = false;
			}
			n += yield* this.pushIndicators();
			switch (line[n]) {
				case void 0: return "flow";
				case "#":
					yield* this.pushCount(line.length - n);
					return "flow";
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel += 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					this.flowKey = true;
					this.flowLevel -= 1;
					return this.flowLevel ? "flow" : "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "flow";
				case "\"":
				case "'":
					this.flowKey = true;
					return yield* this.parseQuotedScalar();
				case ":": {
					const next = this.charAt(1);
					if (this.flowKey || isEmpty(next) || next === ",") {
						this.flowKey = false;
						yield* this.pushCount(1);
						yield* this.pushSpaces(true);
						return "flow";
					}
				}
				default:
					this.flowKey = false;
					return yield* this.parsePlainScalar();
			}
		}
		*parseQuotedScalar() {
			const quote = this.charAt(0);
			let end = this.buffer.indexOf(quote, this.pos + 1);
			if (quote === "'") while (end !== -1 && this.buffer[end + 1] === "'") end = this.buffer.indexOf("'", end + 2);
			else while (end !== -1) {
				let n = 0;
				while (this.buffer[end - 1 - n] === "\\") n += 1;
				if (n % 2 === 0) break;
				end = this.buffer.indexOf("\"", end + 1);
			}
			const qb = this.buffer.substring(0, end);
			let nl = qb.indexOf("\n", this.pos);
			if (nl !== -1) {
				while (nl !== -1) {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = qb.indexOf("\n", cs);
				}
				if (nl !== -1) end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
			}
			if (end === -1) {
				if (!this.atEnd) return this.setNext("quoted-scalar");
				end = this.buffer.length;
			}
			yield* this.pushToIndex(end + 1, false);
			return this.flowLevel ? "flow" : "doc";
		}
		*parseBlockScalarHeader() {
			this.blockScalarIndent = -1;
			this.blockScalarKeep = false;
			let i = this.pos;
			while (true) {
				const ch = this.buffer[++i];
				if (ch === "+") this.blockScalarKeep = true;
				else if (ch > "0" && ch <= "9") this.blockScalarIndent = Number(ch) - 1;
				else if (ch !== "-") break;
			}
			return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
		}
		*parseBlockScalar() {
			let nl = this.pos - 1;
			let indent = 0;
			let ch;
			loop: for (let i = this.pos; ch = this.buffer[i]; ++i) switch (ch) {
				case " ":
					indent += 1;
					break;
				case "\n":
					nl = i;
					indent = 0;
					break;
				case "\r": {
					const next = this.buffer[i + 1];
					if (!next && !this.atEnd) return this.setNext("block-scalar");
					if (next === "\n") break;
				}
				default: break loop;
			}
			if (!ch && !this.atEnd) return this.setNext("block-scalar");
			if (indent >= this.indentNext) {
				if (this.blockScalarIndent === -1) this.indentNext = indent;
				else this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
				do {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = this.buffer.indexOf("\n", cs);
				} while (nl !== -1);
				if (nl === -1) {
					if (!this.atEnd) return this.setNext("block-scalar");
					nl = this.buffer.length;
				}
			}
			let i = nl + 1;
			ch = this.buffer[i];
			while (ch === " ") ch = this.buffer[++i];
			if (ch === "	") {
				while (ch === "	" || ch === " " || ch === "\r" || ch === "\n") ch = this.buffer[++i];
				nl = i - 1;
			} else if (!this.blockScalarKeep) do {
				let i = nl - 1;
				let ch = this.buffer[i];
				if (ch === "\r") ch = this.buffer[--i];
				const lastChar = i;
				while (ch === " ") ch = this.buffer[--i];
				if (ch === "\n" && i >= this.pos && i + 1 + indent > lastChar) nl = i;
				else break;
			} while (true);
			yield cst.SCALAR;
			yield* this.pushToIndex(nl + 1, true);
			return yield* this.parseLineStart();
		}
		*parsePlainScalar() {
			const inFlow = this.flowLevel > 0;
			let end = this.pos - 1;
			let i = this.pos - 1;
			let ch;
			while (ch = this.buffer[++i]) if (ch === ":") {
				const next = this.buffer[i + 1];
				if (isEmpty(next) || inFlow && flowIndicatorChars.has(next)) break;
				end = i;
			} else if (isEmpty(ch)) {
				let next = this.buffer[i + 1];
				if (ch === "\r") {
					if (next === "\n") {
						i += 1;
						ch = "\n";
						next = this.buffer[i + 1];
					} else end = i;
				}
				if (next === "#" || inFlow && flowIndicatorChars.has(next)) break;
				if (ch === "\n") {
					const cs = this.continueScalar(i + 1);
					if (cs === -1) break;
					i = Math.max(i, cs - 2);
				}
			} else {
				if (inFlow && flowIndicatorChars.has(ch)) break;
				end = i;
			}
			if (!ch && !this.atEnd) return this.setNext("plain-scalar");
			yield cst.SCALAR;
			yield* this.pushToIndex(end + 1, true);
			return inFlow ? "flow" : "doc";
		}
		*pushCount(n) {
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos += n;
				return n;
			}
			return 0;
		}
		*pushToIndex(i, allowEmpty) {
			const s = this.buffer.slice(this.pos, i);
			if (s) {
				yield s;
				this.pos += s.length;
				return s.length;
			} else if (allowEmpty) yield "";
			return 0;
		}
		*pushIndicators() {
			let n = 0;
			loop: while (true) {
				switch (this.charAt(0)) {
					case "!":
						n += yield* this.pushTag();
						n += yield* this.pushSpaces(true);
						continue loop;
					case "&":
						n += yield* this.pushUntil(isNotAnchorChar);
						n += yield* this.pushSpaces(true);
						continue loop;
					case "-":
					case "?":
					case ":": {
						const inFlow = this.flowLevel > 0;
						const ch1 = this.charAt(1);
						if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
							if (!inFlow) this.indentNext = this.indentValue + 1;
							else if (this.flowKey) this.flowKey = false;
							n += yield* this.pushCount(1);
							n += yield* this.pushSpaces(true);
							continue loop;
						}
					}
				}
				break loop;
			}
			return n;
		}
		*pushTag() {
			if (this.charAt(1) === "<") {
				let i = this.pos + 2;
				let ch = this.buffer[i];
				while (!isEmpty(ch) && ch !== ">") ch = this.buffer[++i];
				return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
			} else {
				let i = this.pos + 1;
				let ch = this.buffer[i];
				while (ch) if (tagChars.has(ch)) ch = this.buffer[++i];
				else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) ch = this.buffer[i += 3];
				else break;
				return yield* this.pushToIndex(i, false);
			}
		}
		*pushNewline() {
			const ch = this.buffer[this.pos];
			if (ch === "\n") return yield* this.pushCount(1);
			else if (ch === "\r" && this.charAt(1) === "\n") return yield* this.pushCount(2);
			else return 0;
		}
		*pushSpaces(allowTabs) {
			let i = this.pos - 1;
			let ch;
			do
				ch = this.buffer[++i];
			while (ch === " " || allowTabs && ch === "	");
			const n = i - this.pos;
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos = i;
			}
			return n;
		}
		*pushUntil(test) {
			let i = this.pos;
			let ch = this.buffer[i];
			while (!test(ch)) ch = this.buffer[++i];
			return yield* this.pushToIndex(i, false);
		}
	};
	exports.Lexer = Lexer;
}));

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = /* @__PURE__ */ __commonJSMin(((exports) => {
	var LineCounter = class {
		constructor() {
			this.lineStarts = [];
			this.addNewLine = (offset) => this.lineStarts.push(offset);
			this.linePos = (offset) => {
				let low = 0;
				let high = this.lineStarts.length;
				while (low < high) {
					const mid = low + high >> 1;
					if (this.lineStarts[mid] < offset) low = mid + 1;
					else high = mid;
				}
				if (this.lineStarts[low] === offset) return {
					line: low + 1,
					col: 1
				};
				if (low === 0) return {
					line: 0,
					col: offset
				};
				const start = this.lineStarts[low - 1];
				return {
					line: low,
					col: offset - start + 1
				};
			};
		}
	};
	exports.LineCounter = LineCounter;
}));

// node_modules/yaml/dist/parse/parser.js
var require_parser = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var cst = require_cst();
	var lexer = require_lexer();
	function includesToken(list, type) {
		for (let i = 0; i < list.length; ++i) if (list[i].type === type) return true;
		return false;
	}
	function findNonEmptyIndex(list) {
		for (let i = 0; i < list.length; ++i) switch (list[i].type) {
			case "space":
			case "comment":
			case "newline": break;
			default: return i;
		}
		return -1;
	}
	function isFlowToken(token) {
		switch (token?.type) {
			case "alias":
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "flow-collection": return true;
			default: return false;
		}
	}
	function getPrevProps(parent) {
		switch (parent.type) {
			case "document": return parent.start;
			case "block-map": {
				const it = parent.items[parent.items.length - 1];
				return it.sep ?? it.start;
			}
			case "block-seq": return parent.items[parent.items.length - 1].start;
			/* istanbul ignore next should not happen */
			default: return [];
		}
	}
	function getFirstKeyStartProps(prev) {
		if (prev.length === 0) return [];
		let i = prev.length;
		loop: while (--i >= 0) switch (prev[i].type) {
			case "doc-start":
			case "explicit-key-ind":
			case "map-value-ind":
			case "seq-item-ind":
			case "newline": break loop;
		}
		while (prev[++i]?.type === "space");
		return prev.splice(i, prev.length);
	}
	function arrayPushArray(target, source) {
		if (source.length < 1e5) Array.prototype.push.apply(target, source);
		else for (let i = 0; i < source.length; ++i) target.push(source[i]);
	}
	function fixFlowSeqItems(fc) {
		if (fc.start.type === "flow-seq-start") {
			for (const it of fc.items) if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
				if (it.key) it.value = it.key;
				delete it.key;
				if (isFlowToken(it.value)) {
					if (it.value.end) arrayPushArray(it.value.end, it.sep);
					else it.value.end = it.sep;
				} else arrayPushArray(it.start, it.sep);
				delete it.sep;
			}
		}
	}
	var Parser = class {
		constructor(onNewLine) {
			this.atNewLine = true;
			this.atScalar = false;
			this.indent = 0;
			this.offset = 0;
			this.onKeyLine = false;
			this.stack = [];
			this.source = "";
			this.type = "";
			this.lexer = new lexer.Lexer();
			this.onNewLine = onNewLine;
		}
		*parse(source, incomplete = false) {
			if (this.onNewLine && this.offset === 0) this.onNewLine(0);
			for (const lexeme of this.lexer.lex(source, incomplete)) yield* this.next(lexeme);
			if (!incomplete) yield* this.end();
		}
		*next(source) {
			this.source = source;
			if (node_process.env.LOG_TOKENS) console.log("|", cst.prettyToken(source));
			if (this.atScalar) {
				this.atScalar = false;
				yield* this.step();
				this.offset += source.length;
				return;
			}
			const type = cst.tokenType(source);
			if (!type) {
				const message = `Not a YAML token: ${source}`;
				yield* this.pop({
					type: "error",
					offset: this.offset,
					message,
					source
				});
				this.offset += source.length;
			} else if (type === "scalar") {
				this.atNewLine = false;
				this.atScalar = true;
				this.type = "scalar";
			} else {
				this.type = type;
				yield* this.step();
				switch (type) {
					case "newline":
						this.atNewLine = true;
						this.indent = 0;
						if (this.onNewLine) this.onNewLine(this.offset + source.length);
						break;
					case "space":
						if (this.atNewLine && source[0] === " ") this.indent += source.length;
						break;
					case "explicit-key-ind":
					case "map-value-ind":
					case "seq-item-ind":
						if (this.atNewLine) this.indent += source.length;
						break;
					case "doc-mode":
					case "flow-error-end": return;
					default: this.atNewLine = false;
				}
				this.offset += source.length;
			}
		}
		*end() {
			while (this.stack.length > 0) yield* this.pop();
		}
		get sourceToken() {
			return {
				type: this.type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		*step() {
			const top = this.peek(1);
			if (this.type === "doc-end" && top?.type !== "doc-end") {
				while (this.stack.length > 0) yield* this.pop();
				this.stack.push({
					type: "doc-end",
					offset: this.offset,
					source: this.source
				});
				return;
			}
			if (!top) return yield* this.stream();
			switch (top.type) {
				case "document": return yield* this.document(top);
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return yield* this.scalar(top);
				case "block-scalar": return yield* this.blockScalar(top);
				case "block-map": return yield* this.blockMap(top);
				case "block-seq": return yield* this.blockSequence(top);
				case "flow-collection": return yield* this.flowCollection(top);
				case "doc-end": return yield* this.documentEnd(top);
			}
			/* istanbul ignore next should not happen */
			yield* this.pop();
		}
		peek(n) {
			return this.stack[this.stack.length - n];
		}
		*pop(error) {
			const token = error ?? this.stack.pop();
			/* istanbul ignore if should not happen */
			if (!token) yield {
				type: "error",
				offset: this.offset,
				source: "",
				message: "Tried to pop an empty stack"
			};
			else if (this.stack.length === 0) yield token;
			else {
				const top = this.peek(1);
				if (token.type === "block-scalar") token.indent = "indent" in top ? top.indent : 0;
				else if (token.type === "flow-collection" && top.type === "document") token.indent = 0;
				if (token.type === "flow-collection") fixFlowSeqItems(token);
				switch (top.type) {
					case "document":
						top.value = token;
						break;
					case "block-scalar":
						top.props.push(token);
						break;
					case "block-map": {
						const it = top.items[top.items.length - 1];
						if (it.value) {
							top.items.push({
								start: [],
								key: token,
								sep: []
							});
							this.onKeyLine = true;
							return;
						} else if (it.sep) it.value = token;
						else {
							Object.assign(it, {
								key: token,
								sep: []
							});
							this.onKeyLine = !it.explicitKey;
							return;
						}
						break;
					}
					case "block-seq": {
						const it = top.items[top.items.length - 1];
						if (it.value) top.items.push({
							start: [],
							value: token
						});
						else it.value = token;
						break;
					}
					case "flow-collection": {
						const it = top.items[top.items.length - 1];
						if (!it || it.value) top.items.push({
							start: [],
							key: token,
							sep: []
						});
						else if (it.sep) it.value = token;
						else Object.assign(it, {
							key: token,
							sep: []
						});
						return;
					}
					/* istanbul ignore next should not happen */
					default:
						yield* this.pop();
						yield* this.pop(token);
				}
				if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
					const last = token.items[token.items.length - 1];
					if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
						if (top.type === "document") top.end = last.start;
						else top.items.push({ start: last.start });
						token.items.splice(-1, 1);
					}
				}
			}
		}
		*stream() {
			switch (this.type) {
				case "directive-line":
					yield {
						type: "directive",
						offset: this.offset,
						source: this.source
					};
					return;
				case "byte-order-mark":
				case "space":
				case "comment":
				case "newline":
					yield this.sourceToken;
					return;
				case "doc-mode":
				case "doc-start": {
					const doc = {
						type: "document",
						offset: this.offset,
						start: []
					};
					if (this.type === "doc-start") doc.start.push(this.sourceToken);
					this.stack.push(doc);
					return;
				}
			}
			yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML stream`,
				source: this.source
			};
		}
		*document(doc) {
			if (doc.value) return yield* this.lineEnd(doc);
			switch (this.type) {
				case "doc-start":
					if (findNonEmptyIndex(doc.start) !== -1) {
						yield* this.pop();
						yield* this.step();
					} else doc.start.push(this.sourceToken);
					return;
				case "anchor":
				case "tag":
				case "space":
				case "comment":
				case "newline":
					doc.start.push(this.sourceToken);
					return;
			}
			const bv = this.startBlockValue(doc);
			if (bv) this.stack.push(bv);
			else yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML document`,
				source: this.source
			};
		}
		*scalar(scalar) {
			if (this.type === "map-value-ind") {
				const start = getFirstKeyStartProps(getPrevProps(this.peek(2)));
				let sep;
				if (scalar.end) {
					sep = scalar.end;
					sep.push(this.sourceToken);
					delete scalar.end;
				} else sep = [this.sourceToken];
				const map = {
					type: "block-map",
					offset: scalar.offset,
					indent: scalar.indent,
					items: [{
						start,
						key: scalar,
						sep
					}]
				};
				this.onKeyLine = true;
				this.stack[this.stack.length - 1] = map;
			} else yield* this.lineEnd(scalar);
		}
		*blockScalar(scalar) {
			switch (this.type) {
				case "space":
				case "comment":
				case "newline":
					scalar.props.push(this.sourceToken);
					return;
				case "scalar":
					scalar.source = this.source;
					this.atNewLine = true;
					this.indent = 0;
					if (this.onNewLine) {
						let nl = this.source.indexOf("\n") + 1;
						while (nl !== 0) {
							this.onNewLine(this.offset + nl);
							nl = this.source.indexOf("\n", nl) + 1;
						}
					}
					yield* this.pop();
					break;
				/* istanbul ignore next should not happen */
				default:
					yield* this.pop();
					yield* this.step();
			}
		}
		*blockMap(map) {
			const it = map.items[map.items.length - 1];
			switch (this.type) {
				case "newline":
					this.onKeyLine = false;
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else map.items.push({ start: [this.sourceToken] });
					} else if (it.sep) it.sep.push(this.sourceToken);
					else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) map.items.push({ start: [this.sourceToken] });
					else if (it.sep) it.sep.push(this.sourceToken);
					else {
						if (this.atIndentedComment(it.start, map.indent)) {
							const end = map.items[map.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								map.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
			}
			if (this.indent >= map.indent) {
				const atMapIndent = !this.onKeyLine && this.indent === map.indent;
				const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
				let start = [];
				if (atNextItem && it.sep && !it.value) {
					const nl = [];
					for (let i = 0; i < it.sep.length; ++i) {
						const st = it.sep[i];
						switch (st.type) {
							case "newline":
								nl.push(i);
								break;
							case "space": break;
							case "comment":
								if (st.indent > map.indent) nl.length = 0;
								break;
							default: nl.length = 0;
						}
					}
					if (nl.length >= 2) start = it.sep.splice(nl[1]);
				}
				switch (this.type) {
					case "anchor":
					case "tag":
						if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({ start });
							this.onKeyLine = true;
						} else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "explicit-key-ind":
						if (!it.sep && !it.explicitKey) {
							it.start.push(this.sourceToken);
							it.explicitKey = true;
						} else if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({
								start,
								explicitKey: true
							});
						} else this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [this.sourceToken],
								explicitKey: true
							}]
						});
						this.onKeyLine = true;
						return;
					case "map-value-ind":
						if (it.explicitKey) {
							if (!it.sep) {
								if (includesToken(it.start, "newline")) Object.assign(it, {
									key: null,
									sep: [this.sourceToken]
								});
								else {
									const start = getFirstKeyStartProps(it.start);
									this.stack.push({
										type: "block-map",
										offset: this.offset,
										indent: this.indent,
										items: [{
											start,
											key: null,
											sep: [this.sourceToken]
										}]
									});
								}
							} else if (it.value) map.items.push({
								start: [],
								key: null,
								sep: [this.sourceToken]
							});
							else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
								type: "block-map",
								offset: this.offset,
								indent: this.indent,
								items: [{
									start,
									key: null,
									sep: [this.sourceToken]
								}]
							});
							else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
								const start = getFirstKeyStartProps(it.start);
								const key = it.key;
								const sep = it.sep;
								sep.push(this.sourceToken);
								delete it.key;
								delete it.sep;
								this.stack.push({
									type: "block-map",
									offset: this.offset,
									indent: this.indent,
									items: [{
										start,
										key,
										sep
									}]
								});
							} else if (start.length > 0) it.sep = it.sep.concat(start, this.sourceToken);
							else it.sep.push(this.sourceToken);
						} else if (!it.sep) Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.value || atNextItem) map.items.push({
							start,
							key: null,
							sep: [this.sourceToken]
						});
						else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [],
								key: null,
								sep: [this.sourceToken]
							}]
						});
						else it.sep.push(this.sourceToken);
						this.onKeyLine = true;
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (atNextItem || it.value) {
							map.items.push({
								start,
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						} else if (it.sep) this.stack.push(fs);
						else {
							Object.assign(it, {
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						}
						return;
					}
					default: {
						const bv = this.startBlockValue(map);
						if (bv) {
							if (bv.type === "block-seq") {
								if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
									yield* this.pop({
										type: "error",
										offset: this.offset,
										message: "Unexpected block-seq-ind on same line with key",
										source: this.source
									});
									return;
								}
							} else if (atMapIndent) map.items.push({ start });
							this.stack.push(bv);
							return;
						}
					}
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*blockSequence(seq) {
			const it = seq.items[seq.items.length - 1];
			switch (this.type) {
				case "newline":
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else seq.items.push({ start: [this.sourceToken] });
					} else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) seq.items.push({ start: [this.sourceToken] });
					else {
						if (this.atIndentedComment(it.start, seq.indent)) {
							const end = seq.items[seq.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								seq.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
				case "anchor":
				case "tag":
					if (it.value || this.indent <= seq.indent) break;
					it.start.push(this.sourceToken);
					return;
				case "seq-item-ind":
					if (this.indent !== seq.indent) break;
					if (it.value || includesToken(it.start, "seq-item-ind")) seq.items.push({ start: [this.sourceToken] });
					else it.start.push(this.sourceToken);
					return;
			}
			if (this.indent > seq.indent) {
				const bv = this.startBlockValue(seq);
				if (bv) {
					this.stack.push(bv);
					return;
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*flowCollection(fc) {
			const it = fc.items[fc.items.length - 1];
			if (this.type === "flow-error-end") {
				let top;
				do {
					yield* this.pop();
					top = this.peek(1);
				} while (top?.type === "flow-collection");
			} else if (fc.end.length === 0) {
				switch (this.type) {
					case "comma":
					case "explicit-key-ind":
						if (!it || it.sep) fc.items.push({ start: [this.sourceToken] });
						else it.start.push(this.sourceToken);
						return;
					case "map-value-ind":
						if (!it || it.value) fc.items.push({
							start: [],
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.sep) it.sep.push(this.sourceToken);
						else Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						return;
					case "space":
					case "comment":
					case "newline":
					case "anchor":
					case "tag":
						if (!it || it.value) fc.items.push({ start: [this.sourceToken] });
						else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (!it || it.value) fc.items.push({
							start: [],
							key: fs,
							sep: []
						});
						else if (it.sep) this.stack.push(fs);
						else Object.assign(it, {
							key: fs,
							sep: []
						});
						return;
					}
					case "flow-map-end":
					case "flow-seq-end":
						fc.end.push(this.sourceToken);
						return;
				}
				const bv = this.startBlockValue(fc);
				/* istanbul ignore else should not happen */
				if (bv) this.stack.push(bv);
				else {
					yield* this.pop();
					yield* this.step();
				}
			} else {
				const parent = this.peek(2);
				if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
					yield* this.pop();
					yield* this.step();
				} else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
					const start = getFirstKeyStartProps(getPrevProps(parent));
					fixFlowSeqItems(fc);
					const sep = fc.end.splice(1, fc.end.length);
					sep.push(this.sourceToken);
					const map = {
						type: "block-map",
						offset: fc.offset,
						indent: fc.indent,
						items: [{
							start,
							key: fc,
							sep
						}]
					};
					this.onKeyLine = true;
					this.stack[this.stack.length - 1] = map;
				} else yield* this.lineEnd(fc);
			}
		}
		flowScalar(type) {
			if (this.onNewLine) {
				let nl = this.source.indexOf("\n") + 1;
				while (nl !== 0) {
					this.onNewLine(this.offset + nl);
					nl = this.source.indexOf("\n", nl) + 1;
				}
			}
			return {
				type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		startBlockValue(parent) {
			switch (this.type) {
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return this.flowScalar(this.type);
				case "block-scalar-header": return {
					type: "block-scalar",
					offset: this.offset,
					indent: this.indent,
					props: [this.sourceToken],
					source: ""
				};
				case "flow-map-start":
				case "flow-seq-start": return {
					type: "flow-collection",
					offset: this.offset,
					indent: this.indent,
					start: this.sourceToken,
					items: [],
					end: []
				};
				case "seq-item-ind": return {
					type: "block-seq",
					offset: this.offset,
					indent: this.indent,
					items: [{ start: [this.sourceToken] }]
				};
				case "explicit-key-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					start.push(this.sourceToken);
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							explicitKey: true
						}]
					};
				}
				case "map-value-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							key: null,
							sep: [this.sourceToken]
						}]
					};
				}
			}
			return null;
		}
		atIndentedComment(start, indent) {
			if (this.type !== "comment") return false;
			if (this.indent <= indent) return false;
			return start.every((st) => st.type === "newline" || st.type === "space");
		}
		*documentEnd(docEnd) {
			if (this.type !== "doc-mode") {
				if (docEnd.end) docEnd.end.push(this.sourceToken);
				else docEnd.end = [this.sourceToken];
				if (this.type === "newline") yield* this.pop();
			}
		}
		*lineEnd(token) {
			switch (this.type) {
				case "comma":
				case "doc-start":
				case "doc-end":
				case "flow-seq-end":
				case "flow-map-end":
				case "map-value-ind":
					yield* this.pop();
					yield* this.step();
					break;
				case "newline": this.onKeyLine = false;
				default:
					if (token.end) token.end.push(this.sourceToken);
					else token.end = [this.sourceToken];
					if (this.type === "newline") yield* this.pop();
			}
		}
	};
	exports.Parser = Parser;
}));

// node_modules/yaml/dist/public-api.js
var require_public_api = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var errors = require_errors();
	var log = require_log();
	var identity = require_identity();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	function parseOptions(options) {
		const prettyErrors = options.prettyErrors !== false;
		return {
			lineCounter: options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null,
			prettyErrors
		};
	}
	function parseAllDocuments(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		const docs = Array.from(composer$1.compose(parser$1.parse(source)));
		if (prettyErrors && lineCounter) for (const doc of docs) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		if (docs.length > 0) return docs;
		return Object.assign([], { empty: true }, composer$1.streamInfo());
	}
	function parseDocument(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		let doc = null;
		for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) if (!doc) doc = _doc;
		else if (doc.options.logLevel !== "silent") {
			doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
			break;
		}
		if (prettyErrors && lineCounter) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		return doc;
	}
	function parse(src, reviver, options) {
		let _reviver = void 0;
		if (typeof reviver === "function") _reviver = reviver;
		else if (options === void 0 && reviver && typeof reviver === "object") options = reviver;
		const doc = parseDocument(src, options);
		if (!doc) return null;
		doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
		if (doc.errors.length > 0) {
			if (doc.options.logLevel !== "silent") throw doc.errors[0];
			else doc.errors = [];
		}
		return doc.toJS(Object.assign({ reviver: _reviver }, options));
	}
	function stringify(value, replacer, options) {
		let _replacer = null;
		if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
		else if (options === void 0 && replacer) options = replacer;
		if (typeof options === "string") options = options.length;
		if (typeof options === "number") {
			const indent = Math.round(options);
			options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
		}
		if (value === void 0) {
			const { keepUndefined } = options ?? replacer ?? {};
			if (!keepUndefined) return void 0;
		}
		if (identity.isDocument(value) && !_replacer) return value.toString(options);
		return new Document.Document(value, _replacer, options).toString(options);
	}
	exports.parse = parse;
	exports.parseAllDocuments = parseAllDocuments;
	exports.parseDocument = parseDocument;
	exports.stringify = stringify;
}));

// node_modules/yaml/dist/index.js
var require_dist = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var Schema = require_Schema();
	var errors = require_errors();
	var Alias = require_Alias();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var cst = require_cst();
	var lexer = require_lexer();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	var publicApi = require_public_api();
	var visit = require_visit();
	exports.Composer = composer.Composer;
	exports.Document = Document.Document;
	exports.Schema = Schema.Schema;
	exports.YAMLError = errors.YAMLError;
	exports.YAMLParseError = errors.YAMLParseError;
	exports.YAMLWarning = errors.YAMLWarning;
	exports.Alias = Alias.Alias;
	exports.isAlias = identity.isAlias;
	exports.isCollection = identity.isCollection;
	exports.isDocument = identity.isDocument;
	exports.isMap = identity.isMap;
	exports.isNode = identity.isNode;
	exports.isPair = identity.isPair;
	exports.isScalar = identity.isScalar;
	exports.isSeq = identity.isSeq;
	exports.Pair = Pair.Pair;
	exports.Scalar = Scalar.Scalar;
	exports.YAMLMap = YAMLMap.YAMLMap;
	exports.YAMLSeq = YAMLSeq.YAMLSeq;
	exports.Lexer = lexer.Lexer;
	exports.LineCounter = lineCounter.LineCounter;
	exports.Parser = parser.Parser;
	exports.parse = publicApi.parse;
	exports.parseAllDocuments = publicApi.parseAllDocuments;
	exports.parseDocument = publicApi.parseDocument;
	exports.stringify = publicApi.stringify;
	exports.visit = visit.visit;
	exports.visitAsync = visit.visitAsync;
}));

// src/template/text/yamlErrors.ts
var import_dist = require_dist();
function yamlSyntaxMessage(error, text, offset, quoting) {
	switch (error.code) {
		case "TAB_AS_INDENT": return "A tab indents this line; YAML is indented with spaces.";
		case "BAD_INDENT":
			if (error.message.startsWith("Flow ")) return "A list or mapping in brackets is still open here; close it before, or indent what belongs to it.";
			return "This line is not indented like its siblings; members of one mapping or list start in one column.";
		case "BLOCK_AS_IMPLICIT_KEY":
		case "MULTILINE_IMPLICIT_KEY": return `${sentence$1(error)} A value with ": " in it takes quotes, and a key is on one line with its ":".`;
		case "MISSING_CHAR": return missing(error, text, offset);
		case "MULTIPLE_TAGS": return "A value can carry one tag only. Write the outer function in its long form, as in \"Fn::Base64: !Sub …\".";
		case "BAD_ALIAS": return "A \"*\" starts an alias, and its name follows; put text that starts with \"*\" in quotes.";
		case "BAD_SCALAR_START": return `No YAML text starts with "${text[offset] ?? ""}"; put it in quotes.`;
		case "BAD_DQ_ESCAPE": return "A backslash in double quotes starts an escape, and this is none; write \"\\\\\", or put the text in single quotes.";
		case "KEY_OVER_1024_CHARS": return "This key is longer than 1,024 characters; a \":\" or a quote is probably missing before.";
		default: return quoting === "quotes" ? sentence$1(error) : "This is not valid YAML.";
	}
}
function missing(error, text, offset) {
	const quote = /Missing closing ("|')quote/.exec(error.message)?.[1];
	if (quote !== void 0) return `This text is never closed: a closing ${quote} is missing.`;
	if (text[offset] === "*") return "A \"*\" starts an alias in YAML; put the text in quotes.";
	return sentence$1(error);
}
function sentence$1(error) {
	const words = (error.message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "").trim();
	return /[.!?]$/.test(words) ? words : `${words}.`;
}

// src/template/text/yamlLooseness.ts
const CUT_OFF = "";
const TEXT_FOLLOWS = "";
const CONTROLS = [
	"",
	CUT_OFF,
	TEXT_FOLLOWS
];
function watch() {
	return {
		at: 0,
		depth: 0,
		bracketAt: 0,
		isText: false
	};
}
function cutOff(seen, lexeme) {
	const { at, isText, depth, bracketAt } = seen;
	if (CONTROLS.includes(lexeme)) {
		seen.isText = lexeme === TEXT_FOLLOWS;
		return lexeme === CUT_OFF ? bracketAt : void 0;
	}
	seen.at += lexeme.length;
	seen.isText = false;
	if (isText) return void 0;
	if (lexeme === "[" || lexeme === "{") {
		if (depth === 0) seen.bracketAt = at;
		seen.depth += 1;
	} else if (lexeme === "]" || lexeme === "}") seen.depth = Math.max(0, depth - 1);
	else if (/^["']/.test(lexeme) && quoteEnd(lexeme, 0) !== lexeme.length) return depth > 0 ? bracketAt : at;
}
function loosened(text, cutOffAt) {
	const pieces = [];
	let done = 0;
	for (let at = cutOffAt; at !== void 0;) {
		const line = onOneLine(text, at);
		if (line === void 0) break;
		pieces.push(text.slice(done, at), line);
		done = at + line.length;
		const next = text.indexOf("\n", done) + 1;
		at = next === 0 ? void 0 : firstCutOff(text, next);
	}
	return pieces.join("") + text.slice(done);
}
function firstCutOff(text, from) {
	const seen = watch();
	for (const lexeme of new import_dist.Lexer().lex(text.slice(from))) {
		const at = cutOff(seen, lexeme);
		if (at !== void 0) return from + at;
	}
}
function onOneLine(text, start) {
	const comments = [];
	const end = /["']/.test(text[start] ?? "") ? quoteEnd(text, start) : bracketEnd(text, start, comments);
	if (end === void 0) return void 0;
	const pieces = [];
	let done = start;
	for (const [from, to] of comments) {
		pieces.push(text.slice(done, from), " ".repeat(to - from));
		done = to;
	}
	return (pieces.join("") + text.slice(done, end)).replaceAll(/[\r\n]/g, " ");
}
const MARKER = /[\r\n](?:---|\.\.\.)(?:\s|$)/;
function quoteEnd(text, start) {
	const quoted = text[start] === "\"" ? /"(?:[^"\\]|\\[\s\S])*"/y : /'(?:[^']|'')*'/y;
	quoted.lastIndex = start;
	const found = quoted.exec(text)?.[0];
	return found !== void 0 && !MARKER.test(found) ? start + found.length : void 0;
}
const PIECE = /(?<space>\s+)|(?<comment>#[^\r\n]*)|(?<indicator>[[\]{},]|[:?](?=[\s,[\]{}]|$))|(?<property>[!&][^\s,[\]{}]*)|(?<quote>["'])|[^\s,[\]{}:?#]+|[\s\S]/y;
function bracketEnd(text, start, comments) {
	let depth = 0;
	let isStart = true;
	let isSpaced = true;
	for (let at = start; at < text.length;) {
		PIECE.lastIndex = at;
		const [piece = "", ...groups] = PIECE.exec(text) ?? [];
		const [space, comment, indicator, property, quote] = groups;
		let end = at + piece.length;
		if (space !== void 0 && MARKER.test(text.slice(end - 1, end + 4))) return void 0;
		if (comment !== void 0 && isSpaced) comments.push([at, end]);
		else if (comment !== void 0 || property !== void 0 && !isStart) end = at + 1;
		else if (quote !== void 0 && isStart) end = quoteEnd(text, at);
		if (end === void 0) return void 0;
		if (piece === "[" || piece === "{") depth += 1;
		if (piece === "]" || piece === "}") depth -= 1;
		if (depth === 0) return end;
		isStart = indicator !== void 0 || isStart && (space !== void 0 || comment !== void 0 && isSpaced || property !== void 0);
		isSpaced = space !== void 0 || indicator !== void 0;
		at = end;
	}
}

// src/template/text/yamlScalars.ts
const TRUE$1 = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const NULL = /^(?:~|null|Null|NULL|)$/;
const DECIMAL = /^[-+]?(?:0|[1-9][0-9_]*)$/;
const OCTAL = /^[-+]?0[0-7_]+$/;
const HEXADECIMAL = /^[-+]?0x[0-9a-fA-F_]+$/;
const BINARY = /^[-+]?0b[01_]+$/;
const SEXAGESIMAL = /^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+$/;
const FRACTION = /^[-+]?(?:\.[0-9]+|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?$/;
const SEXAGESIMAL_FRACTION = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/;
function plainScalar(text) {
	if (NULL.test(text)) return { value: null };
	if (TRUE$1.test(text)) return boolean(text, true);
	if (FALSE.test(text)) return boolean(text, false);
	if (DECIMAL.test(text)) return decimal(text, text.replaceAll("_", "").replace(/^\+/, ""));
	if (OCTAL.test(text)) return radix(text, 8, "an octal number");
	if (HEXADECIMAL.test(text)) return radix(text, 16, "a hexadecimal number");
	if (BINARY.test(text)) return radix(text, 2, "a binary number");
	if (SEXAGESIMAL.test(text)) return sexagesimal(text);
	if (SEXAGESIMAL_FRACTION.test(text)) return sexagesimal(text);
	if (FRACTION.test(text)) return fraction(text);
	return { value: text };
}
function boolean(text, value) {
	if (/^(?:true|false)$/i.test(text)) return { value };
	return {
		value,
		surprise: `${text} without quotes is read as ${value}. Put it in quotes if text is meant.`
	};
}
function decimal(text, spelling) {
	const value = Number(spelling);
	if (String(value) === text) return { value };
	return String(value) === spelling ? { value } : {
		value,
		spelling
	};
}
function radix(text, base, what) {
	const digits = text.replaceAll("_", "").replace(/^[-+]/, "").replace(/^0[xb]?/, "");
	const size = Number.parseInt(digits === "" ? "0" : digits, base);
	const value = text.startsWith("-") && size !== 0 ? -size : size;
	const surprise = `${text} without quotes is ${what} in YAML and read as ${value}. Put it in quotes if text is meant.`;
	return Number.isSafeInteger(value) ? {
		value,
		surprise
	} : { value: text };
}
function sexagesimal(text) {
	const size = text.replaceAll("_", "").replace(/^[-+]/, "").split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
	const value = text.startsWith("-") ? -size : size;
	const surprise = `${text} without quotes is a base-60 number in YAML and read as ${value}. Put it in quotes if text is meant.`;
	return Number.isFinite(value) && size <= Number.MAX_SAFE_INTEGER ? {
		value,
		surprise
	} : { value: text };
}
function fraction(text) {
	const spelling = jsonSpelling(text);
	const value = Number(spelling);
	if (!Number.isFinite(value)) return { value: text };
	if (!text.includes(".")) return doubled(text, value);
	if (String(value) === spelling) return { value };
	const loses = /\.\d*[1-9]0+$/.test(spelling);
	const surprise = `${text} without quotes is the number ${value}. Put it in quotes if it is a version or other text.`;
	return {
		value,
		spelling,
		...loses ? { surprise } : {}
	};
}
function doubled(text, value) {
	const spelling = javaDouble(value);
	return {
		value,
		spelling,
		surprise: `${text} without quotes is the number ${spelling} to CloudFormation. Put it in quotes if text is meant.`
	};
}
function javaDouble(value) {
	const size = Math.abs(value);
	const [digits = "", exponent] = (size === 0 || size >= .001 && size < 1e7 ? String(value) : value.toExponential()).split("e");
	const whole = digits.includes(".") ? digits : `${digits}.0`;
	return exponent === void 0 ? whole : `${whole}E${Number(exponent)}`;
}
function jsonSpelling(text) {
	return text.replaceAll("_", "").replace(/^\+/, "").replace(/^(-?)\./, "$10.").replace(/\.(?=$|[eE])/, ".0").replace(/^(-?)0+(?=\d)/, "$1");
}

// src/template/text/yamlReading.ts
const MAX_VALUES = 25e4;
const CORE = "tag:yaml.org,2002:";
function readScalar(reading, node, at) {
	const text = scalarText(reading, node);
	const tag = node.tag?.startsWith("tag:yaml.org,2002:") ? node.tag.slice(18) : node.tag;
	if (node.type !== "PLAIN" && tag === void 0) return {
		value: text,
		at,
		size: 1
	};
	if (tag !== void 0) return readTaggedScalar(reading, text, tag, at);
	const { value, spelling, surprise } = plainScalar(text);
	if (surprise !== void 0) reading.surprises.push({
		offset: at,
		message: surprise
	});
	return {
		value,
		at,
		size: 1,
		plain: text,
		...spelling === void 0 ? {} : { spelling }
	};
}
function scalarText({ openEnd }, { value, type, range }) {
	const text = String(value ?? "");
	return openEnd !== void 0 && range[1] >= openEnd && type?.startsWith("BLOCK_") === true && text.endsWith("\n") ? text.slice(0, -1) : text;
}
function readTaggedScalar(reading, text, tag, at) {
	refuseTag(reading, tag, [
		"str",
		"int",
		"float",
		"bool",
		"null"
	], at);
	if (![
		"int",
		"float",
		"bool",
		"null"
	].includes(tag)) return {
		value: text,
		at,
		size: 1
	};
	const { value, spelling } = plainScalar(text);
	if ((value === null ? "null" : typeof value === "number" ? "number" : typeof value) !== (tag === "bool" ? "boolean" : tag === "null" ? "null" : "number")) return problem(reading, at, `${reading.quoting === "quotes" ? `"${text}"` : "This"} is not a value for the tag !!${tag}.`);
	return {
		value,
		at,
		size: 1,
		...spelling === void 0 ? {} : { spelling }
	};
}
function refuseTag(reading, tag, allowed, at) {
	const name = tag?.startsWith("tag:yaml.org,2002:") ? tag.slice(18) : tag;
	if (name === void 0 || name.startsWith("!") || allowed.includes(name)) return;
	problem(reading, at, `CloudFormation does not support the tag !!${name} here; write the value itself.`);
}
function tooLarge$1(reading, at) {
	const message = `With its aliases expanded the template holds more than ${MAX_VALUES.toLocaleString("en-US")} values. Use fewer aliases.`;
	if (reading.problems.some((earlier) => earlier.message === message)) return {
		value: null,
		at,
		size: 1
	};
	return problem(reading, at, message);
}
function problem(reading, offset, message) {
	reading.problems.push({
		offset,
		message
	});
	return {
		value: null,
		at: offset,
		size: 1
	};
}

// src/template/text/yamlTags.ts
const LONG_FORMS = new Map([
	["!Ref", "Ref"],
	["!Condition", "Condition"],
	...[
		"And",
		"Base64",
		"Cidr",
		"Contains",
		"EachMemberEquals",
		"EachMemberIn",
		"Equals",
		"FindInMap",
		"GetAZs",
		"GetAtt",
		"GetStackOutput",
		"If",
		"ImportValue",
		"Join",
		"Length",
		"Not",
		"Or",
		"RefAll",
		"Select",
		"Split",
		"Sub",
		"ToJsonString",
		"Transform",
		"ValueOf",
		"ValueOfAll"
	].map((name) => [`!${name}`, `Fn::${name}`])
]);
function longForm(tag) {
	return LONG_FORMS.get(tag);
}
function unknownTag(tag) {
	if (tag === "!ForEach") return "!ForEach has no short form; write the key \"Fn::ForEach::<name>\" (with the AWS::LanguageExtensions transform).";
	return `${tag} is not a CloudFormation function.${didYouMean(tag, LONG_FORMS.keys())}`;
}
function shortFormArgument(tag, value) {
	if (tag !== "!GetAtt" || typeof value !== "string") return value;
	const dot = value.indexOf(".");
	return dot === -1 ? value : [value.slice(0, dot), value.slice(dot + 1)];
}

// src/template/text/yamlNodes.ts
const VALUE_TAG = "Functions have no meaning here; put a value that starts with \"!\" in quotes.";
function readDocument(document, text, quoting) {
	const reading = {
		quoting,
		openEnd: /\S[ \t]*$/.test(text.slice(-1e3)) ? text.length : void 0,
		anchors: /* @__PURE__ */ new Map(),
		open: /* @__PURE__ */ new Set(),
		problems: [],
		surprises: [],
		repeated: []
	};
	const root = readNode(reading, document.contents, 0);
	const { problems, surprises, repeated } = reading;
	return {
		root,
		problems,
		surprises,
		repeated
	};
}
function readNode(reading, node, fallback) {
	if (node === null) return {
		value: null,
		at: fallback,
		size: 1
	};
	const at = node.range[0];
	if ((0, import_dist.isAlias)(node)) return readAlias(reading, node.source, at);
	const { anchor } = node;
	if (anchor === void 0) return tagged(reading, node, at);
	reading.open.add(anchor);
	const placed = tagged(reading, node, at);
	reading.open.delete(anchor);
	reading.anchors.set(anchor, placed);
	return placed;
}
function readAlias(reading, name, at) {
	const anchor = reading.anchors.get(name);
	if (anchor !== void 0) return {
		...anchor,
		at
	};
	if (reading.open.has(name)) return problem(reading, at, "This alias stands inside its own anchor; it would never end.");
	const shown = reading.quoting === "quotes" ? ` &${name}` : "";
	return problem(reading, at, `No anchor${shown} stands before this alias. Set the anchor before it is used, or put the text in quotes if it only starts with "*".`);
}
function tagged(reading, node, at) {
	const tag = node.tag;
	if (tag === void 0 || tag === "!" || tag.startsWith("tag:yaml.org,2002:")) return readContent(reading, node, at);
	const key = longForm(tag);
	if (key === void 0) return problem(reading, at, reading.quoting === "quotes" ? unknownTag(tag) : VALUE_TAG);
	const content = readContent(reading, node, at);
	const argument = shortFormArgument(tag, content.value);
	const placed = Array.isArray(argument) && !Array.isArray(content.value) ? {
		value: argument,
		at,
		size: 1 + argument.length
	} : content;
	return {
		value: { [key]: placed.value },
		at,
		members: /* @__PURE__ */ new Map([[key, placed]]),
		size: placed.size + 1
	};
}
function readContent(reading, node, at) {
	if ((0, import_dist.isMap)(node)) return readMap(reading, node.items, at, node.tag);
	if ((0, import_dist.isSeq)(node)) return readSeq(reading, node.items, at, node.tag);
	if ((0, import_dist.isScalar)(node)) return readScalar(reading, node, at);
	return {
		value: null,
		at,
		size: 1
	};
}
function readSeq(reading, nodes, at, tag) {
	refuseTag(reading, tag, ["seq"], at);
	const items = [];
	let size = 1;
	for (const node of nodes) {
		const item = readNode(reading, node, at);
		size += item.size;
		if (size > 25e4) return tooLarge$1(reading, item.at);
		items.push(item);
	}
	return {
		value: items.map((item) => item.value),
		at,
		items,
		size
	};
}
function readMap(reading, pairs, at, tag) {
	refuseTag(reading, tag, ["map"], at);
	const own = /* @__PURE__ */ new Map();
	const places = /* @__PURE__ */ new Map();
	const merged = [];
	for (const { key, value } of pairs) {
		const keyAt = key?.range?.[0] ?? at;
		const member = {
			...readNode(reading, value, keyAt),
			at: keyAt
		};
		const name = isMergeKey(key) ? void 0 : keyText$1(reading, key, keyAt);
		if (isMergeKey(key)) merged.push(...mergeSources(reading, member, keyAt));
		if (name === void 0) continue;
		own.set(name, member);
		places.set(name, [...places.get(name) ?? [], keyAt]);
	}
	reading.repeated.push(...repeatedKeys(places));
	const members = withMerged(own, merged);
	const size = [...members.values()].reduce((sum, member) => sum + member.size, 1);
	if (size > 25e4) return tooLarge$1(reading, at);
	return {
		value: Object.fromEntries([...members].map(([name, member]) => [name, member.value])),
		at,
		members,
		size
	};
}
function keyText$1(reading, key, at) {
	if ((0, import_dist.isScalar)(key)) return typeof key.value === "string" ? key.value : key.source ?? "";
	const alias = (0, import_dist.isAlias)(key) ? reading.anchors.get(key.source)?.value : void 0;
	if (typeof alias === "string" || typeof alias === "number") return String(alias);
	problem(reading, at, "A key must be text; this one is a list, a mapping or nothing.");
}
function isMergeKey(key) {
	return (0, import_dist.isScalar)(key) && key.type === "PLAIN" && key.value === "<<";
}
function mergeSources(reading, source, at) {
	const sources = source.items ?? [source];
	const valid = sources.filter((item) => item.members !== void 0);
	if (valid.length !== sources.length) problem(reading, at, "\"<<\" merges a mapping or a list of mappings.");
	return valid;
}
function withMerged(own, sources) {
	if (sources.length === 0) return own;
	const members = /* @__PURE__ */ new Map();
	for (const source of sources) for (const [name, member] of source.members ?? []) if (!members.has(name)) members.set(name, member);
	for (const [name, member] of own) members.set(name, member);
	return members;
}

// src/template/text/yaml.ts
function parseYaml(text, file, quoting = "quotes") {
	const locate = locator(text, file);
	const fail = (offset, message) => {
		throw syntaxError(text, locate(offset), message, "Correct the YAML; an editor shows the same place.");
	};
	const tokens = looseTokens(text, fail);
	const document = compose(text, tokens, fail);
	const [error] = [...document.errors].sort((left, right) => left.pos[0] - right.pos[0]);
	if (error !== void 0) failAt({
		text,
		tokens,
		quoting
	}, error, fail);
	return readDocument(document, text, quoting);
}
function compose(text, tokens, fail) {
	const [first, second] = [...new import_dist.Composer({
		schema: "failsafe",
		uniqueKeys: false,
		merge: false,
		strict: false,
		lineCounter: new import_dist.LineCounter()
	}).compose(tokens, true, text.length)];
	if (second !== void 0) fail(second.range[0], "A second YAML document starts here (\"---\"); a template is one document.");
	if (first === void 0) return fail(0, "The file is empty.");
	return first;
}
function failAt({ text, tokens, quoting }, error, fail) {
	const end = Math.min(error.pos[0], text.length);
	const offset = error.code === "MISSING_CHAR" ? quoteEndingAt(tokens, end) ?? end : end;
	return fail(offset, yamlSyntaxMessage(error, text, offset, quoting));
}
function quoteEndingAt(tokens, end) {
	const pending = [...tokens];
	for (let token = pending.pop(); token !== void 0; token = pending.pop()) {
		const source = "source" in token && token.type.endsWith("-quoted-scalar") ? token.source : "";
		if (source !== "" && token.offset <= end && token.offset + source.length >= end) return token.offset;
		pending.push(...children(token));
	}
}
function looseTokens(text, fail) {
	const { tokens, cutOffAt } = parseTokens(text, text, fail, true);
	return cutOffAt === void 0 ? tokens : parseTokens(text, loosened(text, cutOffAt), fail, false).tokens;
}
function parseTokens(text, loose, fail, isWatched) {
	const parser = new import_dist.Parser();
	const tokens = [];
	const seen = watch();
	let documents = 0;
	for (const lexeme of new import_dist.Lexer().lex(loose)) {
		const from = seen.at;
		const isContent = seen.isText || /^["']/.test(lexeme);
		const cutOffAt = cutOff(seen, lexeme);
		if (cutOffAt !== void 0 && isWatched) return {
			tokens,
			cutOffAt
		};
		for (const token of parser.next(isContent ? text.slice(from, seen.at) : lexeme)) {
			tokens.push(token);
			if (token.type === "document") documents += 1;
			if (token.type === "directive" && !/^%(?:YAML|TAG)\b/.test(token.source)) fail(token.offset, "A line that starts with \"%\" is a YAML directive, and this one does not exist; put text in quotes.");
		}
		if (parser.stack.length > 200 + 1) fail(parser.offset, `Nested more than ${200} levels deep; no CloudFormation template needs that.`);
		if (documents === 2) return { tokens };
	}
	return { tokens: [...tokens, ...parser.end()] };
}
function children(token) {
	if (token.type === "document") return token.value === void 0 ? [] : [token.value];
	if (!("items" in token)) return [];
	return token.items.flatMap(({ key, value }) => [key, value].filter((node) => node !== void 0 && node !== null));
}

// src/template/text/parse.ts
const MAX_CHARACTERS = 2e6;
function parseTemplate(text, file) {
	return parseSource(text, file, looksLikeTemplate(text) ? void 0 : NO_TEMPLATE);
}
function parseFragment(text, file) {
	return parseSource(text, file, NO_PART);
}
const NO_TEMPLATE = "This file is not a template; a template has a Resources section.";
const NO_PART = "This file is neither a template nor a part of one: it cannot be read any further.";
function looksLikeTemplate(text) {
	return /^\s*\{/.test(text) ? /["'](?:Resources|AWSTemplateFormatVersion)["']\s*:/.test(text) : /^["']?(?:Resources|AWSTemplateFormatVersion)["']?\s*:/m.test(text);
}
function parseSource(text, file, unquoted) {
	const source = text.startsWith("﻿") ? text.slice(1) : text;
	if (source.length > MAX_CHARACTERS) throw tooLarge(source.length, file);
	const kind = {
		what: "template",
		format: formatOf(source, file),
		repeated: "last-counts"
	};
	const parsed = unquoted === void 0 ? parseDocument(source, file, {
		...kind,
		quoting: "quotes"
	}) : saying(unquoted, () => parseDocument(source, file, {
		...kind,
		quoting: "no-quotes"
	}));
	const { root } = parsed;
	const locate = locator(source, file);
	if (!isObject$1(root.value)) throw unquoted === void 0 ? notAMapping(source, parsed, file) : notATemplate(unquoted, locate(root.at));
	const { value, paths } = withZones(root.value);
	const place = (path) => locate(nodeAt(root, path).at);
	return {
		file,
		value,
		locate: place,
		spelling: (path) => spellingAt(root, path),
		findings: [
			...surprisesOf(parsed, file, source),
			...uncounted(parsed, locate),
			...paths.map((path) => regionTaken(place(path)))
		]
	};
}
function saying(unquoted, work) {
	try {
		return work();
	} catch (error) {
		const [first] = findingsOf(error);
		throw first?.location === void 0 ? error : notATemplate(unquoted, first.location);
	}
}
function notATemplate(message, location) {
	return invalidTemplate([{
		level: "error",
		message,
		location
	}], "Check that this is the template's path.");
}
function parseDocument(source, file, kind) {
	const { what, format, quoting } = kind;
	if (isBlank(source)) throw new ActionError(`${file}: the file is empty; a ${what} is expected.`, {
		reasonCode: "invalid-template",
		hint: `Write the ${what} into the file, or name another one.`
	});
	const parsed = format === "json" ? parseJson(source, file, quoting) : parseYaml(source, file, quoting);
	const locate = locator(source, file);
	const repeated = kind.repeated === "refused" ? parsed.repeated : [];
	const findings = [...parsed.problems.map(({ offset, message }) => {
		const location = locate(offset);
		return error(withoutHidden(message, source, location), location);
	}), ...repeated.map(({ name, offsets: [first = 0, second = 0] }) => {
		const earlier = placeText(locate(first));
		const location = locate(second);
		const message = `The key "${name}" is given twice (first at ${earlier}); keep one of them.`;
		return error(withoutHidden(message, source, location), location);
	})];
	if (findings.length > 0) throw invalidTemplate(findings, `Correct ${file}.`);
	return parsed;
}
function formatOf(source, file) {
	return file.toLowerCase().endsWith(".json") || /^\s*\{/.test(source) ? "json" : "yaml";
}
function isBlank(text) {
	return text.split(/\r\n|\n|\r/).every((line) => /^\s*(?:#.*)?$/.test(line));
}
function surprisesOf(parsed, file, source) {
	if (!("surprises" in parsed)) return [];
	const locate = locator(source, file);
	return parsed.surprises.map(({ offset, message }) => ({
		level: "warning",
		message,
		location: locate(offset)
	}));
}
function error(message, location) {
	return {
		level: "error",
		message,
		location
	};
}
function uncounted({ repeated }, locate) {
	return repeated.flatMap(({ name, offsets }) => {
		const last = offsets.at(-1) ?? 0;
		const earlier = offsets.slice(0, -1);
		const counts = placeText(locate(last));
		const others = earlier.map((offset) => placeText(locate(offset))).join(", ");
		const noun = earlier.length === 1 ? "the other" : "the others";
		return [...earlier.map((offset) => [offset, `this one does not count, the last one does (${counts})`]), [last, `this one counts, as the last of them (${noun}: ${others})`]].map(([offset, which]) => {
			return {
				level: "warning",
				message: `The key "${name}" is given ${times(offsets.length)}; ${which}. Keep one of them.`,
				location: locate(offset)
			};
		});
	});
}
function regionTaken(location) {
	return {
		level: "warning",
		message: `Fn::GetAZs has no value (null); the stack's own region is meant by that, and "" is sent.`,
		location
	};
}
function times(count) {
	return count === 2 ? "twice" : `${count} times`;
}
function notAMapping(source, { root }, file) {
	const kind = Array.isArray(root.value) ? "a list" : root.value === null ? "nothing" : `${typeof root.value}`;
	const message = `The template is ${kind === "string" ? "plain text" : kind}; it must be a mapping with a Resources section.`;
	return syntaxError(source, locator(source, file)(root.at), message, "Check that this is the template's path.");
}
function tooLarge(characters, file) {
	const size = characters.toLocaleString("en-US");
	return new ActionError(`${file}: the file has ${size} characters; CloudFormation takes templates up to 1 MB.`, {
		reasonCode: "invalid-template",
		hint: "Split it into nested stacks (AWS::CloudFormation::Stack)."
	});
}

// src/flows/render/problems.ts
async function attempt$1(load) {
	try {
		return {
			value: await load(),
			problems: []
		};
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		const gap = error.message.includes("\n") ? "\n" : " ";
		return { problems: [{
			message: error.hint === void 0 ? error.message : `${error.message}${gap}${error.hint}`,
			reasonCode: error.reasonCode,
			findings: findingsOf(error)
		}] };
	}
}
function errorsOf(findings) {
	return findings.filter((finding) => finding.level === "error").map((finding) => ({
		message: findingText(finding),
		findings: [finding]
	}));
}
function inputError(problems, undecided) {
	const messages = problems.map((problem) => "level" in problem ? findingText(problem) : problem.message);
	const unsure = undecided.map((name) => `Parameter ${name} has no value, unless the stack keeps one. Name it in parameters or parameters-file.`);
	const all = [...messages, ...unsure];
	const onlyTemplate = problems.every((problem) => "reasonCode" in problem && problem.reasonCode === "invalid-template");
	return new ActionError(all.length === 1 ? all[0] ?? "" : `${all.length} problems:\n${all.map((message) => `- ${message}`).join("\n")}`, {
		reasonCode: onlyTemplate ? "invalid-template" : "invalid-input",
		cause: problems.flatMap((problem) => "level" in problem ? [problem] : problem.findings ?? [])
	});
}

// src/changes/acknowledgement.ts
const DESTRUCTIVE_LABEL = "allow-destructive";
const LONGEST_NAME = 32;
const HASH_DIGITS = 12;
function lossLabel(key) {
	return `${DESTRUCTIVE_LABEL}:${shortName(logicalIdOf(key))}`;
}
function meansResource(name, key) {
	const logicalId = logicalIdOf(key);
	return name === key || name === logicalId || name === shortName(logicalId);
}
function isLossLabel(label) {
	return label === DESTRUCTIVE_LABEL || label.startsWith(`${DESTRUCTIVE_LABEL}:`);
}
function acknowledgements({ allowDestructive }, labels) {
	const fromLabels = labels.flatMap((label) => {
		const resource = label === DESTRUCTIVE_LABEL ? "*" : namedInLabel(label);
		return resource === void 0 ? [] : [{
			resource,
			by: `label ${label}`
		}];
	});
	return [...allowDestructive.map((resource) => ({
		resource,
		by: `input ${DESTRUCTIVE_LABEL}`
	})), ...fromLabels];
}
function labelsFor(keys, labels) {
	return labels.flatMap((label) => {
		if (label === DESTRUCTIVE_LABEL) return keys.map((key) => `${DESTRUCTIVE_LABEL}:${key}`);
		const named = namedInLabel(label);
		return named !== void 0 && keys.some((key) => meansResource(named, key)) ? [label] : [];
	});
}
function isStoppedByLoss(unacknowledged, { onDestructive }) {
	return unacknowledged.length > 0 && onDestructive === "fail";
}
function lossText(keys) {
	return `data would be lost in ${keys.join(", ")}, and nobody has acknowledged it`;
}
function acceptance$1(keys, most = 3) {
	const labels = [...new Set(keys.map(lossLabel))];
	const more = labels.length > most ? `, … (${labels.length} in all)` : "";
	return `the label${labels.length === 1 ? "" : "s"} ${labels.slice(0, most).join(", ")}${more} on the pull request, or the input allow-destructive`;
}
function namedInLabel(label) {
	if (!label.startsWith(`${DESTRUCTIVE_LABEL}:`)) return void 0;
	const name = label.slice(18).trim();
	return name === "" || name === "*" ? void 0 : name;
}
function logicalIdOf(key) {
	return key.split("/").at(-1) ?? key;
}
function shortName(logicalId) {
	if (logicalId.length <= LONGEST_NAME) return logicalId;
	return `${logicalId.slice(0, 19)}-${sha256(logicalId).slice(0, HASH_DIGITS)}`;
}

// src/changes/review/history.ts
function recordedPulls({ brought }) {
	if (brought.by === "nobody-needed") return [];
	return brought.pulls.filter((pull) => pull.record !== void 0);
}
function ownCommit({ line }) {
	return line.find(({ brought }) => brought.by === "pull-requests");
}
function commitsSince({ line, isWhole }, baseCommit) {
	const base = line.findIndex(({ sha }) => sha === baseCommit);
	if (base >= 0) return line.slice(0, base);
	return isWhole ? line : void 0;
}

// src/changes/model.ts
const KNOWN_AFTER_APPLY = "{{changeSet:KNOWN_AFTER_APPLY}}";
function resourceKey(change) {
	return [...change.stackPath, change.logicalId].join("/");
}

// src/changes/resourceState.ts
function isWhole$1({ complete, open }, path) {
	return complete || open?.has(path.split("/")[0] ?? path) === false;
}
function resourceStates(change) {
	const before = change.action === "Add" ? void 0 : propertiesOf$1(change.before);
	const after = change.action === "Remove" ? void 0 : propertiesOf$1(change.after);
	const wantsBefore = change.action !== "Add" && change.action !== "Import";
	const complete = (before !== void 0 || !wantsBefore) && (after !== void 0 || change.action === "Remove");
	return {
		before: before ?? (wantsBefore ? fromDetails(change.details, "before", after) : void 0),
		after: after ?? (change.action === "Remove" ? void 0 : fromDetails(change.details, "after", before)),
		complete
	};
}
function propertiesOf$1(context) {
	if (!isObject(context)) return void 0;
	const properties = context.Properties;
	if (isObject(properties)) return properties;
	return Object.keys(context).some((key) => ATTRIBUTES$1.has(key)) ? {} : context;
}
function attributeOf$1(context, attribute) {
	return isObject(context) && ATTRIBUTES$1.has(attribute) ? context[attribute] : void 0;
}
function attributesOf$1(context) {
	const entries = Object.entries(isObject(context) ? context : {}).flatMap(([name, value]) => {
		if (!ATTRIBUTES$1.has(name) || name === "Type") return [];
		if (name !== "Metadata" || !isObject(value)) return [[name, value]];
		const own = Object.entries(value).filter(([key]) => !OF_THE_CDK.test(key));
		return own.length === 0 ? [] : [[name, Object.fromEntries(own)]];
	});
	return Object.fromEntries(entries);
}
const OF_THE_CDK = /^aws:(?:cdk|asset):/;
function parseValue(text) {
	if (!/^\s*[[{]/.test(text)) return text;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
const ATTRIBUTES$1 = /* @__PURE__ */ new Set([
	"Metadata",
	"CreationPolicy",
	"UpdatePolicy",
	"DeletionPolicy",
	"UpdateReplacePolicy",
	"DependsOn",
	"Condition",
	"Type"
]);
function fromDetails(details, side, other = {}) {
	const known = { ...other };
	for (const detail of details) {
		if (detail.attribute !== "Properties" || detail.name === void 0) continue;
		const [text, steps] = [detail[side], (detail.path ?? "").split("/").slice(2)];
		set(known, steps.length === 0 ? [detail.name] : steps, text === void 0 ? void 0 : parseValue(text));
	}
	return known;
}
function set(target, steps, value) {
	const [step, ...rest] = steps;
	if (step === void 0 || step === "__proto__") return;
	const child = target[step];
	if (rest.length > 0) {
		if (value === void 0 && child === void 0) return;
		const next = typeof child === "object" ? { ...child } : {};
		set(next, rest, value);
		target[step] = next;
	} else if (value === void 0) delete target[step];
	else target[step] = value;
}
function asList(value) {
	if (value === void 0 || value === null) return [];
	return typeof value === "object" ? Object.values(value) : [value];
}

// src/changes/items/model.ts
function differing$1(has, wants) {
	const items = /* @__PURE__ */ new Map();
	for (const name of /* @__PURE__ */ new Set([...has.keys(), ...wants.keys()])) {
		const [before, after] = [has.get(name) ?? null, wants.get(name) ?? null];
		if (before !== after) items.set(name, {
			before,
			after,
			how: null
		});
	}
	return items;
}
function nameText(name) {
	return name.replace(/[~/%\s]/g, (character) => ESCAPES[character] ?? encodeURIComponent(character));
}
const ESCAPES = {
	"~": "~0",
	"/": "~1",
	" ": "~2"
};
function escaped$1(step) {
	return step.replaceAll("~", "~0").replaceAll("/", "~1");
}
function unescaped$1(step) {
	return step.replaceAll("~2", " ").replaceAll("~1", "/").replaceAll("~0", "~");
}
function keyText(stackPath, logicalId) {
	return [...stackPath, logicalId].map(nameText).join("/");
}

// src/changes/items/listedItems.ts
const RESOURCE = "resource";
const PROPERTY$1 = "property";
function listedItems(resources) {
	const items = /* @__PURE__ */ new Map();
	for (const changes of Map.groupBy(resources, resourceKey).values()) {
		const [{ stackPath, logicalId }] = changes;
		const key = keyText(stackPath, logicalId);
		items.set(`${RESOURCE} ${key}`, {
			before: null,
			after: null,
			how: oneText(changes.map(operation))
		});
		const details = changes.flatMap((change) => change.details);
		for (const [place, same] of Map.groupBy(details, placeOf$1)) {
			const item = propertyItem(same);
			if (!isSameUpload(item)) items.set(`${PROPERTY$1} ${key} ${place}`, item);
		}
	}
	return items;
}
function listedText(value) {
	return canonicalJson(parseValue(withoutUploads(value)));
}
function isSameUpload({ before, after }) {
	return before !== null && before === after && before.includes("(uploaded template in ");
}
function withoutUploads(value) {
	return value.replace(/https?:\/\/[^\s"]{1,900}\/aurora-deploy-action\/[0-9a-f]{64}\.json/g, (url) => uploadedName(url) ?? url);
}
function operation({ action, type, replacement, policyAction }) {
	return {
		action,
		type,
		replacement: replacement ?? null,
		policyAction: policyAction ?? null
	};
}
function propertyItem(details) {
	const how = details.map(({ requiresRecreation, changeType }) => ({
		recreation: requiresRecreation,
		change: changeType ?? null
	}));
	const after = valueText$1(details.map((detail) => detail.after));
	return {
		before: isLater(details) ? null : valueText$1(details.map((detail) => detail.before)),
		after,
		how: oneText(how)
	};
}
function isLater(details) {
	return details.some(({ after }) => after?.includes("{{changeSet:KNOWN_AFTER_APPLY}}") === true) && details.every(({ drift }) => drift === void 0);
}
function valueText$1(values) {
	const texts = [...new Set(values.flatMap((value) => value === void 0 ? [] : [listedText(value)]))];
	if (texts.length < 2) return texts[0] ?? null;
	return canonicalJson(texts.sort());
}
function oneText(forms) {
	const texts = [...new Set(forms.map(canonicalJson))].sort();
	return texts.length === 1 ? texts[0] ?? "" : canonicalJson(texts);
}
function placeOf$1({ attribute, path, name }) {
	const place = path ?? (name === void 0 ? "" : `/${attribute}/${name}`);
	if (attribute === "Properties") return place === "" ? "/Properties" : place;
	return place === "" ? attribute : `${attribute} ${place}`;
}

// src/template/functions.ts
const FUNCTION_NAMES = [
	"Fn::And",
	"Fn::Base64",
	"Fn::Cidr",
	"Fn::Contains",
	"Fn::EachMemberEquals",
	"Fn::EachMemberIn",
	"Fn::Equals",
	"Fn::FindInMap",
	"Fn::GetAZs",
	"Fn::GetAtt",
	"Fn::GetStackOutput",
	"Fn::If",
	"Fn::ImportValue",
	"Fn::Join",
	"Fn::Length",
	"Fn::Not",
	"Fn::Or",
	"Fn::RefAll",
	"Fn::Select",
	"Fn::Split",
	"Fn::Sub",
	"Fn::ToJsonString",
	"Fn::Transform",
	"Fn::ValueOf",
	"Fn::ValueOfAll",
	"Ref"
];
function visitFunctions(value, path, visit) {
	walk$1(value, path, false, visit);
}
function functionOf(value) {
	if (!isObject$1(value)) return void 0;
	const [entry, other] = Object.entries(value);
	if (entry === void 0 || other !== void 0) return void 0;
	const [name, argument] = entry;
	return name.startsWith("Fn::") || (name === "Ref" || name === "Condition") && typeof argument === "string" ? {
		name,
		argument
	} : void 0;
}
function attributeParts(argument) {
	if (typeof argument === "string") {
		const dot = argument.indexOf(".");
		return dot > 0 ? {
			logicalId: argument.slice(0, dot),
			attribute: argument.slice(dot + 1)
		} : void 0;
	}
	if (!Array.isArray(argument)) return void 0;
	const [logicalId, ...rest] = argument;
	const isComputed = logicalId !== void 0 && functionOf(logicalId) !== void 0;
	if (typeof logicalId !== "string" && !isComputed || rest.length === 0) return void 0;
	const attribute = rest.every((part) => typeof part === "string") ? rest.join(".") : rest[0] ?? null;
	return {
		logicalId: typeof logicalId === "string" ? logicalId : void 0,
		attribute
	};
}
function walk$1(value, path, conditional, visit) {
	if (Array.isArray(value)) {
		value.forEach((item, index) => {
			walk$1(item, [...path, index], conditional, visit);
		});
		return;
	}
	if (!isObject$1(value)) return;
	const use = functionOf(value);
	if (use !== void 0) visit({
		...use,
		path: [...path, use.name],
		conditional
	});
	for (const [key, member] of Object.entries(value)) walk$1(member, [...path, key], conditional || key === "Fn::If", visit);
}
function isLoop(key) {
	return key.startsWith("Fn::ForEach::");
}

// src/template/macros.ts
function macrosOf(template) {
	return [...namesIn$2(template.Transform), ...below$4(template)];
}
function usesMacros(template) {
	return macrosOf(template).length > 0;
}
function isRewritten(template) {
	return macrosOf(template).some((name) => name !== "AWS::LanguageExtensions");
}
function hangsOnMore(template) {
	return macrosOf(template).some((name) => name?.startsWith("AWS::") !== true || name === "AWS::Include");
}
function freedomOf(template) {
	const macros = macrosOf(template);
	if (macros.some((name) => name?.startsWith("AWS::") !== true)) return "anything";
	const addsNames = isRewritten(template) || hasKey(template, (key) => key.startsWith("Fn::ForEach"));
	return macros.length > 0 && addsNames ? "known" : "none";
}
function below$4(value) {
	if (Array.isArray(value)) return value.flatMap(below$4);
	if (!isObject$1(value)) return [];
	return Object.entries(value).flatMap(([key, member]) => [...key === "Fn::Transform" ? namesIn$2(member) : [], ...below$4(member)]);
}
function namesIn$2(transform) {
	if (transform === void 0 || transform === null) return [];
	if (Array.isArray(transform)) return transform.flatMap(namesIn$2);
	const name = isObject$1(transform) ? transform.Name : transform;
	return [typeof name === "string" ? name : void 0];
}
function hasKey(value, matches) {
	if (Array.isArray(value)) return value.some((item) => hasKey(item, matches));
	if (!isObject$1(value)) return false;
	return Object.entries(value).some(([key, member]) => matches(key) || hasKey(member, matches));
}

// src/changes/items/definitions.ts
const SERVERLESS = "AWS::Serverless::";
function writtenAs(logicalId, template) {
	const resources = template?.Resources;
	if (template === void 0 || !isObject$1(resources)) return null;
	if (Object.hasOwn(resources, logicalId)) return withGlobals$1(resources[logicalId] ?? null, template);
	const isShared = logicalId.startsWith("Serverless");
	const owners = Object.entries(resources).filter(([id, definition]) => isServerless(definition) && (isShared || logicalId.startsWith(id)));
	if (owners.length === 0) return null;
	return owners.map(([id, definition]) => {
		const whole = withGlobals$1(definition, template);
		return logicalId.startsWith(id) ? whole : sharedPart(whole);
	});
}
const STAYS = /* @__PURE__ */ new Set([
	...[
		"CodeUri",
		"InlineCode",
		"ImageUri",
		"ImageConfig",
		"PackageType",
		"Handler",
		"Runtime",
		"Architectures"
	],
	...[
		"Description",
		"MemorySize",
		"EphemeralStorage",
		"Timeout",
		"ReservedConcurrentExecutions"
	],
	...[
		"Environment",
		"KmsKeyArn",
		"Layers",
		"VpcConfig",
		"FileSystemConfigs",
		"Tracing",
		"LoggingConfig"
	],
	...[
		"DeadLetterQueue",
		"Role",
		"RolePath",
		"Policies",
		"PermissionsBoundary",
		"AssumeRolePolicyDocument"
	]
]);
function sharedPart(definition) {
	if (!isServerless(definition) || definition.Type !== `${SERVERLESS}Function`) return definition;
	const { Properties = {} } = definition;
	if (!isMapping(Properties)) return definition;
	const shared = Object.entries(Properties).filter(([name]) => !STAYS.has(name));
	return {
		...definition,
		Properties: Object.fromEntries(shared)
	};
}
function isServerless(definition) {
	return isObject$1(definition) && typeof definition.Type === "string" && definition.Type.startsWith(SERVERLESS);
}
const OF_ITS_OWN = /* @__PURE__ */ new Set([
	"Environment",
	"FileSystemConfigs",
	"Layers",
	"VpcConfig"
]);
function givenBeside(written) {
	if (!Array.isArray(written)) return written;
	return written.map((owner) => {
		if (!isObject$1(owner) || !isObject$1(owner.Properties)) return owner;
		const given = Object.entries(owner.Properties).filter(([name]) => !OF_ITS_OWN.has(name));
		return {
			...owner,
			Properties: Object.fromEntries(given)
		};
	});
}
function withGlobals$1(definition, { Globals }) {
	if (!isServerless(definition) || !isObject$1(Globals)) return definition;
	const kind = String(definition.Type).slice(17);
	const given = Object.hasOwn(Globals, kind) ? Globals[kind] : void 0;
	return given === void 0 ? definition : {
		...definition,
		Properties: merged(given, definition.Properties ?? {})
	};
}
function merged(given, own) {
	if (Array.isArray(given) && Array.isArray(own)) return [...given, ...own];
	if (!isMapping(given) || !isMapping(own)) return own;
	const both = Object.entries(own).map(([name, value]) => [name, Object.hasOwn(given, name) ? merged(given[name] ?? null, value) : value]);
	return {
		...given,
		...Object.fromEntries(both)
	};
}
function isMapping(value) {
	return isObject$1(value) && functionOf(value) === void 0;
}
function withCondition(definition) {
	return [definition, { Condition: isObject$1(definition) ? definition.Condition ?? null : null }];
}
function listsIn(value) {
	if (Array.isArray(value)) return value.flatMap(listsIn);
	if (!isObject$1(value)) return [];
	return Object.entries(value).flatMap(([key, member]) => [...isLoop(key) && Array.isArray(member) ? [member[1] ?? null] : [], ...listsIn(member)]);
}

// src/template/parameters/patternMatch.ts
const MAX_STATES = 1e4;
const MAX_STEPS = 1e6;
function wholeMatcher(pattern) {
	if (sizeOf$1(pattern) > MAX_STATES) return () => void 0;
	const states = [];
	const start = compile(pattern, add(states, { kind: "end" }), states);
	const budget = { steps: 0 };
	return (value) => {
		const text = Array.from(value, (character) => character.codePointAt(0) ?? 0);
		const matches = follow({
			states,
			text,
			budget
		}, start, 0, "whole");
		return budget.steps > MAX_STEPS ? void 0 : matches;
	};
}
function sizeOf$1(pattern) {
	switch (pattern.kind) {
		case "characters":
		case "position": return 1;
		case "ahead": return 2 + sizeOf$1(pattern.pattern);
		case "sequence": return pattern.parts.reduce((sum, part) => sum + sizeOf$1(part), 0);
		case "choice": return pattern.options.reduce((sum, option) => sum + sizeOf$1(option), 1);
		case "repeat": return (1 + sizeOf$1(pattern.pattern)) * copiesOf(pattern);
	}
}
function copiesOf({ least, most }) {
	return most === Infinity ? least + 1 : most;
}
function compile(pattern, next, states) {
	switch (pattern.kind) {
		case "characters": return add(states, {
			kind: "characters",
			matches: pattern.matches,
			next
		});
		case "position": return add(states, {
			kind: "position",
			holds: pattern.holds,
			next
		});
		case "ahead": return add(states, {
			kind: "ahead",
			start: compile(pattern.pattern, add(states, { kind: "end" }), states),
			negated: pattern.negated,
			next
		});
		case "sequence": return pattern.parts.reduceRight((after, part) => compile(part, after, states), next);
		case "choice": return add(states, {
			kind: "fork",
			next: pattern.options.map((option) => compile(option, next, states))
		});
		case "repeat": return compileRepeat(pattern, next, states);
	}
}
function compileRepeat({ pattern, least, most }, next, states) {
	let entry = next;
	if (most === Infinity) {
		entry = add(states, {
			kind: "fork",
			next: []
		});
		states[entry] = {
			kind: "fork",
			next: [compile(pattern, entry, states), next]
		};
	} else for (let copy = least; copy < most; copy += 1) entry = add(states, {
		kind: "fork",
		next: [compile(pattern, entry, states), next]
	});
	for (let copy = 0; copy < least; copy += 1) entry = compile(pattern, entry, states);
	return entry;
}
function add(states, state) {
	return states.push(state) - 1;
}
function follow(run, start, from, until) {
	let active = reachable(run, [start], from);
	for (let at = from;; at += 1) {
		if ((at === run.text.length || until === "prefix") && active.some((state) => state.kind === "end")) return true;
		const code = run.text[at];
		if (code === void 0 || active.length === 0 || run.budget.steps > MAX_STEPS) return false;
		active = reachable(run, active.flatMap((state) => state.kind === "characters" && state.matches(code) ? [state.next] : []), at + 1);
	}
}
function reachable(run, starts, at) {
	const seen = /* @__PURE__ */ new Set();
	const pending = [...starts];
	const active = [];
	for (let index = pending.pop(); index !== void 0; index = pending.pop()) {
		const state = run.states[index];
		if (state === void 0 || seen.has(index)) continue;
		seen.add(index);
		run.budget.steps += 1;
		if (run.budget.steps > MAX_STEPS) return [];
		switch (state.kind) {
			case "fork":
				pending.push(...state.next);
				break;
			case "position":
				if (state.holds(run.text, at)) pending.push(state.next);
				break;
			case "ahead":
				if (follow(run, state.start, at, "prefix") !== state.negated) pending.push(state.next);
				break;
			case "characters":
			case "end": active.push(state);
		}
	}
	return active;
}

// src/template/parameters/patternModel.ts
function take(cursor, text) {
	if (!cursor.text.startsWith(text, cursor.at)) return false;
	cursor.at += text.length;
	return true;
}
function takeMatch(cursor, pattern) {
	pattern.lastIndex = cursor.at;
	const match = pattern.exec(cursor.text);
	if (match === null) return void 0;
	cursor.at += match[0].length;
	return match;
}

// src/template/parameters/patternCharacters.ts
function readClass(cursor) {
	const negated = take(cursor, "^");
	const members = [];
	if (cursor.text[cursor.at] === "]") return void 0;
	while (!take(cursor, "]")) {
		const member = readMember(cursor);
		if (member === void 0) return void 0;
		members.push(member);
	}
	const matches = (code) => members.some((member) => member.matches(code));
	return characters$1(negated ? (code) => !matches(code) : matches);
}
function readMember(cursor) {
	if (cursor.at >= cursor.text.length || cursor.text.startsWith("&&", cursor.at)) return void 0;
	const from = readMemberCode(cursor);
	if (from === void 0 || typeof from !== "number") return from;
	if (!(cursor.text[cursor.at] === "-" && !["]", void 0].includes(cursor.text[cursor.at + 1]))) return literal(cursor, from);
	cursor.at += 1;
	const to = readMemberCode(cursor);
	if (typeof to !== "number" || to < from) return void 0;
	return anyCase(cursor, (code) => code >= from && code <= to);
}
function readMemberCode(cursor) {
	const code = cursor.text.codePointAt(cursor.at);
	if (code === void 0 || cursor.text[cursor.at] === "[") return void 0;
	cursor.at += code > 65535 ? 2 : 1;
	if (code !== 92) return code;
	const escaped = readEscapedCode(cursor);
	if (escaped !== void 0) return escaped;
	return readEscapedClass(cursor);
}
const CONTROL = {
	t: 9,
	n: 10,
	f: 12,
	r: 13,
	a: 7,
	e: 27
};
function readEscapedCode(cursor) {
	const hexadecimal = takeMatch(cursor, /(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))/y);
	if (hexadecimal !== void 0) return Number.parseInt(hexadecimal[1] ?? hexadecimal[2] ?? "", 16);
	const code = cursor.text.codePointAt(cursor.at);
	if (code === void 0) return void 0;
	const character = String.fromCodePoint(code);
	const control = Object.hasOwn(CONTROL, character) ? CONTROL[character] : void 0;
	if (control === void 0 && /[A-Za-z0-9]/.test(character)) return void 0;
	cursor.at += character.length;
	return control ?? code;
}
function readEscapedClass(cursor) {
	const [, sign, name] = takeMatch(cursor, /([pP])\{(\w+)\}/y) ?? [];
	const posix = name !== void 0 && Object.hasOwn(POSIX, name) ? POSIX[name] : void 0;
	if (posix !== void 0) return ofClass(posix, sign === "P");
	if (sign !== void 0) return void 0;
	const letter = cursor.text[cursor.at] ?? "";
	const plain = Object.hasOwn(PERL, letter.toLowerCase()) ? PERL[letter.toLowerCase()] : void 0;
	if (plain === void 0) return void 0;
	cursor.at += 1;
	return ofClass(plain, letter !== letter.toLowerCase());
}
function ofClass(members, negated) {
	return characters$1((code) => members.test(String.fromCodePoint(code)) !== negated);
}
const PERL = {
	d: /[0-9]/,
	w: /[a-zA-Z_0-9]/,
	s: /[ \t\n\v\f\r]/
};
const POSIX = {
	Lower: /[a-z]/,
	Upper: /[A-Z]/,
	Alpha: /[a-zA-Z]/,
	Digit: /[0-9]/,
	Alnum: /[a-zA-Z0-9]/,
	XDigit: /[0-9a-fA-F]/,
	Punct: /[!-/:-@[-`{-~]/,
	Graph: /[!-~]/,
	Print: /[ -~]/,
	Blank: /[ \t]/,
	Space: /[ \t\n\v\f\r]/,
	ASCII: /[\x00-\x7f]/
};
function literal({ ignoreCase }, wanted) {
	return anyCase({ ignoreCase }, (code) => code === wanted);
}
function anyCase({ ignoreCase }, matches) {
	if (!ignoreCase) return characters$1(matches);
	return characters$1((code) => matches(code) || isLetter(code) && matches(code ^ 32));
}
function isLetter(code) {
	const lower = code | 32;
	return code < 128 && lower >= 97 && lower <= 122;
}
function characters$1(matches) {
	return {
		kind: "characters",
		matches
	};
}

// src/template/parameters/patternSyntax.ts
const MAX_DEPTH$2 = 50;
function readPattern(text) {
	const ignoreCase = text.startsWith("(?i)");
	const cursor = {
		text,
		ignoreCase,
		at: ignoreCase ? 4 : 0,
		depth: 0
	};
	const pattern = readChoice(cursor);
	return cursor.at === text.length ? pattern : void 0;
}
function readChoice(cursor) {
	const options = [];
	do {
		const option = readSequence(cursor);
		if (option === void 0) return void 0;
		options.push(option);
	} while (take(cursor, "|"));
	return options.length === 1 ? options[0] : {
		kind: "choice",
		options
	};
}
function readSequence(cursor) {
	const parts = [];
	while (cursor.at < cursor.text.length && !"|)".includes(cursor.text[cursor.at] ?? "")) {
		const part = readAtom(cursor);
		const repeated = part === void 0 ? void 0 : readQuantifier(cursor, part);
		if (repeated === void 0) return void 0;
		parts.push(repeated);
	}
	return {
		kind: "sequence",
		parts
	};
}
function readAtom(cursor) {
	const code = cursor.text.codePointAt(cursor.at) ?? 0;
	const character = String.fromCodePoint(code);
	cursor.at += character.length;
	switch (character) {
		case "(": return readGroup(cursor);
		case "[": return readClass(cursor);
		case "\\": return readEscape(cursor);
		case ".": return characters$1((each) => !LINE_ENDS.has(each));
		case "^": return {
			kind: "position",
			holds: (_, at) => at === 0
		};
		case "$": return {
			kind: "position",
			holds: atLastLineEnd
		};
		case "*":
		case "+":
		case "?":
		case "{": return;
		default: return literal(cursor, code);
	}
}
function readGroup(cursor) {
	cursor.depth += 1;
	const look = take(cursor, "?=") ? "ahead" : take(cursor, "?!") ? "not-ahead" : void 0;
	if (look === void 0 && cursor.text[cursor.at] === "?") {
		if (!(take(cursor, "?:") || takeMatch(cursor, /\?<[A-Za-z][A-Za-z0-9]*>/y) !== void 0)) return void 0;
	}
	const pattern = cursor.depth > MAX_DEPTH$2 ? void 0 : readChoice(cursor);
	cursor.depth -= 1;
	if (pattern === void 0 || !take(cursor, ")")) return void 0;
	return look === void 0 ? pattern : {
		kind: "ahead",
		pattern,
		negated: look === "not-ahead"
	};
}
function readQuantifier(cursor, pattern) {
	const [least, most] = readBounds(cursor);
	if (least === void 0 || most === void 0) return void 0;
	if (least === 1 && most === 1) return pattern;
	take(cursor, "?");
	if ("*+?{".includes(cursor.text[cursor.at] ?? "-")) return void 0;
	return {
		kind: "repeat",
		pattern,
		least,
		most
	};
}
function readBounds(cursor) {
	if (take(cursor, "*")) return [0, Infinity];
	if (take(cursor, "+")) return [1, Infinity];
	if (take(cursor, "?")) return [0, 1];
	if (cursor.text[cursor.at] !== "{") return [1, 1];
	const [, least, comma, most] = takeMatch(cursor, /\{(\d{1,4})(,?)(\d{0,4})\}/y) ?? [];
	if (least === void 0 || comma === "" && most !== "") return [void 0, void 0];
	const high = comma === "" ? Number(least) : most === "" ? Infinity : Number(most);
	return high < Number(least) ? [void 0, void 0] : [Number(least), high];
}
function readEscape(cursor) {
	const letter = cursor.text[cursor.at] ?? "";
	const position = Object.hasOwn(POSITIONS, letter) ? POSITIONS[letter] : void 0;
	if (position !== void 0) {
		cursor.at += 1;
		return {
			kind: "position",
			holds: position
		};
	}
	const code = readEscapedCode(cursor);
	return code === void 0 ? readEscapedClass(cursor) : literal(cursor, code);
}
const LINE_ENDS = /* @__PURE__ */ new Set([
	10,
	13,
	133,
	8232,
	8233
]);
function atLastLineEnd(text, at) {
	const rest = text.length - at;
	if (rest === 2) return text[at] === 13 && text[at + 1] === 10;
	return rest === 0 || rest === 1 && LINE_ENDS.has(text[at] ?? 0);
}
const POSITIONS = {
	A: (_, at) => at === 0,
	z: (text, at) => at === text.length,
	Z: atLastLineEnd,
	b: (text, at) => isWord(text[at - 1]) !== isWord(text[at]),
	B: (text, at) => isWord(text[at - 1]) === isWord(text[at])
};
function isWord(code) {
	return code !== void 0 && /\w/.test(String.fromCodePoint(code));
}

// src/template/parameters/javaPattern.ts
function patternMatcher(pattern) {
	const read = readPattern(pattern);
	return read === void 0 ? () => void 0 : wholeMatcher(read);
}

// src/template/parameters/constraints.ts
const MAX_BYTES = 4096;
const ID = "[0-9a-f]{8,17}";
const SHAPES = {
	"AWS::EC2::AvailabilityZone::Name": {
		pattern: /^[a-z]{2,4}(?:-[a-z]+){1,3}-\d{1,2}(?:[a-z]|(?:-[a-z0-9]+)+)$/,
		example: "us-east-1a"
	},
	"AWS::EC2::Image::Id": {
		pattern: new RegExp(`^a[mkr]i-${ID}$`),
		example: "ami-0123456789abcdef0"
	},
	"AWS::EC2::Instance::Id": {
		pattern: new RegExp(`^i-${ID}$`),
		example: "i-0123456789abcdef0"
	},
	"AWS::EC2::SecurityGroup::Id": {
		pattern: new RegExp(`^sg-${ID}$`),
		example: "sg-0123456789abcdef0"
	},
	"AWS::EC2::Subnet::Id": {
		pattern: new RegExp(`^subnet-${ID}$`),
		example: "subnet-0123456789abcdef0"
	},
	"AWS::EC2::Volume::Id": {
		pattern: new RegExp(`^vol-${ID}$`),
		example: "vol-0123456789abcdef0"
	},
	"AWS::EC2::VPC::Id": {
		pattern: new RegExp(`^vpc-${ID}$`),
		example: "vpc-0123456789abcdef0"
	},
	"AWS::Route53::HostedZone::Id": {
		pattern: /^[A-Z0-9]{1,32}$/,
		example: "Z1D633PJN98FT9"
	}
};
function violations(parameter, value) {
	const { type } = parameter;
	const size = new TextEncoder().encode(value).length;
	if (size > MAX_BYTES) return [wrong(`have at most 4,096 bytes (it has ${size.toLocaleString("en-US")})`)];
	if (type.startsWith("AWS::SSM::Parameter::")) return [];
	const ofPattern = patternOf(parameter);
	const element = /^List<(.+)>$/.exec(type)?.[1] ?? (type === "CommaDelimitedList" ? "String" : void 0);
	if (element === void 0) {
		const own = [...lengths(parameter, value), ...range(parameter, value)];
		return [
			...typed(type, value),
			...oneOf(parameter, value),
			...own,
			...ofPattern(value)
		];
	}
	const found = value.split(",").flatMap((part) => {
		const item = part.trim();
		return [
			...typed(element, item),
			...oneOf(parameter, item),
			...ofPattern(item)
		].map((violation) => violation.kind === "wrong" ? {
			...violation,
			item
		} : violation);
	});
	const undecided = found.find(({ kind }) => kind === "undecided");
	return [...found.filter(({ kind }) => kind === "wrong"), ...undecided ? [undecided] : []];
}
function typed(type, item) {
	if (type === "Number") return isNumber(item) ? [] : [wrong("be a number")];
	if (item.includes("{{resolve:")) return [];
	const shape = Object.hasOwn(SHAPES, type) ? SHAPES[type] : void 0;
	if (shape !== void 0) return shape.pattern.test(item) ? [] : [wrong(`be an ${type}, like ${shape.example}`)];
	return type.startsWith("AWS::") && item === "" ? [wrong(`be an ${type}, not empty`)] : [];
}
function isNumber(text) {
	return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text.trim());
}
function oneOf({ allowedValues, type, noEcho }, item) {
	if (allowedValues === void 0 || allowedValues.includes(item)) return [];
	if (type.includes("Number") && allowedValues.some((allowed) => Number(allowed) === Number(item))) return [];
	const list = (allowedValues.length > 20 ? [...allowedValues.slice(0, 20), "…"] : allowedValues).map((allowed) => allowed === "" ? "\"\"" : allowed).join(", ");
	const near = noEcho ? "" : didYouMean(item, allowedValues);
	return [wrong(`be one of: ${list}${near === "" ? "" : `.${near}`}`)];
}
function lengths({ type, minLength, maxLength }, value) {
	if (type === "Number") return [];
	const violations = [];
	if (minLength !== void 0 && value.length < minLength) violations.push(wrong(`have at least ${count$2(minLength)}`));
	if (maxLength !== void 0 && value.length > maxLength) violations.push(wrong(`have at most ${count$2(maxLength)}`));
	return violations;
}
function range({ type, minValue, maxValue }, value) {
	if (type !== "Number" || !isNumber(value)) return [];
	const violations = [];
	if (minValue !== void 0 && Number(value) < minValue) violations.push(wrong(`be at least ${minValue}`));
	if (maxValue !== void 0 && Number(value) > maxValue) violations.push(wrong(`be at most ${maxValue}`));
	return violations;
}
function patternOf({ allowedPattern }) {
	if (allowedPattern === void 0) return () => [];
	const matches = patternMatcher(allowedPattern);
	const why = `its AllowedPattern ${allowedPattern} can only be checked by CloudFormation`;
	return (value) => {
		const verdict = matches(value);
		if (verdict === void 0) return [{
			kind: "undecided",
			why
		}];
		return verdict ? [] : [wrong(`match ${allowedPattern}`)];
	};
}
function wrong(must) {
	return {
		kind: "wrong",
		must
	};
}
function count$2(characters) {
	return characters === 1 ? "1 character" : `${characters} characters`;
}

// src/template/parameters/resolveProblems.ts
function problemAt(level, message, place) {
	if (place?.location !== void 0) return {
		level,
		message,
		location: place.location
	};
	return {
		level,
		message: place === void 0 ? message : `${place.origin}: ${message}`
	};
}
function unknownNames(declared, layers) {
	const names = declared.map(({ name }) => name);
	return layers.flatMap(({ origin, values, places, isBroken }) => [...values.keys()].filter((name) => !names.includes(name)).map((name) => {
		const location = places?.get(name);
		return problemAt("error", isName(name, values.get(name)) && (!isBroken || didYouMean(name, names) !== "") ? `${name} is not a parameter of the template.${suggestion(name, names)}` : "What stands here is not a parameter of the template; it may belong to the value before it.", {
			origin,
			...location === void 0 ? {} : { location }
		});
	}));
}
function isName(name, given) {
	const isEmpty = given?.kind === "value" && /^=?$/.test(given.value);
	return isSayable(name) && !(isEmpty && /^(?=.*[\d+/])[A-Za-z0-9+/]{4,}$/.test(name));
}
function suggestion(name, names) {
	const near = didYouMean(name, names);
	if (near !== "") return near;
	if (names.length === 0) return " The template declares no parameters; remove it.";
	return ` It declares: ${(names.length > 20 ? [...names.slice(0, 20), "…"] : names).join(", ")}.`;
}
function valueProblems(declaration, { value, source }, from) {
	if (value === void 0) return [];
	const place = from ?? { origin: source === "suffix" ? "environment-suffix" : "the template's default" };
	return violations(declaration, value).flatMap((violation) => {
		if (violation.kind === "wrong") return [problemAt("error", violationText(declaration, value, violation), place)];
		return source === "default" ? [] : [problemAt("notice", `${declaration.name}: ${violation.why}.`, place)];
	});
}
function violationText(declaration, value, { must, item }) {
	const { name, constraintDescription: why } = declaration;
	const explained = why === void 0 ? "" : ` (${oneLine$1(why)})`;
	const which = item !== void 0 && item !== value ? `its item ${quoted$1(declaration, item)} must` : "it must";
	const message = `${name} is ${quoted$1(declaration, value)}; ${which} ${must}${explained}`;
	return /[.?]$/.test(message) ? message : `${message}.`;
}
function quoted$1({ noEcho, name }, value) {
	if (noEcho) return "not shown (NoEcho)";
	if (isSecretName(name)) return "not shown";
	const line = oneLine$1(value);
	return `"${line.length > 80 ? `${line.slice(0, 79)}…` : line}"`;
}
function oneLine$1(text) {
	return text.replaceAll(/\s+/g, " ").trim().replace(/\.$/, "");
}

// src/template/subText.ts
function subPieces(text) {
	const pieces = [];
	let at = 0;
	while (at < text.length) {
		const open = text.indexOf("${", at);
		const close = open === -1 ? -1 : text.indexOf("}", open);
		if (close === -1) {
			pieces.push({
				kind: "text",
				text: text.slice(at)
			});
			break;
		}
		if (open > at) pieces.push({
			kind: "text",
			text: text.slice(at, open)
		});
		pieces.push(pieceOf(text.slice(open + 2, close)));
		at = close + 1;
	}
	return pieces;
}
function subVariables(text) {
	return subPieces(text).flatMap((piece) => piece.kind === "variable" ? [piece.name] : []);
}
function pieceOf(inner) {
	if (inner.startsWith("!")) return {
		kind: "text",
		text: `\${${inner.slice(1)}}`
	};
	return inner.trim() === "" ? {
		kind: "text",
		text: `\${${inner}}`
	} : {
		kind: "variable",
		name: inner.trim()
	};
}

// src/template/tree/localPaths.ts
const FILE_URL = /^file:(?:\/\/)?/i;
function isLocalPath(text) {
	if (text === "" || text.includes("{{resolve:")) return false;
	return FILE_URL.test(text) || !/^[a-z][a-z0-9+.-]+:/i.test(text);
}
function workspacePath(from, local) {
	const path = local.replace(FILE_URL, "");
	if (/^(?:[/\\~]|[a-z]:)/i.test(path)) return void 0;
	const names = from.split("/").slice(0, -1);
	for (const name of path.split(/[/\\]/)) {
		if (name === "" || name === ".") continue;
		if (name !== "..") names.push(name);
		else if (names.pop() === void 0) return void 0;
	}
	return names.join("/");
}
function readLocal(read, local, path, refuse) {
	if (path === void 0) {
		refuse(`${local} leads out of the repository; name a file inside it, relative to this one.`);
		return;
	}
	try {
		const text = read(path);
		if (text === void 0) refuse(`There is no file ${path} (${local}, relative to this file).`);
		return text;
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		refuse(error.message);
		return;
	}
}

// src/template/tree/nested.ts
const NESTING = /* @__PURE__ */ new Map([["AWS::CloudFormation::Stack", "TemplateURL"], ["AWS::Serverless::Application", "Location"]]);
function nestedTemplates(value) {
	if (!isObject$1(value.Resources)) return [];
	return Object.entries(value.Resources).flatMap(([logicalId, resource]) => {
		const nesting = nestingOf(resource);
		const templateUrl = nesting?.properties[nesting.property];
		if (nesting === void 0 || typeof templateUrl !== "string" || !isLocalPath(templateUrl)) return [];
		return [{
			logicalId,
			templateUrl,
			path: [
				"Resources",
				logicalId,
				"Properties",
				nesting.property
			]
		}];
	});
}
function nestedStacks(value) {
	if (!isObject$1(value.Resources)) return [];
	return Object.entries(value.Resources).flatMap(([logicalId, resource]) => {
		const nesting = nestingOf(resource);
		if (nesting === void 0) return [];
		const url = nesting.properties[nesting.property];
		return typeof url === "string" ? [{
			logicalId,
			url,
			isLocal: isLocalPath(url)
		}] : [{
			logicalId,
			url: void 0,
			isLocal: false
		}];
	});
}
function withTemplateUrls(value, urls) {
	const resources = isObject$1(value.Resources) ? value.Resources : {};
	const changed = Object.entries(resources).map(([logicalId, resource]) => {
		const url = urls.get(logicalId);
		const nesting = nestingOf(resource);
		if (url === void 0 || nesting === void 0 || !isObject$1(resource)) return [logicalId, resource];
		return [logicalId, {
			...resource,
			Properties: {
				...nesting.properties,
				[nesting.property]: url
			}
		}];
	});
	return {
		...value,
		Resources: Object.fromEntries(changed)
	};
}
function nestingProperty(resource) {
	return NESTING.get(String(resource.Type));
}
function nestingOf(resource) {
	const property = isObject$1(resource) ? nestingProperty(resource) : void 0;
	if (!isObject$1(resource) || property === void 0) return void 0;
	const properties = isObject$1(resource.Properties) ? resource.Properties : {};
	return property === "Location" && typeof properties.Location !== "string" ? void 0 : {
		property,
		properties
	};
}
function checkNested(parent, logicalId, child) {
	const properties = nestingOf((isObject$1(parent.value.Resources) ? parent.value.Resources : {})[logicalId] ?? null)?.properties ?? {};
	const path = [
		"Resources",
		logicalId,
		"Properties",
		"Parameters"
	];
	const finding = (at, message) => ({
		level: "error",
		message,
		location: parent.locate(at),
		logicalId
	});
	const isPlain = properties.Parameters === void 0 || isObject$1(properties.Parameters);
	const given = isObject$1(properties.Parameters) ? properties.Parameters : {};
	const missing = child.parameters.filter(({ name, default: value }) => value === void 0 && !Object.hasOwn(given, name));
	return [...isPlain && given["Fn::If"] === void 0 && given["Fn::Transform"] === void 0 ? [...Object.entries(given).flatMap(([name, value]) => givenProblems(child, name, scalarText$1(value, parent.spelling?.([...path, name]))).map((message) => finding([...path, name], message))), ...missing.map(({ name }) => finding(path, `${logicalId} gives no value for parameter ${name} of ${child.file}, which has no default.`))] : [], ...outputProblems(parent.value, logicalId, child).map(([at, message]) => finding(at, message))];
}
function givenProblems(child, name, text) {
	const declaration = child.parameters.find((parameter) => parameter.name === name);
	if (declaration === void 0) {
		const names = child.parameters.map((parameter) => parameter.name);
		return [`${name} is not a parameter of ${child.file}.${didYouMean(name, names)}`];
	}
	return text === void 0 ? [] : literalProblems(declaration, text, child.file);
}
function literalProblems(declaration, text, file) {
	return violations(declaration, text).flatMap((violation) => {
		if (violation.kind === "undecided") return [];
		return [`${declaration.name} of ${file} is ${quoted$1(declaration, text)}; it must ${violation.must}.`];
	});
}
function outputProblems(value, logicalId, child) {
	const outputs = isObject$1(child.value.Outputs) ? Object.keys(child.value.Outputs) : [];
	if (outputs.some((name) => name.startsWith("Fn::")) || usesMacros(child.value)) return [];
	const problems = [];
	visitFunctions({
		Resources: value.Resources ?? {},
		Outputs: value.Outputs ?? {}
	}, [], ({ name, argument, path }) => {
		for (const attribute of attributesOf(name, argument, logicalId)) {
			const output = /^Outputs\.(.+)$/.exec(attribute)?.[1];
			if (output === void 0 || outputs.includes(output)) continue;
			problems.push([path, `${child.file} has no output ${output}.${didYouMean(output, outputs)}`]);
		}
	});
	return problems;
}
function attributesOf(name, argument, logicalId) {
	if (name === "Fn::GetAtt") {
		const parts = attributeParts(argument);
		return parts?.logicalId === logicalId && typeof parts.attribute === "string" ? [parts.attribute] : [];
	}
	const [text, variables] = name !== "Fn::Sub" ? [] : Array.isArray(argument) ? argument : [argument];
	if (typeof text !== "string") return [];
	const own = isObject$1(variables) ? variables : {};
	return [...new Set(subVariables(text))].filter((variable) => !Object.hasOwn(own, variable)).flatMap((variable) => variable.startsWith(`${logicalId}.`) ? [variable.slice(logicalId.length + 1)] : []);
}

// src/template/evaluate/evaluated.ts
const UNKNOWN = Symbol("unknown");
function isEvaluatedObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function hasUnknown(value) {
	if (value === UNKNOWN) return true;
	if (Array.isArray(value)) return value.some((item) => hasUnknown(item));
	return isEvaluatedObject(value) && Object.values(value).some(hasUnknown);
}
function textOf$1(value) {
	return isScalar(value) ? scalarText$1(value) ?? UNKNOWN : UNKNOWN;
}
function same$1(left, right) {
	if (hasUnknown(left) || hasUnknown(right)) return "unknown";
	return JSON.stringify(texts$1(left)) === JSON.stringify(texts$1(right));
}
function known$1(value) {
	return hasUnknown(value) ? void 0 : value;
}
function both(left, right) {
	if (left === false || right === false) return false;
	return left === "unknown" || right === "unknown" ? "unknown" : true;
}
function either(left, right) {
	return not(both(not(left), not(right)));
}
function not(value) {
	return value === "unknown" ? "unknown" : !value;
}
function texts$1(value) {
	if (Array.isArray(value)) return value.map((item) => texts$1(item));
	if (isEvaluatedObject(value)) {
		const members = Object.entries(value).sort(([left], [right]) => left < right ? -1 : 1);
		return Object.fromEntries(members.map(([key, member]) => [key, texts$1(member)]));
	}
	return isScalar(value) ? scalarText$1(value) ?? value : value;
}
function isScalar(value) {
	return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

// src/template/evaluate/cidr.ts
function cidrBlocks(block, count, bits) {
	const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(block);
	if (match === null) return void 0;
	const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
	if (!([
		a,
		b,
		c,
		d
	].every((part) => part <= 255) && prefix <= 32) || !(Number.isInteger(count) && count >= 1 && count <= 256 && Number.isInteger(bits) && bits >= 1) || bits > 32 - prefix || count > 2 ** (32 - prefix - bits)) return void 0;
	const size = 2 ** (32 - prefix);
	const address = ((a * 256 + b) * 256 + c) * 256 + d;
	const start = address - address % size;
	return Array.from({ length: count }, (_, index) => `${dotted(start + index * 2 ** bits)}/${32 - bits}`);
}
function dotted(address) {
	return [
		2 ** 24,
		2 ** 16,
		256,
		1
	].map((unit) => Math.floor(address / unit) % 256).join(".");
}

// src/template/evaluate/functions.ts
const intrinsics = {
	"Fn::And": (argument, around) => value(truths(argument, around).reduce(both, true)),
	"Fn::Or": (argument, around) => value(truths(argument, around).reduce(either, false)),
	"Fn::Not": (argument, around) => value(not(truths(argument, around)[0] ?? "unknown")),
	"Fn::Equals": (argument, around) => {
		const [left, right] = items$2(around.evaluate(argument));
		return left === void 0 || right === void 0 ? UNKNOWN : value(same$1(left, right));
	},
	"Fn::If": choose,
	"Fn::FindInMap": findInMap,
	"Fn::Join": join,
	"Fn::Select": select,
	"Fn::Split": split$2,
	"Fn::Sub": substitute,
	"Fn::Base64": (argument, around) => {
		const text = textOf$1(around.evaluate(argument));
		if (text === UNKNOWN || !around.hasRoom(text.length * 2)) return UNKNOWN;
		return Buffer.from(text, "utf8").toString("base64");
	},
	"Fn::Cidr": (argument, around) => {
		const [block, count, bits] = items$2(around.evaluate(argument)).map(textOf$1);
		if (typeof block !== "string" || typeof count !== "string" || typeof bits !== "string") return UNKNOWN;
		return cidrBlocks(block, Number(count), Number(bits)) ?? UNKNOWN;
	},
	"Fn::Length": (argument, around) => {
		const list = around.evaluate(argument);
		return Array.isArray(list) ? list.length : UNKNOWN;
	},
	"Fn::ToJsonString": (argument, around) => {
		const whole = known$1(around.evaluate(argument));
		const text = whole === void 0 ? void 0 : minify(whole);
		return text === void 0 || !around.hasRoom(text.length) ? UNKNOWN : text;
	}
};
function choose(argument, { evaluate, condition }) {
	const [name, yes, no] = jsonItems(argument);
	if (typeof name !== "string" || yes === void 0 || no === void 0) return UNKNOWN;
	const truth = condition(name);
	if (truth !== "unknown") return evaluate(truth ? yes : no);
	const left = evaluate(yes);
	const right = evaluate(no);
	return same$1(left, right) === true ? left : UNKNOWN;
}
function findInMap(argument, { evaluate, mappings }) {
	const [name, key, attribute] = jsonItems(argument).map((part) => textOf$1(evaluate(part)));
	const options = jsonItems(argument)[3];
	if (typeof name !== "string" || typeof key !== "string" || typeof attribute !== "string") return UNKNOWN;
	const found = member$1(member$1(mappings[name], key), attribute);
	if (found !== void 0) return isObject$1(found) ? UNKNOWN : found;
	const fallback = member$1(options, "DefaultValue");
	return fallback === void 0 ? UNKNOWN : evaluate(fallback);
}
function join(argument, { evaluate, hasRoom }) {
	const [delimiter, list] = items$2(evaluate(argument));
	if (typeof delimiter !== "string" || !Array.isArray(list)) return UNKNOWN;
	return joined$1(items$2(list).map(textOf$1), delimiter, hasRoom);
}
function joined$1(texts, delimiter, hasRoom) {
	if (!texts.every((text) => text !== UNKNOWN)) return UNKNOWN;
	return hasRoom(texts.reduce((sum, text) => sum + text.length + delimiter.length, 0)) ? texts.join(delimiter) : UNKNOWN;
}
function select(argument, { evaluate }) {
	const [first, second] = jsonItems(argument);
	if (first === void 0 || second === void 0) return UNKNOWN;
	const index = textOf$1(evaluate(first));
	const list = evaluate(second);
	if (typeof index !== "string" || !/^\d+$/.test(index) || !Array.isArray(list)) return UNKNOWN;
	return list[Number(index)] ?? UNKNOWN;
}
function split$2(argument, { evaluate, hasRoom }) {
	const [delimiter, source] = items$2(evaluate(argument));
	const text = textOf$1(source);
	if (typeof delimiter !== "string" || delimiter === "" || text === UNKNOWN) return UNKNOWN;
	return hasRoom(text.length) ? text.split(delimiter) : UNKNOWN;
}
function substitute(argument, { evaluate, reference, hasRoom }) {
	const [text, given] = Array.isArray(argument) ? jsonItems(argument) : [argument];
	if (typeof text !== "string") return UNKNOWN;
	const variables = isObject$1(given) ? given : {};
	const evaluated = /* @__PURE__ */ new Map();
	return joined$1(subPieces(text).map((piece) => {
		if (piece.kind === "text") return piece.text;
		const variable = Object.hasOwn(variables, piece.name) ? variables[piece.name] : void 0;
		const value = evaluated.get(piece.name) ?? textOf$1(variable === void 0 ? reference(piece.name) : evaluate(variable));
		evaluated.set(piece.name, value);
		return value;
	}), "", hasRoom);
}
function truths(argument, { evaluate }) {
	const given = jsonItems(argument);
	if (given.length === 0) return ["unknown"];
	return given.map((item) => {
		const truth = evaluate(item);
		if (truth === true || truth === "true") return true;
		return truth === false || truth === "false" ? false : "unknown";
	});
}
function value(truth) {
	return truth === "unknown" ? UNKNOWN : truth;
}
function items$2(list) {
	return Array.isArray(list) ? list : [];
}
function jsonItems(list) {
	return Array.isArray(list) ? list : [];
}
function member$1(object, key) {
	return isObject$1(object) && Object.hasOwn(object, key) ? object[key] : void 0;
}
function contains$1(list, wanted) {
	if (!Array.isArray(list)) return isEvaluatedObject(list) ? false : "unknown";
	return list.map((item) => same$1(item, wanted)).reduce(either, false);
}

// src/template/evaluate/value.ts
const NO_VALUE = Object.freeze({ "AWS::NoValue": true });
function evaluateValue(context, value) {
	if (Array.isArray(value)) return value.map((item) => evaluateValue(context, item)).filter((item) => !isNoValue(item));
	if (!isObject$1(value)) return value;
	const use = functionOf(value);
	if (use !== void 0) return call(context, use.name, use.argument);
	const members = Object.entries(value).map(([key, member]) => [key, evaluateValue(context, member)]);
	if (members.some(([key]) => key === "Fn::Transform" || key.startsWith("Fn::ForEach"))) return UNKNOWN;
	return Object.fromEntries(members.filter(([, member]) => !isNoValue(member)));
}
function isNoValue(value) {
	return value === NO_VALUE;
}
function truthOf(value) {
	if (value === true || value === "true") return true;
	return value === false || value === "false" ? false : "unknown";
}
function call(context, name, argument) {
	if (name === "Ref") return reference(context, String(argument));
	if (name === "Condition") return namedCondition(context, String(argument));
	const intrinsic = Object.hasOwn(intrinsics, name) ? intrinsics[name] : void 0;
	if (intrinsic === void 0) return UNKNOWN;
	return intrinsic(argument, {
		evaluate: (value) => evaluateValue(context, value),
		reference: (target) => reference(context, target),
		condition: context.condition,
		hasRoom: context.hasRoom,
		mappings: isObject$1(context.template.Mappings) ? context.template.Mappings : {}
	});
}
function namedCondition(context, name) {
	const conditions = context.template.Conditions;
	if (!isObject$1(conditions) || !Object.hasOwn(conditions, name)) return { Condition: name };
	const truth = context.condition(name);
	return truth === "unknown" ? UNKNOWN : truth;
}
function reference(context, name) {
	if (name === "AWS::NoValue") return NO_VALUE;
	if (name.startsWith("AWS::")) return own$1(context.scope.pseudo, name) ?? UNKNOWN;
	const declarations = context.template.Parameters;
	const declaration = isObject$1(declarations) ? declarations[name] : void 0;
	const value = own$1(context.scope.parameters, name);
	if (!isObject$1(declaration) || value === void 0) return UNKNOWN;
	const type = String(declaration.Type);
	if (type.startsWith("AWS::SSM::Parameter::Value")) return UNKNOWN;
	return type === "CommaDelimitedList" || type.startsWith("List<") ? value.split(",").map((item) => item.trim()) : value;
}
function own$1(values, name) {
	return Object.hasOwn(values, name) ? values[name] : void 0;
}

// src/template/evaluate/context.ts
const MOST_CHARACTERS = 1e7;
function contextOf(template, scope) {
	const decided = /* @__PURE__ */ new Map();
	let made = 0;
	const context = {
		template,
		scope,
		hasRoom: (characters) => {
			if (made + characters > MOST_CHARACTERS) return false;
			made += characters;
			return true;
		},
		condition: (name) => {
			const before = decided.get(name);
			if (before !== void 0) return before;
			decided.set(name, "unknown");
			const definition = isObject$1(template.Conditions) ? template.Conditions[name] : void 0;
			const truth = definition === void 0 ? "unknown" : truthOf(evaluateValue(context, definition));
			decided.set(name, truth);
			return truth;
		}
	};
	return context;
}

// src/template/evaluate/loops.ts
const MOST_ENTRIES = 5e3;
function withoutLoops(template, scope) {
	if (!hasLoop(template)) return template;
	return expanded(template, {
		context: contextOf(template, scope),
		left: MOST_ENTRIES
	});
}
function madeAlone(template, alone, scope) {
	const { Resources: _resources, Outputs: _outputs, ...head } = template;
	return withoutLoops({
		...head,
		...alone
	}, scope ?? {
		parameters: {},
		pseudo: {}
	});
}
function hasLoop(value) {
	if (Array.isArray(value)) return value.some(hasLoop);
	return isObject$1(value) && Object.entries(value).some(([key, member]) => isLoop(key) || hasLoop(member));
}
function expanded(value, expansion) {
	if (Array.isArray(value)) return value.map((item) => expanded(item, expansion));
	if (!isObject$1(value)) return value;
	const entries = Object.entries(value).flatMap(([key, member]) => isLoop(key) ? made(key, member, expansion) : [[key, expanded(member, expansion)]]);
	return Object.fromEntries(entries);
}
function made(key, loop, expansion) {
	const [name, list, body] = Array.isArray(loop) ? loop : [];
	const items = typeof name === "string" ? itemsOf(list ?? null, expansion) : void 0;
	if (typeof name !== "string" || items === void 0 || !isObject$1(body)) return [[key, loop]];
	const entries = Object.entries(body);
	const count = items.length * entries.length;
	const hasRoom = expansion.context.hasRoom(items.length * JSON.stringify(body).length);
	if (count > expansion.left || !hasRoom) return [[key, loop]];
	expansion.left -= count;
	return items.flatMap((item) => {
		return Object.entries(expanded(substituted$1(body, name, item), expansion)).map(([one, value]) => [isLoop(one) ? `${one} ${item}` : one, value]);
	});
}
function unknownRound(loop) {
	const [name, list = null, body = null] = Array.isArray(loop) ? loop : [];
	return typeof name === "string" ? [list, substituted$1(body, name, void 0)] : loop;
}
function itemsOf(list, { context }) {
	const items = evaluateValue(context, list);
	if (!Array.isArray(items)) return void 0;
	const texts = items.map(textOf$1).filter((text) => typeof text === "string");
	return texts.length === items.length ? texts : void 0;
}
function substituted$1(value, name, item) {
	const named = (text) => item === void 0 ? text : withItem(text, name, item);
	const inside = (part) => {
		if (typeof part === "string") return item === void 0 ? withoutItem(part, name) : named(part);
		if (Array.isArray(part)) return part.map(inside);
		if (!isObject$1(part)) return part;
		const use = functionOf(part);
		if (use?.name === "Ref" && use.argument === name) return item ?? part;
		return plainText(Object.fromEntries(Object.entries(part).map(([key, member]) => [named(key), inside(member)])));
	};
	return inside(value);
}
function withItem(text, name, item) {
	return text.replaceAll(`\${${name}}`, () => item).replaceAll(`&{${name}}`, () => item.replace(/[^A-Za-z0-9]/g, ""));
}
function withoutItem(text, name) {
	const spelled = text.replaceAll(`&{${name}}`, () => `\${${name}}`);
	return spelled.includes(`\${${name}}`) ? { "Fn::Sub": spelled } : text;
}
function plainText(value) {
	const { name, argument } = functionOf(value) ?? {};
	return name === "Fn::Sub" && typeof argument === "string" && !argument.includes("${") ? argument : value;
}

// src/changes/items/expanded.ts
function expandedTemplates(templates, values, { stack, region, account }) {
	const pseudo = {
		"AWS::Region": region,
		"AWS::AccountId": account
	};
	const known = /* @__PURE__ */ new Map([["", Object.fromEntries(values.map((parameter) => [parameter.name, knownValue(parameter)]))]]);
	const expanded = /* @__PURE__ */ new Map();
	const scopes = /* @__PURE__ */ new Map();
	const outerFirst = [...templates].sort(([a], [b]) => depth(a) - depth(b));
	for (const [key, template] of outerFirst) {
		const given = known.get(key);
		const scope = {
			parameters: known.has(key) && given === void 0 ? {} : withDefaults(template.value, given ?? {}),
			pseudo: key === "" ? {
				...pseudo,
				"AWS::StackName": stack
			} : pseudo
		};
		const spelled = withSpelledNumbers(template);
		const value = withoutLoops(spelled, scope);
		scopes.set(key, scope);
		expanded.set(key, value === spelled ? template : {
			...template,
			value
		});
		for (const [name, values] of givenBy(value, scope)) known.set(key === "" ? name : `${key}/${name}`, values);
	}
	return {
		expanded,
		scopes
	};
}
function knownValue({ value, resolved = value }) {
	return isMasked(value) ? void 0 : resolved;
}
function depth(key) {
	return key === "" ? 0 : key.split("/").length;
}
function withDefaults({ Parameters }, given) {
	const declared = Object.entries(isObject$1(Parameters) ? Parameters : {});
	return Object.fromEntries(declared.map(([name, one]) => {
		const standard = isObject$1(one) && typeof one.Default === "string" ? one.Default : void 0;
		return [name, Object.hasOwn(given, name) ? given[name] : standard];
	}));
}
function givenBy(template, scope) {
	const context = contextOf(template, scope);
	return Object.entries(isObject$1(template.Resources) ? template.Resources : {}).flatMap(([name, resource]) => {
		const properties = isObject$1(resource) ? resource.Properties : void 0;
		const given = isObject$1(properties) ? properties.Parameters : void 0;
		if (!isObject$1(given)) return [];
		if (functionOf(given) !== void 0 || Object.keys(given).some(isLoop)) return [[name, void 0]];
		const values = Object.entries(given).map(([parameter, value]) => [parameter, parameterText(evaluateValue(context, value))]);
		return [[name, Object.fromEntries(values)]];
	});
}
function parameterText(value) {
	const texts = (Array.isArray(value) ? value : [value]).map(textOf$1);
	return texts.every((text) => typeof text === "string") ? texts.join() : void 0;
}

// src/changes/items/references.ts
function surroundings(templates, values, target) {
	return {
		templates,
		...expandedTemplates(templates, values, target),
		values,
		target,
		parts: /* @__PURE__ */ new Map(),
		known: /* @__PURE__ */ new Map()
	};
}
function partOf(stackPath, path, value, text) {
	return {
		stackPath,
		path,
		value,
		text,
		key: partKey(stackPath, path)
	};
}
function partKey(stackPath, path) {
	return JSON.stringify([stackPath, path]);
}
function wantedTemplates(pairs) {
	return templatesBy(pairs, ({ after }) => after);
}
function deployedTemplates(pairs) {
	return templatesBy(pairs, ({ before }) => before);
}
function templatesBy(pairs, side) {
	return new Map(pairs.flatMap((pair) => {
		const template = side(pair);
		return template === void 0 ? [] : [[pathKey(pair.stackPath), template]];
	}));
}
function pathKey(stackPath) {
	return stackPath.join("/");
}
function definitionOf({ stackPath, logicalId }, templates) {
	return valueAt(templates.get(pathKey(stackPath)), ["Resources", logicalId]);
}
function valueAt(template, path) {
	return path.reduce((value, name) => isObject$1(value) && Object.hasOwn(value, name) ? value[name] : void 0, template?.value);
}

// src/changes/items/lookup.ts
const NESTED_STACK = "AWS::CloudFormation::Stack";
function templateOf({ stackPath, around }) {
	return around.expanded.get(pathKey(stackPath));
}
function at(path, scope) {
	return valueAt(templateOf(scope), path);
}
function namesAt(path, scope) {
	const value = at(path, scope);
	return isObject$1(value) ? Object.keys(value) : [];
}
function parts$1(paths, scope) {
	const known = scope.around.parts;
	return paths.flatMap((path) => {
		const key = partKey(scope.stackPath, path);
		const part = known.get(key) ?? partAt(path, scope);
		if (part === void 0) return [];
		known.set(key, part);
		return [part];
	});
}
function partAt(path, scope) {
	const value = at(path, scope);
	if (value === void 0) return void 0;
	const text = canonicalSpelled(value, templateOf(scope)?.spelling, path);
	return partOf(scope.stackPath, path, value, shortened(text));
}
const MOST_TOLD = 2e4;
function shortened(text) {
	return text.length <= MOST_TOLD || /[0-9a-f]{40}/.test(text) ? text : canonicalJson(`sha256 ${sha256(text)}`);
}
function asWhole({ stackPath }) {
	return partOf(stackPath, [], null, "");
}
function makersAt(path, scope) {
	const made = parts$1(namesAt(path, scope).filter(isLoop).map((name) => [...path, name]), scope);
	return [
		asWhole(scope),
		...made,
		...made.flatMap(({ value }) => conditionsIn(value, scope))
	];
}
function isNested(definition) {
	return isObject$1(definition) && nestingProperty(definition) !== void 0;
}
function condition(name, scope) {
	if (typeof name !== "string") return [];
	const path = ["Conditions", name];
	if (at(path, scope) !== void 0) return parts$1([path], scope);
	return namesAt(["Conditions"], scope).some(isLoop) ? parts$1([["Conditions"]], scope) : [];
}
function conditionsIn(value, scope) {
	if (Array.isArray(value)) return value.flatMap((item) => conditionsIn(item, scope));
	if (!isObject$1(value)) return [];
	const { Condition, ...rest } = value;
	return [...condition(Condition, scope), ...Object.values(rest).flatMap((one) => conditionsIn(one, scope))];
}

// src/changes/items/leftOut.ts
function leavesOut(change) {
	return isUntold(change) || change.details.some(isLeftOut);
}
function isUntold({ action, withoutValues }) {
	return action === "Add" || action === "Import" || withoutValues === true;
}
const LEAST_CUT = 1e3;
const STAND_INS = [KNOWN_AFTER_APPLY, "****"];
const OF_SAM = /* @__PURE__ */ new Map([["AWS::Lambda::Alias", "FunctionVersion"], ["AWS::ApiGateway::Stage", "DeploymentId"]]);
function ofSam(type) {
	return OF_SAM.get(type);
}
function isShownWhole({ action, after, withoutValues, details, type }) {
	if (action === "Add") return after !== void 0 && isWhole(canonicalJson(after));
	if (action !== "Modify" || withoutValues === true) return false;
	return details.every((detail) => detail.attribute === "Properties" && detail.name === ofSam(type) || (detail.after === void 0 ? detail.changeType === "Remove" : isWhole(detail.after)));
}
function isWhole(shown) {
	return shown.length < 1e3 && !STAND_INS.some((text) => shown.includes(text));
}
function isLeftOut({ after, changeType }) {
	return after === void 0 && changeType !== "Remove";
}
function leavesOutInPart(change) {
	return isUntold(change) || change.details.some(isToldInPart);
}
function isToldInPart(detail) {
	return isInPart(detail) || isCut(detail);
}
function isCut({ after = "" }) {
	return after.length >= LEAST_CUT;
}
function isInPart(detail) {
	return isLeftOut(detail) || detail.after?.includes("{{changeSet:KNOWN_AFTER_APPLY}}") === true;
}
function untoldParts({ details, type }, definition, isOpen = isInPart) {
	const found = details.filter(isOpen).flatMap((detail) => {
		const path = namedIn(definition, pathOf$1(detail));
		if (path.length === 0) return [];
		return heldApart(path, type) ? membersOf(definition, path, type) : [path];
	});
	return [...new Map(found.map((path) => [pointerText(path), path])).values()];
}
function pathOf$1({ attribute, name, path }) {
	if (attribute === "Tags") return ["Properties", "Tags"];
	if (attribute !== "Properties") return [attribute];
	const steps = path?.split("/").slice(1).map(unescaped$1) ?? [];
	if (steps[0] === "Properties" && steps.length > 1) return steps;
	return name === void 0 ? ["Properties"] : ["Properties", name];
}
function namedIn(definition, path) {
	let value = definition;
	const depth = path.findIndex((step) => {
		if (!isObject$1(value) || functionOf(value) !== void 0 || !Object.hasOwn(value, step)) return true;
		value = value[step] ?? null;
		return false;
	});
	return depth < 0 ? path : path.slice(0, depth);
}
function heldApart(path, type) {
	const pointer = pointerText(path);
	return pointer === "/Properties" || type === "AWS::CloudFormation::Stack" && pointer === "/Properties/Parameters";
}
function membersOf(definition, path, type) {
	const value = valueIn(definition, path);
	if (!isObject$1(value) || functionOf(value) !== void 0) return [path];
	return Object.keys(value).flatMap((name) => {
		const member = [...path, name];
		return heldApart(member, type) ? membersOf(definition, member, type) : [member];
	});
}
function valueIn(definition, path) {
	return valueAt(isObject$1(definition) ? { value: definition } : void 0, path) ?? null;
}
function pointerText(path) {
	return path.map((step) => `/${escaped$1(step)}`).join("");
}
function hiddenParts(change, definition) {
	if (isUntold(change)) return hiddenBy(change.after ?? null, definition);
	const paths = untoldParts(change, definition);
	if (paths.length === 0 && change.details.some(isInPart)) return [definition];
	return paths.map((path) => valueIn(definition, path));
}
function cutParts(change, definition) {
	if (isUntold(change) || !change.details.some(isCut)) return [];
	const written = givenBeside(definition);
	return (Array.isArray(written) ? written : [written]).flatMap((one) => {
		const paths = untoldParts(change, one, isCut);
		return paths.length === 0 ? [one] : paths.map((path) => valueIn(one, path));
	});
}
function hiddenBy(shown, definition) {
	if (!isHidden(shown)) return [];
	if (!isObject$1(shown) || !isObject$1(definition) || functionOf(definition) !== void 0) return [definition];
	return Object.entries(shown).flatMap(([name, value]) => Object.hasOwn(definition, name) ? hiddenBy(value, definition[name] ?? null) : isHidden(value) ? [definition] : []);
}
function isHidden(shown) {
	return canonicalJson(shown).includes(KNOWN_AFTER_APPLY);
}

// src/changes/items/referred.ts
function referredBy({ name, argument }, stackPath, around) {
	const scope = {
		stackPath,
		around
	};
	switch (name) {
		case "Ref": return parameter(String(argument), scope);
		case "Fn::Sub": return substituted(argument).flatMap((variable) => variable.includes(".") ? attribute(variable, scope) : parameter(variable, scope));
		case "Fn::GetAtt": return attribute(argument, scope);
		case "Fn::FindInMap": return mapping(argument, scope);
		case "Condition": return condition(argument, scope);
		case "Fn::If": return condition(items$1(argument)[0], scope);
		default: return [];
	}
}
function isStored({ stackPath, path, value }) {
	return stackPath.length > 0 && path[0] === "Parameters" && path[2] === "Type" && isStoredType(value);
}
function parameter(name, scope) {
	if (scope.stackPath.length === 0) return rootParameter(name, scope);
	const path = ["Parameters", name];
	if (at(path, scope) === void 0) return [];
	const { own, makers } = givenTo(name, scope);
	const byDefault = own.some(isGivenAlways) ? [] : parts$1([[...path, "Default"]], scope);
	const isSecret = isSecretAt(path, scope);
	return [
		...[...own, ...byDefault].map((one) => isSecret ? secret(one) : one),
		...makers,
		...typeOf(name, scope)
	];
}
function isGivenAlways({ value }) {
	return !canonicalJson(value).includes("AWS::NoValue");
}
function rootParameter(name, scope) {
	const given = scope.around.values.find((value) => value.name === name);
	if (given === void 0) return [];
	const path = ["Parameters", name];
	const text = canonicalJson([given.value, given.resolved ?? null]);
	const told = partOf([], [...path, "Value"], null, text);
	return isSecretAt(path, scope) ? [secret(told)] : [told, ...typeOf(name, scope)];
}
function typeOf(name, scope) {
	const path = [
		"Parameters",
		name,
		"Type"
	];
	const type = at(path, scope);
	return typeof type === "string" && (/List/.test(type) || isStoredType(type)) ? parts$1([path], scope) : [];
}
function isStoredType(type) {
	return typeof type === "string" && type.startsWith("AWS::SSM::Parameter::Value<");
}
function givenTo(name, { stackPath, around }) {
	const outer = {
		stackPath: stackPath.slice(0, -1),
		around
	};
	const logicalId = stackPath.at(-1) ?? "";
	if (at(["Resources", logicalId], outer) === void 0) return {
		own: [],
		makers: makersAt(["Resources"], outer)
	};
	const path = givenPath(logicalId);
	const given = at(path, outer);
	if (given !== void 0 && functionOf(given) !== void 0) return {
		own: [],
		makers: parts$1([path], outer)
	};
	const own = parts$1([[...path, name]], outer);
	return {
		own,
		makers: own.length > 0 ? [] : makersAt(path, outer)
	};
}
function mapping(argument, scope) {
	let path = ["Mappings"];
	for (const step of items$1(argument).slice(0, 3)) {
		const name = nameOf$3(step, scope);
		if (name === void 0 || at([...path, name], scope) === void 0) break;
		path = [...path, name];
	}
	return parts$1([path], scope);
}
function nameOf$3(step, scope) {
	if (typeof step === "string") return step;
	const use = functionOf(step);
	if (use?.name !== "Ref") return void 0;
	const { target, values } = scope.around;
	if (use.argument === "AWS::Region") return target.region;
	if (use.argument === "AWS::AccountId") return target.account;
	const path = ["Parameters", String(use.argument)];
	if (isSecretAt(path, scope)) return void 0;
	const isStored = isStoredType(at([...path, "Type"], scope));
	if (scope.stackPath.length > 0) return isStored ? void 0 : knownIn(scope, String(use.argument));
	const given = values.find(({ name }) => name === use.argument);
	return isStored ? given?.resolved : given?.value;
}
function knownIn({ stackPath, around }, name) {
	const value = around.scopes.get(pathKey(stackPath))?.parameters[name];
	return typeof value === "string" ? value : void 0;
}
function substituted(argument) {
	const [text, own] = Array.isArray(argument) ? items$1(argument) : [argument];
	if (typeof text !== "string") return [];
	return subVariables(text).filter((variable) => !(isObject$1(own) && Object.hasOwn(own, variable)));
}
function isSecretAt(path, scope) {
	const declared = at(path, scope);
	return isObject$1(declared) && isNoEcho(declared);
}
function secret(told) {
	return {
		...told,
		text: canonicalJson("NoEcho")
	};
}
function items$1(argument) {
	return Array.isArray(argument) ? argument : [];
}
function givenPath(logicalId) {
	return [
		"Resources",
		logicalId,
		"Properties",
		"Parameters"
	];
}
function unreadStack(logicalId, scope) {
	const resource = ["Resources", logicalId];
	if (at(resource, scope) === void 0) return makersAt(["Resources"], scope);
	const source = ["TemplateURL", "Location"].map((name) => [
		...resource,
		"Properties",
		name
	]);
	return parts$1([givenPath(logicalId), ...source], scope);
}
function attribute(argument, scope) {
	const { logicalId, attribute: named } = attributeParts(argument) ?? {};
	if (named === void 0) return [];
	const name = typeof named === "string" ? named : void 0;
	if (logicalId !== void 0) return attributeOf(logicalId, name, scope);
	return namesAt(["Resources"], scope).flatMap((id) => attributeOf(id, name, scope));
}
function attributeOf(logicalId, name, scope) {
	const resource = ["Resources", logicalId];
	const inside = {
		...scope,
		stackPath: [...scope.stackPath, logicalId]
	};
	if (templateOf(inside) !== void 0) return outputs(name, inside);
	const declared = at(resource, scope);
	if (declared === void 0) return makersAt(["Resources"], scope);
	if (isNested(declared)) return [asWhole(inside), ...unreadStack(logicalId, scope)];
	return name === void 0 ? [] : parts$1([[
		...resource,
		"Properties",
		name
	]], scope);
}
function outputs(name, inside) {
	const section = ["Outputs"];
	const named = name?.replace(/^Outputs\./, "");
	const wanted = namesAt(section, inside).filter((one) => named === void 0 || one === named);
	const isWritten = named !== void 0 && wanted.length > 0;
	return [...wanted.flatMap((one) => [...parts$1([[
		...section,
		one,
		"Value"
	]], inside), ...condition(at([
		...section,
		one,
		"Condition"
	], inside), inside)]), ...isWritten ? [] : makersAt(section, inside)];
}

// src/changes/items/reach.ts
function reachOf(start, around) {
	const found = /* @__PURE__ */ new Map();
	const open = [...referredIn(start, around)];
	for (let part = open.pop(); part !== void 0; part = open.pop()) {
		if (found.has(part.key)) continue;
		found.set(part.key, part);
		const further = around.known.get(part.key) ?? referredIn(part, around);
		around.known.set(part.key, further);
		open.push(...further);
	}
	return [...found.values()];
}
function referredIn({ stackPath, value }, around) {
	const found = [];
	visitFunctions(value, [], (use) => {
		found.push(...referredBy(use, stackPath, around));
	});
	return found;
}
function placeOf({ stackPath, logicalId }, templates) {
	const path = [...stackPath, logicalId];
	const depth = path.findLastIndex((_, above) => templates.has(pathKey(path.slice(0, above))));
	if (depth < 0) return void 0;
	const at = path.slice(0, depth);
	const definition = ["Resources", path[depth] ?? ""];
	const wanted = depth === stackPath.length ? definition : [
		...definition,
		"Properties",
		"Parameters"
	];
	return {
		stackPath: at,
		value: valueAt(templates.get(pathKey(at)), wanted) ?? null
	};
}
function reachedText(parts) {
	const root = /* @__PURE__ */ new Map();
	const outerFirst = parts.filter(({ path }) => path.length > 0).sort((a, b) => a.path.length - b.path.length);
	for (const { stackPath, path, text } of outerFirst) put$1(root, [pathKey(stackPath), ...path], text);
	return root.size === 0 ? void 0 : treeText(root);
}
function put$1(tree, [name = "", ...rest], text) {
	if (rest.length === 0) {
		if (!tree.has(name)) tree.set(name, text);
		return;
	}
	const below = tree.get(name) ?? /* @__PURE__ */ new Map();
	tree.set(name, below);
	if (typeof below !== "string") put$1(below, rest, text);
}
function treeText(tree) {
	if (typeof tree === "string") return tree;
	return `{${[...tree.keys()].sort().map((name) => `${canonicalJson(name)}:${treeText(tree.get(name) ?? "")}`).join(",")}}`;
}
function behind(place, around, own = []) {
	const text = reachedText([...own, ...reachOf(place, around)]);
	return text === void 0 ? void 0 : shortened(text);
}

// src/changes/items/templateItems.ts
const NOUNS = {
	Resources: "definition",
	Outputs: "output",
	Parameters: "declaration",
	Mappings: "mapping",
	Conditions: "condition",
	Rules: "rule",
	Hooks: "hook",
	Metadata: "metadata"
};
const DEFINITION = "definition";
function templateItems({ stackPath, before, after }) {
	const [has, wants] = [entriesOf(before, stackPath), entriesOf(after, stackPath)];
	const items = /* @__PURE__ */ new Map();
	for (const name of /* @__PURE__ */ new Set([...has.keys(), ...wants.keys()])) {
		const [old, wanted] = [has.get(name), wants.get(name)];
		const isInside = name.startsWith(`${DEFINITION} `);
		for (const [pointer, item] of isInside ? inside(old, wanted, "") : whole$1(old, wanted)) items.set(pointer === "" ? name : `${name} ${pointer}`, item);
	}
	return items;
}
function isMade$1(section) {
	const use = functionOf(section);
	return use !== void 0 && !isLoop(use.name);
}
function textIn(template, stackPath, name) {
	const [title, steps] = parts(name);
	let found = entriesOf(template, stackPath).get(title);
	for (const step of steps) found = found && member(found, unescaped(step));
	return textOf(found) ?? null;
}
function parts(name) {
	const [start, key, ...pointer] = name.split(" ");
	return start === "definition" ? [`${start} ${key}`, pointer.join(" ").split("/").slice(1)] : [name, []];
}
function entriesOf(template, stackPath) {
	const entries = /* @__PURE__ */ new Map();
	if (template === void 0) return entries;
	for (const [section, value] of Object.entries(template.value)) {
		const noun = Object.hasOwn(NOUNS, section) ? NOUNS[section] : void 0;
		if (!isObject$1(value) || section === "Transform" || isMade$1(value)) {
			entries.set(`section ${keyText(stackPath, section)}`, {
				template,
				path: [section],
				value
			});
			continue;
		}
		for (const [name, member] of Object.entries(value)) {
			const key = keyText(stackPath, name);
			const title = noun === void 0 ? `section ${nameText(section)} ${key}` : `${noun} ${key}`;
			entries.set(title, {
				template,
				path: [section, name],
				value: member
			});
		}
	}
	return entries;
}
function whole$1(old, wanted) {
	const [before, after] = [textOf(old) ?? null, textOf(wanted) ?? null];
	return before === after ? [] : [["", {
		before,
		after,
		how: null
	}]];
}
function inside(old, wanted, pointer) {
	if (!hasMembers(old) || !hasMembers(wanted) || areOtherFunctions(old.value, wanted.value)) return whole$1(old, wanted).map(([, item]) => [pointer, item]);
	return [.../* @__PURE__ */ new Set([...Object.keys(old.value), ...Object.keys(wanted.value)])].flatMap((key) => inside(member(old, key), member(wanted, key), `${pointer}/${escaped$1(key)}`));
}
function hasMembers(entry) {
	return entry !== void 0 && isObject$1(entry.value) && Object.keys(entry.value).length > 0;
}
function areOtherFunctions(old, wanted) {
	return functionOf(old)?.name !== functionOf(wanted)?.name;
}
function member(entry, key) {
	const { template, path, value } = entry;
	if (!isObject$1(value) || !Object.hasOwn(value, key)) return void 0;
	return {
		template,
		path: [...path, key],
		value: value[key] ?? null
	};
}
function textOf(entry) {
	return entry && canonicalSpelled(entry.value, entry.template.spelling, entry.path);
}
function unescaped(step) {
	return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

// src/template/choices.ts
function choicesOf$1(value, path) {
	if (Array.isArray(value)) return value.flatMap((item, index) => chosenIn(item, [...path, index]));
	if (!isObject$1(value)) return [];
	if (isChoice(value)) return [{
		path,
		value
	}];
	const found = Object.entries(value).flatMap(([name, one]) => choicesOf$1(one, [...path, name]));
	return found.some((one) => VALUE_KEYS.has(String(one.path[path.length]))) ? [{
		path,
		value
	}] : found;
}
function chosenIn(item, path) {
	const found = choicesOf$1(item, path);
	return found.length > 0 && isObject$1(item) ? [{
		path,
		value: item
	}] : found;
}
function choosersIn(value) {
	if (Array.isArray(value)) return value.flatMap(choosersIn);
	if (!isObject$1(value)) return [];
	const { Ref: referred = null, ...beside } = value;
	if (functionOf(referred) !== void 0) return [referred, ...choosersIn(beside)];
	const { name, argument } = functionOf(value) ?? {};
	if (!Array.isArray(argument)) return Object.values(value).flatMap(choosersIn);
	const steps = argument;
	switch (name) {
		case "Fn::If": return [{ Condition: steps[0] ?? null }, ...choosersIn(steps.slice(1))];
		case "Fn::Select": return [...steps.slice(0, 1).filter(isObject$1), ...choosersIn(steps.slice(1))];
		case "Fn::FindInMap": return [...namesIn$1(steps.slice(0, 3), steps.length > 3), ...choosersIn(steps.slice(3))];
		case "Fn::GetAtt": return steps.filter(isObject$1);
		default: return steps.flatMap(choosersIn);
	}
}
function namesIn$1(names, hasDefault) {
	return hasDefault ? [{ "Fn::FindInMap": names }] : names.filter(isObject$1);
}
function isChoice(value) {
	const { name, argument } = functionOf(value) ?? {};
	const steps = Array.isArray(argument) ? argument : [];
	switch (name) {
		case "Fn::If": return true;
		case "Fn::Select": return isObject$1(steps[0]) && (Array.isArray(steps[1]) || functionOf(steps[1] ?? null)?.name === "Fn::Split");
		case "Fn::FindInMap": return steps.length > 3;
		default: return false;
	}
}

// src/changes/items/anew.ts
function withMadeAnew(written, sides) {
	const anew = sides.resources.filter(isMadeAnew).map(({ stackPath, logicalId }) => `${DEFINITION} ${keyText(stackPath, logicalId)}`);
	const items = new Map(written);
	for (const name of /* @__PURE__ */ new Set([
		...written.keys(),
		...anew,
		...unlistedAnew(sides)
	])) {
		const before = written.get(name)?.before ?? null;
		const text = wholeText(name, sides.wanted);
		if (text === void 0) continue;
		if (before === text) items.delete(name);
		else items.set(name, {
			before,
			after: text,
			how: null
		});
	}
	return items;
}
function unlistedAnew(sides) {
	const nested = sides.pairs.filter(({ stackPath }) => stackPath.length > 0);
	const resources = sides.areNestedListed ? [] : anewIn("Resources", {
		...sides,
		pairs: nested
	});
	return [...anewIn("Outputs", sides).map((key) => `${OUTPUT} ${key}`), ...resources.map((key) => `${DEFINITION} ${key}`)];
}
function anewIn(section, { pairs, outputs, deployed, wanted }) {
	return pairs.flatMap(({ stackPath, before, after }) => {
		if (before === void 0 || after === void 0) return [];
		const [had, has] = [deployed, wanted].map((around) => existenceIn(stackPath, around));
		const isOwnOutput = section === "Outputs" && stackPath.length === 0;
		return [...has?.(section) ?? []].flatMap(([name, isThere]) => {
			const was = had?.(section).get(name) ?? false;
			if (isThere === false || was === true) return [];
			return (was === false || isTurnedOn({
				stackPath,
				place: [section, name],
				isOwnOutput
			}, {
				deployed,
				wanted
			})) && !(was === "unknown" && isOwnOutput && outputs.has(name)) ? [keyText(stackPath, name)] : [];
		});
	});
}
function isTurnedOn({ stackPath, place, isOwnOutput }, { deployed, wanted }) {
	const [now, then] = [wanted, deployed].map((around) => {
		const entry = valueAt(around.expanded.get(pathKey(stackPath)), place);
		const value = { Condition: isObject$1(entry) ? entry.Condition ?? null : null };
		return reachedText(reachOf({
			stackPath,
			value
		}, around));
	});
	return now !== then || isOwnOutput && now?.includes("\"NoEcho\"") === true;
}
function existenceIn(stackPath, { expanded, scopes }) {
	const template = expanded.get(pathKey(stackPath));
	const value = template === void 0 ? {} : withSpelledNumbers(template);
	const context = contextOf(value, scopes.get(pathKey(stackPath)) ?? NO_SCOPE);
	return (section) => {
		const entries = valueAt(template, [section]);
		return new Map(Object.entries(isObject$1(entries) ? entries : {}).map(([name, entry]) => {
			const condition = isObject$1(entry) ? entry.Condition : void 0;
			return [name, typeof condition === "string" ? context.condition(condition) : true];
		}));
	};
}
const NO_SCOPE = {
	parameters: {},
	pseudo: {}
};
function withoutMadeAnew(pairs, resources) {
	const anew = new Set(resources.filter(isMadeAnew).map(({ stackPath, logicalId }) => pathKey([...stackPath, logicalId])));
	const isAnew = (stackPath) => stackPath.some((_, depth) => anew.has(pathKey(stackPath.slice(0, depth + 1))));
	return pairs.map((pair) => isAnew(pair.stackPath) ? {
		...pair,
		before: void 0
	} : pair);
}
function isMadeAnew({ action }) {
	return action === "Add" || action === "Import";
}
const OUTPUT = "output";
function wholeText(item, around) {
	const [start, key = "", ...pointer] = item.split(" ");
	const path = key.split("/").map(unescaped$1);
	const named = {
		stackPath: path.slice(0, -1),
		logicalId: path.at(-1) ?? ""
	};
	if (pointer.length > 0) return void 0;
	if (start === "definition") return definitionText(named, around);
	return start === OUTPUT ? outputText(named, around) : void 0;
}
function outputText({ stackPath, logicalId }, { templates, expanded }) {
	const path = ["Outputs", logicalId];
	const [template, made] = [templates, expanded].map((side) => side.get(pathKey(stackPath)));
	const value = valueAt(template, path) ?? valueAt(made, path);
	return value === void 0 ? void 0 : canonicalSpelled(value, template?.spelling, path);
}
function definitionText(named, { templates, expanded }) {
	const { stackPath, logicalId } = named;
	const template = templates.get(pathKey(stackPath));
	const own = definitionOf(named, templates);
	if (template !== void 0 && own !== void 0) {
		if (writtenAs(logicalId, template.value) === own) return canonicalSpelled(own, template.spelling, ["Resources", logicalId]);
		const { Globals = null } = template.value;
		const alone = {
			Globals,
			Resources: { [logicalId]: own }
		};
		return canonicalJson(writtenAs(logicalId, withSpelledNumbers({
			...template,
			value: alone
		})));
	}
	const made = writtenAs(logicalId, expanded.get(pathKey(stackPath))?.value);
	return isObject$1(made) ? canonicalJson(made) : void 0;
}
function choicesIn({ stackPath, value }, path, { expanded }) {
	const spelling = expanded.get(pathKey(stackPath))?.spelling;
	return choicesOf$1(value, path).map((choice) => partOf(...[
		stackPath,
		choice.path.map(String),
		choice.value
	], canonicalSpelled(choice.value, spelling, choice.path)));
}
function choicesAt({ stackPath, logicalId }, path, around) {
	const written = writtenAs(logicalId, around.expanded.get(pathKey(stackPath))?.value);
	return choicesIn({
		stackPath,
		value: path.length === 0 ? written : valueIn(written, path)
	}, [
		"Resources",
		logicalId,
		...path
	], around);
}
function isTurned({ wanted, deployed }) {
	return ({ stackPath, value }) => {
		const choosers = choosersIn(value);
		if (choosers.length === 0 || !deployed.templates.has(pathKey(stackPath))) return false;
		const place = {
			stackPath,
			value: choosers
		};
		return behind(place, wanted) !== behind(place, deployed);
	};
}
function isOtherTaken(named, path, sides) {
	const isSecret = ({ stackPath, value }) => behind({
		stackPath,
		value: choosersIn(value)
	}, sides.wanted)?.includes("\"NoEcho\"") === true;
	const isTaken = isTurned(sides);
	return choicesAt(named, path, sides.wanted).some((choice) => isTaken(choice) || isSecret(choice));
}

// src/changes/items/untold.ts
const VALUES = "values";
function valueItems(resources, sides) {
	const around = sides.wanted;
	return new Map(resources.filter(leavesOutInPart).flatMap((change) => {
		const place = placeOf(change, around.expanded);
		const key = keyText(change.stackPath, change.logicalId);
		if (!(place?.stackPath.length === change.stackPath.length)) return place === void 0 ? [] : unreadItem(change, place, around);
		const { stackPath, logicalId } = change;
		const written = writtenAs(logicalId, around.expanded.get(pathKey(stackPath))?.value);
		if (Array.isArray(written) && isShownWhole(change)) return [];
		const lists = listsIn(definitionOf(change, around.templates) ?? null);
		if (isUntold(change) || Array.isArray(written)) {
			const own = choicesBeside(written, change, around);
			return [...valueItem(key, {
				stackPath,
				value: [wholeOf(written), ...lists]
			}, around, own), ...chosenItems(change, written, sides)];
		}
		return untoldParts(change, written, isToldInPart).flatMap((path) => partItem(change, path, around));
	}));
}
function unreadItem(change, place, around) {
	const { stackPath, logicalId } = change;
	const outermost = [...stackPath, logicalId][place.stackPath.length] ?? "";
	const scope = {
		stackPath: place.stackPath,
		around
	};
	const own = isShownWhole(change) ? [] : unreadStack(outermost, scope);
	const value = [place.value, ...own.map((part) => part.value)];
	return valueItem(keyText(stackPath, logicalId), {
		...place,
		value
	}, around, own);
}
function chosenItems(change, written, sides) {
	if (change.action !== "Modify" || Array.isArray(written)) return [];
	return membersOf(written, [], change.type).filter((path) => isOtherTaken(change, path, sides)).flatMap((path) => partItem(change, path, sides.wanted));
}
function choicesBeside(written, named, around) {
	return Array.isArray(written) ? choicesAt(named, [], around) : [];
}
function partItem(change, path, around) {
	const key = keyText(change.stackPath, change.logicalId);
	const after = behindPart(change, path, around);
	return after === void 0 ? [] : [valuesOf(`${key} ${pointerText(path)}`, after)];
}
function behindPart(named, path, around) {
	const { stackPath, logicalId } = named;
	const written = writtenAs(logicalId, around.expanded.get(pathKey(stackPath))?.value);
	const part = valueIn(written, path);
	const raw = definitionOf(named, around.templates) ?? null;
	const isLooped = listsIn(valueIn(raw, path.slice(0, 2))).length > 0;
	const place = [
		"Resources",
		logicalId,
		...path
	];
	const whole = isLooped ? [partOf(stackPath, place, part, shortened(canonicalJson(part)))] : [];
	const own = isLooped ? whole : choicesAt(named, path, around);
	return behind({
		stackPath,
		value: [part, ...listsIn(raw)]
	}, around, own);
}
function wholeOf(written) {
	return Array.isArray(written) ? written.map(withCondition) : withCondition(written);
}
const UNLISTED$1 = {
	output: "Outputs",
	hook: "Hooks"
};
function writtenItems(written, resources, pairs, sides) {
	const { wanted } = sides;
	const listed = new Set(resources.map(({ stackPath, logicalId }) => keyText(stackPath, logicalId)));
	const isChanged = new Set([...written.keys()].map((name) => name.split(" ", 2).join(" ")));
	return new Map(pairs.flatMap(({ stackPath, after }) => {
		const namesIn = (section) => [after, wanted.expanded.get(pathKey(stackPath))].flatMap((template) => Object.keys(entriesIn$1(template, section)));
		const isOpen = (logicalId) => stackPath.length > 0 && !listed.has(keyText(stackPath, logicalId));
		return [...namesIn("Resources").filter(isOpen).map((logicalId) => ({
			stackPath,
			logicalId
		})).flatMap((named) => {
			const key = keyText(stackPath, named.logicalId);
			const value = () => entryAs("Resources", named.logicalId, stackPath, wanted);
			return [...isChanged.has(`${"definition"} ${key}`) ? valueItem(key, {
				stackPath,
				value: value()
			}, wanted) : [], ...turnedItems(named, sides)];
		}), ...Object.entries(UNLISTED$1).flatMap(([noun, section]) => namesIn(section).flatMap((name) => {
			const key = `${noun} ${keyText(stackPath, name)}`;
			const value = entriesIn$1(wanted.expanded.get(pathKey(stackPath)), section)[name] ?? null;
			if (!isChanged.has(key) && !isTurned(sides)({
				stackPath,
				value
			})) return [];
			return valueItem(key, {
				stackPath,
				value: entryAs(section, name, stackPath, wanted)
			}, wanted, choicesOfEntry(section, name, stackPath, wanted));
		}))];
	}));
}
function turnedItems(named, sides) {
	const { stackPath, logicalId } = named;
	const { wanted, deployed, areNestedListed } = sides;
	if (areNestedListed || !deployed.templates.has(pathKey(stackPath))) return [];
	const written = writtenAs(logicalId, wanted.expanded.get(pathKey(stackPath))?.value);
	const isTaken = isTurned(sides);
	return membersOf(written, [], "").filter((path) => isTaken({
		stackPath,
		value: valueIn(written, path)
	})).flatMap((path) => partItem(named, path, wanted));
}
function choicesOfEntry(section, name, stackPath, around) {
	const value = entriesIn$1(around.expanded.get(pathKey(stackPath)), section)[name] ?? null;
	return choicesIn({
		stackPath,
		value
	}, [section, name], around);
}
function entriesIn$1(template, section) {
	const entries = template?.value[section];
	return isObject$1(entries) ? entries : {};
}
function valueText(name, around) {
	const [first = "", ...more] = name;
	const rest = more.join(" ");
	const isPart = rest.startsWith("/");
	const [noun, key] = rest === "" || isPart ? [DEFINITION, first] : [first, rest];
	const steps = key.split("/");
	const stackPath = steps.slice(0, -1);
	if (around.templates.get(pathKey(stackPath)) === void 0) return void 0;
	const entry = steps.at(-1) ?? "";
	const section = noun === "output" || noun === "hook" ? UNLISTED$1[noun] : "Resources";
	const named = {
		stackPath,
		logicalId: entry
	};
	if (isPart) return behindPart(named, rest.split("/").slice(1).map(unescaped$1), around) ?? null;
	const written = section === "Resources" ? writtenAs(entry, around.expanded.get(pathKey(stackPath))?.value) : null;
	const place = {
		stackPath,
		value: entryAs(section, entry, stackPath, around)
	};
	const own = section === "Resources" ? choicesBeside(written, named, around) : choicesOfEntry(section, entry, stackPath, around);
	return behind(place, around, own) ?? null;
}
function entryAs(section, name, stackPath, around) {
	const template = around.expanded.get(pathKey(stackPath));
	const written = entriesIn$1(around.templates.get(pathKey(stackPath)), section)[name] ?? null;
	const lists = listsIn({ [name]: written });
	if (isLoop(name)) {
		const key = pathKey(stackPath);
		const one = { [section]: { [name]: written } };
		const alone = madeAlone(around.templates.get(key)?.value ?? {}, one, around.scopes.get(key));
		return [...Object.values(entriesIn$1({ value: alone }, section)).map(withCondition), ...lists];
	}
	return [section === "Resources" ? wholeOf(writtenAs(name, template?.value)) : withCondition(entriesIn$1(template, section)[name] ?? null), ...lists];
}
function valueItem(key, place, around, own = []) {
	const after = place && behind(place, around, own);
	return after === void 0 ? [] : [valuesOf(key, after)];
}
function valuesOf(key, after) {
	return [`${VALUES} ${key}`, {
		before: null,
		after,
		how: null
	}];
}

// src/changes/resourceTypes.data.ts
const STATEFUL = "ACMPCA::CertificateAuthority APS::Workspace AWSExternalAnthropic::Workspace AgentRegistry::Registry AmazonMQ::Broker AuditManager::Assessment Backup::BackupVault Backup::LogicallyAirGappedBackupVault Bedrock::Session BedrockAgentCore::Dataset BedrockAgentCore::Memory Cases::Domain Cassandra::Keyspace Cassandra::Table Chime::AppInstance Chime::Channel CloudFormation::Stack CloudFormation::StackSet CloudFront::KeyValueStore CloudHSM::Cluster CloudTrail::EventDataStore CodeArtifact::Domain CodeArtifact::Repository CodeCommit::Repository CodeStar::GitHubRepository Cognito::IdentityPool Cognito::UserPool Connect::DataTable Connect::Instance CustomerProfiles::Domain DSQL::Cluster DataExchange::DataSet DataZone::Domain Detective::Graph DevOpsAgent::AgentSpace DirectoryService::MicrosoftAD DirectoryService::SimpleAD DocDB::DBCluster DocDBElastic::Cluster DocDBElastic::ClusterSnapshot DynamoDB::GlobalTable DynamoDB::Table EC2::Volume ECR::PublicRepository ECR::Repository EFS::FileSystem EKS::Cluster EMR::Cluster EMR::WALWorkspace ElastiCache::CacheCluster ElastiCache::ReplicationGroup ElastiCache::ServerlessCache ElastiCache::ServerlessCacheSnapshot Elasticsearch::Domain EventSchemas::Registry Events::Archive FSx::Backup FSx::FileCache FSx::FileSystem FSx::Snapshot FSx::Volume FinSpace::Environment Glue::Catalog Glue::Database Glue::Registry Grafana::Workspace HealthAgent::Domain HealthImaging::Datastore HealthLake::FHIRDatastore IoTAnalytics::Channel IoTAnalytics::Datastore IoTSiteWise::Asset IoTTwinMaker::Workspace KMS::Key KMS::ReplicaKey Kendra::Index Kinesis::Stream KinesisVideo::Stream Lightsail::Bucket Lightsail::Database Lightsail::DatabaseSnapshot Lightsail::Disk Lightsail::DiskSnapshot Lightsail::Instance Lightsail::InstanceSnapshot Location::GeofenceCollection Location::Tracker Logs::LogGroup Logs::LogStream MSK::Cluster MSK::ServerlessCluster MSK::Topic MWAA::Environment MediaStore::Container MemoryDB::Cluster MemoryDB::MultiRegionCluster MemoryDB::Snapshot Neptune::DBCluster NeptuneGraph::Graph NeptuneGraph::GraphSnapshot ODB::CloudAutonomousVmCluster ODB::CloudVmCluster Omics::AnnotationStore Omics::ReferenceStore Omics::SequenceStore Omics::VariantStore OpenSearchServerless::Collection OpenSearchServerless::CollectionIndex OpenSearchServerless::Index OpenSearchService::Domain OpsWorksCM::Server Organizations::Account PaymentCryptography::Key Personalize::Dataset Pinpoint::App QBusiness::Index QLDB::Ledger QuickSight::Space RDS::ClusterSnapshot RDS::DBCluster RDS::DBInstance RDS::DBShardGroup RDS::DBSnapshot Redshift::Cluster Redshift::Snapshot RedshiftServerless::Namespace RedshiftServerless::Snapshot Rekognition::Collection Rekognition::Dataset S3::Bucket S3Express::DirectoryBucket S3Files::FileSystem S3Outposts::Bucket S3Tables::Table S3Tables::TableBucket S3Vectors::Index S3Vectors::VectorBucket SCN::Dataset SCN::Namespace SDB::Domain SES::ContactList SES::MailManagerAddressList SES::MailManagerArchive SMSVOICE::OptOutList SQS::Queue SSMIncidents::ReplicationSet SSO::Instance SageMaker::Domain SageMaker::FeatureGroup SageMaker::MlflowApp SageMaker::MlflowTrackingServer SageMaker::NotebookInstance SageMaker::Space SecretsManager::Secret ServiceCatalog::CloudFormationProvisionedProduct StorageGateway::Tape StorageGateway::Volume Timestream::Database Timestream::InfluxDBCluster Timestream::InfluxDBInstance Timestream::Table VerifiedPermissions::PolicyStore VoiceID::Domain Wisdom::KnowledgeBase WorkSpaces::Workspace WorkspacesInstances::Volume";
const HOLDS_NOTHING = "APS::RuleGroupsNamespace Amplify::Domain ApiGateway::ApiKey ApiGateway::UsagePlanKey AppSync::ApiCache AppSync::ApiKey AppSync::ChannelNamespace Athena::DataCatalog Batch::JobQueue Bedrock::KnowledgeBase CleanRooms::ConfiguredTable CleanRooms::IdMappingTable CleanRooms::IntermediateTable CleanRoomsML::TrainingDataset CloudFront::AnycastIpList CloudFront::PublicKey CloudFront::TrustStore CloudWatch::MetricStream Cognito::UserPoolDomain Cognito::UserPoolResourceServer Connect::Queue Connect::SecurityKey Connect::Workspace CustomerProfiles::EventStream DAX::Cluster DMS::ReplicationInstance DataBrew::Dataset Deadline::Queue DevOpsGuru::ResourceCollection DocDB::DBInstance DocDB::GlobalCluster EC2::LocalGatewayRouteTable EC2::PrefixList EC2::RouteServer EC2::RouteTable EC2::SqlHaStandbyDetectedInstance EC2::TrafficMirrorSession EC2::TransitGatewayMulticastDomain EC2::TransitGatewayPolicyTable EC2::TransitGatewayRouteTable EC2::VerifiedAccessInstance ECS::Cluster EMRContainers::VirtualCluster ElasticLoadBalancingV2::TrustStore EntityResolution::IdNamespace FMS::ApplicationsList FMS::ProtocolsList FSx::StorageVirtualMachine Forecast::Dataset FraudDetector::List GameLift::GameSessionQueue Glue::Session Glue::Table IAM::AccessKey IVS::PublicKey IVS::StreamKey IoT::Stream IoTAnalytics::Dataset IoTFleetWise::SignalCatalog IoTSiteWise::Dataset IoTSiteWise::Workspace Kendra::QuerySuggestionsBlockList KinesisFirehose::DeliveryStream Lightsail::Container Lightsail::Domain Location::APIKey Location::PlaceIndex Macie::AllowList Macie::Session MediaConnect::FlowMediaStream MediaConvert::Queue MediaLive::Cluster Neptune::DBInstance Neptune::GlobalCluster Omics::RunCache OpsWorks::Volume PCS::Cluster PCS::Queue Panorama::ApplicationInstance Personalize::EventTracker Pinpoint::EventStream QLDB::Stream QuickSight::DataSet QuickSight::KnowledgeBase QuickSight::Topic QuickSight::TopicV2 RDS::GlobalCluster ResourceExplorer2::Index Route53::CidrCollection Route53::KeySigningKey Route53::TrafficPolicyInstance Route53GlobalResolver::FirewallDomainList Route53RecoveryControl::Cluster Route53Resolver::FirewallDomainList S3::AccessGrantsInstance S3Tables::Namespace SES::MailManagerAddonInstance SNS::Topic SageMaker::CodeRepository SecurityAgent::AgentSpace SecurityAgent::TargetDomain Serverless::SimpleTable ServiceDiscovery::HttpNamespace ServiceDiscovery::Instance ServiceDiscovery::PrivateDnsNamespace ServiceDiscovery::PublicDnsNamespace Transfer::HostKey Transfer::Server WorkSpacesWeb::TrustStore";
const ON_DISKS = "EC2::Instance OpsWorks::Instance SageMaker::Cluster WorkspacesInstances::WorkspaceInstance";
const SERVING = "Amplify::App Amplify::Branch Amplify::Domain ApiGateway::DomainName ApiGateway::DomainNameV2 ApiGateway::RestApi ApiGateway::Stage ApiGatewayV2::Api ApiGatewayV2::DomainName ApiGatewayV2::Stage AppConfig::ConfigurationProfile AppConfig::Environment AppMesh::VirtualGateway AppMesh::VirtualService AppRunner::Service AppRunner::VpcIngressConnection AppStream::Fleet AppSync::Api AppSync::DomainName AppSync::GraphQLApi AutoScaling::AutoScalingGroup Batch::ComputeEnvironment Bedrock::Agent Bedrock::AgentAlias Bedrock::FlowAlias BedrockAgentCore::Gateway BedrockAgentCore::HarnessEndpoint BedrockAgentCore::Runtime BedrockAgentCore::RuntimeEndpoint Chime::SipMediaApplication Chime::VoiceConnector CloudFront::Distribution CloudFront::DistributionTenant CloudFront::StreamingDistribution Cognito::UserPoolClient Cognito::UserPoolDomain Comprehend::DocumentClassifierEndpoint Connect::PhoneNumber DAX::Cluster DMS::ReplicationInstance DirectConnect::Connection DirectConnect::DirectConnectGateway DocDB::DBInstance EC2::CarrierGateway EC2::ClientVpnEndpoint EC2::EC2Fleet EC2::EIP EC2::EgressOnlyInternetGateway EC2::Instance EC2::InstanceConnectEndpoint EC2::InternetGateway EC2::NatGateway EC2::SpotFleet EC2::TransitGateway EC2::VPCEndpoint EC2::VPCEndpointService EC2::VPCPeeringConnection EC2::VPNConnection EC2::VPNGateway EC2::VerifiedAccessEndpoint ECS::Daemon ECS::ExpressGatewayService ECS::Service EKS::FargateProfile EKS::Nodegroup EMRContainers::Endpoint EMRServerless::Application ElasticBeanstalk::Environment ElasticLoadBalancing::LoadBalancer ElasticLoadBalancingV2::Listener ElasticLoadBalancingV2::LoadBalancer Events::Endpoint Events::EventBus GameLift::Alias GameLift::ContainerFleet GameLift::Fleet GlobalAccelerator::Accelerator GlobalAccelerator::EndpointGroup GlobalAccelerator::Listener IVS::Channel IVS::Stage Interconnect::Connection IoTSiteWise::Gateway IoTSiteWise::Portal KMS::Alias Kinesis::Channel KinesisAnalytics::Application KinesisAnalyticsV2::Application KinesisFirehose::DeliveryStream KinesisVideo::SignalingChannel Lambda::Alias Lambda::Function Lambda::Url Lex::Bot Lex::BotAlias Lightsail::Container Lightsail::Distribution Lightsail::Domain Lightsail::LoadBalancer Lightsail::StaticIp M2::Application M2::Environment MSK::Channel MediaConnect::Flow MediaConnect::Gateway MediaLive::Channel MediaLive::Cluster MediaPackage::Channel MediaPackage::OriginEndpoint MediaPackageV2::Channel MediaPackageV2::OriginEndpoint MediaTailor::Channel Neptune::DBInstance NeptuneGraph::PrivateGraphEndpoint NetworkFirewall::Firewall NetworkManager::Connection ODB::OdbPeeringConnection OpenSearchServerless::VpcEndpoint OpsWorks::Instance PCS::Cluster PCS::ComputeNodeGroup Panorama::ApplicationInstance PaymentCryptography::Alias Pipes::Pipe QBusiness::Application RDS::DBInstance RDS::DBProxy RDS::DBProxyEndpoint RTBFabric::RequesterGateway RTBFabric::ResponderGateway RedshiftServerless::Workgroup RefactorSpaces::Service Route53::HostedZone Route53::RecordSet Route53::RecordSetGroup Route53::TrafficPolicyInstance Route53RecoveryControl::Cluster Route53Resolver::ResolverEndpoint S3::AccessPoint S3::MultiRegionAccessPoint S3ObjectLambda::AccessPoint S3Outposts::Endpoint SES::EmailIdentity SES::MultiRegionEndpoint SMSVOICE::PhoneNumber SNS::Topic SageMaker::Cluster SageMaker::Endpoint SageMaker::InferenceComponent SageMaker::PartnerApp ServiceDiscovery::Instance ServiceDiscovery::Service StepFunctions::StateMachine StepFunctions::StateMachineAlias Transfer::Server Transfer::WebApp VerifiedPermissions::PolicyStoreAlias VpcLattice::Listener VpcLattice::ResourceGateway VpcLattice::Service WorkSpaces::ConnectionAlias WorkSpaces::WorkspacesPool WorkSpacesWeb::Portal WorkspacesInstances::WorkspaceInstance";
const UNIQUE_NAMES = {
	ACLName: "MemoryDB::ACL",
	AIWorkloadConfigName: "SageMaker::AIWorkloadConfig",
	ActionConnectorId: "QuickSight::ActionConnector",
	ActionName: "IoT::MitigationAction SageMaker::Action",
	AddonName: "EKS::Addon",
	AgentId: "QuickSight::Agent",
	AlarmModelName: "IoTEvents::AlarmModel",
	AlarmName: "CloudWatch::Alarm CloudWatch::CompositeAlarm CloudWatch::LogAlarm Lightsail::Alarm",
	AlertName: "LookoutMetrics::Alert",
	AlgorithmName: "SageMaker::Algorithm",
	AliasName: "KMS::Alias PaymentCryptography::Alias VerifiedPermissions::PolicyStoreAlias",
	AnalysisId: "QuickSight::Analysis",
	AnalyzerName: "AccessAnalyzer::Analyzer",
	AnomalyDetectorName: "LookoutMetrics::AnomalyDetector",
	AppImageConfigName: "SageMaker::AppImageConfig",
	AppInstanceUserId: "Chime::AppInstanceUser",
	AppName: "SageMaker::App",
	ApplicationName: "CodeDeploy::Application ElasticBeanstalk::Application KinesisAnalytics::Application KinesisAnalyticsV2::Application",
	ArchiveName: "Events::Archive",
	AssessmentTargetName: "Inspector::AssessmentTarget",
	AssessmentTemplateName: "Inspector::AssessmentTemplate",
	AuthorizerName: "IoT::Authorizer",
	AutoScalingConfigurationName: "AppRunner::AutoScalingConfiguration",
	AutoScalingGroupName: "AutoScaling::AutoScalingGroup",
	BackupVaultName: "Backup::BackupVault Backup::LogicallyAirGappedBackupVault",
	BillingGroupName: "IoT::BillingGroup",
	BlueprintName: "Bedrock::Blueprint",
	BranchName: "Amplify::Branch",
	BrokerName: "AmazonMQ::Broker",
	BucketName: "Lightsail::Bucket S3::Bucket S3Express::DirectoryBucket S3Outposts::Bucket",
	CacheSubnetGroupName: "ElastiCache::SubnetGroup",
	CalculatorName: "Location::RouteCalculator",
	CapabilityName: "EKS::Capability",
	CapacityProviderName: "Lambda::CapacityProvider",
	CellName: "Route53RecoveryReadiness::Cell",
	CertificateIdentifier: "DMS::Certificate",
	CertificateName: "Lightsail::Certificate Lightsail::LoadBalancerTlsCertificate",
	CertificateProviderName: "IoT::CertificateProvider",
	ChangeSetName: "CloudFormation::ChangeSet",
	ChannelGroupName: "MediaPackageV2::ChannelGroup",
	ChannelId: "Chime::Channel",
	ChannelName: "IoTAnalytics::Channel Kinesis::Channel MSK::Channel MediaPackageV2::Channel MediaTailor::Channel",
	ClusterIdentifier: "Redshift::Cluster",
	ClusterName: "DAX::Cluster DocDBElastic::Cluster ECS::Cluster ElastiCache::CacheCluster MSK::Cluster MemoryDB::Cluster SageMaker::Cluster",
	CodeRepositoryName: "SageMaker::CodeRepository",
	CollectionId: "Rekognition::Collection",
	CollectionName: "Location::GeofenceCollection",
	CommandId: "IoT::Command",
	ComponentTypeId: "IoTTwinMaker::ComponentType",
	ComputeEnvironmentName: "Batch::ComputeEnvironment",
	ConfigRuleName: "Config::ConfigRule",
	ConfigurationAggregatorName: "Config::ConfigurationAggregator",
	ConfigurationSetName: "SMSVOICE::ConfigurationSet",
	ConformancePackName: "Config::ConformancePack",
	ConnectionName: "CodeConnections::Connection CodeStarConnections::Connection",
	ConnectorName: "KafkaConnect::Connector",
	ConnectorProfileName: "AppFlow::ConnectorProfile",
	ConsumableResourceName: "Batch::ConsumableResource",
	ContactListName: "SES::ContactList",
	ContainerAssociationName: "NetworkFirewall::ContainerAssociation",
	ContainerName: "MediaStore::Container",
	ContextName: "SageMaker::Context",
	ControlIdentifier: "ControlTower::EnabledControl",
	CustomPermissionsName: "QuickSight::CustomPermissions",
	DBClusterIdentifier: "DocDB::DBCluster Neptune::DBCluster RDS::DBCluster",
	DBClusterParameterGroupName: "RDS::DBClusterParameterGroup",
	DBInstanceIdentifier: "DocDB::DBInstance Neptune::DBInstance RDS::DBInstance",
	DBParameterGroupName: "RDS::DBParameterGroup",
	DBProxyEndpointName: "RDS::DBProxyEndpoint",
	DBProxyName: "RDS::DBProxy",
	DBShardGroupIdentifier: "RDS::DBShardGroup",
	DBSnapshotIdentifier: "RDS::DBSnapshot",
	DBSubnetGroupName: "DocDB::DBSubnetGroup Neptune::DBSubnetGroup RDS::DBSubnetGroup",
	DaemonName: "ECS::Daemon",
	DashboardId: "QuickSight::Dashboard",
	DashboardName: "CloudWatch::Dashboard",
	DataSetId: "QuickSight::DataSet",
	DataSourceId: "QuickSight::DataSource",
	DatabaseName: "Glue::Database Timestream::Database",
	DatasetGroupName: "Forecast::DatasetGroup",
	DatasetName: "BedrockAgentCore::Dataset Forecast::Dataset IoTAnalytics::Dataset",
	DatastoreName: "HealthImaging::Datastore IoTAnalytics::Datastore",
	DeliveryStreamName: "KinesisFirehose::DeliveryStream",
	DeploymentConfigName: "CodeDeploy::DeploymentConfig",
	DeploymentGroupName: "CodeDeploy::DeploymentGroup",
	DeploymentName: "GreengrassV2::Deployment",
	DestinationName: "Logs::Destination",
	DetectorId: "FraudDetector::Detector",
	DetectorModelName: "IoTEvents::DetectorModel",
	DeviceFleetName: "SageMaker::DeviceFleet",
	DiskName: "Lightsail::Disk",
	DiskSnapshotName: "Lightsail::DiskSnapshot",
	DistributionName: "Lightsail::Distribution",
	DocumentClassifierName: "Comprehend::DocumentClassifier",
	DomainConfigurationName: "IoT::DomainConfiguration",
	DomainName: "Amplify::Domain CodeArtifact::Domain CustomerProfiles::Domain Elasticsearch::Domain Lightsail::Domain OpenSearchService::Domain SageMaker::Domain",
	EndpointConfigName: "SageMaker::EndpointConfig",
	EndpointName: "Glue::DevEndpoint SES::MultiRegionEndpoint SageMaker::Endpoint",
	EnvironmentName: "EVS::Environment ElasticBeanstalk::Environment",
	EvaluatorName: "BedrockAgentCore::Evaluator",
	EventStreamName: "CustomerProfiles::EventStream",
	EventTriggerName: "CustomerProfiles::EventTrigger",
	ExperimentName: "SageMaker::Experiment",
	FargateProfileName: "EKS::FargateProfile",
	FeatureGroupName: "SageMaker::FeatureGroup",
	FilterName: "Logs::MetricFilter Logs::SubscriptionFilter",
	FirewallName: "NetworkFirewall::Firewall",
	FirewallPolicyName: "NetworkFirewall::FirewallPolicy",
	FlowName: "AppFlow::Flow",
	FlywheelName: "Comprehend::Flywheel",
	FolderId: "QuickSight::Folder",
	FrameworkName: "Backup::Framework",
	FunctionId: "MediaTailor::Function",
	FunctionName: "Lambda::Function Serverless::Function",
	GatewayRouteName: "AppMesh::GatewayRoute",
	GlobalClusterIdentifier: "DocDB::GlobalCluster Neptune::GlobalCluster RDS::GlobalCluster",
	GraphName: "NeptuneGraph::Graph",
	GroupName: "Cognito::UserPoolGroup EC2::SecurityGroup IAM::Group",
	HarnessName: "BedrockAgentCore::Harness",
	HubName: "SageMaker::Hub",
	HumanTaskUiName: "SageMaker::HumanTaskUi",
	IdNamespaceName: "EntityResolution::IdNamespace",
	IdentityProviderConfigName: "EKS::IdentityProviderConfig",
	ImageName: "SageMaker::Image",
	IndexName: "Location::PlaceIndex OpenSearchServerless::CollectionIndex OpenSearchServerless::Index S3Vectors::Index",
	InferenceSchedulerName: "LookoutEquipment::InferenceScheduler",
	InputName: "IoTEvents::Input",
	InstanceId: "ServiceDiscovery::Instance",
	InstanceName: "Lightsail::Instance",
	InstanceProfileName: "IAM::InstanceProfile",
	InstanceSnapshotName: "Lightsail::InstanceSnapshot",
	IntegrationName: "Glue::Integration Logs::Integration",
	JobDefinitionName: "Batch::JobDefinition",
	JobId: "IoT::Job",
	JobQueueName: "Batch::JobQueue",
	JobTemplateId: "IoT::JobTemplate",
	KeyName: "EC2::KeyPair Location::APIKey",
	KeyPairName: "Lightsail::KeyPair",
	KeyspaceName: "Cassandra::Keyspace",
	KnowledgeBaseId: "QuickSight::KnowledgeBase",
	LaunchConfigurationName: "AutoScaling::LaunchConfiguration",
	LaunchTemplateName: "EC2::LaunchTemplate",
	LifecycleHookName: "AutoScaling::LifecycleHook",
	LiveSourceName: "MediaTailor::LiveSource",
	LoadBalancerName: "ElasticLoadBalancing::LoadBalancer Lightsail::LoadBalancer",
	LocationName: "GameLift::Location",
	LogGroupName: "Logs::LogGroup",
	LogStreamName: "Logs::LogStream",
	ManagedPolicyName: "IAM::ManagedPolicy",
	MapName: "Location::Map",
	MasterId: "GuardDuty::Master",
	MediaInsightsPipelineConfigurationName: "Chime::MediaInsightsPipelineConfiguration",
	MemberId: "GuardDuty::Member",
	MeshName: "AppMesh::Mesh",
	MetricName: "IoT::CustomMetric IoT::FleetMetric",
	ModelCardName: "SageMaker::ModelCard",
	ModelName: "SageMaker::Model",
	ModelPackageGroupName: "SageMaker::ModelPackageGroup",
	MonitorName: "InternetMonitor::Monitor NetworkFlowMonitor::Monitor NetworkMonitor::Monitor",
	MonitoringScheduleName: "SageMaker::MonitoringSchedule",
	Name: "AIOps::InvestigationGroup APS::RuleGroupsNamespace ARCRegionSwitch::Plan AmazonMQ::Configuration ApiGateway::ApiKey ApiGateway::Model ApiGateway::RequestValidator AppConfig::DeploymentStrategy AppConfig::ExperimentDefinition AppConfig::Extension AppIntegrations::EventIntegration AppStream::AppBlock AppStream::AppBlockBuilder AppStream::Application AppStream::Entitlement AppStream::Fleet AppStream::ImageBuilder AppStream::Stack AppSync::ChannelNamespace AppSync::DataSource AppTest::TestCase ApplicationSignals::ServiceLevelObjective Athena::CapacityReservation Athena::DataCatalog Athena::NamedQuery Athena::WorkGroup Batch::SchedulingPolicy BedrockAgentCore::ApiKeyCredentialProvider BedrockAgentCore::BrowserCustom BedrockAgentCore::BrowserProfile BedrockAgentCore::CapacityProvider BedrockAgentCore::CodeInterpreterCustom BedrockAgentCore::Memory BedrockAgentCore::OAuth2CredentialProvider BedrockAgentCore::PaymentCredentialProvider BedrockAgentCore::PaymentManager BedrockAgentCore::Policy BedrockAgentCore::PolicyEngine BedrockAgentCore::RuntimeEndpoint BedrockAgentCore::WorkloadIdentity Billing::BillingView CE::CostCategory Cases::Domain CleanRooms::AnalysisTemplate CleanRooms::ConfiguredTableAssociation CleanRooms::IdMappingTable CleanRooms::IntermediateTable CleanRoomsML::ConfiguredModelAlgorithm CleanRoomsML::ConfiguredModelAlgorithmAssociation CleanRoomsML::TrainingDataset CloudFormation::Macro CloudFront::AnycastIpList CloudFront::ConnectionFunction CloudFront::ConnectionGroup CloudFront::DistributionTenant CloudFront::Function CloudFront::KeyValueStore CloudFront::RealtimeLogConfig CloudFront::TrustStore CloudWatch::AlarmMuteRule CloudWatch::MetricStream CodeBuild::Fleet CodeBuild::Project CodeBuild::ReportGroup CodeConnections::Host CodeGuruReviewer::RepositoryAssociation CodePipeline::Pipeline CodePipeline::Webhook Config::ConfigurationRecorder Config::DeliveryChannel Connect::PredefinedAttribute Connect::TrafficDistributionGroup DataBrew::Dataset DataBrew::Job DataBrew::Project DataBrew::Recipe DataBrew::Ruleset DataBrew::Schedule DataPipeline::Pipeline DataZone::Connection DataZone::FormType DevOpsAgent::PrivateConnection DeviceFarm::Upload DirectoryService::MicrosoftAD DirectoryService::SimpleAD DocDB::DBClusterParameterGroup ECS::CapacityProvider EKS::Cluster EMR::Cluster EMR::InstanceFleetConfig EMR::InstanceGroupConfig EMR::SecurityConfiguration EMR::Step EMRContainers::Endpoint EMRContainers::JobTemplate EMRContainers::SecurityConfiguration EMRContainers::VirtualCluster EMRServerless::Application ElasticLoadBalancingV2::LoadBalancer ElasticLoadBalancingV2::TargetGroup ElasticLoadBalancingV2::TrustStore Events::ApiDestination Events::Connection Events::Endpoint Events::EventBus Events::Rule EventsV2::EventBus EventsV2::EventSource EventsV2::Subscriber Evidently::Experiment Evidently::Feature Evidently::Launch Evidently::Project FSx::S3AccessPointAttachment FSx::StorageVirtualMachine FraudDetector::EntityType FraudDetector::EventType FraudDetector::Label FraudDetector::List FraudDetector::Outcome FraudDetector::Variable GameLift::ContainerGroupDefinition GameLift::GameSessionQueue GameLift::MatchmakingConfiguration GameLift::MatchmakingRuleSet Glue::Blueprint Glue::Catalog Glue::Crawler Glue::CustomEntityType Glue::DataQualityRuleset Glue::Job Glue::Registry Glue::Schema Glue::SecurityConfiguration Glue::Table Glue::Trigger Glue::UsageProfile Glue::Workflow GuardDuty::Filter HealthAgent::Domain IAM::SAMLProvider IVS::EncoderConfiguration IVS::IngestConfiguration IVS::PlaybackKeyPair IVS::PublicKey IVS::RecordingConfiguration IVS::StorageConfiguration ImageBuilder::Component ImageBuilder::ContainerRecipe ImageBuilder::DistributionConfiguration ImageBuilder::ImagePipeline ImageBuilder::ImageRecipe ImageBuilder::InfrastructureConfiguration ImageBuilder::LifecyclePolicy ImageBuilder::Workflow InspectorV2::CodeSecurityScanConfiguration InspectorV2::Connector Invoicing::InvoiceUnit IoT::Dimension IoTFleetWise::Campaign IoTFleetWise::DecoderManifest IoTFleetWise::ModelManifest IoTFleetWise::SignalCatalog IoTFleetWise::StateTemplate IoTFleetWise::Vehicle IoTSiteWise::Application IoTWireless::Destination IoTWireless::DeviceProfile IoTWireless::NetworkAnalyzerConfiguration IoTWireless::ServiceProfile KafkaConnect::CustomPlugin KafkaConnect::WorkerConfiguration Kendra::Faq Kinesis::Stream KinesisVideo::SignalingChannel KinesisVideo::Stream LakeFormation::DataCellsFilter Lambda::Alias Lambda::MicrovmImage Lambda::NetworkConnector LaunchWizard::Deployment Logs::DeliveryDestination Logs::DeliverySource Logs::ScheduledQuery M2::Application M2::Environment MPA::ApprovalTeam MSK::Configuration MWAA::Environment MWAAServerless::Workflow Macie::CustomDataIdentifier MediaConnect::BridgeOutput MediaConnect::BridgeSource MediaConnect::Flow MediaConnect::FlowEntitlement MediaConnect::FlowOutput MediaConnect::FlowSource MediaConnect::FlowVpcInterface MediaConnect::Gateway MediaConvert::JobTemplate MediaConvert::Preset MediaConvert::Queue MediaLive::CloudWatchAlarmTemplateGroup MediaLive::EventBridgeRuleTemplateGroup MediaTailor::PlaybackConfiguration MediaTailor::PrefetchSchedule Neptune::DBClusterParameterGroup Neptune::DBParameterGroup NotificationsContacts::EmailContact NovaAct::WorkflowDefinition Oam::Sink ObservabilityAdmin::TelemetryPipelines Omics::AnnotationStore Omics::Configuration Omics::ReferenceStore Omics::SequenceStore Omics::VariantStore OpenSearch::DataSource OpenSearchServerless::AccessPolicy OpenSearchServerless::Collection OpenSearchServerless::CollectionGroup OpenSearchServerless::LifecyclePolicy OpenSearchServerless::SecurityConfig OpenSearchServerless::SecurityPolicy OpenSearchServerless::VpcEndpoint OpenSearchService::Application PCAConnectorAD::Template PCS::Cluster PCS::ComputeNodeGroup PCS::Queue Panorama::ApplicationInstance Personalize::Dataset Personalize::DatasetGroup Personalize::EventTracker Personalize::Filter Personalize::MetricAttribution Personalize::Schema Personalize::Solution Pinpoint::App PinpointEmail::ConfigurationSet PinpointEmail::Identity Pipes::Pipe Proton::EnvironmentTemplate Proton::ServiceTemplate QLDB::Ledger RAM::Permission RUM::AppMonitor RefactorSpaces::Application RefactorSpaces::Environment RefactorSpaces::Service Rekognition::StreamProcessor ResilienceHub::App ResilienceHubV2::Policy ResilienceHubV2::Service ResilienceHubV2::System ResilienceHubV2::UserJourney ResourceGroups::Group RoboMaker::Fleet RoboMaker::Robot RoboMaker::RobotApplication RoboMaker::SimulationApplication Route53::CidrCollection Route53::HostedZone Route53::KeySigningKey Route53::RecordSet Route53::TrafficPolicy Route53::TrafficPolicyInstance Route53GlobalResolver::FirewallDomainList Route53Profiles::Profile Route53Profiles::ProfileAssociation Route53Profiles::ProfileResourceAssociation Route53RecoveryControl::Cluster Route53Resolver::FirewallDomainList Route53Resolver::FirewallRuleGroup Route53Resolver::ResolverQueryLoggingConfig Route53Resolver::ResolverRuleAssociation S3::AccessPoint S3::MultiRegionAccessPoint S3::StorageLensGroup S3Express::AccessPoint S3ObjectLambda::AccessPoint S3Outposts::AccessPoint SCN::DataIntegrationFlow SCN::Dataset SCN::Namespace SES::ConfigurationSet SSM::Document SSM::Parameter SSMIncidents::ResponsePlan SSO::PermissionSet SageMaker::ClusterSchedulerConfig SageMaker::InferenceExperiment SageMaker::MlflowApp SageMaker::PartnerApp Scheduler::Schedule Scheduler::ScheduleGroup SecretsManager::Secret SecurityHub::Connector SecurityHub::ConnectorV2 Serverless::Api Serverless::StateMachine ServerlessRepo::Application ServiceDiscovery::HttpNamespace ServiceDiscovery::PrivateDnsNamespace ServiceDiscovery::PublicDnsNamespace ServiceDiscovery::Service Shield::Protection SimSpaceWeaver::Simulation StepFunctions::Activity StepFunctions::StateMachineAlias SupportAuthZ::SupportPermit Synthetics::Canary Synthetics::Group Timestream::InfluxDBCluster Timestream::InfluxDBInstance Translate::ParallelData VpcLattice::Listener VpcLattice::ResourceGateway VpcLattice::Rule VpcLattice::Service VpcLattice::ServiceNetwork VpcLattice::TargetGroup WAF::ByteMatchSet WAF::IPSet WAF::Rule WAF::SizeConstraintSet WAF::SqlInjectionMatchSet WAF::WebACL WAF::XssMatchSet WAFRegional::ByteMatchSet WAFRegional::GeoMatchSet WAFRegional::IPSet WAFRegional::RateBasedRule WAFRegional::RegexPatternSet WAFRegional::Rule WAFRegional::SizeConstraintSet WAFRegional::SqlInjectionMatchSet WAFRegional::WebACL WAFRegional::XssMatchSet WAFv2::IPSet WAFv2::RegexPatternSet WAFv2::RuleGroup WAFv2::WebACL WellArchitected::AgentProfile Wisdom::AIAgent Wisdom::AIGuardrail Wisdom::AIPrompt Wisdom::Assistant Wisdom::KnowledgeBase",
	NamespaceName: "RedshiftServerless::Namespace",
	NodegroupName: "EKS::Nodegroup",
	NotebookInstanceLifecycleConfigName: "SageMaker::NotebookInstanceLifecycleConfig",
	NotebookInstanceName: "SageMaker::NotebookInstance",
	OAuthClientApplicationId: "QuickSight::OAuthClientApplication",
	ObjectTypeName: "CustomerProfiles::DomainObjectType CustomerProfiles::ObjectType",
	ObservabilityConfigurationName: "AppRunner::ObservabilityConfiguration",
	OnlineEvaluationConfigName: "BedrockAgentCore::OnlineEvaluationConfig",
	OptOutListName: "SMSVOICE::OptOutList",
	OptionGroupName: "RDS::OptionGroup",
	OrganizationConfigRuleName: "Config::OrganizationConfigRule",
	OrganizationConformancePackName: "Config::OrganizationConformancePack",
	OriginEndpointName: "MediaPackageV2::OriginEndpoint",
	PackageName: "IoT::SoftwarePackage Panorama::Package",
	ParameterGroupName: "DAX::ParameterGroup MemoryDB::ParameterGroup Redshift::ClusterParameterGroup",
	PartnerAccountId: "IoTWireless::PartnerAccount",
	PipelineName: "IoTAnalytics::Pipeline IoTSiteWise::Pipeline OSIS::Pipeline SageMaker::Pipeline",
	PolicyName: "IAM::GroupPolicy IAM::RolePolicy IAM::UserPolicy IoT::Policy Logs::AccountPolicy Logs::ResourcePolicy XRay::ResourcePolicy",
	PoolName: "SES::DedicatedIpPool",
	ProcessingJobName: "SageMaker::ProcessingJob",
	ProfileName: "WellArchitected::Profile",
	ProfilingGroupName: "CodeGuruProfiler::ProfilingGroup",
	ProjectName: "LookoutVision::Project Rekognition::Project SageMaker::Project",
	ProtectionGroupId: "Shield::ProtectionGroup",
	ProviderName: "Cognito::UserPoolIdentityProvider",
	QueryName: "Config::StoredQuery",
	QueueName: "SQS::Queue",
	QuotaShareName: "Batch::QuotaShare",
	ReadinessCheckName: "Route53RecoveryReadiness::ReadinessCheck",
	RecommenderName: "CustomerProfiles::Recommender",
	RecommenderSchemaName: "CustomerProfiles::RecommenderSchema",
	RecoveryGroupName: "Route53RecoveryReadiness::RecoveryGroup",
	RegistryName: "EventSchemas::Registry",
	RelationalDatabaseName: "Lightsail::Database",
	RelationalDatabaseSnapshotName: "Lightsail::DatabaseSnapshot",
	ReplicationGroupId: "ElastiCache::ReplicationGroup",
	ReplicationSubnetGroupIdentifier: "DMS::ReplicationSubnetGroup",
	ReplicatorName: "MSK::Replicator",
	ReportPlanName: "Backup::ReportPlan",
	RepositoryName: "CodeArtifact::Repository ECR::PublicRepository ECR::Repository",
	ResourceSetName: "Route53RecoveryReadiness::ResourceSet",
	RestoreTestingPlanName: "Backup::RestoreTestingPlan",
	RestoreTestingSelectionName: "Backup::RestoreTestingSelection",
	RoleName: "IAM::Role",
	RouteName: "AppMesh::Route",
	RuleGroupName: "NetworkFirewall::RuleGroup",
	RuleName: "IoT::TopicRule",
	RuleSetName: "SES::ReceiptRuleSet",
	SceneId: "IoTTwinMaker::Scene",
	ScheduledActionName: "Redshift::ScheduledAction",
	ScheduledAuditName: "IoT::ScheduledAudit",
	ScheduledQueryName: "Timestream::ScheduledQuery",
	SchemaName: "EventSchemas::Schema",
	SecurityControlId: "SecurityHub::SecurityControl",
	SecurityProfileName: "Connect::SecurityProfile IoT::SecurityProfile",
	SegmentDefinitionName: "CustomerProfiles::SegmentDefinition",
	ServerCertificateName: "IAM::ServerCertificate",
	ServerlessCacheName: "ElastiCache::ServerlessCache",
	ServerlessCacheSnapshotName: "ElastiCache::ServerlessCacheSnapshot",
	ServiceEnvironmentName: "Batch::ServiceEnvironment",
	ServiceName: "AppRunner::Service ECS::Service",
	SnapshotCopyGrantName: "Redshift::SnapshotCopyGrant",
	SnapshotIdentifier: "Redshift::Snapshot",
	SnapshotName: "MemoryDB::Snapshot RedshiftServerless::Snapshot",
	SourceLocationName: "MediaTailor::SourceLocation",
	SourceName: "SecurityLake::AwsLogSource",
	SpaceId: "QuickSight::Space",
	SpaceName: "SageMaker::Space",
	StackSetName: "CloudFormation::StackSet",
	StageName: "ApiGateway::Stage ApiGatewayV2::Stage",
	StateMachineName: "StepFunctions::StateMachine",
	StatementName: "Athena::PreparedStatement",
	StaticIpName: "Lightsail::StaticIp",
	StreamId: "IoT::Stream",
	StreamName: "QLDB::Stream",
	StudioLifecycleConfigName: "SageMaker::StudioLifecycleConfig",
	StudioName: "NimbleStudio::Studio",
	SubnetGroupName: "DAX::SubnetGroup MemoryDB::SubnetGroup",
	SubscriptionName: "DMS::EventSubscription DocDB::EventSubscription Neptune::EventSubscription RDS::EventSubscription Redshift::EventSubscription",
	SyncName: "SSM::ResourceDataSync",
	TLSInspectionConfigurationName: "NetworkFirewall::TLSInspectionConfiguration",
	TableBucketName: "S3Tables::TableBucket",
	TableName: "Cassandra::Table DynamoDB::GlobalTable DynamoDB::Table Timestream::Table",
	TargetDomainName: "SecurityAgent::TargetDomain",
	TaskName: "IoTSiteWise::Task",
	TemplateId: "QuickSight::Template",
	TemplateName: "IoT::ProvisioningTemplate Pinpoint::InAppTemplate SES::CustomVerificationEmailTemplate",
	TenantName: "SES::Tenant",
	ThemeId: "QuickSight::Theme",
	ThingGroupName: "IoT::ThingGroup",
	ThingName: "IoT::Thing",
	ThingTypeName: "IoT::ThingType",
	TieringConfigurationName: "Backup::TieringConfiguration",
	TopicId: "QuickSight::Topic",
	TopicName: "MSK::Topic SNS::Topic",
	TrackerName: "Location::Tracker",
	TrackingServerName: "SageMaker::MlflowTrackingServer",
	TrailName: "CloudTrail::Trail",
	TrialComponentName: "SageMaker::TrialComponent",
	TypeName: "Cassandra::Type",
	UserGroupId: "ElastiCache::UserGroup",
	UserName: "AppStream::User ElastiCache::User IAM::User IdentityStore::User MemoryDB::User Transfer::User",
	UserProfileName: "SageMaker::UserProfile",
	VPCConnectionId: "QuickSight::VPCConnection",
	VectorBucketName: "S3Vectors::VectorBucket",
	VersionName: "IoT::SoftwarePackageVersion",
	ViewName: "ResourceExplorer2::View",
	VirtualGatewayName: "AppMesh::VirtualGateway",
	VirtualNodeName: "AppMesh::VirtualNode",
	VirtualRouterName: "AppMesh::VirtualRouter",
	VirtualServiceName: "AppMesh::VirtualService",
	VocabularyFilterName: "Transcribe::VocabularyFilter",
	VocabularyName: "Connect::Vocabulary Transcribe::Vocabulary",
	VodSourceName: "MediaTailor::VodSource",
	VpcConnectorName: "AppRunner::VpcConnector",
	VpcIngressConnectionName: "AppRunner::VpcIngressConnection",
	WALWorkspaceName: "EMR::WALWorkspace",
	WorkflowName: "EntityResolution::IdMappingWorkflow EntityResolution::MatchingWorkflow",
	WorkforceName: "SageMaker::Workforce",
	WorkgroupName: "RedshiftServerless::Workgroup",
	WorkspaceId: "IoTTwinMaker::Workspace",
	WorkspaceName: "IoTSiteWise::Workspace",
	WorkteamName: "SageMaker::Workteam"
};
const PLAIN_NAMES = {
	AccountName: "Organizations::Account",
	AdapterName: "Textract::Adapter",
	AgentAliasName: "Bedrock::AgentAlias",
	AgentName: "Bedrock::Agent DataSync::Agent",
	ApplicationId: "SystemsManagerSAP::Application",
	ApplicationName: "IoTFleetHub::Application",
	ArtifactName: "SageMaker::Artifact",
	AssetModelName: "IoTSiteWise::AssetModel",
	AssetName: "IoTSiteWise::Asset",
	AssociationName: "SSM::Association",
	BotAliasName: "Lex::BotAlias",
	ComputationModelName: "IoTSiteWise::ComputationModel",
	ConnectionName: "DirectConnect::Connection",
	DashboardName: "IoTSiteWise::Dashboard",
	DataMigrationName: "DMS::DataMigration",
	DataProviderName: "DMS::DataProvider",
	DatasetName: "IoTSiteWise::Dataset",
	DirectConnectGatewayName: "DirectConnect::DirectConnectGateway",
	EndpointIdentifier: "DMS::Endpoint",
	EntityName: "IoTTwinMaker::Entity",
	FeaturedResultsSetName: "Kendra::FeaturedResultsSet",
	GameServerGroupName: "GameLift::GameServerGroup",
	GatewayName: "IoTSiteWise::Gateway",
	GeneratedTemplateName: "CloudFormation::GeneratedTemplate",
	GrantName: "LicenseManager::Grant",
	GroupName: "XRay::Group",
	IdentityPoolName: "Cognito::IdentityPool",
	IdentityProviderName: "WorkSpacesWeb::IdentityProvider",
	InferenceComponentName: "SageMaker::InferenceComponent",
	InstanceProfileName: "DMS::InstanceProfile",
	IntegrationName: "RDS::Integration Redshift::Integration",
	LagName: "DirectConnect::Lag",
	LicenseName: "LicenseManager::License",
	MigrationProjectName: "DMS::MigrationProject",
	ModelPackageName: "SageMaker::ModelPackage",
	Name: "AWSExternalAnthropic::Workspace AgentRegistry::Registry AgentRegistry::RegistryRecord Amplify::App AmplifyUIBuilder::Component AmplifyUIBuilder::Form AmplifyUIBuilder::Theme ApiGateway::Authorizer ApiGateway::RestApi ApiGateway::VpcLink ApiGatewayV2::Api ApiGatewayV2::Authorizer ApiGatewayV2::Model ApiGatewayV2::VpcLink AppConfig::Application AppConfig::ConfigurationProfile AppConfig::Environment AppIntegrations::Application AppIntegrations::DataIntegration AppSync::Api AppSync::FunctionConfiguration AppSync::GraphQLApi AuditManager::Assessment AuditManager::AssessmentFramework B2BI::Capability B2BI::Partnership B2BI::Profile B2BI::Transformer BCM::Dashboard BCM::ScheduledReport BackupGateway::Hypervisor BcmPricingCalculator::BillScenario BcmPricingCalculator::WorkloadEstimate Bedrock::AutomatedReasoningPolicy Bedrock::DataSource Bedrock::Flow Bedrock::FlowAlias Bedrock::Guardrail Bedrock::KnowledgeBase Bedrock::Prompt BedrockAgentCore::Gateway BedrockAgentCore::GatewayTarget BedrockMantle::Project BillingConductor::BillingGroup BillingConductor::CustomLineItem BillingConductor::PricingPlan BillingConductor::PricingRule Cases::CaseRule Cases::Field Cases::Layout Cases::Template Chime::AppInstance Chime::AppInstanceBot Chime::ChannelFlow Chime::SipMediaApplication Chime::VoiceConnector CleanRooms::Collaboration CleanRooms::ConfiguredTable CleanRooms::IdNamespaceAssociation Cloud9::EnvironmentEC2 CloudTrail::Channel CloudTrail::Dashboard CloudTrail::EventDataStore CodeStarNotifications::NotificationRule Cognito::UserPoolResourceServer ComputeOptimizer::AutomationRule Connect::AgentStatus Connect::ContactFlow Connect::ContactFlowModule Connect::ContactFlowModuleAlias Connect::DataTable Connect::DataTableAttribute Connect::HoursOfOperation Connect::Metric Connect::Prompt Connect::Queue Connect::QuickConnect Connect::RoutingProfile Connect::Rule Connect::TaskTemplate Connect::TestCase Connect::UserHierarchyGroup Connect::View Connect::Workspace ConnectCampaigns::Campaign ConnectCampaignsV2::Campaign DataExchange::DataSet DataSync::Task DataZone::DataSource DataZone::Domain DataZone::DomainUnit DataZone::Environment DataZone::EnvironmentActions DataZone::EnvironmentProfile DataZone::Project DataZone::ProjectProfile DataZone::SubscriptionTarget DevOpsAgent::AgentSpace DeviceFarm::DevicePool DeviceFarm::InstanceProfile DeviceFarm::NetworkProfile DeviceFarm::Project DeviceFarm::TestGridProject EC2::FpgaImage EC2::InstanceEventWindow EMR::Studio ElementalInference::Dictionary ElementalInference::Feed Evidently::Segment FMS::ResourceSet FSx::Snapshot FSx::Volume FinSpace::Environment GameLift::Alias GameLift::Build GameLift::Fleet GameLift::Script GlobalAccelerator::Accelerator GlobalAccelerator::CrossAccountAttachment Glue::MLTransform Grafana::Workspace Greengrass::ConnectorDefinition Greengrass::CoreDefinition Greengrass::DeviceDefinition Greengrass::FunctionDefinition Greengrass::Group Greengrass::LoggerDefinition Greengrass::ResourceDefinition Greengrass::SubscriptionDefinition GroundStation::Config GroundStation::MissionProfile GuardDuty::IPSet GuardDuty::ThreatEntitySet GuardDuty::ThreatIntelSet GuardDuty::TrustedEntitySet IVS::Channel IVS::PlaybackRestrictionPolicy IVS::Stage IVSChat::LoggingConfiguration IVSChat::Room InspectorV2::CodeSecurityIntegration InspectorV2::Filter IoTWireless::FuotaTask IoTWireless::MulticastGroup IoTWireless::TaskDefinition IoTWireless::WirelessDevice IoTWireless::WirelessGateway Kendra::DataSource Kendra::Index Kendra::QuerySuggestionsBlockList Kendra::Thesaurus KendraRanking::ExecutionPlan Lex::Bot LicenseManager::LicenseAssetGroup LicenseManager::LicenseAssetRuleSet Logs::QueryDefinition MGN::Connector MGN::NetworkMigrationDefinition Macie::AllowList Macie::FindingsFilter MediaConnect::Bridge MediaConnect::RouterInput MediaConnect::RouterNetworkInterface MediaConnect::RouterOutput MediaLive::Channel MediaLive::ChannelPlacementGroup MediaLive::CloudWatchAlarmTemplate MediaLive::Cluster MediaLive::EventBridgeRuleTemplate MediaLive::Input MediaLive::Multiplex MediaLive::Network MediaLive::Node MediaLive::SdiSource MediaLive::SignalMap NimbleStudio::LaunchProfile NimbleStudio::StreamingImage NimbleStudio::StudioComponent Notifications::NotificationConfiguration Omics::RunCache Omics::RunGroup Omics::Workflow OpsWorks::App OpsWorks::Layer OpsWorks::Stack OpsWorks::Volume Organizations::OrganizationalUnit Organizations::Policy Outposts::Outpost Outposts::Site Pinpoint::Campaign Pinpoint::Segment QuickSight::ApprovalPolicy QuickSight::DLPSetting QuickSight::Flow QuickSight::TopicV2 RAM::ResourceShare ResilienceHubV2::ServiceFunction RolesAnywhere::CRL RolesAnywhere::Profile RolesAnywhere::TrustAnchor Route53GlobalResolver::AccessSource Route53GlobalResolver::AccessToken Route53GlobalResolver::DnsView Route53GlobalResolver::FirewallRule Route53GlobalResolver::GlobalResolver Route53GlobalResolver::HostedZoneAssociation Route53RecoveryControl::ControlPanel Route53RecoveryControl::RoutingControl Route53RecoveryControl::SafetyRule Route53Resolver::FirewallRuleGroupAssociation Route53Resolver::OutpostResolver Route53Resolver::ResolverEndpoint Route53Resolver::ResolverRule SSM::MaintenanceWindow SSM::MaintenanceWindowTarget SSM::MaintenanceWindowTask SSM::PatchBaseline SSMContacts::Rotation SSMQuickSetup::ConfigurationManager SSO::Application SSO::Instance SecurityAgent::AgentSpace SecurityAgent::SecurityRequirementPack SecurityHub::ConfigurationPolicy SecurityHub::Insight ServiceCatalog::CloudFormationProduct ServiceCatalog::ServiceAction ServiceCatalogAppRegistry::Application ServiceCatalogAppRegistry::AttributeGroup VerifiedPermissions::Policy VerifiedPermissions::PolicyTemplate VoiceID::Domain VpcLattice::ResourceConfiguration Wisdom::MessageTemplate Wisdom::QuickResponse WorkSpacesThinClient::Environment",
	NetworkName: "Wickr::Network",
	PolicyName: "FMS::Policy IAM::Policy",
	PortalName: "IoTSiteWise::Portal",
	PrefixListName: "EC2::PrefixList",
	ProjectName: "IoTSiteWise::Project",
	ReplicationConfigIdentifier: "DMS::ReplicationConfig",
	ReplicationInstanceIdentifier: "DMS::ReplicationInstance",
	ReplicationTaskIdentifier: "DMS::ReplicationTask",
	RepositoryName: "CodeCommit::Repository",
	SubscriberName: "SecurityLake::Subscriber",
	TableName: "S3Tables::Table",
	TermsName: "Cognito::Terms",
	UsagePlanName: "ApiGateway::UsagePlan",
	UserPoolName: "Cognito::UserPool",
	WorkloadName: "WellArchitected::Workload"
};

// src/changes/resourceTypes.ts
function isStateful(type) {
	stateful ??= new Set(split$1(STATEFUL));
	return stateful.has(type);
}
function isOnDisks(type) {
	onDisks ??= new Set(split$1(ON_DISKS));
	return onDisks.has(type);
}
function isServing(type) {
	serving ??= new Set(split$1(SERVING));
	return serving.has(type);
}
function isUnjudged(type) {
	if (!type.startsWith("AWS::")) return !/^(?:Alexa|Custom)::/.test(type);
	nothing ??= new Set(split$1(HOLDS_NOTHING));
	return DATA_NAMES.test(type) && !isStateful(type) && !isOnDisks(type) && !nothing.has(type);
}
const DATA_NAMES = /(?:Archive|Backup|Bucket|Cache|Catalog|Cluster|Collection|Container|Database|Data[sS]et|Data[sS]tore|Disk|Domain|FileSystem|Graph|Index|Instance|Key|Keyspace|KnowledgeBase|Ledger|List|Memory|Namespace|Queue|Registry|Repository|Server|Session|Snapshot|Space|StorageVirtualMachine|Store|Stream|Table|Tape|Topic|TopicV2|Tracker|Vault|Volume|Workspace)$/;
function nameProperty(type) {
	return uniqueNameProperty(type) ?? plainNames().get(type);
}
function uniqueNameProperty(type) {
	return uniqueNames().get(type);
}
let stateful;
let nothing;
let onDisks;
let serving;
let unique;
let plain;
function uniqueNames() {
	unique ??= invert(UNIQUE_NAMES);
	return unique;
}
function plainNames() {
	plain ??= invert(PLAIN_NAMES);
	return plain;
}
function invert(table) {
	return new Map(Object.entries(table).flatMap(([property, types]) => split$1(types).map((type) => [type, property])));
}
function split$1(types) {
	return types.split(" ").map((type) => `AWS::${type}`);
}

// src/changes/policies/renames.ts
function renameIn(resources, target) {
	const all = resources.flatMap((change) => renamedBy(change) ?? []);
	if (all.length === 0) return void 0;
	const namer = (known) => (text) => text.replaceAll(ARN, (arn) => renamed(arn, known, target));
	return {
		inGrants: namer(all),
		inDenials: namer(all.filter(({ type }) => !isStateful(type)))
	};
}
const ARN = /\barn:[^\s"'\\,]+/g;
function renamedBy(change) {
	const property = uniqueNameProperty(change.type);
	const isKept = change.policyAction === "Retain" || change.policyAction === "ReplaceAndRetain";
	const hasForm = Object.hasOwn(FORMS, change.type);
	if (property === void 0 || !hasForm || change.replacement !== "True" || isKept) return void 0;
	const { before, after } = resourceStates(change);
	const old = before?.[property] ?? change.physicalId?.split(/[:/]/).at(-1);
	const name = after?.[property];
	if (typeof old !== "string" || typeof name !== "string" || name.includes("{{changeSet:KNOWN_AFTER_APPLY}}")) return void 0;
	return {
		type: change.type,
		old,
		name
	};
}
const FORMS = {
	"AWS::DynamoDB::Table": "dynamodb:table/",
	"AWS::ECR::Repository": "ecr:repository/",
	"AWS::IAM::Group": "iam:group/",
	"AWS::IAM::ManagedPolicy": "iam:policy/",
	"AWS::IAM::Role": "iam:role/",
	"AWS::IAM::User": "iam:user/",
	"AWS::Kinesis::Stream": "kinesis:stream/",
	"AWS::Lambda::Function": "lambda:function:",
	"AWS::Logs::LogGroup": "logs:log-group:",
	"AWS::S3::Bucket": "s3:",
	"AWS::SNS::Topic": "sns:",
	"AWS::SQS::Queue": "sqs:"
};
function renamed(arn, all, { region, account }) {
	const [start, partition, service, where = "", whose = "", ...rest] = arn.split(":");
	if (where !== "" && where !== region || whose !== "" && whose !== account) return arn;
	const resource = rest.join(":");
	for (const one of all) {
		const [of, kind = ""] = split(FORMS[one.type] ?? "");
		const own = `${kind}${one.old}`;
		if (of !== service || !resource.startsWith(own) || !/^([:/]|$)/.test(resource.slice(own.length))) continue;
		return [
			start,
			partition,
			service,
			where,
			whose,
			`${kind}${one.name}${resource.slice(own.length)}`
		].join(":");
	}
	return arn;
}
function split(form) {
	const end = form.indexOf(":");
	return [form.slice(0, end), form.slice(end + 1)];
}

// src/changes/verdict/counts.ts
function count$1(resources, certainty) {
	const counts = {
		add: 0,
		modify: 0,
		replace: 0,
		remove: 0,
		import: 0,
		other: 0
	};
	for (const change of resources) counts[countedAs(change, certainty)] += 1;
	return counts;
}
function countedAs(change, certainty) {
	switch (change.action) {
		case "Add": return "add";
		case "Modify": return certainty.get(resourceKey(change)) === "certain" ? "replace" : "modify";
		case "Remove": return "remove";
		case "Import": return "import";
		case "Dynamic":
		case "SyncWithActual": return "other";
	}
}

// src/changes/policies/statedPrincipals.ts
function statedIn(type, state) {
	switch (type) {
		case "AWS::Lambda::Permission": return allow("Principal", state, state.FunctionName, [
			[
				"ArnLike",
				"aws:SourceArn",
				state.SourceArn
			],
			[
				"StringEquals",
				"aws:SourceAccount",
				state.SourceAccount
			],
			[
				"StringEquals",
				"aws:PrincipalOrgID",
				state.PrincipalOrgID
			],
			[
				"StringEquals",
				"lambda:FunctionUrlAuthType",
				state.FunctionUrlAuthType
			],
			[
				"StringEquals",
				"lambda:EventSourceToken",
				state.EventSourceToken
			]
		]);
		case "AWS::Lambda::LayerVersionPermission": return allow("Principal", state, state.LayerVersionArn, [[
			"StringEquals",
			"aws:PrincipalOrgID",
			state.OrganizationId
		]]);
		case "AWS::Events::EventBusPolicy": return allow("Principal", state, state.EventBusName, [conditionOf(state.Condition)]);
		case "AWS::Signer::ProfilePermission": return allow("Principal", state, state.ProfileName, []);
		case "AWS::EC2::VPCEndpointServicePermissions": return allow("AllowedPrincipals", state, state.ServiceId, []);
		case "AWS::RAM::ResourceShare": return allow("Principals", state, state.ResourceArns, []);
		default: return [];
	}
}
function conditionOf(condition) {
	const { Type, Key, Value } = isObject(condition) ? condition : {};
	return [
		String(Type),
		String(Key),
		Value
	];
}
function allow(property, state, resource, tests) {
	const names = asList(state[property]).map(String);
	if (names.length === 0) return [];
	const services = names.filter((name) => /\.amazon(aws)?\.com(\.cn)?$/.test(name));
	const Condition = {};
	for (const [operator, key, value] of tests) if (value !== void 0) Condition[operator] = {
		...Condition[operator],
		[key]: value
	};
	return [{
		property,
		entry: {
			Effect: "Allow",
			Principal: {
				AWS: names.filter((name) => !services.includes(name)),
				Service: services
			},
			Action: state.Action ?? "*",
			Resource: resource ?? "*",
			Condition
		}
	}];
}

// src/changes/policies/patterns.ts
function contains(wide, narrow) {
	let [at, of, star, resume] = [
		0,
		0,
		-1,
		0
	];
	while (of < narrow.length) {
		const sign = wide[at];
		if (sign === "*") {
			star = at;
			resume = of;
			at += 1;
		} else if (narrow[of] !== "*" && (sign === "?" || sign === narrow[of])) {
			at += 1;
			of += 1;
		} else if (star >= 0) {
			resume += 1;
			at = star + 1;
			of = resume;
		} else return false;
	}
	return /^\**$/.test(wide.slice(at));
}
function mayOverlap(one, other) {
	if (contains(one, other) || contains(other, one)) return true;
	const [first, second] = [fixedStart(one), fixedStart(other)];
	return first !== one && second !== other && (first.startsWith(second) || second.startsWith(first));
}
function fixedStart(pattern) {
	return /^[^*?]*/.exec(pattern)?.[0] ?? "";
}
function holdsAddresses(wide, narrow) {
	const [outer, inner] = [blockOf(wide), blockOf(narrow)];
	if (wide === narrow || outer === void 0 || inner === void 0) return wide === narrow;
	const place = (address) => Math.floor(address / outer.size);
	return outer.size >= inner.size && place(outer.first) === place(inner.first);
}
function blockOf(text) {
	const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(text);
	if (match === null) return void 0;
	const [a = 0, b = 0, c = 0, d = 0, length = 32] = match.slice(1).map((part) => Number(part ?? 32));
	return {
		first: ((a * 256 + b) * 256 + c) * 256 + d,
		size: 2 ** (32 - length)
	};
}

// src/changes/policies/conditions.ts
function conditionsOf(value) {
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, tests]) => {
		if (!isObject(tests)) return [];
		const [, set = "", operator = "", exists] = /^(?:(forallvalues|foranyvalue):)?(.*?)(ifexists)?$/.exec(name.toLowerCase()) ?? [];
		return Object.entries(tests).map(([key, values]) => ({
			set,
			operator,
			ifExists: exists !== void 0,
			key: key.toLowerCase(),
			values: asList(values).map((it) => typeof it === "string" ? it : JSON.stringify(it))
		}));
	});
}
function implies(narrow, wide) {
	return wide.every((test) => narrow.some((other) => impliesTest(other, test)));
}
function impliesTest(narrow, wide) {
	if (narrow.key !== wide.key || narrow.set !== wide.set || narrow.ifExists && !wide.ifExists) return false;
	if (isNegated(narrow) !== isNegated(wide)) return false;
	return isNegated(narrow) ? wide.values.every((value) => narrow.values.some((other) => holds(narrow, other, wide, value))) : narrow.values.every((value) => wide.values.some((other) => holds(wide, other, narrow, value)));
}
function isNegated({ operator }) {
	return /^(string|arn|numeric|date|binary)not|^notip/.test(operator);
}
function holds(wide, outer, narrow, inner) {
	const [one, other] = [wide.operator, narrow.operator];
	if (isText(one) && isText(other)) return holdsText(one, outer, other, inner);
	if (one !== other) return false;
	if (/ipaddress$/.test(one)) return holdsAddresses(outer, inner);
	if (/lessthan/.test(one)) return outer === inner || amount$1(inner) <= amount$1(outer);
	if (/greaterthan/.test(one)) return outer === inner || amount$1(inner) >= amount$1(outer);
	return one === "bool" || one === "null" ? same(outer, inner) : outer === inner;
}
function holdsText(one, outer, other, inner) {
	if (other.endsWith("ignorecase") && !one.endsWith("ignorecase")) return false;
	if (isLike(one)) return contains(outer, inner);
	if (isLike(other) && fixedStart(inner) !== inner) return false;
	return one.endsWith("ignorecase") ? same(outer, inner) : outer === inner;
}
function isText(operator) {
	return /^(string|arn)/.test(operator);
}
function isLike(operator) {
	return operator.startsWith("arn") || operator.endsWith("like");
}
function same(one, other) {
	return one.toLowerCase() === other.toLowerCase();
}
function amount$1(text) {
	const number = Number(text);
	return Number.isNaN(number) ? Date.parse(text) : number;
}

// src/changes/policies/statements.ts
const HOLDER = "the holder";
const EVERYBODY = "AWS *";
function readStatement(entry) {
	if (!isObject(entry) || entry.Effect !== "Allow" && entry.Effect !== "Deny") return void 0;
	return {
		effect: entry.Effect,
		principals: principalsOf(entry),
		actions: several(entry, "Action"),
		resources: several(entry, "Resource"),
		conditions: conditionsOf(entry.Condition)
	};
}
function principalsOf(entry) {
	const not = entry.NotPrincipal !== void 0;
	const named = not ? entry.NotPrincipal : entry.Principal;
	if (named === void 0) return {
		not: false,
		items: [HOLDER]
	};
	if (!isObject(named)) return {
		not,
		items: texts(named).map(principal("AWS"))
	};
	return {
		not,
		items: Object.entries(named).flatMap(([kind, value]) => texts(value).map(principal(kind)))
	};
}
function principal(kind) {
	return (name) => `${kind} ${/^arn:[^:]*:iam::(\d+):root$/.exec(name)?.[1] ?? name}`;
}
function several(entry, name) {
	const not = entry[`Not${name}`];
	if (not !== void 0) return {
		not: true,
		items: texts(not)
	};
	const items = entry[name];
	return {
		not: false,
		items: items === void 0 ? ["*"] : texts(items)
	};
}
function texts(value) {
	return asList(value).map((it) => typeof it === "string" ? it : JSON.stringify(it));
}
function beyond(statement, other) {
	return [
		"principals",
		"actions",
		"resources",
		"conditions"
	].filter((dimension) => !within$1(dimension, statement, other));
}
function within$1(dimension, statement, other) {
	switch (dimension) {
		case "principals": return isIn(statement.principals, other.principals, holdsPrincipal);
		case "actions": return isIn(lower(statement.actions), lower(other.actions), contains);
		case "resources": return isIn(statement.resources, other.resources, contains);
		case "conditions": return implies(statement.conditions, other.conditions);
	}
}
function isIn(narrow, wide, holds) {
	if (narrow.not && wide.not) return wide.items.every((left) => narrow.items.some((item) => holds(item, left)));
	if (narrow.not) return wide.items.some((item) => item === "*" || item === "AWS *");
	if (wide.not) return narrow.items.every((item) => !wide.items.some((left) => mayOverlap(item, left)));
	return narrow.items.every((item) => wide.items.some((all) => holds(all, item)));
}
function holdsPrincipal(wide, narrow) {
	if (wide === narrow) return true;
	if (wide === "AWS *") return narrow !== "the holder" && !narrow.startsWith("Federated ");
	const account = accountOf(wide);
	return wide === `AWS ${account}` && accountOf(narrow) === account;
}
function accountOf(name) {
	return /^AWS (?:arn:[^:]*:[^:]*:[^:]*:)?(\d+)(?::|$)/.exec(name)?.[1];
}
function lower({ not, items }) {
	return {
		not,
		items: items.map((item) => item.toLowerCase())
	};
}
const MOST_PARTS = 5e3;
function newParts(statement, others) {
	if (others.some((other) => beyond(statement, other).length === 0)) return [];
	const { principals, actions, resources, conditions } = statement;
	const likely = others.filter((other) => implies(conditions, other.conditions));
	if ([
		principals,
		actions,
		resources
	].reduce((product, { items }) => product * items.length, 1) > MOST_PARTS) return [statement];
	return singles(principals).flatMap((who) => singles(actions).flatMap((what) => singles(resources).flatMap((where) => {
		const part = {
			...statement,
			principals: who,
			actions: what,
			resources: where
		};
		return likely.some((other) => beyond(part, other).length === 0) ? [] : [part];
	})));
}
function singles(several) {
	return several.not ? [several] : several.items.map((item) => ({
		not: false,
		items: [item]
	}));
}

// src/changes/policies/placed.ts
function statementsOf(type, state) {
	const limit = LIMITS[type];
	const placed = [...entriesIn(state ?? {}, void 0), ...statedIn(type, state ?? {})].flatMap(({ property, entry }) => {
		const statement = readStatement(entry);
		return statement === void 0 ? [] : [{
			property,
			kind: kindOf$1(property, limit),
			statement
		}];
	});
	return limit !== void 0 && state?.[limit] === void 0 ? [...placed, {
		property: limit,
		kind: "limit",
		statement: everything(type)
	}] : placed;
}
const ENDPOINT = "AWS::EC2::VPCEndpoint";
const LIMITS = {
	[ENDPOINT]: "PolicyDocument",
	"AWS::Organizations::Policy": "Content",
	"AWS::RolesAnywhere::Profile": "SessionPolicy",
	"AWS::Transfer::User": "Policy"
};
function everything(type) {
	const all = {
		not: false,
		items: ["*"]
	};
	return {
		effect: "Allow",
		principals: {
			not: false,
			items: [type === ENDPOINT ? EVERYBODY : HOLDER]
		},
		actions: all,
		resources: all,
		conditions: []
	};
}
function kindOf$1(property, limit) {
	if (property === "AssumeRolePolicyDocument") return "trust";
	return property === limit ? "limit" : "grant";
}
function entriesIn(value, property) {
	const node = typeof value === "string" ? parseValue(value) : value;
	if (typeof node !== "object" || node === null) return [];
	const statements = isObject(node) ? statementsIn(node.Statement) : [];
	if (statements.length > 0) return statements.map((entry) => ({
		property: property ?? "Statement",
		entry
	}));
	return Object.entries(node).flatMap(([key, child]) => entriesIn(child, property ?? key));
}
function statementsIn(value) {
	const read = typeof value === "string" ? parseValue(value) : value;
	const entries = isObject(read) && read.Effect !== void 0 ? [read] : asList(read);
	return entries.some((entry) => readStatement(entry) !== void 0) ? entries : [];
}

// src/changes/policies/policyTypes.ts
const POLICIES$2 = /^AWS::(IAM::\w*|S3\w*::\w*|SQS::\w*|SNS::\w*|Events::EventBus|Organizations::|ECR::Registry|VpcLattice::Auth|\w+::Resource)Policy$/;
function isPolicyType(type) {
	return POLICIES$2.test(type);
}
function hasPolicy(type) {
	return isPolicyType(type) || type === "AWS::IAM::Role" || type === "AWS::KMS::Key";
}

// src/changes/policies/shown.ts
function isShownInPart(change) {
	const { before, after, complete } = resourceStates(change);
	return !complete || [before, after].some((state) => isPartial(state ?? null, ""));
}
function shownOf(change, property, side) {
	const context = propertiesOf$1(change[side]);
	if (context !== void 0) return whole(property, context[property]);
	const [detail, ...more] = detailsOf(change, property);
	if (detail === void 0) {
		const other = change.action === "Modify" ? propertiesOf$1(change[otherSide(side)]) : void 0;
		return other === void 0 ? "in part" : whole(property, other[property]);
	}
	if (more.length > 0 || !isOfWhole(detail, property)) return "in part";
	const text = detail[side];
	if (text !== void 0) return whole(property, parseValue(text));
	return detail.changeType === (side === "before" ? "Add" : "Remove") ? { value: void 0 } : "in part";
}
function detailsOf({ details }, property) {
	return details.filter(({ attribute, name }) => attribute === "Properties" && name === property);
}
function otherSide(side) {
	return side === "before" ? "after" : "before";
}
function isOfWhole({ path }, property) {
	return path === void 0 || path === `/Properties/${property}` || path === "/Properties";
}
function whole(property, value) {
	return value !== void 0 && isPartial(value, property) ? "in part" : { value };
}
const OF_STATEMENTS = /(Policy|Policies|PolicyDocument|PolicyText|ManagedPolicyArns|^Statement|^Effect)$/;
function isPartial(value, key) {
	if (typeof value === "string") {
		if (value === "{{changeSet:KNOWN_AFTER_APPLY}}") return OF_STATEMENTS.test(key);
		const read = parseValue(value);
		return read === value ? /^\s*(\{\s*"|\[\s*[[{"])/.test(value) : isPartial(read, key);
	}
	if (Array.isArray(value)) return value.some((item) => isPartial(item, key));
	return isObject(value) && Object.entries(value).some(([name, member]) => isPartial(member, name));
}

// src/changes/policies/policyStates.ts
function policyStates(change, written = {}) {
	const { before, after } = resourceStates(change);
	if (!isShownInPart(change)) return {
		before,
		after,
		untold: []
	};
	const sides = [...before ? ["before"] : [], ...after ? ["after"] : []];
	const names = /* @__PURE__ */ new Set([...Object.keys({
		...before,
		...after,
		...written.before?.raw,
		...written.after?.raw
	}), ...change.details.flatMap(({ attribute, name }) => attribute === "Properties" && name ? [name] : [])]);
	const known = {
		before: {},
		after: {}
	};
	const untold = isUnseen(change, written) ? [{}] : [];
	for (const property of names) {
		const values = shownOn(sides, change, property) ?? writtenOn(sides, change, written, property);
		if (values === void 0) {
			if (mayChange(change, property) && isPolicy(change, property, written)) untold.push({ property });
			continue;
		}
		for (const [side, value] of values) if (value !== void 0) known[side][property] = value;
	}
	return {
		before: before && known.before,
		after: after && known.after,
		untold
	};
}
function isUnseen(change, { after }) {
	const isNew = change.action === "Add" || change.action === "Import";
	const isLeftOut = change.isCut === true || change.withoutValues === true;
	return isNew && isLeftOut && after === void 0 && change.details.length === 0 && hasPolicy(change.type);
}
function shownOn(sides, change, property) {
	const values = sides.flatMap((side) => {
		const shown = shownOf(change, property, side);
		return shown === "in part" ? [] : [[side, shown.value]];
	});
	return values.length === sides.length ? values : void 0;
}
function writtenOn(sides, change, written, property) {
	if (detailsOf(change, property).some(({ drift }) => drift !== void 0)) return void 0;
	const values = sides.flatMap((side) => {
		const { known = {}, raw = { [property]: null } } = written[side] ?? {};
		return known[property] !== void 0 || raw[property] === void 0 ? [[side, known[property]]] : [];
	});
	const { before = null, after = null } = Object.fromEntries(values);
	return values.length === sides.length && !letsInUnknown(change.type, { [property]: after }, before) ? values : void 0;
}
function letsInUnknown(type, after, before) {
	const known = JSON.stringify(before);
	return statementsOf(type, after).some(({ statement: { principals, conditions } }) => [...principals.items, ...conditions.flatMap(({ values }) => values)].some((text) => (text.match(IMPORT) ?? []).some((name) => !known.includes(name))));
}
const IMPORT = /\{\{import .*?\}\}/g;
function mayChange(change, property) {
	return change.action !== "Modify" || detailsOf(change, property).length > 0;
}
const CALLED_SO = /^((Key|Resource|Inline|Session|Access|FileSystem)Policy|AccessPolicies|\w*Policy(Document|Text)|ManagedPolic(yArns|ies))$/;
function isPolicy(change, property, written) {
	const { before, after } = resourceStates(change);
	const texts = detailsOf(change, property).flatMap(({ before: old = "", after: now = "" }) => [old, now]);
	return CALLED_SO.test(property) || property === "Policies" && change.type.startsWith("AWS::IAM::") || [before, after].some((state) => isStatement(change.type, property, state)) || [written.before?.raw, written.after?.raw].some((raw) => isStatement(change.type, property, raw)) || texts.some((text) => /Effect[\\"\s]*:[\\"\s]*(Allow|Deny)/.test(text)) || detailsOf(change, property).some(({ path }) => /\/Statement(\/|$)/.test(path ?? ""));
}
function isStatement(type, property, state) {
	const value = state?.[property];
	return value !== void 0 && statementsOf(type, { [property]: value }).some((it) => it.property === property);
}

// src/changes/policies/removedPolicy.ts
function lostDenials(change, written = {}) {
	if (!isPolicyType(change.type)) return void 0;
	const { before, untold } = policyStates(change, written);
	if (statementsOf(change.type, before).some(({ statement }) => statement.effect === "Deny")) return "is removed: its denials no longer hold";
	const properties = propertiesOf$1(change.before);
	const isOpen = /"Fn::(?:If|Transform)"/.test(JSON.stringify(properties ?? null));
	return (properties !== void 0 && !isOpen || written.before !== void 0) && untold.length === 0 ? void 0 : "is removed: whether it denied anything cannot be told";
}

// src/changes/mapStrings.ts
function mapStrings(value, map) {
	if (typeof value === "string") return map(value);
	if (Array.isArray(value)) return value.map((item) => mapStrings(item, map));
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, map)]));
}

// src/changes/policies/providers.ts
function isProvider(name) {
	return name.startsWith("Federated ");
}
const OF_ONE = [
	/^oidc\.circleci\.com\/org\/[^/]+$/,
	/^api\.bitbucket\.org\/2\.0\/workspaces\/[^/]+\/pipelines-config\/identity\/oidc$/,
	/^vstoken\.dev\.azure\.com\/[^/]+$/,
	/^oidc\.eks\.[a-z\d-]+\.amazonaws\.com(\.cn)?\/id\/[^/]+$/,
	/^token\.actions\.githubusercontent\.com\/[^/]+$/
];
function isOfOneTenant(name, conditions) {
	const [, issuer] = /:oidc-provider\/(.+)$/.exec(name) ?? [];
	if (issuer !== void 0 && !issuer.includes("{{")) return isOwn(issuer.toLowerCase());
	if (!name.includes("{{")) return false;
	return conditions.filter(({ ifExists, set, operator, values }) => !ifExists && set !== "forallvalues" && /^string(equals|like)/.test(operator) && values.length > 0).some(({ key }) => isOwn(key.slice(0, Math.max(0, key.lastIndexOf(":")))));
}
function isOwn(issuer) {
	return OF_ONE.some((form) => form.test(issuer));
}
const BY_AUDIENCE = /^(api\.pulumi\.com\/oidc|sandboxes\.cloud|oidc\.vercel\.com):aud$/;
const BY_USER = /^(www\.amazon\.com:user_id|graph\.facebook\.com:id)$/;
function isSubject(key, value) {
	const fixed = fixedStart(value);
	if (BY_AUDIENCE.test(key) || BY_USER.test(key)) return fixed === value;
	const [, claim = ""] = /^[\w.-]+\.[\w/.-]+:(sub|repository(?:_owner)?(?:_id)?)$/.exec(key) ?? [];
	if (claim === "" && !key.startsWith("saml:")) return false;
	return fixed === value || (claim === "sub" ? /^[^:]+:[^/:]+[/:]/ : /^[^/:]+\//).test(fixed);
}

// src/changes/policies/grants.ts
function wideGrantsOf({ kind, statement }, account) {
	if (statement.effect === "Deny") return [];
	if (kind === "limit" || statement.principals.items.includes("the holder")) return byActions(statement);
	return byPrincipals(statement, account);
}
function byActions(statement) {
	const { actions, resources } = statement;
	const inverted = [...actions.not ? ["NotAction"] : [], ...resources.not ? ["NotResource"] : []];
	const onEverything = !resources.not && resources.items.some(isEverything) ? " on every resource" : "";
	const named = actions.not ? [] : actions.items;
	const wide = named.filter((action) => /^(\*+|[\w*-]+:\*+)$/.test(action));
	const writing = onEverything !== "" && wide.length === 0 ? named.filter(isWriting) : [];
	return [
		...inverted.map((key) => `an Allow with ${key}`),
		...wide.map((action) => `action ${action}${onEverything}`),
		...writing.length > 0 ? [`${writing.slice(0, 3).join(", ")}${onEverything}`] : []
	].map((text) => ({
		text,
		statement
	}));
}
function isEverything(resource) {
	return /^\*+$/.test(resource) || /^arn:(?:[^:]*:){4}[*/:]*\*[*/:]*$/.test(resource);
}
function isWriting(action) {
	return !/:(Describe|List|Get|BatchGet|Head|Lookup|View|Search|PutMetricData|CreateLog|PutLogEvents)/i.test(action);
}
function byPrincipals(statement, account) {
	const { principals, conditions } = statement;
	if (principals.not) return [{
		text: "an Allow with NotPrincipal",
		statement
	}];
	const only = (text, isMeant) => {
		const items = principals.items.filter(isMeant);
		return items.length === 0 ? [] : [{
			text,
			statement: {
				...statement,
				principals: {
					not: false,
					items
				}
			}
		}];
	};
	const underConditions = conditions.length === 0 ? "" : ", under a condition";
	const isPublic = !conditions.some(isFixed);
	return [
		...only(`everybody is allowed in${underConditions}`, (name) => name === "AWS *" && isPublic),
		...only("another account is allowed in", (name) => isOther(accountOf(name), account) || name === "AWS *" && !isPublic && isOfOthers(conditions, account)),
		...only("everybody of an identity provider is allowed in", (name) => isProvider(name) && isPublic && !isOfOneTenant(name, conditions))
	];
}
function isOther(other, account) {
	return account !== void 0 && other !== void 0 && other !== account;
}
const NAMING_ACCOUNTS = /^(aws:(principal|source)(account|arn|owner)|kms:calleraccount)$/;
function isOfOthers(conditions, account) {
	return conditions.filter((condition) => isFixed(condition) && NAMING_ACCOUNTS.test(condition.key)).some(({ values }) => values.some((value) => isOther(accountOf(`AWS ${value}`), account)));
}
function isFixed({ set, operator, ifExists, key, values }) {
	if (ifExists || set === "forallvalues" || values.length === 0) return false;
	if (operator === "ipaddress") return key === "aws:sourceip" && !values.some(isBroad);
	if (operator === "bool") return key === "elasticfilesystem:accessedviamounttarget" && values[0] === "true";
	if (!/^(string|arn)(equals|like)/.test(operator)) return false;
	if (FIXING.has(key)) return values.every((value) => isNamed$1(value, operator));
	return values.every((value) => isSubject(key, value));
}
const FIXING = /* @__PURE__ */ new Set([
	...[
		"aws:sourcearn",
		"aws:sourceaccount",
		"aws:sourceowner",
		"aws:sourcevpc",
		"aws:sourcevpce"
	],
	...[
		"aws:userid",
		"aws:sourceorgid",
		"aws:principalarn",
		"aws:principalaccount",
		"aws:principalorgid"
	],
	...[
		"aws:principalorgpaths",
		"kms:calleraccount",
		"s3:dataaccesspointarn",
		"s3:dataaccesspointaccount"
	],
	...[
		"elasticfilesystem:accesspointarn",
		"cognito-identity.amazonaws.com:aud",
		"saml:aud"
	]
]);
function isBroad(block) {
	const [, length = "128"] = block.split("/");
	return Number(length) < (block.includes(":") ? 32 : 8);
}
function isNamed$1(value, operator) {
	const isPattern = operator.startsWith("arn") || operator.endsWith("like");
	if (value.includes("${")) return false;
	if (!isPattern || fixedStart(value) === value) return true;
	return /^arn:[^:]*:[^:]*:[^:]*:\d{12}:/.test(value) || /^o-\w+\//.test(value);
}

// src/changes/policies/knownAfterApply.ts
function settled$1(after, before) {
	if (!isUnknown(after)) return after;
	const then = typeof before === "string" ? parseValue(before) : before;
	if (Array.isArray(after)) {
		const partners = partnersOf(after, listOf(then));
		return after.map((item, index) => settled$1(item, partners[index]));
	}
	const partner = Array.isArray(then) ? partnersOf([after], then)[0] : then;
	if (typeof after === "string") return settledText(after, partner);
	if (!isObject(after)) return after;
	return Object.fromEntries(Object.entries(after).map(([key, value]) => [key, settled$1(value, isObject(partner) ? partner[key] : void 0)]));
}
function settledText(after, before) {
	const document = parseValue(after);
	if (document !== after) return JSON.stringify(settled$1(document, before));
	return before !== void 0 && mayBe(after, before) ? before : after;
}
function isUnknown(value) {
	if (typeof value === "string") return value.includes(KNOWN_AFTER_APPLY);
	return typeof value === "object" && value !== null && Object.values(value).some(isUnknown);
}
function listOf(value) {
	if (value === void 0) return [];
	return Array.isArray(value) ? value : [value];
}
function mayBe(after, before) {
	if (Array.isArray(after) || Array.isArray(before)) {
		const [items, others] = [listOf(after), listOf(before)];
		return items.length === others.length && matched(items, others).size === items.length;
	}
	if (isObject(after) && isObject(before)) return mayBeObject(after, before);
	if (isObject(after) || isObject(before)) return false;
	return mayBeText(String(after), String(before));
}
function mayBeObject(after, before) {
	return [...new Set([...Object.keys(after), ...Object.keys(before)].filter((key) => key !== "Sid"))].every((key) => {
		const [value, other] = [after[key], before[key]];
		return value !== void 0 && other !== void 0 && mayBe(value, other);
	});
}
function mayBeText(after, before) {
	const [first = "", ...rest] = after.split(KNOWN_AFTER_APPLY);
	const last = rest.pop();
	if (last === void 0) return after === before;
	if (!before.startsWith(first)) return false;
	let at = first.length;
	for (const part of rest) {
		const found = before.indexOf(part, at);
		if (found < 0) return false;
		at = found + part.length;
	}
	return before.length - last.length >= at && before.endsWith(last);
}
function partnersOf(after, before) {
	const pairs = matched(after, before);
	const isFree = (index) => ![...pairs.values()].includes(index);
	const rules = [
		(at, of) => nameOf$2(after[at]) !== void 0 && nameOf$2(after[at]) === nameOf$2(before[of]),
		(at, of) => at === of && effectOf(after[at]) === effectOf(before[of]),
		(at, of) => effectOf(after[at]) !== void 0 && effectOf(after[at]) === effectOf(before[of])
	];
	for (const isAlike of rules) for (const [at, item] of after.entries()) {
		if (pairs.has(at) || !isObject(item) || !isUnknown(item)) continue;
		const partner = before.findIndex((_, of) => isAlike(at, of) && isFree(of));
		if (partner >= 0) pairs.set(at, partner);
	}
	return after.map((_, at) => before[pairs.get(at) ?? -1]);
}
function nameOf$2(item) {
	return isObject(item) ? item.Sid ?? item.PolicyName : void 0;
}
function effectOf(item) {
	return isObject(item) ? item.Effect : void 0;
}
function matched(after, before) {
	const choices = after.map((item, at) => choicesOf(item, at, before));
	const takenBy = /* @__PURE__ */ new Map();
	const place = (at, tried) => (choices[at] ?? []).some((of) => {
		if (tried.has(of)) return false;
		tried.add(of);
		const holder = takenBy.get(of);
		if (holder !== void 0 && !place(holder, tried)) return false;
		takenBy.set(of, at);
		return true;
	});
	const places = [...after.keys()];
	const open = new Set(places.filter((at) => isUnknown(after[at] ?? null)));
	for (const at of [...places.filter((it) => !open.has(it)), ...open]) place(at, /* @__PURE__ */ new Set());
	return new Map([...takenBy].map(([of, at]) => [at, of]));
}
function choicesOf(item, at, before) {
	const name = nameOf$2(item);
	const isNamed = (of) => name !== void 0 && nameOf$2(before[of]) === name;
	const far = (of) => isNamed(of) ? 0 : of === at ? 1 : 2;
	return [...before.keys()].filter((of) => mayBe(item, before[of] ?? null)).toSorted((one, other) => far(one) - far(other));
}

// src/changes/policies/wideGrants.ts
function wideGrants(type, { before, after }, { account, rename } = {}) {
	const then = statementsOf(type, before);
	const last = settled$1(after ?? {}, before);
	const now = statementsOf(type, after && last);
	const moved = (to) => to === void 0 ? then : statementsOf(type, mapStrings(before, to));
	const known = rename === void 0 ? then : [...then, ...moved(rename.inGrants)];
	const denied = moved(rename?.inDenials);
	const widened = [
		...now.flatMap((placed) => grown(placed, alike(placed, known), alike(placed, now), account)),
		...then.flatMap((placed, index) => permitted([placed, denied[index] ?? placed], alike(placed, now))),
		...managed(type, before, last)
	];
	return [...new Map(widened.map((entry) => [entry.text, entry])).values()].map(({ property, text }) => ({
		property,
		message: `IAM is widened: ${text}`
	}));
}
function alike({ kind, statement }, others) {
	return others.filter((other) => other.kind === kind && other.statement.effect === statement.effect);
}
function grown(placed, then, now, account) {
	if (placed.statement.effect === "Deny") return [];
	const statements = then.map(({ statement }) => statement);
	const kept = now.map(({ statement }) => statement);
	const wide = wideGrantsOf(placed, account).filter(({ statement }) => newParts(statement, statements).length > 0).map(({ text, statement }) => {
		const nearest = nearestTo(statement, then.filter((other) => wideGrantsOf(other, account).some((it) => it.text === text)).map((other) => other.statement));
		return nearest === void 0 ? text : `${text} (${difference(statement, nearest, kept)})`;
	});
	return (wide.length > 0 ? wide : admitted(placed, statements)).map((text) => ({
		property: placed.property,
		text
	}));
}
function admitted({ kind, statement }, then) {
	if (kind === "limit" || statement.principals.items.includes("the holder")) return [];
	const parts = newParts(statement, then);
	const isFrom = (part) => kind === "trust" || part.principals.items.includes("AWS *");
	const eased = parts.flatMap((part) => {
		const same = then.filter((other) => String(beyond(part, other)) === "conditions");
		if (same.some((other) => hasFewer(part, other))) return ["who is allowed in must meet a condition fewer"];
		return same.length > 0 && isFrom(part) ? ["who is allowed in must meet other conditions"] : [];
	});
	const isNew = (part) => then.every((other) => beyond(part, other).includes("principals"));
	const providers = parts.filter((part) => part.principals.items.some(isProvider) && isNew(part));
	const another = then.length > 0 && providers.length > 0 ? ["another identity provider is allowed in"] : [];
	return [.../* @__PURE__ */ new Set([...eased, ...another])];
}
function nearestTo(statement, others) {
	const distance = (other) => beyond(statement, other).length;
	return others.toSorted((one, other) => distance(one) - distance(other))[0];
}
function difference(statement, before, now) {
	const gone = newParts(before, now).length === 0 ? [] : beyond(before, statement);
	return beyond(statement, before).map((dimension) => {
		if (dimension === "conditions") return hasFewer(statement, before) ? "a condition fewer" : "other conditions";
		return `${gone.includes(dimension) ? "other" : "more"} ${dimension}`;
	}).join(", ");
}
function hasFewer(statement, other) {
	const tests = ({ conditions }) => conditions.map(({ operator, key }) => `${operator} ${key}`);
	const kept = tests(statement);
	return kept.length < other.conditions.length && kept.every((test) => tests(other).includes(test));
}
function permitted(denial, now) {
	const [{ property, statement }] = denial;
	if (statement.effect === "Allow") return [];
	const denied = now.map((other) => other.statement);
	return denial.some((one) => newParts(one.statement, denied).length === 0) ? [] : [{
		property,
		text: "less is denied"
	}];
}
const ADMINISTRATIVE = /^arn:[^:]*:(?:iam::[^:]*:policy|eks::aws:cluster-access-policy)\/(?:.*\/)?(AdministratorAccess|PowerUserAccess|IAMFullAccess|\w+FullAccess|AmazonEKS(?:Cluster)?AdminPolicy)$/;
function managed(type, before, after) {
	if (type === "AWS::RolesAnywhere::Profile") return [];
	const known = new Set(arnsIn(before ?? {}).map(({ arn }) => arn));
	return arnsIn(after).flatMap(({ property, arn }) => {
		const name = known.has(arn) ? void 0 : ADMINISTRATIVE.exec(arn)?.[1];
		return name === void 0 ? [] : [{
			property,
			text: `managed policy ${name}`
		}];
	});
}
function arnsIn(value, property) {
	if (typeof value === "string") return property === void 0 ? [] : [{
		property,
		arn: value
	}];
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([key, child]) => isObject(value) && key === "PermissionsBoundary" ? [] : arnsIn(child, property ?? key));
}

// src/changes/usualPolicy.ts
function usualPolicy(type, properties) {
	const isInstance = type === "AWS::RDS::DBInstance" && !isOfCluster(properties);
	return type === "AWS::RDS::DBCluster" || isInstance ? "Snapshot" : "Delete";
}
function isOfCluster(properties) {
	const engine = textOf$1(properties.Engine);
	return properties.DBClusterIdentifier !== void 0 || engine !== UNKNOWN && /^(aurora|docdb|neptune)/.test(engine);
}

// src/changes/verdict/pairs.ts
function pairsAt({ before, after }, path) {
	return below$3({
		old: before,
		now: after
	}, path.split("/"));
}
function below$3({ old, now }, path) {
	const [step, ...rest] = path;
	if (step === void 0) return [{
		old,
		now
	}];
	if (step !== "*") return below$3({
		old: child(old, step),
		now: child(now, step)
	}, rest);
	const later = items(now);
	return [...items(old)].flatMap(([name, item]) => later.has(name) ? below$3({
		old: item,
		now: later.get(name)
	}, rest) : []);
}
function child(node, step) {
	if (!Array.isArray(node)) return isObject(node) ? node[step] : void 0;
	return node.filter(isObject).find(({ Key }) => Key === step)?.Value;
}
function items(node) {
	if (typeof node !== "object" || node === null) return /* @__PURE__ */ new Map();
	return new Map(Object.entries(node).map(([index, item]) => [regionOf(item) ?? index, item]));
}
function regionOf(item) {
	return isObject(item) && typeof item.Region === "string" ? item.Region : void 0;
}
function isTakenOut(change, states, path) {
	const pointer = `/Properties/${path}`;
	return isWhole$1(states, path) || change.details.some((detail) => detail.changeType === "Remove" && `${pointer}/`.startsWith(`${detail.path ?? `/Properties/${detail.name}`}/`));
}
function isOn(value) {
	return /^(true|1|on|yes|active|enabled)$/i.test(String(value));
}
function isOff(value) {
	return /^(false|0|off|no|inactive|disabled|suspended)$/i.test(String(value));
}

// src/changes/verdict/amounts.ts
function lowered(change, states) {
	if (states.before === void 0) return [];
	return AMOUNTS.flatMap((it) => {
		const known = {
			complete: isWhole$1(states, it.path),
			absent: isTakenOut(change, states, it.path)
		};
		const messages = pairsAt(states, it.path).map((pair) => weaker(it, change.type, pair, known));
		const property = it.path.split("/")[0] ?? it.path;
		return messages.flatMap((message) => message === void 0 ? [] : [{
			property,
			message
		}]);
	});
}
const FOREVER = Number.POSITIVE_INFINITY;
const WAITING = "PendingWindowInDays";
const BACKUPS$1 = {
	unit: "day",
	kept: "backups"
};
const AMOUNTS = [
	{
		path: "BackupRetentionPeriod",
		...BACKUPS$1,
		byDefault: {
			"AWS::RDS::DBCluster": 1,
			"AWS::RDS::DBInstance": 1,
			"AWS::DocDB::DBCluster": 1,
			"AWS::Neptune::DBCluster": 1
		}
	},
	{
		path: "SnapshotRetentionLimit",
		...BACKUPS$1,
		byDefault: {
			"AWS::ElastiCache::CacheCluster": 0,
			"AWS::ElastiCache::ReplicationGroup": 0
		}
	},
	{
		path: "AutomatedSnapshotRetentionPeriod",
		...BACKUPS$1,
		byDefault: { "AWS::Redshift::Cluster": 1 }
	},
	{
		path: "AutomaticBackupReplicationRetentionPeriod",
		...BACKUPS$1
	},
	...[
		"LustreConfiguration",
		"OntapConfiguration",
		"OpenZFSConfiguration",
		"WindowsConfiguration"
	].map((block) => ({
		path: `${block}/AutomaticBackupRetentionDays`,
		...BACKUPS$1
	})),
	{
		path: "RetentionInDays",
		unit: "day",
		kept: "logs",
		byDefault: { "AWS::Logs::LogGroup": FOREVER }
	},
	{
		path: "RetentionPeriodHours",
		unit: "hour",
		kept: "records",
		byDefault: { "AWS::Kinesis::Stream": 24 }
	},
	{
		path: "DataRetentionInHours",
		unit: "hour",
		kept: "media"
	},
	{
		path: "MessageRetentionPeriod",
		unit: "second",
		kept: "messages",
		byDefault: { "AWS::SQS::Queue": 345600 }
	},
	{
		path: "RetentionDays",
		unit: "day",
		kept: "events",
		isEndless: true,
		byDefault: { "AWS::Events::Archive": FOREVER }
	},
	{
		path: "RetentionPeriod",
		unit: "day",
		kept: "contents"
	},
	{
		path: "RetentionProperties/MagneticStoreRetentionPeriodInDays",
		unit: "day",
		kept: "records"
	},
	{
		path: "PerformanceInsightsRetentionPeriod",
		unit: "day",
		kept: "metrics",
		byDefault: {
			"AWS::RDS::DBCluster": 7,
			"AWS::RDS::DBInstance": 7
		}
	},
	{
		path: WAITING,
		unit: "day",
		kept: "deleted keys",
		byDefault: {
			"AWS::KMS::Key": 30,
			"AWS::KMS::ReplicaKey": 30
		}
	}
];
const SET_BY_HANDLER = /* @__PURE__ */ new Set(["AWS::RDS::DBCluster BackupRetentionPeriod"]);
function weaker(it, type, { old, now }, is) {
	const usual = it.byDefault?.[type];
	const was = amount(it, old) ?? (old === void 0 && is.complete ? usual : void 0);
	if (was === void 0) return void 0;
	const isGone = old !== void 0 && now === void 0 && is.absent;
	const next = isGone ? usual : amount(it, now);
	if (next === void 0 ? !isGone : next >= was) return void 0;
	if (next !== void 0 && (!isGone || SET_BY_HANDLER.has(`${type} ${it.path}`))) return shorter(it, was, next);
	const fallback = next === void 0 ? "" : `; the default is ${text$1(it, next)}`;
	return `no longer says how long its ${it.kept} are kept (${text$1(it, was)} until now${fallback})`;
}
function shorter(it, was, next) {
	if (it.path === WAITING) return `can be lost after ${text$1(it, next)}, not ${was}`;
	if (next === 0 && it.kept === BACKUPS$1.kept) return "is no longer backed up";
	return `keeps its ${it.kept} ${text$1(it, next)} instead of ${was === FOREVER ? "forever" : was}`;
}
function text$1({ unit }, count) {
	return count === FOREVER ? "forever" : count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
}
function amount({ isEndless }, value) {
	if (value === "" || typeof value === "object") return void 0;
	const number = Number(value);
	if (!Number.isFinite(number)) return void 0;
	return isEndless && number === 0 ? FOREVER : number;
}

// src/changes/destroy/protections.data.ts
const PROTECTIONS = {
	"DeleteProtection": "NetworkFirewall::Firewall",
	"DeletionProtected": "SSMIncidents::ReplicationSet",
	"DeletionProtection": "AutoScaling::AutoScalingGroup Cognito::UserPool DocDB::DBCluster DocDB::GlobalCluster EKS::Cluster Neptune::DBCluster Neptune::GlobalCluster NeptuneGraph::Graph OpenSearchServerless::Collection QLDB::Ledger RDS::DBCluster RDS::DBInstance RDS::GlobalCluster WellArchitected::AgentProfile",
	"DeletionProtection/Mode": "VerifiedPermissions::PolicyStore",
	"DeletionProtectionCheck": "AppConfig::ConfigurationProfile AppConfig::Environment",
	"DeletionProtectionEnabled": "DSQL::Cluster DynamoDB::Table Logs::LogGroup SMSVOICE::PhoneNumber SMSVOICE::Pool SMSVOICE::ProtectConfiguration SMSVOICE::SenderId",
	"DisableApiTermination": "EC2::Instance",
	"Instances/TerminationProtected": "EMR::Cluster",
	"LoadBalancerAttributes/deletion_protection.enabled": "ElasticLoadBalancingV2::LoadBalancer",
	"MutationProtection": "Route53Resolver::FirewallRuleGroupAssociation",
	"Replicas/*/DeletionProtectionEnabled": "DynamoDB::GlobalTable",
	"TerminationProtectionEnabled": "CloudTrail::Dashboard CloudTrail::EventDataStore"
};

// src/changes/destroy/protections.ts
function protectionOf(type, properties) {
	const path = paths().get(type);
	if (path === void 0) return void 0;
	const states = valuesAt$1(properties, path).map((value) => stateOf(type, value));
	const state = states.includes("on") ? "on" : states.includes("unknown") ? "unknown" : "off";
	return {
		property: path[0] ?? "",
		state
	};
}
function protectionPaths(type) {
	const own = paths().get(type);
	return own === void 0 ? Object.keys(PROTECTIONS) : [own.join("/")];
}
function isProtectionPath(type, pointer) {
	const path = paths().get(type);
	const steps = pointer.split("/").slice(2);
	if (path === void 0 || !pointer.startsWith("/Properties/") || steps.length !== path.length) return false;
	return path.every((step, index) => step === "*" ? /^\d+$/.test(steps[index] ?? "") : steps[index] === step);
}
function stateOf(type, value) {
	if (value === void 0 || value === null) return ON_BY_DEFAULT$1.has(type) ? "on" : "off";
	if (typeof value === "object") return "unknown";
	const text = String(value).toLowerCase();
	if (OFF.has(text)) return "off";
	return ON.has(text) ? "on" : "unknown";
}
const OFF = /* @__PURE__ */ new Set([
	"false",
	"disabled",
	"inactive",
	"none",
	"bypass",
	"account_default"
]);
const ON = /* @__PURE__ */ new Set([
	"true",
	"enabled",
	"active",
	"apply",
	"prevent-force-deletion",
	"prevent-all-deletion"
]);
const ON_BY_DEFAULT$1 = /* @__PURE__ */ new Set([
	"AWS::CloudTrail::EventDataStore",
	"AWS::DSQL::Cluster",
	"AWS::NeptuneGraph::Graph",
	"AWS::QLDB::Ledger"
]);
function valuesAt$1(value, path) {
	const [step, ...rest] = path;
	if (step === void 0 || value === UNKNOWN) return [value];
	if (Array.isArray(value)) return listAt(value, step, rest);
	return valuesAt$1(isEvaluatedObject(value) ? value[step] : void 0, rest);
}
function listAt(items, step, rest) {
	if (step === "*") return items.flatMap((item) => valuesAt$1(item, rest));
	const objects = items.map((item) => isEvaluatedObject(item) ? item : void 0);
	const entry = objects.find((item) => item?.Key === step);
	if (entry !== void 0) return [entry.Value];
	return [objects.some((item) => item === void 0 || item.Key === UNKNOWN) ? UNKNOWN : void 0];
}
let byType;
function paths() {
	byType ??= new Map(Object.entries(PROTECTIONS).flatMap(([path, types]) => types.split(" ").map((type) => [`AWS::${type}`, path.split("/")])));
	return byType;
}

// src/changes/verdict/deletion.ts
function unprotected(change, states) {
	if (states.before === void 0) return [];
	return protectionPaths(change.type).filter((path) => {
		const known = {
			old: isWhole$1(states, path),
			now: isTakenOut(change, states, path)
		};
		return pairsAt(states, path).some((pair) => isLost(change.type, pair, known));
	}).map((path) => {
		const [property = path] = path.split("/");
		return {
			property,
			message: `loses its ${/Terminat/i.test(path) ? "termination" : "deletion"} protection`
		};
	});
}
function isLost(type, { old, now }, known) {
	if (old === void 0 && !known.old || now === void 0 && !known.now) return false;
	return (isOn(old) || stateOf(type, old) === "on") && (isOff(now) || stateOf(type, now) === "off");
}

// src/changes/verdict/guardFacts.ts
const REMOVED_GUARDS = {
	"AWS::AccessAnalyzer::Analyzer": "is removed: access from outside is no longer looked for",
	"AWS::Backup::BackupPlan": "is removed: its backups end",
	"AWS::Backup::BackupSelection": "is removed: what it selects is no longer backed up",
	"AWS::Backup::LegalHold": "is removed: the backups that it held can be deleted",
	"AWS::CloudTrail::Trail": "is removed: calls are no longer recorded",
	"AWS::CloudWatch::Alarm": "is removed: nobody is alarmed any more",
	"AWS::CloudWatch::CompositeAlarm": "is removed: nobody is alarmed any more",
	"AWS::Config::ConfigRule": "is removed: its rule is no longer checked",
	"AWS::Config::ConfigurationRecorder": "is removed: changes of resources are no longer recorded",
	"AWS::EC2::FlowLog": "is removed: network traffic is no longer recorded",
	"AWS::GuardDuty::Detector": "is removed: threats are no longer detected",
	"AWS::Macie::Session": "is removed: sensitive data is no longer looked for",
	"AWS::SecretsManager::RotationSchedule": "is removed: the secret no longer rotates",
	"AWS::SecurityHub::Hub": "is removed: findings are no longer collected",
	"AWS::Shield::Protection": "is removed: attacks by traffic are no longer fended off",
	"AWS::WAFRegional::WebACLAssociation": "is removed: requests are no longer filtered",
	"AWS::WAFv2::WebACLAssociation": "is removed: requests are no longer filtered"
};
const ENCRYPTION = "is no longer encrypted";
const TRANSIT = "no longer encrypts its connections";
const PITR = "can no longer be restored to a point in time";
const BACKUPS = "is no longer backed up";
const VERSIONS = "no longer keeps old versions of its objects";
const SWITCHES = [
	{
		path: "StorageEncrypted",
		safe: "on",
		message: ENCRYPTION
	},
	{
		path: "Encrypted",
		safe: "on",
		message: ENCRYPTION
	},
	{
		path: "AtRestEncryptionEnabled",
		safe: "on",
		message: ENCRYPTION
	},
	{
		path: "EncryptionAtRestOptions/Enabled",
		safe: "on",
		message: ENCRYPTION
	},
	{
		path: "SSESpecification/SSEEnabled",
		safe: "on",
		message: ENCRYPTION
	},
	{
		path: "SqsManagedSseEnabled",
		safe: "on",
		message: ENCRYPTION
	},
	{
		path: "TransitEncryptionEnabled",
		safe: "on",
		message: TRANSIT
	},
	{
		path: "NodeToNodeEncryptionOptions/Enabled",
		safe: "on",
		message: TRANSIT
	},
	{
		path: "DomainEndpointOptions/EnforceHTTPS",
		safe: "on",
		message: TRANSIT
	},
	{
		path: "RequireTLS",
		safe: "on",
		message: TRANSIT
	},
	{
		path: "PubliclyAccessible",
		safe: "off",
		message: "becomes reachable from the internet",
		alsoNew: true
	},
	{
		path: "ResourcesVpcConfig/EndpointPublicAccess",
		safe: "off",
		message: "becomes reachable from the internet",
		alsoNew: true
	},
	{
		path: "MapPublicIpOnLaunch",
		safe: "off",
		message: "gives public addresses to what is launched in it"
	},
	{
		path: "DeleteAutomatedBackups",
		safe: "off",
		message: "loses its backups when it is deleted"
	},
	{
		path: "PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled",
		safe: "on",
		message: PITR
	},
	{
		path: "Replicas/*/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled",
		safe: "on",
		message: PITR
	},
	{
		path: "PointInTimeRecoveryEnabled",
		safe: "on",
		message: PITR
	},
	{
		path: "BackupPolicy/Status",
		safe: "on",
		message: BACKUPS
	},
	{
		path: "BackupRetention",
		safe: "on",
		message: BACKUPS
	},
	{
		path: "DisableAutomatedBackup",
		safe: "off",
		message: BACKUPS
	},
	{
		path: "EnableIAMDatabaseAuthentication",
		safe: "on",
		message: "no longer takes IAM authentication"
	},
	{
		path: "EnablePerformanceInsights",
		safe: "on",
		message: "loses Performance Insights"
	},
	{
		path: "PerformanceInsightsEnabled",
		safe: "on",
		message: "loses Performance Insights"
	},
	{
		path: "ActionsEnabled",
		safe: "on",
		message: "no longer acts when it goes off"
	},
	{
		path: "IsLogging",
		safe: "on",
		message: "no longer records calls"
	},
	{
		path: "EnableLogFileValidation",
		safe: "on",
		message: "no longer proves that its log files are unaltered"
	},
	{
		path: "EnableKeyRotation",
		safe: "on",
		message: "no longer rotates"
	},
	{
		path: "MultiAZ",
		safe: "on",
		message: "loses its standby in another zone"
	},
	{
		path: "PublicAccessBlockConfiguration/BlockPublicAcls",
		safe: "on",
		message: "may be made public"
	},
	{
		path: "PublicAccessBlockConfiguration/BlockPublicPolicy",
		safe: "on",
		message: "may be made public"
	},
	{
		path: "PublicAccessBlockConfiguration/IgnorePublicAcls",
		safe: "on",
		message: "may be made public"
	},
	{
		path: "PublicAccessBlockConfiguration/RestrictPublicBuckets",
		safe: "on",
		message: "may be made public"
	},
	{
		path: "VersioningConfiguration/Status",
		safe: "on",
		message: VERSIONS
	},
	{
		path: "ObjectVersioning",
		safe: "on",
		message: VERSIONS
	},
	{
		path: "AutoMinorVersionUpgrade",
		safe: "on",
		message: "no longer gets security patches by itself"
	}
];
const ON_BY_DEFAULT = /* @__PURE__ */ new Set([
	"ActionsEnabled",
	"SqsManagedSseEnabled",
	"AutoMinorVersionUpgrade",
	"DeleteAutomatedBackups"
]);
const LISTS$1 = [["EnableCloudwatchLogsExports", "no longer sends these logs to CloudWatch"], ["ManagedRules", "loses rules"]];
const EMPTIED = [[
	/./,
	"AlarmActions",
	"no longer tells anybody when it goes off"
], [
	/^AWS::WAF.*::(?:WebACL|RuleGroup)$/,
	"Rules",
	"no longer filters by any rule"
]];
const BLOCKS = [
	["LoggingConfiguration", "no longer logs access"],
	["BucketEncryption", "loses its own encryption settings"],
	["PublicAccessBlockConfiguration", "may be made public"],
	["KmsMasterKeyId", "is no longer encrypted with its key"],
	["KmsKeyId", "is no longer encrypted with its key"],
	["KMSKeyId", "is no longer encrypted with its key"],
	["PermissionsBoundary", "loses its permissions boundary"]
];
const DATABASE_PARAMETERS = {
	"rds.force_ssl": "no longer demands TLS",
	require_secure_transport: "no longer demands TLS",
	require_ssl: "no longer demands TLS",
	tls: "no longer demands TLS",
	"rds.force_admin_logging_level": "no longer logs what administrators do",
	log_connections: "no longer logs connections",
	log_disconnections: "no longer logs disconnections",
	audit_logs: "no longer writes audit logs"
};
const LISTENER = {
	types: ["AWS::ElasticLoadBalancingV2::Listener"],
	path: "Protocol",
	message: TRANSIT
};
const SECOND_FACTOR = {
	types: ["AWS::Cognito::UserPool"],
	path: "MfaConfiguration"
};
const WEAKER_VALUES = [
	{
		...SECOND_FACTOR,
		strong: /^ON$/,
		weak: /^OPTIONAL$/,
		message: "no longer demands a second factor"
	},
	{
		...SECOND_FACTOR,
		strong: /^(?:ON|OPTIONAL)$/,
		weak: /^(?:OFF)?$/,
		message: "no longer asks for a second factor"
	},
	{
		types: ["AWS::ApiGateway::Method", "AWS::ApiGatewayV2::Route"],
		path: "AuthorizationType",
		strong: /^(?!NONE$)./,
		weak: /^(?:NONE)?$/,
		message: "can be called without authorization"
	},
	{
		...LISTENER,
		strong: /^HTTPS$/,
		weak: /^HTTP$/
	},
	{
		...LISTENER,
		strong: /^TLS$/,
		weak: /^(?:TCP|UDP|TCP_UDP)$/
	},
	{
		types: ["AWS::Kinesis::Stream"],
		path: "StreamEncryption/EncryptionType",
		message: ENCRYPTION,
		strong: /^KMS$/,
		weak: /^(?:NONE)?$/
	}
];

// src/changes/verdict/replacement.ts
function replacements(resources) {
	const known = new Map(resources.map((change) => [resourceKey(change), first(change)]));
	const next = () => resources.filter((change) => known.get(resourceKey(change)) === "possible" && hangsOnReplaced(change, known));
	for (let raised = next(); raised.length > 0; raised = next()) for (const change of raised) known.set(resourceKey(change), "certain");
	return known;
}
function recreating(change) {
	const always = change.details.filter((detail) => detail.requiresRecreation === "Always");
	const perhaps = change.details.filter((detail) => detail.requiresRecreation === "Conditionally");
	const isSettled = (detail) => !isUnsettled(detail);
	return [
		...always.filter(isSettled),
		...always.filter(isUnsettled),
		...perhaps
	];
}
function causingResource(detail) {
	return detail.source === "ResourceReference" || detail.source === "ResourceAttribute" ? detail.causingEntity?.split(".")[0] : void 0;
}
function first(change) {
	if (change.action !== "Modify" || change.replacement === "False") return "none";
	if (change.replacement === void 0) return staysByItsDetails(change) ? "none" : "possible";
	if (change.replacement === "Conditional") return "possible";
	const always = change.details.filter((detail) => detail.requiresRecreation === "Always");
	return always.length > 0 && always.every(isUnsettled) ? "possible" : "certain";
}
function staysByItsDetails({ scope, details }) {
	const isElsewhere = scope.length > 0 && !scope.includes("Properties");
	const isInPlace = details.length > 0 && details.every(({ requiresRecreation: it }) => it === "Never");
	return isElsewhere || isInPlace;
}
function isUnsettled(detail) {
	return detail.evaluation === "Dynamic" || (detail.after?.includes("{{changeSet:KNOWN_AFTER_APPLY}}") ?? false);
}
function hangsOnReplaced(change, known) {
	return change.details.some((detail) => {
		if (detail.requiresRecreation !== "Always") return false;
		const cause = causingResource(detail);
		if (cause === void 0) return false;
		return known.get([...change.stackPath, cause].join("/")) === "certain";
	});
}

// src/changes/verdict/statesOf.ts
function statesOf(change, { before, after } = {}) {
	const shown = resourceStates(change);
	const isWritten = (shown.before === void 0 || before !== void 0) && (shown.after === void 0 || after !== void 0);
	const hasDrifted = change.details.some(({ drift }) => drift !== void 0);
	if (shown.complete || !isWritten || hasDrifted) return shown;
	const open = /* @__PURE__ */ new Set([
		...openIn(before),
		...openIn(after),
		...importedIn(change, [before, after])
	]);
	const told = (state, side) => state && {
		...pick(state, (name) => open.has(name)),
		...pick(side?.known ?? {}, (name) => !open.has(name))
	};
	return {
		before: told(shown.before, before),
		after: told(shown.after, after),
		complete: open.size === 0,
		open
	};
}
function openIn(side) {
	return side === void 0 ? [] : Object.keys(side.raw).filter((name) => side.known[name] === void 0);
}
function importedIn({ details }, sides) {
	return details.filter(({ attribute, before, after }) => attribute === "Properties" && (before ?? after) !== void 0).flatMap(({ name = "" }) => name).filter((name) => sides.some((side) => JSON.stringify(side?.known[name] ?? null).includes("{{import ")));
}
function pick(properties, isWanted) {
	return Object.fromEntries(Object.entries(properties).filter(([name]) => isWanted(name)));
}

// src/changes/verdict/losses.ts
function losses(change, replacement, written) {
	const holds = holdsData(change, written);
	if (change.action === "Remove") return removed(change, holds);
	return [...undecided(change, holds), ...replaced$1(change, replacement, holds)];
}
function unlistedLosses({ change, isCertain }) {
	const holds = holdsData(change);
	return change.action === "Remove" ? removed(change, holds, isCertain) : modified(change, holds);
}
function isRetained({ policyAction }) {
	return policyAction === "Retain" || policyAction === "ReplaceAndRetain";
}
function removed(change, holds, isCertain = true) {
	if (isRetained(change)) return [];
	const is = isCertain ? "is" : "may be";
	if (holds) {
		if (isKept(change)) return [{
			kind: "interruption",
			message: `${is} deleted; a final snapshot keeps its data`
		}];
		return isCertain ? [{
			kind: "data-loss",
			message: "is deleted without a snapshot: its data is lost"
		}] : [{
			kind: "possible-replacement",
			message: `${UNLISTED}: it may be deleted, ${LOST_THEN}`
		}];
	}
	if (isUnjudged(change.type)) return [{
		kind: "interruption",
		message: `${is} removed: ${UNJUDGED}`
	}];
	if (!isServing(change.type)) return [];
	return [{
		kind: "interruption",
		message: `${is} removed: what it serves ends${isOnDisks(change.type) ? `, and ${DISKS}` : ""}`
	}];
}
function modified(change, holds) {
	if (holds && !isKept(change)) return [{
		kind: "possible-replacement",
		message: `${UNLISTED}: it may be replaced, ${LOST_THEN}`
	}];
	if (isUnjudged(change.type) && !isRetained(change)) return [{
		kind: "possible-replacement",
		message: `${UNLISTED}: it may be replaced, and ${UNJUDGED}`
	}];
	return [];
}
const UNLISTED = "changes in a nested stack whose changes are not listed";
const LOST_THEN = "and its data be lost then";
const UNJUDGED = "what it serves or holds cannot be judged, for its type is not known here";
const DISKS = "what only its own disks hold is lost";
function undecided(change, holds) {
	if (change.action !== "Dynamic" || !(holds || isUnjudged(change.type))) return [];
	return [{
		kind: "possible-replacement",
		message: "is changed in a way that only the execution decides: its data may be lost"
	}];
}
function replaced$1(change, replacement, holds) {
	if (replacement === "none") return [];
	const property = recreating(change)[0]?.name;
	const said = property === void 0 ? {} : { property };
	const isLost = holds && !isKept(change);
	if (replacement === "possible") return [{
		kind: "possible-replacement",
		message: `may be replaced${isLost ? ", and its data would be lost then" : ""}`,
		...said
	}];
	if (isLost) return [{
		kind: "data-loss",
		message: "is replaced and the old one deleted without a snapshot: its data is lost",
		...said
	}];
	return [{
		kind: "replacement",
		message: `is replaced${afterwards(change, holds)}`,
		...said
	}];
}
function afterwards(change, holds) {
	if (holds) return isRetained(change) ? "; the old one stays in the account, the new one starts empty" : "; a snapshot of the old one is kept, the new one starts empty";
	if (isRetained(change)) return "";
	if (isUnjudged(change.type)) return `: ${UNJUDGED}`;
	return isOnDisks(change.type) ? ": what only the old one's own disks hold is lost" : "";
}
function isKept({ policyAction }) {
	return policyAction !== void 0 && !["Delete", "ReplaceAndDelete"].includes(policyAction);
}
function holdsData(change, written) {
	if (!isStateful(change.type)) return false;
	return change.type !== "AWS::RDS::DBInstance" || !isOfCluster(statesOf(change, written).before ?? {});
}

// src/changes/verdict/openings.ts
const RULE_TYPES = /* @__PURE__ */ new Set(["AWS::EC2::SecurityGroupIngress", "AWS::RDS::DBSecurityGroupIngress"]);
function openedToWorld(type, { before, after }) {
	const openings = (state) => (RULE_TYPES.has(type) ? [state ?? {}] : asList(state?.SecurityGroupIngress)).flatMap(openingsOf);
	const known = openings(before);
	const property = RULE_TYPES.has(type) ? "CidrIp" : "SecurityGroupIngress";
	const isSameGroup = canonicalJson(before?.GroupId ?? null) === canonicalJson(after?.GroupId ?? null);
	const isKnown = (opening) => (wide) => isSameGroup ? admits(wide, opening) : openingText(wide) === openingText(opening);
	return openings(after).filter((opening) => !known.some(isKnown(opening))).map((opening) => ({
		property,
		message: `is opened to the world: ${openingText(opening)}`
	}));
}
function openingsOf(rule) {
	if (!isObject(rule)) return [];
	const { IpProtocol = "" } = rule;
	const protocol = PROTOCOLS.get(String(IpProtocol)) ?? String(IpProtocol).toLowerCase();
	const [from = NaN, to = NaN] = [rule.FromPort, rule.ToPort].map(Number);
	return [
		rule.CidrIp,
		rule.CidrIpv6,
		rule.CIDRIP
	].filter(isWorld).map((source) => ({
		protocol,
		from,
		to,
		source
	}));
}
const PROTOCOLS = /* @__PURE__ */ new Map([
	["1", "icmp"],
	["6", "tcp"],
	["17", "udp"],
	["58", "icmpv6"]
]);
function isWorld(source) {
	if (typeof source !== "string") return false;
	return /^[\d.]+\/[0-3]$/.test(source) || /^[\da-f:]+\/[0-3]$/i.test(source);
}
function admits(wide, { protocol, from, to, source }) {
	const isEverybody = wide.source === (source.includes(":") ? "::/0" : "0.0.0.0/0");
	if (wide.source !== source && !isEverybody) return false;
	if (wide.protocol === "-1") return true;
	if (wide.protocol !== protocol) return false;
	if (Object.is(wide.from, from) && Object.is(wide.to, to)) return true;
	if (isIcmp(protocol)) return wide.from === -1 || wide.from === from && wide.to === -1;
	return wide.from <= from && wide.to >= to;
}
function isIcmp(protocol) {
	return protocol === "icmp" || protocol === "icmpv6";
}
function openingText({ protocol, from, to, source }) {
	if (protocol === "-1") return `every port from ${source}`;
	if (isIcmp(protocol)) return `${from >= 0 ? `type ${from}` : "every type"} (${protocol}) from ${source}`;
	const named = /^(udp|\d{1,3})$/.test(protocol) ? protocol : "another protocol";
	const other = protocol === "tcp" || protocol === "" ? "" : ` (${named})`;
	return `${!(Number.isInteger(from) && Number.isInteger(to)) ? "a port" : from === to ? `port ${from}` : `ports ${from} to ${to}`}${other} from ${source}`;
}

// src/changes/verdict/publicAccessFacts.ts
const REACHABLE = "becomes reachable from the internet";
const UNASKED = "no longer asks who calls";
const ADDRESSES = "gets public addresses";
const TRUE = /^true$/i;
const NONE$1 = /^NONE$/;
const WORLD = /^[\d.]+\/[0-3]$|^[\da-f:]+\/[0-3]$/i;
const DEFAULT = { isDefault: true };
const CHANGED$1 = { onlyChanged: true };
const PUBLIC_ACCESS = [
	{
		type: "AWS::ElasticLoadBalancingV2::LoadBalancer",
		path: "Scheme",
		open: /^internet-facing$/,
		message: REACHABLE,
		...DEFAULT,
		unless: ["Type", /^gateway$/]
	},
	{
		type: "AWS::ElasticLoadBalancing::LoadBalancer",
		path: "Scheme",
		open: /^internet-facing$/,
		message: REACHABLE,
		...DEFAULT
	},
	{
		type: "AWS::EKS::Cluster",
		path: "ResourcesVpcConfig/PublicAccessCidrs/*",
		open: WORLD,
		message: REACHABLE,
		...DEFAULT,
		unless: ["ResourcesVpcConfig/EndpointPublicAccess", /^false$/i]
	},
	{
		type: "AWS::MSK::Cluster",
		path: "BrokerNodeGroupInfo/ConnectivityInfo/PublicAccess/Type",
		open: /^SERVICE_PROVIDED_EIPS$/,
		message: REACHABLE
	},
	{
		type: "AWS::DMS::ReplicationInstance",
		path: "PubliclyAccessible",
		open: TRUE,
		message: REACHABLE,
		...DEFAULT
	},
	{
		type: "AWS::NeptuneGraph::Graph",
		path: "PublicConnectivity",
		open: TRUE,
		message: REACHABLE
	},
	{
		type: "AWS::MWAA::Environment",
		path: "WebserverAccessMode",
		open: /^PUBLIC_/,
		message: REACHABLE
	},
	{
		type: "AWS::Transfer::Server",
		path: "EndpointType",
		open: /^PUBLIC$/,
		message: REACHABLE,
		...DEFAULT
	},
	{
		type: "AWS::AppRunner::Service",
		path: "NetworkConfiguration/IngressConfiguration/IsPubliclyAccessible",
		open: TRUE,
		message: REACHABLE,
		...CHANGED$1
	},
	{
		type: "AWS::ApiGateway::RestApi",
		path: "EndpointConfiguration/Types/*",
		open: /^(EDGE|REGIONAL)$/,
		message: REACHABLE,
		...DEFAULT,
		...CHANGED$1
	},
	{
		type: "AWS::S3::Bucket",
		path: "AccessControl",
		open: /^(PublicRead|PublicReadWrite|AuthenticatedRead)$/,
		message: "may be read by everybody"
	},
	{
		type: "AWS::S3::Bucket",
		path: "AccessControl",
		open: /^PublicReadWrite$/,
		message: "may be written by everybody"
	},
	{
		type: "AWS::Lightsail::Bucket",
		path: "AccessRules/GetObject",
		open: /^public$/,
		message: "may be read by everybody"
	},
	{
		type: "AWS::SecretsManager::ResourcePolicy",
		path: "BlockPublicPolicy",
		open: /^false$/i,
		message: "may be made public"
	},
	{
		type: "AWS::Lambda::Url",
		path: "AuthType",
		open: NONE$1,
		message: "IAM is widened: everybody may call the function's URL"
	},
	{
		type: "AWS::Cognito::IdentityPool",
		path: "AllowUnauthenticatedIdentities",
		open: TRUE,
		message: "gives credentials to everybody"
	},
	{
		type: "AWS::Cognito::UserPool",
		path: "AdminCreateUserConfig/AllowAdminCreateUserOnly",
		open: /^false$/i,
		message: "lets everybody sign up",
		...DEFAULT,
		...CHANGED$1
	},
	{
		type: "AWS::VpcLattice::Service",
		path: "AuthType",
		open: NONE$1,
		message: UNASKED,
		...DEFAULT,
		...CHANGED$1
	},
	{
		type: "AWS::VpcLattice::ServiceNetwork",
		path: "AuthType",
		open: NONE$1,
		message: UNASKED,
		...DEFAULT,
		...CHANGED$1
	},
	{
		type: "AWS::ECS::Service",
		path: "NetworkConfiguration/AwsvpcConfiguration/AssignPublicIp",
		open: /^ENABLED$/,
		message: ADDRESSES,
		...CHANGED$1
	},
	{
		type: "AWS::EC2::Instance",
		path: "NetworkInterfaces/*/AssociatePublicIpAddress",
		open: TRUE,
		message: ADDRESSES,
		...CHANGED$1
	},
	{
		type: "AWS::AutoScaling::LaunchConfiguration",
		path: "AssociatePublicIpAddress",
		open: TRUE,
		message: ADDRESSES,
		...CHANGED$1
	}
];

// src/changes/verdict/publicAccess.ts
function publicAccess(type, states) {
	const { before, after } = states;
	if (after === void 0) return [];
	return [
		...opened(type, states),
		...unblocked(states),
		...networks(type, before, after)
	];
}
function opened(type, states) {
	const { before, after } = states;
	return PUBLIC_ACCESS.filter((fact) => fact.type === type).filter(({ path, open, isDefault = false, unless, onlyChanged }) => {
		const isOpen = (state, isComplete) => {
			if (state === void 0) return false;
			if (unless !== void 0 && valuesAt(state, unless[0]).some((value) => unless[1].test(String(value)))) return false;
			const values = valuesAt(state, path);
			return values.length === 0 ? isDefault && isComplete : values.some((value) => open.test(String(value)));
		};
		if (before === void 0 && onlyChanged === true) return false;
		return isOpen(after, isWhole$1(states, path)) && !isOpen(before, true);
	}).map(({ path, message }) => ({
		property: path.split("/")[0] ?? path,
		message
	}));
}
const BLOCK = "PublicAccessBlockConfiguration";
function unblocked(states) {
	const { before, after } = states;
	const block = after?.[BLOCK];
	if (!isWhole$1(states, BLOCK) || !isObject(block) || before?.[BLOCK] !== void 0) return [];
	const isGuarded = (...names) => names.some((name) => /^true$/i.test(String(block[name])));
	return isGuarded("BlockPublicPolicy", "RestrictPublicBuckets") && isGuarded("BlockPublicAcls", "IgnorePublicAcls") ? [] : [{
		property: BLOCK,
		message: "may be made public"
	}];
}
function networks(type, before, after) {
	if (type !== "AWS::OpenSearchServerless::SecurityPolicy") return [];
	const known = new Set(publicCollections(before));
	return publicCollections(after).some((name) => !known.has(name)) ? [{
		property: "Policy",
		message: "is opened to the world"
	}] : [];
}
function publicCollections(state) {
	return valuesAt(state, "Policy/*").filter((entry) => isObject(entry) && /^true$/i.test(String(entry.AllowFromPublic))).flatMap((entry) => {
		const names = valuesAt(entry, "Rules/*/Resource/*").map(String);
		return names.length === 0 ? ["*"] : names;
	});
}
function valuesAt(node, path) {
	let nodes = node === void 0 ? [] : [node];
	for (const step of path.split("/")) nodes = nodes.flatMap((it) => {
		const value = typeof it === "string" ? parseValue(it) : it;
		if (step === "*") return asList(value);
		const child = isObject(value) ? value[step] : void 0;
		return child === void 0 || child === null ? [] : [child];
	});
	return nodes;
}

// src/changes/verdict/stackSets.ts
const STACK_SET = "AWS::CloudFormation::StackSet";
const PROPERTY = "StackInstancesGroup";
const NAMED$1 = 3;
function stacksThatGo(change, states) {
	if (change.type !== STACK_SET || change.action !== "Modify" || !isWhole$1(states, PROPERTY)) return [];
	const kept = placesOf(states.after);
	const gone = [...placesOf(states.before)].filter((place) => !kept.has(place));
	if (gone.length === 0) return [];
	const more = gone.length > NAMED$1 ? ` and ${gone.length - NAMED$1} more` : "";
	return [{
		property: PROPERTY,
		message: `deletes its stacks in ${gone.slice(0, NAMED$1).join(", ")}${more}`
	}];
}
function placesOf(state) {
	const groups = asList(state?.[PROPERTY]).filter(isObject);
	return new Set(groups.flatMap((group) => {
		const targets = isObject(group.DeploymentTargets) ? group.DeploymentTargets : {};
		const filter = targets.AccountFilterType === void 0 ? "" : ` (${JSON.stringify(targets.AccountFilterType)})`;
		const ids = [...asList(targets.OrganizationalUnitIds), ...asList(targets.Accounts)];
		return asList(group.Regions).flatMap((region) => ids.map((id) => `${region} of ${id}${filter}`));
	}));
}

// src/changes/verdict/guards.ts
function weakerGuards(change, around = {}) {
	if (change.action === "Remove") return isRetained(change) ? [] : removedGuard(change, around);
	if (change.action === "Dynamic" || change.action === "SyncWithActual") return [];
	const states = statesOf(change, around.written?.get(resourceKey(change)));
	const found = [
		...openedToWorld(change.type, states),
		...unprotected(change, states),
		...switches(change, states),
		...weakened(change, states),
		...publicAccess(change.type, states),
		...lowered(change, states),
		...unmonitored(change, states),
		...dropped(change, states),
		...parameters$1(change, states),
		...access(change, around),
		...policies(change, states, around),
		...stacksThatGo(change, states)
	];
	return [...new Map(found.map((guard) => [`${guard.property}: ${guard.message}`, guard])).values()];
}
function removedGuard(change, { written }) {
	const message = REMOVED_GUARDS[change.type] ?? lostDenials(change, written?.get(resourceKey(change)));
	return message === void 0 ? [] : [{ message }];
}
function access(change, { account, written, rename }) {
	const { untold, ...states } = policyStates(change, written?.get(resourceKey(change)));
	const message = "CloudFormation shows only a part of this policy: whether it allows more cannot be told";
	return [...wideGrants(change.type, states, {
		account,
		rename
	}), ...untold.map((where) => ({
		...where,
		message
	}))];
}
function switches(change, states) {
	const isNew = states.before === void 0;
	return SWITCHES.filter(({ path, safe, alsoNew }) => {
		const isAbsent = isTakenOut(change, states, path) && !ON_BY_DEFAULT.has(path);
		return pairsAt(states, path).some(({ old, now }) => {
			if (isNew) return alsoNew === true && isOn(now);
			if (safe === "off") return isOn(now) && !isOn(old);
			const isOffNow = isOff(now) || now === void 0 && isAbsent;
			return isOn(old) && isOffNow && !isEncryptedAnyway(change.type, path);
		});
	}).map(({ path, message }) => ({
		property: path.split("/")[0] ?? path,
		message
	}));
}
function isEncryptedAnyway(type, path) {
	return /^AWS::DynamoDB::(?:Global)?Table$/.test(type) && path.startsWith("SSESpecification");
}
function unmonitored(change, states) {
	const [was, is] = [states.before?.MonitoringInterval, states.after?.MonitoringInterval];
	const isOffNow = is === void 0 ? isTakenOut(change, states, "MonitoringInterval") : !(Number(is) > 0);
	return Number(was ?? 0) > 0 && isOffNow ? [{
		property: "MonitoringInterval",
		message: "loses Enhanced Monitoring"
	}] : [];
}
function weakened(change, states) {
	if (change.action !== "Modify") return [];
	return WEAKER_VALUES.filter(({ types, path, strong, weak }) => {
		if (!types.includes(change.type)) return false;
		const isAbsent = isTakenOut(change, states, path);
		return pairsAt(states, path).some(({ old, now }) => {
			if (typeof old !== "string" || !strong.test(old)) return false;
			return now === void 0 ? isAbsent && weak.test("") : weak.test(String(now));
		});
	}).map(({ path, message }) => ({
		property: path.split("/")[0] ?? path,
		message
	}));
}
function dropped(change, states) {
	if (change.action !== "Modify") return [];
	const { before, after } = states;
	const lists = LISTS$1.filter(([property]) => {
		const kept = new Set(asList(after?.[property]).map((entry) => JSON.stringify(entry)));
		return asList(before?.[property]).some((entry) => !kept.has(JSON.stringify(entry)));
	});
	const emptied = EMPTIED.filter(([types, property]) => types.test(change.type) && asList(before?.[property]).length > 0 && asList(after?.[property]).length === 0).map(([, property, message]) => [property, message]);
	const blocks = BLOCKS.filter(([property]) => before?.[property] !== void 0 && after?.[property] === void 0);
	return [
		...lists,
		...emptied,
		...blocks
	].filter(([property]) => isWhole$1(states, property)).map(([property, message]) => ({
		property,
		message
	}));
}
function parameters$1(change, states) {
	if (!/ParameterGroup$/.test(change.type)) return [];
	const [then, now] = [states.before?.Parameters, states.after?.Parameters];
	if (!isObject(then)) return [];
	const value = (name) => isObject(now) ? now[name] : void 0;
	const isKnown = (name) => value(name) !== void 0 || isTakenOut(change, states, `Parameters/${name}`);
	const weaker = Object.entries(DATABASE_PARAMETERS).filter(([name]) => isOn(then[name]) && isKnown(name) && !isOn(value(name)));
	const isLessLogged = isKnown(LOGGED) && logged(then[LOGGED]) > logged(value(LOGGED));
	return [...weaker.map(([, message]) => ({
		property: "Parameters",
		message
	})), ...isLessLogged ? [{
		property: "Parameters",
		message: "logs fewer statements (log_statement)"
	}] : []];
}
const LOGGED = "log_statement";
function logged(value) {
	return [
		"ddl",
		"mod",
		"all"
	].indexOf(String(value).toLowerCase());
}
const POLICIES$1 = ["DeletionPolicy", "UpdateReplacePolicy"];
function policies(change, states, { written }) {
	if (change.action !== "Modify") return [];
	const sides = {
		states,
		written: written?.get(resourceKey(change)) ?? {}
	};
	return POLICIES$1.flatMap((attribute) => {
		const isListed = change.details.some((it) => it.attribute === attribute);
		const [then, now] = ["before", "after"].map((side) => policyOn(side, change, attribute, sides));
		if (!(then === "Retain" || then === "Snapshot" || then === "RetainExceptOnCreate") || now !== "Delete" && !(isListed && now === void 0)) return [];
		return [{
			property: attribute,
			message: `would no longer ${then === "Snapshot" ? "leave a snapshot" : "be kept"}`
		}];
	});
}
function policyOn(side, change, attribute, { states, written }) {
	const detail = change.details.find((it) => it.attribute === attribute);
	const shown = detail?.[side] ?? attributeOf$1(change[side], attribute);
	if (shown !== void 0) return shown;
	const told = written[side]?.policies;
	if (told !== void 0 && Object.hasOwn(told, attribute)) return told[attribute];
	if (!(detail !== void 0 || change[side] !== void 0 || written[side] !== void 0)) return null;
	return attribute === "DeletionPolicy" && usualPolicy(change.type, states[side] ?? {}) === "Snapshot" ? "Snapshot" : void 0;
}

// src/changes/verdict/interruptions.ts
function interruptions(change) {
	if (change.action !== "Modify") return [];
	const known = INTERRUPTING[change.type];
	if (known === void 0) return [];
	const real = change.details.filter(({ changeType }) => changeType !== "SyncWithActual");
	return [...new Set(real.map(({ name }) => name).filter((name) => name !== void 0))].flatMap((property) => {
		const message = Object.hasOwn(known, property) ? known[property] : void 0;
		return message === void 0 ? [] : [{
			property,
			message
		}];
	});
}
const ENGINE = "is upgraded in place and is not available meanwhile";
const CLASS = "restarts on the new instance class";
const PARAMETERS = "takes static parameters only after a reboot";
const DATABASE_INSTANCE = {
	DBInstanceClass: CLASS,
	EngineVersion: ENGINE,
	DBParameterGroupName: PARAMETERS,
	CACertificateIdentifier: "may restart for the new server certificate"
};
const DATABASE_CLUSTER = {
	EngineVersion: ENGINE,
	DBClusterParameterGroupName: PARAMETERS,
	Port: "closes all connections and listens on another port",
	NetworkType: "is not available while its network type changes"
};
const INTERRUPTING = {
	"AWS::RDS::DBCluster": {
		...DATABASE_CLUSTER,
		DBClusterInstanceClass: CLASS,
		Engine: ENGINE
	},
	"AWS::RDS::DBInstance": {
		...DATABASE_INSTANCE,
		MultiAZ: "may stall while a standby is made or dropped",
		StorageType: "is not available while its storage is converted",
		OptionGroupName: "may restart for the new options",
		NetworkType: "is not available while its network type changes"
	},
	"AWS::RDS::DBClusterParameterGroup": { Parameters: PARAMETERS },
	"AWS::RDS::DBParameterGroup": { Parameters: PARAMETERS },
	"AWS::DocDB::DBCluster": DATABASE_CLUSTER,
	"AWS::DocDB::DBInstance": DATABASE_INSTANCE,
	"AWS::Neptune::DBCluster": DATABASE_CLUSTER,
	"AWS::Neptune::DBInstance": DATABASE_INSTANCE,
	"AWS::Redshift::Cluster": {
		NodeType: "is read-only while it is resized",
		NumberOfNodes: "is read-only while it is resized",
		ClusterType: "is read-only while it is resized",
		ClusterVersion: ENGINE
	},
	"AWS::ElastiCache::CacheCluster": {
		EngineVersion: ENGINE,
		CacheParameterGroupName: PARAMETERS
	},
	"AWS::ElastiCache::ReplicationGroup": {
		EngineVersion: "fails over while its nodes are upgraded",
		CacheNodeType: "fails over while its nodes are exchanged"
	},
	"AWS::MemoryDB::Cluster": {
		EngineVersion: "fails over while its nodes are upgraded",
		NodeType: "fails over while its nodes are exchanged"
	},
	"AWS::AmazonMQ::Broker": {
		EngineVersion: "reboots for the new engine",
		HostInstanceType: "reboots on the new instance type",
		Configuration: "takes the new configuration with a reboot"
	},
	"AWS::MSK::Cluster": {
		KafkaVersion: "restarts its brokers one by one",
		BrokerNodeGroupInfo: "restarts its brokers one by one"
	},
	"AWS::EC2::Instance": {
		InstanceType: "stops and starts again, with a new public address if it has no elastic one",
		UserData: "stops and starts again",
		EbsOptimized: "stops and starts again",
		KernelId: "stops and starts again",
		RamdiskId: "stops and starts again"
	},
	"AWS::DirectoryService::MicrosoftAD": { Edition: "is not available while its edition changes" }
};

// src/changes/verdict/settingGuards.ts
function lostSettings(settings) {
	return settings.flatMap(({ name, before, after }) => {
		switch (name) {
			case "termination-protection": return after === "off" ? [UNPROTECTED] : [];
			case "rollback-alarms": {
				const lost = alarmsIn(before).filter((alarm) => !alarmsIn(after).includes(alarm));
				return lost.length === 0 ? [] : [unwatched(lost)];
			}
			default: return [];
		}
	});
}
const UNPROTECTED = "loses its termination protection: a delete-stack then deletes it with everything in it";
function alarmsIn(setting) {
	const list = setting === void 0 ? [] : parseValue(setting);
	return Array.isArray(list) ? list.map((text) => String(text).replace(/^AWS::\w+::\w+ /, "")) : [];
}
function unwatched(arns) {
	return `loses a rollback alarm: ${arns.map(alarmName).join(", ")} turns no deploy back any more, this one included`;
}

// src/changes/verdict/verdict.ts
function judge(changes, acknowledgements, { unseen = [], uncompared = [], unlisted = [], written = /* @__PURE__ */ new Map() } = {}) {
	const certainty = replacements(changes.resources);
	const { resources, target } = changes;
	const around = {
		account: target.account,
		written,
		rename: renameIn(resources, target)
	};
	const risks = [
		...changes.resources.flatMap((change) => risksOf(change, certainty.get(resourceKey(change)) ?? "none", around)),
		...changes.parameters.flatMap(exposure),
		...unseen.map((it) => unseenRisk(it, "has a template that cannot be read here")),
		...uncompared.map((it) => unseenRisk(it, UNCOMPARED)),
		...unlisted.flatMap((it) => unlistedRisks(it, around)),
		...lostSettings(changes.settings).map((message) => stackRisk(changes, message))
	].map((risk) => acknowledge(risk, acknowledgements)).sort((a, b) => SEVERITY.indexOf(a.kind) - SEVERITY.indexOf(b.kind));
	const lost = risks.filter((risk) => risk.kind === "data-loss");
	return {
		level: lost.length > 0 ? "destructive" : risks.length > 0 ? "caution" : "safe",
		risks,
		counts: count$1(changes.resources, certainty),
		unacknowledged: lost.filter((risk) => risk.acknowledgedBy === void 0).map((risk) => risk.resource)
	};
}
const PARAMETER$1 = "Parameter";
function exposure({ name, exposed }) {
	if (!exposed) return [];
	return [{
		kind: "weaker-guard",
		resource: name,
		type: PARAMETER$1,
		property: "NoEcho",
		message: "loses its NoEcho: its value can then be read by anyone who may describe the stack"
	}];
}
const SEVERITY = [
	"data-loss",
	"will-fail",
	"replacement",
	"possible-replacement",
	"interruption",
	"weaker-guard",
	"credentials"
];
function risksOf(change, replacement, around) {
	const lasting = replacement === "certain" ? [] : interruptions(change);
	return [
		...losses(change, replacement, around.written?.get(resourceKey(change))).map(({ kind, property, message }) => risk(change, kind, message, property)),
		...sameName(change, replacement, around),
		...lasting.map(({ property, message }) => risk(change, "interruption", message, property)),
		...weakerGuards(change, around).map(({ property, message }) => risk(change, "weaker-guard", message, property)),
		...credentials(change)
	];
}
function unseenRisk(resource, why) {
	return {
		kind: "data-loss",
		resource,
		type: "AWS::CloudFormation::Stack",
		message: `${why}, and CloudFormation is not asked to list its changes: what it changes nobody has seen, and data may be lost`
	};
}
const UNCOMPARED = "may get another template, which is not compared here (a loop makes it, it is an application, or what is deployed may not be read)";
function unlistedRisks(unlisted, around) {
	const { change, isCertain } = unlisted;
	if (change.action === "Remove" && isCertain) return risksOf(change, "none", around);
	return [...unlistedLosses(unlisted).map(({ kind, message }) => risk(change, kind, message)), ...interruptions(change).map(({ property, message }) => risk(change, "interruption", message, property))];
}
function stackRisk({ target }, message) {
	return {
		kind: "weaker-guard",
		resource: target.stack,
		type: "AWS::CloudFormation::Stack",
		message
	};
}
function sameName(change, replacement, { written }) {
	const property = uniqueNameProperty(change.type);
	if (replacement !== "certain" || property === void 0) return [];
	const states = statesOf(change, written?.get(resourceKey(change)));
	const name = states.after?.[property];
	if (change.details.some((it) => it.attribute === "Properties" && it.name === property) && states.open !== void 0) return [];
	if (!isWhole$1(states, property) || typeof name !== "string" || name !== states.before?.[property]) return [];
	return [risk(change, "will-fail", `is replaced but keeps its fixed name, which CloudFormation cannot give to the new one while the old one has it: the deploy will fail. Change ${property} as well`, property)];
}
function credentials(change) {
	if (change.type !== "AWS::SecretsManager::Secret" || change.action !== "Modify") return [];
	if (!change.details.some((detail) => detail.name === "GenerateSecretString")) return [];
	return [risk(change, "credentials", "gets a newly generated value; whatever was given the old one (a database's password) no longer fits it until it is updated too", "GenerateSecretString")];
}
function risk(change, kind, message, property) {
	const base = {
		kind,
		resource: resourceKey(change),
		type: change.type,
		message
	};
	return property === void 0 ? base : {
		...base,
		property
	};
}
function acknowledge(risk, acknowledgements) {
	if (risk.kind !== "data-loss") return risk;
	const found = acknowledgements.find(({ resource }) => meansResource(resource, risk.resource)) ?? acknowledgements.find(({ resource }) => resource === "*");
	return found === void 0 ? risk : {
		...risk,
		acknowledgedBy: found.by
	};
}

// src/deployments/deployment.ts
function deploymentName({ stackName, region, label }) {
	return `${stackName} (${[label, region].filter((part) => part !== void 0).join(", ")})`;
}
function isOfStack(name, { stackName, region }) {
	const start = `${stackName} (`;
	const rest = name.startsWith(start) ? name.slice(start.length) : "";
	return rest === `${region})` || rest.endsWith(`, ${region})`);
}

// src/flows/job.ts
const CHECK = "aurora-deploy / ";
const DEPLOY = " / deploy";
function checkName$1(stack) {
	return `${CHECK}${deploymentName(stack)}`;
}
function deployCheckName(inputs) {
	return `${checkName$1(inputs)}${DEPLOY}`;
}
function isDeployCheckOf(name, stack) {
	return name.startsWith(CHECK) && name.endsWith(DEPLOY) && isOfStack(name.slice(16, -9), stack);
}
function changeSetName(origin, commit, run) {
	return `${origin}-${commit.slice(0, 8)}-${run.id}-${run.attempt}`;
}

// src/flows/change/unseen.ts
const UNSEEN = "unseen";
function unseenItems(unseen, areListed) {
	const item = {
		before: null,
		after: null,
		how: "\"not seen\""
	};
	return new Map(areListed ? [] : unseen.map((key) => [`${UNSEEN} ${key}`, item]));
}
function unshownFinding(logicalId) {
	return {
		level: "warning",
		message: `What ${logicalId} will be does not stand in the template (a macro, another stack or a template elsewhere says it), and CloudFormation does not show all of it: that is not bound to this review.`,
		logicalId
	};
}
function unboundFindings(unseen, areShown) {
	if (!areShown) return [];
	return unseen.map((logicalId) => ({
		level: "warning",
		message: `The template of nested stack ${logicalId} could not be read (s3:GetObject): its changes are those that CloudFormation lists, and what that leaves out is not bound to this review.`,
		logicalId
	}));
}

// src/changes/hiddenChange.ts
const HIDDEN_CHANGE = "a hidden value changes";
const CHANGED = `(redacted: ${HIDDEN_CHANGE})`;
function isHiddenChange({ before, after }) {
	return before !== void 0 && (after === CHANGED || after === withMark(before));
}
function withMark(text) {
	return `${text} (${HIDDEN_CHANGE})`;
}
function markedSides({ before, after }, show) {
	if (before === void 0) return after === void 0 ? {} : { after: show(after) };
	if (after === void 0) return { before: show(before) };
	const [left, right] = [show(before), show(after)];
	return {
		before: left,
		after: markedText(before, after, left, right)
	};
}
function markedText(rawBefore, rawAfter, before, after) {
	if (/^\*{3,}$/.test(rawBefore) && rawBefore === rawAfter) return CHANGED;
	const [left, right] = [parseValue(rawBefore), parseValue(rawAfter)];
	const [leftShown, rightShown] = [parseValue(before), parseValue(after)];
	return [
		left,
		right,
		leftShown,
		rightShown
	].every((it) => typeof it === "object") ? JSON.stringify(markedJson(left, right, leftShown, rightShown)) : markedString(rawBefore, rawAfter, before, after);
}
function markedString(rawBefore, rawAfter, before, after) {
	if (rawBefore === rawAfter) return after;
	if (before === after) return after === "(redacted)" ? CHANGED : withMark(after);
	const raws = [rawBefore.split("\n"), rawAfter.split("\n")];
	const shown = [before.split("\n"), after.split("\n")];
	const lengths = new Set([...raws, ...shown].map((lines) => lines.length));
	if (lengths.size > 1 || lengths.has(1)) return after;
	return shown[1].map((line, at) => markedString(raws[0][at] ?? "", raws[1][at] ?? "", shown[0][at] ?? "", line)).join("\n");
}
function markedJson(rawBefore, rawAfter, before, after) {
	if (typeof after === "string") {
		if (typeof rawBefore === "string" && typeof rawAfter === "string" && typeof before === "string") return markedText(rawBefore, rawAfter, before, after);
		return before === after && JSON.stringify(rawBefore) !== JSON.stringify(rawAfter) ? CHANGED : after;
	}
	if (Array.isArray(after)) return markedList(rawBefore, rawAfter, before, after);
	if (!isObject(after) || !isObject(before) || !isObject(rawAfter) || !isObject(rawBefore)) return after;
	const olds = members(rawBefore, before);
	const names = Object.keys(rawAfter);
	const entries = Object.entries(after).map(([key, value], index) => {
		const name = names[index] ?? "";
		const old = olds.get(name);
		return [key, old === void 0 ? value : markedJson(old.raw, rawAfter[name] ?? null, old.shown, value)];
	});
	return Object.fromEntries(entries);
}
function members(raw, shown) {
	const values = Object.values(shown);
	return new Map(Object.entries(raw).map(([name, value], index) => [name, {
		raw: value,
		shown: values[index] ?? null
	}]));
}
function markedList(rawBefore, rawAfter, before, after) {
	if (!Array.isArray(rawBefore) || !Array.isArray(rawAfter) || !Array.isArray(before)) return after;
	const olds = new Map(rawBefore.map((raw, at) => [nameOf$1(raw) ?? String(at), {
		raw,
		shown: before[at] ?? null
	}]));
	return after.map((value, at) => {
		const raw = rawAfter[at] ?? null;
		const old = olds.get(nameOf$1(raw) ?? String(at));
		return old === void 0 ? value : markedJson(old.raw, raw, old.shown, value);
	});
}
function nameOf$1(item) {
	if (!isObject(item)) return void 0;
	const name = item.Name ?? item.Key ?? item.ParameterKey ?? item.name ?? item.key;
	return typeof name === "string" ? `named ${name}` : void 0;
}

// src/report/text/characters.ts
function visible(text) {
	if (PLAIN.test(text)) return text;
	const clean = text.toWellFormed().replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n");
	return DECEIVING.test(clean) ? clean.replace(DECEIVING_ALL, codePoint).replace(MANY_MARKS, "$1…") : clean;
}
function oneLine(text) {
	return visible(text).replace(/\s+/g, " ").trim();
}
function shorten(text, limit) {
	if (text.length <= limit) return text;
	return `${text.slice(0, Math.max(0, limit - 1)).toWellFormed().replace(/\uFFFD$/, "")}…`;
}
function isRightToLeft(text) {
	return RIGHT_TO_LEFT.test(text);
}
const PLAIN = /^[\n\t -~]*$/;
const DECEIVING_SOURCE = "[\\p{Cf}\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2065\\u2800\\u3164\\uFE00-\\uFE0E\\uFFA0\\uFFF0-\\uFFF8\\u{E0000}-\\u{E0FFF}]|(?<!\\p{Extended_Pictographic})\\uFE0F";
const DECEIVING = new RegExp(`${DECEIVING_SOURCE}|\\p{M}{4}`, "u");
const DECEIVING_ALL = new RegExp(DECEIVING_SOURCE, "gu");
const MANY_MARKS = /(\p{M}{3})\p{M}+/gu;
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
function codePoint(character) {
	return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
}

// src/report/sections/causes.ts
function causesOf(change, certainties) {
	const weight = (detail) => detail.requiresRecreation === "Always" ? 0 : detail.requiresRecreation === "Conditionally" ? 1 : 2;
	const causes = distinct(change.details).sort((a, b) => weight(a) - weight(b) || Number(isTag(a)) - Number(isTag(b))).map((detail) => cause(change, detail, certainties));
	return [...Map.groupBy(causes, sameButEntity).values()].flatMap(together);
}
function sameButEntity({ because, ...rest }) {
	return JSON.stringify([
		rest,
		because?.lead,
		because?.tail
	]);
}
function together(same) {
	const entities = same.flatMap(({ because }) => because?.entities ?? []);
	return same.slice(0, 1).map(({ because, ...cause }) => because === void 0 ? cause : {
		...cause,
		because: {
			...because,
			entities
		}
	});
}
const MOST_ENTITIES = 3;
function becauseText({ lead, entities, tail }, dress) {
	const names = entities.slice(0, MOST_ENTITIES).map(dress).join(", ");
	const more = entities.length - MOST_ENTITIES;
	const listed = more > 0 ? `${names} and ${more} more` : names;
	const isOne = entities.length <= 1;
	return [
		isOne ? lead : lead.replace(/parameter$/, "parameters"),
		listed,
		isOne ? tail : tail.replace(/^is /, "are ")
	].filter((part) => part !== "").join(" ");
}
function isTagsOnly(change) {
	if (change.action !== "Modify") return false;
	if (change.details.length > 0) return change.details.every(isTag);
	return change.scope.length > 0 && change.scope.every((scope) => scope === "Tags");
}
function propertyLabel(detail) {
	const steps = (detail.path ?? "").split("/").slice(1);
	const inside = steps[0] === "Properties" ? steps.slice(1) : steps;
	if (inside.length === 0) return detail.name ?? detail.attribute;
	return inside.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~")).reduce((label, step) => /^\d+$/.test(step) ? `${label}[${step}]` : label === "" ? step : `${label}.${step}`, "");
}
function shortValue(value, limit = 48) {
	if (value === void 0) return void 0;
	if (value.includes("{{changeSet:KNOWN_AFTER_APPLY}}")) return "known after apply";
	const line = oneLine(value);
	return line.length <= limit && !/^[[{]/.test(line) ? line : void 0;
}
function distinct(details) {
	const named = new Set(details.filter((detail) => detail.causingEntity !== void 0).map(keyOf));
	const seen = /* @__PURE__ */ new Set();
	return details.filter((detail) => {
		if (detail.causingEntity === void 0 && detail.evaluation === "Dynamic" && named.has(keyOf(detail))) return false;
		const key = `${keyOf(detail)}\n${detail.causingEntity ?? ""}`;
		return seen.size < seen.add(key).size;
	});
}
function keyOf(detail) {
	return detail.path ?? `${detail.attribute}/${detail.name ?? ""}`;
}
function isTag(detail) {
	return detail.attribute === "Tags" || /^(Tags|TagList|HostedZoneTags|FileSystemTags)$/.test(detail.name ?? "");
}
function cause(change, detail, certainties) {
	const because = reason(change, detail, certainties);
	const hidden = isHiddenChange(detail);
	const before = hidden ? void 0 : shortValue(detail.before);
	const after = hidden ? void 0 : shortValue(detail.after);
	return {
		property: propertyLabel(detail),
		...before === void 0 ? {} : { before },
		...after === void 0 ? {} : { after },
		...hidden ? { hidden } : {},
		...because === void 0 ? {} : { because },
		recreates: detail.requiresRecreation
	};
}
function reason(change, detail, certainties) {
	const entity = detail.causingEntity;
	switch (detail.source) {
		case "ParameterReference": return {
			lead: "because parameter",
			entities: [entity ?? ""],
			tail: "changed"
		};
		case "ResourceReference":
		case "ResourceAttribute": return entity === void 0 ? void 0 : referenced(change, detail, entity, certainties);
		case "Automatic": return {
			lead: "because its nested template may have changed",
			entities: [],
			tail: ""
		};
		case "NoModification": return {
			lead: "because the live value drifted",
			entities: [],
			tail: ""
		};
		default: return detail.drift === void 0 ? void 0 : {
			lead: "because the live value drifted",
			entities: [],
			tail: ""
		};
	}
}
function referenced(change, detail, entity, certainties) {
	const resource = causingResource(detail) ?? entity;
	switch (certainties.get([...change.stackPath, resource].join("/"))) {
		case "certain": return {
			lead: "because",
			entities: [resource],
			tail: "is replaced"
		};
		case "possible": return {
			lead: "because",
			entities: [resource],
			tail: "may be replaced"
		};
		default: return {
			lead: "because it depends on",
			entities: [entity],
			tail: ""
		};
	}
}

// src/report/text/names.ts
function physicalName(change) {
	const property = nameProperty(change.type);
	const named = (context) => nameIn(propertiesOf$1(context), property);
	const now = change.action === "Add" ? void 0 : named(change.before) ?? fromPhysicalId(change.physicalId);
	const next = change.action === "Remove" ? void 0 : named(change.after);
	const tag = tagName(propertiesOf$1(change.after) ?? propertiesOf$1(change.before));
	if (now === void 0) {
		const name = next ?? fromPhysicalId(change.physicalId) ?? tag;
		return name === void 0 ? {} : { now: name };
	}
	return next !== void 0 && next !== now && named(change.before) !== void 0 ? {
		now,
		next
	} : { now };
}
function shortType$1(type) {
	return type.replace(/^AWS::/, "");
}
function nameIn(properties, property) {
	const name = property === void 0 ? void 0 : properties?.[property];
	return typeof name === "string" && name !== "" && !name.includes("{{changeSet:KNOWN_AFTER_APPLY}}") ? name : void 0;
}
function fromPhysicalId(id) {
	if (id === void 0 || id === "") return void 0;
	return /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(.+)$/.exec(id)?.[1] ?? id;
}
function tagName(properties) {
	const tags = properties?.Tags;
	if (!Array.isArray(tags)) return void 0;
	const tag = tags.find((it) => isObject(it) && it.Key === "Name");
	return isObject(tag) && typeof tag.Value === "string" ? tag.Value : void 0;
}

// src/report/text/words.ts
function duration(ms) {
	const seconds = Math.max(0, Math.round(ms / 1e3));
	if (seconds < 60) return `${seconds} s`;
	const minutes = Math.floor(seconds / 60);
	if (minutes < 60) return joined([`${minutes} min`, seconds % 60 > 0 ? `${seconds % 60} s` : ""]);
	return joined([`${Math.floor(minutes / 60)} h`, minutes % 60 > 0 ? `${minutes % 60} min` : ""]);
}
function moment(at) {
	const date = new Date(at);
	if (Number.isNaN(date.getTime())) return "unknown time";
	return `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
function countsText(counts, resources = []) {
	return [
		"replace",
		"remove",
		"modify",
		"import",
		"other",
		"add"
	].filter((kind) => counts[kind] > 0).map((kind) => kind === "other" ? others(counts.other, resources) : `${counts[kind]} ${kind}`).join(", ");
}
function others(count, resources) {
	const dynamic = resources.filter(({ action }) => action === "Dynamic").length;
	const sync = resources.filter(({ action }) => action === "SyncWithActual").length;
	if (dynamic + sync !== count) return `${count} other`;
	return joined([dynamic > 0 ? `${dynamic} dynamic` : "", sync > 0 ? `${sync} sync` : ""], ", ");
}
function fullSentence(words) {
	const begun = /^[0-9a-f]{7,40}\b/.test(words) ? words : sentence(words);
	return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
function plural(count, noun, several = `${noun}s`) {
	return `${count < 1e3 ? String(count) : count.toLocaleString("en-US")} ${count === 1 ? noun : several}`;
}
function joined(parts, separator = " ") {
	return parts.filter((part) => part !== "").join(separator);
}
function sentence(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

// src/template/evaluate/dynamicReferences.ts
const PARAMETER = /\{\{resolve:(ssm|ssm-secure):([\w./-]+)(?::(\d+))?\}\}/g;
const SECRET = /\{\{resolve:(secretsmanager):([^{}]+)\}\}/g;
const ARN_PARTS = 7;
function dynamicReferences(value) {
	if (typeof value === "string") return [...parameters(value), ...secrets(value)];
	if (Array.isArray(value)) return value.flatMap(dynamicReferences);
	return isEvaluatedObject(value) ? Object.values(value).flatMap(dynamicReferences) : [];
}
function parameters(value) {
	return [...value.matchAll(PARAMETER)].map(([text, service, id = "", version]) => ({
		service: service === "ssm" ? "ssm" : "ssm-secure",
		text,
		id,
		...version === void 0 ? {} : { version: Number(version) }
	}));
}
function secrets(value) {
	return [...value.matchAll(SECRET)].map(([text, , inner = ""]) => {
		const parts = inner.split(":");
		const of = parts[0] === "arn" ? ARN_PARTS : 1;
		const [, , stage = ""] = parts.slice(of);
		return {
			service: "secretsmanager",
			text,
			id: parts.slice(0, of).join(":"),
			...stage === "" ? {} : { stage }
		};
	});
}

// src/template/evaluate/rules.ts
function evaluateRules(source, scope) {
	const template = withSpelledNumbers(source);
	const { Rules: rules } = template;
	if (!isObject$1(rules)) return [];
	const context = contextOf(template, scope);
	return Object.entries(rules).flatMap(([name, rule]) => {
		if (!isObject$1(rule) || !applies(context, rule)) return [];
		return (Array.isArray(rule.Assertions) ? rule.Assertions : []).flatMap((assertion, index) => {
			if (!isObject$1(assertion) || assertion.Assert === void 0) return [];
			if (ruleTruth(context, assertion.Assert) !== false) return [];
			const path = [
				"Rules",
				name,
				"Assertions",
				index
			];
			return [failure(name, assertion.AssertDescription, source.locate?.(path))];
		});
	});
}
function applies(context, rule) {
	return rule.RuleCondition === void 0 || ruleTruth(context, rule.RuleCondition) === true;
}
function failure(name, description, location) {
	const why = typeof description === "string" ? description : "an assertion does not hold for these parameters.";
	const place = location === void 0 ? {} : { location };
	return {
		level: "error",
		message: `Rule ${name}: ${why}`,
		...place
	};
}
function ruleTruth(context, value) {
	const use = functionOf(value);
	const evaluated = (part) => evaluateValue(context, part ?? null);
	const parts = Array.isArray(use?.argument) ? use.argument : [];
	const truths = () => parts.map((part) => ruleTruth(context, part));
	switch (use?.name) {
		case "Fn::And": return truths().reduce(both, true);
		case "Fn::Or": return truths().reduce(either, false);
		case "Fn::Not": return not(truths()[0] ?? "unknown");
		case "Fn::Contains": return contains$1(evaluated(parts[0]), evaluated(parts[1]));
		case "Fn::EachMemberEquals": return everyMember(evaluated(parts[0]), (item) => contains$1([item], evaluated(parts[1])));
		case "Fn::EachMemberIn": return everyMember(evaluated(parts[0]), (item) => contains$1(evaluated(parts[1]), item));
		default: return truthOf(evaluated(value));
	}
}
function everyMember(list, holds) {
	if (!Array.isArray(list)) return "unknown";
	return list.map(holds).reduce(both, true);
}

// src/template/evaluate/evaluate.ts
function evaluateTemplate(source, scope) {
	const template = withSpelledNumbers(source);
	const context = contextOf(template, scope);
	const names = entries$1(template.Conditions).map(([name]) => name);
	const conditions = Object.fromEntries(names.map((name) => [name, context.condition(name)]));
	return {
		resources: entries$1(template.Resources).flatMap(([logicalId, resource]) => evaluateResource(context, logicalId, resource)),
		conditions,
		outputs: entries$1(template.Outputs).flatMap(([name, output]) => evaluateOutput(context, name, output))
	};
}
function evaluateResource(context, logicalId, resource) {
	if (!isObject$1(resource) || typeof resource.Type !== "string") return [];
	const exists = existence(context, resource);
	if (exists === false) return [];
	const properties = evaluateValue(context, resource.Properties ?? {});
	const known = isEvaluatedObject(properties) ? properties : {};
	return [{
		logicalId,
		type: resource.Type,
		exists,
		properties: known
	}];
}
function evaluateOutput(context, name, output) {
	if (!isObject$1(output) || output.Value === void 0) return [];
	const exists = existence(context, output);
	if (exists === false) return [];
	const value = evaluateValue(context, output.Value);
	return [{
		name,
		exists,
		value: isNoValue(value) ? UNKNOWN : value
	}];
}
function existence(context, entry) {
	return typeof entry.Condition === "string" ? context.condition(entry.Condition) : true;
}
function entries$1(section) {
	return isObject$1(section) && functionOf(section) === void 0 ? Object.entries(section) : [];
}

// src/template/evaluate/leaves.ts
function isResolvedLater(text) {
	return text.includes("{{resolve:");
}
function leavesOf(value, path = []) {
	if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...path, index]));
	if (isEvaluatedObject(value)) return Object.entries(value).flatMap(([name, member]) => leavesOf(member, [...path, name]));
	const text = textOf$1(value);
	return [{
		path,
		at: path.map((step) => typeof step === "number" ? "*" : step).join("."),
		text: text === UNKNOWN || isResolvedLater(text) ? void 0 : text
	}];
}

// src/template/evaluate/evaluatedTree.ts
function evaluatedTree(tree, scope) {
	return below$2(tree, scope, /* @__PURE__ */ new Map()).map(({ path, resource }) => ({
		...resource,
		key: path.join("/")
	}));
}
function below$2(tree, scope, done) {
	const sameTree = done.get(tree) ?? /* @__PURE__ */ new Map();
	done.set(tree, sameTree);
	const given = JSON.stringify(scope);
	const before = sameTree.get(given);
	if (before !== void 0) return before;
	const placed = evaluateNode(tree, scope, done);
	sameTree.set(given, placed);
	return placed;
}
function evaluateNode({ template, children }, scope, done) {
	const { resources } = evaluateTemplate(template, scope);
	const own = resources.map(({ logicalId, type, exists, properties }) => {
		const resource = {
			...accessors(template, logicalId, properties),
			logicalId,
			type,
			exists,
			properties
		};
		return {
			path: [logicalId],
			resource
		};
	});
	const nested = children.flatMap(({ logicalId, tree }) => {
		const parent = resources.find((resource) => resource.logicalId === logicalId);
		if (parent === void 0) return [];
		return below$2(tree, childScope(tree.template, parent.properties.Parameters, scope), done).map(({ path, resource }) => ({
			path: [logicalId, ...path],
			resource
		}));
	});
	return [...own, ...nested];
}
function accessors(template, logicalId, properties) {
	const written = propertiesOf(template.value, logicalId);
	return {
		text: (property) => settled(known(properties[property])),
		texts: (property) => {
			const items = knownList(properties[property]);
			return items?.some(isResolvedLater) ? void 0 : items;
		},
		leaves: () => leavesOf(properties),
		has: (property) => properties[property] !== void 0,
		references: (property) => referencesIn(written[property]),
		dynamicReferences: Object.entries(properties).flatMap(([property, value]) => dynamicReferences(value).map((reference) => ({
			property,
			reference
		}))),
		locate: (property) => template.locate([
			"Resources",
			logicalId,
			"Properties",
			...[property].flat()
		])
	};
}
function referencesIn(value) {
	return (Array.isArray(value) ? value : [value ?? null]).flatMap((item) => {
		const use = functionOf(item);
		if (use?.name === "Ref") return [String(use.argument)];
		return (use?.name === "Fn::GetAtt" ? attributeParts(use.argument)?.logicalId : void 0) ?? [];
	});
}
function propertiesOf(template, logicalId) {
	const resource = isObject$1(template.Resources) ? template.Resources[logicalId] : void 0;
	return isObject$1(resource) && isObject$1(resource.Properties) ? resource.Properties : {};
}
function childScope(child, given, scope) {
	const values = isEvaluatedObject(given) ? given : {};
	const parameters = child.parameters.map(({ name, default: otherwise }) => {
		const value = values[name];
		if (given === UNKNOWN) return [name, void 0];
		return [name, value === void 0 ? otherwise : knownList(value)?.join(",") ?? known(value)];
	});
	return {
		parameters: Object.fromEntries(parameters),
		pseudo: {
			...scope.pseudo,
			"AWS::StackName": void 0,
			"AWS::StackId": void 0
		}
	};
}
function known(value) {
	const text = textOf$1(value);
	return text === UNKNOWN ? void 0 : text;
}
function settled(text) {
	return text === void 0 || isResolvedLater(text) ? void 0 : text;
}
function knownList(value) {
	if (!Array.isArray(value)) return void 0;
	const items = value.map(known);
	return items.every((item) => item !== void 0) ? items : void 0;
}

// src/changes/items/resourceForms.ts
const UNTOLD = [null];
function resourceForms(resources, templates) {
	const changes = Map.groupBy(resources, ({ stackPath, logicalId }) => keyText(stackPath, logicalId));
	const pairs = new Map(templates.map((pair) => [pathKey(pair.stackPath), pair]));
	return (key) => {
		const path = key.split("/").map(unescaped$1);
		const pair = pairs.get(pathKey(path.slice(0, -1)));
		const listed = changes.get(key) ?? [];
		return SIDES.flatMap(({ side, isNone }) => {
			const contexts = listed.flatMap((change) => change[side] ?? []).filter(isObject$1);
			if (contexts.length > 0) return contexts;
			const forms = defined(pair?.[side]?.value, path.at(-1));
			return forms.length > 0 || listed.every(({ action }) => isNone.has(action)) ? forms : UNTOLD;
		});
	};
}
const SIDES = [{
	side: "before",
	isNone: /* @__PURE__ */ new Set(["Add", "Import"])
}, {
	side: "after",
	isNone: /* @__PURE__ */ new Set(["Remove"])
}];
function defined(template, logicalId) {
	if (template === void 0 || logicalId === void 0) return [];
	const definition = valueAt({ value: template }, ["Resources", logicalId]) ?? null;
	if (definition === null) return [];
	return isKnownRewritten(template) ? UNTOLD : [definition];
}
function isKnownRewritten(template) {
	const known = rewritten.get(template) ?? isRewritten(template);
	rewritten.set(template, known);
	return known;
}
const rewritten = /* @__PURE__ */ new WeakMap();

// src/secrets/cutPairs.ts
function withoutCutPairs(text, { isHidden, found }) {
	const open = [];
	const hidden = [];
	const close = ({ names, values }, isCut) => {
		if (names.some(isHidden) || isCut && names.length === 0) for (const one of values) hidden.push(one);
	};
	for (const { 0: token, 1: inner = "", index } of text.matchAll(TOKEN)) {
		const last = open.at(-1);
		if (open.length > DEEPEST) return REDACTED;
		if (token === "{") open.push({
			key: "",
			names: [],
			values: []
		});
		else if (token === "}") {
			if (last !== void 0) close(last, false);
			open.pop();
		} else if (last !== void 0 && isKey(text, index + token.length)) last.key = inner;
		else {
			if (last !== void 0 && NAME_KEYS.includes(last.key)) last.names.push(inner);
			for (const one of open) if (VALUE_KEYS.has(one.key)) one.values.push([index + 1, index + 1 + inner.length]);
		}
	}
	for (const one of open) close(one, true);
	return withoutRanges(text, hidden, found);
}
const DEEPEST = 40;
const TOKEN = /"((?:[^"\\]|\\[\s\S])*)(?:"|\\?$)|[{}]/g;
function isKey(text, end) {
	return /^\s{0,9}:/.test(text.slice(end, end + 10));
}
function withoutRanges(text, ranges, found) {
	let [clean, end] = ["", 0];
	for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
		if (from < end || from === to) continue;
		found(text.slice(from, to));
		clean += `${text.slice(end, from)}${REDACTED}`;
		end = to;
	}
	return clean + text.slice(end);
}

// src/changes/pairs.ts
function pairOf(object) {
	const given = NAME_KEYS.flatMap((key) => Object.hasOwn(object, key) ? [object[key] ?? null] : []);
	const texts = given.filter((it) => typeof it === "string");
	const made = given.filter((it) => functionOf(it) !== void 0);
	if (texts.length === 0 && made.length === 0) return void 0;
	const isWhole = made.length === 0 && !texts.some((text) => text.includes("{{changeSet:KNOWN_AFTER_APPLY}}"));
	return {
		names: [...texts, ...made.flatMap(written)],
		isWhole,
		isFrom: object.ValueFrom !== void 0
	};
}
function isNameKey(key) {
	return NAME_KEYS.includes(key);
}
function written(name) {
	const { name: called, argument } = functionOf(name) ?? {};
	if (called !== "Fn::Sub" && called !== "Fn::Join") return [];
	const [first, second] = Array.isArray(argument) ? argument : [argument ?? null];
	if (called === "Fn::Sub") return typeof first === "string" ? [first] : [];
	const parts = Array.isArray(second) ? second.filter((part) => typeof part === "string") : [];
	return typeof first === "string" ? [parts.join(first || "")] : [];
}
function namingOf(form, steps) {
	const [first = "", ...rest] = steps;
	if (!isObject$1(form)) return {
		names: [],
		isFound: false,
		isOpen: true
	};
	if (Object.hasOwn(form, first)) return alongTheWay(form, steps);
	return alongTheWay(propertiesOf$1(form) ?? null, first === "Properties" ? rest : steps);
}
function mayBeNamed(steps) {
	return steps.some((step) => VALUE_KEYS.has(step));
}
function alongTheWay(form, steps) {
	const names = [];
	let [isFound, isOpen] = [true, false];
	let nodes = branches(form);
	const end = steps.findLastIndex((step) => VALUE_KEYS.has(step));
	for (const step of steps.slice(0, end + 1)) {
		isOpen ||= nodes.some((node) => isMade(node, step));
		if (VALUE_KEYS.has(step)) {
			const objects = nodes.filter((node) => isObject$1(node) && !isMade(node, step));
			isFound &&= objects.length > 0;
			for (const pair of objects.map(pairOf)) {
				names.push(...pair?.names ?? []);
				isOpen ||= pair?.isWhole === false;
			}
		}
		nodes = nodes.flatMap((node) => below$1(node, step)).flatMap(branches);
	}
	return {
		names,
		isFound,
		isOpen
	};
}
function isMade(node, step) {
	return functionOf(node) !== void 0 && !(isObject$1(node) && Object.hasOwn(node, step));
}
function below$1(node, step) {
	if (Array.isArray(node)) {
		const items = node;
		const item = items[Number(step)];
		if (items.some((it) => functionOf(it) !== void 0)) return items;
		return item === void 0 ? [] : [item];
	}
	return isObject$1(node) && Object.hasOwn(node, step) ? [node[step] ?? null] : [];
}
function branches(node) {
	const { name, argument } = functionOf(node) ?? {};
	if (name === "Ref" && argument === "AWS::NoValue") return [];
	if (name !== "Fn::If" || !Array.isArray(argument)) return [node];
	return argument.slice(1).flatMap(branches);
}

// src/changes/redaction/hiding.ts
function memberHiding(object, above, rules) {
	const pair = above === "all" ? void 0 : pairOf(object);
	return (key) => {
		if (pair !== void 0 && VALUE_KEYS.has(key) && pair.names.some(rules.isHidden)) return "all";
		if (pair?.isFrom === true && (key === "ValueFrom" || isNameKey(key))) return "none";
		if (above === "all" || rules.isListed(key)) return "all";
		return above === "named" || rules.isHidden(key) ? "named" : "none";
	};
}
function hidingOf(detail, { stackPath, logicalId }, rules) {
	const { attribute, path = "", name = "" } = detail;
	const names = [...path.split("/"), name].map(unescaped$1);
	if (isFromNoEcho(detail, rules) || [path, ...names].some(rules.isListed)) return "all";
	const forms = () => rules.forms(keyText(stackPath, logicalId));
	if (hidingBeside(forms, path === "" ? [attribute, unescaped$1(name)] : stepsOf(path), rules) === "all") return "all";
	return names.some(rules.isHidden) ? "named" : "none";
}
function isFromNoEcho({ causingEntity }, rules) {
	return rules.isNoEcho(causingEntity);
}
function noEchoPlaces(resources, rules) {
	return resources.flatMap(({ stackPath, logicalId, details }) => details.filter((detail) => isFromNoEcho(detail, rules)).flatMap(({ name, path = name === void 0 ? void 0 : `/Properties/${escaped$1(name)}` }) => path === void 0 ? [] : [`${DEFINITION} ${keyText(stackPath, logicalId)} ${path}`]));
}
function isAtAny(name, places) {
	const isBelow = (place, other) => `${place}/`.startsWith(`${other}/`);
	return places.some((place) => isBelow(name, place) || isBelow(place, name));
}
function hidingAt(name, rules) {
	const key = name.slice(name.indexOf(" ") + 1);
	const place = key.slice(key.indexOf(" /") + 1);
	if ([...key.split(/[ /]/), ...place.split("/")].map(unescaped$1).some((it) => rules.isHidden(it) || rules.isNoEcho(it)) || [key, place].map(unescaped$1).some(rules.isListed)) return "all";
	const [start = "", resource = "", ...rest] = name.split(" ");
	if (start === "parameter" || start === "declaration") return rules.given.has(key) ? "all" : "none";
	if (start !== "property" && start !== "definition" && start !== "values") return "none";
	return hidingBeside(() => rules.forms(resource), stepsOf(rest.join(" ")), rules);
}
function stepsOf(pointer) {
	return pointer.split("/").slice(1).map(unescaped$1);
}
function hidingBeside(forms, steps, rules) {
	if (!mayBeNamed(steps)) return "none";
	const namings = forms().map((form) => namingOf(form, steps));
	if (namings.some(({ names, isOpen }) => isOpen || names.some(rules.isHidden))) return "all";
	return namings.some(({ isFound }) => isFound) ? "none" : "all";
}

// src/changes/redaction/hideValue.ts
function hideText(text, hiding, rules) {
	const value = parseValue(text);
	return typeof value === "string" ? hideString(text, hiding, rules) : JSON.stringify(hideJson(value, hiding, rules));
}
function hideJson(value, hiding, rules) {
	if (typeof value === "string") return hideText(value, hiding, rules);
	if (typeof value === "number") return hiding === "none" && rules.hide(String(value)) === String(value) ? value : REDACTED;
	if (Array.isArray(value)) return value.map((item) => hideJson(item, hiding, rules));
	if (!isObject$1(value)) return value;
	const joined = hiding === "none" ? joinedIn(value) : void 0;
	if (joined !== void 0) return { [JOIN]: [joined.delimiter, hideJoined(joined, rules)] };
	return hideMembers(value, hiding, rules, (member, _, own) => hideJson(member, own, rules));
}
function hideAt(name, value, hiding, rules) {
	if (!name.endsWith(`/${JOIN}`)) return hideJson(value, hiding, rules);
	const shown = hideJson({ [JOIN]: value }, hiding, rules);
	return isObject$1(shown) ? shown[JOIN] ?? null : shown;
}
const JOIN = "Fn::Join";
function joinedIn(value) {
	const { name, argument } = functionOf(value) ?? {};
	if (name !== JOIN || !Array.isArray(argument) || argument.length !== 2) return void 0;
	const [delimiter, parts] = argument;
	return typeof delimiter === "string" && Array.isArray(parts) ? {
		delimiter,
		parts
	} : void 0;
}
function hideJoined({ delimiter, parts }, rules) {
	const shown = [];
	let run = [];
	const close = () => {
		const text = run.join(delimiter);
		const whole = hideText(text, "none", rules);
		shown.push(...whole === text ? run : [whole]);
		run = [];
	};
	for (const part of parts) {
		const own = hideJson(part, "none", rules);
		if (typeof own === "string") run.push(own);
		else {
			close();
			shown.push(own);
		}
	}
	close();
	return shown;
}
function hideMembers(value, above, rules, hide) {
	if (!isObject$1(value)) return hideJson(value, above, rules);
	const hidingOfMember = memberHiding(value, above, rules);
	return Object.fromEntries(Object.entries(value).map(([name, member]) => [redactText(rules.hide(name)), hide(member, name, hidingOfMember(name))]));
}
function hideString(text, hiding, rules) {
	if (hiding === "none") {
		const texts = {
			isHidden: rules.isHidden,
			found: (value) => rules.found.add(value)
		};
		const whole = /^\s*[[{]/.test(text) ? withoutCutPairs(text, texts) : text;
		return redactText(rules.hide(whole), texts);
	}
	if (isHarmless(text)) return text;
	const shown = redactText(text);
	if (/^\([a-z0-9-]+ reference\)$/.test(shown)) return shown;
	rules.found.add(text);
	return REDACTED;
}
function withoutFound(found) {
	const values = [...found].filter((value) => value.length >= 8 && /[^A-Za-z-]/.test(value) && !/^(arn:|\()/.test(value)).sort((a, b) => b.length - a.length).slice(0, 200).flatMap((value) => [.../* @__PURE__ */ new Set([JSON.stringify(value).slice(1, -1), value])]);
	return (text) => values.reduce((clean, value) => clean.replaceAll(value, REDACTED), text);
}

// src/changes/redaction/hideSettings.ts
function hideAlarms(watched, rules) {
	return {
		...watched,
		alarms: watched.alarms.map((alarm) => hideText(alarm, "none", rules))
	};
}
function hideKept({ roleArn, notificationArns, tags }, hiding, rules) {
	return {
		...roleArn === void 0 ? {} : { roleArn: hideText(roleArn, "none", rules) },
		notificationArns: notificationArns.map((arn) => hideText(arn, "none", rules)),
		tags: tags.map(({ key, value }) => ({
			key,
			value: hideText(value, hiding(key), rules)
		}))
	};
}

// src/changes/redaction/secretParameters.ts
function secretParameters(templates, rules) {
	const found = /* @__PURE__ */ new Set();
	const innerFirst = [...templates].sort((a, b) => b.stackPath.length - a.stackPath.length);
	for (const { stackPath, before, after } of innerFirst) for (const template of [before?.value, after?.value]) {
		const names = template === void 0 ? [] : namesIn(template, stackPath, rules, found);
		for (const name of names) found.add(keyText(stackPath, name));
	}
	return found;
}
function namesIn(template, stackPath, rules, found) {
	const names = new Set(stackPath.length > 0 ? noEchoOf(template) : []);
	for (const [logicalId, definition] of Object.entries(isObject$1(template.Resources) ? template.Resources : {})) {
		const isHidden = (name) => rules.isHidden(name) || found.has(keyText([...stackPath, logicalId], name));
		addGiven(definition, "none", {
			...rules,
			isHidden
		}, names);
	}
	addGiven(template.Globals ?? null, "none", rules, names);
	return names;
}
function noEchoOf({ Parameters }) {
	return Object.entries(isObject$1(Parameters) ? Parameters : {}).flatMap(([name, one]) => isObject$1(one) && isNoEcho(one) ? [name] : []);
}
function addGiven(value, hiding, rules, names) {
	if (Array.isArray(value)) {
		for (const item of value) addGiven(item, hiding, rules, names);
		return;
	}
	if (!isObject$1(value)) return;
	const name = hiding === "none" ? void 0 : referred$1(value);
	if (name !== void 0 && !IS_NAMED.test(name)) names.add(name);
	const called = functionOf(value)?.name;
	if (called !== void 0 && called !== "Fn::If" && hiding !== "none") return;
	const hidingOf = memberHiding(value, hiding, rules);
	for (const [key, member] of Object.entries(value)) {
		const own = hidingOf(key);
		addGiven(member, own === "named" && called === void 0 && !rules.isHidden(key) ? "none" : own, rules, names);
	}
}
const IS_NAMED = /(?:[nN]ame|[aA]rn|ARN|Id|ID|Identifier)$/;
function referred$1(value) {
	const { name, argument } = functionOf(value) ?? {};
	if (typeof argument !== "string") return void 0;
	if (name === "Ref") return argument;
	return name === "Fn::Sub" ? /^\$\{\s*(\w+)\s*\}$/.exec(argument)?.[1] : void 0;
}

// src/changes/redaction/redaction.ts
function redact(changes, options) {
	const rules = rulesOf(options, changes.resources);
	const hidden = hideChanges(changes, rules);
	return mapStrings(hidden, withoutFound(rules.found));
}
function redactNamed(path, value, isHidden = isSecretName, forms) {
	const rules = {
		...rulesOf({
			noEcho: [],
			patterns: []
		}),
		isHidden
	};
	const names = typeof path === "string" ? [path] : [path.join("/"), ...path].map(unescaped$1);
	const steps = names.slice(1).filter((step) => step !== "");
	const beside = forms === void 0 ? "none" : hidingBeside(() => forms, steps, rules);
	return hideText(value, names.some(isHidden) ? "all" : beside, rules);
}
function rulesOf({ noEcho, patterns, hide = (text) => text, templates = [] }, resources = []) {
	const isListed = nameMatcher(patterns);
	const isHidden = (name) => isListed(name) || isSecretName(name);
	const names = new Set(noEcho);
	return {
		isHidden,
		isListed,
		given: secretParameters(templates, {
			isHidden,
			isListed
		}),
		forms: resourceForms(resources, templates),
		isNoEcho: (name) => names.has(name),
		hide,
		found: /* @__PURE__ */ new Set()
	};
}
function hideChanges(changes, rules) {
	const hiding = (name) => rules.isHidden(name) || rules.isNoEcho(name) ? "all" : "none";
	const secret = noEchoPlaces(changes.resources, rules);
	const ofParameter = (name) => hiding(name) === "none" && rules.given.has(name) ? ["all", onlyHere(rules)] : [hiding(name), rules];
	return {
		...changes,
		resources: changes.resources.map((change) => hideChange(change, rules)),
		parameters: changes.parameters.map((it) => hideSides(it, ...ofParameter(it.name))),
		keptParameters: changes.keptParameters.map((kept) => {
			const value = hideText(kept.value, ...ofParameter(kept.name));
			if (kept.default === void 0) return {
				...kept,
				value
			};
			return {
				...kept,
				value,
				default: hideText(kept.default, ...ofParameter(kept.name))
			};
		}),
		tags: changes.tags.map((tag) => hideSides(tag, hiding(tag.key), rules)),
		outputs: changes.outputs.map((output) => hideSides(output, hiding(output.key), rules)),
		settings: changes.settings.map((setting) => hideSides(setting, hiding(setting.name), rules)),
		template: changes.template.map((change) => hideTemplate(change, rules, secret)),
		...changes.watched === void 0 ? {} : { watched: hideAlarms(changes.watched, rules) },
		...changes.kept === void 0 ? {} : { kept: hideKept(changes.kept, hiding, rules) },
		...changes.roleArn === void 0 ? {} : { roleArn: hideText(changes.roleArn, "none", rules) }
	};
}
function redactItems(items, options, resources = []) {
	const rules = rulesOf(options, resources);
	const hidden = [...items].map(([name, { before, after, how }]) => {
		const side = (text) => text === null ? null : hideItem(name, jsonIn(text), rules);
		return {
			name,
			before: side(before),
			after: side(after),
			how
		};
	});
	const clean = withoutFound(rules.found);
	const textOf = (value) => value === null ? null : canonicalJson(mapStrings(value, clean));
	return new Map(hidden.map(({ name, before, after, how }) => [name, {
		before: textOf(before),
		after: textOf(after),
		how
	}]));
}
const NONE = /* @__PURE__ */ new Set();
function hideItem(name, value, rules) {
	const shown = hideAt(name, value, hidingAt(name, {
		...rules,
		given: NONE
	}), rules);
	if (rules.given.size === 0) return shown;
	const [start, key = ""] = name.split(" ");
	const own = start === "values" ? onlyHere(rules) : within(key, rules) ?? onlyHere(rules);
	const hiding = hidingAt(name, own);
	return start === "values" ? hideBehind(value, hiding, own) : hideAt(name, value, hiding, own);
}
function hideBehind(value, hiding, rules) {
	return hideMembers(value, hiding, rules, (template, stack, inStack) => hideMembers(template, inStack, rules, (entries, section, inSection) => hideMembers(entries, inSection, rules, (entry, name, inEntry) => {
		const key = [stack, name].filter((step) => step !== "").join("/");
		const isGiven = section === "Parameters" && rules.given.has(key);
		const own = section === "Resources" ? within(key, rules) : void 0;
		return hideJson(entry, isGiven ? "all" : inEntry, own ?? rules);
	})));
}
function within(key, rules) {
	const isGiven = (name) => rules.given.has(`${key}/${nameText(name)}`);
	if (![...rules.given].some((one) => one.startsWith(`${key}/`))) return void 0;
	return {
		...onlyHere(rules),
		isHidden: (name) => isGiven(name) || rules.isHidden(name)
	};
}
function onlyHere(rules) {
	return {
		...rules,
		found: /* @__PURE__ */ new Set()
	};
}
function jsonIn(text) {
	try {
		return JSON.parse(text) ?? text;
	} catch {
		return text;
	}
}
function hideSides(item, hiding, rules) {
	return {
		...item,
		...markedSides(item, (text) => hideText(text, hiding, rules))
	};
}
function hideTemplate(change, rules, secret) {
	const [, key = ""] = change.name.split(" ");
	const isSecret = isAtAny(change.name, secret);
	const own = isSecret ? onlyHere(rules) : within(key, rules) ?? rules;
	const hiding = isSecret ? "all" : hidingAt(change.name, own);
	return {
		...change,
		...markedSides(change, (text) => hideCanonical(change.name, text, hiding, own))
	};
}
function hideCanonical(name, text, hiding, rules) {
	const value = jsonIn(text);
	if (Array.isArray(value)) return JSON.stringify(hideAt(name, value, hiding, rules));
	if (typeof value !== "string" || value === text) return hideText(text, hiding, rules);
	const shown = hideText(value, hiding, rules);
	return shown === "(redacted)" ? shown : canonicalJson(shown);
}
function hideChange(change, rules) {
	const shown = hideResource(change, rules);
	const own = within(keyText(change.stackPath, change.logicalId), rules);
	return own === void 0 ? shown : hideResource(change, own);
}
function hideResource(change, rules) {
	const fromNoEcho = change.details.filter((detail) => isFromNoEcho(detail, rules));
	const secretNames = new Set(fromNoEcho.map(({ name }) => name));
	const inContext = {
		...rules,
		isHidden: (name) => rules.isHidden(name) || secretNames.has(name),
		isListed: (name) => rules.isListed(name) || secretNames.has(name)
	};
	return {
		...change,
		details: change.details.map((detail) => hideDetail(detail, change, rules)),
		...change.before === void 0 ? {} : { before: hideJson(change.before, "none", inContext) },
		...change.after === void 0 ? {} : { after: hideJson(change.after, "none", inContext) },
		...change.written === void 0 ? {} : { written: hideJson(change.written, "none", inContext) },
		...change.physicalId === void 0 ? {} : { physicalId: redactText(rules.hide(change.physicalId)) }
	};
}
function hideDetail(detail, change, rules) {
	const hiding = hidingOf(detail, change, rules);
	const sides = hideSides(detail, hiding, rules);
	if (detail.drift === void 0) return sides;
	const { previous, actual } = detail.drift;
	const { before, after } = hideSides({
		before: previous,
		after: actual
	}, hiding, rules);
	return {
		...sides,
		drift: {
			previous: before,
			actual: after
		}
	};
}

// src/template/resources.ts
function resourcesOf(template) {
	return isObject$1(template.Resources) ? below(template.Resources, ["Resources"]) : [];
}
function isLooped({ path }) {
	return path.length > 2;
}
function below(members, path) {
	return Object.entries(members).flatMap(([logicalId, member]) => {
		if (!logicalId.startsWith("Fn::ForEach")) return isObject$1(member) ? [{
			logicalId,
			path: [...path, logicalId],
			resource: member
		}] : [];
		const body = Array.isArray(member) ? member[2] : void 0;
		return isObject$1(body) ? below(body, [
			...path,
			logicalId,
			2
		]) : [];
	});
}

// src/template/dependencies.ts
function resourceGraph(template, counts = () => true) {
	const { Resources: resources } = template;
	if (!isObject$1(resources)) return /* @__PURE__ */ new Map();
	return graphOf(resources, (resource) => dependencies(resource, counts));
}
function graphOf(section, edges) {
	const names = new Set(Object.keys(section));
	return new Map(Object.entries(section).map(([name, value]) => [name, new Set([...edges(value)].filter((to) => names.has(to)))]));
}
function dependencies(resource, counts) {
	const names = /* @__PURE__ */ new Set();
	visitFunctions(resource, [], (use) => {
		if (counts(use)) for (const name of referred(use)) names.add(name);
	});
	const dependsOn = isObject$1(resource) ? resource.DependsOn : void 0;
	for (const target of Array.isArray(dependsOn) ? dependsOn : [dependsOn]) if (typeof target === "string") names.add(target);
	return names;
}
function referred({ name, argument }) {
	if (name === "Ref" && typeof argument === "string") return [argument];
	if (name === "Fn::GetAtt") return [attributeParts(argument)?.logicalId ?? ""];
	if (name !== "Fn::Sub") return [];
	const [text, variables] = Array.isArray(argument) ? argument : [argument];
	if (typeof text !== "string") return [];
	const own = isObject$1(variables) ? variables : {};
	return subVariables(text).filter((variable) => !Object.hasOwn(own, variable)).map((variable) => variable.split(".")[0] ?? variable);
}

// src/stack/stackPaths.ts
function stackPaths(events) {
	const parents = /* @__PURE__ */ new Map();
	for (const event of events) {
		const nested = nestedStackArn(event);
		if (nested !== void 0) parents.set(nested, event);
	}
	const pathOf = (stackArn) => {
		const parent = parents.get(stackArn);
		return parent === void 0 ? [] : [...pathOf(parent.stackArn), parent.logicalId];
	};
	return new Map([...parents.keys()].map((arn) => [arn, pathOf(arn)]));
}

// src/estimate/history.ts
const NO_HISTORY = {
	resources: /* @__PURE__ */ new Map(),
	types: /* @__PURE__ */ new Map()
};
const NEWEST = 5;
function historyOf(events) {
	const paths = stackPaths(events);
	const begun = /* @__PURE__ */ new Map();
	const resources = /* @__PURE__ */ new Map();
	const types = /* @__PURE__ */ new Map();
	for (const event of chronological(events.toReversed())) {
		if (isStackItself(event) || event.hook !== void 0) continue;
		const key = resourceOf(event);
		const start = begun.get(key);
		if (isInProgress(event.status)) {
			if (start === void 0 || verbOf(start) !== verbOf(event)) begun.set(key, event);
			continue;
		}
		begun.delete(key);
		const verb = start === void 0 ? void 0 : endedVerb(start, event);
		if (start === void 0 || verb === void 0) continue;
		const name = [...paths.get(event.stackArn) ?? [], event.logicalId].join("/");
		const tookMs = Math.max(0, event.at - start.at);
		put(resources, `${name} ${verb}`, tookMs);
		if (nestedStackArn(event) === void 0) put(types, `${event.type} ${verb}`, tookMs);
	}
	return {
		resources,
		types
	};
}
function verbOfStatus(status) {
	return VERBS[status.split("_")[0] ?? ""];
}
function remembered(history, resource, type, verb) {
	const factor = verb === "update" ? .5 : .75;
	const alike = spanOf(history.resources.get(`${resource} ${verb}`), factor) ?? spanOf(history.types.get(`${type} ${verb}`), .5);
	return alike && {
		span: alike,
		source: "history"
	};
}
function spanOf(took, factor) {
	if (took === void 0 || took.length === 0) return void 0;
	const sorted = took.toSorted((a, b) => a - b);
	const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
	const [lower = 0, upper = 0] = [sorted[sorted.length - 1 >> 1], sorted[sorted.length >> 1]];
	return {
		low: Math.max(0, Math.min(least * factor, least - 2e3)),
		typical: (lower + upper) / 2,
		high: Math.max(most / factor, most + 3e3)
	};
}
function put(into, key, tookMs) {
	into.set(key, [tookMs, ...into.get(key) ?? []].slice(0, NEWEST));
}
const VERBS = {
	CREATE: "create",
	UPDATE: "update",
	DELETE: "delete"
};
function verbOf({ status }) {
	return verbOfStatus(status);
}
function endedVerb(start, end) {
	const verb = /^[A-Z]+_COMPLETE$/.test(end.status) ? verbOf(end) : void 0;
	if (verb !== verbOf(start)) return void 0;
	return verb === "update" && start.physicalId !== void 0 && start.physicalId !== end.physicalId ? "create" : verb;
}

// src/stack/model.ts
const NOT_STARTED = "not started";
const ABOUT_TO_START = "about to start";
function failingOf(end) {
	return end.kind === "succeeded" || end.kind === "failed" ? void 0 : end.failing;
}
function causeOf$1(end) {
	return end.kind === "failed" ? end.cause : failingOf(end)?.cause;
}
function adviceOf(end) {
	if (end.kind === "lost-sight") return end.hint;
	return end.kind === "succeeded" ? end.unread?.hint : void 0;
}

// src/stack/ledger.ts
function emptyLedger() {
	return {
		size: 0,
		storage: {
			entries: [],
			positions: /* @__PURE__ */ new Map()
		}
	};
}
function has(ledger, key) {
	return (ledger.storage.positions.get(key) ?? Number.POSITIVE_INFINITY) < ledger.size;
}
function append(ledger, key, entry) {
	if (has(ledger, key)) return ledger;
	const storage = ledger.storage.entries.length === ledger.size ? ledger.storage : fork(ledger);
	storage.entries.push(entry);
	storage.positions.set(key, ledger.size);
	return {
		size: ledger.size + 1,
		storage
	};
}
function entries(ledger, from = 0) {
	return ledger.storage.entries.slice(from, ledger.size);
}
function fork(ledger) {
	const { storage, size } = ledger;
	return {
		entries: storage.entries.slice(0, size),
		positions: new Map([...storage.positions].filter(([, position]) => position < size))
	};
}

// src/stack/timeline.ts
function timeline(events) {
	const paths = stackPaths(events);
	const open = /* @__PURE__ */ new Map();
	const rows = [];
	for (const event of chronological(events.toReversed())) {
		if (isStackItself(event) || event.hook !== void 0) continue;
		const key = resourceOf(event);
		const phase = openPhase(open.get(key), event, paths.get(event.stackArn) ?? []);
		if (isInProgress(event.status)) open.set(key, phase);
		else {
			open.delete(key);
			rows.push(closePhase(phase, event));
		}
	}
	return [...rows, ...open.values()].sort((a, b) => a.startedAt - b.startedAt);
}
function openPhase(before, event, stackPath) {
	const physicalId = event.physicalId ?? before?.physicalId;
	return {
		stackPath,
		logicalId: event.logicalId,
		type: event.type,
		...physicalId === void 0 ? {} : { physicalId },
		status: event.status,
		startedAt: before?.startedAt ?? event.at
	};
}
function closePhase(phase, event) {
	return {
		...phase,
		status: event.status,
		endedAt: event.at
	};
}

// src/stack/operation.ts
function startOperation(request) {
	return {
		stackArn: request.stackArn,
		token: request.token,
		since: request.since,
		isDeletion: request.isDeletion ?? false,
		begun: void 0,
		operationIds: /* @__PURE__ */ new Set(),
		events: emptyLedger(),
		newestAt: 0,
		stacks: /* @__PURE__ */ new Map([[request.stackArn, {
			path: [],
			status: void 0,
			at: 0
		}]]),
		open: /* @__PURE__ */ new Map(),
		finished: emptyLedger(),
		rollingBack: false,
		end: void 0
	};
}
function observeEvent(operation, event) {
	if (has(operation.events, event.id) || !belongs(operation, event)) return operation;
	const next = {
		...operation,
		events: append(operation.events, event.id, event),
		newestAt: Math.max(operation.newestAt, event.at),
		operationIds: withOperationId(operation, event),
		stacks: withNestedStack(operation.stacks, event)
	};
	if (event.hook !== void 0) return next;
	return isStackItself(event) ? afterStackEvent(next, event) : afterResourceEvent(next, event);
}
function isTerminal(status) {
	return /^(CREATE|UPDATE|DELETE|IMPORT|ROLLBACK|UPDATE_ROLLBACK|IMPORT_ROLLBACK)_(COMPLETE|FAILED)$/.test(status);
}
function rootStatus(operation) {
	return operation.stacks.get(operation.stackArn)?.status;
}
function statusAfter(end, before) {
	if (end.kind === "lost-sight" || end.status === "about to start") return "unknown";
	return end.status === "not started" ? before : end.status;
}
function decidedEnd(operation) {
	const status = rootStatus(operation);
	if (status === "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS") return "succeeded";
	if (status === "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS") return "failed";
}
function isAtRest(operation) {
	const { begun, open, rollingBack, end } = operation;
	if (begun === void 0 || rollingBack || end !== void 0 || open.size > 0) return false;
	return /^(CREATE|UPDATE|IMPORT)_IN_PROGRESS$/.test(rootStatus(operation) ?? "");
}
function endedAs(operation, status) {
	const { begun, end } = operation;
	if (begun === void 0 || end === void 0) return operation;
	return {
		...operation,
		end: {
			...end,
			status,
			succeeded: isSuccess(begun, status)
		}
	};
}
function belongs(operation, event) {
	const { begun } = operation;
	if (event.stackArn !== operation.stackArn) return begun !== void 0 && event.at >= begun.at && operation.stacks.has(event.stackArn);
	if (operation.token !== void 0 && event.token === operation.token) return true;
	if (event.operationId !== void 0 && operation.operationIds.has(event.operationId)) return true;
	if (begun === void 0) return begins(operation, event);
	return event.at >= begun.at && operation.end === void 0;
}
function begins(operation, event) {
	const isMarked = event.token !== void 0 || event.operationId !== void 0;
	if (operation.token !== void 0 && isMarked) return false;
	const start = isStackItself(event) && isInProgress(event.status) && event.status !== "REVIEW_IN_PROGRESS";
	const isOfItsKind = event.status === "DELETE_IN_PROGRESS" === operation.isDeletion;
	return start && isOfItsKind && event.at >= operation.since;
}
function withOperationId(operation, { operationId, stackArn }) {
	if (operationId === void 0 || operation.operationIds.has(operationId) || stackArn !== operation.stackArn) return operation.operationIds;
	return /* @__PURE__ */ new Set([...operation.operationIds, operationId]);
}
function withNestedStack(stacks, event) {
	const nested = nestedStackArn(event);
	if (nested === void 0) return stacks;
	const known = stacks.get(nested);
	if (known !== void 0 && !isReopened(known, event)) return stacks;
	const path = known?.path ?? [...stacks.get(event.stackArn)?.path ?? [], event.logicalId];
	const status = event.status === "DELETE_IN_PROGRESS" && event.hook === void 0 ? event.status : void 0;
	return new Map([...stacks, [nested, {
		path,
		status,
		at: known?.at ?? 0
	}]]);
}
function isReopened({ status, at }, event) {
	if (event.hook !== void 0 || !isInProgress(event.status) || event.at <= at) return false;
	return status === void 0 || isTerminal(status);
}
function afterStackEvent(operation, event) {
	const before = operation.stacks.get(event.stackArn);
	if (before === void 0 || event.at < before.at) return operation;
	const stacks = new Map(operation.stacks).set(event.stackArn, {
		path: before.path,
		status: event.status,
		at: event.at
	});
	if (event.stackArn !== operation.stackArn) return {
		...operation,
		stacks
	};
	const begun = operation.begun ?? {
		at: event.at,
		status: event.status
	};
	const turnedBack = event.status.includes("ROLLBACK") || event.status.startsWith("DELETE") && !isDelete(begun);
	const rollingBack = operation.rollingBack || turnedBack;
	return {
		...operation,
		stacks,
		begun,
		rollingBack,
		end: endOf(begun, event)
	};
}
function afterResourceEvent(operation, event) {
	const key = resourceOf(event);
	const open = new Map(operation.open);
	if (isInProgress(event.status)) {
		open.set(key, openPhase(open.get(key), event, operation.stacks.get(event.stackArn)?.path ?? []));
		return {
			...operation,
			open
		};
	}
	open.delete(key);
	const finished = operation.rollingBack ? operation.finished : append(operation.finished, key, true);
	return {
		...operation,
		open,
		finished
	};
}
function endOf(begun, { status, at }) {
	if (!isTerminal(status)) return void 0;
	return {
		status,
		succeeded: isSuccess(begun, status),
		tookMs: Math.max(0, at - begun.at)
	};
}
function isSuccess(begun, status) {
	if (status === "DELETE_COMPLETE" || isDelete(begun)) return status === "DELETE_COMPLETE" && isDelete(begun);
	return status === "CREATE_COMPLETE" || status === "UPDATE_COMPLETE" || status === "IMPORT_COMPLETE";
}
function isDelete(begun) {
	return begun.status === "DELETE_IN_PROGRESS";
}

// src/stack/nextStep.ts
function nextStep(stack, region, end) {
	const failing = failingOf(end);
	if (failing !== void 0) return whileFailing(failing, end.kind === "lost-sight");
	switch (end.kind) {
		case "succeeded": return end.unread === void 0 ? "" : forOutputs(end.status);
		case "failed": return afterFailure(stack, region, end);
		case "timed-out": return `CloudFormation goes on with the operation (${end.status}). Run this job again to follow it to its end, or raise timeout-minutes.`;
		case "cancelled":
			if (end.status === "not started") return "The stack was left as it is. Run this job again to deploy.";
			if (isTerminal(end.status)) return `The operation had just ended (${end.status}). Run this job again for its outputs.`;
			if (end.tookMs === 0) return `The job was cancelled before CloudFormation answered: ${MAY_HAVE_BEGUN}`;
			return `CloudFormation goes on with the operation (${end.status}). Run this job again to follow it to its end.`;
		case "lost-sight":
			if (end.tookMs === 0) return `CloudFormation's answer is lost: ${MAY_HAVE_BEGUN}`;
			return "The operation may go on without being watched. Run this job again to follow it to its end.";
	}
}
const MAY_HAVE_BEGUN = "the operation may have begun. The stack's status tells, and the change set's execution status, which is AVAILABLE as long as nobody has executed it. Run this job again to follow the operation to its end; where it has not begun, that begins it.";
function forOutputs(status) {
	return `${isTerminal(status) ? "The operation has ended" : "The update is done, and is cleaned up after"} (${status}). Run this job again for its outputs.`;
}
function whileFailing(failing, isLost) {
	const { status, isRollingBack } = failing;
	const doing = isRollingBack ? "rolling the stack back" : "going on with the operation, although it has failed";
	return `${isLost ? `When it was last seen, CloudFormation was ${doing}` : `CloudFormation is ${doing}`} (${status}). Run this job again while that lasts, and it follows ${isRollingBack ? "the rollback" : "the operation"} to its end; run later, it tries the same changes again. ${onward(failing)}`;
}
function failingText(failing) {
	const { isRollingBack, isCalledOff, cause } = failing;
	if (isCalledOff === true) return `is being rolled back: ${calledOffText(cause)}`;
	const state = isRollingBack ? "has failed and is being rolled back" : "has failed";
	if (cause === void 0) return `${state}, and no event says why.`;
	const [alarm] = cause.alarms ?? [];
	return `${state}: ${alarm === void 0 ? placed(cause) : firedText(alarm)}`;
}
function calledOffText(cause) {
	return `somebody called the operation off (User Initiated).${cause === void 0 ? "" : ` ${rollbackFailureText(cause)}`}`;
}
function rollbackFailureText(cause) {
	return `A failure in the rollback: ${placed(cause)}`;
}
function wasCalledOff(end) {
	return (end.kind === "failed" ? end.isCalledOff : failingOf(end)?.isCalledOff) === true;
}
function placed({ stackPath, logicalId, type, status, reason }) {
	return `${[...stackPath, logicalId].join("/")} (${type}) ${status}: ${reason}`;
}
function leftBehindText(left) {
	const shown = left.slice(0, MOST_NAMED).flatMap((one) => {
		const command = deleteLeft(one);
		return [`- ${identity(one)}: ${one.reason}`, ...command === void 0 ? [] : [`  ${command}`]];
	});
	const more = left.length - MOST_NAMED;
	const others = more > 0 ? [`… and ${more} more: see the stack's events.`] : [];
	return [
		leftBehindLead(left),
		...shown,
		...others,
		leftBehindNext(left)
	].join("\n");
}
function leftBehindLead(left) {
	const stacks = left.filter(isNestedStack).length;
	const [one, many] = stacks === left.length ? ["nested stack", "nested stacks"] : ["resource", "resources"];
	return `${left.length === 1 ? `1 ${one} was` : `${left.length} ${many} were`} left behind: CloudFormation could not delete ${left.length === 1 ? "it" : "them"} and gave up. ${staying(left.length, stacks)}`;
}
function staying(count, stacks) {
	const they = count === 1 ? "It stays" : "They stay";
	if (stacks === 0) return `${they}, in no stack, and may be billed.`;
	const within = "with what is still in it";
	if (stacks < count) return `${they}, and may be billed: a nested stack by itself, ${within}, all else in no stack.`;
	return `${they}, ${count === 1 ? "a stack by itself" : "each a stack by itself"}, ${within}, and may be billed.`;
}
function leftBehindNext(left) {
	const stacks = left.filter(isNestedStack).length;
	const nested = `delete the nested stack itself${left.some((one) => deleteLeft(one) !== void 0) ? " with its command" : ""}, once what keeps it is out of the way`;
	if (stacks === left.length) return `No later deploy sees to that: ${nested}.`;
	return `No later deploy sees to that: delete by hand what is not needed, or import it into a stack${stacks === 0 ? "" : `; ${nested}`}.`;
}
function deleteLeft(one) {
	const { physicalId = "" } = one;
	const { region } = arnParts(physicalId);
	if (!isNestedStack(one) || region === "") return void 0;
	return `aws cloudformation delete-stack --region ${region} --stack-name ${physicalId}`;
}
const MOST_NAMED = 10;
function identity({ stackPath, logicalId, type, physicalId }) {
	const known = physicalId === void 0 ? type : `${type}, ${physicalId}`;
	return `${[...stackPath, logicalId].join("/")} (${known})`;
}
function listed(resources) {
	const more = resources.length - MOST_NAMED;
	return [...resources.slice(0, MOST_NAMED).map(identity), ...more > 0 ? [`${more} more`] : []].join(", ");
}
function keptText({ retained }) {
	if (retained === void 0) return "";
	return ` But what was made and a DeletionPolicy keeps is still there, in no stack: ${listed(retained)}. ${MEETS_IT}`;
}
function afterCreation(stack, region, end) {
	const kept = Object.groupBy(end.retained ?? [], ({ stackPath }) => stackPath.length === 0 ? "own" : "inner");
	if (kept.own === void 0) return `${kept.inner === void 0 ? "Nothing is left of the creation but" : "The stack is"} an empty shell (ROLLBACK_COMPLETE); the next deploy deletes it and creates the stack again.${keptText(end)} ${onward(end)}`;
	const inner = kept.inner === void 0 ? "" : ` In no stack is already: ${listed(kept.inner)}.`;
	return `The creation is rolled back (ROLLBACK_COMPLETE), but for what a DeletionPolicy keeps: ${listed(kept.own)}.${inner}\n${emptyByHand(stack, region)}\n${onward(end)}`;
}
function afterFailure(stack, region, end) {
	const { status } = end;
	const ways = waysOut({
		stack,
		region,
		status,
		stuck: stuckBy(end)
	});
	if (ways.length > 0) return `The stack is in ${status} and needs a person.\n${waysText(ways)}`;
	switch (status) {
		case "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS": return `The stack is back in its previous state, and CloudFormation cleans up (${status}). ${onward(end)}`;
		case "UPDATE_ROLLBACK_COMPLETE":
		case "IMPORT_ROLLBACK_COMPLETE": return `The stack is back in its previous state (${status}).${keptText(end)} ${onward(end)}`;
		case "ROLLBACK_COMPLETE": return afterCreation(stack, region, end);
		case "CREATE_FAILED":
		case "UPDATE_FAILED": return `What was made is kept for debugging (${status}). A deploy with on-failure: keep goes on from there, if it replaces nothing. ${onward(end)} Before any other deploy, and to go back to the state before:\n${rollbackCommand(stack, region)}`;
		case "DELETE_COMPLETE": return `${end.isCalledOff === true ? "Somebody deleted the stack while it was made" : "The stack is deleted again"} (DELETE_COMPLETE).${keptText(end)} ${onward(end)}`;
		default: return `The stack is in ${status}.`;
	}
}
function onward({ isCalledOff, cause }) {
	if (isCalledOff === true) return `Run this job again to deploy after all, or ${REVERT}.`;
	if (cause?.alarms !== void 0) return `If the alarm fired because of these changes, ${REVERT}, or fix it in a new pull request; if not, run this job again once the alarm is OK.`;
	switch (cause?.remedy) {
		case "by-itself": return `It may pass: run this job again. If it fails alike, ${REVERT}.`;
		case "elsewhere": return `Once that is put right, run this job again: what was reviewed needs no new pull request. Or ${REVERT}.`;
		default: return `Fix the cause in a new pull request, or ${REVERT}.`;
	}
}
const REVERT = "take the change back with the button Revert of its pull request";
function stuckBy({ stuck, rollbackCause, cause }) {
	return stuck ?? [rollbackCause ?? cause].filter((one) => one !== void 0);
}

// src/report/doing.ts
const WORDS = {
	render: {
		noun: "the rendering",
		extent: "",
		lead: "Nothing was rendered"
	},
	preview: {
		noun: "the preview",
		extent: "",
		lead: "Nothing was deployed"
	},
	deploy: {
		noun: "the deploy",
		extent: ", nothing was executed",
		lead: "Nothing was executed"
	},
	destroy: {
		noun: "the destroy",
		extent: ", nothing was deleted",
		lead: "Nothing was deleted"
	},
	drift: {
		noun: "the drift check",
		extent: "",
		lead: "Whether anything drifted is not known"
	},
	discover: {
		noun: "the discovery",
		extent: "",
		lead: "Which stacks are affected is not known"
	},
	cleanup: {
		noun: "the clean-up",
		extent: "",
		lead: "Not everything was cleaned up"
	}
};
const CAUSES = {
	"invalid-input": "the inputs are wrong",
	"invalid-template": "the template is wrong",
	"access-denied": "access was denied",
	timeout: "it took too long",
	"stack-busy": "the stack is busy",
	"stack-unrecoverable": "the stack needs repair"
};
function failureWords(doing, reasonCode) {
	const { noun, extent } = WORDS[doing];
	if (reasonCode === "cancelled") return `${noun} was cancelled${extent}`;
	const cause = CAUSES[reasonCode];
	return `${noun} failed${extent}${cause === void 0 ? "" : `: ${cause}`}`;
}
function failureLead(doing) {
	return WORDS[doing].lead;
}

// src/report/text/budget.ts
function item(priority, form) {
	return {
		priority,
		forms: [form]
	};
}
function block(priority, form) {
	return {
		open: "",
		items: [item(priority, form)],
		separator: "",
		close: ""
	};
}
function withinBudget(sections, limit, measure = characters) {
	const parts = sections.map((section) => ({
		section,
		chosen: /* @__PURE__ */ new Map()
	}));
	const entries = parts.flatMap((part) => part.section.items.map((entry, index) => ({
		part,
		entry,
		index
	})));
	const put = putter(parts, limit, measure);
	const indispensable = entries.filter(({ entry }) => entry.priority === 0);
	for (const { part, entry, index } of indispensable) put(part, index, entry.forms.at(-1) ?? entry.forms[0]);
	for (const { part, entry, index } of indispensable) if (part.chosen.has(index)) entry.forms.some((form) => put(part, index, form));
	const full = /* @__PURE__ */ new Set();
	for (const { part, entry, index } of entries.toSorted((a, b) => a.entry.priority - b.entry.priority)) {
		if (entry.priority === 0 || full.has(part)) continue;
		if (!entry.forms.some((form) => put(part, index, form))) full.add(part);
	}
	return parts.map(render).filter((text) => text !== "").join(GAP);
}
function bytes$1(value) {
	return Buffer.byteLength(value);
}
const GAP = "\n\n";
function characters(value) {
	return value.length;
}
function putter(parts, limit, measure) {
	let used = parts.reduce((sum, { section }) => sum + noteSize(section, measure), 0);
	return ({ section, chosen }, index, form) => {
		const text = typeof form === "string" ? form : form();
		const old = chosen.get(index);
		const frame = chosen.size === 0 ? frameSize(section, measure) : measure(section.separator);
		const price = measure(text) + (old === void 0 ? frame : -measure(old));
		if (used + price > limit) return false;
		chosen.set(index, text);
		used += price;
		return true;
	};
}
function noteSize(section, measure) {
	return section.omitted === void 0 ? 0 : measure(section.omitted(section.items.length)) + 2;
}
function frameSize(section, measure) {
	return 2 + measure(section.open) + measure(section.close);
}
function render({ section, chosen }) {
	const missing = section.items.length - chosen.size;
	const note = missing > 0 ? section.omitted?.(missing) : void 0;
	if (chosen.size === 0) return note ?? "";
	const items = [...chosen].sort(([a], [b]) => a - b).map(([, form]) => form);
	const body = `${section.open}${items.join(section.separator)}${section.close}`;
	return note === void 0 ? body : `${body}${GAP}${note}`;
}

// src/report/text/markdown.ts
function text(value, limit = 2e3) {
	return inline(oneLine(value), limit, span);
}
function cell(value, limit = 300) {
	return inline(oneLine(value), limit, cellSpan);
}
function code(value, limit = 200) {
	return isolated(span(value, limit), oneLine(value));
}
function cellCode(value, limit = 120) {
	return isolated(cellSpan(value, limit), oneLine(value));
}
function fence(value, language) {
	const body = disarmed(visible(value)).replace(/\n+$/, "");
	const quote = "`".repeat(Math.max(3, longestRun(body) + 1));
	return `${quote}${language}\n${body}\n${quote}`;
}
function tableHead(cells) {
	return [tableRow(cells), `|${cells.map(() => " :-- |").join("")}`];
}
function tableRow(cells) {
	return `| ${cells.join(" | ")} |`;
}
function detailsOpen(summary, open = false) {
	return `<details${open ? " open" : ""}><summary>${summary}</summary>\n\n`;
}
const DETAILS_CLOSE = "\n\n</details>";
function link(label, url) {
	const target = url === void 0 ? void 0 : webAddress(url);
	return target === void 0 ? label : `[${label}](${target})`;
}
function commentValue(value) {
	return encodeURIComponent(value.toWellFormed()).replace(/[!'()*~]/g, percent).replace(/-(?=-)/g, "%2D");
}
function mermaidLabel(value, limit = 60) {
	const plain = oneLine(value).replace(/[^\p{L}\p{N} ._/-]/gu, "_");
	return shorten(plain, limit).replace("…", "...") || "_";
}
function span(value, limit = 200) {
	const plain = shorten(disarmed(oneLine(value)), limit);
	if (plain === "") return "*(empty)*";
	const quote = "`".repeat(longestRun(plain) + 1);
	const padding = /^`|`$/.test(plain) ? " " : "";
	return `${quote}${padding}${plain}${padding}${quote}`;
}
function cellSpan(value, limit = 120) {
	return span(value, limit).replaceAll("|", "\\|");
}
function inline(line, limit, asCode) {
	const short = shorten(disarmed(line), limit);
	return isolated(short.split(QUOTED).map((part, index) => index % 2 === 1 ? asCode(part.slice(1, -1)) : wordwise(part, asCode)).join("").replace(LIST_OR_RULE, escapedStart), short);
}
const QUOTED = /(?<=(?:^| )[("']*)(`[^`]+`)(?=[).,;:!?"']*(?: |$))/;
function wordwise(part, asCode) {
	return part.split(" ").map((word) => acts(word) ? dressed(word, asCode) : escaped(word)).join(" ");
}
const LIST_OR_RULE = /^(?:([-+])|(\d{1,9})([.)]))/;
function escapedStart(_, sign, number = "", mark = "") {
	return sign === void 0 ? `${number}\\${mark}` : `\\${sign}`;
}
function acts(word) {
	return ACTING.test(word);
}
const ACTING = /[@$`*_]|#\d|\bGH-\d|\/\/|www\.|mailto:|xmpp:|[0-9a-f]{7,64}|\b(?:GHSA|CVE)-|:[a-z0-9_+-]+:|\d\.\d+\.|::/i;
function dressed(word, asCode) {
	const [, before = "", core = word, after = ""] = /^([("']*)(.*?)([)"'.,;:?]*)$/.exec(word) ?? [];
	return core === "" ? asCode(word) : `${before}${asCode(core)}${after}`;
}
function escaped(word) {
	return word.replace(/[&<>|]|[\\*_{}[\]#!~^=]/g, (sign) => ENTITIES[sign] ?? `\\${sign}`);
}
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"|": "&#124;",
	"\"": "&quot;",
	"'": "&#39;",
	"`": "&#96;"
};
function disarmed(value) {
	return value.replaceAll("<!--", "‹!--");
}
function isolated(markdown, plain) {
	return isRightToLeft(plain) ? `\u2068${markdown}\u2069` : markdown;
}
function longestRun(value) {
	return (value.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
function webAddress(url) {
	if (!/^https?:\/\/[^\s<>"'`|\\]+$/i.test(url)) return void 0;
	return visible(url) === url ? url.replace(/[()[\]*_~]/g, percent) : void 0;
}
function percent(character) {
	return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

// src/report/text/instructions.ts
function instructions(words) {
	const parts = [];
	for (const line of redactText(words).split("\n")) {
		const command = /^\s*(?:aws |capabilities: |\{"Effect":)/.test(line);
		const last = parts.at(-1);
		if (last?.command === command) last.lines.push(line);
		else parts.push({
			command,
			lines: [line]
		});
	}
	return parts.map(({ command, lines }) => command ? fence(lines.map((line) => line.trim()).join("\n"), "text") : text(lines.join("\n"))).join("\n\n");
}

// src/report/sections/resources.ts
function resourceTable$1(ranked, omitted) {
	const columns = {
		replacement: ranked.some(({ change }) => change.action === "Modify"),
		why: ranked.some(({ change }) => change.action !== "Add")
	};
	const certainties = new Map(ranked.map(({ key, replacement }) => [key, replacement]));
	return {
		open: `${tableHead(headCells(columns)).join("\n")}\n`,
		items: ranked.map((it) => resourceRow(it, certainties, columns)),
		separator: "\n",
		close: "",
		omitted
	};
}
function headCells({ replacement, why }) {
	return [
		...why ? [
			"",
			"Resource",
			"Physical name"
		] : [
			"",
			"Resource",
			"Type",
			"Physical name"
		],
		...replacement ? ["Replacement"] : [],
		...why ? ["Why"] : []
	];
}
function actionLabel({ change, replacement, isDestructive }) {
	switch (change.action) {
		case "Add": return "➕ add";
		case "Remove": return isDestructive ? "🛑 delete" : "🗑️ remove";
		case "Modify":
			if (replacement === "certain") return isDestructive ? "🛑 replace" : "♻️ replace";
			return "✏️ modify";
		case "Import": return "📥 import";
		case "Dynamic": return "❔ dynamic";
		case "SyncWithActual": return "🔄 sync";
	}
}
function replacementText({ change, replacement, isDestructive }) {
	if (replacement === "none") return change.action === "Modify" ? "no" : "";
	const possible = replacement === "possible" ? "may be replaced" : "yes";
	switch (change.policyAction) {
		case "Snapshot":
		case "ReplaceAndSnapshot": return `${possible}, snapshot kept`;
		case "Retain":
		case "ReplaceAndRetain": return `${possible}, old one kept`;
		default: return isDestructive ? `${possible}, data lost` : possible;
	}
}
function resourceRow(ranked, certainties, columns) {
	const { change, key } = ranked;
	const action = actionLabel(ranked).replaceAll(" ", "&nbsp;");
	const [id, type] = [cellCode(key), cellCode(shortType$1(change.type))];
	const full = tableRow([
		action,
		...columns.why ? [`${id}<br>${type}`] : [id, type],
		nameCell(change),
		...columns.replacement ? [replacementCell(ranked)] : [],
		...columns.why ? [why(ranked, certainties)] : []
	]);
	if (!ranked.isDestructive) return {
		priority: 2,
		forms: [full]
	};
	const rest = headCells(columns).slice(2).map(() => "");
	return {
		priority: 0,
		forms: [full, tableRow([
			action,
			cellCode(key, 40),
			...rest
		])]
	};
}
function nameCell(change) {
	const { now, next } = physicalName(change);
	if (now === void 0) return "";
	return next === void 0 ? cellCode(now, 80) : `${cellCode(now, 80)} → ${cellCode(next, 80)}`;
}
function why(ranked, certainties) {
	const { change } = ranked;
	switch (change.action) {
		case "Add": return "new";
		case "Remove": return removalText(change);
		case "Import": return "exists already, joins the stack";
		case "Dynamic": return "decided while executing";
		case "SyncWithActual": return "its live values are taken over; the resource is not touched";
		case "Modify": return ranked.isTagsOnly ? "tags only" : causesCell(causesOf(change, certainties), change);
	}
}
function removalText({ policyAction }) {
	if (policyAction === "Snapshot") return "no longer in the template; a snapshot is kept";
	if (policyAction === "Retain") return "no longer in the template; stays in the account";
	return "no longer in the template";
}
const SHOWN_CAUSES = 3;
function causesCell(causes, change) {
	if (causes.length === 0) return cell(`${change.scope.join(", ")} changed`);
	const shown = causes.slice(0, SHOWN_CAUSES).map(causeText);
	const more = causes.length > SHOWN_CAUSES ? [`and ${causes.length - SHOWN_CAUSES} more`] : [];
	return [...shown, ...more].join("<br>");
}
function causeText({ property, before, after, hidden, because }) {
	const name = cellCode(property, 60);
	const change = hidden ? HIDDEN_CHANGE : sides(before, after);
	const reason = because === void 0 ? "" : becauseText(because, (name) => cellCode(name, 60));
	const isConsequence = after === "known after apply" && because?.tail.endsWith("replaced") === true;
	if (after === "known after apply" && reason !== "" && !isConsequence) return `${name}: *known after apply*, ${reason}`;
	if (change === "" || isConsequence) return reason === "" ? `${name} changes` : `${name}, ${reason}`;
	return reason === "" ? `${name}: ${change}` : `${name}: ${change}, ${reason}`;
}
function sides(before, after) {
	if (before === void 0 && after === void 0) return "";
	if (before === void 0) return `→ ${valueCell$1(after ?? "")}`;
	if (before === after) return `${valueCell$1(before)}, changed`;
	return after === void 0 ? "" : `${valueCell$1(before)} → ${valueCell$1(after)}`;
}
function valueCell$1(value) {
	return value === "known after apply" ? "*known after apply*" : cellCode(value);
}
function replacementCell(ranked) {
	const words = replacementText(ranked);
	return ranked.replacement === "none" ? words : `**${words}**`;
}

// src/report/sections/alerts.ts
function verdictAlerts(ranked, others, isStopped, omitted) {
	const certainties = new Map(ranked.map(({ key, replacement }) => [key, replacement]));
	const all = [...ranked.flatMap((it) => it.risks.map((risk) => ({
		it,
		risk
	}))), ...others.map((risk) => ({
		it: void 0,
		risk
	}))];
	const of = (kinds) => kinds.flatMap((kind) => all.filter(({ risk }) => risk.kind === kind));
	const worst = of(["data-loss", "will-fail"]);
	const failing = new Set(worst.filter(({ risk }) => risk.kind === "will-fail").map(({ risk }) => risk.resource));
	const other = of([
		"replacement",
		"possible-replacement",
		"interruption",
		"weaker-guard",
		"credentials"
	]).filter(({ risk }) => !(risk.kind === "replacement" && failing.has(risk.resource)));
	const stop = isStopped ? ". Nothing was executed, as nobody has acknowledged the loss." : "";
	return [...alertSection("CAUTION", `${lead(worst.map(({ risk }) => risk))}${stop}`, riskItems(worst, certainties), omitted), ...alertSection("WARNING", lead(other.map(({ risk }) => risk)), riskItems(other, certainties), omitted)];
}
function alertSection(kind, title, lines, omitted) {
	if (lines.length === 0) return [];
	return [{
		open: `> [!${kind}]\n${title === "" ? "" : `> ${title}\n`}`,
		items: lines.map((entry) => ({
			...entry,
			forms: quoted(entry.forms)
		})),
		separator: "\n",
		close: "",
		...omitted === void 0 ? {} : { omitted }
	}];
}
function quoted([first, ...others]) {
	const quote = (form) => () => (typeof form === "string" ? form : form()).split("\n").map((line) => `> ${line}`.trimEnd()).join("\n");
	return [quote(first), ...others.map(quote)];
}
const LEADS = {
	"data-loss": "Data loss",
	"will-fail": "Will fail",
	replacement: "Replacement",
	"possible-replacement": "Possible replacement",
	interruption: "Interruption",
	"weaker-guard": "Weaker protection",
	credentials: "Credentials"
};
function lead(risks) {
	return `**${[...new Set(risks.map(({ kind }) => LEADS[kind]))].join(" · ")}**`;
}
const KEPT_LINES = 10;
const MOST_NAMES = 8;
function riskItems(risks, certainties) {
	const told = [...Map.groupBy(risks, sameOfOne).values()].flatMap((same) => toldOnce(same, certainties));
	return [...Map.groupBy(told, ({ line }) => line)].map(([line, same], index) => {
		const isLoss = same.some(({ risk }) => risk.kind === "data-loss");
		const names = same.map(({ risk }) => risk.resource);
		const isParameter = same.every(({ risk }) => risk.type === PARAMETER$1);
		const listed = nameList(names, MOST_NAMES);
		const each = names.length > 1 && /^[a-z]/.test(line) ? "each " : "";
		const [lead, colon] = isParameter ? [names.length > 1 ? "Parameters " : "Parameter ", ""] : ["", ":"];
		const full = `- ${lead}${listed}${colon} ${each}${line}`;
		if (!isLoss) return {
			priority: 1,
			forms: [full]
		};
		const poor = `- ${nameList(names.map((name) => shorten(name, 60)), 3)}: data loss`;
		return {
			priority: index < KEPT_LINES ? 0 : 1,
			forms: [full, poor]
		};
	});
}
function sameOfOne({ risk }) {
	return JSON.stringify([
		risk.resource,
		risk.type,
		risk.kind,
		risk.message,
		risk.acknowledgedBy
	]);
}
function toldOnce(same, certainties) {
	const causes = same.flatMap(({ it, risk }) => it === void 0 ? [] : causeOf(it, risk, certainties));
	return same.slice(0, 1).map(({ risk }) => ({
		risk,
		line: `${text(risk.message)}${suffix([...new Set(causes)], risk)}`
	}));
}
function nameList(names, most) {
	const shown = names.slice(0, most).map((name) => code(name));
	const more = names.length - shown.length;
	return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}
function suffix(causes, risk) {
	const taken = risk.acknowledgedBy === void 0 ? "" : ` — **acknowledged** by ${text(risk.acknowledgedBy)}`;
	return `${causes.length === 0 ? "" : ` (${causes.join("; ")})`}${taken}`;
}
function causeOf({ change }, risk, certainties) {
	if (risk.property === void 0 || risk.kind === "will-fail") return [];
	const found = causesOf(change, certainties).filter(({ property }) => property.split(/[.[]/)[0] === risk.property);
	const [only] = found;
	const tells = only?.before !== void 0 || only?.after !== void 0 || only?.because !== void 0;
	return only !== void 0 && tells && found.length === 1 ? [causeText(only).replaceAll("\\|", "|")] : [code(risk.property)];
}

// src/report/sections/statements.ts
function said(words) {
	return text(redactText(words));
}
function notice(kind, ...lines) {
	return alertSection(kind, "", [item(0, lines.join("\n\n"))]);
}
function hintLine(hint) {
	return hint === void 0 ? [] : [`**Next:** ${instructions(hint)}`];
}
function quotation(words) {
	const clean = redactText(words).trim();
	return clean.length <= 600 && !clean.includes("\n") ? `> ${text(clean)}` : fence(clean.slice(0, 4e3).toWellFormed(), "text");
}
function causeLines(cause, what = "The first failure") {
	const [alarm, ...others] = cause.alarms ?? [];
	if (alarm !== void 0) return alarmLines(alarm, others, cause);
	const where = code([...cause.stackPath, cause.logicalId].join("/"));
	const physical = cause.physicalId === void 0 || cause.physicalId === "" ? "" : `, ${code(cause.physicalId)}`;
	return [`${what} was ${where} (${code(cause.type)}${physical}), ${code(cause.status)}:`, quotation(cause.reason)];
}
function failureOf(end) {
	return wasCalledOff(end) ? "The first failure in the rollback" : "The first failure";
}
function alarmLines(alarm, others, { reason }) {
	const { arn, since, reason: why = "" } = alarm;
	const at = since === void 0 ? "" : ` at ${moment(since)}`;
	const more = others.map((other) => code(alarmName(other.arn))).join(", ");
	return [
		`A rollback alarm fired${at}: ${code(alarmName(arn))} (${code(arn)})${more === "" ? "" : `, and ${more}`}.`,
		...why === "" ? [] : [quotation(why)],
		...reason === "" ? [] : ["CloudFormation says:", quotation(reason)]
	];
}

// src/report/deployWords.ts
function deployFailedText(end) {
	switch (end.kind) {
		case "succeeded":
			if (end.unread !== void 0) return `done after ${duration(end.tookMs)}, its outputs are not known`;
			return "failed after the stack was done";
		case "failed": return `${failed(end)} after ${duration(end.tookMs)}${leftText$1(end.leftBehind)}`;
		case "timed-out": {
			const what = end.failing?.isRollingBack === true ? "still rolling back" : "not done";
			return `${failingLead(end)}${what} after ${duration(end.tookMs)}`;
		}
		case "cancelled":
			if (end.status === "not started") return failureWords("deploy", "cancelled");
			if (end.tookMs === 0) return NOT_KNOWN;
			return `${failingLead(end)}no longer watched after ${duration(end.tookMs)}`;
		case "lost-sight": return end.tookMs === 0 ? NOT_KNOWN : `${failingLead(end)}lost sight of after ${duration(end.tookMs)}`;
	}
}
const NOT_KNOWN = "whether it is being executed is not known";
function failed({ status, isCalledOff, cause }) {
	const isBack = /ROLLBACK_COMPLETE(_CLEANUP_IN_PROGRESS)?$/.test(status);
	const what = isCalledOff === true ? "called off" : "failed";
	if (/(ROLLBACK|DELETE)_FAILED$/.test(status)) return `${what}, and the rollback failed too,`;
	if (isCalledOff === true) return isBack ? "called off and rolled back" : "called off";
	if (isBack && cause?.alarms !== void 0) return "rolled back by an alarm";
	return isBack ? "rolled back" : "failed";
}
function failingLead(end) {
	const failing = failingOf(end);
	if (failing === void 0) return "";
	return failing.isCalledOff === true ? "called off, " : "failed, ";
}
function leftText$1(left = []) {
	return left.length === 0 ? "" : `, ${plural(left.length, "resource")} left behind`;
}
function endWords(end) {
	switch (end.kind) {
		case "succeeded":
			if (end.unread === void 0) return `The stack reached ${end.status}, but the run failed afterwards.`;
			return `The stack reached ${text(end.status)} after ${duration(end.tookMs)}, but its outputs could not be read: ${said(end.unread.reason)}`;
		case "failed":
			if (end.isCalledOff === true) return `Somebody called the operation off after ${duration(end.tookMs)} (User Initiated); the stack is ${text(end.status)}.`;
			return `The deploy failed after ${duration(end.tookMs)}; the stack is ${text(end.status)}.`;
		case "timed-out": return `The deploy was not done after ${duration(end.tookMs)}.`;
		case "cancelled":
			if (end.status === "not started") return "This run was cancelled before anything was executed.";
			if (end.tookMs === 0) return "This run was cancelled while it asked for the execution: whether that has begun is not known.";
			return `This run was cancelled after ${duration(end.tookMs)}.`;
		case "lost-sight":
			if (end.tookMs === 0) return `Whether the operation has begun is not known: ${said(end.reason)}`;
			return `Lost sight of the operation after ${duration(end.tookMs)}: ${said(end.reason)}`;
	}
}
function failingWords({ isCalledOff, isRollingBack, status }) {
	return `${isCalledOff === true ? "Somebody called the operation off (User Initiated)" : "The deploy failed"}; ${isRollingBack ? "it was being rolled back" : "it went on"} (${text(status)}).`;
}

// src/report/destroyWords.ts
function destroyText(state) {
	switch (state.kind) {
		case "absent": return "not there, nothing to destroy";
		case "protected": return `not destroyed, ${plural(state.obstacles.length, "thing stands", "things stand")} in the way`;
		case "destroyed": return `destroyed in ${duration(state.tookMs)}`;
		case "destroy-failed": return state.phase === "lifting" ? liftText(state.end) : deletionText(state.end);
	}
}
function liftText(end) {
	const text = unfinishedText(end, "the lifting of the protections");
	return end.kind === "cancelled" && end.status === "not started" ? text : `not destroyed, ${text}`;
}
function deletionText(end) {
	return unfinishedText(end, "the deletion");
}
function unfinishedText(end, what) {
	const failing = failingOf(end);
	if (failing !== void 0) return `${what} ${failing.isCalledOff === true ? "was called off" : "met a failure"}, and ${unseenText(end, failing)}`;
	switch (end.kind) {
		case "succeeded": return `${what} is done, and the run failed afterwards`;
		case "failed": return `${what} ${failedText(end)} after ${duration(end.tookMs)} (${end.status})`;
		case "timed-out": return `${what} is not done after ${duration(end.tookMs)}`;
		case "cancelled":
			if (end.status === "not started") return failureWords("destroy", "cancelled");
			return end.tookMs === 0 ? `whether ${what} has begun is not known` : `${what} is no longer watched after ${duration(end.tookMs)}`;
		case "lost-sight": return end.tookMs === 0 ? `whether ${what} has begun is not known` : `lost sight of ${what} after ${duration(end.tookMs)}`;
	}
}
function failedText({ status, isCalledOff }) {
	if (isCalledOff !== true) return "failed";
	return status.endsWith("ROLLBACK_FAILED") ? "was called off, and the rollback failed too," : "was called off";
}
function unseenText({ kind, tookMs }, { isRollingBack }) {
	return `${kind === "timed-out" ? isRollingBack ? "is still rolling back" : "is not done" : kind === "cancelled" ? "is no longer watched" : "was lost sight of"} after ${duration(tookMs)}`;
}

// src/report/headline.ts
function headline(view) {
	const text = endingText(view);
	const where = [
		view.stack,
		view.label,
		view.region
	].filter((part) => part !== void 0).join(" · ");
	return shorten(oneLine(isOfNoStack(view) ? sentence(text) : `${where}: ${text}`), 250);
}
function isOfNoStack({ state }) {
	return state.kind === "failed" && state.doing === "discover";
}
function endingText(view) {
	const { state } = view;
	switch (state.kind) {
		case "previewed": return `${view.changes?.target.type === "CREATE" ? "new stack, " : ""}${changesText(view)}${ifBlocked(state)}`;
		case "awaiting": return `to be previewed after wave ${state.by.wave}`;
		case "no-changes": return "no changes";
		case "failed": return failureWords(state.doing, state.failure.reasonCode);
		case "blocked": return `${countsBefore(view)}${blockedText(state.reason)}`;
		case "skipped": return `skipped, ${BLOCKED[state.reason] ?? state.reason}`;
		case "deploying": return state.monitoring === void 0 ? `deploying, ${state.done} of ${state.total} done` : "deploying, all done and monitored";
		case "deployed": return `deployed in ${duration(state.tookMs)}${leftText$1(state.leftBehind)}`;
		case "deploy-failed": return deployFailedText(state.end);
		case "drift": return driftText(state.drift);
		case "out-of-date": return "this preview is out of date";
		case "absent":
		case "protected":
		case "destroyed":
		case "destroy-failed": return destroyText(state);
	}
}
function sign$1(view) {
	switch (view.state.kind) {
		case "previewed": return view.state.onMerge.kind !== "will-block" || verdictSign(view) !== SAFE ? verdictSign(view) : "⚠️";
		case "no-changes":
		case "skipped":
		case "absent": return "⚪";
		case "awaiting": return "⏳";
		case "failed":
		case "deploy-failed":
		case "destroy-failed": return "❌";
		case "blocked": return view.state.reason === "destructive" ? "🛑" : "⛔";
		case "deploying": return "🚀";
		case "protected": return "⛔";
		case "deployed": return view.state.leftBehind === void 0 ? "✅" : "⚠️";
		case "destroyed": return "✅";
		case "drift": return isInSync(view.state.drift) ? "✅" : "⚠️";
		case "out-of-date": return "🕓";
	}
}
function changesText({ changes, verdict }) {
	const resources = verdict === void 0 ? "" : countsText(verdict.counts, changes?.resources);
	if (resources !== "" || changes === void 0) return resources === "" ? "no changes" : resources;
	const others = [
		changes.outputs.length > 0 ? plural(changes.outputs.length, "output") : "",
		changes.tags.length > 0 ? plural(changes.tags.length, "stack tag") : "",
		changes.parameters.length > 0 ? plural(changes.parameters.length, "parameter") : "",
		changes.settings.length > 0 ? plural(changes.settings.length, "setting") : "",
		changes.template.length > 0 ? plural(changes.template.length, "difference in the template", "differences in the template") : ""
	].filter((part) => part !== "");
	return others.length === 0 ? "no resource changes" : `only ${others.join(", ")}`;
}
function blockedText(reason) {
	return `blocked, ${BLOCKED[reason] ?? reason}`;
}
function countsBefore(view) {
	const counts = changesText(view);
	return view.changes === void 0 || counts === "no changes" ? "" : `${counts} — `;
}
function ifBlocked({ onMerge }) {
	return onMerge.kind === "will-block" ? " — a merge would be blocked" : "";
}
function verdictSign({ verdict }) {
	switch (verdict?.level) {
		case "destructive": return "🛑";
		case "caution": return "⚠️";
		default: return SAFE;
	}
}
const SAFE = "🟢";
const BLOCKED = {
	unreviewed: "not reviewed",
	"stale-review": "not what was reviewed",
	"not-approved": "not approved",
	destructive: "data would be lost",
	fork: "from a fork",
	"wrong-branch": "another branch",
	"unsupported-event": "not on this event",
	draft: "a draft",
	"invalid-input": "the inputs are wrong",
	"invalid-template": "the template is wrong",
	preflight: "a preflight check failed",
	"access-denied": "a permission is missing",
	"stack-busy": "the stack is busy",
	"stack-unrecoverable": "the stack needs repair"
};
function driftText({ resources, unchecked, coverage }) {
	const drifted = resources.length === 0 ? [] : [`${plural(resources.length, "resource")} drifted`];
	if (unchecked.length > 0) return [...drifted, "not everything could be checked"].join(", ");
	const { checked, leftOut, untold } = coverage;
	const all = plural(checked + leftOut.length, "resource");
	if (untold.length === 0 && isNothingChecked(coverage)) return `none of ${all} checked`;
	const left = leftOut.length === 0 ? [] : [`${leftOut.length} of ${all} not checked`];
	const limits = untold.length === 0 ? left : ["what was left out is not known"];
	return [...drifted.length === 0 ? ["in sync"] : drifted, ...limits].join(", ");
}
function isInSync({ resources, unchecked, coverage }) {
	return resources.length + unchecked.length === 0 && !isNothingChecked(coverage);
}
function isNothingChecked({ checked, leftOut }) {
	return checked === 0 && leftOut.length > 0;
}

// src/report/text/difference.ts
function compareLines(before, after) {
	const head = commonLength(before, after, (list, index) => list[index]);
	const rest = Math.min(before.length, after.length) - head;
	const tail = Math.min(rest, commonLength(before, after, (list, index) => list[list.length - 1 - index]));
	const oldMiddle = before.slice(head, before.length - tail);
	const newMiddle = after.slice(head, after.length - tail);
	return [
		...before.slice(0, head).map((line) => ({
			sign: " ",
			line
		})),
		...compareMiddle(oldMiddle, newMiddle),
		...before.slice(before.length - tail).map((line) => ({
			sign: " ",
			line
		}))
	];
}
function folded(lines, context) {
	const near = lines.map((_, index) => lines.slice(Math.max(0, index - context), index + context + 1).some(({ sign }) => sign !== " "));
	const shown = [];
	let hidden = 0;
	for (const [index, { sign, line }] of lines.entries()) {
		if (!near[index]) {
			hidden += 1;
			continue;
		}
		if (hidden > 0) shown.push(unchanged(hidden));
		hidden = 0;
		shown.push(`${sign} ${line}`);
	}
	return hidden > 0 && shown.length > 0 ? [...shown, unchanged(hidden)] : shown;
}
const LARGEST = 400;
function unchanged(count) {
	return `  … ${count} unchanged line${count === 1 ? "" : "s"}`;
}
function commonLength(before, after, pick) {
	const most = Math.min(before.length, after.length);
	let length = 0;
	while (length < most && pick(before, length) === pick(after, length)) length += 1;
	return length;
}
function compareMiddle(before, after) {
	if (before.length === 0 || after.length === 0 || before.length > LARGEST || after.length > LARGEST) return [...before.map((line) => ({
		sign: "-",
		line
	})), ...after.map((line) => ({
		sign: "+",
		line
	}))];
	return walk(before, after, commonLengths(before, after));
}
function commonLengths(before, after) {
	const width = after.length + 1;
	const lengths = new Uint16Array((before.length + 1) * width);
	for (let row = before.length - 1; row >= 0; row -= 1) for (let column = after.length - 1; column >= 0; column -= 1) {
		const at = row * width + column;
		lengths[at] = before[row] === after[column] ? (lengths[at + width + 1] ?? 0) + 1 : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
	}
	return lengths;
}
function walk(before, after, lengths) {
	const width = after.length + 1;
	const lines = [];
	let row = 0;
	let column = 0;
	while (row < before.length || column < after.length) {
		const old = before[row];
		const fresh = after[column];
		const at = row * width + column;
		if (old !== void 0 && old === fresh) {
			lines.push({
				sign: " ",
				line: old
			});
			row += 1;
			column += 1;
		} else if (fresh === void 0 || old !== void 0 && (lengths[at + width] ?? 0) >= (lengths[at + 1] ?? 0)) {
			lines.push({
				sign: "-",
				line: old ?? ""
			});
			row += 1;
		} else {
			lines.push({
				sign: "+",
				line: fresh
			});
			column += 1;
		}
	}
	return lines;
}

// src/report/text/jsonText.ts
const ONE_LINE = 110;
function compactJson(value, indent = "") {
	if (typeof value === "string") return JSON.stringify(plainValue(value));
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	const inner = `${indent}  `;
	const isList = Array.isArray(value);
	const parts = isList ? value.map((item) => compactJson(item, inner)) : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${compactJson(item, inner)}`);
	if (parts.length === 0) return isList ? "[]" : "{}";
	if (parts.reduce((sum, part) => sum + part.length + 2, indent.length + 4) <= ONE_LINE && !parts.some((part) => part.includes("\n"))) return isList ? `[${parts.join(", ")}]` : `{ ${parts.join(", ")} }`;
	const lines = parts.map((part) => `${inner}${part}`).join(",\n");
	return isList ? `[\n${lines}\n${indent}]` : `{\n${lines}\n${indent}}`;
}
function plainValue(value) {
	return value.replaceAll(KNOWN_AFTER_APPLY, "(known after apply)");
}

// src/report/sections/diffs.ts
function diffSection(ranked, limits, omitted) {
	return foldedSection("Property changes", ranked.filter(({ change }) => change.details.length > 0 && change.action !== "Add"), omitted, (it) => resourceDiff(it, limits));
}
function newPropertiesSection(ranked, limits, omitted) {
	return foldedSection("Properties of new resources", ranked.filter(({ change }) => ["Add", "Import"].includes(change.action) && propertiesOf$1(change.after) !== void 0), omitted, (it) => newProperties(it, limits));
}
function foldedSection(title, ranked, omitted, render) {
	const items = ranked.map(render);
	if (items.length === 0) return [];
	const summary = `<b>${title}</b> (${plural(items.length, "resource")})`;
	return [{
		open: detailsOpen(summary),
		items,
		separator: "\n\n",
		close: DETAILS_CLOSE,
		omitted
	}];
}
function resourceDiff(ranked, limits) {
	const { change, key } = ranked;
	const note = change.withoutValues === true ? "\n\nAWS gave no values for this resource." : "";
	const diff = (shown) => () => {
		const lines = distinct(change.details).flatMap((detail) => propertyLines(detail, change, shown));
		return `${title(key, change)}\n${fence(cut(lines, shown).join("\n"), "diff")}${note}`;
	};
	return {
		priority: priorityOf(ranked),
		forms: [diff(limits), diff({
			...limits,
			lines: 8
		})]
	};
}
const SHORT = 8;
const SHORTEST = {
	lines: 8,
	width: 160
};
function title(key, { type }) {
	return `${code(key)} (${code(shortType$1(type))})`;
}
function priorityOf({ risks, isDestructive, isTagsOnly }) {
	if (isDestructive) return 3;
	if (risks.length > 0) return 4;
	return isTagsOnly ? 7 : 5;
}
function newProperties({ change, key }, limits) {
	const form = (shown) => () => {
		const { after, written } = change;
		const said = propertiesOf$1(written) ?? {};
		const attributes = {
			...attributesOf$1(written),
			...attributesOf$1(after)
		};
		const lines = [...Object.entries(propertiesOf$1(after) ?? {}).flatMap(([name, value]) => value === "{{changeSet:KNOWN_AFTER_APPLY}}" && Object.hasOwn(said, name) ? headed(`+ ${name}: ${plainValue(value)}, in the template: `, said[name] ?? null, shown) : headed(`+ ${name}: `, value, shown)), ...Object.entries(attributes).flatMap(([name, value]) => headed(`+ ${name}: `, value, shown))];
		const body = lines.length === 0 ? "No properties." : fence(cut(lines, shown).join("\n"), "diff");
		return `${title(key, change)}\n${body}`;
	};
	return {
		priority: 8,
		forms: [form(limits), form(SHORTEST)]
	};
}
function headed(head, value, limits) {
	const [first = "", ...more] = valueLines(value, limits);
	return [`${head}${first}`, ...more.map((line) => `+ ${line}`)];
}
function propertyLines(detail, change, limits) {
	const label = propertyLabel(detail);
	const mark = detail.requiresRecreation === "Always" && change.replacement !== "False" ? "  # replaces" : "";
	const [before, after] = sidesOf(detail);
	if (before === void 0 && after === void 0) return [`! ${label} changes${mark}`];
	if (isHiddenChange(detail)) return hiddenLines(label, String(before), mark);
	if (isPlain(before) && isPlain(after)) {
		const [old, fresh] = aroundDifference(before, after, limits.width);
		if (old === fresh) return [`! ${label}: ${old}, changed${mark}`];
		return [...old === void 0 ? [] : [`- ${label}: ${old}`], ...fresh === void 0 ? [] : [`+ ${label}: ${fresh}${mark}`]];
	}
	const lines = compareLines(wholeLines(before), wholeLines(after));
	return [`@@ ${label}${mark} @@`, ...folded(narrowed(lines, limits.width), 2)];
}
function hiddenLines(label, shown, mark) {
	return [`! ${label}: ${shown !== "(redacted)" && !isMasked(shown) && !shown.includes("\n") && shown.length <= 120 ? `${shown}: ` : ""}${HIDDEN_CHANGE}${mark}`];
}
function sidesOf(detail) {
	const parse = (value) => value === void 0 ? void 0 : parseValue(value);
	return [parse(detail.before), parse(detail.after)];
}
function isPlain(value) {
	return typeof value !== "object" ? !(typeof value === "string" && visible(value).includes("\n")) : value === null;
}
function valueLines(value, limits) {
	return wholeLines(value).map((line) => shorten(line, limits.width));
}
function wholeLines(value) {
	if (value === void 0) return [];
	return visible(typeof value === "string" ? plainValue(value) : compactJson(value)).split("\n");
}
function narrowed(lines, width) {
	const partners = new Map(pairs(lines).flatMap(([old, fresh]) => [[old, fresh], [fresh, old]]));
	return lines.map((it) => {
		const other = partners.get(it);
		const [line = ""] = other === void 0 ? [shorten(it.line, width)] : aroundDifference(it.line, other.line, width);
		return {
			...it,
			line
		};
	});
}
function pairs(lines) {
	const found = [];
	let gone = [];
	for (const [index, line] of lines.entries()) {
		if (line.sign === " " || line.sign === "-" && lines[index - 1]?.sign === "+") gone = [];
		if (line.sign === "-") gone.push(line);
		const old = line.sign === "+" ? gone.shift() : void 0;
		if (old !== void 0) found.push([old, line]);
	}
	return found;
}
function aroundDifference(before, after, width) {
	const old = before === void 0 ? void 0 : plainValue(String(before));
	const fresh = after === void 0 ? void 0 : plainValue(String(after));
	if (old === void 0 || fresh === void 0 || Math.max(old.length, fresh.length) <= width) return [old && shorten(old, width), fresh && shorten(fresh, width)];
	let same = 0;
	while (same < old.length && old[same] === fresh[same]) same += 1;
	const start = Math.max(0, same - 30);
	const excerpt = (value) => `${start > 0 ? "…" : ""}${shorten(value.slice(start).toWellFormed(), width)}`;
	return [excerpt(old), excerpt(fresh)];
}
function cut(lines, limits) {
	if (lines.length <= limits.lines) return lines;
	const left = lines.length - limits.lines;
	return [...lines.slice(0, limits.lines), `# … ${left} more line${left === 1 ? "" : "s"}`];
}
function valueCell(value) {
	if (value === void 0) return "*none*";
	return value.includes("{{changeSet:KNOWN_AFTER_APPLY}}") ? "*known after apply*" : cellCode(value, 160);
}

// src/report/sections/ranking.ts
function rank(changes, verdict) {
	const certainty = replacements(changes.resources);
	const risks = Map.groupBy(verdict?.risks ?? [], (risk) => risk.resource);
	return changes.resources.map((change) => {
		const key = resourceKey(change);
		const own = (risks.get(key) ?? []).filter(({ type }) => type === change.type);
		return {
			change,
			key,
			risks: own,
			replacement: certainty.get(key) ?? "none",
			isDestructive: own.some((risk) => risk.kind === "data-loss"),
			isTagsOnly: isTagsOnly(change)
		};
	}).sort((a, b) => weight(a) - weight(b));
}
function otherRisks(verdict, ranked) {
	const told = new Set(ranked.flatMap(({ risks }) => risks));
	return (verdict?.risks ?? []).filter((risk) => !told.has(risk));
}
function differenceRank(ranked) {
	const entries = ranked.map(({ change: { stackPath, logicalId }, risks }, at) => {
		return [`${DEFINITION} ${keyText(stackPath, logicalId)}`, {
			at,
			priority: risks.length > 0 ? 4 : 8
		}];
	});
	const listed = new Map(entries.toReversed());
	return ({ name }) => listed.get(name.split(" ", 2).join(" ")) ?? {
		at: -1,
		priority: 6
	};
}
const RISK_WEIGHT = {
	"data-loss": 0,
	"will-fail": 1,
	replacement: 2,
	"possible-replacement": 4,
	interruption: 5,
	"weaker-guard": 6,
	credentials: 6
};
function weight(ranked) {
	const risk = Math.min(...ranked.risks.map(({ kind }) => RISK_WEIGHT[kind]), 99);
	return Math.min(risk, actionWeight(ranked));
}
function actionWeight({ change, replacement, isTagsOnly }) {
	switch (change.action) {
		case "Remove": return 3;
		case "Modify":
			if (replacement !== "none") return replacement === "certain" ? 2 : 4;
			return isTagsOnly ? 9 : 7;
		case "Dynamic":
		case "SyncWithActual":
		case "Import": return 8;
		case "Add": return 10;
	}
}

// src/report/sections/watched.ts
function watchedSection({ watched }) {
	if (watched === void 0) return [];
	const open = detailsOpen(`<b>Rollback alarms</b> (${watchedText(watched)})`);
	const lead = leadOf(watched);
	return [{
		open,
		items: [{
			priority: 5,
			forms: [[lead, ...watched.alarms.map((alarm) => `- ${code(shorten(alarm, 400))}`)].join("\n"), lead]
		}],
		separator: "",
		close: DETAILS_CLOSE
	}];
}
function watchedLines({ watched }) {
	if (watched === void 0) return [];
	const names = watched.alarms.map((alarm) => shorten(oneLine(redactText(alarm)), 120));
	return [`  rollback alarms: ${[watchedText(watched), ...names].join(", ")}`];
}
function watchedText({ alarms, minutes, kept }) {
	const after = minutes === 0 ? "" : `, and ${minutes} min after the deploy`;
	return `${plural(alarms.length, "alarm")}${after}${kept ? ", as before" : ""}`;
}
function leadOf({ alarms, minutes }) {
	const after = `for ${minutes} min after the last resource is done`;
	if (alarms.length === 0) return `CloudFormation waits ${after}. It watches no alarm meanwhile.`;
	return `CloudFormation rolls the deploy back if one of these fires while it runs${minutes === 0 ? "" : `, and ${after}`}:`;
}

// src/report/sections/settings.ts
function parameterSections(changes, omitted) {
	const isNew = changes.target.type === "CREATE";
	const head = isNew ? ["Parameter", "Value"] : [
		"Parameter",
		"Before",
		"After"
	];
	const row = (parameter) => tableRow(parameterCells(parameter, isNew));
	const title = isNew ? "Parameters" : "Changed parameters";
	const own = new Set(changes.keptParameters.filter(isOtherwise));
	const keptTitle = own.size === 0 ? "" : `, ${own.size} other than the template's default`;
	return [...tableSection({
		summary: `<b>${title}</b> (${changes.parameters.length})`,
		head,
		rows: changes.parameters.map((it) => ({
			priority: 4,
			forms: [row(it)]
		})),
		omitted
	}), ...tableSection({
		summary: `<b>Parameters that keep their value</b> (${changes.keptParameters.length}${keptTitle})`,
		head: [
			"Parameter",
			"Value",
			"Template's default"
		],
		rows: changes.keptParameters.toSorted((a, b) => Number(own.has(b)) - Number(own.has(a))).map((kept) => ({
			priority: own.has(kept) ? 5 : 9,
			forms: [tableRow(keptCells(kept, own.has(kept)))]
		})),
		omitted
	})];
}
function parameterCells(parameter, isNew) {
	const name = cellCode(parameter.name);
	if (parameter.exposed) return [
		name,
		"*hidden (NoEcho)*",
		"*hidden here, no longer NoEcho*"
	];
	if (parameter.noEcho) return isNew ? [name, "*hidden (NoEcho)*"] : [
		name,
		"*hidden*",
		"*hidden (NoEcho), set anew*"
	];
	const zone = parameter.zoneOf === void 0 ? "" : ` — the zone of ${cellCode(parameter.zoneOf)}`;
	const after = `${valueCell(parameter.after)}${zone}`;
	return isNew ? [name, after] : [
		name,
		valueCell(parameter.before),
		after
	];
}
function isOtherwise(kept) {
	return kept.default !== void 0 && kept.default !== kept.value;
}
function keptCells(kept, isOther) {
	const standard = kept.default === void 0 ? "" : valueCell(kept.default);
	return [
		cellCode(kept.name),
		valueCell(kept.value),
		isOther ? `${standard} — **not taken**` : standard
	];
}
function settingSections(changes, ranked, limits, omitted) {
	return [
		...stackSettings(changes, omitted),
		...watchedSection(changes),
		...outputSection(changes, limits, omitted),
		...templateSection(changes, ranked, limits, omitted),
		...tagSection(changes, omitted),
		...rightsSection(changes, ranked),
		...keptSection(changes, omitted)
	];
}
function stackSettings({ settings }, omitted) {
	return tableSection({
		summary: `<b>Settings</b> (${settings.length})`,
		head: [
			"Setting",
			"Before",
			"After"
		],
		rows: settings.map(({ name, before, after }) => ({
			priority: 3,
			forms: [tableRow([
				cellCode(name),
				valueCell(before),
				valueCell(after)
			])]
		})),
		omitted,
		open: true
	});
}
function templateSection({ template, resources }, ranked, limits, omitted) {
	if (template.length === 0) return [];
	const rankOf = differenceRank(ranked);
	const items = template.toSorted((a, b) => rankOf(a).at - rankOf(b).at).map((change) => ({
		priority: rankOf(change).priority,
		forms: [...differing(change.name, change, limits), `${code(change.name)} differs`]
	}));
	const summary = `<b>Also in the template</b> (${plural(template.length, "difference")})`;
	return [{
		open: detailsOpen(summary, resources.length === 0),
		items,
		separator: "\n\n",
		close: DETAILS_CLOSE,
		omitted
	}];
}
function tagSection({ tags }, omitted) {
	return tableSection({
		summary: `<b>Stack tags</b> (${tags.length})`,
		head: [
			"Tag",
			"Before",
			"After"
		],
		rows: tags.map(({ key, before, after }) => ({
			priority: 7,
			forms: [tableRow([
				cellCode(key),
				valueCell(before),
				valueCell(after)
			])]
		})),
		omitted
	});
}
function outputSection({ outputs, resources }, limits, omitted) {
	if (outputs.length === 0) return [];
	const isAll = resources.length === 0;
	const items = outputs.map((output) => ({
		priority: isAll ? 3 : 7,
		forms: differing(output.key, output, limits)
	}));
	const summary = `<b>Output definitions</b> (${plural(outputs.length, "output")})`;
	return [{
		open: detailsOpen(summary, isAll),
		items,
		separator: "\n\n",
		close: DETAILS_CLOSE,
		omitted
	}];
}
function differing(name, { before, after }, limits) {
	const diff = (shown) => () => {
		const lines = folded(compareLines(definition(before), definition(after)), 3);
		return `${code(name)}\n${fence(cut(lines, shown).join("\n"), "diff")}`;
	};
	return [diff(limits), diff({
		...limits,
		lines: 8
	})];
}
function definition(json) {
	if (json === void 0) return [];
	const value = parseValue(json);
	const text = isObject(value) || Array.isArray(value) ? compactJson(value) : readableText(json);
	return visible(text).split("\n");
}
function readableText(json) {
	if (!/^".*\\n.*"$/s.test(json)) return json;
	try {
		return JSON.parse(json);
	} catch {
		return json;
	}
}
function rightsSection(changes, ranked) {
	const { capabilities, roleArn = changes.kept?.roleArn } = changes;
	const asBefore = changes.roleArn === void 0 ? ", as before" : "";
	const iam = ranked.filter(({ change }) => change.type.startsWith("AWS::IAM::"));
	const lines = [
		...capabilities.length === 0 ? [] : [`- Capabilities granted: ${capabilities.map((it) => code(it)).join(", ")}`],
		...roleArn === void 0 ? [] : [`- CloudFormation acts as ${code(roleArn)}${asBefore}`],
		...iam.length === 0 ? [] : [`- IAM resources: ${iam.slice(0, 20).map(({ key }) => code(key)).join(", ")}${more(iam.length - 20)}`]
	];
	if (lines.length === 0) return [];
	return [{
		open: detailsOpen("<b>Capabilities and IAM</b>"),
		items: [{
			priority: 7,
			forms: [lines.join("\n")]
		}],
		separator: "",
		close: DETAILS_CLOSE
	}];
}
function keptSection({ kept }, omitted) {
	const { notificationArns: topics = [], tags = [] } = kept ?? {};
	const lines = [...topics.map((arn) => `- Notifications go to ${code(arn)}`), ...tags.map(({ key, value }) => `- Tag ${code(key)}: ${code(value, 300)}`)];
	if (lines.length === 0) return [];
	const summary = `<b>Topics and tags that stay</b> (${lines.length})`;
	const items = lines.map((line) => item(9, line));
	return [{
		open: detailsOpen(summary),
		items,
		separator: "\n",
		close: DETAILS_CLOSE,
		omitted
	}];
}
function more(count) {
	return count > 0 ? ` and ${count} more` : "";
}
function tableSection({ summary, head, rows, omitted, open = false }) {
	if (rows.length === 0) return [];
	return [{
		items: rows,
		open: `${detailsOpen(summary, open)}${tableHead(head).join("\n")}\n`,
		separator: "\n",
		close: DETAILS_CLOSE,
		omitted
	}];
}

// src/report/sections/costs.ts
function costText(costs) {
	return `costs ${spanText$1(costs.total, costs.currency)} a month (${reasons(costs)})`;
}
function costLine(costs) {
	const total = spanText$1(costs.total, costs.currency);
	return block(3, `Costs: **${code(total)} a month** (${text(reasons(costs))})`);
}
function costSection({ currency, lines }, omitted) {
	const rows = lines.map((line) => ({
		priority: 6,
		forms: [tableRow([
			cellCode(line.resource),
			cell(whatOf(line)),
			cellCode(exactText(line.change, currency))
		])]
	}));
	const summary = `<b>Costs by resource</b> (${lines.length})`;
	return tableSection({
		summary,
		head: [
			"Resource",
			"What",
			`${currency} a month`
		],
		rows,
		omitted
	}).map((section) => ({
		...section,
		close: `\n\n${BASIS}${section.close}`
	}));
}
const BASIS = "*By AWS's price list: on demand, 730 hours a month, without tax, discounts and free tier. What is paid by use (requests, I/O, transfer, storage that grows with its content) is not in it, nor are extras such as extended support. A range is what the bounds in the template allow.*";
const NAMED = 2;
function reasons({ lines, unpriced }) {
	const kinds = [...Map.groupBy(lines, whatOf)].map(([what, same]) => same.length === 1 ? what : what.includes("→") ? `${same.length} × (${what})` : `${what} × ${same.length}`);
	const named = kinds.length > NAMED ? [plural(lines.length, "resource")] : kinds;
	const left = unpriced === 0 ? [] : [`${plural(unpriced, "resource")} without a plain price`];
	return [
		...named,
		...left,
		"without what is paid by use"
	].join("; ");
}
function whatOf({ before, after }) {
	const [was, will] = [before, after].map((side) => side && oneLine(side));
	if (was === void 0 || will === void 0) return will ?? `no more ${was ?? ""}`;
	return `${withoutEnd(was, will)} → ${withoutStart(will, was)}`;
}
function withoutEnd(text, other) {
	const end = / \([^()]*\)$/.exec(text)?.[0];
	return end !== void 0 && other.endsWith(end) ? text.slice(0, -end.length) : text;
}
function withoutStart(text, other) {
	const start = /^\D+(?=\d)/.exec(text)?.[0] ?? "";
	return start.includes(" ") && other.startsWith(start) ? text.slice(start.length) : text;
}
function spanText$1({ from, to }, currency) {
	const [least, most] = [rounded$1(from), rounded$1(to)];
	return least === most ? money(least, currency) : `${money(least, currency)} to ${money(most, currency)}`;
}
function exactText({ from, to }, currency) {
	const [least, most] = [cents(from), cents(to)];
	const told = (amount) => money(amount, currency, 2);
	return least === most ? told(least) : `${told(least)} to ${told(most)}`;
}
function rounded$1(amount) {
	return Math.abs(amount) < 10 ? cents(amount) : Math.round(amount);
}
function cents(amount) {
	return Math.round(amount * 100) / 100 + 0;
}
function money(amount, currency, digits = Number.isInteger(amount) ? 0 : 2) {
	const sign = amount === 0 ? "" : amount < 0 ? "−" : "+";
	const figure = Math.abs(amount).toFixed(digits);
	return `${sign}${SYMBOLS[currency]}${figure.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",")}`;
}
const SYMBOLS = {
	USD: "$",
	CNY: "CN¥"
};

// src/report/sections/destroy.ts
function destroySections(state, view, omitted) {
	switch (state.kind) {
		case "absent": return [block(0, "There is no such stack in this region and account.")];
		case "protected": return [
			...notice("CAUTION", `**Nothing was deleted** (${code("protected")}). ${instructions(state.explanation)}`),
			...obstacleTable(state.obstacles, omitted),
			...fateTables(state.fate, "would be", omitted)
		];
		case "destroyed": return [
			block(0, `**${plural(state.fate.deleted, "resource")} deleted** · ${link("stack", view.links.stack)} · ${link("run", view.links.run)}`),
			...snapshotTable(state.snapshots, state.unnamed, omitted),
			...fateTables(state.fate, "is", omitted)
		];
		case "destroy-failed": return [
			...failedAlert(state),
			...snapshotTable(state.snapshots, state.unnamed, omitted),
			...fateTables(state.fate, "was to be", omitted)
		];
	}
}
function fateLines({ deleted, lost, kept, saved }) {
	const lines = (what, resources) => resources.map(({ key, type, physicalId = "" }) => `  ${what}  ${oneLine(key)}  ${oneLine(type)}  ${oneLine(physicalId)}`);
	return [
		`${plural(deleted, "resource")} will be deleted.`,
		...lines("🔥 lost, with its data   ", lost),
		...lines("📸 saved by a snapshot   ", saved),
		...lines("📌 kept, in no stack     ", kept)
	];
}
function obstacleLines(obstacles) {
	return obstacles.map(({ what, type, why, next }) => `  ⛔ ${oneLine(what)} (${oneLine(type)}): ${oneLine(why)}. Next: ${oneLine(next)}`);
}
function failedAlert(state) {
	const { end, nextStep } = state;
	const cause = end.kind === "failed" ? end.rollbackCause ?? end.cause : causeOf$1(end);
	const words = destroyText(state);
	return notice(end.kind === "failed" || failingOf(end) !== void 0 ? "CAUTION" : "WARNING", `**${text(sentence(words))}.**`, ...cause === void 0 ? [] : causeLines(cause, failureOf(end)), ...hintLine(cause?.hint), ...end.kind === "lost-sight" ? [said(end.reason)] : [], ...hintLine(adviceOf(end)), ...nextStep === "" ? [] : [`**The stack now:** ${instructions(nextStep)}`]);
}
function obstacleTable(obstacles, omitted) {
	return tableSection({
		summary: `<b>What stands in the way</b> (${obstacles.length})`,
		head: [
			"What",
			"Type",
			"Why",
			"Next"
		],
		rows: obstacles.map(({ what, type, why, next }) => ({
			priority: 0,
			forms: [tableRow([
				cellCode(what),
				cellCode(shortType(type)),
				cell(why, 300),
				cell(next, 400)
			])]
		})),
		omitted,
		open: true
	});
}
function fateTables(fate, is, omitted) {
	return [
		...resourceTable(`What ${is} lost, with its data`, fate.lost, omitted),
		...resourceTable(`What ${is} saved by a last snapshot`, fate.saved, omitted),
		...resourceTable(`What ${is} kept, in no stack`, fate.kept, omitted)
	];
}
function resourceTable(title, resources, omitted) {
	if (resources.length === 0) return [];
	return tableSection({
		summary: `<b>${title}</b> (${resources.length})`,
		head: [
			"Resource",
			"Type",
			"Physical name"
		],
		rows: resources.map(({ key, type, physicalId }) => ({
			priority: 1,
			forms: [tableRow([
				cellCode(key),
				cellCode(shortType(type)),
				physicalId === void 0 ? "" : cellCode(physicalId)
			])]
		})),
		omitted,
		open: true
	});
}
function snapshotTable(snapshots, unnamed, omitted) {
	if (snapshots.length + unnamed.length === 0) return [];
	return tableSection({
		summary: `<b>Last snapshots</b> (${snapshots.length + unnamed.length})`,
		head: ["Snapshot"],
		rows: [...snapshots.map((id) => item(0, tableRow([cellCode(id, 300)]))), ...unnamed.map((words) => item(0, tableRow([cell(words, 300)])))],
		omitted,
		open: true
	});
}
function shortType(type) {
	return type.replace(/^AWS::/, "");
}

// src/report/sections/drift.ts
function driftReport(drift, omitted) {
	const open = unchecked("Not everything could be checked:", drift.unchecked, omitted);
	const covered = coverage(drift.coverage, omitted);
	if (drift.resources.length > 0) {
		const drifted = [...resources(drift.resources, omitted), ...properties(drift.resources, omitted)];
		return [
			...open,
			...drifted,
			...covered
		];
	}
	const { leftOut, untold } = drift.coverage;
	const where = drift.unchecked.length + leftOut.length + untold.length === 0 ? "" : " in what could be checked";
	return [
		...open,
		block(0, `Nothing was found that was changed outside of CloudFormation${where}.`),
		...covered
	];
}
function driftLines(drift) {
	const open = drift.unchecked.map((it) => `  ❔ not checked  ${uncheckedText(it)}`);
	return [
		...drift.resources.flatMap((resource) => [`  ${resource.status === "DELETED" ? "🗑️ deleted" : "✏️ modified"}  ${oneLine(pathOf(resource))}  ${oneLine(resource.type)}  ${oneLine(resource.physicalId ?? "")}`, ...resource.differences.map((difference) => `      ${oneLine(difference.path)}: ${side(difference, "expected")} → ${side(difference, "actual")}`)]),
		...open,
		...coverageLines(drift.coverage)
	];
}
function coverageLines(coverage) {
	const { leftOut, untold } = coverage;
	const more = leftOut.length - LEFT_OUT_IN_LOG;
	return [
		...extent(coverage).map((line) => `  ${line}`),
		...leftOut.slice(0, LEFT_OUT_IN_LOG).map((it) => `  ➖ left out  ${oneLine(pathOf(it))}  ${oneLine(it.type)}`),
		...more > 0 ? [`  … and ${plural(more, "more resource")}, see the job summary`] : [],
		...untold.map((it) => `  ❔ what was left out is not known  ${uncheckedText(it)}`)
	];
}
const LEFT_OUT_IN_LOG = 20;
function extent({ checked, leftOut }) {
	if (checked + leftOut.length === 0) return [];
	const left = leftOut.length === 0 ? "" : ` Left out: ${leftOut.length}, as a rule because CloudFormation cannot detect the drift of their type.`;
	return [`Checked: ${plural(checked, "resource")}.${left}`];
}
function coverage(all, omitted) {
	return [
		...extent(all).map((line) => block(0, line)),
		...unchecked("What CloudFormation left out is not known everywhere:", all.untold, omitted),
		...tableSection({
			summary: `<b>Left out</b> (${plural(all.leftOut.length, "resource")})`,
			head: ["Resource", "Type"],
			rows: all.leftOut.map((it) => ({
				priority: 3,
				forms: [tableRow([cellCode(pathOf(it)), cellCode(it.type.replace(/^AWS::/, ""))])]
			})),
			omitted
		})
	];
}
function uncheckedText(it) {
	const path = pathOf(it);
	return oneLine(path === "" ? it.reason : `${path}: ${it.reason}`);
}
function pathOf({ stackPath, logicalId }) {
	return [...stackPath, ...logicalId === void 0 ? [] : [logicalId]].join("/");
}
function unchecked(title, all, omitted) {
	if (all.length === 0) return [];
	const items = all.map((it) => {
		const path = pathOf(it);
		return item(1, `- ${path === "" ? "" : `${code(path)}: `}${text(it.reason, 1e3)}`);
	});
	return [block(0, `**${title}**`), {
		open: "",
		items,
		separator: "\n",
		close: "",
		omitted
	}];
}
function resources(drifted, omitted) {
	return tableSection({
		summary: `<b>Drifted resources</b> (${drifted.length})`,
		head: [
			"Resource",
			"Type",
			"Physical name",
			"Drift"
		],
		rows: drifted.map((resource) => {
			const { type, physicalId, status, differences } = resource;
			return {
				priority: 1,
				forms: [tableRow([
					cellCode(pathOf(resource)),
					cellCode(type.replace(/^AWS::/, "")),
					physicalId === void 0 ? "" : cellCode(physicalId),
					status === "DELETED" ? "deleted" : plural(differences.length, "property", "properties")
				])]
			};
		}),
		omitted,
		open: true
	});
}
function properties(drifted, omitted) {
	const changed = drifted.filter(({ differences }) => differences.length > 0);
	if (changed.length === 0) return [];
	return [{
		open: detailsOpen(`<b>Drifted properties</b> (${plural(changed.length, "resource")})`, true),
		items: changed.map((resource) => item(2, `${code(pathOf(resource))}\n${fence(resource.differences.flatMap(diffLines).join("\n"), "diff")}`)),
		separator: "\n\n",
		close: DETAILS_CLOSE,
		omitted
	}];
}
function diffLines(difference) {
	const name = oneLine(difference.path);
	if (isHiddenChange({
		before: difference.expected,
		after: difference.actual
	})) return [`! ${name}: ${HIDDEN_CHANGE}`];
	return [...difference.kind === "ADD" ? [] : [`- ${name}: ${side(difference, "expected")}`], ...difference.kind === "REMOVE" ? [] : [`+ ${name}: ${side(difference, "actual")}`]];
}
function side(difference, which) {
	const value = difference[which];
	return value === "" ? "(none)" : shorten(oneLine(value), 300);
}

// src/estimate/words.ts
function spanText(span) {
	const { low, typical, high } = span;
	if (isWide(span)) return `${rounded(low)} to ${rounded(high)}`;
	const unit = unitOf(typical);
	const [least, most] = [inUnit(low, unit), inUnit(high, unit)];
	return high - low < NARROW_MS || least === most ? `about ${rounded(typical)}` : `about ${rounded(typical)} (${least} to ${most})`;
}
function typicalText(span) {
	return isWide(span) ? spanText(span) : rounded(span.typical);
}
function leftText(span) {
	return isWide(span) ? `${spanText(span)} left` : `about ${rounded(span.typical)} left`;
}
function basisText({ tasks, unread }) {
	const all = tasks.reduce((sum, { span }) => sum + span.typical, 0);
	const remembered = tasks.filter(({ source }) => source === "history").reduce((sum, { span }) => sum + span.typical, 0);
	const share = all === 0 ? 0 : remembered / all;
	const unknown = tasks.filter(({ source }) => source === "unknown").length;
	const isAllUnknown = unknown > 0 && unknown === tasks.length;
	return [
		isAllUnknown ? "a guess: no typical times are known for what changes" : share >= MOSTLY ? "from this stack's own history" : share >= PARTLY ? "partly from this stack's own history" : "a guess from typical times",
		...unknown === 0 || isAllUnknown ? [] : [`; no times are known for ${unknown} of ${tasks.length} steps`],
		...unread === void 0 ? [] : [`; ${UNREAD[unread]}`]
	].join("");
}
function estimateText(estimate) {
	return `${spanText(estimate.total)}, ${basisText(estimate)}`;
}
const UNREAD = {
	denied: "its own history may not be read (cloudformation:DescribeStackEvents)",
	failed: "its own history could not be read in time"
};
const MOSTLY = .8;
const PARTLY = .25;
const NARROW_MS = 3e4;
function isWide({ low, high }) {
	return high >= 12e4 && high > Math.max(low, 5e3) * 8;
}
function unitOf(ms) {
	if (ms < 9e4) return "s";
	return ms < 54e5 ? "min" : "h";
}
function inUnit(ms, unit) {
	switch (unit) {
		case "s": return String(Math.max(5, Math.round(ms / 5e3) * 5));
		case "min": return String(Math.max(1, Math.round(ms / 6e4)));
		case "h": return (ms / 36e5).toFixed(1);
	}
}
function rounded(ms) {
	const unit = unitOf(ms);
	return `${inUnit(ms, unit)} ${unit}`;
}

// src/report/sections/howLong.ts
function howLong({ state, estimate }) {
	if (estimate === void 0 || state.kind !== "previewed") return [];
	return [`**How long**: ${estimateText(estimate)}.`];
}
function planAndReality({ state, estimate }) {
	if (estimate === void 0 || state.kind !== "deployed") return [];
	return [`planned ${spanText(estimate.total)}, took ${duration(state.tookMs)}`];
}
function howMuchLonger({ left }) {
	return left === void 0 ? "" : `, ${leftText(left)}`;
}
function plannedRows({ estimate }) {
	if (estimate === void 0) return void 0;
	const tasks = Map.groupBy(estimate.tasks, ({ resource }) => resource);
	return ({ stackPath, logicalId, status }) => {
		const all = tasks.get([...stackPath, logicalId].join("/")) ?? [];
		const isGoing = verbOfStatus(status) === "delete";
		const task = all.find(({ verb }) => verb === "delete" === isGoing);
		return task && typicalText(task.span);
	};
}

// src/report/sections/leftBehind.ts
function leftBehindAlert(left = [], omitted) {
	const lines = left.map((one) => {
		const { stackPath, logicalId, type, physicalId, reason } = one;
		const command = deleteLeft(one);
		const name = physicalId === void 0 ? "" : `, ${code(physicalId)}`;
		const where = `${code([...stackPath, logicalId].join("/"))} (${code(type)}${name})`;
		return item(1, `- ${where}: ${text(redactText(oneLine(reason)), 600)}${command === void 0 ? "" : ` (${code(command)})`}`);
	});
	const title = `**${leftBehindLead(left)}** ${leftBehindNext(left)}`;
	return alertSection("WARNING", title, lines, omitted);
}

// src/report/sections/timeline.ts
const MOST_BARS = 80;
function gantt(timeline) {
	if (timeline.length === 0) return [];
	const started = timeline.toSorted((a, b) => a.startedAt - b.startedAt);
	const end = Math.max(...timeline.map(({ startedAt, endedAt }) => endedAt ?? startedAt));
	const bars = started.slice(0, MOST_BARS).map((it) => bar(it, end));
	const lines = [
		"gantt",
		"  dateFormat x",
		"  axisFormat %H:%M:%S",
		"  section Resources",
		...bars
	];
	const left = started.length - bars.length;
	const note = left > 0 ? `\n\n*The first ${MOST_BARS}; ${left} more ended without being drawn.*` : "";
	const form = `${fence(lines.join("\n"), "mermaid")}${note}`;
	return [{
		open: detailsOpen("<b>Timeline</b>", true),
		items: [{
			priority: 6,
			forms: [form]
		}],
		separator: "",
		close: DETAILS_CLOSE
	}];
}
function bar({ stackPath, logicalId, status, startedAt, endedAt }, end) {
	const mark = isFailed(status) ? "crit, " : endedAt === void 0 ? "active, " : "";
	const until = Math.max(endedAt ?? end, startedAt + 1e3);
	const took = endedAt === void 0 ? "" : ` ${duration(endedAt - startedAt)}`;
	return `  ${mermaidLabel([...stackPath, logicalId].join("/"))}${took} :${mark}${startedAt}, ${until}`;
}
function durations(timeline, omitted, planned) {
	const took = ({ startedAt, endedAt }) => (endedAt ?? startedAt) - startedAt;
	return tableSection({
		summary: `<b>How long each resource took</b> (${timeline.length})`,
		head: [
			"Resource",
			"Type",
			"Status",
			"Took",
			...planned === void 0 ? [] : ["Planned"]
		],
		rows: timeline.toSorted((a, b) => took(b) - took(a)).map((it) => ({
			priority: 6,
			forms: [tableRow([
				cellCode([...it.stackPath, it.logicalId].join("/")),
				cellCode(shortType$1(it.type)),
				`${isFailed(it.status) ? "❌ " : ""}${cellCode(it.status)}`,
				it.endedAt === void 0 ? "" : duration(took(it)),
				...planned === void 0 ? [] : [planned(it) ?? ""]
			])]
		})),
		omitted
	});
}
function inProgressTable(inProgress, now, omitted) {
	const rows = inProgress.toSorted((a, b) => a.startedAt - b.startedAt);
	return tableSection({
		summary: `<b>In progress</b> (${rows.length})`,
		head: [
			"Resource",
			"Type",
			"Status",
			"For"
		],
		rows: rows.map((it) => ({
			priority: 3,
			forms: [tableRow([
				cellCode([...it.stackPath, it.logicalId].join("/")),
				cellCode(shortType$1(it.type)),
				cellCode(it.status),
				duration(now - it.startedAt)
			])]
		})),
		omitted,
		open: true
	});
}
function isFailed(status) {
	return /FAILED$/.test(status);
}

// src/report/sections/ending.ts
const WAITS = "What differs takes effect with the next change of the stack.";
function endingSections(view, omitted) {
	const { state } = view;
	switch (state.kind) {
		case "previewed": return state.onMerge.kind === "will-block" ? notice("WARNING", `**A merge would not deploy this.** ${instructions(state.onMerge.explanation)}`) : [];
		case "awaiting": return awaitingNotice(state);
		case "no-changes": return [block(0, hasMore(view) ? `CloudFormation finds nothing to change by itself. ${WAITS}` : "The template and its parameters are what is deployed already. There is nothing to execute.")];
		case "failed": return failureAlert(state.failure, failureLead(state.doing));
		case "blocked":
			if (isLossTold(view)) return deltaSection(state.delta, omitted);
			return [...blockedAlert(state), ...deltaSection(state.delta, omitted)];
		case "skipped": return notice("NOTE", said(state.explanation));
		case "deploying": return [
			block(0, progressLine(state)),
			...monitoringLine(state),
			...inProgressTable(state.inProgress, state.now, omitted)
		];
		case "deployed": return [
			block(0, deployedLine(view, state.waits)),
			...state.waits ? [block(0, WAITS)] : [],
			...state.beside === void 0 ? [] : notice("WARNING", said(state.beside)),
			...leftBehindAlert(state.leftBehind, omitted),
			...outputsTable(state.outputs, omitted)
		];
		case "deploy-failed": return [...deployFailed(state), ...leftBehindAlert("leftBehind" in state.end ? state.end.leftBehind : void 0, omitted)];
		case "drift": return driftReport(state.drift, omitted);
		case "out-of-date": return notice("NOTE", said(state.explanation));
		case "absent":
		case "protected":
		case "destroyed":
		case "destroy-failed": return destroySections(state, view, omitted);
	}
}
function awaitingNotice({ name, by }) {
	return notice("NOTE", `**Nothing is reviewed yet.** ${code(name)} will be exported by ${code(by.stack)} in wave ${by.wave} (${code(by.file)}), and before that CloudFormation can make no change set of this stack.`, "After the merge and that wave, its deploy ends blocked (`unreviewed`) and names the digest of what it would do, for a maintainer to approve. To review it here, merge the exporting stack in a pull request of its own first.");
}
function hasMore({ changes }) {
	return changes !== void 0 && changes.template.length + changes.outputs.length + changes.settings.length > 0;
}
function isLossTold({ state, changes, verdict }) {
	const lost = changes === void 0 ? 0 : verdict?.unacknowledged.length ?? 0;
	return state.kind === "blocked" && state.reason === "destructive" && state.done === void 0 && lost > 0;
}
function failureAlert({ message, hint, reasonCode }, lead) {
	return notice("CAUTION", `**${lead}** (${code(reasonCode)})`, quotation(message), ...hintLine(hint));
}
function blockedAlert(state) {
	const lead = state.done === void 0 ? "Nothing was executed" : "Nothing else was executed";
	return notice("CAUTION", ...state.done === void 0 ? [] : [said(state.done)], `**${lead}** (${code(state.reason)}). ${said(state.explanation)}`, ...hintLine(state.hint));
}
function deltaSection(delta, omitted) {
	if (delta.length === 0) return [];
	const summary = `<b>What differs from what was reviewed</b> (${plural(delta.length, "item")})`;
	return [{
		open: `${detailsOpen(summary, true)}\`-\` is what was reviewed, \`+\` what would happen now.\n\n`,
		items: delta.map(deltaItem),
		separator: "\n\n",
		close: DETAILS_CLOSE,
		omitted
	}];
}
const DELTA_WORDS = {
	"only-reviewed": "was reviewed and would not happen now",
	"only-present": "is new since the review",
	differs: "is not what was reviewed"
};
function deltaItem({ item: name, kind, reviewed, present }) {
	const title = `- ${code(name)} ${DELTA_WORDS[kind]}`;
	if (reviewed === void 0 && present === void 0) return {
		priority: 3,
		forms: [title]
	};
	const lines = folded(compareLines(reviewed?.split("\n") ?? [], present?.split("\n") ?? []), 2);
	return {
		priority: 3,
		forms: [`${title}\n${fence(lines.slice(0, 40).map((line) => line.slice(0, 300).toWellFormed()).join("\n"), "diff").split("\n").map((line) => `  ${line}`).join("\n")}`, title]
	};
}
const BAR = 20;
function progressLine(state) {
	const { done, total, startedAt, now } = state;
	const filled = total === 0 ? 0 : Math.min(BAR, Math.floor(done / total * BAR));
	return `\`${`${"█".repeat(filled)}${"░".repeat(BAR - filled)}`}\` **${done} of ${total}** resources done, running for ${duration(now - startedAt)}${howMuchLonger(state)}.`;
}
function monitoringLine({ monitoring }) {
	if (monitoring === void 0) return [];
	const { alarms, minutes } = monitoring;
	const names = alarms.map(({ arn }) => code(alarmName(arn))).join(", ");
	const what = alarms.length === 0 ? "" : ` It rolls back if one of these alarms fires: ${names}.`;
	return [block(0, `All resources are done. CloudFormation monitors the stack for ${minutes} min.${what}`)];
}
function deployedLine(view, waits = false) {
	const what = view.changes === void 0 || waits ? [] : [`**${text(changesText(view))}**`];
	const links = [link("stack", view.links.stack), link("run", view.links.run)];
	return [
		...what,
		...planAndReality(view),
		...links
	].join(" · ");
}
function outputsTable(outputs, omitted) {
	return tableSection({
		summary: `<b>Outputs</b> (${outputs.length})`,
		head: [
			"Output",
			"Value",
			"Description"
		],
		rows: outputs.map(({ key, value, description }) => ({
			priority: 3,
			forms: [tableRow([
				cellCode(key),
				cellCode(value, 300),
				description === void 0 ? "" : cell(description, 200)
			])]
		})),
		omitted,
		open: true
	});
}
function deployFailed({ end, cause, nextStep }) {
	const known = cause ?? causeOf$1(end);
	const failing = failingOf(end);
	const isDone = end.kind === "failed" || end.kind === "succeeded" && end.unread === void 0;
	return notice(isDone || failing !== void 0 ? "CAUTION" : "WARNING", `**${failing === void 0 ? endWords(end) : failingWords(failing)}**`, ...known === void 0 ? [] : causeLines(known, failureOf(end)), ...hintLine(known?.hint), ...failing === void 0 ? [] : [endWords(end)], ...hintLine(adviceOf(end)), ...end.kind === "failed" && end.rollbackCause !== void 0 && !wasCalledOff(end) ? rollbackLines(end.rollbackCause) : [], ...nextStep === "" ? [] : [`**The stack now:** ${instructions(nextStep)}`]);
}
function rollbackLines(cause) {
	return [
		`The rollback failed as well, at ${code([...cause.stackPath, cause.logicalId].join("/"))} (${code(cause.type)}), ${code(cause.status)}:`,
		quotation(cause.reason),
		...hintLine(cause.hint)
	];
}

// src/report/sections/findings.ts
function errorSections(findings, omitted) {
	const errors = findings.filter(({ level }) => level === "error");
	return alertSection("CAUTION", "**Found before anything was changed**", lines(errors, 1), omitted);
}
function findingSections(findings, omitted) {
	const others = findings.filter(({ level }) => level !== "error");
	if (others.length === 0) return [];
	return [{
		open: detailsOpen(`<b>Validation</b> (${plural(others.length, "finding")})`, others.length <= 3),
		items: lines(others, 4),
		separator: "\n",
		close: DETAILS_CLOSE,
		omitted
	}];
}
function lines(findings, priority) {
	return findings.map((finding) => item(priority, findingLine(finding)));
}
function findingLine({ level, message, location, logicalId }) {
	const sign = level === "error" ? "❌" : level === "warning" ? "⚠️" : "ℹ️";
	const about = logicalId === void 0 ? "" : `${code(logicalId)}: `;
	const place = location === void 0 ? "" : ` (${code(`${location.file}:${location.line}:${location.column}`)})`;
	return `- ${sign} ${about}${text(redactText(message))}${place}`;
}
function driftSection(changes, omitted) {
	const rows = changes.resources.flatMap((change) => change.details.flatMap((detail) => {
		if (detail.drift === void 0) return [];
		const cells = [
			cellCode(resourceKey(change)),
			cellCode(propertyLabel(detail)),
			valueCell(detail.drift.previous),
			valueCell(detail.drift.actual),
			valueCell(detail.after)
		];
		return [{
			priority: 4,
			forms: [tableRow(cells)]
		}];
	}));
	const gone = changes.resources.filter(({ driftStatus }) => driftStatus === "DELETED").map((change) => ({
		priority: 4,
		forms: [tableRow([
			cellCode(resourceKey(change)),
			"*deleted*",
			"",
			"*does not exist*",
			""
		])]
	}));
	const summary = `<b>Drift</b> (changed outside of CloudFormation: ${rows.length + gone.length})`;
	return tableSection({
		summary,
		head: [
			"Resource",
			"Property",
			"Template said",
			"Really is",
			"Will be"
		],
		rows: [...gone, ...rows],
		omitted,
		open: true
	});
}

// src/report/sections/graph.ts
const MOST_EDGES = 60;
function spreadGraph(ranked) {
	const replaced = new Map(ranked.filter(({ replacement }) => replacement !== "none").map((it) => [it.key, it]));
	const edges = [...replaced.values()].flatMap((it) => edgesTo(it, replaced));
	if (!edges.some(({ from }) => replaced.has(from))) return [];
	const shown = edges.slice(0, MOST_EDGES);
	const nodes = [...new Set(shown.flatMap(({ from, to }) => [from, to]))];
	const ids = new Map(nodes.map((node, index) => [node, `n${index}`]));
	const lines = [
		"flowchart LR",
		...nodes.map((node) => `  ${ids.get(node)}${shape(node, replaced.get(node))}`),
		...shown.map(({ from, to, label }) => `  ${ids.get(from)} -->|"${mermaidLabel(label)}"| ${ids.get(to)}`),
		"  classDef lost stroke:#cf222e,stroke-width:3px",
		"  classDef maybe stroke-dasharray:4 3"
	];
	const form = fence(lines.join("\n"), "mermaid");
	return [{
		open: detailsOpen("<b>How replacements spread</b>"),
		items: [{
			priority: 6,
			forms: [form]
		}],
		separator: "",
		close: DETAILS_CLOSE
	}];
}
function edgesTo({ change, key }, replaced) {
	const found = change.details.flatMap((detail) => {
		if (detail.requiresRecreation === "Never") return [];
		const from = origin(detail, change.stackPath, replaced);
		return from === void 0 ? [] : [{
			from,
			to: key,
			label: detail.name ?? detail.attribute
		}];
	});
	return [...new Map(found.map((edge) => [`${edge.from}\n${edge.label}`, edge])).values()];
}
function origin(detail, stackPath, replaced) {
	if (detail.source === "ParameterReference") return `parameter ${detail.causingEntity ?? ""}`;
	const cause = causingResource(detail);
	const key = cause === void 0 ? void 0 : [...stackPath, cause].join("/");
	return key !== void 0 && replaced.has(key) ? key : void 0;
}
function shape(node, ranked) {
	if (ranked === void 0) return `(["${mermaidLabel(node)}"])`;
	return `["${`${mermaidLabel(node)}<br>${mermaidLabel(shortType$1(ranked.change.type).replaceAll("::", " "))}`}"]${ranked.isDestructive ? ":::lost" : ranked.replacement === "possible" ? ":::maybe" : ""}`;
}

// src/report/document.ts
function documentSections(view, style) {
	const omitted = (noun) => (count) => omission(count, noun, style);
	return [
		block(0, `### ${sign$1(view)} ${text(headline(view), 250)}`),
		...endingSections(view, omitted("entry")),
		...errorSections(view.findings, omitted("finding")),
		...changesSections(view, style, omitted),
		...timelineOf(view).flatMap((timeline) => durations(timeline, omitted("resource"), plannedRows(view))),
		block(0, foot(view))
	];
}
function omission(count, noun, { fullReport }) {
	const several = noun === "entry" ? "entries" : `${noun}s`;
	return `*… and ${plural(count, `more ${noun}`, `more ${several}`)}: ${link(fullReport.words, fullReport.url)}.*`;
}
function changesSections(view, style, omitted) {
	const { changes, verdict, findings } = view;
	if (changes === void 0) return findingSections(findings, omitted("finding"));
	const ranked = rank(changes, verdict);
	const isOver = [
		"deployed",
		"deploy-failed",
		"deploying",
		"out-of-date"
	].includes(view.state.kind);
	return [
		...isOver ? [] : verdictAlerts(ranked, otherRisks(verdict, ranked), isLossTold(view), omitted("risk")),
		...view.costs === void 0 ? [] : [costLine(view.costs)],
		...table(ranked, isOver, omitted("resource")),
		...findingSections(findings, omitted("finding")),
		...driftSection(changes, omitted("property")),
		...diffSection(ranked, style.diff, omitted("diff")),
		...newPropertiesSection(ranked, style.newProperties, omitted("diff")),
		...parameterSections(changes, omitted("parameter")),
		...view.costs === void 0 ? [] : costSection(view.costs, omitted("resource")),
		...spreadGraph(ranked),
		...settingSections(changes, ranked, style.diff, omitted("entry"))
	];
}
function table(ranked, isFolded, omitted) {
	if (ranked.length === 0) return [];
	const all = resourceTable$1(ranked, omitted);
	const fold = (title, section) => ({
		...section,
		open: `${detailsOpen(`<b>${title}</b> (${plural(section.items.length, "resource")})`)}${section.open}`,
		close: `${section.close}${DETAILS_CLOSE}`
	});
	if (isFolded) return [fold("The changes", all)];
	const shown = inView(ranked);
	if (ranked.length - shown < FEW) return [all];
	return [{
		...all,
		items: all.items.slice(0, shown)
	}, fold("More changes without a warning", {
		...all,
		items: all.items.slice(shown)
	})];
}
const IN_VIEW = 25;
const FEW = 10;
function inView(ranked) {
	const last = ranked.findLastIndex(({ risks, replacement, change }) => risks.length > 0 || replacement !== "none" || change.action === "Remove");
	return Math.max(IN_VIEW, last + 1);
}
function timelineOf({ state }) {
	switch (state.kind) {
		case "deployed":
		case "deploy-failed":
		case "destroyed":
		case "destroy-failed": return [state.timeline];
		default: return [];
	}
}
function foot(view) {
	const { commit, digest, links } = view;
	const parts = [
		`Commit ${link(code(commit.slice(0, 8)), commitUrl(links.run, commit))}`,
		...digest === void 0 ? [] : [`digest ${code(digest.slice(0, 12))}`],
		...links.changeSet === void 0 ? [] : [link("change set", links.changeSet)],
		...links.stack === void 0 ? [] : [link("stack", links.stack)],
		link("run and full report", links.run)
	].join(" · ");
	return [
		...decision(view),
		...howLong(view),
		parts
	].join("\n\n");
}
function decision(view) {
	const { state, verdict } = view;
	const lost = verdict?.unacknowledged ?? [];
	if (isLossTold(view)) return [acceptance(lost)];
	if (state.kind === "previewed" && state.onMerge.kind === "elsewhere") return [`**On merge** nothing is executed: ${said(state.onMerge.explanation)}`];
	if (state.kind !== "previewed" || state.onMerge.kind !== "executes") return [];
	if (lost.length === 0) return [ON_MERGE];
	return [`${ON_MERGE} **The loss of data is among them**: \`on-destructive\` is \`warn\`.`];
}
const ON_MERGE = "**On merge** exactly these changes are executed. If they are no longer the same by then, nothing is.";
function acceptance(lost) {
	const all = [...new Set(lost.map(lossLabel))];
	const labels = all.slice(0, 3).map((label) => code(label));
	const more = all.length > labels.length ? ", …" : "";
	return `**To accept the loss of data**, add the ${labels.length === 1 ? "label" : "labels"} ${labels.join(", ")}${more} to the pull request.`;
}
function commitUrl(runUrl, commit) {
	const repository = /^(https?:\/\/.+)\/actions\/runs\/\d+/.exec(runUrl)?.[1];
	return repository !== void 0 && /^[0-9a-f]{7,64}$/.test(commit) ? `${repository}/commit/${commit}` : void 0;
}

// src/report/shownView.ts
function shownView(view) {
	const { hide } = view.secrets;
	return {
		...view,
		state: shownState(view.state, view),
		...view.costs === void 0 ? {} : { costs: shownCosts(view.costs, hide) },
		findings: view.findings.map((finding) => shownFinding(finding, hide)),
		history: view.history.map((entry) => ({
			...entry,
			text: hide(entry.text)
		}))
	};
}
function shownCosts(costs, hide) {
	const side = (name, text) => text === void 0 ? {} : { [name]: hide(text) };
	const lines = costs.lines.map((line) => ({
		...line,
		resource: hide(line.resource),
		...side("before", line.before),
		...side("after", line.after)
	}));
	return {
		...costs,
		lines
	};
}
function shownState(state, { secrets }) {
	const { hide } = secrets;
	switch (state.kind) {
		case "previewed":
			if (state.onMerge.kind === "executes") return state;
			return {
				...state,
				onMerge: {
					...state.onMerge,
					explanation: hide(state.onMerge.explanation)
				}
			};
		case "no-changes": return state;
		case "failed": return {
			...state,
			failure: {
				...hinted(state.failure, hide),
				message: hide(state.failure.message)
			}
		};
		case "blocked": return {
			...hinted(state, hide),
			explanation: hide(state.explanation),
			...state.done === void 0 ? {} : { done: hide(state.done) },
			delta: state.delta.map((entry) => shownDelta(entry, hide))
		};
		case "awaiting": {
			const { name, by } = state;
			return {
				...state,
				name: hide(name),
				by: {
					...by,
					stack: hide(by.stack),
					file: hide(by.file)
				}
			};
		}
		case "skipped":
		case "out-of-date": return {
			...state,
			explanation: hide(state.explanation)
		};
		case "deploying": return {
			...state,
			inProgress: state.inProgress.map((it) => identified(it, hide))
		};
		case "deployed": return {
			...state,
			...state.beside === void 0 ? {} : { beside: hide(state.beside) },
			outputs: state.outputs.map((output) => shownOutput(output, secrets)),
			...shownLeft(state, hide),
			timeline: shownTimeline(state.timeline, hide)
		};
		case "deploy-failed": return {
			...state,
			end: shownEnd(state.end, hide),
			nextStep: hide(state.nextStep),
			timeline: shownTimeline(state.timeline, hide),
			...state.cause === void 0 ? {} : { cause: shownCause(state.cause, hide) }
		};
		case "drift": return {
			...state,
			drift: shownDrift(state.drift, secrets)
		};
		case "absent": return state;
		case "protected": return {
			...state,
			explanation: hide(state.explanation),
			fate: shownFate(state.fate, hide),
			obstacles: state.obstacles.map(({ what, type, why, next }) => ({
				what: hide(what),
				type,
				why: hide(why),
				next: hide(next)
			}))
		};
		case "destroyed": return {
			...state,
			fate: shownFate(state.fate, hide),
			timeline: shownTimeline(state.timeline, hide),
			snapshots: state.snapshots.map(hide),
			unnamed: state.unnamed.map(hide)
		};
		case "destroy-failed": return {
			...state,
			fate: shownFate(state.fate, hide),
			timeline: shownTimeline(state.timeline, hide),
			end: shownEnd(state.end, hide),
			nextStep: hide(state.nextStep),
			snapshots: state.snapshots.map(hide),
			unnamed: state.unnamed.map(hide)
		};
	}
}
function shownFate({ deleted, lost, kept, saved }, hide) {
	const shown = (resources) => resources.map((it) => identified(it, hide));
	return {
		deleted,
		lost: shown(lost),
		kept: shown(kept),
		saved: shown(saved)
	};
}
function shownFinding(finding, hide) {
	return {
		...finding,
		message: hide(finding.message),
		...finding.excerpt === void 0 ? {} : { excerpt: hide(finding.excerpt) }
	};
}
function shownDelta(entry, hide) {
	const { reviewed, present } = entry;
	return {
		...entry,
		item: hide(entry.item),
		...reviewed === void 0 ? {} : { reviewed: hide(reviewed) },
		...present === void 0 ? {} : { present: hide(present) }
	};
}
function shownOutput(output, { hide, isHidden }) {
	const { description } = output;
	return {
		...output,
		value: isHidden(output.key) ? redactNamed(output.key, output.value, isHidden) : hide(output.value),
		...description === void 0 ? {} : { description: hide(description) }
	};
}
function shownTimeline(timeline, hide) {
	return timeline.map((row) => identified(row, hide));
}
function shownEnd(end, hide) {
	switch (end.kind) {
		case "failed": return {
			...end,
			cause: end.cause === void 0 ? void 0 : shownCause(end.cause, hide),
			...end.rollbackCause === void 0 ? {} : { rollbackCause: shownCause(end.rollbackCause, hide) },
			...shownLeft(end, hide)
		};
		case "succeeded": {
			const { unread } = end;
			const shown = unread && {
				...hinted(unread, hide),
				reason: hide(unread.reason)
			};
			return {
				...end,
				...shownLeft(end, hide),
				...shown === void 0 ? {} : { unread: shown }
			};
		}
		case "lost-sight": return {
			...hinted(end, hide),
			reason: hide(end.reason),
			...shownFailing(end, hide)
		};
		case "timed-out":
		case "cancelled": return {
			...end,
			...shownFailing(end, hide)
		};
	}
}
function shownFailing({ failing }, hide) {
	if (failing?.cause === void 0) return failing === void 0 ? {} : { failing };
	return { failing: {
		...failing,
		cause: shownCause(failing.cause, hide)
	} };
}
function shownLeft({ leftBehind, retained, stuck }, hide) {
	const shown = (all) => all.map((one) => shownCause(one, hide));
	return {
		...leftBehind === void 0 ? {} : { leftBehind: shown(leftBehind) },
		...retained === void 0 ? {} : { retained: shown(retained) },
		...stuck === void 0 ? {} : { stuck: shown(stuck) }
	};
}
function shownCause(cause, hide) {
	const alarms = cause.alarms?.map(({ reason = "", ...alarm }) => ({
		...alarm,
		reason: hide(reason)
	}));
	const told = {
		...hinted(identified(cause, hide), hide),
		reason: hide(cause.reason)
	};
	return alarms === void 0 ? told : {
		...told,
		alarms
	};
}
function shownDrift(drift, { hide, isHidden }) {
	return {
		resources: drift.resources.map(({ forms: texts = [], ...resource }) => {
			const forms = texts.map(parseValue);
			const differences = resource.differences.map((it) => {
				const side = (value) => hide(redactNamed(it.path.split("/"), value, isHidden, forms));
				const sides = markedSides({
					before: it.expected,
					after: it.actual
				}, side);
				return {
					...it,
					path: hide(it.path),
					expected: sides.before ?? "",
					actual: sides.after ?? ""
				};
			});
			return {
				...identified(resource, hide),
				differences
			};
		}),
		unchecked: drift.unchecked.map((it) => ({
			...it,
			reason: hide(it.reason)
		})),
		coverage: {
			...drift.coverage,
			untold: drift.coverage.untold.map((it) => ({
				...it,
				reason: hide(it.reason)
			}))
		}
	};
}
function identified(item, hide) {
	return item.physicalId === void 0 ? item : {
		...item,
		physicalId: hide(item.physicalId)
	};
}
function hinted(item, hide) {
	return item.hint === void 0 ? item : {
		...item,
		hint: hide(item.hint)
	};
}

// src/template/capabilities.ts
const IAM_TYPES = /* @__PURE__ */ new Map([
	["AWS::IAM::AccessKey", void 0],
	["AWS::IAM::Group", "GroupName"],
	["AWS::IAM::GroupPolicy", void 0],
	["AWS::IAM::InstanceProfile", "InstanceProfileName"],
	["AWS::IAM::ManagedPolicy", "ManagedPolicyName"],
	["AWS::IAM::Policy", void 0],
	["AWS::IAM::Role", "RoleName"],
	["AWS::IAM::RolePolicy", void 0],
	["AWS::IAM::User", "UserName"],
	["AWS::IAM::UserPolicy", void 0],
	["AWS::IAM::UserToGroupAddition", void 0]
]);
function neededCapabilities(root, nested) {
	const resources = [root, ...nested].flatMap(resourcesIn);
	const named = resources.some(isNamed);
	const expands = nested.some(usesMacros) || resources.some(({ Type }) => Type === "AWS::Serverless::Application");
	const needed = [];
	if (expands) needed.push("CAPABILITY_AUTO_EXPAND");
	if (named) needed.push("CAPABILITY_NAMED_IAM");
	else if (resources.some((resource) => IAM_TYPES.has(String(resource.Type)) || makesRoles(resource))) needed.push("CAPABILITY_IAM");
	return needed;
}
function lackingCapability(listed, granted) {
	if (granted.includes("CAPABILITY_NAMED_IAM")) return void 0;
	const iam = listed.filter(({ type }) => IAM_TYPES.has(type));
	if (iam.some(({ type, properties }) => isNamed({
		Type: type,
		Properties: properties ?? {}
	}))) return "CAPABILITY_NAMED_IAM";
	return iam.length === 0 || granted.includes("CAPABILITY_IAM") ? void 0 : "CAPABILITY_IAM";
}
function resourcesIn(template) {
	return resourcesOf(template).map(({ resource }) => withGlobals(resource, template.Globals));
}
function withGlobals(resource, globals) {
	const { Type: type, Properties: properties, IgnoreGlobals: ignored } = resource;
	const { DeploymentPreference: shared } = isObject$1(globals) && isObject$1(globals.Function) ? globals.Function : {};
	if (type !== "AWS::Serverless::Function" || shared === void 0 || !isObject$1(properties)) return resource;
	if (ignored === "*" || Array.isArray(ignored) && ignored.includes("DeploymentPreference")) return resource;
	const { DeploymentPreference: own = shared } = properties;
	const merged = isObject$1(own) && isObject$1(shared) ? {
		...shared,
		...own
	} : own;
	return {
		...resource,
		Properties: {
			...properties,
			DeploymentPreference: merged
		}
	};
}
function isNamed({ Type: type, Properties: properties }) {
	const property = IAM_TYPES.get(String(type));
	return property !== void 0 && isObject$1(properties) && properties[property] !== void 0;
}
const WITHOUT_ROLES = [
	"Api",
	"Application",
	"HttpApi",
	"LayerVersion",
	"SimpleTable",
	"WebSocketApi"
];
function makesRoles({ Type: type, Properties: properties, Connectors: connectors }) {
	const kind = /^AWS::Serverless::(\w+)$/.exec(String(type))?.[1];
	if (connectors !== void 0) return true;
	if (kind === void 0 || WITHOUT_ROLES.includes(kind)) return false;
	if (kind !== "Function" || !isObject$1(properties)) return true;
	const { Role: role, Events: events, DeploymentPreference: preference } = properties;
	const schedules = isObject$1(events) && Object.values(events).some((event) => isObject$1(event) && event.Type === "ScheduleV2");
	return !(typeof role === "string" || isObject$1(role) && role["Fn::If"] === void 0) || schedules || makesServiceRole(preference);
}
function makesServiceRole(preference) {
	if (!isObject$1(preference)) return preference !== void 0;
	const { Enabled: enabled = true, Role: role } = preference;
	return role === void 0 && enabled !== false && enabled !== "false" && enabled !== "False";
}

// src/template/tree/include.ts
const MAX_DEPTH$1 = 100;
function includeLocal(source, read) {
	const including = {
		read,
		trail: [source.file],
		findings: [],
		files: /* @__PURE__ */ new Map()
	};
	const included = includeInto(source, including);
	if (including.findings.length > 0) throw invalidTemplate(including.findings, `Correct ${source.file}.`);
	return included.source;
}
function includeInto(source, including) {
	const open = {
		source,
		grafts: [],
		warnings: [],
		size: sizeOf(source.value)
	};
	const { grafts, warnings } = open;
	const value = expand(open, source.value, [], including);
	if (grafts.length === 0) return {
		source,
		size: open.size
	};
	const origin = (path) => originOf(grafts, path);
	return {
		source: {
			file: source.file,
			value: isObject$1(value) ? value : {},
			locate: (path) => {
				const graft = origin(path);
				return graft === void 0 ? source.locate(path) : graft.source.locate(translated(graft, path));
			},
			spelling: (path) => {
				const graft = origin(path);
				return graft === void 0 ? source.spelling?.(path) : graft.source.spelling?.(translated(graft, path));
			},
			findings: [...new Set([source, ...grafts.map((graft) => graft.source)].flatMap((each) => each.findings ?? [])), ...warnings]
		},
		size: open.size
	};
}
function sizeOf(value) {
	if (Array.isArray(value)) return value.reduce((sum, item) => sum + sizeOf(item), 1);
	if (!isObject$1(value)) return 1;
	return Object.values(value).reduce((sum, member) => sum + sizeOf(member), 1);
}
function originOf(grafts, path) {
	return grafts.findLast(({ at }) => at.every((step, index) => path[index] === step) && path.length >= at.length);
}
function translated({ at, from }, path) {
	return [...from, ...path.slice(at.length)];
}
function expand(open, value, path, including) {
	if (Array.isArray(value)) return value.map((item, index) => expand(open, item, [...path, index], including));
	if (!isObject$1(value)) return value;
	const key = path.length === 0 && value["Fn::Transform"] === void 0 ? "Transform" : "Fn::Transform";
	const locations = localIncludes(value[key]);
	const members = Object.entries(value).flatMap(([name, member]) => {
		const rest = name === key && locations.length > 0 ? withoutIncludes(member) : member;
		return rest === void 0 ? [] : [[name, expand(open, rest, [...path, name], including)]];
	});
	const result = new Map(members);
	for (const location of locations) include(open, location, {
		path,
		key,
		result,
		including
	});
	return Object.fromEntries(result);
}
function localIncludes(transform) {
	return (Array.isArray(transform) ? transform : [transform ?? null]).flatMap((entry) => {
		const location = localLocation(entry);
		return location === void 0 ? [] : [location];
	});
}
function withoutIncludes(transform) {
	if (!Array.isArray(transform)) return void 0;
	const rest = transform.filter((entry) => localLocation(entry) === void 0);
	return rest.length === 0 ? void 0 : rest;
}
function localLocation(transform) {
	if (!isObject$1(transform) || transform.Name !== "AWS::Include" || !isObject$1(transform.Parameters)) return void 0;
	const { Location: location } = transform.Parameters;
	return typeof location === "string" && isLocalPath(location) ? location : void 0;
}
function include(open, location, { path, key, result, including }) {
	const refuse = (message) => {
		including.findings.push({
			level: "error",
			message,
			location: open.source.locate([...path, key])
		});
	};
	const snippet = load(open.source.file, location, including, refuse);
	if (snippet === void 0) return;
	const { source, size } = snippet;
	open.size += size;
	if (open.size > 25e4) {
		const most = MAX_VALUES.toLocaleString("en-US");
		const { file } = open.source;
		refuse(`With ${source.file} and what else it includes, ${file} holds more than ${most} values.`);
		throw invalidTemplate(including.findings, `Correct ${file}.`);
	}
	for (const [name, member] of Object.entries(source.value)) {
		if (result.has(name)) {
			const { file, line } = source.locate([name]);
			const message = `${name} does not count here: ${file} (line ${line}), which is included, brings it, too.`;
			open.warnings.push({
				level: "warning",
				message,
				location: open.source.locate([...path, name])
			});
		}
		result.set(name, member);
		open.grafts.push({
			at: [...path, name],
			source,
			from: [name]
		});
	}
}
function load(from, location, including, refuse) {
	const { trail, files } = including;
	const file = workspacePath(from, location);
	if (file !== void 0 && trail.includes(file)) {
		refuse(`Circular include: ${[...trail, file].join(" → ")}.`);
		return;
	}
	if (file !== void 0 && files.has(file)) return files.get(file);
	if (trail.length > MAX_DEPTH$1) {
		refuse(`${location} is included more than ${MAX_DEPTH$1} levels deep; no template needs that.`);
		return;
	}
	const text = readLocal(including.read, location, file, refuse);
	if (file === void 0 || text === void 0) return void 0;
	const included = includeInto(parseFragment(text, file), {
		...including,
		trail: [...trail, file]
	});
	files.set(file, included);
	return included;
}

// src/template/tree/packaged.data.ts
const KIB = 1024;
const MIB = KIB * KIB;
const LAMBDA = {
	bytes: 250 * MIB,
	of: "contents",
	service: "AWS Lambda"
};
const S3 = {
	bytes: 5 * KIB * MIB,
	of: "object",
	service: "Amazon S3"
};
const REST_API = {
	bytes: 6 * MIB,
	of: "object",
	service: "Amazon API Gateway"
};
const STATES = {
	bytes: MIB,
	of: "object",
	service: "AWS Step Functions"
};
const SCHEMA = {
	bytes: MIB,
	of: "object",
	service: "AWS AppSync"
};
const MAPPING = {
	bytes: 64 * KIB,
	of: "object",
	service: "AWS AppSync"
};
const RESOLVER = {
	bytes: 32 * KIB,
	of: "object",
	service: "AWS AppSync"
};
const BEANSTALK = {
	bytes: 500 * MIB,
	of: "object",
	service: "AWS Elastic Beanstalk"
};
const REPOSITORY = {
	bytes: 5 * MIB,
	of: "object",
	service: "the Serverless Application Repository"
};
const CODE = {
	bucket: "S3Bucket",
	key: "S3Key"
};
const PLACE = {
	bucket: "Bucket",
	key: "Key"
};
const mappingTemplates = [
	{
		property: "RequestMappingTemplateS3Location",
		takes: "file",
		wants: "s3-uri",
		limit: MAPPING
	},
	{
		property: "ResponseMappingTemplateS3Location",
		takes: "file",
		wants: "s3-uri",
		limit: MAPPING
	},
	{
		property: "CodeS3Location",
		takes: "file",
		wants: "s3-uri",
		limit: RESOLVER
	}
];
const PACKAGED = {
	"AWS::ApiGateway::RestApi": [{
		property: "BodyS3Location",
		takes: "file",
		wants: PLACE,
		limit: REST_API
	}],
	"AWS::ApiGatewayV2::Api": [{
		property: "BodyS3Location",
		takes: "file",
		wants: PLACE,
		limit: S3
	}],
	"AWS::AppSync::FunctionConfiguration": mappingTemplates,
	"AWS::AppSync::GraphQLSchema": [{
		property: "DefinitionS3Location",
		takes: "file",
		wants: "s3-uri",
		limit: SCHEMA
	}],
	"AWS::AppSync::Resolver": mappingTemplates,
	"AWS::CloudFormation::ModuleVersion": [{
		property: "ModulePackage",
		takes: "bundle",
		wants: "s3-uri",
		limit: S3
	}],
	"AWS::CloudFormation::ResourceVersion": [{
		property: "SchemaHandlerPackage",
		takes: "bundle",
		wants: "s3-uri",
		limit: S3
	}],
	"AWS::CodeCommit::Repository": [{
		property: "Code.S3",
		takes: "zip",
		wants: PLACE,
		limit: S3
	}],
	"AWS::ElasticBeanstalk::ApplicationVersion": [{
		property: "SourceBundle",
		takes: "bundle",
		wants: CODE,
		limit: BEANSTALK
	}],
	"AWS::Glue::Job": [{
		property: "Command.ScriptLocation",
		takes: "file",
		wants: "s3-uri",
		limit: S3
	}],
	"AWS::Lambda::Function": [{
		property: "Code",
		takes: "zip",
		wants: CODE,
		limit: LAMBDA
	}],
	"AWS::Lambda::LayerVersion": [{
		property: "Content",
		takes: "zip",
		wants: CODE,
		limit: LAMBDA
	}],
	"AWS::Serverless::Api": [{
		property: "DefinitionUri",
		takes: "file",
		wants: "s3-uri",
		limit: REST_API
	}],
	"AWS::Serverless::Function": [{
		property: "CodeUri",
		takes: "zip",
		wants: "s3-uri",
		limit: LAMBDA
	}],
	"AWS::Serverless::GraphQLApi": [{
		property: "SchemaUri",
		takes: "file",
		wants: "s3-uri",
		limit: SCHEMA
	}, {
		property: "**.CodeUri",
		takes: "file",
		wants: "s3-uri",
		limit: RESOLVER
	}],
	"AWS::Serverless::HttpApi": [{
		property: "DefinitionUri",
		takes: "file",
		wants: "s3-uri",
		limit: S3
	}],
	"AWS::Serverless::LayerVersion": [{
		property: "ContentUri",
		takes: "zip",
		wants: "s3-uri",
		limit: LAMBDA
	}],
	"AWS::Serverless::StateMachine": [{
		property: "DefinitionUri",
		takes: "file",
		wants: PLACE,
		limit: STATES
	}],
	"AWS::Serverless::WebFunction": [{
		property: "CodeUri",
		takes: "zip",
		wants: "s3-uri",
		limit: LAMBDA
	}],
	"AWS::StepFunctions::StateMachine": [{
		property: "DefinitionS3Location",
		takes: "file",
		wants: PLACE,
		limit: STATES
	}]
};
const PACKAGED_METADATA = { "AWS::ServerlessRepo::Application": [{
	property: "LicenseUrl",
	takes: "file",
	wants: "s3-uri",
	limit: REPOSITORY
}, {
	property: "ReadmeUrl",
	takes: "file",
	wants: "s3-uri",
	limit: REPOSITORY
}] };
const PACKAGED_GLOBALS = {
	Api: "AWS::Serverless::Api",
	Function: "AWS::Serverless::Function"
};

// src/template/tree/localFiles.ts
function localFiles(value) {
	return [
		...resourcesOf(value).flatMap(({ logicalId, path, resource }) => filesIn(resource.Properties, [...path, "Properties"], logicalId, own(PACKAGED, String(resource.Type)))),
		...section(value, "Globals").flatMap(([key, member]) => filesIn(member, ["Globals", key], key, own(PACKAGED, own(PACKAGED_GLOBALS, key)))),
		...section(value, "Metadata").flatMap(([key, member]) => filesIn(member, ["Metadata", key], key, own(PACKAGED_METADATA, key)))
	];
}
function otherTemplates(value) {
	return resourcesOf(value).flatMap(({ logicalId, path, resource }) => {
		const isSet = resource.Type === "AWS::CloudFormation::StackSet";
		const property = isSet ? "TemplateURL" : isLooped({ path }) ? nestingProperty(resource) : void 0;
		const templateUrl = property && isObject$1(resource.Properties) ? resource.Properties[property] : void 0;
		if (property === void 0 || typeof templateUrl !== "string" || !isLocalPath(templateUrl)) return [];
		return [{
			logicalId,
			templateUrl,
			path: [
				...path,
				"Properties",
				property
			],
			isNested: !isSet
		}];
	});
}
function withValues(value, changes) {
	return changes.reduce((whole, change) => replaced(whole, change.path, change.value), value);
}
function replaced(whole, [step, ...rest], value) {
	if (step === void 0) return value;
	if (Array.isArray(whole)) return whole.map((item, index) => index === step ? replaced(item, rest, value) : item);
	if (!isObject$1(whole)) return whole;
	return Object.fromEntries(Object.entries(whole).map(([key, member]) => [key, key === step ? replaced(member, rest, value) : member]));
}
function section(value, name) {
	const members = value[name];
	return isObject$1(members) ? Object.entries(members) : [];
}
function filesIn(value, path, owner, packaged = []) {
	return packaged.flatMap((each) => textsAt(value, each.property.split("."), path).flatMap((found) => isLocalPath(found.local) ? [{
		...each,
		property: nameOf(found.path, path),
		owner,
		...found
	}] : []));
}
function textsAt(value, steps, path) {
	const [step, ...rest] = steps;
	if (step === void 0 && typeof value === "string") return [{
		path,
		local: value
	}];
	if (!isObject$1(value)) return [];
	if (step === void 0) return branchesAt(value, path);
	if (step !== "**") return Object.hasOwn(value, step) ? textsAt(value[step], rest, [...path, step]) : [];
	return Object.entries(value).flatMap(([key, member]) => key === rest[0] ? textsAt(member, rest.slice(1), [...path, key]) : textsAt(member, steps, [...path, key]));
}
function branchesAt(value, path) {
	const use = functionOf(value);
	if (use?.name !== "Fn::If" || !Array.isArray(use.argument)) return [];
	return use.argument.flatMap((branch, index) => index === 0 ? [] : textsAt(branch, [], [
		...path,
		"Fn::If",
		index
	]));
}
function own(table, key) {
	return key !== void 0 && Object.hasOwn(table, key) ? table[key] : void 0;
}
function nameOf(path, root) {
	return path.slice(root.length).join(".");
}

// src/template/check/cycles.ts
function circularResources({ source, report, hasMacros }) {
	if (hasMacros) return;
	const graph = resourceGraph(source.value, ({ conditional }) => !conditional);
	for (const cycle of cycles(graph)) {
		const [first = ""] = cycle;
		const message = `Circular dependency: ${[...cycle, first].join(" → ")}. Each waits for the next; cut one of the references.`;
		report("error", ["Resources", first], message);
	}
}
function circularConditions({ source, report }) {
	const { Conditions: conditions } = source.value;
	if (!isObject$1(conditions)) return;
	const graph = graphOf(conditions, (condition) => {
		const names = /* @__PURE__ */ new Set();
		visitFunctions(condition, [], ({ name, argument }) => {
			if (name === "Condition" && typeof argument === "string") names.add(argument);
		});
		return names;
	});
	for (const cycle of cycles(graph)) {
		const [first = ""] = cycle;
		report("error", ["Conditions", first], `Circular condition: ${[...cycle, first].join(" → ")}.`);
	}
}
function cycles(graph) {
	const done = /* @__PURE__ */ new Set();
	const found = [];
	for (const start of graph.keys()) {
		const trail = [];
		const onTrail = /* @__PURE__ */ new Set();
		const enter = (name) => {
			trail.push({
				name,
				next: (graph.get(name) ?? /* @__PURE__ */ new Set()).values()
			});
			onTrail.add(name);
		};
		if (!done.has(start)) enter(start);
		for (let top = trail.at(-1); top !== void 0; top = trail.at(-1)) {
			const { value: to, done: ended } = top.next.next();
			if (ended === true) {
				done.add(top.name);
				onTrail.delete(top.name);
				trail.pop();
			} else if (onTrail.has(to)) found.push(trail.slice(trail.findIndex(({ name }) => name === to)).map(({ name }) => name));
			else if (!done.has(to)) enter(to);
		}
	}
	return found;
}

// src/template/check/functions.ts
const LISTS = {
	"Fn::And": {
		from: 2,
		to: 10,
		form: "a list of 2 to 10 conditions"
	},
	"Fn::Cidr": {
		from: 2,
		to: 3,
		form: "[ipBlock, count, cidrBits]"
	},
	"Fn::Equals": {
		from: 2,
		to: 2,
		form: "[value, value]"
	},
	"Fn::FindInMap": {
		from: 3,
		to: 4,
		form: "[mapping, key, name]"
	},
	"Fn::If": {
		from: 3,
		to: 3,
		form: "[condition, value if true, value if false]"
	},
	"Fn::Join": {
		from: 2,
		to: 2,
		form: "[delimiter, list]"
	},
	"Fn::Not": {
		from: 1,
		to: 1,
		form: "a list of one condition"
	},
	"Fn::Or": {
		from: 2,
		to: 10,
		form: "a list of 2 to 10 conditions"
	},
	"Fn::Select": {
		from: 2,
		to: 2,
		form: "[index, list]"
	},
	"Fn::Split": {
		from: 2,
		to: 2,
		form: "[delimiter, text]"
	}
};
const EVALUATED = [
	"Resources",
	"Outputs",
	"Conditions",
	"Rules",
	"Hooks"
];
function checkFunctions(checking) {
	for (const section of EVALUATED) {
		const value = checking.source.value[section];
		if (!isObject$1(value)) continue;
		visitFunctions(value, [section], (use) => checkFunction(checking, use));
		lonelyFunctions(checking, value, [section]);
	}
}
function checkFunction({ report, hasMacros, suggest }, use) {
	const { name, argument, path } = use;
	if (name === "Condition" || name.startsWith("Fn::ForEach")) return;
	if (!FUNCTION_NAMES.includes(name)) {
		if (!hasMacros) report("error", path, `${name} is not a CloudFormation function.${suggest(name, FUNCTION_NAMES)}`);
		return;
	}
	const list = Object.hasOwn(LISTS, name) ? LISTS[name] : void 0;
	if (list !== void 0 && !hasLength(argument, list.from, list.to)) report("error", path, `${name} takes ${list.form}${found(argument)}.`);
	if (name === "Fn::GetAtt" && attributeParts(argument) === void 0) report("error", path, "Fn::GetAtt takes [logical id, attribute] or \"LogicalId.Attribute\".");
	if (name === "Fn::Sub" && !isSub(argument)) report("error", path, "Fn::Sub takes text, or [text, mapping of variables].");
}
function hasLength(argument, from, to) {
	if (!Array.isArray(argument)) return isObject$1(argument);
	return argument.length >= from && argument.length <= to;
}
function found(argument) {
	if (!Array.isArray(argument)) return ", as a list";
	return `; ${argument.length === 1 ? "1 item is" : `${argument.length} items are`} given`;
}
function isSub(argument) {
	if (typeof argument === "string") return true;
	if (isObject$1(argument)) return argument["Fn::Transform"] !== void 0;
	if (!Array.isArray(argument)) return false;
	const [text, variables] = argument;
	return argument.length <= 2 && typeof text === "string" && (variables === void 0 || isObject$1(variables));
}
function lonelyFunctions(checking, value, path) {
	if (Array.isArray(value)) {
		value.forEach((item, index) => {
			lonelyFunctions(checking, item, [...path, index]);
		});
		return;
	}
	if (!isObject$1(value)) return;
	const keys = Object.keys(value);
	const key = keys.find((name) => FUNCTION_NAMES.includes(name) && name.startsWith("Fn::"));
	if (key !== void 0 && keys.length > 1 && key !== "Fn::Transform") {
		const others = keys.filter((name) => name !== key).join(", ");
		checking.report("warning", [...path, key], `${key} stands beside ${others}; a function must be its mapping's only key.`);
	}
	for (const [name, member] of Object.entries(value)) lonelyFunctions(checking, member, [...path, name]);
}

// src/template/check/limits.ts
const MOST = {
	Mappings: 200,
	Outputs: 200,
	Parameters: 200,
	Resources: 500
};
const MOST_ATTRIBUTES = 200;
const DESCRIPTION_BYTES = 1024;
const TEMPLATE_BYTES = 1e6;
function checkLimits({ source, report }) {
	for (const [section, most] of Object.entries(MOST)) {
		const value = source.value[section];
		const entries = isObject$1(value) ? Object.keys(value).length : 0;
		if (entries <= most) continue;
		const message = `${section} has ${entries} entries; CloudFormation takes at most ${most}. Split the template into nested stacks.`;
		report("error", [section], message);
	}
	checkMappingAttributes({
		source,
		report
	});
	const { Description: description } = source.value;
	if (typeof description === "string" && bytes(description) > DESCRIPTION_BYTES) report("error", ["Description"], `Description has ${bytes(description).toLocaleString("en-US")} bytes; CloudFormation takes at most 1,024.`);
	checkSize({
		source,
		report
	});
}
function checkSize({ source, report }) {
	const size = bytes(sentText(source.value, source.spelling));
	if (size > TEMPLATE_BYTES) report("error", [], `The template has ${size.toLocaleString("en-US")} bytes as JSON; CloudFormation takes at most 1 MB. Split it into nested stacks.`);
}
function checkMappingAttributes({ source, report }) {
	const { Mappings: mappings } = source.value;
	if (!isObject$1(mappings)) return;
	for (const [name, mapping] of Object.entries(mappings)) {
		const keys = isObject$1(mapping) ? Object.keys(mapping).length : 0;
		if (keys <= MOST_ATTRIBUTES) continue;
		report("error", ["Mappings", name], `Mapping ${name} has ${keys} keys; CloudFormation takes at most ${MOST_ATTRIBUTES}.`);
	}
}
function bytes(text) {
	return new TextEncoder().encode(text).length;
}

// src/template/check/mappings.ts
function checkMappings({ source, report }) {
	if (!isObject$1(source.value.Mappings)) return;
	for (const [name, mapping] of Object.entries(source.value.Mappings)) {
		if (name === "Fn::Transform" || mapping === null) continue;
		if (!isObject$1(mapping)) {
			report("error", ["Mappings", name], `Mapping ${name} must hold keys with names and values.`);
			continue;
		}
		for (const [key, values] of Object.entries(mapping)) checkRow({
			source,
			report
		}, [name, key], values);
	}
}
function checkRow({ report }, [name, key], values) {
	if (values === null || key === "Fn::Transform") return;
	if (!isObject$1(values)) {
		report("error", [
			"Mappings",
			name,
			key
		], `Key ${key} of mapping ${name} must hold names and values.`);
		return;
	}
	for (const [attribute, value] of Object.entries(values)) {
		if (!isObject$1(value) || attribute === "Fn::Transform") continue;
		const message = `${attribute} of mapping ${name} must be text or a list; mappings hold no functions.`;
		report("error", [
			"Mappings",
			name,
			key,
			attribute
		], message);
	}
}
function checkMapping(checking, argument, path) {
	if (!Array.isArray(argument)) return;
	const [name, key, attribute, options] = argument;
	if (typeof name !== "string" || checking.hasMacros) return;
	const { Mappings: section } = checking.source.value;
	const mappings = isObject$1(section) ? section : {};
	const mapping = Object.hasOwn(mappings, name) ? mappings[name] : void 0;
	if (mapping === void 0) {
		const near = checking.suggest(name, Object.keys(mappings));
		checking.report("error", path, `Fn::FindInMap uses the mapping ${name}, which is not under Mappings.${near}`);
		return;
	}
	if (isObject$1(options) && options.DefaultValue !== void 0) return;
	if (isObject$1(mapping)) checkMappingKeys(checking, {
		name,
		mapping,
		key,
		attribute,
		path
	});
}
function checkMappingKeys(checking, { name, mapping, key, attribute, path }) {
	if (typeof key === "string" && !Object.hasOwn(mapping, key)) {
		const near = checking.suggest(key, Object.keys(mapping));
		checking.report("error", path, `Mapping ${name} has no key ${key}.${near}`);
		return;
	}
	if (typeof attribute !== "string") return;
	const known = (typeof key === "string" ? [mapping[key]] : Object.values(mapping)).flatMap((row) => isObject$1(row) ? Object.keys(row) : []);
	if (known.includes(attribute)) return;
	const where = typeof key === "string" ? ` under ${key}` : "";
	checking.report("error", path, `Mapping ${name} has no ${attribute}${where}.${checking.suggest(attribute, known)}`);
}

// src/template/check/references.ts
const PSEUDO_PARAMETERS = [
	"AWS::AccountId",
	"AWS::NoValue",
	"AWS::NotificationARNs",
	"AWS::Partition",
	"AWS::Region",
	"AWS::StackId",
	"AWS::StackName",
	"AWS::URLSuffix"
];
function checkReferences(checking) {
	const names = {
		parameters: keysOf(checking, "Parameters"),
		resources: keysOf(checking, "Resources"),
		modules: modulesOf(checking),
		conditions: keysOf(checking, "Conditions")
	};
	for (const section of EVALUATED) {
		const value = checking.source.value[section];
		if (!isObject$1(value)) continue;
		visitFunctions(value, [section], (use) => checkUse(checking, names, use));
	}
	checkConditionAttributes(checking, names);
	checkDependsOn(checking, names);
}
function keysOf({ source }, section) {
	const value = source.value[section];
	return isObject$1(value) ? Object.keys(value) : [];
}
function modulesOf({ source }) {
	const { Resources: resources } = source.value;
	return Object.entries(isObject$1(resources) ? resources : {}).filter(([, resource]) => isObject$1(resource) && String(resource.Type).endsWith("::MODULE")).map(([logicalId]) => logicalId);
}
function isResource(names, name) {
	return names.resources.includes(name) || names.modules.some((module) => name.startsWith(module));
}
function checkUse(checking, names, use) {
	const { name, argument, path } = use;
	switch (name) {
		case "Ref":
			if (typeof argument === "string") checkName(checking, names, {
				name: argument,
				path,
				by: "Ref"
			});
			return;
		case "Fn::GetAtt":
			checkResourceName(checking, names, attributeParts(argument)?.logicalId, path);
			return;
		case "Fn::Sub":
			checkSub(checking, names, argument, path);
			return;
		case "Fn::If":
			checkCondition(checking, names, {
				name: Array.isArray(argument) ? argument[0] : void 0,
				path,
				by: "Fn::If"
			});
			return;
		case "Condition":
			if (path[0] === "Conditions") checkCondition(checking, names, {
				name: argument,
				path,
				by: "Condition"
			});
			return;
		case "Fn::FindInMap":
			checkMapping(checking, argument, path);
			return;
	}
}
function checkName(checking, names, { name, path, by }) {
	if (PSEUDO_PARAMETERS.includes(name) || names.parameters.includes(name)) return;
	const inResources = path[0] === "Resources" || path[0] === "Outputs" || path[0] === "Hooks";
	if (inResources && isResource(names, name)) return;
	if (checking.hasMacros) return;
	if (names.resources.includes(name)) {
		const message = `${by} to resource ${name}: ${path[0]} can refer to parameters only, as they are evaluated before resources.`;
		checking.report("error", path, message);
		return;
	}
	const known = [
		...names.parameters,
		...inResources ? names.resources : [],
		...PSEUDO_PARAMETERS
	];
	const kinds = inResources ? "parameter or resource" : "parameter";
	checking.report("error", path, `${by} to ${name}, which is not a ${kinds} of this template.${checking.suggest(name, known)}`);
}
function checkResourceName(checking, names, name, path) {
	if (name === void 0 || isResource(names, name) || checking.hasMacros) return;
	const near = checking.suggest(name, names.resources);
	checking.report("error", path, `Fn::GetAtt of ${name}, which is not a resource of this template.${near}`);
}
function checkSub(checking, names, argument, path) {
	const [text, variables] = Array.isArray(argument) ? argument : [argument];
	if (typeof text !== "string") return;
	const own = isObject$1(variables) ? Object.keys(variables) : [];
	for (const variable of new Set(subVariables(text))) {
		if (own.includes(variable)) continue;
		const logicalId = variable.includes(".") ? variable.slice(0, variable.indexOf(".")) : void 0;
		if (!/^[A-Za-z0-9_.:]+$/.test(variable)) reportVariable(checking, variable, path);
		else if (logicalId === void 0) checkName(checking, names, {
			name: variable,
			path,
			by: `Fn::Sub refers with \${${variable}}`
		});
		else checkSubAttribute(checking, names, {
			logicalId,
			variable,
			path
		});
	}
}
function checkSubAttribute(checking, names, { logicalId, variable, path }) {
	if (isResource(names, logicalId) || checking.hasMacros) return;
	const message = `Fn::Sub refers with \${${variable}} to ${logicalId}, which is not a resource of this template.`;
	checking.report("error", path, `${message}${checking.suggest(logicalId, names.resources)}`);
}
function reportVariable({ report }, variable, path) {
	const shown = variable.length > 40 ? `${variable.slice(0, 39)}…` : variable;
	report("error", path, `Fn::Sub has \${${shown}}: a name has letters, digits, "_", "." and ":" only. Write \${!${shown}} to keep it as text.`);
}
function checkCondition(checking, names, { name, path, by }) {
	if (typeof name !== "string" || names.conditions.includes(name) || checking.hasMacros) return;
	const near = checking.suggest(name, names.conditions);
	checking.report("error", path, `${by} uses the condition ${name}, which is not under Conditions.${near}`);
}
function checkConditionAttributes(checking, names) {
	for (const section of ["Resources", "Outputs"]) {
		const value = checking.source.value[section];
		if (!isObject$1(value)) continue;
		for (const [name, entry] of Object.entries(value)) {
			if (!isObject$1(entry) || entry.Condition === void 0) continue;
			const what = section === "Resources" ? `Resource ${name}` : `Output ${name}`;
			checkCondition(checking, names, {
				name: entry.Condition,
				path: [
					section,
					name,
					"Condition"
				],
				by: what
			});
		}
	}
}
function checkDependsOn(checking, names) {
	const resources = checking.source.value.Resources;
	if (!isObject$1(resources)) return;
	for (const [logicalId, resource] of Object.entries(resources)) {
		if (!isObject$1(resource) || resource.DependsOn === void 0 || resource.DependsOn === null) continue;
		const targets = Array.isArray(resource.DependsOn) ? resource.DependsOn : [resource.DependsOn];
		for (const target of targets) dependency(checking, names, logicalId, target);
	}
}
function dependency(checking, names, logicalId, target) {
	const path = [
		"Resources",
		logicalId,
		"DependsOn"
	];
	if (target === null) return;
	if (typeof target !== "string") checking.report("error", path, `The DependsOn of ${logicalId} must be a logical id or a list of them.`);
	else if (!isResource(names, target) && !checking.hasMacros) {
		const near = checking.suggest(target, names.resources);
		checking.report("error", path, `${logicalId} depends on ${target}, which is not a resource of this template.${near}`);
	}
}

// src/template/check/sections.ts
const SECTIONS = [
	"AWSTemplateFormatVersion",
	"Conditions",
	"Description",
	"Globals",
	"Hooks",
	"Mappings",
	"Metadata",
	"Outputs",
	"Parameters",
	"Resources",
	"Rules",
	"Transform"
];
const MAPPINGS_OF_NAMES = [
	"Conditions",
	"Mappings",
	"Outputs",
	"Rules",
	"Metadata",
	"Hooks"
];
function checkSections(checking) {
	const { source, report, hasMacros } = checking;
	for (const name of Object.keys(source.value)) {
		if (SECTIONS.includes(name) || hasMacros) continue;
		report("error", [name], `${name} is not a section of a template.${checking.suggest(name, SECTIONS)}`);
	}
	for (const name of MAPPINGS_OF_NAMES) {
		const section = source.value[name];
		if (section === void 0 || section === null || isObject$1(section)) continue;
		report("error", [name], `${name} must be a mapping, not ${kindOf(section)}.`);
	}
	checkVersion(checking);
	checkMappings(checking);
	checkOutputs(checking);
}
function checkVersion({ source, report }) {
	const version = source.value.AWSTemplateFormatVersion;
	if (version !== void 0 && version !== null && version !== "2010-09-09") report("error", ["AWSTemplateFormatVersion"], "AWSTemplateFormatVersion has one valid value: \"2010-09-09\".");
	const description = source.value.Description;
	if (description !== void 0 && description !== null && typeof description !== "string") report("error", ["Description"], `Description must be text, not ${kindOf(description)}.`);
}
const OUTPUT_ATTRIBUTES = [
	"Condition",
	"Description",
	"Export",
	"Value"
];
function checkOutputs(checking) {
	const { source } = checking;
	if (!isObject$1(source.value.Outputs)) return;
	for (const [name, output] of Object.entries(source.value.Outputs)) {
		if (name.startsWith("Fn::") || output === null) continue;
		checkOutput(checking, name, output);
	}
}
function checkOutput({ report, hasMacros, suggest }, name, output) {
	const path = ["Outputs", name];
	if (!/^[A-Za-z0-9]{1,255}$/.test(name)) report("error", path, `Output name "${name}": a name has letters and digits only, at most 255.`);
	if (!isObject$1(output)) {
		report("error", path, `Output ${name} must be a mapping with a Value.`);
		return;
	}
	if (output.Value === void 0) report("error", path, `Output ${name} has no Value.`);
	if (Array.isArray(output.Value)) report("error", [...path, "Value"], `The Value of output ${name} must be text, not a list.`);
	for (const attribute of Object.keys(output)) {
		if (OUTPUT_ATTRIBUTES.includes(attribute) || hasMacros) continue;
		const near = suggest(attribute, OUTPUT_ATTRIBUTES);
		report("error", [...path, attribute], `Output ${name} has the unknown attribute ${attribute}.${near}`);
	}
	if (output.Export !== void 0 && !(isObject$1(output.Export) && output.Export.Name !== void 0)) report("error", [...path, "Export"], `The Export of output ${name} must be a mapping with a Name.`);
}
function kindOf(value) {
	if (Array.isArray(value)) return "a list";
	if (value === null) return "nothing";
	switch (typeof value) {
		case "string": return "text";
		case "object": return "a mapping";
		default: return `a ${typeof value}`;
	}
}

// src/template/check/resources.ts
const ATTRIBUTES = [
	"Condition",
	"CreationPolicy",
	"DeletionPolicy",
	"DependsOn",
	"Description",
	"Metadata",
	"Properties",
	"Type",
	"UpdatePolicy",
	"UpdateReplacePolicy",
	"Version"
];
const POLICIES = {
	DeletionPolicy: [
		"Delete",
		"Retain",
		"RetainExceptOnCreate",
		"Snapshot"
	],
	UpdateReplacePolicy: [
		"Delete",
		"Retain",
		"Snapshot"
	]
};
function checkResources(checking) {
	const { source, report, hasMacros } = checking;
	const resources = source.value.Resources;
	if (resources === void 0 && !hasMacros) report("error", [], "The template has no Resources section; a template declares at least one resource.");
	if (resources === void 0 || resources === null) return;
	if (!isObject$1(resources)) {
		report("error", ["Resources"], `Resources must be a mapping of logical ids, not ${kindOf(resources)}.`);
		return;
	}
	const entries = Object.entries(resources);
	if (entries.length === 0) report("error", ["Resources"], "Resources is empty; a template declares at least one resource.");
	for (const [logicalId, resource] of entries) if (!logicalId.startsWith("Fn::")) checkResource(checking, logicalId, resource);
}
function checkResource(checking, logicalId, resource) {
	const { source, report } = checking;
	const path = ["Resources", logicalId];
	if (!/^[A-Za-z0-9]{1,255}$/.test(logicalId)) report("error", path, `Logical id "${logicalId}": a logical id has letters and digits only, at most 255.`);
	if (isObject$1(source.value.Parameters) && Object.hasOwn(source.value.Parameters, logicalId)) report("error", path, `${logicalId} is both a parameter and a resource; give one of them another name.`);
	if (resource === null) return;
	if (!isObject$1(resource)) {
		report("error", path, `Resource ${logicalId} must be a mapping with a Type, not ${kindOf(resource)}.`);
		return;
	}
	checkType(checking, logicalId, resource);
	checkAttributes(checking, logicalId, resource);
	checkPolicies(checking, logicalId, resource);
}
function checkType({ report }, logicalId, resource) {
	const path = ["Resources", logicalId];
	const { Type: type } = resource;
	if (type === void 0 && resource["Fn::Transform"] === void 0) report("error", path, `Resource ${logicalId} has no Type.`);
	if (type === void 0 || type === null || functionOf(type) !== void 0) return;
	if (typeof type !== "string") report("error", [...path, "Type"], `The Type of resource ${logicalId} must be text, not ${kindOf(type)}.`);
	else if (!/^[A-Za-z0-9]+(?:::[A-Za-z0-9_@-]+){1,3}$/.test(type)) {
		const message = `Resource ${logicalId} has the Type "${type}"; a type is written like AWS::S3::Bucket or Custom::Name.`;
		report("error", [...path, "Type"], message);
	}
	const { Properties: properties } = resource;
	if (properties !== void 0 && properties !== null && !isObject$1(properties)) {
		const message = `The Properties of resource ${logicalId} must be a mapping, not ${kindOf(properties)}.`;
		report("error", [...path, "Properties"], message);
	}
}
function checkAttributes({ report, hasMacros, suggest }, logicalId, resource) {
	for (const attribute of Object.keys(resource)) {
		if (ATTRIBUTES.includes(attribute) || hasMacros) continue;
		const near = suggest(attribute, ATTRIBUTES);
		const message = `Resource ${logicalId} has the unknown attribute ${attribute}.${near === "" ? " A property of the resource belongs under Properties." : near}`;
		report("error", [
			"Resources",
			logicalId,
			attribute
		], message);
	}
}
function checkPolicies({ report }, logicalId, resource) {
	for (const [attribute, allowed] of Object.entries(POLICIES)) {
		const policy = resource[attribute];
		if (policy === void 0 || policy === null || functionOf(policy) !== void 0) continue;
		if (typeof policy === "string" && allowed.includes(policy)) continue;
		const message = `The ${attribute} of ${logicalId} is ${typeof policy === "string" ? `"${policy}"` : kindOf(policy)}; it must be one of ${allowed.join(", ")}.`;
		report("error", [
			"Resources",
			logicalId,
			attribute
		], message);
	}
}

// src/template/check/check.ts
const SUGGESTIONS = 100;
function checkTemplate(source) {
	const findings = [];
	const freedom = freedomOf(source.value);
	const checking = {
		source,
		suggest: (word, candidates) => findings.length < SUGGESTIONS ? didYouMean(word, candidates) : "",
		hasMacros: freedom !== "none",
		report: (level, path, message) => {
			const [section, logicalId] = path;
			const about = section === "Resources" && typeof logicalId === "string" ? { logicalId } : {};
			findings.push({
				level,
				message,
				location: source.locate(path),
				...about
			});
		}
	};
	if (!hasSections(source.value)) {
		checkResources(checking);
		return findings;
	}
	const checks = freedom === "anything" ? BEFORE_MACROS : CHECKS;
	for (const check of checks) check(checking);
	return findings.sort(byPlace);
}
function hasSections(value) {
	return [
		"Resources",
		"AWSTemplateFormatVersion",
		"Transform",
		"Fn::Transform"
	].some((name) => Object.hasOwn(value, name));
}
const BEFORE_MACROS = [checkVersion, checkSize];
const CHECKS = [
	checkSections,
	checkResources,
	checkFunctions,
	checkReferences,
	circularResources,
	circularConditions,
	checkLimits,
	checkNulls
];
function checkNulls(checking) {
	if (!usesMacros(checking.source.value)) reportNulls(checking, checking.source.value, []);
}
function reportNulls(checking, value, path) {
	if (value === null) {
		const name = path.at(-1);
		const what = typeof name === "number" ? `Item ${name + 1} of the list` : `${name ?? "The template"}`;
		checking.report("error", path, `${what} has no value (null); CloudFormation takes none. Give it one or remove it.`);
	} else if (Array.isArray(value)) value.forEach((item, index) => {
		reportNulls(checking, item, [...path, index]);
	});
	else if (isObject$1(value)) for (const [key, member] of Object.entries(value)) reportNulls(checking, member, [...path, key]);
}
function byPlace(left, right) {
	const line = (left.location?.line ?? 0) - (right.location?.line ?? 0);
	return line !== 0 ? line : (left.location?.column ?? 0) - (right.location?.column ?? 0);
}

// src/template/tree/render.ts
function renderTemplate(source) {
	const { parameters, findings: malformed } = readParameters(source);
	const findings = [
		...source.findings ?? [],
		...malformed,
		...checkTemplate(source)
	].sort(byPlace);
	const errors = findings.filter(({ level }) => level === "error");
	if (errors.length > 0) throw invalidTemplate(errors, `Correct ${source.file}; nothing was sent to AWS.`);
	const { file, value, locate, spelling } = source;
	return {
		file,
		value,
		body: sentText(value, spelling),
		parameters,
		findings,
		locate,
		spelling
	};
}

// src/template/tree/treeNodes.ts
function templatesOf(tree) {
	return parentsFirst(tree, ({ children, others }) => [...children, ...others.filter(({ isNested }) => isNested)]).map(({ template }) => template);
}
function localTemplatesOf(tree) {
	return parentsFirst(tree, (each) => [...each.children, ...each.others]);
}
function nestedStackCount(tree) {
	const counts = /* @__PURE__ */ new Map();
	const below = ({ children }) => children.reduce((sum, child) => sum + 1 + (counts.get(child.tree) ?? 0), 0);
	for (const node of parentsFirst(tree).toReversed()) counts.set(node, below(node));
	return counts.get(tree) ?? 0;
}
function parentsFirst(root, named = ({ children }) => children) {
	const visited = /* @__PURE__ */ new Set();
	const childrenFirst = [];
	const visit = (tree) => {
		if (visited.has(tree)) return;
		visited.add(tree);
		for (const child of named(tree).toReversed()) visit(child.tree);
		childrenFirst.push(tree);
	};
	visit(root);
	return childrenFirst.toReversed();
}

// src/template/tree/tree.ts
const MAX_DEPTH = 100;
const MAX_STACKS = 2500;
function renderTree(source, read) {
	const rendering = {
		read,
		findings: [],
		files: /* @__PURE__ */ new Map()
	};
	const tree = renderNode(source, [source.file], rendering);
	if (tree !== void 0) refuseTooMany(tree, rendering);
	const errors = rendering.findings.filter(({ level }) => level === "error");
	if (errors.length > 0 || tree === void 0) throw invalidTemplate(errors, "Correct what is named; nothing was sent to AWS.");
	return tree;
}
function linkTree(tree, url) {
	const uploads = /* @__PURE__ */ new Map();
	const digests = /* @__PURE__ */ new Map();
	const uploaded = (child) => {
		const known = digests.get(child);
		if (known !== void 0) return url(known);
		const { file, body } = linkNode(child, uploaded);
		const digest = sha256(body);
		if (!uploads.has(digest)) uploads.set(digest, {
			file,
			body,
			digest
		});
		digests.set(child, digest);
		return url(digest);
	};
	return {
		template: linkNode(tree, uploaded),
		uploads: [...uploads.values()],
		digests
	};
}
function linkNode({ template, children }, urlOf) {
	if (children.length === 0) return template;
	const urls = new Map(children.map(({ logicalId, tree }) => [logicalId, urlOf(tree)]));
	const value = withTemplateUrls(template.value, urls);
	return {
		...template,
		value,
		body: sentText(value, template.spelling)
	};
}
function renderNode(source, trail, rendering) {
	const included = attempt(rendering, () => includeLocal(source, rendering.read));
	if (included === void 0) return void 0;
	const template = attempt(rendering, () => renderTemplate(included));
	const children = nestedTemplates(included.value).flatMap((nested) => {
		const { logicalId, path } = nested;
		const tree = nestedTree(nested, included.locate(path), trail, rendering);
		if (tree === void 0) return [];
		rendering.findings.push(...checkNested(included, logicalId, tree.template));
		return [{
			logicalId,
			tree
		}];
	});
	const others = otherTemplates(included.value).flatMap((named) => {
		const tree = nestedTree(named, included.locate(named.path), trail, rendering);
		const { logicalId, path, isNested } = named;
		return tree === void 0 ? [] : [{
			logicalId,
			path,
			isNested,
			tree
		}];
	});
	return template && {
		template,
		children,
		others,
		files: localFiles(included.value)
	};
}
function nestedTree({ logicalId, templateUrl }, location, trail, rendering) {
	const refuse = (message) => {
		rendering.findings.push({
			level: "error",
			message,
			location,
			logicalId
		});
	};
	const file = workspacePath(location.file, templateUrl);
	if (file !== void 0 && trail.includes(file)) return refuse(`Circular nesting: ${[...trail, file].join(" → ")}.`);
	if (file !== void 0 && rendering.files.has(file)) return rendering.files.get(file);
	if (trail.length > MAX_DEPTH) return refuse(`${templateUrl} is nested more than ${MAX_DEPTH} levels deep; no stack needs that.`);
	const text = readLocal(rendering.read, templateUrl, file, refuse);
	if (file === void 0 || text === void 0) return void 0;
	const source = attempt(rendering, () => parseTemplate(text, file));
	const tree = source === void 0 ? void 0 : renderNode(source, [...trail, file], rendering);
	rendering.files.set(file, tree);
	return tree;
}
function attempt({ findings }, work) {
	try {
		return work();
	} catch (error) {
		const found = findingsOf(error);
		if (found.length === 0) throw error;
		findings.push(...found);
		return;
	}
}
function refuseTooMany(tree, { findings }) {
	if (nestedStackCount(tree) <= MAX_STACKS) return;
	const message = `This template makes more than ${MAX_STACKS.toLocaleString("en-US")} nested stacks, each use of a file counted; CloudFormation works on no more in one operation. Nest fewer, or split them into several stacks.`;
	findings.push({
		level: "error",
		message,
		location: tree.template.locate(["Resources"])
	});
}

// src/flows/render/templateUpload.ts
function linkTemplate(loaded, { store, isSent }) {
	const linked = linkTree(loaded.tree, (digest) => store === void 0 ? `./${digest}.json` : placeOf$2(digest, store).url);
	const { body } = linked.template;
	const isLarge = bytesOf(body) > INLINE_BYTES;
	const own = isLarge ? [{
		body,
		digest: sha256(body)
	}] : [];
	const named = [...new Map([...loaded.templates ?? [], ...linked.uploads].map((each) => [each.digest, each])).values()];
	const stored = [...named, ...own].map(({ body, digest }) => ({
		body,
		digest
	}));
	const problems = [...linked.uploads.length > 0 ? [needsBucketForNested(loaded)] : [], ...isLarge ? [needsBucketForSize(loaded, body)] : []];
	return {
		template: linked.template,
		uploadedAs: store && uploadedName(placeOf$2(sha256(""), store).url),
		digests: linked.digests,
		templateUrl: store && own[0] && placeOf$2(own[0].digest, store).url,
		uploads: store ? stored.map(({ body, digest }) => ({
			...placeOf$2(digest, store),
			body
		})) : [],
		nested: named.map(({ body, digest }) => ({
			name: digest,
			body
		})),
		problems: store === void 0 && isSent ? problems : []
	};
}
async function upload({ files, uploads }, ports) {
	for (const file of files) {
		const done = await ports.templateBucket.store(file);
		const { name, bytes, bucket, key } = file;
		ports.log.info(`${name === "" ? "." : name}, ${count(bytes)} bytes, ${STORED[done]} s3://${bucket}/${key}`);
	}
	await uploadTemplates(uploads, ports);
}
async function uploadTemplates(uploads, { templateBucket, log }) {
	await Promise.all(uploads.map(async (template) => {
		const done = await templateBucket.store(template);
		const size = bytesOf(template.body).toLocaleString("en-US");
		log.info(`Template of ${size} bytes, ${STORED[done]} s3://${template.bucket}/${template.key}`);
	}));
}
function needsBucketForNested({ tree }) {
	const names = tree.children.map(({ logicalId, tree: child }) => `${logicalId} (${child.template.file})`);
	return `${tree.template.file} nests local templates: ${names.join(", ")}. CloudFormation reads them from S3 only: name a bucket in s3-bucket.`;
}
function needsBucketForSize({ tree, sourceBytes }, body) {
	const size = bytesOf(body);
	const saved = sourceBytes - size;
	const minified = saved > 0 ? `has ${count(size)} bytes even as minified JSON, which saved ${count(saved)} of ${count(sourceBytes)} (${Math.floor(100 * saved / sourceBytes)}%)` : `has ${count(size)} bytes as minified JSON${saved < 0 ? ", in which a character beyond ASCII takes six" : ""}`;
	return `${tree.template.file} ${minified}. CloudFormation takes at most ${count(INLINE_BYTES)} in a request: name a bucket in s3-bucket for larger ones, or nest a part of it.`;
}
const STORED = {
	uploaded: "uploaded to",
	present: "already at"
};
function bytesOf(text) {
	return Buffer.byteLength(text, "utf8");
}
function count(number) {
	return number.toLocaleString("en-US");
}

// src/report/summary.ts
const SUMMARY_LIMIT = 1047552;
function renderSummary(given) {
	const view = shownView(given);
	const style = {
		diff: {
			lines: 1e3,
			width: 1e3
		},
		newProperties: {
			lines: 1e3,
			width: 1e5
		},
		fullReport: fullReport(view)
	};
	const sections = documentSections(view, style);
	const timeline = timelineOf(view).flatMap(gantt);
	return withinBudget([
		...sections.slice(0, -1),
		...timeline,
		...sections.slice(-1)
	], SUMMARY_LIMIT, bytes$1);
}
function fullReport({ links }) {
	const words = "too long for a job summary";
	return {
		words: links.changeSet === void 0 ? words : `${words}, see the change set`,
		url: links.changeSet
	};
}

export { ABOUT_TO_START, DEFINITION, DETAILS_CLOSE, HIDDEN_CHANGE, KNOWN_AFTER_APPLY, LEAST_CUT, NESTED_STACK, NOT_STARTED, NO_HISTORY, OF_THE_CDK, PARAMETER$1 as PARAMETER, PROPERTY$1 as PROPERTY, RESOURCE, SUMMARY_LIMIT, UNKNOWN, UNSEEN, VALUES, acceptance$1 as acceptance, acknowledgements, actionLabel, adviceOf, attempt$1 as attempt, attributeParts, becauseText, block, blockedText, bytes$1 as bytes, calledOffText, causeOf$1 as causeOf, causesOf, causingResource, cell, cellCode, changeSetName, changesText, checkName$1 as checkName, childScope, code, commentValue, commitsSince, contextOf, costText, countsText, cutParts, decidedEnd, definitionOf, deployCheckName, deployedTemplates, deploymentName, detailsOpen, differing$1 as differing, digestOf, digestOfItems, distinct, documentSections, driftLines, endedAs, endingText, entries, errorsOf, estimateText, evaluateRules, evaluateTemplate, evaluateValue, evaluatedTree, failingOf, failingText, fateLines, formatOf, fullSentence, functionOf, givenBeside, hangsOnMore, has, headline, hiddenParts, historyOf, inputError, isAtRest, isBlank, isDeployCheckOf, isEvaluatedObject, isLoop, isLooped, isLossLabel, isNested, isObject, isOfCluster, isOfStack, isProtectionPath, isResolvedLater, isRewritten, isShownInPart, isStateful, isStoppedByLoss, isStored, isTerminal, isToldInPart, item, judge, keyText, known$1 as known, knownValue, labelsFor, lackingCapability, leavesOut, leftBehindText, leftText, link, linkTemplate, linkTree, listedItems, listedText, localTemplatesOf, lossText, mapStrings, moment, neededCapabilities, nestedStacks, nestingProperty, nextStep, observeEvent, obstacleLines, ofSam, omission, oneLine, oneLine$1, otherRisks, ownCommit, parseDocument, parseTemplate, parseValue, partOf, pathKey, pathOf, physicalName, placed, plural, problemAt, propertyLabel, protectionOf, quoted$1 as quoted, rank, reachOf, reachedText, recordedPulls, redact, redactItems, remembered, renderSummary, renderTree, replacementText, replacements, resourceGraph, resourceKey, resourcesOf, rollbackFailureText, rootStatus, shorten, shownDelta, shownDrift, shownView, sign$1 as sign, stackPaths, startOperation, stateOf, statusAfter, subVariables, substituted$1 as substituted, surroundings, tableHead, tableRow, tableSection, templateItems, templatesOf, text, textHash, textIn, textOf$1 as textOf, timeline, unboundFindings, uncheckedText, unescaped$1 as unescaped, unknownNames, unknownRound, unseenItems, unshownFinding, upload, usesMacros, usualPolicy, valueAt, valueItems, valueProblems, valueText, visitFunctions, wantedTemplates, wasCalledOff, watchedLines, wholeText, withCondition, withMadeAnew, withTemplateUrls, withValues, withinBudget, withoutLoops, withoutMadeAnew, withoutUploads, workspacePath, writtenAs, writtenItems };