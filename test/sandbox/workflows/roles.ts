import { createHash } from "node:crypto";

/** An IAM role that GitHub may assume. */
export interface Role {
  readonly arn: string;
  /** The `sub`s of its trust policy, `*` for any text. */
  readonly trusts: readonly string[];
  /** The operations that it may call; all where it is left out. */
  readonly allows?: readonly string[];
}

/** Credentials of a role; the same ones every time, so that a request tells whose it was. */
export function credentialsOf({ arn }: Pick<Role, "arn">) {
  const hash = createHash("sha256").update(arn).digest("hex").toUpperCase();
  return { accessKeyId: `ASIA${hash.slice(0, 16)}`, secretAccessKey: hash.slice(16, 48), sessionToken: hash };
}

/** Whether a role's trust policy lets a token with this `sub` in. */
export function isTrusted(role: Role, subject: string): boolean {
  return role.trusts.some((pattern) =>
    new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`).test(subject),
  );
}

/** What IAM says of a call, for the sandbox's AWS: a key of no known role may do nothing. */
export function allowedBy(roles: readonly Role[]) {
  const byKey = new Map(roles.map((role) => [credentialsOf(role).accessKeyId, role]));
  return (accessKeyId: string, _: string, operation: string): boolean => {
    const role = byKey.get(accessKeyId);
    // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html: no permission is needed for it.
    return (
      role !== undefined && (operation === "GetCallerIdentity" || role.allows?.includes(operation) !== false)
    );
  };
}
