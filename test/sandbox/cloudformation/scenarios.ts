/** Every fault that can be switched on, by name. The README's table is checked against this list. */
export const SCENARIOS = {
  "resource-fails": "a resource's create, update or delete (`on`) fails with `reason`; the stack rolls back",
  "rollback-fails": "restoring `resource` fails: UPDATE_ROLLBACK_FAILED, or ROLLBACK_FAILED for a new stack",
  "stale-describe": "the first `times` DescribeStacks after an execution still tell the previous status",
  "stale-change-set": "the first `times` DescribeChangeSet after its creation do not find the set yet",
  throttle: "a call is answered with Throttling, Rate exceeded",
  "server-error": "a call is answered with InternalFailure, status 500",
  unavailable: "a call is answered with ServiceUnavailable, status 503",
  page: "a call is answered with a page of HTML, as a proxy does, status `status` (503)",
  "left-out": "answers leave the optional `field` out, wherever it stands",
  refused: "a call is answered with ValidationError, `reason`",
  capabilities: "a call is answered with InsufficientCapabilitiesException, asking for `reason`",
  "token-taken": "a call is answered with TokenAlreadyExistsException",
  reset: "the connection is reset before the call has any effect",
  "lost-response": "the call takes effect, then the connection is reset",
  slow: "a call is answered `ms` real milliseconds late",
  hang: "a call is never answered",
  "access-denied": "a call is answered with AccessDenied, naming the action and the caller, or with `reason`",
  "expired-token": "every call after the first `after` is answered with ExpiredToken",
  "dropped-changes":
    "with property values, `resource` is missing from the changes and a [WARN] reason says so",
  "hidden-changes": "a complete, executable change set is described without a single change",
  "missing-reason": "with property values, a FAILED change set has no StatusReason",
  "change-set-fails": "change sets fail with `reason`",
  "validation-fail": "early validation fails the change set for `resource`",
  "validation-warn": "early validation warns about `resource`; the change set is complete",
  "hook-fail": "a Hook fails the change set for `resource`",
  "hook-warn": "a Hook warns about `resource`; the change set is complete",
  "resource-hook-fail": "a Hook stops `resource` while the change set is executed",
  "uncertain-attributes": "any GetAtt of a modified resource counts as a possible change",
  "drift-detection-fails": "drift detection ends DETECTION_FAILED with `reason`",
  "drift-unknown": "drift detection completes, and could not check `resource` for `reason`: UNKNOWN",
} as const;

export type ScenarioName = keyof typeof SCENARIOS;

/** A scenario switched on. What is left out does not narrow it down. */
export interface Fault {
  readonly scenario: ScenarioName;
  readonly stack?: string;
  readonly resource?: string;
  readonly on?: "create" | "update" | "delete" | "rollback";
  readonly reason?: string;
  readonly operation?: string;
  /** Which matching calls are hit: only the n-th, every n-th, or each with this probability from `seed`. */
  readonly nth?: number;
  readonly every?: number;
  readonly probability?: number;
  readonly seed?: string;
  /** How often at most. */
  readonly times?: number;
  readonly after?: number;
  readonly ms?: number;
  readonly status?: number;
  readonly field?: string;
}

export function isScenario(name: unknown): name is ScenarioName {
  return typeof name === "string" && Object.hasOwn(SCENARIOS, name);
}
