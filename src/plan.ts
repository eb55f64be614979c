import type { Audience } from "./audience.ts";
import type { ReasonCode } from "./errors.ts";

/** What a run is to do. */
export type Plan =
  | { readonly kind: "render" }
  | {
      readonly kind: "preview";
      readonly audience: Audience;
      /** Why there is nothing to do where the head has a record already. */
      readonly unlessRecorded?: string;
    }
  | {
      readonly kind: "deploy";
      readonly commit: string;
      readonly branch: string;
      readonly pullRequest: number | undefined;
    }
  | { readonly kind: "cleanup"; readonly pullRequest: number }
  | { readonly kind: "discover"; readonly since: Since }
  | { readonly kind: "drift" }
  | { readonly kind: "destroy" }
  | { readonly kind: "skip"; readonly reason: ReasonCode; readonly explanation: string }
  | {
      readonly kind: "refuse";
      readonly reason: ReasonCode;
      readonly explanation: string;
      readonly hint: string;
    };

/** What stacks are compared with, to tell which of them an event affects. */
export type Since =
  | { readonly kind: "everything"; readonly why: string }
  | { readonly kind: "pull-request"; readonly audience: Extract<Audience, { kind: "pull-request" }> }
  /** The base of a merge group. */
  | { readonly kind: "commit"; readonly base: string; readonly commit: string }
  /** Each stack's last deploy. */
  | { readonly kind: "deploys"; readonly commit: string };

/** Nothing to do, for a reason that is no failure. */
export function skip(reason: ReasonCode, explanation: string): Plan {
  return { kind: "skip", reason, explanation };
}
