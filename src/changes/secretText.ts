/** What stands where a secret was. */
export const REDACTED = "(redacted)";

/**
 * Replaces what looks like a credential inside a text that may be anything: a reason, a log line, a value.
 * The rest of the text stays. Matches by form only; names are `redaction.ts`'s part.
 */
export function redactText(text: string): string {
  if (!ANY_MARK.test(text)) return text;
  let clean = text;
  for (const [mark, pattern, replacement] of FORMS) {
    // The mark is a cheap test that spares most texts most patterns.
    if (mark.test(clean)) clean = clean.replace(pattern, replacement);
  }
  return clean;
}

/** A dynamic reference in full: what it names is for the account's eyes only. */
const DYNAMIC_REFERENCE = /\{\{resolve:([a-z0-9-]{1,30})(?::(?:[^{}]|\$\{[^{}]*\})*)?(?:\}\}|$)/g;

type Form = readonly [mark: RegExp, pattern: RegExp, replacement: string];

// Each with the place that documents its form. Bounded repetitions keep the time linear in the text.
const FORMS: readonly Form[] = [
  // CloudFormation dynamic references: only the kind is shown, as a name or version stage may say too much.
  [/\{\{resolve:/, DYNAMIC_REFERENCE, `($1 reference)`],
  // RFC 7468 private keys, complete or cut off.
  [
    /PRIVATE KEY/,
    /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g,
    REDACTED,
  ],
  // IAM unique ids of access keys: long-term AKIA, temporary ASIA.
  [/A[KS]IA/, /(?<![A-Za-z0-9])A[KS]IA[A-Z0-9]{16}(?![A-Z0-9])/g, REDACTED],
  // A secret access key is told from any other 40 characters only by its label.
  [
    /secret/i,
    /((?:aws)?_?secret_?(?:access)?_?key["']?\s*[:=]\s*["']?)[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])/gi,
    `$1${REDACTED}`,
  ],
  // GitHub's, GitLab's, npm's and Slack's token prefixes.
  [
    /gh[pousr]_|github_pat_/,
    /\b(?:gh[pousr]_[A-Za-z0-9_]{20,255}|github_pat_[A-Za-z0-9_]{20,255})/g,
    REDACTED,
  ],
  [/glpat-|npm_|xox/, /\b(?:glpat-[\w-]{20,64}|npm_[A-Za-z0-9]{36}|xox[abeoprs]-[\w-]{10,200})/g, REDACTED],
  [/hooks\.slack/, /hooks\.slack\.com\/(?:services|workflows)\/[\w/]{1,200}/g, `hooks.slack.com/${REDACTED}`],
  // Stripe, Google, SendGrid, OpenAI and Anthropic.
  [/[sr]k_(?:live|test)_|AIza/, /\b(?:[sr]k_(?:live|test)_[A-Za-z0-9]{10,200}|AIza[\w-]{35})/g, REDACTED],
  [/SG\.|sk-/, /\b(?:SG\.[\w-]{16,64}\.[\w-]{16,64}|sk-[\w-]{20,200})/g, REDACTED],
  // JSON Web Tokens: a base64url JSON header and payload, `{"` being `eyJ`.
  [/eyJ/, /\beyJ[\w-]{5,4000}\.[\w-]{5,8000}(?:\.[\w-]{0,2000})?/g, REDACTED],
  [/bearer|basic/i, /\b(bearer|basic)\s+[\w.~+/=-]{16,4000}/gi, `$1 ${REDACTED}`],
  // RFC 3986 user information with a password: `postgres://app:secret@host`.
  [/:\/\//, /([a-z][a-z0-9+.-]{1,30}:\/\/[^\s:/?#@"'<>]{0,256}:)[^\s/"'<>]{1,512}(?=@)/gi, `$1${REDACTED}`],
  // `Password=…;` of connection strings, and the same in command lines and environment files.
  [
    /pass|pwd|secret|token|key/i,
    /((?:password|passwd|pwd|secret|client_secret|api_?key|access_?token|auth_?token|accountkey|sharedaccesskey)["']?\s{0,5}=\s{0,5}["']?)(?!\(redacted\)|\()[^\s;,"'&]{3,512}/gi,
    `$1${REDACTED}`,
  ],
  [
    /--password|-p/,
    /(--(?:master-user-)?password[ =]+["']?)(?!\(redacted\))[^\s"']{3,256}/g,
    `$1${REDACTED}`,
  ],
];

const ANY_MARK = new RegExp(FORMS.map(([mark]) => mark.source).join("|"), "i");
