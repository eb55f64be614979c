import type { Accepted } from "./accepted.data.ts";
import { type Cell, WORKS } from "./table.ts";

/** What was asked of a service, and what of it is not as published. */
export interface Judged {
  readonly operations: readonly string[];
  /** A sentence for each kind of problem, which begins with its operation. */
  readonly problems: readonly string[];
}

/** What a call says that the source makes and no story plays. */
const NOT_PLAYED = "not played";

/** A cell an operation, those that were not played included (`made` has all that the source makes), and the problems that are not accepted. `column` names what was looked at. */
export function cellsOf(
  column: string,
  { operations, problems }: Judged,
  accepted: readonly Accepted[],
  made: readonly string[],
): { readonly cells: readonly Cell[]; readonly unexplained: readonly string[] } {
  const explained = (problem: string) => accepted.find(({ problem: known }) => known.test(problem));
  const cells = [...new Set([...operations, ...made])].sort().map((row) => {
    if (!operations.includes(row)) return { row, column, says: NOT_PLAYED };
    const own = problems.filter((problem) => problem.startsWith(`${row} `) || problem.startsWith(`${row}: `));
    const reasons = [...new Set(own.map((problem) => explained(problem)?.because ?? "not as published"))];
    return { row, column, says: reasons.length === 0 ? WORKS : reasons.join("; ") };
  });
  const unexplained = problems.filter((problem) => explained(problem) === undefined);
  return { cells, unexplained: unexplained.map((problem) => `${column}: ${problem}`) };
}
