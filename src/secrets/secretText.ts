import { isSecretName } from "./secretNames.ts";

/** What stands where a secret was. */
export const REDACTED = "(redacted)";

/** Whose values are hidden in a text, and who is told of a value that was. */
export interface TextRules {
  readonly isHidden: (name: string) => boolean;
  readonly found: (value: string) => void;
}

const BY_NAME: TextRules = { isHidden: isSecretName, found: () => undefined };

/**
 * Replaces what looks like a credential inside a text that may be anything: a reason, a log line, a script, a value; by
 * its form, or by the name that it is given in the text. The rest of the text stays.
 */
export function redactText(text: string, rules: TextRules = BY_NAME): string {
  if (!ANY_MARK.test(text)) return withoutEncoded(text, rules);
  let clean = text;
  for (const [mark, pattern, replacement] of FORMS) {
    // The mark is a cheap test that spares most texts most patterns.
    if (!mark.test(clean)) continue;
    clean =
      typeof replacement === "string"
        ? clean.replace(pattern, replacement)
        : clean.replace(pattern, (...groups: string[]) => replacement(rules, groups));
  }
  return withoutEncoded(clean, rules);
}

/** What stands for no value, names where it comes from, or hides one already. */
export function isHarmless(text: string): boolean {
  return (
    /^(?:|\*+|true|false|null|\(redacted[^()]*\)|\([a-z0-9-]+ reference\))$/i.test(text) || isReference(text)
  );
}

/** An ARN names something, and what is known after apply is not known yet. */
function isReference(text: string): boolean {
  return text.startsWith("{{changeSet:") || /^arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:\d*:\S+$/.test(text);
}

