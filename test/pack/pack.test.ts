import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { afterEach, describe, expect, test } from "vitest";
import { treeId } from "../../src/pack/gitTree.ts";
import type { Limit, Packaged } from "../../src/template/tree/packaged.data.ts";
import { openWorkspace } from "../../src/workspace.ts";

const LIMIT: Limit = { bytes: 100_000_000, of: "contents", service: "AWS Lambda" };
const ZIP = { takes: "zip", limit: LIMIT } as const;
const FILE = { takes: "file", limit: LIMIT } as const;

interface File {
  readonly text: string | Uint8Array;
  readonly mode?: number;
  readonly time?: Date;
}

const roots: string[] = [];
afterEach(async () => {
  for (const root of roots.splice(0)) await rm(root, { recursive: true });
});

/** A workspace with these files, made in the order in which they are given. */
async function openWith(files: Readonly<Record<string, string | File>> = {}) {
  const root = await mkdtemp(join(tmpdir(), "pack-"));
  roots.push(root);
  const [workspace, temp] = [join(root, "work"), join(root, "temp")];
  mkdirSync(workspace);
  for (const [name, given] of Object.entries(files)) {
    const path = join(workspace, name);
    const { text, mode = 0o644, time } = typeof given === "string" ? { text: given } : given;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    chmodSync(path, mode);
    if (time !== undefined) utimesSync(path, time, time);
  }
  const opened = openWorkspace({ workspace, action: root, temp });
  return {
    ...opened,
    workspace,
    temp,
    git: (...args: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...args], {
        cwd: workspace,
        encoding: "utf8",
      }).trim(),
  };
}

const refusal = (message: RegExp) => ({
  name: "ActionError",
  reasonCode: "invalid-input",
  message: expect.stringMatching(message),
});

/** Names and contents of a zip, and the modes in its central directory. */
function zipOf(file: string) {
  const bytes = readFileSync(file);
  const texts = Object.entries(unzipSync(bytes)).map(([name, content]) => [
    name,
    Buffer.from(content).toString(),
  ]);
  const modes: Record<string, string> = {};
  let at = bytes.readUInt32LE(bytes.length - 22 + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    modes[bytes.toString("utf8", at + 46, at + 46 + name)] = (bytes.readUInt32LE(at + 38) >>> 16).toString(8);
    at += 46 + name + extra + comment;
  }
  return { names: texts.map(([name]) => name), texts: Object.fromEntries(texts), modes };
}

