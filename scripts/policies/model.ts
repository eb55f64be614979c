/** Something that a policy checker finds wrong with a resource. */
export interface PolicyFinding {
  readonly tool: "checkov" | "cfn-guard";
  /** The checker's name for the rule: `CKV_AWS_158`, `CT.RDS.PR.7`. */
  readonly rule: string;
  readonly resource: string;
}

/** A finding that is known and stays. */
export interface AcceptedFinding extends Pick<PolicyFinding, "tool" | "rule"> {
  readonly resources: readonly string[];
  /** Parameter sets with which it comes out; left out: with all of them. */
  readonly with?: readonly string[];
  readonly reason: string;
}