/** A lead, a name and the value that it has in the text: hidden where the name is a secret's. */
function named(
  { isHidden, found }: TextRules,
  [whole = "", lead = "", name = "", value = ""]: readonly string[],
): string {
  if (!isHidden(name)) return whole;
  const [, quote = "", inner = value] = /^(["']?)([\s\S]*?)\1$/.exec(value) ?? [];
  if (isHarmless(inner) || isShellReference(inner)) return whole;
  found(inner);
  return `${lead}${quote}${REDACTED}${quote}`;
}

/** `$TOKEN`, `${token}`, `$(…`: in a script the value comes from elsewhere. */
function isShellReference(text: string): boolean {
  return /^\$(?:[A-Z_][A-Z0-9_]*|\{[A-Za-z_][\w:.-]*\}|\(.*)$/.test(text);
}

/** Base64 of a text in which there is something to hide, such as UserData, is hidden as a whole. */
function withoutEncoded(text: string, rules: TextRules): string {
  if (text.length < 24 || !/[A-Za-z0-9+/]{24}/.test(text)) return text;
  const hasSecret = (encoded: string) => {
    const decoded = decodedText(encoded);
    return decoded !== undefined && redactText(decoded, rules) !== decoded;
  };
  return text
    .replace(BASE64_LINES, (whole, lines: string, last: string) => {
      if (hasSecret(whole)) return REDACTED;
      // The last line may be a word that comes after.
      return hasSecret(lines) ? `${REDACTED}\n${last}` : whole;
    })
    .replace(BASE64, (encoded) => (hasSecret(encoded) ? REDACTED : encoded));
}

// In lines of 64 or 76 (RFC 7468, RFC 2045), in which a name and its value can be apart.
const BASE64_LINES =
  /(?<![A-Za-z0-9+/_=-])((?:[A-Za-z0-9+/]{64}\r?\n[ \t]{0,40}){1,1000}|(?:[A-Za-z0-9+/]{76}\r?\n[ \t]{0,40}){1,1000})([A-Za-z0-9+/]{1,76}={0,2})(?![A-Za-z0-9+/_=-])/g;

// At least the length of a password with its name; without neighbours that would make it a part of something else.
const BASE64 = /(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/]{24,65536}={0,2}(?![A-Za-z0-9+/_=-])/g;

/** `undefined` where the bytes are no text. */
function decodedText(encoded: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what holds one is no text
    return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** A dynamic reference in full: what it names is for the account's eyes only. */
const DYNAMIC_REFERENCE = /\{\{resolve:([a-z0-9-]{1,30})(?::(?:[^{}]|\$\{[^{}]*\})*)?(?:\}\}|$)/g;

type Form = readonly [
  mark: RegExp,
  pattern: RegExp,
  replacement: string | ((rules: TextRules, groups: readonly string[]) => string),
];

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
  // A private key whose beginning was cut off.
  [/PRIVATE KEY/, /[A-Za-z0-9+/=\s]{40,20000}-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g, REDACTED],
  // The session tokens of AWS's temporary credentials.
  [/FwoG|IQoJ/, /\b(?:FwoGZXIvYXdz|IQoJb3JpZ2lu)[A-Za-z0-9+/=]{50,4000}/g, REDACTED],
  // JSON in a text, cut off perhaps, and JSON in that.
  [
    /":|" :/,
    /((?<!\\)(\\{0,3})"([\w.$-]{1,128})\2"\s{0,5}:\s{0,5}\2")((?:(?!\2")[^\\]|\\(?!\2?")[\s\S]){1,8192})/g,
    (rules, [whole = "", lead = "", _escape, name = "", value = ""]) =>
      named(rules, [whole, lead, name, value]),
  ],
  // `Password=…;` of connection strings, query strings, environment files and `export DB_PASS=…`.
  [
    /=/,
    /((?<![\w.-])([A-Za-z_][\w.-]{0,127})["']?\s{0,5}=(?!=)[ \t]{0,5})("[^"\n]{0,8192}"|'[^'\n]{0,8192}'|[^\s;,"'&|<>]{1,8192})/g,
    named,
  ],
  // Options of command lines: `--db-password x`.
  [
    /--\w/,
    /((?<![\w-])--([A-Za-z][\w-]{0,63})(?:[ \t]+|=))("[^"\n]{0,512}"|'[^'\n]{0,512}'|[^\s;|<>&"'-][^\s;|<>&"']{0,512})/g,
    named,
  ],
  // Lines of YAML and of configuration files. A sentence after a colon is none.
  [
    /:/,
    /((?<=^[ \t]{0,200}(?:- )?["']?)([A-Za-z_][\w.-]{0,127})["']?[ \t]{0,5}:[ \t]{1,20})("[^"\n]{0,8192}"|'[^'\n]{0,8192}'|[^\s"'#|>][^\s]{0,8192}(?=[ \t]*(?:#.*)?$))/gm,
    named,
  ],
  // Programs that take a password by an option of one letter: `mysql -psecret`, `sshpass -p secret`, `curl -u me:secret`.
  [
    /\s-p/,
    /(\b(?:mysql\w{0,10}|mariadb[\w-]{0,12}|sshpass|docker\s+login|podman\s+login|helm\s+registry\s+login|sqlcmd|az\s+login)\b[^\n|;&]{0,256}?\s-[pP][ \t]?)("[^"\n]{1,256}"|'[^'\n]{1,256}'|[^\s"'$-][^\s"']{0,256})/g,
    `$1${REDACTED}`,
  ],
  [
    /redis-cli/,
    /(\bredis-cli\b[^\n|;&]{0,256}?\s-a[ \t]+)("[^"\n]{1,256}"|'[^'\n]{1,256}'|[^\s"'$]{1,256})/g,
    `$1${REDACTED}`,
  ],
  [
    /\s(?:-u|--user)/,
    /(\b(?:curl|wget|ldapsearch)\b[^\n|;&]{0,512}?\s(?:-u|--user)(?:[ \t]+|=)?["']?[^\s:"']{1,128}:)[^\s"'$]{1,256}/g,
    `$1${REDACTED}`,
  ],
  [
    /passwd/,
    /(\becho\s+(?:-\w+\s+)?["']?[\w.-]{1,64}:)[^\s"'|]{1,256}(?=["']?\s*\|\s*(?:sudo\s+)?chpasswd)/g,
    `$1${REDACTED}`,
  ],
];

const ANY_MARK = new RegExp(FORMS.map(([mark]) => mark.source).join("|"), "i");