describe("a folder becomes a zip", () => {
  test("of all its files in the order of their names, with modes as git has them, without .git and empty folders", async () => {
    const { pack, workspace, temp } = await openWith({
      "src/b.py": "b = 1\n",
      "src/a/z.py": { text: "z", mode: 0o600 },
      "src/a.py": { text: "a", mode: 0o775 },
      "src/ü.txt": "umlaut",
      "src/empty.txt": "",
      "src/.hidden": "h",
      "src/.git/config": "token",
      "src/deep/.git": "gitdir: elsewhere",
      "src/deep/er/x": "x",
    });
    mkdirSync(join(workspace, "src/nothing"));
    const packed = await pack("src", ZIP);
    expect(zipOf(packed.file)).toEqual({
      names: [".hidden", "a.py", "a/z.py", "b.py", "deep/er/x", "empty.txt", "ü.txt"],
      texts: {
        ".hidden": "h",
        "a.py": "a",
        "a/z.py": "z",
        "b.py": "b = 1\n",
        "deep/er/x": "x",
        "empty.txt": "",
        "ü.txt": "umlaut",
      },
      modes: {
        ".hidden": "100644",
        "a.py": "100755",
        "a/z.py": "100644",
        "b.py": "100644",
        "deep/er/x": "100644",
        "empty.txt": "100644",
        "ü.txt": "100644",
      },
    });
    const bytes = readFileSync(packed.file);
    expect(packed).toEqual({
      file: join(temp, "aurora-deploy-action", `${createHash("sha256").update(bytes).digest("hex")}.zip`),
      digest: createHash("sha256").update(bytes).digest("hex"),
      bytes: bytes.length,
      extension: ".zip",
    });
    expect(await readdir(join(temp, "aurora-deploy-action"))).toEqual([`${packed.digest}.zip`]);
  });

  test("of these very bytes, on every machine and in every version of this action that does not say otherwise", async () => {
    const { pack } = await openWith({
      "src/a.py": "print(1)\n".repeat(1000),
      "src/run.sh": { text: "#!/bin/sh\n", mode: 0o755 },
    });
    expect((await pack("src", ZIP)).digest).toMatchInlineSnapshot(
      `"5dd7a7f5290486af1c2e5ad62e7e2db5a152165528eb8b0d892b52bdf16cf7c8"`,
    );
  });

  test("whose bytes do not depend on order, times, umask, time zone or where it lies", async () => {
    const name = fc.stringMatching(/^[a-zA-Zäß0-9_.-]{1,8}$/).filter((text) => !/^\.+$|^\.git$/i.test(text));
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => `d${names.join("/d")}/f`);
    const file = fc.record({ text: fc.uint8Array({ maxLength: 300 }), isExecutable: fc.boolean() });
    const date = fc.date({ min: new Date(0), max: new Date("2090-01-01"), noInvalidDate: true });
    const zones = fc.constantFrom(
      "UTC",
      "Pacific/Apia",
      "America/St_Johns",
      "Africa/Monrovia",
      "Asia/Kathmandu",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(path, file, { minKeys: 1, maxKeys: 6 }),
        fc.array(date, { minLength: 6, maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        fc.tuple(zones, zones),
        async (files, dates, random, [one, other]) => {
          const entries = Object.entries(files);
          const shuffled = entries
            .map((entry) => ({ entry, at: random.next().value }))
            .sort((left, right) => left.at - right.at);
          const first = await inZone(one, () =>
            openPacked(entries, (isExecutable) => (isExecutable ? 0o755 : 0o644)),
          );
          const again = await inZone(other, () =>
            openPacked(
              shuffled.map(({ entry }) => entry),
              (isExecutable) => (isExecutable ? 0o700 : 0o600),
              dates,
            ),
          );
          expect(again).toEqual(first);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("and any change of a name, a content or an executable bit is another one", async () => {
    const base: Record<string, string | File> = { "src/a.py": "a", "src/b.py": "b" };
    const digests = await Promise.all(
      [
        base,
        { ...base, "src/a.py": "A" },
        { ...base, "src/a.py": { text: "a", mode: 0o755 } },
        { ...base, "src/c.py": "" },
        { "src/a.py": "a", "src/B.py": "b" },
        { "src/a.py": "a" },
        { "src/a.py": "b", "src/b.py": "a" },
      ].map(async (files) => (await (await openWith(files)).pack("src", ZIP)).digest),
    );
    expect(new Set(digests).size).toBe(digests.length);
  });

  test("of large files piece by piece", async () => {
    const { pack, workspace } = await openWith({ "src/a": "" });
    const noise = Buffer.alloc(3_500_000);
    for (let at = 0; at < noise.length; at += 4) noise.writeUInt32LE((at * 2654435761) >>> 0, at);
    writeFileSync(join(workspace, "src/noise"), noise);
    truncateSync(join(workspace, "src/a"), 1024 * 1024 * 2);
    const { file } = await pack("src", ZIP);
    const held = unzipSync(readFileSync(file));
    expect(Buffer.compare(Buffer.from(held.noise ?? []), noise)).toBe(0);
    expect(held.a?.length).toBe(2 * 1024 * 1024);
  });
});

async function inZone<T>(zone: string, work: () => Promise<T>): Promise<T> {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

async function openPacked(
  entries: readonly (readonly [string, { readonly text: Uint8Array; readonly isExecutable: boolean }])[],
  mode: (isExecutable: boolean) => number,
  dates: readonly Date[] = [],
) {
  const files = entries.map(([name, { text, isExecutable }], index): [string, File] => {
    const time = dates[index];
    return [`src/${name}`, { text, mode: mode(isExecutable), ...(time === undefined ? {} : { time }) }];
  });
  const { pack, sources } = await openWith(Object.fromEntries(files));
  const { digest } = await pack("src", ZIP);
  return { digest, sources: sources() };
}

describe("one file", () => {
  test("becomes a zip where a zip is wanted", async () => {
    const { pack } = await openWith({ "src/handler.py": { text: "x", mode: 0o755 } });
    const { file, extension } = await pack("src/handler.py", ZIP);
    expect(extension).toBe(".zip");
    expect(zipOf(file)).toEqual({
      names: ["handler.py"],
      texts: { "handler.py": "x" },
      modes: { "handler.py": "100755" },
    });
  });

  test("that is a zip stays as it is, whatever its name is", async () => {
    const { pack, workspace } = await openWith({ "src/a.py": "a" });
    const made = readFileSync((await pack("src", ZIP)).file);
    writeFileSync(join(workspace, "code.jar"), made);
    // As programs that unpack themselves have it, and with a comment behind.
    const odd = Buffer.concat([Buffer.from("#!/bin/sh\n"), made, Buffer.from("a comment")]);
    writeFileSync(join(workspace, "code.bin"), odd);
    for (const [name, bytes] of [
      ["code.jar", made],
      ["code.bin", odd],
    ] as const) {
      const packed = await pack(name, ZIP);
      expect(readFileSync(packed.file).equals(bytes)).toBe(true);
      expect(packed.extension).toBe(name.slice(4));
    }
  });

  test.for([
    ["api.yaml", ".yaml"],
    ["job", ""],
    ["a.tar.gz", ".gz"],
    ["what.a+b", ""],
  ] as const)("%s goes as it is, and keeps the extension %j", async ([name, extension]) => {
    const { pack } = await openWith({ [name]: "as it is" });
    const packed = await pack(name, FILE);
    expect(packed).toMatchObject({
      extension,
      bytes: 8,
      digest: createHash("sha256").update("as it is").digest("hex"),
    });
    expect(readFileSync(packed.file, "utf8")).toBe("as it is");
  });
});

describe("refused", () => {
  test.for<[string, string, Pick<Packaged, "takes" | "limit">, RegExp]>([
    ["what is not there", "nothing", ZIP, /^nothing does not exist/],
    ["a path out", "../temp", ZIP, /^\.\.\/temp leads out of the workspace/],
    ["a link out", "out", ZIP, /^out leads out of the workspace/],
    [
      "a link out of the workspace in the folder",
      "links/out",
      ZIP,
      /^links\/out\/deep\/x leads out of the workspace/,
    ],
    [
      "a link to nowhere in the folder",
      "links/dangling",
      ZIP,
      /^links\/dangling\/x is a symbolic link that leads nowhere/,
    ],
    ["a link to a folder above", "links/loop", ZIP, /^links\/loop\/in\/x links to a folder that it is in/],
    ["a fifo", "pipe/p", ZIP, /^pipe\/p is not a regular file/],
    ["a fifo in the folder", "pipe", ZIP, /^pipe\/p is not a regular file/],
    ["a folder without files", "empty", ZIP, /^empty is a folder without files/],
    ["a folder where a file is wanted", "src", FILE, /^src is a folder; AWS Lambda takes a file here/],
    [
      "a large file",
      "src/a",
      { ...FILE, limit: { ...LIMIT, bytes: 9 } },
      /^src\/a has 10 bytes; AWS Lambda takes at most 9\.$/,
    ],
    [
      "a large folder, by what is in it",
      "src",
      { ...ZIP, limit: { ...LIMIT, bytes: 19 } },
      /^src has 20 bytes in it; AWS Lambda takes at most 19\.$/,
    ],
    [
      "a large folder, by its zip",
      "src",
      { takes: "bundle", limit: { bytes: 100, of: "object", service: "AWS Elastic Beanstalk" } },
      /^src has [\d,]+ bytes as a zip, or more; AWS Elastic Beanstalk takes at most 100\.$/,
    ],
  ])("%s", async ([, path, as, message]) => {
    const { pack, workspace, temp, sources } = await openWith({
      "src/a": "0123456789",
      "src/b": "0123456789",
    });
    for (const folder of ["links/out/deep", "links/dangling", "links/loop/in", "pipe", "empty/er"]) {
      mkdirSync(join(workspace, folder), { recursive: true });
    }
    symlinkSync(dirname(workspace), join(workspace, "out"));
    symlinkSync("../../../../temp", join(workspace, "links/out/deep/x"));
    symlinkSync("nowhere", join(workspace, "links/dangling/x"));
    symlinkSync("../../loop", join(workspace, "links/loop/in/x"));
    execFileSync("mkfifo", [join(workspace, "pipe/p")]);
    mkdirSync(temp);
    await expect(pack(path, as)).rejects.toMatchObject(refusal(message));
    expect(await readdir(join(temp, "aurora-deploy-action"))).toEqual([]);
    expect(sources()).toEqual([]);
  });

  test("links that multiply folders without end", async () => {
    const { pack, workspace } = await openWith({});
    for (let level = 0; level < 20; level++) {
      mkdirSync(join(workspace, `d${level}`));
      for (const side of ["l", "r"]) symlinkSync(`../d${level + 1}`, join(workspace, `d${level}`, side));
    }
    mkdirSync(join(workspace, "d20"));
    await expect(pack("d0", ZIP)).rejects.toMatchObject(refusal(/^d0 holds more than 10,000 symbolic links/));
  });
});

describe("what was packed is among the sources", () => {
  test("a folder with git's id of its tree, a file with its blob's", async () => {
    const { pack, sources, git } = await openWith({
      "src/a.py": "a",
      "src/a/x": { text: "x", mode: 0o755 },
      "src/a.b": "dot sorts before the slash",
      "src/zz/deep/er.txt": "e",
      "src/ü": "u",
      "one.py": "1",
      "api.yaml": "y",
    });
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "All");
    for (const [path, as] of [
      ["src", ZIP],
      ["one.py", ZIP],
      ["api.yaml", FILE],
      ["", ZIP],
    ] as const)
      await pack(path, as);
    expect(sources()).toEqual([
      { path: "src", blob: git("rev-parse", "HEAD:src"), isFolder: true, isLinked: false },
      { path: "one.py", blob: git("rev-parse", "HEAD:one.py"), isLinked: false },
      { path: "api.yaml", blob: git("rev-parse", "HEAD:api.yaml"), isLinked: false },
      { path: "", blob: git("rev-parse", "HEAD^{tree}"), isFolder: true, isLinked: false },
    ]);
  });

  test("an untracked file and a changed mode make another tree", async () => {
    const { pack, sources, git, workspace } = await openWith({ "src/a.py": "a" });
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "All");
    const committed = git("rev-parse", "HEAD:src");
    writeFileSync(join(workspace, "src/made.txt"), "");
    await pack("src", ZIP);
    expect(sources()[0]?.blob).not.toBe(committed);
    rmSync(join(workspace, "src/made.txt"));
    chmodSync(join(workspace, "src/a.py"), 0o755);
    await pack("src", ZIP);
    expect(sources()[0]?.blob).not.toBe(committed);
    chmodSync(join(workspace, "src/a.py"), 0o640);
    await pack("src", ZIP);
    expect(sources()[0]?.blob).toBe(committed);
  });

  test("with a note where a link leads to it or is in it; what it leads to is packed", async () => {
    const { pack, sources, workspace } = await openWith({ "src/a.py": "a", "lib/b.py": "b" });
    symlinkSync("src", join(workspace, "linked"));
    await pack("linked", ZIP);
    symlinkSync("../lib", join(workspace, "src/lib"));
    const { file } = await pack("src", ZIP);
    expect(zipOf(file).names).toEqual(["a.py", "lib/b.py"]);
    expect(sources().map(({ path, isLinked }) => [path, isLinked])).toEqual([
      ["linked", true],
      ["src", true],
    ]);
  });
});

test("the tree of nothing is git's", () => {
  expect(treeId([])).toBe("4b825dc642cb6eb9a060e54bf8d69288fbee4904");
});
