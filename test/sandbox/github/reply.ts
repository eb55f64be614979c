/** One HTTP answer of the sandbox. `body` undefined means: no body (204). */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A refusal with GitHub's error shape; the gateway turns it into the answer. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: readonly unknown[] | undefined;
  constructor(status: number, message: string, errors?: readonly unknown[]) {
    super(message);
    this.name = "Refusal";
    this.status = status;
    this.errors = errors;
  }
}

export function reply(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers, body };
}

/** GitHub's error body. `status` is repeated inside it as a string, as GitHub does since 2024. */
function refusalReply(refusal: Refusal): Reply {
  const errors = refusal.errors === undefined ? {} : { errors: refusal.errors };
  return reply(refusal.status, {
    message: refusal.message,
    ...errors,
    documentation_url: "https://docs.github.com/rest",
    status: String(refusal.status),
  });
}

/** Turns a refusal into its answer; other errors are the sandbox's own and pass. */
export async function refusing(work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return refusalReply(error);
    throw error;
  }
}

export function notFound(): Refusal {
  return new Refusal(404, "Not Found");
}

/** What an installation token gets for a call outside of its permissions, and a fork's read-only token for any write. */
export function notAccessible(): Refusal {
  return new Refusal(403, "Resource not accessible by integration");
}

export function invalid(resource: string, field: string, message: string, code = "custom"): Refusal {
  return new Refusal(422, "Validation Failed", [{ resource, code, field, message }]);
}
