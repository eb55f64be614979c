import type { Faults } from "../cloudformation/faults.ts";
import type { Fault, ScenarioName } from "../cloudformation/scenarios.ts";
import { AwsError } from "./errors.ts";

/** What a fault does to a call before it is answered. */
export type CallFault =
  | { readonly kind: "error"; readonly error: AwsError }
  | { readonly kind: "page"; readonly status: number }
  | { readonly kind: "left-out"; readonly field: string }
  | { readonly kind: "reset" }
  | { readonly kind: "lost-response" }
  | { readonly kind: "hang" }
  | { readonly kind: "slow"; readonly ms: number };

interface Call {
  readonly service: string;
  readonly operation: string;
  readonly stack?: string;
  readonly account: string;
}

/** The fault that strikes this call, if one is switched on that does. */
export function faultFor(faults: Faults, call: Call): CallFault | undefined {
  const subject = { operation: call.operation, ...(call.stack === undefined ? {} : { stack: call.stack }) };
  for (const [scenario, make] of Object.entries(CALL_FAULTS) as [ScenarioName, Make][]) {
    const fault = faults.hit(scenario, subject);
    if (fault) return make(call, fault);
  }
  return undefined;
}

type Make = (call: Call, fault: Fault) => CallFault;

const CALL_FAULTS: Partial<Record<ScenarioName, Make>> = {
  "expired-token": () => error("ExpiredToken", "The security token included in the request is expired", 403),
  "access-denied": accessDenied,
  throttle: throttled,
  "server-error": () => error("InternalFailure", "We encountered an internal error. Please try again.", 500),
  unavailable: () => error("ServiceUnavailable", "Service is unavailable", 503),
  reset: () => ({ kind: "reset" }),
  "lost-response": () => ({ kind: "lost-response" }),
  hang: () => ({ kind: "hang" }),
  slow: (_, { ms = 1_000 }) => ({ kind: "slow", ms }),
  page: (_, { status = 503 }) => ({ kind: "page", status }),
  "left-out": (_, { field = "" }) => ({ kind: "left-out", field }),
  refused: (_, { reason = "Not possible" }) => error("ValidationError", reason, 400),
  capabilities: (_, { reason = "CAPABILITY_IAM" }) =>
    error("InsufficientCapabilitiesException", `Requires capabilities : [${reason}]`, 400),
  "token-taken": () => error("TokenAlreadyExistsException", "A client request token already exists.", 400),
};

/** What AWS answers where the account's budget of calls is used up. */
export function throttled(): CallFault {
  return error("Throttling", "Rate exceeded", 400);
}

/** What AWS answers where no policy allows a call. */
export function accessDenied({ service, operation, account }: Call, fault?: Fault): CallFault {
  if (fault?.reason !== undefined) return error("AccessDenied", fault.reason, 403);
  const action = `${service}:${operation}`;
  const user = `arn:aws:sts::${account}:assumed-role/deploy/session`;
  const reason = `because no identity-based policy allows the ${action} action`;
  return error("AccessDenied", `User: ${user} is not authorized to perform: ${action} ${reason}`, 403);
}

function error(code: string, message: string, status: number): CallFault {
  return { kind: "error", error: new AwsError(code, message, status) };
}
