import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Exchange, RECORD_TRAFFIC } from "../../test/sandbox/traffic.ts";

/** The stories that are played to be recorded: among them they ask all that the action asks. */
const STORIES: readonly string[] = [
  "full-way",
  "drift",
  "nested",
  "destroy/operation",
  "destroy/aurora",
  "preflight",
  "big-template",
  "merge-queue",
  "comment",
  "overview",
  "review",
  "references",
  "exports-in-use",
  "destroy/obstacles",
  "discover/trust",
  "discover/takenBack",
  "discover/events",
  "destructive",
  "denials",
  "aurora/restore",
  "aurora/day-2",
  "engine/changeSets",
  "alarms",
  "checks",
  "costs",
  "roles/roles",
];

export type Recordings = Readonly<Record<"github" | "aws", readonly Exchange[]>>;

/** Plays the stories, or takes a folder that they were recorded into. Throws where one of them fails. */
export function recordings(root: string, given?: string): Recordings {
  if (given !== undefined) return read(given);
  const folder = mkdtempSync(join(tmpdir(), "traffic-"));
  try {
    const files = STORIES.map((story) => `test/e2e/${story}.test.ts`);
    execFileSync("npx", ["vitest", "run", "--project", "e2e", "--reporter", "dot", ...files], {
      cwd: root,
      env: { ...process.env, [RECORD_TRAFFIC]: folder },
      stdio: "inherit",
    });
    return read(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function read(folder: string): Recordings {
  const all = (service: "github" | "aws") =>
    readdirSync(folder)
      .filter((file) => file.startsWith(`${service}-`))
      .flatMap((file) => readFileSync(join(folder, file), "utf8").trimEnd().split("\n"))
      .map((line) => JSON.parse(line) as Exchange);
  return { github: all("github"), aws: all("aws") };
}
