import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { build } from "./build.ts";

const root = join(import.meta.dirname, "..");

/**
 * Files of `dist/` that a build of the present `src/` makes otherwise than they are committed: changed, missing or
 * not committed at all (`git diff` would not see a new chunk). The build is left in place, ready to be committed.
 */
async function staleFiles(): Promise<readonly string[]> {
  await build();
  const status = execFileSync("git", ["status", "--porcelain", "--untracked-files=all", "--", "dist"], {
    cwd: root,
    encoding: "utf8",
  });
  return status.split("\n").filter((line) => line !== "");
}

const stale = await staleFiles();
if (stale.length > 0) {
  console.error(["dist/ is not what src/ builds to now. Commit the build:", ...stale].join("\n"));
  process.exitCode = 1;
} else {
  console.log("dist/ is current");
}
