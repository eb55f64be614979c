import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { differences, isDistNoted, noteDist } from "../../scripts/provenance.ts";

const work = mkdtempSync(join(tmpdir(), "provenance-"));
afterAll(() => rmSync(work, { recursive: true }));

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(work, "root-"));
  write("src/index.ts", "1");
  write("src/aws/client.ts", "2");
  write("dist/index.js", "3");
  write("package.json", "{}");
  write("node_modules/.package-lock.json", "{}");
  write("lib/index.js", "4");
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

describe("what a build notes", () => {
  test("nothing is known before", () => {
    expect(isDistNoted(root)).toBe(false);
  });

  test("holds as long as all is as it was, whatever the files' times say", () => {
    noteDist(root);
    utimesSync(join(root, "src/index.ts"), new Date(), new Date(Date.now() + 3_600_000));
    write("src/aws/client.ts", readFileSync(join(root, "src/aws/client.ts"), "utf8"));
    write("README.md", "something else");
    expect(isDistNoted(root)).toBe(true);
  });

  test.for([
    ["a source is edited", () => write("src/aws/client.ts", "20")],
    ["a source is added", () => write("src/aws/more.ts", "")],
    ["a source goes", () => rmSync(join(root, "src/aws/client.ts"))],
    [
      "text moves from one source to the next",
      () => {
        write("src/aws/client.ts", "");
        write("src/index.ts", "12");
      },
    ],
    ["the bundle of yesterday is checked out", () => write("dist/index.js", "0")],
    ["a chunk is added", () => write("dist/1.index.js", "")],
    ["the bundle is deleted", () => rmSync(join(root, "dist"), { recursive: true })],
    ["other packages are installed", () => write("node_modules/.package-lock.json", '{"packages":{}}')],
    ["the package is another", () => write("package.json", '{"type":"module"}')],
  ] as const)("is void when %s", ([, change]) => {
    noteDist(root);
    change();
    expect(isDistNoted(root)).toBe(false);
  });
});

test("two folders differ in what one holds otherwise or alone", () => {
  const other = join(root, "other");
  write("dist/deep/chunk.js", "5");
  cpSync(join(root, "dist"), other, { recursive: true });
  expect(differences(join(root, "dist"), other)).toEqual([]);
  write("other/index.js", "30");
  write("other/new.js", "");
  rmSync(join(other, "deep/chunk.js"));
  expect(differences(join(root, "dist"), other)).toEqual(["deep/chunk.js", "index.js", "new.js"]);
  expect(differences(join(root, "none"), join(root, "dist"))).toEqual(["deep/chunk.js", "index.js"]);
});
