/** A value of a workflow file: text with or without `${{ … }}`, or what YAML makes of it without quotes. */
export type Scalar = string | number | boolean | null;
export type Scalars = Readonly<Record<string, Scalar>>;

export type Access = "read" | "write" | "none";
/** As in `permissions:`. What is not named is `none`. */
export type Permissions = Readonly<Record<string, Access>>;

/** What one event of `on:` asks for. */
export interface Trigger {
  readonly types?: readonly string[];
  readonly branches?: readonly string[];
  readonly "branches-ignore"?: readonly string[];
  readonly tags?: readonly string[];
  readonly "tags-ignore"?: readonly string[];
  readonly paths?: readonly string[];
  readonly "paths-ignore"?: readonly string[];
  readonly cron?: readonly string[];
  readonly inputs?: Readonly<Record<string, DispatchInput>>;
}

export interface DispatchInput {
  readonly description?: string;
  readonly required?: boolean;
  readonly default?: Scalar;
  readonly type?: "string" | "boolean" | "number" | "choice" | "environment";
  readonly options?: readonly string[];
}

export interface Concurrency {
  readonly group: string;
  readonly "cancel-in-progress"?: string | boolean;
}

export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: Scalar;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Scalars;
  readonly env?: Scalars;
  readonly "continue-on-error"?: Scalar;
}

export interface Strategy {
  /** Expressions and all, as it is written. */
  readonly matrix: unknown;
  readonly "fail-fast"?: Scalar;
  readonly "max-parallel"?: Scalar;
}

export interface Job {
  readonly name?: string;
  readonly if?: Scalar;
  readonly "runs-on": string;
  readonly "timeout-minutes"?: Scalar;
  readonly strategy?: Strategy;
  readonly needs: readonly string[];
  readonly permissions?: Permissions;
  readonly environment?: string;
  readonly concurrency?: Concurrency;
  readonly env?: Scalars;
  readonly outputs?: Scalars;
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly path: string;
  readonly name: string;
  readonly on: Readonly<Record<string, Trigger>>;
  readonly permissions?: Permissions;
  readonly concurrency?: Concurrency;
  readonly env?: Scalars;
  readonly jobs: Readonly<Record<string, Job>>;
}
