import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { temporaryDirectory } from "../sandbox/runner/temp.ts";

const root = join(import.meta.dirname, "../..");

/** What npm would say while it installs what the lock file names, with the Node that runs this. Nothing is fetched. */
async function installing(change: (text: string) => string = (text) => text): Promise<string> {
  const folder = await temporaryDirectory("install");
  copyFileSync(join(root, "package.json"), join(folder, "package.json"));
  const lock = change(readFileSync(join(root, "package-lock.json"), "utf8"));
  writeFileSync(join(folder, "package-lock.json"), lock);
  const { status, stderr } = spawnSync("npm", ["ci", "--dry-run", "--offline", "--no-audit", "--no-fund"], {
    cwd: folder,
    encoding: "utf8",
    env: {
      HOME: folder,
      npm_config_cache: join(folder, "cache"),
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
    },
  });
  expect(status, stderr).toBe(0);
  return stderr;
}

test("npm ci has nothing to warn of on the Node that .nvmrc names: a newcomer's first command", async () => {
  expect(process.version).toBe(`v${readFileSync(join(root, ".nvmrc"), "utf8").trim()}`);
  expect(await installing()).not.toContain("EBADENGINE");
});

test("and it would warn", async () => {
  const named = (lock: string) => lock.replace(/"node": "\^22\.12\.0 [^"]*"/, '"node": ">=99"');
  expect(await installing(named)).toContain("EBADENGINE   required: { node: '>=99' }");
});
