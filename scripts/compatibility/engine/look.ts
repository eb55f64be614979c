import type { PartResult } from "../part.ts";
import { type Cell, WORKS } from "../table.ts";
import { ACT_VERSION, localAct } from "./act.ts";
import { inAct, inOurs, type Playing } from "./engines.ts";
import { type EngineGap, GAPS } from "./gaps.data.ts";
import { replacements } from "./replaced.ts";
import { onAccounts } from "./stories/accounts.ts";
import { onOneStack } from "./stories/oneStack.ts";
import { onQuickStart } from "./stories/quickStart.ts";
import { destroying, everyTrigger, rendering } from "./stories/readme.ts";
import { singleSteps } from "./stories/singleSteps.ts";
import { onStages } from "./stories/stages.ts";
import { onWaves } from "./stories/waves.ts";
import type { Came, Story, Told } from "./story.ts";

export const STORIES: readonly Story[] = [
  onQuickStart,
  everyTrigger,
  destroying,
  ...singleSteps,
  onOneStack,
  onStages,
  onWaves,
  onAccounts,
  rendering,
];

/** The workflows of README and docs in a workflow engine that others made, and in the tests' own. `tell` gets the logs. */
export async function lookAtEngine(
  root: string,
  tell: (line: string) => void,
): Promise<readonly PartResult[]> {
  const act = localAct();
  if (act === undefined) {
    const why = `act ${ACT_VERSION} is not installed: go install github.com/nektos/act@v${ACT_VERSION}`;
    return [{ kind: "skipped", part: "engine", why }];
  }
  const theirs = inAct({ act, replaced: await replacements(root), tell });
  const engines: readonly (readonly [string, Playing])[] = [
    [`act ${ACT_VERSION}`, theirs],
    ["the tests' engine", inOurs],
  ];
  const found: Found[] = [];
  for (const story of STORIES) {
    found.push(
      ...(await Promise.all(engines.map(([name, playing]) => play(story, name, playing, tell)))).flat(),
    );
  }
  return [{ kind: "looked", part: "engine", first: "Event", ...judge(found, GAPS) }, listed()];
}

/** What an event of a page came to in an engine. */
export interface Found extends Omit<Told, "event"> {
  readonly row: string;
  readonly engine: string;
}

/** Plays a story to its end, or to where it cannot go on, which is told of the event that it was at. */
async function play(
  { page, plays, events }: Story,
  engine: string,
  playing: Playing,
  tell: (line: string) => void,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  try {
    for await (const { event, ...came } of events(playing)) {
      const row = page === undefined ? event : `${page}: ${event}`;
      tell(`== ${row}, in ${engine}: ${differences(came) || WORKS}`);
      found.push({ row, engine, ...came });
    }
  } catch (error) {
    const row = `${page ?? plays}, after ${found.at(-1)?.row ?? "its start"}`;
    found.push({ row, engine, found: { error: (error as Error).message }, expected: {} });
  }
  return found;
}

/** Three cells an event: what comes of it, and what each engine says: `works`, or the number of the gap that explains it. */
export function judge(all: readonly Found[], gaps: readonly EngineGap[]) {
  const cells = all.flatMap((one): readonly Cell[] => {
    const { row, engine: column } = one;
    return [
      { row, column: "What comes of it", says: inWords(one.expected) },
      { row, column, says: says(one, gaps) },
    ];
  });
  const unexplained = all
    .filter((one) => says(one, gaps) === UNEXPLAINED)
    .map((one) => `${one.engine}, ${one.row}: ${differences(one)}`);
  return { cells, unexplained };
}

const UNEXPLAINED = "unexplained";

function says(one: Found, gaps: readonly EngineGap[]): string {
  const different = differences(one);
  if (different === "") return WORKS;
  const at = gaps.findIndex(
    (gap) => one.engine.startsWith(gap.engine) && gap.rows.includes(one.row) && gap.found.test(different),
  );
  return at < 0 ? UNEXPLAINED : `its gap ${at + 1}`;
}

/** `deploy: skipped instead of deployed`, of each thing that is not as it should be. */
function differences({ found, expected }: Pick<Told, "found" | "expected">): string {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
  return names
    .filter((name) => found[name] !== expected[name])
    .map((name) => `${name}: ${found[name] ?? "nothing"} instead of ${expected[name] ?? "nothing"}`)
    .join("; ");
}

/** `preview staging, preview production: previewed; others skipped`: the jobs by what they come to. */
function inWords({ run, ...came }: Came): string {
  if (run === "none") return "no run";
  const byResult = Map.groupBy(Object.entries(came), ([, result]) => result);
  const groups = [...byResult].map(([result, entries]) => {
    if (result === "skipped") return byResult.size === 1 ? "every job skipped" : "others skipped";
    return `${entries.map(([name]) => name.replace(": ", " ")).join(", ")}: ${result}`;
  });
  return [...(run === "red" ? ["red"] : []), ...groups.toSorted(othersLast)].join("; ");
}

function othersLast(one: string, other: string): number {
  return Number(one === "others skipped") - Number(other === "others skipped");
}

function listed(): PartResult {
  const column = "What act does, and what GitHub does instead";
  const cells = GAPS.map(({ gap }, index) => ({ row: String(index + 1), column, says: gap }));
  return { kind: "looked", part: "engine gaps", first: "Gap", cells, unexplained: [] };
}
