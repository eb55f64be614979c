import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The operations that the source asks of GitHub, by the ids that its description gives them: `pulls/list-reviews`. */
export function madeOfGitHub(root: string): ReadonlySet<string> {
  const names = [...sourceOf(root, "src/github/*.ts").matchAll(/octokit\.rest\.(\w+)\.(\w+)/g)];
  return new Set(names.map(([, group = "", name = ""]) => `${kebab(group)}/${kebab(name)}`));
}

/** The operations that the source asks of AWS: `cloudformation:DescribeStacks`. */
export function madeOfAws(root: string): readonly string[] {
  const imports = sourceOf(root, "src/aws/**/*.ts").matchAll(
    /(?:import|export) \{([^}]*)\} from "@aws-sdk\/client-([\w-]+)"/g,
  );
  const made = [...imports].flatMap(([, names = "", client = ""]) =>
    [...names.matchAll(/\b(\w+)Command\b/g)].map(([, name]) => `${client.replaceAll("-", "")}:${name}`),
  );
  return [...new Set(made)];
}

function sourceOf(root: string, pattern: string): string {
  return globSync(pattern, { cwd: root })
    .map((path) => readFileSync(join(root, path), "utf8"))
    .join("\n");
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
