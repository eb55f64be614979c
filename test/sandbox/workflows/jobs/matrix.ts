import { type Context, expressed, interpolate, isEqual, isSet, type Scope } from "../expressions.ts";
import type { Job } from "../model.ts";

export type Fields = Readonly<Record<string, unknown>>;

/** One of the jobs that a matrix makes of a job. */
export interface Leg {
  /** As the page of a run calls it: `deploy (staging, 1)`. */
  readonly name: string;
  readonly matrix: Fields;
  /** `matrix` and `strategy`, for the keys of the job. */
  readonly contexts: Readonly<Record<"matrix" | "strategy", Context>>;
}

export interface Strategy {
  readonly legs: readonly Leg[];
  readonly failFast: boolean;
  readonly maxParallel: number;
}

/** What GitHub says of a matrix that makes no jobs: it fails the job, and not the workflow. */
export class MatrixError extends Error {}

/** https://docs.github.com/actions/reference/limits: jobs that one matrix makes in a run. */
const MOST_LEGS = 256;

/**
 * The jobs that a strategy makes. Which they are, in which order and with which names, is what `MatrixBuilder.cs` and
 * `JobNameBuilder` of github.com/actions/runner say (`src/Sdk/WorkflowParser/Conversion`).
 * @param scope of the key `strategy`: `github`, `inputs`, `vars`, `needs`
 */
export function strategyOf(jobId: string, { strategy, name }: Job, scope: Scope): Strategy {
  const matrix = expressed(strategy?.matrix, scope);
  if (!isMapping(matrix)) throw new MatrixError(`Matrix ${JSON.stringify(matrix)} is not a mapping`);
  const found = combinations(matrix);
  if (found.length > MOST_LEGS)
    throw new MatrixError(`Matrix has ${found.length} jobs; ${MOST_LEGS} at most`);
  const asked = Number(interpolate(strategy?.["max-parallel"] ?? 0, scope));
  if (!Number.isInteger(asked)) throw new MatrixError(`max-parallel ${String(asked)} is not a number`);
  const maxParallel = asked > 0 ? asked : found.length;
  const failFast = isSet(strategy?.["fail-fast"] ?? true, scope);
  const common = { "fail-fast": failFast, "job-total": found.length, "max-parallel": maxParallel };
  const isWritten = !JSON.stringify(strategy?.matrix).includes("${{");
  const fields = [...new Set(found.flatMap(({ all }) => Object.keys(all)))];
  const legs = found.map(({ all, named }, index) => {
    // What no leg of a written matrix has is a slip; what another job has found may lack anything.
    const matrix = { ...(isWritten ? Object.fromEntries(fields.map((key) => [key, ""])) : {}), ...all };
    const contexts = {
      matrix: { fields: matrix, lenient: !isWritten },
      strategy: { fields: { ...common, "job-index": index } },
    };
    const inLeg = { ...scope, contexts: { ...scope.contexts, ...contexts } };
    const given = name?.includes("${{") === true ? interpolate(name, inLeg) : suffixed(name ?? jobId, named);
    return { name: given, matrix: all, contexts };
  });
  return { legs, failFast, maxParallel };
}

interface Combination {
  readonly all: Fields;
  /** The values that stand in its name: not those that an `include` added to one of the product. */
  readonly named: Fields;
}

function combinations(matrix: Fields): readonly Combination[] {
  const { include, exclude, ...vectors } = matrix;
  const included = mappings(include, "include");
  const excluded = mappings(exclude, "exclude");
  const names = Object.keys(vectors);
  if (names.length + included.length === 0) throw new MatrixError("Matrix must define at least one vector");
  const strange = excluded.flatMap(Object.keys).find((key) => !names.includes(key));
  if (strange !== undefined)
    throw new MatrixError(`Matrix exclude key '${strange}' does not match any key within the matrix`);
  const product = names.length === 0 ? [] : productOf(vectors);
  const kept = product.filter((one) => !excluded.some((filter) => fits(one, filter)));
  const splits = included.map((entry) => split(entry, names));
  const enlarged = kept.map((one) => {
    const additions = splits.filter(({ filter }) => fits(one, filter)).map(({ extra }) => extra);
    return { all: Object.assign({}, one, ...additions) as Fields, named: one };
  });
  const alone = splits.filter(({ filter }) => !kept.some((one) => fits(one, filter)));
  return [
    ...enlarged,
    ...alone.map(({ filter, extra }) => ({ all: { ...filter, ...extra }, named: { ...filter, ...extra } })),
  ];
}

/** Every combination, the last vector's values changing first. */
function productOf(vectors: Fields): readonly Fields[] {
  return Object.entries(vectors).reduce<readonly Fields[]>(
    (before, [name, values]) => {
      if (!Array.isArray(values)) throw new MatrixError(`Matrix vector '${name}' is not a list`);
      if (values.length === 0) throw new MatrixError(`Matrix vector '${name}' does not contain any values`);
      return before.flatMap((one) => values.map((value: unknown) => ({ ...one, [name]: value })));
    },
    [{}],
  );
}

/** Of an entry of `include`: what must fit a combination of the product, and what it then adds. */
function split(entry: Fields, names: readonly string[]) {
  const part = (isVector: boolean): Fields =>
    Object.fromEntries(Object.entries(entry).filter(([key]) => names.includes(key) === isVector));
  return { filter: part(true), extra: part(false) };
}

/** Whether all that a filter names is so; of mappings and lists in it, what these name. */
function fits(value: unknown, filter: unknown): boolean {
  if (typeof filter !== "object" || filter === null) return isEqual(value, filter);
  return Object.entries(filter).every(([key, inner]) => fits((value as Fields | null)?.[key], inner));
}

/** Throws for what is no list of mappings with something in them. */
function mappings(list: unknown, key: string): readonly Fields[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) throw new MatrixError(`Matrix ${key} is not a list`);
  return list.map((entry: unknown) => {
    if (isMapping(entry) && Object.keys(entry).length > 0) return entry;
    throw new MatrixError(`Matrix ${key} mapping does not contain any values`);
  });
}

function isMapping(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function suffixed(name: string, named: Fields): string {
  const segments = leaves(named).filter((leaf) => leaf !== null && leaf !== "");
  return segments.length === 0 ? name : `${name} (${segments.join(", ")})`;
}

function leaves(value: unknown): readonly unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [value];
}
