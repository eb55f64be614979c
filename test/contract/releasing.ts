import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { temporaryDirectory } from "../sandbox/runner/temp.ts";

/** A repository that is to be released: a clone, its bare remote, and a gh whose GitHub is a folder. */
export interface Releasing {
  /** Runs the script in the clone. */
  release(...args: readonly string[]): { readonly status: number | null; readonly text: string };
  /** Writes files into the clone. */
  write(files: Readonly<Record<string, string>>): void;
  /** Commits all that is there, and pushes it to `main`; its id. */
  commit(): string;
  /** Makes the next version what the tree says, and commits that. */
  prepare(version: string): string;
  git(...args: readonly string[]): string;
  /** The remote's tags and their commits. */
  tags(): Readonly<Record<string, string>>;
  /** The notes of each release on GitHub. */
  releases(): Readonly<Record<string, string>>;
  /** Has the remote refuse what is pushed to a tag, in these words; take it all where there are none. */
  refuse(tag: string, words: string): void;
  /** What gh does from now on: `works`, `fails`. */
  gh(mood: "works" | "fails" | "is missing"): void;
}

const SCRIPT = join(import.meta.dirname, "../../scripts/release.ts");

/** A build of one file, and a comparison with what is committed, as scripts/check-dist.ts does for the real one. */
const CHECK_DIST =
  'mkdir -p dist && cp src/index.js dist/index.js && test -z "$(git status --porcelain -- dist)"';

const GH = `#!/usr/bin/env bash
set -eu
here=$(dirname "$0")
[ "$(cat "$here/mood")" = works ] || { echo "HTTP 502" >&2; exit 1; }
case "$1 $2" in
  "release view") [ -f "$here/releases/$3" ] || { echo "release not found" >&2; exit 1; } ;;
  "release create")
    [ "$4 $5 $6 $7 $8" = "--verify-tag --title $3 --notes-file -" ]
    git ls-remote --exit-code origin "refs/tags/$3" > /dev/null
    cat > "$here/releases/$3" ;;
  *) echo "gh $*?" >&2; exit 2 ;;
esac
`;

export async function openReleasing(): Promise<Releasing> {
  const home = await temporaryDirectory("release");
  const [clone, remote, programs] = ["clone", "remote.git", "programs"].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(join(programs, "releases"), { recursive: true });
  const program = join(programs, "gh");
  const env = {
    HOME: home,
    PATH: [programs, dirname(process.execPath), process.env.PATH].join(delimiter),
    GIT_CONFIG_NOSYSTEM: "1",
    ...Object.fromEntries(
      ["AUTHOR", "COMMITTER"].flatMap((who) => [
        [`GIT_${who}_NAME`, "Ann"],
        [`GIT_${who}_EMAIL`, "ann@example.com"],
      ]),
    ),
  };
  const git = (...args: readonly string[]): string =>
    execFileSync("git", args, {
      cwd: clone,
      encoding: "utf8",
      env,
      stdio: ["ignore", "pipe", "pipe"],
    }).trim();
  const write: Releasing["write"] = (files) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(clone, path)), { recursive: true });
      writeFileSync(join(clone, path), text);
    }
  };
  const commit = (): string => {
    git("add", "--all");
    git("commit", "--quiet", "--message", "A change");
    git("push", "--quiet", "origin", "HEAD:main");
    return git("rev-parse", "HEAD");
  };
  const gh: Releasing["gh"] = (mood) => {
    writeFileSync(program, GH);
    chmodSync(program, mood === "is missing" ? 0o600 : 0o700);
    writeFileSync(join(programs, "mood"), mood);
  };
  execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", remote], { env });
  execFileSync("git", ["clone", "--quiet", remote, clone], { env, stdio: "ignore" });
  gh("works");
  const sections: string[] = [];
  return {
    git,
    write,
    commit,
    gh,
    refuse(tag, words) {
      const hook = join(remote, "hooks/update");
      mkdirSync(dirname(hook), { recursive: true });
      writeFileSync(
        hook,
        `#!/bin/sh\n[ "$1" != refs/tags/${tag} ] || { cat <<'END' >&2\n${words}\nEND\nexit 1; }\n`,
      );
      chmodSync(hook, words === "" ? 0o600 : 0o700);
    },
    release(...args) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], {
        cwd: clone,
        encoding: "utf8",
        env,
      });
      return { status, text: stdout + stderr };
    },
    prepare(version) {
      sections.unshift(
        `## [${version}] - 2026-11-25\n\n### Added\n\n- What ${version} brings ([page][page]).\n`,
      );
      const head = "# Changelog\n\n## [Unreleased]\n";
      write({
        "package.json": JSON.stringify({ version, scripts: { "check:dist": CHECK_DIST } }),
        "package-lock.json": JSON.stringify({ version }),
        "CHANGELOG.md": [
          head,
          ...sections,
          "[page]: https://example.com/page\n[other]: https://example.com\n",
        ].join("\n"),
        "src/index.js": `// ${version}\n`,
        "dist/index.js": `// ${version}\n`,
      });
      return commit();
    },
    tags() {
      const lines = git("ls-remote", "--tags", "origin").split("\n").filter(Boolean);
      return Object.fromEntries(
        lines
          .map((line) => line.split("\t").toReversed() as [string, string])
          .map(([ref, id]) => [ref.replace("refs/tags/", ""), id]),
      );
    },
    releases() {
      const names = execFileSync("ls", [join(programs, "releases")], { encoding: "utf8" })
        .split("\n")
        .filter(Boolean);
      return Object.fromEntries(
        names.map((name) => [name, readFileSync(join(programs, "releases", name), "utf8")]),
      );
    },
  };
}
