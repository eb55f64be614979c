import type { PartResult } from "../part.ts";
import { WORKS } from "../table.ts";
import { ACT_VERSION, localAct, replacements } from "./act.ts";
import { playQuickStart } from "./quickStart.ts";

/** The README's quick start in a workflow engine that others made. `tell` gets its logs. */
export async function lookAtEngine(root: string, tell: (line: string) => void): Promise<PartResult> {
  const act = localAct();
  if (act === undefined) {
    const why = `act ${ACT_VERSION} is not installed: go install github.com/nektos/act@v${ACT_VERSION}`;
    return { kind: "skipped", part: "engine", why };
  }
  const played = await playQuickStart(act, replacements(root), tell);
  const column = `act ${ACT_VERSION}`;
  return {
    kind: "looked",
    part: "engine",
    first: "Event of the quick start",
    cells: played.map(({ step, says }) => ({
      row: step,
      column,
      says: says === WORKS ? WORKS : "does not work",
    })),
    unexplained: played.filter(({ says }) => says !== WORKS).map(({ step, says }) => `${step}: ${says}`),
  };
}
