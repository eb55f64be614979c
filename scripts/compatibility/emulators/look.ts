import type { PartResult } from "../part.ts";
import { type Cell, WORKS } from "../table.ts";
import { start } from "./emulator.ts";
import { GAPS, type Gap } from "./gaps.data.ts";
import { EMULATORS } from "./installed.ts";
import { NOT_REACHED, type Walked, walk } from "./way.ts";

/** The way against every emulator that is installed, and what they do otherwise. `tell` gets the logs. */
export async function lookAtEmulators(
  root: string,
  tell: (line: string) => void,
): Promise<readonly PartResult[]> {
  const skipped: PartResult[] = [];
  const found: Judged[] = [];
  for (const emulator of EMULATORS) {
    const missing = emulator.missing(root);
    if (missing !== undefined) {
      skipped.push({ kind: "skipped", part: "emulators", why: `${emulator.name} ${missing}` });
      continue;
    }
    tell(`== ${emulator.name}`);
    await using running = await start(emulator, root);
    found.push(
      judgeWay(emulator.name, await walk({ url: running.url, holder: emulator.holder }, tell), GAPS),
    );
  }
  if (found.length === 0) return skipped;
  const cells = found.flatMap((one) => one.cells);
  const unexplained = found.flatMap((one) => one.unexplained);
  return [...skipped, { kind: "looked", part: "emulators", first: "Step", cells, unexplained }, listed()];
}

function listed(): PartResult {
  const column = "What it does, and what AWS does instead";
  const cells = GAPS.map(({ gap }, index) => ({ row: String(index + 1), column, says: gap }));
  return { kind: "looked", part: "gaps", first: "Gap", cells, unexplained: [] };
}

interface Judged {
  readonly cells: readonly Cell[];
  readonly unexplained: readonly string[];
}

/** A cell a step: `works`, the number of the gap that explains it, or else it is unexplained, and told with what was found. */
export function judgeWay(emulator: string, walked: readonly Walked[], gaps: readonly Gap[]): Judged {
  const gapOf = ({ step, says }: Walked) =>
    gaps.findIndex(
      (gap) => emulator.startsWith(gap.emulator) && gap.steps.includes(step) && gap.found.test(says),
    );
  const isPlain = ({ says }: Walked) => says === WORKS || says === NOT_REACHED;
  const cells = walked.map((one) => {
    const at = gapOf(one);
    const explained = at < 0 ? "unexplained" : `their gap ${at + 1}`;
    return { row: one.step, column: emulator, says: isPlain(one) ? one.says : explained };
  });
  const unexplained = walked
    .filter((one) => !isPlain(one) && gapOf(one) < 0)
    .map(({ step, says }) => `${emulator}, ${step}: ${says}`);
  return { cells, unexplained };
}
