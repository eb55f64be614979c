import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PolicyFinding } from "./model.ts";

/**
 * AWS's package of cfn-guard 3.1.1 as a program, with the rules of AWS Control Tower's proactive controls. It holds
 * programs, so it is taken only with the very bytes that were looked at.
 */
const PACKAGE = "@cdklabs/cdk-validator-cfnguard@0.0.62";
const INTEGRITY =
  "sha512-Sg2k8067B0AIJ82QFSLhHTUIqxOYTKABvVrTHiyc6j0rE2NHli2diIYqf+w+DkuDKCYYgMIOga3OrYMOHUw0mQ==";
const FOLDER = ".cfn-guard";

/** Programs by `process.platform`, then `process.arch`. */
const PROGRAMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  linux: { x64: "ubuntu/x86_64", arm64: "ubuntu/aarch64" },
  darwin: { x64: "macos/x86_64", arm64: "macos/aarch64" },
};

/** The rules of Control Tower that one template breaks. Throws where there is no program for this machine. */
export function runCfnGuard(root: string, template: string): readonly PolicyFinding[] {
  const folder = installGuard(root);
  const program = PROGRAMS[process.platform]?.[process.arch];
  if (program === undefined) throw new Error(`no cfn-guard for ${process.platform} ${process.arch}`);
  const command = join(folder, "bin", program, "cfn-guard");
  chmodSync(command, 0o755);
  const rules = join(folder, "rules/control-tower/cfn-guard");
  const args = ["validate", "--rules", rules, "--data", template, "--structured", "--output-format", "json"];
  const { stdout, stderr, status } = spawnSync(command, [...args, "--show-summary", "none"], {
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  // 0: nothing is broken, 19: something is.
  if (status !== 0 && status !== 19) throw new Error(`cfn-guard has not judged ${template}: ${stderr}`);
  const [report] = JSON.parse(stdout) as readonly Report[];
  if (report === undefined || (report.compliant ?? []).length === 0) {
    throw new Error(`cfn-guard knows no rule that ${template} keeps: that is no judgement`);
  }
  return report.not_compliant.flatMap(findingsOf);
}

interface Report {
  readonly not_compliant: readonly unknown[];
  readonly compliant?: readonly unknown[];
}

/** A broken rule names its control in its message, and the places where it is broken in its checks. */
function findingsOf(broken: unknown): readonly PolicyFinding[] {
  const text = JSON.stringify(broken);
  const rule = /\[(CT\.[A-Z0-9.]+)\]/.exec(text)?.[1] ?? /"name":"(\w+)"/.exec(text)?.[1] ?? "unnamed";
  const places = [...text.matchAll(/"path":"\/Resources\/(\w+)/g)].map(([, resource]) => resource ?? "");
  const resources = [...new Set(places)];
  return (resources.length > 0 ? resources : [""]).map((resource) => ({ tool: "cfn-guard", rule, resource }));
}

function installGuard(root: string): string {
  const folder = join(root, FOLDER);
  const done = join(folder, `.${PACKAGE.split("@").at(-1)}`);
  if (existsSync(done)) return folder;
  const work = `${folder}.new`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work);
  const packed = execFileSync("npm", ["pack", PACKAGE, "--json", "--pack-destination", work], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [archive] = JSON.parse(packed) as readonly {
    readonly filename: string;
    readonly integrity: string;
  }[];
  if (archive?.integrity !== INTEGRITY)
    throw new Error(`${PACKAGE} is not what it was: ${archive?.integrity}`);
  const file = archive.filename.replace("@", "").replace("/", "-");
  execFileSync("tar", [
    "-xzf",
    join(work, file),
    "-C",
    work,
    "package/bin",
    "package/rules",
    "package/LICENSE",
  ]);
  rmSync(folder, { recursive: true, force: true });
  renameSync(join(work, "package"), folder);
  rmSync(work, { recursive: true });
  writeFileSync(done, "");
  return folder;
}
