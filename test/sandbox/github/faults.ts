import { type Reply, reply } from "./reply.ts";

/** What goes wrong. `reset` ends the connection without an answer. */
export type Failure =
  | { readonly kind: "status"; readonly status: number; readonly message?: string }
  | { readonly kind: "secondary-rate-limit"; readonly retryAfterSeconds?: number }
  | { readonly kind: "rate-limit"; readonly resetInSeconds?: number }
  | { readonly kind: "bad-credentials" }
  | { readonly kind: "reset" }
  | { readonly kind: "slow"; readonly milliseconds: number };

export interface Fault {
  /** One method, or every one. */
  readonly method?: string;
  /** A path without `/api/v3` and query; `*` is one segment, `**` any rest. Every path without it. */
  readonly path?: string;
  /** Only the n-th matching request (from 1), … */
  readonly nth?: number;
  /** … or every n-th, … */
  readonly every?: number;
  /** … or the first n; all of them when none of the three is given. */
  readonly times?: number;
  /** `after`: the request takes effect and only its answer is lost or replaced. */
  readonly when?: "before" | "after";
  readonly failure: Failure;
}

export interface Faults {
  /** Adds a rule and returns what removes it. */
  add(fault: Fault): () => void;
  clear(): void;
  /** The rules that strike this request. Counts it for every rule that it matches. */
  strike(method: string, path: string): Fault[];
}

export function openFaults(): Faults {
  const rules: { fault: Fault; pattern: RegExp; seen: number }[] = [];
  return {
    add(fault) {
      const rule = { fault, pattern: globPattern(fault.path ?? "**"), seen: 0 };
      rules.push(rule);
      return () => {
        const at = rules.indexOf(rule);
        if (at >= 0) rules.splice(at, 1);
      };
    },
    clear: () => rules.splice(0),
    strike(method, path) {
      const matching = rules.filter(
        (rule) => (rule.fault.method ?? method) === method && rule.pattern.test(path),
      );
      for (const rule of matching) rule.seen += 1;
      return matching.filter((rule) => strikes(rule.fault, rule.seen)).map((rule) => rule.fault);
    },
  };
}

function strikes(fault: Fault, seen: number): boolean {
  if (fault.nth !== undefined) return seen === fault.nth;
  if (fault.every !== undefined) return seen % fault.every === 0;
  return fault.times === undefined || seen <= fault.times;
}

function globPattern(path: string): RegExp {
  const source = path
    .split(/(\*\*|\*)/)
    .map((part) =>
      part === "**" ? ".*" : part === "*" ? "[^/]+" : part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"),
    )
    .join("");
  return new RegExp(`^${source}$`);
}

/** The answer of a failure; undefined for those that are none (`reset`, `slow`). */
export function failureReply(failure: Failure, nowSeconds: number): Reply | undefined {
  const docs = "https://docs.github.com/rest";
  switch (failure.kind) {
    case "status": {
      const message = failure.message ?? (failure.status >= 500 ? "Server Error" : "Sandbox fault");
      return reply(failure.status, { message, documentation_url: docs, status: String(failure.status) });
    }
    case "secondary-rate-limit":
      return reply(
        403,
        {
          message:
            "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
          documentation_url: `${docs}/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits`,
          status: "403",
        },
        failure.retryAfterSeconds === undefined ? {} : { "retry-after": String(failure.retryAfterSeconds) },
      );
    case "rate-limit":
      return reply(
        403,
        {
          message: "API rate limit exceeded for installation.",
          documentation_url: `${docs}/rate-limit`,
          status: "403",
        },
        {
          "x-ratelimit-limit": "1000",
          "x-ratelimit-remaining": "0",
          "x-ratelimit-used": "1000",
          "x-ratelimit-reset": String(nowSeconds + (failure.resetInSeconds ?? 60)),
          "x-ratelimit-resource": "core",
        },
      );
    case "bad-credentials":
      return reply(401, { message: "Bad credentials", documentation_url: docs, status: "401" });
    case "reset":
    case "slow":
      return undefined;
  }
}
