import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A file as it would be in a repository. */
export interface Judged {
  /** What a finding calls it: `.github/workflows/ci.yml`, `README.md · Quick start 1`. */
  readonly name: string;
  readonly text: string;
}

/** Something that zizmor finds wrong. */
export interface Finding {
  /** Its name for the rule: `unpinned-uses`. */
  readonly rule: string;
  /** In which file, and which piece of it. */
  readonly where: string;
  readonly what: string;
}

/** All that zizmor finds in these files by themselves, the pedantic rules included. Throws where it cannot read one. */
export function audit(command: string, judged: readonly Judged[]): readonly Finding[] {
  const folder = mkdtempSync(join(tmpdir(), "zizmor-"));
  try {
    const paths = judged.map(({ name, text }, n) => lay(folder, name, text, n));
    const args = ["--offline", "--pedantic", "--no-ignores", "--strict-collection", "--format", "json-v1"];
    const { stdout, stderr } = spawnSync(command, [...args, "--no-progress", "--quiet", ...paths], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
      // Both would let it ask GitHub.
      env: { PATH: process.env.PATH, ZIZMOR_OFFLINE: "true" },
    });
    if (stdout === "") throw new Error(`zizmor judged nothing: ${stderr}`);
    return (JSON.parse(stdout) as readonly Reported[]).map((one) => findingOf(one, judged, paths));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Reported {
  readonly ident: string;
  readonly locations: readonly {
    readonly symbolic: {
      readonly kind: string;
      readonly key: { readonly Local: { readonly verbatim_path: string } };
    };
    readonly concrete: { readonly feature: string };
  }[];
}

/** An example is laid as a workflow; what is in the repository, under its own name, by which zizmor knows its kind. */
function lay(folder: string, name: string, text: string, n: number): string {
  const path =
    name.startsWith(".github/") || name === "action.yml" ? name : `.github/workflows/example-${n}.yml`;
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  return path;
}

function findingOf(
  { ident, locations }: Reported,
  judged: readonly Judged[],
  paths: readonly string[],
): Finding {
  const at = locations.find(({ symbolic }) => symbolic.kind === "Primary");
  if (at === undefined) throw new Error(`zizmor found ${ident} nowhere`);
  const { verbatim_path: path } = at.symbolic.key.Local;
  const [what = ""] = at.concrete.feature.trim().split("\n");
  return { rule: ident, where: judged[paths.indexOf(path)]?.name ?? path, what };
}
