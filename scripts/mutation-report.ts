/** What this reads of Stryker's JSON report: the mutation testing report schema. */
export interface FolderResult {
  readonly folder: string;
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

/** Both from 1. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** Why it does not matter that no test notices a change. */
export interface Explanation {
  /** Path in `src/`. */
  readonly file: string;
  /** Part of the line that is changed, or of what is changed in it, as the report shows them. */
  readonly of: string | RegExp;
  readonly why: string;
}

/** Folders whose every survivor is looked at; of the others the score is known. */
const LOOKED_AT = ["changes", "stack"];
const LEAST = 85;

/**
 * The report of a folder, to read, and what is to be complained about: a score below the goal, a survivor that nobody has
 * explained, an explanation of what does not survive any more.
 */
export function mutationReport(
  result: FolderResult,
  explained: readonly Explanation[],
): { readonly markdown: string; readonly complaints: readonly string[] } {
  const { folder } = result;
  const all = row("**all**", count(Object.values(result.files)));
  const table = [`# What the tests of src/${folder} notice`, "", HEAD, ...TABLE, all, ...rows(result), ""];
  if (!LOOKED_AT.includes(folder)) return { markdown: table.join("\n"), complaints: [] };

  const survivors = survivorsOf(result);
  const told = survivors.map((survivor) => ({ ...survivor, why: explained.find(explains(survivor))?.why }));
  return {
    markdown: [...table, "## Survivors", "", ...sections(told)].join("\n"),
    complaints: [
      ...(score(count(Object.values(result.files))) < LEAST
        ? [`The score of src/${folder} is below ${LEAST} %`]
        : []),
      ...told
        .filter(({ why }) => why === undefined)
        .map((it) => `Nobody noticed, nor explained: ${it.file}:${it.line} ${it.change}`),
      ...explained
        .filter((it) => it.file.startsWith(`${folder}/`) && !survivors.some((one) => explains(one)(it)))
        .map(({ file, of }) => `Explained, but nothing there survives: ${file} ${of}`),
    ],
  };
}

const HEAD = `Made by \`npm run mutation\`: [Stryker](https://stryker-mutator.io) changes one thing in the code, and the tests beside it should fail.
What they do not notice survives. The score is noticed of all, in percent. Left out is what is evaluated once, when a file
loads: each change of it would need every test.
`;

const TABLE = ["| file | score | noticed | survived | left out |", "| --- | --: | --: | --: | --: |"];

/** Stryker's own order is another in each run. */
function inOrder<File>(files: Readonly<Record<string, File>>): readonly (readonly [string, File])[] {
  return Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

interface Survivor {
  readonly file: string;
  readonly line: number;
  /** The whole line that was changed. */
  readonly text: string;
  /** `before → after` */
  readonly change: string;
}

function survivorsOf({ files }: FolderResult): readonly Survivor[] {
  return inOrder(files).flatMap(([path, { source, mutants }]) =>
    mutants
      .filter(({ status }) => status === "Survived" || status === "NoCoverage")
      .toSorted(
        ({ location: { start: a } }, { location: { start: b } }) => a.line - b.line || a.column - b.column,
      )
      .map((mutant) => survivor(path.replace(/^src\//, ""), source.split("\n"), mutant)),
  );
}

function survivor(file: string, lines: readonly string[], mutant: Mutant): Survivor {
  const { start, end } = mutant.location;
  const touched = lines.slice(start.line - 1, end.line);
  const last = touched.length - 1;
  const before = touched
    .map((line, at) => line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined))
    .join("\n");
  const change = `${short(before)} → ${short(mutant.replacement ?? mutant.mutatorName)}`;
  return { file, line: start.line, text: short(touched[0] ?? ""), change };
}

function short(code: string): string {
  const line = code.replace(/\s+/g, " ").trim();
  return line.length > 110 ? `${line.slice(0, 110)}…` : line;
}

function explains({ file, text, change }: Survivor) {
  return (explanation: Explanation): boolean =>
    explanation.file === file &&
    [text, change].some((it) =>
      typeof explanation.of === "string" ? it.includes(explanation.of) : explanation.of.test(it),
    );
}

interface Count {
  readonly noticed: number;
  readonly survived: number;
  readonly leftOut: number;
}

function count(files: readonly { readonly mutants: readonly Mutant[] }[]): Count {
  const statuses = files.flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const of = (...kinds: readonly string[]) => statuses.filter((status) => kinds.includes(status)).length;
  return {
    noticed: of("Killed", "Timeout"),
    survived: of("Survived", "NoCoverage"),
    leftOut: of("Ignored"),
  };
}

function score({ noticed, survived }: Count): number {
  return noticed + survived === 0 ? 100 : (100 * noticed) / (noticed + survived);
}

function rows({ folder, files }: FolderResult): readonly string[] {
  return inOrder(files).map(([path, file]) => row(path.replace(`src/${folder}/`, ""), count([file])));
}

function row(name: string, counted: Count): string {
  const { noticed, survived, leftOut } = counted;
  return `| ${name} | ${score(counted).toFixed(1)} % | ${noticed} | ${survived} | ${leftOut} |`;
}

function sections(told: readonly (Survivor & { readonly why: string | undefined })[]): readonly string[] {
  const byFile = Object.entries(Object.groupBy(told, ({ file }) => file));
  return byFile.flatMap(([file, survivors = []]) => [
    `### ${file}`,
    "",
    ...Object.entries(Object.groupBy(survivors, ({ why }) => why ?? "**Not explained**")).flatMap(
      ([why, those = []]) => [
        why,
        "",
        ...those.map(({ line, change }) => `- ${line}: ${inline(change)}`),
        "",
      ],
    ),
  ]);
}

/** Code that may hold backticks. */
function inline(code: string): string {
  return code.includes("`") ? `\`\` ${code} \`\`` : `\`${code}\``;
}
