import { matrixOf } from "../../deployments/matrix.ts";
import { WAVES } from "../../deployments/waves.ts";
import type { RunResult } from "../result.ts";

/** What is set where nothing was found out, so that a job that reads it has a matrix without jobs. */
export const NOTHING_FOUND: Pick<RunResult, "hasChanges" | "matrix" | "waves"> = {
  hasChanges: false,
  matrix: matrixOf([]),
  waves: Array.from({ length: WAVES }, () => matrixOf([])),
};
