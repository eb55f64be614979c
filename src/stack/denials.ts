/** What somebody was not allowed to do, as AWS tells it. */
export interface Denial {
  readonly action: string;
  /** ARN of the role's session, or of the user. */
  readonly principal?: string;
  /** Its ARN, `*`, or its name as AWS writes it: `role app-Role-1ABC`, as IAM does for most of its actions. */
  readonly resource?: string;
  /** A policy says no, instead of none saying yes: which, as far as AWS tells. */
  readonly deniedBy?: string;
  /** The kind of policy of which none says yes, as far as AWS tells: `permissions boundary`. */
  readonly allowedByNo?: string;
}

/** The start of IAM's sentence ("Troubleshoot access denied error messages" in its guide), wherever it stands in a text. */
const SENTENCE = /(?:User: (\S+) is )?not authorized to perform: ([\w-]+:\w+)(?: on (?:the )?resource:? )?/i;

/** How IAM's own messages call what they do not name by its ARN, and what that is called in an ARN. */
const IAM_KINDS: Readonly<Record<string, string>> = {
  role: "role",
  user: "user",
  group: "group",
  policy: "policy",
  "instance profile": "instance-profile",
  "server certificate": "server-certificate",
};

const WORD = "[^\\s\"'`<>]";

/** `role app-Role-1ABC`, `policy arn:…`, and `policy path /` where a list is asked for. */
const OF_IAM = `(?:${Object.keys(IAM_KINDS).join("|")})(?: path)? (?!because |with an )${WORD}+`;

/** A bare name, as of a secret, counts only at the end of its phrase: it may be a word about the resource. */
const BARE = `${WORD}+(?=["'\`.]*(?:$| because | with an | \\()|\\.\\s)`;

/** How a message names a resource. S3 puts the ARN in quotes. */
const RESOURCE = new RegExp(`^["'\`]?(${OF_IAM}|(?:arn:|\\*)${WORD}*|${BARE})`, "i");

/** What follows up to the end of the sentence; a full stop within a name ends none. */
const TO_ITS_END = /^(?:(?!\.(?:\s|$)|not authorized to perform).)*/is;

/** The denial that a text tells of, if it does in words. */
export function denialIn(text: string): Denial | undefined {
  const match = SENTENCE.exec(text);
  if (match === null) return undefined;
  const [start, principal, action = ""] = match;
  const rest = text.slice(match.index + start.length);
  const resource = start.endsWith(" ") ? trimmed(RESOURCE.exec(rest)?.[1]) : "";
  const said = TO_ITS_END.exec(rest)?.[0] ?? "";
  const deny = /with an explicit deny(?: in an? ([a-z][a-z -]{2,40}))?(?:: (arn:[^\s"'`<>]+))?/i.exec(said);
  const none = /because no ([a-z][a-z -]{2,40}?) allows/i.exec(said)?.[1];
  return {
    action,
    ...(principal === undefined ? {} : { principal }),
    ...(resource === "" ? {} : { resource }),
    ...(deny === null ? {} : { deniedBy: [deny[1]?.trim() ?? "policy", trimmed(deny[2])].join(" ").trim() }),
    ...(none === undefined ? {} : { allowedByNo: none }),
  };
}

function trimmed(name = ""): string {
  return name.replace(/[.,;)]+$/, "");
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
    ...(typeof resource === "string" && isWhole(resource) ? { resource } : {}),
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
  const { action, resource, principal, deniedBy, allowedByNo = "identity-based policy" } = denial;
  const who = nameOf(principal) ?? otherwise;
  const on = resource === undefined ? "" : ` on ${resource}`;
  if (deniedBy !== undefined) {
    const article = /^[aeiou]/.test(deniedBy) ? "An" : "A";
    return `${article} ${deniedBy} explicitly denies ${action}${on} to ${who}, which no further permission changes: look at service control policies, permissions boundaries and session policies.`;
  }
  const policy = STATEMENT_GOES_TO[allowedByNo.toLowerCase()];
  // A resource's policy names its principals, too: what stands there already is not known.
  if (policy === undefined) return `Allow ${action}${on} to ${who} in the ${allowedByNo}, which does not.`;
  const { arn, note } = inStatement(denial);
  const statement = { Effect: "Allow", Action: action, Resource: arn };
  return `Allow ${action}${on} to ${who}: add this statement to ${policy}${note}.\n${JSON.stringify(statement)}`;
}

/** Where a statement without a principal helps, by the kind of policy of which none says yes. */
const STATEMENT_GOES_TO: Readonly<Record<string, string>> = {
  "identity-based policy": "its policy",
  "permissions boundary": "its permissions boundary",
  "session policy": "the policy of its session",
  "service control policy": "a service control policy of the account",
};

/**
 * What a statement has for its Resource: IAM takes `*` and ARNs only. A name that IAM's own messages give becomes an ARN in the
 * principal's account, of which they leave out the path.
 */
function inStatement({ action, resource, principal }: Denial): {
  readonly arn: string;
  readonly note: string;
} {
  if (resource === undefined)
    return { arn: "*", note: ", with the resource in place of * where the action takes one" };
  // Whoever asks for the list under a path asks for all.
  if (resource === "*" || / path /i.test(resource)) return { arn: "*", note: "" };
  const [arn] = /arn:[\w-]+:[\w-]+:[^:]*:[^:]*:.+$/.exec(resource) ?? [];
  if (arn !== undefined) return { arn: widened(arn), note: "" };
  const own = action.startsWith("iam:") ? iamArn(resource, principal) : undefined;
  if (own !== undefined) return { arn: own, note: ", with the path before the name where it has one" };
  return { arn: "*", note: ", with its ARN in place of * where the action takes one" };
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

/** `role app-Role-1ABC` as an ARN in the principal's account; `undefined` for what is no name of IAM's. */
function iamArn(resource: string, principal = ""): string | undefined {
  const [, partition, account] = /^arn:([\w-]+):(?:iam|sts)::(\d+):/.exec(principal) ?? [];
  const at = resource.lastIndexOf(" ");
  const kind = IAM_KINDS[resource.slice(0, Math.max(at, 0)).toLowerCase()];
  if (account === undefined || kind === undefined) return undefined;
  return `arn:${partition}:iam::${account}:${kind}/${resource.slice(at + 1)}`;
}

/** A stack's ARN ends in an id that its next life does not have. */
function widened(resource: string): string {
  return resource.replace(/^(arn:[^:]+:cloudformation:[^:]*:[^:]*:stack\/[^/]+\/).+$/, "$1*");
}

/** Whether a text is the name of a resource and nothing else. */
function isWhole(text: string): boolean {
  return RESOURCE.exec(text)?.[1] === text && text.length <= 2048;
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
