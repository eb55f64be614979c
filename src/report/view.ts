import type { CostChange } from "../changes/costs/model.ts";
import type { DeltaEntry } from "../changes/delta.ts";
import type { Fate } from "../changes/destroy/fate.ts";
import type { ObstacleText } from "../changes/destroy/obstacles.ts";
import type { StackDrift } from "../changes/drift.ts";
import type { Changes } from "../changes/model.ts";
import type { Verdict } from "../changes/verdict/verdict.ts";
import type { ReasonCode } from "../errors.ts";
import type { Estimate } from "../estimate/estimate.ts";
import type { Span } from "../estimate/span.ts";
import type { Secrets } from "../secrets/secrets.ts";
import type {
  OperationEnd,
  ResourceProgress,
  RollbackConfiguration,
  RootCause,
  StackOutput,
} from "../stack/model.ts";
import type { Finding } from "../template/model.ts";
import type { Doing } from "./doing.ts";

/**
 * What a comment, a job summary or a check run says. Made by a flow, rendered by `comment.ts`, `summary.ts` and
 * `check.ts`. All texts in it are plain and untrusted: escaping is the renderer's duty.
 */
export interface ReportView {
  /** What the run knows of its secrets: none of them is in what is rendered (`shownView.ts`). */
  readonly secrets: Pick<Secrets, "hide" | "isHidden">;
  readonly stack: string;
  readonly region: string;
  /** The `label` input. */
  readonly label?: string;
  readonly state: ReportState;
  /** Redacted already (`changes/redaction/redaction.ts`). Absent when no change set could be made. */
  readonly changes?: Changes;
  readonly verdict?: Verdict;
  /** How long the changes take, as far as that can be told before. */
  readonly estimate?: Pick<Estimate, "total" | "tasks" | "unread">;
  /** What the changes do to the costs of a month, where that can be told. */
  readonly costs?: CostChange;
  readonly findings: readonly Finding[];
  /** SHA-256 hex of what is to be reviewed. */
  readonly digest?: string;
  readonly links: ReportLinks;
  /** Full SHA of the commit that was rendered. */
  readonly commit: string;
  /** Earlier states of this comment, newest first; shown as a folded list. */
  readonly history: readonly HistoryEntry[];
}

export interface ReportLinks {
  readonly run: string;
  readonly changeSet?: string;
  readonly stack?: string;
}

export interface HistoryEntry {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly commit: string;
  /** One short line: `2 modify, 1 add`. */
  readonly text: string;
  readonly runUrl: string;
}

export type ReportState =
  /** A preview with changes. `willDeploy`: whether a merge would execute them, else why not. */
  | { readonly kind: "previewed"; readonly onMerge: OnMerge }
  | { readonly kind: "no-changes" }
  /** It imports what another stack of the same pull request is still to export: there is no change set yet. */
  | {
      readonly kind: "awaiting";
      readonly name: string;
      readonly by: { readonly stack: string; readonly file: string; readonly wave: number };
    }
  /** An error ended what the run was doing; of a deploy before it executed anything. */
  | { readonly kind: "failed"; readonly doing: Doing; readonly failure: Failure }
  /** Nothing was executed, or nothing beside what is `done`. */
  | {
      readonly kind: "blocked";
      readonly reason: ReasonCode;
      readonly explanation: string;
      /** What differs from what was reviewed; empty where that is not the reason. */
      readonly delta: readonly DeltaEntry[];
      readonly hint?: string;
      /** What an earlier attempt had executed: it was followed to its success. */
      readonly done?: string;
    }
  /** Nothing was to be done here: a fork without credentials, another branch, a draft. */
  | { readonly kind: "skipped"; readonly reason: ReasonCode; readonly explanation: string }
  | {
      readonly kind: "deploying";
      /** Milliseconds since the epoch. */
      readonly startedAt: number;
      readonly now: number;
      readonly done: number;
      readonly total: number;
      /** How much longer it takes; absent where nobody knows. */
      readonly left?: Span;
      readonly inProgress: readonly ResourceProgress[];
      /** All resources are done, and this is watched before the operation ends. */
      readonly monitoring?: RollbackConfiguration;
    }
  | {
      readonly kind: "deployed";
      readonly tookMs: number;
      /** Whether some of what was asked for is not in effect: CloudFormation takes it with the stack's next change. */
      readonly waits?: boolean;
      /** What is not known, or was not done, of what may be left to change. */
      readonly beside?: string;
      /** What was to be deleted and could not: it stays, in no stack. */
      readonly leftBehind?: readonly RootCause[];
      readonly outputs: readonly StackOutput[];
      readonly timeline: readonly ResourceProgress[];
    }
  | {
      readonly kind: "deploy-failed";
      readonly end: OperationEnd;
      readonly cause?: RootCause;
      /** The stack's state now and what to do. */
      readonly nextStep: string;
      readonly timeline: readonly ResourceProgress[];
    }
  /** What was changed outside of CloudFormation. */
  | { readonly kind: "drift"; readonly drift: StackDrift }
  /** There is no stack to destroy. */
  | { readonly kind: "absent" }
  /** A destroy that was stopped before anything was deleted, for not all could be. */
  | {
      readonly kind: "protected";
      readonly explanation: string;
      readonly obstacles: readonly ObstacleText[];
      readonly fate: Fate;
    }
  | {
      readonly kind: "destroyed";
      readonly tookMs: number;
      readonly fate: Fate;
      readonly snapshots: readonly string[];
      /** What is said of a last snapshot whose name is not known. */
      readonly unnamed: readonly string[];
      readonly timeline: readonly ResourceProgress[];
    }
  | {
      readonly kind: "destroy-failed";
      /** `lifting`: the update that was to take the protections away. */
      readonly phase: "lifting" | "deleting";
      readonly end: OperationEnd;
      readonly nextStep: string;
      readonly fate: Fate;
      /** Those that were made by then. */
      readonly snapshots: readonly string[];
      /** What is said of one that the deletion may yet make, or has made unseen. */
      readonly unnamed: readonly string[];
      readonly timeline: readonly ResourceProgress[];
    }
  /** The preview is no longer true: another deploy changed the stack. */
  | { readonly kind: "out-of-date"; readonly explanation: string };

export type OnMerge =
  | { readonly kind: "executes" }
  /** It goes into a branch that nothing is deployed from. */
  | { readonly kind: "elsewhere"; readonly explanation: string }
  /** e.g. no `checks: write`, so that a deploy would be blocked as `unreviewed`. */
  | { readonly kind: "will-block"; readonly explanation: string };

export interface Failure {
  readonly message: string;
  readonly hint?: string;
  readonly reasonCode: ReasonCode;
}
