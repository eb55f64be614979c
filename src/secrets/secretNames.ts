import { ABOUT, HARMLESS_NAMES, KEYS_THAT_ARE_SECRET, NEUTRAL, SECRET_NAMES } from "./secretWords.ts";

/**
 * Whether a property, parameter, key or variable of this name holds a secret itself: `SmtpPass`, `DB_PASSWORD_2`,
 * `session-key`. A name that only speaks about one does not: `SecretArn`, `PasswordLength`, `KmsKeyId`. Judged by the
 * name's words; what CloudFormation calls otherwise than it means is listed by its whole name (`secretWords.ts`).
 */
export function isSecretName(name: string): boolean {
  const known = verdicts.get(name);
  if (known !== undefined) return known;
  const verdict = judge(name);
  // Names come from templates; a bound keeps hostile ones from filling the memory.
  if (verdicts.size < 5000) verdicts.set(name, verdict);
  return verdict;
}

/** Whether a text can be somebody's name for something; what looks like chance may be a part of a secret. */
export function isSayable(name: string): boolean {
  if (name.length > 128 || /[^\w.:/ @+=-]/u.test(name.replace(/[\p{L}\p{N}]/gu, ""))) return false;
  // Base64 and the like changes between letters of both cases and digits at every second or third character.
  const changes = name.match(/[a-z](?=[A-Z\d])|[A-Z](?=\d)|\d(?=[A-Za-z])|[A-Z](?=[A-Z][a-z])/g)?.length ?? 0;
  return name.length < 16 || changes / name.length < 0.3;
}

/** A test for names by globs (`*`, `?`), letter case aside; a path's every step and the path itself are names. */
export function nameMatcher(globs: readonly string[]): (name: string) => boolean {
  const patterns = globs.map((glob) => {
    const source = glob
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replace(/\*+/g, ".*")
      .replace(/\?/g, ".");
    return new RegExp(`^${source}$`, "is");
  });
  return (name) => patterns.some((pattern) => pattern.test(name));
}

const verdicts = new Map<string, boolean>();

/** Longer names are no names; their words are not worth the time. */
const LONGEST = 200;

function judge(name: string): boolean {
  const plain = name
    .slice(0, LONGEST)
    .replace(/[^A-Za-z0-9]/g, "")
    .toLowerCase();
  if (HARMLESS_NAMES.has(plain)) return false;
  if (SECRET_NAMES.has(plain) || ADDRESS.test(plain)) return true;
  const words = wordsOf(name);
  const at = words.findLastIndex((_, index) => strengthAt(words, index) !== "none");
  if (at < 0 || / public keys?$/.test(` ${words.join(" ")}`)) return false;
  const tail = words.slice(at + 1);
  if (tail.every((word) => NEUTRAL.has(singular(word)))) return true;
  // `PasswordProd` is one whatever follows; after `pass` and `pin` only what surely adds nothing may follow.
  return strengthAt(words, at) === "strong" && !isAbout(tail);
}

/** By the last word that says anything; the key of a JSON text (`SecretStringKey`) is a name, too. */
function isAbout(words: readonly string[]): boolean {
  const at = words.findLastIndex((word) => !NEUTRAL.has(singular(word)));
  const last = singular(words[at] ?? "");
  return ABOUT.has(last) || (last === "key" && /^(json|string)$/.test(words[at - 1] ?? ""));
}

// Addresses that carry their credentials by custom.
const ADDRESS =
  /(databaseurl|databaseuri|dburl|dburi|mongodburi|mongourl|mongouri|redisurl|amqpurl|webhookurl|dsn)$/;

// Words that are written as one with others, with their plural's s: `dbpassword`, `authtoken`.
const COMPOUND =
  /(?:password|passwd|passphrase|passcode|credential|secretkey|secret(?!ar[iy])|token(?!i[sz])|apikey|privatekey|accesskey|connectionstring)s?/g;
// `compass` and `bypass` are none of them.
const PASS = /^(db|smtp|user|root|admin|my|mysql|pg|postgres|redis|mail|email|ftp|ldap|app)pass$/;

/** The words of a name in lower case, without the digits at their ends: `ApiToken2` → `api`, `token`. */
function wordsOf(name: string): readonly string[] {
  return name
    .slice(0, LONGEST)
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .replace(COMPOUND, " $& ")
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/\d+$/, "").replace(PASS, "password"))
    .filter((word) => word !== "");
}

function strengthAt(words: readonly string[], index: number): "strong" | "weak" | "none" {
  const word = singular(words[index] ?? "");
  const before = words[index - 1] ?? "";
  if (words[index] === "tokens" && AMOUNTS.has(before)) return "none";
  if (STRONG.has(word)) return "strong";
  if (WEAK.has(word)) return "weak";
  if (word === "key") return KEYS_THAT_ARE_SECRET.has(before) ? "strong" : "none";
  return PAIRS.has(`${before} ${word}`) ? "strong" : "none";
}

const STRONG = new Set([
  "password",
  "passwd",
  "pwd",
  "passphrase",
  "passcode",
  "secret",
  "token",
  "credential",
  "apikey",
  "privatekey",
  "secretkey",
  "accesskey",
  "connectionstring",
  "keytab",
]);
const WEAK = new Set(["pass", "pin", "cred"]);
const PAIRS = new Set(["connection string", "key material", "auth code", "authorization code", "pin code"]);
/** Pieces of text that a language model reads or writes: `MaxTokens`. */
const AMOUNTS = new Set(["max", "min", "total", "num", "input", "output", "overlap", "prompt", "http"]);

function singular(word: string): string {
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}
