import { readFileSync } from "node:fs";
import { join } from "node:path";
import { blocksOf } from "./examples.ts";

const root = join(import.meta.dirname, "../../..");

/** A page of whole workflows: the repository that it shows, and whom the account trusts. */
export interface Page {
  /** The page's blocks, by the path that the text before each names. */
  readonly files: Readonly<Record<string, string>>;
  readonly roles: readonly RoleOnPage[];
}

export interface RoleOnPage {
  readonly arn: string;
  readonly trusts: readonly string[];
  readonly may: string;
}

export function readPage(path: string): Page {
  const text = readFileSync(join(root, path), "utf8");
  const files = blocksOf(path, text).map((block) => {
    const before = text.slice(0, text.indexOf(block.text));
    const named = [...before.matchAll(/`([\w./-]+\.ya?ml)`/g)].at(-1)?.[1];
    if (named === undefined) throw new Error(`${block.id}: the text before it names no file`);
    return [named, block.text] as const;
  });
  return { files: Object.fromEntries(files), roles: rolesIn(text, path) };
}

/** The table of roles, with the ARNs that the workflow or its deployment files use. */
function rolesIn(text: string, path: string): readonly RoleOnPage[] {
  const rows = [...text.matchAll(/^\| `([\w-]+)`[^|]*\| (`repo:.*`) \| (.*) \|$/gm)];
  if (rows.length === 0) throw new Error(`${path} does not say whom its roles trust`);
  return rows.flatMap(([, name = "", subjects = "", may = ""]) => {
    const arns = new Set(text.match(new RegExp(`arn:aws:iam::\\d{12}:role/${name}\\b(?!-)`, "g")));
    if (arns.size === 0) throw new Error(`${path}: nothing assumes ${name}`);
    const trusts = [...subjects.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
    return [...arns].map((arn) => ({ arn, trusts, may }));
  });
}
