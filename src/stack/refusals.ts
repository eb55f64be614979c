import type { ReasonCode } from "../errors.ts";
import { liftCommand } from "./recovery.ts";

/** AWS's words for a capability that was not granted, when a change set is made or executed: which, in brackets. */
export const MISSING_CAPABILITIES = /^Requires capabilities ?: ?\[([^\]]*)\]/;

/** The same words for one that CloudFormation has not asked for yet. */
export function lackingText(capability: string): string {
  return `Requires capabilities : [${capability}]`;
}

/**
 * What to do about a capability that is missing: the line to write. What the template itself needs is granted anyway, so
 * that this is about what a macro or a template somewhere else brings.
 * @param missing as AWS lists them
 */
export function capabilityHint(missing: string): string {
  const named = missing.match(/CAPABILITY_[A-Z_]+/g) ?? ["CAPABILITY_NAMED_IAM"];
  return `A macro, or a nested template at a URL, brings what needs it. Write this line below the step's with:, in a pull request that is previewed (beside what the input holds already):\ncapabilities: ${[...new Set(named)].join(", ")}`;
}

/** What AWS answers to a request that it does not take, by the start of its message. */
const REFUSALS: readonly {
  readonly says: RegExp;
  readonly reasonCode: ReasonCode;
  readonly hint?: string | ((match: RegExpMatchArray, region: string) => string);
}[] = [
  {
    says: /^Stack:\S* is in \S+_IN_PROGRESS state/,
    reasonCode: "stack-busy",
    hint: "Another operation runs on the stack: wait for its end and run the job again.",
  },
  {
    says: /^Stack:\S* is in \S+ state and can ?not be updated/,
    reasonCode: "stack-unrecoverable",
    hint: "The stack's last operation left it in a state that takes no update.",
  },
  {
    says: /^This stack is currently in a non-terminal \[\w+_FAILED\] state/,
    reasonCode: "stack-unrecoverable",
    hint: "Its last operation was kept as it failed: roll it back first (`aws cloudformation rollback-stack`), or deploy with `on-failure: keep`.",
  },
  {
    says: /^Stack \[.+\] cannot be deleted while in status \S+_IN_PROGRESS/,
    reasonCode: "stack-busy",
    hint: "Another operation runs on the stack: wait for its end and run the job again.",
  },
  {
    says: /^(Cannot delete export \S+|Export \S+ cannot be deleted) as it is in use by/,
    reasonCode: "protected",
    hint: "Another stack imports it: delete that one, or take the import out of it, first.",
  },
  {
    says: /^Stack \[(.+)\] cannot be deleted while TerminationProtection is enabled/,
    reasonCode: "invalid-input",
    hint: ([, stack = ""], region) => `Lift the protection first:\n${liftCommand(stack, region)}`,
  },
  {
    says: /^Stack \[.+\] already exists/,
    reasonCode: "stale-review",
    hint: "The stack was made meanwhile. Run this job again: it looks at the stack anew.",
  },
  {
    says: MISSING_CAPABILITIES,
    reasonCode: "invalid-input",
    hint: ([, missing = ""]) => capabilityHint(missing),
  },
  {
    says: /^Role .* is invalid or cannot be assumed/,
    reasonCode: "invalid-input",
    hint: "Check `role-arn`.",
  },
  {
    says: /^(Parameters?\b|Parameter values? )/,
    reasonCode: "invalid-input",
    hint: "Correct `parameters` or `parameters-file`.",
  },
  {
    says: /^(Template (format )?error|Template Validation error|Unresolved resource dependencies|Circular dependency|Transform |Unrecognized resource types|Invalid template|Resource handler|Mappings|Every \w+ )/,
    reasonCode: "invalid-template",
  },
  {
    says: /^1 validation error detected: Value .* at 'templateBody' failed to satisfy constraint/,
    reasonCode: "invalid-template",
    hint: "A template over 51,200 bytes must go through S3: name a bucket in `s3-bucket`.",
  },
];

/**
 * What a refusal means, and the next step: of a call, or of a change set that failed.
 * @param region for the commands to paste, where it is known
 */
export function refusalOf(
  message: string,
  region = "<region>",
): { readonly reasonCode: ReasonCode; readonly hint?: string } {
  for (const { says, reasonCode, hint } of REFUSALS) {
    const match = message.match(says);
    if (match === null) continue;
    if (hint === undefined) return { reasonCode };
    return { reasonCode, hint: typeof hint === "string" ? hint : hint(match, region) };
  }
  return { reasonCode: "error" };
}
