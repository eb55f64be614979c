import type { ReasonCode } from "../errors.ts";

/** What a run was about to do when an error ended it. */
export type Doing = "render" | "preview" | "deploy" | "destroy" | "drift" | "cleanup" | "discover";

interface Words {
  readonly noun: string;
  /** How far it came, where that is certain. */
  readonly extent: string;
  /** What that means, in bold at the head of the report. */
  readonly lead: string;
}

const WORDS: Readonly<Record<Doing, Words>> = {
  render: { noun: "the rendering", extent: "", lead: "Nothing was rendered" },
  preview: { noun: "the preview", extent: "", lead: "Nothing was deployed" },
  deploy: { noun: "the deploy", extent: ", nothing was executed", lead: "Nothing was executed" },
  destroy: { noun: "the destroy", extent: ", nothing was deleted", lead: "Nothing was deleted" },
  drift: { noun: "the drift check", extent: "", lead: "Whether anything drifted is not known" },
  discover: { noun: "the discovery", extent: "", lead: "Which stacks are affected is not known" },
  cleanup: { noun: "the clean-up", extent: "", lead: "Not everything was cleaned up" },
};

const CAUSES: Readonly<Partial<Record<ReasonCode, string>>> = {
  "invalid-input": "the inputs are wrong",
  "invalid-template": "the template is wrong",
  "access-denied": "access was denied",
  timeout: "it took too long",
  "stack-busy": "the stack is busy",
  "stack-unrecoverable": "the stack needs repair",
};

/** `the deploy failed, nothing was executed: access was denied`. */
export function failureWords(doing: Doing, reasonCode: ReasonCode): string {
  const { noun, extent } = WORDS[doing];
  if (reasonCode === "cancelled") return `${noun} was cancelled${extent}`;
  const cause = CAUSES[reasonCode];
  return `${noun} failed${extent}${cause === undefined ? "" : `: ${cause}`}`;
}

/** What an error means, for the head of the report. */
export function failureLead(doing: Doing): string {
  return WORDS[doing].lead;
}
