import { readFile } from "node:fs/promises";
import { parse } from "yaml";

interface ActionFile {
  readonly inputs?: Readonly<Record<string, { readonly default?: unknown } | null>>;
  readonly runs?: { readonly using?: string; readonly main?: string };
}

export interface StepInputs {
  /** `INPUT_*` of the step. */
  readonly env: Readonly<Record<string, string>>;
  /** The runner's warning about inputs that the action does not declare; it passes them on nevertheless. */
  readonly warnings: readonly string[];
}

/**
 * The inputs of a step as the runner hands them over: upper case, spaces become `_`, hyphens stay, every declared input
 * is there (empty without a default), and `${{ … }}` in a default is evaluated. Values are not trimmed.
 * Throws on an expression other than those of `context`, which the runner here does not know.
 */
export async function stepInputs(
  actionFile: string,
  given: Readonly<Record<string, string>>,
  context: Readonly<Record<string, string>>,
): Promise<StepInputs> {
  const declared = ((parse(await readFile(actionFile, "utf8")) as ActionFile | null)?.inputs ??
    {}) as Readonly<Record<string, { readonly default?: unknown } | null>>;
  const known = new Map(
    Object.entries(declared).map(([name, input]) => [name.toLowerCase(), input?.default]),
  );
  const values = new Map([...known].map(([name, value]) => [name, evaluate(value, context)]));
  for (const [name, value] of Object.entries(given)) values.set(name.toLowerCase(), value);
  const unexpected = Object.keys(given).filter((name) => !known.has(name.toLowerCase()));
  const valid = [...known.keys()].map((name) => `'${name}'`).join(", ");
  return {
    env: Object.fromEntries([...values].map(([name, value]) => [inputVariable(name), value])),
    warnings:
      unexpected.length === 0
        ? []
        : [`Unexpected input(s) ${unexpected.map((n) => `'${n}'`).join(", ")}, valid inputs are [${valid}]`],
  };
}

function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}

function evaluate(value: unknown, context: Readonly<Record<string, string>>): string {
  const text = value === undefined || value === null ? "" : String(value);
  return text.replace(/\$\{\{\s*([^}]*?)\s*\}\}/g, (_, expression: string) => {
    const known = context[expression];
    if (known === undefined) throw new Error(`the default \${{ ${expression} }} is not known to the runner`);
    return known;
  });
}
