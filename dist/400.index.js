export const id = 400;
export const ids = [400];
export const modules = {

/***/ 400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pack: () => (/* binding */ pack)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/inside.js
var inside = __webpack_require__(2059);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/pack/folder.js




/** A zip without the ZIP64 extension counts its files in 16 bits. */
const MOST_FILES = 65_535;
/** Links can multiply folders without end, and a file in none of them. */
const MOST_LINKS = 10_000;
/**
 * The files of a folder, at any depth. Empty folders are left out, as git and `aws cloudformation package` do, and so
 * is what is called `.git`: it is another on every machine, and holds the token of `actions/checkout`. Symbolic links
 * are followed, but never out of the workspace.
 */
async function filesOf(workspace, path, { found }) {
    const walk = { workspace, path, entries: [], folders: 0, links: 0 };
    await enter(walk, found, "", [found]);
    return { entries: inOrder(walk.entries), isLinked: walk.links > 0 };
}
/** Git knows of a file's mode only whether its owner may execute it. */
function isExecutable(mode) {
    return (mode & 0o100) !== 0;
}
async function enter(walk, folder, prefix, above) {
    walk.folders++;
    for (const entry of await (0,promises_.readdir)(folder, { withFileTypes: true })) {
        if (entry.name === ".git")
            continue;
        const name = `${prefix}${entry.name}`;
        const shown = walk.path === "" ? name : `${walk.path}/${name}`;
        // Node reads names as UTF-8; one that is not would be a file that is not there.
        if (entry.name.includes("\uFFFD"))
            throw (0,inside/* unreadable */.O)(`The name of ${shown} is not UTF-8.`);
        const isLink = entry.isSymbolicLink();
        if (isLink)
            walk.links++;
        refuseTooMany(walk);
        const file = isLink ? await linked(walk, shown) : (0,external_node_path_.join)(folder, entry.name);
        const found = await (0,promises_.stat)(file);
        if (found.isDirectory()) {
            if (above.includes(file))
                throw (0,inside/* unreadable */.O)(`${shown} links to a folder that it is in.`);
            await enter(walk, file, `${name}/`, [...above, file]);
        }
        else if (found.isFile()) {
            walk.entries.push({ name, file, size: found.size, isExecutable: isExecutable(found.mode) });
        }
        else {
            throw (0,inside/* unreadable */.O)(`${shown} is not a regular file.`);
        }
    }
}
async function linked({ workspace }, shown) {
    try {
        return (await (0,inside/* findInside */.a)(workspace, shown)).found;
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.l) || error.cause === undefined)
            throw error;
        throw (0,inside/* unreadable */.O)(`${shown} is a symbolic link that leads nowhere.`);
    }
}
function refuseTooMany({ path, entries, folders, links }) {
    const folder = path === "" ? "The repository" : path;
    const refuse = (most, what) => {
        throw (0,inside/* unreadable */.O)(`${folder} holds more than ${most.toLocaleString("en-US")} ${what}.`);
    };
    if (links > MOST_LINKS)
        refuse(MOST_LINKS, "symbolic links");
    if (entries.length + folders > MOST_FILES)
        refuse(MOST_FILES, "files and folders, which a zip does not take");
}
function inOrder(entries) {
    const keyed = entries.map((entry) => ({ entry, key: Buffer.from(entry.name) }));
    return keyed.sort((left, right) => Buffer.compare(left.key, right.key)).map(({ entry }) => entry);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/pack/gitTree.js

/**
 * Git's id of the tree that holds these files and nothing else: what `git rev-parse <commit>:<folder>` says, where a
 * folder is checked out as it was committed (git-hash-object; the format is git's "Git Objects").
 */
function treeId(files) {
    const folders = new Map();
    const entries = [];
    for (const file of files) {
        const slash = file.name.indexOf("/");
        if (slash < 0) {
            const mode = file.isExecutable ? "100755" : "100644";
            entries.push({ name: file.name, mode, id: file.blob, order: file.name });
            continue;
        }
        const [name, rest] = [file.name.slice(0, slash), file.name.slice(slash + 1)];
        const folder = folders.get(name) ?? [];
        folder.push({ ...file, name: rest });
        folders.set(name, folder);
    }
    for (const [name, below] of folders) {
        // Git sorts a folder as if its name ended in a slash.
        entries.push({ name, mode: "40000", id: treeId(below), order: `${name}/` });
    }
    entries.sort((left, right) => Buffer.compare(Buffer.from(left.order), Buffer.from(right.order)));
    const body = Buffer.concat(entries.flatMap(({ name, mode, id }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(id, "hex")]));
    return (0,external_node_crypto_.createHash)("sha1").update(`tree ${body.length}\0`).update(body).digest("hex");
}

// EXTERNAL MODULE: ./lib/pack/gitBlob.js
var gitBlob = __webpack_require__(4218);
;// CONCATENATED MODULE: ./lib/pack/write.js





/** Read and written so many bytes at a time: how files are cut decides how they are compressed, so it is fixed. */
const CHUNK_BYTES = 1024 * 1024;
/** Writes a file by what `fill` gives it, and names it `<SHA-256><extension>`. What is not whole is removed. */
async function written(into, extension, fill) {
    const unfinished = (0,external_node_path_.join)(into, `packing-${crypto.randomUUID()}`);
    const hash = (0,external_node_crypto_.createHash)("sha256");
    let bytes = 0;
    try {
        const handle = await (0,promises_.open)(unfinished, "wx");
        try {
            await fill(async (chunk) => {
                hash.update(chunk);
                bytes += chunk.length;
                await handle.writeFile(chunk);
            });
        }
        finally {
            await handle.close();
        }
        const digest = hash.digest("hex");
        const file = (0,external_node_path_.join)(into, `${digest}${extension}`);
        await (0,promises_.rename)(unfinished, file);
        return { file, bytes, digest };
    }
    finally {
        await (0,promises_.rm)(unfinished, { force: true });
    }
}
/**
 * Reads a file of so many bytes, chunk by chunk; `isLast` with the last one, which of an empty file is empty. The chunk is
 * the caller's to keep.
 * @returns git's id of its content
 */
async function readChunks(file, size, take) {
    const blob = (0,gitBlob/* gitBlob */.W)(size);
    const handle = await (0,promises_.open)(file);
    try {
        let left = size;
        do {
            const chunk = await exactly(handle, Math.min(left, CHUNK_BYTES), file);
            left -= chunk.length;
            blob.update(chunk);
            await take(chunk, left === 0);
        } while (left > 0);
        if ((await handle.read(Buffer.alloc(1), 0, 1)).bytesRead > 0)
            throw changed(file);
    }
    finally {
        await handle.close();
    }
    return blob.digest("hex");
}
async function exactly(handle, bytes, file) {
    const chunk = new Uint8Array(bytes);
    for (let filled = 0; filled < bytes;) {
        const { bytesRead } = await handle.read(chunk, filled, bytes - filled);
        if (bytesRead === 0)
            throw changed(file);
        filled += bytesRead;
    }
    return chunk;
}
function changed(file) {
    return (0,inside/* unreadable */.O)(`${file} was changed while it was read.`);
}

// EXTERNAL MODULE: ./node_modules/fflate/esm/index.mjs
var esm = __webpack_require__(1306);
;// CONCATENATED MODULE: ./lib/pack/zip.js


/**
 * The earliest day that a zip knows. The library writes a Date in the machine's own time zone, so it is made in that one;
 * at noon, which no zone has ever skipped.
 */
const earliest = () => new Date(1980, 0, 1, 12, 0, 0);
/** "Version made by" Unix: the attributes hold a mode. */
const UNIX = 3;
/**
 * Writes files into a zip, in the order in which they come. Its bytes depend on names, contents and executable bits
 * alone: the compression is the library's own JavaScript, for zlib's output differs between processors.
 * @returns the files with git's ids of their contents
 */
async function writeZip(entries, write) {
    const ready = [];
    const failures = [];
    const zip = new esm/* Zip */.qQ((error, chunk) => {
        if (error === null)
            ready.push(chunk);
        else
            failures.push(error);
    });
    const flush = async () => {
        const [failure] = failures;
        if (failure !== undefined)
            throw failure;
        for (const chunk of ready.splice(0))
            await write(chunk);
    };
    const files = [];
    for (const { name, file, size, isExecutable } of entries) {
        const entry = new esm/* ZipDeflate */.D8(name, { level: 6 });
        entry.mtime = earliest();
        entry.os = UNIX;
        entry.attrs = attributes(isExecutable);
        zip.add(entry);
        const blob = await readChunks(file, size, async (chunk, isLast) => {
            entry.push(chunk, isLast);
            await flush();
        });
        files.push({ name, isExecutable, blob });
    }
    zip.end();
    await flush();
    return files;
}
/** A regular file's Unix mode, in the upper half of the external attributes. */
function attributes(isExecutable) {
    return ((isExecutable ? 0o100755 : 0o100644) << 16) >>> 0;
}

;// CONCATENATED MODULE: ./lib/pack/pack.js







/** A zip without the ZIP64 extension counts its bytes in 32 bits. */
const LARGEST_ZIP = 0xffff_ffff;
/** Packs a file or folder: `Workspace.pack` of the ports says how. */
async function pack(order, as) {
    const place = await (0,inside/* findInside */.a)(order.workspace, order.path);
    const found = await (0,promises_.stat)(place.found);
    if (found.isDirectory())
        return packFolder(order, place, as);
    if (!found.isFile())
        throw (0,inside/* unreadable */.O)(`${shown(order)} is not a regular file.`);
    const entry = {
        name: (0,external_node_path_.basename)(place.found),
        file: place.found,
        size: found.size,
        isExecutable: isExecutable(found.mode),
    };
    const isZipped = as.takes === "zip" && !(await isZip(place.found, found.size));
    return isZipped ? zipFile(order, place, entry, as.limit) : copyFile(order, place, entry, as.limit);
}
async function packFolder(order, place, { takes, limit }) {
    if (takes === "file")
        throw (0,inside/* unreadable */.O)(`${shown(order)} is a folder; ${limit.service} takes a file here.`);
    const { entries, isLinked } = await filesOf(order.workspace, order.path, place);
    if (entries.length === 0)
        throw (0,inside/* unreadable */.O)(`${shown(order)} is a folder without files.`);
    const { files, ...packed } = await zipped(order, entries, limit);
    const source = {
        path: order.path,
        blob: treeId(files),
        isFolder: true,
        isLinked: place.isLinked || isLinked,
    };
    return { source, packed };
}
async function zipFile(order, place, entry, limit) {
    // By the name that the template gives it, whatever a link leads to.
    const named = { ...entry, name: order.path.split("/").at(-1) ?? entry.name };
    const { files, ...packed } = await zipped(order, [named], limit);
    return { source: { path: order.path, blob: files[0]?.blob ?? "", isLinked: place.isLinked }, packed };
}
async function copyFile(order, { isLinked }, { file, size }, limit) {
    refuseLarge(order, size, limit, "");
    const extension = /\.[A-Za-z0-9]{1,16}$/.exec(order.path)?.[0] ?? "";
    let blob = "";
    const copy = await written(order.into, extension, async (write) => {
        blob = await readChunks(file, size, (chunk) => write(chunk));
    });
    return { source: { path: order.path, blob, isLinked }, packed: { ...copy, extension } };
}
async function zipped(order, entries, limit) {
    const size = entries.reduce((sum, entry) => sum + entry.size, 0);
    if (limit.of === "contents")
        refuseLarge(order, size, limit, " in it");
    const most = limit.of === "object" && limit.bytes < LARGEST_ZIP ? limit : undefined;
    let files = [];
    let bytes = 0;
    const zip = await written(order.into, ".zip", async (write) => {
        files = await writeZip(entries, async (chunk) => {
            bytes += chunk.length;
            if (most !== undefined)
                refuseLarge(order, bytes, most, " as a zip, or more");
            if (bytes > LARGEST_ZIP)
                throw (0,inside/* unreadable */.O)(`${shown(order)} makes a zip of more than 4 GiB.`);
            await write(chunk);
        });
    });
    return { ...zip, extension: ".zip", files };
}
function refuseLarge(order, bytes, limit, how) {
    if (bytes <= limit.bytes)
        return;
    const [has, most] = [bytes, limit.bytes].map((each) => each.toLocaleString("en-US"));
    throw (0,inside/* unreadable */.O)(`${shown(order)} has ${has} bytes${how}; ${limit.service} takes at most ${most}.`);
}
function shown({ path }) {
    return path === "" ? "The repository" : path;
}
/** The end of a zip: a record of 22 bytes, and at most 65,535 of a comment. */
const END_RECORD = Buffer.from("PK\u0005\u0006", "latin1");
const LONGEST_END = 22 + 65_535;
/** Whether a file is a zip, whatever its name is: by the record at its end, as Python's `is_zipfile` tells it. */
async function isZip(file, size) {
    const handle = await (0,promises_.open)(file);
    try {
        const tail = Buffer.alloc(Math.min(size, LONGEST_END));
        const { bytesRead } = await handle.read(tail, 0, tail.length, size - tail.length);
        const at = tail.subarray(0, bytesRead).lastIndexOf(END_RECORD);
        return at >= 0 && at + 22 <= bytesRead;
    }
    finally {
        await handle.close();
    }
}


/***/ })

};
