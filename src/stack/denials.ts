/** What somebody was not allowed to do, as AWS tells it. */
export interface Denial {
  readonly action: string;
  /** ARN of the role's session, or of the user. */
  readonly principal?: string;
  readonly resource?: string;
  /** A policy says no, instead of none saying yes: which, as far as AWS tells. */
  readonly deniedBy?: string;
}

/** IAM's sentence ("Troubleshoot access denied error messages" in its guide), wherever it stands in a text. */
const SENTENCE =
  /(?:User: (\S+) is )?not authorized to perform: ([\w-]+:\w+)(?: on (?:the )?resource:? ([^\s"'`<>]+))?/i;

/** The denial that a text tells of, if it does in words. */
export function denialIn(text: string): Denial | undefined {
  const match = SENTENCE.exec(text);
  if (match === null) return undefined;
  const [sentence, principal, action = "", named] = match;
  const rest = text.slice(match.index + sentence.length);
  const deny = /^[^.]{0,40}?with an explicit deny(?: in an? ([a-z][a-z -]{2,40}))?/i.exec(rest);
  const resource = named?.replace(/[.,;)]+$/, "");
  return {
    action,
    ...(principal === undefined ? {} : { principal }),
    ...(resource === undefined || resource === "" ? {} : { resource }),
    ...(deny === null ? {} : { deniedBy: deny[1]?.trim() ?? "policy" }),
  };
}

/** STS's encoded message: letters, digits, hyphens and underscores, hundreds of them. */
const ENCODED = /Encoded authorization failure message:\s*([\w-]{20,})/i;

/** The encoded message in a text, as `sts:DecodeAuthorizationMessage` takes it. */
export function encodedDenial(text: string): string | undefined {
  return ENCODED.exec(text)?.[1];
}

/**
 * What a decoded message says (JSON of `DecodeAuthorizationMessage`). The values of condition keys, which it has too, are
 * left alone: they may hold anything.
 */
export function decodedDenial(json: string): Denial | undefined {
  const { explicitDeny, context } = fieldsOf(parsed(json));
  const { action, resource, principal } = fieldsOf(context);
  const { arn } = fieldsOf(principal);
  if (typeof action !== "string" || !/^[\w-]+:\w+$/.test(action)) return undefined;
  return {
    action,
    ...(isName(arn) ? { principal: arn } : {}),
    ...(isName(resource) ? { resource } : {}),
    ...(explicitDeny === true ? { deniedBy: "policy" } : {}),
  };
}

/** What to do about an encoded message that this run could not decode. */
export const DECODE_IT =
  "Which permission is missing is encoded in the message: run `aws sts decode-authorization-message --encoded-message …` on it, or allow sts:DecodeAuthorizationMessage to the role that this job assumes, and the next run says it.";

/** The text with what the encoded message says in its place, in IAM's own words. */
export function withDenial(
  text: string,
  { principal = "unknown", action, resource, deniedBy }: Denial,
): string {
  const on = resource === undefined ? "" : ` on resource: ${resource}`;
  const deny = deniedBy === undefined ? "" : " with an explicit deny";
  return text.replace(
    ENCODED,
    () => `User: ${principal} is not authorized to perform: ${action}${on}${deny}`,
  );
}

/**
 * What to do about a denial: who lacks what, and the statement that a policy needs, on a line of its own.
 * @param otherwise who it is where AWS does not say
 */
export function denialHint(denial: Denial, otherwise: string): string {
  const { action, resource, principal, deniedBy } = denial;
  const who = nameOf(principal) ?? otherwise;
  const on = resource === undefined ? "" : ` on ${resource}`;
  if (deniedBy !== undefined) {
    const article = /^[aeiou]/.test(deniedBy) ? "An" : "A";
    return `${article} ${deniedBy} explicitly denies ${action}${on} to ${who}, which no further permission changes: look at service control policies, permissions boundaries and session policies.`;
  }
  const statement = { Effect: "Allow", Action: action, Resource: widened(resource) };
  const narrow = resource === undefined ? ", with the resource in place of * where the action takes one" : "";
  return `Allow ${action}${on} to ${who}: add this statement to its policy${narrow}.\n${JSON.stringify(statement)}`;
}

/** What to do about the denial that the reason of a failed resource tells of; empty where it tells of none. */
export function deniedHint(reason: string): string {
  const denial = denialIn(reason);
  return denial === undefined
    ? ""
    : denialHint(denial, "the role that deploys (or the stack's service role)");
}

/** `role deploy`, `user ann`: as the console lists them. */
function nameOf(principal: string | undefined): string | undefined {
  const [, kind, name] = /:(assumed-role|role|user)\/([^/\s]+(?:\/[^/\s]+)*)$/.exec(principal ?? "") ?? [];
  if (kind === undefined || name === undefined) return undefined;
  // A session's name is whatever its maker chose; a path is not part of a name.
  const parts = name.split("/");
  return kind === "assumed-role" ? `role ${parts[0]}` : `${kind} ${parts.at(-1)}`;
}

/** A stack's ARN ends in an id that its next life does not have. */
function widened(resource = "*"): string {
  return resource.replace(/^(arn:[^:]+:cloudformation:[^:]*:[^:]*:stack\/[^/]+\/).+$/, "$1*");
}

function isName(value: unknown): value is string {
  return typeof value === "string" && /^[^\s"'`<>]{1,2048}$/.test(value);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
