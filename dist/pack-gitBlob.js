import { ActionError } from "./errors.js";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";

// src/inside.ts
async function findInside(workspace, path) {
	const root = await realpath(workspace);
	const wanted = resolve(root, path);
	if (!within(root, wanted)) throw outside(path);
	const found = await realpath(wanted).catch((error) => {
		throw missing(path, error);
	});
	if (!within(root, found)) throw outside(path);
	return {
		found,
		isLinked: found !== wanted
	};
}
function unreadable(message) {
	return new ActionError(message, { reasonCode: "invalid-input" });
}
function within(root, path) {
	const way = relative(root, path);
	return way === "" || way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
function missing(path, cause) {
	return new ActionError(`${path} does not exist in the workspace.`, {
		reasonCode: "invalid-input",
		hint: "Is the path relative to the repository's root, and does a step check out the repository before this one?",
		cause
	});
}
function outside(path) {
	return unreadable(`${path} leads out of the workspace; only files of the checkout are read.`);
}

// src/pack/gitBlob.ts
function gitBlob(bytes) {
	return createHash("sha1").update(`blob ${bytes}\0`);
}

export { findInside, gitBlob, unreadable };